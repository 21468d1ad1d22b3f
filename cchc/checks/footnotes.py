"""Footnotes: every mark has its note, and every note its mark."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.checks.context import Context
from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording
from cchc.language.footnotes import MARK
from cchc.model.plan import Plan
from cchc.model.walk import texts
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
    example=Example(
        wrong="body:\n  - title: Mục tiêu\n    text: Chỉ số PAR INDEX[^chi-so] tăng hạng.",
        right="body:\n"
        "  - title: Mục tiêu\n"
        "    text: Chỉ số PAR INDEX[^chi-so] tăng hạng.\n"
        "footnotes:\n"
        "  chi-so: Chỉ số cải cách hành chính cấp tỉnh.",
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
    example=Example(
        wrong="body:\n"
        "  - title: Mục tiêu\n"
        "    text: Chỉ số PAR INDEX tăng hạng.\n"
        "footnotes:\n"
        "  chi-so: Chỉ số cải cách hành chính cấp tỉnh.",
        right="body:\n"
        "  - title: Mục tiêu\n"
        "    text: Chỉ số PAR INDEX[^chi-so] tăng hạng.\n"
        "footnotes:\n"
        "  chi-so: Chỉ số cải cách hành chính cấp tỉnh.",
    ),
)


def check_footnotes(context: Context) -> Iterator[Diagnostic]:
    """Marks that no note explains, and notes to which no mark leads."""
    plan, places = context.plan, context.places
    used: set[KeyPath] = set()
    for path, text in texts(plan):
        if "[^" not in text:
            continue
        notes = dict(_in_reach(plan, path))
        for match in MARK.finditer(text):
            if match[1] in notes:
                used.add(notes[match[1]])
            else:
                hint = suggestion(match[1], notes, "[^{}]") if notes else None
                yield NO_NOTE.at(places.value(path).of(match[0]), key=match[1], hint=hint)
    for path, key in _declared(plan):
        if path not in used:
            yield NO_MARK.at(places.key(path), key=key)


def _in_reach(plan: Plan, path: KeyPath) -> Iterator[tuple[str, KeyPath]]:
    """The notes that a text at ``path`` may point at: the plan's, and over them those of the table around it."""
    yield from ((key, ("footnotes", key)) for key in plan.footnotes or {})
    for table_path, table in plan.tables():
        if path[: len(table_path)] == table_path:
            yield from ((key, (*table_path, "footnotes", key)) for key in table.footnotes or {})


def _declared(plan: Plan) -> Iterator[tuple[KeyPath, str]]:
    yield from ((("footnotes", key), key) for key in plan.footnotes or {})
    for path, table in plan.tables():
        yield from (((*path, "footnotes", key), key) for key in table.footnotes or {})
