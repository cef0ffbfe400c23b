"""The single values of the JSON: what is no string or whole number there is a string."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, TypeVar

from newsdoc.formats.problems import refuse

__all__ = [
    "apart",
    "read_date",
    "read_decimal",
    "read_int",
    "read_member",
    "read_offset",
    "read_str",
    "read_time",
    "strict",
    "together",
    "write_offset",
]

T = TypeVar("T")

# JSON cannot tell a high surrogate before a low one from the one character
# that the two encode. So a NUL is put between them, and one more where NULs
# stand between them already: each string reads back as it was.
_PARTED: Final = re.compile("([\ud800-\udbff]\0*)(?=[\udc00-\udfff])")


def apart(text: str) -> str:
    """Return *text* as it is written: no high surrogate right before a low one."""
    return text if text.isascii() else _PARTED.sub("\\1\0", text)


def together(text: str) -> str:
    """Return written text as it was before `apart`."""
    return text if text.isascii() else _PARTED.sub(lambda match: match.group()[:-1], text)


def strict(kind: type[T], what: str) -> Callable[[Any, Any], T]:
    """Return a reader that takes values of exactly *kind*."""

    def read(data: Any, _: Any) -> T:
        if type(data) is not kind:
            refuse(what, data)
        return data

    return read


def read_str(data: Any, _: Any) -> str:
    """Read a string."""
    if type(data) is not str:
        refuse("a string", data)
    return together(data)


def read_member(data: Any, kind: type[StrEnum]) -> StrEnum:
    """Read a member of the vocabulary *kind*."""
    if type(data) is str:
        try:
            return kind(data)
        except ValueError:
            pass
    return refuse(f"one of {', '.join(kind)}", data)


_DECIMAL: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:E[+-]?[0-9]{1,19})?", re.ASCII)


def read_decimal(data: Any, _: Any) -> Decimal:
    """Read a decimal number, digit for digit."""
    if type(data) is str and _DECIMAL.fullmatch(data):
        try:
            number = Decimal(data)
        except ArithmeticError:  # an exponent past what a Decimal holds
            pass
        else:
            if number.is_finite():
                return number
    return refuse('a decimal as a string, such as "4.20"', data)


def read_date(data: Any, _: Any) -> dt.date:
    """Read a day."""
    return _iso(data, dt.date.fromisoformat, dt.date.isoformat, 'a date as "2026-11-22"')


def read_time(data: Any, _: Any) -> dt.time:
    """Read a time of day."""
    return _iso(data, dt.time.fromisoformat, dt.time.isoformat, 'a time as "09:30:00"')


def read_offset(data: Any, _: Any) -> dt.timedelta:
    """Read a distance from UTC."""
    return _iso(data, _offset, write_offset, 'a distance from UTC as "+05:30"')


def _offset(text: str) -> dt.timedelta:
    offset = dt.time.fromisoformat(f"00:00:00{text}").utcoffset()
    if offset is None:
        raise ValueError(text)
    return offset


def write_offset(offset: dt.timedelta) -> str:
    """Return a distance from UTC as ISO 8601: '+05:30'."""
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
    return refuse(what, data)


read_int: Final = strict(int, "a whole number")
