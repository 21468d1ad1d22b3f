"""A run as one JSON document of our own, in both languages; ``diagnostics.schema.json`` says what is in it."""

from __future__ import annotations

from pkgutil import get_data
from typing import Any

from cchc.diagnostics import Severity, Wording
from cchc.report.json_text import json_text
from cchc.report.result import Found, Region, Result, Told, exact_region_of, portable, region_of
from cchc.source import Span

FORMAT = 1
"""Raised when a reader of the former document would be misled; new keys alone do not raise it."""


def json_document(result: Result) -> str:
    """The text of the document."""
    names = {rule.code: rule.name for rule in result.rules}
    severities = [found.diagnostic.severity for found in result.found]
    return json_text(
        {
            "format": FORMAT,
            "tool": {"name": "cchc", "version": result.version},
            "command": result.command,
            "exit_code": result.exit_code,
            "checked": {"plans": len(result.plans), "tasks": result.tasks, "rules": result.applied},
            "counts": {severity.value: severities.count(severity) for severity in Severity},
            "plans": [_plan(plan, result) for plan in result.plans],
            "diagnostics": [_diagnostic(found, names) for found in result.found],
        }
    )


def json_schema() -> str:
    """The JSON Schema of the document, as a file holds it."""
    return (get_data("cchc.report", "diagnostics.schema.json") or b"").decode("utf-8")


def _plan(plan: Told, result: Result) -> dict[str, Any]:
    held = plan.statistics
    return {
        "id": plan.id,
        "file": portable(plan.file),
        "tasks": held.tasks if held else None,
        "kpis": held.kpis if held else None,
        "leads": held.leads if held else None,
        "written": [result.shown(path) for path in plan.written],
        "kept_aside": [result.shown(path) for path in plan.kept_aside],
        "unchanged": plan.unchanged,
        "pages": list(plan.pages),
    }


def _diagnostic(found: Found, names: dict[str, str]) -> dict[str, Any]:
    diagnostic = found.diagnostic
    return {
        "code": diagnostic.code,
        "name": names.get(diagnostic.code),
        "severity": diagnostic.severity.value,
        "trouble": found.trouble,
        "plans": [plan.id for plan in found.plans],
        "message": _wording(diagnostic.message),
        "hint": _wording(diagnostic.hint) if diagnostic.hint else None,
        "fix": diagnostic.fix,
        "edits": [
            {"place": _place(edit.span, exact_region_of(edit.span)), "text": edit.text} for edit in diagnostic.edits
        ],
        "place": _place(diagnostic.span, region_of(diagnostic.span)) if diagnostic.span else None,
        "related": [
            {"message": _wording(related.message), "place": _place(related.span, region_of(related.span))}
            for related in diagnostic.related
        ],
    }


def _wording(wording: Wording) -> dict[str, str]:
    return {"vi": wording.vi, "en": wording.en}


def _place(span: Span, region: Region) -> dict[str, Any]:
    return {
        "file": portable(span.source.name),
        "start": {"line": region.line, "column": region.column},
        "end": {"line": region.end_line, "column": region.end_column},
    }
