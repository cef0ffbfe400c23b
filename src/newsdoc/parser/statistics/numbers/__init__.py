"""From a printed number to its value: numerals, number words, and both mixed.

The grammar, roughly (a blank or a hyphen between the words):

    number    = [sign] numeral [fraction] [magnitude …] | spoken | part | vague
    spoken    = [a | half a] cardinal ["and" (a half | …)] [magnitude …]
    cardinal  = units, tens, hundred, thousand … in their usual order, "and" where it is said
    part      = [a | cardinal] half | third | quarter …      2 of 3, 1 of 2
    vague     = [tens | hundreds … of] hundreds | thousands | dozens …

`numerals` reads what begins with a digit, `letters` the letters glued to it, `spoken`
what begins with a number word, `parts` fractions and vague counts; all go on with
the words of `magnitudes`.
"""

from __future__ import annotations

from newsdoc.parser.statistics.numbers.numerals import read_numeral, read_vulgar
from newsdoc.parser.statistics.numbers.spoken import read_spoken

__all__ = ["read_numeral", "read_spoken", "read_vulgar"]
