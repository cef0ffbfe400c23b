"""JSON: the document and back, exactly.

One converter writes and reads all classes of the model, which know nothing of
it. It is strict: what it would have to bend or to drop, it refuses, and it
refuses with every problem of the file at once, each led by its path.

A document is an object with the keys of `Document`, in the order of the class,
behind three that say what the file is: ``format``, ``version``, ``offsets``.

- A span is ``{"start", "end", "text"}``: it proves itself against the text.
- A source is written once, in ``sources``; a mention holds its index. So does a
  change for its figures, into ``statistics``.
- A decimal is a string, digit for digit; a date, a time and a distance from UTC
  are ISO 8601 strings.
- What follows from other facts (the kind of a quote, the value of a statistic)
  is not written: it could only be wrong.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from importlib import resources
from typing import Any, Final, Literal, cast

from attrs import NOTHING, evolve, fields, frozen, resolve_types
from cattrs import ClassValidationError

from newsdoc.errors import FormatError, ModelError
from newsdoc.formats.converter import CONVERTER, Frame, within
from newsdoc.formats.offsets import CodePoints, Utf16
from newsdoc.formats.problems import Refused, key_path, lines, refuse, shown
from newsdoc.formats.scalars import read_str
from newsdoc.model import Document, Source, SourceKind, Span, Statistic

try:
    import orjson
except ImportError:  # the extra `newsdoc[fast]` is not installed
    orjson = None  # type: ignore[assignment]

__all__ = ["FORMAT", "VERSION", "from_dict", "from_json", "json_schema", "to_dict", "to_json"]

OffsetUnit = Literal["codepoint", "utf-16"]

FORMAT: Final = "newsdoc"
VERSION: Final = 1
_UNITS: Final[Mapping[str, type[CodePoints | Utf16]]] = {"codepoint": CodePoints, "utf-16": Utf16}


# --- the public four, and the schema -----------------------------------------


def to_dict(document: Document, *, offsets: OffsetUnit = "codepoint") -> dict[str, Any]:
    """Return the document as plain dicts, lists, strings and whole numbers.

    Args:
        document: what to write.
        offsets: what the offsets of the spans count: ``"codepoint"``, as Python
            does, or ``"utf-16"`` code units, as JavaScript, Java and C# do.

    Raises:
        ValueError: where *offsets* is neither.
    """
    if offsets not in _UNITS:
        msg = f"offsets: expected 'codepoint' or 'utf-16', got {offsets!r}"
        raise ValueError(msg)
    with within(Frame.of(document, _UNITS[offsets](document.text))):
        head = {"format": FORMAT, "version": VERSION, "offsets": offsets}
        return head | cast("dict[str, Any]", CONVERTER.unstructure(document))


def from_dict(data: Any) -> Document:
    """Return the document that `to_dict` wrote as *data*.

    Raises:
        FormatError: where *data* is not exactly such a document; its `problems`
            lists all that is wrong.
    """
    try:
        return _read_document(data)
    except Refused as refused:
        raise FormatError(tuple(lines(refused, "$"))) from None


def to_json(
    document: Document, *, indent: int | None = None, offsets: OffsetUnit = "codepoint"
) -> str:
    """Return the document as JSON, which can always be encoded as UTF-8.

    Args:
        document: what to write.
        indent: blanks for each level, or None for a single line.
        offsets: what the offsets of the spans count, as in `to_dict`.

    Raises:
        ValueError: where *offsets* is neither unit.
    """
    data = to_dict(document, offsets=offsets)
    if orjson is not None and indent is None:
        try:
            return orjson.dumps(data).decode()
        except orjson.JSONEncodeError:  # it writes no surrogates
            pass
    separators = (",", ":" if indent is None else ": ")
    written = json.dumps(data, ensure_ascii=False, indent=indent, separators=separators)
    return written.encode("utf-8", "backslashreplace").decode()  # a surrogate as \\udXXX


def from_json(data: str | bytes | bytearray) -> Document:
    """Return the document that `to_json` wrote as *data*.

    Args:
        data: the JSON, as text or in UTF-8.

    Raises:
        TypeError: where *data* is neither text nor bytes.
        FormatError: where *data* is not JSON, or not exactly such a document;
            its `problems` lists all that is wrong.
    """
    if not isinstance(data, str | bytes | bytearray):
        msg = f"from_json reads str or bytes, not {type(data).__name__}"
        raise TypeError(msg)
    return from_dict(_parse(data))


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of what `to_json` writes and `from_json` reads."""
    file = resources.files(__package__) / "newsdoc.schema.json"
    return cast("dict[str, Any]", json.loads(file.read_text(encoding="utf-8")))


# --- text to plain data ------------------------------------------------------


def _parse(data: str | bytes | bytearray) -> Any:
    """Return the plain data of some JSON; duplicate keys and NaN are refused."""
    if orjson is not None:
        # orjson keeps the last of two equal keys and rounds what is no 64-bit
        # number. Where it writes the very same again, it has dropped nothing.
        try:
            plain = orjson.loads(data)
            same = data.encode() if isinstance(data, str) else data
            if orjson.dumps(plain) == same:
                return plain
        except (ValueError, orjson.JSONEncodeError):
            pass  # the reader below can tell what is wrong, or reads surrogates
    wrong: list[_Wrong] = []

    def odd(problem: str) -> _Wrong:
        wrong.append(_Wrong(problem))
        return wrong[-1]

    def made(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) != len(pairs):
            keys = [key for key, _ in pairs]
            found |= {key: odd("stands twice") for key in found if keys.count(key) > 1}
        return found

    try:
        text = data if isinstance(data, str) else data.decode("utf-8-sig")
        plain = json.loads(
            text.removeprefix("\ufeff"),
            object_pairs_hook=made,
            parse_constant=lambda name: odd(f"{name} is no JSON number"),
        )
    except (ValueError, RecursionError) as error:
        why = "nested too deep" if isinstance(error, RecursionError) else str(error)
        raise FormatError((f"$: not JSON: {why}",)) from None
    if wrong:
        raise FormatError(tuple(_places(plain)))
    return plain


@frozen
class _Wrong:
    """What stands for a value that JSON does not allow, until its place is known."""

    problem: str


def _places(plain: Any) -> Iterator[str]:
    """Yield what is wrong in plain data, each led by its path."""
    left = [("$", plain)]
    while left:
        path, value = left.pop()
        if isinstance(value, _Wrong):
            yield f"{path}: {value.problem}"
        elif isinstance(value, dict):
            left += [(path + key_path(key), item) for key, item in reversed(value.items())]
        elif isinstance(value, list):
            left += [(f"{path}[{i}]", value[i]) for i in range(len(value) - 1, -1, -1)]


# --- the document ------------------------------------------------------------


def _read_document(data: Any) -> Document:
    """Read the parts that others speak of first; report the problems of all parts."""
    if type(data) is not dict:
        refuse("an object", data)
    units = _read_head(data)
    try:
        text = read_str(data["text"], str)
    except (KeyError, Refused) as error:
        raise Refused((".text", error)) from None
    frame = Frame(text, units(text))
    parts: dict[str, Any] = {"text": text}
    problems: dict[str, str | Exception] = {}
    for name in _READING_ORDER:
        if name in data:
            try:
                with within(frame):
                    parts[name] = CONVERTER.structure(data[name], _PARTS[name])
            except (Refused, ClassValidationError) as error:
                problems[name] = error
                parts[name] = _stand_ins(name, data[name])
            if name in _LISTED:
                frame = evolve(frame, **{name: parts[name]})
    wrong = [(f".{name}", problems[name]) for name in _PARTS if name in problems]
    wrong += [
        (key_path(key), "unknown key") for key in data if key not in _HEAD and key not in _PARTS
    ]
    if wrong:
        raise Refused(*wrong)
    try:
        return Document(**parts)
    except ModelError as error:
        raise Refused(("", error)) from None


def _read_head(data: dict[Any, Any]) -> type[CodePoints | Utf16]:
    """Check what the file says it is; with another version, the rest means nothing."""
    problems: list[tuple[str, str | Exception]] = []
    for key, known in (("format", (FORMAT,)), ("version", (VERSION,)), ("offsets", tuple(_UNITS))):
        value = data.get(key, NOTHING)
        if value is NOTHING:
            problems.append((f".{key}", "missing"))
        elif type(value) is not type(known[0]) or value not in known:
            names = " or ".join(map(json.dumps, known))
            problems.append((f".{key}", f"expected {names}, got {shown(value)}"))
    if problems:
        raise Refused(*problems)
    return _UNITS[data["offsets"]]


def _stand_ins(name: str, data: Any) -> tuple[Any, ...]:
    """Return as many parts as *data* has, so that an index into them is judged by itself."""
    return (_STAND_IN.get(name),) * len(data) if type(data) is list else ()


# The fields of a document; those that others refer to by index are read first.
_HEAD: Final = ("format", "version", "offsets")
_LISTED: Final = ("sources", "statistics")
_STAND_IN: Final[Mapping[str, Any]] = {
    "sources": Source(SourceKind.UNNAMED),
    "statistics": Statistic(Span(0, 1, "0"), Decimal(0)),
}
_PARTS: Final[Mapping[str, Any]] = {
    part.name: part.type for part in fields(resolve_types(Document))
}
_READING_ORDER: Final = (*_LISTED, *(name for name in _PARTS if name not in (*_LISTED, "text")))
