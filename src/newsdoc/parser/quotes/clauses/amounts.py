"""Amounts behind a cue: words that look like adjuncts and belong to a number that is said.

'The agency said around 40 people had died': what is said begins before the number.
"""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.tags import ADVERB, BOUND, DETERMINER, MONTH, PREPOSITION
from newsdoc.parser.gaps import BREAK
from newsdoc.parser.phrases import is_number, is_year
from newsdoc.parser.quotes.scene import Scene

# Prepositions that bound a number, and phrases that open like an adjunct but do so.
_AROUND: Final = frozenset({"about", "above", "around", "below", "over", "under"})
_TOTAL: Final = frozenset(
    {"all", "any", "every", "everybody", "everyone", "everything", "half", "no", "nobody", "none"}
)  # amounts without a number


def bounds_number(scene: Scene, j: int) -> bool:
    """Whether the preposition at *j* opens what is said of a number: 'said at least 40 died'."""
    lowers = scene.lowers
    if lowers[j] in _AROUND:
        return is_number(scene, j + 1)
    if lowers[j] == "between":
        return is_number(scene, j + 1) and not is_dated(scene, j + 1)
    amounts = scene.speech.lists["amounts"]
    ends = (k for k in (j + 2, j + 3) if " ".join(lowers[j:k]) in amounts)
    return is_number(scene, next(ends, j))


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
