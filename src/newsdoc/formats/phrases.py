"""What the parts of a document are called where people read them: in Markdown and in HTML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from newsdoc.model import (
    Bound,
    Change,
    Direction,
    Document,
    Mention,
    Notice,
    Quote,
    Role,
    Source,
    Span,
    Stance,
    Statistic,
    fold,
)

STANCES: Final[Mapping[Stance, str]] = {
    Stance.ASSERTS: "",
    Stance.DENIES: "denies",
    Stance.ASKS: "asks",
    Stance.WITHHOLDS: "does not say",
}
BOUNDS: Final[Mapping[Bound, tuple[str, str]]] = {
    Bound.EXACT: ("", ""),
    Bound.ABOUT: ("≈", "about"),
    Bound.AT_LEAST: ("≥", "at least"),
    Bound.MORE_THAN: (">", "more than"),
    Bound.AT_MOST: ("≤", "at most"),
    Bound.LESS_THAN: ("<", "less than"),
}
DIRECTIONS: Final[Mapping[Direction | None, str]] = {
    None: "",
    Direction.UP: "up",
    Direction.DOWN: "down",
}

_TO: Final = "\u2013"  # an en dash, between the ends of a range
_PLAIN: Final = range(-12, 22)  # the powers of ten that are written in full
_POINTERS: Final = frozenset(("who", "which", "that"))


def title_at(document: Document) -> int | None:
    """Return the number of the paragraph that prints the document's headline.

    None where there is no headline, or the caller alone knows it. A page has one
    title: other paragraphs of that role, such as a repeat, are plain text on it.
    """
    found = (
        i
        for i, paragraph in enumerate(document.paragraphs)
        if paragraph.role is Role.HEADLINE and fold(paragraph.text) == document.headline
    )
    return next(found, None) if document.headline else None


def number(value: Decimal) -> str:
    """Return a number as people read it: 1480 as '1,480'; past measure, as '1E+99'."""
    exponent = value.as_tuple().exponent
    plain = value.adjusted() in _PLAIN and isinstance(exponent, int) and exponent in _PLAIN
    return f"{value:,f}" if plain else str(value)


def value(figure: Statistic) -> str:
    """Return the value of a figure with its bound: '≥ 1,480', '1 of 5', 'up 3'."""
    amount = number(figure.low)
    if figure.high != figure.low:
        amount += f"{_TO}{number(figure.high)}"
    if figure.of is not None:
        amount += f" of {number(figure.of)}"
    sign = BOUNDS[figure.bound][0]
    return " ".join(filter(None, (DIRECTIONS[figure.direction], sign, amount)))


def unit(figure: Statistic) -> str:
    """Return the unit of a figure: 'civilian', 'dollar (USD) / barrel', or ''."""
    parts = [figure.unit, *([figure.per] if figure.per else [])]
    named = (f"{u.name} ({u.code})" if u.code and u.name else u.name or u.code or "" for u in parts)
    return " / ".join(filter(None, map(fold, named)))


def who(source: Source) -> str:
    """Return what a source is called: its name, or else its first mention as printed.

    A mention that only points back ('who') tells nothing.
    """
    printed = (m.text for m in source.mentions if m.text.lower() not in _POINTERS)
    return fold(source.name or next(printed, source.title or source.kind))


def credited(mention: Mention) -> str:
    """Return whom a mention means: the name of its source, or else the mention as printed."""
    return fold(mention.name or mention.span.text)


def figures(document: Document) -> Iterator[tuple[Statistic, Stance]]:
    """Yield each figure with what the speaker does with the quote that it stands in."""
    doubtful = [
        (part, quote.stance)
        for quote in document.quotes
        if quote.stance is not Stance.ASSERTS
        for part in quote.content
    ]
    doubtful.sort(key=lambda said: said[0].start, reverse=True)
    stances: dict[int, Stance] = {}
    around: list[tuple[Span, Stance]] = []
    for figure in sorted(document.statistics, key=lambda figure: figure.span.start):
        start = figure.span.start
        while doubtful and doubtful[-1][0].start <= start:
            around.append(doubtful.pop())
        around = [said for said in around if said[0].end > start]
        inside = (stance for part, stance in around if figure.span in part)
        stances[id(figure)] = next(inside, Stance.ASSERTS)
    for figure in document.statistics:
        yield figure, stances[id(figure)]


def cells(figure: Statistic, stance: Stance) -> tuple[str, str, str, str]:
    """Return the value of a figure, its unit, what it is about and who is credited with it."""
    source = credited(figure.source) if figure.source else ""
    doubt = f"({STANCES[stance]})" if STANCES[stance] else ""
    about = fold(figure.subject.text) if figure.subject else ""
    return value(figure), unit(figure), about, f"{source} {doubt}".strip()


def note(figure: Statistic, stance: Stance) -> tuple[str, ...]:
    """Return what is read from a figure, in a few short phrases."""
    amount, unit_, about, _ = cells(figure, stance)
    parts = (
        f"{amount} {unit_}".strip(),
        about and f"about {about}",
        f"according to {credited(figure.source)}" if figure.source else "",
        f"the speaker {STANCES[stance]} this" if STANCES[stance] else "",
    )
    return tuple(part for part in parts if part)


def change(change: Change) -> str:
    """Return a change in words: 'from 12 percent to 9 percent, by 3 points'."""
    named = (("from", change.before), ("to", change.after), ("by", change.by))
    return " ".join(f"{word} {fold(figure.span.text)}" for word, figure in named if figure)


def said(quote: Quote) -> str:
    """Return what was said on one line, the parts in marks that were printed in marks."""
    quoted = set(quote.quoted)
    return " ".join(
        f"“{fold(part.text)}”" if part in quoted else fold(part.text) for part in quote.content
    )


def voices(document: Document) -> list[tuple[Source | None, list[Quote]]]:
    """Return the quotes by speaker, in order of first quote; those of nobody come last."""
    numbers = {id(source): i for i, source in enumerate(document.sources)}
    groups: dict[int, tuple[Source | None, list[Quote]]] = {}
    for quote in document.quotes:
        source = quote.speaker.source if quote.speaker else None
        number = -1 if source is None else numbers.get(id(source))
        if number is None:  # an equal of one of the sources
            number = document.sources.index(source)
        groups.setdefault(number, (source, []))[1].append(quote)
    nobody = groups.pop(-1, None)
    return [*groups.values(), *([nobody] if nobody else [])]


def notice(notice: Notice) -> str:
    """Return a notice in words: 'ambiguous speaker: He'."""
    return f"{notice.code.replace('-', ' ')}: {fold(notice.span.text)}"
