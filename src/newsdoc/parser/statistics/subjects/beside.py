"""What stands right before a figure that no verb tells of: who owns it, what is so far away.

Arnley's 5 million            who has what was told of another
a cave 40 miles from Arnley   what is so far away
and Arnley 5 percent          of whom the verb before tells as well
"""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags
from newsdoc.model import UnitKind
from newsdoc.parser.drafts import Pair
from newsdoc.parser.statistics.page import APOSTROPHES, BARE, BLANKS, OWNS_MANY, SIGNS, Figure, Page
from newsdoc.parser.statistics.subjects import phrases
from newsdoc.parser.statistics.subjects.adjuncts import TIMED, behind_times
from newsdoc.parser.statistics.subjects.clauses import NO_NOUN
from newsdoc.parser.statistics.subjects.described import SIZED
from newsdoc.parser.statistics.subjects.finite import stands_for_verb
from newsdoc.parser.statistics.subjects.moved import TO, beside_clause
from newsdoc.parser.statistics.subjects.simple import simple
from newsdoc.parser.statistics.subjects.verbs import is_finite

_CLOSED_BY: Final = {" (": ") ", " - ": " - ", " — ": " — ", " – ": " – ", "—": "—"}
_AND: Final = frozenset({"and", "but", "while"})
_NO_HEAD: Final = NO_NOUN | TIMED | tags.PERHAPS_PAST | tags.CLITIC | tags.NEGATION
_FEW: Final = 6  # words from a figure to the next with the same verb
_ADJECTIVES: Final = ("able", "al", "ed", "er", "est", "ing", "ive", "ous", "st")
_OWNED_AS: Final = (*_ADJECTIVES, "ant", "ent", "ful", "ic", "less")
_MEAGRE: Final = frozenset(
    {"full", "hefty", "huge", "meager", "meagre", "measly", "mere", "modest", "net", "own",
     "paltry", "record", "shock", "tiny", "whole"}
)  # fmt: skip
# A look at a member of an enum takes as long as a call.
_LENGTH: Final = UnitKind.LENGTH
_BETTER: Final = (UnitKind.MONEY, UnitKind.PERCENT, UnitKind.PERCENTAGE_POINT, UnitKind.POINT)
_OWNED: Final = (UnitKind.MONEY, UnitKind.PERCENT, UnitKind.NUMBER)


def before_figure(page: Page, figure: Figure, i: int, front: int) -> Pair | None:
    """Return what stands right before a figure and is told of by it, verb or no verb."""
    return (
        _inserted(page, figure)
        or (figure.before is not None and _shares_verb(page, figure, figure.before))
        or (figure.before is not None and _goes_on(page, figure, figure.before))
        or (figure.unit.kind in _OWNED and _owner(page, front))
        or (_is_far(page, figure, i) and _apart(page, figure, i))
        or (figure.unit.kind in _BETTER and _with(page, figure, i))
        or None
    )


def _inserted(page: Page, figure: Figure) -> Pair | None:
    """Return what stands before a figure that is put in before its verb: 'its haul — $6m — was'."""
    tail = _CLOSED_BY.get(page.gaps[figure.front].rstrip(SIGNS))
    i = figure.last
    if figure.unit.kind is _LENGTH and page.window[i] in SIZED and i + 1 < page.high:
        before, lead = figure.before, page.window[figure.front - 1]
        if before is not None and before.last == figure.front - 1 - (lead in _AND):
            return before.subject  # 'the wall, 9 metres long and 2 metres high, holds'
        joined = page.window[i + 1] in _AND
        if page.gaps[figure.front] == ", " and (joined or page.gaps[i + 1] == ", "):
            return phrases.left(page, figure.front)
    if tail is None or i >= page.high or page.tail(figure) != tail:
        return None
    done = page.tags[i] & (tags.AUXILIARY | tags.PAST) or is_finite(page, i)
    return phrases.before_verb(page, figure.front) if done else None


def _shares_verb(page: Page, figure: Figure, before: Figure) -> Pair | None:
    """Return of whom the verb before tells as well: 'sales rose 5 percent and profit 3'."""
    aged = before.unit.kind is UnitKind.AGE and figure.unit is BARE  # 'he was 60, his aunt 54'
    if before.subject is None or not (aged or before.unit.kind is figure.unit.kind):
        return None
    end, level = figure.front, page.window[figure.front - 1]
    end -= level in TO and level == page.window[before.front - 1]  # 'was at 5 and the other at 3'
    if page.gaps[end].rstrip(SIGNS) not in BLANKS or before.behind() < end - _FEW:
        return None
    first = simple(page, end)
    joined = page.window[first - 1] in _AND
    if first == end or before.behind() != first - joined or page.lowers[first][-3:] == "ing":
        return None
    if not (joined or page.gaps[first] == ", ") or not _is_told_of(page, first, end - 1):
        return None
    return page.starts[first], page.end(end - 1)


def _goes_on(page: Page, figure: Figure, before: Figure) -> Pair | None:
    """Return of what the figure before tells, at another time: 'rose 3% now and 2% in 2031'."""
    joint = figure.front - 1
    if page.window[joint] not in _AND or before.unit is not figure.unit:
        return None
    return before.subject if behind_times(page, joint) <= before.behind() else None


def _is_told_of(page: Page, first: int, k: int) -> bool:
    """Whether the phrase from word *first* to *k* has a noun: not 'the remaining', nor 'costs'."""
    word, printed = page.lowers[k], page.words.words
    if page.tags[k] & _NO_HEAD or is_finite(page, k):
        return False
    if not printed[k].islower():
        return not any(
            printed[j][-1] == "s" and printed[j].islower() and printed[j - 1].istitle()
            for j in range(first + 1, k)
        )  # not 'Roe beats Holm'
    if page.window[first] in ("a", "an") or word.endswith(_ADJECTIVES):
        return False
    return k == first or not stands_for_verb(page, k)


def _owner(page: Page, front: int) -> Pair | None:
    """Return who has a figure that stands for a thing told before: 'up from Arnley's 5 million'."""
    k = front - (page.window[front] != "s" and page.window[front - 1] == "s")
    gap = page.gaps[front + 1].rstrip(SIGNS)
    if gap in OWNS_MANY and page.lowers[front][-1] == "s":
        k = front + 1
    elif page.window[k] != "s" or page.gaps[k] not in APOSTROPHES or gap not in BLANKS:
        return None
    elif k < front and not _is_adjective(page, front):
        return None  # not 'Arnley's sales 5 million'
    first = simple(page, k)
    timed = page.tags[k - 1] & (TIMED | tags.PRONOUN | tags.ADVERB)
    return (page.starts[first], page.end(k - 1)) if first < k and not timed else None


def _is_adjective(page: Page, k: int) -> bool:
    """Whether the word at *k* between an owner and a figure is an adjective: 'Bowen's paltry'."""
    word = page.lowers[k]
    if page.gaps[k] not in BLANKS or page.tags[k] & NO_NOUN:
        return False
    return word in _MEAGRE or (word.endswith(_OWNED_AS) and not word.endswith("ment"))


def _with(page: Page, figure: Figure, i: int) -> Pair | None:
    """Return what stands between 'with' and a comparison: 'with growth 2 points lower'."""
    move = page.known.moves.get(page.window[i]) if page.tail(figure) in BLANKS else None
    told = move is not None and "comparative" in move.uses
    return beside_clause(page, figure.front) if told else None


def _is_far(page: Page, figure: Figure, i: int) -> bool:
    """Whether a figure tells how far something is, in miles or days: '50 days away'."""
    kind = figure.unit.kind
    return kind is _LENGTH or (kind is UnitKind.DURATION and page.window[i] == "away")


def _apart(page: Page, figure: Figure, i: int) -> Pair | None:
    """Return what is so far away: 'dived in a cave 40 miles from Arnley'."""
    ahead, end = page.follows(i), figure.front
    if not (ahead == "from" or ahead in page.known.lists["beside"]) or page.gaps[end] != " ":
        return None
    first = simple(page, end)
    if page.window[end - 1] in _MEAGRE:  # 'a mere 30 minutes away'
        return None
    if first == end or page.tags[end - 1] & NO_NOUN or stands_for_verb(page, end - 1):
        return None
    led = page.tags[first] & tags.DETERMINER or page.tags[first - 1] & tags.PREPOSITION
    return phrases.left(page, end) if led else None
