"""Participles whose subject is not the noun phrase right before them.

'They quoted X as saying', 'blamed X for saying', 'reports of men claiming', 'sent a note saying'.
"""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.speech import PAPERS
from newsdoc.lexicon.tags import (
    AUXILIARY,
    DETERMINER,
    MEDIUM,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    SUBORDINATOR,
    TITLE,
)
from newsdoc.parser.gaps import BREAK
from newsdoc.parser.phrases import PEOPLE, Phrase, is_verb, left_phrase
from newsdoc.parser.quotes.clauses.hearers import is_object
from newsdoc.parser.quotes.clauses.times import without_time
from newsdoc.parser.quotes.clauses.verbs import Subject, Verb
from newsdoc.parser.quotes.scene import Scene

_QUOTING: Final = frozenset(
    {"cite", "cited", "cites", "citing", "quote", "quoted"} | {"quotes", "quoting"}
)

_READ: Final = frozenset({"read", "say"})
_BEFORE: Final = DETERMINER | NUMBER | POSSESSIVE
_SIGN: Final = 6  # words: 'a huge red campaign hat'
SHARED: Final = Subject(None, "shared")


def of_participle(scene: Scene, verb: Verb, floor: int) -> Subject | None:
    """Return the subject of a participle, or None where it is the phrase right before it."""
    first = verb.first
    if scene.tags[first - 1] & (PREPOSITION | SUBORDINATOR):
        return _quoted_as(scene, first, floor) or _blamed(scene, verb, floor) or SHARED
    if sign := bearer(scene, verb, first, floor):
        return sign
    if people := _people_before(scene, first, floor):
        return Subject(people, "own")
    return SHARED if _is_sent(scene, without_time(scene, first, floor), floor) else None


def bearer(scene: Scene, verb: Verb, end: int, floor: int) -> Subject | None:
    """Return what bears the words of a verb behind it: 'girls holding a flag that read “No”'."""
    if scene.lowers[end - 1] not in scene.speech.lists["bearers"] or verb.cue.lemma not in _READ:
        return None
    first = left_phrase(scene, end, max(floor, end - _SIGN))
    opens = (j for j in range(end - 1, first, -1) if _opens_sign(scene, j))
    first = next(opens, first)
    first -= first > floor and scene.tags[first - 1] & _BEFORE > 0 and not scene.bits[first]
    return Subject((first, end), "own")


def _opens_sign(scene: Scene, j: int) -> bool:
    """Whether what bears words opens at *j*: '(holding) banner', 'a sign'."""
    before = scene.tags[j - 1] & PREPOSITION or scene.lowers[j - 1].endswith("ing")
    return bool(before or scene.tags[j] & _BEFORE)


def _people_before(scene: Scene, first: int, floor: int) -> Phrase | None:
    """Return the people before a participle who are spoken of: 'reports of men claiming to be'."""
    noun = first - 1
    if scene.lowers[noun] not in PEOPLE or noun - 1 <= floor:
        return None
    start = noun
    while start - 1 > floor and not scene.tags[start - 1] and not scene.bits[start] & BREAK:
        start -= 1  # 'of angry young men claiming'
    held = scene.tags[start - 1] & PREPOSITION and scene.lowers[start - 1] != "to"
    return (start, first) if held and not scene.bits[start] & BREAK else None


def _is_sent(scene: Scene, end: int, floor: int) -> bool:
    """Whether the words before *end* are sent, and do not speak: 'issued a statement'."""
    tags, lowers = scene.tags, scene.lowers
    if tags[end - 1] & MEDIUM:
        return True
    start = max(floor, left_phrase(scene, end, floor) - 2)
    sent = (j for j in range(start, end - 1) if tags[j] & MEDIUM)
    return any(lowers[j + 1] == "to" for j in sent)  # 'a letter to the board'


def _quoted_as(scene: Scene, first: int, floor: int) -> Subject | None:
    """Return who is quoted in 'they quoted X as saying'."""
    lowers = scene.lowers
    if lowers[first - 1] != "as":
        return None
    end = first - 1
    near = range(end - 2, max(floor, left_phrase(scene, end, floor) - 2) - 1, -1)
    quoted = (j for j in near if lowers[j] in _QUOTING and lowers[j + 1] != "by")
    at = next(quoted, end)  # 'quoted unnamed officials as saying'
    return Subject((at + 1, end), "own") if at < end else None


def _blamed(scene: Scene, verb: Verb, floor: int) -> Subject | None:
    """Return whom somebody praised or blamed 'for saying' it: 'scolded Roe for saying that'."""
    end = verb.first - 1
    if verb.cue.frames & PAPERS:
        return None  # 'praised Roe for showing “courage”'
    if scene.lowers[end] != "for" or scene.bits[end] & BREAK or end - 1 <= floor:
        return None
    start = left_phrase(scene, end, floor)
    object_ = start > floor and not scene.bits[start] & BREAK and is_verb(scene, start - 1)
    if not object_ or scene.tags[start - 1] & AUXILIARY:
        return None
    somebody = is_object(scene, start) or scene.capital(end - 1)
    titled = scene.tags[end - 1] & TITLE and scene.tags[start] & DETERMINER
    return Subject((start, end), "own") if somebody or titled else None
