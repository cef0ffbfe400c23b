"""Phrases: where a noun phrase begins or ends, told from the words around it.

Without a tagger, a noun phrase is found by its borders: punctuation, the words
that open clauses, and what shows that a verb has begun. A phrase is a range of
words: the first, and the one behind the last.
"""

from __future__ import annotations

from typing import Final, Protocol

from newsdoc.lexicon.tags import (
    ADVERB,
    AUXILIARY,
    CLITIC,
    COMPLEMENTIZER,
    CONJUNCTION,
    CUE,
    DETERMINER,
    MEDIUM,
    MONTH,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    WEEKDAY,
)
from newsdoc.parser.words import Words

Phrase = tuple[int, int]

COMMA: Final = 1 << 0
DASH: Final = 1 << 1
OPEN: Final = 1 << 4
CLOSE: Final = 1 << 5
JOIN: Final = 1 << 8
BREAK: Final = 127  # every bit of a gap's punctuation but stops and joins

_REACH: Final = 40  # no noun phrase is longer, in words
_WHEN: Final = WEEKDAY | MONTH | TIME
_WHO: Final = frozenset({"who", "which", "whose", "whom"})
_CLAUSE: Final = SUBORDINATOR | COMPLEMENTIZER


class Gapped(Protocol):
    """What the chunker reads: words, tags, gap bits."""

    words: Words
    tags: list[int]
    bits: list[int]


def is_verb(scene: Gapped, j: int) -> bool:
    """Whether word *j* shows that a clause has its verb: an auxiliary or a past form."""
    t = scene.tags[j]
    if t & (AUXILIARY | PAST):
        return not scene.words.words[j][0].isupper() or bool(t & AUXILIARY)
    word = scene.words.words[j]
    if len(word) > 3 and word.endswith("ed") and word.islower() and word[-3] != "e":  # noqa: PLR2004
        return (
            not (j and scene.tags[j - 1] & (DETERMINER | PREPOSITION)) and not scene.bits[j] & 256
        )
    return False


def left_phrase(scene: Gapped, end: int, floor: int) -> int:
    """Return the first word of the noun phrase that ends before word *end*."""
    tags, bits, lowers = scene.tags, scene.bits, scene.words.lowers
    last = end - 1
    if tags[last] & SUBJECT:
        return last
    j, start = last, end
    floor = max(floor, end - _REACH)
    if bits[end] & BREAK == CLOSE and (opened := _bracket(bits, end, floor)) is not None:
        start, j = opened, opened - 1
    behind = j + 1  # a gap that is passed: that before a bracket
    while j >= floor:
        if j + 1 != behind and bits[j + 1] & BREAK:
            if bits[j + 1] & BREAK == CLOSE and (opened := _bracket(bits, j + 1, floor)) is not None:
                start = behind = opened
                j = opened - 1
                continue
            break
        t = tags[j]
        if lowers[j] in _WHO:
            start = j
            j -= 1
            continue
        if is_verb(scene, j):
            who = _relative_before(scene, j, floor)
            if who is None or j == last:
                break
            start = j = who
            j -= 1
            continue
        if t & _CLAUSE and not t & PREPOSITION and not (lowers[j] == "that" and j == last):
            break
        if t & SUBORDINATOR and lowers[j] in {"after", "before", "as", "since", "until", "than"}:
            break
        if t & CONJUNCTION and not _joins(scene, j, floor):
            break
        if t & ADVERB and not t & (DETERMINER | TIME):
            break
        if t & SUBJECT and j < last:
            break
        start = j
        j -= 1
    return _trim(scene, start, end)


def _bracket(bits: list[int], close: int, floor: int) -> int | None:
    """Return the word behind the bracket that opens before the gap *close*."""
    for j in range(close - 1, max(floor, close - 12), -1):
        if bits[j] & OPEN:
            return j
        if bits[j] & CLOSE:
            return None
    return None


def _relative_before(scene: Gapped, j: int, floor: int) -> int | None:
    for k in range(j - 1, max(floor, j - 12) - 1, -1):
        if scene.bits[k + 1] & BREAK:
            return None
        if scene.words.lowers[k] in _WHO:
            return k
    return None


def _joins(scene: Gapped, j: int, floor: int) -> bool:
    """Whether the conjunction at *j* joins two noun phrases, not two clauses."""
    words, tags = scene.words, scene.tags
    if words.lowers[j] not in {"and", "or"} or j <= floor or scene.bits[j] & BREAK:
        return False
    before, after = words.words[j - 1], words.words[j + 1]
    if tags[j - 1] & (AUXILIARY | ADVERB | WEEKDAY) or tags[j + 1] & SUBJECT:
        return bool(tags[j - 1] & SUBJECT)
    if after[0].isupper() and tags[j + 1] & DETERMINER == 0:
        return before[0].isupper()
    for k in range(j - 1, max(floor, j - 8) - 1, -1):
        if scene.bits[k + 1] & BREAK:
            break
        if is_verb(scene, k):
            return False
    return True


def _trim(scene: Gapped, start: int, end: int) -> int:
    """Return where the noun phrase starts behind an adverbial that opens the clause."""
    tags, words = scene.tags, scene.words
    while start < end - 1 and tags[start] & (CONJUNCTION | ADVERB) and not tags[start] & DETERMINER:
        start += 1
    if start >= end - 1 or not (tags[start] & (PREPOSITION | WEEKDAY)):
        return start
    q = end - 1
    while q > start:
        if tags[q] & DETERMINER and not tags[q] & PREPOSITION:
            if q - 1 > start and words.lowers[q - 1] == "of":
                q -= 2
                continue
            if q - 1 == start and tags[start] & PREPOSITION:
                break
            return q
        if tags[q] & _WHEN and q < end - 1:
            return q + 1
        if tags[q] & PREPOSITION and words.lowers[q] != "of" and q - 1 == start:
            break
        q -= 1
    # All of it hangs on the preposition: the subject can only be the name at its end.
    q = end - 1
    while q > start + 2 and words.words[q - 1][0].isupper() and words.words[q][0].isupper():
        q -= 1
    return q


def right_phrase(scene: Gapped, start: int, last: int, *, full: bool) -> int:
    """Return the word behind the noun phrase that starts at word *start*.

    Args:
        scene: the words.
        start: its first word.
        last: the word that it cannot reach.
        full: whether appositives and relative clauses belong to it, as behind
            an inverted verb ('said X, a doctor at Y, who …').
    """
    tags, bits, lowers, words = scene.tags, scene.bits, scene.words.lowers, scene.words.words
    if tags[start] & SUBJECT and lowers[start] not in {"one", "who"}:
        return start + 1
    last = min(last, start + _REACH)
    j = start
    relative = False
    opened = False  # whether the phrase is still a bare name, which takes no adjunct
    while j < last:
        if j > start and bits[j] & BREAK:
            if bits[j] & OPEN:
                close = next(
                    (k for k in range(j + 1, min(last, j + 8) + 1) if bits[k] & CLOSE), None
                )
                if close is not None:
                    j = close
                    if j < last and not bits[j] & (BREAK & ~CLOSE):
                        bits_here = 0
                        if not _goes_on(scene, j, start):
                            return j
                    elif j < last and bits[j] & COMMA and full and _apposes(scene, j):
                        pass
                    else:
                        return j
                else:
                    return j
            elif bits[j] & COMMA and not bits[j] & (BREAK & ~COMMA) and full and _apposes(scene, j):
                relative = lowers[j] in _WHO
                opened = True
            else:
                return j
        t = tags[j]
        if relative:
            j += 1
            continue
        if j > start and lowers[j] in _WHO | {"that"}:
            if not full:
                return j
            relative = True
            j += 1
            continue
        if full and j > start + 1 and is_verb(scene, j) and not t & (AUXILIARY | PAST) and words[j - 1].islower():
            relative = True  # 'a source involved in the talks'
            j += 1
            continue
        if j > start and not _goes_on(scene, j, start, opened=opened):
            return j
        j += 1
    return j


def _goes_on(scene: Gapped, j: int, start: int, *, opened: bool = False) -> bool:
    """Whether word *j* still belongs to the phrase that starts at *start*."""
    tags, lowers, words = scene.tags, scene.words.lowers, scene.words.words
    t, word, before = tags[j], words[j], words[j - 1]
    if scene.bits[j] & JOIN and not t & CLITIC:
        return True
    if is_verb(scene, j):
        return False
    if t & CONJUNCTION:
        follows = (
            j + 1 < len(words)
            and not is_verb(scene, j + 1)
            and not tags[j + 1] & (SUBJECT | ADVERB)
        )
        if follows and tags[j + 1] & CUE and not words[j + 1][0].isupper():
            follows = False
        return lowers[j] in {"and", "or"} and follows
    if t & PREPOSITION:
        if lowers[j] == "of":
            return True
        if tags[j - 1] & _WHEN:
            return False
        if any(tags[k] & (MEDIUM | _WHEN) for k in range(j + 1, min(j + 4, len(words)))):
            return False
        return (before.islower() or opened) and lowers[j] in {
            "for",
            "at",
            "from",
            "in",
            "with",
            "on",
            "to",
        }
    if t & _CLAUSE or (t & ADVERB and not t & DETERMINER):
        return False
    if t & _WHEN and not word[0].isupper():
        return False
    if t & WEEKDAY:
        return False
    if (
        t & DETERMINER
        and not tags[j - 1] & (PREPOSITION | CONJUNCTION)
        and not scene.bits[j] & BREAK
    ):
        return lowers[j - 1] in {"all", "both", "half"}
    if t & (SUBJECT | PRONOUN) and not t & DETERMINER and not tags[j - 1] & PREPOSITION:
        return False
    if word.islower() and before[0].isupper() and not tags[j - 1] & (DETERMINER | PREPOSITION):
        return bool(scene.bits[j] & 256) or lowers[j] == "s" or _before_noun(scene, j)
    return not (word.endswith("ing") and word.islower() and len(word) > 4)  # noqa: PLR2004


def _before_noun(scene: Gapped, j: int) -> bool:
    """Whether a word in small letters behind a name goes on with it: 'the Trump campaign'."""
    t = scene.tags[j]
    if t & MEDIUM:
        return True
    return not t & (CUE | PAST | AUXILIARY) and not scene.words.lowers[j].endswith(
        ("s", "ed", "ing")
    )


def _apposes(scene: Gapped, j: int) -> bool:
    """Whether what stands behind the comma before word *j* describes the name before it."""
    t, lower, word = scene.tags[j], scene.words.lowers[j], scene.words.words[j]
    if lower in _WHO:
        return True
    if t & (CONJUNCTION | ADVERB | AUXILIARY | PAST) and not t & DETERMINER:
        return False
    if lower == "of":
        return True
    if t & (PREPOSITION | SUBORDINATOR | COMPLEMENTIZER | SUBJECT) and not t & DETERMINER:
        return False
    if t & _WHEN:
        return False
    if lower.endswith(("ing", "ly")) and word.islower():
        return False
    if t & CUE and not word[0].isupper():
        return False
    return not (t & POSSESSIVE and lower == "whose")


def apposed_phrase(scene: Gapped, end: int, floor: int) -> Phrase | None:
    """Return the noun phrase that ends with an insertion and a comma before word *end*.

    An appositive belongs to it ('X, a doctor,'), an adverbial does not ('X, on
    Tuesday,').
    """
    bits = scene.bits
    edges = [j for j in range(max(floor + 1, end - _REACH), end) if bits[j] & (COMMA | DASH)]
    edges.append(end)
    own = True  # whether what was passed over belongs to the phrase
    tail = end
    while len(edges) > 1:
        edges.pop()
        edge = edges[-1]
        begin = edges[-2] if len(edges) > 1 else floor
        kind = _insertion(scene, edge)
        if not kind:
            return None
        if kind < 0:
            tail, own = edge, False
        if len(edges) > 1 and _inserted(scene, begin):
            continue
        if len(edges) > 2 and scene.words.lowers[edges[-3]] in {"of", "from", "in"}:  # noqa: PLR2004
            continue  # 'of Durham, N.C.,'
        start = left_phrase(scene, edge, begin)
        if start >= edge or is_verb(scene, edge - 1):
            return None
        return start, tail
    return None


def _insertion(scene: Gapped, j: int) -> int:
    """Return 1 for an appositive at word *j*, -1 for an adverbial, 0 for neither."""
    t, lower, word = scene.tags[j], scene.words.lowers[j], scene.words.words[j]
    if lower in _WHO or lower == "of":
        return 1
    if t & (CONJUNCTION | SUBJECT | AUXILIARY):
        return 0
    if t & DETERMINER:
        return 1
    if t & (PREPOSITION | ADVERB | SUBORDINATOR | _WHEN) or lower.endswith(("ing", "ly")):
        return -1
    return 1


def _inserted(scene: Gapped, j: int) -> bool:
    """Whether the words behind the comma before word *j* are an insertion, no head of a phrase."""
    t, lower, word = scene.tags[j], scene.words.lowers[j], scene.words.words[j]
    if word[0].isdigit() or lower in _WHO or lower == "of":
        return True
    if word.islower() and not t & (CONJUNCTION | SUBORDINATOR | DETERMINER | SUBJECT):
        return True
    return lower in {"a", "an", "the", "one", "his", "her", "its", "their"} and scene.words.words[j - 1][0].isupper()
