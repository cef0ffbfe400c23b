"""What stands behind a cue: adjuncts, a hearer, and then content or the end."""

from __future__ import annotations

from typing import Final, Literal

from attrs import define

from newsdoc.lexicon.speech import ABOUT, HEARS, INFINITIVE, LISTENER
from newsdoc.lexicon.tags import (
    ADVERB,
    ADVERBIAL,
    AUXILIARY,
    BODY,
    CLITIC,
    CONJUNCTION,
    CUE,
    DETERMINER,
    NUMBER,
    PAST,
    PREPOSITION,
    PRONOUN,
    QUESTION,
    SUBJECT,
    TITLE,
    WEEKDAY,
    WORK,
)
from newsdoc.model import Stance
from newsdoc.parser.gaps import BREAK, CLOSE, COLON, COMMA, MARK, OPEN
from newsdoc.parser.phrases import WHEN, is_number, is_verb, right_phrase
from newsdoc.parser.quotes.clauses.amounts import bounds_number, opens_count, tells_how_much
from newsdoc.parser.quotes.clauses.groups import is_adverb
from newsdoc.parser.quotes.clauses.hearers import (
    asks_those_who,
    behind_age,
    behind_hearer,
    can_hear,
    is_apposed_to,
    is_to,
    names_hearers,
    noun_at,
    opens_question,
)
from newsdoc.parser.quotes.clauses.nouns import OF_WHAT, hangs_at
from newsdoc.parser.quotes.clauses.times import behind_days, behind_time, owned_at
from newsdoc.parser.quotes.clauses.verbs import Verb
from newsdoc.parser.quotes.scene import Scene

_SUBJECTS: Final = frozenset({SUBJECT, SUBJECT | PRONOUN})  # of words that are nothing else
_NOMINAL: Final = DETERMINER | PRONOUN
_OPENERS: Final = frozenset({"that", "whether"})
_DEBATED: Final = frozenset({"about", "as", "on", "over"})  # before 'whether'
_TOPICS: Final = frozenset({"for", "at", "on", "over"})  # of those that take it
# Nobody speaks 'despite the rain', 'unless' or 'without help': such adverbials are said.
_SAID: Final = frozenset(
    {"although", "because", "despite", "maybe", "once", "perhaps", "though", "unless"}
)
TITLED: Final = frozenset({"called", "entitled", "headlined", "titled"})  # “Small Boats”
_SPAN: Final = 4  # words: no span of time behind 'for' is named later
_WITH: Final = 4  # words: 'with some angry fans'
_REACH: Final = 30  # adjuncts are no longer, in words


# What stands behind a cue and its adjuncts.
Right = Literal[
    "end",  # nothing more
    "comma",
    "break",  # a dash, a semicolon, a bracket
    "mark",  # words in quotation marks
    "colon",
    "that",  # a content clause with its opener
    "bare",  # anything else: a bare clause, a noun phrase
    "about",  # 'of', 'about', 'against' and what is spoken of
    "against",  # 'against' and what is rejected: 'argued against the view that'
]


@define(eq=False)
class Behind:
    """What stands behind a cue, and the word it starts with."""

    kind: Right
    at: int


def look_right(scene: Scene, verb: Verb, limit: int) -> Behind:
    """Return what stands behind the cue of *verb*, before word *limit*."""
    frames = verb.cue.frames
    first = j = verb.last + 1
    if j >= limit:
        return Behind("end", limit)
    if frames & LISTENER and can_hear(scene, j):
        first = behind_age(scene, j, behind_hearer(scene, verb, j, limit), limit)
        if first < limit and names_hearers(scene, first, limit):
            first += 1
        if first > j and frames & INFINITIVE and asks_those_who(scene, verb, first, limit):
            return Behind("that", j)  # 'urged anyone who saw it to call'
        asked = _behind_ing(scene, first, limit)
        days = behind_days(scene, asked, limit) if asked > j else asked
        to = is_to(scene, days, limit) or (j < first and is_apposed_to(scene, first, limit))
        if frames & INFINITIVE and to:
            return Behind("that", j)  # 'urged them (on Monday) to stay': all of it is asked
    if noun := noun_at(scene, verb, j, first):
        return Behind("bare", noun)
    if first < limit and scene.tags[first] in _SUBJECTS and not scene.bits[first] & BREAK:
        return Behind("bare", first)  # 'said she': the quick answer to many
    heard = frames & HEARS and scene.lowers[first + 1 : first + 2] == ["that"]
    if heard and scene.lowers[first] in scene.speech.lists["notions"]:
        return Behind("that", first + 1)  # 'The jury heard evidence that'
    if verb.stance is Stance.WITHHOLDS and opens_question(scene, first, limit):
        return Behind("that", first)
    return behind_adjuncts(scene, first, frames, limit)


def behind_adjuncts(scene: Scene, first: int, frames: int, limit: int) -> Behind:
    """Return what stands behind the adjuncts from word *first* on."""
    bits, j = scene.bits, first
    stop = min(limit, j + _REACH)
    while j < stop:
        if bits[j] & BREAK:
            j = _behind_bracket(scene, j, stop)
            closed = CLOSE
            if described := _behind_marks(scene, j, first):
                j, closed = described, MARK
            if j >= stop:
                break
            if bits[j] & (BREAK & ~closed):
                return _broken(scene, j)
        if j > first and _says_with(scene, j, first):
            return Behind("end", limit)  # 'continued with fans shouting “Out”': they say it
        if content := _content_at(scene, j, frames, opens=j == first):
            return (scene.lowers[j] == "that" and _hanging(scene, j, first)) or content
        behind = _next_adjunct(scene, j, frames, limit, opens=j == first)
        if behind is None:
            about = j == first and _is_topic(scene, j, frames)
            bare = _hanging(scene, j, first) or Behind("bare", j)
            return _about(scene, j, frames, limit) if about else bare
        if behind < 0:
            return _hanging(scene, -behind, first) or Behind("bare", -behind)
        j = max(behind, j + 1)
    return Behind("end", limit) if j >= limit else Behind("bare", first)


def _says_with(scene: Scene, j: int, first: int) -> bool:
    """Whether somebody beside the speaker says the marked words behind a participle at *j*."""
    says = scene.tags[j] & CUE and scene.lowers[j].endswith("ing")
    if not says or j + 1 >= len(scene.words) or not scene.opens_mark(j + 1):
        return False
    return "with" in scene.lowers[max(first, j - _WITH) : j]


def _content_at(scene: Scene, j: int, frames: int, *, opens: bool) -> Behind | None:
    """Return the content that opens at word *j*, or None where no content does."""
    if _opens_content(scene, j, frames, opens=opens):
        return Behind("that", j)
    word = scene.lowers[j]
    if word in _DEBATED and scene.lowers[j + 1] == "whether":
        return Behind("about", j)  # 'argued for an hour over whether it was'
    return Behind("bare", j) if word in _SAID else None


def _next_adjunct(scene: Scene, j: int, frames: int, limit: int, *, opens: bool) -> int | None:
    """Return the word behind the adjunct at *j*, or what goes on with one; see `_adjunct`."""
    stop = min(limit, j + _REACH)
    if _is_who(scene, j) or (not opens and _is_relative(scene, j, limit)):
        return _next_break(scene, j + 1, stop)
    joined = scene.words.gaps[j + 1] == "-"  # 'said last-mile transport had failed'
    behind = None if joined else _adjunct(scene, j, frames, limit, opens=opens)
    if behind is None:
        return None if opens else _reduced(scene, j, stop)
    if not frames & INFINITIVE or _is_condition(scene, j):
        return behind
    # 'pleaded with the driver to stop'
    return next((k for k in range(j + 2, behind) if is_to(scene, k, behind)), behind)


def _is_relative(scene: Scene, j: int, limit: int) -> bool:
    """Whether 'that' at *j* opens no content: 'charged over a blaze that killed nine'."""
    if scene.lowers[j] != "that" or scene.tags[j - 1] & WHEN or j + 1 >= limit:
        return False
    return bool(scene.tags[j + 1] & (AUXILIARY | PAST)) and scene.words.words[j + 1].islower()


def _behind_marks(scene: Scene, j: int, first: int) -> int | None:
    """Return the word behind marked words at *j* that belong to an adjunct.

    They are a title, 'told “This Week” that', or part of a phrase, 'in the “old” hall'.
    """
    if not scene.opens_mark(j):
        return None
    inside = j > first and scene.tags[j - 1] & DETERMINER
    named = j > first and scene.lowers[j - 1] in TITLED
    if not inside and not named and not scene.titles(j, first - 1):
        return None
    behind = scene.marks[scene.mark_at[j]].last
    work = scene.tags[behind] & WORK  # 'told the “Today” programme'
    return behind + 1 if work and not scene.bits[behind] & (BREAK & ~MARK) else behind


def _reduced(scene: Scene, j: int, stop: int) -> int | None:
    """Return the word behind a participle at *j*: 'said in a note sent by the firm that'."""
    if j + 1 >= stop or scene.tags[j] & AUXILIARY:
        return None
    # 'in a motion filed last month', 'in a book called “Home”'
    hangs = scene.tags[j + 1] & (PREPOSITION | WHEN) or scene.lowers[j] in TITLED
    return j + 1 if hangs and is_verb(scene, j) else None


def _behind_ing(scene: Scene, j: int, limit: int) -> int:
    """Return the word behind what tells of a hearer at *j*: 'urged those living there to go'."""
    if j >= limit or not scene.lowers[j].endswith("ing") or scene.bits[j] & BREAK:
        return j
    end = _next_break(scene, j + 1, min(limit, j + _REACH))
    for k in range(j + 2, min(end, limit - 1)):  # not 'anyone hoping to go'
        verb = scene.words.words[k + 1].islower() and not scene.tags[k + 1] & _NOMINAL
        if verb and is_to(scene, k, limit):
            return k  # but 'warned him away from giving advice to the (rich)'
    return j


def _opens_content(scene: Scene, j: int, frames: int, *, opens: bool) -> bool:
    """Whether word *j* opens a content clause or an infinitive."""
    word = scene.lowers[j]
    if word == "when" and j + 1 < len(scene.words) and is_verb(scene, j + 1):
        return False  # 'declined to comment when approached'
    if _is_who(scene, j) and _describes(scene, j):
        return False
    if word in _OPENERS or (opens and scene.tags[j] & QUESTION):
        return opens or not _is_relative(scene, j, len(scene.words))
    if word == "if":
        return bool(frames & LISTENER or scene.tags[j - 1] & ADVERB)  # 'asked on Friday if'
    return bool(frames & INFINITIVE) and is_to(scene, j, len(scene.words))


def _is_who(scene: Scene, j: int) -> bool:
    """Whether the word at *j* is 'who', and not the 'WHO'."""
    return scene.tags[j] & SUBJECT > 0 and scene.lowers[j] == "who"


def _describes(scene: Scene, j: int) -> bool:
    """Whether 'who' at *j* tells of the noun before it: 'told a man who left', not 'police who'."""
    if scene.tags[j - 1] & (CUE | BODY | TITLE | PRONOUN | ADVERB | WHEN) or scene.capital(j - 1):
        return False
    return j + 1 < len(scene.words) and not scene.tags[j + 1] & (DETERMINER | PRONOUN)


def _behind_bracket(scene: Scene, j: int, stop: int) -> int:
    """Return the word behind the bracket that opens before word *j*, or *j* where none does."""
    if not scene.bits[j] & OPEN or scene.opens_mark(j):
        return j  # 'said, “[Holt] has left”'
    return next((k for k in range(j + 1, stop) if scene.bits[k] & CLOSE), j)


def _is_topic(scene: Scene, j: int, frames: int) -> bool:
    """Whether the preposition at *j* opens what is spoken of: 'warned of', 'asked about'."""
    word = scene.lowers[j]
    if word == "about" and is_number(scene, j + 1):
        return False
    lasts = any(t & WHEN for t in scene.tags[j + 1 : j + _SPAN])
    if word == "for" and (lasts or scene.lowers[j + 1] == "this"):
        return False  # 'did not tell her for three weeks', 'declined to comment for this story'
    dated = scene.tags[j + 1] & WEEKDAY  # 'told the court on Monday'
    return word in OF_WHAT or (word in _TOPICS and bool(frames & ABOUT) and not dated)


def _adjunct(scene: Scene, j: int, frames: int, limit: int, *, opens: bool) -> int | None:
    """Return the word behind the adjunct that starts at *j*, or None where it is none.

    Where its noun phrase runs into a verb, part of it is the subject of a bare
    clause: the word that begins this is returned, negative.
    """
    t, word = scene.tags[j], scene.lowers[j]
    if opens and word == "further":
        return None  # 'ruled out further cuts'
    if (behind := behind_time(scene, j, limit, opens=opens)) > j:
        return behind
    if is_adverb(scene, j):
        return None if tells_how_much(scene, j) else j + 1
    if t & PREPOSITION and bounds_number(scene, j):
        return None
    if word == "on" and _is_condition(scene, j):
        return _behind_condition(scene, j + 2, limit)
    if t & ADVERBIAL or (not opens and word.endswith("ing")):
        k = j + 1
        if k < limit and scene.tags[k] & DETERMINER and scene.lowers[k] != "that":
            end = behind_phrase(scene, j, limit)
            if 0 <= end < limit and scene.tags[end] & (DETERMINER | SUBJECT):
                return end  # 'after the talks the council', but 'after the talks had failed'
        return _next_break(scene, k, min(limit, j + _REACH))
    if not t & PREPOSITION or (opens and _is_topic(scene, j, frames)):
        return None
    return behind_phrase(scene, j, limit)


def _is_condition(scene: Scene, j: int) -> bool:
    """Whether 'on (the) condition' stands at word *j*, which is 'on'."""
    return "condition" in scene.lowers[j + 1 : j + 3]


def _behind_condition(scene: Scene, j: int, limit: int) -> int:
    """Return the word behind 'on (the) condition of anonymity' and its reason at word *j*."""
    reach = range(j, min(limit, j + _SPAN))
    behind = (k + 1 for k in reach if scene.lowers[k] == "anonymity")
    return _next_break(scene, next(behind, limit), min(limit, j + _REACH))


def _broken(scene: Scene, j: int) -> Behind:
    """What stands behind the punctuation before word *j*."""
    if scene.opens_mark(j):
        return Behind("mark", j)
    if scene.bits[j] & COLON:
        return Behind("colon", j)
    if scene.bits[j] & COMMA:
        return Behind("that" if scene.lowers[j] == "that" else "comma", j)
    return Behind("break", j)


def _next_break(scene: Scene, j: int, stop: int) -> int:
    """Return where the adjunct clause ends that goes on at *j*: at punctuation, or 'that'."""
    while j < stop and not scene.bits[j] & BREAK and scene.lowers[j] != "that":
        j += 1
    return j


def behind_phrase(scene: Scene, j: int, limit: int) -> int:
    """Return the word behind the prepositional phrase at *j*; see `_adjunct`."""
    tags, bits = scene.tags, scene.bits
    k = j + 1
    while k < limit and tags[k] & PREPOSITION:
        k += 1
    if k >= limit or bits[k] & BREAK:
        return k
    if tags[k] & PRONOUN and not tags[k] & (DETERMINER | NUMBER):
        return k + 1
    if scene.lowers[k - 1] == "in" and scene.words.words[k].endswith("ing"):
        return _next_break(scene, k + 1, min(limit, k + _REACH))  # 'said in closing the meeting'
    end = max(k + 1, right_phrase(scene, k, limit, full=False))
    timed = end < limit and tags[end] & (WHEN | CLITIC)
    if timed and (owned := owned_at(scene, end, limit)):  # 'said at last week's rally that'
        end = max(owned + 1, right_phrase(scene, owned + 1, limit, full=False))
    if end < limit and end - k > 1 and not bits[end] & BREAK and is_verb(scene, end):
        subject = _bare_subject(scene, k, end)
        joined = subject < 0 and tags[-subject - 1] & CONJUNCTION
        return -subject - 1 if joined else subject  # 'confessed to theft and the jury took'
    return end


def _bare_subject(scene: Scene, first: int, end: int) -> int:
    """Return, negative, where the subject begins that ends a phrase before a verb at *end*.

    'in Ohio Trent would' holds two noun phrases; where they cannot be told
    apart, the last noun is the subject: 'under the plan taxes would'.
    """
    at = end - 1
    if scene.capital(at):
        while at > first + 1 and scene.capital(at - 1):
            at -= 1
        return -at
    plural = scene.lowers[at].endswith("s")
    while at > first and not scene.tags[at] & DETERMINER and not opens_count(scene, at):
        if scene.tags[at - 1] & WHEN:
            break  # 'on Monday British forces would'
        at -= 1
    if at > first:
        return -at
    return 1 - end if plural and scene.tags[end] & AUXILIARY else end


def _hanging(scene: Scene, j: int, first: int) -> Behind | None:
    """What a clause at *j* hangs on behind a preposition, or None: 'joked about claims that'."""
    at = hangs_at(scene, j, first) if j > first else -1
    if scene.lowers[at] == "as":
        return None  # 'dismissed as absurd the idea that': it is no topic
    kind: Right = "against" if scene.lowers[at] == "against" else "about"
    return Behind(kind, at) if at >= 0 else None


def _about(scene: Scene, j: int, frames: int, limit: int) -> Behind:
    """What 'of', 'about' or 'against' at *j* opens; marks behind the phrase are the content.

    Marks inside it are not all of that: 'warned of a “wave” of closures'.
    """
    end = behind_phrase(scene, j, limit)
    inside = end < limit and scene.tags[end - 1] & DETERMINER and not scene.bits[end] & COMMA
    if 0 <= end < limit and not (inside and end > j + 1 and frames & ABOUT):
        besides = scene.tags[end - 1] & CUE and scene.tags[end - 2] & CONJUNCTION
        if scene.lowers[end] == "that" and not besides:  # 'of floods and say that'
            told = frames & ABOUT and scene.lowers[j] in OF_WHAT and scene.tags[j - 1] & CUE
            topic = told and not scene.tags[end - 1] & CONJUNCTION
            return _hanging(scene, end, j) or (Behind("about", j) if topic else Behind("that", end))
        found = _broken(scene, end)
        if found.kind != "break":
            return found
    return Behind("about", j)
