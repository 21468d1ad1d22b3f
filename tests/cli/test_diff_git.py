"""``cchc diff --git`` called by the real git: as the README configures it, whatever happened to the file."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Program
from tests.cli.two_plans import PLAN
from tests.repositories import Repo

ROOT = Path(__file__).parents[2]
OTHER = PLAN.replace("lead: Sở Nội vụ", "lead: Sở Y tế")
AROUND = {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "GIT_PAGER": "cat"}
TOLD = "cơ quan chủ trì: Sở Nội vụ → Sở Y tế"

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A repository that asks us for the differences of its plans, with one plan."""
    found = Repo(tmp_path / "kho")
    found.write(".gitattributes", "plans/*.yaml diff=cchc\n")
    found.git("config", "diff.cchc.command", f'"{sys.executable}" -m cchc diff --git')
    found.commit(**{"plans/2025.yaml": PLAN, "ghi-chu.txt": "một\n"})
    return found


def asked(repo: Repo, *arguments: str) -> str:
    return repo.git(*arguments, environ=AROUND)


def test_git_diff_shows_the_task_and_leaves_other_files_to_git(repo: Repo) -> None:
    repo.write("plans/2025.yaml", OTHER)
    repo.write("ghi-chu.txt", "hai\n")
    shown = asked(repo, "diff")
    assert "diff --cchc a/plans/2025.yaml b/plans/2025.yaml" in shown
    assert TOLD in shown
    assert "(a/plans/2025.yaml:8 → b/plans/2025.yaml:8)" in shown
    assert "-một\n+hai\n" in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize("command", [("log", "-p", "--ext-diff", "-1"), ("show", "--ext-diff")])
def test_log_and_show(command: tuple[str, ...], repo: Repo) -> None:
    repo.commit(**{"plans/2025.yaml": OTHER})
    assert TOLD in asked(repo, *command)


def test_a_plan_that_was_added_or_deleted_is_shown_as_text(repo: Repo) -> None:
    repo.write("plans/2026.yaml", OTHER)
    repo.git("add", "--all")
    shown = asked(repo, "diff", "--cached")
    assert "--- /dev/null\n+++ b/plans/2026.yaml\n" in shown
    assert "+period: 2025\n" in shown
    repo.commit()
    repo.git("rm", "--quiet", "plans/2025.yaml")
    shown = asked(repo, "diff", "--cached")
    assert "--- a/plans/2025.yaml\n+++ /dev/null\n" in shown
    assert "-period: 2025\n" in shown


def test_a_renamed_plan_is_followed(repo: Repo) -> None:
    repo.git("mv", "plans/2025.yaml", "plans/2026.yaml")
    repo.write("plans/2026.yaml", OTHER)
    repo.git("add", "--all")
    shown = asked(repo, "diff", "--cached", "-M30%")
    assert "diff --cchc a/plans/2025.yaml b/plans/2026.yaml" in shown
    assert TOLD in shown


BROKEN = {
    "no YAML": PLAN.replace("act: {", "act: [", 1),
    "no plan": PLAN.replace("period: 2025", "period: hai"),
    "empty": "",
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_plan_is_shown_as_text_with_why(name: str, repo: Repo) -> None:
    repo.write("plans/2025.yaml", BROKEN[name])
    repo.write("ghi-chu.txt", "hai\n")
    shown = asked(repo, "diff", "--", "plans", "ghi-chu.txt")
    assert shown.count("so sánh theo từng dòng chữ, vì b/plans/2025.yaml chưa đọc được") == 1
    assert "--- a/plans/2025.yaml\n+++ b/plans/2025.yaml\n" in shown
    gone = next(line for line in PLAN.splitlines() if line not in BROKEN[name])
    assert f"-{gone}\n" in shown
    assert "-một\n+hai\n" in shown


def test_what_is_not_of_the_plan_is_shown_as_text(repo: Repo) -> None:
    repo.write("plans/2025.yaml", "# bản ký ngày 30 tháng 12\n" + PLAN)
    shown = asked(repo, "diff")
    assert "kế hoạch không đổi" in shown
    assert "+# bản ký ngày 30 tháng 12\n" in shown


def test_what_stands_beside_plans_is_shown_as_text(repo: Repo) -> None:
    repo.commit(**{"plans/_registry.yaml": "agencies: []\n"})
    repo.write("plans/_registry.yaml", "agencies:\n")
    shown = asked(repo, "diff")
    assert "-agencies: []\n+agencies:\n" in shown
    assert "chưa đọc được" not in shown


def test_a_conflict_is_said_and_its_sides_can_be_compared(
    repo: Repo, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.git("switch", "--quiet", "--create", "khac")
    repo.commit(**{"plans/2025.yaml": OTHER})
    repo.git("switch", "--quiet", "main")
    repo.commit(**{"plans/2025.yaml": PLAN.replace("lead: Sở Nội vụ", "lead: Sở Xây dựng")})
    with pytest.raises(AssertionError):
        repo.git("merge", "khac")
    # Of the work tree git shows both sides by itself; elsewhere it asks us with the name alone.
    assert "<<<<<<< HEAD" in asked(repo, "diff")
    shown = asked(repo, "diff", "--cached")
    assert "plans/2025.yaml: đang xung đột" in shown
    sides = (":2:plans/2025.yaml", ":3:plans/2025.yaml")
    assert f"cchc diff {' '.join(sides)}" in shown
    monkeypatch.chdir(repo.top)
    ran = program("diff", *sides)
    assert (ran.code, ran.err) == (1, "")
    assert "Sở Xây dựng → Sở Y tế" in ran.out


ANSWERED = {
    "no argument": (),
    "too few": ("plans/2025.yaml", "x"),
    "too many": tuple("abcdefghijk"),
    "files that are not there": ("plans/2025.yaml", "/khong/co", "0", "100644", "/khong/cung", "0", "100644"),
    "both deleted": ("plans/2025.yaml", "/dev/null", ".", ".", "/dev/null", ".", "."),
}


@pytest.mark.parametrize("name", ANSWERED)
def test_the_exit_code_is_always_0(name: str, program: Program) -> None:
    assert program("diff", "--git", *ANSWERED[name]).code == 0


def test_a_mistake_of_ours_is_told_and_git_goes_on(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("không chia được")

    monkeypatch.setattr("cchc.pipeline.comparing_for_git.answer", fail)
    ran = program("diff", "--git", "plans/2025.yaml")
    assert ran.code == 0
    assert "ZeroDivisionError: không chia được" in ran.err


@pytest.mark.parametrize("option", ["--exit-zero", "--only=editorial", "--fail-on=lead", "-o=x", "--templates=x"])
def test_no_other_option_goes_with_it(option: str, program: Program) -> None:
    assert program("diff", "--git", option, "plans/2025.yaml").code == 2
