"""What only a process of its own shows: code pages, pipes, closed streams, permissions, Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.pipeline.files import write_plan
from tests.printing import SMALL

PROGRAM = (sys.executable, "-m", "cchc")
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and permissions of POSIX")


def started(folder: Path, *arguments: str, environ: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
    inherited = {name: value for name, value in os.environ.items() if name != "CCHC_LANG"}
    return subprocess.Popen(
        [*PROGRAM, *arguments],
        cwd=folder,
        env={**inherited, **(environ or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.mark.parametrize(
    "environ",
    [{"PYTHONIOENCODING": "cp1252"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "ascii:strict"}],
    ids=str,
)
def test_output_is_utf8_whatever_the_code_page(environ: Mapping[str, str], tmp_path: Path) -> None:
    write_plan(tmp_path, SMALL.read_bytes())
    process = started(tmp_path, "build", "2025", "khong-co", environ=environ)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 2
    assert "đã ghi" in out.decode("utf-8")
    assert "không tìm thấy kế hoạch “khong-co”" in err.decode("utf-8")


def test_a_reader_that_has_enough_changes_no_result(tmp_path: Path) -> None:
    write_plan(tmp_path, SMALL.read_bytes())
    process = started(tmp_path, "build")
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert (process.wait(timeout=60), said) == (0, b"")
    assert (tmp_path / "out" / "2025.docx").is_file()


@posix
def test_closed_streams_change_no_result(tmp_path: Path) -> None:
    write_plan(tmp_path, SMALL.read_bytes())
    line = f'"{sys.executable}" -m cchc build 2025 khong-co >&- 2>&-'
    assert subprocess.run(line, shell=True, cwd=tmp_path, check=False, timeout=60).returncode == 2
    assert (tmp_path / "out" / "2025.docx").is_file()


@posix
@pytest.mark.parametrize("delay", [0.15, 0.25, 0.4])
def test_interrupted_it_says_so_and_leaves_no_half_file(delay: float, tmp_path: Path) -> None:
    for year in range(2000, 2030):
        write_plan(tmp_path, SMALL.read_bytes(), f"{year}.yaml")
    process = started(tmp_path, "build")
    time.sleep(delay)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert b"Traceback" not in err
    assert "đã dừng theo yêu cầu" in err.decode("utf-8")
    out = tmp_path / "out"
    left = list(out.iterdir()) if out.exists() else []
    assert {path.suffix for path in left} <= {".docx"}
    assert all(path.read_bytes()[-22:-18] == b"PK\x05\x06" for path in left)


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may do everything")
def test_what_may_not_be_read_or_written_is_said(tmp_path: Path) -> None:
    plan = write_plan(tmp_path, SMALL.read_bytes())
    out = tmp_path / "out"
    out.mkdir(mode=0o555)
    process = started(tmp_path, "build")
    _, err = process.communicate(timeout=60)
    assert (process.returncode, b"W103" in err) == (2, True)
    plan.chmod(0)
    process = started(tmp_path, "build")
    _, err = process.communicate(timeout=60)
    assert (process.returncode, b"W003" in err) == (2, True)
