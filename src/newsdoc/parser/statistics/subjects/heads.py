"""The noun that heads a phrase, told from what hangs on it by prepositions."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.parser.drafts import Pair
from newsdoc.parser.statistics.page import ARTICLES, BLANKS, HYPHENS, Page
from newsdoc.parser.statistics.subjects import joints, phrases
from newsdoc.parser.statistics.subjects.clauses import NO_NOUN
from newsdoc.parser.statistics.subjects.simple import simple

_MARKS: Final = {"“": "”", '"': '"', "‘": "’"}
_FIRST: Final = ARTICLES | {"first", "last", "past"}
_HANGING: Final = 4  # phrases that hang on a noun
_COUNT: Final = 4  # words of a number
_NUMBERED: Final = 16  # words from 'number' to what completes it
_PARTIES: Final = frozenset({"from", "with", "to", "by", "between"})  # 'a deal with Orbix'


def head(page: Page, i: int) -> Pair | None:
    """Return the noun before what prepositions hang on it up to word *i*, or None.

    'a crowd for the two nights in the Bowl' is a crowd.
    """
    found = None
    for _ in range(_HANGING):
        first = simple(page, i)
        first -= first == i and page.tags[i - 1] & tags.UNIT > 0  # 'over two days'
        last = page.since(first - _COUNT)
        while last < first < i and _is_counted(page, first - 1):
            first -= 1
        joint = first - 1
        hangs = joint > page.low and first < i and page.tags[joint] & tags.PREPOSITION
        if not hangs or page.gaps[first] not in BLANKS or page.gaps[joint] not in BLANKS:
            break
        phrase = phrases.alone(page, joint)
        if phrase is None or page.tags[joint - 1] & (tags.ADVERB | tags.PAST | tags.CLITIC):
            break
        i, found = joint, phrase
    return found


def label(page: Page, i: int) -> Pair | None:
    """Return the noun phrase before the colon that stands before word *i*."""
    first = simple(page, i)
    timed = first == i or (first - 1 > page.low and _is_counted(page, first - 1))
    if timed and (told := head(page, i)) is not None:
        return told  # 'Attendance over two days: 4,511'
    return None if first == i else (page.starts[joints.start(page, first, None)], page.end(i - 1))


def numbered(page: Page, i: int) -> Pair | None:
    """Return what is numbered before word *i*: 'the number of cases'."""
    for k in range(i - 1, page.since(i - _NUMBERED), -1):
        if page.lowers[k] == "number" and page.lowers[k + 1] == "of":
            told = phrases.right(page, k + 2, led=True)
            return None if told is None else (page.starts[simple(page, k + 1)], told[1])
    return None


def lent(page: Page, i: int) -> Pair | None:
    """Return the noun before the name of whoever it comes from: 'a loan from Hartbank'."""
    joint = simple(page, i) - 1
    named = page.words.words[i - 1][0].isupper() and page.window[joint] in _PARTIES
    return phrases.left(page, joint) if named and joint > page.low else None


def _is_counted(page: Page, k: int) -> bool:
    """Whether word *k* is a number, or stands before one: each of 'the first two'."""
    if page.gaps[k + 1] not in BLANKS:
        return False
    k += page.window[k] in _FIRST
    k += page.window[k] in _FIRST
    return page.tags[k] & tags.NUMBER > 0 or k in page.numerals


def counted(page: Page, noun: Pair) -> Pair | None:
    """Return the noun that is counted, or what it describes: 'a three-bedroom flat' is a flat."""
    first, last = noun
    if page.gaps[first] in HYPHENS and page.follows(last) and not page.tags[last] & NO_NOUN:
        return phrases.right(page, last, whole=True)
    start, end = page.starts[first], page.end(last - 1)
    if page.follows(last) == "of" and not page.tags[last - 1] & tags.UNIT:
        end = _behind_of(page, last + 1, end)
    mark = page.text[start - 1 : start]
    opens = mark in _MARKS and _MARKS[mark] in page.text[start:end]  # 'two “yes” votes'
    return start - opens, end


def _behind_of(page: Page, i: int, end: int) -> int:
    """Return the end of what 'of' joins to a counted noun at word *i*: 'cases of measles'."""
    bare = page.follows(i) and i not in page.numerals and not page.tags[i] & NO_NOUN
    told = phrases.right(page, i, led=True) if bare and page.gaps[i + 1] not in HYPHENS else None
    return end if told is None else told[1]
