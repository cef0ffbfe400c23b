"""Noun phrases that are said, and where they end: before when or where it was said.

'announced the sale | on Friday', 'denied it | in a statement', 'admitted it | at a hearing'.
"""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.inflection import regular_singular
from newsdoc.lexicon.tags import COMPLEMENTIZER, MEDIUM, PREPOSITION, SUBJECT, WEEKDAY, WHO
from newsdoc.parser.phrases import is_verb
from newsdoc.parser.quotes.clauses.times import without_time
from newsdoc.parser.quotes.scene import Scene

_ONE: Final = frozenset({"a", "an", "another", "her", "his", "its", "their"})
_WHERE: Final = frozenset({"at", "during", "in"})
_WORDS: Final = frozenset({"comments", "words"})
_CLAUSE: Final = WHO | SUBJECT | COMPLEMENTIZER  # opens a clause that may belong to a noun
_HOW: Final = frozenset({"by", "in", "through", "via", "with", "without"})  # 'in a claim'
_FOR: Final = frozenset({"for", "on"})
_FAVOUR: Final = frozenset({"favor", "favour"})
_ARGUES: Final = ("agree", "argu", "insist")
OF_WHAT: Final = frozenset({"about", "against", "of"})  # before what is spoken of
_THESE: Final = frozenset({"that", "the", "these", "this", "those"})
_TAKES_UP: Final = frozenset({"it", "they"})
_PHRASE: Final = 6  # words: 'at the old and tired claims that'
_DAY: Final = 3  # words: 'on Friday night' but for its preposition
_MEDIUM: Final = 5  # words: 'in a brief television interview' but for its last


def happens(scene: Scene, first: int, last: int) -> bool:
    """Whether a noun phrase names what happens, and nobody: 'a drought', 'the cuts in aid'."""
    hangs = (j for j in range(first + 1, last) if scene.tags[j] & (PREPOSITION | WHO))
    head = scene.lowers[next(hangs, last) - 1]
    events = scene.speech.lists["events"]
    return head in events or (head[-1:] == "s" and regular_singular(head) in events)


def is_fact(scene: Scene, first: int, last: int) -> bool:
    """Whether a noun phrase names what a sentence tells, and nobody: 'a sum', 'a sharp rise'."""
    return scene.lowers[last - 1] in scene.speech.lists["facts"] or happens(scene, first, last)


def noun_end(scene: Scene, start: int, end: int) -> int:
    """Return where the noun phrase ends that is said from word *start* on; of a clause, *end*."""
    for j in range(start + 1, end):
        if scene.tags[j] & _CLAUSE or is_verb(scene, j):
            return end
        if scene.mark_at[j] < 0 and is_where(scene, j, end):
            return _before_day(scene, start, j)
    return end if scene.mark_at[end - 1] >= 0 else _before_day(scene, start, end)


def hangs_at(scene: Scene, opens: int, floor: int) -> int:
    """Return the preposition behind which a clause hangs on a noun, or -1: 'at claims that'.

    It hangs on a verb in 'against thinking that'; in 'of the claim that it was false' the
    noun is taken up, and the content is that of the cue, as it is in 'argued for the view that'.
    """
    lowers, noun, subject = scene.lowers, opens - 1, opens + (scene.lowers[opens] == "that")
    near = range(noun - 1, max(floor, opens - _PHRASE) - 1, -1)
    at = next((j for j in near if scene.tags[j] & PREPOSITION), -1)
    if at < 0 or lowers[at] in _HOW or _holds(scene, at):
        return -1
    topic = lowers[at] in OF_WHAT
    if lowers[noun] not in scene.speech.lists["notions"]:
        return at if topic and at == noun - 1 and lowers[noun].endswith("ing") else -1
    return -1 if topic and lowers[at + 1] in _THESE and lowers[subject] in _TAKES_UP else at


def _holds(scene: Scene, at: int) -> bool:
    """Whether the view behind *at* is somebody's: 'argued for the view', 'insist on the claim'."""
    before, taken = scene.lowers[at - 1], scene.lowers[at + 1] in _THESE
    argues = scene.lowers[at] in _FOR and before.startswith(_ARGUES)
    return taken and (argues or before in _FAVOUR)


def is_where(scene: Scene, j: int, end: int) -> bool:
    """Whether word *j* opens where it was said: 'in a statement', 'at an earlier hearing'."""
    if scene.lowers[j] not in _WHERE or j + 1 >= end:
        return False
    medium = range(j + 2, min(end, j + _MEDIUM))
    spoken = (scene.tags[k] & MEDIUM or scene.lowers[k] in _WORDS for k in medium)
    return scene.lowers[j + 1] in _ONE and any(spoken)


def _before_day(scene: Scene, start: int, end: int) -> int:
    """Return where a noun phrase ends before the day of its cue: 'announced the sale on Friday'."""
    if not any(scene.tags[j] & WEEKDAY for j in range(max(start, end - _DAY), end)):
        return end
    j = without_time(scene, end, start)
    told = start < j < end and (scene.lowers[j] == "on" or not scene.capital(j - 1))
    return j if told else end
