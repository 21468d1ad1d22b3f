"""Every way in which a file is not read ends in one diagnostic that names it."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from cchc.workspace.reading import read_bytes, read_file
from cchc.workspace.trouble import WorkspaceError, is_trouble


def code_of(path: Path, **how: int) -> str:
    with pytest.raises(WorkspaceError) as raised:
        read_file(path, **how)
    diagnostic = raised.value.diagnostic
    assert path.name in diagnostic.message.vi
    assert path.name in diagnostic.message.en
    assert diagnostic.hint is not None
    assert is_trouble(diagnostic) == (diagnostic.code != "W301")
    return diagnostic.code


def test_the_bytes_come_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\n\x00")
    assert read_file(path) == b"\xef\xbb\xbfa: 1\r\n\x00"


def test_what_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert code_of(tmp_path / "none.yaml") == "W001"
    assert code_of(tmp_path / "file" / "below.yaml") == "W001"
    assert code_of(tmp_path / ("x" * 300)) == "W001"
    assert code_of(tmp_path) == "W002"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes in folders")
def test_a_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert code_of(tmp_path / "pipe") == "W007"


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"x" * 11)
    assert code_of(path, largest=10) == "W004"
    assert len(read_file(path, largest=11)) == 11


@pytest.mark.parametrize(
    ("error", "code"),
    [
        ((13, "Permission denied", None), "W003"),
        ((1, "Operation not permitted", None), "W003"),
        ((22, "The cloud file provider is not running", 362), "W005"),
        ((22, "The cloud operation was unsuccessful", 389), "W005"),
        ((35, "Resource deadlock avoided", None), "W005"),
        ((13, "The process cannot access the file", 32), "W006"),
        ((22, "The filename is incorrect", 123), "W001"),
        ((2, "The network path was not found", 53), "W001"),
        ((5, "Input/output error", None), "W008"),
    ],
)
def test_what_the_system_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: tuple[int, str, int | None], code: str
) -> None:
    path = tmp_path / "2025.yaml"
    path.write_bytes(b"")
    number, reason, windows = error
    failure = OSError(number, reason, str(path))
    if windows is not None:
        monkeypatch.setattr("cchc.workspace.causes.windows_code", lambda _: windows)

    def refuse(*_: object, **__: object) -> None:
        raise failure

    monkeypatch.setattr(Path, "open", refuse)
    assert code_of(path) == code


@pytest.mark.parametrize(
    ("magic", "kind"), [(b"PK\x03\x04", "Word"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "97-2003"), (b"%PDF-1.6", "PDF")]
)
def test_a_document_in_place_of_a_plan(tmp_path: Path, magic: bytes, kind: str) -> None:
    path = tmp_path / "2025.docx"
    path.write_bytes(magic + b"...")
    with pytest.raises(WorkspaceError, match=kind):
        read_file(path)
    assert code_of(path) == "W301"
    assert read_bytes(path, largest=100) == magic + b"..."


def test_a_name_that_is_no_utf8_can_still_be_printed(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError) as raised:
        read_file(tmp_path / os.fsdecode(b"k\xff"))
    assert raised.value.diagnostic.message.vi.encode("utf-8").endswith("k\ufffd".encode())


def test_a_path_below_the_current_folder_is_shown_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for path in (tmp_path / "plans" / "2025.yaml", Path("plans", "2025.yaml")):
        with pytest.raises(WorkspaceError, match=f"^there is no file {re.escape(str(Path('plans', '2025.yaml')))}$"):
            read_file(path)
    with pytest.raises(WorkspaceError, match=re.escape(str(tmp_path.parent / "none"))):
        read_file(tmp_path.parent / "none")
