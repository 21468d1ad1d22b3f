"""A run as a log in SARIF 2.1.0, for code scanning and viewers.

What has no place in a file is no result: code scanning refuses a result without location. The trouble of a run, and
what belongs to no plan, are notifications of the invocation.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from cchc.diagnostics import Diagnostic, Edit, Language, Rule, Wording
from cchc.patterns import deferred
from cchc.report.explained import explained
from cchc.report.json_text import json_text
from cchc.report.result import Found, Region, Result, exact_region_of, portable, region_of
from cchc.source import Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_PLACEHOLDER = deferred(r"\{[^{}]*\}")
_ABSOLUTE = deferred(r"/|[A-Za-z]:/")


def sarif_log(result: Result) -> str:
    """The text of the log, its messages in the language of the run."""
    indices = {rule.code: index for index, rule in enumerate(result.rules)}
    located = [found for found in result.found if _is_result(found)]
    beside = [found for found in result.found if not _is_result(found)]
    run = {
        "tool": {
            "driver": {
                "name": "cchc",
                "version": result.version,
                "semanticVersion": result.version,
                "language": result.language,
                "rules": [_rule(rule, result.language) for rule in result.rules],
            }
        },
        "language": result.language,
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not any(found.trouble for found in result.found),
                "exitCode": result.exit_code,
                "toolExecutionNotifications": [_notification(found, indices, result.language) for found in beside],
            }
        ],
        "artifacts": [{"location": _artifact(plan.file), "roles": ["analysisTarget"]} for plan in result.plans],
        "results": [_result(found, indices, result.language) for found in located],
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _is_result(found: Found) -> bool:
    return not found.trouble and (found.diagnostic.span is not None or bool(found.plans))


def _rule(rule: Rule, language: Language) -> dict[str, Any]:
    described = _message(_without_values(rule.message).in_(language))
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": described,
        **({"fullDescription": _message(rule.reason.in_(language))} if rule.reason else {}),
        "help": _message(_without_values(rule.hint).in_(language)) if rule.hint else described,
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _without_values(wording: Wording) -> Wording:
    """The words of a rule as they stand for every case; a pair of doubled braces is a brace there."""
    return Wording(*(_braces(_PLACEHOLDER.sub("…", _kept(text))) for text in wording))


def _kept(text: str) -> str:
    return text.replace("{{", "\x02").replace("}}", "\x03")


def _braces(text: str) -> str:
    return text.replace("\x02", "{").replace("\x03", "}")


def _result(found: Found, indices: dict[str, int], language: Language) -> dict[str, Any]:
    diagnostic = found.diagnostic
    span = diagnostic.span
    physical = _physical(span) if span else {"artifactLocation": _artifact(found.plans[0].file)}
    return {
        **_descriptor("ruleId", "ruleIndex", diagnostic.code, indices),
        "level": diagnostic.severity.value,
        "message": _message(explained(diagnostic, language)),
        "locations": [{"physicalLocation": physical}],
        "relatedLocations": _related(diagnostic, language),
        "fixes": [{"artifactChanges": _changes(diagnostic.edits)}] if diagnostic.edits else [],
    }


def _related(diagnostic: Diagnostic, language: Language) -> list[dict[str, Any]]:
    return [
        {"id": number, "physicalLocation": _physical(other.span), "message": _message(other.message.in_(language))}
        for number, other in enumerate(diagnostic.related, start=1)
    ]


def _changes(edits: Sequence[Edit]) -> list[dict[str, Any]]:
    """The edits file by file."""
    files: dict[str, list[dict[str, Any]]] = {}
    for edit in edits:
        replacement = {"deletedRegion": _region(exact_region_of(edit.span)), "insertedContent": {"text": edit.text}}
        files.setdefault(edit.span.source.name, []).append(replacement)
    return [{"artifactLocation": _artifact(name), "replacements": changes} for name, changes in files.items()]


def _notification(found: Found, indices: dict[str, int], language: Language) -> dict[str, Any]:
    diagnostic = found.diagnostic
    where = [_physical(diagnostic.span)] if diagnostic.span else []
    where = where or [{"artifactLocation": _artifact(plan.file)} for plan in found.plans]
    return {
        "associatedRule": _descriptor("id", "index", diagnostic.code, indices),
        "level": diagnostic.severity.value,
        "message": _message(explained(diagnostic, language)),
        "locations": [{"physicalLocation": place} for place in where],
    }


def _descriptor(id_key: str, index_key: str, code: str, indices: dict[str, int]) -> dict[str, Any]:
    return {id_key: code, **({index_key: indices[code]} if code in indices else {})}


def _physical(span: Span) -> dict[str, Any]:
    return {"artifactLocation": _artifact(span.source.name), "region": _region(region_of(span))}


def _region(region: Region) -> dict[str, int]:
    return {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
    }


def _artifact(name: str) -> dict[str, str]:
    """A relative reference. Of an absolute path, as of another drive, only the file's name leaves the machine."""
    path = portable(name)
    if _ABSOLUTE.match(path):
        path = path.rpartition("/")[2]
    return {"uri": quote(path, safe="/")}


def _message(text: str) -> dict[str, str]:
    """``text`` as it reads: doubled braces are braces (3.11.5), and ``[words](target)`` would be a link (3.11.6)."""
    return {"text": text.replace("{", "{{").replace("}", "}}").replace("](", "\\](")}
