"""What the borders of a noun phrase are told from: words, their tags, the bits of the gaps."""

from __future__ import annotations

from typing import Final, Protocol

from newsdoc.lexicon.tags import (
    ADVERB,
    AUXILIARY,
    BODY,
    BOUND,
    CLITIC,
    COMPLEMENTIZER,
    CONJUNCTION,
    CUE,
    DETERMINER,
    MONTH,
    NO_ADVERB,
    NUMBER,
    PAPER,
    PAST,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    TITLE,
    WEEKDAY,
)
from newsdoc.parser.gaps import BREAK, JOIN
from newsdoc.parser.words import Words

Phrase = tuple[int, int]
REACH: Final = 40  # no noun phrase is longer, in words
_FREED: Final = frozenset({"agreed", "decreed", "disagreed", "freed", "guaranteed"})  # no 'need'
SUFFIX: Final = 4  # letters: shorter words have their 'ed', 'ing' or 'ly' by chance
_YEAR: Final = 4  # digits
WHEN: Final = WEEKDAY | MONTH | TIME
CLAUSE: Final = SUBORDINATOR | COMPLEMENTIZER
_NO_NOUN: Final = (
    DETERMINER | PREPOSITION | CONJUNCTION | SUBORDINATOR | COMPLEMENTIZER | AUXILIARY | PAST
) | (PRONOUN | ADVERB | CLITIC | WHEN)
_MODIFIERS: Final = 3  # words: 'then (deputy prime) minister'
_PARTS: Final = frozenset({"including", "one", "two", "both", "some", "many", "most", "all"})
PARTS_OF_TIME: Final = frozenset({"earlier", "early", "late", "later"})
_RELATES: Final = frozenset({"that", "which"})
_WHICH: Final = frozenset({"each", "every", "last", "next", "this"})  # before 'week'
_TENSES: Final = frozenset({"currently", "formerly", "long", "now", "once", "previously", "then"})
ARTICLES: Final = frozenset({"a", "an", "the"})
INDEFINITE: Final = frozenset({"a", "an"})
ERAS: Final = frozenset({"ad", "bc", "bce", "ce"})  # beside a year
OWNED: Final = frozenset({"a", "an", "the", "one", "my", "his", "her", "its", "our", "their"})


class Gapped(Protocol):
    """What the chunker reads: words, as printed and in lower case, their tags, gap bits."""

    words: Words
    lowers: list[str]
    tags: list[int]
    bits: list[int]


def is_verb(scene: Gapped, j: int) -> bool:
    """Whether word *j* shows that a clause has its verb: an auxiliary or a past form."""
    t, word = scene.tags[j], scene.words.words[j]
    if t & (AUXILIARY | PAST):
        if scene.words.gaps[j] == "-":
            return False  # 'Lee Jae-won'
        return word.islower() or t & (AUXILIARY | MONTH) == AUXILIARY
    ends = word.endswith("ed") and len(word) >= SUFFIX and (word[-3] != "e" or word in _FREED)
    if ends and word.islower():
        before = j - 2 if j > 1 and ends_as_adverb(scene, j - 1) else j - 1
        # 'a newly built road', but 'the firm that owned the road'
        acts = scene.lowers[before] in _RELATES and _behind(scene, j) & DETERMINER
        attributive = not acts and scene.tags[before] & (DETERMINER | PREPOSITION) > 0
        attributive = attributive or _describes(scene, before, j + 1)
        if scene.bits[j] & BREAK:
            if scene.tags[j + 1] & TITLE:
                return False  # ', retired teacher Ann Roe said'
            attributive = False  # 'who knew her, walked out'
        return not attributive and not scene.bits[j] & JOIN
    return False


def _behind(scene: Gapped, j: int) -> int:
    """Return the tags of the word behind word *j*, or 0 where punctuation comes between."""
    k = j + 1
    return scene.tags[k] if k < len(scene.words) and not scene.bits[k] & BREAK else 0


def _describes(scene: Gapped, before: int, noun: int) -> bool:
    """Whether a participle between two words describes the second: '300 (retired) players'.

    'Kent's (integrated) board' is its board, unlike 'She's (tired) of it'. A number
    that opens a clause can act: 'About 300 attended services', but 'Six injured men said'.
    """
    tags, lowers = scene.tags, scene.lowers
    if before < 0 or noun >= len(scene.words) or scene.bits[noun] & BREAK or tags[noun] & _NO_NOUN:
        return False
    if lowers[noun - 1] == "based":
        return scene.words.words[before][0].isupper()  # 'Hull based company Koru'
    if lowers[before] == "s":
        return tags[before] & CLITIC > 0 and not tags[before - 1] & (SUBJECT | RELATIVE)
    if not (tags[before] & NUMBER or scene.words.words[before].isdigit()):
        return False
    many = lowers[noun].endswith("s") or tags[noun] & PLURAL
    return bool(many) and (_governs(scene, before - 1) or _acts(scene, noun + 1))


def _governs(scene: Gapped, j: int) -> bool:
    """Whether word *j* holds an amount, so that this is no subject: 'of 40', 'the 40', 'hired 40'.

    What bounds it does not, and what is said opens with a subject: 'said about 40'.
    """
    if j < 0 or scene.bits[j + 1] & BREAK or scene.tags[j] & CUE:
        return False
    if scene.tags[j] & BOUND:
        return scene.lowers[j] == "of"
    return scene.tags[j] & (PREPOSITION | DETERMINER) > 0 or _acts(scene, j)


def _acts(scene: Gapped, j: int) -> bool:
    """Whether word *j* is a verb in the past."""
    if j >= len(scene.words) or scene.bits[j] & BREAK:
        return False
    return scene.tags[j] & (AUXILIARY | PAST) > 0 or scene.lowers[j].endswith("ed")


def is_year(scene: Gapped, j: int) -> bool:
    """Whether word *j* is a numeral like that of a year: '2019'."""
    word = scene.words.words[j]
    return len(word) == _YEAR and word.isdigit()


def behind_day(scene: Gapped, j: int) -> int:
    """Return the word behind 'late last month', 'this week' or 'earlier today' at *j*, or *j*."""
    lowers, tags, count = scene.lowers, scene.tags, len(scene.words)
    k = j + (lowers[j] in PARTS_OF_TIME)
    if k >= count or (k > j and scene.bits[k] & BREAK):
        return j
    if lowers[k] in _WHICH:
        whole = k + 1 < count and tags[k + 1] & WHEN and not scene.bits[k + 1] & BREAK
        return k + 2 if whole else j
    return k + 1 if k > j and tags[k] & WHEN else j


def ends_as_adverb(scene: Gapped, j: int) -> bool:
    """Whether the ending of word *j* makes it an adverb: 'quickly', but not 'family' or 'Sly'."""
    word = scene.lowers[j]
    return word.endswith("ly") and len(word) > SUFFIX and not scene.tags[j] & NO_ADVERB


def adverb_belongs(scene: Gapped, j: int, floor: int) -> bool:
    """Whether an adverb at *j* is part of a noun phrase: 'the First Lady', 'my first editor'.

    Any word has a capital at *floor*, but 'First' opens a title there all the same.
    """
    words, lowers = scene.words.words, scene.lowers
    if lowers[j] == "early" and scene.tags[j + 1] & PAPER:
        return True  # 'early results'
    if lowers[j] == "first" and j > floor and _counts(scene, j):
        return True
    if scene.tags[j - 1] & CLITIC and _describes_role(scene, j + 1):
        return True  # 'the firm's recently appointed chair'
    if j <= floor:
        return lowers[j] == "first" and words[j + 1][0].isupper()
    return scene.bits[j] == 0 and (words[j][0].isupper() or lowers[j - 1] in OWNED)


def _describes_role(scene: Gapped, j: int) -> bool:
    """Whether a role stands at word *j*, or behind a participle there: 'appointed chair'."""
    words, k = scene.lowers, j + 1
    if words[j].endswith("ed") and not scene.bits[j] & BREAK:
        j = k
    return scene.tags[j] & (TITLE | BODY) > 0 and not scene.bits[j] & BREAK


def _counts(scene: Gapped, j: int) -> bool:
    """Whether 'first' at word *j* counts a noun: 'Roe's first aide', 'the former first lady'."""
    k = j + 1
    if k >= len(scene.words):
        return False
    owned = scene.tags[j - 1] & (CLITIC | DETERMINER) or scene.lowers[j - 1] == "former"
    return bool(owned) and not scene.tags[k] & (AUXILIARY | PAST | CUE)


def opens_role(scene: Gapped, j: int) -> bool:
    """Whether word *j*, behind a comma, opens what somebody is though it looks like an adverbial.

    'then ambassador to Hull', 'managing director of', 'one of the founders', 'including Roe'.
    """
    tags, word, k = scene.tags, scene.lowers[j], j + 1
    if k >= len(scene.words) or scene.bits[k] & BREAK:
        return False
    if word in _PARTS:
        including = word == "including" and not scene.lowers[k].endswith("ing")
        return including or scene.lowers[k] == "of"
    if word in _TENSES:
        near = range(k, min(k + _MODIFIERS, len(scene.words)))
        return bool(tags[k] & DETERMINER) or any(tags[m] & TITLE for m in near)
    if word.endswith("ing"):
        return not tags[j] & CUE and tags[k] & (TITLE | BODY) > 0
    return False
