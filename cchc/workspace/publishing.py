"""Outputs put in their place: never over work done in Word, never while open, two builds at once not mixed."""

import contextlib
import errno
import os
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import NamedTuple

from cchc.diagnostics import Rule, Severity, Wording
from cchc.workspace.locks import open_elsewhere
from cchc.workspace.trouble import WorkspaceError, shown
from cchc.workspace.turns import turn
from cchc.workspace.writing import TEMPORARY, move, writing, written_beside

OPEN = Rule(
    code="W109",
    name="output-open",
    severity=Severity.ERROR,
    message=Wording("{path} đang mở trong {program}{user_vi}", "{path} is open in {program}{user_en}"),
    hint=Wording(
        "đóng tệp rồi chạy lại; nếu không ai mở, xóa tệp khóa {lock}",
        "close it and run again; if nobody has it open, delete the lock {lock}",
    ),
    reason=Wording(
        "người đang mở tệp trong Word hoặc Excel sẽ lưu đè lên bản mới",
        "who has the file open in Word or Excel would save over the new one",
    ),
)


_WRITING = 600
"""Seconds after which a file that is half written is nobody's any more."""


class Published(NamedTuple):
    """What became of an output: where it is, where the edited one that it replaced is kept, whether nothing changed."""

    path: Path
    kept_aside: Path | None = None
    unchanged: bool = False


def publish(path: Path, data: bytes, *, ours: Callable[[bytes], bool], force: bool = False) -> Published:
    """Make ``data`` the content of the output ``path``, making its folder where it has none.

    What is there and is the same stays untouched. What is there and is not ``ours``, told by its bytes, is kept beside
    it under another name, unless ``force``. ``ours`` raises nothing. Raises WorkspaceError, the previous output then
    being as it was: it is open in Word or LibreOffice, or the disk refuses.
    """
    target = Path(os.path.realpath(path))
    with writing(path):
        target.parent.mkdir(parents=True, exist_ok=True)
        with turn(target.parent):
            existing = _content(target)
            if existing == data:
                return Published(path, unchanged=True)
            refuse_if_open(target)
            edited = existing is not None and not force and not ours(existing)
            return Published(path, kept_aside=_put(target, data, edited=edited))


def sweep(folder: Path) -> None:
    """Remove what runs that were killed have left half written in ``folder``; nobody writes for so long."""
    with contextlib.suppress(OSError):
        for path in folder.glob(TEMPORARY):
            if time.time() - path.stat().st_mtime > _WRITING:
                path.unlink()


def keep_aside(path: Path) -> Path:
    """Rename ``2025.docx`` to the first free of ``2025 (sửa tay).docx``, ``2025 (sửa tay 2).docx`` … and give its path.

    The name is taken before it is used, so nothing is ever overwritten. Raises OSError.
    """
    for number in count(1):
        mark = "sửa tay" if number == 1 else f"sửa tay {number}"
        aside = path.with_name(f"{path.stem} ({mark}){path.suffix}")
        try:
            aside.open("xb").close()
        except FileExistsError:
            continue
        try:
            move(path, aside)
        except BaseException:
            _undo(path, aside)
            raise
        return aside
    raise AssertionError("unreachable: there is always a further number")


def _undo(path: Path, aside: Path) -> None:
    """Take back a rename that was cut off, wherever it was: only an empty ``aside`` is surely just the taken name."""
    with contextlib.suppress(OSError):
        if not path.exists():
            move(aside, path)
        elif aside.stat().st_size == 0:
            aside.unlink()


def _put(target: Path, data: bytes, *, edited: bool) -> Path | None:
    """Everything that can fail is done before the old file moves; should the last step fail, it moves back."""
    with written_beside(target, data) as fresh:
        aside = keep_aside(target) if edited else None
        try:
            move(fresh, target)
        except BaseException:
            if aside:
                move(aside, target)
            raise
        return aside


def _content(path: Path) -> bytes | None:
    """What is at ``path``; None where nothing is."""
    if path.is_dir():  # Windows calls reading a folder a matter of permission
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    return path.read_bytes() if path.exists() else None


def refuse_if_open(path: Path) -> None:
    """Raise WorkspaceError where Word or LibreOffice has ``path`` open."""
    holder = open_elsewhere(path)
    if holder is None:
        return
    by_vi, by_en = (f" ({holder.user})", f" ({holder.user})") if holder.user else ("", "")
    raise WorkspaceError(
        OPEN.at(None, path=shown(path), program=holder.program, user_vi=by_vi, user_en=by_en, lock=holder.lock.name)
    )
