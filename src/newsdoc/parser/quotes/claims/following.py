"""Who says something next: somebody else, or the same speaker by another verb."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.tags import (
    ACTING,
    ADVERB,
    AUXILIARY,
    BE,
    BODY,
    CLITIC,
    COMPLEMENTIZER,
    CUE,
    DETERMINER,
    MARKED,
    NEGATION,
    NUMBER,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    QUESTION,
    REFUSING,
    RELATIVE,
    SUBJECT,
    TITLE,
)
from newsdoc.parser.gaps import BREAK, COMMA
from newsdoc.parser.phrases import WHEN, is_verb, right_phrase
from newsdoc.parser.quotes.clauses.groups import GROUP, is_adverb
from newsdoc.parser.quotes.scene import Scene

SAID: Final = ("ed", "said", "told", "wrote", "says", "tells", "calls", "adds", "argues")
_ADMITS: Final = frozenset({"acknowledges", "admits", "concedes", "insists", "warns"})
_SAYING: Final = frozenset({"say", "said", "saying", "told", "tell", "added"})
_DENYING: Final = _SAYING | {"denied", "insisted", "rejected"}
_SPEAKERS: Final = TITLE | BODY
_NOUNS: Final = TITLE | PLURAL | BODY | PRONOUN  # of words that open a phrase without an article
_NO_SPEAKER: Final = COMPLEMENTIZER | RELATIVE | QUESTION
_GIVE: Final = frozenset({"give", "offer", "provide", "release"})
_GAVE: Final = frozenset({"gave", "offered", "provided", "released"})
_NONE: Final = frozenset({"few", "little", "no"})
_DETAILS: Final = frozenset(
    {"comment", "date", "dates", "detail", "details", "evidence", "explanation", "figure"}
    | {"figures", "information", "name", "names", "reason", "reasons", "timeline", "timetable"}
)
_MINDS: Final = frozenset({"feared", "hoped", "supported", "wanted", "worried"})  # not of saying
_TELL: Final = frozenset(  # of who keeps something back: 'but he did not disclose'
    {"comment", "disclose", "divulge", "elaborate", "identify", "reveal", "say", "specify"}
)
_NAME: Final = 8  # words: no name is longer
_SUBJECT: Final = 16  # words: the verb of saying is so near to where its subject begins
_TERM: Final = 5  # words: from a cue to the marks that it says
_OWNED: Final = 5  # words: what somebody has that speaks: 'Roe's defence lawyer said'
_NEAR: Final = 4  # words: 'prompting a series of what' but for its last
_WITH: Final = 20  # words: no insertion with 'with' is longer


def speaks_next(scene: Scene, j: int, limit: int) -> bool:
    """Whether somebody says something from word *j* on: 'when he told', 'Duarte said'."""
    tags, lowers = scene.tags, scene.lowers
    if j + 1 >= limit:
        return False
    plain = is_plain(scene, j)
    if plain or (tags[j] & (DETERMINER | NUMBER) and not tags[j] & _NO_SPEAKER):
        near = lowers[j + 1 : j + _SUBJECT]
        if "that" not in near and _DENYING.isdisjoint(near):
            return False  # the quick answer to most
        end = right_phrase(scene, j, limit, full=False)  # 'one in four voters said'
        head = next((k for k in range(j, end) if tags[k] & PREPOSITION), end) - 1
        if plain and not (tags[head] & PLURAL or lowers[head].endswith("s")):
            return False
        return _says_behind(scene, end, limit, named=False)
    if not tags[j] & SUBJECT and not scene.capital(j):
        return False
    reach = range(j + 1, min(limit, j + _NAME))
    named = (k for k in reach if not scene.capital(k))  # 'Jane Roe', 'Secretary of State Ann Roe'
    end = next((k for k in named if lowers[k] != "of" or not tags[k - 1] & TITLE), limit)
    if end < limit and tags[end] & CLITIC and _owned_says(scene, end, limit):
        return True
    return _says_behind(scene, end, limit, named=True)


def is_plain(scene: Scene, j: int) -> bool:
    """Whether a noun phrase without an article may open at word *j*: 'former colleagues'."""
    return not scene.tags[j] & ~_NOUNS and not scene.capital(j)


def _says_behind(scene: Scene, first: int, limit: int, *, named: bool) -> bool:
    """Whether the verb of saying of a subject before word *first* stands there."""
    tags, lowers, j = scene.tags, scene.lowers, first
    while j < limit and (tags[j] & GROUP or is_adverb(scene, j)):
        j += 1
    if j >= limit or scene.bits[j] & BREAK or tags[j] & (CUE | MARKED) != CUE:
        return False
    if any(t & AUXILIARY for t in tags[first:j]):
        return lowers[j] in _SAYING
    if not named:
        told = lowers[j].endswith("ed") and lowers[j + 1] == "that"
        return told or lowers[j] in _DENYING  # 'officials announced that'
    if lowers[j].endswith(SAID) or lowers[j] in _ADMITS:
        return True
    return lowers[j].endswith("ing") and not tags[j - 1] & CLITIC


def _owned_says(scene: Scene, j: int, limit: int) -> bool:
    """Whether what belongs to the owner at *j* says something: 'Roe's lawyer said'."""
    return not _DENYING.isdisjoint(scene.lowers[j + 2 : min(limit, j + _OWNED)])


def says_on(scene: Scene, j: int, limit: int) -> bool:
    """Whether a finite cue without a subject follows: 'and said', 'but declined to comment'.

    Or whoever spoke says no more: ', but he did not disclose', ', but the firm gave no date'.
    """
    tags, bits, lowers = scene.tags, scene.bits, scene.lowers
    if j >= limit:
        return False
    opener, but = j - 1, lowers[j - 1] == "but"
    refusing = but and j + 1 < limit and tags[j + 1] & REFUSING
    if tags[j] & SUBJECT and (bits[opener] & COMMA or refusing):
        j += 1
    elif but and bits[opener] & COMMA and lowers[j] == "the":
        named = j + 2 < limit and tags[j + 1] & _SPEAKERS
        return bool(named) and _keeps_back(scene, j + 2, limit)
    if but and _keeps_back(scene, j, limit):
        return True
    begin = j
    while j < limit and tags[j] & (ADVERB | AUXILIARY | NEGATION):
        j += 1
    if j >= limit or bits[j] & BREAK:
        return False
    told = j + 1 < limit and tags[j + 1] & WHEN
    if tags[j] & (REFUSING | ACTING) and not told:  # but 'and reported (Monday) that'
        act = j + 2 < limit and (tags[j + 2] & CUE or lowers[j + 2] in _GIVE)
        refused = tags[j] & REFUSING and but
        refused = refused and not is_verb(scene, begin - 2)  # 'he was asked but declined to leave'
        return bool(act or refused) and lowers[j + 1] == "to"
    if not tags[j] & CUE or any(t & BE for t in tags[begin:j]) or lowers[begin] == "had":
        return False  # 'and are being questioned', 'said he was armed and had threatened them'
    if any(t & NEGATION for t in tags[begin:j]):  # ', and would not say whether'
        return begin == opener + 1 and (bits[opener] & COMMA > 0 or but)
    # Not 'said she liked it but wanted time'.
    thinks = lowers[j] in _MINDS and not scene.marked(j, min(limit, j + _SUBJECT))
    return (lowers[j].endswith(SAID) and not thinks) or _says_that(scene, j)


def _keeps_back(scene: Scene, j: int, limit: int) -> bool:
    """Whether a group at *j* is 'did not disclose', 'would not give details' or 'gave no date'."""
    begin, lowers = j, scene.lowers
    while j < limit and scene.tags[j] & (ADVERB | AUXILIARY | NEGATION):
        j += 1
    if j >= limit or scene.bits[j] & BREAK:
        return False
    behind = lowers[j + 1 : j + _NEAR]
    if lowers[j : j + 3] == ["stopped", "short", "of"]:
        return True
    if any(t & NEGATION for t in scene.tags[begin:j]):
        return lowers[j] in _TELL or (lowers[j] in _GIVE and not _DETAILS.isdisjoint(behind))
    none = lowers[j] in _GAVE and not _NONE.isdisjoint(behind[:1])
    return none and not _DETAILS.isdisjoint(behind)


def _says_that(scene: Scene, j: int) -> bool:
    """Whether 'that' makes the cue at *j* a verb in the present: 'and claims (here) that'."""
    behind = scene.lowers[j + 1 : j + 3]
    if not scene.lowers[j].endswith("s") or "that" not in behind:
        return False
    return behind[0] == "that" or scene.tags[j + 1] & PREPOSITION > 0  # 'points out that'


def said_by(scene: Scene, j: int, limit: int) -> bool:
    """Whether 'with' at *j* opens what somebody adds: ', with Roe calling it "…"'."""
    for k in range(j + 1, min(limit, j + _WITH)):
        if scene.bits[k] & BREAK:
            break
        if scene.tags[k] & CUE and scene.lowers[k].endswith("ing"):
            return True
    return False


def says_marked(scene: Scene, j: int, limit: int) -> bool:
    """Whether the cue at word *j* says the marked words that follow: ', which he called "…"'."""
    if j >= limit or not scene.tags[j] & CUE:
        return False
    return any(scene.opens_mark(k) for k in range(j + 1, min(limit, j + _TERM)))


def names_marked(scene: Scene, j: int, limit: int) -> bool:
    """Whether somebody's marked name for it opens at word *j*: ', in what Roe called “a farce”'."""
    what = next((k for k in range(j, min(limit, j + _NEAR)) if scene.lowers[k] == "what"), 0)
    behind = range(what + 1, min(limit, what + _SUBJECT))
    return what > 0 and any(says_marked(scene, k, limit) for k in behind)


def names_for_another(scene: Scene, first: int, last: int) -> bool:
    """Whether words are another's marked name for something: 'what critics call “a mess”'.

    What 'he called' a mess was said by both.
    """
    if scene.lowers[first] != "what" or first + 1 >= last:
        return False
    return not scene.tags[first + 1] & SUBJECT and names_marked(scene, first, last)
