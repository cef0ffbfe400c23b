"""Markdown: the article, then what was said and counted in it.

The article is plain CommonMark; each paragraph is one line, and all that could
be read as markup is escaped by the table in `newsdoc.formats.escapes`. The
table of figures and the footnotes are GitHub's Markdown.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, Literal

from newsdoc.formats import phrases
from newsdoc.formats.characters import replace_unprintable
from newsdoc.formats.escapes import escape
from newsdoc.model import Document, Paragraph, Quote, Role, Source, Stance, Statistic, fold

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

_MARKERS: Final[Mapping[Role, str]] = {
    Role.HEADLINE: "# ",
    Role.SUBHEAD: "## ",
    Role.LIST_ITEM: "- ",
}
_BULLET: Final = re.compile(r"[•‣\u2043∙◦●○■□▪▫\u2013\u2014*+·-]\s+(?=\S)")


def _article(document: Document, inline: Callable[[Paragraph], str] | None = None) -> Iterator[str]:
    """Yield the blocks of the article; the items of one list are one block."""
    headline = document.headline
    printed = {fold(p.text) for p in document.paragraphs if p.role is Role.HEADLINE}
    if headline and fold(headline) and fold(headline) not in printed:
        yield f"# {escape(headline)}"
    items: list[str] = []
    for paragraph in document.paragraphs:
        line = inline(paragraph) if inline else escape(_printed(paragraph))
        if not line:
            continue
        if paragraph.role is Role.LIST_ITEM:
            items.append(f"- {line}")
            continue
        if items:
            yield "\n".join(items)
            items = []
        yield _MARKERS.get(paragraph.role, "") + line
    if items:
        yield "\n".join(items)


def _printed(paragraph: Paragraph) -> str:
    """Return the words of a paragraph; the list marker stands for the bullet of an item."""
    text = paragraph.text
    return _BULLET.sub("", text, count=1) if _bulleted(paragraph) else text


def _bulleted(paragraph: Paragraph) -> bool:
    return paragraph.role is Role.LIST_ITEM and _BULLET.match(paragraph.text) is not None


# --- the appendix ------------------------------------------------------------


def _with_appendix(document: Document) -> Iterator[str]:
    yield from _article(document)
    if document.quotes or document.statistics:
        yield "---"
    if document.quotes:
        yield "## Who said what"
        for source, quotes in phrases.voices(document):
            yield _speaker(source)
            yield "\n".join(f"- {_quote(quote)}" for quote in quotes)
    if document.statistics:
        yield "## Figures"
        yield "\n".join(_table(document))


def _speaker(source: Source | None) -> str:
    if source is None:
        return "**Nobody credited**"
    title = f", {escape(source.title)}" if source.title and fold(source.title) else ""
    return f"**{escape(phrases.who(source))}**{title}"


def _quote(quote: Quote) -> str:
    stance = phrases.STANCES[quote.stance]
    label = f"**{stance.capitalize()}:** " if stance else ""
    cue = f" ({escape(quote.cue.text)})" if quote.cue else ""
    return f"{label}{escape(phrases.said(quote))}{cue}"


_COLUMNS: Final = ("Figure", "Value", "Unit", "About", "Source")


def _table(document: Document) -> Iterator[str]:
    yield _row(_COLUMNS)
    yield "| --- | ---: | --- | --- | --- |"
    for figure in document.statistics:
        yield _row(map(escape, _cells(document, figure)))


def _cells(document: Document, figure: Statistic) -> tuple[str, ...]:
    stance = phrases.stance_at(document, figure)
    source = phrases.credited(figure.source) if figure.source else ""
    note = f"({phrases.STANCES[stance]})" if stance is not Stance.ASSERTS else ""
    return (
        figure.span.text,
        phrases.value(figure),
        phrases.unit(figure),
        figure.subject.text if figure.subject else "",
        f"{source} {note}",
    )


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell or ' ' for cell in cells)} |"


# --- footnotes ---------------------------------------------------------------


def _with_footnotes(document: Document) -> Iterator[str]:
    yield from _article(document)


_ANNOTATED: Final[Mapping[str, Callable[[Document], Iterator[str]]]] = {
    "appendix": _with_appendix,
    "footnotes": _with_footnotes,
    "none": _article,
}
