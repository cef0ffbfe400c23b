"""The article as this stage sees it: its words, the names among them, and where things stand."""

from __future__ import annotations

from bisect import bisect_left
from contextlib import suppress
from typing import Final

from newsdoc.lexicon.names import NameWords
from newsdoc.parser.drafts import Layout
from newsdoc.parser.marks import Marks
from newsdoc.parser.sentences import Sentences
from newsdoc.parser.sources.names import find_names
from newsdoc.parser.sources.names.beside import Beside
from newsdoc.parser.sources.names.parts import Parts
from newsdoc.parser.sources.places import Places
from newsdoc.parser.words import Words

_MANY: Final = 60  # places of a word that are looked at


class Article:
    """What every part of this stage looks at.

    Attributes:
        words: the words of the article.
        lexicon: what is known of the words of names.
        names: the names of the article.
        parts: the names taken apart.
        beside: the titles beside the names.
        places: where the words stand.
    """

    __slots__ = ("_seen", "beside", "lexicon", "names", "parts", "places", "words")

    def __init__(
        self, words: Words, lexicon: NameWords, layout: Layout, sentences: Sentences, marks: Marks
    ) -> None:
        self.words = words
        self.lexicon = lexicon
        self.names = find_names(words, lexicon, layout)
        self.parts = Parts(words, lexicon, self.names)
        self.beside = Beside(words, lexicon, self.names, self.parts)
        self.places = Places(words, layout, sentences, marks)
        self._seen: dict[str, tuple[list[int], int]] = {}

    def indexes(self, word: str, stop: int) -> list[int]:
        """Return where *word* stands before *stop*; of very many the first and the last."""
        found, seen = self._seen.get(word) or ([], 0)
        if seen < stop:
            lowers = self.words.lowers
            with suppress(ValueError):
                while True:
                    seen = lowers.index(word, seen, stop) + 1
                    found.append(seen - 1)
            self._seen[word] = found, stop
        before = bisect_left(found, stop)
        if before <= _MANY:
            return found[:before]
        return found[: _MANY // 2] + found[before - _MANY // 2 : before]


class Step:
    """One step of this stage, which has at hand what the article holds.

    Attributes:
        article: the article; the others are its words, names and so on.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.words = article.words
        self.lexicon = article.lexicon
        self.names = article.names
        self.parts = article.parts
        self.places = article.places
