"""Shapes: what a line looks like on its own, before its place in the text is weighed."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import Final

from newsdoc.lexicon.layout import LayoutWords
from newsdoc.parser.layout.byline import (
    inner_byline,
    opens_byline,
    read_signers,
)
from newsdoc.parser.layout.lines import BULLET, Line
from newsdoc.parser.words import Words


class Shape(Enum):
    """What a line looks like on its own."""

    PROSE = auto()  # sentences
    SHORT = auto()  # a few words without an end: a title, a name, a label
    ITEM = auto()  # opens with a bullet or a number
    BYLINE = auto()
    DATE = auto()
    CREDIT = auto()  # whose picture it is, alone or behind a caption
    LABEL = auto()  # 'Read more': links to other stories follow
    JUNK = auto()  # a phrase of the page, not of the story
    MARK = auto()  # no word at all


_STOPS: Final = ".!?…"
_CLOSERS: Final = "\"'”’»)]*"
_LONG: Final = 22  # words of a line that is prose even without a full stop
_SURE: Final = 20  # words of a line with a full stop that is taken for prose at a glance
_PHRASE: Final = 8  # words of the longest phrase that is a whole line of the page
_NOTICE: Final = 70  # words of the longest line that an opening phrase can mark as the page's
_DATE_WORDS: Final = 9  # words beside the date in a line that is about the date
_CREDIT: Final = re.compile(
    r"[(\[]\s?(?:\w{2,4} )?(?:photo|image|picture|pic|source|credit|file|photograph|courtesy|"
    r"screengrab|screenshot|supplied|illustration|stock)\w*\b[^()\[\]]{0,120}[)\]]?\W{0,3}$"
    r"|[(\[][^()\[\]]{0,60}(?:/|\bvia\b|\bAP\b|\bPress\b|\bReuters\b)[^()\[\]]{0,60}[)\]]\W{0,2}$"
    r"|(?:photos?|images?|pictures?|photographs?|illustration|credits?|source)(?: credits?)?"
    r"(?: by |: ?|\.\.\. ?|/)[^.]{0,80}$",
    re.IGNORECASE,
)
_CREDIT_OPEN: Final = re.compile(
    r"(?:photos?|images?|pictures?|file (?:photo|image)|photographs?|illustration|credits?|"
    r"(?:image|photo) credits?|above|below|left|right|pictured)\s*(?::|by\b)|\d+ of \d+\s*\||"
    r"\[\d+/\d+\]|©|\(c\) |REUTERS/|FILE\b",
    re.IGNORECASE,
)
_TAIL: Final = 90  # characters at the end of a line in which its credit stands


class Eye:
    """Sees the shape of lines."""

    def __init__(self, words: Words, lexicon: LayoutWords) -> None:
        self.words = words
        self.lexicon = lexicon
        self.text = words.text

    def shape(self, line: Line) -> Shape:
        """Return the shape of a line."""
        size = line.last - line.first
        if size == 0:
            return Shape.MARK
        if self._is_page(line, size):
            phrase = self.phrase(line) if size <= _PHRASE else ""
            is_label = "label" in self.lexicon.boilerplate.get(phrase, ())
            return Shape.LABEL if is_label else Shape.JUNK
        stop = self.stops(line)
        if size >= _SURE and stop:
            return Shape.CREDIT if self._is_credit(line, stop) else Shape.PROSE
        return self._shape_of_short(line, size, stop)

    def _shape_of_short(self, line: Line, size: int, stop: str) -> Shape:
        """Return the shape of a line that is no long sentence."""
        if size <= _LONG and self._is_byline(line):
            return Shape.BYLINE
        if size <= 2 * _LONG and self._is_date(line, size):
            return Shape.DATE
        if self._is_credit(line, stop):
            return Shape.CREDIT
        if BULLET.match(self.text, line.start, line.end):
            return Shape.ITEM
        if (stop and size > 1) or size >= _LONG:
            return Shape.PROSE
        return Shape.SHORT

    def stops(self, line: Line) -> str:
        """Return the mark that ends the sentence at the end of the line, or ''."""
        text, i = self.text, line.end - 1
        while i > line.start and text[i] in _CLOSERS:
            i -= 1
        return text[i] if text[i] in _STOPS else ""

    def phrase(self, line: Line) -> str:
        """Return the words of a line, each figure as 0."""
        lowers = self.words.lowers[line.first : line.last]
        return " ".join(["0" if word.isdigit() else word for word in lowers])

    def _is_page(self, line: Line, size: int) -> bool:
        """Whether the line is a phrase of the page, or begins with one."""
        if size <= _PHRASE and self.phrase(line) in self.lexicon.boilerplate:
            kinds = self.lexicon.boilerplate[self.phrase(line)]
            if kinds & {"line", "label"}:
                return True
        if size > _NOTICE:
            return False
        lowers, first = self.words.lowers, line.first
        opener = "0" if lowers[first].isdigit() else lowers[first]
        for phrase in self.lexicon.openers.get(opener, ()):
            found = lowers[first : min(first + len(phrase), line.last)]
            if len(found) == len(phrase) and all(
                a == b or (b == "0" and a.isdigit()) for a, b in zip(found, phrase, strict=True)
            ):
                return True
        return False

    def _is_byline(self, line: Line) -> bool:
        """Whether the line begins with 'By' and a name, or has them behind its date."""
        behind = opens_byline(self.text, line.start, line.end)
        if behind is not None:
            return behind >= line.end or bool(
                read_signers(self.text, behind, line.end, self.lexicon)
            )
        inner = inner_byline(self.text, line.start, line.end)
        if inner is None or not self.lexicon.date.search(self.text, line.start, inner):
            return False
        return bool(read_signers(self.text, inner, line.end, self.lexicon))

    def _is_date(self, line: Line, size: int) -> bool:
        """Whether the line says when, and little else."""
        found = self.lexicon.date.search(self.text, line.start, line.end)
        if found:
            return size - 3 <= _DATE_WORDS
        lowers = self.words.lowers[line.first : line.last]
        labels = self.lexicon.date_labels
        if lowers[0] in labels and size <= _DATE_WORDS and any(w.isdigit() for w in lowers):
            return True
        if self.lexicon.clock.fullmatch(self.text, line.start, line.end):
            return not lowers[-1].isdigit() or size > 1
        return lowers[-1] == "ago" and size <= _DATE_WORDS

    def _is_credit(self, line: Line, stop: str) -> bool:
        """Whether the line ends with the credit of a picture, or opens as one."""
        text = self.text
        if _CREDIT_OPEN.match(text, line.start, line.end):
            return True
        if text[line.end - 1] in ")]" or not stop:
            if _CREDIT.search(text, max(line.start, line.end - _TAIL), line.end):
                return True
            ends = self.words.lowers[max(line.first, line.last - 3) : line.last]
            return any(word in self.lexicon.agencies for word in ends)
        return False
