"""The words of a text, scanned once and shared by every stage.

A text is cut into words and the gaps between them:

    gaps[0] words[0] gaps[1] words[1] … words[-1] gaps[-1]

Joined in this order they are the text again. A word is a run of letters, digits
and underscores; all else, apostrophes, points and hyphens included, is gap. So
``don't`` is two words with the gap ``'`` between them, ``U.S.`` two words with
the gap ``.``, and ``4.21`` likewise: the stages that care look at the gap. A name
that holds an apostrophe is one word all the same: ``Ng'ang'a``.

What a typesetter did to a blank is undone in the gaps: a no-break space is a
blank, and so is a line break where the layout finds lines to be wrapped.
"""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from itertools import accumulate, islice, repeat

from newsdoc.lexicon.tags import PLACE, UNIT

# What words are made of: all but white space, controls, punctuation and symbols, as
# ranges. A class of ranges scans three times as fast as ``\w``, whose every character
# is looked up in the Unicode tables; written twice, it lets the search run through a
# gap without trying a match at each of its characters.
_LETTER = (
    r"0-9A-Z_a-z\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\u167f\u1681-\u1fff"  # but \u1680, a space
    r"\u2c00-\u2dff\u2e80-\u2fff\u3040-\ufdff"  # between the blocks of punctuation and symbols
    r"\ufe10-\ufe2f\ufe50-\ufefe\uff10-\uffef"  # between the variation selectors and the forms
    r"\U00010000-\U0001efff\U0001fb00-\U0010ffff"  # around the pictographs
)
_WORD = re.compile(f"([{_LETTER}][{_LETTER}]*)")
# A name may hold an apostrophe ("Ng'ang'a", "Sana’a"), which no clitic follows. Only a text in
# which one seems to stand is split with such names in mind: that takes a quarter more time.
_JOINED = rf"(?!(?:s|t|d|m|n|re|ve|ll|em|clock)(?![{_LETTER}]))[a-z]"
_INSIDE = [re.compile(f"{mark}(?<=[a-z].){_JOINED}") for mark in "'’"]
_NAME = re.compile(f"([A-Z][{_LETTER}]*(?:['’]{_JOINED}[{_LETTER}]*)*|[{_LETTER}][{_LETTER}]*)")
_SPACE = re.compile(r"\s+")
_NO_BREAK = ("\xa0", "\u2009", "\u202f")  # no-break, thin and narrow spaces
_NO_KEYS: Mapping[str, str] = {}
_BOTH = 2  # words beside another
# What stands behind the last word, and so before the first: a list counts back from its end.
# A rule that looks there sees what is no word, no blank and no mark.
_MARGIN = 8  # no rule looks farther without a look between
_NO_WORDS = ["\0"] * _MARGIN
_NO_GAPS = ["\n\0\n"] * _MARGIN
_CAPITALS = ("WHO", "US", "IT")  # a body, a place and a trade that spell pronouns
_SIZE = 8  # of the tags of a word, in bytes
_MARKED = [bytes(n >> bit & 1 for n in range(256)) for bit in range(8)]  # what has such a bit


class Words:
    """The words of a text with their offsets and tags; word numbers are indexes.

    Attributes:
        text: the text, untouched.
        words: the words as printed.
        lowers: the words in lower case, or the keys by which the rules know them.
        gaps: what stands before each word, and behind the last.
        starts: the offset of each word.
        tags: for each word, the tags of the lexicon (`newsdoc.lexicon.tags`), or 0.

    Behind the last word, and so before the first, the lists hold a margin of nothing.
    """

    __slots__ = ("_table", "gaps", "lowers", "starts", "tags", "text", "words")

    def __init__(
        self, text: str, tags: Mapping[str, int], keys: Mapping[str, str] = _NO_KEYS
    ) -> None:
        plain = text
        for blank in _NO_BREAK:
            plain = plain.replace(blank, " ")
        named = any(inside.search(plain) for inside in _INSIDE)
        parts = (_NAME if named else _WORD).split(plain)
        self.text = text
        printed = parts[1::2]
        # A sum takes no more memory than it needs; a list that is extended takes an eighth more.
        self.words = printed + _NO_WORDS
        self.gaps = parts[::2] + _NO_GAPS
        offsets = accumulate(map(len, parts))
        # Numbers of an array take a tenth of what those of a list take; it is made from a
        # list since that is faster.
        self.starts = array("I", list(islice(offsets, 0, len(parts) - 1, 2)))
        # Most words are in small letters: they are their own lower case, one object for both.
        # What others become is made once: the same capitals are printed over and over.
        once = dict[str, str]().setdefault
        lowers = [word if word.islower() else once(word, word.lower()) for word in printed]
        if keys:
            lowers = list(map(keys.get, lowers, lowers))
        self.lowers = lowers + _NO_WORDS
        self.tags: list[int] = list(map(tags.get, self.lowers, repeat(0)))
        for name in _CAPITALS:
            if name in text:
                self._untag(name)
        for i in _places(self.gaps, "."):
            self._untag_initials(i)
        self._table: bytes | None = None  # the tags as bytes, made for the first that asks

    def __len__(self) -> int:
        return len(self.starts)

    def _untag(self, name: str) -> None:
        """Let capitals that spell a pronoun be a name, but not between others in capitals."""
        words = self.words
        for i in _places(words, name):
            beside = [*words[max(0, i - 1) : i], *words[i + 1 : i + 2]]
            if len(beside) < _BOTH or not all(map(str.isupper, beside)):
                self.tags[i] &= PLACE | UNIT

    def _untag_initials(self, i: int) -> None:
        """Let capitals with a point between them be no words: 'the F.D.A.', 'the C.I.A.'."""
        pair = self.words[i - 1 : i + 1]
        if all(len(word) == 1 and word.isupper() for word in pair):
            for j in (i - 1, i):
                self.tags[j] &= PLACE | UNIT

    def carrying(self, tag: int) -> list[int]:
        """Return the words that carry a tag.

        The byte that holds the tag is cut out of the tags of all words at once, and its bit
        searched for: a walk over the words takes several times as long.
        """
        if self._table is None:
            self._table = array("Q", self.tags).tobytes()
        place, bit = divmod(tag.bit_length() - 1, 8)
        column = self._table[place if sys.byteorder == "little" else _SIZE - 1 - place :: _SIZE]
        column, carrying = column.translate(_MARKED[bit]), []
        i = column.find(1)
        while i >= 0:
            carrying.append(i)
            i = column.find(1, i + 1)
        return carrying

    def all(self, lower: str) -> Iterator[int]:
        """Return each word that is *lower* in lower case."""
        return _places(self.lowers, lower)

    def behind(self, mark: str) -> Iterator[int]:
        """Yield each word with a *mark* in the gap before it, but for the first."""
        at = -1
        while (at := self.text.find(mark, at + 1)) >= 0:
            if 0 < (i := self.after(at)) < len(self):
                yield i

    def unwrap(self, i: int) -> None:
        """Make the line break before word *i* the blank that it stands for."""
        self.gaps[i] = _SPACE.sub(" ", self.gaps[i])

    def end(self, i: int) -> int:
        """Return the offset behind word *i* and the plus signs of a name: 'Canal+'."""
        word, gap = self.words[i], self.gaps[i + 1]
        end = self.starts[i] + len(word)
        if gap[:1] != "+" or not word[-1].isalpha():
            return end
        signs = len(gap) - len(gap.lstrip("+"))
        joins = signs == len(gap) and i + 1 < len(self.words)  # 'A+B'
        return end if joins else end + signs

    def after(self, offset: int) -> int:
        """Return the number of the first word that starts at *offset* or behind it."""
        return bisect_left(self.starts, offset)

    def at(self, offset: int) -> int:
        """Return the number of the last word that starts at *offset* or before it (-1: none)."""
        return bisect_right(self.starts, offset) - 1


def _places(words: list[str], word: str) -> Iterator[int]:
    """Yield where a word stands in a list; faster than a walk over it."""
    i = -1
    for _ in range(words.count(word)):
        i = words.index(word, i + 1)
        yield i


def scan(text: str, tags: Mapping[str, int], keys: Mapping[str, str] = _NO_KEYS) -> Words:
    """Return the words of *text*, each with its tags; *keys* are of a `Lexicon`."""
    return Words(text, tags, keys)
