"""JSON: the document and back, exactly."""

from __future__ import annotations

from typing import Any

from newsdoc.model import Document


def to_dict(document: Document) -> dict[str, Any]:
    """Return the document as plain dicts, lists and strings."""
    raise NotImplementedError


def from_dict(data: Any) -> Document:
    """Return the document of such a dict."""
    raise NotImplementedError


def to_json(document: Document, *, indent: int | None = None) -> str:
    """Return the document as JSON."""
    raise NotImplementedError


def from_json(data: str | bytes) -> Document:
    """Return the document written in *data*."""
    raise NotImplementedError


def json_schema() -> dict[str, Any]:
    """Return the published JSON Schema of the documents that `to_json` writes."""
    raise NotImplementedError
