"""Subjects: who speaks, from where the verb stands.

The subject stands to the left of its verb ('X said', 'X, a doctor, said', 'X,
who said'), behind it ('said X'), or with another verb ('X left and said', 'X
left, saying'). The rules are asked in the order of `subject_of`.
"""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.speech import BASE, HEARS, NOUN
from newsdoc.lexicon.tags import (
    ADVERB,
    AUXILIARY,
    BE,
    BODY,
    COMPLEMENTIZER,
    CONJUNCTION,
    DETERMINER,
    FORUM,
    GIVEN_NAME,
    HAVE,
    HONORIFIC,
    MEDIUM,
    NEGATION,
    NO_SPEAKER,
    PAPER,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    TITLE,
    WHO,
)
from newsdoc.parser.gaps import BREAK, CLOSE, COMMA, DASH
from newsdoc.parser.phrases import (
    ARTICLES,
    WHEN,
    Phrase,
    apposed_phrase,
    is_verb,
    left_phrase,
    relative_before,
)
from newsdoc.parser.quotes.doubtful import told_by
from newsdoc.parser.quotes.groups import is_adverb
from newsdoc.parser.quotes.scene import Scene
from newsdoc.parser.quotes.times import without_time
from newsdoc.parser.quotes.verbs import Subject, Verb

_NOBODY: Final = frozenset({"it", "that", "this", "which"})
_AT: Final = frozenset({"at", "in", "on"})
_HANGS: Final = PREPOSITION | RELATIVE  # opens what hangs on a noun
_NO_NOUN: Final = CONJUNCTION | PREPOSITION | SUBORDINATOR | COMPLEMENTIZER
_WHO: Final = frozenset({"who", "which", "that"})
_BEFORE_OBJECT: Final = AUXILIARY | PREPOSITION | CONJUNCTION  # before what is spoken of
_DESCRIBED: Final = 3  # words: an article and two adjectives before a noun
_SPEAKING: Final = frozenset({"Responding", "Speaking", "Talking", "Writing"})
_TWO: Final = 2  # items before a comma and 'and' make a list
_FEW: Final = 2  # words: a longer phrase can hold two


SHARED: Final = Subject(None, "shared")


def subject_of(scene: Scene, verb: Verb, floor: int) -> Subject | None:
    """Return the subject of *verb*, not looking left of word *floor*; None where it has none."""
    first = verb.first
    if verb.passive:
        return None
    if first <= floor:
        return None if verb.finite else SHARED
    if scene.bits[first] & (BREAK & ~CLOSE):
        return _behind_break(scene, verb, floor)
    left, word = scene.tags[first - 1], scene.words.lowers[first - 1]
    if left & RELATIVE and word in _WHO:
        return _relative(scene, first, floor)
    if left & CONJUNCTION or word == "then":
        return SHARED
    if not verb.finite and left & (PREPOSITION | SUBORDINATOR):
        return _quoted_as(scene, first, floor) or SHARED
    if not verb.finite and _is_sent(scene, without_time(scene, first, floor), floor):
        return SHARED
    phrase = own_subject(scene, first, floor)
    if phrase is None:
        return None if verb.finite else SHARED
    if extracted(scene, verb.last + 1):
        phrase = _behind_gap(scene, phrase, floor)
    return (
        _finite(scene, verb, phrase, floor) if verb.finite else _acting(scene, verb, phrase, floor)
    )


def _finite(scene: Scene, verb: Verb, phrase: Phrase, floor: int) -> Subject:
    """Return the subject of a finite verb that ends with a noun phrase before it."""
    start, end = phrase
    if start > floor and (scene.bits[start] | scene.bits[start - 1]) & COMMA:
        inserted = scene.bits[verb.last + 1] & COMMA  # 'The source, farmers and brewers say, is'
        start = start if inserted else _list_first(scene, start, end, floor)
    return Subject((start, end), "own")


def _acting(scene: Scene, verb: Verb, phrase: Phrase, floor: int) -> Subject | None:
    """Return the subject of a participle behind a noun phrase: that, or who acts in the clause."""
    if _parted(scene, phrase, verb.first):
        return SHARED
    return None if _is_object(scene, phrase, floor) else Subject(_behind_with(scene, phrase), "own")


def _parted(scene: Scene, phrase: Phrase, first: int) -> bool:
    """Whether a time parts a participle from a noun that does not act: 'a rally on Monday saying'.

    A paper speaks all the same: 'filed a petition on Monday saying'. So does what the
    noun is in: ', at one point calling it', ', in one case saying'.
    """
    start, end = phrase
    at = next((j for j in range(start - 1, max(-1, start - 3), -1) if scene.bits[j] & BREAK), -1)
    if at >= 0 and scene.bits[at] & COMMA and scene.words.lowers[at] in _AT:
        return True
    if scene.tags[end - 1] & WHEN and end - start == 1:
        return True  # 'has spent months saying'
    if end == first or (start and scene.words.lowers[start - 1] == "with"):
        return False
    return not told_by(scene, start, end) & PAPER


def _is_object(scene: Scene, phrase: Phrase, floor: int) -> bool:
    """Whether the phrase before a participle is a verb that takes it: 'it means admitting that'."""
    start, end = phrase
    return end - start == 1 and start > floor and scene.words.lowers[start - 1] in _NOBODY


def _behind_with(scene: Scene, phrase: Phrase) -> Phrase:
    """Return whoever acts beside what is told: 'The talk ended with Roe asking', not the talk."""
    first, last = phrase
    for j in range(first, last - 1):
        if scene.words.lowers[j] == "with" and scene.capital(j + 1):
            return j + 1, last
    return phrase


def _behind_break(scene: Scene, verb: Verb, floor: int) -> Subject | None:
    """Return the subject of a verb with punctuation before it."""
    if not verb.finite:
        return SHARED
    if not scene.bits[verb.first] & (COMMA | DASH):
        return None
    phrase = apposed_phrase(scene, verb.first, floor)
    noun = verb.cue.frames & NOUN and verb.cue.form == BASE and verb.first == verb.i
    if noun and (scene.tags[verb.i] & BODY or not (phrase and _is_many(scene, phrase))):
        return None  # 'noise, trash and "worse"', 'mayors, state senators'
    return Subject(phrase, "own") if phrase else SHARED


def _is_many(scene: Scene, phrase: Phrase) -> bool:
    """Whether the head of a phrase is plural: 'critics of the plan, farmers among them'."""
    first, last = phrase
    if scene.capital(last - 1) and any(scene.bits[j] & COMMA for j in range(first + 1, last)):
        return True  # 'Roe, Vale'
    ends = (j for j in range(first + 1, last) if scene.bits[j] & BREAK or scene.tags[j] & _HANGS)
    head = next(ends, last) - 1
    plural = scene.tags[head] & (PLURAL | SUBJECT) or scene.words.lowers[head].endswith("s")
    return bool(plural) or any(scene.tags[j] & CONJUNCTION for j in range(first, last))


def _relative(scene: Scene, first: int, floor: int) -> Subject | None:
    """Return the relative pronoun before word *first*; of 'that', the noun it belongs to."""
    if scene.words.lowers[first - 1] != "that":
        return Subject((first - 1, first), "relative")
    start = left_phrase(scene, first - 1, floor)
    for j in range(start - 1, max(floor, start - _DESCRIBED) - 1, -1):
        if not scene.bits[j + 1] & BREAK and scene.tags[j] & DETERMINER:
            start = j  # 'replaced by a (short) note that said'
        if scene.bits[j + 1] & BREAK or scene.tags[j]:
            break
    return Subject((start, first - 1), "own") if start < first - 1 else None


def extracted(scene: Scene, j: int) -> bool:
    """Whether content opens at *j* with its verb: its subject stands before who says it."""
    if j >= len(scene.tags) or scene.bits[j] & BREAK or not scene.tags[j] & AUXILIARY:
        return False
    return scene.words.words[j].islower() and not scene.words.lowers[j].endswith("ing")


def _behind_gap(scene: Scene, phrase: Phrase, floor: int) -> Phrase:
    """Return who speaks behind what is spoken of: 'police' of 'a man (who) police say was held'."""
    tags, (first, last) = scene.tags, phrase
    for j in range(last - 2, first, -1):
        if tags[j] & WHO and scene.words.lowers[j] != "whose":
            return j + 1, last
    opens = first == floor or scene.bits[first] & BREAK or tags[first - 1] & _BEFORE_OBJECT
    if not opens or not tags[first] & DETERMINER or last - first <= _FEW:
        return phrase
    named = scene.capital(last - 1)
    start = last - 1
    while named and start - 1 > first and scene.capital(start - 1):
        start -= 1
    return (start, last) if start > first + 1 else phrase


def _is_sent(scene: Scene, end: int, floor: int) -> bool:
    """Whether the words before *end* are sent, and do not speak: 'issued a statement'."""
    tags, lowers = scene.tags, scene.words.lowers
    if tags[end - 1] & MEDIUM:
        return True
    start = max(floor, left_phrase(scene, end, floor) - 2)
    sent = (j for j in range(start, end - 1) if tags[j] & MEDIUM)
    return any(lowers[j + 1] == "to" for j in sent)  # 'a letter to the board'


def _quoted_as(scene: Scene, first: int, floor: int) -> Subject | None:
    """Return who is quoted in 'they quoted X as saying'."""
    lowers = scene.words.lowers
    if lowers[first - 1] != "as" or first - 2 <= floor or lowers[first - 2] == "quoted":
        return None
    start = left_phrase(scene, first - 1, floor)
    if start > floor and lowers[start - 1] == "quoted":
        return Subject((start, first - 1), "own")
    return None


def own_subject(scene: Scene, first: int, floor: int) -> Phrase | None:
    """Return the noun phrase that ends before word *first*, adverbials of time left out."""
    tags, words = scene.tags, scene.words.words
    timed = tags[first - 1] & WHEN or scene.words.lowers[first - 1].isdigit()
    end = without_time(scene, first, floor) if timed else first
    last = end - 1
    if last < floor:
        return None
    bracketed = scene.bits[first] & CLOSE > 0  # 'Roe (pictured) said'
    if (is_verb(scene, last) and not bracketed) or (end != first and tags[last] & PREPOSITION):
        return _with_relative(scene, last, floor, first)
    if end != first and scene.bits[end] & BREAK:
        return apposed_phrase(scene, end, floor)
    if tags[last] & _NO_NOUN and not tags[last] & PRONOUN:
        return None
    start = left_phrase(scene, end, floor)
    if start == floor and words[start] in _SPEAKING and scene.capital(last):
        named = tags[last - 1] & (GIVEN_NAME | HONORIFIC | TITLE)
        return (last - 1 if named else last), end  # 'Speaking to the Daily Mail Roe said'
    helps = start - 1
    while helps > floor and is_adverb(scene, helps):
        helps -= 1
    helped = tags[helps] & HAVE or (tags[helps] & BE and end - start == 1)  # 'is seen telling'
    if helps >= floor and start > floor and helped and words[start].islower():
        return None if not tags[start] & (DETERMINER | PRONOUN) else (start, end)
    return (start, end) if start < end else None


def _list_first(scene: Scene, start: int, end: int, floor: int) -> int:
    """Return where the list of speakers begins whose last are the words from *start* to *end*.

    'Residents, two nurses and the mayor said', 'Roe, Vale, and Holt said'.
    """
    lowers, bits, first = scene.words.lowers, scene.bits, start
    parted = start - 1 > floor and lowers[start - 1] == "and"  # by a comma before 'and'
    if parted:
        first = start - 1
    elif "and" not in lowers[start + 1 : end - 1]:
        return start
    items = 0
    while first > floor and bits[first] & BREAK == COMMA:
        before = left_phrase(scene, first, floor)
        opens = before == floor or bits[before] & BREAK
        if before >= first or not opens or not _is_item(scene, before, first, start):
            break
        first, items = before, items + 1
    if parted and (items < _TWO or (first > floor and bits[first] & BREAK == COMMA)):
        return start  # 'It was shut in May, records show, and experts say'
    return first if items else start


def _is_item(scene: Scene, first: int, last: int, name: int) -> bool:
    """Whether words before a comma are one of a list, and no adverbial: 'A year later, Roe and'.

    Nor are they what a *name* is behind it: 'A nurse, Roe and her son'.
    """
    tags, word = scene.tags, scene.words.words[last - 1]
    if tags[first] & _NO_NOUN or tags[last - 1] & (WHEN | ADVERB) or is_adverb(scene, first):
        return False
    if scene.words.lowers[first] in ARTICLES and scene.capital(name) and word.islower():
        return False
    if word.endswith(("ing", "ly")) and (word.islower() or last - first == 1):
        return False
    return not any(is_verb(scene, j) or scene.mark_at[j] >= 0 for j in range(first, last))


def _with_relative(scene: Scene, verb: int, floor: int, end: int) -> Phrase | None:
    """Return the noun phrase that ends, before word *end*, with a relative clause.

    That has a verb at word *verb* or left of it: 'a man who left', 'who knew her for years'.
    """
    who = relative_before(scene, verb, floor)
    if who is None or who <= floor:
        return None
    start = left_phrase(scene, who, floor)
    return (start, end) if start < who else (who, who + 1)


def can_speak(scene: Scene, subject: Subject, verb: Verb) -> bool:
    """Whether a subject is one of whom the verb tells what was said."""
    if subject.phrase is None:
        return True
    first, last = subject.phrase
    hears = not verb.cue.frames & HEARS or _is_forum(scene, first, last)
    shows = last - first == 1 and scene.tags[first] & NO_SPEAKER
    return hears and not shows and not _is_nobody(scene, last)


def _is_nobody(scene: Scene, last: int) -> bool:
    """Whether a phrase that ends before word *last* is 'nobody' or 'no one'."""
    none = scene.tags[last - 1] & (NEGATION | SUBJECT) == NEGATION | SUBJECT
    return none or scene.words.lowers[max(0, last - 2) : last] == ["no", "one"]


def _is_forum(scene: Scene, first: int, last: int) -> bool:
    """Whether something is said before what a phrase names: 'the inquest into her death'."""
    tags = scene.tags
    end = next((j for j in range(first + 1, last) if tags[j] & PREPOSITION), last)
    return bool(tags[end - 1] & FORUM)
