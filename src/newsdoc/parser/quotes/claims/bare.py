"""Content without an opener: whether the words right behind a cue are what is said."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.speech import (
    BASE,
    CLAUSE,
    HEARS,
    NOUN,
    OBJECT,
    OF,
    PAPERS,
    PARTICIPLE,
    THINGS,
    THIRD,
    Cue,
)
from newsdoc.lexicon.tags import (
    ADVERBIAL,
    AUXILIARY,
    CLITIC,
    COMPLEMENTIZER,
    CONJUNCTION,
    CUE,
    DETERMINER,
    FORUM,
    NUMBER,
    PAPER,
    PERHAPS_PAST,
    PREPOSITION,
    PRONOUN,
    QUESTION,
    RELATIVE,
    SUBJECT,
    TITLE,
    WHO,
)
from newsdoc.model import Stance
from newsdoc.parser.gaps import BREAK
from newsdoc.parser.phrases import PEOPLE, WHEN, behind_bound, is_number, is_verb, right_phrase
from newsdoc.parser.quotes.claims.around import has_verb, opens_clause
from newsdoc.parser.quotes.claims.as_told import told_as
from newsdoc.parser.quotes.claims.following import says_on
from newsdoc.parser.quotes.clauses.doubtful import told_by
from newsdoc.parser.quotes.clauses.finite import opens_finite, opens_past, shows_clause
from newsdoc.parser.quotes.clauses.groups import is_adverb
from newsdoc.parser.quotes.clauses.hearers import is_object, owns_up
from newsdoc.parser.quotes.clauses.verbs import Verb
from newsdoc.parser.quotes.scene import Scene

_PERSONS: Final = frozenset({"him", "me", "us"})
_SHOWS: Final = frozenset({"say", "show", "suggest"})
_BEHIND_VERB: Final = COMPLEMENTIZER | DETERMINER | PREPOSITION | PRONOUN  # 'posted in May said it'
_SHOWN: Final = frozenset({"confirm", "reveal"})
_THEM: Final = frozenset({"it", "them"})  # 'There, I said it.'
_FOCUS: Final = frozenset({"even", "just", "only"})  # before the subject of a clause
_FEW: Final = frozenset({"a", "no", "several"})
_OF_PEOPLE: Final = frozenset({"confirm", "question"})  # who may be confirmed as chief
_SAY: Final = frozenset({"say", "tell"})  # what follows them is content, whatever it is
NOTHING: Final = frozenset({"little", "nothing"})
_TOPIC: Final = frozenset({"about", "of", "on"})
_SINGULAR: Final = frozenset({"has", "is", "was"})  # 'a fire that claimed 12 lives is out'
_THING: Final = 6  # words: 'her third straight world title'
_AWAY: Final = frozenset({"back", "due"})  # 'in court'
_BEFORE: Final = 40  # words: from a paper to the pronoun for it
_MOST: Final = 4  # words: 'almost nothing' and the like are no longer
_NEAR: Final = 16  # words: a bare clause shows its verb within so many


def bare_at(scene: Scene, verb: Verb, start: int, limit: int) -> int:
    """Return where content without an opener begins that stands at word *start*, or 0."""
    if _is_bare(scene, verb, start, limit) or told_as(scene, verb, start, limit):
        return start - _focuses(scene, verb, start - 1)
    return 0


def _focuses(scene: Scene, verb: Verb, j: int) -> bool:
    """Whether an adverb at *j* belongs to the subject behind it: 'said only members could vote'."""
    word = scene.lowers[j]
    if j <= verb.last or scene.bits[j + 1] & BREAK:
        return False
    now = word == "now" and verb.cue.form & THIRD and scene.tags[j + 1] & SUBJECT
    return word in _FOCUS or bool(now)


def _is_bare(scene: Scene, verb: Verb, start: int, limit: int) -> bool:
    """Whether words without an opener can be the content of the cue."""
    frames = verb.cue.frames
    denied = verb.stance is Stance.DENIES and scene.lowers[start] == "this"
    if denied or owns_up(scene, verb, start - 1):
        return True  # 'Roe denies this'
    if _is_no_content(scene, start, limit, frames):
        return False
    if verb.cue.lemma in _SAY:
        return not _claims_nothing(scene, start, limit)
    if _is_thing(scene, verb, start, limit) or _dates_participle(scene, verb, start, limit):
        return False
    if frames & OBJECT:
        return True
    if not frames & CLAUSE:  # 'mentioned a friend he had met'
        return not frames & THINGS and _is_shown(scene, verb, start, limit)
    tags, mark_at = scene.tags, scene.mark_at
    near = range(start, min(limit, start + _NEAR))
    if frames & THINGS:  # 'maintains a wall and said it was “sound”'
        joins = (k for k in near if tags[k] & CONJUNCTION and says_on(scene, k + 1, limit))
        near = range(start, next(joins, near.stop))
    if any(mark_at[k] >= 0 and not scene.is_title(mark_at[k], verb.i) for k in near):
        return True
    if frames & THINGS:
        hangs = scene.lowers[verb.last + 1] == "with"  # 'those charged with theft are'
        return not hangs and shows_clause(scene, start, limit)  # 'posted a video', 'added trucks'
    return any(is_verb(scene, k) or tags[k] & (SUBJECT | RELATIVE) == SUBJECT for k in near)


def _is_person(scene: Scene, start: int, limit: int) -> bool:
    """Whether somebody is all that follows at *start*: 'questioned a suspect', 'confirmed Roe'."""
    end = right_phrase(scene, start, limit, full=False)
    if any(t & (PREPOSITION | CLITIC) for t in scene.tags[start:end]):
        return False
    acts = end < limit and is_verb(scene, end) and scene.lowers[end] != "aged"
    if acts and not scene.bits[end] & BREAK:
        return False  # 'confirmed Roe was dead'
    if all(scene.capital(j) for j in range(start, end)):
        return True
    return scene.tags[end - 1] & TITLE > 0 or scene.lowers[end - 1] in PEOPLE


def _is_thing(scene: Scene, verb: Verb, start: int, limit: int) -> bool:
    """Whether the cue has another sense before what follows: 'recalled 3,000 vans'.

    So 'confirmed Roe' in office, 'questioned a suspect'.
    """
    lemma = verb.cue.lemma
    if verb.cue.things and _takes_thing(scene, verb.cue, start, limit):
        return True
    if lemma == "recall" and is_number(scene, behind_bound(scene, start, limit)):
        end = right_phrase(scene, start, limit, full=False)  # 'two engines (failing)'
        acts = end < limit and scene.lowers[end].endswith("ing")
        return not (acts or has_verb(scene, start, limit) or scene.marked(start, limit))
    if lemma in _SHOWN and _is_displayed(scene, verb, start, limit):
        return True
    if lemma in _OF_PEOPLE:
        return _is_person(scene, start, limit)
    if lemma == "accuse":  # 'Theft accused denied bail', 'Theft accused in court'
        away = scene.tags[start] & PREPOSITION or scene.lowers[start] in _AWAY
        return bool(away) or is_verb(scene, start)
    if lemma == "report" and scene.lowers[verb.last + 1] == "to":  # 'report to the desk'
        return not opens_clause(scene, start, limit)
    if lemma == "boast":  # 'The pub boasts a “secret garden”'
        return bool(scene.tags[start] & DETERMINER) and not scene.tags[start] & SUBJECT
    return lemma == "submit"


def _is_displayed(scene: Scene, verb: Verb, start: int, limit: int) -> bool:
    """Whether what sees shows a thing at *start*: 'The sonar revealed a crack'."""
    phrase = verb.subject.phrase if verb.subject else None
    if verb.stance is not Stance.ASSERTS or scene.marked(start, limit):
        return False
    if has_verb(scene, start, limit) or any(t & CUE for t in scene.tags[start:limit]):
        return False
    return phrase is not None and not scene.speech.lists["seers"].isdisjoint(
        scene.lowers[slice(*phrase)]
    )


def _takes_thing(scene: Scene, cue: Cue, start: int, limit: int) -> bool:
    """Whether a thing heads the phrase at *start*: 'claimed her third title', 'denied Roe a visa'.

    'Claimed lives were lost' tells of them, and in 'denied visa fraud' something else is denied.
    """
    first = behind_bound(scene, start, limit)
    reach = range(first, min(limit, first + _THING))
    j = next((k for k in reach if scene.lowers[k] in cue.things), limit)
    if j == limit or any(_leaves_phrase(scene, k) for k in range(first + 1, j + 1)):
        return False
    while j + 1 < limit and scene.lowers[j + 1] in cue.things:
        j += 1  # 'gold medals'
    behind = j + 1
    if behind >= limit or scene.bits[behind] & BREAK:
        return True
    many = scene.lowers[j].endswith("s")
    if is_verb(scene, behind):
        other = many and j > start and scene.lowers[behind] in _SINGULAR
        return other or not cue.frames & OBJECT
    return many or scene.tags[behind] > 0 or scene.lowers[behind].endswith(("ed", "ing", "ly"))


def _leaves_phrase(scene: Scene, j: int) -> bool:
    """Whether word *j* leaves the noun phrase before it: 'claimed a link to the title'."""
    hangs = scene.tags[j] & PREPOSITION and scene.lowers[j] != "of"
    hangs = hangs and not (scene.lowers[j] == "in" and is_number(scene, j - 1))  # '£9 in aid'
    return bool(hangs or scene.bits[j] & BREAK) or is_verb(scene, j)


def _is_no_content(scene: Scene, start: int, limit: int, frames: int) -> bool:
    """Whether words behind a cue with such *frames* can be no content, whatever the cue is."""
    lowers, word = scene.lowers, scene.lowers[start]
    if scene.tags[start] & CONJUNCTION and scene.mark_at[start] < 0:
        return True  # 'admitting and resettling'
    if lowers[start - 1] == "by":
        return True  # 'a video posted on X by the group showed'
    if scene.tags[start] & WHO and frames & CLAUSE:
        return True  # 'a witness testifying Monday who had heard it'
    if word.endswith(("self", "selves")):
        return not _declares(scene, start + 1, limit)
    if word in _THEM and (lowers[start + 1] == "to" or not frames & OBJECT):
        return not _goes_on(scene, start + 1, limit)  # 'who wrote it', 'explained it to me'
    if word == "this" and not _goes_on(scene, start + 1, limit):
        return True  # 'stated this while'
    return is_object(scene, start) and word in _PERSONS and not frames & OF  # 'reported him dead'


def _declares(scene: Scene, j: int, limit: int) -> bool:
    """Whether somebody is told to be something behind 'himself', at *j*: 'declared himself fit'."""
    if j >= limit:
        return False
    return not scene.tags[j] & (PREPOSITION | CONJUNCTION) or scene.lowers[j] == "to"


def _claims_nothing(scene: Scene, start: int, limit: int) -> bool:
    """Whether what is said is no claim: 'said a few words', 'said a prayer'."""
    word, behind = scene.lowers[start], start + 1
    if word in scene.speech.lists["rites"]:
        return True
    ends = behind >= limit or scene.bits[behind] & BREAK or scene.tags[behind] & PREPOSITION
    if word == "so" and ends:
        return True  # 'She said so in May.'
    counted = scene.tags[start] & NUMBER and limit == behind + 1
    if counted and scene.lowers[behind] == "things":
        return True  # 'She said two things:'
    if is_refrain(scene, start, limit):
        return True
    if word not in _FEW or behind >= limit or scene.tags[behind] & (PREPOSITION | NUMBER):
        return False
    if scene.marked(start, limit) or has_verb(scene, behind, limit):
        return False
    tags = scene.tags  # 'said a truck hit a bus'
    return not any(
        tags[j] & PERHAPS_PAST and tags[j + 1] & DETERMINER for j in range(behind + 1, limit)
    )


def is_refrain(scene: Scene, first: int, last: int) -> bool:
    """Whether all that is said is that another says it: 'He said, she said'."""
    if last != first + 2 or scene.lowers[first + 1] != "said":
        return False
    return scene.tags[first] & SUBJECT > 0 or scene.capital(first)


def behind_nothing(scene: Scene, start: int, limit: int) -> int:
    """Return the word behind 'nothing about' at *start*, of which that is said, or 0."""
    lowers, j = scene.lowers, behind_degree(scene, start, limit)
    told = j + 2 < limit and lowers[j] in NOTHING and lowers[j + 1] in _TOPIC
    return j + 2 if told and not opens_clause(scene, j, limit) else 0  # 'said little of it is true'


def says_nothing(scene: Scene, start: int, end: int) -> bool:
    """Whether 'nothing' or 'very little' is all that is said at *start*."""
    if NOTHING.isdisjoint(scene.lowers[start : min(end, start + _MOST)]):
        return False  # the quick answer to most
    j = behind_degree(scene, start, end)
    if j >= end or scene.lowers[j] not in NOTHING:
        return False
    if j + 1 >= end or scene.bits[j + 1] & BREAK:
        return True
    told = scene.tags[j + 1] & (ADVERBIAL | PREPOSITION)  # 'said nothing to reporters'
    return bool(told) and not opens_clause(scene, j, end)


def behind_degree(scene: Scene, start: int, limit: int) -> int:
    """Return the word behind what tells how much at *start*: 'almost (nothing)'."""
    while start < limit - 2 and (is_adverb(scene, start) or scene.lowers[start] == "very"):
        start += 1
    return start


def behind_asked(scene: Scene, start: int, limit: int) -> int:
    """Return the word behind who is asked at *start*, 'questioned Roe about it', or 0."""
    j = start
    while (
        j < limit and scene.capital(j) and not (scene.bits[j] & BREAK or scene.tags[j] & QUESTION)
    ):
        j += 1
    if j == start < limit and is_object(scene, j):
        j += 1
    closes = j >= limit or scene.bits[j] & BREAK or scene.tags[j] & (PREPOSITION | WHEN)
    return j if j > start and closes else 0


def _dates_participle(scene: Scene, verb: Verb, start: int, limit: int) -> bool:
    """Whether words tell when or where something was made known: 'A deal announced Monday would'.

    The verb of the noun that the participle describes stands behind them: 'A note posted on
    the site said it was late'.
    """
    related = verb.subject is not None and verb.subject.how == "relative"
    if related and start == verb.last + 1 and scene.tags[start] & AUXILIARY:
        return True  # 'Among those who testified was Roe'
    if not verb.cue.form & PARTICIPLE:
        return False
    behind = (k for k in range(start, limit) if not scene.tags[k] & (WHEN | PREPOSITION))
    j = next((k for k in behind if scene.lowers[k] != "online"), start)
    if j > start and verb.cue.frames & (OBJECT | THINGS):
        return is_verb(scene, j)
    shows = is_verb(scene, start) or scene.lowers[start] in _SHOWS
    told = start > verb.last + 1 and shows and not scene.tags[start] & AUXILIARY
    if not told or not scene.tags[verb.last + 1] & (PREPOSITION | WHEN):
        return False
    return start + 1 >= limit or scene.tags[start + 1] & _BEHIND_VERB > 0


def _is_shown(scene: Scene, verb: Verb, start: int, limit: int) -> bool:
    """Whether words are the content of a cue that takes 'that': a clause that shows its verb.

    Papers take anything: 'polls show a gap'. Of whom else finds something, no clause is told.
    """
    cue, phrase = verb.cue, verb.subject.phrase if verb.subject else None
    if cue.frames & PAPERS and phrase:
        tells = told_by(scene, *phrase)
        related = scene.lowers[verb.first - 1] == "that"  # 'reports that show a leak'
        if tells & PAPER and not (verb.to or related):
            return True
        if not (tells & (PAPER | FORUM) or _is_paper(scene, *phrase)):
            return False
    elif cue.frames & NOUN and cue.form & (BASE | THIRD):
        return False  # 'projects he has led'
    if cue.frames & HEARS and opens_past(scene, start, limit):
        return True
    return opens_finite(scene, start, limit)


def _is_paper(scene: Scene, first: int, last: int) -> bool:
    """Whether a phrase is 'it', near behind a paper: 'A study is out. It found cats are ill'."""
    if last - first > 1 or scene.words.words[first] != "It":
        return False
    return any(t & (PAPER | FORUM) for t in scene.tags[max(0, first - _BEFORE) : first])


def _goes_on(scene: Scene, j: int, limit: int) -> bool:
    """Whether a noun, a verb or marks follow 'this' or 'it' at word *j*: 'this plan', 'it was'."""
    if j >= limit or scene.tags[j] & (PREPOSITION | ADVERBIAL):
        return False
    return scene.mark_at[j] >= 0 or not scene.bits[j] & BREAK
