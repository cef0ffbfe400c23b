"""Figures that tell of one change: the levels before and after, and the amount.

'fell from 12 to 9', 'rose 3 percent to 41', 'closed at $17, down 61 cents',
'3,400 workers, up from 2,900': they are linked in a `Change`, and share what
some of them leave out.
"""

from __future__ import annotations

from operator import attrgetter
from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import UnitKind
from newsdoc.parser.drafts import ChangeDraft
from newsdoc.parser.statistics.changes.moves import SHARES, TRADED
from newsdoc.parser.statistics.changes.roles import leads_back, role_of, trailed, trails
from newsdoc.parser.statistics.page import APOSTROPHES, ARTICLES, BLANKS, Figure, Page
from newsdoc.parser.statistics.subjects.verbs import VERBS
from newsdoc.parser.statistics.units.compounds import CENTS

_FAR: Final = 60  # figures of one change stand no farther apart, in characters
_BACK: Final = 160  # nor does a level from the one that it leads back to
_OPENED: Final = 12  # words between a verb of change and the level that it leads to
_CHAIN: Final = 4  # figures that can tell of one change
_PARTS: Final = SHARES | {UnitKind.MULTIPLE}  # by which any level can move
# Amounts that tell nothing of what a level is in.
_RELATIVE: Final = (_PARTS - {UnitKind.POINT}) | {UnitKind.NUMBER, UnitKind.COUNT}
_NUMBER: Final = UnitKind.NUMBER
_DURATION: Final = UnitKind.DURATION
_PERCENT: Final = UnitKind.PERCENT
_YEARS: Final = frozenset({UnitKind.AGE, _DURATION})  # 'raised by two years to 64'
_ASIDE: Final = 5  # words of an aside before its figure
# What an amount may trail: 'from 3 to 5, up 2', '5, compared with 3 a year ago, up 2'.
_LEVELLED: Final = (["before", "after"], ["now", "before"])
_LASTING: Final = frozenset({"after", "during", "for", "in", "over", "within"})
_JOINS: Final = tags.CONJUNCTION | tags.ADVERB | tags.SUBJECT  # before a verb of the same thing
_NO_OBJECT: Final = tags.PREPOSITION | tags.ADVERB | tags.NUMBER | tags.BOUND | tags.MOVE
_place: Final = attrgetter("first")


def link(page: Page, figures: list[Figure]) -> list[ChangeDraft]:
    """Return the changes that neighbouring figures tell of."""
    figures = [figure for figure in figures if not _is_aside(page, figure)]
    roles = [role_of(page, figure) for figure in figures]
    if not any(roles):
        return []  # as most
    changes: list[ChangeDraft] = []
    for i, right in enumerate(figures):
        led = i and roles[i] == "before"
        if led and (leads_back(page, right) or _reaches(page, figures[i - 1], right)):
            _find_now(page, figures, roles, i)
        elif i and roles[i] == "by" and trails(page, right):
            _find_trailed(page, figures, roles, i)
    k, last = 0, len(roles) - 1  # a change is told by two figures at least
    while k < last:
        change, behind = None, k + 1
        if roles[k] == "far":
            change = _told(before=figures[k + 2], after=figures[k])
        elif roles[k] not in ("", "trail"):
            change, behind = _change(page, figures, roles, k)
        if change is not None:
            changes.append(change)
        k = behind if change is not None else k + 1
    return changes


def _is_pace(page: Page, left: Figure, right: Figure) -> bool:
    """Whether a pace is compared: 'growth of 2 percent, up from 1', 'prices rose 3 percent, …'.

    So is a rise with another rise, but points with points only where a noun tells of them.
    """
    if left.unit is not right.unit or left.unit.kind not in SHARES:
        return left.noun is not None and left.unit.name == right.unit.name  # 'added 140 jobs'
    return left.unit.kind is _PERCENT or page.window[left.front - 1] == "of"


def _reaches(page: Page, left: Figure, right: Figure) -> bool:
    """Whether a verb tells of the level that comes from another: 'debt hit 5 percent, from 4'."""
    led = page.behind(left.front - 1, page.known.lists["record"])
    bound = page.window[left.front]  # 'sales topped $4 billion, from $3 billion'
    reached = not page.known.lists["reaching"].isdisjoint((page.window[led], bound))
    return reached and left.unit is right.unit and page.window[right.front - 1] == "from"


def _lasts(page: Page, figure: Figure) -> bool:
    """Whether a time tells how long something lasted: 'down for three months, down 40%'."""
    return figure.unit.kind is _DURATION and page.window[figure.front - 1] in _LASTING


def _is_aside(page: Page, figure: Figure) -> bool:
    """Whether a figure is an aside to the one before: '$3, or 21 cents a share, from $4'.

    So is a time: '20, the lowest in 25 years, from 28', what brackets say again: '$3 (£2)', and
    the whole of a part: '12 of the 40 schools, up from 9'.
    """
    before, i = figure.before, figure.behind()
    gap = page.tail(figure) if i == figure.last else page.gaps[i]
    if before is None or figure.direction is not None:
        return False
    of = figure.front - 1
    of -= page.tags[of] & tags.DETERMINER > 0
    if page.window[of] == "of" and before.last == of:
        return before.unit == figure.unit
    if gap[:1] == ")":
        return page.text[before.end : figure.start] == " ("
    if gap[:1] != ",":
        return False
    k = before.behind()
    again = page.window[k] == "or" or figure.unit.kind is _DURATION
    return again and page.gaps[k] == ", " and figure.front - k <= _ASIDE


def _share(change: ChangeDraft, parts: list[Figure]) -> None:
    """Let a bare level take the unit of the other level, or points from the amount.

    All that is told of one change is about one thing, said first.
    """
    before, after, by = change
    about = min(parts, key=_place).subject
    for part in parts:
        if part.noun is None:
            part.subject = about or part.subject
    levels = [level for level in (before, after) if level is not None]
    told = next((level for level in levels if level.unit.kind is not _NUMBER), None)
    if told is None and by is not None and by.of is None and by.unit.name not in CENTS:
        told = None if by.unit.kind in _RELATIVE else by  # 'rose 64 points to 4,577'
    for level in levels:
        if told is not None and level.unit.kind is _NUMBER:
            level.unit = told.unit  # 'narrowed to 3 points from 7'
            level.per = level.per or (told.per if told is by else None)
    if before is not None and after is not None and before.unit == after.unit:
        before.per = before.per or after.per  # 'from £800 to £950 a month'
        after.per = after.per or before.per


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
        late = role == "by" and "after" in parts and roles[j - 1] != "now"
        if late or (role == "trail" and _says_again(page, figures, roles, k, j)):
            break
        if role == "by" and "by" in parts:
            if not _is_alike(page, figures[j - 1], figures[j]):
                parts["by"] = figures[j]  # '24 points, or 0.1 percent': the first one stands
        elif role == "now":
            if parts:
                break
            parts["after"] = figures[j]
        elif role == "trail":
            parts.setdefault("by", figures[j])
        elif role in ("", "far") or role in parts or not (parts or _opens(page, figures[j], role)):
            break
        else:
            parts[role] = figures[j]
        j += 1
    return (_told(**parts) if _is_one(parts) else None), j


def _says_again(page: Page, figures: list[Figure], roles: list[str], k: int, j: int) -> bool:
    """Whether a percentage before its noun says a change again: 'from 12 to 9, a 25% drop'."""
    again = roles[k] == "before" and figures[j].unit.kind is _PERCENT and j - k > 1
    return again and page.window[figures[j].front - 1] in ARTICLES


def _is_one(parts: dict[str, Figure]) -> bool:
    """Whether these figures can tell of one change; an amount of something else is left out."""
    levels = [part for role, part in parts.items() if role != "by"]
    if "by" in parts and levels and not _can_move(parts["by"], levels[0]):
        del parts["by"]
    return len(parts) > 1 and _are_levels(levels[0], levels[-1])


def _told(
    *, before: Figure | None = None, after: Figure | None = None, by: Figure | None = None
) -> ChangeDraft:
    """Return the change of these figures, which share what some of them leave out."""
    change = ChangeDraft(before, after, by)
    _share(change, [part for part in (before, after, by) if part is not None])
    return change


def _find_trailed(page: Page, figures: list[Figure], roles: list[str], i: int) -> None:
    """Give their roles to an amount, figure *i*, and to the level that it trails."""
    level = figures[i - 1]
    told = roles[max(i - 2, 0) : i]  # 'by 3 cents to 40 cents, an 8% rise'
    again = told == ["by", "after"] and page.window[figures[i].front - 1] in ARTICLES
    if again or told in _LEVELLED:
        roles[i] = "trail"  # 'from $3 to $5, an increase of $2'
    elif roles[i - 1] in ("", "after"):
        moves = _can_move(figures[i], level) and not _lasts(page, level)
        roles[i - 1] = trailed(page, level) if moves else ""
        if roles[i - 1] == "before":  # '£3m, against £4m, down 25%'
            roles[i] = "trail"
            _find_now(page, figures, roles, i - 1)


def _find_now(page: Page, figures: list[Figure], roles: list[str], i: int) -> None:
    """Give its role to the level that figure *i* leads back from; another figure may stand between.

    '4% of people over 65 cycle, up from 2%', 'growth of 2 percent in 12 months, down from 3'.
    """
    if roles[max(i - 2, 0) : i] == ["by", "after"] and _is_near(
        page, figures[i - 2], figures[i - 1]
    ):
        return  # 'fell 31 percent to £1.2m from £1.75m'
    for j, role in ((i - 1, "now"), (i - 2, "far")):
        pace = j >= 0 and roles[j] == "by" and _is_pace(page, figures[j], figures[i])
        if j < 0 or not (pace or roles[j] in ("", "after")):
            return
        if pace or _are_levels(figures[j], figures[i]):
            roles[j] = role
            if role == "far":
                roles[i] = ""
            return


def _are_levels(left: Figure, right: Figure) -> bool:
    """Whether two figures can be levels of one thing."""
    kinds = {left.unit.kind, right.unit.kind}
    return len(kinds) == 1 or _NUMBER in kinds or kinds <= SHARES or kinds == _YEARS


def _can_move(amount: Figure, level: Figure) -> bool:
    """Whether a level can move by this amount: by some of its own kind, or by a part of it."""
    part = amount.of is not None or amount.unit.kind in _PARTS
    return part or _are_levels(amount, level)


def _is_alike(page: Page, left: Figure, right: Figure) -> bool:
    """Whether two amounts tell the same: '24 points, or 0.1%, to 432', '24 points (0.1%)'."""
    between = page.text[left.end : right.start].strip(" ,").lower()
    return between == "(" or between.strip("( ").startswith("or")


def _opens(page: Page, figure: Figure, role: str) -> bool:
    """Whether a figure may be the first of a change; a level reached, if moved: 'rose to 41'."""
    if role != "after":
        return True
    for k in range(figure.front - 2, page.since(figure.front - _OPENED) - 1, -1):
        gap = page.gaps[k + 1]
        if not (gap in BLANKS or gap in APOSTROPHES or gap == "-"):
            return False
        if page.tags[k] & tags.MOVE or page.lowers[k] in page.known.lists["scaling"]:
            return True
    return False


def _is_near(page: Page, left: Figure, right: Figure) -> bool:
    """Whether two figures can tell of one change: nothing but a short phrase lies between."""
    between = page.text[left.end : right.start]
    if len(between) >= (_BACK if leads_back(page, right) else _FAR) or ";" in between:
        return False
    return not _moves_on(page, left, right)


def _has_object(page: Page, verb: int) -> bool:
    """Whether an object stands behind a verb: 'and raising class sizes to 27'."""
    i = verb + 1
    word = page.follows(i)
    return bool(word) and not (word[0].isdigit() or page.tags[i] & _NO_OBJECT)


def _moves_on(page: Page, left: Figure, right: Figure) -> bool:
    """Whether another clause tells of the right figure: '… to 5 and sales rose from 12'."""
    joined = False
    for k in range(left.behind(), right.front):
        joined = joined or bool(page.tags[k] & (tags.CONJUNCTION | tags.SUBORDINATOR))
        if page.lowers[k] == "taking" and page.window[right.front - 1] == "from":
            return True  # 'fares rise by 5%, taking a single from £2 to £3'
        follows = page.tags[k - 1] & _JOINS > 0  # '… and now stands at 41'
        stays = page.lowers[k] in page.known.lists["staying"] or page.lowers[k] in TRADED
        if joined and stays and not follows:
            return True  # 'Beef rose 5%, and the price of pork stands at $4'
        if joined and page.tags[k] & tags.MOVE:
            move = page.known.moves[page.lowers[k]]
            if move.uses & VERBS and (not follows or _has_object(page, k)):
                return True
    return False
