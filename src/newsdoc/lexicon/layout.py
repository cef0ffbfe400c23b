"""What the layout stage knows: months, weekdays, boilerplate, abbreviations."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from newsdoc.lexicon.tables import Table


@frozen(eq=False)
class LayoutWords:
    """What the layout stage knows: months, weekdays, boilerplate, abbreviations.

    Attributes:
        tags: the tags that this part gives to words, beside those of the lists.
    """

    tags: Mapping[str, int]

    @classmethod
    def of(cls, tables: Mapping[str, Table]) -> LayoutWords:
        """Return the part compiled from the word lists."""
        del tables
        return cls({})
