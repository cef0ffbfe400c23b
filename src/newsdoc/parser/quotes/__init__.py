"""Quotes: content, cue and speaker of everything that is said: direct, mixed, indirect.

The text is read in units: a sentence, several that a marked span holds together, or a part.

    scene     the words, and what stands between them
    units     what is read at a time
    clauses   a folder: which words of a unit are verbs of saying, and the words around them
    claims    a folder: who says what in a unit, from each verb of saying
    labels, loose, turns, headings   who speaks where no verb tells
    reader    marks that no claim holds, and what goes on from unit to unit
"""

from __future__ import annotations

from newsdoc.lexicon import Lexicon
from newsdoc.parser.drafts import Layout, Speech
from newsdoc.parser.marks import Marks
from newsdoc.parser.quotes.claims import UnitReader
from newsdoc.parser.quotes.clauses.verbs import read_verbs
from newsdoc.parser.quotes.headings import credited_headings
from newsdoc.parser.quotes.mentions import Mentions
from newsdoc.parser.quotes.reader import Reader
from newsdoc.parser.quotes.scene import Scene
from newsdoc.parser.quotes.turns import turn_labels
from newsdoc.parser.quotes.units import read_units
from newsdoc.parser.sentences import Sentences
from newsdoc.parser.words import Words


def read_quotes(
    words: Words, lexicon: Lexicon, layout: Layout, sentences: Sentences, marks: Marks
) -> Speech:
    """Return the quotes of the text, in order.

    The steps go through the text one after the other: a rule finds what it needs sooner
    where the machine keeps it from the unit before.
    """
    if not words.words:
        return Speech([], list(marks.notices))
    scene = Scene(words, layout, marks, lexicon.speech)
    units = read_units(scene, layout, sentences)
    mentions, labels = Mentions(scene), turn_labels(scene)
    readers: list[UnitReader] = []
    for unit in units:
        if unit.cues and unit.block not in labels:
            verbs = read_verbs(scene, unit)
            if verbs:
                readers.append(UnitReader(scene, mentions, unit, verbs))
    for reader in readers:
        reader.read_subjects()
    for reader in readers:
        reader.read_closing()
    for reader in readers:
        reader.read_opening()
    headings = credited_headings(scene, units, readers)
    quotes = Reader(scene, mentions, labels, headings, readers).read(units)
    return Speech(quotes, list(marks.notices))
