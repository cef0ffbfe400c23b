"""Pronouns: who `he`, `she`, `it` and `they` mean, by agreement, place and recency."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from itertools import chain
from operator import attrgetter
from typing import Final, NamedTuple

from newsdoc.lexicon import tags as t
from newsdoc.model import Role, SourceKind
from newsdoc.parser.drafts import Layout
from newsdoc.parser.marks import Marks
from newsdoc.parser.sentences import Sentences
from newsdoc.parser.sources.names import HEADINGS, Names
from newsdoc.parser.sources.parts import APOSTROPHES, PERSON, PLACE, SINGLE
from newsdoc.parser.sources.people import Entity, Roster
from newsdoc.parser.words import Words

GENDER: Final = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
_REACH: Final = 24  # names that are looked at before a pronoun
_FAR: Final = -4.0  # a name less near than this is not looked at
_SAID: Final = 8  # mentions that are looked at before a pronoun
_BEST_ROLE: Final = 4.5  # what a name can add to its nearness
_SPOKE: Final = 4  # what it counts that somebody was credited before
_SPOKE_UNNAMED: Final = 2
_OWN: Final = 3  # words of its own phrase that may stand before a name
_UNSURE: Final = 2  # what it counts against a name that nothing tells to be a person's
_VERB: Final = t.AUXILIARY | t.CUE | t.ADVERB | t.PAST | t.NEGATION
_FIRST: Final = attrgetter("first")
_MOST: Final = 3  # sentences between that count, where a paragraph ends between
_PERSON: Final = SourceKind.PERSON
_MAYBE_PEOPLE: Final = frozenset((PERSON, SINGLE, PLACE))


class Places:
    """Where the words stand: sentence, paragraph, inside or outside of marks."""

    def __init__(self, words: Words, layout: Layout, sentences: Sentences, marks: Marks) -> None:
        self.words = words
        self.opens = [marked.start for marked in marks.inside]
        self.closes = [marked.end for marked in marks.inside]
        blocks = layout.blocks
        self.layout = layout
        self.blocks = [block.first for block in blocks]
        every = list(chain.from_iterable(sentences))
        self.sentences = [sentence.first for sentence in every]
        # A paragraph or sentence that goes on with a quote is no step away from its speaker.
        marked_blocks = {
            marked.block
            for marked in marks.inside
            if marked.outer <= blocks[marked.block].start
            and blocks[marked.block].end <= marked.after
        }
        if marked_blocks:
            self.blocks = [b for i, b in enumerate(self.blocks) if i not in marked_blocks]
        inside = self._inside([sentence.start for sentence in every])
        if inside:
            self.sentences = [b for i, b in enumerate(self.sentences) if i not in inside]

    def _inside(self, starts: list[int]) -> set[int]:
        """Return the numbers of the *starts* of sentences that lie between marks."""
        inside: set[int] = set()
        for opening, closing in zip(self.opens, self.closes, strict=True):
            first = bisect_right(starts, opening)
            last = bisect_left(starts, closing, first)
            if first < last:
                inside.update(range(first, last))
        return inside

    def block(self, word: int) -> int:
        """Return the number of the paragraph of *word*."""
        return bisect_right(self.blocks, word)

    def in_heading(self, word: int) -> bool:
        """Whether a word stands in a headline, a deck or a subhead."""
        blocks = self.layout.blocks
        block = bisect_right(blocks, word, key=_FIRST) - 1
        return block >= 0 and blocks[block].role in HEADINGS

    def sentence(self, word: int) -> int:
        """Return the number of the sentence of *word*."""
        return bisect_right(self.sentences, word)

    def opening(self, word: int) -> int:
        """Return the first word of the sentence of *word*."""
        at = bisect_right(self.sentences, word) - 1
        return self.sentences[at] if at >= 0 else 0

    def next(self, word: int) -> int:
        """Return the first word of the sentence behind that of *word*, or -1."""
        at = bisect_right(self.sentences, word)
        return self.sentences[at] if at < len(self.sentences) else -1

    def is_lead(self, word: int) -> bool:
        """Whether a word stands in the first paragraph of the story."""
        for block in self.layout.blocks:
            if block.role is Role.BODY:
                return block.first <= word < block.last
        return False

    def inside(self, word: int) -> bool:
        """Whether the word stands in quotation marks."""
        return self.within(self.words.starts[word])

    def within(self, offset: int) -> bool:
        """Whether the offset lies between quotation marks."""
        at = bisect_right(self.opens, offset) - 1
        return at >= 0 and self.closes[at] > offset

    def nearness(self, word: int) -> Callable[[int], float]:
        """Return what tells how near a word before *word* is to it.

        It is less for each sentence and paragraph between.
        """
        blocks, sentences = self.blocks, self.sentences
        block, sentence = bisect_right(blocks, word), bisect_right(sentences, word)

        def near(at: int) -> float:
            between = sentence - bisect_right(sentences, at)
            over = block - bisect_right(blocks, at)
            if over:
                return 6 - 1.5 * (min(_MOST, between)) - 2 * over
            return 6 - 1.5 * (between if between <= _MOST else _MOST + 1)

        return near


class Candidate(NamedTuple):
    """Somebody whom a pronoun can mean: how well, and the word that speaks for it."""

    score: float
    at: int
    entity: Entity


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
        if len(ranked) > 1 and ranked[0].score == ranked[1].score:
            sentence = self.places.sentence
            if sentence(ranked[0].at) == sentence(ranked[1].at):
                return None, True
        return ranked[0].entity, False

    def rank(self, word: int, gender: str, places: int = 1) -> list[Candidate]:
        """Return the people that fit, best first; of two that fit equally the later.

        The first *places* of the list are right; who cannot come to stand there
        may be left out.
        """
        best: dict[int, Candidate] = {}
        nearness = self.places.nearness(word)
        bar = _FAR
        for at, entity in self.said[: -_SAID - 1 : -1]:
            near = nearness(at)
            if near + _SPOKE + 1 < bar:
                break
            if entity.kind in _SOMEBODY and fits(entity, gender) and not entity.plural:
                told = entity.gender == gender
                score = near + (_SPOKE if entity.name else _SPOKE_UNNAMED + told)
                bar = offer(best, score + told, at, entity, bar, places)
        names, kind, who = self.names, self.roster.parts.kind, self.roster.who
        stop = names.before(word)
        for name in range(stop - 1, max(-1, stop - 1 - _REACH), -1):
            at = names.first[name]
            near = nearness(at)
            if near + _BEST_ROLE < bar or near < _FAR:
                break
            if kind(name) not in _MAYBE_PEOPLE:
                continue
            near += self.role(name)
            if near + 1 < bar:
                continue
            named = who(name).entity
            if named is None or named.kind is not _PERSON or not fits(named, gender):
                continue
            score = near + (named.gender == gender) - (0 if named.sure else _UNSURE)
            bar = offer(best, score, at, named, bar, places)
        if len(best) > 1:
            return sorted(best.values(), key=lambda c: (-c.score, -c.at))
        return list(best.values())

    def role(self, name: int) -> float:
        """Return how much a name stands out by its place in the sentence."""
        words, first, after = self.words, self.names.first[name], self.names.last[name] + 1
        if self.places.inside(first):
            return -4
        if after >= len(words):
            return 0
        gap, tag = words.gaps[after], words.tags[after]
        if gap in APOSTROPHES and tag & t.CLITIC:
            return -1
        opens = self.opens(first)
        if not opens and words.tags[first - 1] & t.PREPOSITION:
            return -2
        if gap == " " and words.words[after] == words.lowers[after]:
            if tag & _VERB or words.lowers[after].endswith(("ed", "es")):
                return 3.5 if opens else 2.5
            if tag & (t.TITLE | t.BODY):
                return -2
        return 3.5 if opens else 1 if gap.startswith(",") else 0

    def opens(self, first: int) -> bool:
        """Whether a name opens its sentence, but for three words of its own phrase."""
        words, start = self.words, self.places.opening(first)
        return first - start <= _OWN and not any(
            words.tags[i] & (t.PREPOSITION | t.SUBORDINATOR) or words.gaps[i + 1] != " "
            for i in range(start, first)
        )

    def thing(self, word: int, plural: bool = False) -> Entity | None:
        """Return the body or document that *it* at *word* means, or the many that *they* means."""
        nearness = self.places.nearness(word)
        best: tuple[float, Entity] | None = None
        for at, entity in self.said[:-5:-1]:
            if plural:
                fit = entity.plural or entity.kind is SourceKind.ORGANISATION
            else:
                fit = entity.kind in _THINGS and not entity.plural
            score = nearness(at) + _SPOKE_THING
            if fit and score > _NEAR_THING and (best is None or score > best[0]):
                best = score, entity
        stop = self.names.before(word)
        for name in range(stop - 1, max(-1, stop - 1 - _REACH), -1):
            near = nearness(self.names.first[name])
            if near < _NEAR_THING or (best is not None and near + _BEST_ROLE < best[0]):
                break
            role = self.role(name)
            if role < _SUBJECT or (best is not None and near + role <= best[0]):
                continue
            named = self.roster.who(name).entity
            if named is not None and named.kind is SourceKind.ORGANISATION:
                best = near + role, named
        return best[1] if best else None


_THINGS: Final = frozenset((SourceKind.ORGANISATION, SourceKind.DOCUMENT))
_NEAR_THING: Final = 2.0  # how near a body must be to be meant by 'it'
_SPOKE_THING: Final = 3
_SUBJECT: Final = 2.5  # the role of a name that is a subject
_SOMEBODY: Final = frozenset((SourceKind.PERSON, SourceKind.UNNAMED))


def offer(
    best: dict[int, Candidate], score: float, at: int, entity: Entity, bar: float, places: int
) -> float:
    """Keep the best that speaks for an entity; return what it takes to come among the first."""
    old = best.get(id(entity))
    if old is None or old.score < score:
        best[id(entity)] = Candidate(score, at, entity)
        if places == 1:
            return max(bar, score)
        if len(best) >= places:
            return sorted(candidate.score for candidate in best.values())[-places]
    return bar


def fits(entity: Entity, gender: str) -> bool:
    """Whether an entity can be of the *gender*, where one is asked for."""
    return gender == "-" or entity.gender in {gender, "-"}
