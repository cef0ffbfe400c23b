"""The words of a text, scanned once and shared by every stage.

A text is cut into words and the gaps between them:

    gaps[0] words[0] gaps[1] words[1] … words[-1] gaps[-1]

Joined in this order they are the text again. A word is a run of letters, digits
and underscores; all else, apostrophes, points and hyphens included, is gap. So
``don't`` is two words with the gap ``'`` between them, ``U.S.`` two words with
the gap ``.``, and ``4.21`` likewise: the stages that care look at the gap.

What a typesetter did to a blank is undone in the gaps: a no-break space is a
blank, and so is a line break where the layout finds lines to be wrapped.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from itertools import accumulate, repeat

# What is no word: white space, controls, punctuation and symbols, as ranges. A
# negated class of ranges scans three times as fast as ``\w``, whose every
# character is looked up in the Unicode tables.
_NO_WORD = (
    r"\x00-/:-@\[-^`{-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\xd7\xf7"  # ASCII, Latin-1
    r"\u2000-\u2bff\u2e00-\u2e7f\u3000-\u303f"  # general punctuation to arrows, CJK punctuation
    r"\ufe00-\ufe0f\ufe30-\ufe4f\ufeff\uff00-\uff0f\ufff0-\uffff"  # variation, forms, BOM, specials
    r"\U0001f000-\U0001faff"  # pictographs
)
_WORD = re.compile(f"([^{_NO_WORD}]+)")
_SPACE = re.compile(r"\s+")
_NO_BREAK = ("\xa0", "\u2009", "\u202f")  # no-break, thin and narrow spaces


class Words:
    """The words of a text with their offsets and tags; word numbers are indexes.

    Attributes:
        text: the text, untouched.
        words: the words as printed.
        lowers: the words in lower case.
        gaps: what stands before each word, and behind the last; one more than words.
        starts: the offset of each word.
        tags: for each word, the tags of the lexicon (`newsdoc.lexicon.tags`), or 0.
    """

    __slots__ = ("gaps", "lowers", "starts", "tags", "text", "words")

    def __init__(self, text: str, tags: Mapping[str, int]) -> None:
        plain = text
        for blank in _NO_BREAK:
            plain = plain.replace(blank, " ")
        parts = _WORD.split(plain)
        self.text = text
        self.words: list[str] = parts[1::2]
        self.gaps: list[str] = parts[::2]
        self.starts: list[int] = list(accumulate(map(len, parts)))[:-1:2]
        # One object for all places where a word stands: a scan takes a quarter less memory.
        lower = {word: word.lower() for word in set(self.words)}
        self.lowers: list[str] = list(map(lower.__getitem__, self.words))
        self.tags: list[int] = list(map(tags.get, self.lowers, repeat(0)))

    def __len__(self) -> int:
        return len(self.words)

    def unwrap(self, i: int) -> None:
        """Make the line break before word *i* the blank that it stands for."""
        self.gaps[i] = _SPACE.sub(" ", self.gaps[i])

    def end(self, i: int) -> int:
        """Return the offset behind word *i*."""
        return self.starts[i] + len(self.words[i])

    def after(self, offset: int) -> int:
        """Return the number of the first word that starts at *offset* or behind it."""
        return bisect_left(self.starts, offset)

    def at(self, offset: int) -> int:
        """Return the number of the last word that starts at *offset* or before it (-1: none)."""
        return bisect_right(self.starts, offset) - 1


def scan(text: str, tags: Mapping[str, int]) -> Words:
    """Return the words of *text*, each with its tags."""
    return Words(text, tags)
