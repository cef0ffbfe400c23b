"""Marked spans that no cue of their unit claims: whose words they are.

They go on with the quote before them, or are introduced by a sentence that ends
with a colon, a label ('NAME: …') or a dash line, or belong to the subject of the
clause around them. Short ones inside a sentence are titles, nicknames and terms
as often as words of somebody, and are left alone.
"""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.tags import (
    ALONE,
    AUXILIARY,
    BE,
    BODY,
    CLITIC,
    CONJUNCTION,
    CUE,
    DETERMINER,
    MEDIUM,
    PREPOSITION,
    RELATIVE,
    SUBJECT,
    TITLE,
    WHO,
)
from newsdoc.model import Role
from newsdoc.parser.drafts import MentionDraft, QuoteDraft
from newsdoc.parser.gaps import BREAK, COLON, COMMA, DASH, JOIN, MARK
from newsdoc.parser.marks import Marked
from newsdoc.parser.phrases import WHEN, Phrase, is_verb, right_phrase
from newsdoc.parser.quotes.claims.marked import MIGHT
from newsdoc.parser.quotes.clauses import EMPTY, Clause, read_clauses, speaking_clause
from newsdoc.parser.quotes.labels import speaker_behind_dash
from newsdoc.parser.quotes.rules import Rule
from newsdoc.parser.quotes.scene import (
    HEADS,
    LIGHT,
    SINGLE,
    Scene,
    Unit,
)

_LONG: Final = 6  # words: a marked span inside a sentence is speech from this length on
_FEW: Final = 2  # words: one marked word is a term
_HEADING: Final = 8  # words: no heading in marks is longer
_WINDOW: Final = 60  # words: a subject is not looked for further to the left
_NAMED: Final = frozenset(
    {"called", "named", "titled", "entitled", "dubbed", "nicknamed", "term", "as"}
)
# What is made or used bears a name.
_MAKING: Final = frozenset(
    {"built", "created", "designed", "developed", "founded", "invented", "launched", "used"}
)
_VOTES: Final = frozenset({"vote", "votes"})
_SO_CALLED: Final = frozenset({"so", "called"})
_HANGS: Final = PREPOSITION | WHO  # opens what hangs on a noun
_OBJECT: Final = 4  # words: what is made stands so near to the verb
_TITLED_AS: Final = frozenset({"entitled", "headlined", "titled"})  # before a title, however long
_ANSWERS: Final = frozenset({"answer", "reply", "response"})
PRONOUNS: Final = frozenset({"he", "she", "they", "it"})
NOBODY: Final = EMPTY - PRONOUNS | {"here"}  # 'Here are the highlights:'
_NEAR: Final = 6  # words: a verb in the passive is so near to what is said
_TITLE_FROM: Final = 5  # words: a heading in marks is told by its capitals from here on
_COLOURS: Final = frozenset({"amber", "black", "orange", "purple", "red", "yellow"})
_SENT: Final = 12  # words: who sent an answer is named with fewer
_TITLED: Final = 14  # words: no heading in marks that capitals tell is longer
_GAP: Final = 40  # characters from what another calls it
_SHORT: Final = 4  # words: no subject without a verb is longer
_NO_GAP: Final = AUXILIARY | PREPOSITION | RELATIVE


def is_speech(scene: Scene, unit: Unit, mark: Marked) -> bool:
    """Whether a marked part of a sentence is speech by its length or its place."""
    if scene.lowers[mark.first - 1] in _TITLED_AS and mark.first > unit.first:
        return False
    if mark.last - mark.first >= _LONG or scene.bits[mark.first] & COLON:
        return True
    if mark.first != unit.first:
        return False
    role = scene.blocks[unit.block].role
    if scene.bits[mark.last] & (COLON | DASH) and (role in HEADS or role is Role.SUBHEAD):
        return True  # 'Shameful': MP attacks firm
    behind = speaker_behind(scene, unit, mark) or speaker_behind_dash(scene, mark.last, unit.last)
    return behind is not None


def is_heading(scene: Scene, unit: Unit, mark: Marked) -> bool:
    """Whether a few marked words are a paragraph that heads what follows.

    They are in capitals, without an end, or in single marks where others are double.
    """
    if not unit.opens:
        return False
    if scene.blocks[unit.block].role not in HEADS and _is_titled(scene, mark):
        return True
    if mark.last - mark.first > _HEADING:
        return False
    text = scene.words.text
    if text[mark.end - 1].isalnum() and text[mark.start : mark.end].isupper():
        return True
    single = text[mark.outer : mark.start] in SINGLE
    return single and scene.marks_doubly()


def _is_titled(scene: Scene, mark: Marked) -> bool:
    """Whether marked words are printed as headings are: ‘You Want to Lower That, Son’."""
    first, last = mark.first, mark.last
    if not _TITLE_FROM <= last - first <= _TITLED:
        return False
    words, tags = scene.words.words, scene.tags
    return all(words[j][0].isupper() or tags[j] & (LIGHT | CLITIC) for j in range(first, last))


def speaker_behind(scene: Scene, unit: Unit, mark: Marked) -> Phrase | None:
    """Return the subject behind marks that go on: '"No," she went on'."""
    j = mark.last
    if j >= unit.last or scene.words.text[mark.end - 1] not in ",?!":
        return None
    named = j + 1 < unit.last and (scene.capital(j + 1) or scene.tags[j + 1] & DETERMINER)
    if named and is_verb(scene, j) and not scene.tags[j] & AUXILIARY:
        return j + 1, right_phrase(scene, j + 1, unit.last, full=True)  # '"No," groaned Roe'
    if not (scene.tags[j] & (SUBJECT | DETERMINER) or scene.capital(j)):
        return None
    end = right_phrase(scene, j, unit.last, full=True)
    if any(scene.tags[k] & RELATIVE for k in range(j, end)):
        return None  # '"Home," a series that began in May, whose star'
    if end == unit.last and not scene.bits[j] & DASH:  # it has taken the verb for a participle
        end = right_phrase(scene, j, end, full=False)
    return (j, end) if j < end < unit.last else None


def tells_of(scene: Scene, unit: Unit, mark: Marked) -> bool:
    """Whether the words before a mark are no speaker: 'That makes her "…"', 'Roe "has no idea"'.

    Where the verb stands inside the marks, its subject is whom they tell of.
    """
    j = mark.first
    if scene.bits[j] & (BREAK & ~(MARK | DASH)) or j <= unit.first:
        return False
    clause = speaking_clause(scene, read_clauses(scene, max(unit.first, j - _WINDOW), j), j)
    if clause is not None:
        a, b = clause.subject
        word = scene.lowers[a] if b - a == 1 else ""
        return word in EMPTY and (word != "it" or bool(scene.tags[clause.verb] & (BE | CLITIC)))
    return right_phrase(scene, unit.first, j, full=False) == j


def is_spoken_of(scene: Scene, unit: Unit, mark: Marked) -> bool:
    """Whether a passive verb before marks tells of its subject: 'was praised as doing a “…”'."""
    for k in range(mark.first - 1, max(unit.first, mark.first - _NEAR), -1):
        if scene.tags[k] & CUE and scene.lowers[k].endswith("ed"):
            return bool(scene.tags[k - 1] & BE)
    return False


def is_dated(scene: Scene, unit: Unit, mark: Marked) -> bool:
    """Whether a date is all that stands before marks: 'July 15, 1960: “…”'."""
    words = range(unit.first, mark.first)
    dated = all(scene.tags[j] & WHEN or scene.lowers[j].isdigit() for j in words)
    return dated and len(words) > 0


def who_acts(scene: Scene, unit: Unit) -> Phrase | None:
    """Return who may speak behind a sentence: 'Roe went on.', 'The family issued a statement.'."""
    if scene.blocks[unit.block].role is not Role.BODY:
        return None
    last = unit.last
    clause = speaking_clause(
        scene, read_clauses(scene, max(unit.first, last - _WINDOW), last), last
    )
    if clause is None:
        return None
    first, end = clause.subject
    named = scene.capital(first) and scene.capital(end - 1) and not scene.tags[first] & SUBJECT
    if end == unit.first + 1 and not scene.names(scene.words.words[first]):
        return None  # 'Bicycles leaned against the wall.'
    main = first == unit.first or scene.bits[first] & COMMA
    return clause.subject if named or (main and _tells(scene, unit, clause)) else None


def _tells(scene: Scene, unit: Unit, clause: Clause) -> bool:
    """Whether a body, a role or several people tell something: 'Fans paid tribute to her'."""
    last = clause.subject[1] - 1
    if scene.tags[last] & (MEDIUM | SUBJECT) or scene.tags[clause.verb] & BE:
        return False
    if not scene.lowers[last].endswith("s") and not _is_somebody(scene, unit, clause.subject):
        return False
    told = range(clause.verb, min(unit.last, clause.verb + _NEAR))
    return any(scene.tags[k] & (CUE | MEDIUM) or scene.lowers[k] == "tribute" for k in told)


def who_sent(scene: Scene, unit: Unit) -> Phrase | None:
    """Return whose answer a sentence ends with: 'Later came a reply from a Corvex spokesman.'."""
    last = unit.last
    for j in range(last - 2, max(unit.first, last - _SENT), -1):
        if scene.lowers[j] == "from":
            sent = scene.tags[j - 1] & MEDIUM or scene.lowers[j - 1] in _ANSWERS
            end = right_phrase(scene, j + 1, last, full=True) if sent else 0
            return (j + 1, last) if end == last else None
    return None


def may_speak(scene: Scene, mention: MentionDraft) -> bool:
    """Whether a mention may be a person or a body: a name, a pronoun, a role."""
    first, last = scene.words.at(mention.start), scene.words.at(mention.end - 1)
    named = scene.capital(last) and (first < last or scene.names(scene.words.words[last]))
    alone = scene.tags[last] & ALONE  # 'another'
    told = scene.tags[first] & SUBJECT or scene.tags[last] & (TITLE | BODY)
    return bool(named or alone or told)


def lowered(scene: Scene, mention: MentionDraft) -> str:
    """Return the words of a mention in small letters."""
    return scene.words.text[mention.start : mention.end].lower()


def whose_words(scene: Scene, unit: Unit, mark: Marked) -> Phrase | None:
    """Return the person in whose clause a few marked words in small letters stand.

    'She voiced a wish for a "strong, free" press': they are hers. Terms that are
    introduced as such ('so-called', 'known as') are nobody's.
    """
    j = mark.first
    if mark.last - j < _FEW or scene.capital(j) or j - 1 <= unit.first:
        return None
    if scene.lowers[j - 1] in _NAMED or scene.bits[j - 1] & JOIN:
        return None
    if set(scene.lowers[max(unit.first, j - _OBJECT) : j]) >= _SO_CALLED:
        return None  # 'the so-called green “iron ring”'
    holds = scene.speech.lists["bearers"] | _VOTES
    if mark.last < unit.last and scene.lowers[mark.last] in holds:
        return None  # 'She held up a “for sale” sign'
    if scene.lowers[mark.last - 1] in {"alert", "warning"} and scene.lowers[j] in _COLOURS:
        return None  # 'issued an “orange alert”'
    first = max(unit.first, j - _WINDOW)
    clause = speaking_clause(scene, read_clauses(scene, first, j), j)
    if clause is None or scene.tags[clause.verb] & BE or scene.lowers[clause.verb] in MIGHT:
        return None
    if scene.lowers[clause.verb] in _MAKING and j - clause.verb <= _OBJECT:
        return None  # 'The team developed a "smart skin"'
    a, b = clause.subject
    if b - a == 1 and scene.lowers[a] in EMPTY:
        return None  # 'It depends on "swing voters"'
    if any(scene.bits[k] & COLON for k in range(b, j)):
        return None  # 'Water outages: residents “at the end of their tether”'
    return clause.subject if _is_somebody(scene, unit, clause.subject) else None


def _is_somebody(scene: Scene, unit: Unit, phrase: Phrase) -> bool:
    """Whether a subject is a pronoun, a name or a role: not 'The merger of Elm and Oak'."""
    a, b = phrase
    hangs = (k for k in range(a + 1, b) if scene.tags[k] & _HANGS or scene.bits[k] & BREAK)
    head = next(hangs, b) - 1
    alone = head + 1 == b or not scene.tags[a] & DETERMINER
    named = scene.capital(head) and scene.capital(a) and alone  # not 'A CT of his chest'
    if head == a == unit.first:
        named = named and scene.names(scene.words.words[a])  # not 'Rural', a sentence's first word
    return bool(scene.tags[a] & SUBJECT or named or scene.tags[head] & (TITLE | BODY))


def gapped(scene: Scene, unit: Unit, mark: Marked, before: list[QuoteDraft]) -> Phrase | None:
    """Return who calls something what stands in marks, without the verb that stands before.

    'Supporters called it “a gift,” critics “a theft.”', 'Labour, “a theft.”'
    """
    called = before[-1] if before and before[-1].why == Rule.CALLED else None
    if called is None or not called.content or mark.outer - called.content[-1][1] > _GAP:
        return None
    last = mark.first
    near = range(last - 1, max(unit.first, last - _SHORT) - 1, -1)
    first = next((j for j in near if scene.mark_at[j - 1] >= 0 or j == unit.first), last)
    if last - first > _SHORT or first >= last or scene.mark_at[first] >= 0:
        return None
    if scene.mark_at[first - 1] < 0 and not scene.bits[last] & COMMA:
        return None  # another sentence: 'Labour, “a theft.”'
    if any(scene.bits[j] & BREAK for j in range(first + 1, last)) or scene.tags[first] & _NO_GAP:
        return None
    if scene.tags[first] & CONJUNCTION:
        first += 1
    whole = first < last and right_phrase(scene, first, last, full=False) == last
    named = scene.capital(last - 1) or scene.lowers[last - 1].endswith("s")
    return (first, last) if whole and named and not is_verb(scene, last - 1) else None
