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

The rules of the stages know the words of grammar by the English word: 'that', 'of',
'because'. Another language says in the list ``keys`` which of its words does the work
of which English one, and all lists, like the words of a text, are read with the key in
the word's place (`keyed`). What has a key needs no entry in another list, since a list
that a language does not have is the English one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from attrs import evolve, field, frozen

from newsdoc.errors import LexiconError
from newsdoc.lexicon.tags import BY_NAME

HEADER_KEYS: Final = frozenset({"tags", "columns", "source", "licence"})
Tables = dict[str, "Table"]

_TAG: Final = re.compile("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_HOME: Final = resources.files("newsdoc.lexicon")
_BASE: Final = "en"
_KEYS: Final = "keys"
_LEMMA: Final = "lemma"  # a column of words as the first one is


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


def read_tables(language: str, folder: Path | None = None) -> Tables:
    """Return all word lists of *language*, by name: those in *folder*, or newsdoc's own.

    A list that the language does not have is the English one. Of a BCP 47 tag, case does
    not matter, and what is not known of it may be left out: 'en-GB' is read as 'en'.

    Raises:
        LexiconError: where newsdoc has no words of that language, or there is no such folder.
    """
    home: Traversable | None = folder or _home(language)
    if home is None or not home.is_dir():
        where = f" in {folder}" if folder else ""
        msg = f"newsdoc has no lexicon for the language {language!r}{where}"
        raise LexiconError(msg)
    base = _HOME.joinpath(_BASE)
    return _read(base) if home == base else _read(base) | _read(home)


def _home(language: str) -> Traversable | None:
    """Return the folder of newsdoc's own lists for a BCP 47 tag, or None."""
    tag = language.lower() if _TAG.fullmatch(language) else ""
    while tag and not _HOME.joinpath(tag).is_dir():
        tag = tag.rpartition("-")[0]
    return _HOME.joinpath(tag) if tag else None


def _read(folder: Traversable) -> Tables:
    """Return the word lists in a folder, by name."""
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".txt")), key=lambda f: f.name)
    names = [(f.name.removesuffix(".txt"), f.read_text(encoding="utf-8")) for f in files]
    return {name: read_table(name, text) for name, text in names}


def keys_of(tables: Tables) -> dict[str, str]:
    """Return for each word that has a key the English word by which the rules know it."""
    return {row[0]: row[1] for row in tables[_KEYS].rows} if _KEYS in tables else {}


def keyed(tables: Tables) -> Tables:
    """Return the lists with the keys of their words in the place of the words."""
    keys = keys_of(tables)
    if not keys:
        return tables
    return {name: _keyed(table, keys) for name, table in tables.items() if name != _KEYS}


def _keyed(table: Table, keys: Mapping[str, str]) -> Table:
    """Return a list with the keys of its words, and of the lemmas of their forms."""

    def key(text: str) -> str:
        return " ".join(keys.get(word, word) for word in text.split(" "))

    columns = table.header.get("columns", "").split()
    lemma = columns.index(_LEMMA) if _LEMMA in columns else 0
    return evolve(
        table,
        rows=tuple(
            tuple(key(text) if i in (0, lemma) else text for i, text in enumerate(row))
            for row in table.rows
        ),
    )


def tags_of(tables: dict[str, Table]) -> dict[str, int]:
    """Return for each word the tags that all lists together give it."""
    tags: dict[str, int] = {}
    for table in tables.values():
        bits = table.tags
        for word in table.words if bits else ():
            tags[word] = tags.get(word, 0) | bits
    return tags
