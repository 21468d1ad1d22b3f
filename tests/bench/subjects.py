"""What is measured: which programs, on which plans, by which commands."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from tests.bench import computer

PYTHON = sys.executable
BARE = "import typer, pydantic, ruamel.yaml, jinja2, docx, rich"

NOTHING, IMPORTS, HELP = "Python alone", "bare imports", "cchc --help"
VALIDATE, BUILD, STAGES = "cchc validate", "cchc build", "cchc, stage by stage"
USUAL, DOCXTPL, PYTHON_DOCX, PANDOC, ZIPPED = (
    "ruamel.yaml + pydantic + docxtpl",
    "docxtpl",
    "python-docx",
    "pandoc",
    "zip alone",
)
BEGINNINGS = (NOTHING, IMPORTS, HELP)
"""What reads no plan."""


class Files(NamedTuple):
    """The files of one plan in the folder of a run. ``template`` is docxtpl's, the same for all."""

    plan: Path
    rows: Path
    docx: Path
    html: Path
    template: Path
    out: Path

    @property
    def built(self) -> Path:
        """The file that ``cchc build`` writes."""
        return self.out / f"{self.plan.stem}.docx"

    def made(self, name: str) -> Path:
        """The file that another way writes."""
        return self.out / f"{self.plan.stem}-{name}.docx"


class Subject(NamedTuple):
    """A program on a plan. ``writes`` is the file that it makes, if any; ``missing`` what is not installed for it."""

    name: str
    command: tuple[str, ...]
    writes: Path | None = None
    missing: str = ""
    ours: bool = False


def prepared(files: Files) -> Iterator[tuple[str, ...]]:
    """The commands, in order, that make what the ways over ``files`` read: run once, unmeasured."""
    yield _way("stages", files.plan, files.rows, files.docx)
    yield _way("pandoc_text", files.rows, files.html)
    yield _way("docxtpl_table", "--make", files.template)


def beginnings() -> list[Subject]:
    """What every run of a program of this kind begins with."""
    return [
        Subject(NOTHING, (PYTHON, "-c", "pass")),
        Subject(IMPORTS, (PYTHON, "-c", BARE), missing=_missing()),
        Subject(HELP, (PYTHON, "-m", "cchc", "--help"), ours=True),
    ]


def real(files: Files) -> list[Subject]:
    """The program on the real plan."""
    return [*_program(files), _stages(files)]


def generated(files: Files) -> list[Subject]:
    """The program on a generated plan, and what a user would pick instead."""
    packages, pandoc = _missing(), computer.pandoc()
    made: Callable[[str], Path] = files.made
    return [
        *_program(files),
        _stages(files),
        Subject(ZIPPED, _way("zipped", files.docx, made("zip")), made("zip")),
        Subject(DOCXTPL, _way("docxtpl_table", files.template, files.rows, made("docxtpl")), made("docxtpl"), packages),
        Subject(PYTHON_DOCX, _way("python_docx_table", files.rows, made("docx")), made("docx"), packages),
        Subject(
            PANDOC,
            (pandoc or "pandoc", "--from", "html", str(files.html), "--output", str(made("pandoc"))),
            made("pandoc"),
            "" if pandoc else "pandoc",
        ),
        Subject(USUAL, _way("usual_build", files.plan, files.template, made("usual")), made("usual"), packages),
    ]


def _program(files: Files) -> Iterator[Subject]:
    plan = str(files.plan)
    yield Subject(VALIDATE, (PYTHON, "-m", "cchc", "validate", plan), ours=True)
    yield Subject(
        BUILD, (PYTHON, "-m", "cchc", "build", plan, "--out", str(files.out), "--force"), files.built, ours=True
    )


def _stages(files: Files) -> Subject:
    return Subject(STAGES, _way("stages", files.plan), ours=True)


def _way(name: str, *arguments: str | Path) -> tuple[str, ...]:
    return (PYTHON, "-m", f"tests.bench.ways.{name}", *map(str, arguments))


def _missing() -> str:
    return ", ".join(computer.missing_packages())
