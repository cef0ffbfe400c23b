"""Loose appositions in which somebody else speaks: ``content, a claim (that) X denies``.

Behind a comma a noun phrase or 'which' takes up what is told, and a clause says what X
makes of it: 'an allegation police deny', 'which he denies', 'a move critics called “cruel”'.
"""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.tags import (
    BODY,
    CUE,
    DETERMINER,
    NUMBER,
    PERHAPS_PAST,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    SUBJECT,
    TITLE,
    WHO,
)
from newsdoc.model import Stance
from newsdoc.parser.gaps import BREAK, COMMA, DASH
from newsdoc.parser.phrases import INDEFINITE, WHEN, Phrase, is_verb
from newsdoc.parser.quotes.claims.following import says_marked
from newsdoc.parser.quotes.clauses.groups import GROUP, is_adverb
from newsdoc.parser.quotes.scene import Scene

_OPENERS: Final = INDEFINITE | {"something", "which", "who", "whom"}
_RELATES: Final = frozenset({"that", "which"})
_DENIES: Final = ("contest", "denie", "deny", "dismiss", "disput", "refut", "reject")
_SAYS: Final = frozenset({"said", "say", "says"})
_OWNED: Final = SUBJECT | DETERMINER | POSSESSIVE  # opens who speaks
_NO_PLURAL: Final = ("is", "ss", "us")
_NEAR: Final = 5  # words: 'a claim long denied by'
_SUBJECT: Final = 8  # words: who speaks begins so near to the comma, and has a verb so near


def apposition(scene: Scene, j: int, limit: int) -> tuple[Phrase, int] | None:
    """Return what is taken up at word *j*, 'a claim', and where who denies it begins."""
    if not scene.bits[j] & (COMMA | DASH) or not _opens(scene, j):
        return None
    who = _speaker_at(scene, j, limit)
    if not who or not _speaks(scene, who, limit):
        return None
    relates = who - 1 > j and scene.lowers[who - 1] in _RELATES
    return (j, who - relates), who


def _opens(scene: Scene, j: int) -> bool:
    """Whether what takes up what is told can open at word *j*: 'a', 'which', 'claims'."""
    word = scene.lowers[j]
    views = word[-1:] == "s" and scene.speech.views.get(word) is Stance.ASSERTS
    return word in _OPENERS or views


def takes_up(scene: Scene, j: int, limit: int) -> bool:
    """Whether an apposition at word *j* is another's, also of 'a claim (long) disputed by Roe'."""
    near = range(j + 1, min(limit - 1, j + _NEAR)) if _opens(scene, j) else ()
    by = any(scene.lowers[k].startswith(_DENIES) and scene.lowers[k + 1] == "by" for k in near)
    return by or apposition(scene, j, limit) is not None


def _speaks(scene: Scene, who: int, limit: int) -> bool:
    """Whether the one at word *who* denies it, or says marked words: 'he calls “a joke”'."""
    for k in range(who + 1, min(limit, who + _SUBJECT)):
        if scene.bits[k] & BREAK or scene.tags[k] & WHO or scene.lowers[k] == "that":
            return False  # ', claims the firm that denied it'
        if k == who + 1 and scene.tags[who] & SUBJECT and scene.lowers[k] in _SAYS:
            return True  # ', which it said had crashed'
        if scene.lowers[k].startswith(_DENIES) or says_marked(scene, k, limit):
            named = scene.capital(who) and scene.lowers[who - 1] not in _RELATES
            return not named or scene.capital(k - 1)  # not 'a White House official'
        if is_verb(scene, k) and not (scene.tags[k] & GROUP or scene.capital(k)):
            return False
    return False


def _speaker_at(scene: Scene, j: int, limit: int) -> int:
    """Return where who speaks begins in an apposition at word *j*, or 0: 'a claim | Roe denied'.

    Behind a name it tells who that is, unless it is a claim: 'Roe, a pilot the firm dismissed'.
    """
    one = scene.lowers[j] in INDEFINITE
    named = one and scene.capital(j - 1) and not scene.tags[j - 1] & WHEN
    if named and scene.speech.views.keys().isdisjoint(scene.lowers[j : j + _NEAR]):
        return 0
    for k in range(j + 1, min(limit - 1, j + _SUBJECT)):
        if scene.bits[k] & BREAK:
            return 0
        if not one or scene.lowers[k] in _RELATES:
            who = k + (one or scene.lowers[k] == "that")
            acts = scene.tags[who] & (CUE | PERHAPS_PAST | PREPOSITION) or is_verb(scene, who)
            opens = scene.tags[who] & _OWNED or scene.capital(who)
            return who if opens or not (acts or is_adverb(scene, who)) else 0
        if k > j + 1 and _is_second(scene, k):
            return k
        if scene.tags[k] & PREPOSITION:
            return 0
    return 0


def _is_second(scene: Scene, k: int) -> bool:
    """Whether word *k* begins a second phrase behind 'a claim': 'it', 'the', 'Roe', 'critics'."""
    t, word = scene.tags[k], scene.lowers[k]
    if t & _OWNED:
        return not t & NUMBER  # but 'a few', 'a dozen'
    if scene.capital(k):
        return not (scene.capital(k - 1) or scene.tags[k - 1] & (TITLE | BODY))
    return t & PLURAL > 0 or (word.endswith("s") and not word.endswith(_NO_PLURAL))
