"""Stories: articles written together with their true reading.

A story is composed from the front to the back. Whatever is written is known by
its offsets, so that the reading expected of it needs no parser. What a story
holds is drawn: who speaks and how he or she is called, which side of the content
cue and speaker stand on, the marks, the figures, the layout.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Final, NamedTuple

from attrs import define, field, frozen
from hypothesis import strategies as st

from newsdoc.strategies import phrases

__all__ = ["ORDERS", "Counted", "Marks", "Person", "Said", "Story", "stories"]

Pair = tuple[int, int]
Draw = st.DrawFn


class Marks(NamedTuple):
    """A style of quotation marks, and of those inside them."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str


STRAIGHT: Final = Marks('"', '"', "'", "'")
CURLY: Final = Marks("“", "”", "‘", "’")
SINGLE: Final = Marks("‘", "’", "“", "”")
GUILLEMETS: Final = Marks("«", "»", "“", "”")
STYLES: Final = (STRAIGHT, CURLY, SINGLE, GUILLEMETS)


@frozen
class Person:
    """Somebody in a story: the full name in two parts, a role, and the pronoun."""

    given: str
    surname: str
    pronoun: str
    role: str
    title: str

    @property
    def name(self) -> str:
        """The full name."""
        return f"{self.given} {self.surname}"


@frozen
class Said:
    """A quote that a story holds: where its content, its marked parts, speaker and cue stand."""

    order: str
    content: tuple[Pair, ...]
    quoted: tuple[Pair, ...]
    speaker: Pair
    name: str | None
    cue: Pair | None
    stance: str = "asserts"


@frozen
class Counted:
    """A figure that a story holds."""

    span: Pair
    low: Decimal
    high: Decimal
    of: Decimal | None
    bound: str
    direction: str | None
    kind: str
    source: Pair | None = None


@frozen
class Story:
    """An article and its true reading.

    Attributes:
        text: the article.
        headline: its headline.
        authors: who signs it.
        paragraphs: where its paragraphs stand, and their roles.
        said: what is said in it.
        counted: its figures.
        marks: the style of its quotation marks.
    """

    text: str
    headline: str
    authors: tuple[str, ...]
    paragraphs: tuple[tuple[Pair, str], ...]
    said: tuple[Said, ...]
    counted: tuple[Counted, ...]
    marks: Marks


# --- writing -----------------------------------------------------------------


@define(eq=False)
class _Writer:
    """A story in the making: what is written so far, and what is known of it."""

    draw: Draw
    marks: Marks
    people: list[Person]
    text: str = ""
    used: set[str] = field(factory=set)  # what was said
    known: set[str] = field(factory=set)  # who was named in full
    last: Person | None = None  # who spoke last, and may be called by a pronoun
    here: Pair = (0, 0)  # where that was printed
    paragraphs: list[tuple[Pair, str]] = field(factory=list)
    said: list[Said] = field(factory=list)
    counted: list[Counted] = field(factory=list)

    def write(self, text: str) -> Pair:
        start = len(self.text)
        self.text += text
        return start, len(self.text)

    def pick(self, options: tuple[str, ...]) -> str:
        return self.draw(st.sampled_from(options))

    def fresh(self, options: tuple[str, ...]) -> str:
        """Pick what the story has not said yet, as long as there is any left."""
        left = tuple(option for option in options if option not in self.used) or options
        picked = self.pick(left)
        self.used.add(picked)
        return picked

    def clause(self) -> str:
        return self.fresh(phrases.CLAUSES)

    def marked(self, words: str) -> Pair:
        """Write words inside marks."""
        self.write(self.marks.opening)
        inside = self.write(words)
        self.write(self.marks.closing)
        return inside

    def paragraph(self, role: str, write: Callable[[], None]) -> None:
        self.write("\n\n" if self.text else "")
        start = len(self.text)
        write()
        self.paragraphs.append(((start, len(self.text)), role))

    def speaker(self, *, opens: bool, pronoun: bool = True) -> tuple[Pair, Person]:
        """Write who speaks: at first in full, later by surname or pronoun."""
        person = self.draw(st.sampled_from(self.people))
        if person.name not in self.known:
            forms = [person.name, f"{person.title} {person.name}", f"{person.name}, {person.role}"]
        elif pronoun and person == self.last:
            forms = [person.surname, person.pronoun.capitalize() if opens else person.pronoun]
        else:
            forms = [person.surname, person.name]
        printed = self.draw(st.sampled_from(forms))
        span = self.write(printed)
        if ", " in printed and (opens or not pronoun):
            self.write(",")
        self.known.add(person.name)
        self.last, self.here = person, span
        return span, person

    def speaker_before(self) -> tuple[Pair, Person]:
        """Write who speaks before the cue: 'Ana Ruiz, a pilot, '."""
        who = self.speaker(opens=False)
        self.write(", " if ", " in self.text[slice(*who[0])] else " ")
        return who

    def speaker_behind(self) -> tuple[Pair, Person]:
        """Write who speaks behind the cue, where an apposition takes no second comma."""
        who = self.speaker(opens=False, pronoun=False)
        self.text = self.text.removesuffix(",")
        return who

    def report(
        self,
        order: str,
        content: list[Pair],
        quoted: list[Pair],
        who: tuple[Pair, Person],
        cue: Pair | None,
        stance: str = "asserts",
    ) -> None:
        said = Said(order, tuple(content), tuple(quoted), who[0], who[1].name, cue, stance)
        self.said.append(said)


def _capital(clause: str) -> str:
    return clause[0].upper() + clause[1:]


SAYING: Final = ("said", "told reporters", "added", "warned")
PLAIN: Final = ("said", "added", "warned")


# --- the orders of content, cue and speaker ----------------------------------


def _content_source_cue(w: _Writer) -> None:
    inside = w.marked(_capital(w.clause()) + ",")
    w.write(" ")
    who = w.speaker_before()
    cue = w.write(w.pick(PLAIN))
    w.write(".")
    w.report("content source cue", [inside], [inside], who, cue)


def _content_cue_source(w: _Writer) -> None:
    inside = w.marked(_capital(w.clause()) + ",")
    w.write(" ")
    cue = w.write("said")
    w.write(" ")
    who = w.speaker_behind()
    w.write(".")
    w.report("content cue source", [inside], [inside], who, cue)


def _around(w: _Writer, order: str, cue_first: bool) -> None:
    first = w.marked(_capital(w.clause()) + ",")
    w.write(" ")
    if cue_first:
        cue = w.write("said")
        w.write(" ")
        who = w.speaker_behind()
    else:
        who = w.speaker_before()
        cue = w.write(w.pick(PLAIN))
    w.write(". ")
    second = w.marked(_capital(w.clause()) + ".")
    w.report(order, [first, second], [first, second], who, cue)


def _content_source_cue_content(w: _Writer) -> None:
    _around(w, "content source cue content", cue_first=False)


def _content_cue_source_content(w: _Writer) -> None:
    _around(w, "content cue source content", cue_first=True)


def _source_cue_content(w: _Writer) -> None:
    who = w.speaker(opens=True)
    w.write(" ")
    cue = w.write(w.pick(PLAIN))
    w.write(w.pick((", ", ": ")))
    inside = w.marked(_capital(w.clause()) + ".")
    w.report("source cue content", [inside], [inside], who, cue)


def _source_clause(
    cue: str, tails: tuple[str, ...] = (" ",), opener: str = "that", stance: str = "asserts"
) -> Callable[[_Writer], None]:
    """Return the writer of 'X said that …' with another cue, what stands behind it, and stance."""

    def write(w: _Writer) -> None:
        who = w.speaker(opens=True)
        w.write(" ")
        said = w.write(cue)
        w.write(w.pick(tails) if len(tails) > 1 else tails[0])
        content = w.write(f"{opener} {w.clause()}")
        w.write(".")
        w.report("source cue content", [content], [], who, said, stance)

    return write


def _source_cue_mixed(w: _Writer) -> None:
    who = w.speaker(opens=True)
    w.write(" ")
    cue = w.write("said")
    w.write(" ")
    before, end = w.draw(st.sampled_from(phrases.HALVES))
    start = w.write(before + " ")[0]
    inside = w.marked(end + ".")
    w.report("source cue content", [(start, len(w.text))], [inside], who, cue)


def _clause_source_cue(w: _Writer) -> None:
    content = w.write(_capital(w.clause()))
    w.write(", ")
    who = w.speaker_before()
    cue = w.write("said")
    w.write(".")
    w.report("content source cue", [content], [], who, cue)


def _clause_according_to(w: _Writer) -> None:
    content = w.write(_capital(w.clause()))
    w.write(", ")
    cue = w.write("according to")
    w.write(" ")
    who = w.speaker_behind()
    w.write(".")
    w.report("content cue source", [content], [], who, cue)


def _according_to_clause(w: _Writer) -> None:
    cue = w.write("According to")
    w.write(" ")
    who = w.speaker_behind()
    w.write(", ")
    content = w.write(w.clause())
    w.write(".")
    w.report("cue source content", [content], [], who, cue)


def _two_sentences(w: _Writer) -> None:
    inside = w.marked(f"{_capital(w.clause())}. {_capital(w.clause())},")
    w.write(" ")
    who = w.speaker_before()
    cue = w.write("said")
    w.write(".")
    w.report("content source cue", [inside], [inside], who, cue)


def _question(w: _Writer) -> None:
    inside = w.marked(w.fresh(phrases.QUESTIONS))
    w.write(" ")
    who = w.speaker_before()
    cue = w.write("asked")
    w.write(".")
    w.report("content source cue", [inside], [inside], who, cue, "asks")


def _nested(w: _Writer) -> None:
    before, inner, after = w.draw(st.sampled_from(phrases.NESTED))
    words = f"{_capital(before)} {w.marks.inner_opening}{inner}{w.marks.inner_closing} {after},"
    inside = w.marked(words)
    w.write(" ")
    who = w.speaker_before()
    cue = w.write("said")
    w.write(".")
    w.report("content source cue", [inside], [inside], who, cue)


ORDERS: Final = (
    _content_source_cue,
    _content_cue_source,
    _content_source_cue_content,
    _content_cue_source_content,
    _source_cue_content,
    _source_clause("said", (" ", " on Monday ")),
    _source_clause("told", (" reporters ",)),
    _source_cue_mixed,
    _clause_source_cue,
    _clause_according_to,
    _according_to_clause,
    _source_clause("denied", stance="denies"),
    _source_clause("asked", opener="whether", stance="asks"),
    _nested,
    _two_sentences,
    _question,
)
"""What a paragraph of speech can look like, each in a function that writes it."""


# --- paragraphs --------------------------------------------------------------


def _speech(w: _Writer) -> None:
    w.paragraph("body", lambda: w.draw(st.sampled_from(ORDERS))(w))


def _unnamed(w: _Writer) -> None:
    """Somebody without a name speaks; a pronoun behind that would mean nobody known."""

    def write() -> None:
        who = w.write(w.pick(phrases.UNNAMED))
        w.last = None
        w.write(" ")
        cue = w.write("said")
        w.write(" ")
        content = w.write(w.clause())
        w.write(".")
        said = Said("source cue content", (content,), (), who, None, cue)
        w.said.append(said)

    w.paragraph("body", write)


def _running(w: _Writer) -> None:
    """Speech over two paragraphs: marks open each, and close only the last."""
    parts: list[Pair] = []

    def opening() -> None:
        w.write(w.marks.opening)
        parts.append(w.write(_capital(w.clause()) + "."))

    w.paragraph("body", opening)
    order = "content source cue"

    def ending() -> None:
        parts.append(w.marked(_capital(w.clause()) + ","))
        w.write(" ")
        who = w.speaker_before()
        cue = w.write("said")
        w.write(".")
        w.report(order, parts, parts, who, cue)

    w.paragraph("body", ending)


def _following(w: _Writer) -> None:
    """Speech without a speaker, behind a paragraph of speech: it is the same speaker's."""
    _speech(w)
    person = w.last
    if person is None:
        return
    where = w.here

    def more() -> None:
        inside = w.marked(_capital(w.clause()) + ".")
        w.report("content", [inside], [inside], (where, person), None)

    w.paragraph("body", more)


def _write_figures(w: _Writer, end: str, source: Callable[[], Pair] | None = None) -> Pair:
    """Write a sentence with figures, and behind it who is credited with them."""
    left = [a for a in phrases.AMOUNTS if a.sentence not in w.used] or phrases.AMOUNTS
    amounts = w.draw(st.sampled_from(left))
    w.used.add(amounts.sentence)
    pieces = amounts.sentence.split("*")
    start = len(w.text)
    spans = [w.write(piece) for piece in pieces][1::2]
    clause = (start, len(w.text))
    where = source() if source else None
    w.write(end)
    for span, figure in zip(spans, amounts.figures, strict=True):
        w.counted.append(Counted(span, *figure, where))
    return clause


def _figure(w: _Writer) -> None:
    w.paragraph("body", lambda: void(_write_figures(w, ".")))


def _credited_figure(w: _Writer) -> None:
    """A figure, and who supplied it: the clause is a quote, and its speaker the source."""

    def write() -> None:
        told: list[tuple[Pair, Pair, Person]] = []

        def source() -> Pair:
            w.write(", ")
            cue = w.write("according to")
            w.write(" ")
            where, person = w.speaker(opens=False, pronoun=False)
            w.text = w.text.removesuffix(",")
            told.append((cue, where, person))
            return where

        clause = _write_figures(w, ".", source)
        ((cue, where, person),) = told
        w.report("content cue source", [clause], [], (where, person), cue)

    w.paragraph("body", write)


def _neutral(w: _Writer) -> None:
    w.paragraph("body", lambda: void(w.write(w.fresh(phrases.NEUTRAL))))


def _dateline(w: _Writer) -> None:
    w.write(w.pick(phrases.PLACES) + ", May 4 (Wire) - " + w.fresh(phrases.NEUTRAL))


def void(_: object) -> None:
    """Drop a value."""


PARAGRAPHS: Final = (
    *(_neutral, _figure, _credited_figure, _speech, _speech, _unnamed, _following, _running),
)


@st.composite
def _people(draw: Draw) -> list[Person]:
    """Two or three people, whom no part of a name could confuse."""
    count = draw(st.integers(1, 3))
    given = draw(st.permutations(phrases.GIVEN))[:count]
    surnames = draw(st.permutations(phrases.SURNAMES))[:count]
    return [
        Person(name, surname, pronoun, *draw(st.sampled_from(phrases.ROLES)))
        for (name, pronoun), surname in zip(given, surnames, strict=True)
    ]


@st.composite
def _story(draw: Draw, styles: tuple[Marks, ...]) -> Story:
    people = draw(_people())
    w = _Writer(draw, draw(st.sampled_from(styles)), people)
    headline = draw(st.sampled_from(phrases.HEADLINES))
    w.paragraph("headline", lambda: void(w.write(headline)))
    authors: tuple[str, ...] = ()
    if draw(st.booleans()):
        authors = ("Ingrid Solberg",)
        w.paragraph("byline", lambda: void(w.write("By Ingrid Solberg")))
    if draw(st.booleans()):
        w.paragraph("body", lambda: _dateline(w))
    else:
        _neutral(w)
    for kind in draw(st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=6)):
        kind(w)
    return Story(
        w.text,
        headline,
        authors,
        tuple(w.paragraphs),
        tuple(w.said),
        tuple(w.counted),
        w.marks,
    )


def stories(*, marks: Marks | None = None) -> st.SearchStrategy[Story]:
    """Articles written together with their true reading.

    Args:
        marks: the style of quotation marks, or None for any.
    """
    return _story(STYLES if marks is None else (marks,))
