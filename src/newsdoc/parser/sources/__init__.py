"""Sources: who each mention means: surnames, pronouns, 'the ministry' to people and bodies.

The names of the article are found first (`names`); each is taken apart and joined
to the person or the body that it names (`roster`) when somebody asks. The mentions
are settled in order of the text (`resolve`), each by what kind of phrase it is
(`phrases`): a name, a pronoun (`pronouns`) or a common noun (`nouns`).
Where two fit equally the name is left out, and a notice says so.
"""

from __future__ import annotations

from operator import attrgetter
from typing import Final

from newsdoc.lexicon import Lexicon
from newsdoc.model import Notice, Source, SourceKind, Span
from newsdoc.parser.drafts import Cast, Figures, Layout, MentionDraft, Resolved, Speech
from newsdoc.parser.marks import Marks
from newsdoc.parser.sentences import Sentences
from newsdoc.parser.sources.article import Article
from newsdoc.parser.sources.entities import Entity
from newsdoc.parser.sources.resolve import Resolver
from newsdoc.parser.sources.rules import Rule
from newsdoc.parser.words import Words

_PLACE: Final = attrgetter("start", "end")

__all__ = ["Rule", "mentions_of", "read_sources"]


def read_sources(
    words: Words,
    lexicon: Lexicon,
    layout: Layout,
    sentences: Sentences,
    marks: Marks,
    quotes: Speech,
    statistics: Figures,
) -> Cast:
    """Return who is credited in the article, and who each mention means."""
    mentions = mentions_of(quotes, statistics)
    cast = Cast([], {})
    if not mentions:
        return cast
    article = Article(words, lexicon.names, layout, sentences, marks)
    resolver = Resolver(article, mentions, quotes.quotes)
    order: dict[Entity, int] = {}
    spans: list[list[Span]] = []
    start = end = -1
    for mention, (entity, rule) in zip(mentions, resolver.settle_all(mentions), strict=True):
        if mention.start != start or mention.end != end:
            start, end = mention.start, mention.end
            why = str(rule)  # quicker than its value
            number = order.setdefault(entity, len(order))
            span = Span.of(words.text, start, end)
            if number == len(spans):
                spans.append([span])
            elif spans[number][-1].end <= start:
                spans[number].append(span)
        if rule is Rule.AMBIGUOUS:
            cast.notices.append(Notice("ambiguous-speaker", span))
        cast.meant[id(mention)] = Resolved(number, why, span)
    for entity, printed in zip(order, spans, strict=True):
        title = resolver.titles.of(entity) if entity.kind is SourceKind.PERSON else None
        cast.sources.append(Source(entity.kind, entity.name, title, tuple(printed)))
    return cast


def mentions_of(quotes: Speech, statistics: Figures) -> list[MentionDraft]:
    """Return every mention of the drafts once, in order of the text."""
    found = [draft.speaker for draft in quotes.quotes if draft.speaker is not None]
    found += [draft.source for draft in statistics.statistics if draft.source is not None]
    return sorted(dict.fromkeys(found), key=_PLACE)
