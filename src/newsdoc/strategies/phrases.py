"""The words that stories are made of; none of them is a fact by itself.

A story tells of one event. Everything in it is said of that event, so that its
paragraphs belong together as those of an article do.
"""

from __future__ import annotations

from typing import Final, NamedTuple

GIVEN: Final = (
    *(("Ana", "she"), ("Peter", "he"), ("Maria", "she")),
    *(("David", "he"), ("Helen", "she"), ("Thomas", "he")),
)
SURNAMES: Final = ("Ruiz", "Lindqvist", "Okafor", "Petrov", "Halloran", "Nakamura", "O'Brien")
# A title before the name, and a role behind it.
ROLES: Final = (
    ("Mayor", "the mayor of Harmouth"),
    ("President", "the president of the union"),
    ("Professor", "a professor at the college"),
    ("Captain", "a pilot at the harbour"),
)
# Bodies, and what they are called later on.
BODIES: Final = (
    ("Harmouth Port Authority", "the authority"),
    ("Coastal Workers Union", "the union"),
    ("Ministry of Health", "the ministry"),
)
UNNAMED: Final = ("officials", "residents", "a witness", "a police spokesman")
DOCUMENTS: Final = ("a report", "a study published in spring")
AUTHORS: Final = ("Ingrid Solberg", "Tomas Brandt")
PLACES: Final = ("HARMOUTH", "PORT AMBRY")


class Counting(NamedTuple):
    """A clause with a gap for a number and what is counted: singular, plural."""

    clause: str
    one: str
    many: str


class Event(NamedTuple):
    """What a story tells of.

    Attributes:
        headlines: headlines.
        decks: what may stand below them.
        subheads: headings between paragraphs.
        listing: a sentence that opens a list, and the items.
        neutral: sentences that tell nothing of what is read.
        clauses: what people say: whole clauses, without the capital and the full stop.
        questions: what they ask.
        halves: clauses in two halves, the second of which may be quoted.
        names: things, and what they are called.
        counting: clauses in which something is counted.
        paid: who or what costs money.
        gone: what somebody does while saying something.
    """

    headlines: tuple[str, ...]
    decks: tuple[str, ...]
    subheads: tuple[str, ...]
    listing: tuple[str, tuple[str, ...]]
    neutral: tuple[str, ...]
    clauses: tuple[str, ...]
    questions: tuple[str, ...]
    halves: tuple[tuple[str, str], ...]
    names: tuple[tuple[str, str], ...]
    counting: tuple[Counting, ...]
    paid: tuple[str, ...]
    gone: tuple[str, ...]


_STORM: Final = Event(
    headlines=(
        "Storm closes harbour on northern coast",
        "Council to rebuild bridge after floods",
        "Fishing fleet stays home for winter",
    ),
    decks=(
        "Boats stay tied up as crews wait for calmer weather along the shore.",
        "Residents along the river prepare for another night of heavy rain.",
    ),
    subheads=("A long winter", "What comes next"),
    listing=(
        "What belongs in the bag by the door:",
        ("warm clothes and a torch", "food for the whole family", "a radio with fresh batteries"),
    ),
    neutral=(
        "The wind turned in the evening and the rain moved slowly towards the hills.",
        "Shops along the main street stayed shut while workers cleared mud from the road.",
        "The old bridge leads to the market, where stalls stand empty in winter.",
        "Snow lay on the hills behind the town, and the road to the coast was icy.",
        "The harbour is the heart of the town, and most families have lived from it for ages.",
        "Cranes stood still along the quay while the sea calmed down again.",
        "Farmers on the plain fear for their fields when the river rises in spring.",
        "The ferry stayed away from the islands because the swell was too strong.",
        "Behind the church, a row of trees lay across the path to the school.",
        "Old boats lie upside down on the beach and wait for paint and for a better summer.",
        "Gulls sat on the roofs of the sheds as if nothing had happened.",
        "In the lanes behind the market, water stood in the cellars.",
        "The lighthouse has been dark for ages, and its stairs are rotten.",
        "Nets hang from the walls of the sheds, and the smell of tar is everywhere.",
        "A path runs along the dunes to the next village, where the shops are still open.",
    ),
    clauses=(
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
        "the road to St. Olav is under water",
    ),
    questions=(
        "Who is going to pay for all this?",
        "How can we sleep in a house without a roof?",
        "Why did nobody close the gate?",
    ),
    halves=(
        ("the repair was", "a waste of public money"),
        ("the closure would be", "a heavy blow to the whole town"),
    ),
    names=(("the repair", "a waste of public money"), ("the night", "the longest of the winter")),
    counting=(
        Counting("the storm sank", "boat", "boats"),
        Counting("the flood destroyed", "house", "houses"),
        Counting("the wind broke", "tree", "trees"),
    ),
    paid=("the repair", "the new bridge"),
    gone=("left the hall", "stayed on the quay"),
)

_STRIKE: Final = Event(
    headlines=(
        "Workers walk out at glass plant",
        "Talks over pay at glass plant break down",
    ),
    decks=(
        "Furnaces stay cold as both sides wait for the other to move.",
        "Families of the workers gather at the gate to bring bread and soup.",
    ),
    subheads=("No talks in sight", "Cold furnaces"),
    listing=(
        "What stands on the banner above the gate:",
        ("longer breaks on hot days", "a seat on the board", "new masks for the night shift"),
    ),
    neutral=(
        "The furnaces had gone cold by the evening, and smoke no longer rose above the yard.",
        "Lorries stood in a long row along the fence while drivers slept in their cabs.",
        "The plant lies at the edge of the town, between the railway and the canal.",
        "Children brought soup and bread to the gate, and somebody played the accordion.",
        "Glass from the plant stands in the windows of many churches and stations.",
        "The canteen was shut, and a cat sat on the steps in front of it.",
        "Rain fell on the empty yard while the guards made their rounds.",
        "The canal froze over at last, and ducks walked on the ice between the barges.",
        "Behind the station, the old warehouses have been empty for ages.",
        "A brass band played in the rain, and an old man danced until it was dark.",
        "The gate is painted blue, and its paint comes off in flakes.",
        "Bicycles leaned against the fence in long rows, as on every morning of the year.",
        "Sand for the furnaces comes from a pit on the other side of the river.",
        "The clock above the gate stopped long ago, and nobody has mended it.",
    ),
    clauses=(
        "the offer was worse than nothing",
        "nobody wanted this strike",
        "the furnaces can't stay cold for long",
        "we have waited long enough",
        "the company must come back to the table",
        "the night shift had been promised new masks",
        "it is not about the money",
        "there will be no talks before winter",
        "the workers' families are behind them",
        "this is the only plant of its kind in the country",
        "they had never been asked",
        "if the furnaces go cold, the plant is finished",
        "the talks on St. Olav Street led nowhere",
    ),
    questions=("How long can a family live on soup?", "Who will run the furnaces now?"),
    halves=(
        ("the offer was", "an insult to every worker"),
        ("the strike had been", "the last resort"),
    ),
    names=(("the offer", "an insult to every worker"), ("the plan", "a step in the dark")),
    counting=(
        Counting("the plant employs", "worker", "workers"),
        Counting("the company closed", "furnace", "furnaces"),
        Counting("the yard holds", "lorry", "lorries"),
    ),
    paid=("the new furnace", "the strike"),
    gone=("walked out of the talks", "spoke at the gate"),
)

EVENTS: Final = (_STORM, _STRIKE)
# A clause that holds a quote of its own.
NESTED: Final = (
    ("my father called it", "the long night", "and he was right"),
    ("there was a sign that read", "do not enter", "but nobody cared"),
)
