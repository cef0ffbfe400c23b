"""Number words that count nothing: idioms, half-brothers, the Group of Seven."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.parser.statistics.page import ARTICLES, BLANKS, HYPHENS, Figure, Page

_NO_NOUN: Final = (
    tags.PREPOSITION
    | tags.AUXILIARY
    | tags.UNIT
    | tags.TIME
    | tags.NUMBER
    | tags.PAST
    | tags.PLURAL
)
_RANKED: Final = tags.AUXILIARY | tags.PAST | tags.CONJUNCTION
_IDIOM: Final = 4  # words
_OPENING: Final = frozenset({" “", ' "', " ‘", " '"})
_TITLE: Final = 40  # no headline has more words
# What keeps a small letter in a headline.
_SMALL: Final = (
    tags.PREPOSITION
    | tags.CONJUNCTION
    | tags.SUBORDINATOR
    | tags.DETERMINER
    | tags.COMPLEMENTIZER
    | tags.CLITIC
    | tags.BOUND
)


def is_idiom(page: Page, number: Figure) -> bool:
    """Whether the number word belongs to an idiom that begins up to two words before it."""
    first, last, pairs = number.first, number.last, page.known.idiom_pairs
    leads = (page.window[first - 1], page.lowers[first]) in pairs
    goes_on = (page.lowers[last - 1], page.window[last]) in pairs
    if not (leads or goes_on):
        return False
    idioms = page.known.lists["idioms"]
    for start in range(page.since(first - 2) if leads else first, first + 1):
        stop = page.until(start + _IDIOM) if goes_on else last
        for end in range(max(last, start + 2), stop + 1):
            if " ".join(page.lowers[start:end]) in idioms:
                joined = page.window[end] == "and"  # 'one minute 43 seconds' is told in full
                return end + joined not in page.numerals
    return False


def is_term(page: Page, number: Figure) -> bool:
    """Whether a number opens a name in marks of which more is told: 'the term “four foxes”'."""
    first = number.first
    return page.gaps[first] in _OPENING and page.window[first - 1] in page.known.lists["naming"]


def is_half(page: Page, number: Figure) -> bool:
    """Whether 'half' is the half of a match, a half-brother, half way: no fraction."""
    first, last = number.first, number.last
    if number.of != 2 or last - first > 1:  # noqa: PLR2004 -- one of two, in one word
        return False
    if last < page.high and page.gaps[last] in HYPHENS:
        return True
    if page.gaps[first] in HYPHENS:  # a fly-half
        return True
    before, after = page.window[first - 1], page.follows(last)
    if after == "of":
        return before in page.known.lists["half-time"]
    if before in page.known.lists["half-time"] or before in page.known.lists["half-noun"]:
        counted = page.tags[first - 2] & (tags.NUMBER | tags.UNIT) or first - 2 in page.numerals
        return before != "and" or counted > 0  # not 'half got it and half did not'
    return after in page.known.lists["half-way"]


def is_capital_number(page: Page, number: Figure) -> bool:
    """Whether capitals make number words part of a name in running text: the Group of Seven."""
    first = number.first
    if first == page.low or not page.words.words[first][0].isupper():
        return False
    if page.gaps[first] in HYPHENS and first - 1 in page.numerals:
        return True  # a 7-Eleven store
    if _is_hyphened_name(page, number):
        return True
    i = first - 1
    marked = page.gaps[first] in _OPENING and page.tags[i] & tags.DETERMINER  # the “Four Foxes”
    if number.form in ("fraction", "half-unit") or not (marked or page.gaps[first] in BLANKS):
        return False
    joint = page.lowers[i] in ("of", "s") and i > page.low
    i -= joint  # the Group of Seven, Ocean's Eleven
    if page.words.words[i][0].isupper():
        if joint and (page.lowers[i + 1] == "s" or is_group(page, first)):
            return True
        return not (_counts_people(page, number) and is_titled(page))
    ahead = page.words.words[number.last] if page.follows(number.last) else ""
    return ahead[:1].isupper() and not is_titled(page)  # the Six Nations


def _is_hyphened_name(page: Page, number: Figure) -> bool:
    """Whether a hyphen joins a number and another capital: 'Take-Two', 'the band Four-Five'."""
    first, last, words = number.first, number.last, page.words.words
    before = page.gaps[first] in HYPHENS and words[first - 1][0].isupper()
    behind = last < page.high and page.gaps[last] in HYPHENS and page.tags[last] & tags.NUMBER
    joined = before or (behind and words[last][0].isupper())
    return bool(joined) and not is_titled(page)


def _counts_people(page: Page, number: Figure) -> bool:
    """Whether a number counts a plural behind it, or those who are harmed: 'Kills Six Miners'."""
    known, follower = page.known, page.follows(number.last)
    if page.lowers[number.first - 1] in known.lists["harmed"]:
        return True
    counts = follower in known.lists["states"] or known.is_plural(follower or "-")
    return bool(follower) and counts


def is_titled(page: Page) -> bool:
    """Whether all words of the sentence have capitals that can have one, as in a headline."""
    return page.high - page.low < _TITLE and not any(
        word.islower() and not bits & _SMALL
        for word, bits in zip(
            page.words.words[page.low : page.high], page.tags[page.low : page.high], strict=True
        )
    )


def is_group(page: Page, first: int) -> bool:
    """Whether the numeral at word *first*, behind 'of', names a group: the Group of 20."""
    return first - 2 >= page.low and page.words.words[first - 2] == "Group"


def _leads_rank(page: Page, i: int, number: Figure) -> bool:
    """Whether word *i* leads one of several: 'entered day three', not 'won race seven times'."""
    verb = page.lowers[i]
    leads = page.tags[i] & _RANKED or verb.endswith("ed") or verb in page.known.lists["reaching"]
    counts = page.known.is_plural(page.follows(number.last) or "-")
    return leads > 0 and page.gaps[i + 1] in BLANKS and not counts


def is_counted_off(page: Page, number: Figure) -> bool:
    """Whether a number word behind a word like 'phase' tells which of several: 'on day one'."""
    i = number.first - 1
    if number.form != "words":
        return False
    led = i == page.low or page.tags[i - 1] & tags.PREPOSITION  # not 'last week two died'
    led = led or _leads_rank(page, i - 1, number)
    if page.window[i - 1] in ARTICLES:  # 'a category four hurricane', not 'the day two men died'
        noun = page.follows(number.last)
        led = noun != "" and not (page.tags[number.last] & _NO_NOUN or page.known.is_plural(noun))
    return page.gaps[number.first] in BLANKS and led > 0
