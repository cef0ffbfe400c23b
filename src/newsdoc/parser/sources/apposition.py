"""Names in apposition to a common noun: 'the mayor, Jane Roe', 'the developer, Roe Energy'."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from newsdoc.lexicon import tags as t
from newsdoc.lexicon.inflection import regular_singular
from newsdoc.lexicon.names import NameWords
from newsdoc.parser.sources.article import Step
from newsdoc.parser.sources.names.edges import HYPHENS
from newsdoc.parser.sources.names.kinds import BODY, PERSON, SINGLE
from newsdoc.parser.sources.names.parts import Part
from newsdoc.parser.words import Words

_CLAUSE: Final = t.PREPOSITION | t.RELATIVE | t.CONJUNCTION | t.SUBORDINATOR | t.COMPLEMENTIZER
_NO_NOUN: Final = _CLAUSE | t.DETERMINER | t.CLITIC | t.CUE
_NO_ROLE: Final = _NO_NOUN | t.PAST | t.ADVERB | t.PRONOUN | t.NEGATION | t.AUXILIARY
_TITLES: Final = t.TITLE | t.HONORIFIC
_CALLED: Final = 6  # words from 'name' or 'named' to the name
_NAMING: Final = frozenset(("as", "named", "called"))  # the word right before it
_CALLING: Final = (["call"], ["called"], ["calling"], ["calls"])
_NAMES: Final = frozenset(("identified", "identifies", "known", "name"))
# Words of an age and of a style: 'the winner, 29-year-old Jane Roe', 'the Rt Rev Jane Roe'.
STYLES: Final = frozenset(("year", "years", "old", "the", "most", "right", "rt", "very"))
_PLAIN: Final = frozenset((" ", "-"))
_ASIDE: Final = frozenset((" (", " — ", " – ", "—"))
_TWO: Final = frozenset(("couple", "duo", "pair"))
_ROLE_WORDS: Final = 4  # words from a name to the person whom it tells more of


class Apposition(Step):
    """Finds the names in apposition to common nouns."""

    def apposed(self, last: int, core: int, head: int) -> Part | None:
        """Return the name in apposition to the noun at the *head*, which is of one."""
        words, noun = self.words, noun_at(self.words, self.lexicon, head)
        if singular(noun) != noun or noun in _TWO:
            return None
        told = bool(words.tags[head] & t.BODY)
        thing = told or noun in self.lexicon.documents
        if core == last:
            people = words.tags[head] & t.TITLE or noun in self.lexicon.kin  # no charge sheet
            return self.named_behind(last) if people and not thing else None
        named = self.body_apposed(core, last, told=told)
        if named is not None or (thing and self.names.at(core) < 0):
            return named
        names = self.names
        for name in range(names.before(core), names.before(last)):
            if self.is_apposed(name, core, last):
                named = self.parts.of(self.closing(name, last))
                if named.kind is PERSON:
                    return None if self.is_relative_of(noun, core, named) else named
                if words.tags[named.first - 1] & t.BODY:
                    return None  # 'a spokesman for the firm, Roe'
                if named.kind is SINGLE and words.lowers[named.last] not in self.lexicon.states:
                    return named  # but 'in Norvane, Pa.'
        return None

    def is_relative_of(self, noun: str, core: int, named: Part) -> bool:
        """Whether a name is that of whose relative the *noun* tells: 'the husband of Jane Roe'.

        Its gender is another: 'the husband of the victim, Jane Roe,'.
        """
        if noun not in self.lexicon.kin or self.words.lowers[core] != "of":
            return False
        told, given = self.lexicon.gender.get(noun), self.lexicon.given.get(named.stem[0].lower())
        return {told, given} == {"m", "f"}

    def closing(self, name: int, last: int) -> int:
        """Return the person who closes a phrase that a *name* opens: 'Roe Rovers prop Jim Doe'."""
        names, after = self.names, self.names.last[name] + 1
        behind = names.first[name + 1] if name + 1 < len(names.first) else last
        if not after < behind < min(last, after + _ROLE_WORDS):
            return name
        plain = set(self.words.gaps[after : behind + 1]) == {" "}
        return name + 1 if plain and self.parts.kind(name + 1) is PERSON else name

    def named_behind(self, last: int) -> Part | None:
        """Return the person between commas right behind a mention: 'his mother, Ann, said'."""
        words, name = self.words, self.names.at(last)
        if name < 0 or words.gaps[last] != ", ":
            return None
        if not words.gaps[self.names.last[name] + 1].startswith(","):
            return None
        part = self.parts.of(name)
        return part if part.kind in {PERSON, SINGLE} else None

    def body_apposed(self, core: int, last: int, *, told: bool) -> Part | None:
        """Return the body whose name is all that a comma parts from a noun: 'the app, Roe,'.

        Where the noun is that of a body ('the company'), it tells what the name is of.
        """
        words = self.words
        start = core + (words.lowers[core] == "the")  # 'its owner, The Roe Company, said'
        name = self.names.at(start) if words.gaps[core][:1] == "," and start < last else -1
        if name < 0 or self.names.first[name] != start or self.names.last[name] + 1 != last:
            return None
        part = self.parts.of(name)
        if told and part.kind in {PERSON, SINGLE} and part.title < 0:
            return evolve(part, kind=BODY)
        return part if part.kind is BODY else None

    def is_apposed(self, name: int, core: int, last: int) -> bool:
        """Whether a *name* stands in apposition to the noun of the *core*."""
        words, start, after = self.words, self.names.first[name], self.names.last[name] + 1
        more = after < last
        while words.lowers[start - 1] in STYLES:
            start -= 1
        if more and words.words[after] != words.lowers[after] and words.gaps[after] not in _ASIDE:
            return False  # but 'the mayor, Jane Roe (SPD)', 'the mayor, Jane Roe — no relation —'
        if more and words.gaps[after] == " " and words.tags[after] & t.TITLE:
            # 'her rival, Socialist candidate Jane Roe'
            return "," in words.gaps[start]
        apart = words.gaps[after][:1] == ","  # 'his wife, former aide Jane Doe, 60, said'
        if "," in words.gaps[start] or self.calls(core, start, more and not apart):
            return True
        return not more and self.ends_role(name, core)

    def ends_role(self, name: int, core: int) -> bool:
        """Whether a *name* stands behind more of a role, with no comma between.

        'Chief Magistrate (South) Jane Roe', 'the spokesman on roads Dr. Roe', 'a clerk with the
        Fire Bureau Jane Roe'.
        """
        words, first = self.words, self.names.first[name]
        if not words.tags[core - 1] & t.TITLE or self.parts.kind(name) is not PERSON:
            return False
        part = self.parts.of(name)
        roles = any(words.tags[i] & _TITLES for i in range(first, part.first))
        if words.gaps[first] == ") " or (part.first > first and not roles):
            return True
        before = words.lowers[first - 1]
        noun = words.words[first - 1] == before and not words.tags[first - 1] & _NO_NOUN
        plain = set(words.gaps[core : first + 1]) == {" "} and before not in self.lexicon.modifiers
        return noun and plain and part.title == first

    def calls(self, core: int, start: int, more: bool) -> bool:
        """Whether the words from the *core* to a name tell that it is the name of the noun.

        'its leader, former singer Roe', 'a man who gave his name as Roe'.
        """
        words = self.words
        before = words.lowers[max(core, start - _CALLED) : start]
        if before and before[-1] in _NAMING:
            return before[-1] != "as" or not _NAMES.isdisjoint(before)
        if before[-2:-1] in _CALLING and before[-1].endswith("self"):
            return True  # 'the man who calls himself Roe'
        if more:
            return False
        role, least = start, max(core, start - _CALLED)
        while role > least and words.gaps[role] in _PLAIN and self.is_told(role - 1):
            role -= 1
        # 'his wife, former aide Jane Doe', but not 'his wife, former Roe aide Jane Doe'
        return role < start and words.gaps[role][:1] == ","

    def is_told(self, i: int) -> bool:
        """Whether the word *i* may stand in a role before a name: a title, an age, a small noun."""
        word, tags = self.words.lowers[i], self.words.tags[i]
        noun = self.words.words[i] == word and not tags & _NO_ROLE and word[-2:] not in {"ed", "ng"}
        noun = noun and word not in self.lexicon.kin
        return bool(noun or tags & t.TITLE) or word in self.lexicon.modifiers or word in STYLES


def noun_at(words: Words, lexicon: NameWords, i: int) -> str:
    """Return the noun that closes with the word *i*, in lower case: 'wife', 'son-in-law'."""
    first = i
    while first > 0 and words.gaps[first] in HYPHENS:
        first -= 1
    if first == i:
        return words.lowers[i]
    whole = "-".join(words.lowers[first : i + 1])
    return whole if whole in lexicon.kin else words.lowers[i]


def singular(word: str) -> str:
    """Return the singular of a plural noun in -s."""
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))  # Voss, Marcus, Davis
    return regular_singular(word) if plural else word
