"""Marks: quotation marks paired, across paragraphs where a quote runs on.

Pairing goes by the shape of a mark (blank before and a word behind it: it
opens), by its kind (curly and low marks tell themselves) and by its family:
doubles, guillemets and singles close only their own. Only the outermost pair
counts. A single mark is an apostrophe unless it stands before a word, outside
all other pairs, and one that closes it is found before the next that opens.

A mark that is still open at the end of its paragraph runs on where the next
paragraph opens with a mark of its family again, and so it does where a sentence
ends and the mark stands again because two paragraphs were joined. Else nobody has closed it: it
touches nothing outside its paragraph, and there is the notice ``unclosed-mark``.
Where it stands as speech begins, at the start or behind punctuation, it holds the
rest of its paragraph, up to where somebody is said to have said it; amid a sentence
it is dropped.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from attrs import define, field

from newsdoc.lexicon.tags import WEEKDAY
from newsdoc.model import Notice, Role, Span
from newsdoc.parser.drafts import Block, Layout
from newsdoc.parser.words import Words

# The set in front lets the scan skip over words; what follows says which of its
# characters are marks: doubles, doubled singles, and singles before a word.
_MARK: Final = re.compile(
    "[“”\"„‟«»'`‘‚](?:(?<=[“”\"„‟«»])|(?<=')'|(?<=`)`|(?<=['‘‚])(?<!\\w['‘‚])(?=\\w))"
)
_FAMILY: Final = {
    **dict.fromkeys(["“", "”", '"', "„", "‟", "''", "``"], "double"),
    **dict.fromkeys("«»", "guillemet"),
    **dict.fromkeys("'‘‚", "single"),
}
_OPENERS: Final = frozenset(["“", "„", "‟", "``"])
_EITHER: Final = frozenset(['"', "''", "«", "»"])  # the kind does not tell: the state does
_DOUBLED: Final = frozenset(["''", "``"])
_STRAIGHT: Final = frozenset(['"', "''"])
_BEFORE_OPEN: Final = frozenset("([{—–-―/>‘'“\"…:")
_SPACED: Final = frozenset("«»")  # with blanks between them and the words, in French
_BEHIND_CLOSE: Final = frozenset(".,;:?!)")
_BEFORE_SPEECH: Final = frozenset(',:.?!…—–”"')
_ENDS_SENTENCE: Final = frozenset(".?!…")
# Words that have lost their beginning: 'til, the '90s, rock 'n' roll.
_CLIPPED: Final = re.compile(
    r"['‘](?:\d0s?\b|\d\d\b|(?:til|tis|twas|em|cause|n|bout|cuz|round)\b)", re.IGNORECASE
)
_AND: Final = frozenset({"'n", "’n"})  # before a mark: rock 'n' roll
_CLOSING_SINGLE: Final = re.compile(r"['’](?!\w)(?<=[\w.,!?…;:)—”\"-]['’])")
_FEET: Final = re.compile(r"\d['’] ?\d{1,2}$")
_FAR: Final = 40  # marks: so many are looked at ahead, at most
_NAME: Final = 5  # words: no name with its titles is longer
_SAID: Final = frozenset({"added", "explained", "recalled", "said", "says"})
_PRONOUNS: Final = frozenset({"he", "she"})
_UNREAD: Final = frozenset({Role.BYLINE, Role.BOILERPLATE, Role.DATELINE})


# The offsets between two marks (from, to), and those around them.
Spot = tuple[int, int, int, int]


@define(eq=False)
class Marked:
    """A marked span, or the part of one that stands in one paragraph.

    Attributes:
        start: offset behind its opening mark.
        end: offset behind its words (the end of the paragraph where it runs on).
        outer: offset of the opening mark.
        after: offset behind the closing mark.
        first: its first word.
        last: the word behind its last.
        block: the number of its paragraph.
        runs_on: whether the next paragraph re-opens it.
        continues: whether it re-opens that of the paragraph before.
    """

    start: int
    end: int
    outer: int
    after: int
    first: int
    last: int
    block: int
    runs_on: bool
    continues: bool


@define(eq=False)
class Marks:
    """What the marks stage reads: what stands inside each outermost pair, in order.

    Attributes:
        inside: the marked spans.
        notices: marks that nothing closes.
    """

    inside: list[Marked]
    notices: list[Notice] = field(factory=list)


def pair_marks(words: Words, layout: Layout) -> Marks:
    """Return the marked spans of the text."""
    text = words.text
    marks = Marks([])
    starts = [mark.start() for mark in _MARK.finditer(text)]
    found = array("q", [*starts, len(text)])  # behind them one that no paragraph holds
    blocks = [(n, b) for n, b in enumerate(layout.blocks) if b.role not in _UNREAD]
    at = 0
    continues = False
    for k, (number, block) in enumerate(blocks):
        while found[at] < block.start:
            at += 1
        here = at
        while found[at] < block.end:
            at += 1
        if here == at:
            continues = False
            continue
        following = blocks[k + 1][1] if k + 1 < len(blocks) else None
        pairs = _Pairs(text, block, found[here:at], following)
        for spot in pairs.read():
            _, end, _, after = spot
            runs_on = end == after  # its closing mark is the one that re-opens it
            _add(marks, words, spot, number, runs_on=runs_on, continues=continues)
            continues = runs_on
        opened = pairs.opened
        if opened is None:
            continues = False
            continue
        behind = opened + len(_mark(text, opened))
        spot = (behind, block.end, opened, block.end)
        if following is not None and _opens(text, following, opened):
            _add(marks, words, spot, number, runs_on=True, continues=continues)
            continues = True
            continue
        if _begins_speech(text, block, opened):
            end = _told_at(words, behind, block)
            _add(marks, words, (behind, end, opened, end), number, continues=continues)
        marks.notices.append(Notice("unclosed-mark", Span.of(text, opened, behind)))
        continues = False
    return marks


def _begins_speech(text: str, block: Block, start: int) -> bool:
    """Whether a mark opens its paragraph, or what stands behind punctuation and a blank."""
    before = text[max(block.start, start - 2) : start]
    return not before or (before[-1].isspace() and before[0] in _BEFORE_SPEECH)


def _told_at(words: Words, start: int, block: Block) -> int:
    """Return where speech ends that nothing closes: its paragraph does, or an attribution follows.

    A name speaks there, or a pronoun: '"It is late, said Roe.', '"It is late, she said.'.
    """
    lowers, gaps = words.lowers, words.gaps
    for j in range(words.after(start) + 1, block.last - 1):
        if gaps[j] != ", ":
            continue
        name = end = j + (lowers[j] in _SAID)
        while end < min(block.last, name + _NAME) and words.words[end][0].isupper():
            end += 1
        told = name > j or _closes(words, end, block.last)
        if end == j and lowers[j] in _PRONOUNS:
            end += 1
            told = lowers[end] in _SAID and words.gaps[end + 1][:1] == "."
        if told and end > name and lowers[name] != "i":
            return words.starts[j] - 1
    return block.end


def _closes(words: Words, j: int, last: int) -> bool:
    """Whether a verb of saying at *j* closes a clause: ', Roe said.', not ', Roe said that'."""
    if j >= last or words.lowers[j] not in _SAID:
        return False
    return j + 1 == last or words.gaps[j + 1][0] in ".," or words.tags[j + 1] & WEEKDAY > 0


def _add(
    marks: Marks,
    words: Words,
    spot: Spot,
    block: int,
    *,
    runs_on: bool = False,
    continues: bool = False,
) -> None:
    """Add a marked span, unless no word stands in it."""
    first = bisect_left(words.starts, spot[0])
    last = bisect_left(words.starts, spot[1], first)
    if first < last:
        marks.inside.append(Marked(*spot, first, last, block, runs_on, continues))


def _mark(text: str, start: int) -> str:
    """Return the mark that starts at an offset."""
    double = text[start : start + 2]
    return double if double in _DOUBLED else text[start]


def _opens(text: str, block: Block, start: int) -> bool:
    """Whether the paragraph opens with a mark of the family of that at *start*."""
    found = _MARK.match(text, block.start)
    return found is not None and _FAMILY[found[0]] == _FAMILY[_mark(text, start)]


class _Pairs:
    """The outermost pairs of one paragraph; a mark goes by the offset at which it starts.

    Attributes:
        opened: the mark that is open: where all are read, the one that nothing closes, or None.
    """

    def __init__(self, text: str, block: Block, found: array[int], following: Block | None) -> None:
        self.text = text
        self.block = block
        self.found = found
        self.following = following
        self.opened: int | None = None
        self.depth = 0

    def read(self) -> Iterator[Spot]:
        """Yield each pair."""
        busy = -1  # up to where a pair of singles holds all
        for k, start in enumerate(self.found):
            if start < busy:
                continue
            mark = _mark(self.text, start)
            if _FAMILY[mark] != "single":
                spot = self._read(k, mark)
                if spot:
                    yield spot
            elif self.opened is None and (end := self._close_single(k)):
                yield start + 1, end, start, end + 1
                busy = end + 1
            elif self.opened is None and (self._runs_on(start) or self._is_left_open(start)):
                self.opened = start
                return

    def _runs_on(self, start: int) -> bool:
        """Whether a single mark without its pair holds a paragraph that the next goes on with."""
        if _CLIPPED.match(self.text, start) or not _begins_speech(self.text, self.block, start):
            return False
        return self.following is not None and _opens(self.text, self.following, start)

    def _is_left_open(self, start: int) -> bool:
        """Whether a single mark without its pair opens speech: 'Roe said: ‘It is late.'."""
        told = self.text[start - 2 : start] == ": " and self.text[start] == "‘"
        return told and not _CLIPPED.match(self.text, start)

    def _read(self, k: int, mark: str) -> Spot | None:
        """Read a double mark or a guillemet; return the pair that it closes."""
        text, opened, start = self.text, self.opened, self.found[k]
        if opened is not None and _FAMILY[_mark(text, opened)] != _FAMILY[mark]:
            return None
        if self._is_opening(start, mark, inside=opened is not None):
            if opened is not None and self._balance(k, mark) > 0:
                self.depth += 1
                return None
            self.opened, self.depth = start, 0
            if opened is not None and (end := self._end_before(start, opened)):
                return opened + len(_mark(text, opened)), end, opened, end
        elif opened is None or self._is_inches(k, mark):
            return None
        elif self.depth:
            self.depth -= 1
        else:
            self.opened = None
            behind, end = opened + len(_mark(text, opened)), start
            while end > behind and text[end - 1].isspace():
                end -= 1
            return behind, end, opened, start + len(mark)
        return None

    def _end_before(self, start: int, opened: int) -> int | None:
        """Return where speech that the mark *opened* opens ends if that at *start* re-opens it.

        So it does where two paragraphs have become one: '"We won. "It was close."'.
        """
        text = self.text
        end = opened + len(text[opened:start].rstrip())
        ends = text[end - 1] in _ENDS_SENTENCE and _begins_speech(text, self.block, opened)
        return end if ends else None

    def _is_opening(self, start: int, mark: str, *, inside: bool) -> bool:
        """Whether a mark opens, by its shape, else by its kind."""
        text, end = self.text, start + len(mark)
        before = text[start - 1] if start > self.block.start else " "
        after = text[end] if end < self.block.end else " "
        left = (before.isspace() or before in _BEFORE_OPEN) and not after.isspace()
        if mark in _SPACED and after in _BEHIND_CLOSE:
            left = False  # '« We won », said'
        right = not before.isspace() and not after.isalnum()
        if left != right:
            return left
        return not inside if mark in _EITHER else mark in _OPENERS

    def _balance(self, k: int, mark: str) -> int:
        """How many more marks of a family close than open, from mark *k* on."""
        balance = 0
        for start in self.found[k : k + _FAR]:
            other = _mark(self.text, start)
            if _FAMILY[other] == _FAMILY[mark]:
                balance += -1 if self._is_opening(start, other, inside=True) else 1
        return balance

    def _is_inches(self, k: int, mark: str) -> bool:
        """Whether a closing straight mark measures inches: 6'2", 12" pipes."""
        text, start = self.text, self.found[k]
        if mark not in _STRAIGHT or not text[start - 1].isdigit():
            return False
        if _FEET.search(text[max(0, start - 6) : start]):
            return True
        for following in self.found[k + 1 : k + _FAR]:
            if _mark(text, following) == mark:
                return not self._is_opening(following, mark, inside=True)
        return False

    def _close_single(self, k: int) -> int | None:
        """Return where the single mark *k*, which opens, closes, or None."""
        text, start = self.text, self.found[k]
        opens = start == self.block.start or text[start - 2 : start] == ": "
        if _CLIPPED.match(text, start) and not (opens and text[start + 1].isdigit()):
            return None  # but '70 people left,' she said
        limit = self.block.end
        for following in self.found[k + 1 : k + _FAR]:
            single = _FAMILY[_mark(text, following)] == "single"
            if single and not _CLIPPED.match(text, following):
                limit = following
                break
        owner = None
        for close in _CLOSING_SINGLE.finditer(text, start + 1, limit):
            at = close.start()
            if text[at - 2 : at].lower() in _AND:
                continue
            if (
                text[at - 1] != "s"
                or not text[at + 1 : at + 2].isspace()
                or not text[at + 2 : at + 3].isalpha()
            ):
                return at
            owner = at  # it may be the apostrophe of 'the Joneses' house'
        return None if owner and self._runs_on(start) else owner
