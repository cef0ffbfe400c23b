"""The measure of a number: money, unit or age, and what it is per."""

from __future__ import annotations

from typing import Final

from newsdoc.model import UnitKind
from newsdoc.parser.statistics.ages import told_age
from newsdoc.parser.statistics.excluded.names import capital_unit
from newsdoc.parser.statistics.page import Figure, Page
from newsdoc.parser.statistics.units import read_unit
from newsdoc.parser.statistics.units.compounds import reach_one
from newsdoc.parser.statistics.units.money import money_before
from newsdoc.parser.statistics.units.rates import read_daily, read_paid, read_rate

_TEMPERATURE: Final = UnitKind.TEMPERATURE
_DURATION: Final = UnitKind.DURATION
_VOLUME: Final = UnitKind.VOLUME


def measure(page: Page, figure: Figure) -> bool:
    """Give a number what is printed around it; false where both are a name: '60 Minutes'."""
    i = figure.last
    if not (money_before(page, figure) or read_unit(page, figure)):
        _measure_bare(page, figure, i)
        return True
    kind = figure.unit.kind
    if kind is _DURATION:
        if capital_unit(page, figure, i):
            return False
        if told_age(page, figure):
            return True
        reach_one(page, figure)
    elif kind is _TEMPERATURE:
        _below_zero(page, figure)
    elif kind is _VOLUME:
        read_daily(page, figure)
    read_rate(page, figure, figure.last)
    return True


def _measure_bare(page: Page, figure: Figure, i: int) -> None:
    """Read what a number without a unit is per, or below: '9 per 1,000', '20 below zero'."""
    if page.window[i] == "per" and page.follows(i):
        read_rate(page, figure, i)
        figure.why = "rate"
    elif page.window[i] == "to" and page.follows(i + 1) == "the":
        read_paid(page, figure, i)  # 'at 18.97 to the dollar'
    elif page.window[i] == "below" and page.follows(i + 1) == "zero":
        figure.measured(page.known.units["degree"], i, figure.end, "measure")
        _below_zero(page, figure)


def _below_zero(page: Page, figure: Figure) -> None:
    """Read a dash before degrees, or 'below zero' behind them: both make them negative."""
    i = figure.last
    if figure.form == "words" and page.window[figure.first - 1] == "minus":
        figure.first, figure.start = figure.first - 1, page.starts[figure.first - 1]
        figure.negate()
        return
    if page.gaps[figure.first][-2:] == " –" and figure.start == page.starts[figure.first]:
        figure.start -= 1  # before other numbers, such a dash opens an aside
        figure.negate()
        return
    side = page.follows(i)
    if side in ("below", "above") and page.follows(i + 1) == "zero":
        figure.last, figure.end = i + 2, page.end(i + 1)
        scale = page.known.units.get(page.follows(i + 2))
        if scale is not None and scale.kind is _TEMPERATURE:  # '20 below zero Fahrenheit'
            figure.unit, figure.last, figure.end = scale, i + 3, page.end(i + 2)
        if side == "below":
            figure.negate()
