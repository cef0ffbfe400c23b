"""Subjects: the one noun phrase that a figure is about.

Tried in this order, the nearest words first:

    percent of X      what the share is of                 '40 percent of voters'
    X of 5 million    the noun that the figure completes   'a population of 5 million'
    X worth 5 million                                      'bills worth 5 million'
    5 million X       the noun that the figure describes   'a $5 million contract'
    12 X              the noun that is counted             '12 houses'
    X rose 5 million  the subject of the clause            'sales rose 5 percent'
"""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.parser.drafts import Pair
from newsdoc.parser.statistics.page import APOSTROPHES, BARE, BLANKS, BORDER, HYPHENS, Figure, Page

_NO_NOUN: Final = (
    BORDER | tags.NUMBER | tags.MOVE | tags.ADVERB | tags.DETERMINER | tags.PRONOUN | tags.TIME
)
_MOVED: Final = tags.AUXILIARY | tags.PAST | tags.MOVE
_CLAUSE_OPENS: Final = tags.RELATIVE | tags.COMPLEMENTIZER
_NO_OBJECT: Final = tags.CUE | tags.COMPLEMENTIZER | tags.SUBORDINATOR | tags.CONJUNCTION
_INSIDE: Final = frozenset({"’ ", "' ", "&", " & ", "/"})
_PHRASE: Final = 8  # a subject has no more words than this
_CLAUSE: Final = 24  # and stands no farther from its figure


def subject(page: Page, figure: Figure) -> Pair | None:
    """Return the noun phrase that the figure is about, or None."""
    i = figure.last
    if page.follows(i) == "of":
        return _right(page, i + 1)
    before = figure.front - 1
    if page.lower(before) == "of" and not page.tags[before - 1] & tags.NUMBER:
        return _left(page, before)
    if page.lower(before) == "worth" and not page.tags[before - 1] & _NO_NOUN:
        return _left(page, before)
    if figure.noun is not None:
        return page.starts[figure.noun[0]], page.end(figure.noun[1] - 1)
    described = figure.unit is not BARE and i < page.high and page.tail(figure) in BLANKS
    if described and not page.tags[i] & _NO_NOUN:
        return _right(page, i)
    return _clause(page, before)


def _right(page: Page, i: int) -> Pair | None:
    """Return the noun phrase that begins at word *i*."""
    k = i
    while k < page.high and k - i < _PHRASE:
        gap, bits = page.gaps[k], page.tags[k]
        thousands = gap == "," and page.lowers[k][0].isdigit()
        inside = gap in HYPHENS or gap in APOSTROPHES or gap in _INSIDE
        if not (gap in BLANKS or inside or thousands):
            break
        if bits & (BORDER | tags.CUE) and gap in BLANKS:
            break
        if bits & tags.DETERMINER and k > i and not page.tags[k - 1] & tags.DETERMINER:
            break  # 'of oil a day'; not 'of all the voters'
        if page.lowers[k].endswith("ed") or page.lowers[k] in page.known.lists["verbs"]:
            break
        k += 1
    while k > i and page.tags[k - 1] & (tags.DETERMINER | tags.ADVERB):
        k -= 1
    return (page.starts[i], page.end(k - 1)) if k > i else None


def _left(page: Page, i: int) -> Pair | None:
    """Return the noun phrase that ends before word *i*."""
    if i > page.low and _is_no_head(page, i - 1):
        return None
    k = i
    while k > page.low and i - k < _PHRASE:
        gap, bits = page.gaps[k], page.tags[k - 1]
        if (
            gap not in BLANKS
            and gap not in HYPHENS
            and gap not in APOSTROPHES
            and gap not in _INSIDE
        ):
            break
        if page.lowers[k - 1][0].isdigit() and _is_bare_numeral(page, k - 1):
            break
        if bits & BORDER and gap in BLANKS:
            break
        if (
            bits & (tags.MOVE | tags.CUE)
            and k < i
            and gap in BLANKS
            and not page.tags[k] & tags.MOVE
        ):
            break
        k -= 1
        if bits & (tags.DETERMINER | tags.SUBJECT) and gap in BLANKS:
            break
    return (page.starts[k], page.end(i - 1)) if k < i else None


def _is_no_head(page: Page, k: int) -> bool:
    """Whether word *k* is a number or the measure of one, and heads no noun phrase."""
    if k > page.low and page.tags[k] & tags.UNIT and page.gaps[k] in BLANKS:
        k -= 1
    return bool(page.tags[k] & tags.NUMBER) or _is_bare_numeral(page, k)


def _is_bare_numeral(page: Page, k: int) -> bool:
    """Whether word *k* is a numeral, and ends no name: not the 100 of 'FTSE 100'."""
    named = k > page.low and page.words.words[k - 1][0].isupper()
    return page.lowers[k][0].isdigit() and not named


def _clause(page: Page, before: int) -> Pair | None:
    """Return the subject of the clause whose verb stands at word *before* or left of it."""
    tagged, lowers, gaps = page.tags, page.lowers, page.gaps
    verb = False
    for k in range(before, max(page.low - 1, before - _CLAUSE), -1):
        gap, bits = gaps[k + 1], tagged[k]
        if gap != " " and (";" in gap or (not verb and "(" in gap and k < before)):
            return None
        if bits & _MOVED or lowers[k][-2:] == "ed":
            verb = True
        elif verb and not bits & tags.ADVERB:
            return None if bits & _CLAUSE_OPENS else _whole(page, k + 1)
    return None


def _whole(page: Page, i: int) -> Pair | None:
    """Return the subject that ends before word *i*, without what only belongs to it.

    'a convoy of 40 to 50 lorries' is a convoy, 'drivers who miss the deadline' are drivers.
    """
    phrase = _left(page, i)
    if phrase is None:
        return None
    first = page.words.at(phrase[0])
    head = _before_number(page, first)
    if head == first:
        head = _before_relative(page, first)
    return _left(page, head) or phrase if head < first else phrase


def _before_number(page: Page, first: int) -> int:
    """Return the 'of' with a number before the phrase at word *first*, or *first*."""
    k = first
    while k > page.low and page.gaps[k] in BLANKS and _counts(page, k - 1):
        k -= 1
    return k - 1 if k < first and page.lower(k - 1) == "of" else first


def _counts(page: Page, k: int) -> bool:
    """Whether word *k* belongs to the number of a noun: each word of '40 to 50'."""
    return bool(page.tags[k] & tags.NUMBER) or page.lowers[k][0].isdigit() or page.lowers[k] == "to"


def _before_relative(page: Page, first: int) -> int:
    """Return the 'who' of the clause whose object is the phrase at word *first*, or *first*."""
    for k in range(first - 1, max(page.low, first - _PHRASE), -1):
        if page.gaps[k + 1] not in BLANKS:
            break
        if page.lowers[k] == "who" and page.gaps[k] in BLANKS:
            return k if k < first - 1 else first
        if page.tags[k] & _NO_OBJECT:
            break
    return first
