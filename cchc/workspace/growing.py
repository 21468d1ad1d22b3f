"""Outputs that grow piece by piece, beside their places, and take these together once all of them are whole."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, NamedTuple

from cchc.workspace.publishing import Published, keep_aside, refuse_if_open
from cchc.workspace.turns import turn
from cchc.workspace.writing import beside, move, replace_whole, take_mode, writing

RECORD = ".cchc-export.json"
"""The file in the folder of the outputs that knows them again: name → SHA-256 of what we wrote, the newest first.

Most formats have no place for a seal inside. A name that it does not know, or knows otherwise, was written by others.
"""
_KEPT = 2
"""With the one before it known too, a run that is killed between two files leaves none that looks edited."""


class _Grown(NamedTuple):
    """An output: where it is to be, where it grows."""

    target: Path
    fresh: Path
    file: BinaryIO


class _Change(NamedTuple):
    """What is to be done with an output: its digest, whether that is there already, whether what is there was edited.

    ``before`` is the digest of what is there and is ours.
    """

    grown: _Grown
    digest: str
    unchanged: bool
    edited: bool
    before: str | None


class Growing:
    """The outputs of one run in ``folder``, made with ``growing``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._grown: dict[str, _Grown] = {}

    def open(self, name: str) -> BinaryIO:
        """A file for the bytes of the output ``name``; nobody else may close it. Raises WorkspaceError."""
        with writing(self.folder / name):
            self.folder.mkdir(parents=True, exist_ok=True)
            target = Path(os.path.realpath(self.folder / name))
            fresh = beside(target)
            file = fresh.open("xb")
        self._grown[name] = _Grown(target, fresh, file)
        return file

    def drop(self, name: str) -> None:
        """Forget the output ``name``: what is in its place stays."""
        _discard(self._grown.pop(name))

    def drop_all(self) -> None:
        """Forget every output that has not taken its place."""
        for name in tuple(self._grown):
            self.drop(name)

    def publish(self, *, force: bool = False) -> tuple[Published, ...]:
        """Give every output its place, in the order in which they were opened.

        What is there and is the same stays untouched; what is there and is not ours is kept beside it under another
        name, unless ``force``. Raises WorkspaceError: one is open elsewhere, or the disk refuses. All that can be known
        to fail is tried before the first takes its place.
        """
        with writing(self.folder), turn(self.folder):
            record = _read(self.folder / RECORD)
            changes = {name: _change(grown, record.get(name, ()), force=force) for name, grown in self._grown.items()}
            known = {
                name: tuple(dict.fromkeys(filter(None, (change.digest, change.before))))
                for name, change in changes.items()
            }
            if known:
                _write(self.folder / RECORD, {**record, **known})
            return tuple(self._put(name, change) for name, change in changes.items())

    def _put(self, name: str, change: _Change) -> Published:
        path, grown = self.folder / name, self._grown.pop(name)
        with writing(path):
            if change.unchanged:
                _discard(grown)
                return Published(path, unchanged=True)
            aside = keep_aside(grown.target) if change.edited else None
            try:
                move(grown.fresh, grown.target)
            except BaseException:
                _discard(grown)
                if aside:
                    move(aside, grown.target)
                raise
            return Published(path, kept_aside=aside)


@contextlib.contextmanager
def growing(folder: Path) -> Iterator[Growing]:
    """Outputs for ``folder``; what has not taken its place in the end is gone."""
    outputs = Growing(folder)
    try:
        yield outputs
    finally:
        outputs.drop_all()


@contextlib.contextmanager
def scratch_folder() -> Iterator[Path]:
    """An empty folder for what a run writes and reads again, gone afterwards. Raises WorkspaceError."""
    with writing(Path(tempfile.gettempdir())):
        # A library may still have a file of it open, which Windows does not delete.
        folder = tempfile.TemporaryDirectory(prefix="cchc-", ignore_cleanup_errors=True)
    with folder as name:
        yield Path(name)


def _change(grown: _Grown, ours: tuple[str, ...], *, force: bool) -> _Change:
    """What is to be done with ``grown``. Raises OSError and WorkspaceError where it cannot be."""
    with writing(grown.target):
        if not grown.file.closed:
            grown.file.flush()
            os.fsync(grown.file.fileno())
            grown.file.close()
        digest = _digest(grown.fresh)
        take_mode(grown.fresh, grown.target)
        existing = _digest(grown.target) if grown.target.exists() else None
    if existing != digest:
        refuse_if_open(grown.target)
    is_ours = existing in ours
    edited = existing is not None and not is_ours and not force
    return _Change(grown, digest, existing == digest, edited, existing if is_ours else None)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _discard(grown: _Grown) -> None:
    """What went wrong before says more than a temporary file that stays."""
    with contextlib.suppress(OSError):
        grown.file.close()
    with contextlib.suppress(OSError):
        grown.fresh.unlink(missing_ok=True)


def _read(path: Path) -> Mapping[str, tuple[str, ...]]:
    """What is known of the outputs; nothing where there is no record, or one that is none of ours."""
    if not path.is_file():
        return {}
    try:
        files = json.loads(path.read_text(encoding="utf-8"))["files"]
        return {str(name): tuple(map(str, digests))[:_KEPT] for name, digests in files.items()}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def _write(path: Path, files: Mapping[str, tuple[str, ...]]) -> None:
    content = {"version": 1, "files": {name: list(digests) for name, digests in sorted(files.items())}}
    data = f"{json.dumps(content, ensure_ascii=False, indent=1)}\n".encode()
    if not path.is_file() or path.read_bytes() != data:
        replace_whole(path, data)
