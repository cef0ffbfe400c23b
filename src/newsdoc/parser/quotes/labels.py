"""Labels: who stands before or behind a colon or a dash that parts them from what they say."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.tags import (
    BODY,
    CLITIC,
    CONJUNCTION,
    CUE,
    DETERMINER,
    NO_SPEAKER,
    PREPOSITION,
    TITLE,
    WHO,
)
from newsdoc.parser.gaps import BREAK, CLOSE, COLON, COMMA, DASH, OPEN
from newsdoc.parser.marks import Marked
from newsdoc.parser.phrases import Phrase, is_verb, right_phrase
from newsdoc.parser.quotes.scene import Scene, Unit

_LABEL: Final = 6  # words: no label of a speaker is longer
_NAME: Final = 3  # words: no name in a heading is longer
_ROLE: Final = 3  # words of a role in a heading
_TITLED: Final = 14  # words: nor is one with a role


def speaker_before_colon(scene: Scene, unit: Unit, mark: Marked) -> Phrase | None:
    """Return the name before a colon that introduces marks: 'Polls agree - Jane Doe: "So …"'.

    A name of one word stands behind a dash, or it is any word.
    """
    first = last = mark.first
    opener = unit.first + 1
    if scene.lowers[unit.first] == "from" and opener < last:
        end = right_phrase(scene, opener, last, full=False)
        return (opener, end) if end == last else None  # 'From the memo: "…"'
    if scene.bits[last] & CLOSE:  # 'Rep. Jane Doe (D-Ohio): "…"'
        opens = range(last - 1, max(unit.first, last - _LABEL), -1)
        first = next((j for j in opens if scene.bits[j] & OPEN), last)
    while first > unit.first and scene.capital(first - 1):
        first -= 1
        if scene.bits[first] & BREAK:
            break
    if scene.tags[first] & CONJUNCTION:
        first += 1  # 'And Ball: "I am"'
    named = last - first > 1 or (first < last and scene.bits[first] & DASH)
    return (first, last) if named else None


def speaker_behind_colon(scene: Scene, first: int, last: int) -> Phrase | None:
    """Return who stands behind the colon of a heading: '"No way": Roe on his exit'.

    It is a name that the article prints elsewhere too, or somebody's role. What is neither
    tells of the words: '"Like losing a limb": the choirs that were lost'.
    """
    name = first
    while name < last and scene.capital(name):
        name += 1
    if name - first > _NAME:  # 'Vale Leaves Council After Ten Years'
        own = (j for j in range(first, name) if not scene.names(scene.words.words[j]))
        name = next(own, name)
    if scene.tags[first] & PREPOSITION:
        return None  # '“They left us”: On board the ship that broke in two'
    if any(map(scene.names, scene.words.words[first:name])) and not _describes(scene, name, last):
        return first, name
    for j in range(first, min(last, first + _ROLE)):
        if scene.tags[j] & (TITLE | BODY):
            return first, j + 1
    acts = (j for j in range(first + 1, last) if scene.tags[j] & CUE or is_verb(scene, j))
    end = next(acts, last)
    if end < last and not scene.lowers[end - 1].endswith("s"):
        return None  # 'Video Shows Rescue', but 'residents slam new bins'
    if end == last and any(_may_act(scene, j, last) for j in range(first + 1, last - 1)):
        return None  # '“A miracle”: toddler survives fall'
    told = any(scene.tags[j] & (WHO | DETERMINER) for j in range(first, end))
    named = not told and end - first <= _LABEL and right_phrase(scene, first, end, full=True)
    return (first, end) if named == end else None


def _may_act(scene: Scene, j: int, last: int) -> bool:
    """Whether a verb of a heading may stand at word *j*: 'toddler | survives fall', 'sisters win'.

    What a noun of many is on or of tells more of it: 'bus | drivers on strike'.
    """
    one, many = (scene.lowers[k].endswith("s") for k in (j, j - 1))
    hangs = scene.tags[j + 1] & (PREPOSITION | CLITIC) or (j + 1 < last and scene.bits[j + 1])
    return one != many and not scene.tags[j] and not scene.tags[j - 1] & TITLE and not hangs


def _describes(scene: Scene, noun: int, last: int) -> bool:
    """Whether the name before *noun* tells whose it is: 'Dover bakers divided on it'."""
    if noun + 1 >= last or scene.bits[noun] or scene.tags[noun]:
        return False
    return scene.lowers[noun].endswith("s") and is_verb(scene, noun + 1)


def speaker_behind_dash(scene: Scene, first: int, last: int) -> Phrase | None:
    """Return the name behind a dash that closes a quote: '"No." - Jane Doe, mayor'."""
    if first >= last or not scene.capital(first):
        return None
    gap = scene.words.gaps[first].rstrip()
    if not scene.bits[first] & DASH and not (gap[-1:] == "-" and gap[-2:-1].isspace()):
        return None
    end = right_phrase(scene, first, last, full=True)
    return (first, end) if end > first else None


def sender(scene: Scene, unit: Unit) -> Phrase | None:
    """Return whom a line names that introduces a block: 'From Ruth Calder:', 'According to X:'."""
    first = unit.first + 1
    opener = scene.lowers[unit.first]
    if opener == "according":
        first += 1
    elif opener != "from":
        return None
    if first >= unit.last:
        return None
    end = right_phrase(scene, first, unit.last, full=True)
    writing = end < unit.last and scene.bits[end] & COMMA
    return (first, end) if end == unit.last or writing else None


def label(scene: Scene, first: int, last: int) -> Phrase | None:
    """Return the label that opens the words from *first*: 'JANE DOE:', 'DOE (laughing):'."""
    bits, words = scene.bits, scene.words.words
    for j in range(first + 1, min(last, first + _LABEL + 1)):
        if bits[j] & COLON:
            named = all(words[k][0].isupper() for k in range(first, j))
            topic = j == first + 1 and scene.tags[first] & NO_SPEAKER  # 'Interview: …'
            return (first, j) if named and not topic else None
        if bits[j] & OPEN:
            closed = (k for k in range(j + 1, min(last, j + _LABEL)) if bits[k] & CLOSE)
            behind = next(closed, j)
            if bits[behind] & COLON:
                return first, j
        if bits[j] & BREAK:
            return _label_with_role(scene, first, min(last, first + _TITLED))
    return None


def _label_with_role(scene: Scene, first: int, last: int) -> Phrase | None:
    """Return the label that names a role too: 'JANE DOE, FINANCE MINISTER:'."""
    bits = scene.bits
    end = next((j for j in range(first + 1, last) if bits[j] & COLON), first)
    comma = next((j for j in range(first, end) if bits[j] & COMMA), end)
    role = any(scene.tags[j] & TITLE for j in range(comma, end))
    return (first, end) if role else None
