"""A file of lines that only grows: what one run leaves for the next, with nothing lost when it is cut off.

Each line bears a digest of its own, so one that was written by half, damaged or made by somebody else counts as not
there. What is in it only saves time: where it cannot be read or written, nothing is said.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from cchc.workspace.trouble import WorkspaceError
from cchc.workspace.writing import replace_whole

_SEAL = 16
_FORMAT = b"cchc 1 "


class Journal:
    """The lines of the file at ``path``; no line holds a line end. Two runs may append at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def lines(self) -> Iterator[str]:
        """The whole and undamaged lines, oldest first."""
        try:
            data = self._path.read_bytes()
        except OSError:
            return
        for sealed in data.split(b"\n"):
            seal, text = sealed[:_SEAL], sealed[_SEAL + 1 :]
            if seal == _seal(text):
                yield text.decode("utf-8")

    def append(self, line: str) -> None:
        """Add ``line`` at the end, in one step."""
        with contextlib.suppress(OSError):
            # A line that was cut off must not swallow this one.
            end = b"" if _ends_whole(self._path) else b"\n"
            with self._path.open("ab", buffering=0) as file:
                file.write(end + _sealed(line))

    def rewrite(self, lines: Iterable[str]) -> None:
        """Leave ``lines`` and no others."""
        with contextlib.suppress(WorkspaceError):
            replace_whole(self._path, b"".join(map(_sealed, lines)))


def _ends_whole(path: Path) -> bool:
    with contextlib.suppress(OSError), path.open("rb") as file:
        file.seek(-1, 2)
        return file.read(1) == b"\n"
    return True


def _sealed(line: str) -> bytes:
    text = line.encode("utf-8")
    return _seal(text) + b" " + text + b"\n"


def _seal(text: bytes) -> bytes:
    return sha256(_FORMAT + text).hexdigest()[:_SEAL].encode("ascii")
