"""Roles: what a figure is in a change: a level before or after, or the amount."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import UnitKind
from newsdoc.parser.statistics.page import (
    ARTICLES,
    BLANKS,
    DASHES,
    HYPHENS,
    SIGNS,
    Figure,
    Page,
)

_DURATION: Final = UnitKind.DURATION
_AGAINST: Final = frozenset({"against", "versus"})
_RANGING: Final = frozenset({"range", "ranged", "ranges", "ranging", "varied", "varies"})
_DATED: Final = tags.TIME | tags.MONTH
_CENTURIES: Final = frozenset({"19", "20"})
_WHEN: Final = 6  # words behind an earlier level in which its time stands
_PUT: Final = frozenset({"put", "puts", "putting"})
_FAR: Final = 12  # words between such a verb and the level at which something is put
_LED: Final = 6  # words between 'to' and a level
ROLES: Final = {"from": "before", "to": "after", "at": "after"}
_LINKS: Final = ROLES.keys() | {"of"}
_NO_MODIFIER: Final = (
    tags.PREPOSITION | tags.CONJUNCTION | tags.AUXILIARY | tags.PAST | tags.PRONOUN | tags.MOVE
)


def role_of(page: Page, figure: Figure) -> str:
    """Return what a figure is in a change: before, after, by, or nothing."""
    if figure.direction is not None:
        return "by"
    modifies = figure.unit.kind is _DURATION and page.gaps[figure.last - 1] in HYPHENS
    if modifies or figure.why == "score":
        return ""  # 'to a three-year low', 'from 18-to-1'
    i, before = figure.front - 1, figure.before
    if figure.low != figure.high and not _is_dashed(page, figure):  # 'cut to 2-3% from 4-5%'
        if page.window[i] == "between":
            i -= 1
        elif page.window[i - 1] != "range" and not (before and before.low < before.high):
            return ""  # but 'up from a range of $3 to $4 million', 'to 9 to 10%, from 8 to 9'
    i = _lead(page, i)
    word = page.window[i]
    if _is_compared(page, figure):
        return "before"
    if word == "from" and page.window[i - 1] in _RANGING:
        return ""  # 'ranging from a low of 4 percent in Hull to a high of 9'
    if word == "at" and not _PUT.isdisjoint(page.lowers[page.since(i - _FAR) : i]):
        return ""  # 'put the odds of a half-point cut at 80%'
    return ROLES.get(word, "")


def _is_dashed(page: Page, figure: Figure) -> bool:
    """Whether a dash joins the ends of a range: '2-3%'."""
    return any(page.gaps[k].rstrip(SIGNS) in DASHES for k in range(figure.first + 1, figure.last))


def _lead(page: Page, i: int) -> int:
    """Return the word that leads a level, before what may stand before it at word *i*."""
    if page.window[i] in page.known.lists["record"]:
        return page.behind(i, page.known.lists["record"])
    return _before_article(page, i)


def _before_article(page: Page, i: int) -> int:
    """Return the word before the 'a' of a level told at length, or *i*.

    'to an annual rate of 5 million', 'from a peak of 400', 'to a seasonally adjusted $40'.
    """
    k = i
    if page.window[i] == "of":
        k -= 1
        if page.window[k] not in page.known.lists["levelled"]:
            return i
    last = k
    for k in range(last, page.since(i - _LED) - 1, -1):
        joined = k == i or page.gaps[k + 1] in BLANKS or page.gaps[k + 1] in HYPHENS
        if not joined or (page.tags[k] & _NO_MODIFIER and not (k == last < i)):
            return i
        if page.lowers[k] in ("a", "an"):
            return k - 1
    return i


def leads_back(page: Page, figure: Figure) -> bool:
    """Whether a figure is the level before that of another: '3,400 workers, up from 2,900'."""
    led = _lead(page, figure.front - 1)  # 'up from a forecast of $3 billion'
    return page.known.used(page.window[led - 1], "particle") or _is_compared(page, figure)


def _is_compared(page: Page, figure: Figure, *, dated: bool = True) -> bool:
    """Whether a figure is an earlier level: '£41m, compared with £39.8m a year ago'."""
    lead, i = page.window[figure.front - 1], figure.behind()
    compared = lead in ("with", "to") and page.window[figure.front - 2] == "compared"
    if figure.why == "score" or not (compared or lead in _AGAINST):
        return False
    return not dated or any(
        page.tags[k] & _DATED or page.lowers[k][:2] in _CENTURIES
        for k in range(i, page.until(i + _WHEN))
    )


def trailed(page: Page, level: Figure) -> str:
    """Return the role of the level before an amount: 'now', 'before' for '£3m, against £4m, …'.

    It has none beside the figure of its clause: '9 arrests in 4 raids', '9 boys, 4 of them Danes'.
    """
    if _is_compared(page, level, dated=False):
        return "before" if level.before and level.before.unit == level.unit else ""
    k, i = level.front - 1, level.behind()
    k -= page.tags[k] & tags.DETERMINER > 0  # 'less than the £4m expected'
    inner = page.tags[k] & tags.PREPOSITION and page.lowers[k] not in _LINKS
    part = page.window[i] == "of" and page.window[i + 1] in ("them", "whom")
    beside = level.before is not None and (inner or part or page.window[k] == "than")
    return "" if beside else "now"


def trails(page: Page, figure: Figure) -> bool:
    """Whether an amount trails the level that it led to: 'it closed at $17.38, down 61 cents'."""
    k = figure.front - 1
    article = k + (figure.form == "half-unit")  # 'a half-point rise'
    if page.window[article] in ARTICLES and page.gaps[article][-2:] == ", ":
        i, (first, _) = figure.behind(), figure.subject or (0, 0)
        # '400 thefts, a 6% fall', but not 'a 6% fall in demand'
        return page.known.used(page.window[i], "noun") and first <= page.starts[i]
    if page.window[k] == "of" and page.tags[k - 1] & tags.MOVE:  # '19%, a fall of 6 points'
        k -= 2
        k -= not page.tags[k] & tags.DETERMINER and page.lowers[k] != "net"
        return page.tags[k] & tags.DETERMINER > 0 and page.gaps[k][-2:] == ", "
    if page.gaps[figure.front].rstrip(SIGNS)[-2:] == ", ":  # '61 percent, 3 points down on 2019'
        i = figure.behind()
        return (
            page.known.used(page.window[i], "particle") or page.window[i + 1] == "than"
        )  # '£5m, £1m more than a year'
    return page.gaps[k][-2:] == ", " and page.known.used(page.window[k], "particle")
