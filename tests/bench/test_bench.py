"""The suite works at its smallest size, and what it says follows from what it measured; nothing is timed."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

import pytest
import yaml

from tests.bench.many import STEPS
from tests.bench.measuring import LIMIT, REAL_PLAN, Measured, Results, absence, ratio
from tests.bench.page import FIGURES, MANY, PAGE, figures, rewritten
from tests.bench.plans import REAL, ROOT, plan_text
from tests.bench.processes import FailedError, Run, TooLongError, run
from tests.bench.subjects import BUILD, DOCXTPL, HELP, IMPORTS, NOTHING, STAGES, USUAL, VALIDATE, ZIPPED, Subject
from tests.bench.targets import MB, targets
from tests.docs.pages import rows
from tests.packaging.program import run as run_program

unix = pytest.mark.skipif(not hasattr(os, "wait4"), reason="only Unix tells what a process took")


def leads(part: object) -> int:
    """How many rows in ``part`` of a plan name who leads."""
    if isinstance(part, dict):
        return ("lead" in part) + sum(map(leads, part.values()))
    return sum(map(leads, part)) if isinstance(part, list) else 0


@pytest.mark.parametrize("tasks", [1, 87, 88, 89, 200])
def test_a_generated_plan_has_so_many_tasks_as_it_was_asked_for(tasks: int) -> None:
    assert leads(yaml.safe_load(plan_text(tasks))["appendices"]) == tasks


def test_a_generated_plan_differs_from_the_real_one_in_its_rows_alone() -> None:
    made, real = (yaml.safe_load(text) for text in (plan_text(88), REAL.read_text(encoding="utf-8")))
    assert {key for key in real if made[key] != real[key]} == {"appendices"}
    text = json.dumps(made["appendices"], ensure_ascii=False).replace(" – xã An Bang Thượng", "")
    assert json.loads(text) == real["appendices"]


def test_no_title_of_a_generated_plan_stands_twice() -> None:
    titles = re.findall(r"^ *- title: (.+)$", plan_text(5_000).partition("groups:\n")[2], re.MULTILINE)
    assert len(titles) > 5_000
    assert len(titles) - len(set(titles)) < len(titles) / 50  # the real plan has such itself


def marked(name: str) -> str:
    return f"above\n<!-- {name}: begin -->\nold\n<!-- {name}: end -->\nbelow\n"


@unix
def test_the_smallest_size_runs_and_the_page_is_rewritten(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(marked(FIGURES), encoding="utf-8")
    done = run_program(["-m", "tests.bench", "--quick", "--page", str(page)], cwd=ROOT)
    assert done.returncode == 0, done.stderr
    text = page.read_text(encoding="utf-8")
    assert text.startswith("above\n")
    assert text.endswith("below\n")
    assert "\nold\n" not in text
    measured = {row[0]: row for row in rows(text, "")}
    for name in (NOTHING, IMPORTS, HELP, VALIDATE, BUILD, DOCXTPL, USUAL):
        assert re.match(r"[\d.]+$", measured[name][1]), measured[name]
    assert re.match(r"[\d.]+$|not installed: pandoc$", measured["pandoc"][1])
    assert len(list(targets({}))) == len(rows(text.partition("### The real plan")[0], ""))


@unix
def test_a_tree_of_plans_is_built_again_where_one_changed(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(marked(MANY), encoding="utf-8")
    done = run_program(["-m", "tests.bench.many", "--plans", "3", "--page", str(page)], cwd=ROOT)
    assert done.returncode == 0, done.stderr
    measured = {row[0]: row[-1] for row in rows(page.read_text(encoding="utf-8"), "") if len(row) == 6}
    assert list(measured) == [step.name for step in STEPS]
    counts = ["3 written", "3 written", "3 unchanged", "1 written, 2 unchanged"]
    assert [count in said for count, said in zip(counts, measured.values(), strict=True)] == [True] * 4


@unix
def test_a_process_is_measured_with_the_processes_that_it_waits_for(tmp_path: Path) -> None:
    child = "x = bytearray(60_000_000); print('done')"
    program = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}], check=True)"
    done = run([sys.executable, "-c", program], cwd=tmp_path, environ=os.environ, limit=60)
    assert done.peak > 60_000_000
    assert done.output == "done\n"
    assert done.cpu > 0


@unix
def test_a_process_that_fails_or_takes_too_long_is_no_measure(tmp_path: Path) -> None:
    with pytest.raises(FailedError, match="ZeroDivisionError"):
        run([sys.executable, "-c", "1 / 0"], cwd=tmp_path, environ=os.environ, limit=60)
    with pytest.raises(TooLongError):
        run([sys.executable, "-c", "import time; time.sleep(60)"], cwd=tmp_path, environ=os.environ, limit=0.3)


def measured(seconds: float, peak: float = 50 * MB, said: str = "") -> Measured:
    return Measured((Run(seconds, seconds, int(peak), said),))


def laps(**seconds: float) -> Measured:
    return measured(1, said=json.dumps({"seconds": seconds, "memory": {"write": 10 * MB}}))


def results(factor: float = 1.0) -> Results:
    """Figures that meet every target, ours ``factor`` times as slow and as large."""
    f = factor
    return {
        REAL_PLAN: {
            IMPORTS: measured(0.2),
            HELP: measured(0.1 * f),
            VALIDATE: measured(0.27 * f),
            BUILD: measured(0.39 * f),
        },
        100: {BUILD: measured(0.5)},
        1_000: {BUILD: measured(0.8)},
        10_000: {
            BUILD: measured(3.4 * f, 290 * MB * f),
            USUAL: measured(20),
            STAGES: laps(template=0.6 * f, write=0.3 * f),
            DOCXTPL: laps(table=4),
            ZIPPED: laps(zip=0.11),
        },
        50_000: {BUILD: measured(17 * f, 1100 * MB * f), STAGES: laps(template=3, write=2)},
    }


def test_targets_are_met_or_not_by_the_figures() -> None:
    assert [target.met for target in targets(results())] == [True] * 11
    missed = [target.met for target in targets(results(1.5))]
    assert missed == [False, False, True, *[False] * 7, False]
    assert {target.met for target in targets({})} == {None}


def test_the_page_has_what_did_not_run_with_the_reason() -> None:
    found = results()
    found[10_000]["pandoc"] = Measured(absent="not installed: pandoc")
    text = figures(found, ["a computer"])
    assert "| pandoc | not installed: pandoc |" in text
    assert rows(text, "")[0][3] == "yes"


def test_the_page_of_the_suite_can_be_rewritten() -> None:
    for name in (FIGURES, MANY):
        assert "new figures\n" in rewritten(PAGE.read_text(encoding="utf-8"), "new figures\n", name)
    with pytest.raises(ValueError, match="marks"):
        rewritten("no marks", "")


def test_ratios_are_of_runs_of_one_round() -> None:
    one = Measured(tuple(Run(seconds, seconds, 0, "") for seconds in (2.0, 9.0, 4.0)))
    other = Measured(tuple(Run(seconds, seconds, 0, "") for seconds in (1.0, 3.0, 2.0)))
    assert ratio(one, other, lambda each: each.cpu) == 2.0
    assert ratio(one, Measured(absent="not run"), lambda each: each.cpu) is None


def test_what_is_expected_to_take_too_long_is_not_begun() -> None:
    known = {100: {"slow": measured(LIMIT / 50)}}
    assert absence(Subject("slow", ()), 1_000, known) == ""
    assert "not run" in absence(Subject("slow", ()), 10_000, known)
    assert absence(Subject("slow", (), ours=True), 10_000, known) == ""
