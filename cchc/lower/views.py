"""What templates see: the plan with every derived text in place, and no look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

LineKind: TypeAlias = Literal["section", "paragraph", "bullets", "points", "clauses", "numbers"]


@dataclass(frozen=True, slots=True)
class LineView:
    """A paragraph of prose with its derived ``label`` ("I.", "a)", "-"; empty where it has none).

    ``level`` counts headings from 1 for sections, and lists around the item from 1 for list items.
    ``keep_next``: it introduces what follows. ``last``: nothing follows it in its document.
    """

    kind: LineKind
    level: int
    label: str
    text: str
    keep_next: bool = False
    last: bool = False


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article: ``label`` is "Điều 1.", ``lines`` its paragraphs, ``last`` whether it is the decision's last."""

    label: str
    lines: tuple[LineView, ...]


@dataclass(frozen=True, slots=True)
class SignatureView:
    """The signature block: ``capacity`` are the lines over the signature, ``name`` may be empty in a draft."""

    capacity: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class ActView:
    """The act. What a draft leaves open is blank: no-break spaces as wide as offices leave."""

    kind: Literal["decision", "plan"]
    parent: str
    issuer_lines: tuple[str, ...]
    number: str
    symbol: str
    place: str
    date: str
    subject: str
    authority: str
    issued_by: str
    """Who issues the act, as the "Kèm theo" lines call it."""
    bases: tuple[str, ...]
    proposal: str
    articles: tuple[ArticleView, ...]
    recipients: tuple[LineView, ...]
    archive: str
    signature: SignatureView | None


@dataclass(frozen=True, slots=True)
class HeadCellView:
    """A cell of a table's heading."""

    text: str
    colspan: int
    rowspan: int


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell: the field that it shows, its paragraphs, the grid columns that it takes."""

    field: str
    lines: tuple[LineView, ...]
    colspan: int


@dataclass(frozen=True, slots=True)
class RowView:
    """A row: ``key`` is the plan's word for it, ``heading`` says that it only heads the rows below."""

    key: str
    level: int
    heading: bool
    upper: bool
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class TableView:
    """A table: ``widths`` are shares of 100, ``numbers`` the labels of the numbering row (empty: no such row)."""

    widths: tuple[float, ...]
    head: tuple[tuple[HeadCellView, ...], ...]
    numbers: tuple[str, ...]
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class AppendixView:
    """An appendix: ``name`` is "Phụ lục" where there is one, else "Phụ lục I" and so on."""

    name: str
    title: str
    orientation: Literal["portrait", "landscape"]
    table: TableView


@dataclass(frozen=True, slots=True)
class PlanView:
    """The plan itself: its title, theme and every paragraph in order."""

    title: str
    theme: str
    lines: tuple[LineView, ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """Everything that ``document.xml.j2`` prints. ``draft`` is the mark of a draft, empty for a clean copy."""

    title: str
    draft: str
    act: ActView
    plan: PlanView | None
    appendices: tuple[AppendixView, ...]
