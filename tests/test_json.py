"""JSON: what is written reads back equal, and what is no document is refused, whole."""

import copy
import datetime as dt
import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsdoc import FormatError, from_dict, from_json, to_dict, to_json
from newsdoc.formats import json as wire
from newsdoc.model import (
    Byline,
    Change,
    Document,
    Mention,
    Paragraph,
    Quote,
    Source,
    Span,
    Statistic,
    Timestamp,
    Unit,
)
from newsdoc.strategies import documents

DATA = Path(__file__).parent / "data"
UNITS = ("codepoint", "utf-16")

TEXT = (
    "Mill to close\n\n"
    "“We tried \U0001f9f5 hard,” Ms. Oduya said. She denied that 40 jobs would go.\n"
)


def at(words, text=TEXT):
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def article():
    """A small document with something in most of its fields."""
    oduya = Source("person", "Ngozi Oduya", "manager", (at("Ms. Oduya"), at("She")))
    jobs = Statistic(at("40 jobs"), Decimal(40), unit=Unit("count", "job"))
    return Document(
        text=TEXT,
        paragraphs=(Paragraph(at("Mill to close"), "headline"), Paragraph(at(TEXT[15:-1]))),
        quotes=(
            Quote(
                (at("We tried \U0001f9f5 hard,"),),
                (at("We tried \U0001f9f5 hard,"),),
                Mention(at("Ms. Oduya"), oduya, "name"),
                at("said"),
                "asserts",
                "mark",
            ),
            Quote(
                (at("that 40 jobs would go"),),
                (),
                Mention(at("She"), oduya, "pronoun"),
                at("denied"),
                "denies",
                "clause",
            ),
        ),
        statistics=(jobs, Statistic(at("40"), Decimal("4E+1"), Decimal("40.50"))),
        changes=(Change(jobs, by=jobs),),
        sources=(oduya,),
        byline=Byline(authors=("Ana Ruiz",)),
        published=Timestamp(dt.date(2026, 3, 1), dt.time(9, 30), dt.timedelta(hours=-3.5)),
        url="https://news.example/mill",
    )


@pytest.fixture(params=["orjson", "the standard library"], autouse=True)
def writer(request, monkeypatch):
    """Every test runs with the extra and without it."""
    if request.param == "orjson":
        pytest.importorskip("orjson", reason="the extra newsdoc[fast] is not installed")
    else:
        monkeypatch.setattr(wire, "orjson", None)


def problems(data):
    with pytest.raises(FormatError) as raised:
        from_dict(data) if isinstance(data, dict) else from_json(data)
    return list(raised.value.problems)


class TestRoundTrip:
    @given(documents(), st.sampled_from(UNITS), st.sampled_from([None, 2]))
    def test_a_document_reads_back_equal(self, doc, offsets, indent):
        written = to_json(doc, indent=indent, offsets=offsets)

        assert from_json(written) == doc
        assert from_json(written.encode()) == doc
        assert from_dict(to_dict(doc, offsets=offsets)) == doc
        assert from_dict(json.loads(written)) == doc

    @given(documents())
    def test_decimals_read_back_digit_for_digit(self, doc):
        read = from_json(to_json(doc))

        assert [str(s.low) for s in read.statistics] == [str(s.low) for s in doc.statistics]
        assert [str(s.high) for s in read.statistics] == [str(s.high) for s in doc.statistics]

    @pytest.mark.parametrize("number", ["3.0", "-0", "1E+3", "0E-9", "1E-400", "1E+999999999999"])
    def test_a_decimal_keeps_its_form(self, number):
        doc = Document("12", statistics=(Statistic(Span.of("12", 0, 2), Decimal(number)),))

        assert str(from_json(to_json(doc)).statistics[0].low) == number

    @given(
        st.text(st.sampled_from("\ud83d\ude00\0\U0001f600a"), max_size=8), st.sampled_from(UNITS)
    )
    @example("\ud83d\ude00", "utf-16")
    @example("\ud83d\0\ude00", "codepoint")
    @example("\ud83d\0\0\ude00\0\ude00", "codepoint")
    def test_surrogates_stay_apart(self, text, offsets):
        paragraphs = (Paragraph(Span.of(text, 0, len(text))),) if text else ()
        doc = Document(text, paragraphs, url=text)

        assert from_json(to_json(doc, offsets=offsets).encode()) == doc
        assert from_dict(to_dict(doc, offsets=offsets)) == doc

    def test_a_quote_that_was_read_knows_the_words_between_its_parts(self):
        text = "“Yes,” she said, “no.”"
        doc = Document(text, quotes=(Quote((at("Yes,", text), at("no.", text))),))

        assert from_json(to_json(doc)).quotes[0].span.text == "Yes,” she said, “no."

    def test_mentions_of_one_source_share_it(self):
        read = from_json(to_json(article()))

        assert read.quotes[0].speaker.source is read.quotes[1].speaker.source is read.sources[0]
        assert read.changes[0].before is read.statistics[0]


class TestShape:
    def test_keys_stand_in_the_order_of_the_classes(self):
        written = to_dict(article())

        assert list(written) == [
            *("format", "version", "offsets", "text", "paragraphs", "quotes", "statistics"),
            *("changes", "sources", "byline", "dateline", "published", "updated", "url"),
            *("language", "notices", "given_headline"),
        ]
        assert list(written["quotes"][0]) == [
            *("content", "quoted", "speaker", "cue", "stance", "why"),
        ]

    def test_the_wire_is_what_it_is(self):
        written = to_dict(article())

        assert written["format"] == "newsdoc"
        assert written["version"] == 1
        assert written["offsets"] == "codepoint"
        assert written["quotes"][1]["speaker"] == {
            "span": {"start": 50, "end": 53, "text": "She"},
            "source": 0,
            "why": "pronoun",
        }
        assert written["statistics"][1]["low"] == "4E+1"
        assert written["statistics"][1]["high"] == "40.50"
        assert written["changes"] == [{"before": 0, "after": None, "by": 0}]
        assert written["published"] == {
            "date": "2026-03-01",
            "time": "09:30:00",
            "offset": "-03:30",
            "span": None,
        }

    def test_it_is_made_of_plain_values_alone(self):
        def kinds(value):
            yield type(value)
            inner = value.values() if isinstance(value, dict) else value
            for part in inner if isinstance(value, dict | list) else ():
                yield from kinds(part)

        assert set(kinds(to_dict(article()))) == {dict, list, str, int, type(None)}

    def test_offsets_in_utf_16_count_a_wide_character_twice(self):
        plain, wide = (to_dict(article(), offsets=unit) for unit in UNITS)

        assert plain["quotes"][0]["content"][0]["end"] == 32
        assert wide["quotes"][0]["content"][0]["end"] == 33
        assert wide["offsets"] == "utf-16"

    @given(documents())
    @example(Document("\ud83d\ude00", (Paragraph(Span(0, 2, "\ud83d\ude00")),)))
    def test_offsets_in_utf_16_index_the_encoded_text(self, doc):
        units = doc.text.encode("utf-16-le", "surrogatepass")
        written = to_dict(doc, offsets="utf-16")["paragraphs"]
        for paragraph, data in zip(doc.paragraphs, written, strict=True):
            cut = units[2 * data["span"]["start"] : 2 * data["span"]["end"]]

            assert cut == paragraph.text.encode("utf-16-le", "surrogatepass")

    @pytest.mark.parametrize("write", [to_dict, to_json])
    def test_another_unit_of_offsets_is_an_error(self, write):
        with pytest.raises(ValueError, match="utf-8"):
            write(article(), offsets="utf-8")

    @given(documents())
    def test_both_writers_write_the_same(self, doc):
        pytest.importorskip("orjson")
        fast = to_json(doc)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(wire, "orjson", None)

            assert to_json(doc) == fast


class TestRefusal:
    """Each case breaks the document in some places, and expects a line for each."""

    def broken(self, *changes):
        data = to_dict(article())
        for path, value in changes:
            *outer, last = path
            inner = data
            for key in outer:
                inner = inner[key]
            if value is ...:
                del inner[last]
            else:
                inner[last] = value
        return data

    @pytest.mark.parametrize(
        ("path", "value", "problem"),
        [
            (("quotes", 0, "cue", "start"), "42", 'expected a whole number, got "42"'),
            (("quotes", 0, "cue", "start"), 42.0, "expected a whole number, got 42.0"),
            (("quotes", 0, "cue", "start"), True, "expected a whole number, got true"),
            (("quotes", 0, "cue", "start"), ..., "missing"),
            (("quotes", 0, "cue", "start"), -1, "-1 is before the text"),
            (("quotes", 0, "speaker", "span", "end"), 912, "912 is past the end of the text (84)"),
            (("quotes", 0, "cue", "text"), "says", '"says", but the text has "said" there'),
            (("quotes", 0, "cue", "text"), "sad", '"sad", but the text has "said" there'),
            (
                ("quotes", 0, "stance"),
                "doubts",
                'expected one of asserts, denies, asks, withholds, got "doubts"',
            ),
            (("quotes", 0, "why"), None, "expected a string, got null"),
            (("quotes", 0, "speaker", "source"), 1, "1 is the index of no source (there are 1)"),
            (("quotes", 0, "speaker", "source"), -1, "-1 is the index of no source (there are 1)"),
            (("quotes", 0, "speaker", "source"), None, "expected a whole number, got null"),
            (("quotes", 0, "content"), [], "a quote has at least one part"),
            (("quotes", 0, "content"), {}, "expected an array, got an object"),
            (("quotes", 0), "said", 'expected an object, got "said"'),
            (("quotes", 0, "mood"), "glad", "unknown key"),
            (("quotes", 0, "the mood"), "glad", "unknown key"),
            (
                ("statistics", 0, "low"),
                40,
                'expected a decimal as a string, such as "4.20", got 40',
            ),
            (
                ("statistics", 0, "low"),
                "1_0",
                'expected a decimal as a string, such as "4.20", got "1_0"',
            ),
            (
                ("statistics", 0, "low"),
                "NaN",
                'expected a decimal as a string, such as "4.20", got "NaN"',
            ),
            (("statistics", 0, "high"), "39", "39 is below low (40)"),
            (("statistics", 0, "unit", "kind"), "jobs", None),
            (("changes", 0, "before"), 2, "2 is the index of no statistic (there are 2)"),
            (("changes", 0, "before"), None, "a change links at least two figures"),
            (("byline", "authors"), "Ana Ruiz", 'expected an array, got "Ana Ruiz"'),
            (("byline", "authors", 0), 7, "expected a string, got 7"),
            (("published", "date"), "20260301", 'expected a date as "2026-11-22", got "20260301"'),
            (
                ("published", "date"),
                "2026-02-30",
                'expected a date as "2026-11-22", got "2026-02-30"',
            ),
            (("published", "time"), "9:30", 'expected a time as "09:30:00", got "9:30"'),
            (("published", "offset"), "Z", 'expected a distance from UTC as "+05:30", got "Z"'),
            (("language",), None, "expected a string, got null"),
            (("text",), ..., "missing"),
            (("text",), 5, "expected a string, got 5"),
            (("format",), "newsdocs", 'expected "newsdoc", got "newsdocs"'),
            (("version",), 2, "expected 1, got 2"),
            (("version",), True, "expected 1, got true"),
            (("version",), ..., "missing"),
            (("offsets",), "utf-8", 'expected "codepoint" or "utf-16", got "utf-8"'),
        ],
    )
    def test_a_broken_document_is_refused_at_its_path(self, path, value, problem):
        written = "$" + "".join(
            f"[{key}]"
            if isinstance(key, int)
            else f".{key}"
            if key.isidentifier()
            else f"[{key!r}]"
            for key in path
        )
        (found,) = problems(self.broken((path, value)))

        assert found.startswith(f"{written}: ")
        assert problem is None or found == f"{written}: {problem}"

    def test_all_problems_are_told_in_the_order_of_the_classes(self):
        data = self.broken(
            (("sources", 0, "title"), 7),
            (("paragraphs", 0, "span", "text"), ...),
            (("statistics", 1, "low"), 1.5),
            (("quotes", 0, "speaker", "source"), 4),
            (("quotes", 1, "cue", "end"), "x"),
            (("colour",), "red"),
        )

        assert problems(data) == [
            "$.paragraphs[0].span.text: missing",
            "$.quotes[0].speaker.source: 4 is the index of no source (there are 1)",
            '$.quotes[1].cue.end: expected a whole number, got "x"',
            '$.statistics[1].low: expected a decimal as a string, such as "4.20", got 1.5',
            "$.sources[0].title: expected a string, got 7",
            "$.colour: unknown key",
        ]

    def test_an_offset_within_a_wide_character_is_refused(self):
        data = to_dict(article(), offsets="utf-16")
        data["quotes"][0]["content"][0]["end"] = 26

        assert problems(data) == ["$.quotes[0].content[0].end: 26 is in the middle of a character"]

    def test_paragraphs_out_of_order_are_refused(self):
        data = to_dict(article())
        data["paragraphs"].reverse()

        (found,) = problems(data)
        assert found.startswith("$.paragraphs[1]: starts at 0, before the end of the one before it")

    @pytest.mark.parametrize(
        ("data", "problem"),
        [
            ("", "$: not JSON: Expecting value"),
            ("{", "$: not JSON: Expecting property name"),
            ("[]", "$: expected an object, got an array"),
            ("null", "$: expected an object, got null"),
            ("[NaN]", "$[0]: NaN is no JSON number"),
            ("[1e999]", "$: expected an object, got an array"),
            ("9" * 5000, "$: not JSON: "),
            ("[" * 500 + "]" * 500, "$: expected an object, got an array"),
            ("[" * 200_000, "$: not JSON: nested too deep"),
            ('{"format": "newsdoc", "format": "newsdoc"}', "$.format: stands twice"),
            (b"\xff\xfe", "$: not JSON: 'utf-8' codec"),
            ("{}", "$.format: missing"),
        ],
    )
    def test_what_is_no_document_is_refused(self, data, problem):
        assert problems(data)[0].startswith(problem)

    @pytest.mark.parametrize("data", [None, 5, {}])
    def test_what_is_no_text_is_a_type_error(self, data):
        with pytest.raises(TypeError, match=type(data).__name__):
            from_json(data)

    def test_a_key_that_stands_twice_and_a_number_that_is_none_are_told_with_their_places(self):
        written = to_json(article()).replace('"stance":', '"why":"x","stance":', 1)
        written = written.replace('"language":"en"', '"language":NaN')

        assert problems(written) == [
            "$.quotes[0].why: stands twice",
            "$.language: NaN is no JSON number",
        ]

    @pytest.mark.parametrize("end", [-3, 0])
    def test_of_long_texts_the_place_is_shown_where_they_differ(self, end):
        text = "The long quay of the harbour was closed for all of the winter, Holt said at noon."
        data = to_dict(Document(text, [Paragraph(Span.of(text, 0, len(text)))]))
        span = data["paragraphs"][0]["span"]
        span["end"] += end
        if not end:
            span["text"] = text.replace("Holt", "Colt")
        (found,) = problems(json.dumps(data))
        said, _, has = found.partition(", but the text has ")

        assert found.startswith('$.paragraphs[0].span.text: "…')
        assert said.removeprefix("$.paragraphs[0].span.text: ") != has.removesuffix(" there")

    def test_a_number_past_measure_is_refused_too(self):
        with pytest.raises(FormatError, match="a number of more digits than fit here"):
            from_dict({**to_dict(article()), "version": 10**5000})

    def test_a_byte_order_mark_is_read_over(self):
        assert from_json(b"\xef\xbb\xbf" + to_json(article()).encode()) == article()

    def test_a_key_that_is_left_out_means_its_default(self):
        data = {"format": "newsdoc", "version": 1, "offsets": "codepoint", "text": "a"}

        assert from_dict(data) == Document("a")

    def test_what_was_given_is_left_as_it_was(self):
        data = to_dict(article())
        before = copy.deepcopy(data)
        from_dict(data)

        assert data == before


class TestStoredFiles:
    """A stored file of each version of the format: old files stay readable."""

    @pytest.mark.parametrize("version", range(1, wire.VERSION + 1))
    def test_a_file_of_each_version_reads(self, version):
        read = from_json((DATA / f"version-{version}.json").read_bytes())

        assert read == article()

    def test_the_current_version_is_written_as_stored(self):
        stored = (DATA / f"version-{wire.VERSION}.json").read_text(encoding="utf-8")

        assert to_json(article(), indent=2) + "\n" == stored
