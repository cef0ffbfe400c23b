"""Relative clauses behind a noun, whole or reduced: 'who left', 'seen by X', 'calling himself'."""

from __future__ import annotations

from newsdoc.lexicon.tags import (
    ASIDE,
    AUXILIARY,
    BODY,
    CUE,
    DETERMINER,
    MEDIUM,
    PAPER,
    PAST,
    PLURAL,
    PREPOSITION,
    TITLE,
    WHO,
)
from newsdoc.parser.gaps import BREAK
from newsdoc.parser.phrases.borders import Gapped, is_verb


def opens_relative(scene: Gapped, j: int) -> bool:
    """Whether word *j* opens a relative clause."""
    return bool(scene.tags[j] & WHO) or scene.words.lowers[j] == "that"


def relates(scene: Gapped, j: int, start: int) -> bool:
    """Whether a relative clause opens at *j*: 'who …', 'a source involved in …'."""
    if opens_relative(scene, j):
        return True
    if scene.words.words[j].endswith("ing"):
        return _acts(scene, j)
    paper = scene.tags[j - 1] & (PAPER | MEDIUM) > 0  # 'data released Friday'
    if scene.words.lowers[j] == "involved" and scene.words.words[j - 1][0].isupper():
        return not scene.bits[j] & BREAK  # 'Democrats involved in the talks'
    if scene.tags[j] & (AUXILIARY | PAST) or not scene.words.words[j - 1].islower():
        return False
    return (paper or j > start + 1) and is_verb(scene, j)


def _acts(scene: Gapped, j: int) -> bool:
    """Whether a participle at *j* tells what somebody does: 'a man calling himself Paul'.

    Those of saying tell what the speaker does next: 'said the mayor adding that'.
    """
    k = j + 1
    if k >= len(scene.tags) or scene.tags[j - 1] & ~(TITLE | PLURAL | BODY | PAPER):
        return False
    if not scene.words.words[j - 1].islower():
        return False
    if scene.words.lowers[k].endswith(("self", "selves")):
        return True
    opens = scene.tags[k] & (PREPOSITION | DETERMINER)
    return bool(opens) and not scene.tags[j] & (CUE | PREPOSITION | ASIDE | MEDIUM | PAPER)
