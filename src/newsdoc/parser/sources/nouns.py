"""Common nouns: who 'the senator', 'a spokesman', 'the Roe campaign' and 'the report' mean."""

from __future__ import annotations

from bisect import bisect_left
from contextlib import suppress
from typing import Final

from newsdoc.lexicon import tags as t
from newsdoc.lexicon.names import NameWords
from newsdoc.model import SourceKind, fold
from newsdoc.parser.drafts import MentionDraft
from newsdoc.parser.sources.names import Names
from newsdoc.parser.sources.parts import APOSTROPHES, BODY, GROUP, PERSON, PLACE, ROLE, SINGLE
from newsdoc.parser.sources.people import Entity, Roster, Who
from newsdoc.parser.sources.phrases import Phrase, singular
from newsdoc.parser.sources.pronouns import GENDER, Antecedents, fits
from newsdoc.parser.sources.rules import Rule
from newsdoc.parser.sources.titles import Titles
from newsdoc.parser.words import Words

DEFINITE: Final = frozenset(
    ("the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my")
)
_NEW: Final = frozenset(
    ("a", "an", "another", "one", "two", "three", "four", "five", "several", "other")
)
_PLURAL: Final = frozenset(("people", "police", "men", "women", "media", "staff", "children"))
_BY: Final = frozenset(("in", "on", "via"))
_FORMER: Final = frozenset(("former", "ex", "onetime", "then"))
# Bodies that an adjective of nation or place tells apart from all others.
_UNIQUE: Final = frozenset(("government", "chamber", "force", "party"))
# What makes a phrase tell of somebody new, or of one among others.
_APART: Final = frozenset(
    ("only", "first", "second", "third", "last", "latest", "next", "other", "same", "most", "best")
)
_SALIENT: Final = 5.0  # how well somebody must stand out to be meant by 'the businessman'
_MARGIN: Final = 2.0  # … and by how much more than the next
_MANY: Final = 60  # places of a word that are looked at
_FAR_MADE: Final = 10  # words from a document to the verb that tells who made it
_OPENING: Final = 4  # words of a title before the name that opens a sentence
_MEMORY: Final = 400  # words in which 'a judge' makes 'the judge' somebody else


class Nouns:
    """Settles mentions whose head is a common noun."""

    def __init__(
        self,
        words: Words,
        lexicon: NameWords,
        names: Names,
        roster: Roster,
        titles: Titles,
        antecedents: Antecedents,
        drafts: list[MentionDraft],
    ) -> None:
        self.words = words
        self.lexicon = lexicon
        self.names = names
        self.roster = roster
        self.titles = titles
        self.antecedents = antecedents
        self.drafts = drafts
        self._phrases: dict[str, Entity] = {}
        self._nouns: dict[str, Entity] = {}
        self._places: dict[str, list[int]] = {}
        self._makers: dict[str, Entity | None] = {}

    def settle(self, phrase: Phrase) -> Who:
        """Return who a phrase means."""
        words, head = self.words, phrase.head
        noun = words.lowers[head]
        one = singular(noun)
        if one in self.lexicon.documents:
            return self.document(phrase, one)
        plural = one != noun or noun in _PLURAL
        if words.tags[head] & t.BODY and not plural:
            return self.body(phrase, noun)
        if not plural:
            who = self.person(phrase, noun)
            if who is not None:
                return who
        new = words.lowers[phrase.first] in _NEW
        return self.unnamed(self.key(phrase), plural, noun, new)

    def key(self, phrase: Phrase) -> str:
        """Return the words of a phrase without its article, to know it again."""
        words, first = self.words, phrase.first
        if first < phrase.head and words.lowers[first] in {"the", "a", "an"}:
            first += 1
        return fold(words.text[words.starts[first] : words.end(phrase.last - 1)]).lower()

    def unnamed(self, key: str, plural: bool = False, noun: str = "", new: bool = False) -> Who:
        """Return the unnamed speaker of a phrase: the one of before, or a new one."""
        known = self._phrases.get(key)
        if known is None and noun and not plural:
            known = self._nouns.get(noun)
        if known is not None and not new:
            return Who(known, Rule.SAME_WORDS)
        gender = self.lexicon.gender.get(noun, "-")
        entity = Entity(SourceKind.UNNAMED, gender=gender, plural=plural)
        self._phrases[key] = entity
        if noun:
            self._nouns[noun] = entity
        return Who(entity, Rule.UNNAMED)

    # --- documents ---

    def document(self, phrase: Phrase, noun: str) -> Who:
        """Return the document of a phrase, or its owner where it speaks for one."""
        opening = self.words.lowers[phrase.first]
        bare = opening in DEFINITE and phrase.head - phrase.first == 1
        told = self.words.gaps[phrase.head + 1].startswith(",")  # 'the lawsuit, filed by …'
        singly = self.words.lowers[phrase.head] == noun
        if noun in self.lexicon.voices:
            owner = self.owner(phrase) or (self.maker(phrase.head) if singly else None)
            if owner is None and singly and self.is_plain(phrase):
                owner = self.only_maker(noun)
            if owner is None and bare and singly and not told and noun not in self._nouns:
                owner = self.author(phrase, noun) if noun in self.lexicon.authored else None
            if owner is not None:
                self._nouns[noun] = owner
                return Who(owner, Rule.OWNER)
        key = self.key(phrase)
        known = self._phrases.get(key)
        if known is None and bare:
            known = self._nouns.get(noun)
        if known is not None and opening not in _NEW:
            return Who(known, Rule.SAME_WORDS)
        entity = Entity(SourceKind.DOCUMENT)
        self._phrases[key] = self._nouns[noun] = entity
        return Who(entity, Rule.DOCUMENT)

    def is_plain(self, phrase: Phrase) -> bool:
        """Whether a noun stands with no more than an article, 'new' and the like."""
        if phrase.first == phrase.head:
            return self.antecedents.places.in_heading(phrase.head)  # not 'research' in general
        between = self.words.lowers[phrase.first + 1 : phrase.head]
        return self.lexicon.latest.issuperset(between)

    def maker(self, head: int) -> Entity | None:
        """Return who made the document at the word *head*: 'a report by the Roe Institute'."""
        words = self.words
        at = self.making(head) + 1
        if at + 2 > len(words) or words.lowers[at] not in {"by", "from"} or words.gaps[at] != " ":
            return None
        at += 2 if words.lowers[at + 1] in {"the", "a"} and at + 2 < len(words) else 1
        name = self.names.at(at)
        if name < 0 or words.gaps[at] != " ":
            return None
        part = self.roster.parts.of(name)
        after = self.names.last[name] + 1
        if part.kind not in {PERSON, BODY, SINGLE} or (
            after < len(words) and words.gaps[after] in APOSTROPHES
        ):
            return None
        maker = self.roster.who(name).entity
        other = self.names.at(after + 1) if after + 1 < len(words) else -1
        if maker is None or other < 0 or words.lowers[after] != "and":
            return maker
        joined = self.roster.who(other).entity
        if maker.name is None or joined is None or joined.name is None:
            return maker
        return self.roster.joint(f"{maker.name} and {joined.name}", maker.kind)

    def making(self, head: int) -> int:
        """Return the word before 'by': the noun, or 'conducted' in 'a poll of 900, conducted'."""
        lowers, gaps, makes = self.words.lowers, self.words.gaps, self.lexicon.making_verbs
        if lowers[head + 1 : head + 2] in (["by"], ["from"]):
            return head
        for i in range(head + 1, min(len(lowers), head + _FAR_MADE)):
            if lowers[i] in makes:
                return i
            if gaps[i] not in {" ", "-", ", ", ","}:
                break
        return head

    def only_maker(self, noun: str) -> Entity | None:
        """Return who made the *noun*, where the article names one maker alone."""
        if noun not in self._makers:
            makers = {}
            for at in self.indexes(noun, len(self.words)):
                maker = self.maker(at)
                if maker is not None:
                    makers[id(maker)] = maker
            self._makers[noun] = next(iter(makers.values())) if len(makers) == 1 else None
        return self._makers[noun]

    def author(self, phrase: Phrase, noun: str) -> Entity | None:
        """Return whose document 'the statement' is: who 'said in a statement' just before.

        Where the noun stands nowhere before, it is that of whoever was credited last.
        """
        lowers, said = self.words.lowers, self.antecedents.said
        places = self.antecedents.places
        stop = phrase.first
        at = max(self.indexes(noun, stop), default=-1)
        if at >= 0:
            maker = self.maker(at)
            if maker is not None:
                return maker
        if not said or lowers[phrase.first] != "the":
            return None
        for word, entity in reversed(said[-4:]):
            if entity.kind not in {SourceKind.PERSON, SourceKind.ORGANISATION} or not entity.name:
                continue
            inside = not _BY.isdisjoint(lowers[max(0, at - 3) : max(0, at)])
            if inside and places.sentence(word) == places.sentence(at):
                return entity
            if at < 0 and places.block(stop) - places.block(word) <= 1:
                return entity
        return None

    def owner(self, phrase: Phrase) -> Entity | None:
        """Return the owner that 'Roe's' or 'his' before the head names, or None."""
        words, part = self.words, phrase.part
        gender = GENDER.get(words.lowers[phrase.first])
        if gender and words.tags[phrase.first] & t.POSSESSIVE:
            return self.antecedents.person(phrase.first, gender)[0]
        if part is None or part.kind in {ROLE, GROUP}:
            return None
        after = part.last + 1
        if after < phrase.head and words.gaps[after] in APOSTROPHES:
            return self.roster.meant(part).entity
        return None

    # --- bodies ---

    def body(self, phrase: Phrase, noun: str) -> Who:
        """Return the body that 'the Roe campaign' or 'the ministry' means."""
        words = self.words
        opening = words.lowers[phrase.first]
        if opening not in _NEW and self.is_named(phrase, noun):
            first = phrase.first
            while first < phrase.head and words.tags[first] & t.DETERMINER:
                first += 1
            entity = self.roster.body(self.roster.parts.text(first, phrase.head))
            self._nouns[noun] = entity
            return Who(entity, Rule.BODY_PHRASE)
        if words.tags[phrase.first] & t.POSSESSIVE:
            return self.owned(phrase, noun)
        if opening in DEFINITE and phrase.core == phrase.last:
            bare = phrase.head - phrase.first == 1
            known = self.known_body(phrase, noun, bare)
            if known is not None:
                self._nouns[noun] = known
                return Who(known, Rule.BODY_NOUN)
        return self.new_body(phrase, noun, opening in _NEW)

    def new_body(self, phrase: Phrase, noun: str, new: bool) -> Who:
        """Return the body without a name that was called so before, or a new one."""
        key = self.key(phrase)
        known = self._phrases.get(key)
        if known is not None and not new:
            return Who(known, Rule.SAME_WORDS)
        entity = Entity(SourceKind.ORGANISATION)
        self._phrases[key] = self._nouns[noun] = entity
        return Who(entity, Rule.UNNAMED)

    def owned(self, phrase: Phrase, noun: str) -> Who:
        """Return the body that 'her campaign' means: that of whom 'her' means."""
        first = phrase.first
        gender = GENDER.get(self.words.lowers[first])
        owner = self.antecedents.person(first, gender)[0] if gender else None
        if owner is None or not owner.stem:
            return self.new_body(phrase, noun, True)
        entity = self.roster.known(f"{owner.stem[-1]} {noun}")
        return Who(entity, Rule.BODY_NOUN if entity.name else Rule.UNNAMED)

    def is_named(self, phrase: Phrase, noun: str) -> bool:
        """Whether what stands before a noun makes it a name: 'the UN refugee agency'."""
        part = phrase.part
        if part is None:
            return False
        if part.kind in {GROUP, PLACE}:
            return self.lexicon.bodies.get(noun) in _UNIQUE
        return part.kind is not ROLE

    def known_body(self, phrase: Phrase, noun: str, bare: bool) -> Entity | None:
        """Return the latest body before a phrase whose name holds the *noun*, or its class.

        Where more than the article stands before the noun, it must be the only one.
        """
        if bare:
            return self._nouns.get(noun) or self.same_class(noun) or self.latest_body(phrase, noun)
        found = self.bodies_with(noun, phrase.first)
        return found[0] if len(found) == 1 else None

    def latest_body(self, phrase: Phrase, noun: str) -> Entity | None:
        """Return the latest body before a phrase whose name holds the *noun*."""
        found = self.bodies_with(noun, phrase.first)
        return found[-1] if found else None

    def bodies_with(self, noun: str, stop: int) -> list[Entity]:
        """Return the bodies before a word whose names hold the *noun*, in order."""
        found: dict[int, Entity] = {}
        for at in self.indexes(noun, stop):
            name = self.names.at(at)
            if name >= 0 and self.roster.parts.of(name).kind is BODY:
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

    # --- people ---

    def person(self, phrase: Phrase, noun: str) -> Who | None:
        """Return the named person that a role means, or None."""
        opening = self.words.lowers[phrase.first]
        if opening in DEFINITE:
            entity, rule = self.definite(phrase, noun, opening), Rule.ROLE
        elif phrase.part is not None and noun in self.lexicon.kin:
            entity, rule = self.relation(phrase, noun), Rule.KIN
        else:
            entity, rule = self.foretold(phrase, noun), Rule.ROLE
            if entity is None:
                entity, rule = self.named_next(phrase, noun), Rule.FORETOLD
        return None if entity is None else Who(entity, rule)

    def definite(self, phrase: Phrase, noun: str, opening: str) -> Entity | None:
        """Return the named person that a role with 'the' or 'her' means, or None."""
        words, head = self.words, phrase.head
        if noun == "old" and words.lowers[head - 2 : head] and words.lowers[head - 1] == "year":
            return self.of_age(phrase) or self.salient(phrase, "-")
        entity = self.of_role(phrase, noun)
        if entity is not None or opening != "the" or noun in self._nouns:
            return entity
        if not words.tags[head] & t.TITLE and noun not in self.lexicon.allegiances:
            return None
        if not self.may_be_salient(phrase):
            return None
        if self.was_another(phrase, noun):
            return None
        return self.salient(phrase, self.lexicon.gender.get(noun, "-"))

    def relation(self, phrase: Phrase, noun: str) -> Entity | None:
        """Return the one other person of the surname, of the right gender: 'Jane Roe's father'."""
        owner, gender = self.owner(phrase), self.lexicon.gender.get(noun)
        if owner is None or owner.kind is not SourceKind.PERSON or not gender:
            return None
        family = self.roster.family(owner.stem[-1]).members.values()
        others = [e for e in family if e is not owner and e.gender in {gender, "-"}]
        if len(others) != 1 or others[0].gender != gender:
            return None
        ties = self.titles.roles(others[0]) & self.lexicon.kin
        return others[0] if not ties or noun in ties else None

    def named_next(self, phrase: Phrase, noun: str) -> Entity | None:
        """Return who is introduced behind a phrase that leaves its speaker unnamed.

        A person named in full for the first time, at the head of the next
        sentence, without a title, was introduced before: 'a witness said. Jane
        Roe saw …'. With a title it must be of the same role, or the phrase in
        general ('an expert'), in a headline or a lead.
        """
        head, lexicon = phrase.head, self.lexicon
        general = noun in lexicon.general
        if not general and not self.words.tags[head] & t.TITLE:
            return None
        if self.words.lowers[phrase.first] not in {"a", "an"}:
            return None
        places = self.antecedents.places
        lead = places.in_heading(head) or places.is_lead(head)
        if lead:
            head = self.last_of_lead(head, noun)
        name = self.opening_name(places.next(head))
        if name < 0 or places.block(self.names.first[name]) - places.block(head) > 1:
            return None
        entity = self.roster.who(name).entity
        if entity is None or entity.places[:1] != [name] or not self.is_credited(entity):
            return None
        gender = lexicon.gender.get(noun, "-")
        if not fits(entity, gender):
            return None
        roles = self.titles.roles(entity)
        same = not roles or noun in roles or (general and lead)
        return entity if same else None

    def last_of_lead(self, head: int, noun: str) -> int:
        """Return where the noun of the word *head* stands last in the headings and the lead."""
        places = self.antecedents.places
        for at in self.indexes(noun, len(self.words)):
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
            part = self.roster.parts.of(name)
            before = range(start, part.first)
            if len(before) > _OPENING:
                break
            if part.kind is PERSON and len(part.stem) > 1:
                plain = all(
                    words.gaps[i + 1] == " " and words.lowers[i] not in {"a", "an"} for i in before
                )
                return name if plain else -1
        return -1

    def is_credited(self, entity: Entity) -> bool:
        """Whether a mention holds the surname of a person."""
        surname, text = entity.stem[-1], self.words.text
        return any(surname in text[draft.start : draft.end] for draft in self.drafts)

    def may_be_salient(self, phrase: Phrase) -> bool:
        """Whether a phrase can mean somebody of whom its noun was not said before.

        A nation must have been said of him before ('the French president'); a
        party or a place need not ('the Ohio senator').
        """
        lowers, part = self.words.lowers, phrase.part
        if not _APART.isdisjoint(lowers[phrase.first : phrase.head]):
            return False
        if part is None:
            return True
        if part.kind is GROUP:
            return part.stem[-1].lower() in self.lexicon.parties
        return (part.kind is PLACE and part.last + 1 == phrase.head) or (
            part.kind is PLACE and not self.words.tags[part.last + 1] & t.CLITIC
        )

    def of_role(self, phrase: Phrase, noun: str) -> Entity | None:
        """Return the person before the phrase whose title holds the *noun*.

        Of several, the one whose title holds what else the phrase says
        ('the Ohio senator'), or else the one who stands out.
        """
        lowers = self.words.lowers
        former = not _FORMER.isdisjoint(lowers[phrase.first : phrase.head])
        holders = self.holders(phrase.first, noun)
        offices = self.lexicon.portfolios.intersection(lowers[phrase.first + 1 : phrase.head])
        if offices:  # 'her press secretary' is no secretary of state
            holders = [e for e in holders if offices <= self.titles.roles(e)]
        if former:
            holders = [e for e in holders if not _FORMER.isdisjoint(self.titles.roles(e))]
        if len(holders) > 1 or (holders and phrase.part is not None):
            said = set(lowers[phrase.first + 1 : phrase.head])
            telling = [e for e in holders if said & self.titles.roles(e)]
            if telling:
                return telling[0]
            if phrase.part is not None:
                return None
            for candidate in self.antecedents.rank(phrase.first, "-", 9):
                if candidate.entity in holders:
                    return candidate.entity
        return holders[0] if holders else None

    def holders(self, before: int, noun: str) -> list[Entity]:
        """Return the people before a word whose titles hold the *noun*, latest first."""
        found: dict[int, Entity] = {}
        for word in (noun, *self.lexicon.briefs.get(noun, ())):
            for at in self.indexes(word, before):
                entity = self.titles.holder(at)
                if entity is not None:
                    found[id(entity)] = entity
        return list(found.values())[::-1]

    def indexes(self, word: str, stop: int) -> list[int]:
        """Return where *word* stands before *stop*; of very many the first and the last."""
        places = self._places.get(word)
        if places is None:
            lowers, at, places = self.words.lowers, -1, []
            with suppress(ValueError):
                while True:
                    at = lowers.index(word, at + 1)
                    places.append(at)
            self._places[word] = places
        before = bisect_left(places, stop)
        if before <= _MANY:
            return places[:before]
        return places[: _MANY // 2] + places[before - _MANY // 2 : before]

    def of_age(self, phrase: Phrase) -> Entity | None:
        """Return the person whose age is printed before 'the 34-year-old'."""
        words, names = self.words, self.names
        age = words.words[phrase.head - 2]
        for name in range(names.before(phrase.first) - 1, -1, -1):
            after = names.last[name] + 1
            if words.words[after] == age and words.gaps[after].startswith(","):
                return self.roster.who(name).entity
        return None

    def salient(self, phrase: Phrase, gender: str) -> Entity | None:
        """Return the person who stands out before the phrase, or None where nobody does."""
        ranked = self.antecedents.rank(phrase.first, gender, 2)
        top = ranked[0].entity if ranked else None
        if top is None or ranked[0].score < _SALIENT or not top.name or not top.sure:
            return None
        if len(ranked) > 1 and ranked[0].score - ranked[1].score < _MARGIN:
            return None
        return top

    def was_another(self, phrase: Phrase, noun: str) -> bool:
        """Whether somebody else was called so a while before: 'a judge', 'the judge'."""
        lowers, stop = self.words.lowers, phrase.first
        return any(
            lowers[at - 1] in {"a", "an", "the"} and at > stop - _MEMORY
            for at in self.indexes(noun, stop)
        )

    def foretold(self, phrase: Phrase, noun: str) -> Entity | None:
        """Return the only person of a role that a headline leaves unnamed."""
        opening = self.words.lowers[phrase.first]
        bare = phrase.first == phrase.head
        if not (bare or opening in {"a", "an"}) or not self.antecedents.places.in_heading(
            phrase.head
        ):
            return None
        noun = self.lexicon.short.get(noun, noun)
        holders = self.holders(len(self.words), noun)
        return holders[0] if len(holders) == 1 else None
