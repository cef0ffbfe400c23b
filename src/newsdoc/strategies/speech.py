"""Speech: every order of content, cue and source that news is printed in.

Each construction is a function that writes it and notes what it says. `SHARES`
tells how often each order stands in annotated news; a test holds that there is a
construction of each.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from hypothesis import strategies as st

from newsdoc.strategies import phrases
from newsdoc.strategies.readings import Pair, Said, Voice
from newsdoc.strategies.writer import Writer, capital

__all__ = ["CONSTRUCTIONS", "PASSAGES", "RUNNING", "SHARES", "Construction"]

Kind = tuple[str, str]  # a construction and its order

# Percent of the 9,963 attributions with a cue of speech and a source in 840 annotated
# articles of American news of 2014 to 2016 that stand in each order. 'both' is content
# on both sides of the cue.
SHARES: Final[Mapping[str, Decimal]] = {
    "source cue content": Decimal("55.5"),
    "content source cue, both": Decimal("15.8"),
    "content source cue": Decimal("15.3"),
    "content cue source": Decimal("7.3"),
    "content cue source, both": Decimal("4.5"),
    "cue source content": Decimal("1.2"),
    "cue content source": Decimal("0.3"),
    "source content cue": Decimal("0.03"),
}
_SAYING: Final = ("said", "added", "warned", "argued", "insisted")


class Construction(NamedTuple):
    """A way to report speech: its name, the order of its parts, and what writes it."""

    how: str
    order: str
    write: Callable[[Writer, Kind], None]


# --- marked, before the cue and around it --------------------------------------


def _cue_behind(w: Writer, *, inverted: bool) -> tuple[tuple[Pair, Voice], Pair]:
    """Write ' X said' or ' said X'."""
    w.write(" ")
    if inverted:
        cue = w.write("said")
        w.write(" ")
        return w.behind_cue(), cue
    who = w.before_cue()
    return who, w.write(w.pick(_SAYING))


def _trailing(*, inverted: bool) -> Callable[[Writer, Kind], None]:
    """“C,” X said."""

    def write(w: Writer, kind: Kind) -> None:
        inside = w.marked(w.sentence() + ",")
        who, cue = _cue_behind(w, inverted=inverted)
        w.write(".")
        w.report(kind, [inside], [inside], who, cue)

    return write


def _around(*, inverted: bool) -> Callable[[Writer, Kind], None]:
    """Return the writer of: “C,” X said. “C.” (or with the cue before X)."""

    def write(w: Writer, kind: Kind) -> None:
        first = w.marked(w.sentence() + ",")
        who, cue = _cue_behind(w, inverted=inverted)
        w.write(". ")
        second = w.marked(w.sentence() + ".")
        w.report(kind, [first, second], [first, second], who, cue)

    return write


def _inside(*, inverted: bool) -> Callable[[Writer, Kind], None]:
    """Return the writer of: “C,” X said, “and c.” (or with the cue before X)."""

    def write(w: Writer, kind: Kind) -> None:
        first = w.marked(w.sentence() + ",")
        who, cue = _cue_behind(w, inverted=inverted)
        w.write(", ")
        second = w.marked(f"{w.pick(('and', 'but'))} {w.clause()}.")
        w.report(kind, [first, second], [first, second], who, cue)

    return write


def _two_sentences(w: Writer, kind: Kind) -> None:
    inside = w.marked(f"{w.sentence()}. {w.sentence()},")
    who, cue = _cue_behind(w, inverted=False)
    w.write(".")
    w.report(kind, [inside], [inside], who, cue)


def _exclaimed(w: Writer, kind: Kind) -> None:
    inside = w.marked(w.sentence() + "!")
    who, cue = _cue_behind(w, inverted=False)
    w.write(".")
    w.report(kind, [inside], [inside], who, cue)


def _question(w: Writer, kind: Kind) -> None:
    inside = w.marked(w.fresh(w.event.questions))
    w.write(" ")
    who = w.before_cue()
    cue = w.write("asked")
    w.write(".")
    w.report(kind, [inside], [inside], who, cue, "asks")


def _nested(w: Writer, kind: Kind) -> None:
    before, inner, after = w.draw(st.sampled_from(phrases.NESTED))
    opening, closing = w.marks.inner_opening, w.marks.inner_closing
    inside = w.marked(f"{capital(before)} {opening}{inner}{closing} {after},")
    who, cue = _cue_behind(w, inverted=False)
    w.write(".")
    w.report(kind, [inside], [inside], who, cue)


# --- marked, behind the cue ----------------------------------------------------


def _opening(w: Writer, kind: Kind) -> None:
    who = w.before_cue(opens=True)
    cue = w.write(w.pick(_SAYING))
    w.write(w.pick((", ", ": ")))
    inside = w.marked(w.sentence() + ".")
    w.report(kind, [inside], [inside], who, cue)


def _said_colon(w: Writer, kind: Kind) -> None:
    cue = w.write("Said")
    w.write(" ")
    who = w.behind_cue()
    w.write(": ")
    inside = w.marked(w.sentence() + ".")
    w.report(kind, [inside], [inside], who, cue)


def _half(w: Writer, kind: Kind) -> None:
    """X said c, and the end of it in marks."""
    who = w.before_cue(opens=True)
    cue = w.write("said")
    w.write(" ")
    before, end = w.draw(st.sampled_from(w.event.halves))
    start = w.write(before + " ")[0]
    inside = w.marked(end + ".")
    w.report(kind, [(start, len(w.text))], [inside], who, cue)


def _called(w: Writer, kind: Kind) -> None:
    """X called N “a name” and went."""
    who = w.before_cue(opens=True)
    cue = w.write("called")
    w.write(" ")
    thing, name = w.draw(st.sampled_from(w.event.names))
    start = w.write(thing + " ")[0]
    inside = w.marked(name)
    end = len(w.text)
    w.write(f" and {w.pick(w.event.gone)}.")
    w.report(kind, [(start, end)], [inside], who, cue)


# --- without marks -------------------------------------------------------------


def _clause(
    cue: str, opener: str = "that ", *, between: tuple[str, ...] = (" ",), stance: str = "asserts"
) -> Callable[[Writer, Kind], None]:
    """X said that c."""

    def write(w: Writer, kind: Kind) -> None:
        who = w.before_cue(opens=True)
        said = w.write(cue)
        w.write(w.pick(between))
        content = w.write(f"{opener}{w.clause()}")
        w.write(".")
        w.report(kind, [content], [], who, said, stance)

    return write


def _found(w: Writer, kind: Kind) -> None:
    """A report found that c."""
    where = w.write(capital(w.fresh(phrases.DOCUMENTS)))
    w.last = None
    w.write(" ")
    cue = w.write("found")
    w.write(" ")
    content = w.write(f"that {w.clause()}")
    w.write(".")
    w.report(kind, [content], [], (where, Voice(None, ())), cue)


def _participle(w: Writer, kind: Kind) -> None:
    """X left the hall, saying that c."""
    who = w.before_cue(opens=True)
    w.write(w.pick(w.event.gone) + ", ")
    cue = w.write(w.pick(("saying", "adding")))
    w.write(" ")
    content = w.write(f"that {w.clause()}")
    w.write(".")
    w.report(kind, [content], [], who, cue)


def _participle_first(w: Writer, kind: Kind) -> None:
    """Saying that c, X left the hall."""
    cue = w.write(w.pick(("Saying", "Noting")))
    w.write(" ")
    content = w.write(f"that {w.clause()}")
    w.write(", ")
    who = w.before_cue()
    w.write(w.pick(w.event.gone) + ".")
    w.report(kind, [content], [], who, cue)


def _ended(*, according: bool) -> Callable[[Writer, Kind], None]:
    """C, X said. C, according to X."""

    def write(w: Writer, kind: Kind) -> None:
        content = w.write(w.sentence())
        w.write(", ")
        if according:
            cue = w.write("according to")
            w.write(" ")
            who = w.behind_cue()
        else:
            who = w.before_cue()
            cue = w.write("said")
        w.write(".")
        w.report(kind, [content], [], who, cue)

    return write


def _cut(*, according: bool) -> Callable[[Writer, Kind], None]:
    """The repair, X said, was a waste."""

    def write(w: Writer, kind: Kind) -> None:
        thing, name = w.draw(st.sampled_from(w.event.names))
        first = w.write(capital(thing))
        w.write(", ")
        if according:
            cue = w.write("according to")
            w.write(" ")
            who = w.behind_cue()
        else:
            who = w.before_cue()
            cue = w.write("said")
        w.write(", ")
        second = w.write(f"would be {name}")
        w.write(".")
        w.report(kind, [first, second], [], who, cue)

    return write


def _according_to(w: Writer, kind: Kind) -> None:
    """According to X, c."""
    cue = w.write("According to")
    w.write(" ")
    who = w.behind_cue()
    w.write(", ")
    content = w.write(w.clause())
    w.write(".")
    w.report(kind, [content], [], who, cue)


def _remark(w: Writer, kind: Kind) -> None:
    """X's “waste of money” remark drew no reply."""
    who = w.voice(opens=True, pronoun=False, apposed=False)
    w.write("'s ")
    _, name = w.draw(st.sampled_from(w.event.names))
    inside = w.marked(name.removeprefix("a "))
    w.write(" ")
    cue = w.write(w.pick(("remark", "comment")))
    w.write(" drew no reply.")
    w.report(kind, [inside], [inside], who, cue)


CONSTRUCTIONS: Final = (
    Construction("trailing", "content source cue", _trailing(inverted=False)),
    Construction("inverted", "content cue source", _trailing(inverted=True)),
    Construction("around", "content source cue, both", _around(inverted=False)),
    Construction("around, inverted", "content cue source, both", _around(inverted=True)),
    Construction("inside", "content source cue, both", _inside(inverted=False)),
    Construction("inside, inverted", "content cue source, both", _inside(inverted=True)),
    Construction("two sentences", "content source cue", _two_sentences),
    Construction("exclaimed", "content source cue", _exclaimed),
    Construction("question", "content source cue", _question),
    Construction("nested", "content source cue", _nested),
    Construction("opening", "source cue content", _opening),
    Construction("said X", "cue source content", _said_colon),
    Construction("half", "source cue content", _half),
    Construction("called", "source cue content", _called),
    Construction("that", "source cue content", _clause("said")),
    Construction("bare", "source cue content", _clause("said", "")),
    Construction("on Monday", "source cue content", _clause("said", between=(" on Monday ",))),
    Construction("told", "source cue content", _clause("told", between=(" reporters ",))),
    Construction("denied", "source cue content", _clause("denied", stance="denies")),
    Construction("asked", "source cue content", _clause("asked", "whether ", stance="asks")),
    Construction(
        "withheld",
        "source cue content",
        _clause("declined to say", "whether ", stance="withholds"),
    ),
    Construction("found", "source cue content", _found),
    Construction("participle", "source cue content", _participle),
    Construction("participle first", "cue content source", _participle_first),
    Construction("ended", "content source cue", _ended(according=False)),
    Construction("according to", "content cue source", _ended(according=True)),
    Construction("cut", "content source cue, both", _cut(according=False)),
    Construction("cut, according to", "content cue source, both", _cut(according=True)),
    Construction("according to first", "cue source content", _according_to),
    Construction("remark", "source content cue", _remark),
)
"""What a sentence of speech can look like."""


# --- passages: speech of a paragraph and more ------------------------------------


def speech(w: Writer) -> None:
    """Write a paragraph with one construction."""
    construction = w.draw(st.sampled_from(CONSTRUCTIONS))
    kind = (construction.how, construction.order)
    w.paragraph("body", lambda: construction.write(w, kind))


def unnamed(w: Writer) -> None:
    """Somebody without a name speaks; a pronoun behind that would mean nobody known."""

    def write() -> None:
        where = w.write(capital(w.pick(phrases.UNNAMED)))
        w.last = None
        w.write(" ")
        cue = w.write("said")
        w.write(" ")
        content = w.write(w.clause())
        w.write(".")
        w.report(("unnamed", "source cue content"), [content], [], (where, Voice(None, ())), cue)

    w.paragraph("body", write)


def unattributed(w: Writer) -> None:
    """Write speech that nobody is credited with, as long as nobody has spoken."""

    def write() -> None:
        inside = w.marked(w.sentence() + ".")
        w.said.append(Said("unattributed", "content", (inside,), (inside,), None, None, None))

    if not w.said:
        w.paragraph("body", write)


def running(w: Writer) -> None:
    """Speech over two or three paragraphs: marks open each, and close only the last."""
    parts: list[Pair] = []

    def opening() -> None:
        w.write(w.marks.opening)
        parts.append(w.write(w.sentence() + "."))

    for _ in range(w.draw(st.integers(1, 2))):
        w.paragraph("body", opening)

    def ending() -> None:
        parts.append(w.marked(w.sentence() + ","))
        who, cue = _cue_behind(w, inverted=False)
        w.write(".")
        w.report(("running", "content source cue"), parts, parts, who, cue)

    w.paragraph("body", ending)


def following(w: Writer) -> None:
    """Speech without a speaker, behind a paragraph of speech: it is the same speaker's."""
    speech(w)
    if w.last is None or w.here is None:
        return
    who = (w.here, w.last)

    def more() -> None:
        inside = w.marked(w.sentence() + ".")
        w.report(("following", "content"), [inside], [inside], who, None)

    w.paragraph("body", more)


def introduced(w: Writer) -> None:
    """A sentence that ends with a colon, and speech in the paragraphs behind it."""
    told: list[tuple[Pair, Voice]] = []

    def opening() -> None:
        told.append(w.before_cue(opens=True))
        w.write("went on:")

    w.paragraph("body", opening)
    for _ in range(w.draw(st.integers(1, 2))):

        def more() -> None:
            inside = w.marked(w.sentence() + ".")
            w.report(("introduced", "source content"), [inside], [inside], told[0], None)

        w.paragraph("body", more)


PASSAGES: Final = (speech, speech, unnamed, following, introduced, unattributed)
"""What paragraphs of speech can look like."""
RUNNING: Final = (running,)
"""The same, of speech that runs on over paragraphs."""
