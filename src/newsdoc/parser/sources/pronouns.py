"""Pronouns: who `he`, `she`, `it` and `they` mean, by agreement, place and recency."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from newsdoc.lexicon import tags as t
from newsdoc.model import SourceKind
from newsdoc.parser.drafts import Layout, Pair
from newsdoc.parser.sentences import Sentences
from newsdoc.parser.sources.names import Names
from newsdoc.parser.sources.people import PERSON, SINGLE, Entity, Roster
from newsdoc.parser.words import Words

GENDER: Final = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_REACH: Final = 24  # names that are looked at before a pronoun


class Places:
    """Where the words stand: sentence, paragraph, inside or outside of marks."""

    def __init__(self, words: Words, layout: Layout, sentences: Sentences, marked: list[Pair]) -> None:
        self.words = words
        self.blocks = [block.first for block in layout.blocks]
        self.sentences = [s.first for inside in sentences for s in inside]
        self.marked = sorted(marked)
        self.opens = [pair[0] for pair in self.marked]

    def block(self, word: int) -> int:
        return bisect_right(self.blocks, word)

    def sentence(self, word: int) -> int:
        return bisect_right(self.sentences, word)

    def inside(self, word: int) -> bool:
        """Whether the word stands in quotation marks."""
        start = self.words.starts[word]
        at = bisect_right(self.opens, start) - 1
        return at >= 0 and self.marked[at][1] > start


class Antecedents:
    """Finds what a pronoun stands for.

    Attributes:
        said: the mentions that are settled already, in order: word, entity.
    """

    def __init__(self, words: Words, names: Names, roster: Roster, places: Places) -> None:
        self.words = words
        self.names = names
        self.roster = roster
        self.places = places
        self.said: list[tuple[int, Entity]] = []

    def person(self, word: int, gender: str) -> tuple[Entity | None, bool]:
        """Return the person that *he* or *she* at *word* means, and whether two fit equally."""
        ranked = self.rank(word, gender)
        if not ranked:
            return None, False
        if len(ranked) > 1 and ranked[0][0] == ranked[1][0]:
            return None, True
        return ranked[0][1], False

    def rank(self, word: int, gender: str) -> list[tuple[float, Entity]]:
        """Return the people that fit, best first, with their scores."""
        scores: dict[int, tuple[float, Entity]] = {}
        here = self.places.sentence(word), self.places.block(word)

        def offer(score: float, entity: Entity) -> None:
            old = scores.get(id(entity))
            if old is None or old[0] < score:
                scores[id(entity)] = score, entity

        for at, entity in reversed(self.said[-8:]):
            if entity.kind in _SOMEBODY and fits(entity, gender) and not entity.plural:
                offer(self.distance(at, here) + 4 + (entity.gender == gender), entity)
        stop = self.names.before(word)
        for name in range(stop - 1, max(-1, stop - 1 - _REACH), -1):
            part = self.roster.part(name)
            if part.kind not in {PERSON, SINGLE}:
                continue
            base = self.distance(self.names.first[name], here)
            if base < -4:
                break
            entity = self.roster.who(name).entity
            if entity is None or entity.kind is not SourceKind.PERSON or not fits(entity, gender):
                continue
            offer(base + self.role(name) + (entity.gender == gender), entity)
        return sorted(scores.values(), key=lambda pair: -pair[0])

    def distance(self, at: int, here: tuple[int, int]) -> float:
        """Return how near the word *at* is: less for each sentence and paragraph between."""
        sentences = here[0] - self.places.sentence(at)
        blocks = here[1] - self.places.block(at)
        return 6 - 1.5 * sentences - 2 * blocks

    def role(self, name: int) -> float:
        """Return how much a name stands out by its place in the sentence."""
        words, first, last = self.words, self.names.first[name], self.names.last[name]
        if self.places.inside(first):
            return -4
        after = last + 1
        if after >= len(words):
            return 0
        gap, tag = words.gaps[after], words.tags[after]
        if gap in {"'", "’", "‘"}:
            return -1
        if first and words.tags[first - 1] & t.PREPOSITION and words.gaps[first] == " ":
            return -1
        if gap == " " and words.words[after] == words.lowers[after]:
            if not tag & (t.PREPOSITION | t.CONJUNCTION):
                return 3
            return 0
        return 1 if gap.startswith(",") else 0

    def thing(self, word: int) -> Entity | None:
        """Return the body or document that *it* at *word* means."""
        here = self.places.sentence(word), self.places.block(word)
        best: tuple[float, Entity] | None = None
        for at, entity in reversed(self.said[-6:]):
            if entity.kind in {SourceKind.ORGANISATION, SourceKind.DOCUMENT} and not entity.plural:
                score = self.distance(at, here) + 3
                if score > 2 and (best is None or score > best[0]):
                    best = score, entity
        stop = self.names.before(word)
        for name in range(stop - 1, max(-1, stop - 1 - _REACH), -1):
            base = self.distance(self.names.first[name], here)
            if base < 2:
                break
            role = self.role(name)
            if role < 3:
                continue
            entity = self.roster.who(name).entity
            if entity is not None and entity.kind is SourceKind.ORGANISATION:
                score = base + role
                if best is None or score > best[0]:
                    best = score, entity
        return best[1] if best else None

    def several(self, word: int) -> Entity | None:
        """Return the group that *they* at *word* means."""
        here = self.places.sentence(word), self.places.block(word)
        for at, entity in reversed(self.said[-4:]):
            if self.distance(at, here) < 1:
                break
            if entity.plural or entity.kind is SourceKind.ORGANISATION:
                return entity
        return None


_SOMEBODY: Final = frozenset((SourceKind.PERSON, SourceKind.UNNAMED))


def fits(entity: Entity, gender: str) -> bool:
    """Whether an entity can be of the *gender*."""
    return entity.gender in {gender, "-"}
