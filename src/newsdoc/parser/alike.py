"""Words of grammar that are names here: 'said He Daming', 'Per Olsen, 44,'.

They take the tag of a given name in place of their own, so that every stage reads a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsdoc.lexicon.names import NameWords
from newsdoc.lexicon.tags import AUXILIARY, CUE, GIVEN_NAME, PAST
from newsdoc.parser.words import Words

AMID: Final = frozenset((", ", ",” ", '," ', ",’ ", ",' "))  # gaps behind which a sentence goes on
_CLOSED: Final = frozenset(",.;)")
_VERB: Final = AUXILIARY | CUE | PAST


def let_be_names(words: Words, names: NameWords) -> None:
    """Let words of grammar with a capital be names, where a strange name follows and they are."""
    for i in words.behind("&"):
        if words.gaps[i] == "&" and words.words[i - 1].isupper() and words.words[i].isupper():
            words.tags[i - 1] = words.tags[i] = 0  # 'AT&T', 'H&M'
    for i in _places(words, names.alike_at):
        opens = names.alike[words.lowers[i]]
        if _is_inside(words, i) or _is_aged(words, i + 2) or _opens(words, i + 2, opens):
            words.tags[i] = GIVEN_NAME


def _places(words: Words, pattern: re.Pattern[str]) -> Iterator[int]:
    """Yield where such a word stands before a strange word with a capital, which ends the name."""
    for found in pattern.finditer(words.text):
        i = words.after(found.start())
        name, behind = i + 1, i + 2
        if f"{words.words[i]} " != found[0] or words.gaps[name] != " ":
            continue
        strange = not words.tags[name] & ~GIVEN_NAME and not words.words[name].isupper()
        ends = words.gaps[behind] != " " or words.words[behind].islower()
        if strange and ends:
            yield i


def _is_inside(words: Words, i: int) -> bool:
    """Whether the sentence began before word *i*: 'said | He Daming', '“No,” | He Daming'."""
    gap = words.gaps[i]
    return gap in AMID or (gap == " " and i > 0 and words.words[i - 1].islower())


def _is_aged(words: Words, i: int) -> bool:
    """Whether an age stands at word *i*, set off behind a name: 'Per Olsen, | 44,'."""
    if i >= len(words) or words.gaps[i] != ", ":
        return False
    return words.words[i].isdecimal() and words.gaps[i + 1][:1] in _CLOSED


def _opens(words: Words, i: int, before: str) -> bool:
    """Whether a name that opens a sentence ends at word *i*, *before* which it can.

    'Per Olsen | said', but not 'Will Olsen | say'; 'He Daming, | a former envoy'.
    """
    if i >= len(words) or before == "-":
        return False
    if words.gaps[i] != " ":
        return before == "c" and words.gaps[i] == ", "
    acts = words.tags[i] & _VERB and (words.tags[i] & PAST or words.lowers[i][-1] in "ds")
    return bool(acts)
