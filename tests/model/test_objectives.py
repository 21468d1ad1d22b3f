"""Objectives: which sentences they are, and the reform content that titles tell."""

from __future__ import annotations

import pytest

from cchc.model.objectives import objectives
from cchc.model.reforms import reform_of
from tests.plans import plan

BODY = """
    body:
      - title: Mục tiêu, nhiệm vụ
        sections:
          - title: Cải cách TTHC
            sections:
              - title: Mục tiêu
                objectives:
                  text: "Phấn đấu đến hết năm 2025:"
                  bullets:
                    - 90% hồ sơ đúng hạn.
                    - text: "Tỷ lệ trực tuyến đạt:"
                      points: ["<truc-tuyen=50%> tại cấp tỉnh", "30% tại cấp xã"]
          - title: Việc khác
            reform: tai-chinh
            objectives: Không có con số.
          - title: Việc ngoài các nội dung
            objectives: [ "10% việc" ]
"""


def test_a_lead_in_is_no_objective_but_is_known_to_those_it_leads_in() -> None:
    found = list(objectives(plan(BODY)))
    assert [(objective.reform, objective.lead_in, len(objective.figures)) for objective in found] == [
        ("thu-tuc", "Phấn đấu đến hết năm 2025:", 1),
        ("thu-tuc", "Tỷ lệ trực tuyến đạt:", 1),
        ("thu-tuc", "Tỷ lệ trực tuyến đạt:", 1),
        ("tai-chinh", "", 0),
        (None, "", 1),
    ]
    assert found[0].figures[0].due_year == 2025
    assert found[1].figures[0].id == "truc-tuyen"
    assert found[1].path == ("body", 0, "sections", 0, "sections", 0, "objectives", "bullets", 1, "points", 0)


@pytest.mark.parametrize(
    ("title", "reform"),
    [
        ("Cải cách thể chế", "the-che"),
        ("CẢI CÁCH THỦ TỤC HÀNH CHÍNH", "thu-tuc"),
        ("Cải cách thủ tục hành chính (TTHC)", "thu-tuc"),
        ("Cải cách TTHC", "thu-tuc"),
        ("Cải cách tổ chức bộ máy hành chính nhà nước", "bo-may"),
        ("Cải cách chế độ công vụ", "cong-vu"),
        ("Cải cách công vụ, công chức", "cong-vu"),
        ("Cải cách tài chính công", "tai-chinh"),
        ("Xây dựng và phát triển Chính quyền điện tử, Chính quyền số", "chinh-quyen-so"),
        ("Hiện đại hoá nền hành chính", "chinh-quyen-so"),
        ("Công tác chỉ đạo, điều hành CCHC", "chi-dao"),
        ("Tổ chức thực hiện", None),
    ],
)
def test_titles_of_real_acts_tell_their_reform_content(title: str, reform: str | None) -> None:
    assert reform_of(title) == reform
