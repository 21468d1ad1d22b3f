"""What changed between two plans as one JSON document of our own; ``differences.schema.json`` says what is in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pkgutil import get_data
from typing import Any

from cchc.compare.comparison import Comparison, Entry, Held, LeftOut, Place, Subject, Version
from cchc.compare.counting import Balance, balances
from cchc.compare.judgement import Weight
from cchc.compare.left_out import left_out
from cchc.compare.wording import headline, note
from cchc.diagnostics import Wording
from cchc.diff.facts import BodyChange, Fact, FigureChange, Side
from cchc.report.json_text import json_text
from cchc.report.result import portable

FORMAT = 1
"""Raised when a reader of the former document would be misled; new keys alone do not raise it."""


def differences_document(
    shown: Comparison, whole: Comparison, only: Weight | None, version: str, exit_code: int
) -> str:
    """The text of the document about ``shown``: the entries of ``whole`` that weigh ``only`` so (absent: all)."""
    return json_text(
        {
            "format": FORMAT,
            "tool": {"name": "cchc", "version": version},
            "command": "diff",
            "exit_code": exit_code,
            "only": only,
            "old": _version(whole.old),
            "new": _version(whole.new),
            "counts": _counts(shown, whole),
            "agencies": [_balance(each) for each in balances(shown.entries)],
            "not_compared": [_left_out(each) for each in whole.not_compared],
            "differences": [_entry(entry) for entry in shown.entries],
        }
    )


def differences_schema() -> str:
    """The JSON Schema of the document, as a file holds it."""
    return (get_data("cchc.report", "differences.schema.json") or b"").decode("utf-8")


def _version(version: Version) -> dict[str, Any]:
    return {
        "id": version.id,
        "file": portable(version.name),
        "title": version.title,
        "period": version.period,
        "number": version.number,
        "date": version.date,
    }


def _counts(shown: Comparison, whole: Comparison) -> dict[str, Any]:
    weights = Counter(entry.weight for entry in shown.entries)
    return {
        "differences": len(shown.entries),
        "substantive": weights["substantive"],
        "editorial": weights["editorial"],
        "left_out": len(whole.entries) - len(shown.entries),
        "kinds": dict(sorted(Counter(entry.fact.kind for entry in shown.entries).items())),
    }


def _balance(balance: Balance) -> dict[str, Any]:
    return {
        "name": balance.agency,
        "gained": balance.gained,
        "lost": balance.lost,
        "from_by_law": [{"name": name, "tasks": tasks} for name, tasks in balance.heir_of],
        "to_by_law": [{"name": name, "tasks": tasks} for name, tasks in balance.heirs],
    }


def _left_out(part: LeftOut) -> dict[str, Any]:
    return {
        "side": part.side,
        "what": part.what,
        "cell": part.field,
        "rows": part.rows,
        "tables": list(part.tables),
        "places": [_place(place) for place in part.places],
        "message": _wording(left_out(part)),
    }


def _entry(entry: Entry) -> dict[str, Any]:
    fact = entry.fact
    return {
        "kind": fact.kind,
        "what": fact.what,
        "cell": fact.field,
        "weight": entry.weight,
        "extent": fact.extent if fact.words or fact.bodies or fact.extent != "words" else None,
        "part": entry.part,
        "headings": list(entry.field),
        "headline": _wording(headline(entry)),
        "note": _wording(note(entry)),
        "old": _side(fact.old, entry.old_place, entry.old_subject),
        "new": _side(fact.new, entry.new_place, entry.new_subject),
        **_particulars(fact),
        "agencies": list(entry.agencies),
        "gained": list(entry.gained),
        "lost": list(entry.lost),
        "succeeded": [{"from": old, "to": new} for old, new in entry.succeeded],
        "moved": {"from": entry.moved[0], "to": entry.moved[1]} if entry.moved else None,
        "cells": dict(entry.cells),
        "others": [_held(held) for held in entry.others],
    }


def _particulars(fact: Fact) -> dict[str, Any]:
    """What only facts of some kinds have."""
    return {
        "words": [{"old": [*words[:2]], "new": [*words[2:]]} for words in fact.words],
        "bodies": [_body(change) for change in fact.bodies],
        "figure": _figure(fact.figure) if fact.figure else None,
        "months": fact.months,
    }


def _body(change: BodyChange) -> dict[str, Any]:
    return {"old": change.old, "new": change.new, "by_law": change.succeeds, "in_part": change.partial}


def _figure(change: FigureChange) -> dict[str, Any]:
    return {"name": change.name, "old": _stretch(change.old), "new": _stretch(change.new)}


def _stretch(stretch: Iterable[int] | None) -> list[int] | None:
    return None if stretch is None else [*stretch]


def _side(side: Side | None, place: Place | None, subject: Subject | None) -> dict[str, Any] | None:
    """One plan's side of a fact: the text and its place, and the part that it belongs to; None where it has neither."""
    if side is None and subject is None:
        return None
    return {
        "text": side.text if side else None,
        "path": [*side.path] if side else None,
        "place": _place(place) if place else None,
        "of": _subject(subject) if subject else None,
    }


def _subject(subject: Subject) -> dict[str, Any]:
    place = _place(subject.place) if subject.place else None
    return {"what": subject.what, "label": subject.label, "text": subject.text, "place": place}


def _held(held: Held) -> dict[str, Any]:
    return {
        "what": held.what,
        "label": held.label,
        "text": held.text,
        "depth": held.depth,
        "leads": list(held.leads),
        "place": _place(held.place),
    }


def _place(place: Place) -> dict[str, Any]:
    return {"file": portable(place.file), "line": place.line, "column": place.column}


def _wording(wording: Wording) -> dict[str, str] | None:
    return {"vi": wording.vi, "en": wording.en} if wording.vi else None
