"""Bodies without a name at hand: who 'the Roe campaign', 'the ministry' and 'her party' mean."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags as t
from newsdoc.model import SourceKind
from newsdoc.parser.sources.entities import Entity, Who
from newsdoc.parser.sources.kinds import BODY, GROUP, PLACE, ROLE
from newsdoc.parser.sources.phrases import Phrase
from newsdoc.parser.sources.rules import Rule
from newsdoc.parser.sources.settler import Settler

_LOOKED_AT: Final = 60  # names that are compared with a phrase
# Classes of bodies that an adjective of nation or place tells apart from all others.
_UNIQUE: Final = frozenset(("government", "chamber", "force", "party"))


class BodyNouns(Settler):
    """Settles mentions whose head is a common noun for a body."""

    def settle(self, phrase: Phrase, noun: str) -> Who:
        """Return the body that 'the Roe campaign' or 'the ministry' means."""
        words = self.words
        opening = words.lowers[phrase.first]
        if opening not in self.lexicon.introducing and self.is_named(phrase, noun):
            first = phrase.first
            while first < phrase.head and words.tags[first] & t.DETERMINER:
                first += 1
            same = self.of_the_same_words(first, phrase.head)
            entity = same or self.roster.bodies.of(self.parts.text(first, phrase.head))
            self.called.nouns[noun] = entity
            return Who(entity, Rule.BODY_PHRASE)
        if words.tags[phrase.first] & t.POSSESSIVE:
            return self.owned(phrase, noun)
        if phrase.first == phrase.head and self.article.places.in_heading(phrase.head):
            named = self.bodies_with(noun, len(words))
            if len(named) == 1:
                return Who(named[0], Rule.FORETOLD)
        if opening in self.lexicon.definite and phrase.core == phrase.last:
            bare = phrase.head - phrase.first == 1
            known = self.known_body(phrase, noun, bare)
            if known is not None:
                self.called.nouns[noun] = known
                return Who(known, Rule.BODY_NOUN)
        return self.new_body(phrase, noun, opening in self.lexicon.introducing)

    def new_body(self, phrase: Phrase, noun: str, new: bool) -> Who:
        """Return the body without a name that was called so before, or a new one."""
        key = self.called.key(phrase)
        known = self.called.phrases.get(key)
        if known is not None and not new:
            return Who(known, Rule.SAME_WORDS)
        entity = Entity(SourceKind.ORGANISATION)
        self.called.phrases[key] = self.called.nouns[noun] = entity
        return Who(entity, Rule.UNNAMED)

    def owned(self, phrase: Phrase, noun: str) -> Who:
        """Return the body that 'her campaign' means: that of whom 'her' means."""
        first = phrase.first
        gender = self.lexicon.pronoun_gender.get(self.words.lowers[first])
        owner = self.antecedents.person(first, gender)[0] if gender else None
        if owner is None or not owner.stem:
            return self.new_body(phrase, noun, True)
        entity = self.roster.bodies.known(f"{owner.stem[-1]} {noun}")
        return Who(entity, Rule.BODY_NOUN if entity.name else Rule.UNNAMED)

    def is_named(self, phrase: Phrase, noun: str) -> bool:
        """Whether what stands before a noun makes it a name: 'the UN refugee agency'."""
        part = phrase.part
        if part is None:
            return False
        if part.kind in {GROUP, PLACE}:
            return self.lexicon.bodies.get(noun) in _UNIQUE
        return part.kind is not ROLE

    def of_the_same_words(self, first: int, last: int) -> Entity | None:
        """Return the 'Civil Aviation Board of Elmland' for 'Elmland's civil aviation board'."""
        words = self.words
        said = {
            words.lowers[i] for i in range(first, last + 1) if not words.tags[i] & t.CLITIC
        } - self.lexicon.linking
        for _, part in self.parts.holding(words.words[first])[:_LOOKED_AT]:
            if part.kind is BODY and said == {word.lower() for word in part.stem}:
                return self.roster.bodies.of_part(part)
        return None

    def known_body(self, phrase: Phrase, noun: str, bare: bool) -> Entity | None:
        """Return the latest body before a phrase whose name holds the *noun*, or its class.

        Where more than the article stands before the noun, it must be the only one.
        """
        if bare:
            return (
                self.called.nouns.get(noun)
                or self.same_class(noun)
                or self.latest_body(phrase, noun)
            )
        found = self.bodies_with(noun, phrase.first)
        return found[0] if len(found) == 1 else None

    def latest_body(self, phrase: Phrase, noun: str) -> Entity | None:
        """Return the latest body before a phrase whose name holds the *noun*."""
        found = self.bodies_with(noun, phrase.first)
        return found[-1] if found else None

    def bodies_with(self, noun: str, stop: int) -> list[Entity]:
        """Return the bodies before a word whose names hold the *noun*, in order."""
        found: dict[int, Entity] = {}
        for at in self.article.indexes(noun, stop):
            name = self.names.at(at)
            if name >= 0 and self.parts.of(name).kind is BODY:
                entity = self.roster.who(name).entity
                if entity is not None:
                    found.pop(id(entity), None)
                    found[id(entity)] = entity
        return list(found.values())

    def same_class(self, noun: str) -> Entity | None:
        """Return the body credited lately whose name tells the class of the *noun*."""
        wanted = self.lexicon.bodies.get(noun)
        for _, entity in reversed(self.antecedents.said[-3:]):
            if entity.kind is not SourceKind.ORGANISATION or not entity.name or entity.plural:
                continue
            if entity.stem[-1].lower() in self.lexicon.places:
                continue
            classes = {self.lexicon.bodies.get(word.lower()) for word in entity.stem} - {None}
            lone = len(entity.stem) == 1 and not entity.name.isupper()
            if wanted in classes or (not classes and lone and wanted == "company"):
                return entity
        return None
