"""Turns between processes: who writes into a folder, when two builds run at once.

A lock of the operating system on a file in that folder: it ends with the process that holds it, however that ends, so
none is ever stale.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from cchc.diagnostics import Rule, Severity, Wording
from cchc.workspace.trouble import WorkspaceError, shown
from cchc.workspace.writing import insist

LOCK_NAME = ".cchc.lock"

TAKEN = Rule(
    code="W102",
    name="folder-in-use",
    severity=Severity.ERROR,
    message=Wording(
        "một lệnh cchc khác đang ghi vào {folder} đã quá {seconds} giây",
        "another cchc has been writing into {folder} for more than {seconds} seconds",
    ),
    hint=Wording("chờ lệnh kia kết thúc rồi chạy lại", "wait until it ends, then run again"),
    reason=Wording(
        "hai lần chạy ghi vào một thư mục cùng lúc sẽ trộn kết quả của nhau",
        "two runs that write into one folder at a time would mix their results",
    ),
)

_PAUSE = 0.02

if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: IO[bytes]) -> bool:
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _release(file: IO[bytes], path: Path) -> None:
        """Windows deletes no file that is open: after the close, and not while the next one holds it."""
        file.close()
        with contextlib.suppress(OSError):
            path.unlink()

else:
    import errno
    import fcntl

    _NO_LOCKS_HERE = (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS)

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            # a network folder without locks: replacing stays whole, two builds at once are then on their own
            if error.errno not in _NO_LOCKS_HERE:
                raise
        return True

    def _release(file: IO[bytes], path: Path) -> None:
        """Deleted while still held, so that nobody deletes the file of the next turn."""
        with file, contextlib.suppress(OSError):
            path.unlink()


@contextlib.contextmanager
def turn(folder: Path, *, patience: float = 30.0) -> Iterator[None]:
    """Nobody else has the turn in ``folder`` meanwhile, no other thread and no other process.

    Waits up to ``patience`` seconds. Raises WorkspaceError after that, OSError where ``folder`` cannot be written.
    """
    path = folder / LOCK_NAME
    deadline = time.monotonic() + patience
    while (file := _taken(path)) is None:
        if time.monotonic() >= deadline:
            raise WorkspaceError(TAKEN.at(None, folder=shown(folder), seconds=round(patience)))
        time.sleep(_PAUSE)
    try:
        yield
    finally:
        _release(file, path)


def _taken(path: Path) -> IO[bytes] | None:
    """The lock file, open and ours; None while another has it."""
    file = insist(lambda: path.open("ab"))
    try:
        if _try_lock(file) and _is_at(file, path):
            return file
    except BaseException:
        file.close()
        raise
    file.close()
    return None


def _is_at(file: IO[bytes], path: Path) -> bool:
    """Whether ``file`` is still the one at ``path``: the last turn may have deleted it between our open and lock."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False
