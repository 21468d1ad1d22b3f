"""Two operands to two judged plans: texts of the past with the layouts, templates and bodies of their time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from cchc.pipeline.sides import Edition, Sides, open_external_diff, open_sides
from cchc.report.line_difference import line_difference
from cchc.workspace.external_diff import external_diff
from cchc.workspace.trouble import WorkspaceError
from tests.repositories import ENVIRON, Repo

PLAN = """\
period: 2025
jurisdiction: Đắk Nông
act: {kind: decision}
appendices:
  - title: Nhiệm vụ
    layout: LAYOUT
    tasks:
      - {title: Rà soát thủ tục, lead: Sở Nội vụFIELD}
"""
LAYOUT = """\
columns:
  - {label: STT, show: label, width: 10}
  - {label: Nhiệm vụ, show: title, width: 60}
  - {label: Chủ trì, show: lead, width: 30}
rows:
  tasks: Nhiệm vụ 1
"""


def plan(layout: str = "tasks", field: str = "", title: str = "Rà soát thủ tục") -> str:
    return PLAN.replace("LAYOUT", layout).replace("FIELD", field).replace("Rà soát thủ tục", title)


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return Repo(tmp_path / "kho")


def sides(repo: Repo, old: str, new: str, cwd: Path | None = None) -> tuple[Edition, Edition]:
    opened = open_sides(old, new, repo.around(cwd))
    assert opened.problems == ()
    assert opened.old is not None
    assert opened.new is not None
    return opened.old, opened.new


def errors(edition: Edition) -> list[str]:
    return [each.code for each in edition.diagnostics if each.severity == "error"]


def test_both_plans_are_read_and_judged(repo: Repo) -> None:
    repo.commit(**{"plans/2025.yaml": plan()})
    repo.write("plans/2025.yaml", plan(title="Cắt giảm thủ tục"))
    old, new = sides(repo, "HEAD:2025", "2025")
    assert old.checked is not None
    assert new.checked is not None
    titles = [next(iter(side.checked.plan.tables()))[1].tasks[0].title for side in (old, new) if side.checked]
    assert [str(title) for title in titles] == ["Rà soát thủ tục", "Cắt giảm thủ tục"]
    assert (old.name, old.id, new.name, new.id) == (
        "HEAD:plans/2025.yaml",
        "2025",
        str(Path("plans/2025.yaml")),
        "2025",
    )
    commit = repo.git("rev-parse", "HEAD")[:7]
    assert (old.file_id, new.file_id) == (f"2025@{commit}", "2025")


def test_an_error_of_the_past_stands_in_the_revision(repo: Repo) -> None:
    repo.commit(**{"plans/2025.yaml": plan().replace("period", "perod")})
    repo.commit(**{"plans/2025.yaml": plan()})
    opened = open_sides("HEAD~1:2025", "2025", repo.around())
    assert opened.old is not None
    assert opened.comparable is None
    found = next(each for each in opened.old.diagnostics if each.severity == "error")
    assert str(found.span).startswith("HEAD~1:plans/2025.yaml:1:")
    said = opened.why_as_text()
    assert said is not None
    assert (said.code, str(said.span)) == ("W421", str(found.span))
    assert said.message.en.startswith("compared line by line, since HEAD~1:plans/2025.yaml cannot be read: ")


def test_a_plan_of_the_past_has_the_layouts_of_its_time(repo: Repo) -> None:
    """A layout that has gone since, and one that has lost a field since."""
    with_field = LAYOUT.replace("columns:", "fields: {venue: {title: Địa điểm}}\ncolumns:")
    repo.commit(
        **{
            "plans/2025.yaml": plan("rieng", ", venue: Hội trường"),
            "plans/2024.yaml": plan("da-bo"),
            "templates/layouts/rieng.yaml": with_field,
            "templates/layouts/da-bo.yaml": LAYOUT,
        }
    )
    (repo.top / "templates/layouts/da-bo.yaml").unlink()
    repo.commit(
        **{
            "plans/2025.yaml": plan("rieng"),
            "plans/2024.yaml": plan("tasks"),
            "templates/layouts/rieng.yaml": LAYOUT,
        }
    )
    for id_ in ("2025", "2024"):
        old, new = sides(repo, f"HEAD~1:{id_}", id_)
        assert (errors(old), errors(new)) == ([], [])
        assert old.opened.looks is not new.opened.looks
    old, _ = sides(repo, "HEAD~1:2025", "2025")
    repo.write("plans/2025.yaml", old.text or "")
    _, new = sides(repo, "HEAD~1:2025", "2025")
    assert errors(new) == ["S101"], "with the layouts of today the field is refused"


def test_a_mistake_in_a_layout_of_the_past_is_called_by_its_revision(repo: Repo) -> None:
    repo.commit(
        **{"plans/2025.yaml": plan("rieng"), "templates/layouts/rieng.yaml": LAYOUT.replace("columns", "colums")}
    )
    repo.commit(**{"templates/layouts/rieng.yaml": LAYOUT})
    old, new = sides(repo, "HEAD~1:2025", "2025")
    assert errors(new) == []
    places = [str(each.span) for each in old.diagnostics if each.severity == "error"]
    assert places
    assert {place.rpartition(".yaml")[0] for place in places} == {"HEAD~1:templates/layouts/rieng"}


@pytest.mark.parametrize("folder", ["mau", "mẫu/của tỉnh"])
def test_the_settings_of_then_say_where_the_templates_were(repo: Repo, folder: str) -> None:
    repo.commit(
        **{
            "plans/2025.yaml": plan("rieng"),
            "cchc.toml": f'templates = "{folder}"',
            f"{folder}/layouts/rieng.yaml": LAYOUT,
        }
    )
    (repo.top / folder / "layouts" / "rieng.yaml").unlink()
    repo.commit(**{"plans/2025.yaml": plan(), "cchc.toml": 'lang = "vi"'})
    old, new = sides(repo, "HEAD~1:2025", "2025")
    assert (errors(old), errors(new)) == ([], [])


def test_templates_outside_the_repository_are_those_of_the_disk(repo: Repo) -> None:
    shared = repo.top.parent / "chung" / "layouts"
    shared.mkdir(parents=True)
    (shared / "rieng.yaml").write_text(LAYOUT, encoding="utf-8")
    repo.commit(**{"plans/2025.yaml": plan("rieng"), "cchc.toml": 'templates = "../chung"'})
    old, new = sides(repo, "HEAD:2025", "2025")
    assert (errors(old), errors(new)) == ([], [])


def test_a_folder_of_the_command_line_is_for_both(repo: Repo, tmp_path: Path) -> None:
    chosen = tmp_path / "chon" / "layouts"
    chosen.mkdir(parents=True)
    (chosen / "rieng.yaml").write_text(LAYOUT, encoding="utf-8")
    repo.commit(
        **{"plans/2025.yaml": plan("rieng"), "templates/layouts/rieng.yaml": LAYOUT.replace("columns", "colums")}
    )
    opened = open_sides("HEAD:2025", "2025", repo.around(), chosen.parent)
    assert opened.comparable is not None


def test_bodies_of_the_past_and_those_that_came_later(repo: Repo) -> None:
    body = "agencies:\n  - {id: to-cong-nghe-so, name: Tổ công nghệ số}\n"
    repo.commit(**{"plans/2025.yaml": plan()})
    repo.commit(**{"plans/_registry.yaml": body})
    repo.commit(**{"plans/_registry.yaml": body.replace("Tổ", "Ban")})
    names = {}
    for revision in ("HEAD~2", "HEAD~1"):
        old, _ = sides(repo, f"{revision}:2025", "2025")
        known = old.opened.registry.known("to-cong-nghe-so")
        assert known is not None
        names[revision] = known.name
    assert names == {"HEAD~2": "Ban công nghệ số", "HEAD~1": "Tổ công nghệ số"}


def test_a_project_below_the_top(repo: Repo) -> None:
    repo.commit(**{"tỉnh/plans/2025.yaml": plan("rieng"), "tỉnh/templates/layouts/rieng.yaml": LAYOUT})
    old, new = sides(repo, "HEAD:2025", "2025", repo.top / "tỉnh" / "plans")
    assert (errors(old), errors(new), old.name) == ([], [], "HEAD:tỉnh/plans/2025.yaml")


def test_what_cannot_be_had_is_said_and_no_side(repo: Repo) -> None:
    repo.commit(**{"plans/2025.yaml": plan(), "plans/2024.yaml": "version https://git-lfs.github.com/spec/v1\n"})
    opened = open_sides("HEAD~5:2025", "HEAD:2024", repo.around())
    assert opened.old is None
    assert [each.code for each in opened.problems] == ["W401"]
    assert opened.new is not None
    assert (opened.new.checked, errors(opened.new)) == (None, ["W405"])


def test_a_plan_outside_the_repository_has_no_past_in_it(repo: Repo, tmp_path: Path) -> None:
    repo.commit(**{"plans/2025.yaml": plan()})
    (tmp_path / "ngoai.yaml").write_text(plan(), encoding="utf-8")
    opened = open_sides("HEAD", str(tmp_path / "ngoai.yaml"), repo.around())
    assert [each.code for each in opened.problems] == ["W415"]


# What git hands over


@pytest.fixture
def driver(repo: Repo, tmp_path: Path) -> Path:
    """A program that runs ours on what git gives it, set as git's driver for plans; the file of what it found."""
    log, script = tmp_path / "log", tmp_path / "driver.py"
    script.write_text(
        f"""\
import sys
from datetime import date
from pathlib import Path
from cchc.pipeline.outcomes import Surroundings
from cchc.pipeline.sides import open_external_diff
from cchc.report.line_difference import line_difference
from cchc.workspace.external_diff import external_diff

asked = external_diff(sys.argv[1:])
with open({str(log)!r}, "a", encoding="utf-8") as log:
    if asked.unmerged:
        print("unmerged", asked.path, file=log)
    else:
        sides = open_external_diff(asked, Surroundings(Path.cwd(), {{}}, sys.platform, Path.home(), date(2026, 9, 1)))
        why = sides.why_as_text()
        print(*(side and side.name for side in (sides.old, sides.new)), sep="|", file=log)
        print("comparable" if sides.comparable else why and why.message.en or "one", file=log)
        texts = [side and side.text for side in (sides.old, sides.new)]
        log.writelines(line_difference(*texts, "old", "new"))
""",
        encoding="utf-8",
    )
    command = f'"{Path(sys.executable).as_posix()}" "{script.as_posix()}"'
    repo.git("config", "diff.cchc.command", command)
    repo.write(".gitattributes", "plans/*.yaml diff=cchc\n")
    return log


ROOT = str(Path(__file__).parents[2])


def told(repo: Repo, log: Path, *arguments: str) -> list[str]:
    """What the driver wrote when git ran it."""
    log.write_text("", encoding="utf-8")
    repo.git(*arguments, environ={"PYTHONPATH": ROOT, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"})
    return log.read_text(encoding="utf-8").splitlines()


def test_git_asks_about_a_change(repo: Repo, driver: Path) -> None:
    repo.commit(**{"plans/kế hoạch 2025.yaml": plan()})
    repo.write("plans/kế hoạch 2025.yaml", plan(title="Cắt giảm thủ tục"))
    lines = told(repo, driver, "diff")
    assert lines[:2] == ["a/plans/kế hoạch 2025.yaml|b/plans/kế hoạch 2025.yaml", "comparable"]
    assert [line for line in lines[2:] if line[:1] in "+-" and line[:3] not in ("+++", "---")] == [
        "-      - {title: Rà soát thủ tục, lead: Sở Nội vụ}",
        "+      - {title: Cắt giảm thủ tục, lead: Sở Nội vụ}",
    ]
    repo.commit()
    assert told(repo, driver, "log", "-p", "--ext-diff", "-1")[:2] == lines[:2]
    assert told(repo, driver, "show", "--ext-diff")[:2] == lines[:2]


def test_git_asks_about_files_that_came_and_went(repo: Repo, driver: Path) -> None:
    repo.commit(**{"plans/2024.yaml": plan(title="Một việc khác hẳn")})
    (repo.top / "plans" / "2024.yaml").unlink()
    repo.write("plans/2025.yaml", "hoàn toàn khác\n")
    repo.git("add", "--all")
    lines = told(repo, driver, "diff", "--cached", "--no-renames")
    assert lines[:4] == ["a/plans/2024.yaml|None", "one", "--- old", "+++ /dev/null"]
    assert "None|b/plans/2025.yaml" in lines
    assert lines[-4:] == ["--- /dev/null", "+++ new", "@@ -0,0 +1 @@", "+hoàn toàn khác"]


def test_git_asks_about_a_rename(repo: Repo, driver: Path) -> None:
    repo.commit(**{"plans/2025.yaml": plan()})
    repo.git("mv", "plans/2025.yaml", "plans/2025-ký.yaml")
    repo.write("plans/2025-ký.yaml", plan() + "# đã ký\n")
    repo.git("add", "--all")
    assert told(repo, driver, "diff", "--cached", "-M")[:2] == [
        "a/plans/2025.yaml|b/plans/2025-ký.yaml",
        "comparable",
    ]


def test_git_asks_about_a_plan_with_a_mistake(repo: Repo, driver: Path) -> None:
    repo.commit(**{"plans/2025.yaml": plan()})
    repo.write("plans/2025.yaml", plan().replace("period: 2025", "period: [2025"))
    lines = told(repo, driver, "diff")
    assert lines[1].startswith("compared line by line, since b/plans/2025.yaml cannot be read: ")
    assert {"-period: 2025", "+period: [2025"} <= set(lines)


def test_git_asks_about_a_file_in_conflict(repo: Repo, driver: Path) -> None:
    repo.commit(**{"plans/2025.yaml": plan()})
    repo.git("branch", "khac")
    repo.commit(**{"plans/2025.yaml": plan(title="Việc một")})
    repo.git("checkout", "--quiet", "khac")
    repo.commit(**{"plans/2025.yaml": plan(title="Việc hai")})
    merged = subprocess.run(["git", "merge", "main"], cwd=repo.top, env=ENVIRON, capture_output=True, check=False)
    assert merged.returncode == 1
    assert "unmerged plans/2025.yaml" in told(repo, driver, "diff", "--cached")


def test_the_arguments_of_git() -> None:
    seven = ("plans/x.yaml", "/tmp/old", "1" * 40, "100644", "plans/x.yaml", "0" * 40, "100644")
    asked = external_diff(seven)
    assert (asked.path, asked.new_path, asked.old, asked.new) == (
        "plans/x.yaml",
        "plans/x.yaml",
        Path("/tmp/old"),
        Path("plans/x.yaml"),
    )
    assert external_diff((*seven, "plans/y.yaml", "rename from x\nrename to y\n")).new_path == "plans/y.yaml"
    assert external_diff((seven[0], "/dev/null", ".", ".", *seven[4:])).old is None
    assert external_diff((*seven[:4], "/dev/null", ".", ".")).new is None
    assert external_diff(seven[:1]).unmerged
    for count in (0, 2, 6, 10):
        with pytest.raises(WorkspaceError) as caught:
            external_diff(("x",) * count)
        assert caught.value.diagnostic.code == "W422"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a\nb\n", "a\nc\n"),
        ("a\nb", "a\nb\n"),
        ("a\nb\n", "a\nb"),
        ("a", "b"),
        ("", "a\n"),
        ("a\n", ""),
        ("a\x0cb\u2028c\n", "a\x0cb\u2028d\n"),
        ("".join(f"{n}\n" for n in range(50)), "".join(f"{n}\n" for n in range(50) if n % 17)),
        ("ả\r\nb\r\n", "ả\r\nb\n"),
    ],
)
def test_lines_as_git_compares_them(repo: Repo, old: str, new: str) -> None:
    """git makes the new text of the old one and our lines."""
    repo.write("x", old)
    repo.write("patch", "".join(line_difference(old, new, "a/x", "b/x")))
    repo.git("apply", "--unidiff-zero", "patch") if "@@" in (repo.top / "patch").read_text(encoding="utf-8") else None
    assert (repo.top / "x").read_bytes().decode() == new


def test_equal_texts_have_no_difference() -> None:
    assert list(line_difference("a\n", "a\n", "x", "y")) == []
    assert list(line_difference(None, "", "x", "y")) == []


def test_sides_without_both_plans_are_not_comparable(repo: Repo) -> None:
    repo.commit(**{"plans/2025.yaml": plan()})
    asked = external_diff(("plans/2025.yaml", "/dev/null", ".", ".", "plans/2025.yaml", "0" * 40, "100644"))
    opened: Sides = open_external_diff(asked, repo.around())
    assert (opened.old, opened.comparable, opened.why_as_text()) == (None, None, None)
    assert opened.new is not None


def test_what_git_names_and_nobody_can_read_is_said(repo: Repo) -> None:
    repo.write("plans/2025.yaml", b"PK\x03\x04")
    repo.write("plans/2024.yaml", "Kế hoạch".encode("utf-16"))
    for name, code, readable in (("2025", "W301", False), ("2024", "Y004", True)):
        path = f"plans/{name}.yaml"
        opened = open_external_diff(external_diff((path, "/dev/null", ".", ".", path, ".", ".")), repo.around())
        assert opened.new is not None
        assert (errors(opened.new), opened.texts is not None) == ([code], readable)
        said = opened.why_as_text()
        assert said is not None
        assert f"b/{path}" in said.message.en
