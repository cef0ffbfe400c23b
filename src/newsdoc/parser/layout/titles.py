"""Titles: which lines look like one, and which of those above the story is the headline."""

from __future__ import annotations

import re
from typing import Final

from newsdoc.parser.layout.shapes import SENTENCES
from newsdoc.parser.layout.story import REPEATED, Story

_NEAR: Final = 36  # lines from a title in which it may stand again
_TITLE: Final = 5  # words from which a title does not gain by more
_KICKER: Final = 3  # words of what stands above a title: 'NEWS / WORLD'
_FIRST_TITLE: Final = 4  # words from which the very first line does not
_LONGEST_TITLE: Final = 36
_LONGEST_DOUBLE: Final = 16  # words of the longest title of two sentences: 'It rained. Again.'
_MIN_TITLE: Final = 5  # the least score of a headline
_ISOLATED, _TWICE, _LATE, _STOPPED = 4, 3, 6, 3  # what counts for and against a headline
_CAPITALS: Final = 0.7  # share of the words of a title in title case that have a capital
_MAIL: Final = re.compile(r"\w@\w")  # an address, as in the head of a message or release


def find_headline(story: Story, given: tuple[str, ...]) -> int | None:
    """Return the number of the line that is the headline, or None."""
    wanted = list(given)
    for i in range(len(story.lines) if wanted else 0):
        if story.sizes[i] == len(wanted) and story.words(i) == wanted:
            return i
    best, found = _MIN_TITLE - 1, None
    late = 0
    for i in range(story.start):
        if story.shapes[i] in {"byline", "date"} and found is not None:
            late = 0 if _is_section(story, found) else _LATE
        score = _title_score(story, i) - late
        if score > best:
            best, found = score, i
    if found is None:
        return None
    # 'TITLE | Name of the paper', or 'Home / News / TITLE', and then the title.
    for i in range(found + 1, story.start):
        shorter = REPEATED <= story.sizes[i] < story.sizes[found]
        if shorter and (story.begins(found, i) or story.ends(found, i)):
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
    score = (_TITLE if full else size) + _ISOLATED * (story.isolated(i) or _has_kicker(story, i))
    score -= _STOPPED * (not can_head(story, i))
    return score + _TWICE * (is_repeated(story, i) and not story.linked(i))


def _has_kicker(story: Story, i: int) -> bool:
    """Whether what opens the page, and is no title, is all that stands right above line *i*."""
    above = i == 1 and (story.sizes[0] <= _KICKER or story.shapes[0] not in SENTENCES)
    return above and story.sizes[i] >= _TITLE and story.lines[i + 1].apart


def _is_section(story: Story, i: int) -> bool:
    """Whether line *i* is in capitals and too short for a title: 'WORLD NEWS'."""
    return story.sizes[i] <= _KICKER and story.text(i).isupper()


def can_head(story: Story, i: int) -> bool:
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
    long = [w for w in story.eye.words.words[line.first : line.last] if len(w) > REPEATED - 1]
    return sum([w[0].isupper() for w in long]) >= len(long) * _CAPITALS and len(long) > 1


def is_repeated(story: Story, i: int) -> bool:
    """Whether a line near the top stands there again."""
    stop = min(len(story.lines), i + _NEAR, story.start + 1)
    return story.sizes[i] >= REPEATED and any(story.same(i, j) for j in range(i + 1, stop))
