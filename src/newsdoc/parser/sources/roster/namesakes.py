"""Namesakes: which of several people a surname means that they share."""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve

from newsdoc.lexicon import tags as t
from newsdoc.parser.sources.article import Step
from newsdoc.parser.sources.entities import Entity, Who
from newsdoc.parser.sources.names.parts import Part
from newsdoc.parser.sources.rules import SURNAME, Rule
from newsdoc.parser.words import Words

_NEAR: Final = 12  # words between two namesakes that are introduced together
_ROLE: Final = 4  # words from a name to the word that tells its gender
_CALLS: Final = 24  # names of one word that are counted
_FULL: Final = 4  # full names that are asked for a death
_GROWN: Final = 18  # the age from which somebody is Mr or Ms
_TOLD: Final = 72  # characters beside a name that may tell of a death
_DIED: Final = re.compile(
    r"(?i)(?:, \d+)?(?:, an? [^,.]+)?,?(?: who)?(?: has| had| (?!nearly)\w+ly)*"
    r"(?: (?:died|drowned|perished)| (?:was|were|been)(?: (?!nearly)\w+ly)*(?: fatally"
    r"|(?: (?:hit|shot|struck|found|pronounced|declared|beaten|burned|stabbed)(?: and| to)?)?"
    r" (?:killed|murdered|slain|dead|death|executed|assassinated)))\b"
)
_DEAD: Final = re.compile(
    r"(?i)\b(?:late|(?:body|death|funeral|killing|murder) of(?: \w+){0,2},?"
    r"|(?:kill|murder)(?:ed|ing) \w+ \w+,?) $"
)


def age_at(words: Words, i: int) -> str:
    """Return the age that word *i* is, set off behind a name, or nothing: 'Roe, 51'."""
    word = words.words[i] if i < len(words) and words.gaps[i] == ", " else ""
    return word if word.isdecimal() else ""


class Namesakes(Step):
    """Tells the people of one name apart."""

    def told(self, part: Part) -> str:
        """Return the gender that the title or the tie before a name tells: 'his wife, Ann Roe'."""
        lowers, tags, gender = self.words.lowers, self.words.tags, self.lexicon.gender
        if part.title >= 0:
            for i in range(part.title, max(part.first, part.title + 1)):
                # 'Virginia Gov. Jim Roe' is no woman
                if lowers[i] in gender and tags[i] & (t.TITLE | t.HONORIFIC):
                    return gender[lowers[i]]
        return gender.get(self.parts.tie(part)) or self._told_by_role(part)

    def _told_by_role(self, part: Part) -> str:
        """Return the gender that what somebody is tells: 'Jan Roe, a mother of two'; or '-'."""
        words, i = self.words, part.last + 1
        if age_at(words, i):
            i += 1
        if i + 1 >= len(words) or words.gaps[i] != ", " or words.lowers[i] not in {"a", "an"}:
            return "-"
        for at in range(i + 1, min(len(words) - 1, i + _ROLE)):
            if words.gaps[at] != " " or words.tags[at] & t.PREPOSITION:
                break
            told = self.lexicon.gender.get(words.lowers[at], "")
            if told and not words.tags[at] & t.GIVEN_NAME:
                ends = words.gaps[at + 1][:1] in {",", "."} or words.tags[at + 1] & t.PREPOSITION
                return told if ends else "-"
        return "-"

    def of_generation(self, bearers: list[Entity], part: Part, rule: Rule) -> list[Entity]:
        """Return those whom 'Roe Jr.' or 'the younger Roe' can mean.

        'Tim Jr' is not Tim Roe, nor is 'the elder Roe' who is introduced as somebody's son; of
        'Tim Roe' and 'his father, Jim Roe' the elder is Jim, and of brothers neither.
        """
        generations = self.lexicon.generations
        before = self.words.lowers[part.first - 1] if part.first else ""
        told = generations.get(part.suffix or before)
        if told and not part.suffix and before not in self.lexicon.kin:
            found = [e for e in bearers if self.generation(e) == told]
            found = found or [e for e in bearers if not self.generation(e)]
            return found if len(found) == 1 else []
        found = [e for e in bearers if generations.get(e.suffix, "p") == told] if told else []
        if rule is not SURNAME and part.suffix:
            return found
        return found if len(found) == 1 else bearers

    def generation(self, entity: Entity) -> str:
        """Return the generation that a suffix or a tie tells of somebody: 'his older son, Tim'."""
        generations, lowers, at = self.lexicon.generations, self.words.lowers, self.tied(entity)
        if entity.suffix or at < 0:
            return generations.get(entity.suffix, "")
        return generations.get(lowers[at]) or generations.get(lowers[at - 1], "")

    def tie(self, entity: Entity) -> str:
        """Return the word for a relative before the first full name of somebody, or ''."""
        at = self.tied(entity)
        return self.words.lowers[at] if at >= 0 else ""

    def tied(self, entity: Entity) -> int:
        """Return where that word stands, before a role too, or -1: 'his father, Judge Jim Roe'."""
        if not entity.places:
            return -1
        part = self.parts.of(entity.places[0])
        role = self.article.beside.before(part) if part.title >= 0 else None
        first = role[0] if role else part.title if part.title >= 0 else part.first
        return first - 1 if self.parts.tie(evolve(part, first=first)) else -1

    def is_later_relative(self, entity: Entity, at: int) -> bool:
        """Whether somebody is introduced behind the word *at* as the relative of another.

        'Roe called the attack by his son, Tim Roe, wrong'.
        """
        if self.is_known(entity, at) or self.places.in_heading(at):
            return False
        tie = self.tied(entity)
        return tie > 0 and self.words.lowers[tie - 1] in self.lexicon.pronoun_gender

    def tells_age(self, entity: Entity) -> bool:
        """Whether an age is printed behind a name in full or short: 'Roe, 51,'."""
        named = [*entity.places[:_CALLS], *self.names.alone(entity.stem[0])[:_CALLS]]
        return any(age_at(self.words, self.names.last[name] + 1) for name in named)

    def choose(self, entities: list[Entity], rule: Rule, part: Part) -> Who | None:
        """Choose among namesakes: by honorific, then by who is named in full near by."""
        told = self.told(part)
        if told == "-" and len(entities) > 1:
            told = self._told_behind(part)
        if told != "-":
            entities = [e for e in entities if e.fits(told)]
            known = [e for e in entities if self.is_known(e, part.first)]
            same = [e for e in entities if e.gender == told]
            if same and known and all(e not in known for e in same):
                return Who(None, rule)  # 'Hlodvig Roe … Mr Roe … his son Peter Roe'
            if not all(self.tie(e) for e in same):  # 'Hlodvig Roe praised his son, Tim Roe'
                entities = same
        if part.title >= 0 and len(entities) > 1:
            found = self.of_title(entities, part)
            entities = found or [e for e in entities if self.is_relative(e)] or entities
        if len(entities) < 2:  # noqa: PLR2004 (one, or none of that gender)
            if entities and rule is SURNAME and self.is_later_relative(entities[0], part.first):
                return Who(None, rule)
            return Who(entities[0], rule) if entities else None
        return Who(self.principal(entities, part), rule)

    def of_title(self, entities: list[Entity], part: Part) -> list[Entity]:
        """Return those who are named in full with the title of a name: 'Rep. Roe'."""
        said, of = self.titles(part), self.parts.of
        return [
            e for e in entities if any(said & self.titles(of(name)) for name in e.places[:_CALLS])
        ]

    def titles(self, part: Part) -> set[str]:
        """Return the words of the title before a name, but those of respect."""
        words, short = self.words, self.lexicon.short
        inside = range(part.title, part.first if part.title >= 0 else part.title)
        told = [words.lowers[i] for i in inside if not words.tags[i] & t.HONORIFIC]
        return {short.get(word, word) for word in told}

    def is_relative(self, entity: Entity) -> bool:
        """Whether somebody has the surname of a relative: 'Tim Roe's father, Jim', 'Mr Roe'."""
        parts = [self.parts.of(name) for name in entity.places[:_CALLS]]
        alone = all(part.first == part.last for part in parts)
        return alone and any(self.parts.tie(part) for part in parts)

    def _told_behind(self, part: Part) -> str:
        """Return the gender of the pronoun behind a name and its cue: 'Roe said he would'."""
        words, i = self.words, part.last + 1
        if words.tags[i] & t.CUE:
            i += 2 if words.lowers[i + 1] == "that" else 1
            if words.gaps[i] == " ":
                return self.lexicon.pronoun_gender.get(words.lowers[i], "-")
        return "-"

    def principal(self, entities: list[Entity], part: Part) -> Entity | None:
        """Return the one of some namesakes whom a bare surname means.

        Whoever is mostly called by a given name is not meant, nor what may be
        no person and stands there but once. Of the others it is the one who was
        introduced first; none where two were introduced together and are named
        equally often. Who alone was introduced so far is meant in any case.
        """
        at = part.first
        known = [e for e in entities if self.is_known(e, at)]
        if mute := self.mute(known, part) if len(known) > 1 else []:
            known = [e for e in known if e not in mute]
            entities = [e for e in entities if e not in mute]
        if len(known) == 1 and known[0].sure:
            return known[0]
        # 'Late Roe' in a heading is no namesake of Jane Roe.
        if any(e.sure and not self.tie(e) for e in entities):
            entities = [e for e in entities if e.sure or not self.opens_only(e)]
        calls = [self.calls(entity.stem[0]) for entity in entities]
        counts = [len(entity.places) for entity in entities]
        most, common = max(counts), 2 * max(1, min(calls))
        ranked = [
            entity
            for entity, called, count in zip(entities, calls, counts, strict=True)
            if (called <= common or (count == most and counts.count(most) == 1))
            and (entity.sure or count == most)
        ] or entities
        ranked = sorted(ranked, key=lambda e: e.places[0] if e.places else 0)
        if len(ranked) > 1 and self.are_even(ranked[0], ranked[1], at):
            return None
        return ranked[0]

    def mute(self, entities: list[Entity], part: Part) -> list[Entity]:
        """Return those of some namesakes who cannot speak, where others can.

        The dead cannot, and a child is no Mr or Ms. Who was called by the bare
        surname before another was named is so called in death too.
        """
        found = [e for e in entities if self.is_dead(e) or (part.title >= 0 and self.is_child(e))]
        alone = next(iter(self.names.alone(part.stem[-1])), part.first)
        others = any(e.places[0] < alone for e in entities if e not in found)
        return found if others else []

    def is_dead(self, entity: Entity) -> bool:
        """Whether somebody is told to be dead beside the full name: 'Jim Roe was shot dead'."""
        words, names = self.words, self.names
        for name in entity.places[:_FULL]:
            start, end = words.starts[names.first[name]], words.end(names.last[name])
            if _DIED.match(words.text, end, end + _TOLD):
                return True
            if _DEAD.search(words.text, max(0, start - _TOLD), start):
                return True
        return False

    def is_child(self, entity: Entity) -> bool:
        """Whether an age behind the full name tells a child: 'Jim Roe, 9,'."""
        age = age_at(self.words, self.names.last[entity.places[0]] + 1)
        return 0 < int(age[:3] or 0) < _GROWN

    def opens_only(self, entity: Entity) -> bool:
        """Whether the names of somebody stand at the heads of sentences alone."""
        first, gaps = self.names.first, self.words.gaps
        return all(gaps[first[name]] != " " for name in entity.places[:_CALLS])

    def is_known(self, entity: Entity, at: int) -> bool:
        """Whether somebody is named in full before the word *at*."""
        return bool(entity.places) and self.names.first[entity.places[0]] < at

    def calls(self, word: str) -> int:
        """Return how often the article itself, outside of quotes, calls somebody by one word."""
        first, inside = self.names.first, self.article.places.inside
        return sum(not inside(first[name]) for name in self.names.alone(word)[:_CALLS])

    def are_even(self, one: Entity, other: Entity, at: int) -> bool:
        """Whether nothing tells which of two namesakes is the one with the bare surname."""
        if not one.places or len(one.places) != len(other.places):
            return False
        if self.tie(other) and not self.tie(one):
            return False  # 'Jane Roe and her son, Tim Roe'
        first = self.names.first
        return at > first[other.places[0]] and first[other.places[0]] - first[one.places[0]] < _NEAR
