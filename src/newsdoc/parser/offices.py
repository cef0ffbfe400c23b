"""Names of offices that list what they are of: 'the Department for Food, Water and Trade'.

A comma inside such a name parts nothing: its gap becomes the blank that stands for
it, so that every stage reads one name.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from typing import Final

from newsdoc.lexicon.tags import BODY, TITLE
from newsdoc.parser.words import Words

_COMMA: Final = ", "
_OF: Final = frozenset(("of", "for"))
_OFFICE: Final = BODY | TITLE
_WORDS: Final = 4  # of what an office is of: 'Energy and Climate Change', 'Local Government'
_ITEMS: Final = 6
# The last comma of a list of capitals: ', Food and R'.
_LIST: Final = re.compile(r",\s[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2},?\s(?:and(?:\sthe)?|&)\s(?=[A-Z])")


def join_offices(words: Words, portfolios: AbstractSet[str]) -> None:
    """Let no comma part the name of an office.

    Each item of the list must be what offices are of, and an office must stand
    before the list with 'of' or 'for', or behind it: 'the Rail, Sea and Road union'.
    """
    for found in _LIST.finditer(words.text):
        last = words.after(found.end())
        end = _behind(words, last, portfolios)
        commas = _commas(words, words.after(found.start()), portfolios)
        if end < 0 or not commas:
            continue
        if _is_office(words, last, end) or _is_of(words, commas[-1] - 1):
            for comma in (*commas, last, last - 1):
                if words.gaps[comma] == _COMMA:
                    words.gaps[comma] = " "


def _commas(words: Words, comma: int, portfolios: AbstractSet[str]) -> list[int]:
    """Return the words with a comma before them that open items, last first, or none."""
    found = [comma]
    while len(found) < _ITEMS:
        first = _opening(words, found[-1] - 1, portfolios)
        if first < 0 or words.gaps[found[-1]] != _COMMA:
            return []
        if words.gaps[first] != _COMMA:
            return found
        found.append(first)
    return []


def _capital(words: Words, i: int) -> bool:
    """Whether word *i* begins with a capital, and has others in small letters."""
    word = words.words[i]
    return word != words.lowers[i] and not word.isupper()


def _opening(words: Words, last: int, portfolios: AbstractSet[str]) -> int:
    """Return the first word of the item that word *last* closes, or -1 where none does."""
    i, told = last, False
    while i >= 0 and i > last - _WORDS and _capital(words, i):
        told = told or words.lowers[i] in portfolios
        if words.gaps[i] != " ":
            return i if told else -1
        i -= 1
    return i + 1 if told else -1


def _behind(words: Words, first: int, portfolios: AbstractSet[str]) -> int:
    """Return the word behind the item that opens with word *first*, or -1 where none does."""
    i, told = first, False
    while i < len(words) and i < first + _WORDS and _capital(words, i):
        if i > first and words.gaps[i] != " ":
            break
        told = told or words.lowers[i] in portfolios
        i += 1
    return i if told else -1


def _is_office(words: Words, first: int, end: int) -> bool:
    """Whether an office stands in the last item, or right behind it."""
    if any(words.tags[i] & _OFFICE for i in range(first + 1, end)):
        return True
    return end < len(words) and words.gaps[end] == " " and bool(words.tags[end] & _OFFICE)


def _is_of(words: Words, i: int) -> bool:
    """Whether an office and 'of' or 'for' stand before the item that word *i* closes."""
    while i > 1 and words.gaps[i] == " " and _capital(words, i - 1):
        i -= 1
    before = i - 1 - (words.lowers[i - 1] == "the")
    if before < 1 or words.lowers[before] not in _OF:
        return False
    return words.gaps[before] == " " and bool(words.tags[before - 1] & _OFFICE)
