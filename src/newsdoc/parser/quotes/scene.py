"""The scene: what the rules of the quotes stage look at.

The words of the text with their tags, and for each gap between two words the
bits that matter here: commas, dashes, colons, brackets, marks. Sentences are
joined to units where a marked span runs over their border, so that
``"One. Two," she said`` is one unit.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from attrs import define

from newsdoc.lexicon.tags import (
    ABBREVIATION,
    BODY,
    CLITIC,
    CONJUNCTION,
    CUE,
    DETERMINER,
    MARKED,
    MEDIUM,
    MONTH,
    PREPOSITION,
    WORK,
)
from newsdoc.model import Role
from newsdoc.parser.drafts import Layout, Pair
from newsdoc.parser.gaps import BREAK, CLOSE, COLON, COMMA, COMMON, OPEN, Gaps
from newsdoc.parser.layout.lines import INVISIBLE
from newsdoc.parser.marks import Marked, Marks
from newsdoc.parser.phrases import is_year
from newsdoc.parser.sentences import Sentences
from newsdoc.parser.words import Words

_SHORTENED: Final = BODY | MONTH  # of an abbreviation: 'Corp.', 'Sept.'
_POINTED: Final = frozenset({"etc", "jr", "sr"})
_ATTRIBUTION: Final = 14  # words: no subject of an attribution is longer
_SHOWN: Final = frozenset({"s", "on"})  # before the title of a work that is aired
_TALKED: Final = frozenset({"to", "with"})  # before it, behind a talk: 'an interview with "Today"'
_FIRST: Final = 20  # marked spans that show what marks a text has
_AMID: Final = frozenset({" ", ", "})  # between the words of a sentence
SINGLE: Final = frozenset({"'", "‘"})
_TITLE: Final = 14  # no title of a work is longer, in words
LIGHT: Final = PREPOSITION | CONJUNCTION | DETERMINER | CLITIC  # words that titles write small
_BLANK: Final = frozenset([*filter(str.isspace, map(chr, range(0x3001))), *INVISIBLE])
_UNREAD: Final = frozenset({Role.BYLINE, Role.BOILERPLATE, Role.DATELINE})
HEADS: Final = frozenset({Role.HEADLINE, Role.DECK})
_HEADLINE: Final = Role.HEADLINE
_NO_MARKS: Final = range(0)


@define(eq=False)
class Unit:
    """A sentence, or several that a marked span holds together.

    Attributes:
        first: its first word.
        last: the word behind its last.
        block: the number of its paragraph.
        opens: whether it is the first of its paragraph.
        cues: its words that can be cues.
        marks: the numbers of the marked spans in it.
    """

    first: int
    last: int
    block: int
    opens: bool
    cues: list[int]
    marks: range


class Scene:
    """A text as the rules of this stage see it.

    Attributes:
        words: its words.
        lowers: the words in lower case.
        tags: their tags.
        bits: the bits of the gap before each word.
        marks: the marked spans.
        mark_at: for each word the number of the marked span it lies in, or -1.
        units: the units of all paragraphs that are read.
        notions: nouns of what is held or told: 'view', 'claims'.
    """

    __slots__ = (
        "_amid",
        "bits",
        "blocks",
        "firsts",
        "lowers",
        "mark_at",
        "marks",
        "notions",
        "tags",
        "units",
        "words",
    )

    def __init__(
        self,
        words: Words,
        layout: Layout,
        sentences: Sentences,
        marks: Marks,
        notions: frozenset[str],
    ) -> None:
        self.words, self.notions = words, notions
        self.lowers = words.lowers
        self.tags = words.tags
        self.bits: list[int] = list(map(Gaps(COMMON).__getitem__, words.gaps))
        self._join_years()
        self.blocks = layout.blocks
        self.marks: list[Marked] = marks.inside
        self.firsts = [*(mark.first for mark in self.marks), len(words)]
        self.mark_at = [-1] * (len(words) + 1)
        for k, mark in enumerate(self.marks):
            self.mark_at[mark.first : mark.last] = [k] * (mark.last - mark.first)
        self.units = self._units(layout, sentences)
        self._amid: frozenset[str] | None = None

    def _join_years(self) -> None:
        """Let no comma part a date from its year: 'on July 4, 2019'."""
        words, gaps = self.words.words, self.words.gaps
        for i in self.words.carrying(MONTH):
            year = i + 2
            dated = year < len(self.words) and gaps[year] == ", " and words[i + 1].isdigit()
            if dated and is_year(self, year):
                self.bits[year] = 0

    def _units(self, layout: Layout, sentences: Sentences) -> list[Unit]:
        """Return the units with their cues and marks; without marks, weak cues do not count."""
        tags, mark_at, firsts = self.tags, self.mark_at, self.firsts
        cues = [i for i in self.words.carrying(CUE) if mark_at[i] < 0]
        strong = [i for i in cues if not tags[i] & MARKED]
        strong.append(len(self.words))
        units: list[Unit] = []
        m = c = 0
        for first, last, block, opens in self._spans(layout, sentences):
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

    def _spans(self, layout: Layout, sentences: Sentences) -> Iterator[tuple[int, int, int, bool]]:
        """Yield for each unit its words, the number of its block, and whether it opens it."""
        mark_at = self.mark_at
        headlined = False
        # Where it was filed is not said.
        filed = self.words.after(layout.dateline.span.end) if layout.dateline else 0
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
                    mark_at[last - 1] >= 0 and last < end and self._runs_on(last, end)
                ):
                    yield first, last, n, opens
                    first, opens = last, False

    def _runs_on(self, i: int, last: int) -> bool:
        """Whether a sentence at word *i*, behind a marked one, belongs to the unit before it."""
        return self.mark_at[i] == self.mark_at[i - 1] or self._attributed(i, last)

    def _attributed(self, i: int, last: int) -> bool:
        """Whether an attribution at word *i* goes on with marked words that seemed to end."""
        k = self.mark_at[i - 1]
        if self.words.text[self.marks[k].end - 1] == "." or "." in self.words.gaps[i]:
            return False  # the point ends the sentence, inside the marks or behind them
        article = self.tags[i] & DETERMINER and i + 1 < last
        if article and not self.capital(i + 1):
            return False  # '"No!" The court ruled that'
        apposed = False
        for j in range(i, min(i + _ATTRIBUTION, last)):
            b = self.bits[j] & (BREAK & ~(OPEN | CLOSE)) if j > i else 0
            if b and apposed:
                return b == COMMA and self.tags[j] & CUE > 0
            if b and not (b == COMMA and self.tags[j] & DETERMINER):
                return False
            apposed = apposed or b > 0  # '"No!" Jane Roe, a doctor, said'
            if self.tags[j] & CUE and not apposed:
                return True
        return False

    def names(self, word: str) -> bool:
        """Whether a word with a capital stands so amid a sentence too, and not only first.

        Headings are left out, since many print all words with capitals.
        """
        if self._amid is None:
            words, gaps = self.words.words, self.words.gaps
            read = (range(b.first, b.last) for b in self.blocks if b.role not in HEADS)
            self._amid = frozenset(words[j] for block in read for j in block if gaps[j] in _AMID)
        return word in self._amid

    def opens_mark(self, i: int) -> bool:
        """Whether word *i* is the first of a marked span."""
        k = self.mark_at[i]
        return k >= 0 and self.marks[k].first == i

    def marked(self, first: int, last: int) -> bool:
        """Whether one of the words from *first* to before *last* stands in marks."""
        if first >= last:
            return False
        return self.mark_at[first] >= 0 or self.firsts[bisect_left(self.firsts, first)] < last

    def comma(self, first: int, last: int) -> int:
        """Return the first word from *first* on with an unmarked comma before it, or *last*."""
        return self.broken(COMMA, first, last)

    def broken(self, by: int, first: int, last: int) -> int:
        """Return the first word from *first* on with the unmarked punctuation *by* before it."""
        bits, mark_at = self.bits, self.mark_at
        for j in range(first, last):
            if bits[j] & by and (mark_at[j] < 0 or mark_at[j - 1] != mark_at[j]):
                return j
        return last

    def behind_comma(self, i: int) -> bool:
        """Whether a comma stands before word *i*, or closes the marked words before it."""
        return self.bits[i] & COMMA > 0

    def marks_doubly(self) -> bool:
        """Whether marks around speech are double in this text, as most of its first ones are."""
        text, first = self.words.text, self.marks[:_FIRST]
        single = sum(text[mark.outer : mark.start] in SINGLE for mark in first)
        return single * 2 < len(first)

    def ends_block(self, unit: Unit) -> bool:
        """Whether a unit is the last of its paragraph."""
        return unit.last >= self.blocks[unit.block].last

    def capital(self, i: int) -> bool:
        """Whether word *i* begins with a capital."""
        return self.words.words[i][0].isupper()

    def is_title(self, k: int, floor: int) -> bool:
        """Whether marked span *k* looks like the title of a work, and does not open its unit."""
        mark = self.marks[k]
        if mark.last - mark.first > _TITLE or mark.first <= floor:
            return False
        alone = mark.last - mark.first == 1 and self.bits[mark.first] & COLON
        if alone and self.words.text[mark.end - 1] in ".?!":
            return False  # 'The answer is simple: "Build."'
        words, tags = self.words.words, self.tags
        return all(
            words[j][0].isupper() or words[j][0].isdigit() or tags[j] & LIGHT
            for j in range(mark.first, mark.last)
        )

    def titles(self, i: int, floor: int) -> bool:
        """Whether word *i* opens the title of a work behind its owner or its kind, or as a show."""
        k = self.mark_at[i]
        if k < 0 or not self.is_title(k, floor):
            return False
        tags, word, behind = self.tags, self.lowers[i - 1], self.marks[k].last
        if word in _SHOWN or tags[i - 1] & WORK or (tags[behind] & WORK):
            return True
        return i > 1 and word in _TALKED and tags[i - 2] & (MEDIUM | CUE) > 0

    def part(self, a: int, b: int) -> Pair:
        """Return the content part of the words from *a* to before *b*.

        Wholly inside one pair of marks it leaves them out.
        """
        mark_at = self.mark_at
        k = mark_at[a]
        if k >= 0:
            mark = self.marks[k]
            if a == mark.first and b == mark.last:
                return mark.start, mark.end
        start = self._left_edge(a)
        before = mark_at[a - 1] if a else -1
        if before not in (-1, k):
            start = max(start, self.marks[before].after)
        end = self._right_edge(b - 1, start)
        if k >= 0:
            if mark_at[b - 1] == k:
                return max(start, mark.start), min(end, mark.end)
            if mark.first < a:
                start = self.words.starts[a]
        return start, end

    def _left_edge(self, i: int) -> int:
        """Return where what is printed with word *i* begins: its mark, bracket or currency sign."""
        gap, start = self.words.gaps[i], self.words.starts[i]
        if gap[-1:].isspace():  # the quick answer to most
            return start
        k = len(gap)
        while k and not gap[k - 1].isspace():
            k -= 1
        if k == 0:
            # Nothing blank before it: "word—word", "word('word".
            k = next((n + 1 for n in range(len(gap) - 1, -1, -1) if gap[n] in "—–-,.:;/"), 0)
        return start - (len(gap) - k)

    def _right_edge(self, i: int, floor: int) -> int:
        """Return where what is printed with word *i* ends, closing marks included.

        A closing mark belongs to it where its span begins at *floor* or behind it.
        """
        k = self.mark_at[i]
        if k >= 0 and self.mark_at[i + 1] != k:
            mark = self.marks[k]
            return mark.after if mark.outer >= floor else mark.end
        end = self._behind_point(i)
        for character in self.words.text[end : self.words.end(i) + len(self.words.gaps[i + 1])]:
            if character not in "%)]!?°′″":
                break
            if character in ")]" and not self._opened(floor, end):
                break
            end += 1
        return end

    def _behind_point(self, i: int) -> int:
        """Return the offset behind word *i* and the point that belongs to it: 'U.S.', 'Roe Inc.'.

        Abbreviations that are words too have one in a place that shows it: 'Salem, Ore.'.
        """
        end = self.words.end(i)
        if self.words.gaps[i + 1][:1] != ".":  # the quick answer to many
            return end
        t, word = self.tags[i], self.words.words[i]
        if len(word) == 1:
            return end + (self.words.gaps[i] == "." and word.isalpha())
        short = t & ABBREVIATION and word[0].isupper() and (t & _SHORTENED or self.bits[i] & COMMA)
        return end + (bool(short) or self.lowers[i] in _POINTED)

    def _opened(self, floor: int, end: int) -> bool:
        """Whether a bracket that opens from *floor* on is open at *end*."""
        part = self.words.text[floor:end]
        return part.count("(") + part.count("[") > part.count(")") + part.count("]")

    def inked(self, pair: Pair) -> Pair:
        """Return the offsets without the white space and the invisible characters at the ends."""
        text = self.words.text
        start, end = pair
        while start < end and text[start] in _BLANK:
            start += 1
        while start < end and text[end - 1] in _BLANK:
            end -= 1
        return start, end

    def quoted(self, a: int, b: int, part: Pair) -> list[Pair]:
        """Return what of a content part, the words from *a* to before *b*, stands in marks."""
        k = self.mark_at[a]
        first = bisect_left(self.firsts, a) if k < 0 else k
        last = bisect_left(self.firsts, b, first)
        found: list[Pair] = []
        for mark in self.marks[first:last]:
            start, end = self.inked((max(mark.start, part[0]), min(mark.end, part[1])))
            if start < end:
                found.append((start, end))
        return found
