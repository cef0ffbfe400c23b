"""Bounds: what the words before and behind a figure make of its value."""

from __future__ import annotations

from typing import Final

from newsdoc.model import Bound
from newsdoc.parser.statistics.page import BLANKS, HYPHENS, Figure, Page

_SIGNS: Final = {"~": Bound.ABOUT, "≈": Bound.ABOUT, ">": Bound.MORE_THAN, "<": Bound.LESS_THAN, "≥": Bound.AT_LEAST, "≤": Bound.AT_MOST, "±": Bound.ABOUT}
# Words that may stand between a bound and its figure.
_BETWEEN: Final = frozenset({"a", "an", "another", "the", "only", "just", "very", "another", "additional", "further", "those", "these"})


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
            if page.lowers[i] in _BETWEEN and i > page.low and _before(page, figure, i - 1):
                return
    _behind(page, figure, figure.last)


def _before(page: Page, figure: Figure, i: int) -> bool:
    """Match a phrase that ends with word *i*."""
    known = page.known.before.get(page.lowers[i])
    if known is None:
        return False
    for rest, bound in known:
        first = i - len(rest)
        if first >= page.low and all(page.lowers[i - 1 - k] == w for k, w in enumerate(rest)):
            if rest == () and not _alone(page, figure, i):
                return False
            figure.bound, figure.front = bound, first
            return True
    return False


def _alone(page: Page, figure: Figure, i: int) -> bool:
    """Whether a bound of one word bounds here: 'up above 30' does, 'all over 50 states' does too."""
    word = page.lowers[i]
    if word in ("c", "ca", "est", "min", "max") and page.gaps[i + 1][:1] != ".":
        return False
    if word in ("past", "over") and page.lower(i - 1) in ("the", "this", "these", "those") and word == "past":
        return False
    if word == "top" and page.lower(i - 1) in ("the", "its", "their", "his", "s"):
        return False
    if word in ("maximum", "minimum") and page.gaps[i + 1] not in BLANKS:
        return False
    if word in ("near", "past", "beyond", "below", "above", "under", "within"):
        return figure.unit is not None or figure.number.places > 0 or figure.low > 31 or figure.number.form != "numeral"  # noqa: PLR2004
    return True


def _behind(page: Page, figure: Figure, i: int) -> None:
    """Match a phrase that begins with word *i*, or a plus sign."""
    gap = page.gaps[i] if i < len(page.gaps) else ""
    if gap[:1] == "+":
        figure.bound, figure.end = Bound.AT_LEAST, max(figure.end, _offset(page, i) + 1)
        return
    if i >= page.high:
        return
    known = page.known.after.get(page.lowers[i])
    if known is None or not (gap in BLANKS or gap in HYPHENS):
        return
    for rest, bound in known:
        if tuple(page.lowers[i + 1 : i + 1 + len(rest)]) == rest and i + 1 + len(rest) <= page.high:
            if rest == () and gap not in HYPHENS and not _plus(page, i):
                continue
            if rest and rest[-1] == "more" and page.follows(i + 1 + len(rest)) in ("than",):
                continue
            figure.bound = bound
            if rest == ():
                figure.last, figure.end = i + 1, page.end(i)
            return


def _plus(page: Page, i: int) -> bool:
    """Whether 'plus' behind a blank bounds: 'eight hours plus.', not 'five an hour plus tips'."""
    return page.lowers[i] == "plus" and (i + 1 >= page.high or page.gaps[i + 1] not in BLANKS)


def _offset(page: Page, i: int) -> int:
    """Return where the gap before word *i* begins."""
    return page.end(i - 1)
