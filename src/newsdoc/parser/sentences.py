"""Sentences: where each paragraph's sentences begin and end.

A sentence can end only where a mark that ends sentences stands, with the closing
marks that belong to it, before white space (or an opening mark). Whether it does end
there, the words on both sides tell. A mark that a paragraph opens and never closes
changes nothing, since nothing is paired here; and sentences inside quotation marks
or brackets are sentences.

The rules, in the order in which they are asked (`_Reader.ends_at`):

- a word in small letters goes on with the sentence (``"Why?" he asked``), unless
  it has a capital inside (``iPhone``);
- so does a dash;
- ``?"`` and ``!"`` go on where their speaker follows at once (``"Why?" Lee said``);
- dots of omission end the sentence, except before ``I``;
- a point may belong to an abbreviation: initials, ``U.S.``, ``p.m.``, ``No. 10``,
  titles, months, the number of a list item. An abbreviation ends the sentence only
  where its kind allows and what follows opens a new one.
"""

from __future__ import annotations

import re
from typing import Final

from newsdoc.lexicon import Lexicon
from newsdoc.lexicon.tags import (
    ABBREVIATION,
    ADVERB,
    AUXILIARY,
    COMPLEMENTIZER,
    CONJUNCTION,
    CUE,
    DETERMINER,
    MONTH,
    NEGATION,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    WEEKDAY,
)
from newsdoc.parser.drafts import Layout, Sentence
from newsdoc.parser.words import Words

Sentences = list[list[Sentence]]  # of each block of the layout

# Words that, with a capital, more likely open a sentence than go on with a name.
_OPENER: Final = (
    ADVERB
    | AUXILIARY
    | COMPLEMENTIZER
    | CONJUNCTION
    | DETERMINER
    | NEGATION
    | POSSESSIVE
    | PREPOSITION
    | PRONOUN
    | RELATIVE
    | SUBORDINATOR
)
_CLOSE: Final = r"[\"'”’»›)\]}*]"
_STOP: Final = re.compile(
    # the mark, the closing marks behind it, and what shows that a word ends here
    # (the runs are bounded, so that a page of points takes no longer than a page of words)
    rf"([.!?…‽。！？](?:[.!?…‽。！？]|[ \u00a0]\.){{0,12}})((?:{_CLOSE}|[ \u00a0]»){{0,6}})"
    r"(?:\s+|(?=[“‘«(\[])|(?<=[。！？])[」』”）]*\s*)"
)
_EAST: Final = "。！？"  # full stops that end sentences and do nothing else
_QUOTES: Final = re.compile("[\"'”’»]")
_DASHES: Final = frozenset("-–—")
# Gaps in which no sentence ends: nearly all there are.
_CALM: Final = frozenset(
    {" ", ", ", "-", "'", "’", ".", ",", "\n", "\n\n", " “", ' "', ",” ", '," '}
)
_ITEM_DIGITS: Final = 2  # of the number of a list item
_SPEAKER_WORDS: Final = 4  # '"Why?" Prime Minister Lee asked': names and titles before the cue


# Where a sentence ends: the offset, where the next begins, and its first word.
_End = tuple[int, int, int]


def split_sentences(words: Words, lexicon: Lexicon, layout: Layout) -> Sentences:
    """Return the sentences of each block of the layout; they tile all that is printed in it."""
    ends = _Reader(words, lexicon).ends()
    ends.append((0, 0, len(words)))
    found: Sentences = []
    k = 0
    for block in layout.blocks:
        start, first, last = block.start, block.first, block.last
        inside: list[Sentence] = []
        while (end := ends[k])[2] < last:
            k += 1
            offset, behind, word = end
            if word > first and not (word == block.first + 1 and _is_item(words.words[first])):
                inside.append(Sentence(start, offset, first, word))
                start, first = behind, word
        inside.append(Sentence(start, block.end, first, last))
        found.append(inside)
    return found


def _is_item(word: str) -> bool:
    """Whether what ends is the number or letter of a list item: '4. Why it matters'."""
    return len(word) == 1 or (len(word) == _ITEM_DIGITS and word.isdigit())


class _Reader:
    """Where the sentences of one text end."""

    def __init__(self, words: Words, lexicon: Lexicon) -> None:
        self.words = words
        self.kinds = lexicon.layout.abbreviations
        self.starts = lexicon.layout.starts
        self.zones = lexicon.layout.zones

    def ends(self) -> list[_End]:
        """Return where sentences end, be it inside a block or not, in order."""
        words, tags = self.words.words, self.words.tags
        gaps, starts = self.words.gaps, self.words.starts
        stops: dict[str, re.Match[str] | None] = {}  # of each gap: few texts have many
        found: list[_End] = []
        last = len(words)
        for i in [i for i, gap in enumerate(gaps) if gap not in _CALM]:
            if not 0 < i < last:
                continue
            gap = gaps[i]
            # Most stops: a point behind a word, and a blank before a capital.
            plain = gap == ". " and words[i][0].isupper() and len(words[i - 1]) > 1
            if plain and not tags[i - 1] & ABBREVIATION:
                found.append((starts[i] - 1, starts[i], i))
                continue
            if gap not in stops:
                stops[gap] = _STOP.search(gap)
            stop = stops[gap]
            if stop and self._ends_at(i, stop):
                before = starts[i] - len(gap)
                offset = stop.start() + len(stop[0].rstrip())
                found.append((before + offset, before + stop.end(), i))
        return found

    def _ends_at(self, i: int, stop: re.Match[str]) -> bool:
        """Whether a sentence ends at the *stop* in the gap before word *i*."""
        mark, closing = stop[1], stop[2]
        after = self.words.words[i]
        dashed = stop.string[stop.end() : stop.end() + 1] in _DASHES
        if after.islower() or dashed or mark[0] in _EAST:
            return mark[0] in _EAST
        if mark != ".":
            asks = "?" in mark or "!" in mark
            return not self._speaker_follows(i) if asks and closing else asks or after != "I"
        before = self.words.words[i - 1]
        if len(before) > 1 and not self.words.tags[i - 1] & ABBREVIATION:
            return True
        if stop.start() == 0:
            return self._point_ends(i, quoted=_QUOTES.search(closing) is not None)
        return True  # something else stands between the word and the point

    def _speaker_follows(self, i: int) -> bool:
        """Whether word *i* begins the name of who said the words before it."""
        words, tags, gaps = self.words.words, self.words.tags, self.words.gaps
        for j in range(i, min(i + _SPEAKER_WORDS + 1, len(words))):
            if j > i and tags[j] & CUE:
                return True
            if not words[j][0].isupper() or (j > i and not gaps[j].strip(".").isspace()):
                return False
        return False

    def _point_ends(self, i: int, *, quoted: bool) -> bool:
        """Whether the point behind word *i* - 1 ends the sentence, or only the abbreviation."""
        words = self.words.words
        before, after = words[i - 1], words[i]
        opens = bool(self.words.tags[i] & _OPENER) or self.words.lowers[i] in self.starts
        opens = opens and (not after.isupper() or len(after) == 1)
        if len(before) == 1:
            return self._letter_ends(i, opens=opens or quoted)
        kind = self.kinds[self.words.lowers[i - 1]]
        if kind == "number":
            return not after.isdigit()
        if before.islower() and kind != "small":
            return True
        return kind != "name" and (opens or quoted)

    def _letter_ends(self, i: int, *, opens: bool) -> bool:
        """Whether the point behind the single letter or digit at *i* - 1 ends the sentence."""
        words, gaps, lowers = self.words.words, self.words.gaps, self.words.lowers
        before, after = words[i - 1], words[i]
        if before.isdigit():
            return True
        if gaps[i - 1] == "." and lowers[i - 2] + lowers[i - 1] in {"am", "pm"}:
            return not (self.words.tags[i] & (MONTH | WEEKDAY) or lowers[i] in self.zones)
        if gaps[i - 1] == "." or before.islower():  # 'U.S.', 'Roe v. Wade', 'p. 5'
            return opens
        return opens or (before == "I" and len(after) > 1)
