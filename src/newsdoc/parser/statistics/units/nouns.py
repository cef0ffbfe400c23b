"""Counted nouns: the noun phrase behind a number, its singular, and nouns left out.

Without a tagger, the head of a counted phrase is its first plural: 'five NBA
teams', '400 registered voters'. A phrase without one counts with its first noun
('a 12 page document'), and a verb or participle right behind the number shows
that the noun is left out ('and 2,195 injured').
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from attrs import define

from newsdoc.lexicon import tags
from newsdoc.lexicon.figures import FigureWords
from newsdoc.model import Unit, UnitKind
from newsdoc.parser.statistics.page import APOSTROPHES, BLANKS, HYPHENS, OWNS_MANY, Page
from newsdoc.parser.statistics.subjects.simple import is_point
from newsdoc.parser.statistics.units.heads import (
    FEW,
    MARKED,
    PLUS,
    STOP,
    is_base_form,
    is_head,
    is_ing,
    is_initial,
    is_plural,
    modifies,
    verbal,
)

_BEHIND_ING: Final = tags.PREPOSITION | tags.DETERMINER
_NO_NOUN: Final = STOP | tags.MOVE
_LIKE_NUMBERS: Final = frozenset({"ones", "quarters"})  # nouns that are numbers, too
_YEARLY: Final = frozenset({"annual", "annualised", "annualized"})
_RATES: Final = frozenset({"pace", "rate"})
_WHEN: Final = frozenset({"early", "late"})
_ROUGHLY: Final = frozenset(
    {"only", "just", "about", "around", "some", "nearly", "almost", "roughly"}
)
_FACED: Final = frozenset({"charges", "deportation", "fines", "jail", "life", "prison", "trial"})
_FEASTS: Final = frozenset({"day", "eve"})
_RECENT: Final = frozenset({"past", "last", "next", "previous"})  # '11 of the past 12 months'
_MARKS: Final = '“”"‘'  # around a word of a phrase: '30 “missing” boats'
_NO_MARKS: Final = str.maketrans("", "", _MARKS)
PERSON: Final = Unit(UnitKind.COUNT, "person")
VOTE: Final[Unit] = Unit(UnitKind.COUNT, "vote")
DEATH: Final = Unit(UnitKind.COUNT, "death")
CHILD: Final = Unit(UnitKind.COUNT, "child")


@define(eq=False)
class Noun:
    """A counted noun phrase: its words, and its unit."""

    first: int
    last: int
    unit: Unit


def counted(page: Page, i: int, *, one: bool = False) -> Noun | None:
    """Return the noun phrase that begins at word *i*, or None where the noun is left out."""
    gap = page.gaps[i] if i < page.high else ""
    if gap == " " and not (one or page.tags[i] & _NO_NOUN) and is_plural(page, i):
        return _noun(page, i, i + 1)  # as most
    if gap in HYPHENS:
        lists = page.known.lists
        if page.lowers[i] not in lists["suffix"] and page.lowers[i] not in lists["superlative"]:
            return _hyphened(page, i)
        i += 1  # '200-plus guests'
        gap = page.gaps[i] if i < page.high else ""
    if gap not in PLUS or (gap == " [" and i in page.numerals):
        return None
    if not one and page.lowers[i] in page.known.lists["claiming"]:
        ahead = page.follows(i + 1)  # '40 already dead', not '12 still images'
        states = page.known.lists["states"]
        i += ahead in states or (ahead != "" and not page.known.is_plural(ahead))
    if page.lowers[i] == "or" or page.lowers[i] in page.known.lists["skipped"]:
        i = _behind_skipped(page, i)
    if page.window[i] == "of" and page.follows(i):
        return partitive(page, i + 1)
    if i >= page.high or page.gaps[i] not in PLUS:
        return None
    return _single(page, i) if one else _phrase(page, i)


def _behind_skipped(page: Page, i: int) -> int:
    """Return the word behind what stands between a number and its noun: 'or more', 'straight'."""
    if page.lowers[i] == "or" and page.follows(i + 1) in page.known.lists["or-more"]:
        i += 2
    skipped = page.known.lists["skipped"]
    while page.window[i] in skipped and page.gaps[i] in PLUS and page.gaps[i + 1] not in HYPHENS:
        i += 1  # but 'full-time jobs'
    return i


def partitive(page: Page, i: int) -> Noun | None:
    """Return the noun behind 'of': 'two of the men', '85 of 154 meetings', 'of her 84 hens'."""
    if page.window[i] == "those" and _are_people(page, i + 1):
        return Noun(i, i + 1, PERSON)
    i = _behind_owner(page, i)
    stop = page.until(i + FEW)
    while i < stop and (page.gaps[i] in BLANKS or page.gaps[i] == ","):
        word = page.lowers[i]
        plain = not page.tags[i] & (tags.DETERMINER | tags.NUMBER) and word not in _RECENT
        if plain and not word[0].isdigit() and word not in _ROUGHLY:
            break
        i += 1
    if i >= page.high or page.lowers[i][0].isdigit():
        return None  # 'a tenth of the £12m'
    if page.gaps[i] in HYPHENS and i - 1 in page.numerals and page.follows(i + 1):
        i += 1  # 'half the 30-year average'
    if page.tags[i] & tags.UNIT and page.tags[i] & tags.TIME:
        return _noun(page, i, i + 1)  # '11 of the past 12 months'
    owned = _owned(page, i)
    if owned == i:
        i = owned = _behind_number(page, i)
    noun = _phrase(page, owned, whole=True)
    if owned > i:
        noun = noun or _rest(page, owned)
        noun.first = i
    return noun


def _behind_number(page: Page, i: int) -> int:
    """Return the word behind a number amid a phrase, 'his season-high 22 shots', or *i*."""
    for k in range(i + 1, page.until(i + FEW) - 1):
        if page.tags[k - 1] & STOP or not (page.gaps[k] in BLANKS or page.gaps[k] in HYPHENS):
            break
        promised = k - 1 == i and page.tags[i - 1] & tags.DETERMINER  # 'the promised 200 beds'
        if is_head(page, k - 1) or (verbal(page, k - 1) and not promised):
            break
        if k in page.numerals and page.gaps[k] == " " and page.words.words[k - 1].islower():
            behind = k + 1 + page.leads(k + 1, tags.NUMBER)  # 'the planned 2 million doses'
            return behind if page.follows(behind) else i
    return i


def _rest(page: Page, first: int) -> Noun:
    """Return the phrase of an owned noun that looks like a verb: 'Holm's address'."""
    k, stop = first + 1, page.until(first + FEW)
    while k < stop and _goes_on(page, k, first) and not is_head(page, k - 1):
        k += 1
    return _noun(page, first, k)


def _are_people(page: Page, i: int) -> bool:
    """Whether word *i*, behind 'those', tells of people: 'who left', 'in need', 'surveyed'."""
    told = page.tags[i] & (tags.PREPOSITION | tags.SUBJECT) if page.follows(i) else 0
    return told > 0 or page.follows(i)[-2:] == "ed"


def _behind_owner(page: Page, i: int) -> int:
    """Return the word behind an owner at *i* and its number, 'the bridge's 84 hangers', or *i*."""
    owned = False
    for k in range(i + 1, page.until(i + FEW)):
        word, gap = page.lowers[k], page.gaps[k]
        owned = owned or gap in OWNS_MANY or page.lowers[k - 1] == "s"
        if page.tags[k] & tags.NUMBER or word[0].isdigit():
            return k + 1 if owned else i
        if gap not in BLANKS and gap not in OWNS_MANY and gap not in APOSTROPHES:
            break
        owner = page.gaps[k + 1] in APOSTROPHES  # 'the day's 610 services'
        if page.tags[k] & STOP & ~tags.DETERMINER and word != "s" and not owner:
            break
    return i


def _owned(page: Page, i: int) -> int:
    """Return the first word of what an owner at *i* has, 'the state's school districts', or *i*."""
    for k in range(i + 1, page.until(i + FEW)):
        gap = page.gaps[k]
        if gap in APOSTROPHES and page.lowers[k] == "s" and page.follows(k + 1):
            if page.lowers[k + 1] in _FEASTS:
                continue  # 'St Patrick's Day events'
            return k + 1
        if gap in OWNS_MANY and not page.tags[k] & STOP:
            return k
        if gap not in BLANKS or page.tags[k] & STOP:
            break
        if verbal(page, k) and page.gaps[k + 1] not in APOSTROPHES:
            break  # 'a third of the nurses said Holm's offer'
    return i


def _hyphened(page: Page, i: int) -> Noun | None:
    """Return the noun joined to the number by a hyphen: 'three-state', '99-man'."""
    word = page.window[i]
    if not word.isalpha() or page.tags[i] & STOP & ~tags.TIME or word.endswith("ing"):
        return None
    return _noun(page, i, i + 1)


def _single(page: Page, i: int) -> Noun | None:
    """Return the singular phrase behind 'one': it ends where a verb or another phrase begins."""
    if not is_base_form(page, i) and _leaves_out(page, i):
        return None
    k = i
    while k < page.high and k - i < FEW and _goes_on(page, k, i) and not _ends(page, k, i):
        joined = page.gaps[k][-1:] in HYPHENS
        if k > i and not joined and verbal(page, k) and not _describes(page, k):
            break
        if k > i and _is_apart(page, k):
            break  # 'one vote away'
        k += 1
    return _noun(page, i, k) if k > i and not is_initial(page, k - 1) else None


def _describes(page: Page, k: int) -> bool:
    """Whether word *k*, like a verb, belongs to a noun: 'one reporting station has seen rain'."""
    noun = is_ing(page, k) and page.follows(k + 1) and page.leads(k + 2, tags.AUXILIARY)
    return bool(noun) or is_base_form(page, k)


def _is_apart(page: Page, k: int) -> bool:
    """Whether word *k* tells how far something is, or how somebody was found: 'away', 'alive'."""
    return (
        page.lowers[k] in page.known.lists["apart"] or page.lowers[k] in page.known.lists["found"]
    )


def _ends(page: Page, k: int, first: int) -> bool:
    """Whether word *k* is a plural with which a phrase ends: not the data of 'big data point'."""
    if not is_head(page, k):
        return False
    named = k > first or page.words.words[k][0].isupper()  # not 'if one adds Nebraska'
    goes_on = page.follows(k + 1) and not page.tags[k + 1] & STOP and not verbal(page, k + 1)
    return not (named and goes_on)


def _phrase(page: Page, i: int, *, whole: bool = False) -> Noun | None:
    """Return the phrase from word *i* to its first plural; without one, its first noun, or all."""
    # 'millions watching on television', 'a family of four earning $60,000'
    earns = i + 1 in page.numerals and page.gaps[i + 1] not in BLANKS  # not '12 ageing 787 jets'
    doing = is_ing(page, i) and (page.leads(i + 1, _BEHIND_ING) or earns)
    if doing or _leaves_out(page, i):
        return None
    k, stop = i, page.until(i + FEW)
    while k < stop and _goes_on(page, k, i):
        if is_head(page, k):
            return _noun(page, i, k + 1)
        k += 1
    far = _listed(page, k) if i < k < stop else None
    if far is not None and (_leads(page, i) or not verbal(page, i)):
        whole = page.lowers[k] == "and" and page.gaps[k] in BLANKS
        return _noun(page, i if whole else far, far + 1)
    if k == i or verbal(page, i):
        return None
    if whole:
        return _noun(page, i, next((j for j in range(i + 1, k) if _ends_whole(page, j)), k))
    return None if is_initial(page, i) else _noun(page, i, i + 1)


def _ends_whole(page: Page, j: int) -> bool:
    """Whether a phrase ends before word *j*, a verb: not the noun of 'Holm's address'."""
    return verbal(page, j) and page.gaps[j - 1] not in APOSTROPHES


def _leaves_out(page: Page, i: int) -> bool:
    """Whether what follows the number is no noun phrase: 'and 2,195 injured', '40 cheaper'."""
    if page.lowers[i] in page.known.lists["human"] and _acts(page, i):
        return True
    if page.known.used(page.lowers[i], "comparative"):
        return not modifies(page, i)  # 'two smaller houses'
    if _tells_when(page, i) or (page.lowers[i] == "face" and page.follows(i + 1) in _FACED):
        return True
    if page.gaps[i + 1] in HYPHENS or page.known.is_plural(page.lowers[i]):
        return False
    if len(page.lowers[i]) == 1:
        return i + 1 >= page.high or not is_initial(page, i)
    if page.lowers[i] in page.known.lists["apart"] or page.lowers[i] in page.known.lists["sized"]:
        return not page.known.is_plural(page.follows(i + 1) or "-")  # '11 away games'
    if page.lowers[i][-2:] == "er" and page.follows(i + 1) == "than":
        return True  # '0.6 quicker than'
    if page.lowers[i] in ("shy", "short") and page.follows(i + 1) == "of":
        return True
    if not verbal(page, i) or modifies(page, i):
        return False
    return not (page.follows(i + 1) and _leads(page, i) and _listed(page, i + 1) is not None)


def _tells_when(page: Page, i: int) -> bool:
    """Whether word *i* tells of when: 'from 154.60 late Tuesday', 'a 1.3 million annual rate'."""
    if page.lowers[i] in _WHEN:
        return page.leads(i + 1, tags.WEEKDAY)
    rate = page.lowers[i] in _YEARLY and page.follows(i + 1) in _RATES
    return rate and not page.known.is_plural(page.follows(i + 2) or "-")  # 'two annual rate cuts'


def _acts(page: Page, i: int) -> bool:
    """Whether nothing stands behind a verb that could be its noun: 'eight live in Pell'."""
    return page.leads(i + 1, tags.PREPOSITION) and page.lowers[i + 1] != "of"


def _leads(page: Page, i: int) -> bool:
    """Whether a word like a verb may modify, with another: 'two state and local officials'."""
    return is_ing(page, i) or is_base_form(page, i)


def _goes_on(page: Page, k: int, first: int) -> bool:
    """Whether word *k* belongs to the phrase that began at word *first*."""
    gap = page.gaps[k]
    if k > first and gap in APOSTROPHES:
        return page.lowers[k] == "s"
    joined = k == first or gap in BLANKS or gap in HYPHENS or gap in MARKED
    if not (joined or is_initial(page, k - 1) or is_point(page, k)):  # '12 U.S. troops'
        return False
    if not page.tags[k] & STOP or gap in HYPHENS or page.lowers[k] in _LIKE_NUMBERS:
        return True
    many = page.follows(k + 1) if page.tags[k] & STOP == tags.TIME else ""
    hours = k > first and page.tags[k] & tags.UNIT and page.tags[k] & tags.TIME
    if (hours and page.lowers[k][-1] == "s") or (
        many and not page.tags[k + 1] & STOP and page.known.is_plural(many)
    ):
        return True  # 'GPU hours', '12 night shelters'
    if page.words.words[k] == "I":
        return page.words.words[k - 1].istitle()  # 'World War I soldiers', not 'one concern I have'
    if k > first and page.words.words[k].istitle():  # 'New Year's parties', 'May Day events'
        return page.gaps[k + 1] in APOSTROPHES or page.lowers[k] in _FEASTS
    # 'US states', 'first-team players'
    return page.words.words[k].isupper() or page.gaps[k + 1] in HYPHENS


def _listed(page: Page, k: int) -> int | None:
    """Return the plural that closes a row of modifiers: 'air, sea and land-based missiles'."""
    joins = page.lowers[k] in ("and", "or")
    aside = joins and page.gaps[k] == " ("  # '5 cheap (and cheerful) hotels'
    if page.gaps[k] != ", " and not aside and not (joins and page.gaps[k] in BLANKS):
        return None
    words = page.words.words
    if page.gaps[k] == ", " and words[k][0].isupper() and words[k - 1].islower():
        return None  # 'two quarters of decline, Maas said'
    for j in range(k, page.until(k + FEW)):
        if page.tags[j] & STOP & ~tags.CONJUNCTION or page.lowers[j][0].isdigit():
            return None
        joined = page.gaps[j] in BLANKS or page.gaps[j] in HYPHENS or page.gaps[j] == ", "
        if not (joined or (aside and page.gaps[j] == (") " if j > k else " ("))):
            return None
        if page.known.is_plural(page.lowers[j]):
            return j
    return None


def _noun(page: Page, first: int, last: int) -> Noun:
    """Return the phrase of these words: as printed, the head in the singular."""
    lead = ""
    if last - first > 1:
        lead = page.text[page.starts[first] : page.starts[last - 1]]
    return Noun(first, last, _unit(page.known, lead, page.words.words[last - 1]))


@lru_cache(maxsize=4096)
def _unit(known: FigureWords, lead: str, head: str) -> Unit:
    """Return the unit of a counted noun; people, years and votes are counted all the time."""
    lead = lead.translate(_NO_MARKS)
    return Unit(UnitKind.COUNT, " ".join((lead + known.singular(head)).split()))
