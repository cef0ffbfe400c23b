"""Attributions that open their content: ``X said content``, without the speaker.

Each pattern is a function of a verb and what is around it that returns what it
`Found`, or None where it does not hold.
"""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.speech import ABOUT, CLAUSE, INFINITIVE, LISTENER, MARKS, OBJECT, THAT, THIRD
from newsdoc.lexicon.tags import (
    ADVERB,
    ADVERBIAL,
    ASIDE,
    AUXILIARY,
    CLITIC,
    CONJUNCTION,
    CUE,
    DETERMINER,
    MARKED,
    NEGATION,
    PREPOSITION,
    QUESTION,
    REFUSING,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    WEEKDAY,
    WHO,
)
from newsdoc.model import Stance
from newsdoc.parser.phrases import is_verb, right_phrase
from newsdoc.parser.quotes.behind import Right, look_right
from newsdoc.parser.quotes.closing import Found, begins_name, last_marked
from newsdoc.parser.quotes.rules import Rule
from newsdoc.parser.quotes.scene import BREAK, COLON, COMMA, DASH, MARK, SEMICOLON, Scene, Unit
from newsdoc.parser.quotes.verbs import Verb, is_adverb

_SAY: Final = frozenset({"say", "tell"})  # what follows them is content, whatever it is
_SAID: Final = ("ed", "said", "told", "wrote", "says", "tells", "calls", "adds", "argues")
_SAYING: Final = frozenset({"say", "said", "saying", "told", "tell", "added"})
_RULES: Final = {
    "mark": Rule.MARKS,
    "colon": Rule.COLON,
    "that": Rule.THAT,
    "bare": Rule.BARE,
}
# What a cue must be able to take for what stands behind it to be content.
_TAKES: Final = {
    "mark": -1,
    "colon": -1,
    "that": CLAUSE | THAT | LISTENER | INFINITIVE | OBJECT,
    "bare": CLAUSE | OBJECT,
}
_GROUP: Final = AUXILIARY | NEGATION | CLITIC  # what stands in a verb group before its verb
_CAN_END: Final = SEMICOLON | COMMA | DASH
_CLAUSE_NEAR: Final = 16  # words: a bare clause shows its verb within so many
_MARKS_NEAR: Final = 40  # words: marked words belong to a cue before them within so many
_ASK: Final = frozenset({"ask", "beg", "request"})
_NOT_TO_BE: Final = ["not", "to", "be"]
_TERM: Final = 5  # words: from a cue to the marks that it says
_INSERTION: Final = 20  # words: no insertion between a cue and its content is longer


def leading(scene: Scene, verb: Verb, limit: int) -> Found | None:
    """`X said (that) content`."""
    frames = verb.cue.frames
    if frames & MARKS and not frames & (CLAUSE | THAT):
        start = verb.last + 1
        if start < limit and scene.bits[start] & COLON and scene.mark_at[start] >= 0:
            return Found([(start, last_marked(scene, start, limit))], None, Rule.MARKS)
        return _in_marks(scene, verb, limit)
    behind = look_right(scene, verb, limit)
    kind, start = behind.kind, behind.at
    if kind == "comma":
        found = _behind_insertion(scene, start, limit)
        if found is None and verb.cue.lemma != "say":
            return None
        kind, start = found or ("bare", start)
    if kind == "about":
        return _about(scene, verb, start + 1, limit)
    if not frames & _TAKES.get(kind, 0) or _unnamed(scene, verb, start):
        return None
    if kind == "colon" and scene.mark_at[start] < 0 and not frames & CLAUSE:
        return None
    if kind == "bare" and not _is_bare(scene, verb, start, limit):
        return None
    marked = kind == "mark"
    end = last_marked(scene, start, limit) if marked else content_end(scene, start, limit)
    return Found([(start, end)], None, _RULES[kind]) if end > start else None


def _unnamed(scene: Scene, verb: Verb, start: int) -> bool:
    """Whether somebody has asked for nothing but to stay unnamed: 'asked not to be named'."""
    return verb.cue.lemma in _ASK and scene.words.lowers[start : start + 3] == _NOT_TO_BE


def _about(scene: Scene, verb: Verb, start: int, limit: int) -> Found | None:
    """`X warned of content`, `X declined to comment on content`."""
    takes = verb.cue.frames & ABOUT or verb.stance is Stance.WITHHOLDS
    if not takes or start >= limit:
        return None
    return Found([(start, content_end(scene, start, limit))], None, Rule.ABOUT)


def _behind_insertion(scene: Scene, j: int, limit: int) -> tuple[Right, int] | None:
    """What stands behind the insertion that opens with the comma before word *j*."""
    for k in range(j, min(limit, j + _INSERTION)):
        b = scene.bits[k]
        if b & MARK and scene.opens_mark(k):
            return ("mark", k) if b & (COMMA | COLON) else None
        if scene.tags[k] & (CUE | MARKED) == CUE and scene.words.lowers[k].endswith(_SAID):
            return None  # somebody says it there
        if k > j and b & COLON:
            return "colon", k
        if k > j and b & (COMMA | DASH) and scene.words.lowers[k] == "that":
            return "that", k
    return None


def _is_bare(scene: Scene, verb: Verb, start: int, limit: int) -> bool:
    """Whether words without an opener can be the content of the cue."""
    if verb.cue.lemma in _SAY or verb.cue.frames & OBJECT:
        return True
    tags, mark_at = scene.tags, scene.mark_at
    for k in range(start, min(limit, start + _CLAUSE_NEAR)):
        if is_verb(scene, k) or (tags[k] & SUBJECT and not tags[k] & RELATIVE):
            return True
        if mark_at[k] >= 0 and not scene.is_title(mark_at[k], verb.i):
            return True
    return False


# --- words that count only in marks ---


def _in_marks(scene: Scene, verb: Verb, limit: int) -> Found | None:
    """`X called it "…"`: the words of the clause behind a cue that counts only with marks."""
    start = verb.last + 1
    if start >= limit or (scene.mark_at[start] >= 0 and not _speaks(scene, verb)):
        return None
    end, stop = _clause_with_marks(scene, start, min(limit, start + _MARKS_NEAR))
    if not end:
        return None
    tags = scene.tags
    while start < end - 1 and tags[start] & PREPOSITION and scene.mark_at[start] < 0:
        start += 1
    loose = PREPOSITION | TIME | WEEKDAY | CONJUNCTION | SUBORDINATOR
    cut = stop < limit and not scene.bits[stop] & BREAK
    if cut or (end < limit and tags[end] & loose):
        stop = end
    return Found([(start, stop)], None, Rule.CALLED)


def _clause_with_marks(scene: Scene, start: int, limit: int) -> tuple[int, int]:
    """Return the word behind the last marked one of the clause from *start*, and its end."""
    tags, bits = scene.tags, scene.bits
    end = 0
    for k in range(start, limit):
        if scene.mark_at[k] >= 0:
            end = k + 1
            continue
        b = bits[k] if k > start else 0
        if b & (SEMICOLON | DASH | COLON):
            return end, k
        if b & COMMA and not end and _says_next(scene, k, limit):
            return 0, k  # 'X criticized Y, Z shot back, "…"'
        if b & COMMA and (end or tags[k] & (CONJUNCTION | RELATIVE | SUBORDINATOR)):
            return end, k
        if tags[k] & CONJUNCTION and _says_on(scene, k + 1, limit):
            return end, k
    return end, limit


def _says_next(scene: Scene, j: int, limit: int) -> bool:
    """Whether a name or pronoun and a cue open a clause at word *j*."""
    opens = j + 1 < limit and (scene.capital(j) or scene.tags[j] & SUBJECT)
    return bool(opens and scene.tags[j + 1] & CUE and not scene.bits[j + 1] & BREAK)


def _speaks(scene: Scene, verb: Verb) -> bool:
    """Whether a verb right before marks has a speaker, unlike 'a class called "Home"'."""
    before = verb.first - 1
    if verb.first != verb.i or scene.tags[before] & (SUBJECT | RELATIVE) or verb.cue.form & THIRD:
        return True
    return scene.capital(before)


# --- where content ends ---


def content_end(scene: Scene, start: int, limit: int) -> int:
    """Return the word behind the content that starts, without marks, at word *start*."""
    tags, bits, mark_at = scene.tags, scene.bits, scene.mark_at
    begin = start + 1
    for j, (b, t) in enumerate(zip(bits[begin:limit], tags[begin:limit], strict=True), begin):
        if not (b & _CAN_END or t & CONJUNCTION):
            continue
        if mark_at[j] >= 0 and not (b & COMMA and mark_at[j - 1] < 0):
            continue
        if b & SEMICOLON or (b & (COMMA | DASH) and j > start + 1 and _leaves(scene, j, limit)):
            return j
        if t & CONJUNCTION and not tags[j - 1] & _GROUP and _says_on(scene, j + 1, limit):
            return j  # but 'has not yet said' goes on
    return limit


def _leaves(scene: Scene, j: int, limit: int) -> bool:
    """Whether the article's own words go on behind the comma or dash before word *j*."""
    t, b = scene.tags[j], scene.bits[j]
    if t & ASIDE or (b & COMMA and t & CUE and scene.words.lowers[j].endswith("ing")):
        return True
    if b & COMMA and _speaks_next(scene, j + 1 if t & (ADVERBIAL | CONJUNCTION) else j, limit):
        return True
    if b & COMMA and t & WHO and scene.tags[j + 1] & SUBJECT and _says_marked(scene, j + 2, limit):
        return True
    if b & COMMA and scene.words.lowers[j] == "with" and _said_by(scene, j, limit):
        return True
    if not b & DASH or not t & (CONJUNCTION | DETERMINER):
        return False
    return not any(scene.bits[k] & DASH for k in range(j + 1, min(limit, j + _MARKS_NEAR)))


def _says_marked(scene: Scene, j: int, limit: int) -> bool:
    """Whether the cue at word *j* says the marked words that follow: ', which he called "…"'."""
    if j >= limit or not scene.tags[j] & CUE or scene.bits[j] & BREAK:
        return False
    return any(scene.opens_mark(k) for k in range(j + 1, min(limit, j + _TERM)))


def _said_by(scene: Scene, j: int, limit: int) -> bool:
    """Whether 'with' at *j* opens what somebody adds: ', with Roe calling it "…"'."""
    for k in range(j + 1, min(limit, j + _INSERTION)):
        if scene.bits[k] & BREAK:
            break
        if scene.tags[k] & CUE and scene.words.lowers[k].endswith("ing"):
            return True
    return False


def _speaks_next(scene: Scene, j: int, limit: int) -> bool:
    """Whether somebody says something from word *j* on: 'when he told', 'Duarte said'."""
    tags, bits, lowers = scene.tags, scene.bits, scene.words.lowers
    if j + 1 >= limit or not (tags[j] & SUBJECT or scene.capital(j)):
        return False
    j += 1
    while j < limit and scene.capital(j) and bits[j] & BREAK == 0:
        j += 1  # 'D'Souza', 'Jane Roe'
    helped = False
    while j < limit and not bits[j] & BREAK and (tags[j] & _GROUP or is_adverb(scene, j)):
        helped = helped or bool(tags[j] & AUXILIARY)
        j += 1
    if j >= limit or bits[j] & BREAK or tags[j] & (CUE | MARKED) != CUE:
        return False
    return lowers[j] in _SAYING if helped else lowers[j].endswith(_SAID)


def _says_on(scene: Scene, j: int, limit: int) -> bool:
    """Whether a finite cue without a subject follows: 'and said', 'but declined to comment'."""
    tags, bits = scene.tags, scene.bits
    if j < limit and tags[j] & SUBJECT and bits[j - 1] & COMMA:
        j += 1
    while j < limit and tags[j] & (ADVERB | AUXILIARY) and not bits[j] & BREAK:
        j += 1
    if j >= limit or bits[j] & BREAK:
        return False
    if tags[j] & REFUSING:
        return j + 2 < limit and scene.words.lowers[j + 1] == "to" and tags[j + 2] & CUE > 0
    return tags[j] & CUE > 0 and scene.words.lowers[j].endswith(_SAID)


# --- content without a subject before its cue ---


def opening(scene: Scene, verb: Verb, unit: Unit) -> Found | None:
    """`Said X: content`, at the start of a unit."""
    j = verb.i + 1
    if j >= unit.last or scene.bits[j] & BREAK or not begins_name(scene, j):
        return None
    end = right_phrase(scene, j, unit.last, full=True)
    for k in range(end, min(unit.last, end + _INSERTION)):
        b = scene.bits[k]
        if b & (COLON | COMMA) and b & MARK and scene.mark_at[k] >= 0:
            return Found([(k, last_marked(scene, k, unit.last))], (j, end), Rule.OPENING)
        if b & COLON:
            return Found([(k, unit.last)], (j, end), Rule.OPENING)
    return None


def participle(scene: Scene, verb: Verb, limit: int) -> Found | None:
    """`Saying content, X …`: the subject behind the comma is who says it."""
    comma = scene.comma(verb.last + 1, limit)
    if comma >= limit or not (scene.capital(comma) or scene.tags[comma] & (SUBJECT | DETERMINER)):
        return None
    found = leading(scene, verb, comma)
    k = scene.mark_at[comma - 1]
    if found and found.why is Rule.CALLED and k >= 0 and scene.is_title(k, verb.i):
        return None  # 'Speaking to “This Morning,” Roe …'
    end = right_phrase(scene, comma, limit, full=True)
    if end >= limit:  # it has taken the verb for a participle
        end = right_phrase(scene, comma, limit, full=False)
    return Found(found.parts, (comma, end), found.why) if found else None


def asked(scene: Scene, verb: Verb, limit: int) -> Found | None:
    """`asked (by X) whether content`, where the one who is asked is no speaker."""
    if verb.cue.lemma != "ask":
        return None
    tags, bits, lowers = scene.tags, scene.bits, scene.words.lowers
    j = verb.i + 1
    speaker = None
    if j < limit - 1 and lowers[j] == "by" and not bits[j] & BREAK:
        end = right_phrase(scene, j + 1, limit, full=False)
        speaker, j = (j + 1, end), end
    while j < limit and tags[j] & (WEEKDAY | TIME | ADVERB) and not bits[j] & BREAK:
        j += 1
    if j >= limit - 1 or bits[j] & BREAK:
        return None
    if lowers[j] == "about":
        j += 1
    elif not tags[j] & QUESTION:
        return None
    return Found([(j, scene.comma(j + 1, limit))], speaker, Rule.ASKED)
