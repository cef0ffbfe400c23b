"""From a printed number to its value: numerals, number words, and both mixed.

The grammar, roughly (a blank or a hyphen between the words):

    number    = [sign] numeral [fraction] [magnitude …] | spoken | part | vague
    spoken    = [a | half a] cardinal ["and" (a half | …)] [magnitude …]
    cardinal  = units, tens, hundred, thousand … in their usual order, "and" where it is said
    part      = [a | cardinal] half | third | quarter …      2 of 3, 1 of 2
    vague     = [tens | hundreds … of] hundreds | thousands | dozens …
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from newsdoc.lexicon import tags
from newsdoc.parser.statistics.exact import plus, printed, shifted, times
from newsdoc.parser.statistics.page import BARE, BLANKS, BORDER, HYPHENS, JOINTS, Figure, Page

_GROUPED: Final = re.compile(r"\d+|\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d\d)+,\d{3}")
_THREE: Final = re.compile(r"\d{3}")
_VULGAR: Final = {
    "½": "0.5", "¼": "0.25", "¾": "0.75", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625", "⅞": "0.875",
    "⅕": "0.2", "⅖": "0.4", "⅗": "0.6", "⅘": "0.8",
}  # fmt: skip
_POWER: Final = re.compile(r"\s?[×x]\s?10(?:\^|\*\*)?([-−]?\d{1,3})\b")
_MINUS: Final = frozenset({"minus", "negative"})
_THIN: Final = frozenset({" ", "\xa0", "\u202f", "\u2009"})
_LONG: Final = 14  # a number has no more words than this
_NEARBY: Final = 12  # words in which earnings make an m a million
_FAR: Final = 40  # words in which billions make one
_NO_NOUN: Final = BORDER | tags.TIME | tags.DETERMINER
ONE: Final = Decimal(1)
HALF: Final = Decimal("0.5")


def read_numeral(page: Page, i: int) -> Figure | None:
    """Return the number whose numeral stands in word *i*, or None where it is none."""
    start, end = page.numerals[i]
    text, last, gap = page.text, i, page.gaps[i]
    digits = text[start:end]
    if not digits.isdigit():
        whole, _, fraction = digits.partition(".")
        if not (_GROUPED.fullmatch(whole) and (whole == digits or fraction.isdigit())):
            return None
        last = page.words.at(end - 1)
    elif gap[-1:] == "." and gap[-2:-1] in ("", " ", "(") and start == page.starts[i]:
        digits, start = "0." + digits, start - 1
    elif len(digits) <= 3 and i + 1 in page.numerals:  # noqa: PLR2004 -- thousands in groups of three
        last, end = _grouped(page, i)
        digits = "".join(text[start:end].split())
    value = printed(digits)
    number = Figure(start, end, i, last + 1, value, value, BARE)
    number.rest = text[end : page.end(last)]
    behind = last + 1
    if number.rest or page.gaps[behind] != " " or behind in page.numerals or _goes_on(page, behind):
        _extend(page, number)
    if gap != " " or page.lowers[i - 1] in _MINUS:
        _sign(page, number)
    number.width = number.end - number.start
    return number


def read_vulgar(page: Page, i: int) -> Figure:
    """Return the number of the sign that stands alone before word *i*: '½ point'."""
    start = page.vulgar[i]
    value = Decimal(_VULGAR[page.text[start]])
    number = Figure(start, start + 1, i, i, value, value, BARE)
    _magnitudes(page, number)
    return number


def _grouped(page: Page, i: int) -> tuple[int, int]:
    """Return the last word of a numeral whose thousands stand apart, '12 480', and its end."""
    end, last = page.numerals[i][1], i
    while (more := page.numerals.get(last + 1)) and page.gaps[last + 1] in _THIN:
        apart = end != page.end(last) or more[0] != page.starts[last + 1]
        if apart or not _THREE.fullmatch(page.text, *more):  # letters stand between: '5km 120'
            break
        last, end = last + 1, more[1]
    return last, end


def _extend(page: Page, number: Figure) -> None:
    """Add what stands behind the numeral: a fraction, a power of ten, magnitudes."""
    text, end = page.text, number.end
    sign = text[end : end + 1]
    if sign == " ":
        sign, end = text[end + 1 : end + 2], end + 1
    if sign in _VULGAR:
        number.low = number.high = plus(number.low, Decimal(_VULGAR[sign]))
        number.end = end + 1
    elif sign in ("×", "x") and (power := _POWER.match(text, number.end)):
        places = int(power[1].replace("−", "-"))
        number.low = number.high = shifted(number.low, places)
        number.end = power.end()
        number.last = page.words.at(number.end - 1) + 1
        number.rest = ""
    if number.rest:
        if not number.rest.isalpha():
            return
        places = page.known.glued.get(number.rest, 0)
        if places and not (number.rest in "mtM" and _glued_unit(page, number)):
            _shift(number, places)
            number.end, number.rest = number.end + len(number.rest), ""
            return
    elif number.last in page.numerals or _goes_on(page, number.last):
        _mixed(page, number)
        _magnitudes(page, number)


def _glued_unit(page: Page, number: Figure) -> bool:
    """Whether the one letter behind a numeral is a unit (metre, tonne) and no magnitude.

    It is a magnitude behind a sign of money and before a noun: £12m, 12m tonnes.
    """
    if number.rest == "M":
        return False
    gap = page.gaps[number.first]
    if gap[-1:] in "$€£¥₹" and gap.strip():
        return False
    if page.text[page.starts[number.first] : number.start].isalpha():  # AUD1.5m
        return False
    if number.last < page.high and page.gaps[number.last] in HYPHENS:
        return page.lowers[number.last] in page.known.lists["sized"]  # '14m-high', not '14m-euro'
    around = page.lowers[max(page.low, number.first - _FAR) : number.first]
    if any(w.endswith("bn") and w[0].isdigit() for w in around) or _is_earned(page, number):
        return False
    follower = page.follows(number.last)
    if follower in page.known.lists["skipped"]:  # '3.6m extra seats'
        follower = page.follows(number.last + 1)
    return not (
        follower
        and (page.known.is_plural(follower) or follower in page.known.units)
        and follower not in ("is", "was", "has")
    )


def _is_earned(page: Page, number: Figure) -> bool:
    """Whether a number that describes no noun is told of what a firm earns: 'profit fell to 2m'."""
    ahead = page.follows(number.last)
    if ahead and (ahead == "of" or not page.tags[number.last] & _NO_NOUN):
        return False
    around = page.lowers[max(page.low, number.first - _NEARBY) : number.first]
    return not page.known.lists["earned"].isdisjoint(around)


def _shift(number: Figure, places: int) -> None:
    number.low = shifted(number.low, places)
    number.high = number.low
    number.places += places


def _spoken(page: Page, i: int) -> str:
    """Return word *i* in lower case where a blank or hyphen joins it to the word before."""
    return page.lowers[i] if i < page.high and page.gaps[i] in JOINTS else ""


def _mixed(page: Page, number: Figure) -> None:
    """Read 'and a half' behind a numeral or cardinal, and ' 1/2' behind a numeral."""
    i, known = number.last, page.known.numbers
    if i >= page.high:
        return
    word = page.lowers[i]
    if word != "and" and i not in page.numerals:
        return
    if word == "and" and _spoken(page, i + 1) in ("a", "one", "three"):
        role, base = known.get(_spoken(page, i + 2), ("", 0))
        if role in ("half", "part") and not _spoken(page, i + 2).endswith("th"):
            count = 3 if page.lowers[i + 1] == "three" else 1
            part = Decimal(count) / base if base in (2, 4) else None
            if part is not None:
                number.low = number.high = plus(number.low, times(part, 10**number.places))
                number.last, number.end = i + 3, page.end(i + 2)
        return
    found = page.numerals.get(i)
    if found and page.gaps[i] in BLANKS and i + 1 < page.high and page.gaps[i + 1] in ("/", "⁄"):
        over, under = page.lowers[i], page.lowers[i + 1]
        if under in ("2", "4", "8") and over.isdigit() and len(over) == 1 and over < under:
            number.low = number.high = plus(number.low, Decimal(over) / Decimal(under))
            number.last, number.end = i + 2, page.end(i + 1)


def _magnitudes(page: Page, number: Figure) -> None:
    """Read 'hundred', 'thousand', 'million', 'dozen' behind a number."""
    known, i = page.known.numbers, number.last
    if i >= page.high or not (page.tags[i] & tags.NUMBER or page.lowers[i] in _SHORT):
        return
    gap = page.text[number.end : page.starts[i]]  # behind the sign of '2½ million'
    while i < page.high and gap in JOINTS and i - number.first < _LONG:
        role, value = known.get(page.lowers[i], ("", 0))
        gap = page.gaps[i + 1]
        if role in ("power", "hundred"):
            number.low = shifted(number.low, value)
            number.places += value
        elif role == "times":
            number.low = times(number.low, value)
        else:
            if page.words.words[i] in _BEHIND:
                number.low = shifted(number.low, page.known.glued[page.words.words[i]])
                number.places += page.known.glued[page.words.words[i]]
                i += 1
            break
        i += 1
    if i > number.last:
        number.last, number.end, number.high = i, page.end(i - 1), number.low
        _mixed(page, number)


# Short magnitudes that also stand behind a blank: '$5 bn'.
_SHORT: Final = frozenset({"bn", "mn", "mln", "bln", "tn", "trn", "mil", "cr"})
_BEHIND: Final = frozenset(
    {"bn", "mn", "mln", "bln", "tn", "trn", "mil", "Bn", "BN", "MN", "cr", "Cr"}
)


def _sign(page: Page, number: Figure) -> None:
    """Read a sign or 'minus' before a numeral."""
    gap, first = page.gaps[number.first], number.first
    if number.start != page.starts[first]:
        return
    if gap[-1:] in ("-", "−", "–") and (
        (len(gap) == 1 and not first) or gap[-2:-1] in (" ", "(", "\n")
    ):
        after = gap[-2:-1] == " " and gap[-1] == "–"
        if not after:
            number.start -= 1
            number.low = number.high = -number.low
    elif gap in BLANKS and first > page.low and page.lowers[first - 1] in _MINUS:
        if page.lower(first - 2) == "or":
            return
        number.first -= 1
        number.start = page.starts[number.first]
        number.low = number.high = -number.low


def read_spoken(page: Page, i: int) -> Figure | None:
    """Return the number whose words begin with word *i*, or None where they are none."""
    role, value = page.known.numbers[page.lowers[i]]
    if role in ("unit", "ten", "hundred", "power", "times"):
        if role == "unit" and not _goes_on(page, i + 1):
            return _number(page, i, i + 1, Decimal(value))
        return _cardinal(page, i, role)
    if role == "half":
        return _half(page, i)
    if role == "part":
        return _part(page, i, i, ONE)
    if role == "fold":
        number = _number(page, i, i + 1, Decimal(value))
        number.form = "fold"
        return number
    return _vague(page, i)


def _number(page: Page, first: int, last: int, value: Decimal) -> Figure:
    """Return a number in words."""
    number = Figure(page.starts[first], page.end(last - 1), first, last, value, value, BARE)
    number.form = "words"
    return number


def _with_article(page: Page, i: int) -> int:
    """Return the word of 'a' or 'an' that stands before word *i*, or *i*."""
    before = page.lower(i - 1)
    return i - 1 if before in ("a", "an") and page.gaps[i] in BLANKS else i


def _goes_on(page: Page, i: int) -> bool:
    """Whether word *i* can go on with the number before it."""
    return i < page.high and bool(page.tags[i] & tags.NUMBER or page.lowers[i] in _GOING)


_GOING: Final = frozenset({"and", "x", *_SHORT})


def _cardinal(page: Page, i: int, role: str) -> Figure | None:
    """Read units, tens, hundreds and magnitudes in the order in which they are said."""
    first = i
    if role in ("hundred", "power", "times"):
        first = _with_article(page, i)
        if first == i:
            return None
    total, last, places = _count(page, i)
    if _is_spelled_year(page, i, role, total, last):
        return None
    number = _number(page, first, last, Decimal(total))
    number.places = places
    _mixed(page, number)
    if number.places == 0 or number.low != total:
        _magnitudes(page, number)
    part = page.known.numbers.get(page.lower(number.last), ("", 0))
    if part[0] in ("part", "half") and page.gaps[number.last] in JOINTS and total > 0:
        fraction = _part(page, number.first, number.last, number.low)
        if fraction is not None:
            return fraction
    return number


def _is_spelled_year(page: Page, i: int, role: str, total: int, last: int) -> bool:
    """Whether two numbers in words are a year, of which this is either: nineteen eighty-four."""
    known = page.known.numbers
    if _TEEN <= total <= _LAST_TEEN and page.gaps[min(last, page.high)] in BLANKS:
        return known.get(page.lower(last), ("", 0))[0] == "ten"
    before = known.get(page.lower(i - 1), ("", 0))
    return role == "ten" and before[0] == "unit" and before[1] >= _TEEN


_TEEN, _LAST_TEEN = 10, 20


# What may stand before each role of a cardinal.
_AFTER: Final = {
    "unit": frozenset({"", "ten", "hundred", "power"}),
    "ten": frozenset({"", "hundred", "power"}),
    "hundred": frozenset({"", "unit", "ten"}),
    "power": frozenset({"", "unit", "ten", "hundred", "times"}),
    "times": frozenset({"", "unit", "ten"}),
}
_DIGIT: Final = 10


def _count(page: Page, i: int) -> tuple[int, int, int]:
    """Return the value of the cardinal from word *i*, the word behind it, its last shift."""
    known = page.known.numbers
    total = group = places = 0
    before, stop = "", min(page.high, i + _LONG)
    while i < stop:
        role, value = known.get(page.lowers[i], ("", 0))
        if before not in _AFTER.get(role, ()):
            break
        if before == "ten" and role == "unit" and not 0 < value < _DIGIT:
            break
        if role == "power":
            total, group, places = total + (group or 1) * 10**value, 0, value
        elif role == "hundred":
            group = (group or 1) * 100
        elif role == "times":
            group = (group or 1) * value
        else:
            group += value
        before, last = role, i + 1
        i = _next_word(page, last, role)
        if i < 0:
            return total + group, last, 0 if group else places
    return total + group, i, 0 if group else places


def _next_word(page: Page, i: int, role: str) -> int:
    """Return the word with which a cardinal may go on behind word *i*, 'and' skipped, or -1."""
    if i >= page.high or not (page.gaps[i] in BLANKS or page.gaps[i] in HYPHENS):
        return -1
    if page.lowers[i] != "and":
        return i
    ahead = page.known.numbers.get(page.follows(i + 1), ("", 0))[0]
    joins = role in ("hundred", "power") and ahead in ("unit", "ten")
    return i + 1 if joins and page.follows(i + 2) != "of" else -1


def _half(page: Page, i: int) -> Figure | None:
    """Read 'half': of a magnitude a number, else one of two."""
    known, ahead = page.known.numbers, page.follows(i + 1)
    skip = 2 if ahead in ("a", "an") else 1
    word = page.lower(i + skip)
    role, value = known.get(word, ("", 0))
    if role in ("power", "hundred", "times") and page.gaps[i + skip] in JOINTS:
        base = Decimal(value) if role == "times" else shifted(ONE, value)
        number = _number(page, _with_article(page, i), i + skip + 1, shifted(times(base, 5), -1))
        number.low = number.high = Decimal(int(number.low))
        return number
    if skip == 2 and word in page.known.units:  # noqa: PLR2004
        number = _number(page, i, i + 2, HALF)
        number.form = "half-unit"
        return number
    return _part(page, i, i, ONE)


def _part(page: Page, first: int, i: int, count: Decimal) -> Figure | None:
    """Read a fraction whose base is word *i*: count of base."""
    word = page.lowers[i]
    role, base = page.known.numbers[word]
    if first == i and role == "part":
        article = _with_article(page, i)
        if article == i or (
            page.follows(i + 1) != "of" and word not in ("third", "quarter", "fifth")
        ):
            return None
        first = article
    if i + 1 < page.high and page.gaps[i + 1] in HYPHENS:
        return None
    if role == "part" and page.follows(i + 1) != "of" and not _fraction_ends(page, first, i):
        return None
    if count > 1 and word[-1] != "s":
        return None
    number = _number(page, first, i + 1, count)
    number.of = Decimal(base)
    number.form = "fraction"
    return _of_magnitude(page, number)


def _fraction_ends(page: Page, first: int, i: int) -> bool:
    """Whether a part without 'of' is a fraction: 'by a third,', not 'a third man'."""
    if page.gaps[i] in HYPHENS and first < i:
        return True
    if i + 1 >= page.high or page.gaps[i + 1] not in BLANKS:
        return first < i and (_led(page, first) or page.lowers[i] not in ("quarter", "quarters"))
    if page.tags[i + 1] & _GOES_ON and _led(page, first):
        return True
    move = page.known.moves.get(page.lowers[i + 1])
    if move is not None and "comparative" in move.uses:  # 'a third fewer homes'
        return True
    return page.follows(i + 1) in (
        "in",
        "to",
        "as",
        "over",
        "from",
        "more",
        "less",
        "between",
        "since",
    )


_GOES_ON: Final = tags.CONJUNCTION | tags.PREPOSITION | tags.AUXILIARY | tags.ADVERB


def _led(page: Page, first: int) -> bool:
    """Whether 'by' or a bound leads a number: 'by a third', 'over a quarter'."""
    before = page.lower(first - 1)
    return before == "by" or before in page.known.before


def _of_magnitude(page: Page, number: Figure) -> Figure:
    """Turn 'a quarter of a million' into a number."""
    i = number.last
    if page.follows(i) == "of" and page.follows(i + 1) in ("a", "an"):
        role, value = page.known.numbers.get(page.follows(i + 2), ("", 0))
        if role == "power" and number.of is not None:
            exact = shifted(number.low, value)
            if exact % number.of == 0:
                number.places = value
                number.low = number.high = exact // number.of
                number.of, number.last, number.end, number.form = (
                    None,
                    i + 3,
                    page.end(i + 2),
                    "words",
                )
    return number


def _vague(page: Page, i: int) -> Figure | None:
    """Read 'hundreds', 'tens of thousands': one order of magnitude."""
    known = page.known.numbers
    role, value = known[page.lowers[i]]
    low = (
        Decimal(value)
        if role in ("dozens", "scores")
        else shifted(ONE, 1 if role == "tens" else value)
    )
    last = i + 1
    while page.follows(last) == "of":
        role, value = known.get(page.follows(last + 1), ("", 0))
        if role != "many":
            break
        low, last = shifted(low, value), last + 2
    number = _number(page, i, last, low)
    number.high = shifted(low, 1)
    number.form = "vague"
    return number
