"""Stories: articles written together with their true reading.

A story is composed from the front to the back (`writer`). Whatever is written is
known by its offsets, so that the reading expected of it needs no parser. What a
story holds is drawn: the event (`phrases`), who speaks and what he or she is called,
how the words stand around the cue (`speech`), the figures (`figures`), and the layout.
"""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st

from newsdoc.strategies import figures, phrases, speech
from newsdoc.strategies.phrases import Event
from newsdoc.strategies.readings import STYLES, Marks, Story, Voice
from newsdoc.strategies.writer import Writer

__all__ = ["stories"]

Draw = st.DrawFn

COLUMNS: Final = 72
_DAY: Final = "2024-05-04"
_DAYS: Final = ("May 4, 2024", "4 May 2024", "Published May 4, 2024", "Sat, 4 May 2024")
_SIGNED: Final = ("By {}", "by {}", "BY {}")


def _flip(draw: Draw) -> bool:
    return draw(st.booleans())


# --- who speaks --------------------------------------------------------------


@st.composite
def _voices(draw: Draw) -> list[Voice]:
    """Two or three people and a body, whom no part of a name could confuse."""
    count = draw(st.integers(1, 3))
    given = draw(st.permutations(phrases.GIVEN))[:count]
    surnames = draw(st.permutations(phrases.SURNAMES))[:count]
    roles = draw(st.permutations(phrases.ROLES))[:count]
    voices = [
        _person(name, surname, pronoun, *role)
        for (name, pronoun), surname, role in zip(given, surnames, roles, strict=True)
    ]
    bodies = draw(st.lists(st.sampled_from(phrases.BODIES), max_size=1))
    return voices + [Voice(name, (f"the {name}",), (short,), "it") for name, short in bodies]


def _person(given: str, surname: str, pronoun: str, title: str, role: str) -> Voice:
    name = f"{given} {surname}"
    first = (name, f"{title} {name}", f"{name}, {role}")
    return Voice(name, first, (surname, name, f"{title} {surname}"), pronoun)


# --- layout ------------------------------------------------------------------


def _neutral(w: Writer) -> None:
    """Write a paragraph that tells nothing of what is read."""
    w.paragraph("body", lambda: w.write(w.fresh(w.event.neutral)))


def _long(w: Writer) -> None:
    """Write a paragraph of several lines that tells nothing of what is read."""
    w.paragraph("body", lambda: w.write(" ".join(w.fresh(w.event.neutral) for _ in range(3))))


def _subhead(w: Writer) -> None:
    """Write a heading, and a paragraph below it."""
    if w.used.issuperset(w.event.subheads):
        return
    w.paragraph("subhead", lambda: w.write(w.fresh(w.event.subheads)))
    _neutral(w)


def _items(w: Writer) -> None:
    """Write a list, between the sentence that opens it and a paragraph behind it."""
    opening, items = w.event.listing
    if opening in w.used:
        return
    w.paragraph("body", lambda: w.write(w.fresh((opening,))))
    for item in items:
        w.paragraph("list_item", lambda item=item: w.write(f"- {item}"))  # type: ignore[misc]
    _neutral(w)


def _byline(w: Writer) -> tuple[str, ...]:
    """Write who signs."""
    authors = phrases.AUTHORS[: w.draw(st.integers(1, len(phrases.AUTHORS)))]
    line = w.pick(_SIGNED).format(" and ".join(authors))
    w.paragraph("byline", lambda: w.write(line.upper() if line.startswith("BY") else line))
    return authors


def _dateline(w: Writer) -> str:
    """Write a first paragraph that opens with the place where it was filed."""
    place = w.pick(phrases.PLACES)
    filed = w.pick(("{}, May 4 (Wire) - ", "{} (Wire) — ", "{}: "))
    w.paragraph("body", lambda: w.write(filed.format(place) + w.fresh(w.event.neutral)))
    return place


def _lines(text: str, start: int, end: int) -> str:
    """Return a paragraph broken into lines of at most 72 columns, as long as it was."""
    words = text[start:end].split(" ")
    line, pieces = len(words[0]), [words[0]]
    for word in words[1:]:
        fits = line + 1 + len(word) <= COLUMNS
        pieces += [" " if fits else "\n", word]
        line = line + 1 + len(word) if fits else len(word)
    return "".join(pieces)


def _wrapped(w: Writer) -> str:
    """Return the text of a story with its body broken into lines; no offset changes."""
    pieces, done = [], 0
    for (start, end), role in w.paragraphs:
        whole = _lines(w.text, start, end) if role == "body" else w.text[start:end]
        pieces += [w.text[done:start], whole]
        done = end
    return "".join(pieces)


# --- the whole ---------------------------------------------------------------


_PLACED: Final = (_neutral, _subhead, _items)


@st.composite
def _story(draw: Draw, styles: tuple[Marks, ...], running: bool, wrapped: bool) -> Story:
    voices = draw(_voices())
    event: Event = draw(st.sampled_from(phrases.EVENTS))
    gap = "\n\n" if wrapped else draw(st.sampled_from(("\n\n", "\n")))
    w = Writer(draw, draw(st.sampled_from(styles)), event, voices, gap)
    headline, repeats = w.pick(event.headlines), _flip(draw)
    w.paragraph("headline", lambda: w.write(headline))
    deck = w.pick(event.decks) if _flip(draw) else None
    if deck:
        w.paragraph("deck", lambda: w.write(deck))
    authors: tuple[str, ...] = _byline(w) if deck or _flip(draw) else ()
    published = _DAY if authors and _flip(draw) else None
    if published:
        w.paragraph("dateline", lambda: w.write(w.pick(_DAYS)))
    if repeats and authors:
        w.paragraph("headline", lambda: w.write(headline))
    place = _dateline(w) if _flip(draw) else None
    if place is None:
        _neutral(w)
    for _ in range(2 * wrapped):
        _long(w)
    passages = (*_PLACED, *figures.PASSAGES, *speech.PASSAGES, *(speech.RUNNING * running))
    for passage in draw(st.lists(st.sampled_from(passages), min_size=1, max_size=6)):
        passage(w)
    return Story(
        _wrapped(w) if wrapped else w.text,
        headline,
        deck,
        authors,
        published,
        place,
        tuple(w.paragraphs),
        tuple(w.said),
        tuple(w.counted),
        tuple(w.changes),
        w.marks,
        wrapped,
    )


def _says_nothing_twice(story: Story) -> bool:
    """Whether no two paragraphs are the same, which would make one of them a caption."""
    body = [story.text[slice(*where)] for where, role in story.paragraphs if role == "body"]
    return len(set(body)) == len(body)


def stories(
    *, marks: Marks | None = None, running: bool = True, wrapped: bool = False
) -> st.SearchStrategy[Story]:
    """Articles written together with their true reading.

    Args:
        marks: the style of quotation marks, or None for any.
        running: whether speech may run on over paragraphs.
        wrapped: whether the paragraphs are broken into lines of 72 columns, as in
            text from mail; there are enough lines then to show that they are.
    """
    drawn = _story(STYLES if marks is None else (marks,), running, wrapped)
    return drawn.filter(_says_nothing_twice)
