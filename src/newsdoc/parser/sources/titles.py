"""Titles: the role or affiliation that is printed beside a person's name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsdoc.lexicon import tags as t
from newsdoc.model import fold
from newsdoc.parser.sources.apposition import STYLES
from newsdoc.parser.sources.article import Article, Step
from newsdoc.parser.sources.entities import HUMAN, Entity
from newsdoc.parser.sources.names.beside import LEFT
from newsdoc.parser.sources.names.edges import APOSTROPHES, CLOSED, HYPHENS
from newsdoc.parser.sources.names.kinds import PERSON, SINGLE
from newsdoc.parser.sources.names.openings import plural_of
from newsdoc.parser.sources.names.parts import Part
from newsdoc.parser.sources.roster import Roster

_NO_ROLE: Final = t.CUE | t.PAST | t.NUMBER | t.PRONOUN | t.TIME
_NO_ROLE_ENDINGS: Final = ("s", "ing", "ism", "est")  # verbs, plurals and abstract nouns
_FULL: Final = 4  # full names that are asked for a title
_LETTERED: Final = 60  # names that may have the role that letters abbreviate
_SHORT: Final = 12  # … and short ones
_SEATED: Final = frozenset(("justice",))
_PEOPLE: Final = frozenset((PERSON, SINGLE))


class Titles(Step):
    """Finds the titles of the people in an article."""

    def __init__(self, article: Article, roster: Roster) -> None:
        super().__init__(article)
        self.beside = article.beside
        self.roster = roster
        self._noted: dict[int, tuple[int, int]] = {}
        self._roles: dict[int, frozenset[str]] = {}

    def of(self, entity: Entity) -> str | None:
        """Return the title of a person as printed first, or None."""
        noted = self._noted.get(id(entity))
        for name in self.at(entity):
            part = self.parts.of(name)
            span, office = self.beside.told(part), self.beside.behind(part)
            # 'Dr Jane Roe, the clinic's head', 'General Jane Roe, the head of the army'
            if office and (span is None or self.is_less(span, office)):
                return self.text(*office)
            span = span or self.beside.before(part)
            if span is not None:
                return self.of_one(*span)
        if noted:
            return self.text(*noted)
        beside = self.beside
        for tells in (beside.being, beside.affiliation):
            spans = (tells(self.parts.of(name)) for name in self.at(entity))
            if span := next((found for found in spans if found is not None), None):
                return self.text(*span)
        return None

    def is_less(self, span: tuple[int, int], office: tuple[int, int]) -> bool:
        """Whether a title is a mere rank, and what stands behind the name an office.

        'who led the army' is none, and a judge's seat is one itself.
        """
        lowers, seated = self.words.lowers, self.words.lowers[span[1]] in _SEATED
        return not seated and lowers[office[0] - 1] != "who" and self.beside.is_grade(*span)

    def can_be_role(self, i: int) -> bool:
        """Whether word *i* is a role, or looks like a noun for one person: 'the hacker'."""
        word, tags = self.words.lowers[i], self.words.tags[i]
        if tags & t.TITLE:
            return True
        if tags & _NO_ROLE or not word.isalpha() or word in self.lexicon.documents:
            return False
        return not word.endswith((*self.lexicon.adjective_endings, *_NO_ROLE_ENDINGS))

    def note(self, entity: Entity, first: int, name: int, head: int) -> None:
        """Keep the words from *first* to the *head* that a mention has before the *name*."""
        words = self.words
        opening = self.lexicon.introducing
        while first <= head and (
            words.tags[first] & t.DETERMINER or words.lowers[first] in opening
        ):
            first += 1
        word, small = words.lowers[head], words.words[head] == words.lowers[head]
        if (
            first > head
            or not (small or words.tags[head] & t.TITLE)
            or words.tags[head] & (CLOSED | t.CLITIC)
        ):
            return
        if word in STYLES or word in self.lexicon.generations or not self.can_be_role(head):
            return  # 'the younger Roe', '41-year-old Roe', 'a subdued Mr. Roe'
        if head < name and words.lowers[head] not in self.lexicon.kin:
            called = words.lowers[name - 1] in {"as", "named", "called"}
            # 'his coach, former pro Jim Roe', 'a man who gave his name as Roe'
            commas = (i - 1 for i in range(name - 1, head, -1) if words.gaps[i] == ", ")
            last = head if called else next(commas, name - 1)
            while last > head and words.lowers[last] in STYLES:
                last -= 1  # 'the Bishop of Hull, the Most Rev. Roe'
            self._noted.setdefault(id(entity), (first, last))

    def holder(self, i: int) -> Entity | None:
        """Return the person of whose title the word *i* is a part, or None."""
        names, parts, after = self.names, self.parts, i + 1
        owns = after < len(self.words) and self.words.gaps[after] in APOSTROPHES
        if owns and self.words.tags[after] & t.CLITIC:
            return None  # 'the minister's wife, Ann Roe'
        name = names.at(i)
        if name >= 0 and (i < parts.of(name).first or i == parts.of(name).title):
            return self.person(name)
        after = names.before(i) if name < 0 else name + 1
        for later in range(after, min(after + 2, len(names.first))):  # 'the mayor of York, Roe'
            if self.is_before(i, later):
                return self.person(later)
        for before in range(after - 1 - (name >= 0), max(-1, after - 4), -1):
            placed = self.words.lowers[names.first[before] - 1] in {"of", "from"}
            person = parts.kind(before) in _PEOPLE and not placed  # 'Roe of Hull, a teacher'
            span = self.beside.behind(parts.of(before)) if person else None
            if span is not None and span[0] <= i <= span[1]:
                return self.person(before)
        return None

    def lettered(self, part: Part) -> Entity | None:
        """Return whose role letters stand for, if told first: 'District Attorney Roe. | The DA'."""
        words, names, letters, word = self.words, self.names, part.stem[0], part.first
        if part.last > word or not letters.isupper() or words.lowers[word - 1] != "the":
            return None
        alone = [names.first[n] for n in names.alone(letters)[:_SHORT]]
        told = [i for i in alone if words.gaps[i] == " " and not self.places.in_heading(i)]
        stop = names.before(min([*told, word]))
        for name in range(stop - 1, max(-1, stop - 1 - _LETTERED), -1):
            person = self.parts.of(name)
            for span in (self.beside.before(person), self.beside.behind(person)):
                last = span[1] - (words.words[span[1]] == letters) if span else -1  # '… (DIG)'
                if span and self.roster.bodies.spelled(letters, last, small=True) >= span[0]:
                    return self.person(name)
        return None

    def person(self, name: int) -> Entity | None:
        """Return the person of a *name*, or None where it is no person's."""
        entity = self.roster.who(name).entity
        return entity if entity is not None and entity.kind is HUMAN else None

    def is_before(self, i: int, name: int) -> bool:
        """Whether the small word *i* is in the title before a *name*."""
        if self.names.first[name] - i > LEFT:
            return False
        span = self.beside.before(self.parts.of(name))
        return span is not None and span[0] <= i <= span[1]

    def roles(self, entity: Entity) -> frozenset[str]:
        """Return the words of all titles of a person, in lower case, in full."""
        roles = self._roles.get(id(entity))
        if roles is None:
            found: set[str] = set()
            lowers, short = self.words.lowers, self.lexicon.short
            for name in self.at(entity):
                part = self.parts.of(name)
                if part.title >= 0:
                    found.update(lowers[part.title : part.first])
                for span in (self.beside.before(part), self.beside.behind(part)):
                    if span is not None:
                        found |= self.told(*span)
                found |= self.beside.seat(part)
            found |= {short[word] for word in found if word in short}
            roles = self._roles[id(entity)] = frozenset(found)
        return roles

    def owners(self, entity: Entity, noun: str) -> set[str]:
        """Return the names in a person's titles that hold the *noun*: 'Hull' of 'Hull MP Roe'."""
        lowers, found = self.words.lowers, set[str]()
        for name in self.at(entity):
            part = self.parts.of(name)
            for span in (self.beside.before(part), self.beside.behind(part)):
                if span is not None and noun in lowers[span[0] : span[1] + 1]:
                    found |= self.names_in(*span)
        return found

    def names_in(self, first: int, last: int) -> set[str]:
        """Return the words of a role that have a capital, and tell neither office nor rank."""
        words, lexicon = self.words, self.lexicon
        found = {
            words.lowers[i]
            for i in range(first, last + 1)
            if words.words[i] != words.lowers[i] and not words.tags[i] & (t.TITLE | CLOSED)
        }
        return found - ((lexicon.modifiers | lexicon.portfolios) - lexicon.parties)

    def told(self, first: int, last: int) -> set[str]:
        """Return the words of a title, 'front-runner' too; a 'son-in-law' is no son."""
        lowers, gaps = self.words.lowers, self.words.gaps
        joined = [i for i in range(first + 1, last + 1) if gaps[i] in HYPHENS]
        found = {f"{lowers[i - 1]}-{lowers[i]}" for i in joined}
        return found.union(lowers[first : last + 1]) - self.lexicon.kin

    def at(self, entity: Entity) -> Iterator[int]:
        """The names that may carry the title of *entity*: the full ones first."""
        full = entity.places[:_FULL]
        yield from full
        if entity.stem:
            surname, who, gaps = entity.stem[-1], self.roster.who, self.words.gaps
            for name in self.names.holding.get(surname, [])[:_SHORT]:
                titled = self.parts.of(name).title >= 0
                if titled and who(name).entity is entity:
                    yield name
            # 'As Roe, a pilot, …', 'As Jim, a pilot, …'
            called = self.names.alone(surname)[:_SHORT] + self.names.alone(entity.stem[0])[:_SHORT]
            for name in called:
                if gaps[self.names.last[name] + 1] == ", " and who(name).entity is entity:
                    yield name

    def of_one(self, first: int, last: int) -> str:
        """Return the title of one of several: 'Senator' of 'Senators Jane Roe and Jim Doe'."""
        text = self.text(first, last)
        if not self.beside.is_of_several(first, last):
            return text
        word, one = self.words.words[last], plural_of(self.words.lowers[last])
        start, point, _ = text.rpartition(".") if text.endswith(".") else (text, "", "")
        return start.removesuffix(word) + word[0] + one[1:] + point

    def text(self, first: int, last: int) -> str:
        """Return the words *first*..*last* as printed, without an article."""
        words = self.words
        while first < last and words.lowers[first] in self.lexicon.articles:
            first += 1
        text = fold(words.text[words.starts[first] : words.end(last)])
        end = words.end(last)
        if "(" in text and ")" not in text and words.text[end : end + 1] == ")":
            return text + ")"  # 'head of police (cyber) Ann Roe'
        initial = len(words.words[last]) == 1 and words.words[last].isalpha()
        pointed = initial or words.tags[last] & t.ABBREVIATION
        return text + "." if pointed and words.text[end : end + 1] == "." else text
