"""The edges of a figure: the words around it that tell nothing of its subject."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import UnitKind
from newsdoc.parser.statistics.page import BLANKS, HYPHENS, Figure, Page
from newsdoc.parser.statistics.subjects import phrases
from newsdoc.parser.statistics.subjects.described import SIZED
from newsdoc.parser.statistics.subjects.moved import TO
from newsdoc.parser.statistics.subjects.verbs import is_adverb

_SIGNS: Final = frozenset({"plus", "or", "minus"})  # 'an error of plus or minus 3 points'
_RATED: Final = ("al", "ed", "er", "ly")  # 'an annual, adjusted, faster or yearly rate'
_AVERAGING: Final = _SIGNS | {"between", "of"}
_CLOSING: Final = frozenset({", ", " — ", " – ", " - "})
_MONEY: Final = UnitKind.MONEY
_PERCENT: Final = UnitKind.PERCENT
_BRACKETS: Final = 6  # words in brackets that only say the figure once more


def before_average(page: Page, front: int) -> int:
    """Return the last word before a figure that tells of its subject, or *front*.

    'Homes use an average of 5', 'an error of plus or minus 3'.
    """
    word = page.window[front]
    told = word in _AVERAGING or word in page.known.lists["net"]
    if not (told or page.tags[front] & tags.ADVERB or word[-2:] == "ed"):
        return front  # as most
    front = page.behind(front, _SIGNS)
    if page.window[front - 1] in TO and page.tags[front] & tags.ADVERB:  # 'at just 5'
        front -= 1
    if page.window[front] == "between":
        front -= 1 + (page.window[front - 1] in ("somewhere", "anywhere"))
    if page.window[front][-2:] == "ed" and is_adverb(page, front - 1):
        front -= 3 if page.tags[front - 2] & tags.DETERMINER else 0  # 'a seasonally adjusted 5'
    if page.window[front] in page.known.lists["net"]:  # 'shares worth a net 5 million'
        front -= 1 + (page.window[front - 1] in ("a", "an"))
    if page.window[front] == "of" and page.window[front - 1] in page.known.lists["average"]:
        return phrases.before(page, front)
    if page.window[front] == "of" and _is_bare_rate(page, front - 1):
        at = phrases.before(page, front)
        return at if page.window[at] == "to" else front  # 'bringing it to an annual rate of 5'
    return front


def _is_bare_rate(page: Page, k: int) -> bool:
    """Whether word *k* is the rate of what moves: 'an annual rate', not 'a jobless rate'."""
    if page.window[k] not in ("rate", "pace"):
        return False
    word = page.window[k - 1]
    return page.tags[k - 1] & tags.DETERMINER > 0 or word.endswith(_RATED)


def behind_brackets(page: Page, figure: Figure) -> int:
    """Return the word behind the figure, and behind the brackets that say it once more."""
    i = figure.last
    if i >= page.high:
        return i
    tail = page.tail(figure)
    if tail in BLANKS or (tail in HYPHENS and page.window[i] in SIZED):
        return i
    if tail == ". " and page.words.words[i] == "of":
        return i  # '40 lbs. of rice'
    if tail == ") " and "(" in page.gaps[figure.first]:
        return i
    if tail in _CLOSING and page.window[i] == "of" and figure.unit.kind is _PERCENT:
        return i  # 'a third — 31% — of the nurses'
    behind = page.behind_aside(i, tail)
    if behind > i:
        return behind
    if tail.startswith(" ("):
        for k in range(i + 1, page.until(i + _BRACKETS)):
            if page.gaps[k] == ") ":
                return k
    return page.high


def says_again(page: Page, before: Figure, figure: Figure) -> bool:
    """Whether a figure says the one before once more: '130 km (81 miles)', '5, or 2 a share'."""
    if before.subject is None:
        return False
    lead = page.window[figure.front - 1] == "or" and page.gaps[figure.front - 1] == ", "
    if lead and before.behind() == figure.front - 1:
        return figure.unit.kind is _MONEY
    return "(" in page.gaps[figure.first] and 0 <= figure.first - before.behind() <= 1
