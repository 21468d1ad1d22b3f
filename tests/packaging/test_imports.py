"""No command imports what it does not use: what a process has loaded at its end, not how long that took."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.acts.fixtures import PLAN
from tests.packaging.program import PYTHON, run

NOTE_WHAT_IS_LOADED = """
import sys

noted = sys.argv.pop(1)
try:
    from cchc.cli import main
    main()
finally:
    with open(noted, "w", encoding="utf-8") as file:
        # What only stands for a module has been loaded from nowhere.
        file.write("\\n".join(name for name, module in sys.modules.items() if getattr(module, "__spec__", None)))
"""
LIBRARIES = frozenset({"pydantic", "pydantic_core", "jinja2", "markupsafe", "docx", "lxml", "yaml", "ruamel", "rich"})
SPEAKING = frozenset(
    {"cchc.cli", "cchc.diagnostics", "cchc.language", "cchc.patterns", "cchc.report", "cchc.source", "cchc.suggestions"}
)
PRINTING = frozenset({"cchc.backends", "cchc.templating"})
FOR_MACHINES = frozenset(
    {
        *("cchc.report.json_document", "cchc.report.json_text", "cchc.report.sarif_log", "cchc.report.github_commands"),
        *("cchc.report.result", "cchc.report.explained", "cchc.pipeline.findings"),
    }
)
"""What only ``--format`` needs."""
FOR_COMMENTS = frozenset(
    {
        *("cchc.pipeline.reviewing", "cchc.pipeline.annotating", "cchc.pipeline.anchors"),
        *("cchc.pipeline.trial", "cchc.compare"),
        *("cchc.report.word_comments", "cchc.lower.tracing"),
        *("cchc.document.commenting", "cchc.model.replacing", "cchc.language.anchored"),
    }
)
"""What only ``--annotate`` needs."""
FOR_MANY = frozenset(
    {
        *("cchc.pipeline.building_many", "cchc.pipeline.validating_many", "cchc.pipeline.many"),
        *("cchc.pipeline.remembering", "cchc.pipeline.told", "cchc.workspace.journal", "cchc.workspace.workers"),
    }
)
"""What only a run over several plans needs."""
NEVER = frozenset({"asyncio", "http", "multiprocessing", "sqlite3", "ssl", "tkinter", "unittest", "xml.dom"})
"""What no command needs, from the standard library: each costs milliseconds, and some libraries pull them in."""


def loaded(arguments: Sequence[str], folder: Path) -> set[str]:
    """The modules, and the packages that they stand in, that ``cchc arguments`` has loaded when it ends."""
    noted = folder / "modules"
    done = run([str(noted), *arguments], cwd=folder, python=(*PYTHON, "-c", NOTE_WHAT_IS_LOADED))
    assert done.returncode in (0, 2), done.stderr
    names = [name.split(".") for name in noted.read_text(encoding="utf-8").splitlines()]
    return {".".join(name[:length]) for name in names for length in range(1, len(name) + 1)}


@pytest.mark.parametrize(
    "arguments",
    [
        *(["--help"], ["--version"], ["build", "--help"], ["build", "--no-such-option"], []),
        *(["new", "--help"], ["new"], ["outline", "--help"], ["outline", "--depth", "x"], ["schema", "--help"]),
        *(["export", "--help"], ["export", "--to", "ods"]),
    ],
)
def test_what_only_speaks_loads_only_words(arguments: list[str], tmp_path: Path) -> None:
    modules = loaded(arguments, tmp_path)
    assert modules & (LIBRARIES | NEVER) == set()
    assert {name for name in modules if name.startswith("cchc.") and name.count(".") == 1} <= SPEAKING


def test_validating_loads_nothing_that_prints(tmp_path: Path) -> None:
    modules = loaded(["validate", str(PLAN)], tmp_path)
    assert "importlib.metadata" not in modules  # pydantic's, for plugins that it is not to find
    assert modules & (LIBRARIES | NEVER | PRINTING | FOR_MACHINES | FOR_MANY) == {"pydantic", "pydantic_core", "yaml"}


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
def test_a_format_loads_itself_alone(form: str, tmp_path: Path) -> None:
    modules = loaded(["validate", str(PLAN), "--format", form], tmp_path)
    of_one = {"json": "json_document", "sarif": "sarif_log", "github": "github_commands"}
    assert {name for name in of_one.values() if f"cchc.report.{name}" in modules} == {of_one[form]}
    assert modules & {"rich", "cchc.reference"} == set()


def test_a_schema_reads_layouts_and_prints_nothing(tmp_path: Path) -> None:
    modules = loaded(["schema"], tmp_path)
    assert modules & (LIBRARIES | NEVER | PRINTING) == {"pydantic", "pydantic_core", "yaml"}
    assert modules & {"cchc.lower", "cchc.registry"} == set()


@pytest.mark.parametrize("arguments", [["new", "2026"], ["outline", str(PLAN)]], ids=lambda arguments: arguments[0])
def test_beginning_and_outlining_load_nothing_that_prints(arguments: list[str], tmp_path: Path) -> None:
    modules = loaded(arguments, tmp_path)
    assert modules & (LIBRARIES | NEVER | PRINTING) == {"pydantic", "pydantic_core", "yaml"}


EXPORTING = {"csv": set[str](), "jsonl": set[str](), "xlsx": {"xlsxwriter"}, "parquet": {"pyarrow"}}


@pytest.mark.parametrize("form", EXPORTING)
def test_a_format_of_tables_loads_its_own_library_alone(form: str, tmp_path: Path) -> None:
    modules = loaded(["export", str(PLAN), "--to", form, "--out", str(tmp_path)], tmp_path)
    assert modules & {"xlsxwriter", "pyarrow"} == EXPORTING[form]
    assert modules & {"jinja2", "rich", "cchc.templating", "cchc.backends.docx", "cchc.edit", "cchc.diff"} == set()


def test_no_other_command_loads_what_exports(tmp_path: Path) -> None:
    for arguments in (["build", str(PLAN), "--out", str(tmp_path)], ["validate", str(PLAN)], ["explain"]):
        modules = loaded(arguments, tmp_path)
        assert modules & {"xlsxwriter", "pyarrow"} == set()
    assert "cchc.backends.tables" not in loaded(["validate", str(PLAN)], tmp_path)


def test_building_into_a_pipe_loads_nothing_for_terminals_and_edits(tmp_path: Path) -> None:
    modules = loaded(["build", str(PLAN), "--out", str(tmp_path)], tmp_path)
    expected = {"pydantic", "pydantic_core", "yaml", "jinja2", "markupsafe"}
    assert modules & (LIBRARIES | NEVER | FOR_MACHINES | FOR_MANY) == expected
    assert modules & {"cchc.edit", "cchc.diff", "cchc.compare", "cchc.workspace.office"} == set()


def test_only_a_build_that_annotates_loads_what_makes_comments(tmp_path: Path) -> None:
    assert loaded(["build", str(PLAN), "--out", str(tmp_path)], tmp_path) & FOR_COMMENTS == set()
    annotating = loaded(["build", str(PLAN), "--out", str(tmp_path), "--annotate"], tmp_path)
    # Where nothing was found, nothing is tried either.
    assert annotating >= FOR_COMMENTS - {"cchc.lower.tracing"}


@pytest.mark.parametrize("command", ["build", "validate"])
def test_few_plans_need_no_other_processes(command: str, tmp_path: Path) -> None:
    plans = [str(PLAN), str(PLAN.with_name("2024.yaml"))]
    out = ["--out", str(tmp_path)] if command == "build" else []
    assert loaded([command, *plans, *out], tmp_path) & NEVER == set()
