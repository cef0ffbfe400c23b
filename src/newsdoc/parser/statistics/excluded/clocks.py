"""Numbers that tell the time of day: '9pm', 'until 2.', 'a quarter past nine'."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.parser.statistics.excluded.dates import JOINS, YEAR_DIGITS
from newsdoc.parser.statistics.page import ARTICLES, BLANKS, Figure, Page

# All that may follow a time of day.
CLOCK: Final = frozenset({"to", "am", "pm", "gmt", "utc", "hrs", "noon", "midnight", "a", "p", "o"})
_DAY_DIGITS: Final = 2
_HOURS: Final = frozenset({"am", "pm", "AM", "PM", "GMT", "UTC", "hrs", "noon", "midnight"})
_ABOUT: Final = frozenset({"about", "around"})
_ENDS_HOUR: Final = frozenset({" ", ".", ". ", ", ", ""})
_AM: Final = frozenset({"am", "pm"})
_NOON: Final = 12
_AT_HOUR: Final = frozenset({"at", "until", "till", "beyond", "since"})
# A half hour is told by more: 'around half five', but 'around 3 hrs' lasts.
_AT_HALF: Final = _AT_HOUR | {"about", "around", "by"}
_HOUR_PARTS: Final = frozenset({"half", "quarter"})
_MERIDIEM: Final = frozenset({"a", "p", "A", "P"})
_TIMED: Final = frozenset(  # verbs that take an hour sooner than a level
    {"begin", "begins", "close", "closes", "end", "ends", "open", "opens", "start", "starts"}
)
_ARRIVING: Final = frozenset({"arrive", "arrived", "arrives", "leave", "leaves", "left", "meet"})
_AND_ON: Final = tags.CONJUNCTION | tags.PREPOSITION | tags.TIME | tags.WEEKDAY
_TOP_HOUR: Final = 2400


def is_clock(page: Page, number: Figure) -> bool:
    """Whether the number is a time of day: 9pm, 10 a.m., 8 o'clock, 1800 GMT."""
    last = number.last
    if _leads_clock(page, number):
        return True
    if number.rest in _HOURS:
        return number.rest != "hrs" or _is_hour(page, number)
    if last >= page.high or not (page.gaps[last] in BLANKS or page.gaps[last] == ""):
        return False
    word = page.words.words[last]
    if word in _HOURS:
        return number.low <= _TOP_HOUR and (word != "hrs" or _is_hour(page, number))
    if word in _MERIDIEM and page.window[last + 1] == "m" and page.gaps[last + 1] == ".":
        return page.window[last + 2] not in ("p", "h")  # miles per hour
    return word == "o" and page.window[last + 1] == "clock"


def _leads_clock(page: Page, number: Figure) -> bool:
    """Whether another time of day follows the number: 'from 2 to 4pm', '9-11 a.m.'."""
    i = number.last + (page.window[number.last] in JOINS)
    if i not in page.numerals or number.low > _NOON or i >= page.high:
        return False
    letters = page.text[page.numerals[i][1] : page.end(i)]
    meridiem = page.follows(i + 1) in _MERIDIEM and page.window[i + 2] == "m"
    return letters in _AM or (not letters and (meridiem or page.follows(i + 1) in _AM))


def is_bare_hour(page: Page, number: Figure) -> bool:
    """Whether a bare number is an hour: 'open until 2.', 'the shop closes at 10', 'left at 9'."""
    lead, verb = page.window[number.first - 1], page.window[number.first - 2]
    if lead not in _AT_HOUR or not 0 < number.low <= _NOON or number.places or number.rest:
        return False
    if lead == "at" and verb not in _TIMED and verb not in _ARRIVING:
        return False
    plain = number.width <= _DAY_DIGITS and lead not in ("since", "beyond")
    ahead = page.leads(number.last, _AND_ON) and page.lowers[number.last] not in ("of", "percent")
    return plain and (not page.follows(number.last) or ahead)


def is_told_time(page: Page, i: int) -> bool:
    """Whether the number at word *i* is of a time in words: 'a quarter past nine', 'at six'."""
    word, before, behind = page.window[i], page.window[i - 1], page.window[i + 1]
    if behind == "o" and page.window[i + 2] == "clock":
        return True
    if before in ("past", "to") and page.window[i - 2] in _HOUR_PARTS:
        return before == "past" or _is_hour_word(page, i)
    if word in ARTICLES:
        quarter = behind == "quarter" and page.window[i + 2] in ("past", "to")
        return quarter and _is_hour_word(page, i + 3)
    if before == "half" or word == "half":  # 'at half six'
        half = i - (before == "half")
        return page.window[half + 1] == "past" or (
            page.window[half - 1] in _AT_HALF and _is_hour_word(page, half + 1)
        )
    return _at(page, i) and _is_hour_word(page, i)


def _at(page: Page, i: int) -> bool:
    """Whether 'at' or 'at about' stands before word *i*, and behind no verb that takes a level."""
    at = i - 1 - (page.window[i - 1] in _ABOUT)
    if page.window[at] != "at":
        return False
    verb, lists = page.window[at - 1], page.known.lists
    level = any(verb in lists[kind] for kind in ("staying", "setting", "levels"))
    return not (page.tags[at - 1] & tags.MOVE or (level and verb not in _TIMED))


def _is_hour_word(page: Page, i: int) -> bool:
    """Whether the number word at *i* can be an hour: it counts nothing, and no number follows."""
    role, hour = page.known.numbers.get(page.window[i], ("", 0))
    follower = page.follows(i + 1)
    if role == "" or not 0 < hour <= _NOON or page.gaps[i + 1] not in _ENDS_HOUR:
        return False
    counts = page.tags[i + 1] & (tags.UNIT | tags.NUMBER) if follower not in ("", "in") else 0
    closes = page.closes(i + 1) or follower in JOINS
    number = follower in JOINS and (i + 2 in page.numerals or page.leads(i + 2, tags.NUMBER))
    return bool(closes) and not counts and not number and follower != "of"


def _is_hour(page: Page, number: Figure) -> bool:
    """Whether hours are those of a clock: 'at 1800 hrs', 'until 18hrs', not '3 hrs 20 mins'."""
    return number.width == YEAR_DIGITS or page.window[number.first - 1] in _AT_HOUR
