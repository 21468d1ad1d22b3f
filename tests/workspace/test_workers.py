"""Processes at work: every task has its answer, a process that dies takes one task along, and none outlives the run."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cchc.workspace.workers import Died, cores, spread

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


def work() -> Callable[[str], tuple[str, int]]:
    """What the processes of these tests do with a word."""
    return answer


def answer(word: str) -> tuple[str, int]:
    """``word`` and the process that it came to; some words end that."""
    if word == "exit":
        os._exit(3)
    if word == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if word.startswith("note "):
        Path(word[5:]).write_text(str(os.getpid()), encoding="utf-8")
        try:
            time.sleep(60)
        finally:
            Path(word[5:]).unlink()
    return word, os.getpid()


def broken() -> Callable[[str], tuple[str, int]]:
    raise RuntimeError


def runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_every_task_has_its_answer_from_another_process() -> None:
    words = [str(number) for number in range(20)]
    answers = dict(spread(work, words, 2))
    assert sorted(answers) == list(range(20))
    processes = set()
    for place, result in answers.items():
        assert not isinstance(result, Died)
        assert result[0] == words[place]
        processes.add(result[1])
    assert os.getpid() not in processes
    assert 1 <= len(processes) <= 2
    assert not any(map(runs, processes))


@posix
def test_a_process_that_dies_takes_one_task_along() -> None:
    words = ["a", "exit", "b", "kill", "kill", "c", "d"]
    answers = dict(spread(work, words, 2))
    assert sorted(answers) == list(range(7))
    dead = {place: result for place, result in answers.items() if isinstance(result, Died)}
    assert [(place, result.how) for place, result in sorted(dead.items())] == [
        (1, "exit 3"),
        (3, "SIGKILL"),
        (4, "SIGKILL"),
    ]


def test_where_processes_cannot_start_nothing_comes() -> None:
    assert list(spread(broken, ["a", "b"], 2)) == []


def test_whoever_stops_early_leaves_no_process_behind() -> None:
    results = spread(work, [str(number) for number in range(100)], 2)
    _, first = next(results)
    results.close()
    assert not isinstance(first, Died)
    assert not runs(first[1])


@posix
def test_what_takes_long_is_ended_as_by_an_interruption(tmp_path: Path) -> None:
    results = spread(work, ["a", f"note {tmp_path / 'noted'}"], 1)
    next(results)
    deadline = time.monotonic() + 30
    while not (tmp_path / "noted").exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    begun = time.monotonic()
    results.close()
    assert time.monotonic() - begun < 30
    # It tidied up after itself: no signal that leaves no time for that was needed.
    assert not (tmp_path / "noted").exists()


def test_there_is_a_core() -> None:
    assert cores() >= 1
