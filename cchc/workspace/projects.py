"""Projects and their plans: the folder with ``plans/``, and the ids of the files in it."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from cchc.diagnostics import Diagnostic
from cchc.language.folding import nfc
from cchc.workspace.reading import reading_trouble
from cchc.workspace.settings import Settings, read_settings
from cchc.workspace.trouble import shown_from

SUFFIXES = (".yaml", ".yml")


class Project(NamedTuple):
    """A folder with ``plans/``, where its outputs go, its own templates (if any) and its settings.

    ``problems`` is what is wrong with the settings file. All paths are absolute.
    """

    root: Path
    plans: Path
    templates: Path | None
    out: Path
    settings: Settings
    problems: tuple[Diagnostic, ...] = ()


class PlanFile(NamedTuple):
    """A plan: its id (NFC, parts joined by ``/``), its file, and the name by which messages call the file."""

    id: str
    path: Path
    name: str


def find_project(start: Path) -> Project | None:
    """The nearest folder upwards from ``start`` (a folder or a file) that holds ``plans/``.

    Raises WorkspaceError where its settings file cannot be read.
    """
    here = start.absolute()
    for folder in (here, *here.parents):
        if is_folder(folder / "plans"):
            return open_project(folder)
    return None


def open_project(root: Path) -> Project:
    """The project at ``root``, also where it has no ``plans/`` yet. Raises WorkspaceError as ``find_project``."""
    root = root.absolute()
    settings, problems = read_settings(root)
    templates = root / (settings.templates or "templates")
    return Project(
        root=root,
        plans=root / "plans",
        templates=templates if settings.templates or is_folder(templates) else None,
        out=root / (settings.out or "out"),
        settings=settings,
        problems=problems,
    )


def is_folder(path: Path) -> bool:
    """Whether ``path`` is a folder that we may look into."""
    try:
        return path.is_dir()
    except OSError:
        return False


def plan_files(folder: Path, cwd: Path) -> tuple[PlanFile, ...]:
    """The plans below ``folder``, sorted by id; messages call them as ``cwd`` sees them.

    Names that begin with ``_`` or ``.`` are no plans, nor what is below such a folder. An id that two folders share is
    given with its folder. Raises WorkspaceError where a folder cannot be read.
    """
    found = {path: _without_suffix(path.relative_to(folder)) for path in _walk(folder)}
    shared = Counter(qualified.rpartition("/")[2] for qualified in found.values())
    plans = []
    for path, qualified in found.items():
        short = qualified.rpartition("/")[2]
        plans.append(PlanFile(qualified if shared[short] > 1 else short, path, shown_from(path, cwd)))
    return tuple(sorted(plans, key=lambda plan: (plan.id, plan.name)))


def qualified_id(plan: PlanFile, folder: Path) -> str:
    """The id of ``plan`` with its folder below ``folder``, whether or not it needs it."""
    return _without_suffix(plan.path.relative_to(folder))


def path_id(path: Path, paths: Sequence[Path]) -> str:
    """The id of the plan at ``path`` with the folders by which ``paths``, of which it is one, differ."""
    try:
        shared = os.path.commonpath([each.parent.absolute() for each in paths])
    except ValueError:  # drives of Windows, which an id cannot name
        return id_of(path)
    return _without_suffix(path.absolute().relative_to(shared))


def id_of(path: Path) -> str:
    """The id that the name of ``path`` gives: without ``.yaml``, in NFC."""
    return _without_suffix(Path(path.name))


def _without_suffix(relative: Path) -> str:
    name = nfc(relative.as_posix())
    suffix = next((suffix for suffix in SUFFIXES if name.lower().endswith(suffix)), "")
    return name.removesuffix(name[len(name) - len(suffix) :])


def _walk(folder: Path) -> Iterator[Path]:
    def refuse(error: OSError) -> None:
        raise reading_trouble(error, Path(error.filename or folder)) from error

    for parent, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(("_", "."))]
        for name in files:
            if not name.startswith(("_", ".")) and name.lower().endswith(SUFFIXES):
                yield Path(parent, name)
