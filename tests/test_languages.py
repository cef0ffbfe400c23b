"""Another language is a folder of words: a small Swedish one, and what it is enough to read."""

import pickle
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdoc import LexiconError, Parser, from_json, parse, to_json
from newsdoc.lexicon import load
from newsdoc.lexicon.tables import read_table, read_tables
from newsdoc.lexicon.tags import BY_NAME

SWEDISH = Path(__file__).parent / "languages" / "sv"
PARSER = Parser(language="sv", folder=SWEDISH)
KEYS = read_tables("sv", SWEDISH)["keys"]
SPOKEN = """\
“Bron är säker”, sade borgmästaren Ilse Brandt på måndagen.

Hon betonade att den öppnar i maj. Facket förnekade att lönerna hade fallit.

– Vi har ungefär 300 platser, säger direktören Nils Holm.

Minst 40 personer skadades, enligt polisen.
"""


def quotes(text):
    return [
        (q.text, q.kind, q.stance, q.cue.text, q.speaker.span.text)
        for q in PARSER.parse(text).quotes
    ]


def test_quotes_are_read_by_the_keys_of_the_words_around_them():
    assert quotes(SPOKEN) == [
        ("Bron är säker", "direct", "asserts", "sade", "borgmästaren Ilse Brandt"),
        ("att den öppnar i maj", "indirect", "asserts", "betonade", "Hon"),
        ("att lönerna hade fallit", "indirect", "denies", "förnekade", "Facket"),
        ("Vi har ungefär 300 platser", "indirect", "asserts", "säger", "direktören Nils Holm"),
        ("Minst 40 personer skadades", "indirect", "asserts", "enligt", "polisen"),
    ]


def test_a_question_is_asked():
    assert quotes("Holm frågade om bron var säker.") == [
        ("om bron var säker", "indirect", "asks", "frågade", "Holm")
    ]


def test_a_pronoun_means_whom_it_means():
    said = PARSER.parse(SPOKEN).quotes[1]

    assert said.speaker.name == "Ilse Brandt"


def test_figures_are_read_with_bound_unit_and_source():
    document = PARSER.parse("Polisen uppgav att minst 40 procent av 3,5 miljoner kronor saknas.")

    assert [
        (s.span.text, s.low, s.bound, s.unit.name, s.source.span.text) for s in document.statistics
    ] == [
        ("40 procent", 40, "at_least", "percent", "Polisen"),
        ("3,5 miljoner kronor", 3_500_000, "exact", "krona", "Polisen"),
    ]


def test_the_language_is_that_of_the_parser():
    assert PARSER.parse(SPOKEN).language == "sv"


def test_english_does_not_know_the_words():
    assert [q.cue for q in parse(SPOKEN).quotes if q.cue] == []


@given(
    st.lists(
        st.sampled_from([*KEYS.words, "Ilse", "Brandt", "12", "3,5", "”", ".", ",", "–", "\n\n"])
    )
)
def test_no_text_raises_and_each_reading_is_written_and_read_back(parts):
    document = PARSER.parse(" ".join(parts))

    assert from_json(to_json(document)) == document


def test_a_key_is_a_word_that_english_has():
    english = load("en")
    known = {word for table in read_tables("en").values() for row in table.rows for word in row}
    keys = {row[1] for row in KEYS.rows}

    assert keys - set(english.tags) - known == set()


def test_lists_are_read_with_keys_in_the_place_of_words(tmp_path):
    header = "# A list.\n# source: own\n# licence: MIT\n"
    (tmp_path / "keys.txt").write_text(f"{header}att\tthat\nsäga\tsay\n", encoding="utf-8")
    (tmp_path / "cue_forms.txt").write_text(
        f"{header}# columns: form lemma kind\nsa\tsäga\tpast\n", encoding="utf-8"
    )
    (tmp_path / "complementizers.txt").write_text(
        f"{header}# tags: COMPLEMENTIZER\natt\n", encoding="utf-8"
    )
    swedish = load("sv", folder=tmp_path)

    assert swedish.keys == {"att": "that", "säga": "say"}
    assert swedish.tags["that"] & BY_NAME["COMPLEMENTIZER"]
    assert not swedish.tags["whether"] & BY_NAME["COMPLEMENTIZER"]  # the list has its own words
    assert swedish.speech.cues["sa"].lemma == "say"


def test_a_list_that_a_language_does_not_have_is_the_english_one():
    assert read_tables("sv", SWEDISH)["weekdays"] == read_tables("en")["weekdays"]


def test_english_has_no_keys():
    assert load("en").keys == {}


def test_a_folder_that_is_none_is_told():
    with pytest.raises(LookupError, match="no lexicon for the language 'sv' in nowhere"):
        Parser(language="sv", folder="nowhere")


@pytest.mark.parametrize(
    ("name", "rows", "told"),
    [
        (
            "bounds",
            "minst\tat_least\tbefore\nungefär\tabot\tbefore\n",
            "ungefär abot before: 'abot'",
        ),
        ("numbers", "ett\tunit\n", "ett unit: not enough values to unpack"),
        ("cues", "skrika\tclauze\tasserts\n", "skrika clauze asserts: 'clauze'"),
        ("nouns_of_ours", "hus\n", "header: 'DETERMINR'"),
    ],
)
def test_a_list_that_cannot_be_read_is_told_with_its_entry(tmp_path, name, rows, told):
    kind = "# tags: DETERMINR\n" if name == "nouns_of_ours" else ""
    (tmp_path / f"{name}.txt").write_text(
        f"# Words.\n{kind}# source: own\n{rows}", encoding="utf-8"
    )

    with pytest.raises(LexiconError, match=re.escape(f"{name}.txt: {told}")):
        Parser(language="sv", folder=tmp_path)


def test_a_folder_is_read_anew_by_each_parser(tmp_path):
    keys = tmp_path / "keys.txt"
    keys.write_text("# Words.\n# columns: word key\nsade\tsaid\n", encoding="utf-8")
    text = "Hamnen\n\n“Bron är stängd i dag”, ropade Ann Holt."
    assert Parser(language="sv", folder=tmp_path).parse(text).quotes == ()
    keys.write_text("# Words.\n# columns: word key\nropade\tsaid\n", encoding="utf-8")

    assert Parser(language="sv", folder=tmp_path).parse(text).quotes[0].cue.text == "ropade"


def test_a_parser_with_a_folder_of_its_own_can_be_pickled():
    assert pickle.loads(pickle.dumps(PARSER)) == PARSER  # noqa: S301


def test_the_swedish_lists_are_written_as_lists_are():
    for path in SWEDISH.iterdir():
        table = read_table(path.stem, path.read_text(encoding="utf-8"))

        assert table.header.keys() >= {"columns", "source", "licence"}
        assert list(table.words) == sorted(set(table.words))
