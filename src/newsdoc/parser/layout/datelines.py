"""Datelines: where, when and for whom a story was filed, at the head of its first paragraph.

    KYIV, May 4 (Reuters) -     LA CROSSE, Wis. (AP) —     LINDI:     (Reuters) —

The place stands in capitals, or (with a region, a date or an agency behind it) in
small letters; a dash ends the dateline, or, behind a place in capitals alone, a colon.
A place that the lexicon knows may stand alone in small letters, at the head of the
story and where no other paragraph opens so: 'Berlin – The', 'Oslo, Viken, Norway: The'.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from newsdoc.lexicon.layout import LayoutWords
from newsdoc.model import Dateline, Span
from newsdoc.parser.layout.dates import read_moments

_BLANK: Final = re.compile(r"[ /]")
_CAPS: Final = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.\-]*[A-ZÀ-ÖØ-Þ.]"
_TITLE: Final = r"[A-ZÀ-ÖØ-Þ][\w'’.\-]*"
_PLACE: Final = (
    rf"(?P<caps>{_CAPS}(?:(?:[ /]|\s?/\s?){_CAPS}){{0,4}})|(?P<title>{_TITLE}(?: {_TITLE}){{0,2}})"
)
_REGION: Final = (
    rf"(?P<region>(?:, (?!\w+\.? \d){_TITLE}(?: (?:and |of |the )?{_TITLE}){{0,3}}){{0,2}})"
)
_DAY: Final = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:, \d{4})?"
_DATE: Final = rf"(?P<date>(?:, (?:\w+day, )?{_DAY})?)"
_AGENCY: Final = r"(?P<agency>(?:(?: |--)?\((?:\w[\w.&'’/-]*(?: [\w.&'’/-]+){0,3})\)| /\w+/)?)"
_DASH: Final = r"(?P<end>\s?(?:—|–|--?)\s|—|--(?=\w)|:\s)"
_DATELINE: Final = re.compile(rf"(?:(?:{_PLACE}){_REGION}{_DATE})?{_AGENCY}\s?{_DASH}")
_MARK: Final = re.compile("[—–]| -|--|: ")  # one of them ends a dateline
_OPENS: Final = re.compile(r"[\"“‘']?[^\W_a-zà-ÿ]")  # what a sentence opens with
_LONGEST: Final = 100


def read_dateline(text: str, start: int, end: int, words: LayoutWords) -> Dateline | None:
    """Return the dateline that the paragraph between the offsets opens with, or None."""
    reach = min(end, start + _LONGEST)
    if not _MARK.search(text, start, reach):
        return None
    found = _DATELINE.match(text, start, reach)
    if not found or (found.end() == end and not (found["title"] and found["agency"])):
        return None
    place = found["caps"] or found["title"]
    if not _is_filed(found, place, words):
        return None
    where = place and place + (found["region"] or "")
    return _made(text, found, where, _filed(found["date"] or "", words))


def read_plain(text: str, start: int, end: int, words: LayoutWords) -> Dateline | None:
    """Return the dateline of a place in small letters, and nothing else, or None."""
    reach = min(end, start + _LONGEST)
    found = _DATELINE.match(text, start, reach) if _MARK.search(text, start, reach) else None
    if not found or not found["title"] or found["agency"] or found["date"]:
        return None
    named = _BLANK.split(found["title"])
    known = (found["region"] or named[-1]).split()[-1].lower() in words.places
    barred = any(part.lower() in words.no_places for part in named)
    if barred or not known or not _OPENS.match(text, found.end(), end):
        return None
    return _made(text, found, found["title"] + found["region"], None)


def _is_filed(found: re.Match[str], place: str | None, words: LayoutWords) -> bool:
    """Whether what looks like a dateline is one."""
    agency = bool(found["agency"])
    colon = found["end"].startswith(":")
    if place is None:
        return agency and not colon
    if any(part.lower().strip(".") in words.no_places for part in _BLANK.split(place)):
        return False
    dated = bool(found["date"])
    if colon:
        return bool(found["caps"]) and not (found["region"] or agency or dated)
    return bool(found["caps"]) or agency or dated


def _made(text: str, found: re.Match[str], place: str | None, date: dt.date | None) -> Dateline:
    """Return the dateline of a match."""
    span = Span.of(text, found.start(), found.start() + len(found[0].rstrip()))
    return Dateline(span, place, date, (found["agency"] or "").strip(" ()/-") or None)


def _filed(date: str, words: LayoutWords) -> dt.date | None:
    """Return the day of filing, or None where its year is not printed."""
    moments = read_moments(date, 0, len(date), words)
    return moments[0].stamp.date if moments else None
