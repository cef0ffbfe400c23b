"""Titles: the role or affiliation that is printed beside a person's name."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags as t
from newsdoc.lexicon.names import NameWords
from newsdoc.model import fold
from newsdoc.parser.sources.names import CLOSED, Names
from newsdoc.parser.sources.parts import Part
from newsdoc.parser.sources.people import APOSTROPHES, Entity, Roster
from newsdoc.parser.words import Words

_LEFT: Final = 8  # words that a title before a name may have
_RIGHT: Final = 16  # words that a title behind a name may have
_ARTICLES: Final = frozenset(("a", "an", "the"))


class Titles:
    """Finds the titles of the people in an article."""

    def __init__(self, words: Words, lexicon: NameWords, names: Names, roster: Roster) -> None:
        self.words = words
        self.lexicon = lexicon
        self.names = names
        self.roster = roster
        self._roles: dict[int, frozenset[str]] = {}

    def of(self, entity: Entity) -> str | None:
        """Return the title of a person as printed first, or None."""
        behind: str | None = None
        for name in self.at(entity):
            part = self.roster.parts.of(name)
            span = self.before(part)
            if span is not None:
                return self.text(*span)
            if behind is None:
                span = self.behind(part)
                if span is not None:
                    behind = self.text(*span)
        return behind

    def roles(self, entity: Entity) -> frozenset[str]:
        """Return the words of all titles of a person, in lower case, in full."""
        roles = self._roles.get(id(entity))
        if roles is None:
            found: set[str] = set()
            for name in self.at(entity):
                part = self.roster.parts.of(name)
                for span in (self.before(part), self.behind(part)):
                    if span is not None:
                        found.update(self.words.lowers[span[0] : span[1] + 1])
            found |= {self.lexicon.short[word] for word in found if word in self.lexicon.short}
            roles = self._roles[id(entity)] = frozenset(found)
        return roles

    def at(self, entity: Entity) -> list[int]:
        """Return the names that may carry the title of *entity*: the full ones first."""
        if not entity.stem:
            return []
        full = entity.places[:6]
        surname = entity.stem[-1]
        short = [
            name
            for name in self.names.by_word.get(surname, ())[:20]
            if name not in full
            and self.is_titled(name)
            and self.roster.who(name).entity is entity
        ]
        return full + short[:4]

    def is_titled(self, name: int) -> bool:
        """Whether a short name stands beside a title."""
        after = self.names.last[name] + 1
        return self.roster.parts.of(name).title >= 0 or (
            after < len(self.words) and self.words.gaps[after] == ", "
        )

    def text(self, first: int, last: int) -> str:
        words = self.words
        while first < last and words.lowers[first] in _ARTICLES:
            first += 1
        text = fold(words.text[words.starts[first] : words.end(last)])
        end = words.end(last)
        if words.text[end : end + 1] == "." and words.words[last][:1].isupper() and len(words.words[last]) <= 4:
            text += "."
        return text

    def before(self, part: Part) -> tuple[int, int] | None:
        """Return the words of the title before the name, first and last, or None."""
        words = self.words
        if part.title >= 0:
            first = part.title
            last = part.first - 1
            if words.tags[last] & t.HONORIFIC and not words.tags[first] & t.TITLE and first == last:
                return None
            return self.leftmost(first), last
        last = part.first - 1
        if last < 0 or words.gaps[part.first] != " " or not words.tags[last] & t.TITLE:
            return None
        return self.leftmost(last), last

    def leftmost(self, first: int) -> int:
        """Return the first word of the noun phrase that runs up to the word *first*."""
        words = self.words
        i, least = first, max(0, first - _LEFT)
        while i > least:
            gap, j = words.gaps[i], i - 1
            if gap not in {" ", "-", ". ", "."} and gap not in APOSTROPHES:
                break
            if gap == ". " and not words.tags[j] & (t.TITLE | t.ABBREVIATION) and len(words.words[j]) > 1:
                break
            tag = words.tags[j]
            if words.words[j] == words.lowers[j]:
                if tag & t.CLITIC and words.gaps[j] in APOSTROPHES:
                    i = j
                    continue
                if tag & (CLOSED | t.CUE) or not (
                    tag & (t.TITLE | t.BODY) or self.is_modifier(j)
                ):
                    break
            elif tag & (t.MONTH | t.WEEKDAY | CLOSED):
                break
            i = j
        while i < first and words.tags[i] & t.CLITIC and words.gaps[i] in APOSTROPHES:
            i += 1
        return i

    def is_modifier(self, i: int) -> bool:
        """Whether a word may stand before a role: known, or shaped like an adjective or noun."""
        word = self.words.lowers[i]
        return word in self.lexicon.modifiers or word in self.lexicon.portfolios or not word.endswith(
            ("ly", "ed", "ing", "s")
        )

    def behind(self, part: Part) -> tuple[int, int] | None:
        """Return the words of the title in apposition behind the name, or None."""
        words = self.words
        i = part.last + 1
        if i >= len(words) or words.gaps[i] not in {", ", ",\u00a0", " (", ".,"}:
            return None
        if words.words[i].isdigit() and i + 1 < len(words) and words.gaps[i + 1] == ", ":
            i += 1
        first, has_role = i, False
        end = min(len(words), i + _RIGHT)
        if words.lowers[i] == "who":
            if i + 1 < end and words.lowers[i + 1] in self.lexicon.role_verbs:
                first, has_role = i + 1, True
                i += 2
            else:
                return None
        elif not self.opens_role(i):
            return None
        while i < end:
            tag = words.tags[i]
            if i > first and not self.goes_on(i):
                break
            if tag & (t.RELATIVE | t.AUXILIARY | t.SUBJECT | t.SUBORDINATOR) and words.words[i] == words.lowers[i] and words.lowers[i] not in {"as", "like"}:
                break
            if tag & t.TITLE or words.lowers[i] in {"member"}:
                has_role = True
            i += 1
        if not has_role or i <= first:
            return None
        return first, i - 1

    def goes_on(self, i: int) -> bool:
        """Whether no comma, stop or line break stands before the word *i*."""
        words = self.words
        gap = words.gaps[i]
        if "\n" in gap or gap.strip(" -‐‑'’&/."):
            return False
        before = words.words[i - 1]
        abbreviated = len(before) == 1 or words.tags[i - 1] & (t.TITLE | t.ABBREVIATION)
        return "." not in gap or bool(abbreviated) or gap == "."

    def opens_role(self, i: int) -> bool:
        """Whether the word *i* may open a role: an article, a role, an owner."""
        words = self.words
        tag, lower = words.tags[i], words.lowers[i]
        if lower in _ARTICLES or tag & (t.TITLE | t.POSSESSIVE):
            return True
        if lower in self.lexicon.modifiers or lower in self.lexicon.demonyms:
            return True
        return words.words[i] != lower
