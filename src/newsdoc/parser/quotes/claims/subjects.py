"""Subjects: who speaks, from where the verb stands.

The subject stands to the left of its verb ('X said', 'X, a doctor, said', 'X,
who said'), behind it ('said X'), or with another verb ('X left and said', 'X
left, saying'). The rules are asked in the order of `subject_of`.
"""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.speech import BASE, HEARS, NOUN, SHOWN, VIEWS
from newsdoc.lexicon.tags import (
    AUXILIARY,
    BE,
    BODY,
    COMPLEMENTIZER,
    CONJUNCTION,
    DETERMINER,
    FORUM,
    GIVEN_NAME,
    HAVE,
    MEDIUM,
    NEGATION,
    NO_SPEAKER,
    NUMBER,
    PAPER,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    QUESTION,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    TITLE,
    WHO,
)
from newsdoc.parser.gaps import BREAK, CLOSE, COMMA, DASH
from newsdoc.parser.phrases import (
    ERAS,
    INDEFINITE,
    PEOPLE,
    WHEN,
    Phrase,
    apposed_phrase,
    is_verb,
    is_year,
    left_phrase,
)
from newsdoc.parser.quotes.claims.extracted import behind_gap, extracted, holds_object
from newsdoc.parser.quotes.claims.participles import SHARED, bearer, of_participle
from newsdoc.parser.quotes.clauses.groups import is_adverb
from newsdoc.parser.quotes.clauses.lists import whole
from newsdoc.parser.quotes.clauses.nouns import happens
from newsdoc.parser.quotes.clauses.tails import is_many, with_clause, with_contact
from newsdoc.parser.quotes.clauses.times import without_time
from newsdoc.parser.quotes.clauses.verbs import Subject, Verb
from newsdoc.parser.quotes.scene import Scene

_NOBODY: Final = frozenset({"it", "that", "this", "which"})
_AT: Final = frozenset({"at", "in", "on"})
_NO_NOUN: Final = CONJUNCTION | PREPOSITION | SUBORDINATOR | COMPLEMENTIZER
_WHO: Final = frozenset({"who", "which", "that"})
# Tags of who threatens, or raises fears.
_CAN_THREATEN: Final = (
    TITLE | BODY | FORUM | MEDIUM | PAPER | PLURAL | PRONOUN | NUMBER | DETERMINER
)
_CAN: Final = frozenset({"can", "cannot", "could"})
_HEARERS: Final = frozenset({"it", "one", "you"})  # pronouns that may be told something
_FAR: Final = 40  # words: from a paper to the pronoun for it
_DESCRIBED: Final = 3  # words: an article and two adjectives before a noun
_BESIDE: Final = 8  # words: 'with the head of its press office, Ann Roe, saying'
_PAPERS: Final = PAPER | MEDIUM
_WHERE: Final = frozenset({"at", "during", "in", "on", "via"})
_JOINED: Final = 20  # words: no relative clause with two verbs is longer
_SETTING: Final = 6  # words: 'in a brief radio interview'
_DEFINITE: Final = frozenset({"her", "his", "its", "the", "their", "this"})
_MARKED_OFF: Final = (".", ")")  # behind the number of an item


def subject_of(scene: Scene, verb: Verb, floor: int) -> Subject | None:
    """Return the subject of *verb*, not looking left of word *floor*; None where it has none."""
    first = verb.first
    if verb.passive:
        return None
    if first <= floor:
        return None if verb.finite else SHARED
    if scene.bits[first] & (BREAK & ~CLOSE):
        return _behind_break(scene, verb, floor)
    left = scene.tags[first - 1]
    if left & RELATIVE and scene.lowers[first - 1] in _WHO:
        return _relative(scene, verb, floor)
    if left & CONJUNCTION:
        return _joined_relative(scene, first - 1, floor) if verb.finite else SHARED
    if not verb.finite and (found := of_participle(scene, verb, floor)):
        return found
    phrase = own_subject(scene, first, floor)
    if phrase is None or (not verb.finite and _is_object(scene, phrase[0], floor)):
        return None if verb.finite else SHARED
    if extracted(scene, verb.last + 1) or holds_object(scene, phrase, verb, floor):
        phrase = behind_gap(scene, phrase, floor)
    else:
        phrase = whole(scene, phrase, verb, floor)
    return Subject(phrase, "own") if verb.finite else _acting(scene, verb, phrase, floor)


def _acting(scene: Scene, verb: Verb, phrase: Phrase, floor: int) -> Subject | None:
    """Return the subject of a participle behind a noun phrase: that, or who acts in the clause."""
    start, end = phrase
    if _parted(scene, phrase, verb.first):
        return SHARED
    if end - start == 1 and start > floor and scene.lowers[start - 1] in _NOBODY:
        return None  # 'it means admitting that'
    return Subject(_behind_with(scene, phrase), "own")


def _parted(scene: Scene, phrase: Phrase, first: int) -> bool:
    """Whether a time parts a participle from a noun that does not act: 'a rally on Monday saying'.

    So does what the noun is in: ', at one point calling it', ', in one case saying'.
    """
    start, end = phrase
    before = range(max(0, start - 2), start)
    if scene.lowers[end - 1] in ERAS or (end - start == 1 and is_year(scene, start)):
        return True  # 'tools used in 900 BC saying'
    if any(scene.bits[j] & COMMA and scene.lowers[j] in _AT for j in before):
        return True
    return end != first or (end - start == 1 and scene.tags[start] & WHEN > 0)  # 'months saying'


def _is_object(scene: Scene, first: int, floor: int) -> bool:
    """Whether what opens at word *first* is acted on, and who acts goes on: 'axed the deal saying'.

    Who is seen or heard speaks: 'filmed the man saying'.
    """
    verb, lowers = first - 1, scene.lowers
    if (
        verb <= floor
        or lowers[first] not in _DEFINITE
        or lowers[verb] in scene.speech.lists["perceived"]
    ):
        return False
    return lowers[verb - 1] == "to" or (
        is_verb(scene, verb) and not scene.tags[verb] & AUXILIARY > 0
    )


def _behind_with(scene: Scene, phrase: Phrase) -> Phrase:
    """Return whoever acts beside what is told: 'The talk ended with Roe asking', not the talk."""
    first, last = phrase
    at = (j for j in range(first, last - 1) if scene.lowers[j] == "with")
    return next(at, first - 1) + 1, last


def _behind_break(scene: Scene, verb: Verb, floor: int) -> Subject | None:
    """Return the subject of a verb with punctuation before it."""
    if not verb.finite:
        beside = _beside(scene, verb.first, floor)
        return Subject(beside, "own") if beside else SHARED
    if not scene.bits[verb.first] & (COMMA | DASH):
        return None
    phrase = apposed_phrase(scene, verb.first, floor)
    phrase = phrase and _owned(scene, phrase)
    if verb.cue.frames & NOUN and verb.cue.form == BASE and verb.first == verb.i:
        many = phrase and (scene.capital(phrase[1] - 1) or is_many(scene, *phrase))
        if scene.tags[verb.i] & BODY or not many:
            return None  # 'noise, trash and "worse"', 'mayors, state senators'
    return Subject(phrase, "own") if phrase else SHARED


def _beside(scene: Scene, end: int, floor: int) -> Phrase | None:
    """Return who acts beside what is told: ', with | its minister, Ann Roe, saying'."""
    name = _named(scene, end, floor)
    opens = max(floor, name - _BESIDE)
    near = (j for j in range(name - 1, opens, -1) if scene.bits[j] & BREAK or is_verb(scene, j))
    first = next(near, opens)
    beside = name < end and scene.lowers[first] == "with" and scene.bits[first] & COMMA
    return (first + 1, end) if beside else None


def _named(scene: Scene, end: int, floor: int) -> int:
    """Return where the name between two commas opens, the last of them before word *end*."""
    name = end
    while name > floor + 1 and scene.capital(name - 1) and (name == end or not scene.bits[name]):
        name -= 1
    return name if scene.bits[name] & COMMA else end


def _owned(scene: Scene, phrase: Phrase) -> Phrase:
    """Return who is somebody's: 'The union, | whose leader, Ann Roe, said'."""
    first, last = phrase
    name = _named(scene, last, first)
    whose = range(name - 1, max(first, name - _BESIDE), -1)
    opens = next((j for j in whose if scene.bits[j] & BREAK or is_verb(scene, j)), first)
    owned = name < last and scene.lowers[opens] == "whose" and scene.bits[opens] & COMMA
    return (opens, last) if owned else phrase


def _joined_relative(scene: Scene, joins: int, floor: int) -> Subject:
    """Return the relative pronoun that has two verbs joined at *joins*: ', which runs and says'."""
    who = joins - 1
    while who > max(floor, joins - _JOINED) and not scene.bits[who] & BREAK:
        who -= 1
    parted = scene.bits[joins] & BREAK or not scene.bits[who] & COMMA or who == floor
    if parted or scene.lowers[who] not in _WHO or scene.tags[who + 1] & (SUBJECT | DETERMINER):
        return SHARED
    return Subject((who, who + 1), "relative")


def _relative(scene: Scene, verb: Verb, floor: int) -> Subject | None:
    """Return the relative pronoun before a verb; of 'that', the noun it belongs to."""
    first = verb.first
    if scene.lowers[first - 1] != "that":
        return Subject((first - 1, first), "relative")
    if sign := bearer(scene, verb, first - 1, floor):
        return sign
    start = _nearest(scene, left_phrase(scene, first - 1, floor), first - 1)
    if scene.tags[start] & (PRONOUN | SUBJECT) == PRONOUN and scene.tags[start + 1] & PREPOSITION:
        start += 2  # 'walked them through a show that predicted'
    near = range(start - 1, max(floor, start - _DESCRIBED) - 1, -1)
    opens = next((j for j in near if scene.bits[j + 1] & BREAK or scene.tags[j]), start)
    if scene.tags[opens] & ~scene.tags[start] & DETERMINER and not scene.bits[opens + 1] & BREAK:
        start = opens  # 'replaced by a (short) note that said'
    return Subject((start, first - 1), "own") if start < first - 1 else None


def _nearest(scene: Scene, first: int, last: int) -> int:
    """Return where what 'that' at *last* relates to opens: '(pointed to) a letter that said'.

    A paper further left is what says it: 'a note on a door that said'.
    """
    tags = scene.tags
    nearest = next((j for j in range(last - 1, first, -1) if tags[j] & DETERMINER), first)
    papers = any(t & (MEDIUM | PAPER) for t in tags[first:nearest])
    held = papers and tags[nearest - 1] & PREPOSITION
    return nearest if scene.lowers[nearest] in INDEFINITE and not held else first


def own_subject(scene: Scene, first: int, floor: int) -> Phrase | None:
    """Return the noun phrase that ends before word *first*, adverbials of time left out."""
    tags, words = scene.tags, scene.words.words
    timed = tags[first - 1] & WHEN or scene.lowers[first - 1].isdigit()
    end = without_time(scene, first, floor) if timed else first
    last = end - 1
    if last < floor:
        return None
    if is_verb(scene, last) and not (scene.bits[first] & CLOSE or scene.capital(last)):
        return with_clause(scene, end, floor, first)  # but 'Roe (pictured) said', 'Will said'
    if end != first and scene.bits[end] & BREAK:
        return apposed_phrase(scene, end, floor)
    if tags[last] & _NO_NOUN and not tags[last] & PRONOUN:
        return with_contact(scene, last, floor, first)
    start = left_phrase(scene, end, floor)
    if (
        start == floor
        and scene.capital(start)
        and scene.lowers[start] in scene.speech.lists["speaking"]
    ):
        return _behind_participle(scene, start, end), end
    issued = (j for j in range(start + 1, end) if tags[j - 1] & _PAPERS and is_verb(scene, j))
    if end != first and (next(issued, 0) or any(tags[j] & WHO for j in range(start + 1, end))):
        end = first  # 'those who had known him for years', 'a note sent to parents on Monday'
    if start > floor and tags[start - 1] & WHO and tags[start] & PREPOSITION:
        return start - 1, start  # 'which in the wake of the defeat urged'
    end = _before_setting(scene, start, end)
    joined = words[start].islower() and not scene.bits[start] & BREAK  # not 'is, police said,'
    if start > floor and joined and _is_helped(scene, start, end, floor):
        return None if not tags[start] & (DETERMINER | PRONOUN) else (start, end)
    return (start, end) if start < end else None


def _behind_participle(scene: Scene, first: int, end: int) -> int:
    """Return who speaks behind a participle that no comma closes: 'Speaking after the vote Roe'.

    Of 'the Daily Mail Roe' the last word is a name alone, or from the given name on.
    """
    tags, at = scene.tags, end - 1
    while scene.capital(at) and at - 1 > first and scene.capital(at - 1):
        at -= 1
    if not scene.capital(at) or tags[at - 1] & PREPOSITION:
        near = range(at, first + 1, -1)
        opens = (j for j in near if tags[j] & DETERMINER and not tags[j - 1] & PREPOSITION)
        return next(opens, end - 1)  # 'Responding to the report a spokesman'
    if not tags[at - 1] & DETERMINER:
        return at
    given = (j for j in range(at, end - 1) if tags[j] & GIVEN_NAME)
    return next(given, end - 1)


def _is_helped(scene: Scene, start: int, end: int, floor: int) -> bool:
    """Whether a phrase is what an auxiliary before it helps: 'is seen telling'.

    So is an adjective behind 'be': 'is easy to square with'.
    """
    tags, helps = scene.tags, start - 1
    while helps > floor and is_adverb(scene, helps):
        helps -= 1
    if tags[helps] & HAVE:
        return True
    adjective = start + 1 < end and tags[start + 1] & PREPOSITION > 0
    return tags[helps] & BE > 0 and (end - start == 1 or adjective)


def _before_setting(scene: Scene, start: int, end: int) -> int:
    """Return where a phrase ends before where it is said: 'Roe in a statement', 'at a rally'."""
    tags, lowers = scene.tags, scene.lowers
    for j in range(start + 1, end - 1):
        if lowers[j] not in _WHERE or lowers[j + 1] == "the":
            continue  # 'the speaker at the rally'
        medium = any(tags[k] & MEDIUM for k in range(j + 2, min(end, j + _SETTING)))
        if medium and (scene.capital(j - 1) or tags[j - 1] & (BODY | TITLE)):
            return j
    return end


def can_speak(scene: Scene, subject: Subject, verb: Verb) -> bool:
    """Whether a subject is one of whom the verb tells what was said."""
    if subject.phrase is None:
        causes = not (verb.finite or verb.cue.frames & ~VIEWS)  # ', raising fears that'
        return not (causes or verb.cue.frames & HEARS)  # 'She wept on hearing that'
    first, last = subject.phrase
    if last - first == 1 and (_is_mute(scene, first) or _shows_nothing(scene, first, verb)):
        return False
    if verb.cue.frames & HEARS and not is_forum(scene, first, last):
        return False
    if verb.cue.lemma == "tell" and _perceives(scene, verb):
        return False
    voices = not verb.cue.frames & ~VIEWS
    if (voices or verb.cue.lemma == "threaten") and _is_danger(scene, subject):
        return False
    shown = (voices or verb.cue.frames & SHOWN) and happens(scene, first, last)
    return not shown and not _is_nobody(scene, last)


def _shows_nothing(scene: Scene, first: int, verb: Verb) -> bool:
    """Whether 'it' shows something and is no paper: 'It shows how far the singer has come'."""
    shows = scene.lowers[verb.i] == "shows" and scene.lowers[first] == "it"
    return shows and not any(t & (PAPER | FORUM) for t in scene.tags[max(0, first - _FAR) : first])


def _perceives(scene: Scene, verb: Verb) -> bool:
    """Whether to be able to tell something is to know it: 'we can all tell what comes next'."""
    behind = verb.last + 1
    if _CAN.isdisjoint(scene.lowers[verb.first : verb.i]) or behind >= len(scene.words):
        return False
    t, lower = scene.tags[behind], scene.lowers[behind]
    knows = t & (QUESTION | COMPLEMENTIZER) or (t & SUBJECT and lower not in _HEARERS)
    return bool(knows) and not scene.bits[behind] & BREAK


def _is_danger(scene: Scene, subject: Subject) -> bool:
    """Whether what threatens is no one: 'a split that threatens', 'the strike raised fears'."""
    if subject.phrase is None or subject.how == "relative":
        return subject.phrase is not None and scene.lowers[subject.phrase[0]] != "who"
    first, last = subject.phrase
    end = next((j for j in range(first + 1, last) if scene.tags[j] & PREPOSITION), last)
    word = scene.words.words[end - 1]
    if word in PEOPLE or scene.words.gaps[end - 1] == "-":
        return False  # 'a woman', 'the 37-year-old'
    many = word.endswith("s") and not word.endswith("ss")
    return word.islower() and not many and not scene.tags[end - 1] & _CAN_THREATEN


def _is_mute(scene: Scene, i: int) -> bool:
    """Whether word *i* alone does not speak: 'there is', '4. Questioning his word'."""
    if scene.tags[i] & NO_SPEAKER or scene.lowers[i] == "there":
        return True
    return scene.words.words[i].isdigit() and scene.words.gaps[i + 1][:1] in _MARKED_OFF


def _is_nobody(scene: Scene, last: int) -> bool:
    """Whether a phrase that ends before word *last* is 'nobody', 'nothing' or 'no one'."""
    word = scene.lowers[last - 1]
    if word == "one":
        return scene.lowers[max(0, last - 2)] == "no"
    nobody = scene.tags[last - 1] & (NEGATION | SUBJECT) == NEGATION | SUBJECT
    return nobody or word == "nothing"


def is_forum(scene: Scene, first: int, last: int) -> bool:
    """Whether something is said before what a phrase names: 'the inquest into her death'."""
    tags = scene.tags
    end = next((j for j in range(first + 1, last) if tags[j] & PREPOSITION), last)
    return bool(tags[end - 1] & FORUM)
