"""Hearers behind a cue: 'told the court', 'warned her mother', 'told reporters'."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.speech import LISTENER, OBJECT
from newsdoc.lexicon.tags import (
    ADVERB,
    AUXILIARY,
    BODY,
    CLITIC,
    COMPLEMENTIZER,
    CONJUNCTION,
    CUE,
    DETERMINER,
    FORUM,
    MEDIUM,
    PAST,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUESTION,
    SUBJECT,
    SUBORDINATOR,
    TITLE,
)
from newsdoc.model import Stance
from newsdoc.parser.gaps import BREAK, COMMA
from newsdoc.parser.phrases import PEOPLE, WHEN, behind_bound, is_number, is_verb, right_phrase
from newsdoc.parser.quotes.clauses.groups import FLOATS
from newsdoc.parser.quotes.clauses.nouns import OF_WHAT
from newsdoc.parser.quotes.clauses.times import owned_at
from newsdoc.parser.quotes.clauses.verbs import Verb
from newsdoc.parser.quotes.scene import Scene

_TELLING: Final = frozenset({"assure", "inform", "remind", "tell"})  # somebody, in any case
_OBJECTS: Final = frozenset({"her", "him", "me", "them", "us"})
_OPENS: Final = COMPLEMENTIZER | SUBORDINATOR | CONJUNCTION
_NO_NOUN: Final = _OPENS | DETERMINER | PREPOSITION | ADVERB | AUXILIARY | PRONOUN | WHEN
_HEARERS: Final = BODY | FORUM | MEDIUM | TITLE  # of nouns that are told something
_GOES_ON: Final = PREPOSITION | CONJUNCTION | CLITIC  # no subject opens so
_HANGS: Final = frozenset({"and", "at", "for", "from", "of", "or", "s"})
_WHO: Final = frozenset({"who", "whose"})
_ASKED: Final = frozenset({"if", "that", "whether"})
_NO_VERB: Final = DETERMINER | PRONOUN | PREPOSITION
_OWNS_UP: Final = frozenset({"admit", "confess"})
_APPOSED: Final = 10  # words: 'its chief executive for the north'
_RELATIVE: Final = 16  # words: 'who was in the park on Sunday and saw the crash to call'
_HEARD: Final = frozenset({"not", "that", "to", "whether"})
_BEHIND_HEARER: Final = frozenset({"to", "not", "there"})  # 'told the court there was'


def is_object(scene: Scene, j: int) -> bool:
    """Whether a pronoun that is somebody's object stands at word *j*: 'us', but not the 'US'."""
    return scene.tags[j] & PRONOUN > 0 and scene.lowers[j] in _OBJECTS


def can_hear(scene: Scene, j: int) -> bool:
    """Whether a hearer can stand at word *j*."""
    if scene.bits[j] & BREAK or scene.tags[j] & QUESTION:
        return False
    return scene.lowers[j] not in {"that", "to"}


def behind_hearer(scene: Scene, verb: Verb, j: int, limit: int) -> int:
    """Return the word behind the hearer that starts at *j*.

    A hearer that runs into a verb is a subject: 'told CNN Trent would win', and
    'warned tariffs could rise', since only who tells must tell somebody.
    """
    tags, telling = scene.tags, verb.cue.lemma in _TELLING
    if telling:
        j = behind_bound(scene, j, limit)
    time = j + (tags[j] & DETERMINER > 0)
    if (
        time < limit and tags[time] & WHEN and (owned := owned_at(scene, time, limit))
    ):  # 'told Monday's meeting'
        return max(owned + 1, right_phrase(scene, owned + 1, limit, full=False))
    if tags[j] & PRONOUN and not _owns(scene, j, limit):
        does = tags[j] & SUBJECT and j + 1 < limit and tags[j + 1] & AUXILIARY
        return j if does else j + 1  # 'warned it could', but 'told them'
    if tags[j] & (PREPOSITION | WHEN | ADVERB) and not tags[j] & DETERMINER:
        return j
    if verb.cue.lemma == "tell" and _is_group(scene, j):
        return j + 1
    end = right_phrase(scene, j, limit, full=False)
    verb_next = end < limit and is_verb(scene, end)
    one = not telling and tags[j] & DETERMINER  # 'warned the Bank of England would act'
    if j + 1 < end and verb_next and scene.capital(end - 1) and not one:
        return _behind_small(scene, j, end)
    if end < limit and not telling and scene.tags[end] & AUXILIARY:
        return end if scene.bits[end] & BREAK else j
    if telling and (parted := _parted_from_subject(scene, j, end, limit)):
        return parted
    to = next((k for k in range(j + 1, end) if scene.lowers[k] in _BEHIND_HEARER), end)
    return max(to, j + 1)


def _parted_from_subject(scene: Scene, j: int, end: int, limit: int) -> int:
    """Return where the subject opens that a hearer at *j* runs into, or 0.

    'told the court (two men) were held', 'told the inquiry (prices) had doubled': before
    a verb there must be one.
    """
    tags = scene.tags
    if end >= limit or not tags[end] & (AUXILIARY | PAST) or scene.bits[end] & BREAK:
        return 0
    for k in range(end - 1, j + 1, -1):
        if tags[k - 1] & _HEARERS and not tags[k] & _GOES_ON and scene.words.gaps[k] == " ":
            return k
    return 0


def _is_group(scene: Scene, j: int) -> bool:
    """Whether a plural at *j* is all of the hearer: 'told reporters prices rose'."""
    word, k = scene.words.words[j], j + 1
    if not word.islower() or not (word.endswith("s") or scene.tags[j] & PLURAL):
        return False
    if scene.lowers[k] in _HANGS and not scene.bits[k] & BREAK:
        return False  # 'reporters and editors', 'members of the club'
    return not scene.tags[j] & (_NO_NOUN | SUBJECT)


def _behind_small(scene: Scene, j: int, end: int) -> int:
    """Return where the name begins that ends before word *end*, behind words in small letters.

    In 'told CNN Trent would win' all are capitals: the last is the name. So it is
    behind a title or a preposition: 'told a crowd in Hull Trent would win'.
    """
    k = end - 1
    while k > j and scene.capital(k):
        k -= 1
    return end - 1 if scene.capital(k) or scene.tags[k] & (PREPOSITION | TITLE) else k + 1


def _owns(scene: Scene, j: int, limit: int) -> bool:
    """Whether 'her' or 'both' goes with a noun: 'told her mother', not 'told her men left'."""
    noun = j + 1
    if not scene.tags[j] & (DETERMINER | POSSESSIVE) or noun >= limit:
        return False
    if scene.tags[noun] & _NO_NOUN or scene.words.words[noun] != scene.lowers[noun]:
        return False
    end = right_phrase(scene, j, limit, full=False)
    return end >= limit or not is_verb(scene, end)


def is_to(scene: Scene, j: int, limit: int) -> bool:
    """Whether 'to' or 'not to' stands at word *j*."""
    if j < limit and scene.lowers[j] == "not":
        j += 1
    if j + 1 >= limit or scene.lowers[j] != "to" or scene.bits[j] & BREAK:
        return False
    if scene.tags[j + 1] & (DETERMINER | PRONOUN) and scene.lowers[j + 1] not in FLOATS:
        return False  # 'proposed to her', 'to the residents that it be shut'
    return not scene.capital(j + 1) or scene.capital(j)  # not 'to Hull'; 'Told To Leave'


def is_apposed_to(scene: Scene, j: int, limit: int) -> bool:
    """Whether who is asked to do something is told between commas: 'urged Roe, its head, to go'."""
    named = scene.capital(j) or scene.tags[j] & (DETERMINER | POSSESSIVE)
    if j >= limit or not named or not scene.bits[j] & COMMA:
        return False
    to = scene.comma(j + 1, min(limit, j + _APPOSED))
    if scene.marked(j, to):
        return False  # 'telling them, “I left,” to go'
    to += to < limit and scene.lowers[to] == "not"
    acts = to + 1 < limit and scene.lowers[to] == "to" and scene.words.words[to + 1].islower()
    return acts and not scene.tags[to + 1] & (DETERMINER | PRONOUN)


def names_hearers(scene: Scene, j: int, limit: int) -> bool:
    """Whether a plural at *j* is who a name before it describes: 'told NATO (allies) to act'.

    Another noun phrase must not need it: 'told CNN prices would rise'.
    """
    tags, behind = scene.tags, j + 1
    if behind >= limit or scene.bits[j] & BREAK or not scene.capital(j - 1):
        return False
    plain = scene.words.words[j].islower() and not tags[j] & ~(BODY | CUE | PLURAL | TITLE)
    if not plain or not (scene.lowers[j].endswith("s") or tags[j] & PLURAL):
        return False
    word = scene.lowers[behind]
    if word == "that" and tags[min(behind + 1, limit - 1)] & (AUXILIARY | PAST):
        return False  # 'asked Ohio agencies that dealt with the fire to stay'
    opens = tags[behind] & (DETERMINER | SUBJECT) or word in _HEARD
    return bool(opens) and not scene.bits[behind] & BREAK


def behind_age(scene: Scene, first: int, end: int, limit: int) -> int:
    """Return the word behind a hearer and an age: 'people over 65 to get it', 'over 65 that'."""
    told = first < end < limit - 2 and scene.lowers[end + 2] in _HEARD
    aged = told and scene.lowers[end] in {"over", "under"} and is_number(scene, end + 1)
    return end + 2 if aged else end


def noun_at(scene: Scene, verb: Verb, j: int, behind: int) -> int:
    """Return where what is owned up to or wanted stands right behind a cue, at word *j*, or 0.

    *behind* is the word behind the hearer that it would be.
    """
    if owns_up(scene, verb, j):
        return j + 1
    asks = verb.stance is Stance.ASKS and verb.cue.frames & OBJECT and verb.cue.frames & LISTENER
    return j if asks and _is_wanted(scene, j, behind) else 0


def owns_up(scene: Scene, verb: Verb, j: int) -> bool:
    """Whether 'to' and what somebody did stand at word *j*: 'admitted to stealing the boat'."""
    if verb.cue.lemma not in _OWNS_UP or scene.lowers[j] != "to":
        return False
    did = scene.words.words[j + 1]
    return did.islower() and did.endswith("ing")


def _is_wanted(scene: Scene, j: int, behind: int) -> bool:
    """Whether the word at *j* is what somebody wants, and no hearer: 'urged calm'.

    *behind* is the word behind the hearer that it would be.
    """
    word, t = scene.words.words[j], scene.tags[j]
    if behind == j:
        return False
    alone = behind == j + 1 or scene.tags[j + 1] & PREPOSITION
    thing = word.islower() and not t & ~CUE and not word.endswith("s")
    return bool(alone) and thing and word not in PEOPLE


def opens_question(scene: Scene, j: int, limit: int) -> bool:
    """Whether a preposition opens a question at *j*: 'would not say for how long', 'to whom'."""
    if j + 1 >= limit or scene.bits[j] & BREAK or not scene.tags[j] & PREPOSITION:
        return False
    if scene.lowers[j] in OF_WHAT:
        return False
    word = scene.lowers[j + 1]
    return word == "whom" or (scene.tags[j + 1] & QUESTION > 0 and word != "whether")


def asks_those_who(scene: Scene, verb: Verb, j: int, limit: int) -> bool:
    """Whether a clause at *j* tells who is asked to do something: 'asked anyone who saw it to'.

    What they are asked may be a question instead: 'asked a man who wanted to leave if he could'.
    """
    opens = scene.lowers[j]
    alone = scene.tags[j - 1] & PRONOUN > 0
    if verb.stance is not Stance.ASKS or scene.bits[j] & BREAK:
        return False
    if opens not in _WHO and not (alone and opens == "with"):
        return False
    asks, clause = False, opens == "with"
    for k in range(j + 1, min(limit - 1, j + _RELATIVE)):
        if scene.bits[k] & BREAK or scene.lowers[k] in _ASKED or scene.tags[k] & QUESTION:
            return False
        if scene.lowers[k] == "to" and not scene.tags[k + 1] & _NO_VERB:
            asks = asks or (clause and scene.words.words[k + 1].islower())
        clause = clause or not scene.tags[k] & DETERMINER
    return asks
