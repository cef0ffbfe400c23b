"""Loose appositions in which somebody else speaks: ``content, a claim (that) X denies``.

Behind a comma a noun phrase or 'which' takes up what is told, and a clause says what X
makes of it: 'an allegation police deny', 'which he denies', 'a move critics called “cruel”'.
"""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.tags import (
    BODY,
    COMPLEMENTIZER,
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
from newsdoc.parser.gaps import BREAK, COMMA, DASH, MARK
from newsdoc.parser.phrases import WHEN, Phrase, is_verb
from newsdoc.parser.quotes.claims.following import says_marked
from newsdoc.parser.quotes.clauses.groups import GROUP, is_adverb
from newsdoc.parser.quotes.scene import Scene

_WHOLE: Final = frozenset({"something", "which", "who", "whom"})  # stand for what was told
_ONE: Final = frozenset({"a", "an"})
_MANY: Final = frozenset(
    {"accusations", "allegations", "assertions", "charges", "claims", "suggestions"}
)
_CLAIMS: Final = _MANY.union(word.removesuffix("s") for word in _MANY)
OPENERS: Final = _WHOLE | _ONE | _MANY
_SAYS: Final = frozenset({"said", "say", "says"})
_RELATES: Final = frozenset({"that", "which"})
_DENIES: Final = frozenset(
    {
        *{"contest", "contested", "contests", "denied", "denies", "deny", "dismiss", "dismissed"},
        *{"dismisses", "dispute", "disputed", "disputes", "refute", "refuted", "refutes"},
        *{"reject", "rejected", "rejects"},
    }
)
_OWNED: Final = SUBJECT | DETERMINER | POSSESSIVE  # opens who speaks
_TELLS: Final = COMPLEMENTIZER | DETERMINER | SUBJECT  # opens what is said
_ROLE: Final = TITLE | BODY
_NO_PLURAL: Final = ("is", "ss", "us")
_NEAR: Final = 5  # words: 'a claim long denied by'
_PHRASE: Final = 8  # words: who speaks begins so near to the comma
_SUBJECT: Final = 8  # words: and has a verb so near
_FAR: Final = 20  # words: no apposition is longer


def speaks_of(scene: Scene, j: int, limit: int) -> bool:
    """Whether an apposition opens at word *j* in which somebody denies it, or says marked words."""
    if scene.lowers[j] not in OPENERS:
        return False
    who = speaker_at(scene, j, limit)
    if not who:
        return _is_denied(scene, j, limit)
    if scene.tags[who] & SUBJECT and scene.lowers[who + 1] in _SAYS:
        return True  # ', which it said had crashed'
    for k in range(who + 1, min(limit, who + _SUBJECT)):
        if scene.bits[k] & BREAK or scene.tags[k] & WHO:
            return False
        if scene.lowers[k] in _DENIES or says_marked(scene, k, limit):
            return scene.capital(who) <= scene.capital(k - 1)  # not 'a White House official'
        if is_verb(scene, k) and not (scene.tags[k] & GROUP or scene.capital(k)):
            return False
    return False


def _is_denied(scene: Scene, j: int, limit: int) -> bool:
    """Whether the phrase at word *j* tells who denies it: 'a claim disputed by Roe'."""
    lowers = scene.lowers[j : min(limit, j + _NEAR)]
    return "by" in lowers and lowers[lowers.index("by") - 1] in _DENIES


def speaker_at(scene: Scene, j: int, limit: int) -> int:
    """Return where who speaks begins in an apposition at word *j*, or 0: 'a claim | Roe denied'.

    What one phrase cannot be shows the second: 'a claim' is neither many nor 'the council'.
    Behind a name it tells who that is, unless it is a claim: 'Roe, a pilot the firm dismissed'.
    """
    if not scene.bits[j] & (COMMA | DASH):
        return 0
    opener = scene.lowers[j]
    named = opener in _ONE and scene.capital(j - 1) and not scene.tags[j - 1] & WHEN
    if named and _CLAIMS.isdisjoint(scene.lowers[j : j + _NEAR]):
        return 0
    for k in range(j + 1, min(limit - 1, j + _PHRASE)):
        if scene.bits[k] & BREAK:
            return 0
        if scene.lowers[k] in _RELATES:
            return k + 1 if _can_open(scene, k + 1) else 0
        if opener not in _ONE:
            return k if _can_open(scene, k) else 0
        if k > j + 1 and _is_second(scene, k):
            return k
        if scene.tags[k] & PREPOSITION:
            return 0
    return 0


def own_speaker(scene: Scene, phrase: Phrase, behind: int) -> Phrase | None:
    """Return who speaks in an apposition that was taken for a subject: 'a claim | the council'.

    What a name does that takes no clause *behind* its verb, is done to the claim: 'a plan | Roe
    announced in May', but 'a new Hull announced it was open', '“No,” an angry Holt said'.
    """
    first, last = phrase
    who = speaker_at(scene, first, last + 1) if scene.lowers[first] in OPENERS else 0
    if not who:
        return None
    named = scene.capital(who) and scene.capital(last - 1) and not scene.bits[first] & MARK
    whose = named and behind < len(scene.tags) and not scene.tags[behind] & _TELLS
    whose = whose or speaks_of(scene, first, min(len(scene.tags), last + _SUBJECT))
    return (who, last) if whose else None


def is_taken_up(scene: Scene, i: int) -> bool:
    """Whether the noun at word *i* only takes up what was told: ', claims he called “a joke”'."""
    opener = i - (scene.lowers[i - 1] in _ONE)
    return scene.lowers[opener] in OPENERS and speaks_of(
        scene, opener, min(len(scene.tags), i + _FAR)
    )


def taken_up(scene: Scene, who: int, floor: int) -> Phrase | None:
    """Return what takes up what was told, before who speaks at word *who*: 'a claim', 'which'."""
    near = range(who - 1, max(floor, who - _PHRASE) - 1, -1)
    j = next((k for k in near if scene.bits[k] & BREAK), who)
    if scene.lowers[j] not in OPENERS or speaker_at(scene, j, who + 2) != who:
        return None
    relates = who - 1 > j and scene.lowers[who - 1] in _RELATES
    return j, who - relates


def _can_open(scene: Scene, k: int) -> bool:
    """Whether who speaks can begin at word *k*: 'which police deny', but not 'which denied it'."""
    if scene.tags[k] & _OWNED or scene.capital(k):
        return True
    acts = scene.tags[k] & (CUE | PERHAPS_PAST | PREPOSITION) or is_verb(scene, k)
    return not acts and not is_adverb(scene, k)


def _is_second(scene: Scene, k: int) -> bool:
    """Whether word *k* begins a second phrase behind 'a claim': 'it', 'the', 'Roe', 'critics'."""
    t, word = scene.tags[k], scene.lowers[k]
    if t & _OWNED:
        return not t & NUMBER  # but 'a few', 'a dozen'
    if scene.capital(k):
        return not (scene.capital(k - 1) or scene.tags[k - 1] & _ROLE)  # 'a spokesman Roe denied'
    return t & PLURAL > 0 or (word.endswith("s") and not word.endswith(_NO_PLURAL))
