"""The public surface: its names, what importing it loads, and how long that takes."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

import newsdoc

ROOT = Path(__file__).parent.parent
PUBLIC = {
    *("parse", "Parser"),
    *("Document", "Paragraph", "Span", "Quote", "Statistic", "Change", "Mention", "Source"),
    *("Unit", "Byline", "Dateline", "Timestamp", "Notice"),
    *("Bound", "Direction", "QuoteKind", "Role", "SourceKind", "Stance", "UnitKind"),
    *("to_json", "from_json", "to_dict", "from_dict", "to_markdown", "to_html", "json_schema"),
    *("NewsdocError", "ModelError", "FormatError", "LexiconError"),
}
# What a library that only reads text has no need of, and what is costly to load.
HEAVY = {
    *("hypothesis", "pytest", "numpy", "pandas", "spacy", "nltk", "jinja2", "jsonschema"),
    *("asyncio", "concurrent.futures", "http", "logging", "multiprocessing", "socket", "ssl"),
    *("sqlite3", "subprocess", "unittest", "urllib.request", "xml"),
}


def python(code):
    """What a fresh interpreter prints."""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stderr == ""
    return done.stdout


def test_the_public_names_are_these():
    assert set(newsdoc.__all__) == PUBLIC
    assert newsdoc.__all__ == sorted(newsdoc.__all__)


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_every_public_name_says_what_it_is(name):
    assert getattr(newsdoc, name).__doc__


def test_importing_loads_nothing_heavy():
    loaded = json.loads(python("import json, sys, newsdoc; print(json.dumps(list(sys.modules)))"))
    before = json.loads(
        python("import json, sys, attrs, regex; print(json.dumps(list(sys.modules)))")
    )

    assert (set(loaded) - set(before)) & HEAVY == set()


def test_importing_prints_nothing_and_starts_no_thread():
    assert python("import newsdoc, threading; print(threading.active_count())") == "1\n"


def test_importing_takes_less_than_a_second():
    code = (
        "import time; begin = time.process_time(); import newsdoc; "
        "print(time.process_time() - begin)"
    )

    assert min(float(python(code)) for _ in range(3)) < 1.0


def test_the_changelog_tells_of_the_installed_version():
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    latest = re.search(r"^## \[?(\d+\.\d+\.\d+)", changelog, re.MULTILINE)

    assert latest is not None
    assert latest[1] == version("newsdoc")


def test_the_versions_of_the_changelog_fall():
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    found = re.findall(r"^## \[?(\d+)\.(\d+)\.(\d+)", changelog, re.MULTILINE)
    versions = [tuple(map(int, parts)) for parts in found]

    assert versions == sorted(set(versions), reverse=True)


def test_every_module_says_what_it_is():
    assert [p.name for p in modules() if not ast.get_docstring(ast.parse(p.read_bytes()))] == []


def modules():
    return sorted((ROOT / "src" / "newsdoc").rglob("*.py"))


class TestWhatCanBeCompiled:
    def test_it_declares_no_fields_of_attrs_with_a_call(self):
        # mypyc takes what stands behind the '=' for the value of the field.
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
        hook = project["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["mypyc"]
        folders = [ROOT / folder.lstrip("/") for folder in hook["include"]]
        files = [file for folder in folders for file in folder.rglob("*.py")]

        assert len(files) > len(folders)
        for file in files:
            assert not re.search(r"= field\(", file.read_text(encoding="utf-8")), file
