"""Candidates for a pronoun, the best first."""

from __future__ import annotations

from typing import Final

from attrs import define

from newsdoc.parser.sources.entities import Entity

FAR: Final = -4.0  # who fits less well than this is not looked at


@define(eq=False)
class Candidate:
    """Somebody whom a pronoun can mean: how well, and the word that speaks for it."""

    score: float
    at: int
    entity: Entity


class Ranking:
    """Keeps the best that speaks for each candidate.

    Attributes:
        bar: what it takes to come among the first.
    """

    __slots__ = ("_best", "_places", "bar")

    def __init__(self, places: int) -> None:
        self._best: dict[int, Candidate] = {}
        self._places = places
        self.bar = FAR

    def offer(self, score: float, at: int, entity: Entity) -> None:
        """Keep what speaks for an *entity* at a word, where nothing better does."""
        best = self._best
        old = best.get(id(entity))
        if old is not None and old.score >= score:
            return
        best[id(entity)] = Candidate(score, at, entity)
        if self._places == 1:
            self.bar = max(self.bar, score)

    def ranked(self) -> list[Candidate]:
        """Return the candidates, best first; of two that fit equally the later."""
        found = list(self._best.values())
        return sorted(found, key=lambda c: (-c.score, -c.at)) if len(found) > 1 else found
