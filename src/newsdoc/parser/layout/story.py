"""The story: where it begins and ends among the lines of the page, and its headline.

The story is the run of lines with the most prose: each line weighs what its words
count if it is prose, and against the story if it is not; the heaviest run (found in
one pass) is the story. So a block of short lines behind the last long paragraph ends
it, whatever the lines say, while a caption or a subhead inside it does not.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from attrs import define, field

from newsdoc.model import Dateline, Role
from newsdoc.parser.layout.datelines import read_dateline
from newsdoc.parser.layout.lines import Line
from newsdoc.parser.layout.shapes import SENTENCES, SPEAKER, Eye, Shape

_CALLS: Final = 5  # words of the shortest exclamation that opens a story
_WEIGHTS: Final = {
    "short": -6,
    "call": 0,
    "item": 1,
    "byline": -10,
    "date": -8,
    "credit": -4,
    "label": -6,
    "junk": -6,
    "mark": -3,
}
_HEAVIEST: Final = 50  # the weight of any longer paragraph
_LIGHTEST: Final = 8  # the weight of any shorter one
_TOP: Final = 12  # lines from the start of the prose in which the real start may still show
_FOREWORD: Final = 90  # words of prose that may stand before the byline: deck and caption
_FOREWORDS: Final = 2  # paragraphs of it
_CHROME: Final = 3  # times that a phrase of the page stands among the paragraphs, not around them
_REPEATED: Final = 4  # words of the shortest line that says something by being repeated
_TITLE: Final = 5  # words from which a title does not gain by more
_FIRST_TITLE: Final = 4  # words from which the very first line does not
_LONGEST_TITLE: Final = 36
_LONGEST_DOUBLE: Final = 16  # words of the longest title of two sentences: 'It rained. Again.'
_TURNS: Final = 5  # lines that show whether a text without a headline is a transcript
_MIN_TITLE: Final = 5  # the least score of a headline
_ISOLATED, _TWICE, _LATE, _STOPPED = 4, 3, 6, 3  # what counts for and against a headline
_CAPITALS: Final = 0.7  # share of the words of a title in title case that have a capital
_BEHIND: Final = 4  # the least part of the story's prose that cannot stand behind its end
_MAIL: Final = re.compile(r"\w@\w")  # an address, as in the head of a message or release
_AIRY: Final = 0.6  # share of paragraphs behind an empty line where empty lines mean something


@define(eq=False)
class Story:
    """The lines of a text with their shapes and roles.

    Attributes:
        eye: what sees the lines.
        lines: the lines in order.
        sizes: how many words each has.
        shapes: the shape of each.
        roles: the role of each; None until it is given one.
        start: number of the story's first line.
        end: number behind its last one.
        headline: number of the headline, or None.
        airy: whether empty lines stand between paragraphs.
        bare: whether there is no prose at all.
    """

    eye: Eye
    lines: list[Line]
    sizes: list[int] = field(init=False)
    shapes: list[Shape] = field(init=False)
    roles: list[Role | None] = field(init=False)
    start: int = 0
    end: int = 0
    headline: int | None = None
    airy: bool = False
    bare: bool = False
    _datelines: dict[int, Dateline | None] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        shape = self.eye.shape
        self.sizes = [line.last - line.first for line in self.lines]
        self.shapes = [shape(line) for line in self.lines]
        self._mend()
        self.roles = [None] * len(self.lines)

    def _mend(self) -> None:
        """Take the pieces of a broken sentence for prose: what goes on in small letters."""
        text, lines, shapes = self.eye.text, self.lines, self.shapes
        for i, line in enumerate(lines):
            if not text[line.start].islower() or self.sizes[i] == 1:
                continue
            if shapes[i] == "short" and self.sizes[i] > _TITLE:
                shapes[i] = "prose"
            sentence = shapes[i] == "prose" or shapes[i] == "short"
            if sentence and i > 1 and shapes[i - 1] == "short" and self.sizes[i - 1] > _TITLE:
                shapes[i - 1] = "prose"

    def text(self, i: int) -> str:
        """Return line *i* as printed."""
        return self.eye.text[self.lines[i].start : self.lines[i].end]

    def words(self, i: int) -> list[str]:
        """Return the words of line *i* in small letters."""
        return self.eye.words.lowers[self.lines[i].first : self.lines[i].last]

    def same(self, i: int, j: int) -> bool:
        """Whether two lines have the same words."""
        return self.sizes[i] == self.sizes[j] > 0 and self.begins(i, j)

    def begins(self, i: int, j: int) -> bool:
        """Whether line *i* begins with the words of line *j*."""
        lowers, one, two = self.eye.words.lowers, self.lines[i].first, self.lines[j].first
        if lowers[one] != lowers[two]:
            return False
        size = self.sizes[j]
        return lowers[one : one + size] == lowers[two : two + size]

    def dateline(self, i: int) -> Dateline | None:
        """Return the dateline that line *i* opens with, or None."""
        if i not in self._datelines:
            line, eye = self.lines[i], self.eye
            self._datelines[i] = read_dateline(eye.text, line.start, line.end, eye.lexicon)
        return self._datelines[i]

    def isolated(self, i: int) -> bool:
        """Whether empty lines stand on both sides of line *i*, where the text has such at all."""
        after = i + 1 >= len(self.lines) or self.lines[i + 1].apart
        return not self.airy or (self.lines[i].apart and after)


def find_story(story: Story, given: tuple[str, ...]) -> None:
    """Find where the story begins and ends, and its headline.

    *given* is the caller's headline as words in small letters.
    """
    story.start, story.end = _heaviest_run(story)
    if not story.end:
        _take_all(story)
        return
    prose = [line for line, s in zip(story.lines, story.shapes, strict=True) if s == "prose"]
    story.airy = sum(line.apart for line in prose) >= len(prose) * _AIRY
    _skip_title(story)
    _skip_foreword(story)
    _cut_tail(story)
    if _is_transcript(story):
        story.start = 0
    story.headline = _headline(story, given)
    if story.headline is not None and story.start <= story.headline < story.end:
        story.start = story.headline + 1
    if _opens_with_call(story):
        story.start -= 1


def _opens_with_call(story: Story) -> bool:
    """Whether an exclamation behind who signs and when opens the story: 'Ann Roe is back!'."""
    i = story.start - 1
    if i < 1 or story.shapes[i] != "call" or story.shapes[i - 1] not in {"byline", "date"}:
        return False
    return story.sizes[i] >= _CALLS and story.eye.stops(story.lines[i]) == "!"


def _is_transcript(story: Story) -> bool:
    """Whether the first line is a turn of a dialogue, and so are those that follow.

    A headline with a colon does not end like a sentence, or is printed twice. One
    line with a label behind it can be the story, filed somewhere: 'DELHI: …'.
    """
    first = SPEAKER.match(story.text(0))
    if first is None or not story.eye.stops(story.lines[0]) or _is_repeated(story, 0):
        return False
    labels = [SPEAKER.match(story.text(i)) for i in range(1, min(len(story.lines), _TURNS))]
    turns = [label[0] for label in labels if label]
    asked = first[0].startswith(("Q:", "Q.")) and len(turns) > 0
    return asked or first[0] in turns or len(turns) == len(labels) > 1


def _weight(story: Story, i: int) -> int:
    """Return what line *i*, which is no prose, weighs for the story."""
    shape = story.shapes[i]
    if shape == "item" and story.sizes[i] > 2 * _TITLE:
        return story.sizes[i] // 2
    return _WEIGHTS[shape]


def _heaviest_run(story: Story) -> tuple[int, int]:
    """Return the run of lines with the most prose, as a half-open range."""
    best = total = start = 0
    run = (0, 0)
    chrome = _chrome(story)
    for i, (shape, size) in enumerate(zip(story.shapes, story.sizes, strict=True)):
        if shape == "prose":
            total += _HEAVIEST if size > _HEAVIEST else max(size, _LIGHTEST)
        elif i not in chrome:
            total += _weight(story, i)
        if total <= 0:
            total, start = 0, i + 1
        elif total > best:
            best, run = total, (start, i + 1)
    return run


def _chrome(story: Story) -> set[int]:
    """Return the lines that the page prints again and again, inside the story as behind it."""
    if "junk" not in story.shapes:
        return set()
    junk = [i for i, shape in enumerate(story.shapes) if shape == "junk"]
    printed = Counter(map(story.text, junk))
    return {i for i in junk if printed[story.text(i)] >= _CHROME}


def _take_all(story: Story) -> None:
    """Take all lines of a text without prose for the story, but for a first line that stands alone.

    A text of one line is a headline if it looks like one.
    """
    lines = story.lines
    story.bare = True
    if lines and is_title(story, 0) and (len(lines) == 1 or lines[1].apart):
        story.headline = 0
        story.start = 1
    story.end = len(lines)


def _skip_title(story: Story) -> None:
    """Move the start behind a first line that is a title although it ends like a sentence."""
    if story.start == 0 and story.end > 1 and _can_head(story, 0):
        story.start = 1


def _can_head(story: Story, i: int) -> bool:
    """Whether line *i* can be a title by its look, or as a first line of two short sentences.

    A lead of so few words is one sentence.
    """
    if is_title(story, i):
        return True
    return i == 0 and story.sizes[i] <= _LONGEST_DOUBLE and story.eye.holds_stop(story.lines[i])


def is_title(story: Story, i: int) -> bool:
    """Whether line *i* can be a title by its look: no full stop, or most words with a capital."""
    shape, size = story.shapes[i], story.sizes[i]
    if shape not in SENTENCES or not 1 < size <= _LONGEST_TITLE:
        return False
    line = story.lines[i]
    stop = story.eye.stops(line)
    if stop not in {".", ":"} and (not stop or size <= _LONGEST_TITLE // 2):
        return True
    if size > 2 * _LONGEST_TITLE // 3:
        return False
    long = [w for w in story.eye.words.words[line.first : line.last] if len(w) > _REPEATED - 1]
    return sum([w[0].isupper() for w in long]) >= len(long) * _CAPITALS and len(long) > 1


def _skip_foreword(story: Story) -> None:
    """Move the start behind a byline, a date, a repeated headline, or to a dateline.

    What stands before these is headline and deck, however much it looks like prose.
    """
    words = count = 0
    if story.start < story.end and story.dateline(story.start):
        return
    for i in range(story.start, min(story.start + _TOP, story.end)):
        if story.shapes[i] == "prose" and i > story.start and story.dateline(i):
            if count <= _FOREWORDS:
                story.start = i
            break
        if _ends_foreword(story, i):
            rest = sum(min(story.sizes[j], _HEAVIEST) for j in range(i + 1, story.end))
            if rest > words:
                story.start, words, count = i + 1, 0, 0
        elif story.shapes[i] == "prose":
            words, count = words + story.sizes[i], count + 1
            if words > _FOREWORD or count > _FOREWORDS:
                break
    while story.start < story.end and story.shapes[story.start] not in {"prose", "item"}:
        story.start += 1


def _ends_foreword(story: Story, i: int) -> bool:
    """Whether what stands before line *i* is no story yet: a byline, a date, the title again."""
    if story.shapes[i] == "date":
        return story.eye.dated(story.lines[i])
    return story.shapes[i] == "byline" or _repeats_top(story, i)


def _repeats_top(story: Story, i: int) -> bool:
    """Whether line *i* says again what one of the first lines says."""
    if story.sizes[i] < _REPEATED:
        return False
    return any(story.same(i, j) for j in range(max(0, i - _REPEATED), i - 1))


def _cut_tail(story: Story) -> None:
    """End the story at a label that only stands behind stories, if little prose follows."""
    labels = [i for i in range(story.start + 1, story.end) if story.shapes[i] == "label"]
    if not labels:
        return
    prose = [n if s == "prose" else 0 for n, s in zip(story.sizes, story.shapes, strict=True)]
    left = total = sum(prose[story.start : story.end])
    before = story.start
    for i in labels:
        left -= sum(prose[before:i])
        before = i
        if _BEHIND * left <= total and "tail" in story.eye.kinds(story.lines[i]):
            story.end = i
            return


def _headline(story: Story, given: tuple[str, ...]) -> int | None:
    """Return the number of the line that is the headline, or None."""
    wanted = list(given)
    for i in range(len(story.lines) if wanted else 0):
        if story.sizes[i] == len(wanted) and story.words(i) == wanted:
            return i
    best, found = _MIN_TITLE - 1, None
    late = 0
    for i in range(story.start):
        if story.shapes[i] in {"byline", "date"} and found is not None:
            late = _LATE
        score = _title_score(story, i) - late
        if score > best:
            best, found = score, i
    if found is None:
        return None
    for i in range(found + 1, story.start):  # 'TITLE | Name of the paper', and then the title
        if _REPEATED <= story.sizes[i] < story.sizes[found] and story.begins(found, i):
            return i
    return found


def _title_score(story: Story, i: int) -> int:
    """Return what speaks for line *i* as the headline; the first of equals is taken."""
    shape, size = story.shapes[i], story.sizes[i]
    if shape not in SENTENCES or not 1 < size <= _LONGEST_TITLE:
        return 0
    if _MAIL.search(story.text(i)):
        return 0
    full = size >= _TITLE or (i == 0 and size >= _FIRST_TITLE)
    score = (_TITLE if full else size) + _ISOLATED * story.isolated(i)
    score -= _STOPPED * (not _can_head(story, i))
    return score + _TWICE * _is_repeated(story, i)


def _is_repeated(story: Story, i: int) -> bool:
    """Whether a line near the top stands there again."""
    stop = min(len(story.lines), i + 3 * _TOP, story.start + 1)
    return story.sizes[i] >= _REPEATED and any(story.same(i, j) for j in range(i + 1, stop))
