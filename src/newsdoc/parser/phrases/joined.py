"""Conjunctions: whether one joins two noun phrases, or two clauses."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.tags import (
    ADVERB,
    ADVERBIAL,
    AUXILIARY,
    BODY,
    CONJUNCTION,
    CUE,
    DETERMINER,
    MEDIUM,
    NUMBER,
    PLURAL,
    PREPOSITION,
    SUBJECT,
    TITLE,
    WEEKDAY,
)
from newsdoc.parser.gaps import BREAK, CLOSE, JOIN
from newsdoc.parser.phrases.borders import CLAUSE, Gapped, is_verb

_BOTH: Final = 6  # words: 'both the mayor of Hull and Ann Roe'
_SHORT: Final = 4  # words: 'the port authority' and Ann Roe
_PAIR: Final = 2  # words: 'the nurses'
_BEFORE_CLAUSE: Final = CONJUNCTION | CLAUSE | CUE  # 'said she and her aides'
_NO_NOUN: Final = DETERMINER | PREPOSITION | AUXILIARY | CLAUSE
NOUNS: Final = TITLE | BODY | PLURAL | MEDIUM  # tags that nouns have


def joins(scene: Gapped, j: int, floor: int) -> bool:
    """Whether the conjunction at *j* joins two noun phrases, not two clauses."""
    words, tags = scene.words.words, scene.tags
    if scene.lowers[j] not in {"and", "or", "nor"} or j <= floor:
        return False
    if scene.bits[j] & (BREAK & ~CLOSE):
        return False
    before, after = tags[j - 1], tags[j + 1]
    if before & SUBJECT:
        return True
    if before & (AUXILIARY | ADVERB | WEEKDAY) or after & SUBJECT:
        return False
    if words[j + 1][0].isupper():
        both = "both" in scene.lowers[max(floor, j - _BOTH) : j]
        if words[j - 1][0].isupper() or both or _is_short(scene, j, floor):
            return True
        return bool(before & TITLE) and _is_bare(scene, j - 1, floor)
    for k in range(j - 1, max(floor, j - 8) - 1, -1):
        if scene.bits[k + 1] & BREAK:
            break
        if is_verb(scene, k):
            return False
    return True


def _is_short(scene: Gapped, j: int, floor: int) -> bool:
    """Whether a short noun phrase is all before the conjunction at *j*: 'the firm', 'experts'.

    'The tide turns' could be one.
    """
    if scene.tags[floor] & ADVERBIAL and floor + 1 < j:
        floor += 1  # 'While the watchdog'
    if scene.tags[floor] & (DETERMINER | NUMBER):
        return j - floor <= _PAIR
    return j - floor <= _SHORT and scene.lowers[j - 1].endswith("s")


def _is_bare(scene: Gapped, j: int, floor: int) -> bool:
    """Whether nothing but nouns stands before *j*: 'former Navy pilot' and NASA astronaut Roe."""
    for k in range(j, max(floor, j - _SHORT) - 1, -1):
        if scene.tags[k] & _NO_NOUN or is_verb(scene, k):
            return False
        if scene.bits[k] & BREAK:
            return True
    return j - floor < _SHORT


def is_joined(scene: Gapped, j: int, floor: int) -> bool:
    """Whether a pronoun at *j* opens a clause, and 'and' joins a noun phrase to it."""
    if not scene.tags[j + 1] & CONJUNCTION:
        return False
    return j == floor or bool(scene.bits[j] & BREAK or scene.tags[j - 1] & _BEFORE_CLAUSE)


def is_pronoun(scene: Gapped, j: int) -> bool:
    """Whether word *j* is a subject of its own: 'she', but not the last of 'the F.B.I.'."""
    return bool(scene.tags[j] & SUBJECT) and not scene.bits[j] & JOIN
