"""The program run in a process of its own, as its users run it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

PYTHON = (sys.executable,)
OURS = ("CCHC_LANG", "SOURCE_DATE_EPOCH")


def run(
    arguments: Sequence[str], *, cwd: Path, python: Sequence[str] = PYTHON, environ: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """What became of ``python … arguments`` in ``cwd``; ``environ`` adds to the environment, without what steers us."""
    inherited = {name: value for name, value in os.environ.items() if name not in OURS}
    return subprocess.run(
        [*python, *arguments],
        cwd=cwd,
        env={**inherited, **(environ or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def build(
    plan: Path,
    out: Path,
    *,
    cwd: Path,
    python: Sequence[str] = (*PYTHON, "-m", "cchc"),
    environ: Mapping[str, str] | None = None,
) -> bytes:
    """The Word file that ``cchc build`` makes of ``plan`` in ``out``."""
    done = run(["build", str(plan), "--out", str(out)], cwd=cwd, python=python, environ=environ)
    assert done.returncode == 0, done.stderr
    return (out / f"{plan.stem}.docx").read_bytes()
