"""The act's derived texts, against the decree and the five acts' own letterheads."""

from __future__ import annotations

import pytest

from cchc.lower.document import Draft, lower
from cchc.lower.views import ActView
from cchc.registry.registry import shipped_registry
from tests.plans import layout, plan


def act(text: str, jurisdiction: str = "Đắk Nông") -> ActView:
    made = plan(act=text).model_copy(update={"jurisdiction": jurisdiction})
    return lower(made, {}, shipped_registry()).act


def blanks(text: str) -> str:
    return text.replace("\u00a0", "_")


def test_the_head_decides_where_an_authority_is_named() -> None:
    view = act("authority: Chủ tịch\ndate: 2024-12-30\nnumber: 1629")
    assert view.issuer_lines == ("Ủy ban nhân dân", "tỉnh Đắk Nông")
    assert view.authority == "Chủ tịch Ủy ban nhân dân tỉnh Đắk Nông"
    assert view.issued_by == "Chủ tịch UBND tỉnh Đắk Nông"
    assert (view.number, view.symbol, view.place, view.date) == (
        "1629",
        "QĐ-UBND",
        "Đắk Nông",
        "ngày 30 tháng 12 năm 2024",
    )


def test_the_body_decides_where_none_is() -> None:
    view = act("date: 2021-08-18")
    assert view.authority == "Ủy ban nhân dân tỉnh Đắk Nông"
    assert view.issued_by == "UBND tỉnh Đắk Nông"


@pytest.mark.parametrize(("typed", "printed"), [("5", "05"), ("15", "15"), ('"0156"', "0156"), ("30c", "30c")])
def test_a_number_below_ten_is_padded_and_others_stand_as_typed(typed: str, printed: str) -> None:
    assert act(f"number: {typed}").number == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("date: 2025-02-05", "ngày 05 tháng 02 năm 2025"),
        ("date: 5/3/2020", "ngày 05 tháng 3 năm 2020"),
        ("date: 12/2024", "ngày______tháng 12 năm 2024"),
        ("date: 01/2025", "ngày______tháng 01 năm 2025"),
        ("", "ngày______tháng______năm______"),
    ],
)
def test_a_date_prints_in_full_and_what_a_draft_leaves_open_is_blank(typed: str, printed: str) -> None:
    assert blanks(act(typed).date) == printed


def test_a_missing_number_leaves_its_place() -> None:
    assert blanks(act("").number) == "________"


def test_a_city_stands_as_the_decree_writes_it() -> None:
    view = act("", jurisdiction="Thành phố Hồ Chí Minh")
    assert view.issuer_lines == ("Ủy ban nhân dân", "Thành phố Hồ Chí Minh")
    assert view.place == "Thành phố Hồ Chí Minh"


def test_an_issuer_of_its_own_tells_the_place_too() -> None:
    made = plan(act="issuer: Ủy ban nhân dân xã Đắk Wil").model_copy(update={"jurisdiction": None})
    view = lower(made, {}, shipped_registry()).act
    assert (view.issuer_lines, view.place) == (("Ủy ban nhân dân", "xã Đắk Wil"), "Đắk Wil")


@pytest.mark.parametrize(
    ("typed", "jurisdiction", "parents", "symbol", "place"),
    [
        ("issuer: Sở Nội vụ", "Lâm Đồng", ("Ủy ban nhân dân", "tỉnh Lâm Đồng"), "QĐ-SNV", "Lâm Đồng"),
        ("issuer: Sở Nội vụ\nparent: UBND tỉnh Lâm Đồng", None, ("UBND tỉnh Lâm Đồng",), "QĐ-SNV", "Lâm Đồng"),
        ("issuer: Sở Nội vụ\nparent: none", "Lâm Đồng", (), "QĐ-SNV", "Lâm Đồng"),
        ("issuer: Bộ Nội vụ", None, (), "QĐ-BNV", "Hà Nội"),
        ("issuer: Cục Văn thư\nparent: Bộ Nội vụ\nsymbol: QĐ-VTLT", None, ("Bộ Nội vụ",), "QĐ-VTLT", "Hà Nội"),
        ("issuer: Ủy ban nhân dân xã Nam Dong", "Lâm Đồng", (), "QĐ-UBND", "Nam Dong"),
        ("", "phường Bắc Gia Nghĩa", (), "QĐ-UBND", "Bắc Gia Nghĩa"),
        ("", "huyện Đắk Song", (), "QĐ-UBND", "Đắk Song"),
        ("place: Gia Nghĩa", "huyện Đắk Song", (), "QĐ-UBND", "Gia Nghĩa"),
    ],
)
def test_who_issues_tells_who_stands_above_the_symbol_and_the_place(
    typed: str, jurisdiction: str | None, parents: tuple[str, ...], symbol: str, place: str
) -> None:
    made = plan(act=typed).model_copy(update={"jurisdiction": jurisdiction})
    view = lower(made, {}, shipped_registry()).act
    assert (view.parent_lines, view.symbol, view.place) == (parents, symbol, place)


def test_the_kem_theo_line_calls_the_issuer_as_typed() -> None:
    assert act("authority: Chủ tịch\nissued_by: UBND tỉnh").issued_by == "UBND tỉnh"
    assert act("issuer: Sở Nội vụ\nauthority: Giám đốc").issued_by == "Giám đốc Sở Nội vụ"


def test_a_capacity_stands_before_its_title_in_the_order_typed() -> None:
    view = act("signatory: {on_behalf: {TM: Ủy ban nhân dân, KT: Chủ tịch}, title: Phó Chủ tịch, name: Cao Huy}")
    assert view.signature is not None
    assert view.signature.capacity == ("TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch")
    assert view.signature.name == "Cao Huy"


def test_articles_are_numbered_and_enforcement_is_a_paragraph_of_its_own() -> None:
    view = act(
        """
        articles:
          - Một.
          - id: thi-hanh
            text: Hai.
            enforcement: Ba
        recipients: ["Như <#thi-hanh>"]
        """
    )
    assert [(article.label, [line.text for line in article.lines]) for article in view.articles] == [
        ("Điều 1.", ["Một."]),
        ("Điều 2.", ["Hai.", "Ba"]),
    ]
    assert [line.text for line in view.recipients] == ["Như Điều 2"]


@pytest.mark.parametrize(("draft", "mark"), [(None, ""), (Draft(), "DỰ THẢO"), (Draft(2), "DỰ THẢO (LẦN 2)")])
def test_a_draft_bears_its_mark(draft: Draft | None, mark: str) -> None:
    assert lower(plan(), {}, shipped_registry(), draft).draft == mark


def test_one_appendix_has_no_number_and_two_have_roman_ones() -> None:
    one = "appendices: [{title: A, layout: x}]"
    two = "appendices: [{title: A, layout: x}, {title: B, layout: x}]"
    layouts = {"x": layout('tasks: "1"')}
    names = [[a.name for a in lower(plan(text), layouts, shipped_registry()).appendices] for text in (one, two)]
    assert names == [["Phụ lục"], ["Phụ lục I", "Phụ lục II"]]
