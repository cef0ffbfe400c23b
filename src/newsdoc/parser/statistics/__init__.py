"""Statistics: figures with value, bound, direction, unit, subject and credited source.

The stage looks only where a digit or a number word stands, and takes these steps
in each sentence:

    numbers      what is printed, to a value
    measures     the money or measure around it (units, rates and ages), or
    excluded     that it tells when or names something: no figure
    ranges       two numbers that are one range or ratio
    counts       what is counted, where nothing measures
    bounds       at least, about, or more
    changes      which way the amount of a change moves something, and its levels
    subjects     what the figure is about
    credits      who supplied it
"""

from __future__ import annotations

from decimal import localcontext
from typing import Final

from newsdoc.lexicon import Lexicon
from newsdoc.model import Role
from newsdoc.parser.drafts import (
    Block,
    Figures,
    Layout,
    Speech,
)
from newsdoc.parser.sentences import Sentences
from newsdoc.parser.statistics import bounds, changes, counts, ranges
from newsdoc.parser.statistics.changes import links
from newsdoc.parser.statistics.credits import credit, credit_again
from newsdoc.parser.statistics.credits.documents import Credits
from newsdoc.parser.statistics.exact import EXACT
from newsdoc.parser.statistics.excluded import dates, names
from newsdoc.parser.statistics.filled import fill_unit
from newsdoc.parser.statistics.gapped import gapped_subject
from newsdoc.parser.statistics.measures import measure
from newsdoc.parser.statistics.numbers import read_numeral, read_spoken, read_vulgar
from newsdoc.parser.statistics.page import BARE, Figure, Page, Passage
from newsdoc.parser.statistics.subjects import subject
from newsdoc.parser.statistics.subjects.rows import share_head
from newsdoc.parser.statistics.units.rates import FAR, read_far_rate
from newsdoc.parser.words import Words

__all__ = ["read_statistics"]

_SILENT: Final = frozenset({Role.BYLINE, Role.DATELINE, Role.BOILERPLATE})
_HEADLINE: Final = Role.HEADLINE  # looked up once: a member of an enum takes as long as a call


def read_statistics(
    words: Words,
    lexicon: Lexicon,
    layout: Layout,
    sentences: Sentences,
    quotes: Speech,
    dollar: str | None,
    count_one: bool,
) -> Figures:
    """Return the statistics of the text, in order.

    A figure credited to the speaker of a quote shares the quote's mention.

    The steps go through the text one after the other: a rule finds what it needs sooner
    where the machine keeps it from the sentence before.
    """
    with localcontext(EXACT):
        page = Page.of(words, lexicon, dollar, count_one)
        passages = _passages(page, layout, sentences)
        for passage in passages:
            page.turn_to(passage)
            passage.figures = _numbers(page, passage.spots, passage.sentence.start)
        for steps in (_FINDING, _TELLING):
            passages = [passage for passage in passages if passage.figures]
            for step in steps:
                for passage in passages:
                    page.turn_to(passage)
                    passage.figures = step(page, passage.figures)
        return _credited(page, passages, Credits(quotes))


def _passages(page: Page, layout: Layout, sentences: Sentences) -> list[Passage]:
    """Return each sentence that holds numbers which may be figures, with these."""
    passages: list[Passage] = []
    spots, k = page.spots(), 0
    told: set[str] = set()
    for block, inside in zip(layout.blocks, sentences, strict=True):
        if spots[k] >= block.last or block.role in _SILENT:
            continue
        while spots[k] < block.first:  # in a block that was skipped
            k += 1
        if block.role is _HEADLINE and _is_told(page, block, told):
            continue
        for sentence in inside:
            first, last = k, sentence.last
            if spots[k] < last:
                while spots[k] < last:
                    k += 1
                passages.append(page.open(sentence, spots[first:k]))
    return passages


def _is_told(page: Page, headline: Block, told: set[str]) -> bool:
    """Whether a headline was printed before: it is told once, however often it is printed."""
    printed = " ".join(page.lowers[headline.first : headline.last])
    if printed in told:
        return True
    told.add(printed)
    return False


def _numbers(page: Page, spots: list[int], start: int) -> list[Figure]:
    """Return the numbers of one sentence that tell no date."""
    numbers: list[Figure] = []
    behind = 0
    for i in spots:
        if i < behind:
            continue
        number: Figure | None
        if i in page.vulgar:
            # 'by ½%.' may end the sentence before
            number = read_vulgar(page, i) if page.vulgar[i] >= start else None
        elif i in page.numerals:
            behind = dates.behind(page, i)
            number = None if behind > i else read_numeral(page, i)
        else:
            number = read_spoken(page, i)
        if number is not None:
            behind = number.last
            numbers.append(number)
    return numbers


def _measured(page: Page, numbers: list[Figure]) -> list[Figure]:
    """Return those numbers of one sentence that may be figures, each with its measure."""
    figures: list[Figure] = []
    behind, edge = 0, -1
    for figure in numbers:
        start, first = figure.start, figure.first
        if first < behind or names.excluded(page, figure) or not measure(page, figure):
            continue
        behind = figure.last
        if figure.start < edge:  # a sign between two numbers is the first one's
            figure.start = start
        if figure.start >= edge:
            edge = figure.end
            figures.append(figure)
    return figures


def _counted(page: Page, figures: list[Figure]) -> list[Figure]:
    """Return the figures of one sentence, each with what it counts or measures."""
    if len(figures) > 1:
        figures = ranges.combine(page, figures)
    return counts.count(page, figures)


def _bounded(page: Page, figures: list[Figure]) -> list[Figure]:
    """Return the figures of one sentence, each with its bound, and the way it moves something."""
    moves = not page.known.lists["changing"].isdisjoint(page.around)
    for figure in figures:
        bounds.read_bound(page, figure)
        if moves or page.gaps[figure.first] == " +":
            changes.read_direction(page, figure)
    return figures


def _told(page: Page, figures: list[Figure]) -> list[Figure]:
    """Return the figures of one sentence, each with what it is about."""
    far, told, behind = not page.around.isdisjoint(FAR), [], 0
    for figure in figures:
        if figure.first < behind:
            continue  # the base of the figure before
        told.append(figure)
        figure.subject = gapped_subject(page, figure) or subject(page, figure)
        if figure.before is not None:
            share_head(page, figure)
        if far:
            behind = read_far_rate(page, figure)
    return told


# What is done with the numbers of a sentence: first to find the figures among them.
_FINDING: Final = (_measured, _counted)
_TELLING: Final = (_bounded, _told)


def _credited(page: Page, passages: list[Passage], credited: Credits) -> Figures:
    """Return the figures, each with its source, and the changes that they tell of."""
    read = Figures([])
    for passage in passages:
        page.turn_to(passage)
        figures = passage.figures
        credit(page, passage.sentence, figures, credited)
        if len(figures) > 1:
            credit_again(page, figures)
            read.changes += links.link(page, figures)
        for figure in figures:
            if figure.unit is BARE:
                fill_unit(page, figure)
        read.statistics += figures
    return read
