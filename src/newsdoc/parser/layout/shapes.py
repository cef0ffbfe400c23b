"""Shapes: what a line looks like on its own, before its place in the text is weighed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum, auto
from typing import Final

from newsdoc.lexicon.layout import LayoutWords
from newsdoc.lexicon.tags import MONTH, WEEKDAY
from newsdoc.parser.layout.byline import inner_byline, opens_byline, read_signers
from newsdoc.parser.layout.lines import BULLET, Line
from newsdoc.parser.words import Words


class Shape(Enum):
    """What a line looks like on its own."""

    PROSE = auto()  # sentences
    SHORT = auto()  # a few words without an end: a title, a name, a label
    CALL = auto()  # a short question or exclamation: a title as likely as a sentence
    ITEM = auto()  # opens with a bullet or a number
    BYLINE = auto()
    DATE = auto()
    CREDIT = auto()  # whose picture it is, alone or behind a caption
    LABEL = auto()  # 'Read more': links to other stories follow
    JUNK = auto()  # a phrase of the page, not of the story
    MARK = auto()  # no word at all


_STOPS: Final = ".!?…:"
_CLOSERS: Final = "\"'”’»)]*"
_LONG: Final = 22  # words of a line that is prose even without a full stop
_SURE: Final = 20  # words of a line with a full stop that is taken for prose at a glance
_CALL: Final = 20  # words of the longest question that may be a title
_PHRASE: Final = 8  # words of the longest phrase that is a whole line of the page
_NOTICE: Final = 70  # words of the longest line that an opening phrase can mark as the page's
_DATE_WORDS: Final = 5  # words that have nothing to do with dates in a line that is about one
_DATE_LINE: Final = 30  # words of the longest line that is about a date
_CREDIT: Final = re.compile(
    r"[(\[]\s?(?:\w{2,4} )?(?:photo|image|picture|pic|source|credit|file|photograph|courtesy|"
    r"screengrab|screenshot|supplied|illustration|stock)\w*\b[^()\[\]]{0,120}[)\]]?\W{0,3}$"
    r"|[(\[][^()\[\]]{0,60}(?:/|\bvia\b|\bAP\b|\bPress\b|\bReuters\b)[^()\[\]]{0,60}[)\]]\W{0,2}$"
    r"|(?:photos?|images?|pictures?|photographs?|illustration|credits?|source)(?: credits?)?"
    r"(?: by |: ?|\.\.\. ?|/)[^.]{0,80}$",
    re.IGNORECASE,
)
_CREDIT_OPEN: Final = re.compile(
    r"\W?(?:photos?|images?|pictures?|file (?:photo|image)|photographs?|illustration|credits?|"
    r"video|(?:image|photo|picture) credits?|above|below|left|right|pictured)\s*(?::|by\b)"
    r"|\d+ of \d+\s*\||\[\d+/\d+\]|©|\(c\) |REUTERS/|FILE\b",
    re.IGNORECASE,
)
_TAIL: Final = 90  # characters at the end of a line in which its credit stands
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+$")
_RELATIVE: Final = frozenset({"today", "yesterday", "ago"})
_DATE_TALK: Final = frozenset(
    "a am at by by gmt hour hours in last min mins minute minutes on original p pm read s the".split()
)


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
        text = self.text
        page = self._page(line, size)
        if page:
            return page
        stop = self.stops(line)
        if size >= _SURE and stop:
            return Shape.CREDIT if self._is_credit(line, stop) else Shape.PROSE
        if BULLET.match(text, line.start, line.end):
            return Shape.ITEM
        if _ADDRESS.match(text, line.start, line.end):
            return Shape.JUNK
        return self._shape_of_short(line, size, stop)

    def _shape_of_short(self, line: Line, size: int, stop: str) -> Shape:
        """Return the shape of a line that is no long sentence."""
        if size <= _LONG and self._is_byline(line, size, stop):
            return Shape.BYLINE
        if size <= _DATE_LINE and self._is_date(line, size):
            return Shape.DATE
        if self._is_credit(line, stop):
            return Shape.CREDIT
        if stop in "?!" and stop and size <= _CALL and not self._holds_stop(line):
            return Shape.CALL
        if (stop and size > 1) or size >= _LONG:
            return Shape.PROSE
        return Shape.SHORT

    def _holds_stop(self, line: Line) -> bool:
        """Whether a sentence ends inside the line."""
        return ". " in self.text[line.start : line.end]

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

    def kinds(self, line: Line) -> frozenset[str]:
        """Return the kinds of page phrase that the whole line is."""
        if line.last - line.first > _PHRASE:
            return frozenset()
        return self.lexicon.boilerplate.get(self.phrase(line), frozenset())

    def _page(self, line: Line, size: int) -> Shape | None:
        """Return the shape of a line that is a phrase of the page, or begins with one."""
        if size <= _PHRASE:
            kinds = self.kinds(line)
            if "label" in kinds or "tail" in kinds:
                return Shape.LABEL
            if "line" in kinds:
                return Shape.JUNK
        if size <= _NOTICE and self.opens(line, self.lexicon.openers):
            return Shape.JUNK
        return None

    def opens(self, line: Line, phrases: Mapping[str, tuple[tuple[str, ...], ...]]) -> bool:
        """Whether the line begins with one of the phrases."""
        lowers, first = self.words.lowers, line.first
        opener = "0" if lowers[first].isdigit() else lowers[first]
        for phrase in phrases.get(opener, ()):
            found = lowers[first : min(first + len(phrase), line.last)]
            if len(found) == len(phrase) and all(
                a == b or (b == "0" and a.isdigit()) for a, b in zip(found, phrase, strict=True)
            ):
                return True
        return False

    def _is_byline(self, line: Line, size: int, stop: str) -> bool:
        """Whether the line begins with 'By' and a name, or has them behind its date."""
        text = self.text
        behind = opens_byline(text, line.start, line.end)
        if behind is not None:
            if behind >= line.end:
                return True
            timed = size > 1 and self.words.tags[line.first + 1] & (MONTH | WEEKDAY)
            if not text[behind].isupper() or timed or (stop and size > _PHRASE):
                return False
            return bool(read_signers(text, behind, line.end, self.lexicon))
        inner = inner_byline(text, line.start, line.end)
        if inner is None or not self.lexicon.date.search(text, line.start, inner):
            return False
        return bool(read_signers(text, inner, line.end, self.lexicon))

    def _is_date(self, line: Line, size: int) -> bool:
        """Whether the line says when, and little else."""
        text, lexicon = self.text, self.lexicon
        lowers = self.words.lowers[line.first : line.last]
        if text[line.start] in "—–-" or not (
            any([word[0].isdigit() for word in lowers]) or lowers[-1] in _RELATIVE
        ):
            return False
        foreign = sum(
            not (word[0].isdigit() or tag & (MONTH | WEEKDAY))
            and word not in lexicon.date_labels
            and word not in lexicon.zones
            and word not in _DATE_TALK
            for word, tag in zip(lowers, self.words.tags[line.first : line.last], strict=True)
        )
        if lexicon.date.search(text, line.start, line.end):
            return foreign <= _DATE_WORDS
        timed = lowers[-1] == "ago" or lexicon.clock.search(text, line.start, line.end)
        return foreign <= 1 and bool(timed) and not text[line.start : line.end].isdigit()

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
