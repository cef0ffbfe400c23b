"""Every case file in ``tests/cases``: an input, and the reading that is expected of it.

A case file is Markdown. A heading ``## …`` opens a case; a fence ``text`` holds
its input; each further fence is named after a view and holds one line for each
element that the reading must have, in order: none missing, none invented. A line
is made of fields separated by `` | ``: the first is what the element is known by,
the others are ``key: value``. Only the keys that a line names are compared, and
``-`` is nothing. In an input, ``\\u00a0``, ``\\r`` and the like stand for
characters that an editor would hide.
"""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import newsdoc

CASES = Path(__file__).parent / "cases"
WORD = re.compile(r"\w+|[^\w\s]")
FENCE = re.compile(r"^(`{3,})(\w+)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
ESCAPE = re.compile(r"\\(?:u[0-9a-f]{4}|x[0-9a-f]{2}|r|t|f|v)")


def fold(value):
    return "-" if value is None else " ".join(str(value).split())


def layout(doc):
    return [(f"{p.role}", {"text": p.text}) for p in doc.paragraphs]


def sentences(doc):
    return [(fold(s.text), {}) for p in doc.paragraphs for s in p.sentences]


def facts(doc):
    moment = doc.published and doc.published.isoformat()
    updated = doc.updated and doc.updated.isoformat()
    line = doc.dateline
    return [
        (
            "article",
            {
                "headline": doc.headline,
                "deck": doc.deck,
                "authors": "; ".join(doc.authors) or None,
                "published": moment,
                "updated": updated,
                "place": line and line.place,
                "filed": line and line.date,
                "agency": line and line.agency,
            },
        )
    ]


def quotes(doc):
    return [
        (
            " … ".join(fold(part.text) for part in q.content),
            {
                "kind": q.kind,
                "stance": q.stance,
                "quoted": " … ".join(fold(part.text) for part in q.quoted) or None,
                "by": q.speaker and q.speaker.span.text,
                "name": q.speaker and q.speaker.name,
                "title": q.speaker and q.speaker.title,
                "source": q.speaker and q.speaker.kind,
                "cue": q.cue and q.cue.text,
                "why": q.why,
            },
        )
        for q in doc.quotes
    ]


def statistics(doc):
    return [
        (
            fold(s.span.text),
            {
                "value": s.value,
                "low": s.low,
                "high": s.high,
                "of": s.of,
                "bound": s.bound,
                "direction": s.direction,
                "unit": s.unit.name or None,
                "kind": s.unit.kind,
                "code": s.unit.code,
                "per": s.per and s.per.name,
                "subject": s.subject and s.subject.text,
                "source": s.source and s.source.span.text,
                "name": s.source and s.source.name,
            },
        )
        for s in doc.statistics
    ]


def changes(doc):
    text = lambda figure: figure and figure.span.text  # noqa: E731
    return [
        ("change", {"before": text(c.before), "after": text(c.after), "by": text(c.by)})
        for c in doc.changes
    ]


def sources(doc):
    return [
        (
            fold(s.name),
            {
                "kind": s.kind,
                "title": s.title,
                "mentions": " … ".join(fold(m.text) for m in s.mentions),
            },
        )
        for s in doc.sources
    ]


def notices(doc):
    return [(n.code, {"at": n.span.text}) for n in doc.notices]


VIEWS = {
    f.__name__: f for f in (layout, sentences, facts, quotes, statistics, changes, sources, notices)
}


def cases() -> Iterator:
    for path in sorted(CASES.glob("*.md")):
        chapters = re.split(r"^## (.+)\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        for title, body in zip(chapters[1::2], chapters[2::2], strict=True):
            yield pytest.param(body, id=f"{path.stem}: {title}")


def pick(found, wanted):
    """The elements found, each cut down to the keys that its wanted line names."""
    lines = []
    for i, (head, facts) in enumerate(found):
        keys = list(facts)
        if i < len(wanted):
            keys = [field.partition(": ")[0] for field in wanted[i].split(" | ")[1:]]
        lines.append(" | ".join([head, *(f"{key}: {fold(facts[key])}" for key in keys)]))
    return lines


def taken_apart(body):
    """The input of a case, and the lines that it expects in each view."""
    fences = {name: content for _, name, content in FENCE.findall(body)}
    text = ESCAPE.sub(lambda m: codecs.decode(m.group(), "unicode_escape"), fences.pop("text"))
    wanted = {
        name: [line for line in content.splitlines() if line.strip()]
        for name, content in fences.items()
    }
    return text.removesuffix("\n"), wanted


@pytest.mark.parametrize("body", list(cases()))
def test_the_reading_is_the_expected_one(body):
    text, wanted = taken_apart(body)
    doc = newsdoc.parse(text)

    assert wanted, "a case expects something"
    for name, lines in wanted.items():
        assert pick(VIEWS[name](doc), lines) == lines


# More words than there are small integers, of which Python keeps one each: what
# compares offsets as if they were the same object goes wrong behind them.
ABOVE = "Share\n" * 300 + "\n"
SAID = {"quotes", "statistics", "changes", "sources", "notices"}


def cases_of_what_is_said():
    """The cases that expect something in the views of what is said, and keep their layout there."""
    for case in cases():
        text, wanted = taken_apart(*case.values)
        own = [(p.role, p.text) for p in newsdoc.parse(text).paragraphs]
        below = [(p.role, p.text) for p in newsdoc.parse(ABOVE + text).paragraphs]
        # What is a headline, and how wide wrapped text is, is told by the lines above too.
        if wanted.keys() & SAID and below[len(below) - len(own) :] == own:
            yield case


@pytest.mark.parametrize("body", list(cases_of_what_is_said()))
def test_what_is_said_reads_the_same_far_down_a_page(body):
    text, wanted = taken_apart(body)
    doc = newsdoc.parse(ABOVE + text)

    for name in wanted.keys() & SAID:
        assert pick(VIEWS[name](doc), wanted[name]) == wanted[name]


# Python counts back from the end of a list: what looks before the first word without care sees
# the last one, and the first sentence is read by what ends the article.
ENDING = "\n\nRain fell on the hills above the town all day, {}"
LAST = ("quietly", "about", "to", "who")


def said(text, ending):
    """What is said in a text, without its last paragraph."""
    doc = newsdoc.parse(text + ENDING.format(ending))
    parts = (*doc.quotes, *doc.statistics)
    return [part for part in parts if part.span.end <= len(text)]


@pytest.mark.parametrize("body", list(cases()))
def test_what_is_said_reads_the_same_whatever_word_ends_the_text(body):
    text, _ = taken_apart(body)
    readings = [said(text, word) for word in LAST]

    assert all(reading == readings[0] for reading in readings)


@pytest.mark.parametrize("body", list(cases()))
def test_a_text_that_breaks_off_is_read_too(body):
    text, _ = taken_apart(body)
    for end in (m.end() for m in WORD.finditer(text)):
        assert newsdoc.parse(text[:end]).text == text[:end]
