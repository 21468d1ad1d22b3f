"""A province's own bodies: one registry for reading, checks and printing of all plans of a run."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import get_args

from docx import Document

from cchc.model.own_bodies import OwnBody, OwnLevel
from cchc.pipeline.building import build
from cchc.pipeline.outcomes import BuildRequest, Outcome
from cchc.pipeline.own_bodies import project_bodies
from cchc.registry.facts import LEVELS, Body
from cchc.registry.registry import shipped_registry
from tests.pipeline.files import found_in, surroundings, validated, write_plan

PLAN = """
period: 2026
jurisdiction: Lâm Đồng
act: {kind: decision, date: 2025-12-30}
appendices:
  - title: Nhiệm vụ
    layout: tasks
    tasks:
      - {title: Một, lead: Sở Ngoại vụ, start: 1, end: 2}
      - {title: Hai, lead: Trường Chính trị tỉnh, start: 1, end: 2}
"""


def own(folder: Path, text: str) -> Path:
    write_plan(folder, text, "_registry.yaml")
    return folder / "plans"


def said(folder: Path, text: str) -> list[tuple[str, int]]:
    return [(found.code, found.span.line) for found in found_in(folder, text) if found.span and found.code[0] == "G"]


def test_levels_and_keys_are_those_of_the_registry() -> None:
    assert get_args(OwnLevel) == LEVELS
    assert {*Body._fields, "note"} == OwnBody.model_fields.keys()


def test_without_the_file_it_is_the_shipped_registry(tmp_path: Path) -> None:
    assert project_bodies(tmp_path, tmp_path).registry is shipped_registry()


def test_an_entry_changes_only_the_keys_it_gives(tmp_path: Path) -> None:
    plans = own(tmp_path, "agencies:\n  - {id: so.ngoai-vu, valid_to: 1/3/2025}\n  - {id: moi, name: Trung tâm mới}\n")
    registry, found = project_bodies(plans, tmp_path)
    assert found == ()
    assert registry.body("so.ngoai-vu") == shipped_registry().body("so.ngoai-vu")._replace(valid_to=date(2025, 3, 1))
    assert registry.body("moi").tier == "province"
    assert registry.own == {"so.ngoai-vu", "moi"}


def test_an_empty_key_takes_away(tmp_path: Path) -> None:
    plans = own(tmp_path, "agencies:\n  - id: so.giao-thong-van-tai\n    valid_to:\n    successors:\n")
    body = project_bodies(plans, tmp_path).registry.body("so.giao-thong-van-tai")
    assert (body.valid_to, body.successors) == (None, ())
    assert body.name == "Sở Giao thông vận tải"


def test_checks_read_by_it(tmp_path: Path) -> None:
    assert said(tmp_path, PLAN) == [("G102", 10)]
    own(
        tmp_path,
        "agencies:\n  - {id: so.ngoai-vu, valid_to: 2025-03-01}\n  - {id: truong, name: Trường Chính trị tỉnh}\n",
    )
    assert said(tmp_path, PLAN) == [("G104", 9)]


def test_its_mistakes_are_said_once_a_run_and_leave_the_sound_entries(tmp_path: Path) -> None:
    own(tmp_path, "agencies:\n  - {id: x}\n  - {id: truong, name: Trường Chính trị tỉnh}\n")
    write_plan(tmp_path, PLAN)
    write_plan(tmp_path, PLAN, "2027.yaml")
    outcome = validated(tmp_path)
    assert [(found.code, str(found.span)) for found in outcome.diagnostics] == [("S221", "plans/_registry.yaml:2:10")]
    assert outcome.exit_code == 1
    assert [found.code for found in outcome.all_diagnostics() if found.code[0] == "G"] == []


def test_the_print_takes_names_and_symbols_from_it(tmp_path: Path) -> None:
    own(tmp_path, "agencies:\n  - {id: truong, name: Trường Chính trị tỉnh, level: so_equiv, symbols: [TCT]}\n")
    write_plan(
        tmp_path,
        "period: 2026\njurisdiction: Lâm Đồng\nact:\n  kind: plan\n  issuer: Trường Chính trị tỉnh\n"
        "  number: 5\n  date: 2025-12-30\ntitle: Cải cách hành chính năm 2026\n",
    )
    *_, run = build(BuildRequest(), surroundings(tmp_path))
    assert isinstance(run, Outcome)
    document = Document(str(run.plans[0].written[0]))
    texts = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert any("KH-TCT" in text for text in texts), texts
