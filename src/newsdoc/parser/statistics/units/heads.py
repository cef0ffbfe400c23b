"""Heads: which words of a counted phrase can be its noun, and which are verbs or modifiers."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.lexicon.figures import is_acronym
from newsdoc.parser.statistics.page import APOSTROPHES, BLANKS, HYPHENS, Page

STOP: Final = (
    tags.PREPOSITION
    | tags.AUXILIARY
    | tags.CONJUNCTION
    | tags.SUBORDINATOR
    | tags.RELATIVE
    | tags.COMPLEMENTIZER
    | tags.PRONOUN
    | tags.NEGATION
    | tags.DETERMINER
    | tags.NUMBER
    | tags.TIME
)
_ONE_OF: Final = frozenset({"1", "one"})
_SHORT: Final = 4  # 'bed', 'need': shorter words in -ed are nouns
MARKED: Final = frozenset({" “", "” ", ' "', '" ', " ‘", " ["})
PLUS: Final = BLANKS | MARKED | {"+ "}
_POINTS: Final = frozenset({".", ". ", ".-"})  # behind an initial
FEW: Final = 9  # a noun phrase has no more words before its head


def is_base_form(page: Page, i: int) -> bool:
    """Whether word *i* is a verb that cannot have 'one' as its subject: 'one fake bill'."""
    bare = page.tags[i] & tags.CUE and not page.tags[i] & tags.PAST
    return bool(bare) and not page.lowers[i].endswith(("s", "ed", "ing"))


def is_ing(page: Page, i: int) -> bool:
    """Whether word *i* ends like a participle before another modifier: 'two ruling and …'."""
    return page.lowers[i][-3:] == "ing" and page.lowers[i] not in page.known.lists["states"]


def is_initial(page: Page, k: int) -> bool:
    """Whether word *k* is an initial with its point, and something follows it."""
    printed = page.words.words[k]
    return len(printed) == 1 and printed.isupper() and page.gaps[k + 1] in _POINTS


def is_head(page: Page, k: int) -> bool:
    """Whether word *k* is what is counted: a plural, or what became of people."""
    if is_plural(page, k):
        return True
    if page.lowers[k] in page.known.lists["people"]:  # '90 Japanese', not '90 Japanese ships'
        if page.gaps[k + 1] in HYPHENS:
            return False
        return not page.follows(k + 1) or bool(page.tags[k + 1] & STOP) or verbal(page, k + 1)
    if page.lowers[k] not in page.known.lists["states"]:
        return False
    gap = page.gaps[k + 1]  # '12 dead', not '12 dead whales', nor '12 dead-end jobs'
    ahead = page.window[k + 1] if gap in PLUS else ""
    return gap not in HYPHENS and not (ahead and page.known.is_plural(ahead))


def is_plural(page: Page, k: int) -> bool:
    """Whether word *k* is a plural that is counted, and no modifier of one behind it."""
    if page.gaps[k] in APOSTROPHES or page.gaps[k + 1] in HYPHENS:
        return False
    lower, printed = page.lowers[k], page.words.words[k]
    if lower in page.known.lists["states"]:
        return False
    if lower in page.known.lists["modifiers"]:  # '12 sales', not '12 sales reps'
        return not page.follows(k + 1) or bool(page.tags[k + 1] & STOP)
    many = page.known.is_plural(lower)
    if printed == lower:
        return many and not (lower[-1] != "s" and leads_plural(page, k))
    return (many or is_acronym(printed)) and not is_name(page, k)


def leads_plural(page: Page, k: int) -> bool:
    """Whether another plural follows a plural without an s: 'police officers', 'women drivers'.

    A verb in -s has no such subject, but where one of many acts: 'one in five children lives'.
    """
    if page.window[k - 2] == "in" and page.window[k - 3] in _ONE_OF:
        return False
    ahead = page.follows(k + 1)
    if ahead[-1:] != "s" or ahead in page.known.lists["aged"]:  # 'children ages 3 to 17'
        return False
    shown = ahead in page.known.lists["shows"] and not page.tags[k] & tags.BODY  # '9 men finds'
    return not (shown or page.tags[k + 1] & STOP) and page.known.is_plural(ahead)


def is_name(page: Page, k: int) -> bool:
    """Whether a capital word in -s is a name before the noun: 'two Reuters reporters'."""
    printed, ahead = page.words.words[k], page.follows(k + 1)
    if not ahead or not (printed.istitle() or printed.isupper()):
        return False  # 'two GPUs'
    if ahead in page.known.lists["states"]:  # 'four Americans dead'
        return False
    if not page.words.words[k + 1].islower() or page.tags[k + 1] & STOP:
        return False
    if page.words.words[k - 1].istitle() and not verbal(page, k + 1):
        behind = page.follows(k + 2)  # 'two United States fighter jets'
        ahead = behind if behind and not page.tags[k + 2] & STOP else ahead
    return page.known.is_plural(ahead)


def is_lettered(page: Page, i: int) -> bool:
    """Whether word *i* is capitals amid small letters: 'two LED panels', not 'TWO LED THEM'."""
    words, ahead = page.words.words, page.follows(i + 1)
    return len(words[i]) > 1 and words[i].isupper() and ahead != "" and ahead == words[i + 1]


def verbal(page: Page, i: int) -> bool:
    """Whether word *i* is more likely a verb, participle or adverb than a noun."""
    word, bits = page.lowers[i], page.tags[i]
    if bits & tags.PAST and is_lettered(page, i):
        return False
    if bits & (tags.CUE | tags.ADVERB | tags.PAST) or word in page.known.lists["verbs"]:
        return True
    if word in page.known.lists["finite"] and page.words.words[i].islower():
        return True  # '80,000 lose power'
    if word in page.known.lists["participle"]:  # '120,000 driven from their homes'
        return True
    if word.endswith("ed") and len(word) > _SHORT:
        return word not in page.known.lists["ed_nouns"] and word not in page.known.plurals
    return word.endswith("ly") and len(word) > _SHORT and not bits & tags.NO_ADVERB


def modifies(page: Page, i: int) -> bool:
    """Whether a participle or adverb stands before a plural: 'registered voters'."""
    word = page.lowers[i]
    if word in page.known.lists["verbs"]:
        return False
    if word in page.known.lists["opinion"]:
        return False
    for k in range(i + 1, page.until(i + FEW - 1)):
        if page.tags[k] & STOP or not (page.gaps[k] in BLANKS or page.gaps[k] in HYPHENS):
            return False
        if page.known.is_plural(page.lowers[k]):
            return True
    return False
