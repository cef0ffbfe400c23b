"""Where content ends that no marks close: where somebody else, or the article, goes on."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.tags import (
    ACTING,
    ADVERB,
    ADVERBIAL,
    ALONE,
    ASIDE,
    AUXILIARY,
    BE,
    BODY,
    CLITIC,
    COMPLEMENTIZER,
    CONJUNCTION,
    CUE,
    DETERMINER,
    MARKED,
    NEGATION,
    NUMBER,
    PAST,
    PERHAPS_PAST,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    QUESTION,
    REFUSING,
    RELATIVE,
    SUBJECT,
    TITLE,
    WHO,
)
from newsdoc.parser.gaps import BREAK, COMMA, DASH, MARK, SEMICOLON
from newsdoc.parser.phrases import (
    WHEN,
    is_verb,
    right_phrase,
)
from newsdoc.parser.quotes.claims.around import has_verb
from newsdoc.parser.quotes.clauses.groups import is_adverb
from newsdoc.parser.quotes.scene import Scene

SAID: Final = ("ed", "said", "told", "wrote", "says", "tells", "calls", "adds", "argues")
_SAYING: Final = frozenset({"say", "said", "saying", "told", "tell", "added"})
_DENYING: Final = _SAYING | {"denied", "insisted", "rejected"}
_GROUP: Final = AUXILIARY | NEGATION | CLITIC  # what stands in a verb group before its verb
_ASKED: Final = frozenset({"approached", "asked", "contacted", "pressed", "questioned", "reached"})
_SAY: Final = frozenset({"argue", "insist", "say"})
_PARTICIPLES: Final = frozenset({"adding", "insisting", "saying", "warning"})
_JOINS: Final = frozenset({"and", "but"})
_TAKEN: Final = DETERMINER | PREPOSITION | PRONOUN | COMPLEMENTIZER  # opens what a verb takes
_NOUNS: Final = TITLE | PLURAL | BODY | PRONOUN  # of words that open a phrase without an article
_NO_SPEAKER: Final = COMPLEMENTIZER | RELATIVE | QUESTION
_CAN_END: Final = SEMICOLON | COMMA | DASH | MARK
_HOWEVER: Final = frozenset({"however", "though"})  # by which a sentence goes with another
_COMMENTS: Final = frozenset({"a", "an", "something"})
_CLAUSE: Final = 16  # words: a clause shows its verb within so many
_SUBJECT: Final = 16  # words: the verb of saying is so near to where its subject begins
_MAIN: Final = 7  # words: the verb of a main clause is so near to its subject
_PAIR: Final = 40  # words: a dash that closes an insertion is no further
_TERM: Final = 5  # words: from a cue to the marks that it says
_OWNED: Final = 5  # words: what somebody has that speaks: 'Roe's defence lawyer said'
_NEAR: Final = 4  # words: 'prompting a series of what' but for its last
_WITH: Final = 20  # words: no insertion with 'with' is longer


def content_end(
    scene: Scene, start: int, limit: int, *, shared: bool = True, noun: bool = False
) -> int:
    """Return the word behind the content that starts, without marks, at word *start*.

    *shared*: whether the speaker may do more in the same clause; *noun*: whether it may
    be a noun phrase.
    """
    tags, bits, mark_at = scene.tags, scene.bits, scene.mark_at
    for j in range(start + 1, limit):
        b, joins = bits[j], tags[j] & CONJUNCTION
        if not (b & _CAN_END or joins):
            continue
        if (
            b & MARK
            and tags[j - 1] & CUE
            and mark_at[j] >= 0
            and (more := _says_more(scene, start, j - 1))
        ):
            return more
        if mark_at[j] >= 0 and not (b & COMMA and mark_at[j - 1] < 0):
            continue
        begun = j > start + 1 or not tags[start] & COMPLEMENTIZER  # 'that, while it may rain, …'
        if b & SEMICOLON or (b & (COMMA | DASH) and begun and _leaves(scene, start, j, limit)):
            return j
        if joins and shared and _joins_act(scene, start, j, limit):
            return j
        if joins and noun and _joins_verb(scene, start, j, limit):
            return j
    return limit


def _says_more(scene: Scene, start: int, j: int) -> int:
    """Return where a participle at *j* says marked words, or 0: 'explained it saying “we won”'."""
    said = j > start and scene.words.lowers[j] in _PARTICIPLES
    if not said or not scene.opens_mark(j + 1):
        return 0
    if any(scene.words.lowers[k].endswith("ing") for k in range(max(start, j - _CLAUSE), j)):
        return 0  # 'people leaving and carrying signs saying “Out”'
    return j - 1 if scene.tags[j - 1] & (PREPOSITION | ADVERBIAL) else j  # 'before adding'


def _joins_act(scene: Scene, start: int, j: int, limit: int) -> bool:
    """Whether the conjunction at *j* joins another act to the one whose content starts there."""
    tags = scene.tags
    if scene.words.gaps[j].endswith(("…", "...")):
        return True  # 'says sorry …but'
    asked = scene.words.lowers[start] == "to" and not tags[min(start + 1, limit - 1)] & BE
    if asked and j + 1 < limit and is_verb(scene, j + 1) and not tags[j - 1] & PAST:
        return True  # 'asked them to leave and shut the door'
    grouped = tags[j - 1] & _GROUP and not scene.bits[j] & COMMA  # 'has not yet said' goes on
    if not grouped and says_on(scene, j + 1, limit):
        return True
    if not speaks_next(scene, j + 1, limit) or _pairs(scene, j):
        return False
    told = scene.bits[j] & COMMA or not _is_plain(scene, j + 1) or has_verb(scene, start, j)
    return bool(told)  # not 'cooks and waiters said'


def _joins_verb(scene: Scene, start: int, j: int, limit: int) -> bool:
    """Whether the conjunction at *j* joins a verb to no clause: 'admitted theft and was jailed'."""
    verb, behind = j + 1, j + 2
    if verb >= limit or has_verb(scene, start, j):
        return False
    if scene.words.lowers[verb] in _SAY and behind < limit and not scene.bits[behind] & BREAK:
        return True  # 'deny the claims and say they were late'
    if not is_verb(scene, verb):
        return False
    takes = behind >= limit or scene.tags[behind] & (_TAKEN | ADVERB)  # not 'and delayed projects'
    return bool(scene.tags[verb] & AUXILIARY or takes)


def _is_plain(scene: Scene, j: int) -> bool:
    """Whether a noun phrase without an article may open at word *j*: 'former colleagues'."""
    return not scene.tags[j] & ~_NOUNS and not scene.capital(j)


def _pairs(scene: Scene, j: int) -> bool:
    """Whether the conjunction at *j* may join two of one subject: 'he and Roe promised'."""
    if j + 1 >= len(scene.tags) or scene.tags[j + 1] & NUMBER:
        return False
    before, after = (scene.tags[k] & SUBJECT or scene.capital(k) for k in (j - 1, j + 1))
    return bool(before and after)


def act_end(scene: Scene, start: int, limit: int) -> int:
    """Return where the content of a participle ends that another is joined to.

    'saying it was late and calling it a loss': she says the one, and calls it the other.
    """
    tags, mark_at = scene.tags, scene.mark_at
    for j in range(start + 1, limit - 2):
        if tags[j] & CONJUNCTION and mark_at[j] < 0 and _acts_on(scene, start, j):
            return j
    return limit


def _acts_on(scene: Scene, start: int, j: int) -> bool:
    """Whether the conjunction at *j* joins a participle: 'and calling it', 'but having left'.

    One that says nothing may belong to a participle of the content, where it holds one.
    """
    lowers, tags = scene.words.lowers, scene.tags
    acts = lowers[j + 1].endswith("ing") and tags[j + 2] & _TAKEN and lowers[j] in _JOINS
    if not acts or scene.bits[j + 1] & BREAK or scene.mark_at[j + 1] >= 0:
        return False
    return bool(tags[j + 1] & CUE) or not any(
        lowers[k].endswith("ing") for k in range(max(start, j - _CLAUSE), j)
    )


def withheld_end(scene: Scene, start: int, end: int) -> int:
    """Return where what somebody has not said ends: before ', but he did suggest', 'when asked'."""
    for j in range(start + 1, end - 1):
        if scene.words.lowers[j] == "when" and scene.words.lowers[j + 1] in _ASKED:
            return j
        but = scene.bits[j] & COMMA and scene.words.lowers[j] == "but"
        if but and (scene.tags[j + 1] & SUBJECT or scene.capital(j + 1)):
            return j
    return end


def subordinate_end(scene: Scene, start: int, end: int) -> int:
    """Return where content ends of an adverbial clause: 'When she said it was shut, he left'."""
    first = start + 1 if scene.tags[start] & COMPLEMENTIZER else start
    if first < end and scene.tags[first] & (ADVERBIAL | PREPOSITION):
        return end  # 'When she said that, despite the rain, it was shut'
    for j in range(start + 2, end - 1):
        opens = scene.tags[j] & (SUBJECT | DETERMINER) or scene.capital(j)
        unmarked = scene.bits[j] & COMMA and scene.mark_at[j] < 0
        if opens and unmarked and _has_own_verb(scene, j, end):
            return j
    return end


def _has_own_verb(scene: Scene, j: int, end: int) -> bool:
    """Whether the words from *j* on have a verb near, before any punctuation."""
    for k in range(j + 1, min(end, j + _MAIN)):
        if scene.bits[k] & BREAK or scene.tags[k] & (WHO | ADVERBIAL):
            return False
        if is_verb(scene, k):
            return True
    return False


def _leaves(scene: Scene, start: int, j: int, limit: int) -> bool:
    """Whether the article's own words go on behind the comma or dash before word *j*."""
    t, b = scene.tags[j], scene.bits[j]
    if j + 1 == limit and b & COMMA and scene.words.lowers[j] in _HOWEVER:
        return True
    if b & COMMA and scene.words.lowers[j] in _COMMENTS and _comments(scene, start, j, limit):
        return True
    if t & ASIDE or (b & COMMA and _acts_next(scene, j, limit)):
        return True
    if b & COMMA and speaks_next(scene, _behind_opener(scene, j, limit), limit):
        return True
    if b & COMMA and t & WHO and _says_marked(scene, j + 2, limit):
        return bool(scene.tags[j + 1] & SUBJECT)
    if b & COMMA and (names_marked(scene, j, limit) or _others_say(scene, j, limit)):
        return True
    if b & COMMA and scene.words.lowers[j] == "with" and _said_by(scene, j, limit):
        return True
    if not b & DASH or not t & (CONJUNCTION | DETERMINER):
        return False
    return not any(scene.bits[k] & DASH for k in range(j + 1, min(limit, j + _PAIR)))


def _acts_next(scene: Scene, j: int, limit: int) -> bool:
    """Whether the speaker does more behind the comma at *j*: 'saying it was', 'then left'."""
    if scene.tags[j] & CUE and scene.words.lowers[j].endswith("ing"):
        return True
    if scene.words.lowers[j] != "then" or j + 1 >= limit:
        return False
    return is_verb(scene, j + 1) or scene.tags[j + 1] & PERHAPS_PAST > 0


def _comments(scene: Scene, start: int, j: int, limit: int) -> bool:
    """Whether the phrase at *j* tells what the clause from *start* is: ', a move that failed'."""
    tags, lowers = scene.tags, scene.words.lowers
    end = j + 1 if lowers[j] == "something" else right_phrase(scene, j, limit, full=False)
    if end >= limit or scene.bits[end] & BREAK:
        return False
    contact = tags[end] & (SUBJECT | DETERMINER) and not scene.capital(j - 1)  # 'a view she shares'
    if not contact and lowers[end] not in {"that", "which"}:
        return False
    return lowers[start] == "to" or has_verb(scene, start, min(j, start + _CLAUSE))


def _behind_opener(scene: Scene, j: int, limit: int) -> int:
    """Return the word behind what opens a clause at *j*: 'when', 'on Tuesday night', 'to which'."""
    tags = scene.tags
    if tags[j] & (ADVERBIAL | CONJUNCTION):
        return j + 1
    if not tags[j] & PREPOSITION:
        return j
    k = j + 1
    if k < limit and tags[k] & WHO:
        return k + 1
    while k < limit and tags[k] & WHEN and not scene.bits[k] & BREAK:
        k += 1
    return k if k > j + 1 else j


def _says_marked(scene: Scene, j: int, limit: int) -> bool:
    """Whether the cue at word *j* says the marked words that follow: ', which he called "…"'."""
    if j >= limit or not scene.tags[j] & CUE or scene.bits[j] & BREAK:
        return False
    return any(scene.opens_mark(k) for k in range(j + 1, min(limit, j + _TERM)))


def _others_say(scene: Scene, j: int, limit: int) -> bool:
    """Whether others say something else from word *j* on: 'some say yes, others that it is not'."""
    apart = scene.tags[j] & ALONE or scene.words.lowers[j] == "others"
    return bool(apart) and j + 2 < limit and scene.words.lowers[j + 1] == "that"


def names_marked(scene: Scene, j: int, limit: int) -> bool:
    """Whether somebody's marked name for it opens at word *j*: ', in what Roe called “a farce”'."""
    what = next((k for k in range(j, min(limit, j + _NEAR)) if scene.words.lowers[k] == "what"), 0)
    if not what:
        return False
    for k in range(what + 1, min(limit, what + _SUBJECT)):
        if scene.bits[k] & BREAK:
            break
        if _says_marked(scene, k, limit):
            return True
    return False


def names_for_another(scene: Scene, first: int, last: int) -> bool:
    """Whether words are another's marked name for something: 'what critics call “a mess”'.

    What 'he called' a mess was said by both.
    """
    if scene.words.lowers[first] != "what" or first + 1 >= last:
        return False
    return not scene.tags[first + 1] & SUBJECT and names_marked(scene, first, last)


def _said_by(scene: Scene, j: int, limit: int) -> bool:
    """Whether 'with' at *j* opens what somebody adds: ', with Roe calling it "…"'."""
    for k in range(j + 1, min(limit, j + _WITH)):
        if scene.bits[k] & BREAK:
            break
        if scene.tags[k] & CUE and scene.words.lowers[k].endswith("ing"):
            return True
    return False


def speaks_next(scene: Scene, j: int, limit: int) -> bool:
    """Whether somebody says something from word *j* on: 'when he told', 'Duarte said'."""
    tags, bits, lowers = scene.tags, scene.bits, scene.words.lowers
    if j + 1 >= limit:
        return False
    plain = _is_plain(scene, j)
    phrase = plain or (tags[j] & (DETERMINER | NUMBER) and not tags[j] & _NO_SPEAKER)
    if phrase and _DENYING.isdisjoint(lowers[j + 1 : j + _SUBJECT]):
        return False  # the quick answer to most
    if phrase:
        end = right_phrase(scene, j, limit, full=False)  # 'one in four voters said'
        if plain and not (tags[end - 1] & PLURAL or lowers[end - 1].endswith("s")):
            return False
        j = end
    elif tags[j] & SUBJECT or scene.capital(j):
        j = _behind_capitals(scene, j + 1, limit)
        if j < limit and tags[j] & CLITIC and _owned_says(scene, j, limit):
            return True
    else:
        return False
    helped = False
    while j < limit and not bits[j] & BREAK and (tags[j] & _GROUP or is_adverb(scene, j)):
        helped = helped or bool(tags[j] & AUXILIARY)
        j += 1
    if j >= limit or bits[j] & BREAK or tags[j] & (CUE | MARKED) != CUE:
        return False
    if helped or phrase:
        return lowers[j] in (_SAYING if helped or plain else _DENYING)
    return lowers[j].endswith(SAID) or (lowers[j].endswith("ing") and not tags[j - 1] & CLITIC)


def _behind_capitals(scene: Scene, j: int, limit: int) -> int:
    """Return the word behind a name that goes on to word *j*: 'D'Souza', 'Jane Roe'."""
    while j < limit and scene.capital(j) and scene.bits[j] & BREAK == 0:
        j += 1
    return j


def _owned_says(scene: Scene, j: int, limit: int) -> bool:
    """Whether what belongs to the owner at *j* says something: 'Roe's lawyer said'."""
    for k in range(j + 2, min(limit, j + _OWNED)):
        if scene.bits[k] & BREAK:
            break
        if scene.words.lowers[k] in _DENYING:
            return True
    return False


def says_on(scene: Scene, j: int, limit: int) -> bool:
    """Whether a finite cue without a subject follows: 'and said', 'but declined to comment'."""
    tags, bits = scene.tags, scene.bits
    if j < limit and tags[j] & SUBJECT and bits[j - 1] & COMMA:
        j += 1
    begin = j
    while j < limit and tags[j] & (ADVERB | AUXILIARY | NEGATION) and not bits[j] & BREAK:
        j += 1
    if j >= limit or bits[j] & BREAK:
        return False
    told = j + 1 < limit and (tags[j + 1] & WHEN or scene.words.lowers[j + 1] == "that")
    if tags[j] & (REFUSING | ACTING) and not told:  # but 'and reported (Monday) that'
        act = tags[j + 2] & CUE if j + 2 < limit else 0
        refused = tags[j] & REFUSING and scene.words.lowers[begin - 1] == "but"
        if refused and is_verb(scene, begin - 2):
            refused = 0  # 'he was asked but declined to leave'
        return bool(act or refused) and scene.words.lowers[j + 1 : j + 2] == ["to"]
    group = tags[begin:j]
    if any(t & BE for t in group):
        return False  # 'and are being questioned'
    if any(t & NEGATION for t in group):
        tied = bits[begin - 1] & COMMA or scene.words.lowers[begin - 1] == "but"
        return bool(tags[j] & CUE and tied)  # ', and would not say whether'
    if not tags[j] & CUE:
        return False
    return scene.words.lowers[j].endswith(SAID) or _says_that(scene, j, limit)


def _says_that(scene: Scene, j: int, limit: int) -> bool:
    """Whether 'that' makes the cue at *j* a verb in the present: 'and claims that'."""
    if not scene.words.lowers[j].endswith("s"):
        return False
    that = (
        j + 2 if j + 1 < limit and scene.tags[j + 1] & PREPOSITION else j + 1
    )  # 'points out that'
    return scene.words.lowers[that : that + 1] == ["that"] and not scene.bits[that] & BREAK


def says_next(scene: Scene, j: int, limit: int) -> bool:
    """Whether a name or pronoun and a cue open a clause at word *j*."""
    opens = j + 1 < limit and (scene.capital(j) or scene.tags[j] & SUBJECT)
    return bool(opens and scene.tags[j + 1] & CUE and not scene.bits[j + 1] & BREAK)
