"""The registry's data, as JSON or YAML holds it, made into facts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from cchc.registry.facts import Body, BodyClass, Office, Successor

Entry = Mapping[str, Any]


def body_from(entry: Entry) -> Body:
    """The body that ``entry`` describes. Raises KeyError, TypeError or ValueError where it is not a checked one."""
    plain = {key: entry[key] for key in _PLAIN_BODY_KEYS if key in entry}
    return Body(
        **plain,
        aliases=tuple(entry.get("aliases", ())),
        misspelled=tuple(entry.get("misspelled", ())),
        symbols=tuple(entry.get("symbols", ())),
        valid_from=_day(entry, "valid_from"),
        valid_to=_day(entry, "valid_to"),
        successors=tuple(Successor(**successor) for successor in entry.get("successors", ())),
    )


_PLAIN_BODY_KEYS = ("id", "name", "level", "confidence", "optional", "province", "gso_code", "named_after")


def class_from(entry: Entry) -> BodyClass:
    """The class of bodies that ``entry`` describes."""
    return BodyClass(entry["id"], entry["name"], tuple(entry.get("wordings", ())), entry.get("head"))


def office_from(entry: Entry) -> Office:
    """The office that ``entry`` describes."""
    return Office(
        entry["id"],
        entry["name"],
        tuple(entry.get("aliases", ())),
        entry.get("shared"),
        tuple(entry.get("symbols", ())),
    )


def _day(entry: Entry, key: str) -> date | None:
    written = entry.get(key)
    return None if written is None else date.fromisoformat(written)
