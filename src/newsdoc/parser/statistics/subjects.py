"""Subjects: the one noun phrase that a figure is about."""

from __future__ import annotations

from newsdoc.parser.drafts import Pair
from newsdoc.parser.statistics.page import Figure, Page


def subject(page: Page, figure: Figure) -> Pair | None:
    """Return the noun phrase that the figure is about, or None."""
    del page, figure
    return None
