"""What goes on with a noun: prepositions, 'a doctor at', and relative clauses, 'who left'."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.tags import (
    ASIDE,
    AUXILIARY,
    BODY,
    CUE,
    DETERMINER,
    FORUM,
    MEDIUM,
    MONTH,
    NUMBER,
    PAPER,
    PAST,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    TITLE,
    WHO,
)
from newsdoc.parser.gaps import BREAK
from newsdoc.parser.phrases.borders import WHEN, Gapped, is_verb, is_year

# Where and how something is said, without an article: 'in court', 'on condition of anonymity';
# and what is to come: 'a report to be released'.
_SETTINGS: Final = frozenset({"be", "behalf", "condition", "court", "parliament", "social"})
_CROWD: Final = frozenset({"applause", "boos", "cheers", "journalists", "laughter", "reporters"})
_TO_WHOM: Final = frozenset({"in", "to"})  # before 'his', or a crowd
_SOUNDS: Final = frozenset({"tone", "voice"})
_STATES: Final = frozenset({"aware", "briefed", "close", "familiar", "involved", "opposed"})
_IN_NAMES: Final = frozenset({"Against", "Beyond", "Without"})  # of bodies
_TIES: Final = frozenset({"from", "with"})
_TOPIC: Final = 6  # words that what is spoken of may have
_ADJUNCTS: Final = frozenset({"for", "at", "from", "in", "with", "on", "to"})


def attaches(scene: Gapped, j: int, *, apposed: bool) -> bool:
    """Whether the preposition at *j* goes on with the phrase before it: 'a doctor at …'."""
    tags, lowers = scene.tags, scene.lowers
    if lowers[j] == "of":
        return not _is_topic(scene, j)
    if scene.words.words[j] in _IN_NAMES and scene.words.words[j - 1][0].isupper():
        return True  # 'Doctors Without Walls'
    if lowers[j - 1] in _STATES:
        return True  # 'a source familiar with his remarks'
    if lowers[j] == "under":  # 'a former director under President Roe'
        return apposed
    if lowers[j] == "for" and tags[j - 1] & BODY and is_maker(scene, j + 1):
        return True  # 'the Centers for Disease Control'
    by = lowers[j] == "by" and is_maker(scene, j + 1)
    if tags[j - 1] & WHEN or not (by or lowers[j] in _ADJUNCTS):
        return False
    if by:
        return True  # 'a count by the Associated Press'
    if _is_adjunct(scene, j, apposed=apposed):
        return False
    return apposed or scene.words.words[j - 1].islower() or _is_tied(scene, j)


def _is_tied(scene: Gapped, j: int) -> bool:
    """Whether the preposition behind a name tells of whose somebody is: 'Roe from the union'."""
    bodies = (t & BODY for t in scene.tags[j + 1 : j + _TOPIC])
    return scene.lowers[j] in _TIES and any(bodies)


def _is_topic(scene: Gapped, j: int) -> bool:
    """Whether 'of' at *j* tells of what a named person spoke: 'said Roe of the new plan'.

    Behind a name, a body or a place tells whence somebody is: 'Roe of the local union'.
    """
    tags, words, k = scene.tags, scene.words.words, j + 1
    name = j - 1
    while name > 0 and words[name][0].isupper():
        name -= 1
    if name == j - 1 or not tags[name] & CUE or not tags[k] & DETERMINER:
        return False
    for m in range(k + 1, min(k + _TOPIC, len(scene.words))):
        if scene.bits[m] & BREAK:
            break
        if tags[m] & (BODY | FORUM) or words[m][0].isupper():
            return False
    return not tags[j - 1] & (BODY | TITLE)


def _is_adjunct(scene: Gapped, j: int, *, apposed: bool) -> bool:
    """Whether the preposition at *j* tells when, where or how something was said: 'in court'."""
    tags, k = scene.tags, j + 1
    if k >= len(scene.words):
        return False
    lowers = scene.lowers
    if tags[k] & WHEN or lowers[k] in _SETTINGS:
        return True
    if lowers[j] in _TO_WHOM and (tags[k] & POSSESSIVE or lowers[k] in _CROWD):
        return True  # 'said the captain to his men'
    if lowers[k].isdigit() and not apposed:  # 'in 2019', 'on 4 July', but 'six in 10'
        dated = tags[k + 1] & MONTH
        return bool(dated) or (lowers[j] == "in" and is_year(scene, k))
    if lowers[j] in {"in", "with"} and any(_sounds(scene, m) for m in range(k + 1, k + 3)):
        return True
    if tags[k] & (DETERMINER | NUMBER) and tags[k + 1] & WHEN:
        return True  # 'at the time', 'for three weeks'
    if lowers[j] == "from":
        return False  # 'reports from local press'
    near = range(k, min(k + 3, len(scene.words)))
    return any(tags[m] & MEDIUM and scene.words.gaps[m] != "-" for m in near)  # not 'the co-op'


def _sounds(scene: Gapped, j: int) -> bool:
    """Whether word *j* tells how something was said: 'with a smile', 'in a low voice'."""
    if j >= len(scene.words):
        return False
    said = scene.tags[j] & CUE and scene.lowers[j - 1] in {"a", "an"}
    return bool(said) or scene.lowers[j] in _SOUNDS


def is_maker(scene: Gapped, j: int) -> bool:
    """Whether word *j*, behind 'by', opens who has made something: 'a report by the auditor'."""
    words = scene.words.words
    return j < len(scene.words) and (scene.tags[j] & DETERMINER > 0 or words[j][0].isupper())


def opens_relative(scene: Gapped, j: int) -> bool:
    """Whether word *j* opens a relative clause."""
    return bool(scene.tags[j] & WHO) or scene.lowers[j] == "that"


def relates(scene: Gapped, j: int, start: int) -> bool:
    """Whether a relative clause opens at *j*: 'who …', 'a source involved in …'."""
    if opens_relative(scene, j):
        return True
    if scene.words.words[j].endswith("ing"):
        return _acts(scene, j)
    paper = scene.tags[j - 1] & (PAPER | MEDIUM) > 0  # 'data released Friday'
    if scene.lowers[j] == "involved" and scene.words.words[j - 1][0].isupper():
        return not scene.bits[j] & BREAK  # 'Democrats involved in the talks'
    if scene.tags[j] & (AUXILIARY | PAST) or not scene.words.words[j - 1].islower():
        return False
    return (paper or j > start + 1) and is_verb(scene, j)


def _acts(scene: Gapped, j: int) -> bool:
    """Whether a participle at *j* tells what somebody does: 'a man calling himself Paul'.

    Those of saying tell what the speaker does next: 'said the mayor adding that'.
    """
    k = j + 1
    if k >= len(scene.words) or scene.tags[j - 1] & ~(TITLE | PLURAL | BODY | PAPER):
        return False
    if not scene.words.words[j - 1].islower():
        return False
    if scene.lowers[k].endswith(("self", "selves")):
        return True
    opens = scene.tags[k] & (PREPOSITION | DETERMINER) or scene.words.words[k][0].isupper()
    return bool(opens) and not scene.tags[j] & (CUE | PREPOSITION | ASIDE | MEDIUM | PAPER)
