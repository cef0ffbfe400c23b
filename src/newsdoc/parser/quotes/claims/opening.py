"""Attributions that open their content: ``X said content``, without the speaker.

Each pattern is a function of a verb and what is around it that returns what it
`Found`, or None where it does not hold.
"""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.speech import (
    ABOUT,
    CLAUSE,
    HEARS,
    INFINITIVE,
    ING,
    LISTENER,
    MARKS,
    OBJECT,
    OF,
    OPENED,
    THAT,
    VIEWS,
    VOICES,
)
from newsdoc.lexicon.tags import (
    ADVERBIAL,
    BE,
    COMPLEMENTIZER,
    CONJUNCTION,
    CUE,
    DETERMINER,
    MARKED,
    PERHAPS_PAST,
    PREPOSITION,
    QUESTION,
    SUBJECT,
    SUBORDINATOR,
)
from newsdoc.model import Stance
from newsdoc.parser.gaps import BREAK, COLON, COMMA, DASH
from newsdoc.parser.phrases import WHEN, Phrase, is_verb, right_phrase
from newsdoc.parser.quotes.claims.around import Found, has_verb, last_marked
from newsdoc.parser.quotes.claims.as_told import look_behind, told_as
from newsdoc.parser.quotes.claims.bare import (
    bare_at,
    behind_asked,
    behind_degree,
    behind_nothing,
    says_nothing,
)
from newsdoc.parser.quotes.claims.behind import Right
from newsdoc.parser.quotes.claims.closing import begins_name
from newsdoc.parser.quotes.claims.ends import (
    act_end,
    content_end,
    result_start,
    subordinate_end,
    withheld_end,
)
from newsdoc.parser.quotes.claims.following import SAID
from newsdoc.parser.quotes.claims.marked import (
    before_name,
    cries_of,
    in_marks,
    introduced,
    is_told_how,
    needs_marks,
)
from newsdoc.parser.quotes.claims.views import disputed, is_thing, opened, retorted, voiced
from newsdoc.parser.quotes.clauses.adjoined import (
    adjoined,
    before_saying,
    is_perfect,
    short_answer,
    tells_when,
)
from newsdoc.parser.quotes.clauses.nouns import noun_end
from newsdoc.parser.quotes.clauses.verbs import Verb
from newsdoc.parser.quotes.rules import Rule
from newsdoc.parser.quotes.scene import Scene, Unit

_CHARGED: Final = frozenset({"admit", "deny"})  # 'admitted theft, driving without a licence'
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
    "bare": CLAUSE | OBJECT | HEARS | THAT,
}
_CLAUSES: Final = CLAUSE | THAT | OBJECT
_ASK: Final = frozenset({"ask", "beg", "request"})
_NOT_TO_BE: Final = ["not", "to", "be"]
_TOPIC: Final = frozenset({"about", "on"})
_TOPICS: Final = frozenset({"about", "against", "as", "at", "for", "of", "on", "over"})
_INSERTION: Final = 20  # words: no insertion between a cue and its content is longer


def leading(scene: Scene, verb: Verb, limit: int) -> Found | None:
    """`X said (that) content`."""
    found = _leading(scene, verb, limit)
    if found is not None and verb.stance in (Stance.DENIES, Stance.WITHHOLDS):
        first, last = found.parts[-1]
        found.parts[-1] = first, before_saying(scene, first, last)
    return found


def _leading(scene: Scene, verb: Verb, limit: int) -> Found | None:
    """Return the content of `X said (that) content`, with all that X denies or withholds."""
    if claims := disputed(scene, verb, limit):
        if verb.stance is Stance.ASSERTS:
            verb.stance = Stance.DENIES  # 'blasted claims that it was shut', as 'dismissed' them
        return Found([claims], None, Rule.BARE)
    if view := voiced(scene, verb, limit):
        if scene.lowers[view] != "that":
            return _about(scene, verb, "voiced", view, limit)
        end = _unmarked_end(scene, verb, "that", view, limit)
        return Found([(view, end)], None, Rule.CLAIM_THAT)
    if verb.cue.frames & OPENED and opened(scene, verb, limit):
        return Found([(verb.last + 1, content_end(scene, verb.last + 1, limit))], None, Rule.THAT)
    if not verb.cue.frames & ~VIEWS:
        return None  # 'set out on Monday, “singing”'
    names = verb.cue.frames & (MARKS | THAT) == MARKS | THAT  # 'mentioned “costs” as a reason'
    if needs_marks(verb.cue) or (names and scene.opens_mark(verb.last + 1)):
        start = verb.last + 1
        if start < limit and scene.bits[start] & COLON and scene.mark_at[start] >= 0:
            return Found([(start, last_marked(scene, start, limit))], None, Rule.MARKS)
        return retorted(scene, verb, in_marks(scene, verb, limit))
    found = _behind_cue(scene, verb, limit)
    if found is None and verb.cue.frames & MARKS and not verb.cue.frames & CLAUSE:
        found = in_marks(scene, verb, limit)  # 'mentioned a “deal”', as well as 'that it failed'
    return retorted(scene, verb, found)


def _behind_cue(scene: Scene, verb: Verb, limit: int) -> Found | None:
    """Return the content of a cue that counts without words in marks, too."""
    frames = verb.cue.frames
    kind, start = _what_follows(scene, verb, limit)
    if kind == "bare" and (topic := behind_nothing(scene, start, limit)):
        verb.stance = Stance.WITHHOLDS
        return _about(scene, verb, "about", topic, limit)
    if kind in {"about", "against"}:
        return _about(scene, verb, kind, start + 1, limit)
    if not frames & _TAKES.get(kind, 0):
        return None
    if kind == "that" and not frames & _CLAUSES and "to" not in scene.lowers[start:limit]:
        return None  # 'appealed to those who knew that it was shut'
    if kind == "that" and _requests(scene, verb, start):
        verb.stance = Stance.ASKS
    wanted = scene.lowers[start : start + 3] if verb.cue.lemma in _ASK else []
    if wanted == _NOT_TO_BE or wanted[:1] == ["anonymity"]:
        return None  # 'asked not to be named'
    if kind == "colon" and scene.mark_at[start] < 0 and not frames & CLAUSE:
        return None
    if kind == "bare" and not (start := bare_at(scene, verb, start, limit)):
        return None
    if verb.cue.form & ING:
        limit = act_end(scene, start, limit)
    parts = _parts(scene, verb, kind, start, limit)
    return Found(parts, None, _RULES[kind]) if parts[-1][1] > start else None


def _parts(scene: Scene, verb: Verb, kind: Right, start: int, limit: int) -> list[Phrase]:
    """Return the parts of the content of a cue that starts at word *start*."""
    if kind != "mark":
        return [(start, _unmarked_end(scene, verb, kind, start, limit))]
    cries = cries_of(scene, start, limit)
    return cries if len(cries) > 1 else [(start, _marked_end(scene, verb, start, limit))]


def _requests(scene: Scene, verb: Verb, start: int) -> bool:
    """Whether somebody is asked to do something by what is told: 'told them to leave'."""
    hears = verb.cue.frames & LISTENER and verb.cue.frames & INFINITIVE
    asserts = verb.stance is Stance.ASSERTS and verb.cue.lemma != "promise"
    opened = scene.tags[start] & (COMPLEMENTIZER | QUESTION) or scene.lowers[start] == "if"
    return bool(hears and asserts and not opened)


def _marked_end(scene: Scene, verb: Verb, start: int, limit: int) -> int:
    """Return where the content of a cue ends that starts with marks at word *start*.

    Where somebody else says the marks, *start* is returned.
    """
    whole = scene.words.text[scene.marks[scene.mark_at[start]].end - 1] in ",.!?"
    if verb.cue.lemma == "order" and not whole:
        return start  # 'ordered “the usual”'
    end = last_marked(scene, start, limit)
    behind = scene.marks[scene.mark_at[start]].last
    if behind < end and is_told_how(scene, verb, (start, behind), end):
        return behind
    end = next((j for j in range(behind, end) if _adds(scene, j)), end)
    return _without_main(scene, verb, start, end)


def _adds(scene: Scene, j: int) -> bool:
    """Whether more is said behind the comma at *j*: 'dismissed as “daft” a plan, saying that'."""
    said = scene.bits[j] & COMMA and scene.tags[j] & (CUE | MARKED) == CUE
    return bool(said) and scene.mark_at[j] < 0 and scene.lowers[j].endswith("ing")


def _unmarked_end(scene: Scene, verb: Verb, kind: Right, start: int, limit: int) -> int:
    """Return where the content of a cue ends that starts at word *start* without marks.

    Where it is no content, *start* is returned.
    """
    frames = verb.cue.frames
    noun = kind == "bare" and frames & OBJECT > 0
    asked = kind == "that" and verb.stance is Stance.ASKS
    end = content_end(scene, start, limit, noun=noun or asked, by=verb)
    if verb.cue.lemma == "say" and (short := short_answer(scene, start, end)):
        return short
    if noun and tells_when(scene, start, end):
        return start
    if says_nothing(scene, start, end):
        verb.stance = Stance.WITHHOLDS
        return behind_degree(scene, start, end) + 1
    if kind == "bare" and not frames & OF:
        if noun and verb.cue.lemma not in _CHARGED:
            end = result_start(scene, start, end)
        end = noun_end(scene, start, before_name(scene, start, end) if noun else end)
    if verb.stance is Stance.WITHHOLDS:
        end = withheld_end(scene, start, end)
    return end if scene.bits[start] & COMMA else _without_main(scene, verb, start, end)


def _without_main(scene: Scene, verb: Verb, start: int, end: int) -> int:
    """Return where content ends before the main clause, where that of the cue is adverbial."""
    phrase = verb.subject.phrase if verb.subject else None
    opener = phrase[0] - 1 if phrase else -1
    if opener < 0 or not scene.tags[opener] & (ADVERBIAL | SUBORDINATOR):
        return end
    return subordinate_end(scene, start, end, fronted=_opens_sentence(scene, opener))


def _opens_sentence(scene: Scene, j: int) -> bool:
    """Whether word *j* opens a sentence, 'and' or the like before it left out."""
    joined = j > 0 and scene.tags[j - 1] & CONJUNCTION > 0
    return scene.capital(j) or (joined and scene.capital(j - 1))


def _what_follows(scene: Scene, verb: Verb, limit: int) -> tuple[Right, int]:
    """What stands behind a cue and what is not said, and the word it starts with."""
    kind, start = _behind_adjuncts(scene, verb, limit)
    if kind == "that" and is_thing(scene, start, limit):
        return ("bare" if verb.cue.frames & OBJECT else "end"), start
    may_open = kind in {"bare", "about"} and verb.cue.frames & CLAUSE
    if not may_open or verb.stance is not Stance.ASSERTS or is_perfect(scene, verb.first, verb.i):
        return kind, start
    first = verb.last + 1
    said = adjoined(scene, first, start + (kind == "about"), limit)
    return ("bare", said) if said < start or (kind == "about" and said == start) else (kind, start)


def _behind_adjuncts(scene: Scene, verb: Verb, limit: int) -> tuple[Right, int]:
    """What stands behind a cue, its adjuncts and an insertion, and the word it starts with."""
    behind = look_behind(scene, verb, limit)
    kind, start = behind.kind, behind.at
    if kind == "comma":
        goes_on = verb.cue.lemma == "say" or told_as(scene, verb, start, limit)
        bare: tuple[Right, int] | None = ("bare", start) if goes_on else None
        topic = verb.last + 1
        if verb.stance is Stance.WITHHOLDS and scene.lowers[topic] in _TOPIC:
            bare = "about", topic  # 'declined to comment on it, calling it a rumour'
        return _behind_insertion(scene, start, limit) or bare or ("end", limit)
    if kind == "break":
        found = _behind_insertion(scene, start, limit)
        if found and found[0] == "that":
            return found  # 'wrote – in a letter – that'
    if verb.cue.lemma == "question" and (asked := behind_asked(scene, start, limit)):
        about = scene.lowers[asked] == "about"
        return ("about", asked) if about else ("end", limit)
    if kind == "bare":
        if scene.tags[start] & BE and scene.lowers[start + 1] == "that":
            return "that", start + 1  # 'What she said was that'
        if at := introduced(scene, start, limit):
            return "mark", at  # 'texted a friend: "…"'
    return kind, start


def _about(scene: Scene, verb: Verb, kind: str, start: int, limit: int) -> Found | None:
    """`X warned of content`, `X declined to comment on content`, `X argued against content`."""
    if kind == "against" and verb.stance is not Stance.WITHHOLDS:
        verb.stance = Stance.DENIES
    takes = verb.cue.frames & (ABOUT | VOICES) or verb.stance is not Stance.ASSERTS
    if kind != "voiced" and scene.lowers[start - 1] not in _TOPICS:
        return None  # 'said after reports that it was shut'
    if not takes or start >= limit or scene.tags[start] & (BE | PREPOSITION):
        return None  # 'what she warned about in May'
    end = content_end(scene, start, limit, noun=True, by=verb)
    if verb.stance is Stance.WITHHOLDS:
        end = noun_end(scene, start, withheld_end(scene, start, end))
    return Found([(start, _without_main(scene, verb, start, end))], None, Rule.ABOUT)


def _behind_insertion(scene: Scene, j: int, limit: int) -> tuple[Right, int] | None:
    """What stands behind the insertion that opens with the comma before word *j*."""
    for k in range(j, min(limit, j + _INSERTION)):
        b = scene.bits[k]
        if scene.opens_mark(k):
            return ("mark", k) if b & (COMMA | COLON) else None
        says = scene.tags[k] & (CUE | MARKED) == CUE and scene.lowers[k].endswith(SAID)
        if says and not scene.tags[k - 1] & ADVERBIAL:
            return None  # somebody says it there, unlike 'when asked'
        if b & COLON:
            return "colon", k
        if k > j and b & (COMMA | DASH) and (that := _that_behind(scene, k, limit)):
            return "that", that
    return None


def _that_behind(scene: Scene, k: int, limit: int) -> int:
    """Return where 'that' stands at word *k*, or behind a time there, or 0: ', on May 3 that'."""
    while k < limit and (scene.tags[k] & (PREPOSITION | WHEN) or scene.words.words[k].isdigit()):
        k += 1
    return k if k < limit and scene.lowers[k] in {"that", "what", "why"} else 0


# --- content without a subject before its cue ---


def opening(scene: Scene, verb: Verb, unit: Unit) -> Found | None:
    """`Said X: content`, at the start of a unit."""
    j = verb.i + 1
    if j >= unit.last or not begins_name(scene, j):
        return None
    end = right_phrase(scene, j, unit.last, full=True)
    near = range(end, min(unit.last, end + _INSERTION))
    k = next((k for k in near if scene.bits[k] & COLON or scene.mark_at[k] >= 0), end)
    if scene.bits[k] & (COLON | COMMA) and scene.mark_at[k] >= 0:
        return Found([(k, last_marked(scene, k, unit.last))], (j, end), Rule.OPENING)
    told = scene.bits[k] & COLON and has_verb(scene, k, unit.last)  # not 'Estimated cost: 4m'
    return Found([(k, unit.last)], (j, end), Rule.OPENING) if told else None


def participle(scene: Scene, verb: Verb, limit: int) -> Found | None:
    """`Saying content, X …`: the subject behind the comma is who says it."""
    comma = scene.comma(verb.last + 1, limit)
    while comma < limit and scene.tags[comma] & PREPOSITION:
        comma = scene.comma(comma + 1, limit)  # 'Saying it was over, with a day to go, X'
    if comma >= limit or not (scene.capital(comma) or scene.tags[comma] & (SUBJECT | DETERMINER)):
        return None
    found = leading(scene, verb, comma)
    if found is None:
        return None
    end = right_phrase(scene, comma, limit, full=True)
    return Found(found.parts, (comma, _before_act(scene, comma, end)), found.why)


def _before_act(scene: Scene, first: int, end: int) -> int:
    """Return where the subject at word *first* ends before a verb that it runs into, or *end*."""
    for j in range(first + 1, scene.broken(BREAK, first + 1, end)):
        if is_verb(scene, j):
            return j  # 'Roe and his team found'
    told = [j for j in range(first + 1, end) if scene.bits[j] & COMMA and is_verb(scene, j)]
    acts = told[-1] if told else end  # 'Roe, the chair of the board, walked out'
    return next((j for j in range(first + 1, acts) if scene.tags[j] & PERHAPS_PAST), acts)
