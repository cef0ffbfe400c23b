"""The layout stage: every character in one paragraph, roles by shape and place, facts around."""

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsdoc
from newsdoc.lexicon import load
from newsdoc.model import Role
from newsdoc.parser.layout import read_layout
from newsdoc.parser.layout.byline import read_signers, titled
from newsdoc.parser.layout.datelines import read_dateline
from newsdoc.parser.layout.dates import read_moments
from newsdoc.parser.layout.lines import INVISIBLE, cut
from newsdoc.parser.words import scan

LEXICON = load()
WORDS = LEXICON.layout
STORY = (
    "The town of Brackwater will close its coal pier by the end of the year, the council said.\n\n"
    "Its chair, Ines Halloran, called the decision overdue and promised to help the dockers.\n"
)
BREAKS = ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"]
PIECES = [
    *("By Ann Lee", "May 4, 2026", "Read more", "Share", "- item", "WHY", "(Photo: Reyes)"),
    *("A headline without a stop", "Who asks?", "He left. She stayed.", "LINDI: It rained.", "@x"),
    *(" ", "\t", "\u00a0", "\ufeff", "\u200b", "\u00ad", *BREAKS),
]


def layout(text, headline=None):
    words = scan(text, LEXICON.tags)
    return words, read_layout(words, LEXICON, headline)


def roles(text):
    return [p.role for p in newsdoc.parse(text).paragraphs]


def names(text):
    signers = read_signers(text, 0, len(text), WORDS)
    return [text[a:b] for a, b in signers.people], [text[a:b] for a, b in signers.bodies]


class TestEveryCharacter:
    @given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join)))
    def test_lies_in_exactly_one_block_in_order(self, text):
        words, found = layout(text)
        end = 0
        for block in found.blocks:
            assert end <= block.start < block.end
            assert not text[end : block.start].translate(dict.fromkeys(map(ord, INVISIBLE))).strip()
            ends = text[block.start] + text[block.end - 1]
            assert not any(c.isspace() or c in INVISIBLE for c in ends)
            assert (block.first, block.last) == (words.after(block.start), words.after(block.end))
            end = block.end
        assert not text[end:].translate(dict.fromkeys(map(ord, INVISIBLE))).strip()

    @given(st.lists(st.sampled_from(PIECES)).map("".join), st.text())
    def test_is_read_whatever_headline_the_caller_gives(self, text, headline):
        assert newsdoc.parse(text, headline=headline).text == text


class TestLines:
    @pytest.mark.parametrize("line_break", BREAKS)
    def test_any_line_break_ends_a_line(self, line_break):
        text = f"one two{line_break}three{line_break}four"
        lines = cut(scan(text, {}))
        assert [text[line.start : line.end] for line in lines] == ["one two", "three", "four"]

    @pytest.mark.parametrize(
        "gap", ["\n\n", "\r\n\r\n", "\n \t\n", "\r\n\u00a0\r\n", "\u2029\u2029"]
    )
    def test_lines_are_apart_where_an_empty_line_stands_between_them(self, gap):
        assert [line.apart for line in cut(scan(f"one{gap}two", {}))] == [True, True]

    @pytest.mark.parametrize("gap", ["\n", "\r\n", " \n\t", "\x0c"])
    def test_lines_are_neighbours_where_none_does(self, gap):
        assert [line.apart for line in cut(scan(f"one{gap}two", {}))] == [True, False]

    def test_wrapped_lines_are_joined_and_keep_their_breaks(self):
        text = (
            "The council voted on Tuesday to fund night buses\n"
            "on four routes from September, after months of\n"
            "lobbying by hospital staff who said that they\n"
            "could not get home.\n\nBuses will run hourly."
        )
        lines = cut(scan(text, {}))
        assert [text[line.start : line.end].count("\n") for line in lines] == [3, 0]

    def test_short_paragraphs_of_one_line_each_are_not_joined(self):
        text = "Prices fell on Monday.\nTraders said so.\nPorts are open again.\nShips sail."
        assert len(cut(scan(text, {}))) == 4

    @pytest.mark.parametrize(
        "text",
        ["\n" * 1_000_000, " \r\n" * 300_000, "\u200b\n" * 100_000, "." * 100_000, "By\n" * 10_000],
    )
    def test_hostile_lines_take_no_longer_than_words(self, text):
        start = time.perf_counter()
        newsdoc.parse(text)
        assert time.perf_counter() - start < 10


class TestHeadline:
    def test_the_callers_headline_is_found_where_it_is_printed(self):
        text = f"A kicker of quite some words here\n\nCoal pier to close\n\n{STORY}"
        found = layout(text, "Coal Pier to close!")[1].blocks
        assert [block.role for block in found[:2]] == [Role.BOILERPLATE, Role.HEADLINE]

    def test_the_callers_headline_wins_where_it_is_not_printed(self):
        assert newsdoc.parse(STORY, headline="Coal pier to close").headline == "Coal pier to close"
        assert roles(STORY) == ["body", "body"]

    @pytest.mark.parametrize(
        "title",
        [
            "Coal pier to close",
            "Will the coal pier close?",
            "Coal Pier Closes After a Century of Soot. Not Everyone Is Happy.",
            "‘It is overdue,’ chair says on coal pier",
        ],
    )
    def test_a_title_above_the_story_is_the_headline(self, title):
        assert newsdoc.parse(f"{title}\n\n{STORY}").headline == title

    def test_a_lead_is_no_headline(self):
        assert newsdoc.parse(STORY).headline is None


class TestDeck:
    DECK = "Dockers fear for their jobs, and the chair promises help"

    @pytest.mark.parametrize("mark", ["", "."])
    def test_what_stands_between_headline_and_byline_is_the_deck(self, mark):
        text = f"Coal pier to close\n\n{self.DECK}{mark}\n\nBy Ann Lee\n\n{STORY}"
        assert newsdoc.parse(text).deck == self.DECK + mark

    def test_one_of_several_points_is_no_deck(self):
        points = "The pier is a hundred years old\nSome forty dockers work there now"
        assert newsdoc.parse(f"Coal pier to close\n{points}\nBy Ann Lee\n\n{STORY}").deck is None


class TestByline:
    @pytest.mark.parametrize(
        ("printed", "people", "bodies"),
        [
            ("Ana Petrov", ["Ana Petrov"], []),
            ("ANA PETROV and LEE BROOK", ["ANA PETROV", "LEE BROOK"], []),
            ("Ana Petrov, Lee Brook & Omar Diaz", ["Ana Petrov", "Lee Brook", "Omar Diaz"], []),
            ("Ana Petrov, News Reporter", ["Ana Petrov"], []),
            ("Ana Petrov Deputy Content Editor", ["Ana Petrov"], []),
            ("Ana Petrov For Example.Com", ["Ana Petrov"], []),
            ("Ana Petrov | The Daily Example", ["Ana Petrov"], []),
            ("Ana Petrov - Example Press - Friday, April 28, 2023", ["Ana Petrov"], []),
            ("Ana Petrov · Example News · Posted: Aug 08, 2024 4:00 AM EDT", ["Ana Petrov"], []),
            ("Ana Petrov@anapetrov Nov 19, 2019", ["Ana Petrov"], []),
            ("Ana Petrov and EX Technology Writer", ["Ana Petrov"], []),
            ("Ana Petrov in Lisbon", ["Ana Petrov"], []),
            ("Juan de la Cruz", ["Juan de la Cruz"], []),
            ("W.B. O'Hara-Smith III", ["W.B. O'Hara-Smith III"], []),
            ("Reuters", [], ["Reuters"]),
            ("The Associated Press", [], ["The Associated Press"]),
            ("Example Staff", [], ["Example Staff"]),
            ("Monday, May 4, 2026", [], []),
        ],
    )
    def test_names_are_told_from_roles_and_outlets(self, printed, people, bodies):
        assert names(printed) == (people, bodies)

    @pytest.mark.parametrize(
        ("printed", "expected"),
        [
            ("JEAN-PAUL O'NEILL", "Jean-Paul O'Neill"),
            ("SHEILA MCDONALD", "Sheila McDonald"),
            ("ANN MCCOY", "Ann McCoy"),
            ("ANN MCEE", "Ann Mcee"),
            ("ANN MCA", "Ann Mca"),
            ("J.R. VAN DER MEER", "J.R. van der Meer"),
            ("VAN MORRISON", "Van Morrison"),
            ("ROB LEE III", "Rob Lee III"),
            ("danah boyd", "danah boyd"),
            ("Ana  \n Petrov", "Ana Petrov"),
        ],
    )
    def test_capitals_become_title_case(self, printed, expected):
        assert titled(printed, WORDS) == expected

    @pytest.mark.parametrize(
        "line",
        [
            "By Ann Lee",
            "by Ann Lee",
            "BY ANN LEE",
            "Written by Ann Lee",
            "Posted by Ann Lee on November 19, 2019, 6:21 AM EST",
            "5:45 AM PST 11/19/2019 by Ann Lee",
            "By\nAnn Lee\nSenior Reporter",
            "Ann Lee\nMay 4, 2026",
            "Ann Lee\n@annlee",
            "Ann Lee Political Correspondent",
            "Ann Lee, Special Correspondent",
        ],
    )
    def test_each_form_names_its_author(self, line):
        doc = newsdoc.parse(f"Coal pier to close\n\n{line}\n\n{STORY}")
        assert doc.authors == ("Ann Lee",)
        assert doc.byline.span.text.lower() == "ann lee"

    @pytest.mark.parametrize(
        "line", ["By comparison, Rotterdam has two", "By Monday, all had left"]
    )
    def test_not_everything_that_begins_with_by_is_a_byline(self, line):
        assert newsdoc.parse(f"Coal pier to close\n\n{STORY}\n{line}.").byline is None


class TestDates:
    @pytest.mark.parametrize(
        ("printed", "expected"),
        [
            ("November 19, 2019", "2019-11-19"),
            ("Nov. 19, 2019, 8:41 AM UTC", "2019-11-19T08:41:00+00:00"),
            ("Sept. 3rd, 2021", "2021-09-03"),
            ("19 November 2019 • 1:16pm", "2019-11-19T13:16:00"),
            ("20 Nov 2019 08:00 GMT", "2019-11-20T08:00:00+00:00"),
            ("17:41 JST, October 13, 2024", "2024-10-13T17:41:00+09:00"),
            ("12:43, 20 Apr 2026", "2026-04-20T12:43:00"),
            ("2019-11-18T20:51:19Z", "2019-11-18T20:51:00+00:00"),
            ("2026-02-03", "2026-02-03"),
            ("11/19/2019", "2019-11-19"),
            ("19/11/2019", "2019-11-19"),
            ("Fri, Apr 28 20232:23 PM EDT", "2023-04-28T14:23:00-04:00"),
            ("April 25, 20232:26 PM GMT+2", "2023-04-25T14:26:00+02:00"),
            ("April 25, 2023 2:26 PM GMT+5:30", "2023-04-25T14:26:00+05:30"),
            ("April 25, 2023 2:26 PM UTC-0330", "2023-04-25T14:26:00-03:30"),
            ("2023-04-25T14:26:00+05:45", "2023-04-25T14:26:00+05:45"),
            ("June 26, 2023 5 AM PT", "2023-06-26T05:00:00"),
            ("12:05 am, May 4, 2026", "2026-05-04T00:05:00"),
            ("Monday, November 18th, 2019 at 11:04 a.m.", "2019-11-18T11:04:00"),
        ],
    )
    def test_every_form_is_read(self, printed, expected):
        found = read_moments(printed, 0, len(printed), WORDS)
        assert [moment.stamp.isoformat() for moment in found] == [expected]

    @pytest.mark.parametrize(
        "printed", ["7 hours ago", "May 4", "Monday 5:30PM", "Today 12:01 AM", "February 30, 2020"]
    )
    def test_what_is_no_full_date_is_none(self, printed):
        assert read_moments(printed, 0, len(printed), WORDS) == []

    def test_labels_tell_publication_from_update(self):
        printed = "Updated Nov. 19, 2019 8:21 am ET / Original Nov. 18, 2019 8:02 am ET"
        found = read_moments(printed, 0, len(printed), WORDS)
        assert [moment.what for moment in found] == ["updated", "published"]

    def test_the_clock_of_the_machine_is_never_asked(self):
        doc = newsdoc.parse(f"Coal pier to close\n\nPublished 2 hours ago\n\n{STORY}")
        assert doc.published is None
        assert roles(doc.text)[1] == "dateline"


class TestThanks:
    @pytest.mark.parametrize("distance", range(1, 9))
    def test_those_who_made_the_story_are_thanked_in_its_last_five_lines(self, distance):
        thanks = "Additional reporting by Bo Vale in Halden, where the dockers met in the rain."
        told = [
            f"The crane of pier {i} will stand there until the spring, he said." for i in "ABCDEFGH"
        ]
        lines = [*STORY.strip().split("\n\n"), *told]
        lines.insert(len(lines) - distance + 1, thanks)
        behind = distance if distance <= 5 else 0

        expected = [Role.BODY] * (len(lines) - behind) + [Role.BOILERPLATE] * behind
        assert roles("\n\n".join(["Coal pier to close", *lines]))[1:] == expected


class TestDateline:
    @pytest.mark.parametrize(
        ("printed", "place", "date", "agency"),
        [
            ("MEXICO CITY (AP) — Prices", "MEXICO CITY", None, "AP"),
            ("LA CROSSE, Wis. (AP) — After", "LA CROSSE, Wis.", None, "AP"),
            ("KATHMANDU, April 25 (Reuters) - A", "KATHMANDU", None, "Reuters"),
            ("BEIRUT/THE HAGUE, March 7, 2024 (NW) - A", "BEIRUT/THE HAGUE", (2024, 3, 7), "NW"),
            ("(Reuters) — The", None, None, "Reuters"),
            ("DUBLIN — She", "DUBLIN", None, None),
            ("BERLIN -- The", "BERLIN", None, None),
            ("DUBAI, United Arab Emirates — A", "DUBAI, United Arab Emirates", None, None),
            ("ST. JOSEPH, Mich. (AP) — The", "ST. JOSEPH, Mich.", None, "AP"),
            ("LINDI: It’s", "LINDI", None, None),
        ],
    )
    def test_every_form_is_read(self, printed, place, date, agency):
        found = read_dateline(printed, 0, len(printed), WORDS)
        assert (found.place, found.agency) == (place, agency)
        assert found.date == (date and dt.date(*date))
        assert printed.startswith(found.span.text)

    @pytest.mark.parametrize(
        "printed",
        [
            "CHINA has sent troops",
            "DEAR ABBY: My husband",
            "UPDATE: The road is open",
            "The mayor — who left — said",
            "Well-known: the rest",
            "Q: What now?",
        ],
    )
    def test_decoys_are_none(self, printed):
        assert read_dateline(printed, 0, len(printed), WORDS) is None
