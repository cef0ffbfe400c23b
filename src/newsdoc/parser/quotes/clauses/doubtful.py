"""Doubtful verbs: half of the verbs of saying are nouns as well ('claims', 'reports').

Where no auxiliary tells, the words on both sides do.
"""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.speech import (
    BASE,
    CLAUSE,
    GERUND,
    INFINITIVE,
    ING,
    LISTENER,
    MARKS,
    NOUN,
    OBJECT,
    PAPERS,
    PARTICIPLE,
    PAST_FORM,
    SPEECH,
    THINGS,
    THIRD,
    Cue,
)
from newsdoc.lexicon.tags import (
    ALONE,
    BODY,
    CONJUNCTION,
    CUE,
    DETERMINER,
    MEDIUM,
    NO_ADVERB,
    NUMBER,
    PAPER,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    TITLE,
    WHO,
)
from newsdoc.parser.gaps import BREAK, COLON, COMMA
from newsdoc.parser.phrases import WHEN, is_verb, left_phrase
from newsdoc.parser.quotes.claims.around import has_verb, opens_clause
from newsdoc.parser.quotes.clauses.judging import judges
from newsdoc.parser.quotes.clauses.tails import with_contact
from newsdoc.parser.quotes.clauses.third import (
    CLAIMING,
    CLAUSAL,
    OBJECTS,
    closes_marks,
    follows,
    is_taken,
    third_is_verb,
)
from newsdoc.parser.quotes.scene import Scene, Unit

_BEFORE_GERUND: Final = PREPOSITION | SUBORDINATOR | CONJUNCTION | MEDIUM  # 'a note warning that'
_NOUNS: Final = BODY | TITLE  # tags of nouns that can speak
_PARTS: Final = frozenset({"few", "half", "majority", "many", "most", "percent", "some"})  # of many
_ONE: Final = frozenset({"a", "an", "one", "this"})
_HOUSES: Final = frozenset({"no", "number"})
_THAT: Final = frozenset({"that", "this"})  # of one thing; 'that' may relate to many
_ADJECTIVAL: Final = frozenset({"allege", "claim", "propose", "report"})  # 'alleged schemes'
_ADJECTIVES: Final = frozenset(  # and no nouns: none ends a subject
    {"biggest", "earlier", "largest", "latest", "major", "new", "newly", "previous", "recent"}
)
_ADJUNCT: Final = 12  # words: between a participle and what it announces
_CRIMINAL: Final = frozenset({"charged", "convicted", "guilty"})
_KINDS: Final = BODY | TITLE | MEDIUM | PAPER | NUMBER | NO_ADVERB  # tags of singular nouns
_SAYS: Final = frozenset({"declined", "said", "say", "told"})
_WARNED: Final = CLAUSAL | {"about", "against", "of"}  # behind who warns


def opens_as_verb(scene: Scene, cue: Cue, i: int, unit: Unit, *, bare: bool) -> bool:
    """Whether a cue with nothing before its group is a verb."""
    if cue.form & ING and cue.frames & GERUND:
        return _opens_content(scene, i + 1, unit.last) or _announces(scene, i + 1, unit.last)
    return not (bare and cue.form & BASE) and not _is_apposed(scene, cue, i, unit.last)


def _is_apposed(scene: Scene, cue: Cue, i: int, last: int) -> bool:
    """Whether commas hold a participle with what hangs on it: 'The note, found on a bus, read'."""
    hangs = i + 1 < last and scene.tags[i + 1] & PREPOSITION and not scene.bits[i + 1] & BREAK
    if not (hangs and cue.form & PARTICIPLE and scene.bits[i] & COMMA) or cue.frames & LISTENER:
        return False
    end = scene.comma(i + 2, min(last, i + _ADJUNCT))
    if end >= last or not scene.bits[end] & COMMA or scene.lowers[end].endswith("ing"):
        return False
    return scene.tags[end] & CUE > 0 or is_verb(scene, end)


def _announces(scene: Scene, j: int, last: int) -> bool:
    """Whether 'that' or marks follow an adjunct at word *j*: 'writing in a note that'."""
    if j >= last or not scene.tags[j] & PREPOSITION:
        return False
    for k in range(j + 1, min(last, j + _ADJUNCT)):
        if scene.lowers[k] == "that" or scene.opens_mark(k):
            return True
        if scene.bits[k] & BREAK:
            break
    return False


def _opens_content(scene: Scene, j: int, last: int) -> bool:
    """Whether content of a verb begins at word *j*."""
    return j < last and (scene.tags[j] & (DETERMINER | PRONOUN) > 0 or scene.mark_at[j] >= 0)


def follows_subject(scene: Scene, cue: Cue, i: int, first: int, unit: Unit) -> bool:
    """Whether a cue without auxiliaries is a verb behind the words before its group."""
    before, form = scene.tags[first - 1], cue.form
    if form == PARTICIPLE:
        return False
    if not _ends_subject(before, cue):  # 'residents we spoke to said'
        spoken = before & PREPOSITION and form & PAST_FORM
        return bool(spoken and with_contact(scene, first - 1, unit.first, first))
    if form & ING and before & PREPOSITION and scene.lowers[first - 2] in _CRIMINAL:
        return False  # 'pleaded guilty to threatening'
    if form & PARTICIPLE and _describes(scene, cue, i, first, unit):
        return False
    if before & ALONE and form & PARTICIPLE and scene.bits[first - 1] & COMMA:
        return bool(cue.frames & (CLAUSE | INFINITIVE))  # ', some said', but ', many addressed to'
    if cue.frames & NOUN and _is_compound(scene, cue, i, first, unit):
        return False
    if form & PAST_FORM or cue.lemma == "say":
        return True
    return _reads_as_verb(scene, cue, i, first, unit)


def _describes(scene: Scene, cue: Cue, i: int, first: int, unit: Unit) -> bool:
    """Whether what may be a participle at *i* describes the noun before it, or behind it."""
    lowers, before, behind = scene.lowers, first - 1, follows(scene, i, unit)
    if behind in _SAYS:
        return True  # 'most of those questioned said'
    if behind == "to" and cue.form & BASE and not cue.frames & INFINITIVE:
        return True  # 'the winds forecast to hit the coast'
    if scene.words.gaps[first][0] in "'’" and scene.mark_at[before] < 0:
        return True  # 'the nurses’ proposed pay rise'
    if lowers[before] in _ADJECTIVES:
        return True  # 'the latest alleged scandal'
    counts = scene.tags[before] & (NUMBER | ALONE) > 0 or lowers[before].isdigit()
    counted = counts and lowers[first - 2] not in _HOUSES  # 'No 10 told'
    stands_before = counted or lowers[before] == "her"  # 'her alleged ties'
    return stands_before and _attributive(scene, i, unit)


def _ends_subject(before: int, cue: Cue) -> bool:
    """Whether a word with the tags *before* can end the subject of a form of a verb."""
    if before & (DETERMINER | POSSESSIVE) and not before & (PRONOUN | RELATIVE):
        noun = cue.form & ING or (cue.form & THIRD and cue.frames & NOUN)
        return bool(before & ALONE) and not noun  # 'some said', but 'some claims'
    return not before & PREPOSITION or bool(cue.form & ING)


def _is_compound(scene: Scene, cue: Cue, i: int, first: int, unit: Unit) -> bool:
    """Whether a cue that can be a noun goes on with the words before it: '12 claims'."""
    word = scene.lowers[first - 1]
    if word in _ADJECTIVES:
        return True  # 'recent comments he made'
    if scene.tags[first - 1] & NUMBER or word.isdigit():
        return not cue.form & (PAST_FORM | ING)  # 'one reported that', 'with one commenting'
    if cue.form & PARTICIPLE and cue.frames & OBJECT and _attributive(scene, i, unit):
        if scene.tags[first - 1] & CONJUNCTION and cue.lemma not in _ADJECTIVAL:
            return not has_verb(scene, unit.first, first)  # 'spoke and demanded fresh elections'
        return not word.endswith("s") and not scene.capital(first - 1)
    return False


def _reads_as_verb(scene: Scene, cue: Cue, i: int, first: int, unit: Unit) -> bool:
    """Whether a cue that can be a noun or an adjective as well reads as a verb."""
    form, frames = cue.form, cue.frames
    if (
        frames & PAPERS
        and form & (BASE | THIRD)
        and told_by(scene, left_phrase(scene, first, unit.first), first) & PAPER
    ):
        return True
    if form & BASE:
        if (
            frames & NOUN
            and not _is_they(scene, first)
            and not _says_marks(scene, i, unit)
            and not judges(scene, cue, i, unit)
            and follows(scene, i, unit) not in CLAUSAL
            and not _takes_clause(scene, cue, i, first, unit)
            and not closes_marks(scene, i, first, unit)
            and not (_closes(scene, i + 1, unit) and _stands_apart(scene, first, unit))
        ):
            return False
        return _is_plural(scene, first - 1) or _has_plural_head(scene, first, unit.first)
    if form & THIRD and frames & NOUN:
        if _is_sounded(frames) and not scene.bits[i + 1] & (COMMA | COLON):
            return False  # 'executive orders “too dear”'
        taken = is_taken(scene, first, unit.first)  # 'blasted Republican claims that'
        return not taken and third_is_verb(scene, cue, i, first, unit)
    if form & ING and _names_kind(scene, cue, i, unit):
        return False
    if form & ING and frames & GERUND:
        before = scene.tags[first - 1] & _BEFORE_GERUND
        marked = i + 1 < unit.last and scene.opens_mark(i + 1)  # 'a hat reading "…"'
        if follows(scene, i, unit) in _WARNED and _is_attended(scene, first, unit.first):
            return True
        return marked or (bool(before) and _opens_content(scene, i + 1, unit.last))
    return True


def _is_they(scene: Scene, first: int) -> bool:
    """Whether a pronoun stands before word *first*: 'They note it', but 'the F.B.I. report'."""
    who = scene.tags[first - 1] & (SUBJECT | WHO) == SUBJECT
    return who and scene.words.gaps[first] == " "


def _is_sounded(frames: int) -> bool:
    """Whether a cue tells nothing but how marked speech sounds: 'barked', 'ordered'."""
    return bool(frames & SPEECH) and not frames & (CLAUSE | MARKS)


def _names_kind(scene: Scene, cue: Cue, i: int, unit: Unit) -> bool:
    """Whether a form in -ing at *i* tells what kind a noun is: 'design and branding firm'."""
    noun = i + 1
    if cue.frames & (OBJECT | INFINITIVE) or not cue.frames & (MARKS | THINGS):
        return False
    if noun >= unit.last or scene.bits[noun] & BREAK or scene.tags[i - 1] & PREPOSITION:
        return False  # 'by tweeting back'
    word = scene.words.words[noun]
    if scene.tags[noun] & ~_KINDS or not word.islower() or word.endswith(("ing", "s")):
        return False
    marked = noun + 1 < unit.last and scene.mark_at[noun + 1] >= 0
    return not marked and not opens_clause(scene, noun, unit.last)


def _is_attended(scene: Scene, end: int, floor: int) -> bool:
    """Whether people before word *end* stand behind 'with': 'with doctors warning of delays'."""
    start = left_phrase(scene, end, floor)
    many = _is_plural(scene, end - 1) or scene.capital(end - 1) or scene.tags[end - 1] & _NOUNS
    return bool(many) and start > floor and scene.lowers[start - 1] == "with"


def _takes_clause(scene: Scene, cue: Cue, i: int, first: int, unit: Unit) -> bool:
    """Whether a clause behind word *i* makes it a verb: 'Critics claim the plan is dead'.

    So does any object where the many before it open the sentence: 'Critics claim the plan fails'.
    """
    if scene.tags[i] & PREPOSITION or i + 1 >= unit.last:
        return False  # 'looks like the plan is dead'
    if follows(scene, i, unit) not in OBJECTS:
        opens = cue.lemma in CLAIMING and opens_clause(scene, i + 1, unit.last)
        return opens and left_phrase(scene, first, unit.first) == unit.first
    if opens_clause(scene, i + 1, unit.last):
        return True
    return first == unit.first + 1 and _is_plural(scene, unit.first)


def told_by(scene: Scene, first: int, last: int) -> int:
    """Return the tags of what a noun phrase is: of 'a poll by the union' those of 'poll'."""
    head = next((j for j in range(first + 1, last) if _hangs(scene, j)), last) - 1
    return scene.tags[head] | scene.tags[last - 1]


def _hangs(scene: Scene, j: int) -> bool:
    """Whether what opens at word *j* hangs on a noun: 'in Hull', 'released on', 'seen by'."""
    if scene.tags[j] & (PREPOSITION | WHO) or is_verb(scene, j):
        return True
    by = scene.lowers[j + 1] == "by"
    return by and not scene.tags[j] & PAPER


def _says_marks(scene: Scene, i: int, unit: Unit) -> bool:
    """Whether marks right behind word *i* make it a verb: 'Residents blast “cruel” plan'."""
    if i + 1 >= unit.last or scene.tags[i] & PREPOSITION:  # 'shows like “Home”'
        return False
    return scene.opens_mark(i + 1)


def _is_plural(scene: Scene, j: int) -> bool:
    """Whether word *j* can end a subject in the plural."""
    word = scene.lowers[j]
    if word in _THAT:
        return word == "that" and not scene.tags[j - 1] & PREPOSITION  # 'for that reason that'
    if scene.tags[j] & (SUBJECT | RELATIVE | PLURAL | CONJUNCTION):
        return True
    counted = scene.tags[j] & NUMBER and word != "one"
    return bool(counted) or word.endswith("s") or word.isdigit() or word in _PARTS


def _has_plural_head(scene: Scene, end: int, floor: int) -> bool:
    """Whether the noun phrase that ends before word *end* is plural: 'critics of the plan'."""
    start = left_phrase(scene, end, floor)
    if scene.lowers[start] in _ONE or scene.tags[end - 1] & POSSESSIVE:
        return False
    for j in range(start + 1, end - 1):
        if scene.tags[j] & CONJUNCTION:
            return scene.words.words[j] == "and"  # 'Roe and Vale'
        if scene.tags[j] & PREPOSITION:
            described = j - 2 == start or scene.lowers[j - 1].endswith("ed")
            return _is_plural(scene, j - 1) or (described and _is_plural(scene, j - 2))
    return False  # 'papers filed on Monday', 'people familiar with it'


def _closes(scene: Scene, j: int, unit: Unit) -> bool:
    """Whether a sentence ends at word *j*, or with when or where: ', experts report today'."""
    return j >= unit.last or bool(scene.tags[j] & WHEN)


def _stands_apart(scene: Scene, end: int, unit: Unit) -> bool:
    """Whether a comma parts the phrase that ends before word *end* from what is before."""
    start = left_phrase(scene, end, unit.first)
    return start > unit.first and scene.bits[start] & COMMA > 0


def _attributive(scene: Scene, i: int, unit: Unit) -> bool:
    """Whether a participle at word *i* stands before its noun: 'alleged schemes'."""
    j = i + 1
    if j >= unit.last or scene.bits[j] & BREAK or scene.capital(j) or scene.mark_at[j] >= 0:
        return False
    word = scene.lowers[j]
    plain = scene.tags[j] & ~(NUMBER | NO_ADVERB) == 0
    return plain and word.islower() and not word.endswith("ing")
