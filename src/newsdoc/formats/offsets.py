"""Offsets as others count them: Python counts code points, JavaScript UTF-16 code units."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final, Protocol

_ASTRAL: Final = re.compile("[\U00010000-\U0010ffff]")


class Offsets(Protocol):
    """How the offsets of a text are written, and read back."""

    def write(self, offset: int) -> int:
        """Return the written form of a code-point offset into the text."""

    def read(self, written: int) -> int | None:
        """Return the code-point offset of a written one, or None where it is none of the text."""


class CodePoints:
    """Offsets that count code points, as Python does."""

    def __init__(self, text: str) -> None:
        self.size = len(text)

    def write(self, offset: int) -> int:
        """Return the offset itself."""
        return offset

    def read(self, written: int) -> int | None:
        """Return the offset itself, or None where it lies outside the text."""
        return written if 0 <= written <= self.size else None


class Utf16:
    """Offsets that count UTF-16 code units: a character past U+FFFF is two of them."""

    def __init__(self, text: str) -> None:
        self.size = len(text)
        # The characters of two units: where each stands, in code points and in units.
        self.wide = [match.start() for match in _ASTRAL.finditer(text)]
        self.units = [offset + i for i, offset in enumerate(self.wide)]

    def write(self, offset: int) -> int:
        """Return how many code units stand before the offset."""
        return offset + bisect_left(self.wide, offset)

    def read(self, written: int) -> int | None:
        """Return the code-point offset, or None outside the text and within a character."""
        before = bisect_left(self.units, written)
        if before and self.units[before - 1] + 1 == written:
            return None
        offset = written - before
        return offset if 0 <= offset <= self.size else None
