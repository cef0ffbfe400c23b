"""Sentences: where each paragraph's sentences begin and end."""

from __future__ import annotations

from newsdoc.lexicon import Lexicon
from newsdoc.parser.drafts import Layout, Sentence
from newsdoc.parser.words import Words

Sentences = list[list[Sentence]]  # of each block of the layout


def split_sentences(words: Words, lexicon: Lexicon, layout: Layout) -> Sentences:
    """Return the sentences of each block of the layout."""
    del words, lexicon
    return [[Sentence(b.start, b.end, b.first, b.last)] for b in layout.blocks]
