"""Scores: the results of votes and matches: 'won 3-1', 'voted 49-51', 'Leeds 3, Hull 1'."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import Unit
from newsdoc.parser.statistics.page import BARE, DASHES, Figure, Page
from newsdoc.parser.statistics.units import PERCENT, nouns

_VOTES: Final = frozenset({"vote", "votes"})
_MOST: Final = 1000  # no side scores as much
_SHARES: Final = range(20, 80)  # a bare score in an article about a poll
_SETS: Final = frozenset({", ", " "})  # between the scores of two sets
_SET: Final = "99"  # no score of a set has more digits


def is_score(page: Page, left: Figure, right: Figure, joint: str) -> bool:
    """Whether two bare numbers are the result of a vote or a match: voted 49-51, won 3 to 1."""
    if left.unit is not BARE or right.unit is not BARE:
        return False
    if joint == "to":
        i = left.first - 1
        i -= page.leads(i, tags.BE) or page.window[i] == "by"  # 'the vote was 52 to 48'
        return page.window[i] in page.known.lists["verdict"]
    if joint not in DASHES:
        return False
    if _falls(page, left.first - 2):
        return True
    if page.window[left.first - 1] == "took" and page.leads(right.last, tags.PREPOSITION):
        return True  # 'took 5-48 from 10 overs'
    around = (left.first - 1, left.first - 2, right.last, right.last + 1)
    return any(page.window[k] in page.known.lists["result"] for k in around)


def _falls(page: Page, i: int) -> bool:
    """Whether words *i* and *i* + 1 are the score of another set: 'won 6-4, 3-6, 7-5'."""
    if not page.low <= i < page.high - 1 or page.gaps[i + 1] not in DASHES:
        return False
    one, two = page.lowers[i], page.lowers[i + 1]
    if not (one.isdecimal() and two.isdecimal()) or len(one) > len(_SET) or len(two) > len(_SET):
        return False
    return page.gaps[i + 2] in _SETS and int(one) > int(two)


def score_unit(page: Page, figure: Figure) -> Unit:
    """Return what a score counts: votes, or percent in an article about a poll."""
    voted, last = page.known.lists["voted"], figure.last
    first = figure.before
    near = first is not None and figure.start - first.end <= len("-to-")
    if near and first is not None and first.why == "score" and first.unit is nouns.VOTE:
        return nouns.VOTE  # of the other side
    before = page.lowers[page.since(figure.first - 3) : figure.first]
    if not voted.isdisjoint(before) or not _VOTES.isdisjoint(page.window[last : last + 2]):
        return nouns.VOTE
    polled = page.holds(" poll")
    return PERCENT if polled and _SHARES[0] <= figure.low <= _SHARES[-1] else BARE


def is_result(figure: Figure) -> bool:
    """Whether a number is the score of a match, and no year: not the 2008 of '2008-9'."""
    return figure.why == "score" and figure.low < _MOST
