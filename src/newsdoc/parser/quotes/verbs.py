"""Verbs: whether a word that can be a cue is one here, and the verb group around it.

A cue is read with what stands before it: auxiliaries, negation, adverbs, ``to``
and the verb that governs it ('declined to say', 'went on to say'). Half of the
verbs of saying are nouns as well ('claims', 'reports'); the words on both sides
tell which one stands here.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from newsdoc.lexicon.speech import (
    BASE,
    GERUND,
    ING,
    NOUN,
    OBJECT,
    PARTICIPLE,
    PAST_FORM,
    PHRASE,
    THIRD,
    WITHHELD,
    Cue,
)
from newsdoc.lexicon.tags import (
    ADVERB,
    AUXILIARY,
    CLITIC,
    CONJUNCTION,
    DETERMINER,
    NEGATION,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    TIME,
)
from newsdoc.model import Stance
from newsdoc.parser.phrases import left_phrase
from newsdoc.parser.quotes.scene import BREAK, JOIN, Scene, Unit

_PARTICLES: Final = {"point": "out", "put": "it"}  # what makes a verb a cue
_BE: Final = frozenset("be been being is are was were am re".split())
_HAVE: Final = frozenset("have has had haven hasn hadn ve having".split())
_CLAUSAL: Final = frozenset({"that", "it", "he", "she", "they", "there", "to", "whether"})
_PLURALS: Final = frozenset("people men women children police some many others most few both".split())


class Verb(NamedTuple):
    """A cue with its verb group.

    Attributes:
        i: the cue's word.
        cue: what the lexicon knows of it.
        first: the first word of the group.
        head: the first word of the cue as it is handed on ('declined' of 'declined to say').
        last: its last word ('out' of 'pointed out').
        finite: whether it has a subject of its own, unlike a participle.
        to: whether it is an infinitive.
        passive: whether the subject is spoken to or of.
        stance: what the speaker does with the content.
        noun: whether it is no verb here: 'according to', 'the claim that'.
    """

    i: int
    cue: Cue
    first: int
    head: int
    last: int
    finite: bool
    to: bool
    passive: bool
    stance: Stance
    noun: bool = False


def verb_at(scene: Scene, cue: Cue, i: int, unit: Unit) -> Verb | None:
    """Return the verb group of the cue at word *i*, or None where it is no verb of saying."""
    if cue.frames & PHRASE and not cue.form:
        return noun_at(cue, i)
    gaps = scene.words.gaps
    if gaps[i] == "-" or gaps[i + 1] == "-":
        return None
    j, aux, negated, to = _group(scene, cue, i, unit.first)
    first = j + 1
    last = i
    if cue.frames & PHRASE:
        last = i + 1
        if last >= unit.last or scene.words.lowers[last] != _PARTICLES[cue.lemma] or scene.bits[last] & BREAK:
            return None
    if not cue.form or not _is_verb(scene, cue, i, first, unit, bare=not aux and not to):
        return None
    if aux and not _fits(cue, aux):
        return None
    stance = Stance.WITHHOLDS if negated else cue.stance
    head = i
    if to:
        governor = _governor(scene, j, unit.first)
        if governor is None:
            return None
        first, withholds = governor
        if withholds:
            stance, head = Stance.WITHHOLDS, first
        if first <= j:
            first = _group(scene, cue, first, unit.first)[0] + 1
    if cue.frames & WITHHELD and stance is not Stance.WITHHOLDS:
        return None
    passive = bool(cue.form & PARTICIPLE and aux and aux[0] in _BE)
    finite = to or bool(aux) or not cue.form & ING
    return Verb(i, cue, first, head, last, finite, to, passive, stance)


def noun_at(cue: Cue, i: int) -> Verb:
    """Return what stands for a verb where the cue at word *i* is a noun or the head of a phrase."""
    last = i + 1 if cue.lemma == "according" else i
    return Verb(i, cue, i, i, last, False, False, False, cue.stance, True)


def _fits(cue: Cue, aux: list[str]) -> bool:
    """Whether the form of the cue can stand behind the auxiliary: 'have claims' holds a noun."""
    if cue.form == THIRD:
        return False
    if aux[0] in _HAVE:
        return bool(cue.form & PARTICIPLE)
    return bool(cue.form & (BASE | PARTICIPLE | ING))


def _group(scene: Scene, cue: Cue, i: int, floor: int) -> tuple[int, list[str], bool, bool]:
    """Return the word before the verb group of word *i*, and what stands in the group."""
    tags, lowers, bits = scene.tags, scene.words.lowers, scene.bits
    aux: list[str] = []
    negated = to = False
    j = i - 1
    while j >= floor and not bits[j + 1] & BREAK:
        t, word = tags[j], lowers[j]
        if t & CLITIC and bits[j] & JOIN:
            if word == "s" and not (cue.form & (PARTICIPLE | ING) and tags[j - 1] & (SUBJECT | RELATIVE)):
                break
            if word != "t":
                aux.append(word)
        elif t & AUXILIARY and scene.words.gaps[j + 1] != "-":
            aux.append(word)
        elif word == "to" and cue.form & BASE and not to:
            to = True
        elif not (t & NEGATION and not t & PRONOUN) and not is_adverb(scene, j):
            break
        negated = negated or bool(t & NEGATION)
        j -= 1
        if to and j >= floor and not tags[j] & (ADVERB | NEGATION):
            break
    return j, aux, negated, to


def is_adverb(scene: Scene, j: int) -> bool:
    """Whether word *j* can stand between a subject and its verb."""
    t = scene.tags[j]
    if t & ADVERB:
        return not t & (DETERMINER | TIME)
    word = scene.words.words[j]
    return word.endswith("ly") and word.islower() and len(word) > 4  # noqa: PLR2004


def _is_verb(scene: Scene, cue: Cue, i: int, first: int, unit: Unit, *, bare: bool) -> bool:
    """Whether the words around a cue allow a verb."""
    tags, lowers, bits = scene.tags, scene.words.lowers, scene.bits
    following = lowers[i + 1] if i + 1 < unit.last and not bits[i + 1] & BREAK else ""
    if first == unit.first or bits[first] & BREAK:
        if cue.form & ING and cue.frames & GERUND:
            return following in _CLAUSAL or bool(
                i + 1 < unit.last and (tags[i + 1] & (DETERMINER | PRONOUN) or scene.mark_at[i + 1] >= 0)
            )
        return not (bare and cue.form & BASE and first == unit.first)
    before, word = tags[first - 1], lowers[first - 1]
    if word == "s" and bits[first - 1] & JOIN:
        return False
    if not bare:
        return True
    if before & (DETERMINER | POSSESSIVE) and not before & (PRONOUN | RELATIVE):
        return False
    if before & PREPOSITION and not cue.form & ING:
        return False
    if cue.form & PARTICIPLE and not cue.form & PAST_FORM:
        return False
    if (before & NUMBER or word.isdigit()) and cue.frames & NOUN:
        return False
    if cue.form & PARTICIPLE and cue.frames & NOUN and cue.frames & OBJECT and _attributive(scene, i, unit):
        return word.endswith("s") or scene.capital(first - 1)
    if cue.lemma == "say":
        return True
    if cue.form & BASE and not cue.form & PAST_FORM:
        plural = bool(before & (SUBJECT | RELATIVE)) or word.endswith("s") or word in _PLURALS
        plural = plural or word.isdigit() or bool(before & CONJUNCTION)
        return plural and (not cue.frames & NOUN or following in _CLAUSAL)
    if cue.form & THIRD and cue.frames & NOUN:
        if before & (SUBJECT | RELATIVE):
            return True
        if following == "that" and first - 2 >= unit.first and tags[first - 2] & DETERMINER:
            return not word.endswith("s")
        if not scene.capital(first - 1) or before & PREPOSITION or i + 1 >= unit.last:
            return following in _CLAUSAL and following != "that" and not word.endswith("s")
        return following in _CLAUSAL or bool(tags[i + 1] & (DETERMINER | PRONOUN))
    if cue.form & ING and cue.frames & GERUND:
        return bool(before & (PREPOSITION | SUBORDINATOR | CONJUNCTION)) and bool(
            following in _CLAUSAL or (i + 1 < unit.last and tags[i + 1] & (DETERMINER | PRONOUN))
        )
    return True


def _attributive(scene: Scene, i: int, unit: Unit) -> bool:
    """Whether a participle at word *i* stands before its noun: 'alleged schemes'."""
    j = i + 1
    if j >= unit.last or scene.bits[j] & BREAK or scene.capital(j) or scene.mark_at[j] >= 0:
        return False
    word = scene.words.lowers[j]
    return scene.tags[j] & ~NUMBER == 0 and word.islower() and not word.endswith(("ly", "ing"))


# Verbs before "to say" that tell of an act of saying, of a refusal, or of an act of their object.
_DOES: Final = frozenset("continued continues proceeded began begins appeared seemed managed dared used".split())
_REFUSES: Final = frozenset(
    "declined declines decline declining refused refuses refuse refusing failed fails unwilling reluctant unable".split()
)
_LEADS: Final = frozenset("led leading prompted prompting forced forcing moved caused causing compelled provoked".split())
_TAKES: Final = frozenset("took takes taking turned turns".split())
_GOES: Final = frozenset("went goes going gone".split())
_SITES: Final = frozenset("twitter facebook instagram x media".split())


def _governor(scene: Scene, j: int, floor: int) -> tuple[int, bool] | None:
    """Return the first word of the verb that governs the "to" behind word *j*, and whether it refuses.

    Of 'led her to say' that is "to" itself: 'her' is the subject.
    """
    if j < floor:
        return None
    lowers = scene.words.lowers
    word = lowers[j]
    if word in _REFUSES:
        return j, True
    if word in _DOES:
        return j, False
    if word == "on" and j > floor and lowers[j - 1] in _GOES:
        return j - 1, False
    if word == "as" and j > floor + 1 and lowers[j - 1] == "far":
        return j - 3, False
    if word in _SITES:
        for k in range(j - 1, max(floor, j - 4) - 1, -1):
            if lowers[k] in _TAKES:
                return k, False
        return None
    start = j if scene.tags[j] & PRONOUN else left_phrase(scene, j + 1, floor)
    if floor < start <= j and lowers[start - 1] in _LEADS:
        return j + 1, False
    return None
