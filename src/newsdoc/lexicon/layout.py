"""What the layout and sentences stages know: abbreviations, dates, bylines, boilerplate."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from attrs import frozen

from newsdoc.lexicon.layout_patterns import (
    BylinePatterns,
    clock_pattern,
    credit_ends,
    credit_opens,
    date_pattern,
    day_pattern,
)
from newsdoc.lexicon.tables import Table

Openers = Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]]

# Months, auxiliaries (some cut off from their apostrophes) and such that are names of people too.
_ALSO_NAMES: Final = frozenset(
    {"ain", "april", "august", "dale", "day", "don", "jan", "jun", "june"}
    | {"may", "min", "nor", "shan", "will", "won"}
)


@frozen(eq=False)
class LayoutWords:
    """What the layout and sentences stages know. All words are in small letters.

    Attributes:
        tags: the tags that this part gives to words, beside those of the lists.
        abbreviations: what may stand behind the point of each (the kinds of the list).
        starts: words that open a sentence behind an abbreviation.
        zones: for each time zone, minutes ahead of UTC, or None where that varies.
        months: the number of each month.
        date: a full date in a line, in any of the ways in which they are printed.
        day: a day without its year.
        clock: a time of day, with its zone.
        date_words: words of a line about a date: `published` and `updated` say what happened
            then, `relative` ends a time without a date, `talk` may stand beside any,
            `life` opens a line about somebody's.
        boilerplate: phrases that are whole lines around a story, and their kinds.
        openers: the phrases that open a line around a story, without their first word, by
            their first and second.
        taglines: likewise the phrases that open a line behind a story.
        credits: phrases in a line behind a story that thanks those who worked on it.
        credit_heads: the first words of these.
        credit_words: words that say whose picture it is.
        watched: first words of lines that may be a phrase of the page or a credit.
        credit_opens: the beginning of a line that is a caption or credit.
        credit_ends: a credit at the end of a line.
        byline: the patterns of a byline.
        roles: words of the roles of authors, and whether they are a `role` or its `topic`.
        role_words: those that are a `role`.
        outlets: words that show that the signer is a body.
        agencies: words that a photograph is credited to.
        particles: small words of names.
        places: names of places, or their last words.
        no_places: labels in capitals that are no place.
        given_names: first names of people.
        no_names: words that stand in no name: those of the closed classes, days and months.
    """

    tags: Mapping[str, int]
    abbreviations: Mapping[str, str]
    starts: frozenset[str]
    zones: Mapping[str, int | None]
    months: Mapping[str, int]
    date: re.Pattern[str]
    day: re.Pattern[str]
    clock: re.Pattern[str]
    date_words: Mapping[str, str]
    boilerplate: Mapping[str, frozenset[str]]
    openers: Openers
    taglines: Openers
    credits: tuple[str, ...]
    credit_heads: frozenset[str]
    credit_words: frozenset[str]
    watched: frozenset[str]
    credit_opens: re.Pattern[str]
    credit_ends: re.Pattern[str]
    byline: BylinePatterns
    roles: Mapping[str, str]
    role_words: frozenset[str]
    outlets: frozenset[str]
    agencies: frozenset[str]
    particles: frozenset[str]
    places: frozenset[str]
    no_places: frozenset[str]
    no_names: frozenset[str]
    given_names: frozenset[str]

    @classmethod
    def of(cls, tables: Mapping[str, Table], printed: Mapping[str, Table]) -> LayoutWords:
        """Return the part compiled from the word lists: patterns are of words as *printed*."""
        months = {row[0]: int(row[1]) for row in tables["months"].rows}
        zones = {row[0]: None if row[1] == "-" else int(row[1]) for row in tables["zones"].rows}
        boilerplate = {row[0]: frozenset(row[1].split()) for row in tables["boilerplate"].rows}
        thanks = tuple(phrase for phrase, kinds in boilerplate.items() if "credits" in kinds)
        openers = _openers(tables["boilerplate"], "opens")
        return cls(
            tags={},
            abbreviations=_pairs(tables["abbreviations"]),
            starts=frozenset(tables["sentence_starts"].words),
            zones=zones,
            months=months,
            date=date_pattern(months),
            day=day_pattern(months),
            clock=clock_pattern(zones),
            date_words=_pairs(tables["date_words"]),
            boilerplate=boilerplate,
            openers=openers,
            taglines=_openers(tables["boilerplate"], "tagline"),
            credits=thanks,
            credit_heads=frozenset(phrase.split()[0] for phrase in thanks),
            credit_words=frozenset(tables["credits"].words),
            watched=frozenset({*openers, *tables["credits"].words}),
            credit_opens=credit_opens(printed["credits"]),
            credit_ends=credit_ends(printed["credits"]),
            byline=BylinePatterns.of(printed["byline_words"]),
            roles=_pairs(tables["byline_roles"]),
            role_words=frozenset(row[0] for row in tables["byline_roles"].rows if row[1] == "role"),
            outlets=frozenset(tables["outlets"].words),
            agencies=frozenset(tables["photo_agencies"].words),
            particles=frozenset(tables["name_particles"].words),
            places=frozenset(tables["places"].words),
            no_places=frozenset(tables["no_places"].words),
            no_names=_no_names(tables),
            given_names=frozenset(tables["given_names"].words),
        )


def _no_names(tables: Mapping[str, Table]) -> frozenset[str]:
    """Return the words of the closed classes, days and months that stand in no name."""
    closed = ("determiners", "pronouns", "possessives", "prepositions", "conjunctions")
    others = ("subordinators", "relatives", "auxiliaries", "weekdays", "months", "date_words")
    words = {word for name in closed + others for word in tables[name].words if len(word) > 1}
    return frozenset(words - set(tables["name_particles"].words) - _ALSO_NAMES)


def _pairs(table: Table) -> dict[str, str]:
    return {row[0]: row[1] for row in table.rows}


def _openers(table: Table, kind: str) -> Openers:
    """Return the phrases of a kind by their first and second word ('' where they have one)."""
    found: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for phrase, kinds in table.rows:
        if kind in kinds.split():
            first, *rest = phrase.split()
            second = rest[0] if rest else ""
            found.setdefault(first, {}).setdefault(second, []).append(tuple(rest))
    return {
        first: {second: tuple(rests) for second, rests in seconds.items()}
        for first, seconds in found.items()
    }
