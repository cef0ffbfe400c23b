"""Where the words of an article stand: in which sentence and paragraph, in marks or out of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from itertools import chain
from operator import attrgetter
from typing import Final, TypeVar

from newsdoc.model import Role
from newsdoc.parser.drafts import Layout
from newsdoc.parser.marks import Marks
from newsdoc.parser.sentences import Sentences
from newsdoc.parser.sources.names import HEADINGS
from newsdoc.parser.words import Words

_FIRST: Final = attrgetter("first")
_BOILERPLATE: Final = Role.BOILERPLATE
Item = TypeVar("Item")
_MOST: Final = 3  # sentences between that count, where a paragraph ends between


class Places:
    """Where the words stand: sentence, paragraph, inside or outside of marks."""

    def __init__(self, words: Words, layout: Layout, sentences: Sentences, marks: Marks) -> None:
        self.words = words
        self.layout = layout
        self.opens = [marked.first for marked in marks.inside]
        self.closes = [marked.last for marked in marks.inside]
        self.blocks = [block.first for block in layout.blocks]
        # What a site puts between two paragraphs is no step from one to the other.
        aside = {i for i, block in enumerate(layout.blocks) if block.role is _BOILERPLATE}
        told = without(sentences, aside)
        self.sentences = [sentence.first for sentence in chain.from_iterable(told)]
        if marks.inside:
            # Nor is a paragraph or sentence that goes on with a quote, from its speaker.
            aside |= self._quoted_blocks(marks)
        self.blocks = without(self.blocks, aside)
        if marks.inside:
            self.sentences = without(self.sentences, self._quoted_sentences())

    def _quoted_blocks(self, marks: Marks) -> set[int]:
        """Return the numbers of the paragraphs that stand in marks from end to end."""
        blocks = self.layout.blocks
        return {
            marked.block
            for marked in marks.inside
            if marked.outer <= blocks[marked.block].start
            and blocks[marked.block].end <= marked.after
        }

    def _quoted_sentences(self) -> set[int]:
        """Return the numbers of the sentences that open between marks."""
        found: set[int] = set()
        for opening, closing in zip(self.opens, self.closes, strict=True):
            first = bisect_right(self.sentences, opening)
            last = bisect_left(self.sentences, closing, first)
            if first < last:
                found.update(range(first, last))
        return found

    def block(self, word: int) -> int:
        """Return the number of the paragraph of *word*."""
        return bisect_right(self.blocks, word)

    def in_heading(self, word: int) -> bool:
        """Whether a word stands in a headline, a deck or a subhead."""
        blocks = self.layout.blocks
        block = bisect_right(blocks, word, key=_FIRST) - 1
        return block >= 0 and blocks[block].role in HEADINGS

    def sentence(self, word: int) -> int:
        """Return the number of the sentence of *word*."""
        return bisect_right(self.sentences, word)

    def opening(self, word: int) -> int:
        """Return the first word of the sentence of *word*."""
        at = bisect_right(self.sentences, word) - 1
        return self.sentences[at] if at >= 0 else 0

    def next(self, word: int) -> int:
        """Return the first word of the sentence behind that of *word*, or -1."""
        at = bisect_right(self.sentences, word)
        return self.sentences[at] if at < len(self.sentences) else -1

    def is_lead(self, word: int) -> bool:
        """Whether a word stands in the first paragraph of the story."""
        for block in self.layout.blocks:
            if block.role is Role.BODY:
                return block.first <= word < block.last
        return False

    def inside(self, word: int) -> bool:
        """Whether the word stands in quotation marks."""
        at = bisect_right(self.opens, word) - 1
        return at >= 0 and self.closes[at] > word

    def nearness(self, word: int) -> Callable[[int], float]:
        """Return what tells how near a word before *word* is to it.

        It is less for each sentence and paragraph between.
        """
        blocks, sentences = self.blocks, self.sentences
        block, sentence = bisect_right(blocks, word), bisect_right(sentences, word)

        def near(at: int) -> float:
            between = sentence - bisect_right(sentences, at)
            over = block - bisect_right(blocks, at)
            if over:
                return 6 - 1.5 * (min(_MOST, between)) - 2 * over
            return 6 - 1.5 * (between if between <= _MOST else _MOST + 1)

        return near


def without(items: list[Item], numbers: set[int]) -> list[Item]:
    """Return the *items* but for those with the *numbers*."""
    return [item for i, item in enumerate(items) if i not in numbers] if numbers else items
