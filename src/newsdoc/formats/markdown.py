"""Markdown: the article, then what was said and counted in it."""

from __future__ import annotations

from newsdoc.model import Document


def to_markdown(document: Document) -> str:
    """Return the document as CommonMark."""
    raise NotImplementedError
