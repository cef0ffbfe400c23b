"""Passives: who is told, asked or spoken of is the subject, and who speaks is named behind 'by'.

Where nobody is named, what was said is kept all the same: ``The court was told that content``.
"""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.speech import CLAUSE, LISTENER, MARKS, OBJECT, OF, PARTICIPLE, SPEECH
from newsdoc.lexicon.tags import (
    ADVERB,
    ADVERBIAL,
    AUXILIARY,
    BE,
    BODY,
    CONJUNCTION,
    CUE,
    DETERMINER,
    MEDIUM,
    NUMBER,
    PERHAPS_PAST,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    QUESTION,
    SUBORDINATOR,
    TITLE,
    WHO,
)
from newsdoc.model import Stance
from newsdoc.parser.gaps import BREAK, COMMA, MARK
from newsdoc.parser.phrases import WHEN, Phrase, is_number, is_verb, right_phrase
from newsdoc.parser.quotes.claims.around import Found, has_verb, opens_clause
from newsdoc.parser.quotes.claims.behind import behind_adjuncts, behind_phrase
from newsdoc.parser.quotes.claims.closing import begins_name, names_on, trailing
from newsdoc.parser.quotes.claims.ends import content_end
from newsdoc.parser.quotes.claims.marked import NAMES
from newsdoc.parser.quotes.claims.refuted import MIGHT, NOBODY, denied_by
from newsdoc.parser.quotes.claims.subjects import is_forum, own_subject
from newsdoc.parser.quotes.clauses.finite import main_verb, opens_past, shows_clause
from newsdoc.parser.quotes.clauses.hearers import is_to
from newsdoc.parser.quotes.clauses.verbs import Verb
from newsdoc.parser.quotes.rules import Rule
from newsdoc.parser.quotes.scene import HEADS, Scene, Unit

_OPENERS: Final = frozenset({"how", "that", "whether"})
_OF_WHAT: Final = frozenset({"about", "by", "for", "of", "to"})  # no setting of a question
_NAMES: Final = DETERMINER | PREPOSITION  # between who calls something and its name: 'as a'
_SPEAKERS: Final = BODY | PLURAL | TITLE  # tags of nouns for who speaks
_CHARGES: Final = frozenset({"for", "of"})  # before what somebody is accused of
# Verbs of asking, with what stands before what is asked of.
ASKING: Final = {
    "ask": frozenset({"about"}),
    "press": frozenset({"about", "on"}),
    "question": frozenset({"about"}),
}
# What is asked about ends before it.
_AND_SAID: Final = [
    ["and", verb]
    for verb in ("asked", "denied", "insisted", "pressed", "questioned", "replied", "said", "told")
]
_OFTEN: Final = frozenset({"again", "times", "twice"})
_TELLING: Final = frozenset({"advise", "instruct", "tell", "urge", "warn"})  # need a hearer
_TAKEN: Final = DETERMINER | NUMBER | PRONOUN  # opens the object of a verb
_NEAR: Final = 5  # words: a short subject, or one and a verb
_ADJUNCT: Final = 8  # words: no adverbial behind who is credited is longer


def omits_auxiliary(scene: Scene, unit: Unit, verb: Verb) -> bool:
    """Whether a verb is a passive without its auxiliary: 'Inquest told driver was asleep'.

    That is how headings tell it. So is 'a man accused of theft': whoever accuses
    another names them.
    """
    if verb.first != verb.i or verb.noun:
        return False
    if verb.cue.lemma in _TELLING and is_to(scene, verb.last + 1, unit.last):
        return verb.cue.form & PARTICIPLE > 0  # 'Residents told to leave', 'was held and told to'
    phrase = verb.subject.phrase if verb.subject else None
    if phrase is None:
        return False
    if verb.cue.frames & OF and verb.cue.form & PARTICIPLE:
        return scene.lowers[verb.last + 1] == "of"
    heads = scene.blocks[unit.block].role in HEADS
    return heads and verb.cue.lemma == "tell" and is_forum(scene, *phrase)


def heard(scene: Scene, verb: Verb, unit: Unit, floor: int) -> Found | None:
    """`content, the court was told (by Y)`, `content, it was said`, `the claim was denied by Y`."""
    denies = verb.stance is Stance.DENIES
    said = verb.cue.frames & CLAUSE and scene.lowers[verb.first - 1] == "it"
    said = said and MIGHT.isdisjoint(scene.lowers[verb.first : verb.i])
    told = said or denies or unit.marks or verb.cue.lemma == "tell"
    speaker, _ = _agent(scene, verb.last + 1, unit.last)
    if denies:
        return denied_by(scene, verb, unit, floor, speaker) if speaker else None
    phrase = own_subject(scene, verb.first, floor) if told else None
    if phrase is None:
        return None
    found = trailing(scene, verb, unit, floor, phrase)
    hears = said or (found and _is_told_to(scene, verb, phrase, found))
    return Found(found.parts, speaker, found.why) if found and hears else None


def _is_told_to(scene: Scene, verb: Verb, phrase: Phrase, found: Found) -> bool:
    """Whether content is told to the subject of a passive: '“Go,” she was told', 'the court was'.

    Not 'Fans cried “Out” as it was read'.
    """
    if verb.cue.lemma == "tell" and is_forum(scene, *phrase):
        return True
    first, last = found.parts[0]
    hears = verb.cue.frames & (LISTENER | SPEECH) or scene.lowers[phrase[0]] == "it"
    marked = last == phrase[0] and scene.mark_at[first] == scene.mark_at[last - 1] >= 0
    return bool(hears) and marked


def passive(scene: Scene, verb: Verb, limit: int) -> Found | None:
    """Return what a verb in the passive opens, and who says it, if anybody is named."""
    return (
        asked(scene, verb, limit)
        or _called(scene, verb, limit)
        or _told(scene, verb, limit)
        or _as_reported(scene, verb, limit)
    )


def _told(scene: Scene, verb: Verb, limit: int) -> Found | None:
    """`X was told (by Y) that content`, `X was told by Y to content`, `it was announced that`."""
    frames, lowers = verb.cue.frames, scene.lowers
    impersonal = lowers[verb.first - 1] == "it"
    if impersonal and not MIGHT.isdisjoint(lowers[verb.first : verb.i]):
        return None  # 'it should be noted that', 'it cannot be said that'
    speaker, j = _agent(scene, verb.last + 1, limit)
    # 'was accused of', not 'a man accused of', 'nobody has been accused of'
    quiet = speaker is None and (verb.first == verb.i or _is_denied(scene, verb))
    if not quiet and (charge := _charge(scene, verb, j, limit, speaker)):
        return _with_agent(scene, Found([charge], speaker, Rule.ABOUT))
    if not (impersonal or frames & LISTENER):
        return None
    behind = behind_adjuncts(scene, j, frames & ~LISTENER, limit)
    kind, start = behind.kind, behind.at
    asks = kind == "that" and is_to(scene, start, limit)
    might = _is_denied(scene, verb) or not MIGHT.isdisjoint(lowers[verb.first : verb.i])
    if asks and not speaker and might:
        return None  # 'it should be told to wait', 'she was not asked to speak'
    if asks and verb.stance is Stance.ASSERTS and verb.cue.lemma in _TELLING:
        verb.stance = Stance.ASKS
    if kind == "that" and (speaker or asks or lowers[start] in _OPENERS):
        why = Rule.THAT
    elif kind == "bare" and _tells_clause(scene, start, limit):
        why = Rule.BARE
    else:
        return None
    if asks and not speaker:
        end = _quiet_end(scene, verb, start, limit)
    else:
        end = content_end(scene, start, limit, shared=asks)
    return _with_agent(scene, Found([(start, _clip(scene, verb, start, end))], speaker, why))


def _quiet_end(scene: Scene, verb: Verb, start: int, limit: int) -> int:
    """Return where an infinitive or a noun ends that nobody is named for: 'was told to leave, but'.

    Whatever has a verb of its own behind it, the article tells: 'accused of theft and faces
    jail', 'told to leave after officials warned'; behind a comma anything does, where the
    passive stands in a clause before the main one: 'When told to leave, the men refused'.
    """
    tags, bits = scene.tags, scene.bits
    phrase = verb.subject.phrase if verb.subject else None
    opener = (phrase[0] if phrase else verb.first) - 1  # 'being' belongs to the verb's group
    fronted = opener >= 0 and tags[opener] & (ADVERBIAL | SUBORDINATOR) > 0
    end = content_end(scene, start, limit, noun=True, by=verb)
    for j in range(start + 2, end):
        k, joins = j + 1, tags[j] & CONJUNCTION > 0
        if scene.mark_at[j] >= 0:
            continue
        counts = is_number(scene, j) and scene.words.gaps[k] != "-"  # ', 900 more than'
        apart = fronted or tags[j] & (ADVERBIAL | WHO) or counts or scene.lowers[j] == "so"
        if bits[j] & BREAK and (apart or opens_clause(scene, j + joins, limit)):
            return j
        if joins and (tags[k] & (AUXILIARY | PERHAPS_PAST) or is_verb(scene, k)):
            return j
        if joins and k + 1 < limit and scene.lowers[k][-1] == "s" and tags[k + 1] & _TAKEN:
            return j  # 'and faces a fine'
        says = (m for m in range(k, min(limit, j + _NEAR)) if tags[m] & CUE)
        if tags[j] & (ADVERBIAL | SUBORDINATOR) and next(says, 0):
            return j  # 'after officials warned'
        if scene.lowers[j] == "by" and tags[right_phrase(scene, k, limit, full=False)] & WHO:
            return j  # 'by a judge who said'
    return end


def _with_agent(scene: Scene, found: Found) -> Found:
    """Return what was found with who acts at its end: 'He was told he would hang by Judge Roe'.

    So it does not behind what is done to somebody: 'was told he had been seen by Judge Roe'.
    """
    first, last = found.parts[0]
    near = range(last - 2, max(first, last - _ADJUNCT), -1)
    by = next((j for j in near if scene.lowers[j] == "by"), 0)
    speaks = scene.capital(last - 1) or scene.tags[last - 1] & _SPEAKERS
    done = is_verb(scene, by - 1) or any(t & BE for t in scene.tags[first:by])
    if found.speaker or done or not (by and speaks) or scene.mark_at[by] >= 0:
        return found
    if scene.tags[by + 1] & WHEN or right_phrase(scene, by + 1, last, full=True) < last:
        return found
    return Found([(first, by)], (by + 1, last), found.why)


def _clip(scene: Scene, verb: Verb, start: int, end: int) -> int:
    """Return where content ends whose verb is that of a relative: ', who was told to go,'."""
    who, behind = verb.first - 1, start + 1
    if not scene.tags[who] & WHO:
        return end
    parted = scene.bits[who] & COMMA
    return scene.comma(behind, end) if parted else main_verb(scene, behind, end, 0)


def _tells_clause(scene: Scene, start: int, limit: int) -> bool:
    """Whether a clause opens at word *start*: 'told the ferry, an old one, would be late'."""
    if opens_clause(scene, start, limit) or opens_past(scene, start, limit):
        return True
    return scene.comma(start, limit) < limit and shows_clause(scene, start, limit)


def _is_denied(scene: Scene, verb: Verb) -> bool:
    """Whether what a passive tells was not so: 'was not asked to', 'neither firm is accused of'."""
    before = scene.lowers[max(0, verb.first - _NEAR) : verb.first]
    return verb.stance is Stance.WITHHOLDS or not NOBODY.isdisjoint(before)


def _charge(scene: Scene, verb: Verb, j: int, limit: int, speaker: Phrase | None) -> Phrase | None:
    """Return what the subject is accused of, or criticised for, at word *j* behind who does it."""
    frames = verb.cue.frames
    charges = frames & OF or frames & (MARKS | OBJECT) == MARKS | OBJECT
    opens = charges and j + 1 < limit and scene.lowers[j] in _CHARGES
    if not opens or (scene.bits[j] | scene.bits[j + 1]) & (BREAK & ~MARK):
        return None  # 'what he is accused of, he denies'
    if speaker is None:
        end = _quiet_end(scene, verb, j, limit)
    else:
        end = content_end(scene, j, limit, shared=False)
    return j, _clip(scene, verb, j, end)


def _called(scene: Scene, verb: Verb, limit: int) -> Found | None:
    """`it was called "content" by X`, `it was described (by X) as "content"`."""
    speaker, j = _agent(scene, verb.last + 1, limit)
    while j < limit and scene.tags[j] & _NAMES and not scene.bits[j] & (BREAK & ~COMMA):
        j += 1
    if j >= limit or not scene.opens_mark(j):
        return None
    end = min(limit, scene.marks[scene.mark_at[j]].last)
    if speaker is None:
        speaker, _ = _agent(scene, end, limit)
    if speaker is None and not _is_told(scene, verb, j):
        return None
    return Found([(j - 1 if scene.tags[j - 1] & DETERMINER else j, end)], speaker, Rule.CALLED)


def _is_told(scene: Scene, verb: Verb, j: int) -> bool:
    """Whether marked words at *j* were said of the subject, whoever said them, and are no name."""
    if verb.cue.lemma in NAMES or scene.is_title(scene.mark_at[j], 0):
        return False
    return all(
        scene.lowers[k] == "as" or scene.tags[k] & DETERMINER for k in range(verb.last + 1, j)
    )


def _agent(scene: Scene, j: int, limit: int) -> tuple[Phrase | None, int]:
    """Return who acts in '(on Monday) by X' at word *j*, and the word behind."""
    by = j
    while by < limit and _is_when(scene, by, limit):
        by += 1
    first = by + 1
    if first >= limit or scene.lowers[by] != "by":
        return None, j
    if scene.tags[first] & MEDIUM and not scene.capital(first):
        return None, j  # 'told by phone'
    if scene.lowers[first : first + 2] == ["the", "time"] or _acts(scene, first):
        return None, j  # 'by the time he left', 'by showing the film'
    end = right_phrase(scene, first, limit, full=False)
    if end < limit and scene.capital(end - 1) and names_on(scene, end):
        end = right_phrase(scene, end, limit, full=False)  # 'by Leeds officials'
    end = _without_charge(scene, first, end)
    end -= end - first > 1 and scene.lowers[end - 1] == "read"  # 'posted by the club read: “…”'
    if end < limit and scene.bits[end] & COMMA and begins_name(scene, end):
        apposed = right_phrase(scene, end, limit, full=False)  # 'by Roe, a nurse,'
        if apposed >= limit or scene.bits[apposed] & COMMA:
            end = apposed
    return ((first, end), end) if end > first else (None, j)  # 'warned by not to speak'


def _acts(scene: Scene, j: int) -> bool:
    """Whether a verb in -ing with its object stands at word *j*: 'showing the film'."""
    taken = j + 1 < len(scene.words) and scene.tags[j + 1] & _TAKEN > 0
    return taken and scene.lowers[j].endswith("ing") and not scene.capital(j)


def _is_when(scene: Scene, j: int, limit: int) -> bool:
    """Whether word *j* belongs to an adverbial of time: 'on Monday', 'later'."""
    t, k = scene.tags[j], j + 1
    return bool(t & (WHEN | ADVERB) or (t & PREPOSITION and k < limit and scene.tags[k] & WHEN))


def _without_charge(scene: Scene, first: int, end: int) -> int:
    """Return where a phrase ends before what is said: 'by the mayor for failing', 'by Roe to'."""
    lowers = scene.lowers
    for j in range(min(end, len(scene.words) - 1) - 1, first, -1):
        if lowers[j] == "to":
            return j - (lowers[j - 1] == "not")
        if scene.tags[j] & PREPOSITION and scene.tags[j + 1] & QUESTION:
            return j  # 'pressed by reporters on whether'
        if lowers[j] in _CHARGES and lowers[j + 1].endswith("ing"):
            return j
    return end


def _as_reported(scene: Scene, verb: Verb, limit: int) -> Found | None:
    """`As reported by X, content`."""
    if scene.lowers[verb.i - 1] != "as":
        return None
    speaker, end = _agent(scene, verb.last + 1, limit)
    comma = scene.comma(end, min(limit, end + _ADJUNCT))
    if not scene.bits[comma] & COMMA or not has_verb(scene, comma + 1, limit):
        return None
    return Found([(comma, limit)], speaker, Rule.ACCORDING_TO)


def _asked_in_marks(scene: Scene, verb: Verb, limit: int) -> Found | None:
    """`X was asked (by Y), "content"`."""
    speaker, j = _agent(scene, verb.last + 1, limit)
    if speaker and j < limit and scene.tags[j] & WHO:  # 'by Roe, who runs it, "Why?"'
        j = next((k for k in range(j, limit) if scene.opens_mark(k)), limit)
    if j >= limit or not scene.opens_mark(j):
        return None
    return Found([(j, min(limit, scene.marks[scene.mark_at[j]].last))], speaker, Rule.ASKED)


def asked(scene: Scene, verb: Verb, limit: int) -> Found | None:
    """`asked (by X) whether content`, where the one who is asked is no speaker."""
    topics = ASKING.get(verb.cue.lemma)
    if topics is None or (verb.cue.lemma == "question" and not verb.cue.form & PARTICIPLE):
        return None
    if verb.passive and (found := _asked_in_marks(scene, verb, limit)):
        return found
    speaker, j = _agent(scene, verb.i + 1, limit)
    j = _behind_settings(scene, j, limit, topics)
    if j >= limit - 1 or scene.bits[j] & (BREAK & ~COMMA):
        return None
    if scene.lowers[j] in topics and not scene.tags[j + 1] & PREPOSITION:
        j += 1
    elif not (verb.passive or verb.cue.lemma == "ask"):
        return None  # 'Roe questioned why it was shut': he does
    elif not scene.tags[j] & QUESTION:
        return None
    verb.stance = Stance.ASKS
    end = scene.comma(j + 1, limit)
    again = (k for k in range(j + 1, end - 1) if scene.lowers[k : k + 2] in _AND_SAID)
    end = next(again, end)
    # 'about a speech in which he called it a “farce”': he says that
    who = (k for k in range(j + 2, end) if scene.tags[k] & WHO and scene.marked(k, end))
    tells = (k - (scene.tags[k - 1] & PREPOSITION > 0) for k in who)
    return Found([(j, next(tells, end))], speaker, Rule.ASKED)


def _behind_settings(scene: Scene, j: int, limit: int, topics: frozenset[str]) -> int:
    """Return the question behind where, when and how often it was asked at *j*: 'asked twice why'.

    A word of *topics* opens what is asked of.
    """
    tags, lowers, behind = scene.tags, scene.lowers, j - 1
    while behind != j < limit - 1:
        behind, dated = j, lowers[j] == "on" and tags[j + 1] & WHEN
        if lowers[j] in topics and not dated:
            break
        if is_number(scene, j) or lowers[j] in _OFTEN or _is_when(scene, j, limit):
            j += 1
        elif tags[j] & PREPOSITION and lowers[j] not in _OF_WHAT:
            j = max(j, behind_phrase(scene, j, limit))  # 'asked after the vote'
    return j
