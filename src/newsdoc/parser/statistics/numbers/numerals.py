"""Numerals: digits in groups or with a point, and the signs before and behind them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from newsdoc.lexicon import tags
from newsdoc.parser.statistics.exact import plus, printed, shifted, times
from newsdoc.parser.statistics.numbers.letters import read_letters
from newsdoc.parser.statistics.numbers.magnitudes import goes_on, read_magnitudes, read_part
from newsdoc.parser.statistics.page import BARE, BLANKS, HYPHENS, SIGNS, STOPS, Figure, Page

_GROUPED: Final = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d\d)+,\d{3}")
_COMMA: Final = re.compile(r"\d{1,3},\d{1,2}")  # the decimal comma of Portugal and South Africa
_MONEY: Final = frozenset(SIGNS)
_THREE: Final = re.compile(r"\d{3}")
JETS: Final = frozenset({"707", "717", "727", "737", "747", "757", "767", "777", "787"})
_GROUP: Final = 3  # digits
_VULGAR: Final = {
    "½": "0.5", "¼": "0.25", "¾": "0.75", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625", "⅞": "0.875",
    "⅕": "0.2", "⅖": "0.4", "⅗": "0.6", "⅘": "0.8",
}  # fmt: skip
_POWER: Final = re.compile(r"\s?[×x]\s?10(?:\^|\*\*)?([-−]?\d{1,3})\b")
_MINUS: Final = frozenset({"minus", "negative"})
_SIGNS: Final = frozenset("-−–")
_THIN: Final = frozenset({" ", "\xa0", "\u202f", "\u2009"})


def read_numeral(page: Page, i: int) -> Figure | None:
    """Return the number whose numeral stands in word *i*, or None where it is none."""
    start, end = page.numerals[i]
    gap, behind, digits = page.gaps[i], i + 1, page.text[start:end]
    if not digits.isdigit():
        behind += digits.count(",") + digits.count(".")
        if not _is_grouped(digits):
            if not (_COMMA.fullmatch(digits) and _is_measured(page, i, behind, end)):
                return None
            digits = digits.replace(",", ".")
        digits = digits.replace(",", "")
    elif gap != " " and start == page.starts[i] and _is_point(gap, opens=i == 0):
        digits, start = "0." + digits, start - 1
    elif behind in page.numerals and len(digits) <= _GROUP:
        behind, end = behind_groups(page, i)
        digits = "".join(page.text[start:end].split())
    value = printed(digits)
    number = Figure(start, end, i, behind, value, value, BARE)
    if (stop := page.end(behind - 1)) > end:
        number.rest = page.text[end:stop]
    ahead = page.gaps[behind]
    signed = ahead != " " and ahead not in STOPS
    if number.rest or signed or behind in page.numerals or goes_on(page, behind):
        _read_on(page, number)
    if (gap != " " and gap[-1:] in _SIGNS) or page.lowers[i - 1] in _MINUS:
        _read_sign(page, number)
    number.width = number.end - number.start
    return number


def read_vulgar(page: Page, i: int) -> Figure:
    """Return the number of the sign that stands alone before word *i*: '½ point'."""
    start = page.vulgar[i]
    value = Decimal(_VULGAR[page.text[start]])
    number = Figure(start, start + 1, i, i, value, value, BARE)
    read_magnitudes(page, number)
    return number


def _is_grouped(digits: str) -> bool:
    """Whether digits with points and commas are a numeral: '4.21', '12,480.5', '1,00,000'."""
    whole, point, fraction = digits.partition(".")
    grouped = "," not in whole or _GROUPED.fullmatch(whole) is not None
    return grouped and (not point or fraction.isdigit())


def _is_measured(page: Page, i: int, behind: int, end: int) -> bool:
    """Whether a sign or a word measures the numeral of word *i*: '3,5%', '€1,2 million'."""
    start, _ = page.numerals[i]
    letters = page.text[page.starts[i] : start]  # 'R23,9bn'
    if page.text[end : end + 1] == "%" or page.gaps[i][-1:] in _MONEY:
        return True
    if letters and letters in page.known.signs:
        return True
    measured = page.leads(behind, tags.UNIT | tags.NUMBER)
    return measured and not page.leads(behind, tags.PREPOSITION)  # not 'in'


def _is_point(gap: str, *, opens: bool) -> bool:
    """Whether the gap before a numeral ends with the point of a fraction: ' .5', not 'Rs.5'."""
    return gap[-1:] == "." and (gap[-2:-1] in (" ", "\n", "(", "$") or (opens and len(gap) == 1))


def behind_groups(page: Page, i: int) -> tuple[int, int]:
    """Return the word behind a numeral whose thousands stand apart, '12 480', and its end."""
    end, last = page.numerals[i][1], i
    while (more := page.numerals.get(last + 1)) and page.gaps[last + 1] in _THIN:
        apart = end != page.end(last) or more[0] != page.starts[last + 1]
        if page.lowers[last + 1] in JETS and page.window[last + 2] in page.known.lists["plane"]:
            break  # '45 737 MAX jets'
        if apart or not _THREE.fullmatch(page.text, *more):  # letters stand between: '5km 120'
            break
        last, end = last + 1, more[1]
    return last + 1, end


def _read_on(page: Page, number: Figure) -> None:
    """Read what stands behind the numeral: a fraction, a power of ten, magnitudes."""
    _read_signs(page, number)
    _read_pesos(page, number)
    if number.rest:
        read_letters(page, number)
    elif number.last in page.numerals or goes_on(page, number.last):
        read_part(page, number)
        read_magnitudes(page, number)


def _read_pesos(page: Page, number: Figure) -> None:
    """Read the magnitude behind a hyphen, as in the Philippines: 'P1.8-B', 'P12.5-M'."""
    last = number.last
    letter = page.words.words[last] if page.gaps[last] == "-" and last < page.high else ""
    if letter in ("B", "M") and page.text[page.starts[number.first] : number.start] == "P":
        number.last, number.end, number.places = last + 1, page.end(last), page.known.glued[letter]
        number.amount_to(shifted(number.low, number.places))


def _read_signs(page: Page, number: Figure) -> None:
    """Read the sign of a fraction or a power of ten: '5½', '3.2 × 10^6'."""
    text, end = page.text, number.end
    if text[end : end + 1] == " ":
        end += 1
    sign = text[end : end + 1]
    if sign in _VULGAR:
        number.amount_to(plus(number.low, Decimal(_VULGAR[sign])))
        number.end = end + 1
    elif sign in ("⅓", "⅔"):
        number.amount_to(plus(times(number.low, 3), Decimal(1 if sign == "⅓" else 2)))
        number.of, number.end = Decimal(3), end + 1
    elif sign in ("×", "x") and (power := _POWER.match(text, number.end)):
        number.amount_to(shifted(number.low, int(power[1].replace("−", "-"))))
        number.end = power.end()
        number.last = page.words.at(number.end - 1) + 1
        number.rest = ""


def _read_sign(page: Page, number: Figure) -> None:
    """Read a minus sign or 'minus' before a numeral."""
    first, start = number.first, number.start
    if start != page.starts[first]:
        return
    gap = page.gaps[first]
    if is_minus(page, first, gap):
        start -= 1
    elif (gap in BLANKS or gap in HYPHENS) and _is_minus_word(page, first - 1):
        first, start = first - 1, page.starts[first - 1]
    else:
        return
    number.first, number.start = first, start
    number.negate()


def _is_minus_word(page: Page, i: int) -> bool:
    """Whether word *i* makes the number behind it negative: not the 'minus' of 'plus or minus'."""
    return page.window[i] in _MINUS and page.window[i - 1] != "or"


def is_minus(page: Page, i: int, gap: str) -> bool:
    """Whether the gap before word *i* ends with its sign; '–' is one in 'was –0.4', 'at –£40'."""
    sign, before = gap[-1:], gap[-2:-1]
    if sign not in _SIGNS:
        return False
    level = sign != "–" or page.tags[i - 1] & (tags.BE | tags.PREPOSITION | tags.BOUND)
    return before in ("(", "\n") or (before == " " and level > 0) or (i == 0 and len(gap) == 1)
