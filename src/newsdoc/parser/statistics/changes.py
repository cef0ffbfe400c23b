"""Changes: which way a figure moves something, and figures that tell of one change.

A figure has a direction where it is the amount of a change: 'rose 3 percent', 'cut
by a third', 'a 10-point increase'. The levels before and after have none; they are
linked with the amount in a `Change`: 'fell from 12 to 9', 'rose 3 percent to 41'.
"""

from __future__ import annotations

from operator import attrgetter
from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import Direction, UnitKind
from newsdoc.parser.drafts import ChangeDraft
from newsdoc.parser.statistics.page import APOSTROPHES, BARE, BLANKS, VULGAR, Figure, Page

_REACH: Final = 7  # words between a word of change and its amount
_OBJECT: Final = 9  # the same, where the object of the verb stands between
_BEHIND: Final = 4  # words behind the amount in which its noun stands
_GAPPED: Final = 24  # words back to the verb that a list leaves out
_FAR: Final = 60  # figures of one change stand no farther apart, in characters
_BACK: Final = 160  # nor does a level from the one that it leads back to
_OPENED: Final = 12  # words between a verb of change and the level that it leads to
_CHAIN: Final = 4  # figures that can tell of one change
_SHARES: Final = frozenset({UnitKind.PERCENT, UnitKind.PERCENTAGE_POINT, UnitKind.POINT})
_MULTIPLE: Final = UnitKind.MULTIPLE
_NUMBER: Final = UnitKind.NUMBER
_COUNT: Final = UnitKind.COUNT
_OPEN: Final = _SHARES | {UnitKind.MONEY}
_CLAUSE: Final = tags.AUXILIARY | tags.RELATIVE | tags.SUBORDINATOR | tags.COMPLEMENTIZER
_VERBS: Final = frozenset({"verb", "take", "by"})
_MADE: Final = frozenset({"added", "gained", "lost", "shed", "cut"})  # '156,000 jobs added'
_ADJUNCT: Final = (
    tags.PREPOSITION | tags.ADVERB | tags.TIME | tags.WEEKDAY | tags.MONTH | tags.SUBORDINATOR
)
_ROLES: Final = {"from": "before", "to": "after", "at": "after"}
_AMOUNTS: Final = "$€£¥₹~- " + VULGAR  # between a word of change and its amount
_OR: Final = frozenset({"and", "or"})
_place: Final = attrgetter("first")


def read_direction(page: Page, figure: Figure) -> None:
    """Give the figure the way that something moved by this amount, if it did."""
    if figure.why == "score" or figure.unit.kind is _MULTIPLE or _is_vote(page, figure):
        return
    before = figure.before
    if before is None or before.direction is None:
        figure.direction = (
            _led(page, figure)
            or _followed(page, figure)
            or _over_object(page, figure)
            or _gapped(page, figure)
        )
        return
    figure.direction = (
        _led(page, figure)
        or _followed(page, figure)
        or _parallel(page, figure, before)
        or _over_object(page, figure)
        or _listed(page, figure, before)
    )
    if figure.direction is not None:
        _share_percent(figure, before)


def _is_vote(page: Page, figure: Figure) -> bool:
    """Whether the figure is the result of a vote: 'backed the cut by 34 votes to 29'."""
    i = figure.behind
    return figure.unit.name == "vote" and page.lower(i) == "to" and i + 1 in page.numerals


def _share_percent(figure: Figure, before: Figure) -> None:
    """Let an amount share the percent of the one before: 'rose by 2 percent, but fell by 1'."""
    if figure.unit is BARE and figure.why == "number" and before.unit.kind in _SHARES:
        figure.unit, figure.why = before.unit, "pair"


# --- before the amount ---------------------------------------------------------------


def _led(page: Page, figure: Figure) -> Direction | None:
    """Read 'rose 3 percent', 'down by 4', 'an increase of 6 percent'."""
    gap, light = page.gaps[figure.first].rstrip(_AMOUNTS), page.known.lists["light"]
    by = of = False
    for i in range(figure.first - 1, max(page.low, figure.first - _REACH) - 1, -1):
        if gap not in BLANKS and gap:
            return None
        word, bits = page.lowers[i], page.tags[i]
        move = page.known.moves.get(word) if bits & tags.MOVE else None
        if move is not None and _governs(page, figure, i, move.uses, by=by, of=of):
            sums = word.startswith("add") and page.lower(i + 1) == "up"  # 'add up to'
            return None if sums else move.direction
        by, of = by or word == "by", of or word == "of"
        spread = word == "between" and page.lower(i - 1) == "by"
        if _is_level(page, i) or not (spread or word in light or bits & tags.ADVERB):
            return None
        gap = page.gaps[i]
    return None


def _is_level(page: Page, i: int) -> bool:
    """Whether 'to' or 'at' leads the level reached, and is no part of a bound: 'up to'."""
    word = page.lowers[i]
    if word == "to":
        return page.lower(i - 1) not in ("up", "close")
    return word == "at" and page.lower(i + 1) not in ("least", "most")


def _governs(
    page: Page, figure: Figure, i: int, uses: frozenset[str], *, by: bool, of: bool
) -> bool:
    """Whether the word of change at *i* governs the figure."""
    if of:
        return "noun" in uses and page.lower(i + 1) == "of"
    if "particle" in uses:
        if page.lowers[i] == "off":
            return i > page.low and bool(page.tags[i - 1] & tags.AUXILIARY)
        if page.lower(i - 1) in page.known.lists["phrasal"] or _up_and_down(page, i):
            return False
        return page.lower(i + 1) not in ("to", "from", "and")
    if by:
        return bool(uses & _VERBS) or "noun" in uses
    kind = figure.unit.kind
    if "verb" in uses and "take" not in uses:
        return kind is not _NUMBER and kind is not _COUNT
    return "take" in uses or ("by" in uses and kind in _SHARES)


def _up_and_down(page: Page, i: int) -> bool:
    """Whether the particle at *i* is the second of two: 'up and down 12 stairs'."""
    return page.lower(i - 1) == "and" and "particle" in _uses(page, i - 2)


def _uses(page: Page, i: int) -> frozenset[str]:
    move = page.known.moves.get(page.lower(i))
    return move.uses if move else frozenset()


def _over_object(page: Page, figure: Figure) -> Direction | None:
    """Read 'boost spending by 5 billion', 'lifted the index 1.2 percent': an object between."""
    i = figure.front - 1
    by = page.lower(i) == "by"
    if not by and figure.unit.kind not in _SHARES:
        return None
    for k in range(i - by, max(page.low, i - _OBJECT) - 1, -1):
        gap, bits = page.gaps[k + 1], page.tags[k]
        paused = by and gap == ", " and k == i - 1
        if not (gap in BLANKS or gap in APOSTROPHES or gap == "-" or paused):
            return None
        move = page.known.moves.get(page.lowers[k]) if bits & tags.MOVE else None
        if move is not None and move.uses & _VERBS and k < i - by:
            return move.direction
        if bits & (_CLAUSE | tags.NUMBER):
            return None
        if bits & tags.PREPOSITION and (not by or page.lowers[k] in _ROLES):
            return None
    return None


# --- behind the amount ---------------------------------------------------------------


def _followed(page: Page, figure: Figure) -> Direction | None:
    """Read 'a 10-point increase', '3 percent higher', '156,000 jobs added', '$74 more than'."""
    if figure.unit is BARE and figure.of is None:
        return None
    first = figure.behind
    if figure.of is not None and figure.last < page.high and page.tags[figure.last] & tags.MOVE:
        first = figure.last  # 'a third fewer homes'
    gap = page.tail(figure) if first == figure.last else page.gaps[first]
    for i in range(first, min(page.high, first + _BEHIND)):
        if gap not in BLANKS and gap != "-":
            return None
        move = page.known.moves.get(page.lowers[i]) if page.tags[i] & tags.MOVE else None
        if move is not None and _named(page, figure, i, move.uses, near=i == first):
            return move.direction
        ends = page.tags[i] & (_CLAUSE | tags.PREPOSITION | tags.CONJUNCTION | tags.PRONOUN)
        if ends and gap != "-":  # not the 'on' of 'year-on-year'
            return None
        gap = page.gaps[i + 1]
    return None


def _named(page: Page, figure: Figure, i: int, uses: frozenset[str], *, near: bool) -> bool:
    """Whether the word of change at *i*, behind the figure, names its change."""
    word, ahead = page.lowers[i], page.follows(i + 1)
    if "noun" in uses and figure.unit.kind in _OPEN and ahead != "the":
        return True
    if figure.noun is not None and word in _MADE:
        return not ahead or bool(page.tags[i + 1] & _ADJUNCT)  # not '40 shops cut prices'
    if not near:
        return False
    if "comparative" in uses:
        if figure.of is not None or figure.unit.kind is UnitKind.PERCENT:
            return ahead != "likely"
        alone = not ahead or word in ("higher", "lower")  # '£35 dearer.'
        return ahead == "than" or (alone and figure.unit.kind in _OPEN)
    return "particle" in uses and ahead in ("on", "from", "")


# --- beside another amount -----------------------------------------------------------


def _parallel(page: Page, figure: Figure, before: Figure) -> Direction | None:
    """Read '24 points, or about 0.1 percent' and 'fell 3 percent, 4 percent'."""
    start = max(before.end, page.end(before.behind - 1))
    between = page.text[start : figure.start].lower().strip(" \n$€£¥")
    words = between.replace(",", " ").split()
    if between == ",":
        return before.direction if before.unit.kind is figure.unit.kind else None
    if not words or words[0] not in _OR or between[-1:] == ",":
        return before.direction if between == "(" else None
    return before.direction if all(w in page.known.before for w in words[1:]) else None


def _listed(page: Page, figure: Figure, before: Figure) -> Direction | None:
    """Read a row of equal amounts: 'up 3 percent in May and 4 percent in June'."""
    start, stop, kind = before.behind, figure.front, figure.unit.kind
    if kind not in _OPEN or kind is not before.unit.kind or not 0 < stop - start <= _OBJECT:
        return None
    if page.lowers[stop - 1] not in ("and", "by") and page.gaps[stop].strip() != ",":
        return None
    for k in range(start, stop):
        if page.lowers[k] == "that" and page.follows(k + 1) == "of":
            continue  # 'the risk fell 38% and that of a stroke by 6%'
        if page.tags[k] & (_CLAUSE | tags.MOVE | tags.CUE) or page.lowers[k] == "to":
            return None
    return before.direction


def _gapped(page: Page, figure: Figure) -> Direction | None:
    """Read 'Sales are up at three plants: Leeds by 29 percent': the verb is left out."""
    if page.lower(figure.front - 1) != "by":
        return None
    for k in range(figure.front - 2, max(page.low, figure.front - _GAPPED), -1):
        move = page.known.moves.get(page.lowers[k])
        if move is not None and "particle" in move.uses and page.tags[k - 1] & tags.AUXILIARY:
            return move.direction
    return None


# --- figures of one change -------------------------------------------------------------


def link(page: Page, figures: list[Figure]) -> list[ChangeDraft]:
    """Return the changes that neighbouring figures tell of."""
    changes: list[ChangeDraft] = []
    roles = [_role(page, figure) for figure in figures]
    for i, right in enumerate(figures):
        if i and roles[i] == "before" and _leads_back(page, right):
            _find_now(figures, roles, i)
        elif i and roles[i] == "by" and roles[i - 1] in ("", "after") and _trails(page, right):
            roles[i - 1] = "now"
    k, last = 0, len(roles) - 1  # a change is told by two figures at least
    while k < last:
        if not roles[k]:
            k += 1
            continue
        if roles[k] == "far":
            changes.append(_told(before=figures[k + 2], after=figures[k]))
            k += 1
            continue
        change, behind = _change(page, figures, roles, k)
        if change is None:
            k += 1
            continue
        changes.append(change)
        k = behind
    return changes


def _share(change: ChangeDraft, parts: list[Figure]) -> None:
    """Let a bare level take the unit of the other level, or points from the amount.

    All that is told of one change is about one thing, said first.
    """
    before, after, by = change
    about = min(parts, key=_place).subject
    for part in parts:
        if part.noun is None:
            part.subject = about or part.subject
    if after is not None and after.unit.kind is UnitKind.NUMBER:
        other = before or by
        if other is not None and (other is before or other.unit.kind is UnitKind.POINT):
            after.unit = other.unit  # 'rose 64 points to 4,577'
    elif after is not None and before is not None and before.unit.kind is UnitKind.NUMBER:
        before.unit = after.unit  # 'narrowed to 3 points from 7'


def _change(
    page: Page, figures: list[Figure], roles: list[str], k: int
) -> tuple[ChangeDraft | None, int]:
    """Return the change that begins with figure *k*, and the number of the figure behind it."""
    parts: dict[str, Figure] = {}
    j = k
    while j < min(len(figures), k + _CHAIN):
        if j > k and not _is_near(page, figures[j - 1], figures[j]):
            break
        role = roles[j]
        if role == "by" and "after" in parts and roles[j - 1] != "now":
            break
        if role == "by" and "by" in parts:
            if not _is_alike(page, figures[j - 1], figures[j]):
                parts["by"] = figures[j]  # '24 points, or 0.1 percent': the first one stands
        elif role == "now":
            if parts:
                break
            parts["after"] = figures[j]
        elif not role or role in parts or not (parts or _opens(page, figures[j], role)):
            break
        else:
            parts[role] = figures[j]
        j += 1
    levels = [part for role, part in parts.items() if role != "by"]
    if len(parts) > 1 and _are_levels(levels[0], levels[-1]):
        return _told(**parts), j
    return None, j


def _told(
    *, before: Figure | None = None, after: Figure | None = None, by: Figure | None = None
) -> ChangeDraft:
    """Return the change of these figures, which share what some of them leave out."""
    change = ChangeDraft(before, after, by)
    _share(change, [part for part in (before, after, by) if part is not None])
    return change


def _role(page: Page, figure: Figure) -> str:
    """Return what a figure is in a change: before, after, by, or nothing."""
    if figure.direction is not None:
        return "by"
    i = figure.front - 1
    if figure.low != figure.high:
        if page.lower(i) != "between":
            return ""
        i -= 1
    while i > page.low and page.lowers[i] in page.known.lists["record"]:
        i -= 1
    return _ROLES.get(page.lowers[i], "") if i >= page.low else ""


def _leads_back(page: Page, figure: Figure) -> bool:
    """Whether a figure is the level before that of another: '3,400 workers, up from 2,900'."""
    move = page.known.moves.get(page.lower(figure.front - 2))
    return move is not None and "particle" in move.uses


def _trails(page: Page, figure: Figure) -> bool:
    """Whether an amount trails the level that it led to: 'it closed at $17.38, down 61 cents'."""
    k = figure.front - 1
    return page.gaps[k] == ", " and "particle" in _uses(page, k)


def _find_now(figures: list[Figure], roles: list[str], i: int) -> None:
    """Give its role to the level that figure *i* leads back from; another figure may stand between.

    '4% of people over 65 cycle, up from 2%'.
    """
    for j, role in ((i - 1, "now"), (i - 2, "far")):
        if j < 0 or roles[j] not in ("", "after"):
            return
        if _are_levels(figures[j], figures[i]):
            roles[j] = role
            if role == "far":
                roles[i] = ""
            return


def _are_levels(left: Figure, right: Figure) -> bool:
    """Whether two figures can be levels of one thing."""
    kinds = {left.unit.kind, right.unit.kind}
    return len(kinds) == 1 or _NUMBER in kinds or kinds <= _SHARES


def _is_alike(page: Page, left: Figure, right: Figure) -> bool:
    """Whether two amounts tell the same: '24 points, or 0.1 percent, to 18,432'."""
    return page.text[left.end : right.start].strip(" ,(").lower().startswith("or")


def _opens(page: Page, figure: Figure, role: str) -> bool:
    """Whether a figure may be the first of a change; a level reached, if moved: 'rose to 41'."""
    if role != "after":
        return True
    for k in range(figure.front - 2, max(page.low, figure.front - _OPENED) - 1, -1):
        gap = page.gaps[k + 1]
        if not (gap in BLANKS or gap in APOSTROPHES or gap == "-"):
            return False
        if page.tags[k] & tags.MOVE:
            return True
    return False


def _is_near(page: Page, left: Figure, right: Figure) -> bool:
    """Whether two figures can tell of one change: nothing but a short phrase lies between."""
    between = page.text[left.end : right.start]
    return len(between) < (_BACK if _leads_back(page, right) else _FAR) and ";" not in between
