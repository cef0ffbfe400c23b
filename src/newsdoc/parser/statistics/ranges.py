"""Two numbers in one figure: ranges, ratios, printed fractions; and pairs that stay two."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from newsdoc.model import UnitKind
from newsdoc.parser.statistics.exact import plus, shifted, times
from newsdoc.parser.statistics.dates import is_year
from newsdoc.parser.statistics.page import DASHES, Figure, Page
from newsdoc.parser.statistics.units import PERCENT, of_unit

_TO: Final = frozenset({"to", "-", "–", "—", "or", "and", "through", "−", "‑"})
_BASES: Final = frozenset(
    {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20, 25, 30, 40, 50, 100, 1000, 10000, 100000}
)


def combine(page: Page, figures: list[Figure]) -> list[Figure]:
    """Return the figures with those that make one range or ratio combined."""
    found: list[Figure] = []
    for figure in figures:
        if found and page.high >= figure.last:
            left = found[-1]
            if (
                _compound(page, left, figure)
                or _ratio(page, left, figure)
                or _printed_fraction(page, left, figure)
                or _range(page, left, figure)
            ):
                continue
        found.append(figure)
    return found


def _between(page: Page, left: Figure, right: Figure) -> str:
    """Return what stands between two figures, in lower case, blanks folded."""
    if right.start - left.end > 24:  # noqa: PLR2004
        return ""
    return " ".join(page.text[left.end : right.start].lower().split())


# --- compounds -----------------------------------------------------------------

# Units that are told together, and how many of the smaller make the larger.
_PARTS: Final = {
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
    ("foot", "inch"): 12,
    ("pound", "ounce"): 16,
    ("stone", "pound"): 14,
}


def _compound(page: Page, left: Figure, right: Figure) -> bool:
    """'1 minute and 45 seconds', '6 feet 2 inches': one figure, in the smaller unit."""
    if left.unit is None or right.unit is None or left.low != left.high or right.low != right.high:
        return False
    factor = _PARTS.get((left.unit.name, right.unit.name))
    if factor is None or left.unit.kind is not right.unit.kind or right.low >= factor:
        return False
    if _between(page, left, right) not in ("", "and"):
        return False
    left.low = left.high = plus(times(left.low, factor), right.low)
    left.unit, left.why = right.unit, "compound"
    _absorb(left, right)
    return True


# --- ratios ------------------------------------------------------------------


def _ratio(page: Page, left: Figure, right: Figure) -> bool:
    """'one in five', '3 out of 4', 'six in every 10': one figure with a base."""
    if left.unit is not None or left.of is not None or right.of is not None:
        return False
    words = _between(page, left, right)
    if words not in ("in", "out of", "in every", "out of every", "of every", "-in-"):
        return False
    base = right.low
    if right.low != right.high or base <= left.low or right.number.form not in ("numeral", "words"):
        return False
    if words == "in" and (right.unit is not None or base not in _BASES):
        return False
    if right.unit is not None and right.unit.kind != UnitKind.MULTIPLE:
        return False
    left.of, left.why = base, "ratio"
    _absorb(left, right)
    return True


def _printed_fraction(page: Page, left: Figure, right: Figure) -> bool:
    """'1/16': one figure with a base."""
    if left.unit is not None or page.text[left.end : right.start] not in ("/", "⁄"):
        return False
    if left.low >= right.low or right.low > 1000 or right.low <= 0:  # noqa: PLR2004
        return False
    left.of, left.why, left.unit = right.low, "fraction", right.unit
    left.number.form = "fraction"
    _absorb(left, right)
    if left.unit is None:
        of_unit(page, left)
    return True


def _absorb(left: Figure, right: Figure) -> None:
    left.last, left.end = right.last, right.end
    left.number.last, left.number.rest = right.number.last, right.number.rest


# --- ranges ------------------------------------------------------------------


def _range(page: Page, left: Figure, right: Figure) -> bool:
    """'10 to 20 percent', '$5-7 million', 'between 5 and 7': one figure, magnitude and unit shared."""
    words = _between(page, left, right)
    if (
        words in ("- or", "- and", "-and", "-or", "- to")
        and left.unit is None
        and right.unit is not None
    ):
        left.unit, left.per, left.why = right.unit, right.per, right.why
        return False
    if not words or left.low != left.high or right.low != right.high or left.of or right.of:
        return False
    parts = words.replace("-to-", " to ").replace("to-", "to ").split()
    if (
        not parts
        or parts[0] not in _TO
        or len(parts) > 4
        or any(p not in page.known.lists["hedge"] for p in parts[1:])
    ):  # noqa: PLR2004
        return False
    joint = parts[0]
    from_ = _opened(page, left)
    if joint == "and" and from_ != "between":
        return False
    if joint == "or" and not _or_range(page, left, right):
        return False
    if (
        joint in DASHES
        and page.text[left.end : right.start].strip() != page.text[left.end : right.start]
        and joint == "—"
    ):
        return False
    if joint == "to" and from_ == "from" and left.unit is not None and right.unit is None:
        if not right.number.rest and not page.follows(right.last):
            right.unit, right.why = left.unit, "pair"
        return False
    if not _same_unit(left, right, joint) or (joint == "through" and right.unit is None):
        return False
    if _years(page, left, right):
        return False
    low = _shared(page, left, right)
    if low > right.low or (low == right.low):
        _pair(left, right, joint)
        if (
            left.unit is None
            and right.unit is None
            and (joint in DASHES or _score(page, left, right, joint))
        ):
            left.why = right.why = "score"
        return False
    if from_ == "from" and not _spans(page, left):
        left.why = left.why or "number"
        if low != left.low:
            left.low = left.high = low
        _pair(left, right, joint)
        return False
    if joint == "to" and left.unit is not None and right.unit is not None and _moved(page, left):
        return False
    if joint in (*DASHES, "to") and _score(page, left, right, joint):
        left.why = right.why = "score"
        return False
    left.low, left.high = low, right.low
    left.unit = right.unit or left.unit
    left.per = right.per
    left.why = "range"
    _absorb(left, right)
    return True


def _opened(page: Page, left: Figure) -> str:
    """Return 'between' or 'from' where it opens the range."""
    i = left.first - 1
    for _ in range(4):
        if i < page.low:
            return ""
        word = page.lowers[i]
        if word in ("between", "from"):
            return word
        if word not in page.known.lists["hedge"] and word not in page.known.lists["opener"]:
            return ""
        i -= 1
    return ""


def _years(page: Page, left: Figure, right: Figure) -> bool:
    """Whether two bare numbers are years: between 2015 and 2017, 1600 to 1900."""
    if left.unit is not None or right.unit is not None:
        return (
            left.unit is None
            and is_year(page, left.number)
            and page.lower(left.first - 1) in ("in", "since")
        )
    if is_year(page, right.number):
        left.dropped = 1000 <= left.low < 2200 and left.number.end - left.number.start == 4  # noqa: PLR2004
        return left.dropped
    return False


def _moved(page: Page, left: Figure) -> bool:
    """Whether a word of change stands before the first amount: 'rose 3 percent to 41 percent'."""
    for i in range(left.first - 1, max(page.low, left.first - 4) - 1, -1):
        if page.lowers[i] in page.known.moves:
            return True
        if page.lowers[i] not in page.known.lists["hedge"] and page.lowers[i] != "by":
            return False
    return False


def _spans(page: Page, left: Figure) -> bool:
    """Whether 'from … to …' tells how far something reaches: prices range from 5 to 7."""
    i = left.first - 1
    while i > page.low and page.lowers[i] != "from":
        i -= 1
    for k in range(i - 1, max(page.low - 1, i - 6), -1):
        if page.lowers[k] in page.known.lists["span"]:
            return True
        if page.lowers[k] in page.known.moves:
            return False
    return False


def _or_range(page: Page, left: Figure, right: Figure) -> bool:
    """Whether 'or' joins two neighbours: three or four days, 10 or 15 minutes."""
    if (left.unit is not None and left.unit.kind is not UnitKind.MONEY) or left.number.places:
        return False
    return left.low < right.low <= 2 * left.low + 1 and page.gaps[left.last] == " "


def _same_unit(left: Figure, right: Figure, joint: str) -> bool:
    """Whether two ends can be of one unit: equal, or one of them left out."""
    if right.unit is None:
        if left.unit is None:
            return True
        return not right.number.rest and (joint in DASHES or left.unit.kind is UnitKind.MONEY)
    if left.unit is None:
        signed = (
            right.unit.kind is UnitKind.MONEY
            and right.first == right.number.first
            and right.start < right.number.start
        )
        return not signed or joint == "or"
    return left.unit.kind == right.unit.kind and (
        left.unit.name == right.unit.name or left.unit.name.endswith(right.unit.name)
    )


def _shared(page: Page, left: Figure, right: Figure) -> Decimal:
    """Return the lower end with the magnitude it shares: '$5-7 million', '1 to 2 thousand'."""
    places = right.number.places
    if left.number.places or not places:
        return left.low
    if left.low * 10**places <= right.low * (10 if left.low >= 1000 else 1) and left.low < 1000:  # noqa: PLR2004
        return shifted(left.low, places)
    return left.low


def _pair(left: Figure, right: Figure, joint: str) -> None:
    """Let two figures of one pair share a unit that one of them leaves out: 73-to-25 percent."""
    if joint == "and":
        return
    if left.unit is None and right.unit is not None:
        left.unit, left.why = right.unit, left.why or "pair"
        if not left.number.places and right.number.places and left.low < 1000:  # noqa: PLR2004
            left.low = left.high = shifted(left.low, right.number.places)
            left.number.places = right.number.places
    elif (
        right.unit is None
        and left.unit is not None
        and left.unit.kind is UnitKind.PERCENT
        and joint in DASHES
    ):
        right.unit, right.why = PERCENT, "pair"


def _score(page: Page, left: Figure, right: Figure, joint: str) -> bool:
    """Whether a pair joined by a dash is the result of a vote or match: voted 49-51."""
    if left.unit is not None or right.unit is not None:
        return False
    if joint == "to":
        return page.lower(left.first - 1) in ("voted", "vote", "votes", "won", "lost", "beat")
    for k in (left.first - 1, left.first - 2, right.last, right.last + 1):
        if page.lower(k) in page.known.lists["result"]:
            return True
    return False
