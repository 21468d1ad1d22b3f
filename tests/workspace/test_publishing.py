"""An output never replaces work done in Word, nor a file that is open; of two builds at once one stands there whole."""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
import unicodedata
from pathlib import Path

import pytest

from cchc.workspace.publishing import Published, keep_aside, publish, sweep
from cchc.workspace.trouble import WorkspaceError, is_trouble


def ours(data: bytes) -> bool:
    """In these tests a file of the program's own begins with ``=``."""
    return data.startswith(b"=")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_first_output_makes_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "out" / "a" / "2025.docx"
    assert publish(path, b"=1", ours=ours) == Published(path)
    assert contents(path.parent) == {"2025.docx": b"=1"}


def test_an_output_of_ours_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "2025.docx"
    path.write_bytes(b"=1")
    assert publish(path, b"=2", ours=ours) == Published(path)
    assert contents(tmp_path) == {"2025.docx": b"=2"}


def test_the_same_bytes_leave_the_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "2025.docx"
    path.write_bytes(b"=1")
    os.utime(path, (1, 1))
    (tmp_path / "~$2025.docx").write_bytes(b"")
    assert publish(path, b"=1", ours=ours) == Published(path, unchanged=True)
    assert path.stat().st_mtime == 1


def test_work_done_in_word_is_kept_beside(tmp_path: Path) -> None:
    path = tmp_path / "2025.docx"
    path.write_bytes(b"by hand")
    os.utime(path, (1, 1))
    kept = tmp_path / "2025 (sửa tay).docx"
    assert publish(path, b"=1", ours=ours) == Published(path, kept_aside=kept)
    assert kept.stat().st_mtime == 1
    path.write_bytes(b"by hand again")
    assert publish(path, b"=1", ours=ours) == Published(path, kept_aside=tmp_path / "2025 (sửa tay 2).docx")
    assert contents(tmp_path) == {
        "2025.docx": b"=1",
        "2025 (sửa tay).docx": b"by hand",
        "2025 (sửa tay 2).docx": b"by hand again",
    }
    assert all(unicodedata.is_normalized("NFC", name) for name in contents(tmp_path))


def test_force_replaces_it(tmp_path: Path) -> None:
    path = tmp_path / "2025.du-thao.docx"
    path.write_bytes(b"by hand")
    assert publish(path, b"=1", ours=ours, force=True) == Published(path)
    assert contents(tmp_path) == {"2025.du-thao.docx": b"=1"}


def test_a_draft_keeps_its_own_name_aside(tmp_path: Path) -> None:
    path = tmp_path / "2025.du-thao.docx"
    path.write_bytes(b"by hand")
    assert publish(path, b"=1", ours=ours).kept_aside == tmp_path / "2025.du-thao (sửa tay).docx"


@pytest.mark.parametrize(("lock", "program"), [("~$2025.docx", "Word"), (".~lock.2025.docx#", "LibreOffice (Hằng)")])
@pytest.mark.parametrize("force", [False, True])
def test_an_open_output_is_left_alone(tmp_path: Path, lock: str, program: str, force: bool) -> None:
    path = tmp_path / "2025.docx"
    path.write_bytes(b"=1")
    (tmp_path / lock).write_text("Hằng,,,;", encoding="utf-8")
    before = contents(tmp_path)
    with pytest.raises(WorkspaceError) as raised:
        publish(path, b"=2", ours=ours, force=force)
    diagnostic = raised.value.diagnostic
    assert is_trouble(diagnostic)
    assert f"đang mở trong {program}" in diagnostic.message.vi
    assert diagnostic.hint is not None
    assert lock in diagnostic.hint.vi
    assert contents(tmp_path) == before


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_of_a_link_the_target_is_looked_at_and_replaced(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "out").mkdir()
    target, link = tmp_path / "shared" / "2025.docx", tmp_path / "out" / "2025.docx"
    target.write_bytes(b"by hand")
    link.symlink_to(target)
    assert publish(link, b"=1", ours=ours) == Published(link, tmp_path / "shared" / "2025 (sửa tay).docx")
    assert link.is_symlink()
    assert contents(tmp_path / "shared") == {"2025.docx": b"=1", "2025 (sửa tay).docx": b"by hand"}
    (tmp_path / "shared" / "~$2025.docx").write_bytes(b"")
    with pytest.raises(WorkspaceError):
        publish(link, b"=2", ours=ours)


@pytest.mark.parametrize("failure", [PermissionError(13, "no"), OSError(28, "full"), KeyboardInterrupt()])
@pytest.mark.parametrize("at_step", [1, 2])
def test_a_failure_at_any_step_leaves_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: BaseException, at_step: int
) -> None:
    path = tmp_path / "2025.docx"
    path.write_bytes(b"by hand")
    replace, steps = Path.replace, []

    def fail_once(self: Path, target: Path) -> Path:
        steps.append(target)
        if len(steps) == at_step:
            raise failure
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fail_once)
        with pytest.raises((WorkspaceError, KeyboardInterrupt)):
            publish(path, b"=1", ours=ours)
    assert contents(tmp_path) == {"2025.docx": b"by hand"}


def test_an_interruption_right_after_the_rename_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "2025.docx"
    path.write_bytes(b"by hand")
    replace, steps = Path.replace, []

    def renamed_then_interrupted(self: Path, target: Path) -> Path:
        steps.append(target)
        result = replace(self, target)
        if len(steps) == 1:
            raise KeyboardInterrupt
        return result

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", renamed_then_interrupted)
        with pytest.raises(KeyboardInterrupt):
            keep_aside(path)
    assert contents(tmp_path) == {"2025.docx": b"by hand"}


def test_a_folder_that_takes_no_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "2025.docx"
    path.write_bytes(b"=1")

    def refuse(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        patch.setattr(Path, "read_bytes", lambda _: b"=1")
        with pytest.raises(WorkspaceError) as raised:
            publish(path, b"=2", ours=ours)
    assert raised.value.diagnostic.code == "W103"
    assert "2025.docx" in raised.value.diagnostic.message.vi
    assert contents(tmp_path) == {"2025.docx": b"=1"}


def test_a_folder_or_a_file_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "2025.docx").mkdir()
    (tmp_path / "file").write_bytes(b"")
    for path in (tmp_path / "2025.docx", tmp_path / "file" / "2025.docx"):
        with pytest.raises(WorkspaceError) as raised:
            publish(path, b"=1", ours=ours)
        assert raised.value.diagnostic.code == "W106"


def _publish_often(path: Path, name: bytes, ready: Path) -> None:
    ready.touch()
    while len(list(ready.parent.iterdir())) < 2:
        time.sleep(0.001)
    for number in range(15):
        publish(path, b"=%s%d" % (name, number) * 20_000, ours=ours)


def test_two_builds_at_once_are_not_mixed(tmp_path: Path) -> None:
    """Nothing of ours is ever taken for work done by hand, and one of the last two stands there, whole."""
    (tmp_path / "ready").mkdir()
    (tmp_path / "out").mkdir()
    path = tmp_path / "out" / "2025.docx"
    path.write_bytes(b"by hand")
    context = multiprocessing.get_context("spawn")
    builds = [
        context.Process(target=_publish_often, args=(path, name, tmp_path / "ready" / name.decode()))
        for name in (b"a", b"b")
    ]
    for build in builds:
        build.start()
    for build in builds:
        build.join(60)
    assert [build.exitcode for build in builds] == [0, 0]
    assert contents(path.parent)["2025 (sửa tay).docx"] == b"by hand"
    assert sorted(contents(path.parent)) == ["2025 (sửa tay).docx", "2025.docx"]
    assert path.read_bytes() in (b"=a14" * 20_000, b"=b14" * 20_000)


def test_what_a_killed_run_left_half_written_is_swept_away(tmp_path: Path) -> None:
    old, new, other = (tmp_path / name for name in (".cchc-0a.tmp", ".cchc-0b.tmp", ".cchc-built"))
    for path in (old, new, other):
        path.write_bytes(b"half")
    for path in (old, other):
        os.utime(path, (0, 0))
    sweep(tmp_path)
    assert contents(tmp_path).keys() == {new.name, other.name}
    sweep(tmp_path / "gone")
