"""What names name, told by their words: a person, a body, a place, a role or a group."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from newsdoc.lexicon import tags as t
from newsdoc.lexicon.names import NameWords
from newsdoc.parser.sources.names import Names
from newsdoc.parser.sources.names.edges import HYPHENS
from newsdoc.parser.sources.names.runs import SMALL
from newsdoc.parser.sources.names.surnames import Surnames
from newsdoc.parser.words import Words


class Kind(IntEnum):
    """What a name names."""

    PERSON = 1
    BODY = 2
    PLACE = 3
    SINGLE = 4  # one word that tells nothing: 'Trump', 'Facebook'
    ROLE = 5  # a title without a name: 'Secretary of State'
    GROUP = 6  # 'Republicans', 'Germans'


# An attribute of an enumeration is slow to look up.
PERSON: Final = Kind.PERSON
BODY: Final = Kind.BODY
PLACE: Final = Kind.PLACE
SINGLE: Final = Kind.SINGLE
ROLE: Final = Kind.ROLE
GROUP: Final = Kind.GROUP

AMPERSANDS: Final = frozenset(("&", " & "))
_OTHERS: Final = 12  # places of a name that are looked at
_STATES: Final = frozenset((("U", "S"), ("U", "K"), ("U", "N")))  # 'the U.S. Roe Conference'
# The letters of two that stand for given names: 'AJ', 'JD', 'TJ'.
_INITIALS: Final = frozenset("ABCDEJKLMPRTW")


class Kinds:
    """Tells what the names of an article name."""

    def __init__(self, words: Words, lexicon: NameWords, names: Names) -> None:
        self.words = words
        self.lexicon = lexicon
        self.names = names
        self.surnames = Surnames(words, lexicon, names)
        self._labels: set[str] | None = None
        self.known: dict[str, Kind] = {}

    # --- one word ---

    def of_one(self, i: int) -> Kind:
        """Tell what one word names."""
        word = self.words.words[i]
        kind = self.known.get(word)
        if kind is None:
            kind = self.known[word] = self._tell(word, self.words.lowers[i], self.words.tags[i])
        return kind

    def _tell(self, word: str, lower: str, tag: int) -> Kind:
        if tag & t.PLACE:
            return PLACE
        common = tag & (t.TITLE | t.NUMBER) or lower in self.lexicon.kin
        if common and not (self._spells_body(word, lower) or self.is_surname(word)):
            return ROLE
        if len(word) > 1 and word.isupper():
            return BODY
        if tag & t.BODY:
            return SINGLE if self.surnames.is_alone(word) else BODY
        if self._is_group(lower):
            return SINGLE if self._is_bearer(word) else GROUP
        return PLACE if self._is_settled(word) else SINGLE

    def _is_bearer(self, word: str) -> bool:
        """Whether a word for a party or a nation is a surname: 'Jane Green', no 'Ohio Green'."""
        tags, first, last = self.words.tags, self.names.first, self.names.last
        return any(
            last[name] == first[name] + 1
            and self.words.words[last[name]] == word
            and not tags[first[name]] & (t.PLACE | t.DEMONYM)
            and self.of_several(first[name], last[name], sure=False) is PERSON
            for name in self.names.holding.get(word, ())[:_OTHERS]
        )

    def _is_settled(self, word: str) -> bool:
        """Whether a word is told to name a place: 'the town of Elm'."""
        lowers, names, settled = self.words.lowers, self.names, self.lexicon.settlements
        firsts = (names.first[name] for name in names.alone(word)[:_OTHERS])
        return any(i > 1 and lowers[i - 1] == "of" and lowers[i - 2] in settled for i in firsts)

    def _spells_body(self, word: str, lower: str) -> bool:
        """Whether capitals are the letters of a body, and no role cut short: 'SEC', not 'Sec'."""
        role = self.lexicon.short.get(lower, "")
        return len(word) > 1 and word.isupper() and role.startswith(lower)

    def _is_group(self, lower: str) -> bool:
        """Whether a word tells a party, a nation or a faith, of one or of several."""
        allegiances = self.lexicon.allegiances
        return lower in allegiances or (lower.endswith("s") and lower[:-1] in allegiances)

    def is_surname(self, word: str) -> bool:
        """Whether a word that is a title as well closes a longer name: 'Jane Baker'."""
        return any(self._closes(name, word) for name in self.names.holding.get(word, ()))

    def _closes(self, name: int, word: str) -> bool:
        """Whether a word closes a name behind a given name, but for 'Jr.' and the like."""
        words, last = self.words, self.names.last[name]
        while words.words[last] != word and words.lowers[last] in self.lexicon.suffixes:
            last -= 1
        given = words.tags[last - 1] & t.GIVEN_NAME or self._is_stranger(name, last)
        return words.words[last] == word and bool(given)

    def _is_stranger(self, name: int, last: int) -> bool:
        """Whether a strange word stands before a common surname: 'Sigourney Weaver'.

        But 'Norvane Weaver' where 'the Weaver' speaks, and 'Bakers said … Norvane Baker'.
        """
        words, names, surname = self.words, self.names, self.words.words[last]
        if names.first[name] != last - 1 or words.tags[last - 1]:
            return False
        if words.lowers[last] not in self.lexicon.title_surnames:
            return False
        alone = [names.first[other] for other in names.alone(surname)[:_OTHERS]]
        told = any(words.tags[i - 1] & (t.DETERMINER | t.POSSESSIVE) for i in alone if i)
        return not told and words.lowers[last - 1] not in names.printed

    # --- several words ---

    def of_several(self, first: int, last: int, sure: bool) -> Kind:
        """Tell what the words *first*..*last* name; *sure* where a title says a person."""
        if first == last:
            return self._of_titled(first) if sure else self.of_one(first)
        words, tags = self.words, self.words.tags
        tag, opening = tags[last], tags[first]
        if words.gaps[last] == "." and words.words[last] in self.lexicon.domains:
            return BODY
        if words.lowers[last - 1] in self.lexicon.particles and opening & t.GIVEN_NAME:
            return PERSON  # 'Jean de la Tour'
        if tag & t.BODY or (words.lowers[last] in self.lexicon.body_endings and not sure):
            return PERSON if self.surnames.closes(first, last) else BODY
        if not AMPERSANDS.isdisjoint(words.gaps[first + 1 : last + 1]):
            return BODY
        if last - first > 1 and not self.lexicon.joints.isdisjoint(words.words[first + 1 : last]):
            return BODY
        if HYPHENS.issuperset(words.gaps[first + 1 : last + 1]):
            # 'Ms Roe-Doe'; 'R-Ohio', 'Roe-Doe'
            if sure:
                return PERSON
            return PLACE if len(words.words[first]) == 1 else SINGLE
        name = " ".join(words.lowers[first : last + 1])
        if name in self.lexicon.firms or name in self.lexicon.seats:
            return BODY
        return PERSON if sure or opening & t.GIVEN_NAME else self._unsure(first, last)

    def _unsure(self, first: int, last: int) -> Kind:
        """Tell what some words name that no title, given name or word for a body tells of."""
        words, tags, lexicon = self.words, self.words.tags, self.lexicon
        printed, lowers = words.words[first : last + 1], words.lowers[first : last + 1]
        if not lexicon.modifiers.isdisjoint(lowers[1:-1]) or self._is_joined(first, last):
            return BODY
        if lowers[-1] in lexicon.documents:
            return BODY  # 'the Roe Institute Poll'
        if lowers[0] in lexicon.things:
            return PLACE  # 'Hurricane Odile'
        if self._is_group(lowers[-1]):
            stranger = last == first + 1 and not tags[first]  # 'Ottoline Green, a nurse'
            return PERSON if stranger and self.surnames.are_told(printed[0], printed[1]) else GROUP
        letters = [len(word) == 1 for word in printed]
        if tags[last] & t.PLACE or all(letters):
            return PLACE
        if any(letters[:-1]):
            return (
                BODY if tuple(printed[:2]) in _STATES and words.gaps[first + 1] == "." else PERSON
            )
        inner = any(tag & t.PLACE for tag in tags[first + 1 : last])  # 'Los Angeles Lakers'
        placed = inner or tags[first] & (t.PLACE | t.BODY)
        shouted = self._is_shouted(printed) and not self._is_label(first, last)
        body = placed or shouted or self._follows_the(first) or self._has_the(first, last)
        body = body or self._follows_body(first, last)
        return BODY if body or self._is_common(first, last) else PERSON

    def _is_joined(self, first: int, last: int) -> bool:
        """Whether a small word with a capital stands inside a name: 'Bread Across Borders'."""
        words = self.words
        return any(
            words.tags[i] & SMALL and words.words[i][0].isupper() and words.gaps[i + 1] == " "
            for i in range(first + 1, last)
        )

    def _is_common(self, first: int, last: int) -> bool:
        """Whether two words of a run are printed small elsewhere: 'Media Reports', no person.

        One alone can be a surname ('Cornel West') or a foreign given name.
        """
        words, printed = self.words, self.names.printed
        common = 0
        for i in range(first, last + 1):
            if words.tags[i] & t.GIVEN_NAME:
                return False
            common += words.words[i] != words.lowers[i] and words.lowers[i] in printed
        return common > 1

    def _of_titled(self, i: int) -> Kind:
        """Tell what one word behind a title names: 'Justice Department' is no person."""
        tags = self.words.tags
        is_body = tags[i] & t.BODY and not tags[i - 1] & t.HONORIFIC
        return BODY if is_body else PERSON

    def _is_shouted(self, printed: list[str]) -> bool:
        """Whether an acronym stands in the name: 'CBS Morning', 'Priorities USA'."""
        opening, closing = printed[0], printed[-1]
        if len(closing) > 1 and closing.isupper():
            return True
        letters = len(opening) <= len("AJ") and _INITIALS.issuperset(opening)
        return opening.isupper() and not letters

    def _follows_body(self, first: int, last: int) -> bool:
        """Whether a noun for bodies before a name tells what it is: 'the newspaper Roe Dia said'.

        But 'told the newspaper Roe Vale had lied'.
        """
        words, before, after = self.words, first - 1, last + 1
        if before < 1 or words.gaps[first] != " " or words.words[before] != words.lowers[before]:
            return False
        if not words.tags[before] & t.BODY or words.tags[before] & t.TITLE:
            return False
        if after >= len(words) or words.gaps[after] != " ":
            return True
        tag = words.tags[after]
        return bool(tag & (t.CUE | t.PREPOSITION)) and not tag & t.AUXILIARY

    def _has_the(self, first: int, last: int) -> bool:
        """Whether 'the' stands before the same name elsewhere, and no noun behind it.

        'The Plain Crier said … Plain Crier reporters'. A noun for bodies tells as much.
        """
        words, names = self.words, self.names
        name, surname = words.words[first : last + 1], words.words[last]
        for other in names.holding.get(surname, ())[:_OTHERS]:
            start, end = names.first[other], names.last[other]
            if words.words[start : start + len(name)] != name:
                continue
            if self._follows_body(start, end):
                return True  # 'the brewer Roe Malt … Roe Malt'
            if end - start != last - first or not self._follows_the(start):
                continue
            after = end + 1
            noun = after < len(words) and words.gaps[after] == " " and not words.tags[after]
            if not noun:
                return True
        return False

    def _is_label(self, first: int, last: int) -> bool:
        """Whether a name in capitals is a label of a dialogue, and so a person's: 'ZANE ROE: No.'.

        Other such names must label paragraphs too, not 'RISK REMAINS: …'.
        """
        if not self._is_labelling(first, last):
            return False
        if self._labels is None:
            names = zip(self.names.first, self.names.last, strict=True)
            several = (pair for pair in names if pair[0] < pair[1])
            self._labels = {
                " ".join(self.words.words[i : k + 1])
                for i, k in several
                if self._is_labelling(i, k)
            }
        return len(self._labels) > 1

    def _is_labelling(self, first: int, last: int) -> bool:
        """Whether a name in capitals opens a paragraph with a colon behind it."""
        words = self.words
        if words.gaps[last + 1][:1] != ":" or (first and "\n" not in words.gaps[first]):
            return False
        return all(word.isupper() for word in words.words[first : last + 1])

    def _follows_the(self, first: int) -> bool:
        """Whether 'the' stands before a name, or before a nation that opens it."""
        words = self.words
        while first > 1 and words.gaps[first] == " " and self._is_group(words.lowers[first - 1]):
            first -= 1
        return first > 0 and words.lowers[first - 1] == "the" and words.gaps[first] == " "
