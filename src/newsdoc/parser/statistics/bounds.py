"""Bounds: what the words before and behind a figure make of its value."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import Bound, Direction, UnitKind
from newsdoc.parser.statistics.page import BARE, BLANKS, HYPHENS, Figure, Page

_SIGNS: Final = {
    "~": Bound.ABOUT,
    "≈": Bound.ABOUT,
    ">": Bound.MORE_THAN,
    "<": Bound.LESS_THAN,
    "≥": Bound.AT_LEAST,
    "≤": Bound.AT_MOST,
    "±": Bound.ABOUT,
}

_SHORT: Final = frozenset({"c", "ca", "est", "min", "max"})
_NOUNS: Final = frozenset({"past", "top", "maximum", "minimum"})
_DEFINITE: Final = frozenset({"the", "this", "these", "those", "its", "their", "his", "s"})
_PLACES: Final = frozenset({"near", "beyond", "below", "above", "under", "within"})
_FEW: Final = 31
_VERBAL: Final = (
    tags.AUXILIARY | tags.PAST | tags.PREPOSITION | tags.ADVERB | tags.CONJUNCTION | tags.PRONOUN
)


def read_bound(page: Page, figure: Figure) -> None:
    """Give the figure the bound printed beside it, and note where its phrase begins."""
    figure.front = figure.first
    i, gap = figure.first - 1, page.gaps[figure.first]
    if gap != " ":
        gap = gap.rstrip("$€£¥₹")
        mark = gap.rstrip()[-1:]
        if mark in _SIGNS:
            figure.bound = _SIGNS[mark]
            return
    if i >= page.low and (gap in BLANKS or gap in HYPHENS):
        if page.tags[i] & tags.BOUND and _before(page, figure, i):
            return
        bridged = page.lowers[i] in page.known.lists["bridge"] and i > page.low  # 'about a dozen'
        if bridged and page.tags[i - 1] & tags.BOUND and _before(page, figure, i - 1):
            return
    _behind(page, figure, figure.last)


def _before(page: Page, figure: Figure, i: int) -> bool:
    """Match a phrase that ends with word *i*."""
    known = page.known.before.get(page.lowers[i])
    if known is None:
        return False
    for rest, bound in known:
        first = i - len(rest)
        if first >= page.low and page.lowers[first:i] == rest:
            if not (_alone(page, figure, i) if not rest else _whole(page, first)):
                return False
            figure.bound, figure.front = bound, first
            return True
    return False


def _whole(page: Page, first: int) -> bool:
    """Whether a phrase bounds, and its first word belongs to no verb: 'add up to', 'went up to'."""
    word = page.lower(first - 1)
    if page.lowers[first] != "up" or page.gaps[first] not in BLANKS:
        return True
    move = page.known.moves.get(word)
    rises = move is not None and move.direction is Direction.UP  # not 'sank up to 60 percent'
    return not (rises or word in page.known.lists["sums"])


def _alone(page: Page, figure: Figure, i: int) -> bool:
    """Whether a bound of one word bounds here: 'the top 10' and 'handed over $5' are none."""
    word, before = page.lowers[i], page.lower(i - 1)
    if word in _SHORT:
        return page.gaps[i + 1][:1] == "."
    if word == "over":
        return not (before in page.known.lists["handed"] or _during(page, figure, i))
    if word in _NOUNS:
        return before not in _DEFINITE
    if word in _PLACES:  # 'under 40' may be a place in a list, 'under 40 votes' is a bound
        return figure.unit is not BARE or figure.places > 0 or figure.low > _FEW
    return True


def _during(page: Page, figure: Figure, i: int) -> bool:
    """Whether 'over' before a time is 'during': '$10 trillion over 10 years'."""
    if figure.unit.kind is not UnitKind.DURATION:
        return False
    if i == page.low or page.gaps[i] in (", ", "; ") or page.before_last == i:
        return True
    before = page.lowers[i - 1]
    return not (
        page.tags[i - 1] & _VERBAL
        or before.endswith(("ed", "ing"))
        or before in page.known.lists["lasting"]
    )


def _behind(page: Page, figure: Figure, i: int) -> None:
    """Match a phrase that begins with word *i*, or a plus sign."""
    known = page.known.after.get(page.lowers[i]) if i < page.high else None
    if known is None and "+" not in page.gaps[i]:
        return
    gap = page.tail(figure)
    if gap[:1] == "+":
        figure.bound, figure.end = Bound.AT_LEAST, figure.end + 1
        return
    if known is None or not (gap in BLANKS or gap in HYPHENS):
        return
    for rest, bound in known:
        if page.lowers[i + 1 : i + 1 + len(rest)] == rest and i + 1 + len(rest) <= page.high:
            if not rest and gap not in HYPHENS and not _plus(page, i):
                continue
            if rest and rest[-1] == "more" and page.follows(i + 1 + len(rest)) == "than":
                continue
            figure.bound = bound
            if not rest:
                figure.last, figure.end = i + 1, page.end(i)
            return


def _plus(page: Page, i: int) -> bool:
    """Whether 'plus' behind a blank bounds: 'eight hours plus.', not 'five an hour plus tips'."""
    return page.lowers[i] == "plus" and (i + 1 >= page.high or page.gaps[i + 1] not in BLANKS)


def elided(page: Page, before: Figure, figure: Figure) -> None:
    """Share a bound with a number that leaves out the noun: at least 12 died and 30 were hurt."""
    if not figure.shares or figure.bound is not Bound.EXACT or before.unit is not figure.unit:
        return
    if page.lower(figure.first - 1) in ("and", "or", "another"):
        figure.bound = before.bound


def converted(page: Page, before: Figure, figure: Figure) -> None:
    """Share a bound with its conversion in brackets: more than 100 kilometres (60 miles)."""
    if figure.bound is not Bound.EXACT or figure.unit is BARE or before.unit is BARE:
        return
    bracket = page.text[before.end : figure.start].strip() == "("
    if bracket and figure.unit.kind is before.unit.kind:
        figure.bound = before.bound
