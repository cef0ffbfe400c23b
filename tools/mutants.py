"""Mutation testing: break the code in many places, one at a time, and see whether a test notices.

    pip install -e '.[dev,mutants]'
    python tools/mutants.py                       # a sample of every group
    python tools/mutants.py model json --sample 80 --seed 2

Cosmic Ray makes the mutants. Of each group of modules in ``mutants.toml`` a
random sample of places is broken, in one way each; the same seed breaks the
same places. It all happens in a copy of the tree. What lives on is printed:
either a test is missing, or the change cannot be seen.
"""

import argparse
import ast
import os
import random
import shlex
import shutil
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

from cosmic_ray.commands import init
from cosmic_ray.mutating import mutate_and_test
from cosmic_ray.testing import run_tests
from cosmic_ray.work_db import WorkDB, use_db
from cosmic_ray.work_item import MutationSpec, TestOutcome

ROOT = Path(__file__).parent.parent
GROUPS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
NOT_COPIED = shutil.ignore_patterns(".git", ".venv", ".*_cache", "__pycache__", "dist", "build")
PATIENCE = 4  # a mutant may take so many times what the tests take, before it counts as noticed


def unseen(path: Path) -> Iterator[tuple[int, int]]:
    """The lines and columns of what no run of the code evaluates: annotations of functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        hints: list[ast.expr | None] = []
        if isinstance(node, ast.FunctionDef):
            named = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            arguments = [*named, *filter(None, (node.args.vararg, node.args.kwarg))]
            hints = [node.returns, *(a.annotation for a in arguments)]
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            hints = [node.annotation]
        for hint in filter(None, hints):
            yield from ((n.lineno, n.col_offset) for n in ast.walk(hint) if hasattr(n, "lineno"))
            yield from (
                (line, column)
                for line in range(hint.lineno, (hint.end_lineno or hint.lineno) + 1)
                for column in range(hint.col_offset, hint.end_col_offset or 0)
            )


def modules(names: list[str]) -> list[Path]:
    """The files that a group names, and those in the folders that it names."""
    found = []
    for path in map(Path, names):
        found += sorted(path.rglob("*.py")) if path.is_dir() else [path]
    return found


def mutants(paths: list[Path], session: Path) -> list[MutationSpec]:
    """Every mutant of some modules, in an order that does not depend on the run."""
    with use_db(session, WorkDB.Mode.create) as database:
        init(paths, database, {})
        made = [mutation for item in database.work_items for mutation in item.mutations]
    skipped = {(path, place) for path in paths for place in unseen(path)}
    seen = [m for m in made if (m.module_path, tuple(m.start_pos)) not in skipped]
    return sorted(seen, key=lambda m: (m.module_path, m.start_pos, m.operator_name, m.occurrence))


def sample(made: list[MutationSpec], size: int, seed: int) -> list[MutationSpec]:
    """Some places, and a mutant of each: an operator has a dozen mutants, a number one."""
    chance = random.Random(seed)  # noqa: S311 (to be repeated, not to be secret)
    places: dict[tuple[Path, tuple[int, int]], list[MutationSpec]] = {}
    for mutation in made:
        places.setdefault((mutation.module_path, tuple(mutation.start_pos)), []).append(mutation)
    chosen = chance.sample(sorted(places), min(size, len(places)))
    return [chance.choice(places[place]) for place in chosen]


def run(group: str, size: int, seed: int, folder: Path) -> tuple[int, int]:
    """Break a group in *size* places; return how many were noticed, and of how many."""
    tests = " ".join(map(shlex.quote, GROUPS[group]["tests"]))
    command = f"{sys.executable} -m pytest -q -x --no-header -p no:cacheprovider {tests}"
    begin = time.monotonic()
    outcome, output = run_tests(command, 600)
    if outcome is not TestOutcome.SURVIVED:
        sys.exit(f"{group}: the tests fail as it is\n{output}")
    limit = PATIENCE * (time.monotonic() - begin) + 5
    made = mutants(modules(GROUPS[group]["modules"]), folder / f"{group}.sqlite")
    chosen = sample(made, size, seed)
    print(f"## {group}: {len(chosen)} of {len(made)} mutants", flush=True)
    noticed = 0
    for mutation in chosen:
        result = mutate_and_test([mutation], command, limit)
        noticed += result.is_killed
        if not result.is_killed:
            where = f"{mutation.module_path}:{mutation.start_pos[0]} {mutation.operator_name}"
            lines = [line for line in (result.diff or "").splitlines() if line[:1] in "+-"]
            print(f"lives: {where}", *lines[3:], sep="\n  ", flush=True)
    return noticed, len(chosen)


def main() -> None:
    """Break what the command line asks for, and print what was noticed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("groups", nargs="*", help=f"any of {', '.join(GROUPS)}; all, if none")
    parser.add_argument("--sample", type=int, default=40, help="places to break in each group")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="newsdoc-mutants-") as name:
        folder = shutil.copytree(ROOT, Path(name) / "newsdoc", ignore=NOT_COPIED)
        os.chdir(folder)
        os.environ |= {"PYTHONPATH": str(folder / "src"), "HYPOTHESIS_PROFILE": "mutants"}
        rows = [
            (group, *run(group, options.sample, options.seed, folder))
            for group in options.groups or GROUPS
        ]
        os.chdir(ROOT)
    print("\n| group | mutants | noticed |\n|---|---|---|")
    for group, noticed, all_ in rows:
        print(f"| {group} | {all_} | {noticed} ({noticed / all_:.0%}) |")


if __name__ == "__main__":
    main()
