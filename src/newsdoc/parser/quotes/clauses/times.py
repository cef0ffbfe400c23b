"""Times beside a verb: 'on Tuesday', 'late Saturday', 'the same day', 'two days later'."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.tags import (
    ADVERB,
    AUXILIARY,
    BODY,
    CLITIC,
    CONJUNCTION,
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
    WEEKDAY,
)
from newsdoc.parser.gaps import BREAK, JOIN
from newsdoc.parser.phrases import WHEN, is_verb
from newsdoc.parser.quotes.clauses.amounts import is_dated, is_number
from newsdoc.parser.quotes.scene import Scene

_ADJUNCT: Final = 6  # words: no adjunct inside a verb is longer
_PARTS: Final = frozenset({"early", "late"})  # of a day
_ON: Final = frozenset({"in", "on"})
_WHICH: Final = frozenset({"same", "following", "very", "previous"})
_SOME: Final = frozenset({"few", "many", "several"})
_LATER: Final = frozenset({"after", "afterward", "afterwards", "ago", "earlier", "later"})
_MOMENTS: Final = frozenset({"moments", "seconds"})
_BEFORE: Final = frozenset(  # a time
    {"on", "in", "at", "late", "later", "early", "earlier", "of", "by", "this"}
)
_NEXT: Final = frozenset({"last", "next", "today", "tomorrow", "tonight", "yesterday"})
_ARTICLES: Final = frozenset({"a", "an", "that", "the", "this", "those"})
_THIS: Final = frozenset({"each", "every", "that", "this"})
_DESCRIBED: Final = _WHICH | _SOME | _PARTS | {"coming", "past", "recent"}
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
    if behind == j:
        return j
    if behind < limit and not scene.bits[behind] & BREAK and is_verb(scene, behind):
        return j  # 'said Monday would be too late'
    return j if owned_at(scene, behind, limit) else behind


def owned_at(scene: Scene, j: int, limit: int) -> int:
    """Return where a time that goes on to word *j* owns what follows, or 0: 'last year's plan'."""
    while j < limit and scene.tags[j] & WHEN and not scene.bits[j] & BREAK:
        j += 1
    return j if j + 1 < limit and scene.tags[j] & CLITIC and scene.bits[j] & JOIN else 0


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
    ago = end - 2 > floor and lowers[end - 1] in _AGO and tags[end - 2] & TIME > 0
    e = end - 1 if ago else end
    while e - 1 > floor and not (e != end and scene.bits[e] & BREAK):
        day = lowers[e - 1].isdigit() and tags[e - 2] & MONTH
        if not tags[e - 1] & WHEN and not day:
            break
        if tags[e - 1] & MONTH and tags[e - 2] & _NAMING:
            break  # 'Theresa May said'
        e -= 1
    ago = ago or (e < end and lowers[min(end, len(lowers) - 1)] in _AGO)
    if e < end and ago:  # 'less than two weeks ago'
        while e - 1 > floor and (lowers[e - 1] in _AMOUNTS or tags[e - 1] & NUMBER):
            e -= 1
    if e < end and not ago and not any(_dates(scene, j) for j in range(e, end)):
        e = _determined(scene, e, end, floor)
    elif e < end and lowers[e - 1] in _BEFORE and e - 1 > floor:
        e -= 1
    return e if e > floor and not is_verb(scene, e - 1) else end


def _dates(scene: Scene, j: int) -> bool:
    """Whether word *j* tells alone when something was: 'Monday', 'last (week)', 'yesterday'."""
    day = scene.tags[j] & (WEEKDAY | MONTH | ADVERB) or scene.words.lowers[j].isdigit()
    return bool(day) or scene.words.lowers[j] in _NEXT


def _determined(scene: Scene, e: int, end: int, floor: int) -> int:
    """Return where the adverbial begins whose noun of time is word *e*, or *end* without one.

    'at the time', 'that night', 'for years', but not 'on launch day'.
    """
    lowers, j = scene.words.lowers, e - 1
    while j > floor and (lowers[j] in _DESCRIBED or is_number(scene, j)):
        j -= 1
    if j <= floor or scene.bits[j + 1] & BREAK:
        return end
    if lowers[j] in _ARTICLES and scene.tags[j - 1] & PREPOSITION and j - 1 > floor:
        return j - 1 if lowers[j - 1] != "of" else end  # 'the man of the year'
    if scene.tags[j] & PREPOSITION and lowers[j] != "of":
        return j
    return j if lowers[j] in _THIS or (lowers[j] == "the" and j < e - 1) else end


def time_inside(scene: Scene, i: int, floor: int) -> int:
    """Return where an adjunct begins that parts the verb at *i*, or 0: 'had in June warned'.

    It is a time, or opens with a preposition: 'have in fact said', 'has for years argued'.
    """
    tags, near = scene.tags, max(floor, i - _ADJUNCT)
    j = i - 1
    while j > near and not scene.bits[j + 1] & BREAK:
        opens = tags[j] & (PREPOSITION | WHEN) or scene.words.lowers[j] in _BEFORE
        if tags[j] & (AUXILIARY | CONJUNCTION) or scene.bits[j] & BREAK:
            break
        if opens and tags[j - 1] & HAVE:
            return j if scene.words.lowers[j] != "given" else 0  # 'has given Roe a promise'
        j -= 1
    return 0
