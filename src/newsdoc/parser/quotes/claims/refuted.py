"""Views that are denied in the passive: 'The claim that he lied was denied by the mayor'."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.tags import (
    AUXILIARY,
    COMPLEMENTIZER,
    CONJUNCTION,
    CUE,
    DETERMINER,
    PREPOSITION,
    QUESTION,
    SUBORDINATOR,
    WHO,
)
from newsdoc.model import Stance
from newsdoc.parser.gaps import BREAK
from newsdoc.parser.phrases import Phrase
from newsdoc.parser.quotes.claims.around import Found
from newsdoc.parser.quotes.claims.subjects import own_subject
from newsdoc.parser.quotes.clauses.verbs import Verb
from newsdoc.parser.quotes.rules import Rule
from newsdoc.parser.quotes.scene import Scene, Unit

MIGHT: Final = frozenset({"can", "cannot", "could", "may", "might", "must", "need", "should"})
NOBODY: Final = frozenset({"neither", "no", "nobody", "none", "nor"})
_OPEN: Final = MIGHT | {"shall", "will", "would"}  # what is not told to be so
_HOLDS: Final = COMPLEMENTIZER | CUE | QUESTION | SUBORDINATOR  # before a clause inside another
_SUBJECT: Final = 5  # words: 'The old claim that'
_FRONT: Final = 8  # words: no setting before a main clause is longer, 'On Monday,'
_CREDIT: Final = 16  # words: no credit behind a clause is longer


def denied_by(scene: Scene, verb: Verb, unit: Unit, floor: int, speaker: Phrase) -> Found | None:
    """`The claim (that content) was denied by Y`, where the article tells it and nobody else."""
    lowers, tags, first = scene.lowers, scene.tags, verb.first
    if lowers[first - 1] == "to" or not _OPEN.isdisjoint(lowers[first : verb.i]):
        return None  # 'may be denied by', 'is expected to be denied by'
    if _is_credited(scene, verb.last + 1, unit.last):
        return None
    that = _that_before(scene, first, floor)
    phrase = (that, first) if that else own_subject(scene, first, floor)
    if phrase is None:
        return None
    view = phrase[0] - 1 if that else phrase[1] - 1
    start = max(floor, view - _SUBJECT + 1) if that else phrase[0]
    if scene.speech.views.get(lowers[view], Stance.ASKS) is Stance.ASKS:
        return None  # 'The plan was rejected by'
    if not NOBODY.isdisjoint(lowers[start:view]) or "if" in lowers[start:view]:
        return None
    if that:  # not 'said the claim that it leaked was denied by'
        opens = next((j for j in range(view, start, -1) if scene.bits[j] & BREAK), start)
        held = any(t & CUE for t in tags[opens:view])
        return None if held else Found([phrase], speaker, Rule.TRAILING)
    before = tags[unit.first : start] if start - unit.first <= _FRONT else [CUE]
    # 'said that the claim was denied by', but ', a claim disputed by'
    aside = first == verb.i and scene.bits[start] & BREAK
    holds = CUE if scene.bits[start] & BREAK else _HOLDS  # 'Although he paid, the claim was'
    held = not aside and any(t & holds for t in before)
    return None if held else Found([phrase], speaker, Rule.TRAILING)


def _is_credited(scene: Scene, j: int, last: int) -> bool:
    """Whether what is told at word *j* is what somebody behind it says: '…, the minister said'."""
    comma = scene.comma(j, min(last, j + _CREDIT))
    if comma < last and scene.tags[comma] & AUXILIARY:
        return False  # 'The claim, denied by Roe, was made in a letter'
    for k in range(comma, min(last, comma + _CREDIT)):
        if scene.tags[k] & (CONJUNCTION | WHO):
            break  # ', who said', ', but he said'
        acts = scene.lowers[k].endswith("ing") and scene.lowers[k] != "according"
        noun = scene.tags[k - 1] & (DETERMINER | PREPOSITION)  # ', in a post on Monday'
        if scene.tags[k] & CUE and not (acts or noun):
            return True
    return False


def _that_before(scene: Scene, end: int, floor: int) -> int:
    """Return where 'that' opens what is said before word *end*: 'Claims | that he lied were', or 0.

    The noun for it opens the clause: what stands before it says the rest.
    """
    opens = next((j for j in range(end - 1, floor, -1) if scene.bits[j] & BREAK), floor)
    for j in range(opens + 1, min(opens + _SUBJECT, end)):
        if scene.tags[j] & COMPLEMENTIZER:
            view = scene.speech.views.get(scene.lowers[j - 1], Stance.ASKS)
            return j if view is not Stance.ASKS else 0
    return 0
