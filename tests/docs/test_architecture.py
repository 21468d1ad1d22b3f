"""cchc/README.md against the contracts of import-linter and the rooms on the disk; its how-tos are sound code."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import cchc
from cchc.checks import Check
from cchc.diagnostics import Rule
from cchc.loader.loading import Load, load
from cchc.model.plan import Plan
from cchc.registry.checking import problems
from cchc.registry.compile import SOURCE_FILE, load_source
from cchc.source import Source
from cchc.syntax.decoding import decode
from tests.case_files import cases, said
from tests.docs.pages import ARCHITECTURE, ROOT, RULES, codes, fences, part, rows
from tests.plans import context

ROOMS = rows(part(ARCHITECTURE, "Rooms"), "room")


def contracts() -> list[dict[str, Any]]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        found: list[dict[str, Any]] = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    return found


def built_rooms() -> list[str]:
    """The rooms from top to bottom, those that are still to be built left out."""
    [layers] = [contract["layers"] for contract in contracts() if contract["type"] == "layers"]
    return [layer for layer in layers if not layer.startswith("(")]


def test_every_room_is_there_in_the_order_of_imports() -> None:
    assert [codes(row[0])[0] for row in ROOMS] == built_rooms()
    on_disk = {
        path.stem for path in (ROOT / "cchc").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert set(built_rooms()) == on_disk - {"__init__"}


def test_what_a_room_may_not_import() -> None:
    order = built_rooms()
    for name, _, forbidden in ROOMS:
        room = codes(name)[0]
        below = order[order.index(room) + 1 :]
        banned = {
            module.removeprefix("cchc.")
            for contract in contracts()
            if contract["type"] == "forbidden" and f"cchc.{room}" in contract["source_modules"]
            for module in contract["forbidden_modules"]
        }
        assert forbidden == ", ".join(other for other in below if other in banned), room


def test_the_home_of_every_package() -> None:
    protected = {
        tuple(contract["protected_modules"]): [module.removeprefix("cchc.") for module in contract["allowed_importers"]]
        for contract in contracts()
        if contract["type"] == "protected"
    }
    written = {tuple(codes(row[0])): codes(row[1]) for row in rows(part(ARCHITECTURE, "Rooms"), "package")}
    assert written == protected


def test_the_letters_of_codes_and_the_rooms_that_give_them() -> None:
    named = defaultdict[Rule, set[str]](set)
    for module in walk_packages(cchc.__path__, "cchc."):
        if not module.name.endswith("__main__"):
            for value in vars(import_module(module.name)).values():
                if isinstance(value, Rule):
                    named[value].add(module.name.split(".")[1])
    given = defaultdict[str, set[str]](set)
    for rule, rooms in named.items():
        # A rule stands in the lowest of the rooms that name it; the others import it.
        given[rule.code[0]].add(max(rooms, key=built_rooms().index))
    written = {
        letter: set(codes(row[2]))
        for row in rows(part(ARCHITECTURE, "Diagnostics"), "codes")
        for letter in row[0].split(", ")
    }
    assert written == given


ADD_A_RULE = part(RULES, "How to add a rule")


def check_of_the_how_to() -> Check:
    [module] = fences(ADD_A_RULE, "python")
    names: dict[str, Any] = {}
    exec(compile(module, "outputs.py", "exec"), names)
    found: Check = names["check_outputs"]
    return found


def test_the_check_of_the_how_to_finds_what_its_case_expects(tmp_path: Path) -> None:
    check = check_of_the_how_to()
    (tmp_path / "X101.yaml").write_text(fences(ADD_A_RULE, "yaml")[0], encoding="utf-8")
    found = cases(str(tmp_path))
    assert [case.expected for case in found] == [("7:44 X101",), ()]
    for case in found:
        loaded = load(Source("2025.yaml", case.text), Plan)
        assert loaded.value is not None
        assert loaded.places is not None
        assert said(check(context(loaded.value, loaded.places))) == case.expected


def test_the_check_of_the_how_to_turns_no_case_red() -> None:
    check = check_of_the_how_to()
    # Whoever follows the page has its own case among them.
    texts = [case.text for case in (*cases("loader"), *cases("checks")) if case.file.stem != "X101"]
    texts += [path.read_text(encoding="utf-8") for path in (ROOT / "plans").glob("2*.yaml")]
    judged = 0
    for text_of_case in texts:
        source, _ = decode(text_of_case.encode("utf-8"), "2025.yaml")
        loaded = load(source, Plan) if source else Load[Plan](None, None, ())
        if loaded.judgeable is not None and loaded.places is not None:
            assert list(check(context(loaded.judgeable, loaded.places))) == []
            judged += 1
    assert judged > 20


def test_the_how_tos_name_what_there_is() -> None:
    how_to = part(ARCHITECTURE, "How to extend it") + ADD_A_RULE
    named = re.findall(r"`(\w+)`\s+in\s+`([\w/]+)\.py`", how_to)
    assert {"CellField", "Cells", "FAMILIES", "LEANING", "HEADINGS"} <= {name for name, _ in named}
    for name, module in named:
        dotted = module.replace("/", ".")
        assert hasattr(import_module(dotted if module.startswith("tests/") else f"cchc.{dotted}"), name), name


def test_the_body_of_the_how_to_is_sound_where_it_says(tmp_path: Path) -> None:
    folder = ROOT / "cchc" / "registry"
    [body] = fences(part(ARCHITECTURE, "Add a body"), "yaml")
    # Whoever follows the page has it there already.
    others = (folder / SOURCE_FILE).read_text(encoding="utf-8").replace(body, "")
    (tmp_path / SOURCE_FILE).write_text(others.replace("agencies:\n", "agencies:\n" + body), encoding="utf-8")
    after = load_source(tmp_path)
    assert list(problems(after)) == []
    assert f"- id: {after['agencies'][0]['id']}\n" in body
    lists = re.findall(r"`(\w+)` \(", part(ARCHITECTURE, "Add a body"))
    assert lists == list(after)
