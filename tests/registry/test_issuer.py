"""What follows from a plan's jurisdiction and issuer, and the abbreviations of act types."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.registry.act_types import ACT_TYPES, act_type_named, act_type_of_symbol
from cchc.registry.issuer import (
    authority,
    is_collective,
    letterhead_lines,
    not_existing,
    parent_lines,
    parent_of,
    seat_of,
    short_name,
    symbol_of,
)
from cchc.registry.jurisdiction import jurisdiction_of
from cchc.registry.registry import shipped_registry

REGISTRY = shipped_registry()
BEFORE, AFTER = date(2024, 12, 30), date(2026, 5, 1)


@pytest.mark.parametrize(
    ("words", "issuer", "place", "id_"),
    [
        ("Đắk Nông", "Ủy ban nhân dân tỉnh Đắk Nông", "Đắk Nông", "prov.dak-nong"),
        ("tỉnh Đắk Nông", "Ủy ban nhân dân tỉnh Đắk Nông", "Đắk Nông", "prov.dak-nong"),
        ("Tỉnh Đắk Nông", "Ủy ban nhân dân tỉnh Đắk Nông", "Đắk Nông", "prov.dak-nong"),
        ("Đăk Nông", "Ủy ban nhân dân tỉnh Đắk Nông", "Đắk Nông", "prov.dak-nong"),
        ("Đà Nẵng", "Ủy ban nhân dân thành phố Đà Nẵng", "Đà Nẵng", "prov.da-nang.pre2025"),
        (
            "Thành phố Hồ Chí Minh",
            "Ủy ban nhân dân Thành phố Hồ Chí Minh",
            "Thành phố Hồ Chí Minh",
            "prov.ho-chi-minh.pre2025",
        ),
        ("TP.HCM", "Ủy ban nhân dân Thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh", "prov.ho-chi-minh.pre2025"),
        ("Hoà Bình", "Ủy ban nhân dân tỉnh Hoà Bình", "Hoà Bình", "prov.hoa-binh"),
        ("huyện Đắk Song", "Ủy ban nhân dân huyện Đắk Song", "Đắk Song", None),
        ("thành phố Gia Nghĩa", "Ủy ban nhân dân thành phố Gia Nghĩa", "Gia Nghĩa", None),
        ("Phường 1", "Ủy ban nhân dân Phường 1", "Phường 1", None),
        ("Gia Nghĩa", "Ủy ban nhân dân Gia Nghĩa", "Gia Nghĩa", None),
    ],
)
def test_issuer_and_place_follow_from_the_jurisdiction(words: str, issuer: str, place: str, id_: str | None) -> None:
    jurisdiction = jurisdiction_of(words, REGISTRY, BEFORE)
    assert jurisdiction.issuer == issuer
    assert jurisdiction.place == place
    assert (jurisdiction.body and jurisdiction.body.id) == id_


def test_the_kind_of_a_province_is_that_of_the_day() -> None:
    assert jurisdiction_of("Đồng Nai", REGISTRY, BEFORE).unit == "tỉnh Đồng Nai"
    assert jurisdiction_of("Đồng Nai", REGISTRY, AFTER).unit == "thành phố Đồng Nai"
    assert jurisdiction_of("tỉnh Đồng Nai", REGISTRY, AFTER).unit == "tỉnh Đồng Nai"


@pytest.mark.parametrize(
    ("issuer", "lines"),
    [
        ("Ủy ban nhân dân tỉnh Đắk Nông", ("Ủy ban nhân dân", "tỉnh Đắk Nông")),
        ("ỦY BAN NHÂN DÂN  TỈNH ĐẮK NÔNG", ("ỦY BAN NHÂN DÂN", "TỈNH ĐẮK NÔNG")),
        ("Uỷ ban nhân dân huyện Đắk Song", ("Uỷ ban nhân dân", "huyện Đắk Song")),
        ("Hội đồng nhân dân xã Quảng Trực", ("Hội đồng nhân dân", "xã Quảng Trực")),
        ("UBND tỉnh", ("UBND", "tỉnh")),
        ("Ủy ban nhân dân", ("Ủy ban nhân dân",)),
        ("Sở Nội vụ", ("Sở Nội vụ",)),
        ("Ban Chỉ đạo cải cách hành chính tỉnh", ("Ban Chỉ đạo cải cách hành chính tỉnh",)),
    ],
)
def test_the_letterhead_breaks_behind_the_committee(issuer: str, lines: tuple[str, ...]) -> None:
    assert letterhead_lines(issuer) == lines
    assert " ".join(letterhead_lines(issuer)).split() == issuer.split()


def test_the_kem_theo_line_names_the_issuer_in_short() -> None:
    issuer = "Ủy ban nhân dân tỉnh Đắk Nông"
    assert short_name(issuer) == "UBND tỉnh Đắk Nông"
    assert short_name(issuer, "Chủ tịch") == "Chủ tịch UBND tỉnh Đắk Nông"
    assert short_name("Hội đồng nhân dân tỉnh Đắk Nông") == "HĐND tỉnh Đắk Nông"
    assert short_name("Sở Nội vụ", "Giám đốc") == "Giám đốc Sở Nội vụ"


def test_the_authority_is_the_body_or_its_head() -> None:
    assert authority("Ủy ban nhân dân tỉnh Đắk Nông", "Chủ tịch").upper() == "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐẮK NÔNG"
    assert authority("Ủy ban nhân dân tỉnh Đắk Nông").upper() == "ỦY BAN NHÂN DÂN TỈNH ĐẮK NÔNG"


@pytest.mark.parametrize(
    ("issuer", "symbol"),
    [
        ("Ủy ban nhân dân tỉnh Đắk Nông", "UBND"),
        ("ỦY BAN NHÂN DÂN TỈNH ĐẮK NÔNG", "UBND"),
        ("Ủy ban nhân dân huyện Đắk Song", "UBND"),
        ("Ủy ban nhân dân xã Quảng Trực", "UBND"),
        ("Chủ tịch Ủy ban nhân dân tỉnh Đắk Nông", "UBND"),
        ("Hội đồng nhân dân tỉnh Đắk Nông", "HĐND"),
        ("Sở Nội vụ", "SNV"),
        ("Sở Ngoại vụ", "SNgV"),
        ("Bộ Nội vụ", "BNV"),
        ("Bộ Giáo dục và Đào tạo", "BGDĐT"),
        ("Bộ Y tế", "BYT"),
        ("Ủy ban nhân dân phường Bắc Gia Nghĩa", "UBND"),
        ("Sở Nội vụ tỉnh Đắk Nông", "SNV"),
        ("Cục Văn thư và Lưu trữ nhà nước", None),
        ("Tỉnh ủy Đắk Nông", "TU"),
        ("Chính phủ", "CP"),
        ("Thủ tướng Chính phủ", "TTg"),
        ("Văn phòng Chính phủ", "VPCP"),
        ("Hội Làm vườn", None),
        ("Sở Nội vụ; Sở Tư pháp", None),
        ("Ban Chỉ đạo CCHC tỉnh", None),
        ("Chủ tịch", None),
    ],
)
def test_the_symbol_is_proposed_where_one_is_known(issuer: str, symbol: str | None) -> None:
    assert symbol_of(issuer, REGISTRY) == symbol


def test_act_types_are_found_both_ways() -> None:
    for act_type in ACT_TYPES:
        assert act_type_of_symbol(act_type.abbreviation) is act_type
        assert act_type_named(act_type.name.upper()) is act_type
    decision, plan = act_type_named("quyết định"), act_type_named("Kế hoạch")
    assert decision is not None
    assert plan is not None
    assert (decision.abbreviation, plan.abbreviation) == ("QĐ", "KH")
    assert act_type_named("Giấy uỷ quyền") == act_type_of_symbol("GUQ")


def test_abbreviations_that_are_often_wrong_are_not_in_the_table() -> None:
    for wrong in ("QCh", "DAn", "GN", "TTh", "CV", "qđ"):
        assert act_type_of_symbol(wrong) is None
    assert sum(act_type.administrative for act_type in ACT_TYPES) == 30


@pytest.mark.parametrize(
    ("head", "issuer", "printed"),
    [
        ("Giám đốc", "Sở Nội vụ", "Giám đốc Sở Nội vụ"),
        ("Bộ trưởng", "Bộ Nội vụ", "Bộ trưởng Bộ Nội vụ"),
        ("Cục trưởng", "Cục Văn thư và Lưu trữ nhà nước", "Cục trưởng Cục Văn thư và Lưu trữ nhà nước"),
        ("Chánh Văn phòng", "Văn phòng Ủy ban nhân dân tỉnh", "Chánh Văn phòng Ủy ban nhân dân tỉnh"),
        ("Chánh Thanh tra", "Thanh tra tỉnh", "Chánh Thanh tra tỉnh"),
        ("Trưởng ban", "Ban Dân tộc", "Trưởng Ban Dân tộc"),
    ],
)
def test_words_that_the_office_and_the_body_share_stand_once(head: str, issuer: str, printed: str) -> None:
    assert authority(issuer, head) == printed


@pytest.mark.parametrize(
    ("issuer", "unit", "parent"),
    [
        ("Sở Nội vụ", "Đắk Nông", "Ủy ban nhân dân tỉnh Đắk Nông"),
        ("Sở Nội vụ", "Đà Nẵng", "Ủy ban nhân dân thành phố Đà Nẵng"),
        ("Văn phòng Ủy ban nhân dân tỉnh", "Đắk Nông", "Ủy ban nhân dân tỉnh Đắk Nông"),
        ("Thanh tra tỉnh", "tỉnh Lâm Đồng", "Ủy ban nhân dân tỉnh Lâm Đồng"),
        ("Sở Nội vụ", "huyện Đắk Song", None),
        ("Ủy ban nhân dân tỉnh Đắk Nông", "Đắk Nông", None),
        ("Ủy ban nhân dân xã Nam Dong", "xã Nam Dong", None),
        ("Công an tỉnh", "Đắk Nông", None),
        ("Bộ Nội vụ", "Đắk Nông", None),
    ],
)
def test_a_department_stands_below_the_committee_of_its_province(issuer: str, unit: str, parent: str | None) -> None:
    assert parent_of(issuer, jurisdiction_of(unit, REGISTRY, BEFORE), REGISTRY, BEFORE) == parent
    assert parent_of(issuer, None, REGISTRY, BEFORE) is None


def test_the_name_above_may_be_abbreviated_and_then_stands_on_one_line() -> None:
    assert parent_lines("Ủy ban nhân dân tỉnh Đắk Nông") == ("Ủy ban nhân dân", "tỉnh Đắk Nông")
    assert parent_lines("UBND tỉnh Đắk Nông") == ("UBND tỉnh Đắk Nông",)
    assert parent_lines("Bộ Nội vụ") == ("Bộ Nội vụ",)


def test_central_bodies_sit_in_the_capital() -> None:
    assert seat_of("Bộ Nội vụ", REGISTRY) == seat_of("Thủ tướng Chính phủ", REGISTRY) == "Hà Nội"
    assert seat_of("Sở Nội vụ", REGISTRY) is seat_of("Hội Làm vườn", REGISTRY) is None


def test_committees_and_councils_decide_by_themselves() -> None:
    names = (
        "Ủy ban nhân dân xã Nam Dong",
        "UBND tỉnh",
        "Hội đồng nhân dân tỉnh Đắk Nông",
        "Sở Nội vụ",
        "Bộ Nội vụ",
        "",
    )
    assert [is_collective(name) for name in names] == [True, True, True, False, False, False]


@pytest.mark.parametrize(
    ("issuer", "day", "gone"),
    [
        ("Ủy ban nhân dân huyện Đắk Song", date(2025, 6, 30), False),
        ("Ủy ban nhân dân huyện Đắk Song", date(2025, 7, 1), True),
        ("Ủy ban nhân dân thị xã Gia Nghĩa", date(2025, 7, 1), True),
        ("Ủy ban nhân dân xã Nam Dong", date(2025, 7, 1), False),
        ("Sở Thông tin và Truyền thông", date(2025, 3, 20), False),
        ("Sở Thông tin và Truyền thông", date(2025, 7, 1), True),
        ("Sở Nông nghiệp và Môi trường", date(2024, 1, 5), True),
        ("Sở Nội vụ", date(2025, 7, 1), False),
        ("Hội Làm vườn", date(2025, 7, 1), False),
    ],
)
def test_a_body_that_did_not_exist_on_the_day(issuer: str, day: date, gone: bool) -> None:
    """Districts ended on 1 July 2025; departments were merged about 1 March 2025, not everywhere on one day."""
    assert (not_existing(issuer, REGISTRY, day) is not None) == gone
