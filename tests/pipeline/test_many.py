"""One thing done with many plans: in their order, by whichever process, whatever becomes of one."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from cchc.diagnostics import Diagnostic
from cchc.pipeline.many import Do, Work, done
from cchc.pipeline.outcomes import unannounced
from cchc.workspace.projects import PlanFile
from cchc.workspace.trouble import is_trouble


def do(file: PlanFile) -> str:
    """What these tests make of a plan."""
    if file.id == "raises":
        raise ValueError(file.id)
    if file.id == "dies":
        os.kill(os.getpid(), signal.SIGKILL)
    return file.id


def elsewhere() -> Do[str]:
    return do


def nowhere() -> Do[str]:
    raise RuntimeError


def failed(file: PlanFile, why: Diagnostic) -> str:
    assert is_trouble(why)
    assert file.name in why.message.en
    return f"{why.code} {why.message.en}"


WORK = Work(do, elsewhere, failed)


def made(*ids: str, jobs: int | None, work: Work[str] = WORK) -> tuple[list[str], list[str]]:
    """What was made of the plans ``ids``, and the codes of what else was said."""
    files = [PlanFile(id_, Path(f"{id_}.yaml"), f"{id_}.yaml") for id_ in ids]
    said: list[Diagnostic] = []
    results = list(done(work, files, jobs=jobs, announce=unannounced, say=said.append))
    return results, [each.code for each in said]


@pytest.mark.parametrize("jobs", [None, 1, 2, 7])
def test_what_is_made_comes_in_the_order_of_the_plans(jobs: int | None) -> None:
    ids = [f"{number}" for number in (*range(12), *range(20, 10, -1))]
    assert made(*ids, jobs=jobs) == (ids, [])


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_mistake_of_the_program_at_one_plan_is_said_of_it(jobs: int) -> None:
    (before, said, after), others = made("a", "raises", "b", jobs=jobs)
    assert (before, after, others) == ("a", "b", [])
    assert said.startswith("W501 raises.yaml: cchc itself failed at this plan: ValueError: raises (")
    assert "test_many.py:" in said


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_process_that_is_killed_is_said_of_its_plan() -> None:
    (before, said, after), others = made("a", "dies", "b", jobs=2)
    assert (before, after, others) == ("a", "b", [])
    assert said == "W502 dies.yaml: the process at work on this plan was ended from outside (SIGKILL)"


def test_without_other_processes_the_plans_are_done_here_and_that_is_said() -> None:
    assert made("a", "b", "c", jobs=2, work=Work(do, nowhere, failed)) == (["a", "b", "c"], ["W503"])


def test_few_plans_are_done_here() -> None:
    assert made("a", "b", jobs=None, work=Work(do, nowhere, failed)) == (["a", "b"], [])
