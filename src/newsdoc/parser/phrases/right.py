"""To the right: the word behind the noun phrase that starts at a word."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.tags import (
    ADVERB,
    AUXILIARY,
    BODY,
    CLITIC,
    CONJUNCTION,
    CUE,
    DEMONYM,
    DETERMINER,
    MEDIUM,
    NUMBER,
    PAPER,
    PAST,
    PERHAPS_PAST,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    SUBJECT,
    TIME,
    TITLE,
    WEEKDAY,
    WHO,
)
from newsdoc.parser.gaps import BREAK, CLOSE, COMMA, JOIN, MARK, OPEN, STOP
from newsdoc.parser.phrases.amounts import behind_bound
from newsdoc.parser.phrases.attached import attaches, opens_relative, relates
from newsdoc.parser.phrases.borders import (
    ARTICLES,
    CLAUSE,
    REACH,
    SUFFIX,
    WHEN,
    Gapped,
    adverb_belongs,
    ends_as_adverb,
    is_verb,
    opens_role,
)

_STATES: Final = frozenset({"EU", "UK", "UN", "US"})  # stand before a noun as adjectives do
_TIMES: Final = frozenset({"early", "late", "moments"})  # 'Roe late on Friday', 'Roe moments later'
_NOUNLIKE: Final = ("one", "body", "who")  # ends pronouns that go on as nouns do: 'someone in'
_MANY: Final = frozenset({"most", "more", "many", "few", "several", "other", "such"})
_ATTENDANT: Final = 4  # words: from 'her' of 'her voice breaking' to behind the participle
_NOUNS: Final = BODY | TITLE | PLURAL | CUE | PAPER | MEDIUM  # tags of nouns
_HOLDS: Final = DETERMINER | PREPOSITION  # before what bounds an amount: 'of more than 40'
_OPENERS: Final = DETERMINER | NUMBER | PREPOSITION  # before a noun that others describe


def right_phrase(scene: Gapped, start: int, last: int, *, full: bool) -> int:
    """Return the word behind the noun phrase that starts at word *start*.

    Args:
        scene: the words.
        start: its first word.
        last: the word that it cannot reach.
        full: whether appositives and relative clauses belong to it, as behind
            an inverted verb ('said X, a doctor at Y, who …').
    """
    if scene.tags[start] & SUBJECT and not scene.lowers[start].endswith(_NOUNLIKE):
        return start + 1
    last = min(last, start + REACH)
    relative = apposed = False
    clause = 0  # where the relative clause begins behind a comma
    j = start + 2 if _described(scene, start, last) else start + 1
    while j < last:
        if scene.bits[j] & BREAK:
            behind = _pass_break(scene, j, last, full=full)
            if behind < 0:
                marked = clause and scene.bits[j] & MARK  # 'X, who has a "hold" rating'
                return clause if marked else _without_opener(scene, start, -behind)
            if not scene.bits[j] & OPEN:
                relative, apposed = bool(scene.tags[j] & WHO), True
                clause = j if relative else 0
            j = behind
        else:
            j = behind_bound(scene, j, last) if scene.tags[j - 1] & _HOLDS else j
        if not relative:
            relative = full and relates(scene, j, start)
            if not relative and not _joins_next(scene, j, start, apposed=apposed, full=full):
                break
        elif scene.tags[j] & CONJUNCTION and _says_next(scene, j + 1, last):
            return j
        j += 1
    if apposed and scene.lowers[j - 1] in ARTICLES:
        return _without_opener(scene, start, j)
    return max(j, start + 1)


def _joins_next(scene: Gapped, j: int, start: int, *, apposed: bool, full: bool) -> bool:
    """Whether word *j*, of no relative clause, goes on with the phrase from *start*."""
    if opens_relative(scene, j):
        return False
    return _goes_on(scene, j, apposed=apposed) or (full and _heads(scene, j, start))


def _heads(scene: Gapped, j: int, start: int) -> bool:
    """Whether the noun that a name describes stands at word *j*: 'several vocal Roe critics'.

    Nothing but its end, a preposition or a relative clause can follow it.
    """
    tags, words, k = scene.tags, scene.words.words, j + 1
    if not words[j - 1][0].isupper():
        return False
    noun = not tags[j] & ~_NOUNS and not words[j].endswith(("ed", "ing"))
    ends = k >= len(scene.words) or bool(scene.bits[k] & (BREAK | STOP) or tags[k] & WHO)
    closed = ends or bool(tags[k] & PREPOSITION and not tags[j] & CUE)
    begin = j - 1
    while begin > start and not tags[begin] & _OPENERS:
        begin -= 1
    return noun and bool(closed) and bool(tags[begin] & _OPENERS)


def _described(scene: Gapped, start: int, last: int) -> bool:
    """Whether a participle behind a number describes the noun behind it: 'one retired nurse'."""
    noun = start + 2
    if not scene.tags[start] & NUMBER or noun >= last:
        return False
    words = scene.words.words
    nominal = words[noun][0].isupper() or not scene.tags[noun] & ~TITLE
    return words[start + 1].endswith("ed") and nominal


def _without_opener(scene: Gapped, start: int, end: int) -> int:
    """Return where a phrase ends that punctuation cuts behind 'by the'."""
    while end > start + 1 and (
        scene.lowers[end - 1] in ARTICLES or scene.tags[end - 1] & PREPOSITION
    ):
        end -= 1
    return end


def _says_next(scene: Gapped, j: int, last: int) -> bool:
    """Whether a cue follows that goes on with the main clause: 'said X, who left and called it'."""
    return j < last and bool(scene.tags[j] & CUE) and scene.words.words[j].endswith("ed")


def _pass_break(scene: Gapped, j: int, last: int, *, full: bool) -> int:
    """Return the word at which a phrase goes on that meets punctuation before word *j*.

    Where it ends, the word behind it is returned, negative.
    """
    bits = scene.bits
    if not bits[j] & OPEN:
        if not full or bits[j] & BREAK != COMMA or not _apposes(scene, j):
            return -j
        if not opens_role(scene, j):
            return j
        behind = j + 2 if scene.tags[j + 1] & DETERMINER else j + 1  # 'now a partner'
        return behind if behind < last else -j
    close = next((k for k in range(j + 1, min(last, j + 8) + 1) if bits[k] & CLOSE), None)
    if close is None:
        return -j
    more = bits[close] & (BREAK & ~CLOSE)
    if close >= last or more:
        goes_on = close < last and more & COMMA > 0 and full and _apposes(scene, close)
    else:
        goes_on = _goes_on(scene, close)
    return close if goes_on else -close


def _goes_on(scene: Gapped, j: int, *, apposed: bool = False) -> bool:
    """Whether word *j* still belongs to the phrase before it."""
    t = scene.tags[j]
    if scene.bits[j] & JOIN and not t & CLITIC:
        return True
    if is_verb(scene, j):
        return t & AUXILIARY > 0 and _ends_name(scene, j)
    if t & CONJUNCTION:
        return _joins_right(scene, j)
    if t & PREPOSITION and not scene.tags[j - 1] & DETERMINER:  # 'the past'
        return attaches(scene, j, apposed=apposed)
    if t & CLAUSE or (t & ADVERB and not adverb_belongs(scene, j, j - 1)):
        return False
    if t & WEEKDAY and not scene.tags[j - 1] & DETERMINER:
        return False  # but 'a Monday report'
    return _is_nominal(scene, j)


def _ends_name(scene: Gapped, j: int) -> bool:
    """Whether an auxiliary at word *j* is a surname: 'said Bo Will, a nurse'."""
    words, k = scene.words.words, j + 1
    ends = k >= len(scene.words) or scene.bits[k] & (BREAK | STOP) > 0
    return ends and words[j][0].isupper()


def _is_nominal(scene: Gapped, j: int) -> bool:
    """Whether word *j*, of no closed class that ends phrases, goes on with the phrase before it."""
    tags, words = scene.tags, scene.words.words
    t, word, before = tags[j], words[j], tags[j - 1]
    small = word.islower()
    if small and (t & WHEN or _counts_time(scene, j)):
        return before & (CLITIC | POSSESSIVE) > 0 and _is_noun(scene, j + 1)  # 'her weekend memo'
    if word == "A" and scene.bits[j + 1] & JOIN:
        return True  # 'the A.F.L.'
    if t & POSSESSIVE and not small:
        return True  # 'Save Our Sea'
    if t & DETERMINER and not before & (PREPOSITION | CONJUNCTION) and not scene.bits[j] & BREAK:
        if scene.lowers[j - 1] in {"all", "both", "half"}:
            return True
        if tags[j - 2] & CONJUNCTION and ends_as_adverb(scene, j - 1):
            return True  # 'an aide and formerly a partner'
        return bool(before & DETERMINER) and scene.lowers[j] in _MANY  # 'the most recent'
    if t & (SUBJECT | PRONOUN) and not t & DETERMINER and not before & PREPOSITION:
        others = word == "others" and before & CONJUNCTION  # 'Norway and others in the region'
        return bool(others or (t & NUMBER and before & DETERMINER))  # 'a one-time clerk'
    named = words[j - 1][0].isupper() and not before & (DETERMINER | PREPOSITION)
    if small and named and not t & DETERMINER:
        return word == "s" or _before_noun(scene, j)
    if before & DETERMINER:
        return True  # 'a leading doctor'
    ing = small and word.endswith("ing") and len(word) > SUFFIX
    noun = t & (MEDIUM | PAPER | BODY | TITLE) > 0
    return not ing or noun or _names_kind(scene, j + 1) or _names_subject(scene, j)


def _names_subject(scene: Gapped, j: int) -> bool:
    """Whether an -ing form at *j* is what somebody is of: 'a professor of nursing'."""
    if scene.lowers[j - 1] == "of":
        return scene.tags[j - 2] & TITLE > 0
    return scene.lowers[j - 1] == "and" and scene.bits[j + 1 : j + 2] != [0]


def _names_kind(scene: Gapped, j: int) -> bool:
    """Whether a role or a body stands at *j*: 'consulting (firm)', 'acting (managing head)'."""
    if j + 1 < len(scene.words) and scene.words.words[j].endswith("ing"):
        j += 1
    return scene.tags[j] & (TITLE | BODY) > 0


def _is_noun(scene: Gapped, j: int) -> bool:
    """Whether a noun that says something stands at word *j*, right behind another word."""
    return scene.tags[j] & (MEDIUM | PAPER | TITLE | BODY) > 0


def _counts_time(scene: Gapped, j: int) -> bool:
    """Whether the word at *j* opens when something happened: 'the mayor two days later'."""
    if scene.tags[j - 1] & DETERMINER:
        return False  # 'the late Ann Roe', 'the two years'
    counted = scene.tags[j] & NUMBER and scene.tags[j + 1] & TIME
    return bool(counted) or scene.lowers[j] in _TIMES


def _joins_right(scene: Gapped, j: int) -> bool:
    """Whether the conjunction at *j* goes on with the phrase before it."""
    k = j + 1
    if scene.lowers[j] not in {"and", "or"} or k >= len(scene.words):
        return False
    if scene.lowers[k] == "others":
        return True  # 'told Norway and others in the region'
    if is_verb(scene, k) or scene.tags[k] & (SUBJECT | ADVERB):
        return False
    if not scene.tags[k] & CUE:
        return True
    # 'emergency preparedness and response'
    return not scene.lowers[k].endswith(("d", "s", "ing"))


def _before_noun(scene: Gapped, j: int) -> bool:
    """Whether a word in small letters behind a name goes on with it: 'the Trent campaign'."""
    t = scene.tags[j]
    if scene.tags[j - 1] & DEMONYM or scene.words.words[j - 1] in _STATES:
        return not t & (CUE | PAST | PERHAPS_PAST | NUMBER)  # 'British banks', 'US officials'
    if t & MEDIUM or (
        t & TITLE and scene.words.words[j + 1 : j + 2] != scene.lowers[j + 1 : j + 2]
    ):
        return True  # 'the Olympic champion Ann Roe'
    if _names_kind(scene, j + 1):
        return True  # 'a Republican communications strategist', 'a former Ohio state senator'
    return not t & (CUE | PAST | PERHAPS_PAST | NUMBER) and not scene.lowers[j].endswith(
        ("s", "ed", "ing")
    )


def _is_attendant(scene: Gapped, j: int) -> bool:
    """Whether the phrase at *j* tells how somebody spoke: 'said X, her voice breaking'."""
    if not scene.tags[j] & POSSESSIVE:
        return False
    for k in range(j + 2, min(j + _ATTENDANT, len(scene.words))):
        if scene.bits[k] & BREAK or scene.tags[k] & PREPOSITION:
            break
        if scene.lowers[k].endswith("ing"):
            return not bool(scene.tags[k + 1] & (TITLE | BODY))
    return False


def _apposes(scene: Gapped, j: int) -> bool:
    """Whether what stands behind the comma before word *j* describes the name before it."""
    t, lower, word = scene.tags[j], scene.lowers[j], scene.words.words[j]
    if t & WHO or lower == "of":
        return True
    if t & DETERMINER:
        return lower != "that" and not _is_attendant(scene, j)
    closed = CONJUNCTION | ADVERB | AUXILIARY | PAST | PREPOSITION | CLAUSE | SUBJECT | WHEN
    if t & closed or (lower.endswith("ing") and word.islower()):
        return opens_role(scene, j)
    return word[0].isupper() or not (t & CUE or ends_as_adverb(scene, j))
