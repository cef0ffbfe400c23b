"""Run the snippets of README and of the pages, and write what they print into them.

    python tools/fill_pages.py           all pages
    python tools/fill_pages.py PAGE.md   one

For changes of what newsdoc reads: look at the difference before you commit it. Needs all
that the pages show newsdoc with (the extras dev and docs).
An expected output that holds ``...`` is left as it is.
"""

import contextlib
import doctest
import io
import os
import re
import shutil
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = ROOT / "examples" / "articles" / "norvane.txt"
FENCE = re.compile(r"(?<=```python\n).*?(?=```)", re.DOTALL)


def printed(example: doctest.Example, names: dict[str, Any]) -> str:
    """Return what an example prints, run with the names of its page."""
    out = io.StringIO()
    try:
        with contextlib.redirect_stdout(out):
            exec(compile(example.source, "<page>", "single"), names)  # noqa: S102
    except Exception as error:  # noqa: BLE001  (a page may show any error)
        said = traceback.format_exception_only(error)[-1]
        out = io.StringIO(f"Traceback (most recent call last):\n...\n{said}")
    return example.want if "..." in example.want else out.getvalue()


def filled(snippet: str, names: dict[str, Any]) -> str:
    """Return a snippet with what it prints."""
    if ">>>" not in snippet:
        exec(compile(snippet, "<page>", "exec"), names)  # noqa: S102
        return snippet
    lines = []
    for part in doctest.DocTestParser().parse(snippet):
        if isinstance(part, str):
            lines += part.splitlines()
            continue
        first, *more = part.source.rstrip("\n").split("\n")
        lines += [f">>> {first}", *(f"... {line}".rstrip() for line in more)]
        lines += [line or "<BLANKLINE>" for line in printed(part, names).splitlines()]
    return "\n".join(lines).strip("\n") + "\n"


def page_of(text: str) -> str:
    """Return the text of a page with its snippets filled, run in a folder of their own."""
    names: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        shutil.copy(ARTICLE, folder)
        return FENCE.sub(lambda found: filled(found[0], names), text)


def main() -> None:
    """Fill the pages that were named, or all of them."""
    pages = [Path(name).resolve() for name in sys.argv[1:]]
    for page in pages or [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        text = page.read_text(encoding="utf-8")
        new = page_of(text)
        if new != text:
            page.write_text(new, encoding="utf-8")
            print(f"filled {os.path.relpath(page)}")


if __name__ == "__main__":
    main()
