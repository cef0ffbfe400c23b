"""What is no statistic: dates, years, clock times, ordinals, names, addresses, marks of lists, links."""

from __future__ import annotations

import re
from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import UnitKind
from newsdoc.parser.statistics.page import (
    APOSTROPHES,
    BLANKS,
    DASHES,
    HYPHENS,
    Figure,
    Number,
    Page,
)

_ORDINAL: Final = frozenset({"st", "nd", "rd", "th", "ST", "ND", "RD", "TH"})
_CLOCK: Final = frozenset(
    {"am", "pm", "AM", "PM", "a", "p", "GMT", "UTC", "EST", "EDT", "hrs", "PT", "ET"}
)
_LINK: Final = re.compile(
    r"(?:https?:|www\.|@|\w\.(?:com|org|net|uk|gov|edu|io|co)\b|=\"|</?\w)", re.IGNORECASE
)
_ERAS: Final = frozenset({"ad", "bc", "bce", "ce"})


def dated(page: Page, i: int) -> bool:
    """Whether word *i* is a year of these times behind a month or a preposition of time.

    The most common number of a news text that is no figure: told before it is read.
    """
    word = page.lowers[i]
    if len(word) != 4 or word[:2] not in ("19", "20") or not word.isdigit():  # noqa: PLR2004
        return False
    before = i - 1
    if before < page.low or page.gaps[i] not in (" ", ", ", ". "):
        return False
    if page.tags[before] & tags.MONTH:
        return True
    if page.gaps[i + 1][:1] not in (" ", "", ".", ",", ";", ")") or page.gaps[i + 1][1:2] in _TAILS:
        return False
    if page.lowers[before] not in ("in", "since", "until", "during"):
        return False
    return (
        page.gaps[i + 1] != " "
        or i + 1 >= page.high
        or not page.tags[i + 1] & (tags.UNIT | tags.NUMBER)
    )


_TAILS: Final = frozenset("%-–$€£") | {""} - {""}


def excluded(page: Page, number: Number) -> bool:
    """Whether a number is no figure, whatever stands around it: an ordinal, a time, a part of a word."""
    if number.form == "numeral":
        return _numeral_is_none(page, number)
    return _words_are_none(page, number)


def _numeral_is_none(page: Page, number: Number) -> bool:
    rest, first, last, text = number.rest, number.first, number.last, page.text
    if rest in _ORDINAL or rest in ("am", "pm", "AM", "PM", "s"):
        return True
    gap, after = page.gaps[first], page.gaps[last]
    if number.start > page.starts[first] and not _sign_letters(page, number, gap):
        return True
    before = gap[-1:]
    if gap == "/" and _part_of_fraction(page, first):
        return False
    if before and before in "#@/_&?=\\[:'’." and not _starts_figure(page, number, gap):
        return True
    if gap in DASHES and _glued_to_name(page, first):
        return True
    if after[:1] == ":" and after == ":" and last < page.high and page.numerals.get(last):
        return True
    if rest and not page.known.symbols.get(rest) and not _unit_like(page, number):
        return True
    if after in HYPHENS and number.start == page.starts[first] and _phone(page, number):
        return True
    if before in "\"'" and gap[-2:-1] == "=":
        return True
    if _date(page, number) or _clock(page, number):
        return True
    return "://" in text[max(0, number.start - 80) : number.start] and _in_link(text, number)


def chain(page: Page, i: int) -> int:
    """Return the word behind numerals that are joined to a date, a time or a code, or *i*.

    2015-12-02, 12/5/2020, 10:30, 555-867-5309, 2023-24, 192.168.0.1.
    """
    k, joints = i + 1, []
    while k < page.high and page.gaps[k] in _JOINED and k in page.numerals:
        joints.append(page.gaps[k])
        k += 1
    if not joints:
        return i
    if len(joints) > 1 or joints[0] == ":":
        return k if joints[0] == ":" or len(set(joints)) == 1 else i
    first, last = page.lowers[i], page.lowers[i + 1]
    season = len(first) == 4 and len(last) == 2 and first[:2] in ("19", "20") and last.isdigit()  # noqa: PLR2004
    return k if season and joints[0] in DASHES | {"/"} else i


_JOINED: Final = frozenset({"-", "/", ":", ".", "–", "‑"})


def _part_of_fraction(page: Page, first: int) -> bool:
    """Whether the numeral is the base of a printed fraction: 1/16."""
    above, base = page.lower(first - 1), page.lowers[first]
    if first - 1 not in page.numerals or not (above.isdigit() and base.isdigit()):
        return False
    return len(base) < 4 and int(above[:4]) < int(base) and (above, base) not in _SLASHED  # noqa: PLR2004


_SLASHED: Final = frozenset({("9", "11"), ("7", "7"), ("24", "7"), ("7", "11")})


def _sign_letters(page: Page, number: Number, gap: str) -> bool:
    """Whether the letters before a numeral in its word are money: RM79, $US113."""
    letters = page.text[page.starts[number.first] : number.start]
    if gap[-1:] == "." and not letters:
        return True
    return letters in page.known.signs or (gap[-1:] == "$" and "$" + letters in page.known.signs)


def _starts_figure(page: Page, number: Number, gap: str) -> bool:
    """Whether the character before a numeral leaves it a figure after all."""
    char = gap[-1]
    if char == "." and number.start < page.starts[number.first]:
        return True
    if char == ":":
        return len(gap) > 1 or not page.lower(number.first - 1)[-1:].isdigit()
    if char in "'’.":
        return len(gap) > 1 and gap[-2:] not in (" '", " ’")
    if char == "/":
        return False
    if char == "=":
        return page.words.words[number.first - 1] == "Y"
    return False


def _glued_to_name(page: Page, first: int) -> bool:
    """Whether a hyphen glues the numeral to a name before it: COVID-19, F-16, sub-7 is none."""
    before = page.lower(first - 1)
    if (
        not before
        or before in page.known.lists["prefix"]
        or before.isdigit()
        or first - 1 in page.numerals
    ):
        return False
    return (
        not page.tags[first - 1] & (tags.UNIT | tags.NUMBER)
        or page.words.words[first - 1].isupper()
    )


def _unit_like(page: Page, number: Number) -> bool:
    rest = number.rest.lower()
    return rest in page.known.units or rest in page.known.symbols or rest in page.known.phrases


def _phone(page: Page, number: Number) -> bool:
    """Whether numerals of three and more digits are joined by hyphens, twice: 555-867-5309."""
    i, joined = number.last, 0
    while i < page.high and page.gaps[i] in HYPHENS and page.numerals.get(i):
        joined += 1
        i += 1
    return joined > 1


def _date(page: Page, number: Number) -> bool:
    """Whether the number is a day or a year beside a month, or part of 3/4/2020 or 2020-05-01."""
    first, last = number.first, number.last
    month_before = _is_month(page, first - 1) and page.gaps[first] in (" ", ". ", ".", "\xa0")
    if month_before and number.low == number.low.to_integral_value() and not number.places:
        return True
    if number.low <= 31 and _is_month(page, last) and page.gaps[last] in (" ", "-", "\xa0", "/"):  # noqa: PLR2004
        return page.words.words[last][0].isupper()
    if page.gaps[last] in ("/", "-", ".") and last in page.numerals:
        if page.gaps[last + 1] == page.gaps[last] and page.numerals.get(last + 1):
            return True
        if page.gaps[last] == "/":
            return not _part_of_fraction(page, last)
    if page.lowers[last : last + 2] == ["of", "the"]:
        return False
    k = first - 1  # 'April 6 - 7', 'Jan. 3 and 4', 'March 3, 2020'
    for _ in range(3):
        if (
            k > page.low
            and page.numerals.get(k)
            and page.gaps[k + 1].strip() in ("-", "–", "", ",", "—")
        ):
            if _is_month(page, k - 1):
                return (
                    number.low == number.low.to_integral_value()
                    and not number.rest
                    and number.low < 2100
                )  # noqa: PLR2004
            k -= 1
        elif (
            k > page.low + 1
            and page.lowers[k] in ("and", "to", "or", "through")
            and page.numerals.get(k - 1)
        ):
            if _is_month(page, k - 2) and number.low <= 31:  # noqa: PLR2004
                return True
            k -= 2
        else:
            break
    return False


def _is_month(page: Page, i: int) -> bool:
    if not (page.low <= i < page.high and page.tags[i] & tags.MONTH):
        return False
    word = page.words.words[i]
    return word[0].isupper() and (word not in ("May", "March") or True)


def _clock(page: Page, number: Number) -> bool:
    """Whether the number is a time of day."""
    last = number.last
    if last >= page.high:
        return False
    word, gap = page.words.words[last], page.gaps[last]
    if gap in BLANKS or gap == "":
        if word in ("am", "pm", "AM", "PM", "GMT", "UTC", "hrs") and number.low < 2401:  # noqa: PLR2004
            return True
        if (
            word in ("a", "p", "A", "P")
            and page.lower(last + 1) == "m"
            and page.gaps[last + 1] == "."
        ):
            return page.lower(last + 2) not in ("p", "h")
        if word == "o" and page.lower(last + 1) == "clock":
            return True
    return False


def _in_link(text: str, number: Number) -> bool:
    """Whether no blank stands between the number and a link's opening."""
    window = text[max(0, number.start - 80) : number.start]
    return not any(c.isspace() for c in window[window.rfind("://") :])


def _words_are_none(page: Page, number: Number) -> bool:
    """Whether number words are an idiom or part of a name."""
    first, last = number.first, number.last
    if _idiom(page, first, last):
        return True
    if number.form in ("fraction", "half-unit"):
        return _no_half(page, number)
    return (
        first > page.low
        and page.gaps[first] in BLANKS
        and page.words.words[first][0].isupper()
        and _capital(page, first - 1)
    )


def _idiom(page: Page, first: int, last: int) -> bool:
    """Whether the number word belongs to an idiom that begins up to two words before it."""
    around = page.known.idiom_words
    if page.lower(first - 1) not in around and page.lower(last) not in around:
        return False
    idioms = page.known.lists["idioms"]
    for start in range(max(page.low, first - 2), first + 1):
        for stop in range(max(last, start + 2), min(page.high, start + 4) + 1):
            if " ".join(page.lowers[start:stop]) in idioms:
                return True
    return False


def _no_half(page: Page, number: Number) -> bool:
    """Whether 'half' is the half of a match, a brother, an hour's half: no fraction."""
    first, last = number.first, number.last
    if number.of != 2 or last - first > 1:  # noqa: PLR2004
        return False
    before, after = page.lower(first - 1), page.follows(last)
    if last < page.high and page.gaps[last] in HYPHENS:
        return True
    if after == "of":
        return before in (
            "first",
            "second",
            "latter",
            "other",
            "better",
            "last",
            "final",
            "this",
            "opening",
            "front",
            "back",
        )
    if before in (
        "a",
        "an",
        "and",
        "first",
        "second",
        "latter",
        "other",
        "better",
        "in",
        "last",
        "next",
        "final",
        "this",
        "the",
        "his",
        "her",
        "its",
        "their",
        "each",
        "per",
        "s",
        "opening",
        "one",
        "top",
        "bottom",
        "lower",
        "upper",
    ):
        return True
    return after in (
        "way",
        "time",
        "full",
        "empty",
        "price",
        "brother",
        "sister",
        "century",
        "term",
        "mast",
        "baked",
        "dozen",
        "truth",
    )


def _capital(page: Page, i: int) -> bool:
    return i >= page.low and page.words.words[i][0].isupper()


def named(page: Page, figure: Figure) -> bool:
    """Whether a number without a measure is a year, a mark in a list, or part of a name."""
    number = figure.number
    if number.form != "numeral":
        return False
    return (
        is_year(page, number)
        or _list_mark(page, number)
        or _name(page, number)
        or _address(page, number)
        or _quoted_mark(page, number)
        or (
            page.lowers[number.first] in ("911", "999")
            and page.follows(number.last) in page.known.lists["caller"]
        )
    )


def is_year(page: Page, number: Number) -> bool:
    """Whether the number is a year: four digits that nothing counts."""
    if number.places or number.end - number.start != 4 or number.last - number.first != 1:  # noqa: PLR2004
        return False
    value, first, last = number.low, number.first, number.last
    if not 1000 <= value < 2200:  # noqa: PLR2004
        return False
    before = page.lower(first - 1) if page.gaps[first] in BLANKS else ""
    after = page.follows(last)
    if after in _ERAS or before in _ERAS:
        return True
    if 1900 <= value < 2100:  # noqa: PLR2004
        if after in (
            "people",
            "men",
            "women",
            "jobs",
            "workers",
            "troops",
            "soldiers",
            "homes",
            "deaths",
            "cases",
        ):
            return before in ("in", "since", "the", "by", "of", "during", "from", "early", "late")
        if (
            value % 100 == 0
            and after
            and page.known.is_plural(after)
            and before not in ("in", "since", "by", "the", "of")
        ):
            return False
        return not (
            page.tags[first - 1] & tags.BOUND
            and before in ("least", "than", "nearly", "over")
            and after
            and page.known.is_plural(after)
        )
    if value % 100 == 0 and before not in (
        "in",
        "since",
        "until",
        "circa",
        "by",
        "before",
        "after",
    ):
        return False
    if before in page.known.lists["year"] and before not in (
        "the",
        "his",
        "her",
        "its",
        "their",
        "of",
        "by",
        "and",
        "to",
        "for",
        "than",
        "on",
        "as",
        "around",
        "between",
    ):
        return not (after and page.known.is_plural(after))
    return value >= 1400 and before in ("of", "by", "between", "and", "to") and not after  # noqa: PLR2004


def _list_mark(page: Page, number: Number) -> bool:
    """Whether the number opens its sentence as a mark: '1. …', '2) …'; or stands alone in it."""
    if number.first != page.low or number.places:
        return (
            page.gaps[number.first][-1:] == "("
            and page.gaps[number.last][:1] == ")"
            and (
                number.low < 10 and number.first - page.low > 2 and False  # noqa: PLR2004
            )
        )
    after = page.gaps[number.last]
    return after[:1] in (".", ")", ":") or (number.last >= page.high and number.low < 1000)  # noqa: PLR2004


def _name(page: Page, number: Number) -> bool:
    """Whether a word before the number makes it a name: Section 8, Boeing 737, iPhone 14."""
    first, last = number.first, number.last
    i = first - 1
    if i < page.low:
        return False
    gap, lower = page.gaps[first], page.lowers[i]
    if gap in (". ", ".") and lower in page.known.names:
        return True
    if gap == " -" and number.low < 0:
        return page.words.words[i].isupper() and page.words.words[i].isalpha() and len(lower) > 1
    if gap not in BLANKS:
        return (
            gap in HYPHENS
            and page.words.words[i][0].isupper()
            and lower not in page.known.lists["prefix"]
        )
    if lower in page.known.names:
        return not (lower in page.known.lists["also-word"] and not page.words.words[i][0].isupper())
    printed = page.words.words[i]
    if not _is_name_word(printed) or page.tags[i] & _FUNCTION:
        return False
    follower = page.follows(last)
    if page.gaps[last] in DASHES and page.numerals.get(last):
        return False
    if gap.strip() and printed.isupper():
        return True
    if i == page.low and printed[1:].islower() and follower and page.words.words[last].islower():
        return False
    if page.tags[i] & (tags.WEEKDAY | tags.MOVE):
        return False
    if not follower or not page.known.is_plural(follower):
        return not _score_line(page, number)
    return number.low >= 3 and printed.lower() in page.known.lists["makes"]  # noqa: PLR2004


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


def _is_name_word(printed: str) -> bool:
    """Whether a word looks like a name: Boeing, iPhone, BMW."""
    return printed[0].isupper() or (printed[1:2].isupper())


def _score_line(page: Page, number: Number) -> bool:
    """Whether names and numbers alternate as in the report of a poll: Smith 46, Jones 44."""
    nearby = page.gaps[number.last]
    return nearby[:1] == "%"


def _address(page: Page, number: Number) -> bool:
    """Whether a street follows: 300 Slater Street."""
    for k in range(number.last, min(page.high, number.last + 4)):
        if page.gaps[k] not in BLANKS or not page.words.words[k][0].isupper():
            return False
        if page.lowers[k] in page.known.lists["street"] and k > number.last:
            return True
    return False


def _quoted_mark(page: Page, number: Number) -> bool:
    """Whether the number stands alone in square brackets: a footnote."""
    return page.gaps[number.first][-1:] == "[" and page.gaps[number.last][:1] == "]"


def capital_unit(page: Page, figure: Figure) -> bool:
    """Whether a capital makes number and unit a name in running text: 60 Minutes, 50 Cent."""
    i = figure.number.last
    if figure.unit is None or figure.unit.kind is not UnitKind.DURATION or i >= figure.last:
        return False
    word = page.words.words[i]
    if not (word[0].isupper() and word[1:].islower() and len(word) > 3):  # noqa: PLR2004
        return False
    around = [page.words.words[k] for k in range(max(page.low, figure.first - 3), figure.first)]
    return bool(around) and any(w[0].islower() for w in around)


_ = APOSTROPHES
