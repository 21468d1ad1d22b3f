"""What plans of one run say of the same act, and how such a finding may stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.pipeline.outcomes import Outcome
from cchc.pipeline.validating import validate
from tests.pipeline.files import surroundings, validated, write_plan

PLAN = """\
period: {year}
jurisdiction: Đắk Nông
act: {{kind: decision}}
opening: Nghị định số 130/2005/NĐ-CP ngày {day} của Chính phủ.{comment}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_plan(tmp_path, PLAN.format(year=2024, day="17/10/2005", comment=""), "2024.yaml")
    write_plan(tmp_path, PLAN.format(year=2025, day="17/5/2005", comment=""), "2025.yaml")
    return tmp_path


def across(outcome: Outcome) -> list[tuple[str, int]]:
    """The plan and line of each contradiction between plans."""
    return [
        (Path(each.span.source.name).stem, each.span.line)
        for each in outcome.all_diagnostics()
        if each.code == "V111" and each.span
    ]


def test_a_contradiction_is_said_once_all_plans_are_read(folder: Path) -> None:
    assert across(validated(folder)) == [("2025", 4)]
    assert across(validated(folder, "2025")) == []


def test_a_comment_lets_it_stand(folder: Path) -> None:
    comment = "  # cchc: allow V111 vì văn bản gốc ghi như vậy"
    write_plan(folder, PLAN.format(year=2025, day="17/5/2005", comment=comment), "2025.yaml")
    assert across(validated(folder)) == []


def test_a_run_without_the_other_plan_does_not_call_that_comment_unused(folder: Path) -> None:
    comment = "  # cchc: allow V111 vì văn bản gốc ghi như vậy"
    write_plan(folder, PLAN.format(year=2025, day="17/5/2005", comment=comment), "2025.yaml")
    assert not [each for each in validated(folder, "2025").all_diagnostics() if each.code[0] == "Q"]


def test_settings_switch_it_off(folder: Path) -> None:
    (folder / "cchc.toml").write_text('rules = {V111 = "off"}\n', encoding="utf-8")
    assert across(validated(folder)) == []


def test_the_baseline_knows_it(folder: Path) -> None:
    *_, recorded = validate((), surroundings(folder), write_baseline=True)
    assert isinstance(recorded, Outcome)
    told = validated(folder)
    assert (across(told), told.all_known()) == ([], len(recorded.all_diagnostics()))
    # A run over one plan, which cannot find it, forgets nothing.
    list(validate(("2025",), surroundings(folder), write_baseline=True))
    assert across(validated(folder)) == []
