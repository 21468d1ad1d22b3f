"""A layout against itself: what its columns, rows and totals speak of is there."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.diagnostics import Diagnostic, excerpt, has_errors
from cchc.loader import layout_rules, rules
from cchc.loader.loading import Load, load
from cchc.model.fields import NUMERIC, SHOWN_FIELDS, kind_of
from cchc.model.layout import Column, Layout
from cchc.model.row_rules import END, NEVER, RowRule
from cchc.model.show import read_show
from cchc.source import KeyPath, Source, SourceMap
from cchc.suggestions import suggestion


def load_layout(source: Source) -> Load[Layout]:
    """The layout that ``source`` holds, with everything that is wrong in it."""
    loaded = load(source, Layout)
    if loaded.judgeable is None or loaded.places is None:
        return loaded
    said = (*loaded.diagnostics, *check_layout(loaded.judgeable, loaded.places))
    return loaded._replace(value=None if has_errors(said) else loaded.value, diagnostics=said)


def check_layout(layout: Layout, places: SourceMap, path: KeyPath = ()) -> Iterator[Diagnostic]:
    """Fields that nobody has, sums of what is no number, cells that reach for no column, in the layout at ``path``."""
    known = frozenset((*SHOWN_FIELDS, *layout.fields))
    yield from _columns(layout.columns, (*path, "columns"), layout, known, places)
    for key, depth, rule in layout.rows.each():
        yield from _rule(rule, _rule_path(path, key, depth, places), layout, known, places)
    for index, total in enumerate(layout.totals):
        summed = {column.prints.field for column in layout.grid if column.sum}
        for name in read_show(total.words).fields:
            base, _, year = name.partition(".")
            by_year = _is_by_year(base, layout)
            if (base if by_year and year else name) not in summed or (by_year and not year):
                yield _unknown(name, summed, (*path, "totals", index, "words"), places)


def _columns(
    columns: tuple[Column, ...], path: KeyPath, layout: Layout, known: frozenset[str], places: SourceMap
) -> Iterator[Diagnostic]:
    for index, column in enumerate(columns):
        here = (*path, index)
        yield from _shown(column.prints.fields, (*here, "show"), known, layout, places)
        if column.sum and kind_of(column.prints.field, layout.fields) not in NUMERIC:
            yield layout_rules.NO_SUM.at(places.value((*here, "sum")), label=column.label)
        yield from _columns(column.columns, (*here, "columns"), layout, known, places)


def _rule(
    rule: RowRule, path: KeyPath, layout: Layout, known: frozenset[str], places: SourceMap
) -> Iterator[Diagnostic]:
    for index, cell in enumerate(rule.own_cells):
        here = (*path, "cells", index)
        yield from _shown(read_show(cell.show).fields, (*here, "show"), known, layout, places)
        if cell.to is not None and cell.to != END and cell.to not in layout.shown:
            yield _unknown(cell.to, {*layout.shown, END}, (*here, "to"), places)
    if rule.restart is not None and rule.restart != NEVER:
        labels = {each.label for _, _, each in layout.rows.each() if each.label}
        if rule.restart not in labels:
            yield _unknown(rule.restart, {*labels, NEVER}, (*path, "restart"), places)


def _rule_path(path: KeyPath, key: str, index: int, places: SourceMap) -> KeyPath:
    """Where a rule stands: a single one may be written without a list."""
    listed = (*path, "rows", key, index)
    return listed if listed in places.values else listed[:-1]


def _shown(
    fields: tuple[str, ...], path: KeyPath, known: frozenset[str], layout: Layout, places: SourceMap
) -> Iterator[Diagnostic]:
    for name in fields:
        base, _, year = name.partition(".")
        if name not in known and not (year and _is_by_year(base, layout)):
            yield _unknown(name, known, path, places)


def _is_by_year(field: str, layout: Layout) -> bool:
    return field in layout.fields and layout.fields[field].by == "year"


def _unknown(name: str, known: set[str] | frozenset[str], path: KeyPath, places: SourceMap) -> Diagnostic:
    key = next(step for step in reversed(path) if isinstance(step, str))
    hint = suggestion(name, sorted(known))
    return rules.NO_CHOICE.at(places.value(path).of(name), key=key, value=excerpt(name), hint=hint)
