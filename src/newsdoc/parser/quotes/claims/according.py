"""Phrases that credit: ``content, according to X`` and ``According to X, content``."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.tags import (
    ADVERB,
    ADVERBIAL,
    CONJUNCTION,
    DETERMINER,
    PAPER,
    POSSESSIVE,
    PREPOSITION,
)
from newsdoc.parser.gaps import BREAK, COLON, COMMA
from newsdoc.parser.phrases import ARTICLES, Phrase, adverb_belongs, is_verb, right_phrase
from newsdoc.parser.quotes.claims.around import (
    Found,
    around,
    has_verb,
    last_marked,
)
from newsdoc.parser.quotes.claims.closing import begins_name, names_on
from newsdoc.parser.quotes.clauses.verbs import Verb
from newsdoc.parser.quotes.rules import Rule
from newsdoc.parser.quotes.scene import Scene, Unit

_NO_VERB: Final = CONJUNCTION | DETERMINER | PREPOSITION | ADVERB
_TITLED: Final = frozenset({"called", "entitled", "headlined", "titled"})
# How something is done; no article stands before it.
_MEASURES: Final = frozenset(
    {
        "ability",
        "age",
        "custom",
        "form",
        "how",
        "means",
        "need",
        "needs",
        "plan",
        "protocol",
        "rank",
        "schedule",
        "size",
        "taste",
        "type",
        "where",
        "whether",
    }
)


def according_to(scene: Scene, verb: Verb, unit: Unit, floor: int) -> Found | None:
    """`content, according to X` and `According to X, content`."""
    i, begin = verb.i, verb.last + 1
    if (
        begin >= unit.last
        or scene.bits[begin] & BREAK
        or not _heads_phrase(scene, verb, i == unit.first)
    ):
        return None
    while begin < unit.last - 1 and scene.tags[begin] & ADVERB:
        if adverb_belongs(scene, begin, begin):
            break  # 'according to early results'
        begin += 1
    if i > floor and scene.words.lowers[i - 1] == "as":
        i -= 1  # 'as per X'
    opens = i == floor or (i == floor + 1 and scene.tags[floor] & (CONJUNCTION | ADVERB) > 0)
    amid = scene.bits[i] & COMMA and scene.tags[i - 1] & (ADVERBIAL | CONJUNCTION)
    opens = opens or amid > 0  # 'It was shut when, according to X, a pipe burst'
    end = _phrase_end(scene, begin, unit, opens=opens, first=i <= unit.first + 1)
    if opens and scene.bits[unit.last] & COLON:
        return None  # 'According to X, a weekly:' introduces what follows
    if floor > unit.first and not has_verb(scene, floor, i):
        return None  # '"…," he wrote to his manager, according to X'
    if not opens:
        return around(scene, unit, floor, (i, end), (begin, end), Rule.ACCORDING_TO)
    content = _content_behind(scene, end, unit)
    return Found([content], (begin, end), Rule.ACCORDING_TO) if content else None


def _content_behind(scene: Scene, end: int, unit: Unit) -> Phrase | None:
    """Return the content behind who is credited: behind a comma, or in marks behind a colon."""
    if scene.bits[end] & COLON and scene.opens_mark(end):
        return end, last_marked(scene, end, unit.last)
    comma = scene.comma(end, unit.last)
    return (comma, unit.last) if comma < unit.last else None


def _phrase_end(scene: Scene, begin: int, unit: Unit, *, opens: bool, first: bool) -> int:
    """Return the word behind who is credited; *opens* and *first*: before the content."""
    end = right_phrase(scene, begin, unit.last, full=True)
    if opens and not scene.tags[begin] & DETERMINER and not scene.capital(begin):
        end = scene.comma(begin + 1, end)  # 'According to police, the driver, who fled, was'
    if first and end == unit.last:
        end = right_phrase(scene, begin, end, full=False)  # it has run into the content
    elif opens and end < unit.last:
        end = _without_subject(scene, begin, end)
    if end < unit.last and not scene.bits[end] & BREAK:
        end = right_phrase(scene, begin, unit.last, full=False)
    if end < unit.last and names_on(scene, end):
        end = right_phrase(scene, end, unit.last, full=False)
    return end - (
        end - 1 > begin and scene.words.lowers[end - 1] in _TITLED
    )  # 'a study titled “…”'


def _without_subject(scene: Scene, begin: int, end: int) -> int:
    """Return where a phrase ends that has run into the subject of the content behind it.

    'According to X, a doctor, the wards were full': what follows is no comma. Behind
    'According to X, the plan, which was dear,' it is a verb.
    """
    edges = [j for j in range(begin + 1, end) if scene.bits[j] & COMMA]
    if not scene.bits[end] & COMMA and edges:
        end = edges.pop()
    runs = edges and scene.bits[end] & COMMA
    return edges[0] if runs and (_acts(scene, end) or _is_subject(scene, edges[0])) else end


def _acts(scene: Scene, j: int) -> bool:
    """Whether a verb stands at word *j*, behind a comma: 'fled', 'keeps the house'."""
    if is_verb(scene, j) or j + 1 >= len(scene.tags):
        return is_verb(scene, j)
    word, behind = scene.words.words[j], scene.words.lowers[j + 1]
    takes = behind in ARTICLES or scene.tags[j + 1] & POSSESSIVE
    return bool(takes) and word.islower() and word[-1] == "s" and not scene.tags[j] & _NO_VERB


def _is_subject(scene: Scene, name: int) -> bool:
    """Whether a name behind a paper opens what that tells: 'According to the study, Roe, …'."""
    return scene.capital(name) and scene.tags[name - 1] & PAPER > 0


def _is_measure(scene: Scene, j: int) -> bool:
    """Whether what is done goes by the words at *j*: 'according to plan'."""
    lowers = scene.words.lowers
    if j + 1 < len(lowers) and scene.tags[j] & POSSESSIVE:
        j += 1  # 'according to their needs'
    return lowers[j] in _MEASURES


def _heads_phrase(scene: Scene, verb: Verb, opens: bool) -> bool:
    """Whether a word heads a cue phrase here: 'according to X', ', per X'."""
    if verb.cue.lemma == "according":
        return not _is_measure(scene, verb.last + 1)
    if verb.i and scene.words.lowers[verb.i - 1] == "as":  # 'as per X', but 'as per usual'
        return scene.capital(verb.i + 1) or scene.tags[verb.i + 1] & DETERMINER > 0
    return (opens or scene.bits[verb.i] & COMMA > 0) and begins_name(scene, verb.i + 1)
