"""Common nouns: whom 'the senator', 'a spokesman', 'the Roe campaign' and 'the report' mean."""

from __future__ import annotations

from newsdoc.lexicon import tags as t
from newsdoc.parser.sources.apposition import noun_at, singular
from newsdoc.parser.sources.entities import Who
from newsdoc.parser.sources.nouns.body_nouns import BodyNouns
from newsdoc.parser.sources.nouns.called import Called, Settler
from newsdoc.parser.sources.nouns.documents import Documents
from newsdoc.parser.sources.nouns.roles import Roles
from newsdoc.parser.sources.phrases import Phrase
from newsdoc.parser.sources.pronouns import Antecedents
from newsdoc.parser.sources.rules import Rule
from newsdoc.parser.sources.titles import Titles


class Nouns(Settler):
    """Settles mentions whose head is a common noun."""

    def __init__(self, titles: Titles, antecedents: Antecedents, called: Called) -> None:
        super().__init__(titles, antecedents, called)
        self.documents = Documents(titles, antecedents, called)
        self.bodies = BodyNouns(titles, antecedents, called)
        self.roles = Roles(titles, antecedents, called)

    def settle(self, phrase: Phrase) -> Who:
        """Return who a phrase means."""
        words, head = self.words, phrase.head
        noun, tag = noun_at(words, self.lexicon, head), words.tags[head]
        one = singular(noun)
        plural = one != noun or bool(tag & t.PLURAL)
        if one in self.lexicon.documents:
            # 'The platform' may be a firm's.
            body = self.bodies.called_before(phrase, noun) if tag & t.BODY and not plural else None
            body = body or (self.bodies.newspaper(phrase) if noun == "paper" else None)
            return Who(body, Rule.BODY_NOUN) if body else self.documents.settle(phrase, one)
        if not plural and (tag & t.BODY or noun in self.lexicon.bodies):
            return self.bodies.settle(phrase, noun)
        if not plural:
            who = self.roles.settle(phrase, noun)
            if who is not None:
                return who
        new = words.lowers[phrase.first] in self.lexicon.introducing
        if self.places.in_heading(head):
            noun = ""  # the story may tell who 'Minister' is
        core = phrase.core
        # 'the mother of five' is not the mother of two
        apart = core < phrase.last and words.lowers[core] == "of"
        return self.called.unnamed(self.called.key(phrase), plural, noun, new, apart=apart)
