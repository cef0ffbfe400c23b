"""The words: what the stages know of a language, kept as data.

Each language is a folder of word lists (`newsdoc.lexicon.tables` says how they
are written). A `Lexicon` is what the stages see of it: the tags of each word,
and one compiled part for each stage that needs more than tags.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from attrs import field, frozen

from newsdoc.lexicon import figures, layout, names, speech
from newsdoc.lexicon.tables import keyed, keys_of, read_tables, tags_of

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


@lru_cache(maxsize=8)
def _load(
    language: str,
    cues: tuple[str, ...],
    titles: tuple[str, ...],
    units: tuple[str, ...],
    folder: Path | None,
) -> Lexicon:
    printed = read_tables(language, folder)
    tables = keyed(printed)
    parts = (
        layout.LayoutWords.of(tables, printed),
        speech.SpeechWords.of(tables, cues),
        names.NameWords.of(tables, titles),
        figures.FigureWords.of(tables, units),
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
        LookupError: where newsdoc has no words of that language, or there is no such folder.
    """
    return _load(language, tuple(cues), tuple(titles), tuple(units), folder)
