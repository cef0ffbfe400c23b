"""The attributed contents of a text, looked up for the figures in them; what nobody supplies."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter
from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import UnitKind
from newsdoc.parser.drafts import MentionDraft, QuoteDraft, Sentence, Speech
from newsdoc.parser.statistics.page import Figure, Page
from newsdoc.parser.statistics.subjects import phrases
from newsdoc.parser.statistics.subjects.adjuncts import TIMED

_START: Final = itemgetter(0)
_JOINS: Final = tags.CONJUNCTION | tags.SUBORDINATOR
_JOINED: Final = 3  # phrases joined to a source
_AGE: Final = UnitKind.AGE


class Credits:
    """The attributed contents of a text, in order, to be looked up by offset."""

    def __init__(self, quotes: Speech) -> None:
        parts = [
            (start, end, quote)
            for quote in quotes.quotes
            if quote.speaker is not None
            for start, end in quote.content
        ]
        parts.sort(key=_START)
        self.parts = parts

    def at(self, offset: int) -> QuoteDraft | None:
        """Return the quote in whose content the offset lies, or None."""
        i = bisect_right(self.parts, offset, key=_START) - 1
        if i >= 0 and offset < self.parts[i][1]:
            return self.parts[i][2]
        return None

    def mention(self, start: int, end: int, sentence: Sentence) -> MentionDraft:
        """Return who is named there: a speaker of the sentence, or a mention of their own."""
        i = max(0, bisect_right(self.parts, sentence.start, key=_START) - 2)
        for _, _, quote in self.parts[i : bisect_right(self.parts, sentence.end, key=_START)]:
            speaker = quote.speaker
            if speaker is not None and speaker.start < end and start < speaker.end:
                return speaker
        return MentionDraft(start, end)


def opens_clause(page: Page, i: int) -> bool:
    """Whether a conjunction stands before 'according', so that the clause before is not meant.

    'The strike shut 40 schools, but according to the union, teachers will return.'
    """
    return page.tags[i - 1] & _JOINS > 0 and page.gaps[i - 1][:1] == ","


def is_aside_age(page: Page, figure: Figure) -> bool:
    """Whether the figure is the age of somebody named: 'Smith, 58, …'."""
    unit = figure.unit
    return unit.kind is _AGE and page.gaps[figure.first] in (", ", "., ")


def is_bracketed(page: Page, figure: Figure) -> bool:
    """Whether the figure stands alone in brackets."""
    return "(" in page.gaps[figure.first] and ")" in page.tail(figure)


def behind_joined(page: Page, last: int, stop: int, joints: frozenset[str]) -> int:
    """Return the word behind what these joints tie to the source that ends before word *last*.

    A verb at word *stop* is no part of it.
    'a poll (of 900 adults by Holm)', 'analysts (at Holm)'; not 'analysts at $3', 'a poll in May'.
    """
    for _ in range(_JOINED):
        joint = page.follows(last)
        told = phrases.right(page, last + 1, led=True) if joint in joints else None
        if told is None:
            break
        end = min(page.words.at(told[1] - 1) + 1, stop)  # 'by Holm put'
        numbered = joint != "of" and any(k in page.numerals for k in range(last + 1, end))
        if numbered or page.tags[last + 1] & TIMED or page.tags[end - 1] & TIMED:
            break
        last = end
    return last
