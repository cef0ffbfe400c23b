"""Who the names are of: short names joined to full ones, acronyms to what they stand for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from newsdoc.lexicon import tags as t
from newsdoc.lexicon.names import NameWords
from newsdoc.model import SourceKind
from newsdoc.parser.sources.names import Names
from newsdoc.parser.sources.parts import (
    APOSTROPHES,
    BODY,
    PERSON,
    PLACE,
    SINGLE,
    SMALL,
    Part,
    Parts,
)
from newsdoc.parser.sources.rules import Rule
from newsdoc.parser.words import Words

_CENTURIES: Final = 3  # digits: no age of a speaker has so many
_FIRST_NAME_TITLES: Final = frozenset(("sir", "dame"))
_NEAR: Final = 12  # words between two namesakes that are introduced together
_BEARERS: Final = 16  # people of one name that are told apart
_LETTERS: Final = 9  # words of a name that an acronym can stand for
_COMPANY: Final = frozenset(("company", "media"))
_OWNERS: Final = str.maketrans("’‘", "''")


class Entity:
    """Somebody or something that is credited in the article.

    Attributes:
        kind: what it is.
        name: the full name as the article gives it, or None.
        stem: the words of the name.
        gender: ``m``, ``f`` or ``-``.
        plural: whether several are meant.
        sure: whether more than capitals tells that it is a person.
        places: the names of it that stand in the article in full.
    """

    __slots__ = ("gender", "kind", "name", "places", "plural", "stem", "sure")

    def __init__(
        self,
        kind: SourceKind,
        name: str | None = None,
        stem: tuple[str, ...] = (),
        gender: str = "-",
        plural: bool = False,
    ) -> None:
        self.kind = kind
        self.name = name
        self.stem = stem
        self.gender = gender
        self.plural = plural
        self.sure = gender != "-"
        self.places: list[int] = []

    def __repr__(self) -> str:
        return f"<Entity {self.kind} {self.name} {self.gender}>"


class Who(NamedTuple):
    """Who a name means, and how that was settled; no entity where two fit equally."""

    entity: Entity | None
    rule: Rule


class Family:
    """The people of one surname that the article names in full.

    Attributes:
        members: each by first name, surname and suffix.
        tails: the member that a part of a longer name means ('Lopez Roe').
    """

    __slots__ = ("members", "tails")

    def __init__(self) -> None:
        self.members: dict[tuple[str, str], Entity] = {}
        self.tails: dict[tuple[tuple[str, ...], str], Entity] = {}


_Bearers = dict[Rule, list[Entity]]


class Roster:
    """The named people and bodies of an article, read as they are asked for."""

    def __init__(self, words: Words, lexicon: NameWords, names: Names) -> None:
        self.words = words
        self.lexicon = lexicon
        self.names = names
        self.parts = Parts(words, lexicon, names)
        self._held: dict[str, list[tuple[int, Part]]] = {}
        self._families: dict[str, Family] = {}
        self._bearers: dict[str, _Bearers] = {}
        self._alone: dict[str, Who] = {}
        self._bodies: dict[str, Entity] = {}
        self._long_bodies: dict[str, Part | None] = {}
        self._owners: dict[str, str | None] = {}
        self._capitals: dict[str, tuple[int, int]] | None = None
        self._acronyms: dict[str, Entity | None] = {}
        self._who: dict[int | str, Who] = {}

    def who(self, name: int) -> Who:
        """Return who a name of the article means."""
        first = self.names.first[name]
        alone = first == self.names.last[name]
        word = self.words.words[first] if alone else ""
        who = self._who.get(word or name)
        if who is None:
            if alone and self.is_shared(word):
                return self.meant(self.parts.of(name))
            who = self._who[word or name] = self.meant(self.parts.of(name))
        return who

    def is_shared(self, word: str) -> bool:
        """Whether several people bear a name, so that the place tells who is meant."""
        levels = self.bearers(word)
        return bool(levels) and max(map(len, levels.values())) > 1

    def meant(self, part: Part) -> Who:
        """Return who the name *part* means."""
        if part.kind is PERSON and len(part.stem) > 1:
            longer = self._longer_firm(part)
            return self._full(part) if longer is None else Who(longer, Rule.SHORT_BODY)
        if part.kind is BODY or (part.kind is PLACE and len(part.stem) > 1):
            return self._body(part)
        return self._short(part)

    def held(self, word: str) -> list[tuple[int, Part]]:
        """Return the names of two words and more that hold *word*, in order."""
        held = self._held.get(word)
        if held is None:
            of = self.parts.of
            found = self.names.holding.get(word, ())
            held = self._held[word] = [(name, of(name)) for name in found]
        return held

    # --- people ---

    def family(self, surname: str) -> Family:
        """Return the people of one surname."""
        family = self._families.get(surname)
        if family is None:
            family = self._families[surname] = self._gather(surname)
        return family

    def _gather(self, surname: str) -> Family:
        family = Family()
        longest: dict[tuple[str, str], Part] = {}
        held = self.held(surname)
        for name, part in held:
            if part.kind is PERSON and len(part.stem) > 1 and part.stem[-1] == surname:
                key = part.stem[0].lower(), part.suffix
                if key not in longest or len(part.stem) > len(longest[key].stem):
                    longest[key] = part
                entity = family.members.get(key)
                if entity is None:
                    entity = family.members[key] = Entity(SourceKind.PERSON)
                entity.places.append(name)
                if part.title >= 0:
                    entity.sure = True
        for key, part in longest.items():
            entity = family.members[key]
            entity.name, entity.stem = self.parts.text(part.first, part.last), part.stem
            entity.gender = self.lexicon.given.get(key[0], "-")
            entity.sure = entity.sure or key[0] in self.lexicon.given
            for i in range(1, len(part.stem) - 1):
                family.tails.setdefault((part.stem[i:], part.suffix), entity)
        self._join_tails(family, longest)
        self._tell_genders(family, held)
        return family

    def _join_tails(self, family: Family, longest: dict[tuple[str, str], Part]) -> None:
        """Let 'Del Carmen Roe' be the Roe with the longer name that ends so."""
        lowers, particles = self.words.lowers, self.lexicon.particles
        for key, part in longest.items():
            whole = family.tails.get((part.stem, part.suffix))
            if whole is not None and lowers[max(0, part.first - 1)] in particles:
                whole.places = sorted(whole.places + family.members.pop(key).places)

    def _tell_genders(self, family: Family, held: list[tuple[int, Part]]) -> None:
        """Let 'Mrs. Roe' tell the gender of the one Roe that she can be."""
        for _, part in held:
            told = self.told(part)
            if told == "-":
                continue
            if len(part.stem) > 1:
                entity = family.members.get((part.stem[0].lower(), part.suffix))
                if entity is not None:
                    entity.gender = told
                    entity.sure = True
            elif len(family.members) == 1:
                for entity in family.members.values():
                    entity.gender = told
                    entity.sure = True

    def told(self, part: Part) -> str:
        """Return the gender that the title before a name tells."""
        if part.title >= 0:
            gender = self.lexicon.gender
            for word in self.words.lowers[part.title : part.first]:
                if word in gender:
                    return gender[word]
        return "-"

    def _full(self, part: Part) -> Who:
        """Return who a name of two words or more means."""
        family = self.family(part.stem[-1])
        longer = family.tails.get((part.stem, part.suffix))
        if longer is not None:
            return Who(longer, Rule.SURNAME)
        key = part.stem[0].lower(), part.suffix
        entity = family.members.get(key)
        if entity is None:
            name = self.parts.text(part.first, part.last)
            gender = self.lexicon.given.get(key[0], "-")
            entity = family.members[key] = Entity(SourceKind.PERSON, name, part.stem, gender)
        return Who(entity, Rule.FULL_NAME)

    def bearers(self, word: str) -> _Bearers:
        """Return the people with *word* in their full names, by where it stands in them."""
        found = self._bearers.get(word)
        if found is None:
            found = self._find_bearers(word) if word in self.names.holding else {}
            self._bearers[word] = found
        return found

    def _find_bearers(self, word: str) -> _Bearers:
        levels: dict[Rule, dict[int, Entity]] = {}
        family = self.family(word)
        if family.members:
            levels[Rule.SURNAME] = {id(entity): entity for entity in family.members.values()}
        for _, part in self.held(word):
            if part.kind is PERSON and word in part.stem[:-1]:
                entity = self._full(part).entity
                rule = Rule.GIVEN_NAME if part.stem[0] == word else Rule.INNER_NAME
                if entity is not None:
                    levels.setdefault(rule, {})[id(entity)] = entity
        return {rule: list(entities.values())[:_BEARERS] for rule, entities in levels.items()}

    def _short(self, part: Part) -> Who:
        """Return who a single word means: a surname, a given name, or a name of its own."""
        levels = self.bearers(part.stem[-1])
        for rule in self._order(part) if levels else ():
            bearers = levels.get(rule)
            if bearers:
                bearers = self._of_generation(bearers, part)
            if bearers:
                return self._choose(bearers, rule, part)
        return self._by_itself(part)

    def _of_generation(self, bearers: list[Entity], part: Part) -> list[Entity]:
        """Return those whom 'Roe Jr.' or 'the younger Roe' can mean."""
        generations = self.lexicon.generations
        before = self.words.lowers[part.first - 1] if part.first else ""
        wanted = part.suffix or (before if before in generations else "")
        if not wanted or (len(bearers) == 1 and not part.suffix):
            return bearers
        suffixes = {
            id(entity): key[1]
            for bearer in bearers
            for key, entity in self.family(bearer.stem[-1]).members.items()
        }
        if part.suffix:
            return [e for e in bearers if suffixes.get(id(e)) == part.suffix]
        told = generations[wanted]
        found = [e for e in bearers if generations.get(suffixes.get(id(e), ""), "p") == told]
        return found if len(found) == 1 else bearers

    def _order(self, part: Part) -> tuple[Rule, ...]:
        if part.kind is PLACE and not self.words.tags[part.first] & t.GIVEN_NAME:
            return (Rule.SURNAME,)
        first = self.words.lowers[part.title] if part.title >= 0 else ""
        if first in _FIRST_NAME_TITLES or first in self.lexicon.regnal:
            return (Rule.GIVEN_NAME, Rule.SURNAME, Rule.INNER_NAME)
        return (Rule.SURNAME, Rule.GIVEN_NAME, Rule.INNER_NAME)

    def _choose(self, entities: list[Entity], rule: Rule, part: Part) -> Who:
        """Choose among namesakes: by honorific, then by who is named in full near by."""
        if len(entities) > 1:
            told = self.told(part)
            if told != "-":
                entities = [e for e in entities if e.gender == told] or [
                    e for e in entities if e.gender == "-"
                ]
        if len(entities) < 2:  # noqa: PLR2004 (one, or none of that gender)
            return Who(entities[0], rule) if entities else self._by_itself(part)
        return Who(self.principal(entities, part.first), rule)

    def principal(self, entities: list[Entity], at: int) -> Entity | None:
        """Return the one of some namesakes that a bare surname at the word *at* means.

        Whoever is mostly called by a given name is not meant, nor what may be
        no person and stands there but once. Of the others it is the one who was
        introduced first; none where two were introduced together and are named
        equally often.
        """
        calls = [len(self.names.alone(entity.stem[0])) for entity in entities]
        counts = [len(entity.places) for entity in entities]
        most, common = max(counts), 2 * max(1, min(calls))
        ranked = [
            entity
            for entity, called, count in zip(entities, calls, counts, strict=True)
            if (called <= common or (count == most and counts.count(most) == 1))
            and (entity.sure or count == most)
        ] or entities
        ranked.sort(key=lambda e: e.places[0] if e.places else 0)
        if len(ranked) > 1 and self.are_even(ranked[0], ranked[1], at):
            return None
        return ranked[0]

    def are_even(self, one: Entity, other: Entity, at: int) -> bool:
        """Whether nothing tells which of two namesakes is the one with the bare surname."""
        if not one.places or not other.places or len(one.places) != len(other.places):
            return False
        first = self.names.first
        return at > first[other.places[0]] and first[other.places[0]] - first[one.places[0]] < _NEAR

    # --- bodies, places and words that tell nothing ---

    def _by_itself(self, part: Part) -> Who:
        """Return who a single word means that is no part of a person's full name."""
        word = part.stem[-1]
        who = self._alone.get(word)
        person = who is not None and who.entity is not None and who.entity.sure
        if who is None or (part.kind is PERSON and not person):
            who = self._alone[word] = self._new_alone(part, word, who)
        return who

    def _new_alone(self, part: Part, word: str, old: Who | None) -> Who:
        same = [(name, p) for name, p in self.held(word) if p.stem == part.stem]
        person = part.kind is PERSON or (
            part.kind is SINGLE
            and (
                bool(self.words.tags[part.first] & t.GIVEN_NAME)
                or self._is_aged(part)
                or any(p.kind is PERSON for _, p in same)
            )
        )
        if old is not None and old.entity is not None and old.entity.kind is SourceKind.PERSON:
            return old
        if not person and part.kind is SINGLE:
            longer = self._long_body(word)
            if longer is not None and longer.stem[0] == word:
                return Who(self.body(self.parts.text(longer.first, longer.last)), Rule.SHORT_BODY)
        kind = SourceKind.PERSON if person else SourceKind.ORGANISATION
        full = next((p for _, p in same if p.title == p.first), part) if person else part
        name = self.parts.text(full.first, full.last)
        gender = self.lexicon.given.get(word.lower(), "-") if person else "-"
        entity = Entity(kind, name, part.stem, gender)
        entity.places = [name for name, _ in same]
        for _, other in same if person else ():
            told = self.told(other)
            if told != "-":
                entity.gender = told
            entity.sure = True
        return Who(entity, Rule.AS_PRINTED)

    def make_person(self, who: Who) -> None:
        """Take a name that told nothing for a person's."""
        entity = who.entity
        if entity is not None and entity.kind is SourceKind.ORGANISATION:
            entity.kind, entity.sure = SourceKind.PERSON, True
            entity.gender = self.lexicon.given.get(entity.stem[0].lower(), "-")

    def _is_aged(self, part: Part) -> bool:
        """Whether an age or 'who' stands in apposition: 'Roe, 51, said', 'said Roe, who …'."""
        words, i = self.words, part.last + 1
        if i < len(words) and words.gaps[i] == ", " and words.lowers[i] == "who":
            return True
        if i >= len(words) or words.gaps[i] != ", " or words.gaps[i + 1][:1] not in {",", "."}:
            return False
        return words.words[i].isdigit() and len(words.words[i]) < _CENTURIES

    def _long_body(self, word: str) -> Part | None:
        """Return the longer name of a body that opens or closes with *word*.

        A name that another word opens is longer only where that word tells
        bodies apart: not 'Republican Congress' for 'Congress'. A name that
        *word* opens must go on like a company: 'Roe Inc', not 'Roe Foundation'.
        """
        if word not in self._long_bodies:
            self._long_bodies[word] = next(
                filter(self._lengthens(word), self._held_parts(word)), None
            )
        return self._long_bodies[word]

    def _longer_firm(self, part: Part) -> Entity | None:
        """Return the firm with a name like a person's that is longer elsewhere.

        'Blue Harbour' is short for 'Blue Harbour Records'.
        """
        stem, bodies = part.stem, self.lexicon.bodies
        if part.title >= 0 or stem[0].lower() in self.lexicon.given:
            return None
        for other in self._held_parts(stem[0]):
            if other.kind is BODY and other.stem[: len(stem)] == stem:
                rest = other.stem[len(stem) :]
                if rest and all(bodies.get(word.lower()) in _COMPANY for word in rest):
                    return self.body(self.parts.text(other.first, other.last))
        return None

    def _held_parts(self, word: str) -> Iterator[Part]:
        return (part for _, part in self.held(word))

    def _lengthens(self, word: str) -> Callable[[Part], bool]:
        lexicon = self.lexicon

        def test(part: Part) -> bool:
            if part.kind is not BODY or len(part.stem) <= 1:
                return False
            first, last = part.stem[0], part.stem[-1]
            if last == word:
                lower = first.lower()
                if lexicon.bodies.get(word.lower()) == "chamber":
                    return False
                return lower not in lexicon.allegiances and lower not in lexicon.modifiers
            return first == word and all(
                lexicon.bodies.get(w.lower()) in _COMPANY for w in part.stem[1:]
            )

        return test

    def _body(self, part: Part) -> Who:
        """Return the body that a name means."""
        word = part.stem[-1]
        text = self.parts.text(part.first, part.last)
        if len(part.stem) == 1:
            if word.isupper():
                full = self.acronym(word)
                if full is not None:
                    return Who(full, Rule.ACRONYM)
                surname = word.capitalize()  # the label of a dialogue: 'ROE: …'
                if surname != word and any(self.bearers(surname).values()):
                    return self._short(part._replace(kind=SINGLE, stem=(surname,)))
            longer = self._long_body(word)
            if longer is not None and longer.stem[-1] == word:
                long_text = self.parts.text(longer.first, longer.last)
                return Who(self.body(long_text), Rule.SHORT_BODY)
        owned = self._owned(part, text)
        return Who(self.body(owned or text), Rule.SHORT_BODY if owned else Rule.AS_PRINTED)

    def _owned(self, part: Part, text: str) -> str | None:
        """Return 'Ruritania's Air Force' for 'the Air Force', where one country has one."""
        if part.kind is PLACE:
            return None
        if text not in self._owners:
            found: str | None = None
            word = part.stem[-1]
            alone = [(name, self.parts.of(name)) for name in self.names.alone(word)]
            for _, other in self.held(word) + alone:
                if other.stem == part.stem and (owner := self.owner(other)) is not None:
                    name = self.parts.text(owner.first, other.last)
                    if found is not None and name != found:
                        found = None
                        break
                    found = name
            self._owners[text] = found
        return self._owners[text]

    def owner(self, part: Part) -> Part | None:
        """Return the place that owns a body: 'Ruritania's Defence Ministry'."""
        words, at = self.words, part.first - 2
        if at < 0 or not words.tags[at + 1] & t.CLITIC or words.gaps[at + 1] not in APOSTROPHES:
            return None
        name = self.names.at(at)
        owner = self.parts.of(name) if name >= 0 else None
        return owner if owner is not None and owner.kind is PLACE else None

    def joint(self, text: str, kind: SourceKind) -> Entity:
        """Return those who are known together by *text*."""
        entity = self.body(text)
        entity.kind, entity.plural = kind, True
        return entity

    def body(self, text: str) -> Entity:
        """Return the body, place or group known by *text*."""
        key = text.lower().translate(_OWNERS).replace("'s ", " ")
        entity = self._bodies.get(key)
        if entity is None:
            stem = tuple(text.split())
            entity = self._bodies[key] = Entity(SourceKind.ORGANISATION, text, stem)
        elif entity.name is None:
            entity.name, entity.stem = text, tuple(text.split())
        return entity

    def known(self, key: str) -> Entity:
        """Return the body of the words *key*, without a name where nobody named it yet."""
        key = key.lower()
        entity = self._bodies.get(key)
        if entity is None:
            entity = self._bodies[key] = Entity(SourceKind.ORGANISATION)
        return entity

    def acronym(self, word: str) -> Entity | None:
        """Return the body that the capitals *word* stand for, or None."""
        if word not in self._acronyms:
            self._acronyms[word] = self._in_brackets(word) or self._by_capitals(word)
        return self._acronyms[word]

    def _in_brackets(self, word: str) -> Entity | None:
        """Return the body behind which *word* stands in brackets."""
        words, names = self.words, self.names
        for name in names.alone(word):
            i = names.first[name]
            if i == 0:
                continue
            if words.gaps[i].endswith("(") and words.gaps[i + 1][:1] == ")":
                first = self._spelled(word, i - 1, small=False)
                if first < 0:
                    first = self._spelled(word, i - 1, small=True)
                before = names.at(i - 1)
                if first < 0 and before >= 0:
                    first = self.parts.of(before).first
                    listed = words.gaps[first] != " " or words.lowers[first - 1] == "and"
                    if listed and words.words[first][0] != word[0]:
                        first = -1  # the tail of a list: 'of Trade, Industry and Energy'
                if first >= 0:
                    return self.body(self.parts.text(first, i - 1))
        return None

    def _by_capitals(self, word: str) -> Entity | None:
        """Return the body with a name whose capitals are those of *word*."""
        if self._capitals is None:
            self._capitals = self._read_capitals()
        place = self._capitals.get(word)
        if place is None or self.parts.kind(self.names.at(place[0])) is not BODY:
            return None
        return self.body(self.parts.text(*place))

    def _read_capitals(self) -> dict[str, tuple[int, int]]:
        """Return the first and last words of the long names by their capitals.

        A name counts from each of its words: 'Elmland' may stand before a body.
        """
        words = self.words
        found: dict[str, tuple[int, int]] = {}
        for first, last in zip(self.names.first, self.names.last, strict=True):
            letters = ""
            for i in range(last, max(first, last - _LETTERS) - 1, -1):
                if words.words[i] != words.lowers[i]:
                    letters = words.words[i][0] + letters
                    if len(letters) > len("EU"):
                        found.setdefault(letters, (i, last))
        return found

    def _spelled(self, word: str, last: int, *, small: bool) -> int:
        """Return the first of the words up to *last* whose capitals spell *word*, or -1.

        Where *small*, words like 'of' may give letters too.
        """
        words, i = self.words, last
        for letter in reversed(word):
            while i > 0 and not self._gives(i, letter, small) and words.lowers[i] in SMALL:
                i -= 1
            if i < 0 or not self._gives(i, letter, small):
                return -1
            if i < last and words.gaps[i + 1].strip(" ,-&"):
                return -1
            i -= 1
        return i + 1

    def _gives(self, i: int, letter: str, small: bool) -> bool:
        """Whether the word *i* gives a *letter* to an acronym."""
        first = self.words.words[i][0]
        return first == letter or (
            small and first.upper() == letter and self.words.lowers[i] in SMALL
        )
