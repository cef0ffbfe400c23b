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
from newsdoc.parser.gaps import BREAK, CLOSE, COMMA, MARK, OPEN
from newsdoc.parser.phrases.borders import CLAUSE, REACH, WHEN, Gapped, adverb_belongs, is_verb
from newsdoc.parser.phrases.counts import bound_before, bounds, is_amount
from newsdoc.parser.phrases.joined import NOUNS, is_joined, is_pronoun, joins

_WITH: Final = frozenset({"about", "against", "behind", "of", "on", "with"})
_HELD: Final = frozenset({"by", "for", "from", "in", "of", "on", "with"})  # before 'that night'
_PAST_AND_OUT: Final = frozenset({"inside", "outside", "past"})
_SUBJECTS: Final = frozenset({"he", "i", "she", "they", "we"})  # and nothing else
_OBJECTS: Final = frozenset({"it", "you"})  # pronouns that may be objects
_NEAR: Final = 12  # no relative clause before a verb is longer
_READ: Final = frozenset({"read", "reads"})  # as signs do
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
    if is_pronoun(scene, last) and not bits[end] & CLOSE and not _is_object(scene, last, floor):
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
        elif tags[start] & DETERMINER and _governs(scene, start, end, floor):
            break
        j = start - 1
    if start < end and (bounded := _bounded(scene, start, end, floor)) is not None:
        return bounded
    return _trim(scene, start, end) if scene.tags[start] & _OPENS_CLAUSE else start


def _bounded(scene: Gapped, start: int, end: int, floor: int) -> int | None:
    """Return where what bounds the amount at word *start* begins: '(just over) 40 nurses'."""
    amount = start + 1 if scene.tags[start] & PREPOSITION else start
    bound = amount > floor and bounds(scene, amount - 1)
    if not bound or amount >= end or not is_amount(scene, amount):
        return None
    begin = bound_before(scene, amount, floor)
    return begin if begin <= start and begin < amount else None


def _is_object(scene: Gapped, j: int, floor: int) -> bool:
    """Whether a pronoun at *j* hangs on a noun: 'two people familiar with it said'."""
    with_noun = j - 2 >= floor and scene.words.lowers[j - 1] in _WITH
    return bool(with_noun and scene.words.lowers[j] in _OBJECTS)


def _behind_verb(scene: Gapped, j: int, last: int) -> int:
    """Return the word behind the verb at *j*, with the one it helps: 'will hold banners'."""
    t = scene.tags[j]
    if scene.words.lowers[j] in _SUBJECTS and j + 2 <= last:
        return _behind_clause(scene, j, last)
    helps = t & AUXILIARY and not t & (BE | HAVE) and j + 1 < last
    plain = helps and not scene.tags[j + 1] & _CLOSED and scene.words.words[j + 1].islower()
    return j + 2 if plain else j + 1


def _behind_clause(scene: Gapped, j: int, last: int) -> int:
    """Return where a phrase starts behind a clause that opens at word *j*: 'she left and'."""
    joins = (k for k in range(j + 2, last) if scene.tags[k] & CONJUNCTION)
    return next((k + 1 for k in joins), j + 1)


def _governs(scene: Gapped, start: int, end: int, floor: int) -> bool:
    """Whether the word before a determiner is no part of its noun phrase: 'wearing a hat'."""
    j = start - 1
    word = scene.words.words[j]
    governs = not scene.tags[j] & _BEFORE_DETERMINER and (word.islower() or word.endswith("ing"))
    if not governs or is_verb(scene, j):  # of those, `_step_left` knows more
        return False
    return not _acts(scene, start, end, floor)


def _acts(scene: Gapped, start: int, end: int, floor: int) -> bool:
    """Whether what governs word *start* tells what a noun does: 'police investigating the fire'.

    Before a participle it tells of somebody else: 'left wearing a hat reading “No”'.
    """
    words, lowers, j = scene.words.words, scene.words.lowers, start - 1
    if j - 1 > floor and lowers[j - 1] == "to":
        j -= 2  # 'fighting to save the school'
    if j <= floor or not lowers[j].endswith("ing") or scene.bits[j] & BREAK:
        return False
    if end < len(words) and (words[end].endswith("ing") or lowers[end] in _READ):
        return False
    noun = j - 1
    plain = words[noun][0].isupper() or not scene.tags[noun] & ~NOUNS
    return plain and not words[noun].endswith(("ed", "ing"))


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
    if b == COMMA:
        return _before_home(scene, start, floor)
    words, first = scene.words.words, start - 1
    nickname = b == MARK and first > floor and scene.bits[first] & BREAK == MARK
    if nickname and words[start][0].isupper() and words[first - 1][0].isupper():
        return first  # 'Sean "Diddy" Cole'
    return None


def _before_home(scene: Gapped, start: int, floor: int) -> int | None:
    """Return where a phrase opens that tells a town and its state: 'the San Jose, Ohio-based firm'.

    The comma before word *start* stands between the two.
    """
    words, j = scene.words, start
    while j + 1 < len(words) and words.words[j][0].isupper() and words.gaps[j + 1] == " ":
        j += 1
    if words.lowers[j + 1 : j + 2] != ["based"] or "-" not in words.gaps[j + 1]:
        return None
    first = start - 1
    while first > floor and words.words[first][0].isupper() and words.gaps[first] == " ":
        if scene.tags[first - 1] & DETERMINER:
            return first - 1
        first -= 1
    return None


def _step_left(scene: Gapped, j: int, last: int, floor: int) -> int | None:
    """Return the first word of what word *j* adds to a phrase that ends at *last*, or None."""
    t = scene.tags[j]
    if not t & _CAN_END and not scene.words.words[j].endswith("ed"):
        return j
    if j < last and scene.words.gaps[j + 1] == "-":
        return j  # 'a since-deleted post'
    if t & WHO:
        behind = j < last and j > floor and scene.tags[j - 1] & PREPOSITION
        return None if behind and scene.words.lowers[j] != "whose" else j  # 'in which people'
    if is_verb(scene, j):
        if _is_named(scene, j, last) or _reduced(scene, j, last, floor):
            return j
        return None if j == last else relative_before(scene, j, floor)
    if t & CLAUSE:
        shows = j == last or (j > floor and scene.words.lowers[j - 1] in _HELD)  # 'for that night'
        return j if shows and scene.words.lowers[j] == "that" else None
    if t & CONJUNCTION:
        return j if joins(scene, j, floor) else None
    return _step_word(scene, j, last, floor)


def _step_word(scene: Gapped, j: int, last: int, floor: int) -> int | None:
    """Return *j* where a word that joins nothing can belong to a phrase, or None."""
    t = scene.tags[j]
    pronoun = is_pronoun(scene, j) and not _takes_adjuncts(scene, j)
    if pronoun and j < last and is_joined(scene, j, floor):
        return j  # 'she and her aides'
    adverb = t & ADVERB and not t & (DETERMINER | TIME) and not adverb_belongs(scene, j, floor)
    if adverb and j == last and scene.words.words[j][0].isupper():
        return j  # 'Early says'
    if adverb and j > floor and scene.words.lowers[j] == "even":
        return j if scene.tags[j - 1] & CONJUNCTION else None  # 'farmers and even some nurses'
    if adverb or (pronoun and j < last):
        return None
    return j


def _is_named(scene: Gapped, j: int, last: int) -> bool:
    """Whether an auxiliary with a capital at *j* is a name: 'Chief Will Rich said'."""
    words = scene.words.words
    if not scene.tags[j] & AUXILIARY or not words[j][0].isupper() or last + 1 >= len(words):
        return False
    return j == last or (words[j + 1][0].isupper() and words[last + 1].islower())


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


def _trim(scene: Gapped, start: int, end: int) -> int:
    """Return where the noun phrase starts behind what opens the clause (`_OPENS_CLAUSE`)."""
    tags = scene.tags
    if scene.words.lowers[start] in _PAST_AND_OUT and start + 2 == end and not tags[start + 1]:
        return start  # 'outside experts', 'past presidents'
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
    q = end - 1
    while q > start:
        t = tags[q]
        hangs = q - 1 == start
        if not hangs and is_amount(scene, q) and not is_amount(scene, q - 1):
            counted = bound_before(scene, q, start)  # 'in Hull (about) 40 nurses'
            if counted > start + 1 and not tags[counted - 1] & _BEFORE_DETERMINER:
                return counted
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
