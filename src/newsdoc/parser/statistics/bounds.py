"""Bounds: what the words before and behind a figure make of its value."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import Bound, UnitKind
from newsdoc.parser.statistics.page import BLANKS, HYPHENS, Figure, Page

_SIGNS: Final = {
    "~": Bound.ABOUT,
    "≈": Bound.ABOUT,
    ">": Bound.MORE_THAN,
    "<": Bound.LESS_THAN,
    "≥": Bound.AT_LEAST,
    "≤": Bound.AT_MOST,
    "±": Bound.ABOUT,
}


def read_bound(page: Page, figure: Figure) -> None:
    """Give the figure the bound printed beside it, and note where its phrase begins."""
    figure.front = figure.first
    i = figure.first - 1
    gap = page.gaps[figure.first]
    mark = gap.rstrip(" $€£¥")[-1:]
    if mark in _SIGNS and mark:
        figure.bound = _SIGNS[mark]
        return
    if i >= page.low:
        if gap in BLANKS or gap in HYPHENS or gap.rstrip("$€£¥₹") in BLANKS:
            if _before(page, figure, i):
                return
            if (
                page.lowers[i] in page.known.lists["bridge"]
                and i > page.low
                and _before(page, figure, i - 1)
            ):
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
    return not (word in page.known.lists["sums"] or word in page.known.moves)


def _alone(page: Page, figure: Figure, i: int) -> bool:
    """Whether a bound of one word bounds here: 'up above 30' does, 'all over 50 states' does too."""
    word = page.lowers[i]
    if word in ("c", "ca", "est", "min", "max") and page.gaps[i + 1][:1] != ".":
        return False
    if word == "past" and page.lower(i - 1) in ("the", "this", "these", "those"):
        return False
    if word == "over" and (
        page.lower(i - 1) in page.known.lists["handed"] or _during(page, figure, i)
    ):
        return False
    if word == "top" and page.lower(i - 1) in ("the", "its", "their", "his", "s"):
        return False
    if word in ("maximum", "minimum") and page.gaps[i + 1] not in BLANKS:
        return False
    if word in ("near", "past", "beyond", "below", "above", "under", "within"):
        return (
            figure.unit is not None
            or figure.number.places > 0
            or figure.low > 31
            or figure.number.form != "numeral"
        )  # noqa: PLR2004
    return True


def _during(page: Page, figure: Figure, i: int) -> bool:
    """Whether 'over' before a time is 'during': '$10 trillion over 10 years', 'Over 10 years, …'."""
    if figure.unit is None or figure.unit.kind is not UnitKind.DURATION:
        return False
    if i == page.low or page.gaps[i] in (", ", "; ") or page.before_last == i:
        return True
    before = page.lowers[i - 1]
    return not (
        page.tags[i - 1] & _VERBAL
        or before.endswith(("ed", "ing"))
        or before in page.known.lists["lasting"]
    )


_VERBAL: Final = (
    tags.AUXILIARY | tags.PAST | tags.PREPOSITION | tags.ADVERB | tags.CONJUNCTION | tags.PRONOUN
)


def _behind(page: Page, figure: Figure, i: int) -> None:
    """Match a phrase that begins with word *i*, or a plus sign."""
    gap = page.tail(figure)
    if gap[:1] == "+":
        figure.bound, figure.end = Bound.AT_LEAST, figure.end + 1
        return
    if i >= page.high:
        return
    known = page.known.after.get(page.lowers[i])
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
    if figure.shares and figure.bound is Bound.EXACT and before.bound is not Bound.EXACT:
        if page.lower(figure.first - 1) in ("and", "or", "another") and before.unit is figure.unit:
            figure.bound = before.bound


def converted(page: Page, before: Figure, figure: Figure) -> None:
    """Share a bound with its conversion in brackets: more than 100 kilometres (60 miles)."""
    if figure.bound is Bound.EXACT and before.bound is not Bound.EXACT:
        if page.text[before.end : figure.start].strip() == "(" and figure.unit and before.unit:
            if figure.unit.kind is before.unit.kind:
                figure.bound = before.bound
