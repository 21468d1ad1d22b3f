"""agencies.yaml is sound, agencies.json is made from it, and the checks of the data can fail."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import cchc.registry
from cchc.language.folding import fold
from cchc.registry.checking import problems
from cchc.registry.compile import SOURCE_FILE, compiled, load_source, main
from cchc.registry.registry import DATA_FILE, shipped_registry

FOLDER = Path(cchc.registry.__file__).parent


@pytest.fixture(scope="module")
def source() -> dict[str, Any]:
    return load_source(FOLDER)


def entry(data: dict[str, Any], id_: str) -> dict[str, Any]:
    found: dict[str, Any] = next(item for item in data["agencies"] if item["id"] == id_)
    return found


def test_the_shipped_data_has_no_problems(source: dict[str, Any]) -> None:
    assert list(problems(source)) == []


def test_the_json_is_what_the_yaml_gives(source: dict[str, Any]) -> None:
    shipped = (FOLDER / DATA_FILE).read_bytes()
    assert shipped.decode("utf-8") == compiled(source), "run: python -m cchc.registry.compile"
    for section in ("agencies", "classes", "offices"):
        without_notes = [{key: item[key] for key in item if key != "note"} for item in source[section]]
        assert json.loads(shipped)[section] == without_notes


def test_every_entry_becomes_a_fact(source: dict[str, Any]) -> None:
    registry = shipped_registry()
    assert [body.id for body in registry.bodies] == [item["id"] for item in source["agencies"]]
    assert [item.id for item in registry.classes] == [item["id"] for item in source["classes"]]
    assert [office.id for office in registry.offices] == [item["id"] for item in source["offices"]]
    ended = registry.body("so.lao-dong-tbxh")
    written = entry(source, "so.lao-dong-tbxh")
    assert ended.valid_to is not None
    assert ended.valid_to.isoformat() == written["valid_to"]
    assert [(link.id, link.scope, link.partial) for link in ended.successors] == [
        (link["id"], link["scope"], link.get("partial", False)) for link in written["successors"]
    ]
    assert list(ended.symbols) == written["symbols"]


def test_there_are_63_provinces_until_july_2025_and_34_after() -> None:
    provinces = [body for body in shipped_registry().bodies if body.level == "province_unit"]
    for day, count in ((date(2025, 6, 30), 63), (date(2025, 7, 1), 34), (date(2026, 5, 1), 34)):
        names = [body.name for body in provinces if body.exists_on(day)]
        assert len(names) == len(set(names)) == count


def test_a_misspelled_form_is_no_accepted_form() -> None:
    bodies = shipped_registry().bodies
    accepted = {fold(form) for body in bodies for form in (body.name, *body.aliases)}
    misspelled = {fold(form) for body in bodies for form in body.misspelled}
    assert fold("Đăk Nông") in misspelled
    assert not accepted & misspelled


def set_(id_: str, key: str, value: object) -> Callable[[dict[str, Any]], None]:
    return lambda data: entry(data, id_).__setitem__(key, value)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (set_("so.noi-vu", "colour", "red"), "unknown key 'colour'"),
        (set_("so.noi-vu", "level", "department"), "unknown level"),
        (set_("so.noi-vu", "confidence", "sure"), "unknown confidence"),
        (set_("so.noi-vu", "valid_to", "1/3/2025"), "is not a date"),
        (set_("so.noi-vu", "valid_to", date(2025, 3, 1)), "is not a date"),
        (set_("so.noi-vu", "valid_to", "20250301"), "is not a date"),
        (set_("so.noi-vu", "id", "so.y-te"), "used twice"),
        (set_("so.noi-vu", "successors", [{"id": "so.none", "scope": "all"}]), "is not another body"),
        (set_("so.noi-vu", "successors", [{"id": "so.noi-vu", "scope": "all"}]), "is not another body"),
        (set_("so.noi-vu", "successors", [{"id": "so.y-te"}]), "needs id and scope"),
        (set_("so.noi-vu", "province", "so.y-te"), "is not a province"),
        (set_("so.ke-hoach-dau-tu", "valid_from", "2025-03-01"), "ends before it begins"),
        (set_("so.tai-chinh", "valid_from", "2025-04-01"), "does not exist on 2025-03-01"),
        (set_("so.noi-vu", "aliases", ["sở nội vụ"]), "is read without being listed"),
        (set_("so.noi-vu", "aliases", ["Sở Y tế"]), "at the same time"),
        (set_("so.noi-vu", "name", 7), "missing or not a text"),
        (set_("so.noi-vu", "aliases", "SNV"), "'aliases' is no list"),
        (set_("so.noi-vu", "successors", "so.y-te"), "'successors' is no list"),
        (set_("so.ke-hoach-dau-tu", "successors", ["so.tai-chinh"]), "needs id and scope"),
        (lambda data: data.__setitem__("classes", None), "section 'classes' is no list"),
        (lambda data: data["agencies"].append("Sở Nội vụ"), "'Sở Nội vụ' is no entry with keys"),
        (lambda data: data["heads"].append({"id": "so.moi", "name": "Sở Mới"}), "is no text; an entry with keys"),
        (lambda data: data.pop("heads"), "unknown or missing"),
        (lambda data: data.__setitem__("people", []), "unknown or missing"),
    ],
)
def test_what_is_wrong_with_the_data_is_said(
    source: dict[str, Any], spoil: Callable[[dict[str, Any]], None], said: str
) -> None:
    data = copy.deepcopy(source)
    spoil(data)
    assert any(said in problem for problem in problems(data))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (b"agencies:\n- id: one\n   name: One\n", "3:8: mapping values are not allowed"),
        (b"agencies:\n- {id: one, name: One\n", "3:1: "),
        (b"agencies:\n- id: one\n\tname: One\n", "3:1: "),
        ("agencies:\n- id: Sở\n  name: \x07\n".encode(), "3:9: YAML knows no such character"),
        ("agencies:\n- id: Sở \n".encode() + b"\xe9", "3:1: this is not UTF-8"),
        (b"agencies:\n- valid_to: 2025-13-01\n", "1:1: a value without quotes cannot be read: month"),
        (b"- id: one\n", "1:1: this is no mapping"),
        (b"", "1:1: this is no mapping"),
    ],
)
def test_broken_text_ends_in_one_line_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: bytes, place: str
) -> None:
    file = tmp_path / SOURCE_FILE
    file.write_bytes(text)
    assert main(tmp_path) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"{file}:{place}")
    assert said.count("\n") == 1
    assert not (tmp_path / DATA_FILE).exists()


def test_what_is_sound_is_compiled(tmp_path: Path) -> None:
    (tmp_path / SOURCE_FILE).write_bytes((FOLDER / SOURCE_FILE).read_bytes())
    assert main(tmp_path) == 0
    assert (tmp_path / DATA_FILE).read_bytes() == (FOLDER / DATA_FILE).read_bytes()


def test_names_may_pass_on_from_one_body_to_the_next(source: dict[str, Any]) -> None:
    data = copy.deepcopy(source)
    entry(data, "prov.lam-dong")["valid_from"] = "2025-06-30"
    assert any("prov.lam-dong.pre2025 and prov.lam-dong" in problem for problem in problems(data))


def test_the_data_loads_fast_and_without_a_yaml_parser() -> None:
    script = (
        "import sys, time\n"
        "from cchc.registry.registry import shipped_registry\n"
        "start = time.perf_counter()\n"
        "shipped_registry()\n"
        "print(time.perf_counter() - start)\n"
        "print('yaml' in sys.modules)\n"
    )
    seconds = []
    for _ in range(3):
        run = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, encoding="utf-8")
        spent, has_yaml = run.stdout.split()
        assert has_yaml == "False"
        seconds.append(float(spent))
    # 4 ms on the machine where it was written; the margin is for busy ones.
    assert min(seconds) < 0.025


def test_the_registry_is_read_once() -> None:
    start = time.perf_counter()
    assert shipped_registry() is shipped_registry()
    assert time.perf_counter() - start < 1
