"""Runs over many plans in processes of their own: cut off at any time they leave whole files, and the next goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cchc.backends.docx.seal import is_untouched
from cchc.pipeline.remembering import NAME
from tests.cli.test_process import posix, started
from tests.pipeline.files import write_plan
from tests.printing import SMALL

linux = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="/proc tells which processes there are")
PLANS = 60


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(PLANS):
        write_plan(tmp_path, SMALL.read_bytes(), f"tinh-{number // 20}/xa-{number:02}.yaml")
    return tmp_path


def children(process: int) -> list[int]:
    """The processes that ``process`` has started, but for Python's own tracker of resources."""
    found = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    return [int(child) for child in found if b"resource_tracker" not in Path(f"/proc/{child}/cmdline").read_bytes()]


def outputs(folder: Path) -> list[Path]:
    return sorted((folder / "out").glob("*.docx"))


def waited_for(what: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def at_work(folder: Path, *arguments: str) -> tuple[subprocess.Popen[bytes], list[int]]:
    """A build by two processes, once it has written something, and these processes."""
    process = started(folder, "build", "--jobs", "2", "--lang", "en", *arguments)
    waited_for(lambda: len(outputs(folder)) > 2)
    return process, children(process.pid)


def is_over(process: int) -> bool:
    try:
        return b"\nState:\tZ" in Path(f"/proc/{process}/status").read_bytes()
    except FileNotFoundError:
        return True


def remaining(folder: Path) -> tuple[int, str]:
    """How many plans the next run has to build, and what it says at its end."""
    before = {path: path.stat().st_ino for path in outputs(folder)}
    assert all(is_untouched(path.read_bytes()) for path in before)
    done = subprocess.run(
        [sys.executable, "-m", "cchc", "build", "--lang", "en"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    assert len(outputs(folder)) == PLANS
    return sum(before.get(path) != path.stat().st_ino for path in outputs(folder)), done.stdout.splitlines()[-1]


def test_processes_make_what_one_makes_in_the_same_order(folder: Path) -> None:
    said = []
    for jobs in ("1", "3"):
        process = started(folder, "validate", "--jobs", jobs, "--format", "json")
        out, err = process.communicate(timeout=120)
        assert (process.returncode, err) == (0, b"")
        said.append(out)
    assert said[0] == said[1]
    made = []
    for jobs in ("1", "3"):
        process = started(folder, "build", "--force", "--jobs", jobs, "--format", "json", "--out", f"out{jobs}")
        out, err = process.communicate(timeout=120)
        assert (process.returncode, err) == (0, b"")
        files = {path.name: path.read_bytes() for path in (folder / f"out{jobs}").glob("*.docx")}
        made.append((out.replace(f"out{jobs}/".encode(), b"out/"), files))
    assert made[0] == made[1]
    assert len(made[0][1]) == PLANS


@linux
def test_a_process_that_is_killed_stops_no_other_plan(folder: Path) -> None:
    process, workers = at_work(folder)
    assert len(workers) == 2
    os.kill(workers[0], signal.SIGKILL)
    out, err = process.communicate(timeout=120)
    said = err.decode("utf-8")
    # One that has only begun to start was at no plan yet.
    lost = said.count("was ended from outside (SIGKILL)")
    assert (process.returncode, lost, said.count("W502")) in ((2, 1, 1), (0, 0, 0)), said
    expected = "60 plans: 59 written, 1 not written; 1 error(s)" if lost else "60 plans: 60 written; no error"
    assert expected in out.decode("utf-8")
    assert len(outputs(folder)) in (PLANS - lost, PLANS)
    left, _ = remaining(folder)
    assert left <= 1


@linux
def test_ctrl_c_ends_every_process_and_the_next_run_goes_on(folder: Path) -> None:
    process, workers = at_work(folder)
    for each in (process.pid, *workers):  # as a terminal does
        os.kill(each, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.decode("utf-8") == "\ninterrupted; no file was left half written\n"
    assert all(map(is_over, workers))
    assert {path.suffix for path in (folder / "out").iterdir() if path.name != NAME} == {".docx"}
    done = len(outputs(folder))
    assert done < PLANS
    left, said = remaining(folder)
    assert left <= PLANS - done + 2
    assert said.startswith(f"60 plans: {left} written, {PLANS - left} unchanged; no error; ")


@linux
def test_a_run_that_is_killed_leaves_no_half_file_and_no_process(folder: Path) -> None:
    process, workers = at_work(folder)
    process.kill()
    process.communicate(timeout=60)
    waited_for(lambda: all(map(is_over, workers)))
    done = len(outputs(folder))
    assert done < PLANS
    left, _ = remaining(folder)
    assert left <= PLANS - done + 4


@posix
def test_a_watch_builds_what_is_saved_and_ends_well(tmp_path: Path) -> None:
    write_plan(tmp_path, SMALL.read_bytes())
    process = started(tmp_path, "build", "--watch", "--lang", "en")
    output = tmp_path / "out" / "2025.docx"
    waited_for(output.exists)
    before = output.read_bytes()
    write_plan(tmp_path, SMALL.read_text(encoding="utf-8").replace("Rà soát", "Soát xét"))
    assert process.stdout is not None
    said = ""
    while said.count("written") < 2:
        said += process.stdout.readline().decode("utf-8")
    assert output.read_bytes() != before
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")
    said += out.decode("utf-8")
    assert "waiting for changes; Ctrl-C ends it" in said
    assert f"changed: {Path('plans', '2025.yaml')}\n2025: written " in said
    assert said.endswith("\nno longer watching\n")


@pytest.mark.parametrize(("option", "value"), [("--force", ()), ("--format", ("json",))])
def test_a_watch_forces_nothing_and_speaks_to_people(option: str, value: tuple[str, ...], tmp_path: Path) -> None:
    write_plan(tmp_path, SMALL.read_bytes())
    process = started(tmp_path, "build", "--watch", option, *value)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (2, b"")
    assert "--watch" in err.decode("utf-8")
    assert not (tmp_path / "out").exists()
