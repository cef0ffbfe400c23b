"""Bounds: what the words before and behind a figure make of its value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import Bound, Direction, UnitKind
from newsdoc.parser.statistics.page import (
    ARTICLES,
    BARE,
    BLANKS,
    BORDER,
    HYPHENS,
    SIGNS,
    VULGAR,
    Figure,
    Page,
)

_SIGNS: Final = {
    "~": Bound.ABOUT,
    "≈": Bound.ABOUT,
    ">": Bound.MORE_THAN,
    "<": Bound.LESS_THAN,
    "≥": Bound.AT_LEAST,
    "≤": Bound.AT_MOST,
    "±": Bound.ABOUT,
}

_SHORT: Final = frozenset({"c", "ca", "est", "min", "max"})
_NOUNS: Final = frozenset({"past", "top", "maximum", "minimum"})
_DEFINITE: Final = frozenset({"the", "this", "these", "those", "s"})
_GUESSED: Final = frozenset({"approximate", "estimated"})
_TOLD: Final = 7  # words between one of these and its figure
_PASSING: Final = frozenset({"pass", "passed", "passes", "passing"})
_TOLLS: Final = frozenset({"number", "toll", "number-of"})
_PLACES: Final = frozenset({"near", "beyond", "below", "above", "under", "within"})
# What 'it did not fall below 5' and 'she never weighed more than 5' say.
_DENIED: Final = {Bound.MORE_THAN: Bound.AT_MOST, Bound.LESS_THAN: Bound.AT_LEAST}
_ROUNDS: Final = 20  # 'over' so many games is 'during' them
_FEW: Final = 31
_A_FEW: Final = 4  # nobody says 'approximately' of so few
_EXACT: Final = Bound.EXACT
_DURATION: Final = UnitKind.DURATION
_ACCUSED: Final = frozenset({"appeal", "charged", "court", "custody", "dock", "trial"})
_NOTHING: Final[Mapping[str, tuple[tuple[list[str], Bound], ...]]] = {}
_NO_NOUN: Final = BORDER | tags.DETERMINER | tags.ADVERB | tags.PRONOUN
_VERBAL: Final = (
    tags.AUXILIARY | tags.PAST | tags.PREPOSITION | tags.ADVERB | tags.CONJUNCTION | tags.PRONOUN
)


def read_bound(page: Page, figure: Figure) -> None:
    """Give the figure the bound printed beside it, or that of the figure before it."""
    first, last, before = figure.first, figure.last, figure.before
    figure.front = first
    bridge = page.known.lists["bridge"]
    leads = page.tags[first - 1] & tags.BOUND or page.window[first - 1] in bridge
    if (leads or page.gaps[first] != " ") and _in_front(page, figure):
        return
    if page.tags[first - 1] & tags.BE or page.gaps[first] == ": ":
        _read_guess(page, figure)
    follows = page.window[last] in page.known.after or "+" in page.gaps[last]
    if follows and _behind(page, figure, last):
        return
    if figure.noun is not None and _behind_noun(page, figure, figure.behind()):
        return
    if before is not None and before.bound is not _EXACT and figure.bound is _EXACT:
        _share(page, figure, before)


def _in_front(page: Page, figure: Figure) -> bool:
    """Read a sign or phrase before the figure, and note where it begins."""
    first = figure.first
    i, gap = first - 1, page.gaps[first]
    if gap != " " and figure.start < page.starts[first] and gap[:1] in BLANKS:
        gap = gap.rstrip(VULGAR + "% ") or " "  # 'about ½ mile'
    if gap != " ":
        gap = gap.rstrip(SIGNS)
        mark = gap.rstrip()[-1:]
        if mark in _SIGNS:
            figure.bound = _SIGNS[mark]
            return True
        if gap not in BLANKS and gap not in HYPHENS and gap != ". ":  # 'est. 500'
            return False
    if i < page.low:
        return False
    if page.tags[i] & tags.BOUND and _before(page, figure, i):
        return True
    if page.lowers[i] not in page.known.lists["bridge"] or i == page.low:
        return False
    bound = page.gaps[i] in BLANKS and page.tags[i - 1] & tags.BOUND  # 'about a dozen'
    return bound != 0 and _before(page, figure, i - 1)


def _read_guess(page: Page, figure: Figure) -> None:
    """Read 'Estimated turnout: 4,000', 'the estimated cost of the bridge is £5m'."""
    if figure.shares or page.follows(figure.last) in ("after", "before"):
        return  # 'one of the estimated victims is 12', 'the estimated start is an hour after'
    for k in range(figure.first - 2, page.since(figure.first - _TOLD) - 1, -1):
        if page.lowers[k] in _GUESSED:
            figure.bound = Bound.ABOUT if page.follows(k + 1) not in ("to", "at") else figure.bound
            return
        if page.tags[k] & (BORDER & ~tags.PREPOSITION) or page.gaps[k] not in BLANKS:
            return


def _before(page: Page, figure: Figure, i: int) -> bool:
    """Match a phrase that ends with word *i*."""
    known = page.known.before.get(page.lowers[i], _NOTHING)
    for rest, bound in (*known.get(page.window[i - 1], ()), *known.get("", ())):
        first = i - len(rest)
        if first >= page.low and page.lowers[first:i] == rest:
            if not (_alone(page, figure, i) if not rest else _whole(page, first)):
                return False
            if bound is Bound.ABOUT and page.lowers[i - 1] == "range" and figure.low < figure.high:
                return False  # 'in the range of 5 to 7 percent'
            denied = _is_denied(page, first)
            figure.bound, figure.front = _DENIED.get(bound, bound) if denied else bound, first
            return True
    return False


def _is_denied(page: Page, first: int) -> bool:
    """Whether 'not' stands before the phrase at word *first*, or before its verb."""
    for k in (first - 1, first - 2):
        if k < page.low or page.gaps[k + 1] not in BLANKS:
            return False
        if page.tags[k] & tags.NEGATION:
            return True
    return False


def _whole(page: Page, first: int) -> bool:
    """Whether a phrase bounds, and its first word belongs to no verb: 'add up to', 'went up to'."""
    word = page.window[first - 1]
    if page.lowers[first] in ("short", "shy"):  # 'we are short of 40 nurses' is no bound
        return not page.tags[first - 1] & (tags.BE | tags.CLITIC)
    if page.lowers[first] != "up" or page.gaps[first] not in BLANKS:
        return True
    move = page.known.moves.get(word)
    rises = move is not None and move.direction is Direction.UP  # not 'sank up to 60 percent'
    return not (rises or word in page.known.lists["sums"])


def _alone(page: Page, figure: Figure, i: int) -> bool:
    """Whether a bound of one word bounds here: 'the top 10' and 'handed over $5' are none."""
    word, before = page.lowers[i], page.window[i - 1]
    if word in _SHORT:
        return page.gaps[i + 1][:1] == "."
    if (word in _PLACES or word == "over") and _describes(page, figure, i):
        return False
    if word == "over":
        counts = page.gaps[i] == ", " and figure.unit.kind is UnitKind.COUNT  # '40 dead, over 200'
        because = before in page.known.lists["over"] or (_opens_behind(figure, i) and not counts)
        because = because or (before in _ACCUSED and _leads_noun(page, figure))
        return not (because or before in page.known.lists["handed"] or _during(page, figure, i))
    if word in _NOUNS:  # nor is 'a top-10 finish'
        owned = before in _DEFINITE or page.tags[i - 1] & tags.POSSESSIVE  # 'her top six tips'
        return not owned and page.gaps[i + 1] not in HYPHENS
    if page.gaps[i] in HYPHENS and i > page.low:
        return False  # 'a four-under 68'
    if word in _PASSING:  # 'the toll passed 400', not 'passed 5-3', 'passed 12 bills'
        others = page.follows(figure.last) == "others"
        return figure.noun is None and figure.why in _TOLLS and not others
    if word == "about":
        return not _tells_of(page, figure, i)
    if word in _PLACES:  # 'under 40' may be a place in a list, 'under 40 votes' is a bound
        return figure.unit is not BARE or figure.places > 0 or not 0 < figure.low <= _FEW
    return True


def _describes(page: Page, figure: Figure, i: int) -> bool:
    """Whether a figure behind an article only describes what the word at *i* leads.

    'held under a two-year deal', 'above a 2 percent target'; not 'just under a 50 percent chance',
    nor 'for over a 20-year spell'.
    """
    if i + 1 >= figure.first or page.lowers[i + 1] not in ARTICLES or _is_denied(page, i):
        return False  # nor 'would not go above a $12 wage'
    if page.tags[i - 1] & (tags.ADVERB | tags.PREPOSITION) and page.gaps[i] in BLANKS:
        return False
    if page.gaps[figure.last - 1] in HYPHENS and figure.last - 1 > figure.first:
        return True
    if figure.unit is BARE or figure.noun is not None or figure.last >= page.high:
        return False
    return page.tail(figure) in BLANKS and not page.tags[figure.last] & _NO_NOUN


def _tells_of(page: Page, figure: Figure, i: int) -> bool:
    """Whether 'about' tells what something is of: 'a novel about two sisters', 'asked about two'.

    Times stay bounded, 'they talked about 20 minutes', but for those joined to their noun.
    """
    before, lists = page.window[i - 1], page.known.lists
    if figure.unit.kind is _DURATION and page.gaps[figure.last - 1] not in HYPHENS:
        return False
    if page.gaps[i] not in BLANKS or before in lists["topic"]:
        return page.gaps[i] in BLANKS
    if before not in lists["topic-few"]:
        return False
    few = figure.noun is not None and figure.of is None and figure.per is None
    led = page.window[i - 2] in ARTICLES or page.tags[i - 2] & tags.POSSESSIVE  # 'a film about'
    return bool(led) or (few and figure.high <= _A_FEW)


def _leads_noun(page: Page, figure: Figure) -> bool:
    """Whether a noun stands behind money that tells which: 'in court over $3m insurance scam'."""
    i = figure.last
    if figure.unit.kind is not UnitKind.MONEY or not page.follows(i) or page.tags[i] & _NO_NOUN:
        return False
    pair = page.window[i : i + 2]  # not 'charged over $300 annual fees'
    return not any(word and page.known.is_plural(word) for word in pair)


def _during(page: Page, figure: Figure, i: int) -> bool:
    """Whether 'over' before a time is 'during': '$10 trillion over 10 years'."""
    played = figure.unit.name in page.known.lists["played"] and figure.low <= _ROUNDS
    if figure.unit.kind is not _DURATION and not played:
        return False
    if i == page.low or page.gaps[i] in (", ", "; ") or _opens_behind(figure, i):
        return True
    before = page.lowers[i - 1]
    return not (
        page.tags[i - 1] & _VERBAL
        or before.endswith(("ed", "ing"))
        or before in page.known.lists["lasting"]
    )


def _opens_behind(figure: Figure, i: int) -> bool:
    """Whether word *i* stands right behind the figure before and what that counts."""
    return figure.before is not None and figure.before.behind() == i


def _behind(page: Page, figure: Figure, i: int) -> bool:
    """Match a phrase that begins with word *i*, or a plus sign."""
    known = page.known.after.get(page.window[i])
    gap = page.tail(figure)
    if gap[:1] == "+":
        figure.bound, figure.end = Bound.AT_LEAST, figure.end + 1
        return True
    if known is None or not (gap in BLANKS or gap in HYPHENS):
        return False
    for rest, bound in known:
        if page.lowers[i + 1 : i + 1 + len(rest)] == rest and i + 1 + len(rest) <= page.high:
            if not rest and gap not in HYPHENS and not _plus(page, i):
                continue
            if rest and rest[-1] == "more" and page.follows(i + 1 + len(rest)) == "than":
                continue
            figure.bound = bound
            if not rest:
                figure.last, figure.end = i + 1, page.end(i)
            return True
    return False


def _behind_noun(page: Page, figure: Figure, i: int) -> bool:
    """Match 'or more' behind what is counted: '12 people or more', not '5 or more than 7'."""
    if page.window[i] != "or" or page.follows(i + 2) in ("than", "of"):
        return False
    for rest, bound in page.known.after["or"]:
        if rest == [page.follows(i + 1)] and rest[0] in page.known.lists["or-more"]:
            figure.bound = bound
            return True
    return False


def _plus(page: Page, i: int) -> bool:
    """Whether 'plus' behind a blank bounds: 'eight hours plus.', not 'five an hour plus tips'."""
    closed = i + 1 >= page.high or page.gaps[i + 1].strip(f" {SIGNS}") != ""  # not '£52m plus £9m'
    return page.lowers[i] == "plus" and closed


def _share(page: Page, figure: Figure, before: Figure) -> None:
    """Take the bound of the figure before, where it is the same or has the noun of both.

    'more than 100 kilometres (60 miles)', 'at least 12 were killed and 30 injured'
    """
    if _is_converted(page, figure, before) or _is_elided(page, figure, before):
        figure.bound = before.bound


def _is_converted(page: Page, figure: Figure, before: Figure) -> bool:
    """Whether a figure in brackets is the one before in another unit."""
    if figure.unit is BARE or before.unit is BARE:
        return False
    bracket = page.text[before.end : figure.start].strip() == "("
    return bracket and figure.unit.kind is before.unit.kind


def _is_elided(page: Page, figure: Figure, before: Figure) -> bool:
    """Whether a number leaves out the noun of the one before."""
    if not figure.shares or before.unit is not figure.unit:
        return False
    return page.window[figure.first - 1] in ("and", "or", "another")
