"""The sentences stage: spans that tile their block, cut between words only."""

from itertools import chain, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdoc.lexicon import load
from newsdoc.model import Role
from newsdoc.parser.drafts import Block, Layout
from newsdoc.parser.layout import read_layout
from newsdoc.parser.layout.lines import INVISIBLE
from newsdoc.parser.sentences import split_sentences
from newsdoc.parser.words import scan

LEXICON = load()
PIECES = ["He left", "U.S", "No", "10", "i", "I", " ", ".", "?", "!", "…", '"', "”", "(", "—", "\n"]
NEWSLIKE = st.lists(st.sampled_from(PIECES)).map("".join)


def split(text):
    words = scan(text, LEXICON.tags)
    block = Block(0, len(text), Role.BODY, 0, len(words))
    (found,) = split_sentences(words, LEXICON, Layout([block]))
    return [text[s.start : s.end] for s in found]


class TestEverySentence:
    @given(st.one_of(st.text(), NEWSLIKE))
    def test_lies_in_its_block_and_all_of_them_tile_it(self, text):
        words = scan(text, LEXICON.tags)
        layout = read_layout(words, LEXICON, None)
        found = split_sentences(words, LEXICON, layout)
        assert len(found) == len(layout.blocks)
        for block, inside in zip(layout.blocks, found, strict=True):
            assert (inside[0].start, inside[-1].end) == (block.start, block.end)
            assert (inside[0].first, inside[-1].last) == (block.first, block.last)
            for one, two in pairwise(inside):
                assert one.start < one.end <= two.start < two.end
                assert one.first < one.last == two.first < two.last
                gap = text[one.end : two.start]
                assert not gap.translate(dict.fromkeys(map(ord, INVISIBLE))).strip()

    @given(NEWSLIKE)
    def test_never_begins_or_ends_inside_a_word(self, text):
        words = scan(text, LEXICON.tags)
        inside = {
            offset
            for i, start in enumerate(words.starts)
            for offset in range(start + 1, words.end(i))
        }
        layout = read_layout(words, LEXICON, None)
        for sentence in chain(*split_sentences(words, LEXICON, layout)):
            assert not {sentence.start, sentence.end} & inside


class TestAbbreviations:
    @pytest.mark.parametrize(
        "text",
        [
            "Gov. Reyes met Sen. Park.",
            "J. K. Rowan and George W. Hale left.",
            "The U.S. Supreme Court ruled.",
            "It happened on Jan. 5 in St. Paul.",
            "See No. 10 and p. 5 of vol. 2.",
            "Roe v. Wade was cited.",
            "It closed at 5 p.m. Monday.",
            "Acme Inc. Chair Bo Lund left.",
            "R-Calif. Rep. Lee spoke.",
            "Lt. Gov. Dana Hall won.",
        ],
    )
    def test_the_point_is_theirs(self, text):
        assert split(text) == [text]

    @pytest.mark.parametrize(
        ("one", "two"),
        [
            ("He lives in the U.S.", "She does not."),
            ("It closed at 5 p.m.", "Rain fell."),
            ("They hired Acme Inc.", "The firm was cheap."),
            ("He said no.", "Rain fell."),
            ("He met Bob Lee Jr.", "They talked."),
            ("He was ill.", "Rain fell."),
            ("It was World War I.", "Germany lost."),
            ("He moved to D.C.", "There he stayed."),
        ],
    )
    def test_the_point_ends_the_sentence_too(self, one, two):
        assert split(f"{one} {two}") == [one, two]


class TestQuotations:
    @pytest.mark.parametrize(
        "text",
        [
            '"Why?" he asked.',
            '"Never!" she said.',
            "The band Yes! played on.",
            "He called it “a shame.” and left.",
        ],
    )
    def test_the_sentence_goes_on_behind_the_mark(self, text):
        assert split(text) == [text]

    def test_closing_marks_stay_with_their_sentence(self):
        assert split("“It's over.” (He left.) 'So.' End.") == [
            "“It's over.”",
            "(He left.)",
            "'So.'",
            "End.",
        ]

    def test_an_opening_mark_goes_with_the_next(self):
        assert split('He left. "I stayed." “Why?” ‘Yes.’') == [
            "He left.",
            '"I stayed."',
            "“Why?”",
            "‘Yes.’",
        ]
