"""Marks: quotation marks paired, across paragraphs where a quote runs on.

Pairing goes by the shape of a mark (blank before and a word behind it: it
opens), by its kind (curly and low marks tell themselves) and by its family:
doubles, guillemets and singles close only their own. Only the outermost pair
counts. Single marks are read last, outside all other pairs, since most of them
are apostrophes: an opening one counts only where a closing one is found.

A mark that is still open at the end of its paragraph runs on where the next
paragraph opens with a mark of its family again; else it is dropped, with the
notice ``unclosed-mark``, and touches nothing outside its paragraph.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from attrs import define, field

from newsdoc.lexicon import Lexicon
from newsdoc.model import Notice, Role, Span
from newsdoc.parser.drafts import Block, Layout
from newsdoc.parser.words import Words

_MARK: Final = re.compile("[“”\"„‟«»]|''|``|['‘‚](?<!\\w['‘‚])(?=\\w)")
_DOUBLES: Final = frozenset(["“", "”", '"', "„", "‟", "''", "``"])
_GUILLEMETS: Final = frozenset("«»")
_OPENERS: Final = frozenset(["“", "„", "‟", "``"])
_STRAIGHT: Final = frozenset(['"', "''"])
_BEFORE_OPEN: Final = frozenset("([{—–-―/>‘'“\"…:")
# What a word with a letter left out begins with: 'til, '90s, rock 'n' roll.
_CLIPPED: Final = re.compile(
    r"['‘](?:\d0s?\b|\d\d\b|(?:til|tis|twas|em|cause|n|bout|cuz|round)\b)", re.IGNORECASE
)
_CLOSING_SINGLE: Final = re.compile(r"(?<=[\w.,!?…;:)—-])['’](?!\w)")
_UNREAD: Final = frozenset({Role.BYLINE, Role.BOILERPLATE, Role.DATELINE})


class Marked(NamedTuple):
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
    pairing = _Pairing(words.text)
    marks = Marks([])
    blocks = [(n, b) for n, b in enumerate(layout.blocks) if b.role not in _UNREAD]
    if not blocks:
        return marks
    found = list(_MARK.finditer(words.text))
    at = 0
    continues = False
    for (number, block), (_, following) in zip(blocks, [*blocks[1:], (0, None)], strict=True):
        while at < len(found) and found[at].start() < block.start:
            at += 1
        here = at
        while at < len(found) and found[at].start() < block.end:
            at += 1
        if here == at:
            continues = False
            continue
        spans, unclosed = pairing.pair(found[here:at], block)
        runs_on = False
        if unclosed is not None:
            if following is not None and pairing.reopens(unclosed, following):
                runs_on = True
                spans.append((unclosed.end(), block.end, unclosed.start(), block.end))
            else:
                span = Span.of(words.text, *unclosed.span())
                marks.notices.append(Notice("unclosed-mark", span))
        spans.sort()
        for k, (start, end, outer, after) in enumerate(spans):
            first, last = words.after(start), words.after(end)
            if first == last:
                continue
            marks.inside.append(
                Marked(
                    start,
                    end,
                    outer,
                    after,
                    first,
                    last,
                    number,
                    runs_on and k == len(spans) - 1,
                    continues and k == 0,
                )
            )
        continues = runs_on
    return marks


Pairs = list[tuple[int, int, int, int]]


class _Pairing:
    """Pairs the marks of one paragraph at a time."""

    def __init__(self, text: str) -> None:
        self.text = text

    def reopens(self, unclosed: re.Match[str], block: Block) -> bool:
        """Whether the paragraph opens with a mark of the family of *unclosed*."""
        found = _MARK.match(self.text, block.start)
        if found is None:
            return False
        return _family(found[0]) == _family(unclosed[0])

    def pair(self, found: list[re.Match[str]], block: Block) -> tuple[Pairs, re.Match[str] | None]:
        """Return the pairs in a paragraph, and the mark left open at its end."""
        spans: Pairs = []
        opened: re.Match[str] | None = None
        depth = 0
        busy = -1  # up to where a single pair has swallowed what it holds
        for k, mark in enumerate(found):
            if mark.start() < busy:
                continue
            family = _family(mark[0])
            if family == "single":
                if opened is None and (end := self._close_single(mark, found, k, block)):
                    spans.append((mark.end(), end, mark.start(), end + 1))
                    busy = end + 1
                continue
            if opened is not None and _family(opened[0]) != family:
                continue
            opens = self._opens(mark, block, opened is not None)
            if opened is not None and not opens and self._is_inches(mark, found, k, block):
                continue
            if opens and opened is not None:
                if self._balance(found, k, block) > 0:
                    depth += 1
                else:
                    opened, depth = mark, 0
            elif opens:
                opened, depth = mark, 0
            elif opened is not None and depth:
                depth -= 1
            elif opened is not None:
                spans.append((opened.end(), mark.start(), opened.start(), mark.end()))
                opened = None
        return spans, opened

    def _opens(self, mark: re.Match[str], block: Block, inside: bool) -> bool:
        """Whether a mark opens, by its shape, else by its kind."""
        text = self.text
        before = text[mark.start() - 1] if mark.start() > block.start else " "
        after = text[mark.end()] if mark.end() < block.end else " "
        left = (before.isspace() or before in _BEFORE_OPEN) and not after.isspace()
        right = not before.isspace() and not after.isalnum()
        if left != right:
            return left
        if mark[0] in _STRAIGHT or mark[0] in _GUILLEMETS:
            return not inside
        return mark[0] in _OPENERS

    def _balance(self, found: list[re.Match[str]], k: int, block: Block) -> int:
        """How many more marks close than open, from mark *k* to the end of the paragraph."""
        balance = 0
        for mark in found[k : k + 40]:
            if _family(mark[0]) == _family(found[k][0]):
                balance += -1 if self._opens(mark, block, True) else 1
        return balance

    def _is_inches(
        self, mark: re.Match[str], found: list[re.Match[str]], k: int, block: Block
    ) -> bool:
        """Whether a closing straight mark measures inches: 6'2", 12" pipes."""
        if mark[0] not in _STRAIGHT or not self.text[mark.start() - 1].isdigit():
            return False
        if re.search(r"\d['’] ?\d{1,2}$", self.text[max(0, mark.start() - 6) : mark.start()]):
            return True
        following = next((m for m in found[k + 1 :] if m[0] == mark[0]), None)
        return following is not None and not self._opens(following, block, True)

    def _close_single(
        self, mark: re.Match[str], found: list[re.Match[str]], k: int, block: Block
    ) -> int | None:
        """Return where the single mark that opens at *mark* closes, or None."""
        text = self.text
        if _CLIPPED.match(text, mark.start()):
            return None
        limit = block.end
        for following in found[k + 1 :]:
            if _family(following[0]) == "single" and not _CLIPPED.match(text, following.start()):
                limit = following.start()
                break
        weak = None
        for close in _CLOSING_SINGLE.finditer(text, mark.end(), limit):
            before, after = text[close.start() - 1], text[close.end() : close.end() + 2]
            if before == "s" and len(after) == 2 and after[0] == " " and after[1].isalpha():
                weak = close.start()  # may be the apostrophe of 'the Joneses' house'
                continue
            return close.start()
        return weak


def _family(mark: str) -> str:
    if mark in _DOUBLES:
        return "double"
    return "guillemet" if mark in _GUILLEMETS else "single"
