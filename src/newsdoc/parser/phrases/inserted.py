"""Insertions: the noun phrase before a comma, and what stands between commas behind it."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.tags import (
    ADVERB,
    AUXILIARY,
    BODY,
    CLITIC,
    CONJUNCTION,
    CUE,
    DETERMINER,
    PLACE,
    POSSESSIVE,
    PREPOSITION,
    SUBJECT,
    SUBORDINATOR,
    TITLE,
    WHO,
)
from newsdoc.parser.gaps import BREAK, CLOSE, COLON, COMMA, DASH, JOIN, MARK, SEMICOLON, STOP
from newsdoc.parser.phrases.borders import (
    OWNED,
    REACH,
    WHEN,
    Gapped,
    Phrase,
    ends_as_adverb,
    is_verb,
    opens_role,
)
from newsdoc.parser.phrases.left import left_phrase

_BESIDE: Final = frozenset({"accompanied", "flanked", "joined", "surrounded", "watched"})
_ROLE: Final = 3  # words of what stands before a name: 'the gas company, Koru, …'
_LONG_ROLE: Final = 12  # with what it is of: 'the head of the gas company, Koru Vale, …'
_NOUN: Final = 5  # words: from the start of a noun phrase to its 'that'
_PLACES: Final = 2  # commas of 'of Durham, N.C.,'


def apposed_phrase(scene: Gapped, end: int, floor: int) -> Phrase | None:
    """Return the noun phrase that ends with an insertion and a comma before word *end*.

    An appositive belongs to it ('X, a doctor,'), an adverbial does not ('X, on
    Tuesday,').
    """
    bits, lowers = scene.bits, scene.lowers
    floor = _behind_semicolon(scene, floor, end)
    edges = [j for j in range(max(floor + 1, end - REACH), end) if bits[j] & (COMMA | DASH)]
    tail = end
    while edges:
        edge = edges.pop()
        begin = edges[-1] if edges else floor
        kind = _insertion(scene, edge)
        if not kind:
            return None
        if kind < 0:
            tail = edge
        if edges and not bits[begin] & MARK and _inserted(scene, begin, edge):
            if scene.tags[begin] & CONJUNCTION:
                edges.pop()  # '…, and Clay University in Dunsby'
            continue
        if len(edges) >= _PLACES and lowers[edges[-2]] in {"of", "from", "in"}:
            continue
        start = left_phrase(scene, edge, begin)
        if start == begin > floor:
            parted = end + 1 < len(scene.words) and bits[end + 1] & BREAK & ~(COLON | MARK) > 0
            start = _role_before(scene, begin, floor, owned=not parted)
        return None if start >= edge or is_verb(scene, edge - 1) else (start, tail)
    if bits[end] & CLOSE:  # a bracket alone: 'X (D-Ohio), said'
        start = left_phrase(scene, end, floor)
        return (start, end) if start < end else None
    return None


def _behind_semicolon(scene: Gapped, floor: int, end: int) -> int:
    """Return the word behind the last semicolon before word *end*, or *floor*."""
    for j in range(end - 1, max(floor, end - REACH), -1):
        if scene.bits[j] & SEMICOLON:
            return j
    return floor


def _role_before(scene: Gapped, end: int, floor: int, *, owned: bool) -> int:
    """Return where the role before the name at word *end* begins, or *end* where none is there.

    *owned*: whether somebody's own is one: 'Her husband, Roe, 41, said', but not
    'Her home, Roe, 41, said, was lost'.
    """
    first = end - 1
    while first > max(floor, end - _LONG_ROLE) and not scene.bits[first] & BREAK:
        first -= 1
    return first if _is_role(scene, first, end, owned=owned) else end


def _is_role(scene: Gapped, first: int, end: int, *, owned: bool) -> bool:
    """Whether a noun phrase before a comma tells who the name behind it is: 'The firm, Koru, …'."""
    tags, words = scene.tags, scene.words.words
    if scene.bits[end] & BREAK != COMMA:
        return False
    one = scene.lowers[first] == "one" and end - first <= _ROLE  # 'One fan, Roe, 24, said'
    named = words[end][0].isupper()
    if one and named:
        return True
    owner = next((j + 1 for j in range(first, end) if tags[j] & CLITIC), 0)  # 'Ohio's governor'
    if not owner and tags[first] & POSSESSIVE:
        owner = first + 1
    # 'The head of the port': what tells is before the preposition
    head = next((j for j in range(first + 1, end) if tags[j] & PREPOSITION), end)
    tells = tags[head - 1] & (TITLE | BODY) or (owned and 0 < owner < head == end)
    joined = scene.words.gaps[first + 1 : head].count("-")  # 'a 52-year-old nurse'
    if head - (owner or first) - joined > _ROLE or end - first > _LONG_ROLE or not tells:
        return False  # 'The repair, Roe, the owner, said, was bad'
    return named and left_phrase(scene, end, first) == first


def _insertion(scene: Gapped, j: int) -> int:
    """Return 1 for an appositive at word *j*, -1 for an adverbial, 0 for neither."""
    t, lower = scene.tags[j], scene.lowers[j]
    if t & WHO or (lower == "of" and scene.lowers[j + 1] != "course"):
        return 1
    if opens_role(scene, j) or (lower == "from" and scene.words.words[j + 1][0].isupper()):
        return 1  # 'Roe, from Hull,'
    if lower == "and" and _is_second_role(scene, j + 1):
        return 1
    if t & (CONJUNCTION | SUBJECT | AUXILIARY):
        return 0
    word = scene.words.words[j]
    adverbial = t & (PREPOSITION | ADVERB | SUBORDINATOR | WHEN)
    if lower in _BESIDE and scene.lowers[j + 1] == "by":
        return -1  # 'accompanied by the minister, Roe,'
    if adverbial or ends_as_adverb(scene, j) or word.endswith("ing"):
        return 1 if word[0].isupper() and not adverbial else -1  # 'Vasily', 'Fleming'
    return 1


def _is_second_role(scene: Gapped, j: int) -> bool:
    """Whether what somebody is too stands at *j*: 'Roe, a keeper, and author of the book'."""
    while j + 1 < len(scene.words) and scene.words.gaps[j + 1] == "-":
        j += 1  # 'and co-author of'
    told = j + 1 < len(scene.words) and scene.tags[j] & TITLE and scene.words.words[j].islower()
    return bool(told) and scene.lowers[j + 1] in {"at", "for", "in", "of"}


def _is_state(scene: Gapped, j: int, end: int) -> bool:
    """Whether a state or country stands between two commas: 'a driver from Ava, Mo., who'."""
    if end - j > _PLACES or scene.tags[j - 1] & WHEN:
        return False  # 'On Friday, Texas, which'
    return scene.tags[end - 1] & PLACE > 0 or scene.words.gaps[end].startswith(".")


def _inserted(scene: Gapped, j: int, end: int) -> bool:
    """Whether the words from the comma before word *j* to *end* are an insertion, no head."""
    t, lower, word = scene.tags[j], scene.lowers[j], scene.words.words[j]
    if any(_speaks_of(scene, k, end) for k in range(j, min(end - 1, j + _NOUN))):
        return False
    if word[0].isdigit() or t & WHO or _is_state(scene, j, end):
        return True
    if lower == "and" and any(scene.tags[k] & BODY for k in range(j + 1, end)):
        return not any(is_verb(scene, k) for k in range(j + 1, end))
    if len(word) == 1 and scene.bits[j + 1] & JOIN:
        return True  # a party and a place: 'R-Ohio', 'D-N.M.'
    if word.islower() and not t & (CONJUNCTION | SUBORDINATOR | DETERMINER | SUBJECT):
        return True
    before = scene.tags[j - 1] & (CUE | ADVERB)  # 'Reacting, a clerk', 'Meanwhile, a clerk'
    if before or lower not in OWNED or not scene.words.words[j - 1][0].isupper():
        return False
    return not ends_as_adverb(scene, j - 1) and not _is_set(scene, j)


def _speaks_of(scene: Gapped, j: int, end: int) -> bool:
    """Whether all behind 'which' at *j* is a noun phrase: 'a tax, which the mayor, Ann Roe, hates'.

    So it may be behind 'that': 'Hull, a town that the mayor, Ann Roe, called'.
    """
    lower = scene.lowers[j]
    if lower == "whose" or not (scene.tags[j] & WHO or lower == "that"):
        return False
    j += 1
    opens = scene.tags[j] & DETERMINER or scene.words.words[j][0].isupper()
    return bool(opens) and left_phrase(scene, end, j) == j


def _is_set(scene: Gapped, end: int) -> bool:
    """Whether the name before word *end* is where a sentence is set: 'In Hull, the mayor, Roe,'."""
    first = end - 1
    while first and not scene.bits[first] & (BREAK | STOP):
        if not scene.words.words[first - 1][0].isupper() or "\n" in scene.words.gaps[first]:
            break
        first -= 1
    return first < end - 1 and scene.tags[first] & PREPOSITION > 0
