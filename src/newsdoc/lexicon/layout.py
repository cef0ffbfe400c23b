"""What the layout and sentences stages know: abbreviations, dates, bylines, boilerplate."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from attrs import frozen

from newsdoc.lexicon.tables import Table

Openers = Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]]

# Months and auxiliaries that are given names too.
_ALSO_NAMES: Final = frozenset({"april", "august", "dale", "jan", "june", "may", "will"})


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
        clock: a time of day, with its zone.
        date_labels: words before a date, and whether it was `published` or `updated` then.
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
        roles: words of the roles of authors, and whether they are a `role` or its `topic`.
        outlets: words that show that the signer is a body.
        agencies: words that a photograph is credited to.
        particles: small words of names.
        no_places: labels in capitals that are no place.
        no_names: words that stand in no name: those of the closed classes, days and months.
    """

    tags: Mapping[str, int]
    abbreviations: Mapping[str, str]
    starts: frozenset[str]
    zones: Mapping[str, int | None]
    months: Mapping[str, int]
    date: re.Pattern[str]
    clock: re.Pattern[str]
    date_labels: Mapping[str, str]
    boilerplate: Mapping[str, frozenset[str]]
    openers: Openers
    taglines: Openers
    credits: tuple[str, ...]
    credit_heads: frozenset[str]
    credit_words: frozenset[str]
    watched: frozenset[str]
    credit_opens: re.Pattern[str]
    credit_ends: re.Pattern[str]
    roles: Mapping[str, str]
    outlets: frozenset[str]
    agencies: frozenset[str]
    particles: frozenset[str]
    no_places: frozenset[str]
    no_names: frozenset[str]

    @classmethod
    def of(cls, tables: Mapping[str, Table]) -> LayoutWords:
        """Return the part compiled from the word lists."""
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
            date=_date_pattern(months),
            clock=_clock_pattern(zones),
            date_labels=_pairs(tables["date_labels"]),
            boilerplate=boilerplate,
            openers=openers,
            taglines=_openers(tables["boilerplate"], "tagline"),
            credits=thanks,
            credit_heads=frozenset(phrase.split()[0] for phrase in thanks),
            credit_words=frozenset(tables["credits"].words),
            watched=frozenset({*openers, *tables["credits"].words}),
            credit_opens=_credit_opens(tables["credits"]),
            credit_ends=_credit_ends(tables["credits"]),
            roles=_pairs(tables["byline_roles"]),
            outlets=frozenset(tables["outlets"].words),
            agencies=frozenset(tables["photo_agencies"].words),
            particles=frozenset(tables["name_particles"].words),
            no_places=frozenset(tables["no_places"].words),
            no_names=_no_names(tables),
        )


def _no_names(tables: Mapping[str, Table]) -> frozenset[str]:
    """Return the words of the closed classes, days and months that stand in no name."""
    closed = ("determiners", "pronouns", "possessives", "prepositions", "conjunctions")
    others = ("subordinators", "relatives", "auxiliaries", "weekdays", "months", "date_labels")
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


def _either(words: Mapping[str, object]) -> str:
    """Return a pattern for any of the words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


def _credit_opens(table: Table) -> re.Pattern[str]:
    """Return the pattern of the beginning of a credit: 'Image credit:', '1 of 12 |', '©'."""
    words = _either({row[0]: 0 for row in table.rows if "open" in row[1].split()})
    return re.compile(
        rf"\W?(?:{words})(?: (?:{words}))?\s*(?::|by\b)|\d+ of \d+\s*\||\[\d+/\d+\]|\W?©|\(c\) ",
        re.IGNORECASE,
    )


def _credit_ends(table: Table) -> re.Pattern[str]:
    """Return the pattern of a credit at the end: '(AP Photo/A. Name)', 'Image: Agency'."""
    inside = _either({row[0]: 0 for row in table.rows if "inside" in row[1].split()})
    return re.compile(
        rf"[(\[]\s?(?:\w{{2,4}} )?(?:{inside})\b[^()\[\]]{{0,120}}[)\]]?\W{{0,3}}$"
        r"|[(\[][^()\[\]]{0,60}(?:/|\b(?:via|AP|Press|Reuters)\b)[^()\[\]]{0,60}[)\]]\W{0,2}$"
        rf"|(?:{inside})(?: credits?)?(?: by |: ?|\.\.\. ?|/)[^.]{{0,80}}$",
        re.IGNORECASE,
    )


def _date_pattern(months: Mapping[str, int]) -> re.Pattern[str]:
    """Return the pattern of a full date: 2026-11-22, November 22, 2026, 22 Nov 2026, 22/11/2026."""
    month, year, ordinal = _either(months), r"(?:19|20)\d\d", r"(?:st|nd|rd|th)?"
    return re.compile(
        r"(?<!\d)(?:"
        rf"(?P<iso_year>{year})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)"
        rf"|(?P<day>\d{{1,2}}){ordinal}[ -](?:of )?(?P<month>{month})\b\.?,?[ -]?(?P<year>{year})"
        rf"|(?P<one>\d{{1,2}})[/.](?P<two>\d{{1,2}})[/.](?P<last>{year})(?!\d)"
        rf")|(?P<us_month>{month})\b\.?[ -](?P<us_day>\d{{1,2}}){ordinal},?[ -](?P<us_year>{year})",
        re.IGNORECASE,
    )


def _clock_pattern(zones: Mapping[str, int | None]) -> re.Pattern[str]:
    """Return the pattern of a time of day: 5:50 pm CET, 17:41 JST, 5 AM PT, T20:51:19Z."""
    return re.compile(
        r"(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?(?::[0-5]\d(?:\.\d{1,9})?)?"
        r"(?: ?(?P<half>[ap])\.?m\b\.?)?"
        rf"(?: ?\(?(?P<zone>{_either(zones)})\b\)?)?(?P<offset>[+-]\d\d?(?::?\d\d)?)?",
        re.IGNORECASE,
    )
