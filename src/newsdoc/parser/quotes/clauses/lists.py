"""Lists: what a comma parts from the noun phrase right before a verb, and who speaks with it.

'Unions, farmers and aldermen say the deal is dead'.
"""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.tags import (
    ADVERB,
    CLITIC,
    COMPLEMENTIZER,
    CONJUNCTION,
    CUE,
    DETERMINER,
    PREPOSITION,
    SUBJECT,
    SUBORDINATOR,
)
from newsdoc.parser.gaps import BREAK, COLON, COMMA, MARK
from newsdoc.parser.phrases import INDEFINITE, WHEN, Phrase, is_verb
from newsdoc.parser.quotes.clauses.verbs import Verb
from newsdoc.parser.quotes.scene import Scene

_OPENS: Final = CONJUNCTION | SUBORDINATOR | COMPLEMENTIZER  # before a subject
_NO_ITEM: Final = PREPOSITION | ADVERB | CUE | WHEN | CLITIC  # opens no item
_AND: Final = frozenset({"and", "or"})
_REACH: Final = 12  # words: no name, and no item with what opens it, is longer
_ITEM: Final = 5  # words: no item of a list is longer
_FEW: Final = 2  # items, or words of a name


def whole(scene: Scene, phrase: Phrase, verb: Verb, floor: int) -> Phrase:
    """Return the phrase before a verb with what belongs to it further left, or without."""
    first, last = phrase
    after = verb.last + 1
    comma = scene.bits[first] & COMMA > 0 and first > floor
    if first <= floor or not (comma or scene.tags[first - 1] & CONJUNCTION):
        return phrase
    if after >= len(scene.words) or scene.bits[after] & (BREAK & ~(COLON | MARK)):
        return phrase  # 'The plan, farmers and aldermen say, is dead'
    if comma and scene.lowers[first] in INDEFINITE:
        return _name_before(scene, first, floor), last
    return _listed(scene, phrase, floor), last


def _name_before(scene: Scene, end: int, floor: int) -> int:
    """Return where the name before a comma starts, whose apposition none closes.

    '"No," Ann Roe, a clerk at the port told reporters'.
    """
    start, near = end - 1, max(floor, end - _REACH)
    while start > near and scene.capital(start):
        start -= 1
    named = scene.capital(start) and end - start >= _FEW and not scene.tags[start] & PREPOSITION
    return start if named and start == floor else end


def _listed(scene: Scene, phrase: Phrase, floor: int) -> int:
    """Return where what is listed before a phrase starts: 'unions, farmers and aldermen say'."""
    first, last = phrase
    begin, items = first, 1
    if scene.lowers[first - 1] in _AND and scene.bits[first - 1] & COMMA:
        begin -= 1  # 'unions, farmers, and aldermen', but 'Ava, Mo., and aldermen'
        if scene.words.gaps[begin].startswith("."):
            return first
    elif any(scene.tags[j] & CONJUNCTION for j in range(first + 1, last)):
        items += 1
    else:
        return first
    while begin > floor and scene.bits[begin] & BREAK == COMMA:
        start = _item_start(scene, begin, floor)
        if not _is_item(scene, start, begin):
            break
        begin, items = start, items + 1
    return begin if items > _FEW else first


def _item_start(scene: Scene, end: int, floor: int) -> int:
    """Return where the words before the comma at word *end* start."""
    start, floor = end - 1, max(floor, end - _REACH)
    while start > floor and not scene.bits[start] & BREAK:
        t = scene.tags[start - 1]
        if t & _OPENS:
            break  # 'While unions, farmers and aldermen say'
        start -= 1
    return start


def _is_item(scene: Scene, start: int, end: int) -> bool:
    """Whether the words are one noun phrase, as far as it shows."""
    tags, lowers = scene.tags, scene.lowers
    if end - start > _ITEM or tags[start] & _NO_ITEM:
        return False
    if tags[end - 1] & (CUE | ADVERB):
        return False  # 'the poll found', 'a year later'
    many = lowers[end - 1].endswith("s")
    if not (many or scene.capital(end - 1) or tags[start] & DETERMINER):
        return False
    return not any(
        tags[j] & (SUBJECT | CONJUNCTION) or is_verb(scene, j) for j in range(start, end)
    )
