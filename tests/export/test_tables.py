"""What small plans are exported as, column by column."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

import pytest

from cchc.export.kpi_table import KPIS, kpi_rows
from cchc.export.origin import ORIGIN, Subject, origin_of
from cchc.export.rows import plan_rows
from cchc.export.task_table import TASKS, task_rows
from cchc.loader.loading import load
from cchc.model.blocks import Block, KpiNote
from cchc.model.fields import CELL_FIELDS, SHOWN_FIELDS
from cchc.model.layout import Layout
from cchc.model.objectives import objectives
from cchc.model.plan import Plan
from cchc.model.walk import parts
from cchc.registry.registry import shipped_registry
from cchc.source import Source
from tests.acts.fixtures import ROOT
from tests.plans import TODAY, layout, plan

Record = dict[str, Any]
LAYOUT = layout("groups: I\ntasks: '1.'\nactivities: a)", "label title output lead support start end when budget note")


def tasks(written: Plan, drawn: Layout = LAYOUT) -> list[Record]:
    """The rows of the table of tasks, with the columns that say something."""
    layouts = {name: found for name in {table.layout for _, table in written.tables()} for found in (drawn,)}
    rows = task_rows(Subject("p", written, layouts | written.layouts, shipped_registry(), TODAY))
    return [_record(TASKS.columns, row) for row in rows]


def kpis(written: Plan) -> list[Record]:
    """The rows of the table of KPIs, with the columns that say something."""
    notes: dict[str, KpiNote] = {}
    for _, part in parts(written):
        notes |= (part.kpis or {}) if isinstance(part, Block) else {}
    subject = Subject("p", written, {}, shipped_registry(), TODAY)
    rows = kpi_rows(subject, objectives(written), plan_rows(written), notes)
    return [_record(KPIS.columns, row) for row in rows]


def _record(columns: Any, row: Any) -> Record:
    named = zip((column.name for column in columns), row, strict=True)
    return {name: value for name, value in named if value is not None}


def small(name: str) -> Plan:
    """One of the small plans of other acts."""
    path = ROOT / "tests" / "layouts" / "plans" / f"{name}.yaml"

    def declared(_: object) -> frozenset[str]:
        return frozenset({"funding", "level"})

    found = load(Source(path.name, path.read_text(encoding="utf-8")), Plan, declared).value
    assert found is not None
    return found


def test_columns_have_names_for_programs_each_once() -> None:
    for table in (TASKS, KPIS):
        names = [column.name for column in table.columns]
        assert len(set(names)) == len(names)
        assert all(name.replace("_", "").isalpha() and name == name.lower() and name.isascii() for name in names)
        assert len({column.heading for column in table.columns}) == len(names)
        assert table.columns[: len(ORIGIN)] == ORIGIN


def test_every_field_of_rows_has_its_column() -> None:
    under_other_names = {"start": "start_date", "end": "end_date", "when": "when_text"}
    names = {column.name for column in TASKS.columns}
    fields = {under_other_names.get(name, name.replace(".", "_")) for name in SHOWN_FIELDS}
    assert fields <= names
    assert set(CELL_FIELDS) - set(under_other_names) - {"score"} <= fields


def test_a_row_stands_below_its_groups_with_its_label() -> None:
    written = plan("""
        appendices:
          - title: Bảng
            layout: any
            groups:
              - title: Cải cách thể chế
                tasks:
                  - title: Có việc con
                    lead: Sở Nội vụ
                    activities: [{id: viec, title: Việc, end: 9}]
                  - {title: Sau, label: none}
    """)
    first, second, third = tasks(written)
    assert (first["kind"], first["label"], first["has_rows_below"], first["group_path"]) == (
        *("task", "1.", True),
        ("Cải cách thể chế",),
    )
    assert (second["kind"], second["label"], second["has_rows_below"], second["id"]) == (
        "activity",
        "a)",
        False,
        "viec",
    )
    assert second["group_path"] == ("Cải cách thể chế", "Có việc con")
    assert (second["path"], second["table_number"]) == ("appendices[0].groups[0].tasks[0].activities[0]", 1)
    assert "label" not in third
    assert {row["reform"] for row in (first, second, third)} == {"the-che"}
    assert {row["table_title"] for row in (first, second, third)} == {"Bảng"}


@pytest.mark.parametrize(
    ("cells", "start", "end", "kind"),
    [
        ("start: 2, end: 2", date(2025, 2, 1), date(2025, 2, 28), None),
        ("start: 12/2024, end: 1/2026", date(2024, 12, 1), date(2026, 1, 31), None),
        ("end: 6", None, date(2025, 6, 30), None),
        ("when: Quý II", date(2025, 4, 1), date(2025, 6, 30), "within"),
        ("when: Trước ngày 15/6/2025", None, date(2025, 6, 14), "before"),
        ("when: Chậm nhất ngày 15/6/2025", None, date(2025, 6, 15), "before"),
        ("when: Từ tháng 3/2025", date(2025, 3, 1), None, "from"),
        ("when: Thường xuyên", None, None, "always"),
        ("when: Hàng quý", None, None, "recurring"),
        ("when: Sau khi có hướng dẫn", None, None, "after"),
        ("when: Theo chỉ đạo", None, None, "event"),
        ("start: 13, end: 5", None, date(2025, 5, 31), None),
    ],
)
def test_times_are_days_as_far_as_they_name_any(cells: str, start: object, end: object, kind: object) -> None:
    written = plan(f"appendices: [{{title: B, layout: any, tasks: [{{title: a, {cells}}}]}}]")
    [row] = tasks(written)
    assert (row.get("start_date"), row.get("end_date"), row.get("when_kind")) == (start, end, kind)
    assert ("when_text" in row) is (kind is not None)


def test_bodies_have_their_full_names_and_ids_and_the_words_stay() -> None:
    written = plan("""
        appendices:
          - title: B
            layout: any
            tasks:
              - title: a
                lead: "CVP UBND tỉnh; Sở TC; Trung tâm Vũ trụ"
                support: {printed: Các nơi, bodies: ["Sở Tư pháp"]}
    """)
    [row] = tasks(written)
    assert row["lead"] == ("Chánh Văn phòng Ủy ban nhân dân tỉnh", "Sở Tài chính", "Trung tâm Vũ trụ")
    assert row["lead_ids"] == ("vp-ubnd-tinh", "so.tai-chinh", None)
    assert (row["lead_text"], row["support"], row["support_text"]) == (
        *("CVP UBND tỉnh; Sở TC; Trung tâm Vũ trụ", ("Sở Tư pháp",)),
        "Các nơi",
    )


def test_each_line_under_one_number_is_a_row() -> None:
    first, second, third, other = tasks(small("parts"))
    assert [row.get("part") for row in (first, second, third, other)] == [1, 2, 3, None]
    assert [row["title"] for row in (first, second, third)] == ["Đơn giản hóa thủ tục đầu tư"] * 3
    assert [row["output"] for row in (first, second, third)] == [
        *("Báo cáo rà soát", "Phương án cắt giảm"),
        "Quyết định công bố",
    ]
    assert third["lead_ids"] == ("vp-ubnd-tinh",)
    assert {row["support_text"] for row in (first, second, third)} == {"Các sở"}
    assert third["path"] == "appendices[0].tasks[0].parts[2]"
    assert [row.get("label") for row in (first, second, other)] == ["1", None, "2"]


def test_money_is_a_number_with_its_unit_and_own_fields_are_kept() -> None:
    rows = tasks(small("funding"))
    assert [row.get("budget") for row in rows] == [Decimal("1250"), Decimal("862.5"), None, Decimal("337.5")]
    assert [row.get("budget_unit") for row in rows] == ["triệu đồng", "triệu đồng", None, "triệu đồng"]
    assert rows[0]["fields"] == (
        ("level", "Cấp trình", "Chủ tịch UBND tỉnh"),
        ("funding", "Nguồn kinh phí", "Ngân sách tỉnh"),
    )


def test_a_cell_of_several_paragraphs_has_lines_and_footnotes_stay_out() -> None:
    written = plan("""
        footnotes: {a: Chú thích.}
        appendices:
          - title: B
            layout: any
            tasks: [{title: "Việc[^a]", output: {text: "Gồm:", bullets: [Một, Hai]}}]
    """)
    [row] = tasks(written)
    assert (row["title"], row["output"]) == ("Việc", "Gồm:\nMột\nHai")


def test_the_digest_is_of_the_words_and_the_same_wherever_they_stand() -> None:
    here = plan("appendices: [{title: B, layout: any, tasks: [{title: a, lead: Sở Y tế, end: 6}]}]")
    there = plan("""
        appendices:
          - {title: C, layout: any, groups: [{title: g, tasks: [{title: khác}, {title: a, lead: Sở Y tế, end: 6}]}]}
    """)
    [row], [other, moved] = tasks(here), tasks(there)
    documented = '["a",[["end","6"],["lead","Sở Y tế"]]]'
    assert row["digest"] == moved["digest"] == sha256(documented.encode()).hexdigest()[:32]
    assert other["digest"] != row["digest"]


def test_a_plan_says_where_it_holds() -> None:
    expected = {
        "commune": ("Ủy ban nhân dân xã Nam Dong", None, None),
        "department": ("Sở Tư pháp", "Nghệ An", "40"),
        "ministry": ("Cục Thuế", None, None),
        "five-articles": ("Ủy ban nhân dân thành phố Hà Nội", "Hà Nội", "01"),
        "recipients": ("Ủy ban nhân dân Thành phố Hồ Chí Minh", "Hồ Chí Minh", "79"),
    }
    for name, (issuer, province, code) in expected.items():
        subject = Subject(name, small(name), {}, shipped_registry(), TODAY)
        values = dict(zip((column.name for column in ORIGIN), origin_of(subject), strict=True))
        assert (values["issuer"], values["province"], values["province_code"]) == (issuer, province, code), name


def test_the_number_of_an_act_prints_as_in_its_head() -> None:
    for act, number in (("number: 5", "05/QĐ-UBND"), ("", None), ("number: 12\nsymbol: QĐ-X", "12/QĐ-X")):
        subject = Subject("p", plan(act=act), {}, shipped_registry(), TODAY)
        assert dict(zip((column.name for column in ORIGIN), origin_of(subject), strict=True))["act_number"] == number


# KPIs


def test_a_figure_is_a_row_with_what_its_words_and_its_note_say() -> None:
    written = plan("""
        body:
          - title: Cải cách thủ tục hành chính
            objectives:
              text: "Phấn đấu đến hết năm 2026:"
              bullets:
                - id: dung-han
                  text: "Tỷ lệ hồ sơ tại cấp tỉnh, cấp xã được giải quyết đúng hạn đạt từ <ty-le=98,5%> trở lên."
                  kpis: {ty-le: {baseline: "97,2%", name: Hồ sơ đúng hạn}}
                - "Giảm 10% - 15% chi phí so với năm 2024."
    """)
    first, second = kpis(written)
    of_plan = {column.name for column in ORIGIN} | {"digest"}
    assert {name: value for name, value in first.items() if name not in of_plan} == {
        "source": "objective",
        "reform": "thu-tuc",
        "name": "Hồ sơ đúng hạn",
        "bound": "at_least",
        "value": Decimal("98.5"),
        "unit": "%",
        "scope": ("province", "commune"),
        "year": 2026,
        "due_year": 2026,
        "baseline": Decimal("97.2"),
        "baseline_text": "97,2%",
        "text": "Tỷ lệ hồ sơ tại cấp tỉnh, cấp xã được giải quyết đúng hạn đạt từ 98,5% trở lên.",
        "lead_in": "Phấn đấu đến hết năm 2026:",
        "kpi_id": "ty-le",
        "objective_id": "dung-han",
        "number": 1,
        "path": "body[0].objectives.bullets[0].text",
    }
    assert (second["bound"], second["value"], second["upper"], second["change"]) == ("between", 10, 15, "decrease")
    assert (second["compared_with"], second["baseline_year"], second["year"]) == ("năm 2024", 2024, 2026)


def test_a_row_states_figures_under_its_own_title() -> None:
    written = plan("""
        appendices:
          - title: B
            layout: any
            groups:
              - title: Cải cách tài chính công
                tasks: [{title: Tự chủ, indicator: "Trên 10% đơn vị; 80% văn bản", measures: Đạt 5%}]
    """)
    first, second, third = kpis(written)
    assert [(row["source"], row["number"], row["value"]) for row in (first, second, third)] == [
        *(("indicator", 1, 10), ("indicator", 2, 80)),
        ("measures", 1, 5),
    ]
    assert (first["path"], first["task_path"], first["task_title"]) == (
        *("appendices[0].groups[0].tasks[0].indicator", "appendices[0].groups[0].tasks[0]"),
        "Tự chủ",
    )
    assert {row["reform"] for row in (first, second, third)} == {"tai-chinh"}
    assert (first["bound"], first["year"], "due_year" in first) == ("above", 2025, False)
    assert third["name"] == "Tự chủ"


def test_nothing_is_where_a_plan_holds_nothing() -> None:
    assert (tasks(plan()), kpis(plan())) == ([], [])
