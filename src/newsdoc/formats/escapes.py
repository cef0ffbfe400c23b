"""How text is kept from being read as Markdown: a table, and the function that applies it.

The text of a block is written as one line, so what counts is whether a
character stands anywhere in it, at its start or at its end. A backslash before
a punctuation character of ASCII means the character itself. What would be raw
HTML or an entity is written as an entity instead: readers that know less than
CommonMark take it for nothing else.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from html.entities import html5
from itertools import accumulate
from typing import Final, NamedTuple

import regex

from newsdoc.formats.characters import replace_unprintable
from newsdoc.model import fold

__all__ = ["ESCAPES", "Escape", "escape"]


class Escape(NamedTuple):
    """A character that is not written as it is, where, and why.

    Attributes:
        character: the character.
        written: what stands for it.
        context: where it is escaped, in words.
        pattern: the same as a pattern that matches the character alone.
        reason: what it would do otherwise.
    """

    character: str
    written: str
    context: str
    pattern: str
    reason: str


# Entities that are read without a semicolon too, as long as HTML is.
_OLD_ENTITIES: Final = "|".join(sorted(name for name in html5 if not name.endswith(";")))
_ENTITY: Final = rf"&(?=[0-9A-Za-z]{{1,40}};|#[0-9]|#[xX][0-9A-Fa-f]|{_OLD_ENTITIES})"
_START: Final = "at the start, before a blank or another"

ESCAPES: Final = (
    Escape("\\", r"\\", "anywhere", r"\\", "an escape or a hard line break"),
    Escape("`", r"\`", "anywhere", r"`", "code"),
    Escape("*", r"\*", "anywhere", r"\*", "emphasis, a list item, a thematic break"),
    Escape("_", r"\_", "anywhere", r"_", "emphasis, a thematic break"),
    Escape("[", r"\[", "anywhere", r"\[", "a link, an image, a footnote, a task"),
    Escape("]", r"\]", "anywhere", r"\]", "the end of a link that a caller puts around the text"),
    Escape("<", "&lt;", "anywhere", r"<", "raw HTML, an autolink"),
    Escape("&", "&amp;", "where an entity begins", _ENTITY, "the character that it names"),
    Escape("~", r"\~", "anywhere", r"~", "strikethrough (GFM), a code fence"),
    Escape("|", r"\|", "anywhere", r"\|", "a table (GFM; one line is enough for kramdown)"),
    Escape("{", r"\{", "anywhere", r"\{", "attributes (kramdown), a template (Liquid, Hugo)"),
    Escape(
        "$", r"\$", "with another one behind it", r"\$(?=[^$]*\$)", "mathematics (GitHub, pandoc)"
    ),
    Escape("#", r"\#", "at the start", r"(?<=^)#", "a heading"),
    Escape(
        "#",
        r"\#",
        "a last word of them alone",
        r"(?<=^|\s)#(?=#*$)",
        "the end of a heading, dropped",
    ),
    Escape(">", r"\>", "at the start", r"(?<=^)>", "a block quote"),
    Escape("-", r"\-", _START, r"(?<=^)-(?=[\s-]|$)", "a list, a break"),
    Escape("+", r"\+", _START, r"(?<=^)\+(?=[\s+]|$)", "a list, front matter as TOML"),
    Escape(
        ":", r"\:", "at the start, before a blank", r"(?<=^):(?=\s|$)", "a definition (kramdown)"
    ),
    Escape(
        ".", r"\.", "behind a number at the start", r"(?<=^\d{1,9})\.(?=\s|$)", "a numbered list"
    ),
    Escape(
        ")", r"\)", "behind a number at the start", r"(?<=^\d{1,9})\)(?=\s|$)", "a numbered list"
    ),
)

_ESCAPED: Final = regex.compile("|".join(row.pattern for row in ESCAPES))
_WRITTEN: Final = {row.character: row.written for row in ESCAPES}
_WORD: Final = re.compile(r"\S+")


def escape(text: str, references: Sequence[tuple[int, str]] = ()) -> str:
    """Return *text* as one line of Markdown that reads as the same words.

    Args:
        text: the text.
        references: references to footnotes, in order: the offset into the text
            of the character that each goes before, and the reference.
    """
    line = replace_unprintable(fold(text))
    if not references:
        return _ESCAPED.sub(lambda match: _WRITTEN[match.group()], line)
    written = {match.start(): _WRITTEN[match.group()] for match in _ESCAPED.finditer(line)}
    places = [*_offsets_in_fold(text, (at for at, _ in references))]
    # '!' before a reference would make it an image, '^' a note in the line, '(' behind it a link.
    written |= {at - 1: rf"\{line[at - 1]}" for at in places if line[at - 1 : at] in ("!", "^")}
    written |= {at: rf"\{line[at]}" for at in places if line[at : at + 1] in ("(", ":")}
    inserted: dict[int, str] = {}
    for at, (_, reference) in zip(places, references, strict=True):
        inserted[at] = inserted.get(at, "") + reference
    parts, done = [], 0
    for at in sorted(written.keys() | inserted.keys()):
        parts += [line[done:at], inserted.get(at, ""), written.get(at, "")]
        done = at + (at in written)
    return "".join([*parts, line[done:]])


def _offsets_in_fold(text: str, offsets: Iterable[int]) -> Iterator[int]:
    """Yield each offset into *text* as the one into `fold(text)`: never behind a blank."""
    words = [match.span() for match in _WORD.finditer(text)]
    starts = [start for start, _ in words]
    folded = [0, *accumulate(end - start + 1 for start, end in words)]
    for offset in offsets:
        i = bisect_left(starts, offset) - 1
        yield 0 if i < 0 else folded[i] + min(offset, words[i][1]) - starts[i]
