"""Numbers in the unit of the one before: '58 points, 11 ahead', '£60 in May and 45 in June'."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import Unit, UnitKind
from newsdoc.parser.statistics.changes.moves import SHARES
from newsdoc.parser.statistics.page import AND, BLANKS, BORDER, Figure, Page

_LINKED: Final = 5  # words between two numbers that share the noun of the second
_CROWD: Final = 10  # words from a crowd to its number
_NO_PAIR: Final = frozenset({UnitKind.COUNT, UnitKind.AGE, UnitKind.NUMBER})
_BESIDE: Final = frozenset({"above", "below", "beyond", "over", "under"})

# A unit, and the rule that told it.
Told = tuple[Unit, str] | None


def compared(page: Page, figure: Figure, _: Unit | None) -> Told:
    """Read a number in the unit of the one before: so much more, or ahead, or so many again."""
    before, word, last = figure.before, page.follows(figure.last), figure.last
    if before is None or before.unit.kind in _NO_PAIR:
        return None
    more = word != "" and (page.known.used(word, "comparative") or word[-2:] == "er")
    told = (more and page.follows(last + 1) == "than") or word in page.known.lists["apart"]
    told = told or (word in _BESIDE and page.gaps[figure.first] == ", ")  # '19 degrees, 3 above'
    sized = word in page.known.lists["sized"] and before.unit.kind is UnitKind.LENGTH
    if not (told or sized):  # '300 metres long and 40 wide'
        again = _is_alike(page, before, figure) or _is_against(page, before, figure)
        if not (again and page.closes(last)):
            return None
        figure.per = before.per
    return before.unit, "pair"


def _is_alike(page: Page, before: Figure, figure: Figure) -> bool:
    """Whether the same preposition stands behind two numbers: '£60 in May and 45 in June'."""
    first, last = figure.first, figure.last
    told = page.window[before.last] == page.follows(last) and page.tags[last] & tags.PREPOSITION
    i = page.behind(first - 1, page.known.lists["bounding"])
    i -= bool(page.tags[i] & (tags.ADVERB | tags.BOUND)) or page.lowers[i][-2:] == "ly"
    joined = page.gaps[i + 1] == ", " or page.window[i] in AND  # not 'and hired 30 in June'
    if not told or not joined or first - before.last >= _CROWD or last + 1 >= page.high:
        return False
    if _acts_behind(page, last + 1):
        return False  # 'and three in Hull were held'
    one, other = page.words.words[before.last + 1][0], page.words.words[last + 1][0]
    return (one.isupper(), one.isdigit()) == (other.isupper(), other.isdigit())


def _acts_behind(page: Page, first: int) -> bool:
    """Whether a verb follows word *first* before any break."""
    for k in range(first + 1, min(page.high, first + _LINKED)):
        if page.gaps[k] not in BLANKS:
            break
        if page.tags[k] & (tags.AUXILIARY | tags.PAST) or page.lowers[k].endswith("ed"):
            return True
    return False


def _is_against(page: Page, before: Figure, figure: Figure) -> bool:
    """Whether a measure is held against a number: 'above its goal of 3', no share to a level."""
    last = figure.first - 1
    for k in range(last, page.since(last - _LINKED) - 1, -1):
        if page.lowers[k] == "against" or page.lowers[k] in _BESIDE:
            return page.lowers[k] == "against" or k < last or before.unit.kind not in SHARES
        if page.lowers[k] != "of" and (page.tags[k] & BORDER or k == last):
            break
    return False
