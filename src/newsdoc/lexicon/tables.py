"""Reading the word lists: plain text, one entry a line, with a header that says what they are.

    # Words that open a noun phrase.
    # tags: DETERMINER
    # source: own list of the closed class
    # licence: MIT
    a
    an

A list with *tags* gives them to each of its words. A list with *columns* has
entries of so many fields, separated by tabs. Entries are sorted by their first
field, and none comes twice; a test sees to it.
"""

from __future__ import annotations

from importlib import resources
from typing import Final

from attrs import field, frozen

from newsdoc.lexicon.tags import BY_NAME

HEADER_KEYS: Final = frozenset({"tags", "columns", "source", "licence"})


@frozen
class Table:
    """One word list.

    Attributes:
        name: the file's name without its ending.
        about: what the list holds, in a sentence.
        header: its keys (tags or columns, source, licence) and their values.
        rows: its entries, as tuples of the fields.
    """

    name: str
    about: str
    header: dict[str, str]
    rows: tuple[tuple[str, ...], ...] = field(repr=False)

    @property
    def words(self) -> tuple[str, ...]:
        """The first field of each entry."""
        return tuple(row[0] for row in self.rows)

    @property
    def tags(self) -> int:
        """The tags that each word of the list carries, or 0."""
        return sum({BY_NAME[tag] for tag in self.header.get("tags", "").split()})


def read_table(name: str, text: str) -> Table:
    """Return the word list written in *text*."""
    about: list[str] = []
    header: dict[str, str] = {}
    rows: list[tuple[str, ...]] = []
    for line in text.splitlines():
        if line.startswith("#"):
            key, colon, value = line[1:].strip().partition(": ")
            if colon and key in HEADER_KEYS:
                header[key] = value
            else:
                about.append(line[1:].strip())
        elif line.strip():
            rows.append(tuple(line.split("\t")))
    return Table(name, " ".join(about), header, tuple(rows))


def read_tables(language: str) -> dict[str, Table]:
    """Return all word lists of *language*, by name.

    Raises:
        LookupError: where newsdoc has no words of that language.
    """
    folder = resources.files("newsdoc.lexicon").joinpath(language)
    if not (language.isalpha() and folder.is_dir()):
        msg = f"newsdoc has no lexicon for the language {language!r}"
        raise LookupError(msg)
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".txt")), key=lambda f: f.name)
    names = [(f.name.removesuffix(".txt"), f.read_text(encoding="utf-8")) for f in files]
    return {name: read_table(name, text) for name, text in names}


def tags_of(tables: dict[str, Table]) -> dict[str, int]:
    """Return for each word the tags that all lists together give it."""
    tags: dict[str, int] = {}
    for table in tables.values():
        bits = table.tags
        for word in table.words if bits else ():
            tags[word] = tags.get(word, 0) | bits
    return tags
