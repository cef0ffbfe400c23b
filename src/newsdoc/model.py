"""The document: what an article says, every part pointing at the words it came from.

All classes are frozen and valid by construction: a span that does not fit, a
range upside down or a mention of somebody else's source raises `ModelError`
where it is made, naming the field.

**Offsets** are half-open code-point offsets into `Document.text`, which is the
input exactly as it was given. Elements stand off the text: they are flat tuples
on the document, since a quote may run over paragraphs and a figure may stand
inside a quote. Facts that were read carry the span they were read from; facts
that the caller gave have none.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, cast

from attrs import Factory, field, frozen

from newsdoc.checks import (
    Path,
    bare,
    check,
    decimal,
    difference,
    expect,
    expect_tuple,
    in_order,
    instance_of,
    member,
    path,
    short,
    stand_in_order,
    to_tuple,
    tuple_of,
)
from newsdoc.errors import ModelError

__all__ = [
    "Bound",
    "Byline",
    "Change",
    "Dateline",
    "Direction",
    "Document",
    "Mention",
    "Notice",
    "Paragraph",
    "Quote",
    "QuoteKind",
    "Role",
    "Source",
    "SourceKind",
    "Span",
    "Stance",
    "Statistic",
    "Timestamp",
    "Unit",
    "UnitKind",
]

# --- the closed vocabularies -------------------------------------------------


class Role(StrEnum):
    """What a paragraph is in the layout of the article."""

    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    SUBHEAD = "subhead"
    LIST_ITEM = "list_item"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"


class QuoteKind(StrEnum):
    """How much of a quote's content stands in quotation marks."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Stance(StrEnum):
    """What the speaker does with the content: claims it, denies it, asks it, or will not say."""

    ASSERTS = "asserts"
    DENIES = "denies"
    ASKS = "asks"
    WITHHOLDS = "withholds"


class SourceKind(StrEnum):
    """Who or what a source is. A state or place that acts is an organisation."""

    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


class Bound(StrEnum):
    """How the printed figure bounds the true one."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"


class Direction(StrEnum):
    """Which way something moved by the amount of the figure."""

    UP = "up"
    DOWN = "down"


class UnitKind(StrEnum):
    """The dimension of a unit."""

    NUMBER = "number"
    COUNT = "count"
    PERCENT = "percent"
    PERCENTAGE_POINT = "percentage_point"
    POINT = "point"
    MULTIPLE = "multiple"
    MONEY = "money"
    DURATION = "duration"
    AGE = "age"
    LENGTH = "length"
    AREA = "area"
    VOLUME = "volume"
    MASS = "mass"
    TEMPERATURE = "temperature"
    SPEED = "speed"
    ENERGY = "energy"
    POWER = "power"
    PRESSURE = "pressure"
    FREQUENCY = "frequency"
    DATA = "data"
    OTHER = "other"


# --- conversions -------------------------------------------------------------


def _to_role(value: Any) -> Role:
    return value if type(value) is Role else member("Paragraph.role", Role, value)


def _to_source_kind(value: Any) -> SourceKind:
    return value if type(value) is SourceKind else member("Source.kind", SourceKind, value)


def _to_stance(value: Any) -> Stance:
    return value if type(value) is Stance else member("Quote.stance", Stance, value)


def _to_unit_kind(value: Any) -> UnitKind:
    return value if type(value) is UnitKind else member("Unit.kind", UnitKind, value)


def _to_bound(value: Any) -> Bound:
    return value if type(value) is Bound else member("Statistic.bound", Bound, value)


def _to_direction(value: Any) -> Direction | None:
    return None if value is None else member("Statistic.direction", Direction, value)


def _to_low(value: Any) -> Decimal:
    is_fine = type(value) is Decimal and value.is_finite()
    return value if is_fine else decimal("Statistic.low", value)


def _to_high(value: Any) -> Decimal:
    is_fine = type(value) is Decimal and value.is_finite()
    return value if is_fine else decimal("Statistic.high", value)


def _to_of(value: Any) -> Decimal | None:
    return None if value is None else decimal("Statistic.of", value)


def fold(text: str) -> str:
    """Return *text* with each run of white space as one blank, and none at its ends."""
    return " ".join(text.split())


# --- the parts ---------------------------------------------------------------

_text = field(validator=instance_of(str))
_optional_text: Any = field(default=None, validator=instance_of(str, optional=True))


@frozen(repr=False)
class Span:
    """An exact excerpt of the text: ``document.text[start:end] == text``.

    Attributes:
        start: offset of the first code point.
        end: offset behind the last one; ``end - start == len(text)``.
        text: the excerpt, never empty.

    Raises:
        ModelError: where the three do not agree.
    """

    start: int
    end: int
    text: str
    # The text that `of` cut the excerpt from. It lets a quote of several parts
    # give the words between them; two spans are equal whatever it is.
    _whole: str | None = field(default=None, init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        start, end, text = self.start, self.end, self.text
        if type(start) is not int or type(end) is not int or not isinstance(text, str):
            check(self, "start", type(start) is int, f"expected int, got {start!r}")
            check(self, "end", type(end) is int, f"expected int, got {end!r}")
            check(self, "text", False, f"expected str, got {text!r}")
        if not 0 <= start < end or end - start != len(text):
            check(self, "start", start >= 0, f"{start} is before the text")
            check(self, "end", start < end, f"{end} is not behind the start ({start})")
            check(self, "text", False, f"{len(text)} characters for {start}:{end}")

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Return the excerpt of *text* from *start* to *end*.

        Raises:
            ModelError: where the offsets are no whole numbers that lie in the text.
        """
        if type(start) is not int or type(end) is not int or not isinstance(text, str):
            return cls(start, end, text)  # raises, and says why
        excerpt = text[start:end]
        if 0 <= start < end == start + len(excerpt):
            # A document holds hundreds of spans, all cut here and just found valid:
            # filling the slots directly takes two thirds of the time of `__init__`.
            span = _new_span(cls)
            _set_start(span, start)
            _set_end(span, end)
            _set_text(span, excerpt)
            _set_whole(span, text)
            return span
        if end > len(text):
            msg = f"Span.end: {end} is past the end of the text ({len(text)})"
            raise ModelError(msg)
        return cls(start, end, excerpt)  # raises, and says why

    def until(self, last: Span) -> Span:
        """Return the excerpt from the start of this span to the end of *last*.

        Raises:
            ModelError: where this span was not made by `of`, which alone knows
                the words between the two, or *last* ends before it starts.
        """
        if self._whole is None:
            msg = "Span.until: a span not made by Span.of does not know the text around it"
            raise ModelError(msg)
        return Span.of(self._whole, self.start, last.end)

    def __len__(self) -> int:
        return self.end - self.start

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Span({self.start}, {self.end}, {short(self.text)})"

    def __contains__(self, other: Span | int) -> bool:
        """Whether an offset, or all of another span, lies in this one."""
        if isinstance(other, int):
            return self.start <= other < self.end
        if not isinstance(other, Span):
            msg = f"an offset or a Span can lie in a Span, not {type(other).__name__}"
            raise TypeError(msg)
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


_new_span: Final = cast("Callable[[type[Span]], Span]", object.__new__)
_set_start, _set_end, _set_text, _set_whole = (
    Span.__dict__[name].__set__ for name in ("start", "end", "text", "_whole")
)


@frozen(repr=False)
class Paragraph:
    """A paragraph of the text, with its role in the layout.

    Attributes:
        span: where it stands, from its first to its last printed character.
        role: what it is (a `Role` or its plain string).
        sentences: its sentences, in order and inside it.
    """

    span: Span
    role: Role = field(default=Role.BODY, converter=_to_role)
    sentences: tuple[Span, ...] = field(default=(), converter=to_tuple)

    def __attrs_post_init__(self) -> None:
        if type(self.span) is not Span:
            expect(self, "span", Span)
        in_order(self, "sentences", Span, self.sentences, self.span)

    @property
    def text(self) -> str:
        """The paragraph exactly as printed, line breaks included."""
        return self.span.text

    def __repr__(self) -> str:
        return f"<Paragraph {self.role} {self.span.start}:{self.span.end} {short(self.text)}>"


@frozen(repr=False)
class Source:
    """A person, body, document or unnamed speaker: one object an article.

    Attributes:
        kind: what it is (a `SourceKind` or its plain string).
        name: the full name as the article gives it, or None where it gives none.
        title: a role or affiliation as printed, or None.
        mentions: every place where it is credited, as printed, in order.
    """

    kind: SourceKind = field(converter=_to_source_kind)
    name: str | None = None
    title: str | None = None
    mentions: tuple[Span, ...] = field(default=(), converter=to_tuple)

    def __attrs_post_init__(self) -> None:
        name, title = self.name, self.title
        if (name is not None and type(name) is not str) or (
            title is not None and type(title) is not str
        ):
            expect(self, "name", str, optional=True)
            expect(self, "title", str, optional=True)
        in_order(self, "mentions", Span, self.mentions)

    def __repr__(self) -> str:
        name = self.name or (self.mentions[0].text if self.mentions else "?")
        title = f", {self.title}" if self.title else ""
        return f"<Source {self.kind} {short(name + title)} x{len(self.mentions)}>"


@frozen(repr=False)
class Mention:
    """A source as it is printed beside a cue or a figure.

    Attributes:
        span: the noun phrase or pronoun as printed.
        source: who is meant; one of the document's sources.
        why: the rule that settled who is meant.
    """

    span: Span
    source: Source
    why: str = ""

    def __attrs_post_init__(self) -> None:
        if (
            type(self.span) is not Span
            or type(self.source) is not Source
            or (type(self.why) is not str)
        ):
            expect(self, "span", Span)
            expect(self, "source", Source)
            expect(self, "why", str)

    @property
    def name(self) -> str | None:
        """The full name of the source, or None."""
        return self.source.name

    @property
    def title(self) -> str | None:
        """The role or affiliation of the source, or None."""
        return self.source.title

    @property
    def kind(self) -> SourceKind:
        """What the source is."""
        return self.source.kind

    def __str__(self) -> str:
        """Return the name of the source or, where there is none, what is printed."""
        return self.name or self.span.text

    def __repr__(self) -> str:
        name = f" = {self.name}" if self.name and self.name != self.span.text else ""
        return f"<Mention {self.span.start}:{self.span.end} {short(self.span.text + name)}>"


@frozen(repr=False)
class Quote:
    """Something said or written: its content, who said it, and the word that tells so.

    Attributes:
        content: the parts of what was said, in order. A part wholly inside one
            pair of marks leaves the marks out; any other part keeps them.
        quoted: what stands inside quotation marks, marks left out, in order.
        speaker: who said it, or None where the article credits nobody.
        cue: the verb without its auxiliaries, or the phrase ('according to').
        stance: what the speaker does with the content (a `Stance` or its string).
        why: the rule that made the quote.
    """

    content: tuple[Span, ...] = field(converter=to_tuple)
    quoted: tuple[Span, ...] = field(default=(), converter=to_tuple)
    speaker: Mention | None = None
    cue: Span | None = None
    stance: Stance = field(default=Stance.ASSERTS, converter=_to_stance)
    why: str = ""

    def __attrs_post_init__(self) -> None:
        content, quoted, speaker, cue = self.content, self.quoted, self.speaker, self.cue
        if speaker is not None and type(speaker) is not Mention:
            expect(self, "speaker", Mention, optional=True)
        if cue is not None and type(cue) is not Span:
            expect(self, "cue", Span, optional=True)
        if type(self.why) is not str:
            expect(self, "why", str)
        in_order(self, "content", Span, content)
        if not content:
            check(self, "content", False, "a quote has at least one part")
        if quoted is not content:
            in_order(self, "quoted", Span, quoted)
            self._check_quoted()

    def _check_quoted(self) -> None:
        """What is quoted lies in the content."""
        for i, marked in enumerate(self.quoted):
            start, end = marked.start, marked.end
            for part in self.content:
                if part.start <= start and end <= part.end:
                    break
            else:
                check(self, f"quoted[{i}]", False, f"{marked!r} lies outside the content")

    @property
    def kind(self) -> QuoteKind:
        """Direct where all of the content stands in marks, mixed where some, else indirect."""
        if not self.quoted:
            return QuoteKind.INDIRECT
        marked = set(self.quoted)
        return QuoteKind.DIRECT if all(p in marked for p in self.content) else QuoteKind.MIXED

    @property
    def span(self) -> Span:
        """The excerpt from the first to the last character of the content.

        Raises:
            ModelError: for a quote of several parts that were not made by
                `Span.of`, which alone knows the words between them.
        """
        first, last = self.content[0], self.content[-1]
        return first if first is last else first.until(last)

    @property
    def text(self) -> str:
        """The parts of the content, joined by one blank."""
        return " ".join(part.text for part in self.content)

    def __repr__(self) -> str:
        by = f" by {bare(self.speaker.name or self.speaker.span)}" if self.speaker else ""
        start, end = self.content[0].start, self.content[-1].end
        return f"<Quote {self.kind} {start}:{end} {short(self.text)}{by}>"


@frozen(repr=False)
class Unit:
    """What a figure counts or measures.

    Attributes:
        kind: its dimension (a `UnitKind` or its plain string).
        name: singular with its modifiers ('civilian', 'NBA team', 'percent',
            'kilometre', 'Canadian dollar'); empty where there is none.
        code: the ISO 4217 code of money or the UCUM code of a measure, where
            the text settles it.
    """

    kind: UnitKind = field(converter=_to_unit_kind)
    name: str = field(default="", validator=instance_of(str))
    code: str | None = _optional_text

    @property
    def head(self) -> str:
        """The last word of the name."""
        return self.name.rpartition(" ")[2]

    def __repr__(self) -> str:
        code = f" [{bare(self.code)}]" if self.code else ""
        return f"<Unit {self.kind} {short(self.name)}{code}>"


@frozen(repr=False)
class Statistic:
    """A figure: its value or range, its bound and unit, and who supplied it.

    Attributes:
        span: the number with its magnitude and its unit words.
        low: the value, or the lower end of a range.
        high: the value again, or the upper end; never below `low`.
        unit: what is counted or measured.
        of: the base of a fraction or ratio ('one in five' is 1 of 5), or None.
        bound: how the figure bounds the true value (a `Bound` or its string).
        direction: the way something moved by this amount, or None.
        per: the unit of the base of a rate ('dollar' per 'barrel'), or None.
        subject: the one noun phrase that the figure is about, or None.
        source: who the article credits with the figure, or None.
        why: the rule that made the statistic.
    """

    span: Span
    low: Decimal = field(converter=_to_low)
    high: Decimal = field(
        default=Factory(lambda self: self.low, takes_self=True),
        converter=_to_high,
    )
    unit: Unit = Unit(UnitKind.NUMBER)
    of: Decimal | None = field(
        default=None,
        converter=_to_of,
    )
    bound: Bound = field(default=Bound.EXACT, converter=_to_bound)
    direction: Direction | None = field(default=None, converter=_to_direction)
    per: Unit | None = None
    subject: Span | None = None
    source: Mention | None = None
    why: str = ""

    def __attrs_post_init__(self) -> None:
        per, subject, source = self.per, self.subject, self.source
        if (
            type(self.span) is not Span
            or type(self.unit) is not Unit
            or type(self.why) is not str
            or (per is not None and type(per) is not Unit)
            or (subject is not None and type(subject) is not Span)
            or (source is not None and type(source) is not Mention)
        ):
            expect(self, "span", Span)
            expect(self, "unit", Unit)
            expect(self, "per", Unit, optional=True)
            expect(self, "subject", Span, optional=True)
            expect(self, "source", Mention, optional=True)
            expect(self, "why", str)
        if self.low is not self.high and self.low > self.high:
            check(self, "high", False, f"{self.high} is below low ({self.low})")
        if self.of is not None and self.of <= 0:
            check(self, "of", False, f"{self.of} is no base")

    @property
    def value(self) -> Decimal | None:
        """The one value, or None for a range."""
        return self.low if self.low == self.high else None

    def __repr__(self) -> str:
        ends = (self.low,) if self.low == self.high else (self.low, self.high)
        value = "..".join(map(bare, ends))
        of = f" of {bare(self.of)}" if self.of is not None else ""
        facts = (self.bound, f"{value}{of}", bare(self.unit.name), self.direction)
        said = " ".join(str(fact) for fact in facts if fact and fact != Bound.EXACT)
        return f"<Statistic {self.span.start}:{self.span.end} {short(self.span.text)} = {said}>"


@frozen(repr=False)
class Change:
    """Figures that tell of one change: 'fell from 12 to 9', 'rose 3 percent to 41'.

    Attributes:
        before: the level it started from, or None.
        after: the level it reached, or None.
        by: the amount of the change, or None. At least two of the three are given.
    """

    before: Statistic | None = field(default=None, validator=instance_of(Statistic, optional=True))
    after: Statistic | None = field(default=None, validator=instance_of(Statistic, optional=True))
    by: Statistic | None = field(default=None, validator=instance_of(Statistic, optional=True))

    def __attrs_post_init__(self) -> None:
        given = sum(figure is not None for figure in (self.before, self.after, self.by))
        check(self, "before", given > 1, "a change links at least two figures")

    def __repr__(self) -> str:
        named = (("from", self.before), ("to", self.after), ("by", self.by))
        return f"<Change {' '.join(f'{k} {bare(v.span)}' for k, v in named if v)}>"


@frozen
class Byline:
    """Who signs the article.

    Attributes:
        span: where the names stand, or None where the caller gave them.
        authors: the names alone, without roles and outlets.
    """

    span: Span | None = field(default=None, validator=instance_of(Span, optional=True))
    authors: tuple[str, ...] = field(default=(), converter=to_tuple, validator=tuple_of(str))


@frozen
class Dateline:
    """Where, when and for which agency the story was filed: 'KYIV, May 4 (Reuters) -'.

    Attributes:
        span: the dateline as printed.
        place: the place as printed, or None.
        date: the date, or None where it gives no full one.
        agency: the agency as printed, or None.
    """

    span: Span = field(validator=instance_of(Span))
    place: str | None = _optional_text
    date: dt.date | None = field(default=None, validator=instance_of(dt.date, optional=True))
    agency: str | None = _optional_text

    def __attrs_post_init__(self) -> None:
        check(self, "date", not isinstance(self.date, dt.datetime), "a date, without a time in it")


@frozen
class Timestamp:
    """A date, with the time of day and the zone where they are known.

    Attributes:
        span: where it is printed, or None where the caller gave it.
        date: the day.
        time: the time of day without a zone, or None.
        offset: the distance from UTC, or None; only beside a time.
    """

    date: dt.date = field(validator=instance_of(dt.date))
    time: dt.time | None = field(default=None, validator=instance_of(dt.time, optional=True))
    offset: dt.timedelta | None = field(
        default=None, validator=instance_of(dt.timedelta, optional=True)
    )
    span: Span | None = field(default=None, validator=instance_of(Span, optional=True))

    def __attrs_post_init__(self) -> None:
        check(self, "date", not isinstance(self.date, dt.datetime), "a date, without a time in it")
        bare = self.time is None or self.time.tzinfo is None
        check(self, "time", bare, "the zone goes into the offset")
        check(self, "offset", self.offset is None or self.time is not None, "no time beside it")
        if self.offset is not None:
            check(self, "offset", abs(self.offset) < dt.timedelta(days=1), "not below a day")

    @classmethod
    def of(cls, moment: dt.date | dt.datetime | str | Timestamp) -> Timestamp:
        """Return the timestamp of a date, a datetime or an ISO 8601 string.

        Raises:
            ModelError: where the string is not ISO 8601, or it is none of these.
        """
        if isinstance(moment, Timestamp):
            return moment
        if isinstance(moment, str):
            try:
                long = len(moment.strip()) > len("2026-11-22")
                kind = dt.datetime if long else dt.date
                moment = kind.fromisoformat(moment.strip())
            except ValueError as error:
                msg = f"Timestamp: {error}"
                raise ModelError(msg) from None
        if isinstance(moment, dt.datetime):
            return cls(moment.date(), moment.time(), moment.utcoffset())
        if isinstance(moment, dt.date):
            return cls(moment)
        msg = f"Timestamp: expected a date, a datetime or ISO 8601 text, got {moment!r}"
        raise ModelError(msg)

    def isoformat(self) -> str:
        """Return ISO 8601: the date, and behind it the time and the offset where known."""
        if self.time is None:
            return self.date.isoformat()
        zone = None if self.offset is None else dt.timezone(self.offset)
        return dt.datetime.combine(self.date, self.time, zone).isoformat()


@frozen
class Notice:
    """Something a reader of the reading should know: an unclosed mark, an ambiguous speaker.

    Attributes:
        code: the short name of what was noticed.
        span: where.
    """

    code: str = field(validator=instance_of(str))
    span: Span = field(validator=instance_of(Span))


# --- the whole ---------------------------------------------------------------

_LISTS: Final = (
    ("paragraphs", Paragraph),
    ("quotes", Quote),
    ("statistics", Statistic),
    ("changes", Change),
    ("sources", Source),
    ("notices", Notice),
)


@frozen(repr=False)
class Document:
    """An article and its reading.

    Attributes:
        text: the input exactly as given; all spans index it.
        paragraphs: in order, disjoint.
        quotes: what was said, in order of the text.
        statistics: the figures, in order of the text.
        changes: figures that tell of one change.
        sources: who is credited, each once, in order of first mention.
        byline: who signs, or None.
        dateline: where and when it was filed, or None.
        published: the first publication, or None.
        updated: the last update, or None.
        url: where it was published, as the caller knows it, or None.
        language: the BCP 47 tag of the language it was read in.
        notices: what a reader should know.
        given_headline: the headline as the caller knows it, or None; it wins
            over the one that was read.

    Raises:
        ModelError: where a span does not fit the text, paragraphs are out of
            order, or a mention or change speaks of what the document has not.
            Quotes and figures may overlap, and their order is left to who makes them.
    """

    text: str = _text
    paragraphs: tuple[Paragraph, ...] = field(default=(), converter=to_tuple)
    quotes: tuple[Quote, ...] = field(default=(), converter=to_tuple)
    statistics: tuple[Statistic, ...] = field(default=(), converter=to_tuple)
    changes: tuple[Change, ...] = field(default=(), converter=to_tuple)
    sources: tuple[Source, ...] = field(default=(), converter=to_tuple)
    byline: Byline | None = field(default=None, validator=instance_of(Byline, optional=True))
    dateline: Dateline | None = field(default=None, validator=instance_of(Dateline, optional=True))
    published: Timestamp | None = field(
        default=None, validator=instance_of(Timestamp, optional=True)
    )
    updated: Timestamp | None = field(default=None, validator=instance_of(Timestamp, optional=True))
    url: str | None = _optional_text
    language: str = field(default="en", validator=instance_of(str))
    notices: tuple[Notice, ...] = field(default=(), converter=to_tuple)
    given_headline: str | None = _optional_text

    def __attrs_post_init__(self) -> None:
        for name, kind in _LISTS:
            items = getattr(self, name)
            if type(items) is not tuple or not {kind}.issuperset(map(type, items)):
                expect_tuple(self, name, kind)
        stand_in_order(self, "paragraphs", [paragraph.span for paragraph in self.paragraphs])
        self._check_spans()
        self._check_mentions()
        if self.changes:
            self._check_changes()

    def _check_spans(self) -> None:
        """Every span says what the text has there."""
        text = self.text
        for span in self._all_spans():
            whole = span._whole  # noqa: SLF001
            if whole is text:
                continue  # what `Span.of` cut from this very text needs no second look
            if text[span.start : span.end] == span.text and whole in (None, text):
                continue
            where = next(path(*where) for where, found in self._parts() if found is span)
            past = f"{span.end} is past the end of the text"
            check(self, where, span.end <= len(text), past)
            said, printed = difference(span.text, text[span.start : span.end])
            problem = (
                f"Span({span.start}, {span.end}, {said!r}), but the text has {printed!r} there"
            )
            check(self, where, said == printed, problem)
            check(self, where, False, f"{span!r} was cut from another text")

    def _all_spans(self) -> list[Span]:
        """Every span of the document, as `spans` yields them with their paths."""
        found: list[Span] = []
        for paragraph in self.paragraphs:
            found.append(paragraph.span)
            found += paragraph.sentences
        for quote in self.quotes:
            found += quote.content
            found += quote.quoted
            if quote.cue is not None:
                found.append(quote.cue)
            if quote.speaker is not None:
                found.append(quote.speaker.span)
        for figure in self.statistics:
            found.append(figure.span)
            if figure.subject is not None:
                found.append(figure.subject)
            if figure.source is not None:
                found.append(figure.source.span)
        for source in self.sources:
            found += source.mentions
        found += [notice.span for notice in self.notices]
        facts = (self.byline, self.dateline, self.published, self.updated)
        found += [fact.span for fact in facts if fact is not None and fact.span is not None]
        return found

    def _check_mentions(self) -> None:
        """Every mention is of one of the document's sources."""
        credited = [quote.speaker for quote in self.quotes if quote.speaker is not None]
        credited += [figure.source for figure in self.statistics if figure.source is not None]
        if {*map(id, self.sources)}.issuperset([id(mention.source) for mention in credited]):
            return
        for where, mention in self._mentions():
            if mention.source not in self.sources:
                check(self, path(*where), False, "not one of the document's sources")

    def _check_changes(self) -> None:
        """Every change links figures of the document."""
        figures = set(map(id, self.statistics))
        for i, change in enumerate(self.changes):
            for name in ("before", "after", "by"):
                figure = getattr(change, name)
                known = figure is None or id(figure) in figures or figure in self.statistics
                check(self, f"changes[{i}].{name}", known, "not one of the document's statistics")

    def spans(self) -> Iterator[tuple[str, Span]]:
        """Yield every span of the document with the path of its field."""
        for where, span in self._parts():
            yield path(*where), span

    def _parts(self) -> Iterator[tuple[Path, Span]]:
        yield from self._layout_spans()
        yield from self._quote_spans()
        for i, figure in enumerate(self.statistics):
            yield ("statistics", i, "span"), figure.span
            if figure.subject is not None:
                yield ("statistics", i, "subject"), figure.subject
        for i, source in enumerate(self.sources):
            for j, span in enumerate(source.mentions):
                yield ("sources", i, "mentions", j), span
        for where, mention in self._mentions():
            yield (*where, "span"), mention.span
        for i, notice in enumerate(self.notices):
            yield ("notices", i, "span"), notice.span

    def _layout_spans(self) -> Iterator[tuple[Path, Span]]:
        for i, paragraph in enumerate(self.paragraphs):
            yield ("paragraphs", i, "span"), paragraph.span
            for j, sentence in enumerate(paragraph.sentences):
                yield ("paragraphs", i, "sentences", j), sentence
        for name in ("byline", "dateline", "published", "updated"):
            part = getattr(self, name)
            if part is not None and part.span is not None:
                yield (name, "span"), part.span

    def _quote_spans(self) -> Iterator[tuple[Path, Span]]:
        for i, quote in enumerate(self.quotes):
            for j, part in enumerate(quote.content):
                yield ("quotes", i, "content", j), part
            for j, part in enumerate(quote.quoted):
                yield ("quotes", i, "quoted", j), part
            if quote.cue is not None:
                yield ("quotes", i, "cue"), quote.cue

    def _mentions(self) -> Iterator[tuple[Path, Mention]]:
        for i, quote in enumerate(self.quotes):
            if quote.speaker is not None:
                yield ("quotes", i, "speaker"), quote.speaker
        for i, figure in enumerate(self.statistics):
            if figure.source is not None:
                yield ("statistics", i, "source"), figure.source

    # --- what the layout says ---

    def _first(self, role: Role) -> str | None:
        return next((fold(p.text) for p in self.paragraphs if p.role is role), None)

    @property
    def headline(self) -> str | None:
        """The caller's headline where given, else the printed one; white space folded."""
        return fold(self.given_headline or "") or self._first(Role.HEADLINE)

    @property
    def deck(self) -> str | None:
        """The deck (the line under the headline), white space folded, or None."""
        return self._first(Role.DECK)

    @property
    def authors(self) -> tuple[str, ...]:
        """The names in the byline."""
        return self.byline.authors if self.byline else ()

    @property
    def body(self) -> tuple[Paragraph, ...]:
        """The paragraphs that tell the story, which are body and list items."""
        return tuple(p for p in self.paragraphs if p.role in (Role.BODY, Role.LIST_ITEM))

    # --- look-ups ---

    def quotes_in(self, paragraph: Paragraph) -> tuple[Quote, ...]:
        """Return the quotes with a part of their content in *paragraph*, in order."""
        where = paragraph.span
        return tuple(q for q in self.quotes if any(part.overlaps(where) for part in q.content))

    def quotes_by(self, source: Source) -> tuple[Quote, ...]:
        """Return the quotes whose speaker is *source*, in order."""
        return tuple(q for q in self.quotes if q.speaker and q.speaker.source == source)

    def statistics_in(self, part: Paragraph | Quote) -> tuple[Statistic, ...]:
        """Return the statistics that stand in a paragraph, or in a quote's content, in order."""
        places = (part.span,) if isinstance(part, Paragraph) else part.content
        return tuple(s for s in self.statistics if any(s.span in place for place in places))

    def statistics_by(self, source: Source) -> tuple[Statistic, ...]:
        """Return the statistics that the article credits to *source*, in order."""
        return tuple(s for s in self.statistics if s.source and s.source.source == source)

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """Return the paragraph that holds the code point at *offset*, or None between them."""
        return next((p for p in self.paragraphs if offset in p.span), None)

    # --- views ---

    def __repr__(self) -> str:
        title = short(self.headline or fold(self.text[:80]))
        parts = ("paragraphs", "quotes", "statistics", "sources")
        return f"<Document {title} {', '.join(f'{len(getattr(self, p))} {p}' for p in parts)}>"

    def dump(self) -> str:
        """Return the reading as a tree of lines, for a terminal."""
        return "\n".join(self._dump_lines())

    def _dump_lines(self) -> Iterator[str]:
        yield repr(self)
        named = ("byline", "dateline", "published", "updated", "url", "given_headline")
        yield from (f"  {n}: {getattr(self, n)!r}" for n in named if getattr(self, n) is not None)
        lists = ("paragraphs", "quotes", "statistics", "changes", "sources", "notices")
        for name in lists:
            items = getattr(self, name)
            if items:
                yield f"  {name}"
            for item in items:
                yield f"    {item!r}"
                if name == "quotes":
                    yield f"      {item.stance}, cue {item.cue!r}, why {item.why!r}"
                    yield from [f"      speaker {item.speaker!r}"] if item.speaker else []
                if name == "statistics" and item.source:
                    yield f"      source {item.source!r}"

    def _repr_html_(self) -> str:
        """Show the marked-up article in a notebook (imports its writer when called)."""
        from newsdoc.formats.html import to_html_fragment  # noqa: PLC0415

        return to_html_fragment(self)

    def _repr_markdown_(self) -> str:
        """Show the article as Markdown in a notebook (imports its writer when called)."""
        from newsdoc.formats.markdown import to_markdown  # noqa: PLC0415

        return to_markdown(self)
