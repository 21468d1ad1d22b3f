"""Words typed twice: mistakes are found where they stand, reduplication and compounds that meet are none."""

from __future__ import annotations

import pytest

from cchc.language.doubling import doubled


@pytest.mark.parametrize(
    ("text", "twice"),
    [
        ("mạnh mẽ, hợp lý giữa giữa cấp trên và cấp dưới", "giữa giữa"),
        ("số 14/CT-UBND ngày 28/4/2023 ngày 28/4/2023 của UBND tỉnh", "ngày 28/4/2023 ngày 28/4/2023"),
        ("từ ngày 28 tháng 4 năm 2023 ngày 28 tháng 4 năm 2023.", "ngày 28 tháng 4 năm 2023 ngày 28 tháng 4 năm 2023"),
        ("(các các) sở", "các các"),
        ("của của của tỉnh", "của của"),
        ("theo dõi theo dõi, đôn đốc", "theo dõi theo dõi"),
    ],
)
def test_what_is_typed_twice(text: str, twice: str) -> None:
    assert [text[found.start : found.end] for found in doubled(text)] == [twice]


@pytest.mark.parametrize(
    "text",
    [
        "từ từ, dần dần, thường thường, ngày ngày, người người, xa xa",
        "trong năm năm, mười mười một",
        "theo quy trình trình Ủy ban; thông tin tin cậy; nâng cao năng lực lực lượng",
        "các cơ quan, tổ chức tổ chức thực hiện; cơ quan chủ trì chủ trì họp",
        "Sở Xây dựng xây dựng kế hoạch; cơ sở Sở Y tế quản lý",
        "thanh tra, kiểm tra, kiểm toán; các sở, các sở",
        "rà soát các\ncác văn bản",
        "10 10; 1.1 1.1; - -",
    ],
)
def test_what_stands_twice_by_right(text: str) -> None:
    assert list(doubled(text)) == []


def test_a_compound_that_the_text_has_with_the_word_once() -> None:
    assert [found.words for found in doubled("dịch vụ vụ công; mọi dịch vụ công trực tuyến")] == ["vụ"]
    assert list(doubled("dịch vụ vụ công")) == []
