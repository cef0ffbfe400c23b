"""The principal body of an article: whom 'the company' means, however far back it was named.

It must be told to be what the noun says, by such a noun beside its name or by what
only such bodies have ('shares in Quillon'), or be named again and again; and it
must be the only one that fits, or be named far more often than any other.
"""

from __future__ import annotations

from operator import attrgetter
from typing import Final

from attrs import define

from newsdoc.lexicon import tags as t
from newsdoc.parser.sources.article import Article, Step
from newsdoc.parser.sources.entities import HUMAN, Entity
from newsdoc.parser.sources.names.edges import APOSTROPHES
from newsdoc.parser.sources.names.kinds import GROUP, PLACE, ROLE
from newsdoc.parser.sources.names.parts import Part
from newsdoc.parser.sources.nouns.standing import Standing
from newsdoc.parser.sources.roster import Roster

_REACH: Final = 200  # names that are looked at before the noun
_HELD: Final = 4  # words from a name to what it has: 'Quillon's former chief executive'
_OFTEN: Final = 3  # how often a body is named that is the principal one
_COUNT: Final = attrgetter("count")


@define(eq=False)
class Tally:
    """A body: how often it was named, and whether it is told to be what the noun says."""

    entity: Entity
    count: int = 0
    told: bool = False


class Principal(Step):
    """Finds the body that a noun means whose name stands far back."""

    def __init__(self, article: Article, roster: Roster, standing: Standing) -> None:
        super().__init__(article)
        self.roster = roster
        self.standing = standing

    def meant(self, word: int, noun: str) -> Entity | None:
        """Return the one body named before a *word* that the *noun* can mean, or None."""
        if not self.lexicon.stand_ins.get(noun):
            return None
        ranked = sorted(self.tallies(word, noun), key=_COUNT, reverse=True)
        if not ranked:
            return None
        top = ranked[0]
        often = top.count >= _OFTEN
        told = top.told or self.standing.classes(top.entity)
        if not (told or often):
            return None
        if len(ranked) > 1 and not (often and top.count >= _OFTEN * ranked[1].count):
            return None
        if top.entity.kind is HUMAN:
            top.entity.make_body()
        return top.entity

    def tallies(self, word: int, noun: str) -> list[Tally]:
        """Return the bodies named before a *word* that can be called by the *noun*."""
        found: dict[int, Tally] = {}
        stop = self.names.before(word)
        for name in range(max(0, stop - _REACH), stop):
            part = self.parts.of(name)
            entity = self.body(name, part)
            if entity is None or (entity.kind is HUMAN and entity.sure):
                continue
            told = self.is_told(part, noun)
            if not told and self.standing.is_aside(part):
                continue  # where something is: 'in Halden'
            tally = found.setdefault(id(entity), Tally(entity))
            tally.count += 1
            tally.told = tally.told or told
        return [tally for tally in found.values() if self.fits(tally, noun)]

    def fits(self, tally: Tally, noun: str) -> bool:
        """Whether a body can be called by the *noun*, and is no word that opens sentences."""
        if not self.standing.fits(tally.entity, noun, told=tally.told):
            return False
        return tally.told or self.standing.is_name(tally.entity)

    def body(self, name: int, part: Part) -> Entity | None:
        """Return who is named, or whose title is: 'Quillon chief executive Jane Roe'."""
        if part.title >= 0:
            return self.standing.employer(part)
        if part.kind in {PLACE, GROUP, ROLE}:
            return None
        return self.roster.who(name).entity

    # --- what tells ---

    def is_told(self, part: Part, noun: str) -> bool:
        """Whether what stands beside a name tells that it is what the *noun* says."""
        if part.title >= 0:
            words = self.words.lowers[part.title : part.first]
            return not self.lexicon.firm_ties.isdisjoint(words)
        return self.is_called(part.first - 1, noun) or self.has_tie(part)

    def is_called(self, i: int, noun: str) -> bool:
        """Whether the word *i* is the *noun*, or one for the same bodies: 'the carmaker'."""
        word, stand_ins = self.words.lowers[i], self.lexicon.stand_ins
        if i < 0 or word not in stand_ins or self.words.gaps[i + 1] not in {" ", ", "}:
            return False
        if word == noun:
            return True
        # 'the carmaker' is no airline
        general = "g" in stand_ins[word] + stand_ins[noun]
        return general and self.lexicon.bodies[word] == self.lexicon.bodies[noun]

    def has_tie(self, part: Part) -> bool:
        """Whether a name has, or is of, what firms have: 'Quillon's shares', 'boss of Quillon'."""
        words, ties = self.words, self.lexicon.firm_ties
        before, after = part.first - 1, part.last + 1
        if before > 0 and words.lowers[before] == "the":
            before -= 1
        if before > 0 and words.lowers[before] in {"of", "in", "at", "for"}:
            return words.lowers[before - 1] in ties
        if after >= len(words) or words.gaps[after] not in {" ", *APOSTROPHES}:
            return False
        held = words.gaps[after] in APOSTROPHES
        for i in range(after + held, min(len(words), after + _HELD)):
            if words.gaps[i] not in {" ", "-"}:
                return False
            if words.lowers[i] in ties:
                return True
            if words.tags[i] & (t.CUE | t.AUXILIARY | t.PREPOSITION):
                return False
        return False
