"""Adverbials behind a cue that are said: 'said for now the road would stay shut'.

Others tell when and where it was said, 'said in court the road was shut'.
"""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.speech import CLAUSE, OBJECT
from newsdoc.lexicon.tags import ADVERBIAL, MEDIUM
from newsdoc.parser.gaps import BREAK
from newsdoc.parser.quotes.scene import Scene

# Nobody speaks 'despite the rain', 'unless' or 'without help'.
_SAID: Final = frozenset(
    {"although", "because", "despite", "maybe", "once", "perhaps", "though", "unless"}
)
_PREPOSITIONS: Final = frozenset({"among", "given", "like", "unlike", "until", "without"})
_SET: Final = frozenset(
    {
        ("as", "a", "consequence"),
        ("as", "a", "result"),
        ("at", "best"),
        ("at", "first"),
        ("at", "night"),
        ("at", "present"),
        ("at", "times"),
        ("at", "worst"),
        ("for", "example"),
        ("for", "instance"),
        ("for", "now"),
        ("for", "once"),
        ("from", "now", "on"),
        ("in", "addition"),
        ("in", "fact"),
        ("in", "future"),
        ("in", "general"),
        ("in", "practice"),
        ("in", "principle"),
        ("in", "reality"),
        ("in", "return"),
        ("in", "the", "end"),
        ("in", "the", "future"),
        ("in", "theory"),
        ("in", "turn"),
        ("on", "average"),
        ("on", "balance"),
        ("on", "paper"),
    }
)
_LONGEST: Final = 3


def is_said(scene: Scene, j: int, *, begins: bool) -> bool:
    """Whether the adverbial at word *j* can only belong to what is said.

    *begins* tells whether it `begins_clause`; of clauses themselves no other can stand there.
    """
    return scene.words.lowers[j] in _SAID or (begins and scene.tags[j] & ADVERBIAL > 0)


def begins_clause(scene: Scene, j: int, frames: int) -> bool:
    """Whether the adverbial at word *j* belongs to a clause behind it, where no 'that' follows.

    The *frames* are those of the cue before it: of one that takes a clause, and no object.
    """
    if frames & (CLAUSE | OBJECT) != CLAUSE or scene.bits[j] & BREAK:
        return False
    lowers, k = scene.words.lowers, j + 1
    word = lowers[j]
    if word in _PREPOSITIONS:
        return True
    if k >= len(lowers) or lowers[k].endswith("ing"):
        return False  # 'responded by saying it'
    t = scene.tags[k]
    if word == "by":  # 'said by Monday it', but 'said by phone it'
        return not t & MEDIUM
    if word == "from":  # 'said from 2030 prices', but 'said from Hull prices'
        return lowers[k][0].isdigit()
    return any(tuple(lowers[j : j + n]) in _SET for n in range(2, _LONGEST + 1))
