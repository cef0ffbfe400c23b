"""The measure of a figure: percent, money and units around the number, and what they are per."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import Unit, UnitKind
from newsdoc.parser.statistics.page import (
    APOSTROPHES,
    BLANKS,
    HYPHENS,
    JOINTS,
    Figure,
    Number,
    Page,
)

PERCENT: Final = Unit(UnitKind.PERCENT, "percent", "%")
YEARS: Final = Unit(UnitKind.AGE, "year", "a")
DOLLAR: Final = Unit(UnitKind.MONEY, "dollar")
CENT: Final = Unit(UnitKind.MONEY, "cent")
TIMES: Final = Unit(UnitKind.MULTIPLE, "time")

_SIGNS: Final = "$€£¥₹₨₩₽₴₺₪₫₱฿₦₵₡₲₸₼₾₿=¢"
_DEGREES: Final = {"C": "celsius", "F": "fahrenheit", "K": "K"}
_LAST_PERIOD: Final = frozenset({"old", "olds"})
# A symbol of one or two letters behind a blank could be a word of its own.
_WORDLIKE: Final = frozenset(
    {
        "a",
        "in",
        "s",
        "A",
        "I",
        "at",
        "am",
        "st",
        "as",
        "d",
        "T",
        "C",
        "F",
        "PS",
        "Sh",
        "Fr",
        "R",
        "all",
        "mil",
        "top",
        "try",
        "cup",
        "ALL",
        "TOP",
        "won",
    }
)


def measure(page: Page, number: Number) -> Figure:
    """Return the figure of a number with the money or measure that is printed around it."""
    figure = Figure(
        number,
        number.first,
        number.last,
        number.start,
        number.end,
        number.low,
        number.high,
        number.of,
    )
    if not (_money_before(page, figure) or _behind(page, figure)):
        return figure
    _cents(page, figure)
    return figure


def _set(page: Page, figure: Figure, unit: Unit, last: int, end: int, why: str) -> bool:
    """Give the figure its unit, which ends before word *last*."""
    figure.unit, figure.last, figure.end, figure.why = unit, last, end, why
    return True


# --- money before the number -------------------------------------------------


def _money_before(page: Page, figure: Figure) -> bool:
    """Read a sign or code of money before the number: $5, US$5, RM79, EUR 5, Rs. 500."""
    first = figure.first
    gap, begin = page.gaps[first], page.starts[first]
    if figure.start > begin:  # letters glued to the numeral
        return _glued_sign(page, figure, page.text[begin : figure.start], gap)
    bare = gap.rstrip(" -−\xa0") if len(gap) > 1 else gap
    sign = bare[-1:]
    if sign and sign in _SIGNS and (sign != "=" or page.lower(first - 1) == "y"):
        return _sign_before(page, figure, sign, bare)
    if gap in BLANKS or gap in (". ", "."):
        before = first - 1
        if before >= page.low and figure.number.form == "numeral":
            printed = page.words.words[before]
            unit = page.known.signs.get(printed)
            if (
                unit is not None
                and len(printed) > 1
                and printed != "PS"
                and not (gap == " " and printed in _MONTHS_LIKE)
            ):
                figure.first, figure.start = before, page.starts[before]
                return _set(page, figure, unit, figure.last, figure.end, "money")
    return False


_MONTHS_LIKE: Final = frozenset({"ALL", "TOP", "ANG", "MOP", "Fr", "Sh", "kn", "kr", "Ft"})


def _sign_before(page: Page, figure: Figure, sign: str, bare: str) -> bool:
    first, known = figure.first, page.known.signs
    start = page.starts[first] - len(page.gaps[first]) + len(bare) - 1
    before = page.words.words[first - 1] if first > page.low else ""
    lead = bare[:-1]
    unit = known.get(before + sign) if lead in ("", " ") and before else None
    if unit is not None and (lead == "" or len(before) > 1 or before == "S"):
        figure.first, start = first - 1, page.starts[first - 1]
    else:
        unit = known.get(sign)
        if unit is None:
            return False
        if sign == "$" and page.dollar:
            unit = Unit(UnitKind.MONEY, "dollar", page.dollar)
    if lead.endswith(("-", "−")) and lead[:-1] in ("", " ", " (") and figure.low > 0:
        if lead != "-" or first == 0:
            figure.low, figure.high = -figure.high, -figure.low
            start -= 1
    figure.start = min(start, figure.start)
    tail = _word_behind(page, figure, unit)
    if tail is not None:
        end = page.end(tail[1] - 1)
        dotted = tail[1] - figure.last > 1 and page.text[end : end + 1] == "."
        return _set(page, figure, tail[0], tail[1], end + dotted, "money")
    return _set(page, figure, unit, figure.last, figure.end, "money")


def _word_behind(page: Page, figure: Figure, unit: Unit) -> tuple[Unit, int] | None:
    """Read the country behind a signed figure: $5 million Canadian, $75 U.S."""
    i = figure.last
    if unit.code is not None or i >= page.high or page.gaps[i] not in BLANKS:
        return None
    code = page.words.words[i]
    if code in ("USD", "AUD", "CAD", "NZD", "HKD", "SGD"):
        return page.known.symbols[code], i + 1
    if code == "US":
        return page.known.signs["US$"], i + 1
    if code == "U" and page.lower(i + 1) == "s" and page.gaps[i + 1] == ".":
        return page.known.signs["US$"], i + 2
    return None


def _glued_sign(page: Page, figure: Figure, letters: str, gap: str) -> bool:
    """Read letters glued to the front of a numeral: RM79, AUD1.5m, $US113."""
    known = page.known.signs
    unit = known.get("$" + letters) if gap[-1:] == "$" else known.get(letters)
    if unit is None or (letters == "PS" and figure.low < 6 and not figure.number.places):  # noqa: PLR2004
        return False
    figure.start = page.starts[figure.first] - (gap[-1:] == "$")
    return _set(page, figure, unit, figure.last, figure.end, "money")


def _cents(page: Page, figure: Figure) -> None:
    """Take a word of money behind a signed figure into its span: $5 million dollars."""
    if figure.unit is not None and figure.unit.kind is UnitKind.MONEY:
        i = figure.last
        if (
            i < page.high
            and page.gaps[i] in BLANKS
            and page.lowers[i] in ("dollars", "euros", "yen")
        ):
            figure.last, figure.end = i + 1, page.end(i)


# --- units behind the number -------------------------------------------------


def _behind(page: Page, figure: Figure) -> bool:
    """Read the unit behind the number."""
    number = figure.number
    if number.form == "fold":
        return _set(page, figure, TIMES, figure.last, figure.end, "multiple")
    if number.rest:
        return _glued(page, figure, number.rest)
    i = figure.last
    gap = page.tail(figure)
    if gap and gap not in BLANKS and _symbol(page, figure, gap, i):
        return True
    if number.form == "fraction":
        return of_unit(page, figure)
    if number.form in ("vague", "half-unit") and page.follows(i) == "of":
        i += 1
    if i >= page.high or (gap not in JOINTS and gap != " - "):
        return False
    if not page.tags[i] & tags.UNIT:
        if page.lowers[i] in ("fold", "times") and gap in JOINTS:
            unit = TIMES if page.lowers[i] == "fold" else _times(page, i)
            return unit is not None and _set(page, figure, unit, i + 1, page.end(i), "multiple")
        return False
    found = _unit_at(page, i, figure)
    if found is None:
        return False
    unit, last, end = found
    if unit.name == "pound" and _sterling(page, figure):
        unit = page.known.signs["£"]
    return _set(
        page, figure, unit, last, end, "money" if unit.kind is UnitKind.MONEY else "measure"
    )


def of_unit(page: Page, figure: Figure) -> bool:
    """Read the unit that a fraction is of: three-quarters of an inch, half of a mile."""
    i = figure.last
    if page.follows(i) != "of" or page.follows(i + 1) not in ("a", "an", "one"):
        return False
    unit = page.known.units.get(page.follows(i + 2))
    return unit is not None and _set(page, figure, unit, i + 3, page.end(i + 2), "fraction")


def _sterling(page: Page, figure: Figure) -> bool:
    """Whether 'pounds' are money: in millions, where money is paid, or in a text with a '£'."""
    if figure.number.places >= 6 or "£" in page.text:  # noqa: PLR2004
        return page.lowers[figure.last] != "lb"
    return not page.known.lists["paid"].isdisjoint(
        page.lowers[max(page.low, figure.first - 5) : figure.first]
    )


def _symbol(page: Page, figure: Figure, gap: str, i: int) -> bool:
    """Read a symbol behind the number: 5%, 5 %, 5°C, 5€."""
    bare = gap.lstrip(" \xa0\u202f") if gap[0] in " \xa0\u202f" else gap
    sign, offset = bare[:1], figure.end + len(gap) - len(bare)
    if sign in ("%", "％"):
        point = page.follows(i) in ("point", "points")
        if point:
            unit = page.known.units["percentage point"] if False else _POINT
            return _set(page, figure, unit, i + 1, page.end(i), "measure")
        return _set(page, figure, PERCENT, figure.last, offset + 1, "percent")
    if sign in ("°", "º", "˚", "℃", "℉"):
        if sign in "℃℉":
            unit = page.known.units["celsius" if sign == "℃" else "fahrenheit"]
            return _set(page, figure, unit, figure.last, offset + 1, "measure")
        word = page.words.words[i] if i < page.high and bare[1:] in ("", " ") else ""
        scale = _DEGREES.get(word) or (
            word.lower() if word.lower() in ("celsius", "fahrenheit") else ""
        )
        if scale in page.known.units:
            return _set(page, figure, page.known.units[scale], i + 1, page.end(i), "measure")
        return _set(page, figure, page.known.units["degree"], figure.last, offset + 1, "measure")
    if sign and sign in "€£¥₹₽₴₺₪¢" and figure.number.form == "numeral":
        unit = CENT if sign == "¢" else page.known.signs[sign]
        return _set(page, figure, unit, figure.last, offset + 1, "money")
    if sign == "$" and bare[1:2] in ("", " ", ".", ",", ")") and figure.number.form == "numeral":
        unit = Unit(UnitKind.MONEY, "dollar", page.dollar)
        return _set(page, figure, unit, figure.last, offset + 1, "money")
    return False


_POINT: Final = Unit(UnitKind.PERCENTAGE_POINT, "percentage point")


def _glued(page: Page, figure: Figure, rest: str) -> bool:
    """Read letters glued to the numeral as a unit: 5kW, 24pc, 164p, 10km/h."""
    word = figure.last - 1
    found = _phrase(page, word, rest.lower())
    if found is not None:
        return _set(page, figure, found[0], found[1], page.end(found[1] - 1), "measure")
    if rest in ("C", "F") and not _degrees(page, figure):
        return False
    unit = page.known.symbols.get(rest) or page.known.units.get(rest.lower())
    if unit is None and len(rest) > 1:
        unit = page.known.symbols.get(rest.lower())
    if unit is None:
        return False
    end = page.end(word)
    if page.gaps[figure.last][:1] in ("²", "³"):
        unit = page.known.symbols.get(rest + "23"[page.gaps[figure.last][0] == "³"], unit)
        end += 1
    why = (
        "money"
        if unit.kind is UnitKind.MONEY
        else "percent"
        if unit.kind is UnitKind.PERCENT
        else "measure"
    )
    return _set(page, figure, unit, figure.last, end, why)


def _degrees(page: Page, figure: Figure) -> bool:
    """Whether 40C or 104F is a temperature, and no model: iPhone 5C."""
    before = page.words.words[figure.first - 1] if figure.first > page.low else ""
    return -100 < figure.low < 2000 and not (
        before[:1].isupper() and page.gaps[figure.first] in BLANKS
    )  # noqa: PLR2004


def _unit_at(page: Page, i: int, figure: Figure) -> tuple[Unit, int, int] | None:
    """Return the unit whose first word is *i*, the word behind it, and its end."""
    lower = page.lowers[i]
    found = _phrase(page, i, lower)
    if found is not None:
        return found[0], found[1], page.end(found[1] - 1)
    printed = page.words.words[i]
    unit = page.known.units.get(lower)
    if unit is not None and printed[0].isupper() and year_like(figure.number):
        return None
    if unit is None:
        unit = page.known.symbols.get(printed)
        if unit is None or figure.number.form != "numeral":
            return None
        if (
            printed in _WORDLIKE
            and page.gaps[i + 1] != "/"
            and not (page.gaps[i] in HYPHENS and printed == "in")
        ):
            return None
    end = page.end(i)
    if page.gaps[i + 1][:1] in ("²", "³"):
        unit = page.known.symbols.get(printed + "23"[page.gaps[i + 1][0] == "³"], unit)
        end += 1
    return unit, i + 1, end


def _phrase(page: Page, i: int, first: str) -> tuple[Unit, int] | None:
    """Return the unit of several words that begins with word *i*, and the word behind it."""
    for rest, unit in page.known.phrases.get(first, ()):
        last = i + 1 + len(rest)
        if last <= page.high and page.lowers[i + 1 : last] == rest:
            if all(page.gaps[k] in _INSIDE for k in range(i + 1, last)):
                return unit, last
    return None


_INSIDE: Final = frozenset({*JOINTS, ".", ". ", "/", "·", "⋅"})


def _times(page: Page, i: int) -> Unit | None:
    """Return the unit of 'times': a multiple before a comparison, else None (a count)."""
    return TIMES if page.follows(i + 1) in page.known.lists["compared"] else None


# --- rates -------------------------------------------------------------------


def rate(page: Page, figure: Figure, i: int) -> None:
    """Read what a figure is per, from word *i* on: 'a share', 'per gallon', 'an hour', '/kg'."""
    if i >= page.high:
        return
    gap, word = page.tail(figure) if i == figure.last else page.gaps[i], page.lowers[i]
    if gap in {"/", " / "}:
        if not _numeral(page, i):
            _per(page, figure, i)
    elif gap in BLANKS or gap in HYPHENS:
        if word == "per" or (word in ("every", "each") and page.follows(i + 1) in page.known.units):
            _per(page, figure, i + 1)
        elif word in ("a", "an") and i + 1 < page.high:
            base = page.lowers[i + 1]
            if page.follows(i + 2) in page.known.lists["when"]:
                return
            unit = page.known.units.get(base)
            if base in page.known.lists["base"] or (
                unit is not None and page.gaps[i + 1] in JOINTS and _is_base(figure, unit)
            ):
                _per(page, figure, i + 1)


def _numeral(page: Page, i: int) -> bool:
    """Whether word *i* begins with a digit."""
    return i in page.numerals and page.numerals[i][0] == page.starts[i]


def _is_base(figure: Figure, unit: Unit) -> bool:
    """Whether 'a' before a unit makes a rate: 'times a minute', not '12 miles a mile'."""
    return figure.unit is None or figure.unit.kind != unit.kind


def _per(page: Page, figure: Figure, i: int) -> None:
    if i >= page.high:
        return
    if _numeral(page, i):
        _per_numeral(page, figure, i)
        return
    word = page.lowers[i]
    found = _unit_at(page, i, figure) if page.tags[i] & tags.UNIT else None
    if found is not None:
        unit, last, end = found
    elif page.tags[i] & (tags.PREPOSITION | tags.AUXILIARY | tags.CONJUNCTION):
        return
    else:
        unit, last, end = Unit(UnitKind.COUNT, page.known.singular(word)), i + 1, page.end(i)
    whole = _compound(page, figure.unit, unit)
    if whole is not None:
        figure.unit, figure.per = whole, None
    else:
        figure.per = unit
    if figure.noun is None or figure.last <= i:
        figure.last, figure.end = last, end


def _compound(page: Page, unit: Unit | None, per: Unit) -> Unit | None:
    """Return the unit of measure that two units make, where it has a name: mile per hour."""
    if unit is None:
        return None
    return page.known.units.get(f"{unit.name} per {per.name}") or page.known.compounds.get(
        f"{unit.name} per {per.name}"
    )


def _per_numeral(page: Page, figure: Figure, i: int) -> None:
    """Read a base with a number of its own: 7.3 per 100,000 residents."""
    start, end = page.numerals[i]
    last = page.words.at(end - 1) + 1
    noun = page.follows(last)
    name = page.text[start:end]
    if noun and page.known.is_plural(noun):
        name, end, last = f"{name} {noun}", page.end(last), last + 1
    figure.per = Unit(UnitKind.COUNT, name)
    figure.last, figure.end = last, end


def age(page: Page, figure: Figure) -> bool:
    """Read 'year-old', 'years old', 'years of age' behind a number."""
    i, unit = figure.last, figure.unit
    if unit is None or unit.kind is not UnitKind.DURATION:
        return False
    word = page.lower(i)
    if word in _LAST_PERIOD and page.gaps[i] in JOINTS:
        last = i + 1
    elif word == "of" and page.follows(i + 1) == "age":
        last = i + 2
    elif page.lower(figure.first - 1) == "of" and page.lower(figure.first - 2) == "age":
        last = i
    elif word == "s" and page.gaps[i] in APOSTROPHES and page.follows(i + 1) in _LAST_PERIOD:
        last = i + 2
    else:
        return False
    return _set(
        page, figure, Unit(UnitKind.AGE, unit.name, unit.code), last, page.end(last - 1), "age"
    )


def year_like(number: Number) -> bool:
    """Whether a number is printed like a year of these times."""
    return number.end - number.start == 4 and not number.places and 1900 <= number.low < 2100  # noqa: PLR2004
