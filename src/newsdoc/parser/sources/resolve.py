"""Who each mention means: the mentions in order, each by its kind of phrase."""

from __future__ import annotations

from typing import Final, NamedTuple

from newsdoc.lexicon import tags as t
from newsdoc.lexicon.names import NameWords
from newsdoc.model import SourceKind, fold
from newsdoc.parser.drafts import MentionDraft
from newsdoc.parser.sources.names import Names
from newsdoc.parser.sources.people import BODY, PERSON, PLACE, SINGLE, Entity, Part, Roster
from newsdoc.parser.sources.phrases import NAME, PRONOUN, Phrase, PhraseReader, singular
from newsdoc.parser.sources.pronouns import GENDER, Antecedents, Places
from newsdoc.parser.sources.rules import Rule
from newsdoc.parser.sources.titles import Titles
from newsdoc.parser.words import Words

_PLURAL: Final = frozenset(("they", "them", "their", "both", "those", "these", "themselves"))
_THING: Final = frozenset(("it", "its", "itself"))
_RELATIVE: Final = frozenset(("who", "which", "that", "whom", "whose"))
_DEFINITE: Final = frozenset(("the", "this", "that", "these", "those", "his", "her", "its", "their"))
_VAGUE: Final = frozenset(("a", "an", "another", "one", "two", "three", "four", "five", "several"))


class Meant(NamedTuple):
    """Who a mention means, and the rule that settled it."""

    entity: Entity
    rule: Rule


class Resolver:
    """Settles the mentions of an article, in order."""

    def __init__(
        self, words: Words, lexicon: NameWords, names: Names, roster: Roster, places: Places
    ) -> None:
        self.words = words
        self.lexicon = lexicon
        self.names = names
        self.roster = roster
        self.reader = PhraseReader(words, lexicon, names, roster)
        self.titles = Titles(words, lexicon, names, roster)
        self.antecedents = Antecedents(words, names, roster, places)
        self.phrases: dict[str, Entity] = {}
        self.nouns: dict[str, Entity] = {}

    def settle(self, draft: MentionDraft) -> Meant:
        """Return who a mention means."""
        phrase = self.reader.read(draft)
        if phrase is None:
            return self.unnamed("")
        if phrase.kind is PRONOUN:
            meant = self.pronoun(phrase)
        elif phrase.kind is NAME:
            meant = self.name(phrase)
        else:
            meant = self.noun(phrase)
        self.antecedents.said.append((phrase.head, meant.entity))
        return meant

    # --- names ---

    def name(self, phrase: Phrase) -> Meant:
        part = phrase.part
        assert part is not None
        if phrase.joined:
            return self.joint(phrase)
        if part.kind in {BODY, PLACE}:
            return self.body(phrase, part)
        entity, rule = self.roster.meant(part, part.first)
        if entity is None:
            return Meant(Entity(SourceKind.PERSON), Rule.AMBIGUOUS)
        return Meant(entity, Rule.APPOSITION if phrase.apposed else rule)

    def joint(self, phrase: Phrase) -> Meant:
        """Return the people that 'and' joins, as one source."""
        assert phrase.part is not None
        names = []
        for part in (phrase.part, *phrase.joined):
            entity = self.roster.meant(part, part.first).entity
            names.append((entity and entity.name) or self.roster.text(part.first, part.last))
        kind = SourceKind.PERSON if phrase.part.kind in {PERSON, SINGLE} else SourceKind.ORGANISATION
        entity = self.roster.joint(" and ".join(names), kind)
        return Meant(entity, Rule.JOINT)

    def body(self, phrase: Phrase, part: Part) -> Meant:
        """Return the body that a name means, with the place that owns it."""
        words = self.words
        first = part.first
        if first - 2 >= phrase.first and words.tags[first - 1] & t.CLITIC:
            owner = self.reader.part_at(first - 2, phrase.first)
            if owner.kind == PLACE:
                return Meant(
                    self.roster.body(self.roster.text(owner.first, part.last)), Rule.AS_PRINTED
                )
        entity, rule = self.roster.meant(part, first)
        assert entity is not None
        return Meant(entity, rule)

    # --- pronouns ---

    def pronoun(self, phrase: Phrase) -> Meant:
        word = self.words.lowers[phrase.head]
        gender = GENDER.get(word)
        found: Entity | None = None
        if gender:
            found, tie = self.antecedents.person(phrase.head, gender)
            if tie:
                return Meant(Entity(SourceKind.PERSON), Rule.AMBIGUOUS)
            if found is not None and found.gender == "-":
                found.gender = gender
        elif word in _RELATIVE and phrase.head > 0:
            return self.relative(phrase)
        elif word in _THING:
            found = self.antecedents.thing(phrase.head)
        elif word in _PLURAL:
            found = self.antecedents.several(phrase.head)
        if found is not None:
            return Meant(found, Rule.PRONOUN)
        return self.unnamed(word, word in _PLURAL)

    def relative(self, phrase: Phrase) -> Meant:
        """Return who 'who' and 'which' mean: what stands before them."""
        words = self.words
        last = phrase.head - 1
        name = self.names.at(last)
        if name < 0 and words.gaps[phrase.head].startswith(",") and words.lowers[phrase.head] == "who":
            least = self.antecedents.places.sentence(phrase.head)
            for other in range(self.names.before(phrase.head) - 1, -1, -1):
                if self.antecedents.places.sentence(self.names.first[other]) != least:
                    break
                after = self.names.last[other] + 1
                if self.roster.part(other).kind == PERSON and words.gaps[after].startswith(","):
                    name = other
                    break
        if name >= 0:
            part = self.roster.part(name)
            entity = self.roster.meant(part, part.first).entity
            if entity is not None:
                return Meant(entity, Rule.RELATIVE)
        first = last
        while first > 0 and last - first < 4 and not words.tags[first] & t.DETERMINER and words.gaps[first] == " ":
            first -= 1
        if not words.tags[first] & t.DETERMINER:
            first = last
        return self.noun(self.reader.noun(first, phrase.head, phrase.head, last))

    # --- common nouns ---

    def noun(self, phrase: Phrase) -> Meant:
        words, tags = self.words, self.words.tags
        head = phrase.head
        lower = words.lowers[head]
        one = singular(lower)
        opening = words.lowers[phrase.first]
        definite = opening in _DEFINITE or phrase.part is not None
        plural = one != lower or lower in {"people", "police", "men", "women"}
        if one in self.lexicon.documents:
            return self.document(phrase, one, opening)
        if tags[head] & t.BODY and not plural:
            return self.body_noun(phrase, lower, definite)
        if not plural and opening in _DEFINITE:
            entity = self.role(phrase, lower)
            if entity is not None:
                return Meant(entity, Rule.ROLE)
        return self.unnamed(self.key(phrase), plural, lower, opening in _VAGUE)

    def key(self, phrase: Phrase) -> str:
        words = self.words
        first = phrase.first
        if first < phrase.head and words.lowers[first] in {"the", "a", "an"}:
            first += 1
        return fold(words.text[words.starts[first] : words.end(phrase.last - 1)]).lower()

    def document(self, phrase: Phrase, noun: str, opening: str) -> Meant:
        """Return the document of a phrase: the one that was named before, or a new one."""
        key = self.key(phrase)
        known = self.phrases.get(key)
        if known is None and opening in _DEFINITE and phrase.head - phrase.first == 1:
            known = self.nouns.get(noun)
        if known is not None and opening not in {"a", "an", "another"}:
            return Meant(known, Rule.SAME_WORDS)
        entity = Entity(SourceKind.DOCUMENT)
        self.phrases[key] = self.nouns[noun] = entity
        return Meant(entity, Rule.DOCUMENT)

    def body_noun(self, phrase: Phrase, noun: str, definite: bool) -> Meant:
        """Return the body that 'the Roe campaign' or 'the ministry' means."""
        words = self.words
        if phrase.part is not None and words.lowers[phrase.first] not in {"a", "an", "another", "one"}:
            first = phrase.first
            while first < phrase.head and (
                words.tags[first] & t.DETERMINER or words.lowers[first] in {"all", "both"}
            ):
                first += 1
            entity = self.roster.body(self.roster.text(first, phrase.head))
            self.nouns[noun] = entity
            return Meant(entity, Rule.BODY_PHRASE)
        if words.lowers[phrase.first] in _DEFINITE:
            known = self.nouns.get(noun) or self.named_body(phrase.first, noun)
            if known is not None:
                return Meant(known, Rule.BODY_NOUN)
        key = self.key(phrase)
        known = self.phrases.get(key)
        if known is not None and words.lowers[phrase.first] not in {"a", "an", "another"}:
            return Meant(known, Rule.SAME_WORDS)
        entity = Entity(SourceKind.ORGANISATION)
        self.phrases[key] = self.nouns[noun] = entity
        return Meant(entity, Rule.UNNAMED)

    def named_body(self, before: int, noun: str) -> Entity | None:
        """Return the latest body before a word whose name holds the *noun*."""
        names, words = self.names, self.words
        kind = self.lexicon.bodies.get(noun)
        stop = names.before(before)
        for name in range(stop - 1, -1, -1):
            last = names.last[name]
            first = names.first[name]
            if noun in words.lowers[first : last + 1] and self.roster.part(name).kind == BODY:
                return self.roster.who(name).entity
        for _, entity in reversed(self.antecedents.said[-6:]):
            if entity.kind is SourceKind.ORGANISATION and entity.name and entity.stem:
                classes = {self.lexicon.bodies.get(w.lower()) for w in entity.stem} - {None}
                if (classes and kind in classes) or (not classes and kind in {"company", "group"}):
                    return entity
        return None

    def role(self, phrase: Phrase, noun: str) -> Entity | None:
        """Return the person before the phrase whose title holds the *noun*."""
        names = self.names
        stop = names.before(phrase.first)
        for name in range(stop - 1, -1, -1):
            part = self.roster.part(name)
            if part.kind not in {PERSON, SINGLE}:
                continue
            entity = self.roster.who(name).entity
            if (
                entity is not None
                and entity.kind is SourceKind.PERSON
                and noun in self.titles.roles(entity)
            ):
                return entity
        return None

    def unnamed(
        self, key: str, plural: bool = False, noun: str = "", new: bool = False
    ) -> Meant:
        """Return the unnamed speaker of a phrase."""
        known = self.phrases.get(key)
        if known is None and noun and not new and not plural:
            known = self.nouns.get(noun)
        if known is not None and not new:
            return Meant(known, Rule.SAME_WORDS)
        gender = self.lexicon.gender.get(noun, "-")
        entity = Entity(SourceKind.UNNAMED, gender=gender, plural=plural)
        self.phrases[key] = entity
        if noun:
            self.nouns[noun] = entity
        return Meant(entity, Rule.UNNAMED)
