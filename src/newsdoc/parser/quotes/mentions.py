"""Mentions and claims: who is credited, and with what, before they are drafts."""

from __future__ import annotations

from typing import Final, NamedTuple

from attrs import define

from newsdoc.lexicon.tags import ABBREVIATION, CONJUNCTION, WHO
from newsdoc.model import Stance
from newsdoc.parser.drafts import MentionDraft, Pair
from newsdoc.parser.phrases import Phrase
from newsdoc.parser.quotes.scene import Scene

_NEAR: Final = 3  # characters: '?",'
_CLOSERS: Final = frozenset({"”", '"'})


def _is_open(text: str) -> bool:
    """Whether a mark that opens in a text does not close there."""
    return text.count("“") > text.count("”") or text.count('"') % 2 > 0


@define(eq=False)
class Claim:
    """That somebody says something: content as word ranges, speaker, cue and its first word."""

    parts: list[Phrase]
    speaker: MentionDraft | None
    cue: Pair | None
    stance: Stance
    why: str
    i: int = -1


class Introduction(NamedTuple):
    """A sentence that ends with a colon and a paragraph: what follows are the speaker's words."""

    speaker: MentionDraft | None
    cue: Pair | None
    stance: Stance
    quotes: bool  # whether what follows is quoted without marks as well


class Mentions:
    """The mentions of a text: the same words are the same mention, and no two overlap."""

    def __init__(self, scene: Scene) -> None:
        self.words = scene.words
        self.tags = scene.tags
        self.held: dict[int, MentionDraft] = {}  # by each of its words

    def of(self, phrase: Phrase) -> MentionDraft:
        """Return the mention that the words of *phrase* are.

        Of words that another mention holds already, those before it are the
        mention ('X' of 'X, who says …'), or the other one is.
        """
        first, last = phrase
        held = self.held
        if first in held:
            return held[first]
        for j in range(first + 1, last):
            if j in held:
                related = j - 1 > first and self.tags[j - 1] & WHO  # 'X, who prosecutors say …'
                last = j - 1 if related else j
                break
        mention = self._new(first, last)
        for j in range(first, last):
            held[j] = mention
        return mention

    def part(self, first: int) -> None:
        """Let the mention that holds word *first* end before it: 'said Roe, who added that'."""
        mention = self.held.get(first)
        if mention is None or mention.start >= self.words.starts[first]:
            return
        begin, last = self.words.after(mention.start), first
        if last - 1 > begin and self.tags[last - 1] & CONJUNCTION:
            last -= 1
        mention.end = self._new(begin, last).end
        while self.held.get(first) is mention:
            del self.held[first]
            first += 1

    def _new(self, first: int, last: int) -> MentionDraft:
        words = self.words
        start, end = words.starts[first], words.end(last - 1)
        gap = words.gaps[last]
        if words.gaps[first][-1:] == "@":
            start -= 1  # '@roe'
        if ")" in gap[:2] and "(" in words.text[start:end]:
            end += gap.index(")") + 1  # 'Ron Wyden (D-Ore.)'
        elif gap[:1] == "." and self._is_abbreviated(last - 1):
            end += 1  # 'Ann Roe of Acme Inc.', 'a teacher in Troy, N.Y.'
        elif gap[:1] == "%":
            end += 1  # '17% said they had moved'
        elif not _CLOSERS.isdisjoint(gap[:_NEAR]):
            near = next(k for k, mark in enumerate(gap) if mark in _CLOSERS)
            if _is_open(words.text[start:end]):
                end += near + 1  # 'Roe, whom they call "the Axe"', 'the editor of "Today,"'
        return MentionDraft(start, end)

    def _is_abbreviated(self, i: int) -> bool:
        """Whether a point behind word *i* belongs to it."""
        words, word = self.words, self.words.words[i]
        if words.gaps[i] == ".":
            return word[0].isupper()  # 'Troy, N.Y.', but 'the editor of Home.com'
        return len(word) > 1 and word[0].isupper() and self.tags[i] & ABBREVIATION > 0
