"""HTML: the article as one self-contained page with its reading marked up.

The text of the page's ``<article>`` is the text of the document, character for
character (but for those of `newsdoc.formats.characters`): all that is added
there stands in attributes, which the style sheet shows. Beside it stand what
each speaker said and a table of the figures.
"""

from __future__ import annotations

import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib import resources
from string import Template
from typing import Final

from newsdoc.formats import phrases
from newsdoc.formats.markup import Mark, element, escape, nest
from newsdoc.model import Document, Mention, Quote, Role, Source, Stance, Statistic, fold

__all__ = ["to_html", "to_html_fragment"]


def to_html(document: Document) -> str:
    """Return the document as one page that needs nothing but itself."""
    return _template("page.html").substitute(
        language=escape(document.language),
        title=escape(document.headline or fold(document.text[:80]) or "Article"),
        style=_file("style.css"),
        content=_content(document, ""),
    )


def to_html_fragment(document: Document) -> str:
    """Return the part of the page that a notebook shows, with its style."""
    # Two readings of one text may stand in one notebook.
    prefix = f"newsdoc-{zlib.crc32(document.dump().encode('utf-8', 'surrogatepass')):08x}-"
    return f"<style>{_file('style.css')}</style>\n{_content(document, prefix)}"


@lru_cache(maxsize=8)
def _file(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


def _template(name: str) -> Template:
    return Template(_file(name))


def _content(document: Document, prefix: str) -> str:
    return _template("content.html").substitute(
        language=escape(document.language),
        header=_header(document),
        article="".join(_article(document, prefix)),
        beside="".join(_beside(document, prefix)),
    )


def _header(document: Document) -> str:
    """Return the headline that the caller gave, where the article does not print it."""
    if not document.headline or phrases.title_at(document) is not None:
        return ""
    return f'<header><h1 dir="auto">{escape(document.headline)}</h1></header>\n'


# --- the article -------------------------------------------------------------

Piece = tuple[int, int, int | None]

_TAGS: Final[Mapping[Role, str]] = {Role.SUBHEAD: "h2", Role.LIST_ITEM: "li"}


def _article(document: Document, prefix: str) -> Iterator[str]:
    """Yield the paragraphs and, as they are, the gaps between them."""
    pieces = _pieces(document)
    starts = [start for start, _, _ in pieces]
    inside: list[list[Mark]] = [[] for _ in pieces]
    for mark in _marks(document, prefix):
        first = bisect_right(starts, mark.start) - 1
        for i in range(first, bisect_left(starts, mark.end)):
            inside[i].append(mark)
    title = phrases.title_at(document)
    listed = _listed(document, pieces)
    inside_list = False
    for (start, end, number), marks, item in zip(pieces, inside, listed, strict=True):
        if item is not inside_list:
            inside_list = item
            yield '<ul class="list">' if item else "</ul>"
        marked = nest(document.text, start, end, marks)
        if number is None:
            yield marked
        else:
            role = document.paragraphs[number].role
            tag = "h1" if number == title else _TAGS.get(role, "p")
            yield f"{element(tag, {'class': role, 'dir': 'auto'})}{marked}</{tag}>"
    if inside_list:
        yield "</ul>"


def _listed(document: Document, pieces: list[Piece]) -> list[bool]:
    """Return whether each piece is in a list: an item, or the gap between two."""
    items = [n is not None and document.paragraphs[n].role is Role.LIST_ITEM for *_, n in pieces]
    for i, (start, end, number) in enumerate(pieces[:-1]):
        if number is None and i and not document.text[start:end].strip():
            items[i] = items[i - 1] and items[i + 1]
    return items


def _pieces(document: Document) -> list[Piece]:
    """Return the pieces of the text: start, end, and the number of the paragraph, if it is one."""
    pieces: list[Piece] = []
    end = 0
    for number, paragraph in enumerate(document.paragraphs):
        pieces.append((end, paragraph.span.start, None))
        pieces.append((paragraph.span.start, paragraph.span.end, number))
        end = paragraph.span.end
    pieces.append((end, len(document.text), None))
    return [piece for piece in pieces if piece[0] < piece[1]]


def _marks(document: Document, prefix: str) -> Iterator[Mark]:
    yield from _layout_marks(document)
    for i, quote in enumerate(document.quotes):
        yield from _quote_marks(quote, f"{prefix}quote-{i + 1}")
    yield from _mention_marks(document)
    for i, (figure, stance) in enumerate(phrases.figures(document), 1):
        yield _figure_mark(figure, stance, f"{prefix}figure-{i}")


def _layout_marks(document: Document) -> Iterator[Mark]:
    if document.dateline:
        span = document.dateline.span
        yield Mark(span.start, span.end, 1, "span", {"class": "dateline"}, {})
    for moment in (document.published, document.updated):
        if moment and moment.span:
            iso = {"datetime": moment.isoformat()}
            yield Mark(moment.span.start, moment.span.end, 1, "time", dict(iso), {})


def _quote_marks(quote: Quote, name: str) -> Iterator[Mark]:
    stance = phrases.STANCES[quote.stance]
    same = {"class": f"quote {quote.kind}", "data-stance": quote.stance}
    once = {"id": name, "data-label": stance or None}
    for part in quote.content:
        yield Mark(part.start, part.end, 0, "mark", dict(same), dict(once))
        once = {}
    if quote.cue:
        yield Mark(quote.cue.start, quote.cue.end, 3, "span", {"class": "cue"}, {})


def _mention_marks(document: Document) -> Iterator[Mark]:
    """Yield a mark for each place where somebody is credited, once."""
    said = [q.speaker for q in document.quotes]
    counted = [s.source for s in document.statistics]
    mentions = {(m.span.start, m.span.end): m for m in (*said, *counted) if m}
    for (start, end), mention in mentions.items():
        note = {"class": "speaker", "data-note": _speaker_note(mention)}
        yield Mark(start, end, 2, "span", dict(note), {})


def _speaker_note(mention: Mention) -> str:
    title = mention.title and fold(mention.title)
    return ", ".join(filter(None, (phrases.who(mention.source), title)))


def _figure_mark(figure: Statistic, stance: Stance, name: str) -> Mark:
    plain = figure.value is not None and figure.of is None
    same = {"class": "figure", "value": f"{figure.low}" if plain else ""}
    once = {
        "id": name,
        "tabindex": "0",
        "aria-describedby": f"{name}-row",
        "data-note": "\n".join(phrases.note(figure, stance)),
    }
    return Mark(figure.span.start, figure.span.end, 4, "data", dict(same), dict(once))


# --- beside it ---------------------------------------------------------------


def _beside(document: Document, prefix: str) -> Iterator[str]:
    """Yield the sections beside the article, those that have something to say."""
    if document.quotes:
        yield _section("Who said what", "".join(_speakers(document, prefix)))
    if document.statistics:
        yield _section("Figures", "".join(_table(document, prefix)))
    if document.changes:
        yield _section("Changes", _list(map(phrases.change, document.changes)))
    if document.notices:
        yield _section("To check", _list(map(phrases.notice, document.notices)))


def _section(title: str, content: str) -> str:
    return f"<section>\n<h2>{title}</h2>\n{content}</section>\n"


def _list(lines: Iterable[str]) -> str:
    items = "".join(f'<li dir="auto">{escape(line)}</li>\n' for line in lines)
    return f"<ul>\n{items}</ul>\n"


def _speakers(document: Document, prefix: str) -> Iterator[str]:
    numbers = {id(quote): i for i, quote in enumerate(document.quotes, 1)}
    for source, quotes in phrases.voices(document):
        yield f'<h3 dir="auto">{_speaker(source)}</h3>\n<ul>\n'
        for quote in quotes:
            yield _said(quote, f"{prefix}quote-{numbers[id(quote)]}")
        yield "</ul>\n"


def _speaker(source: Source | None) -> str:
    if source is None:
        return "Nobody credited"
    title = f"<small>{escape(fold(source.title))}</small>" if source.title else ""
    return f"{escape(phrases.who(source))}{title}"


def _said(quote: Quote, name: str) -> str:
    """Return a line of what was said, led by the stance unless it is a claim."""
    item = element("li", {"class": quote.kind, "data-stance": quote.stance, "dir": "auto"})
    stance = phrases.STANCES[quote.stance]
    badge = f'<b class="stance">{stance}</b> ' if stance else ""
    return f'{item}{badge}<a href="#{name}">{escape(phrases.said(quote))}</a></li>\n'


_HEAD: Final = (
    '<table>\n<thead><tr><th scope="col">Figure</th><th scope="col">Value</th>'
    '<th scope="col">Source</th></tr></thead>\n<tbody>\n'
)


def _table(document: Document, prefix: str) -> Iterator[str]:
    yield _HEAD
    for i, (figure, stance) in enumerate(phrases.figures(document), 1):
        name = f"{prefix}figure-{i}"
        value, unit, about, source = map(escape, phrases.cells(figure, stance))
        link = f'<a href="#{name}">{escape(fold(figure.span.text))}</a>'
        of = f"<small>{about}</small>" if about else ""
        yield (
            f'<tr id="{name}-row"><th scope="row" dir="auto">{link}</th>'
            f'<td dir="auto"><b>{value}</b> <span>{unit}</span>{of}</td>'
            f'<td dir="auto">{source}</td></tr>\n'
        )
    yield "</tbody>\n</table>\n"
