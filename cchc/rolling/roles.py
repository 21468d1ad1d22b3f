"""What the texts of a plan are to whoever moves it on: titles, times, bodies, prose, or nothing that a year changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from cchc.model.blocks import LIST_KINDS
from cchc.model.fields import FieldKind
from cchc.source import KeyPath

Role: TypeAlias = Literal["title", "when", "month", "bodies", "basis", "proposal", "prose", "still"]

_ROLES: Mapping[str, Role] = {
    **dict.fromkeys(("title", "subject", "caption"), "title"),
    "when": "when",
    **dict.fromkeys(("start", "end"), "month"),
    **dict.fromkeys(("lead", "support", "agency", "duty_of", "bodies", "recipients"), "bodies"),
    "bases": "basis",
    "proposal": "proposal",
    **dict.fromkeys(
        ("id", "period", "jurisdiction", "implements", "kind", "symbol", "number", "date", "archive", "numbering"),
        "still",
    ),
    **dict.fromkeys(
        ("score", "budget", "as_above", "serves", "layout", "label", "reform", "total", "carries"), "still"
    ),
    **dict.fromkeys(("decimal", "rows", "name", "bound", "unit", "layouts"), "still"),
}
_OF_KIND: Mapping[FieldKind, Role] = {"body": "bodies", "when": "when", "number": "still", "money": "still"}
_INNER = frozenset({"text", "closing", "content", "printed", "max", "achieved", "target", *LIST_KINDS})
"""Keys of what a text may be part of, whatever the whole is."""


def role_of(path: KeyPath, declared: Mapping[str, FieldKind]) -> Role:
    """The role of the text at ``path``; ``declared`` are the kinds of the fields that layouts bring."""
    if path[0] in ("layouts", "numbering"):
        return "still"
    if path[:2] == ("act", "signatory"):
        return "still" if path[-1] == "name" else "prose"
    for step, above in zip(reversed(path), (*reversed(path[:-1]), None), strict=False):
        if not isinstance(step, str) or (step in _INNER and above != "fields"):
            continue
        if above == "fields":
            return _OF_KIND.get(declared.get(step, "text"), "prose")
        return _ROLES.get(step, "prose")
    return "prose"
