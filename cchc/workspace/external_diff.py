"""What git tells a program that shows differences for it (gitattributes: ``diff.<driver>.command``)."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cchc.diagnostics import Rule, Severity, Wording
from cchc.workspace.trouble import WorkspaceError

NOT_GITS = Rule(
    code="W422",
    name="not-called-by-git",
    severity=Severity.ERROR,
    message=Wording(
        "--git nhận một tham số (tệp đang xung đột) hoặc bảy đến chín tham số của git, ở đây có {n}",
        "--git takes the one argument of a conflict or seven to nine from git, and {n} were given",
    ),
    hint=Wording(
        "--git dành cho git gọi; để so hai kế hoạch, bỏ --git",
        "--git is for git to call; leave it out to compare two plans",
    ),
    reason=Wording(
        "git cho biết tệp, nội dung cũ và mới theo thứ tự cố định; thiếu một là đọc nhầm cả dãy",
        "git names the file, its old and its new content in a fixed order, and with one missing all are misread",
    ),
)

_NOTHING = frozenset({"/dev/null", os.devnull})


class ExternalDiff(NamedTuple):
    """A changed file: ``path`` from the repository's top, ``new_path`` where it was renamed to.

    ``old`` and ``new`` are files with its contents, as git's current folder (the top) sees them; absent where git
    added or deleted it. ``unmerged``: it is in conflict, and git has no two contents of it.
    """

    path: str
    new_path: str
    old: Path | None = None
    new: Path | None = None
    unmerged: bool = False


def external_diff(arguments: Sequence[str]) -> ExternalDiff:
    """``path old-file old-hex old-mode new-file new-hex new-mode``, for a rename with its new path and git's words
    on it behind; ``path`` alone for a file in conflict. Raises WorkspaceError for any other number.
    """
    if len(arguments) == 1:
        return ExternalDiff(arguments[0], arguments[0], unmerged=True)
    if not 7 <= len(arguments) <= 9:
        raise WorkspaceError(NOT_GITS.at(None, n=len(arguments)))
    path, old, _, _, new = arguments[:5]
    return ExternalDiff(path, arguments[7] if len(arguments) > 7 else path, _file(old), _file(new))


def _file(name: str) -> Path | None:
    return None if name in _NOTHING else Path(name)
