"""Bodies are found under their names at a date; near misses are offered the right form."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.registry.registry import shipped_registry
from cchc.registry.spelling import misspellings

REGISTRY = shipped_registry()
BEFORE, AFTER = date(2024, 12, 30), date(2025, 7, 1)


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("Sở Nội vụ", "so.noi-vu"),
        ("sở giáo dục và đào tạo", "so.giao-duc-dao-tao"),
        ("Sở KH&ĐT", "so.ke-hoach-dau-tu"),
        ("Sở KH và ĐT", "so.ke-hoach-dau-tu"),
        ("Sở Văn hoá, Thể thao và Du lịch", "so.van-hoa-the-thao-du-lich"),
        ("Sở Lao động – Thương binh và Xã hội", "so.lao-dong-tbxh"),
        ("Sở Lao động, Thương binh và Xã hội", "so.lao-dong-tbxh"),
        ("Văn phòng Uỷ ban nhân dân tỉnh", "vp-ubnd-tinh"),
        ("Đăk Nông", "prov.dak-nong"),
        ("TP. HCM", "prov.ho-chi-minh"),
    ],
)
def test_a_body_is_found_by_any_of_its_names(words: str, id_: str) -> None:
    body = REGISTRY.find(words)
    assert body is not None
    assert body.id == id_


@pytest.mark.parametrize("words", ["", "Sở", "Sở Nội vụ tỉnh", "Sở Vũ trụ", "Nội vụ"])
def test_a_name_that_nobody_bears_finds_nothing(words: str) -> None:
    assert REGISTRY.find(words) is None


@pytest.mark.parametrize(
    ("words", "on", "id_"),
    [
        ("Lâm Đồng", BEFORE, "prov.lam-dong.pre2025"),
        ("Lâm Đồng", date(2025, 6, 30), "prov.lam-dong.pre2025"),
        ("Lâm Đồng", AFTER, "prov.lam-dong"),
        ("Lâm Đồng", None, "prov.lam-dong"),
        ("Đắk Nông", AFTER, "prov.dak-nong"),
        ("Đồng Nai", date(2026, 4, 29), "prov.dong-nai"),
        ("Đồng Nai", date(2026, 4, 30), "prov.tp-dong-nai"),
    ],
)
def test_a_name_means_the_body_of_its_day(words: str, on: date | None, id_: str) -> None:
    body = REGISTRY.find(words, on)
    assert body is not None
    assert body.id == id_


def test_dates_are_inclusive_at_the_start_and_exclusive_at_the_end() -> None:
    old, new = REGISTRY.body("so.nong-nghiep-ptnt"), REGISTRY.body("so.nong-nghiep-moi-truong")
    assert old.exists_on(date(2025, 2, 28))
    assert not new.exists_on(date(2025, 2, 28))
    assert not old.exists_on(date(2025, 3, 1))
    assert new.exists_on(date(2025, 3, 1))
    assert [successor.id for successor in old.successors] == [new.id]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Sở Nôi vu", "Sở Nội vụ"),
        ("So Thong tin va Truyen thong", "Sở Thông tin và Truyền thông"),
        ("Sở Kế hoạch vả Đầu tư", "Sở Kế hoạch và Đầu tư"),
        ("hoàn toàn khác hẳn mọi tên gọi", None),
    ],
)
def test_the_nearest_form_is_offered(words: str, meant: str | None) -> None:
    assert REGISTRY.nearest(words) == meant


def test_no_misspelled_form_is_ever_offered() -> None:
    misspelled = {form for body in REGISTRY.bodies for form in body.misspelled}
    assert {REGISTRY.nearest(form) for form in misspelled} & misspelled == set()


def test_a_province_may_add_and_replace_bodies() -> None:
    own = REGISTRY.body("so.ngoai-vu")._replace(valid_to=date(2025, 3, 1))
    new = REGISTRY.body("trung-tam-xuc-tien-dau-tu")._replace(id="own.centre", name="Trung tâm Khuyến công", aliases=())
    mine = REGISTRY.with_bodies((own, new))
    assert mine.body("so.ngoai-vu").valid_to == date(2025, 3, 1)
    assert mine.find("trung tâm khuyến công") == new
    assert REGISTRY.body("so.ngoai-vu").valid_to is None
    assert REGISTRY.find("Trung tâm Khuyến công") is None
    assert len(mine.bodies) == len(REGISTRY.bodies) + 1
    assert mine.classes == REGISTRY.classes


def test_misspelled_names_are_found_with_their_right_spelling() -> None:
    text = "KẾ HOẠCH TỈNH ĐĂK NÔNG; Báo Đăk Nông, Công thông tin điện tử tỉnh, tỉnh Đắk Nông và Đắk Lắk"
    found = misspellings(text, REGISTRY)
    assert [(item.written, item.proper) for item in found] == [
        ("ĐĂK NÔNG", "ĐẮK NÔNG"),
        ("Đăk Nông", "Đắk Nông"),
        ("Công thông tin điện tử tỉnh", "Cổng Thông tin điện tử tỉnh"),
    ]
    assert all(text[item.start : item.end] == item.written for item in found)
