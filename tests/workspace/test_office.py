"""LibreOffice is found where it may be, gives a PDF, and is stopped with all its children."""

from __future__ import annotations

import io
import os
import sys
import time
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from cchc.workspace.office import find_office, to_pdf
from cchc.workspace.pdf import pages_of_documents
from cchc.workspace.trouble import WorkspaceError, is_trouble

posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script with a shebang")


def stand_in(folder: Path, body: str) -> Path:
    """A program in place of LibreOffice; ``out`` is where it puts ``document.pdf``."""
    program = folder / "soffice"
    program.write_text(
        f"#!{sys.executable}\nimport os, subprocess, sys, time, pathlib\n"
        f"out = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])\n{body}\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
    return program


def code_of(program: Path, seconds: float = 20.0) -> str:
    with pytest.raises(WorkspaceError) as raised:
        to_pdf(b"docx", program=program, environ=os.environ, seconds=seconds)
    assert is_trouble(raised.value.diagnostic)
    return raised.value.diagnostic.code


@posix
def test_the_path_goes_before_the_usual_places(tmp_path: Path) -> None:
    program = stand_in(tmp_path, "")
    assert find_office({"PATH": str(tmp_path)}, "win32", tmp_path) == program


def test_the_usual_places_of_windows_and_macos(tmp_path: Path) -> None:
    windows = tmp_path / "LibreOffice" / "program"
    windows.mkdir(parents=True)
    (windows / "soffice.exe").touch()
    environ = {"PATH": "", "ProgramFiles": str(tmp_path)}
    assert find_office(environ, "win32", tmp_path) == windows / "soffice.exe"
    (windows / "soffice.com").touch()
    assert find_office(environ, "win32", tmp_path) == windows / "soffice.com"
    mac = tmp_path / "Applications" / "LibreOffice.app" / "Contents" / "MacOS"
    mac.mkdir(parents=True)
    (mac / "soffice").touch()
    assert find_office({"PATH": ""}, "darwin", tmp_path).name == "soffice"


def test_where_there_is_none_one_line_says_so(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError) as raised:
        find_office({"PATH": ""}, "win32", tmp_path)
    assert raised.value.diagnostic.code == "W202"
    assert is_trouble(raised.value.diagnostic)


@posix
def test_the_pdf_comes_back_and_the_profile_is_our_own(tmp_path: Path) -> None:
    program = stand_in(
        tmp_path,
        "profile = next(a for a in sys.argv if a.startswith('-env:UserInstallation=file:///'))\n"
        "assert 'cchc-' in profile and '--headless' in sys.argv\n"
        "(out / 'document.pdf').write_bytes(b'%PDF' + pathlib.Path(sys.argv[-1]).read_bytes())",
    )
    assert to_pdf(b"docx", program=program, environ=os.environ) == b"%PDFdocx"


@posix
def test_a_program_that_makes_nothing_is_quoted(tmp_path: Path) -> None:
    program = stand_in(tmp_path, "print('Error: source file could not be loaded')")
    with pytest.raises(WorkspaceError, match="source file could not be loaded"):
        to_pdf(b"docx", program=program, environ=os.environ)
    assert code_of(stand_in(tmp_path, "sys.exit(7)")) == "W204"
    assert code_of(tmp_path / "none") == "W204"


@posix
def test_a_program_that_takes_too_long_ends_with_its_children(tmp_path: Path) -> None:
    child = tmp_path / "child"
    program = stand_in(
        tmp_path,
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"pathlib.Path({str(child)!r}).write_text(str(child.pid))\ntime.sleep(60)",
    )
    start = time.monotonic()
    assert code_of(program, seconds=2.0) == "W203"
    assert time.monotonic() - start < 10
    assert not _runs(int(child.read_text()))


def _runs(number: int) -> bool:
    """Whether the process still works; one that ended and was not yet collected by init does not."""
    for _ in range(100):
        status = Path(f"/proc/{number}/stat")
        try:
            os.kill(number, 0)
            if status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z":
                return False
        except (ProcessLookupError, FileNotFoundError):
            return False
        time.sleep(0.02)
    return True


def three_documents() -> bytes:
    """A DOCX of 1, 3 and 2 pages, a bookmark at each beginning."""
    document = docx.Document()
    for number, pages in enumerate((1, 3, 2), 1):
        paragraph = document.add_paragraph(f"Văn bản {number}")
        paragraph.paragraph_format.page_break_before = number > 1
        for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
            mark = OxmlElement(tag)
            mark.set(qn("w:id"), str(number))
            if tag == "w:bookmarkStart":
                mark.set(qn("w:name"), f"_document{number}")
            paragraph._p.append(mark)
        for _ in range(pages - 1):
            document.add_paragraph("trang sau").paragraph_format.page_break_before = True
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.mark.rendering
def test_libreoffice_itself(tmp_path: Path) -> None:
    program = find_office(os.environ, sys.platform, tmp_path)
    pdf = to_pdf(three_documents(), program=program, environ=os.environ)
    assert pdf.startswith(b"%PDF-")
    assert pages_of_documents(pdf, ["_document1", "_document2", "_document3"]) == (1, 3, 2)
    assert pages_of_documents(pdf, ["_document1"]) == (6,)
    assert pages_of_documents(pdf, ["_document1", "none"]) == (6,)
