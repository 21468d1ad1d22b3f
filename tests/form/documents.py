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
    parent: tuple[str, ...] = ()
    authority: str = ""
    appendices: int = 0
    enforcing: int = 0
    draft: bool = False
    has_plan: bool = True
    carried_by: int = 0
    """The number of the article inside which the plan stands; 0: none."""

    @property
    def attached(self) -> bool:
        """Whether a plan is issued with it, as a document of its own."""
        return self.kind == "decision" and self.has_plan and not self.carried_by

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
        parent=_COMMITTEE,
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
    "ministry": Known(
        HERE / "plans" / "ministry.yaml",
        kind="decision",
        issuer=("BỘ NỘI VỤ",),
        symbol="QĐ-BNV",
        place="Hà Nội",
        number="87",
        date="ngày 12 tháng 01 năm 2026",
        authority="BỘ TRƯỞNG BỘ NỘI VỤ",
        issued_by="Bộ trưởng Bộ Nội vụ",
        capacity=("TL. BỘ TRƯỞNG", "VỤ TRƯỞNG VỤ CẢI CÁCH HÀNH CHÍNH"),
        name="Nguyễn Văn Bình",
        enforcing=3,
    ),
    "agency": Known(
        HERE / "plans" / "agency.yaml",
        kind="plan",
        parent=("BỘ NỘI VỤ",),
        issuer=("CỤC VĂN THƯ VÀ LƯU TRỮ NHÀ NƯỚC",),
        symbol="KH-VTLTNN",
        place="Hà Nội",
        number="03",
        date="ngày 02 tháng 02 năm 2026",
        issued_by="Cục Văn thư và Lưu trữ nhà nước",
        capacity=("Q. CỤC TRƯỞNG",),
        name="Vũ Thị Hoa",
    ),
    "commune": Known(
        HERE / "plans" / "commune.yaml",
        kind="decision",
        issuer=("ỦY BAN NHÂN DÂN", "PHƯỜNG BẮC GIA NGHĨA"),
        symbol="QĐ-UBND",
        place="Bắc Gia Nghĩa",
        number="12",
        date="ngày 05 tháng 01 năm 2026",
        authority="ỦY BAN NHÂN DÂN PHƯỜNG BẮC GIA NGHĨA",
        issued_by="UBND phường Bắc Gia Nghĩa",
        capacity=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        name="Lê Văn Tám",
        enforcing=2,
    ),
    "district": Known(
        HERE / "plans" / "district.yaml",
        kind="plan",
        issuer=("ỦY BAN NHÂN DÂN", "HUYỆN ĐẮK SONG"),
        symbol="KH-UBND",
        place="Đắk Song",
        number="45",
        date="ngày 08 tháng 3 năm 2024",
        issued_by="UBND huyện Đắk Song",
        capacity=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        name="Đỗ Văn Chín",
    ),
    "carried": Known(
        HERE / "plans" / "carried.yaml",
        kind="decision",
        parent=("ỦY BAN NHÂN DÂN", "TỈNH LÂM ĐỒNG"),
        issuer=("SỞ KHOA HỌC VÀ CÔNG NGHỆ",),
        symbol="QĐ-SKHCN",
        place="Lâm Đồng",
        number="301",
        date="ngày 20 tháng 3 năm 2026",
        authority="GIÁM ĐỐC SỞ KHOA HỌC VÀ CÔNG NGHỆ",
        issued_by="Giám đốc Sở Khoa học và Công nghệ",
        capacity=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC PHỤ TRÁCH LĨNH VỰC CHUYỂN ĐỔI SỐ"),
        name="Trần Văn Hai",
        appendices=1,
        enforcing=4,
        carried_by=1,
    ),
    "appendix-only": Known(
        HERE / "plans" / "appendix-only.yaml",
        kind="decision",
        issuer=("ỦY BAN NHÂN DÂN", "TỈNH LÂM ĐỒNG"),
        symbol="QĐ-UBND",
        place="Lâm Đồng",
        number="09",
        date="ngày 01 tháng 4 năm 2026",
        authority="CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG",
        issued_by="Chủ tịch UBND tỉnh Lâm Đồng",
        capacity=("TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ"),
        name="Phan Thị Mười",
        appendices=1,
        enforcing=2,
        has_plan=False,
    ),
}
