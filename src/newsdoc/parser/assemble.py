"""Assembly: the drafts of all stages become one document."""

from __future__ import annotations

from attrs import frozen

from newsdoc.lexicon import Lexicon
from newsdoc.model import (
    Byline,
    Change,
    Document,
    Mention,
    Paragraph,
    Quote,
    Span,
    Statistic,
    Timestamp,
)
from newsdoc.parser.drafts import (
    Cast,
    FigureDraft,
    Figures,
    Layout,
    MentionDraft,
    Pair,
    QuoteDraft,
    Speech,
)
from newsdoc.parser.sentences import Sentences


@frozen
class Known:
    """What the caller knows of the article already; it wins over what is read."""

    headline: str | None = None
    authors: tuple[str, ...] = ()
    published: Timestamp | None = None
    url: str | None = None


class _Builder:
    """Spans, mentions, quotes and statistics of one text."""

    def __init__(self, text: str, cast: Cast) -> None:
        self.text = text
        self.cast = cast
        self.mentions: dict[int, Mention] = {}

    def span(self, pair: Pair) -> Span:
        """Return the excerpt between two offsets."""
        return Span.of(self.text, *pair)

    def spans(self, pairs: list[Pair]) -> tuple[Span, ...]:
        """Return the excerpts, in order."""
        return tuple(map(self.span, pairs))

    def mention(self, draft: MentionDraft | None) -> Mention | None:
        if draft is None:
            return None
        mention = self.mentions.get(id(draft))
        if mention is None:
            who, why = self.cast.meant[id(draft)]
            span = Span.of(self.text, draft.start, draft.end)
            mention = self.mentions[id(draft)] = Mention(span, self.cast.sources[who], why)
        return mention

    def quote(self, draft: QuoteDraft) -> Quote:
        content = self.spans(draft.content)
        return Quote(
            content,
            content if draft.quoted == draft.content else self.spans(draft.quoted),
            self.mention(draft.speaker),
            None if draft.cue is None else self.span(draft.cue),
            draft.stance,
            draft.why,
        )

    def statistic(self, draft: FigureDraft) -> Statistic:
        return Statistic(
            span=Span.of(self.text, draft.start, draft.end),
            low=draft.low,
            high=draft.high,
            unit=draft.unit,
            of=draft.of,
            bound=draft.bound,
            direction=draft.direction,
            per=draft.per,
            subject=None if draft.subject is None else self.span(draft.subject),
            source=self.mention(draft.source),
            why=draft.why,
        )


def assemble(
    text: str,
    lexicon: Lexicon,
    layout: Layout,
    sentences: Sentences,
    quotes: Speech,
    statistics: Figures,
    sources: Cast,
    known: Known,
) -> Document:
    """Return the document that the drafts describe."""
    build = _Builder(text, sources)
    figures = {id(draft): build.statistic(draft) for draft in statistics.statistics}

    def pick(draft: FigureDraft | None) -> Statistic | None:
        return None if draft is None else figures[id(draft)]

    notices = [*quotes.notices, *sources.notices]
    return Document(
        text=text,
        paragraphs=tuple(
            Paragraph(
                Span.of(text, block.start, block.end),
                block.role,
                tuple(Span.of(text, s.start, s.end) for s in inside),
            )
            for block, inside in zip(layout.blocks, sentences, strict=True)
        ),
        quotes=tuple(map(build.quote, quotes.quotes)),
        statistics=tuple(figures.values()),
        changes=tuple(
            Change(pick(change.before), pick(change.after), pick(change.by))
            for change in statistics.changes
        ),
        sources=tuple(sources.sources),
        byline=Byline(authors=known.authors) if known.authors else layout.byline,
        dateline=layout.dateline,
        published=known.published or layout.published,
        updated=layout.updated,
        url=known.url,
        language=lexicon.language,
        notices=tuple(sorted(notices, key=lambda n: (n.span.start, n.span.end, n.code))),
        given_headline=known.headline,
    )
