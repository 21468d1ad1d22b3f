"""Outputs that grow beside their places take these together, and nothing that others wrote is lost."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from cchc.workspace.growing import RECORD, growing, scratch_folder
from cchc.workspace.publishing import Published
from cchc.workspace.trouble import WorkspaceError

posix = pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions")


def put(folder: Path, force: bool = False, **files: bytes) -> tuple[Published, ...]:
    """Have the files ``a`` or ``b`` written into ``folder`` in one run."""
    with growing(folder) as outputs:
        for name, data in files.items():
            outputs.open(f"{name}.csv").write(data)
        return outputs.publish(force=force)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != RECORD}


def test_nothing_stands_in_its_place_before_all_is_written(tmp_path: Path) -> None:
    out = tmp_path / "x" / "out"
    with growing(out) as outputs:
        outputs.open("a.csv").write(b"1")
        outputs.open("b.csv").write(b"2")
        assert not (out / "a.csv").exists()
        published = outputs.publish()
    assert published == (Published(out / "a.csv"), Published(out / "b.csv"))
    assert contents(out) == {"a.csv": b"1", "b.csv": b"2"}


def test_what_is_not_given_its_place_leaves_everything_as_it_was(tmp_path: Path) -> None:
    put(tmp_path, a=b"1")
    with growing(tmp_path) as outputs:
        outputs.open("a.csv").write(b"2")
    assert contents(tmp_path) == {"a.csv": b"1"}


def test_a_run_that_is_killed_before_it_gives_places_leaves_the_files_that_were(tmp_path: Path) -> None:
    put(tmp_path, a=b"1")
    killed = growing(tmp_path)
    killed.__enter__().open("a.csv").write(b"2")  # and never more
    assert (tmp_path / "a.csv").read_bytes() == b"1"
    assert put(tmp_path, a=b"3")[0].kept_aside is None
    killed.__exit__(None, None, None)


def test_an_output_of_ours_is_replaced_and_the_same_is_left_alone(tmp_path: Path) -> None:
    put(tmp_path, a=b"1", b=b"1")
    os.utime(tmp_path / "a.csv", (1, 1))
    first, second = put(tmp_path, a=b"1", b=b"2")
    assert (first, second) == (Published(tmp_path / "a.csv", unchanged=True), Published(tmp_path / "b.csv"))
    assert (tmp_path / "a.csv").stat().st_mtime == 1
    assert contents(tmp_path) == {"a.csv": b"1", "b.csv": b"2"}


def test_an_edited_output_is_kept_beside_unless_forced(tmp_path: Path) -> None:
    put(tmp_path, a=b"1")
    (tmp_path / "a.csv").write_bytes(b"by hand")
    [kept] = put(tmp_path, a=b"2")
    assert kept.kept_aside == tmp_path / "a (sửa tay).csv"
    assert contents(tmp_path) == {"a.csv": b"2", "a (sửa tay).csv": b"by hand"}
    (tmp_path / "a.csv").write_bytes(b"by hand again")
    [forced] = put(tmp_path, force=True, a=b"3")
    assert forced.kept_aside is None
    assert contents(tmp_path) == {"a.csv": b"3", "a (sửa tay).csv": b"by hand"}


def test_a_file_that_we_never_wrote_is_kept_and_so_is_one_without_our_record(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"somebody's")
    assert put(tmp_path, a=b"1")[0].kept_aside is not None
    for broken in (b"", b"[]", b"{}", b'{"files": 1}', b"\xff", b"[" * 100_000):
        (tmp_path / RECORD).write_bytes(broken)
        before = (tmp_path / "a.csv").read_bytes()
        [published] = put(tmp_path, a=before + b"+")
        assert published.kept_aside is not None
        assert published.kept_aside.read_bytes() == before


def test_a_run_that_is_killed_between_two_files_leaves_none_that_looks_edited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, a=b"1", b=b"1")
    moved: list[Path] = []

    def move_once(source: Path, target: Path) -> None:
        if moved:
            raise KeyboardInterrupt
        moved.append(target)
        source.replace(target)

    with monkeypatch.context() as patched:
        patched.setattr("cchc.workspace.growing.move", move_once)
        with pytest.raises(KeyboardInterrupt):
            put(tmp_path, a=b"2", b=b"2")
    assert contents(tmp_path) == {"a.csv": b"2", "b.csv": b"1"}
    assert [each.kept_aside for each in put(tmp_path, a=b"3", b=b"3")] == [None, None]
    assert contents(tmp_path) == {"a.csv": b"3", "b.csv": b"3"}


def test_one_that_is_open_elsewhere_keeps_all_from_changing(tmp_path: Path) -> None:
    put(tmp_path, a=b"1", b=b"1")
    (tmp_path / ".~lock.b.csv#").write_bytes(b"")
    with pytest.raises(WorkspaceError) as refused:
        put(tmp_path, a=b"2", b=b"2")
    assert refused.value.diagnostic.code == "W109"
    assert {name: data for name, data in contents(tmp_path).items() if "lock" not in name} == {
        "a.csv": b"1",
        "b.csv": b"1",
    }


def test_excel_is_known_by_the_file_that_it_lays_beside_a_workbook(tmp_path: Path) -> None:
    with growing(tmp_path) as outputs:
        outputs.open("tong-hop.xlsx").write(b"1")
        (tmp_path / "~$tong-hop.xlsx").write_bytes(b"\x05Huong")
        with pytest.raises(WorkspaceError) as refused:
            outputs.publish()
    assert refused.value.diagnostic.code == "W109"
    assert "Excel" in refused.value.diagnostic.message.en


def test_a_folder_in_the_way_and_a_file_for_a_folder_are_said(tmp_path: Path) -> None:
    (tmp_path / "out" / "b.csv").mkdir(parents=True)
    with pytest.raises(WorkspaceError) as refused:
        put(tmp_path / "out", a=b"1", b=b"1")
    assert refused.value.diagnostic.code == "W106"
    assert contents_of_files(tmp_path / "out") == []
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(WorkspaceError) as refused:
        put(tmp_path / "file", a=b"1")
    assert refused.value.diagnostic.code == "W106"


def contents_of_files(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.is_file()]


@posix
def test_a_read_only_output_stays(tmp_path: Path) -> None:
    put(tmp_path, a=b"1")
    (tmp_path / "a.csv").chmod(0o444)
    with pytest.raises(WorkspaceError) as refused:
        put(tmp_path, a=b"2")
    assert refused.value.diagnostic.code == "W103"


@pytest.mark.skipif(sys.platform == "win32", reason="links")
def test_of_a_link_the_target_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.csv").symlink_to(tmp_path / "real" / "data.csv")
    put(tmp_path / "out", a=b"1")
    put(tmp_path / "out", a=b"2")
    assert (tmp_path / "out" / "a.csv").is_symlink()
    assert (tmp_path / "real" / "data.csv").read_bytes() == b"2"
    assert contents_of_files(tmp_path / "real") == ["data.csv"]


def test_what_is_dropped_takes_no_place(tmp_path: Path) -> None:
    with growing(tmp_path) as outputs:
        outputs.open("a.csv").write(b"1")
        outputs.open("b.csv").write(b"1")
        outputs.drop("a.csv")
        assert [each.path.name for each in outputs.publish()] == ["b.csv"]
    assert contents(tmp_path) == {"b.csv": b"1"}


def test_the_record_is_the_same_for_the_same_files(tmp_path: Path) -> None:
    put(tmp_path, b=b"1", a=b"2")
    first = (tmp_path / RECORD).read_bytes()
    put(tmp_path, a=b"2", b=b"1")
    assert (tmp_path / RECORD).read_bytes() == first
    assert list(json.loads(first)["files"]) == ["a.csv", "b.csv"]


def test_a_scratch_folder_is_gone_afterwards() -> None:
    with scratch_folder() as folder:
        (folder / "x").write_bytes(b"1")
    assert not folder.exists()
