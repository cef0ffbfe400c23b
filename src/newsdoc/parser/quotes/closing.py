"""Attributions that close or interrupt their content: ``content, X said``.

Each pattern is a function of a verb and what is around it that returns what it
`Found`, or None where it does not hold.
"""

from __future__ import annotations

from typing import Final

from attrs import define

from newsdoc.lexicon.speech import CLAUSE, LISTENER, PAST_FORM, SPEECH, THAT, THIRD
from newsdoc.lexicon.tags import (
    ADVERB,
    ASIDE,
    AUXILIARY,
    COMPLEMENTIZER,
    CONJUNCTION,
    CUE,
    DETERMINER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    WEEKDAY,
    WHO,
)
from newsdoc.model import Role
from newsdoc.parser.phrases import Phrase, apposed_phrase, is_verb, right_phrase
from newsdoc.parser.quotes.behind import Behind, look_right
from newsdoc.parser.quotes.rules import Rule
from newsdoc.parser.quotes.scene import (
    BREAK,
    CLOSE,
    COLON,
    COMMA,
    DASH,
    MARK,
    SEMICOLON,
    STOP,
    Scene,
    Unit,
)
from newsdoc.parser.quotes.verbs import Verb, is_adverb

_HEADS: Final = frozenset({Role.HEADLINE, Role.DECK})
_ADVERBIAL: Final = PREPOSITION | SUBORDINATOR | ADVERB  # opens what stands before a clause
_NO_NAME: Final = _ADVERBIAL | CONJUNCTION | COMPLEMENTIZER | AUXILIARY | PRONOUN
_CONTENT: Final = frozenset({"that", "bare", "colon"})  # behind a cue
_GOES_ON: Final = ",?!"  # ends marked words whose sentence goes on with the attribution
_OPENING: Final = frozenset({"He", "She", "They", "It", "We"})
_SENTENCE: Final = 4  # words: marked words behind a comma are content of their own from here on
_ALONE: Final = frozenset({"another", "both", "many", "most", "several", "some"})  # 'said another.'
_GERUND: Final = 6  # words: the verb of a gerund stands so near
_NEAR: Final = 12  # words: a marked span so near goes on with the one before


@define(eq=False)
class Found:
    """Content parts as word ranges, where the speaker stands, and the rule."""

    parts: list[Phrase]
    speaker: Phrase | None
    why: Rule


# --- content, said X ---


def inverted(scene: Scene, verb: Verb, unit: Unit, floor: int) -> Found | None:
    """`content, said X`."""
    i, j, b = verb.i, verb.i + 1, scene.bits[verb.i]
    if not b & (COMMA | DASH | MARK) or verb.first != i or i <= floor or j >= unit.last:
        return None
    marked = bool(b & MARK) and scene.mark_at[i - 1] >= 0
    if not (marked or b & (COMMA | DASH)) or not _can_invert(scene, verb):
        return None
    end = right_phrase(scene, j, unit.last, full=True)
    if scene.blocks[unit.block].role in _HEADS and _closes_heading(scene, end, unit.last):
        end = unit.last
    if end <= j or is_adverb(scene, end - 1) or not _ends_well(scene, j, end, unit.last):
        return None  # 'said dryly'
    if marked:
        closes = end >= unit.last or scene.bits[end] & BREAK
        holds = closes or not scene.tags[j] & SUBJECT
    else:
        holds = not scene.tags[j] & SUBJECT and _unmarked_inverts(scene, verb, unit, floor, end)
    return around(scene, unit, floor, (i, end), (j, end), Rule.INVERTED) if holds else None


def _closes_heading(scene: Scene, end: int, last: int) -> bool:
    """Whether the few words to the end of a heading still name who spoke in it."""
    near = last - end < _NEAR
    return near and not any(scene.bits[j] & BREAK or is_verb(scene, j) for j in range(end, last))


def _can_invert(scene: Scene, verb: Verb) -> bool:
    """Whether a verb can stand before its subject, and a noun phrase follows."""
    cue, j = verb.cue, verb.i + 1
    if not cue.form & (PAST_FORM | THIRD) or cue.lemma == "tell":
        return False
    marked = scene.bits[verb.i] & MARK
    wanted = CLAUSE | SPEECH if marked else CLAUSE
    named = begins_name(scene, j) or (marked and scene.tags[j] & POSSESSIVE)  # 'said its president'
    return bool(cue.frames & wanted and not scene.bits[j] & BREAK and named)


def begins_name(scene: Scene, j: int) -> bool:
    """Whether a noun phrase can start at word *j*."""
    t = scene.tags[j]
    if t & (POSSESSIVE | WEEKDAY | TIME):
        return False
    if scene.capital(j) or t & SUBJECT:
        return True
    if t & DETERMINER:
        return not t & (RELATIVE | COMPLEMENTIZER)
    return not t & _NO_NAME and not scene.words.lowers[j].endswith("ing")


def _ends_well(scene: Scene, first: int, end: int, last: int) -> bool:
    """Whether a noun phrase behind a verb ends as no subject of another verb does."""
    closes = end >= last or scene.bits[end] & BREAK > 0
    if end == first + 1 and scene.tags[first] & DETERMINER:
        return closes and scene.words.lowers[first] in _ALONE
    if closes:
        return True
    t = scene.tags[end]
    if t & ADVERB and end + 1 < len(scene.words):
        return not is_verb(scene, end + 1)
    opens = t & (SUBJECT | COMPLEMENTIZER) and not t & SUBORDINATOR
    return not opens and not is_verb(scene, end)


def _unmarked_inverts(scene: Scene, verb: Verb, unit: Unit, floor: int, end: int) -> bool:
    """Whether words without marks before an inverted verb are its content."""
    if verb.cue.lemma != "say" and not scene.capital(verb.i + 1):
        return False
    if verb.cue.frames & LISTENER:
        return False  # 'X, a doctor, urged Y to stay'
    subject = apposed_phrase(scene, verb.i, floor)
    if subject is not None and subject[0] == floor:
        return False  # 'X, a doctor who saw it, said Y had left'
    if has_verb(scene, floor, _main_clause(scene, floor, verb.i)):
        return True
    if end >= unit.last and scene.capital(verb.i + 1):
        return True
    return end < unit.last and scene.bits[end] & COMMA > 0 and has_verb(scene, end, unit.last)


def _main_clause(scene: Scene, first: int, end: int) -> int:
    """Return where words end without the relative clause that a comma closes before word *end*."""
    for j in range(end - 1, first, -1):
        if scene.bits[j] & COMMA:
            return j if scene.tags[j] & WHO else end
    return end


def has_verb(scene: Scene, first: int, last: int) -> bool:
    """Whether the words hold a clause, as far as it shows."""
    tags = scene.tags
    return any(tags[j] & SUBJECT or is_verb(scene, j) for j in range(first, last))


# --- content, X said ---


def trailing(scene: Scene, verb: Verb, unit: Unit, floor: int, subject: Phrase) -> Found | None:
    """`content, X said`, and `content, X said, content`."""
    start, after = subject[0], verb.last + 1
    if start <= floor or not scene.bits[start] & (COMMA | MARK | DASH):
        return None
    if after < unit.last and scene.bits[after] & COLON:
        return None
    k = scene.mark_at[start - 1]
    marked = k >= 0 and not scene.is_title(k, floor)
    goes_on = marked and scene.words.text[scene.marks[k].end - 1] in _GOES_ON
    if goes_on and scene.tags[start] & SUBJECT and scene.words.words[start] in _OPENING:
        goes_on = False  # a pronoun with a capital opens a sentence of its own
    right = look_right(scene, verb, unit.last)
    if goes_on and scene.marks[k].first > floor and scene.tags[floor] & _ADVERBIAL:
        goes_on = right.kind not in _CONTENT  # 'Although it was “late,” he said it was fine'
    if not goes_on:
        if not _closes(scene, right, marked=marked):
            return None
        if not marked and not _is_content(scene, verb, floor, start, right):
            return None
    return around(scene, unit, floor, (start, after), subject, Rule.TRAILING)


def _closes(scene: Scene, right: Behind, *, marked: bool) -> bool:
    """Whether what stands behind a cue leaves the content to what stands before it."""
    if right.kind in _CONTENT:
        return False
    if right.kind == "about":
        return marked
    return right.kind != "mark" or not scene.bits[right.at] & COLON


def _is_content(scene: Scene, verb: Verb, first: int, end: int, right: Behind) -> bool:
    """Whether unmarked words before an attribution are content, not an adverbial before it."""
    if not verb.cue.frames & CLAUSE:
        if not verb.cue.frames & THAT or right.kind != "end":
            return False
        j = verb.last + 1  # ', a report found Monday', and not ', he agreed to pay'
        closes = right.at == j or bool(scene.tags[j] & (WEEKDAY | TIME))
        return closes and has_verb(scene, first, end)
    t = scene.tags[first]
    if right.kind == "mark" and scene.capital(right.at):
        return not t & (_ADVERBIAL | CONJUNCTION) and has_verb(scene, first, end)
    if right.kind == "mark" and t & _ADVERBIAL and not has_verb(scene, first, end):
        return False  # 'In May, he said "some of it" was late'
    inserted = right.kind != "end" and scene.bits[end] & COMMA > 0
    if end - first == 1:
        return inserted
    opens = t & _ADVERBIAL or scene.words.lowers[first].endswith(("ing", "ed"))
    return inserted or not opens or has_verb(scene, first + 1, end)


# --- according to X ---


def according_to(scene: Scene, verb: Verb, unit: Unit, floor: int) -> Found | None:
    """`content, according to X` and `According to X, content`."""
    i, begin = verb.i, verb.last + 1
    if (
        begin >= unit.last
        or scene.bits[begin] & BREAK
        or not _heads_phrase(scene, verb, i == unit.first)
    ):
        return None
    while begin < unit.last - 1 and scene.tags[begin] & ADVERB:
        begin += 1
    opens = i == floor or (i == floor + 1 and scene.tags[floor] & (CONJUNCTION | ADVERB))
    end = right_phrase(scene, begin, unit.last, full=True)
    if opens and end < unit.last:
        end = _without_subject(scene, begin, end)
    if end < unit.last and not scene.bits[end] & BREAK:
        end = right_phrase(scene, begin, unit.last, full=False)
    if end < unit.last and _is_noun(scene, end):
        end = right_phrase(scene, end, unit.last, full=False)
    if end <= begin:
        return None
    if opens and scene.bits[unit.last] & COLON:
        return None  # 'According to X, a weekly:' introduces what follows
    if not opens:
        return around(scene, unit, floor, (i, end), (begin, end), Rule.ACCORDING_TO)
    comma = scene.comma(end, unit.last)
    return (
        Found([(comma, unit.last)], (begin, end), Rule.ACCORDING_TO) if comma < unit.last else None
    )


def _without_subject(scene: Scene, begin: int, end: int) -> int:
    """Return where a phrase ends that has run into the subject of the content behind it.

    'According to X, a doctor, the wards were full': what follows is no comma.
    """
    if scene.bits[end] & COMMA:
        return end
    return next((j for j in range(end - 1, begin, -1) if scene.bits[j] & COMMA), end)


def _is_noun(scene: Scene, j: int) -> bool:
    """Whether word *j* goes on with a name where no verb can follow: 'UN estimates'."""
    if scene.bits[j] & BREAK or not scene.words.words[j].islower() or is_verb(scene, j):
        return False
    return not scene.tags[j] & (_NO_NAME | DETERMINER | WEEKDAY | TIME)


def _heads_phrase(scene: Scene, verb: Verb, opens: bool) -> bool:
    """Whether a word heads a cue phrase here: 'according to X', ', per X'."""
    if verb.cue.lemma == "according":
        return scene.words.lowers[verb.i + 1] == "to"
    return (opens or scene.bits[verb.i] & COMMA > 0) and begins_name(scene, verb.i + 1)


# --- the content around an attribution ---


def around(
    scene: Scene, unit: Unit, floor: int, attribution: Phrase, speaker: Phrase, why: Rule
) -> Found | None:
    """Return the content before an attribution, and what of it goes on behind."""
    end, j = attribution
    start = _content_first(scene, floor, end)
    alone = end - start == 1 and scene.tags[start] & CONJUNCTION
    parts = [] if alone else _without_insertion(scene, start, end)
    while j < unit.last and not scene.bits[j] & (BREAK & ~CLOSE):
        j += 1
    more = _content_behind(scene, unit, floor, end, j) if j < unit.last else None
    if more is not None and why is Rule.ACCORDING_TO and scene.tags[more[0]] & ASIDE:
        more = None  # 'according to X, though …': the article goes on
    if more is not None:
        parts.append(more)
    return Found(parts, speaker, why) if parts else None


def _without_insertion(scene: Scene, start: int, end: int) -> list[Phrase]:
    """Return the parts of content in marks around words between dashes: '"A" — he paused — "B"'."""
    parts: list[Phrase] = []
    k = scene.mark_at[start]
    while k >= 0 and (last := scene.marks[k].last) < end and scene.bits[last] & DASH:
        behind = next((j for j in range(last, min(end, last + _NEAR)) if scene.opens_mark(j)), end)
        if behind >= end or not scene.bits[behind] & DASH:
            break
        parts.append((start, last))
        start, k = behind, scene.mark_at[behind]
    return [*parts, (start, end)]


def _content_behind(scene: Scene, unit: Unit, floor: int, end: int, j: int) -> Phrase | None:
    """Return the content that goes on at word *j*, behind an attribution from *end* on."""
    b, k = scene.bits[j], scene.mark_at[j]
    if b & MARK and k >= 0:
        joined = not b & (COMMA | COLON | STOP | DASH)
        if joined and (not scene.capital(j) or scene.is_title(k, floor)):
            return None
        return j, last_marked(scene, j, unit.last)
    if not b & COMMA:
        return None
    if scene.mark_at[end - 1] < 0 and not _own_act(scene, j):
        return j, unit.last
    for n in range(j, min(unit.last, j + 40)):
        if scene.bits[n] & MARK and scene.mark_at[n] >= 0:
            return (
                (n, last_marked(scene, n, unit.last)) if scene.bits[n] & (COMMA | COLON) else None
            )
        if scene.tags[n] & CUE:
            break
    return None


def last_marked(scene: Scene, j: int, last: int) -> int:
    """Return the word behind the content that opens with marks at word *j*."""
    mark = scene.marks[scene.mark_at[j]]
    end = min(mark.last, last)
    if end >= last:
        return end
    closed = scene.words.text[mark.end - 1] in ".?!,"
    more = any(scene.mark_at[k] >= 0 for k in range(end, min(last, end + _NEAR)))
    return end if closed and not more else last


def _own_act(scene: Scene, j: int) -> bool:
    """Whether the words behind a comma tell more of the speaker, not of the content."""
    lower = scene.words.lowers[j]
    if lower.endswith("ing"):  # but 'he said, raising fares would be "daft"'
        reach = min(j + _GERUND, len(scene.words))
        verb = next((k for k in range(j + 1, reach) if is_verb(scene, k)), 0)
        return not verb or not scene.tags[verb] & AUXILIARY or _broken(scene, j + 1, verb + 1)
    return lower == "with" or bool(scene.tags[j] & (CONJUNCTION | RELATIVE))


def _broken(scene: Scene, first: int, last: int) -> bool:
    """Whether punctuation or a subject of its own stands before one of the words."""
    return any(scene.bits[k] & BREAK or scene.tags[k] & SUBJECT for k in range(first, last))


def _content_first(scene: Scene, floor: int, end: int) -> int:
    """Return the word where the content that ends at *end* starts."""
    k = scene.mark_at[end - 1]
    if k >= 0:
        first = scene.marks[k].first
        own = scene.bits[first] & (COLON | COMMA | SEMICOLON) and scene.capital(first)
        long = end - first > _SENTENCE or scene.bits[first] & SEMICOLON
        if first > floor and own and long:
            return first
    start = floor
    while start < end - 1 and scene.tags[start] & CONJUNCTION and scene.mark_at[start] < 0:
        start += 1
    return start
