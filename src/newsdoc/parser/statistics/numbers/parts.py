"""Parts and vague counts in words: 'half', 'two-thirds', 'hundreds', 'tens of thousands'."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from newsdoc.lexicon import tags
from newsdoc.parser.statistics.exact import shifted, times
from newsdoc.parser.statistics.numbers.magnitudes import NO_NUMBER
from newsdoc.parser.statistics.page import BARE, BLANKS, HYPHENS, JOINTS, WHOLES, Figure, Page

_ARTICLES: Final = frozenset({"a", "an"})
_ONE: Final = Decimal(1)
_HALF: Final = Decimal("0.5")
_QUARTER: Final = Decimal("0.25")
_ERAS: Final = frozenset({"year", "decade", "century"})  # a half-century is a score, too
_ALONE: Final = frozenset({"third", "quarter", "fifth"})  # told without 'of': 'by a third'
_ALL_BUT_ONE: Final = 3  # of four quarters
_QUARTERS: Final = frozenset({"quarter", "quarters"})  # of a year or a town, too
_GOES_ON: Final = tags.CONJUNCTION | tags.PREPOSITION | tags.AUXILIARY | tags.ADVERB
_LED: Final = frozenset({"by", "up", "down"})
_OTHERS: Final = frozenset({"of", "more", "others"})
_LEADS: Final = tags.CONJUNCTION | tags.PREPOSITION | tags.AUXILIARY | tags.PAST | tags.BOUND
_BEHIND: Final = frozenset(
    {"in", "to", "as", "over", "from", "more", "less", "between", "since"}
)  # a fraction without 'of'


def in_words(page: Page, first: int, last: int, value: Decimal) -> Figure:
    """Return the number of the words from *first* to *last*."""
    start, end = page.starts[first], page.end(last - 1)
    number = Figure(start, end, first, last, value, value, BARE)
    number.form = "words"
    return number


def with_article(page: Page, i: int) -> int:
    """Return the word of 'a' or 'an' that stands before word *i*, or *i*."""
    return i - 1 if page.window[i - 1] in _ARTICLES and page.gaps[i] in BLANKS else i


# --- parts -------------------------------------------------------------------------


def read_half(page: Page, i: int) -> Figure | None:
    """Read 'half': of a magnitude a number, else one of two."""
    skip = 2 if page.window[i + 1] in _ARTICLES and page.gaps[i + 1] in JOINTS else 1
    word, last = page.window[i + skip], i + skip + 1
    if (many := _part_of_power(page, i, skip, _HALF)) is not None:
        return many
    if last > i + 2 and word and page.tags[last - 1] & tags.UNIT:
        number = in_words(page, i, i + 2, _HALF)
        number.form = "half-unit"
        return number
    return _one_and_part(page, i) or _part_of_unit(page, i, _HALF) or part_of(page, i, i, _ONE)


def _part_of_power(page: Page, i: int, skip: int, part: Decimal) -> Figure | None:
    """Read 'half a million', 'a half-dozen': the magnitude stands *skip* words behind word *i*."""
    last = i + skip + 1
    role, value = page.known.numbers.get(page.window[last - 1], NO_NUMBER)
    if role not in ("power", "hundred", "times") or page.gaps[last - 1] not in JOINTS:
        return None
    base = Decimal(value) if role == "times" else shifted(_ONE, value)
    return in_words(page, with_article(page, i), last, Decimal(int(times(base, part))))


def _one_and_part(page: Page, i: int) -> Figure | None:
    """Return the one of 'a mile and a half', of which word *i* is the half; its unit is next."""
    if (
        page.window[i - 2] != "and"
        or page.window[i - 1] != "a"
        or page.window[i - 4] not in _ARTICLES
    ):
        return None
    told = page.tags[i - 3] & tags.UNIT and page.follows(i + 1) not in page.known.units
    return in_words(page, i - 4, i - 3, _ONE) if told else None


def _part_of_unit(page: Page, i: int, part: Decimal) -> Figure | None:
    """Read 'a half mile', 'a quarter-point cut', 'half-hour': a part of one unit."""
    unit = page.known.units.get(page.window[i + 1])
    if unit is None or unit.name in _ERAS:
        return None
    led = page.window[i - 1] in _ARTICLES and page.gaps[i] in BLANKS
    hung = page.gaps[i + 1] in HYPHENS and page.gaps[i] not in HYPHENS  # not 'three-quarter-point'
    if not (hung or (led and page.follows(i + 1))):
        return None
    number = in_words(page, i - led, i + 1, part)
    number.form = "half-unit"
    return number


def three_quarters_of_unit(page: Page, three: Figure) -> Figure | None:
    """Read 'a three-quarter-point rise': the part of a unit that begins with *three*."""
    i = three.last
    if page.lowers[i] != "quarter" or not page.tags[i] & tags.NUMBER:
        return None
    unit = page.known.units.get(page.window[i + 1])
    if unit is None or unit.name in _ERAS or page.gaps[i + 1] not in JOINTS:
        return None
    if page.gaps[i] not in HYPHENS and page.window[three.first - 1] not in _ARTICLES:
        return None  # 'three quarter-point cuts'
    number = in_words(page, with_article(page, three.first), i + 1, 3 * _QUARTER)
    number.form = "half-unit"
    return number


def read_one_part(page: Page, i: int) -> Figure | None:
    """Read 'a third': of something, or where it can stand alone."""
    if page.lowers[i] == "quarter":
        told = _one_and_part(page, i) or _part_of_unit(page, i, _QUARTER)
        if told is not None:
            return told
        if page.gaps[i + 1] in HYPHENS and (many := _part_of_power(page, i, 1, _QUARTER)):
            return many  # 'a quarter-million'
    first = with_article(page, i)
    alone = page.lowers[i] in _ALONE or page.window[first - 1] == "by"
    if first == i or not (alone or page.follows(i + 1) == "of"):
        return None
    return part_of(page, first, i, _ONE)


def part_of(page: Page, first: int, i: int, count: Decimal) -> Figure | None:
    """Return so many parts, of which word *i* is the base, or None where they are none."""
    word = page.lowers[i]
    role, base = page.known.numbers[word]
    if i + 1 < page.high and page.gaps[i + 1] in HYPHENS:
        return None
    many = count > 1 and word[-1] == "s" and word not in _QUARTERS  # 'two thirds agreed'
    alone = many or page.follows(i + 1) == "of" or _stands_alone(page, first, i)
    if role == "part" and not alone:
        return None
    if count > 1 and word[-1] != "s":
        return None
    if word == "quarters" and (count != _ALL_BUT_ONE or _last(page, i)):
        return None  # 'for two quarters in a row'
    if word == "halves" and count == 1:
        return None  # 'vaccine halves hospital stays'
    number = in_words(page, first, i + 1, count)
    number.of, number.form = Decimal(base), "fraction"
    _read_magnitude(page, number, base)
    return number


def _last(page: Page, i: int) -> bool:
    """Whether quarters are times in which something moved: 'three quarters of growth'."""
    return page.follows(i + 1) == "of" and page.known.change(page.follows(i + 2)) is not None


def _stands_alone(page: Page, first: int, i: int) -> bool:
    """Whether a part without 'of' is a fraction: 'by a third,', not 'a third man'.

    'A third said he left' tells of a man, 'Of the nurses, a third said so' does not.
    """
    if page.gaps[i] in HYPHENS and first < i:
        return True
    if i + 1 < page.high and page.behind_aside(i + 1, page.gaps[i + 1]) > i + 1:
        return True  # 'a quarter, or 25 percent, of nurses'
    if i + 1 >= page.high or page.gaps[i + 1] not in BLANKS:
        return first < i and (_is_led(page, first) or page.lowers[i] not in _QUARTERS)
    if page.tags[i + 1] & _GOES_ON and _is_led(page, first):
        return True
    if page.window[first - 1] == "by" and page.tags[i + 1] & (tags.DETERMINER | tags.TIME):
        return True  # 'fell by a third this year'
    if first < i and page.follows(i + 1) in page.known.lists["opinion"]:
        whole = page.lowers[page.low] in WHOLES and page.gaps[first] == ", "
        return page.lowers[i] != "third" or page.window[i + 2] == "they" or whole
    if page.known.used(page.lowers[i + 1], "comparative"):  # 'a third fewer homes'
        return True
    return page.follows(i + 1) in _BEHIND


def _is_led(page: Page, first: int) -> bool:
    """Whether 'by' or a bound leads a number: 'by a third', 'over a quarter'."""
    before = page.window[first - 1]
    return before in _LED or before in page.known.before


def _read_magnitude(page: Page, number: Figure, base: int) -> None:
    """Make a number of parts of a magnitude, where they come out even: 'a quarter of a million'."""
    i = number.last
    if page.follows(i) != "of" or page.follows(i + 1) not in _ARTICLES:
        return
    role, value = page.known.numbers.get(page.follows(i + 2), NO_NUMBER)
    exact = shifted(number.low, value)
    if role == "power" and exact % base == 0:
        number.amount_to(exact // base)
        number.places = value
        number.of, number.form = None, "words"
        number.last, number.end = i + 3, page.end(i + 2)


# --- vague counts ----------------------------------------------------------------------


def read_vague(page: Page, i: int) -> Figure | None:
    """Read 'hundreds', 'tens of thousands': one order of magnitude."""
    known = page.known.numbers
    role, value = known[page.lowers[i]]
    described = i > page.low and page.gaps[i] in BLANKS and not page.tags[i - 1] & _LEADS
    if role == "scores" and described and page.follows(i + 1) not in _OTHERS:  # 'test scores'
        return None
    low = Decimal(value) if role in ("dozens", "scores") else shifted(_ONE, value)
    last = i + 1
    while page.follows(last) == "of":
        role, value = known.get(page.follows(last + 1), NO_NUMBER)
        if role != "many":
            break
        low, last = shifted(low, value), last + 2
    number = in_words(page, i, last, low)
    number.high, number.form = shifted(low, 1), "vague"
    return number
