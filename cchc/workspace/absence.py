"""A folder in which no plans are: what to do about it."""

from __future__ import annotations

from pathlib import Path

from cchc.diagnostics import Diagnostic, Rule, Severity, Wording
from cchc.language.folding import nfc
from cchc.workspace.projects import SUFFIXES, is_folder
from cchc.workspace.trouble import shown_from

NO_PLANS = Rule(
    code="W013",
    name="no-plans",
    severity=Severity.ERROR,
    message=Wording("trong {folder} không có kế hoạch nào", "there are no plans in {folder}"),
    hint=Wording(
        "thêm một tệp .yaml (tên không bắt đầu bằng “_” hoặc “.”), hoặc ghi tên tệp kế hoạch",
        "add a .yaml file (its name not beginning with “_” or “.”), or name the plan's file",
    ),
    reason=Wording(
        "không có kế hoạch nào thì lệnh không làm gì; im lặng sẽ bị hiểu là không có lỗi",
        "with no plan nothing was done, and silence would be read as “no mistakes”",
    ),
)

_NO_FOLDER = Wording(
    "chạy “cchc new 2026” để có kế hoạch khung, hoặc tạo thư mục {folder} và đặt kế hoạch vào đó",
    "begin one with “cchc new 2026”, or make the folder {folder} and put the plans there",
)
_NOT_YAML = Wording("đổi tên tệp {file} thành {name}", "rename the file {file} to {name}")
_TEXT = ".txt"


def no_plans(folder: Path, cwd: Path) -> Diagnostic:
    """That ``folder`` holds no plans, with the way out: make the folder, rename a text file that is to be a plan."""
    name = shown_from(folder, cwd)
    if not is_folder(folder):
        return NO_PLANS.at(None, hint=_NO_FOLDER, folder=name)
    text = _text_file(folder)
    if text is None:
        return NO_PLANS.at(None, folder=name)
    return NO_PLANS.at(None, hint=_NOT_YAML, folder=name, file=shown_from(text, cwd), name=_as_plan(text.name))


def _text_file(folder: Path) -> Path | None:
    """The file in ``folder`` that an editor saved as text, one that says YAML in its name before others."""
    texts = [path for path in sorted(folder.iterdir()) if path.suffix.lower() == _TEXT and path.name[0] not in "_."]
    return min(texts, key=lambda path: not path.stem.lower().endswith(SUFFIXES), default=None)


def _as_plan(name: str) -> str:
    stem = nfc(name)[: -len(_TEXT)]
    return stem if stem.lower().endswith(SUFFIXES) else f"{stem}{SUFFIXES[0]}"
