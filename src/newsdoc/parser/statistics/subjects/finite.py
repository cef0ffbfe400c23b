"""The finite verb of the clause in which a figure stands, found once, from the figure to the left.

exceeds 5              a verb that bounds the figure
the bridge spans 5     the word beside it, unknown as it is, that its subject shows to be a verb
rents rose in May to 5 the nearest word that is sure to be one
Holm leads Ilk by 5    or else the nearest that may be one, with its object or a place behind it
"""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import UnitKind
from newsdoc.parser.statistics.page import BLANKS, BORDER, SIGNS, Figure, Page
from newsdoc.parser.statistics.subjects import adjuncts, joints
from newsdoc.parser.statistics.subjects.simple import simple
from newsdoc.parser.statistics.subjects.verbs import (
    AUX,
    FORMED,
    VERB,
    follows_noun,
    is_adverb,
    is_finite,
    is_verb,
)

_PERHAPS_VERB: Final = VERB | tags.MOVE
_ENDS: Final = frozenset("gds")  # of verbs
_PERHAPS: Final = tags.PERHAPS_PAST | tags.CUE | tags.MARKED | tags.ACTING
_NO_VERB: Final = BORDER | tags.ADVERB | tags.DETERMINER
_LEADS_NOUN: Final = tags.DETERMINER | tags.PREPOSITION | tags.NUMBER
_WITH_PLAIN: Final = tags.SUBJECT | tags.PRONOUN | tags.AUXILIARY | tags.ADVERB | tags.RELATIVE
_WHO: Final = tags.SUBJECT | tags.PRONOUN | tags.AUXILIARY | tags.RELATIVE
_COSTS: Final = frozenset({"cost", "costs", "costing"})
UP: Final = frozenset({"up", "down", "off"})
_LEVELS: Final = frozenset({"at", "by", "from", "to"})
_PARTICLES: Final = frozenset({"aside", "away", "back", "off", "out", "over"})
_AS: Final = frozenset({"as", "with"})
_GRADES: Final = frozenset({"less", "least", "more", "most", "too", "very"})
_DURATION: Final = UnitKind.DURATION


def verb_of(page: Page, figure: Figure, front: int, stop: int) -> int:
    """Return the verb that a figure behind word *front* stands behind, not before *stop*, or -1."""
    k = front + 1
    bounds = k < page.high and page.tags[k] & tags.BOUND and not page.tags[k] & _NO_VERB
    if bounds and page.lowers[k].endswith(("s", "ed", "ing", "exceed")):
        return k
    k = front - (page.window[front] in _PARTICLES)  # 'it has set aside 5 million'
    word = page.lowers[k]
    lasts = figure.unit.kind is not _DURATION or word[-1] == "s" or word == "average"
    lasts = lasts or word in page.known.lists["staying"]  # 'the lease lasts two years'
    if lasts and page.gaps[k + 1].rstrip(SIGNS) in BLANKS and stands_for_verb(page, k):
        return -1 if word in page.known.lists["foreseeing"] else k  # 'analysts expected 5'
    verb = verb_before(page, front, stop)
    closing = page.lowers[verb] in UP and page.tags[verb - 1] & tags.TIME and verb - 3 > stop
    return verb - 3 if closing and is_verb(page, verb - 3) else verb  # 'ended the day up 3 percent'


def verb_before(page: Page, last: int, stop: int) -> int:
    """Return the nearest sure verb from word *last* back to *stop*, or one that may be, or -1."""
    found, bracketed = -1, False
    tagged, lowers, gaps, lists = page.tags, page.lowers, page.gaps, page.known.lists
    staying, finite, governing = lists["staying"], lists["finite"], lists["governing"]
    for k in range(last, _behind_told(page, last, stop) - 1, -1):
        gap = gaps[k + 1]
        if gap != " ":
            if ";" in gap or ("(" in gap and k < last and not bracketed):
                break
            bracketed = ")" in gap or (bracketed and "(" not in gap)
        word = lowers[k]
        bare = word in finite or word in governing
        if not (bare or word[-1] in _ENDS or tagged[k] & _PERHAPS_VERB):
            if word not in staying and word not in _COSTS:
                continue  # as most
        elif _is_sure(page, k, last, stop, bare=bare):
            return k - (page.window[k - 1] == "re")  # 'to re-evaluate'
        if found < 0 and stop < k < last and _may_act(page, k, last):
            found = k + _is_plural_noun(page, k)
    return found


def _behind_told(page: Page, last: int, stop: int) -> int:
    """Return the word behind the last 'said that' of these words, or *stop*.

    The clause behind it may have its verb farther on: 'said that profit for six months fell'.
    """
    if "that" not in page.lowers[stop : last + 1]:
        return stop  # as most
    for k in range(last, stop, -1):
        if page.lowers[k] == "that" and page.tags[k - 1] & tags.CUE:
            return k + 1
    return stop


def _is_sure(page: Page, k: int, last: int, stop: int, *, bare: bool) -> bool:
    """Whether word *k*, *bare* if no noun has its form, is a verb before word *last*."""
    word, bits, lists = page.lowers[k], page.tags[k], page.known.lists
    if word[-1] == "s" and word in lists["staying"] and not page.tags[k - 1] & _LEADS_NOUN:
        return k > stop  # 'inflation remains high, at 5'
    if bare and not bits & tags.CUE and is_finite(page, k):
        return True
    if not bits & _PERHAPS_VERB and word[-1] not in "gd":
        return False
    if word.endswith("ing"):  # 'it was off Holm, moving at 5 mph', 'winds blowing to 60 mph'
        led = k == last - 1 and page.lowers[last] in _LEVELS
        if page.gaps[k][-2:] == ", " or (led and page.known.is_plural(page.lowers[k - 1])):
            return True
    if word in UP and (k == last or (k == last - 1 and page.lowers[last] == "by")):
        # 'Sales down by a fifth', but not 'drawn up 10 days before'
        phrasal = page.lowers[k - 1] in lists["phrasal"] and page.gaps[k] in BLANKS
        return not phrasal or is_verb(page, k)
    return is_verb(page, k)


def _may_act(page: Page, k: int, last: int) -> bool:
    """Whether word *k*, in -s, can be a verb with its object or a place: 'Holm leads Ilk by 4'."""
    word, ahead = page.lowers[k], page.words.words[k + 1]
    stays = word in page.known.lists["staying"]
    acts = stays or word == "cost" or (word[-1] == "s" and word[-2:] != "ss")
    if not acts or page.gaps[k + 1] not in BLANKS or not stands_for_verb(page, k):
        return False
    if word in page.known.lists["setting"] and page.lowers[last] in _AS:
        return False  # 'the paper lists them as the richest, with £5m'
    many = k + 1 < last and ahead.islower() and page.known.is_plural(ahead)
    return not many and (stays or not page.tags[k + 1] & BORDER)


def _is_plural_noun(page: Page, k: int) -> bool:
    """Whether word *k*, in -s, has its verb right behind it: 'new orders exceeded £4', 'fees hit'.

    Not so behind 'she', nor where a noun follows: 'she orders', 'Holm orders printed cards'; nor
    before a verb with two objects: 'a poll of voters put Roe on 5'.
    """
    word, ahead = page.lowers[k + 1], page.tags[k + 2] if k + 2 < page.high else BORDER
    if page.lowers[k][-1] != "s" or page.tags[k - 1] & _WHO or word in page.known.lists["setting"]:
        return False
    if page.tags[k + 1] & tags.PERHAPS_PAST or word in _COSTS:
        return True
    return word.endswith("ed") and (k + 2 in page.numerals or ahead & _NO_VERB > 0)


def stands_for_verb(page: Page, k: int) -> bool:
    """Whether word *k* is a verb, unknown as it is: 'the bridge spans 400 m'."""
    word, before, lead = page.lowers[k], page.lowers[k - 1], page.tags[k - 1]
    costs = before in _COSTS and not page.tags[k] & tags.PERHAPS_PAST  # not 'costs hit 5'
    acts = k > page.low and (costs or _takes_object(page, k - 1))
    if acts and joints.before_contact(page, k) == k:
        return False  # 'beat opponents 32-24'
    if page.window[k - 2] in _GRADES and word not in _COSTS:
        return False  # 'on more expensive routes £300'
    stays, many = word in page.known.lists["staying"], page.known.is_plural(before)
    if many and word[-1] == "s" and word not in _COSTS and page.words.words[k - 1].islower():
        # 'the house she rents covers 5', but 'the school charges parents 5'
        return joints.before_contact(page, k) < k
    if many and stays and word[-1] != "s" and page.gaps[k] in BLANKS and k > page.low:
        return True  # 'most leases run up to 12 years'
    if (page.tags[k] & ~_PERHAPS and not stays) or not page.words.words[k].islower():
        return False  # but 'wins' is a unit, too
    if page.gaps[k] not in BLANKS:
        return _closes_aside(page, k)
    if before == "that" and not follows_noun(page, k - 1):
        return page.gaps[k - 1] == ", "  # 'in all, that amounts to 5'
    this = before == "this" and word[-1] == "s" and page.known.is_plural(word)  # not 'this bus'
    if this or lead & tags.RELATIVE or before in ("to", "those"):
        return True  # 'this makes 5'
    if is_adverb(page, k - 1) and k - 2 >= page.low:
        lead = page.tags[k - 2]  # 'the trip now costs £40'
    return not lead & (tags.DETERMINER | tags.PREPOSITION | tags.ADVERB) and _agrees(page, k)


def _closes_aside(page: Page, k: int) -> bool:
    """Whether an aside ends before word *k*: 'the bridge, a landmark, cost'."""
    first = adjuncts.before_aside(page, k)
    opens = page.tags[first] & (tags.DETERMINER | tags.RELATIVE) or first in page.numerals
    return page.low < first < k and bool(opens)


def _takes_object(page: Page, k: int) -> bool:
    """Whether word *k* is a verb, and tells nothing: 'pears outnumber plums', 'will save'."""
    if k > page.low and page.tags[k - 1] & AUX == tags.AUXILIARY and not page.tags[k]:
        return True
    return is_verb(page, k) or (is_finite(page, k) and not page.tags[k] & tags.CUE)


def _agrees(page: Page, k: int) -> bool:
    """Whether a subject of the verb at word *k* could stand before it.

    A plain form asks for many: 'the caves span 40', not 'in a cave 40'.
    """
    if page.lowers[k].endswith(FORMED) or page.tags[k] & tags.PERHAPS_PAST:
        return True
    end = k - is_adverb(page, k - 1)  # 'they currently pay'
    first = simple(page, end)
    joint = first - 1
    if page.tags[end - 1] & _WITH_PLAIN or _is_many(page, end - 1):
        return True
    if joint > page.low and page.tags[joint] & tags.RELATIVE:
        return True  # 'adults who smoke pay'
    if page.gaps[k + 1] not in BLANKS and page.tags[first] & tags.DETERMINER:
        return True  # 'the firm bid $16', where many stand for one
    joined = joint > page.low and page.tags[joint] & tags.PREPOSITION  # 'prices in towns span'
    joined = joined and page.gaps[joint] in BLANKS
    return bool(joined) and _is_many(page, joint - 1)


def _is_many(page: Page, k: int) -> bool:
    """Whether word *k* is a plural, or a name that may stand for many: not 'the German'."""
    named = not (page.words.words[k].islower() or page.tags[k - 1] & tags.DETERMINER)
    named = named and (k > page.low or page.lowers[k + 1] in page.known.lists["average"])
    return named or page.known.is_plural(page.lowers[k])
