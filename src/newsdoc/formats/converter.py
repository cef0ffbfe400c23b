"""The one converter between the classes of the model and plain values, strict in all it reads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, TypeVar, get_args, get_origin

from attrs import frozen, has
from cattrs import ClassValidationError, Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from newsdoc.checks import difference
from newsdoc.formats.offsets import Offsets
from newsdoc.formats.problems import Refused, key_path, refuse, shown
from newsdoc.formats.scalars import (
    apart,
    read_date,
    read_decimal,
    read_int,
    read_member,
    read_offset,
    read_str,
    read_time,
    strict,
    together,
    write_offset,
)
from newsdoc.model import Change, Document, Mention, Source, Span, Statistic

__all__ = ["CONVERTER", "Frame", "within"]

T = TypeVar("T")

# --- what a hook must know of the document -----------------------------------


@frozen(eq=False)
class Frame:
    """The document that is being written or read, for the hooks of its parts."""

    text: str
    offsets: Offsets
    sources: tuple[Source, ...] = ()
    statistics: tuple[Statistic, ...] = ()
    numbers: Mapping[int, int] = {}  # the index of a source or statistic, by its id

    @classmethod
    def of(cls, document: Document, offsets: Offsets) -> Frame:
        """Return the frame of a document that is to be written."""
        lists = (document.sources, document.statistics)
        numbers = {id(part): i for parts in lists for i, part in reversed([*enumerate(parts)])}
        return cls(document.text, offsets, *lists, numbers)

    def number(self, part: Any, parts: tuple[Any, ...]) -> int:
        """Return the index of *part* in *parts*: of itself, or else of its equal."""
        number = self.numbers.get(id(part))
        return parts.index(part) if number is None else number


_FRAME: Final[ContextVar[Frame]] = ContextVar("_FRAME")


@contextmanager
def within(frame: Frame) -> Iterator[None]:
    """Let the hooks know *frame* while the block runs; each thread and task has its own."""
    token = _FRAME.set(frame)
    try:
        yield
    finally:
        _FRAME.reset(token)


# --- spans -------------------------------------------------------------------


def _write_span(span: Span) -> dict[str, Any]:
    write = _FRAME.get().offsets.write
    return {"start": write(span.start), "end": write(span.end), "text": apart(span.text)}


def _read_span(data: Any, _: Any) -> Span:
    frame = _FRAME.get()
    if type(data) is not dict:
        refuse("an object with start, end and text", data)
    start, end, text = data.get("start"), data.get("end"), data.get("text")
    if type(start) is type(end) is int and type(text) is str and len(data) == len(_SPAN_KEYS):
        first, last = frame.offsets.read(start), frame.offsets.read(end)
        if first is not None and last is not None and first < last:
            span = Span.of(frame.text, first, last)
            if span.text == together(text):
                return span
    raise Refused(*_span_problems(data, frame))


def _span_problems(data: dict[Any, Any], frame: Frame) -> Iterator[tuple[str, str | Exception]]:
    """Say all that is wrong with a span."""
    found: dict[str, Any] = {}
    for key, read in (("start", read_int), ("end", read_int), ("text", read_str)):
        try:
            found[key] = read(data[key], None)
        except (KeyError, Refused) as error:
            yield f".{key}", error
    yield from ((key_path(key), "unknown key") for key in data if key not in _SPAN_KEYS)
    if "start" in found and "end" in found:
        wrong = [*_wrong_offsets(found["start"], found["end"], frame)]
        yield from wrong
        if not wrong and "text" in found:
            first, last = map(frame.offsets.read, (found["start"], found["end"]))
            printed = frame.text[first:last]
            if printed != found["text"]:
                said, has = map(shown, difference(found["text"], printed))
                yield ".text", f"{said}, but the text has {has} there"


def _wrong_offsets(start: int, end: int, frame: Frame) -> Iterator[tuple[str, str]]:
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


# --- references, objects and arrays ------------------------------------------


def _reference(kind: str, parts_of: Callable[[Frame], tuple[Any, ...]]) -> Any:
    """How a part that stands elsewhere is written: by its index there."""

    def write(part: Any) -> int | None:
        frame = _FRAME.get()
        return None if part is None else frame.number(part, parts_of(frame))

    def read(data: Any, _: Any) -> Any:
        if data is None and kind == "statistic":
            return None
        parts = parts_of(_FRAME.get())
        if 0 <= read_int(data, None) < len(parts):
            return parts[data]
        raise Refused(("", f"{data} is the index of no {kind} (there are {len(parts)})"))

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
            refuse("an object", data)
        return read(data, kind)

    return read_object


def _class_writer(kind: type, converter: Converter) -> Callable[[Any], dict[str, Any]]:
    return make_dict_unstructure_fn(kind, converter, **_REFERENCES.get(kind, {}))


def _array_reader(kind: Any, converter: Converter) -> Callable[[Any, Any], tuple[Any, ...]]:
    part = get_args(kind)[0]
    read = converter.get_structure_hook(part)

    def read_array(data: Any, _: Any) -> tuple[Any, ...]:
        if type(data) is not list:
            refuse("an array", data)
        parts, problems = [], []
        for i, item in enumerate(data):
            try:
                parts.append(read(item, part))
            except (Refused, ClassValidationError) as error:
                problems.append((f"[{i}]", error))
        if problems:
            raise Refused(*problems)
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


def _is_array(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _make_converter() -> Converter:
    converter = Converter()
    for kind, read in (
        (bool, strict(bool, "true or false")),
        (int, read_int),
        (float, strict(float, "a number")),
        (str, read_str),
        (StrEnum, read_member),
        (Decimal, read_decimal),
        (dt.date, read_date),
        (dt.time, read_time),
        (dt.timedelta, read_offset),
    ):
        converter.register_structure_hook(kind, read)
    converter.register_unstructure_hook(str, apart)
    converter.register_unstructure_hook(Decimal, str)
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_unstructure_hook(dt.time, dt.time.isoformat)
    converter.register_unstructure_hook(dt.timedelta, write_offset)
    converter.register_unstructure_hook(StrEnum, str)
    converter.register_structure_hook_factory(has, _class_reader)
    converter.register_unstructure_hook_factory(has, _class_writer)
    converter.register_structure_hook_factory(_is_array, _array_reader)
    converter.register_unstructure_hook_factory(_is_array, _array_writer)
    converter.register_structure_hook(Span, _read_span)
    converter.register_unstructure_hook(Span, _write_span)
    return converter


CONVERTER: Final = _make_converter()
