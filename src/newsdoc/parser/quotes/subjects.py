"""Subjects: who speaks, from where the verb stands.

The subject stands to the left of its verb ('X said', 'X, a doctor, said', 'X,
who said'), behind it ('said X'), or with another verb ('X left and said', 'X
left, saying'). The rules are asked in the order of `subject_of`.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import Final, NamedTuple

from newsdoc.lexicon.tags import (
    COMPLEMENTIZER,
    CONJUNCTION,
    MEDIUM,
    MONTH,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    TIME,
    WEEKDAY,
)
from newsdoc.parser.phrases import Phrase, apposed_phrase, is_verb, left_phrase
from newsdoc.parser.quotes.scene import BREAK, CLOSE, COMMA, DASH, Scene
from newsdoc.parser.quotes.verbs import Verb

_WHEN: Final = WEEKDAY | MONTH | TIME


class How(Enum):
    """Where a subject was found."""

    OWN = auto()
    RELATIVE = auto()
    SHARED = auto()  # it is that of a clause to the left


class Subject(NamedTuple):
    """The subject of a verb: its words, or None where it is that of another clause."""

    phrase: Phrase | None
    how: How


SHARED: Final = Subject(None, How.SHARED)


def subject_of(scene: Scene, verb: Verb, floor: int) -> Subject | None:
    """Return the subject of *verb*, not looking left of word *floor*; None where it has none."""
    first = verb.first
    if verb.passive:
        return None
    if first <= floor:
        return None if verb.finite else SHARED
    tags, lowers, bits = scene.tags, scene.words.lowers, scene.bits
    left, word = tags[first - 1], lowers[first - 1]
    if bits[first] & (BREAK & ~CLOSE):
        if not verb.finite:
            return SHARED
        if bits[first] & (COMMA | DASH):
            phrase = apposed_phrase(scene, first, floor)
            return Subject(phrase, How.OWN) if phrase else SHARED
        return None
    if left & RELATIVE and (word != "that" or verb.finite) and word in {"who", "which", "that"}:
        if word == "that":
            start = left_phrase(scene, first - 1, floor)
            return Subject((start, first - 1), How.OWN) if start < first - 1 else None
        return Subject((first - 1, first), How.RELATIVE)
    if left & CONJUNCTION or word == "then":
        return SHARED
    if not verb.finite and left & (PREPOSITION | SUBORDINATOR):
        return SHARED
    if not verb.finite and left & MEDIUM:
        return SHARED
    phrase = own_subject(scene, first, floor)
    if phrase is None:
        return None if verb.finite else SHARED
    return Subject(phrase, How.OWN)


def own_subject(scene: Scene, first: int, floor: int) -> Phrase | None:
    """Return the noun phrase that ends before word *first*, adverbials of time left out."""
    tags = scene.tags
    end = without_time(scene, first, floor)
    last = end - 1
    if last < floor or is_verb(scene, last):
        return None
    if scene.bits[end] & BREAK and end != first:
        return apposed_phrase(scene, end, floor)
    if (
        tags[last] & (CONJUNCTION | PREPOSITION | SUBORDINATOR | COMPLEMENTIZER)
        and not tags[last] & PRONOUN
    ):
        return None
    start = left_phrase(scene, end, floor)
    return (start, end) if start < end else None


def without_time(scene: Scene, end: int, floor: int) -> int:
    """Return *end*, or where an adverbial of time before it begins: 'X on Tuesday said'."""
    tags, lowers = scene.tags, scene.words.lowers
    e = end
    while e - 1 > floor and (
        tags[e - 1] & _WHEN or (lowers[e - 1].isdigit() and tags[e - 2] & MONTH)
    ):
        if scene.bits[e] & BREAK and e != end:
            break
        e -= 1
    if (
        e < end
        and lowers[e - 1] in {"on", "in", "at", "late", "early", "of", "by"}
        and e - 1 > floor
    ):
        e -= 1
    return e if e > floor and not is_verb(scene, e - 1) else end
