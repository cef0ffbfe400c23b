"""The model: what cannot be cannot be made, and what can be reads well."""

import copy
import datetime as dt
import pickle
from collections import Counter
from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdoc import (
    Byline,
    Change,
    Dateline,
    Document,
    Mention,
    ModelError,
    Notice,
    Paragraph,
    Quote,
    Role,
    Source,
    Span,
    Statistic,
    Timestamp,
    Unit,
)
from newsdoc.strategies import documents, news_text, paragraphs, quotes, spans, statistics

TEXT = 'Storm hits\n\n"We lost 12 boats," Ana Ruiz said. "All."'


def at(excerpt, text=TEXT):
    start = text.index(excerpt)
    return Span.of(text, start, start + len(excerpt))


def ruiz():
    return Source("person", "Ana Ruiz", None, (at("Ana Ruiz"),))


def boats(**facts):
    return Statistic(at("12"), 12, **facts)


def elsewhere(**facts):
    return Statistic(at("All"), 5, **facts)


DAY = dt.date(2024, 5, 4)
NOON = dt.time(12)
MOMENT = dt.datetime(2024, 5, 4, 12)  # noqa: DTZ001
UTC_NOON = dt.time(12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)

# What cannot be made, and how the error opens: the class and the field, then what is wrong.
IMPOSSIBLE = [
    (lambda: Span(-1, 1, "ab"), "Span.start: -1 is before the text"),
    (lambda: Span(3, 3, ""), "Span.end: 3 is not behind the start (3)"),
    (lambda: Span(3, 1, "ab"), "Span.end: 1 is not behind the start (3)"),
    (lambda: Span(0, 3, "ab"), "Span.text: 2 characters for 0:3"),
    (lambda: Span(0, 1, "ab"), "Span.text: 2 characters for 0:1"),
    (lambda: Span(0.0, 1, "a"), "Span.start: expected int, got 0.0"),
    (lambda: Span(False, 1, "a"), "Span.start: expected int, got False"),
    (lambda: Span(0, True, "a"), "Span.end: expected int, got True"),
    (lambda: Span(0, 1, b"a"), "Span.text: expected str, got b'a'"),
    (lambda: Span.of("ab", 0, 3), "Span.end: 3 is past the end of the text (2)"),
    (lambda: Span.of("ab", 5, 7), "Span.end: 7 is past the end of the text (2)"),
    (lambda: Span.of("ab", -1, 2), "Span.start: -1 is before the text"),
    (lambda: Span.of("ab", -2, -1), "Span.start: -2 is before the text"),
    (lambda: Span.of("ab", 0, -1), "Span.end: -1 is not behind the start (0)"),
    (lambda: Span.of("ab", 1, 1), "Span.end: 1 is not behind the start (1)"),
    (lambda: Span.of("ab", False, 1), "Span.start: expected int, got False"),
    (lambda: Span.of("ab", 0, True), "Span.end: expected int, got True"),
    (lambda: Span.of(b"ab", 0, 1), "Span.text: expected str, got b'ab'"),
    (lambda: at("We").until(at("Storm")), "Span.end: 5 is not behind the start (13)"),
    (lambda: Span(0, 1, "S").until(at("We")), "Span.until: a span not made by Span.of"),
    (lambda: Paragraph("Storm"), "Paragraph.span: expected Span, got 'Storm'"),
    (lambda: Paragraph(at("Storm"), "title"), "Paragraph.role: 'title' is none of headline"),
    (lambda: Paragraph(at("Storm"), None), "Paragraph.role: None is none of headline"),
    (lambda: Paragraph(at("Storm"), []), "Paragraph.role: [] is none of headline"),
    (
        lambda: Paragraph(at("Storm"), sentences=(at("Storm hits"),)),
        "Paragraph.sentences[0]: Span(0, 10, 'Storm hits') lies outside",
    ),
    (
        lambda: Paragraph(at("hits"), sentences=(at("Storm hits"),)),
        "Paragraph.sentences[0]: Span(0, 10, 'Storm hits') lies outside",
    ),
    (
        lambda: Paragraph(at("Storm hits"), sentences=(at("hits"), at("Storm"))),
        "Paragraph.sentences[1]: starts at 0, before the end of the one before it (10)",
    ),
    (
        lambda: Paragraph(at("Storm hits"), sentences=(at("Storm"), at("m"))),
        "Paragraph.sentences[1]: starts at 4, before the end of the one before it (5)",
    ),
    (lambda: Paragraph(at("Storm"), sentences=at("Storm")), "Paragraph.sentences: expected Span"),
    (lambda: Paragraph(at("Storm"), sentences="Storm"), "Paragraph.sentences: expected Span"),
    (
        lambda: Paragraph(at("Storm"), sentences=["Storm"]),
        "Paragraph.sentences[0]: expected Span, got 'Storm'",
    ),
    (lambda: Source("human"), "Source.kind: 'human' is none of person"),
    (lambda: Source("person", 7), "Source.name: expected str or None, got 7"),
    (lambda: Source("person", "A", 7), "Source.title: expected str or None, got 7"),
    (lambda: Source("person", mentions=["A"]), "Source.mentions[0]: expected Span, got 'A'"),
    (
        lambda: Source("person", mentions=[at("Ana Ruiz"), at("Ruiz")]),
        "Source.mentions[1]: starts at 36, before the end of the one before it (40)",
    ),
    (lambda: Mention("Ruiz", ruiz()), "Mention.span: expected Span, got 'Ruiz'"),
    (lambda: Mention(at("Ruiz"), "Ana Ruiz"), "Mention.source: expected Source, got 'Ana Ruiz'"),
    (lambda: Mention(at("Ruiz"), ruiz(), None), "Mention.why: expected str, got None"),
    (lambda: Quote(()), "Quote.content: a quote has at least one part"),
    (lambda: Quote(at("All")), "Quote.content: expected Span"),
    (lambda: Quote(["All"]), "Quote.content[0]: expected Span, got 'All'"),
    (
        lambda: Quote([at("All"), at("We lost")]),
        "Quote.content[1]: starts at 13, before the end of the one before it (51)",
    ),
    (
        lambda: Quote([at("We lost")], [at("lost"), at("We")]),
        "Quote.quoted[1]: starts at 13, before the end of the one before it (20)",
    ),
    (lambda: Quote([at("We lost")], [at("All")]), "Quote.quoted[0]: Span(48, 51, 'All') lies out"),
    (lambda: Quote([at("All")], [at("We lost")]), "Quote.quoted[0]: Span(13, 20, 'We lost') lies"),
    (lambda: Quote([at("All")], ["All"]), "Quote.quoted[0]: expected Span, got 'All'"),
    (lambda: Quote([at("All")], (), ruiz()), "Quote.speaker: expected Mention or None, got <Sour"),
    (lambda: Quote([at("All")], cue="said"), "Quote.cue: expected Span or None, got 'said'"),
    (lambda: Quote([at("All")], stance="doubts"), "Quote.stance: 'doubts' is none of asserts"),
    (lambda: Quote([at("All")], why=None), "Quote.why: expected str, got None"),
    (lambda: Unit("money", None), "Unit.name: expected str, got None"),
    (lambda: Unit("money", "dollar", 840), "Unit.code: expected str or None, got 840"),
    (lambda: Unit("cash", "dollar"), "Unit.kind: 'cash' is none of number"),
    (lambda: Statistic("12", 12), "Statistic.span: expected Span, got '12'"),
    (lambda: Statistic(at("12"), 12, 11), "Statistic.high: 11 is below low (12)"),
    (lambda: Statistic(at("12"), 12.0), "Statistic.low: expected a finite Decimal or an int, got"),
    (lambda: Statistic(at("12"), "12"), "Statistic.low: expected a finite Decimal or an int, got"),
    (lambda: Statistic(at("12"), True), "Statistic.low: expected a finite Decimal or an int, got"),
    (lambda: Statistic(at("12"), Decimal("NaN")), "Statistic.low: expected a finite Decimal"),
    (lambda: Statistic(at("12"), Decimal("-Infinity")), "Statistic.low: expected a finite"),
    (lambda: Statistic(at("12"), 12, Decimal("NaN")), "Statistic.high: expected a finite Decimal"),
    (lambda: Statistic(at("12"), 12, Decimal("Infinity")), "Statistic.high: expected a finite"),
    (lambda: Statistic(at("12"), 12, 12.5), "Statistic.high: expected a finite Decimal or an int"),
    (lambda: boats(of=0), "Statistic.of: 0 is no base"),
    (lambda: boats(of=-5), "Statistic.of: -5 is no base"),
    (lambda: boats(of=0.5), "Statistic.of: expected a finite Decimal or an int, got 0.5"),
    (lambda: boats(unit="boat"), "Statistic.unit: expected Unit, got 'boat'"),
    (lambda: boats(unit=None), "Statistic.unit: expected Unit, got None"),
    (lambda: boats(per="day"), "Statistic.per: expected Unit or None, got 'day'"),
    (lambda: boats(bound="range"), "Statistic.bound: 'range' is none of exact"),
    (lambda: boats(direction="over"), "Statistic.direction: 'over' is none of up, down"),
    (lambda: boats(subject="boats"), "Statistic.subject: expected Span or None, got 'boats'"),
    (lambda: boats(source=ruiz()), "Statistic.source: expected Mention or None, got <Source"),
    (lambda: boats(why=None), "Statistic.why: expected str, got None"),
    (lambda: Change(boats()), "Change.before: a change links at least two figures"),
    (Change, "Change.before: a change links at least two figures"),
    (lambda: Change(12, boats()), "Change.before: expected Statistic or None, got 12"),
    (lambda: Change(boats(), 12), "Change.after: expected Statistic or None, got 12"),
    (lambda: Change(boats(), by=12), "Change.by: expected Statistic or None, got 12"),
    (lambda: Byline("By Ana Ruiz"), "Byline.span: expected Span or None, got 'By Ana Ruiz'"),
    (lambda: Byline(authors="Ana Ruiz"), "Byline.authors: expected strs in a tuple or list"),
    (lambda: Byline(authors=[None]), "Byline.authors[0]: expected str, got None"),
    (lambda: Dateline(None), "Dateline.span: expected Span, got None"),
    (lambda: Dateline(at("Storm"), 5), "Dateline.place: expected str or None, got 5"),
    (lambda: Dateline(at("Storm"), date="May 4"), "Dateline.date: expected date or None"),
    (lambda: Dateline(at("Storm"), date=MOMENT), "Dateline.date: a date, without a time in it"),
    (lambda: Dateline(at("Storm"), agency=5), "Dateline.agency: expected str or None, got 5"),
    (lambda: Timestamp("2024-05-04"), "Timestamp.date: expected date, got '2024-05-04'"),
    (lambda: Timestamp(MOMENT), "Timestamp.date: a date, without a time in it"),
    (lambda: Timestamp(DAY, "12:00"), "Timestamp.time: expected time or None, got '12:00'"),
    (lambda: Timestamp(DAY, UTC_NOON), "Timestamp.time: the zone goes into the offset"),
    (lambda: Timestamp(DAY, None, HOUR), "Timestamp.offset: no time beside it"),
    (lambda: Timestamp(DAY, NOON, 60), "Timestamp.offset: expected timedelta or None, got 60"),
    (lambda: Timestamp(DAY, NOON, 24 * HOUR), "Timestamp.offset: not below a day"),
    (lambda: Timestamp(DAY, NOON, -24 * HOUR), "Timestamp.offset: not below a day"),
    (lambda: Timestamp(DAY, span="May 4"), "Timestamp.span: expected Span or None, got 'May 4'"),
    (lambda: Timestamp.of("May 4"), "Timestamp: Invalid isoformat string: 'May 4'"),
    (lambda: Timestamp.of("2024-05-32"), "Timestamp: "),
    (lambda: Timestamp.of(20240504), "Timestamp: expected a date, a datetime or ISO 8601 text"),
    (lambda: Notice("open-mark", "x"), "Notice.span: expected Span, got 'x'"),
    (lambda: Notice(None, at("Storm")), "Notice.code: expected str, got None"),
    (lambda: Document(b"Storm"), "Document.text: expected str, got b'Storm'"),
    (lambda: Document(TEXT, url=5), "Document.url: expected str or None, got 5"),
    (lambda: Document(TEXT, language=None), "Document.language: expected str, got None"),
    (lambda: Document(TEXT, given_headline=5), "Document.given_headline: expected str or None"),
    (lambda: Document(TEXT, byline="Ana"), "Document.byline: expected Byline or None, got 'Ana'"),
    (lambda: Document(TEXT, dateline="X"), "Document.dateline: expected Dateline or None"),
    (lambda: Document(TEXT, published=DAY), "Document.published: expected Timestamp or None"),
    (lambda: Document(TEXT, updated=DAY), "Document.updated: expected Timestamp or None"),
    (lambda: Document(TEXT, [at("Storm")]), "Document.paragraphs[0]: expected Paragraph, got Span"),
    (lambda: Document(TEXT, quotes=None), "Document.quotes: expected Quotes in a tuple or list"),
    (lambda: Document(TEXT, quotes=""), "Document.quotes: expected Quotes in a tuple or list"),
    (lambda: Document(TEXT, quotes=[None]), "Document.quotes[0]: expected Quote, got None"),
    (lambda: Document(TEXT, statistics=[12]), "Document.statistics[0]: expected Statistic, got 12"),
    (lambda: Document(TEXT, changes=[12]), "Document.changes[0]: expected Change, got 12"),
    (lambda: Document(TEXT, sources=["A"]), "Document.sources[0]: expected Source, got 'A'"),
    (lambda: Document(TEXT, notices=["A"]), "Document.notices[0]: expected Notice, got 'A'"),
    (
        lambda: Document(TEXT, [Paragraph(at("hits")), Paragraph(at("Storm"))]),
        "Document.paragraphs[1]: starts at 0, before the end of the one before it (10)",
    ),
    (
        lambda: Document(TEXT, [Paragraph(at("Storm hits")), Paragraph(at("hits"))]),
        "Document.paragraphs[1]: starts at 6, before the end of the one before it (10)",
    ),
    (
        lambda: Document(TEXT, quotes=[Quote([at("All")], speaker=Mention(at("Ruiz"), ruiz()))]),
        "Document.quotes[0].speaker: not one of the document's sources",
    ),
    (
        lambda: Document(TEXT, statistics=[boats(source=Mention(at("Ruiz"), ruiz()))]),
        "Document.statistics[0].source: not one of the document's sources",
    ),
    (
        lambda: Document(TEXT, statistics=[boats()], changes=[Change(elsewhere(), boats())]),
        "Document.changes[0].before: not one of the document's statistics",
    ),
    (
        lambda: Document(TEXT, statistics=[boats()], changes=[Change(boats(), elsewhere())]),
        "Document.changes[0].after: not one of the document's statistics",
    ),
    (
        lambda: Document(TEXT, statistics=[boats()], changes=[Change(boats(), by=elsewhere())]),
        "Document.changes[0].by: not one of the document's statistics",
    ),
]


@pytest.mark.parametrize(("make", "message"), IMPOSSIBLE, ids=[m for _, m in IMPOSSIBLE])
def test_what_cannot_be_is_an_error_that_names_the_field(make, message):
    with pytest.raises(ModelError) as error:
        make()

    assert str(error.value).startswith(message)


# Each place of a document where a span can stand, holding a span of another text.
ALIEN = Span(0, 5, "storm")
WITH_ALIEN = {
    "paragraphs[0].span": lambda: {"paragraphs": [Paragraph(ALIEN)]},
    "quotes[0].content[0]": lambda: {"quotes": [Quote([ALIEN])]},
    "quotes[0].content[1]": lambda: {"quotes": [Quote([ALIEN, Span(6, 10, "Hits")])]},
    "quotes[0].cue": lambda: {"quotes": [Quote([at("All")], cue=ALIEN)]},
    "quotes[0].speaker.span": lambda: {
        "quotes": [Quote([at("All")], speaker=Mention(ALIEN, ruiz()))],
        "sources": [ruiz()],
    },
    "statistics[0].span": lambda: {"statistics": [Statistic(ALIEN, 1)]},
    "statistics[0].subject": lambda: {"statistics": [boats(subject=ALIEN)]},
    "statistics[0].source.span": lambda: {
        "statistics": [boats(source=Mention(ALIEN, ruiz()))],
        "sources": [ruiz()],
    },
    "sources[0].mentions[0]": lambda: {"sources": [Source("person", mentions=[ALIEN])]},
    "byline.span": lambda: {"byline": Byline(ALIEN)},
    "dateline.span": lambda: {"dateline": Dateline(ALIEN)},
    "published.span": lambda: {"published": Timestamp(DAY, span=ALIEN)},
    "updated.span": lambda: {"updated": Timestamp(DAY, span=ALIEN)},
    "notices[0].span": lambda: {"notices": [Notice("x", ALIEN)]},
}


class TestSpansFitTheText:
    @pytest.mark.parametrize("where", [w for w in WITH_ALIEN if w != "quotes[0].content[1]"])
    def test_wherever_they_stand(self, where):
        with pytest.raises(ModelError) as error:
            Document(TEXT, **WITH_ALIEN[where]())

        expected = f"Document.{where}: Span(0, 5, 'storm'), but the text has 'Storm' there"
        assert str(error.value) == expected

    def test_though_another_text_may_have_the_same_words_there(self):
        other = TEXT.swapcase()
        quote = Quote([Span.of(other, 0, 5), Span.of(other, 6, 10)])
        text = other[:5] + TEXT[5] + other[6:10] + TEXT[10:]

        with pytest.raises(ModelError, match=r"content\[0\]: Span\(.*\) was cut from another text"):
            Document(text, quotes=[quote])

    def test_sentences_too(self):
        paragraph = Paragraph(at("Storm hits"), sentences=[Span(6, 10, "Hits")])

        with pytest.raises(ModelError, match=r"paragraphs\[0\].sentences\[0\]: Span\(6, 10"):
            Document(TEXT, [paragraph])

    def test_the_quoted_parts_too(self):
        quote = Quote([at("All")], [Span(48, 51, "all")])

        with pytest.raises(ModelError, match=r"quotes\[0\].quoted\[0\]: Span\(48, 51"):
            Document(TEXT, quotes=[quote])

    def test_one_cut_from_another_text_is_looked_at_too(self):
        with pytest.raises(ModelError, match=r"notices\[0\].span: Span\(0, 5, 'storm'\), but"):
            Document(TEXT, notices=[Notice("x", Span.of("storm", 0, 5))])

    def test_one_cut_from_an_equal_text_will_do(self):
        twin = "".join(list(TEXT))

        assert Document(twin, notices=[Notice("x", at("Storm"))]).text == TEXT

    def test_a_span_past_the_end_says_so(self):
        with pytest.raises(ModelError, match=r"notices\[0\].span: 99 is past the end of the text"):
            Document(TEXT, notices=[Notice("x", Span(98, 99, "x"))])

    def test_all_of_them_are_listed_with_the_path_of_their_field(self):
        document = full_document()

        found = [where for where, _ in document.spans()]

        assert found == [
            "paragraphs[0].span",
            "paragraphs[0].sentences[0]",
            "paragraphs[1].span",
            "byline.span",
            "dateline.span",
            "published.span",
            "updated.span",
            "quotes[0].content[0]",
            "quotes[0].content[1]",
            "quotes[0].quoted[0]",
            "quotes[0].quoted[1]",
            "quotes[0].cue",
            "statistics[0].span",
            "statistics[0].subject",
            "sources[0].mentions[0]",
            "quotes[0].speaker.span",
            "statistics[0].source.span",
            "notices[0].span",
        ]

    @given(documents())
    def test_each_that_is_listed_is_held_against_the_text(self, document):
        checked = Counter(map(id, document._all_spans()))

        assert checked == Counter(id(span) for _, span in document.spans())


def full_document(**facts):
    """A document with something in every field."""
    source = ruiz()
    said = Mention(at("Ana Ruiz"), source, "full-name")
    parts = (at("We lost 12 boats,"), at("All."))
    figure = boats(subject=at("boats"), source=said, unit=Unit("count", "boat"))
    given = {
        "paragraphs": [
            Paragraph(at("Storm hits"), Role.HEADLINE, [at("Storm hits")]),
            Paragraph(Span.of(TEXT, 12, len(TEXT))),
        ],
        "quotes": [Quote(parts, parts, said, at("said"), "asserts", "content-source-cue")],
        "statistics": [figure],
        "changes": [Change(figure, by=figure)],
        "sources": [source],
        "byline": Byline(at("Ana"), ["Ana Ruiz"]),
        "dateline": Dateline(at("Storm"), "Storm", DAY, "AP"),
        "published": Timestamp(DAY, NOON, HOUR, at("hits")),
        "updated": Timestamp(DAY, span=at("hits")),
        "url": "https://example.org/storm",
        "notices": [Notice("open-mark", at("All"))],
        "given_headline": "Storm hits the coast",
    }
    return Document(TEXT, **{**given, **facts})


class TestSpan:
    def test_holds_offsets_and_spans_and_nothing_else(self):
        span = Span.of("So it is", 3, 8)

        assert [3 in span, 8 in span, Span.of("So it is", 6, 8) in span] == [True, False, True]
        with pytest.raises(TypeError, match="an offset or a Span can lie in a Span, not str"):
            "it" in span  # noqa: B015

    def test_of_cuts_the_excerpt(self):
        assert Span.of("So it is", 3, 5) == Span(3, 5, "it")

    @given(text=news_text().filter(bool), data=st.data())
    def test_of_takes_every_range_in_the_text_and_no_other(self, text, data):
        around = st.integers(-3, len(text) + 3)
        start, end = data.draw(around), data.draw(around)

        if 0 <= start < end <= len(text):
            span = Span.of(text, start, end)
            assert (span.start, span.end, span.text) == (start, end, text[start:end])
            assert span == Span(start, end, text[start:end])
            assert hash(span) == hash(Span(start, end, text[start:end]))
        else:
            with pytest.raises(ModelError, match=r"^Span\.(start|end): "):
                Span.of(text, start, end)

    @pytest.mark.parametrize(
        ("given", "problem"),
        [
            (("So it is", "3", 5), "Span.start: expected int, got '3'"),
            (("So it is", 3, None), "Span.end: expected int, got None"),
            (("So it is", True, 5), "Span.start: expected int, got True"),
            ((5, 3, 5), "Span.text: expected str, got 5"),
        ],
    )
    def test_of_says_what_is_of_another_kind(self, given, problem):
        with pytest.raises(ModelError) as error:
            Span.of(*given)

        assert str(error.value) == problem

    @given(spans())
    def test_is_as_long_as_its_text_and_prints_as_it(self, span):
        assert len(span) == len(span.text) == span.end - span.start
        assert str(span) == span.text

    @given(st.data())
    def test_holds_and_overlaps_as_sets_of_offsets_do(self, data):
        text = data.draw(news_text(max_size=12).filter(bool))
        one, other = data.draw(spans(text=text)), data.draw(spans(text=text))
        offsets = set(range(one.start, one.end))
        others = set(range(other.start, other.end))

        assert (other in one) == (others <= offsets)
        assert one.overlaps(other) == bool(offsets & others)
        assert {i for i in range(-1, len(text) + 1) if i in one} == offsets

    def test_until_gives_the_words_between(self):
        assert at("We").until(at("said")).text == 'We lost 12 boats," Ana Ruiz said'

    def test_equality_looks_at_the_excerpt_alone(self):
        assert Span.of("ab", 0, 1) == Span.of("ac", 0, 1)
        assert Span.of("ab", 0, 1) != Span.of("ab", 1, 2)
        assert Span(0, 1, "a") != Span(0, 1, "b")


class TestConversions:
    def test_plain_strings_become_members(self):
        assert Paragraph(at("Storm"), "deck").role is Role.DECK

    def test_lists_become_tuples(self):
        assert Quote([at("All")], quoted=[at("All")]).quoted == (at("All"),)

    def test_iterators_become_tuples(self):
        assert Byline(authors=iter(["A", "B"])).authors == ("A", "B")

    def test_whole_numbers_become_decimals(self):
        figure = boats(of=20)

        assert [type(n) for n in (figure.low, figure.high, figure.of)] == [Decimal] * 3

    def test_the_high_end_is_the_low_one_unless_given(self):
        assert (boats().high, boats().value) == (12, 12)

    def test_a_paragraph_is_body_unless_said(self):
        assert Paragraph(at("Storm")).role is Role.BODY


class TestPropertiesOfAQuote:
    PARTS = (at("We lost 12 boats,"), at("All."))

    @pytest.mark.parametrize(
        ("quoted", "kind"),
        [
            ((), "indirect"),
            (PARTS, "direct"),
            (PARTS[:1], "mixed"),
            ((at("lost"),), "mixed"),
            ((*PARTS[:1], at("All")), "mixed"),
        ],
    )
    def test_its_kind_says_how_much_stands_in_marks(self, quoted, kind):
        assert Quote(self.PARTS, quoted).kind == kind

    def test_its_text_joins_the_parts(self):
        assert Quote(self.PARTS).text == "We lost 12 boats, All."

    def test_its_span_reaches_over_what_stands_between_the_parts(self):
        assert Quote(self.PARTS).span.text == 'We lost 12 boats," Ana Ruiz said. "All.'

    def test_the_span_of_one_part_is_that_part(self):
        part = Span(1, 2, "x")

        assert Quote([part]).span is part

    def test_a_mention_passes_on_what_its_source_is(self):
        mention = Mention(at("Ruiz"), Source("organisation", "Ruiz Ltd", "a builder"))

        assert (mention.name, mention.title, mention.kind) == (
            "Ruiz Ltd",
            "a builder",
            "organisation",
        )


class TestPropertiesOfAStatistic:
    def test_a_range_has_no_value(self):
        assert Statistic(at("12"), 12, 13).value is None

    @pytest.mark.parametrize(
        ("name", "head"), [("NBA team", "team"), ("civilian", "civilian"), ("", "")]
    )
    def test_the_head_of_a_unit_is_its_last_word(self, name, head):
        assert Unit("count", name).head == head


class TestTimestamp:
    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            ("2024-05-04", Timestamp(DAY)),
            (" 20240504 ", Timestamp(DAY)),
            ("2024-05-04T12:00", Timestamp(DAY, NOON)),
            ("2024-05-04T12:00:00+01:00", Timestamp(DAY, NOON, HOUR)),
            ("2024-05-04T12:00:00Z", Timestamp(DAY, NOON, 0 * HOUR)),
            (DAY, Timestamp(DAY)),
            (MOMENT, Timestamp(DAY, NOON)),
            (MOMENT.replace(tzinfo=dt.timezone(HOUR)), Timestamp(DAY, NOON, HOUR)),
            (Timestamp(DAY, NOON), Timestamp(DAY, NOON)),
        ],
    )
    def test_is_made_of_what_callers_have(self, given, expected):
        assert Timestamp.of(given) == expected

    @pytest.mark.parametrize(
        ("stamp", "iso"),
        [
            (Timestamp(DAY), "2024-05-04"),
            (Timestamp(DAY, NOON), "2024-05-04T12:00:00"),
            (Timestamp(DAY, NOON, -5 * HOUR), "2024-05-04T12:00:00-05:00"),
        ],
    )
    def test_prints_as_iso_8601(self, stamp, iso):
        assert stamp.isoformat() == iso

    @given(documents().map(lambda document: document.published).filter(bool))
    def test_its_iso_text_reads_back(self, stamp):
        assert Timestamp.of(stamp.isoformat()) == attrs.evolve(stamp, span=None)


class TestDocument:
    def test_the_headline_is_the_printed_one_folded(self):
        text = "Storm\n  hits\ntwice"

        assert Document(text, [Paragraph(Span.of(text, 0, 13), "headline")]).headline == (
            "Storm hits"
        )

    def test_the_headline_that_the_caller_gave_wins_and_is_folded_too(self):
        assert full_document(given_headline=" Storm\nnear ").headline == "Storm near"

    @pytest.mark.parametrize("nothing", [None, ""])
    def test_an_empty_headline_was_not_given(self, nothing):
        assert full_document(given_headline=nothing).headline == "Storm hits"

    def test_without_one_there_is_no_headline_nor_deck(self):
        document = Document(TEXT, [Paragraph(at("Storm hits"))])

        assert (document.headline, document.deck) == (None, None)

    def test_the_deck_is_folded(self):
        assert Document(TEXT, [Paragraph(at("hits\n\n"), "deck")]).deck == "hits"

    def test_the_authors_are_those_of_the_byline(self):
        assert full_document().authors == ("Ana Ruiz",)
        assert Document(TEXT).authors == ()

    def test_the_body_is_what_tells_the_story(self):
        paragraphs = [Paragraph(Span.of(TEXT, i, i + 1), role) for i, role in enumerate(Role)]

        assert [p.role for p in Document(TEXT, paragraphs).body] == ["body", "list_item"]

    def test_quotes_are_found_by_paragraph_and_by_source(self):
        document = full_document()
        headline, body = document.paragraphs
        (quote,) = document.quotes

        assert (document.quotes_in(headline), document.quotes_in(body)) == ((), (quote,))
        assert document.quotes_by(document.sources[0]) == (quote,)
        assert document.quotes_by(Source("person", "Bo")) == ()

    def test_statistics_are_found_by_paragraph_quote_and_source(self):
        document = full_document()
        headline, body = document.paragraphs
        (figure,) = document.statistics

        assert (document.statistics_in(headline), document.statistics_in(body)) == ((), (figure,))
        assert document.statistics_in(document.quotes[0]) == (figure,)
        assert document.statistics_in(Quote([at("All")])) == ()
        assert document.statistics_by(document.sources[0]) == (figure,)
        assert document.statistics_by(Source("person", "Bo")) == ()

    def test_the_paragraph_at_an_offset_is_the_one_that_holds_it(self):
        document = full_document()
        headline, body = document.paragraphs

        found = [document.paragraph_at(i) for i in (0, 9, 10, 11, 12, len(TEXT) - 1, len(TEXT))]

        assert found == [headline, headline, None, None, body, body, None]

    def test_an_equal_source_will_do(self):
        quote = Quote([at("All")], speaker=Mention(at("Ruiz"), ruiz()))

        assert Document(TEXT, quotes=[quote], sources=[ruiz()]).quotes == (quote,)

    def test_an_equal_statistic_will_do(self):
        change = Change(boats(), by=boats())

        assert Document(TEXT, statistics=[boats()], changes=[change]).changes == (change,)


class TestEveryValue:
    @given(documents())
    def test_is_frozen(self, document):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            document.text = "x"

    @given(documents())
    def test_has_no_room_for_more(self, document):
        assert not hasattr(document, "__dict__")

    @given(documents())
    def test_pickles_and_copies_to_an_equal_one(self, document):
        for twin in (
            pickle.loads(pickle.dumps(document)),  # noqa: S301
            copy.copy(document),
            copy.deepcopy(document),
        ):
            assert twin == document
            assert hash(twin) == hash(document)
            assert [q.span for q in twin.quotes] == [q.span for q in document.quotes]

    @given(documents())
    def test_is_made_anew_of_its_parts(self, document):
        assert attrs.evolve(document) == document

    @given(st.one_of(spans(), paragraphs(), quotes(), statistics(), documents()))
    def test_its_repr_is_one_short_line(self, value):
        assert len(repr(value)) <= 300
        assert repr(value).isprintable()

    @given(documents())
    def test_the_repr_of_every_part_of_a_document_is_one_short_line(self, document):
        for name in ("sources", "changes", "paragraphs", "quotes", "statistics"):
            for part in getattr(document, name):
                assert len(repr(part)) <= 300
                assert repr(part).isprintable()


class TestDump:
    def test_shows_the_whole_reading(self):
        assert full_document().dump() == DUMP

    @given(documents())
    def test_has_a_line_for_every_element(self, document):
        lines = document.dump().splitlines()

        for name in ("paragraphs", "quotes", "statistics", "changes", "sources", "notices"):
            for element in getattr(document, name):
                assert f"    {element!r}" in lines


DUMP = """\
<Document 'Storm hits the coast' 2 paragraphs, 1 quotes, 1 statistics, 1 sources>
  byline: Byline(span=Span(32, 35, 'Ana'), authors=('Ana Ruiz',))
  dateline: Dateline(span=Span(0, 5, 'Storm'), place='Storm', date=datetime.date(2024, 5, 4), agency='AP')
  published: Timestamp(date=datetime.date(2024, 5, 4), time=datetime.time(12, 0), offset=datetime.timedelta(seconds=3600), span=Span(6, 10, 'hits'))
  updated: Timestamp(date=datetime.date(2024, 5, 4), time=None, offset=None, span=Span(6, 10, 'hits'))
  url: 'https://example.org/storm'
  given_headline: 'Storm hits the coast'
  paragraphs
    <Paragraph headline 0:10 'Storm hits'>
    <Paragraph body 12:53 '"We lost 12 boats," Ana Ruiz said. "All…'>
  quotes
    <Quote direct 13:52 'We lost 12 boats, All.' by Ana Ruiz>
      asserts, cue Span(41, 45, 'said'), why 'content-source-cue'
      speaker <Mention 32:40 'Ana Ruiz'>
  statistics
    <Statistic 21:23 '12' = 12 boat>
      source <Mention 32:40 'Ana Ruiz'>
  changes
    <Change from 12 by 12>
  sources
    <Source person 'Ana Ruiz' x1>
  notices
    Notice(code='open-mark', span=Span(48, 51, 'All'))"""  # noqa: E501


class TestStr:
    def test_a_mention_reads_as_the_name_or_as_printed(self):
        unnamed = Source("unnamed", mentions=[at("boats")])

        assert str(Mention(at("Ruiz"), ruiz())) == "Ana Ruiz"
        assert str(Mention(at("boats"), unnamed)) == "boats"


class TestRepr:
    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (at("We lost"), "Span(13, 20, 'We lost')"),
            (Span(0, 50, "x" * 50), f"Span(0, 50, '{'x' * 39}…')"),
            (Span(0, 40, "x" * 40), f"Span(0, 40, '{'x' * 40}')"),
            (Paragraph(at("Storm hits"), "deck"), "<Paragraph deck 0:10 'Storm hits'>"),
            (ruiz(), "<Source person 'Ana Ruiz' x1>"),
            (Source("person", "Ana Ruiz", "mayor"), "<Source person 'Ana Ruiz, mayor' x0>"),
            (Source("unnamed", mentions=[at("boats")]), "<Source unnamed 'boats' x1>"),
            (Source("unnamed"), "<Source unnamed '?' x0>"),
            (Mention(at("Ruiz"), ruiz()), "<Mention 36:40 'Ruiz = Ana Ruiz'>"),
            (Mention(at("Ana Ruiz"), ruiz()), "<Mention 32:40 'Ana Ruiz'>"),
            (Quote([at("All")]), "<Quote indirect 48:51 'All'>"),
            (
                Quote([at("All")], speaker=Mention(at("Ruiz"), ruiz())),
                "<Quote indirect 48:51 'All' by Ana Ruiz>",
            ),
            (
                Quote([at("All")], speaker=Mention(at("Ruiz"), Source("unnamed"))),
                "<Quote indirect 48:51 'All' by Ruiz>",
            ),
            (Unit("money", "dollar", "USD"), "<Unit money 'dollar' [USD]>"),
            (Unit("number"), "<Unit number ''>"),
            (boats(), "<Statistic 21:23 '12' = 12>"),
            (
                Statistic(at("12"), 12, 14, Unit("count", "boat"), bound="about", direction="up"),
                "<Statistic 21:23 '12' = about 12..14 boat up>",
            ),
            (boats(of=20), "<Statistic 21:23 '12' = 12 of 20>"),
            (Change(boats(), elsewhere()), "<Change from 12 to All>"),
            (Change(by=boats(), after=elsewhere()), "<Change to All by 12>"),
            (
                Document("Storm hits"),
                "<Document 'Storm hits' 0 paragraphs, 0 quotes, 0 statistics, 0 sources>",
            ),
        ],
    )
    def test_names_the_facts_that_matter(self, value, expected):
        assert repr(value) == expected
