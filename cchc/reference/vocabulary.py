"""Tables of the vocabulary: kinds of rows, fields that columns show, reform contents, shipped layouts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cchc.model.cells import Cells, Score
from cchc.model.fields import CELL_FIELDS, LABEL, ROW_KEYS, SHOWN_FIELDS, kind_of
from cchc.model.layout import Column, Layout
from cchc.model.reforms import TITLES
from cchc.model.row_rules import RowRule, RowRules
from cchc.model.rows import Row


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of Markdown."""
    lines = (head, ["---"] * len(head), *rows)
    return "\n".join("| " + " | ".join(cell.replace("|", r"\|") for cell in line) + " |" for line in lines)


def row_keys() -> str:
    """The kinds of rows, for a sentence."""
    return ", ".join(f"`{key}`" for key in ROW_KEYS)


def fields() -> str:
    """The fields that a column may show of every row, with the Vietnamese title and the kind of each."""
    return table(
        ("field", "tiếng Việt", "kind"), ((f"`{name}`", _title(name), kind_of(name, {})) for name in SHOWN_FIELDS)
    )


def _title(name: str) -> str:
    whole, _, inner = name.partition(".")
    if name == LABEL:
        return "Nhãn"
    title = (Cells if whole in CELL_FIELDS else Row).model_fields[whole].title
    return f"{title}: {Score.model_fields[inner].title}" if inner else title or ""


def reforms() -> str:
    """The reform contents with the beginnings of titles by which they are known."""
    rows = (
        (f"`{reform}`", "; ".join(title[0].upper() + title[1:] for title in titles))
        for reform, titles in TITLES.items()
    )
    return table(("reform", "a title that begins"), rows)


def layouts(shipped: Mapping[str, Layout]) -> str:
    """The shipped layouts with the headings and fields of their columns and the labels of their rows."""
    return table(
        ("layout", "columns", "rows"),
        (
            (f"`{name}`", "; ".join(map(_column, layout.columns)), _rules(layout.rows))
            for name, layout in shipped.items()
        ),
    )


def _column(column: Column) -> str:
    shown = ", ".join(f"`{field}`" for field in column.prints.fields)
    inner = f" ({'; '.join(map(_column, column.columns))})" if column.columns else ""
    return f"{column.label} {shown}".rstrip() + inner


def _rules(rules: RowRules) -> str:
    each = ((key, getattr(rules, key) or ()) for key in ROW_KEYS)
    return "; ".join(f"`{key}`: {', '.join(_labels(depths))}" for key, depths in each if depths)


def _labels(depths: tuple[RowRule, ...]) -> Iterator[str]:
    return (rule.label or "none" for rule in depths)
