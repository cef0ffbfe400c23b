"""What moves: the subjects of nouns and verbs of change, and the objects of such verbs.

a 5 percent rise in X      what a noun of change is of
X saw a rise of 5 percent  the subject of the clause that holds it
cut X to 5                 the object of a verb of change or of setting
a plan to cut X 5 percent  what somebody would move
"""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.parser.drafts import Pair
from newsdoc.parser.statistics.page import BLANKS, BORDER, HYPHENS, Figure, Page
from newsdoc.parser.statistics.subjects import phrases
from newsdoc.parser.statistics.subjects.adjuncts import INSIDE, TIMED
from newsdoc.parser.statistics.subjects.clauses import NO_NOUN, clause_subject
from newsdoc.parser.statistics.subjects.simple import is_point, simple
from newsdoc.parser.statistics.subjects.verbs import is_adverb, is_verb

_OPENS: Final = (
    tags.RELATIVE | tags.COMPLEMENTIZER | tags.AUXILIARY | tags.SUBORDINATOR | tags.NUMBER
)
NO_OBJECT: Final = (
    BORDER | tags.ADVERB | tags.TIME | tags.MONTH | tags.WEEKDAY | tags.BOUND | tags.CLITIC
)
TO: Final = frozenset({"to", "by", "at", "from"})
_GIVEN: Final = 3  # words from a verb of giving to 'to'
_SEEING: Final = frozenset({"had", "saw", "see", "seeing", "seen", "sees", "watched"})
_MOVES: Final = tags.MOVE | tags.PAST
_IN: Final = frozenset({"in", "of", "for"})
_PARTIES: Final = frozenset({"to", "from", "at", "in", "on"})  # 'sold a mill to a rival for 5'
_TRADES: Final = frozenset(  # nouns, before 'for' and money
    {"acquisition", "auction", "bid", "bids", "contract", "deal", "invoice", "offer", "order",
     "purchase", "sale", "takeover"}
)  # fmt: skip
_AS_BEFORE: Final = frozenset({"firm", "flat", "stable", "steady", "unchanged"})
_MOVED: Final = 6  # words from a verb to the figure behind its object
_OBJECT: Final = 12  # words between a verb, its object and the level that it gets
_SIZES: Final = frozenset(
    {"big", "further", "fresh", "huge", "large", "modest", "net", "overall", "record", "sharp",
     "slight", "small", "steep", "straight"}
)  # fmt: skip
_ADJECTIVE: Final = ("al", "able", "ed", "er", "ful", "ic", "ing", "ive", "ly", "ous")
_CHANGE: Final = 5  # words behind a figure in which its noun of change stands


def moved(page: Page, figure: Figure) -> Pair | None:
    """Return what a noun of change is of: 'a 5 percent rise in X', 'a rise of 5 percent in X'.

    Where it is not told, that is the subject of its clause: 'X saw a rise of 5 percent'.
    """
    i, front = _behind_second(page, figure), figure.front - 1
    if page.window[front] == "of" and is_change(page, front - 1):
        told = page.window[i] == "in" and phrases.moved(page, i + 1)
        return told or _changing(page, figure, phrases.before(page, front))
    for k in range(i, page.until(i + _CHANGE)):
        joined = page.gaps[k] in HYPHENS or page.gaps[k + 1] in HYPHENS  # 'year-on-year'
        gap = page.gaps[k] if k > figure.last else page.tail(figure)
        parted = "," in gap or ";" in gap or "(" in gap  # 'by $58 million, a 12 percent cut'
        if parted or (page.tags[k] & BORDER and not joined):
            return None
        if page.tags[k] & tags.MOVE and is_change(page, k):
            told = page.follows(k + 1) in _IN and phrases.moved(page, k + 2)
            if not told and i < k and _names_change(page, i):
                return page.starts[i], page.end(k)
            return told or _changing(page, figure, front)
    return None


def _behind_second(page: Page, figure: Figure) -> int:
    """Return the word behind a figure and the second of its kind: 'a 4 and 5 percent rise'."""
    i = figure.behind()
    if page.window[i] not in ("and", "or") or i + 1 not in page.numerals:
        return i
    for k in range(i + 2, page.until(i + _CHANGE)):
        if page.tags[k] & tags.UNIT:
            return k + 1
    return i


def _names_change(page: Page, i: int) -> bool:
    """Whether the word at *i* before a change says of what it is one: 'a 3 percent price rise'."""
    word = page.words.words[i]
    if page.tags[i] & (BORDER | TIMED | tags.ADVERB | tags.MOVE | tags.NUMBER):
        return False
    return word.islower() and word not in _SIZES and not word.endswith(_ADJECTIVE)


def _changing(page: Page, figure: Figure, front: int) -> Pair | None:
    """Return the subject of the verb at word *front* or before it, but nobody who tells of it."""
    front -= page.tags[front] & tags.DETERMINER > 0
    if page.gaps[front + 1] == ", " and figure.before is not None:  # 'sales were 5, a rise of 2'
        return figure.before.subject
    if page.window[front] == "of":
        return None
    for k in range(front, page.since(front - _MOVED), -1):
        if page.tags[k] & tags.CUE or page.lowers[k] in page.known.lists["reported"]:
            return None
        if is_verb(page, k):
            break
    return clause_subject(page, figure, front)


def set_to(page: Page, figure: Figure, i: int) -> Pair | None:
    """Return what the level behind word *i* is one of: 'cut the fee to', 'with sales at'."""
    before = figure.before  # 'led the Reds 40 percent to 26'
    if before is not None and before.last == i and before.unit.kind is figure.unit.kind:
        end = before.front
        led = page.tags[end - 1] & (tags.PREPOSITION | tags.DETERMINER)  # 'by a vote of 5 to 4'
        i = i if led else end
    return object_before(page, i) or beside_clause(page, i)


def beside_clause(page: Page, front: int) -> Pair | None:
    """Return what stands beside a clause with its level: 'it grew, with sales at 5'."""
    moving = page.window[front] in ("by", "from", "to") or page.tags[front - 1] & tags.MOVE
    if moving and page.lowers[front - 1][-3:] == "ing" and not page.tags[front - 2] & NO_NOUN:
        front -= 1  # 'with butter dropping to 5'
    beside = page.window[phrases.before(page, front)] == "with"
    noun = page.words.words[front - 1].islower()  # not 'she was tied with Holm at 5'
    return phrases.left(page, front) if beside and noun else None


def object_before(page: Page, front: int) -> Pair | None:
    """Return the object of a verb of change or of setting: 'cut its forecast to', 'put it at'."""
    # Not 'the rise in rents slowed to 5', nor 'a fire that gutted the mill rose to 5'.
    moves = page.tags[front - 1] & _MOVES and is_verb(page, front - 1)
    for k in range(front - 1, page.since(front - _OBJECT) - 1, -1):
        gap = page.gaps[k + 1]
        short = k not in page.numerals and is_point(page, k + 1)  # 'Mr. Holm'
        if moves or not (gap in BLANKS or gap in INSIDE or short):
            return None
        # 'saw their pay rise by 3 percent'
        seen = page.lowers[k] in _SEEING and page.tags[k + 1] & tags.POSSESSIVE > 0
        if k + 1 < front and (seen or _takes_object(page, k)):
            first = k + 1
            if (
                page.tags[first] & tags.PREPOSITION
                and page.tags[k] & tags.MOVE
                and is_change(page, k)
            ):
                continue  # 'put the odds of a cut in July at 5'
            if not _is_object(page, first):
                return None
            return phrases.within(page, first, front - seen)
        if page.lowers[k] in _IN and _is_level_of(page, k, front):
            return phrases.within(page, k + 1, front)  # 'a rise in rents to 5'
        joined = page.tags[k] & tags.NUMBER and gap in HYPHENS  # 'lists the two-bed flat at 5'
        if page.tags[k] & _OPENS and not joined:
            return None
        if page.lowers[k] in TO:
            level = k + 1 + (page.tags[k + 1] & tags.BOUND > 0)
            if page.lowers[level][0].isdigit():
                front = k  # 'cut it to 5 from 8'
    return None


def _is_level_of(page: Page, k: int, front: int) -> bool:
    """Whether a noun of change stands before the 'in' at *k*, and a level behind word *front*."""
    if not page.tags[k - 1] & tags.MOVE or page.window[front] not in ("to", "from"):
        return False
    timed = page.tags[k + 1] & TIMED
    return not timed and is_change(page, k - 1) and not is_verb(page, k - 1)


def traded(page: Page, figure: Figure, front: int) -> Pair | None:
    """Return what is bought or sold for money: 'sold the mill for £5m', 'paid £5m for the mill'."""
    lists, i = page.known.lists, figure.last
    if page.window[front] != "for":  # not 'paid £500 for speeding'
        got = page.lowers[front] in lists["paying"] and page.window[i] == "for"
        return phrases.moved(page, i + 1) if got and page.leads(i + 1, tags.DETERMINER) else None
    if page.window[front - 1] in lists["trading"]:
        which = phrases.which(page, front - 1)  # 'at Lumo, which it bought for $9 million'
        return phrases.left(page, which) if which >= 0 else None
    noun = -1
    for k in range(front - 1, page.since(front - _OBJECT) - 1, -1):
        if page.gaps[k + 1] not in BLANKS and page.gaps[k + 1] not in INSIDE:
            break
        if page.lowers[k] in _TRADES and page.window[k - 1] != "for":
            noun = k  # 'agreed a deal for £9 million', 'Roe's purchase of the inn for £9 million'
        if page.lowers[k] in lists["trading"] and k + 1 < front and k != noun:
            if not _is_object(page, k + 1):
                return None
            aside = (j for j in range(k + 2, front) if page.lowers[j] in _PARTIES)
            return phrases.within(page, k + 1, next(aside, front))
    told = phrases.alone(page, noun + 1) if noun >= 0 else None
    if told is None or page.window[noun + 1] != "of" or noun + 2 >= front:
        return told
    end = next((j for j in range(noun + 2, front) if page.lowers[j] in _PARTIES), front)
    return told[0], page.end(end - 1)  # 'the purchase of the inn for £9 million'


def fined(page: Page, end: int) -> Pair | None:
    """Return who is fined or held, told before word *end*: 'fined Ilk £5', 'jailed Roe for 5'."""
    first = simple(page, end)
    led = page.low < first - 1 < end - 1 and page.lowers[first - 1] in page.known.lists["punishing"]
    return (page.starts[first], page.end(end - 1)) if led else None


def gives(page: Page, front: int) -> bool:
    """Whether a share behind the 'to' at word *front* is one of those to whom something goes.

    'power was restored to 60 percent of homes', 'it lent to 20 percent of farmers'
    """
    near = range(page.since(front - _GIVEN), front)
    moves = any(page.tags[k] & tags.MOVE for k in near)  # 'the offer rose to 6 percent of'
    return not (moves or page.known.lists["giving"].isdisjoint(page.window[near.start : front]))


def to_move(page: Page, front: int) -> Pair | None:
    """Return what somebody would move by the figure: 'a plan to cut output 40 percent'."""
    if page.tags[front] & (NO_OBJECT | tags.DETERMINER | tags.MOVE) or front < page.low:
        return None
    return None if page.window[front - 1] == "to" else object_before(page, front + 1)


def _is_object(page: Page, k: int) -> bool:
    """Whether an object may begin at word *k* behind a verb: not 'fell slightly from'."""
    if page.window[k + 2] == "s" and page.tags[k + 1] & tags.TIME:
        return True  # 'raise next year's fee by'
    number = page.lowers[k][0].isdigit() or page.lowers[k] in _AS_BEFORE  # 'held steady at 5'
    return not (page.tags[k] & NO_OBJECT or number or is_adverb(page, k))


def _takes_object(page: Page, k: int) -> bool:
    """Whether word *k* is a verb that moves or sets what stands behind it."""
    word = page.lowers[k]
    if word in page.known.lists["setting"]:
        return True
    if word.endswith("ed") and page.tags[k + 1] & tags.DETERMINER:  # 'heated the samples to'
        return is_verb(page, k)
    return bool(page.tags[k] & tags.MOVE) and is_verb(page, k)


def is_change(page: Page, i: int) -> bool:
    """Whether word *i* is a noun of change: 'a $5 million cut'."""
    return page.known.change(page.lowers[i]) is not None
