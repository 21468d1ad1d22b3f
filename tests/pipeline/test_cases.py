"""Plans, layouts and styles with mistakes: every one is said, once, at its place, in the file's order."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.diagnostics import Diagnostic, in_order
from cchc.document.limits import check_styles
from cchc.document.style import DeclaredSheet
from cchc.loader.layouts import load_layout
from cchc.loader.loading import load
from cchc.pipeline.own_bodies import project_bodies
from cchc.source import Source
from tests.case_files import Case, cases, rewrite, said
from tests.pipeline.files import found_in, write_plan

PLANS = [*cases("loader"), *cases("checks")]
LAYOUTS = cases("layouts")
REGISTRIES = cases("registry")
STYLES = cases("styles")


@pytest.mark.parametrize("case", PLANS, ids=lambda case: case.id)
def test_plan(case: Case, tmp_path: Path, update_goldens: bool) -> None:
    judge(case, found_in(tmp_path, case.text, case.beside), update_goldens)


@pytest.mark.parametrize("case", LAYOUTS, ids=lambda case: case.id)
def test_layout(case: Case, update_goldens: bool) -> None:
    source = Source("layout.yaml", case.text)
    judge(case, in_order(load_layout(source).diagnostics, source), update_goldens)


@pytest.mark.parametrize("case", REGISTRIES, ids=lambda case: case.id)
def test_own_bodies(case: Case, tmp_path: Path, update_goldens: bool) -> None:
    write_plan(tmp_path, case.text, "_registry.yaml")
    judge(case, project_bodies(tmp_path / "plans", tmp_path).diagnostics, update_goldens)


@pytest.mark.parametrize("case", STYLES, ids=lambda case: case.id)
def test_styles(case: Case, update_goldens: bool) -> None:
    source = Source("styles.yaml", case.text)
    loaded = load(source, DeclaredSheet)
    found = list(loaded.diagnostics)
    if loaded.judgeable and loaded.places:
        found += check_styles(loaded.judgeable, loaded.places)
    judge(case, in_order(found, source), update_goldens)


def judge(case: Case, found: tuple[Diagnostic, ...], update_goldens: bool) -> None:
    found = case.about(found)
    if update_goldens:
        rewrite(case, said(found))
    else:
        assert said(found) == case.expected


def test_only_what_is_no_mapping_or_lacks_a_first_line_is_said_at_the_beginning() -> None:
    at_beginning = {line.split()[1] for case in PLANS for line in case.expected if line.startswith("1:1 ")}
    assert at_beginning == {"S102", "S105"}
