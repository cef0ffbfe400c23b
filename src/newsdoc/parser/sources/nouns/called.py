"""What settles common nouns: what was called so before, and what all of them look at."""

from __future__ import annotations

from typing import Final

from newsdoc.model import SourceKind, fold
from newsdoc.parser.drafts import MentionDraft
from newsdoc.parser.sources.article import Article, Step
from newsdoc.parser.sources.entities import Entity, Who
from newsdoc.parser.sources.names.edges import HYPHENS
from newsdoc.parser.sources.phrases import Phrase
from newsdoc.parser.sources.pronouns import Antecedents
from newsdoc.parser.sources.rules import Rule
from newsdoc.parser.sources.titles import Titles

# Classes of bodies that are called by the noun in their names.
_OFFICES: Final = frozenset(("government", "chamber", "force", "party", "school"))


class Called:
    """Whom common nouns were used for.

    Attributes:
        phrases: by all words of the phrase without its article.
        nouns: by the noun alone, whoever was called so last.
        drafts: the mentions of the article.
    """

    def __init__(self, article: Article, drafts: list[MentionDraft]) -> None:
        self.words = article.words
        self.lexicon = article.lexicon
        self.drafts = drafts
        self.phrases: dict[str, Entity] = {}
        self.nouns: dict[str, Entity] = {}

    def key(self, phrase: Phrase) -> str:
        """Return the words of a phrase without its article, to know it again."""
        words, first = self.words, phrase.first
        if first < phrase.head and words.lowers[first] in self.lexicon.articles:
            first += 1
        return fold(words.text[words.starts[first] : words.end(phrase.last - 1)]).lower()

    def note(self, body: Entity) -> None:
        """Let a noun for bodies mean the *body* that was credited last with it in its name.

        'The ministry' is the Ministry of Health; 'the group' is seldom a firm so named.
        """
        name = (body.name or "").lower()
        for whole in (name, name.partition(" of ")[0]):
            last = whole.rpartition(" ")[2]
            if self.lexicon.bodies.get(last) in _OFFICES:
                self.nouns[last] = body
                break

    def unnamed(
        self,
        key: str,
        plural: bool = False,
        noun: str = "",
        new: bool = False,
        *,
        apart: bool = False,
    ) -> Who:
        """Return the unnamed speaker of a phrase: the one of before, or a new one.

        Told *apart* by more than the noun it is the one of before with the same words alone.
        """
        known = self.phrases.get(key)
        if known is None and noun and not plural and not apart:
            known = self.nouns.get(noun)
        if known is not None and not new:
            return Who(known, Rule.SAME_WORDS)
        gender = self.lexicon.gender.get(noun) or self.lexicon.pronouns.get(key, "-")
        entity = Entity(SourceKind.UNNAMED, gender=gender, plural=plural)
        self.phrases[key] = entity
        if noun:
            self.nouns[noun] = entity
        return Who(entity, Rule.UNNAMED)


class Settler(Step):
    """Settles mentions of one kind of common noun.

    Attributes:
        titles: the titles of the people in the article.
        roster: the named people and bodies of it.
        antecedents: what pronouns stand for.
        called: those who are called by a common noun alone.
    """

    def __init__(self, titles: Titles, antecedents: Antecedents, called: Called) -> None:
        super().__init__(titles.article)
        self.titles = titles
        self.roster = titles.roster
        self.antecedents = antecedents
        self.called = called

    def is_homed(self, phrase: Phrase) -> bool:
        """Whether where it has its seat is all that is told: 'the Halden-based | firm'."""
        words, based, part = self.words, phrase.head - 1, phrase.part
        if words.lowers[based] != "based" or words.gaps[based] not in HYPHENS or part is None:
            return False
        return part.first <= phrase.first + 1 and part.last + 1 == based
