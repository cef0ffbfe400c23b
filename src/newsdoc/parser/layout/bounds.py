"""Where the story begins and ends among the lines of the page.

The story is the run of lines with the most prose: each line weighs what its words
count if it is prose, and against the story if it is not; the heaviest run (found in
one pass) is the story. So a block of short lines behind the last long paragraph ends
it, whatever the lines say, while a caption or a subhead inside it does not.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from newsdoc.parser.layout.shapes import SPEAKER
from newsdoc.parser.layout.story import REPEATED, Story
from newsdoc.parser.layout.titles import can_head, find_headline, is_repeated, is_title

_CALLS: Final = 5  # words of the shortest call, or subhead, that opens a story by itself
_LISTED: Final = 10  # words of the longest item that weighs no more than it seems
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
_STAMPS: Final = 3  # times of day without a date that show a live page
_TURNS: Final = 5  # lines that show whether a text without a headline is a transcript
_BEHIND: Final = 4  # the least part of the story's prose that cannot stand behind its end
_AIRY: Final = 0.6  # share of paragraphs behind an empty line where empty lines mean something


def find_story(story: Story, given: tuple[str, ...]) -> None:
    """Find where the story begins and ends, and its headline.

    *given* is the caller's headline as words in small letters.
    """
    stamps = _stamps(story)
    story.start, story.end = _heaviest_run(story, _chrome(story) | stamps)
    if not story.end:
        _take_all(story)
        return
    prose = [line for line, s in zip(story.lines, story.shapes, strict=True) if s == "prose"]
    story.airy = sum(line.apart for line in prose) >= len(prose) * _AIRY
    _skip_title(story)
    _skip_foreword(story, stamps)
    _cut_tail(story)
    if _is_transcript(story):
        story.start = 0
    story.headline = find_headline(story, given)
    if story.headline is not None and story.start <= story.headline < story.end:
        story.start = story.headline + 1
    if _opens_with_short(story):
        story.start -= 1


def _opens_with_short(story: Story) -> bool:
    """Whether the line above the start, which is no paragraph, opens the story.

    A call does so behind who signs and when: 'Ann Roe is back!', 'Remember the kite war?',
    or as the first of the questions that head answers; so does a subhead in capitals.
    """
    i = story.start - 1
    if i < 1 or i == story.headline or story.shapes[i] not in {"call", "short"}:
        return False
    inside = range(story.start, story.end)
    if story.shapes[i] == "short":
        title = _in_capitals(story, i) and story.isolated(i)
        return title and (story.sizes[i] >= _CALLS or any(_in_capitals(story, j) for j in inside))
    if story.shapes[i - 1] not in {"byline", "date"}:
        return False
    return story.sizes[i] >= _CALLS or (story.asks(i) and story.asked())


def _in_capitals(story: Story, i: int) -> bool:
    """Whether line *i* is no paragraph, and stands in capitals."""
    return story.shapes[i] in {"short", "label"} and story.text(i).isupper()


def _is_transcript(story: Story) -> bool:
    """Whether the first line is a turn of a dialogue, and so are those that follow.

    A headline with a colon does not end like a sentence, or is printed twice. One
    line with a label behind it can be the story, filed somewhere: 'DELHI: …'.
    """
    first = SPEAKER.match(story.text(0))
    if first is None or not story.eye.stops(story.lines[0]) or is_repeated(story, 0):
        return False
    labels = [SPEAKER.match(story.text(i)) for i in range(1, min(len(story.lines), _TURNS))]
    turns = [label[0] for label in labels if label]
    asked = first[0].startswith(("Q:", "Q.")) and len(turns) > 0
    return asked or first[0] in turns or len(turns) == len(labels) > 1


def _weight(story: Story, i: int) -> int:
    """Return what line *i*, which is no prose, weighs for the story."""
    shape = story.shapes[i]
    if shape == "item" and story.sizes[i] > _LISTED:
        return story.sizes[i] // 2
    return _WEIGHTS[shape]


def _heaviest_run(story: Story, chrome: set[int]) -> tuple[int, int]:
    """Return the run of lines with the most prose, as a half-open range.

    Lines of the *chrome* weigh nothing, wherever they stand.
    """
    best = total = start = 0
    run = (0, 0)
    for i, (shape, size) in enumerate(zip(story.shapes, story.sizes, strict=True)):
        if shape == "prose":
            total += _HEAVIEST if size > _HEAVIEST else max(size, _LIGHTEST)
        elif i not in chrome:
            total += _weight(story, i)
        if shape == "byline" and _signs_foreword(story, i):
            best = total = 0
        if total <= 0:
            total, start = 0, i + 1
        elif total > best:
            best, run = total, (start, i + 1)
    return run


def _signs_foreword(story: Story, i: int) -> bool:
    """Whether the byline *i* stands between the only sentence above, a deck, and a paragraph."""
    decks = [j for j in range(min(i, _TOP)) if story.shapes[j] == "prose"]
    below = i + 1 < len(story.lines) and story.shapes[i + 1] == "prose"
    if not below or i >= _TOP or len(decks) != 1 or story.sizes[decks[0]] > _FOREWORD:
        return False
    return story.words(i)[-1] not in story.words(i + 1)[:3]  # 'Ann Holt writes for the Post.'


def _chrome(story: Story) -> set[int]:
    """Return the lines that the page prints inside the story as behind it.

    They are those it prints again and again, and those around what somebody posted.
    """
    if "junk" not in story.shapes:
        return set()
    junk = [i for i, shape in enumerate(story.shapes) if shape == "junk"]
    printed = Counter(map(story.text, junk))
    return {i for i in junk if i in story.posts or printed[story.text(i)] >= _CHROME}


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
    if story.start == 0 and story.end > 1 and can_head(story, 0):
        story.start = 1


def _skip_foreword(story: Story, stamps: set[int]) -> None:
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
        if i not in stamps and _ends_foreword(story, i):
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


def _stamps(story: Story) -> set[int]:
    """Return the lines of a live page that say at what time a part of it was written.

    A time that is told in days stands below a link to another story.
    """
    dates = [i for i, shape in enumerate(story.shapes) if shape == "date"]
    stamps = {i for i in dates if len(dates) >= _STAMPS and story.eye.clocked(story.lines[i])}
    return stamps if len(stamps) >= _STAMPS else set()


def _repeats_top(story: Story, i: int) -> bool:
    """Whether line *i* says again what one of the first lines says."""
    if story.sizes[i] < REPEATED:
        return False
    above = range(max(0, i - REPEATED), i - 1)
    return any(story.same(i, j) and not story.linked(j) for j in above)


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
