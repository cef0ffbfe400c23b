"""Clauses: whose verb is whose, as far as it can be told without a tagger.

Where the speaker does not stand beside the cue ("…, adding that", "… and said",
a marked span without a cue), it is the subject of a clause to the left. This
module reads the clauses of a unit from left to right: each verb that shows
itself, with the subject before it and how the clause is tied to the others.
"""

from __future__ import annotations

from typing import Final, Literal

from attrs import define

from newsdoc.lexicon.tags import (
    ADVERB,
    ADVERBIAL,
    AUXILIARY,
    BOUND,
    CLITIC,
    COMPLEMENTIZER,
    CONJUNCTION,
    CUE,
    DETERMINER,
    MONTH,
    NEGATION,
    NUMBER,
    PAST,
    PERHAPS_PAST,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    WEEKDAY,
)
from newsdoc.parser.gaps import BREAK, CLOSE, COMMA, DASH, JOIN, MARK
from newsdoc.parser.phrases import Phrase, apposed_phrase, is_verb, left_phrase
from newsdoc.parser.quotes.clauses.groups import is_adverb
from newsdoc.parser.quotes.clauses.times import without_time
from newsdoc.parser.quotes.scene import Scene

_WHO: Final = frozenset({"who", "which", "that"})
_AMBIGUOUS: Final = frozenset({"it", "one", "you"})  # pronouns that may be no subject
EMPTY: Final = frozenset({"it", "that", "there", "these", "this", "those", "what"})  # of a person
_CLOSED: Final = (
    PREPOSITION
    | CONJUNCTION
    | DETERMINER
    | ADVERB
    | SUBORDINATOR
    | COMPLEMENTIZER
    | PRONOUN
    | CLITIC
)


# How a clause is tied to what stands before it.
Tie = Literal[
    "main",
    "joined",  # 'and she left'
    "adverbial",  # 'when she left'
    "content",  # 'that she left'
    "relative",  # 'who left'
]


@define(eq=False)
class Clause:
    """A clause: the words of its subject, its verb, and its tie."""

    subject: Phrase
    verb: int
    tie: Tie


def read_clauses(scene: Scene, first: int, last: int) -> list[Clause]:
    """Return the clauses with a subject of their own whose verbs stand from *first* to *last*."""
    tags, mark_at = scene.tags, scene.mark_at
    found: list[Clause] = []
    floor = j = first
    while j < last:
        if mark_at[j] >= 0:
            j = floor = j + 1
            continue
        if not _shows_verb(scene, j, first):
            j += 1
            continue
        clause = _clause(scene, j, floor, first)
        if clause is not None:
            found.append(clause)
        j += 1
        while j < last and tags[j] & _GROUP:
            j += 1
        if clause is None or clause.tie != "relative":
            floor = j
    return found


_GROUP: Final = AUXILIARY | NEGATION | CLITIC | ADVERB


def _shows_verb(scene: Scene, j: int, first: int) -> bool:
    """Whether word *j* shows itself as a finite verb."""
    t, word = scene.tags[j], scene.words.words[j]
    if t & _CLOSED and not t & (AUXILIARY | PAST | CLITIC) and not word.endswith("ed"):
        return False  # the quick answer to most
    if j > first and scene.lowers[j - 1] == "to":
        return False
    if is_verb(scene, j):
        return True
    if j == first or not word.islower():
        return False
    before = scene.tags[j - 1]
    if t & CLITIC:
        return before & SUBJECT > 0
    return not t & _CLOSED and _is_present(scene, j, before)


def _is_present(scene: Scene, j: int, before: int) -> bool:
    """Whether word *j*, of no closed class, is a verb in the present by the words around it."""
    lowers = scene.lowers
    if scene.bits[j] & (BREAK | JOIN) or before & (DETERMINER | PRONOUN) == DETERMINER:
        return False
    if before & SUBJECT and lowers[j - 1] not in _AMBIGUOUS:
        return True
    if j + 1 >= len(scene.words):
        return False
    if not scene.capital(j - 1):  # 'The bank cut its rate'
        object_ = scene.tags[j + 1] & (DETERMINER | PRONOUN) and not scene.bits[j + 1] & BREAK
        return bool(object_ and scene.tags[j] & PERHAPS_PAST)
    if scene.tags[j] & (CUE | PERHAPS_PAST):
        return not lowers[j].endswith("ing")
    opens = scene.tags[j + 1] & (DETERMINER | PREPOSITION | PRONOUN | COMPLEMENTIZER)
    if not lowers[j].endswith("s") or not opens or lowers[j + 1] == "of":
        return False  # 'U.S. sales of', or 'Rural schools “at risk”', whose first word is no name
    return not scene.opens_mark(j + 1) or scene.names(scene.words.words[j - 1])


def _clause(scene: Scene, verb: int, floor: int, first: int) -> Clause | None:
    """Return the clause of the verb at word *verb*, its subject not left of *floor*."""
    tags, bits = scene.tags, scene.bits
    begin = verb
    while begin > floor and (is_adverb(scene, begin - 1) or scene.lowers[begin - 1] == "not"):
        begin -= 1
    if begin <= floor:
        return None
    if bits[begin] & (COMMA | DASH):
        phrase = apposed_phrase(scene, begin, floor)
    elif bits[begin] & (BREAK & ~CLOSE):
        return None
    elif scene.lowers[begin - 1] in _WHO:
        return Clause((begin - 1, begin), verb, "relative")
    elif tags[begin - 1] & (CONJUNCTION | PREPOSITION):
        return None
    else:
        end = without_time(scene, begin, floor)
        phrase = left_phrase(scene, end, floor), end
    if phrase is None or phrase[0] >= phrase[1]:
        return None
    return Clause(phrase, verb, _tie(scene, phrase[0], first))


def _tie(scene: Scene, start: int, first: int) -> Tie:
    """How the clause whose subject starts at word *start* is tied to what stands before it."""
    if start == first or scene.bits[start] & BREAK:
        return "main"
    while start - 1 > first and _grades(scene, start - 1):
        start -= 1  # 'that even she left', 'where about 50 men left'
    t = scene.tags[start - 1]
    if t & ADVERBIAL:
        return "adverbial"
    return "joined" if t & (CONJUNCTION | ADVERB) else "content"


def _grades(scene: Scene, j: int) -> bool:
    """Whether the adverb or number at *j* stands before a noun phrase and belongs to it."""
    t = scene.tags[j]
    return bool(t & (ADVERB | NUMBER) or (t & BOUND and not t & ADVERBIAL))


def opens_subject(scene: Scene, j: int) -> bool:
    """Whether word *j*, the first of its sentence, can open the subject."""
    t = scene.tags[j]
    if scene.lowers[j] in EMPTY:
        return False
    if t & (DETERMINER | PRONOUN):
        return True
    return not t & (_CLOSED | TIME | WEEKDAY | MONTH | CUE)


def perhaps_verb(scene: Scene, j: int) -> bool:
    """Whether word *j*, the last of a phrase, may be the verb behind it: 'The report lists'."""
    t, word = scene.tags[j], scene.words.words[j]
    form = t & (CUE | PERHAPS_PAST) or word.endswith("s")
    if not form or not word.islower() or scene.bits[j] & (BREAK & ~COMMA | JOIN):
        return False
    if j + 1 == len(scene.words):
        return False
    opens = DETERMINER | PREPOSITION | PRONOUN | COMPLEMENTIZER | ADVERB
    return bool(scene.tags[j + 1] & opens or scene.bits[j + 1] & MARK)


def ends_many(scene: Scene, j: int, before: int) -> bool:
    """Whether a plural at *j* ends the phrase that a sentence opens with: 'Local men fear'."""
    verb = j + 1
    if verb >= before or scene.bits[j] & BREAK or scene.bits[verb] & BREAK:
        return False
    word, t = scene.words.words[j], scene.tags[j]
    plural = word.islower() and (word.endswith("s") or t & PLURAL)
    acts = scene.words.words[verb].islower() and not perhaps_verb(scene, j)
    return bool(plural and acts) and not t & (CUE | PAST | AUXILIARY)


def speaking_clause(scene: Scene, clauses: list[Clause], before: int) -> Clause | None:
    """Return the clause whose subject speaks where word *before* has no subject of its own."""
    lowers = scene.lowers
    held: Clause | None = None
    for clause in reversed(clauses):
        if clause.verb >= before or _is_inserted(scene, clause, before):
            continue
        if clause.tie == "content":
            if lowers[clause.subject[0] - 1] == "that":
                held = held or clause
        elif clause.tie == "adverbial" and lowers[clause.subject[0] - 1] == "after":
            if not scene.bits[before] & COMMA:  # but 'She quit after he won, saying'
                return clause
        elif clause.tie == "relative":
            if _goes_on(scene, clause, before):
                return clause
        else:  # 'It has not helped that she left, saying'
            return held if held and lowers[clause.subject[0]] == "it" else clause
    return next((c for c in clauses if c.verb < before), None)


def _goes_on(scene: Scene, clause: Clause, before: int) -> bool:
    """Whether a relative clause holds a participle at *before*: 'Roe, who left after saying'."""
    acts = scene.lowers[before].endswith("ing")
    if not acts or scene.lowers[clause.subject[0]] != "who":
        return False
    held = scene.tags[before - 1] & (PREPOSITION | SUBORDINATOR)
    return held > 0 and scene.comma(clause.verb, before) == before


def _is_inserted(scene: Scene, clause: Clause, before: int) -> bool:
    """Whether dashes part a clause from what goes on at *before*: 'Roe — it rained — and said'."""
    if not scene.bits[clause.subject[0]] & DASH:
        return False
    return bool(scene.bits[before - 1] & DASH and scene.tags[before - 1] & CONJUNCTION)
