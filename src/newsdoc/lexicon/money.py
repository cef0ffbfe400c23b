"""Money: every form of every currency that can stand behind a number, or before one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from newsdoc.lexicon.inflection import plural
from newsdoc.lexicon.tables import Table
from newsdoc.model import Unit, UnitKind


def money_forms(table: Table, currencies: Table, past: Table) -> Iterator[tuple[str, Unit]]:
    """Yield every form of money that can stand behind a number; codes, of what is in use only.

    The noun of a currency stands behind an adjective or its country in all of its forms:
    'Italian lire' as well as 'Italian liras', 'Kenya shillings' as well as 'Kenyan shillings'.
    """
    nouns = _nouns(table)
    for rows, in_use in ((past.rows, False), (currencies.rows, True)):
        for code, one, many, country in rows:
            unit = Unit(UnitKind.MONEY, one, code)
            lead, _, noun = one.rpartition(" ")
            known = [noun, many.rpartition(" ")[2], *nouns.get(_plain(noun), ())]
            leads = [part for part in (lead, country) if part not in ("", "-")]
            for form in (one, many, *(f"{part} {word}" for part in leads for word in known)):
                yield form, unit
            if in_use:
                yield code, unit
    for form, name, code, place in table.rows:
        if place == "large" or (place == "symbol" and not form.isalpha()):
            continue
        unit = Unit(UnitKind.MONEY, name, _code(code))
        yield form, unit
        if place == "word":
            yield plural(form), unit


def money_signs(table: Table, currencies: Table) -> Mapping[str, Unit]:
    """Return every form of money that can stand before a number."""
    signs = {code: Unit(UnitKind.MONEY, one, code) for code, one, *_ in currencies.rows}
    for form, name, code, place in table.rows:
        if place in ("symbol", "large", "both"):
            signs[form] = Unit(UnitKind.MONEY, name, _code(code))
    return signs


def large_signs(table: Table) -> frozenset[str]:
    """Return the signs that only stand before great amounts: N2.5bn, K50,000."""
    return frozenset(form for form, _, _, place in table.rows if place in ("large", "both"))


def _nouns(table: Table) -> dict[str, list[str]]:
    """Return the forms of each noun of money by the noun: lira, liras and lire of lira."""
    nouns: dict[str, list[str]] = {}
    for form, name, _, place in table.rows:
        if place in ("word", "unit", "both") and " " not in form:
            forms = nouns.setdefault(_plain(name.rpartition(" ")[2]), [])
            forms += (form, plural(form))
    return nouns


def _plain(word: str) -> str:
    """Return a word without its accents."""
    parts = unicodedata.normalize("NFD", word)
    return "".join(part for part in parts if not unicodedata.combining(part))


def _code(printed: str) -> str | None:
    return None if printed == "-" else printed
