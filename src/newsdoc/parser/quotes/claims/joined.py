"""Whose act it is that a conjunction joins to content: its tense and number tell."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.speech import BASE, NOUN, THIRD
from newsdoc.lexicon.tags import (
    AUXILIARY,
    BODY,
    COMPLEMENTIZER,
    CONJUNCTION,
    CUE,
    DETERMINER,
    MARKED,
    PERHAPS_PAST,
    PLURAL,
    PREPOSITION,
    SUBJECT,
    TITLE,
)
from newsdoc.parser.gaps import BREAK
from newsdoc.parser.phrases import is_verb, right_phrase
from newsdoc.parser.quotes.claims.around import opens_clause
from newsdoc.parser.quotes.clauses.finite import is_finite
from newsdoc.parser.quotes.clauses.groups import is_adverb
from newsdoc.parser.quotes.clauses.verbs import Verb
from newsdoc.parser.quotes.scene import Scene

_PERSONS: Final = frozenset({"he", "i", "she", "they", "we"})
SAY: Final = frozenset({"argue", "insist", "say"})
_PAST: Final = ("ed", "said", "told", "wrote")
_PRESENT: Final = BASE | THIRD
_BACK: Final = frozenset({"did", "had", "was", "were", "would"})
_THEM: Final = frozenset({"him", "it", "them"})
_SINGULAR: Final = frozenset({"does", "has", "is", "was"})
_PLURAL: Final = frozenset({"are", "do", "have", "were"})
_WILLS: Final = frozenset({"ask", "blame", "hope", "intend", "oppose", "plan", "urge", "want"})
_CALLING: Final = frozenset({"asked", "asking", "calling", "planning", "suing", "urged", "urging"})
_NO_BASE: Final = ("ed", "ing", "ity", "ment", "ness", "s", "tion")  # of no base form
_FAR: Final = 60  # words: no clause that a verb is joined to is longer
_EMBEDS: Final = SUBJECT | COMPLEMENTIZER  # shows a clause inside another
_ACTORS: Final = BODY | TITLE | PLURAL


def behind_that(scene: Scene, start: int) -> int:
    """Return where the clause of content that starts at word *start* opens, behind 'that'."""
    return start + (scene.tags[start] & COMPLEMENTIZER > 0)


def tells_acts(scene: Scene, start: int, end: int, *, persons: bool) -> bool:
    """Whether content from *start* tells what somebody did: 'she shut the door', not 'it was late'.

    *persons*: whether a pronoun must stand for who did.
    """
    first = behind_that(scene, start)
    person = first < end and scene.lowers[first] in _PERSONS
    if first >= end or (persons and not person):
        return False
    verb = right_phrase(scene, first, end, full=False)
    while verb < end and is_adverb(scene, verb):
        verb += 1
    if verb >= end or scene.bits[verb] & BREAK or scene.tags[verb] & AUXILIARY:
        return False
    return is_verb(scene, verb) or (person and scene.tags[verb] & PERHAPS_PAST > 0)


def goes_with_content(scene: Scene, by: Verb | None, start: int, j: int, limit: int) -> bool:
    """Whether the past form behind the conjunction at *j* goes with those of the content.

    So it does behind a present, 'says the man shouted and asked for help', and where it says
    nothing: 'said she shut the door and called the police', but 'called it a farce'.
    """
    if by is None or scene.lowers[j + 1] in _PERSONS:
        return False
    if by.cue.form & _PRESENT and scene.lowers[j + 1].endswith(_PAST):
        return tells_acts(scene, start, j, persons=False)
    rang = scene.lowers[j + 1] == "called" and scene.lowers[j + 2] != "it"
    rang = rang and not scene.tags[j + 2] & PREPOSITION
    return rang and not scene.marked(j, limit) and tells_acts(scene, start, j, persons=True)


def joined_start(scene: Scene, verbs: list[Verb], by: Verb, first: int, last: int) -> int:
    """Return where content ends before what the speaker of *by* says besides, in the present.

    'Says the rent is too high and asks the council to act', 'said it was late and insists that'.
    """
    for verb in verbs:
        joins = verb.first - 1
        if not first < joins < last or verb.noun or not verb.cue.form & _PRESENT or verb.to:
            continue
        joined = scene.tags[joins] & CONJUNCTION and scene.mark_at[joins] < 0
        if joined and verb.first == verb.i and _is_speakers(scene, by, verb, first, joins):
            return joins
    return last


def _is_speakers(scene: Scene, by: Verb, verb: Verb, first: int, joins: int) -> bool:
    """Whether a present form joined to content is the act of who says *by*, not of the content."""
    if verb.cue.form & BASE:
        if verb.cue.lemma not in SAY or scene.lowers[verb.last + 1] != "that":
            return False  # 'could meet and find a way', 'had them stop and tell Vale'
    elif verb.cue.frames & NOUN:
        return False  # 'the charges and claims that he made'
    past = not _BACK.isdisjoint(scene.lowers[first:joins])
    acts = past or tells_acts(scene, first, joins, persons=False)
    return acts and not by.cue.form & _PRESENT


def _is_of_thing(scene: Scene, first: int, end: int) -> bool:
    """Whether the clause that opens at word *first* tells of a thing: 'the rent is too high'."""
    verb = right_phrase(scene, first, end, full=False)
    if verb >= end or not scene.tags[verb] & AUXILIARY or scene.bits[verb] & BREAK:
        return False
    if scene.tags[first] & SUBJECT:
        return scene.lowers[first] in {"it", "there"}
    return not any(scene.tags[k] & _ACTORS or scene.capital(k) for k in range(first, verb))


def is_of_speaker(scene: Scene, by: Verb | None, start: int, j: int, limit: int) -> bool:
    """Whether the verb behind the conjunction at *j* can only have the speaker of *by*.

    Its number tells: 'most doctors say the drug has few risks and prescribe it', 'says prices
    have doubled and blames the war'. Else no thing does it: 'the ban is illegal and plans to sue'.
    """
    plain = by is not None and by.first == by.i and by.cue.form & _PRESENT
    if by is None or not plain or j + 2 >= limit or j - start > _FAR:
        return False
    first = behind_that(scene, start)
    has = right_phrase(scene, first, j, full=False)
    inside = range(has + 1, j)
    embeds = any(scene.tags[k] & _EMBEDS or is_finite(scene, k) for k in inside)
    if has >= j or embeds:
        return False  # 'says it is on track and that Roe said they were making plans'
    one, wills = by.cue.form & THIRD > 0, _wills(scene, j + 1, limit)
    if one and wills and _is_of_thing(scene, first, j):
        return True
    own, others = (_SINGULAR, _PLURAL) if one else (_PLURAL, _SINGULAR)
    word = scene.lowers[j + 1]
    if scene.lowers[has] not in others or "to" in scene.lowers[has:j]:
        return False
    return word in own or (word.endswith("s") == one and (wills or _takes(scene, j + 1, limit)))


def _takes(scene: Scene, verb: int, limit: int) -> bool:
    """Whether a present form stands at word *verb*: 'prescribe it', 'warn that', 'say it is'."""
    word, t, object_ = scene.words.words[verb], scene.tags[verb], verb + 1
    if t & (CUE | MARKED) == CUE and not scene.bits[object_] & BREAK:
        says = scene.tags[object_] & COMPLEMENTIZER or opens_clause(scene, object_, limit)
        if says and word.islower():
            return True
    plain = not t & ~(CUE | MARKED | PERHAPS_PAST) and word.islower()
    if not plain or (not t & CUE if word.endswith("s") else word.endswith(_NO_BASE)):
        return False
    takes = scene.tags[object_] & (DETERMINER | COMPLEMENTIZER) == DETERMINER
    takes = takes or scene.lowers[object_] in _THEM
    return takes and not (scene.bits[object_] & BREAK or opens_clause(scene, object_, limit))


def _wills(scene: Scene, verb: int, limit: int) -> bool:
    """Whether somebody acts at word *verb*: 'plans to sue', not 'plans to sue are on hold'."""
    lowers, behind = scene.lowers, verb + 1
    if lowers[verb] in {"has", "is"}:
        return lowers[behind] in _CALLING
    takes = lowers[behind] == "to" or lowers[behind] in _THEM or scene.tags[behind] & DETERMINER
    wills = takes and lowers[verb].removesuffix("s") in _WILLS
    return bool(wills) and not any(t & AUXILIARY for t in scene.tags[behind:limit])
