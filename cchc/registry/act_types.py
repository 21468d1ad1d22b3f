"""The kinds of act and their abbreviations in an act's symbol (Nghị định 30/2020/NĐ-CP, Phụ lục III mục I)."""

from __future__ import annotations

from dataclasses import dataclass

from cchc.language.folding import fold


@dataclass(frozen=True, slots=True)
class ActType:
    """A kind of act: its ``name`` as the decree lists it and its ``abbreviation`` ("Quyết định", "QĐ").

    ``administrative`` is false for the normative kinds that the decree's table does not hold.
    """

    abbreviation: str
    name: str
    administrative: bool = True


ACT_TYPES: tuple[ActType, ...] = (
    ActType("NQ", "Nghị quyết"),
    ActType("QĐ", "Quyết định"),
    ActType("CT", "Chỉ thị"),
    ActType("QC", "Quy chế"),
    ActType("QyĐ", "Quy định"),
    ActType("TC", "Thông cáo"),
    ActType("TB", "Thông báo"),
    ActType("HD", "Hướng dẫn"),
    ActType("CTr", "Chương trình"),
    ActType("KH", "Kế hoạch"),
    ActType("PA", "Phương án"),
    ActType("ĐA", "Đề án"),
    ActType("DA", "Dự án"),
    ActType("BC", "Báo cáo"),
    ActType("BB", "Biên bản"),
    ActType("TTr", "Tờ trình"),
    ActType("HĐ", "Hợp đồng"),
    ActType("CĐ", "Công điện"),
    ActType("BGN", "Bản ghi nhớ"),
    ActType("BTT", "Bản thỏa thuận"),
    ActType("GUQ", "Giấy ủy quyền"),
    ActType("GM", "Giấy mời"),
    ActType("GGT", "Giấy giới thiệu"),
    ActType("GNP", "Giấy nghỉ phép"),
    ActType("PG", "Phiếu gửi"),
    ActType("PC", "Phiếu chuyển"),
    ActType("PB", "Phiếu báo"),
    ActType("SY", "Bản sao y"),
    ActType("TrS", "Bản trích sao"),
    ActType("SL", "Bản sao lục"),
    ActType("NĐ", "Nghị định", administrative=False),
    ActType("TT", "Thông tư", administrative=False),
)

_BY_ABBREVIATION = {act_type.abbreviation: act_type for act_type in ACT_TYPES}
_BY_NAME = {fold(act_type.name): act_type for act_type in ACT_TYPES}


def act_type_of_symbol(abbreviation: str) -> ActType | None:
    """The kind of act whose symbol bears ``abbreviation``; letter case counts ("TT" is not "TTr" nor "Ttr")."""
    return _BY_ABBREVIATION.get(abbreviation)


def act_type_named(name: str) -> ActType | None:
    """The kind of act called ``name`` ("quyết định"), letter case and tone placement aside."""
    return _BY_NAME.get(fold(name))
