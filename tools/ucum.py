"""Write the list of UCUM codes from the Unified Code's own table, as ucumvert ships it.

    python tools/ucum.py > src/newsdoc/lexicon/en/ucum.txt

The codes of all names in the list of units are made from those of their parts: 'square
kilometre' is k, m and 2. newsdoc needs no ucumvert to run: the list is kept with the
words, and a test compares it with this script, and each code with ucumvert's grammar.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import ucumvert

HEADER: Final = """\
# Units of measure that have a code of the Unified Code for Units of Measure, and the code.
# columns: name code
# source: ucum-essence.xml 2.2 through ucumvert (tools/ucum.py)
# licence: UCUM Copyright Notice and License, version 1.0
"""
UNITS: Final = Path(__file__).parent.parent / "src/newsdoc/lexicon/en/units.txt"
ESSENCE: Final = Path(ucumvert.__file__).parent / "vendor" / "ucum-essence.xml"
XMLNS: Final = "{http://unitsofmeasure.org/ucum-essence}"

# What news and UCUM call by different names.
NAMED: Final = {
    "US gallon": "[gal_us]",
    "acre": "[acr_us]",
    "ampere": "A",
    "are": "ar",
    "astronomical unit": "AU",
    "atmosphere": "atm",
    "barrel": "[bbl_us]",
    "bit": "bit",
    "British thermal unit": "[Btu]",
    "carat": "[car_m]",
    "degree Fahrenheit": "[degF]",
    "degree Rankine": "[degR]",
    "furlong": "[fur_us]",
    "hectare": "har",
    "horsepower": "[HP]",
    "imperial gallon": "[gal_br]",
    "imperial pint": "[pt_br]",
    "karat": "[car_Au]",
    "light year": "[ly]",
    "litre": "L",
    "long ton": "[lton_av]",
    "metre": "m",
    "millimetre of mercury": "mm[Hg]",
    "minute": "min",
    "nit": "cd/m2",
    "part per billion": "[ppb]",
    "part per million": "[ppm]",
    "pennyweight": "[pwt_tr]",
    "pixel": "{pixel}",
    "pound per square inch": "[psi]",
    "pound-foot": "[ft_i].[lbf_av]",
    "short ton": "[ston_av]",
    "troy ounce": "[oz_tr]",
}
# What a plain word does not settle: the scale of a degree, the country of a ton.
# Gallons and pints are not even found, since UCUM knows only those of a country.
OPEN: Final = {"degree", "dram", "kilopound per square inch", "point", "ton"}
POWERS: Final = {"square": "2", "cubic": "3"}


def codes() -> str:
    """Return the text of the list."""
    essence = ET.parse(ESSENCE).getroot()  # noqa: S314 -- a file of an installed package
    prefixes = {_name(e): e.attrib["Code"] for e in essence.iter(f"{XMLNS}prefix")}
    prefixes["deca"] = prefixes["deka"]
    atoms, metric = dict(NAMED), set()
    for unit in (*essence.iter(f"{XMLNS}base-unit"), *essence.iter(f"{XMLNS}unit")):
        code = unit.attrib["Code"]
        if unit.get("isMetric", "yes") == "yes":
            metric.add(code)
        if "[" not in code or code.endswith(("_i]", "_av]")):  # the international ones
            atoms.setdefault(_name(unit), code)
    rows = UNITS.read_text(encoding="utf-8").splitlines()
    names = sorted(row.split("\t")[0] for row in rows if row and not row.startswith("#"))
    made = ((name, _code(name, atoms, metric, prefixes)) for name in names)
    return HEADER + "".join(f"{name}\t{code}\n" for name, code in made if code)


def _name(element: ET.Element) -> str:
    """Return the name of a unit or prefix in the table."""
    return "".join(element.iter(f"{XMLNS}name").__next__().itertext())


def _code(name: str, atoms: dict[str, str], metric: set[str], prefixes: dict[str, str]) -> str:
    """Return the code of a unit by its name, or nothing where UCUM has none."""

    def code(part: str) -> str:
        return _code(part, atoms, metric, prefixes)

    if name in OPEN:
        return ""
    if name in atoms:
        return atoms[name]
    above, per, below = name.partition(" per ")
    if per:
        base = code(below)
        return f"{code(above) or '{' + above + '}'}/{base}" if base else ""
    first, _, rest = name.partition(" ")
    if first in POWERS and rest:
        return code(rest) and code(rest) + POWERS[first]
    if rest and code(first) and code(rest):
        return f"{code(first)}.{code(rest)}"
    for prefix, sign in prefixes.items():
        base = atoms.get(name.removeprefix(prefix))
        if name.startswith(prefix) and base in metric:
            return sign + base
    return ""


if __name__ == "__main__":
    sys.stdout.write(codes())
