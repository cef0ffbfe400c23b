"""Write the list of currencies from Babel's copy of the Unicode CLDR.

    python tools/currencies.py > src/newsdoc/lexicon/en/currencies.txt

newsdoc needs no Babel to run: the list is kept with the words, and a test
compares it with this script where Babel is installed.
"""

from __future__ import annotations

import datetime as dt
import sys
from typing import Final

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name, get_territory_currencies

HEADER: Final = """\
# Currencies in use: the ISO 4217 code, the name in the singular and in the plural.
# columns: code singular plural
# source: Unicode CLDR through Babel (tools/currencies.py)
# licence: Unicode-3.0
"""
IN_USE: Final = dt.date(2025, 1, 1)  # a fixed day, so that the list does not change by itself


def currencies() -> str:
    """Return the text of the list."""
    territories = get_global("territory_currencies")
    codes = {
        code for place in territories for code in get_territory_currencies(place, start_date=IN_USE)
    }
    locale = Locale("en")
    rows = [(c, *(str(get_currency_name(c, n, locale)) for n in (1, 2))) for c in sorted(codes)]
    return HEADER + "".join("\t".join(row) + "\n" for row in rows)


if __name__ == "__main__":
    sys.stdout.write(currencies())
