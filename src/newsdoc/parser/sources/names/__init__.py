"""Names found in the article, in order.

Headlines in title case, bylines and boilerplate define no names, and a headline
is searched for those of the story. What a run of capitals is one name is told by
`newsdoc.parser.sources.names.runs`; what it names by `newsdoc.parser.sources.names.parts`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from itertools import chain, compress, count
from operator import ne
from typing import Final

from newsdoc.lexicon.names import NameWords
from newsdoc.model import Role
from newsdoc.parser.drafts import Layout
from newsdoc.parser.sources.names.runs import RunReader
from newsdoc.parser.words import Words

_SKIPPED: Final = frozenset((Role.BYLINE, Role.BOILERPLATE, Role.DATELINE))
_BODY: Final = Role.BODY
# Numbers of words, made once: else they take a third of the search for capitals.
_NUMBERS: Final = tuple(range(4096))
HEADINGS: Final = frozenset((Role.HEADLINE, Role.DECK, Role.SUBHEAD))


class Names:
    """The names of an article, in order.

    Attributes:
        words: the words of the article.
        first: for each name the number of its first word.
        last: for each name the number of its last word (included).
        holding: the names of two words and more that hold a word, as printed.
        printed: the words of the article, as printed.
    """

    __slots__ = ("_alone", "first", "holding", "last", "printed", "words")

    def __init__(
        self, words: Words, first: list[int], last: list[int], printed: AbstractSet[str]
    ) -> None:
        self.words = words
        self.printed = printed
        self.first = first
        self.last = last
        holding: defaultdict[str, list[int]] = defaultdict(list)
        alone: defaultdict[str, list[int]] = defaultdict(list)
        for name, (opens, closes) in enumerate(zip(first, last, strict=True)):
            if opens == closes:
                alone[words.words[opens]].append(name)
            else:
                for word in words.words[opens : closes + 1]:
                    holding[word].append(name)
        self.holding: Mapping[str, list[int]] = holding
        self._alone: Mapping[str, list[int]] = alone

    def alone(self, word: str) -> list[int]:
        """Return the names that are *word* alone."""
        return self._alone.get(word, [])

    def at(self, word: int) -> int:
        """Return the name that *word* belongs to, or -1."""
        name = bisect_right(self.first, word) - 1
        return name if name >= 0 and self.last[name] >= word else -1

    def before(self, word: int) -> int:
        """Return the number of names that start before *word*."""
        return bisect_left(self.first, word)


def find_names(words: Words, lexicon: NameWords, layout: Layout) -> Names:
    """Return the names of the article."""
    capitals, headings = split_capitals(words, layout)
    reader = RunReader(words, lexicon)
    reader.read(capitals)
    if headings:
        reader.read_again(headings)
    return Names(words, reader.first, reader.last, reader.printed)


def split_capitals(words: Words, layout: Layout) -> tuple[list[int], list[int]]:
    """Return the words with capitals of the story, and those of its headings in title case."""
    numbers = chain(_NUMBERS, count(len(_NUMBERS)))
    capitals = list(compress(numbers, map(ne, words.words, words.lowers)))
    filed = layout.dateline.span if layout.dateline else None
    filed_at = filed.start if filed else -1
    story: list[int] = []
    headings: list[int] = []
    at = 0
    for block in layout.blocks:
        role = block.role
        opens = block.start <= filed_at < block.end
        if role is _BODY and not opens:
            continue
        start = bisect_left(capitals, block.first, at)
        if filed is not None and opens:  # where it was filed says nothing of who acts
            stop = bisect_left(capitals, words.after(filed.end), start)
        else:
            stop = bisect_left(capitals, block.last, start)
        if role in HEADINGS:
            if (stop - start) * 5 <= (block.last - block.first) * 3:
                continue
            headings += capitals[start:stop]
        elif not opens and role not in _SKIPPED:
            continue
        story += capitals[at:start]
        at = stop
    story += capitals[at:]
    return story, headings
