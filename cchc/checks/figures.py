"""Figures of sentences: marks hold a figure, their names stand once, and what is said of a KPI has its sentence."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.checks.context import Context
from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording, excerpt
from cchc.language.marks import read_marks
from cchc.model.blocks import Block, sentences
from cchc.source import KeyPath, SourceMap, Span
from cchc.suggestions import suggestion

BAD_MARK = Rule(
    "K101",
    "bad-mark",
    Severity.ERROR,
    Wording("dấu “{mark}” {problem_vi}", "the mark “{mark}” {problem_en}"),
    Wording(
        "viết <80%> hoặc <ten=80%>: số và đơn vị ở trong, kết thúc bằng “>”",
        "write <80%> or <name=80%>: the figure with its unit inside, “>” at its end",
    ),
    Wording(
        "dấu không đọc được thì in nguyên cả dấu nhọn, và con số không được tính là chỉ tiêu",
        "a mark that cannot be read prints with its brackets, and its figure counts as no KPI",
    ),
    Example(
        "objectives: Đạt <80% hồ sơ",
        "objectives: Đạt <80%> hồ sơ",
    ),
)
_PROBLEMS = {
    "unclosed": ("thiếu “>” ở cuối", "lacks its “>”"),
    "nested": ("chứa một dấu “<” khác", "holds another “<”"),
    "no figure": ("không chứa con số nào đọc được", "holds no figure that can be read"),
}
DUPLICATE_NAME = Rule(
    "K102",
    "duplicate-kpi-name",
    Severity.ERROR,
    Wording("tên chỉ tiêu (KPI) “{name}” đã dùng ở dòng {line}", "the KPI name “{name}” stands on line {line} already"),
    Wording("mỗi tên chỉ đặt cho một con số; đổi một trong hai", "a name marks one figure; change one of the two"),
    Wording(
        "tên là để máy tìm lại đúng con số ấy qua các năm",
        "the name is by which a program finds this very figure again, year after year",
    ),
    Example(
        "objectives:\n  - Đạt <so-hoa=80%> hồ sơ\n  - Đạt <so-hoa=50%> dữ liệu",
        "objectives:\n  - Đạt <so-hoa=80%> hồ sơ\n  - Đạt <khai-thac=50%> dữ liệu",
    ),
)
NO_SENTENCE = Rule(
    "K103",
    "kpi-without-figure",
    Severity.ERROR,
    Wording("không câu nào ở đây đánh dấu con số “{name}”", "no sentence here marks a figure “{name}”"),
    Wording("đánh dấu con số trong câu: <{name}=80%>", "mark the figure in the sentence: <{name}=80%>"),
    Wording(
        "điều bổ sung cho một con số không có thì không ai thấy",
        "what is added to a figure that is not there is seen by nobody",
    ),
    Example(
        "text: Đạt <so-hoa=80%> hồ sơ\nkpis:\n  so-hao: {baseline: 72%}",
        "text: Đạt <so-hoa=80%> hồ sơ\nkpis:\n  so-hoa: {baseline: 72%}",
    ),
)


def check_figures(context: Context) -> Iterator[Diagnostic]:
    """Marks that cannot be read, names that stand twice, and ``kpis`` that no sentence marks."""
    places = context.places
    first: dict[str, Span] = {}
    for path, text in context.wordings.having("<"):
        yield from _marks(path, text, first, places)
    for path, block, _ in context.described:
        yield from _described(path, block, places)


def _marks(path: KeyPath, text: str, first: dict[str, Span], places: SourceMap) -> Iterator[Diagnostic]:
    marks, faults = read_marks(text)
    place = places.value(path)
    # One of each wording: its place is found by its words.
    for written, fault in {text[fault.start : fault.end]: fault for fault in faults}.items():
        vi, en = _PROBLEMS[fault.problem]
        yield BAD_MARK.at(place.of(written), mark=excerpt(written), problem_vi=vi, problem_en=en)
    for mark in marks:
        if mark.id is None:
            continue
        here = place.of(text[mark.start : mark.end])
        if mark.id in first:
            yield DUPLICATE_NAME.at(here, name=mark.id, line=first[mark.id].line)
        first.setdefault(mark.id, here)


def _described(path: KeyPath, block: Block, places: SourceMap) -> Iterator[Diagnostic]:
    marked = {mark.id for text in sentences(block) for mark in read_marks(text)[0] if mark.id}
    for name in block.kpis or {}:
        if name in marked:
            continue
        yield NO_SENTENCE.at(places.key((*path, "kpis", name)), name=name, hint=suggestion(name, marked))
