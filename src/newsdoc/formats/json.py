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

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from enum import StrEnum
from importlib import resources
from typing import Any, Final, Literal, NoReturn, TypeVar, cast, get_args, get_origin

from attrs import NOTHING, evolve, fields, frozen, has, resolve_types
from cattrs import ClassValidationError, Converter
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from newsdoc.errors import FormatError, ModelError
from newsdoc.formats.offsets import CodePoints, Offsets, Utf16
from newsdoc.model import Change, Document, Mention, Source, SourceKind, Span, Statistic

try:
    import orjson
except ImportError:  # the extra `newsdoc[fast]` is not installed
    orjson = None  # type: ignore[assignment]

__all__ = ["FORMAT", "VERSION", "from_dict", "from_json", "json_schema", "to_dict", "to_json"]

T = TypeVar("T")
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
    with _frame(_Frame.of(document, _UNITS[offsets](document.text))):
        head = {"format": FORMAT, "version": VERSION, "offsets": offsets}
        return head | cast("dict[str, Any]", _CONVERTER.unstructure(document))


def from_dict(data: Any) -> Document:
    """Return the document that `to_dict` wrote as *data*.

    Raises:
        FormatError: where *data* is not exactly such a document; its `problems`
            lists all that is wrong.
    """
    try:
        return _read_document(data)
    except _Refused as refused:
        raise FormatError(tuple(_lines(refused, "$"))) from None


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


def from_json(data: str | bytes) -> Document:
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


def _parse(data: str | bytes) -> Any:
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
    try:
        text = data if isinstance(data, str) else data.decode("utf-8-sig")
        return json.loads(text, object_pairs_hook=_object, parse_constant=_constant)
    except FormatError:
        raise
    except (ValueError, RecursionError) as error:
        why = "nested too deep" if isinstance(error, RecursionError) else str(error)
        raise FormatError((f"$: not JSON: {why}",)) from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise FormatError((f"$: the key {twice!r} stands twice in an object",))
    return made


def _constant(name: str) -> Any:
    raise FormatError((f"$: {name} is no JSON number",))


# JSON cannot tell a high surrogate before a low one from the one character
# that the two encode. So a NUL is put between them, and one more where NULs
# stand between them already: each string reads back as it was.
_PARTED: Final = re.compile("([\ud800-\udbff]\0*)(?=[\udc00-\udfff])")


def _apart(text: str) -> str:
    return text if text.isascii() else _PARTED.sub("\\1\0", text)


def _together(text: str) -> str:
    return text if text.isascii() else _PARTED.sub(lambda match: match.group()[:-1], text)


# --- what a hook must know of the document -----------------------------------


@frozen(eq=False)
class _Frame:
    """The document that is being written or read, for the hooks of its parts."""

    text: str
    offsets: Offsets
    sources: tuple[Source, ...] = ()
    statistics: tuple[Statistic, ...] = ()
    numbers: Mapping[int, int] = {}  # the index of a source or statistic, by its id

    @classmethod
    def of(cls, document: Document, offsets: Offsets) -> _Frame:
        lists = (document.sources, document.statistics)
        numbers = {id(part): i for parts in lists for i, part in reversed([*enumerate(parts)])}
        return cls(document.text, offsets, *lists, numbers)

    def number(self, part: Any, parts: tuple[Any, ...]) -> int:
        """Return the index of *part* in *parts*: of itself, or else of its equal."""
        number = self.numbers.get(id(part))
        return parts.index(part) if number is None else number


_FRAME: Final[ContextVar[_Frame]] = ContextVar("_FRAME")


@contextmanager
def _frame(frame: _Frame) -> Iterator[None]:
    token = _FRAME.set(frame)
    try:
        yield
    finally:
        _FRAME.reset(token)


# --- what is wrong -----------------------------------------------------------


class _Refused(Exception):  # noqa: N818 - it never leaves this module
    """Problems at a place of the file: the path from there, and a message or an inner error."""

    def __init__(self, *problems: tuple[str, str | Exception]) -> None:
        super().__init__(problems)
        self.problems = problems


_WIDTH: Final = 60  # how much of a wrong value is shown


def _refuse(expected: str, got: object) -> NoReturn:
    raise _Refused(("", f"expected {expected}, got {_shown(got)}"))


def _shown(value: object) -> str:
    if not isinstance(value, str | int | float | None):
        return _KINDS[type(value)]
    shown = json.dumps(value)
    return shown if len(shown) <= _WIDTH else f"{shown[:_WIDTH]}…"


class _Kinds(dict[type, str]):
    def __missing__(self, kind: type) -> str:
        return f"a Python {kind.__name__}"


_KINDS: Final = _Kinds({dict: "an object", list: "an array"})
_MODEL_PROBLEM: Final = re.compile(r"\w+?(?:\.([\w.\[\]]+))?: (.*)", re.DOTALL)


def _lines(error: Exception, path: str) -> Iterator[str]:
    """Yield the problems in *error*, each led by its path."""
    if isinstance(error, _Refused):
        for inner, problem in error.problems:
            if isinstance(problem, str):
                yield f"{path}{inner}: {problem}"
            else:
                yield from _lines(problem, path + inner)
    elif isinstance(error, ClassValidationError):
        noted, bare = error.group_exceptions()
        for problem, note in noted:
            yield from _lines(problem, f"{path}.{note.name}")
        for problem in bare:
            yield from _lines(problem, path)
    elif isinstance(error, ForbiddenExtraKeysError):
        extra = sorted(error.extra_fields, key=repr)
        yield from (f"{path}{_key(key)}: unknown key" for key in extra)
    elif isinstance(error, KeyError):
        yield f"{path}: missing"
    elif isinstance(error, ModelError) and (match := _MODEL_PROBLEM.fullmatch(str(error))):
        yield f"{path}{'.' + match[1] if match[1] else ''}: {match[2]}"
    else:  # a defect of newsdoc, not of the file
        raise error


def _key(key: object) -> str:
    return f".{key}" if isinstance(key, str) and key.isidentifier() else f"[{key!r}]"


# --- the document ------------------------------------------------------------


def _read_document(data: Any) -> Document:
    """Read the parts that others speak of first; report the problems of all parts."""
    if type(data) is not dict:
        _refuse("an object", data)
    units = _read_head(data)
    try:
        text = _read_str(data["text"], str)
    except (KeyError, _Refused) as error:
        raise _Refused((".text", error)) from None
    frame = _Frame(text, units(text))
    parts: dict[str, Any] = {"text": text}
    problems: dict[str, str | Exception] = {}
    for name in _READING_ORDER:
        if name in data:
            try:
                with _frame(frame):
                    parts[name] = _CONVERTER.structure(data[name], _PARTS[name])
            except (_Refused, ClassValidationError) as error:
                problems[name] = error
                parts[name] = _stand_ins(name, data[name])
            if name in _LISTED:
                frame = evolve(frame, **{name: parts[name]})
    wrong = [(f".{name}", problems[name]) for name in _PARTS if name in problems]
    wrong += [(_key(key), "unknown key") for key in data if key not in _HEAD and key not in _PARTS]
    if wrong:
        raise _Refused(*wrong)
    try:
        return Document(**parts)
    except ModelError as error:
        raise _Refused(("", error)) from None


def _read_head(data: dict[Any, Any]) -> type[CodePoints | Utf16]:
    """Check what the file says it is; with another version, the rest means nothing."""
    problems: list[tuple[str, str | Exception]] = []
    for key, known in (("format", (FORMAT,)), ("version", (VERSION,)), ("offsets", tuple(_UNITS))):
        value = data.get(key, NOTHING)
        if value is NOTHING:
            problems.append((f".{key}", "missing"))
        elif type(value) is not type(known[0]) or value not in known:
            names = " or ".join(map(json.dumps, known))
            problems.append((f".{key}", f"expected {names}, got {_shown(value)}"))
    if problems:
        raise _Refused(*problems)
    return _UNITS[data["offsets"]]


def _stand_ins(name: str, data: Any) -> tuple[Any, ...]:
    """Return as many parts as *data* has, so that an index into them is judged by itself."""
    return (_STAND_IN.get(name),) * len(data) if type(data) is list else ()


# --- the converter -----------------------------------------------------------


def _strict(kind: type[T], what: str) -> Callable[[Any, Any], T]:
    def read(data: Any, _: Any) -> T:
        if type(data) is not kind:
            _refuse(what, data)
        return data

    return read


def _read_str(data: Any, _: Any) -> str:
    if type(data) is not str:
        _refuse("a string", data)
    return _together(data)


def _read_member(data: Any, kind: type[StrEnum]) -> StrEnum:
    if type(data) is str:
        try:
            return kind(data)
        except ValueError:
            pass
    _refuse(f"one of {', '.join(kind)}", data)


_DECIMAL: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:E[+-]?[0-9]{1,19})?", re.ASCII)


def _read_decimal(data: Any, _: Any) -> Decimal:
    if type(data) is str and _DECIMAL.fullmatch(data):
        try:
            number = Decimal(data)
        except ArithmeticError:  # an exponent past what a Decimal holds
            pass
        else:
            if number.is_finite():
                return number
    _refuse('a decimal as a string, such as "4.20"', data)


def _read_date(data: Any, _: Any) -> dt.date:
    return _iso(data, dt.date.fromisoformat, dt.date.isoformat, 'a date as "2026-11-22"')


def _read_time(data: Any, _: Any) -> dt.time:
    return _iso(data, dt.time.fromisoformat, dt.time.isoformat, 'a time as "09:30:00"')


def _read_offset(data: Any, _: Any) -> dt.timedelta:
    return _iso(data, _offset, _write_offset, 'a distance from UTC as "+05:30"')


def _offset(text: str) -> dt.timedelta:
    offset = dt.time.fromisoformat(f"00:00:00{text}").utcoffset()
    if offset is None:
        raise ValueError(text)
    return offset


def _write_offset(offset: dt.timedelta) -> str:
    return dt.time(tzinfo=dt.timezone(offset)).isoformat()[len("00:00:00") :]


def _iso(data: Any, read: Callable[[str], T], write: Callable[[T], str], what: str) -> T:
    """Read ISO text in the one form that is written; the standard has many."""
    if type(data) is str:
        try:
            value = read(data)
            if write(value) == data:
                return value
        except ValueError:
            pass
    _refuse(what, data)


def _write_span(span: Span) -> dict[str, Any]:
    write = _FRAME.get().offsets.write
    return {"start": write(span.start), "end": write(span.end), "text": _apart(span.text)}


def _read_span(data: Any, _: Any) -> Span:
    frame = _FRAME.get()
    if type(data) is not dict:
        _refuse("an object with start, end and text", data)
    start, end, text = data.get("start"), data.get("end"), data.get("text")
    if type(start) is type(end) is int and type(text) is str and len(data) == len(_SPAN_KEYS):
        first, last = frame.offsets.read(start), frame.offsets.read(end)
        if first is not None and last is not None and first < last:
            span = Span.of(frame.text, first, last)
            if span.text == _together(text):
                return span
    raise _Refused(*_span_problems(data, frame))


def _span_problems(data: dict[Any, Any], frame: _Frame) -> Iterator[tuple[str, str | Exception]]:
    """Say all that is wrong with a span."""
    found: dict[str, Any] = {}
    for key, read in (("start", _read_int), ("end", _read_int), ("text", _read_str)):
        try:
            found[key] = read(data[key], None)
        except (KeyError, _Refused) as error:
            yield f".{key}", error
    yield from ((_key(key), "unknown key") for key in data if key not in _SPAN_KEYS)
    if "start" in found and "end" in found:
        wrong = [*_wrong_offsets(found["start"], found["end"], frame)]
        yield from wrong
        if not wrong and "text" in found:
            first, last = map(frame.offsets.read, (found["start"], found["end"]))
            printed = frame.text[first:last]
            if printed != found["text"]:
                yield ".text", f"{_shown(found['text'])}, but the text has {_shown(printed)} there"


def _wrong_offsets(start: int, end: int, frame: _Frame) -> Iterator[tuple[str, str]]:
    """Say what is wrong with the offsets of a span."""
    size = frame.offsets.write(len(frame.text))
    for key, offset in (("start", start), ("end", end)):
        if offset < 0:
            yield f".{key}", f"{offset} is before the text"
        elif offset > size:
            yield f".{key}", f"{offset} is past the end of the text ({size})"
        elif frame.offsets.read(offset) is None:
            yield f".{key}", f"{offset} is in the middle of a character"
    if start >= end:
        yield ".end", f"{end} is not behind the start ({start})"


def _reference(kind: str, within: Callable[[_Frame], tuple[Any, ...]]) -> Any:
    """How a part that stands elsewhere is written: by its index there."""

    def write(part: Any) -> int | None:
        frame = _FRAME.get()
        return None if part is None else frame.number(part, within(frame))

    def read(data: Any, _: Any) -> Any:
        if data is None and kind == "statistic":
            return None
        parts = within(_FRAME.get())
        if 0 <= _read_int(data, None) < len(parts):
            return parts[data]
        raise _Refused(("", f"{data} is the index of no {kind} (there are {len(parts)})"))

    return override(unstruct_hook=write, struct_hook=read)


def _class_reader(kind: type[T], converter: Converter) -> Callable[[Any, Any], T]:
    read = make_dict_structure_fn(
        kind,
        converter,
        _cattrs_forbid_extra_keys=True,
        _cattrs_detailed_validation=True,
        **_REFERENCES.get(kind, {}),
    )

    def read_object(data: Any, _: Any) -> T:
        if type(data) is not dict:
            _refuse("an object", data)
        return read(data, kind)

    return read_object


def _class_writer(kind: type, converter: Converter) -> Callable[[Any], dict[str, Any]]:
    return make_dict_unstructure_fn(kind, converter, **_REFERENCES.get(kind, {}))


def _array_reader(kind: Any, converter: Converter) -> Callable[[Any, Any], tuple[Any, ...]]:
    part = get_args(kind)[0]
    read = converter.get_structure_hook(part)

    def read_array(data: Any, _: Any) -> tuple[Any, ...]:
        if type(data) is not list:
            _refuse("an array", data)
        parts, problems = [], []
        for i, item in enumerate(data):
            try:
                parts.append(read(item, part))
            except (_Refused, ClassValidationError) as error:
                problems.append((f"[{i}]", error))
        if problems:
            raise _Refused(*problems)
        return tuple(parts)

    return read_array


def _array_writer(kind: Any, converter: Converter) -> Callable[[Any], list[Any]]:
    write = converter.get_unstructure_hook(get_args(kind)[0])
    return lambda parts: [write(part) for part in parts]


_SPAN_KEYS: Final = ("start", "end", "text")
_FIGURE: Final = _reference("statistic", lambda frame: frame.statistics)
_REFERENCES: Final[Mapping[type, Any]] = {
    Mention: {"source": _reference("source", lambda frame: frame.sources)},
    Change: {"before": _FIGURE, "after": _FIGURE, "by": _FIGURE},
}
_read_int: Final = _strict(int, "a whole number")


def _is_array(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _make_converter() -> Converter:
    converter = Converter()
    for kind, read in (
        (bool, _strict(bool, "true or false")),
        (int, _read_int),
        (float, _strict(float, "a number")),
        (str, _read_str),
        (StrEnum, _read_member),
        (Decimal, _read_decimal),
        (dt.date, _read_date),
        (dt.time, _read_time),
        (dt.timedelta, _read_offset),
    ):
        converter.register_structure_hook(kind, read)
    converter.register_unstructure_hook(str, _apart)
    converter.register_unstructure_hook(Decimal, str)
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_unstructure_hook(dt.time, dt.time.isoformat)
    converter.register_unstructure_hook(dt.timedelta, _write_offset)
    converter.register_unstructure_hook(StrEnum, str)
    converter.register_structure_hook_factory(has, _class_reader)
    converter.register_unstructure_hook_factory(has, _class_writer)
    converter.register_structure_hook_factory(_is_array, _array_reader)
    converter.register_unstructure_hook_factory(_is_array, _array_writer)
    converter.register_structure_hook(Span, _read_span)
    converter.register_unstructure_hook(Span, _write_span)
    return converter


_CONVERTER: Final = _make_converter()

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
