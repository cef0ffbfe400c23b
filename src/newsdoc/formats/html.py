"""HTML: the article as one self-contained page with its reading marked up."""

from __future__ import annotations

from newsdoc.model import Document


def to_html(document: Document) -> str:
    """Return the document as one self-contained page."""
    raise NotImplementedError


def to_html_fragment(document: Document) -> str:
    """Return the part of the page that a notebook shows."""
    raise NotImplementedError
