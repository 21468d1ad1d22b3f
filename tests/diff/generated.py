"""Two plans of any number of generated tasks, the second of which is the first a year later with known edits.

``python -m tests.diff.generated 10000`` says how long the comparison takes.
"""

from __future__ import annotations

import gc
import sys
from random import Random
from time import process_time
from typing import Any, NamedTuple

from cchc.diff.plans import differences
from cchc.model.plan import Plan
from cchc.registry.registry import shipped_registry

VERBS = ("Rà soát", "Xây dựng", "Ban hành", "Tổ chức", "Kiểm tra", "Đánh giá", "Hoàn thiện", "Cập nhật", "Công bố")
NOUNS = (
    "quy trình",
    "kế hoạch",
    "danh mục",
    "báo cáo",
    "thủ tục hành chính",
    "cơ sở dữ liệu",
    "dịch vụ công",
    "biên chế",
)
FIELDS = (
    "lĩnh vực đất đai",
    "lĩnh vực y tế",
    "cấp xã",
    "cấp huyện",
    "đơn vị sự nghiệp",
    "bộ phận một cửa",
    "ngân sách",
)
LEADS = ("Sở Nội vụ", "Sở Tài chính", "Sở Y tế", "Sở Xây dựng", "Sở Tư pháp", "Văn phòng UBND tỉnh")
_IN_GROUP = 50


class Generated(NamedTuple):
    """Two plans, and how many tasks of the first were removed, added behind, reworded, given to another lead."""

    old: Plan
    new: Plan
    removed: int
    added: int
    reworded: int
    led: int


def generated(number: int, seed: int = 1) -> Generated:
    """Plans of ``number`` tasks in groups of 50: a tenth reworded, one in twenty removed, added, given to another."""
    random = Random(seed)
    groups = [[_task(random, at * _IN_GROUP + row) for row in range(_IN_GROUP)] for at in range(number // _IN_GROUP)]
    changed: list[list[dict[str, str]]] = []
    counts = dict.fromkeys(("removed", "added", "reworded", "led"), 0)
    for tasks in groups:
        kept: list[dict[str, str]] = []
        for task in tasks:
            drawn, made = random.random(), dict(task)
            if drawn < 0.05:
                counts["removed"] += 1
                continue
            if drawn < 0.15:
                made["title"] = made["title"].replace(" phục vụ ", " nhằm bảo đảm kịp thời ")
                counts["reworded"] += 1
            elif drawn < 0.2:
                made["lead"] = random.choice([lead for lead in LEADS if lead != task["lead"]])
                counts["led"] += 1
            kept.append(made)
            if drawn > 0.95:
                title = f"Thí điểm mô hình {random.randrange(10**9)} ngoài khuôn viên {random.randrange(10**9)}"
                kept.append({"title": title, "lead": random.choice(LEADS), "start": "1", "end": "12"})
                counts["added"] += 1
        changed.append(kept)
    return Generated(_plan(groups, 2025), _plan(changed, 2026), **counts)


def _task(random: Random, number: int) -> dict[str, str]:
    pick = random.choice
    what = f"{pick(VERBS)} {pick(NOUNS)} {pick(FIELDS)} đợt {number % 97} phục vụ {pick(NOUNS)} {pick(FIELDS)}"
    output = f"Báo cáo {pick(NOUNS)} {number % 53}"
    months = {"start": str(random.randint(1, 6)), "end": str(random.randint(7, 12))}
    return {"title": f"{what} số {number} trong năm 2025", "output": output, "lead": pick(LEADS), **months}


def _plan(groups: list[list[dict[str, str]]], year: int) -> Plan:
    rows = [
        {
            "title": f"Nhóm nhiệm vụ {number} về {NOUNS[number % len(NOUNS)]}",
            "tasks": [{**task, "title": task["title"].replace("năm 2025", f"năm {year}")} for task in tasks],
        }
        for number, tasks in enumerate(groups)
    ]
    data: dict[str, Any] = {
        "period": str(year),
        "jurisdiction": "Đắk Nông",
        "act": {"kind": "decision"},
        "appendices": [{"title": "Nhiệm vụ", "layout": "tasks", "groups": rows}],
    }
    return Plan.model_validate(data)


if __name__ == "__main__":
    plans = generated(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
    gc.disable()  # as in a run of the program
    began = process_time()
    found = differences(plans.old, plans.new, shipped_registry())
    print(f"{process_time() - began:.2f} s, {len(found.facts)} facts")
