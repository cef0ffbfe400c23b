"""Markdown: the article, then what was said and counted in it.

The article is plain CommonMark; each paragraph is one line, and all that could
be read as markup is escaped by the table in `newsdoc.formats.escapes`. The
table of figures and the footnotes are GitHub's Markdown.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType
from typing import Final, Literal

from newsdoc.formats import phrases
from newsdoc.formats.characters import replace_unprintable
from newsdoc.formats.escapes import escape
from newsdoc.model import Document, Paragraph, Quote, Role, Source, Span, Stance, Statistic

__all__ = ["to_markdown"]

Annotations = Literal["appendix", "footnotes", "none"]


def to_markdown(
    document: Document,
    *,
    front_matter: bool = True,
    annotations: Annotations | None = "appendix",
) -> str:
    """Return the document as Markdown.

    Args:
        document: what to write.
        front_matter: whether YAML front matter goes before the article.
        annotations: where the quotes and statistics go: into an ``"appendix"``
            behind the article, into ``"footnotes"``, or nowhere (``"none"`` or None).
            Changes and notices, where there are any, close the text of the first two.

    Raises:
        ValueError: where *annotations* is none of these.
    """
    write = _ANNOTATED.get(annotations or "none")
    if write is None:
        msg = f"annotations: expected 'appendix', 'footnotes', 'none' or None, got {annotations!r}"
        raise ValueError(msg)
    head = ["\n".join(_front_matter(document))] if front_matter else []
    return "\n\n".join([*head, *write(document)]) + "\n"


# --- the front matter --------------------------------------------------------


def _front_matter(document: Document) -> Iterator[str]:
    """Yield the lines of the front matter: what Hugo and Jekyll know, then our own key."""
    authors, line = document.authors, document.dateline
    filed = line.date if line else None
    yield "---"
    yield from _pairs(
        title=document.headline,
        date=document.published.isoformat() if document.published else None,
        lastmod=document.updated.isoformat() if document.updated else None,
        author=authors[0] if len(authors) == 1 else None,
        authors=authors if len(authors) > 1 else None,
        description=document.deck,
    )
    own = _pairs(
        language=document.language,
        url=document.url,
        place=line.place if line else None,
        agency=line.agency if line else None,
        filed=filed.isoformat() if filed else None,
        quotes=len(document.quotes),
        statistics=len(document.statistics),
        sources=len(document.sources),
    )
    yield "newsdoc:"
    yield from (f"  {pair}" for pair in own)
    yield "---"


def _pairs(**values: str | int | tuple[str, ...] | None) -> Iterator[str]:
    """Yield a line of YAML for each value that is not None."""
    for key, value in values.items():
        if isinstance(value, tuple):
            yield f"{key}: [{', '.join(map(_scalar, value))}]"
        elif value is not None:
            yield f"{key}: {value if isinstance(value, int) else _scalar(value)}"


# What YAML does not print, or folds as a line break, though JSON lets it stand.
_YAML_ESCAPED: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def _scalar(text: str) -> str:
    """Return *text* as a JSON string, which YAML reads the same."""
    written = json.dumps(replace_unprintable(text), ensure_ascii=False)
    return _YAML_ESCAPED.sub(lambda match: f"\\u{ord(match.group()):04x}", written)


# --- the article -------------------------------------------------------------

# What goes around the line of a paragraph; the title has its own.
_AROUND: Final[Mapping[Role, tuple[str, str]]] = {
    Role.DECK: ("*", "*"),
    Role.SUBHEAD: ("## ", ""),
    Role.LIST_ITEM: ("- ", ""),
    Role.CAPTION: ("*", "*"),
}
_BULLET: Final = re.compile(r"[•‣\u2043∙◦●○■□▪▫\u2013\u2014*+·-]\s+(?=\S)")


_References = Mapping[int, Sequence[tuple[int, str]]]  # of a paragraph: offsets, references


def _article(document: Document, references: _References = MappingProxyType({})) -> Iterator[str]:
    """Yield the blocks of the article; the items of one list are one block."""
    lines = [*_lines(document, references)]
    for listed, group in groupby(lines, key=lambda line: line.startswith("- ")):
        blocks = [*group]
        yield from ["\n".join(blocks)] if listed else blocks


def _lines(document: Document, references: _References) -> Iterator[str]:
    """Yield each paragraph as a line, behind the headline if only the caller has given it."""
    title = phrases.title_at(document)
    if document.headline and title is None:
        yield f"# {escape(document.headline)}"
    for i, paragraph in enumerate(document.paragraphs):
        line = escape(_words(paragraph).text, references.get(i, ()))
        before, behind = ("# ", "") if i == title else _AROUND.get(paragraph.role, ("", ""))
        if line:
            yield f"{before}{line}{behind}"


def _words(paragraph: Paragraph) -> Span:
    """Return the words of a paragraph; in a list, the marker stands for a printed bullet."""
    span = paragraph.span
    bullet = _BULLET.match(span.text) if paragraph.role is Role.LIST_ITEM else None
    return Span(span.start + bullet.end(), span.end, span.text[bullet.end() :]) if bullet else span


# --- the appendix ------------------------------------------------------------


def _with_appendix(document: Document) -> Iterator[str]:
    yield from _article(document)
    if document.quotes or document.statistics or document.notices:
        yield "---"
    if document.quotes:
        yield "## Who said what"
        for source, quotes in phrases.voices(document):
            yield _speaker(source)
            yield "\n".join(f"- {_quote(quote)}" for quote in quotes)
    if document.statistics:
        yield "## Figures"
        yield "\n".join(_table(document))
    yield from _remarks(document)


def _remarks(document: Document) -> Iterator[str]:
    """Yield what tells of several places: changes, and what a reader should check."""
    if document.changes:
        yield "**Changes**"
        yield _list(map(phrases.change, document.changes))
    if document.notices:
        yield "**To check**"
        yield _list(map(phrases.notice, document.notices))


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {escape(line)}" for line in lines)


def _speaker(source: Source | None) -> str:
    if source is None:
        return "**Nobody credited**"
    name, title = escape(phrases.who(source)), escape(source.title or "")
    return f"**{name}**, {title}" if title else f"**{name}**"


def _quote(quote: Quote) -> str:
    """Return what was said, led by its stance unless it is a claim, and the cue behind it."""
    stance = phrases.STANCES[quote.stance]
    label = f"**{stance.capitalize()}:** " if stance else ""
    cue = escape(quote.cue.text) if quote.cue else ""
    return f"{label}{escape(phrases.said(quote))}" + (f" \u2014 *{cue}*" if cue else "")


_COLUMNS: Final = ("Figure", "Value", "Unit", "About", "Source")


def _table(document: Document) -> Iterator[str]:
    yield _row(_COLUMNS)
    yield "| --- | ---: | --- | --- | --- |"
    for figure, stance in phrases.figures(document):
        yield _row(map(escape, (figure.span.text, *phrases.cells(figure, stance))))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell or ' ' for cell in cells)} |"


# --- footnotes ---------------------------------------------------------------


def _with_footnotes(document: Document) -> Iterator[str]:
    references: dict[int, list[tuple[int, str]]] = {}
    texts: list[str] = []
    for i, offset, text in sorted(_notes(document), key=itemgetter(0, 1)):
        texts.append(text)
        references.setdefault(i, []).append((offset, f"[^{len(texts)}]"))
    yield from _article(document, references)
    if document.changes or document.notices:
        yield "---"
        yield from _remarks(document)
    for number, text in enumerate(texts, 1):
        yield f"[^{number}]: {text}"


def _notes(document: Document) -> Iterator[tuple[int, int, str]]:
    """Yield a note for each quote and figure that ends in a paragraph.

    It is the number of the paragraph, the offset into its words that the
    reference goes to, and the text.
    """
    words = [_words(paragraph) for paragraph in document.paragraphs]
    starts = [span.start for span in words]
    printed = [not span.text.isspace() for span in words]
    ends = [
        (q.content[-1].end, _behind_marks(document.text, q.content[-1].end), _quote_note(q))
        for q in document.quotes
    ]
    ends += [
        (s.span.end, s.span.end, _figure_note(s, stance)) for s, stance in phrases.figures(document)
    ]
    for end, behind, text in ends:
        i = bisect_left(starts, end) - 1
        if i >= 0 and end <= words[i].end and printed[i]:
            yield i, min(behind, words[i].end) - words[i].start, text


_CLOSING_MARKS: Final = frozenset("\"'”’»")


def _behind_marks(text: str, end: int) -> int:
    """Return the offset behind the quotation marks that close at *end*."""
    while text[end : end + 1] in _CLOSING_MARKS:
        end += 1
    return end


_DONE: Final[Mapping[Stance, str]] = {
    Stance.ASSERTS: "Said",
    Stance.DENIES: "Denied",
    Stance.ASKS: "Asked",
    Stance.WITHHOLDS: "Withheld",
}


def _quote_note(quote: Quote) -> str:
    by = f" by {_speaker(quote.speaker.source)}" if quote.speaker else ", nobody credited"
    cue = escape(quote.cue.text) if quote.cue else ""
    how = f"“{cue}”, {quote.kind}" if cue else f"{quote.kind}"
    return f"{_DONE[quote.stance]}{by} ({how})."


def _figure_note(figure: Statistic, stance: Stance) -> str:
    return f"{escape('; '.join(phrases.note(figure, stance)))}."


_ANNOTATED: Final[Mapping[str, Callable[[Document], Iterator[str]]]] = {
    "appendix": _with_appendix,
    "footnotes": _with_footnotes,
    "none": _article,
}
