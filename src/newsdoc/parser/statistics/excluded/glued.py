"""Numbers glued to letters, marks or links: 3rd, G20, #7, COVID-19, in the address of a page."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.parser.statistics.excluded import dates
from newsdoc.parser.statistics.page import DASHES, HYPHENS, Figure, Page
from newsdoc.parser.statistics.units.money import is_sign
from newsdoc.parser.statistics.units.rates import SHORT_RATES

_ORDINAL: Final = frozenset({"st", "nd", "rd", "th", "s"})
_MARKS: Final = "#@/_&?=\\[:'’."  # what glues a numeral to a link, a handle, a name before it
_SIGNS: Final = frozenset("%°º")  # behind a number that something measures
_LINK: Final = 80  # a link is looked for so many characters back
_AGED: Final = frozenset({"under", "over"})  # before the age of those who play
_LINES: Final = frozenset({480, 720, 1080, 1440, 2160})


def glued_behind(page: Page, number: Figure) -> bool:
    """Whether the letters behind a numeral are no unit: 3rd, 1990s, 5G, runway 27R."""
    rest = number.rest.lower()
    if rest in _ORDINAL:
        digits = page.text[number.start : number.end]
        second, stone = rest == "s" and "." in digits, rest == "st" and digits[-1] != "1"
        stone = stone or (rest == "st" and page.window[number.last][-2:] == "lb")  # '11st 4lb'
        return not (second or stone)  # '9.6s', '12st' among '1990s', '21st'
    if rest == "x":  # '3x faster'; not 'a Boeing 777X'
        return number.rest == "X" and page.words.words[number.first - 1][0].isupper()
    if rest in SHORT_RATES:
        return page.gaps[number.first][-1:] not in page.known.signs  # '£850pcm'
    known = page.known
    return page.window[number.first - 1] == "runway" or not (
        number.rest in known.symbols
        or rest in known.symbols
        or rest in known.units
        or rest in known.phrases
    )


def is_screen(number: Figure) -> bool:
    """Whether a number of lines names what a screen shows: 1080p."""
    return number.rest == "p" and number.low in _LINES


def glued_before(page: Page, number: Figure) -> bool:
    """Whether letters or marks before a numeral make it a part of something: G20, #7, COVID-19."""
    gap, first = page.gaps[number.first], number.first
    if number.start != page.starts[first]:
        return not _has_sign(page, number, gap)
    if gap in DASHES:
        return _behind_name(page, first)
    if gap == "/":  # '180C/350F', '1/16'
        measured = number.rest or page.gaps[number.last][:1] in _SIGNS
        return not (measured or dates.is_base(page, first))
    if gap[-1:] and gap[-1] in _MARKS:
        return not _starts(page, number, gap)
    return gap[-2:] in ('="', "='")


def _has_sign(page: Page, number: Figure, gap: str) -> bool:
    """Whether what is glued to the front of a numeral is a sign of money or of a number."""
    letters = page.text[page.starts[number.first] : number.start]
    if not letters:
        return True  # a minus sign or a point
    if gap in HYPHENS:
        return False
    if gap[-1:] == "$" and "$" + letters in page.known.signs:
        return True
    return is_sign(page, number, letters)


def _behind_name(page: Page, first: int) -> bool:
    """Whether a hyphen joins the numeral to a name: COVID-19 and F-16, not sub-7 and 5-7."""
    before = page.window[first - 1]
    if before in _AGED and first - 1 > page.low and page.words.words[first - 1][0].isupper():
        return True  # 'the England Under-21 side'
    if not before or before[0].isdigit() or before in page.known.lists["prefix"]:
        return False
    if page.gaps[first - 1][-1:] in _SIGNS or first - 2 in page.numerals:
        jet = page.words.words[first - 1] == "F" and page.gaps[first - 1] == " "  # '48 F-35A jets'
        return jet or not page.tags[first - 1] & tags.UNIT  # '18°C-22°C'
    capitals = page.words.words[first - 1].isupper()
    return capitals or not page.tags[first - 1] & (tags.UNIT | tags.NUMBER)


def _starts(page: Page, number: Figure, gap: str) -> bool:
    """Whether a numeral behind a mark begins anew: 'Age: 27', ''12 Years''."""
    mark, before = gap[-1], page.window[number.first - 1]
    if mark == ":":
        return len(gap) > 1 or not before[-1:].isdigit()
    if gap == "." and page.words.words[number.first - 1] in page.known.signs:
        return True  # Rs.500
    if mark in "'’.":
        return len(gap) > 1 and gap[-2] != " "
    if mark == "[":
        return gap[-2:-1] == " "  # 'a [4 to 5 percent] headwind'
    return mark == "=" and before == "y"  # Y=500, for ¥500


def in_link(page: Page, number: Figure) -> bool:
    """Whether no blank stands between the number and the opening of a link."""
    window = page.text[max(0, number.start - _LINK) : number.start]
    link = window.rfind("://")
    return link >= 0 and not any(char.isspace() for char in window[link:])
