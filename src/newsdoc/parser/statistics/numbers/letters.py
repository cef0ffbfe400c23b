"""Letters glued to a numeral: the magnitude of '12m' and '£2.5bn', or a unit."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from newsdoc.lexicon import tags
from newsdoc.parser.statistics.exact import shifted
from newsdoc.parser.statistics.page import (
    APOSTROPHES,
    ARTICLES,
    BLANKS,
    BORDER,
    DASHES,
    HUNG,
    HYPHENS,
    NO_CENTS,
    SIGNS,
    Figure,
    Page,
)

_KILO: Final = frozenset({"k", "K"})
_TEAMS: Final = frozenset({"cup", "final", "league", "side", "squad", "team", "tournament"})
_RACES: Final = frozenset({5, 10})  # kilometres that are run
_EITHER: Final = frozenset({"m", "t"})  # million or metre, thousand or tonne
_MONEY: Final = frozenset(SIGNS)
_CODED: Final = BLANKS | {". ", "."}  # between a code of money and its number: 'Rs. 500'
_WORDS: Final = 3  # of a numeral: '1,250.5'
_NEARBY: Final = 12  # words in which earnings make an m a million
_FAR: Final = 40  # words in which billions make one
_NO_NOUN: Final = BORDER | tags.TIME | tags.DETERMINER
_IS: Final = frozenset({"is", "was", "has"})  # they look like plurals


def read_letters(page: Page, number: Figure) -> None:
    """Read the letters behind a numeral as a magnitude, where they are one."""
    rest = number.rest
    if rest == "s" and page.window[number.first - 1] in HUNG:  # 'over-75s', no 'over-75s team'
        led = page.gaps[number.first] in HYPHENS or page.window[number.first - 2] == "the"
        team = page.leads(number.last, tags.TITLE) or page.follows(number.last) in _TEAMS
        number.end, number.rest = (number.end + 1, "") if led and not team else (number.end, rest)
        return
    if (rest in _KILO and _names_kilo(page, number)) or (rest == "M" and _is_firm(page, number)):
        number.dropped = True
        return
    places = page.known.glued.get(rest, 0)
    if places and not (rest in _EITHER and _is_unit(page, number)):
        number.amount_to(shifted(number.low, places))
        number.places += places
        number.end, number.rest = number.end + len(rest), ""


def _names_kilo(page: Page, number: Figure) -> bool:
    """Whether thousands name a picture or a race: '4K video', 'a 10k run', 'she ran the 10K'."""
    last = number.last
    if page.follows(last) in page.known.lists["sharp"]:
        return True
    led = page.window[number.first - 1] in ARTICLES and page.gaps[number.first] == " "
    return led and number.low in _RACES and page.closes(last)


def _is_firm(page: Page, number: Figure) -> bool:
    """Whether a body or an owner's mark shows that digits and letter are a name: '3M Co.'."""
    i = number.last
    if i >= page.high or page.gaps[number.first][-1:] in _MONEY:
        return False
    if page.gaps[i] in APOSTROPHES:
        return page.lowers[i] == "s"
    if page.window[number.first - 1] in ("at", "in") and page.leads(i, tags.PAST | tags.AUXILIARY):
        return True  # 'shares in 3M fell'
    return page.leads(i, tags.BODY) and page.words.words[i][0].isupper()


def _is_unit(page: Page, number: Figure) -> bool:
    """Whether the one letter behind a numeral is a unit (metre, tonne) and no magnitude.

    It is a magnitude behind a sign of money and before a noun: £12m, 12m tonnes.
    """
    first, last = number.first, number.last
    coded = page.text[page.starts[first] : number.start].isalpha()  # AUD1.5m
    if coded or is_priced(page, first) or _ends_sum(page, first):
        return False
    if page.gaps[last][:2] in NO_CENTS:
        return False
    if last < page.high and page.gaps[last] in HYPHENS:
        return page.lowers[last] in page.known.lists["sized"]  # '14m-high', not '14m-euro'
    if _is_beside_millions(page, number) or _is_earned(page, number):
        return False
    follower = page.follows(last)
    if follower in page.known.lists["skipped"]:  # '3.6m extra seats'
        follower = page.follows(last + 1)
    counts = bool(follower) and (
        page.known.is_plural(follower)
        or follower in page.known.units
        or _opens_unit(page, last)
        or _is_code(page, last)
    )
    return not counts or follower in _IS or follower in page.known.lists["sized"]


def is_priced(page: Page, i: int) -> bool:
    """Whether a sign or code of money stands before word *i*: '£12m', '$ 12m', 'EUR 12m'."""
    gap, code = page.gaps[i], page.words.words[i - 1]
    coded = gap in _CODED and len(code) > 1 and code in page.known.signs
    return gap.strip()[-1:] in _MONEY or (coded and code not in page.known.lists["wordlike"])


def _is_code(page: Page, i: int) -> bool:
    """Whether word *i* is a code of money, and none of it a word in capitals: '10m EUR'."""
    code = page.words.words[i]
    coded = code.isupper() and len(code) == len("EUR") and code in page.known.signs
    return coded and code not in page.known.lists["wordlike"]


def _opens_unit(page: Page, i: int) -> bool:
    """Whether a code or a unit of several words begins at word *i*: '5m EUR', '12m square feet'."""
    rests = (rest for rest, _ in page.known.phrases.get(page.lowers[i], ()))
    told = any(page.lowers[i + 1 : i + 1 + len(rest)] == rest for rest in rests)
    return told or page.words.words[i] in page.known.currencies


def _ends_sum(page: Page, first: int) -> bool:
    """Whether the numeral at word *first* ends a range of money: '£5.5-6.5m'."""
    k = first
    if page.gaps[k] in BLANKS and page.window[k - 1] in ("to", "and"):
        k -= 1
    elif page.gaps[k] not in DASHES:
        return False
    for j in range(k - 1, page.since(k - _WORDS) - 1, -1):
        if is_priced(page, j):
            return page.lowers[j].isdigit()
        if page.gaps[j] not in (".", ","):
            return False
    return False


def _is_beside_millions(page: Page, number: Figure) -> bool:
    """Whether billions are told shortly before, or millions from which something moved.

    '£2bn in cash and 300m in loans', 'some 3.1m people, up from the 2m'
    """
    start, first = page.since(number.first - _FAR), number.first
    back = "from" in page.window[first - 2 : first] and page.window[first - 1] in ("from", "the")
    return any(
        word[0].isdigit()
        and (word[-2:] == "bn" or (back and word[-1] == "m" and page.known.is_plural(ahead)))
        for word, ahead in pairwise(page.lowers[start:first])
    )


def _is_earned(page: Page, number: Figure) -> bool:
    """Whether a number that describes no noun is told of what a firm earns: 'profit fell to 2m'."""
    ahead = page.follows(number.last)
    if ahead and (ahead == "of" or not page.tags[number.last] & _NO_NOUN):
        return False
    around = page.lowers[page.since(number.first - _NEARBY) : number.first]
    return not page.known.lists["earned"].isdisjoint(around)
