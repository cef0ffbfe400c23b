"""Where content ends that no marks close: where somebody else, or the article, goes on."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.tags import (
    ADVERB,
    ADVERBIAL,
    ASIDE,
    AUXILIARY,
    BOUND,
    COMPLEMENTIZER,
    CONJUNCTION,
    CUE,
    DETERMINER,
    NUMBER,
    PAPER,
    PAST,
    PERHAPS_PAST,
    PREPOSITION,
    PRONOUN,
    SUBJECT,
    WHO,
)
from newsdoc.model import Stance
from newsdoc.parser.gaps import BREAK, COMMA, DASH, MARK, SEMICOLON
from newsdoc.parser.phrases import WHEN, is_verb, right_phrase
from newsdoc.parser.quotes.claims.apposed import takes_up
from newsdoc.parser.quotes.claims.around import has_verb, opens_clause
from newsdoc.parser.quotes.claims.contrast import contrasts
from newsdoc.parser.quotes.claims.following import (
    is_plain,
    names_marked,
    said_by,
    says_on,
    speaks_next,
)
from newsdoc.parser.quotes.claims.joined import (
    SAY,
    behind_that,
    goes_with_content,
    is_of_speaker,
    tells_acts,
)
from newsdoc.parser.quotes.claims.meanwhile import TURNS, is_meanwhile, turns
from newsdoc.parser.quotes.clauses.finite import is_finite
from newsdoc.parser.quotes.clauses.groups import GROUP, is_adverb
from newsdoc.parser.quotes.clauses.nouns import is_where
from newsdoc.parser.quotes.clauses.verbs import Verb
from newsdoc.parser.quotes.scene import Scene

_ASKED: Final = frozenset({"approached", "asked", "contacted", "pressed", "questioned", "reached"})
_PARTICIPLES: Final = frozenset({"adding", "insisting", "saying", "warning"})
_TAKEN: Final = DETERMINER | PREPOSITION | PRONOUN | COMPLEMENTIZER  # opens what a verb takes
_TOLD: Final = COMPLEMENTIZER | SUBJECT  # opens what a verb of saying tells
# No subject opens so.
_NO_SUBJECT: Final = CONJUNCTION | PREPOSITION | COMPLEMENTIZER | ADVERBIAL | WHO | AUXILIARY
_CAN_END: Final = SEMICOLON | COMMA | DASH | MARK
_THOUGH: Final = frozenset({"although", "though"})  # 'that prices fell, though it was "mixed"'
_HOWEVER: Final = frozenset({"however", "though"})  # by which a sentence goes with another
_GOES_ON: Final = CONJUNCTION | DETERMINER  # opens what an article says behind a dash
_OTHERS: Final = ["others", "that"]  # 'some say it is, others that it is not'
_RAISED: Final = frozenset({"concerns", "doubts", "eyebrows", "fears", "hopes", "questions"})
_PARTS: Final = frozenset(  # of what is told, behind a comma
    {"anything", "depending", "during", "everything", "excluding", "following", "including"}
    | {"involving", "nothing", "ranging", "something"}
)
_COMMENTS: Final = frozenset({"a", "an", "something"})
_CLAUSE: Final = 16  # words: a clause shows its verb within so many
_MAIN: Final = 7  # words: the verb of a main clause is so near to its subject
_FAR: Final = 20  # words: and no further where nothing else can be the main clause
_COUNTS: Final = frozenset({"based", "compared"})  # open what may tell of counts
_INSERTION: Final = 12  # words: no insertion between a subject and its verb is longer
_PAIR: Final = 40  # words: a dash that closes an insertion is no further, nor a clause with 'while'


def content_end(
    scene: Scene,
    start: int,
    limit: int,
    *,
    shared: bool = True,
    noun: bool = False,
    by: Verb | None = None,
) -> int:
    """Return the word behind the content that starts, without marks, at word *start*.

    *shared*: whether the speaker may do more in the same clause; *noun*: whether it may
    be a noun phrase; *by*: the verb that says it.
    """
    tags, bits, mark_at = scene.tags, scene.bits, scene.mark_at
    for j in range(start + 1, limit):
        b, joins = bits[j], tags[j] & CONJUNCTION
        if scene.lowers[j] in TURNS and turns(scene, start, j, limit, noun=noun):
            return j
        if not (b & _CAN_END or joins):
            continue
        if tags[j - 1] & CUE and scene.opens_mark(j) and _says_more(scene, start, j - 1):
            before = j - 2  # 'explained it saying “we won”', 'explained it before adding “we won”'
            return before if tags[before] & (PREPOSITION | ADVERBIAL) else j - 1
        if mark_at[j] >= 0 and not (b & COMMA and mark_at[j - 1] < 0):
            continue
        begun = j > start + 1 or not tags[start] & COMPLEMENTIZER  # 'that, while it may rain, …'
        if not begun and by and by.stance is Stance.DENIES:
            begun = tags[j] & CUE > 0 and scene.lowers[j].endswith("ing")  # 'denied that, saying'
        if b & SEMICOLON or (b & (COMMA | DASH) and begun and _leaves(scene, start, j, limit, by)):
            return j
        if joins and shared and _joins_act(scene, start, j, limit, by):
            return j
        if joins and noun and _joins_verb(scene, start, j, limit):
            return j
    return limit


def _says_more(scene: Scene, start: int, j: int) -> bool:
    """Whether a participle at *j* says more than the cue, and is none of several there.

    Not so in 'people leaving and carrying signs saying “Out”'.
    """
    said = j > start and scene.lowers[j] in _PARTICIPLES
    return said and not _acts_before(scene, start, j)


def _acts_before(scene: Scene, start: int, j: int) -> bool:
    """Whether a participle stands from word *start* on, near before word *j*."""
    lowers = scene.lowers[max(start, j - _CLAUSE) : j]
    return any(lower.endswith("ing") for lower in lowers)


def _joins_act(scene: Scene, start: int, j: int, limit: int, by: Verb | None) -> bool:
    """Whether the conjunction at *j* joins another act to the one whose content starts there."""
    tags, lowers = scene.tags, scene.lowers
    if scene.words.gaps[j].endswith(("…", "...")):
        return True  # 'says sorry …but'
    if lowers[start] == "to" and j + 1 < limit and is_verb(scene, j + 1):
        return True  # 'asked them to leave and shut the door'
    # 'has not yet said' goes on
    grouped = tags[j - 1] & GROUP and not scene.bits[j] & (COMMA | MARK)
    if not grouped and says_on(scene, j + 1, limit):
        return not goes_with_content(scene, by, start, j, limit)
    if not speaks_next(scene, j + 1, limit):
        return is_of_speaker(scene, by, start, j, limit)
    if not tags[j + 1] & NUMBER and (tags[j - 1] & SUBJECT or scene.capital(j - 1)):
        return False  # 'he and Roe promised'
    return not is_plain(scene, j + 1) or has_verb(scene, start, j)  # not 'cooks and waiters said'


def _joins_verb(scene: Scene, start: int, j: int, limit: int) -> bool:
    """Whether the conjunction at *j* joins a verb to no clause: 'admitted theft and was jailed'."""
    verb, behind = j + 1, j + 2
    if verb >= limit:
        return False
    if scene.bits[j] & COMMA:  # 'spoke of her youth, and the crowd stood'
        opens = scene.tags[verb] & (DETERMINER | SUBJECT) or scene.capital(verb)
        opens = opens or has_verb(scene, verb, min(limit, verb + _CLAUSE))
        # 'sought a permit, but it takes', not 'promised not stars, but the moon'
        but = scene.lowers[j] == "but" and "not" not in scene.lowers[start - 1 : j]
        if opens_clause(scene, verb, limit) or (but and opens):
            return not has_verb(scene, start, j)
    to = "to" in scene.lowers[max(start, j - _PAIR) : j]
    joins = not to and scene.lowers[verb] in SAY  # 'deny the claims and say they were late'
    if not joins:
        takes = behind >= limit or scene.tags[behind] & (_TAKEN | ADVERB)
        acts = takes or scene.tags[verb] & (AUXILIARY | PAST if to else AUXILIARY)
        does = is_verb(scene, verb) or scene.tags[verb] & PERHAPS_PAST  # 'but put the number'
        joins = bool(acts and does)
    return joins and not has_verb(scene, start, j)  # not 'and delayed projects'


def result_start(scene: Scene, start: int, end: int) -> int:
    """Return where a participle opens what comes of what is told from *start* on, or *end*."""
    near = range(start + 1, min(end, start + _CLAUSE))
    return next((j for j in near if scene.bits[j] & COMMA and _follows(scene, start, j, end)), end)


def _follows(scene: Scene, start: int, j: int, limit: int) -> bool:
    """Whether a participle at *j* tells what comes of what is told: 'a loss, sending shares down'.

    So it does behind a noun phrase; a clause may go on with one.
    """
    word = scene.words.words[j]
    if not (word.islower() and word.endswith("ing")) or word in _PARTS:
        return False
    if scene.tags[j] & (PREPOSITION | CONJUNCTION | PRONOUN):
        return False
    plain = not has_verb(scene, start, j) and not _acts_before(scene, start, j)
    return plain and not scene.marked(start, limit)


def act_end(scene: Scene, start: int, limit: int) -> int:
    """Return where the content of a participle ends that another is joined to.

    'saying it was late and calling it a loss': she says the one, and calls it the other.
    A participle that says nothing may belong to one of the content, where it holds one.
    """
    tags, lowers = scene.tags, scene.lowers
    for j in range(start + 1, limit - 2):
        joins = tags[j] & CONJUNCTION and scene.mark_at[j] < 0
        acts = joins and lowers[j + 1].endswith("ing") and tags[j + 2] & _TAKEN
        if acts and (tags[j + 1] & CUE or not _acts_before(scene, start, j)):
            return j
    return limit


def withheld_end(scene: Scene, start: int, end: int) -> int:
    """Return where what somebody has not said ends: before ', but he did suggest', 'when asked'."""
    lowers = scene.lowers
    for j in range(start + 1, end - 1):
        asked = lowers[j] == "when" and lowers[j + 1] in _ASKED
        if asked or (lowers[j] == "but" and scene.tags[j + 1] & SUBJECT):
            return j
    return end


def subordinate_end(scene: Scene, start: int, end: int, *, fronted: bool) -> int:
    """Return where content ends of an adverbial clause: 'When she said it was shut, he left'.

    *fronted*: whether it opens its sentence, so that a main clause must follow.
    """
    first = behind_that(scene, start)
    clause, nested = first > start, first < end and scene.tags[first] & (ADVERBIAL | PREPOSITION)
    if nested and not fronted:
        return end  # 'When she said that, despite the rain, it was shut'
    last, commas = end, 0  # the last comma, behind which the main clause opens in any case
    for j in range(start + 2, end - 1):
        if not scene.bits[j] & COMMA or scene.mark_at[j] >= 0:
            continue
        commas += 1
        if commas == 1 and (nested & ADVERBIAL or (nested and scene.bits[first] & COMMA)):
            continue  # 'When she said that if it rained, the port would shut, he left'
        shown = scene.tags[j] & (SUBJECT | DETERMINER) or scene.capital(j)
        opens = shown or (fronted and not scene.tags[j] & _NO_SUBJECT)
        # not 'that rents, fees and taxes'
        told = shown or not clause or has_verb(scene, first, min(j, first + _CLAUSE))
        if opens and told and _has_own_verb(scene, j, end):
            return j
        last = j if opens and (fronted or not scene.tags[j] & (WHO | NUMBER)) else end
    if fronted and commas == 1:
        return last  # 'As she said rents will rise, tenants march'
    own = has_verb(scene, first, min(last, first + _CLAUSE))
    return last if own and has_verb(scene, last, min(end, last + _FAR)) else end


def _has_own_verb(scene: Scene, j: int, end: int) -> bool:
    """Whether the words from *j* on have a verb near, but for an insertion before it."""
    for k in range(j + 1, min(end, j + _MAIN)):
        if scene.bits[k] & BREAK or scene.tags[k] & (WHO | ADVERBIAL):
            return scene.bits[k] & COMMA > 0 and _is_insertion(scene, j, k, end)
        if is_verb(scene, k):
            return True
        if scene.tags[k] & CUE and k + 1 < end and scene.tags[k + 1] & _TOLD:
            return True  # 'the census reveals that'
    return False


def _leaves(scene: Scene, start: int, j: int, limit: int, by: Verb | None) -> bool:
    """Whether the article's own words go on behind the comma or dash before word *j*."""
    t, b, word = scene.tags[j], scene.bits[j], scene.lowers[j]
    though = word in _THOUGH and b & COMMA and scene.marked(j, limit)
    aside = t & ASIDE and not (
        though
        or (word == "while" and _contrasts_more(scene, start, j, limit))
        or _is_insertion(scene, start, j, limit)
        or is_meanwhile(scene, start, j, limit)
    )
    if aside or (word in _HOWEVER and j + 1 == limit):
        return True
    if b & COMMA and _is_insertion(scene, start, j, limit):
        return False
    if b & DASH:
        pair = range(j + 1, min(limit, j + _PAIR))
        return bool(t & _GOES_ON) and not any(scene.bits[k] & DASH for k in pair)
    return (
        _acts_next(scene, start, j, limit)
        or takes_up(scene, j, limit)
        or speaks_next(scene, _behind_opener(scene, j, limit), limit)
        or (word in _COMMENTS and _comments(scene, start, j, limit))
        or names_marked(scene, j, limit)
        or scene.lowers[j : j + 2] == _OTHERS
        or (word == "raising" and not _RAISED.isdisjoint(scene.lowers[j + 1 : j + 4]))
        or (word == "with" and said_by(scene, j, limit))
        or (word in _COUNTS and _tells_of_counts(scene, j, limit, by))
        or (b & COMMA and not scene.tags[j - 1] & _NO_SUBJECT and is_where(scene, j, limit))
        or (word == "but" and contrasts(scene, start, j, limit, by))
    )


def _contrasts_more(scene: Scene, start: int, j: int, limit: int) -> bool:
    """Whether 'while' at *j* sets one thing against another, in a clause in which nobody speaks.

    'Sales rose 4 percent, while profit fell'; but 'while he', 'while calling', 'while critics say'.
    """
    if not scene.bits[j] & COMMA or j + 2 >= limit or not has_verb(scene, start, j):
        return False
    near = min(limit, j + _PAIR)
    if any(t & CUE for t in scene.tags[j:near]) or not has_verb(scene, j + 1, near):
        return False
    return not any(t & SUBJECT for t in scene.tags[j + 1 : j + 3])


def _tells_of_counts(scene: Scene, j: int, limit: int, by: Verb | None) -> bool:
    """Whether words at *j* tell of those who were counted: '7 in 10 nurses say, based on a poll'.

    Or they compare others with them: ', compared with 20% last year', ', compared with 6 who say'.
    """
    near = range(j + 2, min(limit, j + _MAIN))
    if scene.lowers[j] == "based" and not any(scene.tags[k] & PAPER for k in near):
        return False
    if scene.lowers[j] == "compared" and any(
        scene.tags[k - 1] & WHO and scene.tags[k] & CUE for k in near
    ):
        return True
    subject = by.subject.phrase if by and by.subject else None
    return subject is not None and any(
        scene.tags[k] & (NUMBER | BOUND) or scene.words.words[k][0].isdigit()
        for k in range(*subject)
    )


def _is_insertion(scene: Scene, start: int, j: int, limit: int) -> bool:
    """Whether commas part a subject at *start* from its verb: 'the plan, while old, is sound'."""
    if j - start > _CLAUSE:
        return False
    reach = min(limit, j + _INSERTION)
    behind = scene.comma(j + 1, reach)
    if behind >= reach or has_verb(scene, start, j):
        return False
    if is_adverb(scene, behind):  # 'is perhaps sound', but not 'privately owned schools'
        return behind + 1 < limit and scene.tags[behind + 1] & AUXILIARY > 0
    return is_finite(scene, behind)


def _acts_next(scene: Scene, start: int, j: int, limit: int) -> bool:
    """Whether the speaker does more behind the comma at *j*: 'saying it was', 'then left'.

    Not so where others did something before: 'said she shut the door, then left', 'say he lied
    to the bank, falsely claiming that'.
    """
    falsely = is_adverb(scene, j) and scene.lowers[j + 2] == "that"  # 'falsely claiming that'
    act = j + falsely
    if scene.tags[act] & CUE and scene.lowers[act].endswith("ing"):
        return not (falsely and tells_acts(scene, start, j, persons=False))
    if scene.lowers[j] != "then" or j + 1 >= limit:
        return False
    if tells_acts(scene, start, j, persons=True):
        return False
    return is_verb(scene, j + 1) or scene.tags[j + 1] & PERHAPS_PAST > 0


def _comments(scene: Scene, start: int, j: int, limit: int) -> bool:
    """Whether the phrase at *j* tells what the clause from *start* is: ', a move that failed'."""
    tags, lowers = scene.tags, scene.lowers
    end = right_phrase(scene, j, limit, full=False)
    if end >= limit:
        return False
    contact = tags[end] & (SUBJECT | DETERMINER) and not scene.capital(j - 1)  # 'a view she shares'
    if not contact and lowers[end] not in {"that", "which"}:
        return False
    return lowers[start] == "to" or has_verb(scene, start, min(j, start + _CLAUSE))


def _behind_opener(scene: Scene, j: int, limit: int) -> int:
    """Return the word behind what opens a clause at *j*: 'when', 'on Tuesday night', 'to which'."""
    tags, k = scene.tags, j + 1
    if tags[j] & (ADVERBIAL | CONJUNCTION):
        return k
    if not tags[j] & PREPOSITION:
        return j
    if k < limit and tags[k] & WHO:
        return k + 1
    while k < limit and tags[k] & WHEN:
        k += 1
    return k if k > j + 1 else j
