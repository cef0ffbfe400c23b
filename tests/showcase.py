# ruff: noqa: E501 - a paragraph of the article is one line
"""An article with one of everything, read by hand: what the writers are shown and judged by."""

import datetime as dt
from decimal import Decimal

from newsdoc.model import (
    Byline,
    Change,
    Dateline,
    Document,
    Mention,
    Notice,
    Paragraph,
    Quote,
    Source,
    Span,
    Statistic,
    Timestamp,
    Unit,
)

TEXT = """\
Ferry line to halve winter sailings as fuel bill climbs

Islanders fear a third cut in four years; the company says it has no choice

By Ingrid Solberg and Tom Adeyemi
Published 9 November 2026, 07:45

HARBOUR ISLE, Nov 9 (Coast News) - The company that runs the only ferry to Harbour Isle will halve its winter sailings from December, saying that its fuel bill had risen 38 percent in a year to $4.6 million.

“We have looked at every other line in the budget,” Marta Lindqvist, the chief executive of Northern Ferries, told reporters on Monday. “There is nothing left to cut.

“If fuel falls back below $90 a barrel, we will put the boats back the same week.”

Lindqvist denied that the company had promised the council at least 12 sailings a week, and declined to say whether jobs would go.

A boat leaving the outer harbour on Sunday. Photo: Coast News

What islanders say

About 1,480 people live on the isle, and between 60 and 70 percent of them cross the sound every week, according to a survey published by the council in March. One in five said they had missed a hospital appointment because of a cancelled boat.

“You cannot run a school on two boats a day,” said Joseph Okafor, the head teacher, who called the plan “a slow eviction”. He asked why no one had told the parents.

Passenger numbers fell from 212,000 to 187,500 last year, the company's annual report shows. Fares rose by £2.50.

The plan in brief:

• six sailings a day instead of 12
• no boat after 7.30 p.m.
• a subsidy of more than $1.2 million from the state

The ministry of transport rejected claims that it had blocked a larger subsidy. A spokeswoman said it was “not aware of any such request” <and would not speculate> & left it there.

Sign up for our morning newsletter
"""


def at(words: str, after: str = "") -> Span:
    """The first place of some words (behind others)."""
    start = TEXT.index(words, TEXT.index(after))
    return Span.of(TEXT, start, start + len(words))


def paragraphs():
    roles = {
        "Ferry line": "headline",
        "Islanders fear": "deck",
        "By Ingrid": "byline",
        "Published": "byline",
        "A boat leaving": "caption",
        "What islanders say": "subhead",
        "• ": "list_item",
        "Sign up": "boilerplate",
    }
    offset = 0
    for line in TEXT.splitlines(keepends=True):
        if line.strip():
            role = next((role for start, role in roles.items() if line.startswith(start)), "body")
            yield Paragraph(Span.of(TEXT, offset, offset + len(line.rstrip("\n"))), role)
        offset += len(line)


def document() -> Document:
    company = Source("organisation", "Northern Ferries", None, (at("The company that runs"),))
    lindqvist = Source(
        "person",
        "Marta Lindqvist",
        "chief executive of Northern Ferries",
        (at("Marta Lindqvist"), at("Lindqvist", "same week")),
    )
    council = Source(
        "document",
        "a survey published by the council",
        None,
        (at("a survey published by the council in March"),),
    )
    okafor = Source(
        "person", "Joseph Okafor", "the head teacher", (at("Joseph Okafor"), at("He", "eviction"))
    )
    report = Source("document", None, None, (at("the company's annual report"),))
    ministry = Source(
        "organisation", "ministry of transport", None, (at("The ministry of transport"),)
    )
    spokeswoman = Source("unnamed", None, None, (at("A spokeswoman"),))
    sources = (company, lindqvist, council, okafor, report, ministry, spokeswoman)

    def by(source, words, after=""):
        return Mention(at(words, after), source, "by-hand")

    ceo = by(lindqvist, "Marta Lindqvist")
    ceo_later = by(lindqvist, "Lindqvist", "same week")
    direct = (
        at("We have looked at every other line in the budget,"),
        at("There is nothing left to cut."),
        at("If fuel falls back below $90 a barrel, we will put the boats back the same week."),
    )
    school = at("You cannot run a school on two boats a day,")
    quotes = (
        Quote(
            (at("that its fuel bill had risen 38 percent in a year to $4.6 million"),),
            (),
            by(company, "The company that runs"),
            at("saying"),
            "asserts",
            "by-hand",
        ),
        Quote(direct, direct, ceo, at("told"), "asserts", "by-hand"),
        Quote(
            (at("that the company had promised the council at least 12 sailings a week"),),
            (),
            ceo_later,
            at("denied"),
            "denies",
            "by-hand",
        ),
        Quote(
            (at("whether jobs would go"),),
            (),
            ceo_later,
            at("declined to say"),
            "withholds",
            "by-hand",
        ),
        Quote(
            (school,),
            (school,),
            by(okafor, "Joseph Okafor"),
            at("said", "a day,"),
            "asserts",
            "by-hand",
        ),
        Quote(
            (at("the plan “a slow eviction”"),),
            (at("a slow eviction"),),
            by(okafor, "Joseph Okafor"),
            at("called"),
            "asserts",
            "by-hand",
        ),
        Quote(
            (at("why no one had told the parents"),),
            (),
            by(okafor, "He", "eviction"),
            at("asked"),
            "asks",
            "by-hand",
        ),
        Quote(
            (at("that it had blocked a larger subsidy"),),
            (),
            by(ministry, "The ministry of transport"),
            at("rejected claims"),
            "denies",
            "by-hand",
        ),
        Quote(
            (
                at(
                    "it was “not aware of any such request” <and would not speculate> & left it there"
                ),
            ),
            (at("not aware of any such request"),),
            by(spokeswoman, "A spokeswoman"),
            at("said", "A spokeswoman"),
            "asserts",
            "by-hand",
        ),
    )

    percent, dollar = Unit("percent", "percent"), Unit("money", "dollar")
    survey = by(council, "a survey published by the council in March")
    annual = by(report, "the company's annual report")

    def figure(words, low, high=None, *, after="", **facts):
        return Statistic(
            at(words, after), Decimal(low), Decimal(high or low), why="by-hand", **facts
        )

    rise = figure(
        "38 percent",
        38,
        unit=percent,
        direction="up",
        subject=at("its fuel bill"),
        source=by(company, "The company that runs"),
    )
    bill = figure(
        "$4.6 million",
        4_600_000,
        unit=dollar,
        subject=at("its fuel bill"),
        source=by(company, "The company that runs"),
    )
    before = figure(
        "212,000",
        212_000,
        unit=Unit("count", "passenger"),
        subject=at("Passenger numbers"),
        source=annual,
    )
    after = figure(
        "187,500",
        187_500,
        unit=Unit("count", "passenger"),
        subject=at("Passenger numbers"),
        source=annual,
    )
    statistics = (
        rise,
        bill,
        figure(
            "$90 a barrel",
            90,
            unit=dollar,
            per=Unit("volume", "barrel"),
            bound="less_than",
            subject=at("fuel", "“If"),
            source=ceo,
        ),
        figure(
            "at least 12 sailings a week",
            12,
            unit=Unit("count", "sailing"),
            per=Unit("duration", "week"),
            bound="at_least",
            source=ceo_later,
        ),
        figure(
            "About 1,480 people", 1480, unit=Unit("count", "person"), bound="about", source=survey
        ),
        figure(
            "between 60 and 70 percent",
            60,
            70,
            unit=percent,
            subject=at("them", "70 percent"),
            source=survey,
        ),
        figure("One in five", 1, of=Decimal(5), source=survey),
        before,
        after,
        figure(
            "£2.50", "2.50", unit=Unit("money", "pound", "GBP"), direction="up", subject=at("Fares")
        ),
        figure("six sailings a day", 6, unit=Unit("count", "sailing"), per=Unit("duration", "day")),
        figure(
            "12",
            12,
            after="six sailings",
            unit=Unit("count", "sailing"),
            per=Unit("duration", "day"),
        ),
        figure(
            "more than $1.2 million",
            1_200_000,
            unit=dollar,
            bound="more_than",
            subject=at("a subsidy"),
        ),
    )
    return Document(
        text=TEXT,
        paragraphs=tuple(paragraphs()),
        quotes=quotes,
        statistics=statistics,
        changes=(Change(before, after), Change(after=bill, by=rise)),
        sources=sources,
        byline=Byline(at("By Ingrid Solberg and Tom Adeyemi"), ("Ingrid Solberg", "Tom Adeyemi")),
        dateline=Dateline(
            at("HARBOUR ISLE, Nov 9 (Coast News) -"),
            "HARBOUR ISLE",
            dt.date(2026, 11, 9),
            "Coast News",
        ),
        published=Timestamp(
            dt.date(2026, 11, 9), dt.time(7, 45), None, at("9 November 2026, 07:45")
        ),
        url="https://news.example/ferry",
        notices=(Notice("ambiguous-speaker", at("A spokeswoman")),),
    )
