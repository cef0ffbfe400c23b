"""Clauses that tell what goes on besides what is said: the speaker's, or the article's."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.tags import CUE, DETERMINER, SUBJECT
from newsdoc.parser.gaps import BREAK, COMMA
from newsdoc.parser.phrases import INDEFINITE, right_phrase
from newsdoc.parser.quotes.claims.around import has_verb
from newsdoc.parser.quotes.scene import Scene

TURNS: Final = frozenset({"as", "before", "even", "whereas", "while"})
_WHILE: Final = frozenset({"whereas", "while"})
_CLAIMS: Final = frozenset(  # of who tells it otherwise: 'while the rebels claim that'
    {"argue", "argues", "claim", "claimed", "claims", "denied", "denies", "deny", "insist"}
    | {"insisted", "insists", "said", "say", "says"}
)
_FAR: Final = 60  # words: no content that a clause without a comma ends is longer
_MAIN: Final = 7  # words: the verb of a clause is so near to its subject


def turns(scene: Scene, start: int, j: int, limit: int, *, noun: bool) -> bool:
    """Whether the word at *j* opens what the speaker did next, why, or what others claim."""
    word = scene.lowers[j]
    if scene.mark_at[j] >= 0 or j - start > _FAR:
        return False
    if word == "before":
        return _goes_away(scene, start, j, limit)
    if word in _WHILE:
        return _claims_otherwise(scene, start, j, limit)
    if noun and word == "as" and _claims_otherwise(scene, start, j, limit):
        return True
    plain = noun or (scene.lowers[start] == "to" and word == "as")
    return plain and _tells_why(scene, start, j, limit)


def _goes_away(scene: Scene, start: int, j: int, limit: int) -> bool:
    """Whether 'before' at *j* tells what the speaker does next: “very good” before leaving.

    So it does behind words in marks but for a clause: “proof” that rents fell before cutting.
    Others may go on: 'he was a clerk, before leaving'.
    """
    acts = j + 1 < limit and scene.lowers[j + 1].endswith("ing")
    if not acts or not scene.marked(start, j):
        return False
    behind = next(k for k in range(j, start, -1) if scene.mark_at[k - 1] >= 0)
    return not has_verb(scene, behind, j)


def _claims_otherwise(scene: Scene, start: int, j: int, limit: int) -> bool:
    """Whether others say what 'while' or 'as' at *j* sets against it: 'two died while X claims'."""
    other = j + 1
    if scene.bits[j] & BREAK or other >= limit:
        return False
    near = range(other + 1, min(limit, other + _MAIN))
    says = next((k for k in near if scene.lowers[k] in _CLAIMS), 0)
    if not says or scene.tags[other] & SUBJECT or scene.bits[says] & BREAK:
        return False
    clause = scene.lowers[j] in _WHILE  # 'warns of strikes as minister says offer is final'
    own = right_phrase(scene, other, says, full=False) == says
    return own and has_verb(scene, start, j) == clause


def _tells_why(scene: Scene, start: int, j: int, limit: int) -> bool:
    """Whether a clause at *j* is the article's behind no clause: 'denied it even as she left'.

    So it is behind a comma, 'vowed to walk out, as the row drags on', where what is said
    has no verb for it to tell of.
    """
    lowers = scene.lowers
    even = lowers[j : j + 2] == ["even", "as"]
    subject = j + 1 + even
    opens = even or (lowers[j] == "as" and scene.bits[j] & COMMA)
    if not opens or subject + 1 >= limit or has_verb(scene, start, j):
        return False
    acts = scene.tags[subject] & (DETERMINER | SUBJECT) or scene.capital(subject)
    return bool(acts) and lowers[subject] not in INDEFINITE


def is_meanwhile(scene: Scene, start: int, j: int, limit: int) -> bool:
    """Whether 'while' at *j* tells what a clause does besides: 'would cut trade, while raising'."""
    acts = scene.lowers[j] == "while" and j + 1 < limit and not scene.tags[j + 1] & CUE
    if not acts or scene.mark_at[j - 1] >= 0 or not scene.words.words[j + 1].islower():
        return False  # 'said it was “late,” while waving to the crowd', 'while Beijing was'
    return scene.lowers[j + 1].endswith("ing") and has_verb(scene, start, j)
