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
from bisect import bisect_left
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
from newsdoc.parser.drafts import Block, Layout, Sentence
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
_CLOSE: Final = r"[\"'”’»›)\]}*」』）]"
_STOP: Final = re.compile(
    # the mark, the closing marks behind it, and what shows that a word ends here
    # (the runs are bounded, so that a page of points takes no longer than a page of words)
    rf"([.!?…‽。！？](?:[.!?…‽。！？]|[ \u00a0]\.){{0,12}})((?:{_CLOSE}|[ \u00a0]»){{0,6}})"
    r"(?:\s+|(?=[“‘«(\[])|(?<=[。！？」』）])|(?<=[。！？]”))"
)
_EAST: Final = "。！？"  # full stops that end sentences and do nothing else
_QUOTES: Final = re.compile("[\"'”’»]")
_DASHES: Final = frozenset("-–—")
_ITEM_DIGITS: Final = 2  # of the number of a list item
_SPEAKER_WORDS: Final = 4  # '"Why?" Prime Minister Lee asked': names and titles before the cue


def split_sentences(words: Words, lexicon: Lexicon, layout: Layout) -> Sentences:
    """Return the sentences of each block of the layout; they tile all that is printed in it."""
    return list(map(_Reader(words, lexicon).sentences, layout.blocks))


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

    def sentences(self, block: Block) -> list[Sentence]:
        """Return the sentences of a block."""
        words, tags, starts = self.words.words, self.words.tags, self.words.starts
        start, end, first, last = block.start, block.end, block.first, block.last
        head = i = first
        found: list[Sentence] = []
        for stop in _STOP.finditer(self.words.text, start, end):
            before, behind = i, stop.end()
            i = bisect_left(starts, behind, before, last)
            if i in (before, last):  # told already, or behind the last word
                continue
            # Most stops: a point behind a word, before a capital.
            plain = behind == starts[i] and words[i][0].isupper() and stop[1] == "."
            if plain and len(words[i - 1]) > 1 and not tags[i - 1] & ABBREVIATION:
                ends = True
            else:
                ends = self._ends_at(i, stop)
            if ends and not (i == first + 1 and _is_item(words[first])):
                found.append(Sentence(start, stop.end(2), head, i))
                start, head = behind, i
        found.append(Sentence(start, end, head, last))
        return found

    def _ends_at(self, i: int, stop: re.Match[str]) -> bool:
        """Whether a sentence ends at the *stop* in the gap before word *i*."""
        mark = stop[1]
        after = self.words.words[i]
        if self.words.gaps[i] == " ":
            return False  # inside a name: 'Yahoo! Inc'
        dashed = stop.string[stop.end()] in _DASHES
        if after.islower() or dashed or mark[0] in _EAST:
            return mark[0] in _EAST
        if mark != ".":
            asks = "?" in mark or "!" in mark
            return not self._speaker_follows(i) if asks and stop[2] else asks or after != "I"
        return self._point_ends(i, stop)

    def _speaker_follows(self, i: int) -> bool:
        """Whether word *i* begins the name of who said the words before it."""
        words, tags, gaps = self.words.words, self.words.tags, self.words.gaps
        for j in range(i, min(i + _SPEAKER_WORDS + 1, len(self.words))):
            if j > i and tags[j] & CUE:
                return True
            if not words[j][0].isupper() or (j > i and not gaps[j].strip(".").isspace()):
                return False
        return False

    def _point_ends(self, i: int, stop: re.Match[str]) -> bool:
        """Whether the point before word *i* ends the sentence, or only an abbreviation."""
        words, tags = self.words.words, self.words.tags
        before, after = words[i - 1], words[i]
        if len(before) > 1 and not tags[i - 1] & ABBREVIATION:
            return True
        if stop.start() > self.words.starts[i - 1] + len(before):
            return True  # something else stands between the word and the point
        opens = bool(tags[i] & _OPENER) or self.words.lowers[i] in self.starts
        opens = opens and (not after.isupper() or len(after) == 1)
        quoted = _QUOTES.search(stop[2]) is not None
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
