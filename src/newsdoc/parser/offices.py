"""Names that hold a mark, like those of offices: 'the Department for Food, Water and Trade'.

A comma inside such a list parts nothing: its gap becomes the blank that stands for
it, so that every stage reads one name. So does the mark in 'Yahoo! Inc'.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from typing import Final

from newsdoc.lexicon.tags import ABBREVIATION, BODY, TITLE
from newsdoc.parser.words import Words

_OF: Final = frozenset(("of", "for"))
_OFFICE: Final = BODY | TITLE
_ITEM: Final = r"[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,3}"
_AND: Final = r",?\s(?:and|&)\s(?:the\s)?"
_LIST: Final = re.compile(rf"{_ITEM}(?:,\s{_ITEM}){{1,4}}{_AND}(?P<last>{_ITEM})")
_TAIL: Final = re.compile(rf",\s{_ITEM}{_AND}[A-Z]")  # of every list; found far sooner
_FIRM: Final = ABBREVIATION | BODY
_BETWEEN: Final = re.compile(rf"{_AND}|,\s")


def join_offices(words: Words, portfolios: AbstractSet[str]) -> None:
    """Let no comma part the name of an office.

    Each item of the list must be what offices are of, and an office must stand
    before the list with 'of' or 'for', or behind it: 'the Rail, Sea and Road union'.
    """
    for i in words.behind("!"):
        if words.gaps[i] == "! " and words.tags[i] & _FIRM == _FIRM:
            words.gaps[i] = " "  # 'Yahoo! Inc'
    for found in _LIST.finditer(words.text) if _TAIL.search(words.text) else ():
        items = [item.lower().split() for item in _BETWEEN.split(found[0])]
        if any(portfolios.isdisjoint(item) for item in items):
            continue
        first, last = words.after(found.start()), words.after(found.start("last"))
        end = words.after(found.end())
        behind = any(tag & _OFFICE for tag in words.tags[last + 1 : end + 1])
        if behind or _is_of(words, first - 1):
            for i in range(first + 1, last):
                if words.gaps[i] == ", ":
                    words.gaps[i] = " "


def _is_of(words: Words, i: int) -> bool:
    """Whether an office stands before 'of' or 'for' at the word *i*, but for an article."""
    before = i - (words.lowers[i] == "the")
    return before > 0 and words.lowers[before] in _OF and bool(words.tags[before - 1] & _OFFICE)
