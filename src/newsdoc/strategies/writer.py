"""The writer of a story: it composes from front to back, and knows the offsets of what it wrote."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import define, evolve, field
from hypothesis import strategies as st

from newsdoc.strategies.phrases import Event
from newsdoc.strategies.readings import Counted, Marks, Moved, Pair, Said, Voice

__all__ = ["Writer", "capital"]

Draw = st.DrawFn


def capital(words: str) -> str:
    """Return the words with a capital at their head."""
    return words[0].upper() + words[1:]


@define(eq=False)
class Writer:
    """A story in the making: what is written so far, and what is known of it."""

    draw: Draw
    marks: Marks
    event: Event
    voices: list[Voice]
    gap: str = "\n\n"  # what stands between two paragraphs
    text: str = ""
    used: set[str] = field(factory=set)  # what was said
    known: set[Voice] = field(factory=set)  # who was introduced
    last: Voice | None = None  # who spoke last, and may be called by a pronoun
    here: Pair | None = None  # where that was printed
    since: int = 0  # the number of that paragraph
    paragraphs: list[tuple[Pair, str]] = field(factory=list)
    said: list[Said] = field(factory=list)
    counted: list[Counted] = field(factory=list)
    changes: list[Moved] = field(factory=list)

    def write(self, text: str) -> Pair:
        """Write some words; return where they stand."""
        start = len(self.text)
        self.text += text
        return start, len(self.text)

    def pick(self, options: Sequence[str]) -> str:
        """Draw one of some words; examples shrink towards the first."""
        return self.draw(st.sampled_from(options))

    def fresh(self, options: Sequence[str]) -> str:
        """Draw what the story has not said yet, as long as there is any left."""
        picked = self.pick([option for option in options if option not in self.used] or options)
        self.used.add(picked)
        return picked

    def clause(self) -> str:
        """Draw something to say."""
        return self.fresh(self.event.clauses)

    def sentence(self) -> str:
        """Draw something to say, as a sentence without its full stop."""
        return capital(self.clause())

    def marked(self, words: str) -> Pair:
        """Write words inside marks; return where the words stand."""
        self.write(self.marks.opening)
        inside = self.write(words)
        self.write(self.marks.closing)
        return inside

    def paragraph(self, role: str, write: Callable[[], object]) -> None:
        """Write a paragraph."""
        self.write(self.gap if self.text else "")
        start = len(self.text)
        write()
        self.paragraphs.append(((start, len(self.text)), role))

    # --- who speaks ---

    def voice(
        self, *, opens: bool = False, pronoun: bool = True, apposed: bool = True
    ) -> tuple[Pair, Voice]:
        """Write who speaks: introduced at first, later called more shortly."""
        voice = self.draw(st.sampled_from(self.voices))
        forms = list(voice.later if voice in self.known else voice.first)
        forms = [form for form in forms if apposed or "," not in form]
        near = len(self.paragraphs) - self.since < 2  # noqa: PLR2004 (this paragraph or the last)
        if near and voice == self.last and pronoun and voice.pronoun:
            forms.append(voice.pronoun)
        printed = self.pick(forms)
        span = self.write(capital(printed) if opens else printed)
        self.spoke(voice, span)
        return span, voice

    def spoke(self, voice: Voice, span: Pair) -> None:
        """Remember who spoke, and where that was printed."""
        if voice.later:
            self.known.add(voice)
        self.last, self.here, self.since = voice, span, len(self.paragraphs)

    def before_cue(self, *, opens: bool = False) -> tuple[Pair, Voice]:
        """Write who speaks before a cue: 'Ana Ruiz, a pilot, '."""
        who = self.voice(opens=opens)
        self.write(", " if "," in self.text[slice(*who[0])] else " ")
        return who

    def behind_cue(self) -> tuple[Pair, Voice]:
        """Write who speaks behind a cue, where pronouns are rare."""
        return self.voice(pronoun=False)

    # --- what is found ---

    def report(
        self,
        construction: tuple[str, str],
        content: Sequence[Pair],
        quoted: Sequence[Pair],
        who: tuple[Pair, Voice],
        cue: Pair | None,
        stance: str = "asserts",
    ) -> None:
        """Note a quote: its construction and order, content, marks, speaker, cue, and stance."""
        where, voice = who
        said = Said(*construction, tuple(content), tuple(quoted), where, voice.name, cue, stance)
        self.said.append(said)

    def credit(self, first: int, source: Pair) -> None:
        """Credit all figures from the *first* on to who is printed at *source*."""
        self.counted[first:] = [evolve(c, source=source) for c in self.counted[first:]]
