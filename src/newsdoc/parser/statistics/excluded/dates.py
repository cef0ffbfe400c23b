"""Numbers that tell when: years, dates, clock times. They are no statistics."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.parser.phrases import ERAS
from newsdoc.parser.statistics.page import ARTICLES, BLANKS, Figure, Page

YEAR_DIGITS: Final = 4
_DAY_DIGITS: Final = 2
_CENTURIES: Final = frozenset({"19", "20"})
_MODERN: Final = 1900  # from here to the end, a bare number is a year until shown otherwise
_MODERN_END: Final = 2101  # 'by 2100'
_FIRST: Final = 1000
_LAST: Final = 2200
_OLD: Final = 1400  # from here on 'of 1453' is a year
_LAST_DAY: Final = 31
JOINTS: Final = frozenset({"-", "/", ":", ".", "–", "\u2011"})
_AFTER: Final = frozenset({" ", ", ", ". "})  # before a day or year behind its month
_CLOSED: Final = frozenset({".", ",", ";", ")", ""})
_JOINING: Final = frozenset({"to", "and", "or", "through", "minus", "negative", "per"})
_CODED: Final = frozenset({" ", "-", ".", "/", ") ", " ("})  # between the parts of a number to call
_BESIDE: Final = frozenset({" ", ". ", ".", "\xa0"})  # between a month and its day
_BEFORE: Final = frozenset({" ", "-", "\xa0", "/"})  # between a day and its month
_LISTED: Final = frozenset({"-", "–", "—", ",", ""})  # between the days of one month
_CODES: Final = frozenset({"+", "("})  # before the first group of a number to call
JOINS: Final = frozenset({"and", "or", "to"})
_DAYS: Final = 6  # no more days of one month are told in a row
_GROUPS: Final = 3  # from so many groups on, a number with a plus sign is one to call


def behind(page: Page, i: int) -> int:
    """Return the word behind the date, time or code that begins with numeral *i*, or *i*.

    A day behind its month, or a year of these times that counts nothing: the most common
    numbers of a news text that are no figures are told before they are read.
    """
    word = page.lowers[i]
    size = len(word)
    if size <= _DAY_DIGITS:
        plain = page.tags[i - 1] & tags.MONTH and _is_day(page, i)
    else:
        plain = size == YEAR_DIGITS and word[:2] in _CENTURIES and _is_plain_year(page, i)
    if plain:
        return i + 1
    lead, gap = page.gaps[i], page.gaps[i + 1]
    chained = gap in JOINTS or word[0] == "0" or (lead != " " and lead[-1:] in _CODES)
    chained = chained or (gap == " " and i + 1 in page.numerals)
    return chain(page, i) if chained else i


def _is_plain(page: Page, i: int) -> bool:
    """Whether the numeral of word *i* stands behind a word, and nothing measures it."""
    gap = page.gaps[i + 1]
    if i == page.low or page.gaps[i] not in _AFTER or (gap != " " and gap[:1] not in _CLOSED):
        return False
    counts = page.follows(i + 1) and page.tags[i + 1] & (tags.UNIT | tags.NUMBER)
    return not counts and page.lowers[i].isdecimal()


def _is_day(page: Page, i: int) -> bool:
    """Whether word *i* is a day behind its month."""
    if not _is_plain(page, i) or page.gaps[i] == ", " or not _is_month(page, i - 1):
        return False
    return int(page.lowers[i]) <= _LAST_DAY


def _is_plain_year(page: Page, i: int) -> bool:
    """Whether word *i* is a year of these times that counts nothing."""
    if not _is_plain(page, i):
        return False
    before = page.lowers[i - 1]
    if page.tags[i - 1] & tags.MONTH or before in page.known.lists["since"]:
        return True
    if before in _JOINING or page.words.words[i - 1] in page.known.signs:
        return False
    ahead = page.follows(i + 1)
    return not (ahead and (ahead in _JOINING or page.known.is_plural(ahead)))


def chain(page: Page, i: int) -> int:
    """Return the word behind numerals that are joined to a date, a time or a code, or *i*.

    2015-12-02, 12/5/2020, 10:30, 555-867-5309, 2023-24, 192.168.0.1, 0800 123 4567, +47 555 0199.
    """
    k, joints = i + 1, []
    if leads_zero(page, i) or _is_country_code(page, i) or _is_called(page, i):
        while k < page.high and page.gaps[k] in _CODED and k in page.numerals:
            k += 1
        return k
    if k >= page.high or page.gaps[k] not in JOINTS:
        return i  # as most numbers
    while k < page.high and page.gaps[k] in JOINTS and k in page.numerals:
        joints.append(page.gaps[k])
        k += 1
    if not joints:
        return i
    if joints[0] == ":" or (len(joints) > 1 and len(set(joints)) == 1):
        return k
    first, last = page.lowers[i], page.lowers[i + 1]
    if leads_zero(page, i + 1):
        return k
    season = first[:2] in _CENTURIES and len(first) == YEAR_DIGITS and len(last) == 2  # noqa: PLR2004
    return k if season and len(joints) == 1 and joints[0] != "." else i


def _is_country_code(page: Page, i: int) -> bool:
    """Whether a plus sign and the groups behind make word *i* the head of a number to call.

    A gain may be told in groups, too: '+12 500', '+2 345 678'.
    """
    if page.gaps[i][-1:] != "+":
        return False
    k = i + 1
    while k < page.high and k - i <= _GROUPS and k in page.numerals and page.gaps[k] in _CODED:
        k += 1
    groups = page.lowers[i + 1 : k]
    return len(groups) >= _GROUPS or (len(groups) > 1 and any(len(group) != 3 for group in groups))  # noqa: PLR2004 -- thousands


def _is_called(page: Page, i: int) -> bool:
    """Whether word *i* heads a number in groups that somebody is to call: (877) 555-0134."""
    k = i + 1
    if k >= page.high or k not in page.numerals or page.gaps[k] not in _CODED:
        return False
    if page.gaps[k] == ") " and page.gaps[i][-1:] == "(":
        return page.gaps[k + 1] in _CODED and k + 1 in page.numerals
    return page.window[i - 1] in page.known.lists["calling"]


def leads_zero(page: Page, i: int) -> bool:
    """Whether word *i* is a numeral that begins with a zero: it names, and counts nothing."""
    word = page.lowers[i]
    return word[0] == "0" and len(word) > 1 and word.isdigit()


def is_date(page: Page, number: Figure) -> bool:
    """Whether the number is a day or a year beside a month, or a part of 12/05."""
    first, last = number.first, number.last
    if number.places or number.rest or last - first > 1 or page.gaps[last][:1] == "%":
        return False
    if page.gaps[first] in _BESIDE and _is_month(page, first - 1):
        return number.low <= _LAST_DAY or number.width == YEAR_DIGITS
    if page.gaps[last] in _BEFORE and _is_month(page, last) and number.low <= _LAST_DAY:
        return True
    if last in page.numerals and page.gaps[last] == "/":
        return not is_base(page, last)
    if _leads_days(page, number) or _on_weekday(page, number):
        return True
    beside = first - 1 in page.numerals or first - 2 in page.numerals
    return beside and _listed_day(page, number)


def _leads_days(page: Page, number: Figure) -> bool:
    """Whether other days follow, and their month: '3, 10 and 17 February', '4-6 May'."""
    if number.low > _LAST_DAY:
        return False
    k = number.last
    for _ in range(_DAYS):
        joint = page.window[k] in JOINS and page.gaps[k] == " "
        k += joint
        if k < page.high and page.tags[k] & tags.WEEKDAY:
            k += 1  # 'Friday 7 and Saturday 8 May'
        if not (joint or page.gaps[k].strip() in _LISTED) or k not in page.numerals:
            return False
        word = page.lowers[k]
        if not word.isdecimal() or len(word) > 2 or int(word) > _LAST_DAY:  # noqa: PLR2004 -- digits
            return False
        k += 1
        if page.gaps[k] in _BEFORE and _is_month(page, k):
            return True
    return False


def _on_weekday(page: Page, number: Figure) -> bool:
    """Whether the number is the day of a weekday before it: 'Friday 3 and Saturday 4 July'."""
    i = number.first - 1
    dated = page.low <= i and page.tags[i] & tags.WEEKDAY and page.gaps[number.first] == " "
    follower = page.follows(number.last)
    counts = bool(follower) and page.known.is_plural(follower)
    return bool(dated) and number.low <= _LAST_DAY and not counts


def _listed_day(page: Page, number: Figure) -> bool:
    """Whether the number follows another day of its month: 'April 6 - 7', 'Jan. 3 and 4, 2020'."""
    if number.low >= _LAST:
        return False
    k = number.first - 1
    for _ in range(3):
        if k in page.numerals and page.gaps[k + 1].strip() in _LISTED:
            k -= 1
        elif page.window[k] in ("and", "to", "or", "through") and k - 1 in page.numerals:
            if number.low > _LAST_DAY:
                return False
            k -= 2
        else:
            return False
        if _is_month(page, k):
            return True
    return False


def _is_month(page: Page, i: int) -> bool:
    """Whether word *i* is the name of a month."""
    if not page.low <= i < page.high or not page.tags[i] & tags.MONTH:
        return False
    return page.words.words[i][0].isupper()


def is_base(page: Page, i: int) -> bool:
    """Whether word *i* is the base of a fraction in print: the 16 of 1/16."""
    above, base = page.window[i - 1], page.lowers[i]
    if i - 1 not in page.numerals or not (above.isdecimal() and base.isdecimal()):
        return False
    if len(base) > 3 or len(above) > 3:  # noqa: PLR2004 -- a fraction of thousands is a date or a code
        return False
    return int(above) < int(base) and f"{above}/{base}" not in page.known.lists["slashed"]


def tells_year(page: Page, number: Figure) -> bool:
    """Whether a number without a measure is a year, of these times or with its era."""
    if number.width == YEAR_DIGITS:
        return is_year(page, number)
    return bool(page.follows(number.last)) and _is_era(page, number.last)


def _is_era(page: Page, i: int) -> bool:
    """Whether an era stands at word *i*, behind its year: '500 BC', '44 B.C.', not '12 ad men'."""
    word = page.words.words[i]
    if word in ("A", "B") and page.gaps[i + 1] == ".":
        return page.window[i + 1] in ("c", "d")
    return word.isupper() and word.lower() in ERAS


def is_old_year(number: Figure) -> bool:
    """Whether a number is printed like a year before these times, and is not round."""
    bare = number.form == "numeral" and number.width == YEAR_DIGITS
    return bare and not number.places and _OLD <= number.low < _MODERN and number.low % 50 != 0


def is_year(page: Page, number: Figure) -> bool:
    """Whether a number without a measure is a year: four digits that nothing counts."""
    if number.places or number.width != YEAR_DIGITS or not _FIRST <= number.low < _LAST:
        return False
    before = page.window[number.first - 1] if page.gaps[number.first] in BLANKS else ""
    after = page.follows(number.last)
    if after in ERAS or before in ERAS:
        return True
    counted = bool(after) and page.known.is_plural(after)
    if _MODERN <= number.low < _MODERN_END:
        return not (counted and _counts(page, number, before, after))
    if number.low % 100 == 0 and before not in page.known.lists["since"]:
        return False
    if before in page.known.lists["year"]:
        return not counted
    if before in ARTICLES and number.low >= _OLD and number.low % 50:  # 'the 1872 law'
        return not counted and after not in page.known.lists["harmed"]
    closed = not after or page.tags[number.last] & tags.AUXILIARY
    return number.low >= _OLD and bool(closed) and before in page.known.lists["reach"]


def _counts(page: Page, number: Figure, before: str, after: str) -> bool:
    """Whether a number like a year counts the plural behind it: 2000 people, nearly 2000 homes."""
    if before in page.known.lists["since"]:
        return False
    if after in page.known.lists["masses"] or before in page.known.lists["bounding"]:
        return before not in page.known.lists["dating"]
    return number.low % 100 == 0 and before not in page.known.lists["dating"]
