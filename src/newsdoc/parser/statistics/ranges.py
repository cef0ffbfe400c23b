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
from newsdoc.parser.statistics.ages import told_age
from newsdoc.parser.statistics.changes.moves import SHARES
from newsdoc.parser.statistics.exact import is_multiple, shifted, times
from newsdoc.parser.statistics.excluded.dates import is_year
from newsdoc.parser.statistics.numbers.magnitudes import NO_NUMBER
from newsdoc.parser.statistics.page import BARE, DASHES, HYPHENS, Figure, Page
from newsdoc.parser.statistics.scores import is_score, tells_result
from newsdoc.parser.statistics.units import PERCENT, of_unit
from newsdoc.parser.statistics.units.compounds import absorb, compound, height, summed
from newsdoc.parser.statistics.units.rates import read_rate

_NEAR: Final = 24  # two numbers that belong together stand no farther apart, in characters
_HEDGES: Final = 3  # words that may hedge the second number: 'to as much as'
_OPENERS: Final = 4  # words that may stand behind 'between' and 'from'
_TOLD: Final = 6  # words before 'from' in which a verb tells whether it opens a range
_APART: Final = 3  # times the lower end that a range does not span, behind 'by'
_STEP, _CLOSE = 5, 3  # round numbers, and numbers next to each other, are guessed between
_THOUSAND: Final = 1000
_HUNDRED: Final = 100
_PASSED: Final = tags.PREPOSITION | tags.CONJUNCTION | tags.SUBORDINATOR | tags.TIME | tags.ADVERB
_TO: Final = frozenset({*DASHES, "~", "to", "or", "and", "through"})
_ROW: Final = frozenset({", ", " or ", " and ", ", or ", ", and "})  # before the last of a row
_HUNG: Final = frozenset({"- or", "- and", "-or", "-and"})  # 7- or 8-inch
_DATING: Final = frozenset({"in", "for", "since", "during", "by"})  # 'its forecast for 2024 to 5%'
_BY: Final = frozenset({"x", "×", "by"})  # 20 x 30 cm
_RATIO: Final = frozenset({"in", "out of", "in every", "out of every", "of every", "-in-", "-for-"})
_SHIFT: Final = (Decimal(9), Decimal(5))  # hours of work: 'a 9-to-5 job'
_BASES: Final = frozenset(
    {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20, 25, 30, 40, 50, 100, 1000, 10_000, 100_000}
)


def combine(page: Page, figures: list[Figure]) -> list[Figure]:
    """Return the figures with those that make one combined."""
    found: list[Figure] = []
    for figure in figures:
        if len(found) > 1 and _is_hung(page, figure):
            _share_row(page, found, figure)
        if not (found and _join(page, found[-1], figure)):
            figure.before = found[-1] if found else None
            found.append(figure)
    if tells_result(page, found):
        for figure in found:
            figure.why = "score"
    return found


def _is_hung(page: Page, figure: Figure) -> bool:
    """Whether a hyphen joins a figure to its unit, which those before may share."""
    last = figure.last - 1
    return figure.unit is not BARE and last > figure.first and page.gaps[last] in HYPHENS


def _share_row(page: Page, found: list[Figure], figure: Figure) -> None:
    """Share a unit among a row of three figures or more: 'five, eight or twelve-day passes'."""
    row, behind = 0, figure
    while row < len(found) and found[-1 - row].unit is BARE:
        left = found[-1 - row]
        between = page.text[left.end : behind.start]
        if between != ", " and (row or between not in _ROW):
            break
        row, behind = row + 1, left
    for left in found[len(found) - row :] if row > 1 else ():
        left.unit, left.why = figure.unit, "pair"


def _join(page: Page, left: Figure, right: Figure) -> bool:
    """Take the right figure into the left one, where the two are one."""
    if right.start - left.end > _NEAR or right.start < left.end:
        return False
    between = " ".join(page.text[left.end : right.start].lower().split())
    return (
        compound(page, left, right, between)
        or height(page, left, right, between)
        or summed(left, right, between)
        or _ratio(page, left, right, between)
        or _fraction(page, left, right)
        or _range(page, left, right, between)
    )


# --- ratios, fractions ------------------------------------------------------------


def _ratio(page: Page, left: Figure, right: Figure, between: str) -> bool:
    """'one in five', '3 out of 4', 'six in every 10': one figure with a base."""
    if between not in _RATIO or left.unit is not BARE or left.of is not None:
        if between == "out of" and left.unit.kind is UnitKind.DURATION and right.unit is BARE:
            right.unit, right.why = left.unit, "pair"  # 'three days out of 10'
        return False
    if page.gaps[left.first] in DASHES:
        return False  # '287-9 in 50 overs'
    base = right.low
    if page.follows(right.last) == "overs" and page.window[left.first - 1] == "for":
        return False  # '287 for 6 in 50 overs'
    if between == "-in-" and (base <= left.high or right.unit is not BARE):
        left.dropped = right.dropped = True  # 'a 2-in-1 laptop', 'a 1-in-100-year flood'
        return False
    if right.of is not None or base != right.high or base <= left.high:
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
    if joint == "to" and (
        _is_base_of_odds(page, left) or (opened == "from" and _shares_level(page, left, right))
    ):
        return False
    if not _one_unit(page, left, right, joint) or _are_years(page, left, right):
        return False
    low = _shared(page, left, right)
    if right.low < low < 0 and opened == "between":  # 'between minus 5 and minus 10'
        low, right.low = right.low, low
    if low >= right.low or _stay_two(page, left, right, joint, opened):
        if left.unit is not BARE:
            left.low = left.high = low  # 'from $10 to $15 billion'
        _pair(page, left, right, joint)
        return False
    return _reach(page, left, right, low)


def _reach(page: Page, left: Figure, right: Figure, low: Decimal) -> bool:
    """Make one range of two numbers, from *low* to the right one."""
    left.low, left.high = low, right.low
    left.unit, left.per = left.unit if right.unit is BARE else right.unit, right.per
    absorb(left, right)
    if left.unit.kind is UnitKind.DURATION:
        told_age(page, left)  # 'aged 15 to 20 years'
    left.why = "range"
    if left.unit is not BARE and left.per is None:
        read_rate(page, left, left.last)  # '€5.15-5.20/kg'
    return True


def _is_base_of_odds(page: Page, left: Figure) -> bool:
    """Whether a one ends odds: 'from 18-to-1 to 25-to-1'."""
    i = left.first - 2
    counts = i in page.numerals or page.tags[i] & tags.NUMBER > 0
    return counts and left.low == 1 and page.window[i + 1] == "to"


def _joint(page: Page, between: str) -> str:
    """Return the word or dash that joins two numbers, or nothing."""
    plain = between.removeprefix("up ").replace("-to-", "to").replace("to-", "to")
    plain = plain.replace("- to", "to")  # 'a 3- to 5-year plan'
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
        if (
            word == "ages"
        ):  # 'between the ages of 14 and 17'; 'from the ages of 14 to 17' spans, too
            return "between" if page.window[i - 2] == "between" else ""
        if word not in hedge and word not in opener:
            break
    return ""


def _are_apart(left: Figure, right: Figure) -> bool:
    """Whether 'or' joins two numbers that are not close; they share the unit all the same.

    Three or four days and 10 or 15 minutes are ranges, four or eight years are not.
    """
    if not left.places and (left.unit is BARE or left.unit.kind is UnitKind.MONEY):
        round_ones = is_multiple(left.low, _STEP) and is_multiple(right.low, _STEP)
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
        money = right.unit.kind is UnitKind.MONEY and _is_signed(page, right)
        return not money or joint == "or"  # '8 or $9'; but 'in 2014 to $9'
    return left.unit.kind is right.unit.kind and left.unit.name.endswith(right.unit.name)


def _is_signed(page: Page, figure: Figure) -> bool:
    """Whether money stands before a numeral: '$9', 'EUR 9'."""
    return figure.form == "numeral" and not page.text[figure.start].isdigit()


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
    if places and not left.places and left.low < _THOUSAND:
        low = shifted(left.low, places)
        if low <= right.low:
            return low
    role, value = page.known.numbers.get(page.window[right.first + 1], NO_NUMBER)
    factor = {"hundred": _HUNDRED, "times": value}.get(role, 1)  # 'three to four hundred'
    low = times(left.low, factor)
    return low if low <= right.low else left.low


def _stay_two(page: Page, left: Figure, right: Figure, joint: str, opened: str) -> bool:
    """Whether two ascending numbers are two levels, an amount and a level, or a score."""
    if opened == "from" and joint not in DASHES:  # 'from 4-5 per cent' is a level
        return not _spans(page, left)
    if joint == "to" and left.unit is not BARE and right.unit is not BARE:
        return _moved(page, left) or _raises(page, left, right)
    if joint == "to" and right.unit in (BARE, left.unit) and _moved(page, left):
        return _ends(page, right)
    return is_score(page, left, right, joint)


def _spans(page: Page, left: Figure) -> bool:
    """Whether 'from … to …' tells how far something reaches: prices range from 5 to 7."""
    i = left.first - 1
    while i > page.low and page.lowers[i] != "from":
        i -= 1
    spans, moves, before = page.known.lists["span"], page.known.moves, left.before
    if before is not None and before.low < before.high and before.last == i:
        return True  # 'raised to 8 to 9 percent, from 7 to 8 percent'
    if page.window[i - 1] in page.known.lists["spanning"]:
        return True  # 'it takes from 10 to 12 weeks'
    for k in range(i - 1, page.since(i - _TOLD) - 1, -1):
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


def _raises(page: Page, left: Figure, right: Figure) -> bool:
    """Whether something is moved by an amount to a level: 'raised its payout by 5 cents to 40'.

    The ends of a range do not lie so far apart: 'cut fares by 10 cents to 20 cents'.
    """
    by = left.first - 1
    if page.window[by] != "by" or left.unit.kind in SHARES or right.low <= _APART * left.low:
        return False
    return any(page.tags[k] & tags.MOVE for k in range(page.since(by - _TOLD), by))


def _ends(page: Page, right: Figure) -> bool:
    """Whether no noun follows that two numbers count: 'rose by 140 to 2,310 in May'."""
    i = right.last
    i += page.follows(i) in ("last", "next", "this")  # 'fell by five to 479 this week'
    return not page.follows(i) or bool(page.tags[i] & _PASSED)


def _pair(page: Page, left: Figure, right: Figure, joint: str) -> None:
    """Let two figures of one pair share what one of them leaves out: 73-to-25 percent."""
    if left.unit is BARE and right.unit is BARE:
        hung = page.gaps[right.first] in HYPHENS  # 'a two-to-one vote'
        left.dropped = right.dropped = hung and (left.low, right.low) == _SHIFT
        dash = (joint in DASHES or hung) and left.low >= right.low
        if dash or is_score(page, left, right, joint):
            left.why = right.why = "score"
    elif left.unit is BARE:
        left.unit, left.why = right.unit, "pair"
        if not left.places and left.low < _THOUSAND:
            left.low = left.high = shifted(left.low, right.places)
    elif right.unit is BARE and left.unit.kind is UnitKind.PERCENT:
        led = joint == "to" and not _moved(page, left) and _ends(page, right)  # 'ahead 52% to 36'
        if led or joint in DASHES:
            right.unit, right.why = PERCENT, "pair"
