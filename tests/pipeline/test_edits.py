"""The edits that diagnostics carry: each holds exactly what is wrong, and what is mended is not said again."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from cchc.diagnostics import Diagnostic, Edit
from tests.case_files import Case, cases
from tests.pipeline.files import found_in

MENDED = [case for case in cases("checks") if case.code and case.code[0] == "N" and case.expected]


def edits_of(found: tuple[Diagnostic, ...], code: str | None) -> list[Edit]:
    edits = [edit for each in found if each.code == code for edit in each.edits]
    return sorted(edits, key=lambda edit: edit.span.start, reverse=True)


def mended(edits: list[Edit]) -> str:
    text = edits[0].span.source.text
    for span, replacement in edits:
        text = text[: span.start] + replacement + text[span.end :]
    return text


@pytest.mark.parametrize("case", MENDED, ids=lambda case: case.id)
def test_what_is_mended_is_not_said_again(case: Case, tmp_path: Path) -> None:
    found = found_in(tmp_path, case.text)
    edits = edits_of(found, case.code)
    if not edits:
        return
    assert all(later.span.end <= earlier.span.start for earlier, later in itertools.pairwise(edits))
    again = [each for each in found_in(tmp_path, mended(edits)) if each.code == case.code]
    assert all(not each.edits for each in again)
    assert len(again) == sum(each.code == case.code and not each.edits for each in found)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Rà soát , đánh giá", "Rà soát, đánh giá"),
        ("Rà soát  văn bản", "Rà soát văn bản"),
        ("Rà soát,đánh giá", "Rà soát, đánh giá"),
        ("Cải cách ( CCHC )", "Cải cách (CCHC)"),
        ("Sở Giáo dục và Ðào tạo", "Sở Giáo dục và Đào tạo"),
        ("Тổ chức thực hiện", "Tổ chức thực hiện"),
        ("Cải\u200b cách", "Cải cách"),
        ("Cải\u2003cách", "Cải cách"),
        ('“Một cửa” và "liên thông"', "“Một cửa” và “liên thông”"),
        ("Số hóa, xóa bỏ, văn hoá", "Số hóa, xóa bỏ, văn hóa"),
        ("Uỷ ban, UỶ BAN, hóa, xóa, tỏa", "Ủy ban, ỦY BAN, hóa, xóa, tỏa"),
    ],
)
def test_mending(wrong: str, right: str, tmp_path: Path) -> None:
    plan = "period: 2026\nact: {{kind: plan}}\nbody:\n  - title: Một\n    text: {}\n"
    edits = sorted(
        (edit for each in found_in(tmp_path, plan.format(wrong)) for edit in each.edits),
        key=lambda edit: edit.span.start,
        reverse=True,
    )
    assert mended(edits) == plan.format(right)


def test_decomposed_letters_are_composed_by_writing_the_text_back(tmp_path: Path) -> None:
    found = found_in(tmp_path, "period: 2026\nact: {kind: plan}\ntitle: Ca\u0309i ca\u0301ch\n")
    (edit,) = edits_of(found, "N101")
    assert edit.span.text == edit.text == "ả"
    assert mended([edit]) == "period: 2026\nact: {kind: plan}\ntitle: Cải cách\n"


def test_as_many_of_one_way_as_of_the_other_are_left_alone(tmp_path: Path) -> None:
    found = found_in(tmp_path, "period: 2026\nact: {kind: plan}\ntitle: Số hóa, văn hoá\n")
    assert edits_of(found, "N110") == []


def test_no_edit_where_a_character_is_written_as_an_escape(tmp_path: Path) -> None:
    found = found_in(tmp_path, 'period: 2026\nact: {kind: plan}\ntitle: "Cải\\u200b cách"\n')
    assert [each.code for each in found if each.code == "N105"] == ["N105"]
    assert edits_of(found, "N105") == []
