"""Documents and their parts: everything that the model allows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Final, TypeVar

from hypothesis import strategies as st

from newsdoc.model import (
    Bound,
    Byline,
    Change,
    Dateline,
    Direction,
    Document,
    Mention,
    Notice,
    Paragraph,
    Quote,
    Role,
    Source,
    SourceKind,
    Span,
    Stance,
    Statistic,
    Timestamp,
    Unit,
    UnitKind,
)
from newsdoc.strategies.texts import news_text

__all__ = ["documents", "paragraphs", "quotes", "spans", "statistics"]

T = TypeVar("T")
Text = str | st.SearchStrategy[str] | None
Draw = st.DrawFn


def _text_of(draw: Draw, text: Text) -> str:
    """The text to take excerpts of: the one given, or drawn; where it is None, any text."""
    if text is None:
        text = news_text().filter(bool)
    return text if isinstance(text, str) else draw(text)


def _flip(draw: Draw) -> bool:
    return draw(st.booleans())


def _maybe(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    return st.none() | strategy


# Short texts for the fields that are none of the article's: names, codes, rules.
_NAMES: Final = st.sampled_from(
    ("", "Ana Ruiz", "the ministry", "civilian", "Canadian dollar", "USD", "a\nb", "*b* | <i>")
) | st.text(st.characters(), max_size=20)

_UNITS: Final = st.builds(Unit, st.sampled_from(UnitKind), _NAMES, _maybe(_NAMES))

# Figures of news first, then any finite number.
_DECIMALS: Final = (
    st.integers(0, 10**6).map(Decimal)
    | st.decimals(0, 1000, places=2)
    | st.decimals(allow_nan=False, allow_infinity=False)
)

# Offsets of whole seconds: Python reads no others back from its own ISO 8601 text.
_DAY: Final = 24 * 60 * 60 - 1
_OFFSETS: Final = (
    st.sampled_from((0, 60, -300, 345)).map(lambda minutes: 60 * minutes) | st.integers(-_DAY, _DAY)
).map(lambda seconds: dt.timedelta(seconds=seconds))
_DATES: Final = st.dates()
_TIMES: Final = st.times()


def _excerpts(draw: Draw, text: str, within: Span | None = None, most: int = 6) -> list[Span]:
    """Draw spans of *text* (inside *within*), in order and disjoint; some of them touch."""
    low, high = (within.start, within.end) if within else (0, len(text))
    ends = sorted(draw(st.lists(st.integers(low, high), max_size=2 * most)))
    pairs = zip(ends[::2], ends[1::2], strict=False)
    return [Span.of(text, start, end) for start, end in pairs if start < end]


@st.composite
def _span(draw: Draw, text: Text) -> Span:
    whole = _text_of(draw, text)
    start = draw(st.integers(0, len(whole) - 1))
    return Span.of(whole, start, draw(st.integers(start + 1, len(whole))))


def spans(*, text: Text = None) -> st.SearchStrategy[Span]:
    """Excerpts of a text.

    Args:
        text: the text, or a strategy for it; never empty. By default any `news_text`.
    """
    return _span(text)


def _maybe_span(text: str) -> st.SearchStrategy[Span | None]:
    """An excerpt or None; an empty text has none."""
    return _maybe(_span(text)) if text else st.none()


# --- the layout --------------------------------------------------------------


def _lay_out(draw: Draw, text: str, span: Span) -> Paragraph:
    return Paragraph(span, draw(st.sampled_from(Role)), _excerpts(draw, text, span, most=4))


@st.composite
def _paragraph(draw: Draw, text: Text) -> Paragraph:
    whole = _text_of(draw, text)
    return _lay_out(draw, whole, draw(_span(whole)))


def paragraphs(*, text: Text = None) -> st.SearchStrategy[Paragraph]:
    """Paragraphs of a text, with any role and any sentences inside them.

    Args:
        text: the text, or a strategy for it; never empty. By default any `news_text`.
    """
    return _paragraph(text)


@st.composite
def _timestamp(draw: Draw, text: str) -> Timestamp:
    time = draw(_maybe(_TIMES))
    offset = None if time is None else draw(_maybe(_OFFSETS))
    return Timestamp(draw(_DATES), time, offset, draw(_maybe_span(text)))


def _byline(text: str) -> st.SearchStrategy[Byline]:
    return st.builds(Byline, _maybe_span(text), st.lists(_NAMES, max_size=3))


def _dateline(text: str) -> st.SearchStrategy[Dateline | None]:
    if not text:
        return st.none()
    return _maybe(st.builds(Dateline, _span(text), _maybe(_NAMES), _maybe(_DATES), _maybe(_NAMES)))


# --- the sources -------------------------------------------------------------


@st.composite
def _source(draw: Draw, text: str) -> Source:
    return Source(
        draw(st.sampled_from(SourceKind)),
        draw(_maybe(_NAMES)),
        draw(_maybe(_NAMES)),
        _excerpts(draw, text, most=3),
    )


def _sources(text: str) -> st.SearchStrategy[list[Source]]:
    """Some sources, no two of them equal."""
    return st.lists(_source(text), max_size=4, unique=True)


def _credit(draw: Draw, text: str, sources: Sequence[Source] | None) -> Mention | None:
    """Draw a mention of one of *sources* (one of its own where there are None), or None."""
    if sources == [] or not _flip(draw):
        return None
    source = draw(_source(text)) if sources is None else draw(st.sampled_from(sources))
    if source.mentions and _flip(draw):
        return Mention(draw(st.sampled_from(source.mentions)), source, draw(_NAMES))
    return Mention(draw(_span(text)), source, draw(_NAMES))


# --- the quotes --------------------------------------------------------------


def _marked(draw: Draw, text: str, content: list[Span]) -> list[Span]:
    """Draw what of the content stands in marks: none of it, all, some parts, or bits of them."""
    how = draw(st.sampled_from(("none", "all", "parts", "bits")))
    if how == "bits":
        return [bit for part in content for bit in _excerpts(draw, text, part, most=2)]
    if how == "parts":
        return [part for part in content if _flip(draw)]
    return content if how == "all" else []


def _report(draw: Draw, text: str, content: list[Span], sources: Sequence[Source] | None) -> Quote:
    return Quote(
        content,
        _marked(draw, text, content),
        _credit(draw, text, sources),
        draw(_maybe_span(text)),
        draw(st.sampled_from(Stance)),
        draw(_NAMES),
    )


@st.composite
def _quote(draw: Draw, text: Text) -> Quote:
    whole = _text_of(draw, text)
    content = _excerpts(draw, whole, most=4) or [draw(_span(whole))]
    return _report(draw, whole, content, None)


def quotes(*, text: Text = None) -> st.SearchStrategy[Quote]:
    """Quotes: of one part or several, direct, mixed or indirect, with a speaker or without.

    Args:
        text: the text, or a strategy for it; never empty. By default any `news_text`.
    """
    return _quote(text)


def _all_quotes(draw: Draw, text: str, sources: list[Source]) -> list[Quote]:
    """Draw quotes in order, with disjoint contents; some of them have several parts."""
    contents: list[list[Span]] = []
    for part in _excerpts(draw, text):
        if contents and _flip(draw):
            contents[-1].append(part)
        else:
            contents.append([part])
    return [_report(draw, text, content, sources) for content in contents]


# --- the statistics ----------------------------------------------------------


def _figure(draw: Draw, text: str, sources: Sequence[Source] | None) -> Statistic:
    low, high = sorted((draw(_DECIMALS), draw(_DECIMALS)))
    return Statistic(
        span=draw(_span(text)),
        low=low,
        high=high if _flip(draw) else low,
        unit=draw(_UNITS),
        of=draw(_maybe(_DECIMALS.filter(lambda base: base > 0))),
        bound=draw(st.sampled_from(Bound)),
        direction=draw(_maybe(st.sampled_from(Direction))),
        per=draw(_maybe(_UNITS)),
        subject=draw(_maybe_span(text)),
        source=_credit(draw, text, sources),
        why=draw(_NAMES),
    )


@st.composite
def _statistic(draw: Draw, text: Text) -> Statistic:
    return _figure(draw, _text_of(draw, text), None)


def statistics(*, text: Text = None) -> st.SearchStrategy[Statistic]:
    """Statistics: values and ranges of any finite size, with any unit, bound and direction.

    Args:
        text: the text, or a strategy for it; never empty. By default any `news_text`.
    """
    return _statistic(text)


def _all_statistics(draw: Draw, text: str, sources: list[Source]) -> list[Statistic]:
    """Draw statistics in order of the text."""
    count = draw(st.integers(0, 4)) if text else 0
    figures = [_figure(draw, text, sources) for _ in range(count)]
    return sorted(figures, key=lambda figure: (figure.span.start, figure.span.end))


def _changes(figures: list[Statistic]) -> st.SearchStrategy[list[Change]]:
    if not figures:
        return st.just([])
    figure = st.sampled_from(figures)
    change = st.one_of(
        st.builds(Change, figure, figure),
        st.builds(Change, figure, by=figure),
        st.builds(Change, after=figure, by=figure),
        st.builds(Change, figure, figure, figure),
    )
    return st.lists(change, max_size=2)


# --- the whole ---------------------------------------------------------------


@st.composite
def _document(draw: Draw, text: Text) -> Document:
    whole = _text_of(draw, text)
    sources = draw(_sources(whole))
    figures = _all_statistics(draw, whole, sources)
    notices = st.lists(st.builds(Notice, _NAMES, _span(whole)), max_size=3)
    return Document(
        text=whole,
        paragraphs=[_lay_out(draw, whole, span) for span in _excerpts(draw, whole)],
        quotes=_all_quotes(draw, whole, sources),
        statistics=figures,
        changes=draw(_changes(figures)),
        sources=sources,
        byline=draw(_maybe(_byline(whole))),
        dateline=draw(_dateline(whole)),
        published=draw(_maybe(_timestamp(whole))),
        updated=draw(_maybe(_timestamp(whole))),
        url=draw(_maybe(_NAMES)),
        language=draw(st.sampled_from(("en", "en-GB")) | _NAMES),
        notices=draw(notices) if whole else (),
        given_headline=draw(_maybe(_NAMES)),
    )


def documents(*, text: Text = None) -> st.SearchStrategy[Document]:
    """Documents: whatever the model allows, on any text.

    Paragraphs of any role need not cover the text; quotes have several parts
    and share sources with one another and with statistics; figures are of any
    size; names, codes and rules are any text.

    Args:
        text: the text, or a strategy for it. By default any `news_text`, the empty one too.
    """
    return _document(news_text() if text is None else text)
