"""A plan that had other names is found under them, whichever way the history runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.workspace.operands import project_of
from cchc.workspace.past import PlanAt
from cchc.workspace.versions import versions
from tests.repositories import ENVIRON, Repo


def plan(*changed: int) -> str:
    """Twenty lines, those of ``changed`` unlike the others' first state."""
    return "".join(f"- nhiệm vụ {n}{' đã sửa' * changed.count(n)}\n" for n in range(20))


def past(repo: Repo, old: str, new: str = "2025", cwd: Path | None = None) -> PlanAt:
    here = cwd or repo.top
    first, _, problems = versions(old, new, project_of((old, new), here), here, ENVIRON, "linux")
    assert problems == ()
    assert isinstance(first, PlanAt)
    return first


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A plan that is changed between renames until nothing of its first state is half of its last."""
    made = Repo(tmp_path / "kho")
    made.commit(**{"dự thảo/kế hoạch.yaml": plan(), "plans/2024.yaml": "other: plan\n"})
    made.git("tag", "dau")
    (made.top / "dự thảo" / "kế hoạch.yaml").rename(made.top / "plans" / "kh.yaml")
    made.commit(**{"plans/kh.yaml": plan(*range(5))})
    made.commit(**{"plans/kh.yaml": plan(*range(12))})
    (made.top / "plans" / "kh.yaml").rename(made.top / "plans" / "2025.yaml")
    made.commit(**{"plans/2025.yaml": plan(*range(12), 13)})
    made.commit(**{"plans/2025.yaml": plan(*range(20))})
    return made


@pytest.mark.parametrize(
    ("revision", "path"),
    [
        ("dau", "dự thảo/kế hoạch.yaml"),
        ("HEAD~3", "plans/kh.yaml"),
        ("HEAD~2", "plans/kh.yaml"),
        ("HEAD~1", "plans/2025.yaml"),
    ],
)
def test_back_through_every_name(repo: Repo, revision: str, path: str) -> None:
    for old in (f"{revision}:2025", revision, f"{revision}:plans/2025.yaml"):
        for cwd in (repo.top, repo.top / "plans"):
            found = past(repo, old, cwd=cwd)
            assert found.name == f"{revision}:{path}"
            assert found.called_now == (None if path == "plans/2025.yaml" else "plans/2025.yaml")


def test_a_name_that_was_another_plans_then_is_that_plan(repo: Repo) -> None:
    (repo.top / "plans" / "2024.yaml").rename(repo.top / "plans" / "2023.yaml")
    repo.commit(**{"plans/2024.yaml": plan(1, 3, 5)})
    found = past(repo, "HEAD~1:2024")
    assert (found.stored.read(), found.called_now) == (b"other: plan\n", None)


def test_forward_to_a_name_that_came_later(repo: Repo) -> None:
    first, second, problems = versions(
        "dau:dự thảo/kế hoạch.yaml", "HEAD", project_of((), repo.top), repo.top, ENVIRON, "linux"
    )
    assert problems == ()
    assert isinstance(first, PlanAt)
    assert isinstance(second, PlanAt)
    assert (first.name, second.name) == ("dau:dự thảo/kế hoạch.yaml", "HEAD:plans/2025.yaml")


def test_onto_another_branch(repo: Repo) -> None:
    repo.git("checkout", "--quiet", "-b", "nhánh", "dau")
    (repo.top / "dự thảo" / "kế hoạch.yaml").rename(repo.top / "plans" / "bản khác.yaml")
    repo.commit(**{"plans/bản khác.yaml": plan(19)})
    repo.git("checkout", "--quiet", "main")
    assert past(repo, "nhánh:2025").name == "nhánh:plans/bản khác.yaml"


def test_a_rename_in_a_merge(repo: Repo) -> None:
    repo.git("checkout", "--quiet", "-b", "nhánh")
    repo.commit(**{"plans/khac.yaml": "khác\n"})
    repo.git("checkout", "--quiet", "main")
    repo.git("merge", "--quiet", "--no-ff", "--no-commit", "nhánh")
    repo.git("mv", "plans/2025.yaml", "plans/2025-ky.yaml")
    repo.git("commit", "--quiet", "--message", "gộp")
    assert past(repo, "HEAD~1:2025-ky", "2025-ky").name == "HEAD~1:plans/2025.yaml"
    assert past(repo, "dau:2025-ky", "2025-ky").name == "dau:dự thảo/kế hoạch.yaml"


@pytest.mark.parametrize("staged", [False, True])
def test_a_rename_that_is_not_committed(repo: Repo, staged: bool) -> None:
    (repo.top / "plans" / "2025.yaml").rename(repo.top / "plans" / "2025-ký.yaml")
    repo.write("plans/2025-ký.yaml", plan(*range(20)) + "- thêm\n")
    if staged:
        repo.git("add", "--all")
    assert past(repo, "HEAD:2025-ký", "2025-ký").name == "HEAD:plans/2025.yaml"
    assert past(repo, "dau:2025-ký", "2025-ký").name == "dau:dự thảo/kế hoạch.yaml"


def test_a_new_file_has_no_past(repo: Repo) -> None:
    repo.write("plans/2026.yaml", "quite: another\n")
    (repo.top / "plans" / "2025.yaml").unlink()
    _, _, problems = versions("HEAD:2026", "2026", project_of((), repo.top), repo.top, ENVIRON, "linux")
    assert [each.code for each in problems] == ["W411"]
    repo.commit()
    repo.commit(**{"plans/2026.yaml": "quite: other\n"})
    _, _, problems = versions("dau:2026", "2026", project_of((), repo.top), repo.top, ENVIRON, "linux")
    assert [each.code for each in problems] == ["W411"]


def test_a_whole_folder_that_moved(tmp_path: Path) -> None:
    made = Repo(tmp_path / "kho")
    made.commit(**{"plans/2025.yaml": plan(), "plans/a/2024.yaml": plan(1, 2, 3)})
    (made.top / "tỉnh").mkdir()
    (made.top / "plans").rename(made.top / "tỉnh" / "plans")
    made.commit()
    made.commit(**{"tỉnh/plans/2025.yaml": plan(4)})
    below = made.top / "tỉnh"
    assert past(made, "HEAD~2:2025", cwd=below).name == "HEAD~2:plans/2025.yaml"
    assert past(made, "HEAD~2:2024", cwd=below / "plans" / "a").name == "HEAD~2:plans/a/2024.yaml"
