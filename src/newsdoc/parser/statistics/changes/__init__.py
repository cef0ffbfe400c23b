"""Changes: which way a figure moves something.

A figure has a direction where it is the amount of a change: 'rose 3 percent', 'cut
by a third', 'a 10-point increase'. The levels before and after have none; `links`
links them with the amount.
"""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import Direction, UnitKind
from newsdoc.parser.statistics.changes import moves
from newsdoc.parser.statistics.changes.roles import ROLES
from newsdoc.parser.statistics.gapped import gapped, gapped_direction
from newsdoc.parser.statistics.page import (
    AND,
    APOSTROPHES,
    ARTICLES,
    BARE,
    BLANKS,
    HYPHENS,
    SIGNS,
    VULGAR,
    Figure,
    Page,
)
from newsdoc.parser.statistics.subjects import adjuncts
from newsdoc.parser.statistics.subjects.verbs import VERBS, is_named
from newsdoc.parser.statistics.units.rates import OPENERS

_REACH: Final = 7  # words between a word of change and its amount
_OBJECT: Final = 9  # the same, where the object of the verb stands between
_BEHIND: Final = 4  # words behind the amount in which its noun stands
_MULTIPLE: Final = UnitKind.MULTIPLE
_SIZES: Final = frozenset(
    {UnitKind.VOLUME, UnitKind.MASS, UnitKind.LENGTH, UnitKind.AREA, UnitKind.TEMPERATURE}
)
_SINCE: Final = frozenset(
    {"on", "from", "at", "in", "after", "against", "since", "by", "this", "next", "so", "over"}
)
_BY: Final = frozenset({"by", "down", "of", "up"})
_SPREAD: Final = frozenset({"anywhere", "between", "somewhere"})  # before a range
_GIVE: Final = frozenset({"gave", "give", "gives", "giving"})
_PLACED: Final = frozenset({UnitKind.LENGTH, UnitKind.DURATION})
_OPEN: Final = moves.SHARES | {UnitKind.MONEY}
_CLAUSE: Final = tags.AUXILIARY | tags.RELATIVE | tags.SUBORDINATOR | tags.COMPLEMENTIZER
_ENDS: Final = tags.PREPOSITION | tags.CONJUNCTION | _CLAUSE | tags.PAST | tags.MOVE
_ADJUNCT: Final = (
    tags.PREPOSITION | tags.ADVERB | tags.TIME | tags.WEEKDAY | tags.MONTH | tags.SUBORDINATOR
)
_WAYS: Final = frozenset({"lower", "higher", "up", "down"})
_AMOUNTS: Final = f"{SIGNS}~-% {VULGAR}"  # between a word of change and its amount


def read_direction(page: Page, figure: Figure) -> None:
    """Give the figure the way that something moved by this amount, if it did."""
    if figure.why == "score" or _is_result(page, figure):
        return
    if figure.unit.kind is _MULTIPLE:  # 'rose threefold', 'a fivefold rise'
        figure.direction = _led(page, figure) or _followed(page, figure)
        return
    if page.gaps[figure.first] == " +" and page.window[figure.first - 1] in moves.TRADED:
        figure.direction = Direction.UP if figure.unit.kind in moves.SHARES else None
        return  # 'it ended +1.2%', not 'a +12 point lead'
    before = figure.before
    again = before if before is not None and before.direction is not None else None
    figure.direction = (
        moves.made_of(page, figure)
        or _led(page, figure)
        or _followed(page, figure)
        or (again and _parallel(page, figure, again))
        or _over_object(page, figure)
        or moves.passive(page, figure)
        or _told_of(page, figure)
        or (page.tags[figure.front - 1] & tags.BE and _equated(page, figure))
        or (again and _listed(page, figure, again))
        or gapped_direction(page, figure)
    )
    if figure.direction is not None and again:
        _share_percent(figure, again)
    elif figure.direction is not None and before is not None:
        _share_aside(page, figure, before)


def _share_aside(page: Page, figure: Figure, before: Figure) -> None:
    """Give the way of an amount to the one that says it first, 'it closed $3, or 2%, lower'.

    One that leaves out its points takes them from an amount before: 'up one point, … down two'.
    """
    between = page.text[before.end : figure.start].strip(f" {SIGNS},")
    two = between == "and" and before.unit is figure.unit
    if two and page.window[before.front - 1] in ARTICLES:
        before.direction = figure.direction  # 'a 20 percent and 16 percent increase'
        return
    if between == "or":
        if page.gaps[figure.last].endswith(", "):
            before.direction = figure.direction
        return
    first = before.before
    bare = figure.shares or (figure.unit is BARE and figure.of is None)
    if bare and first is not None and first.direction and first.unit.kind in moves.SHARES:
        figure.unit, figure.why, figure.shares = first.unit, "pair", False


def _is_result(page: Page, figure: Figure) -> bool:
    """Whether the figure is of a vote or a match: 'backed by 34 votes to 29'."""
    if page.gaps[figure.first] in HYPHENS and page.window[figure.first - 1] == "of":
        return True  # 'lost a best-of-seven final'
    i = figure.behind()
    return figure.unit.name == "vote" and page.window[i] == "to" and i + 1 in page.numerals


def _share_percent(figure: Figure, before: Figure) -> None:
    """Let an amount share the percent of the one before: 'rose by 2 percent, but fell by 1'."""
    if figure.unit is BARE and figure.why == "number" and before.unit.kind in moves.SHARES:
        figure.unit, figure.why = before.unit, "pair"


# --- before the amount ---------------------------------------------------------------


def _led(page: Page, figure: Figure) -> Direction | None:
    """Read 'rose 3 percent', 'down by 4', 'an increase of 6 percent'."""
    light, front = page.known.lists["light"], figure.front - 1
    spread, by, of = _before_spread(page, figure), False, False
    before = spread if spread < front else figure.first - 1
    if page.window[front] in adjuncts.RATED:
        rate = adjuncts.before_rate(page, front, figure.last)
        if rate < front:  # 'grew at an annual rate of 2 percent'
            before, by = rate, True
    gap = page.gaps[before + 1].rstrip(_AMOUNTS)
    for i in range(before, page.since(before + 1 - _REACH) - 1, -1):
        if gap in HYPHENS or (page.gaps[i] in HYPHENS and (not gap or gap in BLANKS)):
            gap = page.gaps[i]
            continue  # 'a better-than-expected 3 percent'
        if gap not in BLANKS and gap:
            return None
        word, bits = page.lowers[i], page.tags[i]
        move = page.known.moves.get(word) if bits & tags.MOVE else None
        adjective = move is not None and page.window[i - 1] in ARTICLES and not of
        if adjective:  # 'up a narrow 4 points'
            move = None
        if word == "up" and page.window[i - 1] in _GIVE and moves.is_given_up(page, figure, i - 1):
            return Direction.DOWN
        if move is not None and moves.governs(page, figure, i, move.uses, by=by, of=of):
            sums = word.startswith("add") and page.window[i + 1] == "up"  # 'add up to'
            return None if sums else move.direction
        averages = of and word in page.known.lists["average"]  # 'by an average of 3 percent'
        by, of = by or word == "by", word == "of" or (of and not averages)
        passed = averages or word in light or bits & tags.ADVERB or adjective
        if _is_level(page, i) or not passed:
            return None
        gap = page.gaps[i]
    return None


def _before_spread(page: Page, figure: Figure) -> int:
    """Return the word before what opens a range: 'by (between)', 'add (anywhere from)'."""
    i = k = figure.front - 1
    if figure.low < figure.high:
        k -= page.window[i] == "from" and page.window[i - 1] in _SPREAD
        k = page.behind(k, _SPREAD)
        k = k if page.window[k] in _BY or page.known.used(page.window[k], "take") else i
    return k


def _is_level(page: Page, i: int) -> bool:
    """Whether 'to' or 'at' leads the level reached, and is no part of a bound: 'up to'."""
    word = page.lowers[i]
    if word == "to":
        return page.window[i - 1] not in ("up", "close")
    return word == "at" and page.window[i + 1] not in ("least", "most")


def _over_object(page: Page, figure: Figure) -> Direction | None:
    """Read 'boost spending by 5 billion', 'lifted the index 1.2 percent': an object between."""
    i = _before_spread(page, figure)
    by = page.window[i] == "by"
    if not by and figure.unit.kind not in moves.SHARES:
        return None
    last = adjuncts.behind_times(page, i) - 1 if by else i  # 'rose in May by 3 percent'
    other = figure.before  # 'sales rose 3 percent and rates hit 2 percent'
    edge = other.last if other is not None and other.unit.kind in moves.SHARES else 0
    for k in range(last, max(edge, page.since(i - _OBJECT)) - 1, -1):
        gap, bits = page.gaps[k + 1], page.tags[k]
        paused = by and gap == ", " and k == i - 1
        if not (gap in BLANKS or gap in APOSTROPHES or gap in ("-", "&") or paused):
            return None
        move = page.known.moves.get(page.lowers[k]) if bits & tags.MOVE else None
        if move is not None and move.uses & VERBS and k < i - by:
            return None if moves.is_no_amount(page, figure, k) else move.direction
        counts = (
            bits & tags.NUMBER > 0 and not page.tags[k + 1] & tags.TIME
        )  # not 'for the third year'
        if counts or _opens_clause(page, k):
            return None
        if bits & tags.PREPOSITION and not (by and _is_place(page, k)):
            return None
    return None


def _is_place(page: Page, k: int) -> bool:
    """Whether the preposition at word *k* leads no level: 'from Hull', not 'from a high'."""
    if page.lowers[k] not in ROLES:
        return True
    return page.follows(k + 1) != "" and page.words.words[k + 1][0].isupper()


def _opens_clause(page: Page, k: int) -> bool:
    """Whether word *k* belongs to a verb, or opens a clause; not May, the month."""
    return page.tags[k] & _CLAUSE != 0 and not is_named(page, k)


# --- behind the amount ---------------------------------------------------------------


def _equated(page: Page, figure: Figure) -> Direction | None:
    """Read 'the increase was 6 percent': a noun of change is the amount."""
    i = figure.front - 1
    if i < page.low or figure.unit.kind not in _OPEN:
        return None
    k = i - 1
    move = page.known.moves.get(page.window[k])
    if move is None or "noun" not in move.uses or page.gaps[i] not in BLANKS:
        return None
    led = page.tags[k - 1] & tags.DETERMINER or page.tags[k - 2] & tags.DETERMINER
    return move.direction if led and k > page.low else None


def _followed(page: Page, figure: Figure) -> Direction | None:
    """Read 'a 10-point increase', '3 percent higher', '156,000 jobs added', '$74 more than'."""
    first = figure.behind()
    if figure.unit is BARE and figure.of is None:
        return _amount_of(page, figure)
    if figure.noun is not None and page.window[figure.last] == "fewer":  # '900 fewer pupils'
        return None if _is_apart(page, first) else Direction.DOWN
    if figure.of is not None and figure.last < page.high and page.tags[figure.last] & tags.MOVE:
        first = figure.last  # 'a third fewer homes'
    gap = page.tail(figure) if first == figure.last else page.gaps[first]
    gap = gap.removeprefix("]")  # 'a [3 percent] rise'
    if gap == ", " and page.window[figure.front - 1] == "or" and page.window[first] in _WAYS:
        gap = " "  # 'it closed $3, or 2%, lower'
    for i in range(first, page.until(first + _BEHIND)):
        if gap not in BLANKS and gap != "-":
            return None
        move = page.known.moves.get(page.lowers[i]) if page.tags[i] & tags.MOVE else None
        if move is not None and _named(page, figure, i, move.uses, near=i == first):
            return move.direction
        ends = page.tags[i] & (tags.PREPOSITION | tags.CONJUNCTION | tags.PRONOUN)
        if (ends or _opens_clause(page, i)) and gap != "-":  # not the 'on' of 'year-on-year'
            return None
        gap = page.gaps[i + 1]
    return None


def _is_apart(page: Page, i: int) -> bool:
    """Whether others have what stands before word *i*: 'Compared with us, …', '… than in Hull'."""
    for k in (page.low, *range(i, page.until(i + _REACH))):
        if page.lowers[k] in ("than", "compared"):
            bound = page.lowers[k - 1] in ("more", "less")  # 'and more than 12 doctors'
            return not (bound or moves.is_when(page, k + 1 + (page.lowers[k] == "compared")))
    return False


def _amount_of(page: Page, figure: Figure) -> Direction | None:
    """Read 'a 4,000 fall in crime' and '200 more than in May': a bare number, nothing counted."""
    i = figure.last
    if page.known.used(page.follows(i), "comparative") and page.follows(i + 1) == "than":
        return (
            page.known.moves[page.lowers[i]].direction
            if moves.is_when(page, i + 2, bare=True)
            else None
        )
    led = page.window[figure.first - 1] in ARTICLES
    move = page.known.change(page.follows(figure.last)) if led else None
    return move.direction if move is not None else None


def _told_of(page: Page, figure: Figure) -> Direction | None:
    """Read 'a drop in sales of 4 percent': what moved stands between the noun and its amount."""
    of = figure.front - 1
    if page.window[of] != "of" or figure.unit.kind not in _OPEN:
        return None
    ahead = page.window[figure.last] if page.tail(figure) in BLANKS else ""
    if ahead and page.known.is_plural(ahead) and not page.leads(figure.last + 1, tags.DETERMINER):
        return None  # 'an increase in the use of $100 bills'
    for k in range(of - 1, page.since(of - _REACH) - 1, -1):
        if page.gaps[k + 1] not in BLANKS:
            return None
        if page.lowers[k] == "in":
            led = (page.tags[k - 2] | page.tags[k - 3]) & tags.DETERMINER
            move = page.known.change(page.window[k - 1]) if led else None
            return move.direction if move is not None else None
        if page.tags[k] & _ENDS:
            return None
    return None


def _named(page: Page, figure: Figure, i: int, uses: frozenset[str], *, near: bool) -> bool:
    """Whether the word of change at *i*, behind the figure, names its change."""
    word, ahead, kind = page.lowers[i], page.follows(i + 1), figure.unit.kind
    if "noun" in uses and (kind in _OPEN or kind is _MULTIPLE) and ahead != "the":
        return True
    if "noun" in uses and near and figure.unit.kind in _SIZES and page.gaps[i] == " ":
        return page.gaps[figure.last - 1] in HYPHENS or figure.per is not None  # 'a 12-ton rise'
    made = figure.noun is not None and moves.is_made(page, figure, i)
    if made and not page.tags[i - 1] & tags.DETERMINER:
        return not ahead or bool(page.tags[i + 1] & _ADJUNCT)  # not '40 shops cut prices'
    if not near:
        return False
    if "comparative" in uses:
        after = page.window[i + 1 : i + 4] if ahead in OPENERS else [ahead]
        if "than" in after:  # 'more (a litre) than in Spain'
            return moves.is_when(page, i + 2 + after.index("than"))
        if figure.of is not None or figure.unit.kind is UnitKind.PERCENT:
            return ahead != "likely" and ahead not in page.known.moves  # '5 percent greater drop'
        alone = not ahead or word in ("higher", "lower") or ahead in OPENERS  # '£35 dearer.'
        alone = alone or (ahead in _SINCE and moves.is_when(page, i + 1))  # '£94 more from April'
        return alone and (kind in _OPEN or kind is UnitKind.TEMPERATURE)
    if "particle" not in uses:
        return False
    if moves.is_lead(page, figure, i + 1):
        return False
    led = ahead in _SINCE if kind in _OPEN else ahead in ("on", "from")  # 'closed 3% up at 23'
    return led or (not ahead and kind not in _PLACED)  # not '10 miles off'


# --- beside another amount -----------------------------------------------------------


def _parallel(page: Page, figure: Figure, before: Figure) -> Direction | None:
    """Read '24 points, or about 0.1 percent' and 'fell 3 percent, 4 percent'."""
    start = max(before.end, page.end(before.behind() - 1))
    between = page.text[start : figure.start].lower().strip(f" \n{SIGNS}")
    words = between.replace(",", " ").split()
    if page.known.used(page.window[figure.last], "comparative"):
        return None  # '30 fewer nurses and 12 more doctors'
    if between == ",":
        return before.direction if before.unit.kind is figure.unit.kind else None
    does = figure.noun is not None and page.follows(figure.behind())[-2:] == "ed"
    if words[:1] == ["and"] and (does or figure.unit.kind is not before.unit.kind):
        return None  # 'costs rose 5% and two ships lay idle', 'and 40 people lifted out of debt'
    if not words or words[0] not in AND or between[-1:] == ",":
        return before.direction if between == "(" else None
    return before.direction if all(w in page.known.before for w in words[1:]) else None


def _listed(page: Page, figure: Figure, before: Figure) -> Direction | None:
    """Read a row of equal amounts: 'up 3 percent in May and 4 percent in June'."""
    start, stop, kind = before.behind(), figure.front, figure.unit.kind
    if kind not in _OPEN or kind is not before.unit.kind or not 0 < stop - start <= _OBJECT:
        return None
    if gapped(page, figure, stop) >= 0:
        return before.direction  # 'gold rose 3 percent, silver 2 percent'
    last = page.behind(stop - 1, page.known.lists["bridge"])  # 'and just 4 percent in June'
    if page.lowers[last] not in ("and", "by") and page.gaps[last + 1].strip() != ",":
        return None
    for k in range(start, stop):
        if page.lowers[k] == "that" and page.follows(k + 1) == "of":
            continue  # 'the risk fell 38% and that of a stroke by 6%'
        if page.lowers[k] == "compared":
            continue  # 'rose 6 percent compared to May and 7 percent compared to June'
        level = page.lowers[k] == "to" and page.lowers[k - 1] != "compared"
        ends = level or page.tags[k] & (tags.MOVE | tags.CUE)
        if ends or _opens_clause(page, k):
            return None
    return before.direction
