"""Credits: the source that the text names for a figure.

Four rules, the first that holds:

    quote     the figure stands in the content of a quote whose attribution is in
              the same sentence: the very same mention, so that both mean one source
    according 'according to the ministry', 'as reported by the bank' stands anywhere in the sentence
    document  a poll, a study or data carries the sentence's figures: 'a CNN poll
              found …', '… in a new survey', '…, data from the bank show'
    report    somebody reported the figure itself: 'the firm reported 12 deaths'

Those who answer a survey supply nothing, and what is only background to a
statement (the age of the speaker, a figure in brackets, a sample or a margin of
error) is nobody's claim.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import Stance
from newsdoc.parser.drafts import QuoteDraft, Sentence
from newsdoc.parser.statistics.credits import documents, reports
from newsdoc.parser.statistics.credits.documents import Credits
from newsdoc.parser.statistics.page import BLANKS, Figure, Page

_APART: Final = tags.RELATIVE | tags.NUMBER | tags.DETERMINER
_HEAD: Final = 3  # words that hold the head of a source
_ASSERTS: Final = Stance.ASSERTS
# What somebody admits or denies of themselves: 'admitted six counts of theft'.
_CHARGES: Final = frozenset({"charge", "count", "crime", "offence", "offense"})
_SURVEY: Final = (" poll ", " survey ")
_PERCENT: Final = frozenset({"percent", "cent"})
_SHARED: Final = 6  # words of a speaker in which 'percent' shows that they are a share


def credit(page: Page, sentence: Sentence, figures: list[Figure], credited: Credits) -> None:
    """Give each figure of a sentence its source."""
    for figure in figures:
        quote = credited.at(figure.start)
        if quote is not None and _supplies(page, sentence, figure, quote):
            figure.source = quote.speaker
    if not page.known.crediting.isdisjoint(page.around):
        reports.credit_given(page, sentence, figures, credited)
        left = documents.credit_documents(page, sentence, figures, credited)
        reports.credit_reports(page, sentence, left, credited)


def credit_again(page: Page, figures: list[Figure]) -> None:
    """Give a figure the source of the one that it says again: 'three in five (61%)'."""
    for before, figure in pairwise(figures):
        between = page.text[before.end : figure.start]
        if figure.source is None and between in (" (", ", or ", ", or about "):
            figure.source = before.source


def _supplies(page: Page, sentence: Sentence, figure: Figure, quote: QuoteDraft) -> bool:
    """Whether the speaker of a quote, named in the sentence, supplies a figure in its content."""
    speaker = quote.speaker
    if speaker is None or not sentence.start <= speaker.start < sentence.end:
        return False
    if quote.stance is not _ASSERTS or documents.is_aside_age(page, figure):
        return False
    if quote.cue is not None:
        cue = page.words.after(quote.cue[0])
        spoken = any(start <= figure.start < end for start, end in quote.quoted)
        accused = figure.front == cue + 1 and figure.unit.name.rpartition(" ")[2] in _CHARGES
        untold = accused or _gives_none(page, cue) or documents.is_bracketed(page, figure)
        if not spoken and untold:
            return False
        according = page.window[cue] == "according" and figure.first < cue
        if according and documents.opens_clause(page, cue):
            return False
    first, last = page.words.after(speaker.start), page.words.after(speaker.end)
    told = range(first, _behind_head(page, first, last) if last - first > _HEAD else last)
    if _is_share(page, told):
        return False
    # '12 officials', 'the 12 officials', but not 'Ann Hall, 44'
    opens = range(first, min(told.stop, first + 1 + (page.gaps[first + 1] != ", ")))
    return page.numerals.keys().isdisjoint(opens) and not _answers(page, told, quote)


def _gives_none(page: Page, cue: int) -> bool:
    """Whether the verb at word *cue* tells what somebody wants or judges: 'demanded 5 percent'."""
    return cue < len(page.words) and page.lowers[cue] in page.known.lists["no_credit"]


def _behind_head(page: Page, first: int, last: int) -> int:
    """Return the word behind the name of a speaker, before what a clause tells of them."""
    for k in range(first + 1, last):
        apart = tags.RELATIVE if page.gaps[k] != ", " else _APART
        if page.tags[k] & apart and page.gaps[k] not in BLANKS:
            return k  # 'Holt, who …', 'Holt, one of the people who decide'
    return last


def _is_share(page: Page, told: range) -> bool:
    """Whether those words are a share of those who were asked: 'half of nurses', 'ten per cent'."""
    around = page.lowers[told.start + 1 : min(told.stop, told.start + _SHARED)]
    if not _PERCENT.isdisjoint(around):  # 'an average of 10 percent of voters'
        return True
    if not told:
        return False
    first = told.start + (page.tags[told.start] & tags.BOUND > 0)  # 'nearly two-thirds of'
    return first < told.stop and page.tags[first] & tags.NUMBER > 0 and "of" in around[:3]


def _answers(page: Page, told: range, quote: QuoteDraft) -> bool:
    """Whether those words are of people who answer a survey: 'most voters'; not 'Voters Union'.

    Who is no part of them tells what they know, 'residents said', where no survey is named.
    """
    answers, words = page.known.lists["respondents"], page.lowers[told.start : told.stop]
    if answers.isdisjoint(words) or not page.known.lists["papers"].isdisjoint(words[:_HEAD]):
        return False  # 'a survey of 2,000 voters'
    says = quote.cue is not None and page.text[slice(*quote.cue)] == "say"
    if documents.POLLS.isdisjoint(page.around) and not (says and any(map(page.holds, _SURVEY))):
        answers = page.known.lists["parts"]
    printed = page.words.words
    return any(
        word in answers and (k == told.start or printed[k] == word)
        for k, word in zip(told, words, strict=True)
    )
