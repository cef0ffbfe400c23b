"""Documents that carry figures: polls, surveys, data; and who is named by 'according to'."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import UnitKind
from newsdoc.parser.drafts import MentionDraft, Sentence
from newsdoc.parser.statistics.credits.attributions import (
    Credits,
    behind_joined,
    is_aside_age,
    is_bracketed,
    opens_clause,
)
from newsdoc.parser.statistics.credits.reports import credit_given, credit_reports
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

_DAY: Final = tags.WEEKDAY | tags.TIME
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


def credit_documents(
    page: Page, sentence: Sentence, figures: list[Figure], credited: Credits
) -> None:
    """Credit the figures that no quote holds to a document that the sentence names."""
    around = page.around
    heads = page.known.lists["papers"]
    credit_given(page, sentence, figures, credited)
    teller = _teller(page)
    according = teller >= 0 and _according(page, sentence, figures, credited, teller)
    left = [figure for figure in figures if figure.source is None]
    if according or heads.isdisjoint(around):
        credit_reports(page, sentence, left, credited)
        return
    shown = not page.known.lists["shows"].isdisjoint(around) or not _ADDS.isdisjoint(around)
    found: tuple[int, int, int] | None = None  # first word, behind the last, where it carries from
    for i, word in enumerate(page.lowers[page.low : page.high], page.low):
        if word in heads and (carrier := _carrier(page, i, shown)) is not None:
            found = carrier
            break
    if found is None:
        credit_reports(page, sentence, left, credited)
        return
    first, last, begin = found
    start, end = page.starts[first], page.end(last - 1)
    mention = credited.mention(start, end, sentence)
    if _counts_people(page, mention, start):
        mention = MentionDraft(start, end)
    for figure in left:
        inside = first <= figure.first < last
        if figure.first >= begin and not inside and not _is_sample(page, figure):
            figure.source = mention


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
    verb = _verb(page, last) if shown else None
    last = behind_joined(page, last, verb if verb is not None else page.high, _JOINTS)
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
        after = verb + 1
        while after < page.high and _is_day(page, after):
            after += 1  # ', data showed on Tuesday, while'
        postposed = after >= page.high or page.gaps[after].strip() in (".", ",")
        return first, last, page.low if postposed else verb + 1
    if before == "to" and first == i:
        return None  # 'to study the moon'
    if before in _IN and page.lowers[i] in POLLS:  # 'in a poll', but not 'in documents'
        return first, last, page.low
    return None


def _is_day(page: Page, k: int) -> bool:
    """Whether word *k* tells on what day: 'on Tuesday', 'earlier this week'."""
    if page.gaps[k] not in BLANKS:
        return False
    return page.tags[k] & _DAY > 0 or page.lowers[k] in ("on", "this", "last", "earlier", "late")


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
