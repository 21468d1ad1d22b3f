"""git found and run as a reader of its own objects: nothing that a repository's configuration names is started.

A repository may come from anybody, and its configuration may name programs: text converters, filters, hooks, file
monitors, pagers, remotes. What is called here are the commands below porcelain, which read objects and refs; options
before the command and variables of the environment switch off what even these would start.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, NamedTuple, cast

from cchc.diagnostics import Rule, Severity, Wording
from cchc.workspace.trouble import WorkspaceError, shown

NO_GIT = Rule(
    code="W205",
    name="no-git",
    severity=Severity.ERROR,
    message=Wording("chưa cài git nên không đọc được “{operand}”", "git is not installed: “{operand}” cannot be read"),
    hint=Wording(
        "cài git (git-scm.com), hoặc ghi tên một tệp kế hoạch trên đĩa",
        "install git (git-scm.com), or name a plan's file on the disk",
    ),
    reason=Wording(
        "bản cũ của kế hoạch nằm trong kho git, chỉ git đọc được chắc chắn",
        "the past of a plan lies in git's objects, which git alone reads without fail",
    ),
)
TOO_SLOW = Rule(
    code="W206",
    name="git-too-slow",
    severity=Severity.ERROR,
    message=Wording("git không trả lời sau {seconds} giây, đã bị dừng", "git was stopped after {seconds} seconds"),
    hint=Wording(
        "kiểm tra ổ đĩa hoặc ổ mạng chứa kho git rồi chạy lại", "check the disk that holds the repository, run again"
    ),
    reason=Wording("chờ mãi thì người dùng không biết lệnh hỏng ở đâu", "a run must not wait for ever"),
)
FAILED = Rule(
    code="W207",
    name="git-failed",
    severity=Severity.ERROR,
    message=Wording("git không đọc được kho: {reason}", "git cannot read the repository: {reason}"),
    hint=Wording(
        "chạy “git fsck” trong kho; nếu git quá cũ thì cập nhật git",
        "run “git fsck” in the repository; where git is old, update it",
    ),
    reason=Wording(
        "kho hỏng hoặc quá mới so với git trên máy thì nội dung đọc được có thể thiếu",
        "of a repository that is damaged, or newer than this git, what was read may be incomplete",
    ),
)

SECONDS = 60.0
MOST = 128 * 1024 * 1024
"""Bytes that git may answer: the names of a million files. What is longer is cut, and said to be."""

_PIECE = 1024 * 1024
_COMPLAINT = 4096

_KEPT = ("GIT_CONFIG_", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM", "GIT_EXEC_PATH")
"""Variables that say where git is and what its user, not the repository, wants (``safe.directory`` stands there)."""

_SET = {
    "GIT_ALLOW_PROTOCOL": "none",  # a partial clone would fetch, through programs that its configuration names
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_OPTIONS = (
    "--no-pager",
    "--no-optional-locks",
    "--literal-pathspecs",
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "safe.bareRepository=explicit"),  # a folder of the work tree may be made to look like a repository
)


class Answer(NamedTuple):
    """What git said. ``cut``: it said more than was asked for, and the rest is missing."""

    status: int
    output: bytes
    complaint: str
    cut: bool = False

    @property
    def reason(self) -> str:
        """Its last complaint, without the word before it."""
        lines = [line.strip() for line in self.complaint.splitlines() if line.strip()]
        return lines[-1].removeprefix("fatal: ").removeprefix("error: ") if lines else f"exit {self.status}"


class Git(NamedTuple):
    """A git (``program``) that works in ``folder``."""

    program: Path
    folder: Path
    environ: Mapping[str, str]

    def ask(self, *arguments: str, given: bytes = b"", most: int = MOST, seconds: float = SECONDS) -> Answer:
        """What ``git arguments`` says of ``given`` on its standard input, whatever its exit status.

        Raises WorkspaceError where it does not end in time or cannot be started.
        """
        command = [str(self.program), *_OPTIONS, *arguments]
        try:
            return _run(command, self.folder, self.environ, given, most, seconds)
        except OSError as error:
            raise WorkspaceError(FAILED.at(None, reason=error.strerror or str(error))) from error

    def must(self, *arguments: str, given: bytes = b"") -> bytes:
        """As ``ask``, of what fails only where the repository is broken. Raises WorkspaceError then, too."""
        answer = self.ask(*arguments, given=given)
        if answer.status or answer.cut:
            raise WorkspaceError(FAILED.at(None, reason=shown(answer.reason)))
        return answer.output


def find_git(folder: Path, environ: Mapping[str, str], platform: str) -> Git | None:
    """The git on PATH, else where its installer for Windows puts it, at work in ``folder``; None where none is."""
    program = next((found for found in _candidates(environ, platform) if os.access(found, os.X_OK)), None)
    return Git(program, folder, _clean(environ)) if program else None


def _candidates(environ: Mapping[str, str], platform: str) -> Iterator[Path]:
    """Only in folders named from the root: with ``.`` on PATH, and always on Windows, a search would look into the
    current folder, which is the repository's.
    """
    name = "git.exe" if platform == "win32" else "git"
    folders = [Path(part) for part in environ.get("PATH", "").split(os.pathsep) if part]
    if platform == "win32":
        programs = ("ProgramW6432", "ProgramFiles", "ProgramFiles(x86)")
        folders += [Path(environ[variable], "Git", "cmd") for variable in programs if environ.get(variable)]
    for folder in folders:
        with contextlib.suppress(OSError, ValueError):
            if folder.is_absolute() and (folder / name).is_file():
                yield folder / name


def _clean(environ: Mapping[str, str]) -> dict[str, str]:
    """``environ`` without what would lead git to another repository, trace it or give it programs."""
    kept = {
        name: value
        for name, value in environ.items()
        if name != "LANGUAGE" and (not name.upper().startswith("GIT_") or name.upper().startswith(_KEPT))
    }
    return kept | _SET


def _run(
    command: list[str], folder: Path, environ: Mapping[str, str], given: bytes, most: int, seconds: float
) -> Answer:
    """Files at both ends but the one that is read: with three pipes git and we could wait for each other."""
    late = threading.Event()
    with tempfile.TemporaryFile() as asked, tempfile.TemporaryFile() as complaints:
        asked.write(given)
        asked.seek(0)
        with subprocess.Popen(
            command, cwd=folder, env=dict(environ), stdin=asked, stdout=subprocess.PIPE, stderr=complaints
        ) as process:

            def stop() -> None:
                late.set()
                process.kill()

            timer = threading.Timer(seconds, stop)
            timer.start()
            try:
                output = _read(cast("IO[bytes]", process.stdout), most + 1)
                if len(output) > most:
                    process.kill()
                process.wait()
            except BaseException:
                process.kill()
                raise
            finally:
                timer.cancel()
        complaints.seek(0)
        complaint = complaints.read(_COMPLAINT).decode("utf-8", "replace")
    if late.is_set():
        raise WorkspaceError(TOO_SLOW.at(None, seconds=round(seconds)))
    return Answer(process.returncode, output[:most], complaint, cut=len(output) > most)


def _read(stream: IO[bytes], most: int) -> bytes:
    """Up to ``most`` bytes of ``stream``; asked for at once, room for all of them would be taken."""
    read = bytearray()
    while len(read) < most and (piece := stream.read(min(_PIECE, most - len(read)))):
        read += piece
    return bytes(read)
