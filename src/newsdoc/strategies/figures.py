"""Figures: numbers in every form, with bounds, units, bases, changes, and who supplies them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Final, NamedTuple

from hypothesis import strategies as st

from newsdoc.strategies.phrases import Counting
from newsdoc.strategies.readings import Counted, Moved, Pair
from newsdoc.strategies.writer import Writer, capital

__all__ = ["FORMS", "PASSAGES"]


class Number(NamedTuple):
    """A number as printed, its value or the ends of its range, and what links it to its noun."""

    printed: str
    low: Decimal
    high: Decimal
    link: str = " "


# Words for numbers.
_WORDS: Final = (
    *(("seven", "7"), ("twelve", "12"), ("forty-two", "42"), ("two dozen", "24")),
    *(("a hundred and fifty", "150"), ("three thousand", "3000"), ("half a million", "500000")),
)
_VAGUE: Final = (
    ("dozens", "12", "120"),
    ("hundreds", "100", "1000"),
    ("thousands", "1000", "10000"),
)
# What bounds a number before it, and behind it.
_BEFORE: Final = (
    *(("", "exact"), ("at least ", "at_least"), ("more than ", "more_than"), ("about ", "about")),
    *(("fewer than ", "less_than"), ("nearly ", "about"), ("some ", "about")),
    *(("as many as ", "at_most"), ("no fewer than ", "at_least"), ("over ", "more_than")),
)
_UP_TO: Final = ("up to ", "at_most")
_BEHIND: Final = ((" or more", "at_least"), (" or so", "about"))
_MONEY: Final = (
    *(("$", "", "dollar"), ("£", "", "pound"), ("€", "", "euro"), ("C$", "", "Canadian dollar")),
    *(
        ("", " euros", "euro"),
        ("", " dollars", "dollar"),
        ("", " Canadian dollars", "Canadian dollar"),
    ),
)
_PERCENT: Final = (" percent", "%", " per cent")
# A clause with a gap, the kind of what is measured, as printed, and its name.
_MEASURES: Final = (
    *(("the new road is {} long", "length", " kilometres", "kilometre"),),
    *(("the new road is {} long", "length", " km", "kilometre"),),
    *(("the gate weighs {}", "mass", " tonnes", "tonne"),),
    *(("the water was {} deep", "length", " metres", "metre"),),
    *(("the field covers {}", "area", " hectares", "hectare"),),
    *(("the work took {}", "duration", " weeks", "week"),),
    *(("the water was {}", "temperature", " degrees Celsius", "degree Celsius"),),
    *(("the pump moves {}", "volume", " litres", "litre"),),
)
# A ratio as printed, what it is of what, and what links it to its noun.
_RATIOS: Final = (
    *(
        ("one in five", "1", "5", " "),
        ("3 out of 4", "3", "4", " "),
        ("two in ten", "2", "10", " "),
    ),
    *(("two-thirds", "2", "3", " of the "), ("half", "1", "2", " of the ")),
    *(("a third", "1", "3", " of the "),),
)


# --- numbers -------------------------------------------------------------------


def _whole(n: int, link: str = " ") -> Number:
    return Number(f"{n:,}", Decimal(n), Decimal(n), link)


def _millions(tenths: int) -> Number:
    value = Decimal(tenths) / 10
    exact = value * 10**6
    return Number(f"{value} million", exact, exact)


_DIGITS: Final = st.integers(13, 99).map(_whole)
_THOUSANDS: Final = st.integers(2_001, 99_999).map(_whole)
_SPELT: Final = st.sampled_from(_WORDS).map(
    lambda row: Number(row[0], Decimal(row[1]), Decimal(row[1]))
)
_MAGNITUDES: Final = st.integers(11, 99).map(_millions)
_EXACT: Final = _DIGITS | _THOUSANDS | _SPELT | _MAGNITUDES
_FUZZY: Final = st.sampled_from(_VAGUE).map(
    lambda row: Number(row[0], Decimal(row[1]), Decimal(row[2]), " of ")
)


def _ranged(ends: tuple[int, int], form: str) -> Number:
    low, high = ends[0], ends[0] + ends[1]
    return Number(form.format(low, high), Decimal(low), Decimal(high))


_RANGES: Final = st.builds(
    _ranged,
    st.tuples(st.integers(13, 60), st.integers(1, 30)),
    st.sampled_from(("{} to {}", "{}-{}", "{} and {}")),
)


# --- forms: each writes a clause, and notes the figures in it --------------------


def _note(w: Writer, how: str, span: Pair, number: Number, **facts: str | None) -> None:
    w.counted.append(Counted(how, span, number.low, number.high, **facts))  # type: ignore[arg-type]


def _counting(w: Writer) -> Counting:
    left = [row for row in w.event.counting if row.clause not in w.used] or w.event.counting
    row = w.draw(st.sampled_from(left))
    w.used.add(row.clause)
    return row


def _counted(w: Writer) -> None:
    """The storm sank at least 40 boats."""
    row = _counting(w)
    w.write(row.clause + " ")
    number = w.draw(_EXACT)
    before, bound = w.draw(st.sampled_from(_BEFORE))
    w.write(before)
    span = w.write(number.printed)
    behind = "" if before else w.pick(("", *(words for words, _ in _BEHIND)))
    w.write(f"{behind} {row.many}")
    bound = dict(_BEHIND).get(behind, bound)
    _note(w, f"counted {before}{behind}".strip(), span, number, bound=bound, unit=row.one)


def _up_to(w: Writer) -> None:
    row = _counting(w)
    w.write(f"{row.clause} {_UP_TO[0]}")
    number = w.draw(_EXACT)
    span = w.write(number.printed)
    w.write(f" {row.many}")
    _note(w, "up to", span, number, bound=_UP_TO[1], unit=row.one)


def _vague(w: Writer) -> None:
    row = _counting(w)
    w.write(row.clause + " ")
    number = w.draw(_FUZZY)
    span = w.write(number.printed)
    w.write(number.link + row.many)
    _note(w, "vague", span, number, unit=row.one)


def _range(w: Writer) -> None:
    row = _counting(w)
    number = w.draw(_RANGES)
    w.write(f"{row.clause} {'between ' if ' and ' in number.printed else ''}")
    span = w.write(number.printed)
    w.write(f" {row.many}")
    _note(w, "range", span, number, unit=row.one)


def _money(w: Writer) -> None:
    w.write(f"{w.pick(w.event.paid)} cost ")
    number = w.draw(_DIGITS | _THOUSANDS | _MAGNITUDES)
    before, bound = w.draw(st.sampled_from(_BEFORE[:4]))
    w.write(before)
    symbol, words, name = w.draw(st.sampled_from(_MONEY))
    span = w.write(f"{symbol}{number.printed}{words}")
    _note(w, "money", span, number, bound=bound, kind="money", unit=name)


def _money_range(w: Writer) -> None:
    w.write(f"{w.pick(w.event.paid)} will cost ")
    number = w.draw(_RANGES.filter(lambda n: "-" not in n.printed))
    w.write("between " if " and " in number.printed else "")
    low, joint, high = number.printed.split(" ")
    symbol, words, name = w.draw(st.sampled_from(_MONEY))
    span = w.write(f"{symbol}{low} {joint} {symbol}{high} million{words}")
    number = Number("", number.low * 10**6, number.high * 10**6)
    _note(w, "money range", span, number, kind="money", unit=name)


_MOVES: Final = (("rose", "up"), ("fell", "down"), ("rose by", "up"), ("fell by", "down"))


def _percent(w: Writer) -> None:
    """Ticket sales rose 18 percent."""
    moves, direction = w.draw(st.sampled_from(_MOVES))
    w.write(f"sales {moves} ")
    tenths = w.draw(st.integers(2, 999))
    value = Decimal(tenths) / 10
    points = w.draw(st.booleans())
    unit = " percentage points" if points else w.pick(_PERCENT)
    span = w.write(f"{value}{unit}")
    kind = "percentage_point" if points else "percent"
    name = "percentage point" if points else "percent"
    number = Number("", value, value)
    _note(w, "percent", span, number, direction=direction, kind=kind, unit=name)
    w.write(" in spring")


def _share(w: Writer) -> None:
    """18 percent of the boats were insured."""
    number = w.draw(_DIGITS)
    span = w.write(number.printed + w.pick(_PERCENT))
    w.write(f" of the {_counting(w).many} were insured")
    _note(w, "share", span, number, kind="percent", unit="percent")


def _measure(w: Writer) -> None:
    clause, kind, printed, name = w.draw(st.sampled_from(_MEASURES))
    before, behind = clause.split("{}")
    w.write(before)
    number = w.draw(_DIGITS)
    bounding, bound = w.draw(st.sampled_from(_BEFORE[:4]))
    w.write(bounding)
    span = w.write(number.printed + printed)
    w.write(behind)
    _note(w, "measure", span, number, bound=bound, kind=kind, unit=name)


def _ratio(w: Writer) -> None:
    printed, low, of, link = w.draw(st.sampled_from(_RATIOS))
    span = w.write(printed)
    row = _counting(w)
    w.write(f"{link}{row.many} were insured")
    value = Decimal(low)
    w.counted.append(Counted("ratio", span, value, value, Decimal(of), unit=row.one))


def _change(w: Writer) -> None:
    """The number of boats fell from 90 to 41."""
    row = _counting(w)
    high, low = w.draw(st.integers(50, 99)), w.draw(st.integers(13, 49))
    falls = w.draw(st.booleans())
    first, second = (high, low) if falls else (low, high)
    w.write(f"the number of {row.many} {'fell' if falls else 'rose'} from ")
    before = w.write(str(first))
    w.write(" to ")
    after = w.write(str(second))
    for span, n in ((before, first), (after, second)):
        _note(w, "change", span, _whole(n), unit=row.one)
    w.changes.append(Moved(before, after, None))


def _elided(w: Writer) -> None:
    """At least 50 people were hurt and 210 evacuated."""
    bounding, bound = w.draw(st.sampled_from((("", "exact"), ("at least ", "at_least"))))
    w.write(bounding)
    first, second = w.draw(_DIGITS), w.draw(_DIGITS)
    spans = [w.write(first.printed)]
    w.write(" people were hurt and ")
    spans.append(w.write(second.printed))
    w.write(" evacuated")
    for span, number in zip(spans, (first, second), strict=True):
        _note(w, "elided", span, number, bound=bound, unit="person")


def _rate(w: Writer) -> None:
    """The crews are paid $15 an hour."""
    w.write("the crews are paid ")
    number = w.draw(_DIGITS)
    span = w.write(f"${number.printed} {w.pick(('an hour', 'per hour'))}")
    _note(w, "rate", span, number, kind="money", unit="dollar", per="hour")


def _two(w: Writer) -> None:
    """The storm sank 9 boats and destroyed 33 houses: two figures, each with its noun."""
    for joint in ("", " and "):
        row = _counting(w)
        w.write(f"{joint}{row.clause} ")
        number = w.draw(_DIGITS | _SPELT)
        span = w.write(number.printed)
        w.write(f" {row.many}")
        _note(w, "two", span, number, unit=row.one)


FORMS: Final = (
    *(_counted, _range, _money, _percent, _measure, _ratio, _change, _elided, _two, _share),
    *(_vague, _money_range, _rate, _up_to),
)
"""What figures can look like, each in a function that writes a clause with it."""


# --- passages --------------------------------------------------------------------


def _write(w: Writer, *, capitals: bool) -> Pair:
    """Write a clause with figures, in any form; return where it stands."""
    form = w.draw(st.sampled_from([f for f in FORMS if f.__name__ not in w.used] or FORMS))
    w.used.add(form.__name__)
    start = len(w.text)
    form(w)
    if capitals:
        w.text = w.text[:start] + capital(w.text[start:])
    return start, len(w.text)


def figure(w: Writer) -> None:
    """Write a figure that nobody is credited with."""

    def write() -> None:
        _write(w, capitals=True)
        w.write(".")

    w.paragraph("body", write)


def _with_source(write: Callable[[Writer], None]) -> Callable[[Writer], None]:
    """Return the writer of a paragraph whose figures are the speaker's."""

    def passage(w: Writer) -> None:
        first = len(w.counted)
        w.paragraph("body", lambda: write(w))
        speaker = w.said[-1].speaker
        if speaker:
            w.credit(first, speaker)

    return passage


def _credited(w: Writer) -> None:
    """The storm sank 12 boats, according to X."""
    clause = _write(w, capitals=True)
    w.write(", ")
    cue = w.write("according to")
    w.write(" ")
    who = w.behind_cue()
    w.write(".")
    w.report(("figure, according to", "content cue source"), [clause], [], who, cue)


def _told(w: Writer) -> None:
    """X said the storm sank 12 boats."""
    who = w.before_cue(opens=True)
    cue = w.write("said")
    w.write(" ")
    start = w.write(w.pick(("", "that ")))[0]
    content = (start, _write(w, capitals=False)[1])
    w.write(".")
    w.report(("figure, said", "source cue content"), [content], [], who, cue)


def _ended(w: Writer) -> None:
    """The storm sank 12 boats, X said."""
    clause = _write(w, capitals=True)
    w.write(", ")
    who = w.before_cue()
    cue = w.write("said")
    w.write(".")
    w.report(("figure, ended", "content source cue"), [clause], [], who, cue)


def _marked(w: Writer) -> None:
    """“The storm sank 12 boats,” X said."""
    w.write(w.marks.opening)
    start, _ = _write(w, capitals=True)
    inside = (start, w.write(",")[1])
    w.write(w.marks.closing + " ")
    who = w.before_cue()
    cue = w.write("said")
    w.write(".")
    w.report(("figure, marked", "content source cue"), [inside], [inside], who, cue)


PASSAGES: Final = (figure, *map(_with_source, (_credited, _told, _ended, _marked)))
"""What paragraphs with figures can look like."""
