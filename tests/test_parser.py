"""The parser's options: what they do, and what is said where they are wrong."""

import pickle

import pytest

from newsdoc import ModelError, Parser, parse

TEXT = "Harbour notes\n\nThe repairs will cost $3 million, Holt said."


class OwnParser(Parser):
    """One of a user's own."""


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ({"dollar": 5}, "Parser.dollar: expected str or None, got 5"),
        ({"dollar": "usd"}, "Parser.dollar: 'usd' is no ISO 4217 code"),
        ({"language": 5}, "Parser.language: expected str, got 5"),
        ({"cues": [5]}, "Parser.cues[0]: expected str, got 5"),
        ({"titles": 5}, "Parser.titles: expected strs in a tuple or list, got 5"),
        ({"units": [None]}, "Parser.units[0]: expected str, got None"),
        ({"count_one": "no"}, "Parser.count_one: expected bool, got 'no'"),
    ],
)
def test_a_wrong_option_is_told_when_the_parser_is_made(options, problem):
    with pytest.raises(ModelError) as error:
        Parser(**options)

    assert str(error.value) == problem


@pytest.mark.parametrize(
    ("known", "problem"),
    [
        ({"headline": 5}, "Known.headline: expected str or None, got 5"),
        ({"url": b"x"}, "Known.url: expected str or None, got b'x'"),
        ({"authors": [5]}, "Known.authors[0]: expected str, got 5"),
        ({"authors": 5}, "Known.authors: expected strs in a tuple or list, got 5"),
        ({"published": "May"}, "Timestamp: Invalid isoformat string: 'May'"),
    ],
)
def test_what_is_known_is_told_where_it_is_of_another_kind(known, problem):
    with pytest.raises(ModelError) as error:
        parse(TEXT, **known)

    assert str(error.value) == problem


def test_an_author_without_a_name_is_none():
    document = parse(TEXT, headline="", authors=["", "Ada Moor"])

    assert (document.headline, document.authors) == ("Harbour notes", ("Ada Moor",))


def test_the_stages_are_shown_for_what_parse_is_given():
    shown = Parser().read(TEXT, headline="Repairs", authors="Ada Moor")

    assert shown["document"] == parse(TEXT, headline="Repairs", authors="Ada Moor")


def test_a_language_is_read_by_any_tag_of_it_and_kept_as_given():
    assert Parser(language="en-GB").parse(TEXT).language == "en-GB"
    assert Parser(language="en-GB").parse(TEXT).quotes == parse(TEXT).quotes


@pytest.mark.parametrize("option", ["cues", "titles", "units"])
def test_a_blank_word_is_an_error(option):
    with pytest.raises(ModelError, match=f"Parser.{option}: a word is blank"):
        Parser(**{option: ["vlog", " "]})


def test_a_parser_of_a_class_of_ones_own_stays_one_when_pickled():
    assert type(pickle.loads(pickle.dumps(OwnParser(dollar="CAD")))) is OwnParser  # noqa: S301


def test_a_pickled_parser_holds_its_options_and_not_its_words():
    parser = Parser(cues=["vlog"], dollar="CAD")
    pickled = pickle.dumps(parser)

    assert len(pickled) < 1000
    assert pickle.loads(pickled) == parser  # noqa: S301
    assert pickle.loads(pickled).parse(TEXT) == parser.parse(TEXT)  # noqa: S301
