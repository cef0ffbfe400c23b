"""The bodies of an article: acronyms joined to what they stand for, short names to long ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from newsdoc.lexicon import tags as t
from newsdoc.model import SourceKind
from newsdoc.parser.sources.article import Article, Step
from newsdoc.parser.sources.entities import Entity
from newsdoc.parser.sources.names.kinds import BODY, PLACE
from newsdoc.parser.sources.names.parts import Part

_LETTERS: Final = 9  # words of a name that an acronym can stand for
_SHORT: Final = 4  # places of a short name that are looked at
_LONGER: Final = 24  # longer names that are looked at
_TWO: Final = 2  # letters that stand for a whole name alone: 'EU'; words of a person's name
_SMALL: Final = frozenset(("of", "for", "on", "to"))  # behind the first words of a name
_FIRM: Final = t.ABBREVIATION | t.BODY
FIRMS: Final = frozenset(("company", "media"))  # classes of bodies
_OWNERS: Final = str.maketrans("’‘", "''")


class Bodies(Step):
    """The bodies of an article by their names, read as they are asked for."""

    def __init__(self, article: Article) -> None:
        super().__init__(article)
        self._known: dict[str, Entity] = {}
        self._long: dict[str, Part | None] = {}
        self._owned: dict[str, str | None] = {}
        self._capitals: dict[str, tuple[int, int]] | None = None
        self._acronyms: dict[str, Entity | None] = {}

    def of(self, text: str) -> Entity:
        """Return the body, place or group known by *text*."""
        key = text.lower().translate(_OWNERS).replace("'s ", " ").rstrip(".")
        entity = self.known(key)
        if entity.name is None:
            entity.name, entity.stem = text, tuple(text.split())
        return entity

    def known(self, key: str) -> Entity:
        """Return the body of the words *key*, without a name where nobody named it yet."""
        key = key.lower()
        entity = self._known.get(key)
        if entity is None:
            entity = self._known[key] = Entity(SourceKind.ORGANISATION)
        return entity

    def joint(self, text: str, kind: SourceKind) -> Entity:
        """Return those who are known together by *text*."""
        entity = self.of(text)
        entity.kind, entity.plural = kind, True
        return entity

    def of_part(self, part: Part) -> Entity:
        """Return the body of a name."""
        return self.of(self.parts.text(part.first, part.last))

    # --- short names ---

    def long(self, word: str) -> Part | None:
        """Return the longer name of a body that opens or closes with *word*.

        A name that another word opens is longer only where that word tells
        bodies apart: not 'Republican Congress' for 'Congress'; a nation does where
        it is the only one. A name that *word* opens must go on like a company,
        'Roe Inc', not 'Roe Foundation', or be the only one that goes on with a
        small word: 'the Bank of Elmland'.
        """
        if word not in self._long:
            is_longer = self._lengthens(word)
            longer = [part for _, part in self.parts.holding(word)[:_LONGER] if is_longer(part)]
            longer = [part for part in longer if not self._is_line(word, part)]
            self._long[word] = longer[0] if longer and self._is_only(longer) else None
        return self._long[word]

    def _is_line(self, word: str, part: Part) -> bool:
        """Whether a longer name is what a firm sells: 'Quillon', and only then 'Quillon TV'."""
        rest = [stem.lower() for stem in part.stem[1:]]
        if part.stem[0] != word or not self.lexicon.offers.issuperset(rest):
            return False
        first, heading = self.names.first, self.article.places.in_heading
        alone = (first[name] for name in self.names.alone(word)[:_LONGER])
        return next((at for at in alone if not heading(at)), part.first) < part.first

    def _is_only(self, longer: list[Part]) -> bool:
        """Whether a nation tells no other body apart: 'the Elmish Army' and 'the Marsh Army'."""
        first = longer[0].stem
        apart = first[0].lower() in self.lexicon.allegiances or self.goes_on(longer[0], first[0])
        return not apart or all(part.stem == first for part in longer)

    def goes_on(self, part: Part, last: str) -> bool:
        """Whether a small word stands behind the word *last* of a name: 'the Bank | of Elmland'."""
        words = self.words
        at = words.words.index(last, part.first, part.last + 1) + 1
        return at < part.last and words.lowers[at] in _SMALL

    def _lengthens(self, word: str) -> Callable[[Part], bool]:
        lexicon = self.lexicon

        def test(part: Part) -> bool:
            if part.kind is not BODY or len(part.stem) <= 1:
                return False
            first, last = part.stem[0], part.stem[-1]
            if last == word:
                chamber = lexicon.bodies.get(word.lower()) == "chamber"
                return not chamber and first.lower() not in lexicon.modifiers
            if first != word:
                return False
            known = (
                " ".join(part.stem).lower() in lexicon.firms and word.lower() not in lexicon.given
            )
            return known or self._is_company(part.stem[1:]) or self.goes_on(part, first)

        return test

    def _is_company(self, words: tuple[str, ...]) -> bool:
        """Whether all the words behind a name are those of companies: 'Media Group'."""
        bodies, endings = self.lexicon.bodies, self.lexicon.body_endings
        lowers = [word.lower() for word in words]
        return all(bodies.get(w) in FIRMS or endings.get(w) in FIRMS for w in lowers)

    def longer_firm(self, part: Part) -> Entity | None:
        """Return the firm with a name of several words that is longer elsewhere.

        'Blue Harbour' is short for 'Blue Harbour Records', 'Roe Foods' for 'Roe Foods Ltd'.
        """
        stem = part.stem
        if len(self.names.holding.get(stem[0], ())) < _TWO or part.title >= 0:
            return None
        if len(stem) == _TWO and stem[0].lower() in self.lexicon.given:
            return None
        known = None
        for _, other in self.parts.holding(stem[0])[:_LONGER]:
            if other.kind is BODY and other.stem[: len(stem)] == stem:
                rest = other.stem[len(stem) :]
                lettered = other.last > part.last - part.first + other.first  # 'Roe & Doe plc'
                if self._is_company(rest) if rest else lettered:
                    return self.of_part(other)
                if rest and self.goes_on(other, stem[-1]):  # 'the Roe Office for Elmland'
                    if known is not None:
                        return None
                    known = other
        return None if known is None else self.of_part(known)

    # --- owners ---

    def owner(self, first: int) -> Part | None:
        """Return the place that owns the body at a word: 'Ruritania's Defence Ministry'."""
        words, at = self.words, first - 2
        if at < 0 or not words.tags[at + 1] & t.CLITIC:
            return None
        name = self.names.at(at)
        body = self.names.at(first)
        if body >= 0 and self.lexicon.bodies.get(words.lowers[self.names.last[body]]) in FIRMS:
            return None  # 'Elmland's Roe Holdings' is a firm of its own name
        owner = self.parts.of(name) if name >= 0 else None
        return owner if owner is not None and owner.kind is PLACE else None

    def with_owner(self, part: Part) -> str | None:
        """Return 'Ruritania's Air Force' for 'the Air Force', where one country has one."""
        text = self.parts.text(part.first, part.last)
        if text not in self._owned:
            self._owned[text] = self._only_owner(part)
        return self._owned[text]

    def _only_owner(self, part: Part) -> str | None:
        found = None
        for _, held in self.parts.holding(part.stem[-1]):
            owner = self.owner(held.first) if held.stem == part.stem else None
            if owner is not None:
                name = self.parts.text(owner.first, held.last)
                if found is not None and name != found:
                    return None
                found = name
        return found

    # --- acronyms ---

    def acronym(self, word: str) -> Entity | None:
        """Return the body that the capitals *word* stand for, or None."""
        if word not in self._acronyms:
            self._acronyms[word] = self._in_brackets(word) or self._by_capitals(word)
        return self._acronyms[word]

    def _in_brackets(self, word: str) -> Entity | None:
        """Return the body behind which *word* stands in brackets."""
        words, names = self.words, self.names
        for name in names.alone(word):
            i = names.first[name]
            if i == 0:
                continue
            if self._is_apposed(i):
                before = names.at(i - 1)
                if before >= 0 and self.parts.kind(before) is BODY:
                    return self.of_part(self.parts.of(before))
            if words.gaps[i].endswith("(") and words.gaps[i + 1][:1] == ")":
                first = self.spelled(word, i - 1, small=False)
                if first < 0:
                    first = self.spelled(word, i - 1, small=True)
                before = names.at(i - 1)
                if first < 0 and before >= 0:
                    first = self.parts.of(before).first
                if first >= 0:
                    return self.of(self.parts.text(first, i - 1))
        return None

    def bracketed(self, word: str) -> Entity | None:
        """Return the body behind which its short name stands in brackets, or None.

        'the Office of Water (Ofwa)', whose letters it holds.
        """
        words, names = self.words, self.names
        for name in names.alone(word)[:_SHORT]:
            i = names.first[name]
            before = names.at(i - 1) if i and words.gaps[i] == " (" else -1
            if before < 0 or words.gaps[i + 1][:1] != ")" or self.parts.kind(before) is not BODY:
                continue
            part = self.parts.of(before)
            letters = iter(self.parts.text(part.first, part.last).lower())
            if all(letter in letters for letter in word.lower()):
                return self.of_part(part)
        return None

    def _is_apposed(self, i: int) -> bool:
        """Whether commas set the letters at word *i* off: 'the Elmland Fire Agency, EFA,'."""
        words = self.words
        return words.gaps[i] == ", " and words.gaps[i + 1][:1] == ","

    def spelled(self, word: str, last: int, *, small: bool) -> int:
        """Return the first of the words up to *last* whose capitals spell *word*, or -1.

        Where *small*, words like 'of' may give letters too.
        """
        words, linking, i = self.words, self.lexicon.linking, last
        for letter in reversed(word):
            while i > 0 and not self._gives(i, letter, small) and words.lowers[i] in linking:
                i -= 1
            if i < 0 or not self._gives(i, letter, small):
                return -1
            if i < last and words.gaps[i + 1].strip(" ,-&"):
                return -1
            i -= 1
        return i + 1

    def _gives(self, i: int, letter: str, small: bool) -> bool:
        """Whether the word *i* gives a *letter* to an acronym."""
        first = self.words.words[i][0]
        return first == letter or (small and first.upper() == letter)

    def _by_capitals(self, word: str) -> Entity | None:
        """Return the body with a name whose capitals are those of *word*."""
        if self._capitals is None:
            self._capitals = self._read_capitals()
        place = self._capitals.get(word)
        if place is None or self.parts.kind(self.names.at(place[0])) is not BODY:
            return None
        first, last = place
        after, words = last + 1, self.words
        if after < len(words) and words.gaps[after] == " " and words.words[after].islower():
            last += bool(words.tags[after] & t.BODY)  # 'the Rail and Road union'
        return self.of(self.parts.text(first, last))

    def _read_capitals(self) -> dict[str, tuple[int, int]]:
        """Return the first and last words of the long names by their capitals.

        A name counts from each of its words: 'Elmland' may stand before a body.
        """
        words = self.words
        found: dict[str, tuple[int, int]] = {}
        for first, last in zip(self.names.first, self.names.last, strict=True):
            if first == last:
                continue
            inside = range(max(first, last - _LETTERS), last + 1)
            capitals = [i for i in inside if words.words[i] != words.lowers[i]]
            letters = "".join([words.words[i][0] for i in capitals])
            for part in self._shorter(capitals):
                found.setdefault(part, (first, last))
            placed = first
            for start, i in enumerate(capitals[:-1]):
                if i == first or len(letters) - start > _TWO:
                    found.setdefault(letters[start:], (first if i == placed else i, last))
                if i == placed and words.tags[i] & t.PLACE:
                    placed = capitals[start + 1]  # 'the Elmland Fire Agency'
            if len(capitals) <= last - first:  # 'MoD'
                whole = "".join([words.words[i][0] for i in range(first, last + 1)])
                found.setdefault(whole, (first, last))
        return found

    def _shorter(self, capitals: list[int]) -> Iterator[str]:
        """Yield the letters of a name from its first or second word that leave its end out.

        What follows 'and' or is the letters of a firm: 'the Norvane Centre for Disease Control
        and Care', 'Norvane Gas & Oil Co.'.
        """
        words = self.words
        letters = "".join([words.words[i][0] for i in capitals])
        last = capitals[-1] if capitals else 0
        ends = words.lowers[last - 1] == "and" or words.tags[last] & _FIRM == _FIRM
        for start in (0, 1) if ends else ():
            if len(letters) - start > _TWO + 1:
                yield letters[start:-1]
