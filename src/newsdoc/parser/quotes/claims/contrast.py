"""Where ', but' opens words that are no longer the speaker's: another's, or the article's."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.speech import BASE, THIRD
from newsdoc.lexicon.tags import (
    ADVERB,
    ADVERBIAL,
    ALONE,
    BE,
    BODY,
    CONJUNCTION,
    DETERMINER,
    HAVE,
    NEGATION,
    PAST,
    PERHAPS_PAST,
    PLURAL,
    PREPOSITION,
    SUBJECT,
    TITLE,
)
from newsdoc.parser.gaps import BREAK
from newsdoc.parser.phrases import right_phrase
from newsdoc.parser.quotes.clauses.groups import is_adverb
from newsdoc.parser.quotes.clauses.third import CLAUSAL, OBJECTS
from newsdoc.parser.quotes.clauses.verbs import Verb
from newsdoc.parser.quotes.scene import Scene

_HAVE: Final = frozenset({"have", "has"})
_ARE: Final = frozenset({"are", "is", "remain", "remains"})
_DENIES: Final = frozenset({"denies", "deny", "dispute", "disputes", "reject", "rejects"})
_OPPOSING: Final = _DENIES | {  # of who speaks against what somebody said
    *{"argue", "argued", "argues", "called", "complain", "complained", "condemned", "criticised"},
    *{"criticized", "denied", "disagree", "disagreed", "disagrees", "dismissed", "disputed"},
    *{"insist", "insisted", "insists", "questioned", "rejected", "said", "say", "says", "warn"},
    *{"warned", "warns"},
}
_FEARING: Final = frozenset(  # of who thinks otherwise now: 'but engineers fear that'
    {"believe", "believes", "doubt", "doubts", "fear", "fears", "suspect", "suspects", "think"}
    | {"thinks", "worry", "worries"}
)
_WORRIED: Final = frozenset(
    {"afraid", "concerned", "sceptical", "skeptical", "unconvinced", "worried"}
)
_PRESENT: Final = frozenset(
    {"are", "can", "cannot", "does", "has", "have", "is", "ll", "may", "re", "ve", "will", "won"}
)
_BACK: Final = frozenset({"d", "had", "was", "were", "would"})  # tenses of what was said
_FAR: Final = 60  # words: tenses are looked for so far to the left
_SUBJECT: Final = 16  # words: the verb is so near to where its subject begins
_ACTORS: Final = BODY | TITLE
_DONE: Final = BE | PAST | PERHAPS_PAST  # behind 'have'


def contrasts(scene: Scene, start: int, j: int, limit: int, by: Verb | None) -> bool:
    """Whether 'but' at *j* opens what is not said *by* the verb whose content starts at *start*."""
    subject = j + 1
    if subject + 1 >= limit or scene.tags[subject] & (ADVERBIAL | PREPOSITION | CONJUNCTION):
        return False
    if scene.lowers[subject] == "that":  # 'but that may be hard': it, not what is said
        return scene.lowers[subject + 1] in _PRESENT
    return _counters(scene, subject, limit) or _is_told_now(scene, by, start, j, limit)


def _counters(scene: Scene, j: int, limit: int) -> bool:
    """Whether somebody else from word *j* on speaks against it: ', but Vale has denied it'.

    What 'he denied' may be told by the speaker, as what 'the council had warned of' is.
    """
    tags, lowers = scene.tags, scene.lowers
    near = range(j + 1, min(limit, j + _SUBJECT))
    verb = next((k for k in near if _opposes(scene, k) or scene.bits[k] & BREAK), limit)
    if verb == limit or scene.bits[verb] & BREAK:
        return False  # the quick answer to most
    if tags[j] & SUBJECT:
        return lowers[verb] in _DENIES and verb == j + 1
    aux = _ARE if lowers[verb] in _WORRIED else _HAVE
    k = verb
    while k > j and (is_adverb(scene, k - 1) or lowers[k - 1] in aux):
        k -= 1
    return k > j and right_phrase(scene, j, verb, full=False) == k


def _opposes(scene: Scene, k: int) -> bool:
    """Whether word *k* tells that somebody speaks against it, or thinks otherwise."""
    word, before = scene.lowers[k], k - 1
    if word in _WORRIED:  # 'many are (still) worried'
        return scene.lowers[before - is_adverb(scene, before)] in _ARE
    if word not in _FEARING:
        return word in _OPPOSING
    behind = scene.lowers[k + 1] if k + 1 < len(scene.words) else ""
    if behind not in CLAUSAL | OBJECTS or scene.tags[before] & (DETERMINER | ALONE) == DETERMINER:
        return False  # 'but the fear that'
    if word.endswith("s"):  # 'the union fears that', but 'old fears that'
        return scene.tags[before] & _ACTORS > 0 or scene.capital(before)
    return scene.tags[before] & PLURAL > 0 or scene.lowers[before].endswith("s")


def _is_told_now(scene: Scene, by: Verb | None, start: int, j: int, limit: int) -> bool:
    """Whether a perfect behind 'but' at *j* is not in the tense of what was said before.

    'He said that it would open in June, but the guests have been slow to reply'.
    """
    lowers = scene.lowers
    if by is None or by.cue.form & (BASE | THIRD) or scene.tags[j + 1] & SUBJECT:
        return False
    told = lowers[max(start, j - _FAR) : j]
    if _BACK.isdisjoint(told) or not _PRESENT.isdisjoint(told):
        return False
    has = done = right_phrase(scene, j + 1, limit, full=False)
    while done < limit and scene.tags[done] & (HAVE | NEGATION | ADVERB):
        done += 1
    if done >= limit or lowers[has] not in _HAVE or scene.bits[has] & BREAK:
        return False
    return scene.tags[done] & _DONE > 0 or lowers[done].endswith("ed")
