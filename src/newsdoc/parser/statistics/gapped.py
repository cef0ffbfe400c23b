"""Gapped clauses: the verb is left out, 'Gold rose 3 percent, silver 2 percent and copper 1'."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import Direction, UnitKind
from newsdoc.parser.drafts import Pair
from newsdoc.parser.statistics.page import APOSTROPHES, BLANKS, HYPHENS, Figure, Page
from newsdoc.parser.statistics.subjects.verbs import is_finite
from newsdoc.parser.statistics.units.heads import STOP, verbal

_BACK: Final = 24  # words back to the verb that a list leaves out
_CHANGE: Final = 3  # figures of one change, of which the amount is the first
_LONG: Final = 6  # words between two figures of gapped clauses
_TOLD: Final = frozenset({UnitKind.PERCENT, UnitKind.POINT, UnitKind.MONEY})
_PARTED: Final = frozenset({", ", "; "})
_INSIDE: Final = BLANKS | HYPHENS | APOSTROPHES | {"&"}
_NO_NOUN: Final = (STOP & ~tags.DETERMINER) | tags.MOVE | tags.CUE | tags.PAST | tags.ADVERB


def gapped_subject(page: Page, figure: Figure) -> Pair | None:
    """Return what a measure is told of in a clause without a verb: 'and the insurer $9 million'.

    A single plural could be the verb: 'it earns $3 million and costs $2 million'.
    """
    i = figure.behind()
    whole = page.window[i] == "of" or (page.follows(i) and not page.leads(i, STOP | tags.ADVERB))
    if figure.noun is not None or whole or not (figure.unit.kind in _TOLD or figure.of):
        return None  # a share is of what stands behind it
    first = gapped(page, figure, figure.front)
    if first < 0:
        return None
    last = figure.front - (page.tags[figure.front - 1] & tags.PREPOSITION > 0)
    alone = last - first == 1 and page.words.words[first].islower()
    if alone and figure.unit.kind is UnitKind.MONEY:
        return None
    return page.starts[first], page.end(last - 1)


def gapped(page: Page, figure: Figure, stop: int) -> int:
    """Return the first word of the noun phrase that alone leads a figure behind another, or -1.

    It ends before word *stop*, and no verb stands in it: the clause before has it.
    """
    before = figure.before
    if before is None:
        return -1
    first = before.behind()
    if page.window[first] == "of":  # 'won 40% of the vote in May, Diaz 35%'
        ahead = range(first + 1, min(first + _LONG, stop))
        first = next((k for k in ahead if page.gaps[k] == ", " or page.lowers[k] == "and"), first)
    if not 0 < stop - first <= _LONG:
        return -1
    joined = page.lowers[first] == "and"
    gap = page.tail(before) if first == before.last else page.gaps[first]
    if not (joined or gap in _PARTED):
        return -1
    lead = page.lowers[stop - 1]
    again = page.window[before.first - 1] == lead and page.tags[stop - 1] & tags.PREPOSITION
    last = stop - (lead == "by" or again > 0)  # '… on 44, … on 31', not '… owns 4, … owns 3'
    first += joined or page.lowers[first] == "and"
    if first >= last or page.lowers[last - 1] in page.known.lists["record"]:
        return -1
    for k in range(first, last):
        if page.tags[k] & _NO_NOUN or (k > first and page.gaps[k] not in _INSIDE):
            return -1
        # 'operating profit', but not 'valuing the firm'
        leads = k == first and last - first > 1 and not page.tags[k + 1] & tags.DETERMINER
        if not leads and (verbal(page, k) or page.lowers[k][-3:] == "ing" or _does(page, k)):
            return -1
    return first


def gapped_direction(page: Page, figure: Figure) -> Direction | None:
    """Read 'sales rose 5% to $9 million and profit 8% to $1 million': the verb is left out.

    Or it stands before a list: 'Sales are up at three plants: Leeds by 29 percent'.
    """
    amount = figure.before
    for _ in range(_CHANGE):
        if amount is None or amount.direction is not None:
            break
        amount = amount.before
    if amount is not None and amount.direction is not None:
        parts = [f.of is not None or f.unit.kind is UnitKind.PERCENT for f in (amount, figure)]
        alike = all(parts) or (amount.unit.kind is figure.unit.kind and parts[0] is parts[1])
        told = alike and figure.noun is None and gapped(page, figure, figure.front) >= 0
        return amount.direction if told else None
    return _listed_direction(page, figure) if page.window[figure.front - 1] == "by" else None


def _listed_direction(page: Page, figure: Figure) -> Direction | None:
    """Read the way of what a list behind 'are up' tells of."""
    for k in range(figure.front - 2, page.since(figure.front - _BACK), -1):
        if page.known.used(page.lowers[k], "particle") and page.tags[k - 1] & tags.AUXILIARY:
            return page.known.moves[page.lowers[k]].direction
    return None


def _does(page: Page, k: int) -> bool:
    """Whether a word in -s behind somebody's name is a verb: 'Holt beats Pell 51 percent to 49'.

    So is a form that no noun has: 'and Holt owns 8 percent'.
    """
    if is_finite(page, k):
        return True
    before, word = page.words.words[k - 1], page.words.words[k]
    if not (word.islower() and word[-1] == "s" and before[0].isupper()):
        return False
    return page.words.words[k + 1][0].isupper() or page.names(before)
