"""The way out that a diagnostic tells: it fits what the file is to be."""

from __future__ import annotations

from typing import Any

import pytest

from cchc.document.style import DeclaredSheet
from cchc.loader.loading import load
from cchc.model.layout import Layout
from cchc.model.plan import Plan
from cchc.source import Source


def hint(text: str, model: type[Any]) -> str:
    (found,) = load(Source("x.yaml", text), model).diagnostics
    assert found.hint is not None
    return found.hint.en


@pytest.mark.parametrize(("model", "first"), [(Plan, "period"), (Layout, "orientation"), (DeclaredSheet, "face")])
def test_an_empty_file_begins_with_a_key_of_its_own(model: type[Any], first: str) -> None:
    assert hint("# nothing yet\n", model) == f"write something into it, beginning with “{first}: …”"


def test_capacities_are_listed_where_one_stands_alone() -> None:
    signatory = "{on_behalf: KT, name: Cao Huy}"
    assert hint(f"period: 2025\nact: {{kind: decision, signatory: {signatory}}}\n", Plan).endswith(
        ": TM, KT, TL, TUQ, Q"
    )


def test_a_name_inside_a_style_is_not_offered() -> None:
    sheet = (
        "face: A\nlanguage: vi-VN\npages: {}\nparagraphs: {a: {label: A, name: b}}\npage_number: a\ncell_padding: 1\n"
    )
    assert "“name”" not in hint(sheet, DeclaredSheet)
