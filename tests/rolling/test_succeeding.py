"""Bodies in typed fields: exchanged where one body took over, told where there is a choice."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.registry.facts import Body, Successor
from cchc.registry.registry import shipped_registry
from cchc.rolling.succeeding import Days, succeeded, with_pieces

DAYS = Days(date(2024, 12, 30), date(2025, 12, 31))


def after(text: str, days: Days = DAYS) -> tuple[str, int]:
    """``text`` in the new plan, and how many notes it gets."""
    found = succeeded(text, days, shipped_registry())
    return with_pieces(text, found.pieces), len(found.notes)


@pytest.mark.parametrize(
    ("old", "new", "notes"),
    [
        ("Sở Tài nguyên và Môi trường", "Sở Nông nghiệp và Môi trường", 0),
        ("Sở Nội vụ", "Sở Nội vụ", 0),
        ("Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ", 1),
        ("Sở TT&TT; Sở Nội vụ", "Sở KH&CN; Sở Nội vụ", 1),
        ("Các Sở: NV, KH&ĐT, TT&TT", "Các Sở: NV, TC, KH&CN", 2),
        ("Giám đốc Sở Tài nguyên và Môi trường", "Giám đốc Sở Nông nghiệp và Môi trường", 0),
        ("Bộ Kế hoạch và Đầu tư", "Bộ Tài chính", 0),
        ("Sở Tài chính; Sở Kế hoạch và Đầu tư", "Sở Tài chính; Sở Kế hoạch và Đầu tư", 1),
        ("UBND các huyện, thành phố", "UBND các huyện, thành phố", 0),
        ("Các sở, ban, ngành", "Các sở, ban, ngành", 0),
        ("Công ty Mặt Trời", "Công ty Mặt Trời", 0),
    ],
)
def test_bodies_of_2024_in_a_plan_for_2026(old: str, new: str, notes: int) -> None:
    assert after(old) == (new, notes)


def test_before_the_day_of_the_change_nothing_happens() -> None:
    days = Days(date(2023, 12, 30), date(2024, 12, 31))
    assert after("Sở Thông tin và Truyền thông; Sở Kế hoạch và Đầu tư", days) == (
        "Sở Thông tin và Truyền thông; Sở Kế hoạch và Đầu tư",
        0,
    )


@pytest.mark.parametrize(
    "successors",
    [
        (),
        (Successor("so.noi-vu", "một phần", partial=True),),
        (Successor("so.noi-vu", "một phần", partial=True), Successor("so.y-te", "một phần", partial=True)),
        (Successor("so.noi-vu", "phần đầu"), Successor("so.y-te", "phần sau")),
    ],
)
def test_of_a_body_that_was_split_nobody_is_chosen(successors: tuple[Successor, ...]) -> None:
    split = Body("so.x", "Sở Việc chung", "so", "knowledge", valid_to=date(2025, 3, 1), successors=successors)
    registry = shipped_registry().with_bodies([split])
    found = succeeded("Sở Việc chung; Sở Tư pháp", DAYS, registry)
    assert found.pieces == ()
    [note] = found.notes
    assert note.startswith("“Sở Việc chung” không còn")
    assert all(registry.body(link.id).name in note for link in successors)
