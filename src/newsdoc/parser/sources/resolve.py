"""Who each mention means: the mentions in order, each by its kind of phrase."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags as t
from newsdoc.lexicon.names import NameWords
from newsdoc.model import SourceKind
from newsdoc.parser.drafts import MentionDraft
from newsdoc.parser.sources.names import Names
from newsdoc.parser.sources.nouns import Nouns
from newsdoc.parser.sources.parts import BODY, GROUP, PERSON, PLACE, ROLE, SINGLE, Part
from newsdoc.parser.sources.people import Entity, Roster, Who
from newsdoc.parser.sources.phrases import NAME, PRONOUN, Phrase, PhraseReader
from newsdoc.parser.sources.pronouns import GENDER, Antecedents, Places
from newsdoc.parser.sources.rules import Rule
from newsdoc.parser.sources.titles import Titles
from newsdoc.parser.words import Words

_PLURAL: Final = frozenset(("they", "them", "their", "both", "those", "these", "themselves"))
_BACK: Final = 4  # words from a noun back to its article
_NAMES: Final = 12  # names of a sentence that may have an apposition before 'who'
_THING: Final = frozenset(("it", "its", "itself"))
_RELATIVE: Final = frozenset(("who", "which", "that", "whom", "whose"))


class Resolver:
    """Settles the mentions of an article, in order."""

    def __init__(
        self,
        words: Words,
        lexicon: NameWords,
        names: Names,
        roster: Roster,
        places: Places,
        drafts: list[MentionDraft],
    ) -> None:
        self.words = words
        self.names = names
        self.roster = roster
        self.reader = PhraseReader(words, lexicon, names, roster.parts)
        self.titles = Titles(words, lexicon, names, roster)
        self.antecedents = Antecedents(words, names, roster, places)
        # Words that stand in longer names: who they mean alone does not hang on the place.
        self.known: dict[str, tuple[Entity, Rule]] = {}
        self.nouns = Nouns(words, lexicon, names, roster, self.titles, self.antecedents, drafts)

    def settle(self, draft: MentionDraft) -> tuple[Entity, Rule]:
        """Return who a mention means, and the rule that settled it."""
        text = self.words.text[draft.start : draft.end]
        known = self.known.get(text)
        if known is not None:
            self.antecedents.said.append((self.words.after(draft.start), known[0]))
            return known
        phrase = self.reader.read(draft)
        who = self.who(phrase)
        if who.entity is None:
            return Entity(SourceKind.PERSON), Rule.AMBIGUOUS
        if phrase is not None:
            self.antecedents.said.append((phrase.head, who.entity))
            if phrase.kind is NAME:
                who.entity.sure = True
                if text in self.names.holding and not self.roster.is_shared(text):
                    self.known[text] = who.entity, who.rule
        return who.entity, who.rule

    def who(self, phrase: Phrase | None) -> Who:
        """Return who a phrase means."""
        if phrase is None:
            return self.nouns.unnamed("")
        if phrase.part is not None and phrase.kind is NAME:
            return self.name(phrase, phrase.part)
        return self.pronoun(phrase) if phrase.kind is PRONOUN else self.nouns.settle(phrase)

    # --- names ---

    def name(self, phrase: Phrase, part: Part) -> Who:
        """Return who a name means."""
        if phrase.joined:
            return self.joint((part, *phrase.joined))
        if part.kind in {BODY, PLACE}:
            return self.body(phrase, part)
        who = self.roster.meant(part)
        if who.entity is None and part.title >= 0:
            who = self.titled(part)
        if who.rule is Rule.AS_PRINTED and part.kind is SINGLE and self.has_role(part):
            self.roster.make_person(who)
        if who.entity is not None and part.first > phrase.first and part.title < 0:
            head = phrase.head if phrase.apposed else part.first - 1
            self.titles.note(who.entity, phrase.first, part.first, head)
        return Who(who.entity, Rule.APPOSITION) if phrase.apposed else who

    def has_role(self, part: Part) -> bool:
        """Whether a person's role stands behind a name: 'Roe, a teacher'."""
        span = self.titles.behind(part)
        if span is None:
            return False
        words = self.words.lowers[span[0] : span[1] + 1]
        return self.roster.lexicon.corporate.isdisjoint(words)

    def titled(self, part: Part) -> Who:
        """Return the one namesake who has the title that stands before the surname."""
        short = self.roster.lexicon.short
        said = {short.get(word, word) for word in self.words.lowers[part.title : part.first]}
        bearers = self.roster.bearers(part.stem[-1]).get(Rule.SURNAME, [])
        found = [entity for entity in bearers if said & self.titles.roles(entity)]
        return Who(found[0] if len(found) == 1 else None, Rule.SURNAME)

    def joint(self, parts: tuple[Part, ...]) -> Who:
        """Return the people that 'and' joins, as one source."""
        names, kinds = [], []
        for part in parts:
            entity = self.roster.meant(part).entity
            names.append((entity and entity.name) or self.roster.parts.text(part.first, part.last))
            kinds.append(entity.kind if entity else SourceKind.PERSON)
        return Who(self.roster.joint(" and ".join(names), kinds[0]), Rule.JOINT)

    def body(self, phrase: Phrase, part: Part) -> Who:
        """Return the body that a name means, with the place that owns it."""
        owner = self.roster.owner(part)
        if owner is not None and owner.first >= phrase.first:
            text = self.roster.parts.text(owner.first, part.last)
            return Who(self.roster.body(text), Rule.AS_PRINTED)
        return self.roster.meant(part)

    # --- pronouns ---

    def pronoun(self, phrase: Phrase) -> Who:
        """Return who a pronoun means."""
        head = phrase.head
        word = self.words.lowers[head]
        gender = GENDER.get(word)
        found: Entity | None = None
        if gender:
            found, tie = self.antecedents.person(head, gender)
            if tie:
                return Who(None, Rule.AMBIGUOUS)
            if found is not None and found.gender == "-":
                found.gender = gender
        elif word in _RELATIVE and head > 0:
            return self.relative(head)
        elif word in _THING:
            found = self.antecedents.thing(head)
        elif word in _PLURAL:
            found = self.antecedents.thing(head, True)
        if found is not None:
            return Who(found, Rule.PRONOUN)
        return self.nouns.unnamed(word, word in _PLURAL)

    def relative(self, head: int) -> Who:
        """Return who 'who' and 'which' mean: what stands before them."""
        words, last = self.words, head - 1
        name = self.names.at(last)
        if words.gaps[head].startswith(",") and words.lowers[head] == "who":
            name = self.apposed(head, name)
        elif name > 0 and self.is_where(name):
            name -= 1
        if name >= 0 and self.roster.parts.of(name).kind not in {GROUP, ROLE}:
            entity = self.roster.who(name).entity
            if entity is not None:
                return Who(entity, Rule.RELATIVE)
        first = last
        while first > 0 and last - first < _BACK and words.gaps[first] == " ":
            if words.tags[first] & t.DETERMINER:
                break
            first -= 1
        if not words.tags[first] & t.DETERMINER:
            first = last
        return self.nouns.settle(self.reader.noun(first, head, head, last))

    def is_where(self, name: int) -> bool:
        """Whether a place only tells where the body before it is: 'the Roe Group in Ohio'."""
        words, names = self.words, self.names
        first = names.first[name]
        return (
            self.roster.parts.kind(name) is PLACE
            and names.last[name - 1] == first - 2
            and words.lowers[first - 1] in {"in", "of", "at"}
            and self.roster.parts.kind(name - 1) is BODY
        )

    def apposed(self, head: int, nearest: int) -> int:
        """Return the person whose apposition ends before ', who', or else the *nearest* name."""
        names = self.names
        least = self.antecedents.places.opening(head)
        stop = names.before(head)
        for name in range(stop - 1, max(-1, stop - 1 - _NAMES), -1):
            if names.first[name] < least:
                break
            part = self.roster.parts.of(name)
            if part.kind is PERSON:
                span = self.titles.behind(part)
                if span is not None and span[1] == head - 1:
                    return name
        return nearest
