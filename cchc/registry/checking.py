"""Checks the data that people write before it is compiled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import Any

from cchc.registry.decoding import body_from, class_from, office_from
from cchc.registry.facts import CONFIDENCES, LEVELS, Body, BodyClass, Office
from cchc.registry.names import words_of

SECTIONS: dict[str, type[Body | BodyClass | Office]] = {"agencies": Body, "classes": BodyClass, "offices": Office}
"""The sections of the data and what their entries become; besides them it has ``heads``."""

NOTE = "note"
"""The key of remarks that only people read."""

_NEEDED = {"agencies": ("id", "name", "level", "confidence"), "classes": ("id", "name"), "offices": ("id", "name")}
_LISTS = frozenset(("aliases", "misspelled", "symbols", "successors", "wordings"))
_SUCCESSOR_KEYS = frozenset(("id", "scope", "partial"))


def problems(data: dict[str, Any]) -> Iterator[str]:
    """What is wrong with the data, in words for the person who keeps it; nothing where all is well."""
    shape = list(_shape_problems(data))
    yield from shape
    if shape:
        return
    bodies = [body_from(entry) for entry in data["agencies"]]
    classes = [class_from(entry) for entry in data["classes"]]
    offices = [office_from(entry) for entry in data["offices"]]
    yield from _repeated_ids(bodies, classes, offices)
    yield from _wrong_references(bodies)
    yield from _wrong_dates(bodies)
    yield from _repeated_forms(bodies)
    yield from _shared_names(bodies)


def _shape_problems(data: dict[str, Any]) -> Iterator[str]:
    for section in sorted(set(data) ^ {*SECTIONS, "heads"}, key=str):
        yield f"section {section!r} is unknown or missing"
    for section, entries in data.items():
        if not isinstance(entries, list):
            yield f"section {section!r} is no list"
        elif section in SECTIONS:
            for entry in entries:
                yield from _entry_problems(section, entry)
    heads = data.get("heads")
    for head in heads if isinstance(heads, list) else ():
        if not isinstance(head, str):
            yield f"heads: {head!r} is no text; an entry with keys belongs into {', '.join(SECTIONS)}"


def _entry_problems(section: str, entry: Any) -> Iterator[str]:
    if not isinstance(entry, dict):
        yield f"{section}: {entry!r} is no entry with keys"
        return
    name = entry.get("id", entry)
    for key in sorted(set(entry) - {*SECTIONS[section]._fields, NOTE}, key=str):
        yield f"{section}: {name}: unknown key {key!r}"
    for key in sorted(_LISTS & set(entry)):
        if not isinstance(entry[key], list):
            yield f"{section}: {name}: {key!r} is no list"
    for key in _NEEDED[section]:
        if not isinstance(entry.get(key), str):
            yield f"{section}: {name}: {key!r} is missing or not a text"
    if section == "agencies":
        yield from _value_problems(entry)


def _value_problems(entry: dict[str, Any]) -> Iterator[str]:
    name = entry.get("id")
    if entry.get("level") not in LEVELS:
        yield f"{name}: unknown level {entry.get('level')!r}"
    if entry.get("confidence") not in CONFIDENCES:
        yield f"{name}: unknown confidence {entry.get('confidence')!r}"
    for key in ("valid_from", "valid_to"):
        if key in entry and not _is_iso_date(entry[key]):
            yield f"{name}: {key} {entry[key]!r} is not a date in quotes, year-month-day"
    successors = entry.get("successors")
    for successor in successors if isinstance(successors, list) else ():
        if not isinstance(successor, dict) or not {"id", "scope"} <= set(successor) <= _SUCCESSOR_KEYS:
            yield f"{name}: successor {successor} needs id and scope, and may say partial"


def _is_iso_date(value: object) -> bool:
    if not isinstance(value, str):
        return False
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _repeated_ids(*sections: Sequence[Body | BodyClass | Office]) -> Iterator[str]:
    seen: set[str] = set()
    for entry in (entry for section in sections for entry in section):
        if entry.id in seen:
            yield f"{entry.id}: the id is used twice"
        seen.add(entry.id)


def _wrong_references(bodies: Sequence[Body]) -> Iterator[str]:
    by_id = {body.id: body for body in bodies}
    for body in bodies:
        for successor in body.successors:
            if successor.id not in by_id or successor.id == body.id:
                yield f"{body.id}: successor {successor.id} is not another body"
        if body.province is not None and getattr(by_id.get(body.province), "level", None) != "province_unit":
            yield f"{body.id}: {body.province} is not a province"


def _wrong_dates(bodies: Sequence[Body]) -> Iterator[str]:
    by_id = {body.id: body for body in bodies}
    for body in bodies:
        if body.valid_from and body.valid_to and body.valid_from >= body.valid_to:
            yield f"{body.id}: ends before it begins"
        for successor in (by_id[link.id] for link in body.successors if link.id in by_id):
            if body.valid_to and not successor.exists_on(body.valid_to):
                yield f"{body.id}: its successor {successor.id} does not exist on {body.valid_to}"


def _repeated_forms(bodies: Sequence[Body]) -> Iterator[str]:
    for body in bodies:
        seen: set[tuple[str, ...]] = set()
        for form in (body.name, *body.aliases, *body.misspelled):
            if words_of(form) in seen:
                yield f"{body.id}: {form!r} is read without being listed"
            seen.add(words_of(form))


def _shared_names(bodies: Sequence[Body]) -> Iterator[str]:
    owners: dict[tuple[str, ...], list[Body]] = {}
    for body in bodies:
        for form in (body.name, *body.aliases, *body.misspelled):
            owners.setdefault(words_of(form), []).append(body)
    for words, sharing in owners.items():
        for first, second in combinations(sharing, 2):
            if first.province == second.province and _exist_together(first, second):
                yield f"{first.id} and {second.id} are both called {' '.join(words)!r} at the same time"


def _exist_together(first: Body, second: Body) -> bool:
    latest_start = max(first.valid_from or date.min, second.valid_from or date.min)
    return first.exists_on(latest_start) and second.exists_on(latest_start)
