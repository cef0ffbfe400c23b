"""Write ``newsdoc.schema.json``, the JSON Schema of newsdoc documents.

    python tools/make_schema.py           write it
    python tools/make_schema.py --check   say whether the committed one is fresh

The schema is made from the classes of the model: their fields, types and
defaults, with the descriptions from their docstrings. What is particular to the
wire (offsets, references by index, decimals as strings) stands in the tables
below. A test makes the schema again and compares.
"""

from __future__ import annotations

import datetime as dt
import inspect
import json
import re
import sys
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Final, get_args, get_origin

import attrs

from newsdoc import model
from newsdoc.formats import json as wire
from newsdoc.formats.converter import CONVERTER

PATH: Final = Path(wire.__file__).with_name("newsdoc.schema.json")

Schema = dict[str, Any]

# Each value has one form: no second of a distance is written that is none.
HOUR: Final = "([01][0-9]|2[0-3])"
SIXTY: Final = "[0-5][0-9]"
PART: Final = r"(\.(?!000000)[0-9]{6})?"

DEFINED: Final[dict[Any, tuple[str, Schema]]] = {
    Decimal: (
        "Decimal",
        {
            "description": "A decimal number, digit for digit, as Python's Decimal prints it.",
            "type": "string",
            "pattern": r"^-?[0-9]+(\.[0-9]+)?(E[+-]?[0-9]{1,19})?$",
            "examples": ["1480", "4.20", "1E+6"],
        },
    ),
    dt.date: (
        "Date",
        {
            "description": "A day as ISO 8601.",
            "type": "string",
            "format": "date",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        },
    ),
    dt.time: (
        "Time",
        {
            "description": "A time of day as ISO 8601, without a zone.",
            "type": "string",
            "pattern": rf"^{HOUR}:{SIXTY}:{SIXTY}{PART}$",
        },
    ),
    dt.timedelta: (
        "Offset",
        {
            "description": "A distance from UTC as ISO 8601: '+05:30'.",
            "type": "string",
            "pattern": rf"^(?!-00:00$)[+-]{HOUR}:{SIXTY}(:(?!00$){SIXTY}{PART})?$",
        },
    ),
}
PRIMITIVES: Final[dict[Any, Schema]] = {str: {"type": "string"}, int: {"type": "integer"}}

# What the wire says in another way than the class: by class and field.
INDEX: Final = {"type": "integer", "minimum": 0}
FIGURE: Final = {"type": ["integer", "null"], "minimum": 0, "default": None}
WIRE: Final[dict[tuple[type, str], Schema]] = {
    (model.Span, "start"): {"minimum": 0},
    (model.Span, "end"): {"minimum": 1},
    (model.Span, "text"): {"minLength": 1},
    (model.Quote, "content"): {"minItems": 1},
    (model.Mention, "source"): INDEX,
    (model.Change, "before"): FIGURE,
    (model.Change, "after"): FIGURE,
    (model.Change, "by"): FIGURE,
}
REFERENCES: Final = {
    (model.Mention, "source"): "its index in the document's sources",
    **{
        (model.Change, name): "its index in the document's statistics"
        for name in ("before", "after", "by")
    },
}
HEAD: Final[dict[str, Schema]] = {
    "format": {"description": "The name of the format.", "const": wire.FORMAT},
    "version": {"description": "The version of the format.", "const": wire.VERSION},
    "offsets": {
        "description": "What all offsets count: code points, or UTF-16 code units.",
        "enum": ["codepoint", "utf-16"],
    },
}


def make() -> Schema:
    """Return the schema of a document."""
    defs: dict[str, Schema] = {}
    document = of_class(model.Document, defs)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:newsdoc:document:{wire.VERSION}",
        "title": "newsdoc document",
        **document,
        "required": [*HEAD, *document["required"]],
        "properties": HEAD | document["properties"],
        "$defs": dict(sorted(defs.items())),
    }


def of_class(kind: type, defs: dict[str, Schema]) -> Schema:
    """Return the schema of an attrs class; what it is made of goes into *defs*."""
    summary, described = read_docstring(kind)
    known = [f for f in attrs.fields(attrs.resolve_types(kind)) if f.init]
    properties = {}
    for field in known:
        key = (kind, field.name)
        said = ": ".join(filter(None, (described[field.name], REFERENCES.get(key))))
        properties[field.name] = {"description": said} | (
            WIRE[key] if key in REFERENCES else of_type(field.type, defs) | WIRE.get(key, {})
        )
        if isinstance(field.default, attrs.NOTHING.__class__) or key in REFERENCES:
            continue
        if not isinstance(field.default, attrs.Factory):
            properties[field.name]["default"] = CONVERTER.unstructure(field.default)
    return {
        "description": summary,
        "type": "object",
        "additionalProperties": False,
        "required": [f.name for f in known if f.default is attrs.NOTHING],
        "properties": properties,
    }


def of_type(kind: Any, defs: dict[str, Schema]) -> Schema:
    """Return the schema of a type of the model."""
    if kind in PRIMITIVES:
        return dict(PRIMITIVES[kind])
    if isinstance(kind, UnionType):
        (inner,) = (part for part in get_args(kind) if part is not NoneType)
        return {"anyOf": [of_type(inner, defs), {"type": "null"}]}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": of_type(get_args(kind)[0], defs)}
    name, schema = DEFINED.get(kind, (kind.__name__, None))
    if name not in defs:
        defs[name] = {}  # its place, should it contain itself
        defs[name] = schema or (
            of_enum(kind) if issubclass(kind, StrEnum) else of_class(kind, defs)
        )
    return {"$ref": f"#/$defs/{name}"}


def of_enum(kind: type[StrEnum]) -> Schema:
    """Return the schema of a closed vocabulary."""
    return {"description": read_docstring(kind)[0], "enum": [str(member) for member in kind]}


def read_docstring(kind: type) -> tuple[str, dict[str, str]]:
    """Return the first sentence of a class and what it says of each attribute."""
    text = inspect.getdoc(kind) or ""
    summary = " ".join(text.split("\n\n")[0].split())
    _, _, section = text.partition("Attributes:\n")
    lines = re.split(r"\n(?=\S)", section)[0]
    found = re.findall(r"^    (\w+): (.*(?:\n     +.*)*)", lines, re.MULTILINE)
    return plain(summary), {name: plain(" ".join(said.split())) for name, said in found}


def plain(text: str) -> str:
    """Return docstring text without its code marks, in the words of JSON."""
    return re.sub(r"\bNone\b", "null", text.replace("`", ""))


def main(arguments: list[str]) -> int:
    """Write the schema, or check that it is fresh."""
    made = json.dumps(make(), indent=2, ensure_ascii=False) + "\n"
    if arguments == ["--check"]:
        fresh = PATH.read_text(encoding="utf-8") == made
        sys.stdout.write(
            f"{PATH.name} is {'fresh' if fresh else 'stale: run tools/make_schema.py'}\n"
        )
        return 0 if fresh else 1
    PATH.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
