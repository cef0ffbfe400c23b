"""What is known of the lines of a text, for the steps that find the story and give roles."""

from __future__ import annotations

import re
from typing import Final

from attrs import define, field

from newsdoc.model import Dateline, Role
from newsdoc.parser.layout.datelines import read_dateline
from newsdoc.parser.layout.lines import BULLET, Line
from newsdoc.parser.layout.shapes import DIGIT, OPENING, Eye, Shape

REPEATED: Final = 4  # words of the shortest line that says something by being repeated
_LINKS: Final = 12  # lines from a label at which it has no say any more
_PIECE: Final = 5  # words of the longest short line that is no piece of a broken sentence
_LETTER: Final = re.compile(r".*?[^\W\d_]")
# What a caption may look like on its own.
_CAPTIONS: Final = frozenset({"short", "call", "prose"})
# What a post may look like on its own.
_POSTS: Final = frozenset({"short", "call", "item", "junk", "credit", "prose"})


@define(eq=False)
class Story:
    """The lines of a text with their shapes and roles.

    Attributes:
        eye: what sees the lines.
        lines: the lines in order.
        sizes: how many words each has.
        shapes: the shape of each.
        roles: the role of each; None until it is given one.
        posts: the numbers of those that somebody posted, and of the page's lines around them.
        start: number of the story's first line.
        end: number behind its last one.
        headline: number of the headline, or None.
        airy: whether empty lines stand between paragraphs.
        bare: whether there is no prose at all.
    """

    eye: Eye
    lines: list[Line]
    sizes: list[int] = field(init=False)
    shapes: list[Shape] = field(init=False)
    roles: list[Role | None] = field(init=False)
    posts: set[int] = field(init=False, factory=set)
    start: int = 0
    end: int = 0
    headline: int | None = None
    airy: bool = False
    bare: bool = False
    _datelines: dict[int, Dateline | None] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        shape = self.eye.shape
        self.sizes = [line.last - line.first for line in self.lines]
        self.shapes = [shape(line) for line in self.lines]
        if "(@" in self.eye.text:
            self._mend_posts()
        self._mend()
        self._mend_captions()
        self._mend_lists()
        self.roles = [None] * len(self.lines)

    def _mend_posts(self) -> None:
        """Take what somebody posted for prose, and the line that says who did for the page's.

        'We won! pic.twitter.com/a1', '— Ann Roe (@annroe) May 4, 2024'.
        """
        for i, line in enumerate(self.lines):
            posted = self.eye.posted(line)
            if posted is None:
                if self.shapes[i] == "junk" and "(@" in self.text(i):
                    self.posts.add(i)  # 'A post shared by Ann Roe (@annroe)'
                continue
            alone = posted == line.start
            self.shapes[i] = "junk" if alone else "prose"
            self.posts.add(i)
            if alone and i > 0 and self.shapes[i - 1] in _POSTS:
                self._mend_post(i - 1)

    def _mend_post(self, i: int) -> None:
        """Take line *i*, which somebody posted, for prose, if it is more than an address."""
        told = self.text(i).partition("http")[0].partition("pic.twitter")[0]
        self.shapes[i] = "prose" if _LETTER.match(told) else "junk"
        self.posts.add(i)

    def _mend(self) -> None:
        """Take the pieces of a broken sentence for prose: what goes on in small letters."""
        text, lines, shapes = self.eye.text, self.lines, self.shapes
        for i, line in enumerate(lines):
            if not text[line.start].islower() or self.sizes[i] == 1:
                continue
            if shapes[i] == "short" and self.sizes[i] > _PIECE:
                shapes[i] = "prose"
            sentence = shapes[i] == "prose" or shapes[i] == "short"
            if sentence and i > 1 and shapes[i - 1] == "short" and self.sizes[i - 1] > _PIECE:
                shapes[i - 1] = "prose"

    def _mend_captions(self) -> None:
        """Take the line behind a lone 'Image caption,' for the caption."""
        labels = [i for i, shape in enumerate(self.shapes[:-1]) if shape == "credit"]
        for i in labels:
            if self.text(i).endswith(" caption,") and self.shapes[i + 1] in _CAPTIONS:
                self.shapes[i + 1] = "credit"

    def _mend_lists(self) -> None:
        """Take the short lines behind a sentence that introduces them for the items of a list.

        'Here is how it did:', then 'Revenue: $4.1 billion'; and without figures where at
        least two stand between the sentence and another paragraph.
        """
        shapes, lines = self.shapes, self.lines
        text = self.eye.text
        heads = [i for i, line in enumerate(lines) if ":" in text[line.end - 2 : line.end]]
        for i in [i for i in heads if shapes[i] == "prose" and self.eye.stops(lines[i]) == ":"]:
            j = i + 1
            while j < len(lines) and self._may_be_listed(j):
                if j > i + 2 and lines[j].apart != lines[i + 2].apart:
                    break
                j += 1
            if j == len(lines) or shapes[j] != "prose" or j < i + 3:
                behind = range(i + 1, j)
                j = next((k for k in behind if not DIGIT.search(self.text(k))), j)
            shapes[i + 1 : j] = ["item"] * (j - i - 1)

    def _may_be_listed(self, i: int) -> bool:
        """Whether line *i* is a short one that is neither said by anybody nor a label."""
        said = self.eye.text[self.lines[i].start] in OPENING
        return self.shapes[i] == "short" and not said and not self.eye.labelled(self.lines[i])

    def text(self, i: int) -> str:
        """Return line *i* as printed."""
        return self.eye.text[self.lines[i].start : self.lines[i].end]

    def words(self, i: int) -> list[str]:
        """Return the words of line *i* in small letters."""
        return self.eye.words.lowers[self.lines[i].first : self.lines[i].last]

    def same(self, i: int, j: int) -> bool:
        """Whether two lines have the same words."""
        return self.sizes[i] == self.sizes[j] > 0 and self.begins(i, j)

    def begins(self, i: int, j: int) -> bool:
        """Whether line *i* begins with the words of line *j*."""
        lowers, one, two = self.eye.words.lowers, self.lines[i].first, self.lines[j].first
        if lowers[one] != lowers[two]:
            return False
        size = self.sizes[j]
        return lowers[one : one + size] == lowers[two : two + size]

    def ends(self, i: int, j: int) -> bool:
        """Whether line *i* ends with the words of line *j*."""
        return self.words(i)[-self.sizes[j] :] == self.words(j)

    def dateline(self, i: int) -> Dateline | None:
        """Return the dateline that line *i* opens with, or None."""
        if i not in self._datelines:
            line, eye = self.lines[i], self.eye
            self._datelines[i] = read_dateline(eye.text, line.start, line.end, eye.lexicon)
        return self._datelines[i]

    def linked(self, i: int) -> bool:
        """Whether nothing but short lines stands between line *i* and a label above it."""
        above = range(i - 1, max(-1, i - _LINKS), -1)
        other = next((j for j in above if self.shapes[j] != "short"), None)
        return other is not None and self.shapes[other] == "label"

    def asks(self, i: int) -> bool:
        """Whether line *i* is a question of its own, not one that is quoted."""
        return self.shapes[i] == "call" and self.eye.asks(self.lines[i]) and self.isolated(i)

    def asked(self) -> bool:
        """Whether questions head the answers.

        One is asked of the reader, and so is one that opens the story.
        """
        calls = [i for i in range(self.start + 1, self.end) if self.shapes[i] == "call"]
        return sum([self.asks(i) for i in calls]) > 1

    def itemized(self, i: int) -> bool:
        """Whether line *i* and one beside it open with the same kind of bullet or number."""
        kind = self._bullet(i)
        return bool(kind) and kind in {self._bullet(i - 1), self._bullet(i + 1)}

    def _bullet(self, i: int) -> str:
        """Return the bullet that line *i* opens with, 0 for any number, or ''."""
        if not 0 <= i < len(self.lines) or self.eye.text[self.lines[i].start].isalpha():
            return ""
        found = BULLET.match(self.text(i))
        return "0" if found and found[0][0].isdigit() else found[0][0] if found else ""

    def isolated(self, i: int) -> bool:
        """Whether empty lines stand on both sides of line *i*, where the text has such at all."""
        after = i + 1 >= len(self.lines) or self.lines[i + 1].apart
        return not self.airy or (self.lines[i].apart and after)
