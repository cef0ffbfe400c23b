"""The words: what the stages know of a language, kept as data.

Each language is a folder of word lists (`newsdoc.lexicon.tables` says how they
are written). A `Lexicon` is what the stages see of it: the tags of each word,
and one compiled part for each stage that needs more than tags.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from attrs import evolve, field, frozen

from newsdoc.errors import LexiconError
from newsdoc.lexicon import figures, layout, names, speech
from newsdoc.lexicon.tables import Table, Tables, keyed, keys_of, read_tables, tags_of

__all__ = ["Lexicon", "load"]


@frozen(eq=False)
class Lexicon:
    """All that the stages know of a language; never changed once made.

    Attributes:
        language: its BCP 47 tag.
        keys: for a word in lower case, the English word by which the rules know it; none
            in English (see `newsdoc.lexicon.tables`).
        tags: for each word in lower case, or its key, its tags (`newsdoc.lexicon.tags`).
        layout: dates, datelines, bylines, boilerplate, abbreviations.
        speech: cues with their frames.
        names: titles, bodies, honorifics.
        figures: numbers, units, bounds, directions.
    """

    language: str
    keys: Mapping[str, str] = field(repr=False)
    tags: Mapping[str, int] = field(repr=False)
    layout: layout.LayoutWords = field(repr=False)
    speech: speech.SpeechWords = field(repr=False)
    names: names.NameWords = field(repr=False)
    figures: figures.FigureWords = field(repr=False)


class _Extra(NamedTuple):
    """What the caller adds to the words of a language."""

    cues: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    units: tuple[str, ...] = ()


@lru_cache(maxsize=8)
def _own(language: str, extra: _Extra) -> Lexicon:
    """Return a lexicon of newsdoc's own words."""
    return _compiled(language, read_tables(language), extra)


def _compiled(language: str, printed: Tables, extra: _Extra) -> Lexicon:
    """Return the lexicon that word lists make."""
    tables = keyed(printed)
    parts = (
        layout.LayoutWords.of(tables, printed),
        speech.SpeechWords.of(tables, extra.cues),
        names.NameWords.of(tables, extra.titles),
        figures.FigureWords.of(tables, extra.units),
    )
    tags = tags_of(tables)
    for part in parts:
        for word, bits in part.tags.items():
            tags[word] = tags.get(word, 0) | bits
    # Thousands of words carry the same tags: one number for all of them is nearer at hand.
    once: dict[int, int] = {}
    tags = {word: once.setdefault(bits, bits) for word, bits in tags.items()}
    return Lexicon(language, keys_of(printed), tags, *parts)


def load(
    language: str = "en",
    *,
    cues: Iterable[str] = (),
    titles: Iterable[str] = (),
    units: Iterable[str] = (),
    folder: Path | None = None,
) -> Lexicon:
    """Return the lexicon of *language*, with more cue verbs, titles and counted units.

    Its word lists are newsdoc's own, or those in *folder*.

    Raises:
        LexiconError: where newsdoc has no words of that language, there is no such folder, or
            a list in it cannot be read.
    """
    extra = _Extra(tuple(cues), tuple(titles), tuple(units))
    if folder is None:
        return _own(language, extra)
    printed = read_tables(language, folder)  # each time anew: its lists may have changed
    try:
        return _compiled(language, printed, extra)
    except (LookupError, ValueError) as error:
        msg = _first_wrong(printed) or f"{folder}: {error}"
        raise LexiconError(msg) from error


def _first_wrong(printed: Tables) -> str:
    """Return which list cannot be read, and the first entry that makes it so, or ''."""
    english = read_tables("en")
    for name, table in printed.items():
        if table == english.get(name):
            continue

        def wrong(rows: int, name: str = name, table: Table = table) -> str:
            """Return what is wrong where the list has so many of its entries."""
            try:
                _compiled("en", english | {name: evolve(table, rows=table.rows[:rows])}, _Extra())
            except (LookupError, ValueError) as error:
                return str(error) or type(error).__name__
            return ""

        if wrong(len(table.rows)):
            first = bisect_left(range(len(table.rows)), 1, key=lambda rows: bool(wrong(rows)))
            entry = " ".join(table.rows[first - 1]) if first else "header"
            return f"{name}.txt: {entry}: {wrong(first)}"
    return ""
