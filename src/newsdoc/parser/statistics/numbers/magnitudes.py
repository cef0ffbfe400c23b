"""What goes on with a number, be it printed or spoken: 'million', 'and a half', '1/2'."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from newsdoc.parser.statistics.exact import plus, shifted, times
from newsdoc.parser.statistics.numbers.letters import is_priced
from newsdoc.parser.statistics.page import BLANKS, HYPHENS, JOINTS, Figure, Page

LONG: Final = 14  # a number has no more words than this
NO_NUMBER: Final = ("", 0)  # what other words do in a number, and their value
# Short magnitudes that also stand behind a blank: '$5 bn'.
_SHORT: Final = frozenset(
    {"bn", "mn", "mln", "bln", "tn", "trn", "mil", "cr", "Bn", "BN", "MN", "Cr"}
)
_LETTERS: Final = frozenset("bkm")  # behind money, and a blank: '£4.5 m'
_GOING: Final = frozenset({"and", "x", *_SHORT, *_LETTERS})
_COUNTS: Final = {"a": 1, "one": 1, "three": 3}  # of the parts behind 'and'
_HALVES: Final = frozenset({2, 4})  # the parts that are told so
_CENTS: Final = len(".08")
_BASES: Final = frozenset(
    {"2", "3", "4", "8", "16", "32"}
)  # of a fraction in print behind a number


def goes_on(page: Page, i: int) -> bool:
    """Whether word *i* can go on with the number before it."""
    word = page.window[i]
    return word in page.known.spelled or word in _GOING


def read_magnitudes(page: Page, number: Figure) -> None:
    """Read 'hundred', 'thousand', 'million', 'dozen' behind a number."""
    i = number.last
    if i >= page.high:
        return
    gap = page.text[number.end : page.starts[i]]  # behind the sign of '2½ million'
    while (
        gap in JOINTS and i < page.high and i - number.first < LONG and _multiply(page, number, i)
    ):
        i += 1
        gap = page.gaps[i]
    if i > number.last:
        number.last, number.end = i, page.end(i - 1)
        read_part(page, number)


def _multiply(page: Page, number: Figure, i: int) -> bool:
    """Multiply a number by the magnitude that word *i* is; false where it is none."""
    role, value = page.known.numbers.get(page.lowers[i], NO_NUMBER)
    if role == "times":
        number.amount_to(times(number.low, value))
        return True
    if role not in ("power", "hundred"):
        printed = page.words.words[i]
        priced = printed in _LETTERS and is_priced(page, number.first) and _stands_alone(page, i)
        if printed not in _SHORT and not priced:
            return False
        value = page.known.glued[printed]
    number.amount_to(shifted(number.low, value))
    number.places += value
    return True


def _stands_alone(page: Page, i: int) -> bool:
    """Whether the letter at word *i* is one by itself: '£4.5 m', but not '£90 b&b', '£40 m²'."""
    end = page.end(i)
    return end >= len(page.text) or page.text[end].isspace() or page.text[end] in ",.;:)"


def read_part(page: Page, number: Figure) -> None:
    """Read 'and a half' behind a number, and ' 1/2' behind a numeral."""
    i = number.last
    if i < page.high and page.lowers[i] == "and":
        found = and_part(page, i)
        if found is not None:
            part, number.last, number.end = found
            number.amount_to(plus(number.low, times(part, 10**number.places)))
    elif i < page.high and i in page.numerals:
        _read_printed_part(page, number)


def and_part(page: Page, i: int) -> tuple[Decimal, int, int] | None:
    """Return what 'and a half', 'and three quarters' at word *i* adds, the word behind, its end."""
    count, word = _COUNTS.get(_joined(page, i + 1)), _joined(page, i + 2)
    if count is None or not word:
        return None
    role, base = page.known.numbers.get(word, NO_NUMBER)
    if role not in ("half", "part") or base not in _HALVES or word.endswith("th"):
        return None
    return Decimal(count) / base, i + 3, page.end(i + 2)


def _joined(page: Page, i: int) -> str:
    """Return word *i* in lower case where a blank or hyphen joins it to the word before."""
    return page.lowers[i] if i < page.high and page.gaps[i] in JOINTS else ""


def _read_printed_part(page: Page, number: Figure) -> None:
    """Read the ' 1/2' of '5 1/2' and '5-1/2'."""
    i = number.last
    joined = page.gaps[i] in BLANKS or page.gaps[i] in HYPHENS
    if not joined or i + 1 >= page.high or page.gaps[i + 1] not in ("/", "⁄"):
        return
    over, under = page.lowers[i], page.lowers[i + 1]
    if under in _BASES and over.isdecimal() and len(over) <= len(under) and int(over) < int(under):
        part = Decimal(over) / Decimal(under)
        cents = page.text[number.start : number.end][-_CENTS:][0] == "."  # '$13.08 1/2'
        number.amount_to(plus(number.low, shifted(part, -2) if cents else part))
        number.last, number.end = i + 2, page.end(i + 1)
