"""The sources stage: names in a text, what they name, and who a mention means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdoc.lexicon import load
from newsdoc.model import SourceKind
from newsdoc.parser.drafts import Figures, MentionDraft, QuoteDraft, Speech
from newsdoc.parser.layout import read_layout
from newsdoc.parser.marks import pair_marks
from newsdoc.parser.sentences import split_sentences
from newsdoc.parser.sources import Rule, mentions_of, read_sources
from newsdoc.parser.sources.names import find_names
from newsdoc.parser.sources.names.edges import CLOSED
from newsdoc.parser.sources.names.kinds import Kind
from newsdoc.parser.sources.names.parts import Parts
from newsdoc.parser.words import scan

LEXICON = load()


def stages(text):
    words = scan(text, LEXICON.tags)
    layout = read_layout(words, LEXICON, None)
    return words, layout


def cast_of(text, *mentions):
    """The cast of a text whose mentions are the given words, each behind the one before."""
    words, layout = stages(text)
    drafts, at = [], 0
    for mention in mentions:
        at = text.index(mention, at)
        drafts.append(MentionDraft(at, at + len(mention)))
        at += len(mention)
    speech = Speech([QuoteDraft([(0, 1)], speaker=draft) for draft in drafts])
    sentences = split_sentences(words, LEXICON, layout)
    marks = pair_marks(words, layout)
    cast = read_sources(words, LEXICON, layout, sentences, marks, speech, Figures([]))
    return cast, drafts


def meant(text, *mentions):
    """The name and the rule of each mention."""
    cast, drafts = cast_of(text, *mentions)
    found = [cast.meant[id(draft)] for draft in drafts]
    return [(cast.sources[each.source].name, each.why) for each in found]


def names_in(text):
    words, layout = stages("Title of it\n\n" + text)
    names = find_names(words, LEXICON.names, layout)
    ends = zip(names.first, names.last, strict=True)
    return [words.text[words.starts[a] : words.end(b)] for a, b in ends if b > 2]


def part_of(text):
    words, layout = stages(f"Some news\n\nLast week a crowd listened to {text} at noon.")
    names = find_names(words, LEXICON.names, layout)
    parts = Parts(words, LEXICON.names, names)
    part = parts.of(len(names.first) - 1)
    title = words.text[words.starts[part.title] : words.starts[part.first]].strip()
    return part.kind, parts.text(part.first, part.last), title if part.title >= 0 else None


class TestNames:
    def test_every_word_of_a_closed_class_ends_one_also_with_a_capital(self):
        closed = [word for word, tags in LEXICON.tags.items() if tags & CLOSED and word.isalpha()]

        assert len(closed) > 300
        for word in closed:
            assert names_in(f"They heard Ana Ruiz {word.capitalize()} leave.") == ["Ana Ruiz"]

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("We met Jane Roe in Ohio.", ["Jane Roe", "Ohio"]),
            ("We met J. D. Roe Jr. there.", ["J. D. Roe Jr"]),
            (
                "The Bank of Elmland and Bashar al-Rahim met.",
                ["Bank of Elmland", "Bashar al-Rahim"],
            ),
            ("They saw Ursula von der Lind speak.", ["Ursula von der Lind"]),
            ("They saw Park Ji-hun speak.", ["Park Ji-hun"]),
            ("The Elmland-based firm grew.", ["Elmland"]),
            ("He told the Markets and Trade Authority so.", ["Markets and Trade Authority"]),
            ("However Roe left. Will Doe stay?", ["Roe", "Doe"]),
            ("On Monday in March she met Theresa May.", ["Theresa May"]),
            ("They asked John “Ace” Roe first.", ["John “Ace” Roe"]),
            ("US President Mara Roe left.", ["US President Mara Roe"]),
        ],
    )
    def test_of_a_sentence(self, text, expected):
        assert names_in(text) == expected

    def test_a_common_noun_that_opens_a_sentence_is_none(self):
        assert names_in("Voters stayed home. The voters of Elmland were tired.") == ["Elmland"]

    def test_a_headline_in_title_case_gives_only_names_of_the_story(self):
        words, layout = stages("Jane Roe Wins Big Prize\n\nWe saw Jane Roe win a prize.")
        names = find_names(words, LEXICON.names, layout)

        assert list(zip(names.first, names.last, strict=True)) == [(0, 1), (7, 8)]


class TestParts:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Jane Roe", (Kind.PERSON, "Jane Roe", None)),
            ("Senator Jane Roe", (Kind.PERSON, "Jane Roe", "Senator")),
            ("Secretary of State Jane Roe", (Kind.PERSON, "Jane Roe", "Secretary of State")),
            ("Secretary of State", (Kind.ROLE, "Secretary of State", None)),
            ("Stephen King", (Kind.PERSON, "Stephen King", None)),
            ("Prince Olaf", (Kind.PERSON, "Prince Olaf", "")),
            ("Republican Jane Roe", (Kind.PERSON, "Jane Roe", "Republican")),
            ("Roe College", (Kind.BODY, "Roe College", None)),
            ("Centers for Herd Health", (Kind.BODY, "Centers for Herd Health", None)),
            ("ZQX", (Kind.BODY, "ZQX", None)),
            ("New Zealand", (Kind.PLACE, "New Zealand", None)),
            ("Republicans", (Kind.GROUP, "Republicans", None)),
            ("Roe", (Kind.SINGLE, "Roe", None)),
        ],
    )
    def test_of_a_name(self, text, expected):
        assert part_of(text) == expected


class TestMentions:
    def test_the_rule_is_the_reason(self):
        text = (
            "Fog\n\nMayor Jane Roe spoke. Roe left. She fell. The mayor rose. "
            "A man fled. The man hid."
        )
        found = meant(text, "Mayor Jane Roe", "Roe", "She", "The mayor", "A man", "The man")

        assert found == [
            ("Jane Roe", Rule.FULL_NAME),
            ("Jane Roe", Rule.SURNAME),
            ("Jane Roe", Rule.PRONOUN),
            ("Jane Roe", Rule.ROLE),
            (None, Rule.UNNAMED),
            (None, Rule.SAME_WORDS),
        ]

    def test_who_is_the_mention_before_it_but_that_of_the_next_sentence_is_not(self):
        text = "Fog\n\nA neighbour, who hid, said so. We met a judge. Who said that?"
        found = meant(text, "A neighbour", "who", "a judge", "Who")

        assert found == [
            (None, Rule.UNNAMED),
            (None, Rule.RELATIVE),
            (None, Rule.UNNAMED),
            (None, Rule.UNNAMED),
        ]

    def test_namesakes_who_fit_equally_get_a_notice(self):
        text = "Mill\n\nAda Low and Eva Low sold the mill. They wept, says a note, and Low left."
        at = text.index("Low left")
        words, layout = stages(text)
        draft = MentionDraft(at, at + 3)
        cast = read_sources(
            words,
            LEXICON,
            layout,
            split_sentences(words, LEXICON, layout),
            pair_marks(words, layout),
            Speech([QuoteDraft([(0, 1)], speaker=draft)]),
            Figures([]),
        )

        assert [(n.code, n.span.start) for n in cast.notices] == [("ambiguous-speaker", at)]
        assert [source.name for source in cast.sources] == [None]

    def test_a_pronoun_that_fits_two_equally_has_no_name(self):
        text = "Mill\n\nSimon and Peter sold the mill. He wept."
        cast, drafts = cast_of(text, "He")

        assert [(n.code, n.span.text) for n in cast.notices] == [("ambiguous-speaker", "He")]
        assert cast.sources[cast.meant[id(drafts[0])].source].name is None

    def test_of_the_other_gender_are_left_out(self):
        text = "Mill\n\nSusan sold the mill to Peter. He wept."

        assert meant(text, "He") == [("Peter", Rule.PRONOUN)]

    def test_a_mention_without_a_word_is_unnamed(self):
        assert meant("Mill\n\n— said no one.", "—") == [(None, Rule.UNNAMED)]

    def test_an_extra_title_is_a_title(self):
        lexicon = load(titles=("Lord Warden",))

        assert lexicon.tags["warden"] & LEXICON.tags["senator"]

    def test_an_extra_title_is_known_by_the_word_before_of(self):
        lexicon = load(titles=("Keeper of the House", "Maître d'"))

        assert lexicon.tags["keeper"] & LEXICON.tags["senator"]
        assert lexicon.tags["house"] == LEXICON.tags["house"]


class TestCast:
    TEXT = (
        "Quarry to close\n\nJane Roe, a geologist, met Paul Doe of the Stone Board (SB) on Monday. "
        "“It is over,” Roe said. “She is right,” said Doe. The board said officials agreed. "
        "Officials said so. A report by the Stone Board said more."
    )
    MENTIONS = ("Roe", "Doe", "The board", "Officials", "A report by the Stone Board")

    def test_each_mention_has_one_source_and_each_source_a_mention(self):
        cast, drafts = cast_of(self.TEXT, *self.MENTIONS)
        used = {cast.meant[id(draft)].source for draft in drafts}

        assert used == set(range(len(cast.sources)))
        assert sum(len(source.mentions) for source in cast.sources) == len(drafts)

    def test_a_source_stands_once(self):
        cast, _ = cast_of(self.TEXT, *self.MENTIONS)

        assert [(s.kind, s.name) for s in cast.sources] == [
            (SourceKind.PERSON, "Jane Roe"),
            (SourceKind.PERSON, "Paul Doe"),
            (SourceKind.ORGANISATION, "Stone Board"),
            (SourceKind.UNNAMED, None),
        ]

    def test_without_mentions_there_are_no_sources(self):
        cast, _ = cast_of(self.TEXT)

        assert (cast.sources, cast.meant, cast.notices) == ([], {}, [])

    @given(
        st.lists(
            st.sampled_from(
                [
                    "Jane",
                    "Roe",
                    "Senator",
                    "the",
                    "of",
                    "and",
                    ",",
                    ".",
                    "“",
                    "”",
                    "he",
                    "she",
                    "who",
                    "said",
                    "report",
                    "Jr",
                    "-al",
                    "US",
                    "Board",
                    "(",
                    ")",
                    "'s",
                    "\n\n",
                ]
            ),
            max_size=30,
        ),
        st.data(),
    )
    def test_any_text_and_any_mentions_are_settled(self, pieces, data):
        text = " ".join(pieces)
        places = st.integers(0, max(0, len(text) - 1))
        pairs = data.draw(st.lists(st.tuples(places, places), max_size=5)) if text else []
        drafts = [MentionDraft(min(pair), max(pair) + 1) for pair in pairs]
        words, layout = stages(text)
        speech = Speech([QuoteDraft([(0, 1)], speaker=draft) for draft in drafts])
        sentences = split_sentences(words, LEXICON, layout)
        marks = pair_marks(words, layout)
        cast = read_sources(words, LEXICON, layout, sentences, marks, speech, Figures([]))

        assert set(cast.meant) == {id(m) for m in mentions_of(speech, Figures([]))}
        assert all(0 <= each.source < len(cast.sources) for each in cast.meant.values())
        assert all(each.why in set(Rule) for each in cast.meant.values())
