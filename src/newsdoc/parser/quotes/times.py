"""Times beside a verb: 'on Tuesday', 'late Saturday', 'the same day', 'two days later'."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.tags import (
    BODY,
    DETERMINER,
    GIVEN_NAME,
    HAVE,
    HONORIFIC,
    MEDIUM,
    MONTH,
    NO_ADVERB,
    NUMBER,
    PLURAL,
    PREPOSITION,
    TIME,
    TITLE,
    UNIT,
)
from newsdoc.parser.gaps import BREAK
from newsdoc.parser.phrases import WHEN, is_verb
from newsdoc.parser.quotes.amounts import is_dated, is_number
from newsdoc.parser.quotes.scene import Scene

_PARTS: Final = frozenset({"early", "late"})  # of a day
_ON: Final = frozenset({"in", "on"})
_WHICH: Final = frozenset({"same", "following", "very", "previous"})
_SOME: Final = frozenset({"few", "many", "several"})
_LATER: Final = frozenset({"after", "afterward", "afterwards", "ago", "earlier", "later"})
_MOMENTS: Final = frozenset({"moments", "seconds"})
_BEFORE: Final = frozenset(  # a time
    {"on", "in", "at", "late", "later", "early", "earlier", "of", "by", "this"}
)
_THIS: Final = frozenset({"one", "that"})  # 'at one point', 'that night'
_AGO: Final = frozenset({"ago", "earlier", "later"})  # behind a time
_NAMING: Final = GIVEN_NAME | HONORIFIC | TITLE  # before a surname
_AMOUNTS: Final = frozenset({"a", "an", "few", "less", "more", "than", "just", "about", "several"})
_NOUNS: Final = TITLE | BODY | UNIT | MEDIUM | PLURAL | NO_ADVERB  # tags that nouns have


def behind_time(scene: Scene, j: int, limit: int, *, opens: bool) -> int:
    """Return the word behind the time that starts at word *j*, or *j* where none does.

    A number counts as one only where something stands before it: *opens* tells
    whether it opens what follows the cue.
    """
    behind = _behind(scene, j, limit, opens=opens)
    if behind < limit and not scene.bits[behind] & BREAK and is_verb(scene, behind):
        return j  # 'said Monday would be too late'
    return behind


def _behind(scene: Scene, j: int, limit: int, *, opens: bool) -> int:
    """Return the same as `behind_time`, whatever follows."""
    t, word, lowers = scene.tags[j], scene.words.lowers[j], scene.words.lowers
    if t & WHEN or (not opens and word.isdigit() and is_dated(scene, j)):
        return j + 1
    k = j + 1
    if k >= limit or scene.bits[k] & BREAK:
        return j
    if word == "here" and (scene.tags[k] & WHEN or lowers[k] == "that"):
        return k  # 'told reporters here Sunday'
    if word in _PARTS and (scene.tags[k] & WHEN or (lowers[k] in _ON and _is_time(scene, k + 1))):
        return k  # 'late Saturday', 'early on Monday'
    if word in _MOMENTS and lowers[k] in _LATER:
        return k + 1
    counted = is_number(scene, j) or word in _SOME
    if counted and k + 1 < limit and _is_time(scene, k) and lowers[k + 1] in _LATER:
        return k + 2  # 'two days later'
    if t & DETERMINER:
        return _behind_determiner(scene, j, limit)
    return j


def _is_time(scene: Scene, j: int) -> bool:
    """Whether a time stands at word *j*."""
    return j < len(scene.words) and scene.tags[j] & WHEN > 0


def _behind_determiner(scene: Scene, j: int, limit: int) -> int:
    """Return the word behind 'this week', 'the same day' at *j*, or *j*: 'the night shift'."""
    k = j + 2 if scene.words.lowers[j + 1] in _WHICH and j + 2 < limit else j + 1
    shift = scene.words.lowers[j] == "the" and k == j + 1 and _is_noun(scene, k + 1)
    return k + 1 if scene.tags[k] & WHEN and not shift else j


def _is_noun(scene: Scene, j: int) -> bool:
    """Whether word *j*, of no closed class, can be the noun that the word before it describes."""
    return j < len(scene.words) and not scene.bits[j] & BREAK and not scene.tags[j] & ~_NOUNS


def without_time(scene: Scene, end: int, floor: int) -> int:
    """Return *end*, or where an adverbial of time before it begins: 'X on Tuesday said'."""
    tags, lowers = scene.tags, scene.words.lowers
    ago = end - 2 > floor and lowers[end - 1] in _AGO and tags[end - 2] & TIME
    e = end - 1 if ago else end
    while e - 1 > floor and not (e != end and scene.bits[e] & BREAK):
        day = lowers[e - 1].isdigit() and tags[e - 2] & MONTH
        if not tags[e - 1] & WHEN and not day:
            break
        if tags[e - 1] & MONTH and tags[e - 2] & _NAMING:
            break  # 'Theresa May said'
        e -= 1
    if e < end and (ago or lowers[min(end, len(lowers) - 1)] in _AGO):  # 'less than two weeks ago'
        while e - 1 > floor and (lowers[e - 1] in _AMOUNTS or tags[e - 1] & NUMBER):
            e -= 1
    if e < end and lowers[e - 1] in _THIS and e - 1 > floor:
        e -= 1
        if tags[e - 1] & PREPOSITION and lowers[e - 1] not in _BEFORE:
            return end  # 'the log for that night says'
    if e < end and lowers[e - 1] in _BEFORE and e - 1 > floor:
        e -= 1
    return e if e > floor and not is_verb(scene, e - 1) else end


def time_inside(scene: Scene, j: int, floor: int) -> int:
    """Return where a time begins that ends at *j* and parts a verb, or 0: 'had in June warned'."""
    tags, first = scene.tags, j
    while first > floor and tags[first] & WHEN:
        first -= 1
    if scene.words.lowers[first] in _BEFORE or scene.words.lowers[first] == "last":
        first -= 1
    return first + 1 if floor <= first < j and tags[first] & HAVE else 0
