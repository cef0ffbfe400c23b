"""To the left: the first word of the noun phrase that ends before a word."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.tags import (
    ADVERB,
    AUXILIARY,
    BE,
    CLITIC,
    CONJUNCTION,
    DETERMINER,
    HAVE,
    HONORIFIC,
    NUMBER,
    PAST,
    PREPOSITION,
    PRONOUN,
    SUBJECT,
    TIME,
    TITLE,
    WEEKDAY,
    WHO,
)
from newsdoc.parser.gaps import BREAK, CLOSE, MARK, OPEN
from newsdoc.parser.phrases.borders import (
    AROUND,
    CLAUSE,
    REACH,
    WHEN,
    Gapped,
    adverb_belongs,
    is_verb,
)

_WITH: Final = frozenset({"about", "against", "behind", "of", "on", "with"})
_HELD: Final = frozenset({"by", "for", "from", "in", "of", "on", "with"})  # before 'that night'
_OBJECTS: Final = frozenset({"it", "you"})  # pronouns that may be objects
_BOTH: Final = 6  # words: 'both the mayor of Hull and Ann Roe'
_NEAR: Final = 12  # no relative clause before a verb is longer
_BRACKET: Final = 24  # nor is a bracket
# What noun phrases hold before a determiner: 'head of the board', 'not all the men'.
_BEFORE_DETERMINER: Final = (
    PREPOSITION | CONJUNCTION | DETERMINER | ADVERB | CLITIC | WHO | PRONOUN | AUXILIARY
)
_CLOSED: Final = _BEFORE_DETERMINER | CLAUSE | NUMBER
# Only such words, and those that end like past forms, can end a phrase to their right.
_CAN_END: Final = WHO | AUXILIARY | PAST | CLAUSE | CONJUNCTION | ADVERB | SUBJECT
_OPENS_CLAUSE: Final = CONJUNCTION | ADVERB | PREPOSITION | WEEKDAY | WHO  # 'In Iowa the mayor'


def left_phrase(scene: Gapped, end: int, floor: int) -> int:
    """Return the first word of the noun phrase that ends before word *end*."""
    tags, bits, words = scene.tags, scene.bits, scene.words.words
    j = last = end - 1
    if tags[last] & SUBJECT and not bits[end] & CLOSE and not _is_object(scene, last, floor):
        return last
    floor = max(floor, end - REACH)
    start = end
    if bits[end] & CLOSE and (before := _before_bracket(scene, end, floor)):
        j, start = before - 1, before
    while j >= floor:
        start = j
        if tags[j] & _CAN_END or words[j].endswith("ed"):
            step = _step_left(scene, j, last, floor)
            if step is None:
                start = _behind_verb(scene, j, last)
                break
            start = step
        b = bits[start] & BREAK
        if b:
            before = _before_insertion(scene, start, floor, b)
            if before is None:
                break
            start = before
        elif tags[start] & DETERMINER and _governs(scene, start - 1):
            break
        j = start - 1
    return _trim(scene, start, end) if tags[start] & _OPENS_CLAUSE else start


def _is_object(scene: Gapped, j: int, floor: int) -> bool:
    """Whether a pronoun at *j* hangs on a noun: 'two people familiar with it said'."""
    with_noun = j - 2 >= floor and scene.words.lowers[j - 1] in _WITH
    return bool(with_noun and scene.words.lowers[j] in _OBJECTS)


def _behind_verb(scene: Gapped, j: int, last: int) -> int:
    """Return the word behind the verb at *j*, with the one it helps: 'will hold banners'."""
    t = scene.tags[j]
    helps = t & AUXILIARY and not t & (BE | HAVE) and j + 1 < last
    plain = helps and not scene.tags[j + 1] & _CLOSED and scene.words.words[j + 1].islower()
    return j + 2 if plain else j + 1


def _governs(scene: Gapped, j: int) -> bool:
    """Whether word *j*, before a determiner, is no part of its noun phrase: 'wearing a hat'."""
    word = scene.words.words[j]
    governs = not scene.tags[j] & _BEFORE_DETERMINER and (word.islower() or word.endswith("ing"))
    return governs and not is_verb(scene, j)  # of those, `_step_left` knows more


def _before_bracket(scene: Gapped, end: int, floor: int) -> int | None:
    """Return the first word of the bracket that closes before word *end*."""
    bits = scene.bits
    for j in range(end - 1, max(floor, end - _BRACKET), -1):
        if bits[j] & (OPEN | CLOSE):
            return j if bits[j] & OPEN else None
    return None


def _before_insertion(scene: Gapped, start: int, floor: int, b: int) -> int | None:
    """Return the first word of what stands in brackets, or as a nickname, before word *start*."""
    if b == CLOSE:
        return _before_bracket(scene, start, floor)
    words, first = scene.words.words, start - 1
    nickname = b == MARK and first > floor and scene.bits[first] & BREAK == MARK
    if nickname and words[start][0].isupper() and words[first - 1][0].isupper():
        return first  # 'Sean "Diddy" Cole'
    return None


def _step_left(scene: Gapped, j: int, last: int, floor: int) -> int | None:
    """Return the first word of what word *j* adds to a phrase that ends at *last*, or None."""
    t = scene.tags[j]
    if not t & _CAN_END and not scene.words.words[j].endswith("ed"):
        return j
    if j < last and scene.words.gaps[j + 1] == "-":
        return j  # 'a since-deleted post'
    if t & WHO:
        return j
    if is_verb(scene, j):
        if _reduced(scene, j, last, floor):
            return j
        return None if j == last else relative_before(scene, j, floor)
    if t & CLAUSE:
        shows = j == last or (j > floor and scene.words.lowers[j - 1] in _HELD)  # 'for that night'
        return j if shows and scene.words.lowers[j] == "that" else None
    if t & CONJUNCTION:
        return j if _joins(scene, j, floor) else None
    pronoun = t & SUBJECT and not _takes_adjuncts(scene, j)
    adverb = t & ADVERB and not t & (DETERMINER | TIME) and not adverb_belongs(scene, j, floor)
    if adverb or (pronoun and j < last):
        return None
    return j


def _takes_adjuncts(scene: Gapped, j: int) -> bool:
    """Whether a pronoun heads a phrase as nouns do: 'one user', 'nobody at the port'."""
    return scene.words.lowers[j].endswith(("one", "body"))


def _reduced(scene: Gapped, j: int, last: int, floor: int) -> bool:
    """Whether the verb form at *j* belongs to the noun before it: 'a report published in June'."""
    if j == last or j <= floor or scene.tags[j] & AUXILIARY or scene.bits[j] & BREAK:
        return False
    if scene.tags[j] & PAST and scene.words.lowers[j + 1] != "by":
        return False  # 'sent by', 'written by'
    if scene.tags[j - 1] & AUXILIARY:
        return False  # 'was replaced by a note'
    # A noun with a capital can open the sentence; and with 'by', nothing active stands here.
    told = j - 1 == floor or scene.words.lowers[j + 1] == "by"
    hangs = scene.tags[j + 1] & (PREPOSITION | WHEN)  # 'published in June', 'released Friday'
    return (told or scene.words.words[j - 1].islower()) and bool(hangs)


def relative_before(scene: Gapped, j: int, floor: int) -> int | None:
    """Return the relative pronoun whose clause the verb at *j* belongs to."""
    for k in range(j - 1, max(floor, j - _NEAR) - 1, -1):
        if scene.bits[k + 1] & BREAK:
            return None
        if scene.tags[k] & WHO:
            return k
    return None


def _joins(scene: Gapped, j: int, floor: int) -> bool:
    """Whether the conjunction at *j* joins two noun phrases, not two clauses."""
    words, tags = scene.words.words, scene.tags
    if scene.words.lowers[j] not in {"and", "or", "nor"} or j <= floor or scene.bits[j] & BREAK:
        return False
    before, after = tags[j - 1], tags[j + 1]
    if before & (AUXILIARY | ADVERB | WEEKDAY) or after & SUBJECT:
        return bool(before & SUBJECT)
    if words[j + 1][0].isupper() and not after & DETERMINER:
        return words[j - 1][0].isupper() or "both" in scene.words.lowers[max(floor, j - _BOTH) : j]
    for k in range(j - 1, max(floor, j - 8) - 1, -1):
        if scene.bits[k + 1] & BREAK:
            break
        if is_verb(scene, k):
            return False
    return True


def _trim(scene: Gapped, start: int, end: int) -> int:
    """Return where the noun phrase starts behind what opens the clause (`_OPENS_CLAUSE`)."""
    tags = scene.tags
    while start < end - 1 and _stands_before(scene, start):
        start += 1
    if start < end - 1 and tags[start] & WHO and scene.words.lowers[start] != "whose":
        if not is_verb(scene, start + 1):
            return start + 1  # 'which one user called'
        inside = range(end - 2, start, -1)
        return next(j + 1 for j in inside if is_verb(scene, j) or tags[j] & PREPOSITION)
    if start >= end - 1 or not (tags[start] & (PREPOSITION | WEEKDAY)):
        return start
    return _behind_adjunct(scene, start, end)


def _behind_adjunct(scene: Gapped, start: int, end: int) -> int:
    """Return where the noun phrase starts behind the preposition or day at word *start*."""
    tags, lowers = scene.tags, scene.words.lowers
    if lowers[start] == "with" and scene.words.words[end].endswith("ing"):
        return start + 1  # 'with several aldermen saying'
    if lowers[start] in AROUND and scene.words.words[start + 1][0].isdigit():
        return start  # 'About 64 percent'
    q = end - 1
    while q > start:
        t = tags[q]
        hangs = q - 1 == start
        if t & DETERMINER and not t & PREPOSITION:
            if not hangs and lowers[q - 1] == "of":
                q -= 2
                continue
            if hangs and tags[start] & PREPOSITION:
                break
            return q
        if t & WHEN:
            return q + 1
        if hangs and t & PREPOSITION and lowers[q] != "of":
            break
        q -= 1
    return _last_name(scene, start, end)


def _stands_before(scene: Gapped, j: int) -> bool:
    """Whether a conjunction or an adverb at *j*, the first word, stands before the phrase."""
    t = scene.tags[j]
    return (
        bool(t & (CONJUNCTION | ADVERB)) and not t & DETERMINER and not adverb_belongs(scene, j, j)
    )


def _last_name(scene: Gapped, start: int, end: int) -> int:
    """Return where the name at the end of a phrase starts that else hangs on its preposition."""
    words = scene.words.words
    q = end - 1
    titled = scene.tags[start + 1] & (TITLE | HONORIFIC)  # 'with Sen. Roe', but 'in Iowa Roe'
    floor = start + 1 if titled else start + 2
    while q > floor and words[q - 1][0].isupper() and words[q][0].isupper():
        q -= 1
    return q
