"""Gaps: what stands between two words, as bits that a rule tests with ``&``."""

from __future__ import annotations

from typing import Final

COMMA: Final = 1 << 0
DASH: Final = 1 << 1
COLON: Final = 1 << 2
SEMICOLON: Final = 1 << 3
OPEN: Final = 1 << 4  # an opening bracket
CLOSE: Final = 1 << 5  # a closing one
MARK: Final = 1 << 6  # a quotation mark, not an apostrophe
STOP: Final = 1 << 7  # a mark that ends sentences, or belongs to an abbreviation
JOIN: Final = 1 << 8  # no white space: an apostrophe, a hyphen, a point inside a word
BREAK: Final = COMMA | DASH | COLON | SEMICOLON | OPEN | CLOSE | MARK

_BITS: Final = {
    ",": COMMA,
    ":": COLON,
    ";": SEMICOLON,
    "(": OPEN,
    "[": OPEN,
    ")": CLOSE,
    "]": CLOSE,
    "—": DASH,
    "–": DASH,
    "―": DASH,
    ".": STOP,
    "?": STOP,
    "!": STOP,
    "…": STOP,
    "“": MARK,
    "”": MARK,
    '"': MARK,
    "„": MARK,
    "«": MARK,
    "»": MARK,
}


def gap_bits(gap: str) -> int:
    """Return the bits of a gap."""
    if gap == ",":
        return JOIN  # inside a number: '468,629'
    bits = 0
    for character in gap:
        bits |= _BITS.get(character, 0)
    if (
        "''" in gap
        or "``" in gap
        or (" '" in gap or " ‘" in gap or "' " in gap[1:] or "’ " in gap[1:])
    ):
        bits |= MARK
    if "--" in gap or " - " in gap:
        bits |= DASH
    if gap and not any(map(str.isspace, gap)) and not bits & (BREAK & ~MARK):
        bits |= JOIN
    return bits


class Gaps(dict[str, int]):
    """The bits of the gaps of a text, each gap worked out once."""

    def __missing__(self, gap: str) -> int:
        bits = self[gap] = gap_bits(gap)
        return bits


# The bits of the gaps that most texts are made of.
COMMON: Final = {
    gap: gap_bits(gap)
    for gap in [
        *["", " ", "-", ".", "’", "'", "/", "—", " — ", " - ", " $", " (", " “", ' "', " ‘"],
        *[",", ", ", ",” ", '," ', ", “", ', "', ",’ ", ": ", ": “", ': "', "; ", "’ ", "” ", '" '],
        *[". ", ".\n", ".\n\n", ".” ", '." ', ".”\n\n", '."\n\n', ".’\n\n", "? ", "?” "],
        *[". “", '. "', ".\n\n“", '.\n\n"', ".”\n\n“", '."\n\n"', ") ", ".) ", ") — "],
    ]
}
