"""The quotes stage: what holds of every reading, and how the words around a cue are read."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsdoc
from newsdoc import Parser
from newsdoc.parser.quotes.rules import Rule

WORDS = """said says say told asked whether that according to report claims called quoted as by
saying Ana Duarte Mr. the mayor of Milford , who a nurse she they and but on Monday in statement
declined comment warned of is was has not 40 homes were lost — ( ) : ; . ? “ ” " ' ’""".split()  # noqa: SIM905
NEWS = st.lists(st.sampled_from([*WORDS, "\n\n"]), max_size=50).map(" ".join)


def quotes(text):
    return [(q.text, q.speaker and q.speaker.span.text) for q in newsdoc.parse(text).quotes]


class TestProperties:
    @given(NEWS)
    def test_no_two_quotes_share_a_character(self, text):
        parts = sorted((p.start, p.end) for q in newsdoc.parse(text).quotes for p in q.content)

        assert all(one[1] <= two[0] for one, two in pairwise(parts))

    @given(NEWS)
    def test_mentions_are_the_same_words_or_others(self, text):
        spans = {q.speaker.span for q in newsdoc.parse(text).quotes if q.speaker}

        assert all(one == two or not one.overlaps(two) for one in spans for two in spans)

    @given(NEWS)
    def test_nobody_speaks_in_the_middle_of_the_content(self, text):
        for quote in newsdoc.parse(text).quotes:
            assert not (
                quote.speaker and any(quote.speaker.span.overlaps(p) for p in quote.content)
            )

    @given(NEWS)
    def test_each_quote_names_its_rule(self, text):
        assert {q.why for q in newsdoc.parse(text).quotes} <= set(Rule)

    @pytest.mark.parametrize(
        "piece",
        [
            "said the mayor, ",
            "he left, saying ",
            "“aaa bbb ccc ddd eee fff” x ",
            "according to Ana ",
            "who said that, ",
            "'a \"b ",
            "told (on Monday) ",
            "her claim that ",
            "asked by the mayor whether ",
        ],
    )
    def test_time_grows_with_the_text_and_no_faster(self, piece):
        def seconds(times):
            start = time.process_time()
            newsdoc.parse("Milford said " + piece * times)
            return time.process_time() - start

        seconds(50)
        assert min(seconds(800) for _ in range(3)) < 12 * min(seconds(200) for _ in range(3)) + 0.05


class TestVerbsAndNouns:
    @pytest.mark.parametrize(
        "text",
        [
            "The claims of the town were heard.",
            "Her report drew many comments.",
            "Two alleged schemes have claims on the land.",
            "The call came at noon, and the answer was short.",
            "He made a promise to nobody.",
        ],
    )
    def test_a_noun_is_no_cue(self, text):
        assert quotes(text) == []

    @pytest.mark.parametrize(
        ("text", "speaker"),
        [
            ("Duarte claims that the dam is safe.", "Duarte"),
            ("The paper reports that the dam is safe.", "The paper"),
            ("Residents say the dam is safe.", "Residents"),
            ("He has repeatedly said the dam is safe.", "He"),
            ("She went on to say that the dam is safe.", "She"),
        ],
    )
    def test_a_verb_is_one(self, text, speaker):
        assert [by for _, by in quotes(text)] == [speaker]


class TestSharedMentions:
    def test_one_printed_mention_is_one_object(self):
        found = newsdoc.parse("Duarte said it was late, adding that she was cold.").quotes

        assert len(found) == 2
        assert found[0].speaker is found[1].speaker


class TestOptions:
    def test_a_user_adds_a_verb_of_saying(self):
        text = "Duarte trumpetized that the dam is safe."

        assert not newsdoc.parse(text).quotes
        assert Parser(cues=("trumpetize",)).parse(text).quotes[0].cue.text == "trumpetized"
