"""Hypothesis strategies for tests of newsdoc and of code that uses it.

Install them with ``pip install "newsdoc[test]"``.

* `news_text` draws what a parser may be given: any text at all, with the
  texture of news.
* `spans`, `paragraphs`, `quotes`, `statistics` draw parts of a document, and
  `documents` whole ones: everything that the model allows, far more than any
  article holds.
* `stories` draws articles together with their true reading.
"""

from newsdoc.strategies.readings import Counted, Marks, Moved, Said, Story
from newsdoc.strategies.stories import stories
from newsdoc.strategies.texts import news_text
from newsdoc.strategies.values import documents, paragraphs, quotes, spans, statistics

__all__ = [
    "Counted",
    "Marks",
    "Moved",
    "Said",
    "Story",
    "documents",
    "news_text",
    "paragraphs",
    "quotes",
    "spans",
    "statistics",
    "stories",
]
