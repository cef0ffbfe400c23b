"""How often each rule is right: its quotes, and the speakers that it gives to words in marks.

    NEWSDOC_EVAL=… python quality/rules.py gold_train.jsonl

Of each rule that reads quotes it prints, as a Markdown table, how many quotes it
made; of the marked spans among them whose speaker the annotators name, how many
it credits to the right one; and how many of its quotes are whole and credited to
the right one, where the annotators marked a verb of saying. A quote is whole that
shares 80 percent of its words with a marked one. The scorer of the folder says
what is right.
"""

import json
import os
import sys
from collections import Counter
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from newsdoc import Quote, parse

WHOLE = 0.8  # the least share of words that a quote has in common with a marked one

Read = dict[str, Any]


def read(quote: Quote) -> Read:
    """Return a quote as the scorer takes it."""
    speaker = quote.speaker and [quote.speaker.span.start, quote.speaker.span.end]
    return {
        "spans": [[span.start, span.end] for span in quote.content],
        "quoted": [[span.start, span.end] for span in quote.quoted],
        "speaker": speaker,
        "why": quote.why,
    }


def count_marked(
    scorer: ModuleType, article: Any, quotes: list[Read], counts: Counter[Any]
) -> None:
    """Count the marked spans that a rule credits, and those that it credits rightly."""
    for span in article.marked:
        half = (span[1] - span[0]) / 2
        told = max(article.gold, key=lambda a: scorer.covered(span, a["content"]), default=None)
        found = max(quotes, key=lambda q: scorer.covered(span, q["quoted"]), default=None)
        if not told or not found or not told["source"]:
            continue
        both = scorer.covered(span, told["content"]), scorer.covered(span, found["quoted"])
        if min(both) >= half:
            counts[found["why"], "marked"] += 1
            counts[found["why"], "credited"] += article.speaker_right(found, told["source"])


def count_whole(article: Any, quotes: list[Read], counts: Counter[Any]) -> None:
    """Count the quotes that a rule makes, and those that are whole with the right speaker."""
    others = set().union(*(a["words"] for a in article.gold if not a["speech"]))
    for quote in quotes:
        words = article.words(quote["spans"])
        if not words or 2 * len(words & others) >= len(words):
            continue  # beliefs, votes and wishes, which count neither way
        counts[quote["why"], "made"] += 1
        counts[quote["why"], "whole"] += any(
            len(words & a["words"]) >= WHOLE * len(words | a["words"])
            and article.speaker_right(quote, a["source"])
            for a in article.gold
            if a["speech"]
        )


def main() -> None:
    """Read the articles and print the table."""
    folder = Path(os.environ["NEWSDOC_EVAL"])
    sys.path.insert(0, str(folder))
    score_quotes = import_module("score_quotes")  # it lies in the folder

    counts: Counter[Any] = Counter()
    for line in (folder / sys.argv[1]).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        article = score_quotes.Article(row)
        quotes = list(map(read, parse(row["text"]).quotes))
        count_marked(score_quotes, article, quotes, counts)
        count_whole(article, quotes, counts)
    print("| `why` | quotes | whole, right speaker | marked spans | right speaker |")
    print("|---|--:|--:|--:|--:|")
    for rule in sorted({why for why, _ in counts}, key=lambda why: -counts[why, "made"]):
        made, marked = counts[rule, "made"], counts[rule, "marked"]
        whole = f"{100 * counts[rule, 'whole'] / made:.0f} %" if made else ""
        right = f"{100 * counts[rule, 'credited'] / marked:.0f} %" if marked else ""
        print(f"| `{rule}` | {made} | {whole} | {marked} | {right} |")


if __name__ == "__main__":
    main()
