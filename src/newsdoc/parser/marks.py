"""Marks: quotation marks paired, across paragraphs where a quote runs on.

Pairing goes by the shape of a mark (blank before and a word behind it: it
opens), by its kind (curly and low marks tell themselves) and by its family:
doubles, guillemets and singles close only their own. Only the outermost pair
counts. A single mark is an apostrophe unless it stands before a word, outside
all other pairs, and one that closes it is found before the next that opens.

A mark that is still open at the end of its paragraph runs on where the next
paragraph opens with a mark of its family again; else it is dropped, with the
notice ``unclosed-mark``, and touches nothing outside its paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from attrs import define, field

from newsdoc.lexicon import Lexicon
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
_STRAIGHT: Final = frozenset(['"', "''"])
_BEFORE_OPEN: Final = frozenset("([{—–-―/>‘'“\"…:")
# Words that have lost their beginning: 'til, the '90s, rock 'n' roll.
_CLIPPED: Final = re.compile(
    r"['‘](?:\d0s?\b|\d\d\b|(?:til|tis|twas|em|cause|n|bout|cuz|round)\b)", re.IGNORECASE
)
_CLOSING_SINGLE: Final = re.compile(r"['’](?!\w)(?<=[\w.,!?…;:)—-]['’])")
_FEET: Final = re.compile(r"\d['’] ?\d{1,2}$")
_FAR: Final = 40  # marks: so many are looked at ahead, at most
_UNREAD: Final = frozenset({Role.BYLINE, Role.BOILERPLATE, Role.DATELINE})


@define(eq=False)
class Marked:
    """A marked span, or the part of one that stands in one paragraph.

    Attributes:
        start: offset behind its opening mark.
        end: offset of its closing mark (the end of the paragraph where it runs on).
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


def pair_marks(words: Words, lexicon: Lexicon, layout: Layout) -> Marks:
    """Return the marked spans of the text."""
    del lexicon
    text, starts = words.text, words.starts
    marks = Marks([])
    found = list(_MARK.finditer(text))
    blocks = [(n, b) for n, b in enumerate(layout.blocks) if b.role not in _UNREAD]
    at = 0
    continues = False
    for k, (number, block) in enumerate(blocks):
        while at < len(found) and found[at].start() < block.start:
            at += 1
        here = at
        while at < len(found) and found[at].start() < block.end:
            at += 1
        if here == at:
            continues = False
            continue
        pairs = _Pairs(text, block, found[here:at])
        opened = pairs.opened
        runs_on = (
            opened is not None and k + 1 < len(blocks) and _opens(text, blocks[k + 1][1], opened)
        )
        if opened is not None and runs_on:
            pairs.spans.append((opened.end(), block.end, opened.start(), block.end))
        elif opened is not None:
            marks.notices.append(Notice("unclosed-mark", Span.of(text, *opened.span())))
        for n, (start, end, outer, after) in enumerate(pairs.spans):
            first = bisect_left(starts, start)
            last = bisect_left(starts, end, first)
            if first < last:
                more = runs_on and n == len(pairs.spans) - 1
                reopens = continues and n == 0
                spot = (start, end, outer, after, first, last, number)
                marks.inside.append(Marked(*spot, more, reopens))
        continues = runs_on
    return marks


def _opens(text: str, block: Block, mark: re.Match[str]) -> bool:
    """Whether the paragraph opens with a mark of the family of *mark*."""
    found = _MARK.match(text, block.start)
    return found is not None and _FAMILY[found[0]] == _FAMILY[mark[0]]


class _Pairs:
    """The outermost pairs of one paragraph.

    Attributes:
        spans: for each, the offsets between its marks and around them.
        opened: the mark that is still open at the end, or None.
    """

    def __init__(self, text: str, block: Block, found: list[re.Match[str]]) -> None:
        self.text = text
        self.block = block
        self.found = found
        self.spans: list[tuple[int, int, int, int]] = []
        self.opened: re.Match[str] | None = None
        self.depth = 0
        busy = -1  # up to where a pair of singles holds all
        for k, mark in enumerate(found):
            if mark.start() < busy:
                continue
            if _FAMILY[mark[0]] != "single":
                self._read(k, mark)
            elif self.opened is None and (end := self._close_single(k, mark)):
                self.spans.append((mark.end(), end, mark.start(), end + 1))
                busy = end + 1

    def _read(self, k: int, mark: re.Match[str]) -> None:
        """Read a double mark or a guillemet."""
        opened = self.opened
        if opened is not None and _FAMILY[opened[0]] != _FAMILY[mark[0]]:
            return
        if self._is_opening(mark, inside=opened is not None):
            if opened is not None and self._balance(k) > 0:
                self.depth += 1
            else:
                self.opened, self.depth = mark, 0
        elif opened is None or self._is_inches(k, mark):
            return
        elif self.depth:
            self.depth -= 1
        else:
            self.spans.append((opened.end(), mark.start(), opened.start(), mark.end()))
            self.opened = None

    def _is_opening(self, mark: re.Match[str], *, inside: bool) -> bool:
        """Whether a mark opens, by its shape, else by its kind."""
        text, start, end = self.text, mark.start(), mark.end()
        before = text[start - 1] if start > self.block.start else " "
        after = text[end] if end < self.block.end else " "
        left = (before.isspace() or before in _BEFORE_OPEN) and not after.isspace()
        right = not before.isspace() and not after.isalnum()
        if left != right:
            return left
        return not inside if mark[0] in _EITHER else mark[0] in _OPENERS

    def _balance(self, k: int) -> int:
        """How many more marks close than open, from mark *k* on."""
        family = _FAMILY[self.found[k][0]]
        balance = 0
        for mark in self.found[k : k + _FAR]:
            if _FAMILY[mark[0]] == family:
                balance += -1 if self._is_opening(mark, inside=True) else 1
        return balance

    def _is_inches(self, k: int, mark: re.Match[str]) -> bool:
        """Whether a closing straight mark measures inches: 6'2", 12" pipes."""
        start = mark.start()
        if mark[0] not in _STRAIGHT or not self.text[start - 1].isdigit():
            return False
        if _FEET.search(self.text[max(0, start - 6) : start]):
            return True
        ahead = self.found[k + 1 : k + _FAR]
        following = next((m for m in ahead if m[0] == mark[0]), None)
        return following is not None and not self._is_opening(following, inside=True)

    def _close_single(self, k: int, mark: re.Match[str]) -> int | None:
        """Return where the single mark that opens at *mark* closes, or None."""
        text = self.text
        if _CLIPPED.match(text, mark.start()):
            return None
        limit = self.block.end
        for following in self.found[k + 1 : k + _FAR]:
            if _FAMILY[following[0]] == "single" and not _CLIPPED.match(text, following.start()):
                limit = following.start()
                break
        owner = None
        for close in _CLOSING_SINGLE.finditer(text, mark.end(), limit):
            at = close.start()
            if (
                text[at - 1] != "s"
                or text[at + 1 : at + 2] != " "
                or not text[at + 2 : at + 3].isalpha()
            ):
                return at
            owner = at  # it may be the apostrophe of 'the Joneses' house'
        return owner
