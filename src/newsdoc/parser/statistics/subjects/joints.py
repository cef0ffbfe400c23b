"""What joins two phrases: 'spending on roads and bridges', 'the cost of heating a home'."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.parser.statistics.page import APOSTROPHES, BLANKS, BORDER, Page
from newsdoc.parser.statistics.subjects.adjuncts import PHRASE, TIMED
from newsdoc.parser.statistics.subjects.simple import simple
from newsdoc.parser.statistics.subjects.verbs import NO_NOUN, can_do, is_finite, is_verb

_CLAUSE_JOINTS: Final = frozenset({"as", "after", "before", "since", "until", "till", "once"})
_TAXED: Final = frozenset({"tax", "taxes", "interest", "items", "exceptional", "depreciation"})
_SHARED: Final = frozenset({"share", "proportion", "percentage"})  # 'debt as a share of output'
_JOINED: Final = 4  # phrases joined by prepositions
_APART: Final = frozenset({"adjacent", "close", "different", "due", "next", "prior", "similar"})
_IN_NUMBER: Final = BLANKS | {",", "."}
_NO_HEAD: Final = BORDER | tags.ADVERB | tags.DETERMINER | tags.CLITIC
_PAST: Final = tags.PAST | tags.PERHAPS_PAST
_OPENS: Final = tags.COMPLEMENTIZER | tags.SUBORDINATOR | tags.CUE


def start(page: Page, first: int, joints: frozenset[str] | None) -> int:
    """Return the first word of the phrase at word *first* and of what these joints join to it.

    None stands for all of them.
    """
    for _ in range(_JOINED):
        more = _joined(page, first, joints)
        if more == first:
            break
        first = more
    return first


def before_number(page: Page, first: int) -> int:
    """Return the preposition with a number before the phrase at word *first*, or *first*.

    'the number of 12 shops', 'revenue at Arnley's 12 shops': its noun is told of.
    """
    k = first
    while k > page.since(first - PHRASE) and page.gaps[k] in _IN_NUMBER and _counts(page, k - 1):
        k -= 1
    while k < first and page.gaps[k] in BLANKS:  # 'firms with more than 50 workers'
        bounds = page.tags[k - 1] & tags.BOUND or page.lowers[k] == "than"
        if not bounds or page.lowers[k - 1] == "of":
            break
        k -= 1
    if k == first:
        return first
    if page.window[k - 1] == "s":
        k = simple(page, k)
    if k <= page.low:
        return first
    return k - 1 if page.tags[k - 1] & tags.PREPOSITION or _has(page, k - 1) else first


def _has(page: Page, k: int) -> bool:
    """Whether word *k* is a participle of the noun before it: 'a row involving 12 towns'."""
    if page.lowers[k][-3:] != "ing" or page.gaps[k] not in BLANKS or k == page.low:
        return False
    return not page.tags[k - 1] & _NO_HEAD


def _counts(page: Page, k: int) -> bool:
    """Whether word *k* belongs to the number of a noun: each word of '40 to 50'."""
    return bool(page.tags[k] & tags.NUMBER) or page.lowers[k][0].isdigit() or page.lowers[k] == "to"


def before_contact(page: Page, end: int) -> int:
    """Return the subject of a clause without 'which' that ends before word *end*, or *end*.

    'the house we rent costs £900', 'the tunnel the firm built cost £9': a noun stands before
    the pronoun or determiner, and one verb behind it.
    """
    k = end - 2
    if not page.tags[k] & tags.SUBJECT or page.tags[k] & tags.DETERMINER:
        bits, word = page.tags[end - 1], page.lowers[end - 1]
        done = bits & _PAST or word.endswith("ed") or word == "own" or is_finite(page, end - 1)
        k = simple(page, end - 1) if done else end
        if k == end or not page.tags[k] & tags.DETERMINER:
            return end
    if k <= page.low or any(page.gaps[j] not in BLANKS for j in range(k, end)):
        return end
    first, bits = simple(page, k), page.tags[k - 1]
    opens = first - 1 == page.low and page.tags[page.low] & tags.PREPOSITION  # 'in the end the'
    if opens or bits & (NO_NOUN | tags.CUE):
        return end
    led = page.tags[first] & (tags.DETERMINER | tags.CLITIC)
    return k if led or page.known.is_plural(page.lowers[k - 1]) else end


def joins_no_noun(page: Page, k: int) -> bool:
    """Whether word *k*, before 'of', is no noun: 'in charge of 5', not 'a one-off charge of 5'."""
    if page.lowers[k] not in page.known.lists["no-head"]:
        return False
    return not any(page.tags[j] & tags.DETERMINER for j in range(page.since(k - 3), k))


def _joined(page: Page, first: int, joints: frozenset[str] | None) -> int:
    """Return the first word of what a joint joins to the phrase at word *first*, or *first*."""
    joint = first - 1
    if joint <= page.low or page.gaps[first] not in BLANKS or page.gaps[joint] not in BLANKS:
        return first
    if page.lowers[joint] in ("and", "or"):
        return _listed(page, first, joints)
    if joints is not None and page.lowers[joint] not in joints:
        return first
    return _by_preposition(page, first)


def _listed(page: Page, first: int, joints: frozenset[str] | None) -> int:
    """Return the first word of what stands before the 'and' that leads word *first*, or *first*.

    'spending on roads, bridges and schools': two clauses may be joined, too, and their
    phrases have nothing to do with each other.
    """
    joint = first - 1
    more = simple(page, joint)
    if more == joint or page.lowers[joint - 1] in ("higher", "lower"):
        return first
    if page.gaps[more] == ", " and more > page.low and joints is None:
        item = simple(page, more)
        timed = page.tags[more - 1] & (TIMED | tags.ADVERB)
        return item if item < more and not timed and _hangs(page, item) else more
    opens = _is_open(page, more) or (joints is None and _hangs(page, more))
    return more if opens else first


def _is_open(page: Page, first: int) -> bool:
    """Whether a clause or the next thing of a list opens with word *first*."""
    if first == page.low or page.gaps[first] not in BLANKS:
        return True
    lead = page.tags[first - 1]  # 'rents rose, and used cars and vans fell'
    return bool(lead & _OPENS or (lead & tags.CONJUNCTION and page.gaps[first - 1][-2:] == ", "))


def _hangs(page: Page, first: int) -> bool:
    """Whether prepositions join the phrase at word *first* to one with which a clause opens."""
    for _ in range(_JOINED):
        head = _by_preposition(page, first)
        if head == first:
            break
        if _is_open(page, head) or page.tags[head - 1] & tags.CONJUNCTION:
            return True
        first = head
    return False


def _by_preposition(page: Page, first: int) -> int:
    """Return the first word of what a preposition joins to the phrase at word *first*, or that."""
    joint = first - 1
    if joint <= page.low or page.gaps[first] not in BLANKS or page.gaps[joint] not in BLANKS:
        return first
    bare = not page.tags[first] & tags.DETERMINER
    if bare and page.lowers[joint] == "of" and page.lowers[joint - 1] == "out":
        joint -= 1  # 'the number of people out of work'
    if page.lowers[joint][-3:] == "ing" and page.tags[joint - 1] & tags.PREPOSITION:
        told = page.tags[joint] & tags.CUE and page.lowers[joint - 1] == "for"
        return first if told else joint  # 'the cost of heating a home', not 'for claiming the'
    if not page.tags[joint] & tags.PREPOSITION:
        return first
    if page.lowers[joint] == "as" and page.lowers[joint - 1] == "such":
        joint -= 1  # 'gases such as methane'
    if _joins_none(page, joint, first):
        return first
    more = simple(page, joint)
    if page.lowers[joint] != "of" and _is_finite(page, joint - 1):
        heads = page.tags[more] & tags.DETERMINER  # 'the waiting list in'
        return more if heads or _is_opening_noun(page, more, joint) else first
    return more if more < joint else first


def _joins_none(page: Page, joint: int, first: int) -> bool:
    """Whether the preposition at word *joint* joins no noun to the phrase at word *first*."""
    head = page.lowers[joint - 1]
    return bool(
        (page.tags[joint - 1] & _NO_HEAD and head != "those")  # 'those in the group'
        or page.lowers[joint] == "given"  # 'mice given the drug'
        or (head == "far" and page.lowers[joint - 2] == "so")
        or (page.lowers[joint] == "by" and page.tags[joint - 1] & TIMED)  # 'announced Monday by'
        or (page.lowers[joint] != "such" and _opens_clause(page, first))
        or joins_no_noun(page, joint - 1)  # 'in front of a crowd'
        or head[0].isdigit()
        or (head in _APART and page.lowers[joint] in ("to", "from"))  # 'close to a mill'
    )


def _is_opening_noun(page: Page, k: int, joint: int) -> bool:
    """Whether word *k* opens a clause, and is its noun: 'support for the party', not 'going to'."""
    return k == joint - 1 and page.lowers[k][-3:] != "ing" and _is_open(page, k)


def _opens_clause(page: Page, first: int) -> bool:
    """Whether the preposition before word *first* opens a clause: 'after floods swept'."""
    if page.lowers[first - 1] not in _CLAUSE_JOINTS or page.lowers[first] in _TAXED:
        return False  # 'profit after tax rose'
    return page.lowers[first] != "a" or page.lowers[first + 1] not in _SHARED


def _is_finite(page: Page, k: int) -> bool:
    """Whether word *k* is more likely a verb than a noun: 'he attacks in', not 'attacks in'."""
    if page.window[k - 1] == "s" and page.gaps[k - 1] in APOSTROPHES:  # 'Ilk's support for'
        return False
    if page.tags[k] & (tags.MOVE | tags.CUE) and not can_do(page, k):
        return False  # 'Bus crash in Arnley'
    if not page.tags[k] & tags.CUE:
        return is_verb(page, k)
    noun = page.known.is_plural(page.lowers[k])
    before = page.words.words[k - 1]
    named = before[0].isupper() and k - 1 > page.low
    return not noun or (k > page.low and (named or page.known.is_plural(before.lower())))
