"""Write the table of measured figures into the page on accuracy.

    python quality/table.py

The figures are the floors of the quality gate, so the page says nothing that is
not measured and held. A test compares the two.
"""

import json
from collections.abc import Iterator
from typing import Final

from gate import CEILING, FLOORS

PAGE: Final = FLOORS.parent.parent / "docs" / "explanation" / "accuracy.md"
BEGIN: Final = "<!-- figures: written by quality/table.py -->\n"
END: Final = "<!-- end of figures -->\n"

# A table: its title, its columns (a check of the gate each), its rows (a figure each).
TABLES: Final = (
    (
        "Quotes",
        {
            "840 articles": "quotes, 840 articles",
            "a later month": "quotes, a later month",
            "modern articles": "quotes, modern articles",
        },
        {
            "marked speech found": "marked speech, all",
            "marked speech found, with the right speaker": "marked speech + speaker, all",
            "words of content, all kinds": "content words, all",
            "words of content, verbs of saying": "content words, speech cue",
            "whole quotes with the right speaker, all kinds": "strict + speaker, all",
            "whole quotes with the right speaker, verbs of saying": "strict + speaker, speech cue",
            "cues, verbs of saying": "cue, speech cue",
            "full name of the speaker": "speaker name, all",
            "… where a pronoun is printed": "speaker name, pronoun",
            "… where a short name is printed": "speaker name, short name",
        },
    ),
    (
        "Statistics in articles",
        {"30 articles": "statistics, articles", "modern articles": "statistics, modern articles"},
        {
            "figure and value": "span+value",
            "figure, value, side of the bound and unit": "span+value+side+unit",
            "direction": "direction",
            "credited source": "source",
        },
    ),
    (
        "Statistics in sentences",
        {"309 sentences": "statistics, sentences"},
        {
            "value": "official value",
            "value and unit": "official value+unit",
            "value and change": "official value+change",
            "value and what it is about": "official value+concept_partial",
        },
    ),
    (
        "Layout",
        {"607 texts": "layout"},
        {
            "headline": "ALL: headline",
            "deck": "ALL: deck",
            "authors": "ALL: authors",
            "date": "ALL: date",
            "paragraphs of the body": "ALL: body",
            "… of texts copied off a page": "copied: body",
            "subheads": "ALL: subheads",
            "other lines taken for body (fewer is better)": f"ALL: leak into the body {CEILING}",
        },
    ),
)


def tables() -> Iterator[str]:
    """Yield the lines of all tables."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    for title, columns, rows in TABLES:
        yield from (f"## {title}", "")
        yield f"| | {' | '.join(columns)} |"
        yield f"|---|{'--:|' * len(columns)}"
        for label, figure in rows.items():
            found = (floors.get(check, {}).get(figure) for check in columns.values())
            cells = ["" if value is None else f"{value:.1f}" for value in found]
            yield f"| {label} | {' | '.join(cells)} |"
        yield ""


def written(page: str) -> str:
    """Return the page with its figures as they are pinned."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n" + "\n".join(tables()) + f"\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
