"""What somebody may type to name a plan of the past, in repositories made by the real git."""

from __future__ import annotations

import unicodedata
from hashlib import sha1
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc.diagnostics import Diagnostic
from cchc.workspace.operands import project_of
from cchc.workspace.past import PlanAt
from cchc.workspace.trouble import is_trouble
from cchc.workspace.versions import Version, split, versions
from tests.repositories import ENVIRON, Repo

NFD_NAME = unicodedata.normalize("NFD", "kế-hoạch")
NFC_NAME = unicodedata.normalize("NFC", "kế-hoạch")


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """Three commits of a plan, the last one a tag, the first an annotated tag and a branch."""
    made = Repo(tmp_path / "kho")
    made.commit(**{"plans/2025.yaml": "one\n"})
    made.git("tag", "--annotate", "v1", "--message", "bản ký")
    made.git("branch", "du-thao/lan-1")
    made.commit(**{"plans/2025.yaml": "two\n", "plans/2024.yaml": "old\n"})
    made.commit(**{"plans/2025.yaml": "three\n"})
    made.git("tag", "v3")
    return made


def both(repo: Repo, old: str, new: str, cwd: Path | None = None) -> tuple[Version | None, Version | None, list[str]]:
    here = cwd or repo.top
    project = project_of((old, new), here)
    first, second, problems = versions(old, new, project, here, ENVIRON, "linux")
    return first, second, [each.code for each in problems]


def one(repo: Repo, operand: str, cwd: Path | None = None) -> Version:
    first, _, problems = both(repo, operand, str(repo.top / "plans" / "2025.yaml"), cwd)
    assert problems == []
    assert first is not None
    return first


def text(version: Version) -> str:
    return (version.stored.read() if isinstance(version, PlanAt) else version.path.read_bytes()).decode()


def problem(repo: Repo, operand: str, cwd: Path | None = None) -> Diagnostic:
    here = cwd or repo.top
    project = project_of((operand,), here)
    _, _, problems = versions(operand, str(repo.top / "plans" / "2025.yaml"), project, here, ENVIRON, "linux")
    (only,) = problems
    assert is_trouble(only)
    assert only.span is None
    return only


@pytest.mark.parametrize(
    ("operand", "name", "expected"),
    [
        ("HEAD~2:2025", "HEAD~2:plans/2025.yaml", "one\n"),
        ("HEAD^:plans/2025.yaml", "HEAD^:plans/2025.yaml", "two\n"),
        ("HEAD~1:plans\\2025.yaml", "HEAD~1:plans/2025.yaml", "two\n"),
        ("v1:2025", "v1:plans/2025.yaml", "one\n"),
        ("v3:./2025", "v3:plans/2025.yaml", "three\n"),
        ("du-thao/lan-1:2025", "du-thao/lan-1:plans/2025.yaml", "one\n"),
        ("@{0}:2024", "@{0}:plans/2024.yaml", "old\n"),
        ("HEAD^{/ngày 2}:2025", "HEAD^{/ngày 2}:plans/2025.yaml", "two\n"),
        (":2025", ":plans/2025.yaml", "three\n"),
        (":0:2025", ":0:plans/2025.yaml", "three\n"),
    ],
)
@pytest.mark.parametrize("below", ["", "plans", "du-lieu/sau"])
def test_a_plan_in_a_revision_from_any_folder(repo: Repo, operand: str, name: str, expected: str, below: str) -> None:
    cwd = repo.top / below
    cwd.mkdir(parents=True, exist_ok=True)
    found = one(repo, operand, cwd)
    assert isinstance(found, PlanAt)
    assert (found.name, text(found)) == (name, expected)
    assert found.id == name[-9:-5]


def test_a_path_is_the_repositorys_before_it_is_the_current_folders(repo: Repo) -> None:
    repo.commit(**{"khac/x.yaml": "top\n", "plans/khac/x.yaml": "below\n"})
    assert text(one(repo, "HEAD:khac/x.yaml", repo.top / "plans")) == "top\n"
    assert text(one(repo, "HEAD:./khac/x.yaml", repo.top / "plans")) == "below\n"
    assert text(one(repo, "HEAD:../khac/x.yaml", repo.top / "plans")) == "top\n"
    assert text(one(repo, f"HEAD:{repo.top / 'khac' / 'x.yaml'}")) == "top\n"


def test_the_index_and_the_disk_are_two(repo: Repo) -> None:
    path = repo.write("plans/2025.yaml", "staged\n")
    repo.git("add", "plans/2025.yaml")
    path.write_text("disk\n", encoding="utf-8")
    old, new, problems = both(repo, ":2025", "2025")
    assert problems == []
    assert old is not None
    assert new is not None
    assert (text(old), text(new)) == ("staged\n", "disk\n")


def test_the_sides_of_a_conflict(repo: Repo) -> None:
    repo.git("checkout", "--quiet", "du-thao/lan-1")
    repo.commit(**{"plans/2025.yaml": "theirs\n"})
    repo.git("checkout", "--quiet", "main")
    with pytest.raises(AssertionError):
        repo.git("merge", "du-thao/lan-1")
    assert text(one(repo, ":1:2025")) == "one\n"
    assert text(one(repo, ":2:2025")) == "three\n"
    assert text(one(repo, ":3:2025")) == "theirs\n"


@pytest.mark.parametrize(
    ("bare", "expected"), [("HEAD~2", "one\n"), ("v1", "one\n"), ("v3", "three\n"), ("HEAD~1:", "two\n")]
)
def test_a_revision_alone_is_of_the_other_operands_plan(repo: Repo, bare: str, expected: str) -> None:
    repo.write("plans/2025.yaml", "disk\n")
    for old, new, past in ((bare, "2025", 0), ("2025", bare, 1), (bare, "plans/2025.yaml", 0), (bare, "HEAD:2025", 0)):
        *found, problems = both(repo, old, new)
        assert problems == []
        assert text(found[past]) == expected  # type: ignore[arg-type]


def test_two_revisions_alone_take_the_only_plan_or_are_asked_for_one(repo: Repo, tmp_path: Path) -> None:
    assert both(repo, "v3", "HEAD~1")[2] == ["W413", "W413"]
    single = Repo(tmp_path / "mot")
    single.commit(**{"plans/2025.yaml": "one\n"})
    single.commit(**{"plans/2025.yaml": "two\n"})
    old, new, problems = both(single, "HEAD~1", "HEAD")
    assert problems == []
    assert [each and text(each) for each in (old, new)] == ["one\n", "two\n"]


def test_ids_and_paths_are_the_disks(repo: Repo) -> None:
    repo.write("plans/2025.yaml", "disk\n")
    for operand in ("2025", "plans/2025.yaml", "./plans/2025.yaml", ".\\plans\\2025.yaml"):
        assert text(one(repo, operand)) == "disk\n"


def test_a_year_is_no_digest_of_a_commit(repo: Repo) -> None:
    """Four digits begin the digest of some commit in every large repository; of an id, nobody means that."""
    head = repo.git("cat-file", "commit", "HEAD").encode()
    commits = (head + b"%d\n" % number for number in count())
    begun = next(each for each in commits if sha1(b"commit %d\0" % len(each) + each).hexdigest().startswith("2024"))
    repo.write("commit", begun)
    repo.git("hash-object", "-t", "commit", "-w", "commit")
    assert repo.git("rev-parse", "2024^{commit}").startswith("2024")
    assert text(one(repo, "2024")) == "old\n"


@pytest.mark.parametrize("kind", ["tag", "branch"])
def test_what_is_an_id_and_a_revision_is_refused_with_both(repo: Repo, kind: str) -> None:
    repo.git(kind, "2024", "v1")
    found = problem(repo, "2024")
    assert found.code == "W412"
    ref = "tags/2024" if kind == "tag" else "heads/2024"
    assert found.message.en.replace("\\", "/") == f"“2024” is both the plan plans/2024.yaml and the revision refs/{ref}"
    assert found.hint is not None
    assert f"plans/2024.yaml, for the revision {ref}:2024" in found.hint.en.replace("\\", "/")
    assert text(one(repo, "plans/2024.yaml")) == "old\n"
    assert text(one(repo, "./2024")) == "old\n"
    assert text(one(repo, f"{ref}:2025")) == "one\n"
    assert text(one(repo, "2024:2025")) == "one\n"


def test_a_tag_and_a_branch_of_one_name_beside_an_id(repo: Repo) -> None:
    repo.git("tag", "2024", "v1")
    repo.git("branch", "2024", "v3")
    found = problem(repo, "2024")
    assert found.code == "W412"
    assert "refs/tags/2024" in found.message.en


def test_an_empty_repository(tmp_path: Path) -> None:
    made = Repo(tmp_path / "moi")
    made.write("plans/2025.yaml", "x\n")
    assert problem(made, "HEAD:2025").code == "W401"
    assert problem(made, "HEAD").code == "W011"
    assert problem(made, ":2025").code == "W411"
    assert text(one(made, "2025")) == "x\n"


@pytest.mark.skipif("sys.platform == 'win32'", reason="a name there holds no colon")
def test_a_plan_with_a_colon_in_its_name_and_a_revision(repo: Repo) -> None:
    repo.write("plans/v1:2025.yaml", "colon\n")
    found = problem(repo, "v1:2025")
    assert found.code == "W412"
    assert text(one(repo, "./plans/v1:2025.yaml")) == "colon\n"
    assert text(one(repo, "v1^0:2025")) == "one\n"
    repo.write("plans/v9:2025.yaml", "none\n")
    assert text(one(repo, "v9:2025")) == "none\n"


@pytest.mark.parametrize(
    "operand", ["C:\\ke-hoach\\2025.yaml", "C:/ke-hoach/2025.yaml", "c:/2025", "\\\\may\\chung\\2025.yaml"]
)
def test_what_begins_with_a_drive_is_a_path(repo: Repo, operand: str) -> None:
    repo.git("branch", "C")
    repo.commit(**{"ke-hoach/2025.yaml": "other\n"})
    assert problem(repo, operand).code == "W011"


def test_a_branch_of_one_letter_is_a_revision_before_a_name_without_a_slash(repo: Repo) -> None:
    repo.git("branch", "C", "v1")
    assert text(one(repo, "C:2025")) == "one\n"
    assert text(one(repo, "heads/C:plans/2025.yaml")) == "one\n"


@pytest.mark.parametrize(
    "name", ["kế hoạch 2025", NFC_NAME, NFD_NAME, "-x", "--output=y", "a'b", "[2025]", "*", "“2025”"]
)
def test_names_of_any_letters(repo: Repo, name: str) -> None:
    repo.git("config", "core.quotePath", "true")
    repo.git("config", "core.precomposeUnicode", "false")
    repo.commit(**{f"plans/{name}.yaml": "named\n"})
    repo.commit(**{f"plans/{name}.yaml": "changed\n"})
    for typed in {name, unicodedata.normalize("NFC", name), unicodedata.normalize("NFD", name)}:
        for operand in (f"HEAD~1:{typed}", f"HEAD~1:plans/{typed}.yaml"):
            assert text(one(repo, operand)) == "named\n"


def test_plans_of_one_id_in_two_folders(repo: Repo) -> None:
    repo.commit(**{"plans/a/2023.yaml": "a\n", "plans/b/2023.yaml": "b\n", "plans/2023.yaml": "top\n"})
    found = problem(repo, "HEAD:2023")
    assert (found.code, "a/2023" in found.message.en, "./2023" in found.message.en) == ("W012", True, True)
    assert text(one(repo, "HEAD:b/2023")) == "b\n"
    assert text(one(repo, "HEAD:./2023")) == "top\n"


def test_files_that_are_no_plans_have_no_ids(repo: Repo) -> None:
    repo.commit(**{"plans/_registry.yaml": "x\n", "plans/.an/2022.yaml": "x\n", "khac/2022.yaml": "x\n"})
    assert problem(repo, "HEAD:2022").code == "W411"
    assert problem(repo, "HEAD:_registry").code == "W411"
    assert text(one(repo, "HEAD:plans/_registry.yaml")) == "x\n"


def test_what_is_not_there_is_said_with_the_nearest(repo: Repo) -> None:
    found = problem(repo, "HEAD~1:20255")
    assert (found.code, found.message.en) == ("W411", "the revision “HEAD~1” has no plan “20255”")
    assert found.hint is not None
    assert found.hint.en == "did you mean HEAD~1:2025?"
    found = problem(repo, "v5:2025")
    assert (found.code, found.message.en) == ("W401", "the repository has no revision “v5”")
    assert found.hint is not None
    assert found.hint.en in ("did you mean “v1”?", "did you mean “v3”?")
    assert problem(repo, "v1:2024").code == "W411"
    assert problem(repo, "20299").code == "W011"
    assert problem(repo, "-x:2025").code == "W401"
    assert problem(repo, "--output=x:2025").code == "W401"
    assert problem(repo, "v1..v3:2025").code == "W401"
    assert problem(repo, "v1\0:2025").code == "W401"
    assert problem(repo, ":/ngày").code == "W411"
    assert not (repo.top / "x").exists()


def test_a_folder_of_several_plans_is_not_one(repo: Repo) -> None:
    assert problem(repo, "plans").code == "W414"


@pytest.mark.parametrize(
    ("operand", "expected"),
    [
        ("HEAD~3:2025", ("HEAD~3", "2025")),
        ("2025", ("2025", None)),
        (":2025", ("", "2025")),
        (":2:a/b", (":2", "a/b")),
        ("@{2025-01-01 10:00}:2025", ("@{2025-01-01 10:00}", "2025")),
        ("HEAD^{/a: b}:x:y", ("HEAD^{/a: b}", "x:y")),
        ("v1:", ("v1", "")),
    ],
)
def test_the_colon_that_parts(operand: str, expected: tuple[str, str | None]) -> None:
    assert split(operand) == expected


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from("HEAD~^@{}:/\\-.0123 v*?[xàa\u0300\0\n"), max_size=12) | st.text(max_size=8))
def test_whatever_is_typed_is_a_plan_or_a_message(repo: Repo, operand: str) -> None:
    here = repo.top
    for old, new in ((operand, "2025"), (f"{operand}:2025", "2025"), (f"HEAD:{operand}", "2025")):
        first, second, problems = versions(old, new, project_of((), here), here, ENVIRON, "linux")
        assert (first is None) == bool(problems)
        assert second is not None
        for each in problems:
            (each.message.en + each.message.vi).encode()
