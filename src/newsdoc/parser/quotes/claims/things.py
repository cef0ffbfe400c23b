"""Nouns of saying: ``X's claim that content``, ``her call for "A"``, ``his "A" remark``.

The speaker is whose thing it is, or stands behind 'by' or 'from'. Without either it is
read only where the noun itself tells of voices: ``chants of "content"``.
"""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.speech import CLAUSE
from newsdoc.lexicon.tags import (
    ADVERB,
    AUXILIARY,
    BE,
    CONJUNCTION,
    DETERMINER,
    POSSESSIVE,
    PREPOSITION,
    SUBORDINATOR,
    TITLE,
)
from newsdoc.parser.gaps import BREAK, COMMA
from newsdoc.parser.phrases import (
    ARTICLES,
    Phrase,
    is_verb,
    right_phrase,
)
from newsdoc.parser.quotes.claims.around import Found, has_verb
from newsdoc.parser.quotes.claims.behind import behind_phrase
from newsdoc.parser.quotes.claims.ends import content_end
from newsdoc.parser.quotes.claims.subjects import own_subject
from newsdoc.parser.quotes.clauses.finite import main_verb
from newsdoc.parser.quotes.clauses.verbs import Verb, names_marks
from newsdoc.parser.quotes.rules import Rule
from newsdoc.parser.quotes.scene import Scene, Unit

_IS: Final = frozenset({"is", "was"})
_OF: Final = frozenset({"of", "for", "about", "against", "on", "to"})  # before what is said
_MAKES: Final = frozenset({"by", "from"})  # before who says it
_READS: Final = frozenset({"read", "reads"})
_VOICES: Final = frozenset({"chant", "chants", "cries", "shouts"})
_GIVES: Final = frozenset({"gave", "gives", "issued", "issues", "made", "makes", "repeated"})
_WORDS_OF: Final = ["in", "the", "words", "of"]
_OPENERS: Final = ADVERB | CONJUNCTION | PREPOSITION | SUBORDINATOR  # of a sentence
_SO: Final = frozenset({"so", "such"})
_ADJECTIVES: Final = 3  # between an owner and the claim
_CLAUSE: Final = 5  # words: from the clause of a noun without an owner to its marks
_ADJUNCT: Final = 2  # words: between the noun's preposition and the marks


def thing(scene: Scene, verb: Verb, limit: int, floor: int) -> Found | None:
    """Return what the noun of saying at *verb* opens, or closes."""
    i = verb.i
    if names_marks(scene, i, floor):
        mark = scene.marks[scene.mark_at[i - 1]]
        return Found([(mark.first, i)], _owner(scene, mark.first, floor), Rule.CLAIM_THAT)
    speaker, j = _owner(scene, i, floor), i + 1
    if speaker and (parts := _by_account(scene, speaker[0] - 1, i, limit, floor)):
        return Found(parts, speaker, Rule.ACCORDING_TO)
    if speaker and (answer := _answer(scene, speaker, floor)):
        return Found([answer], speaker, Rule.CLAIM_THAT)
    attracts = verb.cue.lemma == "appeal" and scene.lowers[j] != "for"
    if i + 2 >= limit or attracts:
        return None  # 'her appeal is that she is new'
    speaker = speaker or _giver(scene, i, floor)
    if scene.lowers[j] in _MAKES:
        end = right_phrase(scene, j + 1, limit, full=False)
        speaker, j = speaker or (j + 1, end), end
    content = _content(scene, j, limit)
    if content is None or not (speaker or _in_voices(scene, verb, content)):
        return None
    first, last = content
    if scene.lowers[first] == "that":
        if not _SO.isdisjoint(scene.lowers[floor:i]):
            return None  # 'So many saw the slogan that it spread'
        if not has_verb(scene, floor, i):  # 'The claim by X that it was shut was wrong'
            last = main_verb(scene, first, last, CLAUSE)
    return Found([(first, last)], speaker, Rule.CLAIM_THAT)


def _giver(scene: Scene, i: int, floor: int) -> Phrase | None:
    """Return who gives what the noun at word *i* is: 'The mayor gave a warning that'."""
    lowers, j = scene.lowers, i - 1
    while j > floor and not scene.tags[j] & ~TITLE:
        j -= 1  # 'a stark warning'
    given = j - 1 > floor and lowers[j] in ARTICLES and lowers[j - 1] in _GIVES
    return own_subject(scene, j - 1, floor) if given else None


def _by_account(scene: Scene, by: int, i: int, limit: int, floor: int) -> list[Phrase]:
    """Return what stands beside 'by her own admission' at word *by*, whose noun is word *i*."""
    lowers, bits = scene.lowers, scene.bits
    if by < floor or lowers[by] != "by" or lowers[i - 1] != "own":
        return []
    closed = i + 1 < limit and bits[i + 1] & COMMA
    if by <= floor + 1:
        return [(i + 1, limit)] if closed else []  # 'By her own admission, …'
    if not bits[by] & COMMA:
        return []
    # '…, by her own admission', 'She is, by her own admission, …'
    return [(floor, by), (i + 1, limit)] if closed else [(floor, by)]


def _in_voices(scene: Scene, verb: Verb, content: Phrase) -> bool:
    """Whether marks tell that something was said, whoever said it."""
    first, last = content
    if scene.opens_mark(first):
        return scene.lowers[verb.i] in _VOICES
    marked = any(scene.opens_mark(k) for k in range(first, min(last, first + _CLAUSE)))
    return marked and not verb.cue.form  # 'the admission that', but not 'claims that'


def words_of(scene: Scene, verb: Verb, unit: Unit) -> Found | None:
    """`in the words of X, "content"`, and the same behind its content."""
    first, j = verb.first, verb.last + 1
    if scene.lowers[first:j] != _WORDS_OF:
        return _own_words(scene, verb, unit)
    if j >= unit.last or scene.bits[j] & BREAK:
        return None
    end = right_phrase(scene, j, unit.last, full=True)
    if end < unit.last and not scene.bits[end] & BREAK:  # it has run into the content
        end = right_phrase(scene, j, unit.last, full=False)
    if end < unit.last and scene.opens_mark(end):
        content = end, min(unit.last, scene.marks[scene.mark_at[end]].last)
    elif first == unit.first and end < unit.last and scene.bits[end] & COMMA:
        content = end, unit.last  # 'In the words of Roe, the plan is “dead”'
    elif first > unit.first and scene.mark_at[first - 1] >= 0:
        content = scene.marks[scene.mark_at[first - 1]].first, first
    else:
        return None
    return Found([content], (j, end), Rule.ACCORDING_TO)


def _own_words(scene: Scene, verb: Verb, unit: Unit) -> Found | None:
    """`in X's words, "content"`, and the same behind marks."""
    verb.head = verb.last = i = verb.i
    speaker, j = _owner(scene, i, unit.first), i + 1
    begin = speaker[0] - 1 if speaker else -1
    if begin < unit.first or scene.lowers[begin] != "in":
        return None
    if unit.cues[0] < begin:
        return None  # 'promised to hire him since, in her words, “he knows how”'
    before = scene.mark_at[begin - 1] if begin > unit.first else -1
    if j < unit.last and scene.opens_mark(j):
        content = j, min(unit.last, scene.marks[scene.mark_at[j]].last)
    elif before >= 0:
        content = scene.marks[before].first, begin
    elif begin == unit.first and j < unit.last and scene.bits[j] & COMMA:
        content = j, unit.last  # 'In Roe's words, the plan is “dead”'
    else:
        return None
    told = scene.marked(*content)
    return Found([content], speaker, Rule.ACCORDING_TO) if told else None


def _content(scene: Scene, j: int, limit: int) -> Phrase | None:
    """Return what is said: it opens at word *j*, or behind an adjunct there."""
    lowers, tags = scene.lowers, scene.tags
    if j >= limit or scene.bits[j] & BREAK:
        return None
    if lowers[j] in _OF and (content := _marked(scene, j + 1, limit)):
        return content
    if tags[j] & PREPOSITION:  # 'her assertion in the debate that'
        j = behind_phrase(scene, j, limit)
    if 0 < j < limit and lowers[j] in _IS:
        j += 1
        if j < limit and scene.opens_mark(j):  # 'her answer was: "Never"'
            return j, min(limit, scene.marks[scene.mark_at[j]].last)
    if not 0 < j < limit - 1 or lowers[j] != "that" or scene.bits[j] & BREAK:
        return None
    if scene.opens_mark(j + 1):
        behind = scene.marks[scene.mark_at[j + 1]].last
        if behind < limit and is_verb(scene, behind):
            return j, behind  # 'a statement that "mistakes were made" was read'
    elif is_verb(scene, j + 1) or lowers[j + 1] in _READS:
        return None  # 'answers that would please her', 'a statement that read: “No”'
    return j, content_end(scene, j, _clause_end(scene, j, limit))


def _clause_end(scene: Scene, j: int, limit: int) -> int:
    """Return the comma that ends the clause at *j*: 'that it is, in fact, shut'."""
    end = scene.comma(j + 2, limit)
    while end < limit and scene.tags[end - 1] & BE:
        end = scene.comma(scene.comma(end + 1, limit) + 1, limit)
    return end


def _marked(scene: Scene, j: int, limit: int) -> Phrase | None:
    """Return the marked words that open at word *j*, with the article before them."""
    for k in range(j, min(limit, j + _ADJUNCT)):
        if scene.opens_mark(k):
            return j, min(limit, scene.marks[scene.mark_at[k]].last)
        if not scene.tags[k] & DETERMINER:
            break
    return None


def _owner(scene: Scene, i: int, floor: int) -> Phrase | None:
    """Return whose thing the noun at word *i* is: 'her', 'the mayor' of 'the mayor's'."""
    tags, lowers = scene.tags, scene.lowers
    for j in range(i - 1, max(floor, i - 1 - _ADJECTIVES) - 1, -1):
        if tags[j] & POSSESSIVE:
            return j, j + 1
        if lowers[j] == "s" and j > floor:
            return _owner_first(scene, j, floor), j
        if scene.bits[j] & BREAK or tags[j] & (PREPOSITION | AUXILIARY) or lowers[j] in ARTICLES:
            return None
    return None


def _owner_first(scene: Scene, end: int, floor: int) -> int:
    """Return where the owner starts that ends before word *end*: a name, or its determiner."""
    tags, j = scene.tags, end - 1
    name = scene.capital(j)
    while j > floor and not scene.bits[j] & BREAK and (name or not tags[j] & DETERMINER):
        if name and not scene.capital(j - 1):
            if j - 2 < floor or scene.lowers[j - 1] != "of" or not scene.capital(j - 2):
                break
            j -= 1  # 'the Ministry of Health's'
        j -= 1
    opens = j == floor and j + 1 < end and tags[j] & _OPENERS
    return j + 1 if opens else j  # 'But Roe's claim', 'In Roe's words'


def _answer(scene: Scene, owner: Phrase, floor: int) -> Phrase | None:
    """Return what somebody's noun answers: '"No," was her reply', not 'her book "Home" was'."""
    verb = owner[0] - 1
    if verb <= floor or not scene.tags[verb] & BE or scene.mark_at[verb - 1] < 0:
        return None
    mark = scene.marks[scene.mark_at[verb - 1]]
    return (mark.first, verb) if scene.words.text[mark.end - 1] in ",?!" else None
