"""Phrases that credit: ``content, according to X`` and ``According to X, content``."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.tags import (
    ADVERB,
    ADVERBIAL,
    CONJUNCTION,
    DETERMINER,
    POSSESSIVE,
    WHO,
)
from newsdoc.parser.gaps import BREAK, COLON, COMMA, DASH
from newsdoc.parser.phrases import INDEFINITE, Phrase, adverb_belongs, right_phrase
from newsdoc.parser.quotes.claims.around import (
    Found,
    around,
    has_verb,
    last_marked,
)
from newsdoc.parser.quotes.claims.behind import TITLED
from newsdoc.parser.quotes.claims.closing import begins_name, names_on
from newsdoc.parser.quotes.claims.credited import credited_end, opens_content
from newsdoc.parser.quotes.claims.ends import content_end
from newsdoc.parser.quotes.claims.unmarked import wants_more
from newsdoc.parser.quotes.clauses.nouns import is_fact
from newsdoc.parser.quotes.clauses.verbs import Verb
from newsdoc.parser.quotes.rules import Rule
from newsdoc.parser.quotes.scene import Scene, Unit

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
# What is kept to, with an article.
_KEPT: Final = frozenset(
    {
        *{"beliefs", "customs", "guidelines", "instructions", "law", "laws", "principles"},
        *{"recipe", "regulations", "rite", "rites", "rules", "scripture", "tenets", "terms"},
        *{"tradition", "traditions", "wishes"},
    }
)
_CLAUSES: Final = frozenset({"although", "because", "though", "when", "where", "whether", "while"})
_KEPT_NEAR: Final = 4  # words: 'the strict rules'
_WHICH: Final = frozenset({"that", "which"})


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
    if i > floor and scene.lowers[i - 1] == "as":
        i -= 1  # 'as per X'
    opens = i == floor or (i == floor + 1 and scene.tags[floor] & (CONJUNCTION | ADVERB) > 0)
    joins = i > floor and scene.tags[i - 1] & (ADVERBIAL | CONJUNCTION) > 0
    # 'It was shut when, according to X, a pipe burst', 'It was shut, and according to X, it burst'
    opens = opens or (joins and (scene.bits[i - 1] | scene.bits[i]) & COMMA > 0)
    amid = wants_more(scene, floor, i)
    end = _phrase_end(scene, begin, unit.last, opens=opens, amid=amid)
    if opens and scene.bits[unit.last] & COLON:
        return None  # 'According to X, a weekly:' introduces what follows
    if floor > unit.first and not has_verb(scene, floor, i):
        return None  # '"…," he wrote to his manager, according to X'
    speaker = begin, end
    if opens:
        content = _content_behind(scene, end, unit)
    elif i > floor and scene.tags[i - 1] & WHO:
        content = _related(scene, floor, (i, end), unit.last)
    else:
        floor = _clause_start(scene, floor, i)
        found = around(scene, unit, floor, (i, end), speaker, Rule.ACCORDING_TO)
        if found and found.parts[-1][0] == end and scene.lowers[end] in INDEFINITE and not amid:
            found.parts.pop()  # ', a sum that none had', as the article tells
        return found if found and found.parts else None
    return Found([content], speaker, Rule.ACCORDING_TO) if content else None


def _related(scene: Scene, floor: int, credit: Phrase, last: int) -> Phrase | None:
    """Return the content of a relative clause: 'the deal, which, according to X, was late, is'."""
    i, end = credit
    start = scene.comma(end, last) if scene.bits[end] & BREAK else end
    if start >= last:
        return None
    # Behind a whole clause the relative one may hold more commas.
    whole = has_verb(scene, floor, i - 1)
    return start, content_end(scene, start, last) if whole else scene.comma(start + 1, last)


def _clause_start(scene: Scene, floor: int, i: int) -> int:
    """Return where the subject opens that dashes part from its verb at word *i*, or *floor*.

    'It is a time when most boats — according to X — are old'.
    """
    if not scene.bits[i] & DASH:
        return floor
    j = i - 1
    while j > floor and not scene.bits[j] & BREAK and scene.lowers[j] not in _CLAUSES:
        j -= 1
    opens = j > floor and scene.lowers[j] in _CLAUSES
    return j + 1 if opens and j + 1 < i and not has_verb(scene, j + 1, i) else floor


def _content_behind(scene: Scene, end: int, unit: Unit) -> Phrase | None:
    """Return the content behind who is credited: behind a comma, or in marks behind a colon."""
    if scene.bits[end] & COLON and scene.opens_mark(end):
        return end, last_marked(scene, end, unit.last)
    if opens_content(scene, end, unit.last):
        return end, unit.last
    comma = scene.comma(end, unit.last)
    return (comma, unit.last) if comma < unit.last else None


def _phrase_end(scene: Scene, begin: int, last: int, *, opens: bool, amid: bool) -> int:
    """Return the word behind who is credited; *opens*: before the content, *amid*: amid it."""
    if opens or amid:
        end = credited_end(scene, begin, last)
    else:
        end = right_phrase(scene, begin, last, full=True)
        end = next((j for j in range(begin + 1, end) if _tells_of_all(scene, j, end)), end)
    if end < last and not scene.bits[end] & BREAK:
        end = right_phrase(scene, begin, last, full=False)
    if end < last and names_on(scene, end):
        end = right_phrase(scene, end, last, full=False)
    titled = end - 1 > begin and scene.lowers[end - 1] in TITLED
    return end - titled  # 'a study titled “…”'


def _tells_of_all(scene: Scene, j: int, end: int) -> bool:
    """Whether a phrase at *j* tells of all that was said: 'according to X, a sum that none had'."""
    if not scene.bits[j] & COMMA or scene.lowers[j] not in INDEFINITE:
        return False
    near = range(j + 2, min(end + 1, len(scene.words)))
    related = next((k for k in near if scene.lowers[k] in _WHICH), 0)
    return related > 0 and is_fact(scene, j, related)


def _is_measure(scene: Scene, j: int) -> bool:
    """Whether what is done goes by the words at *j*: 'according to plan'."""
    lowers = scene.lowers
    if j + 1 < len(scene.words) and scene.tags[j] & POSSESSIVE:
        j += 1  # 'according to their needs'
    return lowers[j] in _MEASURES


def _is_kept(scene: Scene, begin: int) -> bool:
    """Whether what is done keeps to what opens at *begin*: 'according to the rules of the league'.

    Behind a comma they are credited.
    """
    near = range(begin, min(len(scene.words), begin + _KEPT_NEAR))
    stop = next((j for j in near if scene.bits[j] & BREAK), near.stop)
    return not _KEPT.isdisjoint(scene.lowers[begin:stop])


def _heads_phrase(scene: Scene, verb: Verb, opens: bool) -> bool:
    """Whether a word heads a cue phrase here: 'according to X', ', per X'."""
    if verb.cue.lemma == "according":
        begin = verb.last + 1
        apart = opens or scene.bits[verb.i] & BREAK
        return not _is_measure(scene, begin) and bool(apart or not _is_kept(scene, begin))
    if verb.i and scene.lowers[verb.i - 1] == "as":  # 'as per X', but 'as per usual'
        return scene.capital(verb.i + 1) or scene.tags[verb.i + 1] & DETERMINER > 0
    apart = opens or scene.bits[verb.i] & (COMMA | DASH)
    return bool(apart) and begins_name(scene, verb.i + 1)
