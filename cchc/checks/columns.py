"""Fields that rows carry, against the columns of the layout that draws them: nothing may vanish unseen."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.checks.context import Context
from cchc.checks.frames import TASKS
from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording
from cchc.model.inheritance import PlacedRow, placed_rows
from cchc.model.layout import Layout
from cchc.model.rows import Row, Table
from cchc.source import KeyPath, SourceMap

NOT_SHOWN = Rule(
    "C101",
    "field-without-column",
    Severity.WARNING,
    Wording("không cột nào của bố cục “{layout}” in “{field}”", "no column of the layout “{layout}” shows “{field}”"),
    Wording(
        "bỏ khóa này, hoặc thêm cột “show: {field}” vào bố cục",
        "leave the key out, or add a column “show: {field}” to the layout",
    ),
    reason=Wording(
        "nội dung không có cột thì không in ra: người được giao việc không đọc thấy",
        "what has no column does not print: whoever is given the task never reads it",
    ),
    example=Example.within(
        TASKS + "      - {title: Rà soát thủ tục, ___}",
        wrong="budget: 5",
        right="output: Báo cáo",
    ),
)
NOTHING_ABOVE = Rule(
    "C102",
    "nothing-above",
    Severity.ERROR,
    Wording(
        "“as_above” lấy ô của dòng trên, nhưng {reason_vi}",
        "“as_above” takes cells of the row above, but {reason_en}",
    ),
    Wording(
        "bỏ “as_above”, hoặc đặt dòng này ngay sau dòng cùng cấp có các ô đó",
        "leave “as_above” out, or put this row right behind the one of its level that has the cells",
    ),
    reason=Wording(
        "ô gộp lấy nội dung của dòng ngay trên; không có thì ô in trống",
        "a merged cell has its words from the row right above; without one it prints empty",
    ),
    example=Example.within(
        TASKS + "___",
        wrong="      - {title: Rà soát thủ tục, as_above: [lead]}\n      - {title: Công bố thủ tục, lead: Sở Nội vụ}",
        right="      - {title: Rà soát thủ tục, lead: Sở Nội vụ}\n      - {title: Công bố thủ tục, as_above: [lead]}",
    ),
)
NO_SUCH_FIELD = Rule(
    "C103",
    "field-of-another-table",
    Severity.ERROR,
    Wording(
        "bố cục “{layout}” không khai báo trường “{field}”", "the layout “{layout}” does not declare a field “{field}”"
    ),
    Wording(
        "bỏ khóa này, hoặc thêm trường vào “fields” của bố cục", "leave the key out, or add it to the layout's “fields”"
    ),
    reason=Wording(
        "mỗi bố cục có những trường riêng của nó; trường của bảng khác không có cột nào ở bảng này",
        "every layout has fields of its own; a field of another table has no column in this one",
    ),
    example=Example.within(
        "layouts:\n"
        "  von:\n"
        "    columns: [{label: Nội dung, show: title, width: 60}, {label: Nguồn, show: nguon, width: 40}]\n"
        '    rows: {tasks: "1"}\n'
        "    fields: {nguon: {title: Nguồn}}\n"
        "appendices:\n"
        "  - {title: Vốn, layout: von, tasks: [{title: Việc, nguon: Ngân sách}]}\n"
        "  - {title: Việc, layout: tasks, tasks: [{title: Việc, ___}]}",
        wrong="nguon: Ngân sách",
        right="note: Ngân sách",
    ),
)

COVERED = Rule(
    "C109",
    "cell-of-row-and-part",
    Severity.ERROR,
    Wording(
        "“{field}” đã có ở dòng của “parts”, nên giá trị ở đây không in ra",
        "“{field}” is said by the row of these “parts”, so this value does not print",
    ),
    Wording(
        "ghi “{field}” một lần ở dòng, hoặc ở từng mục của “parts”",
        "write “{field}” once in the row, or in each of its “parts”",
    ),
    Wording(
        "ô của dòng được in gộp cho mọi mục của “parts”; giá trị riêng của một mục sẽ mất khỏi văn bản mà không ai hay",
        "the row's cell prints once for all of its parts, and what one part says of its own would be missing unnoticed",
    ),
    Example.within(
        "title: Rà soát thủ tục\n___\n  - {output: Báo cáo, lead: Sở Tư pháp}",
        wrong="lead: Sở Nội vụ\nparts:\n  - {output: Kế hoạch}",
        right="parts:\n  - {output: Kế hoạch, lead: Sở Nội vụ}",
    ),
)
STATED = Rule(
    "C110",
    "cell-stated-and-taken",
    Severity.ERROR,
    Wording(
        "dòng này vừa ghi “{field}”, vừa lấy nó của dòng trên (as_above)",
        "this row states “{field}” and takes it from the row above as well (as_above)",
    ),
    Wording("bỏ một trong hai", "leave one of the two out"),
    Wording(
        "ô chung với dòng trên chỉ in một giá trị; giá trị ghi ở đây sẽ mất khỏi văn bản",
        "a cell shared with the row above prints one value, and the one written here would be missing",
    ),
    Example.within(
        "appendices:\n"
        "  - title: Nhiệm vụ\n"
        "    layout: five-year\n"
        "    tasks:\n"
        "      - {title: Rà soát thủ tục, lead: Sở Nội vụ}\n"
        "      - {title: Công bố thủ tục, ___}",
        wrong="lead: Sở Tư pháp, as_above: [lead]",
        right="as_above: [lead]",
    ),
)

_WITH_PARTS = ("dòng này có “parts”", "this row has “parts”")
_IS_FIRST = ("không có dòng cùng cấp nào ở trên", "no row of its level stands above")
_HOLDS_ROWS = ("dòng trên có các dòng con", "the row above holds rows")
_LACKS = ("dòng trên không có “{}”", "the row above has no “{}”")


def check_columns(context: Context) -> Iterator[Diagnostic]:
    """Every field that a row of a plan writes and no column shows, at the row; cells taken from no row above."""
    for path, table, layout in context.tables():
        yield from _table(path, table, layout, context.places)


def _table(path: KeyPath, table: Table, layout: Layout, places: SourceMap) -> Iterator[Diagnostic]:
    own_cells = layout.rows.shown.union(*(rules.shown for rules in table.relabellings()))
    shown = frozenset(_whole(name) for name in (*layout.shown, *own_cells))
    if "when" in shown:
        # A column of times shows months too, where they have none of their own.
        shown |= {"start", "end"}
    above: PlacedRow | None = None
    for placed in placed_rows(table):
        own = placed.part.own_fields if placed.part else frozenset[str]()
        for name in sorted((placed.row.own_fields | own) - shown):
            if not placed.continues:
                yield _unseen(name, (*path, *placed.where(name)), table.layout, layout, places)
        if placed.part is not None and not placed.continues:
            yield from _covered(path, placed, places)
        if placed.row.as_above not in (None, "false") and not placed.continues:
            yield from _taken(path, placed, above, places)
        above = placed


def _unseen(name: str, path: KeyPath, called: str, layout: Layout, places: SourceMap) -> Diagnostic:
    declared_elsewhere = name not in Row.model_fields and name not in layout.fields
    rule = NO_SUCH_FIELD if declared_elsewhere else NOT_SHOWN
    return rule.at(places.key(path), layout=called, field=name)


def _whole(name: str) -> str:
    """The key of a row that holds what a column shows: "score" for "score.max"."""
    return name.partition(".")[0]


def _taken(path: KeyPath, placed: PlacedRow, above: PlacedRow | None, places: SourceMap) -> Iterator[Diagnostic]:
    row_path = placed.path[:-2] if placed.part else placed.path
    here = (*path, *row_path, "as_above")
    if placed.part:
        yield NOTHING_ABOVE.at(places.value(here), reason_vi=_WITH_PARTS[0], reason_en=_WITH_PARTS[1])
    elif above is None or placed.path[-1] == 0 or above.path[: len(placed.path) - 1] != placed.path[:-1]:
        yield NOTHING_ABOVE.at(places.value(here), reason_vi=_IS_FIRST[0], reason_en=_IS_FIRST[1])
    elif above.depth > placed.depth or above.holds_rows:
        yield NOTHING_ABOVE.at(places.value(here), reason_vi=_HOLDS_ROWS[0], reason_en=_HOLDS_ROWS[1])
    elif isinstance(placed.row.as_above, tuple):
        for index, name in enumerate(placed.row.as_above):
            if name in placed.row.own_cells():
                yield STATED.at(places.value((*here, index)), field=name)
            elif name not in above.cells:
                vi, en = (text.format(name) for text in _LACKS)
                yield NOTHING_ABOVE.at(places.value((*here, index)), reason_vi=vi, reason_en=en)


def _covered(path: KeyPath, placed: PlacedRow, places: SourceMap) -> Iterator[Diagnostic]:
    """The cells of parts that the row's own are merged over."""
    own = placed.row.own_cells()
    for index, part in enumerate(placed.row.parts):
        for name, value in part.own_cells().items():
            if name in own and value is not None:
                here = (*path, *placed.path[:-2], "parts", index, *name.split("."))
                yield COVERED.at(places.key(here), field=name)
