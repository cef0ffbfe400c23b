"""Sentences: where each paragraph's sentences begin and end.

A sentence can end only between two words: where the gap holds a mark that ends
sentences, the closing marks that belong to it, and white space (or an opening
mark) behind them. Whether it does end there, the words on both sides tell. A
mark that a paragraph opens and never closes changes nothing, since nothing is
paired here; and sentences inside quotation marks or brackets are sentences.

The rules, in the order in which they are asked (`_ends`):

- a word in small letters goes on with the sentence (``"Why?" he asked``), unless
  it has a capital inside (``iPhone``);
- so does a dash;
- ``?"`` and ``!"`` go on where their speaker follows at once (``"Why?" Lee said``);
- dots of omission end the sentence, except before ``I``;
- a point may belong to an abbreviation (`_point_ends`): initials, ``U.S.``,
  ``p.m.``, ``No. 10``, titles, months, the number of a list item. An abbreviation
  ends the sentence only where its kind allows and what follows opens a new one.
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
from newsdoc.parser.drafts import Layout, Pair, Sentence
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
    rf"((?:\.[ \u00a0])+\.|[.!?…‽]+)((?:{_CLOSE}|[ \u00a0]»)*)(?:\s+|(?=[“‘«(\[]))"
    # East Asian full stops need no white space
    r"|[。！？]+[」』”）]*\s*"
)
# Gaps in which no sentence ends: nearly all there are.
_CALM: Final = frozenset(
    {" ", ", ", "-", "'", "’", ".", "\n", ",", "\u00a0", " “", ' "', '," ', ",” "}
)
_DASH: Final = re.compile(r"[-–—]")
_ITEM_DIGITS: Final = 2
_SPEAKER_WORDS: Final = 4  # '"Why?" Prime Minister Lee asked': names and titles before the cue


def split_sentences(words: Words, lexicon: Lexicon, layout: Layout) -> Sentences:
    """Return the sentences of each block of the layout; they tile all that is printed in it."""
    reader = _Reader(words, lexicon)
    candidates = [i for i, gap in enumerate(words.gaps) if gap not in _CALM]
    found: Sentences = []
    k = 0
    for block in layout.blocks:
        start, first = block.start, block.first
        inside: list[Sentence] = []
        while k < len(candidates) and candidates[k] <= block.first:
            k += 1
        while k < len(candidates) and candidates[k] < block.last:
            i = candidates[k]
            if ends := reader.end_before(i, block.first):
                inside.append(Sentence(start, ends[0], first, i))
                start, first = ends[1], i
            k += 1
        inside.append(Sentence(start, block.end, first, block.last))
        found.append(inside)
    return found


class _Reader:
    """Where the sentences of one text end."""

    def __init__(self, words: Words, lexicon: Lexicon) -> None:
        self.words = words
        self.kinds = lexicon.layout.abbreviations
        self.zones = lexicon.layout.zones

    def end_before(self, i: int, first: int) -> Pair | None:
        """Return where a sentence ends in the gap before word *i*, and where the next begins.

        *first* is the first word of the block.
        """
        gap = self.words.gaps[i]
        stop = _STOP.search(gap)
        if not stop or not self._ends(i, gap, stop, first):
            return None
        before = self.words.starts[i] - len(gap)
        return before + stop.start() + len(stop[0].rstrip()), before + stop.end()

    def _ends(self, i: int, gap: str, stop: re.Match[str], first: int) -> bool:
        """Whether a sentence ends at the *stop* in the gap before word *i*."""
        mark, closing = stop[1], stop[2]
        if mark is None:  # the full stops of East Asian scripts end sentences and nothing else
            return True
        after = self.words.words[i]
        if after.islower() or _DASH.match(gap, stop.end()):
            return False
        if "?" in mark or "!" in mark:
            return not (closing and self._speaker_follows(i))
        if len(mark) > 1 or mark == "…":
            return after != "I"
        if stop.start() == 0 and i - 1 == first and _is_item(self.words.words[first]):
            return False  # '4. Why it matters'
        return stop.start() > 0 or self._point_ends(i, quoted=any(c in closing for c in "\"'”’»"))

    def _speaker_follows(self, i: int) -> bool:
        """Whether word *i* begins the name of who said the words before it."""
        words, tags, gaps = self.words.words, self.words.tags, self.words.gaps
        for j in range(i, min(i + _SPEAKER_WORDS + 1, len(words))):
            if j > i and tags[j] & CUE:
                return True
            if not words[j][0].isupper() or (j > i and not gaps[j].strip(".").isspace()):
                return False
        return False

    def _point_ends(self, i: int, quoted: bool) -> bool:
        """Whether the point behind word *i* - 1 ends the sentence, or only the abbreviation."""
        words, tags = self.words.words, self.words.tags
        before, after = words[i - 1], words[i]
        opens = bool(tags[i] & _OPENER) and (not after.isupper() or len(after) == 1)
        if len(before) == 1:
            return self._letter_ends(i, opens, quoted)
        if not tags[i - 1] & ABBREVIATION:
            return True
        kind = self.kinds[self.words.lowers[i - 1]]
        if kind == "number":
            return not after.isdigit()
        if before.islower() and kind != "small":
            return True
        return kind != "name" and (opens or quoted)

    def _letter_ends(self, i: int, opens: bool, quoted: bool) -> bool:
        """Whether the point behind the single letter or digit at *i* - 1 ends the sentence."""
        words, gaps, lowers = self.words.words, self.words.gaps, self.words.lowers
        before, after = words[i - 1], words[i]
        if before.isdigit():
            return True
        if gaps[i - 1] == ".":
            if lowers[i - 2] + lowers[i - 1] in {"am", "pm"}:
                known = self.words.tags[i] & (MONTH | WEEKDAY) or lowers[i] in self.zones
                return not known
            return opens or quoted
        if before.islower():  # 'Roe v. Wade', 'p. 5'
            return opens
        return opens or quoted or (before == "I" and len(after) > 1)


def _is_item(word: str) -> bool:
    """Whether a word can number the items of a list: 'B', '12'."""
    return len(word) == 1 or (len(word) == _ITEM_DIGITS and word.isdigit())
