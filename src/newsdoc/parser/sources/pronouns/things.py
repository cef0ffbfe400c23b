"""Things: the body or the document that 'it' means, or the many that 'they' means."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags as t
from newsdoc.model import SourceKind
from newsdoc.parser.sources.apposition import singular
from newsdoc.parser.sources.article import Article
from newsdoc.parser.sources.entities import Entity
from newsdoc.parser.sources.names.edges import HYPHENS
from newsdoc.parser.sources.names.kinds import GROUP, PERSON, ROLE, SINGLE
from newsdoc.parser.sources.pronouns.prominence import Prominence
from newsdoc.parser.sources.roster import Roster

REACH: Final = 24  # names that are looked at before a pronoun
BEST_ROLE: Final = 4.5  # what a name can add to its nearness
_THINGS: Final = frozenset((SourceKind.ORGANISATION, SourceKind.DOCUMENT))
_NEAR_THING: Final = 2.0  # how near a body must be to be meant by 'it'
_ONE: Final = SourceKind.UNNAMED, "-"  # 'One minister said it was late. They added'
_NEXT: Final = 4.5  # how near the sentence before is, in the same paragraph
_SPOKE_THING: Final = 3
# The endings of nouns for what is done or grows, and nobody.
ABSTRACT: Final = ("ance", "ence", "ing", "ion", "ism", "ity", "ment", "ness", "owth", "ship")
_SUBJECT: Final = 16  # words of a subject that are looked at
_VERB: Final = t.AUXILIARY | t.PAST | t.CUE
SUBJECT: Final = 2.5  # the role of a name that is a subject


class Things(Prominence):
    """Finds the bodies and documents that pronouns stand for.

    Attributes:
        said: the mentions that are settled already, in order: word, entity.
    """

    def __init__(self, article: Article, roster: Roster) -> None:
        super().__init__(article, roster)
        self.said: list[tuple[int, Entity]] = []

    def thing(self, word: int, plural: bool = False) -> Entity | None:
        """Return the body or document that *it* at *word* means, or the many that *they* means."""
        nearness = self.places.nearness(word)
        joint = self.joint(word) if plural else -1
        best: tuple[float, Entity] | None = None
        for at, entity in self.said[:-5:-1]:
            if at < joint:
                break
            if plural:
                one = (entity.kind, entity.gender) == _ONE and nearness(at) >= _NEXT
                fit = entity.plural or one or entity.kind is SourceKind.ORGANISATION
            else:
                fit = entity.kind in _THINGS
            # A body with a name that spoke is meant before one that only acts.
            score = nearness(at) + _SPOKE_THING + (not plural and entity.name is not None)
            if fit and score > _NEAR_THING and (best is None or score > best[0]):
                best = score, entity
        if joint >= 0:
            return best[1] if best else None
        return self.thing_named(word, plural, best)

    def joint(self, word: int) -> int:
        """Return where a sentence opens whose subject, a person and others, 'they' are; or -1.

        'Mayor Jane Roe and the heads of both parties met. They laughed. Later they said'
        """
        words, places, first = self.words, self.places, self.places.opening(word)
        block, they = places.block(word), True
        while they and first > 0 and places.block(first - 1) == block:
            first = places.opening(first - 1)
            they = words.lowers[first] == "they"
        for i in range(first + 1, min(first + _SUBJECT, word) if not they else first):
            if words.tags[i] & _VERB:
                break
            name = self.names.at(i - 1) if words.lowers[i] == "and" else -1
            if name >= 0 and self.parts.kind(name) is PERSON:
                return first
        return -1

    def thing_named(
        self, word: int, plural: bool, best: tuple[float, Entity] | None
    ) -> Entity | None:
        """Return the body named before a *word* that it means, or the *best* that spoke."""
        nearness, lone = self.places.nearness(word), None
        unnamed = {at for at, entity in self.said[:-5:-1] if entity.name is None}
        stop = self.names.before(word)
        for name in range(stop - 1, max(-1, stop - 1 - REACH), -1):
            near = nearness(self.names.first[name])
            if near < _NEAR_THING or (best is not None and near + BEST_ROLE < best[0]):
                break
            role = self.role(name)
            if role < SUBJECT or (best is not None and near + role <= best[0]):
                continue
            last = self.names.last[name]
            if last in unnamed or last + 1 in unnamed:
                continue  # 'Police said … They', 'The Roe bulletin said … It'
            named = self.thing_of(name, plural, alone=best is None)
            if named is not None and lone is None and self.is_lone(name, word):
                lone = named
            elif named is not None:
                best = near + role, named
        return best[1] if best else lone

    def thing_of(self, name: int, plural: bool, *, alone: bool) -> Entity | None:
        """Return the body of a *name*, where it can be that of one."""
        named = (
            self.roster.who(name).entity if self.may_be_thing(name, plural, alone=alone) else None
        )
        return named if named and named.kind is SourceKind.ORGANISATION else None

    def is_lone(self, name: int, word: int) -> bool:
        """Whether a word that stands nowhere else opens the sentence of a pronoun.

        'Wheat will cost more, it said' is seldom said by the wheat.
        """
        first, sentence = self.names.first[name], self.places.sentence
        single = self.parts.kind(name) is SINGLE and self.opens_once(name)
        return single and sentence(first) == sentence(word)

    def may_be_thing(self, name: int, plural: bool, *, alone: bool) -> bool:
        """Whether a name can be that of a body; *alone* where none else is in sight."""
        kind = self.parts.kind(name)
        if kind is ROLE:
            return False  # 'the Health Minister'
        if kind is GROUP:
            return plural and self.words.lowers[self.names.last[name]].endswith("s")
        if self.words.gaps[self.names.last[name] + 1] in HYPHENS:
            return False  # 'Longer-term'
        first = self.names.first[name]
        word = self.words.lowers[first]
        if f"{word} {self.words.lowers[self.names.last[name]]}" in self.lexicon.seats:
            return False  # 'Wall Street fell. They said'
        plain = singular(word)
        if not self.opens_once(name):
            return plain == word or word not in self.names.printed
        if word.endswith(ABSTRACT):
            return False  # 'Riding alone, they said, is hard', 'Growth will slow, it said'
        if plain != word:
            return False  # 'Schools will stay closed, they said'
        return alone or kind is not SINGLE  # 'Demand rose, according to the ministry. It said'

    def opens_once(self, name: int) -> bool:
        """Whether a name of one word opens its sentence, and stands nowhere else."""
        first = self.names.first[name]
        alone = self.words.words[first] not in self.names.holding
        return alone and len(self.names.alone(self.words.words[first])) == 1
