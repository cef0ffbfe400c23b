"""Marks: quotation marks paired, across paragraphs where a quote runs on."""

from __future__ import annotations

from attrs import define, field

from newsdoc.lexicon import Lexicon
from newsdoc.model import Notice
from newsdoc.parser.drafts import Layout, Pair
from newsdoc.parser.words import Words


@define(eq=False)
class Marks:
    """What the marks stage reads: what stands inside each outermost pair, in order.

    Attributes:
        inside: offsets of what lies between the marks.
        notices: marks that nothing closes.
    """

    inside: list[Pair]
    notices: list[Notice] = field(factory=list)


def pair_marks(words: Words, lexicon: Lexicon, layout: Layout) -> Marks:
    """Return the marked spans of the text."""
    del words, lexicon, layout
    return Marks([])
