"""Broken templates: each fault is one diagnostic, at the template and line where it stands."""

from __future__ import annotations

import pytest

from cchc.diagnostics import Diagnostic, Rule
from cchc.templating import faults, rendering
from tests.printing import rendered, shipped, small_plan

DECISION = "decision.xml.j2"
TYPE = '<p style="type-name">QUYẾT ĐỊNH</p>'
SUBJECT = "act.subject"
TABLE = "table.xml.j2"

FAULTS = {
    "an unknown element": (DECISION, TYPE, TYPE.replace("<p ", "<para ").replace("</p", "</para"), "T201"),
    "an element in the wrong place": (DECISION, TYPE, "<b>QUYẾT ĐỊNH</b>", "T202"),
    "an unknown attribute": (DECISION, TYPE, TYPE.replace("style", "stile"), "T203"),
    "no style": (DECISION, TYPE, "<p>QUYẾT ĐỊNH</p>", "T204"),
    "a bad value": (DECISION, TYPE, TYPE.replace(">Q", ' rule="4">Q'), "T205"),
    "a value that is no number": (DECISION, TYPE, TYPE.replace(">Q", ' rule="nan">Q'), "T205"),
    "an unknown style": (DECISION, TYPE, TYPE.replace("type-name", "type-nam"), "T206"),
    "text outside paragraphs": (DECISION, TYPE, f"{TYPE} chữ lạc", "T207"),
    "an element left open": (DECISION, TYPE, TYPE.removesuffix("</p>"), "T208"),
    "a bare less-than sign": (DECISION, TYPE, TYPE.replace("ĐỊNH<", "< ĐỊNH<"), "T209"),
    "a bare ampersand": (DECISION, TYPE, TYPE.replace("ĐỊNH<", "& ĐỊNH<"), "T209"),
    "an entity": (DECISION, TYPE, TYPE.replace("ĐỊNH<", "&nbsp;ĐỊNH<"), "T209"),
    "a document type": (DECISION, TYPE, f"<!DOCTYPE a>{TYPE}", "T209"),
    "a processing instruction": (DECISION, TYPE, f"<?php x?>{TYPE}", "T209"),
    "a cell too many": (
        TABLE,
        '<row header="yes">{% for number',
        '<row header="yes"><cell></cell>{% for number',
        "T210",
    ),
    "half a bracket": (DECISION, SUBJECT, "act.subject }", "T101"),
    "an undefined value": (DECISION, SUBJECT, "act.subjct", "T102"),
    "a value that exists nowhere": (DECISION, SUBJECT, "nothing", "T102"),
    "an undefined value in a condition": (DECISION, TYPE, f"{{% if act.prent %}}{{% endif %}}{TYPE}", "T102"),
    "a template that is not there": (DECISION, TYPE, '{% include "khong-co.xml.j2" %}', "T103"),
    "Python's attributes": (DECISION, SUBJECT, "act.__class__", "T104"),
    "Python's attributes by subscription": (DECISION, SUBJECT, 'act.subject["__class__"]', "T104"),
    "methods of texts": (DECISION, SUBJECT, 'act.subject.format("x")', "T104"),
    "methods of texts by subscription": (DECISION, SUBJECT, 'act.subject["format"]("x")', "T104"),
    "texts multiplied": (DECISION, SUBJECT, "(act.subject * 1000000000)", "T104"),
    "powers": (DECISION, SUBJECT, "(9 ** 9 ** 9)", "T104"),
    "an unknown filter": (DECISION, SUBJECT, "act.subject | uper", "T104"),
    "the filter that trusts text": (DECISION, SUBJECT, "act.subject | safe", "T104"),
    "escaping turned off": (DECISION, TYPE, f"{{% autoescape false %}}{TYPE}{{% endautoescape %}}", "T104"),
    "an impossible calculation": (DECISION, SUBJECT, '(1 / "a")', "T105"),
    "a template that includes itself": (
        DECISION,
        '<section opens="document">',
        '{% include "decision.xml.j2" %}',
        "T107",
    ),
    "a macro that calls itself": (DECISION, TYPE, "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "T107"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_said_at_its_line(fault: str) -> None:
    name, old, new, code = FAULTS[fault]
    text = shipped(name)
    assert text.count(old) >= 1
    (found,) = said({name: text.replace(old, new, 1)})
    assert found.code == code
    assert place(found) == (name, text[: text.index(old)].count("\n") + 1)


def test_a_statement_left_open_is_a_fault_of_its_file() -> None:
    (found,) = said({DECISION: shipped(DECISION).replace(TYPE, f"{{% if act.parent %}}{TYPE}")})
    assert found.code == "T101"
    assert found.span is not None
    assert found.span.source.name == DECISION


def test_a_rowspan_that_runs_out_of_its_table_is_a_fault() -> None:
    row = '<row><cell rowspan="2" colspan="{{ table.widths | length }}"></cell></row>'
    (found,) = said({TABLE: shipped(TABLE).replace("</table>", f"{row}</table>")})
    assert found.code == "T210"


def test_an_unknown_filter_where_it_may_never_run_is_a_fault_too() -> None:
    text = shipped(DECISION)
    old = "{{ act.authority | upper | balanced(50) }}"
    (found,) = said({DECISION: text.replace(old, "{{ act.authority | uper | balanced(50) }}")})
    assert (found.code, place(found)) == ("T104", (DECISION, text[: text.index(old)].count("\n") + 1))
    assert "uper" in found.message.vi


def test_an_empty_entry_template_is_a_fault() -> None:
    (found,) = said({"document.xml.j2": ""})
    assert found.code == "T209"


def test_a_second_document_is_a_fault() -> None:
    text = shipped("document.xml.j2")
    (found,) = said({"document.xml.j2": text + '<document title="x"/>'})
    assert (found.code, place(found)) == ("T209", ("document.xml.j2", text.count("\n") + 1))


def test_a_template_that_prints_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "LIMIT", 1000)
    (found,) = said({})
    assert found.code == "T106"


def test_every_fault_has_a_case() -> None:
    codes = {rule.code for rule in vars(faults).values() if isinstance(rule, Rule)}
    assert codes - {code for *_, code in FAULTS.values()} == {"T106"}


def test_unix_and_windows_line_ends_print_the_same() -> None:
    windows = {DECISION: shipped(DECISION).replace("\n", "\r\n")}
    assert rendered(small_plan(), windows) == rendered(small_plan())


def said(changed: dict[str, str]) -> list[Diagnostic]:
    document, found = rendered(small_plan(), changed)
    assert document is None
    return found


def place(found: Diagnostic) -> tuple[str, int] | None:
    return (found.span.source.name, found.span.line) if found.span else None
