"""A layout against itself: what its columns, rows and totals speak of is there."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.diagnostics import Diagnostic, excerpt, has_errors
from cchc.loader import declaration_rules, layout_rules, rules
from cchc.loader.loading import Load, load
from cchc.model.fields import NUMERIC, SHOWN_FIELDS, TITLE, kind_of
from cchc.model.layout import Column, Layout
from cchc.model.row_rules import END, NEVER, RowRule, RowRules
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
    yield from check_rules(layout.rows, places, (*path, "rows"), layout)
    yield from _lines(layout, path, places)
    for index, total in enumerate(layout.totals):
        summed = {column.prints.field for column in layout.grid if column.sum}
        for name in read_show(total.words).fields:
            base, _, year = name.partition(".")
            by_year = _is_by_year(base, layout)
            if (base if by_year and year else name) not in summed or (by_year and not year):
                yield _unknown(name, summed, (*path, "totals", index, "words"), places)


def _columns(
    columns: tuple[Column, ...],
    path: KeyPath,
    layout: Layout,
    known: frozenset[str],
    places: SourceMap,
    *,
    repeated: bool = False,
) -> Iterator[Diagnostic]:
    for index, column in enumerate(columns):
        here = (*path, index)
        yield from _shown(column.prints.fields, (*here, "show"), known, layout, places)
        yield from _years(column, here, layout, places, repeated=repeated)
        if column.sum and kind_of(column.prints.field, layout.fields) not in NUMERIC:
            yield layout_rules.NO_SUM.at(places.value((*here, "sum")), label=column.label)
        inner = repeated or column.each is not None
        yield from _columns(column.columns, (*here, "columns"), layout, known, places, repeated=inner)


def _lines(layout: Layout, path: KeyPath, places: SourceMap) -> Iterator[Diagnostic]:
    """Total rows of lines, and total rows without a sum, which would say nothing."""
    if layout.totals and layout.form == "lines":
        yield declaration_rules.TOTALS_OF_LINES.at(places.key((*path, "totals")))
    # Words that name a column say themselves which one lacks its sum.
    elif layout.totals and not any(column.sum for column in layout.grid) and not any(t.words for t in layout.totals):
        yield declaration_rules.NOTHING_SUMMED.at(places.key((*path, "totals")))


def _years(column: Column, path: KeyPath, layout: Layout, places: SourceMap, *, repeated: bool) -> Iterator[Diagnostic]:
    """A value by year without a year to print it in, years of what has no values by year.

    ``repeated``: a heading around the column is repeated by year.
    """
    by_year = [name for name in column.prints.fields if name in layout.fields and layout.fields[name].by == "year"]
    shows_years = bool(by_year) and column.show == by_year[0]
    heads = bool(column.columns) and column.show is None
    if column.each and (repeated or not (heads or shows_years)):
        yield declaration_rules.NO_YEARS.at(places.value((*path, "each")), label=column.label)
    elif repeated and not (heads or shows_years):
        yield declaration_rules.NO_YEARS.at(places.value((*path, "show")), label=column.label)
    elif by_year and not (column.each or repeated):
        yield declaration_rules.YEARS_UNSEEN.at(places.value((*path, "show")).of(by_year[0]), field=by_year[0])


def check_rules(row_rules: RowRules, places: SourceMap, path: KeyPath, layout: Layout) -> Iterator[Diagnostic]:
    """Cells and restarts of the ``row_rules`` at ``path`` that ``layout`` has no columns or labels for."""
    known = frozenset((*SHOWN_FIELDS, *layout.fields))
    labels = {each.label for some in (layout.rows, row_rules) for _, _, each in some.each() if each.label}
    for key, depth, rule in row_rules.each():
        here = _rule_path(path, key, depth, places)
        yield from _rule(rule, here, layout, known, places)
        if rule.restart is not None and rule.restart != NEVER and rule.restart not in labels:
            yield _unknown(rule.restart, {*labels, NEVER}, (*here, "restart"), places)


def _rule(
    rule: RowRule, path: KeyPath, layout: Layout, known: frozenset[str], places: SourceMap
) -> Iterator[Diagnostic]:
    if not isinstance(rule.cells, tuple) or not rule.cells:
        return
    grid, at = layout.grid, 0
    seen: list[str] = []
    for index, cell in enumerate(rule.cells):
        here = (*path, "cells", index)
        shown_at = here if isinstance(cell, str) else (*here, "show")
        fields = read_show(cell if isinstance(cell, str) else cell.show).fields
        yield from _shown(fields, shown_at, known, layout, places)
        if at >= len(grid):
            yield declaration_rules.BEYOND_COLUMNS.at(places.value(here))
        twice = next((name for name in fields if name in seen), None)
        if twice is not None:
            yield layout_rules.SHOWN_TWICE.at(places.value(shown_at).of(twice), detail=twice)
        seen += fields
        to = None if isinstance(cell, str) else cell.to
        ahead = {name: at + place for place, column in enumerate(grid[at:], 1) for name in column.prints.fields}
        if to is not None and to != END and to not in ahead:
            yield _unknown(to, {*ahead, END}, (*here, "to"), places)
        at = len(grid) if to == END else ahead.get(to or "", at + 1)
    rest = [name for column in grid[at:] for name in column.prints.fields]
    twice = next((name for name in rest if name in seen), None)
    if twice is not None:
        yield layout_rules.SHOWN_TWICE.at(places.value((*path, "cells")), detail=twice)
    if TITLE not in (*seen, *rest):
        yield layout_rules.NO_TITLES.at(places.key((*path, "cells")))


def _rule_path(path: KeyPath, key: str, index: int, places: SourceMap) -> KeyPath:
    """Where a rule of the rules at ``path`` stands: a single one may be written without a list."""
    listed = (*path, key, index)
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
