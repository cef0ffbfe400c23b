"""Amounts behind a cue: words that look like adjuncts and belong to a number that is said.

'The agency said around 40 people had died': what is said begins before the number.
"""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.tags import ADVERB, BOUND, DETERMINER, MONTH, NUMBER, PREPOSITION
from newsdoc.parser.gaps import BREAK
from newsdoc.parser.phrases import is_year
from newsdoc.parser.quotes.scene import Scene

# Prepositions that bound a number, and phrases that open like an adjunct but do so.
_AROUND: Final = frozenset({"about", "above", "around", "below", "over", "under"})
_TOTAL: Final = frozenset(
    {"all", "any", "every", "everybody", "everyone", "everything", "half", "no", "nobody", "none"}
)  # amounts without a number
_BOUNDS: Final = (
    ("at", "least"),
    ("at", "most"),
    ("up", "to"),
    ("as", "many", "as"),
    ("as", "much", "as"),
    ("as", "few", "as"),
    ("as", "little", "as"),
    ("in", "excess", "of"),
)
# Amid a bound: 'more than', 'about a (dozen)', 'an estimated'.
_COMPARES: Final = frozenset({"a", "an", "fewer", "less", "more", "than"})
_WIDE: Final = 4  # words: no bound is longer
_CLOCK: Final = frozenset({"a", "p", "am", "pm", "o"})  # behind an hour: '9 a.m.'


def is_number(scene: Scene, j: int) -> bool:
    """Whether word *j* is a number: 'said about 40 people', not 'said about 9 a.m.'."""
    lowers = scene.lowers
    if j >= len(scene.words) or not (scene.tags[j] & NUMBER or lowers[j][0].isdigit()):
        return False
    return j + 1 >= len(scene.words) or lowers[j + 1] not in _CLOCK


def bounds_number(scene: Scene, j: int) -> bool:
    """Whether the preposition at *j* opens what is said of a number: 'said at least 40 died'."""
    lowers = scene.lowers
    if lowers[j] in _AROUND:
        return is_number(scene, j + 1)
    if lowers[j] == "between":
        return is_number(scene, j + 1) and not is_dated(scene, j + 1)
    for bound in _BOUNDS:
        if lowers[j] == bound[0] and tuple(lowers[j : j + len(bound)]) == bound:
            return is_number(scene, j + len(bound))
    return False


def behind_bound(scene: Scene, j: int, limit: int) -> int:
    """Return the number behind what bounds it at word *j*: 'more than (300) staff'; or *j*."""
    k = j
    while k < min(limit, j + _WIDE) and not is_number(scene, k):
        if not scene.tags[k] & BOUND and scene.lowers[k] not in _COMPARES:
            return j
        k += 1
    return k if k < limit and is_number(scene, k) else j


def tells_how_much(scene: Scene, j: int) -> bool:
    """Whether the adverb at *j* belongs to an amount: 'said nearly all of them', 'said only 40'."""
    k = j + 1
    if k >= len(scene.words) or scene.bits[k] & BREAK:
        return False
    total = scene.tags[j] & BOUND and scene.lowers[k] in _TOTAL
    return bool(total) or is_number(scene, k) or bounds_number(scene, k)


def is_dated(scene: Scene, j: int) -> bool:
    """Whether the number at *j* is of a date: 'on Nov. 12', 'in 2019', not 'at the time 40'."""
    return bool(scene.tags[j - 1] & MONTH) or is_year(scene, j)


def opens_count(scene: Scene, j: int) -> bool:
    """Whether a number at *j* opens a phrase of its own: 'within hours 40 people'."""
    return is_number(scene, j) and not scene.tags[j - 1] & (DETERMINER | PREPOSITION | ADVERB)
