"""Differences as JSON: they fit their schema, and lead to what stands in the two files."""

from __future__ import annotations

import json
import os
import sys
import unicodedata
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from cchc.pipeline.comparing import compare
from cchc.pipeline.outcomes import Surroundings
from cchc.report.differences.json_document import differences_document, differences_schema
from tests.plans import FIRST

ROOT = Path(__file__).parents[2]
PLANS = ("2018", "2021-2025", "2024", "2025", "dak-lak-2025")
SCHEMA = json.loads(differences_schema())
VALIDATOR = Draft202012Validator(SCHEMA)


def document(old: str, new: str, *, only: bool = False) -> dict[str, Any]:
    """The document, which fits its schema."""
    around = Surroundings(ROOT, os.environ, sys.platform, ROOT, date(2026, 1, 1))
    found = compare(old, new, around).comparison
    assert found is not None
    shown = found.only("substantive") if only else found
    read: dict[str, Any] = json.loads(
        differences_document(shown, found, "substantive" if only else None, "1.2.3", exit_code=1)
    )
    VALIDATOR.validate(read)
    return read


def of_2025(folder: Path, new: str, old: str = FIRST) -> dict[str, Any]:
    text = (ROOT / "plans/2025.yaml").read_text(encoding="utf-8")
    assert old in text
    path = folder / "moi.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return document("2025", str(path))


def inside(value: Any, step: str | int) -> Any:
    """What is at ``step``; a list that stands for a mapping with one list is that list."""
    if isinstance(value, list):
        return value if isinstance(step, str) else value[step]
    return value.get(step) if isinstance(value, dict) else None


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    shipped = ROOT / "cchc" / "report" / "differences.schema.json"
    assert shipped.read_text(encoding="utf-8") == differences_schema()


def test_a_changed_deadline_and_lead_with_all_that_is_said_of_them(tmp_path: Path) -> None:
    read = of_2025(tmp_path, FIRST.replace("Sở Nội vụ", "Sở Tư pháp").replace("end: 7", "end: 9"))
    assert read["tool"] == {"name": "cchc", "version": "1.2.3"}
    assert read["counts"] == {
        "differences": 2,
        "substantive": 2,
        "editorial": 0,
        "left_out": 0,
        "kinds": {"end": 1, "lead": 1},
    }
    assert [(each["name"], each["gained"], each["lost"]) for each in read["agencies"]] == [
        ("Sở Nội vụ", 0, 1),
        ("Sở Tư pháp", 1, 0),
    ]
    lead, end = read["differences"]
    assert (lead["kind"], lead["what"], lead["cell"], lead["weight"]) == ("lead", "activity", "lead", "substantive")
    assert lead["bodies"] == [{"old": "Sở Nội vụ", "new": "Sở Tư pháp", "by_law": False, "in_part": False}]
    assert lead["headline"] == {
        "vi": "cơ quan chủ trì: Sở Nội vụ → Sở Tư pháp",
        "en": "lead: Sở Nội vụ → Sở Tư pháp",
    }
    assert lead["headings"][1:] == ["A Công tác chỉ đạo, điều hành CCHC", "I Công tác sơ kết, tổng kết"]
    lines = (ROOT / "plans/2025.yaml").read_text(encoding="utf-8").splitlines()
    line = lines.index(FIRST.splitlines()[0]) + 6
    assert end["old"]["place"] == {"file": "plans/2025.yaml", "line": line, "column": len(20 * " " + "end: ") + 1}
    assert (end["old"]["text"], end["new"]["text"], end["months"]) == ("7", "9", 2)
    assert end["old"]["of"]["label"] == "Hoạt động 1.1"


def test_words_that_changed_are_told_by_their_characters(tmp_path: Path) -> None:
    [told] = of_2025(tmp_path, FIRST.replace("đề cương hướng dẫn sơ kết", "hướng dẫn sơ kết năm"))["differences"]
    cut = {side: [told[side]["text"][slice(*each[side])] for each in told["words"]] for side in ("old", "new")}
    assert cut == {"old": ["đề cương", ""], "new": ["", "năm"]}


def test_only_one_weight_is_told_and_the_others_counted() -> None:
    whole, part = document("2024", "2025"), document("2024", "2025", only=True)
    assert part["only"] == "substantive"
    assert part["counts"]["left_out"] == whole["counts"]["editorial"] > 0
    assert part["differences"] == [each for each in whole["differences"] if each["weight"] == "substantive"]
    [left_out] = whole["not_compared"]
    assert (left_out["side"], left_out["what"], left_out["rows"]) == ("old", "criterion", 120)


@pytest.mark.parametrize(("old", "new"), [*permutations(PLANS, 2)])
def test_every_path_leads_to_what_is_told_and_every_place_to_a_line(old: str, new: str) -> None:
    read = document(old, new)
    assert read["counts"]["differences"] == len(read["differences"]) == sum(read["counts"]["kinds"].values())
    lines = {
        side: unicodedata.normalize("NFC", (ROOT / f"plans/{name}.yaml").read_text(encoding="utf-8")).split("\n")
        for side, name in (("old", old), ("new", new))
    }
    values = {
        side: yaml.load((ROOT / f"plans/{name}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
        for side, name in (("old", old), ("new", new))
    }
    checked = 0
    for told in read["differences"]:
        for side in ("old", "new"):
            if told[side] is None or told[side]["path"] is None:
                continue
            value = values[side]
            for step in told[side]["path"]:
                value = inside(value, step)
            place = told[side]["place"]
            line = lines[side][place["line"] - 1]
            assert place["column"] <= len(line) + 1
            if isinstance(value, str) and "\n" not in value and "<#" not in value and "[^" not in value:
                # Several months, days and kinds of act are told otherwise than they are typed.
                begin = line[place["column"] - 1 :].lstrip("\"'|>-+ ")
                assert not begin or value.startswith(begin[:4].rstrip("\"' ,}]")), told
                checked += 1
    assert checked > 20


@pytest.mark.parametrize("key", ["kind", "headline", "old", "weight", "others"])
def test_the_schema_misses_what_is_missing(key: str) -> None:
    read = document("2024", "2025")
    del read["differences"][0][key]
    assert not VALIDATOR.is_valid(read)


def test_the_schema_takes_no_other_weight_and_no_place_without_a_line() -> None:
    nowhere: dict[str, Any] = {"text": "", "path": [], "place": {"file": "a", "line": 0, "column": 1}, "of": None}
    spoils: tuple[dict[str, Any], ...] = ({"weight": "heavy"}, {"old": nowhere})
    for spoil in spoils:
        read = document("2025", "dak-lak-2025")
        read["differences"][0] |= spoil
        assert not VALIDATOR.is_valid(read)
