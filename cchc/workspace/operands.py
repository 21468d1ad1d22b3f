"""What somebody typed on the command line, an id, a path or a folder, made into plans."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from cchc.diagnostics import Diagnostic, Rule, Severity, Wording
from cchc.language.folding import nearest, nfc
from cchc.patterns import deferred
from cchc.suggestions import did_you_mean
from cchc.workspace.absence import no_plans
from cchc.workspace.projects import (
    PlanFile,
    Project,
    find_project,
    id_of,
    is_folder,
    open_project,
    path_id,
    plan_files,
    qualified_id,
)
from cchc.workspace.trouble import shown, shown_from

NOT_FOUND = Rule(
    code="W011",
    name="plan-not-found",
    severity=Severity.ERROR,
    message=Wording("không tìm thấy kế hoạch “{operand}”", "there is no plan “{operand}”"),
    hint=Wording(
        "ghi mã hoặc đường dẫn của kế hoạch, ví dụ {example}", "give a plan's id or path, for example {example}"
    ),
    reason=Wording(
        "mã viết sai không được im lặng bỏ qua, nếu không người soạn tưởng đã kiểm tra",
        "a misspelled id must not be passed over, or its author believes that it was checked",
    ),
)
AMBIGUOUS = Rule(
    code="W012",
    name="ambiguous-id",
    severity=Severity.ERROR,
    message=Wording("mã “{operand}” có ở nhiều thư mục: {ids}", "the id “{operand}” is in several folders: {ids}"),
    hint=Wording("ghi mã kèm thư mục, ví dụ {example}", "give the id with its folder, for example {example}"),
    reason=Wording(
        "không đoán trong hai kế hoạch cùng mã thì kế hoạch nào là ý người dùng",
        "of two plans with one id the program does not guess which was meant",
    ),
)
ONE_OUTPUT = Rule(
    code="W014",
    name="two-plans-one-id",
    severity=Severity.ERROR,
    message=Wording(
        "{first} và {second} có cùng mã “{id}”, tức là cùng một tệp kết quả",
        "{first} and {second} have the same id “{id}”, and so the same output",
    ),
    hint=Wording("đổi tên một trong hai tệp", "rename one of the two"),
    reason=Wording("hai kế hoạch sẽ ghi đè lên cùng một tệp Word", "the two plans would overwrite one Word file"),
)

_LIKE_A_PATH = deferred(r"[/\\]|^[A-Za-z]:|\.ya?ml$", re.IGNORECASE)

Resolved: TypeAlias = tuple[tuple[PlanFile, ...], tuple[Diagnostic, ...]]


def project_of(operands: Sequence[str], cwd: Path) -> Project:
    """The project that a command works in: around ``cwd``, else around the first path given, else ``cwd`` itself.

    Raises WorkspaceError where its settings file cannot be read.
    """
    paths = (_on_disk(operand, cwd) for operand in operands)
    projects = (find_project(start) for start in chain((cwd,), paths) if start)
    return next((project for project in projects if project), None) or open_project(cwd)


def folders_in(operands: Sequence[str], cwd: Path) -> tuple[Path, ...]:
    """Those of ``operands`` that name folders."""
    paths = (_on_disk(operand, cwd) for operand in operands)
    return tuple(path for path in paths if path and is_folder(path))


def resolve(operands: Sequence[str], project: Project, cwd: Path) -> Resolved:
    """The plans that ``operands`` name, in their order, each once, and a diagnostic for each that names none.

    An operand is an id, with its folder (``a/2025``) where two folders share it, a path (also with backslashes), or a
    folder, which means all plans below it, however deep. None at all means every plan of ``project``, sorted. Ids are
    exact in letter case and equal in NFC and NFD; an id goes before a path. Raises WorkspaceError where a folder cannot
    be read.
    """
    known = _Known(project, cwd)
    if not operands:
        found = known.plans
        return _apart(found) if found else ((), (no_plans(project.plans, cwd),))
    chosen: dict[str, PlanFile] = {}
    problems: list[Diagnostic] = []
    for operand in operands:
        answer = known.plans_of(operand)
        if isinstance(answer, Diagnostic):
            problems.append(answer)
        else:
            for plan in answer:
                chosen.setdefault(_key(plan.path), plan)
    plans, clashes = _apart(known.told_apart(chosen.values()))
    return plans, (*problems, *clashes)


def _apart(plans: Iterable[PlanFile]) -> Resolved:
    """``plans`` without those whose output would replace another's.

    Letter case does not count: an output folder is often one of Windows, where it makes no difference.
    """
    first: dict[str, PlanFile] = {}
    clashes = []
    for plan in plans:
        other = first.setdefault(plan.id.casefold(), plan)
        if other is not plan:
            clashes.append(ONE_OUTPUT.at(None, first=other.name, second=plan.name, id=plan.id))
    return tuple(first.values()), tuple(clashes)


class _Known:
    """The plans of a project, by id and by place."""

    def __init__(self, project: Project, cwd: Path) -> None:
        self.project = project
        self.cwd = cwd
        self.plans = plan_files(project.plans, cwd) if is_folder(project.plans) else ()

    def plans_of(self, operand: str) -> tuple[PlanFile, ...] | Diagnostic:
        """What ``operand`` names, or what is wrong with it."""
        wanted = nfc(operand.replace("\\", "/")).removeprefix("./")
        by_id = self.by_id(wanted, at_root=operand.startswith(("./", ".\\")))
        if len(by_id) > 1:
            return self.ambiguous(operand, by_id)
        path = None if by_id else _on_disk(operand, self.cwd)
        if path is None:
            return by_id or self.not_found(operand)
        return self.below(path) if is_folder(path) else (self.at(path),)

    def by_id(self, wanted: str, *, at_root: bool) -> tuple[PlanFile, ...]:
        """The plans with the id ``wanted``: of any folder, unless it comes with its own."""
        if at_root or "/" in wanted:
            return tuple(plan for plan in self.plans if qualified_id(plan, self.project.plans) == wanted)
        return tuple(plan for plan in self.plans if plan.id.rpartition("/")[2] == wanted)

    def ambiguous(self, operand: str, plans: tuple[PlanFile, ...]) -> Diagnostic:
        ids = [self.full_id(plan) for plan in plans]
        twins = [plan for plan, full in zip(plans, ids, strict=True) if ids.count(full) > 1]
        if twins:
            return ONE_OUTPUT.at(None, first=twins[0].name, second=twins[1].name, id=twins[0].id)
        return AMBIGUOUS.at(None, operand=shown(operand), ids=", ".join(ids), example=ids[-1])

    def full_id(self, plan: PlanFile) -> str:
        """The id of ``plan`` that cannot mean another: the root's own plans begin with ``./``."""
        full = qualified_id(plan, self.project.plans)
        return full if "/" in full else f"./{full}"

    @cached_property
    def by_key(self) -> dict[str, PlanFile]:
        return {_key(plan.path): plan for plan in self.plans}

    def at(self, path: Path) -> PlanFile:
        """The plan in the file ``path``, which may be none of the project's."""
        return self.by_key.get(_key(path)) or PlanFile(id_of(path), path, shown_from(path, self.cwd))

    def below(self, folder: Path) -> tuple[PlanFile, ...] | Diagnostic:
        """The plans below ``folder``; of a folder around ``plans/``, those in ``plans/``."""
        inner = folder / "plans"
        within = folder.resolve().is_relative_to(self.project.plans.resolve())
        found = plan_files(inner if is_folder(inner) and not within else folder, self.cwd)
        if not found:
            return no_plans(folder, self.cwd)
        return tuple(self.by_key.get(_key(plan.path), plan) for plan in found)

    def told_apart(self, plans: Iterable[PlanFile]) -> Iterator[PlanFile]:
        """``plans``, those from outside the project with their folders in their ids where these are the same.

        In the project an id has its folder already, whatever was typed.
        """
        plans = tuple(plans)
        shared: dict[str, list[Path]] = defaultdict(list)
        for plan in plans:
            shared[plan.id.casefold()].append(plan.path)
        for plan in plans:
            paths = shared[plan.id.casefold()]
            if len(paths) > 1 and not any(_key(path) in self.by_key for path in paths):
                yield plan._replace(id=path_id(plan.path, paths))
            else:
                yield plan

    def not_found(self, operand: str) -> Diagnostic:
        """With the nearest id; for what looks like a path, the nearest plan's file."""
        if not self.plans:
            return NOT_FOUND.at(None, hint=no_plans(self.project.plans, self.cwd).hint, operand=shown(operand))
        is_path = _LIKE_A_PATH.search(operand) is not None
        names = {plan.id.rpartition("/")[2]: plan for plan in reversed(self.plans)}
        name = nearest(id_of(Path(operand.replace("\\", "/"))), names)
        plan = names[name] if name else self.plans[0]
        example = plan.name if is_path else plan.id
        return NOT_FOUND.at(None, hint=did_you_mean(example) if name else None, operand=shown(operand), example=example)


def _on_disk(operand: str, cwd: Path) -> Path | None:
    """The file or folder that ``operand`` names, with either kind of slash and in either Unicode form."""
    if not operand:
        return None
    spellings = dict.fromkeys((operand, operand.replace("\\", "/")))
    stored = (_as_stored(cwd / spelling) for spelling in spellings)
    return next((path for path in stored if _exists(path)), None)


def _as_stored(path: Path) -> Path:
    """``path`` with its names in the Unicode form that the disk has, exactly the form given where it has both.

    What is typed in NFC may be stored in NFD: archives packed on macOS. APFS finds it either way, Linux does not.
    """
    if path.parent == path:
        return path
    parent = _as_stored(path.parent)
    if path.name.isascii():
        return parent / path.name
    try:
        names = [child.name for child in parent.iterdir()]
    except (OSError, ValueError):  # a folder that may be passed through but not listed, or a name that is none
        names = []
    alike = [name for name in names if nfc(name) == nfc(path.name)]
    return parent / (alike[0] if alike and path.name not in alike else path.name)


def _exists(path: Path) -> bool:
    """Whether something is at ``path``; what we may not look at is there, and reading it will say so."""
    try:
        path.stat()
    except PermissionError:
        return True
    except (OSError, ValueError):
        return False
    return True


def _key(path: Path) -> str:
    """The same for every way of writing the same place."""
    return str(path.parent.resolve() / path.name)
