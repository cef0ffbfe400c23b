"""The examples: what they show, what they write, how they fail."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import newsdoc

EXAMPLES = Path(__file__).parent.parent / "examples"
SHIPPED = EXAMPLES / "articles" / "norvane.txt"
STORY = "Rain closes the harbour\n\nThe harbour of Ostwick was closed on Friday, the mayor said.\n"


def run(*arguments, script="read_article.py", stdin=None, columns=None):
    """An example as a process of its own, on a terminal so many columns wide."""
    environment = {k: v for k, v in os.environ.items() if k != "COLUMNS"}
    if columns is not None:
        environment["COLUMNS"] = str(columns)
    return subprocess.run(
        [sys.executable, EXAMPLES / script, *arguments],
        input=stdin,
        stdin=subprocess.DEVNULL if stdin is None else None,
        capture_output=True,
        env=environment,
        check=False,
        timeout=60,
    )


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    """The example's run without an argument but the place to write to."""
    out = tmp_path_factory.mktemp("out")
    done = run("--out", out, columns=80)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode(), out


class TestWithoutAnArticle:
    def test_it_shows_the_shipped_headline_and_deck(self, shipped):
        lines = shipped[0].splitlines()
        headline, _, deck = SHIPPED.read_text(encoding="utf-8").splitlines()[:3]

        assert lines[0] == headline
        assert lines[2:4] == deck.splitlines() or " ".join(lines[2:4]).strip() == deck

    def test_it_shows_every_quote_and_statistic(self, shipped):
        document = newsdoc.parse(SHIPPED.read_text(encoding="utf-8"))

        assert f"Who said what ({len(document.quotes)})" in shipped[0]
        assert f"Which figures ({len(document.statistics)})" in shipped[0]

    def test_it_keeps_to_the_width_of_the_terminal(self, shipped):
        shown = shipped[0].partition("wrote ")[0].splitlines()

        assert max(map(len, shown)) <= 80

    def test_it_says_what_it_wrote(self, shipped):
        printed, out = shipped

        assert printed.splitlines()[-2:] == [
            f"wrote {out / 'article.json'}",
            f"wrote {out / 'article.md'}",
        ]

    def test_the_json_reads_back_as_the_document(self, shipped):
        written = (shipped[1] / "article.json").read_text(encoding="utf-8")

        assert newsdoc.from_json(written) == newsdoc.parse(SHIPPED.read_text(encoding="utf-8"))

    def test_the_markdown_is_the_document_as_markdown(self, shipped):
        written = (shipped[1] / "article.md").read_text(encoding="utf-8")
        document = newsdoc.parse(SHIPPED.read_text(encoding="utf-8"))

        assert written == newsdoc.to_markdown(document)

    def test_it_writes_to_a_temporary_folder_by_default(self):
        done = run()
        *_, last = done.stdout.decode().splitlines()
        written = Path(last.removeprefix("wrote "))

        assert written.is_file()
        assert EXAMPLES.parent not in written.parents
        for name in ("article.json", "article.md"):
            (written.parent / name).unlink()
        written.parent.rmdir()


class TestAnArticleOfYourOwn:
    def test_it_is_read_from_its_path(self, tmp_path):
        story = tmp_path / "story.txt"
        story.write_text(STORY, encoding="utf-8")

        done = run(story, "--out", tmp_path)

        assert done.stdout.startswith(b"Rain closes the harbour\n")

    @pytest.mark.parametrize("arguments", [(), ("-",)])
    def test_it_is_read_from_standard_input(self, tmp_path, arguments):
        done = run(*arguments, "--out", tmp_path, stdin=STORY.encode())

        assert done.stdout.startswith(b"Rain closes the harbour\n")

    def test_the_place_to_write_to_is_made_where_it_is_missing(self, tmp_path):
        run("-", "--out", tmp_path / "new" / "place", stdin=STORY.encode())

        assert (tmp_path / "new" / "place" / "article.md").is_file()

    def test_text_beyond_ascii_is_shown(self, tmp_path):
        done = run("-", "--out", tmp_path, stdin=STORY.replace("Ostwick", "Köşk – 日本").encode())

        assert "The harbour of Köşk – 日本 was closed on Friday" in done.stdout.decode()


class TestWhatCannotBeRead:
    def failure(self, *arguments, **given):
        done = run(*arguments, **given)
        assert (done.returncode, done.stdout) == (2, b"")
        (line,) = done.stderr.decode().splitlines()
        return line.removeprefix("read_article: ")

    def test_a_missing_file(self):
        assert self.failure("/no/such.txt") == "/no/such.txt: No such file or directory"

    def test_a_folder(self, tmp_path):
        assert self.failure(tmp_path) == f"{tmp_path}: Is a directory"

    def test_bytes_that_are_no_utf8(self):
        assert self.failure("-", stdin=b"caf\xe9 au lait") == "-: not UTF-8 text (byte 0xe9 at 3)"

    @pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff", "\ufeff\u200b \n"])
    def test_an_empty_article(self, text):
        assert self.failure("-", stdin=text.encode()) == "-: the article is empty"

    def test_a_place_to_write_to_that_is_a_file(self, tmp_path):
        story = tmp_path / "story.txt"
        story.write_text(STORY, encoding="utf-8")

        done = run(story, "--out", story)

        assert done.returncode == 2
        assert done.stderr.decode() == f"read_article: {story}: File exists\n"


def test_the_json_is_for_others_to_read(shipped):
    data = json.loads((shipped[1] / "article.json").read_text(encoding="utf-8"))

    assert data["text"] == SHIPPED.read_text(encoding="utf-8")


class TestManyArticles:
    def lines(self, *rows):
        done = run("-", script="read_lines.py", stdin="\n".join(rows).encode())
        return done, [json.loads(line) for line in done.stdout.decode().splitlines()]

    def test_each_line_comes_back_with_its_reading(self):
        rows = [{"id": n, "text": STORY} for n in range(3)]

        done, read = self.lines(*map(json.dumps, rows))

        assert (done.returncode, done.stderr) == (0, b"")
        assert [{**row, "document": None} for row in read] == [
            {**row, "document": None} for row in rows
        ]
        assert {newsdoc.from_dict(row["document"]) for row in read} == {newsdoc.parse(STORY)}

    def test_what_the_line_knows_is_given_to_the_parser(self):
        row = {"text": STORY, "headline": "Harbour shut", "authors": ["Ada Moor"], "url": None}

        _, (read,) = self.lines(json.dumps(row))
        document = newsdoc.from_dict(read["document"])

        assert (document.headline, document.authors) == ("Harbour shut", ("Ada Moor",))

    def test_a_line_that_is_no_article_is_told_and_left_out(self):
        good = json.dumps({"text": STORY})

        done, read = self.lines(good, "{", '{"text": 1}', "{}", "[]", good)

        assert done.returncode == 1
        assert len(read) == 2
        told = done.stderr.decode().splitlines()
        assert [line.partition(":")[0] for line in told] == ["line 2", "line 3", "line 4", "line 5"]

    @pytest.mark.parametrize("odd", ["[" * 100_000, '{"text": "a", "x": NaN}', "\udcff"])
    def test_no_line_stops_the_others(self, odd):
        rows = "\n".join([odd, json.dumps({"text": STORY})]).encode("utf-8", "surrogateescape")

        done = run("-", script="read_lines.py", stdin=rows)

        assert done.returncode == 1
        assert done.stderr.startswith(b"line 1: ")
        assert json.loads(done.stdout)["text"] == STORY

    def test_a_lone_surrogate_is_written_as_an_escape(self):
        _, (read,) = self.lines(json.dumps({"text": STORY, "id": "\ud800"}))

        assert read["id"] == "\ud800"

    def test_a_file_that_is_none_is_told(self):
        done = run("nowhere.jsonl", script="read_lines.py")

        assert (done.returncode, done.stderr) == (2, b"nowhere.jsonl: No such file or directory\n")


class TestFiguresBySource:
    def test_it_shows_every_figure_of_the_shipped_article(self):
        shown = run(script="figures_by_source.py").stdout.decode()
        document = newsdoc.parse(SHIPPED.read_text(encoding="utf-8"))

        assert shown.startswith(document.headline)
        assert shown.count("\n    ") == len(document.statistics)
