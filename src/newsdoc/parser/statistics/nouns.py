"""Counted nouns: the noun phrase behind a number, its singular, and nouns left out."""

from __future__ import annotations

from typing import Final, NamedTuple

from newsdoc.lexicon import tags
from newsdoc.model import Unit, UnitKind
from newsdoc.parser.statistics.page import APOSTROPHES, BLANKS, HYPHENS, Page

_STOP: Final = (
    tags.PREPOSITION
    | tags.AUXILIARY
    | tags.CONJUNCTION
    | tags.SUBORDINATOR
    | tags.RELATIVE
    | tags.COMPLEMENTIZER
    | tags.PRONOUN
    | tags.DETERMINER
    | tags.NUMBER
    | tags.TIME
)
_FEW: Final = 7  # a noun phrase has no more words before its head
PERSON: Final = Unit(UnitKind.COUNT, "person")
VOTE: Final = Unit(UnitKind.COUNT, "vote")
DEATH: Final = Unit(UnitKind.COUNT, "death")


class Noun(NamedTuple):
    """A counted noun phrase: its words, and its unit."""

    first: int
    last: int
    unit: Unit


def counted(page: Page, i: int, *, one: bool = False) -> Noun | None:
    """Return the noun phrase that begins at word *i*, or None where the noun is left out."""
    gap = page.gaps[i] if i < page.high else ""
    if gap in HYPHENS:
        if page.lowers[i] not in page.known.lists["suffix"]:
            return _hyphened(page, i)
        i += 1
        gap = page.gaps[i] if i < page.high else ""
    if gap not in BLANKS and gap != "+ ":
        return None
    if page.lowers[i] == "or" and page.follows(i + 1) in (
        "so",
        "more",
        "fewer",
        "less",
        "thereabouts",
    ):
        i += 2
    while (
        i < page.high
        and page.lowers[i] in page.known.lists["skipped"]
        and page.gaps[i] in BLANKS | {"+ "}
    ):
        i += 1
    if page.lower(i) == "of" and page.gaps[i] in BLANKS:
        return partitive(page, i + 1)
    return _phrase(page, i, one=one)


def partitive(page: Page, i: int) -> Noun | None:
    """Return the noun behind 'of': 'two of the men', 'three of Smith's friends'."""
    while (
        i < page.high
        and page.gaps[i] in BLANKS
        and (page.tags[i] & (tags.DETERMINER | tags.NUMBER) or page.lowers[i][0].isdigit())
    ):
        i += 1
        while i < page.high and page.gaps[i] == "," and page.lowers[i].isdigit():
            i += 1
    return _phrase(page, i, whole=True) if i < page.high else None


def _phrase(page: Page, i: int, *, one: bool = False, whole: bool = False) -> Noun | None:
    """Return the noun phrase from word *i* to its first plural, or to its end."""
    known, lowers, gaps, bits = page.known, page.lowers, page.gaps, page.tags
    if (
        i < page.high
        and _verbal(page, i)
        and page.gaps[i + 1] not in HYPHENS
        and not known.is_plural(lowers[i])
        and not _adjective(page, i)
    ):
        return None
    stop = min(page.high, i + _FEW)
    k = i
    while k < stop:
        gap = gaps[k]
        if k > i and gap not in BLANKS and gap not in HYPHENS:
            if gap in APOSTROPHES and lowers[k] == "s" and k + 1 < stop:
                k += 1
                continue
            break
        if (
            bits[k] & _STOP
            and gap not in HYPHENS
            and not page.words.words[k].isupper()
            and not (k + 1 < stop and gaps[k + 1] in HYPHENS)
        ):
            break
        if k == i and (move := known.moves.get(lowers[k])) and "comparative" in move.uses:
            return None
        if _name_in_s(page, k):
            k += 1
            continue
        if known.is_plural(lowers[k]) or _modifier_as_head(page, k):
            if one:
                break
            return _noun(page, i, k + 1)
        k += 1
    if (not one and k < stop and gaps[k] == ", ") or (
        not one and (k < stop and lowers[k] in ("and", "or") and gaps[k] in BLANKS)
    ):
        far = _listed(page, k, i)
        if far is not None and k > i and not _verbal(page, i):
            return _noun(page, i if lowers[k] == "and" else far, far + 1)
    if k == i or _verbal(page, i):
        return None
    if one or whole:
        last = next((j for j in range(i + 1, k) if _verbal(page, j)), k)
        return _noun(page, i, last)
    return _noun(page, i, i + 1 if k == i + 1 else _singular_end(page, i, k))


def _adjective(page: Page, i: int) -> bool:
    """Whether a participle or adverb stands before a noun: 'registered voters', 'newly built homes'."""
    word = page.lowers[i]
    if word in page.known.lists["verbs"] or (
        page.tags[i] & tags.CUE and not word.endswith(("ed", "ing"))
    ):
        return False
    for k in range(i + 1, min(page.high, i + 6)):
        if (page.gaps[k] not in BLANKS and page.gaps[k] not in HYPHENS) or page.tags[k] & _STOP:
            return False
        if page.known.is_plural(page.lowers[k]):
            return True
    return False


def _name_in_s(page: Page, k: int) -> bool:
    """Whether a capital word in -s is a name before the noun: 'two Reuters reporters'."""
    if not page.words.words[k][0].isupper() or not page.words.words[k][1:].islower():
        return False
    ahead = page.follows(k + 1)
    return (
        bool(ahead)
        and page.words.words[k + 1][0].islower()
        and page.known.is_plural(ahead)
        and (not page.tags[k + 1] & _STOP)
    )


def _modifier_as_head(page: Page, k: int) -> bool:
    """Whether a word that is mostly a modifier is the noun itself: '12 sales', not '12 sales reps'."""
    if page.lowers[k] not in page.known.lists["modifiers"]:
        return False
    ahead = page.follows(k + 1)
    return not ahead or bool(page.tags[k + 1] & _STOP)


def _singular_end(page: Page, i: int, k: int) -> int:
    """Return where a noun phrase without a plural ends: at its first noun."""
    return i + 1


def _listed(page: Page, k: int, first: int) -> int | None:
    """Return the plural that closes a row of modifiers: 'air, sea and land-based missiles'."""
    stop = min(page.high, k + _FEW)
    for j in range(k, stop):
        if page.tags[j] & (_STOP & ~tags.CONJUNCTION) or page.lowers[j][0].isdigit():
            return None
        if page.gaps[j] not in BLANKS and page.gaps[j] not in HYPHENS and page.gaps[j] != ", ":
            return None
        if page.known.is_plural(page.lowers[j]):
            return j
    return None


def _verbal(page: Page, i: int) -> bool:
    """Whether word *i* is more likely a verb or participle than a noun."""
    word = page.lowers[i]
    if page.tags[i] & (tags.CUE | tags.ADVERB):
        return True
    if word.endswith("ed") and len(word) > 4 and word not in page.known.lists["ed_nouns"]:
        return word not in page.known.plurals
    return word in page.known.lists["verbs"] or (word.endswith("ly") and len(word) > 5)


def _hyphened(page: Page, i: int) -> Noun | None:
    """Return the noun joined to the number by a hyphen: 'three-state', '99-man'."""
    word = page.lower(i)
    if not word.isalpha() or page.tags[i] & _STOP & ~tags.TIME or word.endswith("ing"):
        return None
    return Noun(i, i + 1, _unit(page, i, i + 1))


def _noun(page: Page, first: int, last: int) -> Noun:
    return Noun(first, last, _unit(page, first, last))


def _unit(page: Page, first: int, last: int) -> Unit:
    """Return the unit of a noun phrase: its words as printed, the head in the singular."""
    words, head = page.words.words, page.known.singular(page.words.words[last - 1])
    if last - first == 1:
        return Unit(UnitKind.COUNT, head)
    lead = page.text[page.starts[first] : page.starts[last - 1]]
    del words
    return Unit(UnitKind.COUNT, " ".join((lead + head).split()))
