"""Attributions that close or interrupt their content: ``content, X said``.

Each pattern is a function of a verb and what is around it that returns what it
`Found`, or None where it does not hold.
"""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.speech import (
    CLAUSE,
    LISTENER,
    NOUN,
    OBJECT,
    PARTICIPLE,
    PAST_FORM,
    SPEECH,
    THIRD,
)
from newsdoc.lexicon.tags import (
    ALONE,
    AUXILIARY,
    BE,
    BODY,
    COMPLEMENTIZER,
    CONJUNCTION,
    DETERMINER,
    FORUM,
    MEDIUM,
    PAPER,
    POSSESSIVE,
    PRONOUN,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    TITLE,
    WEEKDAY,
    WHO,
)
from newsdoc.parser.gaps import BREAK, COLON, COMMA, DASH, MARK
from newsdoc.parser.phrases import INDEFINITE, Phrase, apposed_phrase, is_verb, right_phrase
from newsdoc.parser.quotes.claims.apposed import apposition
from newsdoc.parser.quotes.claims.around import Found, around, has_verb
from newsdoc.parser.quotes.claims.as_told import inserted_as
from newsdoc.parser.quotes.claims.behind import Behind, look_right
from newsdoc.parser.quotes.claims.credited import acts, credited_end
from newsdoc.parser.quotes.claims.following import says_on
from newsdoc.parser.quotes.claims.joined import SAY
from newsdoc.parser.quotes.claims.unmarked import (
    BEFORE_CLAUSE,
    is_asked,
    is_content,
    parts_clause,
    wants_more,
)
from newsdoc.parser.quotes.clauses.doubtful import told_by
from newsdoc.parser.quotes.clauses.groups import is_adverb
from newsdoc.parser.quotes.clauses.tails import is_many
from newsdoc.parser.quotes.clauses.verbs import Verb
from newsdoc.parser.quotes.rules import Rule
from newsdoc.parser.quotes.scene import HEADS, Scene, Unit

# No name begins with such a word, and no noun goes on with one.
_NO_NAME: Final = BEFORE_CLAUSE | CONJUNCTION | COMPLEMENTIZER | AUXILIARY | PRONOUN
_GIVES: Final = frozenset({"ask", "declare", "deny", "proclaim", "promise"})  # 'promised a job'
_CONTENT: Final = frozenset({"that", "bare", "colon"})  # behind a cue
_CLEFT: Final = frozenset({"all", "how", "what"})  # 'is how she described it'
_GOES_ON: Final = ",?!"  # ends marked words whose sentence goes on with the attribution
_COMPARED: Final = frozenset({"ahead", "north", "short", "shy", "south"})
_SPEAKS: Final = TITLE | BODY | PAPER | MEDIUM | FORUM  # tags of nouns that say something
_ANSWER: Final = 4  # words: 'Quite the opposite'
_ACTING: Final = 5  # words: from 'acting' to the role
_OPENING: Final = frozenset({"He", "She", "They", "It", "We"})
_APPOSED: Final = 16  # words: between marks and the last apposition of who spoke


# --- content, said X ---


def inverted(scene: Scene, verb: Verb, unit: Unit, floor: int) -> Found | None:
    """`content, said X`."""
    i, j, b = verb.i, verb.last + 1, scene.bits[verb.i]
    if not b & (COMMA | DASH | MARK) or i <= floor or j >= unit.last:
        return None
    k = scene.mark_at[i - 1]
    marked = k >= 0 and not scene.is_title(k, floor)  # not 'Roe, host of "Today," suggested'
    parted = b & (COMMA | DASH)
    if not (marked or parted) or not _can_invert(scene, verb, unit.last):
        return None
    amid = not parted and scene.marks[k].first > floor
    if amid and scene.words.text[scene.marks[k].end - 1].isalnum():
        return None  # 'his client “vehemently” denied the charges'
    end = right_phrase(scene, j, unit.last, full=True)
    end = next((k for k in range(j + 1, end) if scene.bits[k] & COMMA and acts(scene, k)), end)
    runs = end < unit.last and is_verb(scene, end) and not scene.bits[end] & BREAK
    if runs or (not marked and wants_more(scene, floor, i)):
        end = credited_end(scene, j, unit.last)  # 'In time, says Roe, the plan would fail'
    end = _without_topic(scene, j, end)
    if not marked and is_adverb(scene, end - 1):
        return None  # 'said very dryly'
    if not _ends_well(scene, j, end, unit.last):
        return None
    if marked:
        closes = end >= unit.last or scene.bits[end] & BREAK
        holds = closes or end > j + 1 or not scene.tags[j] & SUBJECT
    else:
        holds = not scene.tags[j] & SUBJECT and _unmarked_inverts(scene, verb, unit, floor, end)
    return around(scene, unit, floor, (i, end), (j, end), Rule.INVERTED) if holds else None


def _without_topic(scene: Scene, first: int, end: int) -> int:
    """Return where who said it ends before of whom: 'said Roe | of the boy', not 'of the guild'."""
    of = next((k for k in range(first + 1, end - 2) if scene.lowers[k] == "of"), first)
    whom = range(of + 1, scene.broken(BREAK, of + 1, end))
    works = any(scene.tags[k] & (BODY | TITLE) or scene.capital(k) for k in whom)
    if works or not scene.capital(of - 1) or not scene.tags[of + 1] & (DETERMINER | POSSESSIVE):
        return end
    return of if of > first else end


def _can_invert(scene: Scene, verb: Verb, last: int) -> bool:
    """Whether a verb can stand before its subject, and a noun phrase follows."""
    cue, j = verb.cue, verb.last + 1
    if cue.lemma == "tell" or scene.bits[j] & BREAK:
        return False
    marked, noun = scene.bits[verb.i] & MARK, cue.frames & NOUN
    owned, end = scene.tags[j] & (DETERMINER | POSSESSIVE), right_phrase(scene, j, last, full=False)
    many = is_many(scene, j, end) or (not noun and "and" in scene.lowers[j:end])  # 'warn both'
    if not cue.form & (PAST_FORM | THIRD):
        if not many or (noun and not marked and not owned):
            return False  # 'mayors, state senators', '“Out,” state Senate leaders Roe and Vale'
    elif not (marked or scene.capital(j) or cue.lemma == "say"):
        gives = cue.lemma in _GIVES and not scene.tags[verb.i - 1] & AUXILIARY  # 'will, promised'
        taken = scene.lowers[j] in INDEFINITE or gives
        past = cue.form & PAST_FORM and (taken or not (owned or many))
        if past or (cue.form & THIRD and noun and not owned):
            return False  # 'promised the job', 'reported missing', 'claims forms'
    wanted = CLAUSE | SPEECH if marked else CLAUSE
    named = begins_name(scene, j) or scene.tags[j] & POSSESSIVE  # 'said its president'
    return bool(cue.frames & wanted and named)


def begins_name(scene: Scene, j: int) -> bool:
    """Whether a noun phrase can start at word *j*."""
    t = scene.tags[j]
    if t & (POSSESSIVE | WEEKDAY | TIME):
        return False
    if scene.capital(j) or t & SUBJECT:
        return True
    if t & DETERMINER:
        return not t & (RELATIVE | COMPLEMENTIZER)
    if scene.lowers[j].endswith("ing"):  # 'said acting US attorney Ann Roe'
        end = scene.broken(BREAK, j + 1, j + _ACTING)
        return any(scene.tags[k] & (BODY | TITLE) for k in range(j + 1, end))
    return not t & _NO_NAME


def names_on(scene: Scene, j: int) -> bool:
    """Whether word *j* goes on with a name where no verb can follow: 'UN estimates'."""
    if scene.bits[j] & BREAK or not scene.words.words[j].islower() or is_verb(scene, j):
        return False
    return not scene.tags[j] & (_NO_NAME | DETERMINER | WEEKDAY | TIME)


def _ends_well(scene: Scene, first: int, end: int, last: int) -> bool:
    """Whether a noun phrase behind a verb ends as no subject of another verb does."""
    closes = end >= last or scene.bits[end] & BREAK > 0
    if end == first + 1 and scene.tags[first] & DETERMINER:
        return closes and scene.tags[first] & ALONE > 0  # 'said another.'
    return closes or not is_verb(scene, end)


def _unmarked_inverts(scene: Scene, verb: Verb, unit: Unit, floor: int, end: int) -> bool:
    """Whether words without marks before an inverted verb are its content."""
    form, name = verb.cue.form, verb.last + 1
    article, present = scene.lowers[name] == "the", not form & PAST_FORM
    if parts_clause(scene, floor, verb.i, end, unit.last, plain=present):
        return True
    if form & (THIRD | PAST_FORM):
        role = article and present  # ', reports the bank'
    else:
        conditional = scene.tags[floor] & SUBORDINATOR  # 'If it burns, warn neighbours'
        role = end >= unit.last and not conditional
    named = scene.capital(name + 1 if article else name)  # ', reports the Mirror'
    if verb.cue.lemma != "say" and not (named or role):
        return False
    if scene.blocks[unit.block].role in HEADS:
        return True  # 'Teachers to strike, says union'
    if verb.cue.frames & LISTENER and not present:
        return False  # 'X, a doctor, urged Y to stay'
    if verb.cue.lemma in SAY and _is_answer(scene, floor, verb.i, end, unit.last):
        return True
    comma = next((j for j in range(verb.i - 1, floor, -1) if scene.bits[j] & COMMA), floor)
    told = has_verb(scene, floor, comma if scene.tags[comma] & WHO else verb.i)
    if told and end >= unit.last and not has_verb(scene, verb.i + 1, end):
        return True  # 'The plan, a costly one, was dead, said X.'
    subject = apposed_phrase(scene, verb.i, floor)
    if subject is not None and subject[0] == floor:
        return False  # 'X, a doctor who saw it, said Y had left'
    speaks = scene.capital(name) or scene.capital(end - 1)  # ', said the mayor of Hull.'
    speaks = speaks or (role and scene.tags[end - 1] & (TITLE | BODY) > 0)
    if told or (end >= unit.last and speaks):
        return True  # 'Prices fall in spring, adds the minister.'
    return scene.bits[end] & COMMA > 0 and has_verb(scene, end, unit.last)


def _is_answer(scene: Scene, floor: int, cue: int, end: int, last: int) -> bool:
    """Whether a few words answer, and a speaker closes: 'Not so, says Roe: …'.

    Where a name stands among them it is who says what follows.
    """
    closes = end >= last or scene.bits[end] & COLON
    if not closes or cue - floor > _ANSWER or has_verb(scene, cue + 1, end):
        return False
    if any(scene.capital(k) or scene.bits[k] & BREAK for k in range(floor + 1, cue)):
        return False
    return scene.capital(end - 1) or scene.tags[end - 1] & (TITLE | BODY) > 0


# --- content, X said ---


def trailing(scene: Scene, verb: Verb, unit: Unit, floor: int, subject: Phrase) -> Found | None:
    """`content, X said`, and `content, X said, content`."""
    if unit.marks and scene.bits[subject[0]] & COMMA:
        subject = _behind_marks(scene, subject, floor)
    if scene.lowers[subject[0]] in _CLEFT and scene.tags[subject[0] - 1] & BE:
        subject = subject[0] + 1, subject[1]  # '"No," was all the mayor said'
    start, after = _attribution(scene, verb, subject[0], floor, unit.last), verb.last + 1
    introduces = scene.bits[after] & COLON
    if start <= floor or introduces or not scene.bits[start] & (COMMA | MARK | DASH):
        return None
    k = scene.mark_at[start - 1]
    marked = k >= 0 and not scene.is_title(k, floor)
    if _is_other(scene, verb, subject, (floor, start), unit.last, marked=marked):
        return None
    # A pronoun with a capital opens a sentence of its own.
    opens = scene.words.words[start] in _OPENING
    goes_on = marked and scene.words.text[scene.marks[k].end - 1] in _GOES_ON and not opens
    right = _behind_cue(scene, verb, unit.last)
    if goes_on and scene.marks[k].first > floor and _opens_adverbial(scene, floor):
        goes_on = right.kind not in _CONTENT  # 'Although it was “late,” he said it was fine'
    amid = right.kind == "that" and scene.bits[right.at] & COMMA
    split = amid and not marked and has_verb(scene, floor, start)  # 'It is a lie, X said, that'
    if not (goes_on or split):
        if not _closes(scene, right, marked=marked):
            return None
        if not marked and not is_content(scene, verb, floor, start, right):
            return None
    found = around(scene, unit, floor, (start, after), subject, Rule.TRAILING)
    said = goes_on and start < subject[0]
    if found and said and scene.mark_at[found.parts[-1][0]] < 0:
        found.parts[1:] = []  # '"…," as she put it in Raleigh, N.C.'
    return found


def denied(scene: Scene, verb: Verb, unit: Unit, floor: int) -> Found | None:
    """`…, a claim X denied`: what is denied is 'a claim', or 'which'."""
    phrase = verb.subject.phrase if verb.subject else None
    if phrase is None or look_right(scene, verb, unit.last).kind in {"mark", *_CONTENT}:
        return None
    near = range(phrase[0] - 1, max(floor, phrase[0] - _APPOSED), -1)
    taken = apposition(scene, next((k for k in near if scene.bits[k] & BREAK), floor), unit.last)
    if taken is None or taken[1] != phrase[0]:
        return None
    return Found([taken[0]], phrase, Rule.TRAILING)


def _is_other(
    scene: Scene, verb: Verb, subject: Phrase, before: Phrase, last: int, *, marked: bool
) -> bool:
    """Whether what stands *before* an attribution is none of its content."""
    if marked:
        k = scene.mark_at[before[1] - 1]
        return scene.marks[k].first > before[0] and _measures(scene, verb, subject, k)
    if _is_made(scene, verb, subject) or _is_beaten(scene, verb, subject):
        return True
    k = subject[0] + (scene.lowers[subject[0]] not in _COMPARED)
    if scene.lowers[k] in _COMPARED and scene.lowers[k + 1] == "of":
        return True  # 'It made 40, well short of the 60 analysts had predicted'
    return _tells_how(scene, before, verb.last + 1, last)


def _tells_how(scene: Scene, before: Phrase, after: int, last: int) -> bool:
    """Whether a participle tells all that stands *before*: 'Opening the fair, Roe said in a sense'.

    A gerund is said: 'Raising fares, Roe said on Monday, would help'.
    """
    first, end = before
    acts = scene.lowers[first].endswith("ing") and not scene.bits[after] & BREAK
    if not acts or has_verb(scene, first, end):
        return False
    comma = scene.comma(after, last)
    return comma < last and not is_verb(scene, comma)


def _behind_marks(scene: Scene, subject: Phrase, floor: int) -> Phrase:
    """Return who spoke, from the marks on: '“No,” Roe, head of Y, a firm in Z told the paper'."""
    first, last = subject
    for j in range(first - 1, max(floor, first - _APPOSED), -1):
        k = scene.mark_at[j - 1]
        if k >= 0 and scene.mark_at[j] < 0:
            closes = scene.words.text[scene.marks[k].end - 1] in _GOES_ON
            return (j, last) if closes and scene.capital(j) else subject
        if is_verb(scene, j):
            break
    return subject


def _behind_cue(scene: Scene, verb: Verb, last: int) -> Behind:
    """What stands behind a cue: nothing where another is joined to it, 'said and added that'."""
    right = look_right(scene, verb, last)
    joined = right.kind == "bare" and scene.tags[right.at] & CONJUNCTION
    return Behind("end", last) if joined and says_on(scene, right.at + 1, last) else right


def _is_made(scene: Scene, verb: Verb, subject: Phrase) -> bool:
    """Whether a subject does not speak, but was made known: ', a plan announced in May.'."""
    made = verb.cue.form & PARTICIPLE and verb.cue.frames & OBJECT
    if not made or scene.lowers[subject[0]] not in {"a", "an"}:
        return False
    return not told_by(scene, *subject) & _SPEAKS


def _measures(scene: Scene, verb: Verb, subject: Phrase, k: int) -> bool:
    """Whether mark *k* tells how much was made known: '“more than double” the 20 promised'."""
    first, last = subject
    told = scene.words.text[scene.marks[k].end - 1] in _GOES_ON or scene.bits[first] & BREAK != MARK
    if told or not verb.cue.form & PARTICIPLE or not verb.cue.frames & OBJECT:
        return False
    return scene.tags[first] & DETERMINER > 0 and not told_by(scene, first, last) & _SPEAKS


def _is_beaten(scene: Scene, verb: Verb, subject: Phrase) -> bool:
    """Whether a cue is the noun of a participle: ', beating Wall Street estimates'."""
    first = scene.words.words[subject[0]]
    if not verb.cue.frames & NOUN or not first.endswith("ing"):
        return False
    return not told_by(scene, *subject) & PAPER  # but ', fundraising documents show'


def _opens_adverbial(scene: Scene, j: int) -> bool:
    """Whether an adverbial opens at word *j*: 'Although', 'But even as', 'Asked'."""
    if scene.tags[j] & CONJUNCTION:
        j += 1
    return bool(scene.tags[j] & BEFORE_CLAUSE) or is_asked(scene, j)


def _attribution(scene: Scene, verb: Verb, start: int, floor: int, last: int) -> int:
    """Return the first word of the attribution whose subject starts at word *start*.

    It is that, or stands before it: '"No," was all she said', '"No," as she put it'.
    """
    before, first = scene.lowers[start - 1], start - 1
    if before in _CLEFT and scene.tags[first - 1] & BE:
        first -= 1
    elif before != "as":
        return start
    elif first > floor and inserted_as(scene, verb, floor, first, last):
        return first
    return first if first > floor and scene.mark_at[first - 1] >= 0 else start


def _closes(scene: Scene, right: Behind, *, marked: bool) -> bool:
    """Whether what stands behind a cue leaves the content to what stands before it."""
    if right.kind in _CONTENT:
        return False
    return marked if right.kind in {"about", "against"} else not scene.bits[right.at] & COLON
