"""Credits: the source that the text names for a figure."""

from __future__ import annotations

from newsdoc.parser.drafts import FigureDraft, Sentence, Speech
from newsdoc.parser.statistics.page import Page


def credit(page: Page, sentence: Sentence, drafts: list[FigureDraft], quotes: Speech) -> None:
    """Give each figure its source."""
    del page, sentence, drafts, quotes
