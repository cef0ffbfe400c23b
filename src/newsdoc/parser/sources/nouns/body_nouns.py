"""Bodies without a name at hand: who 'the Roe campaign', 'the ministry' and 'her party' mean."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Final

from newsdoc.lexicon import tags as t
from newsdoc.model import SourceKind
from newsdoc.parser.sources.apposition import singular
from newsdoc.parser.sources.entities import Entity, Who
from newsdoc.parser.sources.names.edges import APOSTROPHES, CLOSED, HYPHENS
from newsdoc.parser.sources.names.kinds import BODY, GROUP, PLACE, ROLE, SINGLE
from newsdoc.parser.sources.names.parts import Part
from newsdoc.parser.sources.nouns.called import Called, Settler
from newsdoc.parser.sources.nouns.principal import Principal
from newsdoc.parser.sources.phrases import NOUN, Phrase
from newsdoc.parser.sources.pronouns import Antecedents
from newsdoc.parser.sources.roster.bodies import FIRMS
from newsdoc.parser.sources.rules import Rule
from newsdoc.parser.sources.titles import Titles

_GOES_ON: Final = frozenset(("for", "in", "of", "on"))
_PAPERS: Final = frozenset(("magazine", "newspaper", "tabloid"))  # no part of a name if small
_NAME_BEFORE: Final = 3  # words from a noun back to the name that tells it apart
_JOINED: Final = frozenset((" ", "-", *APOSTROPHES))
_NO_ADJECTIVE: Final = CLOSED | t.CUE | t.PAST
_TRADES: Final = 6  # places of a noun that are looked at for the same trade
_NO_TRADE: Final = CLOSED | t.PAST | t.TITLE | t.BODY
# What tells firms apart, and no trade: 'the larger company', but 'the energy company'.
_APART: Final = frozenset(("larger", "leading", "other", "parent", "rival", "sister", "smaller"))
_PRAISE: Final = ("al", "ed", "est", "ful", "ive", "less", "ous")
_CENTRAL: Final = ("reserve", "ecb", "boe", "boj", "pboc", "rba", "rbi", "snb")  # … banks
_LOOKED_AT: Final = 60  # names that are compared with a phrase
# Classes of bodies that an adjective of nation or place tells apart from all others.
_PUBLIC: Final = frozenset(("party", "force"))
_UNIQUE: Final = frozenset(("government", "chamber", "force", "party"))


class BodyNouns(Settler):
    """Settles mentions whose head is a common noun for a body."""

    def __init__(self, titles: Titles, antecedents: Antecedents, called: Called) -> None:
        super().__init__(titles, antecedents, called)
        self.standing = Principal(titles, antecedents, called)

    def settle(self, phrase: Phrase, noun: str) -> Who:
        """Return the body that 'the Roe campaign' or 'the ministry' means."""
        words = self.words
        opening = words.lowers[phrase.first]
        if opening not in self.lexicon.introducing and self.is_named(phrase, noun):
            entity = self.of_phrase(phrase)
            self.called.nouns[noun] = entity
            return Who(entity, Rule.BODY_PHRASE)
        if words.tags[phrase.first] & t.POSSESSIVE:
            return self.owned(phrase, noun)
        if phrase.first == phrase.head and self.article.places.in_heading(phrase.head):
            named = self.bodies_with(noun, len(words))
            if len(named) == 1:
                return Who(named[0], Rule.FORETOLD)
        known = self.called_before(phrase, noun)
        if known is not None:
            return Who(known, Rule.BODY_NOUN)
        return self.new_body(phrase, noun, opening in self.lexicon.introducing)

    def called_before(self, phrase: Phrase, noun: str) -> Entity | None:
        """Return the body that is known already, where 'the' and the like tell that one is."""
        core, bare = phrase.core, phrase.head - phrase.first == 1 or self.is_homed(phrase)
        whole = core == phrase.last or self.words.gaps[core].startswith(",")
        if not whole or self.words.lowers[phrase.first] not in self.lexicon.definite:
            return None  # 'a company from abroad'
        known = self.known_body(phrase, noun, bare)
        if known is not None:
            self.called.nouns[noun] = known
            known.open = False  # no surname
            if known.kind is SourceKind.PERSON:
                known.make_body()
        return known

    def newspaper(self, phrase: Phrase) -> Entity | None:
        """Return the newspaper that 'the paper' means, where nothing else was called a paper."""
        first, words = phrase.first, self.words
        if phrase.head - first != 1 or words.lowers[first] != "the" or phrase.core != phrase.last:
            return None
        known = self.called.nouns.get("paper")
        if known is not None:
            return known if known.kind is SourceKind.ORGANISATION else None
        if any(words.lowers[at - 1] != "the" for at in self.article.indexes("paper", first)):
            return None  # 'a paper in Nature'
        found = self.called_so(phrase, "newspaper")
        if found is None or found.name is None:
            return None
        if "media" not in self.standing.classes(found) and found is not self.called_paper(first):
            return None
        self.called.nouns["paper"] = found
        return found

    def called_paper(self, first: int) -> Entity | None:
        """Return who was called a newspaper last before a word, or None."""
        return self.standing.described(first, "newspaper")[0]

    def of_phrase(self, phrase: Phrase) -> Entity:
        """Return the body of a noun with a name before it, by all words but the article."""
        first = phrase.first
        while first < phrase.head and self.words.tags[first] & t.DETERMINER:
            first += 1
        part = phrase.part
        near = part is not None and part.kind is BODY and part.last + 1 == phrase.head
        noun, letters = self.words.lowers[phrase.head], self.words.words[phrase.head - 1].isupper()
        # 'the Roe Post newspaper', 'the DLU union'
        if part is not None and near and (noun in _PAPERS or (noun == "union" and letters)):
            return self.roster.meant(part).entity or self.roster.bodies.of_part(part)
        same = self.of_the_same_words(first, phrase.head) or self.cut_short(first, phrase.head)
        return same or self.roster.bodies.of(self.parts.text(first, phrase.head))

    def new_body(self, phrase: Phrase, noun: str, new: bool) -> Who:
        """Return the body without a name that was called so before, or a new one."""
        key = self.called.key(phrase)
        known = self.called.phrases.get(key)
        if known is not None and not new:
            return Who(known, Rule.SAME_WORDS)
        entity = Entity(SourceKind.ORGANISATION)
        self.called.phrases[key] = self.called.nouns[noun] = entity
        return Who(entity, Rule.UNNAMED)

    def owned(self, phrase: Phrase, noun: str) -> Who:
        """Return the body that 'her campaign' means: that of whom 'her' means."""
        first = phrase.first
        gender = self.lexicon.pronoun_gender.get(self.words.lowers[first])
        owner = self.antecedents.person(first, gender)[0] if gender else None
        if owner is None or not owner.stem:
            return self.new_body(phrase, noun, True)
        entity = self.roster.bodies.known(f"{owner.stem[-1]} {noun}")
        return Who(entity, Rule.BODY_NOUN if entity.name else Rule.UNNAMED)

    def is_named(self, phrase: Phrase, noun: str) -> bool:
        """Whether what stands before a noun makes it a name: 'the UN refugee agency'."""
        part = phrase.part
        if part is None or self.words.gaps[part.last + 1] in HYPHENS:
            return False  # 'the Nagoya-based carmaker'
        if part.kind in {GROUP, PLACE}:
            central = self.words.lowers[phrase.head - 1] == "central"  # 'the Turkish central bank'
            return central or self.lexicon.bodies.get(noun) in _UNIQUE
        return part.kind is not ROLE

    def of_the_same_words(self, first: int, last: int) -> Entity | None:
        """Return the 'Civil Aviation Board of Elmland' for 'Elmland's civil aviation board'."""
        words = self.words
        said = {
            words.lowers[i] for i in range(first, last + 1) if not words.tags[i] & t.CLITIC
        } - self.lexicon.linking
        for _, part in self.parts.holding(words.words[first])[:_LOOKED_AT]:
            if part.kind is BODY and said == {word.lower() for word in part.stem}:
                return self.roster.bodies.of_part(part)
        return None

    def cut_short(self, first: int, last: int) -> Entity | None:
        """Return the one body whose name goes on with 'for' and the like behind these words.

        'The Elmland attorney's office' is the Elmland Attorney's Office for the South.
        """
        words, found = self.words, None
        said = words.lowers[first : last + 1]
        for _, part in self.parts.holding(words.words[first])[:_LOOKED_AT]:
            after = part.first + len(said)
            if part.kind is BODY and words.lowers[part.first : after] == said and after < part.last:
                entity = self.roster.bodies.of_part(part)
                if words.lowers[after] not in _GOES_ON or found not in {None, entity}:
                    return None
                found = entity
        return found

    def known_body(self, phrase: Phrase, noun: str, bare: bool) -> Entity | None:
        """Return the latest body before a phrase whose name holds the *noun*, or its class.

        Where more than the article stands before the noun, it must be the only one.
        """
        said = set(self.words.lowers[phrase.first + 1 : phrase.head])
        if bare:
            return self.called_so(phrase, noun)
        found = self.bodies_with(noun, phrase.first)
        if "central" in said:
            found += [e for word in _CENTRAL for e in self.bodies_with(word, phrase.first)]
        known = found[0] if len(found) == 1 else self.told(noun, phrase.first, said)
        return known or self.of_trade(phrase, noun)

    def of_trade(self, phrase: Phrase, noun: str) -> Entity | None:
        """Return the firm that 'the snack | maker' means: called so before, or standing out."""
        words, first, i = self.words, phrase.first, phrase.head - 1
        trade, firm = words.lowers[i], self.lexicon.bodies.get(noun) in FIRMS and noun != "group"
        if not firm or first != i - 1 or trade != words.words[i] or words.tags[i] & _NO_TRADE:
            return None
        if trade in self.lexicon.modifiers or trade in _APART or trade.endswith(_PRAISE):
            return None
        called = self.article.indexes(noun, first)[-_TRADES:]
        if any(words.lowers[at - 1] == trade for at in called):
            return self.standing.described(first, noun)[0]
        return self.standing.meant(first, noun, None)

    def called_so(self, phrase: Phrase, noun: str) -> Entity | None:
        """Return the body that 'the' and its *noun* alone mean."""
        first = phrase.first
        described, near = self.standing.described(first, noun)
        if described is not None and near:
            return described
        known = self.called.nouns.get(noun) or described or self.told(noun, first)
        fresh = None if near else self.standing.meant(first, noun, known)
        found = fresh or known or self.same_class(noun)
        return found or self.standing.principal(first, noun)

    def told(self, noun: str, stop: int, said: AbstractSet[str] = frozenset()) -> Entity | None:
        """Return the latest body before a word that is told by the *noun* and what was *said*.

        'Norvane Council', 'Norvane city council'.
        """
        for at in reversed(self.article.indexes(noun, stop)):
            name = self.names.at(at)
            if name >= 0 and not said and self.is_body(name):
                return self.owned_body(name)
            before = self.names.before(at) - 1
            part = self.parts.of(before) if before >= 0 else None
            if part is None or not at - _NAME_BEFORE <= part.last < at:
                continue
            phrase = Phrase(NOUN, part.first, at + 1, at + 1, at, part)
            whole = said <= set(self.words.lowers[part.first : at])
            if whole and self.tells_apart(part, at):
                return self.of_phrase(phrase)
        return None

    def owned_body(self, name: int) -> Entity | None:
        """Return the body of a *name*, with the place that owns it: 'Elmland's Health Ministry'."""
        part, bodies = self.parts.of(name), self.roster.bodies
        owner = bodies.owner(part.first)
        if owner is not None:
            return bodies.of(self.parts.text(owner.first, part.last))
        return self.roster.who(name).entity

    def is_body(self, name: int) -> bool:
        """Whether a *name* is that of a body, and no common noun that opens a sentence."""
        opens = self.names.first[name] == self.article.places.opening(self.names.first[name])
        alone = self.names.first[name] == self.names.last[name]
        kind = self.parts.of(name).kind
        # 'the Federal Reserve' is told by no word for a body.
        return (kind is BODY and not (opens and alone)) or (kind is SINGLE and not alone)

    def tells_apart(self, part: Part, at: int) -> bool:
        """Whether a name and the noun at a word are one phrase that tells which body is meant."""
        words, after = self.words, at + 1
        noun = words.lowers[at]
        central = words.lowers[at - 1] == "central"  # "Norvane's central bank"
        firm = self.lexicon.stand_ins.get(noun) and self.lexicon.bodies[noun] not in _PUBLIC
        if firm and not central:
            return False  # 'the Norvane newspaper' is no name
        if words.gaps[after] == " " and singular(words.lowers[after]) in self.lexicon.bodies:
            return False  # 'Norvane council staff'
        return all(
            words.gaps[i] in _JOINED and (i == at or not words.tags[i] & _NO_ADJECTIVE)
            for i in range(part.last + 1, at + 1)
        )

    def bodies_with(self, noun: str, stop: int) -> list[Entity]:
        """Return the bodies before a word whose names hold the *noun*, in order."""
        found: dict[int, Entity] = {}
        for at in self.article.indexes(noun, stop):
            name = self.names.at(at)
            entity = self.roster.who(name).entity if name >= 0 and self.is_body(name) else None
            if entity is not None:
                found.pop(id(entity), None)
                found[id(entity)] = entity
        return list(found.values())

    def same_class(self, noun: str) -> Entity | None:
        """Return the body credited lately whose name tells the class of the *noun*.

        Of offices there are many: 'the board' is no ministry.
        """
        wanted = self.lexicon.bodies.get(noun)
        if wanted == "government" and noun not in self.lexicon.stand_ins:
            return None
        for _, entity in reversed(self.antecedents.said[-3:]):
            if entity.kind is not SourceKind.ORGANISATION or not entity.name:
                continue
            if entity.stem[-1].lower() in self.lexicon.places:
                continue
            lowers = [word.lower() for word in entity.stem]
            classes = {self.lexicon.bodies.get(word) for word in lowers} - {None}
            lone = len(entity.stem) == 1
            if wanted in classes or (not classes and lone and wanted == "company"):
                return entity
        return None
