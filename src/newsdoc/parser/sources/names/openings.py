"""Openings of names: places, parties and ranks that stand in a run before the name proper."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags as t
from newsdoc.lexicon.inflection import regular_singular
from newsdoc.lexicon.names import NameWords
from newsdoc.parser.words import Words

_TITLES: Final = t.TITLE | t.HONORIFIC
_LAST: Final = t.PLACE | t.BODY
_ROLE_OF: Final = frozenset(("of", "to", "for", "at"))  # small words behind a role


class Openings:
    """Finds where the name proper begins in a run of words with capitals."""

    def __init__(self, words: Words, lexicon: NameWords) -> None:
        self.words = words
        self.lexicon = lexicon

    def behind_place(self, first: int, last: int) -> int:
        """Return the full name behind what a role before the run is of, or *first*.

        'the ambassador to Elmland | Jane Roe', 'the head of Water Elmland | Jane Roe'.
        """
        tags, gaps, lowers = self.words.tags, self.words.gaps, self.words.lowers
        small = first - 1 - (lowers[first - 1] == "the")
        if lowers[small] not in _ROLE_OF or small < 1 or gaps[small] != " ":
            return first
        if not tags[small - 1] & t.TITLE or tags[first] & t.GIVEN_NAME or tags[last] & _LAST:
            return first
        for i in range(first + 1, last):
            opens = lowers[i] not in self.lexicon.glue and not self._ends_place(i)
            if tags[i] & t.GIVEN_NAME or (opens and self._ends_place(i - 1)):
                # 'a spokesman for Mayor Jane Roe' speaks for her
                inner = any(bits & _TITLES for bits in tags[first : i + 1])
                return first if inner else i
        return first

    def _ends_place(self, i: int) -> bool:
        """Whether the word *i* closes the name of a place or a body."""
        return bool(self.words.tags[i] & _LAST) or is_acronym(self.words.words[i])

    def behind_modifiers(self, first: int, last: int) -> int:
        """Return the first word behind 'Republican', 'Former' and the like."""
        start = first
        while start < last and self._is_modifier(start, last):
            start += 1
        if start > first and self.words.lowers[start] in self.lexicon.joints:
            return first  # 'City of Hull'
        return self._behind_strangers(start, last)

    def _is_modifier(self, i: int, last: int) -> bool:
        """Whether the word *i* tells of what party, nation or rank the name behind it is."""
        lexicon, lowers, tags = self.lexicon, self.words.lowers, self.words.tags
        word = lowers[i]
        if tags[i] & t.GIVEN_NAME:  # 'Christian Rev. Jane Roe'
            return word in lexicon.allegiances and bool(tags[i + 1] & _TITLES)
        if word in lexicon.allegiances or word in lexicon.modifiers:
            return True
        if tags[i] & t.BODY:  # 'House Republican Jane Roe'
            return last - i > 1 and lowers[i + 1] in lexicon.allegiances
        # 'Justices Jane Roe and Jim Doe', but 'Doctors Without Borders'
        return (
            last - i > 1
            and not tags[i + 1] & t.PREPOSITION
            and (one := plural_of(word)) != word
            and one in lexicon.roles
        )

    def _behind_strangers(self, first: int, last: int) -> int:
        """Return the given name in 'Fox News Jane Roe', or *first* where the run is one name.

        A body may be called after somebody: 'Hull International Airport Jane Roe'.
        """
        tags, known = self.words.tags, self.words.tags[first] & t.GIVEN_NAME
        if tags[last] & t.BODY:
            return first
        for i in range(first + 1, last):
            if tags[i] & t.GIVEN_NAME and not known:
                return i if self._is_strange(i - 1) else first
        return first

    def _is_strange(self, i: int) -> bool:
        """Whether the word *i* is seldom a part of a person's name."""
        words = self.words
        strange = words.tags[i] & (t.BODY | t.CUE | t.PLACE) or words.words[i].endswith("ing")
        return bool(strange) or words.lowers[i] in self.lexicon.allegiances


def plural_of(word: str) -> str:
    """Return the singular of a plural role: 'justices', 'celebrities', 'businessmen'."""
    if word.endswith("men"):
        return word[:-2] + "an"
    return regular_singular(word) if word.endswith("s") else word


def is_acronym(word: str) -> bool:
    """Whether a word is the letters of a body."""
    return len(word) > 1 and word.isupper()
