"""The wheel has everything that a build needs and nothing else, and works where there is no checkout."""

from __future__ import annotations

import os
import shutil
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.acts.fixtures import PLAN, ROOT
from tests.packaging.program import build, run


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the checkout, made by the build backend that pip would call."""
    folder = tmp_path_factory.mktemp("wheel")
    made = run(["-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)], cwd=ROOT)
    assert made.returncode == 0, made.stderr
    [path] = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str]:
    """The script ``cchc`` of a new environment with the wheel in it; the libraries are those of this environment.

    A folder named in a .pth file serves its packages, but not the link that leads from there to the checkout.
    """
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, symlinks=os.name != "nt")
    places = sysconfig.get_paths(vars={"base": str(folder), "platbase": str(folder)}, scheme="venv")
    libraries = Path(places["purelib"], "libraries.pth")
    libraries.write_text(sysconfig.get_paths()["purelib"], encoding="utf-8")
    python = Path(places["scripts"], Path(sys.executable).name)
    pip = ("-m", "pip", "--python", str(python), "install", "--quiet", "--no-index", "--no-deps", "--ignore-installed")
    done = run([*pip, str(wheel)], cwd=folder)
    assert done.returncode == 0, done.stderr
    return (str(Path(places["scripts"], "cchc")),)


def test_the_wheel_has_the_package_and_the_templates_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if ".dist-info/" not in name]
        told = archive.read(next(name for name in archive.namelist() if name.endswith("entry_points.txt"))).decode()
    of_package = [name for name in _files(ROOT / "cchc", "cchc") if not name.startswith("cchc/reference/")]
    shipped = [*of_package, *_files(ROOT / "templates", "cchc/templates"), "cchc/plan.schema.json"]
    assert sorted(names) == sorted(shipped)
    assert {"cchc/registry/agencies.json", "cchc/templates/styles.yaml", "cchc/templates/layouts/tasks.yaml"} < set(
        names
    )
    assert "cchc = cchc.cli:program" in told


def test_the_installed_program_is_not_the_checkout(installed: tuple[str], tmp_path: Path) -> None:
    python = str(Path(installed[0]).with_name(Path(sys.executable).name))
    where = run(["-c", "import cchc; print(cchc.__file__)"], cwd=tmp_path, python=(python,))
    assert Path(where.stdout.strip()).is_relative_to(Path(python).parents[1])


def test_the_installed_program_builds_the_same_file_in_an_empty_folder(
    installed: tuple[str], built: bytes, tmp_path: Path
) -> None:
    plan = tmp_path / "plans" / PLAN.name
    plan.parent.mkdir()
    shutil.copy(PLAN, plan)
    assert build(plan, tmp_path / "out", cwd=tmp_path, python=installed) == built


def test_the_installed_program_begins_a_plan_that_builds(installed: tuple[str], tmp_path: Path) -> None:
    done = run(["new", "2026"], cwd=tmp_path, python=installed)
    assert (done.returncode, done.stderr) == (0, "")
    plan = tmp_path / "plans" / "2026.yaml"
    assert build(plan, tmp_path / "out", cwd=tmp_path, python=installed)
    shipped = ROOT / "plans" / "_schema.json"
    assert (tmp_path / "plans" / "_schema.json").read_text("utf-8") == shipped.read_text("utf-8")


def _files(folder: Path, inside: str) -> list[str]:
    paths = [path.relative_to(folder) for path in folder.rglob("*") if path.is_file()]
    return [f"{inside}/{path.as_posix()}" for path in paths if "__pycache__" not in path.parts]
