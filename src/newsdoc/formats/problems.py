"""What is wrong with a file: problems that know where they are, gathered until all are found."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final, NoReturn

from cattrs import ClassValidationError
from cattrs.errors import ForbiddenExtraKeysError

from newsdoc.errors import ModelError

__all__ = ["Refused", "key_path", "lines", "refuse", "shown"]


class Refused(Exception):  # noqa: N818 - it never leaves this module
    """Problems at a place of the file: the path from there, and a message or an inner error."""

    def __init__(self, *problems: tuple[str, str | Exception]) -> None:
        super().__init__(problems)
        self.problems = problems


_WIDTH: Final = 60  # how much of a wrong value is shown
_LARGE: Final = 10**_WIDTH


def refuse(expected: str, got: object) -> NoReturn:
    """Raise `Refused` for a value that is not what is expected."""
    raise Refused(("", f"expected {expected}, got {shown(got)}"))


def shown(value: object) -> str:
    """Return a value as JSON, cut where it is long; of an object or array, that it is one."""
    if not isinstance(value, str | int | float | None):
        return _KINDS[type(value)]
    if isinstance(value, str):
        cut = value if len(value) <= _WIDTH else f"{value[:_WIDTH]}…"
        written = json.dumps(cut, ensure_ascii=False)
        return written.encode("utf-8", "backslashreplace").decode()  # a surrogate as \\udXXX
    if isinstance(value, int) and abs(value) >= _LARGE:
        return "a number of more digits than fit here"
    return json.dumps(value)


class _Kinds(dict[type, str]):
    def __missing__(self, kind: type) -> str:
        return f"a Python {kind.__name__}"


_KINDS: Final = _Kinds({dict: "an object", list: "an array"})
_MODEL_PROBLEM: Final = re.compile(r"\w+?(?:\.([\w.\[\]]+))?: (.*)", re.DOTALL)


def lines(error: Exception, path: str) -> Iterator[str]:
    """Yield the problems in *error*, each led by its path."""
    if isinstance(error, Refused):
        for inner, problem in error.problems:
            if isinstance(problem, str):
                yield f"{path}{inner}: {problem}"
            else:
                yield from lines(problem, path + inner)
    elif isinstance(error, ClassValidationError):
        noted, bare = error.group_exceptions()
        for problem, note in noted:
            yield from lines(problem, f"{path}.{note.name}")
        for problem in bare:
            yield from lines(problem, path)
    elif isinstance(error, ForbiddenExtraKeysError):
        extra = sorted(error.extra_fields, key=repr)
        yield from (f"{path}{key_path(key)}: unknown key" for key in extra)
    elif isinstance(error, KeyError):
        yield f"{path}: missing"
    elif isinstance(error, ModelError) and (match := _MODEL_PROBLEM.fullmatch(str(error))):
        yield f"{path}{'.' + match[1] if match[1] else ''}: {match[2]}"
    else:  # a defect of newsdoc, not of the file
        raise error


def key_path(key: object) -> str:
    """Return the step of a path that leads to a key of an object."""
    return f".{key}" if isinstance(key, str) and key.isidentifier() else f"[{key!r}]"
