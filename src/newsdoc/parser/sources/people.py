"""Who the names are of: titles split off, kinds told, and short names joined to full ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from newsdoc.lexicon import tags as t
from newsdoc.lexicon.names import NameWords
from newsdoc.model import SourceKind, fold
from newsdoc.parser.sources.names import Names
from newsdoc.parser.sources.rules import Rule
from newsdoc.parser.words import Words

PERSON: Final = "person"
BODY: Final = "body"
PLACE: Final = "place"
ROLE: Final = "role"  # a title without a name: 'Secretary of State'
GROUP: Final = "group"  # 'Republicans', 'Germans'
SINGLE: Final = "single"  # one word that tells nothing: 'Trump', 'Facebook'

_SMALL: Final = frozenset(("of", "for", "and", "the", "in", "on", "at", "de", "la", "to"))


class Part(NamedTuple):
    """A name without its title.

    Attributes:
        kind: what it names.
        first: the number of its first word, titles left out.
        last: the number of its last word.
        title: the number of the first word of the title before it, or -1.
        stem: the capitalised words of the name, suffixes left out.
        suffix: 'jr' and the like, or ''.
    """

    kind: str
    first: int
    last: int
    title: int
    stem: tuple[str, ...]
    suffix: str


class Entity:
    """Somebody or something that is named in the article.

    Attributes:
        kind: what it is.
        name: the full name as the article gives it, or None.
        stem: the words of the name.
        gender: ``m``, ``f`` or ``-``.
        places: the names of it that stand in the article in full.
        plural: whether several are meant.
    """

    __slots__ = ("gender", "kind", "name", "places", "plural", "stem")

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
        self.places: list[int] = []

    def __repr__(self) -> str:
        return f"<Entity {self.kind} {self.name} {self.gender}>"


class Who(NamedTuple):
    """Who a name means, and how that was settled; no entity where two fit equally."""

    entity: Entity | None
    rule: Rule


class Roster:
    """The named people and bodies of an article, read as they are asked for."""

    def __init__(self, words: Words, lexicon: NameWords, names: Names) -> None:
        self.words = words
        self.lexicon = lexicon
        self.names = names
        self._parts: dict[tuple[int, int], Part] = {}
        self._people: dict[tuple[str, str, str], Entity] = {}
        self._others: dict[str, Entity] = {}
        self._who: dict[int, Who] = {}

    # --- titles and kinds ---

    def part(self, name: int) -> Part:
        """Return the *name* without its title."""
        return self.split(self.names.first[name], self.names.last[name])

    def split(self, first: int, last: int) -> Part:
        """Return the name in the words *first*..*last* without its title."""
        part = self._parts.get((first, last))
        if part is None:
            part = self._parts[first, last] = self._split(first, last)
        return part

    def _split(self, first: int, last: int) -> Part:
        words, lexicon = self.words, self.lexicon
        lowers = words.lowers
        end = last
        while end > first and lowers[end] in lexicon.suffixes:
            end -= 1
        suffix = lowers[last] if last > end else ""
        start = self._behind_title(first, end)
        if start < 0:
            kind = ROLE if last > first or words.tags[first] & t.TITLE else SINGLE
            return Part(kind, first, last, -1, self._stem(first, end), suffix)
        titled = start > first
        plain = start if titled else self._behind_modifiers(first, end)
        kind = self._kind(plain, end, titled or bool(suffix))
        if kind == PERSON:
            start = plain
        elif titled and kind in {BODY, PLACE}:
            start, titled = first, False
        title = first if start > first else -1
        if title >= 0 and len(self._stem(start, end)) == 1 and lowers[start - 1] in lexicon.regnal:
            start -= 1
        return Part(kind, start, last, title, self._stem(start, end), suffix)

    def _stem(self, first: int, last: int) -> tuple[str, ...]:
        words = self.words
        return tuple(
            words.words[i] for i in range(first, last + 1) if words.words[i] != words.lowers[i]
        ) or tuple(words.words[first : last + 1])

    def _behind_title(self, first: int, last: int) -> int:
        """Return the first word of the name proper, or -1 where there is only a title."""
        tags = self.words.tags
        for i in range(last, first - 1, -1):
            tag = tags[i]
            if not tag & (t.TITLE | t.HONORIFIC):
                continue
            if i > first and tags[i - 1] & t.GIVEN_NAME and not tags[i - 1] & t.TITLE:
                continue  # a surname that is a title as well: 'Stephen King'
            if i == last:
                if last == first or tags[i - 1] & (t.TITLE | t.PLACE) or self._portfolio(i - 1):
                    return -1
                continue
            return self._behind_office(i + 1, last)
        return first

    def _portfolio(self, i: int) -> bool:
        lexicon = self.lexicon
        word = self.words.lowers[i]
        return word in lexicon.portfolios or word in lexicon.modifiers or word in lexicon.demonyms

    def _behind_office(self, i: int, last: int) -> int:
        """Return the first word behind 'of State' and the like, or -1 where none is left."""
        lowers = self.words.lowers
        if lowers[i] not in {"of", "for"}:
            return i
        i += 1
        known = i
        while i <= last and (lowers[i] in self.lexicon.portfolios or lowers[i] in _SMALL):
            i += 1
        if i > last:
            return -1
        if i > known and lowers[i - 1] != "the":
            return i
        given = (k for k in range(i + 1, last) if self.words.tags[k] & t.GIVEN_NAME)
        return next(given, last - 1 if last - i >= 2 else -1)

    def _behind_modifiers(self, first: int, last: int) -> int:
        """Return the first word behind 'Republican', 'Former' and the like."""
        lexicon, lowers = self.lexicon, self.words.lowers
        start = first
        while start < last and (
            lowers[start] in lexicon.demonyms
            or (lowers[start] in lexicon.modifiers and not self.words.tags[start] & t.GIVEN_NAME)
        ):
            start += 1
        return start

    def _kind(self, first: int, last: int, sure: bool) -> str:
        """Tell what the words *first*..*last* name; *sure* where a title says a person."""
        words, tags = self.words, self.words.tags
        word, tag = words.words[last], tags[last]
        if first == last:
            return self._kind_of_one(first, sure)
        if tag & t.BODY and not (sure and last == first + 1 and tags[first] & t.GIVEN_NAME):
            return BODY
        if any(words.lowers[i] in _SMALL and words.words[i] in {"of", "for", "and"}
               for i in range(first + 1, last)):
            return BODY
        if sure or tags[first] & t.GIVEN_NAME:
            return PERSON
        if tag & t.PLACE or all(len(w) == 1 for w in words.words[first : last + 1]):
            return PLACE
        if any(len(words.words[i]) == 1 for i in range(first, last)):
            return PERSON
        if tags[first] & t.PLACE or words.lowers[first] in self.lexicon.demonyms:
            return BODY
        if self._follows_the(first) or (word.isupper() and len(word) > 1):
            return BODY
        return PERSON

    def _kind_of_one(self, i: int, sure: bool) -> str:
        words, tag = self.words, self.words.tags[i]
        word, lower = words.words[i], words.lowers[i]
        if sure and not tag & t.BODY:
            return PERSON
        if tag & t.PLACE:
            return PLACE
        if tag & t.BODY or (word.isupper() and len(word) > 1):
            return BODY
        if lower in self.lexicon.demonyms or (
            lower.endswith("s") and lower[:-1] in self.lexicon.demonyms
        ):
            return GROUP
        return SINGLE

    def _follows_the(self, first: int) -> bool:
        words = self.words
        return first > 0 and words.lowers[first - 1] == "the" and words.gaps[first] == " "

    def text(self, first: int, last: int) -> str:
        """Return the words *first*..*last* as printed, in one line."""
        words = self.words
        text = fold(words.text[words.starts[first] : words.end(last)])
        point = words.end(last)
        if words.lowers[last] in self.lexicon.suffixes and words.text[point : point + 1] == ".":
            return text + "."
        return text

    # --- who is meant ---

    def who(self, name: int) -> Who:
        """Return who the *name* means."""
        who = self._who.get(name)
        if who is None:
            who = self._who[name] = self.meant(self.part(name), self.names.first[name])
        return who

    def meant(self, part: Part, at: int) -> Who:
        """Return who the name *part* means that stands at the word *at*."""
        if part.kind == PERSON and len(part.stem) > 1:
            return self._full(part)
        if part.kind in {PERSON, SINGLE}:
            return self._short(part, at)
        return self._body(part, at)

    def _holders(self, word: str) -> Iterator[tuple[int, Part]]:
        """The names that hold *word*, in order."""
        for name in self.names.by_word.get(word, ()):
            yield name, self.part(name)

    def _full(self, part: Part) -> Who:
        """Return who a name of two words or more means."""
        size = len(part.stem)
        for _, other in self._holders(part.stem[-1]):
            if (
                other.kind == PERSON
                and len(other.stem) > size
                and other.stem[-size:] == part.stem
                and other.suffix == part.suffix
            ):
                return Who(self.person(other), Rule.SURNAME)
        return Who(self.person(part), Rule.FULL_NAME)

    def person(self, part: Part) -> Entity:
        """Return the person of a full name."""
        key = (part.stem[0].lower(), part.stem[-1].lower(), part.suffix)
        entity = self._people.get(key)
        if entity is None:
            entity = self._people[key] = self._new_person(part, key)
        return entity

    def _new_person(self, part: Part, key: tuple[str, str, str]) -> Entity:
        best, places = part, []
        for name, other in self._holders(part.stem[-1]):
            if other.kind != PERSON or len(other.stem) < 2:
                continue
            if (other.stem[0].lower(), other.stem[-1].lower(), other.suffix) == key:
                places.append(name)
                if len(other.stem) > len(best.stem):
                    best = other
        entity = Entity(SourceKind.PERSON, self.text(best.first, best.last), best.stem, "-")
        entity.places = places
        entity.gender = self._gender(entity)
        return entity

    def _gender(self, entity: Entity) -> str:
        """Return the gender that titles or the given name tell."""
        lexicon, words = self.lexicon, self.words
        for name in self.names.by_word.get(entity.stem[-1], ()):
            part = self.part(name)
            if part.title < 0 or part.stem[-1] != entity.stem[-1]:
                continue
            if len(part.stem) > 1 and part.stem[0] != entity.stem[0]:
                continue
            for i in range(part.title, part.first):
                told = lexicon.gender.get(words.lowers[i])
                if told:
                    return told
        if len(entity.stem) > 1:
            return lexicon.given.get(entity.stem[0].lower(), "-")
        return "-"

    def _short(self, part: Part, at: int) -> Who:
        """Return who a single word means: a surname, a given name, or a name of its own."""
        word = part.stem[-1]
        levels: dict[Rule, dict[int, Entity]] = {}
        for _, other in self._holders(word):
            if other.kind != PERSON or len(other.stem) < 2:
                continue
            if part.suffix and other.suffix != part.suffix:
                continue
            entity = self._full(other).entity
            if entity is None:
                continue
            rule = (
                Rule.SURNAME
                if other.stem[-1] == word
                else Rule.GIVEN_NAME
                if other.stem[0] == word
                else Rule.INNER_NAME
            )
            levels.setdefault(rule, {}).setdefault(id(entity), entity)
        for rule in self._order(part):
            if rule in levels:
                return self._choose(list(levels[rule].values()), rule, part, at)
        return self._alone(part, at)

    def _order(self, part: Part) -> tuple[Rule, ...]:
        first = self.words.lowers[part.title] if part.title >= 0 else ""
        if first in {"sir", "dame"} or first in self.lexicon.regnal:
            return (Rule.GIVEN_NAME, Rule.SURNAME, Rule.INNER_NAME)
        return (Rule.SURNAME, Rule.GIVEN_NAME, Rule.INNER_NAME)

    def _choose(self, entities: list[Entity], rule: Rule, part: Part, at: int) -> Who:
        """Choose among namesakes: by honorific, then by who is named in full near by."""
        if len(entities) > 1 and part.title >= 0:
            told = self.lexicon.gender.get(self.words.lowers[part.title])
            agreeing = [e for e in entities if not told or e.gender in {told, "-"}]
            entities = agreeing or entities
        if len(entities) == 1:
            return Who(entities[0], rule)
        return Who(self.principal(entities, at), rule)

    def principal(self, entities: list[Entity], at: int) -> Entity | None:
        """Return the one of some namesakes that a bare surname at the word *at* means."""
        first = self.names.first

        def weight(entity: Entity) -> tuple[int, int]:
            return (len(entity.places), -first[entity.places[0]] if entity.places else 0)

        ranked = sorted(entities, key=weight, reverse=True)
        return ranked[0]

    def _alone(self, part: Part, at: int) -> Who:
        """Return who a single word means that is no part of a person's full name."""
        word = part.stem[-1]
        if part.kind == SINGLE:
            for _, other in self._holders(word):
                if other.kind == BODY and len(other.stem) > 1 and word in {
                    other.stem[0],
                    other.stem[-1],
                }:
                    return Who(self._other(other, SourceKind.ORGANISATION), Rule.SHORT_BODY)
        key = self.text(part.first, part.last).lower()
        entity = self._others.get(key)
        if entity is None:
            kind = self._kind_alone(part)
            entity = Entity(kind, self.text(part.first, part.last), part.stem, "-")
            entity.places = [n for n, p in self._holders(word) if p.stem == part.stem]
            entity.gender = self._gender(entity)
            if kind is SourceKind.PERSON and entity.gender == "-":
                entity.gender = self.lexicon.given.get(word.lower(), "-")
            self._others[key] = entity
        return Who(entity, Rule.AS_PRINTED)

    def _kind_alone(self, part: Part) -> SourceKind:
        """Whether a lone word is a person, by its titles, or else a body."""
        if part.kind == PERSON or self.words.tags[part.first] & t.GIVEN_NAME:
            return SourceKind.PERSON
        for _, other in self._holders(part.stem[-1]):
            if other.kind == PERSON and other.stem == part.stem:
                return SourceKind.PERSON
        return SourceKind.ORGANISATION

    def _body(self, part: Part, at: int) -> Who:
        """Return the body or place that a name means."""
        if part.kind == BODY and len(part.stem) == 1 and part.stem[0].isupper():
            full = self._acronym(part.stem[0])
            if full is not None:
                return Who(full, Rule.ACRONYM)
        if part.kind == BODY and len(part.stem) == 1:
            for _, other in self._holders(part.stem[0]):
                if other.kind == BODY and len(other.stem) > 1 and other.stem[-1] == part.stem[0]:
                    return Who(self._other(other, SourceKind.ORGANISATION), Rule.SHORT_BODY)
        return Who(self._other(part, SourceKind.ORGANISATION), Rule.AS_PRINTED)

    def _other(self, part: Part, kind: SourceKind) -> Entity:
        """Return the body of a full name."""
        text = self.text(part.first, part.last)
        key = text.lower()
        entity = self._others.get(key)
        if entity is None:
            entity = self._others[key] = Entity(kind, text, part.stem, "-")
            entity.places = [
                n for n, p in self._holders(part.stem[-1]) if p.stem == part.stem
            ]
        return entity

    def body(self, text: str) -> Entity:
        """Return the body known by *text*."""
        key = text.lower()
        entity = self._others.get(key)
        if entity is None:
            stem = tuple(w for w in text.split() if w[0].isupper())
            entity = self._others[key] = Entity(SourceKind.ORGANISATION, text, stem, "-")
        return entity

    def joint(self, text: str, kind: SourceKind) -> Entity:
        """Return those that are known together by *text*."""
        entity = self._others.get(text.lower())
        if entity is None:
            entity = self._others[text.lower()] = Entity(kind, text, plural=True)
        return entity

    def _acronym(self, word: str) -> Entity | None:
        """Return the body that the capitals *word* stand for."""
        words, names = self.words, self.names
        for name in names.by_word.get(word, ()):
            i = names.first[name]
            if names.last[name] == i and words.gaps[i].endswith("(") and words.gaps[i + 1][:1] == ")":
                first = self._spelled(word, i - 1)
                if first >= 0:
                    return self.body(self.text(first, i - 1))
                before = names.at(i - 1)
                if before >= 0:
                    return self._other(self.part(before), SourceKind.ORGANISATION)
        for name, (first, last) in enumerate(zip(names.first, names.last, strict=True)):
            if last - first + 1 >= len(word) > 2 and words.words[last][0] == word[-1]:
                start = self._spelled(word, last)
                if start >= first:
                    return self.body(self.text(start, last))
        return None

    def _spelled(self, word: str, last: int) -> int:
        """Return the first of the words up to *last* whose capitals spell *word*, or -1."""
        words, i = self.words, last
        for letter in reversed(word):
            while i > 0 and words.words[i][0] != letter and words.lowers[i] in _SMALL:
                i -= 1
            if i < 0 or words.words[i][0] != letter or (i < last and words.gaps[i + 1].strip(" ,-&")):
                return -1
            i -= 1
        return i + 1
