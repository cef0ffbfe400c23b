"""Clauses by their finite verbs: whether words are one, and where its verb stands."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.speech import CLAUSE, OBJECT
from newsdoc.lexicon.tags import (
    ADVERBIAL,
    AUXILIARY,
    COMPLEMENTIZER,
    CONJUNCTION,
    CUE,
    DETERMINER,
    MEDIUM,
    MONTH,
    NUMBER,
    PAPER,
    PERHAPS_PAST,
    PREPOSITION,
    QUESTION,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    WHO,
)
from newsdoc.parser.gaps import BREAK, COMMA, MARK
from newsdoc.parser.phrases import is_verb, right_phrase
from newsdoc.parser.quotes.clauses.groups import GROUP, is_adverb
from newsdoc.parser.quotes.scene import Scene

_NOT_FINITE: Final = ("be", "been", "ing")
_PARTICLES: Final = frozenset({"away", "back", "down", "off", "out", "up"})
_STOPS: Final = BREAK & ~MARK
_EMBEDS: Final = WHO | RELATIVE | SUBORDINATOR | COMPLEMENTIZER | ADVERBIAL  # opens a clause
_WHO_ACTS: Final = frozenset({"he", "i", "she", "there", "they", "we"})  # and are no objects
_ONE: Final = frozenset({"a", "an", "another"})
_HEARD: Final = CUE | MEDIUM | PAPER  # tags of what is heard
_EVIDENCE: Final = frozenset({"case", "evidence", "recording", "tape", "tapes", "testimony"})
_PERIODS: Final = frozenset({"period", "quarter"})
_INTRANSITIVE: Final = frozenset({"arrived", "came", "collapsed", "died", "fell", "lived", "went"})
_NEAR: Final = 16  # words: a bare clause shows its verb within so many


def opens_finite(scene: Scene, start: int, limit: int) -> bool:
    """Whether a subject at word *start* runs into an auxiliary, which no participle can be."""
    lowers, end = scene.lowers, start + 1
    if lowers[start] in _WHO_ACTS:
        return end < limit
    if lowers[start] != "it":
        end = right_phrase(scene, start, limit, full=False)
    while end < limit and is_adverb(scene, end):
        end += 1
    return end < limit and not scene.bits[end] & BREAK and scene.tags[end] & AUXILIARY > 0


def opens_past(scene: Scene, start: int, limit: int) -> bool:
    """Whether a name or 'the men' at word *start* runs into a past form: 'heard the men met'.

    A paper that is heard does nothing: 'heard a statement read by her son'.
    """
    tags, named = scene.tags, scene.capital(start)
    if not named and not tags[start] & (DETERMINER | NUMBER):
        return False  # 'heard arguments presented on Monday'
    end = right_phrase(scene, start, limit, full=False)
    if end + 1 >= limit or scene.bits[end] & BREAK or tags[end - 1] & _HEARD:
        return False
    if scene.lowers[end - 1] in _EVIDENCE:
        return False
    hit = named and tags[end] & PERHAPS_PAST and tags[end + 1] & DETERMINER
    return bool(hit) or (is_verb(scene, end) and (named or is_finite(scene, end)))


def shows_clause(scene: Scene, start: int, limit: int) -> bool:
    """Whether words are a clause, not a noun phrase that holds one: 'posted a video that he made'.

    Its verb stands before any punctuation, or behind the comma that closes an insertion.
    """
    tags, bits = scene.tags, scene.bits
    if is_finite(scene, start):
        return False  # 'a video posted on X by the group showed'
    own, verbs, commas = 1, 0, 0
    counted = scene.lowers[start] in _ONE
    for j in range(start, min(limit, start + _NEAR)):
        t, b = tags[j], bits[j] & _STOPS if j > start else 0
        if b & ~COMMA or (t & CONJUNCTION and (b or counted or _acts(scene, j + 1, limit))):
            break  # 'added a second and Roe made it three', 'added a wing and said that'
        commas += b > 0
        if commas and not b:
            continue
        acts = t & (SUBJECT | RELATIVE) == SUBJECT
        if acts and j > start and not (b or tags[j - 1] & (_EMBEDS | CONJUNCTION)):
            own += 1  # 'the storm (that) he saw'
        if acts or (commas != 1 and is_finite(scene, j) and not tags[j - 1] & SUBJECT):
            verbs += 1
        if verbs >= own:
            return True
        if j > start and t & _EMBEDS:
            own += 1
    return False


def _acts(scene: Scene, j: int, limit: int) -> bool:
    """Whether a verb opens what a conjunction joins at word *j*."""
    return j < limit and is_finite(scene, j)


def main_verb(scene: Scene, start: int, limit: int, frames: int) -> int:
    """Return the verb of the subject that a clause describes: 'a man claiming to be ill was'.

    What the verb of that clause takes starts at word *start*; its *frames* tell whether it
    may be a clause with a verb of its own, as each pronoun and each relative behind it
    has. Without a verb of the subject *limit* is returned.
    """
    tags, lowers = scene.tags, scene.lowers
    opened = start < limit and tags[start] & (COMPLEMENTIZER | SUBJECT | QUESTION)
    opened = opened or frames & (CLAUSE | OBJECT) == CLAUSE
    own = 1 if opened else 0
    perhaps = frames & CLAUSE and not opened  # has it a verb of its own, where two follow?
    verbs: list[int] = []
    main = limit
    for j in range(start, limit):
        if scene.bits[j] & _STOPS or tags[j] & ADVERBIAL:
            break
        if j > start + (own > 0) and (tags[j] & (WHO | SUBJECT) or lowers[j] == "that"):
            own += 1
        if is_finite(scene, j):
            verbs.append(j)
            if len(verbs) > own and main == limit:
                main = j  # 'who claimed the attack (said) it would strike again'
                if not perhaps:
                    return j
    return verbs[own + 1] if perhaps and len(verbs) > own + 1 else main


def _ends_time(scene: Scene, j: int) -> bool:
    """Whether 'ended' at *j* is a participle of a time: 'in the year (ended) March 31'."""
    behind = j + 1
    if scene.lowers[j] != "ended" or behind >= len(scene.words):
        return False
    if not scene.tags[behind] & (MONTH | PREPOSITION):
        return False
    return scene.tags[j - 1] & TIME > 0 or scene.lowers[j - 1] in _PERIODS


def is_finite(scene: Scene, j: int) -> bool:
    """Whether word *j* is the first of a verb group, and no participle that describes a noun."""
    if not is_verb(scene, j) or scene.lowers[j - 1] == "to":
        return False
    grouped = scene.tags[j - 1] & GROUP or is_adverb(scene, j - 1)
    if (grouped and not scene.bits[j] & BREAK) or _ends_time(scene, j):
        return False
    if scene.tags[j] & AUXILIARY:
        return not scene.lowers[j].endswith(_NOT_FINITE)
    behind = j + 1
    if behind >= len(scene.words) or scene.lowers[j] in _INTRANSITIVE:
        return True
    return not scene.tags[behind] & PREPOSITION or scene.lowers[behind] in _PARTICLES
