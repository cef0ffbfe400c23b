"""The marks stage: what is paired, and what stays alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdoc import Parser

PARSER = Parser()
TEXT = st.text(alphabet="ab .,“”\"'’‘«»„(\n3-", max_size=80)


def read(text):
    return PARSER.read(f"Flood work\n\n{text}")


def inside(text):
    state = read(text)
    return [state["text"][m.start : m.end] for m in state["marks"].inside]


class TestPairs:
    @pytest.mark.parametrize(
        "marks", ["“”", '""', "«»", "„“", ("''", "''"), ("``", "''"), "‘’", '“"', '"”']
    )
    def test_a_pair_of_each_kind_holds_what_stands_between(self, marks):
        opening, closing = marks

        assert inside(f"He said {opening}wait here{closing} twice.") == ["wait here"]

    @pytest.mark.parametrize(
        "text",
        [
            "The Joneses' dog and the dogs' owner don't agree.",
            "Rock ’n’ roll of the ’90s ran ’til dawn.",
            "She is 5'6 and he is 6' 2\" tall.",
            "It's the farmers' market.",
        ],
    )
    def test_apostrophes_and_measures_are_no_marks(self, text):
        assert inside(text) == []

    @pytest.mark.parametrize("blank", [" ", "\N{NO-BREAK SPACE}"])
    def test_an_apostrophe_does_not_close_a_single_mark(self, blank):
        said = f"I don’t like the Joneses’{blank}dog,"

        assert inside(f"‘{said}’ he said.") == [said]

    def test_only_the_outer_pair_counts(self):
        assert inside("“He said ‘no’ to “us” again,” she said.") == ["He said ‘no’ to “us” again,"]

    def test_inches_do_not_close_a_quote(self):
        assert inside('"The 12" pipe burst," he said.') == ['The 12" pipe burst,']


class TestParagraphs:
    def test_a_quote_runs_on_where_the_next_paragraph_opens_again(self):
        marks = read("“We wait here.\n\n“We go there,” he said.")["marks"]

        assert [(m.runs_on, m.continues) for m in marks.inside] == [(True, False), (False, True)]
        assert marks.notices == []

    def test_an_apostrophe_does_not_end_single_marks_that_run_on(self):
        marks = read("‘The workers’ families wait.\n\n‘We go there,’ he said.")["marks"]

        assert [(m.runs_on, m.continues) for m in marks.inside] == [(True, False), (False, True)]

    def test_an_unclosed_mark_touches_nothing_behind_its_paragraph(self):
        text = "The “levee stood all through the night.\n\nHe said “no” and left."
        marks = read(text)["marks"]

        assert inside(text) == ["no"]
        assert [n.code for n in marks.notices] == ["unclosed-mark"]
        assert [n.span.text for n in marks.notices] == ["“"]


class TestProperties:
    @given(TEXT)
    def test_spans_are_in_order_disjoint_and_inside_one_paragraph(self, text):
        state = read(text)
        end = 0
        for mark in state["marks"].inside:
            block = state["layout"].blocks[mark.block]
            assert block.start <= mark.outer < mark.start < mark.end <= mark.after <= block.end
            assert mark.outer >= end
            end = mark.after
