"""Where content ends that no marks close: where somebody else, or the article, goes on."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.tags import (
    ACTING,
    ADVERB,
    ADVERBIAL,
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
_TAKEN: Final = DETERMINER | PREPOSITION | PRONOUN | COMPLEMENTIZER  # opens what a verb takes
_NOUNS: Final = TITLE | PLURAL | BODY | PRONOUN  # of words that open a phrase without an article
_NO_SPEAKER: Final = COMPLEMENTIZER | RELATIVE | QUESTION
_CAN_END: Final = SEMICOLON | COMMA | DASH | MARK
_THOUGH: Final = frozenset({"although", "though"})  # 'that prices fell, though it was "mixed"'
_HOWEVER: Final = frozenset({"however", "though"})  # by which a sentence goes with another
_GOES_ON: Final = CONJUNCTION | DETERMINER  # opens what an article says behind a dash
_OTHERS: Final = ["others", "that"]  # 'some say it is, others that it is not'
_HAVE: Final = frozenset({"have", "has"})
_DENIES: Final = frozenset({"denies", "deny", "dispute", "disputes", "reject", "rejects"})
_OPPOSING: Final = _DENIES | {  # of who speaks against what somebody said
    *{"argue", "argued", "argues", "called", "complain", "complained", "condemned", "criticised"},
    *{"criticized", "denied", "disagree", "disagreed", "disagrees", "dismissed", "disputed"},
    *{"insist", "insisted", "insists", "questioned", "rejected", "said", "say", "says", "warn"},
    *{"warned", "warns"},
}
_COMMENTS: Final = frozenset({"a", "an", "something"})
_CLAUSE: Final = 16  # words: a clause shows its verb within so many
_NAME: Final = 8  # words: no name is longer
_SUBJECT: Final = 16  # words: the verb of saying is so near to where its subject begins
_MAIN: Final = 7  # words: the verb of a main clause is so near to its subject
_FAR: Final = 20  # words: and no further where nothing else can be the main clause
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
        if tags[j - 1] & CUE and scene.opens_mark(j) and _says_more(scene, start, j - 1):
            before = j - 2  # 'explained it saying “we won”', 'explained it before adding “we won”'
            return before if tags[before] & (PREPOSITION | ADVERBIAL) else j - 1
        if mark_at[j] >= 0 and not (b & COMMA and mark_at[j - 1] < 0):
            continue
        begun = j > start + 1 or not tags[start] & COMPLEMENTIZER  # 'that, while it may rain, …'
        if b & SEMICOLON or (b & (COMMA | DASH) and begun and _leaves(scene, start, j, limit)):
            return j
        if joins and shared and _joins_act(scene, start, j, limit):
            return j
        if shared and scene.words.lowers[j] == "before" and _goes_away(scene, start, j, limit):
            return j
        if joins and noun and _joins_verb(scene, start, j, limit):
            return j
    return limit


def _goes_away(scene: Scene, start: int, j: int, limit: int) -> bool:
    """Whether 'before' at *j* tells what the speaker does next: “very good” before leaving.

    So it does behind words in marks; others may go on: 'he was a clerk, before leaving'.
    """
    acts = j + 1 < limit and scene.words.lowers[j + 1].endswith("ing")
    return acts and scene.marked(start, j)


def _says_more(scene: Scene, start: int, j: int) -> bool:
    """Whether a participle at *j* says more than the cue, and is none of several there.

    Not so in 'people leaving and carrying signs saying “Out”'.
    """
    said = j > start and scene.words.lowers[j] in _PARTICIPLES
    return said and not _acts_before(scene, start, j)


def _acts_before(scene: Scene, start: int, j: int) -> bool:
    """Whether a participle stands from word *start* on, near before word *j*."""
    lowers = scene.words.lowers[max(start, j - _CLAUSE) : j]
    return any(lower.endswith("ing") for lower in lowers)


def _joins_act(scene: Scene, start: int, j: int, limit: int) -> bool:
    """Whether the conjunction at *j* joins another act to the one whose content starts there."""
    tags, lowers = scene.tags, scene.words.lowers
    if scene.words.gaps[j].endswith(("…", "...")):
        return True  # 'says sorry …but'
    if lowers[start] == "to" and j + 1 < limit and is_verb(scene, j + 1):
        return True  # 'asked them to leave and shut the door'
    grouped = tags[j - 1] & _GROUP and not scene.bits[j] & COMMA  # 'has not yet said' goes on
    if not grouped and says_on(scene, j + 1, limit):
        return True
    if not speaks_next(scene, j + 1, limit):
        return False
    if not tags[j + 1] & NUMBER and (tags[j - 1] & SUBJECT or scene.capital(j - 1)):
        return False  # 'he and Roe promised'
    return not _is_plain(scene, j + 1) or has_verb(scene, start, j)  # not 'cooks and waiters said'


def _joins_verb(scene: Scene, start: int, j: int, limit: int) -> bool:
    """Whether the conjunction at *j* joins a verb to no clause: 'admitted theft and was jailed'."""
    verb, behind = j + 1, j + 2
    if verb >= limit:
        return False
    if scene.bits[j] & COMMA and scene.words.lowers[j] == "but":  # 'sought a permit, but it takes'
        if "not" in scene.words.lowers[start - 1 : j]:
            return False  # 'promised not stars, but the moon'
        opens = scene.tags[verb] & (DETERMINER | SUBJECT) or scene.capital(verb)
        opens = opens or has_verb(scene, verb, min(limit, verb + _CLAUSE))
        return bool(opens) and not has_verb(scene, start, j)
    joins = scene.words.lowers[verb] in _SAY  # 'deny the claims and say they were late'
    if not joins:
        takes = behind >= limit or scene.tags[behind] & (_TAKEN | ADVERB)
        joins = bool(scene.tags[verb] & AUXILIARY or takes) and is_verb(scene, verb)
    return joins and not has_verb(scene, start, j)  # not 'and delayed projects'


def _is_plain(scene: Scene, j: int) -> bool:
    """Whether a noun phrase without an article may open at word *j*: 'former colleagues'."""
    return not scene.tags[j] & ~_NOUNS and not scene.capital(j)


def act_end(scene: Scene, start: int, limit: int) -> int:
    """Return where the content of a participle ends that another is joined to.

    'saying it was late and calling it a loss': she says the one, and calls it the other.
    A participle that says nothing may belong to one of the content, where it holds one.
    """
    tags, lowers = scene.tags, scene.words.lowers
    for j in range(start + 1, limit - 2):
        joins = tags[j] & CONJUNCTION and scene.mark_at[j] < 0
        acts = joins and lowers[j + 1].endswith("ing") and tags[j + 2] & _TAKEN
        if acts and (tags[j + 1] & CUE or not _acts_before(scene, start, j)):
            return j
    return limit


def withheld_end(scene: Scene, start: int, end: int) -> int:
    """Return where what somebody has not said ends: before ', but he did suggest', 'when asked'."""
    lowers = scene.words.lowers
    for j in range(start + 1, end - 1):
        asked = lowers[j] == "when" and lowers[j + 1] in _ASKED
        if asked or (lowers[j] == "but" and scene.tags[j + 1] & SUBJECT):
            return j
    return end


def subordinate_end(scene: Scene, start: int, end: int) -> int:
    """Return where content ends of an adverbial clause: 'When she said it was shut, he left'."""
    first = start + 1 if scene.tags[start] & COMPLEMENTIZER else start
    if first < end and scene.tags[first] & (ADVERBIAL | PREPOSITION):
        return end  # 'When she said that, despite the rain, it was shut'
    last = end  # the last comma, behind which the main clause opens in any case
    for j in range(start + 2, end - 1):
        if not scene.bits[j] & COMMA or scene.mark_at[j] >= 0:
            continue
        opens = scene.tags[j] & (SUBJECT | DETERMINER) or scene.capital(j)
        if opens and _has_own_verb(scene, j, end):
            return j
        last = j if opens and not scene.tags[j] & (WHO | NUMBER) else end
    own = has_verb(scene, first, min(last, first + _CLAUSE))
    return last if own and has_verb(scene, last, min(end, last + _FAR)) else end


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
    t, word = scene.tags[j], scene.words.lowers[j]
    though = word in _THOUGH and scene.bits[j] & COMMA and scene.marked(j, limit)
    aside = t & ASIDE and not though
    if aside or (word in _HOWEVER and j + 1 == limit):
        return True
    if scene.bits[j] & DASH:
        pair = range(j + 1, min(limit, j + _PAIR))
        return bool(t & _GOES_ON) and not any(scene.bits[k] & DASH for k in pair)
    return (
        _acts_next(scene, j, limit)
        or speaks_next(scene, _behind_opener(scene, j, limit), limit)
        or (word in _COMMENTS and _comments(scene, start, j, limit))
        or (t & WHO > 0 and _says_marked(scene, j + 2, limit) and scene.tags[j + 1] & SUBJECT > 0)
        or names_marked(scene, j, limit)
        or scene.words.lowers[j : j + 2] == _OTHERS
        or (word == "with" and _said_by(scene, j, limit))
        or (word == "but" and _counters(scene, j + 1, limit))
    )


def _counters(scene: Scene, j: int, limit: int) -> bool:
    """Whether somebody else from word *j* on speaks against it: ', but Vale has denied it'.

    What 'he denied' may be told by the speaker, as what 'the council had warned of' is.
    """
    tags, lowers = scene.tags, scene.words.lowers
    if j >= limit or tags[j] & (ADVERBIAL | PREPOSITION | CONJUNCTION):
        return False
    near = range(j + 1, min(limit, j + _SUBJECT))
    verb = next((k for k in near if lowers[k] in _OPPOSING or scene.bits[k] & BREAK), limit)
    if verb == limit or scene.bits[verb] & BREAK:
        return False  # the quick answer to most
    if tags[j] & SUBJECT:
        return lowers[verb] in _DENIES and verb == j + 1
    k = verb
    while k > j and (is_adverb(scene, k - 1) or lowers[k - 1] in _HAVE):
        k -= 1
    return k > j and right_phrase(scene, j, verb, full=False) == k


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


def _says_marked(scene: Scene, j: int, limit: int) -> bool:
    """Whether the cue at word *j* says the marked words that follow: ', which he called "…"'."""
    if j >= limit or not scene.tags[j] & CUE:
        return False
    return any(scene.opens_mark(k) for k in range(j + 1, min(limit, j + _TERM)))


def names_marked(scene: Scene, j: int, limit: int) -> bool:
    """Whether somebody's marked name for it opens at word *j*: ', in what Roe called “a farce”'."""
    what = next((k for k in range(j, min(limit, j + _NEAR)) if scene.words.lowers[k] == "what"), 0)
    behind = range(what + 1, min(limit, what + _SUBJECT))
    return what > 0 and any(_says_marked(scene, k, limit) for k in behind)


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
    tags, lowers = scene.tags, scene.words.lowers
    if j + 1 >= limit:
        return False
    plain = _is_plain(scene, j)
    if plain or (tags[j] & (DETERMINER | NUMBER) and not tags[j] & _NO_SPEAKER):
        if _DENYING.isdisjoint(lowers[j + 1 : j + _SUBJECT]):
            return False  # the quick answer to most
        end = right_phrase(scene, j, limit, full=False)  # 'one in four voters said'
        if plain and not (tags[end - 1] & PLURAL or lowers[end - 1].endswith("s")):
            return False
        return _says_behind(scene, end, limit, named=False)
    if not tags[j] & SUBJECT and not scene.capital(j):
        return False
    reach = range(j + 1, min(limit, j + _NAME))
    inside = (k for k in reach if not (scene.capital(k) or _is_office(scene, k)))
    end = next(inside, limit)  # 'Jane Roe'
    if end < limit and tags[end] & CLITIC and _owned_says(scene, end, limit):
        return True
    return _says_behind(scene, end, limit, named=True)


def _is_office(scene: Scene, j: int) -> bool:
    """Whether 'of' at *j* stands inside an office: 'Secretary of State Ann Roe'."""
    return scene.words.lowers[j] == "of" and scene.tags[j - 1] & TITLE > 0


def _says_behind(scene: Scene, first: int, limit: int, *, named: bool) -> bool:
    """Whether the verb of saying of a subject before word *first* stands there."""
    tags, lowers, j = scene.tags, scene.words.lowers, first
    while j < limit and (tags[j] & _GROUP or is_adverb(scene, j)):
        j += 1
    if j >= limit or scene.bits[j] & BREAK or tags[j] & (CUE | MARKED) != CUE:
        return False
    if any(t & AUXILIARY for t in tags[first:j]):
        return lowers[j] in _SAYING
    if not named:
        return lowers[j] in _DENYING
    return lowers[j].endswith(SAID) or (lowers[j].endswith("ing") and not tags[j - 1] & CLITIC)


def _owned_says(scene: Scene, j: int, limit: int) -> bool:
    """Whether what belongs to the owner at *j* says something: 'Roe's lawyer said'."""
    return not _DENYING.isdisjoint(scene.words.lowers[j + 2 : min(limit, j + _OWNED)])


def says_on(scene: Scene, j: int, limit: int) -> bool:
    """Whether a finite cue without a subject follows: 'and said', 'but declined to comment'."""
    tags, bits, lowers = scene.tags, scene.bits, scene.words.lowers
    if j < limit and tags[j] & SUBJECT and bits[j - 1] & COMMA:
        j += 1
    begin = j
    while j < limit and tags[j] & (ADVERB | AUXILIARY | NEGATION):
        j += 1
    if j >= limit or bits[j] & BREAK:
        return False
    told = j + 1 < limit and tags[j + 1] & WHEN
    if tags[j] & (REFUSING | ACTING) and not told:  # but 'and reported (Monday) that'
        act = j + 2 < limit and tags[j + 2] & CUE
        refused = tags[j] & REFUSING and lowers[begin - 1] == "but"
        refused = refused and not is_verb(scene, begin - 2)  # 'he was asked but declined to leave'
        return bool(act or refused) and lowers[j + 1 : j + 2] == ["to"]
    if not tags[j] & CUE or any(t & BE for t in tags[begin:j]):
        return False  # 'and are being questioned'
    if any(t & NEGATION for t in tags[begin:j]):  # ', and would not say whether'
        return bits[begin - 1] & COMMA > 0 or lowers[begin - 1] == "but"
    return lowers[j].endswith(SAID) or _says_that(scene, j)


def _says_that(scene: Scene, j: int) -> bool:
    """Whether 'that' makes the cue at *j* a verb in the present: 'and claims (here) that'."""
    behind = scene.words.lowers[j + 1 : j + 3]
    if not scene.words.lowers[j].endswith("s") or "that" not in behind:
        return False
    return behind[0] == "that" or scene.tags[j + 1] & PREPOSITION > 0  # 'points out that'
