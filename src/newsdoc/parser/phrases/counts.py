"""Amounts that open a noun phrase: 'about 4 in 10 voters', 'at least a dozen', 'all but two'."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.tags import BOUND, MONTH, NUMBER
from newsdoc.parser.gaps import BREAK
from newsdoc.parser.phrases.borders import Gapped, is_year

# What stands before the last word of a bound, by that word: 'more than', 'at least'.
_PAIRS: Final = {
    "than": frozenset({"fewer", "less", "more"}),
    "least": frozenset({"at"}),
    "most": frozenset({"at"}),
    "to": frozenset({"close", "up"}),
    "estimated": frozenset({"an"}),
    "but": frozenset({"all"}),
}
_ALONE: Final = frozenset(
    {"about", "above", "almost", "approximately", "around", "below", "just", "nearly", "only"}
    | {"over", "roughly", "some", "under", "virtually"}
)
_COUNTED: Final = frozenset({"few", "many"})  # 'as many as'
_TOTALS: Final = frozenset({"all", "every", "everyone", "everybody", "none", "nobody"})
_ONE: Final = frozenset({"a", "an"})  # 'a third'


def is_amount(scene: Gapped, j: int) -> bool:
    """Whether an amount stands at word *j*, and no number of a date."""
    tags, lowers, k = scene.tags, scene.words.lowers, j + 1
    if tags[j] & NUMBER or lowers[j][0].isdigit():
        dated = j and (tags[j - 1] & MONTH or (lowers[j - 1] == "in" and is_year(scene, j)))
        return not dated
    more = k < len(tags) and not scene.bits[k] & BREAK
    return lowers[j] in _TOTALS or bool(more and lowers[j] in _ONE and tags[k] & NUMBER)


def bounds(scene: Gapped, j: int) -> bool:
    """Whether word *j* can end what bounds an amount behind it: 'about', 'only', 'than'."""
    return scene.tags[j] & BOUND > 0 or scene.words.lowers[j] in {"but", "just", "only"}


def bound_before(scene: Gapped, start: int, floor: int) -> int:
    """Return where what bounds the amount at word *start* begins, or *start*: 'more than 40'."""
    lowers, bits, j = scene.words.lowers, scene.bits, start
    while j > floor and not bits[j] & BREAK and bounds(scene, j - 1):
        word, before = lowers[j - 1], lowers[j - 2] if j - 2 >= floor else ""
        if word in _PAIRS and before in _PAIRS[word]:
            j -= 2
        elif word == "as" and before in _COUNTED and lowers[max(floor, j - 3)] == "as":
            j -= 3
        elif word in _ALONE:
            j -= 1
        else:
            break
    if j < start and j > floor and lowers[j - 1] == "well" and not bits[j] & BREAK:
        j -= 1  # 'well over 40'
    return j
