"""What carries figures: the contents of quotes, polls, surveys, data; who is told according to."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter
from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import UnitKind
from newsdoc.parser.drafts import MentionDraft, QuoteDraft, Sentence, Speech
from newsdoc.parser.statistics.page import (
    APOSTROPHES,
    BLANKS,
    BORDER,
    HYPHENS,
    SIGNS,
    Figure,
    Page,
)
from newsdoc.parser.statistics.subjects import phrases
from newsdoc.parser.statistics.subjects.adjuncts import TIMED

_BORDER: Final = BORDER | tags.ADVERB
_PHRASE: Final = 10  # a source has no more words than this
_LONG: Final = 120  # what is told of a source itself stands no farther behind, in characters
_SAMPLE: Final = 8  # words before a figure in which 'margin' shows that it is no finding
_INSIDE: Final = frozenset({*HYPHENS, *APOSTROPHES, "/", ","})  # of a phrase, or a numeral
_NEXT_VERB: Final = tags.AUXILIARY | tags.COMPLEMENTIZER
_ASIDE: Final = 12  # words between 'who' and a figure of its clause
_INSIDE_CLAUSE: Final = _INSIDE | BLANKS | {""}
POLLS: Final = frozenset({"census", "poll", "polls", "study", "survey", "surveys"})
_SAMPLED: Final = frozenset({"margin", "surveyed", "interviewed"})
_ADDS: Final = frozenset({"added", "adds"})
_IN: Final = frozenset({"in", "from", "by", "per", "to"})
_JOINTS: Final = frozenset({"of", "by", "from"})  # behind a document: 'a poll of adults by Holm'
_AGE: Final = UnitKind.AGE
_START: Final = itemgetter(0)
_JOINS: Final = tags.CONJUNCTION | tags.SUBORDINATOR


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
    return figure.unit.kind is _AGE and page.gaps[figure.first] in (", ", "., ")


def is_bracketed(page: Page, figure: Figure) -> bool:
    """Whether the figure stands alone in brackets."""
    return "(" in page.gaps[figure.first] and ")" in page.tail(figure)


def behind_joined(page: Page, last: int, stop: int, joints: frozenset[str]) -> int:
    """Return the word behind what these joints tie to the source that ends before word *last*.

    'a poll (of 900 adults by Holm)', 'analysts (at Holm)'; not 'analysts at $3', 'a poll in May'.
    """
    while page.follows(last) in joints and (told := phrases.right(page, last + 1, led=True)):
        end = min(page.words.at(told[1] - 1) + 1, stop)  # 'by Holm put'
        numbered = page.lowers[last] != "of" and any(k in page.numerals for k in range(last, end))
        if numbered or (page.tags[last + 1] | page.tags[end - 1]) & TIMED:
            break
        last = end
    return last


def credit_documents(
    page: Page, sentence: Sentence, figures: list[Figure], credited: Credits
) -> list[Figure]:
    """Credit the figures that no quote holds to a document that the sentence names.

    Return those that somebody else may have reported.
    """
    teller, heads = _teller(page), page.known.lists["papers"]
    according = teller >= 0 and _according(page, sentence, figures, credited, teller)
    left = [figure for figure in figures if figure.source is None]
    if according or heads.isdisjoint(page.around):
        return left
    shown = not (page.known.lists["shows"] | _ADDS).isdisjoint(page.around)
    named = (i for i in range(page.low, page.high) if page.lowers[i] in heads)
    found = next((told for i in named if (told := _carrier(page, i, shown)) is not None), None)
    if found is None:
        return left
    first, last, begin = found
    start, end = page.starts[first], page.end(last - 1)
    mention = credited.mention(start, end, sentence)
    if _counts_people(page, mention, start):
        mention = MentionDraft(start, end)
    for figure in left:
        inside = first <= figure.first < last
        if figure.first >= begin and not inside and not _is_sample(page, figure):
            figure.source = mention
    return []


def _counts_people(page: Page, speaker: MentionDraft, start: int) -> bool:
    """Whether a speaker is a number of people in the document: 'Six of 9 traders in a poll'."""
    i = page.words.after(speaker.start)
    return speaker.start < start and (i in page.numerals or page.tags[i] & tags.NUMBER > 0)


def _teller(page: Page) -> int:
    """Return the word behind 'according to', 'as reported by' or ', based on', or -1.

    Of 'the deal, which, according to X, was late, cost $3 million' X tells the one clause.
    """
    lowers = page.lowers
    if "based" in page.around:
        i = lowers.index("based", page.low, page.high)
        papers = page.known.lists["papers"].isdisjoint(lowers[i + 2 : min(page.high, i + _PHRASE)])
        if page.follows(i + 1) == "on" and page.gaps[i] == ", " and not papers:
            return i + 2
    if "according" in page.around:
        i = lowers.index("according", page.low, page.high) + 1
        if page.tags[i - 2] & tags.WHO:
            return -1
        i += page.follows(i) == "to"
        return i if page.follows(i) else -1
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
    told = phrases.right(page, i, led=True)
    if told is None:
        return False
    start, end = told
    last = page.words.at(end - 1) + 1
    mention = credited.mention(start, end, sentence)
    unparted = _unparted(page, i)
    left = [
        figure
        for figure in figures
        if figure.first in unparted
        and not (
            is_aside_age(page, figure)
            or i <= figure.first < last
            or (page.lowers[i - 1] == "on" and figure.first >= i)  # a sample
            or _is_inside(page, figure, mention)
            or _is_background(page, figure)
        )
    ]
    plain = [figure for figure in left if not is_bracketed(page, figure)]
    for figure in plain or left:  # brackets hold what is told where nothing else does
        figure.source = figure.source or mention
    return True


def _is_inside(page: Page, figure: Figure, mention: MentionDraft) -> bool:
    """Whether a figure tells of the source itself: 'according to a trial of 900 adults'."""
    inside = mention.start <= figure.start < min(mention.end, mention.start + _LONG)
    return inside and "," not in page.text[mention.start : figure.start]


def _carrier(page: Page, i: int, shown: bool) -> tuple[int, int, int] | None:
    """Return the phrase whose head is word *i* and from where it carries figures, or None.

    *shown* tells whether the sentence holds a verb by which documents carry any.
    """
    last = i + 1
    if page.gaps[last] in APOSTROPHES:
        return None
    lists = page.known.lists
    last += page.follows(last) in lists["papers"] and page.follows(last + 1) in lists["shows"]
    verb = _verb(page, last) if shown else None
    if verb is None and page.lowers[i] not in POLLS:
        return None
    first = _left(page, i)
    before = page.window[first - 1]
    opens = (
        first == page.low
        or page.gaps[first].strip() in (",", ";", "—", "–", "-", "”", '"')
        or before in ("but", "and", "while", "that", "as", "because", "however", "which")
    )
    if verb is not None and (opens or before == ""):
        last, after = behind_joined(page, last, verb, _JOINTS), verb + 1
        while after < page.high and _is_day(page, after):
            after += 1  # ', data showed on Tuesday, while'
        postposed = after >= page.high or page.gaps[after].strip() in (".", ",")
        return first, last, page.low if postposed else verb + 1
    if before == "to" and first == i:
        return None  # 'to study the moon'
    if before in _IN and page.lowers[i] in POLLS:  # 'in a poll', but not 'in documents'
        return first, behind_joined(page, last, page.high, _JOINTS), page.low
    return None


def _is_day(page: Page, k: int) -> bool:
    """Whether word *k* tells on what day: 'on Tuesday', 'earlier this week'."""
    if page.gaps[k] not in BLANKS:
        return False
    return page.tags[k] & TIMED > 0 or page.lowers[k] in ("on", "this", "last", "earlier", "late")


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
        if gap in BLANKS and bits & tags.DETERMINER and not _is_in_name(page, k):
            break
    return k


def _is_in_name(page: Page, k: int) -> bool:
    """Whether the determiner at word *k* stands inside a name: 'a Rock the Boat survey'."""
    words = page.words.words
    inside = page.low + 1 < k < page.high - 1
    return inside and words[k - 1][0].isupper() and words[k + 1][0].isupper()


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
        if k == i and word == "estimate" and not page.known.is_plural(page.lowers[i - 1]):
            return None  # 'the average estimate'
        adds = word in _ADDS and page.gaps[k + 1] == ", "  # ', the survey adds,'
        if (word in shows or adds) and commas != 1:
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


def _is_sample(page: Page, figure: Figure) -> bool:
    """Whether the figure is a sample, its age or a margin of error, and no finding."""
    around = page.lowers[page.since(figure.first - _SAMPLE) : figure.first]
    sampled = figure.unit.kind is _AGE or not _SAMPLED.isdisjoint(around)
    return sampled or _is_background(page, figure)


def _is_background(page: Page, figure: Figure) -> bool:
    """Whether a figure stands in a clause that only adds something: 'Holm, who won by 5,'."""
    k, last = figure.first, page.since(figure.first - _ASIDE)
    while k > last and page.gaps[k].rstrip(SIGNS) in _INSIDE_CLAUSE:
        k -= 1
        if page.gaps[k] == ", " and page.tags[k] & tags.RELATIVE and page.lowers[k] != "that":
            return True
    return False


def _unparted(page: Page, i: int) -> range:
    """Return the words of the sentence that no semicolon or conjunction parts from word *i*."""
    parts = [k for k in range(page.low + 1, page.high) if ";" in page.gaps[k]]
    if page.lowers[i - 2] == "according" and opens_clause(page, i - 2):
        parts = sorted({*parts, i - 2})
    behind = bisect_right(parts, i)
    first = parts[behind - 1] if behind else page.low
    return range(first, parts[behind] if behind < len(parts) else page.high)
