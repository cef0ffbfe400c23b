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
    BE,
    BODY,
    CLITIC,
    COMPLEMENTIZER,
    CONJUNCTION,
    CUE,
    DETERMINER,
    HAVE,
    HONORIFIC,
    MEDIUM,
    MONTH,
    NUMBER,
    PAST,
    PERHAPS_PAST,
    PREPOSITION,
    PRONOUN,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    TITLE,
    WEEKDAY,
    WHO,
)
from newsdoc.parser.words import Words

Phrase = tuple[int, int]

# The bits of a gap that matter here (all are in `newsdoc.parser.quotes.scene`).
_MANY: Final = frozenset({"most", "more", "many", "few", "several", "other", "such"})
COMMA: Final = 1 << 0
DASH: Final = 1 << 1
SEMICOLON: Final = 1 << 3
OPEN: Final = 1 << 4
CLOSE: Final = 1 << 5
MARK: Final = 1 << 6
JOIN: Final = 1 << 8
BREAK: Final = 127  # any punctuation but stops and joins

_REACH: Final = 40  # no noun phrase is longer, in words
_NEAR: Final = 12  # no bracket and no relative clause in one is longer
_SUFFIX: Final = 4  # letters: shorter words have their 'ed' or 'ing' by chance
_ROLE: Final = 3  # words of what stands before a name: 'the gas company, Koru, …'
_PLACES: Final = 2  # commas of 'of Durham, N.C.,'
_WHEN: Final = WEEKDAY | MONTH | TIME
# What noun phrases hold before a determiner: 'head of the board', 'not all the men'.
_BEFORE_DETERMINER: Final = (
    PREPOSITION | CONJUNCTION | DETERMINER | ADVERB | CLITIC | WHO | PRONOUN | AUXILIARY
)
_CLAUSE: Final = SUBORDINATOR | COMPLEMENTIZER
_CLOSED: Final = _BEFORE_DETERMINER | _CLAUSE | NUMBER
# Only such words, and those that end like past forms, can end a phrase to their right.
_CAN_END: Final = WHO | AUXILIARY | PAST | _CLAUSE | CONJUNCTION | ADVERB | SUBJECT
_OPENS_CLAUSE: Final = CONJUNCTION | ADVERB | PREPOSITION | WEEKDAY | WHO  # 'In Iowa the mayor'
_ADJUNCTS: Final = frozenset({"for", "at", "from", "in", "with", "on", "to"})
_ARTICLES: Final = frozenset({"a", "an", "the"})
_OWNED: Final = frozenset({"a", "an", "the", "one", "my", "his", "her", "its", "our", "their"})


class Gapped(Protocol):
    """What the chunker reads: words, tags, gap bits."""

    words: Words
    tags: list[int]
    bits: list[int]


def is_verb(scene: Gapped, j: int) -> bool:
    """Whether word *j* shows that a clause has its verb: an auxiliary or a past form."""
    t, word = scene.tags[j], scene.words.words[j]
    if t & (AUXILIARY | PAST):
        if scene.bits[j] & JOIN and scene.words.gaps[j] == "-":
            return False  # 'Lee Jae-won'
        return word.islower() or t & (AUXILIARY | MONTH) == AUXILIARY
    if word.endswith("ed") and len(word) >= _SUFFIX and word[-3] != "e" and word.islower():
        before = j - 2 if j > 1 and scene.words.words[j - 1].endswith("ly") else j - 1
        attributive = j and scene.tags[before] & (DETERMINER | PREPOSITION)  # 'a newly built road'
        return not attributive and not scene.bits[j] & JOIN
    return False


# --- to the left ---


def left_phrase(scene: Gapped, end: int, floor: int) -> int:
    """Return the first word of the noun phrase that ends before word *end*."""
    tags, bits, words = scene.tags, scene.bits, scene.words.words
    j = last = end - 1
    if tags[last] & SUBJECT and not bits[end] & CLOSE:
        return last
    floor = max(floor, end - _REACH)
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
    for j in range(end - 1, max(floor, end - _NEAR), -1):
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
    if t & WHO:
        return j
    if is_verb(scene, j):
        if _reduced(scene, j, last, floor):
            return j
        return None if j == last else relative_before(scene, j, floor)
    if t & _CLAUSE:
        return j if j == last and scene.words.lowers[j] == "that" else None
    if t & CONJUNCTION:
        return j if _joins(scene, j, floor) else None
    pronoun = t & SUBJECT and not _takes_adjuncts(scene, j)
    adverb = t & ADVERB and not t & (DETERMINER | TIME) and not _named(scene, j, floor)
    if adverb or (pronoun and j < last):
        return None
    return j


def _takes_adjuncts(scene: Gapped, j: int) -> bool:
    """Whether a pronoun heads a phrase as nouns do: 'one user', 'nobody at the port'."""
    return scene.words.lowers[j].endswith(("one", "body"))


def _named(scene: Gapped, j: int, floor: int) -> bool:
    """Whether an adverb at *j* is part of a noun phrase: 'the First Lady', 'my first editor'.

    Any word has a capital at *floor*, but 'First' opens a title there all the same.
    """
    words, lowers = scene.words.words, scene.words.lowers
    if j <= floor:
        return lowers[j] == "first" and words[j + 1][0].isupper()
    return scene.bits[j] == 0 and (words[j][0].isupper() or lowers[j - 1] in _OWNED)


def _reduced(scene: Gapped, j: int, last: int, floor: int) -> bool:
    """Whether the verb form at *j* belongs to the noun before it: 'a report published in June'."""
    if j == last or j <= floor or scene.tags[j] & (AUXILIARY | PAST) or scene.bits[j] & BREAK:
        return False
    if scene.tags[j - 1] & AUXILIARY:
        return False  # 'was replaced by a note'
    # A noun with a capital can open the sentence; and with 'by', nothing active stands here.
    told = j - 1 == floor or scene.words.lowers[j + 1] == "by"
    hangs = scene.tags[j + 1] & (PREPOSITION | _WHEN)  # 'published in June', 'released Friday'
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
        return words[j - 1][0].isupper()
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
        return start + 1  # 'which one user called'
    if start >= end - 1 or not (tags[start] & (PREPOSITION | WEEKDAY)):
        return start
    return _behind_adjunct(scene, start, end)


def _behind_adjunct(scene: Gapped, start: int, end: int) -> int:
    """Return where the noun phrase starts behind the preposition or day at word *start*."""
    tags, lowers = scene.tags, scene.words.lowers
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
        if t & _WHEN:
            return q + 1
        if hangs and t & PREPOSITION and lowers[q] != "of":
            break
        q -= 1
    if lowers[start] == "with" and scene.words.words[end].endswith("ing"):
        return start + 1  # 'with several aldermen saying'
    return _last_name(scene, start, end)


def _stands_before(scene: Gapped, j: int) -> bool:
    """Whether a conjunction or an adverb at *j*, the first word, stands before the phrase."""
    t = scene.tags[j]
    return bool(t & (CONJUNCTION | ADVERB)) and not t & DETERMINER and not _named(scene, j, j)


def _last_name(scene: Gapped, start: int, end: int) -> int:
    """Return where the name at the end of a phrase starts that else hangs on its preposition."""
    words = scene.words.words
    q = end - 1
    titled = scene.tags[start + 1] & (TITLE | HONORIFIC)  # 'with Sen. Roe', but 'in Iowa Roe'
    floor = start + 1 if titled else start + 2
    while q > floor and words[q - 1][0].isupper() and words[q][0].isupper():
        q -= 1
    return q


# --- to the right ---


def right_phrase(scene: Gapped, start: int, last: int, *, full: bool) -> int:
    """Return the word behind the noun phrase that starts at word *start*.

    Args:
        scene: the words.
        start: its first word.
        last: the word that it cannot reach.
        full: whether appositives and relative clauses belong to it, as behind
            an inverted verb ('said X, a doctor at Y, who …').
    """
    if scene.tags[start] & SUBJECT and scene.words.lowers[start] not in {"one", "who"}:
        return start + 1
    last = min(last, start + _REACH)
    relative = apposed = False
    clause = 0  # where the relative clause begins behind a comma
    j = start + 2 if _described(scene, start, last) else start + 1
    while j < last:
        if scene.bits[j] & BREAK:
            behind = _pass_break(scene, j, last, full=full)
            if behind < 0:
                marked = relative and scene.bits[j] & MARK  # 'X, who has a "hold" rating'
                return clause if marked and clause else _without_opener(scene, start, -behind)
            if not scene.bits[j] & OPEN:
                relative, apposed = bool(scene.tags[j] & WHO), True
                clause = j if relative else 0
            j = behind
        if not relative:
            relative = full and _relates(scene, j, start)
            if not relative and (
                _opens_relative(scene, j) or not _goes_on(scene, j, apposed=apposed)
            ):
                return j
        elif scene.tags[j] & CONJUNCTION and _says_next(scene, j + 1, last):
            return j
        j += 1
    return max(j, start + 1)


def _described(scene: Gapped, start: int, last: int) -> bool:
    """Whether a participle behind a number describes the noun behind it: 'one retired nurse'."""
    noun = start + 2
    if not scene.tags[start] & NUMBER or noun >= last or scene.bits[start + 1] & BREAK:
        return False
    words = scene.words.words
    nominal = words[noun][0].isupper() or not scene.tags[noun] & ~TITLE
    return words[start + 1].endswith("ed") and nominal and not scene.bits[noun] & BREAK


def _without_opener(scene: Gapped, start: int, end: int) -> int:
    """Return where a phrase ends that punctuation cuts behind 'by the'."""
    while end > start + 1 and (
        scene.words.lowers[end - 1] in _ARTICLES or scene.tags[end - 1] & PREPOSITION
    ):
        end -= 1
    return end


def _says_next(scene: Gapped, j: int, last: int) -> bool:
    """Whether a cue follows that goes on with the main clause: 'said X, who left and called it'."""
    return j < last and bool(scene.tags[j] & CUE) and scene.words.words[j].endswith("ed")


def _pass_break(scene: Gapped, j: int, last: int, *, full: bool) -> int:
    """Return the word at which a phrase goes on that meets punctuation before word *j*.

    Where it ends, the word behind it is returned, negative.
    """
    bits = scene.bits
    if not bits[j] & OPEN:
        return j if full and bits[j] & BREAK == COMMA and _apposes(scene, j) else -j
    close = next((k for k in range(j + 1, min(last, j + 8) + 1) if bits[k] & CLOSE), None)
    if close is None:
        return -j
    more = bits[close] & (BREAK & ~CLOSE)
    if close >= last or more:
        goes_on = close < last and more & COMMA and full and _apposes(scene, close)
    else:
        goes_on = _goes_on(scene, close)
    return close if goes_on else -close


def _opens_relative(scene: Gapped, j: int) -> bool:
    """Whether word *j* opens a relative clause."""
    return bool(scene.tags[j] & WHO) or scene.words.lowers[j] == "that"


def _relates(scene: Gapped, j: int, start: int) -> bool:
    """Whether a relative clause opens at *j*: 'who …', 'a source involved in …'."""
    if _opens_relative(scene, j):
        return True
    by = j + 1 < len(scene.words) and scene.words.lowers[j + 1] == "by"  # 'documents seen by X'
    return (by or j > start + 1) and _reduces(scene, j)


def _reduces(scene: Gapped, j: int) -> bool:
    """Whether a participle at *j* opens a reduced relative clause."""
    if scene.tags[j] & (AUXILIARY | PAST) or not scene.words.words[j - 1].islower():
        return False
    return is_verb(scene, j)


def _goes_on(scene: Gapped, j: int, *, apposed: bool = False) -> bool:
    """Whether word *j* still belongs to the phrase before it."""
    t = scene.tags[j]
    if scene.bits[j] & JOIN and not t & CLITIC:
        return True
    if is_verb(scene, j):
        return False
    if t & CONJUNCTION:
        return _joins_right(scene, j)
    if t & PREPOSITION:
        return _attaches(scene, j, apposed=apposed)
    determined = scene.tags[j - 1] & DETERMINER  # 'a Monday report', 'the now closed port'
    adverb = t & ADVERB and not (t & DETERMINER or determined) and not _named(scene, j, j - 1)
    if t & _CLAUSE or adverb or (t & WEEKDAY and not determined):
        return False
    return _is_nominal(scene, j)


def _is_nominal(scene: Gapped, j: int) -> bool:
    """Whether word *j*, of no closed class that ends phrases, goes on with the phrase before it."""
    tags, words = scene.tags, scene.words.words
    t, word, before = tags[j], words[j], tags[j - 1]
    small = word.islower()
    if t & _WHEN and small:
        return False
    if word == "A" and scene.bits[j + 1] & JOIN:
        return True  # 'the A.F.L.'
    if t & DETERMINER and not before & (PREPOSITION | CONJUNCTION) and not scene.bits[j] & BREAK:
        if scene.words.lowers[j - 1] in {"all", "both", "half"}:
            return True
        return bool(before & DETERMINER) and scene.words.lowers[j] in _MANY  # 'the most recent'
    if t & (SUBJECT | PRONOUN) and not t & DETERMINER and not before & PREPOSITION:
        return False
    if small and words[j - 1][0].isupper() and not before & (DETERMINER | PREPOSITION):
        return word == "s" or _before_noun(scene, j)
    if before & DETERMINER:
        return True  # 'a leading doctor'
    return not (small and word.endswith("ing") and len(word) > _SUFFIX)


def _joins_right(scene: Gapped, j: int) -> bool:
    """Whether the conjunction at *j* goes on with the phrase before it."""
    k = j + 1
    if scene.words.lowers[j] not in {"and", "or"} or k >= len(scene.words):
        return False
    if is_verb(scene, k) or scene.tags[k] & (SUBJECT | ADVERB):
        return False
    return not scene.tags[k] & CUE or scene.words.words[k][0].isupper()


def _attaches(scene: Gapped, j: int, *, apposed: bool) -> bool:
    """Whether the preposition at *j* goes on with the phrase before it: 'a doctor at …'."""
    tags, lowers = scene.tags, scene.words.lowers
    if lowers[j] == "of":
        return True
    by = lowers[j] == "by" and _is_maker(scene, j + 1)
    if tags[j - 1] & _WHEN or not (by or lowers[j] in _ADJUNCTS):
        return False
    if any(tags[k] & (MEDIUM | _WHEN) for k in range(j + 1, min(j + 4, len(tags)))):
        return False
    return apposed or scene.words.words[j - 1].islower()


def _is_maker(scene: Gapped, j: int) -> bool:
    """Whether word *j*, behind 'by', opens who has made something: 'a report by the auditor'."""
    if j >= len(scene.tags) or scene.tags[j] & _WHEN:
        return False
    return bool(scene.tags[j] & DETERMINER) or scene.words.words[j][0].isupper()


def _before_noun(scene: Gapped, j: int) -> bool:
    """Whether a word in small letters behind a name goes on with it: 'the Trent campaign'."""
    t = scene.tags[j]
    if t & MEDIUM:
        return True
    return not t & (CUE | PAST | PERHAPS_PAST) and not scene.words.lowers[j].endswith(
        ("s", "ed", "ing")
    )


def _apposes(scene: Gapped, j: int) -> bool:
    """Whether what stands behind the comma before word *j* describes the name before it."""
    t, lower, word = scene.tags[j], scene.words.lowers[j], scene.words.words[j]
    if t & WHO or lower == "of":
        return True
    if t & DETERMINER:
        return not t & _WHEN
    closed = CONJUNCTION | ADVERB | AUXILIARY | PAST | PREPOSITION | _CLAUSE | SUBJECT | _WHEN
    if t & closed:
        return False
    return word[0].isupper() or not (t & CUE or lower.endswith(("ing", "ly")))


# --- insertions ---


def apposed_phrase(scene: Gapped, end: int, floor: int) -> Phrase | None:
    """Return the noun phrase that ends with an insertion and a comma before word *end*.

    An appositive belongs to it ('X, a doctor,'), an adverbial does not ('X, on
    Tuesday,').
    """
    bits, lowers = scene.bits, scene.words.lowers
    floor = _behind_semicolon(scene, floor, end)
    edges = [j for j in range(max(floor + 1, end - _REACH), end) if bits[j] & (COMMA | DASH)]
    tail = end
    while edges:
        edge = edges.pop()
        begin = edges[-1] if edges else floor
        kind = _insertion(scene, edge)
        if not kind:
            return None
        if kind < 0:
            tail = edge
        if edges and not bits[begin] & MARK and _inserted(scene, begin):
            continue
        if len(edges) >= _PLACES and lowers[edges[-2]] in {"of", "from", "in"}:
            continue
        start = left_phrase(scene, edge, begin)
        if start == begin > floor and _is_role(scene, floor, begin):
            start = floor
        return None if start >= edge or is_verb(scene, edge - 1) else (start, tail)
    if bits[end] & CLOSE:  # a bracket alone: 'X (D-Ohio), said'
        start = left_phrase(scene, end, floor)
        return (start, end) if start < end and not bits[start] & OPEN else None
    return None


def _behind_semicolon(scene: Gapped, floor: int, end: int) -> int:
    """Return the word behind the last semicolon before word *end*, or *floor*."""
    for j in range(end - 1, max(floor, end - _REACH), -1):
        if scene.bits[j] & SEMICOLON:
            return j
    return floor


def _is_role(scene: Gapped, first: int, end: int) -> bool:
    """Whether a noun phrase before a comma tells who the name behind it is: 'The firm, Koru, …'."""
    if not scene.tags[first] & DETERMINER or scene.bits[end] & BREAK != COMMA:
        return False
    words = scene.words.words
    if end - first > _ROLE or not scene.tags[end - 1] & (TITLE | BODY):
        return False  # 'The repair, Roe, the owner, said, was bad'
    named = words[end][0].isupper() and not words[end - 1][0].isupper()
    return named and left_phrase(scene, end, first) == first and not is_verb(scene, end - 1)


def _insertion(scene: Gapped, j: int) -> int:
    """Return 1 for an appositive at word *j*, -1 for an adverbial, 0 for neither."""
    t, lower = scene.tags[j], scene.words.lowers[j]
    if t & WHO or lower == "of":
        return 1
    if t & (CONJUNCTION | SUBJECT | AUXILIARY):
        return 0
    if t & DETERMINER:
        return 1
    word = scene.words.words[j]
    if t & (PREPOSITION | ADVERB | SUBORDINATOR | _WHEN) or word.endswith(("ing", "ly")):
        return 1 if word[0].isupper() and not t else -1  # 'Vasily', 'Fleming'
    return 1


def _inserted(scene: Gapped, j: int) -> bool:
    """Whether the words behind the comma before word *j* are an insertion, no head of a phrase."""
    t, lower, word = scene.tags[j], scene.words.lowers[j], scene.words.words[j]
    if word[0].isdigit() or t & WHO or lower == "of":
        return True
    if len(word) == 1 and scene.bits[j + 1] & JOIN:
        return True  # a party and a place: 'R-Ohio', 'D-N.M.'
    if word.islower() and not t & (CONJUNCTION | SUBORDINATOR | DETERMINER | SUBJECT):
        return True
    named = scene.words.words[j - 1][0].isupper() and not scene.tags[j - 1] & CUE  # no 'Reacting,'
    return named and lower in _OWNED
