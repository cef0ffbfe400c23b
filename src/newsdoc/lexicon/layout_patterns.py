"""The patterns of the layout stage, made from the word lists: dates, times, bylines, credits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from attrs import frozen

from newsdoc.lexicon.tables import Table


@frozen(eq=False)
class BylinePatterns:
    """The patterns of a byline.

    Attributes:
        opens: what a byline opens with: 'By', 'Written by', 'Author:'.
        inner: what stands before the names inside a line.
        cut: where the names end.
        joins: what stands between two names.
        heads: one of these words stands in any byline that opens so, but for one
        glued: whose first word begins with one of these: 'ByAnn Lee'.
    """

    opens: re.Pattern[str]
    inner: re.Pattern[str]
    cut: re.Pattern[str]
    joins: re.Pattern[str]
    heads: frozenset[str]
    glued: tuple[str, ...]

    @classmethod
    def of(cls, table: Table) -> BylinePatterns:
        """Return the patterns compiled from the list of words."""
        signs, label = either(words_of(table, "signs")), either(words_of(table, "label"))
        before, ends = either(words_of(table, "before")), either(words_of(table, "ends"))
        stops = either(word.capitalize() for word in words_of(table, "stops"))
        joins = either(words_of(table, "joins"))
        glued = either(word.capitalize() for word in words_of(table, "signs"))
        return cls(
            opens=re.compile(
                rf"[*_]{{0,3}}(?:[/|]\s*)?(?:(?:{before}|{label})\s*:?\s+)?(?:{signs})\b\s*:?\s*|(?:{label})\s*:\s*"
                rf"|(?-i:(?:{glued})(?=[A-Z][a-z]))",
                re.IGNORECASE,
            ),
            inner=re.compile(rf"\s(?i:{signs})\s+(?=\w)"),
            cut=re.compile(
                rf"\s+[\w.+-]+@[\w-]+\.\w|\s*[|·•/@]|\s+[–—-]+\s|\s+(?i:{ends})\s|\d|\s+\([^()]+\)$|\s*(?:{stops}|{stops.upper()})\b"
            ),
            joins=re.compile(rf"\s*(?:[,;&]|\b(?i:{joins})\b)\s*"),
            heads=frozenset(words_of(table, "signs", "label")),
            glued=tuple(words_of(table, "signs")),
        )


def words_of(table: Table, *kinds: str) -> list[str]:
    """Return the words of a list that have one of the kinds in their second field."""
    return [row[0] for row in table.rows if not set(kinds).isdisjoint(row[1].split())]


def either(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


def credit_opens(table: Table) -> re.Pattern[str]:
    """Return the pattern of the beginning of a credit: 'Image credit:', '1 of 12 |', '©'.

    A comma stands behind 'Image caption' and 'Image source' alone.
    """
    words = either(words_of(table, "open"))
    return re.compile(
        rf"\W?(?:{words})(?: (?:{words}))?\s*(?::|by\b)"
        rf"|(?:{words}) (?:caption|source),(?!\S)|\d+ of \d+\s*\||\[\d+/\d+\]|\W?©|\(c\) ",
        re.IGNORECASE,
    )


def credit_ends(table: Table) -> re.Pattern[str]:
    """Return the pattern of a credit at the end: '(AP Photo/A. Name)', 'Image: Agency'."""
    inside = either(words_of(table, "inside"))
    return re.compile(
        rf"[(\[]\s?(?:\w{{2,4}} )?(?:{inside})\b[^()\[\]]{{0,120}}[)\]]?\W{{0,3}}$"
        r"|[(\[][^()\[\]]{0,60}(?:/|\b(?:via|AP|Press|Reuters)\b)[^()\[\]]{0,60}[)\]]\W{0,2}$"
        r"|(?-i:[A-Z][a-z]+ [A-Z][a-z]+ ?/ ?[A-Z][\w /]{0,40})$"
        r"|(?-i:\([A-Z][\w ]{1,20}: [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}\))$"
        rf"|(?:{inside})(?: credits?)?(?: by |: ?|\.\.\. ?|/)(?:[^.]|\b(?-i:[A-Z])\.){{0,80}}$",
        re.IGNORECASE,
    )


def date_pattern(months: Mapping[str, int]) -> re.Pattern[str]:
    """Return the pattern of a full date: 2026-11-22, November 22, 2026, 22 Nov 2026, 22/11/2026."""
    month, year, ordinal = either(months), r"(?:19|20)\d\d", r"(?:st|nd|rd|th)?"
    return re.compile(
        r"(?<!\d)(?:"
        rf"(?P<iso_year>{year})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)"
        rf"|(?P<day>\d{{1,2}}){ordinal}\.?[\s-](?:of\s)?(?P<month>{month})\b\.?,?[\s-]?"
        rf"(?P<year>{year})"
        rf"|(?P<one>\d{{1,2}})[/.](?P<two>\d{{1,2}})[/.](?P<last>{year})(?!\d)"
        rf")|(?P<us_month>{month})\b\.?[\s-](?P<us_day>\d{{1,2}}){ordinal},?[\s-]"
        rf"(?P<us_year>{year})",
        re.IGNORECASE,
    )


def day_pattern(months: Mapping[str, int]) -> re.Pattern[str]:
    """Return the pattern of a day without its year: May 4, 4th of May."""
    month, number = either(months), r"\d{1,2}(?!\d)(?:st|nd|rd|th)?"
    return re.compile(
        rf"\b(?:(?:{month})\b\.? {number}|{number}\.? (?:of )?(?:{month})\b\.?)", re.IGNORECASE
    )


def clock_pattern(zones: Mapping[str, int | None]) -> re.Pattern[str]:
    """Return the pattern of a time of day: 5:50 pm CET, 17:41 JST, 5 AM PT, T20:51:19Z."""
    return re.compile(
        r"(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?(?::[0-5]\d(?:\.\d{1,9})?)?"
        r"(?:\s?(?P<half>[ap])\.?m\b\.?)?"
        rf"(?:\s?\(?(?P<zone>{either(zones)})\b\)?)?(?P<offset>[+-]\d\d?(?::?\d\d)?)?",
        re.IGNORECASE,
    )
