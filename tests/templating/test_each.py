"""The filter ``each``: every value through a macro, one that comes again without a further call."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import pytest

from cchc.diagnostics import Diagnostic
from cchc.document.nodes import Document
from cchc.source import Source
from cchc.templating.rendering import render

MACRO = "{% macro m(word, style, loud) %}<p style='{{ style }}'>{{ word | upper if loud else word }}</p>{% endmacro %}"


class Words(NamedTuple):
    words: tuple[str, ...]


def made(section: str, words: tuple[str, ...]) -> tuple[Document | None, list[Diagnostic]]:
    """What a template prints that has ``MACRO`` and, in its section, ``section``."""
    text = f"{MACRO}<document title='t'><section>{section}</section></document>"
    templates: Mapping[str, Source] = {"document.xml.j2": Source("document.xml.j2", text)}
    return render(Words(words), templates.get, ("a", "b"))


def printed(section: str, *words: str) -> list[tuple[str, str]]:
    """The paragraphs, with their styles."""
    document, found = made(section, words)
    assert found == []
    assert document is not None
    return [(paragraph.style, paragraph.text) for paragraph in document.paragraphs()]


def test_every_value_prints_in_its_order_whether_it_came_before_or_not() -> None:
    assert printed("{{ document.words | each(m, 'a', false) }}", "x", "y", "x", "<&") == [
        ("a", "x"),
        ("a", "y"),
        ("a", "x"),
        ("a", "<&"),
    ]


def test_other_arguments_are_another_print() -> None:
    calls = ("'a', false", "'b', false", "'a', true", "'a', false")
    assert printed("".join(f"{{{{ document.words | each(m, {call}) }}}}" for call in calls), "x") == [
        ("a", "x"),
        ("b", "x"),
        ("a", "X"),
        ("a", "x"),
    ]


def test_equal_arguments_that_print_otherwise_are_not_confused() -> None:
    section = "{{ document.words | each(m, 'a', false) }}{{ document.words | each(m, 'a', 0) }}"
    words = "{% macro m(word, style, loud) %}<p style='{{ style }}'>{{ word }}{{ loud }}</p>{% endmacro %}"
    assert printed(words + section, "x") == [("a", "xFalse"), ("a", "x0")]


def test_more_values_than_are_kept() -> None:
    words = [f"w{index}" for index in range(5_000)] * 2
    assert printed("{{ document.words | each(m, 'a', false) }}", *words) == [("a", word) for word in words]


def test_nothing_prints_of_no_values() -> None:
    assert printed("{{ document.words | each(m, 'a', false) }}") == []


@pytest.mark.parametrize(
    ("macro", "code"),
    [("document.words", "T104"), ("'m'", "T104"), ("nothing", "T102")],
)
def test_what_is_no_macro_is_refused(macro: str, code: str) -> None:
    _, found = made(f"{{{{ document.words | each({macro}, 'a', false) }}}}", ("x",))
    assert [diagnostic.code for diagnostic in found] == [code]


def test_an_undefined_argument_is_told() -> None:
    _, found = made("{{ document.words | each(m, nothing, false) }}", ("x",))
    assert [diagnostic.code for diagnostic in found] == ["T102"]


def test_a_fault_inside_is_told_where_it_stands() -> None:
    section = "\n{% macro bad(word) %}\n{{ word.letters }}{% endmacro %}{{ document.words | each(bad) }}"
    _, found = made(section, ("x",))
    assert [(each.code, each.span and each.span.line) for each in found] == [("T104", 3)]
