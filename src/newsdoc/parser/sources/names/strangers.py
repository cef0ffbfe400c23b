"""Words in the run of a person's name that are no part of it: what an office is of, a position."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags as t
from newsdoc.lexicon.names import NameWords
from newsdoc.parser.sources.names.edges import HYPHENS
from newsdoc.parser.words import Words

_LAST: Final = t.PLACE | t.BODY
_TITLES: Final = t.TITLE | t.HONORIFIC
_ROLE_OF: Final = frozenset(("of", "to", "for", "at"))  # small words behind a role
_POSITION: Final = len("QB")
_NAMED: Final = [" "] * 3  # the gaps before a position and the two words of a name


def behind_place(words: Words, lexicon: NameWords, first: int, last: int) -> int:
    """Return the full name behind what a role before the run is of, or *first*.

    'the ambassador to Elmland | Jane Roe', 'the head of Water Elmland | Jane Roe'.
    """
    tags, gaps, lowers = words.tags, words.gaps, words.lowers
    small = first - 1 - (lowers[first - 1] == "the")
    if lowers[small] not in _ROLE_OF or small < 1 or gaps[small] != " ":
        return first
    if not tags[small - 1] & t.TITLE or tags[first] & t.GIVEN_NAME or tags[last] & _LAST:
        return first
    for i in range(first + 1, last):
        if tags[i] & t.GIVEN_NAME:
            break
        named = gaps[i] == " " and lowers[i] not in lexicon.glue
        if named and _ends_place(words, i - 1) and not _ends_place(words, i):
            break
    else:
        return first
    # 'a spokesman for Mayor Jane Roe' speaks for her
    inner = any(gaps[k] in HYPHENS or tags[k] & _TITLES for k in range(first, i + 1))
    return first if inner or tags[i] & t.BODY else i


def _ends_place(words: Words, i: int) -> bool:
    """Whether the word *i* closes the name of a place or a body."""
    return bool(words.tags[i] & _LAST) or is_acronym(words, i)


def is_acronym(words: Words, i: int) -> bool:
    """Whether word *i* is the letters of a body, among words in small letters."""
    word, after = words.words[i], i + 1
    return len(word) > 1 and word.isupper() and not words.words[after].isupper()


def is_position(words: Words, i: int) -> bool:
    """Whether word *i* tells what somebody plays, behind the team: 'Rovers QB Jim Roe'."""
    if i < 1:
        return False
    word, team, last = words.words[i], words.words[i - 1], i + 2
    if not word.isupper() or len(word) > _POSITION or words.tags[i] & _LAST:
        return False
    if words.gaps[i : last + 1] != _NAMED or team == words.lowers[i - 1] or team.isupper():
        return False
    return not words.tags[last] & _LAST and not words.words[last].isupper()
