"""The program run inside the tests' own process, for speed."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from cchc.cli import main
from tests.cli.two_plans import PLAN, write
from tests.pipeline.files import write_plan
from tests.printing import SMALL


class Ran(NamedTuple):
    """What became of a run: its exit code and what it printed."""

    code: int
    out: str
    err: str


Program = Callable[..., Ran]


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Program]:
    """``cchc`` with these arguments, in the test's own folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("CCHC_LANG", "SOURCE_DATE_EPOCH", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str, **environ: str) -> Ran:
        for name, value in environ.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr("sys.argv", ["cchc", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return Ran(ended.value.code, printed.out, printed.err)

    yield run
    gc.enable()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the small plan as ``2025``."""
    write_plan(tmp_path, SMALL.read_bytes())
    return tmp_path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with the plans ``cu`` and ``moi``, of which the second has another lead and other letters."""
    (tmp_path / "plans").mkdir()
    write(tmp_path, "cu", PLAN)
    write(tmp_path, "moi", PLAN.replace("Sở Nội vụ", "Sở Y tế").replace("văn thư", "Văn thư"))
    return tmp_path
