"""Verbs of praise and blame, most of them nouns too: 'Union calls pay offer “insulting”'."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.speech import Cue
from newsdoc.lexicon.tags import BODY, CONJUNCTION, PREPOSITION, SUBJECT, TITLE
from newsdoc.parser.gaps import BREAK, MARK
from newsdoc.parser.phrases import is_verb, left_phrase
from newsdoc.parser.quotes.scene import Scene, Unit

_JUDGING: Final = frozenset(
    {"blast", "brand", "call", "label", "praise", "rip", "savage", "slam", "trash"}
)
_AS: Final = frozenset({"as", "for", "over"})
_OBJECT: Final = 7  # words: marks stand so near to a verb that judges


def judges(scene: Scene, cue: Cue, i: int, unit: Unit) -> bool:
    """Whether what marks judge stands between them and word *i*: 'Critics call the law “a trap”'.

    So does one whose words they are: 'Unions slam the firm’s “insulting” offer'.
    """
    if cue.lemma not in _JUDGING:
        return False
    for j in range(i + 1, min(unit.last, i + _OBJECT)):
        if scene.opens_mark(j):
            return not scene.bits[j] & (BREAK & ~MARK)
        if scene.bits[j] & BREAK or scene.tags[j] & (CONJUNCTION | SUBJECT) or is_verb(scene, j):
            break
        if scene.tags[j] & PREPOSITION and scene.lowers[j] not in _AS:
            break
        if j == i + 1 and scene.lowers[j] in _AS:
            break  # 'calls over “safety”'
    return False


def opens_known(scene: Scene, end: int, floor: int) -> bool:
    """Whether a body, a role or a name of the text opens a unit, and ends before word *end*."""
    if left_phrase(scene, end, floor) != floor:
        return False
    if scene.tags[end - 1] & (BODY | TITLE):
        return True
    named = end - 1 > floor or scene.names(scene.words.words[floor])
    return scene.capital(end - 1) and named
