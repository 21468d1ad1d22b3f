"""Levels and units that are gone after 1/7/2025, the day on which the districts ended and provinces merged."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.registry.registry import shipped_registry
from cchc.rolling.succeeding import Days
from cchc.rolling.territory import gone_levels, gone_names, names_unit, territory

AFTER, BEFORE = date(2025, 12, 31), date(2024, 12, 31)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("UBND các huyện, thị xã, thành phố", ("huyện", "thị xã")),
        ("UBND cấp huyện, cấp xã", ("cấp huyện",)),
        ("UBND thành phố Gia Nghĩa", ("thành phố Gia Nghĩa",)),
        ("Thành phố Hồ Chí Minh và thành phố Thủ Đức", ("thành phố Thủ Đức",)),
        ("UBND thành phố Đà Nẵng", ()),
        ("thành phố thông minh; xã, phường, đặc khu", ()),
        ("các thị trấn", ("thị trấn",)),
        ("tuyên huyện hóa", ("huyện",)),
        ("huyệnx", ()),
    ],
)
def test_levels_that_are_gone(text: str, words: tuple[str, ...]) -> None:
    assert gone_levels(text, AFTER, shipped_registry()) == words
    assert gone_levels(text, BEFORE, shipped_registry()) == ()


def test_names_of_bodies_that_are_gone_are_found_in_prose() -> None:
    text = "Giao Sở Thông tin và Truyền thông, Sở Nội vụ; UBND cấp huyện"
    assert gone_names(text, Days(BEFORE, AFTER), shipped_registry()) == ("Sở Thông tin và Truyền thông",)
    assert gone_names(text, Days(BEFORE, BEFORE), shipped_registry()) == ()


@pytest.mark.parametrize(
    ("unit", "asked", "gone", "named"),
    [
        ("Đắk Nông", None, True, True),
        ("Đắk Nông", "Lâm Đồng", True, True),
        ("Đắk Nông", "Đắk Nông", True, False),
        ("Đắk Lắk", None, True, False),
        ("Đắk Lắk", "Đắk Lắk", True, False),
        ("Cao Bằng", None, False, False),
    ],
)
def test_the_unit_of_the_plan(unit: str, asked: str | None, gone: bool, named: bool) -> None:
    units = territory(unit, asked, Days(BEFORE, AFTER), shipped_registry())
    assert units is not None
    assert (units.after is not None) is gone
    assert names_unit(f"Báo {unit}", units) is named
