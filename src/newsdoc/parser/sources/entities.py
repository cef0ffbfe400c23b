"""Who can be credited: people, bodies, documents and unnamed speakers, and how one was found."""

from __future__ import annotations

from typing import Final

from attrs import define

from newsdoc.model import SourceKind
from newsdoc.parser.sources.rules import Rule

HUMAN: Final = SourceKind.PERSON  # an attribute of an enumeration is slow to look up


class Entity:
    """Somebody or something that is credited in the article.

    Attributes:
        kind: what it is.
        name: the full name as the article gives it, or None.
        stem: the words of the name.
        suffix: what tells the generation behind it, in lower case: ``jr``, or nothing.
        gender: ``m``, ``f`` or ``-``.
        plural: whether several are meant.
        sure: whether more than capitals tells that it is a person.
        open: whether a body can be a person as well, for all that its name tells.
        places: the names of it that stand in the article in full.
    """

    __slots__ = (
        "gender",
        "kind",
        "name",
        "open",
        "places",
        "plural",
        "stem",
        "suffix",
        "sure",
    )

    def __init__(
        self,
        kind: SourceKind,
        name: str | None = None,
        stem: tuple[str, ...] = (),
        gender: str = "-",
        plural: bool = False,
        suffix: str = "",
    ) -> None:
        self.kind = kind
        self.name = name
        self.stem = stem
        self.suffix = suffix
        self.gender = gender
        self.plural = plural
        self.sure = gender != "-"
        self.open = False
        self.places: list[int] = []

    def __repr__(self) -> str:
        return f"<Entity {self.kind} {self.name} {self.gender}>"

    def make_person(self, gender: str) -> None:
        """Take what told nothing for a person."""
        self.kind, self.gender = HUMAN, gender
        self.open, self.sure = False, True

    def make_body(self) -> None:
        """Take what only capitals told to be a person for a body."""
        self.kind, self.gender, self.open = SourceKind.ORGANISATION, "-", False

    def fits(self, gender: str) -> bool:
        """Whether this can be of the *gender*, where one is asked for."""
        return gender == "-" or self.gender == gender or self.gender == "-"  # noqa: PLR1714 (speed)


@define(eq=False)
class Who:
    """Who a mention means, and how that was settled; no entity where two fit equally."""

    entity: Entity | None
    rule: Rule
