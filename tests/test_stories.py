"""Every story is read as it was meant, and stays so where only its looks change."""

import re
from collections import Counter

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from newsdoc import parse
from newsdoc.strategies import stories

# Constructions that stories hold and the parser does not read yet; a story
# with one of them is kept out of the law, and the test below keeps count.
NOT_YET = {
    "single marks that run on over paragraphs": (
        re.compile(r"^‘[^’]*$|^‘(?:[^’]|’\w)*\.$", re.MULTILINE),
        "Rain fell on the hills.\n\n‘The wall broke.\n\n‘The gate held,’ Ana Ruiz said.",
        lambda d: len(d.quotes[0].content) == 2,
    ),
    "an apposition before 'asked whether'": (
        re.compile(r", a[^.]*, asked|, the[^.]*, asked"),
        "Rain fell.\n\nAna Ruiz, a pilot at the harbour, asked whether the boats can wait.",
        lambda d: d.quotes[0].speaker is not None,
    ),
    "'up to' behind a verb": (
        re.compile(r"sank up to"),
        "Storm hits coast\n\nThe storm sank up to 60 boats.",
        lambda d: d.statistics[0].bound == "at_most",
    ),
    "a question in single marks": (
        re.compile(r"\?’ "),
        "Rain fell.\n\n‘Who is going to pay for all this?’ Ana Ruiz asked.",
        lambda d: d.quotes[0].stance == "asks",
    ),
    "an apposition behind 'According to'": (
        re.compile(r"According to [^.]*, (?:a|the) [^.]*,"),
        "Rain fell.\n\nAccording to Ana Ruiz, a pilot at the harbour, the wall was old.",
        lambda d: d.quotes[0].content[0].text == "the wall was old",
    ),
}


def known():
    """Stories that hold no construction of which we know that it is misread."""
    return stories().filter(lambda s: not any(p.search(s.text) for p, _, _ in NOT_YET.values()))


def pair(span):
    return span and (span.start, span.end)


def quotes_of(document):
    return [
        (
            tuple(map(pair, q.content)),
            tuple(map(pair, q.quoted)),
            q.speaker and pair(q.speaker.span),
            q.speaker and q.speaker.name,
            pair(q.cue),
            str(q.stance),
        )
        for q in document.quotes
    ]


def figures_of(document):
    return [
        (
            *(pair(s.span), s.low, s.high, s.of, str(s.bound), s.direction and str(s.direction)),
            *(str(s.unit.kind), s.source and pair(s.source.span)),
        )
        for s in document.statistics
    ]


class TestEveryStoryIsReadAsItWasMeant:
    @given(known())
    def test_what_was_said_and_by_whom(self, story):
        expected = [
            (q.content, q.quoted, q.speaker, q.name, q.cue, q.stance)
            for q in sorted(story.said, key=lambda q: q.content)
        ]

        assert quotes_of(parse(story.text)) == expected

    @given(known())
    def test_what_was_counted(self, story):
        expected = [
            (c.span, c.low, c.high, c.of, c.bound, c.direction, c.kind, c.source)
            for c in story.counted
        ]

        assert figures_of(parse(story.text)) == expected

    @given(known())
    def test_how_it_is_laid_out(self, story):
        document = parse(story.text)

        assert document.headline == story.headline
        assert document.authors == story.authors
        assert [pair(p.span) for p in document.paragraphs] == [p for p, _ in story.paragraphs]

    @pytest.mark.parametrize("name", NOT_YET)
    @pytest.mark.xfail(strict=True, raises=(AssertionError, IndexError))
    def test_but_for_what_is_not_read_yet(self, name):
        _, text, is_read = NOT_YET[name]

        assert is_read(parse(text))


def facts(document):
    """What was said, by whom, and what was counted, whatever it looks like on the page."""

    def plain(text):
        folded = " ".join(text.split())
        return folded.translate(str.maketrans("“”‘’", "\"\"''"))

    said = Counter(
        (
            " ".join(plain(part.text) for part in q.content),
            q.speaker and q.speaker.name and plain(q.speaker.name),
            str(q.stance),
        )
        for q in document.quotes
    )
    return said, Counter((s.low, s.high, s.of, s.bound, s.direction) for s in document.statistics)


def curled(text):
    """Straight marks made curly, as typesetters do it."""
    text = re.sub(r'(^|[\s(])"', r"\1“", text, flags=re.MULTILINE).replace('"', "”")
    return re.sub(r"(^|[\s(“])'", r"\1‘", text, flags=re.MULTILINE).replace("'", "’")


def wrapped(text):
    """Each paragraph broken into lines of at most 72 columns."""
    return re.sub(r"(?=.{73})(.{1,72}) ", r"\1\n", text)


class TestWhatChangesOnlyTheLooks:
    @pytest.mark.parametrize(
        "change",
        [
            lambda text: (
                text + "\n\nThe clouds above the bay were grey and low all through the day."
            ),
            lambda text: text.replace("\n", "\r\n"),
            lambda text: text.replace("\n\n", "\n\n\n\n"),
            curled,
        ],
        ids=["a paragraph more", "Windows line ends", "more empty lines", "curly marks"],
    )
    def test_changes_no_fact(self, change):
        @given(known())
        def law(story):
            assert facts(parse(change(story.text))) == facts(parse(story.text))

        law()

    @pytest.mark.xfail(
        strict=False, reason="of a short story, too few lines show that it is wrapped"
    )
    @given(known())
    def test_nor_do_lines_of_72_columns(self, story):
        assert facts(parse(wrapped(story.text))) == facts(parse(story.text))


class TestAStrayMark:
    @given(known(), st.data())
    @settings(max_examples=50)
    def test_does_no_harm_beyond_the_next_paragraph(self, story, data):
        assume(not any(len(q.content) > 1 for q in story.said))
        spans = [span for span, role in story.paragraphs if role == "body"]
        i = data.draw(st.integers(0, len(spans) - 1))
        at = spans[i][1]
        text = story.text[:at] + data.draw(st.sampled_from((" “", ' "', " ”"))) + story.text[at:]
        behind = spans[i + 2][0] if i + 2 < len(spans) else len(story.text)

        def later(document, offset):
            parts = (p for q in document.quotes for p in q.content)
            return [(p.start - offset, p.text) for p in parts if p.start - offset >= behind]

        assert later(parse(text), 2) == later(parse(story.text), 0)
