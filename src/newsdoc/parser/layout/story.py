"""What is known of the lines of a text, for the steps that find the story and give roles."""

from __future__ import annotations

from typing import Final

from attrs import define, field

from newsdoc.model import Dateline, Role
from newsdoc.parser.layout.datelines import read_dateline
from newsdoc.parser.layout.lines import Line
from newsdoc.parser.layout.shapes import Eye, Shape

REPEATED: Final = 4  # words of the shortest line that says something by being repeated
_PIECE: Final = 5  # words of the longest short line that is no piece of a broken sentence


@define(eq=False)
class Story:
    """The lines of a text with their shapes and roles.

    Attributes:
        eye: what sees the lines.
        lines: the lines in order.
        sizes: how many words each has.
        shapes: the shape of each.
        roles: the role of each; None until it is given one.
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
        self._mend()
        self.roles = [None] * len(self.lines)

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

    def dateline(self, i: int) -> Dateline | None:
        """Return the dateline that line *i* opens with, or None."""
        if i not in self._datelines:
            line, eye = self.lines[i], self.eye
            self._datelines[i] = read_dateline(eye.text, line.start, line.end, eye.lexicon)
        return self._datelines[i]

    def asks(self, i: int) -> bool:
        """Whether line *i* is a question of its own, not one that is quoted."""
        return self.shapes[i] == "call" and self.eye.asks(self.lines[i]) and self.isolated(i)

    def asked(self) -> bool:
        """Whether questions head the answers.

        One is asked of the reader, and so is one that opens the story.
        """
        calls = [i for i in range(self.start + 1, self.end) if self.shapes[i] == "call"]
        return sum([self.asks(i) for i in calls]) > 1

    def isolated(self, i: int) -> bool:
        """Whether empty lines stand on both sides of line *i*, where the text has such at all."""
        after = i + 1 >= len(self.lines) or self.lines[i + 1].apart
        return not self.airy or (self.lines[i].apart and after)
