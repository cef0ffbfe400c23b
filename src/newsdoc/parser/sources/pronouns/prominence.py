"""Prominence: how much a name stands out by its place in the sentence, as its subject or less."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags as t
from newsdoc.parser.sources.article import Article, Step
from newsdoc.parser.sources.names.edges import APOSTROPHES, HYPHENS
from newsdoc.parser.sources.roster import Roster

_OPENS_CLAUSE: Final = t.PREPOSITION | t.SUBORDINATOR | t.COMPLEMENTIZER
VERB: Final = t.AUXILIARY | t.CUE | t.ADVERB | t.PAST | t.NEGATION
_NO_ROLE: Final = t.AUXILIARY | t.CUE | t.PAST | t.SUBORDINATOR | t.RELATIVE
_TELLS: Final = t.BE | t.HAVE | t.WHO  # before the word for a death
_OWN: Final = 3  # words of its own phrase that may stand before a name
_ROLE: Final = 8  # words of a role that opens a sentence before a name and its comma
_FATE: Final = 4  # words behind a name that tell of a death: 'who had been killed'
ASKED: Final = frozenset(("asked", "challenged", "pressed", "questioned", "quizzed"))
_ANSWERS: Final = frozenset(
    ("advice", "answer", "explanation", "message", "reply", "response", "retort", "verdict")
)


class Prominence(Step):
    """Tells how much the names of an article stand out."""

    def __init__(self, article: Article, roster: Roster) -> None:
        super().__init__(article)
        self.roster = roster

    def role(self, name: int) -> float:
        """Return how much a name stands out by its place in the sentence."""
        words, first, after = self.words, self.names.first[name], self.names.last[name] + 1
        if self.places.inside(first) or words.gaps[after] == "/":
            return -4  # 'Jane Roe/Agency' took a picture
        if after == len(words):
            return 0
        gap, tag = words.gaps[after], words.tags[after]
        if gap in APOSTROPHES or "whose" in words.lowers[max(0, first - _OWN) : first]:
            # 'Roe's answer was short. “No,” he said'
            answers = not _ANSWERS.isdisjoint(words.lowers[after + 1 : after + 2])
            return 3.5 if answers and self.opens(first) else -1
        opens = self.opens(first)
        if (gap.startswith(",") and self.is_aged(after)) or self.is_presented(first, after):
            return 3.5
        if not opens and words.tags[self.before(first)] & t.PREPOSITION:
            return -2
        if gap == " ":
            if tag & VERB or words.lowers[after].endswith(("ed", "es")):
                return 3.5 if opens else 2.5
            if tag & (t.TITLE | t.BODY) or self.is_plural_noun(after):
                return -2
        if gap.startswith(","):
            return 3.5 if opens else 1
        return 3.5 if opens else 0

    def is_presented(self, first: int, after: int) -> bool:
        """Whether a sentence presents who is named, though not as what opens it.

        'His rival, Jim Roe, was angry', 'Among them is Jim Roe', 'It was Jim Roe who', 'For Roe,
        it is late', 'Asked why, Jim Roe left', but not 'Her father, Jim Roe, was a judge', nor
        'His dog, Rex, was old', 'Among the dead is Jim Roe', 'His rival, Jim Roe, was killed'.
        """
        words, before, gaps = self.words, first - 1, self.words.gaps
        opening, voiceless = self.places.opening(first), self.lexicon.voiceless
        told = _FATE if words.tags[after] & _TELLS else 1  # but not 'called the dead man'
        if not self.lexicon.deaths.isdisjoint(words.lowers[after : after + told]):
            return False
        if gaps[first] == " ":
            word = words.lowers[opening]
            if opening == before:
                return word == "for" and gaps[after] == ", " and self.names.at(after) < 0
            be = words.tags[before] & t.BE
            whose = words.lowers[opening : min(before, opening + _ROLE)]
            among = word == "among" and voiceless.isdisjoint(whose)
            return bool(be) and (among or (word == "it" and words.lowers[after] == "who"))
        if gaps[first] == ", " and words.lowers[opening] in ASKED:
            return gaps[after] == " "
        if gaps[first] != ", " or gaps[after] != ", " or not self.is_verb(after):
            return False
        one = words.lowers[before]
        if first - opening > _ROLE or one in self.lexicon.kin or one in voiceless:
            return False
        role = range(opening, before)
        return not any(words.tags[i] & _NO_ROLE or gaps[i + 1] == ", " for i in role)

    def before(self, first: int) -> int:
        """Return the word before a name and its article: 'of | the Senate', 'of | the SPD-led'."""
        words, before = self.words, first - 1
        if before > 1 and words.gaps[before] in HYPHENS and words.words[before].islower():
            before -= 2
        return before - (words.lowers[before] == "the")

    def is_plural_noun(self, i: int) -> bool:
        """Whether a word in -s is no verb, since one follows: 'Ohio | teachers filled the hall'."""
        words, verb = self.words, i + 1
        if verb >= len(words) or words.gaps[verb] != " " or words.lowers[i][-1:] != "s":
            return False
        return bool(words.tags[verb] & VERB) or words.lowers[verb].endswith("ed")

    def is_aged(self, after: int) -> bool:
        """Whether an age stands behind a name, and more: 'Roe, 79, who'."""
        return self.words.words[after].isdigit() and self.words.gaps[after + 1].startswith(",")

    def opens(self, first: int) -> bool:
        """Whether a name opens its sentence, but for three words of its own phrase."""
        words, start = self.words, self.places.opening(first)
        if first - start > _OWN or (first > start and self.is_verb(first - 1)):
            return False
        for i in range(start, first):
            if words.tags[i] & _OPENS_CLAUSE or words.gaps[i + 1] != " ":
                return False
        return True

    def is_verb(self, i: int) -> bool:
        """Whether the word *i* is a verb, so that a name behind it is its object: 'met Roe'."""
        tag = self.words.tags[i]
        return bool(tag & (t.CUE | t.PAST | t.AUXILIARY)) or self.words.lowers[i].endswith("ed")
