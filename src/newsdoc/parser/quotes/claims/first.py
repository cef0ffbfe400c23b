"""First phrases: who speaks is what a unit opens with, where no verb before the cue shows it."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.tags import (
    AUXILIARY,
    BODY,
    CLITIC,
    CONJUNCTION,
    DETERMINER,
    NO_SPEAKER,
    POSSESSIVE,
    PREPOSITION,
    TIME,
    TITLE,
)
from newsdoc.model import Role
from newsdoc.parser.gaps import BREAK, COLON, COMMA
from newsdoc.parser.phrases import Phrase, right_phrase
from newsdoc.parser.quotes.clauses import ends_many, opens_subject, perhaps_verb
from newsdoc.parser.quotes.scene import Scene, Unit

_NO_VERB: Final = AUXILIARY | BODY | CLITIC | CONJUNCTION | DETERMINER | PREPOSITION


def first_phrase(scene: Scene, unit: Unit, before: int) -> Phrase | None:
    """Return the noun phrase that the unit opens with, where no verb before *before* shows.

    Headlines leave their verbs out ('Mayor “blindsided” by closure, says …'),
    others cannot be told from nouns: 'The report lists', 'Holt, citing'.
    """
    first, in_body = unit.first, scene.blocks[unit.block].role is Role.BODY
    if not in_body:
        colon = scene.broken(COLON, first, before)
        if colon < before and (acting := _acts_in_heading(scene, colon, before)):
            return colon, acting  # 'Port strike: Norland sends troops and says'
    while first < before and scene.tags[first] & CONJUNCTION:
        first += 1
    if first >= before or scene.mark_at[first] >= 0 or not opens_subject(scene, first):
        return None
    acts = scene.lowers[first].endswith("ing") and not scene.tags[first + 1] & TITLE
    if acts and not scene.names(scene.words.words[first]):
        return None  # 'Taking it a step further, “…”', but 'Acting mayor Roe, says'
    end = right_phrase(scene, first, before, full=True)
    if end == first + 1 and ends_many(scene, end, before):
        end += 1
    if in_body and _is_no_subject(scene, first, end):
        return None
    if not in_body and scene.bits[before] & COMMA:
        told = (j + 1 for j in range(first, end - 1) if _acts(scene, j, first))
        end = next(told, end)  # 'Police chief quits, citing'
    timed = end < before and scene.tags[end] & TIME  # 'A week later'
    if end == first + 1 and (timed or scene.tags[first] & NO_SPEAKER):
        return None  # 'Interview: "…"'
    verb = end - 1 > first and perhaps_verb(scene, end - 1)
    return first, end - 1 if verb else end


def _acts_in_heading(scene: Scene, first: int, before: int) -> int:
    """Return the verb in the present behind a name at *first*, or 0 where there is none."""
    end = first
    while end < before and scene.capital(end):
        end += 1
    acts = first < end < before and scene.lowers[end].endswith("s") and not scene.bits[end]
    return end if acts and not scene.tags[end] & (PREPOSITION | CLITIC | AUXILIARY) else 0


def _acts(scene: Scene, j: int, first: int) -> bool:
    """Whether a verb of a heading stands behind the noun at *j*: 'Police chief | quits'.

    It has the number of a role, a body, or the name that opens the heading.
    """
    tags, verb = scene.tags, j + 1
    tells = tags[j] & (TITLE | BODY) or (j == first and scene.names(scene.words.words[j]))
    if not tells or tags[verb] & (_NO_VERB | TITLE) or not scene.words.words[verb].islower():
        return False
    return scene.lowers[j].endswith("s") != scene.lowers[verb].endswith("s")


def _is_no_subject(scene: Scene, first: int, end: int) -> bool:
    """Whether what opens a sentence acts on nothing: 'Follow the rules', 'Bottom line: shake'."""
    if end >= len(scene.words):
        return False
    if scene.words.gaps[end] == ": " and scene.mark_at[end] < 0:
        return True
    bare = (
        end == first + 1 and not scene.tags[first] and scene.tags[end] & (DETERMINER | POSSESSIVE)
    )
    return bool(bare) and not scene.bits[end] & BREAK and not scene.names(scene.words.words[first])
