"""Templates of one's own that lose a part of the plan, and a folder without styles: nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.pipeline.building import build
from cchc.pipeline.looks import Looks
from cchc.pipeline.outcomes import BuildRequest, Outcome
from cchc.workspace.resources import TemplateFolders
from tests.pipeline.files import surroundings, write_plan
from tests.printing import SMALL, shipped


@pytest.mark.parametrize(
    ("template", "words", "instead", "code"),
    [
        ("table.xml.j2", "{%- for line in cell.lines %}", "{%- for line in cell.lines[1:] %}", "B101"),
        ("table.xml.j2", "{% for row in table.rows %}", "{% for row in table.rows[1:] %}", "B102"),
        ("signature.xml.j2", "{% for recipient in act.recipients %}", "{% for recipient in [] %}", "B103"),
    ],
)
def test_what_a_template_loses_is_said_and_nothing_is_written(
    template: str, words: str, instead: str, code: str, tmp_path: Path
) -> None:
    own, text = tmp_path / "mau", shipped(template)
    own.mkdir()
    assert words in text
    (own / template).write_text(text.replace(words, instead), encoding="utf-8")
    plan = write_plan(tmp_path, SMALL.read_bytes())
    *_, outcome = build(BuildRequest((str(plan),), out=tmp_path / "out", templates=own), surroundings(tmp_path))
    assert isinstance(outcome, Outcome)
    assert code in {found.code for found in outcome.all_diagnostics()}
    assert not list(tmp_path.rglob("*.docx"))


def test_folders_without_styles(tmp_path: Path) -> None:
    said = Looks(TemplateFolders((tmp_path,)), surroundings(tmp_path)).styles
    assert said.value is None
    assert [found.code for found in said.diagnostics] == ["T301"]
