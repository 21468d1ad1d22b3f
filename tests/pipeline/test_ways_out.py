"""What a message says of the mistake at hand, and which way out it shows: a hint that misleads costs a signature."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.diagnostics import Wording, excerpt
from tests.pipeline.files import found_in

_TWO = """
appendices:
  - {title: Danh mục nhiệm vụ, layout: tasks, tasks: [{title: Rà soát thủ tục}]}
  - {id: van-ban, title: Danh mục văn bản, layout: tasks, tasks: [{title: Rà soát văn bản}]}
"""
_ONE = """
appendices:
  - {title: Danh mục nhiệm vụ, layout: tasks, tasks: [{title: Rà soát thủ tục}]}
"""
_DECISION = "period: 2025\njurisdiction: Đắk Nông\nact:\n  kind: decision\n"


def _said(folder: Path, text: str, code: str) -> list[tuple[str, str]]:
    """The messages and hints of ``code`` in Vietnamese."""
    found = [each for each in found_in(folder, text) if each.code == code]
    return [(each.message.vi, (each.hint or Wording("", "")).vi) for each in found]


def test_an_appendix_that_is_not_there_is_told_from_those_that_are(tmp_path: Path) -> None:
    text = f"{_DECISION}opening: (Tại Phụ lục 01, Phụ lục 02 và Phụ lục 7 kèm theo){_TWO}"
    has = "kế hoạch có 2 phụ lục (Phụ lục I, Phụ lục II)"
    assert _said(tmp_path, text, "V123") == [
        (f"không có “Phụ lục 01”: {has}", "viết: “Phụ lục I”"),
        (f"không có “Phụ lục 02”: {has}", "viết: <#van-ban>"),
        (f"không có “Phụ lục 7”: {has}", "ghi đúng phụ lục muốn nói"),
    ]


def test_a_single_appendix_has_no_number(tmp_path: Path) -> None:
    text = f"{_DECISION}opening: (Tại Phụ lục 01 kèm theo){_ONE}"
    said = "không có “Phụ lục 01”: kế hoạch chỉ có một phụ lục, in là “Phụ lục”, không đánh số"
    way_out = "viết “Phụ lục”; nếu là phụ lục khác, thêm phụ lục đó vào “appendices”"
    assert _said(tmp_path, text, "V123") == [(said, way_out)]


@pytest.mark.parametrize(
    ("office", "way_out"),
    [
        (
            "Phó Chủ tịch",
            "TM. chỉ đứng trước tên tập thể; cấp phó ký thay thì ghi “on_behalf: {KT: Chủ tịch}”",
        ),
        ("Chủ tịch", "người đứng đầu ký thì bỏ TM; nếu là tập thể quyết định thì bỏ “authority”"),
    ],
)
def test_a_deputy_signs_for_the_head_not_for_the_body(office: str, way_out: str, tmp_path: Path) -> None:
    signed = f"  signatory: {{on_behalf: {{TM: Ủy ban nhân dân}}, title: {office}}}\n"
    [(_, hint)] = _said(tmp_path, f"{_DECISION}  authority: Chủ tịch\n{signed}", "A113")
    assert hint == way_out


def test_who_issues_without_an_authority_is_named(tmp_path: Path) -> None:
    [(_, hint)] = _said(tmp_path, f"{_DECISION}  signatory: {{title: Chủ tịch}}\n", "A114")
    assert hint.startswith("không ghi “authority” nghĩa là UBND tỉnh Đắk Nông ban hành (tập thể); khi đó ký ")
    assert "“on_behalf: {TM: Ủy ban nhân dân}”" in hint


def test_a_merged_province_is_told_with_its_successor_and_the_day(tmp_path: Path) -> None:
    text = "period: 2026\njurisdiction: Đắk Nông\nact:\n  kind: decision\n  date: 2026-01-05\n"
    [(message, hint)] = _said(tmp_path, text, "A106")
    assert message == "ngày 05/01/2026 không có “tỉnh Đắk Nông”"
    assert (
        hint == "từ 01/07/2025, tỉnh Đắk Nông nay là tỉnh Lâm Đồng: sửa “jurisdiction”, hoặc xem lại ngày của văn bản"
    )


def test_styles_of_tone_marks_are_counted_as_styles(tmp_path: Path) -> None:
    text = "period: 2026\nact: {kind: plan}\nopening: Uỷ ban, hoà giải, văn hóa, Thành ủy, số hóa, khóa họp\n"
    [(message, _)] = _said(tmp_path, text, "N110")
    assert message == "hai cách đặt dấu thanh: kiểu “oá, uỷ” 2 lần (“Uỷ”), kiểu “óa, ủy” 4 lần (“hóa”)"


def test_each_column_of_a_scorecard_is_named(tmp_path: Path) -> None:
    text = """
        period: 2025
        act: {kind: decision}
        appendices:
          - title: Chấm điểm
            layout: scorecard
            criteria:
              - title: Thể chế
                score: {max: 2, achieved: 2.5, target: 2.5}
                criteria:
                  - {title: Văn bản, score: {max: 2, achieved: 1.5, target: 1.5}}
        """
    assert [message for message, _ in _said(tmp_path, text, "M107")] == [
        "2.5 điểm ở “achieved”, cao hơn điểm tối đa 2",
        "2.5 điểm ở “target”, cao hơn điểm tối đa 2",
    ]
    assert [message for message, _ in _said(tmp_path, text, "M103")] == [
        "“achieved” ghi 2.5, nhưng các dòng bên dưới cộng lại là 1.5",
        "“target” ghi 2.5, nhưng các dòng bên dưới cộng lại là 1.5",
    ]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Tỷ lệ hồ sơ", "Tỷ lệ hồ sơ"),
        ("Tỷ lệ hồ sơ được số hóa", "Tỷ lệ hồ sơ…"),
        ("Tỷ lệ hồ sơ, được số hóa", "Tỷ lệ hồ sơ…"),
        ("Tỷ lệ chuyển đổi số", "Tỷ lệ chuyển…"),
        ("0123456789012345678", "01234567890123…"),
        ("Ở 0123456789012345678", "Ở 012345678901…"),
    ],
)
def test_what_is_quoted_ends_with_a_word(text: str, cut: str) -> None:
    assert excerpt(text, 15) == cut
