"""What is said of the real acts: no error, and every warning and note stands in the page that explains them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cchc.diagnostics import Diagnostic, Severity
from tests.mutations.mutating import PLANS, project
from tests.pipeline.files import validated

_ROW = re.compile(
    r"^\| `(?P<plan>[^`:]+)\.yaml:(?P<line>\d+)` \| (?P<code>[A-Z]\d{3}) \| (?P<words>.+?) \| (?P<why>.+) \|$"
)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> tuple[Diagnostic, ...]:
    return validated(project(tmp_path_factory.mktemp("acts"))).all_diagnostics()


def rows(heading: str) -> list[re.Match[str]]:
    """The rows of the table below ``heading``."""
    page = (PLANS / "FINDINGS.md").read_text(encoding="utf-8")
    below = page.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return [row for line in below.splitlines() if (row := _ROW.match(line))]


def said(found: tuple[Diagnostic, ...], severity: Severity) -> list[tuple[str, int, str]]:
    return sorted(
        (Path(each.span.source.name).stem, each.span.line, each.code) if each.span else ("", 0, each.code)
        for each in found
        if each.severity is severity
    )


def test_no_act_has_an_error(found: tuple[Diagnostic, ...]) -> None:
    assert said(found, Severity.ERROR) == []


@pytest.mark.parametrize(("heading", "severity"), [("Warnings", Severity.WARNING), ("Notes", Severity.NOTE)])
def test_every_finding_is_explained_at_its_line(
    heading: str, severity: Severity, found: tuple[Diagnostic, ...]
) -> None:
    explained = sorted((row["plan"], int(row["line"]), row["code"]) for row in rows(heading))
    assert explained == said(found, severity)


def test_the_words_of_each_finding_stand_on_its_line() -> None:
    for row in (*rows("Warnings"), *rows("Notes")):
        line = (PLANS / f"{row['plan']}.yaml").read_text(encoding="utf-8").split("\n")[int(row["line"]) - 1]
        assert all(words in line for words in re.findall("“([^”]+)”", row["words"])), row[0]
