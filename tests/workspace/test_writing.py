"""A file is replaced whole or not at all, whatever goes wrong in between."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc.workspace.trouble import WorkspaceError, is_trouble
from cchc.workspace.writing import replace_whole

posix = pytest.mark.skipif(sys.platform == "win32", reason="modes and links of POSIX")


@pytest.fixture
def old(tmp_path: Path) -> Iterator[Path]:
    """An output that exists; in the end nothing else may be in its folder."""
    path = tmp_path / "out" / "2025.docx"
    path.parent.mkdir()
    path.write_bytes(b"old")
    yield path
    assert list(path.parent.iterdir()) == [path]


def code_of(path: Path) -> str:
    with pytest.raises(WorkspaceError) as raised:
        replace_whole(path, b"new")
    assert is_trouble(raised.value.diagnostic)
    return raised.value.diagnostic.code


def test_the_content_is_replaced(old: Path) -> None:
    replace_whole(old, b"new")
    assert old.read_bytes() == b"new"


@posix
def test_the_mode_stays(old: Path) -> None:
    old.chmod(0o640)
    replace_whole(old, b"new")
    assert stat.S_IMODE(old.stat().st_mode) == 0o640


@posix
def test_a_new_file_has_the_mode_that_any_program_would_give(old: Path) -> None:
    (old.parent / "plain").touch()
    expected = stat.S_IMODE((old.parent / "plain").stat().st_mode)
    (old.parent / "plain").unlink()
    old.unlink()
    replace_whole(old, b"new")
    assert stat.S_IMODE(old.stat().st_mode) == expected


@posix
def test_of_a_link_the_target_is_replaced(old: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.docx"
    link.symlink_to(old)
    replace_whole(link, b"new")
    assert link.is_symlink()
    assert old.read_bytes() == b"new"


@posix
def test_a_read_only_file_was_meant_to_stay(old: Path) -> None:
    old.chmod(0o444)
    assert code_of(old) == "W103"
    assert old.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("number", "windows", "code"),
    [
        (errno.EACCES, None, "W103"),
        (errno.EROFS, None, "W103"),
        (errno.ENOSPC, None, "W104"),
        (errno.EINVAL, 112, "W104"),
        (errno.ENAMETOOLONG, None, "W105"),
        (errno.EINVAL, 123, "W101"),
        (errno.EINVAL, 389, "W107"),
        (errno.EIO, None, "W108"),
        (errno.ENOENT, None, "W108"),
    ],
)
@pytest.mark.parametrize("step", ["open", "replace"])
def test_every_refusal_leaves_the_old_file(
    old: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, windows: int | None, code: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise os_error(number, windows)

    with monkeypatch.context() as patch:
        patch.setattr(Path, step, refuse)
        assert code_of(old) == code
    assert old.read_bytes() == b"old"


def os_error(number: int, windows: int | None) -> OSError:
    error = OSError(number, os.strerror(number))
    if windows is not None:
        error.winerror = windows  # type: ignore[attr-defined,unused-ignore]
    return error


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, SystemExit, MemoryError])
@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
def test_an_interruption_leaves_the_old_file(
    old: Path, monkeypatch: pytest.MonkeyPatch, step: str, interruption: type[BaseException]
) -> None:
    def interrupt(*_: object) -> None:
        raise interruption

    with monkeypatch.context() as patch:
        patch.setattr(step, interrupt)
        with pytest.raises(interruption):
            replace_whole(old, b"new")
    assert old.read_bytes() == b"old"


def test_windows_is_asked_again_while_a_scanner_holds_the_file(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace, pauses = Path.replace, list[float]()

    def held_twice(self: Path, target: Path) -> Path:
        if len(pauses) < 2:
            raise os_error(errno.EACCES, 32)
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr("time.sleep", pauses.append)
        patch.setattr(Path, "replace", held_twice)
        replace_whole(old, b"new")
    assert old.read_bytes() == b"new"
    assert len(pauses) == 2


def test_windows_is_not_asked_for_ever(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pauses = list[float]()

    def held(*_: object) -> None:
        raise os_error(errno.EACCES, 32)

    with monkeypatch.context() as patch:
        patch.setattr("time.sleep", pauses.append)
        patch.setattr(Path, "replace", held)
        assert code_of(old) == "W107"
    assert 1 < sum(pauses) < 3
    assert old.read_bytes() == b"old"


def test_a_path_that_windows_finds_too_long(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def not_found(*_: object) -> None:
        raise os_error(errno.ENOENT, 3)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", not_found)
        assert code_of(old.with_name("x" * 240 + ".docx")) == "W105"
        assert code_of(old.with_name("x.docx")) == "W108"


def test_what_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "2025.docx").mkdir()
    assert code_of(tmp_path / "2025.docx") == "W106"
    assert code_of(tmp_path / "file" / "2025.docx") == "W106"
    assert code_of(tmp_path / ("x" * 300)) == "W105"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["2025.docx", "file"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_no_device_or_pipe_is_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    (tmp_path / "link").symlink_to(pipe)
    assert code_of(pipe) == "W106"
    assert code_of(tmp_path / "link") == "W106"
    assert pipe.is_fifo()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link", "pipe"]
