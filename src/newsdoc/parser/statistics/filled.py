"""Units filled in from the subject: 'burglaries fell to 412', 'closed at 18.8 per dollar'."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import Unit, UnitKind
from newsdoc.parser.drafts import Pair
from newsdoc.parser.statistics.exact import is_whole
from newsdoc.parser.statistics.page import BARE, Figure, Page
from newsdoc.parser.statistics.units import nouns

_REACHING: Final = frozenset(
    {"to", "by", "from", "reached", "hit", "numbered", "totaled", "totalled", "totaling"}
)
_TOPPING: Final = frozenset({"topped", "topping", "exceeded", "exceeding", "surpassed", "passed"})
# Before a level: 'to a record 5'.
_LOW: Final = frozenset({"a", "an", "the", "record", "low", "high", "just", "new"})
PEOPLED: Final = frozenset(
    {"population", "workforce", "headcount", "attendance", "enrollment", "enrolment", "membership"}
)


def fill_unit(page: Page, figure: Figure) -> None:
    """Give a bare number the unit of what it is about, or of what it says again."""
    if figure.unit is not BARE or figure.of is not None or figure.subject is None:
        return
    before = figure.before
    if before is not None and before.why == "number-of" and page.window[figure.front - 1] == "or":
        figure.unit, figure.why = before.unit, before.why  # 'fell to 12,928, or 71 a day'
    elif figure.per is not None and figure.per.kind is UnitKind.MONEY:
        _fill_money(page, figure, figure.subject)
    elif figure.per is None and figure.why == "number" and is_whole(figure.low):
        _fill_count(page, figure, figure.subject)


def _fill_money(page: Page, figure: Figure, about: Pair) -> None:
    """Give a rate of money the money that it is about: 'the peso closed at 18.8 per dollar'."""
    unit = page.known.units.get(page.lowers[page.words.at(about[1] - 1)])
    if unit is not None and unit.kind is UnitKind.MONEY:
        figure.unit = unit


def _fill_count(page: Page, figure: Figure, about: Pair) -> None:
    """Give a bare level what its subject counts: 'burglaries fell to 412', 'births hit 5,000'."""
    i = page.behind(figure.front - 1, _LOW)
    stays = page.window[i] == "at" and page.window[i - 1] in page.known.lists["staying"]
    if not (stays or page.window[i] in _REACHING or page.window[figure.front] in _TOPPING):
        return
    unit = _counted_subject(page, page.words.after(about[0]), page.words.at(about[1] - 1) + 1)
    if unit is not None:
        figure.unit, figure.why = unit, "number-of"


def _counted_subject(page: Page, first: int, last: int) -> Unit | None:
    """Return what the noun phrase of these words counts, if anything."""
    k = first
    while k < last and not page.tags[k] & tags.PREPOSITION:
        k += 1
    head = page.lowers[k - 1]
    if head in PEOPLED:
        return nouns.PERSON
    if head in ("number", "sales") and page.window[k] == "of":
        noun = nouns.partitive(page, k + 1)
        many = noun is not None and page.known.is_plural(page.lowers[noun.last - 1])
        return noun.unit if noun is not None and many else None
    printed = page.words.words[k - 1]
    named = printed != head and (k - 1 > page.low or page.names(printed))
    plain = not named and head not in page.known.lists["uncounted"]
    if k == first or not plain or head == "others" or not page.known.is_plural(head):
        return None
    return Unit(UnitKind.COUNT, page.known.singular(head))
