"""One noun phrase without prepositions, from the word where it ends to the left."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.parser.statistics.page import (
    APOSTROPHES,
    ARTICLES,
    BLANKS,
    BORDER,
    HYPHENS,
    OWNS_MANY,
    Page,
)
from newsdoc.parser.statistics.subjects.adjuncts import DATED, INSIDE, PHRASE
from newsdoc.parser.statistics.subjects.verbs import (
    AUX,
    NO_NOUN,
    can_do,
    is_adverb,
    is_finite,
    is_named,
    is_participle,
    is_verb,
    modifies,
    modifies_noun,
)

_BEGINS: Final = tags.DETERMINER | tags.SUBJECT
_BREAKS: Final = DATED | tags.TIME | tags.CUE | tags.MOVE
VERB_CLITICS: Final = frozenset({"d", "ll", "m", "re", "ve"})
_NO_ROLE: Final = ("", 0)
_POINTS: Final = frozenset(",.")  # in a numeral
_HEADLESS: Final = frozenset({"a", "an", "the", "there", "There", "him", "me", "them", "us"})
_PERCENT: Final = frozenset({"cent", "per", "percent"})  # behind a number, where that is left out
_DOING: Final = frozenset({"becoming", "being", "coming", "doing", "getting", "going", "having"})
_SAYS: Final = frozenset({"said", "says"})  # never nouns: ', a clerk, says profits rose'
_VERBAL: Final = frozenset("sdg")  # with which a verb in -s, -ed or -ing ends


def simple(page: Page, i: int) -> int:
    """Return the first word of the noun phrase without prepositions that ends before word *i*."""
    if i > page.low and _is_no_head(page, i - 1):
        return i
    tagged, lowers, gaps = page.tags, page.lowers, page.gaps
    k, last, gap = i, page.since(i - PHRASE), " "
    while k > last:
        j = k - 1
        bits, word = tagged[j], lowers[j]
        digit = word[0].isdigit()
        if gap in BLANKS:
            ends = bits & BORDER and gaps[j] not in HYPHENS and _ends(page, j, k < i)
            if word == "that" and k < i and _is_this(page, j):
                return j  # 'the toll from that strike'
            if ends or (k < i and _breaks(page, j)):
                break
        elif _is_verbal(page, k, gap) or not (
            gap in INSIDE or (digit and gap in _POINTS) or is_point(page, k)
        ):
            break
        counts = (digit or bits & tags.NUMBER) and _is_number(page, j)
        joined = gap in HYPHENS or (gap == "." and digit)  # 'the 5.0-litre engine'
        if counts and not joined and not _is_owned(page, j):
            break
        k = j
        if bits & _BEGINS and gap in BLANKS:
            if k < i - 1 and not bits & tags.DETERMINER:
                k += 1
            break
        gap = gaps[k]
    return _behind_lead(page, k, i)


def _ends(page: Page, k: int, inside: bool) -> bool:
    """Whether a phrase begins behind word *k*: not behind a name, nor 'built', of 'built homes'."""
    modifies = inside and page.tags[k] & tags.PAST and modifies_noun(page, k)
    modifies = modifies or (inside and page.window[k - 1] in ARTICLES)  # 'the outside world'
    return not (modifies or is_named(page, k))


def _is_this(page: Page, k: int) -> bool:
    """Whether 'that' at word *k* is a determiner: 'from that strike', not 'except that they'."""
    led = k > page.low and page.tags[k - 1] & tags.PREPOSITION
    clause = page.tags[k + 1] & (tags.PRONOUN | tags.DETERMINER | tags.SUBJECT)
    return bool(led) and not clause and not page.known.is_plural(page.lowers[k + 1])


def _behind_lead(page: Page, k: int, i: int) -> int:
    """Return the first word from *k* on that is no verb behind a modal, and no adverb."""
    if _is_verbal(page, k, page.gaps[k]):
        return i
    modal = page.tags[k - 1] & AUX == tags.AUXILIARY and k > page.low  # 'will replace stock that'
    aimed = page.window[k - 1] == "to" and (
        page.window[k - 2] in page.known.lists["aiming"]
        or page.window[k - 2] in page.known.lists["intending"]
        or page.lowers[k] == "help"
    )
    if (modal or aimed) and k < i - 1 and page.gaps[k] in BLANKS and page.gaps[k + 1] in BLANKS:
        k += not page.tags[k] & (tags.DETERMINER | tags.SUBJECT)
    while k < i and (is_adverb(page, k) or (k < i - 1 and page.lowers[k] in _PERCENT)):
        if _grades(page, k, i):
            break
        k += 1
    return k


def _grades(page: Page, k: int, i: int) -> bool:
    """Whether the adverb at word *k* belongs to a participle before a noun: 'newly built homes'."""
    if page.lowers[k][-2:] != "ly" or k + 2 >= i:
        return False
    return is_participle(page, page.lowers[k + 1]) or page.tags[k + 1] & tags.PAST > 0


def _is_verbal(page: Page, k: int, gap: str) -> bool:
    """Whether word *k* is a verb cut short: 'we're taking', 'they'll need'."""
    return gap in APOSTROPHES and page.lowers[k] in VERB_CLITICS


def _breaks(page: Page, k: int) -> bool:
    """Whether no noun phrase reaches to word *k*, which stands before its head."""
    bits, word = page.tags[k], page.lowers[k]
    if _governs(page, k) or word in _SAYS:
        return True
    if not bits & _BREAKS and word[-1] not in _VERBAL:
        return False  # as most
    opens = k == page.low or page.gaps[k] not in BLANKS
    named = page.words.words[k + 1][:1].isupper() and page.words.words[k].islower()
    if word in page.known.lists["outdoing"] and page.gaps[k][-2:] == ", ":
        return True  # ', beating estimates of 5'
    if opens and bits & tags.CUE and (word.endswith("ing") or named):
        return True  # ', claiming jobs rose', '," says Ann Holt, who'
    lead = tags.DETERMINER if opens else page.tags[k - 1]
    if bits & DATED:  # 'the March quarter', 'for May delivery'; but 'in March sales rose'
        return not (lead & tags.DETERMINER or page.window[k - 1] in ("for", "of"))
    base = lead & tags.PREPOSITION and word[-1] not in _VERBAL and page.lowers[k - 1] != "to"
    if base:  # 'by state leaders'
        return False
    if bits & tags.CUE or (word in page.known.lists["aiming"] and word.endswith(("s", "ed"))):
        owned = lead & tags.DETERMINER or page.window[k - 1] == "s"  # 'Roe's reported debts'
        noun = not (opens or can_do(page, k) or word in page.known.lists["verbs"])  # 'rail fares'
        return not (noun or owned or (word[-2:] == "ed" and _leads_modifier(page, k, lead)))
    if bits & tags.MOVE:
        heads = page.tags[k + 1] & tags.MOVE or page.lowers[k + 1][-3:] == "ing"
        return not (lead & tags.DETERMINER or word.endswith("ing") or heads)  # 'crashes involving'
    return is_participle(page, word) and not modifies(page, k)


def _leads_modifier(page: Page, k: int, lead: int) -> bool:
    """Whether no verb can stand at word *k*, but what modifies a noun: 'of used', ', and used'."""
    apart = lead & tags.CONJUNCTION > 0 and page.gaps[k - 1][-2:] == ", "
    return (lead & tags.PREPOSITION > 0 or apart) and not page.tags[k + 1] & NO_NOUN


def _governs(page: Page, k: int) -> bool:
    """Whether word *k* is a verb before its object: 'experts believe rates', 'keeping rates'."""
    word, lists = page.lowers[k], page.known.lists
    if page.gaps[k] not in BLANKS or page.gaps[k + 1] not in BLANKS:
        return False
    if word in lists["finite"] or word in lists["governing"]:
        return is_finite(page, k)
    lead = page.tags[k - 1] if word[-3:] == "ing" else tags.DETERMINER
    doing = lead & tags.BE and not page.tags[k] & tags.MOVE and page.lowers[k - 2] != "there"
    acts = doing or word in lists["setting"] or word in lists["reaching"]
    return acts > 0 and not lead & tags.DETERMINER


def is_point(page: Page, k: int) -> bool:
    """Whether the point before word *k* ends no sentence: 'U.S. adults', 'Gov. Holt', 'Ilk.com'."""
    if page.gaps[k] not in (".", ". ") or k == page.low:
        return False
    before, after = page.words.words[k - 1], page.words.words[k]
    if page.gaps[k] == "." and after[0].islower():
        return True
    if len(before) == 1:
        return page.gaps[k] == "." or after.islower() or before.isupper()
    return bool(page.tags[k - 1] & tags.ABBREVIATION)


def _is_owned(page: Page, k: int) -> bool:
    """Whether a determiner stands before the number at word *k*: 'its 512 stores'."""
    if page.gaps[k] in OWNS_MANY and page.known.numbers.get(page.lowers[k], _NO_ROLE)[0] == "part":
        return True  # 'the Rovers' third win'
    last = k - PHRASE
    while k > page.since(last) and (page.lowers[k][0].isdigit() or page.tags[k] & tags.NUMBER):
        if page.gaps[k] not in BLANKS and page.gaps[k] != ",":
            return False
        k -= 1
    return bool(page.tags[k] & tags.DETERMINER)


def _is_no_head(page: Page, k: int) -> bool:
    """Whether word *k* heads no noun phrase: a number, its measure, 'there' or 'gives'."""
    word = page.words.words[k]
    if word in _HEADLESS or word in _DOING or word in page.known.lists["finite"]:
        return True
    if page.window[k - 1] == "per" and k - 2 > page.low:  # 'slid 3 per cent and'
        counted = page.lowers[k - 2][0].isdigit() or page.tags[k - 2] & (tags.NUMBER | tags.UNIT)
        if counted:
            return True
    slashed = page.gaps[k] == "/" and page.lowers[k - 1][0].isdigit()  # 'winds of 140km/h'
    measured = page.tags[k] & tags.UNIT and page.gaps[k] in BLANKS and _measures(page, k)
    if k > page.low and (slashed or measured):
        k -= 1
    move = page.known.moves.get(page.lowers[k])
    if move is not None and not move.uses - {"comparative"}:  # 'much less'
        return True
    if is_participle(page, page.lowers[k]) and is_verb(page, k):  # 'compared with 5'
        return True
    return _is_number(page, k)


def _is_number(page: Page, k: int) -> bool:
    """Whether word *k* is a number; not 'the cheapest one'."""
    if page.tags[k] & tags.NUMBER:
        return page.lowers[k] != "one"
    return _is_bare_numeral(page, k)


def _measures(page: Page, k: int) -> bool:
    """Whether word *k* is a unit of its own, not the country of one: 'Oman', of 'Oman rials'."""
    return page.lowers[k] in page.known.units or page.words.words[k] in page.known.symbols


def _is_bare_numeral(page: Page, k: int) -> bool:
    """Whether word *k* is a numeral, and ends no name: not of 'FTSE 100', nor of 'over-21s'."""
    word, gap = page.lowers[k], page.gaps[k]
    if not word[0].isdigit() or (word[-1] == "s" and gap in HYPHENS):
        return False
    return k == page.low or gap not in BLANKS or not page.words.words[k - 1][0].isupper()
