"""Forms in -s that may be nouns: 'the paper claims that', but 'the Gulf states that have'."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.speech import (
    INFINITIVE,
    Cue,
)
from newsdoc.lexicon.tags import (
    AUXILIARY,
    BODY,
    CONJUNCTION,
    DETERMINER,
    MEDIUM,
    PAPER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBJECT,
    TITLE,
)
from newsdoc.model import Role
from newsdoc.parser.gaps import BREAK, COMMA, MARK
from newsdoc.parser.phrases import WHEN, is_verb, left_phrase, right_phrase
from newsdoc.parser.quotes.claims.around import opens_clause
from newsdoc.parser.quotes.clauses.judging import judges, opens_known
from newsdoc.parser.quotes.scene import Scene, Unit

_NOUNS: Final = BODY | TITLE  # tags of nouns that can speak
CLAIMING: Final = frozenset({"claim"})
_SPEAKER: Final = 7  # words: no such subject is longer
_FEW: Final = 3  # words before the last of a short noun phrase
_OWNS: Final = frozenset({"one", "s"})  # before a noun, as an article is
_PARTS_OF: Final = (["in", "full"], ["in", "part"])
_PARTLY: Final = 4  # words: 'part' and the colon behind it stand so near
# What a content clause begins with, so that the word before it is a verb.
CLAUSAL: Final = frozenset({"that", "it", "he", "she", "they", "there", "to", "whether"})
# What an object begins with, so that the word before it is no noun.
OBJECTS: Final = frozenset(
    {"a", "an", "the", "him", "her", "his", "them", "their", "its", "herself", "himself"}
)


def third_is_verb(scene: Scene, cue: Cue, i: int, first: int, unit: Unit) -> bool:
    """Whether an -s form that can be a noun is a verb: 'the paper claims that'."""
    tags = scene.tags
    before = tags[first - 1]
    if before & (SUBJECT | RELATIVE):
        return True
    following = follows(scene, i, unit)
    related = following == "that" and i + 2 < unit.last
    if related and is_verb(scene, i + 2):
        return False  # 'the Gulf states that have'
    singular = scene.capital(first - 1) or not scene.lowers[first - 1].endswith("s")
    if i + 1 < unit.last and scene.opens_mark(i + 1):
        opens = left_phrase(scene, first, unit.first) == unit.first
        if singular and opens and not before & ~_NOUNS:
            return True  # 'The party's manifesto promises "…"'
        following = "that"  # marked words are content as a clause is: 'the ad claims "…"'
    if singular and (
        _shows_marks(scene, cue, i, first, unit)
        or _claims(scene, cue, i + 1, first, unit)
        or _is_as_told(scene, i, first, unit)
    ):
        return True
    if following == "that" and (
        _ends_noun(scene, first, unit.first) or scene.lowers[first - 1] == "but"
    ):
        return singular  # 'the paper claims that', 'says it is sound but notes that'
    if i + 1 < unit.last and scene.capital(first - 1):
        heads = scene.blocks[unit.block].role is not Role.BODY and scene.capital(i + 1)
        return heads or following in CLAUSAL or bool(tags[i + 1] & (DETERMINER | PRONOUN))
    if following in OBJECTS or (before & (_NOUNS | PAPER) and _names_clause(scene, i + 1, unit)):
        joined = before & CONJUNCTION > 0  # 'and calls her'
        return joined or (singular and _is_determined(scene, first, unit.first))
    if following == "to":
        return singular and bool(cue.frames & INFINITIVE)  # 'requests to its partners'
    return singular and following in CLAUSAL and following != "that"


def _is_as_told(scene: Scene, i: int, first: int, unit: Unit) -> bool:
    """Whether 'as' and a comma hold the clause of a verb at *i*: 'As Roe reports for the Mirror,'.

    'As the crew reports for duty,' nothing is told.
    """
    start, j = left_phrase(scene, first, unit.first), i + 1
    if start <= unit.first or scene.lowers[start - 1] != "as" or j + 1 >= unit.last:
        return False
    if scene.capital(i):
        return False  # 'As the United States, Britain and France'
    if scene.bits[j] & COMMA or not scene.tags[j] & PREPOSITION:
        return scene.bits[j] & COMMA > 0
    end = right_phrase(scene, j + 1, unit.last, full=False)
    known = scene.capital(end - 1) or scene.tags[end - 1] & (WHEN | MEDIUM)
    return bool(known) and end < unit.last and scene.bits[end] & COMMA > 0


def _claims(scene: Scene, cue: Cue, j: int, first: int, unit: Unit) -> bool:
    """Whether a body, a role or a name claims what at word *j* runs into its verb: 'taxes are up'.

    'The union claims members voted', but 'Compensation claims lawyers voted'.
    """
    if cue.lemma not in CLAIMING or j >= unit.last or scene.tags[j] & PREPOSITION:
        return False
    alone = first - 1 == unit.first and not scene.names(scene.words.words[unit.first])
    known = not alone and opens_known(scene, first, unit.first)
    return known and opens_clause(scene, j, unit.last)


def is_taken(scene: Scene, end: int, floor: int) -> bool:
    """Whether a bare name before word *end* stands right behind a verb in the past."""
    if not scene.capital(end - 1):
        return False
    start = left_phrase(scene, end, floor)
    taken = floor < start < end and scene.capital(start) and not scene.bits[start] & BREAK
    return taken and not scene.tags[start - 1] & AUXILIARY and is_verb(scene, start - 1)


def _names_clause(scene: Scene, j: int, unit: Unit) -> bool:
    """Whether a name runs into its verb at word *j*: 'the report claims Roe knew of it'."""
    plain = j < unit.last and scene.capital(j) and not scene.bits[j] & BREAK
    return plain and opens_clause(scene, j, unit.last)


def _ends_noun(scene: Scene, end: int, floor: int) -> bool:
    """Whether a noun that can act ends before word *end*: 'the paper', 'one man', 'her team'."""
    at = end - 2
    while at > floor and scene.words.gaps[at + 1] == "-":
        at -= 1  # 'the 44-year-old'
    if at < floor or scene.bits[at + 1] & BREAK:
        return False
    if scene.tags[at] & DETERMINER:
        return True
    acts = scene.tags[end - 1] & (_NOUNS | MEDIUM | PAPER) and not scene.capital(end - 1)
    return bool(acts) and _is_determined(scene, end, floor)


def _is_determined(scene: Scene, end: int, floor: int) -> bool:
    """Whether a noun phrase of a few words ends before word *end*: 'her campaign team'."""
    near, j = 0, end - 1
    while near < _FEW and j > floor:
        j -= 1
        near += scene.words.gaps[j + 1] != "-"  # 'the 44-year-old claims the'
        if scene.tags[j] & (DETERMINER | POSSESSIVE) or scene.lowers[j] in _OWNS:
            return True
    return False


def _shows_marks(scene: Scene, cue: Cue, i: int, first: int, unit: Unit) -> bool:
    """Whether marks near an -s form make it a verb: 'The note reads in part: "…"'."""
    if judges(scene, cue, i, unit) and opens_known(scene, first, unit.first):
        return True  # 'Union calls pay offer "insulting"'
    following = follows(scene, i, unit)
    partly = scene.lowers[i + 1 : i + 3] in _PARTS_OF
    if following == "in" and partly and _introduces(scene, i + 2, unit.last):
        return True
    closes = not following and _closes_clause(scene, i, first, unit)
    return closes or closes_marks(scene, i, first, unit)


def _closes_clause(scene: Scene, i: int, first: int, unit: Unit) -> bool:
    """Whether a subject and the verb at *i* alone close a sentence: ', the chamber estimates.'."""
    start = left_phrase(scene, first, unit.first)
    before = start > unit.first and scene.bits[start] & (COMMA | MARK)
    named = scene.tags[start] & DETERMINER or scene.capital(first - 1)
    behind = i + 1
    citing = behind < unit.last and scene.bits[behind] & COMMA and scene.capital(first - 1)
    closes = behind == unit.last or (citing and scene.lowers[behind].endswith("ing"))
    if not (before and named and closes):
        return False
    return not any(scene.tags[j] & CONJUNCTION for j in range(start, first))  # 'a mill and shows'


def _introduces(scene: Scene, j: int, last: int) -> bool:
    """Whether marks follow near: 'in part: "…"'."""
    return scene.opens_mark(
        next((k for k in range(j, min(last, j + _PARTLY)) if scene.bits[k] & BREAK), j)
    )


def follows(scene: Scene, i: int, unit: Unit) -> str:
    """Return the word behind word *i*, or nothing where punctuation comes between."""
    return scene.lowers[i + 1] if i + 1 < unit.last and not scene.bits[i + 1] & BREAK else ""


def closes_marks(scene: Scene, i: int, first: int, unit: Unit) -> bool:
    """Whether a subject behind marks and the verb at *i* attribute them: '“No,” critics claim'."""
    if i + 1 < unit.last and not scene.bits[i + 1] & BREAK and not scene.tags[i + 1] & PREPOSITION:
        return False
    start = left_phrase(scene, first, unit.first)
    if first - start > _SPEAKER or scene.lowers[start].endswith("ing"):
        return False
    return _speaks_on(scene, start, unit.first)


def _speaks_on(scene: Scene, start: int, floor: int) -> bool:
    """Whether marks end before word *start* that leave their sentence open: '“No,” the firm'."""
    k = scene.mark_at[start - 1] if start > floor else -1
    return k >= 0 and scene.words.text[scene.marks[k].end - 1] in ",?!"
