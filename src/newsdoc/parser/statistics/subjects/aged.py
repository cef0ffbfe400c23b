"""Whose age a figure tells."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.parser.drafts import Pair
from newsdoc.parser.statistics.page import ARTICLES, BORDER, HYPHENS, Figure, Page
from newsdoc.parser.statistics.subjects import phrases
from newsdoc.parser.statistics.subjects.simple import simple

_AGED: Final = frozenset({"aged", "ages"})
_BEFORE_DOING: Final = tags.PREPOSITION | tags.SUBORDINATOR
_OLDER: Final = frozenset({"older", "over", "under", "up", "younger"})
_APPOSED: Final = 5  # words from an age back to its article


def beside(page: Page, figure: Figure, front: int) -> Pair | None:
    """Return who is told of right before an age: 'Ann Hall (44)', 'children under 12'."""
    first, word = figure.first, page.window[front]
    if page.gaps[first] == ", " or word in _AGED:
        return _named(page, first if word not in _AGED else front)
    if page.gaps[first] == " (" or figure.noun is not None:  # 'Hall (44)', 'the over-75s'
        return phrases.nearest(page, first if figure.noun is None else figure.last)
    limited = page.tags[figure.front] & tags.PREPOSITION and figure.front < first
    if limited and page.lowers[figure.last - 1] != "old":
        return phrases.left(page, figure.front)
    return phrases.left(page, first) if _follows_many(page, figure, front) else None


def _named(page: Page, i: int) -> Pair | None:
    """Return who is named before word *i*, without what is done to them: 'convicting Roe, 51,'."""
    first, printed = simple(page, i), page.words.words
    done = first + 1 < i and printed[first].islower() and printed[first].endswith("ing")
    if done and printed[first + 1][0].isupper() and page.tags[first - 1] & _BEFORE_DOING:
        return page.starts[first + 1], page.end(i - 1)
    return phrases.left(page, i)


def _follows_many(page: Page, figure: Figure, front: int) -> bool:
    """Whether an age stands right behind those who have it: 'adults 18 to 24', 'boys 12 and up'."""
    if page.gaps[figure.first] != " " or figure.front != figure.first:
        return False
    many = page.words.words[front].islower() or front == page.low
    if not many or page.tags[front] & (BORDER | tags.CUE | tags.MOVE):
        return False
    if not page.known.is_plural(page.lowers[front]):
        return False
    behind = page.window[figure.last : figure.last + 2]  # 'and over'
    return figure.low != figure.high or not _OLDER.isdisjoint(behind)


def apposed(page: Page, figure: Figure) -> Pair | None:
    """Return who is told of beside them: 'Ida Holt, a burly 44-year-old, won'."""
    for k in range(figure.first - 1, page.since(figure.first - _APPOSED) - 1, -1):
        if page.window[k] in ("a", "an") and k > page.low:
            return phrases.nearest(page, k) if page.gaps[k] == ", " else None
        if page.tags[k] & BORDER:
            return None
    return None


def is_noun(page: Page, figure: Figure) -> bool:
    """Whether an age stands for who has it, and another does something: 'shot a 26-year-old'."""
    if page.window[figure.last - 1] != "old" or page.gaps[figure.last - 1] not in HYPHENS:
        return False
    if page.follows(figure.last) and not page.tags[figure.last] & BORDER:
        return False  # 'a 44-year-old second-hand dealer'
    first = figure.first
    lead = first - 2 if page.window[first - 1] in ARTICLES else simple(page, first) - 1
    return lead < first - 1 and not page.tags[lead] & tags.BE


def who(page: Page, k: int) -> Pair | None:
    """Return of whom the clause behind the 'who' at word *k* tells, none but a person.

    'a book on the singer, who', but 'the mother of the singer, who'
    """
    whole = phrases.left(page, k)
    nearest = simple(page, k)
    if whole is None or nearest == k or whole[0] == page.starts[nearest]:
        return whole
    person = is_person(page, nearest - 2)
    return whole if person else (page.starts[nearest], page.end(k - 1))


def named(page: Page, k: int) -> Pair | None:
    """Return whose name stands before word *k*, behind that of a body: 'head of Ilk Ann Roe'."""
    first, printed = simple(page, k), page.words.words
    for j in range(first + 1, k - 1):
        if page.tags[j] & tags.GIVEN_NAME and page.tags[first - 1] & tags.PREPOSITION:
            whole = all(printed[n][0].isupper() for n in range(first, k))
            body = not any(page.tags[n] & tags.GIVEN_NAME for n in range(first, j))
            return (page.starts[j], page.end(k - 1)) if whole and body else None
    return None


def is_person(page: Page, k: int) -> bool:
    """Whether word *k* calls somebody by a role or a tie: 'manager', 'daughter'."""
    names, word = page.lexicon.names, page.known.singular(page.lowers[k])
    return page.tags[k] & tags.TITLE > 0 or word in names.kin or word in names.trades
