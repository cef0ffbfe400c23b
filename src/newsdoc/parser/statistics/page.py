"""What the steps of the stage share: the text in words, the word lists, the sentence at hand."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from decimal import Decimal
from typing import Final

import regex
from attrs import define

from newsdoc.lexicon import Lexicon, tags
from newsdoc.lexicon.figures import FigureWords
from newsdoc.model import Unit, UnitKind
from newsdoc.parser.drafts import FigureDraft, Pair, Sentence
from newsdoc.parser.words import Words

# What a number counts or measures as long as nothing tells.
BARE: Final = Unit(UnitKind.NUMBER)

# Gaps between two words of one number, or between a number and its unit.
HYPHENS: Final = frozenset({"-", "\u2010", "\u2011"})
DASHES: Final = frozenset({"-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"})
JOINTS: Final = frozenset(
    {"", " ", "\xa0", "\u202f", "\u2009", "\n", "\r\n", "  ", *HYPHENS, " -", "- "}
)
BLANKS: Final = frozenset({" ", "\xa0", "\u202f", "\u2009", "\n", "\r\n", "  "})
ARTICLES: Final = frozenset({"a", "an", "the"})
AND: Final = frozenset({"and", "or"})
HUNG: Final = frozenset({"over", "under"})  # before the age of a group: 'the over-75s'
WHOLES: Final = frozenset({"of", "among"})  # what opens a sentence by naming a whole
OWNS_MANY: Final = frozenset({"' ", "’ "})  # behind an owner in the plural
NO_CENTS: Final = ("/-", "/=")  # behind an amount of shillings without cents: 600m/-
# Gaps across which neither a number nor its unit goes on.
STOPS: Final = frozenset({", ", ". ", ".", "; ", ") ", "), ", "). ", ".\n", ".\n\n"})
# What opens an aside behind a word, and what closes it.
_ASIDES: Final = {" (": ") ", ", ": ", ", " — ": " — ", " – ": " – ", " - ": " - ", "—": "—"}
_ASIDE: Final = 6  # words
APOSTROPHES: Final = frozenset({"'", "’"})

# What no noun phrase goes on with.
BORDER: Final = (
    tags.PREPOSITION
    | tags.AUXILIARY
    | tags.SUBORDINATOR
    | tags.COMPLEMENTIZER
    | tags.RELATIVE
    | tags.CONJUNCTION
    | tags.PAST
)
_CLOSING: Final = tags.PREPOSITION | tags.CONJUNCTION | tags.SUBORDINATOR | tags.TIME
_NUMBER: Final = tags.NUMBER
_MARGIN: Final = 16  # words: no rule looks farther beyond its sentence without a look between
_BRACKET: Final = 80  # no more characters stand in brackets before a number
_ROW: Final = 4  # no more words of one kind stand in a row before a figure
VULGAR: Final = "½¼¾"
SIGNS: Final = "$€£¥₹"  # before an amount, and most often seen
# The sign comes first in the pattern, and what may not stand before it behind the sign:
# what looks back before it looks for a sign takes several times as long.
_VULGAR: Final = regex.compile(rf"[{VULGAR}](?<![0-9{VULGAR}].)(?<![0-9] .)(?=[ -]?\w|%)")
_NUMERAL: Final = regex.compile(r"[0-9]+(?:[.,][0-9]+)*")  # `re` takes seven times as long


@define(eq=False)
class Page:
    """One text in the hands of the stage.

    Attributes:
        text: the text.
        words: its words; `lowers`, `tags`, `gaps` and `starts` are theirs.
        lexicon: the words of the language.
        known: the part of the lexicon that is this stage's.
        numerals: where a numeral begins in each word that holds one, and where it ends.
        vulgar: where a sign like '½' stands alone before a word, perhaps with one of percent.
        dollar: the ISO 4217 code of an unmarked ``$``, or None.
        count_one: whether 'one' before a noun is counted wherever it could be.
        links: whether the text holds a link.
        views: lists in which sentences stand, each far from the next.
        window: the words of the text in lower case, but nothing for those next to the
            sentence, and for some more before and behind the text.
        found: whether what the text was searched for is in it.
        surnames: what stands behind given names and the like, or None as long as nobody asks.
        low: the first word of the sentence at hand.
        high: behind its last word.
        around: those of its words that are telling: what is not among them need not be
            looked for.
    """

    text: str
    words: Words
    lexicon: Lexicon
    known: FigureWords
    numerals: dict[int, Pair]
    vulgar: dict[int, int]
    dollar: str | None
    count_one: bool
    lowers: list[str]
    tags: list[int]
    gaps: list[str]
    starts: array[int]
    links: bool
    views: list[View]
    window: list[str]
    found: dict[str, bool]
    surnames: set[str] | None
    low: int = 0
    high: int = 0
    around: frozenset[str] = frozenset()

    @classmethod
    def of(cls, words: Words, lexicon: Lexicon, dollar: str | None, count_one: bool) -> Page:
        """Return the page of *words*, its numerals found."""
        return cls(
            words.text,
            words,
            lexicon,
            lexicon.figures,
            *_numerals(words),
            dollar,
            count_one,
            words.lowers,
            words.tags,
            words.gaps,
            words.starts,
            "/" in words.text and "://" in words.text,  # one sign is found faster than three
            [],
            [],
            {},
            None,
        )

    def spots(self) -> list[int]:
        """Return the words where a number may begin, and behind them one that is no word."""
        spelled = self.words.carrying(_NUMBER)
        return [*sorted({*self.numerals, *spelled, *self.vulgar}), len(self.words)]

    def open(self, sentence: Sentence, spots: list[int]) -> Passage:
        """Return the passage of a sentence; sentences are opened in their order."""
        low, high = sentence.first, sentence.last
        for view in self.views:
            if low - view.end >= _MARGIN:
                break
        else:
            view = View([""] * (len(self.words) + _MARGIN))
            self.views.append(view)
        view.words[low:high] = inside = self.lowers[low:high]
        view.end = high
        around = self.known.telling.intersection(inside)
        return Passage(sentence, low, high, view.words, around, spots, [])

    def turn_to(self, passage: Passage) -> None:
        """Take a sentence in hand."""
        self.low, self.high = passage.first, passage.last
        self.window, self.around = passage.window, passage.around

    def end(self, i: int) -> int:
        """Return the offset behind word *i*."""
        return self.starts[i] + len(self.words.words[i])

    def behind(self, i: int, words: frozenset[str]) -> int:
        """Return the last word at *i* or before it that is none of a few such words in a row."""
        if self.window[i] not in words:
            return i  # as most
        last = self.since(i - _ROW)
        while i > last and self.lowers[i] in words:
            i -= 1
        return i

    def since(self, i: int) -> int:
        """Return word *i*, or the first of the sentence where that stands behind it."""
        return i if i > self.low else self.low  # noqa: FURB136 -- 'max' takes three times as long

    def until(self, i: int) -> int:
        """Return word *i*, or the end of the sentence where that stands before it."""
        return i if i < self.high else self.high  # noqa: FURB136 -- so does 'min'

    def follows(self, i: int) -> str:
        """Return word *i* in lower case where only a blank stands before it, or nothing."""
        return self.lowers[i] if i < self.high and self.gaps[i] in BLANKS else ""

    def holds(self, printed: str) -> bool:
        """Whether something is printed anywhere in the text, looked for only once."""
        if printed not in self.found:
            self.found[printed] = printed in self.text
        return self.found[printed]

    def names(self, surname: str) -> bool:
        """Whether the text gives somebody this surname; all surnames are found at once."""
        if self.surnames is None:
            printed, last = self.words.words, len(self.words) - 1
            self.surnames = {
                printed[k + 1]
                for kind in (tags.GIVEN_NAME, tags.HONORIFIC)
                for k in self.words.carrying(kind)
                if k < last and self.gaps[k + 1] in BLANKS
            }
        return surname in self.surnames

    def leads(self, i: int, kinds: int) -> bool:
        """Whether word *i* is of one of these kinds, and only a blank stands before it."""
        return i < self.high and self.gaps[i] in BLANKS and self.tags[i] & kinds != 0

    def closes(self, i: int) -> bool:
        """Whether no noun phrase goes on at word *i*."""
        return not self.follows(i) or self.leads(i, _CLOSING)

    def behind_aside(self, i: int, gap: str) -> int:
        """Return the 'of' behind a short aside that opens with *gap* before word *i*, or *i*."""
        closing = _ASIDES.get(gap)
        if gap == ", " and self.window[i] != "or":  # 'a quarter, or 25 percent, of the pits'
            return i
        if closing is not None and "of" in self.window[i : i + _ASIDE]:
            for k in range(i + 1, self.until(i + _ASIDE)):
                if self.gaps[k].endswith(closing):
                    return k if self.lowers[k] == "of" else i
        return i

    def closes_mark(self, figure: Figure) -> bool:
        """Whether a bracket closes behind a number, and none opened before: '4) Tea, 5) Rum'."""
        closed = self.gaps[figure.last][:1] == ")"
        return closed and "(" not in self.text[max(0, figure.start - _BRACKET) : figure.start]

    def tail(self, figure: Figure) -> str:
        """Return what stands between a figure and the next word, its own sign left out."""
        last, begin = figure.last, figure.end
        if self.gaps[last] == " " and not figure.rest:
            return " "  # no sign stands in it
        end = self.starts[last] if last < len(self.starts) else len(self.text)
        return self.text[begin:end]


def _numerals(words: Words) -> tuple[dict[int, Pair], dict[int, int]]:
    """Return the first numeral that begins in each word, and signs like '½' before one."""
    numerals: dict[int, Pair] = {}
    text, starts = words.text, words.starts
    for found in _NUMERAL.finditer(text):
        span = found.span()
        numerals.setdefault(bisect_right(starts, span[0]) - 1, span)
    vulgar: dict[int, int] = {}
    if any(sign in text for sign in VULGAR):
        for found in _VULGAR.finditer(text):
            vulgar.setdefault(words.after(found.start()), found.start())
    return numerals, vulgar


@define(eq=False)
class Figure(FigureDraft):
    """A figure in the making: at first a number, then what is read around it.

    Attributes:
        form: how the number is written: numeral, words, half-unit, fraction, vague, fold.
        width: the characters of its numeral, or 0.
        rest: letters glued to its end that are no part of it: a unit, or anything.
        places: by how many places a magnitude shifted it.
        before: the figure before it in its sentence, or None.
        front: the first word of its bound.
        noun: the words of the counted noun phrase, or None.
        shares: whether its noun is left out, and is that of a figure before.
        dropped: whether it is no figure after all.
    """

    form: str = "numeral"
    width: int = 0
    rest: str = ""
    places: int = 0
    before: Figure | None = None
    front: int = 0
    noun: Pair | None = None
    shares: bool = False
    dropped: bool = False

    def amount_to(self, value: Decimal) -> None:
        """Take a value: a number, not a range."""
        self.low = self.high = value

    def negate(self) -> None:
        """Turn the value round: what is below zero. Unlike ``-``, it rounds nothing."""
        self.low, self.high = self.high.copy_negate(), self.low.copy_negate()

    def measured(self, unit: Unit, last: int, end: int, why: str) -> bool:
        """Take a unit that ends before word *last*, at offset *end*; true, for rules to return."""
        self.unit, self.last, self.end, self.why = unit, last, end, why
        return True

    def behind(self) -> int:
        """Return the word behind the figure and the noun that it counts."""
        last, noun = self.last, self.noun
        return noun[1] if noun is not None and noun[1] > last else last


@define(eq=False)
class View:
    """A list of words in lower case, of which only those of some sentences are printed."""

    words: list[str]
    end: int = -_MARGIN


@define(eq=False)
class Passage:
    """A sentence with its words, its window and its telling words, and the figures in it."""

    sentence: Sentence
    first: int
    last: int
    window: list[str]
    around: frozenset[str]
    spots: list[int]
    figures: list[Figure]
