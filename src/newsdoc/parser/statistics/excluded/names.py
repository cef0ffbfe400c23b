"""Numbers that name: models, roads, sections, marks of lists. No statistics."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.parser.statistics.excluded import clocks, dates
from newsdoc.parser.statistics.excluded.glued import glued_before, glued_behind, in_link, is_screen
from newsdoc.parser.statistics.excluded.idioms import (
    is_capital_number,
    is_counted_off,
    is_group,
    is_half,
    is_idiom,
    is_term,
    is_titled,
)
from newsdoc.parser.statistics.gapped import gapped
from newsdoc.parser.statistics.numbers.numerals import JETS
from newsdoc.parser.statistics.page import (
    APOSTROPHES,
    BARE,
    BLANKS,
    BORDER,
    DASHES,
    HYPHENS,
    Figure,
    Page,
)
from newsdoc.parser.statistics.subjects.verbs import is_participle
from newsdoc.parser.statistics.units.nouns import Noun

_INCHES: Final = frozenset({'"', "”", "″"})
_FEW: Final = 1000  # a number alone in its line, and smaller than this, is a mark
_WORD: Final = 3  # a unit with a capital is a name from more letters than this on
_STREET: Final = 4  # words
_LISTED: Final = 20  # no more things are listed in a sentence
_CALLED_BY: Final = 5  # digits of a number to call, at least
_BLOCK: Final = 100
_SHOWS: Final = frozenset({48, 60})  # '48 Hours', '60 Minutes'
_CALLED: Final = frozenset({911, 999, 112})
_SHORT: Final = 3  # digits of the numbers of services: 101, 311
_CALLS: Final = 4  # words: from 'call' to 'on'
_LED: Final = tags.DETERMINER | tags.NUMBER
_FUNCTION: Final = (
    tags.PREPOSITION
    | tags.DETERMINER
    | tags.CONJUNCTION
    | tags.SUBORDINATOR
    | tags.AUXILIARY
    | tags.PRONOUN
    | tags.ADVERB
    | tags.BOUND
)


def excluded(page: Page, number: Figure) -> bool:
    """Whether a number is no figure, whatever measures it."""
    first, last = number.first, number.last
    gap = page.gaps[last]
    if gap != " " and gap in HYPHENS and _is_named(page, last):
        return True  # a two-wheeler
    if number.form != "numeral":
        return (
            is_idiom(page, number)
            or (page.gaps[first] in HYPHENS and _is_lettered(page, first - 1))
            or (
                page.window[first - 1] in page.known.lists["ordered"]
                and is_counted_off(page, number)
            )
            or clocks.is_told_time(page, number.first)
            or (number.form == "fraction" and is_half(page, number))
            or is_capital_number(page, number)
            or is_term(page, number)
        )
    if number.rest and (glued_behind(page, number) or is_screen(number)):
        return True
    if gap != " " and last in page.numerals and gap.strip() in APOSTROPHES:
        return True  # 5'11"
    if page.gaps[first] != " " or number.start != page.starts[first]:
        if glued_before(page, number):
            return True
        if first - 1 in page.numerals and page.gaps[first].strip() in APOSTROPHES:
            return gap[:1] in _INCHES
    beside = number.rest or page.window[last] in clocks.CLOCK or last in page.numerals
    if beside and clocks.is_clock(page, number):
        return True
    if page.links and in_link(page, number):
        return True
    dated = gap == "/" or not page.known.months.isdisjoint(page.around)
    return dated and dates.is_date(page, number)


def _is_named(page: Page, i: int) -> bool:
    """Whether word *i*, joined to a number by a hyphen, makes both a name: 'two-wheeler', '3-D'."""
    letter = i < page.high and len(page.lowers[i]) == 1 and page.words.words[i].isupper()
    return page.window[i] in page.known.lists["named"] or (
        letter and page.words.words[i] not in page.known.symbols
    )


def _is_lettered(page: Page, i: int) -> bool:
    """Whether word *i*, before a hyphen, is a capital by itself: a B-two bomber."""
    printed = page.words.words[i]
    return len(printed) == 1 and printed.isupper() and i >= page.low


def named(page: Page, number: Figure) -> bool:
    """Whether a number without a measure is a year, a mark, or part of a name."""
    if number.form != "numeral":
        return False
    if dates.tells_year(page, number) or clocks.is_bare_hour(page, number):
        return True
    first, last = number.first, number.last
    gap = page.gaps[first]
    if (first == page.low or gap != " " or page.gaps[last] != " ") and _is_mark(page, number):
        return True
    if first > page.low and (_is_model(page, number) or (gap == ". " and _is_bill(page, number))):
        return True
    if page.window[first - 1] == "of" and is_group(page, first):
        return True
    if _is_to_call(page, number):
        return True
    follower = page.follows(last)
    if not follower:
        return False
    if follower == "block" and page.follows(last + 1) == "of" and number.low >= _BLOCK:
        return True  # 'the 4800 block of Poplar Street'
    if follower in page.known.lists["caller"] and number.low in _CALLED:
        return True  # a 911 dispatcher
    return page.words.words[last][0].isupper() and _is_address(page, last)


def _is_to_call(page: Page, number: Figure) -> bool:
    """Whether a number is one to call: 'text 274637', 'she called 911', 'call police on 101'."""
    i, calling = number.first - 1, page.known.lists["calling"]
    if page.window[i] == "on":
        near = range(i - 1, page.since(i - _CALLS) - 1, -1)
        i = next((k for k in near if page.lowers[k] in calling), i)
    if page.window[i] not in calling:
        return False
    alone = not page.follows(number.last) or page.leads(number.last, BORDER)
    short = number.low in _CALLED or (alone and number.width == _SHORT)
    return short or number.width >= _CALLED_BY


def _is_bill(page: Page, number: Figure) -> bool:
    """Whether pointed letters before a number name a bill: 'H.R. 4021'."""
    one = number.first - 2
    if one < page.low or page.gaps[one + 1] != ".":
        return False
    return "".join(page.lowers[one : one + 2]) in page.known.names


# --- glued to letters and marks -----------------------------------------------


def _is_mark(page: Page, number: Figure) -> bool:
    """Whether the number is a mark: '1. …', '2) …' at the head of a sentence, a footnote [3]."""
    after, gap = page.gaps[number.last], page.gaps[number.first]
    if number.first == page.low and page.leads(number.last, tags.GIVEN_NAME):
        return True  # '1 Ann Holt'
    if after == "(" and len(page.window[number.last]) == 1:
        return True  # your 401(k)
    if gap[-2:] == "[+" and page.window[number.last] == "chars":
        return True  # '[+210 chars]' are left out by a feed
    if (gap[-1:] == "[" and after[:1] == "]") or (gap[-1:] == "(" and after[:2] == ".)"):
        return True
    if gap == ")(" or (gap == "(" and number.first - 1 in page.numerals):  # section 12(3)
        return True
    if number.low < _LISTED and gap[-1:] == " " and page.closes_mark(number):
        return True
    if number.first != page.low or number.places:
        return False
    return after[:1] in (".", ")", ":") or (number.last >= page.high and number.low < _FEW)


def _is_model(page: Page, number: Figure) -> bool:
    """Whether the word before makes the number a name: Section 8, Boeing 737, Years 7 and 8."""
    i, gap = number.first - 1, page.gaps[number.first]
    if page.lowers[i] in dates.JOINS and i - 1 in page.numerals and i - 2 >= page.low:
        i -= 2
        follower = page.follows(number.last)
        counts = follower and page.known.is_plural(follower)
        labels = page.gaps[i + 1] in BLANKS and _labels(page, i)  # 'Goals 7 and 11', 'junctions …'
        return (labels or page.lowers[i] in page.known.names) and not (
            counts and page.lowers[i] != "nos"
        )
    lower, printed = page.lowers[i], page.words.words[i]
    word, led = page.window[number.last], (page.tags[i - 1] & _LED) | (page.tags[i] & tags.NUMBER)
    plane = word in page.known.lists["plane"] and (led or not page.known.is_plural(word))
    if page.lowers[i + 1] in JETS and (i in page.numerals or plane):
        return True  # '45 737 MAX jets', 'the 767 freighter', but not 'delivered 767 jets'
    if printed == "Top" and not (number.places or is_titled(page)):
        return True  # 'the Top 40 index'
    if gap == " " and printed == lower and lower not in page.known.names:
        behind = number.last + 1  # as most, but for 'between junctions 10 and 11'
        joined = behind in page.numerals and page.lowers[behind - 1] in dates.JOINS
        return joined and _labels(page, i)
    if gap == " -" and number.low < 0:  # COVID -19
        return printed.isupper() and len(printed) > 1
    if lower in page.known.names and (gap in BLANKS or gap in (". ", ".")):
        common = lower in page.known.lists["also-word"] and printed[0].islower()
        hangs = page.tags[i - 1] & tags.PREPOSITION > 0  # 'on pitch 3'
        return not common or (hangs and page.closes(number.last))
    if gap in HYPHENS:
        return printed[0].isupper() and lower not in page.known.lists["prefix"]
    if gap not in BLANKS or not _is_name(page, i) or _counts_on(page, number, i):
        return False
    follower = page.follows(number.last)
    if not follower or not page.known.is_plural(follower) or _says(page, number.last):
        return True
    return lower in page.known.lists["makes"] or _is_firm(page, i, number.last)


def _labels(page: Page, i: int) -> bool:
    """Whether word *i* is a plural with a capital amid a sentence, or of labels: 'junctions'."""
    printed = page.words.words[i]
    if page.lowers[i] != (one := page.known.singular(page.lowers[i])) and one in page.known.names:
        return True
    return i > page.low and printed[0].isupper() and page.known.is_many(printed)


def _is_firm(page: Page, i: int, last: int) -> bool:
    """Whether capitals at word *i* and behind a number make both a name: 'to Peak 9 Ventures'."""
    if i == page.low or page.lowers[i - 1] == "in" or not page.words.words[i - 1].islower():
        return False
    return page.tags[i - 1] & tags.PREPOSITION > 0 and _is_capital(page, last)


def _is_name(page: Page, i: int) -> bool:
    """Whether word *i* looks like a name: Boeing, iPhone, BMW."""
    printed = page.words.words[i]
    lower = page.lowers[i]
    if page.tags[i] & (_FUNCTION | tags.WEEKDAY | tags.MOVE) or lower[-2:] == "ly":
        return False
    if lower in page.known.lists["harmed"]:  # 'Storm Kills 12'
        return False
    return printed[0].isupper() or printed[1:2].isupper()


def _counts_on(page: Page, number: Figure, i: int) -> bool:
    """Whether a number behind a capital counts after all: 'Smith 41-40', 'Police found 9'."""
    last = number.last
    if page.gaps[last] in DASHES and last in page.numerals:
        return True
    if page.names(page.words.words[i]) or _is_gapped(page, number):
        return True  # 'Holm has 12 seats, Pell 9'
    if i > page.low or not page.words.words[i][1:].islower() or not page.follows(last):
        return False
    if page.lowers[i] in page.known.lists["makes"]:
        return False
    acts = page.tags[last] & (_FUNCTION | tags.PAST) or is_participle(page, page.lowers[last])
    acts = acts or _says(page, last)
    return page.words.words[last].islower() and not acts  # not 'Junction 12 of', 'Maroon 5 played'


def _says(page: Page, i: int) -> bool:
    """Whether word *i* is a verb with what is said behind it: 'Team 9 reports that …'."""
    return page.tags[i] & tags.CUE > 0 and page.follows(i + 1) == "that"


def _is_gapped(page: Page, number: Figure) -> bool:
    """Whether a number ends a clause whose verb and noun stand in the one before it.

    'Holm & Sons sold 300 boats and Pell 210.'
    """
    before, last = number.before, number.last
    told = page.closes(last) and before is not None and before.unit is not BARE
    return told and gapped(page, number, number.first) >= 0


def _is_address(page: Page, i: int) -> bool:
    """Whether the capital at word *i* begins a street: 300 Slater Street."""
    for k in range(i + 1, page.until(i + _STREET)):
        if page.gaps[k] not in BLANKS or not _is_capital(page, k):
            return False
        if page.lowers[k] in page.known.lists["street"]:
            return True
    return False


def capital_unit(page: Page, figure: Figure, i: int) -> bool:
    """Whether a capital makes a number and its time at word *i* a name: 60 Minutes."""
    word = page.words.words[i] if i < figure.last else ""
    if len(word) <= _WORD or not word[0].isupper() or not word[1:].islower():
        return False
    around = page.words.words[page.since(figure.first - 3) : figure.first]
    shows = figure.low in _SHOWS or not is_titled(page)  # 'Holt Sentenced to 12 Years'
    return shows and any(word[0].islower() for word in around)


def named_together(page: Page, figure: Figure, noun: Noun) -> bool:
    """Whether a numeral and the noun behind it name a thing: '11 Pro', 'the 1832 bridge'."""
    if figure.form != "numeral" or figure.places or page.gaps[figure.last] not in BLANKS:
        return False
    if figure.width == dates.YEAR_DIGITS and _is_year_of(page, figure, noun):
        return True
    return _is_capital(page, noun.last - 1) and _is_capital_noun(page, figure, noun)


def _is_year_of(page: Page, figure: Figure, noun: Noun) -> bool:
    """Whether the number is the year of a singular noun: 'the 1832 suspension bridge'."""
    i, many = figure.first, page.known.is_plural(page.lowers[noun.last - 1])
    led = page.window[i - 1] in ("a", "an", "the") and page.gaps[i] in BLANKS
    return led and dates.is_old_year(figure) and not many


def _is_capital_noun(page: Page, figure: Figure, noun: Noun) -> bool:
    """Whether a capital singular behind a numeral makes both a name: '11 Pro', '300 Slater'."""
    first, last = figure.first, noun.last
    head = page.words.words[last - 1]
    if page.known.is_many(head) or page.lowers[last - 1] in page.known.lists["people"]:
        return False
    if head.isupper():  # 'an IQ of 148' is told of 148 IQ, a '90049 ZIP Code' is a name
        return head in ("AM", "FM") or (bool(page.follows(last)) and _is_capital(page, last))
    if first - 1 > page.low and page.gaps[first] in BLANKS and _is_capital(page, first - 1):
        return True
    around = page.words.words[page.since(first - 3) : first]
    return noun.first > 0 and any(word[0].islower() for word in around)


def _is_capital(page: Page, i: int) -> bool:
    """Whether word *i* has a capital."""
    return page.words.words[i][0].isupper()
