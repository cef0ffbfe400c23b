"""The principal body of an article: whom 'the company' means, however far back it was named.

It must be told to be a firm by what only firms have ('shares in Quillon'), by the class that
its name tells, or be named again and again; and it must be the only one that fits, or be
named far more often than any other.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from newsdoc.lexicon import tags as t
from newsdoc.parser.sources.entities import Entity
from newsdoc.parser.sources.names.edges import APOSTROPHES
from newsdoc.parser.sources.names.kinds import GROUP, PLACE, ROLE
from newsdoc.parser.sources.names.parts import Part
from newsdoc.parser.sources.nouns.standing import Standing
from newsdoc.parser.sources.roster.bodies import FIRMS

_FAR: Final = 200  # names that are looked at before the noun
_THRICE: Final = 3  # how often a body is named that is the principal one
_HELD: Final = 4  # words from a name to what it has: 'Quillon's former chief executive'
_NO_BODIES: Final = frozenset((PLACE, GROUP, ROLE))
_OF: Final = frozenset(("of", "in", "at", "for"))
_WHERE: Final = frozenset(("in", "at"))
_NO_HELD: Final = t.CUE | t.AUXILIARY | t.PREPOSITION | t.PAST | t.DETERMINER


class Principal(Standing):
    """Finds the body that a noun means whose name stands far back."""

    def principal(self, word: int, noun: str) -> Entity | None:
        """Return the one body that was named before a *word*, or far more often than any other."""
        counts: Counter[Entity] = Counter()
        told: set[Entity] = set()
        firm = self.lexicon.bodies.get(noun) in FIRMS
        stop = self.names.before(word)
        for name in range(max(0, stop - _FAR), stop):
            part = self.parts.of(name)
            tied = firm and self.has_tie(part)
            entity = self.named(name, part, tied)
            if entity is None or not self.fits(entity, noun, told=tied):
                continue
            if tied:
                told.add(entity)
            counts[entity] += tied or self.is_name(entity)
        ranked = (+counts).most_common(2)
        if not ranked:
            return None
        top, count = ranked[0]
        if count < _THRICE and (len(ranked) > 1 or not (top in told or self.classes(top))):
            return None
        if len(ranked) > 1 and count < _THRICE * ranked[1][1]:
            return None
        return top

    def named(self, name: int, part: Part, tied: bool) -> Entity | None:
        """Return who is named, or in whose title a tie stands: 'Quillon boss Jane Roe'."""
        if part.title >= 0:
            return self.employer(part) if tied else None
        aside = part.kind in _NO_BODIES or (not tied and self.is_aside(part))
        return None if aside else self.roster.who(name).entity

    def has_tie(self, part: Part) -> bool:
        """Whether a name has, or is of, what firms have: 'Quillon's shares', 'boss of Quillon'."""
        words, ties = self.words, self.lexicon.firm_ties
        if part.title >= 0:
            return not ties.keys().isdisjoint(words.lowers[part.title : part.first])
        before, after = part.first - 1, part.last + 1
        before -= before > 0 and words.lowers[before] == "the"
        if before > 0 and words.lowers[before] in _OF:
            tie = ties.get(words.lowers[before - 1], "")
            held = tie == "i" or (tie and words.lowers[before] not in _WHERE)  # 'staff in Halden'
            return words.gaps[before] == " " and bool(held)
        owns = after < len(words) and words.gaps[after] in APOSTROPHES
        after += owns
        for i in range(after, min(len(words), after + _HELD)):
            if words.gaps[i] not in {" ", "-"} or words.tags[i] & _NO_HELD:
                return False
            if tie := ties.get(words.lowers[i], ""):
                return owns or tie != "s"  # not 'the Halden plant'
        return False
