"""A plan's file with a new text: only if it is still the one that was read."""

from __future__ import annotations

import os
from pathlib import Path

from cchc.diagnostics import Rule, Severity, Wording
from cchc.workspace.reading import read_file
from cchc.workspace.trouble import WorkspaceError, shown
from cchc.workspace.writing import beside_plans, move, writing, written_beside

CHANGED_MEANWHILE = Rule(
    code="W112",
    name="file-changed-meanwhile",
    severity=Severity.ERROR,
    message=Wording(
        "{path} đã bị thay đổi trong lúc cchc làm việc; tệp được giữ nguyên",
        "{path} was changed while cchc was at work; it is left as it is",
    ),
    hint=Wording(
        "lưu tệp trong chương trình đang mở nó rồi chạy lại", "save it in the program that has it open, then run again"
    ),
    reason=Wording(
        "ghi đè lên bản vừa được lưu thì mất phần người khác mới viết",
        "what somebody has just saved would be lost under the changes",
    ),
)


def rewrite(path: Path, before: bytes, after: bytes) -> None:
    """Make ``after`` the content of ``path``, which was read as ``before``; both whole, or everything as it was.

    The mode stays; of a symbolic link the target is written. Raises WorkspaceError: the file is another meanwhile,
    or cannot be written.
    """
    target = Path(os.path.realpath(path))
    with beside_plans(), writing(target), written_beside(target, after) as fresh:
        # Asked last, so that the time in which somebody could still save is as short as can be.
        if read_file(target) != before:
            raise WorkspaceError(CHANGED_MEANWHILE.at(None, path=shown(path)))
        move(fresh, target)
