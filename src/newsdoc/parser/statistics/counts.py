"""Counts: numbers without a measure get their noun, share one that is left out, or are dropped."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import Unit, UnitKind
from newsdoc.parser.statistics import names, nouns, units
from newsdoc.parser.statistics.page import BLANKS, HYPHENS, Figure, Page

_OLD: Final = 115  # nobody is older


def _peopled(page: Page, figure: Figure) -> bool:
    """Whether people live or gather there: 'a population of over 3.2 million', 'a town of 45,000'."""
    i = figure.first - 1
    while i > page.low and page.lowers[i] in page.known.lists["bounding"]:
        i -= 1
    return page.lower(i) == "of" and not page.known.lists["peopled"].isdisjoint(
        page.lowers[max(page.low, i - 2) : i]
    )


def _numbered(page: Page, stop: int) -> nouns.Noun | None:
    """Return what is counted in 'the number of cases rose to 4,500'."""
    for k in range(stop - 3, max(page.low, stop - 16) - 1, -1):
        if page.lowers[k] == "number" and page.follows(k + 1) == "of":
            return nouns.partitive(page, k + 2)
    return None


_TURNED: Final = frozenset({"turned", "turns", "turning"})


def count(page: Page, figures: list[Figure]) -> list[Figure]:
    """Return the figures that count or measure something, each with its unit."""
    kept: list[Figure] = []
    shared: Unit | None = None
    for figure in figures:
        if figure.dropped or (kept and figure.first < kept[-1].last):
            continue
        if figure.unit is None:
            if not _counted(page, figure, shared, kept):
                continue
        elif figure.unit.kind is UnitKind.DURATION and figure.why == "measure":
            pass
        counts = figure.unit is not None and figure.unit.kind is UnitKind.COUNT
        if counts and figure.unit is not None and page.lower(figure.first - 1) != "including":
            shared = figure.unit
        kept.append(figure)
    for left, right in pairwise(kept):
        if left.unit is None and right.unit is not None and left.why != "fraction":
            _share_ahead(page, left, right)
    return kept


def _share_ahead(page: Page, left: Figure, right: Figure) -> None:
    """Give a bare number the noun of the next: 'as many as 50 and no fewer than 20 jobs'."""
    start, stop = left.last, right.first
    if stop - start > 5 or right.unit is None or right.unit.kind is not UnitKind.COUNT:  # noqa: PLR2004
        return
    if page.lower(start) in ("and", "or") and page.gaps[start] in BLANKS:
        if all(
            k == start or page.lowers[k] in page.known.lists["bounding"] for k in range(start, stop)
        ):
            left.unit, left.why = right.unit, "shared-noun"


def _counted(page: Page, figure: Figure, shared: Unit | None, kept: list[Figure]) -> bool:
    """Give a figure without a measure what it counts; false where it counts nothing."""
    number = figure.number
    if _age(page, figure, aged=bool(kept) and kept[-1].why == "age"):
        return True
    if number.rest or names.named(page, number):
        return False
    one = number.form == "words" and figure.low == figure.high == 1 and figure.of is None
    if one and not _one(page, figure):
        return False
    noun = nouns.counted(page, figure.last, one=one)
    if (
        noun is None
        and number.form == "fraction"
        and page.tags[min(figure.last, page.high - 1)] & tags.DETERMINER
    ):
        noun = nouns.partitive(page, figure.last)
    if noun is not None and names.capital_noun(page, figure, noun.first, noun.last):
        return False
    if noun is not None and shared is not None and noun.unit.name in page.known.lists["states"]:
        noun = None
    if noun is not None:
        figure.unit, figure.noun = noun.unit, (noun.first, noun.last)
        figure.why = figure.why or ("fraction" if number.form == "fraction" else "count")
        units.rate(page, figure, noun.last)
        return True
    if one:
        return page.count_one
    _bare(page, figure, shared, kept)
    units.rate(page, figure, figure.last)
    return True


def _bare(page: Page, figure: Figure, shared: Unit | None, kept: list[Figure]) -> None:
    """Read a number whose noun is left out, or that is a level."""
    number = figure.number
    if (number.form != "fraction" and _harmed(page, figure)) or _peopled(page, figure):
        figure.unit, figure.why = nouns.PERSON, "people"
    elif shared is not None and figure.why != "score":
        figure.unit, figure.why, figure.shares = shared, "shared-noun", True
    elif page.follows(figure.last) in page.known.lists["harmed"]:
        figure.unit, figure.why = nouns.PERSON, "people"
    elif figure.why == "score":
        if any(page.lower(figure.first - k) in page.known.lists["voted"] for k in (1, 2, 3)):
            figure.unit = nouns.VOTE
        elif 20 <= figure.low < 80 and (" poll" in page.text or " survey" in page.text):  # noqa: PLR2004
            figure.unit = units.PERCENT
    elif number.form == "fraction" or figure.of is not None:
        if page.follows(figure.last) in page.known.lists["opinion"]:
            figure.unit = nouns.PERSON
        figure.why = figure.why or "fraction"
    elif (
        page.lower(figure.first - 1) in page.known.lists["levels"]
        and (noun := _numbered(page, figure.first)) is not None
    ):
        figure.unit, figure.why = noun.unit, "number-of"
    elif "toll" in page.lowers[max(page.low, figure.first - 12) : figure.first] and page.lower(
        figure.first - 1
    ) in ("to", "at", "of", "reached", "hit", "is", "was"):
        figure.unit, figure.why = nouns.DEATH, "toll"
    elif (
        kept
        and kept[-1].unit is not None
        and page.text[kept[-1].end : figure.start].strip() in ("-", "–")
    ):
        figure.unit, figure.why = kept[-1].unit, "pair"
    else:
        figure.why = figure.why or ("fraction" if number.of else "number")


def _harmed(page: Page, figure: Figure) -> bool:
    """Whether people are counted without being named: 'killed 12', '30 injured'."""
    i = figure.first - 1
    for _ in range(5):
        word = page.lower(i)
        if word in page.known.lists["harmed"]:
            return True
        if not (
            word in page.known.before
            or page.tags[i] & (tags.BOUND | tags.DETERMINER | tags.PREPOSITION)
        ):
            return False
        i -= 1
    return False


_HE: Final = frozenset({"he", "she", "who", "i"})


def _is_aged(page: Page, figure: Figure, i: int) -> bool:
    """Whether somebody is so old: 'she was 15', 'will be 35', 'At 24, …'."""
    after = page.follows(figure.last)
    if after and not page.tags[figure.last] & (
        tags.PREPOSITION | tags.CONJUNCTION | tags.SUBORDINATOR | tags.ADVERB
    ):
        return False
    if i == page.low and page.lowers[i] == "at":
        return page.gaps[figure.last][:1] == "," and figure.low > 12  # noqa: PLR2004
    if page.lowers[i] not in ("was", "is", "be", "am", "turn", "m", "s") or figure.low < 1:
        return False
    who = i - 1
    while page.lower(who) in ("will", "would", "ll", "d", "only", "just", "now", "still", "then"):
        who -= 1
    return page.lower(who) in _HE


def _one(page: Page, figure: Figure) -> bool:
    """Whether 'one' counts: before a noun, and not as one of the best or for somebody."""
    i = figure.last
    if page.gaps[i] in HYPHENS or i in page.numerals:
        return False
    if page.follows(i) == "of":
        k = i + 1
        while k < page.high and k < i + 6:
            word = page.lowers[k]
            if word in page.known.lists["superlative"] or (word.endswith("est") and len(word) > 4):
                return page.count_one
            if page.tags[k] & tags.PRONOUN and not page.tags[k] & tags.DETERMINER:
                return page.count_one
            if page.known.is_plural(word):
                return True
            k += 1
        return page.count_one
    return bool(page.follows(i)) and page.gaps[i] in BLANKS


def _age(page: Page, figure: Figure, *, aged: bool) -> bool:
    """Read a bare age: 'Smith, 44,', 'aged 18 to 34', 'those over 60', 'turned 30'."""
    number = figure.number
    if (
        number.form not in ("numeral", "words")
        or figure.high > _OLD
        or figure.low < 0
        or number.rest
    ):
        return False
    i, gap = figure.first - 1, page.gaps[figure.first]
    if i < page.low:
        return False
    before, after = page.lowers[i], page.gaps[figure.last]
    follower = page.follows(figure.last)
    found = follower in ("or", "and") and page.follows(figure.last + 1) in page.known.lists["older"]
    if found:
        pass
    elif (
        _is_aged(page, figure, i)
        or (before == "of" and page.lower(i - 1) == "age")
        or (before in _TURNED and page.gaps[figure.last][:1] in (",", "."))
    ):
        found = True
    elif before in page.known.lists["aged"] and (gap in BLANKS or gap == ": "):
        found = (
            not page.known.is_plural(page.follows(figure.last) or "x")
            or page.follows(figure.last) == "years"
        )
    elif before == "between" and page.lower(i - 1) in page.known.lists["aged"]:
        found = True
    elif (
        gap == ", "
        and number.form == "numeral"
        and figure.low >= 5
        and (aged or page.words.words[i][0].isupper())
    ):  # noqa: PLR2004
        found = after[:1] in (",", ".", ")", ";") and not page.tags[i] & tags.MONTH
    elif (
        before in ("over", "under")
        and page.lower(i - 1) in page.known.lists["those"]
        and (not follower or follower in page.known.lists["opinion"])
    ):
        found = True
    if found:
        figure.unit, figure.why = units.YEARS, "age"
    return found
