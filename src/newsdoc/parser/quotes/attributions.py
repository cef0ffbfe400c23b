"""Attributions: the patterns in which content, cue and speaker stand together.

Each pattern is a function of a verb and what is around it that returns a
`Claim`, or None where it does not hold. `newsdoc.parser.quotes.reader` asks
them in order: first what closes or interrupts its content (`trailing`,
`inverted`, `according_to`), since that may hold other cues, then what opens it
(`leading`).
"""

from __future__ import annotations

from typing import Final, NamedTuple

from newsdoc.lexicon.speech import (
    ABOUT,
    CLAUSE,
    INFINITIVE,
    LISTENER,
    MARKS,
    OBJECT,
    PAST_FORM,
    SPEECH,
    THAT,
    THIRD,
)
from newsdoc.lexicon.tags import (
    ADVERB,
    AUXILIARY,
    COMPLEMENTIZER,
    CONJUNCTION,
    CUE,
    DETERMINER,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    WEEKDAY,
)
from newsdoc.lexicon.speech import Cue
from newsdoc.model import Stance
from newsdoc.parser.phrases import Phrase, is_verb, left_phrase, right_phrase
from newsdoc.parser.quotes.behind import Behind, Right, look_right
from newsdoc.parser.quotes.scene import BREAK, CLOSE, COLON, COMMA, DASH, MARK, SEMICOLON, STOP, Scene, Unit
from newsdoc.parser.quotes.verbs import Verb

_SAY: Final = frozenset({"say", "tell"})


class Found(NamedTuple):
    """Content parts, as word ranges, and where the speaker stands."""

    parts: list[Phrase]
    speaker: Phrase | None
    why: str


def inverted(scene: Scene, verb: Verb, unit: Unit, floor: int) -> Found | None:
    """`content, said X`."""
    i, cue = verb.i, verb.cue
    tags, bits = scene.tags, scene.bits
    j = i + 1
    if verb.first != i or i <= floor or j >= unit.last or not cue.form & (PAST_FORM | THIRD):
        return None
    marked = bits[i] & MARK and scene.mark_at[i - 1] >= 0
    if not (marked or bits[i] & (COMMA | DASH)) or bits[j] & BREAK or cue.lemma == "tell":
        return None
    if not marked and not cue.frames & CLAUSE or not cue.frames & (CLAUSE | SPEECH):
        return None
    if not _names(scene, j):
        return None
    end = right_phrase(scene, j, unit.last, full=True)
    if end <= j or (end < unit.last and not bits[end] & BREAK and _runs_on(scene, end)):
        return None
    if end == j + 1 and tags[j] & DETERMINER:
        return None
    if tags[j] & SUBJECT and not (marked and (end >= unit.last or bits[end] & BREAK)):
        return None
    if not marked and cue.lemma != "say" and not scene.capital(j):
        return None
    if not marked and not _has_verb(scene, floor, i):
        if end >= unit.last or not bits[end] & COMMA or not _has_verb(scene, end, unit.last):
            return None
    return around(scene, unit, floor, i, end, (j, end), "inverted")


def _names(scene: Scene, j: int) -> bool:
    """Whether a noun phrase starts at word *j*."""
    t = scene.tags[j]
    if t & (POSSESSIVE | WEEKDAY | TIME):
        return False
    if scene.capital(j) or t & SUBJECT:
        return True
    if t & DETERMINER:
        return not t & (RELATIVE | COMPLEMENTIZER)
    closed = PREPOSITION | ADVERB | CONJUNCTION | COMPLEMENTIZER | SUBORDINATOR | AUXILIARY | PRONOUN | TIME
    return not t & closed and not scene.words.lowers[j].endswith("ing")


def _runs_on(scene: Scene, j: int) -> bool:
    """Whether a verb follows at word *j*, so that what stands before it is a subject."""
    t = scene.tags[j]
    if t & ADVERB and j + 1 < len(scene.words):
        return is_verb(scene, j + 1)
    return is_verb(scene, j) or bool(t & (SUBJECT | COMPLEMENTIZER)) and not t & SUBORDINATOR


def _has_verb(scene: Scene, first: int, last: int) -> bool:
    return any(is_verb(scene, j) or scene.tags[j] & SUBJECT for j in range(first, last))


def trailing(
    scene: Scene, verb: Verb, unit: Unit, floor: int, subject: Phrase
) -> Found | None:
    """`content, X said`, and `content, X said, content`."""
    start = subject[0]
    bits = scene.bits
    if start <= floor or not bits[start] & (COMMA | MARK | DASH):
        return None
    k = scene.mark_at[start - 1]
    marked = k >= 0 and not scene.is_title(k, floor)
    if verb.last + 1 < unit.last and bits[verb.last + 1] & COLON:
        return None
    if marked and scene.words.text[scene.marks[scene.mark_at[start - 1]].end - 1] in ",?!":
        return around(scene, unit, floor, start, verb.last + 1, subject, "trailing")
    right = look_right(scene, verb, unit.last)
    if right.kind in (Right.THAT, Right.BARE, Right.COLON):
        return None
    if right.kind is Right.MARK and bits[right.at] & COLON:
        return None
    if right.kind is Right.MARK and not marked and scene.capital(right.at):
        adverbial = scene.tags[floor] & (PREPOSITION | SUBORDINATOR | ADVERB | CONJUNCTION)
        if adverbial or not _has_verb(scene, floor, start):
            return None
    if right.kind is Right.ABOUT and not marked:
        return None
    if not marked and not _can_be_content(scene, floor, start, right.kind is Right.END):
        return None
    if not verb.cue.frames & CLAUSE and not marked:
        return None
    return around(scene, unit, floor, start, verb.last + 1, subject, "trailing")


def _can_be_content(scene: Scene, first: int, end: int, last: bool) -> bool:
    """Whether the words before an attribution can be content, not an adverbial before it."""
    if end - first < 2:
        return not last and scene.bits[end] & COMMA > 0
    t, lower = scene.tags[first], scene.words.lowers[first]
    opens = t & (PREPOSITION | SUBORDINATOR | ADVERB) or lower.endswith(("ing", "ed"))
    if not opens or _has_verb(scene, first + 1, end):
        return True
    return not last and scene.bits[end] & COMMA > 0


def around(
    scene: Scene, unit: Unit, floor: int, end: int, after: int, speaker: Phrase, why: str
) -> Found | None:
    """Return the content before word *end*, and what of it goes on behind word *after*."""
    start = _content_first(scene, floor, end)
    parts = [(start, end)] if end - start > 1 or not scene.tags[start] & CONJUNCTION else []
    j = after
    bits, tags = scene.bits, scene.tags
    while j < unit.last and not bits[j] & (BREAK & ~CLOSE):
        j += 1
    marked = scene.mark_at[end - 1] >= 0
    if j < unit.last:
        if bits[j] & MARK and (k := scene.mark_at[j]) >= 0:
            if not bits[j] & (COMMA | COLON | STOP | DASH) and (
                not scene.capital(j) or scene.is_title(k, floor)
            ):
                return Found(parts, speaker, why) if parts else None
            parts.append((j, _last_marked(scene, j, unit.last)))
        elif bits[j] & COMMA and not marked and not _own_act(scene, j):
            parts.append((j, unit.last))
        elif bits[j] & COMMA:
            k = next((k for k in range(j, unit.last) if bits[k] & MARK and scene.mark_at[k] >= 0), None)
            if k is not None and bits[k] & (COMMA | COLON) and not any(tags[n] & CUE for n in range(j, k)):
                parts.append((k, _last_marked(scene, k, unit.last)))
    return Found(parts, speaker, why) if parts else None


def _last_marked(scene: Scene, j: int, last: int) -> int:
    """Return the word behind the content that opens with marks at word *j*."""
    mark = scene.marks[scene.mark_at[j]]
    end = min(mark.last, last)
    if end >= last:
        return end
    closed = scene.words.text[mark.end - 1] in ".?!,"
    if not closed or any(scene.mark_at[k] >= 0 for k in range(end, min(last, end + 12))):
        return last
    return end


def _own_act(scene: Scene, j: int) -> bool:
    """Whether the words behind a comma tell more of the speaker, not of the content."""
    t = scene.tags[j]
    lower = scene.words.lowers[j]
    return lower.endswith("ing") or lower == "with" or bool(t & (CONJUNCTION | RELATIVE))


def _content_first(scene: Scene, floor: int, end: int) -> int:
    """Return the word where the content that ends at *end* starts."""
    start = floor
    k = scene.mark_at[end - 1]
    if k >= 0:
        first = scene.marks[k].first
        if first > start and (
            scene.bits[first] & (COLON | COMMA) and scene.capital(first) and end - first > 4
        ):
            return first
    while start < end - 1 and scene.tags[start] & CONJUNCTION and scene.mark_at[start] < 0:
        start += 1
    return start


def according_to(scene: Scene, verb: Verb, unit: Unit, floor: int) -> Found | None:
    """`content, according to X` and `According to X, content`."""
    i = verb.i
    begin = i + 2 if verb.cue.lemma == "according" else i + 1
    if begin >= unit.last or scene.bits[begin] & BREAK:
        return None
    if verb.cue.lemma == "according":
        if scene.words.lowers[i + 1] != "to":
            return None
    elif not scene.bits[i] & COMMA or not _names(scene, begin):
        return None
    while begin < unit.last - 1 and scene.tags[begin] & ADVERB:
        begin += 1
    end = right_phrase(scene, begin, unit.last, full=True)
    if end <= begin:
        return None
    if i - floor > 1 or (i > floor and not scene.tags[floor] & (CONJUNCTION | ADVERB)):
        return around(scene, unit, floor, i, end, (begin, end), "according-to")
    j = end
    while j < unit.last and not scene.bits[j] & COMMA:
        j += 1
    if j >= unit.last:
        return None
    return Found([(j, unit.last)], (begin, end), "according-to-first")


def leading(scene: Scene, verb: Verb, limit: int) -> Found | None:
    """`X said (that) content`, without the speaker."""
    frames = verb.cue.frames
    if frames & MARKS and not frames & (CLAUSE | THAT):
        return _in_marks(scene, verb, limit)
    right = look_right(scene, verb, limit)
    start = right.at
    kind = right.kind
    if kind in (Right.END, Right.BREAK):
        return None
    if kind is Right.COMMA:
        found = _behind_insertion(scene, start, limit)
        if found is None and verb.cue.lemma != "say":
            return None
        kind, start = found or (Right.BARE, start)
    if kind is Right.ABOUT:
        if not (frames & ABOUT or verb.stance is Stance.WITHHOLDS) or start + 1 >= limit:
            return None
        return Found([(start + 1, content_end(scene, start + 1, limit))], None, "about")
    if kind is Right.COLON and scene.mark_at[start] < 0 and not frames & CLAUSE:
        return None
    if kind is Right.BARE and not _can_be_bare(scene, verb, start, limit):
        return None
    if kind is Right.THAT and not frames & (CLAUSE | THAT | LISTENER | INFINITIVE | OBJECT):
        return None
    if kind is Right.MARK:
        end = _last_marked(scene, start, limit)
    else:
        end = content_end(scene, start, limit)
    if end <= start:
        return None
    names = {Right.MARK: "marks", Right.COLON: "colon", Right.THAT: "that", Right.BARE: "bare"}
    return Found([(start, end)], None, names[kind])


def _in_marks(scene: Scene, verb: Verb, limit: int) -> Found | None:
    """`X called it "…"`: the words of the clause behind a cue that counts only with marks."""
    tags, bits, mark_at = scene.tags, scene.bits, scene.mark_at
    start = verb.last + 1
    end = 0
    for k in range(start, min(limit, start + 40)):
        if mark_at[k] >= 0:
            end = k + 1
            continue
        if k > start and bits[k] & (COMMA | SEMICOLON | DASH | COLON):
            if end or bits[k] & (SEMICOLON | DASH | COLON) or tags[k] & (CONJUNCTION | RELATIVE | SUBORDINATOR):
                break
        if tags[k] & CONJUNCTION and _says_on(scene, k + 1, limit):
            break
    else:
        k = min(limit, start + 40)
    if not end or mark_at[start] >= 0 and not _names_itself(scene, verb):
        return None
    while start < end - 1 and tags[start] & PREPOSITION and mark_at[start] < 0:
        start += 1
    if mark_at[k - 1] < 0 and k < limit and bits[k] & BREAK == 0:
        k = end
    return Found([(start, k)], None, "called")


def _names_itself(scene: Scene, verb: Verb) -> bool:
    """Whether the verb right before marks has a speaking subject, unlike 'a class called "Home"'."""
    before = scene.tags[verb.first - 1]
    return verb.first != verb.i or bool(before & (SUBJECT | RELATIVE)) or scene.capital(verb.first - 1)


def _behind_insertion(scene: Scene, j: int, limit: int) -> tuple[Right, int] | None:
    """What stands behind the insertion that opens with the comma before word *j*."""
    for k in range(j, min(limit, j + 20)):
        b = scene.bits[k]
        if b & MARK and scene.mark_at[k] >= 0 and scene.mark_at[k - 1] != scene.mark_at[k]:
            return (Right.MARK, k) if b & (COMMA | COLON) else None
        if k > j and b & (COMMA | DASH) and scene.words.lowers[k] == "that":
            return Right.THAT, k
        if k > j and b & (COLON):
            return Right.COLON, k
    return None


def _can_be_bare(scene: Scene, verb: Verb, start: int, limit: int) -> bool:
    """Whether words without an opener can be the content of the cue."""
    frames, cue = verb.cue.frames, verb.cue
    if cue.lemma in _SAY:
        return True
    if not frames & (OBJECT | CLAUSE):
        return False
    if frames & OBJECT:
        return True
    stop = min(limit, start + 16)
    return any(
        is_verb(scene, k) or scene.mark_at[k] >= 0 or (scene.tags[k] & SUBJECT and not scene.tags[k] & RELATIVE)
        for k in range(start, stop)
    )


def content_end(scene: Scene, start: int, limit: int) -> int:
    """Return the word behind the content that starts, without marks, at word *start*."""
    tags, bits, lowers, mark_at = scene.tags, scene.bits, scene.words.lowers, scene.mark_at
    for j in range(start + 1, limit):
        b = bits[j]
        if mark_at[j] >= 0 and not (b & COMMA and mark_at[j - 1] < 0):
            continue
        if b & SEMICOLON:
            return j
        if b & COMMA and j - start > 1:
            if lowers[j] in _ASIDES or lowers[j] in _OWN_ACTS:
                return j
            if tags[j] & CUE and lowers[j].endswith("ing"):
                return j
        if b & DASH and tags[j] & (CONJUNCTION | DETERMINER) and j - start > 1:
            if not any(bits[k] & DASH for k in range(j + 1, limit)):
                return j
        if tags[j] & CONJUNCTION and _says_on(scene, j + 1, limit):
            return j
    return limit


def _says_on(scene: Scene, j: int, limit: int) -> bool:
    """Whether a finite cue without a subject follows: 'and said', 'but also warned'."""
    tags = scene.tags
    if j < limit and tags[j] & SUBJECT and scene.bits[j - 1] & COMMA:
        j += 1
    while j < limit and tags[j] & (ADVERB | AUXILIARY) and not scene.bits[j] & BREAK:
        j += 1
    if j >= limit or not tags[j] & CUE or scene.bits[j] & BREAK:
        return False
    word = scene.words.lowers[j]
    return word.endswith(("ed", "said", "told", "wrote", "says", "tells", "calls", "adds", "argues"))


# What opens, behind a comma, a remark of the article's own more often than it goes on with content.
_ASIDES: Final = frozenset({"while", "though", "despite", "compared", "whereas"})
_OWN_ACTS: Final = frozenset(
    "referring pointing alluding citing echoing calling telling describing comparing accusing criticizing".split()
)


def opening(scene: Scene, verb: Verb, unit: Unit) -> Found | None:
    """`Said X: content`, at the start of a unit."""
    j = verb.i + 1
    if verb.i != unit.first or j >= unit.last or scene.bits[j] & BREAK or not _names(scene, j):
        return None
    end = right_phrase(scene, j, unit.last, full=True)
    if end <= j or end >= unit.last:
        return None
    for k in range(end, min(unit.last, end + 12)):
        if scene.bits[k] & (COLON | COMMA) and scene.bits[k] & MARK and scene.mark_at[k] >= 0:
            return Found([(k, _last_marked(scene, k, unit.last))], (j, end), "opening")
        if scene.bits[k] & COLON:
            return Found([(k, unit.last)], (j, end), "opening")
    return None


def asked(scene: Scene, verb: Verb, limit: int) -> Found | None:
    """`asked (by X) whether content`, where the one who is asked is no speaker."""
    if verb.cue.lemma != "ask":
        return None
    j = verb.i + 1
    speaker = None
    if j < limit - 1 and scene.words.lowers[j] == "by" and not scene.bits[j] & BREAK:
        end = right_phrase(scene, j + 1, limit, full=False)
        speaker, j = (j + 1, end), end
    while j < limit and scene.tags[j] & (WEEKDAY | TIME | ADVERB) and not scene.bits[j] & BREAK:
        j += 1
    if j >= limit or scene.bits[j] & BREAK:
        return None
    word = scene.words.lowers[j]
    if word == "about" and j + 1 < limit:
        j += 1
    elif word not in _ASKS:
        return None
    end = next((k for k in range(j + 1, limit) if scene.bits[k] & COMMA and scene.mark_at[k] < 0), limit)
    return Found([(j, end)], speaker, "asked")


def thing(scene: Scene, verb: Verb, limit: int, floor: int) -> Found | None:
    """`X's claim that content`."""
    i = verb.i
    tags, lowers, bits = scene.tags, scene.words.lowers, scene.bits
    if i + 2 >= limit or lowers[i + 1] != "that" or bits[i + 1] & BREAK or i - 1 < floor or bits[i] & BREAK:
        return None
    j = i - 1
    while j > floor and not tags[j] & POSSESSIVE and lowers[j] != "s" and i - j < 4:
        if bits[j] & BREAK or tags[j] & (PREPOSITION | AUXILIARY):
            return None
        j -= 1
    if tags[j] & POSSESSIVE:
        speaker = (j, j + 1)
    elif lowers[j] == "s" and j > floor:
        speaker = (left_phrase(scene, j, floor), j)
        if speaker[0] >= j:
            return None
    else:
        return None
    return Found([(i + 1, content_end(scene, i + 1, limit))], speaker, "claim-that")


_ASKS: Final = frozenset("if whether how why what where when who which".split())
