"""Figures in a row: each with its own noun, or all with one.

gas (41%), wood (30%) and coal (12%)    the noun before each bracket
a 30-year-old and 32-year-old man       the noun behind the last
Of the farms that replied, 58% agreed   the noun with which the sentence opens
"""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import UnitKind
from newsdoc.parser.drafts import Pair
from newsdoc.parser.statistics.page import AND, ARTICLES, BLANKS, HYPHENS, WHOLES, Figure, Page
from newsdoc.parser.statistics.subjects import phrases

_OPENING: Final = " ("
_ITEM: Final = 6  # words of an item
_VICTORIES: Final = frozenset({"defeat", "loss", "rout", "triumph", "victory", "win"})
_WINS: Final = frozenset(
    {"beat", "blank", "crush", "defeat", "down", "edge", "hold", "outlast", "rout", "stun", "top"}
)  # in headlines, before who is beaten
_JOINTS: Final = BLANKS | {"- "}  # '12- and 14-year-old girls'
_NEARBY: Final = 3  # figures
_WHOLE: Final = 16  # words with which a sentence opens
# A look at a member of an enum takes as long as a call.
_AGE: Final = UnitKind.AGE
_COUNT: Final = UnitKind.COUNT
_PERCENT: Final = UnitKind.PERCENT


def in_row(page: Page, figure: Figure) -> Pair | None:
    """Return what a score, a figure of a list, or a part of those named before tells of."""
    if figure.why == "score":
        return _won(page, figure)
    return _listed(page, figure) or _opened(page, figure)


def _listed(page: Page, figure: Figure) -> Pair | None:
    """Return the item of a list before its figure in brackets: 'gas (41%), wood (30%)'."""
    first, before = figure.first, figure.before
    if page.gaps[first] != _OPENING or figure.unit.kind is _AGE:
        return None
    if before is not None and page.gaps[before.first] == _OPENING and _goes_on(page, before):
        return phrases.item(page, first)
    if not _goes_on(page, figure):
        return None
    item = phrases.item(page, first)
    if item is not None and page.lowers[figure.last] == "followed":
        verb = page.words.after(item[0]) - 1  # 'Ilk was the biggest buyer (23%), followed by'
        item = (page.tags[verb] & tags.BE and phrases.before_verb(page, verb)) or item
    alike = "of" in page.window[figure.last : figure.last + _ITEM]
    if item is None or alike or not page.tags[page.words.after(item[0])] & tags.DETERMINER:
        return item
    return phrases.alone(page, first)  # 'a mix of gas (41%) and wood (30%)'


def _goes_on(page: Page, figure: Figure) -> bool:
    """Whether another item with its brackets stands behind a figure in brackets."""
    k, tail = figure.last, page.tail(figure)
    if not (tail == "), " or (tail == ") " and page.window[k] in AND)):
        return False
    for j in range(k + 1, page.until(k + _ITEM)):
        if page.gaps[j] not in BLANKS:
            return page.gaps[j] == _OPENING and j in page.numerals
    return False


def _opened(page: Page, figure: Figure) -> Pair | None:
    """Return those with whom the sentence opens: 'Of the farms that replied, 58% agreed'."""
    whole, low = figure.unit.kind is _PERCENT or figure.of is not None, page.low
    if page.lowers[low] not in WHOLES or not whole or page.gaps[figure.front] != ", ":
        return None
    if page.window[figure.last] == "of" or figure.front - low > _WHOLE:
        return None
    if any(page.gaps[k] not in BLANKS for k in range(low + 1, figure.front)):
        return None
    head = page.tags[low + 1] & (tags.DETERMINER | tags.NUMBER) or low + 1 in page.numerals
    if not head and not page.known.is_plural(page.lowers[low + 1]):
        return None  # 'of course'
    return phrases.right(page, low + 1, led=True)


def _won(page: Page, figure: Figure) -> Pair | None:
    """Return what a score tells of: 'the Rovers' victory, 88-81', 'Rovers hold off Ilk 4-2'."""
    first, before = figure.first, figure.before
    if before is not None and before.why == "score" and before.last == first:
        return before.subject if figure.unit.kind is not _COUNT else None  # not '5-4 votes'
    if page.gaps[first] == ", ":
        return phrases.left(page, first) if page.window[first - 1] in _VICTORIES else None
    printed = page.words.words
    for k in range(first - 2, page.since(first - _ITEM), -1):
        if page.gaps[k + 1] not in BLANKS:
            return None
        led = printed[k + 1][0].isupper() or page.lowers[k + 1] == "off"
        if page.lowers[k] in _WINS and led and printed[k - 1][0].isupper():
            return phrases.alone(page, k)
    return None


def share_head(page: Page, figure: Figure) -> None:
    """Give the noun behind a figure to the one that is joined to it: 'a 6-mile and 9-mile walk'."""
    before, told = figure.before, figure.subject
    if before is None or told is None or told[0] < figure.end or before.noun is not None:
        return
    alike = before.unit.kind is figure.unit.kind and figure.noun is None
    k = before.last
    hung = page.gaps[k] in HYPHENS and page.gaps[figure.last] in HYPHENS and figure.front == k + 1
    if alike and hung and page.gaps[k + 1] == ", ":
        before.subject = told  # 'a 10-mile-long, 6-foot-wide road'
    if not alike or page.window[k] not in AND or page.tail(before) not in _JOINTS:
        return
    led = page.tags[before.front - 1]
    apart = page.lowers[k + 1] in ARTICLES and not led & tags.DETERMINER  # 'paid £5 and a £9 fee'
    if apart or (page.window[figure.last] == "of" and led & tags.BE):
        return  # 'it was 5 percent and 9 percent of men left'
    if figure.front == k + 1 or (figure.front == k + 2 and page.lowers[k + 1] in ARTICLES):
        before.subject = told


def shares_noun(figure: Figure, before: Figure) -> bool:
    """Whether a figure leaves out the noun of another: 'it killed 12 people and injured 300'."""
    if figure.shares:
        return before.unit is figure.unit
    people = figure.why == "people" and before.noun is not None
    return people and before.unit.name == figure.unit.name


def sharing(figure: Figure) -> Figure | None:
    """Return the figure whose noun another leaves out: one before it, not far away."""
    before = figure.before
    for _ in range(_NEARBY):
        if before is None or before.unit is figure.unit:
            break
        before = before.before
    return before
