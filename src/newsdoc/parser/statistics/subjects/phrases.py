"""Noun phrases around a figure: from the word where they begin or end to their other end."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.parser.drafts import Pair
from newsdoc.parser.statistics.page import (
    APOSTROPHES,
    ARTICLES,
    BLANKS,
    BORDER,
    DASHES,
    HYPHENS,
    Page,
)
from newsdoc.parser.statistics.subjects import adjuncts, joints
from newsdoc.parser.statistics.subjects.adjuncts import INSIDE, PHRASE, TIMED
from newsdoc.parser.statistics.subjects.simple import VERB_CLITICS, is_point, simple
from newsdoc.parser.statistics.subjects.verbs import (
    is_adverb,
    is_finite,
    is_named,
    is_participle,
    modifies_noun,
)

_WHEN: Final = frozenset({"last", "this", "next", "yesterday", "today", "due", "too"})
_NOUNS: Final = frozenset(
    {"call", "cut", "hit", "kill", "lack", "plan", "rank", "rate", "report", "run", "stand",
     "stay", "support", "view", "vote"}
)  # fmt: skip
_ADJECTIVE: Final = ("al", "ary", "ate", "ic", "ish", "ive", "lic", "ous", "an", "ese")
_AIMED: Final = 12  # words from an expectation to what is expected
_NO_AGENTS: Final = frozenset(
    {"fast", "first", "high", "last", "long", "low", "new", "quick", "second", "slow", "third"}
)  # who never do what a word in -ing tells
_OPENING: Final = frozenset({"closes", "opens", "runs", "starts"})  # when or how long
_WHICH: Final = frozenset({"which", "that", "who"})
_LOOKS: Final = frozenset({"feels", "looks", "sounds"})  # before 'like'
_OF: Final = frozenset({"of"})
_JOINED: Final = 2  # phrases joined to what is moved
_OF_FOR: Final = frozenset({"of", "for"})
_OTHERS: Final = tags.DETERMINER | tags.SUBJECT
_OBJECT: Final = tags.DETERMINER | tags.NUMBER | tags.PRONOUN
_NO_END: Final = tags.DETERMINER | tags.ADVERB | tags.CLITIC
_DOING: Final = frozenset({"going", "saying", "telling", "asking"})
_PLACED: Final = frozenset({"there", "here", "inside", "outside", "indoors", "outdoors"})
_LEADS_ALL: Final = tags.DETERMINER | tags.NUMBER | tags.CLITIC  # 'all the', 'ten most'
_LEADS: Final = tags.DETERMINER | tags.CLITIC
_WHENCE: Final = tags.PREPOSITION | tags.ADVERB | TIMED


def right(page: Page, i: int, *, whole: bool = False, led: bool = False) -> Pair | None:
    """Return the noun phrase that begins at word *i*, which is no verb where it is *led*.

    Where it is *whole*, it goes on behind a plural.
    """
    tagged, lowers, gaps, verbs = page.tags, page.lowers, page.gaps, page.known.lists["verbs"]
    before = tagged[i] if i < page.high else BORDER
    verbal = not (whole or led) and bool(before & tags.CUE or lowers[i] in verbs)
    verbal = verbal or (i < page.high and is_finite(page, i))
    verbal = verbal or (not (whole or led) and i + 1 in page.numerals and gaps[i + 1] in BLANKS)
    joined = i < page.high and gaps[i + 1] in HYPHENS and before & BORDER == tags.PREPOSITION
    if (before & BORDER and not joined) or verbal:
        return None  # but 'per-share earnings'
    alone = before & tags.SUBJECT and not before & tags.DETERMINER  # 'she still lives'
    k, stop = i + 1, i + 1 if alone else page.until(i + PHRASE)
    while k < stop:
        gap, bits, word = gaps[k], tagged[k], lowers[k]
        modifies = before & _LEADS
        if gap in BLANKS:
            if bits & BORDER and not _goes_on(page, k):
                break
            if not (modifies or bits & tags.PAST) and _is_verbal(page, k, bits, whole):
                break
            if (not whole and _is_head(page, k - 1, k)) or _is_score(page, k):
                break
        elif not (gap in INSIDE or (gap == "," and word[0].isdigit()) or is_point(page, k)):
            break
        opens = (bits & _OTHERS or word in _WHEN) and gap not in HYPHENS
        if opens and _opens_another(page, k, before):
            break
        before = bits
        k += 1
    k -= k < page.high and gaps[k] == "="  # 'notes NO10YT=RR'
    while k > i and (tagged[k - 1] & _NO_END or is_adverb(page, k - 1) or lowers[k - 1] == "far"):
        k -= 1
    return (page.starts[i], page.end(k - 1)) if k > i else None


def _opens_another(page: Page, k: int, before: int) -> bool:
    """Whether another phrase opens with word *k*: 'of oil a day', 'of the total they can get'.

    Not so behind a determiner or a number: 'of all the voters'.
    """
    bits = page.tags[k]
    if bits & tags.SUBJECT and not bits & (tags.DETERMINER | tags.NUMBER):
        return True
    if not (bits & tags.DETERMINER or page.lowers[k] in _WHEN):
        return False
    return not (before & _LEADS_ALL or page.lowers[k - 1][0].isdigit())


def _goes_on(page: Page, k: int) -> bool:
    """Whether a noun phrase goes on with a word *k* that ends others.

    'Fort Worth', 'net worth', 'the club's more than 600 members'
    """
    if page.tags[k] & tags.PAST:
        return modifies_noun(page, k)  # 'of newly built homes'
    if page.lowers[k] == "worth":
        return page.lowers[k - 1] == "net" or is_named(page, k)
    if page.lowers[k] == "and":  # 'the private and federal workforces'
        plain = page.words.words[k - 1].islower() and page.lowers[k - 1].endswith(_ADJECTIVE)
        plain = plain or _is_mass(page, k - 1)
        plain = plain and k + 1 not in page.numerals and not page.leads(k + 1, BORDER | _OBJECT)
        return plain and k + 2 < page.high and page.known.is_plural(page.follows(k + 2) or "a")
    return page.lowers[k] == "than" and page.tags[k - 2] & tags.CLITIC > 0


def _is_mass(page: Page, k: int) -> bool:
    """Whether word *k* is a bare singular that opens its phrase: 'in radio and press contracts'."""
    word = page.words.words[k]
    if not word.islower() or page.known.is_plural(word) or word[-3:] == "ing":
        return False
    led = k + 2 < page.high and page.leads(k - 1, tags.PREPOSITION)
    return led and not is_finite(page, k + 2)


def _is_verbal(page: Page, k: int, bits: int, whole: bool) -> bool:
    """Whether the noun phrase ends before word *k*, a verb or participle that tells of it."""
    word, lists = page.lowers[k], page.known.lists
    if lives(page, k):
        return True  # 'of the people live in towns'
    if word == "cost" and k + 1 in page.numerals:
        return True  # 'of pipeline cost $2 million'
    if word in lists["postposed"] and (not page.follows(k + 1) or page.leads(k + 1, BORDER)):
        return True  # 'a $59 copy available for sale'
    if word[-3:] == "ing" and page.follows(k + 1) in ARTICLES:
        return True  # 'of their cargo leaving the quay'
    if bits & tags.CUE or (word in lists["verbs"] and not whole):
        return _speaks(page, k) or is_participle(page, word)
    if whole and word[-1] == "s" and _has_object(page, k):
        return True
    plain = whole and word in lists["verbs"] and word not in _NOUNS
    if plain and page.known.is_plural(page.lowers[k - 1]):
        return True  # 'the 5 percent tariffs take effect'
    if word in lists["finite"] or (word in _LOOKS and page.follows(k + 1) == "like"):
        return True
    return is_participle(page, word) and not _is_related(page, k)


def lives(page: Page, k: int) -> bool:
    """Whether word *k* is 'live' as a verb: 'live in towns', 'live alone'."""
    beside = page.leads(k + 1, tags.PREPOSITION) or page.follows(k + 1) in page.known.lists["verbs"]
    return page.lowers[k] == "live" and beside


def _is_related(page: Page, k: int) -> bool:
    """Whether the participle at word *k* joins two nouns: 'in drug related deaths'."""
    ahead, before = page.follows(k + 1), page.lowers[k - 1]
    plural = ahead != "" and not page.leads(k + 1, BORDER | TIMED | tags.ADVERB | _OBJECT)
    return plural and page.known.is_plural(ahead) and not page.known.is_plural(before)


def _has_object(page: Page, k: int) -> bool:
    """Whether the word in -s at *k* tells of a singular: it has an object, or when it is so.

    'the 40m plan details the work', 'the 3 percent levy starts in May'
    """
    told = page.leads(k + 1, _OBJECT) and not page.leads(k + 1, tags.RELATIVE)
    if page.lowers[k] in _OPENING:
        told = told or not page.follows(k + 1) or page.leads(k + 1, _WHENCE)
    return (told or k + 1 in page.numerals) and not page.known.is_plural(page.lowers[k - 1])


def _speaks(page: Page, k: int) -> bool:
    """Whether the verb at word *k* can be one: 'of voters say', not 'of the annual report'."""
    word = page.lowers[k]
    past = word.endswith("d") and (word.endswith("ed") or word in page.known.lists["verbs"])
    plain = word[-1] not in "sg" and not past
    base = page.tags[k] & tags.CUE and plain and not page.tags[k] & tags.PAST
    before = page.lowers[k - 1]
    who = page.tags[k - 1] & (tags.SUBJECT | tags.PRONOUN)
    asked = before[-2:] == "ly" or (before[-2:] == "ed" and page.tags[k - 2] & tags.PRONOUN)
    if page.gaps[k - 1] in HYPHENS and page.known.is_plural(word):
        return False  # 'work-related emails'
    if word[-3:] == "ing" and before in _NO_AGENTS:  # 'fast charging support'
        return not page.follows(k + 1) or page.leads(k + 1, BORDER | tags.DETERMINER)
    if word[-1] == "s" and page.known.is_plural(word) and word not in page.known.lists["finite"]:
        return bool(page.follows(k + 1)) and not page.leads(k + 1, BORDER)  # 'all calls are'
    if word[-3:] == "ing" and word not in _DOING and not page.known.is_plural(before):
        return not (page.leads(k + 1, BORDER | tags.TIME) or not page.follows(k + 1))  # 'a hearing'
    if word in _NOUNS and not page.tags[k] & tags.CUE and not page.known.is_plural(before):
        return page.leads(k + 1, _OBJECT) or page.follows(k + 1) == "to"  # 'of the public vote'
    return not base or who > 0 or bool(asked) or page.known.is_plural(before)


def moved(page: Page, i: int) -> Pair | None:
    """Return the noun phrase at word *i* where it is no time: what rises, not when.

    With what is joined to it: 'demand for coal'.
    """
    end = _behind_moved(page, i)
    if end == i:
        return None
    for _ in range(_JOINED):
        joint = page.follows(end)
        joined = joint in _OF_FOR and not (joint == "for" and page.follows(end + 1)[-3:] == "ing")
        if not joined or (more := _behind_moved(page, end + 1)) == end + 1:
            break
        end = more
    return page.starts[i], page.end(end - 1)


def _behind_moved(page: Page, i: int) -> int:
    """Return the word behind the noun phrase at word *i*, or that where it is a time."""
    phrase = right(page, i, led=True)
    if phrase is None or page.lowers[i][-1].isdigit():  # 'in FY26'
        return i
    last = page.words.at(phrase[1] - 1) + 1
    timed = adjuncts.behind_times(page, last) < last or page.tags[last - 1] & TIMED
    return i if timed or page.lowers[last - 1] == "terms" else last  # 'in real terms'


def left(page: Page, i: int) -> Pair | None:
    """Return the noun phrase that ends before word *i*, with what 'of' and 'and' join to it."""
    if page.gaps[i] not in BLANKS and page.gaps[i] != ", ":
        return None
    if page.gaps[i - 1] == ", " and page.lowers[i - 1].isdigit():
        i -= 1  # 'Caio Reis, 18, who has scored 13 times'
    if page.lowers[i - 1] in VERB_CLITICS and page.gaps[i - 1] in APOSTROPHES:
        return word(page, i - 2)  # 'they're at 5'
    first = simple(page, i)
    who = first - 1 - (first == i and is_finite(page, i - 1))
    if page.tags[who] & tags.SUBJECT and not page.tags[who] & tags.DETERMINER and who >= page.low:
        return word(page, who)  # 'if you agree on 70 percent'
    return _ending(page, i, first, _OF)


def alone(page: Page, i: int) -> Pair | None:
    """Return the noun phrase that ends before word *i*, and nothing that is joined to it."""
    first = simple(page, i)
    return (page.starts[first], page.end(i - 1)) if first < i else None


def item(page: Page, i: int) -> Pair | None:
    """Return the noun phrase that ends before word *i*, whatever stands between."""
    return _ending(page, i, simple(page, i), _OF)


def nearest(page: Page, i: int) -> Pair | None:
    """Return the noun phrase that ends before word *i*, and no more where it is a name."""
    first = simple(page, i)
    if first < i and page.words.words[first][0].isupper():
        return page.starts[first], page.end(i - 1)
    return left(page, i)


def before(page: Page, i: int) -> int:
    """Return the word before the noun phrase that ends before word *i*."""
    return simple(page, i) - 1


def which(page: Page, i: int) -> int:
    """Return the 'which' before the subject of the verb at word *i*, or -1: 'which they say'."""
    k = before(page, i)
    return k if page.lowers[k] in _WHICH and page.low < k < i - 1 else -1


def word(page: Page, i: int) -> Pair:
    """Return word *i* as a phrase."""
    return page.starts[i], page.end(i)


def before_verb(page: Page, i: int) -> Pair | None:
    """Return the noun phrase that is the subject of the verb at word *i*: 'profits in May rose'.

    When it happened is no part of it, nor an aside, nor what the clause behind 'who' tells.
    """
    end = adjuncts.behind_times(page, adjuncts.before_aside(page, i))
    while end - 1 > page.low and _is_code(page, end - 1):
        end -= 1
    if page.window[end - 1] in _PLACED and page.gaps[end - 1] in BLANKS:
        end -= not page.tags[end - 2] & (BORDER | tags.CUE)  # 'prices there', 'the air outside'
    who = joints.before_contact(page, end)
    if who < end:
        return _ending(page, who, simple(page, who), None)  # not 'can take it further'
    last, first = end, simple(page, end)
    theirs = first == end and is_finite(page, end - 1)  # 'the bank that the state owns'
    if first == end:
        end = end - 1 if theirs else adjuncts.before_participle(page, end)
        first = simple(page, end)
    head = joints.before_number(page, first) if first < end else first
    if head == first:
        head = adjuncts.before_relative(page, first, done=end < last)
    if head < first and (again := simple(page, head)) < head:
        first, end = again, head
    elif theirs or first == end:
        return None
    first = joints.start(page, first, None)
    if (doing := adjuncts.before_doing(page, first)) < first:
        first = joints.start(page, simple(page, doing), None)
    past = adjuncts.before_past(page, first)
    if past < first and (again := simple(page, past)) < past:  # 'waste sent to landfill rose'
        first, end = joints.start(page, again, None), past
    return page.starts[first], page.end(end - 1)


def _is_code(page: Page, k: int) -> bool:
    """Whether word *k* belongs to the code by which a share or a bond is traded: 'Ilk .ILK'."""
    coded = page.gaps[k] in (" .", "=") or page.gaps[k + 1] == "="
    return coded and page.words.words[k].isupper()


def _ending(page: Page, end: int, first: int, joining: frozenset[str] | None) -> Pair | None:
    """Return the phrase from *first* to *end* with what these joints, or any, join to it."""
    if first == end:
        return None
    return page.starts[joints.start(page, first, joining)], page.end(end - 1)


def aimed(page: Page, i: int) -> Pair | None:
    """Return who is expected or made to do what stands behind the 'to' at word *i*, or None.

    'expects prices of coal to rise', but not 'announced plans in May to sell'.
    """
    aiming, causing = page.known.lists["aiming"], page.known.lists["causing"]
    if page.tags[i - 1] & TIMED:
        return None
    for k in range(i - 2, page.since(i - _AIMED), -1):
        border = page.tags[k + 1] & BORDER
        gap = page.gaps[k + 1]
        if not (gap in BLANKS or gap in INSIDE or is_point(page, k + 1)) or (
            border and border != tags.PREPOSITION
        ):
            return None
        if page.lowers[k] in aiming or page.lowers[k] in causing:
            return None if border else (page.starts[k + 1], page.end(i - 1))
    return None


def within(page: Page, first: int, stop: int) -> Pair | None:
    """Return the noun phrase of the words from *first* to *stop*, without when it was."""
    end = adjuncts.behind_times(page, stop)
    unmoved = page.known.lists["unmoved"]
    while end - 1 > first and page.lowers[end - 1] in unmoved:
        if page.tags[end - 2] & (tags.DETERMINER | tags.PRONOUN) == tags.DETERMINER:
            break  # 'lists the flat at 5', but 'took this public at 5'
        end -= 1
    return (page.starts[first], page.end(end - 1)) if end > first else None


def _is_score(page: Page, k: int) -> bool:
    """Whether word *k* is the first half of a score behind a noun: 'the three-match series 2-0'."""
    joined = page.gaps[k + 1] in DASHES and k + 1 in page.numerals and k in page.numerals
    return joined and (not page.follows(k + 2) or page.leads(k + 2, BORDER))


def _is_head(page: Page, k: int, behind: int) -> bool:
    """Whether word *k* is a plural that heads its phrase: the next one is no plural, too."""
    word = page.words.words[k]
    head = word.islower() and page.known.is_plural(word) and page.gaps[k] not in HYPHENS
    return head and not page.known.is_plural(page.lowers[behind])
