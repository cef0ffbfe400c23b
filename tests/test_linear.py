"""Time and memory grow in proportion to the text: parsing never hangs.

Growth is an exponent: 1 where twice the text takes twice the time, 2 where it
takes four times. It is measured in one run as a ratio of processor times, so it
says the same on any machine, and it is measured again where it looks bad, since
noise only ever adds. By default each shape of text is measured at two sizes;
``NIGHTLY=1`` measures doublings from fifty thousand characters to five million.
A hostile text costs no more than some times what news of its length costs.

No pattern slips past: a test finds each compiled pattern of the package, writes
texts that nearly match it, and has them parsed.
"""

import ast
import gc
import importlib
import math
import os
import pkgutil
import re
import subprocess
import sys
import time
import tracemalloc
from functools import cache
from pathlib import Path

import pytest
import regex

import newsdoc
from near_misses import near_misses
from newsdoc import parse
from newsdoc.lexicon import load
from shapes import HOSTILE, ORDINARY

NIGHTLY = bool(os.environ.get("NIGHTLY"))
GROWTH = 1.15
HOPELESS = 1.5  # measuring again will not help
PRICE = 20  # times what news costs
MEMORY = 60  # times what the text takes
TRIES, ROUNDS = 5, 3
SIZES = (*(50_000 * 2**i for i in range(7)), 5_000_000) if NIGHTLY else (4_000, 16_000)
NEAR_SIZES = (10_000, 40_000) if NIGHTLY else (2_000, 8_000)
NEAR_MISSES = 999 if NIGHTLY else 3  # of each pattern
SHAPES = ORDINARY | HOSTILE
# What takes more memory than the goal: texts where two or three letters make a word, a
# mark, a figure or a paragraph each. What gets well under the goal has to leave the list.
OVER = frozenset(
    {
        "backticks",
        "dates",
        "digits and blanks",
        "digits and commas",
        "digits and hyphens",
        "digits and points",
        "digits and slashes",
        "dollars and digits",
        "fathers and sons",
        "from and to",
        "guillemets",
        "half of",
        "half of nothing",
        "initials",
        "lines of a letter",
        "lines of a word and a point",
        "list items",
        "metres or millions",
        "numbered items",
        "one in",
        "one long name",
        "people named once",
        "people of one first name",
        "people of one surname",
        "polls",
        "polls that show",
        "pronouns",
        "quote and quote",
        "thousands",
        "times",
    }
)
WELL_UNDER = 0.9 * MEMORY  # Pythons differ by some percent: a shape near the goal may be listed


def seconds(text):
    """The processor time that reading the text takes, without the collector's."""
    gc.collect()
    gc.disable()
    try:
        begin = time.process_time()
        parse(text)
        return time.process_time() - begin
    finally:
        gc.enable()


def measure(texts):
    """The exponent by which time grows from the first text to the last, and the last's seconds."""
    ratio = math.log(len(texts[-1]) / len(texts[0]))
    for _ in range(ROUNDS):
        best = [math.inf] * len(texts)
        for attempt in range(TRIES):
            best = [min(pair) for pair in zip(best, map(seconds, texts), strict=True)]
            exponent = math.log(best[-1] / best[0]) / ratio
            if exponent < GROWTH:
                return exponent, best[-1]
            if attempt > 1 and exponent > HOPELESS:
                break
        time.sleep(0.2)  # a neighbour was busy, or the text is
    return exponent, best[-1]


@cache
def price_of_news(size):
    """The seconds that news of so many characters takes."""
    return min(seconds(ORDINARY["news"](size)) for _ in range(3))


class TestTime:
    @pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
    def test_grows_no_faster_than_the_text(self, shape):
        exponent, cost = measure([shape(size) for size in SIZES])

        assert exponent < GROWTH
        assert cost < PRICE * price_of_news(SIZES[-1])

    def test_growth_that_is_not_linear_is_noticed(self, monkeypatch):
        monkeypatch.setitem(globals(), "parse", lambda text: [text.count("b") for _ in text])
        monkeypatch.setitem(globals(), "ROUNDS", 1)

        exponent, _ = measure(["a" * 4_000, "a" * 16_000])

        assert exponent > 1.5


def peak(text):
    """The most memory that is in use at a time while the text is read, for each byte of it.

    What was read before must not tell. So caches are filled first; a collection
    empties Python's free lists, whose objects would be used again unmeasured; and
    none comes while the text is read, since when it comes depends on the past.
    """
    parse(text[:2_000])
    gc.collect()
    gc.disable()
    tracemalloc.start()
    try:
        parse(text)
        return tracemalloc.get_traced_memory()[1] / len(text.encode("utf-8", "surrogatepass"))
    finally:
        tracemalloc.stop()
        gc.enable()


class TestMemory:
    def test_for_an_article_stays_in_proportion(self):
        article = Path(__file__).parent.parent / "examples" / "articles" / "norvane.txt"

        assert peak(article.read_text(encoding="utf-8") * (100 if NIGHTLY else 3)) < MEMORY

    @pytest.mark.parametrize("name", SHAPES)
    def test_stays_in_proportion_to_the_text(self, name):
        found = peak(SHAPES[name](max(SIZES[-1], 32_000)))

        if name in OVER and found > WELL_UNDER:
            pytest.xfail(f"near or over the goal for peak memory: {found:.0f}")
        assert name not in OVER, "it can leave the list"
        assert found < MEMORY


def modules():
    """Every module of the package."""
    folder = [str(Path(newsdoc.__file__).parent)]
    names = [m.name for m in pkgutil.walk_packages(folder, "newsdoc.")]
    return [newsdoc, *map(importlib.import_module, names)]


def patterns():
    """Every compiled pattern that a module, a class or the lexicon holds, however deep."""
    found, seen = {}, set()
    open_ = [(f"{m.__name__}.{k}", v) for m in modules() for k, v in vars(m).items()]
    open_.append(("lexicon", load()))
    while open_:
        where, value = open_.pop()
        if id(value) in seen:
            continue
        seen.add(id(value))
        if isinstance(value, re.Pattern | regex.Pattern):
            found[value] = where
        elif isinstance(value, dict):
            open_ += [(f"{where}[{k!r}]", v) for k, v in value.items()]
        elif isinstance(value, list | tuple | set | frozenset):
            open_ += [(f"{where}[…]", v) for v in value]
        elif type(value).__module__.startswith("newsdoc"):
            names = getattr(type(value), "__slots__", ())
            open_ += [(f"{where}.{k}", getattr(value, k)) for k in names if hasattr(value, k)]
            open_ += [(f"{where}.{k}", v) for k, v in getattr(value, "__dict__", {}).items()]
        elif isinstance(value, type) and value.__module__.startswith("newsdoc"):
            open_ += [(f"{where}.{k}", v) for k, v in vars(value).items()]
    return found


PATTERNS = sorted(patterns(), key=lambda p: (p.pattern, p.flags))
RECORDER = """
import re, sys, regex
made = set()
def recording(module, name):
    plain = getattr(module, name)
    def wrapped(pattern, *args, **kwargs):
        caller = sys._getframe(1).f_globals["__name__"]
        if caller.partition(".")[0] == "newsdoc":
            made.add(pattern if isinstance(pattern, str) else pattern.pattern)
        return plain(pattern, *args, **kwargs)
    setattr(module, name, wrapped)
for module in (re, regex):
    for name in "compile search match fullmatch split findall finditer sub subn".split():
        recording(module, name)
import newsdoc, newsdoc.formats
newsdoc.parse(sys.stdin.read())
print(ascii(sorted(made)))
"""


class TestPatterns:
    def test_are_all_found(self):
        done = subprocess.run(
            [sys.executable, "-c", RECORDER],
            input=ORDINARY["news"](5_000),
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        made = set(ast.literal_eval(done.stdout))

        assert made, "the parser compiles patterns"
        assert made - {p.pattern for p in PATTERNS} == set()

    @pytest.mark.parametrize(
        "path",
        [p for p in Path(newsdoc.__file__).parent.rglob("*.py") if "lexicon" not in p.parts],
        ids=lambda path: "/".join(path.parts[-2:]),
    )
    def test_are_compiled_once_and_under_a_name(self, path):
        used = set()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module in {"re", "regex"}:
                used |= {alias.name for alias in node.names if not alias.name[0].isupper()}
            if isinstance(node, ast.FunctionDef | ast.Lambda):
                inner = [n.func for n in ast.walk(node) if isinstance(n, ast.Call)]
                attributes = [f for f in inner if isinstance(f, ast.Attribute)]
                called = [f for f in attributes if isinstance(f.value, ast.Name)]
                used |= {f.attr for f in called if f.value.id in {"re", "regex"}} - {"escape"}

        assert used == set()

    @pytest.mark.parametrize("pattern", PATTERNS, ids=lambda p: ascii(p.pattern[:60]))
    def test_are_not_kept_busy_by_what_nearly_matches(self, pattern):
        units = near_misses(pattern.pattern, pattern.flags)
        for unit in units[:: max(1, len(units) // NEAR_MISSES)]:
            texts = [on_a_line_and_on_many(unit, size) for size in NEAR_SIZES]
            exponent, cost = measure(texts)

            assert exponent < GROWTH, unit[:80]
            assert cost < PRICE * price_of_news(NEAR_SIZES[-1]), unit[:80]


def on_a_line_and_on_many(unit, size):
    """A text of one endless line of units, then of many short lines of them."""
    line = unit * (size // 2 // len(unit) + 1)
    short = unit * (100 // len(unit) + 1) + "\n\n"
    lines = short * (size // 2 // len(short) + 1)
    return "Storm hits\n\n" + line[: size // 2] + "\n\n" + lines[: size // 2]
