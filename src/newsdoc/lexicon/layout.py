"""What the layout and sentences stages know: abbreviations, months, zones, boilerplate."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from newsdoc.lexicon.tables import Table


@frozen(eq=False)
class LayoutWords:
    """What the layout and sentences stages know.

    Attributes:
        tags: the tags that this part gives to words, beside those of the lists.
        abbreviations: what may stand behind the point of each (the kinds of the list).
        zones: for each time zone in lower case, minutes ahead of UTC, or None where it varies.
    """

    tags: Mapping[str, int]
    abbreviations: Mapping[str, str]
    zones: Mapping[str, int | None]

    @classmethod
    def of(cls, tables: Mapping[str, Table]) -> LayoutWords:
        """Return the part compiled from the word lists."""
        return cls(
            tags={},
            abbreviations={row[0]: row[1] for row in tables["abbreviations"].rows},
            zones={
                name: None if minutes == "-" else int(minutes)
                for name, minutes in tables["zones"].rows
            },
        )
