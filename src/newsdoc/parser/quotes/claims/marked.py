"""Cues that count only with words in marks: ``X called it "content"``."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.speech import AT, CLAUSE, MARKS, PARTICIPLE, THAT, THIRD, Cue
from newsdoc.lexicon.tags import (
    AUXILIARY,
    BE,
    COMPLEMENTIZER,
    CONJUNCTION,
    CUE,
    DETERMINER,
    NUMBER,
    PREPOSITION,
    QUESTION,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    WEEKDAY,
)
from newsdoc.parser.gaps import BREAK, COLON, COMMA, DASH, SEMICOLON
from newsdoc.parser.phrases import (
    ARTICLES,
    is_verb,
)
from newsdoc.parser.quotes.claims.around import Found, goes_on, last_marked
from newsdoc.parser.quotes.claims.ends import SAID, says_on, speaks_next
from newsdoc.parser.quotes.clauses.verbs import Verb
from newsdoc.parser.quotes.rules import Rule
from newsdoc.parser.quotes.scene import Scene

_RELATES: Final = COMPLEMENTIZER | RELATIVE
NAMES: Final = frozenset({"bill", "call", "dub", "name", "style", "term", "use"})  # not of speech
_BORNE: Final = NAMES | {"brand", "label"}  # what bears them stands before their participle
_SUBJECT: Final = 7  # words: no subject behind a comma that is looked through is longer
_TEXTS: Final = frozenset({"caption", "hashtag", "message", "words"})  # hold words
_PHRASE: Final = 20  # words: no noun phrase that introduces marks is longer
_NEAR: Final = 40  # words: marked words belong to a cue before them within so many


def needs_marks(cue: Cue) -> bool:
    """Whether a cue counts only with words in marks."""
    return bool(cue.frames & MARKS) and not cue.frames & (CLAUSE | THAT)


def in_marks(scene: Scene, verb: Verb, limit: int) -> Found | None:
    """`X called it "…"`: the words of the clause behind a cue that counts only with marks."""
    start = verb.last + 1
    if start >= limit or _is_told_of(scene, verb, start):
        return None
    if _names_next(scene, verb, start) and not _speaks(scene, verb):
        return None
    if verb.cue.frames & AT and not _at_marks(scene, start, limit):
        return None
    if at := introduced(scene, start, limit):
        speaker = (start, at) if verb.cue.lemma == "quote" else None  # 'The Post quoted Roe: "…"'
        return Found([(at, last_marked(scene, at, limit))], speaker, Rule.CALLED)
    end, stop = _clause_with_marks(scene, start, min(limit, start + _NEAR))
    if not end:
        return None
    tags = scene.tags
    while start < end - 1 and tags[start] & PREPOSITION and scene.mark_at[start] < 0:
        start += 1
    loose = PREPOSITION | TIME | WEEKDAY | CONJUNCTION | SUBORDINATOR
    cut = stop < limit and not scene.bits[stop] & BREAK
    if cut or (end < limit and (tags[end] & loose or is_verb(scene, end))):
        stop = end
    return Found([(start, stop)], None, Rule.CALLED)


def _is_told_of(scene: Scene, verb: Verb, start: int) -> bool:
    """Whether the verb of its subject stands behind a participle: 'The term often used is “x”'."""
    if not scene.tags[start] & BE or not verb.cue.form & PARTICIPLE:
        return False
    return not any(scene.tags[j] & AUXILIARY for j in range(verb.first, verb.i))


def introduced(scene: Scene, start: int, limit: int) -> int:
    """Return the word that opens marks behind a noun phrase at *start* and a colon, or 0."""
    bits, stop = scene.bits, min(limit, start + _PHRASE)
    if scene.tags[start] & BE and start + 1 < limit and bits[start + 1] & COLON:
        return start + 1 if scene.opens_mark(start + 1) else 0  # 'What she said was: "…"'
    at = next((k for k in range(start + 1, stop) if bits[k] & BREAK), 0)
    titled = at and scene.words.lowers[at - 1] in _TEXTS  # 'with the caption “…”'
    if not at or not (bits[at] & COLON or titled) or not scene.opens_mark(at):
        return 0
    words = range(start, at)
    clause = any(is_verb(scene, k) or scene.tags[k] & (SUBJECT | NUMBER) == SUBJECT for k in words)
    return 0 if clause else at


def _names_next(scene: Scene, verb: Verb, start: int) -> bool:
    """Whether the verb can give a name that stands right behind it: 'a blog, called the "Feed"'."""
    if scene.bits[verb.first] & COMMA and scene.words.lowers[start] in ARTICLES:
        return start + 1 < len(scene.words) and scene.opens_mark(start + 1)
    return scene.mark_at[start] >= 0


def _clause_with_marks(scene: Scene, start: int, limit: int) -> tuple[int, int]:
    """Return the word behind the last marked one of the clause from *start*, and its end."""
    tags, bits = scene.tags, scene.bits
    end = passed = 0
    for k in range(start, limit):
        if k >= passed:
            passed = _passed_over(scene, k, start, limit, marked=end > 0)
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
    if marked and k + 2 < limit and scene.opens_mark(k + 2) and not scene.bits[k + 2] & COMMA:
        word = scene.words.lowers[k + 1]
        return scene.capital(k + 1) or word.endswith("s")  # 'called it "new" and critics "old"'
    return marked and (goes_on(scene, k) or speaks_next(scene, k + 1, limit))


def _passed_over(scene: Scene, k: int, start: int, limit: int, *, marked: bool) -> int:
    """Return the word behind what is no border of the clause from *start* at word *k*, or 0.

    That is a title before the marks ('trashed him on “Morning Joe”'), 'as' before
    them ('described her, in May, as "a saint"'), and a relative clause before that
    ('hailed her, who won, as "a star"').
    """
    if scene.mark_at[k] >= 0:
        title = not marked and scene.opens_mark(k) and scene.titles(k, start)
        return scene.marks[scene.mark_at[k]].last if title else 0
    if k == start or not scene.bits[k] & COMMA:
        return 0
    if _as_marks(scene, k, limit):
        return k + 1
    if not scene.tags[k] & RELATIVE:
        return 0
    closes = scene.comma(k + 1, limit)
    return closes if closes < limit and _as_marks(scene, closes, limit) else 0


def _as_marks(scene: Scene, k: int, limit: int) -> bool:
    """Whether 'as' at *k* names what comes in marks."""
    if scene.words.lowers[k] != "as" or k + 2 >= limit:
        return False
    return scene.opens_mark(k + 1) or (
        bool(scene.tags[k + 1] & DETERMINER) and scene.opens_mark(k + 2)
    )


def _goes_on(scene: Scene, j: int, limit: int) -> bool:
    """Whether another verb goes on behind the comma before word *j*.

    It has a name or a pronoun for its subject ('Roe left when "…"'), or that of the
    cue before ('calling him "…"', 'said he was "…"').
    """
    cue = scene.tags[j] & CUE and scene.words.lowers[j].endswith(("ing", *SAID))
    if cue or _says_there(scene, j, limit):
        return True
    opens = j + 1 < limit and (scene.capital(j) or scene.tags[j] & SUBJECT)
    return bool(opens) and not scene.bits[j + 1] & BREAK and is_verb(scene, j + 1)


def _says_there(scene: Scene, j: int, limit: int) -> bool:
    """Whether a noun phrase at word *j* runs into a cue: ', the prime minister said'."""
    if not scene.tags[j] & DETERMINER and not scene.capital(j):
        return False
    for k in range(j + 1, min(limit, j + _SUBJECT)):
        if scene.bits[k] & BREAK or scene.tags[k] & RELATIVE:
            return False
        if scene.tags[k] & CUE and scene.words.lowers[k].endswith(SAID):
            return True
    return False


def _at_marks(scene: Scene, start: int, limit: int) -> bool:
    """Whether the first marked words from word *start* on stand behind 'at'."""
    first = next((k for k in range(start, min(limit, start + _NEAR)) if scene.opens_mark(k)), start)
    return first > start and scene.words.lowers[first - 1] == "at"


def _speaks(scene: Scene, verb: Verb) -> bool:
    """Whether a verb right before marks has a speaker, unlike 'a class called "Home"'."""
    subject = verb.subject
    if verb.cue.lemma not in _BORNE or verb.first != verb.i or verb.cue.form & THIRD:
        return True
    if subject is None or subject.phrase is None:
        return not scene.bits[verb.first] & BREAK  # 'and called', but 'a series, called "Home"'
    first, last = subject.phrase
    tags = scene.tags[first]
    if tags & (SUBJECT | RELATIVE) or scene.capital(last - 1):
        return True
    if first and scene.tags[first - 1] & (RELATIVE | QUESTION):
        return True  # 'which one user called'
    # 'X, head of Y, called', but 'A blog, called'
    return bool(scene.bits[verb.first] & BREAK) and scene.capital(first) and not tags & DETERMINER
