"""``cchc diff --format table``: what changed between two plans as the Word file that goes with a Tờ trình."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from cchc.backends.docx.properties import Properties
from cchc.backends.docx.readback import Reading, read_back
from cchc.backends.docx.seal import is_untouched
from cchc.backends.docx.writer import write
from cchc.compare.beside import beside
from cchc.compare.comparison import Comparison
from cchc.compare.left_out import NOT_COMPARED, left_out
from cchc.diagnostics import Diagnostic, Rule, Severity, Wording, has_errors
from cchc.lower.comparison import Bodied, ComparedGroup, lower_comparison
from cchc.lower.derived import issuer_name
from cchc.lower.views import LineView
from cchc.pipeline.building import created
from cchc.pipeline.checking import Checked
from cchc.pipeline.outcomes import FileOutcome, Surroundings
from cchc.pipeline.sides import Sides
from cchc.templating.rendering import render
from cchc.workspace.publishing import publish
from cchc.workspace.trouble import WorkspaceError

LOST_DIFFERENCE = Rule(
    "B104",
    "difference-not-printed",
    Severity.ERROR,
    Wording(
        "dòng {number} của bảng so sánh (“{text}”) không có trong tệp Word",
        "row {number} of the comparison (“{text}”) is not in the Word file",
    ),
    Wording(
        "một mẫu (comparison.xml.j2, table.xml.j2) hoặc comparison.yaml đã bỏ nội dung này; so lại với mẫu gốc",
        "a template (comparison.xml.j2, table.xml.j2) or comparison.yaml drops it; compare with the shipped one",
    ),
    reason=Wording(
        "người duyệt kế hoạch chỉ đọc bảng so sánh: một thay đổi mất khỏi bảng là được duyệt mà không ai thấy",
        "who approves a plan reads the table alone: a change that is lost from it is approved unseen",
    ),
)
ENTRY = "comparison.xml.j2"
_LEFT_OUT = "Bảng này không nêu {n} thay đổi khác."
_NONE = "Hai kế hoạch không có nội dung nào khác nhau."
_LEGEND = "Chữ gạch ngang là chữ bỏ đi, chữ in đậm là chữ thêm vào; chữ giữ nguyên không đánh dấu."


def tabulate(
    shown: Comparison, whole: Comparison, sides: Sides, target: Path, surroundings: Surroundings
) -> FileOutcome:
    """Write the table of ``shown``, some or all of the ``whole`` comparison of ``sides``, to ``target``."""
    try:
        data, found = table_file(shown, whole, sides, surroundings)
        if data is None:
            return FileOutcome(found)
        return FileOutcome(found, publish(target, data, ours=is_untouched))
    except WorkspaceError as error:
        return FileOutcome((error.diagnostic,))


def table_file(
    shown: Comparison, whole: Comparison, sides: Sides, surroundings: Surroundings
) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """The bytes of the Word file, by the templates of today, and what is wrong with those."""
    assert sides.comparable is not None
    assert sides.old is not None
    assert sides.new is not None
    was, now = sides.comparable
    looks = sides.opened.looks
    layout, found = looks.comparison()
    styles = looks.styles
    found = (*found, *styles.diagnostics)
    if layout is None or styles.value is None or has_errors(found):
        return None, found
    groups = beside(shown, "vi")
    new = Bodied(now.plan, sides.new.opened.registry)
    old = Bodied(was.plan, sides.old.opened.registry)
    view = lower_comparison(old, new, groups, tuple(_notes(shown, whole)), layout)
    document, faults = render(view, looks.template, styles.value.paragraphs, entry=ENTRY)
    if document is None:
        return None, (*found, *(looks.unreadable or faults))
    properties = Properties(
        title=document.title,
        author=issuer_name(now.plan, new.registry),
        created=created(now.plan, surroundings.environ),
        digests={"old": _digest(was), "plan": _digest(now), "templates": looks.digest},
    )
    data = write(document, styles.value, properties)
    lost = tuple(_lost(read_back(data), groups))
    return (None if lost else data), (*found, *lost)


def _notes(shown: Comparison, whole: Comparison) -> Iterator[str]:
    yield _LEGEND if shown.entries else _NONE
    more = len(whole.entries) - len(shown.entries)
    if more:
        yield _LEFT_OUT.format(n=more)
    for part in whole.not_compared:
        yield f"{NOT_COMPARED.vi}: {left_out(part).vi}."


def _digest(checked: Checked) -> str:
    return hashlib.sha256(checked.source.text.replace("\r\n", "\n").encode("utf-8")).hexdigest()


def _lost(reading: Reading, groups: Sequence[ComparedGroup]) -> Iterator[Diagnostic]:
    """The first row of ``groups`` that is not in the file with all its words, after those before it."""
    printed = iter([_words(*(cell or "" for cell in row.cells)) for table in reading.tables for row in table])
    for number, row in enumerate((row for group in groups for row in group.rows), 1):
        wanted = [_words(line.label, line.text) for line in (*row.old, *row.new, *row.note)]
        if not any(all(words in found for words in wanted) for found in printed):
            yield LOST_DIFFERENCE.at(None, number=number, text=_shown((*row.new, *row.old)))
            return


def _words(*texts: str) -> str:
    return " ".join(" ".join(texts).casefold().split())


def _shown(lines: Sequence[LineView]) -> str:
    return next((line.text for line in lines if line.text), "")[:80]
