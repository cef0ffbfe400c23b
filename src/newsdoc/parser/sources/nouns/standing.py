"""Bodies that stand out: whom 'the company' means, where no name before it holds the noun."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import Final

from newsdoc.lexicon import tags as t
from newsdoc.parser.sources.apposition import singular
from newsdoc.parser.sources.entities import HUMAN, Entity
from newsdoc.parser.sources.names.kinds import BODY, GROUP, PERSON, PLACE, ROLE, SINGLE
from newsdoc.parser.sources.names.parts import Part
from newsdoc.parser.sources.nouns.called import Settler
from newsdoc.parser.sources.phrases import PLURALS
from newsdoc.parser.sources.pronouns.things import ABSTRACT, SUBJECT
from newsdoc.parser.sources.roster.bodies import FIRMS

_REACH: Final = 24  # names that are looked at before the noun
_SAID: Final = 4  # mentions that are looked at before it
_HERE: Final = 6.0  # how near the words of the same sentence are
_NEAR: Final = 0.5  # how near a body must be
_SPOKE: Final = 3  # what it counts that a body was credited
_MARGIN: Final = 3.0  # by how much the first must stand out from the next
_MARGIN_HERE: Final = 2.0
_STANDS: Final = 4.0  # how well it must stand out where that one is far back
_FRESH: Final = 7.0  # how well it must stand out to be meant where another was called so
_UNSURE: Final = 3.0  # what it counts against a name that can be a person's
_DEFINED: Final = 6  # words from a verb to what it tells of a name
_OFTEN: Final = 4  # places of a name that are looked at; one that stands so often is a name
_DESCRIBED: Final = 6  # places of the noun that are looked at
_BACK: Final = 4  # words from the noun back to the name before it
_WORDS: Final = 2  # words that a person's full name has at least
_AGAIN: Final = 2  # how often it stands in full where it is no person's
_SAME: Final = 2  # what it counts that a name stands in the sentence of the noun
_WHERE: Final = frozenset(("in", "near", "outside"))
_HOME: Final = frozenset(("of", "from"))
_AGAINST: Final = frozenset(("although", "and", "but", "though", "while"))
_DEED: Final = 4  # words from a name to what it does: 'Quillon is to close'
_NEAR_HIS: Final = 12  # words from that to 'his'
_NOUNS: Final = (*ABSTRACT, *PLURALS, "men")
_HELPING: Final = t.AUXILIARY | t.ADVERB
_PLANNING: Final = frozenset(("plans", "set", "to"))
_FIELDS: Final = frozenset(("ai", "hr", "it", "pr", "tv"))  # in capitals, before a noun: trades
_MONEY: Final = frozenset("$£€¥")
_TITLES: Final = t.TITLE | t.HONORIFIC
_NO_BODIES: Final = frozenset((PLACE, GROUP, ROLE))


class Standing(Settler):
    """Finds the body that a common noun with the article stands for."""

    # --- what the article itself calls so ---

    def described(self, word: int, noun: str) -> tuple[Entity | None, bool]:
        """Return the body that was called by the *noun* last, and whether anything was near by.

        'Quillon, a carmaker', 'the charity Open Larder'; 'a company from abroad' is nobody.
        """
        words, nearness = self.words, self.places.nearness(word)
        for at in self.article.indexes(noun, word)[: -_DESCRIBED - 1 : -1]:
            behind, before = self.names.at(at + 1), self.opening(at)
            if behind >= 0 and words.gaps[at + 1] == " " and self.names.first[behind] == at + 1:
                if self.acts(behind):
                    continue
                found = self.body(behind)
                if found is not None and noun in self.lexicon.stand_ins:
                    return found, nearness(at) >= _NEAR
                continue
            if words.lowers[before] not in self.lexicon.introducing:
                continue
            name = self.names.at(before - 1) if before else -1
            apposed = name >= 0 and words.gaps[before].startswith(",")
            return self.body(name) if apposed else None, nearness(at) >= _NEAR
        return None, False

    def acts(self, name: int) -> bool:
        """Whether a lone name behind a noun is rather who did something with what it names.

        'the company Roe founded' is not Roe; 'the charity Open Larder closed', 'the agency Roe
        reported' are.
        """
        words, after = self.words, self.names.last[name] + 1
        if self.names.first[name] < after - 1 or after >= len(words) or words.gaps[after] != " ":
            return False
        tags = words.tags[after]
        return not tags & t.CUE and (bool(tags & t.PAST) or words.lowers[after].endswith("ed"))

    def opening(self, at: int) -> int:
        """Return the word at which the phrase of the noun at a word opens: its article."""
        words = self.words
        for i in range(at - 1, max(-1, at - _BACK - 1), -1):
            if words.gaps[i + 1] not in {" ", "-"}:
                break
            if words.tags[i] & t.DETERMINER:
                return i
        return at

    def body(self, name: int) -> Entity | None:
        """Return the body of a *name* that a noun for bodies is said of, or None for a person's."""
        if self.parts.kind(name) in _NO_BODIES:
            return None
        entity = self.roster.who(name).entity
        if entity is not None and entity.kind is HUMAN and not entity.sure:
            entity.make_body()
        return entity if entity is not None and entity.kind is not HUMAN else None

    # --- what stands out ---

    def meant(self, word: int, noun: str, known: Entity | None) -> Entity | None:
        """Return the body before a *word* that the *noun* means, where one alone stands out.

        Where another is *known* by the noun, it must stand out by more.
        """
        best: dict[int, tuple[float, Entity]] = {}
        spoke = {id(entity) for _, entity in self.antecedents.said[-_SAID:]}
        for score, entity in self.candidates(word, noun):
            told = entity.kind is HUMAN and self.opens_story(entity, noun)
            if not self.fits(entity, noun, told=told):
                continue
            fit = score - (_UNSURE if entity.kind is HUMAN else 0)
            if id(entity) not in best or best[id(entity)][0] < fit:
                best[id(entity)] = fit, entity
        fits = sorted(best.values(), key=itemgetter(0), reverse=True)
        ranked = [(fit, e) for fit, e in fits if id(e) in spoke or self.is_name(e)]
        if fits and fits[0] not in ranked and self.opens_story(fits[0][1], noun):
            ranked = fits if len(fits) == 1 else []  # the only body so far
        if ranked and self.is_other(word, noun, ranked[0][1], best):
            return None
        if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < self.margin(ranked)):
            return None
        score, top = ranked[0]
        if score < _NEAR:
            return None
        # Who was called so far back is no rival of a body that spoke just now.
        rival = known is not None and (id(known) in best or self.spoke_near(word, known))
        enough = _NEAR if known is None else _FRESH if rival else _STANDS
        return top if score >= enough else None

    def is_other(
        self, word: int, noun: str, top: Entity, best: dict[int, tuple[float, Entity]]
    ) -> bool:
        """Whether a body whose name tells no class is hardly what the *noun* of no firm means.

        Another subject stands out ('Unite will strike at Roe. The union'), or 'but' sets the
        noun against it ('Roe would cut costs, but the union').
        """
        if self.lexicon.bodies[noun] in FIRMS or self.classes(top):
            return False
        if word and self.words.lowers[word - 1] in _AGAINST:
            return True
        return any(fit > best[id(top)][0] for fit, _ in best.values())

    def spoke_near(self, word: int, entity: Entity) -> bool:
        """Whether a body was credited shortly before a *word*."""
        nearness, said = self.places.nearness(word), self.antecedents.said
        return any(who is entity and nearness(at) >= _NEAR for at, who in said[-_SAID:])

    def margin(self, ranked: list[tuple[float, Entity]]) -> float:
        """Return by how much the first must stand out: less for the subject of the sentence."""
        here = _HERE + _SAME + SUBJECT
        return _MARGIN_HERE if ranked[0][0] >= here > ranked[1][0] else _MARGIN

    def candidates(self, word: int, noun: str) -> Iterator[tuple[float, Entity]]:
        """Who was credited or named before a *word*, and how well each stands out."""
        nearness, names = self.places.nearness(word), self.names
        firm = self.lexicon.bodies[noun] in FIRMS
        teams = "t" in self.lexicon.stand_ins.get(noun, "")  # of towns
        kinds = _NO_BODIES - {PLACE} if teams else _NO_BODIES
        for at, entity in self.antecedents.said[: -_SAID - 1 : -1]:
            if nearness(at) >= _NEAR:
                yield nearness(at) + _SPOKE, entity
        stop = names.before(word)
        for name in range(stop - 1, max(-1, stop - 1 - _REACH), -1):
            near, part = nearness(names.first[name]), self.parts.of(name)
            if near < _NEAR:
                break
            if not firm and self.has_corporate(part):
                continue  # 'the party' is not whose owner somebody is
            if part.title >= 0:
                named, role = self.employer(part), 0.0
            elif part.kind in kinds or self.is_aside(part) or self.is_money(part):
                continue
            else:
                named, role = self.roster.who(name).entity, self.antecedents.role(name)
            if named is not None:
                yield near + role + (_SAME if near == _HERE else 0), named

    def opens_story(self, entity: Entity, noun: str) -> bool:
        """Whether a name opens the story as the subject of what bodies called by a *noun* do.

        'Barclays cut 300 jobs. The bank', 'Ofcom fined a firm. The regulator'; 'The union' and
        'The council' are others. Fog does nothing by itself, and 'his' tells a person.
        """
        words, lexicon, names = self.words, self.lexicon, self.names
        word = entity.stem[-1] if entity.stem else ""
        lone, alone = len(entity.stem) == 1, names.alone(word)[:1]
        name = next(iter(alone if lone else entity.places[:1]), -1)
        if name < 0 or lone != bool(alone) or not self.places.is_lead(names.first[name]):
            return False  # 'Zane Roe … Roe'
        forms = {word.lower(), singular(word.lower())}
        common = any(forms & nouns for nouns in (lexicon.commons, lexicon.roles, names.printed))
        if lone and (common or word.endswith(_NOUNS)):
            return False
        verb = after = names.last[name] + 1
        stop = min(len(words) - 1, after + _DEED)
        while verb < stop and (words.tags[verb] & _HELPING or words.lowers[verb] in _PLANNING):
            verb += 1
        if words.gaps[names.first[name]] == " " or words.gaps[after] != " " or verb >= stop:
            return False
        who, flags = lexicon.deeds.get(words.lowers[verb], ""), lexicon.stand_ins.get(noun, "")
        does = "r" in who if "w" in flags else "s" in flags and ("f" if lone else "o") in who
        does = does and ("i" in who or not words.tags[verb + 1] & t.PREPOSITION)
        near = words.lowers[verb : verb + _NEAR_HIS]
        return does and lexicon.pronoun_gender.keys().isdisjoint(near)

    def is_money(self, part: Part) -> bool:
        """Whether a letter tells whose money it is: 'C$13'."""
        return self.words.gaps[part.last + 1][:1] in _MONEY

    def is_aside(self, part: Part) -> bool:
        """Whether a name tells where or when, is said by somebody, or tells a body apart.

        'in the US', 'the Roe fund', 'an IT failure', 'the firm Roe founded', 'its Roe plant'.
        """
        words, first, after = self.words, part.first, part.last + 1
        before = first - 1 - (words.lowers[first - 1] == "the") if words.gaps[first] == " " else 0
        if self.places.inside(first) or (before >= 0 and words.lowers[before] == "in"):
            return True
        if first and words.tags[first - 1] & t.POSSESSIVE:
            return True
        if first and words.tags[first - 1] & t.BODY and words.words[first - 1].islower():
            return words.gaps[first] == " " and self.acts(self.names.at(first))
        follows = after < len(words) and words.gaps[after] == " "
        told = words.lowers[after] in self.lexicon.happenings or words.lowers[first] in _FIELDS
        return follows and (told or bool(words.tags[after] & t.BODY))

    def employer(self, part: Part) -> Entity | None:
        """Return the body in the title before a name: 'Quillon CEO Jane Roe'."""
        tags = self.words.tags
        last = part.title - 1
        while last + 1 < part.first and not tags[last + 1] & _TITLES:
            last += 1
        if last < part.title:
            return None
        owner = self.parts.split(part.title, last)
        return self.roster.meant(owner).entity if owner.kind in {BODY, SINGLE, PERSON} else None

    def has_corporate(self, part: Part) -> bool:
        """Whether a role in a firm stands in the title before a name or behind it: 'Roe owner'."""
        lowers = self.words.lowers[part.title : part.first] if part.title >= 0 else []
        if self.words.gaps[part.last + 1] == " ":
            lowers += self.words.lowers[part.last + 1 : part.last + 2]
        return not self.lexicon.corporate.isdisjoint(lowers)

    def fits(self, entity: Entity, noun: str, *, told: bool = False) -> bool:
        """Whether a body can be called by a *noun* that its name does not hold.

        What is *told* to be a firm is no person, though its name has two words with capitals.
        """
        allowed = self.lexicon.stand_ins.get(noun, "")
        if not allowed or entity.name is None or entity.name.lower() in self.lexicon.seats:
            return False
        if entity.kind is HUMAN:
            return "o" in allowed and not entity.sure and (told or self.is_repeated(entity))
        if entity.name.isupper():
            kind = self.lexicon.body_endings.get(entity.name.lower())  # 'NBA'
            if "league" in {noun, kind}:
                return noun == kind
            return "a" in allowed or not self.has_article(entity)
        classes, last = self.classes(entity), singular(entity.stem[-1].lower())
        if classes:
            # not the 'Bank executives' of a sentence's head
            same = "p" in allowed or self.lexicon.bodies[noun] in classes
            return same and len(entity.stem) > 1
        if "o" not in allowed or last in self.lexicon.roles or last in self.lexicon.documents:
            return False
        return not (self.is_place(entity) or self.has_article(entity))

    def classes(self, entity: Entity) -> set[str]:
        """Return the classes that the words of a body's name tell."""
        bodies, last = self.lexicon.bodies, entity.stem[-1].lower()
        found = {bodies.get(word.lower(), "-") for word in entity.stem}
        found.add(self.lexicon.body_endings.get(last, "-"))
        found.discard("-")
        if "party" in found:
            found.add("group")  # 'the Pier Alliance'
        return found if found.isdisjoint(FIRMS) else found | FIRMS

    def is_repeated(self, entity: Entity) -> bool:
        """Whether a name is printed in full again and again, as those of people are not."""
        if len(entity.stem) < _WORDS or len(entity.places) < _AGAIN:
            return False
        return not self.names.alone(entity.stem[-1])

    def is_name(self, entity: Entity) -> bool:
        """Whether a single word does more than open sentences: 'Quillon', but 'Demand fell'."""
        words, first = self.words, self.names.first
        alone = self.names.alone(entity.stem[0])[:_REACH]
        letters = not alone and not entity.stem[0][1:].islower()  # 'FEMA chief', 'Roe.com'
        sure = len(entity.stem) > 1 or letters or len(alone) >= _OFTEN
        return sure or any(
            words.gaps[first[name]] == " "
            or self.is_apposed(first[name] + 1)
            or self.is_defined(first[name] + 1)
            for name in alone
        )

    def is_apposed(self, after: int) -> bool:
        """Whether the word behind a name tells what it is: 'Quillon, which'."""
        words = self.words
        if after >= len(words) or words.gaps[after] != ", ":
            return False
        return words.lowers[after] == "which" or bool(words.tags[after] & t.DETERMINER)

    def is_defined(self, after: int) -> bool:
        """Whether the words behind a name tell that it is a body: 'Quillon | is the maker of'."""
        words = self.words
        if after + 1 >= len(words) or not words.tags[after] & t.BE or words.gaps[after] != " ":
            return False
        corporate = self.lexicon.corporate
        for i in range(after + 2, min(len(words), after + _DEFINED)):
            if words.gaps[i] not in {" ", "-"} or words.tags[i] & t.PREPOSITION:
                break
            if words.tags[i] & t.BODY or words.lowers[i] in corporate:
                return bool(words.tags[after + 1] & t.DETERMINER)
        return False

    def is_place(self, entity: Entity) -> bool:
        """Whether one word tells where something is: 'in Halden', but no 'stake in Quillon'."""
        words, lowers, ties = self.words, self.words.lowers, self.lexicon.firm_ties
        alone = self.names.alone(entity.stem[0])[:_REACH] if len(entity.stem) == 1 else []
        before = [self.names.first[name] - 1 for name in alone]
        return any(
            (lowers[at] in _WHERE and ties.get(lowers[at - 1]) != "i")
            or (lowers[at] in _HOME and words.gaps[at] == ", ")  # 'Ann Roe, 41, from Halden'
            for at in before
            if at > 0
        )

    def has_article(self, entity: Entity) -> bool:
        """Whether 'the' stands before the name of a body, as before no firm's: 'the FBI'."""
        words, stem = self.words, entity.stem
        places = entity.places or self.names.alone(stem[0])
        firsts = [self.names.first[name] for name in places[:_OFTEN]]
        return any(first > 0 and words.lowers[first - 1] == "the" for first in firsts)
