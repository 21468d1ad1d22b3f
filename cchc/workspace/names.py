"""The name of an output: from a plan's id to a path that stays inside the output folder and is legal everywhere."""

from __future__ import annotations

from pathlib import Path

from cchc.diagnostics import Rule, Severity, Wording
from cchc.language.folding import nfc
from cchc.workspace.trouble import WorkspaceError, shown

BAD_NAME = Rule(
    code="W101",
    name="output-name",
    severity=Severity.ERROR,
    message=Wording(
        "“{name}” không thể là tên tệp trên mọi máy: {reason_vi}", "“{name}” cannot name a file everywhere: {reason_en}"
    ),
    hint=Wording(
        "đổi tên tệp kế hoạch, chỉ dùng chữ, số, dấu cách, “-”, “_” và “.”",
        "rename the plan's file, with letters, digits, spaces, “-”, “_” and “.” only",
    ),
    reason=Wording(
        "tên này Windows không nhận, nên người nhận tệp không lưu được",
        "Windows takes no such name, so whoever gets the file could not save it",
    ),
)

_FORBIDDEN = frozenset('<>:"|?*\\')
_DEVICES = frozenset({"con", "prn", "aux", "nul", "conin$", "conout$"}) | {
    f"{device}{number}" for device in ("com", "lpt") for number in "0123456789¹²³"
}


def output_path(out: Path, plan_id: str, suffix: str) -> Path:
    """The file below ``out`` for the plan ``plan_id``, e.g. ``out/a/2025.docx`` for ``a/2025`` and ``.docx``.

    NFC. Raises WorkspaceError for an id that would leave ``out`` (``..``, an absolute path, a drive) or holds a name
    that Windows refuses: plans and their outputs travel between machines.
    """
    *folders, name = nfc(plan_id).split("/")
    for part in (*folders, name, name + suffix):
        reason = _objection(part)
        if reason:
            raise WorkspaceError(BAD_NAME.at(None, name=shown(part), reason_vi=reason.vi, reason_en=reason.en))
    return out.joinpath(*folders, name + suffix)


def _objection(part: str) -> Wording | None:
    """Why ``part`` cannot be the name of a file or folder on Windows, POSIX or macOS."""
    if part in ("", ".", ".."):
        return Wording("tên trống, “.” và “..” không phải là tên", "empty, “.” and “..” are no names")
    bad = next((character for character in part if character in _FORBIDDEN or not _printable(character)), None)
    if bad is not None:
        shown_bad = bad if _printable(bad) else f"U+{ord(bad):04X}"
        return Wording(f"có ký tự {shown_bad}", f"it holds the character {shown_bad}")
    if part.endswith((".", " ")):
        return Wording("kết thúc bằng dấu chấm hoặc dấu cách", "it ends in a full stop or a space")
    if part.partition(".")[0].strip().casefold() in _DEVICES:
        return Wording("Windows dành tên này cho thiết bị", "Windows keeps that name for a device")
    return None


def _printable(character: str) -> bool:
    return character.isprintable() or character == " "
