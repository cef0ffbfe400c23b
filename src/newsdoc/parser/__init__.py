"""The parser: raw text in, a typed document out.

The text flows through the stages in the order of `STAGES`. Each stage is a
function of what stands before it in the table; none reaches back. To run one
alone, call its function with values of your own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

from attrs import field, fields, frozen
from attrs.converters import optional

from newsdoc.checks import check, instance_of, tuple_of
from newsdoc.lexicon import Lexicon, load
from newsdoc.model import Document, Timestamp
from newsdoc.parser.assemble import Known, assemble, strings
from newsdoc.parser.layout import read_layout
from newsdoc.parser.marks import pair_marks
from newsdoc.parser.quotes import read_quotes
from newsdoc.parser.sentences import split_sentences
from newsdoc.parser.sources import read_sources
from newsdoc.parser.statistics import read_statistics
from newsdoc.parser.words import scan

__all__ = ["STAGES", "Parser", "Stage", "parse"]


class Stage(NamedTuple):
    """A step of the parser: the name of what it makes, the function, and what that is given."""

    name: str
    run: Callable[..., Any]
    given: tuple[str, ...]


#: The stages, in their order. A parser starts with text, tags, keys, lexicon, headline,
#: known, dollar and count_one; each stage adds what it is named after.
STAGES: Final = (
    Stage("words", scan, ("text", "tags", "keys")),
    Stage("layout", read_layout, ("words", "lexicon", "headline")),
    Stage("sentences", split_sentences, ("words", "lexicon", "layout")),
    Stage("marks", pair_marks, ("words", "layout")),
    Stage("quotes", read_quotes, ("words", "lexicon", "layout", "sentences", "marks")),
    Stage(
        "statistics",
        read_statistics,
        ("words", "lexicon", "layout", "sentences", "quotes", "dollar", "count_one"),
    ),
    Stage(
        "sources",
        read_sources,
        ("words", "lexicon", "layout", "sentences", "marks", "quotes", "statistics"),
    ),
    Stage(
        "document",
        assemble,
        ("text", "lexicon", "layout", "sentences", "quotes", "statistics", "sources", "known"),
    ),
)


def _spent() -> list[set[str]]:
    """For each stage, what it is the last to be given."""
    later: set[str] = set()
    spent: list[set[str]] = []
    for stage in reversed(STAGES):
        spent.insert(0, set(stage.given) - later)
        later.update(stage.given)
    return spent


_SPENT: Final = _spent()


@frozen(kw_only=True)
class Parser:
    """A parser with options and words of its own; safe to share between threads.

    Attributes:
        language: the language of the texts, as a BCP 47 tag.
        dollar: the ISO 4217 code that an unmarked ``$`` stands for, where it is known.
        count_one: whether 'one' before a counted noun is a statistic wherever it
            could be; by default only where it counts ('one person was killed').
        cues: more verbs of saying, each in its base form.
        titles: more titles and roles of people.
        units: more nouns that are units of measure, singular.
        folder: a folder of word lists to read with, in place of newsdoc's own.

    Raises:
        LexiconError: where newsdoc has no lexicon for the language, there is no such folder, or
            a list in it cannot be read.
        ModelError: where an option is of another kind, a word is blank, or *dollar* is no
            ISO 4217 code.
    """

    language: str = field(default="en", validator=instance_of(str))
    dollar: str | None = field(default=None, validator=instance_of(str, optional=True))
    count_one: bool = field(default=False, validator=instance_of(bool))
    cues: tuple[str, ...] = field(default=(), converter=strings, validator=tuple_of(str))
    titles: tuple[str, ...] = field(default=(), converter=strings, validator=tuple_of(str))
    units: tuple[str, ...] = field(default=(), converter=strings, validator=tuple_of(str))
    folder: Path | None = field(default=None, converter=optional(Path))
    _lexicon: Lexicon = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        for name in ("cues", "titles", "units"):
            check(self, name, all(map(str.split, getattr(self, name))), "a word is blank")
        lexicon = load(
            self.language,
            cues=self.cues,
            titles=self.titles,
            units=self.units,
            folder=self.folder,
        )
        known = self.dollar is None or self.dollar in lexicon.figures.currencies
        check(self, "dollar", known, f"{self.dollar!r} is no ISO 4217 code")
        object.__setattr__(self, "_lexicon", lexicon)

    def __reduce__(self) -> tuple[partial[Parser], tuple[()]]:
        """Pickle the options alone: the words are a thousand times as large."""
        options = {o.name: getattr(self, o.name) for o in fields(type(self)) if o.init}
        return partial(type(self), **options), ()

    def parse(
        self,
        text: str,
        *,
        headline: str | None = None,
        authors: Iterable[str] = (),
        published: dt.date | dt.datetime | str | Timestamp | None = None,
        url: str | None = None,
    ) -> Document:
        """Return the reading of an article.

        Args:
            text: the article, as raw as it is; any `str` is read without an error.
            headline: the headline, where the caller knows it. This and what
                follows wins over what is read.
            authors: the names of the authors.
            published: when it was published: a date, a datetime or ISO 8601 text.
            url: where it was published.

        Raises:
            TypeError: where *text* is not a `str`.
            ModelError: where *published* is no date, or what is known is of another kind.
        """
        state = self._start(text, Known.of(headline, authors, published, url))
        for stage, spent in zip(STAGES, _SPENT, strict=True):
            state[stage.name] = stage.run(*(state[name] for name in stage.given))
            # The words alone take as much memory as the document: what no stage
            # needs any more is not held until it stands.
            for name in spent:
                del state[name]
        document: Document = state["document"]
        return document

    def read(
        self,
        text: str,
        *,
        headline: str | None = None,
        authors: Iterable[str] = (),
        published: dt.date | dt.datetime | str | Timestamp | None = None,
        url: str | None = None,
    ) -> Mapping[str, Any]:
        """Return what each stage made of the text, by the stage's name; for debugging.

        It takes what `parse` takes, and raises what that raises.
        """
        state = self._start(text, Known.of(headline, authors, published, url))
        for stage in STAGES:
            state[stage.name] = stage.run(*(state[name] for name in stage.given))
        return state

    def _start(self, text: str, known: Known) -> dict[str, Any]:
        """Return what the stages are given to start with."""
        if not isinstance(text, str):
            kind = type(text).__name__
            hint = (
                "; decode it first: data.decode('utf-8')"
                if isinstance(text, bytes | bytearray)
                else ""
            )
            msg = f"newsdoc parses a str, not {kind}{hint}"
            raise TypeError(msg)
        return {
            "text": text,
            "tags": self._lexicon.tags,
            "keys": self._lexicon.keys,
            "lexicon": self._lexicon,
            "headline": known.headline,
            "known": known,
            "dollar": self.dollar,
            "count_one": self.count_one,
        }


_DEFAULT: Final = Parser()


def parse(
    text: str,
    *,
    headline: str | None = None,
    authors: Iterable[str] = (),
    published: dt.date | dt.datetime | str | Timestamp | None = None,
    url: str | None = None,
) -> Document:
    """Return the reading of an article by the default `Parser`; see `Parser.parse`."""
    return _DEFAULT.parse(text, headline=headline, authors=authors, published=published, url=url)
