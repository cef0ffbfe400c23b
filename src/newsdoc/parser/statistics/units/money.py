"""Money told before its number: $5, US$5, A$5 million, RM79, EUR 5, Rs. 500, -$40."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import Unit, UnitKind
from newsdoc.parser.statistics.numbers.numerals import is_minus
from newsdoc.parser.statistics.page import BLANKS, Figure, Page

_SIGNS: Final = frozenset("$€£¥₹₨₩₽₴₺₪₫₱฿₦₵₡₲₸₼₾₿¢=")
_MINUS: Final = frozenset({"-", "−"})
_POINTS: Final = frozenset({". ", "."})  # between a short form and its number: Rs. 500
_GOES_ON: Final = tags.PREPOSITION | tags.CONJUNCTION | tags.AUXILIARY | tags.DETERMINER
_MONEY: Final = ("dollars", "euros", "yen", "pounds", "rupees")
# 'PS' is what becomes of a pound sign in some archives; a small number makes it a console.
_CONSOLE: Final = 6
_MILLION: Final = 6  # places


def money_before(page: Page, figure: Figure) -> bool:
    """Give the figure the money that is printed before its number, if any."""
    first = figure.first
    gap, begin = page.gaps[first], page.starts[first]
    if gap == " " and figure.form != "numeral":
        return False  # a code stands before digits
    if figure.start > begin:
        return _glued(page, figure, page.text[begin : figure.start], gap)
    if gap != " ":
        bare = gap.rstrip(" -−.\xa0") if len(gap) > 1 else gap
        tail = gap[len(bare) :]
        stops = ". " in tail  # '5 $. 6 came': the sign is the one before's
        if bare[-1:] in _SIGNS and not stops and (bare[-1] != "=" or page.window[first - 1] == "y"):
            signed = _signed(page, figure, bare)
            if signed and tail in _MINUS:  # '$-5'
                figure.negate()
            return signed
        if gap not in BLANKS and gap not in _POINTS:
            return False
    unit = page.known.signs.get(page.words.words[first - 1])
    return unit is not None and _coded(page, figure, unit)


def is_sign(page: Page, figure: Figure, letters: str) -> bool:
    """Whether letters glued to a numeral stand for money: RM79 and N2.5bn, not N95."""
    unit = page.known.signs.get(letters)
    if letters == "PS" and figure.low < _CONSOLE and not figure.places:
        return False
    if unit is None or letters not in page.known.large:
        return unit is not None
    return _is_great(page, figure) or page.holds(unit.name.rpartition(" ")[2])


def _is_great(page: Page, figure: Figure) -> bool:
    """Whether a number is printed as only a great amount is: with separators, or in millions."""
    return figure.places >= _MILLION or "," in page.text[figure.start : figure.end]


def _glued(page: Page, figure: Figure, letters: str, gap: str) -> bool:
    """Read letters glued to the numeral: RM79, AUD1.5m, $US113."""
    known, dollar = page.known.signs, gap[-1:] == "$"
    unit = known.get("$" + letters) if dollar else known.get(letters)
    if unit is None:
        return False
    figure.start = page.starts[figure.first] - dollar
    return figure.measured(unit, figure.last, figure.end, "money")


def _coded(page: Page, figure: Figure, unit: Unit) -> bool:
    """Read a code or short form as a word of its own: EUR 5, Rs. 500."""
    before = figure.first - 1
    if before < page.low or figure.form != "numeral":
        return False
    printed = page.words.words[before]
    if len(printed) == 1 or printed in page.known.large:
        told = len(printed) == len("SDG") and page.holds(unit.name.rpartition(" ")[2])
        if not (told or _is_great(page, figure)):
            return False
    elif printed in page.known.lists["wordlike"]:
        return False
    named = page.known.phrases.get(page.window[before - 1], ())  # 'Danish kroner 300 million'
    nation = next((unit for rest, unit in named if rest == [printed.lower()]), None)
    figure.first = before - (nation is not None)
    figure.start = page.starts[figure.first]
    return figure.measured(nation or unit, figure.last, figure.end, "money")


def _signed(page: Page, figure: Figure, bare: str) -> bool:
    """Read a sign, the country before it and behind the number: US$5, HK $5, $5 million U.S."""
    first, sign, lead = figure.first, bare[-1], bare[:-1]
    start = page.starts[first] - len(page.gaps[first]) + len(lead)
    unit = _country(page, first, sign, lead)
    if unit is not None:
        figure.first, start = first - 1, page.starts[first - 1]
    elif sign in page.known.signs:
        unit = _dollar(page) if sign == "$" else page.known.signs[sign]
        if lead[:-1] in ("", " ", " (") and is_minus(page, first, lead):
            figure.negate()
            start -= 1
    else:
        return False
    figure.start = min(start, figure.start)
    unit, last, end = _behind(page, figure, unit)
    return figure.measured(unit, last, end, "money")


def _country(page: Page, first: int, sign: str, lead: str) -> Unit | None:
    """Return the money of a sign with letters before it: US$, HK $."""
    if first == page.low or lead not in ("", " "):
        return None
    before = page.words.words[first - 1]
    if lead and len(before) == 1 and before != "S":
        return None  # 'in plan A $5'
    return page.known.signs.get(before + sign)


def _nation(page: Page, i: int) -> Unit | None:
    """Return the dollar of the nation at word *i*: '$5 million Canadian', not 'Canadian aid'."""
    if not page.words.words[i][0].isupper():
        return None
    if page.follows(i + 1) and not page.tags[i + 1] & _GOES_ON:
        return None
    named = page.known.phrases.get(page.lowers[i], ())
    return next((unit for rest, unit in named if rest == ["dollar"]), None)


def _dollar(page: Page) -> Unit:
    """Return what an unmarked dollar is to the caller."""
    return Unit(UnitKind.MONEY, "dollar", page.dollar) if page.dollar else page.known.signs["$"]


def _behind(page: Page, figure: Figure, unit: Unit) -> tuple[Unit, int, int]:
    """Read on behind a signed figure: the country, or the word again; the word behind, the end."""
    i = figure.last
    if i >= page.high or page.gaps[i] not in BLANKS:
        return unit, i, figure.end
    if page.lowers[i] in _MONEY or (page.lowers[i] == "sterling" and unit.name == "pound"):
        return unit, i + 1, page.end(i)
    if unit.code is None and unit.name == "dollar":
        code = page.words.words[i]
        if code in ("USD", "AUD", "CAD", "NZD", "HKD", "SGD"):
            return page.known.signs[code], i + 1, page.end(i)
        if (nation := _nation(page, i)) is not None:
            return nation, i + 1, page.end(i)
        if code == "U" and page.window[i + 1] == "s" and page.gaps[i + 1] == ".":
            end = page.end(i + 1)
            return page.known.signs["US$"], i + 2, end + (page.text[end : end + 1] == ".")
    return unit, i, figure.end
