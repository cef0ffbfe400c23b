"""What the stages hand on: plain drafts, from which the last stage builds the model.

Drafts are made in great numbers and some are dropped again, so they check
nothing and hold offsets, not spans. A `MentionDraft` is compared by identity:
two quotes of one speaker may share it.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from attrs import define, field

from newsdoc.model import (
    Bound,
    Byline,
    Dateline,
    Direction,
    Notice,
    Role,
    Source,
    Span,
    Stance,
    Timestamp,
    Unit,
)

Pair = tuple[int, int]  # half-open offsets into the text


@define(eq=False)
class Block:
    """A paragraph to be: its offsets, its role and its words (first, and behind the last)."""

    start: int
    end: int
    role: Role
    first: int
    last: int


@define(eq=False)
class Sentence:
    """A sentence of a block: its offsets, and its words (first, and behind the last)."""

    start: int
    end: int
    first: int
    last: int


@define(eq=False)
class Layout:
    """What the layout stage reads; notices of dates that could be other days."""

    blocks: list[Block]
    byline: Byline | None = None
    dateline: Dateline | None = None
    published: Timestamp | None = None
    updated: Timestamp | None = None
    notices: list[Notice] = field(factory=list)


@define(eq=False)
class MentionDraft:
    """A noun phrase or pronoun that is credited with something.

    Attributes:
        start: offset of its first character.
        end: offset behind its last one.
    """

    start: int
    end: int


@define(eq=False)
class QuoteDraft:
    """A quote to be, in offsets."""

    content: list[Pair]
    quoted: list[Pair] = field(factory=list)
    speaker: MentionDraft | None = None
    cue: Pair | None = None
    stance: Stance = Stance.ASSERTS
    why: str = ""


@define(eq=False)
class FigureDraft:
    """A statistic to be: its offsets, and its words (first, and behind the last)."""

    start: int
    end: int
    first: int
    last: int
    low: Decimal
    high: Decimal
    unit: Unit
    of: Decimal | None = None
    bound: Bound = Bound.EXACT
    direction: Direction | None = None
    per: Unit | None = None
    subject: Pair | None = None
    source: MentionDraft | None = None
    why: str = ""


class ChangeDraft(NamedTuple):
    """A change to be; its figures are compared by identity."""

    before: FigureDraft | None
    after: FigureDraft | None
    by: FigureDraft | None


@define(eq=False)
class Figures:
    """What the statistics stage reads, in order of the text."""

    statistics: list[FigureDraft]
    changes: list[ChangeDraft] = field(factory=list)


@define(eq=False)
class Speech:
    """What the quotes stage reads, in order of the text."""

    quotes: list[QuoteDraft]
    notices: list[Notice] = field(factory=list)


@define(eq=False)
class Resolved:
    """Who a mention means: the number of the source in the cast, the rule, and the mention."""

    source: int
    why: str
    span: Span


@define(eq=False)
class Cast:
    """What the sources stage reads: who is credited, and who each mention means.

    Attributes:
        sources: each source once, in order of first mention.
        meant: who each `MentionDraft` means, by its `id`.
        notices: mentions that fit two sources equally.
    """

    sources: list[Source]
    meant: dict[int, Resolved]
    notices: list[Notice] = field(factory=list)
