"""Surnames that are words for bodies as well: 'Mary Cross, a nurse', 'spokesman Bill Line'."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags as t
from newsdoc.lexicon.names import NameWords
from newsdoc.parser.sources.names import Names
from newsdoc.parser.words import Words

_PLACES: Final = 12  # places of a name that are looked at
_ROLE: Final = 6  # words from a name to the role behind it: ', a former ballet teacher'
_ENDS: Final = frozenset(",.;)")
_RESPECT: Final = frozenset(("miss", "mr", "mrs", "ms", "mx"))  # not 'St', 'Dr'
_MOST: Final = 2  # words from the given name to the surname: 'Mary J. Cross'
_NO_ROLE: Final = t.PREPOSITION | t.RELATIVE | t.CONJUNCTION | t.AUXILIARY | t.CUE


class Surnames:
    """Tells where a word for a body closes the name of a person.

    A given name must open it, and something near one of its places must tell a
    person: an age, a role, 'Mr', or the surname alone with a verb of saying.
    """

    def __init__(self, words: Words, lexicon: NameWords, names: Names) -> None:
        self.words = words
        self.lexicon = lexicon
        self.names = names
        self._known: dict[tuple[str, str], bool] = {}
        self._alone: dict[str, bool] = {}

    def closes(self, first: int, last: int) -> bool:
        """Whether the words *first*..*last* are the name of a person."""
        words = self.words
        if not 0 < last - first <= _MOST or not self._is_given(first):
            return False
        if last - first == _MOST and len(words.words[first + 1]) > 1:
            return False
        key = words.words[first], words.words[last]
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self.are_told(*key) or self._speaks(key[1])
        return known

    def are_told(self, given: str, surname: str) -> bool:
        """Whether the words around some place of a name tell a person."""
        return any(self._is_told(*place) for place in self._places(given, surname))

    def is_alone(self, word: str) -> bool:
        """Whether a word for a body alone is the surname of somebody, and no body's."""
        known = self._alone.get(word)
        if known is None:
            lasts = (self.names.last[name] for name in self.names.holding.get(word, ())[:_PLACES])
            ends = [last for last in lasts if self.words.words[last] == word]
            tails = ((first, last) for last in ends for first in range(max(0, last - _MOST), last))
            known = self._alone[word] = any(self.closes(*tail) for tail in tails)
        return known

    def _is_given(self, i: int) -> bool:
        return self.words.tags[i] & (t.GIVEN_NAME | t.PLACE) == t.GIVEN_NAME

    def _places(self, given: str, surname: str) -> list[tuple[int, int]]:
        """Return the first and last words of the names that are so."""
        printed, found = self.words.words, []
        for name in self.names.holding.get(surname, ())[:_PLACES]:
            last = self.names.last[name]
            inside = printed[max(self.names.first[name], last - _MOST) : last]
            if printed[last] == surname and given in inside:
                found.append((last - len(inside) + inside.index(given), last))
        return found

    def _is_told(self, first: int, last: int) -> bool:
        """Whether the words around a name tell a person."""
        words, i = self.words, last + 1
        if words.gaps[first] in {" ", ". ", ", "} and self._is_role_before(first - 1, last):
            return True
        if i >= len(words) or words.gaps[i] != ", ":
            return False
        if words.words[i].isdecimal():
            return words.gaps[i + 1][:1] in _ENDS
        if words.lowers[i] == "who":
            return True
        return bool(words.tags[i] & t.DETERMINER) and self._is_role_behind(i + 1)

    def _is_role_before(self, i: int, last: int) -> bool:
        """Whether a word before a name is 'Mr' and the like, or the role of a person.

        With a capital it tells a person with a common surname alone: 'Judge Helen Bank', but
        'Governor Morgan College'.
        """
        words, tags, lexicon = self.words, self.words.tags[i], self.lexicon
        lower = words.lowers[i]
        if not tags & (t.TITLE | t.HONORIFIC) or lower in lexicon.given_titles:
            return False
        sure = lower in _RESPECT or words.words[i] == lower
        return (
            sure or words.lowers[last] in lexicon.body_surnames
        ) and lower not in lexicon.corporate

    def _is_role_behind(self, i: int) -> bool:
        """Whether a person's role closes what opens with the word *i*: 'a | nurse,'."""
        words = self.words
        for at in range(i, min(len(words), i + _ROLE)):
            if words.gaps[at] not in {" ", "-"} or words.tags[at] & _NO_ROLE:
                return False
            after = words.gaps[at + 1]
            ends = after[:1] in _ENDS or (words.tags[at + 1] & _NO_ROLE)
            if ends:
                told = words.tags[at] & (t.TITLE | t.BODY) == t.TITLE
                return told and words.lowers[at] not in self.lexicon.corporate
        return False

    def _speaks(self, surname: str) -> bool:
        """Whether a common surname alone stands before a verb of saying, or any behind 'Mr'."""
        words, names, tags = self.words, self.names, self.words.tags
        common = surname.lower() in self.lexicon.body_surnames
        for name in names.alone(surname)[:_PLACES] if common else ():
            i = names.first[name]
            if i > 0 and words.gaps[i] == " " and words.tags[i - 1]:
                continue
            cue = i + 1 < len(words) and words.gaps[i + 1] == " " and tags[i + 1] & t.CUE
            if cue and tags[i + 1] & t.PAST:
                return True
        return any(
            words.lowers[names.last[name] - 1] in _RESPECT
            for name in names.holding.get(surname, ())[:_PLACES]
            if names.last[name] - names.first[name] == 1
            and words.words[names.last[name]] == surname
        )
