"""The exported tables of the real acts against the acts' own rows, as DuckDB and openpyxl read them."""

import io
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from cchc.pipeline.exporting import Exported, ExportRequest, export
from tests.acts.fixtures import ACROSS, Act, act, acts, printed_rows, table
from tests.acts.meaning import _days
from tests.pipeline.files import surroundings
from tests.querying import query

Record = dict[str, Any]
_CLASSES_OF_2025 = {
    "class:các cơ quan, đơn vị có liên quan": "co-quan-lien-quan",
    "class:các sở, ban, ngành": "so-ban-nganh",
    "class:địa phương": "dia-phuong",
}
_LEVELS = {"tinh": "province", "huyen": "district", "xa": "commune"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of all real acts."""
    out = tmp_path_factory.mktemp("out")
    request = ExportRequest(tuple(str(each.plan) for each in acts()), ("xlsx", "parquet"), out=out)
    *_, result = export(request, surroundings(out))
    assert isinstance(result, Exported)
    assert (result.outcome.exit_code, result.plans, result.left_out) == (0, 5, ())
    return out


def records(folder: Path, name: str, of: Act, where: str = "true") -> list[Record]:
    """The rows of an act in a table, by their columns."""
    path = (folder / f"{name}.parquet").as_posix()
    found = query(f"select * from '{path}' where plan = '{of.id}' and {where}")
    return [dict(zip(found.columns, row, strict=True)) for row in found.rows]


def test_each_row_says_of_which_act_it_is(folder: Path) -> None:
    path = (folder / "kpis.parquet").as_posix()
    origins = query(
        "select distinct plan, province, province_code, issuer, act_kind, act_number, act_date, period_start, "
        f"period_end from '{path}' order by plan"
    )
    ours = ("Đắk Nông", "67", "Ủy ban nhân dân tỉnh Đắk Nông")
    assert origins.rows == [
        ("2018", *ours, "decision", "1982/QĐ-UBND", date(2017, 12, 18), 2018, 2018),
        ("2021-2025", *ours, "decision", "1271/QĐ-UBND", date(2021, 8, 18), 2021, 2025),
        ("2024", *ours, "plan", "475/KH-UBND", date(2024, 7, 18), 2024, 2024),
        ("2025", *ours, "decision", "1629/QĐ-UBND", date(2024, 12, 30), 2025, 2025),
        ("dak-lak-2025", "Đắk Lắk", "66", "Ủy ban nhân dân tỉnh Đắk Lắk", "decision", None, None, 2025, 2025),
    ]


# 2025: groups, tasks and activities with months


def printed_tasks() -> Iterator[tuple[int, list[str], dict[str, str]]]:
    """The rows of the act of 2025 that somebody leads: number, the titles around, the row."""
    around: dict[int, str] = {}
    for number, row in enumerate(printed_rows(act("2025")), 1):
        depth = _depth(row["label"])
        around = {level: title for level, title in around.items() if level < depth}
        if row["lead"]:
            yield number, [around[level] for level in sorted(around)], row
        around[depth] = row["title"]


def _depth(label: str) -> int:
    if label.startswith(("Nhiệm vụ", "Hoạt động")):
        return 2 + label.startswith("Hoạt động")
    return 0 if label in ("A", "B") else 1


def _joined(cell: str) -> str | None:
    return cell if cell and cell != ACROSS else None


def test_rows_are_those_of_the_act_word_by_word(folder: Path) -> None:
    rows = records(folder, "tasks", act("2025"))
    printed = list(printed_tasks())
    assert len(rows) == len(printed) == 88
    for row, (_, around, cells) in zip(rows, printed, strict=True):
        assert row["label"] == cells["label"]
        assert row["title"].casefold() == cells["title"].casefold()
        assert [title.casefold() for title in row["group_path"]] == [title.casefold() for title in around]
        assert row["kind"] == ("activity" if cells["label"].startswith("Hoạt động") else "task")
        for column, name in (("indicator", "indicator"), ("output", "output"), ("lead", "lead_text"), ("note", "note")):
            assert row[name] == _joined(cells[column])
        assert row["support_text"] == _joined(cells["support"])


def test_months_are_days(folder: Path) -> None:
    for row, (_, _, cells) in zip(records(folder, "tasks", act("2025")), printed_tasks(), strict=True):
        if cells["end"]:
            assert (row["start_date"], row["end_date"], row["when_text"]) == (
                *_first_and_last(cells["start"], cells["end"]),
                None,
            )


def _first_and_last(start: str, end: str) -> tuple[date, date]:
    (first_year, first_month), (year, month) = map(_month, (start, end))
    return date(first_year, first_month, 1), date(year, month, monthrange(year, month)[1])


def _month(cell: str) -> tuple[int, int]:
    month, _, year = cell.removeprefix("Tháng ").partition("/")
    return int(year or 2025), int(month)


def test_free_times_are_read_as_a_reader_of_the_act_read_them(folder: Path) -> None:
    numbered = {
        number: row for row, (number, _, _) in zip(records(folder, "tasks", act("2025")), printed_tasks(), strict=True)
    }
    timed = {str(number): row for number, row in numbered.items() if row["when_text"]}
    assert [
        (line["row"], line["words"], line["kind"], line["first"], line["last"])
        for line in map(_days, table(act("2025"), "timings.tsv"))
    ] == [
        (number, row["when_text"], row["when_kind"], str(row["start_date"] or ""), str(row["end_date"] or ""))
        for number, row in timed.items()
    ]


def test_bodies_have_the_ids_that_a_reader_of_the_act_gave_them(folder: Path) -> None:
    rows = records(folder, "tasks", act("2025"))
    expected = {line["row"]: line for line in table(act("2025"), "bodies.tsv")}
    for row, (number, _, _) in zip(rows, printed_tasks(), strict=True):
        for field in ("lead", "support"):
            named = [_CLASSES_OF_2025.get(name, name) for name in expected[str(number)][field].split("; ")]
            assert row[f"{field}_ids"] == [
                name.partition(" ")[2] if name.startswith("holder:") else name for name in named
            ]
            assert len(row[field]) == len(row[f"{field}_ids"])


def test_kpis_of_objectives_are_those_that_a_reader_found(folder: Path) -> None:
    for of in (act("2018"), act("2025"), act("2021-2025"), act("dak-lak-2025")):
        found = records(folder, "kpis", of, "source = 'objective'")
        assert [_as_line(row) for row in found] == [
            {key: value for key, value in line.items() if key != "objective"} for line in table(of, "kpis.tsv")
        ]
        assert found


def _as_line(row: Record) -> dict[str, str]:
    upper = "" if row["upper"] is None else f"..{_plain(row['upper'])}"
    unit = "" if row["unit"] == "%" else f" {row['unit']}"
    levels = {english: level for level, english in _LEVELS.items()}
    return {
        "reform": row["reform"] or "-",
        "value": f"{_plain(row['value'])}{upper}{unit}",
        "bound": row["bound"],
        "change": row["change"] or "-",
        "scope": ",".join(levels[level] for level in row["scope"] or ()) or "-",
        "name": row["name"],
    }


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


# 2018 and 2024: money, figures of rows, scores, holders of offices


def test_budgets_of_2018_are_numbers_that_add_up_to_the_acts_sum(folder: Path) -> None:
    rows = records(folder, "tasks", act("2018"))
    printed = {row["label"]: row["budget"] for row in printed_rows(act("2018")) if row["label"].startswith("Hoạt động")}
    assert {row["label"]: row["budget"] for row in rows if row["budget"]} == {
        label: Decimal(budget) for label, budget in printed.items() if budget.isdigit()
    }
    assert sum(row["budget"] or 0 for row in rows) == 720
    assert {row["budget_unit"] for row in rows if row["budget"]} == {"triệu đồng"}


def test_figures_of_rows_of_2018_are_those_that_a_reader_found(folder: Path) -> None:
    found = records(folder, "kpis", act("2018"), "source = 'indicator'")
    assert [(_plain(row["value"]), row["bound"], row["change"] or "-") for row in found] == [
        (line["value"], line["bound"], line["change"]) for line in table(act("2018"), "row-kpis.tsv")
    ]
    tasks = {row["path"]: row["title"].split() for row in records(folder, "tasks", act("2018"))}
    of_tasks = [row for row in found if row["task_path"] in tasks]
    assert [row["task_title"].split() for row in of_tasks] == [tasks[row["task_path"]] for row in of_tasks]
    assert len(of_tasks) > 20


def test_scores_of_2024_are_numbers(folder: Path) -> None:
    rows = records(folder, "tasks", act("2024"), "kind = 'criterion'")
    printed = {row["label"]: row for row in printed_rows(act("2024")) if "max" in row}
    assert len(rows) == 91
    for row in rows:
        scores = [row[name] for name in ("score_max", "score_achieved", "score_target")]
        cells = [printed[row["label"]][name] for name in ("max", "achieved", "target")]
        assert scores == [Decimal(cell.replace(",", ".")) if cell else None for cell in cells]


def test_who_holds_an_office_is_named_with_it(folder: Path) -> None:
    [last] = records(folder, "tasks", act("2024"), "label = '16' and kind = 'task'")
    assert last["lead"] == [
        *("Chánh Văn phòng Ủy ban nhân dân tỉnh", "Thủ trưởng các sở, ban, ngành"),
        *("Chủ tịch Ủy ban nhân dân cấp huyện", "Chủ tịch Ủy ban nhân dân cấp xã"),
    ]
    assert last["lead_ids"] == ["vp-ubnd-tinh", "so-ban-nganh", "ubnd-cap-huyen", "ubnd-cap-xa"]


# What identifies a row


def test_a_row_is_known_by_plan_and_path_and_no_digest_is_shared_by_other_words(folder: Path) -> None:
    tasks, kpis = ((folder / f"{name}.parquet").as_posix() for name in ("tasks", "kpis"))
    assert query(f"select plan, path from '{tasks}' group by all having count(*) > 1").rows == []
    assert query(f"select plan, path, number from '{kpis}' group by all having count(*) > 1").rows == []
    assert query(f"select digest from '{tasks}' group by 1 having count(distinct title) > 1").rows == []


def test_the_workbook_says_the_same_to_people(folder: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO((folder / "tong-hop.xlsx").read_bytes()), read_only=True)
    assert book.sheetnames == ["Nhiệm vụ", "Chỉ tiêu (KPI)"]
    lines: list[tuple[Any, ...]] = list(book["Nhiệm vụ"].iter_rows(values_only=True))
    shown = [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]
    tasks = [row for of in acts() for row in records(folder, "tasks", of)]
    assert len(shown) == len(tasks) == 263
    by_path = {(row["Mã kế hoạch"], row["Vị trí trong tệp"]): row for row in shown}
    for task in tasks:
        row = by_path[task["plan"], task["path"]]
        assert row["Nội dung"] == task["title"]
        assert row["Cơ quan chủ trì"] == "\n".join(task["lead"])
        assert row["Kết thúc"] is None if task["end_date"] is None else row["Kết thúc"].date() == task["end_date"]
