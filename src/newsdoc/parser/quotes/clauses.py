"""Clauses: whose verb is whose, as far as it can be told without a tagger.

Where the speaker does not stand beside the cue ("…, adding that", "… and said",
a marked span without a cue), it is the subject of a clause to the left. This
module reads the clauses of a unit from left to right: each verb that shows
itself, with the subject before it and how the clause is tied to the others.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import Final, NamedTuple

from newsdoc.lexicon.tags import (
    ADVERB,
    AUXILIARY,
    CLITIC,
    COMPLEMENTIZER,
    CONJUNCTION,
    CUE,
    DETERMINER,
    NEGATION,
    PREPOSITION,
    PRONOUN,
    SUBJECT,
    SUBORDINATOR,
)
from newsdoc.parser.phrases import Phrase, apposed_phrase, is_verb, left_phrase
from newsdoc.parser.quotes.scene import BREAK, CLOSE, COMMA, DASH, JOIN, Scene

_ADVERBIAL: Final = frozenset(
    [
        "when",
        "while",
        "as",
        "after",
        "before",
        "because",
        "since",
        "if",
        "although",
        "though",
        "until",
        "unless",
        "whereas",
        "where",
    ]
)
_WHO: Final = frozenset({"who", "which", "that"})


class Tie(Enum):
    """How a clause is tied to what stands before it."""

    MAIN = auto()
    JOINED = auto()  # 'and she left'
    ADVERBIAL = auto()  # 'when she left'
    CONTENT = auto()  # 'that she left'
    RELATIVE = auto()  # 'who left'


class Clause(NamedTuple):
    """A clause: the words of its subject, its verb, and its tie."""

    subject: Phrase
    verb: int
    tie: Tie


def read_clauses(scene: Scene, first: int, last: int) -> list[Clause]:
    """Return the clauses with a subject of their own whose verbs stand from *first* to *last*."""
    tags, lowers, bits, mark_at = scene.tags, scene.words.lowers, scene.bits, scene.mark_at
    found: list[Clause] = []
    floor = first
    j = first
    while j < last:
        if mark_at[j] >= 0:
            j += 1
            floor = j
            continue
        if not _shows_verb(scene, j, first):
            j += 1
            continue
        begin = j
        while begin > floor and tags[begin - 1] & ADVERB and not bits[begin] & BREAK:
            begin -= 1
        clause = _clause(scene, begin, j, floor, first)
        if clause is not None:
            found.append(clause)
        j += 1
        while (
            j < last and not bits[j] & BREAK and tags[j] & (AUXILIARY | NEGATION | CLITIC | ADVERB)
        ):
            j += 1
        if clause is None or clause.tie is not Tie.RELATIVE:
            floor = j
    return found


def _shows_verb(scene: Scene, j: int, first: int) -> bool:
    """Whether word *j* shows itself as a finite verb."""
    tags, lowers = scene.tags, scene.words.lowers
    t = tags[j]
    word = scene.words.words[j]
    before = tags[j - 1] if j > first else 0
    if lowers[j - 1] == "to" and j > first:
        return False
    if is_verb(scene, j):
        return True
    if t & CLITIC and scene.bits[j] & JOIN and before & SUBJECT and lowers[j] != "t":
        return True
    if not word.islower() or scene.bits[j] & (BREAK | JOIN):
        return False
    if t & (
        PREPOSITION
        | CONJUNCTION
        | DETERMINER
        | ADVERB
        | SUBORDINATOR
        | COMPLEMENTIZER
        | PRONOUN
        | CLITIC
    ):
        return False
    if before & SUBJECT and lowers[j - 1] not in {"it", "one", "you"}:
        return True
    if (
        t & CUE
        and j > first
        and scene.words.words[j - 1][0].isupper()
        and not lowers[j].endswith("ing")
    ):
        return True
    if (
        lowers[j].endswith("s")
        and j > first
        and scene.words.words[j - 1][0].isupper()
        and j + 1 < len(tags)
    ):
        return bool(
            tags[j + 1] & (DETERMINER | PREPOSITION | PRONOUN | COMPLEMENTIZER)
        ) and not before & (PREPOSITION | DETERMINER)
    return False


def _clause(scene: Scene, begin: int, verb: int, floor: int, first: int) -> Clause | None:
    tags, lowers, bits = scene.tags, scene.words.lowers, scene.bits
    if begin <= floor:
        return None
    if bits[begin] & (COMMA | DASH):
        phrase = apposed_phrase(scene, begin, floor)
        if phrase is None:
            return None
        start, end = phrase
    else:
        if bits[begin] & (BREAK & ~CLOSE):
            return None
        if tags[begin] & CLITIC:
            return Clause((begin - 1, begin), verb, Tie.MAIN)
        if lowers[begin - 1] in _WHO:
            return Clause((begin - 1, begin), verb, Tie.RELATIVE)
        if tags[begin - 1] & (CONJUNCTION | PREPOSITION) and not tags[begin - 1] & PRONOUN:
            return None
        start, end = left_phrase(scene, begin, floor), begin
        if start >= end:
            return None
    if start == first:
        return Clause((start, end), verb, Tie.MAIN)
    opener = lowers[start - 1] if not bits[start] & (BREAK & ~COMMA) else ""
    if bits[start] & BREAK:
        return Clause((start, end), verb, Tie.MAIN)
    if opener in {"that", "whether", "how", "why", "what"}:
        return Clause((start, end), verb, Tie.CONTENT)
    if opener in _ADVERBIAL:
        return Clause((start, end), verb, Tie.ADVERBIAL)
    if tags[start - 1] & CONJUNCTION or tags[start - 1] & ADVERB:
        return Clause((start, end), verb, Tie.JOINED)
    return Clause((start, end), verb, Tie.CONTENT)


def speaking_clause(clauses: list[Clause], before: int) -> Clause | None:
    """Return the clause whose subject speaks where word *before* has no subject of its own."""
    for clause in reversed(clauses):
        if clause.verb < before and clause.tie not in (Tie.CONTENT, Tie.RELATIVE):
            return clause
    return next((c for c in clauses if c.verb < before), None)
