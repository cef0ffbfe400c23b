"""What a story is made of: its text, and the true reading of it."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from attrs import frozen

__all__ = ["STYLES", "Counted", "Marks", "Moved", "Said", "Story", "Voice"]

Pair = tuple[int, int]


class Marks(NamedTuple):
    """A style of quotation marks, and of those inside them."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str


STYLES: Final = (
    Marks('"', '"', "'", "'"),
    Marks("“", "”", "‘", "’"),
    Marks("‘", "’", "“", "”"),
    Marks("«", "»", "“", "”"),
)


@frozen
class Voice:
    """Who can speak in a story: somebody with a name, a body, somebody without a name.

    Attributes:
        name: the full name, or None.
        first: what he, she or it may be called at first; with an apposition behind a comma.
        later: the same from then on.
        pronoun: the pronoun, or None where none may be used.
    """

    name: str | None
    first: tuple[str, ...]
    later: tuple[str, ...] = ()
    pronoun: str | None = None


@frozen
class Said:
    """A quote that a story holds.

    Attributes:
        how: the construction, one of `newsdoc.strategies.speech`.
        order: the order of content, cue and source; both sides of the cue, if so.
        content: where the parts of its content stand.
        quoted: where what is in quotation marks stands.
        speaker: where the speaker is printed, or None.
        name: the full name of the speaker, or None.
        cue: where the cue stands, or None.
        stance: the stance of the speaker.
    """

    how: str
    order: str
    content: tuple[Pair, ...]
    quoted: tuple[Pair, ...]
    speaker: Pair | None
    name: str | None
    cue: Pair | None
    stance: str = "asserts"


@frozen
class Counted:
    """A figure that a story holds.

    Attributes:
        how: the form, one of `newsdoc.strategies.figures`.
        span: where the number stands, with its magnitude and unit.
        low: the value, or the lower end of a range.
        high: the value, or the upper end of a range.
        of: the base of a ratio, or None.
        bound: whether it is exact, and if not, on which side the truth lies.
        direction: where the figure is the amount of a change, its direction.
        kind: the kind of its unit.
        unit: the name of its unit, '' where it has none.
        per: the name of the unit that it is for each of, or None.
        source: where the source of the figure is printed, or None.
    """

    how: str
    span: Pair
    low: Decimal
    high: Decimal
    of: Decimal | None = None
    bound: str = "exact"
    direction: str | None = None
    kind: str = "count"
    unit: str = ""
    per: str | None = None
    source: Pair | None = None


class Moved(NamedTuple):
    """A change that a story tells of: the spans of its figures, None where one is not told."""

    before: Pair | None
    after: Pair | None
    by: Pair | None


@frozen
class Story:
    """An article and its true reading.

    Attributes:
        text: the article.
        headline: its headline.
        deck: what stands below the headline, or None.
        authors: who signs it.
        published: the date of publication as YYYY-MM-DD, or None.
        place: where it was filed, or None.
        paragraphs: where its paragraphs stand, and their roles.
        said: what is said in it, in order.
        counted: its figures, in order.
        changes: the changes that link its figures.
        marks: the style of its quotation marks.
        wrapped: whether its paragraphs are broken into lines of 72 columns.
    """

    text: str
    headline: str
    deck: str | None
    authors: tuple[str, ...]
    published: str | None
    place: str | None
    paragraphs: tuple[tuple[Pair, str], ...]
    said: tuple[Said, ...]
    counted: tuple[Counted, ...]
    changes: tuple[Moved, ...]
    marks: Marks
    wrapped: bool
