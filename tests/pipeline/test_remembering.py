"""A plan is built again when anything that decides its output has changed, and only then; what was found is told."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from cchc.cli.telling import Telling, formatted
from cchc.diagnostics import Severity
from cchc.pipeline.building import build
from cchc.pipeline.outcomes import BuildRequest, Outcome
from cchc.pipeline.remembering import NAME
from tests.pipeline.files import surroundings, write_plan
from tests.plans import TODAY
from tests.printing import SMALL, shipped

TEXT = SMALL.read_text(encoding="utf-8")
IDS = ["2023", "2024", "2025"]
WARNED = TEXT.replace("Tổ chức hội nghị", "Hội nghị giữa giữa các sở")
"""The plan with a word typed twice, of which a warning tells."""
UNDATED = TEXT.replace("  number: 5\n  date: 2025-02-03\n", "")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for id_ in IDS:
        write_plan(tmp_path, WARNED if id_ == "2024" else TEXT, f"{id_}.yaml")
    return tmp_path


def run(folder: Path, request: BuildRequest = BuildRequest(), days: int = 0, **environ: str) -> Outcome:  # noqa: B008
    """The outcome of a build in ``folder``, ``days`` after today."""
    around = surroundings(folder)
    around = around._replace(today=TODAY + timedelta(days), environ={**around.environ, **environ})
    *_, outcome = build(request, around)
    assert isinstance(outcome, Outcome)
    return outcome


def stamps(folder: Path) -> dict[str, int]:
    """When each Word file was written; a file that takes another's place is another."""
    return {path.name: path.stat().st_ino for path in (folder / "out").rglob("*.docx")}


def journal(folder: Path) -> Path:
    return folder / "out" / NAME


def built_again(folder: Path, change: Callable[[], object], request: BuildRequest = BuildRequest()) -> list[str]:  # noqa: B008
    """The plans that a second run builds, after ``change``; what it leaves is what a run without memory makes."""
    run(folder, request)
    change()
    before = journal(folder).read_bytes()
    outcome = run(folder, request)
    after = journal(folder).read_bytes()
    assert after.startswith(before)
    slots = [json.loads(line[17:])["slot"] for line in after[len(before) :].splitlines()]
    left = {path.name: path.read_bytes() for path in (folder / "out").glob("*.docx")}
    said = outcome.all_diagnostics()
    journal(folder).unlink()
    fresh = run(folder, request)
    assert left == {path.name: path.read_bytes() for path in (folder / "out").glob("*.docx")}
    assert said == fresh.all_diagnostics()
    return [slot.partition(".")[0] for slot in slots]


def test_what_has_not_changed_is_not_built_again(folder: Path) -> None:
    assert built_again(folder, lambda: None) == []


def test_one_plan_that_changed_is_built_alone(folder: Path) -> None:
    assert built_again(folder, lambda: write_plan(folder, TEXT.replace("Rà soát", "Soát"), "2025.yaml")) == ["2025"]


def test_times_of_files_do_not_count(folder: Path) -> None:
    assert built_again(folder, lambda: os.utime(folder / "plans" / "2025.yaml", (0, 0))) == []


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("templates/styles.yaml", shipped("styles.yaml") + "\n# ours\n"),
        ("templates/plan.xml.j2", shipped("plan.xml.j2") + "\n"),
        ("templates/layouts/tasks.yaml", shipped("layouts/tasks.yaml").replace("landscape", "portrait")),
        ("plans/_registry.yaml", "agencies:\n  - {id: so-moi, name: Sở Mới, level: so}\n"),
        ("cchc.toml", 'rules = {N111 = "off"}\n'),
    ],
)
def test_what_all_plans_share_makes_all_of_them_anew(name: str, text: str, folder: Path) -> None:
    assert built_again(folder, lambda: write(folder / name, text)) == IDS


def test_a_baseline_concerns_its_plans(folder: Path) -> None:
    known = [{"code": "N111", "text": "- title: Hội nghị giữa giữa các sở", "times": 1}]
    text = json.dumps({"version": 1, "plans": {"2024": known}})
    assert [each.code for each in run(folder).plans[1].diagnostics if each.severity is Severity.WARNING] == ["N111"]
    assert built_again(folder, lambda: write(folder / "plans" / "_baseline.json", text)) == ["2024"]
    assert [(plan.known, len(plan.diagnostics)) for plan in run(folder).plans] == [(0, 0), (1, 0), (0, 0)]


def test_the_day_counts_for_plans_that_are_read_as_of_today(folder: Path) -> None:
    write_plan(folder, UNDATED, "2023.yaml")
    first = run(folder)
    lines = journal(folder).read_bytes()
    assert run(folder)._replace(plans=()) == first._replace(plans=())
    assert journal(folder).read_bytes() == lines
    run(folder, days=1)
    new = journal(folder).read_bytes().removeprefix(lines).splitlines()
    assert [json.loads(line[17:])["slot"] for line in new] == ["2023.docx"]


def test_source_date_epoch_counts(folder: Path) -> None:
    run(folder)
    before = stamps(folder)
    run(folder, SOURCE_DATE_EPOCH="86400")
    assert not set(before.items()) & set(stamps(folder).items())


def test_a_draft_has_a_memory_of_its_own(folder: Path) -> None:
    run(folder)
    lines = journal(folder).read_bytes()
    drafted = run(folder, BuildRequest(draft=True))
    assert not any(plan.unchanged for plan in drafted.plans)
    assert len(journal(folder).read_bytes().splitlines()) == len(lines.splitlines()) + 3
    assert all(plan.unchanged for plan in run(folder).plans)
    assert not any(plan.unchanged for plan in run(folder, BuildRequest(draft=True, round=2)).plans)


def test_force_builds_all_again(folder: Path) -> None:
    assert built_again(folder, lambda: None, BuildRequest(force=True)) == IDS


def test_an_output_that_is_gone_is_made_again(folder: Path) -> None:
    assert built_again(folder, (folder / "out" / "2024.docx").unlink) == ["2024"]


def test_an_output_that_was_edited_is_kept_and_made_again(folder: Path) -> None:
    run(folder)
    (folder / "out" / "2024.docx").write_bytes(b"edited")
    outcome = run(folder)
    assert [plan.unchanged for plan in outcome.plans] == [True, False, True]
    (kept,) = outcome.plans[1].kept_aside
    assert kept.read_bytes() == b"edited"
    assert all(plan.unchanged and not plan.kept_aside for plan in run(folder).plans)


def test_an_output_of_ours_that_is_not_this_one_is_made_again(folder: Path) -> None:
    """As after a build of that plan alone, which remembers nothing."""
    run(folder)
    write_plan(folder, TEXT.replace("Rà soát", "Soát"), "2025.yaml")
    run(folder, BuildRequest(("2025",)))
    write_plan(folder, TEXT, "2025.yaml")
    outcome = run(folder)
    assert [plan.unchanged for plan in outcome.plans] == [True, True, False]


def test_plans_with_errors_are_looked_at_again(folder: Path) -> None:
    broken = TEXT.replace("<#thi-hanh>", "<#khong-co>")
    write_plan(folder, broken, "2023.yaml")
    first = run(folder)
    assert first.exit_code == 1
    again = run(folder)
    assert (again.exit_code, again.all_diagnostics()) == (1, first.all_diagnostics())
    assert [bool(plan.written) for plan in again.plans] == [False, True, True]


def test_a_later_run_tells_the_same_in_every_format(folder: Path) -> None:
    outcomes = run(folder), run(folder)
    for form in ("json", "sarif", "github"):
        telling = Telling(form, Severity.ERROR, quiet=False)
        told = [formatted(telling, "build", outcome, "vi", folder) for outcome in outcomes]
        assert "N111" in told[0]
        assert told[1].replace('"unchanged": true', '"unchanged": false') == told[0]


def test_places_are_called_as_they_are_seen_from_where_it_runs(folder: Path) -> None:
    run(folder)
    inside = folder / "plans"
    around = surroundings(folder)._replace(cwd=inside)
    *_, outcome = build(BuildRequest(), around)
    assert isinstance(outcome, Outcome)
    assert all(plan.unchanged for plan in outcome.plans)
    assert {each.span.source.name for each in outcome.all_diagnostics() if each.span} == {"2024.yaml"}


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:0],
        lambda data: b"\x00\xff" * len(data),
        lambda data: data[: len(data) // 2],
        lambda data: data.replace(b'"inputs"', b'"inputz"'),
        lambda data: data[::-1],
    ],
    ids=["empty", "binary", "cut", "altered", "backwards"],
)
def test_a_memory_that_is_damaged_is_none(damage: Callable[[bytes], bytes], folder: Path) -> None:
    first = run(folder)
    data = journal(folder).read_bytes()
    journal(folder).write_bytes(damage(data))
    again = run(folder)
    assert again.all_diagnostics() == first.all_diagnostics()
    assert all(plan.written for plan in again.plans)
    assert all(plan.unchanged for plan in run(folder).plans)


@pytest.mark.parametrize("told", ["", "x", 5, None, [], {"found": [[]]}])
def test_a_memory_of_another_make_is_none(told: object, folder: Path) -> None:
    """Its lines are sealed as ours are, and say something else."""
    from cchc.workspace.journal import Journal

    first = run(folder)
    lines = [json.loads(line) for line in Journal(journal(folder)).lines()]
    for entry in lines:
        entry["told"] = told
    Journal(journal(folder)).rewrite(map(json.dumps, lines))
    again = run(folder)
    assert again.all_diagnostics() == first.all_diagnostics()
    assert len(journal(folder).read_bytes().splitlines()) == 6


def test_a_run_over_some_plans_forgets_no_others(folder: Path) -> None:
    run(folder)
    run(folder, BuildRequest(("2023", "2024")))
    assert all(plan.unchanged for plan in run(folder).plans)


def test_the_memory_does_not_grow_for_ever(folder: Path) -> None:
    sizes = set()
    for _ in range(60):
        run(folder, BuildRequest(("2023", "2025"), force=True))
        sizes.add(len(journal(folder).read_bytes().splitlines()))
    assert max(sizes) < 110
    assert all(plan.unchanged for plan in run(folder, BuildRequest(("2023", "2025"))).plans)


def test_where_nothing_can_be_remembered_everything_is_built(folder: Path) -> None:
    journal(folder).mkdir(parents=True)
    assert [plan.unchanged for plan in run(folder).plans] == [False] * 3
    assert run(folder).exit_code == 0


def test_one_plan_alone_leaves_no_memory(folder: Path) -> None:
    run(folder, BuildRequest(("2025",)))
    assert [path.name for path in (folder / "out").iterdir()] == ["2025.docx"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes")
def test_what_is_no_file_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "plans" / "2026.yaml")
    assert [plan.diagnostics[0].code for plan in run(folder).plans if not plan.written] == ["W007"]
