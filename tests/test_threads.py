"""Parsing depends on the text alone: not on thread, process, hash seed, place or day."""

import ast
import os
import pickle
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from decimal import Context, Inexact, Rounded, localcontext
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import pytest

import newsdoc
from newsdoc import Parser, parse

ROOT = Path(__file__).parent.parent
SOURCES = sorted(Path(newsdoc.__file__).parent.rglob("*.py"))
NEWS = (ROOT / "examples" / "articles" / "norvane.txt").read_text(encoding="utf-8")
# The article as it is, and in pieces that each lack what another piece has.
TEXTS = (NEWS, *NEWS.split("\n\n"), NEWS[::-1], NEWS.upper(), NEWS.replace("\n\n", "\r\n"))


@cache
def expected():
    return [parse(text) for text in TEXTS]


class TestThreads:
    def test_many_at_once_read_the_same(self):
        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(parse, TEXTS * 8))

        assert found == expected() * 8

    def test_many_share_a_parser_that_none_has_used(self):
        parser = Parser(cues=("vlog",), titles=("Chief Wrangler",), units=("furlong",))
        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(parser.parse, TEXTS * 2))

        assert found == [parser.parse(text) for text in TEXTS] * 2


class TestProcesses:
    def test_of_a_pool_read_the_same(self):
        with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
            found = list(pool.map(parse, TEXTS))

        assert found == expected()

    @pytest.mark.parametrize(
        "surroundings",
        [
            {"PYTHONHASHSEED": "0", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
            {"PYTHONHASHSEED": "1", "TZ": "America/Adak", "LANG": "tr_TR.UTF-8"},
            {"PYTHONHASHSEED": "4294967295", "PYTHONOPTIMIZE": "2", "PYTHONUTF8": "0"},
        ],
        ids=lambda surroundings: surroundings["PYTHONHASHSEED"],
    )
    def test_read_the_same_whatever_surrounds_them(self, surroundings):
        code = (
            "import pickle, sys; from newsdoc import parse; "
            "texts = pickle.load(sys.stdin.buffer); "
            "sys.stdout.buffer.write(pickle.dumps([parse(text) for text in texts]))"
        )
        done = subprocess.run(
            [sys.executable, "-c", code],
            input=pickle.dumps(TEXTS),
            capture_output=True,
            check=True,
            timeout=60,
            env={**os.environ, **surroundings},
        )

        assert pickle.loads(done.stdout) == expected()  # noqa: S301


def containers():
    """The size of everything in newsdoc's modules and classes that could grow without a bound.

    Caches have one: see `test_no_cache_is_without_a_bound`.
    """
    sizes = {}
    for name, module in sorted(sys.modules.items()):
        if name.partition(".")[0] != "newsdoc" or name.startswith("newsdoc.strategies"):
            continue
        classes = [v for v in vars(module).values() if isinstance(v, type)]
        for owner in (module, *(c for c in classes if c.__module__ == name)):
            for key, value in vars(owner).items():
                where = f"{name}.{getattr(owner, '__qualname__', '')}.{key}"
                if isinstance(value, dict | list | set | bytearray) and key != "__builtins__":
                    sizes[where] = len(value)
    return sizes


class TestNothingIsKept:
    def test_parsing_leaves_the_modules_as_they_were(self):
        parse(TEXTS[0])
        before = containers()
        for i, text in enumerate(TEXTS):
            parse(text + f"\n\n“It is {i} metres,” Ana Nr{i} said.")

        assert before, "the modules hold at least the tables of words"
        assert containers() == before

    def test_no_cache_is_without_a_bound(self):
        unbound = [
            f"{name}.{key}"
            for name, module in sys.modules.items()
            if name.partition(".")[0] == "newsdoc"
            for key, value in vars(module).items()
            if hasattr(value, "cache_parameters") and value.cache_parameters()["maxsize"] is None
        ]

        assert unbound == []


ASKING = {"now", "today", "utcnow", "getenv", "environ"}
MODULES = {"time", "random", "os", "locale", "platform", "secrets", "socket", "uuid", "tempfile"}


@pytest.mark.parametrize(
    "path",
    [p for p in SOURCES if "strategies" not in p.parts],
    ids=lambda p: "/".join(p.parts[-2:]),
)
def test_no_module_asks_for_the_day_the_place_or_chance(path):
    asked = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=names):
                asked |= {n.name for n in names if n.name.partition(".")[0] in MODULES}
            case ast.ImportFrom(module=str(module)) if module.partition(".")[0] in MODULES:
                asked.add(module)
            case ast.Attribute(attr=name) if name in ASKING:
                asked.add(name)

    assert asked == set()


class TestTheDecimalContextOfTheCaller:
    TEXT = (
        "Harbour notes\n\nIt was minus 12345 degrees. The mill sold 1,234,567.5 tonnes, 5 1/2 "
        "miles off, for two and a half million euros, a quarter of a million less than 98765 dozen."
    )

    @pytest.mark.parametrize(
        "context",
        [Context(prec=3), Context(prec=2, traps=[Inexact, Rounded]), Context(Emax=2, Emin=-2)],
        ids=["rounds", "traps", "overflows"],
    )
    def test_changes_no_figure(self, context):
        expected = parse(self.TEXT)
        with localcontext(context):
            assert parse(self.TEXT) == expected

        assert str(expected.statistics[0].low) == "-12345"

    def test_rounds_no_long_figure(self):
        digits = "1" * 40
        low = parse(f"Harbour notes\n\nIt was minus {digits} degrees.").statistics[0].low

        assert str(low) == f"-{digits}"
