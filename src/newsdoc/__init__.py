"""Who said what, and which numbers were claimed by whom, in the raw text of a news article."""

from newsdoc.errors import FormatError, ModelError, NewsdocError
from newsdoc.formats.html import to_html
from newsdoc.formats.json import from_dict, from_json, json_schema, to_dict, to_json
from newsdoc.formats.markdown import to_markdown
from newsdoc.model import (
    Bound,
    Byline,
    Change,
    Dateline,
    Direction,
    Document,
    Mention,
    Notice,
    Paragraph,
    Quote,
    QuoteKind,
    Role,
    Source,
    SourceKind,
    Span,
    Stance,
    Statistic,
    Timestamp,
    Unit,
    UnitKind,
)
from newsdoc.parser import Parser, parse

__all__ = [
    "Bound",
    "Byline",
    "Change",
    "Dateline",
    "Direction",
    "Document",
    "FormatError",
    "Mention",
    "ModelError",
    "NewsdocError",
    "Notice",
    "Paragraph",
    "Parser",
    "Quote",
    "QuoteKind",
    "Role",
    "Source",
    "SourceKind",
    "Span",
    "Stance",
    "Statistic",
    "Timestamp",
    "Unit",
    "UnitKind",
    "from_dict",
    "from_json",
    "json_schema",
    "parse",
    "to_dict",
    "to_html",
    "to_json",
    "to_markdown",
]
