"""What layouts can ask for: words around fields, cells of a kind's own, merges, sums, totals, years, lines."""

from __future__ import annotations

from textwrap import dedent, indent

from cchc.language.dates import read_period
from cchc.loader.loading import load
from cchc.lower.prose import ProseLowering
from cchc.lower.row_lines import row_lines
from cchc.lower.tables import lower_table
from cchc.lower.views import CellView, TableView
from cchc.model.layout import Layout
from cchc.model.plan import Plan
from cchc.model.rows import Table
from cchc.source import Source
from tests.plans import read


def both(
    columns: str, rows: str, *, period: str = "2025", declared: frozenset[str] = frozenset()
) -> tuple[Layout, Table]:
    """A layout and the one table of a plan."""
    layout = read(dedent(columns), Layout).drawn_for(read_period(period))
    text = f"period: {period}\nact: {{kind: decision}}\nappendices:\n  - title: Bảng\n    layout: any\n"
    loaded = load(Source("test.yaml", text + indent(dedent(rows), "    ")), Plan, lambda _: declared)
    assert loaded.diagnostics == ()
    assert loaded.value is not None
    return layout, loaded.value.appendices[0]


def drawn(columns: str, rows: str, **more: object) -> TableView:
    layout, table = both(columns, rows, **more)  # type: ignore[arg-type]
    return lower_table(table, layout, ProseLowering({}))


def text(view: TableView) -> list[list[str]]:
    """The cells of each row: the lines joined by " / ", behind them what they span."""
    return [[_cell(cell) for cell in row.cells] for row in view.rows]


def _cell(cell: CellView) -> str:
    lines = " / ".join(f"{line.label} {line.text}".strip() for line in cell.lines)
    return lines + (f" >{cell.colspan}" if cell.colspan > 1 else "") + (f" v{cell.rowspan}" if cell.rowspan > 1 else "")


WHO = """
    columns:
      - {label: TT, show: label, width: 5}
      - {label: Nội dung, show: title, width: 30}
      - {label: Trách nhiệm, show: ["- Chủ trì: {lead}", "- Phối hợp: {support}"], width: 20}
    rows: {tasks: "1"}
"""


def test_words_stand_around_fields_and_lines_without_any_are_left_out() -> None:
    rows = """
        tasks:
          - {title: a, lead: Sở Nội vụ, support: Các sở}
          - {title: b, lead: Sở Nội vụ}
          - {title: c}
          - title: d
            lead: {printed: Tổ tư vấn, bodies: ["Tổ tư vấn"]}
          - title: e
            lead:
              - Sở A
              - Sở B
    """
    assert [row[2] for row in text(drawn(WHO, rows))] == [
        "- Chủ trì: Sở Nội vụ / - Phối hợp: Các sở",
        "- Chủ trì: Sở Nội vụ",
        "",
        "Tổ tư vấn",
        "- Chủ trì: / - Sở A / - Sở B",
    ]


FRAME = """
    columns:
      - {label: Stt, show: label, width: 9}
      - {label: Nội dung, show: title, width: 20}
      - {label: Chỉ số, show: indicator, width: 17}
      - {label: Kinh phí, show: budget, unit: triệu đồng, sum: rows, width: 7}
      - {label: Ghi chú, show: note, width: 7}
    rows:
      groups: {label: LĨNH VỰC I, style: upper}
      results: {label: Kết quả 1.1, cells: [label, title, {show: "Chỉ số: {indicator}", to: end}]}
      activities: Hoạt động 1.1.1
    totals:
      - {at: groups, label: Tổng}
      - {at: end, label: Tổng cộng, words: "(Bằng chữ: {budget})"}
"""


def test_a_kind_of_rows_has_cells_of_its_own_and_totals_stand_where_groups_end() -> None:
    rows = """
        groups:
          - title: một
            results:
              - title: r
                indicator: "đạt 80%"
                activities: [{title: a, budget: 1.500}, {title: b, budget: "0,5", note: n}]
          - title: hai
            total: none
            results: [{title: s, activities: [{title: c}]}]
          - title: ba
            results: [{title: t, activities: [{title: d}]}]
    """
    assert text(drawn(FRAME, rows)) == [
        ["LĨNH VỰC I", "một >4"],
        ["Kết quả 1.1", "r", "Chỉ số: đạt 80% >3"],
        ["Hoạt động 1.1.1", "a", "", "1.500", ""],
        ["Hoạt động 1.1.2", "b", "", "0,5", "n"],
        ["Tổng >2", "", "1.500,5", ""],
        ["LĨNH VỰC II", "hai >4"],
        ["Kết quả 2.1", "s", " >3"],
        ["Hoạt động 2.1.1", "c", "", "", ""],
        ["LĨNH VỰC III", "ba >4"],
        ["Kết quả 3.1", "t", " >3"],
        ["Hoạt động 3.1.1", "d", "", "", ""],
        ["Tổng >2", "", "0", ""],
        ["Tổng cộng >2", "", "1.500,5", ""],
        ["(Bằng chữ: Một tỷ năm trăm triệu năm trăm nghìn đồng) >5"],
    ]


SCORES = """
    decimal: "."
    columns:
      - {label: STT, show: label, width: 5}
      - {label: Tiêu chí, show: title, width: 30}
      - {label: Điểm, show: score.max, sum: up, width: 6}
      - {label: "Đạt {last_year}", show: score.achieved, sum: up, width: 6}
      - {label: Nhiệm vụ, show: measures, width: 20}
      - {label: Chủ trì, show: lead, width: 10}
    rows: {criteria: [{label: "1", style: upper}, "1.1"]}
    totals: [{at: end, title: Tổng điểm}]
"""


def test_sums_go_up_where_nothing_is_stated_and_what_is_stated_counts() -> None:
    rows = """
        criteria:
          - title: một
            score: {achieved: 12.905}
            criteria:
              - {title: a, score: {max: 9.5, achieved: 8}, measures: m, lead: Sở Nội vụ}
              - {title: b, score: {max: 3.5, achieved: 4.9045}, as_above: true}
          - title: hai
            criteria: [{title: c, score: {max: 2, achieved: 2.1}}]
    """
    assert text(drawn(SCORES, rows)) == [
        ["1", "một", "13", "12.905", "", ""],
        ["1.1", "a", "9.5", "8", "m v2", "Sở Nội vụ v2"],
        ["1.2", "b", "3.5", "4.9045"],
        ["2", "hai", "2", "2.1", "", ""],
        ["2.1", "c", "2", "2.1", "", ""],
        ["", "Tổng điểm", "15", "15.005", "", ""],
    ]


def test_rows_that_share_a_cell_stay_together_and_so_do_headings_with_what_they_head() -> None:
    rows = """
        criteria:
          - title: một
            criteria:
              - {title: a, measures: m}
              - {title: b, as_above: [measures]}
              - {title: c, as_above: [measures]}
              - {title: d}
    """
    view = drawn(SCORES, rows)
    assert [row.keep_next for row in view.rows] == [True, True, True, False, True, False]
    assert text(view)[1][4] == "m v3"


def test_an_amount_in_words_says_linh_or_le_as_the_layout_has_it() -> None:
    rows = "groups: [{title: một, activities: [{title: x, budget: 105}]}]"
    for option, said in (("", "linh"), (", zero_tens: lẻ", "lẻ")):
        columns = FRAME.replace('{budget})"}', '{budget})"' + option + "}")
        assert text(drawn(columns, rows))[-1] == [f"(Bằng chữ: Một trăm {said} năm triệu đồng) >5"]


def test_a_total_may_stand_behind_the_groups_of_any_depth() -> None:
    columns = FRAME.replace(
        "- {at: groups, label: Tổng}", "- {at: groups, label: Tổng}\n      - {at: groups, depth: 2, label: Cộng}"
    )
    rows = """
        groups:
          - title: một
            groups:
              - {title: a, activities: [{title: x, budget: 1}, {title: y, budget: 2}]}
              - {title: b, activities: [{title: z, budget: 4}]}
    """
    totals = [row for row in text(drawn(columns, rows)) if row[0].startswith(("Tổng", "Cộng"))]
    assert [(row[0], row[2]) for row in totals] == [
        ("Cộng >2", "3"),
        ("Cộng >2", "4"),
        ("Tổng >2", "7"),
        ("Tổng cộng >2", "7"),
    ]


def test_labels_of_headings_name_years() -> None:
    view = drawn(SCORES, "criteria: [{title: a}]", period="2024")
    assert [cell.text for cell in view.head[0]][3] == "Đạt 2023"


def test_a_column_for_each_year_of_the_period() -> None:
    columns = """
        columns:
          - {label: Chỉ tiêu, show: title, width: 30}
          - label: Mục tiêu
            columns: [{label: "Năm {year}", show: muc, each: year, width: 8}]
        rows: {indicators: "1"}
        fields: {muc: {title: Mức, type: number, by: year}}
    """
    rows = """
        indicators:
          - {title: a, muc: {2026: "80", 2028: "90,5"}}
          - {title: b}
    """
    view = drawn(columns, rows, period="2026-2028", declared=frozenset({"muc"}))
    assert [[(cell.text, cell.colspan) for cell in head] for head in view.head] == [
        [("Chỉ tiêu", 1), ("Mục tiêu", 3)],
        [("Năm 2026", 1), ("Năm 2027", 1), ("Năm 2028", 1)],
    ]
    assert text(view) == [["a", "80", "", "90,5"], ["b", "", "", ""]]
    assert {cell.kind for cell in view.rows[0].cells[1:]} == {"number"}


ONE_TIME = """
    columns:
      - {label: TT, show: label, width: 5}
      - {label: Việc, show: title, width: 30}
      - {label: Sản phẩm, show: output, width: 20}
      - {label: Chủ trì, show: lead, width: 20, many: "; "}
      - {label: Thời gian, show: when, width: 10}
    rows: {groups: {label: I, style: bold}, tasks: {label: "1", restart: never}}
"""


def test_months_stand_in_a_single_column_of_times_and_many_values_in_one_line() -> None:
    rows = """
        tasks:
          - {title: a, start: 3, end: 5}
          - {title: b, start: 12/2024, end: 12/2024}
          - {title: c, when: Quý I}
          - title: d
            lead:
              - Sở A;
              - Sở B.
    """
    assert [row[3:] for row in text(drawn(ONE_TIME, rows))] == [
        ["", "Tháng 3 - Tháng 5"],
        ["", "Tháng 12/2024"],
        ["", "Quý I"],
        ["Sở A; Sở B.", ""],
    ]


def test_numbers_run_through_the_table_where_they_are_told_so() -> None:
    rows = """
        groups:
          - {title: một, tasks: [{title: a}, {title: b}]}
          - {title: hai, tasks: [{title: c}, {title: d, label: none}, {title: e}]}
    """
    assert [row[0] for row in text(drawn(ONE_TIME, rows))] == ["I", "1", "2", "II", "3", "", "4"]


def test_numbers_begin_anew_below_a_kind_of_rows() -> None:
    columns = ONE_TIME.replace("groups: {label: I, style: bold}", "groups: [A, I]").replace("never", "A")
    rows = """
        groups:
          - title: một
            groups: [{title: x, tasks: [{title: a}]}, {title: y, tasks: [{title: b}]}]
          - title: hai
            groups: [{title: z, tasks: [{title: c}]}]
    """
    assert [row[0] for row in text(drawn(columns, rows))] == ["A", "I", "1", "II", "2", "B", "I", "1"]


def test_parts_are_lines_under_one_number_below_what_the_row_says_itself() -> None:
    rows = """
        defaults: {lead: Sở Nội vụ}
        tasks:
          - title: a
            parts: [{output: x, when: Quý I}, {output: y, when: Quý II}, {output: z}]
          - {title: b, output: o}
    """
    assert text(drawn(ONE_TIME, rows)) == [
        ["1 v3", "a v3", "x", "Sở Nội vụ", "Quý I"],
        ["y", "Sở Nội vụ", "Quý II"],
        ["z", "Sở Nội vụ", ""],
        ["2", "b", "o", "Sở Nội vụ", ""],
    ]
    own = rows.replace("- title: a\n", "- title: a\n            lead: Sở Y tế\n")
    assert text(drawn(ONE_TIME, own))[0] == ["1 v3", "a v3", "x", "Sở Y tế v3", "Quý I"]


def test_a_heading_may_take_one_cell_or_keep_every_one() -> None:
    rows = "groups: [{title: một, tasks: [{title: a}]}]"
    across = ONE_TIME.replace("style: bold", "cells: across")
    assert text(drawn(across, rows))[0] == ["I một >5"]
    each = ONE_TIME.replace("style: bold", "cells: each")
    assert text(drawn(each, rows))[0] == ["I", "một", "", "", ""]


def lines(columns: str, rows: str) -> list[str]:
    layout, table = both(columns, rows)
    return [f"{line.label} {line.text}".strip() for line in row_lines(table, layout, ProseLowering({}))]


def test_rows_print_as_lines_of_prose_with_what_the_columns_would_show() -> None:
    rows = """
        groups:
          - title: Nhóm
            tasks:
              - {title: Rà soát, output: Báo cáo, start: 3, end: 5}
              - title: Công bố
                lead:
                  - Sở A
                  - Sở B
    """
    as_lines = "form: lines\n" + dedent(ONE_TIME)
    assert lines(as_lines, rows) == [
        "I Nhóm",
        "1 Rà soát",
        "- Sản phẩm: Báo cáo",
        "- Thời gian: Tháng 3 - Tháng 5",
        "2 Công bố",
        "- Chủ trì: Sở A; Sở B",
    ]
    assert lines("mark: a)\n" + as_lines, rows)[2:4] == ["a) Sản phẩm: Báo cáo", "b) Thời gian: Tháng 3 - Tháng 5"]


def test_a_sentence_may_hold_what_columns_would_show() -> None:
    columns = """
        form: lines
        columns:
          - {label: TT, show: label, width: 5}
          - {label: Việc, show: "{title}; chủ trì: {lead}; thời gian: {when}.", width: 30}
        rows: {tasks: "1."}
    """
    rows = "tasks: [{title: Rà soát, lead: Sở Tư pháp, when: Quý I}]"
    assert lines(columns, rows) == ["1. Rà soát; chủ trì: Sở Tư pháp; thời gian: Quý I."]


OWN = """
    columns:
      - {label: TT, show: label, width: 5}
      - {label: Nội dung, show: title, width: 30}
      - {label: Chỉ số, show: indicator, width: 20}
      - {label: Chủ trì, show: lead, width: 20}
    rows: {tasks: {label: "1", cells: [label, title, {show: "Chỉ số: {indicator}"}, lead]}}
"""


def test_cells_of_a_kinds_own_go_on_with_those_above() -> None:
    rows = """
        tasks:
          - {title: a, indicator: x, lead: Sở Nội vụ}
          - {title: b, indicator: y, as_above: true}
          - {title: c, lead: Sở Y tế, parts: [{indicator: z}, {indicator: u}]}
    """
    assert text(drawn(OWN, rows)) == [
        ["1", "a", "Chỉ số: x", "Sở Nội vụ v2"],
        ["2", "b", "Chỉ số: y"],
        ["3 v2", "c v2", "Chỉ số: z", "Sở Y tế v2"],
        ["Chỉ số: u"],
    ]
