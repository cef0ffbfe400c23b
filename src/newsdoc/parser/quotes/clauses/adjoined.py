"""Adjuncts behind a cue that belong to what is said: 'said under the plan taxes would rise'.

Nobody says something under a plan, by 2030 or on average. What tells when, where and
how somebody spoke is no content: 'said on Monday', 'said in a speech', 'said with a smile'.
"""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.tags import (
    ADVERBIAL,
    AUXILIARY,
    CLITIC,
    CONJUNCTION,
    DETERMINER,
    HAVE,
    MEDIUM,
    NUMBER,
    PAPER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    TIME,
    WEEKDAY,
)
from newsdoc.parser.gaps import BREAK
from newsdoc.parser.phrases import WHEN
from newsdoc.parser.quotes.clauses.groups import is_adverb
from newsdoc.parser.quotes.clauses.times import behind_time
from newsdoc.parser.quotes.scene import Scene

# Words that open such an adjunct, if what follows is not the time of the saying.
_OPENERS: Final = frozenset({"during", "over", "since", "under", "while", "within"})
_PAST: Final = frozenset({"coming", "last", "next", "past", "previous"})  # 'over the past year'
_SPAN: Final = frozenset({"during", "in", "over", "within"})
_SOME: Final = frozenset({"few", "several"})
_HOLDS: Final = ADVERBIAL | AUXILIARY | CLITIC | CONJUNCTION | PREPOSITION | PRONOUN
_HEARD: Final = frozenset({"caught", "filmed", "heard", "quoted", "recorded"})
_PAPER: Final = 6  # words: 'a report by the firm'
_ANSWERS: Final = frozenset({"no", "yes"})
_LONG: Final = 6  # words: 'over the course of two days'
_TIMES: Final = 4  # words: 'late on Tuesday night'


def adjoined(scene: Scene, first: int, start: int, limit: int) -> int:
    """Return where an adjunct of the content opens between words *first* and *start*, or *start*.

    The time of the saying may stand before it: 'said on Monday that under the plan'.
    """
    j = _behind_times(scene, first, start)
    if j >= start or not _opens(scene, j) or (j > first and scene.bits[j] & BREAK):
        return start
    return j if _is_said(scene, j, limit) else start


def _opens(scene: Scene, j: int) -> bool:
    """Whether word *j* can open an adjunct of what is said."""
    return scene.lowers[j] in _OPENERS or scene.lowers[j] in scene.speech.adjuncts


def _behind_times(scene: Scene, first: int, start: int) -> int:
    """Return the word behind the times from word *first* on."""
    j, stop = first, min(start, first + _TIMES)
    while j < stop - 1:
        if [scene.lowers[j]] in scene.speech.adjuncts["next"] or _opens(scene, j):
            on = scene.lowers[j] == "on" and scene.tags[j + 1] & WEEKDAY
            if not on:
                break
            j += 1
        behind = behind_time(scene, j, start, opens=j == first)
        if behind == j:
            break
        j = behind
    return j


def _is_said(scene: Scene, j: int, limit: int) -> bool:
    """Whether the opener at *j* opens an adjunct of what is said."""
    word, behind = scene.lowers[j], j + 1
    rests = scene.speech.adjuncts.get(word, [])
    if [] in rests:
        return True
    if j + 2 >= limit or scene.bits[behind] & BREAK:
        return False
    after = scene.lowers[behind]
    if [after] in rests:
        return not scene.tags[j + 2] & MEDIUM  # 'said in other interviews'
    if scene.lowers[behind : j + 3] in rests:
        return True
    if word in _SPAN and after == "the" and scene.lowers[j + 2] in _PAST:
        return _spans(scene, j + 3, limit)
    return _is_condition(scene, j, word)


def _spans(scene: Scene, j: int, limit: int) -> bool:
    """Whether a span of time follows at *j*: 'over the past (two years)'."""
    if j >= limit:
        return False
    return scene.tags[j] & (NUMBER | TIME) > 0 or scene.lowers[j] in _SOME


def _is_condition(scene: Scene, j: int, word: str) -> bool:
    """Whether what stands behind the *word* at *j* makes it one of what is said."""
    after, t = scene.lowers[j + 1], scene.tags[j + 1]
    if word == "under":
        return after not in scene.speech.lists["oaths"] and not t & POSSESSIVE
    if word == "while":  # but 'said while walking home', 'said while in Hull'
        return not (after.endswith(("ing", "ed")) or t & (PREPOSITION | CONJUNCTION))
    if word == "since":
        return t & CLITIC == 0
    if word in {"by", "from"}:
        return after.isdigit() or t & WHEN > 0
    number = scene.tags[j + 2] & NUMBER or scene.lowers[j + 2].isdigit()
    return word == "of" and t & DETERMINER > 0 and bool(number)  # 'of the 40 patients'


def is_perfect(scene: Scene, first: int, verb: int) -> bool:
    """Whether a verb group tells of a time that goes on: 'has said since the vote he would go'."""
    return any(scene.tags[j] & HAVE for j in range(first, verb))


def tells_when(scene: Scene, start: int, end: int) -> bool:
    """Whether all that follows a cue is a time: 'rain forecast over the next two days'."""
    tells = scene.tags[end - 1] & TIME and end - start <= _LONG
    if not tells or start >= end:
        return False
    return all(
        scene.tags[j] & (NUMBER | TIME | PREPOSITION | DETERMINER)
        or scene.lowers[j] in _PAST
        or scene.lowers[j] in _SOME
        for j in range(start, end)
    )


def short_answer(scene: Scene, start: int, end: int) -> int:
    """Return the word behind 'yes' or 'no' at *start* where what was asked follows, or 0."""
    behind = start + 1
    answers = scene.lowers[start] in _ANSWERS and behind < end
    return behind if answers and scene.lowers[behind] == "when" else 0


def before_saying(scene: Scene, first: int, last: int) -> int:
    """Return where what is denied ends before its reason: 'rejected claims of theft saying that'.

    Others say it in 'denied that he was heard saying', 'dismissed a report saying'.
    """
    near = range(first + 1, last - 1)
    j = next((j for j in near if scene.lowers[j] == "saying"), last)
    if j >= last or scene.mark_at[j] >= 0:
        return last
    while j - 1 > first and is_adverb(scene, j - 1):
        j -= 1  # 'only saying'
    if scene.tags[j - 1] & _HOLDS or scene.lowers[j - 1] in _HEARD:
        return last
    papers = any(t & (PAPER | MEDIUM) for t in scene.tags[max(first, j - _PAPER) : j])
    return last if papers else j
