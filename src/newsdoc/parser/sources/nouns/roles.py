"""Roles: the named person whom 'the senator', 'her husband' and 'an expert' mean."""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon import tags as t
from newsdoc.model import SourceKind
from newsdoc.parser.sources.entities import Entity, Who
from newsdoc.parser.sources.names.kinds import BODY, GROUP, PLACE, SINGLE
from newsdoc.parser.sources.nouns.called import Called, Settler
from newsdoc.parser.sources.nouns.introduced import Introduced
from newsdoc.parser.sources.phrases import Phrase
from newsdoc.parser.sources.pronouns import Antecedents
from newsdoc.parser.sources.roster.namesakes import age_at
from newsdoc.parser.sources.rules import Rule
from newsdoc.parser.sources.titles import Titles

_SALIENT: Final = 5.0  # how well somebody must stand out to be meant by 'the businessman'
_NATIONS: Final = frozenset((GROUP, PLACE))
_MARGIN: Final = 2.0  # … and by how much more than the next
_OWNED: Final = 3  # words from a role back to its owner
_LONG: Final = 3  # words of a title that others do not share by chance
_RIVALS: Final = 6  # people who may hold an office
_LEADERS: Final = frozenset(("boss", "chief", "head", "leader"))
_TEENS: Final = frozenset(("teen", "teenager"))
_AGES: Final = frozenset(("13", "14", "15", "16", "17", "18", "19"))  # of teenagers
_AGED: Final = 200  # names before a phrase that may have an age behind them
_MEMORY: Final = 400  # words in which 'a judge' makes 'the judge' somebody else


class Roles(Settler):
    """Settles mentions whose head is a common noun for one person."""

    def __init__(self, titles: Titles, antecedents: Antecedents, called: Called) -> None:
        super().__init__(titles, antecedents, called)
        self.introduced = Introduced(titles, antecedents, called)
        self._nations = self.lexicon.places | self.lexicon.allegiances - self.lexicon.parties

    def settle(self, phrase: Phrase, noun: str) -> Who | None:
        """Return the named person that a role means, or None."""
        opening, owned = self.words.lowers[phrase.first], phrase.part is not None
        owned = owned or bool(self.words.tags[phrase.first] & t.POSSESSIVE)
        if owned and noun in self.lexicon.kin:
            entity, rule = self.relation(phrase, noun), Rule.KIN
        elif opening in self.lexicon.definite or self.is_owned(phrase):
            entity, rule = self.definite(phrase, noun, opening), Rule.ROLE
        else:
            entity, rule = self.foretold(phrase, noun), Rule.ROLE
            if entity is None:
                entity, rule = self.introduced.behind(phrase, noun), Rule.FORETOLD
                if entity is not None and noun not in self.lexicon.general:
                    self.titles.note(entity, phrase.first, phrase.head + 1, phrase.head)
        return None if entity is None else Who(entity, rule)

    def is_owned(self, phrase: Phrase) -> bool:
        """Whether a name tells whose role it is: 'Halden's mayor'."""
        part = phrase.part
        after = part.last + 1 if part is not None else phrase.head
        return after < phrase.head and bool(self.words.tags[after] & t.CLITIC)

    def definite(self, phrase: Phrase, noun: str, opening: str) -> Entity | None:
        """Return the named person that a role with 'the' or 'her' means, or None."""
        words, core = self.words, phrase.core
        if words.lowers[core] == "who" and words.gaps[core] == " ":
            return None  # a clause tells who is meant: 'the officer who made the arrest'
        if age := self.age(phrase):
            return self.of_age(phrase, age, noun)
        if noun in self.lexicon.elders and words.tags[phrase.last - 1] & t.NUMBER:
            return self.salient(phrase, noun)  # 'the mother of three'
        told = words.tags[phrase.head] & t.TITLE or noun in self.lexicon.allegiances
        if not told and noun not in _TEENS:
            return None
        entity = self.of_role(phrase, noun) or self.of_office(phrase, noun)
        entity = entity or self.of_leader(phrase, noun)
        entity = entity or self.titles.lettered(self.parts.split(phrase.head, phrase.head))
        if entity is not None or opening != "the" or noun in self.called.nouns:
            return entity
        if any(words.tags[i] & t.CLITIC for i in range(phrase.first + 1, phrase.head)):
            return None  # 'the dog's owner'
        if noun in self.lexicon.go_betweens or noun in self.lexicon.functionaries:
            return None  # such are told by their role
        if self.was_another(phrase, noun) or not self.may_be_salient(phrase, noun):
            return None
        if noun in _TEENS:
            return self.teenager(phrase)
        return self.salient(phrase, noun)

    def can_be(self, entity: Entity, phrase: Phrase, noun: str) -> bool:
        """Whether a person may be called by a noun that was not said of him: no spokesman is."""
        roles = self.titles.roles(entity) - self.lexicon.kin
        if not self.lexicon.go_betweens.isdisjoint(roles):
            return False
        if noun in self.lexicon.young:
            return False
        other = self.lexicon.ranks | self.lexicon.former
        said, leads, tasks = self.said(phrase), noun in _LEADERS, self.lexicon.portfolios
        if not other.isdisjoint(said if noun in roles else roles if leads else ()):
            return False  # 'the deputy mayor', 'the former mayor'; no former chair is 'the chief'
        elsewhere = leads and said & tasks and (noun not in roles or roles & tasks)
        if elsewhere and roles and roles.isdisjoint(said & tasks):
            return False  # no fire chief, nor a chair, is 'the police chief'
        part = phrase.part if phrase.part and phrase.part.last + 1 == phrase.head else None
        if part and part.kind is SINGLE and roles and noun not in roles:
            return False  # no striker is 'the Rovers coach'
        trades = self.lexicon.trades
        fields = set(trades.get(noun, "*"))
        held = {field for role in roles for field in trades.get(role, "")}
        return not held or "*" in fields or bool(fields & held)

    def relation(self, phrase: Phrase, noun: str) -> Entity | None:
        """Return the relative that was named so, or the one other of the surname and the gender."""
        named = self.tied(phrase, noun)
        if named is not None:
            return named
        owner, gender = self.antecedents.owner(phrase), self.lexicon.gender.get(noun)
        if owner is None or owner.kind is not SourceKind.PERSON or not gender:
            return None
        family = self.roster.people.family(owner.stem[-1]).members.values()
        others = [e for e in family if e is not owner]
        if len(others) != 1 or not others[0].fits(gender):
            return None
        ties = self.titles.roles(others[0]) & self.lexicon.kin
        return others[0] if not ties or noun in ties else None

    def tied(self, phrase: Phrase, noun: str) -> Entity | None:
        """Return who was named behind the same tie before: 'his mother, Ann Roe'."""
        words, genders = self.words, self.lexicon.pronoun_gender
        owner = genders.get(words.lowers[phrase.first])
        for at in reversed(self.article.indexes(noun, phrase.first) if owner else []):
            name = self.names.at(at + 1)
            if name >= 0 and self.parts.tie(self.parts.of(name)) == noun:
                same = genders.get(words.lowers[at - 1]) == owner
                return self.roster.who(name).entity if same else None
        return None

    def may_be_salient(self, phrase: Phrase, noun: str) -> bool:
        """Whether a phrase can mean somebody of whom its noun was not said before.

        A nation must have been said of him before ('the French president'); a
        party or a place need not ('the Ohio senator', 'the BJP legislator').
        """
        lowers, part = self.words.lowers, phrase.part
        if phrase.core < phrase.last and lowers[phrase.core] in {"of", "and"}:
            return False  # 'the organiser of a march'
        if part is None or self.is_homed(phrase):
            return True
        if part.kind is GROUP:
            return part.stem[-1].lower() in self.lexicon.parties
        trade, named = self.lexicon.trades.get(noun), part.kind is SINGLE
        # 'the Halden coach', but firms have managers as well: 'the Rovers manager'
        club = named and (trade == "s" or (trade == "bs" and part.stem[-1][-1] == "s"))
        near = club or part.kind is BODY
        return part.kind is PLACE or (near and part.last + 1 == phrase.head)

    def of_role(self, phrase: Phrase, noun: str) -> Entity | None:
        """Return the person before the phrase whose title holds the *noun*.

        Of several, the one whose title holds what else the phrase says
        ('the Ohio senator'), or else the one who stands out.
        """
        lowers = self.words.lowers
        former = not self.lexicon.former.isdisjoint(lowers[phrase.first : phrase.head])
        inside = set(lowers[phrase.first + 1 : phrase.head])
        offices = (inside & self.lexicon.portfolios) | (inside & self.lexicon.ranks)
        bare = not (former or offices)
        holders = self.holders(phrase.first, noun, lowers[phrase.first], bare=bare)
        holders = [e for e in holders if not self.is_of_another_seat(e, phrase, noun)]
        if offices:  # 'her press secretary' is no secretary of state, 'the deputy mayor' no mayor
            holders = [e for e in holders if offices <= self.titles.roles(e)]
        if former:
            past = self.lexicon.former
            holders = [e for e in holders if not past.isdisjoint(self.titles.roles(e))]
        apart = phrase.part is not None and not self.is_homed(phrase)
        if len(holders) > 1 or (holders and apart):
            said = self.said(phrase)
            telling = [e for e in holders if self.is_told(e, phrase, said)]
            if telling:
                return telling[0]
            if apart:
                return None
            for candidate in self.antecedents.rank(phrase.first, "-", 9):
                if candidate.entity in holders:
                    return candidate.entity
        return holders[0] if holders else None

    def is_of_another_seat(self, entity: Entity, phrase: Phrase, noun: str) -> bool:
        """Whether a title tells another place or party: 'Leeds MP Jane Roe' of 'the Hull MP'."""
        if noun in self.lexicon.parties:
            sided = self.titles.roles(entity) & self.lexicon.parties
            return bool(sided) and noun not in sided  # 'Jane Roe, D-Ohio'
        said = self.titles.names_in(phrase.first, phrase.head - 1)
        own = self.titles.owners(entity, noun) if said else set[str]()
        if not said.isdisjoint(own):
            return False
        parties = self.lexicon.allegiances
        return bool((said - parties and own - parties) or (said & parties and own & parties))

    def is_told(self, entity: Entity, phrase: Phrase, said: set[str]) -> bool:
        """Whether a title holds what is *said*: 'Elmland's defence minister' is not of another."""
        roles = self.titles.roles(entity)
        if not said & roles:
            return False
        part = phrase.part
        if part is None or part.kind not in _NATIONS or said & self._nations & roles:
            return True
        return not self._nations & roles

    def of_office(self, phrase: Phrase, noun: str) -> Entity | None:
        """Return the one person of an office: 'the U.S. secretary of state'."""
        words, first = self.words, phrase.first
        inside = [i for i in range(first, phrase.last) if not words.tags[i] & t.CLITIC]
        said = {words.lowers[i] for i in inside} - self.lexicon.articles
        if len(said) <= _LONG:
            return None
        found = [e for e in self.holders(len(words), noun) if said <= self.titles.roles(e)]
        return found[0] if len(found) == 1 else None

    def of_leader(self, phrase: Phrase, noun: str) -> Entity | None:
        """Return the one person who leads what is named: 'FA chair Ann Roe', 'the FA boss'."""
        part, lexicon = phrase.part, self.lexicon
        named = part is not None and part.kind in {BODY, SINGLE} and part.last + 1 == phrase.head
        if part is None or not named or noun not in _LEADERS:
            return None
        places = self.article.indexes(part.stem[-1].lower(), phrase.first)
        found = {e: self.titles.roles(e) for at in places if (e := self.titles.holder(at))}
        less = lexicon.ranks | lexicon.former
        lead = [e for e, roles in found.items() if roles & lexicon.heads and less.isdisjoint(roles)]
        return lead[0] if len(lead) == 1 else None

    def said(self, phrase: Phrase) -> set[str]:
        """Return the words before the head of a phrase but its article and the mark of an owner."""
        words = self.words
        first = phrase.first + (words.lowers[phrase.first] in self.lexicon.definite)
        inside = range(first, phrase.head)
        return {words.lowers[i] for i in inside if not words.tags[i] & t.CLITIC}

    def holders(
        self, before: int, noun: str, opening: str = "", *, bare: bool = False
    ) -> list[Entity]:
        """Return the people before a word whose titles hold the *noun*, latest first.

        Where the *opening* tells an owner ('her lawyer'), 'his lawyer, Ann Roe' is another.
        Who is a deputy or former one counts for a *bare* noun only where nobody else does.
        """
        found: dict[int, Entity] = {}
        lesser: dict[int, Entity] = {}
        lexicon, gender = self.lexicon, self.lexicon.gender.get(noun, "-")
        owner = lexicon.pronoun_gender.get(opening)
        for word in (noun, *lexicon.briefs.get(noun, ()), *lexicon.same_roles.get(noun, ())):
            for at in self.article.indexes(word, before):
                entity = self.titles.holder(at)
                if entity is None or (owner and self.is_of_another(at, owner)):
                    continue
                if entity.fits(gender):  # 'Actor Jane Roe', 'the actress'
                    less = bare and self.words.lowers[at - 1] in lexicon.ranks | lexicon.former
                    (lesser if less else found)[id(entity)] = entity
        return list((found or lesser).values())[::-1]

    def is_of_another(self, at: int, owner: str) -> bool:
        """Whether the role at a word is told to be that of somebody of another gender."""
        before = self.words.lowers[max(0, at - _OWNED) : at]
        genders = self.lexicon.pronoun_gender
        return any(genders.get(word, owner) != owner for word in before)

    def age(self, phrase: Phrase) -> str:
        """Return the age that a phrase tells, or '': 'the 34-year-old teacher'."""
        words = self.words
        for i in range(phrase.first + 1, phrase.last - 2):
            if words.lowers[i + 1 : i + 3] == ["year", "old"]:
                return words.words[i]
        return ""

    def of_age(self, phrase: Phrase, age: str, noun: str) -> Entity | None:
        """Return the person whose age is printed before a phrase, or who stands out without one."""
        words, names = self.words, self.names
        for name in range(names.before(phrase.first) - 1, -1, -1):
            after = names.last[name] + 1
            if words.words[after] == age and words.gaps[after].startswith(","):
                return self.roster.who(name).entity
        found = self.salient(phrase, noun)
        return found if found and not self.roster.people.namesakes.tells_age(found) else None

    def teenager(self, phrase: Phrase) -> Entity | None:
        """Return the one person before a phrase behind whose name the age of one is printed."""
        last, stop = self.names.last, self.names.before(phrase.first)
        near = range(max(0, stop - _AGED), stop)
        aged = [name for name in near if age_at(self.words, last[name] + 1) in _AGES]
        known = {self.titles.person(name) for name in aged}
        return known.pop() if len(known) == 1 else None

    def salient(self, phrase: Phrase, noun: str) -> Entity | None:
        """Return the person who stands out before the phrase, or None where nobody does."""
        gender = self.lexicon.gender.get(noun, "-")
        ranked = self.antecedents.rank(phrase.first, gender, _RIVALS)
        ranked = [c for c in ranked if not self.is_of_another_seat(c.entity, phrase, noun)]
        if not ranked or ranked[0].score < _SALIENT:
            return None
        if len(ranked) > 1 and ranked[0].score - ranked[1].score < _MARGIN:
            return None
        top = ranked[0].entity
        if noun in self.lexicon.parties and self.has_rival(phrase, top):
            return None
        return top if top.name and top.sure and self.can_be(top, phrase, noun) else None

    def has_rival(self, phrase: Phrase, top: Entity) -> bool:
        """Whether somebody else holds an office, and not who stands out: 'the Ohio Republican'."""
        if self.titles.roles(top):
            return False
        others = (c.entity for c in self.antecedents.rank(phrase.first, "-", _RIVALS))
        return any(self.titles.roles(entity) for entity in others if entity is not top)

    def was_another(self, phrase: Phrase, noun: str) -> bool:
        """Whether somebody else was called so a while before: 'a judge', 'the judge'."""
        words, stop = self.words, phrase.first
        return any(
            words.lowers[at - 1] in self.lexicon.articles
            and at > stop - _MEMORY
            and (words.gaps[at + 1] != " " or words.tags[at + 1])  # not 'the judge nominee'
            for at in self.article.indexes(noun, stop)
        )

    def foretold(self, phrase: Phrase, noun: str) -> Entity | None:
        """Return the only person of a role that a headline leaves unnamed."""
        if phrase.first < phrase.head or not self.places.in_heading(phrase.head):
            return None
        if not self.words.tags[phrase.head] & t.TITLE:
            return None  # what somebody leads, no role: 'opposition'
        noun = self.lexicon.short.get(noun, noun)
        holders = self.holders(len(self.words), noun)
        return holders[0] if len(holders) == 1 else None
