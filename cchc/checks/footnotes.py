"""Footnotes: every mark has its note, and every note its mark."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.checks.context import Context
from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording
from cchc.language.footnotes import MARK
from cchc.model.plan import Plan
from cchc.source import KeyPath
from cchc.suggestions import suggestion

NO_NOTE = Rule(
    "R106",
    "mark-without-footnote",
    Severity.ERROR,
    Wording("không có chú thích cuối trang “{key}”", "there is no footnote “{key}”"),
    Wording(
        "thêm “{key}: …” vào “footnotes” của bảng hoặc của kế hoạch",
        "add “{key}: …” to the table's or the plan's “footnotes”",
    ),
    reason=Wording(
        "dấu chú thích trong văn bản phải dẫn tới một chú thích ở chân trang",
        "a mark of a footnote has to lead to a note at the foot of the page",
    ),
    example=Example.within(
        "body:\n  - title: Mục tiêu\n    text: Chỉ số PAR INDEX[^chi-so] tăng hạng.___",
        wrong="",
        right="\nfootnotes:\n  chi-so: Chỉ số cải cách hành chính cấp tỉnh.",
    ),
)
NO_MARK = Rule(
    "R107",
    "footnote-without-mark",
    Severity.WARNING,
    Wording(
        "không chỗ nào trong lời văn có [^{key}], nên chú thích này không in ra",
        "no text has [^{key}], so the footnote does not print",
    ),
    Wording(
        "viết [^{key}] sau chữ được chú thích, hoặc bỏ chú thích",
        "write [^{key}] behind what it explains, or leave it out",
    ),
    reason=Wording(
        "chú thích không có dấu nào dẫn tới thì không in ra, người viết không biết",
        "a note to which no mark leads does not print, and its author does not notice",
    ),
    example=Example.within(
        "body:\n  - title: Mục tiêu\n    text: ___\nfootnotes:\n  chi-so: Chỉ số cải cách hành chính cấp tỉnh.",
        wrong="Chỉ số PAR INDEX tăng hạng.",
        right="Chỉ số PAR INDEX[^chi-so] tăng hạng.",
    ),
)


NO_PLACE = Rule(
    "R108",
    "footnote-out-of-place",
    Severity.ERROR,
    Wording("chú thích cuối trang không in được ở đây", "no footnote prints here"),
    Wording(
        "bỏ {mark} ở đây, đặt nó vào câu văn, tiêu đề hoặc ô của bảng",
        "leave {mark} out here, and put it into a sentence, a heading or a cell",
    ),
    Wording(
        "tên cơ quan, chữ ký, nhãn và đơn vị tính được in theo mẫu, không có chỗ cho số của chú thích",
        "names of bodies, signatures, labels and units print in places of their own, without room for a note's number",
    ),
    Example.within(
        "appendices:\n___\n    tasks:\n      - {title: Rà soát thủ tục}\nfootnotes: {gia: Theo giá năm 2025.}",
        wrong="  - title: Kinh phí\n    layout: tasks\n    unit: triệu đồng[^gia]",
        right="  - title: Kinh phí[^gia]\n    layout: tasks\n    unit: triệu đồng",
    ),
)
_NOT_INSIDE = frozenset(
    ("signatory", "numbering", "layouts", "rows", "footnotes", "kpis", "bodies", "period", "jurisdiction", "implements")
)
_NOT_AT = frozenset(
    ("issuer", "parent", "issued_by", "authority", "symbol", "place", "label", "unit", "layout", "duty_of")
)
_DECLARED = "fields"
"""Where the cells are that layouts declare, under any name."""


def check_footnotes(context: Context) -> Iterator[Diagnostic]:
    """Marks that no note explains or that stand where none prints, and notes to which no mark leads."""
    plan, places = context.plan, context.places
    notes, of_tables = _in_reach(plan)
    used: set[KeyPath] = set()
    for path, text in context.wordings.having("[^"):
        reached = next((inside for table, inside in of_tables.items() if path[: len(table)] == table), notes)
        for match in MARK.finditer(text):
            place = places.value(path).of(match[0])
            if match[1] in reached:
                used.add(reached[match[1]])
            if takes_no_note(path):
                yield NO_PLACE.at(place, mark=match[0])
            elif match[1] not in reached:
                hint = suggestion(match[1], reached, "[^{}]") if reached else None
                yield NO_NOTE.at(place, key=match[1], hint=hint)
    for path, key in _declared(plan):
        if path not in used:
            yield NO_MARK.at(places.key(path), key=key)


def takes_no_note(path: KeyPath) -> bool:
    """Whether the text at ``path`` prints in a place of its own making, or not at all."""
    if _DECLARED in path and "layouts" not in path:
        return False
    return path[-1] in _NOT_AT or not _NOT_INSIDE.isdisjoint(path)


def _in_reach(plan: Plan) -> tuple[dict[str, KeyPath], dict[KeyPath, dict[str, KeyPath]]]:
    """The notes of the plan, and those that the texts of each table may point at, its own before the plan's."""
    notes: dict[str, KeyPath] = {key: ("footnotes", key) for key in plan.footnotes or {}}
    own: dict[KeyPath, dict[str, KeyPath]] = {
        path: notes | {key: (*path, "footnotes", key) for key in table.footnotes}
        for path, table in plan.tables()
        if table.footnotes
    }
    return notes, own


def _declared(plan: Plan) -> Iterator[tuple[KeyPath, str]]:
    yield from ((("footnotes", key), key) for key in plan.footnotes or {})
    for path, table in plan.tables():
        yield from (((*path, "footnotes", key), key) for key in table.footnotes or {})
