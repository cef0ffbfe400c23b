"""Names in apposition to a common noun: 'the mayor, Jane Roe', 'the developer, Roe Energy'."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from newsdoc.lexicon import tags as t
from newsdoc.lexicon.inflection import regular_singular
from newsdoc.lexicon.names import NameWords
from newsdoc.parser.sources.article import Step
from newsdoc.parser.sources.names.edges import APOSTROPHES, HYPHENS
from newsdoc.parser.sources.names.kinds import BODY, PERSON, SINGLE
from newsdoc.parser.sources.names.parts import Part
from newsdoc.parser.words import Words

_CLAUSE: Final = t.PREPOSITION | t.RELATIVE | t.CONJUNCTION | t.SUBORDINATOR | t.COMPLEMENTIZER
_NO_NOUN: Final = _CLAUSE | t.DETERMINER | t.CLITIC | t.CUE
_CALLED: Final = 6  # words from 'name' or 'named' to the name
_NAMING: Final = frozenset(("as", "named", "called"))  # the word right before it
_NAMES: Final = frozenset(("identified", "identifies", "known", "name"))
_AFTER_ROLE: Final = HYPHENS | {" "}
# Words of an age and of a style: 'the winner, 29-year-old Jane Roe', 'the Rt Rev Jane Roe'.
STYLES: Final = frozenset(("year", "years", "old", "the", "most", "right", "rt", "very"))
_ROLE_WORDS: Final = 4  # words from a name to the person whom it tells more of
_ROLE_NAMES: Final = 3  # names that are looked at behind a role


class Apposition(Step):
    """Finds the names in apposition to common nouns."""

    def apposed(self, first: int, last: int, core: int, head: int) -> Part | None:
        """Return the name in apposition to the noun at the *head*, which is of one."""
        words, noun = self.words, noun_at(self.words, self.lexicon, head)
        if singular(noun) != noun:
            return None
        told = bool(words.tags[head] & t.BODY)
        thing = told or noun in self.lexicon.documents
        if core == last:
            return None if thing else self.named_behind(last)
        named = self.body_apposed(core, last, told=told) or self.behind_role(core, last, head)
        if named is not None:
            return self.titled(named.last + 1, last) or named
        if thing and not self.is_person(core):
            return self.told_behind(first, core, last)
        names = self.names
        for name in range(names.before(core), names.before(last)):
            if self.is_apposed(name, core, last):
                named = self.parts.of(self.closing(name, last))
                if named.kind is PERSON:
                    return named
                if words.tags[named.first - 1] & t.BODY and words.words[named.first - 1].islower():
                    return None  # 'a spokesman for the firm, Roe'
                if named.kind is SINGLE and words.lowers[named.last] not in self.lexicon.states:
                    return named  # but 'in Norvane, Pa.'
        # 'a baker in Hull, Jane Roe, said'
        full = self.named_behind(last) if words.lowers[core] == "in" else None
        return full if full is not None and len(full.stem) > 1 else None

    def titled(self, start: int, last: int) -> Part | None:
        """Return the person with a title who closes a mention behind the comma at *start*."""
        name = self.names.at(start) if start < last and self.words.gaps[start] == ", " else -1
        part = self.parts.of(name) if name >= 0 else None
        if part is None or part.kind is not PERSON or part.title != start:
            return None
        return part if part.last == last - 1 else None

    def closing(self, name: int, last: int) -> int:
        """Return the person who closes a phrase that a *name* opens: 'Roe Rovers prop Jim Doe'."""
        words, names = self.words, self.names
        after = names.last[name] + 1
        for i in range(after, min(last, after + _ROLE_WORDS)):
            if words.gaps[i] != " " or (i > after and names.at(i) >= 0):
                break
            if words.tags[i] & _NO_NOUN or words.words[i] != words.lowers[i]:
                return name
        else:
            return name
        behind = names.at(i) if words.gaps[i] == " " else -1
        return behind if behind == name + 1 and self.parts.kind(behind) is PERSON else name

    def told_behind(self, first: int, core: int, last: int) -> Part | None:
        """Return the body whose name is all that a comma parts from a thing: 'the app, Roe,'."""
        words, names = self.words, self.names
        name = names.at(core) if words.gaps[core] == ", " else -1
        if name < 0 or names.first[name] != core or names.last[name] + 1 != last:
            return None
        named = self.parts.of(name)
        return named if named.kind is BODY and words.lowers[first] == "the" else None

    def named_behind(self, last: int) -> Part | None:
        """Return the person between commas right behind a mention: 'his mother, Ann, said'."""
        words, name = self.words, self.names.at(last)
        if name < 0 or self.names.first[name] != last or words.gaps[last] != ", ":
            return None
        if not words.gaps[self.names.last[name] + 1].startswith(","):
            return None
        part = self.parts.of(name)
        return part if part.kind in {PERSON, SINGLE} else None

    def body_apposed(self, core: int, last: int, *, told: bool) -> Part | None:
        """Return the body that stands in apposition to a noun: 'the developer, Roe Energy,'.

        Where the noun is that of a body ('the company'), it tells what the name is of.
        """
        words, names = self.words, self.names
        start = core
        if start + 1 < last and words.lowers[start] == "the":
            start += 1
        name = names.at(start) if start < last and words.gaps[core][:1] == "," else -1
        after = names.last[name] + 1 if name >= 0 else last
        if after + 1 < last and words.tags[after] & t.CLITIC and words.gaps[after] in APOSTROPHES:
            start, name = after + 1, names.at(after + 1)  # 'the buyer, Elmland's Roe Energy'
        if name < 0 or names.first[name] != start:
            return None
        part = self.parts.of(name)
        if told and part.kind in {PERSON, SINGLE} and part.title < 0:
            return evolve(part, kind=BODY)
        return part if part.kind is BODY else None

    def is_apposed(self, name: int, core: int, last: int) -> bool:
        """Whether a *name* stands in apposition to the noun of the *core*."""
        words, start, after = self.words, self.names.first[name], self.names.last[name] + 1
        more = after < last
        while words.lowers[start - 1] in STYLES and words.gaps[start] == " ":
            start -= 1
        if more and words.words[after] != words.lowers[after]:
            return False
        if more and words.gaps[after] == " " and words.tags[after] & t.TITLE:
            # 'her rival, Socialist candidate Jane Roe'
            return "," in words.gaps[start] and self.closing(name, last) != name
        return "," in words.gaps[start] or self.calls(core, start, more)

    def calls(self, core: int, start: int, more: bool) -> bool:
        """Whether the words from the *core* to a name tell that it is the name of the noun.

        'its leader, former singer Roe', 'a man who gave his name as Roe'.
        """
        words = self.words
        before = words.lowers[max(core, start - _CALLED) : start]
        if before and before[-1] in _NAMING:
            return before[-1] != "as" or not _NAMES.isdisjoint(before)
        if more or words.gaps[core][:1] != ",":
            return False  # 'his wife, former Roe aide Jane Doe'
        return all(
            (words.gaps[i + 1] in _AFTER_ROLE)
            and (words.tags[i] & t.TITLE or self.describes(words.lowers[i]))
            for i in range(core, start)
        )

    def describes(self, word: str) -> bool:
        """Whether a word tells of whom a role is: 'former', 'Irish'."""
        told = word in self.lexicon.modifiers or word in self.lexicon.allegiances
        return told or word in STYLES or word.isdecimal()

    def behind_role(self, core: int, last: int, head: int) -> Part | None:
        """Return the person named behind more of a role, with no comma between.

        'District Magistrate (South) Jane Roe', 'spokesman on roads Dr. Roe'.
        """
        words, names = self.words, self.names
        if not words.tags[head] & t.TITLE:
            return None
        stop = names.before(last)
        for name in range(names.before(core), min(stop, names.before(core) + _ROLE_NAMES)):
            first, part = names.first[name], self.parts.of(name)
            bracketed = words.gaps[first] == ") "
            small = words.words[first - 1].islower() and not words.tags[first - 1] & _NO_NOUN
            small = small and words.lowers[first - 1] not in self.lexicon.modifiers
            titled = small and part.title == first and set(words.gaps[core : first + 1]) == {" "}
            if part.kind is PERSON and (bracketed or titled):
                return part
        return None

    def is_person(self, core: int) -> bool:
        """Whether a person stands in apposition at the word *core*: 'his brief, Ann Roe,'."""
        words, name = self.words, self.names.at(core)
        told = name >= 0 and self.names.first[name] == core and words.gaps[core][:1] == ","
        return told and bool(words.tags[core] & t.GIVEN_NAME)


def noun_at(words: Words, lexicon: NameWords, i: int) -> str:
    """Return the noun that closes with the word *i*, in lower case: 'wife', 'son-in-law'."""
    first = i
    while first > 0 and words.gaps[first] in HYPHENS:
        first -= 1
    if first == i:
        return words.lowers[i]
    if words.lowers[i - 1] == "of" and first == i - 2 and words.tags[i] & t.NUMBER:
        return words.lowers[first]  # 'mother-of-two'
    whole = "-".join(words.lowers[first : i + 1])
    return whole if whole in lexicon.kin or whole in lexicon.bodies else words.lowers[i]


def singular(word: str) -> str:
    """Return the singular of a plural noun in -s."""
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))  # Voss, Marcus, Davis
    return regular_singular(word) if plural else word
