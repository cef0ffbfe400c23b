"""Who each mention means: the mentions in order, each by its kind of phrase."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from newsdoc.lexicon import tags as t
from newsdoc.model import SourceKind
from newsdoc.parser.drafts import MentionDraft, QuoteDraft
from newsdoc.parser.sources.article import Article, Step
from newsdoc.parser.sources.entities import HUMAN, Entity, Who
from newsdoc.parser.sources.names.kinds import BODY, GROUP, PERSON, PLACE, ROLE
from newsdoc.parser.sources.names.parts import Part
from newsdoc.parser.sources.nouns import Nouns
from newsdoc.parser.sources.nouns.called import Called
from newsdoc.parser.sources.phrases import NAME, NOUN, PRONOUN, Phrase, PhraseReader
from newsdoc.parser.sources.pronouns import Antecedents
from newsdoc.parser.sources.roster import Roster
from newsdoc.parser.sources.rules import AMBIGUOUS, SURNAME, Rule
from newsdoc.parser.sources.titles import Titles

_BACK: Final = 4  # words from a noun back to its article
_NUMBERS: Final = frozenset(("no", "number"))
_NAMES: Final = 12  # names of a sentence that may have an apposition before 'who'
_JOINTS: Final = frozenset(
    (" ", ", ", "), ", ") ", " and ", " but ")
)  # between a mention and its 'who'
_SHOPS: Final = ("'s", "’s")


class Resolver(Step):
    """Settles the mentions of an article, in order."""

    def __init__(
        self, article: Article, drafts: list[MentionDraft], quotes: list[QuoteDraft]
    ) -> None:
        super().__init__(article)
        self.roster = Roster(article)
        self.reader = PhraseReader(article)
        self.titles = Titles(article, self.roster)
        self.antecedents = Antecedents(article, self.roster, quotes)
        self.called = Called(article, drafts)
        self.nouns = Nouns(self.titles, self.antecedents, self.called)
        # Whom a name means, by its words: for a person without namesakes the place tells nothing.
        self.known: dict[str, tuple[Entity, Rule]] = {}
        self.before: tuple[int, Entity | None] = (
            0,
            None,
        )  # where the last mention ends, who it means
        self.headed: dict[Entity, str] = {}  # whom a heading calls by a role alone
        self.holders: dict[str, set[Entity]] = {}  # whom the story calls by it

    def settle_all(self, drafts: list[MentionDraft]) -> list[tuple[Entity, Rule]]:
        """Return who each mention means, and the rule that settled it."""
        settled = [self.settle(draft) for draft in drafts]
        told = self.told_later()
        return [told.get(pair[0], pair) for pair in settled] if told else settled

    def told_later(self) -> dict[Entity, tuple[Entity, Rule]]:
        """Return who was meant by a role in a heading: whom alone the story calls by it."""
        found: dict[Entity, tuple[Entity, Rule]] = {}
        for entity, role in self.headed.items():
            holders = self.holders.get(role, set())
            if len(holders) == 1:
                found[entity] = next(iter(holders)), Rule.FORETOLD
        return found

    def note_role(self, phrase: Phrase, entity: Entity) -> None:
        """Keep whom a role with no name means: 'PM' in a heading, 'the prime minister' below."""
        if not self.words.tags[phrase.head] & t.TITLE:
            return
        role = self.called.key(phrase)
        if entity.name is None:
            if self.places.in_heading(phrase.head):
                self.headed[entity] = role
        else:
            letters = "".join([word[0] for word in role.split()])
            self.holders.setdefault(role, set()).add(entity)
            if len(letters) > 1:
                self.holders.setdefault(letters, set()).add(entity)

    def settle(self, draft: MentionDraft) -> tuple[Entity, Rule]:
        """Return who a mention means, and the rule that settled it."""
        settled = self.settled(draft)
        self.before = draft.end, settled[0]
        return settled

    def settled(self, draft: MentionDraft) -> tuple[Entity, Rule]:
        """Return the same as `settle`, which keeps it."""
        text = self.words.text[draft.start : draft.end]
        known = self.known.get(text)
        if known is not None:
            self.antecedents.note(self.words.after(draft.start), known[0], draft)
            return known
        phrase = self.reader.read(draft)
        who = self.who(phrase, draft)
        if who.entity is None:
            return Entity(HUMAN), AMBIGUOUS
        shop = text.partition(",")[0]
        if shop.endswith(_SHOPS):
            self.name_shop(who.entity, shop)
        settled = who.entity, who.rule
        if phrase is not None:
            self.antecedents.note(phrase.head, who.entity, draft)
            if phrase.kind is NAME and self.is_known(phrase, who.entity):
                self.known[text] = settled
            elif phrase.kind is NAME and who.entity.kind is SourceKind.ORGANISATION:
                self.called.note(who.entity)
            elif phrase.kind is NOUN:
                self.note_role(phrase, who.entity)
        return settled

    def name_shop(self, entity: Entity, text: str) -> None:
        """Let a body end in 's that is printed so: 'Sainsbury's said', 'Macy's, the retailer,'."""
        if entity.name == text[:-2] and (entity.kind is not HUMAN or len(entity.stem) == 1):
            entity.name = text

    def is_known(self, phrase: Phrase, entity: Entity) -> bool:
        """Whether a mention is a person's name and no more, and nobody else has that name."""
        part = phrase.part
        return (
            part is not None
            and part.first == phrase.first
            and phrase.core == phrase.last
            and entity.kind is HUMAN
            and not (len(part.stem) == 1 and self.roster.people.is_shared(part))
        )

    def who(self, phrase: Phrase | None, draft: MentionDraft) -> Who:
        """Return who a phrase means."""
        if phrase is None:
            return self.called.unnamed("")
        if phrase.part is not None and phrase.kind is NAME:
            return self.name(phrase, phrase.part)
        if phrase.kind is PRONOUN:
            return self.pronoun(phrase.head, draft)
        return self.nouns.settle(phrase)

    # --- names ---

    def name(self, phrase: Phrase, part: Part) -> Who:
        """Return who a name means."""
        if phrase.joined:
            return self.joint((part, *phrase.joined))
        if part.kind in {BODY, PLACE}:
            return self.body(part)
        who = self.roster.meant(part)
        if who.entity is None and part.title >= 0:
            who = self.titled(part)
        before = phrase.apposed or part.title < 0
        if who.entity is not None and part.first > phrase.first and before:
            name = part.title if part.title >= 0 else part.first
            head = phrase.head if phrase.apposed else name - 1
            self.titles.note(who.entity, phrase.first, name, head)
        return Who(who.entity, Rule.APPOSITION) if phrase.apposed else who

    def titled(self, part: Part) -> Who:
        """Return the one namesake who has the title that stands before the surname."""
        short = self.lexicon.short
        said = {short.get(word, word) for word in self.words.lowers[part.title : part.first]}
        bearers = self.roster.people.bearers(part.stem[-1], SURNAME)
        found = [entity for entity in bearers if said & self.titles.roles(entity)]
        return Who(found[0] if len(found) == 1 else None, SURNAME)

    def joint(self, parts: tuple[Part, ...]) -> Who:
        """Return the people that 'and' joins, as one source."""
        names, kinds = [], []
        for printed in parts:
            mere = printed.first == printed.last and self.words.tags[printed.first] & t.HONORIFIC
            part = evolve(parts[-1], title=printed.first) if mere else printed  # 'Mr and Mrs Roe'
            entity = self.roster.meant(part).entity
            names.append((entity and entity.name) or self.parts.text(part.first, part.last))
            kinds.append(entity.kind if entity else HUMAN)
        name = f"{', '.join(names[:-1])} and {names[-1]}"
        return Who(self.roster.bodies.joint(name, kinds[0]), Rule.JOINT)

    def body(self, part: Part) -> Who:
        """Return the body that a name means, with the place that owns it."""
        if part.stem[-1].isdigit() and part.stem[0].lower() in _NUMBERS:
            # The same house, however its number is printed.
            return Who(self.roster.bodies.of(self.house(part.stem[-1])), Rule.AS_PRINTED)
        owner = self.roster.bodies.owner(part.first)
        if owner is not None:
            text = self.parts.text(owner.first, part.last)
            return Who(self.roster.bodies.of(text), Rule.AS_PRINTED)
        who = self.roster.meant(part)
        last = who.entity.stem[-1].lower() if who.entity and who.entity.stem else ""
        office = who.rule is Rule.AS_PRINTED or last in self.lexicon.roles  # 'Inspector General'
        holder = self.titles.lettered(part) if office else None
        return Who(holder, Rule.ROLE) if holder else who

    def house(self, number: str) -> str:
        """Return 'No 10 Elm Street', where the article names the street, or 'No 10'."""
        for at in self.article.indexes(number, len(self.words) - 1):
            name = self.names.at(at + 1)
            if name >= 0 and self.words.lowers[at - 1] in _NUMBERS:
                return f"No {self.parts.text(at, self.names.last[name])}"
        return f"No {number}"

    # --- pronouns ---

    def pronoun(self, head: int, draft: MentionDraft) -> Who:
        """Return who the pronoun at the word *head* means."""
        word = self.words.lowers[head]
        whom = self.lexicon.pronouns.get(word, "")
        found: Entity | None = None
        if whom == "r" and head > 0:
            return self.relative(head)
        if whom in {"m", "f"}:
            found, tie = self.antecedents.person(head, whom, draft)
            if tie:
                return Who(None, AMBIGUOUS)
            if found is not None and found.open:
                found.make_person(whom)
            elif found is not None and found.gender == "-":
                found.gender = whom
        elif whom in {"n", "p"}:
            found = self.antecedents.thing(head, plural=whom == "p")
        if found is not None:
            return Who(found, Rule.PRONOUN)
        return self.called.unnamed(word, whom == "p")

    def relative(self, head: int) -> Who:
        """Return who 'who' and 'which' mean: what stands before them."""
        words, last, said = self.words, head - 1, self.antecedents.said
        if said and said[-1][0] == last and words.gaps[head] in {" ", ", "}:
            return Who(said[-1][1], Rule.RELATIVE)
        end, entity = self.before
        if entity and end <= words.starts[head] and words.text[end : words.starts[head]] in _JOINTS:
            return Who(entity, Rule.RELATIVE)  # 'Roe, a boss at Acme Inc., who added that'
        name = self.outside(self.names.at(last))
        if name < 0 or (words.gaps[head].startswith(",") and words.lowers[head] == "who"):
            name = self.apposed(head, name)
        elif name > 0 and self.parts.kind(name) is PLACE:
            name -= 1  # 'the Roe Group in Ohio, which'
        part = self.parts.of(name) if name >= 0 else None
        named = part is not None and part.kind not in {GROUP, ROLE}
        # 'People who say so': a capital alone tells nothing.
        if named and part and not self.reader.is_common(part.last, part):
            entity = self.roster.who(name).entity
            if entity is not None:
                return Who(entity, Rule.RELATIVE)
        first = last
        while first > 0 and last - first < _BACK and words.gaps[first] == " ":
            if words.tags[first] & t.DETERMINER:
                break
            first -= 1
        if not words.tags[first] & t.DETERMINER:
            first = last
        return self.nouns.settle(self.reader.noun(first, head, head, last))

    def outside(self, name: int) -> int:
        """Return the name behind which a *name* stands in brackets: 'Jane Roe (D), who'."""
        if name < 1:
            return name
        words, first, last = self.words, self.names.first[name], self.names.last[name]
        tagged = words.gaps[first] == " (" and words.gaps[last + 1][:1] == ")"
        return name - 1 if tagged and self.names.last[name - 1] == first - 1 else name

    def apposed(self, head: int, nearest: int) -> int:
        """Return the person whose apposition ends before 'who', or else the *nearest* name."""
        names = self.names
        stop = names.before(head)
        for name in range(stop - 1, max(-1, stop - 1 - _NAMES), -1):
            part = self.parts.of(name)
            if part.kind is PERSON:
                span = self.article.beside.behind(part)
                if span is not None and span[1] == head - 1:
                    return name
        return nearest
