"""Bylines: the names of those who sign, told from roles, outlets, handles and dates.

    By Ana Petrov and Lee Brook, Science Editor | The Daily Example

A byline is cut where something else begins (a date, a separator, 'for OUTLET'), the
rest is split at commas and 'and', and each part is a person, a body, or a role.
Bodies are kept as authors only where no person signs.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from newsdoc.lexicon.layout import LayoutWords

_TOKEN: Final = re.compile(r"[^\W\d_][\w'’.\-]*\.?")
_RUN: Final = re.compile(r"\S+")
_JOINT: Final = re.compile(r"([-'’])")
_SUFFIX: Final = frozenset({"jr", "sr", "ii", "iii", "iv", "md", "phd"})
_EDGES: Final = " \t\u00a0:*_"  # white space, the colon of a label, and marks of emphasis
_MAX_TOKENS: Final = 5
_MIN_TOKENS: Final = 2


class Signers(NamedTuple):
    """Who signs: people and bodies as printed, with their offsets."""

    people: list[tuple[int, int]]
    bodies: list[tuple[int, int]]

    def __bool__(self) -> bool:
        return bool(self.people or self.bodies)


def opens_byline(text: str, start: int, end: int, words: LayoutWords) -> int | None:
    """Return the offset behind 'By' where the line begins with it, or None."""
    found = words.byline.opens.match(text, start, end)
    return found.end() if found else None


def inner_byline(text: str, start: int, end: int, words: LayoutWords) -> int | None:
    """Return the offset behind a 'by' inside the line, or None."""
    found = words.byline.inner.search(text, start, end)
    return found.end() if found else None


def read_signers(text: str, start: int, end: int, words: LayoutWords) -> Signers:
    """Return who signs in the text between the offsets."""
    date = words.date.search(text, start, end)
    if date:
        end = date.start()
    cut = words.byline.cut.search(text, start, end)
    if cut:
        day = words.day.search(text, start, end)
        end = min(cut.start(), day.start()) if day else cut.start()  # 'Ann Lee May 4'
    signers = Signers([], [])
    for left, right in _parts(text, start, end, words):
        _sort(text, left, right, words, signers)
    return signers


def _parts(text: str, start: int, end: int, words: LayoutWords) -> list[tuple[int, int]]:
    """Return the parts between commas and 'and', without white space at their ends."""
    parts: list[tuple[int, int]] = []
    before = start
    for found in words.byline.joins.finditer(text, start, end):
        parts.append((before, found.start()))
        before = found.end()
    parts.append((before, end))
    return [_strip(text, *part) for part in parts if text[slice(*part)].strip(" \t.:\u00a0")]


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets without white space and colons at both ends."""
    inner = text[start:end]
    left = len(inner) - len(inner.lstrip(_EDGES))
    return start + left, start + len(inner.rstrip(_EDGES))


def _sort(text: str, start: int, end: int, words: LayoutWords, signers: Signers) -> None:
    """Put a part of a byline where it belongs: people, bodies, or (a role) nowhere."""
    tokens = [found.span() for found in _RUN.finditer(text[start:end])]
    plain = [text[start + a : start + b].strip(".,'’\"“”()").lower() for a, b in tokens]
    if not words.role_words.isdisjoint(plain):
        roles = [i for i, word in enumerate(plain) if word in words.roles]
        ahead = roles[0] >= _MIN_TOKENS and text[start + tokens[0][0]].isupper()
        kept = slice(roles[0]) if ahead else slice(roles[-1] + 1, None)
        tokens, plain = tokens[kept], plain[kept]  # 'Ann Lee, Editor', 'political editor Ann Lee'
        if len(tokens) < _MIN_TOKENS:
            return
    elif plain and plain[0] in words.given_names and plain[-1] in words.outlets:
        tokens = tokens[:_MIN_TOKENS]  # 'Ann Lee Example News'
    if not tokens:
        return
    span = (start + tokens[0][0], start + tokens[-1][1])
    if is_name(text[slice(*span)], words):
        signers.people.append(span)
    elif plain[0] in words.no_names and plain[0] != "the":
        return
    elif text[span[0]].isupper() and _is_body(text[slice(*span)], plain, words):
        signers.bodies.append(span)


def _is_body(text: str, plain: list[str], words: LayoutWords) -> bool:
    """Whether a capitalised part of a byline names a body: one word, an outlet, 'The …'."""
    titled = plain[0] == "the" and len(plain) <= _MAX_TOKENS and text.istitle()
    if "of" in plain:  # 'Press Trust of India'
        titled = titled or not words.outlets.isdisjoint(plain[: plain.index("of")])
    return titled or len(plain) == 1 or plain[-1] in words.outlets


def is_name(text: str, words: LayoutWords) -> bool:
    """Whether the text is the name of a person: two to five words, none of them an outlet's."""
    tokens = text.split()
    if not _MIN_TOKENS <= len(tokens) <= _MAX_TOKENS:
        return False
    strong = 0
    for token in tokens:
        word = token.strip("'’\"“”().").lower()
        if not _TOKEN.fullmatch(token) and not (token[0] in '"“(' and len(token) > 2):  # noqa: PLR2004
            return False
        if token[0].isupper():
            strong += 1
        elif word not in words.particles:
            return False
        if word in words.no_names or (word in words.outlets and word not in words.particles):
            return False
    return strong >= _MIN_TOKENS and tokens[0].lower() != "the"


def is_role(text: str, words: LayoutWords) -> bool:
    """Whether the text names the role or outlet of an author, and nothing else."""
    plain = [token.strip(".,'’\"“”()").lower() for token in text.split()]
    known = [word in words.roles or word in words.outlets for word in plain]
    return (
        bool(plain)
        and len(plain) <= 2 * _MAX_TOKENS
        and known[-1]
        and sum(known) * 2 > len(plain) - 1
    )


def titled(name: str, words: LayoutWords) -> str:
    """Return the name with white space folded, and in title case where it is all capitals."""
    tokens = name.split()
    if any(c.islower() for c in name):
        return " ".join(tokens)
    return " ".join(_cased(token, words, first=i == 0) for i, token in enumerate(tokens))


def _cased(token: str, words: LayoutWords, *, first: bool) -> str:
    """Return one word of a name in title case: O'Brien, Thomson-Devereux, McAdam, van, J.R."""
    low = token.lower()
    if low.strip(".,") in _SUFFIX - {"jr", "sr", "phd"} or (
        "." in token and len(token) <= 2 * token.count(".")
    ):
        return token
    if low in words.particles and not first:
        return low
    parts = _JOINT.split(low)
    cased = "".join(part[:1].upper() + part[1:] for part in parts)
    return f"Mc{cased[2:].capitalize()}" if low.startswith("mc") and len(low) > 4 else cased  # noqa: PLR2004
