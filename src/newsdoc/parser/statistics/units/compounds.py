"""Compounds: one amount told in two units: '6 feet 2 inches', '3 pounds 20 pence'."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import UnitKind
from newsdoc.parser.statistics.exact import is_whole, plus, shifted, times
from newsdoc.parser.statistics.page import ARTICLES, BARE, HYPHENS, Figure, Page

_ONE: Final = Decimal(1)
_HUNDRED: Final = 100
CENTS: Final = frozenset({"cent", "penny", "paisa", "sen", "euro cent", "US cent"})
# Measures whose parts may stand behind a comma: '7 pounds, 3 ounces'.
_LISTED: Final = frozenset({UnitKind.LENGTH, UnitKind.MASS})
# The smaller unit that is left out: 'six foot two'.
_SMALLER: Final = {"foot": "inch", "stone": "pound"}
_ENDS_HEIGHT: Final = tags.PREPOSITION | tags.CONJUNCTION | tags.AUXILIARY | tags.PAST
# Units that are told together, and how many of the smaller make the larger.
_PARTS: Final = {
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
    ("foot", "inch"): 12,
    ("pound", "ounce"): 16,
    ("stone", "pound"): 14,
    ("kilogram", "gram"): 1000,
    ("metre", "centimetre"): 100,
    ("year", "month"): 12,
    ("week", "day"): 7,
    ("day", "hour"): 24,
}


def _read_clock(page: Page, left: Figure, right: Figure) -> None:
    """Read the m of '2h 30m' and '3m 26s' as minutes."""
    minute = page.known.units["minute"]
    if left.unit.name == "hour" and right.unit.name == "metre":
        right.unit = minute
    elif left.unit.name == "metre" and right.unit.name == "second":
        left.unit = minute


def reach_one(page: Page, figure: Figure) -> None:
    """Read an upper end without a number: '30 minutes to an hour', 'six months to a year'."""
    i, before = figure.last, page.window[figure.first - 1]
    if page.window[i] != "to" or page.follows(i + 1) not in ARTICLES or before == "from":
        return
    unit = page.known.units.get(page.follows(i + 2))
    if unit is None or page.gaps[i + 3] in HYPHENS or page.tags[figure.first - 1] & tags.MOVE:
        return
    high = 1 if unit.name == figure.unit.name else _PARTS.get((unit.name, figure.unit.name), 0)
    if figure.low == figure.high < high and page.follows(i + 1) != "the":
        figure.high = Decimal(high)
        figure.measured(figure.unit, i + 3, page.end(i + 2), "range")


def compound(page: Page, left: Figure, right: Figure, between: str) -> bool:
    """'1 minute and 45 seconds', '6 feet 2 inches': one figure, in the smaller unit."""
    if left.unit is BARE or right.unit is BARE or between not in ("", "and", ","):
        return False
    if between == "":
        _read_clock(page, left, right)
    if between != "," and right.unit.name == "penny" and left.unit.name == "pound":
        left.unit = page.known.signs["£"]  # '3 pounds 20 pence' weigh nothing
    aged = left.unit.kind is UnitKind.DURATION and right.unit.kind is UnitKind.AGE
    alike = left.unit.kind is right.unit.kind or aged
    if not alike or left.low != left.high or right.low != right.high:
        return False
    listed = left.unit.kind in _LISTED or left.unit.name == "hour"  # '2 hours, 3 minutes and …'
    if between == "," and not (listed and is_whole(left.low)):
        return False  # '7 pounds, 3 ounces', not '$5, 20 cents more'
    if left.unit.kind is UnitKind.MONEY:  # '5 dollars 20 cents' stays in dollars
        if right.unit.name not in CENTS or left.unit.name in CENTS or right.low >= _HUNDRED:
            return False
        if not is_whole(left.low) or (right.unit.name == "penny" and left.unit.name == "dollar"):
            return False  # '$1.27 and 84 pence'
        left.low = left.high = plus(left.low, shifted(right.low, -2))
    else:
        factor = _PARTS.get((left.unit.name, right.unit.name), 0)
        if not 0 <= right.low < factor:
            return False
        left.low = left.high = plus(times(left.low, factor), right.low)
        left.unit = right.unit
    left.per, left.why = right.per, "compound"
    return absorb(left, right)


def height(page: Page, left: Figure, right: Figure, between: str) -> bool:
    """'the 6-foot-4 guard', '6 ft 2 in', '12 stone 7': the smaller unit is left out, or is 'in'."""
    smaller = _SMALLER.get(left.unit.name)
    if smaller is None or right.unit is not BARE or right.rest or between not in ("", "-"):
        return False
    if not 0 <= right.low == right.high < _PARTS[left.unit.name, smaller]:
        return False
    i = right.last
    if page.follows(i) == "in" and smaller == "inch":
        right.last, right.end = i + 1, page.end(i)
    elif between == "" and page.follows(i) and not page.tags[i] & _ENDS_HEIGHT:
        return False
    right.unit, right.why = page.known.units[smaller], "measure"
    return compound(page, left, right, "")


def summed(left: Figure, right: Figure, between: str) -> bool:
    """'2 million 300 thousand', 'Rs 3 crore 50 lakh': one number told in two."""
    if between or not left.places > right.places > 0 or left.low != left.high:
        return False
    if BARE not in (left.unit, right.unit) or not 0 < right.low < shifted(_ONE, left.places):
        return False
    left.low = left.high = plus(left.low, right.low)
    if left.unit is BARE:
        left.unit, left.per, left.why = right.unit, right.per, right.why
    left.places = right.places
    return absorb(left, right)


def absorb(left: Figure, right: Figure) -> bool:
    """Let the left figure end where the right one does; true, for rules to return."""
    left.last, left.end = right.last, right.end
    left.rest = right.rest
    return True
