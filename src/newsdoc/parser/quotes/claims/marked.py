"""Cues that count only with words in marks: ``X called it "content"``."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.speech import AT, CLAUSE, LISTENER, MARKS, OBJECT, PARTICIPLE, THAT, THIRD, Cue
from newsdoc.lexicon.tags import (
    BE,
    COMPLEMENTIZER,
    CONJUNCTION,
    CUE,
    DETERMINER,
    MEDIUM,
    NUMBER,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUESTION,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    WEEKDAY,
)
from newsdoc.model import Stance
from newsdoc.parser.gaps import BREAK, CLOSE, COLON, COMMA, DASH, OPEN, SEMICOLON
from newsdoc.parser.phrases import (
    ARTICLES,
    WHEN,
    Phrase,
    is_verb,
    right_phrase,
)
from newsdoc.parser.quotes.claims.around import (
    Found,
    goes_on,
    has_verb,
    last_marked,
    opens_clause,
)
from newsdoc.parser.quotes.claims.following import SAID, said_by, says_marked, says_on, speaks_next
from newsdoc.parser.quotes.clauses.verbs import Verb
from newsdoc.parser.quotes.rules import Rule
from newsdoc.parser.quotes.scene import Scene

_RELATES: Final = COMPLEMENTIZER | RELATIVE
_LOOSE: Final = PREPOSITION | TIME | WEEKDAY | CONJUNCTION | SUBORDINATOR  # behind the marks
NAMES: Final = frozenset({"bill", "call", "dub", "name", "style", "term", "use"})  # not of speech
_CALLS: Final = frozenset({"call", "called", "calls", "describe", "described", "describes"})
_NAMER: Final = 16  # words: who calls it something and the verb are so near
_WHAT: Final = frozenset({"that", "what", "which"})
_BORNE: Final = NAMES | {
    "brand",
    "introduce",
    "label",
}  # what bears them stands before their participle
_TEXTS: Final = frozenset({"caption", "hashtag", "message", "words"})  # hold words
_TERMS: Final = frozenset({"expression", "hashtag", "phrase", "term", "terms", "word", "words"})
_AS: Final = frozenset({"cast", "present"})  # say something only with 'as'
_NAMED: Final = NAMES | _AS
MIGHT: Final = frozenset({"can", "could", "may", "might"})
_SET: Final = frozenset({"at", "during", "in", "on"})
_IT: Final = frozenset({"it", "them", "this"})
_WORDS: Final = 8  # words: from 'used' to 'the word' that is used
# Verbs of crying out: what follows their words is none.
_CRIES: Final = frozenset(
    {"chant", "cry", "cry out", "exclaim", "holler", "mutter", "scream", "shout", "whisper", "yell"}
)
DURING: Final = frozenset({"after", "amid", "as", "before", "during", "when", "while"})
_TOPIC: Final = frozenset({"about", "of"})  # go on with a phrase: 'said "good things" about Roe'
_HEARER: Final = DETERMINER | POSSESSIVE | PRONOUN | PLURAL  # opens who is told: 'to the fans'
_COMPLETES: Final = frozenset({"for", "of"})  # goes on with a noun
_PHRASE: Final = 20  # words: no noun phrase that introduces marks is longer
_NEAR: Final = 40  # words: marked words belong to a cue before them within so many


def needs_marks(cue: Cue) -> bool:
    """Whether a cue counts only with words in marks."""
    return bool(cue.frames & MARKS) and not cue.frames & (CLAUSE | LISTENER | THAT)


def in_marks(scene: Scene, verb: Verb, limit: int) -> Found | None:
    """`X called it "…"`: the words of the clause behind a cue that counts only with marks."""
    tags, start = scene.tags, verb.last + 1
    if start >= limit or (tags[start] & BE and verb.cue.form & PARTICIPLE):
        return None  # 'The term often used is “x”'
    if _names_next(scene, verb, start) and not _speaks(scene, verb):
        return None
    if _says_nothing(scene, verb, start):
        return None
    if verb.cue.frames & AT and not _at_marks(scene, start, limit):
        return None
    if at := _captioned(scene, verb, start, limit):
        return Found([(at, last_marked(scene, at, limit))], None, Rule.MARKS)
    if at := introduced(scene, start, limit):
        speaker = (start, at) if verb.cue.lemma == "quote" else None  # 'The Post quoted Roe: "…"'
        return Found([(at, last_marked(scene, at, limit))], speaker, Rule.CALLED)
    end, stop = _clause_with_marks(scene, start, min(limit, start + _NEAR))
    addressed = verb.cue.lemma == "address" and "as" not in scene.lowers[start:end]
    if not end or addressed:  # 'a letter addressed to the "Family"'
        return None
    start = _set_before(scene, verb, start, end)
    while tags[start] & PREPOSITION and scene.mark_at[start] < 0:
        start += 1
    if tags[start] & WEEKDAY and start + 1 < end and tags[start + 1] & DETERMINER:
        start += 1  # 'criticized Friday the plan'
    return Found([(start, _cut(scene, verb, end, stop, limit))], None, Rule.CALLED)


def _set_before(scene: Scene, verb: Verb, start: int, end: int) -> int:
    """Return the marks before *end* behind where they were said at *start*, or *start*.

    'A plan that Roe slammed on a radio show as “greed”': what it was stands before who spoke.
    """
    phrase = verb.subject.phrase if verb.subject else None
    if phrase is None or scene.lowers[start] not in _SET or not phrase[0]:
        return start
    at = next((k for k in range(start, end) if scene.opens_mark(k)), start)
    related = scene.tags[phrase[0] - 1] & _RELATES
    return at if related and scene.lowers[at - 1] == "as" else start


def _cut(scene: Scene, verb: Verb, end: int, stop: int, limit: int) -> int:
    """Return where content ends whose marks end before word *end*, and its clause before *stop*."""
    if verb.cue.stance is Stance.ASKS and end < limit and scene.lowers[end] == "to":
        return stop  # 'appealed for "anyone who saw it" to come forward'
    if end + 1 < stop and scene.lowers[end] in _COMPLETES and _is_noun(scene, end):
        return right_phrase(scene, end + 1, stop, full=False)
    cut = stop < limit and not scene.bits[stop] & BREAK
    if cut or (end < limit and (scene.tags[end] & _LOOSE or is_verb(scene, end))):
        return end
    return stop


def _is_noun(scene: Scene, end: int) -> bool:
    """Whether marked words before *end* are a noun of which more is told: 'the “death” of his dog'.

    'For years' tells when.
    """
    first = scene.marks[scene.mark_at[end - 1]].first
    timed = any(t & (WHEN | QUESTION) for t in scene.tags[end + 1 : end + 3])
    timed = timed or scene.lowers[end + 1].endswith("ing")
    return scene.tags[first - 1] & (DETERMINER | POSSESSIVE) > 0 and not timed


def _says_nothing(scene: Scene, verb: Verb, start: int) -> bool:
    """Whether what follows is liked or brought in: 'like to sell “joy”', 'introducing “Joy”'.

    Who uses a “clock” says nothing, who uses the word “clock” does.
    """
    if verb.cue.lemma == "use":
        near = range(start, min(len(scene.words), start + _WORDS))
        return not any(scene.opens_mark(k + 1) and scene.lowers[k] in _TERMS for k in near)
    if verb.cue.lemma == "introduce":
        return scene.mark_at[start] >= 0
    if verb.cue.lemma in _NAMED and not MIGHT.isdisjoint(scene.lowers[verb.first : verb.i]):
        return True  # 'The club that can best cast itself as “the people's team” wins'
    if verb.cue.lemma in _AS:  # 'cast a “no” vote', 'presented “Boats”'
        near = range(start, min(len(scene.words), start + _WORDS))
        return not any(scene.lowers[k] == "as" for k in near)
    return verb.cue.lemma == "like" and scene.lowers[start] == "to"


def _captioned(scene: Scene, verb: Verb, start: int, limit: int) -> int:
    """Return the word that opens a caption behind what has it at *start*, or 0.

    'She captioned the photo, “Home”'.
    """
    if verb.cue.lemma != "caption":
        return 0
    near = range(start + 1, min(limit, start + _PHRASE))
    at = next((k for k in near if scene.opens_mark(k)), 0)
    return at if scene.bits[at] & COMMA else 0


def introduced(scene: Scene, start: int, limit: int) -> int:
    """Return the word that opens marks behind a noun phrase at *start* and a colon, or 0."""
    bits, stop = scene.bits, min(limit, start + _PHRASE)
    at = next((k for k in range(start + 1, stop) if bits[k] & BREAK), 0)
    at += at > 0 and scene.lowers[at] == "captioned"  # 'a photo, captioned: “…”'
    titled = at and scene.lowers[at - 1] in _TEXTS  # 'with the caption “…”'
    if not at or not (bits[at] & COLON or titled) or not scene.opens_mark(at):
        return 0
    if at == start + 1 and (scene.tags[start] & BE or scene.lowers[start] in _IT):
        return at  # 'What she said was: "…"', 'denied it: "…"'
    words = range(start, at - (scene.lowers[at - 1] == "captioned"))
    clause = any(is_verb(scene, k) or scene.tags[k] & (SUBJECT | NUMBER) == SUBJECT for k in words)
    return 0 if clause else at


def cries_of(scene: Scene, start: int, limit: int) -> list[Phrase]:
    """Return the marked sentences that are listed from word *start* on: ', “A,” and “B!”'."""
    cries: list[Phrase] = []
    at = start
    while at < limit and scene.opens_mark(at) and scene.capital(at):
        mark = scene.marks[scene.mark_at[at]]
        cries.append((at, mark.last))
        at = mark.last
        if scene.words.text[mark.end - 1] not in ",!?" or at >= limit:
            break
        at += scene.tags[at] & CONJUNCTION > 0
    return cries if scene.bits[start] & COMMA else []


def is_told_how(scene: Scene, verb: Verb, marked: Phrase, limit: int) -> bool:
    """Whether what follows *marked* words tells when, where or how they were said.

    So it does behind a cry, 'chanted "Out" for an hour', behind what is no clause with it,
    'said "no" to the plan', or where it tells the time: 'said "it is over" before leaving'.
    Else it may go on with what is said: 'said "we will fight" for the title'.
    """
    start, behind = marked
    tags, word, t = scene.tags, scene.lowers[behind], scene.tags[behind]
    if not t & _LOOSE or t & CONJUNCTION or word in _TOPIC or not verb.cue.frames & CLAUSE:
        return False
    if (
        verb.cue.frames & OBJECT
        or scene.marked(behind, limit)
        or has_verb(scene, behind + 1, limit)
    ):
        return False
    hearer = behind + 1 < limit and (tags[behind + 1] & _HEARER or scene.capital(behind + 1))
    if word == "to" and not hearer:
        return False  # 'said "it is time" to go', but 'to the fans', 'to Roe'
    if verb.cue.lemma in _CRIES or word in DURING or t & (TIME | WEEKDAY):
        return True
    if any(scene.tags[j] & (WEEKDAY | MEDIUM) for j in range(behind + 1, min(limit, behind + 4))):
        return True
    elliptic = verb.cue.form & THIRD  # of a heading: 'Vale says "no plans" for a new tax'
    return not elliptic and not has_verb(scene, start, behind)


def _names_next(scene: Scene, verb: Verb, start: int) -> bool:
    """Whether the verb can give a name that stands right behind it: 'a blog, called the "Feed"'."""
    if scene.bits[verb.first] & COMMA and scene.lowers[start] in ARTICLES:
        return start + 1 < len(scene.words) and scene.opens_mark(start + 1)
    return scene.mark_at[start] >= 0


def _clause_with_marks(scene: Scene, start: int, limit: int) -> tuple[int, int]:
    """Return the word behind the last marked one of the clause from *start*, and its end."""
    tags, bits = scene.tags, scene.bits
    end = passed = 0
    for k in range(start, limit):
        if k >= passed:
            passed = _passed_over(scene, k, start, limit)
        if k < passed:
            continue
        if scene.mark_at[k] >= 0:
            end = k + 1
            continue
        b = bits[k] if k > start else 0
        if b & (SEMICOLON | DASH | COLON):
            return end, k
        if not end and scene.behind_comma(k) and _goes_on(scene, k, limit):
            return 0, k  # 'X criticized Y, Z shot back, "…"'
        if b & COMMA and scene.lowers[k] == "with" and said_by(scene, k, limit):
            return end, k  # 'X criticized Y, with Z calling it "…"'
        if b & COMMA and (end or tags[k] & (CONJUNCTION | RELATIVE | SUBORDINATOR)):
            return end, k
        if tags[k] & CONJUNCTION and _leaves(scene, k, limit, marked=end > 0):
            return end, k
    return end, limit


def _leaves(scene: Scene, k: int, limit: int, *, marked: bool) -> bool:
    """Whether a conjunction at *k* joins something else; *marked*: behind the marks."""
    if k + 1 < limit and scene.tags[k + 1] & _RELATES:
        return True  # 'a tax that Roe called wrong and that Vale labelled "a gift"'
    if says_on(scene, k + 1, limit):
        return True
    if not marked:
        return False
    if k + 2 < limit and scene.opens_mark(k + 2) and scene.capital(k + 1):
        return True  # 'called it "new" and Vale "old"'
    return goes_on(scene, k) or speaks_next(scene, k + 1, limit)


def _passed_over(scene: Scene, k: int, start: int, limit: int) -> int:
    """Return the word behind what is no border of the clause from *start* at word *k*, or 0.

    That is a title before the marks ('trashed him on “Morning Joe”'), a bracket, 'as' before
    them ('described her, in May, as "a saint"'), and a relative clause before that
    ('hailed her, who won, as "a star"').
    """
    if scene.mark_at[k] >= 0:
        title = scene.opens_mark(k) and scene.titles(k, start)
        return scene.marks[scene.mark_at[k]].last if title else 0
    if k > start and scene.bits[k] & DASH:  # 'criticized the plan – and its cost – as a "gamble"'
        closes = scene.broken(DASH, k + 1, min(limit, k + _PHRASE))
        return closes + 1 if closes < limit and _as_marks(scene, closes, limit) else 0
    if k > start and scene.bits[k] & OPEN:  # 'talked about kombu (pronounced “kom-boo”)'
        return next((j for j in range(k + 1, limit) if scene.bits[j] & CLOSE), limit)
    if k == start or not scene.bits[k] & COMMA:
        return 0
    if _as_marks(scene, k, limit):
        return k + 1
    closes = scene.comma(k + 1, limit) if scene.tags[k] & RELATIVE else limit
    return closes if closes < limit and _as_marks(scene, closes, limit) else 0


def _as_marks(scene: Scene, k: int, limit: int) -> bool:
    """Whether 'as' at *k* names what comes in marks."""
    near = range(k + 1, min(limit, k + 3))
    return scene.lowers[k] == "as" and any(scene.opens_mark(j) for j in near)


def _goes_on(scene: Scene, j: int, limit: int) -> bool:
    """Whether another verb goes on behind the comma before word *j*.

    It has a name or a pronoun for its subject ('Roe left when "…"'), or that of the
    cue before ('calling him "…"', 'said he was "…"').
    """
    if scene.tags[j] & CUE and scene.lowers[j].endswith(("ing", *SAID)):
        return True
    opens = j + 1 < limit and (scene.capital(j) or scene.tags[j] & SUBJECT)
    return bool(opens) and is_verb(scene, j + 1)


def _at_marks(scene: Scene, start: int, limit: int) -> bool:
    """Whether the first marked words from word *start* on stand behind 'at'."""
    first = next((k for k in range(start, min(limit, start + _NEAR)) if scene.opens_mark(k)), start)
    return first > start and scene.lowers[first - 1] == "at"


def _speaks(scene: Scene, verb: Verb) -> bool:
    """Whether a verb right before marks has a speaker, unlike 'a class called "Home"'."""
    subject = verb.subject
    if verb.cue.lemma not in _BORNE:
        return True
    if subject is None or subject.phrase is None:
        return not scene.bits[verb.first] & BREAK  # 'and called', but 'a series, called "Home"'
    first, last = subject.phrase
    if scene.tags[first] & (SUBJECT | RELATIVE) or scene.capital(last - 1):
        return True
    return first > 0 and scene.tags[first - 1] & (RELATIVE | QUESTION) > 0  # 'which a user called'


def before_name(scene: Scene, first: int, last: int) -> int:
    """Return where a noun phrase ends before another's name for it: 'seats | that Roe calls “x”'.

    That is *first* where the name is what the phrase is about: 'seats to make what Roe calls “x”'.
    """
    k = scene.mark_at[last - 1]
    if k < 0 or scene.marks[k].last != last or opens_clause(scene, first, last):
        return last
    near = range(first + 1, scene.marks[k].first)
    what = next((j for j in near if scene.lowers[j] in _WHAT), last)
    if what + 2 >= last or scene.tags[what + 1] & SUBJECT:
        return last
    behind = range(what + 2, min(last, what + _NAMER))
    if not any(scene.lowers[j] in _CALLS and says_marked(scene, j, last) for j in behind):
        return last
    return first if scene.lowers[what] == "what" else what
