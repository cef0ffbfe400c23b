"""Numbers in words: 'twelve', 'a hundred and fifty', 'twenty-two million', 'twofold'."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from newsdoc.parser.statistics.exact import printed
from newsdoc.parser.statistics.numbers.magnitudes import (
    LONG,
    NO_NUMBER,
    goes_on,
    read_magnitudes,
    read_part,
)
from newsdoc.parser.statistics.numbers.parts import (
    in_words,
    part_of,
    read_half,
    read_one_part,
    read_vague,
    three_quarters_of_unit,
    with_article,
)
from newsdoc.parser.statistics.page import BLANKS, HYPHENS, JOINTS, Figure, Page

_DIGIT: Final = 10
_TWENTY: Final = 20
_THREE: Final = 3
# Behind tens; not 'second', as a 'thirty-second spot' is measured.
_ORDINALS: Final = frozenset(
    {"first", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"}
)
_TEENS: Final = range(10, 21)
# What may stand before each role of a cardinal.
_AFTER: Final = {
    "unit": frozenset({"", "ten", "hundred", "power"}),
    "ten": frozenset({"", "hundred", "power"}),
    "hundred": frozenset({"", "unit", "ten"}),
    "power": frozenset({"", "unit", "ten", "hundred", "times"}),
    "times": frozenset({"", "unit", "ten"}),
}
_LIKE_ARTICLES: Final = frozenset({"another", "first", "last", "next", "past"})
_NEEDS_ARTICLE: Final = frozenset({"hundred", "power", "times"})  # 'a million', or a number before


def read_spoken(page: Page, i: int) -> Figure | None:
    """Return the number whose words begin with word *i*, or None where they are none."""
    role, value = page.known.numbers[page.lowers[i]]
    if role == "unit" and page.gaps[i] in HYPHENS and _ends_tens(page, i):
        return None  # of a year: 'nineteen ninety-nine'
    if role == "unit" and not goes_on(page, i + 1):
        return in_words(page, i, i + 1, printed(value))  # as most
    return _READERS[role](page, i)


def _ends_tens(page: Page, i: int) -> bool:
    """Whether the word before word *i* tells tens, so that both are one number."""
    return page.known.numbers.get(page.window[i - 1], NO_NUMBER)[0] == "ten"


def _read_cardinal(page: Page, i: int) -> Figure | None:
    """Read units, tens, hundreds and magnitudes in the order in which they are said."""
    role, _ = page.known.numbers[page.lowers[i]]
    first = with_article(page, i) if role in _NEEDS_ARTICLE else i
    if first == i and role in _NEEDS_ARTICLE and page.window[i - 1] not in _LIKE_ARTICLES:
        return None
    total, last, places = _count(page, i)
    if _is_year(page, i, role, total, last):
        return None
    number = in_words(page, first, last, printed(total))
    number.places = places
    read_part(page, number)
    if number.places == 0 or number.low != total:
        read_magnitudes(page, number)
    behind = number.last
    if page.gaps[behind] in HYPHENS and total >= _TWENTY and page.window[behind] in _ORDINALS:
        return None  # the twenty-first century
    role, _ = page.known.numbers.get(page.window[behind], NO_NUMBER)
    if role in ("part", "half") and page.gaps[behind] in JOINTS and total > 0:
        if total == _THREE and (told := three_quarters_of_unit(page, number)) is not None:
            return told
        return part_of(page, number.first, behind, number.low) or number
    return number


def _count(page: Page, i: int) -> tuple[int, int, int]:
    """Return the value of the cardinal from word *i*, the word behind it, its last shift."""
    known = page.known.numbers
    total = group = places = 0
    before, last, stop = "", i, page.until(i + LONG)
    while last <= i < stop:
        role, value = known.get(page.lowers[i], NO_NUMBER)
        if before not in _AFTER.get(role, ()):
            break
        if before == "ten" and role == "unit" and not 0 < value < _DIGIT:
            break
        if role == "power":
            total, group, places = total + (group or 1) * 10**value, 0, value
        elif role == "hundred":
            group = (group or 1) * 100
        elif role == "times":
            group = (group or 1) * value
        else:
            group += value
        before, last = role, i + 1
        i = _next_word(page, last, role)
    return total + group, last, 0 if group else places


def _next_word(page: Page, i: int, role: str) -> int:
    """Return the word with which a cardinal may go on behind word *i*, 'and' skipped, or -1."""
    if i >= page.high or not (page.gaps[i] in BLANKS or page.gaps[i] in HYPHENS):
        return -1
    if page.lowers[i] != "and":
        return i
    ahead, _ = page.known.numbers.get(page.follows(i + 1), NO_NUMBER)
    joins = role in ("hundred", "power") and ahead in ("unit", "ten")
    return i + 1 if joins and page.follows(i + 2) != "of" else -1


def _is_year(page: Page, i: int, role: str, total: int, last: int) -> bool:
    """Whether two numbers in words are a year, of which this is either: nineteen eighty-four."""
    known = page.known.numbers
    if total in _TEENS and page.gaps[min(last, page.high)] in BLANKS:
        return known.get(page.window[last], NO_NUMBER)[0] == "ten"
    before, value = known.get(page.window[i - 1], NO_NUMBER)
    return role == "ten" and before == "unit" and value in _TEENS


def _read_fold(page: Page, i: int) -> Figure:
    """Read 'twofold', 'tenfold'."""
    _, value = page.known.numbers[page.lowers[i]]
    number = in_words(page, i, i + 1, printed(value))
    number.form = "fold"
    return number


_READERS: Final[dict[str, Callable[[Page, int], Figure | None]]] = {
    "unit": _read_cardinal,
    "ten": _read_cardinal,
    "hundred": _read_cardinal,
    "power": _read_cardinal,
    "times": _read_cardinal,
    "half": read_half,
    "part": read_one_part,
    "fold": _read_fold,
    "many": read_vague,
    "tens": read_vague,
    "dozens": read_vague,
    "scores": read_vague,
}
