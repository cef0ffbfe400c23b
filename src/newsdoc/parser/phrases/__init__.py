"""Phrases: where a noun phrase begins or ends, told from the words around it.

Without a tagger, a noun phrase is found by its borders: punctuation, the words
that open clauses, and what shows that a verb has begun. A phrase is a range of
words: the first, and the one behind the last.
"""

from newsdoc.parser.phrases.amounts import behind_bound, is_number
from newsdoc.parser.phrases.belonging import PEOPLE, relative_before
from newsdoc.parser.phrases.borders import (
    ARTICLES,
    ERAS,
    INDEFINITE,
    WHEN,
    Gapped,
    Phrase,
    adverb_belongs,
    ends_as_adverb,
    is_verb,
    is_year,
)
from newsdoc.parser.phrases.inserted import apposed_phrase
from newsdoc.parser.phrases.left import left_phrase
from newsdoc.parser.phrases.right import right_phrase

__all__ = [
    "ARTICLES",
    "ERAS",
    "INDEFINITE",
    "PEOPLE",
    "WHEN",
    "Gapped",
    "Phrase",
    "adverb_belongs",
    "apposed_phrase",
    "behind_bound",
    "ends_as_adverb",
    "is_number",
    "is_verb",
    "is_year",
    "left_phrase",
    "relative_before",
    "right_phrase",
]
