"""The lock files of Word and LibreOffice are found under their names and read for the user's."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.workspace.locks import Holder, open_elsewhere, owner_file_name


@pytest.mark.parametrize(
    ("document", "owner_file"),
    [
        ("a.docx", "~$a.docx"),
        ("2025.docx", "~$2025.docx"),
        ("abcdef.docx", "~$abcdef.docx"),
        ("abcdefg.docx", "~$bcdefg.docx"),
        ("abcdefgh.docx", "~$cdefgh.docx"),
        ("Annual Report.docx", "~$nual Report.docx"),
        ("2025.du-thao.docx", "~$25.du-thao.docx"),
        ("Kế hoạch 2025.docx", "~$ hoạch 2025.docx"),
        ("REPORT.DOCX", "~$REPORT.DOCX"),
    ],
)
def test_the_name_of_words_owner_file(document: str, owner_file: str) -> None:
    assert owner_file_name(document) == owner_file


def word_lock(user: str) -> bytes:
    """As Word writes it: the name in the code page of the machine, then at byte 54 in UTF-16; 162 bytes."""
    name = user.encode("ascii", "replace")
    ansi = bytes([len(name)]) + name
    wide = len(user).to_bytes(2, "little") + user.encode("utf-16-le")
    return (ansi.ljust(54, b"\0") + wide).ljust(162, b"\0")


def test_nobody_has_it_open(tmp_path: Path) -> None:
    (tmp_path / "~$2024.docx").write_bytes(b"")
    assert open_elsewhere(tmp_path / "2025.docx") is None


def test_word_has_it_open(tmp_path: Path) -> None:
    lock = tmp_path / "~$2025.docx"
    lock.write_bytes(word_lock("Nguyễn Thị Hằng"))
    assert open_elsewhere(tmp_path / "2025.docx") == Holder("Word", "Nguyễn Thị Hằng", lock)


@pytest.mark.parametrize("content", [b"", b"\x05abc", b"\xff" * 162, b"\0" * 162, word_lock("\x1b[2J\n")[:57]])
def test_a_damaged_owner_file_still_counts(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "~$2025.docx").write_bytes(content)
    holder = open_elsewhere(tmp_path / "2025.docx")
    assert holder is not None
    assert holder.program == "Word"
    assert holder.user is None or holder.user.isprintable()


@pytest.mark.parametrize(
    ("content", "user"),
    [
        (",hang,PC-01,21.11.2026 21:51,file:///C:/Users/hang/AppData;", "hang"),
        ("Nguyễn Thị Hằng,hang,PC-01,21.11.2026 21:51,file:///x;", "Nguyễn Thị Hằng"),
        (",,,,;", None),
        ("", None),
    ],
)
def test_libreoffice_has_it_open(tmp_path: Path, content: str, user: str | None) -> None:
    lock = tmp_path / ".~lock.2025.docx#"
    lock.write_text(content, encoding="utf-8")
    (tmp_path / "~$2025.docx").write_bytes(b"")
    assert open_elsewhere(tmp_path / "2025.docx") == Holder("LibreOffice", user, lock)


def test_a_lock_that_nobody_may_read(tmp_path: Path) -> None:
    (tmp_path / ".~lock.2025.docx#").mkdir()
    holder = open_elsewhere(tmp_path / "2025.docx")
    assert holder is not None
    assert holder.user is None
