"""A fuzz target that needs no fuzzer: words of the lexicon mixed with marks, sentences spliced.

    python fuzz/mix_words.py 600      for so many seconds
    python fuzz/mix_words.py 600 7    the same texts each time

One text in two is words in any order; the other is a sentence of a case with words left
out, or with words of another sentence between its own. Rules of many stages meet there
where no writer would have them meet. It prints the first text of each kind of error, and
exits with 1 where there was one.
"""

import random
import re
import sys
import time
import traceback
from pathlib import Path

import newsdoc
from newsdoc.lexicon import load

WORDS = sorted(load().tags)
NEWS = (
    *("said", "says", "he", "she", "they", "who", "that", "the", "a", "of", "and", "to", "from"),
    *("by", "in", "it", "told", "asked", "according", "denied", "called", "has", "would", "about"),
    *("Monday", "percent", "million", "two", "12", "1,480", "rose", "fell", "more", "than", "half"),
    *("Ana", "Ruiz", "Mr.", "Dr.", "NATO", "ministry", "report", "U.S.", "-ing", "adding", "one"),
)
MARKS = (
    *"\"“”'‘’()[],.;:?!-—–…%$€/\n#@&*+<>«»_|\xa0",
    *("...", "--", "\n\n", "\n\n", "``", "''", "  "),
)
BLANKS = (" ", " ", " ", "", ", ")
LONGEST = 30
CASES = (str, str, str, str.title, str.upper)
INPUT = re.compile(r"^```+text\n(.*?)^```+$", re.MULTILINE | re.DOTALL)
SENTENCES = [
    line.split()
    for path in sorted(Path(__file__).parent.parent.joinpath("tests", "cases").glob("*.md"))
    for text in INPUT.findall(path.read_text(encoding="utf-8"))
    for line in re.split(r"(?<=[.!?”])\s+|\n+", text)
    if line.strip()
]
ODD = ("4፩", "1፩/16", "²", "Ⅳ", "११", "1" * 35, "9" * 4400, "½", "(", "“", "\n\n", "not", "by")


def mixed(draw: random.Random) -> str:
    """Return a text of up to thirty words and marks."""
    parts = []
    for _ in range(draw.randint(1, LONGEST)):
        kind = draw.choice((NEWS, WORDS, MARKS))
        parts += [draw.choice(CASES)(draw.choice(kind)), draw.choice(BLANKS)]
    return "".join(parts)


def spliced(draw: random.Random) -> str:
    """Return a sentence of a case, cut and mixed with words of another one."""
    words = list(draw.choice(SENTENCES))
    for _ in range(draw.randint(1, 3)):
        at = draw.randint(0, len(words))
        other = draw.choice((draw.choice(SENTENCES), [draw.choice(ODD)]))
        begin = draw.randrange(len(other))
        words[at : at + draw.randint(0, 3)] = other[begin : begin + draw.randint(0, 9)]
    return " ".join(words)


def main(seconds: float, seed: int | None) -> int:
    """Read texts for so many seconds; return how many kinds of error they raised."""
    draw = random.Random(seed)
    end = time.monotonic() + seconds
    count, seen = 0, set()
    while time.monotonic() < end:
        text = draw.choice((mixed, spliced))(draw)
        count += 1
        try:
            document = newsdoc.parse(text)
            assert newsdoc.from_json(newsdoc.to_json(document)) == document
        except Exception as error:  # noqa: BLE001 (whatever it is, it is a finding)
            place = traceback.extract_tb(error.__traceback__)[-1]
            if (place.filename, place.lineno) not in seen:
                seen.add((place.filename, place.lineno))
                print(f"{type(error).__name__}: {error}: {text!r}", flush=True)
    print(f"{count} texts, {len(seen)} kinds of error")
    return len(seen)


if __name__ == "__main__":
    arguments = sys.argv[1:]
    seed = int(arguments[1]) if len(arguments) > 1 else None
    sys.exit(main(float(arguments[0]), seed) > 0)
