"""Compiled templates are kept to save time, and no run depends on their being kept."""

from __future__ import annotations

from pathlib import Path

from cchc.source import Source
from cchc.templating.rendering import ENTRY, render

EMPTY = '<document title="Kế hoạch"/>'


def printed(folder: Path | None, template: str = EMPTY) -> tuple[object, list[str]]:
    document, faults = render((), {ENTRY: Source(ENTRY, template)}.get, (), bytecode=folder)
    return document, [fault.code for fault in faults]


def test_a_folder_that_is_tidied_away_meanwhile_costs_only_time(tmp_path: Path) -> None:
    expected = printed(None)
    assert expected[1] == []
    assert printed(tmp_path) == expected
    assert list(tmp_path.iterdir())
    assert printed(tmp_path / "gone") == expected


def test_each_run_has_its_own_templates(tmp_path: Path) -> None:
    first = printed(tmp_path)
    assert printed(tmp_path, EMPTY.replace("Kế hoạch", "Quyết định")) != first
    assert printed(tmp_path) == first
