"""Cues that count only with words in marks: ``X called it "content"``."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.speech import THIRD
from newsdoc.lexicon.tags import (
    CONJUNCTION,
    PREPOSITION,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    WEEKDAY,
)
from newsdoc.parser.quotes.closing import Found
from newsdoc.parser.quotes.ends import says_next, says_on
from newsdoc.parser.quotes.rules import Rule
from newsdoc.parser.quotes.scene import BREAK, COLON, COMMA, DASH, SEMICOLON, Scene
from newsdoc.parser.quotes.verbs import Verb

_NEAR: Final = 40  # words: marked words belong to a cue before them within so many


def in_marks(scene: Scene, verb: Verb, limit: int) -> Found | None:
    """`X called it "…"`: the words of the clause behind a cue that counts only with marks."""
    start = verb.last + 1
    if start >= limit or (scene.mark_at[start] >= 0 and not _speaks(scene, verb)):
        return None
    end, stop = _clause_with_marks(scene, start, min(limit, start + _NEAR))
    if not end:
        return None
    tags = scene.tags
    while start < end - 1 and tags[start] & PREPOSITION and scene.mark_at[start] < 0:
        start += 1
    loose = PREPOSITION | TIME | WEEKDAY | CONJUNCTION | SUBORDINATOR
    cut = stop < limit and not scene.bits[stop] & BREAK
    if cut or (end < limit and tags[end] & loose):
        stop = end
    return Found([(start, stop)], None, Rule.CALLED)


def _clause_with_marks(scene: Scene, start: int, limit: int) -> tuple[int, int]:
    """Return the word behind the last marked one of the clause from *start*, and its end."""
    tags, bits = scene.tags, scene.bits
    end = 0
    for k in range(start, limit):
        if scene.mark_at[k] >= 0:
            end = k + 1
            continue
        b = bits[k] if k > start else 0
        if b & (SEMICOLON | DASH | COLON):
            return end, k
        if b & COMMA and not end and says_next(scene, k, limit):
            return 0, k  # 'X criticized Y, Z shot back, "…"'
        if b & COMMA and (end or tags[k] & (CONJUNCTION | RELATIVE | SUBORDINATOR)):
            return end, k
        if tags[k] & CONJUNCTION and says_on(scene, k + 1, limit):
            return end, k
    return end, limit


def _speaks(scene: Scene, verb: Verb) -> bool:
    """Whether a verb right before marks has a speaker, unlike 'a class called "Home"'."""
    before = verb.first - 1
    if verb.first != verb.i or scene.tags[before] & (SUBJECT | RELATIVE) or verb.cue.form & THIRD:
        return True
    return scene.capital(before)
