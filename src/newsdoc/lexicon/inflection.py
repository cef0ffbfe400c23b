"""Regular inflection: what a noun looks like in the other number, irregular ones aside."""

from __future__ import annotations


def regular_singular(word: str) -> str:
    """Return the regular singular of a noun that is known to be a plural in -s."""
    lower = word.lower()
    if lower.endswith("ies") and len(lower) > len("ties"):
        return word[:-3] + "y"
    if lower.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def plural(name: str) -> str:
    """Return the regular plural of the name of a unit: of its first word where it has a base."""
    for tail in (" per ", " Celsius", " Fahrenheit", " of "):
        head, found, rest = name.partition(tail)
        if found:
            return plural(head) + found + rest
    if name.endswith(("ch", "sh", "s", "x", "z")):
        return name + "es"
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return name[:-1] + "ies"
    return name + "s"
