"""Read one article and show who said what, and which figures were claimed by whom.

    python examples/read_article.py                      the article shipped beside this file
    python examples/read_article.py story.txt            one of yours
    curl … | python examples/read_article.py - --out DIR standard input; files go to DIR

Prints the reading, then writes it as ``article.json`` and ``article.md``.
"""

import argparse
import os
import select
import shutil
import stat
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import newsdoc

SHIPPED = Path(__file__).parent / "articles" / "norvane.txt"
WIDTH = max(40, min(88, shutil.get_terminal_size().columns))


def main() -> None:
    """Read the article that was asked for, show it, and write both files."""
    arguments = parse_arguments()
    document = newsdoc.parse(read_text(arguments.article))
    if not document.paragraphs:
        fail(f"{arguments.article or '-'}: the article is empty")
    print("\n".join(show(document)))
    for path in write(document, arguments.out):
        print(f"wrote {path}")


def parse_arguments() -> argparse.Namespace:
    """Return what was asked for on the command line."""
    parser = argparse.ArgumentParser(description="Show who said what in an article.")
    parser.add_argument("article", nargs="?", help="a text file in UTF-8, or - for standard input")
    parser.add_argument(
        "--out", metavar="DIR", help="where to write; a temporary folder if left out"
    )
    return parser.parse_args()


def fail(message: str) -> NoReturn:
    """Say what is wrong in one line, and stop."""
    print(f"read_article: {message}", file=sys.stderr)
    raise SystemExit(2)


# --- in and out --------------------------------------------------------------


def read_text(article: str | None) -> str:
    """Return the text of the file named, of standard input, or of the shipped article."""
    if article is None:
        article = "-" if piped() else str(SHIPPED)
    try:
        data = sys.stdin.buffer.read() if article == "-" else Path(article).read_bytes()
        return data.decode("utf-8")
    except OSError as error:
        fail(f"{article}: {error.strerror}")
    except UnicodeDecodeError as error:
        fail(f"{article}: not UTF-8 text (byte 0x{error.object[error.start]:02x} at {error.start})")


def piped() -> bool:
    """Whether something arrives on standard input within a second (``-`` waits longer)."""
    if sys.stdin is None or stat.S_ISCHR(os.fstat(sys.stdin.fileno()).st_mode):
        return False  # none, a terminal or /dev/null
    try:
        return bool(select.select([sys.stdin], [], [], 1)[0])
    except OSError:  # where pipes cannot be waited for
        return True


def write(document: newsdoc.Document, out: str | None) -> Iterator[Path]:
    """Write the document as JSON and as Markdown; yield the paths written."""
    folder = Path(out or tempfile.mkdtemp(prefix="newsdoc-"))
    written = {
        "article.json": newsdoc.to_json(document, indent=2),
        "article.md": newsdoc.to_markdown(document),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in written.items():
            (folder / name).write_text(text, encoding="utf-8")
            yield folder / name
    except OSError as error:
        fail(f"{folder}: {error.strerror}")


# --- what the terminal shows ---------------------------------------------------


def show(document: newsdoc.Document) -> Iterator[str]:
    """Yield the lines of the reading: headline and deck, then the quotes and the figures."""
    yield from wrap(document.headline or "(no headline)")
    yield "=" * min(WIDTH, len(document.headline or "(no headline)"))
    yield from wrap(document.deck or "")
    yield from show_all("Who said what", [show_quote(q) for q in document.quotes])
    yield from show_all("Which figures", [show_statistic(s) for s in document.statistics])
    yield ""


def show_all(title: str, entries: list[list[str]]) -> Iterator[str]:
    """Yield a numbered list; the first text of an entry stands beside its number."""
    yield from ("", f"{title} ({len(entries)})", "-" * len(f"{title} ({len(entries)})"))
    for number, (first, *rest) in enumerate(entries, 1):
        yield ""
        yield from wrap(first, f"{number:3}  ")
        for text in rest:
            yield from wrap(text, " " * 5)


def wrap(text: str, lead: str = "") -> list[str]:
    """Return the lines of a text behind *lead*, no wider than the terminal."""
    return textwrap.wrap(text, WIDTH, initial_indent=lead, subsequent_indent=" " * len(lead))


def show_quote(quote: newsdoc.Quote) -> list[str]:
    """Return what was said, by whom, and how the article puts it."""
    content = one_line(" … ".join(part.text for part in quote.content))
    marks = "“{}”" if quote.kind is newsdoc.QuoteKind.DIRECT else "{}"
    cue = f"cue “{one_line(quote.cue.text)}”" if quote.cue else "no cue"
    return [
        marks.format(content),
        show_mention(quote.speaker),
        f"{quote.kind} · {quote.stance} · {cue}",
    ]


def show_statistic(figure: newsdoc.Statistic) -> list[str]:
    """Return the figure as printed and as read, and who supplied it."""
    low, high = f"{figure.low:,f}", f"{figure.high:,f}"
    value = low if figure.value is not None else f"{low} to {high}"
    parts = (
        figure.direction and f"{figure.direction} by",
        figure.bound.replace("_", " ").replace("exact", ""),
        value,
        figure.of and f"of {figure.of:,f}",
        figure.unit.name,
        figure.per and f"per {figure.per.name}",
    )
    read = " ".join(part for part in parts if part)
    return [f"{one_line(figure.span.text)} = {read}", show_mention(figure.source)]


def show_mention(mention: newsdoc.Mention | None) -> str:
    """Return who is meant, and the words that the article uses for them there."""
    if mention is None:
        return "— no source credited"
    known = ", ".join(part for part in (mention.name, mention.title) if part)
    return f"— {known or 'no name given'} (printed: “{one_line(mention.span.text)}”)"


def one_line(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


if __name__ == "__main__":
    main()
