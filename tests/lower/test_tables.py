"""Cells, what they span, and the heading of a table."""

from __future__ import annotations

import pytest

from cchc.lower.prose import ProseLowering
from cchc.lower.tables import lower_table
from cchc.lower.views import RowView, TableView
from cchc.model.layout import Layout
from tests.plans import plan, read

LAYOUT = """
    column_numbers: (1)
    columns:
      - {label: TT, show: label, width: 10}
      - {label: Nội dung, show: title, width: 30}
      - {label: Chủ trì, show: lead, width: 20}
      - label: Thời gian
        show: when
        columns: [{label: Bắt đầu, show: start, width: 10}, {label: Kết thúc, show: end, width: 10}]
    rows: {groups: {label: I, style: upper}, tasks: "1"}
"""
ROWS = """
    appendices:
      - title: Bảng
        layout: any
        defaults: {lead: "Sở Nội vụ"}
        groups:
          - title: nhóm
            tasks:
              - {title: tháng, start: 03, end: 12/2026}
              - {title: quanh năm, when: "Thường xuyên"}
              - {title: chưa rõ, lead: null}
          - title: nhóm có chủ trì
            lead: Văn phòng
            tasks:
              - title: hai nơi
                lead:
                  - Sở Nội vụ
                  - Sở Tài chính
"""


def table() -> TableView:
    return lower_table(plan(ROWS).appendices[0], read(LAYOUT, Layout), ProseLowering({}))


def shown(row: RowView) -> list[tuple[str, int]]:
    return [
        (" / ".join(f"{line.label} {line.text}".strip() for line in cell.lines), cell.colspan) for cell in row.cells
    ]


def test_the_heading_has_a_row_for_each_depth_and_covers_the_grid() -> None:
    head = table().head
    assert [[(cell.text, cell.colspan, cell.rowspan) for cell in row] for row in head] == [
        [("TT", 1, 2), ("Nội dung", 1, 2), ("Chủ trì", 1, 2), ("Thời gian", 2, 1)],
        [("Bắt đầu", 1, 1), ("Kết thúc", 1, 1)],
    ]
    assert table().numbers == ("(1)", "(2)", "(3)", "(4)", "(5)")


def test_widths_are_shares_of_the_whole() -> None:
    assert table().widths == (12.5, 37.5, 25.0, 12.5, 12.5)


def test_months_print_as_typed_and_a_free_phrase_across_both_columns() -> None:
    rows = table().rows
    assert shown(rows[1]) == [("1", 1), ("tháng", 1), ("Sở Nội vụ", 1), ("Tháng 03", 1), ("Tháng 12/2026", 1)]
    assert shown(rows[2]) == [("2", 1), ("quanh năm", 1), ("Sở Nội vụ", 1), ("Thường xuyên", 2)]


def test_an_empty_value_cancels_a_default() -> None:
    assert shown(table().rows[3]) == [("3", 1), ("chưa rõ", 1), ("", 1), ("", 1), ("", 1)]


def test_a_heading_spans_to_the_next_column_that_holds_something() -> None:
    rows = table().rows
    assert rows[0].heading
    assert shown(rows[0]) == [("I", 1), ("nhóm", 4)]
    # A group with a cell of its own is a row like any other, and takes the defaults.
    assert not rows[4].heading
    assert shown(rows[4]) == [("II", 1), ("nhóm có chủ trì", 1), ("Văn phòng", 1), ("", 1), ("", 1)]


def test_a_list_prints_one_to_a_line_with_dashes() -> None:
    assert shown(table().rows[5])[2] == ("- Sở Nội vụ / - Sở Tài chính", 1)


def test_the_style_of_a_rule_reaches_the_rows_of_its_key_alone() -> None:
    assert [row.upper for row in table().rows] == [True, False, False, False, True, False]


@pytest.mark.parametrize(
    ("cells", "printed"),
    [
        ("lead: Sở Nội vụ, support: Sở Tư pháp", "Chủ trì: Sở Nội vụ; phối hợp (nếu cần: Sở Tư pháp)."),
        ("lead: Sở Nội vụ", "Chủ trì: Sở Nội vụ."),
        ("support: Sở Tư pháp", "phối hợp (nếu cần: Sở Tư pháp)."),
    ],
)
def test_a_field_that_is_empty_takes_the_words_before_it_along(cells: str, printed: str) -> None:
    show = "Chủ trì: {lead}; phối hợp (nếu cần: {support})."
    columns = [{"label": "x", "show": "title", "width": 1}, {"label": "y", "show": show, "width": 1}]
    layout = Layout.model_validate({"columns": columns, "rows": {}})
    rows = f"appendices:\n  - title: x\n    layout: x\n    tasks:\n      - {{title: x, {cells}}}"
    [row] = lower_table(plan(rows).appendices[0], layout, ProseLowering({})).rows
    assert shown(row)[1] == (printed, 1)
