"""Quotes: content, cue and speaker of everything that is said: direct, mixed, indirect."""

from __future__ import annotations

from newsdoc.lexicon import Lexicon
from newsdoc.parser.drafts import Layout, Speech
from newsdoc.parser.marks import Marks
from newsdoc.parser.quotes.reader import Reader
from newsdoc.parser.quotes.scene import Scene
from newsdoc.parser.sentences import Sentences
from newsdoc.parser.words import Words


def read_quotes(
    words: Words, lexicon: Lexicon, layout: Layout, sentences: Sentences, marks: Marks
) -> Speech:
    """Return the quotes of the text, in order."""
    if not words.words:
        return Speech([], list(marks.notices))
    scene = Scene(words, layout, sentences, marks)
    return Speech(Reader(scene, lexicon.speech).read(), list(marks.notices))
