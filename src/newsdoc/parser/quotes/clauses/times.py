"""Times beside a verb: 'on Tuesday', 'late Saturday', 'the same day', 'two days later'."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.speech import BASE, PARTICIPLE
from newsdoc.lexicon.tags import (
    ADVERB,
    AUXILIARY,
    BE,
    BODY,
    CLITIC,
    DETERMINER,
    GIVEN_NAME,
    HAVE,
    HONORIFIC,
    MEDIUM,
    MONTH,
    NEGATION,
    NO_ADVERB,
    NUMBER,
    PLURAL,
    PREPOSITION,
    TITLE,
    UNIT,
    WEEKDAY,
)
from newsdoc.parser.gaps import BREAK, JOIN
from newsdoc.parser.phrases import WHEN, is_number, is_verb
from newsdoc.parser.quotes.clauses.amounts import is_dated
from newsdoc.parser.quotes.scene import Scene

_ADJUNCT: Final = 6  # words: no adjunct inside a verb is longer
_PARTS: Final = frozenset({"early", "late"})  # of a day
_ON: Final = frozenset({"in", "on"})
_WHICH: Final = frozenset({"same", "following", "very", "previous"})
_SOME: Final = frozenset({"few", "many", "several"})
_LATER: Final = frozenset({"after", "afterward", "afterwards", "ago", "earlier", "later"})
_BEFORE: Final = frozenset(  # a time
    {"on", "in", "at", "late", "later", "early", "earlier", "of", "by", "this"}
)
_NEXT: Final = frozenset({"last", "next", "today", "tomorrow", "tonight", "yesterday"})
_ARTICLES: Final = frozenset({"a", "an", "that", "the", "this", "those"})
_THIS: Final = frozenset({"each", "every", "that", "this"})
_RELATIVE: Final = frozenset({"after", "ahead", "before"})
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
    t, word, lowers = scene.tags[j], scene.lowers[j], scene.lowers
    if t & WHEN or (not opens and word.isdigit() and is_dated(scene, j)):
        return j + 1
    k = j + 1
    if k >= limit or scene.bits[k] & BREAK:
        return j
    time = scene.tags[k] & WHEN
    if word == "here" or (word in _PARTS and (time or lowers[k] in _ON)):
        return k  # 'told reporters here Sunday', 'late Saturday', 'early on Monday'
    if time and is_number(scene, j) and k + 1 < limit and lowers[k + 1] in _LATER:
        return k + 2  # 'two days later'
    if lowers[k] in _WHICH and t & DETERMINER and k + 1 < limit and scene.tags[k + 1] & WHEN:
        return k + 2  # 'the same day'
    if time and t & DETERMINER and not (word == "the" and _is_noun(scene, k + 1)):
        return k + 1  # 'this week', but 'the night shift'
    return j


def _is_noun(scene: Scene, j: int) -> bool:
    """Whether word *j*, of no closed class, can be the noun that the word before it describes."""
    return j < len(scene.words) and not scene.bits[j] & BREAK and not scene.tags[j] & ~_NOUNS


def tells_when(scene: Scene, first: int, j: int) -> bool:
    """Whether the words from *first* on tell when it was said, and those at *j* more exactly.

    'told MPs on Tuesday, | hours before the vote', '…, | just two days after the raid'.
    """
    if not any(t & WHEN for t in scene.tags[first:j]):
        return False
    while scene.lowers[j] in _AMOUNTS or is_number(scene, j):
        j += 1
    return scene.tags[j] & WHEN > 0 and scene.lowers[j + 1] in _RELATIVE


def behind_days(scene: Scene, j: int, limit: int) -> int:
    """Return the word behind a day or the like at *j*: 'urged them on Monday (to go)'."""
    at = k = j + (scene.lowers[j] == "on")
    while k < limit and scene.tags[k] & WHEN and not scene.bits[k] & BREAK:
        k += 1
    return k if k > at else j


def without_time(scene: Scene, end: int, floor: int) -> int:
    """Return *end*, or where an adverbial of time before it begins: 'X on Tuesday said'."""
    tags, lowers = scene.tags, scene.lowers
    e = end
    while e - 1 > floor and not (e != end and scene.bits[e] & BREAK):
        if not tags[e - 1] & WHEN and not (lowers[e - 1].isdigit() and tags[e - 2] & MONTH):
            break
        if tags[e - 1] & MONTH and tags[e - 2] & _NAMING:
            break  # 'Theresa May said'
        e -= 1
    ago = e < end and lowers[min(end, len(scene.words) - 1)] in _AGO
    if ago:  # 'less than two weeks ago'
        while e - 1 > floor and (lowers[e - 1] in _AMOUNTS or tags[e - 1] & NUMBER):
            e -= 1
    if e < end and not ago and not any(_dates(scene, j) for j in range(e, end)):
        e = _determined(scene, e, end, floor)
    elif e < end and lowers[e - 1] in _BEFORE and e - 1 > floor:
        e -= 1
    return e if e > floor and not is_verb(scene, e - 1) else end


def _dates(scene: Scene, j: int) -> bool:
    """Whether word *j* tells alone when something was: 'Monday', 'last (week)', 'yesterday'."""
    return bool(scene.tags[j] & (WEEKDAY | MONTH | ADVERB)) or scene.lowers[j] in _NEXT


def _determined(scene: Scene, e: int, end: int, floor: int) -> int:
    """Return where the adverbial begins whose noun of time is word *e*, or *end* without one.

    'at the time', 'that night', but not 'on launch day'.
    """
    lowers, j = scene.lowers, e - 1
    while j > floor and lowers[j] in _DESCRIBED:
        j -= 1
    if j <= floor or scene.bits[j + 1] & BREAK:
        return end
    if lowers[j] in _ARTICLES and scene.tags[j - 1] & PREPOSITION and j - 1 > floor:
        return j - 1 if lowers[j - 1] != "of" else end  # 'the man of the year'
    return j if lowers[j] in _THIS else end


def time_inside(scene: Scene, i: int, floor: int, form: int) -> int:
    """Return where an adjunct begins that parts the verb at *i*, or 0: 'had in June warned'.

    It is a time, or opens with a preposition: 'have in fact said', 'has for years argued',
    'did not at any point say'.
    """
    tags, near = scene.tags, max(floor, i - _ADJUNCT)
    j = i - 1 if not scene.tags[i - 1] & DETERMINER else near  # 'was not in the report'
    while j > near and not scene.bits[j + 1] & BREAK and scene.lowers[j] != "to":
        opens = tags[j] & (PREPOSITION | WHEN) or scene.lowers[j] in _BEFORE
        if opens and _parts(scene, j, form):
            return j if scene.lowers[j] != "given" else 0  # 'has given Roe a promise'
        j -= 1
    return 0


def _parts(scene: Scene, j: int, form: int) -> bool:
    """Whether an auxiliary before word *j* goes with a form behind it: 'has (for years) argued'."""
    helps = scene.tags[j - 1]
    negated = helps & NEGATION or scene.lowers[j - 1] == "t"
    group = scene.tags[j - 2] | helps if negated else helps
    base = form & BASE and negated and group & (AUXILIARY | BE) == AUXILIARY
    helps = scene.tags[j - 2] if negated else helps
    return bool(base or (helps & HAVE and form & PARTICIPLE))
