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
    DETERMINER,
    FORUM,
    MEDIUM,
    MONTH,
    NUMBER,
    PAST,
    PERHAPS_PAST,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    SUBJECT,
    TIME,
    TITLE,
    WEEKDAY,
    WHO,
)
from newsdoc.parser.gaps import BREAK, CLOSE, COMMA, JOIN, MARK, OPEN
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
    is_year,
)

_TIMES: Final = frozenset({"early", "late", "moments"})  # 'Roe late on Friday', 'Roe moments later'
_NOUNLIKE: Final = ("one", "body", "who")  # ends pronouns that go on as nouns do: 'someone in'
_MANY: Final = frozenset({"most", "more", "many", "few", "several", "other", "such"})
# Where and how something is said, without an article: 'in court', 'on condition of anonymity'.
_SETTINGS: Final = frozenset({"behalf", "condition", "court", "parliament", "social"})
_CROWD: Final = frozenset({"applause", "boos", "cheers", "journalists", "laughter", "reporters"})
_SOUNDS: Final = frozenset({"tone", "voice"})
_ATTENDANT: Final = 4  # words: from 'her' of 'her voice breaking' to behind the participle
_TOPIC: Final = 6  # words that what is spoken of may have
_ADJUNCTS: Final = frozenset({"for", "at", "from", "in", "with", "on", "to"})


def right_phrase(scene: Gapped, start: int, last: int, *, full: bool) -> int:
    """Return the word behind the noun phrase that starts at word *start*.

    Args:
        scene: the words.
        start: its first word.
        last: the word that it cannot reach.
        full: whether appositives and relative clauses belong to it, as behind
            an inverted verb ('said X, a doctor at Y, who …').
    """
    if scene.tags[start] & SUBJECT and not scene.words.lowers[start].endswith(_NOUNLIKE):
        return start + 1
    last = min(last, start + REACH)
    relative = apposed = False
    clause = 0  # where the relative clause begins behind a comma
    j = start + 2 if _described(scene, start, last) else start + 1
    while j < last:
        if scene.bits[j] & BREAK:
            behind = _pass_break(scene, j, last, full=full)
            if behind < 0:
                marked = relative and scene.bits[j] & MARK  # 'X, who has a "hold" rating'
                return clause if marked and clause else _without_opener(scene, start, -behind)
            if not scene.bits[j] & OPEN:
                relative, apposed = bool(scene.tags[j] & WHO), True
                clause = j if relative else 0
            j = behind
        if not relative:
            relative = full and _relates(scene, j, start)
            if not relative and (
                _opens_relative(scene, j) or not _goes_on(scene, j, apposed=apposed)
            ):
                return j
        elif scene.tags[j] & CONJUNCTION and _says_next(scene, j + 1, last):
            return j
        j += 1
    return max(j, start + 1)


def _described(scene: Gapped, start: int, last: int) -> bool:
    """Whether a participle behind a number describes the noun behind it: 'one retired nurse'."""
    noun = start + 2
    if not scene.tags[start] & NUMBER or noun >= last or scene.bits[start + 1] & BREAK:
        return False
    words = scene.words.words
    nominal = words[noun][0].isupper() or not scene.tags[noun] & ~TITLE
    return words[start + 1].endswith("ed") and nominal and not scene.bits[noun] & BREAK


def _without_opener(scene: Gapped, start: int, end: int) -> int:
    """Return where a phrase ends that punctuation cuts behind 'by the'."""
    while end > start + 1 and (
        scene.words.lowers[end - 1] in ARTICLES or scene.tags[end - 1] & PREPOSITION
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
        return j if full and bits[j] & BREAK == COMMA and _apposes(scene, j) else -j
    close = next((k for k in range(j + 1, min(last, j + 8) + 1) if bits[k] & CLOSE), None)
    if close is None:
        return -j
    more = bits[close] & (BREAK & ~CLOSE)
    if close >= last or more:
        goes_on = close < last and more & COMMA and full and _apposes(scene, close)
    else:
        goes_on = _goes_on(scene, close)
    return close if goes_on else -close


def _opens_relative(scene: Gapped, j: int) -> bool:
    """Whether word *j* opens a relative clause."""
    return bool(scene.tags[j] & WHO) or scene.words.lowers[j] == "that"


def _relates(scene: Gapped, j: int, start: int) -> bool:
    """Whether a relative clause opens at *j*: 'who …', 'a source involved in …'."""
    if _opens_relative(scene, j):
        return True
    by = j + 1 < len(scene.words) and scene.words.lowers[j + 1] == "by"  # 'documents seen by X'
    return (by or j > start + 1) and _reduces(scene, j)


def _reduces(scene: Gapped, j: int) -> bool:
    """Whether a participle at *j* opens a reduced relative clause."""
    if scene.tags[j] & (AUXILIARY | PAST) or not scene.words.words[j - 1].islower():
        return False
    return is_verb(scene, j)


def _goes_on(scene: Gapped, j: int, *, apposed: bool = False) -> bool:
    """Whether word *j* still belongs to the phrase before it."""
    t = scene.tags[j]
    if scene.bits[j] & JOIN and not t & CLITIC:
        return True
    if is_verb(scene, j):
        return False
    if t & CONJUNCTION:
        return _joins_right(scene, j)
    if t & PREPOSITION:
        return _attaches(scene, j, apposed=apposed)
    determined = scene.tags[j - 1] & DETERMINER  # 'a Monday report', 'the now closed port'
    adverb = (
        t & ADVERB and not (t & DETERMINER or determined) and not adverb_belongs(scene, j, j - 1)
    )
    if t & CLAUSE or adverb or (t & WEEKDAY and not determined):
        return False
    return _is_nominal(scene, j)


def _is_nominal(scene: Gapped, j: int) -> bool:
    """Whether word *j*, of no closed class that ends phrases, goes on with the phrase before it."""
    tags, words = scene.tags, scene.words.words
    t, word, before = tags[j], words[j], tags[j - 1]
    small = word.islower()
    if small and (t & WHEN or _counts_time(scene, j)):
        return False
    if word == "A" and scene.bits[j + 1] & JOIN:
        return True  # 'the A.F.L.'
    if t & POSSESSIVE and (scene.bits[j] & BREAK or (not small and words[j - 1][0].isupper())):
        return True  # 'Roe, his deputy', 'Save Our Sea'
    if t & DETERMINER and not before & (PREPOSITION | CONJUNCTION) and not scene.bits[j] & BREAK:
        if scene.words.lowers[j - 1] in {"all", "both", "half"}:
            return True
        return bool(before & DETERMINER) and scene.words.lowers[j] in _MANY  # 'the most recent'
    if t & (SUBJECT | PRONOUN) and not t & DETERMINER and not before & PREPOSITION:
        return False
    if small and words[j - 1][0].isupper() and not before & (DETERMINER | PREPOSITION):
        return word == "s" or _before_noun(scene, j)
    if before & DETERMINER:
        return True  # 'a leading doctor'
    return not (small and word.endswith("ing") and len(word) > SUFFIX) or _is_noun(scene, j)


def _is_noun(scene: Gapped, j: int) -> bool:
    """Whether an -ing form at *j* is no verb: 'a professor of nursing', 'her managing director'."""
    tags = scene.tags
    if scene.words.lowers[j - 1] == "of" and tags[j - 2] & TITLE:
        return True
    if scene.words.lowers[j - 1] == "and" and scene.bits[j + 1 : j + 2] != [0]:
        return True  # 'its head of sales and marketing.'
    return any(t & (TITLE | BODY) for t in tags[j + 1 : j + 2])


def _counts_time(scene: Gapped, j: int) -> bool:
    """Whether the word at *j* opens when something happened: 'the mayor two days later'."""
    if scene.tags[j - 1] & DETERMINER:
        return False  # 'the late Ann Roe', 'the two years'
    counted = scene.tags[j] & NUMBER and j + 1 < len(scene.tags) and scene.tags[j + 1] & TIME
    return bool(counted) or scene.words.lowers[j] in _TIMES


def _joins_right(scene: Gapped, j: int) -> bool:
    """Whether the conjunction at *j* goes on with the phrase before it."""
    k = j + 1
    if scene.words.lowers[j] not in {"and", "or"} or k >= len(scene.words):
        return False
    if is_verb(scene, k) or scene.tags[k] & (SUBJECT | ADVERB):
        return False
    return not scene.tags[k] & CUE or scene.words.words[k][0].isupper()


def _attaches(scene: Gapped, j: int, *, apposed: bool) -> bool:
    """Whether the preposition at *j* goes on with the phrase before it: 'a doctor at …'."""
    tags, lowers = scene.tags, scene.words.lowers
    if lowers[j] == "of":
        return not _is_topic(scene, j)
    if lowers[j] == "for" and tags[j - 1] & BODY and _is_maker(scene, j + 1):
        return True  # 'the Centers for Disease Control'
    by = lowers[j] == "by" and _is_maker(scene, j + 1)
    if tags[j - 1] & WHEN or not (by or lowers[j] in _ADJUNCTS):
        return False
    if _is_adjunct(scene, j, apposed=apposed):
        return False
    return apposed or scene.words.words[j - 1].islower()


def _is_topic(scene: Gapped, j: int) -> bool:
    """Whether 'of' at *j* tells of what a named person spoke: 'said Roe of the new plan'.

    Behind a name, a body or a place tells whence somebody is: 'Roe of the local union'.
    """
    tags, words, k = scene.tags, scene.words.words, j + 1
    name = j - 1
    while name > 0 and words[name][0].isupper():
        name -= 1
    if name == j - 1 or not tags[name] & CUE or k >= len(tags) or not tags[k] & DETERMINER:
        return False
    for m in range(k + 1, min(k + _TOPIC, len(tags))):
        if scene.bits[m] & BREAK or tags[m] & PREPOSITION:
            break
        if tags[m] & (BODY | FORUM) or words[m][0].isupper():
            return False
    return not tags[j - 1] & (BODY | TITLE)


def _is_adjunct(scene: Gapped, j: int, *, apposed: bool) -> bool:
    """Whether the preposition at *j* tells when, where or how something was said: 'in court'."""
    tags, k = scene.tags, j + 1
    if k >= len(tags):
        return False
    lowers, owned = scene.words.lowers, tags[k] & POSSESSIVE
    if tags[k] & WHEN or lowers[k] in _SETTINGS or (owned and lowers[j] == "in"):
        return True
    if lowers[k].isdigit() and not apposed:  # 'in 2019', 'on 4 July', but 'six in 10'
        dated = k + 1 < len(tags) and tags[k + 1] & MONTH
        return bool(dated) or (lowers[j] == "in" and is_year(scene, k))
    if lowers[k] == "be":
        return True  # 'a report to be released'
    if lowers[j] == "to" and (owned or lowers[k] in _CROWD):
        return True  # 'said the captain to his men'
    if lowers[j] in {"in", "with"} and any(_sounds(scene, m) for m in range(k + 1, k + 3)):
        return True
    if tags[k] & (DETERMINER | NUMBER) and k + 1 < len(tags) and tags[k + 1] & WHEN:
        return True  # 'at the time', 'for three weeks'
    near = range(k, min(k + 3, len(tags)))
    return any(tags[m] & MEDIUM and scene.words.gaps[m] != "-" for m in near)  # not 'the co-op'


def _sounds(scene: Gapped, j: int) -> bool:
    """Whether word *j* tells how something was said: 'with a smile', 'in a low voice'."""
    if j >= len(scene.tags):
        return False
    said = scene.tags[j] & CUE and scene.words.lowers[j - 1] in {"a", "an"}
    return bool(said) or scene.words.lowers[j] in _SOUNDS


def _is_maker(scene: Gapped, j: int) -> bool:
    """Whether word *j*, behind 'by', opens who has made something: 'a report by the auditor'."""
    if j >= len(scene.tags) or scene.tags[j] & WHEN:
        return False
    return bool(scene.tags[j] & DETERMINER) or scene.words.words[j][0].isupper()


def _before_noun(scene: Gapped, j: int) -> bool:
    """Whether a word in small letters behind a name goes on with it: 'the Trent campaign'."""
    t = scene.tags[j]
    if t & MEDIUM or (
        t & TITLE and scene.words.words[j + 1 : j + 2] != scene.words.lowers[j + 1 : j + 2]
    ):
        return True  # 'the Olympic champion Ann Roe'
    return not t & (CUE | PAST | PERHAPS_PAST | NUMBER) and not scene.words.lowers[j].endswith(
        ("s", "ed", "ing")
    )


def _is_attendant(scene: Gapped, j: int) -> bool:
    """Whether the phrase at *j* tells how somebody spoke: 'said X, her voice breaking'."""
    if not scene.tags[j] & POSSESSIVE:
        return False
    for k in range(j + 2, min(j + _ATTENDANT, len(scene.tags))):
        if scene.bits[k] & BREAK or scene.tags[k] & PREPOSITION:
            break
        if scene.tags[k] & (TITLE | BODY):
            return False  # 'her old managing director'
        if scene.words.lowers[k].endswith("ing") or is_verb(scene, k):
            return not any(t & (TITLE | BODY) for t in scene.tags[k + 1 : k + 2])
    return False


def _apposes(scene: Gapped, j: int) -> bool:
    """Whether what stands behind the comma before word *j* describes the name before it."""
    t, lower, word = scene.tags[j], scene.words.lowers[j], scene.words.words[j]
    if t & WHO or lower == "of":
        return True
    if t & DETERMINER:
        return not t & WHEN and lower != "that" and not _is_attendant(scene, j)
    closed = CONJUNCTION | ADVERB | AUXILIARY | PAST | PREPOSITION | CLAUSE | SUBJECT | WHEN
    if t & closed:
        return False
    return word[0].isupper() or not (t & CUE or lower.endswith("ing") or ends_as_adverb(scene, j))
