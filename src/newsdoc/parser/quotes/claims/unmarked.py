"""Words without marks before an attribution: content, or an adverbial of it."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.speech import CLAUSE, HEARS, THAT
from newsdoc.lexicon.tags import (
    ADVERB,
    ADVERBIAL,
    AUXILIARY,
    CONJUNCTION,
    CUE,
    DETERMINER,
    MONTH,
    PAST,
    PERHAPS_PAST,
    PREPOSITION,
    PRONOUN,
    SUBORDINATOR,
    TIME,
    WEEKDAY,
    WHO,
)
from newsdoc.model import Stance
from newsdoc.parser.gaps import BREAK, COMMA, DASH
from newsdoc.parser.phrases import INDEFINITE, behind_bound, is_number, is_verb, right_phrase
from newsdoc.parser.quotes.claims.around import has_verb
from newsdoc.parser.quotes.claims.behind import Behind
from newsdoc.parser.quotes.claims.subjects import is_forum
from newsdoc.parser.quotes.clauses.finite import is_finite
from newsdoc.parser.quotes.clauses.groups import GROUP, is_adverb
from newsdoc.parser.quotes.clauses.verbs import Verb
from newsdoc.parser.quotes.scene import Scene

BEFORE_CLAUSE: Final = PREPOSITION | SUBORDINATOR | ADVERB  # opens what stands before a clause
_NO_VERB: Final = ADVERBIAL | CONJUNCTION | DETERMINER | PREPOSITION | SUBORDINATOR | WHO
_WANTING: Final = frozenset({"became", "includes", "needs", "requires", "seems", "want", "wants"})
_CLAUSE: Final = 16  # words: no other verb stands so near
_FINITE: Final = AUXILIARY | PAST
_CLOSED: Final = BEFORE_CLAUSE | CONJUNCTION | DETERMINER | PRONOUN  # before no noun
_REDUCED: Final = (["by"], ["in"], ["on"], ["to"])  # behind a participle that describes a noun


def is_content(scene: Scene, verb: Verb, first: int, end: int, right: Behind) -> bool:
    """Whether unmarked words before an attribution are content, not an adverbial before it."""
    if verb.stance is Stance.WITHHOLDS and not _is_withheld(scene, first, end):
        return False  # 'The co-author, Ann Roe, did not reply'
    who = verb.subject.phrase if verb.subject else None
    if who and scene.lowers[first] == "of" and is_number(scene, who[0]):
        return False  # 'Of the 120 farms that replied, 58% agreed'
    if not verb.cue.frames & CLAUSE:
        return _is_found(scene, verb, first, end, right)
    t, k = scene.tags[first], behind_bound(scene, first, end)
    if k > first and not scene.tags[k + 1] & TIME and any(is_verb(scene, j) for j in range(k, end)):
        t = 0  # 'Around 40 men, led by Roe, sang'; not 'About six minutes into the match'
    participle = scene.lowers[first].endswith(("ing", "ed"))
    if right.kind == "mark" and scene.capital(right.at):
        opens = t & (BEFORE_CLAUSE | CONJUNCTION) or participle  # 'Asked about it, he said, "…"'
        return not opens and has_verb(scene, first, end)
    asked = is_asked(scene, first + 1 if t & SUBORDINATOR else first)  # 'Asked', 'When asked'
    if right.kind == "mark" and (
        asked or (t & BEFORE_CLAUSE and not _has_clause(scene, first, end))
    ):
        return False  # 'Asked why', or 'In May', 'he said "some of it" was late'
    told_when = right.kind == "end" and t & SUBORDINATOR and verb.stance is Stance.ASSERTS
    if told_when and not _holds_main(scene, first, end):
        return False  # 'If they asked him, he would reply with a letter'
    told = _tells(scene, first, end) or _acts_behind(scene, first, end)
    inserted = right.kind != "end" and scene.bits[end] & COMMA > 0
    if t & PREPOSITION:  # 'In May, he said, it was'; not 'he confessed to the theft, saying'
        inserted = inserted and right.at == verb.last + 1 and not scene.tags[right.at] & ADVERBIAL
    if end - first == 1:
        return inserted
    return inserted or told or not (t & BEFORE_CLAUSE or participle)


def _tells(scene: Scene, first: int, end: int) -> bool:
    """Whether the words hold a clause, unlike 'In a two-hour recorded interview'."""
    start = first + 1
    if start < end and scene.lowers[start] in INDEFINITE:
        verb = next((j for j in range(start, end - 1) if is_verb(scene, j)), start)
        if not (scene.tags[verb] & _FINITE or scene.tags[verb + 1] & _CLOSED):
            start = verb + 1  # 'recorded interview', 'signed letter'
    # 'even Lund, the chairman, is in trouble'
    parted = (j for j in range(start, end) if scene.tags[j] & AUXILIARY and scene.bits[j] & COMMA)
    return has_verb(scene, start, end) or next(parted, 0) > 0


def _acts_behind(scene: Scene, first: int, end: int) -> bool:
    """Whether a clause stands behind an adjunct whose verb may be a noun: 'Here, a car hit a tree'.

    A past form that may be a noun shows it, or an object behind the subject and its verb.
    """
    opener = scene.comma(first + 1, end)
    if opener >= end or not scene.tags[first] & BEFORE_CLAUSE:
        return False
    behind = right_phrase(scene, opener, end, full=False)
    if any(scene.tags[j] & PERHAPS_PAST for j in range(opener + 2, behind - 1)):
        return True
    return behind < end and scene.tags[behind] & DETERMINER > 0 and not scene.bits[behind] & BREAK


def _holds_main(scene: Scene, first: int, end: int) -> bool:
    """Whether a main clause stands behind the clause that opens at word *first*: 'If so, it ends'.

    'So it rains' is one, and words in marks are said in any case.
    """
    if scene.lowers[first] == "so" or scene.mark_at[first] >= 0:
        return True
    main = scene.comma(first, end)
    return main < end and (has_verb(scene, main, end) or _acts_behind(scene, first, end))


def wants_more(scene: Scene, floor: int, i: int) -> bool:
    """Whether words before a credit at *i* are no clause: 'It is, says Roe, a mess', 'In May'."""
    tags, t, j = scene.tags, scene.tags[floor], i
    while j - 1 > floor and (tags[j - 1] & GROUP or is_adverb(scene, j - 1)):
        j -= 1
    cut = any(tags[k] & AUXILIARY and not scene.capital(k) for k in range(j, i))
    if cut or scene.lowers[i - 1] in _WANTING:
        return not any(is_verb(scene, k) for k in range(max(floor, i - _CLAUSE), min(j, i - 1)))
    if not t & BEFORE_CLAUSE or scene.mark_at[floor] >= 0:
        return False
    clause = t & SUBORDINATOR and not _holds_main(scene, floor, i)  # 'If it rains'
    return clause > 0 or (not has_verb(scene, floor, i) and scene.comma(floor + 1, i) == i)


def parts_clause(scene: Scene, floor: int, i: int, end: int, last: int, *, plain: bool) -> bool:
    """Whether commas hold a credit in a clause whose verb shows behind it or is *plain*: 'hurt'."""
    if end >= last or not scene.bits[i] & scene.bits[end] & (COMMA | DASH):
        return False
    if wants_more(scene, floor, i):
        return not scene.tags[end] & (CONJUNCTION | WHO) and scene.lowers[end] != "then"
    verb = end + (end + 1 < last and is_adverb(scene, end))  # 'never worked'
    acts = is_finite(scene, verb) or (plain and not scene.tags[end] & _NO_VERB)
    return acts and scene.comma(floor + 1, i) == i


def _is_withheld(scene: Scene, first: int, end: int) -> bool:
    """Whether words can be what somebody would not say: 'Whether it would rain, he did not say'.

    A clause of the main speaker's goes on: 'He said that though he wrote, she did not reply'.
    """
    return has_verb(scene, first, end) and not any(
        scene.lowers[j] == "that" and scene.tags[j - 1] & CUE for j in range(first + 1, end)
    )


def _is_found(scene: Scene, verb: Verb, first: int, end: int, right: Behind) -> bool:
    """Whether words are the content of a cue behind them that takes no bare clause: 'X found'."""
    if not verb.cue.frames & THAT:
        return False
    who, j = verb.subject.phrase if verb.subject else None, verb.last + 1
    if verb.cue.frames & HEARS and not (who and is_forum(scene, *who)):
        return False  # 'It was late, he heard'
    timed = right.at == j or scene.tags[right.at - 1] & (WEEKDAY | MONTH | TIME)
    if timed and scene.bits[end] & scene.bits[right.at] & COMMA:  # 'It was, he ruled, "a breach"'
        told = has_verb(scene, first, end)
        return told or parts_clause(scene, first, end, right.at, len(scene.words), plain=False)
    if right.kind != "end":
        return False  # ', he agreed to pay'
    if right.at > j + 1 and scene.tags[j] & PREPOSITION:
        j += 1  # ', a report found on Monday'
    return right.at == j or bool(scene.tags[j] & (WEEKDAY | TIME))


def is_asked(scene: Scene, j: int) -> bool:
    """Whether a participle of saying stands at word *j*: 'Asked about it, he said'."""
    return scene.tags[j] & CUE > 0 and scene.lowers[j].endswith("ed")


def _has_clause(scene: Scene, first: int, end: int) -> bool:
    """Whether words hold a clause, unlike 'On the form obtained by the paper'."""
    if not scene.tags[first] & PREPOSITION:
        return has_verb(scene, first, end)
    verbs = (j for j in range(first, end) if has_verb(scene, j, j + 1))
    return any(
        not scene.bits[j] & COMMA and scene.lowers[j + 1 : j + 2] not in _REDUCED for j in verbs
    )
