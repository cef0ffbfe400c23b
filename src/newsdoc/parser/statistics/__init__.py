"""Statistics: figures with value, bound, direction, unit, subject and credited source.

The stage looks only where a digit or a number word stands, and takes these steps
in each sentence:

    numbers      what is printed, to a value
    units        the money or measure around it: money, rates and ages among them
    dates, names what tells when or names something: no figures
    ranges       two numbers that are one range or ratio
    nouns        what is counted, where nothing measures
    bounds       at least, about, or more
    changes      the amount of a change, its way, and the levels around it
    subjects     what the figure is about
    credits      who supplied it
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from newsdoc.lexicon import Lexicon, tags
from newsdoc.model import Role, Unit, UnitKind
from newsdoc.parser.drafts import (
    Block,
    ChangeDraft,
    FigureDraft,
    Figures,
    Layout,
    Sentence,
    Speech,
)
from newsdoc.parser.sentences import Sentences
from newsdoc.parser.statistics import bounds, changes, counts, dates, names, numbers, ranges, units
from newsdoc.parser.statistics.ages import told_age
from newsdoc.parser.statistics.credits import Credits, credit
from newsdoc.parser.statistics.page import Figure, Number, Page
from newsdoc.parser.statistics.rates import read_rate
from newsdoc.parser.statistics.subjects import subject
from newsdoc.parser.words import Words

__all__ = ["read_statistics"]

_SILENT = frozenset({Role.BYLINE, Role.DATELINE, Role.BOILERPLATE})
_MARKS = tags.NUMBER | tags.MOVE | tags.CREDIT | tags.MONTH
_BARE = Unit(UnitKind.NUMBER)


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
    """
    page = Page.of(words, lexicon, dollar, count_one)
    credited = Credits(quotes)
    statistics: list[FigureDraft] = []
    linked: list[ChangeDraft] = []
    for sentence, inside in _with_spots(page, layout, sentences):
        figures = _read(page, sentence, inside)
        if figures:
            drafts = [_draft(figure) for figure in figures]
            credit(page, sentence, figures, drafts, credited)
            if len(figures) > 1:
                linked += changes.link(page, figures, drafts)
            statistics += drafts
    return Figures(statistics, linked)


def _with_spots(
    page: Page, layout: Layout, sentences: Sentences
) -> Iterator[tuple[Sentence, list[int]]]:
    """Yield each sentence that can hold figures, with the words where a number may begin.

    What else the steps look for in it is found in the same pass, and told in `Page.bits`.
    """
    tagged = page.tags
    marked = [i for i, bits in enumerate(tagged) if bits & _MARKS]
    spots = sorted([*page.numerals, *(i for i in marked if tagged[i] & tags.NUMBER)])
    spots.append(len(tagged))
    marked.append(len(tagged))
    k = m = 0
    headlines: set[str] = set()
    for block, inside in zip(layout.blocks, sentences, strict=True):
        last = block.last
        if spots[k] >= last:
            continue
        if block.role in _SILENT or (
            block.role is Role.HEADLINE and _is_told(page, block, headlines)
        ):
            k = bisect_left(spots, last, k)
            continue
        for sentence in inside:
            start = bisect_left(spots, sentence.first, k)
            k = bisect_left(spots, sentence.last, start)
            if k == start:
                continue
            page.bits = 0
            m = bisect_left(marked, sentence.first, m)
            while marked[m] < sentence.last:
                page.bits |= tagged[marked[m]]
                m += 1
            yield sentence, spots[start:k]


def _is_told(page: Page, headline: Block, told: set[str]) -> bool:
    """Whether a headline was printed before: it is told once, however often it is printed."""
    printed = " ".join(page.lowers[headline.first : headline.last])
    if printed in told:
        return True
    told.add(printed)
    return False


def _read(page: Page, sentence: Sentence, spots: list[int]) -> list[Figure]:
    """Return the figures of one sentence."""
    page.low, page.high = sentence.first, sentence.last
    figures = _measured(page, spots)
    if not figures:
        return figures
    figures = ranges.combine(page, figures)
    figures = counts.count(page, figures)
    before, moves = None, page.bits & tags.MOVE
    for figure in figures:
        page.before_last = before.behind if before else -1
        bounds.read_bound(page, figure)
        if before is not None:
            bounds.converted(page, before, figure)
            bounds.elided(page, before, figure)
        if moves:
            figure.direction = changes.read_direction(page, figure, before)
        before = figure
    for figure in figures:
        figure.subject = subject(page, figure)
    return figures


def _measured(page: Page, spots: list[int]) -> list[Figure]:
    """Return each number of the sentence that may be a figure, with its measure."""
    figures: list[Figure] = []
    behind, edge = page.low, -1
    for i in spots:
        if i < behind:
            continue
        number, behind = _number(page, i)
        if number is None or names.excluded(page, number):
            continue
        figure = units.measure(page, number)
        if figure.unit is None:
            if page.follows(figure.last) == "per":
                read_rate(page, figure, figure.last)
                figure.why = "rate"
        elif names.capital_unit(page, figure):
            continue
        elif not told_age(page, figure):
            read_rate(page, figure, figure.last)
        behind = max(behind, figure.last)
        if figure.start < edge:  # a sign between two numbers is the first one's
            figure.start = number.start
        if figure.start >= edge:
            edge = figure.end
            figures.append(figure)
    return figures


def _number(page: Page, i: int) -> tuple[Number | None, int]:
    """Return the number that begins with word *i*, or None, and the word behind what was read."""
    if i not in page.numerals:
        number = numbers.read_spoken(page, i)
    elif dates.plain_year(page, i):
        return None, i + 1
    elif (behind := dates.chain(page, i)) > i:
        return None, behind
    else:
        number = numbers.read_numeral(page, i)
    return number, i if number is None else number.last


def _draft(figure: Figure) -> FigureDraft:
    return FigureDraft(
        start=figure.start,
        end=figure.end,
        low=figure.low,
        high=figure.high,
        unit=figure.unit or _BARE,
        of=figure.of,
        bound=figure.bound,
        direction=figure.direction,
        per=figure.per,
        subject=figure.subject,
        source=None,
        why=figure.why,
    )
