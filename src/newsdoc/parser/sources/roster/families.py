"""Families: the people of one surname, and those who share it without its being printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsdoc.lexicon import tags as t
from newsdoc.parser.sources.article import Step
from newsdoc.parser.sources.entities import HUMAN, Entity
from newsdoc.parser.sources.names.kinds import PERSON
from newsdoc.parser.sources.names.parts import Part

_MIDDLE: Final = 4  # middle names that are compared
_OWNERS: Final = 4  # names before a relative's that are asked for the surname


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

    def key(self, part: Part) -> tuple[str, str]:
        """Return what tells a member: the first name, and the others where two differ in them.

        'George H. W. Roe' is not 'George W. Roe'.
        """
        key = part.stem[0].lower(), part.suffix
        known = self.members.get(key)
        if known is None or are_alike(middle(known.stem), middle(part.stem)):
            return key
        return " ".join((key[0], *middle(part.stem))).lower(), part.suffix


def middle(stem: tuple[str, ...]) -> tuple[str, ...]:
    """Return the middle names of a name, but no more than people have."""
    return stem[1 : min(len(stem) - 1, 1 + _MIDDLE)]


def are_alike(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether middle names can be of one person: none, the same initials, or more of them."""
    if all(one[0] == other[0] for one, other in zip(some, others, strict=False)):
        return True
    short, long = sorted((set(some), set(others)), key=len)
    return short < long and all(len(word) > 1 for word in short)


class Kin(Step):
    """Adds to a family those whose surname is printed with another's name alone."""

    def add_partner(self, family: Family, name: int, part: Part) -> None:
        """Add the other of two who share a surname: 'Jim and Jane Roe'."""
        partner = name - 1
        if not self.is_partner(partner, part.first - 2):
            return
        given = self.words.words[part.first - 2]
        entity = family.members.get((given.lower(), ""))
        if entity is None:
            surname = self.parts.text(part.first + 1, part.last)
            told = self.lexicon.given.get(given.lower(), "-")
            entity = Entity(HUMAN, f"{given} {surname}", (given, *part.stem[1:]), told)
            family.members[given.lower(), ""] = entity
        entity.places.append(partner)
        entity.sure = True

    def is_partner(self, partner: int, word: int) -> bool:
        """Whether a name is a given name alone, right before 'and' and the name of another."""
        words, names = self.words, self.names
        if partner < 0 or not names.first[partner] == names.last[partner] == word:
            return False
        if words.gaps[word + 1 : word + 3] != [" ", " "] or words.words[word] in names.holding:
            return False
        if words.tags[word] & (t.GIVEN_NAME | t.PLACE) == t.GIVEN_NAME:
            return True
        return words.gaps[word] == " " and words.lowers[word - 1] in self.lexicon.pairs

    def add_relative(self, family: Family, part: Part, told: str, ties: frozenset[str]) -> None:
        """Let 'Mrs Roe' be the one relative with a given name alone: 'Jim Roe's wife, Maureen'."""
        surname = part.stem[-1]
        tied = [n for n in self.tied(told, ties) if self.is_of(n, family, surname)]
        given = {self.words.words[self.names.first[name]] for name in tied}
        if len(given) == 1:
            word = given.pop()
            entity = Entity(HUMAN, f"{word} {surname}", (word, surname), told)
            entity.places = list(self.names.alone(word))
            family.members[word.lower(), ""] = entity

    def tied(self, told: str, ties: frozenset[str]) -> Iterator[int]:
        """Yield the given names alone behind a word for a relative of the gender *told*."""
        words, names, gender = self.words, self.names, self.lexicon.gender
        for tie in ties:
            for i in self.article.indexes(tie, len(words) - 1) if gender.get(tie) == told else ():
                name = names.at(i + 1)
                if name < 0 or not names.first[name] == names.last[name] == i + 1:
                    continue
                known = words.tags[i + 1] & t.PLACE or words.words[i + 1] in names.holding
                if not known and words.gaps[i + 1] in {" ", ", "}:
                    yield name

    def is_of(self, name: int, family: Family, surname: str) -> bool:
        """Whether one of a family is the person named last before the *name* of a relative."""
        given = {key[0] for key in family.members}
        for before in self.owners(name):
            part = self.parts.of(before)
            if part.stem[-1] == surname or part.stem[0].lower() in given:
                return True
            if part.kind is PERSON:
                return False
        return False

    def owners(self, name: int) -> range:
        """Return the names before that of a relative, the nearest first."""
        return range(name - 1, max(-1, name - 1 - _OWNERS), -1)

    def sharing(self, name: int) -> Iterator[int]:
        """Yield the names whose surname a given name alone can share: of whom, or with whom."""
        after = self.names.last[name] + 2
        if self.words.lowers[after - 1 : after] == ["and"] and self.names.at(after) == name + 1:
            yield name + 1
        if self.parts.tie(self.parts.of(name)):
            yield from self.owners(name)
