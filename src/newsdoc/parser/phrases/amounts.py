"""Amounts in a noun phrase: what bounds one, and whose verb it is the object of."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.tags import ADVERB, BOUND, CUE, NUMBER, PREPOSITION, WHO
from newsdoc.parser.gaps import BREAK
from newsdoc.parser.phrases.belonging import is_relative, relative_before
from newsdoc.parser.phrases.borders import INDEFINITE, Gapped, is_verb

# What stands before the last word of a bound, by that word: 'more than', 'at least'.
_PAIRS: Final = {
    "than": frozenset({"fewer", "less", "more"}),
    "least": frozenset({"at"}),
    "most": frozenset({"at"}),
    "to": frozenset({"close", "up"}),
    "estimated": frozenset({"an"}),
    "but": frozenset({"all"}),
}
_BOUNDS: Final = frozenset(  # alone
    {"about", "above", "almost", "approximately", "around", "below", "just", "nearly", "only"}
    | {"over", "roughly", "some", "under", "virtually"}
)
_COUNTED: Final = frozenset({"few", "many"})  # 'as many as'
# Amid a bound: 'more than', 'about a (dozen)', 'an estimated', 'up to', 'as many as'.
_AMID: Final = frozenset(
    {"a", "all", "an", "as", "but", "close", "few", "fewer", "less", "many", "more", "than", "up"}
    | {"virtually"}
)
_WIDE: Final = 4  # words: no bound is longer
_CLOCK: Final = frozenset({"a", "p", "am", "pm", "o"})  # behind an hour: '9 a.m.'


def with_amount(scene: Gapped, begin: int, end: int, floor: int) -> int:
    """Return the relative pronoun of whose verb an amount is the object, or 0.

    'A clerk who (stole more than) $50,000', unlike 'a clerk who said more than 40 men'.
    """
    verb, counted = begin - 1, begin + 1
    if counted >= end or scene.bits[begin] & BREAK or scene.tags[verb] & CUE:
        return 0
    if not (scene.tags[begin] & (ADVERB | PREPOSITION) and scene.tags[begin] & BOUND):
        bound = scene.lowers[begin] in _PAIRS.get(scene.lowers[counted], ())
        if not bound:
            return 0
    relative: int | None = verb - 1
    if not (scene.tags[verb - 1] & WHO or is_relative(scene, verb - 1, end - 1, floor)):
        relative = relative_before(scene, verb, floor) if is_verb(scene, verb) else None
    return relative if relative and relative > floor and not scene.bits[relative] & BREAK else 0


def bounded(scene: Gapped, start: int, end: int, floor: int) -> int | None:
    """Return where what bounds the amount at word *start* begins: '(just over) 40 nurses'."""
    words, amount = scene.lowers, start + 1 if scene.tags[start] & PREPOSITION else start
    if amount >= end:
        return None
    number = amount + 1 if words[amount] in INDEFINITE and amount + 1 < end else amount  # 'a third'
    if not is_number(scene, number):
        return None
    begin = _bound_before(scene, amount, floor)
    return begin if begin <= start and begin < amount else None


def behind_bound(scene: Gapped, j: int, limit: int) -> int:
    """Return the number behind what bounds it at word *j*: 'more than (300) staff'; or *j*."""
    k = j
    while k < min(limit, j + _WIDE) and not is_number(scene, k):
        if not scene.tags[k] & BOUND and scene.lowers[k] not in _AMID:
            return j
        k += 1
    return k if k < limit and is_number(scene, k) else j


def is_number(scene: Gapped, j: int) -> bool:
    """Whether word *j* is a number: 'said about 40 people', not 'said about 9 a.m.'."""
    lowers = scene.lowers
    if j >= len(scene.words) or not (scene.tags[j] & NUMBER or lowers[j][0].isdigit()):
        return False
    return lowers[j + 1] not in _CLOCK


def _bound_before(scene: Gapped, start: int, floor: int) -> int:
    """Return where what bounds the amount at word *start* begins, or *start*: 'more than 40'."""
    lowers, j = scene.lowers, start
    while j > floor and not scene.bits[j] & BREAK:
        word, before = lowers[j - 1], lowers[j - 2] if j - 2 >= floor else ""
        if before in _PAIRS.get(word, ()):
            j -= 2
        elif before in _COUNTED and lowers[max(floor, j - 3)] == word == "as":
            j -= 3
        elif word in _BOUNDS:
            j -= 1
        else:
            break
    return j
