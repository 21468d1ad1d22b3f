"""The two plans of a comparison, each read as it stands on the disk or stood in a revision.

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
from cchc.syntax.decoding import decode
from cchc.workspace.operands import project_of
from cchc.workspace.projects import PlanFile, Project, find_project, id_of, open_project
from cchc.workspace.reading import Place, read_place
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

    ``name`` is what messages call its file, ``text`` what it holds as far as that can be shown, absent where it could
    not be read at all. ``checked`` is absent where its text or shape has errors. ``opened`` is the project with the
    looks and the bodies of its revision. ``called_now`` is its path where it was followed from, if that is another;
    ``file_id`` its id as names of outputs can hold it.
    """

    id: str
    name: str
    file_id: str
    text: str | None
    checked: Checked | None
    diagnostics: tuple[Diagnostic, ...]
    opened: Opened
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

    @property
    def texts(self) -> tuple[str | None, str | None] | None:
        """Both texts, None for a file that is not there; nothing where one that is there could not be read."""
        if any(side is not None and side.text is None for side in (self.old, self.new)):
            return None
        return self.old and self.old.text, self.new and self.new.text

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
    not. Raises WorkspaceError as ``open_sides`` does; whoever answers git then says so and ends with 0 all the same.
    """
    project = find_project((surroundings.cwd / asked.path).parent) or open_project(surroundings.cwd)
    opened = open_project_around(project, (), (), templates, surroundings)
    sides: list[Edition | None] = []
    for letter, path, content in (("a", asked.path, asked.old), ("b", asked.new_path, asked.new)):
        file = PlanFile(id_of(Path(path)), Path(path), shown(f"{letter}/{path}"))
        sides.append(None if content is None else _read(file, surroundings.cwd / content, opened))
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
        except WorkspaceError as error:
            return _unread(version, self._opened, error.diagnostic)
        return _read(version, place, opened)

    def _opened_at(self, plan: PlanAt) -> Opened:
        key = plan.tree.revision.tree, plan.folder
        if key not in self._past:
            self._past[key] = _opened_at(plan, self._opened, self._surroundings, self._templates)
        return self._past[key]


def _read(version: PlanFile | PlanAt, place: Place, opened: Opened) -> Edition:
    """The text at ``place`` as the plan ``version``."""
    try:
        data = read_place(place)
    except WorkspaceError as error:
        return _unread(version, opened, error.diagnostic)
    source, found = decode(data, version.name)
    # What plans mean is not judged: a comparison takes them as they are, and the rules take a fifth of its time.
    reading = read_text(source, found, opened) if source else None
    checked, said = judged(reading, opened.policy, meaning=False) if reading else (None, tuple(found))
    text = source.text if source else data.decode("utf-8", "replace")
    return _unread(version, opened)._replace(text=text, checked=checked, diagnostics=said)


def _unread(version: PlanFile | PlanAt, opened: Opened, *why: Diagnostic) -> Edition:
    past = None if isinstance(version, PlanFile) else version
    file_id = past.file_id if past else version.id
    return Edition(version.id, version.name, file_id, None, None, why, opened, past and past.called_now)


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
