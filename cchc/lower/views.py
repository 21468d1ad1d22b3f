"""What templates see: the plan with every derived text in place, and no look."""

from typing import Literal, NamedTuple, TypeAlias

LineKind: TypeAlias = Literal["section", "paragraph", "bullets", "points", "clauses", "numbers"]
Orientation: TypeAlias = Literal["portrait", "landscape"]


class PieceView(NamedTuple):
    """A stretch of a text that is compared; ``mark`` says what became of it and is empty where it stayed."""

    text: str
    mark: Literal["", "removed", "added"] = ""


class LineView(NamedTuple):
    """A paragraph of prose with its derived ``label`` ("I.", "a)", "-"; empty where it has none).

    ``level`` counts from 1: for sections the headings around, for items of dashes the dashes around.
    ``keep_next``: it introduces what follows. ``last``: nothing follows it in its document. ``bold``: its layout has
    it so, whatever its label is. ``pieces`` are those of ``text`` where it is one of two that are compared.
    """

    kind: LineKind
    level: int
    label: str
    text: str
    keep_next: bool = False
    last: bool = False
    bold: bool = False
    pieces: tuple[PieceView, ...] = ()


def plain_line(text: str) -> LineView:
    """A paragraph of ``text`` without a label."""
    return LineView("paragraph", 0, "", text)


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


CellKind: TypeAlias = Literal["label", "text", "number", "time"]


Align: TypeAlias = Literal["left", "center", "right"]


class CellView(NamedTuple):
    """A cell: the field that it shows (empty where words stand around it), its paragraphs, what it spans.

    ``kind`` is what stands in its column; ``align`` is the layout's, else left for text and center for all others;
    ``fields`` are all that it is to show, empty ones too.
    """

    field: str
    lines: tuple[LineView, ...]
    colspan: int = 1
    rowspan: int = 1
    kind: CellKind = "text"
    align: Align = "left"
    fields: tuple[str, ...] = ()


class RowView(NamedTuple):
    """A row: ``key`` is the plan's word for it, ``total`` and ``words`` for rows that are derived.

    ``heading`` says that it only heads the rows below; ``keep_next`` that it stands on the page of the next row, which
    it heads or shares a cell with; ``splits`` that it may go on over the end of a page.
    """

    key: str
    level: int
    heading: bool
    bold: bool
    upper: bool
    keep_next: bool
    cells: tuple[CellView, ...]
    splits: bool = False


class TableView(NamedTuple):
    """A table: ``widths`` are shares of 100, ``numbers`` the labels of the numbering row (empty: no such row).

    ``label`` and ``caption`` stand over it ("Bảng 1.", its name), ``unit`` too; ``notes`` and ``source`` below.
    """

    orientation: Orientation
    widths: tuple[float, ...]
    head: tuple[tuple[HeadCellView, ...], ...]
    numbers: tuple[str, ...]
    rows: tuple[RowView, ...]
    label: str = ""
    caption: str = ""
    unit: str = ""
    notes: tuple[str, ...] = ()
    source: str = ""
    kind: Literal["table"] = "table"


ItemView: TypeAlias = "LineView | TableView"


class PageView(NamedTuple):
    """Pages of one orientation with what stands on them, one below the other."""

    orientation: Orientation
    items: tuple[ItemView, ...]


class AppendixView(NamedTuple):
    """An appendix: ``name`` is "Phụ lục" where there is one, else "Phụ lục I" and so on."""

    name: str
    title: str
    orientation: Orientation
    items: tuple[ItemView, ...]


class PlanView(NamedTuple):
    """The plan itself: its title, theme, and every paragraph and table in order, page by page."""

    title: str
    theme: str
    pages: tuple[PageView, ...]


class DocumentView(NamedTuple):
    """Everything that ``document.xml.j2`` prints. ``draft`` is the mark of a draft, empty for a clean copy."""

    title: str
    draft: str
    act: ActView
    plan: PlanView | None
    appendices: tuple[AppendixView, ...]


class ComparedView(NamedTuple):
    """One of two plans that are compared: its name, and number, symbol and date of its act, blank as in ``ActView``.

    ``issued``: number and day are known.
    """

    name: str
    number: str
    symbol: str
    date: str
    issued: bool


class ComparisonView(NamedTuple):
    """The table of what changed between two plans: ``act`` is that of the new one, for the letterhead.

    ``table`` is absent where nothing changed; ``notes`` then stand alone, else among those of the table.
    """

    title: str
    act: ActView
    old: ComparedView
    new: ComparedView
    orientation: Orientation
    table: TableView | None
    notes: tuple[str, ...]
