"""Runs the snippets of README and of the pages, each page in a session of its own."""

import os
import shutil
import tempfile
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE
from importlib.util import find_spec
from pathlib import Path

from sybil import Sybil
from sybil.parsers.myst import PythonCodeBlockParser, SkipParser

ROOT = Path(__file__).parent
FLAGS = ELLIPSIS | NORMALIZE_WHITESPACE


def enter(namespace):
    """A page starts in an empty folder that holds the article of the examples."""
    namespace["missing"] = lambda module: find_spec(module) is None
    namespace["_home"] = Path.cwd()
    namespace["_folder"] = tempfile.mkdtemp(prefix="newsdoc-")
    shutil.copy(ROOT / "examples" / "articles" / "norvane.txt", namespace["_folder"])
    os.chdir(namespace["_folder"])


def leave(namespace):
    """The folder goes when the page ends."""
    os.chdir(namespace["_home"])
    shutil.rmtree(namespace["_folder"])


pytest_collect_file = Sybil(
    parsers=[SkipParser(), PythonCodeBlockParser(doctest_optionflags=FLAGS)],
    patterns=["docs/**/*.md", "docs/*.md", "README.md"],
    setup=enter,
    teardown=leave,
).pytest()
