"""The rules that make statistics: what each `why` says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

RULES: Final[Mapping[str, str]] = {
    "money": "a sign, code or word of money beside the number",
    "percent": "a sign or word of percent behind the number",
    "measure": "a unit of measure behind the number: times, lengths, points",
    "multiple": "'twofold', 'five times as many'",
    "age": "'44-year-old', 'aged 6', 'Hall, 44,', '65 and older'",
    "count": "the noun behind the number is what it counts",
    "fraction": "'two-thirds', 'half', '1/16'",
    "ratio": "'one in five', '3 out of 4'",
    "rate": "a bare number per something: '7.3 per 100,000'; '40 boats a day' is a count",
    "range": "two numbers are the ends of one range",
    "compound": "'6 feet 2 inches': two units told together",
    "score": "two numbers joined by a dash or 'to': a vote, a match, a poll",
    "pair": "the unit is that of the number it is paired with",
    "shared-noun": "the noun is left out: it is that of the count before or behind",
    "people": "people are counted without being named: 'killed 12', 'a town of 45,000'",
    "toll": "a death toll counts deaths",
    "number-of": "'the number of cases rose to 40'",
    "number": "a bare number: a level, an index, a value of something",
}
