"""Dates: the lines that say when the article was published and updated.

A date counts only where it is full: day, month and year. Relative times ('7 hours
ago') are none, since no clock is read. A time of day belongs to the date that it
stands beside, or alone on the next line.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final, NamedTuple

from newsdoc.lexicon.layout import LayoutWords
from newsdoc.model import Span, Timestamp

_WORD: Final = re.compile(r"[^\W\d_]+")
# What may stand between a date and its time of day, before and behind it.
_BETWEEN: Final = re.compile(r"[\s,;•·|/T–—-]*(?:at\b|@)?[\s,]*", re.IGNORECASE)
_FILLER: Final = re.compile(r"[\s,;•·|/–—.-]*(?:on\s)?(?:[A-Za-z]{2,9}[.,]*)?[\s,–—-]*")
_DIGITS: Final = re.compile(r"(?<!\d)(\d\d?)[/.](\d\d?)[/.]\d\d")
_NOON: Final = 12
_LAST_MONTH: Final = 12


class Moment(NamedTuple):
    """A date as printed: its offsets, the timestamp, and what happened then ('' where unsaid)."""

    start: int
    end: int
    stamp: Timestamp
    what: str


def read_moments(text: str, start: int, end: int, words: LayoutWords) -> list[Moment]:
    """Return the full dates printed between the offsets, in order."""
    moments: list[Moment] = []
    before = start
    for found in words.date.finditer(text, start, end):
        date = _date(found, words)
        if date is None:
            continue
        what = _label(text[before : found.start()], words)
        left, right, time, offset = _clock(text, found, before, end, words)
        span = Span.of(text, left, right)
        moments.append(Moment(left, right, Timestamp(date, time, offset, span), what))
        before = right
    return moments


def is_ambiguous(stamp: Timestamp) -> bool:
    """Whether a date in digits could be another day elsewhere: 05/04/2024."""
    found = stamp.span and _DIGITS.search(stamp.span.text)
    one, two = map(int, found.groups()) if found else (0, 0)
    return one != two and max(one, two) <= _LAST_MONTH


def _label(prefix: str, words: LayoutWords) -> str:
    """Return what the words before a date say of it: the last label among them."""
    for word in reversed(_WORD.findall(prefix)):
        what = words.date_words.get(word.lower(), "")
        if what in {"published", "updated"}:
            return what
    return ""


def _date(found: re.Match[str], words: LayoutWords) -> dt.date | None:
    """Return the date of a match, or None where there is no such day."""
    g = found.groupdict()
    if g["iso_year"]:
        parts = (g["iso_year"], g["iso_month"], g["iso_day"])
    elif g["month"]:
        parts = (g["year"], str(words.months[g["month"].lower()]), g["day"])
    elif g["us_month"]:
        parts = (g["us_year"], str(words.months[g["us_month"].lower()]), g["us_day"])
    else:  # month before day, as in American English, unless there is no such month
        one, two = g["one"], g["two"]
        parts = (g["last"], two, one) if int(one) > _LAST_MONTH else (g["last"], one, two)
    try:
        return dt.date(*map(int, parts))
    except ValueError:
        return None


def _clock(
    text: str, found: re.Match[str], before: int, end: int, words: LayoutWords
) -> tuple[int, int, dt.time | None, dt.timedelta | None]:
    """Return where the date with its time begins and ends, the time, and the zone's offset."""
    start, stop = found.span()
    gap = _BETWEEN.match(text, stop, end)
    behind = words.clock.match(text, gap.end() if gap else stop, end)
    if behind and (time := _time(behind)):
        return start, behind.end(), time, _offset(behind, words)
    for ahead in reversed(list(words.clock.finditer(text, max(before, start - 40), start))):
        filler = _FILLER.fullmatch(text, ahead.end(), start)
        if filler and (time := _time(ahead)):
            return ahead.start(), stop, time, _offset(ahead, words)
    return start, stop, None, None


def read_clock(
    text: str, start: int, end: int, words: LayoutWords
) -> tuple[dt.time, dt.timedelta | None] | None:
    """Return the time of day and offset where the text between the offsets is nothing else."""
    found = words.clock.fullmatch(text, start, end)
    time = found and _time(found)
    return (time, _offset(found, words)) if found and time else None


def says_time(text: str, start: int, end: int, words: LayoutWords) -> bool:
    """Whether a time of day is printed between the offsets."""
    return any(_time(found) for found in words.clock.finditer(text, start, end))


def _time(found: re.Match[str]) -> dt.time | None:
    """Return the time of a match, or None where it is no time of day."""
    if not (found["minute"] or found["half"]):
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"] and hour <= _NOON:
        hour = hour % _NOON + (_NOON if found["half"] in "pP" else 0)
    try:
        return dt.time(hour, minute)
    except ValueError:
        return None


def _offset(found: re.Match[str], words: LayoutWords) -> dt.timedelta | None:
    """Return the offset from UTC that the zone of a match says, or None."""
    minutes = words.zones.get((found["zone"] or "").lower())
    if signed := found["offset"]:
        digits = signed[1:].replace(":", "")
        hours, rest = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")  # noqa: PLR2004
        ahead = int(hours) * 60 + int(rest)
        minutes = (minutes or 0) + (ahead if signed[0] == "+" else -ahead)
    if minutes is None or abs(minutes) >= 24 * 60:
        return None
    return dt.timedelta(minutes=minutes)
