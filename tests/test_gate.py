"""The quality gate, with scorers made for the purpose."""

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "quality"))
import gate
import table

QUOTES = """newsdoc: 825.4 articles/s, 4,040,589 chars/s
84 articles, 0 without a prediction
                                             P     R    F1
(a) marked speech, all                    98.0 100.0  99.0   gold 869, predicted 880, spans 911
(a) marked speech + speaker, 2-5 words    80.1  82.3  81.2   gold 40, predicted 40; accuracy 82.3
(c) cue, speech cue                       91.0  92.0  91.5   gold 1147, predicted 1160
(d) speaker name, pronoun                 88.4 of 69 labels; 90.0 of the 67 reached
"""
STATISTICS = """24 articles, 237 gold statistics, 230 predicted
  span+value            P  95.0  R  93.1  F1  94.0   (221/237 gold, 230 predicted)
  value right if matched   98.0
  one-to-one value+unit relaxed P  90.0  R  90.0  F1  90.0   (18/20 gold, 20 predicted)
"""
STRUCTURE = json.dumps(
    {
        "renderings": {
            "wire": {
                "docs": 10,
                "perfect": 9,
                "headline_n": 10,
                "headline_ok": 10,
                "body_tp": 90,
                "body_fp": 10,
                "body_fn": 10,
                "other": 50,
                "leak": 1,
            }
        },
        "invariants": {"texts": 10, "disordered": 1, "crashes": 2, "inexact": 0},
    }
)
CHECK = gate.Check("quotes", ("scorer.py",), gate.read_quotes)


def scorer(folder, printed, code=0):
    """A scorer in the folder that prints so much and exits."""
    body = f"import sys\nprint({printed!r})\nsys.exit({code})\n"
    (folder / "scorer.py").write_text(body, encoding="utf-8")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    scorer(tmp_path, QUOTES)
    monkeypatch.setenv("NEWSDOC_EVAL", str(tmp_path))
    return tmp_path


def run(folder, *arguments, floors=None):
    """The gate's exit code, and the floors that it leaves behind."""
    file = folder / "floors.json"
    if floors is not None:
        file.write_text(json.dumps({"quotes": floors}), encoding="utf-8")
    elif not file.exists():
        file.write_text("{}", encoding="utf-8")
    code = gate.main(arguments, [CHECK], file)
    return code, json.loads(file.read_text(encoding="utf-8")).get("quotes", {})


class TestReading:
    def test_quotes(self):
        found = gate.read_quotes(QUOTES)

        assert found == {
            "marked speech, all": (99.0, 0.23),
            "marked speech + speaker, 2-5 words": (81.2, 5.0),
            "cue, speech cue": (91.5, 0.17),
            "speaker name, pronoun": (88.4, 2.9),
        }

    def test_statistics(self):
        found = gate.read_statistics(STATISTICS)

        assert found == {
            "span+value": (94.0, 0.84),
            "one-to-one value+unit relaxed": (90.0, 10.0),
        }

    def test_structure(self):
        found = gate.read_structure(STRUCTURE)

        assert found == {
            "wire: headline": (100.0, 20.0),
            "wire: whole body": (90.0, 20.0),
            "wire: leak into the body (at most)": (2.0, 4.0),
            "wire: body": (90.0, 2.0),
            "broken texts (at most)": (3, 0.0),
        }

    def test_the_differences_of_one_article_have_no_slack(self):
        found = gate.read_article("a difference\n16 differences from x.json\n")

        assert found == {"differences (at most)": (16.0, 0.0)}

    def test_speed(self):
        found = gate.read_speed("unit   0.1 ms an article  1.00 units\nparse  0.4 ms  4.00 units")

        assert found == {"units (at most)": (4.0, 1.0)}

    def test_a_traceback_holds_no_figures(self):
        readers = {check.read for check in gate.CHECKS}

        assert [read("Traceback (most recent call last)") for read in readers] == [{}] * len(
            readers
        )


class TestSlack:
    @pytest.mark.parametrize(
        ("of", "slack"), [(20, 10.0), (138, 1.45), (4000, 0.05), (20000, 0.05)]
    )
    def test_it_is_two_cases_of_the_set(self, of, slack):
        assert gate.share(50.0, of).slack == slack

    def test_a_figure_within_it_passes(self, folder):
        code, _ = run(folder, floors={"speaker name, pronoun": 91.2})

        assert code == 0

    def test_a_figure_below_it_fails(self, folder, capsys):
        code, _ = run(folder, floors={"speaker name, pronoun": 91.4})

        assert code == 1
        assert (
            "WORSE   quotes: speaker name, pronoun: 88.4, pinned at 91.4" in capsys.readouterr().out
        )


class TestChecking:
    def test_a_figure_at_its_floor_passes(self, folder):
        code, _ = run(folder, floors={"marked speech, all": 99.0})

        assert code == 0

    def test_a_ceiling_is_broken_from_below(self):
        name = "leak (at most)"
        figures = {"layout": {name: gate.Figure(3.0, 0.5)}}

        assert gate.compare(figures, {"layout": {name: 2.0}})[0]
        assert not gate.compare(figures, {"layout": {name: 2.6}})[0]
        assert gate.compare(figures, {"layout": {name: 4.0}})[1]

    def test_a_time_that_is_too_long_is_taken_again(self, monkeypatch, tmp_path):
        left = [16.0, 14.0, 15.0]
        shown = lambda check, folder: (gate.read_speed(f"parse x {left.pop(0)} units"), "")  # noqa: E731
        monkeypatch.setattr(gate, "run", shown)
        monkeypatch.setattr(gate, "PAUSE", 0)
        figures = {"speed": gate.read_speed("parse x 18.0 units")}
        clock = gate.Check("speed", ("speed.py",), gate.read_speed)
        gate.take_time_again(clock, tmp_path, figures, {"speed": {"units (at most)": 11.0}})

        assert figures["speed"]["units (at most)"].value == 14.0
        assert left == [15.0]

    def test_a_figure_that_is_no_longer_printed_fails(self, folder, capsys):
        code, _ = run(folder, floors={"an old figure": 50.0})

        assert code == 1
        assert "an old figure: pinned at 50, no longer measured" in capsys.readouterr().out

    def test_a_new_figure_is_told_and_passes(self, folder, capsys):
        code, _ = run(folder, floors={})

        assert code == 0
        assert "better  quotes: marked speech, all: 99.0, not pinned yet" in capsys.readouterr().out

    def test_a_scorer_that_crashes_fails(self, folder, capsys):
        scorer(folder, "Traceback: no such file", code=1)

        code, _ = run(folder, floors={})

        assert code == 1
        assert "quotes: printed no figures: …Traceback: no such file" in capsys.readouterr().out

    def test_a_scorer_that_hangs_fails(self, folder):
        (folder / "scorer.py").write_text("while True: pass", encoding="utf-8")

        assert gate.run(CHECK._replace(seconds=0.2), folder) == (
            {},
            "not done after 0.2 seconds",
        )

    def test_a_scorer_that_is_missing_fails(self, folder):
        (folder / "scorer.py").unlink()

        assert run(folder, floors={})[0] == 1

    def test_a_scorer_may_exit_with_an_error_when_it_printed_figures(self, folder):
        scorer(folder, QUOTES, code=1)

        assert run(folder, floors={})[0] == 0

    def test_without_the_variable_it_says_loudly_that_it_was_skipped(
        self, tmp_path, monkeypatch, capsys
    ):
        monkeypatch.delenv("NEWSDOC_EVAL", raising=False)

        assert run(tmp_path, floors={"marked speech, all": 100.0})[0] == 0
        assert "QUALITY GATE SKIPPED" in capsys.readouterr().out


class TestPinning:
    def test_checking_pins_nothing(self, folder):
        assert run(folder, floors={"marked speech, all": 90.0})[1] == {"marked speech, all": 90.0}

    def test_raising_pins_what_is_better_or_new(self, folder):
        code, floors = run(folder, "--raise", floors={"marked speech, all": 90.0})

        assert code == 0
        assert floors == {name: figure.value for name, figure in gate.read_quotes(QUOTES).items()}

    def test_raising_never_lowers(self, folder):
        code, floors = run(folder, "--raise", floors={"speaker name, pronoun": 99.0})

        assert code == 1
        assert floors["speaker name, pronoun"] == 99.0

    def test_raising_never_drops_a_figure_that_is_no_longer_printed(self, folder):
        assert run(folder, "--raise", floors={"an old figure": 1.0})[1]["an old figure"] == 1.0

    def test_lowering_needs_its_flag(self, folder):
        code, floors = run(
            folder, "--raise", "--allow-lower", floors={"speaker name, pronoun": 99.0}
        )

        assert code == 0
        assert floors["speaker name, pronoun"] == 88.4

    def test_the_flag_alone_is_refused(self, folder):
        with pytest.raises(SystemExit, match="2"):
            run(folder, "--allow-lower", floors={})

    def test_nothing_is_pinned_when_a_scorer_crashed(self, folder):
        scorer(folder, "Traceback: no such file", code=1)

        assert run(folder, "--raise", "--allow-lower", floors={"old": 1.0}) == (1, {"old": 1.0})


class TestThePinnedFloors:
    def test_every_pinned_check_is_one_that_runs(self):
        floors = json.loads(gate.FLOORS.read_text(encoding="utf-8"))

        assert set(floors) <= {check.name for check in gate.CHECKS}

    @pytest.mark.parametrize("page", table.PAGES, ids=lambda page: page.stem)
    def test_the_pages_have_them(self, page):
        found = page.read_text(encoding="utf-8")

        assert found == table.written(page), "run python quality/table.py"

    def test_every_figure_of_the_pages_is_pinned(self):
        floors = json.loads(gate.FLOORS.read_text(encoding="utf-8"))
        named = {figure for _, _, rows in table.TABLES for figure in rows.values()}
        named |= {figure for _, figure in table.SHORT.values()}
        pinned = {name for figures in floors.values() for name in figures}

        assert named <= pinned or not pinned
