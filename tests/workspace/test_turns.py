"""One at a time in a folder, between threads as between processes, and nobody is locked out by a crash."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
import time
from pathlib import Path
from typing import IO

import pytest

from cchc.workspace import turns
from cchc.workspace.trouble import WorkspaceError, is_trouble
from cchc.workspace.turns import LOCK_NAME, turn


def test_nothing_stays_behind(tmp_path: Path) -> None:
    with turn(tmp_path):
        pass
    with pytest.raises(KeyError), turn(tmp_path):
        raise KeyError
    assert list(tmp_path.iterdir()) == []


def test_who_waits_too_long_is_told(tmp_path: Path) -> None:
    with turn(tmp_path), pytest.raises(WorkspaceError) as raised, turn(tmp_path, patience=0.05):
        pass
    assert raised.value.diagnostic.code == "W102"
    assert is_trouble(raised.value.diagnostic)
    assert list(tmp_path.iterdir()) == []


def test_a_lock_file_left_by_a_crash_holds_nobody_up(tmp_path: Path) -> None:
    (tmp_path / LOCK_NAME).write_bytes(b"")
    with turn(tmp_path, patience=0):
        pass
    assert list(tmp_path.iterdir()) == []


def test_threads_take_turns(tmp_path: Path) -> None:
    inside = 0
    most = 0

    def work() -> None:
        nonlocal inside, most
        for _ in range(5):
            with turn(tmp_path):
                inside += 1
                most = max(most, inside)
                time.sleep(0.001)
                inside -= 1

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 1
    assert list(tmp_path.iterdir()) == []


def _die_in_the_turn(folder: Path) -> None:
    with turn(folder):
        os._exit(3)


def test_a_process_that_dies_gives_its_turn_up(tmp_path: Path) -> None:
    process = multiprocessing.get_context("spawn").Process(target=_die_in_the_turn, args=(tmp_path,))
    process.start()
    process.join(30)
    assert process.exitcode == 3
    assert (tmp_path / LOCK_NAME).exists()
    with turn(tmp_path, patience=0):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="Windows deletes no file that is open")
def test_a_lock_on_a_deleted_file_is_no_turn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last turn deletes its file between the open and the lock of the next."""
    lock, tries = tmp_path / LOCK_NAME, []
    try_lock = turns._try_lock

    def after_the_last_turn(file: IO[bytes]) -> bool:
        tries.append(file)
        if len(tries) == 1:
            lock.unlink()
        return try_lock(file)

    monkeypatch.setattr(turns, "_try_lock", after_the_last_turn)
    with turn(tmp_path):
        assert lock.exists()
    assert len(tries) == 2
