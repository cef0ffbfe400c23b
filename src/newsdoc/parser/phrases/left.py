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
    NUMBER,
    PAST,
    PREPOSITION,
    SUBJECT,
    TIME,
    WEEKDAY,
    WHO,
)
from newsdoc.parser.gaps import BREAK, CLOSE, COMMA, MARK, OPEN
from newsdoc.parser.phrases.amounts import bounded, with_amount
from newsdoc.parser.phrases.belonging import (
    BEFORE_DETERMINER,
    CLOSED,
    dates_paper,
    follows_participle,
    is_reduced,
    is_relative,
    joins_participles,
    relative_before,
)
from newsdoc.parser.phrases.borders import (
    CLAUSE,
    REACH,
    WHEN,
    Gapped,
    adverb_belongs,
    behind_day,
    is_verb,
)
from newsdoc.parser.phrases.joined import NOUNS, is_joined, is_pronoun, joins

_WITH: Final = frozenset({"about", "against", "behind", "of", "on", "with"})
_THINGS: Final = frozenset({"anything", "everything", "nothing", "something"})
_HELD: Final = frozenset({"by", "for", "from", "in", "of", "on", "with"})  # before 'that night'
_PAST_AND_OUT: Final = frozenset({"inside", "outside", "past"})
_SUBJECTS: Final = frozenset({"he", "i", "she", "they", "we"})  # and nothing else
_OBJECTS: Final = frozenset({"it", "you"})  # pronouns that may be objects
_BRACKET: Final = 24  # words: no bracket is longer
# Only such words, and those that end like past forms, can end a phrase to their right.
_CAN_END: Final = WHO | AUXILIARY | PAST | CLAUSE | CONJUNCTION | ADVERB | SUBJECT
_OPENS_CLAUSE: Final = CONJUNCTION | ADVERB | PREPOSITION | WEEKDAY | WHO  # 'In Iowa the mayor'


def left_phrase(scene: Gapped, end: int, floor: int) -> int:
    """Return the first word of the noun phrase that ends before word *end*."""
    tags, bits, words = scene.tags, scene.bits, scene.words.words
    j = last = end - 1
    if is_pronoun(scene, last) and not _is_object(scene, last, floor):
        return last
    floor = max(floor, end - REACH)
    start = end
    if bits[end] & CLOSE and (before := _before_bracket(scene, end, floor)):
        j, start = before - 1, before
    while j >= floor:
        start = j
        if tags[j] & _CAN_END or words[j].endswith("ed"):
            step = _step_left(scene, j, last, floor)
            if step is None and (step := _held(scene, j, end, floor)) is None:
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
    begin = _behind_opener(scene, start, end, floor)
    if begin > floor and (relative := with_amount(scene, begin, end, floor)):
        return left_phrase(scene, relative, floor)
    return begin


def _held(scene: Gapped, j: int, end: int, floor: int) -> int | None:
    """Return where what bounds an amount, to word *j*, begins on a noun: 'one of (at least) 40'."""
    begin = bounded(scene, j + 1, end, floor) if j + 1 < end else None
    if begin is None or not floor + 1 < begin <= j or scene.bits[begin] & BREAK:
        return None
    return begin if scene.tags[begin - 1] & PREPOSITION else None


def _behind_opener(scene: Gapped, start: int, end: int, floor: int) -> int:
    """Return where a phrase starts without what opens its clause, and with what bounds it."""
    if start < end and (amount := bounded(scene, start, end, floor)) is not None:
        return amount
    opens = scene.tags[start]
    if opens & _OPENS_CLAUSE:
        return _trim(scene, start, end)
    return _without_day(scene, start, end) if opens & (DETERMINER | TIME) else start


def _without_day(scene: Gapped, start: int, end: int) -> int:
    """Return where a phrase starts behind a time: '(Last night) police', 'last year's report'."""
    behind = behind_day(scene, start)
    if start < behind < end and scene.lowers[behind] == "alone":
        behind += 1  # 'This week alone three schools'
    return behind if behind < end and not scene.tags[behind] & (CLITIC | PREPOSITION) else start


def _is_object(scene: Gapped, j: int, floor: int) -> bool:
    """Whether a pronoun at *j* hangs on a noun: 'two people familiar with it said'."""
    lowers = scene.lowers
    return j - 2 >= floor and lowers[j - 1] in _WITH and lowers[j] in _OBJECTS


def _behind_verb(scene: Gapped, j: int, last: int) -> int:
    """Return the word behind the verb at *j*, with the one it helps: 'will hold banners'."""
    t = scene.tags[j]
    if scene.lowers[j] in _SUBJECTS:  # 'she left and'
        joins = (k for k in range(j + 2, last) if scene.tags[k] & CONJUNCTION)
        return next(joins, j) + 1
    helps = t & AUXILIARY and not t & (BE | HAVE) and j + 1 < last
    return j + 2 if helps and not scene.tags[j + 1] & CLOSED else j + 1


def _governs(scene: Gapped, start: int, end: int, floor: int) -> bool:
    """Whether the word before a determiner is no part of its noun phrase: 'wearing a hat'."""
    j = start - 1
    word = scene.words.words[j]
    if word in _THINGS and scene.lowers[start] != "that":
        return True  # 'something the mayor said'
    governs = not scene.tags[j] & BEFORE_DETERMINER and (word.islower() or word.endswith("ing"))
    if not governs or is_verb(scene, j):  # of those, `_step_left` knows more
        return False
    if is_relative(scene, start, end - 1, floor):
        return False
    if scene.tags[start] & WHO and is_verb(scene, start + 1):
        return False  # 'The firm which built the port'
    if scene.lowers[j - 1] == "who" or is_relative(scene, j - 1, end - 1, floor):
        return False  # 'The firm that runs the port'
    return not _acts(scene, start, end, floor)


def _acts(scene: Gapped, start: int, end: int, floor: int) -> bool:
    """Whether what governs word *start* tells what a noun does: 'police investigating the fire'.

    Before a participle it tells of somebody else: 'left wearing a hat reading “No”'.
    """
    words, lowers, j = scene.words.words, scene.lowers, start - 1
    if j - 1 > floor and lowers[j - 1] == "to":
        j -= 2  # 'fighting to save the school'
    if j <= floor or not lowers[j].endswith("ing") or scene.bits[j] & BREAK:
        return False
    if words[end].endswith("ing"):
        return False
    return not scene.tags[j - 1] & ~NOUNS


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
    return first if nickname and words[first - 1][0].isupper() else None  # 'Sean "Diddy" Cole'


def _before_home(scene: Gapped, start: int, floor: int) -> int | None:
    """Return where a phrase opens that tells a town and its state: 'the San Jose, Ohio-based firm'.

    The comma before word *start* stands between the two.
    """
    words, j = scene.words, start
    while j + 1 < len(words) and words.words[j][0].isupper() and words.gaps[j + 1] == " ":
        j += 1
    if scene.lowers[j + 1] != "based":
        return None
    first = start - 1
    while first > floor and words.words[first][0].isupper():
        if scene.tags[first - 1] & DETERMINER:
            return first - 1
        first -= 1
    return None


def _step_left(scene: Gapped, j: int, last: int, floor: int) -> int | None:
    """Return the first word of what word *j* adds to a phrase that ends at *last*, or None."""
    t = scene.tags[j]
    if j < last and scene.words.gaps[j + 1] == "-":
        return j  # 'a since-deleted post'
    if t & WHO:  # 'in which people'
        behind = j < last and j > floor and scene.tags[j - 1] & PREPOSITION
        return None if behind else j
    if is_verb(scene, j):
        if _is_named(scene, j, last) or is_reduced(scene, j, last, floor):
            return j
        return None if j == last else relative_before(scene, j, floor)
    if t & CLAUSE:
        if is_relative(scene, j, last, floor):
            return j
        if dates_paper(scene, j, last, floor):
            return j
        if j == floor and scene.words.words[j] == "That":
            return j  # 'That letter said'
        shows = j > floor and scene.lowers[j - 1] in _HELD  # 'for that night'
        return j if shows and scene.lowers[j] == "that" else None
    if t & CONJUNCTION:
        participles = joins_participles(scene, j, last, floor)
        return j if participles or joins(scene, j, floor) else None
    return _step_word(scene, j, last, floor)


def _step_word(scene: Gapped, j: int, last: int, floor: int) -> int | None:
    """Return *j* where a word that joins nothing can belong to a phrase, or None."""
    t = scene.tags[j]
    pronoun = is_pronoun(scene, j) and not _takes_adjuncts(scene, j)
    if pronoun and j < last and is_joined(scene, j, floor):
        return j  # 'she and her aides'
    adverb = t & ADVERB and not adverb_belongs(scene, j, floor)
    if adverb and j == last and scene.words.words[j][0].isupper():
        return j  # 'Early says'
    if adverb and j > floor and scene.lowers[j] == "even":
        return j if scene.tags[j - 1] & CONJUNCTION else None  # 'farmers and even some nurses'
    held = j > floor and scene.tags[j - 1] & PREPOSITION and not scene.tags[j - 1] & ADVERB
    if adverb and held and j < last and scene.tags[j + 1] & NUMBER:
        return j  # 'an employee of nearly four years'
    if adverb and (t & TIME or behind_day(scene, j) > j):
        return j if follows_participle(scene, j, floor) else None
    if adverb or (pronoun and j < last):
        return None
    return j


def _is_named(scene: Gapped, j: int, last: int) -> bool:
    """Whether an auxiliary with a capital at *j* is a name: 'Chief Will Rich said'."""
    words = scene.words.words
    if not scene.tags[j] & AUXILIARY or not words[j][0].isupper() or last + 1 >= len(scene.words):
        return False
    return j == last or (words[j + 1][0].isupper() and words[last + 1].islower())


def _takes_adjuncts(scene: Gapped, j: int) -> bool:
    """Whether a pronoun heads a phrase as nouns do: 'one user', 'nobody at the port'."""
    return scene.lowers[j].endswith(("one", "body"))


def _trim(scene: Gapped, start: int, end: int) -> int:
    """Return where the noun phrase starts behind what opens the clause (`_OPENS_CLAUSE`)."""
    tags = scene.tags
    if scene.lowers[start] in _PAST_AND_OUT and start + 2 == end:
        return start  # 'outside experts', 'past presidents'
    while start < end - 1 and _stands_before(scene, start):
        start += 1
    if start < end - 1 and tags[start] & WHO and scene.lowers[start] != "whose":
        if not is_verb(scene, start + 1):
            return start + 1  # 'which one user called'
        inside = range(end - 2, start, -1)
        verbs = (j for j in inside if is_verb(scene, j) or tags[j] & PREPOSITION)
        return next(verbs, start) + 1
    if start >= end - 1 or not (tags[start] & (PREPOSITION | WEEKDAY)):
        return start
    return _behind_adjunct(scene, start, end)


def _behind_adjunct(scene: Gapped, start: int, end: int) -> int:
    """Return where the noun phrase starts behind the preposition or day at word *start*."""
    tags, lowers = scene.tags, scene.lowers
    if tags[start] & WEEKDAY and _is_owner(scene, start, end):
        return start
    if lowers[start] == "with" and scene.words.words[end].endswith("ing"):
        return start + 1  # 'with several aldermen saying'
    for q in range(end - 1, start + 1, -1):
        if tags[q] & DETERMINER and lowers[q - 1] != "of":
            return q
        if tags[q] & WHEN:
            return q + 1
    if tags[start + 1] & WHEN:
        return start + 2
    words, name = scene.words.words, end - 1  # it else hangs on the preposition
    while name > start + 2 and words[name - 1][0].isupper() and words[name][0].isupper():
        name -= 1
    return name


def _is_owner(scene: Gapped, day: int, end: int) -> bool:
    """Whether a day owns what follows: 'Monday night's results'."""
    while day < end and scene.tags[day] & WHEN:
        day += 1
    return day < end and scene.tags[day] & CLITIC > 0


def _stands_before(scene: Gapped, j: int) -> bool:
    """Whether a conjunction or an adverb at *j*, the first word, stands before the phrase."""
    return scene.tags[j] & (CONJUNCTION | ADVERB) > 0 and not adverb_belongs(scene, j, j)
