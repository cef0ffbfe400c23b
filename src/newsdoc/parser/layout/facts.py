"""Facts: who signs and when, read from the lines above the story."""

from __future__ import annotations

import re
from typing import Final

from attrs import define, field

from newsdoc.model import Byline, Role, Span, Timestamp
from newsdoc.parser.drafts import Pair
from newsdoc.parser.layout.byline import (
    inner_byline,
    is_name,
    is_role,
    opens_byline,
    read_signers,
    titled,
)
from newsdoc.parser.layout.dates import Moment, read_clock, read_moments
from newsdoc.parser.layout.story import Story

_ROLE: Final = 7  # words of the longest line that is the role of an author
_NAME: Final = 8  # words of the longest line behind a lone 'By'
_BARE: Final = 24  # words of the longest line that opens with a name and goes on with a date
_BELOW: Final = 12  # lines behind a lone 'By' on which names may stand
_JOINED: Final = 60  # characters between two names of one byline
_UNNAMED: Final = 3  # words of the longest role that signs without a name
_PLACE: Final = 3  # words of the longest place on a line of its own
_AFTER_DAY: Final = frozenset({"", ",", "(", "|", "•", "·", "-", "–", "—"})
_WORD: Final = re.compile(r"\w+")
_AND: Final = frozenset({"and", "&", ",", "|", "•", "·"})


@define(eq=False)
class _Names:
    """The names found: offsets of people and of bodies."""

    people: list[Pair] = field(factory=list)
    bodies: list[Pair] = field(factory=list)

    def read(self, story: Story, start: int, end: int) -> bool:
        """Add who signs between the offsets; whether anyone does."""
        signers = read_signers(story.eye.text, start, end, story.eye.lexicon)
        self.people += signers.people
        self.bodies += signers.bodies
        return bool(signers)


def read_byline(story: Story) -> Byline | None:
    """Return who signs, and give the lines that say it their role."""
    names = _Names()
    _take_days(story)
    for i in range(story.start):
        if story.shapes[i] == "byline":
            _read_signed(story, i, names)
    if not names.people and not names.bodies:
        _read_bare(story, names)
    if not names.people and not names.bodies:
        _read_alone(story, names)
    spans = names.people or names.bodies
    if not spans:
        return None
    text, lexicon = story.eye.text, story.eye.lexicon
    authors: dict[str, str] = {}
    for start, end in spans:
        whole = " ".join(text[start:end].split())
        name = titled(whole, lexicon) if names.people else whole
        authors.setdefault(name.lower(), name)
    start, end = spans[0]
    for one, two in spans:
        if 0 <= one - end < _JOINED:
            end = two
    return Byline(Span.of(text, start, end), tuple(authors.values()))


def _take_days(story: Story) -> None:
    """Take the lines that open with a day for dates: 'May 4', 'May 4 | The Daily Example'.

    They stand above the story; inside it, a day may head what happened then.
    """
    for i in range(0 if story.headline is None else story.headline + 1, story.start):
        day = story.shapes[i] == "short" and story.eye.lexicon.day.match(story.text(i))
        if day and story.text(i)[day.end() :].lstrip()[:1] in _AFTER_DAY:
            story.shapes[i] = "date"


def _read_signed(story: Story, i: int, names: _Names) -> None:
    """Read the names of a line that says 'By', or those on the lines behind it."""
    text, line = story.eye.text, story.lines[i]
    story.roles[i] = Role.BYLINE
    behind = opens_byline(text, line.start, line.end, story.eye.lexicon)
    if behind is None:
        behind = inner_byline(text, line.start, line.end, story.eye.lexicon)
    if behind is None:
        behind = line.start
    if behind < line.end:
        names.read(story, behind, line.end)
        _take_roles(story, i + 1)
        return
    for j in range(i + 1, min(i + 1 + _BELOW, story.start)):
        printed = story.text(j)
        role = is_role(printed, story.eye.lexicon)
        if printed.lower() not in _AND and not (role and j > i + 1):
            if story.shapes[j] != "short" or story.sizes[j] > _NAME:
                return
            if not names.read(story, story.lines[j].start, story.lines[j].end):
                return
        story.roles[j] = Role.BYLINE


def _take_roles(story: Story, i: int) -> None:
    """Give the lines that name the role of the author above them their role."""
    while i < story.start and story.shapes[i] == "short" and story.sizes[i] <= _ROLE:
        if not _tells_role(story, i):
            return
        story.roles[i] = Role.BYLINE
        i += 1


def _tells_role(story: Story, i: int) -> bool:
    """Whether line *i* is a role, with a place or without: 'Wales correspondent, Cardiff'."""
    printed = story.text(i)
    return printed.startswith("Reporting from ") or is_role(
        printed.partition(",")[0], story.eye.lexicon
    )


def _read_bare(story: Story, names: _Names) -> None:
    """Read a name that stands without 'By', beside a date, a role or a handle."""
    text = story.eye.text
    first = 0 if story.headline is None else story.headline + 1
    for i in range(first, story.start):
        if story.shapes[i] not in {"short", "date"} or story.sizes[i] > _BARE:
            continue
        if _is_unnamed(story, i):
            story.roles[i] = Role.BYLINE
            _take_place(story, i + 1)
            return
        if not _is_signed(story, i):
            continue
        line = story.lines[i]
        signers = read_signers(text, line.start, line.end, story.eye.lexicon)
        spans = signers.people + signers.bodies
        if not spans or min(spans)[0] > line.start:
            continue
        told = text[max(spans)[1] : line.end].strip()
        if not signers.people and told and (told[0].islower() or told[0] == ":"):
            continue  # 'Turnout at 61%'
        names.people += signers.people
        names.bodies += signers.bodies
        story.roles[i] = Role.BYLINE
        _take_roles(story, i + 1)
        if names.people:
            return


def _read_alone(story: Story, names: _Names) -> None:
    """Read a name that is all that stands between the headline or the deck and the story."""
    lexicon, i = story.eye.lexicon, story.start - 1
    while i > 0 and story.shapes[i] == "date":
        i -= 1
    if story.headline is None or i <= story.headline or story.shapes[i] != "short":
        return
    line, sent = story.lines[i], story.words(i)[0] == "from"  # 'From Ann Holt, Vell'
    if line.last - line.first <= sent or story.roles[i] is not None:
        return
    start = story.eye.words.starts[line.first + sent]
    name = story.eye.text[start : line.end].partition("," if sent else "\n")[0]
    known = story.words(i)[sent] in lexicon.given_names and is_name(name, lexicon)
    if known and story.sizes[i] <= (_NAME if sent else _UNNAMED):
        names.people.append((start, start + len(name)))
        story.roles[i] = Role.BYLINE


def _is_unnamed(story: Story, i: int) -> bool:
    """Whether line *i* signs with a role alone: 'Staff Reporter'."""
    lexicon, words = story.eye.lexicon, story.words(i)
    words = words[words[0] == "from" :]  # 'From our special correspondent'
    if not 0 < len(words) <= _UNNAMED or not all(word in lexicon.roles for word in words):
        return False
    return words[-1] in lexicon.role_words


def _take_place(story: Story, i: int) -> None:
    """Give line *i* its role where it is the place that stands between a signature and a date."""
    dated = i + 1 < story.start and story.shapes[i + 1] == "date"
    if dated and story.shapes[i] == "short" and story.sizes[i] <= _PLACE:
        story.roles[i] = Role.DATELINE


def _is_signed(story: Story, i: int) -> bool:
    """Whether what stands in line *i* or next to it shows that a name in it is the author's."""
    lexicon = story.eye.lexicon
    if story.shapes[i] == "date":
        return True
    if not lexicon.role_words.isdisjoint(story.words(i)):
        return True
    cut = lexicon.byline.cut.search(story.text(i))
    if cut and cut[0].isalpha():  # a name, glued to what the page says of it
        return True
    parted = cut and cut[0].strip() in _AFTER_DAY
    behind = _WORD.findall(story.text(i)[cut.end() :].lower()) if cut and parted else []
    if behind and all(word[0].isdigit() or word in lexicon.date_words for word in behind):
        return True  # 'Ann Lee · 2 days ago · 5 min read'
    if i + 1 < story.start:
        below = story.text(i + 1)
        mail = "@" in below and " " not in below  # or a handle
        if mail or story.shapes[i + 1] == "date":
            return True
        if story.sizes[i + 1] <= _ROLE and (below.startswith("in ") or _tells_role(story, i + 1)):
            return True
    above = story.words(i - 1) if i else []
    return bool(above) and (
        story.shapes[i - 1] == "date" or (len(above) <= _ROLE and "author" in above)
    )


def read_dates(story: Story) -> tuple[Timestamp | None, Timestamp | None]:
    """Return when the article was published and updated, as printed above the story.

    Where an update is the only date printed, it is both.
    """
    moments: list[Moment] = []
    for i in range(story.start):
        if story.shapes[i] in {"date", "byline"} or story.roles[i] is Role.BYLINE:
            line = story.lines[i]
            found = read_moments(story.eye.text, line.start, line.end, story.eye.lexicon)
            if found and found[-1].stamp.time is None and i + 1 < story.start:
                found[-1] = _with_clock(story, found[-1], i + 1)
            moments += found
    published = next((m for m in moments if m.what == "published"), None)
    published = published or next((m for m in moments if not m.what), None)
    updated = next((m for m in moments if m.what == "updated"), None)
    published = published or updated
    return published and published.stamp, updated and updated.stamp


def _with_clock(story: Story, moment: Moment, i: int) -> Moment:
    """Return the moment with the time of day that stands alone on line *i*, if one does."""
    line, text = story.lines[i], story.eye.text
    if story.shapes[i] != "date":
        return moment
    clock = read_clock(text, line.start, line.end, story.eye.lexicon)
    if clock is None:
        return moment
    span = Span.of(text, moment.start, line.end)
    return moment._replace(stamp=Timestamp(moment.stamp.date, *clock, span))
