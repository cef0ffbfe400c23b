"""Rates: what a figure is per: 'a share', 'per gallon', 'an hour', '/kg', 'per 100,000 people'."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import Unit, UnitKind
from newsdoc.parser.statistics.numbers.numerals import behind_groups
from newsdoc.parser.statistics.page import BLANKS, HYPHENS, JOINTS, Figure, Page
from newsdoc.parser.statistics.units import unit_at
from newsdoc.parser.statistics.units.heads import verbal
from newsdoc.parser.statistics.units.nouns import counted

_SLASHES: Final = frozenset({"/", " / "})
OPENERS: Final = frozenset({"a", "an", "per", "every", "each"})
# Rates in letters: per calendar month, week, annum and hour.
SHORT_RATES: Final = {"pcm": "month", "pw": "week", "pa": "year", "ph": "hour"}
_PAID: Final = frozenset({"to", *SHORT_RATES})  # 'yen to the dollar'
_ONE: Final = frozenset({"single", "individual"})
FAR: Final = frozenset({"of", "more", "less"})  # what may stand before a base
_FAR: Final = 6  # words from a measure to its base
_OFTEN: Final = frozenset({"once", "twice", "thrice", "times"})
_NO_BASE: Final = tags.PREPOSITION | tags.AUXILIARY | tags.CONJUNCTION
# Times that hold others: 'nine hours a week', not 'six weeks a day'.
_HOLDING: Final = ("second", "minute", "hour", "day", "week", "month", "year")
# Adverbs behind a figure, and what they are per: '90 minutes daily'.
_ADVERBS: Final = {
    "hourly": "hour",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "annually": "year",
}


def read_rate(page: Page, figure: Figure, i: int) -> None:
    """Read the base of a rate from word *i* on, where one stands there."""
    if figure.rest in SHORT_RATES and figure.unit.kind is UnitKind.MONEY:  # '£850pcm'
        figure.per = page.known.units[SHORT_RATES[figure.rest]]
        figure.end, figure.rest = figure.end + len(figure.rest), ""
    word = page.lowers[i] if i < page.high else ""
    if word not in OPENERS and "/" not in page.gaps[i]:
        if word in _PAID:
            _read_paid(page, figure, word, i)
        elif word in _ADVERBS and page.follows(i) and page.closes(i + 1):
            figure.per = page.known.units[_ADVERBS[word]]
            figure.last, figure.end = i + 1, page.end(i)
        return  # as most
    gap = page.tail(figure) if i == figure.last else page.gaps[i]
    if gap[:1] == "/" or gap == " / ":
        _read_slashed(page, figure, gap, i)
    elif word and (gap in BLANKS or gap in HYPHENS) and _opens(page, figure, i):
        _per(page, figure, i + 1)


def _opens(page: Page, figure: Figure, i: int) -> bool:
    """Whether the word at *i* opens a base: 'per', the 'every' of 'every day', 'a' of 'a day'."""
    word = page.lowers[i]
    if word in ("a", "an"):
        return _is_base(page, figure, i + 1)
    return word == "per" or page.follows(i + 1) in page.known.units


def _read_slashed(page: Page, figure: Figure, gap: str, i: int) -> None:
    """Read a base behind a slash: '5 km/h', 'R18.12/$'."""
    base = page.known.signs.get(gap[1:2])
    if base is not None:
        figure.per, figure.end = base, figure.end + len("/$")
    elif gap in _SLASHES and i < page.high and not _is_numeral(page, i):
        _per(page, figure, i)


def _read_paid(page: Page, figure: Figure, word: str, i: int) -> None:
    """Read what money is paid for: '£850 pcm', '142 yen to the dollar'."""
    if figure.unit.kind is not UnitKind.MONEY:
        return
    if word == "to":
        read_paid(page, figure, i)
    elif page.follows(i):
        figure.per = page.known.units[SHORT_RATES[word]]
        figure.last, figure.end = i + 1, page.end(i)


def read_paid(page: Page, figure: Figure, i: int) -> None:
    """Read the money behind 'to the' at word *i*: '142 yen to the dollar'."""
    led = page.follows(i + 1) == "the" and page.leads(i + 2, tags.UNIT)
    found = unit_at(page, i + 2, figure) if led else None
    if found is not None and found[0].kind is UnitKind.MONEY:
        figure.per, figure.last, figure.end = found
        figure.why = figure.why or "rate"


def read_daily(page: Page, figure: Figure) -> None:
    """Read the day that 'bpd' and 'b/d', for barrels per day, hold."""
    if page.lowers[figure.last - 1] in ("bpd", "d"):
        figure.per = page.known.units["day"]


def share_rate(page: Page, left: Figure, right: Figure) -> None:
    """Read what two figures are per, of which brackets hold one: '165 km (103 miles) per hour'."""
    i = right.last
    if "(" not in page.gaps[right.first] or i >= page.high or page.gaps[i] != ") ":
        return
    base = page.known.units.get(page.follows(i + 1))
    if page.lowers[i] not in OPENERS or base is None or right.unit.kind is not left.unit.kind:
        return
    if page.lowers[i] in ("a", "an") and page.follows(i + 2) in page.known.lists["when"]:
        return  # '$5m (£4m) a year ago'
    for figure in (left, right):
        whole = page.known.compounds.get(f"{figure.unit.name} per {base.name}")
        if whole is not None:
            figure.unit = whole
        elif figure.per is None:
            figure.per = base


def read_far_rate(page: Page, figure: Figure) -> int:
    """Read the base behind what is measured: '12,000 tonnes of carbon a year', '5p more a litre'.

    Returns the word behind a base with a number of its own: '9 cases of flu per 1,000 people'.
    """
    i = figure.behind()
    if figure.per is not None or not page.follows(i) or page.lowers[i] not in FAR:
        return 0
    of = page.lowers[i] == "of"
    for k in range(i + 1 + of, page.until(i + (_FAR if of else 2))):
        ends = page.tags[k - 1] & _NO_BASE and k > i + 1
        if page.gaps[k] not in BLANKS or ends or page.lowers[k - 1] in _OFTEN:
            break  # '5 mg of salt twice a day'
        if page.lowers[k] in OPENERS:
            found = _base(page, figure, k + 1) if _opens(page, figure, k) else None
            timed = found is not None and found[0].kind is UnitKind.DURATION
            if found is None or (of and page.lowers[k] != "per" and not timed):
                break
            figure.per = found[0]
            return found[1] if _is_numeral(page, k + 1) else 0
    return 0


def read_rate_of_act(page: Page, figure: Figure, i: int) -> None:
    """Read the time behind the verb of those who are counted: '900 clerks retired per month'."""
    if page.window[i + 1] == "per" and page.follows(i) and figure.per is None and verbal(page, i):
        base = page.known.units.get(page.follows(i + 2))
        if base is not None and base.kind is UnitKind.DURATION:
            figure.per = base


def _is_base(page: Page, figure: Figure, i: int) -> bool:
    """Whether the noun behind 'a' makes a rate: 'times a minute', not 'a year earlier'."""
    if i >= page.high:
        return False
    base = page.lowers[i]
    found = unit_at(page, i, figure) if page.tags[i] & tags.UNIT else None
    unit = None if found is None else found[0]
    timed = unit is None or unit.kind is UnitKind.DURATION
    if timed and page.follows(i + 1) in page.known.lists["when"]:
        return False  # but '$31 an ounce before Friday'
    if unit is None or page.gaps[i] not in JOINTS:
        priced = figure.unit.kind is UnitKind.MONEY and page.closes(i + 1)  # 'a bag.'
        return priced or base in page.known.lists["base"]
    return figure.unit.kind is not unit.kind or _holds(unit, figure.unit)


def _holds(unit: Unit, part: Unit) -> bool:
    """Whether a time is longer than another: 'five days a week', not 'six weeks a day'."""
    if unit.name not in _HOLDING or part.name not in _HOLDING:
        return False
    return _HOLDING.index(unit.name) > _HOLDING.index(part.name)


def _is_numeral(page: Page, i: int) -> bool:
    """Whether word *i* begins with a digit."""
    return i in page.numerals and page.numerals[i][0] == page.starts[i]


def _per(page: Page, figure: Figure, i: int) -> None:
    """Read the base that begins with word *i*."""
    found = _base(page, figure, i)
    if found is None:
        return
    base, last, end = found
    whole = page.known.compounds.get(f"{figure.unit.name} per {base.name}")
    if whole is not None:
        figure.unit = whole  # 'miles per hour' is a unit of its own
    else:
        figure.per = base
    figure.last, figure.end = last, end


def _base(page: Page, figure: Figure, i: int) -> tuple[Unit, int, int] | None:
    """Return the base that begins with word *i*, the word behind it, and its end."""
    i += page.window[i] in _ONE  # 'per single project'
    if i >= page.high:
        return None
    if _is_numeral(page, i):
        return _of_many(page, i)
    found = unit_at(page, i, figure) if page.tags[i] & tags.UNIT else None
    if found is not None:
        return found
    if page.tags[i] & _NO_BASE:
        return None
    if page.tags[i] & tags.NUMBER and (many := counted(page, i + 1)) is not None:
        last, end = many.last, page.end(many.last - 1)  # 'per million input tokens'
        return Unit(UnitKind.COUNT, " ".join(page.text[page.starts[i] : end].split())), last, end
    return Unit(UnitKind.COUNT, page.known.singular(page.words.words[i])), i + 1, page.end(i)


def _of_many(page: Page, i: int) -> tuple[Unit, int, int]:
    """Return a base with a number of its own: 100,000 residents; the word behind it, its end."""
    start, end = page.numerals[i]
    if page.lowers[i].isdigit() and i + 1 in page.numerals:
        _, end = behind_groups(page, i)  # 'per 100 000 people'
    last, name = page.words.at(end - 1) + 1, page.text[start:end]
    glued = page.text[end : page.end(last - 1)]
    if glued in page.known.symbols:  # 'per 100kg'
        return Unit(UnitKind.COUNT, f"{name} {glued}"), last, end + len(glued)
    noun = page.follows(last)
    measured = page.leads(last, tags.UNIT) and not page.leads(last, tags.PREPOSITION)  # not 'in'
    if noun and (page.known.is_plural(noun) or measured):
        name, end, last = f"{name} {noun}", page.end(last), last + 1
    elif noun and (many := counted(page, last)) is not None:
        head = page.lowers[many.last - 1]  # 'per 1,000 live births', not 'per 1,000 last'
        if many.first == last and page.known.is_plural(head):
            end, last = page.end(many.last - 1), many.last
            name = " ".join(page.text[start:end].split())
    return Unit(UnitKind.COUNT, name), last, end
