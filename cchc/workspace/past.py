"""Where a project's plans stood in the past: found in a revision by id, by path, and by the names they had since."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from cchc.diagnostics import Diagnostic, Rule, Severity, Wording
from cchc.language.folding import nearest, nfc
from cchc.suggestions import did_you_mean
from cchc.workspace.operands import AMBIGUOUS, resolve
from cchc.workspace.projects import SUFFIXES, Project, id_of
from cchc.workspace.renames import followed, uncommitted
from cchc.workspace.revisions import Repository, Revision
from cchc.workspace.trees import Stored, Tree
from cchc.workspace.trouble import shown

NOT_THERE = Rule(
    code="W411",
    name="plan-not-in-revision",
    severity=Severity.ERROR,
    message=Wording(
        "phiên bản “{revision}” không có kế hoạch “{plan}”", "the revision “{revision}” has no plan “{plan}”"
    ),
    hint=Wording(
        "xem các tệp của phiên bản: git ls-tree -r --name-only {revision}",
        "see its files with: git ls-tree -r --name-only {revision}",
    ),
    reason=Wording(
        "tệp đổi tên được tìm theo lịch sử; không tìm thấy thì không đoán tệp khác thay",
        "renames are followed through the history; where that finds nothing, no other file is guessed",
    ),
)


class PlanAt(NamedTuple):
    """A plan as it stood in a revision. ``folder`` and ``plans`` are the project's in that tree; None where outside.

    ``called_now`` is its path at the place from which it was followed, where that is another.
    """

    id: str
    stored: Stored
    tree: Tree
    folder: str | None
    plans: str | None
    called_now: str | None = None

    @property
    def name(self) -> str:
        """As messages call it: ``HEAD~3:plans/2025.yaml``."""
        return self.stored.name

    @property
    def file_id(self) -> str:
        """An id for the names of outputs: ``2025@1a2b3c4``; revisions hold characters that files may not."""
        commit = self.tree.revision.commit
        return f"{self.id}@{commit[:7] if commit else 'index'}"


class Past:
    """The revisions of ``repository`` as ``project`` sees them, from the folder ``cwd``. Git's faults are raised."""

    def __init__(self, repository: Repository, project: Project, cwd: Path) -> None:
        self.repository = repository
        self._project = project
        self._cwd = cwd
        self._trees: dict[Revision, Tree] = {}

    def tree(self, revision: Revision) -> Tree:
        """The files of ``revision``, listed once."""
        return self._trees.setdefault(revision, Tree(self.repository, revision))

    def within(self, path: Path) -> str | None:
        """``path`` as seen from the repository's top, empty for the top itself; None outside."""
        try:
            relative = (path.parent.resolve() / path.name).relative_to(self.repository.top)
        except ValueError:
            return None
        return "" if relative == Path() else relative.as_posix()

    def folder(self, path: Path) -> str | None:
        """As ``within``, of a folder: with ``/`` at its end where it is not the top."""
        inside = self.within(path.resolve())
        return f"{inside}/" if inside else inside

    def at(self, revision: Revision, plan: str) -> PlanAt | Diagnostic:
        """The plan that is called ``plan`` in ``revision``, or what is called so on the disk, as it was there."""
        tree = self.tree(revision)
        ids = self.by_id(tree, plan)
        if len(ids) > 1:
            full = [id_ if "/" in id_ else f"./{id_}" for id_ in sorted(ids)]
            example = f"{shown(revision.typed)}:{full[-1]}"
            return AMBIGUOUS.at(None, operand=shown(plan), ids=", ".join(full), example=example)
        stored = next((tree.stored(path) for path in ids.values()), None) or self.by_path(tree, plan)
        if stored:
            return self.plan_at(stored, tree)
        here = self._on_disk(plan)
        return (here and self.followed(here, tree)) or self.not_there(tree, plan)

    def by_id(self, tree: Tree, wanted: str) -> dict[str, str]:
        """The plans of ``tree`` with the id ``wanted``: their ids with folders, and their paths."""
        spelled = nfc(wanted.replace("\\", "/"))
        wanted = spelled.removeprefix("./")
        known = self.ids(tree)
        if "/" in spelled:
            return {id_: path for id_, path in known.items() if id_ == wanted}
        return {id_: path for id_, path in known.items() if id_.rpartition("/")[2] == wanted}

    def ids(self, tree: Tree) -> dict[str, str]:
        """The plans of ``tree`` where the project has its plans, by their ids with folders."""
        folder = self.folder(self._project.plans)
        if folder is None:
            return {}
        found = {}
        for path in tree.below(folder):
            inside = path[len(folder) :] if path.startswith(folder) else nfc(path)[len(nfc(folder)) :]
            if inside.lower().endswith(SUFFIXES) and not any(step.startswith(("_", ".")) for step in inside.split("/")):
                found[posixpath.join(posixpath.dirname(nfc(inside)), id_of(Path(inside)))] = path
        return found

    def by_path(self, tree: Tree, plan: str) -> Stored | None:
        """The file that ``plan`` names: from the repository's top, as git reads it, else as ``cwd`` sees it."""
        return next(filter(None, map(tree.stored, self._ways(plan))), None)

    def _ways(self, plan: str) -> Iterator[str]:
        """The paths from the repository's top that ``plan`` can mean, in the order of ``by_path``."""
        here = self.folder(self._cwd)
        for spelled in dict.fromkeys((plan, plan.replace("\\", "/"))):
            if Path(spelled).is_absolute():
                ways = [self.within(Path(spelled)) or ""]
            else:
                ways = [] if spelled.startswith(("./", "../")) else [spelled]
                ways += [] if here is None else [here + spelled]
            for way in filter(None, ways):
                path = posixpath.normpath(way)
                if path != "." and not path.startswith("../"):
                    yield path

    def _on_disk(self, plan: str) -> str | None:
        """The path from the repository's top of what ``plan`` names on the disk, as an id or as a path."""
        plans, _ = resolve((plan,), self._project, self._cwd)
        if len(plans) == 1:
            return self.within(plans[0].path)
        return next((way for way in self._ways(plan) if (self.repository.top / way).is_file()), None)

    def plan_at(self, stored: Stored, tree: Tree, called_now: str | None = None) -> PlanAt:
        now = called_now if called_now and nfc(called_now) != nfc(stored.path) else None
        around = self.folder(self._project.root), self.folder(self._project.plans)
        return PlanAt(id_of(Path(stored.path)), stored, tree, *around, now)

    def followed(self, path: str, tree: Tree, known: Revision | None = None) -> PlanAt | None:
        """What is called ``path`` in ``known``, else on the disk, as it was in ``tree``."""
        there = tree.path(path) or self._earlier_name(path, tree, known)
        stored = tree.stored(there) if there else tree.stored(path)
        return self.plan_at(stored, tree, path) if stored else None

    def _earlier_name(self, path: str, tree: Tree, known: Revision | None) -> str | None:
        """The name in ``tree`` of what had or has another one there."""
        since = known or self.repository.known("HEAD")
        if since is None:
            return None
        last, top = self.tree(since), self.repository.top
        name = last.path(path) or (uncommitted(top / path, last, top) if known is None else None)
        return name and (tree.path(name) or followed(name, since, tree))

    def not_there(self, tree: Tree, plan: str) -> Diagnostic:
        """With the nearest id of that revision."""
        near = nearest(id_of(Path(plan.replace("\\", "/"))), (id_.rpartition("/")[2] for id_ in self.ids(tree)))
        revision = tree.revision.typed
        hint = did_you_mean(f"{shown(revision)}:{near}") if near else None
        return NOT_THERE.at(None, hint=hint, revision=shown(revision), plan=shown(plan))
