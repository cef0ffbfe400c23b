"""Families: the people of one surname, and those who share it without its being printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsdoc.lexicon import tags as t
from newsdoc.parser.sources.article import Step
from newsdoc.parser.sources.entities import HUMAN, Entity
from newsdoc.parser.sources.names.kinds import PERSON
from newsdoc.parser.sources.names.parts import Part

OWNERS: Final = 4  # names before a relative's that are asked for his surname


class Family:
    """The people of one surname that the article names in full.

    Attributes:
        members: each by first name and suffix, both in lower case.
        tails: the members that a part of a longer name can mean ('Lopez Roe').
        bearers: those whom the surname alone can mean.
    """

    __slots__ = ("bearers", "members", "tails")

    def __init__(self) -> None:
        self.members: dict[tuple[str, str], Entity] = {}
        self.tails: dict[tuple[tuple[str, ...], str], list[Entity]] = {}
        self.bearers: list[Entity] = []


class Kin(Step):
    """Adds to a family those whose surname is printed with another's name alone."""

    def add_partner(self, family: Family, name: int, part: Part) -> None:
        """Add the other of two who share a surname: 'Jim and Jane Roe'."""
        partner = name - 1
        if not self.is_partner(partner, part.first - 2):
            return
        given, surnames = self.words.words[part.first - 2], part.stem[1:]
        key = given.lower(), part.suffix
        entity = family.members.get(key)
        if entity is None:
            gender = self.lexicon.given.get(key[0], "-")
            text = f"{given} {self.parts.text(part.first + 1, part.last)}"
            entity = Entity(HUMAN, text, (given, *surnames), gender, suffix=part.suffix)
            family.members[key] = entity
        entity.places.append(partner)
        entity.sure = True

    def is_partner(self, partner: int, word: int) -> bool:
        """Whether a name is a given name alone, right before 'and' and the name of another."""
        words, names = self.words, self.names
        if partner < 0 or names.first[partner] != word or names.last[partner] != word:
            return False
        if words.gaps[word + 1] != " " or words.gaps[word + 2] != " ":
            return False
        if words.words[word] in names.holding:
            return False
        tags = words.tags[word] & (t.GIVEN_NAME | t.PLACE)
        if tags == t.GIVEN_NAME:
            return True
        return word > 0 and words.gaps[word] == " " and words.lowers[word - 1] in self.lexicon.pairs

    def add_relative(self, family: Family, part: Part, told: str, ties: frozenset[str]) -> None:
        """Let 'Mrs Roe' be the one relative with a given name alone: 'Jim Roe's wife, Maureen'."""
        tied = [i for i in self.tied(told, ties) if self.is_of(i, family, part.stem[-1])]
        relatives = {self.words.words[i] for i in tied}
        if len(relatives) != 1:
            return
        given, surname = relatives.pop(), part.stem[-1]
        entity = Entity(HUMAN, f"{given} {surname}", (given, surname), told)
        entity.places = [
            name for name in self.names.alone(given) if self.parts.tie(self.parts.of(name))
        ]
        family.members[given.lower(), ""] = entity

    def tied(self, told: str, ties: frozenset[str]) -> Iterator[int]:
        """Where given names stand alone behind a word for a relative of the gender *told*."""
        words, gender = self.words, self.lexicon.gender
        for tie in ties:
            for i in self.article.indexes(tie, len(words) - 1) if gender.get(tie) == told else ():
                name = self.names.at(i + 1)
                alone = name >= 0 and self.names.first[name] == self.names.last[name] == i + 1
                if alone and words.gaps[i + 1] in {" ", ", "} and self.is_given(i + 1):
                    yield i + 1

    def is_of(self, i: int, family: Family, surname: str) -> bool:
        """Whether one of a family is named last before the relative at the word *i*."""
        given = {key[0] for key in family.members}
        name = self.names.at(i)
        for before in range(name - 1, max(-1, name - 1 - OWNERS), -1):
            part = self.parts.of(before)
            if part.stem[-1] == surname or part.stem[0].lower() in given:
                return True
            if part.kind is PERSON:
                return False
        return False

    def is_given(self, i: int) -> bool:
        """Whether a name of one word is no surname, nor a place."""
        tags = self.words.tags[i]
        return not tags & t.PLACE and self.words.words[i] not in self.names.holding
