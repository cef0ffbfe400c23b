"""Assembly: the drafts of all stages become one document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from attrs import field, frozen

from newsdoc.checks import instance_of, to_tuple, tuple_of
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
    Block,
    Cast,
    FigureDraft,
    Figures,
    Layout,
    MentionDraft,
    Pair,
    QuoteDraft,
    Sentence,
    Speech,
)
from newsdoc.parser.sentences import Sentences


def strings(items: Iterable[str]) -> tuple[str, ...]:
    """Return the items as a tuple; one string alone is one item."""
    return (items,) if isinstance(items, str) else to_tuple(items)


@frozen
class Known:
    """What the caller knows of the article already; it wins over what is read."""

    headline: str | None = field(validator=instance_of(str, optional=True))
    authors: tuple[str, ...] = field(validator=tuple_of(str))
    published: Timestamp | None
    url: str | None = field(validator=instance_of(str, optional=True))

    @classmethod
    def of(
        cls,
        headline: str | None,
        authors: Iterable[str],
        published: dt.date | dt.datetime | str | Timestamp | None,
        url: str | None,
    ) -> Known:
        """Return what is known; an author without a name is none."""
        names = strings(authors)
        return cls(
            headline,
            tuple(name for name in names if name != "") if type(names) is tuple else names,
            None if published is None else Timestamp.of(published),
            url,
        )


class _Builder:
    """Spans, mentions, quotes and statistics of one text."""

    def __init__(self, text: str, cast: Cast) -> None:
        self.text = text
        self.cast = cast
        self.mentions: dict[int, Mention] = {}

    def spans(self, pairs: list[Pair]) -> tuple[Span, ...]:
        """Return the excerpts between pairs of offsets, in order."""
        text = self.text
        return tuple([Span.of(text, start, end) for start, end in pairs])

    def paragraph(self, block: Block, sentences: list[Sentence]) -> Paragraph:
        text = self.text
        span = Span.of(text, block.start, block.end)
        if len(sentences) == 1:
            return Paragraph(span, block.role, (span,))  # sentences tile their block
        inside = tuple([Span.of(text, s.start, s.end) for s in sentences])
        return Paragraph(span, block.role, inside)

    def mention(self, draft: MentionDraft) -> Mention:
        mention = self.mentions.get(id(draft))
        if mention is None:
            meant = self.cast.meant[id(draft)]
            mention = Mention(meant.span, self.cast.sources[meant.source], meant.why)
            self.mentions[id(draft)] = mention
        return mention

    def quote(self, draft: QuoteDraft) -> Quote:
        content = self.spans(draft.content)
        return Quote(
            content,
            content if draft.quoted == draft.content else self.spans(draft.quoted),
            None if draft.speaker is None else self.mention(draft.speaker),
            None if draft.cue is None else Span.of(self.text, *draft.cue),
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
            subject=None if draft.subject is None else Span.of(self.text, *draft.subject),
            source=None if draft.source is None else self.mention(draft.source),
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

    notices = [*layout.notices, *quotes.notices, *sources.notices]
    return Document(
        text=text,
        paragraphs=tuple(
            [build.paragraph(*both) for both in zip(layout.blocks, sentences, strict=True)]
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
