"""Checks: what the classes of the model ask of their fields, and how they say what is wrong.

The classes that a document holds in great numbers look at their fields once, in one
cheap pass; only where that fails are the functions of this module asked, which walk
through the same fields again and name the one at fault. An error is always a
`ModelError` that begins with the field: ``Quote.content[1]: …``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from enum import StrEnum
from typing import Any, Protocol, TypeVar, cast

from newsdoc.errors import ModelError

E = TypeVar("E", bound=StrEnum)
Path = tuple[str | int, ...]


class Stretch(Protocol):
    """What has a place in the text."""

    @property
    def start(self) -> int:
        """The offset of the first code point."""

    @property
    def end(self) -> int:
        """The offset behind the last one."""


# --- faults ---


def check(instance: object, attribute: str, ok: object, problem: str) -> None:
    """Raise `ModelError` for a field of *instance* unless *ok*."""
    if not ok:
        msg = f"{type(instance).__name__}.{attribute}: {problem}"
        raise ModelError(msg)


def path(*steps: str | int) -> str:
    """Return the path of a field: ``quotes[3].content[0]``."""
    written = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return "".join(written).removeprefix(".")


def short(text: str, width: int = 40) -> str:
    """A one-line repr of *text*, cut where it is long."""
    return repr(text if len(text) <= width else text[: width - 1] + "…")


def difference(said: str, printed: str, width: int = 40) -> tuple[str, str]:
    """The two texts, cut around the first place where they differ."""
    pairs = enumerate(zip(said, printed, strict=False))
    same = next((i for i, (one, two) in pairs if one != two), min(len(said), len(printed)))
    begin = max(0, min(same - width // 2, max(len(said), len(printed)) - width))
    one, two = (
        f"{'…' * (begin > 0)}{text[begin : begin + width]}{'…' * (begin + width < len(text))}"
        for text in (said, printed)
    )
    return one, two


def bare(text: object) -> str:
    """The same without the quotation marks."""
    return short(str(text))[1:-1]


# --- kinds ---


def expect(instance: object, attribute: str, *kinds: type, optional: bool = False) -> None:
    """The field holds one of *kinds* (or None where *optional*)."""
    value = getattr(instance, attribute)
    if isinstance(value, kinds) or (optional and value is None):
        return
    names = " or ".join([*(k.__name__ for k in kinds), *(["None"] if optional else [])])
    check(instance, attribute, False, f"expected {names}, got {value!r}")


def expect_tuple(instance: object, attribute: str, kind: type) -> None:
    """The field holds a tuple of *kind* alone."""
    value = getattr(instance, attribute)
    if type(value) is not tuple:
        problem = f"expected {kind.__name__}s in a tuple or list, got {value!r}"
        check(instance, attribute, False, problem)
    for i, item in enumerate(value):
        if not isinstance(item, kind):
            name = f"{attribute}[{i}]"
            check(instance, name, False, f"expected {kind.__name__}, got {item!r}")


def instance_of(*kinds: type, optional: bool = False) -> Callable[[object, Any, Any], None]:
    """A validator of attrs that calls `expect`."""

    def validate(instance: object, attribute: Any, value: Any) -> None:
        del value
        expect(instance, attribute.name, *kinds, optional=optional)

    return validate


def tuple_of(kind: type) -> Callable[[object, Any, Any], None]:
    """A validator of attrs that calls `expect_tuple`."""

    def validate(instance: object, attribute: Any, value: Any) -> None:
        del value
        expect_tuple(instance, attribute.name, kind)

    return validate


# --- order ---


def in_order(
    instance: object, attribute: str, kind: type[Stretch], spans: Any, within: Stretch | None = None
) -> None:
    """The field is a tuple of spans of that *kind*, one behind another, *within* where given."""
    end = 0 if within is None else within.start
    if type(spans) is tuple:
        for span in spans:
            if type(span) is not kind or span.start < end:
                break
            end = span.end
        else:
            if within is None or end <= within.end:
                return
    expect_tuple(instance, attribute, kind)
    stand_in_order(instance, attribute, spans, within)


def stand_in_order(
    instance: object, attribute: str, spans: Iterable[Stretch], within: Stretch | None = None
) -> None:
    """The spans stand one after another, do not overlap, and lie *within* where that is given."""
    end = 0 if within is None else within.start
    for i, span in enumerate(spans):
        if span.start < end:
            problem = f"starts at {span.start}, before the end of the one before it ({end})"
            if within is not None and span.start < within.start:
                problem = f"{span!r} lies outside"
            check(instance, f"{attribute}[{i}]", False, problem)
        end = span.end
        if within is not None and end > within.end:
            check(instance, f"{attribute}[{i}]", False, f"{span!r} lies outside")


# --- conversions ---


def member(name: str, enum: type[E], value: Any) -> E:
    """Convert a plain string, or a member itself, to the member of *enum*."""
    try:
        return enum(value)
    except ValueError:
        msg = f"{name}: {value!r} is none of {', '.join(enum)}"
        raise ModelError(msg) from None


def decimal(name: str, value: Any) -> Decimal:
    """Convert a number to Decimal: whole numbers too, and never a float."""
    if isinstance(value, Decimal) and value.is_finite():
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    msg = f"{name}: expected a finite Decimal or an int, got {value!r}"
    raise ModelError(msg)


def to_tuple(items: Iterable[Any]) -> tuple[Any, ...]:
    """A converter to a tuple; what is none, a lone string too, is left to the checks."""
    if type(items) is tuple or isinstance(items, str) or not isinstance(items, Iterable):
        return cast("tuple[Any, ...]", items)
    return tuple(items)
