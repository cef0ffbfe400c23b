"""Write the measured figures into README and into the page on accuracy.

    python quality/table.py

The figures are the floors of the quality gate, so the pages say nothing that is
not measured and held. A test compares the two.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from gate import CEILING, FLOORS

ROOT: Final = FLOORS.parent.parent
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


# The few figures of README: what is measured, and where it stands.
SHORT: Final = {
    "speech in marks found, with the right speaker": (
        "quotes, modern articles",
        "marked speech + speaker, all",
    ),
    "words of content of all quotes that have a verb of saying": (
        "quotes, modern articles",
        "content words, speech cue",
    ),
    "full name of the speaker, from a pronoun or a short name": (
        "quotes, modern articles",
        "speaker name, all",
    ),
    "figures found, with the right value": ("statistics, modern articles", "span+value"),
    "figures found, with the right value, bound and unit": (
        "statistics, modern articles",
        "span+value+side+unit",
    ),
    "paragraphs of the story, in texts of seven kinds": ("layout", "ALL: body"),
    "headlines": ("layout", "ALL: headline"),
}


def short_table() -> Iterator[str]:
    """Yield the lines of the table in README."""
    yield from ("| read right, of 100 | |", "|---|--:|")
    for label, (check, figure) in SHORT.items():
        yield f"| {label} | {_cell(check, figure)} |"
    yield ""


def tables() -> Iterator[str]:
    """Yield the lines of all tables of the page on accuracy."""
    for title, columns, rows in TABLES:
        yield from (f"## {title}", "")
        yield f"| | {' | '.join(columns)} |"
        yield f"|---|{'--:|' * len(columns)}"
        for label, figure in rows.items():
            cells = (_cell(check, figure) for check in columns.values())
            yield f"| {label} | {' | '.join(cells)} |"
        yield ""


def _cell(check: str, figure: str) -> str:
    """Return a figure as it is pinned; empty where it is not measured there."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    value = floors.get(check, {}).get(figure)
    return "" if value is None else f"{value:.1f}"


PAGES: Final = {
    ROOT / "README.md": short_table,
    ROOT / "docs" / "explanation" / "accuracy.md": tables,
}


def written(page: Path) -> str:
    """Return the text of a page with its figures as they are pinned."""
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n" + "\n".join(PAGES[page]()) + f"\n{END}{after}"


if __name__ == "__main__":
    for page in PAGES:
        page.write_text(written(page), encoding="utf-8")
