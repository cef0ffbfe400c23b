"""What is disputed: claims that are blasted or hit back at, and what is said to deny them."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.speech import DISPUTES, OBJECT
from newsdoc.model import Stance
from newsdoc.parser.gaps import BREAK, COLON
from newsdoc.parser.phrases import Phrase
from newsdoc.parser.quotes.claims.around import Found
from newsdoc.parser.quotes.claims.ends import content_end
from newsdoc.parser.quotes.clauses.nouns import noun_end
from newsdoc.parser.quotes.clauses.verbs import Verb
from newsdoc.parser.quotes.scene import Scene

_AT: Final = frozenset({"at", "to", "with"})  # 'hit back at claims', 'objected to the idea'
_ADJECTIVES: Final = 4  # words: 'recent Republican claims'


def claims_that(scene: Scene, verb: Verb, limit: int) -> Phrase | None:
    """Return the claims that a verb disputes: 'blasted claims that it was shut'.

    What has no other object needs no 'that': 'brushed off the concerns', 'shot down reports of'.
    """
    frames, start = verb.cue.frames, verb.last + 1
    if not frames & DISPUTES or start >= limit:
        return None
    start += scene.lowers[start] in _AT
    for k in range(start, min(limit, start + _ADJECTIVES)):
        if scene.bits[k] & BREAK:
            break
        if scene.lowers[k] in scene.notions:
            that = scene.lowers[k + 1 : min(k + 2, limit)] == ["that"]
            end = content_end(scene, k, limit, noun=not that)
            if that:
                return start, end
            return None if frames & OBJECT else (start, noun_end(scene, start, scene.comma(k, end)))
    return None


def retorted(scene: Scene, verb: Verb, found: Found | None) -> Found | None:
    """Return what was found, asserted where a colon opens it: 'denied the charge: “I slept”'."""
    if found and verb.stance is Stance.DENIES:
        first = found.parts[0][0]
        if first > verb.last + 1 and scene.bits[first] & COLON and scene.mark_at[first] >= 0:
            verb.stance = Stance.ASSERTS
    return found
