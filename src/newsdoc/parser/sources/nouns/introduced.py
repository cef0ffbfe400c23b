"""Whoever is introduced behind a phrase that leaves its speaker unnamed: 'an expert said'."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags as t
from newsdoc.parser.sources.entities import Entity
from newsdoc.parser.sources.names.kinds import PERSON
from newsdoc.parser.sources.nouns.called import Settler
from newsdoc.parser.sources.phrases import Phrase

_OPENING: Final = 4  # words of a title before the name that opens a sentence


class Introduced(Settler):
    """Finds who is named for the first time right behind a mention without a name."""

    def behind(self, phrase: Phrase, noun: str) -> Entity | None:
        """Return who is introduced behind a phrase, or None.

        A person named in full for the first time, at the head of the next
        paragraph, without a title, was introduced before: 'a witness said. Jane
        Roe saw …'. With a title it must be of the same role, or the phrase in
        general ('an expert'), in a headline or a lead.
        """
        head, lexicon = phrase.head, self.lexicon
        general = noun in lexicon.general
        if not general and not self.words.tags[head] & t.TITLE:
            return None
        if self.words.lowers[phrase.first] not in {"a", "an"}:
            return None
        places = self.places
        lead = places.in_heading(head) or places.is_lead(head)
        if lead:
            head = self.last_of_lead(head, noun)
        name = self.opening_name(places.next(head))
        if name < 0 or places.block(self.names.first[name]) - places.block(head) > 1:
            return None
        entity = self.roster.who(name).entity
        if entity is None or entity.places[:1] != [name] or not self.is_credited(entity):
            return None
        if not entity.fits(lexicon.gender.get(noun, "-")):
            return None
        roles = self.titles.roles(entity)
        apart = places.block(self.names.first[name]) != places.block(head)
        employed = self.words.lowers[phrase.core : phrase.core + 1] == ["for"]
        plain = not roles and apart and not employed  # 'a spokesman for the board'
        same = plain or noun in roles or (general and lead)
        return entity if same else None

    def last_of_lead(self, head: int, noun: str) -> int:
        """Return where the noun of the word *head* stands last in the headings and the lead."""
        places = self.places
        for at in self.article.indexes(noun, len(self.words)):
            if at > head and self.is_one(at):
                if not places.in_heading(at):
                    return at if places.is_lead(at) else head
                head = at
        return head

    def is_one(self, head: int) -> bool:
        """Whether 'a' or 'an' stands before the noun at the word *head*."""
        return not {"a", "an"}.isdisjoint(self.words.lowers[max(0, head - 3) : head])

    def opening_name(self, start: int) -> int:
        """Return the full name that opens the sentence at the word *start*, or -1."""
        words, names = self.words, self.names
        for name in range(names.before(start), len(names.first)) if start >= 0 else ():
            part = self.parts.of(name)
            before = range(start, part.first)
            if len(before) > _OPENING:
                break
            if part.kind is PERSON and len(part.stem) > 1:
                plain = all(
                    words.gaps[i + 1] in {" ", ". "} and words.lowers[i] not in {"a", "an"}
                    for i in before
                )
                return name if plain else -1
        return -1

    def is_credited(self, entity: Entity) -> bool:
        """Whether a mention holds the surname of a person."""
        surname, text = entity.stem[-1], self.words.text
        return any(surname in text[draft.start : draft.end] for draft in self.called.drafts)
