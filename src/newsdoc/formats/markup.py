"""Marks on a stretch of text as properly nested HTML elements, however they overlap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape as escape_html
from itertools import pairwise
from typing import Final, NamedTuple

from newsdoc.formats.characters import replace_unprintable

__all__ = ["Attributes", "Mark", "element", "escape", "nest"]

Attributes = dict[str, str | None]


class Mark(NamedTuple):
    """An element to be put around the characters from *start* to *end*.

    Where two marks overlap, the one of the lower rank is the outer one. What
    the outer ones cut into several elements has its `once` on the first alone.

    Attributes:
        start: offset of the first character.
        end: offset behind the last one.
        rank: outer marks have the lower rank.
        tag: the name of the element.
        attributes: those of each of its elements.
        once: those of its first element alone, such as an id.
    """

    start: int
    end: int
    rank: int
    tag: str
    attributes: Attributes
    once: Attributes


# A carriage return must be written by its number: a bare one is read as a line feed.
_NUMBERED: Final = {ord("\r"): "&#13;"}


def escape(text: str) -> str:
    """Return *text* as the text of an element or the value of an attribute in quotes."""
    return escape_html(replace_unprintable(text)).translate(_NUMBERED)


def element(tag: str, attributes: Attributes) -> str:
    """Return the start tag of an element; attributes that are None are left out."""
    given = (f' {name}="{escape(v)}"' for name, v in attributes.items() if v is not None)
    return f"<{tag}{''.join(given)}>"


def nest(text: str, start: int, end: int, marks: Iterable[Mark]) -> str:
    """Return the text from *start* to *end* with the marks put around their parts of it."""
    inside = sorted(marks, key=lambda mark: (mark.rank, mark.start, -mark.end))
    return "".join(_nested(text, start, end, inside))


def _nested(text: str, start: int, end: int, marks: list[Mark]) -> Iterator[str]:
    begin: dict[int, list[int]] = {}
    cuts = {start, end}
    for i, mark in enumerate(marks):
        begin.setdefault(max(mark.start, start), []).append(i)
        cuts |= {max(mark.start, start), min(mark.end, end)}
    active: list[int] = []
    for left, right in pairwise(sorted(cuts)):
        now = sorted([i for i in active if marks[i].end > left] + begin.get(left, []))
        kept = next((k for k, i in enumerate(active) if k >= len(now) or now[k] != i), len(active))
        yield "".join(f"</{marks[i].tag}>" for i in reversed(active[kept:]))
        for i in now[kept:]:
            mark = marks[i]
            first = mark.start == left
            yield element(mark.tag, mark.attributes | mark.once if first else mark.attributes)
        active = now
        yield escape(text[left:right])
    yield "".join(f"</{marks[i].tag}>" for i in reversed(active))
