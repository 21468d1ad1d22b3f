"""Finding a project and its plans, and what somebody may type to name them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from cchc.diagnostics import Diagnostic
from cchc.workspace.operands import project_of, resolve
from cchc.workspace.projects import find_project, open_project, plan_files
from cchc.workspace.trouble import WorkspaceError, is_trouble

Made = Callable[..., Path]
NFD_NAME = unicodedata.normalize("NFD", "kế-hoạch")


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """Makes a project with plans of the given names."""

    def make(*names: str) -> Path:
        for name in names:
            path = tmp_path / "plans" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("act: {}\n", encoding="utf-8")
        return tmp_path

    return make


def ids(root: Path, *operands: str, cwd: Path | None = None) -> list[str]:
    plans, problems = resolve(operands, open_project(root), cwd or root)
    assert problems == ()
    return [plan.id for plan in plans]


def problem(root: Path, *operands: str) -> Diagnostic:
    _, (only,) = resolve(operands, open_project(root), root)
    assert only.span is None
    assert is_trouble(only)
    return only


def test_the_project_is_the_nearest_folder_upwards_with_plans(made: Made) -> None:
    root = made("a/b/2025.yaml")
    (root / "templates").mkdir()
    project = find_project(root / "plans" / "a" / "b")
    assert project is not None
    assert (project.root, project.plans, project.out) == (root, root / "plans", root / "out")
    assert project.templates == root / "templates"
    assert find_project(root / "plans" / "a" / "b" / "2025.yaml") == project


def test_a_file_called_plans_makes_no_project(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "plans").write_text("", encoding="utf-8")
    found = find_project(tmp_path / "here")
    assert found is None or found.root != tmp_path / "here"


def test_settings_move_the_folders(made: Made) -> None:
    root = made("2025.yaml")
    (root / "cchc.toml").write_text('out = "ket-qua"\ntemplates = "mau"\nlangg = "vi"', encoding="utf-8")
    project = open_project(root)
    assert (project.out, project.templates) == (root / "ket-qua", root / "mau")
    assert [found.code for found in project.problems] == ["W303"]


def test_all_plans_in_a_stable_order(made: Made) -> None:
    root = made("2025.yaml", "b/2024.yml", "a/2026.YAML", "_registry.yaml", ".x.yaml", "_old/2020.yaml", "notes.txt")
    assert ids(root) == ["2024", "2025", "2026"]
    assert [plan.name for plan in plan_files(root / "plans", root)] == [
        str(Path("plans", *parts)) for parts in (("b", "2024.yml"), ("2025.yaml",), ("a", "2026.YAML"))
    ]


@pytest.mark.parametrize(
    "operand",
    ["2025", "./2025", "plans/2025.yaml", "plans\\2025.yaml", ".\\plans\\2025.yaml", "./plans/../plans/2025.yaml"],
)
def test_an_id_and_every_path_to_it_are_the_same_plan(made: Made, operand: str) -> None:
    root = made("2025.yaml", "2024.yaml")
    assert ids(root, operand) == ["2025"]
    assert ids(root, operand, "2025") == ["2025"], "each plan once"


def test_an_absolute_path_and_another_working_folder(made: Made) -> None:
    root = made("a/2025.yaml")
    assert ids(root, str(root / "plans" / "a" / "2025.yaml")) == ["2025"]
    plans, _ = resolve(["2025.yaml"], open_project(root), root / "plans" / "a")
    assert [plan.name for plan in plans] == ["2025.yaml"]
    plans, _ = resolve(["2025"], open_project(root), root / "plans" / "a")
    assert [plan.name for plan in plans] == ["2025.yaml"]


@pytest.mark.parametrize("operand", ["plans", ".", "plans/", "plans\\"])
def test_a_folder_is_all_plans_below_it(made: Made, operand: str) -> None:
    root = made("2025.yaml", "a/2024.yaml")
    (root / "styles.yaml").write_text("", encoding="utf-8")
    assert ids(root, operand) == ["2024", "2025"]
    assert ids(root, "plans/a") == ["2024"]


def test_operands_keep_their_order(made: Made) -> None:
    root = made("2023.yaml", "2024.yaml", "2025.yaml")
    assert ids(root, "2025", "2023") == ["2025", "2023"]


def test_an_id_that_two_folders_share_needs_its_folder(made: Made) -> None:
    root = made("a/2025.yaml", "b/2025.yaml", "2024.yaml")
    assert ids(root) == ["2024", "a/2025", "b/2025"]
    assert ids(root, "b/2025", "a\\2025") == ["b/2025", "a/2025"]
    assert ids(root, "plans/a/2025.yaml") == ["a/2025"]
    found = problem(root, "2025")
    assert found.code == "W012"
    assert "a/2025, b/2025" in found.message.en


def test_the_roots_own_of_two_is_given_with_a_dot(made: Made) -> None:
    root = made("2025.yaml", "a/2025.yaml")
    assert ids(root) == ["2025", "a/2025"]
    assert "./2025, a/2025" in problem(root, "2025").message.en
    assert ids(root, "./2025") == ["2025"]


def test_an_id_may_always_come_with_its_folder(made: Made) -> None:
    assert ids(made("tinh/dak-nong/2025.yaml"), "tinh/dak-nong/2025") == ["2025"]


def test_ids_are_the_same_in_nfc_and_nfd(made: Made) -> None:
    root = made(f"{NFD_NAME}.yaml")
    assert ids(root) == ["kế-hoạch"]
    for operand in ("kế-hoạch", NFD_NAME, "plans/kế-hoạch.yaml", f"plans/{NFD_NAME}.yaml"):
        assert ids(root, operand) == ["kế-hoạch"]


@pytest.mark.parametrize(
    ("operand", "suggestion"),
    [
        ("2052", "2025"),
        ("Ke-Hoach", "kế-hoạch"),
        ("2025.yaml", str(Path("plans", "2025.yaml"))),
        ("C:\\vp\\2025.yaml", str(Path("plans", "2025.yaml"))),
        ("plan/2025.yml", str(Path("plans", "2025.yaml"))),
    ],
)
def test_what_is_not_found_is_answered_with_the_nearest(made: Made, operand: str, suggestion: str) -> None:
    found = problem(made("2025.yaml", "kế-hoạch.yaml"), operand)
    assert (found.code, found.message.vi) == ("W011", f"không tìm thấy kế hoạch “{operand}”")
    assert found.hint is not None
    assert found.hint.en == f"did you mean {suggestion}?"


def test_what_is_near_nothing_gets_an_example(made: Made) -> None:
    hint = problem(made("2025.yaml"), "quyet-dinh-cua-tinh").hint
    assert hint is not None
    assert "for example 2025" in hint.en
    assert problem(made("2025.yaml"), "").code == "W011"


def test_all_operands_are_answered_in_one_run(made: Made) -> None:
    plans, problems = resolve(["x1", "2025", "y1"], open_project(made("2025.yaml")), made())
    assert [plan.id for plan in plans] == ["2025"]
    assert [found.message.en for found in problems] == ["there is no plan “x1”", "there is no plan “y1”"]


def test_a_project_without_plans(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    assert problem(tmp_path).code == "W013"
    assert problem(tmp_path, "plans").code == "W013"
    hint = problem(tmp_path, "2025").hint
    assert hint is not None
    assert ".yaml" in hint.en


def test_a_project_without_the_folder_of_plans(tmp_path: Path) -> None:
    found = problem(tmp_path)
    assert found.code == "W013"
    assert found.hint is not None
    assert found.hint.en == "begin one with “cchc new 2026”, or make the folder plans and put the plans there"


@pytest.mark.parametrize(
    ("files", "text", "name"),
    [
        (("2025.yaml.txt", "2024.txt"), "2025.yaml.txt", "2025.yaml"),
        (("2025.TXT", "_a.yaml.txt", "a.docx"), "2025.TXT", "2025.yaml"),
    ],
)
def test_a_plan_that_was_saved_as_text(made: Made, files: tuple[str, ...], text: str, name: str) -> None:
    for operands in ((), ("plans",), ("2025",)):
        hint = problem(made(*files), *operands).hint
        assert hint is not None
        assert hint.en == f"rename the file {Path('plans', text)} to {name}"


def test_a_file_outside_the_project(made: Made, tmp_path_factory: pytest.TempPathFactory) -> None:
    root, outside = made("2025.yaml"), tmp_path_factory.mktemp("outside") / "nháp.yaml"
    outside.write_text("", encoding="utf-8")
    assert ids(root, str(outside)) == ["nháp"]


def test_plans_of_several_folders_outside_have_their_folders_in_their_ids(
    made: Made, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root, outside = made("2025.yaml"), tmp_path_factory.mktemp("outside")
    for name in ("bac/lang-son/2025.yaml", "bac/cao-bang/2025.yaml", "nam/2025.yml", "nam/2024.yaml"):
        (outside / name).parent.mkdir(parents=True, exist_ok=True)
        (outside / name).write_text("", encoding="utf-8")
    north, south = str(outside / "bac"), str(outside / "nam")
    assert ids(root, north) == ["cao-bang/2025", "lang-son/2025"]
    assert ids(root, north, south) == ["cao-bang/2025", "lang-son/2025", "2024", "2025"]
    one, other = (str(outside / "bac" / name / "2025.yaml") for name in ("lang-son", "cao-bang"))
    assert ids(root, one, south) == ["bac/lang-son/2025", "2024", "nam/2025"]
    assert ids(root, one, other) == ["lang-son/2025", "cao-bang/2025"]
    assert problem(root, one, "2025").code == "W014"


@pytest.mark.parametrize(
    ("operands", "left"), [((), 1), (("2025",), 0), (("plans",), 1), (("plans/2025.yml", "plans/2025.yaml"), 1)]
)
def test_two_plans_with_one_output(made: Made, operands: Sequence[str], left: int) -> None:
    root = made("2025.yaml", "2025.yml")
    plans, (clash,) = resolve(operands, open_project(root), root)
    assert clash.code == "W014"
    assert "2025.yaml" in clash.message.en
    assert "2025.yml" in clash.message.en
    assert len(plans) == left


def test_two_unicode_forms_of_one_name_are_two_files(made: Made) -> None:
    root = made("kế-hoạch.yaml", f"{NFD_NAME}.yaml")
    if len(list((root / "plans").iterdir())) < 2:
        pytest.skip("this file system knows no such thing")
    for operands in ([], ["plans"]):
        assert [found.code for found in resolve(operands, open_project(root), root)[1]] == ["W014"]
    for name in ("kế-hoạch.yaml", f"{NFD_NAME}.yaml"):
        (plan,), _ = resolve([f"plans/{name}"], open_project(root), root)
        assert plan.path.name == name


def test_ids_that_differ_in_letter_case_only(made: Made) -> None:
    root = made("a/kh.yaml", "b/KH.yaml")
    if not (root / "plans" / "B").exists():
        assert [found.code for found in resolve([], open_project(root), root)[1]] == ["W014"]
    assert ids(root, "KH") == ["KH"]


def test_a_folder_called_plans_among_the_plans(made: Made) -> None:
    root = made("2024.yaml", "plans/2025.yaml")
    assert ids(root, "plans") == ["2024", "2025"]
    assert ids(root, ".") == ["2024", "2025"]


def test_the_project_of_a_path_given_from_elsewhere(made: Made, tmp_path_factory: pytest.TempPathFactory) -> None:
    root, elsewhere = made("2025.yaml"), tmp_path_factory.mktemp("elsewhere")
    assert project_of([str(root / "plans" / "2025.yaml")], elsewhere).root == root
    assert project_of([], root / "plans").root == root
    assert project_of(["2025"], elsewhere).root == elsewhere


def test_a_folder_that_may_not_be_read(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    root = made("2025.yaml")
    monkeypatch.setattr("os.scandir", _refuse)
    with pytest.raises(WorkspaceError) as raised:
        resolve([], open_project(root), root)
    assert raised.value.diagnostic.code == "W003"


def _refuse(path: object) -> None:
    raise PermissionError(13, "Permission denied", str(path))
