"""Pronouns: who `he`, `she`, `it` and `they` mean, by agreement, place and recency."""

from __future__ import annotations

from typing import Final

from attrs import define

from newsdoc.lexicon import tags as t
from newsdoc.model import SourceKind, Stance
from newsdoc.parser.drafts import MentionDraft, Pair, QuoteDraft
from newsdoc.parser.sources.article import Article
from newsdoc.parser.sources.entities import HUMAN, Entity
from newsdoc.parser.sources.kinds import GROUP, PERSON, PLACE, ROLE, SINGLE
from newsdoc.parser.sources.parts import APOSTROPHES
from newsdoc.parser.sources.phrases import Phrase
from newsdoc.parser.sources.roster import Roster

_OTHERS: Final = 4  # people of whom one may have said what names the others
_REACH: Final = 24  # names that are looked at before a pronoun
_FAR: Final = -4.0  # a name less near than this is not looked at
_SAID: Final = 8  # mentions that are looked at before a pronoun
_BEST_ROLE: Final = 4.5  # what a name can add to its nearness
_SPOKE: Final = 4  # what it counts that somebody was credited before
_SPOKE_UNNAMED: Final = 2
_OPEN: Final = 3  # what it counts against a body that can be a person as well
_OWN: Final = 3  # words of its own phrase that may stand before a name
_UNSURE: Final = 2  # what it counts against a name that nothing tells to be a person's
_OPENS_CLAUSE: Final = t.PREPOSITION | t.SUBORDINATOR
VERB: Final = t.AUXILIARY | t.CUE | t.ADVERB | t.PAST | t.NEGATION
_MAYBE_PEOPLE: Final = frozenset((PERSON, SINGLE, PLACE))
_ASKS: Final = Stance.ASKS  # an attribute of an enumeration is slow to look up
_SOMEBODY: Final = frozenset((SourceKind.PERSON, SourceKind.UNNAMED))
_THINGS: Final = frozenset((SourceKind.ORGANISATION, SourceKind.DOCUMENT))
_NEAR_THING: Final = 2.0  # how near a body must be to be meant by 'it'
_SPOKE_THING: Final = 3
_SUBJECT_WORDS: Final = 8  # that it may have before a name in apposition
_SUBJECT: Final = 2.5  # the role of a name that is a subject


@define(eq=False)
class Candidate:
    """Somebody whom a pronoun can mean: how well, and the word that speaks for it."""

    score: float
    at: int
    entity: Entity


class Antecedents:
    """Finds what a pronoun stands for.

    Attributes:
        said: the mentions that are settled already, in order: word, entity.
        asker: who asked, where the last of them asks.
    """

    def __init__(self, article: Article, roster: Roster, quotes: list[QuoteDraft]) -> None:
        self.words = article.words
        self.lexicon = article.lexicon
        self.names = article.names
        self.parts = article.parts
        self.places = article.places
        self.roster = roster
        self.said: list[tuple[int, Entity]] = []
        self.asker: Entity | None = None
        self._cue: Pair | None = None  # the verb that asked last
        self._quotes = quotes
        self._asking = {id(q.speaker): q.cue for q in quotes if q.stance is _ASKS and q.cue}
        self._quoted: dict[int, list[Pair]] | None = None

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
        if self.answers(word):
            asked = self.asked(gender)
            if asked is not None:
                return asked, False
        if ranked and self.answers(word) and ranked[0].entity is self.asker:
            others = self.rank(word, gender, _OTHERS)
            ranked = [c for c in others if c.entity is not ranked[0].entity] or ranked
        if speaker is not None and ranked and self.is_named(ranked[0].entity, speaker):
            others = self.rank(word, gender, _OTHERS)
            ranked = [c for c in others if not self.is_named(c.entity, speaker)] or ranked
        if not ranked:
            return None, False
        if len(ranked) > 1 and ranked[0].score == ranked[1].score:
            sentence = self.places.sentence
            if sentence(ranked[0].at) == sentence(ranked[1].at):
                return None, True
        return ranked[0].entity, False

    def asked(self, gender: str) -> Entity | None:
        """Return the person who was asked, where a name tells: 'Roe asked Doe whether'."""
        after = self.words.after(self._cue[1]) if self._cue else -1
        name = self.names.at(after)
        if name < 0 or self.names.first[name] != after:
            return None
        entity = self.roster.who(name).entity
        fits = entity is not None and entity.kind is HUMAN and entity.fits(gender)
        return entity if fits else None

    def answers(self, word: int) -> bool:
        """Whether the pronoun at *word* answers what was just asked: 'she replied'."""
        if self.asker is None:
            return False
        around = self.words.lowers[max(0, word - 1) : word + 2]
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
            whom = self.lexicon.pronouns.get(words.lowers[phrase.first], "")
            if whom in {"n", "p"}:
                thing = self.thing(phrase.first, plural=whom == "p")
                return None if thing is None or thing.open else thing
            if whom:
                return self.person(phrase.first, whom)[0]
        if part is None or part.kind in {ROLE, GROUP}:
            return None
        after = part.last + 1
        if after < phrase.head and words.gaps[after] in APOSTROPHES:
            return self.roster.meant(part).entity
        return None

    def rank(self, word: int, gender: str, places: int = 1, bar: float = _FAR) -> list[Candidate]:
        """Return the people that fit, best first; of two that fit equally the later.

        The first *places* of the list are right; who cannot come to stand there
        may be left out, and so may whoever fits less well than the *bar*.
        """
        best: dict[int, Candidate] = {}
        nearness = self.places.nearness(word)
        for at, entity in self.said[: -_SAID - 1 : -1]:
            near = nearness(at)
            if near + _SPOKE + 1 < bar:
                break
            somebody = entity.kind in _SOMEBODY or entity.open
            if somebody and entity.fits(gender) and not entity.plural:
                told = entity.gender == gender
                score = near + (_SPOKE if entity.name else _SPOKE_UNNAMED + told)
                score -= _OPEN * entity.open
                bar = offer(best, score + told, at, entity, bar, places)
        names, kind, who = self.names, self.parts.kind, self.roster.who
        stop = names.before(word)
        for name in range(stop - 1, max(-1, stop - 1 - _REACH), -1):
            at = names.first[name]
            near = nearness(at)
            if near + _BEST_ROLE < bar or near < _FAR:
                break
            near += self.role(name)
            if near + 1 < bar or kind(name) not in _MAYBE_PEOPLE:
                continue
            named = who(name).entity
            if named is None or named.kind is not HUMAN or not named.fits(gender):
                continue
            score = near + (named.gender == gender) - (0 if named.sure else _UNSURE)
            bar = offer(best, score, at, named, bar, places)
        if len(best) > 1:
            return sorted(best.values(), key=lambda c: (-c.score, -c.at))
        return list(best.values())

    def role(self, name: int) -> float:
        """Return how much a name stands out by its place in the sentence."""
        words, first, after = self.words, self.names.first[name], self.names.last[name] + 1
        if self.places.inside(first):
            return -4
        if after == len(words.words):
            return 0
        gap, tag = words.gaps[after], words.tags[after]
        if gap in APOSTROPHES and tag & t.CLITIC:
            return -1
        opens = self.opens(first)
        if not opens and words.tags[first - 1] & t.PREPOSITION:
            return -2
        if gap == " " and words.words[after] == words.lowers[after]:
            if tag & VERB or words.lowers[after].endswith(("ed", "es")):
                return 3.5 if opens else 2.5
            if tag & (t.TITLE | t.BODY):
                return -2
        if gap.startswith(","):
            return 3.5 if opens else 2.5 if self.is_subject(first) else 1
        return 3.5 if opens else 0

    def is_subject(self, first: int) -> bool:
        """Whether a name between commas is that of the subject: 'The retailer, Quillon, cut'."""
        words, start = self.words, self.places.opening(first)
        if not words.gaps[first].startswith(",") or not words.tags[start] & t.DETERMINER:
            return False
        inside = range(start + 1, first)
        return len(inside) < _SUBJECT_WORDS and all(
            words.gaps[i] in {" ", "-"} and not words.tags[i] & (t.CUE | t.AUXILIARY | t.PAST)
            for i in inside
        )

    def opens(self, first: int) -> bool:
        """Whether a name opens its sentence, but for three words of its own phrase."""
        words, start = self.words, self.places.opening(first)
        if first - start > _OWN:
            return False
        for i in range(start, first):
            if words.tags[i] & _OPENS_CLAUSE or words.gaps[i + 1] != " ":
                return False
        return True

    def thing(self, word: int, plural: bool = False) -> Entity | None:
        """Return the body or document that *it* at *word* means, or the many that *they* means."""
        nearness = self.places.nearness(word)
        best: tuple[float, Entity] | None = None
        for at, entity in self.said[:-5:-1]:
            if plural:
                fit = entity.plural or entity.kind is SourceKind.ORGANISATION
            else:
                fit = entity.kind in _THINGS and not entity.plural
            score = nearness(at) + _SPOKE_THING
            if fit and score > _NEAR_THING and (best is None or score > best[0]):
                best = score, entity
        stop = self.names.before(word)
        for name in range(stop - 1, max(-1, stop - 1 - _REACH), -1):
            near = nearness(self.names.first[name])
            if near < _NEAR_THING or (best is not None and near + _BEST_ROLE < best[0]):
                break
            role = self.role(name)
            if role < _SUBJECT or (best is not None and near + role <= best[0]):
                continue
            kind = self.parts.kind(name)
            if kind is ROLE or (kind is GROUP and not plural):
                continue
            if best is not None and kind is SINGLE and self.opens_once(name):
                continue  # 'Sales rose, according to the ministry. It said'
            named = self.roster.who(name).entity
            if named is not None and named.kind is SourceKind.ORGANISATION:
                best = near + role, named
        return best[1] if best else None

    def opens_once(self, name: int) -> bool:
        """Whether a name of one word opens its sentence, and stands nowhere else."""
        first = self.names.first[name]
        alone = self.words.words[first] not in self.names.holding
        return alone and len(self.names.alone(self.words.words[first])) == 1 and self.opens(first)


def offer(
    best: dict[int, Candidate], score: float, at: int, entity: Entity, bar: float, places: int
) -> float:
    """Keep the best that speaks for an entity; return what it takes to come among the first."""
    old = best.get(id(entity))
    if old is None or old.score < score:
        best[id(entity)] = Candidate(score, at, entity)
        if places == 1:
            return max(bar, score)
        if len(best) >= places:
            return sorted(candidate.score for candidate in best.values())[-places]
    return bar
