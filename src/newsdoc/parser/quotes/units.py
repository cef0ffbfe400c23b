"""Units: the parts of the text in which quotes are looked for.

A unit is a sentence. Sentences are joined where a marked span runs over their border, so
that ``"One. Two," she said`` is one unit, and a sentence is parted where somebody else's
words begin in it: ``"One," said X; "two," said Y`` is two.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import compress
from typing import Final

from newsdoc.lexicon.tags import CONJUNCTION, CUE, DETERMINER, MARKED, PREPOSITION, TIME, WEEKDAY
from newsdoc.model import Role
from newsdoc.parser.drafts import Layout
from newsdoc.parser.gaps import BREAK, CLOSE, COMMA, MARK, OPEN, SEMICOLON
from newsdoc.parser.quotes.scene import Scene, Unit
from newsdoc.parser.sentences import Sentences

_ATTRIBUTION: Final = 14  # words: no subject of an attribution is longer
_BUT: Final = frozenset({"and", "but", "while"})  # before what somebody else says
_BEHIND_CUE: Final = PREPOSITION | TIME | WEEKDAY  # tags behind a verb that closes what is said
_UNREAD: Final = frozenset({Role.BYLINE, Role.BOILERPLATE, Role.DATELINE})
_HEADLINE: Final = Role.HEADLINE
_NO_MARKS: Final = range(0)

# A unit's words, the number of its block, and whether it opens that.
Span = tuple[int, int, int, bool]


def read_units(scene: Scene, layout: Layout, sentences: Sentences) -> list[Unit]:
    """Return the units of all paragraphs that are read, with their cues and marks.

    Without marks, weak cues do not count.
    """
    tags, mark_at, firsts = scene.tags, scene.mark_at, scene.firsts
    is_head = map(scene.speech.heads.__contains__, scene.lowers)
    heads = set(compress(range(len(scene.words)), is_head))
    cues = [i for i in sorted(heads.union(scene.words.carrying(CUE))) if mark_at[i] < 0]
    strong = [i for i in cues if not tags[i] & MARKED or i in heads]
    strong.append(len(scene.words))
    units: list[Unit] = []
    m = c = 0
    for first, last, block, opens in _parted(scene, _spans(scene, layout, sentences)):
        if opens:
            m = bisect_left(firsts, first, m)
            c = bisect_left(strong, first, c)
        m0, c0 = m, c
        while firsts[m] < last:
            m += 1
        while strong[c] < last:
            c += 1
        if m0 < m:
            near = cues[bisect_left(cues, first) : bisect_left(cues, last)]
            units.append(Unit(first, last, block, opens, near, range(m0, m)))
        else:
            units.append(Unit(first, last, block, opens, strong[c0:c], _NO_MARKS))
    return units


def _spans(scene: Scene, layout: Layout, sentences: Sentences) -> Iterator[Span]:
    """Yield for each unit its words, the number of its block, and whether it opens it."""
    mark_at = scene.mark_at
    headlined = False
    # Where it was filed is not said.
    filed = scene.words.after(layout.dateline.span.end) if layout.dateline else 0
    for n, (block, inside) in enumerate(zip(layout.blocks, sentences, strict=True)):
        if block.role in _UNREAD or block.first == block.last:
            continue
        if block.role is _HEADLINE:
            if headlined:
                continue  # it is printed twice
            headlined = True
        first, end, opens = block.first, block.last, True
        if first < filed <= end:
            first = filed
        for sentence in inside:
            last = sentence.last
            if last > first and not (
                mark_at[last - 1] >= 0 and last < end and _runs_on(scene, last, end)
            ):
                yield first, last, n, opens
                first, opens = last, False


def _parted(scene: Scene, spans: Iterator[Span]) -> Iterator[Span]:
    """Yield the units with those parted from them in which somebody else's words stand."""
    firsts, m = scene.firsts, 0
    anew = "; according to" in scene.words.text
    for first, last, block, opens in spans:
        begin, begins = first, opens
        while firsts[m] < first:
            m += 1
        if anew or (firsts[m] < last and firsts[m + 1] < last):  # two marked spans
            for other in _others(scene, first, last):
                yield begin, other, block, begins
                begin, begins = other, False
        yield begin, last, block, begins


def _runs_on(scene: Scene, i: int, last: int) -> bool:
    """Whether a sentence at word *i*, behind a marked one, belongs to the unit before it."""
    return scene.mark_at[i] == scene.mark_at[i - 1] or _attributed(scene, i, last)


def _attributed(scene: Scene, i: int, last: int) -> bool:
    """Whether an attribution at word *i* goes on with marked words that seemed to end."""
    k = scene.mark_at[i - 1]
    if scene.words.text[scene.marks[k].end - 1] == "." or "." in scene.words.gaps[i]:
        return False  # the point ends the sentence, inside the marks or behind them
    article = scene.tags[i] & DETERMINER and i + 1 < last
    if article and not scene.capital(i + 1):
        return False  # '"No!" The court ruled that'
    apposed = False
    for j in range(i, min(i + _ATTRIBUTION, last)):
        b = scene.bits[j] & (BREAK & ~(OPEN | CLOSE)) if j > i else 0
        if b and apposed:
            return b == COMMA and scene.tags[j] & CUE > 0
        if b and not (b == COMMA and scene.tags[j] & DETERMINER):
            return False
        apposed = apposed or b > 0  # '"No!" Jane Roe, a doctor, said'
        if scene.tags[j] & CUE and not apposed:
            return True
    return False


def _others(scene: Scene, first: int, last: int) -> Iterator[int]:
    """Yield where somebody else's words begin in a sentence: '“No,” said X; | “yes,” said Y'.

    So they do behind a comma, '“No,” said X, | and “yes,” said Y', and where they are told
    with 'according to', '…; | according to Y, it is'.
    """
    text, starts, firsts = scene.words.text, scene.words.starts, scene.firsts
    if text.find("; according to", starts[first], starts[last - 1]) >= 0:
        yield from (j for j in range(first + 1, last) if _credits(scene, j))
    said = first
    for mark in scene.marks[bisect_left(firsts, first) + 1 : bisect_left(firsts, last)]:
        opens, parts = mark.first, SEMICOLON
        if scene.lowers[opens - 1] in _BUT and not scene.bits[opens] & (BREAK & ~MARK):
            opens, parts = opens - 1, COMMA
        if not scene.bits[opens] & parts or text[mark.end - 1] != ",":
            continue
        cues = (k for k in range(said, opens) if scene.tags[k] & CUE and scene.mark_at[k] < 0)
        if any(cues) and _says(scene, mark.last, last):
            yield opens
            said = opens


def _credits(scene: Scene, j: int) -> bool:
    """Whether 'according to' opens a clause at word *j* behind a semicolon."""
    return scene.lowers[j] == "according" and scene.bits[j] & SEMICOLON > 0


def _says(scene: Scene, i: int, last: int) -> bool:
    """Whether an attribution and no more is at word *i*: 'said X', 'X said on', no 'X liked Y'."""
    near = range(i, min(i + _ATTRIBUTION, last))
    cue = next((j for j in near if scene.tags[j] & CUE or scene.bits[j + 1] & BREAK), i)
    if not scene.tags[cue] & CUE or scene.tags[i] & CONJUNCTION:
        return False
    behind = cue + 1
    closes = behind >= last or scene.bits[behind] & BREAK or scene.tags[behind] & _BEHIND_CUE
    return cue == i or bool(closes)
