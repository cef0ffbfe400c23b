"""Counts: numbers without a measure get their noun, share one that is left out, or are dropped."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from attrs import evolve

from newsdoc.lexicon import tags
from newsdoc.model import Unit, UnitKind
from newsdoc.parser.statistics.ages import bare_age
from newsdoc.parser.statistics.elided import is_base, is_harmed, share_ahead, without_noun
from newsdoc.parser.statistics.excluded import names
from newsdoc.parser.statistics.page import BARE, BLANKS, HYPHENS, Figure, Page
from newsdoc.parser.statistics.scores import is_result
from newsdoc.parser.statistics.units import nouns
from newsdoc.parser.statistics.units.rates import read_rate, read_rate_of_act, share_rate

_COUNT: Final = UnitKind.COUNT
_BOUNDS: Final = frozenset({"least", "than", "only"})  # before a 'one' that counts
_PARTS: Final = 6  # words in which 'one of' shows what it is of
_SUPERLATIVE: Final = 5  # letters from which on '-est' ends a superlative


def count(page: Page, figures: list[Figure]) -> list[Figure]:
    """Return the figures that count or measure something, each with its unit."""
    kept: list[Figure] = []
    shared: Unit | None = None
    doer: Unit | None = None
    before: Figure | None = None
    for figure in figures:
        if figure.dropped or (before is not None and figure.first < before.last):
            continue
        figure.before = before
        if figure.unit is BARE and not _counted(page, figure, shared, doer):
            continue
        if figure.unit.kind is _COUNT and page.gaps[figure.last] not in HYPHENS:
            part = page.window[figure.first - 1] == "including" or _is_of_one(page, figure)
            part = part or figure.unit is nouns.CHILD  # of one parent, of whom all else is told
            shared = shared if part else figure.unit
            if not part and not page.tags[figure.first - 1] & tags.PREPOSITION:
                doer = figure.unit
        kept.append(figure)
        before = figure
    if len(kept) > 1:
        for left, right in pairwise(kept):
            if left.unit is BARE or left.shares or left.noun is not None:
                share_ahead(page, left, right)
            if page.gaps[right.first] != " ":
                share_rate(page, left, right)
    return kept


def _is_of_one(page: Page, figure: Figure) -> bool:
    """Whether a figure is a part of one thing, which nothing else counts: 'half the country'."""
    if figure.of is None or figure.noun is None:
        return False
    return not page.known.is_plural(page.lowers[figure.noun[1] - 1])


def _counted(page: Page, figure: Figure, shared: Unit | None, doer: Unit | None) -> bool:
    """Give a figure without a measure what it counts; false where it is no figure.

    The noun that it may leave out was counted before, by the last count or, where the
    figure does or suffers something, by the last one that does.
    """
    if bare_age(page, figure):
        return True
    if figure.rest or (names.named(page, figure) and not is_result(figure)):
        return False
    one = figure.form == "words" and figure.low == figure.high == 1 and figure.of is None
    one = one and not _is_other_side(page, figure)
    if one and not _counts_one(page, figure):
        return False
    bare = figure.why == "score" or figure.per is not None  # '50,000 per day officials expected'
    noun = None if bare else _noun(page, figure, shared, one=one)
    if noun is None and is_base(page, figure, figure.before):
        return False
    if noun is None:
        if one:
            return page.count_one
        if doer is not None and _acts(page, figure):
            shared = doer
        without_noun(page, figure, shared)
        read_rate(page, figure, figure.last)
        return True
    somebody = one and not page.count_one and _is_somebody(page, figure, noun)
    somebody = somebody or (one and _names_body(page, figure, noun))
    if somebody or names.named_together(page, figure, noun):
        return False
    figure.unit, figure.noun = noun.unit, (noun.first, noun.last)
    figure.why = figure.why or ("fraction" if figure.form == "fraction" else "count")
    read_rate(page, figure, noun.last)
    read_rate_of_act(page, figure, noun.last)
    return True


def _is_other_side(page: Page, figure: Figure) -> bool:
    """Whether a number without a noun is the other side's: 'by 10 goals to just one'."""
    before, i = figure.before, page.behind(figure.first - 1, page.known.lists["bridge"])
    told = before is not None and before.unit.kind is _COUNT and before.behind() == i
    return told and page.window[i] == "to" and not page.follows(figure.last)


def _acts(page: Page, figure: Figure) -> bool:
    """Whether the figure is of those who do or suffer something: '80 in 5 homes, 12 more than'."""
    if (before := figure.before) and page.known.used(page.follows(figure.last), "comparative"):
        return page.gaps[figure.first] == ", " and page.window[before.first - 1] in ("at", "in")
    return page.leads(figure.last, tags.AUXILIARY | tags.PAST) or is_harmed(page, figure)


def _noun(page: Page, figure: Figure, shared: Unit | None, *, one: bool) -> nouns.Noun | None:
    """Return the noun that the figure counts, or None where it is left out."""
    i = figure.last
    lead = page.window[figure.first - 1]
    ratio = page.window[i] in page.known.lists["ratio"] and page.follows(i)
    act = figure.form == "vague" and page.window[i] in page.known.lists["human"]
    if lead == "magnitude" or ratio or act:
        return None  # 'a quake of magnitude 6.8 rattles', 'a 3-to-1 ratio', 'Hundreds March'
    noun = nouns.counted(page, i, one=one)
    if noun is None:
        return _parted(page, i) if figure.form == "fraction" else None
    if (lead == "the" and _forecasts(page, noun)) or (lead in ("a", "an") and _is_change(page, i)):
        return None
    if noun.unit.name.lower() in page.known.lists["states"]:
        if shared is not None or page.lowers[i] != "of":
            return None  # '1,480 civilians have been killed and 2,195 injured'
        return evolve(noun, unit=nouns.PERSON)  # '23 of the 53 wounded'
    if shared is None:
        return noun
    if noun.unit.name in page.known.lists["average"] or _is_nation(page, figure, noun):
        return None  # '10 billion shares, short of the 11 billion average', 'and two Greek'
    if noun.first == i + 1 and page.lowers[i] == "of" and not _is_part(page, noun):
        return None  # 'six counts of fraud and two of theft'
    if page.lowers[noun.last - 1] == "ones":  # '340 steady jobs and 90 seasonal ones'
        lead = noun.unit.name.removesuffix("one")
        return evolve(noun, unit=Unit(UnitKind.COUNT, lead + (shared.head or shared.name)))
    return noun


def _is_nation(page: Page, figure: Figure, noun: nouns.Noun) -> bool:
    """Whether an adjective ends the clause of a number: 'two are Greek and one Thai'."""
    i = noun.last - 1
    nation = page.tags[i] & tags.DEMONYM and page.lowers[i] not in page.known.lists["people"]
    alone = i == figure.last and page.gaps[i + 1] not in HYPHENS and figure.high > 1
    return bool(nation) and alone and page.closes(i + 1)


def _is_change(page: Page, i: int) -> bool:
    """Whether word *i* names a change of which a number is the amount: 'a 4,000 fall in crime'."""
    ends = not page.follows(i + 1) or page.leads(i + 1, tags.PREPOSITION | tags.AUXILIARY)
    return ends and page.known.change(page.follows(i)) is not None


def _parted(page: Page, i: int) -> nouns.Noun | None:
    """Return what a fraction is of: 'half the country', 'a third — 31% — of the nurses'."""
    behind = page.behind_aside(i, page.gaps[i])
    if behind > i:
        return nouns.partitive(page, behind + 1)
    parted = page.follows(i) and page.tags[i] & tags.DETERMINER
    if parted and page.lowers[i] in ("this", "last") and page.leads(i + 1, tags.TIME):
        return None  # 'fell by a third this year'
    return nouns.partitive(page, i) if parted else None


def _forecasts(page: Page, noun: nouns.Noun) -> bool:
    """Whether the noun is of those who expected so much: 'the 125,000 analysts had forecast'."""
    i = noun.last
    if page.lowers[i - 1] not in page.known.lists["forecaster"] or not page.follows(i):
        return False
    told = page.tags[i] & (tags.AUXILIARY | tags.CUE) or page.lowers[i] == "expected"
    return bool(told) or page.lowers[i] in page.known.lists["asked"]


def _is_part(page: Page, noun: nouns.Noun) -> bool:
    """Whether the noun behind 'of' is what the figure counts: 'two of the men', 'two of 12 men'."""
    first = noun.first
    return page.known.is_plural(page.lowers[noun.last - 1]) or bool(
        page.tags[first] & tags.DETERMINER
    )


def _names_body(page: Page, figure: Figure, noun: nouns.Noun) -> bool:
    """Whether a 'One' with a capital belongs to the name of a body: 'One Sea Bank'."""
    words = page.words.words[figure.first : noun.last]
    named = page.tags[noun.last - 1] & tags.BODY and noun.last - noun.first > 1
    return bool(named) and all(word[0].isupper() for word in words)


def _is_somebody(page: Page, figure: Figure, noun: nouns.Noun) -> bool:
    """Whether 'one' is somebody of whom more is told: 'one voter, who …', 'one aide said'."""
    i = noun.last
    if i >= page.high or page.window[figure.first - 1] in _BOUNDS:  # 'at least one'
        return False
    if page.lowers[i] == "who":
        return page.gaps[i] == ", "
    person = page.tags[i - 1] & tags.TITLE or page.lowers[i - 1] in page.known.lists["person"]
    return page.gaps[i] in BLANKS and bool(person and page.tags[i] & tags.CUE)


def _counts_one(page: Page, figure: Figure) -> bool:
    """Whether 'one' counts: before a noun; not as one of the best, nor for somebody."""
    i = figure.last
    if page.gaps[i] in HYPHENS or i in page.numerals:
        return False
    if page.window[figure.first - 1] == "only" and page.window[figure.first - 2] == "the":
        return False  # 'the only one strong enough'
    if page.window[figure.first - 1] == "same":
        return False  # 'the same one Holm had'
    if page.follows(i) != "of":
        return bool(page.follows(i))
    for k in range(i + 1, page.until(i + _PARTS)):
        word, bits = page.lowers[k], page.tags[k]
        if word in page.known.lists["superlative"]:
            break
        if word.endswith("est") and len(word) >= _SUPERLATIVE:
            break
        if bits & tags.PRONOUN and not bits & tags.DETERMINER:
            break
        if page.known.is_plural(word):
            return True
    return page.count_one
