"""Cues of several words: 'poured cold water', 'made it clear', 'voiced (grave) concern'."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.speech import Cue
from newsdoc.lexicon.tags import COMPLEMENTIZER, CONJUNCTION, PREPOSITION
from newsdoc.parser.gaps import BREAK
from newsdoc.parser.quotes.scene import Scene

_MADE: Final = frozenset({"clear", "plain"})  # 'made it quite clear'
_ADJECTIVES: Final = 4  # words: 'recent Republican claims'
_NO_ADJECTIVE: Final = CONJUNCTION | COMPLEMENTIZER | PREPOSITION


def phrase_at(
    scene: Scene, phrases: list[tuple[list[str], Cue]], i: int, end: int
) -> tuple[Cue, int] | None:
    """Return the cue of several words that opens at word *i*, if any, and its last word.

    'It' and an adverb may stand amid it: 'made it quite clear'.
    """
    lowers, first = scene.lowers, i + 1
    for rest, cue in phrases:
        amid = rest[0] in _MADE and lowers[first] == "it"
        for j in (first, first + 1, first + 2) if amid else (first,):
            last = j + len(rest) - 1
            if last <= end and lowers[j : last + 1] == rest:
                return cue, last
    return None


def view_at(scene: Scene, first: int, limit: int) -> int:
    """Return where a view is named in a few words from *first* on, 'grave concern', or 0."""
    for j in range(first, min(limit, first + _ADJECTIVES)):
        if scene.bits[j] & BREAK or scene.tags[j] & _NO_ADJECTIVE:
            break
        if scene.lowers[j] in scene.speech.views:
            return j
    return 0
