"""What pages call the parts of a document: each form that a value, a unit or a source can have."""

from decimal import Decimal

import pytest

from newsdoc.formats import phrases
from newsdoc.model import (
    Change,
    Mention,
    Notice,
    Quote,
    Source,
    Span,
    Stance,
    Statistic,
    Unit,
)

TEXT = "The  mayor said “it fell” from 12 to 9; Ana Ruiz did not."


def span(words):
    return Span.of(TEXT, TEXT.index(words), TEXT.index(words) + len(words))


def figure(low=12, words="12", **more):
    return Statistic(span(words), low, **more)


class TestValue:
    @pytest.mark.parametrize(
        ("more", "expected"),
        [
            ({}, "12"),
            ({"bound": "exact"}, "12"),
            ({"bound": "about"}, "≈ 12"),
            ({"bound": "at_least"}, "≥ 12"),
            ({"bound": "more_than"}, "> 12"),
            ({"bound": "at_most"}, "≤ 12"),
            ({"bound": "less_than"}, "< 12"),
            ({"direction": "up"}, "up 12"),
            ({"direction": "down", "bound": "about"}, "down ≈ 12"),
            ({"high": 15}, "12–15"),
            ({"of": 20}, "12 of 20"),
        ],
    )
    def test_it_says_bound_direction_range_and_whole(self, more, expected):
        assert phrases.value(figure(**more)) == expected

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            ("1480", "1,480"),
            ("-0.5", "-0.5"),
            ("1E+21", "1,000,000,000,000,000,000,000"),
            ("1E+22", "1E+22"),
            ("1E-12", "0.000000000001"),
            ("1E-13", "1E-13"),
        ],
    )
    def test_it_is_written_in_full_within_measure(self, value, expected):
        assert phrases.number(Decimal(value)) == expected


class TestUnit:
    @pytest.mark.parametrize(
        ("unit", "per", "expected"),
        [
            (Unit("count", "boat"), None, "boat"),
            (Unit("money", "dollar", "USD"), None, "dollar (USD)"),
            (Unit("money", "", "USD"), None, "USD"),
            (Unit("number"), None, ""),
            (Unit("money", "dollar", "USD"), Unit("count", "boat"), "dollar (USD) / boat"),
            (Unit("number"), Unit("count", "boat"), "boat"),
        ],
    )
    def test_it_has_name_code_and_rate(self, unit, per, expected):
        assert phrases.unit(figure(unit=unit, per=per)) == expected


class TestSource:
    @pytest.mark.parametrize(
        ("source", "expected"),
        [
            (Source("person", "Ana  Ruiz", "mayor", (span("Ana Ruiz"),)), "Ana Ruiz"),
            (Source("unnamed", None, None, (span("The  mayor"), span("Ana Ruiz"))), "The mayor"),
            (Source("person", None, "mayor"), "mayor"),
            (Source("unnamed"), "unnamed"),
        ],
    )
    def test_it_is_called_by_its_name_or_else_as_first_printed(self, source, expected):
        assert phrases.who(source) == expected

    def test_a_mention_without_a_name_is_called_as_printed(self):
        printed = span("The  mayor")
        named, nameless = (
            Mention(printed, Source(kind, name, None, (printed,)), "surname")
            for kind, name in (("person", "Ana Ruiz"), ("unnamed", None))
        )

        assert phrases.credited(named) == "Ana Ruiz"
        assert phrases.credited(nameless) == "The mayor"


def test_a_change_names_what_it_has():
    before, after, by = figure(), figure(9, "9"), figure(3, "it")

    assert phrases.change(Change(before, after, by)) == "from 12 to 9 by it"
    assert phrases.change(Change(before, after, None)) == "from 12 to 9"
    assert phrases.change(Change(None, after, by)) == "to 9 by it"


@pytest.mark.parametrize(
    ("stance", "doubt"),
    [
        (Stance.ASSERTS, ()),
        (Stance.DENIES, ("the speaker denies this",)),
        (Stance.ASKS, ("the speaker asks this",)),
        (Stance.WITHHOLDS, ("the speaker does not say this",)),
    ],
)
def test_a_note_says_all_that_is_read(stance, doubt):
    unit = Unit("count", "boat")
    found = phrases.note(figure(unit=unit, subject=span("The  mayor")), stance)

    assert found == ("12 boat", "about The mayor", *doubt)


def test_what_was_said_keeps_its_marks():
    quote = Quote((span("it fell"), span("from 12 to 9")), quoted=(span("it fell"),))

    assert phrases.said(quote) == "“it fell” from 12 to 9"


def test_a_notice_is_said_in_words():
    assert phrases.notice(Notice("ambiguous-speaker", span("The  mayor"))) == (
        "ambiguous speaker: The mayor"
    )
