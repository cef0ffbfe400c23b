"""Whose act it is that a conjunction joins to content: its tense and number tell."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.speech import BASE, LISTENER, NOUN, THIRD
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
_NO_BASE: Final = ("ed", "ing", "ity", "ment", "ness", "s", "tion")  # of no base form
_FAR: Final = 60  # words: no clause that a verb is joined to is longer
_ACTORS: Final = BODY | TITLE | PLURAL


def tells_acts(scene: Scene, start: int, end: int, *, persons: bool) -> bool:
    """Whether content from *start* tells what somebody did: 'she shut the door', not 'it was late'.

    *persons*: whether a pronoun must stand for who did.
    """
    first = start + (scene.tags[start] & COMPLEMENTIZER > 0)
    person = first < end and scene.words.lowers[first] in _PERSONS
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
    if by is None or scene.words.lowers[j + 1] in _PERSONS:
        return False
    if by.cue.form & _PRESENT and scene.words.lowers[j + 1].endswith(_PAST):
        return tells_acts(scene, start, j, persons=False)
    rang = scene.words.lowers[j + 1] == "called" and scene.words.lowers[j + 2 : j + 3] != ["it"]
    rang = rang and not any(t & PREPOSITION for t in scene.tags[j + 2 : j + 3])
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
        behind = scene.words.lowers[verb.last + 1 : verb.last + 2]
        if verb.cue.lemma not in SAY or behind != ["that"]:
            return False  # 'could meet and find a way', 'had them stop and tell Vale'
    elif verb.cue.frames & NOUN:
        return False  # 'the charges and claims that he made'
    past = not _BACK.isdisjoint(scene.words.lowers[first:joins])
    if past or tells_acts(scene, first, joins, persons=False):
        return not by.cue.form & _PRESENT
    asks = verb.cue.form & by.cue.form & THIRD and verb.cue.frames & LISTENER
    return bool(asks) and _is_of_thing(scene, first, joins)


def _is_of_thing(scene: Scene, first: int, end: int) -> bool:
    """Whether content tells what something is: 'the rent is too high'."""
    first += scene.tags[first] & COMPLEMENTIZER > 0
    verb = right_phrase(scene, first, end, full=False)
    if verb >= end or not scene.tags[verb] & AUXILIARY or scene.bits[verb] & BREAK:
        return False
    if scene.tags[first] & SUBJECT:
        return scene.words.lowers[first] in {"it", "there"}
    return not any(scene.tags[k] & _ACTORS or scene.capital(k) for k in range(first, verb))


def is_of_many(scene: Scene, by: Verb | None, start: int, j: int, limit: int) -> bool:
    """Whether the verb behind the conjunction at *j* can only have the many for whom *by* stands.

    'Most doctors say the drug has few risks and prescribe it': the drug prescribes nothing.
    """
    verb, object_ = j + 1, j + 2
    if by is None or by.first != by.i or not by.cue.form & BASE:
        return False
    if object_ >= limit or j - start > _FAR:
        return False
    word, t = scene.words.words[verb], scene.tags[verb]
    plain = (
        not t & ~(CUE | MARKED | PERHAPS_PAST) and word.islower() and not word.endswith(_NO_BASE)
    )
    takes = scene.tags[object_] & (DETERMINER | COMPLEMENTIZER) == DETERMINER
    takes = takes or scene.words.lowers[object_] in _THEM
    if not (plain and takes) or scene.bits[object_] & BREAK or opens_clause(scene, object_, limit):
        return False
    first = start + (scene.tags[start] & COMPLEMENTIZER > 0)
    has = right_phrase(scene, first, j, full=False)
    helped = (
        any(t & AUXILIARY for t in scene.tags[has + 1 : j]) or "to" in scene.words.lowers[has:j]
    )
    return has < j and scene.words.lowers[has] in _SINGULAR and not helped
