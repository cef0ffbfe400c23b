"""What stands behind a cue: adjuncts, a hearer, and then content or the end."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final, NamedTuple

from newsdoc.lexicon.speech import ABOUT, INFINITIVE, LISTENER
from newsdoc.lexicon.tags import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    MONTH,
    NUMBER,
    PREPOSITION,
    PRONOUN,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    WEEKDAY,
)
from newsdoc.parser.phrases import is_verb, right_phrase
from newsdoc.parser.quotes.scene import BREAK, CLOSE, COLON, COMMA, MARK, OPEN, Scene
from newsdoc.parser.quotes.verbs import Verb, is_adverb

_WHEN: Final = WEEKDAY | MONTH | TIME
_OPENERS: Final = frozenset({"that", "whether"})
_QUESTIONS: Final = frozenset({"if", "how", "why", "what", "where", "when", "who", "which"})
_ADJUNCTS: Final = frozenset({"as", "while", "when", "after", "before", "since", "until", "because", "though", "although"})
_TOPIC: Final = frozenset({"of", "about", "against"})
_TOPICS: Final = frozenset({"for", "at", "on", "over"})
_REACH: Final = 30  # adjuncts are no longer, in words


class Right(Enum):
    """What stands behind a cue and its adjuncts."""

    END = auto()  # nothing more
    COMMA = auto()
    BREAK = auto()  # a dash, a semicolon, a bracket
    MARK = auto()  # words in quotation marks
    COLON = auto()
    THAT = auto()  # a content clause with its opener
    BARE = auto()  # anything else: a bare clause, a noun phrase
    ABOUT = auto()  # 'of', 'about', 'against' and what is spoken of


class Behind(NamedTuple):
    """What stands behind a cue, and the word it starts with."""

    kind: Right
    at: int


def look_right(scene: Scene, verb: Verb, limit: int) -> Behind:
    """Return what stands behind the cue of *verb*, before word *limit*."""
    tags, lowers, bits = scene.tags, scene.words.lowers, scene.bits
    first = j = verb.last + 1
    frames = verb.cue.frames
    if j >= limit:
        return Behind(Right.END, limit)
    if frames & LISTENER and not bits[j] & BREAK and not _opens(scene, j) and lowers[j] != "to":
        j = _hearer(scene, j, limit)
        if j is None:
            return Behind(Right.BARE, first)
        first = j
    stop = min(limit, j + _REACH)
    while j < stop:
        b = bits[j]
        if b & BREAK:
            if b & OPEN and (close := _closing(bits, j, stop)):
                j = close
                if j >= limit or bits[j] & (BREAK & ~CLOSE) == 0:
                    continue
                b = bits[j]
            return _broken(scene, j, b)
        t, word = tags[j], lowers[j]
        if word in _OPENERS or (word in _QUESTIONS and j == first):
            return Behind(Right.THAT, j)
        if word == "to" and frames & INFINITIVE:
            return Behind(Right.THAT, j)
        if t & _WHEN or is_adverb(scene, j) or (word.isdigit() and j > first):
            j += 1
        elif t & DETERMINER and j + 1 < limit and tags[j + 1] & _WHEN:
            j += 2
        elif word in _ADJUNCTS or (j > first and word.endswith("ing")):
            j = _next_break(scene, j, stop)
        elif word == "about" and j + 1 < limit and (tags[j + 1] & NUMBER or lowers[j + 1].isdigit()):
            return Behind(Right.BARE, j)
        elif t & PREPOSITION and not (t & CONJUNCTION):
            if j == first and (word in _TOPIC or (word in _TOPICS and frames & ABOUT)):
                return _about(scene, j, limit)
            j = _behind_phrase(scene, j, limit)
            if j < 0:
                return Behind(Right.BARE, -j)
        else:
            return Behind(Right.BARE, j)
    return Behind(Right.END, limit) if j >= limit else Behind(Right.BARE, first)


def _opens(scene: Scene, j: int) -> bool:
    word = scene.words.lowers[j]
    return word in _OPENERS or word in _QUESTIONS


def _broken(scene: Scene, j: int, b: int) -> Behind:
    """What stands behind the punctuation before word *j*."""
    if b & MARK and scene.mark_at[j] >= 0 and scene.mark_at[j] != scene.mark_at[j - 1]:
        return Behind(Right.MARK, j)
    if b & COLON:
        return Behind(Right.COLON, j)
    if b & COMMA:
        if scene.words.lowers[j] == "that":
            return Behind(Right.THAT, j)
        return Behind(Right.COMMA, j)
    return Behind(Right.BREAK, j)


def _hearer(scene: Scene, j: int, limit: int) -> int | None:
    """Return the word behind the hearer that starts at *j*, or None where there is none.

    A hearer that runs into a verb is a subject: 'told CNN Trump would win'.
    """
    tags = scene.tags
    if tags[j] & PRONOUN:
        return j + 1
    if tags[j] & (PREPOSITION | _WHEN | ADVERB) and not tags[j] & DETERMINER:
        return j
    end = right_phrase(scene, j, limit, full=False)
    if end < limit and end > j + 1 and is_verb(scene, end) and scene.capital(end - 1):
        return end - 1
    return max(end, j + 1)


def _closing(bits: list[int], j: int, stop: int) -> int | None:
    return next((k for k in range(j + 1, stop) if bits[k] & CLOSE), None)


def _next_break(scene: Scene, j: int, stop: int) -> int:
    """Return where the adjunct clause that opens at *j* ends: at a comma, or 'that'."""
    while j < stop and not scene.bits[j] & BREAK and scene.words.lowers[j] != "that":
        j += 1
    return j if j < stop or j == stop else stop


def _behind_phrase(scene: Scene, j: int, limit: int) -> int:
    """Return the word behind the prepositional phrase at *j*.

    Where its noun phrase runs into a verb, part of it is the subject of a bare
    clause: the word that begins it is returned, negative.
    """
    k = j + 1
    while k < limit and scene.tags[k] & PREPOSITION and not scene.bits[k] & BREAK:
        k += 1
    if k >= limit:
        return limit
    if scene.bits[k] & BREAK:
        return k
    end = k + 1 if scene.tags[k] & (PRONOUN & ~DETERMINER) and not scene.tags[k] & DETERMINER else max(
        k + 1, right_phrase(scene, k, limit, full=False)
    )
    if end < limit and not scene.bits[end] & BREAK and is_verb(scene, end) and end - k > 1:
        at = end - 1
        while at > k + 1 and scene.capital(at) and scene.capital(at - 1):
            at -= 1
        if scene.tags[at] & DETERMINER == 0 and at > k and not scene.capital(at):
            while at > k and not scene.tags[at] & DETERMINER:
                at -= 1
            if at == k:
                return end
        return -at
    return end


def _about(scene: Scene, j: int, limit: int) -> Behind:
    """Where 'of', 'about' or 'against' opens what is spoken of; marks behind it are the content."""
    end = _behind_phrase(scene, j, limit)
    if end < 0:
        return Behind(Right.ABOUT, j)
    if end >= limit:
        return Behind(Right.ABOUT, j)
    b = scene.bits[end]
    if b & BREAK:
        found = _broken(scene, end, b)
        if found.kind in (Right.MARK, Right.COLON):
            return found
        if found.kind is Right.COMMA:
            return found
    if scene.words.lowers[end] == "that":
        return Behind(Right.THAT, end)
    return Behind(Right.ABOUT, j)
