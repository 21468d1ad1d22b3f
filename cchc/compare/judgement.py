"""What weighs in a difference: what somebody must do or answer for, and what only reads or looks otherwise."""

from __future__ import annotations

from typing import Literal, TypeAlias

from cchc.diff.facts import Extent, Fact, Kind, What

Weight: TypeAlias = Literal["substantive", "editorial"]
"""``substantive``: whoever approves the plan decides on it. ``editorial``: the same is said, in another form."""

_EDITORIAL_EXTENTS: frozenset[Extent] = frozenset({"spelling", "years", "names"})
"""Letters and signs; years that moved on with the plan's; the same bodies in other words."""
_EDITORIAL_KINDS: frozenset[Kind] = frozenset({"reordered"})
"""All of it is still there, under the same heading."""
_EDITORIAL_PARTS: frozenset[What] = frozenset({"layout", "numbering", "archive"})
"""How tables are drawn, how parts are numbered, where the act is filed."""
_IDENTITY = frozenset({"number", "date", "place", "symbol"})
"""What tells one act from another: two acts never share them."""
_UNPRINTED = frozenset({"reform", "name"})
"""What a plan says for the program and does not print: nobody signs it."""


def weight(fact: Fact) -> Weight:
    """How much ``fact`` weighs, by what happened and to what."""
    return "editorial" if _is_editorial(fact) else "substantive"


def _is_editorial(fact: Fact) -> bool:
    if fact.kind in _EDITORIAL_KINDS or fact.what in _EDITORIAL_PARTS:
        return True
    if fact.kind in ("moved", "split", "merged"):
        # Their texts may be alike; that they stand elsewhere, or are several, is what the fact says.
        return False
    if fact.extent in _EDITORIAL_EXTENTS:
        return True
    if fact.what == "act":
        return fact.field in _IDENTITY
    if fact.what == "group":
        return fact.field == "total"
    return fact.what in ("section", "kpi") and fact.field in _UNPRINTED
