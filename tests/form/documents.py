"""The acts that are built for the tests of this folder, and what a clerk knows of each without reading the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import yaml

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


class Known(NamedTuple):
    """An act: its plan and what must stand on its first page. ``number`` and ``date`` are empty in a draft."""

    plan: Path
    kind: str
    issuer: tuple[str, ...]
    symbol: str
    place: str
    capacity: tuple[str, ...]
    name: str
    issued_by: str
    number: str = ""
    date: str = ""
    parent: str = ""
    authority: str = ""
    appendices: int = 0
    enforcing: int = 0
    draft: bool = False

    @property
    def attached(self) -> bool:
        """Whether a plan is issued with it."""
        return self.kind == "decision"

    @property
    def kind_words(self) -> str:
        return {"decision": "Quyết định", "plan": "Kế hoạch"}[self.kind]

    def titles(self) -> set[str]:
        """The titles of the body's sections, in capitals."""
        written: Any = yaml.safe_load(self.plan.read_text(encoding="utf-8"))
        return {" ".join(title.split()).upper() for title in _titles(written.get("body", []))}


def _titles(sections: list[dict[str, Any]]) -> list[str]:
    own = [section.get("title") or section["agency"] for section in sections if section.keys() & {"title", "agency"}]
    return own + [title for section in sections for title in _titles(section.get("sections", []))]


_COMMITTEE = ("ỦY BAN NHÂN DÂN", "TỈNH ĐẮK NÔNG")

KNOWN = {
    "2025": Known(
        ROOT / "plans" / "2025.yaml",
        kind="decision",
        issuer=_COMMITTEE,
        symbol="QĐ-UBND",
        place="Đắk Nông",
        number="1629",
        date="ngày 30 tháng 12 năm 2024",
        authority="CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐẮK NÔNG",
        issued_by="Chủ tịch UBND tỉnh Đắk Nông",
        capacity=("CHỦ TỊCH",),
        name="Hồ Văn Mười",
        appendices=1,
        enforcing=2,
    ),
    "body-decides": Known(
        HERE / "plans" / "body-decides.yaml",
        kind="decision",
        issuer=_COMMITTEE,
        symbol="QĐ-UBND",
        place="Đắk Nông",
        number="05",
        date="ngày 03 tháng 02 năm 2025",
        authority="ỦY BAN NHÂN DÂN TỈNH ĐẮK NÔNG",
        issued_by="UBND tỉnh Đắk Nông",
        capacity=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        name="Nguyễn Văn An",
        appendices=2,
        enforcing=3,
    ),
    "own-plan": Known(
        HERE / "plans" / "own-plan.yaml",
        kind="plan",
        issuer=_COMMITTEE,
        symbol="KH-UBND",
        place="Đắk Nông",
        number="112",
        date="ngày 09 tháng 3 năm 2025",
        issued_by="UBND tỉnh Đắk Nông",
        capacity=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        name="Lê Thị Bình",
        appendices=1,
    ),
    "department": Known(
        HERE / "plans" / "department.yaml",
        kind="decision",
        parent="ỦY BAN NHÂN DÂN TỈNH ĐẮK NÔNG",
        issuer=("SỞ NỘI VỤ",),
        symbol="QĐ-SNV",
        place="Đắk Nông",
        number="10",
        date="ngày 31 tháng 01 năm 2025",
        authority="GIÁM ĐỐC SỞ NỘI VỤ",
        issued_by="Giám đốc Sở Nội vụ",
        capacity=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        name="Trần Văn Chung",
        enforcing=2,
    ),
    "draft": Known(
        HERE / "plans" / "draft.yaml",
        kind="decision",
        issuer=_COMMITTEE,
        symbol="QĐ-UBND",
        place="Đắk Nông",
        authority="CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐẮK NÔNG",
        issued_by="Chủ tịch UBND tỉnh Đắk Nông",
        capacity=("Q. CHỦ TỊCH",),
        name="Phạm Văn Dũng",
        appendices=1,
        enforcing=2,
        draft=True,
    ),
}
