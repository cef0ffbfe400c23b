"""Shapes: what a line looks like on its own, before its place in the text is weighed."""

from __future__ import annotations

import re
from typing import Final, Literal

from attrs import evolve

from newsdoc.lexicon.layout import LayoutWords, Openers
from newsdoc.lexicon.tags import CUE, MONTH, WEEKDAY
from newsdoc.parser.layout.byline import inner_byline, is_role, opens_byline, read_signers
from newsdoc.parser.layout.dates import says_time
from newsdoc.parser.layout.lines import BULLET, Line
from newsdoc.parser.words import Words

# What a line looks like on its own.
Shape = Literal[
    "prose",  # sentences
    "short",  # a few words without an end: a title, a name, a label
    "call",  # a short question or exclamation: a title as likely as a sentence
    "item",  # opens with a bullet or a number
    "byline",
    "date",
    "credit",  # whose picture it is, alone or behind a caption
    "label",  # 'Read more': links to other stories follow
    "junk",  # a phrase of the page, not of the story
    "mark",  # no word at all
]

SENTENCES: Final = frozenset({"short", "call", "prose"})  # what a title or a deck may look like

_STOPS: Final = ".!?…:—"
_CLOSERS: Final = "\"'”’»)]*"
_ENDS: Final = '.!?…"”'  # marks that end most paragraphs
_ODD: Final = "([©0123456789"  # characters that open credits
_LONG: Final = 22  # words of a line that is prose even without a full stop
_SURE: Final = 20  # words of a line with an end that is taken for prose, whatever it speaks of
_CALL: Final = 20  # words of the longest question that may be a title
# Who filed what stands before it: 'He is in custody. – AFP', '/jpv'.
_FILED: Final = re.compile(
    r"[.!?][\"”’)]? (?:[—–-]{1,2} ?[A-Z][\w.]+|/[a-z]{2,4})$|[a-z]{3}[.!?][\"”’)]? [A-Z]{2,9}$"
)
# The station or paper before a bar, and 'By' behind it.
_STATION: Final = re.compile(r"[A-Z\d][\w&-]*(?: [A-Z\d][\w&-]*){0,4} ?[/|] ?[Bb][Yy]\s+")
_SIGNED: Final = 10  # words of the longest line that is a name with a handle or a role
_LABEL: Final = 3  # words of the longest label before a colon
_TEASER: Final = 15  # words of the longest title that the page cuts short with dots
_PHRASE: Final = 8  # words of the longest phrase that is a whole line of the page
OPENING: Final = "\"“‘'„«"  # the marks that a quote opens with
_NOTICE: Final = 70  # words of the longest line that an opening phrase can mark as the page's
_DATE_WORDS: Final = 5  # words that have nothing to do with dates in a line that is about one
_DATE_LINE: Final = 30  # words of the longest line that is about a date
_DATE_SENTENCE: Final = 16  # and of the longest that ends with a point: '… 9:45 a.m.'
_LABELS: Final = frozenset({"published", "updated"})  # what opens a line that is about a date
_TAIL: Final = 90  # characters at the end of a line in which its credit stands
_CLOCKS: Final = ("a.m.", "p.m.")  # ends of lines whose point ends no sentence
_SAID: Final = frozenset({"said", "told"})  # in a title it 'says'
_WROTE: Final = _SAID | {"added", "posted", "tweeted", "wrote"}
_JOINS: Final = frozenset({"and", "the"})
_BEFORE_MARKS: Final = frozenset({': "', ": “"})
# How much of a text that breaks off a feed left out: '… [+210 chars]'
_LEFT_OUT: Final = re.compile(r"\[\+\d+ chars\]$")
DIGIT: Final = re.compile(r"\d")
_ADDRESS: Final = re.compile(
    r"(?:\W*(?:https?://|www\.)\S+|\S+@[\w-]+(?:\.\w+)+|@\w+|[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,6}/\S*)$"
)
# The label of a turn in a transcript, with a role or a stage direction: 'ROE, MAYOR:'.
_TURN: Final = r"[A-ZÀ-Þ][%s.'’ -]{0,40}(?:(?:,| \()[^:\n]{1,40})?:\s"
SPEAKER: Final = re.compile(r"[QA]\.\s|" + _TURN % r"\w")
SHOUTED: Final = re.compile(_TURN % "A-ZÀ-Þ")
# '“It is over.” — Jane Doe', and without a stop where it is told who she is: 'Jane Doe, mayor'.
_SIGNED_SAYING: Final = re.compile(
    r"[\"“][^\"“”\n]+(?:[.!?][\"”] ?[—–-] ?[A-Z]"
    r"|[\"”] ?[—–-] ?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}, \w)"
)
# Who posted something, and when: '— Ann Roe (@annroe) May 4, 2024'.
_POSTED: Final = re.compile(r"[—–-]+ ?[^\n(—–]{1,50}\(@\w{1,30}\)(?: [\w.,: ·]{4,30})?$")
# Where a sentence ends inside a line: 'too far. That', but not 'U.S. troops'.
_INNER_STOP: Final = re.compile(r"[^\W\dA-Z][^\W\d_][.!?][\"'”’)]? +[\"'“‘(]?[A-Z]")


class Eye:
    """Sees the shape of lines."""

    def __init__(self, words: Words, lexicon: LayoutWords) -> None:
        self.words = words
        self.lexicon = lexicon
        self.text = words.text

    def shape(self, line: Line) -> Shape:
        """Return the shape of a line."""
        size = line.last - line.first
        text = self.text
        if size == 0 or (text[line.start] == "_" and not text[line.start : line.end].strip("_")):
            return "mark"
        if size > _SIGNED and self._is_plain(line, size):
            return "prose"
        return self._page(line, size) or self._shape_at_large(line, size)

    def _is_plain(self, line: Line, size: int) -> bool:
        """Whether a line is prose at a glance, as most lines of most articles are."""
        text, lowers = self.text, self.words.lowers
        if text[line.end - 1] not in _ENDS or text[line.start] in _ODD:
            return False
        if lowers[line.first] in self.lexicon.watched and self._may_be_page(line):
            return False
        if size >= _SURE:
            return True
        if self.stops(line) != "." or text.endswith("...", line.start, line.end):
            return False
        if BULLET.match(text, line.start, line.end):
            return False
        timed = lowers[line.last - 1] in self.lexicon.date_words
        return not timed and not DIGIT.search(text, line.start, line.end)

    def _may_be_page(self, line: Line) -> bool:
        """Whether the line opens like a credit or a phrase of the page."""
        credited = self.words.lowers[line.first] in self.lexicon.credit_words
        return credited or self.opens(line, self.lexicon.openers)

    def _shape_at_large(self, line: Line, size: int) -> Shape:
        """Return the shape of a line that is no phrase of the page."""
        text, stop = self.text, self.stops(line)
        if size >= _SURE and stop:
            return "credit" if self._opens_credit(line) else "prose"
        opening = text[line.start]
        if not opening.isalpha() and BULLET.match(text, line.start, line.end):
            dated = self.lexicon.date.match(text, line.start, line.end)  # '8. May 2024'
            return "date" if dated and self._is_date(line) else "item"
        if _ADDRESS.match(text, line.start, line.end):
            return "junk"
        return self._shape_of_short(line, size, stop)

    def _shape_of_short(self, line: Line, size: int, stop: str) -> Shape:
        """Return the shape of a line that is no long sentence."""
        end = "" if self.text.endswith(_CLOCKS, line.start, line.end) else stop
        sentence = bool(end) and size > _SIGNED
        if not sentence and size <= _LONG and self._is_byline(line, size, end):
            return "byline"
        told = stop and self.lexicon.date_words.get(self.words.lowers[line.first]) not in _LABELS
        if size <= (_DATE_SENTENCE if told else _DATE_LINE) and self._is_date(line):
            return "date"
        if _SIGNED_SAYING.match(self.text, line.start, line.end):
            return "prose"
        filed = not stop and _FILED.search(self.text, max(line.start, line.end - _TAIL), line.end)
        if filed and (size > _SIGNED or self._told(line)):
            return "prose"
        if self._opens_credit(line) or self._ends_with_credit(line, stop):
            return "credit"
        if stop and stop in "?!" and size <= _CALL:
            speaks = self._introduces(line) or SPEAKER.match(self.text, line.start, line.end)
            return "prose" if speaks or self.holds_stop(line) else "call"
        if filed or self._breaks_off(line) or (not stop and self._quotes(line)):
            return "prose"
        teaser = size <= _TEASER and self.text.endswith(("...", "…"), line.start, line.end)
        if ((stop and size > 1) or size >= _LONG) and not teaser:
            return "prose"
        return "short"

    def holds_stop(self, line: Line) -> bool:
        """Whether a sentence ends inside the line."""
        return _INNER_STOP.search(self.text, line.start, line.end) is not None

    def stops(self, line: Line) -> str:
        """Return the mark that ends the sentence at the end of the line, or ''."""
        text, i = self.text, line.end - 1
        while i > line.start and text[i] in _CLOSERS:
            i -= 1
        return text[i] if text[i] in _STOPS else ""

    def asks(self, line: Line) -> bool:
        """Whether the line is a question, and not one that is quoted."""
        return self.stops(line) == "?" and self.text[line.start] not in OPENING

    def phrase(self, line: Line) -> str:
        """Return the words of a line, each figure as 0."""
        lowers = self.words.lowers[line.first : line.last]
        return " ".join(["0" if word.isdigit() else word for word in lowers])

    def kinds(self, line: Line) -> frozenset[str]:
        """Return the kinds of page phrase that the whole line is."""
        if line.last - line.first > _PHRASE:
            return frozenset()
        return self.lexicon.boilerplate.get(self.phrase(line), frozenset())

    def posted(self, line: Line) -> int | None:
        """Return where it begins to say who posted what stands before it, if it does."""
        found = _POSTED.search(self.text, max(line.start, line.end - _TAIL), line.end)
        return found.start() if found else None

    def labelled(self, line: Line) -> bool:
        """Whether the line begins with a label of the page and a colon or a bar."""
        gaps, lowers = self.words.gaps, self.words.lowers
        for i in range(line.first + 1, min(line.first + _LABEL + 1, line.last)):
            if gaps[i].strip() in {":", "|"}:
                return bool(self.lexicon.boilerplate.get(" ".join(lowers[line.first : i])))
        return False

    def _page(self, line: Line, size: int) -> Shape | None:
        """Return the shape of a line that is a phrase of the page, or begins with one."""
        if size <= _PHRASE:
            kinds = self.kinds(line)
            if "label" in kinds or "tail" in kinds:
                return "label"
            if "line" in kinds or self._ends_with_phrase(line):
                return "junk"
        if size <= _NOTICE and self.opens(line, self.lexicon.openers):
            return "junk"
        return None

    def _ends_with_phrase(self, line: Line) -> bool:
        """Whether the page's section and a phrase of it are all: 'Analysis · 7 min read'."""
        start = max(self.text.rfind(mark, line.start, line.end) for mark in "|•·")
        if start < 0 or DIGIT.search(self.text, line.start, start):
            return False
        behind = self.words.after(start)
        return "line" in self.kinds(evolve(line, first=behind))

    def opens(self, line: Line, phrases: Openers) -> bool:
        """Whether the line begins with one of the phrases, and nobody says it."""
        lowers, first = self.words.lowers, line.first
        word = lowers[first]
        seconds = phrases.get("0" if word.isdigit() else word)
        if seconds is None or self.text[line.start] in OPENING:
            return False  # '“Thank you for coming,” she said.'
        if "" in seconds:
            return True
        if first + 1 >= line.last:
            return False
        word = lowers[first + 1]
        for rest in seconds.get("0" if word.isdigit() else word, ()):
            found = lowers[first + 1 : min(first + 1 + len(rest), line.last)]
            if ["0" if word.isdigit() else word for word in found] == list(rest):
                return True
        return False

    def _is_byline(self, line: Line, size: int, stop: str) -> bool:
        """Whether the line begins with 'By' and a name, or has them behind its date."""
        text, lowers = self.text, self.words.lowers[line.first : line.last]
        if self.lexicon.byline.heads.isdisjoint(lowers) and not lowers[0].startswith(
            self.lexicon.byline.glued
        ):
            return size <= _SIGNED and not stop and self._is_signed(line, lowers)
        behind = opens_byline(text, line.start, line.end, self.lexicon)
        if behind is not None:
            if behind >= line.end:
                return True
            timed = size > 1 and self.words.tags[line.first + 1] & (MONTH | WEEKDAY)
            named = text[behind].isupper() or (size > 1 and lowers[1] in self.lexicon.roles)
            if not named or timed or (stop and size > _PHRASE):
                return False
            if size > 1 and all(word in self.lexicon.roles for word in lowers[1:]):
                return lowers[-1] in self.lexicon.role_words  # 'By Our Correspondent'
            return bool(read_signers(text, behind, line.end, self.lexicon))
        inner = inner_byline(text, line.start, line.end, self.lexicon)
        if inner is None:
            return False
        before = _STATION.fullmatch(text, line.start, inner)  # 'Radio Vell / By Ann Holt'
        if not before and not self.lexicon.date.search(text, line.start, inner):
            return False
        return bool(read_signers(text, inner, line.end, self.lexicon))

    def dated(self, line: Line) -> bool:
        """Whether a line about a time speaks of the article: with a day, a label, or 'ago'."""
        if self.lexicon.date.search(self.text, line.start, line.end):
            return True
        words = self.words.lowers[line.first : line.last]
        return any(self.lexicon.date_words.get(word, "talk") != "talk" for word in words)

    def clocked(self, line: Line) -> bool:
        """Whether a line about a time tells the time of day, and not the day."""
        if self.lexicon.date.search(self.text, line.start, line.end):
            return False
        return says_time(self.text, line.start, line.end, self.lexicon)

    def _is_signed(self, line: Line, lowers: list[str]) -> bool:
        """Whether the line is a name with a handle or a role behind it."""
        text = self.text
        handle = text.find("@", line.start, line.end)
        helped = "with" in lowers
        if handle < 0 and not helped and self.lexicon.role_words.isdisjoint(lowers):
            return False
        people = read_signers(text, line.start, line.end, self.lexicon).people
        if not people or people[0][0] != line.start:
            return False
        rest = text[people[-1][1] : line.end].strip(" ,|-–—\u00a0")
        if helped and rest.lstrip("(").startswith("with "):
            helpers = set(lowers[lowers.index("with") + 1 :]) - _JOINS
            return helpers <= self.lexicon.agencies  # 'Ann Holt with AFP, dpa'
        return rest.startswith("@") or is_role(rest, self.lexicon)

    def _is_date(self, line: Line) -> bool:
        """Whether the line says when, and little else."""
        text, lexicon = self.text, self.lexicon
        if text[line.start] in "—–-":  # a signature: '— Name (@handle) May 4, 2026'
            return False
        talk = lexicon.date_words
        relative = talk.get(self.words.lowers[line.last - 1]) == "relative"
        if not relative and not DIGIT.search(text, line.start, line.end):
            return False
        lowers = self.words.lowers[line.first : line.last]
        if talk.get(lowers[0]) == "life":
            return False  # 'Born: 4 March 1931'
        foreign = sum(
            not (word[0].isdigit() or tag & (MONTH | WEEKDAY))
            and word not in talk
            and word not in lexicon.zones
            for word, tag in zip(lowers, self.words.tags[line.first : line.last], strict=True)
        )
        if foreign > _DATE_WORDS or self._tells(line):
            return False
        if lexicon.date.search(text, line.start, line.end):
            return True
        return foreign <= 1 and (relative or says_time(text, line.start, line.end, lexicon))

    def _tells(self, line: Line) -> bool:
        """Whether somebody says something in a sentence: 'On May 4, 2026, he said it was late.'."""
        if not self.stops(line):
            return False
        talk, words = self.lexicon.date_words, self.words
        inside = range(line.first, line.last)
        return any(words.tags[i] & CUE and words.lowers[i] not in talk for i in inside)

    def _introduces(self, line: Line) -> bool:
        """Whether a verb of saying introduces what the line ends with: 'Roe cried: “No!”'."""
        gaps, tags = self.words.gaps, self.words.tags
        return any(
            tags[i] & CUE and gaps[i + 1][:1] in {":", ","} and gaps[i + 1][-1:] in {'"', "“"}
            for i in range(line.first, line.last - 1)
        )

    def _quotes(self, line: Line) -> bool:
        """Whether what somebody said or wrote ends the line: 'Roe wrote on a wall: “Bye x”'."""
        if self.text[line.end - 1] not in '"”':
            return False
        gaps, told = self.words.gaps, range(line.first + 1, line.last)
        colon = next((i for i in told if gaps[i] in _BEFORE_MARKS), line.first)
        return not _WROTE.isdisjoint(self.words.lowers[line.first : colon])

    def _breaks_off(self, line: Line) -> bool:
        """Whether the text breaks off amid a sentence: 'She said: “It was a', '… [+210 chars]'."""
        if line.last < len(self.words):
            return False
        text, start, end = self.text, line.start, line.end
        if text.rfind("“", start, end) > text.rfind("”", start, end):
            return True
        quotes = text[start] == '"' or self._introduces(line)
        if quotes and text.count('"', start, end) % 2:
            return True
        return self._told(line) or _LEFT_OUT.search(text, start, end) is not None

    def _told(self, line: Line) -> bool:
        """Whether somebody said something, or told it."""
        return not _SAID.isdisjoint(self.words.lowers[line.first : line.last])

    def _opens_credit(self, line: Line) -> bool:
        """Whether the line opens as a caption or a credit."""
        first = self.words.lowers[line.first]
        if self.text[line.start].isalpha() and first not in self.lexicon.credit_words:
            return False
        return self.lexicon.credit_opens.match(self.text, line.start, line.end) is not None

    def _ends_with_credit(self, line: Line, stop: str) -> bool:
        """Whether the line ends with the credit of a picture."""
        text, lexicon = self.text, self.lexicon
        bracket = text[line.end - 1] in ")]"
        if stop and not bracket:
            return False
        words = self.words.lowers[line.first : line.last]
        tail = max(line.start, line.end - _TAIL)
        likely = (
            bracket or "/" in text[tail : line.end] or not lexicon.credit_words.isdisjoint(words)
        )
        if likely and lexicon.credit_ends.search(text, tail, line.end):
            return True
        ends = words[-3:]
        known = not lexicon.agencies.isdisjoint(ends)
        return known and lexicon.role_words.isdisjoint(ends)
