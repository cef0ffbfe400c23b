"""Views: claims that are blasted or played down, concerns that are voiced, pleas that are made."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.speech import DISPUTES, MARKS, OBJECT, VOICES
from newsdoc.lexicon.tags import (
    ADVERB,
    AUXILIARY,
    BE,
    CONJUNCTION,
    CUE,
    DETERMINER,
    PERHAPS_PAST,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    QUESTION,
    SUBJECT,
    SUBORDINATOR,
    TIME,
)
from newsdoc.model import Stance
from newsdoc.parser.gaps import BREAK, COLON, COMMA
from newsdoc.parser.phrases import WHEN, Phrase, is_verb
from newsdoc.parser.quotes.claims.around import Found, has_verb
from newsdoc.parser.quotes.claims.behind import behind_adjuncts
from newsdoc.parser.quotes.claims.ends import content_end
from newsdoc.parser.quotes.clauses.groups import is_adverb
from newsdoc.parser.quotes.clauses.nouns import noun_end
from newsdoc.parser.quotes.clauses.phrased import view_at
from newsdoc.parser.quotes.clauses.verbs import Verb
from newsdoc.parser.quotes.scene import Scene

_ON: Final = frozenset({"against", "at", "on", "over", "to", "with"})  # 'hit back at claims'
_ABOUT: Final = frozenset({"about", "over"})
_TOPICS: Final = frozenset({"at", "for", "of", "on"})  # 'of how it was', not 'in which'
_RELATIVES: Final = frozenset({"which", "whom", "whose"})
_NO_CLAUSE: Final = frozenset(  # 'questions that the firm could not answer'
    {"call", "calls", "ideas", "messages", "points", "question", "questions"}
)
_TAKEN: Final = DETERMINER | PRONOUN  # opens an object
_SINCE: Final = frozenset({"before", "since", "yet"})
_DATING: Final = frozenset({"for", "in", "on"})
_STRANDED: Final = frozenset({"about", "against", "at", "for", "from", "into", "of", "with"})
_LITTLE: Final = frozenset({"few", "little", "no", "scant"})
_HINTS: Final = frozenset({"hint", "hints"})  # all else that is dropped is given up
_SHORT: Final = 4  # words: 'submitted that plan in early May'
_NO_NOUN: Final = AUXILIARY | PREPOSITION | PRONOUN | DETERMINER | SUBORDINATOR | CONJUNCTION
_OFTEN: Final = frozenset({"again", "often", "once", "twice"})
_READS: Final = frozenset({"read", "reads"})  # 'a statement that read'


def disputed(scene: Scene, verb: Verb, limit: int) -> Phrase | None:
    """Return the view that a verb disputes: 'blasted claims that it was shut'.

    What has no other object needs no 'that': 'brushed off the concerns', 'shot down reports of'.
    """
    frames, start = verb.cue.frames, verb.last + 1
    if not frames & DISPUTES or start >= limit:
        return None
    start += scene.lowers[start] in _ON
    if scene.lowers[start] == "whether":  # 'cast doubt on whether'
        return start, content_end(scene, start, limit)
    termed = scene.lowers[start] == "as"  # 'condemned as absurd claims that'
    k = view_at(scene, start + termed, limit)
    if not k or scene.speech.views[scene.lowers[k]] is Stance.ASKS:
        return None
    that = scene.lowers[k + 1 : min(k + 2, limit)] == ["that"]
    end = content_end(scene, k, limit, noun=not that)
    by = (j for j in range(k + 1, end - 1) if scene.lowers[j] == "by" and scene.tags[j + 1] & CUE)
    end = next((j for j in by if scene.lowers[j + 1].endswith("ing")), end)  # 'by tweeting that'
    if that or termed:
        return (k + 1 if termed else start, end) if that else None
    return None if frames & OBJECT else (start, noun_end(scene, start, scene.comma(k, end)))


def voiced(scene: Scene, verb: Verb, limit: int) -> int:
    """Return where the view opens that a verb voices, or 0: 'voiced concern (that)', 'about'.

    Its noun is the end of the cue, and tells what the speaker does with it.
    """
    k = view_at(scene, verb.last + 1, limit) if verb.cue.frames & VOICES else 0
    j = k + 1
    if not k or j + 1 >= limit or scene.bits[j] & BREAK:
        return 0
    stance = scene.speech.views[scene.lowers[k]]
    if _is_of_view(scene, j, stance):
        j += 1
    else:
        behind = behind_adjuncts(scene, j, 0, limit)
        j, told = behind.at, behind.kind == "that" and scene.lowers[behind.at] == "that"
        if not told or scene.lowers[k] in _NO_CLAUSE or not _opens_that(scene, j, limit):
            return 0
        if _is_relative(scene, j, limit):
            return 0
    if verb.cue.lemma == "drop" and scene.lowers[k] not in _HINTS:
        return 0  # 'dropped the charge that'
    before = scene.lowers[verb.last + 1 : k]
    if before[:1] != ["a"] and not _LITTLE.isdisjoint(before):  # 'a few hints' are some
        if stance is Stance.DENIES:
            return 0  # 'expressed no doubt that'
        stance = Stance.WITHHOLDS
    if verb.stance is Stance.ASSERTS:
        verb.stance = stance
    verb.last = k
    return j


def _opens_that(scene: Scene, that: int, limit: int) -> bool:
    """Whether 'that' opens a clause: not 'that film', 'that night', 'a meal that was cold'."""
    noun = that + 1
    timed = scene.tags[noun] & TIME or scene.lowers[noun] in _READS
    return not (timed or is_verb(scene, noun) or is_thing(scene, that, limit))


def _is_relative(scene: Scene, that: int, limit: int) -> bool:
    """Whether 'that' is the subject or the object of its clause: 'promises that nobody believed'.

    Its object is wanted by the verb, or a preposition, that closes the clause.
    """
    lowers, tags, noun = scene.lowers, scene.tags, that + 1
    while noun + 1 < limit and is_adverb(scene, noun) and not scene.bits[noun + 1] & BREAK:
        noun += 1  # 'a message that never arrived'
    costs = tags[noun] & PERHAPS_PAST and tags[min(noun + 1, limit - 1)] & _TAKEN
    if costs or (noun > that + 1 and is_verb(scene, noun)):
        return True  # 'a call that cost it the game'
    if lowers[noun][-1] == "s" and not has_verb(scene, noun, limit):
        return True  # 'a message that hurts us'
    j = content_end(scene, that, limit) - 1
    while j > noun and (tags[j] & (WHEN | ADVERB) or lowers[j] in _SINCE):
        # 'that he had voiced before', 'that they ignored for years', 'on Monday'
        j -= 2 if tags[j] & WHEN and lowers[j - 1] in _DATING else 1
    if lowers[j] in _STRANDED:
        j -= 1  # 'that police are looking into', but 'are cared for'
    elif lowers[j] not in scene.speech.lists["transitives"]:
        return False
    done = any(t & BE for t in tags[max(noun, j - _SHORT) : j])
    return j > noun and (not done or lowers[j].endswith("ing"))


def _is_of_view(scene: Scene, j: int, stance: Stance) -> bool:
    """Whether the preposition at *j* opens what a view is about, or what is asked for."""
    if not scene.tags[j] & PREPOSITION or any(t & WHEN for t in scene.tags[j + 1 : j + 3]):
        return False  # 'over the weekend'
    if stance is Stance.ASKS and not scene.lowers[j - 1].startswith("question"):
        return scene.lowers[j] == "for"
    asked = scene.tags[j + 1] & QUESTION and scene.lowers[j + 1] not in _RELATIVES
    return scene.lowers[j] in _ABOUT or (asked > 0 and scene.lowers[j] in _TOPICS)


def opened(scene: Scene, verb: Verb, limit: int) -> bool:
    """Whether a clause opens right behind a cue: 'described how he left', not 'how to leave'."""
    j = verb.last + 1
    if j + 1 >= limit or scene.bits[j] & BREAK or scene.lowers[j + 1] == "to":
        return False
    if scene.lowers[j] == "that":  # not 'described that night as'
        return not verb.cue.frames & MARKS and _opens_that(scene, j, limit)
    orders = verb.stance is Stance.ASKS and verb.last == verb.i
    return scene.tags[j] & QUESTION > 0 and not orders


def is_thing(scene: Scene, start: int, limit: int) -> bool:
    """Whether 'that' and a noun are all that stands at *start*: 'asked me that question twice'."""
    tags, noun, end = scene.tags, start + 1, start + 2
    if scene.lowers[start] != "that" or noun >= limit or scene.capital(noun):
        return False
    opens = tags[noun] & _NO_NOUN and scene.lowers[noun] != "out"  # but 'rule that out'
    if opens or scene.bits[noun] & BREAK:
        return False
    if end >= limit or (scene.bits[end] & COMMA and tags[end] & SUBJECT):
        return True
    adjunct = tags[end] & (PREPOSITION | WHEN) or scene.lowers[end] in _OFTEN
    many = scene.lowers[noun].endswith("s") or tags[noun] & PLURAL
    return bool(adjunct) and limit - end < _SHORT and not (many or has_verb(scene, end, limit))


def retorted(scene: Scene, verb: Verb, found: Found | None) -> Found | None:
    """Return what was found, asserted where a colon opens it: 'denied the charge: “I slept”'."""
    if found and verb.stance is Stance.DENIES:
        first = found.parts[0][0]
        if first > verb.last + 1 and scene.bits[first] & COLON and scene.mark_at[first] >= 0:
            verb.stance = Stance.ASSERTS
    return found
