"""The words stage: what it tells the others of a text."""

from hypothesis import given
from hypothesis import strategies as st

from newsdoc.lexicon import load, tags
from newsdoc.parser.words import scan

LEXICON = load()
WORDS = st.lists(st.sampled_from(sorted(LEXICON.tags))).map(" ".join)


class TestTags:
    @given(WORDS, st.sampled_from(sorted(tags.BY_NAME.values())))
    def test_the_words_that_carry_a_tag_are_found(self, text, tag):
        words = scan(text, LEXICON.tags)

        assert words.carrying(tag) == [i for i, bits in enumerate(words.tags) if bits & tag]
