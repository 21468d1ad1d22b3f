"""What somebody typed to be compared: a plan on the disk, or a plan as it stood in a revision of its repository."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, TypeAlias

from cchc.diagnostics import Diagnostic, Rule, Severity, Wording
from cchc.patterns import deferred
from cchc.workspace.git import NO_GIT, Answer
from cchc.workspace.operands import NOT_FOUND, resolve
from cchc.workspace.past import Past, PlanAt
from cchc.workspace.projects import PlanFile, Project, is_folder
from cchc.workspace.revisions import Repository, Revision, find_repository, no_repository
from cchc.workspace.trouble import WorkspaceError, shown

TWO_READINGS = Rule(
    code="W412",
    name="plan-and-revision",
    severity=Severity.ERROR,
    message=Wording(
        "“{operand}” vừa là kế hoạch {plan}, vừa là phiên bản {revision}",
        "“{operand}” is both the plan {plan} and the revision {revision}",
    ),
    hint=Wording(
        "kế hoạch: ghi {as_plan}; phiên bản: ghi {as_revision}",
        "for the plan write {as_plan}, for the revision {as_revision}",
    ),
    reason=Wording(
        "không đoán trong hai cách hiểu thì cách nào là ý người dùng",
        "of two readings the program does not guess which was meant",
    ),
)
WHICH_PLAN = Rule(
    code="W413",
    name="revision-without-plan",
    severity=Severity.ERROR,
    message=Wording("“{revision}” là phiên bản, chưa rõ của kế hoạch nào", "“{revision}” is a revision, of no plan"),
    hint=Wording("ghi kế hoạch sau dấu hai chấm: {example}", "write the plan behind a colon: {example}"),
    reason=Wording(
        "một phiên bản có nhiều kế hoạch; kế hoạch lấy theo bên kia, khi bên kia nói rõ",
        "a revision holds many plans; the other operand tells which only where it names one",
    ),
)
NOT_ONE_PLAN = Rule(
    code="W414",
    name="not-one-plan",
    severity=Severity.ERROR,
    message=Wording("“{operand}” là {n} kế hoạch, cần đúng một", "“{operand}” is {n} plans, and one is wanted"),
    hint=Wording("ghi một trong số ấy, ví dụ {example}", "name one of them, for example {example}"),
    reason=Wording("mỗi bên so sánh là một kế hoạch", "each side of a comparison is one plan"),
)
OUTSIDE = Rule(
    code="W415",
    name="plan-outside-repository",
    severity=Severity.ERROR,
    message=Wording(
        "{plan} nằm ngoài kho git ở {folder} nên không có bản cũ ở đó",
        "{plan} is outside the repository at {folder}, which holds no past of it",
    ),
    hint=Wording(
        "chạy lệnh trong kho git có kế hoạch ấy, hoặc ghi kế hoạch sau dấu hai chấm",
        "run it in the repository of that plan, or write the plan behind a colon",
    ),
    reason=Wording("bản cũ của một tệp chỉ có trong kho của chính nó", "a file's past is in its own repository alone"),
)

_PATH = deferred(r"^(?:[A-Za-z]:|\.{1,2})?[\\/]")
"""The beginning of what can be nothing but a path: from the root, of a drive or of here."""

_SUFFIX = deferred(r"\.ya?ml$", re.IGNORECASE)


Version: TypeAlias = PlanFile | PlanAt
Versions: TypeAlias = tuple[Version | None, Version | None, tuple[Diagnostic, ...]]


class _Bare(NamedTuple):
    """A revision whose plan is the other operand's."""

    revision: Revision


def versions(old: str, new: str, project: Project, cwd: Path, environ: Mapping[str, str], platform: str) -> Versions:
    """The two plans that are meant by ``old`` and ``new``, and a diagnostic for each that means none.

    An operand is what ``resolve`` takes, where it is one plan; or a revision and a plan, ``HEAD~3:2025``, where the
    plan is an id as the revision had it, a path from the repository's top or from ``cwd``, or what is called so on
    the disk now, followed through its names; ``:2025`` is what stands in the index. A revision alone means the plan of
    the other operand. What begins with a drive letter is a path. Raises WorkspaceError where git fails.
    """
    reader = _Reader(project, cwd, environ, platform)
    read = [reader.caught(operand) for operand in (old, new)]
    problems = [each for each in read if isinstance(each, Diagnostic)]
    sides: list[Version | None] = []
    for each, other in zip(read, reversed(read), strict=True):
        meant = reader.of_other(each, other) if isinstance(each, _Bare) else each
        if isinstance(meant, Diagnostic) and isinstance(each, _Bare):
            problems.append(meant)
        sides.append(None if isinstance(meant, Diagnostic) else meant)
    return sides[0], sides[1], tuple(dict.fromkeys(problems))


class _Reader:
    """One run's project and its repository, which is looked for only where an operand may mean a revision."""

    def __init__(self, project: Project, cwd: Path, environ: Mapping[str, str], platform: str) -> None:
        self.project = project
        self.cwd = cwd
        self._outside = environ, platform

    @cached_property
    def found(self) -> Repository | Answer | None:
        """The repository of the plans, which may have one of their own; else git's answer, or no git at all."""
        folder = self.project.plans if is_folder(self.project.plans) else self.project.root
        return find_repository(folder, *self._outside)

    @cached_property
    def past(self) -> Past | None:
        """What that repository holds; None where there is none."""
        return Past(self.found, self.project, self.cwd) if isinstance(self.found, Repository) else None

    def caught(self, operand: str) -> Version | _Bare | Diagnostic:
        """What ``operand`` means, or why that cannot be had."""
        try:
            return self.read(operand)
        except WorkspaceError as error:
            return error.diagnostic

    def read(self, operand: str) -> Version | _Bare | Diagnostic:
        """As ``caught``. Raises WorkspaceError."""
        plans, problems = resolve((operand,), self.project, self.cwd)
        typed, plan = split(operand)
        path = _PATH.search(operand) or "\\" in typed or (plan is None and _SUFFIX.search(operand))
        if problems and (path or problems[0].code != NOT_FOUND.code):
            return problems[0]
        if plans:
            ref = None if path else self.also(typed, plan)
            return _both(operand, plans[0], ref) if ref else _only(operand, plans)
        if plan is None:
            bare = self.past.repository.known(typed) if self.past else None
            return _Bare(bare) if bare else problems[0]
        past = self.needed(operand)
        revision = past.repository.revision(typed)
        return past.at(revision, plan) if plan else _Bare(revision)

    def also(self, typed: str, plan: str | None) -> str | None:
        """The revision as which something on the disk could be read, too."""
        if self.past is None or not typed:
            return None
        repository = self.past.repository
        if plan is None:
            return repository.ref(typed)
        return typed if repository.known(typed) else None

    def needed(self, operand: str) -> Past:
        """The past in which ``operand`` is to be found. Raises WorkspaceError where there is none."""
        if self.past:
            return self.past
        if isinstance(self.found, Answer):
            raise WorkspaceError(no_repository(self.found, self.project.root, operand))
        raise WorkspaceError(NO_GIT.at(None, operand=shown(operand)))

    def of_other(self, bare: _Bare, other: Version | _Bare | Diagnostic) -> Version | Diagnostic | None:
        """The plan of ``other`` in the revision ``bare``; None where ``other`` is none."""
        past = self.needed(bare.revision.typed)
        tree = past.tree(bare.revision)
        if isinstance(other, Diagnostic):
            return None
        try:
            if isinstance(other, _Bare):
                return _only_one(past, bare.revision)
            if isinstance(other, PlanAt):
                found = past.followed(other.stored.path, tree, other.tree.revision)
            else:
                path = past.within(other.path)
                if path is None:
                    return OUTSIDE.at(None, plan=other.name, folder=shown(str(past.repository.top)))
                found = past.followed(path, tree)
        except WorkspaceError as error:
            return error.diagnostic
        return found or past.not_there(tree, other.id)


def _only(operand: str, plans: tuple[PlanFile, ...]) -> PlanFile | Diagnostic:
    if len(plans) > 1:
        return NOT_ONE_PLAN.at(None, operand=shown(operand), n=len(plans), example=plans[-1].name)
    return plans[0]


def _only_one(past: Past, revision: Revision) -> PlanAt | Diagnostic:
    """The plan of a project that has but one."""
    ids = tuple(past.ids(past.tree(revision)))
    if len(ids) == 1:
        return past.at(revision, ids[0])
    typed = shown(revision.typed)
    return WHICH_PLAN.at(None, revision=typed, example=f"{typed}:{ids[-1] if ids else '2025'}")


def _both(operand: str, plan: PlanFile, ref: str) -> Diagnostic:
    """That ``operand`` has two readings, and how each is written so that it has no other."""
    path = plan.name if _PATH.search(plan.name) or _SUFFIX.search(plan.name) else f"./{plan.name}"
    kept = ref.removeprefix("refs/") if ref.startswith("refs/") else f"{ref}^0"
    as_revision = f"{shown(kept)}:{shown(split(operand)[1] or plan.id)}"
    said = {"operand": shown(operand), "plan": plan.name, "revision": shown(ref)}
    return TWO_READINGS.filled(None, {**said, "as_plan": path, "as_revision": as_revision})


def split(operand: str) -> tuple[str, str | None]:
    """The revision in ``operand`` and the plan behind its colon; no plan where there is no colon.

    A colon in braces is the revision's: ``@{2025-01-01 10:00}``. ``:2:`` names a side of a conflict in the index.
    """
    if operand[:3] in (":0:", ":1:", ":2:", ":3:"):
        return operand[:2], operand[3:]
    depth = 0
    for at, character in enumerate(operand):
        depth += (character == "{") - (character == "}")
        if character == ":" and depth <= 0:
            return operand[:at], operand[at + 1 :]
    return operand, None
