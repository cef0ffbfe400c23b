"""What the tests and the snippets of the pages share.

The snippets of README and of the pages run like tests, each page in a session of
its own. ``HYPOTHESIS_PROFILE=ci pytest`` chooses how examples are drawn for both:

* ``dev``, the default: few examples, new ones each time.
* ``ci``: more, and the same ones each time.
* ``nightly``: many, new ones each time.
* ``mutants``: few, the same ones each time, and no time spent on making them small.
"""

import os
import shutil
import tempfile
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE
from importlib.util import find_spec
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
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

_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]

settings.register_profile("dev", max_examples=25, deadline=None, suppress_health_check=_SLOW)
settings.register_profile(
    "ci", max_examples=100, deadline=None, derandomize=True, suppress_health_check=_SLOW
)
settings.register_profile("nightly", max_examples=2000, deadline=None, suppress_health_check=_SLOW)
settings.register_profile(
    "mutants",
    max_examples=20,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=_SLOW,
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))
