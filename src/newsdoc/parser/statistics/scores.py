"""Scores: the results of votes and matches: 'won 3-1', 'voted 49-51', 'Leeds 3, Hull 1'."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import Unit, UnitKind
from newsdoc.parser.statistics.page import BARE, DASHES, HYPHENS, Figure, Page
from newsdoc.parser.statistics.units import PERCENT, nouns

_VOTES: Final = frozenset({"vote", "votes"})
_BEFORE: Final = frozenset({"by", "of"})  # 'by a vote of 9 to 3'
_MOST: Final = 1000  # no side scores as much
_SHARES: Final = range(20, 80)  # a bare score in an article about a poll
_TOLD: Final = (nouns.VOTE, Unit(UnitKind.POINT, "point"))  # by what stands around a score
_SETS: Final = frozenset({", ", " "})  # between the scores of two sets
_SET: Final = "99"  # no score of a set has more digits
_LINE: Final = 24  # words of a line that tells results, and nothing else
_LABEL: Final = 4  # words of a label before them
_MORE: Final = frozenset({"and", "including", "but"})
_GAMES: Final = 162  # of the longest season
# What stands behind games won and lost.
_PLAYED: Final = frozenset(
    {("at", "home"), ("on", "the"), ("this", "season"), ("last", "season"), ("the", "season")}
)
_SCORING: Final = frozenset({"added", "had", "scored", "scoring"})
_LEADS: Final = frozenset({"advantage", "deficit", "gap", "lead", "margin"})
_POINT: Final = UnitKind.POINT
_HIGH: Final = 60  # sides that score so much count points
_MEETING: Final = frozenset({"beat", "game", "home", "host", "play", "season", "win", "won"})
_PARTED: Final = frozenset({", ", "; ", " "})  # between a score and the next name


def tells_result(page: Page, figures: list[Figure]) -> bool:
    """Whether a sentence holds nothing but names and their scores: 'Leeds 3, Hull 1'."""
    if len(figures) % 2 or not figures or figures[-1].last != page.high:
        return False
    first = page.low
    for k in range(page.low + 1, page.until(page.low + _LABEL)):
        first = k if page.gaps[k] == ": " else first  # 'Final score: Leeds 3, Hull 1'
    if page.high - first > _LINE or not all(_is_led(page, figure) for figure in figures):
        return False
    inside = {k for figure in figures for k in range(figure.first, figure.last)}
    words, harmed = page.words.words, page.known.lists["harmed"]
    if not harmed.isdisjoint(page.lowers[first : page.high]):
        return False  # 'Storm Kills 12, Injures 40'
    return all(words[k][0].isupper() for k in range(first, page.high) if k not in inside)


def _is_led(page: Page, figure: Figure) -> bool:
    """Whether a bare numeral stands behind a name, and nothing or the next name behind it."""
    plain = figure.unit is BARE and figure.form == "numeral" and figure.last - figure.first == 1
    ends = figure.last == page.high or page.gaps[figure.last] in _PARTED
    named = figure.first > page.low and figure.first - 1 not in page.numerals
    return plain and ends and named and page.gaps[figure.first] == " " and not figure.rest


def is_score(page: Page, left: Figure, right: Figure, joint: str) -> bool:
    """Whether two bare numbers are the result of a vote or a match: voted 49-51, won 3 to 1."""
    if left.unit is not BARE or right.unit is not BARE:
        return False
    if joint == "to":
        i = left.first - 1
        i -= page.leads(i, tags.BE) or page.window[i] in _BEFORE  # 'the vote was 52 to 48'
        lists, near = page.known.lists, page.lowers[page.since(i - _LABEL) : i]
        wins = left.low > right.low and not page.tags[i] & tags.PREPOSITION
        decided = wins and not lists["deciding"].isdisjoint(near)  # 'rejected the offer 62 to 35'
        return decided or page.window[i] in lists["verdict"] | lists["ratio"]
    if joint in DASHES and (_falls(page, left.first - 2) or _falls(page, right.last)):
        return True
    if page.window[left.first - 1] == "took" and page.leads(right.last, tags.PREPOSITION):
        return joint in DASHES  # 'took 5-48 from 10 overs'
    if joint in DASHES and _is_record(page, left, right):
        return True
    around = (left.first - 1, left.first - 2, right.last, right.last + 1)
    return joint in DASHES and any(page.window[k] in page.known.lists["result"] for k in around)


def _is_record(page: Page, left: Figure, right: Figure) -> bool:
    """Whether two small numbers tell of games won and lost: 'the Gulls (4-7)', 'are 4-7 at home'.

    So do those that open a sentence, 'At 4-7, the Gulls …', and others behind such.
    """
    first, last = left.first, right.last
    if right.low > _GAMES or left.form != "numeral" or left.rest or right.rest:
        return False
    gap = page.gaps[first]
    if gap == " (":
        side = page.gaps[last][:1] == ")" and first - 1 > page.low and _is_side(page, first - 1)
        around = page.lowers[page.since(first - _LINE) : page.until(last + _LINE)]
        return side and not _MEETING.isdisjoint(around)  # not 'sessions for Juniors (5-11)'
    if gap != " ":
        return False
    if first - 1 == page.low and page.lowers[page.low] == "at":
        return page.gaps[last] == ", "
    if left.before is not None and left.before.why == "score" and page.lowers[first - 1] in _MORE:
        return page.leads(last, tags.PREPOSITION)
    told = page.tags[first - 1] & tags.BE and page.gaps[last] == " "
    return bool(told) and tuple(page.window[last : last + 2]) in _PLAYED


def _is_side(page: Page, i: int) -> bool:
    """Whether word *i* is a capital plural, as the names of sides are: 'the Gulls'."""
    printed = page.words.words[i]
    return printed[0].isupper() and page.known.is_plural(page.lowers[i])


def _falls(page: Page, i: int) -> bool:
    """Whether words *i* and *i* + 1 are the score of another set: 'won 6-4, 3-6, 7-5'."""
    if not page.low <= i < page.high - 1 or page.gaps[i + 1] not in DASHES:
        return False
    one, two = page.lowers[i], page.lowers[i + 1]
    if not (one.isdecimal() and two.isdecimal()) or len(one) > len(_SET) or len(two) > len(_SET):
        return False
    beside = page.gaps[i] if page.gaps[i + 2] not in _SETS else page.gaps[i + 2]
    return beside in _SETS and int(one) > int(two)


def score_unit(page: Page, figure: Figure) -> Unit:
    """Return what a score counts: votes, or percent in an article about a poll."""
    voted, last = page.known.lists["voted"], figure.last
    first = figure.before
    near = first is not None and figure.start - first.end <= len("-to-")
    if near and first is not None and first.why == "score" and first.unit in _TOLD:
        return first.unit  # of the other side
    polled = page.holds(" poll") or page.holds(" survey")
    if first is not None and not polled and _is_of_game(page, first, figure):
        return first.unit
    before = page.lowers[page.since(figure.first - 3) : figure.first]
    if not voted.isdisjoint(before) or not _VOTES.isdisjoint(page.window[last : last + 2]):
        return nouns.VOTE
    return PERCENT if polled and _SHARES[0] <= figure.low <= _SHARES[-1] else BARE


def _is_of_game(page: Page, points: Figure, score: Figure) -> bool:
    """Whether points make up a score: 'scored 20 points, 88-81', not 'six points clear, 4-1'."""
    if points.unit.kind is not _POINT or score.low <= points.low:
        return False
    around = page.lowers[page.since(points.first - _LABEL) : points.first]
    led = page.gaps[points.last - 1] in HYPHENS  # 'erased a 24-point deficit'
    return led or score.low >= _HIGH or not _SCORING.isdisjoint(around)


def is_result(figure: Figure) -> bool:
    """Whether a number is the score of a match, and no year: not the 2008 of '2008-9'."""
    return figure.why == "score" and figure.low < _MOST


def tallied(page: Page, figure: Figure, _: Unit | None) -> tuple[Unit, str] | None:
    """Read a bare number that goes on with a tally, in the unit of what is scored before.

    'scored 19 points and Ned Poole had 12', 'two goals to cut the lead to one', 'scoring three'
    """
    lead = page.window[figure.first - 1]
    led = lead == "to" and not _LEADS.isdisjoint(
        page.lowers[page.since(figure.first - 4) : figure.first]
    )
    if not (led or lead in _SCORING) or not page.closes(figure.last):
        return None
    before = figure.before
    if lead == "scoring" and before is not None and not _is_tallied(page, before):
        before = before.before  # 'four goals in eight games, scoring three at home'
    if before is None or not _is_tallied(page, before):
        return None
    return before.unit, "pair"


def _is_tallied(page: Page, figure: Figure) -> bool:
    """Whether a figure counts what is scored: points, goals, runs."""
    unit = figure.unit
    return unit.kind is _POINT or unit.name.rpartition(" ")[2] in page.known.lists["tallied"]
