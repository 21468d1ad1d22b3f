"""Plans that others carry out: each is read once a run, in `cchc validate` alone, and found by its id."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from cchc.pipeline.building import build
from cchc.pipeline.outcomes import BuildRequest, Outcome
from cchc.pipeline.texts import read_source
from tests.pipeline.files import surroundings, validated, write_plan

FIVE_YEARS = """\
period: 2021-2025
act: {kind: decision}
body: [{title: Mục tiêu, objectives: Tối thiểu 80% hồ sơ được xử lý trên môi trường mạng}]
"""
ONE_YEAR = """\
period: 2025
implements: 2021-2025
act: {kind: decision}
body: [{title: Mục tiêu, objectives: Tối thiểu 70% hồ sơ được xử lý trên môi trường mạng}]
"""


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each file is read from now on."""
    times: Counter[str] = Counter()
    original = read_source

    def counted(path: Path, name: str) -> Any:
        times[path.name] += 1
        return original(path, name)

    monkeypatch.setattr("cchc.pipeline.checking.read_source", counted)
    return times


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two plans that carry out a third."""
    write_plan(tmp_path, FIVE_YEARS, "2021-2025.yaml")
    for name in ("2025.yaml", "2025-bo-sung.yaml"):
        write_plan(tmp_path, ONE_YEAR, name)
    return tmp_path


def codes(folder: Path, *operands: str) -> list[str]:
    return [each.code for each in validated(folder, *operands).all_diagnostics() if each.code in ("K107", "S202")]


def test_every_plan_is_read_once(project: Path, read: Counter[str]) -> None:
    assert codes(project) == ["K107", "K107"]
    assert read == {"2021-2025.yaml": 1, "2025.yaml": 1, "2025-bo-sung.yaml": 1}


def test_a_plan_that_was_not_asked_for_is_read_and_not_judged(project: Path, read: Counter[str]) -> None:
    write_plan(project, FIVE_YEARS.replace("80%", "800%"), "2021-2025.yaml")
    outcome = validated(project, "2025")
    assert [plan.id for plan in outcome.plans] == ["2025"]
    assert "K104" not in {each.code for each in outcome.all_diagnostics()}
    assert read == {"2021-2025.yaml": 1, "2025.yaml": 1}


def test_the_other_plan_is_shown_in_its_own_file(project: Path) -> None:
    (found,) = (each for each in validated(project, "2025").all_diagnostics() if each.code == "K107")
    (there,) = found.related
    assert (there.span.line, there.span.text) == (3, "80%")
    assert Path(there.span.source.name).name == "2021-2025.yaml"


def test_two_plans_may_carry_out_each_other(project: Path) -> None:
    write_plan(project, FIVE_YEARS.replace("act:", "implements: 2025\nact:"), "2021-2025.yaml")
    assert codes(project, "2025") == ["K107"]


def test_of_several_folders_the_own_one_goes_first(project: Path) -> None:
    write_plan(project, FIVE_YEARS.replace("80%", "60%"), "khac/2021-2025.yaml")
    write_plan(project, ONE_YEAR, "khac/2025-khac.yaml")
    assert codes(project, "2025") == ["K107"]
    assert codes(project, "2025-khac") == []


def test_a_build_reads_no_other_plan(project: Path, read: Counter[str]) -> None:
    *_, outcome = build(BuildRequest(("2025",)), surroundings(project))
    assert read == {"2025.yaml": 1}
    assert isinstance(outcome, Outcome)
    assert "K107" not in {each.code for each in outcome.all_diagnostics()}
