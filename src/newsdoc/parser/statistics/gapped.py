"""Gapped clauses: the verb is left out, 'Gold rose 3 percent, silver 2 percent and copper 1'."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.parser.statistics.page import APOSTROPHES, ARTICLES, BLANKS, HYPHENS, Figure, Page
from newsdoc.parser.statistics.units.heads import STOP, verbal

_LONG: Final = 6  # words between two figures of gapped clauses
_PARTED: Final = frozenset({", ", "; "})
_INSIDE: Final = BLANKS | HYPHENS | APOSTROPHES
_NO_NOUN: Final = (STOP & ~tags.DETERMINER) | tags.MOVE | tags.CUE | tags.PAST | tags.ADVERB


def gapped(page: Page, figure: Figure, stop: int) -> int:
    """Return the first word of the noun phrase that alone leads a figure behind another, or -1.

    It ends before word *stop*, and no verb stands in it: the clause before has it.
    """
    before = figure.before
    if before is None:
        return -1
    first = before.behind()
    if not 0 < stop - first <= _LONG:
        return -1
    joined = page.lowers[first] == "and"
    gap = page.tail(before) if first == before.last else page.gaps[first]
    if not (joined or gap in _PARTED):
        return -1
    last = stop - (page.window[before.first - 1] == page.lowers[stop - 1])  # '… on 44, … on 31'
    first += joined or page.lowers[first] == "and"
    if first >= last or page.lowers[last - 1] in ARTICLES:
        return -1
    for k in range(first, last):
        if page.tags[k] & _NO_NOUN or (k > first and page.gaps[k] not in _INSIDE):
            return -1
        if k > first and (verbal(page, k) or page.lowers[k][-3:] == "ing"):
            return -1
    return first
