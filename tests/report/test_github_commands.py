"""Workflow commands as the runner of GitHub Actions reads them: one on a line, and nothing in a plan makes another."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest
from hypothesis import example, given

from cchc.diagnostics import Wording
from cchc.report.github_commands import github_commands
from cchc.report.plain import plain
from tests.report.results import FILE, NOTE, RULE, TROUBLE, found, plan, result, texts

KNOWN = {"error", "warning", "notice"}


class Command(NamedTuple):
    """A command as the runner understands it."""

    name: str
    properties: dict[str, str]
    data: str


def commands(text: str) -> list[Command]:
    """The commands in what a step prints, by the rules of the runner: every line must be one."""
    lines = re.split(r"\r\n|\r|\n", text)
    assert lines.pop() == ""
    return [_read(line) for line in lines]


def _read(line: str) -> Command:
    assert line.startswith("::")
    head, _, data = line[2:].partition("::")
    name, _, properties = head.partition(" ")
    assert name in KNOWN
    pairs = (pair.partition("=") for pair in properties.split(",") if pair)
    return Command(name, {key: _unescaped(value, ":,") for key, _, value in pairs}, _unescaped(data, ""))


def _unescaped(text: str, signs: str) -> str:
    for sign in ("\r", "\n", *signs, "%"):
        text = text.replace(f"%{ord(sign):02X}", sign)
    return text


def test_a_command_has_place_title_and_message() -> None:
    assert commands(github_commands(result(plan(found("x", fix="tiêu đề: y"))))) == [
        Command(
            "warning",
            {"file": FILE, "line": "2", "col": "12", "endLine": "2", "endColumn": "20", "title": "X001 a-rule"},
            "“x” sai, đúng là {a: b}\ncách sửa: sửa x\nviết lại thành:\ntiêu đề: y",
        )
    ]


def test_columns_are_for_places_within_a_line() -> None:
    [said] = commands(github_commands(result(plan(found(at="|\n  một\n  hai\n")))))
    assert said.properties == {"file": FILE, "line": "3", "endLine": "5", "title": "X001 a-rule"}


def test_what_has_no_place_stands_at_the_file_of_its_plan_or_nowhere() -> None:
    told = commands(github_commands(result(plan(NOTE.at(None)), said=(TROUBLE.at(None, path="a"),), language="en")))
    assert told == [
        Command("error", {"title": "W001 file-missing"}, "no a\nway out: find it"),
        Command("notice", {"file": FILE, "title": "X002 a-note"}, "noted"),
    ]


def test_nothing_found_is_no_line() -> None:
    assert github_commands(result(plan())) == ""


@pytest.mark.parametrize("file", ["a::set-env name=X::y.yaml", "100%, a:b.yaml", "a\n::error::b.yaml"])
def test_no_file_name_ends_the_properties(file: str) -> None:
    [said] = commands(github_commands(result(plan(found(file=file), file=file))))
    assert said.properties["file"] == plain(file)
    assert set(said.properties) == {"file", "line", "col", "endLine", "endColumn", "title"}


@given(texts)
@example("::set-output name=a::b")
@example("a\n::stop-commands::x\r\n::error::%0A%25 ##[add-mask]b")
def test_any_message_survives_on_one_line(text: str) -> None:
    said = RULE.at(None, value="")._replace(message=Wording(text, text), hint=None)
    printed = github_commands(result(plan(said)))
    assert printed.count("\n") == 1
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", printed)
    [told] = commands(printed)
    assert told.data == plain(text, keep_lines=True)
    assert told.properties == {"file": FILE, "title": "X001 a-rule"}
