"""Units: percent, money and measures behind the number."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import Bound, Unit, UnitKind
from newsdoc.parser.statistics.exact import is_whole, plus
from newsdoc.parser.statistics.numbers.magnitudes import and_part
from newsdoc.parser.statistics.page import BLANKS, HYPHENS, JOINTS, NO_CENTS, STOPS, Figure, Page

PERCENT: Final = Unit(UnitKind.PERCENT, "percent", "%")
_POINT: Final = Unit(UnitKind.PERCENTAGE_POINT, "percentage point")
_CENT: Final = Unit(UnitKind.MONEY, "cent")
_POUND: Final = Unit(UnitKind.MONEY, "pound")
_POUNDS: Final = ("Egypt", "Leban", "Sudan", "Syria")  # nations with a pound that has no sign
_TIME: Final = Unit(UnitKind.MULTIPLE, "time")

_PERCENTS: Final = frozenset("%％")
_DEGREES: Final = frozenset("°º˚℃℉")
_SCALES: Final = {"C": "celsius", "F": "fahrenheit", "℃": "celsius", "℉": "fahrenheit"}
_MONEY: Final = frozenset("€£¥₹₽₴₺₪¢$")
_POWERS: Final = {"²": "2", "³": "3"}
_INSIDE: Final = frozenset({*JOINTS, ".", ". ", "/", "·", "⋅", " & "})
_VAGUE: Final = frozenset({"vague", "half-unit"})
_LEADS: Final = frozenset({"or", "fold", "times"})  # words that are no units, but lead to one
_CLOSING: Final = ("", ".", ",", ";", ")")
_MILLION: Final = 6  # places
_NEARBY: Final = 5  # words in which 'paid' makes pounds money
_FELT: Final = ("ing", "ous", "ful")  # with which words end that tell how a way was
_COLD, _HOT = -100, 2000  # no printed temperature is beyond
# A look at a member of an enum takes as long as a call.
_IS_MONEY: Final = UnitKind.MONEY
_IS_PERCENT: Final = UnitKind.PERCENT
_IS_LENGTH: Final = UnitKind.LENGTH
_IS_MASS: Final = UnitKind.MASS
_IS_DATA: Final = UnitKind.DATA


def read_unit(page: Page, figure: Figure) -> bool:
    """Read the unit behind the number."""
    i = figure.last
    if figure.form == "fold":
        return figure.measured(_TIME, i, figure.end, "multiple")
    if figure.rest:
        return _glued(page, figure, figure.rest)
    gap = page.gaps[i]
    if gap in STOPS:
        return False
    if gap != " ":
        gap = page.tail(figure)
        if gap and gap not in BLANKS:
            if _symbol(page, figure, gap):
                return True
            gap, i = _plus(page, figure, gap)
    word = page.window[i]
    if word == "of" or figure.form == "fraction":
        return _behind_of(page, figure, i)
    led = bool(word) and (page.tags[i] & tags.UNIT > 0 or word in _LEADS)
    if led and (gap in JOINTS or gap in (" - ", " [")) and _word(page, figure, i):
        figure.end += gap == " [" and page.gaps[figure.last][:1] == "]"  # 'the last 15 [metres]'
        return True
    if gap == " " and word.endswith(_FELT) and _is_length(page, i + 1):
        return _word(page, figure, i + 1)
    return word in page.known.lists["skipped"] and _behind_skipped(page, figure, i)


def _is_length(page: Page, i: int) -> bool:
    """Whether word *i* is a unit of length, told in the plural: '400 exhausting kilometres'.

    A yard that is rushed or passed is a count of a game.
    """
    if not page.follows(i) or not page.tags[i] & tags.UNIT or page.lowers[i][-1] != "s":
        return False
    unit = page.known.units.get(page.lowers[i])
    return unit is not None and unit.kind is _IS_LENGTH and unit.name != "yard"


def _behind_skipped(page: Page, figure: Figure, i: int) -> bool:
    """Read a unit behind words that do not change it: 'four straight years', 'six more months'."""
    skipped = page.known.lists["skipped"]
    while page.follows(i) in skipped:
        i += 1
    return bool(page.follows(i)) and page.tags[i] & tags.UNIT > 0 and _word(page, figure, i)


def _behind_of(page: Page, figure: Figure, i: int) -> bool:
    """Read a unit behind 'of': 'a quarter of a mile', 'hundreds of miles'."""
    if figure.form == "fraction" or (page.follows(i) and figure.low < 1):
        return of_unit(page, figure)  # '0.3 of a percentage point', too
    vague = figure.form in _VAGUE and page.follows(i) and i + 1 < page.high
    return bool(vague) and _word(page, figure, i + 1)


def _plus(page: Page, figure: Figure, gap: str) -> tuple[str, int]:
    """Read a plus sign or '-plus' between number and unit: what stands behind it, and the word."""
    i = figure.last
    if gap[:1] == "+":
        figure.bound = Bound.AT_LEAST
        return gap[1:], i
    suffix = page.window[i] if gap in HYPHENS and page.follows(i + 1) else ""
    if suffix in ("plus", "odd") and page.tags[i + 1] & tags.UNIT:
        figure.bound = Bound.AT_LEAST if suffix == "plus" else Bound.ABOUT
        return page.gaps[i + 1], i + 1
    return gap, i


def _or_so(page: Page, figure: Figure, i: int) -> int:
    """Read 'or so', 'or more' between number and unit: the word behind it, or *i*."""
    if not page.follows(i + 2) or not page.tags[i + 2] & tags.UNIT:
        return i
    for rest, bound in page.known.after["or"]:
        if rest == [page.lowers[i + 1]]:
            figure.bound = bound
            return i + 2
    return i


def _word(page: Page, figure: Figure, i: int) -> bool:
    """Read a unit that begins with word *i*, or that this word leads to."""
    if page.lowers[i] == "or":
        i = _or_so(page, figure, i)
    if not page.tags[i] & tags.UNIT:
        multiple = page.lowers[i] == "fold" or (
            page.lowers[i] == "times" and _is_multiple(page, figure, i)
        )
        return multiple and figure.measured(_TIME, i + 1, page.end(i), "multiple")
    found = unit_at(page, i, figure)
    if found is None:
        return False
    unit, last, end = found
    if unit.name == "pound" and unit.kind is _IS_MASS and _is_sterling(page, figure, i):
        foreign = not page.holds("£") and any(map(page.holds, _POUNDS))
        unit = _POUND if foreign else page.known.signs["£"]
    figure.measured(unit, last, end, _why(unit))
    _and_part(page, figure)
    return True


def _is_multiple(page: Page, figure: Figure, i: int) -> bool:
    """Whether the 'times' at word *i* multiply: '5 times stronger than', 'rose 5 times to 9'."""
    ahead, before = page.follows(i + 1), figure.first - 1
    if not is_whole(figure.low) and ahead not in ("a", "an", "on", "per"):
        return True  # nothing happens 7.4 times
    if any(page.follows(k) in page.known.lists["multiplied"] for k in (i + 1, i + 2)):
        return True  # 'nine times net earnings'
    over = ahead == "over" and "limit" in page.window[i + 2 : i + 6]
    if over or ahead in page.known.lists["compared"] or page.known.used(ahead, "comparative"):
        return True
    if ahead[-2:] == "er" and page.follows(i + 2) == "than":
        return True
    by = page.window[before] == "by"  # 'grew by five times'
    led = by or (ahead == "to" and i + 2 in page.numerals)
    return led and page.tags[before - by] & tags.MOVE > 0


def _and_part(page: Page, figure: Figure) -> None:
    """Read what stands behind the unit of a number: 'two acres and a half', no half mile."""
    i = figure.last
    if page.window[i] != "and" or page.follows(i + 1) not in ("a", "three"):
        return
    found = and_part(page, i)
    if (
        found is not None and page.follows(found[1]) not in page.known.units
    ):  # not 'and a half mile'
        part, figure.last, figure.end = found
        figure.low = figure.high = plus(figure.low, part)


def of_unit(page: Page, figure: Figure) -> bool:
    """Read the unit that a fraction is of: three-quarters of an inch, half of a mile."""
    i = figure.last
    if page.follows(i) != "of" or page.follows(i + 1) not in ("a", "an", "one"):
        return False
    if not page.follows(i + 2) or not page.tags[i + 2] & tags.UNIT:
        return False
    found = unit_at(page, i + 2, figure)
    return found is not None and figure.measured(*found, "fraction")


def _is_sterling(page: Page, figure: Figure, i: int) -> bool:
    """Whether 'pounds' are money: in millions, where money is paid, or in a text with a '£'."""
    if not page.lowers[i].startswith("pound"):
        return False
    if figure.places >= _MILLION or page.holds("£"):
        return True
    if page.follows(i + 1) in page.known.lists["coined"]:  # 'a five-pound note'
        return True
    around = page.lowers[page.since(figure.first - _NEARBY) : figure.first]
    return not page.known.lists["paid"].isdisjoint(around)


def _why(unit: Unit) -> str:
    """Return the rule that a unit stands for."""
    if unit.kind is _IS_MONEY:
        return "money"
    return "percent" if unit.kind is _IS_PERCENT else "measure"


# --- symbols and letters glued to the number -----------------------------------------


def _symbol(page: Page, figure: Figure, gap: str) -> bool:
    """Read a symbol behind the number: 5%, 5 %, 5°C, 5€."""
    bare = gap.lstrip(" \xa0\u202f")
    sign, last = bare[:1], figure.last
    end = figure.end + len(gap) - len(bare) + 1
    if sign in _PERCENTS:
        if page.follows(last) in ("point", "points"):
            return figure.measured(_POINT, last + 1, page.end(last), "measure")
        return figure.measured(PERCENT, last, end, "percent")
    if sign in _DEGREES:
        return _degree(page, figure, sign, bare[1:], end)
    if gap[:2] in NO_CENTS and not gap[2:3].isdigit():
        return figure.measured(page.known.signs["Sh"], last, end + 1, "money")
    if sign not in _MONEY or figure.form != "numeral":
        return False
    if sign == "$" and bare[1:2] not in ("", " ", ".", ",", ")"):
        return False  # it belongs to the next number
    unit = _CENT if sign == "¢" else page.known.signs[sign]
    if sign == "$" and page.dollar:
        unit = Unit(UnitKind.MONEY, "dollar", page.dollar)
    return figure.measured(unit, last, end, "money")


def _degree(page: Page, figure: Figure, sign: str, rest: str, end: int) -> bool:
    """Read a sign of degrees and the scale behind it."""
    last, known = figure.last, page.known.units
    if sign in _SCALES:
        return figure.measured(known[_SCALES[sign]], last, end, "measure")
    word = page.words.words[last] if last < page.high and rest in ("", " ") else ""
    scale = known.get(_SCALES.get(word, word.lower()))
    if scale is not None and scale.kind is UnitKind.TEMPERATURE:
        return figure.measured(scale, last + 1, page.end(last), "measure")
    return figure.measured(known["degree"], last, end, "measure")


def _glued(page: Page, figure: Figure, rest: str) -> bool:
    """Read letters glued to the numeral as a unit: 5kW, 24pc, 164p, 10km/h, 40C."""
    word, known = figure.last - 1, page.known
    if (found := _phrase(page, word, rest.lower())) is not None:
        return figure.measured(found[0], found[1], page.end(found[1] - 1), "measure")
    if rest in ("C", "F") and not _is_temperature(page, figure):
        return False
    if rest in ("x", "X"):
        return figure.measured(_TIME, figure.last, page.end(word), "multiple")
    unit = known.symbols.get(rest) or known.units.get(rest.lower())
    if unit is None and len(rest) > 1:
        unit = known.symbols.get(rest.lower())
    if unit is None:
        return False
    unit, end = _powered(page, word, rest, unit)
    return figure.measured(unit, figure.last, end, _why(unit))


def _is_temperature(page: Page, figure: Figure) -> bool:
    """Whether 40C or 104F is a temperature, and no model: iPhone 5C."""
    before = page.words.words[figure.first - 1] if figure.first > page.low else ""
    model = before[:1].isupper() and page.gaps[figure.first] in BLANKS
    return _COLD < figure.low < _HOT and not model


# --- units in letters -----------------------------------------------------------------


def unit_at(page: Page, i: int, figure: Figure) -> tuple[Unit, int, int] | None:
    """Return the unit whose first word is *i*, the word behind it, and its end."""
    lower, printed = page.lowers[i], page.words.words[i]
    if lower == "second" and _is_ordinal(page, i):
        return None
    if lower in page.known.phrases and (found := _phrase(page, i, lower)) is not None:
        return found[0], found[1], page.end(found[1] - 1)
    unit = page.known.units.get(lower)
    if unit is None or (printed != lower and _is_acronym(printed)):
        unit = page.known.symbols.get(printed)
        if unit is None or figure.form != "numeral":
            return None
        if printed in page.known.lists["wordlike"] and not _is_symbol(page, i, figure):
            return None
    elif printed[0].isupper() and _year_like(figure):
        return None  # 'in 2016 Stone spoke'
    unit, end = _powered(page, i, printed, unit)
    return unit, i + 1, end


def _is_ordinal(page: Page, i: int) -> bool:
    """Whether the 'second' at word *i* is no time: '12 second homes', 'four second-half goals'."""
    ahead, hung = page.window[i + 1], page.gaps[i + 1] in HYPHENS
    return (hung and ahead != "long") or ahead in page.known.lists["seconded"]


def _is_acronym(printed: str) -> bool:
    """Whether a word is the plural of capitals, and no unit for its letters: '650 MPs'."""
    return printed[-1] == "s" and printed[:-1].isupper() and len(printed) > 2  # noqa: PLR2004


def _is_symbol(page: Page, i: int, figure: Figure) -> bool:
    """Whether a short form that could be a word is a unit: 1.3 A/cm2, a 5-in pipe, 104 F."""
    gap, printed = page.gaps[i + 1], page.words.words[i]
    if gap == "/":
        return True
    if gap in HYPHENS:
        return False  # 'a 1-in-100-year flood'
    if printed == "in":  # 'a 5-in pipe', '15 in. across', '6 in deep'
        closed = gap[:1] in _CLOSING or page.follows(i + 1) in page.known.lists["sized"]
        return closed or page.gaps[i] == "-"
    if printed == "K" and not page.holds("elvin"):
        return False
    if printed in ("C", "F", "K"):
        goes_on = i + 1 < page.high and page.tags[i + 1] & (tags.PREPOSITION | tags.CONJUNCTION)
        closed = gap[:1] in _CLOSING or gap == " ("  # 'minus 11 C (12 F)'
        return bool(goes_on or closed) and _is_temperature(page, figure)
    return printed.isupper() and "." in page.text[figure.start : figure.end]


def _phrase(page: Page, i: int, first: str) -> tuple[Unit, int] | None:
    """Return the unit of several words that begins with word *i*, and the word behind it."""
    for rest, unit in page.known.phrases.get(first, ()):
        last = i + 1 + len(rest)
        if last > page.high or page.lowers[i + 1 : last] != rest:
            continue
        if all(page.gaps[k] in _INSIDE for k in range(i + 1, last)):
            if unit.kind is _IS_DATA and "B" in page.words.words[i]:  # MB/s, not Mb/s
                return page.known.compounds.get(unit.name.replace("bit", "byte"), unit), last
            return unit, last
    return None


def _powered(page: Page, i: int, form: str, unit: Unit) -> tuple[Unit, int]:
    """Return the unit of a form with a raised figure behind it, and its end: m²."""
    gap, end = page.gaps[i + 1], page.end(i)
    power = _POWERS.get(gap[:1]) if gap != " " else None
    raised = page.known.symbols.get(form + power) if power else None
    return (unit, end) if raised is None else (raised, end + 1)


def _year_like(figure: Figure) -> bool:
    """Whether a number is printed like a year of these times."""
    return not figure.places and figure.width == 4 and 1900 <= figure.low < 2100  # noqa: PLR2004
