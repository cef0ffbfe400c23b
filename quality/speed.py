"""How long the reading takes, stage by stage.

    python quality/speed.py                 the articles in examples/articles
    python quality/speed.py articles.jsonl  one JSON object with a "text" a line

A **unit** is the time of one pass of a plain word pattern over the same texts: a
figure in units means about the same on every machine. All times are processor
times, and each is the best of many rounds, which go on while they get better: what
else a machine does can only make them longer. Every round measures the unit, each
stage and the whole.

A stage is given what the stages before it made. That is held for all texts, as no
program would hold it, so the collector is told to leave it alone.
"""

import gc
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import regex

from newsdoc.parser import STAGES, Parser

WATCHED: Final = ("unit", "parse")
ARTICLES: Final = Path(__file__).parent.parent / "examples" / "articles"
WORDS: Final = regex.compile(r"\w+|[^\w\s]")
PATIENCE: Final = 12  # rounds without a better time end it
ROUNDS: Final = 80  # at most


def texts(file: str | None) -> list[str]:
    """Return the texts to read."""
    if file is None:
        return [p.read_text(encoding="utf-8") for p in sorted(ARTICLES.glob("*.txt"))] * 20
    lines = Path(file).read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines if line.strip()]


def steps(articles: list[str]) -> dict[str, Callable[[], None]]:
    """Return what is measured: the unit, each stage on its own, and the whole."""
    parser = Parser()
    states = [parser.read(text) for text in articles]
    gc.collect()
    gc.freeze()

    def unit() -> None:
        for text in articles:
            for found in WORDS.finditer(text):
                found.span()

    def stage(run: Callable[..., object], given: tuple[str, ...]) -> Callable[[], None]:
        def step() -> None:
            for state in states:
                run(*(state[name] for name in given))

        return step

    def whole() -> None:
        for text in articles:
            parser.parse(text)

    return {"unit": unit, **{s.name: stage(s.run, s.given) for s in STAGES}, "parse": whole}


def main() -> None:
    """Measure and print."""
    articles = texts(sys.argv[1] if len(sys.argv) > 1 else None)
    measured = steps(articles)
    best = dict.fromkeys(measured, float("inf"))
    patience = PATIENCE
    for _ in range(ROUNDS):
        patience -= 1
        for name, step in measured.items():
            begin = time.process_time()
            step()
            seconds = time.process_time() - begin
            if seconds < best[name]:
                best[name] = seconds
                patience = PATIENCE if name in WATCHED else patience
        if not patience:
            break
    for name, seconds in best.items():
        each = 1000 * seconds / len(articles)
        print(f"{name:10} {each:8.3f} ms an article {seconds / best['unit']:7.2f} units")


if __name__ == "__main__":
    main()
