"""The word lists as data: each says what it is, and is sorted, complete and without duplicates."""

from collections import Counter
from importlib import resources

import pytest

from newsdoc.lexicon import load
from newsdoc.lexicon.speech import forms_of
from newsdoc.lexicon.tables import HEADER_KEYS, read_table, read_tables
from newsdoc.lexicon.tags import BY_NAME

LEXICON = resources.files("newsdoc.lexicon")
LANGUAGES = sorted(f.name for f in LEXICON.iterdir() if f.is_dir() and f.name.isalpha())
LISTS = [
    pytest.param(language, table, id=f"{language}/{name}")
    for language in LANGUAGES
    for name, table in read_tables(language).items()
]
every_list = pytest.mark.parametrize(("language", "table"), LISTS)


def text_of(language, name):
    return LEXICON.joinpath(language, f"{name}.txt").read_text(encoding="utf-8")


def columns_of(table):
    """The columns of the list, by its header: one word each, or parted by commas."""
    columns = table.header.get("columns", "word")
    return columns.split(", ") if "," in columns else columns.split()


def test_there_is_an_english_lexicon():
    assert "en" in LANGUAGES


@every_list
class TestEveryList:
    def test_the_header_says_what_it_holds_where_it_comes_from_and_its_licence(
        self, language, table
    ):
        assert table.about.endswith(".")
        assert {"source", "licence"} <= set(table.header)
        assert all(table.header.values())

    def test_the_header_names_known_tags(self, language, table):
        assert set(table.header.get("tags", "").split()) <= set(BY_NAME)

    def test_entries_are_sorted_by_their_first_field(self, language, table):
        assert list(table.words) == sorted(table.words)

    def test_no_entry_comes_twice(self, language, table):
        assert [word for word, n in Counter(table.words).items() if n > 1] == []

    def test_no_entry_has_more_fields_than_there_are_columns(self, language, table):
        assert [row for row in table.rows if len(row) > len(columns_of(table))] == []

    def test_no_field_has_a_blank_at_its_ends_or_two_inside(self, language, table):
        assert [row for row in table.rows if any(f != " ".join(f.split()) for f in row)] == []

    def test_the_file_is_plain(self, language, table):
        text = text_of(language, table.name)

        assert text.endswith("\n")
        assert "\r" not in text
        assert "\n\n" not in text
        assert not text.startswith("\ufeff")

    def test_the_header_stands_at_the_top(self, language, table):
        lines = text_of(language, table.name).splitlines()
        rows = [i for i, line in enumerate(lines) if not line.startswith("#")]

        assert rows == list(range(rows[0], len(lines)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_that_carry_tags_are_in_lower_case_as_the_scan_looks_them_up(language):
    lexicon = load(language)

    assert [word for word in lexicon.tags if word != word.lower()] == []


def test_every_tag_is_a_bit_of_its_own():
    assert all(bits & (bits - 1) == 0 for bits in BY_NAME.values())
    assert len(set(BY_NAME.values())) == len(BY_NAME)


@pytest.mark.parametrize("language", ["xx", "en/..", "", "../en", "-en", "xx-GB", "en_GB"])
def test_an_unknown_language_is_a_lookup_error(language):
    with pytest.raises(LookupError, match="no lexicon for the language"):
        load(language)


@pytest.mark.parametrize("tag", ["EN", "en-GB", "en-Latn-ZA"])
def test_a_language_is_known_by_any_tag_of_it(tag):
    assert load(tag).tags == load("en").tags


@pytest.mark.parametrize(
    ("lemma", "past"),
    [("blab", "blabbed"), ("vlog", "vlogged"), ("crow", "crowed"), ("rely", "relied")],
)
def test_a_verb_is_known_in_its_regular_forms(lemma, past):
    assert past in dict(forms_of(lemma))


def test_a_unit_that_is_known_keeps_its_kind_and_code():
    units = load("en", units=["fathom", "smoot"]).figures.units

    assert (units["fathoms"].kind, units["smoots"].kind) == ("length", "other")


def test_a_unit_is_known_in_small_letters_too():
    units = load("en", units=["Smoot"]).figures

    assert {units.units["smoots"].name, units.symbols["Smoots"].name} == {"Smoot"}


def test_a_verb_that_is_known_keeps_its_stance():
    cues = load("en", cues=["Deny", "decline", "vlog"]).speech.cues

    assert [cues[form].stance for form in ("denied", "vlogged")] == ["denies", "asserts"]
    assert "declined" not in cues  # 'declined to comment' withholds by another list


def test_a_list_is_read_from_its_text():
    table = read_table(
        "fruit",
        "# What grows on trees.\n# columns: name|colour\n# source: own list\n# licence: MIT\n"
        "apple\tred\npear\tgreen\n",
    )

    assert table.about == "What grows on trees."
    assert set(table.header) <= HEADER_KEYS
    assert table.rows == (("apple", "red"), ("pear", "green"))
    assert table.words == ("apple", "pear")
    assert table.tags == 0
