"""What stands between a subject and its verb and is no part of it: times, asides, clauses."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.parser.statistics.page import APOSTROPHES, ARTICLES, BLANKS, HYPHENS, SIGNS, Page
from newsdoc.parser.statistics.subjects.verbs import NO_NOUN, is_led, is_participle, is_relative

INSIDE: Final = frozenset({*HYPHENS, *APOSTROPHES, "’ ", "' ", "&", " & ", "/"})
PHRASE: Final = 8  # a phrase without a preposition has no more words than this
_CLAUSE: Final = 12  # nor a clause behind 'who' before its object
_WHEN: Final = 10  # nor an adverbial of time
DATED: Final = tags.MONTH | tags.WEEKDAY
TIMED: Final = DATED | tags.TIME
_NO_OBJECT: Final = tags.CUE | tags.SUBORDINATOR | tags.CONJUNCTION
_WHICH: Final = tags.RELATIVE | tags.COMPLEMENTIZER
_NO_SAYING: Final = tags.PERHAPS_PAST | tags.MARKED
_ACTS: Final = frozenset({"call", "called", "calls", "made", "make", "makes"})
_MARKS: Final = SIGNS + "%"
_NUMBERS: Final = frozenset({"number", "numbers", "percentage", "proportion", "share", "total"})
_MORE: Final = frozenset({"or", "than"})  # in an object: 'who drink tea or coffee'
_DONE: Final = frozenset({"by", "of", "with"})
_SO_FAR: Final = frozenset({"so", "far"})
_RATES: Final = frozenset({"rate", "pace", "clip"})
RATED: Final = ARTICLES | {"of"}  # what may stand between 'at' and a rate
_FAR: Final = 4  # words behind a figure in which its rate stands
_CENTURIES: Final = frozenset({"19", "20"})
_CLOSING: Final = {", ": ", ", ") ": " ("}  # of an aside, and how it opens
_WHEN_OPENS: Final = frozenset({"in", "for", "on", "since", "during", "over", "by", "at", "until"})
_WHEN_STARTS: Final = frozenset({"last", "this", "next", "a", "an", "each", "every"})
_PERIODS: Final = frozenset(
    {"months", "weeks", "days", "half", "quarter", "quarters", "end", "middle", "start"}
)
_WHEN_HOLDS: Final = frozenset(
    {"the", "a", "first", "second", "third", "fourth", "quarter", "half", "ended", "ending", "to",
     "fiscal", "financial", "same", "full", "this", "each", "every", "an", "past", "coming", "end",
     "middle", "start"}
)  # fmt: skip


def behind_times(page: Page, i: int) -> int:
    """Return the word behind what stands before an adverbial of time that ends before *i*."""
    k, timed = i, False
    while k > page.low and i - k < _WHEN and (k == i or page.gaps[k] in (" ", ", ")):
        bits, word = page.tags[k - 1], page.lowers[k - 1]
        joins = word == "and" and page.tags[k] & page.tags[k - 2] & DATED > 0  # 'March and April'
        if word == "of" and k - 2 > page.low:  # 'the first half of 2025'
            joins = page.lowers[k - 2] in _PERIODS
        held = bits & (TIMED | tags.NUMBER | tags.ADVERB) or word[0].isdigit() or joins
        if not held and word not in _WHEN_HOLDS:
            break
        timed = timed or bool(bits & (TIMED | tags.ADVERB)) or word in ("quarter", "half")
        timed = timed or (word[:2] in _CENTURIES and len(word) == len("2000"))
        k -= 1
    if not timed or k == page.low:
        return i
    if page.lowers[k - 1] in _WHEN_OPENS and k - 1 > page.low:
        return k - 1
    alone = page.tags[k] & tags.ADVERB or page.lowers[k] in _WHEN_STARTS
    return k if alone else i


def before_rate(page: Page, front: int, last: int) -> int:
    """Return the word before the rate of which a figure tells, or *front*.

    'grew at an annual rate of 2 percent', 'grew at a 2 percent annual rate': the figure begins
    behind word *front*, and ends before word *last*.
    """
    word = page.window[front]
    if word == "of" and page.window[front - 1] in _RATES:
        for k in range(front - 2, page.since(front - PHRASE), -1):
            if page.lowers[k] == "at" or page.gaps[k + 1] not in BLANKS:
                return k - 1 if page.lowers[k] == "at" else front
    elif word in ARTICLES and page.window[front - 1] == "at":
        for k in range(last, page.until(last + _FAR)):
            if page.gaps[k].lstrip("%") not in BLANKS:
                break
            if page.lowers[k] in _RATES:
                return front - 2
    return front


def before_aside(page: Page, i: int) -> int:
    """Return the word behind the phrase to which an aside that ends before word *i* belongs."""
    if i >= page.high or page.gaps[i][-2:] not in _CLOSING:
        return i
    opening = _CLOSING[page.gaps[i][-2:]]
    found, listed = i, False
    for k in range(i - 1, page.since(i - 2 * PHRASE), -1):
        if page.gaps[k] == opening:
            head = k - (page.gaps[k - 1] == opening and k - 1 in page.numerals)  # 'Roe, 58, of Ilk'
            if found == i and not listed:
                return head
            if page.tags[k] & tags.RELATIVE:
                return k  # 'Core prices, which leave out food, fuel and drink, rose'
            found = head if found == i else found
        listed = listed or (found == i and page.lowers[k] == "and")
    return found


def before_relative(page: Page, first: int, *, done: bool = False) -> int:
    """Return the 'who' of the clause that ends with the phrase at word *first*, or *first*.

    'a nurse who stole money from a bank', 'the floods that hit Ilk'; where its verb is *done*
    by that phrase, 'the tax that the city raised'.
    """
    for k in range(first - 1, page.since(first - _CLAUSE), -1):
        gap = page.gaps[k + 1]
        if not (gap.strip(_MARKS) in BLANKS or gap in INSIDE or gap == ","):
            break
        if page.tags[k] & _WHICH and page.gaps[k] in BLANKS:
            theirs = done and k == first - 1 and is_led(page, k)
            return k if theirs or is_relative(page, k) else first
        if page.tags[k] & _NO_OBJECT and page.lowers[k] not in _MORE:
            doing = page.tags[k] & tags.SUBORDINATOR and page.lowers[k + 1][-3:] == "ing"
            acts = page.tags[k - 1] & _WHICH and (
                page.tags[k] & _NO_SAYING or page.lowers[k] in _ACTS
            )
            if not (doing or acts):  # 'who killed a man after drinking', 'a fire that hit Ilk'
                break
    return first


def before_participle(page: Page, end: int) -> int:
    """Return the participle of which what ends before word *end* tells, or *end*.

    'people waiting 18 weeks', 'homes sold last year'
    """
    if end > page.low and _is_told_of(page, end - 1):
        return end - 1
    for k in range(end - 1, page.since(end - PHRASE), -1):
        if page.gaps[k + 1] not in BLANKS and page.gaps[k + 1] not in INSIDE:
            break
        if page.lowers[k][-3:] == "ing" and page.gaps[k] in BLANKS:
            return k
    return end


def before_past(page: Page, first: int) -> int:
    """Return the participle that tells of a noun by the phrase at word *first*, or *first*.

    'waste sent to landfill', 'the time taken to answer a call', 'patients taking the pill'
    """
    k = first - 1
    if k <= page.low or page.gaps[first] not in BLANKS or page.gaps[k] not in BLANKS:
        return first
    acts = page.lowers[k][-3:] == "ing" and not page.tags[k] & tags.PREPOSITION
    acts = acts or page.lowers[k] in page.known.lists["gifted"]
    if acts and page.tags[first] & tags.DETERMINER:
        noun = not page.tags[k - 1] & (NO_NOUN | tags.CUE) and page.lowers[k - 1][-2:] != "ly"
        return k if noun else first
    if page.lowers[k - 1] == "to":
        k -= 1
    if not page.tags[k] & tags.PREPOSITION:
        return first
    done = page.lowers[k] in _DONE  # told of even where it is 'announced by', 'accused of'
    k -= 1
    while k > page.low and (page.tags[k] & (TIMED | tags.ADVERB) or page.lowers[k] in _SO_FAR):
        k -= 1  # 'the deal announced Monday by Holm'
    return k if _is_told_of(page, k, done=done) else first


def before_doing(page: Page, first: int) -> int:
    """Return the participle whose object begins with word *first*, or *first*.

    Only where its noun is numbered: 'the number of people claiming asylum', 'the share of …'.
    """
    k = first - 1
    if k - 3 < page.low or page.lowers[k][-3:] != "ing":
        return first
    joined = all(page.gaps[j] in BLANKS for j in range(k - 2, first + 1))
    numbered = page.lowers[k - 2] == "of" and page.lowers[k - 3] in _NUMBERS
    return k if joined and numbered and page.known.is_plural(page.lowers[k - 1]) else first


def _is_told_of(page: Page, k: int, *, done: bool = False) -> bool:
    """Whether word *k* is a participle that tells of the noun before it, and no verb of its own.

    A verb behind shows that; who stands before must not be able to do it.
    """
    if k <= page.low or page.gaps[k] not in BLANKS:
        return False
    told = done and page.lowers[k][-2:] == "ed"
    if page.tags[k] & tags.CUE and not told and page.lowers[k] != "made":
        return False
    word = page.words.words[k]  # as printed: no name, as that of the United Nations
    past = is_participle(page, word) or word in page.known.lists["participle"]
    past = word.islower() and (past or page.tags[k] & tags.PAST > 0)
    return past and not page.tags[k - 1] & NO_NOUN & ~tags.TIME
