"""Write the lists of currencies from Babel's copy of the Unicode CLDR.

    python tools/currencies.py > src/newsdoc/lexicon/en/currencies.txt
    python tools/currencies.py past > src/newsdoc/lexicon/en/currencies_past.txt

newsdoc needs no Babel to run: the lists are kept with the words, and a test
compares them with this script where Babel is installed.
"""

from __future__ import annotations

import datetime as dt
import sys
from typing import Final

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name, get_territory_currencies

HEADER: Final = """\
# Currencies in use: the ISO 4217 code, the name in the singular and in the plural, and the
# country whose code it begins with, or -.
# columns: code singular plural country
# source: Unicode CLDR through Babel (tools/currencies.py)
# licence: Unicode-3.0
"""
PAST_HEADER: Final = HEADER.replace(
    "Currencies in use", "Currencies of yesterday, in use since 1970"
)
IN_USE: Final = dt.date(2025, 1, 1)  # a fixed day, so that the list does not change by itself
SUPRANATIONAL: Final = frozenset({"EU"})
SINCE: Final = dt.date(1970, 1, 1)


def currencies() -> str:
    """Return the text of the list of what is in use."""
    return HEADER + "".join("\t".join(row) + "\n" for row in _rows(_codes(IN_USE, IN_USE)))


def past() -> str:
    """Return the text of the list of what is not in use any more, and has a name of its own."""
    rows = _rows(_codes(SINCE, IN_USE) - _codes(IN_USE, IN_USE))
    return PAST_HEADER + "".join("\t".join(row) + "\n" for row in rows if "(" not in row[1])


def _codes(start: dt.date, end: dt.date) -> set[str]:
    """Return the codes of the currencies that were in use anywhere between two days."""
    places = get_global("territory_currencies")
    return {code for place in places for code in get_territory_currencies(place, start, end)}


def _rows(codes: set[str]) -> list[tuple[str, ...]]:
    """Return each code with its names in the singular and in the plural, and its country."""
    locale = Locale("en")
    return [
        (c, *(str(get_currency_name(c, n, locale)) for n in (1, 2)), _country(c, locale))
        for c in sorted(codes)
    ]


def _country(code: str, locale: Locale) -> str:
    """Return the country whose code a currency's begins with, where its name is a plain one."""
    name = str(locale.territories.get(code[:2], ""))
    plain = all(word[:1].isupper() and word.isalpha() for word in name.split())
    return name if name and plain and code[:2] not in SUPRANATIONAL else "-"


if __name__ == "__main__":
    sys.stdout.write(past() if "past" in sys.argv else currencies())
