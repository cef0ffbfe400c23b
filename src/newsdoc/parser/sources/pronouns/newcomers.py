"""Newcomers: people without a name, who keep a pronoun from those who have one."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags as t
from newsdoc.parser.sources.article import Step

_ROLE: Final = 4  # words from the article to the role: 'another angry shop owner'
_SUBJECT: Final = 12  # words from the role to the verb
_FIRST: Final = frozenset(("a", "an", "another", "one"))
_VERB: Final = t.AUXILIARY | t.PAST | t.CUE


class Newcomers(Step):
    """Tells where somebody new without a name is the subject of a sentence."""

    def before(self, word: int, gender: str) -> bool:
        """Whether the sentence before that of a pronoun at *word* is of a newcomer.

        'Another trader wept. “I have nothing,” he said'
        """
        places = self.places
        last = places.opening(word) - 1
        if last < 0 or places.block(last) != places.block(word):
            return False
        first = places.opening(last)
        if self.words.lowers[first] not in _FIRST:
            return False
        head = self.head(first, last)
        return head > 0 and self.fits(head, gender) and self.acts(head, last)

    def head(self, first: int, last: int) -> int:
        """Return the last role of the phrase that opens at *first*, or 0."""
        words, head = self.words, 0
        for i in range(first + 1, min(first + 1 + _ROLE, last + 1)):
            if words.gaps[i] not in {" ", "-"} or words.words[i] != words.lowers[i]:
                break
            if words.tags[i] & t.TITLE or words.lowers[i] in self.lexicon.kin:
                head = i
            elif head or words.tags[i] & (_VERB | t.PREPOSITION):
                break
        return head

    def fits(self, head: int, gender: str) -> bool:
        """Whether somebody of a role can be of a *gender*."""
        return self.lexicon.gender.get(self.words.lowers[head], gender) == gender

    def acts(self, head: int, last: int) -> bool:
        """Whether a verb follows before any name: not 'a former teacher, Ann Roe has'."""
        words = self.words
        if words.tags[head + 1] & t.CLITIC:
            return False  # 'a trader's day'
        for i in range(head + 1, min(head + 1 + _SUBJECT, last + 1)):
            if self.names.at(i) >= 0:
                return False
            if words.tags[i] & _VERB or words.lowers[i].endswith("ed"):
                return True
        return False
