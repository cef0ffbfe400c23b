"""Verbs around a figure, told from the nouns and adjectives that look like them."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.parser.statistics.page import (
    APOSTROPHES,
    ARTICLES,
    BLANKS,
    BORDER,
    HYPHENS,
    SIGNS,
    Page,
)

_BEFORE_MODIFIER: Final = BORDER | tags.CUE | tags.DETERMINER | tags.BOUND
VERB: Final = tags.AUXILIARY | tags.PAST
AUX: Final = tags.AUXILIARY | tags.BE | tags.HAVE
NO_NOUN: Final = BORDER | tags.DETERMINER | tags.ADVERB | tags.NUMBER | tags.PRONOUN | tags.TIME
VERBS: Final = frozenset({"verb", "take", "by"})
FORMED: Final = ("s", "ed", "ing")  # endings of verbs
_DOERS: Final = tags.SUBJECT | tags.PRONOUN | tags.AUXILIARY | tags.ADVERB | tags.PLURAL
_MODIFIED: Final = tags.DETERMINER | tags.PREPOSITION  # before what modifies a noun
_ED: Final = 3  # 'bed', 'red': words in -ed that are no longer are none


def is_verb(page: Page, k: int) -> bool:
    """Whether word *k* is most likely a verb: not 'a rise', not 'the adjusted profit'."""
    bits, word = page.tags[k], page.lowers[k]
    if bits & VERB:
        return page.window[k - 1] not in ARTICLES and not is_named(page, k)  # not 'a bit'
    if bits & tags.MOVE:
        uses = page.known.moves[word].uses
        if not uses & VERBS:  # 'less', 'up'
            goes = page.window[k - 1] in page.known.lists["particled"]
            return "particle" in uses and (goes or bool(page.tags[k - 1] & tags.AUXILIARY))
        return (
            "noun" not in uses
            or page.window[k - 1] == "to"
            or page.tags[k - 1] & AUX == tags.AUXILIARY
            or is_relative(page, k - 1)
            or not (
                page.tags[k - 1] & (tags.DETERMINER | tags.PREPOSITION)
                or page.window[k + 1] == "of"
                or _is_singular(page, k)
            )
        )
    if not is_participle(page, word) or is_named(page, k):
        return False
    return (k > page.low and page.gaps[k] == ", ") or not modifies(page, k)


def can_do(page: Page, k: int) -> bool:
    """Whether the verb at word *k* agrees with the word before it: a plain form asks for many."""
    formed = page.lowers[k].endswith(FORMED) or page.tags[k] & (tags.PAST | tags.PERHAPS_PAST)
    many = page.tags[k - 1] & _DOERS or page.known.is_plural(page.lowers[k - 1])
    return bool(formed or many) or k == page.low or not page.words.words[k - 1].isalpha()


def is_relative(page: Page, k: int) -> bool:
    """Whether the word at *k* stands for the noun before it, and its verb behind it.

    'a law that cut aid', 'the firm that now owns the mill', 'a nurse who stole £5'; but not
    'the news that prices rose'.
    """
    word, noun = page.window[k], k - 1
    if word == "who":
        return noun >= page.low
    if word not in ("that", "which") or not follows_noun(page, k):
        return False
    lead = page.tags[noun]
    k += 1 + is_adverb(page, k + 1)
    bits, verb = page.tags[k], page.lowers[k]
    if k >= page.high or page.gaps[k] not in BLANKS or page.leads(k + 1, tags.AUXILIARY):
        return False
    if bits & (VERB | tags.PERHAPS_PAST) or is_participle(page, verb):
        return True
    if lead & tags.CUE or page.known.is_plural(page.lowers[noun]) == (verb[-1] == "s"):
        return False  # 'the claim that cuts help', 'it means that cuts help'
    acts = verb in page.known.lists["trading"] or verb in page.known.lists["setting"]
    if acts or bits & tags.MOVE or is_finite(page, k):
        return True
    ahead = tags.DETERMINER | (tags.PREPOSITION if word == "which" else 0)
    return (word == "which" or verb[-1] == "s") and page.leads(k + 1, ahead)


def follows_noun(page: Page, k: int) -> bool:
    """Whether a noun stands before the 'that' at word *k*: 'the claim that', not 'claim that'."""
    noun = k - 1
    if noun < page.low or page.gaps[k] not in BLANKS or is_finite(page, noun):
        return False
    if page.tags[noun] & NO_NOUN:
        return page.lowers[noun] == "those"
    return not page.tags[noun] & tags.CUE or is_led(page, k)


def is_led(page: Page, k: int) -> bool:
    """Whether a noun with its determiner stands before the 'that' at word *k*: 'the tax that'."""
    return any(page.tags[j] & tags.DETERMINER for j in range(page.since(k - 3), k - 1))


def _is_singular(page: Page, k: int) -> bool:
    """Whether the base form at word *k* ends 'a sharp rise': as a verb it would have an -s."""
    base = page.lowers[k][-1] != "s" and not page.tags[k] & tags.PERHAPS_PAST
    lead = page.tags[k - 2] & (tags.DETERMINER | tags.UNIT) and k - 2 >= page.low
    if not lead and k - 3 >= page.low:  # 'a vital late rebound'
        led = page.lowers[k - 3] in ("a", "an") and not page.tags[k - 2] & NO_NOUN
        lead = led and page.gaps[k - 1] in BLANKS
    return base and lead > 0 and not page.known.is_plural(page.lowers[k - 1])


def is_participle(page: Page, word: str) -> bool:
    """Whether a word ends like the past participle of a verb."""
    return (
        word[-1] == "d"
        and word[-2:] == "ed"
        and len(word) > _ED
        and word not in page.known.lists["ed_nouns"]
    )


def modifies(page: Page, k: int) -> bool:
    """Whether the participle at word *k* belongs to a noun behind it: 'adjusted profit'."""
    if page.gaps[k + 1].rstrip(SIGNS) not in BLANKS:
        return page.gaps[k + 1] in HYPHENS  # not 'sales almost doubled, from'
    if page.tags[k + 1] & tags.PREPOSITION:
        return page.gaps[k + 2] in HYPHENS  # not 'each, priced at'
    if k == page.low or page.gaps[k] not in BLANKS:
        return page.gaps[k] != ") "  # 'Ann Holt (R-Vale) backed it'
    lead = page.tags[k - 1]
    if page.gaps[k - 1] in HYPHENS and page.words.words[k - 1].islower():  # 'two-year fixed deals'
        return True
    if lead & (tags.AUXILIARY | tags.RELATIVE):
        return False
    if lead & tags.CLITIC:  # 'Roe’s reported debts', but 'Roe’s soared 12 percent'
        return not page.tags[k - 2] & tags.PRONOUN and not page.tags[k + 1] & NO_NOUN
    if page.lowers[k - 1].endswith("ly"):  # 'a newly qualified doctor'
        return k - 1 == page.low or bool(page.tags[k - 2] & (_MODIFIED | tags.CUE))
    return bool(lead & _BEFORE_MODIFIER) or page.lowers[k - 1].endswith("ing")


def modifies_noun(page: Page, k: int) -> bool:
    """Whether the irregular past form at word *k* belongs to a noun: 'of newly built homes'."""
    lead = k - 1 - (page.lowers[k - 1][-2:] == "ly")
    if lead < page.low or page.tags[lead] & (tags.PRONOUN | tags.SUBJECT | tags.RELATIVE):
        return False
    noun = page.follows(k + 1) != "" and not page.tags[k + 1] & NO_NOUN
    return noun and page.tags[lead] & _MODIFIED > 0


def is_finite(page: Page, k: int) -> bool:
    """Whether word *k* is a form that no noun has, and no part of a name: 'owns', 'believe'."""
    if (
        page.lowers[k] in page.known.lists["governing"]
        and k > page.low
        and page.words.words[k].islower()
    ):
        who = k - 1 - (page.tags[k - 1] & tags.ADVERB > 0)  # 'drivers now face delays'
        many = page.lowers[who][-1] == "s" or page.known.is_plural(page.lowers[who])
        many = page.gaps[k] in BLANKS and (many or page.tags[who] & tags.SUBJECT > 0)
        return many and page.follows(k + 1) != "" and not page.tags[k + 1] & BORDER
    return page.lowers[k] in page.known.lists["finite"] and page.words.words[k].islower()


def is_named(page: Page, k: int) -> bool:
    """Whether word *k* is part of a name, or a month: 'Ann Drew', 'Theresa May', 'in May'."""
    words = page.words.words
    if page.tags[k] & tags.MONTH and words[k][0].isupper():
        return True
    return k > page.low and page.gaps[k] == " " and words[k][0].isupper() and words[k - 1].istitle()


def is_adverb(page: Page, k: int) -> bool:
    """Whether word *k* is an adverb, known or in -ly: 'slightly', not 'family', not 'Connolly'."""
    bits, word = page.tags[k], page.words.words[k]
    if page.gaps[k + 1] in HYPHENS or page.gaps[k + 1] in APOSTROPHES:
        return False  # 'long-term', 'today’s'
    if word[-2:] != "ly":
        return bits & tags.ADVERB > 0
    if not (word.islower() or k == page.low) or page.lowers[k] in page.known.lists["regular"]:
        return False  # 'weekly hours'
    return not bits & (tags.NO_ADVERB | tags.TIME)
