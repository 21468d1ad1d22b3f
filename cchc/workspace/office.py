"""PDF as LibreOffice reads the document: found, started with a profile of its own, and stopped in time."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from cchc.diagnostics import Rule, Severity, Wording
from cchc.workspace.trouble import WorkspaceError, shown

MISSING = Rule(
    code="W202",
    name="no-libreoffice",
    severity=Severity.ERROR,
    message=Wording("chưa cài LibreOffice nên không tạo được PDF", "LibreOffice is not installed: no PDF can be made"),
    hint=Wording(
        "cài LibreOffice (libreoffice.org), hoặc bỏ “pdf” khỏi --to và xuất PDF từ Word",
        "install LibreOffice (libreoffice.org), or leave “pdf” out of --to and export it from Word",
    ),
    reason=Wording(
        "PDF do LibreOffice tạo từ chính tệp Word, chương trình này không tự vẽ trang",
        "LibreOffice makes the PDF from the Word file; this program draws no pages",
    ),
)
TOO_SLOW = Rule(
    code="W203",
    name="libreoffice-too-slow",
    severity=Severity.ERROR,
    message=Wording(
        "LibreOffice không xong sau {seconds} giây, đã bị dừng", "LibreOffice was stopped after {seconds} seconds"
    ),
    hint=Wording("chạy lại khi máy rảnh hơn, hoặc xuất PDF từ Word", "run again on a less busy machine, or use Word"),
    reason=Wording(
        "LibreOffice đôi khi treo không báo; chờ mãi thì người dùng không biết",
        "LibreOffice sometimes hangs without a word, and a run must not wait for ever",
    ),
)
FAILED = Rule(
    code="W204",
    name="libreoffice-failed",
    severity=Severity.ERROR,
    message=Wording(
        "LibreOffice ({program}) không tạo được PDF: {reason}", "LibreOffice ({program}) made no PDF: {reason}"
    ),
    hint=Wording(
        "thử mở tệp .docx bằng LibreOffice, hoặc xuất PDF từ Word", "open the .docx in LibreOffice, or use Word"
    ),
    reason=Wording(
        "không có PDF thì phải nói, để không ai lấy nhầm bản PDF cũ",
        "that there is no PDF has to be said, or somebody takes an old one",
    ),
)

# Set in the profile rather than on the command line: the quoting of JSON differs between shells and versions.
_NOTES = '<prop oor:name="ExportNotes" oor:op="fuse"><value>true</value></prop>\n'
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Filter/PDF/Export">
<prop oor:name="ExportBookmarksToPDFDestination" oor:op="fuse"><value>true</value></prop>
%s</item>
</oor:items>
"""


def find_office(environ: Mapping[str, str], platform: str, home: Path) -> Path:
    """LibreOffice's program: on PATH, else where its installers put it. ``platform`` is ``sys.platform``.

    Raises WorkspaceError where there is none.
    """
    for name in ("soffice", "libreoffice"):
        on_path = shutil.which(name, path=environ.get("PATH", ""))
        if on_path:
            return Path(on_path)
    for candidate in _usual_places(environ, platform, home):
        if candidate.is_file():
            return candidate
    raise WorkspaceError(MISSING.at(None))


def _usual_places(environ: Mapping[str, str], platform: str, home: Path) -> Iterator[Path]:
    if platform == "win32":
        for variable in ("ProgramW6432", "ProgramFiles", "ProgramFiles(x86)"):
            if environ.get(variable):
                program = Path(environ[variable], "LibreOffice", "program")
                # the .com waits for the work to end and has a console; the .exe may return at once
                yield from (program / "soffice.com", program / "soffice.exe")
    elif platform == "darwin":
        for applications in (Path("/Applications"), home / "Applications"):
            yield applications / "LibreOffice.app" / "Contents" / "MacOS" / "soffice"
    else:
        yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)
        yield from (Path("/usr/lib/libreoffice/program/soffice"), Path("/snap/bin/libreoffice"))


def to_pdf(
    docx: bytes, *, program: Path, environ: Mapping[str, str], seconds: float = 180.0, comments: bool = False
) -> bytes:
    """The PDF that LibreOffice (``program``, from ``find_office``) makes of a DOCX, with its bookmarks as destinations.

    With ``comments`` they are notes that a reader of the PDF opens beside the text. Raises WorkspaceError where
    it makes none, or not within ``seconds``; nothing of it runs on afterwards.
    """
    try:
        # a scanner may hold a file of it on Windows: rather a rest in the temporary folder than no PDF
        with tempfile.TemporaryDirectory(prefix="cchc-", ignore_cleanup_errors=True) as name:
            profile = _PROFILE % (_NOTES if comments else "")
            return _converted(docx, Path(name), profile, program, environ, seconds)
    except OSError as error:
        raise WorkspaceError(FAILED.at(None, program=shown(program), reason=error.strerror or str(error))) from error


def _converted(
    docx: bytes, folder: Path, profile: str, program: Path, environ: Mapping[str, str], seconds: float
) -> bytes:
    document, pdf, log = folder / "document.docx", folder / "document.pdf", folder / "log.txt"
    document.write_bytes(docx)
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(profile, encoding="utf-8")
    command = [
        str(program),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nologo", "--convert-to", "pdf", "--outdir", str(folder), str(document)),
    ]
    status = _run(command, environ, log, seconds)
    if not pdf.is_file():
        raise WorkspaceError(FAILED.at(None, program=shown(program), reason=_last_line(log) or f"exit {status}"))
    return pdf.read_bytes()


def _run(command: list[str], environ: Mapping[str, str], log: Path, seconds: float) -> int:
    """The exit status of ``command``, whose words go to ``log``; a pipe would stay open with its children."""
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=dict(environ),
            start_new_session=True,
        )
        try:
            return process.wait(seconds)
        except subprocess.TimeoutExpired as error:
            raise WorkspaceError(TOO_SLOW.at(None, seconds=round(seconds))) from error
        finally:
            if process.poll() is None:
                _kill_tree(process)


def _kill_tree(process: subprocess.Popen[bytes]) -> None:
    """LibreOffice works in a child of the program that one starts; killing the parent alone leaves it running."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _last_line(log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "")
