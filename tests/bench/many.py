"""``make bench-many``: a tree of thousands of plans built by one process, by two, again, and after a change."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from tests.bench import computer
from tests.bench.measuring import environment
from tests.bench.page import MANY, PAGE, rewritten, table, target_row
from tests.bench.plans import REAL, plan_text
from tests.bench.processes import Run, run
from tests.bench.subjects import PYTHON
from tests.bench.targets import MB, Target, least, most

PLANS, TASKS = 3_000, 100
_PROVINCES = 34
_LIMIT = 3_600.0
_TREE = "plans/tree"


class Step(NamedTuple):
    """A run over all plans: what it is, and how the command differs. One plan ``changes`` before it."""

    name: str
    options: tuple[str, ...]
    changes: bool = False


_INTO = ("--out", "out")
COLD = Step("all, one process", ("--out", "alone", "--jobs", "1"))
COLD_BY_TWO = Step("all, two processes", (*_INTO, "--jobs", "2"))
AGAIN = Step("again, nothing changed", _INTO)
CHANGED = Step("again, one plan changed", _INTO, changes=True)
STEPS = (COLD, COLD_BY_TWO, AGAIN, CHANGED)


def main() -> None:
    """Measure, print and, where all plans were built, rewrite the page."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.many", description=__doc__)
    parser.add_argument("--plans", type=int, default=PLANS, help="how many plans")
    parser.add_argument("--page", type=Path, help="the page to rewrite, whatever the number is")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        runs = measured(Path(folder), chosen.plans, _say)
    text = figures(runs, chosen.plans, computer.described())
    sys.stdout.write(text)
    page = chosen.page or (PAGE if chosen.plans == PLANS else None)
    if page:
        page.write_text(rewritten(page.read_text(encoding="utf-8"), text, MANY), encoding="utf-8")
        _say(f"written: {page}")


def measured(folder: Path, plans: int, say: Callable[[str], object]) -> dict[Step, Run]:
    """The steps over so many plans in ``folder``, one after the other."""
    for number in range(plans):
        _write(folder, number, number)
    # The plan that all of them carry out is no part of the tree.
    carried_out = REAL.with_name("2021-2025.yaml")
    (folder / "plans" / carried_out.name).write_bytes(carried_out.read_bytes())
    runs: dict[Step, Run] = {}
    for step in STEPS:
        if step.changes:
            _write(folder, plans // 2, plans)
        say(step.name)
        command = (PYTHON, "-m", "cchc", "build", _TREE, *step.options)
        runs[step] = run(command, cwd=folder, environ=environment(folder), limit=_LIMIT)
    return runs


def figures(runs: dict[Step, Run], plans: int, about: Iterator[str]) -> str:
    """What the runs took, in Markdown."""
    lines = "\n".join(f"- {line}" for line in (*about, f"{plans:,} plans of {TASKS} tasks in {_PROVINCES} folders"))
    wanted = table(("", "wanted", "found", "met"), map(target_row, targets(runs, plans)))
    head = ("", "time, s", "time of cores, s", "of one core a plan, s", "peak memory, MB", "said at the end")
    return f"{lines}\n\n{wanted}\n\n{table(head, (_row(step, each, plans) for step, each in runs.items()))}\n"


def targets(runs: dict[Step, Run], plans: int) -> Iterator[Target]:
    """What is wanted of many plans, with what was found."""
    alone, by_two, again = runs[COLD], runs[COLD_BY_TWO], runs[AGAIN]
    yield least(COLD_BY_TWO.name, 1.7, COLD.name, alone.seconds / by_two.seconds)
    a_plan = alone.cpu / plans
    yield Target("of one core a plan", "at most 0.1 s", f"{a_plan:.3f} s", a_plan <= 0.1)
    yield most(AGAIN.name, 1 / 20, COLD.name, again.seconds / alone.seconds)
    said = said_last(runs[CHANGED])
    yield Target(CHANGED.name, "one built", said, f" 1 written, {plans - 1} unchanged" in said)


def said_last(each: Run) -> str:
    """The line that counts what came of all plans."""
    return each.output.splitlines()[-1]


def _row(step: Step, each: Run, plans: int) -> tuple[str, ...]:
    a_plan = f"{each.cpu / plans:.4f}"
    return step.name, f"{each.seconds:.1f}", f"{each.cpu:.1f}", a_plan, f"{each.peak / MB:.0f}", said_last(each)


def _write(folder: Path, place: int, number: int) -> None:
    """The plan in ``place`` of the tree, with the names of a commune that bears ``number``."""
    province = folder / _TREE / f"tinh-{place % _PROVINCES:02}"
    province.mkdir(parents=True, exist_ok=True)
    text = plan_text(TASKS).replace(" – xã ", f" – xã số {number} ")
    (province / f"xa-{place:05}.yaml").write_text(text, encoding="utf-8")


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    main()
