"""The JSON document: it fits its own schema, says everything in both languages, and loses no text."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from cchc.diagnostics import Edit, Wording
from cchc.report.json_document import json_document, json_schema
from cchc.report.result import Result
from tests.report.results import FILE, NOTE, RULE, TROUBLE, found, plan, result, span, texts

SCHEMA = json.loads(json_schema())
_VALIDATOR = Draft202012Validator(SCHEMA)


def document(run: Result) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(json_document(run))
    _VALIDATOR.validate(read)
    return read


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_everything_of_a_diagnostic_is_there() -> None:
    edits = (Edit(span("\n\n"), "\n"),)
    [said] = document(result(plan(found("x", fix="tiêu đề: y", edits=edits))))["diagnostics"]
    assert said == {
        "code": "X001",
        "name": "a-rule",
        "severity": "warning",
        "trouble": False,
        "plans": ["kế hoạch 2025"],
        "message": {"vi": "“x” sai, đúng là {a: b}", "en": "“x” is wrong, {a: b} is right"},
        "hint": {"vi": "sửa x", "en": "mend x"},
        "fix": "tiêu đề: y",
        # An edit takes its place to the letter, line ends included.
        "edits": [
            {
                "place": {"file": FILE, "start": {"line": 5, "column": 6}, "end": {"line": 7, "column": 1}},
                "text": "\n",
            }
        ],
        # One code point of the smiling face counts one column; UTF-16 would count two.
        "place": {"file": FILE, "start": {"line": 2, "column": 12}, "end": {"line": 2, "column": 20}},
        "related": [
            {
                "message": {"vi": "ở đây", "en": "here"},
                "place": {"file": FILE, "start": {"line": 4, "column": 3}, "end": {"line": 4, "column": 6}},
            }
        ],
    }


def test_what_was_checked_and_how_it_ended() -> None:
    read = document(result(plan(found(), NOTE.at(None)), plan(file="plans/b.yaml", tasks=5)))
    assert (read["tool"], read["command"], read["exit_code"]) == ({"name": "cchc", "version": "1.2.3"}, "validate", 0)
    assert read["checked"] == {"plans": 2, "tasks": 12, "rules": 2}
    assert read["counts"] == {"error": 0, "warning": 1, "note": 1}
    assert [each["file"] for each in read["plans"]] == [FILE, "plans/b.yaml"]


def test_trouble_that_belongs_to_no_plan_is_told_first() -> None:
    read = document(result(plan(found()), said=(TROUBLE.at(None, path="a.yaml"),)))
    assert read["exit_code"] == 2
    assert [(said["code"], said["trouble"], said["plans"]) for said in read["diagnostics"]] == [
        ("W001", True, []),
        ("X001", False, ["kế hoạch 2025"]),
    ]


def test_what_plans_share_is_told_once_with_each_of_them() -> None:
    shared = found()
    run = result(plan(shared), plan(shared, file="plans/b.yaml")._replace(id="b"))
    assert [said["plans"] for said in document(run)["diagnostics"]] == [["kế hoạch 2025", "b"]]


def test_files_that_were_written_are_named_from_the_folder_of_the_run() -> None:
    run = result(command="build")
    built = plan()._replace(written=(run.cwd / "out" / "a.docx",), pages=(2, 3), unchanged=True)
    [told] = document(run._replace(plans=(built,)))["plans"]
    assert (told["written"], told["pages"], told["unchanged"]) == (["out/a.docx"], [2, 3], True)


def test_a_block_of_prose_ends_behind_its_last_word() -> None:
    [said] = document(result(plan(found(at="|\n  một\n  hai\n\n"))))["diagnostics"]
    assert (said["place"]["start"], said["place"]["end"]) == ({"line": 3, "column": 4}, {"line": 5, "column": 6})


def test_windows_names_have_slashes() -> None:
    [said] = document(result(plan(found(file="plans\\a b.yaml"), file="plans\\a b.yaml")))["diagnostics"]
    assert said["place"]["file"] == "plans/a b.yaml"


@pytest.mark.parametrize("key", ["code", "message", "place", "plans"])
def test_the_schema_misses_what_is_missing(key: str) -> None:
    read = document(result(plan(found())))
    del read["diagnostics"][0][key]
    assert not _VALIDATOR.is_valid(read)


@given(texts, texts)
def test_any_text_survives_and_nothing_in_it_reaches_a_terminal(value: str, fix: str) -> None:
    run = result(plan(RULE.at(None, value="", fix=fix)._replace(message=Wording(value, value))))
    [said] = document(run)["diagnostics"]
    assert (said["message"]["vi"], said["fix"]) == (value, fix)
    printed = {character for character in json_document(run) if character != "\n"}
    assert not [character for character in printed if unicodedata.category(character) == "Cc"]
    assert not [c for c in printed if unicodedata.bidirectional(c) in {"RLO", "LRO", "RLE", "LRE", "PDF", "RLI", "LRI"}]


def test_the_schema_is_shipped_beside_the_report() -> None:
    shipped = Path(__file__).parents[2] / "cchc" / "report" / "diagnostics.schema.json"
    assert shipped.read_text(encoding="utf-8") == json_schema()
