"""The cache of compiled templates: one folder for each state, and none that somebody else could write into."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from cchc.workspace.cache import cache_base, cache_folder

posix = pytest.mark.skipif(sys.platform == "win32", reason="owners and modes of POSIX")
HOME = Path.home()


def folder_in(base: Path, digest: str = "d" * 64, version: str = "1.0") -> Path | None:
    return cache_folder(version, digest, environ={"XDG_CACHE_HOME": str(base)}, platform="linux", home=base)


def test_where_each_platform_keeps_it() -> None:
    xdg = {"XDG_CACHE_HOME": str(HOME / "x"), "LOCALAPPDATA": str(HOME / "local")}
    assert cache_base(xdg, "linux", HOME) == HOME / "x"
    assert cache_base({}, "linux", HOME) == HOME / ".cache"
    assert cache_base({"XDG_CACHE_HOME": "relative"}, "linux", HOME) == HOME / ".cache"
    assert cache_base(xdg, "darwin", HOME) == HOME / "Library" / "Caches"
    assert cache_base(xdg, "win32", HOME) == HOME / "local"
    assert cache_base({}, "win32", HOME) == HOME / "AppData" / "Local"


def test_each_state_and_version_has_its_own(tmp_path: Path) -> None:
    first = folder_in(tmp_path)
    assert first is not None
    assert first.is_dir()
    assert first == folder_in(tmp_path)
    assert len({first, folder_in(tmp_path, "e" * 64), folder_in(tmp_path, version="1.1")}) == 3
    assert sys.implementation.cache_tag in first.name


@posix
def test_only_the_user_may_write_there(tmp_path: Path) -> None:
    folder = folder_in(tmp_path)
    assert folder is not None
    for shared in (folder, folder.parent):
        shared.chmod(0o777)
        assert folder_in(tmp_path) is None
        shared.chmod(0o755)
        assert folder_in(tmp_path) == folder


@posix
def test_a_folder_of_somebody_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert folder_in(tmp_path) is not None
    monkeypatch.setattr("os.getuid", lambda: tmp_path.stat().st_uid + 1)
    assert folder_in(tmp_path) is None


@posix
def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "cchc").symlink_to(tmp_path / "elsewhere")
    assert folder_in(tmp_path) is None


def test_where_nothing_can_be_made_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "cchc").write_bytes(b"")
    assert folder_in(tmp_path) is None
    assert folder_in(tmp_path / "cchc") is None


def test_old_states_are_forgotten(tmp_path: Path) -> None:
    for number in range(12):
        folder = folder_in(tmp_path, f"{number:064}"[::-1])
        assert folder is not None
        (folder / "template").write_bytes(b"x")
        os.utime(folder, (number, number))
    left = {path.name.rpartition("-")[2] for path in (tmp_path / "cchc").iterdir()}
    assert len(left) == 8
    assert f"{11:064}"[::-1][:16] in left
    assert f"{0:064}"[::-1][:16] not in left
