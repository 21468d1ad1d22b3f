"""A reviewer is told in comments what ``cchc validate`` finds in the same plans, other plans taken into account."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from cchc.diagnostics import Diagnostic
from cchc.language.unbroken import plain
from cchc.pipeline.building import build
from cchc.pipeline.outcomes import BuildRequest, Outcome
from cchc.pipeline.validating import validate
from tests.pipeline.files import surroundings, validated, write_plan

FIVE_YEARS = """\
period: 2021-2025
jurisdiction: Đắk Nông
act: {kind: decision}
opening: Nghị định số 130/2005/NĐ-CP ngày 17/10/2005 của Chính phủ.
body: [{title: Mục tiêu, objectives: Tối thiểu 80% hồ sơ được xử lý trên môi trường mạng}]
"""
ONE_YEAR = """\
period: 2025
implements: 2021-2025
jurisdiction: Đắk Nông
act: {kind: decision}
opening: Theo Nghị định số 130/2005/NĐ-CP ngày 17/5/2005 của Chính phủ.
body: [{title: Mục tiêu, objectives: Tối thiểu 70% hồ sơ được xử lý trên môi trường mạng}]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A plan that carries out another, and dates an act otherwise."""
    write_plan(tmp_path, FIVE_YEARS, "2021-2025.yaml")
    write_plan(tmp_path, ONE_YEAR)
    return tmp_path


def told(folder: Path, *operands: str) -> Iterator[tuple[str, str]]:
    """The name of each annotated file with the last line of each of its comments."""
    request = BuildRequest(operands, annotate=code_and_line)
    *_, outcome = build(request, surroundings(folder))
    assert isinstance(outcome, Outcome)
    for plan in outcome.plans:
        [path] = plan.written
        said = [comment.text for comment in docx.Document(str(path)).comments]
        assert plan.comments == len(said) == len(plan.diagnostics)
        yield from ((path.name, each) for each in said)


def code_and_line(found: Diagnostic) -> str:
    return f"{found.code}:{found.span.line if found.span else 0}"


def test_what_two_plans_contradict_each_other_in_stands_in_the_one_that_is_pointed_at(project: Path) -> None:
    comments = list(told(project))
    assert [each for each in comments if each[1].startswith("V111")] == [("2025.nhan-xet.docx", "V111:5")]


def test_a_target_below_that_of_the_plan_that_is_carried_out(project: Path) -> None:
    assert ("2025.nhan-xet.docx", "K107:6") in told(project, "2025")


def test_it_is_all_that_validate_finds_and_nothing_else(project: Path) -> None:
    for operands in ((), ("2025",), ("2021-2025",)):
        found = map(code_and_line, validated(project, *operands).all_diagnostics())
        assert sorted(said for _, said in told(project, *operands)) == sorted(found)


def test_what_is_known_or_allowed_is_not_told_again(project: Path) -> None:
    write_plan(project, ONE_YEAR.replace("opening:", "# cchc: allow V111 vì bản gốc ghi thế\nopening:"))
    assert "V111" not in {said.partition(":")[0] for _, said in told(project)}
    write_plan(project, ONE_YEAR)
    list(validate((), surroundings(project), write_baseline=True))
    assert list(told(project)) == []


def test_a_run_over_more_plans_than_are_kept_comments_at_their_places(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A plan that is read twice is still the same: its comment stands at its own words."""
    monkeypatch.setattr("cchc.pipeline.implemented._KEPT", 1)
    assert ("2025.nhan-xet.docx", "V111:5") in told(project)
    document = docx.Document(str(project / "out" / "2025.nhan-xet.docx"))
    [comment] = [each for each in document.comments if each.text == "V111:5"]
    marked = [
        plain(paragraph.text)
        for paragraph in document.paragraphs
        if paragraph._p.xpath(f"./w:commentRangeStart[@w:id='{comment.comment_id}']")
    ]
    assert marked == ["Theo Nghị định số 130/2005/NĐ-CP ngày 17/5/2005 của Chính phủ."]
