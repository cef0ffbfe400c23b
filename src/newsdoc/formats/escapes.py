"""How text is kept from being read as Markdown: a table, and the function that applies it.

The text of a block is written as one line, so what counts is whether a
character stands anywhere in it, at its start or at its end. A backslash before
a punctuation character of ASCII always means the character itself.
"""

from __future__ import annotations

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
    Escape("#", "one to six at the start", r"(?<=^)#(?=#{0,5}(?:\s|$))", "a heading"),
    Escape("#", "a last word of them alone", r"(?<=\s)#(?=#*$)", "the end of a heading, dropped"),
    Escape(">", "at the start", r"(?<=^)>", "a block quote"),
    Escape(
        "-", "at the start, before a blank or another", r"(?<=^)-(?=[\s-]|$)", "a list, a break"
    ),
    Escape("+", "at the start, before a blank or another", r"(?<=^)\+(?=[\s+]|$)", "a list, TOML"),
    Escape("=", "at the start", r"(?<=^)=", "the underline of a heading"),
    Escape(":", "at the start, before a blank", r"(?<=^):(?=\s|$)", "a definition (kramdown)"),
    Escape(".", "behind a number at the start", r"(?<=^\d{1,9})\.(?=\s|$)", "a numbered list"),
    Escape(")", "behind a number at the start", r"(?<=^\d{1,9})\)(?=\s|$)", "a numbered list"),
)

_ESCAPED: Final = regex.compile("|".join(row.pattern for row in ESCAPES))


def escape(text: str) -> str:
    """Return *text* as one line of Markdown that reads as the same words."""
    return _ESCAPED.sub(r"\\\g<0>", replace_unprintable(fold(text)))
