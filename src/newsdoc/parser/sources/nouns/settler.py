"""What those look at who settle mentions of common nouns: bodies, documents, roles."""

from __future__ import annotations

from newsdoc.parser.sources.article import Article, Step
from newsdoc.parser.sources.nouns.called import Called
from newsdoc.parser.sources.pronouns import Antecedents
from newsdoc.parser.sources.roster import Roster


class Settler(Step):
    """Settles mentions of one kind of common noun.

    Attributes:
        article: the article, with its words, names and parts.
        roster: the named people and bodies of it.
        antecedents: what pronouns stand for.
        called: those who are called by a common noun alone.
    """

    def __init__(
        self, article: Article, roster: Roster, antecedents: Antecedents, called: Called
    ) -> None:
        super().__init__(article)
        self.roster = roster
        self.antecedents = antecedents
        self.called = called
