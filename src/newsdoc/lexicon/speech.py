"""What the quotes stage knows: cue verbs with their frames."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from newsdoc.lexicon.tables import Table


@frozen(eq=False)
class SpeechWords:
    """What the quotes stage knows: cue verbs with their frames.

    Attributes:
        tags: the tags that this part gives to words, beside those of the lists.
    """

    tags: Mapping[str, int]

    @classmethod
    def of(cls, tables: Mapping[str, Table], extra: tuple[str, ...] = ()) -> SpeechWords:
        """Return the part compiled from the word lists."""
        del tables, extra
        return cls({})
