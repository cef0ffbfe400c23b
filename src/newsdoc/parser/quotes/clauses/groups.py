"""Verb groups: what stands before a verb of saying and belongs to it.

Auxiliaries, negation and adverbs; ``to`` and the verb that governs it ('declined to
say', 'went on to say'); and what makes an act one of silence ('stopped short of saying').
"""

from __future__ import annotations

from typing import Final

from attrs import define

from newsdoc.lexicon.speech import BASE, ING, PARTICIPLE, Cue
from newsdoc.lexicon.tags import (
    ACTING,
    ADVERB,
    AUXILIARY,
    BE,
    CAUSING,
    CLITIC,
    COMPLEMENTIZER,
    CONJUNCTION,
    DETERMINER,
    HAVE,
    MEDIUM,
    MONTH,
    NEGATION,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    REFUSING,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    TIME,
)
from newsdoc.parser.gaps import BREAK
from newsdoc.parser.phrases import ends_as_adverb, left_phrase
from newsdoc.parser.quotes.clauses.times import time_inside
from newsdoc.parser.quotes.scene import Scene

_TAKES: Final = frozenset({"took", "takes", "taking", "turned", "turns"})
# Behind 'not', where she does it: 'can't help asking', 'not only asks'; of 'didn't' 't' negates.
_ANYWAY: Final = frozenset({"help", "just", "merely", "only", "simply", "t"})
_ENDS: Final = frozenset({"cease", "ceased", "ceases", "stop", "stopped", "stops"})
_GIVES: Final = frozenset({"gave", "give", "given", "gives", "giving"})
_COMPARED: Final = frozenset({"less", "more"})
_STAGES: Final = frozenset({"called", "emerged", "held", "rose", "stood", "used"})  # to say
_STAGED: Final = 8  # words: from there to 'to'
_SITES: Final = frozenset({"twitter", "facebook", "instagram", "x", "media"})
# 'is of course saying', 'no longer says'
_ASIDES: Final = {"course": "of", "fact": "in", "far": "so", "longer": "no", "turn": "in"}
# Before an adverb: 'very recently said', 'can most quickly call'.
_DEGREES: Final = frozenset({"best", "better", "more", "most", "quite", "rather", "too", "very"})
AMID: Final = frozenset({"and", "or", *_ASIDES, *_ASIDES.values(), *_DEGREES})
GROUP: Final = AUXILIARY | NEGATION | CLITIC  # what stands in a verb group before its verb
_GROUPED: Final = AUXILIARY | SUBJECT | ADVERB  # right before a cue, all else is soon told
FLOATS: Final = frozenset({"all", "both", "each"})
_OF: Final = frozenset({"of", "from"})


@define(eq=False)
class Group:
    """What stands in a verb group before its last verb.

    Attributes:
        before: the word before the group.
        aux: the auxiliaries, as tags, the nearest to the verb first.
        negated: whether it is negated.
        to: whether it is an infinitive.
    """

    before: int
    aux: list[int]
    negated: bool
    to: bool


def group_before(scene: Scene, cue: Cue, i: int, floor: int) -> Group:
    """Return what stands in the verb group before word *i*."""
    tags, bits, lowers = scene.tags, scene.bits, scene.lowers
    aux: list[int] = []
    negated = to = False
    parted = cue.form & (BASE | PARTICIPLE) and not tags[i - 1] & _GROUPED
    inside = time_inside(scene, i, floor, cue.form) if parted else 0
    j = (inside or i) - 1
    while j >= floor and not bits[j + 1] & BREAK:
        t = tags[j]
        if t & CLITIC:
            if lowers[j] == "s" and not scene.tags[j - 1] & (SUBJECT | RELATIVE):
                break
            if lowers[j] == "t":
                negated = scene.words.gaps[j] in "'’" and lowers[j + 1] not in _ANYWAY  # 'won't'
            else:
                aux.append(t)
        elif t & AUXILIARY and not _in_name(scene, cue, i, j):
            aux.append(t)
        elif cue.form & ING and lowers[j] in scene.speech.lists["phases"]:
            aux.append(AUXILIARY)
        elif lowers[j] == "to" and not to and (cue.form & BASE or (aux and aux[-1] & HAVE)):
            to = True  # 'to say', 'to have said'
        elif not (
            _negates(scene, j, floor)
            or _is_adverb(scene, j, i, floor)
            or (lowers[j] in AMID and stands_amid(scene, j, floor))
        ):
            break
        negated = negated or (t & NEGATION > 0 and lowers[j + 1] not in _ANYWAY)
        j -= 1
        if to and j >= floor and (not tags[j] & (ADVERB | NEGATION) or lowers[j] == "likely"):
            break
    return Group(j, aux, negated, to)


def stands_amid(scene: Scene, j: int, floor: int) -> bool:
    """Whether word *j* stands amid a group: 'do or don't say', 'is of course saying'."""
    lowers = scene.lowers
    if j <= floor:
        return False
    if scene.tags[j] & CONJUNCTION or lowers[j] in _DEGREES:
        return scene.tags[j - 1] & AUXILIARY > 0
    return lowers[j - 1] == _ASIDES.get(lowers[j]) or lowers[j] == _ASIDES.get(lowers[j + 1])


def _in_name(scene: Scene, cue: Cue, i: int, j: int) -> bool:
    """Whether an auxiliary at *j* is part of a name: 'May said', 'Will says', 'Lee Jae-won'."""
    if "-" in (scene.words.gaps[j], scene.words.gaps[j + 1]):
        return True
    modal = not (scene.tags[j] & (BE | HAVE) or cue.form & BASE or scene.capital(i))
    return scene.capital(j) and (modal or scene.tags[j] & MONTH > 0)


def _is_adverb(scene: Scene, j: int, i: int, floor: int) -> bool:
    """Whether word *j* stands as an adverb before the cue at *i*: not 'Early says', 'Mr Long says'.

    'Both' and 'all' do where they float: 'they all said'.
    """
    if is_adverb(scene, j):
        return j == floor or not scene.capital(j) or scene.capital(i)
    if scene.lowers[j] in _DEGREES:
        return j + 1 < i and is_adverb(scene, j + 1)  # 'as Roe very recently said'
    return scene.lowers[j] in FLOATS and floats(scene, j, floor)


def floats(scene: Scene, j: int, floor: int) -> bool:
    """Whether 'both', 'each' or 'all' at *j* stands behind who is meant."""
    before = scene.tags[j - 1] if j > floor else 0
    if j <= floor or scene.bits[j] & BREAK:
        return False
    if before & (AUXILIARY | SUBJECT):
        return True
    if before & (PREPOSITION | CONJUNCTION | SUBORDINATOR | COMPLEMENTIZER):
        return False
    return scene.capital(j - 1) or bool(before & PLURAL) or scene.lowers[j - 1].endswith("s")


def _negates(scene: Scene, j: int, floor: int) -> bool:
    """Whether word *j* negates a verb: not 'nobody', and not 'neither' where it is who speaks."""
    t = scene.tags[j]
    if not t & NEGATION or t & PRONOUN:
        return False
    return not (t & DETERMINER and j == floor)


def is_adverb(scene: Scene, j: int) -> bool:
    """Whether word *j* can stand between a subject and its verb."""
    t = scene.tags[j]
    if t & ADVERB:
        return not t & (DETERMINER | TIME)
    word = scene.words.words[j]
    return word[-2:] == "ly" and word.islower() and ends_as_adverb(scene, j)


def governor_of(scene: Scene, j: int, floor: int) -> int | None:
    """Return the first word of what governs the "to" behind word *j*, where somebody speaks.

    Of 'led her to say' that is "to" itself: 'her' is the subject.
    """
    if j < floor:
        return None
    tags, lowers = scene.tags, scene.lowers
    word = lowers[j]
    if tags[j] & (REFUSING | ACTING) or (tags[j] & CAUSING and tags[j - 1] & BE and j > floor):
        return j
    if word == "on" and j > floor:
        return j - 1  # 'went on to say'
    if word == "as" and j > floor + 2 and lowers[j - 1] == "far":
        return j - 3  # 'went so far as to say'
    if word == "likely" and j > floor and lowers[j - 1] in _COMPARED:
        return j - 1  # 'were more likely to say'
    near = range(j - 1, max(floor, j - _STAGED) - 1, -1)
    if staged := next((k for k in near if lowers[k] in _STAGES), 0):
        between = range(staged + 1, j + 1)
        used = lowers[staged] == "used" and not any(tags[k] & MEDIUM for k in between)
        if not used:
            return staged  # 'held a press conference to say'
    if word in _SITES:
        near = range(j - 1, max(floor, j - 4) - 1, -1)
        return next((k for k in near if lowers[k] in _TAKES), None)
    start = left_phrase(scene, j + 1, floor)
    return j + 1 if floor < start <= j and tags[start - 1] & CAUSING else None


def refused_at(scene: Scene, i: int, floor: int) -> int:
    """Return the word that makes the participle at *i* one of silence: 'stopped short of saying'.

    Where none does, -1 is returned.
    """
    lowers, j = scene.lowers, i - 1
    if lowers[j] in _OF:
        j -= 1
        if lowers[j] == "away":
            j -= 1  # 'shied away from saying'
        if lowers[j] == "far":
            return -1 if "never" in lowers[max(floor, j - 2) : j] else j  # 'far from saying'
    if lowers[j] == "up" and j > floor and lowers[j - 1] in _GIVES:
        return j - 1
    ends = j == i - 1 and lowers[j] in _ENDS  # 'stopped saying'
    refused = j >= floor and (ends or scene.tags[j] & REFUSING)
    return j if refused and not scene.bits[j] & BREAK else -1
