"""Lines: a text cut at its line breaks, and hard-wrapped lines joined to paragraphs again.

A line runs from its first to its last printed character: neither white space nor
invisible. Any of the breaks that Unicode knows ends one. Lines with an empty line
between them are further apart than neighbours, which the later steps ask for.

A text is hard-wrapped where its lines break as a typesetter's do: the first word of
the next line would not have fitted (`_width`). Its lines are joined again, save where
the break came early, or where the next line is indented (as first lines are: `_margin`)
or an item of a list; the breaks stay inside the paragraph's span.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import Final

from attrs import define

from newsdoc.parser.words import Words

# Characters that print nothing and are no white space: BOM, zero widths, soft hyphen.
INVISIBLE: Final = "\ufeff\u200b\u200c\u200d\u2060\u00ad"
_UNPRINTED: Final = "".join(c for c in map(chr, range(0x3001)) if c.isspace()) + INVISIBLE
BULLET: Final = re.compile(r"(?:[-*·–]|\d{1,2}[.)])\s|[•‣◦▪●■]\s?")
_STOPS: Final = ".!?"
_SMALL_BY: Final = re.compile("by [A-Z]")  # a signature, where a sentence ends above it
_MIN_WIDTH, _MAX_WIDTH = 24, 132  # columns of wrapped text: from newspaper columns to wide mail
_MIN_JOINS: Final = 3  # a text with fewer breaks of the typesetter's kind is not taken as wrapped
_FILLED: Final = 0.85  # a line this full, measured with the next word, was broken for want of room
_WRAPPED: Final = 0.5  # share of the breaks between neighbours that must be of this kind
_SMALL: Final = 0.4  # share of the lines behind them that must go on without a capital


@define(eq=False)
class Line:
    """A line or a paragraph of joined lines.

    Attributes:
        start: offset of its first printed character.
        end: offset behind its last one.
        first: number of its first word.
        last: number behind its last word.
        apart: whether an empty line stands before it.
        indent: how many characters of white space stand before it.
    """

    start: int
    end: int
    first: int
    last: int
    apart: bool
    indent: int


def cut(words: Words) -> list[Line]:
    """Return the lines of the text that print something, wrapped ones joined."""
    starts = words.starts
    lines: list[Line] = []
    offset = last = 0
    empty = True  # whether the line before prints nothing
    for raw in words.text.splitlines(keepends=True):
        if raw == "\n":  # most empty lines
            offset, empty = offset + 1, True
            continue
        ink = raw.strip()
        indent = len(raw) - len(raw.lstrip()) if raw[0].isspace() else 0
        if ink and (ink[0] in INVISIBLE or ink[-1] in INVISIBLE):
            ink = raw.strip(_UNPRINTED)
            indent = len(raw) - len(raw.lstrip(_UNPRINTED))
        if ink:
            start = offset + indent
            end = start + len(ink)
            first, last = last, bisect_left(starts, end, last)  # no word stands between lines
            lines.append(Line(start, end, first, last, empty, indent))
        offset += len(raw)
        empty = not ink
    width = _width(words.text, lines)
    return _join(words, lines, width) if width else lines


def _need(text: str, line: Line, following: Line) -> int:
    """Return the width that *line* would have had with the next line's first word."""
    stop = text.find(" ", following.start, following.end)
    word = (following.end if stop < 0 else stop) - following.start
    return line.indent + line.end - line.start + 1 + word


def _width(text: str, lines: list[Line]) -> int:
    """Return the width to which the text is wrapped, or 0 where it is not."""
    pairs = [
        (a, b)
        for a, b in pairwise(lines)
        if not b.apart and b.indent <= a.indent and not _is_apart(text, a, b)
    ]
    if len(pairs) < _MIN_JOINS:
        return 0
    width = max(line.end - line.start + line.indent for pair in pairs for line in pair)
    if not _MIN_WIDTH <= width <= _MAX_WIDTH:
        return 0
    filled = [b for a, b in pairs if _need(text, a, b) > width * _FILLED]
    small = sum(text[line.start].islower() for line in filled)
    wrapped = len(filled) >= len(pairs) * _WRAPPED and small >= len(filled) * _SMALL
    return width if wrapped or (len(filled) > 1 and text.isupper()) else 0


def _is_apart(text: str, above: Line, line: Line) -> bool:
    """Whether the line never goes on with the one above: an item of a list, a small 'by'."""
    if BULLET.match(text, line.start, line.end):
        return True
    return text[above.end - 1] in _STOPS and _SMALL_BY.match(text, line.start) is not None


def _margin(lines: list[Line]) -> int:
    """Return the indent from which on a line opens a paragraph, whatever stands before it.

    Where first lines are indented, the next line is not; in an indented block it is.
    """
    least = min(line.indent for line in lines)
    pairs = [(a, b) for a, b in pairwise(lines) if a.indent > least and not b.apart]
    firsts = sum(b.indent < a.indent for a, b in pairs)
    return least if 2 * firsts > len(pairs) else _MAX_WIDTH


def _join(words: Words, lines: list[Line], width: int) -> list[Line]:
    """Return the lines with those joined that were broken for want of room."""
    text = words.text
    joined: list[Line] = []
    last = None  # the last line as printed
    margin = _margin(lines)
    for line in lines:
        if (
            last is None
            or line.apart
            or line.indent > min(last.indent, margin)
            or _is_apart(text, last, line)
            or _need(text, last, line) <= width * _FILLED
        ):
            joined.append(line)
        else:
            words.unwrap(line.first)
            whole = joined[-1]
            joined[-1] = Line(
                whole.start, line.end, whole.first, line.last, whole.apart, whole.indent
            )
        last = line
    return joined
