"""A plan of two tasks, for comparisons."""

from __future__ import annotations

from pathlib import Path

PLAN = """\
period: 2025
jurisdiction: Đắk Nông
act: {kind: decision}
appendices:
  - title: Nhiệm vụ
    layout: tasks
    tasks:
      - {title: Rà soát thủ tục hành chính, lead: Sở Nội vụ, start: 3, end: 6}
      - {title: Kiểm tra công tác văn thư, lead: Sở Tư pháp, end: 9}
"""


def write(folder: Path, name: str, text: str) -> None:
    (folder / "plans" / f"{name}.yaml").write_text(text, encoding="utf-8")
