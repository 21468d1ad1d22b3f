"""The kinds of act and their abbreviations in an act's symbol (Nghị định 30/2020/NĐ-CP, Phụ lục III mục I)."""

from functools import cache
from typing import NamedTuple

from cchc.language.folding import fold


class ActType(NamedTuple):
    """A kind of act: its ``name`` as the decree lists it and its ``abbreviation`` ("Quyết định", "QĐ").

    ``administrative`` is false for the normative kinds that the decree's table does not hold.
    """

    abbreviation: str
    name: str
    administrative: bool = True


DECISION = ActType("QĐ", "Quyết định")
PLAN = ActType("KH", "Kế hoạch")

ACT_TYPES: tuple[ActType, ...] = (
    ActType("NQ", "Nghị quyết"),
    DECISION,
    ActType("CT", "Chỉ thị"),
    ActType("QC", "Quy chế"),
    ActType("QyĐ", "Quy định"),
    ActType("TC", "Thông cáo"),
    ActType("TB", "Thông báo"),
    ActType("HD", "Hướng dẫn"),
    ActType("CTr", "Chương trình"),
    PLAN,
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


def act_type_of_symbol(abbreviation: str) -> ActType | None:
    """The kind of act whose symbol bears ``abbreviation``; letter case counts ("TT" is not "TTr" nor "Ttr")."""
    return next((act_type for act_type in ACT_TYPES if act_type.abbreviation == abbreviation), None)


def act_type_named(name: str) -> ActType | None:
    """The kind of act called ``name`` ("quyết định"), letter case and tone placement aside."""
    return _by_name().get(fold(name))


@cache
def _by_name() -> dict[str, ActType]:
    return {fold(act_type.name): act_type for act_type in ACT_TYPES}
