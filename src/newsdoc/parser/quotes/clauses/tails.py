"""Noun phrases that end with a clause: 'a man who left', 'residents polled', 'the man she met'."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.tags import (
    ADVERB,
    AUXILIARY,
    COMPLEMENTIZER,
    CONJUNCTION,
    CUE,
    DETERMINER,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    WHO,
)
from newsdoc.parser.gaps import BREAK
from newsdoc.parser.phrases import WHEN, Phrase, left_phrase, relative_before
from newsdoc.parser.quotes.scene import Scene

_MANY: Final = frozenset({"both", "many", "others", "people", "some", "they", "those", "we"})
_HANGS: Final = PREPOSITION | RELATIVE  # opens what hangs on a noun
_OPENS: Final = CONJUNCTION | SUBORDINATOR | COMPLEMENTIZER  # before a subject
_NO_NOUN: Final = CONJUNCTION | PREPOSITION | SUBORDINATOR | COMPLEMENTIZER
_NO_HEAD: Final = _NO_NOUN | AUXILIARY | ADVERB | CUE | WHEN | PRONOUN | DETERMINER
_CONTACT: Final = 10  # words: no clause without a pronoun is longer


def with_clause(scene: Scene, end: int, floor: int, first: int) -> Phrase | None:
    """Return the noun phrase before the verb at *first* whose clause ends with a verb.

    That stands before word *end*, behind which a time may come.
    """
    last = end - 1
    if end == first and _is_participle(scene, last, floor):
        return left_phrase(scene, last, floor), end
    return _with_relative(scene, last, floor, first) or with_contact(scene, last, floor, first)


def with_contact(scene: Scene, last: int, floor: int, end: int) -> Phrase | None:
    """Return the noun phrase that ends, before word *end*, with a clause that nothing opens.

    'The man she married', 'residents we spoke to'; its last verb or preposition is word *last*.
    """
    who = last - 1
    while who > max(floor, last - _CONTACT) and not scene.tags[who] & SUBJECT:
        if scene.bits[who + 1] & BREAK:
            return None
        who -= 1
    noun = who - 1
    if noun < floor or not scene.tags[who] & SUBJECT or scene.tags[who] & (WHO | DETERMINER):
        return None
    if (scene.bits[who] | scene.bits[who + 1]) & BREAK or scene.tags[noun] & _NO_HEAD:
        return None
    start = left_phrase(scene, who, floor)
    opens = start == floor or scene.bits[start] & BREAK or scene.tags[start - 1] & _OPENS
    return (start, end) if opens and start < who else None


def _with_relative(scene: Scene, verb: int, floor: int, end: int) -> Phrase | None:
    """Return the noun phrase that ends, before word *end*, with a relative clause.

    That has a verb at word *verb* or left of it: 'a man who left', 'who knew her for years'.
    """
    who = relative_before(scene, verb, floor)
    if who is None or who <= floor:
        return None
    start = left_phrase(scene, who, floor)
    return (start, end) if start < who else (who, who + 1)


def _is_participle(scene: Scene, j: int, floor: int) -> bool:
    """Whether a noun's participle stands at *j*, right before its verb: 'residents polled said'."""
    noun = j - 1
    finite = not scene.lowers[j + 1].endswith("ing")
    if noun < floor or not finite or scene.bits[j] & BREAK:
        return False
    if scene.tags[noun] & (AUXILIARY | SUBJECT | _NO_NOUN) or not scene.words.words[noun].islower():
        return False
    many = is_many(scene, noun, j) or scene.tags[noun - 1] & DETERMINER
    return scene.lowers[j].endswith("ed") and bool(many)


def is_many(scene: Scene, first: int, last: int) -> bool:
    """Whether a phrase is plural: 'critics of the plan', 'both'."""
    end = next((j for j in range(first + 1, last) if scene.tags[j] & _HANGS), last)
    if scene.lowers[end - 1].endswith("s") or scene.tags[end - 1] & PLURAL:
        return True
    return not _MANY.isdisjoint(scene.lowers[first:end])  # 'people familiar with it'
