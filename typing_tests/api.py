"""What a type checker must know of the public API; never run, only checked."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, assert_type

import newsdoc

document = newsdoc.parse(
    "A headline\n\nA paragraph.", authors=["A. Writer"], published="2026-01-04"
)
assert_type(document, newsdoc.Document)
assert_type(newsdoc.Parser(dollar="USD", cues=["quip"]).parse("text"), newsdoc.Document)
newsdoc.parse(b"bytes")  # type: ignore[arg-type]
newsdoc.parse("text", "a headline by position")  # type: ignore[call-arg]

assert_type(document.headline, str | None)
assert_type(document.deck, str | None)
assert_type(document.authors, tuple[str, ...])
assert_type(document.body, tuple[newsdoc.Paragraph, ...])
assert_type(document.published, newsdoc.Timestamp | None)
assert_type(document.paragraph_at(0), newsdoc.Paragraph | None)
assert_type(document.dump(), str)

for paragraph in document.paragraphs:
    assert_type(paragraph.role, newsdoc.Role)
    assert_type(paragraph.sentences, tuple[newsdoc.Span, ...])
    assert_type(document.quotes_in(paragraph), tuple[newsdoc.Quote, ...])
    assert_type(document.statistics_in(paragraph), tuple[newsdoc.Statistic, ...])

for quote in document.quotes:
    assert_type(quote.kind, newsdoc.QuoteKind)
    assert_type(quote.stance, newsdoc.Stance)
    assert_type(quote.content, tuple[newsdoc.Span, ...])
    assert_type(quote.span, newsdoc.Span)
    assert_type(quote.speaker, newsdoc.Mention | None)
    name = quote.speaker.name  # type: ignore[union-attr]

for figure in document.statistics:
    assert_type(figure.low, Decimal)
    assert_type(figure.value, Decimal | None)
    assert_type(figure.bound, newsdoc.Bound)
    assert_type(figure.direction, newsdoc.Direction | None)
    assert_type(figure.unit.kind, newsdoc.UnitKind)
    assert_type(document.statistics_in(quote), tuple[newsdoc.Statistic, ...])
    figure.low = Decimal(1)  # type: ignore[misc]

for source in document.sources:
    assert_type(source.name, str | None)
    assert_type(source.mentions, tuple[newsdoc.Span, ...])
    assert_type(document.quotes_by(source), tuple[newsdoc.Quote, ...])

# By hand: plain strings stand for the members of an enum, lists for tuples.
text = "Rain fell."
span = newsdoc.Span.of(text, 0, 10)
assert_type(span, newsdoc.Span)
newsdoc.Document(text, paragraphs=[newsdoc.Paragraph(span, role="body")])
newsdoc.Statistic(span, low=4, unit=newsdoc.Unit("duration", "day"), bound="about")
newsdoc.Span("0", 10, text)  # type: ignore[arg-type]
assert_type(document.spans(), Iterator[tuple[str, newsdoc.Span]])

assert_type(newsdoc.to_json(document), str)
assert_type(newsdoc.from_json("{}"), newsdoc.Document)
assert_type(newsdoc.from_json(b"{}"), newsdoc.Document)
assert_type(newsdoc.to_dict(document), dict[str, Any])
assert_type(newsdoc.from_dict({}), newsdoc.Document)
assert_type(newsdoc.json_schema(), dict[str, Any])
assert_type(newsdoc.to_markdown(document), str)
assert_type(newsdoc.to_html(document), str)

try:
    newsdoc.from_json("[]")
except newsdoc.FormatError as error:
    assert_type(error.problems, tuple[str, ...])
