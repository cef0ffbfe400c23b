"""Read many articles on all cores: JSON lines in, JSON lines out.

    python examples/read_lines.py articles.jsonl > read.jsonl
    … | python examples/read_lines.py - > read.jsonl

A line is an object with the article's ``"text"``. What else the parser can be
given (``"headline"``, ``"authors"``, ``"published"``, ``"url"``) is taken from it
where it is there. The line comes back with its reading as ``"document"``. A line
that is no such object is told on standard error and left out; the exit code is
then 1.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from pathlib import Path
from typing import Any

import newsdoc

KNOWN = ("headline", "authors", "published", "url")
BATCH = 2000  # lines in memory at a time


def read(line: bytes) -> tuple[bytes, str]:
    """Return the line with its reading, and what is wrong with it; one of the two is empty."""
    try:
        row: dict[str, Any] = json.loads(line)
        known = {name: row[name] for name in KNOWN if row.get(name)}
        document = newsdoc.to_dict(newsdoc.parse(row["text"], **known))
        written = json.dumps({**row, "document": document}, ensure_ascii=False, allow_nan=False)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        return b"", f"{type(error).__name__}: {error}"
    return written.encode("utf-8", "backslashreplace"), ""  # a lone surrogate as \\udXXX


def batches(lines: Iterable[bytes]) -> Iterator[list[bytes]]:
    """Yield the lines, so many at a time."""
    lines = iter(lines)
    while batch := list(islice(lines, BATCH)):
        yield batch


def main() -> int:
    """Read all lines of the file named, or of standard input; return the exit code."""
    if len(sys.argv) != 2:  # noqa: PLR2004  (the script and one file)
        print("usage: read_lines.py articles.jsonl (or - for standard input)", file=sys.stderr)
        return 2
    try:
        lines = sys.stdin.buffer if sys.argv[1] == "-" else Path(sys.argv[1]).open("rb")  # noqa: SIM115
    except OSError as error:
        print(f"{sys.argv[1]}: {error.strerror}", file=sys.stderr)
        return 2
    wrong = number = 0
    with lines, ProcessPoolExecutor() as pool:
        for batch in batches(lines):
            for written, problem in pool.map(read, batch, chunksize=20):
                number += 1
                if problem:
                    wrong += 1
                    print(f"line {number}: {problem}", file=sys.stderr)
                else:
                    sys.stdout.buffer.write(written + b"\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
