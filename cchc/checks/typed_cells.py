"""Words that a layout prints around a cell, typed into the cell besides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.checks.context import Context
from cchc.checks.typed import TYPED_WORDS
from cchc.diagnostics import Diagnostic, excerpt
from cchc.language.folding import fold
from cchc.model.inheritance import placed_rows
from cchc.model.layout import Column

_SIGNS = " -–—+•:"


def check_typed_cells(context: Context) -> Iterator[Diagnostic]:
    """Cells that begin with the words which their column prints before them, such as “Chủ trì:”."""
    for path, table, layout in context.tables():
        leads = dict(_leads(layout.grid))
        if not leads:
            continue
        for placed in placed_rows(table):
            for name, lead in leads.items():
                value = placed.cells.get(name)
                typed = _typed(value, lead) if isinstance(value, str) and name not in placed.merged else ""
                if typed and isinstance(value, str):
                    place = context.places.value((*path, *placed.where(name)))
                    yield TYPED_WORDS.at(place.of(typed), typed=typed, rest=excerpt(value[len(typed) :].strip()))


def _leads(columns: tuple[Column, ...]) -> Iterator[tuple[str, str]]:
    """The fields before which a column prints words, with these."""
    for column in columns:
        for line in column.prints.lines:
            for words, field in zip(line.words, line.fields, strict=False):
                if lead := words.strip(_SIGNS):
                    yield field, lead


def _typed(value: str, lead: str) -> str:
    """The beginning of ``value`` that says ``lead``, with the colon behind it; empty where it does not."""
    found = re.match(r"[\s\-–—+•]*([^:]*):\s*", value)
    return found[0].rstrip() if found and fold(found[1].strip()) == fold(lead) else ""
