"""Documents: who 'the statement', 'a poll by the Roe Institute' and 'her report' speak for."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags as t
from newsdoc.model import SourceKind
from newsdoc.parser.sources.apposition import singular
from newsdoc.parser.sources.entities import HUMAN, Entity, Who
from newsdoc.parser.sources.names.edges import APOSTROPHES
from newsdoc.parser.sources.names.kinds import BODY, PERSON, SINGLE
from newsdoc.parser.sources.nouns.called import Called, Settler
from newsdoc.parser.sources.phrases import Phrase
from newsdoc.parser.sources.pronouns import Antecedents
from newsdoc.parser.sources.rules import Rule
from newsdoc.parser.sources.titles import Titles

_SPEAKERS: Final = frozenset((SourceKind.PERSON, SourceKind.ORGANISATION))
_BODIES: Final = frozenset((SourceKind.ORGANISATION,))
_DEFINING: Final = t.DETERMINER | t.POSSESSIVE
_ISSUED: Final = 6  # words from a document back to the verb that tells who issued it
_FAR_MADE: Final = 10  # words from a document to the verb that tells who made it


class Documents(Settler):
    """Settles mentions of what is written or shown."""

    def __init__(self, titles: Titles, antecedents: Antecedents, called: Called) -> None:
        super().__init__(titles, antecedents, called)
        self._makers: dict[str, Entity | None] = {}

    def settle(self, phrase: Phrase, noun: str) -> Who:
        """Return the document of a phrase, or its owner where it speaks for one."""
        opening = self.words.lowers[phrase.first]
        bare = opening in self.lexicon.definite and phrase.head - phrase.first == 1
        # not 'the statement, filed by …', 'the release on the two'
        alone = phrase.core == phrase.last and self.words.gaps[phrase.head + 1][:1] != ","
        last = self.called.nouns.get(noun) if bare else None
        if not alone:
            last = not_somebody(last)
        if noun in self.lexicon.voices:
            owner = self.owner(phrase, noun, last, bare=bare and alone)
            if owner is not None:
                self.called.nouns[noun] = owner
                return Who(owner, Rule.OWNER)
        key = self.called.key(phrase)
        known = self.called.phrases.get(key) or last
        if known is not None and opening not in self.lexicon.introducing:
            return Who(known, Rule.SAME_WORDS)
        entity = Entity(SourceKind.DOCUMENT)
        self.called.phrases[key] = self.called.nouns[noun] = entity
        return Who(entity, Rule.DOCUMENT)

    def owner(self, phrase: Phrase, noun: str, last: Entity | None, *, bare: bool) -> Entity | None:
        """Return whom the *noun* speaks for, which meant the *last* before, or None.

        It is *bare* where the article is all that stands beside it.
        """
        owner = self.antecedents.owner(phrase)
        if owner is not None or self.words.lowers[phrase.head] != noun:
            return owner
        authored = noun in self.lexicon.authored and bare
        owner = self.maker(phrase.head) or (self.author(phrase, noun) if authored else None)
        if owner is None and not (last and last.name):
            made = self.only_maker(noun)
            if self.is_plain(phrase) or (made and self.is_of(phrase, made)):
                owner = made if bare else not_somebody(made)
        if owner is None and authored and last is None:
            owner = self.credited_last(phrase, noun)
        return owner

    def is_of(self, phrase: Phrase, maker: Entity) -> bool:
        """Whether the name before a noun is that of its maker: 'Roe Labs data'."""
        return phrase.part is not None and self.roster.meant(phrase.part).entity is maker

    def is_plain(self, phrase: Phrase) -> bool:
        """Whether a noun stands with no more than an article, 'new' and the like."""
        if phrase.first == phrase.head:
            return self.article.places.in_heading(phrase.head)  # not 'research' in general
        first = phrase.first + (self.words.tags[phrase.first] & _DEFINING > 0)
        between = self.words.lowers[first : phrase.head]  # 'National data' is not 'the data'
        return self.lexicon.latest.issuperset(between)

    def maker(self, head: int) -> Entity | None:
        """Return who made the document at the word *head*, as stands behind it or before."""
        return self.credited(head) or self.issuer(head)

    def issuer(self, head: int) -> Entity | None:
        """Return who issued the document at the word *head*: 'Roe Ltd has issued a statement'."""
        words, verb = self.words, head - 1
        while verb > max(-1, head - _ISSUED) and words.gaps[verb + 1] == " ":
            if words.lowers[verb] in self.lexicon.issuing_verbs:
                break
            verb -= 1
        else:
            return None
        last = verb - 1
        while last > 0 and words.tags[last] & (t.AUXILIARY | t.ADVERB):
            last -= 1
        if last < 0 or words.gaps[last + 1] != " ":
            return None
        gender = self.lexicon.pronoun_gender.get(words.lowers[last])
        if gender:
            return self.antecedents.person(last, gender)[0]
        name = self.names.at(last)
        if name < 0:
            return None
        joined = words.lowers[self.names.first[name] - 1] == "and"
        lower = words.lowers[last]
        opens = words.gaps[last] != " " and self.names.first[name] == last
        plural = opens and singular(lower) != lower  # 'Researchers published a paper'
        return None if joined or plural else self.roster.who(name).entity

    def credited(self, head: int) -> Entity | None:
        """Return who is credited behind a document: 'a report by the Roe Institute'."""
        words = self.words
        at = self.making(head) + 1
        if at + 2 > len(words) or words.lowers[at] not in {"by", "from"}:
            return None
        at += 2 if words.lowers[at + 1] in {"the", "a"} and at + 2 < len(words) else 1
        if at + 1 < len(words) and words.tags[at] & t.BODY and words.words[at].islower():
            at += 1  # 'by the charity Roe Aid'
        name = self.names.at(at)
        if name < 0:
            return None
        part = self.article.parts.of(name)
        after = self.names.last[name] + 1
        if part.kind not in {PERSON, BODY, SINGLE}:
            return None
        if after < len(words) and words.gaps[after] in APOSTROPHES:
            return None  # 'by Roe's staff'
        if after < len(words) and words.gaps[after] == " " and words.tags[after] & t.TITLE:
            return self.named_at(after + 1)  # 'by Roe spokesman Jim Doe', 'by a Roe spokesman'
        maker = self.roster.who(name).entity
        other = self.names.at(after + 1) if after + 1 < len(words) else -1
        joined = self.roster.who(other).entity if other >= 0 else None
        if maker is None or joined is None or words.lowers[after] != "and":
            return maker
        return self.roster.bodies.joint(f"{maker.name} and {joined.name}", maker.kind)

    def named_at(self, i: int) -> Entity | None:
        """Return the person whose name opens at the word *i*, a blank behind his role, or None."""
        name = self.names.at(i) if self.words.gaps[i] == " " else -1
        return self.roster.who(name).entity if name >= 0 else None

    def making(self, head: int) -> int:
        """Return the word before 'by': the noun, or 'conducted' in 'a poll of 900, conducted'."""
        lowers, gaps, makes = self.words.lowers, self.words.gaps, self.lexicon.making_verbs
        if lowers[head + 1] in ("by", "from"):
            return head
        for i in range(head + 1, min(len(self.words), head + _FAR_MADE)):
            if lowers[i] in makes:
                return i
            if gaps[i] not in {" ", "-", ", ", ","}:
                break
        return head

    def only_maker(self, noun: str) -> Entity | None:
        """Return who made the *noun*, where the article names one maker alone."""
        if noun not in self._makers:
            makers = {}
            for at in self.article.indexes(noun, len(self.words)):
                maker = self.maker(at)
                if maker is not None:
                    makers[id(maker)] = maker
            self._makers[noun] = next(iter(makers.values())) if len(makers) == 1 else None
        return self._makers[noun]

    def author(self, phrase: Phrase, noun: str) -> Entity | None:
        """Return whose 'the statement' is: who 'said in a statement' or made one before."""
        at = max(self.article.indexes(noun, phrase.first), default=-1)
        maker = self.maker(at) if at >= 0 else None
        if maker is not None:
            return maker
        unwritten = self.lexicon.written_in.isdisjoint(
            self.words.lowers[max(0, at - 3) : max(0, at)]
        )
        sentence = self.places.sentence
        for word, entity in () if unwritten else self.last_credited(noun):
            if sentence(word) == sentence(at):
                return entity
        return None

    def credited_last(self, phrase: Phrase, noun: str) -> Entity | None:
        """Return who was credited right before 'the statement', where none was named before."""
        if self.words.lowers[phrase.first] != "the" or self.article.indexes(noun, phrase.first):
            return None
        block = self.places.block
        near = (e for at, e in self.last_credited(noun) if block(phrase.first) - block(at) <= 1)
        return next(near, None)

    def last_credited(self, noun: str) -> list[tuple[int, Entity]]:
        """Return those credited last whose *noun* can be, the latest first."""
        speakers = _BODIES if noun in self.lexicon.published else _SPEAKERS
        said = reversed(self.antecedents.said[-4:])
        return [(at, entity) for at, entity in said if entity.kind in speakers and entity.name]


def not_somebody(entity: Entity | None) -> Entity | None:
    """Return a body alone: who ordered a survey did not write 'the survey of 33 detainees'."""
    return None if entity is None or entity.kind is HUMAN else entity
