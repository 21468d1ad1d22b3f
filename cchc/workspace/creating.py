"""Files that are written beside plans: a new one never over another, a generated one only where it differs."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Literal, TypeAlias

from cchc.diagnostics import Rule, Severity, Wording
from cchc.workspace.names import output_path
from cchc.workspace.projects import SUFFIXES, Project, is_folder, plan_files, qualified_id
from cchc.workspace.trouble import WorkspaceError, shown
from cchc.workspace.writing import (
    beside_plans,
    move,
    replace_whole,
    writing,
    written_beside,
)

EXISTS = Rule(
    code="W110",
    name="file-exists",
    severity=Severity.ERROR,
    message=Wording("đã có tệp {path}; tệp ấy được giữ nguyên", "{path} is already there and is left as it is"),
    hint=Wording(
        "chọn tên khác, hoặc dời tệp cũ đi trước", "choose another name, or move the old file out of the way first"
    ),
    reason=Wording(
        "một kế hoạch đang soạn không bao giờ bị ghi đè bằng bản khung",
        "a plan that is being written is never replaced by a starting one",
    ),
)
NO_PLAN = Rule(
    code="W111",
    name="name-of-no-plan",
    severity=Severity.ERROR,
    message=Wording(
        "“{name}” không thể là tên kế hoạch: tên bắt đầu bằng “_” hoặc “.” được bỏ qua",
        "“{name}” cannot name a plan: names that begin with “_” or “.” are passed over",
    ),
    hint=Wording("chọn tên bắt đầu bằng chữ hoặc số, ví dụ 2026", "begin it with a letter or digit, for example 2026"),
    reason=Wording(
        "tệp có tên như vậy được coi là nháp hoặc phần phụ, lệnh nào cũng bỏ qua",
        "files with such names are drafts or parts of others, and every command passes over them",
    ),
)

Refreshed: TypeAlias = Literal["written", "replaced", "unchanged"]


def place_of(plan_id: str, project: Project) -> Path:
    """The file of the new plan ``plan_id``, an id with its folder if any.

    Raises WorkspaceError: it cannot name a file everywhere, or a plan, or a plan of that id is there, however its name
    ends and whatever the case of its letters: both would have one output.
    """
    with beside_plans():
        path = output_path(project.plans, plan_id, SUFFIXES[0])
    hidden = next((part for part in plan_id.split("/") if part.startswith(("_", "."))), None)
    if hidden:
        raise WorkspaceError(NO_PLAN.at(None, name=shown(hidden)))
    for plan in plan_files(project.plans, project.root) if is_folder(project.plans) else ():
        if qualified_id(plan, project.plans).casefold() == plan_id.casefold():
            raise WorkspaceError(EXISTS.at(None, path=shown(plan.path)))
    if os.path.lexists(path):
        raise WorkspaceError(EXISTS.at(None, path=shown(path)))
    return path


def create(path: Path, data: bytes) -> None:
    """Make the new file ``path`` with ``data``, and its folders; what is already there is never touched.

    The name is taken before it is used, so that no other program's file of that name is lost either. Raises
    WorkspaceError.
    """
    with beside_plans(), writing(path):
        if os.path.lexists(path):
            raise WorkspaceError(EXISTS.at(None, path=shown(path)))
        path.parent.mkdir(parents=True, exist_ok=True)
        with written_beside(path, data) as fresh:
            try:
                path.open("xb").close()
            except FileExistsError:
                raise WorkspaceError(EXISTS.at(None, path=shown(path))) from None
            try:
                move(fresh, path)
            except BaseException:
                _give_back(path)
                raise


def _give_back(path: Path) -> None:
    """Take away the name that was taken: only an empty file is surely nothing else."""
    with contextlib.suppress(OSError):
        if path.stat().st_size == 0:
            path.unlink()


def refresh(path: Path, data: bytes) -> Refreshed:
    """Make ``data`` the whole content of the generated file ``path``; one that has it is left alone.

    Raises WorkspaceError.
    """
    with beside_plans(), writing(path):
        before = path.read_bytes() if path.is_file() else None
        if before == data:
            return "unchanged"
        replace_whole(path, data)
        return "written" if before is None else "replaced"
