"""Edges of names: the words at the start and the end of a run that do or do not belong to it."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags as t
from newsdoc.lexicon.names import NameWords
from newsdoc.parser.words import Words

# Words of the closed classes are no names where a sentence opens with them.
CLOSED: Final = (
    t.DETERMINER
    | t.PREPOSITION
    | t.CONJUNCTION
    | t.SUBORDINATOR
    | t.RELATIVE
    | t.COMPLEMENTIZER
    | t.AUXILIARY
    | t.NEGATION
    | t.PRONOUN
    | t.ADVERB
)
APOSTROPHES: Final = frozenset(("'", "’", "‘"))
HYPHENS: Final = frozenset("-‐‑")
PLURAL_OWNER: Final = frozenset(("' ", "’ "))
NAMELY: Final = t.GIVEN_NAME | t.TITLE | t.BODY | t.HONORIFIC | t.PLACE
_NO_SYLLABLE: Final = CLOSED & ~t.AUXILIARY  # but 'Jae-won'
_SYLLABLE: Final = 5  # letters that one has at most
_POINTS: Final = frozenset((".", ". "))
_MAKERS: Final = ("er", "or", "airline", "supermarket", "watchdog")  # of firms told by a trade
_PARTICLE_GAPS: Final = frozenset((" ", "-"))
DOERS: Final = ("ants", "ees", "ents", "ers", "ians", "ists", "ors")  # of people by what they do
STOPS: Final = frozenset('.!?:;\n"“‘”')


class Edges:
    """Finds where a name begins and ends in the words around a run of capitals.

    Attributes:
        printed: the words of the article, as printed.
        has_plc: whether the letters of a firm are among them.
    """

    def __init__(self, words: Words, lexicon: NameWords) -> None:
        self.words = words
        self.lexicon = lexicon
        self.printed = set(words.words)
        self.has_plc = "plc" in self.printed

    def fitted(self, first: int, last: int) -> tuple[int, int]:
        """Return the first and the last word of a name with the small words at its ends.

        Where common words are all of it the last stands before the first.
        """
        words = self.words
        gaps = words.gaps
        if gaps[first] == " ":
            if words.lowers[first - 1] in self.lexicon.particles:
                first = self.opening(first)
        elif first < last and self.introduces(first, last):
            first += 1
        elif self.common(first):
            first = self.behind_common(first, last)
            if first > last:
                return first, last
        after = gaps[last + 1]
        if after in HYPHENS:
            last = self.closing(last)
        elif after == ".":
            last += words.words[last + 1] in self.lexicon.domains  # 'Pumps.com'
        elif self.has_plc and words.lowers[last + 1] == "plc":
            last += 1  # 'Roe Media plc'
        return first, last

    def introduces(self, first: int, last: int) -> bool:
        """Whether a word opens a sentence before a name: 'Brothers Jim and Joe Roe', 'Take Roe'.

        A word for a relative or a mood does before a given name: 'Gran Ann Roe', 'Angry Ann Roe'.
        """
        lower, lexicon = self.words.lowers[first], self.lexicon
        told = lower in lexicon.moods or (lower in lexicon.kin and lower not in lexicon.modifiers)
        if lower in lexicon.pairs or (told and not self.words.tags[first] & NAMELY):
            return bool(self.words.tags[first + 1] & t.GIVEN_NAME)
        if lower in lexicon.stand_ins and lower.endswith(_MAKERS):
            known = self.words.tags[first] & t.TITLE or self.words.tags[first + 1]
            return not (known or self.words.lowers[first + 1] in lexicon.modifiers)
        return last - first > 1 and lower in lexicon.imperatives

    def behind_common(self, first: int, last: int) -> int:
        """Return the first word of the name proper behind common words that open a sentence."""
        words = self.words
        while first <= last and self.common(first):
            first += 1
            while first <= last and words.words[first] == words.lowers[first]:
                first += 1
        return first

    def opening(self, first: int) -> int:
        """Return the first word of a name with the particles before it: 'von der Leyen'."""
        words, particles = self.words, self.lexicon.particles
        for _ in range(2):
            if words.gaps[first] in _PARTICLE_GAPS and words.words[first - 1] in particles:
                first -= 1
        return first

    def closing(self, last: int) -> int:
        """Return the last word of a name with the syllables behind it: 'Ban Ki-moon'."""
        gaps = self.words.gaps
        while gaps[last + 1] in HYPHENS and self.is_syllable(last + 1):
            last += 1
        return last

    def common(self, i: int) -> bool:
        """Whether a word owes its capital to the start of a sentence."""
        words = self.words
        tags = words.tags[i]
        lower = words.lowers[i]
        if tags & NAMELY or (not tags & t.CUE and lower not in self.printed):
            return False
        if words.gaps[i + 1] in HYPHENS and lower in self.lexicon.particles:
            return False  # 'Al-Hassan'
        return self.opens_sentence(i) and not self.is_initial(i)

    def is_initial(self, i: int) -> bool:
        """Whether word *i* is the first of two initials, or so: 'A.B. Roe', 'AT&T'."""
        words, after = self.words, i + 1
        if words.gaps[after] == "&":
            return True
        if len(words.words[i]) > 1 or after >= len(words) or words.gaps[after] not in _POINTS:
            return False
        return len(words.words[after]) == 1

    def opens_sentence(self, i: int) -> bool:
        """Whether word *i* follows a stop, a mark or a line break."""
        gap = self.words.gaps[i]
        return i == 0 or (gap != " " and not STOPS.isdisjoint(gap))

    def is_syllable(self, i: int) -> bool:
        """Whether word *i*, behind a hyphen, is the small half of a name: 'Ki-moon'."""
        if i >= len(self.words) or self.words.tags[i] & _NO_SYLLABLE:
            return False
        word = self.words.lowers[i]
        return (
            len(word) <= _SYLLABLE
            and word.isalpha()
            and word not in self.lexicon.compounds
            and not word.endswith("ed")
        )
