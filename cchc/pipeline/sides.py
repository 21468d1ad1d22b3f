"""The two plans of a comparison, each read and judged as it stands on the disk or stood in a revision.

A plan of the past is drawn with what stood around it then: the layouts, templates and styles of its revision, the
bodies of its registry. A table names its layout, and the layout its columns and fields; those of today would refuse
fields that have gone since and print an act that nobody signed. What the revision has not (a folder of templates
outside the repository, a registry that came later) is taken from the disk. The rules that a project switches off, and
the language, are those of today: they say how somebody wants to be told now.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cchc.diagnostics import Diagnostic, Rule, Severity, Wording
from cchc.pipeline.checking import Checked, judged, read_text
from cchc.pipeline.looks import Looks
from cchc.pipeline.opening import Opened, open_project_around
from cchc.pipeline.outcomes import Surroundings
from cchc.pipeline.own_bodies import OWN_REGISTRY, bodies_of
from cchc.registry.registry import Registry
from cchc.syntax.decoding import decode
from cchc.workspace.operands import project_of
from cchc.workspace.projects import PlanFile, Project, find_project, id_of, open_project
from cchc.workspace.reading import Place, read_file, read_place
from cchc.workspace.resources import template_folders
from cchc.workspace.settings import settings_in
from cchc.workspace.trouble import WorkspaceError, shown

if TYPE_CHECKING:
    from cchc.workspace.external_diff import ExternalDiff
    from cchc.workspace.past import PlanAt
    from cchc.workspace.trees import Stored

AS_TEXT = Rule(
    "W421",
    "compared-as-text",
    Severity.NOTE,
    Wording(
        "so sánh theo từng dòng chữ, vì {name} chưa đọc được: {reason_vi}",
        "compared line by line, since {name} cannot be read: {reason_en}",
    ),
    Wording("sửa tệp rồi so lại để thấy thay đổi theo nhiệm vụ", "mend the file to see what changed, task by task"),
    Wording(
        "git hỏi thì phải luôn trả lời: một bản cũ có lỗi vẫn phải xem được thay đổi",
        "git has to be answered: what changed must be seen of a broken plan, too",
    ),
)


class Edition(NamedTuple):
    """A plan as one side of a comparison has it.

    ``name`` is what messages call its file, ``text`` what it holds as far as that can be shown. ``checked`` is absent
    where its text or shape has errors. ``called_now`` is its path where it was followed from, if that is another;
    ``file_id`` its id as names of outputs can hold it.
    """

    id: str
    name: str
    file_id: str
    text: str
    checked: Checked | None
    diagnostics: tuple[Diagnostic, ...]
    looks: Looks
    registry: Registry
    called_now: str | None = None


class Sides(NamedTuple):
    """Both plans; one that is absent was not found, which ``problems`` say, or git added or deleted the file.

    ``opened`` is the project as it is today.
    """

    old: Edition | None
    new: Edition | None
    problems: tuple[Diagnostic, ...]
    opened: Opened

    @property
    def comparable(self) -> tuple[Checked, Checked] | None:
        """Both plans, where both have the right shape."""
        if self.old and self.new and self.old.checked and self.new.checked:
            return self.old.checked, self.new.checked
        return None

    def why_as_text(self) -> Diagnostic | None:
        """Why the two are compared as texts: the first error of a side that is no plan. None where both are."""
        for side in filter(None, (self.old, self.new)):
            errors = [each for each in side.diagnostics if each.severity is Severity.ERROR]
            if side.checked is None and errors:
                said = errors[0].message
                return AS_TEXT.at(errors[0].span, name=side.name, reason_vi=said.vi, reason_en=said.en)
        return None


def open_sides(old: str, new: str, surroundings: Surroundings, templates: Path | None = None) -> Sides:
    """The plans that ``old`` and ``new`` name, each an id, a path or a revision (``versions`` tells which).

    Raises WorkspaceError where the project or a folder of templates cannot be read.
    """
    from cchc.workspace.versions import versions

    project = project_of((old, new), surroundings.cwd)
    first, second, problems = versions(old, new, project, surroundings.cwd, surroundings.environ, surroundings.platform)
    opened = open_project_around(project, (), problems, templates, surroundings)
    editions = _Editions(opened, surroundings, templates)
    return Sides(editions.of(first), editions.of(second), opened.problems, opened)


def open_external_diff(asked: ExternalDiff, surroundings: Surroundings, templates: Path | None = None) -> Sides:
    """What git hands over for a changed file; a side without a file is absent. Messages call them as git does.

    Both are read with what stands on the disk: git tells the two contents, and of which revisions they are it does
    not. Raises WorkspaceError as ``open_sides`` does, and where a file that git names cannot be read.
    """
    project = find_project((surroundings.cwd / asked.path).parent) or open_project(surroundings.cwd)
    opened = open_project_around(project, (), (), templates, surroundings)
    sides = []
    for letter, path, content in (("a", asked.path, asked.old), ("b", asked.new_path, asked.new)):
        name = shown(f"{letter}/{path}")
        data = read_file(surroundings.cwd / content) if content is not None else None
        file = PlanFile(id_of(Path(path)), Path(path), name)
        sides.append(None if data is None else _edition(file, data, opened))
    return Sides(sides[0], sides[1], opened.problems, opened)


class _Editions:
    """The editions of one run; each revision's surroundings are opened once."""

    def __init__(self, opened: Opened, surroundings: Surroundings, templates: Path | None) -> None:
        self._opened = opened
        self._surroundings = surroundings
        self._templates = templates
        self._past: dict[tuple[str, str | None], Opened] = {}

    def of(self, version: PlanFile | PlanAt | None) -> Edition | None:
        """``version`` read and judged; what cannot be read has no plan and says why."""
        if version is None:
            return None
        place: Place = version.path if isinstance(version, PlanFile) else version.stored
        try:
            opened = self._opened if isinstance(version, PlanFile) else self._opened_at(version)
            return _edition(version, read_place(place), opened)
        except WorkspaceError as error:
            return _edition(version, b"", self._opened, error.diagnostic)

    def _opened_at(self, plan: PlanAt) -> Opened:
        key = plan.tree.revision.tree, plan.folder
        if key not in self._past:
            self._past[key] = _opened_at(plan, self._opened, self._surroundings, self._templates)
        return self._past[key]


def _edition(version: PlanFile | PlanAt, data: bytes, opened: Opened, unread: Diagnostic | None = None) -> Edition:
    source, found = (None, [unread]) if unread else decode(data, version.name)
    checked, said = judged(read_text(source, found, opened), opened.policy) if source else (None, tuple(found))
    text = source.text if source else data.decode("utf-8", "replace")
    more = () if isinstance(version, PlanFile) else (version.called_now,)
    file_id = version.id if isinstance(version, PlanFile) else version.file_id
    return Edition(version.id, version.name, file_id, text, checked, said, opened.looks, opened.registry, *more)


def _opened_at(plan: PlanAt, opened: Opened, surroundings: Surroundings, templates: Path | None) -> Opened:
    """``opened`` with the looks and the bodies of the revision of ``plan``, where it has them."""
    own = _templates_at(plan, opened.project)
    folders = template_folders(templates, None if own else opened.project.templates)
    looks = Looks(replace(folders, stored=own), surroundings)
    registry = opened.registry
    bodies = plan.tree.stored(plan.plans + OWN_REGISTRY) if plan.plans is not None else None
    if bodies:
        registry = bodies_of(bodies, bodies.name).registry
    return opened._replace(looks=looks, registry=registry)


def _templates_at(plan: PlanAt, project: Project) -> Mapping[str, Stored]:
    """The project's own templates in the revision of ``plan``, where the settings of then say that they are."""
    if plan.folder is None:
        return {}
    tree, root = plan.tree, plan.folder

    def contents(name: str) -> bytes | None:
        stored = tree.stored(root + name)
        return stored.read() if stored else None

    settings, _ = settings_in(contents)
    chosen = settings.templates or project.settings.templates or "templates"
    return tree.folder(posixpath.join(root, chosen.replace("\\", "/")))
