"""Verbs: whether a word that can be a cue is one here, and what it does.

A cue is read with the group before it (`newsdoc.parser.quotes.clauses.groups`). Where none
stands there, `newsdoc.parser.quotes.clauses.doubtful` tells verb from noun.
"""

from __future__ import annotations

from typing import Final, Literal

from attrs import define, evolve

from newsdoc.lexicon.speech import (
    BASE,
    CLAUSE,
    ING,
    NOUN,
    PARTICIPLE,
    PAST_FORM,
    PHRASE,
    SPEECH,
    THING,
    VOICES,
    WITHHELD,
    Cue,
)
from newsdoc.lexicon.tags import (
    ACTING,
    ADVERB,
    AUXILIARY,
    BE,
    CLITIC,
    CONJUNCTION,
    CUE,
    DETERMINER,
    GIVEN_NAME,
    HAVE,
    MARKED,
    MEDIUM,
    NEGATION,
    POSSESSIVE,
    PREPOSITION,
    REFUSING,
    SUBJECT,
    TIME,
    WEEKDAY,
)
from newsdoc.model import Role, Stance
from newsdoc.parser.gaps import BREAK, COMMA, JOIN, MARK, STOP
from newsdoc.parser.phrases import Phrase, ends_as_adverb
from newsdoc.parser.quotes.clauses.doubtful import follows_subject, opens_as_verb
from newsdoc.parser.quotes.clauses.groups import (
    AMID,
    FLOATS,
    Group,
    floats,
    governor_of,
    group_before,
    refused_at,
    stands_amid,
)
from newsdoc.parser.quotes.clauses.phrased import phrase_at, view_at
from newsdoc.parser.quotes.clauses.times import time_inside
from newsdoc.parser.quotes.scene import Scene, Unit

_PLAIN: Final = frozenset({"add", "decline", "note", "refuse", "say", "warn"})
_GROUPED: Final = AUXILIARY | NEGATION | CLITIC | ADVERB
_BEFORE: Final = frozenset({"easier", "worth"})  # what is worth noting, nobody notes
_QUOTED: Final = frozenset({"cited", "quoted", "recorded", "reported"})  # 'as saying'
_JOINED: Final = {"according": "to", "words": "of"}  # what ends a cue phrase
_SUBJECT: Final = 5  # words: a name and a role before a verb
_HELPING: Final = MARKED | ACTING  # 'used', 'likes'
_HEARER: Final = 5  # words: from a verb behind who is told to 'that'
_MOST: Final = 60  # cues that are read in one unit


# Where a subject was found: beside its verb, as a relative pronoun, or it is that of
# a clause to the left.
How = Literal["own", "relative", "shared"]


@define(eq=False)
class Subject:
    """The subject of a verb: its words, or None where it is that of another clause."""

    phrase: Phrase | None
    how: How


@define(eq=False)
class Verb:
    """A cue with its verb group.

    Attributes:
        i: the cue's word.
        cue: what the lexicon knows of it.
        first: the first word of the group.
        head: the first word of the cue as it is handed on ('declined' of 'declined to say').
        last: its last word ('out' of 'pointed out').
        stance: what the speaker does with the content.
        finite: whether it has a subject of its own, unlike a participle.
        to: whether it is an infinitive.
        passive: whether the subject is spoken to or of.
        noun: whether it is no verb here: 'according to', 'the claim that'.
        subject: who speaks, once it is read; None where it has no subject.
    """

    i: int
    cue: Cue
    first: int
    head: int
    last: int
    stance: Stance
    finite: bool
    to: bool = False
    passive: bool = False
    noun: bool = False
    subject: Subject | None = None


def read_verbs(scene: Scene, unit: Unit) -> list[Verb]:
    """Return what the cues of a unit are here: verbs, nouns, heads of phrases."""
    cues, phrases = scene.speech.cues, scene.speech.phrases
    lowers, end = scene.lowers, unit.last - 1
    found: list[Verb] = []
    for i in unit.cues[:_MOST]:
        word = lowers[i]
        alone = cues.get(word)
        cue, last = alone, i
        if word in phrases:
            cue, last = phrase_at(scene, phrases[word], i, end) or (cue, i)
        if cue and cue.frames & ~NOUN == VOICES and not view_at(scene, last + 1, end):
            continue
        thing = alone if alone and alone.frames & THING else None
        names = thing and names_marks(scene, i, unit.first)
        verb = _verb_at(scene, cue, i, last, unit) if cue and not names else None
        if cue and found and _is_joined(scene, cue, i, found[-1], unit):
            verb = _with(found.pop(), cue, i, last)
        if verb is not None:
            found.append(verb)
        elif thing:
            found.append(_noun_at(scene, thing, i))
    return found


def _is_joined(scene: Scene, cue: Cue, i: int, before: Verb, unit: Unit) -> bool:
    """Whether the cue at word *i* shares the group of the verb before it: 'confirm nor deny'."""
    if before.last != i - 2 or before.noun or not before.cue.form & cue.form:
        return False
    if not scene.tags[i - 1] & CONJUNCTION or (scene.bits[i - 1] | scene.bits[i]) & BREAK:
        return False
    # '“It is safe,” Roe said and added that': the one closes what is said, the other opens more.
    opens = "that" in scene.lowers[i + 1 : i + _HEARER]
    near = range(before.first, max(before.first - _SUBJECT, unit.first), -1)
    return not (opens and any(scene.bits[j] & (COMMA | MARK) for j in near))


def _with(before: Verb, cue: Cue, i: int, last: int) -> Verb:
    """Return the verb that two cues in one group make."""
    if before.stance is Stance.WITHHOLDS:
        return evolve(before, i=i, cue=cue, last=last)
    return evolve(before, i=i, cue=cue, head=i, last=last, stance=cue.stance)


def names_marks(scene: Scene, i: int, floor: int) -> bool:
    """Whether the noun at word *i* names the marked words before it: 'his "47 percent" remark'."""
    if i <= floor or scene.bits[i] & (COMMA | STOP):
        return False
    k = scene.mark_at[i - 1]
    if k < 0 or scene.marks[k].first <= floor:
        return False
    first = scene.marks[k].first
    return bool(scene.tags[first - 1] & POSSESSIVE) or scene.lowers[first - 1] == "s"


def _verb_at(scene: Scene, cue: Cue, i: int, last: int, unit: Unit) -> Verb | None:
    """Return the verb of the cue that stands from word *i* to *last*, or None if it is none."""
    if not cue.form:
        return _noun_at(scene, cue, i) if cue.frames & PHRASE else None
    gaps = scene.words.gaps
    governs = cue.form & ING and scene.tags[i] & PREPOSITION  # 'questions regarding the “deal”'
    helps = scene.tags[i] & _HELPING == _HELPING and _helps(scene, i)
    if governs or helps or gaps[i] == "-" or _is_named(scene, i, unit):
        return None
    if i > unit.first and (scene.lowers[i - 1] in _BEFORE or _is_aside(scene, cue, i)):
        return None  # 'it is worth noting that', 'easier said than done'
    passive = bool(cue.form & PARTICIPLE) and _by_follows(scene, cue, last + 1, unit)
    if i == unit.first or scene.bits[i] & BREAK:
        is_verb = opens_as_verb(scene, cue, i, unit, bare=i == unit.first)
    else:
        before = scene.lowers[i - 1]
        if passive and before == "as":  # 'as reported by X'
            return Verb(i, cue, i, i, last, cue.stance, finite=True, passive=True)
        if before == "as" and (quoted := _quoted_at(scene, i, unit.first)):
            return Verb(i, cue, quoted, i, last, cue.stance, finite=True)
        if cue.form & ING and (refused := refused_at(scene, i, unit.first)) >= 0:
            return _refused(scene, cue, i, last, refused, unit)
        if _is_grouped(scene, cue, i, unit):
            return _grouped(scene, cue, i, last, unit)
        is_verb = follows_subject(scene, cue, i, i, unit)
    if not is_verb or cue.frames & WITHHELD:
        return None
    return Verb(i, cue, i, i, last, cue.stance, not cue.form & ING, passive=passive)


def _helps(scene: Scene, i: int) -> bool:
    """Whether a verb that takes marked words helps another here: 'as he used | to say'."""
    return scene.lowers[i + 1] == "to" and scene.tags[i + 2] & (CUE | MARKED) == CUE


def _quoted_at(scene: Scene, i: int, floor: int) -> int:
    """Return where the group opens of 'was quoted as saying', which ends with word *i*, or 0."""
    quoted = i - 2
    if quoted <= floor or scene.lowers[quoted] not in _QUOTED:
        return 0
    is_aux = scene.tags[quoted - 1] & BE
    while quoted > floor and is_aux and scene.tags[quoted - 1] & AUXILIARY:
        quoted -= 1
    return quoted if is_aux else 0


def _is_grouped(scene: Scene, cue: Cue, i: int, unit: Unit) -> bool:
    """Whether what stands before the cue at word *i* belongs to a verb: 'had said', 'both said'."""
    before, bits = scene.lowers[i - 1], scene.tags[i - 1]
    if bits & SUBJECT and not bits & _GROUPED:
        return False  # 'he said', the most common
    if before in FLOATS:
        return floats(scene, i - 1, unit.first)
    if before in AMID and not bits & CONJUNCTION and stands_amid(scene, i - 1, unit.first):
        return True  # 'is of course saying'
    if (
        bits & _GROUPED
        or (cue.form & ING and before in scene.speech.lists["phases"])
        or before == "to"
    ):
        return True
    if before[-2:] == "ly" and ends_as_adverb(scene, i - 1):
        return True
    parted = cue.form & (BASE | PARTICIPLE)
    return bool(parted) and time_inside(scene, i, unit.first, cue.form) > 0


def _is_aside(scene: Scene, cue: Cue, i: int) -> bool:
    """Whether a verb stands alone between two commas: 'no better than, say, a pond'."""
    both = scene.bits[i] & COMMA and i + 1 < len(scene.words) and scene.bits[i + 1] & COMMA
    return bool(both and cue.form & BASE)


def _refused(scene: Scene, cue: Cue, i: int, last: int, at: int, unit: Unit) -> Verb:
    """Return the participle at *i* that the word *at* makes one of silence.

    Who is not silent says it: 'never stopped saying'.
    """
    if scene.tags[at] & PREPOSITION or scene.lowers[at] == "far":  # 'without saying'
        return Verb(i, cue, i, at, last, Stance.WITHHOLDS, finite=False)
    verb = at - 1 if scene.lowers[at] == "short" and at > unit.first else at
    group = group_before(scene, cue, verb, unit.first)
    if group.negated:
        return Verb(i, cue, group.before + 1, i, last, cue.stance, finite=True)
    return Verb(i, cue, group.before + 1, verb, last, Stance.WITHHOLDS, finite=True)


def _is_named(scene: Scene, i: int, unit: Unit) -> bool:
    """Whether its capital makes the word at *i* a part of a name: 'in the United States, …'."""
    if i == unit.first or not scene.capital(i) or scene.bits[i] & BREAK:
        return False
    in_heading = scene.blocks[unit.block].role is not Role.BODY
    return not in_heading and (i + 1 >= unit.last or not scene.capital(i + 1))


def _by_follows(scene: Scene, cue: Cue, j: int, unit: Unit) -> bool:
    """Whether 'by' at word *j* makes a participle passive: 'a tax added Monday by the city'."""
    if not cue.frames & (CLAUSE | SPEECH):
        j = _behind_name(scene, j, unit.last)
    while j < unit.last and scene.tags[j] & (WEEKDAY | TIME):
        j += 1
    if j + 1 >= unit.last or scene.lowers[j] != "by" or scene.bits[j] & (BREAK & ~MARK):
        return False
    if scene.lowers[j + 1].endswith("ing") or scene.tags[j + 1] & WEEKDAY:
        return False  # 'began by saying', 'said by Monday it would fail'
    return not scene.tags[j + 1] & (MEDIUM | TIME)  # 'said by phone'


def _behind_name(scene: Scene, j: int, last: int) -> int:
    """Return the word behind what something is called at *j*: 'called “a farce” by'."""
    mark = j
    while mark < last and not scene.bits[mark] & BREAK and _leads_to(scene, mark):
        mark += 1
    named = mark < last and scene.opens_mark(mark)
    return scene.marks[scene.mark_at[mark]].last if named else j


def _leads_to(scene: Scene, j: int) -> bool:
    """Whether word *j* stands before a name: 'described as a “farce”'."""
    return scene.lowers[j] == "as" or scene.tags[j] & DETERMINER > 0


def _grouped(scene: Scene, cue: Cue, i: int, last: int, unit: Unit) -> Verb | None:
    """Return the verb of a cue with what stands in its group: see `_verb_at`."""
    group = group_before(scene, cue, i, unit.first)
    if not _is_verb(scene, cue, i, group, unit):
        return None
    first, head, stance = group.before + 1, i, cue.stance
    if group.negated:
        if not group.aux and scene.lowers[i - 1] == "not":
            return None  # 'candidates not named in it': no verb of its own is negated so
        stance = Stance.WITHHOLDS
    if group.to and _is_yet_to(scene, i, unit.first):
        stance, first, head = Stance.WITHHOLDS, i - 3, i - 2
    elif group.to:
        governor = governor_of(scene, group.before, unit.first)
        if governor is None:
            return None
        first = governor
        if scene.tags[governor] & REFUSING:
            stance, head = Stance.WITHHOLDS, governor
        if governor <= group.before:
            first = group_before(scene, cue, governor, unit.first).before + 1
    if cue.frames & WITHHELD and stance is not Stance.WITHHOLDS:
        return None
    helped = group.aux[0] & BE if group.aux else _by_follows(scene, cue, last + 1, unit)
    passive = bool(cue.form & PARTICIPLE and helped)
    finite = group.to or bool(group.aux) or not cue.form & ING
    return Verb(i, cue, first, head, last, stance, finite, group.to, passive)


def _is_yet_to(scene: Scene, i: int, floor: int) -> bool:
    """Whether the infinitive at word *i* has not been: 'has yet to say'."""
    has = i - 3
    return has > floor and scene.lowers[i - 2] == "yet" and scene.tags[has] & HAVE > 0


def _noun_at(scene: Scene, cue: Cue, i: int) -> Verb:
    """Return what stands for a verb where the cue at word *i* is a noun or the head of a phrase."""
    first = max(0, i - 2) if cue.lemma == "words" else i  # 'in the words of'
    joined = scene.lowers[i + 1] == _JOINED.get(cue.lemma)
    return Verb(i, cue, first, first, i + joined, cue.stance, False, False, False, True)


def _is_verb(scene: Scene, cue: Cue, i: int, group: Group, unit: Unit) -> bool:
    """Whether the words around a cue, and around the group before it, allow a verb."""
    first = group.before + 1
    bare = not (group.aux or group.to)
    if first == unit.first or scene.bits[first] & BREAK:
        return opens_as_verb(scene, cue, i, unit, bare=bare and first == unit.first)
    if scene.lowers[first - 1] == "s" and scene.bits[first - 1] & JOIN:
        return _follows_shop(scene, cue, group)
    if not bare:
        return not group.aux or _fits(cue, group.aux[0])
    return follows_subject(scene, cue, i, first, unit)


def _follows_shop(scene: Scene, cue: Cue, group: Group) -> bool:
    """Whether the 's before a verb ends a name: 'Moody's said', 'Wendy's did not say'.

    Before 'to' the verb is a passive, 'Roe's said to be ill', and most other verbs
    describe a noun there: 'Roe's claimed expenses'.
    """
    name = group.before - 1
    if name < 0 or not scene.capital(name):
        return False
    if group.aux:
        return _fits(cue, group.aux[0])
    plain = cue.lemma in _PLAIN and cue.form & PAST_FORM
    return bool(plain) and not scene.tags[name] & GIVEN_NAME  # 'Jane's said she will go'


def _fits(cue: Cue, aux: int) -> bool:
    """Whether the form of the cue can stand behind the auxiliary: 'have claims' holds a noun."""
    if aux & HAVE:
        return bool(cue.form & PARTICIPLE)
    return bool(cue.form & (BASE | PARTICIPLE | ING))
