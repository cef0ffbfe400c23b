"""How text is kept from being read as Markdown: a table, and the function that applies it.

The text of a block is written as one line, so what counts is whether a
character stands anywhere in it, at its start or at its end. A backslash before
a punctuation character of ASCII always means the character itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

import regex

from newsdoc.formats.characters import replace_unprintable
from newsdoc.model import fold

__all__ = ["ESCAPES", "Escape", "escape"]


class Escape(NamedTuple):
    r"""A character that a backslash goes before, where, and why.

    Attributes:
        character: the character.
        context: where it is escaped, in words.
        pattern: the same as a pattern that matches the character alone.
        reason: what it would do otherwise.
    """

    character: str
    context: str
    pattern: str
    reason: str


ESCAPES: Final = (
    Escape("\\", "anywhere", r"\\", "an escape or a hard line break"),
    Escape("`", "anywhere", r"`", "code"),
    Escape("*", "anywhere", r"\*", "emphasis, a list item, a thematic break"),
    Escape("_", "anywhere", r"_", "emphasis, a thematic break"),
    Escape("[", "anywhere", r"\[", "a link, an image, a footnote, a task"),
    Escape("]", "anywhere", r"\]", "the end of a link that a caller puts around the text"),
    Escape("<", "anywhere", r"<", "raw HTML, an autolink"),
    Escape("~", "anywhere", r"~", "strikethrough (GFM), a code fence"),
    Escape("|", "anywhere", r"\|", "a table (GFM; one line is enough for kramdown)"),
    Escape("{", "anywhere", r"\{", "attributes (kramdown), a template (Liquid, Hugo)"),
    Escape("&", "before a name or number and ;", r"&(?=#?[0-9A-Za-z]{1,40};)", "an entity"),
    Escape("$", "with another one behind it", r"\$(?=[^$]*\$)", "mathematics (GitHub, pandoc)"),
    Escape("#", "one to six at the start, before a blank", r"(?<=^)#(?=#{0,5}\s)", "a heading"),
    Escape("#", "a last word of them alone", r"(?<=^|\s)#(?=#*$)", "the end of a heading, dropped"),
    Escape(">", "at the start", r"(?<=^)>", "a block quote"),
    Escape(
        "-", "at the start, before a blank or another", r"(?<=^)-(?=[\s-]|$)", "a list, a break"
    ),
    Escape("+", "at the start, before a blank or another", r"(?<=^)\+(?=[\s+]|$)", "a list, TOML"),
    Escape(":", "at the start, before a blank", r"(?<=^):(?=\s|$)", "a definition (kramdown)"),
    Escape(".", "behind a number at the start", r"(?<=^\d{1,9})\.(?=\s|$)", "a numbered list"),
    Escape(")", "behind a number at the start", r"(?<=^\d{1,9})\)(?=\s|$)", "a numbered list"),
)

_ESCAPED: Final = regex.compile("|".join(row.pattern for row in ESCAPES))
_WORD: Final = re.compile(r"\S+")


def escape(text: str, references: Sequence[tuple[int, str]] = ()) -> str:
    """Return *text* as one line of Markdown that reads as the same words.

    Args:
        text: the text.
        references: references to footnotes, in order: the offset into the text
            of the character that each goes before, and the reference.
    """
    if not references:
        return _ESCAPED.sub(r"\\\g<0>", replace_unprintable(fold(text)))
    line = replace_unprintable(fold(text))
    places = [*_offsets_in_fold(text, (at for at, _ in references))]
    slashes = {match.start() for match in _ESCAPED.finditer(line)}
    # '!' before a reference would make it an image, '(' behind it a link.
    slashes |= {at - 1 for at in places if line[at - 1 : at] == "!"}
    slashes |= {at for at in places if line[at : at + 1] in ("(", ":")}
    inserted = [(at, 0, reference) for at, (_, reference) in zip(places, references, strict=True)]
    inserted += [(at, 1, "\\") for at in slashes]
    parts, done = [], 0
    for at, _, part in sorted(inserted, key=lambda item: item[:2]):
        parts += [line[done:at], part]
        done = at
    return "".join([*parts, line[done:]])


def _offsets_in_fold(text: str, offsets: Iterable[int]) -> Iterator[int]:
    """Yield each offset into *text* as the one into `fold(text)`: never behind a blank."""
    words = [match.span() for match in _WORD.finditer(text)]
    starts = [start for start, _ in words]
    folded = [0, *accumulate(end - start + 1 for start, end in words)]
    for offset in offsets:
        i = bisect_left(starts, offset) - 1
        yield 0 if i < 0 else folded[i] + min(offset, words[i][1]) - starts[i]
