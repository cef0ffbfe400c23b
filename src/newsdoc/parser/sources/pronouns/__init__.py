"""Pronouns: who `he`, `she`, `it` and `they` mean, by agreement, place and recency."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from itertools import pairwise
from typing import Final

from newsdoc.lexicon import tags as t
from newsdoc.model import SourceKind, Stance
from newsdoc.parser.drafts import MentionDraft, Pair, QuoteDraft
from newsdoc.parser.sources.article import Article
from newsdoc.parser.sources.entities import HUMAN, Entity
from newsdoc.parser.sources.names.edges import APOSTROPHES
from newsdoc.parser.sources.names.kinds import PERSON, PLACE, SINGLE
from newsdoc.parser.sources.phrases import Phrase
from newsdoc.parser.sources.pronouns.newcomers import Newcomers
from newsdoc.parser.sources.pronouns.prominence import ASKED
from newsdoc.parser.sources.pronouns.ranking import FAR, Candidate, Ranking
from newsdoc.parser.sources.pronouns.things import BEST_ROLE, REACH, Things
from newsdoc.parser.sources.roster import Roster

_ASKED: Final = 40  # words from 'Asked' to the pronoun
_OTHERS: Final = 4  # people of whom one may have said what names the others
_SAID: Final = 8  # mentions that are looked at before a pronoun
_SPOKE: Final = 4  # what it counts that somebody was credited before
_SPOKE_UNNAMED: Final = 2
_OPEN: Final = 3  # what it counts against a body that can be a person as well
_PAIRED: Final = 2.5  # what it counts against a name that 'and' joins to another
_UNSURE: Final = 2  # what it counts against a name that nothing tells to be a person's
_MAYBE_PEOPLE: Final = frozenset((PERSON, SINGLE, PLACE))
_ASKS: Final = Stance.ASKS  # an attribute of an enumeration is slow to look up
_DENIES: Final = Stance.DENIES
_APPOSED: Final = len(", ")  # between a claim and its denial: ', which he denies'
_CLAUSES: Final = t.SUBORDINATOR | t.ADVERBIAL  # open a clause
_FINITE: Final = t.AUXILIARY | t.PAST | t.PERHAPS_PAST
_SUBJECTS: Final = {"m": "he", "f": "she"}
_CARRIES: Final = 2  # sentences over which one tells who is meant
_CARRIED: Final = 4.5  # what it counts that somebody was the subject so
_SOMEBODY: Final = frozenset((SourceKind.PERSON, SourceKind.UNNAMED))


class Antecedents(Things):
    """Finds what a pronoun stands for.

    Attributes:
        asker: who asked, where the last of them asks.
    """

    def __init__(self, article: Article, roster: Roster, quotes: list[QuoteDraft]) -> None:
        super().__init__(article, roster)
        self.newcomers = Newcomers(article)
        self.asker: Entity | None = None
        self._cue: Pair | None = None  # the verb that asked last
        self._quotes = quotes
        self._asking = {id(q.speaker): q.cue for q in quotes if q.stance is _ASKS and q.cue}
        self._denying = {
            id(quote.speaker)
            for before, quote in pairwise(quotes)
            if quote.stance is _DENIES and quote.content[0][0] - before.content[-1][1] == _APPOSED
        }
        self._quoted: dict[int, list[Pair]] | None = None
        self._carried: dict[str, dict[int, Entity | None]] = {"he": {}, "she": {}}
        self._openers: dict[str, list[int]] = {}

    def note(self, word: int, entity: Entity, draft: MentionDraft) -> None:
        """Keep whom a mention at *word* means."""
        self.said.append((word, entity))
        if id(draft) in self._asking:
            self.asker, self._cue = entity, self._asking[id(draft)]
        else:
            self.asker = None

    def person(
        self, word: int, gender: str, speaker: MentionDraft | None = None
    ) -> tuple[Entity | None, bool]:
        """Return the person that *he* or *she* at *word* means, and whether two fit equally.

        Whose name stands among the words that the *speaker* is quoted with did hardly say them.
        """
        ranked = self.rank(word, gender)
        asked = self.asked(gender) if self.asker is not None else None
        if asked and not self.is_told(word, asked):
            return asked, False
        if (met := self.met(word, gender)) is not None:
            return met, False
        if self.answers(word):
            ranked = self.without(ranked, word, gender, lambda e: e is self.asker) or ranked
        if ranked and self.is_told(word, ranked[0].entity):
            ranked = self.without(ranked, word, gender, lambda e: self.is_told(word, e))
            ranked = [c for c in ranked if c.entity.gender == gender]
        if speaker is not None:
            ranked = (
                self.without(ranked, word, gender, lambda e: self.is_named(e, speaker)) or ranked
            )
            if id(speaker) in self._denying and self.said:  # 'Roe says Doe lied, which he denies'
                claims = self.said[-1][1]
                ranked = self.without(ranked, word, gender, lambda e: e is claims)
        ranked = self.without(ranked, word, gender, lambda e: self.is_asked_of(word, e))
        if not ranked or (ranked[0].entity.name and self.newcomers.before(word, gender)):
            return None, False
        if len(ranked) > 1 and ranked[0].score == ranked[1].score:
            sentence = self.places.sentence
            if sentence(ranked[0].at) == sentence(ranked[1].at):
                return None, True
        return ranked[0].entity, False

    def without(
        self, ranked: list[Candidate], word: int, gender: str, wrong: Callable[[Entity], bool]
    ) -> list[Candidate]:
        """Return the candidates without those that are *wrong*, where the best of them is."""
        if not ranked or not wrong(ranked[0].entity):
            return ranked
        return [c for c in self.rank(word, gender, _OTHERS) if not wrong(c.entity)]

    def met(self, word: int, gender: str) -> Entity | None:
        """Return the one person in the clause that a pronoun's own follows, none its subject.

        'While the plan did not please Jane Roe, a nurse, | she said'. What else is told of
        somebody ('the mayor', 'he') may be of who is meant.
        """
        words, first = self.words, self.places.opening(word)
        if not words.tags[first] & _CLAUSES or words.gaps[word] != ", " or word - first > _ASKED:
            return None
        near = range(self.names.before(first), self.names.before(word))
        people = [name for name in near if self.parts.kind(name) in _MAYBE_PEOPLE]
        part = self.parts.of(people[0]) if len(people) == 1 else None
        if part is None or part.kind is not PERSON:
            return None
        before = range(first + 1, part.title if part.title >= 0 else part.first)
        if any(words.tags[i] & (t.TITLE | t.PRONOUN | t.POSSESSIVE) for i in before):
            return None
        acts = any(words.tags[i] & _FINITE or words.lowers[i][-2:] == "ed" for i in before)
        entity = self.roster.who(people[0]).entity if acts else None
        return entity if entity is not None and entity.gender == gender else None

    def is_asked_of(self, word: int, entity: Entity) -> bool:
        """Whether somebody is whom a question before a pronoun is about: 'Asked if Roe lied, he'.

        One whose title was asked of is meant again: 'Asked if she …'.
        """
        words, opening = self.words, self.places.opening(word)
        if words.lowers[opening] not in ASKED or word - opening > _ASKED or not entity.stem:
            return False
        subject = opening + 2  # behind 'if' or 'whether'
        name = self.names.at(subject)
        return name >= 0 and words.words[self.names.last[name]] == entity.stem[-1]

    def is_told(self, word: int, entity: Entity) -> bool:
        """Whether somebody is named right behind a pronoun and its verb: 'He asked Roe', not he."""
        words, after = self.words, word + 2
        if after >= len(words) or not entity.stem:
            return False
        after += words.lowers[after] == "that"
        name = self.names.at(after)
        if name < 0 or set(words.gaps[word + 1 : after + 1]) != {" "}:
            return False
        return words.words[self.names.last[name]] == entity.stem[-1]

    def asked(self, gender: str) -> Entity | None:
        """Return the person who was asked: 'Roe asked Doe whether', but not 'asked Doe to'."""
        name = self.names.at(self.words.after(self._cue[1])) if self._cue else -1
        if name < 0:
            return None
        after = self.names.last[name] + 1
        if self.words.gaps[after] != " " or self.words.lowers[after] == "to":
            return None
        entity = self.roster.who(name).entity
        fits = entity is not None and entity.kind is HUMAN and entity.fits(gender)
        return entity if fits else None

    def answers(self, word: int) -> bool:
        """Whether the pronoun at *word* answers what was just asked: 'she replied'.

        It does where the asker stands behind 'by': 'Roe was asked by Doe why. He said'.
        """
        if self.asker is not None and self._cue:
            after = self.words.after(self._cue[1])
            if self.words.lowers[after : after + 1] == ["by"]:
                return True
        around = self.words.lowers[max(0, word - (self.words.gaps[word] == " ")) : word + 2]
        return not self.lexicon.answering.isdisjoint(around)

    def is_named(self, entity: Entity, speaker: MentionDraft) -> bool:
        """Whether the words of a speaker name somebody who was not the last to speak."""
        if not entity.stem or (self.said and self.said[-1][1] is entity):
            return False
        if self._quoted is None:
            self._quoted = {}
            for quote in self._quotes:
                self._quoted.setdefault(id(quote.speaker), []).extend(quote.quoted)
        words = self.words
        for start, end in self._quoted.get(id(speaker), ()):
            said = words.words[words.after(start) : words.after(end)]
            if entity.stem[0] in said or entity.stem[-1] in said:
                return True
        return False

    def owner(self, phrase: Phrase) -> Entity | None:
        """Return the owner that 'Roe's', 'his' or 'its' before the head names, or None."""
        words, part = self.words, phrase.part
        if words.tags[phrase.first] & t.POSSESSIVE:
            if any(tag & t.CLITIC for tag in words.tags[phrase.first + 1 : phrase.head]):
                return None  # 'her party's memo' is the party's
            whom = self.lexicon.pronouns.get(words.lowers[phrase.first], "")
            if whom in {"n", "p"}:
                thing = self.thing(phrase.first, plural=whom == "p")
                return None if thing is None or thing.open else thing
            if whom:
                return self.person(phrase.first, whom)[0]
        if part is None:
            return None
        after = part.last + 1
        if after < phrase.head and words.gaps[after] in APOSTROPHES:
            return self.roster.meant(part).entity
        return None

    def rank(self, word: int, gender: str, places: int = 1) -> list[Candidate]:
        """Return the people that fit, best first; of two that fit equally the later.

        The first *places* of the list are right; who cannot come to stand there
        may be left out, and so may whoever fits badly.
        """
        ranking = Ranking(places)
        nearness = self.places.nearness(word)
        self.rank_said(ranking, word, gender, nearness)
        at, carried = self.carried(word, gender)
        if carried is not None:
            ranking.offer(nearness(at) + _CARRIED, at, carried)
        self.rank_named(ranking, word, gender, nearness)
        return ranking.ranked()

    def rank_said(
        self, ranking: Ranking, word: int, gender: str, nearness: Callable[[int], float]
    ) -> None:
        """Offer who was credited before a *word*."""
        for at, entity in self.said[: -_SAID - 1 : -1]:
            if at >= word:
                continue
            near = nearness(at)
            if near + _SPOKE + 1 < ranking.bar:
                break
            somebody = entity.kind in _SOMEBODY or entity.open
            if somebody and entity.fits(gender) and not entity.plural:
                told = entity.gender == gender
                score = near + (_SPOKE if entity.name else _SPOKE_UNNAMED + told)
                ranking.offer(score + told - _OPEN * entity.open, at, entity)

    def rank_named(
        self, ranking: Ranking, word: int, gender: str, nearness: Callable[[int], float]
    ) -> None:
        """Offer who is named before a *word*."""
        names, kind, who = self.names, self.parts.kind, self.roster.who
        stop, sentence = names.before(word), self.places.sentence
        # 'An officer said Jane Roe and Jim Doe were held, but he gave no reason.'
        spoke = bool(self.said) and sentence(self.said[-1][0]) == sentence(word)
        for name in range(stop - 1, max(-1, stop - 1 - REACH), -1):
            at = names.first[name]
            near = nearness(at)
            if near + BEST_ROLE < ranking.bar or near < FAR:
                break
            near += self.role(name)
            if near + 1 < ranking.bar or kind(name) not in _MAYBE_PEOPLE:
                continue
            named = who(name).entity
            if named is None or named.kind is not HUMAN or not named.fits(gender):
                continue
            score = near + (named.gender == gender) - (0 if named.sure else _UNSURE)
            ranking.offer(score - (_PAIRED if spoke and self.is_paired(name) else 0), at, named)

    def is_paired(self, name: int) -> bool:
        """Whether 'and' joins a name to another: both are 'they' rather than 'he'."""
        words, first, last = self.words, self.names.first, self.names.last
        return any(
            left >= 0
            and left + 1 < len(first)
            and first[left + 1] == last[left] + 2
            and words.lowers[last[left] + 1] == "and"
            and self.parts.kind(left) in _MAYBE_PEOPLE
            and self.parts.kind(left + 1) in _MAYBE_PEOPLE
            for left in (name - 1, name)
        )

    def carried(self, word: int, gender: str) -> tuple[int, Entity | None]:
        """Return where 'She' opened a sentence shortly before a *word*, and whom she was.

        What stands before it so is settled first, each once, in order of the text.
        """
        pronoun = _SUBJECTS.get(gender)
        if pronoun is None:
            return -1, None
        settled = self._carried[pronoun]
        last = at = self.opener(word, pronoun)
        chain = []
        while at >= 0 and at not in settled:
            chain.append(at)
            at = self.opener(at, pronoun)
        for at in reversed(chain):
            settled[at] = self.person(at, gender)[0]
        return last, settled[last] if last >= 0 else None

    def opener(self, word: int, pronoun: str) -> int:
        """Return where a pronoun opens a sentence shortly before a *word*, or -1."""
        openers = self._openers.get(pronoun)
        if openers is None:
            opens, inside = self.places.opening, self.places.inside
            openers = [i for i in self.words.all(pronoun) if opens(i) == i and not inside(i)]
            self._openers[pronoun] = openers
        before = bisect_left(openers, word) - 1
        if before < 0:
            return -1
        at, sentence = openers[before], self.places.sentence
        return at if sentence(word) - sentence(at) <= _CARRIES else -1
