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

from bisect import bisect_right
from itertools import pairwise
from operator import itemgetter
from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import Stance, UnitKind
from newsdoc.parser.drafts import MentionDraft, QuoteDraft, Sentence, Speech
from newsdoc.parser.statistics.page import APOSTROPHES, BLANKS, BORDER, HYPHENS, Figure, Page

_BORDER: Final = BORDER | tags.ADVERB
_HEAD: Final = 3  # words that hold the head of a source
_PHRASE: Final = 10  # a source has no more words than this
_INSIDE: Final = frozenset({*HYPHENS, *APOSTROPHES, "/", ","})  # of a phrase, or a numeral
_NEXT_VERB: Final = tags.AUXILIARY | tags.COMPLEMENTIZER
_AGE: Final = UnitKind.AGE
_ASSERTS: Final = Stance.ASSERTS
_START: Final = itemgetter(0)
_SHARE: Final = frozenset({"of", "percent", "cent"})
_IN: Final = frozenset({"in", "from", "by", "per", "to"})


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
        self.starts = [start for start, _, _ in parts]

    def at(self, offset: int) -> QuoteDraft | None:
        """Return the quote in whose content the offset lies, or None."""
        i = bisect_right(self.starts, offset) - 1
        if i >= 0 and offset < self.parts[i][1]:
            return self.parts[i][2]
        return None

    def speaker(self, start: int, end: int, sentence: Sentence) -> MentionDraft | None:
        """Return the speaker of a quote of the sentence whose mention overlaps these offsets."""
        i = max(0, bisect_right(self.starts, sentence.start) - 2)
        for _, _, quote in self.parts[i : bisect_right(self.starts, sentence.end)]:
            speaker = quote.speaker
            if speaker is not None and speaker.start < end and start < speaker.end:
                return speaker
        return None


def credit(page: Page, sentence: Sentence, figures: list[Figure], credited: Credits) -> None:
    """Give each figure of a sentence its source."""
    for figure in figures:
        quote = credited.at(figure.start)
        if quote is not None and _supplies(page, sentence, figure, quote):
            figure.source = quote.speaker
    if not page.known.crediting.isdisjoint(page.around):
        _documents(page, sentence, figures, credited)


def credit_again(page: Page, figures: list[Figure]) -> None:
    """Give a figure the source of the one that it says again: 'three in five (61%)'."""
    for before, figure in pairwise(figures):
        if figure.source is None and page.text[before.end : figure.start] == " (":
            figure.source = before.source


# --- quotes --------------------------------------------------------------------


def _supplies(page: Page, sentence: Sentence, figure: Figure, quote: QuoteDraft) -> bool:
    """Whether the speaker of a quote, named in the sentence, supplies a figure in its content."""
    speaker = quote.speaker
    if speaker is None or not sentence.start <= speaker.start < sentence.end:
        return False
    if quote.stance is not _ASSERTS or _beside(page, figure):
        return False
    if quote.cue is not None and not quote.quoted:
        cue = page.words.after(quote.cue[0])
        if cue < len(page.lowers) and page.lowers[cue] in page.known.lists["no_credit"]:
            return False
        if _bracketed(page, figure):
            return False
    first, last = page.words.after(speaker.start), page.words.after(speaker.end)
    told = range(first, last)
    if _is_share(page, told):
        return False
    opens = range(first, min(last, first + 2))  # '12 officials', but not 'Ann Hall, 44'
    return page.numerals.keys().isdisjoint(opens) and not _answers(page, told)


def _is_share(page: Page, told: range) -> bool:
    """Whether those words are a share of those who were asked: 'half of nurses', 'ten per cent'."""
    if not told or not page.tags[told.start] & tags.NUMBER:
        return False
    return not _SHARE.isdisjoint(page.lowers[told.start + 1 : min(told.stop, told.start + 4)])


def _answers(page: Page, told: range) -> bool:
    """Whether those words are of people who answer a survey: 'most voters'; not 'Voters Union'."""
    answers, words = page.known.lists["respondents"], page.lowers[told.start : told.stop]
    if answers.isdisjoint(words) or not page.known.lists["papers"].isdisjoint(words[:_HEAD]):
        return False  # 'a survey of 2,000 voters'
    printed = page.words.words
    return any(
        word in answers and (k == told.start or printed[k] == word)
        for k, word in zip(told, words, strict=True)
    )


def _beside(page: Page, figure: Figure) -> bool:
    """Whether the figure is the age of somebody named: 'Smith, 58, …'."""
    unit = figure.unit
    return unit.kind is _AGE and page.gaps[figure.first] == ", "


def _bracketed(page: Page, figure: Figure) -> bool:
    """Whether the figure stands alone in brackets."""
    return "(" in page.gaps[figure.first] and ")" in page.tail(figure)


def _apart(page: Page, figure: Figure, i: int) -> bool:
    """Whether a semicolon parts the figure from word *i*."""
    first, last = sorted((figure.first, i))
    return any(";" in gap for gap in page.gaps[first + 1 : last + 1])


# --- documents -------------------------------------------------------------------


def _documents(page: Page, sentence: Sentence, figures: list[Figure], credited: Credits) -> None:
    """Credit the figures that no quote holds to a document that the sentence names."""
    around = page.around
    heads = page.known.lists["papers"]
    teller = _teller(page)
    if teller >= 0 and _according(page, sentence, figures, credited, teller):
        return
    left = [figure for figure in figures if figure.source is None]
    if heads.isdisjoint(around):
        if not page.known.lists["reported"].isdisjoint(around):
            _reported(page, sentence, left, credited)
        return
    shown = not page.known.lists["shows"].isdisjoint(around)
    found: tuple[int, int, int] | None = None  # first word, behind the last, where it carries from
    for i, word in enumerate(page.lowers[page.low : page.high], page.low):
        if word in heads and (carrier := _carrier(page, i, shown)) is not None:
            found = carrier
            break
    if found is None:
        _reported(page, sentence, left, credited)
        return
    first, last, begin = found
    start, end = page.starts[first], page.end(last - 1)
    mention = credited.speaker(start, end, sentence) or MentionDraft(start, end, "document")
    for figure in left:
        inside = first <= figure.first < last
        if figure.first >= begin and not inside and not _sample(page, figure):
            figure.source = mention


def _teller(page: Page) -> int:
    """Return the word behind 'according to' or 'as reported by', or -1."""
    lowers = page.lowers
    if "according" in page.around:
        i = lowers.index("according", page.low, page.high) + 2
        return i if page.follows(i - 1) == "to" and page.follows(i) else -1
    if "as" in page.around and "by" in page.around:
        for i in range(page.low, page.high - 3):
            given = lowers[i] == "as" and lowers[i + 1] in page.known.lists["reported"]
            if given and page.follows(i + 2) == "by" and page.follows(i + 3):
                return i + 3
    return -1


def _according(
    page: Page, sentence: Sentence, figures: list[Figure], credited: Credits, i: int
) -> bool:
    """Credit the figures of a sentence to whom it is told according to, from word *i* on."""
    last = i
    while last < page.high and last - i < _PHRASE:
        gap = page.gaps[last]
        if last > i and page.tags[last] & _BORDER & ~tags.ADVERB and gap in BLANKS:
            break
        if (
            gap not in BLANKS
            and gap not in HYPHENS
            and gap not in APOSTROPHES
            and gap not in ("/", "&", ".")
        ):
            break
        last += 1
    if last == i:
        return False
    start, end = page.starts[i], page.end(last - 1)
    mention = credited.speaker(start, end, sentence) or MentionDraft(start, end, "according")
    told = [
        figure
        for figure in figures
        if not (_beside(page, figure) or i <= figure.first < last or _apart(page, figure, i))
    ]
    plain = [figure for figure in told if not _bracketed(page, figure)]
    for figure in plain or told:  # brackets hold what is told where nothing else does
        figure.source = figure.source or mention
    return True


def _carrier(page: Page, i: int, shown: bool) -> tuple[int, int, int] | None:
    """Return the phrase whose head is word *i* and from where it carries figures, or None.

    *shown* tells whether the sentence holds a verb by which documents carry any.
    """
    last = i + 1
    if page.gaps[last] in APOSTROPHES:
        return None
    verb = _verb(page, last) if shown else None
    if verb is None and not _is_paper(page, i):
        return None
    first = _left(page, i)
    before = page.window[first - 1]
    opens = (
        first == page.low
        or page.gaps[first].strip() in (",", ";", "—", "–", "-", "”", '"')
        or before in ("but", "and", "while", "that", "as", "because", "however", "which")
    )
    if verb is not None and (opens or before == ""):
        after = verb + 1
        postposed = after >= page.high or page.gaps[after].strip() in (".", ",")
        return first, last, page.low if postposed else after
    if before in _IN and _is_paper(page, i):
        return first, last, page.low
    return None


def _is_paper(page: Page, i: int) -> bool:
    """Whether 'in' before the document makes it carry the sentence: polls and surveys do."""
    return page.lowers[i] in ("poll", "polls", "survey", "surveys", "census", "study")


def _left(page: Page, i: int) -> int:
    """Return the first word of the noun phrase whose head is word *i*."""
    k = i
    while k > page.low and i - k < _PHRASE:
        gap, before = page.gaps[k], k - 1
        if (
            gap not in BLANKS
            and gap not in HYPHENS
            and gap not in APOSTROPHES
            and gap not in ("’ ", "/", " & ")
        ):
            break
        bits = page.tags[before]
        newly = bits & tags.ADVERB and page.tags[before - 1] & tags.DETERMINER
        if gap in BLANKS and bits & _BORDER and not (bits & tags.DETERMINER or newly):
            break
        if gap in BLANKS and page.lowers[before] in page.known.lists["shows"]:
            break
        k = before
        if gap in BLANKS and bits & tags.DETERMINER:
            break
    return k


def _verb(page: Page, i: int) -> int | None:
    """Return the verb by which a document carries figures, behind its phrase at *i*, or None."""
    shows = page.known.lists["shows"]
    k, stop = i, page.until(i + 20)
    commas = 0
    while k < stop:
        gap = page.gaps[k]
        if gap != "," and ("," in gap or "—" in gap):  # not the comma of thousands
            commas += 1
        elif gap not in BLANKS and gap not in _INSIDE:
            return None
        word = page.lowers[k]
        if word in shows and commas != 1:
            if k > i and page.lowers[k - 1] in ("to", "who", "which", "that"):
                return None
            return k
        ends = page.tags[k] & _NEXT_VERB and page.words.words[k].islower()  # not 'in May'
        if ends and commas == 0 and k > i:
            return None
        if commas > 2:  # noqa: PLR2004
            return None
        k += 1
    return None


def _sample(page: Page, figure: Figure) -> bool:
    """Whether the figure is a sample or a margin of error, no finding."""
    around = page.lowers[page.since(figure.first - 6) : figure.first]
    return "margin" in around or "surveyed" in around or "interviewed" in around


def _reported(page: Page, sentence: Sentence, left: list[Figure], credited: Credits) -> None:
    """Credit a figure to the one who reported it: 'the firm reported a loss of 12 million'."""
    for figure in left:
        for k in range(figure.front - 1, page.since(figure.front - 8), -1):
            noun = page.tags[k + 1] & (tags.MOVE | tags.AUXILIARY | tags.PAST)  # 'claims fell'
            given = page.lowers[k] in page.known.lists["reported"] and page.gaps[k] in BLANKS
            if given and not noun:
                last = k - 2 if page.tags[k - 1] & tags.HAVE else k - 1  # 'the firm had reported'
                first = _left(page, last)
                if (
                    page.tags[last] & (_BORDER & ~tags.ADVERB | tags.DETERMINER | tags.NUMBER)
                    or page.lowers[last] in page.known.lists["respondents"]
                    or page.lowers[last][0].isdigit()  # '412 claims worth 5 million'
                ):
                    break
                start, end = page.starts[first], page.end(last)
                figure.source = credited.speaker(start, end, sentence) or MentionDraft(
                    start, end, "report"
                )
                break
            if page.tags[k] & (tags.AUXILIARY | tags.RELATIVE | tags.SUBORDINATOR):
                break
