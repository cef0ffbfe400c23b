"""The few characters that neither Markdown nor HTML can carry, and what stands for them."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

__all__ = ["REPLACED", "Replacement", "replace_unprintable"]


class Replacement(NamedTuple):
    """A class of characters, what is written for each of them, and why."""

    characters: str
    written: str
    reason: str


REPLACED: Final = (
    Replacement("\0", "\ufffd", "CommonMark replaces NUL so; HTML may not hold it"),
    Replacement("\ud800-\udfff", "\ufffd", "a lone surrogate has no form in UTF-8"),
)

_REPLACED: Final = re.compile(f"[{''.join(row.characters for row in REPLACED)}]")


def replace_unprintable(text: str) -> str:
    """Return *text* with the characters of `REPLACED` replaced, each by one character."""
    return text if text.isascii() and "\0" not in text else _REPLACED.sub("\ufffd", text)
