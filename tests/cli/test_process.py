"""What only a process of its own shows: code pages, pipes, closed streams, permissions, Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from cchc.pipeline.remembering import NAME
from tests.pipeline.files import write_plan
from tests.printing import SMALL, shipped

PROGRAM = (sys.executable, "-m", "cchc")
WITHOUT_PRIVILEGES = (
    *("setpriv", "--bounding-set=-dac_override,-dac_read_search"),
    "--inh-caps=-dac_override,-dac_read_search",
)
"""What makes the superuser, as whom tests run on some machines, ask for permission like anybody."""
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and permissions of POSIX")


def started(
    folder: Path, *arguments: str, environ: Mapping[str, str] | None = None, through: Sequence[str] = ()
) -> subprocess.Popen[bytes]:
    inherited = {name: value for name, value in os.environ.items() if name != "CCHC_LANG"}
    return subprocess.Popen(
        [*through, *PROGRAM, *arguments],
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


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that takes nothing")
@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("--version",), ("build",), ("schema",), ("outline",), ("validate", "--format", "json")],
    ids=" ".join,
)
def test_a_full_disk_behind_the_output_is_said(arguments: tuple[str, ...], tmp_path: Path) -> None:
    write_plan(tmp_path, SMALL.read_bytes())
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, *arguments], cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60
        )
    assert done.returncode == 2
    assert done.stderr.decode("utf-8").startswith("lỗi: không in được kết quả")


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
    left = [path for path in out.iterdir() if path.name != NAME] if out.exists() else []
    assert {path.suffix for path in left} <= {".docx"}
    assert all(path.read_bytes()[-22:-18] == b"PK\x05\x06" for path in left)


@pytest.mark.parametrize(
    ("forbidden", "code"),
    [
        ("out", b"W103"),
        ("plans/2025.yaml", b"W003"),
        ("plans", b"W003"),
        ("templates", b"W003"),
        ("templates/styles.yaml", b"W003"),
        ("cchc.toml", b"W003"),
    ],
)
def test_what_may_not_be_read_or_written_is_said(forbidden: str, code: bytes, tmp_path: Path) -> None:
    write_plan(tmp_path, SMALL.read_bytes())
    for folder in ("out", "templates"):
        (tmp_path / folder).mkdir()
    (tmp_path / "templates" / "styles.yaml").write_text(shipped("styles.yaml"), encoding="utf-8")
    (tmp_path / "cchc.toml").write_text('lang = "vi"\n', encoding="utf-8")
    (tmp_path / forbidden).chmod(0o500 if forbidden == "out" else 0)
    allowed = os.access(tmp_path / forbidden, os.W_OK)
    process = started(tmp_path, "build", through=WITHOUT_PRIVILEGES if allowed else ())
    _, err = process.communicate(timeout=60)
    (tmp_path / forbidden).chmod(0o700)
    assert (process.returncode, err.count(code)) == (2, 1), err
