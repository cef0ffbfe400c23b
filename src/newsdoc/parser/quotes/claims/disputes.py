"""What is disputed: claims that are blasted or hit back at, and what is said to deny them."""

from __future__ import annotations

from typing import Final

from newsdoc.model import Stance
from newsdoc.parser.gaps import BREAK, COLON
from newsdoc.parser.quotes.claims.around import Found
from newsdoc.parser.quotes.claims.ends import content_end
from newsdoc.parser.quotes.clauses.verbs import Verb
from newsdoc.parser.quotes.scene import Scene

_DISPUTES: Final = frozenset(
    {"blast", "condemn", "criticise", "criticize", "decry", "denounce", "mock", "ridicule", "slam"}
)
_CLAIMS: Final = frozenset({"accusations", "allegations", "assertions", "claims", "suggestions"})
_HITS: Final = frozenset({"hit back", "hit out"})
_ADJECTIVES: Final = 4  # words: 'recent Republican claims'


def claims_that(scene: Scene, verb: Verb, limit: int) -> int:
    """Return where claims end that a verb disputes, or 0: 'blasted claims that it was shut'."""
    start = verb.last + 1
    if verb.cue.lemma not in _DISPUTES:
        return 0
    for k in range(start, min(limit - 1, start + _ADJECTIVES)):
        if scene.bits[k] & BREAK:
            break
        if scene.lowers[k] in _CLAIMS:
            that = scene.lowers[k + 1] == "that"
            return content_end(scene, k + 1, limit) if that else 0
    return 0


def hits_claims(scene: Scene, verb: Verb, limit: int) -> bool:
    """Whether claims are what somebody hits back at: 'hit back at claims of a “cover-up”'."""
    start = verb.last + 1
    if verb.cue.lemma not in _HITS or start >= limit or scene.lowers[start] != "at":
        return False
    near = range(start, min(limit, start + _ADJECTIVES))
    claims = next((k for k in near if scene.lowers[k] in _CLAIMS), start)
    return claims > start and not scene.marked(start, claims + 1)


def retorted(scene: Scene, verb: Verb, found: Found | None) -> Found | None:
    """Return what was found, asserted where a colon opens it: 'denied the charge: “I slept”'."""
    if found and verb.stance is Stance.DENIES:
        first = found.parts[0][0]
        if first > verb.last + 1 and scene.bits[first] & COLON and scene.mark_at[first] >= 0:
            verb.stance = Stance.ASSERTS
    return found
