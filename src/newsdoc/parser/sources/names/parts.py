"""Names taken apart: the title split off, and what the rest names told by its words."""

from __future__ import annotations

from typing import Final

from attrs import define

from newsdoc.lexicon import tags as t
from newsdoc.lexicon.names import NameWords
from newsdoc.model import fold
from newsdoc.parser.sources.names import Names
from newsdoc.parser.sources.names.edges import APOSTROPHES, HYPHENS
from newsdoc.parser.sources.names.kinds import PERSON, ROLE, Kind, Kinds
from newsdoc.parser.sources.names.openings import Openings, is_acronym
from newsdoc.parser.sources.names.runs import SMALL
from newsdoc.parser.words import Words

_TITLES: Final = t.TITLE | t.HONORIFIC
_LETTERS: Final = t.BODY | t.ABBREVIATION
_OF: Final = frozenset(("of", "for"))
_ISSUES: Final = frozenset(("daily", "evening", "morning", "sunday", "weekly"))
_RANKS: Final = frozenset(("ACC", "DC", "DI"))  # as printed: 'di' is a particle
_BEFORE: Final = 3  # words before a role: 'Norvane Attorney General'
_RANKED: Final = range(2, 5)  # letters of a rank
_TEMPORE: Final = frozenset(("tem", "temp", "tempore"))  # pro …
_PLACES: Final = 12  # places of a name that are looked at
_LORDS: Final = frozenset(("advocate", "chancellor", "justice", "mayor", "provost"))  # Lord …
_SRI: Final = frozenset(("dato", "datuk", "puan", "tan", "toh"))  # 'Tan Sri', but 'Sri Lanka'
_NAMELY: Final = t.GIVEN_NAME | t.TITLE | t.PLACE


@define(eq=False)
class Part:
    """A name without its title.

    Attributes:
        kind: what it names.
        first: the number of its first word.
        last: the number of its last word.
        title: the number of the first word of the title before it, or -1.
        stem: the capitalised words of the name, suffixes left out.
        suffix: 'jr' and the like, or ''.
    """

    kind: Kind
    first: int
    last: int
    title: int
    stem: tuple[str, ...]
    suffix: str


class Parts(Openings):
    """Takes the names of an article apart, each once."""

    def __init__(self, words: Words, lexicon: NameWords, names: Names) -> None:
        super().__init__(words, lexicon)
        self.names = names
        self.kinds = Kinds(words, lexicon, names)
        self._of: list[Part | None] = [None] * len(names.first)
        self._parts: dict[int, Part] = {}
        self._holding: dict[str, list[tuple[int, Part]]] = {}

    def of(self, name: int) -> Part:
        """Return a name of the article without its title."""
        part = self._of[name]
        if part is None:
            part = self._of[name] = self.split(self.names.first[name], self.names.last[name])
        return part

    def holding(self, word: str) -> list[tuple[int, Part]]:
        """Return the names of two words and more that hold *word*, in order."""
        held = self._holding.get(word)
        if held is None:
            of, names = self.of, self.names.holding.get(word, ())
            held = self._holding[word] = [(name, of(name)) for name in names]
        return held

    def kind(self, name: int) -> Kind:
        """Tell what a name of the article names."""
        first = self.names.first[name]
        if first < self.names.last[name]:
            return self.of(name).kind
        return self.kinds.known.get(self.words.words[first]) or self.kinds.of_one(first)

    def split(self, first: int, last: int) -> Part:
        """Return the name in the words *first*..*last* without its title."""
        if first == last:
            return Part(self.kinds.of_one(first), first, first, -1, (self.words.words[first],), "")
        part = self._parts.get(first)
        if part is None or part.last != last:
            ranked = self.words.words[first].isupper() and self._is_rank(first, last)
            part = self._ranked(first, last) if ranked else self._several(first, last)
            self._parts[first] = part
        return part

    def tie(self, part: Part) -> str:
        """Return the word for a relative right before a name: 'his wife, Ann Roe'; or ''."""
        words, first = self.words, part.first
        word = words.lowers[first - 1]
        close = word in self.lexicon.kin and first > 0 and words.gaps[first] in {" ", ", "}
        return word if close else ""

    def text(self, first: int, last: int) -> str:
        """Return the words *first*..*last* as printed, in one line, without honours."""
        words, lowers = self.words, self.words.lowers
        tag = words.tags[last]
        initial = len(words.words[last]) == 1 and words.gaps[last] != "&"
        pointed = initial or tag & _LETTERS == _LETTERS  # 'Roe Foods Inc.'
        if lowers[last] in self.lexicon.suffixes:
            pointed = True
            while last > first and lowers[last] in self.lexicon.honours:
                last -= 1
        end = words.end(last)
        text = fold(words.text[words.starts[first] : end])
        if ")" in text and "(" not in text:
            text = text.replace(")", "", 1)  # 'the mayor (Jane) Roe'
        return text + "." if pointed and words.text[end : end + 1] == "." else text

    # --- several words ---

    def _several(self, first: int, last: int) -> Part:
        words, lexicon = self.words, self.lexicon
        lowers = words.lowers
        end = last
        if lowers[last] in lexicon.suffixes:
            end = self._before_suffixes(first, last)
        suffix = lowers[last] if last > end and lowers[last] in lexicon.generations else ""
        start = self.behind_place(first, end)
        if start > first:  # 'the mayor of Hull Jane Roe'
            return Part(PERSON, start, last, -1, self._stem(start, end), suffix)
        start = self._behind_title(first, end)
        if start < 0:
            # 'the Duke of York' is a name, where the article knows no other.
            noble = lowers[first] in lexicon.regnal and lowers[first + 1] == "of"
            kind, title = (PERSON, first) if noble else (ROLE, -1)
            return Part(kind, first, last, title, self._stem(first, end), "")
        titled = start > first
        plain = start
        if not titled or lowers[start - 1] in lexicon.modifiers:  # 'Fellow Brazilian Roe'
            plain = self.behind_modifiers(start, end)
        kind = self.kinds.of_several(plain, end, titled or self._is_suffixed(plain, end, last))
        if kind is PERSON:
            start = plain
        elif titled:
            if not _OF.isdisjoint(lowers[first:start]):  # 'the Director of the Fire Agency'
                return Part(ROLE, first, last, -1, self._stem(first, end), "")
            start = first
        title = first if start > first else -1
        stem = self._stem(start, end)
        if title >= 0 and start == end and len(words.words[start]) == 1:
            start, title = first, -1  # 'Witness B' has no other name
        elif title >= 0 and lowers[start - 1] in lexicon.regnal and self._is_one(start, end):
            start -= 1
        return Part(kind, start, last, title, stem, suffix)

    def _ranked(self, first: int, last: int) -> Part:
        """Return the person behind the letters of a rank: 'DI Jane Roe'."""
        return Part(PERSON, first + 1, last, first, self._stem(first + 1, last), "")

    def _is_rank(self, first: int, last: int) -> bool:
        """Whether letters before a name are a rank: 'DI Jane Roe', and 'DI Roe' of hers.

        Of Detective Inspector Jane Roe 'DI Roe' is as well, but 'DC Comics' nobody.
        """
        words, names = self.words, self.names
        letters = words.words[first]
        if last > first + 1:
            known = letters in _RANKS and words.tags[first + 1] & t.GIVEN_NAME
            return bool(known) and not words.tags[last] & t.BODY
        if len(letters) not in _RANKED:
            return False
        for name in names.holding.get(words.words[last], ())[:_PLACES]:
            start, end = names.first[name], names.last[name]
            if words.words[end] != words.words[last]:
                continue
            held = words.words[start - 1] == letters and words.gaps[start - 1] == " ("
            if held and start > 1 and words.gaps[start][:1] == ")":
                return True  # 'the Commissioner of Police (CP), Jane Roe'
            if end < start + 2:
                continue
            again = words.words[start] == letters and self._is_rank(start, end)
            if again or self._spells(letters, start, end):
                return True
        return False

    def _spells(self, letters: str, first: int, last: int) -> bool:
        """Whether *letters* are those of a role in the words before a full name."""
        words, size = self.words, len(letters)
        for start in range(first, min(first + _BEFORE, last - size)):
            role = words.words[start : start + size]
            if "".join([word[0] for word in role]) == letters:
                return bool(words.tags[start + size - 1] & t.TITLE)
        return False

    def _is_suffixed(self, first: int, end: int, last: int) -> bool:
        """Whether 'Jr.' and the like tell a person: 'Roe Jr.', but not 'the Quillon III'."""
        product = first == end and self.words.tags[first - 1] & t.DETERMINER and first > 0
        return last > end and not product

    def _is_one(self, first: int, last: int) -> bool:
        """Whether a name is one word, or two with a hyphen: 'Roe-Doe'."""
        return HYPHENS.issuperset(self.words.gaps[first + 1 : last + 1])

    def _before_suffixes(self, first: int, last: int) -> int:
        """Return the last word of a name without what follows it: 'Jr.', 'KC', 'MP'."""
        words = self.words
        end = last
        while end > first and words.lowers[end] in self.lexicon.suffixes:
            # 'Jane Roe MP', but 'the Sinn Féin MP', 'the Halden East MP'
            the = first > 0 and words.tags[first - 1] & t.DETERMINER and words.gaps[first] == " "
            if words.tags[end] & t.TITLE and (end < first + 2 or the):
                break
            end -= 1
        return end

    def _stem(self, first: int, last: int) -> tuple[str, ...]:
        words, lowers = self.words.words, self.words.lowers
        inside = range(first, last + 1)
        capitals = tuple([words[i] for i in inside if words[i] != lowers[i]])
        return capitals or tuple(words[first : last + 1])

    def _behind_title(self, first: int, last: int) -> int:
        """Return the first word of the name proper, or -1 where there is only a title."""
        if " ".join(self.words.lowers[first : min(last, first + 1) + 1]) in self.lexicon.firms:
            return first  # 'General Electric'
        tags, printed, lowers = self.words.tags, self.words.words, self.words.lowers
        for i in range(last, first - 1, -1):
            role = tags[i] & _TITLES or lowers[i] == "charge"  # 'Agent in Charge'
            role = role or (i > 0 and lowers[i] == "sri" and lowers[i - 1] in _SRI)
            if not role or printed[i] == lowers[i]:
                continue  # 'del' is short for a delegate as well
            if i > first and tags[i - 1] & _NAMELY == t.GIVEN_NAME and not self._opens(i, last):
                continue  # a surname that is a title as well: 'Stephen King'
            if self._is_given(i, last):
                continue  # a given name that is a title as well: 'winger Dean Roe'
            if i < last and self._is_inner(first, i):
                continue
            if self._of_body(first, i) or (i == last and self._is_paper(first, i)):
                continue  # 'the Society of Chief Librarians', 'The Norvane Reporter'
            if i < last:
                return self._behind_office(i + 1, last)
            if self._is_role(first, i):
                return -1
        return first

    def _is_inner(self, first: int, i: int) -> bool:
        """Whether a title is a part of a name: 'Notre-Dame-des-Pins', 'Hull Coroner's Court'.

        So is a street, and what a body is told by: 'The Wall St. Journal', 'the group Justice Now'.
        """
        words, behind = self.words, self.words.gaps[i + 1]
        street = i > first and words.lowers[i] == "st" and not words.tags[i - 1] & _TITLES
        cause = words.tags[i + 1] & SMALL and words.tags[first - 1] & t.BODY and i == first > 0
        told = bool(cause) and words.words[first - 1].islower()
        return street or told or behind in HYPHENS or behind in APOSTROPHES

    def _opens(self, i: int, last: int) -> bool:
        """Whether a full name is behind the title at the word *i*: 'Charlotte Mayor Jane Roe'."""
        return last - i > 1 and bool(self.words.tags[i + 1] & t.GIVEN_NAME)

    def _is_role(self, first: int, i: int) -> bool:
        """Whether the title at the word *i*, which closes a run, is all of a role."""
        words, before = self.words, self.words.tags[i - 1]
        if before & (t.TITLE | t.PLACE) or self._of_office(i - 1):
            return True
        if words.lowers[i - 1] == "lord" and words.lowers[i] in _LORDS:
            return True
        if words.gaps[i + 1] == " (" or self._is_of_owner(first, i):
            return True  # 'Circle Officer (North)'
        # 'the Senate President', 'the Sinn Féin MP'
        told = before & t.BODY or words.lowers[i] in self.lexicon.suffixes
        defined = words.tags[first - 1] & (t.DETERMINER | t.POSSESSIVE) if first else 0
        return bool(told and defined)

    def _is_of_owner(self, first: int, i: int) -> bool:
        """Whether an owner's office has its bearer behind it: 'its Publicity Clerk, Mr Roe'."""
        words, after = self.words, i + 1
        if not first or after >= len(words) or words.gaps[after] != ", ":
            return False
        if not words.tags[first - 1] & (t.CLITIC | t.POSSESSIVE):
            return False
        opens = bool(words.tags[first] & t.GIVEN_NAME)
        return not opens and bool(words.tags[after] & (t.HONORIFIC | t.GIVEN_NAME))

    def _of_body(self, first: int, i: int) -> bool:
        """Whether the word *i* tells whom a body is of, whose word stands from *first* on."""
        if i - first < 2 or self.words.lowers[i - 1] not in _OF:  # noqa: PLR2004
            return False
        return any(self.words.tags[k] & t.BODY for k in range(first, i - 1))

    def _is_paper(self, first: int, last: int) -> bool:
        """Whether a run that a role closes is a paper: 'according to The Norvane Reporter'.

        A word for when it comes out tells as much: 'The Daily Courier said'.
        """
        words = self.words
        if words.lowers[last] not in self.lexicon.body_endings:
            return False
        if first < last and words.lowers[first] in _ISSUES:
            return True
        if words.words[first - 1] != "The":
            return False
        firsts = [self.names.first[name] for name in self.names.holding[words.words[first]]]
        return any(words.gaps[at - 1] == " " for at in firsts)

    def _is_given(self, i: int, last: int) -> bool:
        """Whether a given name that is a title as well stands behind a role in small letters.

        One does before a particle too, and where all else tells a person: 'Marine Le Roe',
        'Dean Roe, 29,'.
        """
        words, before = self.words, i - 1
        if not words.tags[i] & t.GIVEN_NAME:
            return False
        if words.lowers[i + 1] in self.lexicon.particles:
            return True
        if i + 1 == last and self.kinds.surnames.closes(i, last):
            return True
        return words.words[before].islower() and bool(words.tags[before] & t.TITLE)

    def _of_office(self, i: int) -> bool:
        lexicon, word = self.lexicon, self.words.lowers[i]
        return (
            word in lexicon.portfolios
            or word in lexicon.modifiers
            or word in lexicon.allegiances
            or is_acronym(self.words.words[i])  # 'FIFA President'
        )

    def _behind_office(self, i: int, last: int) -> int:
        """Return the first word behind 'of State' and the like, or -1 where none is left."""
        lowers, lexicon = self.words.lowers, self.lexicon
        if lowers[i] == "pro" and lowers[i + 1] in _TEMPORE:
            return i + 2 if i + 2 <= last else -1  # 'President Pro Tem Roe'
        if lowers[i] not in _OF:
            return -1 if i == last and lowers[i] in lexicon.portfolios else i  # 'General Staff'
        i += 1
        known = i
        while i <= last and (lowers[i] in lexicon.portfolios or lowers[i] in lexicon.linking):
            i += 1
        if i > last:
            return -1
        if i > known and lowers[i - 1] != "the":
            return i
        given = (k for k in range(i + 1, last) if self.words.tags[k] & t.GIVEN_NAME)
        small = self.words.words[last - 1] == lowers[last - 1]  # 'the Roe Society | of Elmland'
        return next(given, last - 1 if last - i > 1 and not small else -1)
