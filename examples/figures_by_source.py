"""Show who supplies which figures in one or more articles.

python examples/figures_by_source.py                   the articles shipped beside this file
python examples/figures_by_source.py story.txt other.txt
"""

import sys
from collections import defaultdict
from pathlib import Path

import newsdoc

SHIPPED = sorted((Path(__file__).parent / "articles").glob("*.txt"))


def figures(document: newsdoc.Document) -> dict[str, list[str]]:
    """Return the figures of a document, each with its sentence, by the name of their source."""
    found = defaultdict(list)
    for figure in document.statistics:
        name = str(figure.source) if figure.source else "(the article itself)"
        found[name].append(f"{' '.join(figure.span.text.split()):20} {sentence(document, figure)}")
    return found


def sentence(document: newsdoc.Document, figure: newsdoc.Statistic) -> str:
    """Return the sentence that a figure stands in, on one line."""
    paragraph = document.paragraph_at(figure.span.start)
    inside = [s for s in paragraph.sentences if figure.span in s] if paragraph else []
    return " ".join(inside[0].text.split()) if inside else ""


def main() -> None:
    """Print the figures of each article, source by source."""
    for path in [Path(name) for name in sys.argv[1:]] or SHIPPED:
        document = newsdoc.parse(path.read_text(encoding="utf-8"))
        print(f"{document.headline}\n")
        for name, lines in figures(document).items():
            print(name, *lines, sep="\n    ", end="\n\n")


if __name__ == "__main__":
    main()
