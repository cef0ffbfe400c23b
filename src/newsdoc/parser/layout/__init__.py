"""Layout: lines to paragraphs with roles, and what the byline, dateline and date line say."""

from __future__ import annotations

import re

from newsdoc.lexicon import Lexicon
from newsdoc.model import Byline, Role, Span, Timestamp
from newsdoc.parser.drafts import Block, Layout
from newsdoc.parser.layout.byline import (
    inner_byline,
    is_name,
    is_role,
    opens_byline,
    read_signers,
    titled,
)
from newsdoc.parser.layout.datelines import read_dateline
from newsdoc.parser.layout.dates import Moment, read_moments
from newsdoc.parser.layout.lines import cut
from newsdoc.parser.layout.shapes import Eye, Shape
from newsdoc.parser.layout.story import Story, find_story
from newsdoc.parser.words import Words

_WORD = re.compile(r"[^\W_]+")


def read_layout(words: Words, lexicon: Lexicon, headline: str | None) -> Layout:
    """Return the paragraphs of the text with their roles, and the facts printed around them.

    The caller's *headline*, where given, is found in the text wherever it stands.
    """
    lines = cut(words)
    eye = Eye(words, lexicon.layout)
    given = tuple(_WORD.findall(headline.lower())) if headline else ()
    story = find_story(lines, eye, given)
    byline = _byline(story, eye)
    published, updated = _dates(story, eye)
    dateline = None
    for i in range(story.start, min(story.start + 3, story.end)):
        if story.roles[i] is Role.BODY:
            line = lines[i]
            dateline = read_dateline(words.text, line.start, line.end, lexicon.layout)
            break
    blocks = [
        Block(line.start, line.end, role, line.first, line.last)
        for line, role in zip(lines, story.roles, strict=True)
    ]
    return Layout(blocks, byline, dateline, published, updated)


def _byline(story: Story, eye: Eye) -> Byline | None:
    """Return who signs, as printed above the story."""
    text, words = eye.text, eye.lexicon
    people: list[tuple[int, int]] = []
    bodies: list[tuple[int, int]] = []
    top = story.start
    i = 0
    while i < top:
        line = story.lines[i]
        if story.shapes[i] is Shape.BYLINE:
            behind = opens_byline(text, line.start, line.end)
            if behind is None:
                behind = inner_byline(text, line.start, line.end)
            if behind is not None and behind < line.end:
                signers = read_signers(text, behind, line.end, words)
                people += signers.people
                bodies += signers.bodies
            else:
                i = _names_below(story, eye, i + 1, people, bodies) - 1
            j = i + 1
            while j < top and story.size(j) <= 6 and is_role(text[story.lines[j].start:story.lines[j].end], words):
                story.roles[j] = Role.BYLINE
                j += 1
        i += 1
    if not people and not bodies:
        _bare(story, eye, people, bodies)
    spans = people or bodies
    if not spans:
        return None
    names: dict[str, str] = {}
    for a, b in spans:
        name = titled(text[a:b], words) if people else " ".join(text[a:b].split())
        names.setdefault(name.lower(), name)
    start, end = spans[0]
    for a, b in spans[1:]:
        if a - end < 60:
            end = max(end, b)
    return Byline(Span.of(text, start, end), tuple(names.values()))


def _names_below(story: Story, eye: Eye, i: int, people, bodies) -> int:
    """Read the names on the lines behind a lone 'By'; return the number behind them."""
    text, words = eye.text, eye.lexicon
    first = i
    while i < story.start and i < first + 12:
        line = story.lines[i]
        printed = text[line.start : line.end]
        if printed.lower() in {"and", "&", ","}:
            pass
        elif is_role(printed, words) and i > first:
            pass
        elif story.shapes[i] is Shape.SHORT and story.size(i) <= 8:
            signers = read_signers(text, line.start, line.end, words)
            if not signers or (signers.bodies and i > first):
                break
            people += signers.people
            bodies += signers.bodies
        else:
            break
        story.roles[i] = Role.BYLINE
        i += 1
    return i


def _bare(story: Story, eye: Eye, people, bodies) -> None:
    """Read a name that stands alone beside a date, a role or a handle."""
    text, words = eye.text, eye.lexicon
    for i in range(story.start):
        line = story.lines[i]
        if story.shapes[i] not in {Shape.SHORT, Shape.DATE} or story.size(i) > 14 or i == story.headline:
            continue
        near = [j for j in (i - 1, i + 1) if 0 <= j < story.start]
        beside = story.shapes[i] is Shape.DATE
        for j in near:
            other = story.lines[j]
            printed = text[other.start : other.end]
            beside |= story.shapes[j] is Shape.DATE or printed.startswith("@")
            beside |= j > i and story.size(j) <= 6 and is_role(printed, words)
            beside |= j < i and story.size(j) <= 4 and "author" in printed.lower()
        if not beside:
            continue
        signers = read_signers(text, line.start, line.end, words)
        if signers.people:
            people += signers.people
            story.roles[i] = Role.BYLINE
            if i + 1 < story.start and is_role(text[story.lines[i + 1].start:story.lines[i + 1].end], words):
                story.roles[i + 1] = Role.BYLINE
        elif signers.bodies and not bodies:
            bodies += signers.bodies
            story.roles[i] = Role.BYLINE


def _dates(story: Story, eye: Eye) -> tuple[Timestamp | None, Timestamp | None]:
    """Return when the article was published and updated, as printed above the story."""
    moments: list[Moment] = []
    for i in range(story.start):
        if story.shapes[i] in {Shape.DATE, Shape.BYLINE}:
            line = story.lines[i]
            moments += read_moments(eye.text, line.start, line.end, eye.lexicon)
    published = next((m for m in moments if m.what == "published"), None)
    published = published or next((m for m in moments if not m.what), None)
    updated = next((m for m in moments if m.what == "updated"), None)
    published = published or updated
    return published and published.stamp, updated and updated.stamp
