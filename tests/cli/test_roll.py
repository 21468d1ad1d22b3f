"""``cchc new ID --from PLAN``: what it asks, refuses and tells; what it does to small plans of every kind."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Program
from tests.cli.test_process import PROGRAM
from tests.pipeline.files import write_plan

NOVEMBER_2026 = "1795305600"
"""22 November 2026, as SOURCE_DATE_EPOCH counts."""

LAYOUTS = Path(__file__).parents[1] / "layouts" / "plans"

SMALL = """\
# yaml-language-server: $schema=_schema.json
period: 2025
jurisdiction: Đắk Lắk
act:
  kind: decision
  date: 2024-12-30
title: Cải cách hành chính năm 2025
"""


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch, program: Program) -> None:  # noqa: ARG001  (which clears the variable)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOVEMBER_2026)


def rolled(program: Program, folder: Path, more: str = "", *options: str, small: str = SMALL) -> str:
    """The plan of 2026 that is made out of a small one with the keys of ``more``."""
    write_plan(folder, small + more)
    ran = program("new", "2026", "--from", "2025", *options)
    assert ran.code == 0, ran.err
    return (folder / "plans" / "2026.yaml").read_text(encoding="utf-8")


def marks(text: str) -> list[str]:
    return re.findall(r"# cchc: xem lại – (.*)", text)


def test_the_period_follows_from_the_id_else_from_the_old_plan(program: Program, tmp_path: Path) -> None:
    write_plan(tmp_path, SMALL)
    for plan_id, period in (("2026", 2026), ("ke-hoach-2027", 2027), ("tiep-theo", 2026)):
        assert program("new", plan_id, "--from", "2025").code == 0
        assert f"\nperiod: {period}\n" in (tmp_path / "plans" / f"{plan_id}.yaml").read_text(encoding="utf-8")
    assert program("new", "a", "--from", "2025", "--period", "năm 2028").code == 0
    text = (tmp_path / "plans" / "a.yaml").read_text(encoding="utf-8")
    assert "period: 2028" in text
    assert "title: Cải cách hành chính năm 2028" in text


@pytest.mark.parametrize("period", ["2025", "2024", "2026-2030"])
def test_a_period_that_does_not_follow_is_refused(period: str, program: Program, tmp_path: Path) -> None:
    write_plan(tmp_path, SMALL)
    ran = program("new", "x", "--from", "2025", "--period", period)
    assert ran.code == 1
    assert "lỗi S212" in ran.err
    assert "--period, ví dụ 2026" in ran.err
    assert not (tmp_path / "plans" / "x.yaml").exists()


def test_operands_are_ids_and_paths_and_one_plan(program: Program, tmp_path: Path) -> None:
    write_plan(tmp_path, SMALL)
    write_plan(tmp_path, SMALL, "tinh/2024.yaml")
    assert program("new", "a-2026", "--from", str(Path("plans", "2025.yaml"))).code == 0
    assert program("new", "tinh/2026", "--from", "tinh/2024").code == 0
    ran = program("new", "b", "--from", "plans")
    assert (ran.code, "S213" in ran.err) == (1, True)
    ran = program("new", "b", "--from", "2023")
    assert (ran.code, "W011" in ran.err) == (2, True)
    assert not (tmp_path / "plans" / "b.yaml").exists()


def test_the_line_for_editors_points_at_the_schema_from_the_new_folder(program: Program, tmp_path: Path) -> None:
    write_plan(tmp_path, SMALL)
    assert program("new", "tinh/2026", "--from", "2025").code == 0
    text = (tmp_path / "plans" / "tinh" / "2026.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../_schema.json\n")
    assert (tmp_path / "plans" / "_schema.json").is_file()


def test_nothing_is_overwritten_not_even_the_old_plan(program: Program, tmp_path: Path) -> None:
    write_plan(tmp_path, SMALL)
    path = write_plan(tmp_path, "của tôi", "2026.yaml")
    for plan_id in ("2026", "2025"):
        ran = program("new", plan_id, "--from", "2025", "--period", "2026")
        assert (ran.code, "W110" in ran.err) == (2, True)
    assert path.read_text(encoding="utf-8") == "của tôi"
    assert (tmp_path / "plans" / "2025.yaml").read_text(encoding="utf-8") == SMALL


def test_a_plan_with_errors_of_shape_is_not_moved(program: Program, tmp_path: Path) -> None:
    write_plan(tmp_path, SMALL + "titel: x\n")
    ran = program("new", "2026", "--from", "2025")
    assert ran.code == 1
    assert "titel" in ran.err
    assert not (tmp_path / "plans" / "2026.yaml").exists()


def test_what_cannot_be_proved_is_not_written(program: Program, tmp_path: Path) -> None:
    rows = "    - &x {title: một}\n    - *x\n"
    write_plan(tmp_path, f"{SMALL}appendices:\n  - title: a\n    layout: tasks\n    tasks:\n{rows}")
    ran = program("new", "2026", "--from", "2025")
    assert (ran.code, "E104" in ran.err) == (1, True)
    assert not (tmp_path / "plans" / "2026.yaml").exists()


def test_kind_is_that_of_the_old_plan(program: Program, tmp_path: Path) -> None:
    write_plan(tmp_path, SMALL)
    ran = program("new", "2026", "--from", "2025", "--kind", "plan")
    assert ran.code == 2
    assert "--kind" in ran.err


def test_a_province_that_is_gone_is_marked_and_never_changed_by_itself(program: Program, tmp_path: Path) -> None:
    more = "theme: Xây dựng tỉnh Đắk Nông\n"
    small = SMALL.replace("Đắk Lắk", "Đắk Nông").replace("chính năm", "chính tỉnh Đắk Nông năm")
    write_plan(tmp_path, small + more)
    ran = program("new", "2026", "--from", "2025")
    assert ran.code == 0
    assert "cảnh báo S211" in ran.err
    text = (tmp_path / "plans" / "2026.yaml").read_text(encoding="utf-8")
    assert "\njurisdiction: Đắk Nông\n" in text
    assert "title: Cải cách hành chính tỉnh Đắk Nông năm 2026" in text
    assert [mark for mark in marks(text) if "Lâm Đồng" in mark] == [
        "tỉnh Đắk Nông sắp xếp lại từ 1/7/2025, nay là Tỉnh Lâm Đồng: sửa ở đây, hoặc tạo lại với --jurisdiction",
        "“Đắk Nông”: nay là Tỉnh Lâm Đồng",
        "“Đắk Nông”: nay là Tỉnh Lâm Đồng",
    ]


def test_a_province_that_was_said_goes_into_titles_and_is_marked_in_prose(program: Program, tmp_path: Path) -> None:
    more = "theme: Xây dựng tỉnh Đắk Nông\nclosing: Đây là Kế hoạch CCHC tỉnh Đắk Nông năm 2025, gửi Báo Đắk Nông\n"
    small = SMALL.replace("Đắk Lắk", "Đắk Nông").replace("chính năm", "chính tỉnh Đắk Nông năm")
    text = rolled(program, tmp_path, more, "--jurisdiction", "Lâm Đồng", small=small)
    assert "\njurisdiction: Lâm Đồng\n" in text
    assert "title: Cải cách hành chính tỉnh Lâm Đồng năm 2026" in text
    assert "theme: Xây dựng tỉnh Đắk Nông\n" in text
    assert "closing: Đây là Kế hoạch CCHC tỉnh Lâm Đồng năm 2026, gửi Báo Đắk Nông\n" in text
    assert marks(text) == ["“Đắk Nông”: kế hoạch mới của tỉnh Lâm Đồng"] * 2


def test_a_province_of_the_same_name_with_more_land_is_marked(program: Program, tmp_path: Path) -> None:
    [mark] = marks(rolled(program, tmp_path))
    assert mark.startswith("tỉnh Đắk Lắk sắp xếp lại từ 1/7/2025, vẫn tên ấy nhưng địa bàn khác")


def test_districts_are_marked_and_stay(program: Program, tmp_path: Path) -> None:
    section = "  - {title: Trách nhiệm của UBND cấp huyện, text: Giao các huyện}\n"
    lead = "  - title: a\n    layout: tasks\n    tasks:\n      - {title: b, lead: UBND các huyện}\n"
    text = rolled(program, tmp_path, f"body:\n{section}appendices:\n{lead}", "--jurisdiction", "Đắk Lắk")
    for words in ("Trách nhiệm của UBND cấp huyện", "Giao các huyện", "lead: UBND các huyện"):
        assert words in text
    assert len([mark for mark in marks(text) if "không còn cấp" in mark]) >= 2


def test_prose_is_marked_and_stays(program: Program, tmp_path: Path) -> None:
    more = (
        "opening: Phát huy kết quả năm 2024 theo Kế hoạch số 12/KH-UBND ngày 3/4/2024 về năm 2024.\n"
        "body:\n  - title: Mục tiêu năm 2025\n    objectives:\n      - Đến hết năm 2025, 100% hồ sơ\n"
        "      - So với năm 2021 giảm 10%\n      - Giao Sở Thông tin và Truyền thông\n"
    )
    text = rolled(program, tmp_path, more, "--jurisdiction", "Đắk Lắk")
    assert "title: Mục tiêu năm 2026" in text
    for words in ("kết quả năm 2024 theo", "về năm 2024.", "Đến hết năm 2025,", "năm 2021", "Sở Thông tin và Truy"):
        assert words in text
    assert marks(text) == ["năm 2024", "năm 2025", "“Sở Thông tin và Truyền thông” không còn"]


def test_comments_above_the_first_key_are_kept_and_said_to_be_old(program: Program, tmp_path: Path) -> None:
    text = rolled(program, tmp_path, "", "--jurisdiction", "Đắk Lắk", small=f"# Kế hoạch đã ký\n{SMALL}")
    assert text.startswith("# Kế hoạch đã ký\n# yaml-language-server")
    assert marks(text) == [f"soạn từ {Path('plans', '2025.yaml')}; chú thích ở đầu tệp còn nói về kế hoạch ấy"]


def test_ids_references_and_footnotes_are_kept(program: Program, tmp_path: Path) -> None:
    more = (
        "footnotes: {a: Năm 2025}\nbody:\n  - {title: Mục tiêu, objectives: [{id: mt-2025, text: 90% hồ sơ}]}\n"
        "appendices:\n  - id: pl\n    title: Nhiệm vụ[^a]\n    layout: tasks\n    tasks:\n"
        "      - {title: Số hóa, serves: [mt-2025]}\n      - {id: so-hoa, title: Theo <#pl>}\n      - title: Số hóa\n"
    )
    text = rolled(program, tmp_path, more, "--jurisdiction", "Đắk Lắk")
    for words in ("id: mt-2025", "serves: [mt-2025]", "id: pl", "<#pl>", "[^a]", "footnotes: {a: Năm 2025}"):
        assert words in text
    assert re.findall(r"id: (so-hoa.*?)(?:,|\n)", text) == ["so-hoa-2", "so-hoa", "so-hoa-3"]


def test_ids_stay_the_same_year_after_year(program: Program, tmp_path: Path) -> None:
    rows = "".join(f"      - title: Báo cáo {name} năm 2025\n" for name in ("quý I", "quý II", "quý I"))
    text = rolled(program, tmp_path, f"appendices:\n  - title: a\n    layout: tasks\n    tasks:\n{rows}")
    assert program("new", "2027", "--from", "2026", "--jurisdiction", "Đắk Lắk").code == 0
    after = (tmp_path / "plans" / "2027.yaml").read_text(encoding="utf-8")
    ids = re.findall(r"id: (\S+)", text)
    assert ids == ["a", "bao-cao-quy-i", "bao-cao-quy-ii", "bao-cao-quy-i-2"]
    assert re.findall(r"id: (\S+)", after) == ids
    assert after.count("năm 2027") == 4


def test_what_is_left_behind_is_told_in_the_users_language(program: Program, tmp_path: Path) -> None:
    rows = "      - title: Báo cáo\n      - title: Tổng kết giai đoạn 2021 - 2025\n        lead: Sở Nội vụ\n"
    write_plan(tmp_path, f"{SMALL}appendices:\n  - title: a\n    layout: tasks\n    tasks:\n{rows}")
    vi = program("new", "2026", "--from", "2025")
    assert "dòng 13: Tổng kết giai đoạn 2021 - 2025\n" in vi.out
    assert "khép lại giai đoạn 2021 - 2025 (bỏ 1 dòng)" in vi.out
    en = program("new", "b-2026", "--from", "2025", "--lang", "en")
    assert "line 13: Tổng kết giai đoạn 2021 - 2025\n" in en.out
    assert "it closes 2021-2025 (rows: 1)" in en.out


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")
@pytest.mark.parametrize(("typed", "unit"), [("\n", "Lâm Đồng"), ("Đắk Nông\n", "Đắk Nông")])
def test_on_a_terminal_the_unit_is_asked_for(typed: str, unit: str, tmp_path: Path) -> None:
    import pty

    write_plan(tmp_path, SMALL.replace("Đắk Lắk", "Đắk Nông"))
    master, slave = pty.openpty()
    environ = {**os.environ, "SOURCE_DATE_EPOCH": NOVEMBER_2026, "TERM": "xterm"}
    os.write(master, typed.encode())
    ran = subprocess.run(
        [*PROGRAM, "new", "2026", "--from", "2025"],
        cwd=tmp_path, env=environ, stdin=slave, stderr=slave, stdout=subprocess.PIPE, timeout=60, check=False,
    )  # fmt: skip
    os.close(slave)
    said = os.read(master, 65536).decode()
    os.close(master)
    assert ran.returncode == 0
    assert "[Lâm Đồng]" in said
    assert f"\njurisdiction: {unit}\n" in (tmp_path / "plans" / "2026.yaml").read_text(encoding="utf-8")


def test_values_by_year_move_and_are_marked(program: Program, tmp_path: Path) -> None:
    old = (LAYOUTS / "kpi-years.yaml").read_text(encoding="utf-8")
    write_plan(tmp_path, old, "a.yaml")
    ran = program("new", "b", "--from", "a")
    assert ran.code == 0, ran.err
    text = (tmp_path / "plans" / "b.yaml").read_text(encoding="utf-8")
    assert 'target: {2031: "98", 2032: "98,5", 2033: "99", 2034: "99", 2035: "99,5"}' in text
    assert 'target: {2031: "70", 2033: "80", 2035: "90"}' in text
    assert marks(text).count("giá trị từng năm là của giai đoạn 2026 - 2030") == 3
    assert " lỗi " not in program("validate", "b").err


@pytest.mark.parametrize("name", sorted({path.stem for path in LAYOUTS.glob("*.yaml")} - {"province-layout"}))
def test_every_small_plan_moves_without_an_error(name: str, program: Program, tmp_path: Path) -> None:
    write_plan(tmp_path, (LAYOUTS / f"{name}.yaml").read_bytes(), "a.yaml")
    ran = program("new", "b", "--from", "a")
    assert ran.code == 0, ran.err
    assert program("validate", "b").code == 0
