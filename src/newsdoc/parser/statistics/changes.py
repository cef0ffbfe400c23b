"""Changes: which way a figure moves something, and figures that tell of one change."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import Direction, UnitKind
from newsdoc.parser.drafts import ChangeDraft, FigureDraft
from newsdoc.parser.statistics.page import BLANKS, Figure, Page

_OPEN: Final = frozenset(
    {UnitKind.PERCENT, UnitKind.PERCENTAGE_POINT, UnitKind.POINT, UnitKind.MONEY}
)
_REACH: Final = 7


def read_direction(page: Page, figure: Figure, before: Figure | None) -> Direction | None:
    """Return the way that something moved by this amount, or None."""
    if (figure.unit is not None and figure.unit.kind is UnitKind.MULTIPLE) or figure.why == "score":
        return None
    return (
        _left(page, figure)
        or _right(page, figure)
        or _parallel(page, figure, before)
        or _moving_it(page, figure)
        or _listed(page, figure, before)
    )


def _moving_it(page: Page, figure: Figure) -> Direction | None:
    """Read 'boost spending by 5 billion', 'lifted the index 1.2 percent': the object between."""
    i = figure.front - 1
    by = page.lower(i) == "by"
    kind = figure.unit.kind if figure.unit else None
    if not by and kind not in _SHARES:
        return None
    for k in range(i - by, max(page.low - 1, i - _OBJECT), -1):
        gap = page.gaps[k + 1]
        if (
            gap not in BLANKS
            and gap not in ("-", "’", "'")
            and not (by and gap == ", " and k == i - 1)
        ):
            return None
        bits, word = page.tags[k], page.lowers[k]
        move = page.known.moves.get(word) if bits & tags.MOVE else None
        if move is not None and move.uses & {"verb", "take", "by"} and k < i - by:
            return move.direction
        if bits & (
            tags.AUXILIARY | tags.RELATIVE | tags.SUBORDINATOR | tags.COMPLEMENTIZER | tags.NUMBER
        ):
            return None
        if bits & tags.PREPOSITION and not (by and word in ("of", "in", "for", "on")):
            return None
    return None


def _listed(page: Page, figure: Figure, before: Figure | None) -> Direction | None:
    """Read a row of equal figures: 'up 3 percent in May and 4 percent in June'."""
    if page.lower(figure.front - 1) == "by" and (before is None or before.direction is None):
        return _gapped(page, figure)
    if before is None or before.direction is None or figure.unit is None or before.unit is None:
        return None
    if figure.unit.kind is not before.unit.kind or figure.unit.kind not in _OPEN:
        return None
    start, stop = before.behind, figure.front
    if stop - start > _OBJECT or stop <= start:
        return None
    if page.lowers[stop - 1] not in ("and", "by") and page.gaps[stop].strip() != ",":
        return None
    for k in range(start, stop):
        if (
            page.tags[k] & (tags.AUXILIARY | tags.MOVE | tags.RELATIVE | tags.CUE)
            or page.lowers[k] == "to"
        ):
            return None
    return before.direction


def _gapped(page: Page, figure: Figure) -> Direction | None:
    """Read 'Sales are up at three plants: Leeds by 29 percent': the verb is left out."""
    for k in range(figure.front - 2, max(page.low, figure.front - 24), -1):
        move = page.known.moves.get(page.lowers[k])
        if move is not None and "particle" in move.uses and page.tags[k - 1] & tags.AUXILIARY:
            return move.direction
    return None


_SHARES: Final = frozenset({UnitKind.PERCENT, UnitKind.PERCENTAGE_POINT, UnitKind.POINT})
_OBJECT: Final = 9


def _left(page: Page, figure: Figure) -> Direction | None:
    """Read 'rose 3 percent', 'down by 4', 'an increase of 6 percent'."""
    i, by, of = figure.first - 1, False, False
    gap = page.gaps[figure.first]
    for _ in range(_REACH):
        if i < page.low or not (gap in BLANKS or gap.rstrip("$€£¥₹~-") in BLANKS):
            return None
        word = page.lowers[i]
        if page.tags[i] & tags.MOVE and (move := page.known.moves.get(word)):
            found = _moved(page, figure, i, move.uses, by=by, of=of)
            if found:
                sums = word.startswith("add") and page.lower(i + 1) == "up"
                return None if sums else move.direction
            if word not in page.known.lists["light"]:
                return None
        elif word == "by":
            by = True
        elif word == "of":
            of = True
        elif (
            (word == "to" and page.lower(i - 1) not in ("up", "close"))
            or (word == "at" and page.lower(i + 1) not in ("least", "most"))
            or (word not in page.known.lists["light"] and not page.tags[i] & tags.ADVERB)
        ):
            return None
        gap = page.gaps[i]
        i -= 1
    return None


def _moved(page: Page, figure: Figure, i: int, uses: frozenset[str], *, by: bool, of: bool) -> bool:
    """Whether the word of change at *i* governs the figure."""
    if of:
        return "noun" in uses and page.lower(i + 1) == "of"
    if "particle" in uses:
        if page.lowers[i] == "off":
            return bool(page.tags[i - 1] & tags.AUXILIARY) and i > page.low
        return (
            page.lower(i - 1) not in page.known.lists["phrasal"]
            and page.lower(i + 1) not in ("to", "from")
            and page.lower(i + 1) != "and"
            and (by or figure.unit is not None or figure.number.places > 0 or True)
        )
    if by:
        return bool(uses & {"verb", "take", "by", "noun"})
    if "take" in uses:
        return True
    if "verb" in uses:
        return figure.unit is not None and figure.unit.kind is not UnitKind.COUNT
    return "by" in uses and figure.unit is not None and figure.unit.kind in _OPEN - {UnitKind.MONEY}


def _right(page: Page, figure: Figure) -> Direction | None:
    """Read 'a 10-point increase', '3 percent higher', '156,000 jobs added', '$74 more than'."""
    if figure.unit is None:
        return None
    i, kind = figure.behind, figure.unit.kind
    gap = page.tail(figure) if i == figure.last else page.gaps[i]
    for step in range(4):
        if i >= page.high or (gap not in BLANKS and gap != "-"):
            return None
        gap = page.gaps[i + 1]
        word = page.lowers[i]
        if page.tags[i] & tags.MOVE and (move := page.known.moves.get(word)):
            if "noun" in move.uses and (kind in _OPEN) and not _plain_noun(page, figure, i):
                return move.direction
            if "comparative" in move.uses and page.follows(i + 1) == "than" and step == 0:
                return move.direction
            if (
                "comparative" in move.uses
                and step == 0
                and kind in _OPEN
                and word in ("higher", "lower")
            ):
                return move.direction
            if "particle" in move.uses and step == 0 and page.follows(i + 1) in ("on", "from", ""):
                return move.direction
            if figure.noun is not None and word in ("added", "gained", "lost", "shed", "cut"):
                return move.direction
        if page.tags[i] & (
            tags.PREPOSITION | tags.AUXILIARY | tags.CONJUNCTION | tags.PRONOUN | tags.RELATIVE
        ):
            return None
        i += 1
    return None


def _plain_noun(page: Page, figure: Figure, i: int) -> bool:
    """Whether a noun of change behind the figure is rather a verb or a level: 'the 5% cuts'."""
    return page.follows(i + 1) == "the"


def _parallel(page: Page, figure: Figure, before: Figure | None) -> Direction | None:
    """Read '24 points, or 0.1 percent' and 'fell 3 percent and 4 percent'."""
    if before is None or before.direction is None:
        return None
    start = max(before.end, page.end(before.behind - 1))
    words = " ".join(page.text[start : figure.start].lower().split()).strip("$€£¥ ")
    if words == "," and before.unit is not None and figure.unit is not None:
        return before.direction if before.unit.kind is figure.unit.kind else None
    if words in (
        ", or",
        "or",
        "(",
        "and",
        ", or about",
        "or about",
        "or nearly",
        "or roughly",
        ", or nearly",
    ):
        return before.direction
    return None


# --- figures of one change -----------------------------------------------------


def link(page: Page, figures: list[Figure], drafts: list[FigureDraft]) -> list[ChangeDraft]:
    """Return the changes that neighbouring figures tell of."""
    changes: list[ChangeDraft] = []
    roles = [_role(page, figure) for figure in figures]
    k = 0
    while k < len(figures):
        before = after = by = None
        j = k
        while (
            j < len(figures) and j < k + 4 and (j == k or _near(page, figures[j - 1], figures[j]))
        ):
            role = roles[j]
            if role == "by" and by is None and (j == k or after is None):
                by = drafts[j]
            elif role == "from" and before is None:
                before = drafts[j]
            elif (
                role == "to"
                and after is None
                and (by is not None or before is not None or _moving(page, figures[j]))
            ):
                after = drafts[j]
            elif role == "by" and by is not None and after is None:
                if not _alike(page, figures[j - 1], figures[j]):
                    by = drafts[j]
            else:
                break
            j += 1
        given = sum(part is not None for part in (before, after, by))
        if given > 1 and (after is not None or (before is not None and by is not None)):
            if after is not None and after.unit.kind is UnitKind.NUMBER and by is not None:
                after.unit = by.unit if by.unit.kind is UnitKind.POINT else after.unit
            changes.append(ChangeDraft(before, after, by))
            k = j
        else:
            k += 1
    return changes


def _alike(page: Page, left: Figure, right: Figure) -> bool:
    """Whether two amounts tell the same: '24 points, or 0.1 percent, to 18,432'."""
    return page.text[left.end : right.start].strip(" ,(").lower().startswith("or")


def _role(page: Page, figure: Figure) -> str:
    """Return what a figure is in a change: 'from', 'to', 'by', or nothing."""
    if figure.direction is not None:
        return "by"
    if figure.low != figure.high:
        return ""
    i = figure.front - 1
    while i > page.low and page.lowers[i] in (
        "a",
        "an",
        "the",
        "just",
        "only",
        "close",
        "record",
        "around",
    ):
        i -= 1
    word = page.lower(i)
    if word == "from":
        return "from"
    if word in ("to", "at"):
        return "to"
    return ""


def _moving(page: Page, figure: Figure) -> bool:
    """Whether a verb of change stands before the level reached: 'rose to 41'."""
    i = figure.front - 2
    for k in range(i, max(page.low - 1, i - 4), -1):
        if page.tags[k] & tags.MOVE and page.lowers[k] in page.known.moves:
            return True
    return False


def _near(page: Page, left: Figure, right: Figure) -> bool:
    """Whether two figures can tell of one change: nothing but a short phrase lies between."""
    between = page.text[left.end : right.start]
    return len(between) < 60 and ";" not in between and ". " not in between  # noqa: PLR2004
