"""The people of an article: short names joined to full ones, namesakes told apart."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags as t
from newsdoc.parser.sources.article import Article, Step
from newsdoc.parser.sources.entities import HUMAN, Entity, Who
from newsdoc.parser.sources.names.edges import HYPHENS, STOPS
from newsdoc.parser.sources.names.kinds import PERSON, PLACE
from newsdoc.parser.sources.names.parts import Part
from newsdoc.parser.sources.roster.families import Family, Kin
from newsdoc.parser.sources.roster.namesakes import Namesakes
from newsdoc.parser.sources.rules import FULL_NAME, GIVEN_NAME, INNER_NAME, SURNAME, Rule

_CALLS: Final = 24  # names of one word that are counted
_TAIL: Final = 12  # words: no name that is left of a longer one is longer
_BEARERS: Final = 16  # people of one name that are told apart
# What a single word can be of a full name, in the order in which it is asked.
_USUAL: Final = (SURNAME, GIVEN_NAME, INNER_NAME)
_TITLED: Final = (GIVEN_NAME, SURNAME, INNER_NAME)  # 'Sir Alan'
_PLACED: Final = (SURNAME,)  # 'Lincoln'


class People(Step):
    """The people whom the article names in full, read as they are asked for."""

    def __init__(self, article: Article) -> None:
        super().__init__(article)
        self.namesakes = Namesakes(article)
        self.kin = Kin(article)
        self._families: dict[str, Family] = {}
        self._callable: dict[str, dict[Rule, list[Entity]]] = {}

    # --- families ---

    def family(self, surname: str) -> Family:
        """Return the people of one surname."""
        family = self._families.get(surname)
        if family is None:
            family = self._families[surname] = self._gather(surname)
        return family

    def _gather(self, surname: str) -> Family:
        family = Family()
        longest: dict[tuple[str, str], Part] = {}
        titled: list[Part] = []
        for name, part in self.parts.holding(surname):
            apart = self.words.gaps[part.last + 1] == ", "
            if part.title >= 0 or apart or self.parts.tie(part):
                titled.append(part)
            if part.kind is PERSON and len(part.stem) > 1 and part.stem[-1] == surname:
                self._add(family, name, part, longest)
                if part.title < 0 and self.words.lowers[part.first - 1] == "and":
                    self.kin.add_partner(family, name, part)
        self._name_all(family, longest)
        if titled:
            self._tell_genders(family, titled)
        family.bearers = list(family.members.values())[:_BEARERS]
        if len(family.bearers) > len(longest):
            family.bearers = list(dict.fromkeys(family.bearers))
        return family

    def _name_all(self, family: Family, longest: dict[tuple[str, str], Part]) -> None:
        """Let the people of a family have the longest of their names, and its tails."""
        if len(longest) > 1:
            self._drop_openings(family, longest)
        particled = False
        for key, part in longest.items():
            self._name(family.members[key], part)
            particled = particled or key[0] in self.lexicon.particles
            for i in range(max(1, len(part.stem) - _TAIL), len(part.stem) - 1):
                tail = part.stem[i:], part.suffix
                family.tails.setdefault(tail, []).append(family.members[key])
        if family.tails or particled:
            self._join_tails(family, longest)

    def _drop_openings(self, family: Family, longest: dict[tuple[str, str], Part]) -> None:
        """Let 'Brave Ana Roe' be Ana Roe, where 'Brave' is no name and does but open sentences."""
        first, gaps, tags = self.names.first, self.words.gaps, self.words.tags
        for key, part in list(longest.items()):
            known = part.stem[1].lower(), part.suffix
            short = longest.get(known)
            if short is None or short.stem != part.stem[1:]:
                continue
            places = family.members[key].places
            opens = all(not STOPS.isdisjoint(gaps[first[n]] or "\n") for n in places)
            if opens and not tags[part.first] & t.GIVEN_NAME:
                entity = family.members[known]
                entity.places = sorted(entity.places + places)
                family.members[key] = entity
                del longest[key]

    def _add(
        self, family: Family, name: int, part: Part, longest: dict[tuple[str, str], Part]
    ) -> None:
        """Add one full name to those of its bearer; keep the longest that each has."""
        key = family.key(part)
        entity = family.members.get(key)
        if entity is None:
            entity = family.members[key] = Entity(HUMAN, suffix=part.suffix)
            longest[key] = part
        elif len(part.stem) > len(longest[key].stem):
            longest[key] = part
        entity.stem = longest[key].stem
        entity.places.append(name)
        if part.title >= 0:
            entity.sure = True

    def _name(self, entity: Entity, part: Part) -> None:
        """Let a person have the name *part*."""
        entity.name, entity.stem = self.parts.text(part.first, part.last), part.stem
        given = self.lexicon.given.get(part.stem[0].lower())
        if given is not None:
            entity.gender, entity.sure = given, True
        elif part.last - part.first >= len(part.stem) or self._is_told(entity):
            entity.sure = True  # a particle stands in the name: 'Piet van der Roe'

    def _is_told(self, entity: Entity) -> bool:
        """Whether an age or a role stands beside the first of the names: 'Kiri Roe, 41,'."""
        words, part = self.words, self.parts.of(entity.places[0])
        after = part.last + 1
        if after + 1 < len(words) and words.gaps[after] == ", " and words.words[after].isdecimal():
            return words.gaps[after + 1][:1] in {",", "."}
        return self.article.beside.is_human(part)

    def _join_tails(self, family: Family, longest: dict[tuple[str, str], Part]) -> None:
        """Let 'del Carmen Roe' and 'Van der Roe' be those with the longer names that end so."""
        lowers, particles = self.words.lowers, self.lexicon.particles
        for key, part in longest.items():
            if key[0] not in particles and lowers[max(0, part.first - 1)] not in particles:
                continue
            whole = family.tails.get((part.stem, part.suffix))
            if whole:
                places = family.members.pop(key).places
                if len(whole) == 1:
                    whole[0].places = sorted(whole[0].places + places)

    def _tell_genders(self, family: Family, titled: list[Part]) -> None:
        """Let 'Mrs. Roe' tell the gender of the one Roe that she can be."""
        members = family.members
        for part in titled:
            told = self.namesakes.told(part)
            if told == "-":
                continue
            if len(part.stem) > 1:
                entity = members.get(family.key(part))
            else:
                self._add_relative(family, part, told)
                only = len(members) == 1
                entity = next((e for e in members.values() if only and e.fits(told)), None)
            if entity is not None:
                entity.gender, entity.sure = told, True

    def _add_relative(self, family: Family, part: Part, told: str) -> None:
        """Let 'Mr Roe' be the father of Tim Roe whom the article calls Tim, or of Jane Roe."""
        fitting = [e for e in family.members.values() if e.fits(told)]
        if family.members and all(self.namesakes.calls(e.stem[0]) for e in fitting):
            ties = self.lexicon.elders if fitting else self.lexicon.kin
            self.kin.add_relative(family, part, told, ties)

    def sharer(self, word: str) -> Entity | None:
        """Return who is called by *word* alone and shares the surname of another, or None."""
        for name in self.names.alone(word)[:_CALLS]:
            for other in self.kin.sharing(name):
                part = self.parts.of(other)
                who = self.short(part) if len(part.stem) == 1 else None
                stem = who.entity.stem if who is not None and who.entity else part.stem
                entity = self.family(stem[-1]).members.get((word.lower(), ""))
                if entity is not None:
                    return entity
        return None

    def is_new(self, entity: Entity, part: Part) -> bool:
        """Whether a person is not named in full before the name *part*."""
        return not entity.places or self.names.first[entity.places[0]] > part.first

    # --- full names ---

    def full(self, part: Part) -> Who:
        """Return who a name of two words or more means, in capitals too: 'JANE ROE: No.'."""
        family = self.family(part.stem[-1])
        if part.stem[-1].isupper():
            named = self.family(part.stem[-1].capitalize())
            entity = named.members.get(named.key(part))
            if entity is not None:
                return Who(entity, FULL_NAME)
        longer = family.tails.get((part.stem, part.suffix)) if family.tails else None
        who = self.namesakes.choose(longer[:_BEARERS], SURNAME, part) if longer else None
        if who is not None:
            return who
        key = family.key(part)
        entity = family.members.get(key)
        if entity is None:
            name = self.parts.text(part.first, part.last)
            gender = self.lexicon.given.get(part.stem[0].lower(), "-")
            entity = Entity(HUMAN, name, part.stem, gender, suffix=part.suffix)
            family.members[key] = entity
        return Who(entity, FULL_NAME)

    # --- short names ---

    def bearers(self, word: str, rule: Rule) -> list[Entity]:
        """Return the people in whose full names *word* is what the *rule* tells."""
        if rule is SURNAME:
            return self.family(word).bearers
        called = self._callable.get(word)
        if called is None:
            called = self._callable[word] = self._called(word)
        return called.get(rule, [])

    def _called(self, word: str) -> dict[Rule, list[Entity]]:
        """Return the people with *word* in their full names before the surname."""
        called: dict[Rule, list[Entity]] = {}
        for _, part in self.parts.holding(word):
            if part.kind is PERSON and word in part.stem[:-1]:
                entity = self.full(part).entity
                rule = GIVEN_NAME if part.stem[0] == word else INNER_NAME
                bearers = called.setdefault(rule, [])
                if entity is not None and entity not in bearers and len(bearers) < _BEARERS:
                    bearers.append(entity)
        return called

    def is_shared(self, part: Part) -> bool:
        """Whether several people bear a name alone, so that the place tells who is meant."""
        word = part.stem[-1]
        if word in self.names.holding:
            for rule in self._order(part):
                bearers = self.bearers(word, rule)
                if bearers:
                    return len(bearers) > 1
        return False

    def short(self, part: Part) -> Who | None:
        """Return the person named in full elsewhere whom a single word means, or None."""
        word = part.stem[-1]
        if word not in self.names.holding:
            return None
        for rule in self._order(part):
            bearers = self.bearers(word, rule)
            if rule is INNER_NAME:
                bearers = [entity for entity in bearers if not self.is_new(entity, part)]
            elif bearers:
                if rule is GIVEN_NAME:
                    bearers = [e for e in bearers if e.sure or not self._stood_before(e, word)]
                bearers = self.namesakes.of_generation(whole(bearers, word), part, rule)
                if not bearers and rule is SURNAME:
                    return Who(None, rule)  # 'his son Tim Roe … The elder Roe'
            if bearers:
                return self.namesakes.choose(bearers, rule, part)
        return None

    def _stood_before(self, entity: Entity, word: str) -> bool:
        """Whether a word stands alone before a name that it opens: 'Quillon', 'Quillon Maps'."""
        first, in_heading = self.names.first, self.places.in_heading
        alone = (name for name in self.names.alone(word)[:_CALLS] if not in_heading(first[name]))
        return bool(entity.places) and next(alone, entity.places[0]) < entity.places[0]

    def _order(self, part: Part) -> tuple[Rule, ...]:
        if part.kind is PLACE and not self.words.tags[part.first] & t.GIVEN_NAME:
            return _PLACED
        if part.title >= 0 and self.words.lowers[part.title] in self.lexicon.given_titles:
            return _TITLED
        return _USUAL


def whole(bearers: list[Entity], word: str) -> list[Entity]:
    """Return those of whose surname *word* is no half, if any: 'Roe' before 'Doe-Roe'."""
    if len(bearers) == 1:
        return bearers
    halves = tuple(hyphen + word for hyphen in HYPHENS)
    return [e for e in bearers if not (e.name or "").endswith(halves)] or bearers
