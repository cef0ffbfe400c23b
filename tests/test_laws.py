"""The laws: what holds for every text, whatever it is.

Each law is a test, and its name says it. `newsdoc.strategies` draws the texts.
"""

import copy
import pickle
import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import newsdoc
from newsdoc import Parser, Role, parse
from newsdoc.lexicon import load
from newsdoc.strategies import news_text, stories
from test_cases import cases, taken_apart

UNREAD = {Role.BYLINE, Role.BOILERPLATE}


def has_ink(character):
    """Whether a character shows: it is no white space, no control and no format character."""
    return not character.isspace() and unicodedata.category(character) not in {"Cc", "Cf"}


def every_text(test):
    """Hold a law against drawn texts, and against some that are easily forgotten."""
    for text in ("", " ", "\ufeff", '"', "\u201c", "''", "0", "\r", "\ud800", "a\x00b", "“\n”\n“"):
        test = example(text)(test)
    return given(news_text())(test)


def ends_in_ink(span):
    return not (span.text[0].isspace() or span.text[-1].isspace())


# What the words of the lexicon are mixed with: the rules of all stages meet where no writer
# would have them meet, at the first and the last word of a text above all.
MIXED = st.sampled_from(
    (
        *sorted(load().tags),
        *("Ana Ruiz", "NATO", "1,480", "half", ", ", ". ", "\n\n", "``", "''", "--", "..."),
        *"\"“”'‘’()[],.;:?!%$/|—–-\n\xa0",
    )
)


def _sentences():
    """The sentences of all cases."""
    texts = (taken_apart(*case.values)[0] for case in cases())
    return sorted({line for text in texts for line in re.split(r"(?<=[.!?”])\s+|\n+", text)})


SENTENCES = st.sampled_from(_sentences()).map(str.split)
# What a writer would not set amid a sentence: digits that are none of ours, long numerals.
ODD = st.sampled_from(["4፩", "1፩/16", "²", "Ⅳ", "११", "1" * 35, "9" * 4400, "½", "(", "“", "\n\n"])


@st.composite
def spliced(draw):
    """A sentence of a case, in which words are left out or words of another one are set."""
    words = draw(SENTENCES)
    for _ in range(draw(st.integers(1, 3))):
        at, count = draw(st.integers(0, len(words))), draw(st.integers(0, 3))
        more = draw(SENTENCES | st.lists(ODD, max_size=1))
        begin = draw(st.integers(0, max(0, len(more) - 1)))
        words[at : at + count] = more[begin : begin + draw(st.integers(0, 9))]
    return " ".join(words)


class TestEveryTextIsRead:
    @given(spliced())
    @example("The fire killed 12 people, and according to police, a man was held.")
    @example("He was warned by not to speak.")
    @example("Prices rose by 8.6 per cent in the 12 2:26 PM months to June, down from 8.9 in May.")
    @example("The manager of the band, witness testifying Monday who who left at 44, was ill.")
    @example(f"It sold {'1' * 35} or 12 shares.")
    @example("On May 4፩ it rained, 1፩/16 of a mile, 5 1፩/16 miles.")
    @example(f"Ann Roe, {'9' * 4400}, left. The {'9' * 4400}-year-old said no.")
    def test_whatever_sentences_meet(self, text):
        assert isinstance(parse(text), newsdoc.Document)

    @every_text
    def test_without_an_error(self, text):
        assert isinstance(parse(text), newsdoc.Document)

    @given(st.lists(MIXED | st.just(" "), max_size=40), st.sampled_from(("", " ")))
    @example(["plus", "--", ")", "said", "percent"], " ")
    @example(["said", "she", ", ", "boasting", ", ", "he", "has"], " ")
    @example(["says ", "you", ", ", "who"], " ")
    @example(["It", "is", ",", "she", "told", "adding", ",", "-", "ing"], " ")
    @example(["Roe", "said", '"no"', "to"], " ")
    @example(["Roe", "called", '"Friday"'], " ")
    @example(['"It', "is", ", ", "said", "Roe"], " ")
    def test_whatever_words_meet(self, words, blank):
        assert isinstance(parse(blank.join(words)), newsdoc.Document)

    @given(
        text=news_text() | stories().map(lambda story: story.text),
        headline=st.none() | news_text(max_size=60),
        authors=st.lists(st.text(), max_size=2),
        published=st.none() | st.dates() | st.datetimes(),
        url=st.none() | st.text(),
    )
    def test_and_what_the_caller_knows_wins(self, text, headline, authors, published, url):
        document = parse(text, headline=headline, authors=authors, published=published, url=url)

        assert document.given_headline == headline
        assert not (headline or "").split() or document.headline == " ".join(headline.split())
        named = tuple(filter(None, authors))
        assert not named or document.authors == named
        assert published is None or document.published == newsdoc.Timestamp.of(published)
        assert document.url == url

    def test_and_what_the_caller_knows_wins_over_what_is_printed(self):
        text = "Rain closes port\n\nBy Ana Ruiz\n\nMay 4, 2024\n\nRain fell on the hills all night."
        printed = parse(text)
        told = parse(text, headline="Port shut", authors=["Lee Holt"], published="2024-05-05")

        assert [printed.headline, *printed.authors] == ["Rain closes port", "Ana Ruiz"]
        assert str(printed.published.date) == "2024-05-04"
        assert [told.headline, *told.authors] == ["Port shut", "Lee Holt"]
        assert str(told.published.date) == "2024-05-05"

    @given(
        text=news_text(),
        parser=st.builds(
            Parser,
            dollar=st.sampled_from((None, "CAD")),
            count_one=st.booleans(),
            cues=st.sampled_from(((), ("vlog", "hand down"))),
            titles=st.sampled_from(((), ("Chief Wrangler",))),
            units=st.sampled_from(((), ("furlong",))),
        ),
    )
    def test_by_a_parser_with_options(self, text, parser):
        assert parser.parse(text).text == text

    @pytest.mark.parametrize(
        "text",
        [
            " poll shows Ruda ahead ",
            "a ½ of",
            "Gov. : Ana Roe won, it said",
            "…, which Will claims",
            ", laying out comprehensive,” Barkley ",
        ],
    )
    def test_no_rule_looks_past_an_end_of_the_text(self, text):
        assert parse(text).text == text

    @pytest.mark.parametrize("text", [None, b"text", bytearray(b"text"), 7, ["text"]])
    def test_but_nothing_else_is(self, text):
        with pytest.raises(TypeError, match=r"^newsdoc parses a str, not "):
            parse(text)


class TestNothingIsLost:
    @every_text
    def test_the_text_is_left_as_it_is(self, text):
        assert parse(text).text == text

    @every_text
    def test_all_ink_lies_in_a_paragraph(self, text):
        paragraphs = [p.span for p in parse(text).paragraphs]
        ends = [0, *(offset for span in paragraphs for offset in (span.start, span.end)), len(text)]
        gaps = [text[start:end] for start, end in zip(ends[::2], ends[1::2], strict=True)]

        assert [character for gap in gaps for character in gap if has_ink(character)] == []

    @every_text
    def test_paragraphs_and_the_gaps_between_them_join_back(self, text):
        pieces, end = [], 0
        for paragraph in parse(text).paragraphs:
            pieces += [text[end : paragraph.span.start], paragraph.text]
            end = paragraph.span.end

        assert "".join([*pieces, text[end:]]) == text

    @every_text
    def test_all_ink_of_a_paragraph_lies_in_a_sentence(self, text):
        for paragraph in parse(text).paragraphs:
            inside = {i for s in paragraph.sentences for i in range(s.start, s.end)}
            outside = set(range(paragraph.span.start, paragraph.span.end)) - inside
            assert [text[i] for i in sorted(outside) if has_ink(text[i])] == []


class TestSpans:
    @every_text
    def test_index_the_text(self, text):
        for where, span in parse(text).spans():
            assert (where, text[span.start : span.end]) == (where, span.text)

    @every_text
    def test_of_elements_begin_and_end_with_ink(self, text):
        for where, span in parse(text).spans():
            assert ends_in_ink(span), where

    @every_text
    def test_of_siblings_stand_in_order_and_apart(self, text):
        document = parse(text)
        families = (
            [p.span for p in document.paragraphs],
            [s for p in document.paragraphs for s in p.sentences],
            [s.span for s in document.statistics],
            *(source.mentions for source in document.sources),
        )

        for family in families:
            assert [(a, b) for a, b in pairwise(family) if a.end > b.start] == []

    @every_text
    def test_lie_each_in_one_paragraph(self, text):
        document = parse(text)
        layout = {"paragraphs", "byline", "published", "updated", "notices"}
        facts = [(w, s) for w, s in document.spans() if re.split(r"\W", w)[0] not in layout]

        for where, span in facts:
            around = [p for p in document.paragraphs if p.span.overlaps(span)]
            assert [span in p.span for p in around] == [True], where

    @every_text
    def test_of_facts_stand_where_the_story_is_told(self, text):
        document = parse(text)
        unread = [p.span for p in document.paragraphs if p.role in UNREAD]
        facts = [part for q in document.quotes for part in q.content]
        facts += [s.span for s in document.statistics]

        assert [(f, p) for f in facts for p in unread if f.overlaps(p)] == []


class TestQuotes:
    @every_text
    def test_do_not_overlap_and_stand_in_order(self, text):
        quotes = parse(text).quotes
        parts = sorted((p for q in quotes for p in q.content), key=lambda p: p.start)

        assert [(a, b) for a, b in pairwise(parts) if a.overlaps(b)] == []
        assert [q.content[0].start for q in quotes] == sorted(q.content[0].start for q in quotes)

    @every_text
    def test_hold_what_they_quote(self, text):
        for quote in parse(text).quotes:
            assert [m for m in quote.quoted if not any(m in p for p in quote.content)] == []

    @every_text
    def test_are_told_apart_from_their_cue_and_speaker(self, text):
        for quote in parse(text).quotes:
            beside = [quote.cue, quote.speaker and quote.speaker.span]
            told = [b for b in beside if b]
            assert [(p, b) for p in quote.content for b in told if p.overlaps(b)] == []

    @every_text
    def test_have_a_cue_apart_from_its_speaker(self, text):
        for quote in parse(text).quotes:
            if quote.cue and quote.speaker:
                assert not quote.cue.overlaps(quote.speaker.span)

    @every_text
    def test_name_the_rule_that_made_them(self, text):
        document = parse(text)
        mentions = [e.speaker for e in document.quotes] + [e.source for e in document.statistics]

        for element in (*document.quotes, *document.statistics, *filter(None, mentions)):
            assert element.why == element.why.lower().strip()
            assert element.why


class TestSources:
    @every_text
    def test_are_each_there_once_and_in_order_of_mention(self, text):
        sources = parse(text).sources
        first = [source.mentions[0].start for source in sources]

        assert len(set(sources)) == len(sources)
        assert first == sorted(first)

    @every_text
    def test_know_every_place_that_credits_them(self, text):
        document = parse(text)
        credits_ = [q.speaker for q in document.quotes] + [s.source for s in document.statistics]

        for mention in filter(None, credits_):
            assert any(mention.source is source for source in document.sources)
            assert mention.span in mention.source.mentions

    @every_text
    def test_a_figure_in_a_quote_shares_the_mention_of_its_speaker(self, text):
        document = parse(text)
        quotes = [quote for quote in document.quotes if quote.speaker is not None]

        for figure in filter(None, (figure.source for figure in document.statistics)):
            same = [quote for quote in quotes if quote.speaker == figure]
            assert not same or any(quote.speaker is figure for quote in same)

    @every_text
    def test_names_are_printed_in_the_text(self, text):
        printed = " ".join(text.split())

        for source in parse(text).sources:
            assert source.name is None or " ".join(source.name.split()) in printed
            assert source.title is None or " ".join(source.title.split()) in printed


class TestParsingIsAFunction:
    @every_text
    def test_of_the_text_alone(self, text):
        assert parse(text) == parse(text)

    @given(news_text(), news_text())
    def test_whatever_was_read_before(self, text, other):
        expected = parse(text)
        parse(other)

        assert parse(text) == expected

    @given(news_text())
    def test_whose_documents_pickle_and_copy(self, text):
        document = parse(text)

        for twin in (
            pickle.loads(pickle.dumps(document)),  # noqa: S301
            copy.copy(document),
            copy.deepcopy(document),
        ):
            assert twin == document
