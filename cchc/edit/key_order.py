"""The order in which keys stand: the house style of the plans of the real acts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from cchc.model.fields import ROW_KEYS
from cchc.source import KeyPath

_Entry = TypeVar("_Entry")

KEYS = (
    # what it is; of a layout, how its page looks
    *("id", "period", "jurisdiction", "implements", "kind", "at", "depth", "orientation", "form", "mark"),
    "column_numbers",
    # the act
    *("issuer", "parent", "issued_by", "authority", "symbol", "place", "number", "date", "act", "subject"),
    *("bases", "proposal", "articles", "recipients", "archive", "signatory", "on_behalf"),
    # headings, and what they are counted and drawn by
    *("title", "agency", "name", "label", "theme", "reform", "serves", "type", "by", "choices", "words", "zero_tens"),
    *("style", "restart", "cells", "show", "to", "layout", "caption", "unit", "notes", "source"),
    *("numbering", "decimal", "footnotes", "fields"),
    # prose
    *("printed", "bodies", "opening", "text", "bullets", "points", "clauses", "numbers", "content", "objectives"),
    *("table", "body", "sections", "closing", "duty_of", "enforcement", "carries", "kpis", "layouts", "appendices"),
    *("captions", "letters"),
    # columns
    *("each", "many", "sum", "align", "width", "columns"),
    # cells
    *("score", "max", "achieved", "baseline", "bound", "indicator", "output", "verification", "measures", "budget"),
    *("target", "lead", "support", "start", "end", "when", "note", "as_above", "parts", "total", "totals"),
    # rows
    *("defaults", "rows", *ROW_KEYS),
)
"""Every key of the plan language. In one mapping they stand in this order."""

FREE = frozenset({"fields", "footnotes", "kpis", "layouts", "on_behalf"})
"""The keys below which the author chooses the names, and the order: ``on_behalf`` prints in the order written."""

_RANKS = {key: rank for rank, key in enumerate(KEYS)}
# Rows print in the order in which they were written, whatever they are called.
_RANKS.update(dict.fromkeys(ROW_KEYS, _RANKS[ROW_KEYS[0]]))


def is_free(path: KeyPath) -> bool:
    """Whether the keys of the mapping at ``path`` are the author's own names."""
    return bool(path) and path[-1] in FREE


def in_house_order(entries: Sequence[_Entry], key: Callable[[_Entry], str]) -> list[_Entry]:
    """``entries`` of one mapping by the rank of their keys; one that the language does not know follows the one above.

    Where nothing ranks two entries, as rows of different names, they stay as they were written.
    """
    ranks: list[int] = []
    for entry in entries:
        ranks.append(_RANKS.get(key(entry), ranks[-1] if ranks else -1))
    order = sorted(range(len(entries)), key=ranks.__getitem__)
    return [entries[index] for index in order]
