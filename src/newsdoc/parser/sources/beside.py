"""Titles beside names: where the role or the affiliation of a person stands.

A title stands before the name ('the mayor of York, Jane Roe') or in apposition
behind it ('Jane Roe, 51, a teacher'; 'Jane Roe (D-Calif.)').
"""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags as t
from newsdoc.lexicon.names import NameWords
from newsdoc.parser.sources.edges import APOSTROPHES, CLOSED, HYPHENS, PLURAL_OWNER, STOPS
from newsdoc.parser.sources.kinds import PERSON, ROLE
from newsdoc.parser.sources.names import Names
from newsdoc.parser.sources.parts import Part, Parts
from newsdoc.parser.words import Words

LEFT: Final = 8  # words that a title before a name may have
_OFFICE: Final = 4  # words from a name back to the 'of' of the title before it
_OFFICES: Final = frozenset(("of", "for", "at"))
_HOME: Final = frozenset(("of", "from"))  # between a name and where somebody lives
_RIGHT: Final = 16  # words that a title behind a name may have
_CLAUSE: Final = t.RELATIVE | t.AUXILIARY | t.SUBJECT | t.SUBORDINATOR


class Beside:
    """Finds the titles that stand beside the names of an article."""

    __slots__ = ("lexicon", "names", "parts", "words")

    def __init__(self, words: Words, lexicon: NameWords, names: Names, parts: Parts) -> None:
        self.words = words
        self.lexicon = lexicon
        self.names = names
        self.parts = parts

    def is_human(self, part: Part) -> bool:
        """Whether a role stands beside a name that no firm has, nor is one: 'the mayor, Roe'."""
        return self.tells_human(self.before(part)) or self.tells_human(self.behind(part))

    def tells_human(self, span: tuple[int, int] | None) -> bool:
        """Whether the words from first to last tell such a role."""
        if span is None:
            return False
        first, end, tags = span[0], span[1] + 1, self.words.tags
        head = next((i for i in range(first, end) if tags[i] & t.PREPOSITION), end) - 1
        if tags[head] & t.BODY:
            return False  # 'the retailer Roe', 'Roe, a private company'
        return self.lexicon.corporate.isdisjoint(self.words.lowers[first:end])

    # --- before the name ---

    def before(self, part: Part) -> tuple[int, int] | None:
        """Return the words of the title before the name, first and last, or None."""
        words, name = self.words, part.first
        if part.title >= 0:
            first, last = part.title, part.first - 1
            while first < last and self.is_mere(last):
                last -= 1  # 'Prosecutor Dr. Roe'
            if first < last or (first == last and not self.is_mere(last)):
                return self.leftmost(first), last
            name = part.title  # 'the engineer Dr. Roe', 'Energy Minister Lord Roe'
        last = name - 1
        if last < 0:
            return None
        head = last if words.tags[last] & t.TITLE else self.office(last)
        if head < 0:
            return None
        if words.gaps[name] == " " and head == last:
            return self.leftmost(last), last
        if words.gaps[name] != ", ":
            return None
        first = self.leftmost(head)
        return (first, last) if self.is_defined(first, head) else None

    def is_mere(self, i: int) -> bool:
        """Whether a word before a name tells respect, and no role: 'Mr'."""
        tags = self.words.tags[i]
        return bool(tags & t.HONORIFIC) and not tags & t.TITLE

    def office(self, last: int) -> int:
        """Return the title that goes on with 'of' up to the word *last*: 'mayor of York'; or -1."""
        words = self.words
        name, end = self.names.at(last), last
        if name >= 0 and self.parts.kind(name) is not ROLE:
            end = self.names.first[name]  # 'head of the Bakers' Union'
        for i in range(end, max(0, end - _OFFICE), -1):
            if words.gaps[i] != " ":
                break
            if words.lowers[i - 1] in _OFFICES:
                return i - 2 if i > 1 and words.tags[i - 2] & t.TITLE else -1
        return -1

    def is_defined(self, first: int, head: int) -> bool:
        """Whether an article or an owner tells whose role it is: 'Roe Ferries' director, Jane'.

        At the head of a sentence it may have neither: 'Counsel for the board, Jane'.
        """
        words, before = self.words, first - 1
        if any(words.tags[i] & t.CLITIC for i in range(first, head)):
            return True
        if before < 0 or not STOPS.isdisjoint(words.gaps[first]):
            return True
        plural = words.gaps[first] in PLURAL_OWNER and words.lowers[before].endswith("s")
        return plural or (
            words.gaps[first] == " " and bool(words.tags[before] & (t.DETERMINER | t.CLITIC))
        )

    def leftmost(self, first: int) -> int:
        """Return the first word of the noun phrase that runs up to the word *first*."""
        words = self.words
        i, least = first, max(0, first - LEFT)
        capital = words.words[first] != words.lowers[first]
        while i > least:
            gap, j = words.gaps[i], i - 1
            if gap not in {" ", "-", ". ", "."} and gap not in APOSTROPHES:
                break
            if (
                gap == ". "
                and not words.tags[j] & (t.TITLE | t.ABBREVIATION)
                and len(words.words[j]) > 1
            ):
                break
            tag, lower = words.tags[j], words.lowers[j]
            if words.words[j] == lower:
                if lower == "and" and self.is_double(j, least):
                    j -= 1
                elif not (self.is_inner(i) or self.is_modifier(j, capital)):
                    break
            elif tag & (t.MONTH | t.WEEKDAY | CLOSED) and lower not in self.lexicon.modifiers:
                break  # but 'First Minister' goes on
            i = j
        while i < first and words.tags[i] & t.CLITIC and words.gaps[i] in APOSTROPHES:
            i += 1
        return i

    def is_inner(self, i: int) -> bool:
        """Whether the small word before word *i* stands inside a title, which goes on before it.

        'Roe's mayor', 'editor-in-chief', 'Special Agent in Charge'.
        """
        words, j = self.words, i - 1
        if words.tags[j] & t.CLITIC and words.gaps[j] in APOSTROPHES:
            return True
        hyphened = words.gaps[i] in HYPHENS and words.gaps[j] in HYPHENS
        return hyphened or (words.lowers[j] == "in" and words.lowers[i] == "charge")

    def is_double(self, i: int, least: int) -> bool:
        """Whether 'and' at the word *i* joins two roles of one: 'founder and chief executive'."""
        words = self.words
        if i - 1 < least or not words.tags[i - 1] & t.TITLE or words.gaps[i] != " ":
            return False
        return not words.tags[max(0, i - 2)] & t.DETERMINER or words.gaps[i - 1] != " "

    def is_modifier(self, i: int, capital: bool) -> bool:
        """Whether a small word may stand before a role.

        Before a title with a *capital* only known words may: 'former President'.
        """
        word, tag, lexicon = self.words.lowers[i], self.words.tags[i], self.lexicon
        if word in lexicon.modifiers or (tag & t.TITLE and not capital):
            return True
        if capital or tag & (CLOSED | t.CUE | t.PAST):
            return False
        known = tag & t.BODY or word in lexicon.portfolios
        if word.endswith("s"):
            return bool(known) or word.endswith("ss")  # 'press'
        return bool(known) or not word.endswith(("ly", "ed", "ing"))

    # --- behind the name ---

    def behind(self, part: Part) -> tuple[int, int] | None:
        """Return the words of the title in apposition behind the name, or None."""
        words = self.words
        i = self.behind_home(part.last + 1)
        if i >= len(words) or words.gaps[i] not in {", ", ",\u00a0", " (", ".,"}:
            return None
        seat = self.seat_end(i)
        if seat >= 0:
            return i, seat
        if words.words[i].isdigit() and i + 1 < len(words) and words.gaps[i + 1] == ", ":
            i += 1
        first, end = i, min(len(words), i + _RIGHT)
        if words.lowers[i] == "who":
            if i + 1 >= end or words.lowers[i + 1] not in self.lexicon.role_verbs:
                return None
            first = i = i + 1
        elif not self.opens_role(i) or not self.has_role(i, end):
            return None
        i += 1
        while i < end and self.goes_on(i):
            tag = words.tags[i]
            if words.words[i] == words.lowers[i] and tag & _CLAUSE and words.lowers[i] != "as":
                break
            i += 1
        last = i - 1
        while (
            last > first and words.tags[last] & CLOSED and words.words[last] == words.lowers[last]
        ):
            last -= 1
        verb = words.lowers[first - 1] == "who"
        return None if verb and self.is_deed(first, last) else (first, last)

    def behind_home(self, i: int) -> int:
        """Return the word behind where somebody lives, if told: 'Jane Roe of Hull, a teacher'."""
        words = self.words
        if i >= len(words) or words.lowers[i] not in _HOME or words.gaps[i] != " ":
            return i
        place = self.names.at(i + 1)
        return i if place < 0 else self.names.last[place] + 1

    def is_deed(self, first: int, last: int) -> bool:
        """Whether words behind 'who' tell what was done once: 'led the walkout', not a body."""
        words, inside = self.words, range(first + 1, last + 1)
        if words.lowers[first].endswith("s") or not inside:
            return False  # 'leads the march' is told of a role
        if words.tags[first + 1] & t.PREPOSITION:
            return False  # 'worked at the mill'
        return not any(
            words.tags[i] & t.BODY
            or words.lowers[i] in self.lexicon.documents
            or words.words[i] != words.lowers[i]
            for i in inside
        )

    def has_role(self, first: int, end: int) -> bool:
        """Whether a role is the head of the phrase that opens with the word *first*."""
        words = self.words
        for i in range(first, end):
            tag = words.tags[i]
            if i > first and not self.goes_on(i):
                return False
            if tag & t.TITLE:
                return True
            small = words.words[i] == words.lowers[i]
            pairs = i > first + 1 and words.lowers[i] == "and"  # 'the health and safety officer'
            closed = tag & (CLOSED | t.CUE | t.PAST) and not (tag & t.ADVERB or pairs)
            if small and i > first and closed:
                return False
        return False

    def goes_on(self, i: int) -> bool:
        """Whether no comma, stop or line break stands before the word *i*."""
        words = self.words
        gap = words.gaps[i]
        if "\n" in gap or gap.strip(" -‐‑'’&/."):
            return False
        before = words.words[i - 1]
        if "." not in gap or gap == "." or (len(before) == 1 and before.isalpha()):
            return True
        return bool(words.tags[i - 1] & t.ABBREVIATION) or before.lower() in self.lexicon.short

    def opens_role(self, i: int) -> bool:
        """Whether the word *i* may open a role: an article, a role, an owner."""
        words = self.words
        tag, lower = words.tags[i], words.lowers[i]
        if lower in self.lexicon.articles or tag & (t.TITLE | t.POSSESSIVE):
            return True
        if lower in self.lexicon.modifiers or lower in self.lexicon.allegiances:
            return True
        name = self.names.at(i)
        if name < 0 or self.names.first[name] < i:
            return False
        after = self.names.last[name] + 1
        if self.parts.of(name).kind is not PERSON:
            return True
        return after < len(words) and words.gaps[after] in APOSTROPHES

    # --- party and state ---

    def seat(self, part: Part) -> set[str]:
        """Return the party and the state that stand behind a name: '(D-Calif.)'."""
        words, letter = self.words, part.last + 1
        end = self.seat_end(letter)
        if end < 0:
            return set()
        lowers = words.lowers
        state = "".join(lowers[letter + 1 : end + 1])
        full = self.lexicon.states.get(state, " ".join(lowers[letter + 1 : end + 1]))
        return {self.lexicon.party_letters[lowers[letter]], *full.split()}

    def seat_end(self, letter: int) -> int:
        """Return the last word of the party and state that open at the word *letter*, or -1."""
        words, end = self.words, letter + 1
        if (
            end >= len(words)
            or words.lowers[letter] not in self.lexicon.party_letters
            or words.gaps[letter] not in {", ", " ("}
            or words.gaps[end] != "-"
        ):
            return -1
        while (
            words.gaps[end + 1] in {" ", "."} and end + 1 < len(words) and self.is_capital(end + 1)
        ):
            end += 1
        return end

    def is_capital(self, i: int) -> bool:
        """Whether there is a word *i*, with a capital."""
        return i < len(self.words) and self.words.words[i] != self.words.lowers[i]
