"""Attributions with 'as': ``As X noted, content`` and ``content, as X noted, content``.

So a name is told of: ``the "new Fleet," as X dubbed the paper``.
"""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.speech import MARKS, OBJECT
from newsdoc.lexicon.tags import (
    ADVERB,
    ADVERBIAL,
    COMPLEMENTIZER,
    CONJUNCTION,
    CUE,
    MARKED,
    PREPOSITION,
    QUESTION,
    SUBJECT,
    WHO,
)
from newsdoc.parser.gaps import BREAK, COLON, COMMA
from newsdoc.parser.phrases import is_verb
from newsdoc.parser.quotes.claims.around import Found
from newsdoc.parser.quotes.claims.behind import Behind, behind_adjuncts, look_right
from newsdoc.parser.quotes.claims.unmarked import parts_clause
from newsdoc.parser.quotes.clauses.finite import is_finite
from newsdoc.parser.quotes.clauses.verbs import Verb
from newsdoc.parser.quotes.rules import Rule
from newsdoc.parser.quotes.scene import Scene

# 'As X wrote, content': such verbs, and those that take an object.
_TOLD: Final = frozenset(
    {
        *{"argue", "explain", "note", "observe", "point out", "put it", "remark", "say", "tell"},
        *{"warn", "write"},
    }
)
_SAYS: Final = frozenset({"said", "say", "says", "told", "tells"})
_TELLS: Final = COMPLEMENTIZER | QUESTION | SUBJECT  # opens what a verb of saying tells
# No subject opens or ends with such a word.
_NO_SUBJECT: Final = ADVERB | ADVERBIAL | COMPLEMENTIZER | CONJUNCTION | PREPOSITION
_PAPER: Final = 5  # words: 'reports for the Daily Herald'
_SUBJECT: Final = 16  # words: no subject of a main clause is longer


def opens_as(scene: Scene, verb: Verb) -> bool:
    """Whether 'as' stands before the subject of a verb that can credit so."""
    phrase = verb.subject.phrase if verb.subject else None
    if not phrase or not phrase[0] or scene.lowers[phrase[0] - 1] != "as":
        return False
    if not verb.cue.frames & OBJECT and verb.cue.lemma not in _TOLD:
        return False  # 'As the crowd chanted, she left'
    behind = scene.lowers[verb.last + 1] if verb.cue.lemma == "report" else ""
    near = range(verb.last + 2, min(len(scene.words), verb.last + _PAPER))
    # 'As Roe reports for the Herald', but 'for duty'.
    return behind not in ("for", "to") or any(map(scene.capital, near))


def look_behind(scene: Scene, verb: Verb, limit: int) -> Behind:
    """Return what stands behind a cue; 'it' is no content in 'As X explained it to me, content'."""
    it = verb.last + 1
    alone = it + 1 < limit and (scene.bits[it + 1] & COMMA or scene.tags[it + 1] & PREPOSITION)
    if alone and scene.lowers[it] == "it" and opens_as(scene, verb):
        return behind_adjuncts(scene, it + 1, verb.cue.frames, limit)
    return look_right(scene, verb, limit)


def told_as(scene: Scene, verb: Verb, start: int, limit: int) -> bool:
    """Whether 'as' opens an attribution before content at word *start*: 'As X noted, content'.

    A main clause with a speaker of its own is theirs: 'As we noted, the guild said that'.
    """
    if not scene.bits[start] & COMMA or scene.tags[start] & CONJUNCTION:
        return False
    if not opens_as(scene, verb) or is_verb(scene, start):
        return False
    # A colon introduces the next paragraph.
    return not scene.bits[limit] & COLON and not _says_itself(scene, start, limit)


def _says_itself(scene: Scene, start: int, limit: int) -> bool:
    """Whether the clause at word *start* tells what its subject says."""
    for k in range(start + 1, min(limit - 1, start + _SUBJECT)):
        t = scene.tags[k]
        if scene.bits[k] & BREAK or t & (WHO | ADVERBIAL | COMPLEMENTIZER):
            return False
        if t & (CUE | MARKED) == CUE and not scene.lowers[k].endswith("ing"):
            if scene.lowers[k] in _SAYS or scene.tags[k + 1] & _TELLS:
                return True
        elif is_finite(scene, k):
            return False
    return False


def inserted_as(scene: Scene, verb: Verb, floor: int, first: int, last: int) -> bool:
    """Whether 'as' at word *first* parts a subject from its verb: 'The town, as X noted, is dead'.

    The subject stands from word *floor* on. What else 'as' stands behind is no part of
    what is told: 'However, as X noted, the town is dead', 'that, as X noted, it is dead'.
    """
    if scene.tags[floor] & _NO_SUBJECT or not opens_as(scene, verb):
        return False
    behind = look_behind(scene, verb, last)
    return behind.kind == "comma" and parts_clause(scene, floor, first, behind.at, last, plain=True)


def called_as(scene: Scene, verb: Verb, floor: int) -> Found | None:
    """`"content," as X called it`."""
    subject = verb.subject.phrase if verb.subject else None
    if subject is None or not verb.cue.frames & MARKS:
        return None
    before = subject[0] - 2
    k = scene.mark_at[before] if before >= floor else -1
    if k < 0 or scene.lowers[before + 1] != "as":
        return None
    mark, behind = scene.marks[k], verb.last + 1
    if behind >= len(scene.words) or scene.bits[behind] & BREAK:
        return None
    return Found([(mark.first, mark.last)], subject, Rule.CALLED)
