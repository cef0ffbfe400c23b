"""Roles: what each line is, above the story, inside it and behind it.

Where the text cannot tell, the safer role is given:

- a sentence between headline and story is a deck only if something (a byline, a
  date, the headline again) stands between it and the first paragraph; else it is body;
- a short line inside the story is a subhead only if it stands alone before prose;
- behind the story nothing is body.
"""

from __future__ import annotations

from typing import Final

from newsdoc.model import Role
from newsdoc.parser.layout.byline import is_name
from newsdoc.parser.layout.shapes import SENTENCES
from newsdoc.parser.layout.story import Story

_ROLES: Final = {
    "prose": Role.BODY,
    "byline": Role.BYLINE,
    "date": Role.DATELINE,
    "credit": Role.CAPTION,
}
# What may stand between a subhead and its paragraph.
_PASSED: Final = frozenset({"junk", "mark", "credit"})
_LONGEST_DECK: Final = 60
_SHORTEST_DECK: Final = 4
_SHORTEST_POINT: Final = 3
_BULLETS: Final = "-*•●■▪–"
_POINTS: Final = SENTENCES | {"item"}
_SEEN: Final = 8  # words of the shortest line that describes a picture
_LISTED: Final = 6  # words of a neighbour that makes a deck one of several points
_LONGEST_SAYING: Final = 10  # words of a quotation that may be a title
_LONGEST_SUBHEAD: Final = 22
_REPEATED: Final = 4
_CREDIT: Final = 10  # words of a credit that stands alone
_LONGEST_THANKS: Final = 60
_ARROWS: Final = "\u2190"  # the first of the signs that are neither letters nor punctuation
_OWNED: Final = ("©", "(c)", "(C)")
_NAME: Final = (2, 5)  # words of the name of an author, and one more
# What speaks to the reader behind who wrote it: 'Follow her on Twitter.', 'You can reach him at'.
_REACHED: Final = frozenset({"contact", "email", "follow", "friend", "reach", "you"})
_LAST: Final = 5  # lines from the end of the story in which those who made it are thanked


def give_roles(story: Story, authors: tuple[str, ...]) -> None:
    """Give each line that has none its role."""
    _repeats(story)
    _above(story)
    _inside(story)
    _thanks(story, authors)
    for i in range(story.end, len(story.lines)):
        if story.roles[i] is None:
            role = _ROLES.get(story.shapes[i], Role.BOILERPLATE)
            owned = role is Role.CAPTION and story.text(i).startswith(_OWNED)  # '© Reuters'
            story.roles[i] = Role.BOILERPLATE if role is Role.BODY or owned else role


def _repeats(story: Story) -> None:
    """The headline and what repeats it."""
    if story.headline is None:
        return
    size = story.sizes[story.headline]
    for i, length in enumerate(story.sizes):
        if length == size and story.same(i, story.headline):
            story.roles[i] = Role.HEADLINE


def _above(story: Story) -> None:
    """The lines above the story: the deck, and what the page puts there."""
    deck = _deck(story)
    if deck is None and _opens_with_deck(story):
        deck = story.start
    points = _points(story)
    for i in points or ([] if deck is None else [deck]):
        story.roles[i] = Role.DECK
    for i in range(story.start):
        if story.roles[i] is None:
            role = _ROLES.get(story.shapes[i], Role.BOILERPLATE)
            story.roles[i] = Role.CAPTION if role is Role.BODY else role


def _deck(story: Story) -> int | None:
    """Return the number of the line that is the deck, or None."""
    if story.headline is None:
        return None
    signed, taglines = False, story.eye.lexicon.taglines
    for i in range(story.headline + 1, story.start):
        shape, size = story.shapes[i], story.sizes[i]
        signed |= shape in {"byline", "date"} or story.roles[i] is Role.BYLINE
        if story.roles[i] is not None or shape not in SENTENCES or size < _SHORTEST_DECK:
            if shape == "credit":
                return None
            continue
        if _names_outlet(story, i) or story.eye.opens(story.lines[i], taglines):
            continue  # 'Edited by Ann Holt'
        alone = story.lines[i].apart and (i + 1 == story.start or story.lines[i + 1].apart)
        if size > _LONGEST_DECK or signed:
            return None
        if not alone and _goes_on(story, i + 1):
            return None
        return i
    return None


def _points(story: Story) -> range:
    """Return the lines with bullets right below the headline: '• Police confirm 14'.

    They tell the story; the subjects and links of a page are shorter, or follow a label.
    """
    if story.headline is None:
        return range(0)
    first = story.headline + 1
    first += first < story.start and story.sizes[first] < _SHORTEST_POINT  # 'In summary'
    below = range(first, story.start)
    points = range(first, next((i for i in below if story.text(i)[0] not in _BULLETS), story.start))
    told = any(story.sizes[i] >= _SHORTEST_DECK for i in points)
    fit = all(story.shapes[i] in _POINTS and story.sizes[i] >= _SHORTEST_POINT for i in points)
    return points if told and fit else range(0)


def _names_outlet(story: Story, i: int) -> bool:
    """Whether a line is the name of a paper or station: 'The Harbour Times'."""
    words = story.words(i)
    known = story.shapes[i] == "short" and words[-1] in story.eye.lexicon.outlets
    return known and len(words) <= _NAME[1] and story.text(i).istitle()


def _opens_with_deck(story: Story) -> bool:
    """Whether the first paragraph behind who signs and when is the deck: it is said again below."""
    i, shapes = story.start, story.shapes
    if story.headline is None or i >= story.end or story.sizes[i] > _LONGEST_DECK:
        return False
    signed = any(shapes[j] in {"byline", "date"} for j in range(story.headline + 1, i))
    if not signed or shapes[i] != "prose" or not story.isolated(i):
        return False
    return any(story.same(i, j) for j in range(i + 2, story.end))


def _goes_on(story: Story, i: int) -> bool:
    """Whether line *i* shows that the one before it is no deck but a point or a caption."""
    if i >= story.start or story.roles[i] is not None:
        return False
    if story.shapes[i] == "credit":
        return story.sizes[i] <= _CREDIT
    return story.shapes[i] in SENTENCES and story.sizes[i] >= _LISTED


def _inside(story: Story) -> None:
    """The lines of the story: paragraphs, and runs of other lines between them."""
    _captions(story)
    questions = story.asked()
    body, shapes, roles = Role.BODY, story.shapes, story.roles
    run = None  # where the lines began that stand between two paragraphs
    for i in range(story.start, story.end):
        if shapes[i] != "prose":
            run = i if run is None else run
            continue
        if run is not None:
            _run(story, run, i, questions=questions)
            run = None
        roles[i] = roles[i] or (Role.LIST_ITEM if story.itemized(i) else body)
    if run is not None:
        _run(story, run, story.end, questions=questions)


def _captions(story: Story) -> None:
    """The captions inside the story: said twice, or with a credit on the next line."""
    credited = story.airy and "credit" in story.shapes
    for i in range(story.start, story.end) if credited else ():
        if story.shapes[i] == "credit" and story.sizes[i] <= _CREDIT:
            captioned = i > story.start and not story.lines[i].apart
            if captioned and story.shapes[i - 1] in SENTENCES and story.roles[i - 1] is None:
                story.roles[i - 1] = Role.CAPTION
    sizes = story.sizes
    for i in range(max(1, story.start), story.end):
        doubled = _REPEATED <= sizes[i] <= sizes[i - 1] and story.begins(i - 1, i)
        if doubled and story.roles[i] is not Role.HEADLINE:
            story.roles[i - 1] = story.roles[i] = Role.CAPTION


def _run(story: Story, start: int, end: int, *, questions: bool) -> None:
    """Give roles to the lines between two paragraphs of the story."""
    links = False
    for i in range(start, end):
        shape = story.shapes[i]
        if story.roles[i] is not None:
            continue
        if shape == "label" and _heads(story, i, end):
            story.roles[i] = Role.SUBHEAD
            continue
        links = links or shape == "label"
        if shape == "item" and not links:
            story.roles[i] = Role.SUBHEAD if _is_subhead(story, i, end) else Role.LIST_ITEM
        elif shape in {"short", "call"} and not links:
            story.roles[i] = _role_of_short(story, i, end, questions=questions)
        else:
            story.roles[i] = _ROLES.get(shape, Role.BOILERPLATE)


def _heads(story: Story, i: int, end: int) -> bool:
    """Whether a label of the page heads a part of the story: 'UP NEXT', 'At a glance'."""
    below = i + 1 == end < story.end and story.isolated(i)
    return below and "heads" in story.eye.kinds(story.lines[i])


def _role_of_short(story: Story, i: int, end: int, *, questions: bool) -> Role:
    """Return the role of a short line of the story whose run ends before *end*.

    A question is a subhead where *questions* are, else it is body.
    """
    if story.shapes[i] == "call":
        title = story.text(i).isupper() or (questions and story.asks(i))
        return Role.SUBHEAD if title and _is_subhead(story, i, end) else Role.BODY
    if story.eye.holds_stop(story.lines[i]):
        return Role.CAPTION  # its credit stands behind its sentence
    if _describes(story, i):
        return Role.CAPTION
    text = story.text(i)
    line = story.lines[i]
    if text[0] + text[-1] == "[]" or (text[0] >= _ARROWS and not text[0].isalpha()):
        return Role.BOILERPLATE  # '[ORIGINAL STORY: Car chased]', '→ Our newsletter'
    if story.eye.labelled(line) or story.eye.opens(line, story.eye.lexicon.taglines):
        return Role.BOILERPLATE  # 'Related: …'
    if text[0] in '"“' and text[-1] in '"”' and story.sizes[i] > _LONGEST_SAYING:
        return Role.BODY
    named = story.words(i)[0] in story.eye.lexicon.given_names
    if _is_subhead(story, i, end) and not (named and is_name(text, story.eye.lexicon)):
        return Role.SUBHEAD
    return Role.BODY if story.bare else Role.BOILERPLATE


def _describes(story: Story, i: int) -> bool:
    """Whether a line says what is seen in the picture whose credit follows: 'A man in a hat …'."""
    credited = i + 1 < story.end and story.shapes[i + 1] == "credit"
    return credited and story.sizes[i] >= _SEEN and story.words(i)[0] in {"a", "an"}


def _is_subhead(story: Story, i: int, end: int) -> bool:
    """Whether a short line stands alone right before a paragraph."""
    passed = (story.shapes[j] for j in range(i + 1, end))
    below = next((shape for shape in passed if shape not in _PASSED), None)
    last = end < story.end and below in {None, "call"}
    posted = end in story.posts  # several lines of one post
    if not last or posted or story.sizes[i] > _LONGEST_SUBHEAD or not story.isolated(i):
        return False
    if story.shapes[i] == "item":
        return not story.eye.stops(story.lines[i]) and story.shapes[i - 1] != "item"
    return True


def _thanks(story: Story, authors: tuple[str, ...]) -> None:
    """The lines at the end of the story that say who made it, and what stands behind them."""
    names = [name.lower().split() for name in authors]
    body = Role.BODY
    for i in range(story.end - 1, max(story.start, story.end - 1 - _LAST), -1):
        short = story.sizes[i] <= _LONGEST_THANKS
        if short and story.roles[i] is body and _is_thanks(story, i, names):
            for j in range(i, story.end):
                if story.roles[j] in {Role.BODY, Role.SUBHEAD, Role.LIST_ITEM}:
                    story.roles[j] = Role.BOILERPLATE


def _is_thanks(story: Story, i: int, names: list[list[str]]) -> bool:
    """Whether a line thanks those who made the story, or tells of its author."""
    eye, line = story.eye, story.lines[i]
    if eye.opens(line, eye.lexicon.taglines):
        return True
    if story.shapes[i - 1] == "mark" and "://" in story.text(i):
        return True  # '___' ends a wire story; where to read more stands behind it
    words = story.words(i)
    if words[0] in _REACHED and "@" in story.text(i):
        return True  # 'Reach Ann Lee at ann@example.com.'
    if _is_vita(story, i, words):
        return True
    if not eye.lexicon.credit_heads.isdisjoint(words):
        joined = " ".join(words)
        if any(phrase in joined for phrase in eye.lexicon.credits):
            return True
    return bool(names) and any(
        words[: len(name)] == name or words[1 : len(name) + 1] == name for name in names
    )


def _is_vita(story: Story, i: int, words: list[str]) -> bool:
    """Whether a line says who wrote the story, and then speaks to the reader.

    'Ann Lee is a reporter for the Post. Follow her on Twitter.'
    """
    told = next((k for k in range(_NAME[0], min(len(words), _NAME[1])) if words[k] == "is"), 0)
    if not told or _REACHED.isdisjoint(words):
        return False
    line, eye = story.lines[i], story.eye
    first = line.first + told
    if not is_name(eye.text[line.start : eye.words.starts[first]].strip(), eye.lexicon):
        return False
    gaps = eye.words.gaps
    ends = next((k for k in range(first, line.last) if gaps[k] == ". "), line.last)
    role = not eye.lexicon.role_words.isdisjoint(eye.words.lowers[first:ends])
    return role and ends < line.last and eye.words.lowers[ends] in _REACHED
