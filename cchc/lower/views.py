"""What templates see: the plan with every derived text in place, and no look."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

LineKind: TypeAlias = Literal["section", "paragraph", "bullets", "points", "clauses", "numbers"]


class LineView(NamedTuple):
    """A paragraph of prose with its derived ``label`` ("I.", "a)", "-"; empty where it has none).

    ``level`` counts from 1: for sections the headings around, for items of dashes the dashes around.
    ``keep_next``: it introduces what follows. ``last``: nothing follows it in its document.
    """

    kind: LineKind
    level: int
    label: str
    text: str
    keep_next: bool = False
    last: bool = False


class ArticleView(NamedTuple):
    """An article: ``label`` is "Điều 1.", ``lines`` its paragraphs, the first of them empty above a list.

    ``carries``: the plan prints below them.
    """

    label: str
    lines: tuple[LineView, ...]
    carries: bool = False


class SignatureView(NamedTuple):
    """The signature block: ``capacity`` are the lines over the signature; both may be empty in a draft."""

    capacity: tuple[str, ...]
    name: str


class ActView(NamedTuple):
    """The act. What a draft leaves open is blank: no-break spaces as wide as offices leave."""

    kind: Literal["decision", "plan"]
    parent_lines: tuple[str, ...]
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
    carries_plan: bool
    recipients: tuple[LineView, ...]
    archive: str
    signature: SignatureView


class HeadCellView(NamedTuple):
    """A cell of a table's heading."""

    text: str
    colspan: int
    rowspan: int


class CellView(NamedTuple):
    """A cell: the field that it shows, its paragraphs, the grid columns that it takes."""

    field: str
    lines: tuple[LineView, ...]
    colspan: int


class RowView(NamedTuple):
    """A row: ``key`` is the plan's word for it, ``heading`` says that it only heads the rows below."""

    key: str
    level: int
    heading: bool
    upper: bool
    cells: tuple[CellView, ...]


class TableView(NamedTuple):
    """A table: ``widths`` are shares of 100, ``numbers`` the labels of the numbering row (empty: no such row)."""

    widths: tuple[float, ...]
    head: tuple[tuple[HeadCellView, ...], ...]
    numbers: tuple[str, ...]
    rows: tuple[RowView, ...]


class AppendixView(NamedTuple):
    """An appendix: ``name`` is "Phụ lục" where there is one, else "Phụ lục I" and so on."""

    name: str
    title: str
    orientation: Literal["portrait", "landscape"]
    table: TableView


class PlanView(NamedTuple):
    """The plan itself: its title, theme and every paragraph in order."""

    title: str
    theme: str
    lines: tuple[LineView, ...]


class DocumentView(NamedTuple):
    """Everything that ``document.xml.j2`` prints. ``draft`` is the mark of a draft, empty for a clean copy."""

    title: str
    draft: str
    act: ActView
    plan: PlanView | None
    appendices: tuple[AppendixView, ...]
