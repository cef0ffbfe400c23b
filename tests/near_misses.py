"""Texts that a regular expression nearly matches, written from the expression itself.

The parsed expression is walked; each of its parts gives a text that matches it.
What keeps an expression busy is a match that fails late, so the texts lack their
end, go on too long, or repeat one part for ever.
"""

import re
from re import _constants as op  # the standard library's own parser of expressions
from re import _parser

# Where a class allows several characters, the first of these that it allows is taken.
CANDIDATES = "a1 A,.-'\"\n“”_\t:$%é—/@#(|\xa0\x00\ud800"
MANY = 60
REPEATS = {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}
CATEGORIES = {
    op.CATEGORY_DIGIT: r"\d",
    op.CATEGORY_NOT_DIGIT: r"\D",
    op.CATEGORY_SPACE: r"\s",
    op.CATEGORY_NOT_SPACE: r"\S",
    op.CATEGORY_WORD: r"\w",
    op.CATEGORY_NOT_WORD: r"\W",
}


def allows(items, character):
    """Whether a class made of *items* allows a character."""
    negated = items[0][0] is op.NEGATE
    for kind, value in items[negated:]:
        inside = (
            (kind is op.LITERAL and ord(character) == value)
            or (kind is op.RANGE and value[0] <= ord(character) <= value[1])
            or (kind is op.CATEGORY and re.match(CATEGORIES[value], character))
        )
        if inside:
            return not negated
    return negated


def member(items):
    """A character that a class allows."""
    named = [chr(v) for kind, v in items if kind is op.LITERAL]
    named += [chr(v[0]) for kind, v in items if kind is op.RANGE]
    return next((c for c in [*CANDIDATES, *named] if allows(items, c)), "")


def sample(nodes, many, branch=0):
    """A text that matches a part of an expression: each repeat up to *many* times."""
    return "".join(piece(kind, value, many, branch) for kind, value in nodes)


def piece(kind, value, many, branch):
    """The text of one node."""
    if kind is op.LITERAL:
        return chr(value)
    if kind is op.NOT_LITERAL:
        return next(c for c in CANDIDATES if ord(c) != value)
    if kind is op.ANY:
        return "a"
    if kind is op.IN:
        return member(value)
    if kind is op.BRANCH:
        return sample(value[1][min(branch, len(value[1]) - 1)], many, branch)
    if kind is op.SUBPATTERN:
        return sample(value[3], many, branch)
    if kind is op.ATOMIC_GROUP:
        return sample(value, many, branch)
    if kind in REPEATS:
        least, most, inner = value
        return sample(inner, many, branch) * max(least, min(most, many))
    return sample(value[1], many, branch) if kind is op.ASSERT and value[0] > 0 else ""


def repeats(nodes, before=""):
    """Each repeat of an expression: a text for what stands before it, and for what it repeats."""
    for kind, value in nodes:
        if kind in REPEATS:
            yield before, sample(value[2], 1)
            yield from repeats(value[2], before)
        elif kind is op.BRANCH:
            for alternative in value[1]:
                yield from repeats(alternative, before)
        elif kind is op.SUBPATTERN:
            yield from repeats(value[3], before)
        before += piece(kind, value, 1, 0)


def parsed(pattern, flags):
    """The nodes of a pattern; of one that only `regex` understands, its letters as they stand."""
    try:
        return _parser.parse(pattern, flags & (re.IGNORECASE | re.VERBOSE | re.DOTALL))
    except re.error:
        return _parser.parse(re.escape(pattern))


def near_misses(pattern, flags=0):
    """Return units of text which, repeated, nearly match *pattern* again and again."""
    nodes = parsed(pattern, flags)
    wholes = [sample(nodes, many, branch) for many in (1, MANY) for branch in range(3)]
    units = [*wholes, *(whole[:-1] for whole in wholes)]
    for before, part in repeats(nodes):
        units += [part, before + part * MANY, before + part * MANY + "\x01"]
    return sorted({unit for unit in units if unit.strip("\n")}, key=lambda u: (len(u), u))
