"""Exact decimals: values are moved and scaled digit by digit, never rounded and never float.

The stage computes in a context of its own: that of the caller may round to a few digits.
"""

from __future__ import annotations

from decimal import Context, Decimal
from functools import lru_cache
from typing import Final

# Longer numerals than this are no figures of a news text; what is printed is only moved, but
# a sum or a product of more digits would be rounded.
EXACT: Final = Context(prec=5000, Emax=999_999, Emin=-999_999)


# The small numbers of news come again and again.
printed: Final = lru_cache(maxsize=4096)(Decimal)


def shifted(value: Decimal, places: int) -> Decimal:
    """Return *value* times ten to the power of *places*, all of its digits kept.

    The point moves through the digits: 4.21 shifted by 6 is 4210000, not 4.21E+6.
    """
    if not places:
        return value
    sign, digits, exponent = value.as_tuple()
    moved = int(exponent) + places
    if moved > 0:
        digits, moved = digits + (0,) * moved, 0
    return Decimal((sign, digits, moved))


def is_whole(value: Decimal) -> bool:
    """Whether a value has no fraction; a remainder is not to be had of the longest numerals."""
    return value == value.to_integral_value()


def is_multiple(value: Decimal, step: int) -> bool:
    """Whether a value is so many times *step*."""
    return is_whole(value) and int(value) % step == 0


def times(value: Decimal, factor: Decimal | int) -> Decimal:
    """Return the product, exactly."""
    return EXACT.multiply(value, Decimal(factor))


def plus(value: Decimal, more: Decimal) -> Decimal:
    """Return the sum, exactly."""
    return EXACT.add(value, more)
