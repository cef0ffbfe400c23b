"""Two numbers that belong together: ranges, ratios, fractions, compounds; and pairs that stay two.

10 to 20 percent, $5-7 million, between 5 and 7     one figure, magnitude and unit shared
one in five, 3 out of 4, 1/16                       one figure with a base
6 feet 2 inches                                     one figure in the smaller unit
from 12 to 9, 51-49, 46 percent to 44, 7- or 8-inch two figures, the unit shared
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import UnitKind
from newsdoc.parser.statistics.exact import shifted, times
from newsdoc.parser.statistics.excluded.dates import is_year
from newsdoc.parser.statistics.numbers.magnitudes import NO_NUMBER
from newsdoc.parser.statistics.page import BARE, DASHES, HYPHENS, Figure, Page
from newsdoc.parser.statistics.units import PERCENT, of_unit
from newsdoc.parser.statistics.units.compounds import absorb, compound, height
from newsdoc.parser.statistics.units.rates import read_rate

_NEAR: Final = 24  # two numbers that belong together stand no farther apart, in characters
_HEDGES: Final = 3  # words that may hedge the second number: 'to as much as'
_OPENERS: Final = 4  # words that may stand behind 'between' and 'from'
_TOLD: Final = 6  # words before 'from' in which a verb tells whether it opens a range
_STEP, _CLOSE = 5, 3  # round numbers, and numbers next to each other, are guessed between
_THOUSAND: Final = 1000
_HUNDRED: Final = 100
_PASSED: Final = tags.PREPOSITION | tags.CONJUNCTION | tags.SUBORDINATOR | tags.TIME | tags.ADVERB
_TO: Final = frozenset({*DASHES, "~", "to", "or", "and", "through"})
_HUNG: Final = frozenset({"- or", "- and", "- to", "-or", "-and"})  # 7- or 8-inch
_DATING: Final = frozenset({"in", "for", "since", "during", "by"})  # 'its forecast for 2024 to 5%'
_BY: Final = frozenset({"x", "×", "by"})  # 20 x 30 cm
_SETS: Final = frozenset({", ", " "})  # between the scores of two sets
_SET: Final = "99"  # no score of a set has more digits
_RATIO: Final = frozenset({"in", "out of", "in every", "out of every", "of every", "-in-", "-for-"})
_BASES: Final = frozenset(
    {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20, 25, 30, 40, 50, 100, 1000, 10_000, 100_000}
)


def combine(page: Page, figures: list[Figure]) -> list[Figure]:
    """Return the figures with those that make one combined."""
    found: list[Figure] = []
    for figure in figures:
        if not (found and _join(page, found[-1], figure)):
            found.append(figure)
    return found


def _join(page: Page, left: Figure, right: Figure) -> bool:
    """Take the right figure into the left one, where the two are one."""
    if right.start - left.end > _NEAR or right.start < left.end:
        return False
    between = " ".join(page.text[left.end : right.start].lower().split())
    return (
        compound(page, left, right, between)
        or height(page, left, right, between)
        or _ratio(page, left, right, between)
        or _fraction(page, left, right)
        or _range(page, left, right, between)
    )


# --- ratios, fractions ------------------------------------------------------------


def _ratio(page: Page, left: Figure, right: Figure, between: str) -> bool:
    """'one in five', '3 out of 4', 'six in every 10': one figure with a base."""
    if between not in _RATIO or left.unit is not BARE or left.of is not None:
        return False
    if page.gaps[left.first] in DASHES:
        return False  # '287-9 in 50 overs'
    base = right.low
    if right.of is not None or base <= left.high:
        return False
    if right.unit is not BARE and (
        between == "in" or right.unit.kind is not UnitKind.MULTIPLE  # 'four out of 11 times'
    ):
        return False
    rare = left.low == 1 and base >= _HUNDRED and not is_year(page, right)
    if between == "in" and base not in _BASES and not rare:
        return False
    left.of, left.why, left.unit = base, "ratio", right.unit
    return absorb(left, right)


def _fraction(page: Page, left: Figure, right: Figure) -> bool:
    """'1/16': one figure with a base."""
    if left.unit is not BARE or page.text[left.end : right.start] not in ("/", "⁄"):
        return False
    if not 0 <= left.low < right.low <= _THOUSAND:
        return False
    left.of, left.why, left.unit = right.low, "fraction", right.unit
    left.form = "fraction"
    absorb(left, right)
    if left.unit is BARE:
        of_unit(page, left)
    return True


# --- ranges and pairs -------------------------------------------------------------


def _range(page: Page, left: Figure, right: Figure, between: str) -> bool:
    """Make one range of two numbers, or let them share a unit and stay a pair."""
    hung = between in _HUNG or (between in _BY and right.unit.kind is UnitKind.LENGTH)
    if hung and left.unit is BARE and right.unit is not BARE:
        left.unit, left.per, left.why = right.unit, right.per, right.why
        return False
    joint = _joint(page, between)
    if not joint or left.low != left.high or right.low != right.high or left.of or right.of:
        return False
    opened = _opened(page, left)
    if (joint == "and" and opened != "between") or (joint == "or" and _are_apart(left, right)):
        return False
    if joint == "to" and opened == "from" and _shares_level(page, left, right):
        return False
    if not _one_unit(page, left, right, joint) or _are_years(page, left, right):
        return False
    low = _shared(page, left, right)
    if right.low < low < 0 and opened == "between":  # 'between minus 5 and minus 10'
        low, right.low = right.low, low
    if low >= right.low or _stay_two(page, left, right, joint, opened):
        left.low = left.high = low  # 'from $10 to $15 billion'
        _pair(page, left, right, joint)
        return False
    left.low, left.high, left.why = low, right.low, "range"
    left.unit, left.per = left.unit if right.unit is BARE else right.unit, right.per
    absorb(left, right)
    read_rate(page, left, left.last)  # '€5.15-5.20/kg'
    return True


def _joint(page: Page, between: str) -> str:
    """Return the word or dash that joins two numbers, or nothing."""
    plain = between.removeprefix("up ").replace("-to-", "to").replace("to-", "to")
    first, *hedges = plain.split() or [""]
    if first not in _TO or first == "—" or len(hedges) > _HEDGES:
        return ""
    allowed = page.known.lists["hedge"]
    return first if all(word in allowed for word in hedges) else ""


def _opened(page: Page, left: Figure) -> str:
    """Return the word that opens the range: 'between', 'from', or nothing."""
    hedge, opener = page.known.lists["hedge"], page.known.lists["opener"]
    for i in range(left.first - 1, page.since(left.first - _OPENERS) - 1, -1):
        word = page.lowers[i]
        if word in ("between", "from"):
            return word
        if word not in hedge and word not in opener:
            break
    return ""


def _are_apart(left: Figure, right: Figure) -> bool:
    """Whether 'or' joins two numbers that are not close; they share the unit all the same.

    Three or four days and 10 or 15 minutes are ranges, four or eight years are not.
    """
    if not left.places and (left.unit is BARE or left.unit.kind is UnitKind.MONEY):
        round_ones = left.low % _STEP == 0 == right.low % _STEP
        if left.low < right.low <= (2 * left.low + 1 if round_ones else left.low + _CLOSE):
            return False
    if left.unit is BARE and right.unit.kind is UnitKind.DURATION:
        left.unit, left.why = right.unit, "pair"
    return True


def _shares_level(page: Page, left: Figure, right: Figure) -> bool:
    """Let a level share the unit of the one before: 'from 208 pounds to 193'."""
    if left.unit is BARE or right.unit is not BARE:
        return False
    if not right.rest and not page.follows(right.last):
        right.unit, right.why = left.unit, "pair"
    return True


def _one_unit(page: Page, left: Figure, right: Figure, joint: str) -> bool:
    """Whether two ends can be of one unit: the same, or one of them left out."""
    if right.unit is BARE:
        if left.unit is BARE:
            return joint != "through"
        money = left.unit.kind is UnitKind.MONEY
        falls = left.unit.kind is UnitKind.PERCENT and left.low > right.low
        return not right.rest and (joint in DASHES or money or (joint == "to" and falls))
    if left.unit is BARE:
        signed = right.form == "numeral" and not page.text[right.start].isdigit()  # '$9', 'EUR 9'
        money = right.unit.kind is UnitKind.MONEY and signed
        return not money or joint == "or"  # '8 or $9'; but 'in 2014 to $9'
    return left.unit.name.endswith(right.unit.name)


def _are_years(page: Page, left: Figure, right: Figure) -> bool:
    """Whether two bare numbers are years: between 2015 and 2017, 1600 to 1900."""
    if left.unit is not BARE:
        return False
    if right.unit is not BARE:
        return page.window[left.first - 1] in _DATING and is_year(page, left)
    if not is_year(page, right):
        return False
    left.dropped = len(page.text[left.start : left.end]) == 4 and left.low >= _THOUSAND  # noqa: PLR2004
    return left.dropped


def _shared(page: Page, left: Figure, right: Figure) -> Decimal:
    """Return the lower end with the magnitude it shares: '$5-7 million', '1 to 2 thousand'."""
    places = right.places
    if places:
        low = shifted(left.low, places)
        if low <= right.low:
            return low
    role, value = page.known.numbers.get(page.window[right.first + 1], NO_NUMBER)
    factor = {"hundred": _HUNDRED, "times": value}.get(role, 1)  # 'three to four hundred'
    return times(left.low, factor)


def _stay_two(page: Page, left: Figure, right: Figure, joint: str, opened: str) -> bool:
    """Whether two ascending numbers are two levels, an amount and a level, or a score."""
    if opened == "from":
        return not _spans(page, left)
    if joint == "to" and left.unit is not BARE and right.unit is not BARE:
        return _moved(page, left)
    if joint == "to" and right.unit in (BARE, left.unit) and _moved(page, left):
        return _ends(page, right)
    return _is_score(page, left, right, joint)


def _spans(page: Page, left: Figure) -> bool:
    """Whether 'from … to …' tells how far something reaches: prices range from 5 to 7."""
    spans, moves = page.known.lists["span"], page.known.moves
    for k in range(left.first - 2, page.since(left.first - 1 - _TOLD) - 1, -1):
        if page.lowers[k] in spans:
            return True
        if page.lowers[k] in moves:
            return False
    return False


def _moved(page: Page, left: Figure) -> bool:
    """Whether a word of change stands before the first amount: 'rose 3 percent to 41 percent'."""
    hedge = page.known.lists["hedge"]
    for i in range(left.first - 1, page.since(left.first - _OPENERS) - 1, -1):
        if page.lowers[i] in page.known.moves:
            return True
        if page.lowers[i] not in hedge and page.lowers[i] != "by":
            break
    return False


def _ends(page: Page, right: Figure) -> bool:
    """Whether no noun follows that two numbers count: 'rose by 140 to 2,310 in May'."""
    follower = page.follows(right.last)
    return not follower or bool(page.tags[right.last] & _PASSED)


def _pair(page: Page, left: Figure, right: Figure, joint: str) -> None:
    """Let two figures of one pair share what one of them leaves out: 73-to-25 percent."""
    if left.unit is BARE and right.unit is BARE:
        hung = page.gaps[right.first] in HYPHENS  # 'a two-to-one vote'
        dash = joint in DASHES or hung
        if dash or _is_score(page, left, right, joint):
            left.why = right.why = "score"
    elif left.unit is BARE:
        left.unit, left.why = right.unit, "pair"
    elif (
        joint == "to"
        and right.unit is BARE
        and left.unit.kind is UnitKind.PERCENT
        and not _moved(page, left)
        and _ends(page, right)
    ):
        right.unit, right.why = PERCENT, "pair"  # 'ahead 52% to 36'


# --- scores ----------------------------------------------------------------------


def _is_score(page: Page, left: Figure, right: Figure, joint: str) -> bool:
    """Whether two bare numbers are the result of a vote or a match: voted 49-51, won 3 to 1."""
    if left.unit is not BARE or right.unit is not BARE:
        return False
    if joint == "to":
        i = left.first - 1
        i -= page.leads(i, tags.BE) or page.window[i] == "by"  # 'the vote was 52 to 48'
        return page.window[i] in page.known.lists["verdict"]
    if joint not in DASHES:
        return False
    if _falls(page, left.first - 2):
        return True
    if page.window[left.first - 1] == "took" and page.leads(right.last, tags.PREPOSITION):
        return True  # 'took 5-48 from 10 overs'
    around = (left.first - 1, left.first - 2, right.last, right.last + 1)
    return any(page.window[k] in page.known.lists["result"] for k in around)


def _falls(page: Page, i: int) -> bool:
    """Whether words *i* and *i* + 1 are the score of another set: 'won 6-4, 3-6, 7-5'."""
    if not page.low <= i < page.high - 1 or page.gaps[i + 1] not in DASHES:
        return False
    one, two = page.lowers[i], page.lowers[i + 1]
    if not (one.isdecimal() and two.isdecimal()) or len(one) > len(_SET) or len(two) > len(_SET):
        return False
    return page.gaps[i + 2] in _SETS and int(one) > int(two)
