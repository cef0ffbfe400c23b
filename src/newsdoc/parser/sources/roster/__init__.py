"""Who the names of an article mean: people, bodies, and words that tell nothing by themselves.

`people` joins short names to full ones, with the help of `families` and
`namesakes`; `bodies` joins acronyms and short names to long ones.
"""

from __future__ import annotations

from typing import Final

from attrs import evolve

from newsdoc.lexicon import tags as t
from newsdoc.model import SourceKind
from newsdoc.parser.sources.article import Article, Step
from newsdoc.parser.sources.entities import HUMAN, Entity, Who
from newsdoc.parser.sources.names.kinds import BODY, PERSON, PLACE, SINGLE
from newsdoc.parser.sources.names.parts import Part
from newsdoc.parser.sources.roster.bodies import Bodies
from newsdoc.parser.sources.roster.namesakes import age_at
from newsdoc.parser.sources.roster.people import People
from newsdoc.parser.sources.rules import GIVEN_NAME, Rule

_MARKS: Final = frozenset('"”’»“')
_ALIASES: Final = frozenset(("alias", "aka", "dubbed", "nicknamed"))
_KNOWN: Final = frozenset(("also", "better", "commonly", "formerly", "popularly", "widely"))
_CALLED: Final = 4  # words between a name and 'known as'
_PLACES: Final = 4  # places of a name of one word that may have a role beside them


class Roster(Step):
    """The named people and bodies of an article.

    Attributes:
        people: the people named in full.
        bodies: the bodies.
    """

    def __init__(self, article: Article) -> None:
        super().__init__(article)
        self.beside = article.beside
        self.people = People(article)
        self.bodies = Bodies(article)
        self._alone: dict[str, Who] = {}
        self._initials: dict[str, Part] | None = None
        self._who: dict[int | str, Who] = {}

    def who(self, name: int) -> Who:
        """Return who a name of the article means."""
        first = self.names.first[name]
        alone = first == self.names.last[name]
        key = self.words.words[first] if alone else name
        who = self._who.get(key)
        if who is None:
            part = self.parts.of(name)
            who = self.meant(part)
            # Of several who bear the word alone, the place tells who is meant.
            if not (alone and self.people.is_shared(part)):
                self._who[key] = who
        return who

    def meant(self, part: Part) -> Who:
        """Return who the name *part* means."""
        if part.kind is PERSON and len(part.stem) > 1:
            firm = self.bodies.longer_firm(part)
            return self.people.full(part) if firm is None else Who(firm, Rule.SHORT_BODY)
        if part.kind is BODY or (part.kind is PLACE and len(part.stem) > 1):
            return self._body(part)
        return self.people.short(part) or self._by_itself(part)

    def _body(self, part: Part) -> Who:
        """Return the body that a name means."""
        letters = "".join(part.stem)
        if len(letters) == len(part.stem) > 1:  # 'U.N.'
            full = self.bodies.acronym(letters)
            if full is not None:
                return Who(full, Rule.ACRONYM)
        lettered = self._lettered(part)
        if lettered is not None:
            return Who(lettered, Rule.ACRONYM)
        if len(part.stem) == 1:
            who = self._short_body(part)
            if who is not None:
                return who
        longer = self.bodies.longer_firm(part)
        if longer is not None:
            return Who(longer, Rule.SHORT_BODY)
        owned = self.bodies.with_owner(part)
        if owned:
            return Who(self.bodies.of(owned), Rule.SHORT_BODY)
        return Who(self.bodies.of_part(part), Rule.AS_PRINTED)

    def _lettered(self, part: Part) -> Entity | None:
        """Return the body whose letters are joined or have its nation: 'NG&W', 'the Elmish CDC'."""
        if len(part.stem) < 2 or not part.stem[-1].isupper():  # noqa: PLR2004
            return None
        if part.stem[0].lower() in self.lexicon.allegiances:
            full = self.bodies.acronym("".join(part.stem[1:]))
            return full if full is not None and full.stem[0] == part.stem[0] else None
        joined = self.words.gaps[part.last] == "&" and part.last == part.first + 1
        return self.bodies.acronym("".join(part.stem)) if joined else None

    def _short_body(self, part: Part) -> Who | None:
        """Return whom a single word for a body is short for: an acronym, a longer name."""
        word = part.stem[-1]
        if word.isupper():
            full = self.bodies.acronym(word) or self._initialled(part)
            if full is not None:
                return Who(full, Rule.ACRONYM)
            for surname in (word, word.capitalize()):  # the label of a dialogue: 'ROE: …'
                who = self.people.short(evolve(part, kind=SINGLE, stem=(surname,)))
                if who is not None:
                    return who
        longer = self.bodies.long(word)
        if longer is not None and (longer.stem[-1] == word or self.bodies.goes_on(longer, word)):
            return Who(self.bodies.of_part(longer), Rule.SHORT_BODY)
        return None

    def _initialled(self, part: Part) -> Entity | None:
        """Return the person whose initials are the label of a paragraph: 'JR: No.'."""
        words = self.words
        if "\n" not in words.gaps[part.first] or words.gaps[part.last + 1][:1] != ":":
            return None
        if self._initials is None:
            people = [
                p for p in map(self.parts.of, range(len(self.names.first))) if p.kind is PERSON
            ]
            self._initials = {"".join([word[0] for word in p.stem]): p for p in people[::-1]}
        named = self._initials.get(part.stem[-1])
        return None if named is None or len(named.stem) == 1 else self.meant(named).entity

    # --- words that tell nothing ---

    def _by_itself(self, part: Part) -> Who:
        """Return who a single word means that is no part of a person's full name."""
        word = part.stem[-1]
        who = self._alone.get(word)
        if who is None:
            who = self._alone[word] = self._new_alone(part, word)
        return who

    def _new_alone(self, part: Part, word: str) -> Who:
        sharer = self.people.sharer(word)
        if sharer is not None:
            return Who(sharer, GIVEN_NAME)
        alias = self._known_as(word)
        if alias is not None:
            return alias
        same = [(name, p) for name, p in self.parts.holding(word) if p.stem == part.stem]
        if self._is_firm(part):
            part = evolve(part, kind=SINGLE, title=-1)
        person = part.kind is PERSON or (
            part.kind is SINGLE
            and (
                bool(self.words.tags[part.first] & t.GIVEN_NAME)
                or self._is_told(part)
                or self._has_role(part)
                or any(p.kind is PERSON and not self._is_firm(p) for _, p in same)
            )
        )
        if person:
            return Who(self._lone_person(part, same), Rule.AS_PRINTED)
        if part.kind is SINGLE and not word.isupper():
            small = word[1:].islower()  # 'MoD', 'Ofcom'
            full = self.bodies.bracketed(word) if small else self.bodies.acronym(word)
            if full is not None:
                return Who(full, Rule.ACRONYM)
        longer = self.bodies.long(word) if part.kind is SINGLE else None
        if longer is not None and (longer.stem[0] == word or self._is_club(word)):
            return Who(self.bodies.of_part(longer), Rule.SHORT_BODY)
        entity = Entity(SourceKind.ORGANISATION, self.parts.text(part.first, part.last), part.stem)
        entity.places = [name for name, _ in same]
        entity.open = part.kind is SINGLE
        return Who(entity, Rule.AS_PRINTED)

    def _is_firm(self, part: Part) -> bool:
        """Whether the title before a name tells the trade of a firm: 'Retailer Roe'."""
        told = self.words.lowers[part.title : part.first] if part.title >= 0 else []
        return bool(told) and all("s" in self.lexicon.stand_ins.get(word, "") for word in told)

    def _known_as(self, word: str) -> Who | None:
        """Return who is said to be known by a *word*, or None.

        'Calvin Roe, better known as Stormo,', 'Calvin Roe, the rapper known as Stormo,'.
        """
        words, names = self.words, self.names
        for name in names.alone(word)[:_PLACES]:
            i = names.first[name] - 1
            if words.lowers[max(0, i - 1) : i + 1] == ["known", "as"]:
                i -= 1
            elif i < 1 or words.lowers[i] not in _ALIASES:
                continue
            least = max(1, i - _CALLED)
            while i > least and words.gaps[i] == " " and self._calls(i - 1):
                i -= 1
            before = names.at(i - 1) if words.gaps[i] == ", " else -1
            if before >= 0 and names.last[before] == i - 1:
                part = self.parts.of(before)
                if part.kind is BODY or (part.kind is PERSON and len(part.stem) > 1):
                    rule = Rule.SHORT_BODY if part.kind is BODY else GIVEN_NAME
                    return Who(self.meant(part).entity, rule)
        return None

    def _calls(self, i: int) -> bool:
        """Whether a word may stand before 'known as': 'also known as', 'the rapper known as'."""
        words = self.words
        said = words.tags[i] & (t.TITLE | t.ADVERB | t.DETERMINER | t.BE | t.RELATIVE)
        return bool(said) or words.lowers[i] in _KNOWN

    def _is_club(self, word: str) -> bool:
        """Whether a word closes names and stands for them: 'Rovers', 'Poll'."""
        lower = word.lower()
        return self.lexicon.body_endings.get(lower) == "group" or lower in self.lexicon.documents

    def _lone_person(self, part: Part, same: list[tuple[int, Part]]) -> Entity:
        """Return the person whom the article calls by one word alone, with a title or without."""
        full = next((p for _, p in same if p.title == p.first), part)
        name = self.parts.text(full.first, full.last)
        gender = self.lexicon.given.get(part.stem[-1].lower(), "-")
        tied = bool(self.parts.tie(part))
        if tied and gender == "-":
            gender = self.people.namesakes.told(part)
        entity = Entity(HUMAN, name, part.stem, gender)
        entity.places = [name for name, _ in same]
        entity.sure = tied
        for _, other in same:
            told = self.people.namesakes.told(other)
            if told != "-":
                entity.gender = told
            entity.sure = True
        return entity

    def _has_role(self, lone: Part) -> bool:
        """Whether a person's role stands beside a name of one word: 'the mayor, Roe, came'."""
        beside = self.beside
        alone = self.names.alone(lone.stem[-1])[:_PLACES]
        return any(beside.is_human(part) for part in (lone, *map(self.parts.of, alone)))

    def _is_told(self, part: Part) -> bool:
        """Whether the words around tell a person: '”, said Roe', 'Roe, 51,', 'his wife, Roe'."""
        if self.parts.tie(part):
            return True
        words, i = self.words, part.last + 1
        if words.lowers[max(0, part.first - 2) : part.first] == ["known", "as"]:
            return bool(words.tags[part.first - 3] & t.TITLE)  # 'the singer known as Roe'
        cue = part.first - 1
        inverted = cue > 0 and words.tags[cue] & t.CUE and words.gaps[part.first] == " "
        if inverted and not _MARKS.isdisjoint(words.gaps[cue]) and "," not in words.gaps[i]:
            return True
        if i < len(words) and words.gaps[i] == ", " and words.lowers[i] == "who":
            return True
        quoted = not _MARKS.isdisjoint(words.gaps[part.first]) and words.gaps[i] == " "
        if quoted and words.lowers[i] in self.lexicon.personal_cues:
            return True  # '“No,” Roe joked'
        return bool(age_at(words, i)) and words.gaps[i + 1][:1] in {",", "."}
