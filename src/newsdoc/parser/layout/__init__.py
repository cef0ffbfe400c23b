"""Layout: lines to paragraphs with roles, and what the byline, dateline and date line say.

A text is read in five steps, one module each:

1. `lines`: the text is cut into lines, and hard-wrapped lines are joined again;
2. `shapes`: each line is seen on its own: prose, a short line, a byline, a credit, …;
3. `bounds`: the run of lines with the most prose is the story; the headline stands above
   it (`titles`);
4. `facts`: byline and dates are read above the story (`byline`, `dates`), and the
   dateline at the head of its first paragraph (`datelines`);
5. `roles`: each line is given its role by its shape and its place.

Nothing is dropped or changed: each character that prints lies in exactly one block.

Where the text cannot tell, the safer reading is chosen. A text that opens with a lead
has no headline. A text without any prose keeps its lines as body, under its first line
as headline if that looks like one. A single line is a headline if it is short and has
no full stop, else the whole article.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from newsdoc.lexicon import Lexicon
from newsdoc.model import Dateline, Notice, Role
from newsdoc.parser.alike import let_be_names
from newsdoc.parser.drafts import Block, Layout
from newsdoc.parser.layout.bounds import find_story
from newsdoc.parser.layout.datelines import read_plain
from newsdoc.parser.layout.dates import is_ambiguous
from newsdoc.parser.layout.facts import read_byline, read_dates
from newsdoc.parser.layout.lines import cut
from newsdoc.parser.layout.roles import give_roles
from newsdoc.parser.layout.shapes import SHOUTED, Eye
from newsdoc.parser.layout.story import Story
from newsdoc.parser.offices import join_offices
from newsdoc.parser.words import Words

__all__ = ["read_layout"]

_WORD: Final = re.compile(r"[^\W_]+")
_TURNS: Final = 8  # paragraphs that show whether the text is a transcript
_LEADS: Final = 2  # paragraphs of the story that may open with the dateline


def read_layout(words: Words, lexicon: Lexicon, headline: str | None) -> Layout:
    """Return the paragraphs of the text with their roles, and the facts printed around them.

    The caller's *headline*, where given, is found in the text wherever it stands.
    """
    story = Story(Eye(words, lexicon.layout), cut(words))
    find_story(story, tuple(_WORD.findall(headline.lower())) if headline else ())
    byline = read_byline(story)
    published, updated = read_dates(story)
    give_roles(story, byline.authors if byline else ())
    dateline = _dateline(story)
    blocks = [
        Block(line.start, line.end, role or Role.BODY, line.first, line.last)
        for line, role in zip(story.lines, story.roles, strict=True)
    ]
    join_offices(words, lexicon.names.portfolios)
    let_be_names(words, lexicon.names)
    notices = [
        Notice("ambiguous-date", stamp.span)
        for stamp in (published, updated)
        if stamp is not None and stamp.span is not None and is_ambiguous(stamp)
    ]
    return Layout(blocks, byline, dateline, published, updated, notices)


def _dateline(story: Story) -> Dateline | None:
    """Return the dateline that the first paragraph of the story opens with, or None."""
    body = (i for i in range(story.start, story.end) if story.roles[i] is Role.BODY)
    for i in islice(body, _LEADS):
        if found := story.dateline(i):
            if found.span.end == story.lines[i].end:
                story.roles[i] = Role.DATELINE  # 'Vell (CNN) —' on a line of its own
            return None if _speaks(story) else found
    return _plain_dateline(story)


def _plain_dateline(story: Story) -> Dateline | None:
    """Return the dateline in small letters, save where each of several paragraphs has its place."""
    if story.start >= story.end or story.roles[story.start] is not Role.BODY:
        return None
    first = _plain(story, story.start)
    others = range(story.start + 1, min(story.end, story.start + _TURNS))
    return None if first is None or any(_plain(story, i) for i in others) else first


def _plain(story: Story, i: int) -> Dateline | None:
    """Return the dateline in small letters that paragraph *i* opens with, or None."""
    line, eye = story.lines[i], story.eye
    return read_plain(eye.text, line.start, line.end, eye.lexicon)


def _speaks(story: Story) -> bool:
    """Whether the paragraphs are those of a transcript: each with its speaker and a colon.

    They stand in capitals: 'HARMOUTH: …' and 'Said Ana Ruiz: …' are no turns.
    """
    turns = range(story.start, min(story.end, story.start + _TURNS))
    return sum(SHOUTED.match(story.text(i)) is not None for i in turns) > 1
