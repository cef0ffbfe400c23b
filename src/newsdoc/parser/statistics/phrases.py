"""Noun phrases around a figure: from the word where they begin or end to their other end."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.parser.drafts import Pair
from newsdoc.parser.statistics import adjuncts
from newsdoc.parser.statistics.adjuncts import DATED, INSIDE, PHRASE, TIMED
from newsdoc.parser.statistics.page import BLANKS, BORDER, DASHES, HYPHENS, Page
from newsdoc.parser.statistics.verbs import is_named, is_participle, is_verb, modifies

_CLAUSE_JOINTS: Final = frozenset({"as", "after", "before", "since", "until", "till", "once"})
_TAXED: Final = frozenset({"tax", "taxes", "interest", "items", "exceptional", "depreciation"})
_WHEN: Final = frozenset({"last", "this", "next", "yesterday", "today"})
_JOINED: Final = 4  # phrases joined by prepositions
_NO_HEAD: Final = BORDER | tags.ADVERB | tags.DETERMINER | tags.CLITIC
_NO_END: Final = tags.DETERMINER | tags.ADVERB
_AUX: Final = tags.AUXILIARY | tags.BE | tags.HAVE
_LEADS: Final = tags.DETERMINER | tags.CLITIC
_BEGINS: Final = tags.DETERMINER | tags.SUBJECT
_BREAKS: Final = DATED | tags.TIME | tags.CUE | tags.MOVE
_POINTS: Final = frozenset(",.")  # in a numeral
_VERBAL: Final = frozenset("sd")  # with which a verb in -s or -ed ends
_OPENS: Final = tags.COMPLEMENTIZER | tags.SUBORDINATOR | tags.CUE


def right(page: Page, i: int, *, whole: bool = False) -> Pair | None:
    """Return the noun phrase that begins at word *i*; *whole*: it goes on behind a plural."""
    tagged, lowers, gaps, verbs = page.tags, page.lowers, page.gaps, page.known.lists["verbs"]
    before = tagged[i] if i < page.high else BORDER
    if before & BORDER or (not whole and (before & tags.CUE or lowers[i] in verbs)):
        return None
    k, stop = i + 1, page.until(i + PHRASE)
    while k < stop:
        gap, bits, word = gaps[k], tagged[k], lowers[k]
        modifies = before & _LEADS
        if gap in BLANKS:
            if bits & BORDER or (bits & tags.CUE and not modifies and _speaks(page, k)):
                break
            if (not whole and _is_head(page, k - 1, k)) or _is_score(page, k):
                break
        elif not (gap in INSIDE or (gap == "," and word[0].isdigit()) or _is_point(page, k)):
            break
        if (bits & tags.DETERMINER or word in _WHEN) and not before & tags.DETERMINER:
            break  # 'of oil a day', 'of fuel last year'; not 'of all the voters'
        verbal = word in verbs and not whole and _speaks(page, k)
        if not modifies and (verbal or is_participle(page, word)):
            break
        before = bits
        k += 1
    while k > i and tagged[k - 1] & _NO_END:
        k -= 1
    return (page.starts[i], page.end(k - 1)) if k > i else None


def _speaks(page: Page, k: int) -> bool:
    """Whether the verb at word *k* can be one: 'of voters say', not 'of the annual report'."""
    word = page.lowers[k]
    base = page.tags[k] & tags.CUE and word[-1] not in "sdg" and not page.tags[k] & tags.PAST
    before = page.lowers[k - 1]
    who = page.tags[k - 1] & (tags.SUBJECT | tags.PRONOUN)
    asked = before[-2:] == "ly" or (before[-2:] == "ed" and page.tags[k - 2] & tags.PRONOUN)
    return not base or who > 0 or bool(asked) or page.known.is_plural(before)


def moved(page: Page, i: int) -> Pair | None:
    """Return the noun phrase at word *i* where it is no time: what rises, not when."""
    phrase = right(page, i)
    if phrase is None or page.lowers[i][-1].isdigit():  # 'in FY26'
        return None
    last = page.words.at(phrase[1] - 1) + 1
    return (
        None if adjuncts.behind_times(page, last) < last or page.tags[last - 1] & TIMED else phrase
    )


def left(page: Page, i: int) -> Pair | None:
    """Return the noun phrase that ends before word *i*, with what 'of' and 'and' join to it."""
    if page.gaps[i] not in BLANKS and page.gaps[i] != ", ":
        return None
    if page.gaps[i - 1] == ", " and page.lowers[i - 1].isdigit():
        i -= 1  # 'Caio Reis, 18, who has scored 13 times'
    first = _simple(page, i)
    who = first - 1
    if page.tags[who] & tags.SUBJECT and not page.tags[who] & tags.DETERMINER and who >= page.low:
        return word(page, who)  # 'if you agree on 70 percent'
    return _whole(page, i, first, frozenset({"of"}))


def label(page: Page, i: int) -> Pair | None:
    """Return the noun phrase before the colon that stands before word *i*."""
    return _whole(page, i, _simple(page, i), None)


def joins_no_noun(page: Page, k: int) -> bool:
    """Whether word *k*, before 'of', is no noun: 'in charge of 5', not 'a one-off charge of 5'."""
    if page.lowers[k] not in page.known.lists["no-head"]:
        return False
    return not any(page.tags[j] & tags.DETERMINER for j in range(page.since(k - 3), k))


def before(page: Page, i: int) -> int:
    """Return the word before the noun phrase that ends before word *i*."""
    return _simple(page, i) - 1


def word(page: Page, i: int) -> Pair:
    """Return word *i* as a phrase."""
    return page.starts[i], page.end(i)


def before_verb(page: Page, i: int) -> Pair | None:
    """Return the noun phrase that is the subject of the verb at word *i*: 'profits in May rose'.

    When it happened is no part of it, nor an aside, nor what the clause behind 'who' tells.
    """
    end = adjuncts.behind_times(page, adjuncts.before_aside(page, i))
    first = _simple(page, end)
    if first == end:
        end = adjuncts.before_participle(page, end)
        first = _simple(page, end)
        if first == end:
            return None
    if (head := adjuncts.before_number(page, first)) < first or (
        head := adjuncts.before_relative(page, first)
    ) < first:
        again = _simple(page, head)
        if again < head:
            first, end = again, head
    return _whole(page, end, first, None)


def _whole(page: Page, end: int, first: int, joints: frozenset[str] | None) -> Pair | None:
    """Return the phrase from *first* to *end* with what these joints, or any, join to it."""
    if first == end:
        return None
    for _ in range(_JOINED):
        more = _joined(page, first, joints)
        if more == first:
            break
        first = more
    return page.starts[first], page.end(end - 1)


def aimed(page: Page, i: int) -> Pair | None:
    """Return who is expected or wanted to do what stands behind the 'to' at word *i*, or None."""
    for k in range(i - 2, page.since(i - PHRASE), -1):
        if page.gaps[k + 1] not in BLANKS or page.tags[k + 1] & BORDER:
            return None
        if page.lowers[k] in page.known.lists["aiming"]:
            return page.starts[k + 1], page.end(i - 1)
    return None


def within(page: Page, first: int, stop: int) -> Pair | None:
    """Return the noun phrase of the words from *first* to *stop*, without when it was."""
    end = adjuncts.behind_times(page, stop)
    while end - 1 > first and page.lowers[end - 1] in page.known.lists["unmoved"]:
        end -= 1
    return (page.starts[first], page.end(end - 1)) if end > first else None


def _simple(page: Page, i: int) -> int:
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
            ends = bits & BORDER and gaps[j] not in HYPHENS and not is_named(page, j)
            if ends or (k < i and _breaks(page, j)):
                break
        elif not (gap in INSIDE or (digit and gap in _POINTS) or _is_point(page, k)):
            break
        counts = (digit or bits & tags.NUMBER) and _is_number(page, j)
        if counts and gap not in HYPHENS and not _is_owned(page, j):
            break
        k = j
        if bits & _BEGINS and gap in BLANKS:
            if k < i - 1 and not bits & tags.DETERMINER:
                k += 1
            break
        gap = gaps[k]
    return _behind_lead(page, k, i)


def _behind_lead(page: Page, k: int, i: int) -> int:
    """Return the first word from *k* on that is no verb behind a modal, and no adverb."""
    modal = page.tags[k - 1] & _AUX == tags.AUXILIARY and k > page.low  # 'will replace stock that'
    if modal and k < i - 1 and page.gaps[k] in BLANKS and page.gaps[k + 1] in BLANKS:
        k += not page.tags[k] & (tags.DETERMINER | tags.SUBJECT)
    while k < i and page.tags[k] & tags.ADVERB:
        k += 1
    return k


def _breaks(page: Page, k: int) -> bool:
    """Whether no noun phrase reaches to word *k*, which stands before its head."""
    bits, word = page.tags[k], page.lowers[k]
    if not bits & _BREAKS and word[-1] not in _VERBAL:
        return False  # as most
    opens = k == page.low or page.gaps[k] not in BLANKS
    named = page.words.words[k + 1][:1].isupper() and page.words.words[k].islower()
    if opens and bits & tags.CUE and (word.endswith("ing") or named):
        return True  # ', claiming jobs rose', '," says Ann Holt, who'
    lead = tags.DETERMINER if opens else page.tags[k - 1]
    if bits & DATED:  # 'the March quarter', 'for May delivery'; but 'in March sales rose'
        return not (lead & tags.DETERMINER or page.window[k - 1] in ("for", "of"))
    if bits & tags.TIME:
        return bool(lead & tags.TIME) or page.window[k - 1] in ("this", "that")
    if bits & tags.CUE or (word in page.known.lists["aiming"] and word.endswith(("s", "ed"))):
        return not lead & tags.DETERMINER
    if bits & tags.MOVE:
        return not (lead & tags.DETERMINER or word.endswith("ing") or page.tags[k + 1] & tags.MOVE)
    return is_participle(page, word) and not modifies(page, k)


def _is_score(page: Page, k: int) -> bool:
    """Whether word *k* is the first half of a score behind a noun: 'the three-match series 2-0'."""
    joined = page.gaps[k + 1] in DASHES and k + 1 in page.numerals and k in page.numerals
    return joined and (not page.follows(k + 2) or page.leads(k + 2, BORDER))


def _is_head(page: Page, k: int, behind: int) -> bool:
    """Whether word *k* is a plural that heads its phrase: the next one is no plural, too."""
    word = page.words.words[k]
    head = word.islower() and page.known.is_plural(word) and page.gaps[k] not in HYPHENS
    return head and not page.known.is_plural(page.lowers[behind])


def _is_point(page: Page, k: int) -> bool:
    """Whether the point before word *k* only shortens: 'U.S. adults', 'Gov. Holt'."""
    if page.gaps[k] not in (".", ". ") or k == page.low:
        return False
    before, after = page.words.words[k - 1], page.words.words[k]
    if len(before) == 1:
        return page.gaps[k] == "." or after.islower()
    return bool(page.tags[k - 1] & tags.ABBREVIATION)


def _is_owned(page: Page, k: int) -> bool:
    """Whether a determiner stands before the number at word *k*: 'its 512 stores'."""
    last = k - PHRASE
    while k > page.since(last) and (page.lowers[k][0].isdigit() or page.tags[k] & tags.NUMBER):
        if page.gaps[k] not in BLANKS and page.gaps[k] != ",":
            return False
        k -= 1
    return bool(page.tags[k] & tags.DETERMINER)


def _is_no_head(page: Page, k: int) -> bool:
    """Whether word *k* is a number or the measure of one, and heads no noun phrase."""
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


def _joined(page: Page, first: int, joints: frozenset[str] | None) -> int:
    """Return the first word of what a joint joins to the phrase at word *first*, or *first*."""
    joint = first - 1
    if joint <= page.low or page.gaps[first] not in BLANKS or page.gaps[joint] not in BLANKS:
        return first
    if page.lowers[joint] in ("and", "or"):
        more = _simple(page, joint)
        opens = more == page.low or page.gaps[more] not in BLANKS or page.tags[more - 1] & _OPENS
        return more if more < joint and opens else first
    if not page.tags[joint] & tags.PREPOSITION or page.tags[joint - 1] & _NO_HEAD:
        return first
    if joints is not None and page.lowers[joint] not in joints:
        return first
    if page.lowers[joint] in _CLAUSE_JOINTS and page.lowers[first] not in _TAXED:
        return first  # 'homes after floods swept', but 'profit after tax rose'
    if joins_no_noun(page, joint - 1):  # 'in front of a crowd'
        return first
    if page.lowers[joint - 1][0].isdigit():
        return first
    more = _simple(page, joint)
    if page.lowers[joint] != "of" and _is_finite(page, joint - 1):
        return more if page.tags[more] & tags.DETERMINER else first  # 'the waiting list in'
    return more if more < joint else first


def _is_finite(page: Page, k: int) -> bool:
    """Whether word *k* is more likely a verb than a noun: 'he attacks in', not 'attacks in'."""
    if not page.tags[k] & tags.CUE:
        return is_verb(page, k)
    noun = page.known.is_plural(page.lowers[k])
    before = page.words.words[k - 1]
    named = before[0].isupper() and k - 1 > page.low
    return not noun or (k > page.low and (named or page.known.is_plural(before.lower())))
