"""cchc/README.md against the contracts of import-linter and the rooms on the disk; its how-tos are sound code."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import cchc
from cchc.diagnostics import Rule
from cchc.loader.loading import load
from cchc.model.plan import Plan
from cchc.source import Source
from tests.docs.pages import ARCHITECTURE, README, ROOT, codes, fences, part, rows

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
    given = defaultdict[str, set[str]](set)
    for module in walk_packages(cchc.__path__, "cchc."):
        if not module.name.endswith("__main__"):
            rules = [value for value in vars(import_module(module.name)).values() if isinstance(value, Rule)]
            for rule in rules:
                given[rule.code[0]].add(module.name.split(".")[1])
    written = {
        letter: set(codes(row[2]))
        for row in rows(part(ARCHITECTURE, "Diagnostics"), "codes")
        for letter in row[0].split(", ")
    }
    assert written == given


def test_the_check_of_the_how_to_finds_what_it_says() -> None:
    [module] = [text for text in fences(part(ARCHITECTURE, "Add a check"), "python") if text.startswith('"""')]
    names: dict[str, Any] = {}
    exec(compile(module, "leads.py", "exec"), names)
    tour = fences(part(README, "Five-minute tour"), "yaml")[0]
    for lead, expected in (("            lead: Văn phòng UBND tỉnh\n", []), ("", ["N101"])):
        text = tour.replace("            lead: Văn phòng UBND tỉnh\n", lead)
        loaded = load(Source("2026.yaml", text), Plan)
        assert loaded.value is not None
        assert [found.code for found in names["check_leads"](loaded.value, loaded.places)] == expected
