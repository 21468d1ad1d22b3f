"""What is said of the real acts: no error, and every warning stands in the page that explains them, at its line."""

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


def rows() -> list[re.Match[str]]:
    lines = (PLANS / "FINDINGS.md").read_text(encoding="utf-8").splitlines()
    return [row for line in lines if (row := _ROW.match(line))]


def said(found: tuple[Diagnostic, ...], severity: Severity) -> list[tuple[str, int, str]]:
    return sorted(
        (Path(each.span.source.name).stem, each.span.line, each.code) if each.span else ("", 0, each.code)
        for each in found
        if each.severity is severity
    )


def test_no_act_has_an_error(found: tuple[Diagnostic, ...]) -> None:
    assert said(found, Severity.ERROR) == []


def test_every_warning_is_explained_at_its_line(found: tuple[Diagnostic, ...]) -> None:
    explained = sorted((row["plan"], int(row["line"]), row["code"]) for row in rows())
    assert explained == said(found, Severity.WARNING)
    assert all(len(row["why"]) > 20 for row in rows())
