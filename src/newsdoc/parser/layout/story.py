"""The story: found among the lines of the page, and each line given its role.

The story is the run of lines with the most prose: each line weighs what its words
count if it is prose, and against the story if it is not; the heaviest run (found in
one pass) is the story. So a block of short lines behind the last long paragraph ends
it, whatever the lines say, while a caption or a subhead inside it does not.
"""

from __future__ import annotations

from typing import Final

from attrs import define, field

from newsdoc.model import Role
from newsdoc.parser.layout.lines import Line
from newsdoc.parser.layout.shapes import Eye, Shape

_WEIGHTS: Final = {
    Shape.SHORT: -7,
    Shape.ITEM: 1,
    Shape.BYLINE: -10,
    Shape.DATE: -8,
    Shape.CREDIT: -4,
    Shape.LABEL: -15,
    Shape.JUNK: -8,
    Shape.MARK: -3,
}
_HEAVIEST: Final = 50  # the weight of any longer paragraph
_TOP: Final = 12  # lines from the start of the prose in which the real start may still show
_TITLE: Final = 8  # words from which a title does not gain by more
_LONGEST_TITLE: Final = 36
_LONGEST_DECK: Final = 60
_SHORTEST_DECK: Final = 4
_MIN_TITLE: Final = 8  # the least score of a headline
_REPEATED: Final = 4  # words of the shortest line that says something by being repeated


@define(eq=False)
class Story:
    """The lines of a text with their shapes and roles.

    Attributes:
        lines: the lines in order.
        shapes: the shape of each.
        roles: the role of each.
        keys: the words of each in small letters.
        start: number of the story's first line.
        end: number behind its last one.
        headline: number of the headline, or None.
    """

    lines: list[Line]
    shapes: list[Shape]
    keys: list[tuple[str, ...]]
    roles: list[Role] = field(init=False)
    start: int = 0
    end: int = 0
    headline: int | None = None

    def __attrs_post_init__(self) -> None:
        self.roles = [Role.BODY] * len(self.lines)

    def size(self, i: int) -> int:
        """Return how many words line *i* has."""
        return self.lines[i].last - self.lines[i].first

    def isolated(self, i: int) -> bool:
        """Whether empty lines stand on both sides of line *i*."""
        after = i + 1 >= len(self.lines) or self.lines[i + 1].apart
        return self.lines[i].apart and after


def find_story(lines: list[Line], eye: Eye, given: tuple[str, ...]) -> Story:
    """Return the lines with their roles; *given* is the caller's headline as words."""
    lowers = eye.words.lowers
    story = Story(
        lines,
        [eye.shape(line) for line in lines],
        [tuple(lowers[line.first : min(line.last, line.first + 40)]) for line in lines],
    )
    story.start, story.end = _heaviest_run(story)
    _move_start(story)
    story.headline = _headline(story, given)
    _top_roles(story, eye)
    _inner_roles(story, eye)
    for i in range(story.end, len(lines)):
        story.roles[i] = _OUTSIDE.get(story.shapes[i], Role.BOILERPLATE)
    return story


_OUTSIDE: Final = {
    Shape.BYLINE: Role.BYLINE,
    Shape.DATE: Role.DATELINE,
    Shape.CREDIT: Role.CAPTION,
}


def _weight(story: Story, i: int) -> int:
    """Return what line *i* weighs for the story."""
    if story.shapes[i] is Shape.PROSE:
        return min(story.size(i), _HEAVIEST)
    if story.shapes[i] is Shape.ITEM and story.size(i) > _TITLE:
        return story.size(i) // 2
    return _WEIGHTS[story.shapes[i]]


def _heaviest_run(story: Story) -> tuple[int, int]:
    """Return the run of lines with the most prose, as a half-open range."""
    best = total = 0
    run = (0, 0)
    start = 0
    for i in range(len(story.lines)):
        total += _weight(story, i)
        if total <= 0:
            total, start = 0, i + 1
        elif total > best:
            best, run = total, (start, i + 1)
    return run


def _move_start(story: Story) -> None:
    """Move the start behind a byline, a date or a repeated headline near it.

    What stands before these is headline and deck, however much it looks like prose.
    """
    seen = set(story.keys[: story.start])
    words = 0
    for i in range(story.start, min(story.start + _TOP, story.end)):
        shape = story.shapes[i]
        repeated = story.size(i) >= _REPEATED and story.keys[i] in seen
        if shape in {Shape.BYLINE, Shape.DATE} or repeated:
            rest = sum(min(story.size(j), _HEAVIEST) for j in range(i + 1, story.end))
            if words <= 2 * _LONGEST_DECK and rest > words:
                story.start = i + 1
                words = 0
        if shape is Shape.PROSE:
            words += story.size(i)
        seen.add(story.keys[i])
    while story.start < story.end and story.shapes[story.start] is not Shape.PROSE:
        story.start += 1


def _headline(story: Story, given: tuple[str, ...]) -> int | None:
    """Return the number of the line that is the headline, or None."""
    if given and given in story.keys:
        return story.keys.index(given)
    best, found = _MIN_TITLE - 1, None
    late = 0
    top = story.start if story.end else len(story.lines)
    for i in range(top):
        shape, size = story.shapes[i], story.size(i)
        if shape in {Shape.BYLINE, Shape.DATE}:
            late = 6
        if shape not in {Shape.SHORT, Shape.PROSE} or size > _LONGEST_TITLE:
            continue
        score = min(size, _TITLE) + 4 * story.isolated(i) - late
        score -= 3 * (shape is Shape.PROSE)
        if size >= _REPEATED and story.keys.count(story.keys[i]) > 1:
            score += 4
        if i == 0 and size > 1:
            score = max(score, _MIN_TITLE)
        if score > best:
            best, found = score, i
    return found


def _top_roles(story: Story, eye: Eye) -> None:
    """Give the lines before the story their roles."""
    for i in range(story.start):
        story.roles[i] = _OUTSIDE.get(story.shapes[i], Role.BOILERPLATE)
    if story.headline is None:
        return
    title = story.keys[story.headline]
    for i, key in enumerate(story.keys):
        if key == title:
            story.roles[i] = Role.HEADLINE
    deck = _deck(story)
    if deck is not None:
        story.roles[deck] = Role.DECK


def _deck(story: Story) -> int | None:
    """Return the number of the line that is the deck, or None."""
    assert story.headline is not None
    for i in range(story.headline + 1, story.start):
        shape, size = story.shapes[i], story.size(i)
        if story.roles[i] is Role.HEADLINE or shape in {Shape.JUNK, Shape.MARK, Shape.LABEL}:
            continue
        if shape not in {Shape.SHORT, Shape.PROSE}:
            return None
        if size < _SHORTEST_DECK:
            continue
        neighbour = i + 1 < story.start and not story.lines[i + 1].apart
        listed = neighbour and story.shapes[i + 1] in {Shape.SHORT, Shape.PROSE}
        if size > _LONGEST_DECK or (listed and story.size(i + 1) >= _TITLE):
            return None
        return i
    return None


def _inner_roles(story: Story, eye: Eye) -> None:
    """Give the lines of the story their roles, one run of lines without prose at a time."""
    i = story.start
    while i < story.end:
        if story.shapes[i] is Shape.PROSE:
            if i + 1 < story.end and story.keys[i + 1] == story.keys[i][: len(story.keys[i + 1])]:
                if story.size(i + 1) >= _REPEATED:
                    story.roles[i] = story.roles[i + 1] = Role.CAPTION
            i += 1
            continue
        run = i
        while i < story.end and story.shapes[i] is not Shape.PROSE:
            i += 1
        _run_roles(story, run, i, eye)


def _run_roles(story: Story, start: int, end: int, eye: Eye) -> None:
    """Give roles to the lines between two paragraphs of the story."""
    links = False
    shorts = [i for i in range(start, end) if story.shapes[i] is Shape.SHORT]
    for i in range(start, end):
        shape = story.shapes[i]
        if story.roles[i] is Role.HEADLINE:
            continue
        links = links or shape is Shape.LABEL
        if shape is Shape.ITEM:
            story.roles[i] = Role.BOILERPLATE if links else Role.LIST_ITEM
        elif shape is not Shape.SHORT:
            story.roles[i] = _OUTSIDE.get(shape, Role.BOILERPLATE)
        elif links:
            story.roles[i] = Role.BOILERPLATE
        else:
            story.roles[i] = Role.SUBHEAD if i == shorts[-1] and i == end - 1 else Role.BOILERPLATE
