"""The words that stories are made of; none of them is a fact by itself."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

GIVEN: Final = (
    ("Ana", "she"),
    ("Peter", "he"),
    ("Maria", "she"),
    ("David", "he"),
    ("Helen", "she"),
    ("Thomas", "he"),
)
SURNAMES: Final = ("Ruiz", "Lindqvist", "Okafor", "Petrov", "Halloran", "Nakamura", "O'Brien")
# A role behind the name, and one before it.
ROLES: Final = (
    ("a pilot at the harbour", "Mayor"),
    ("the head of the union", "President"),
    ("a spokeswoman for the ministry", "Professor"),
)
HEADLINES: Final = (
    "Storm closes harbour on northern coast",
    "Council to rebuild bridge after floods",
    "Fishing fleet stays home for winter",
)
DECKS: Final = (
    "Boats stay tied up as crews wait for calmer weather along the shore.",
    "Residents along the river prepare for another night of heavy rain.",
)
SUBHEADS: Final = ("A long winter", "What comes next")
PLACES: Final = ("HARMOUTH", "PORT AMBRY")
# Sentences that tell nothing of what this library reads.
NEUTRAL: Final = (
    "The wind turned in the evening and the rain moved slowly towards the hills.",
    "Shops along the main street stayed shut while workers cleared mud from the road.",
    "The old bridge leads to the market, where stalls stand empty in winter.",
    "Snow lay on the hills behind the town, and the road to the coast was icy.",
    "The harbour is the heart of the town, and most families have lived from it for ages.",
    "Cranes stood still along the quay while the sea calmed down again.",
    "Farmers on the plain fear for their fields when the river rises in spring.",
    "The ferry stayed away from the islands because the swell was too strong.",
    "Behind the church, a row of trees lay across the path to the school.",
)
# What people say: whole clauses, without the capital and the full stop.
CLAUSES: Final = (
    "the harbour was closed before dawn",
    "the doors had been locked all winter",
    "we need a better road to the market",
    "the water came over the wall",
    "it is too early to open the bridge",
    "nothing will be the same after this storm",
    "the crews did what they could",
    "there was no light in the whole street",
    "the council should have acted sooner",
    "everyone knew the wall was old",
    "they are not ready to go home",
    "the boats can wait until spring",
    "this town has seen worse winters",
    "we don't know what's next",
    "if it rains again, the road will be gone",
    "the fishermen's nets are lost, and nobody will replace them",
    "it wasn’t the wind that broke the wall",
)
# A clause whose end is quoted.
HALVES: Final = (
    ("the repair was", "a waste of public money"),
    ("the closure would be", "a heavy blow to the whole town"),
)
# A clause that holds a quote of its own.
NESTED: Final = (("my father called it", "the long night", "and he was right"),)


class Figure(NamedTuple):
    """What a printed figure means."""

    low: Decimal
    high: Decimal
    of: Decimal | None
    bound: str
    direction: str | None
    kind: str


class Amounts(NamedTuple):
    """A sentence with stars around its figures, and what they mean."""

    sentence: str
    figures: tuple[Figure, ...]


def _figure(
    low: str,
    high: str = "",
    *,
    of: str | None = None,
    bound: str = "exact",
    direction: str | None = None,
    kind: str = "count",
) -> Figure:
    base = None if of is None else Decimal(of)
    return Figure(Decimal(low), Decimal(high or low), base, bound, direction, kind)


def _amounts(sentence: str, *figures: Figure) -> Amounts:
    return Amounts(sentence, figures)


AMOUNTS: Final = (
    _amounts("The storm sank *12* boats", _figure("12")),
    _amounts("The storm sank *1,480* boats", _figure("1480")),
    _amounts("The storm sank *seven* boats", _figure("7")),
    _amounts("The storm sank *two dozen* boats", _figure("24")),
    _amounts("The storm sank at least *40* boats", _figure("40", bound="at_least")),
    _amounts("The storm sank more than *300* boats", _figure("300", bound="more_than")),
    _amounts("The storm sank about *25* boats", _figure("25", bound="about")),
    _amounts("The storm sank up to *60* boats", _figure("60", bound="at_most")),
    _amounts("The storm sank fewer than *90* boats", _figure("90", bound="less_than")),
    _amounts("The storm sank *30 to 40* boats", _figure("30", "40")),
    _amounts("The repair cost *$4.2 million*", _figure("4200000", kind="money")),
    _amounts("The repair cost *£300,000*", _figure("300000", kind="money")),
    _amounts("The repair cost *19 million euros*", _figure("19000000", kind="money")),
    _amounts(
        "The repair will cost between *$45 million and $60 million*",
        _figure("45000000", "60000000", kind="money"),
    ),
    _amounts(
        "Ticket sales rose *18 percent* in spring", _figure("18", kind="percent", direction="up")
    ),
    _amounts(
        "Ticket sales fell by *6.5%* in spring", _figure("6.5", kind="percent", direction="down")
    ),
    _amounts("The new road is *14 kilometres* long", _figure("14", kind="length")),
    _amounts("The repair took *three weeks*", _figure("3", kind="duration")),
    _amounts("*One in five* households lost power", _figure("1", of="5")),
    _amounts("*Two-thirds* of the boats were insured", _figure("2", of="3")),
    _amounts("The number of boats fell from *90* to *41*", _figure("90"), _figure("41")),
    _amounts(
        "At least *50* people were hurt and *210* evacuated",
        _figure("50", bound="at_least"),
        _figure("210", bound="at_least"),
    ),
    _amounts("The storm sank *nine* boats and damaged *33* houses", _figure("9"), _figure("33")),
)
UNNAMED: Final = ("Officials", "Residents", "A witness", "A police spokesman")
QUESTIONS: Final = (
    "Who is going to pay for all this?",
    "How can we sleep in a house without a roof?",
    "Why did nobody close the gate?",
)
