"""The comparison of a written file with its plan: nothing that the plan prints may be missing from the bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cchc.backends.docx.readback import Reading, ReadRow
from cchc.checks.footnotes import takes_no_note
from cchc.diagnostics import Diagnostic, Rule, Severity, Wording
from cchc.export.rows import PlanRow, as_printed
from cchc.export.sentences import PrintedSentence, SentenceGroup
from cchc.language.footnotes import MARK
from cchc.lower.names import reference_names
from cchc.model.fields import TITLE
from cchc.model.layout import Layout
from cchc.model.plan import Plan
from cchc.model.rows import Table
from cchc.model.walk import texts
from cchc.pipeline.row_comparison import RowComparison, is_derived, named_values
from cchc.source import KeyPath, SourceMap

LOST_ROW = Rule(
    "B101",
    "row-not-printed",
    Severity.ERROR,
    Wording(
        "dòng “{title}” không có trong tệp Word đúng như trong kế hoạch",
        "the row “{title}” is not in the Word file as the plan has it",
    ),
    Wording(
        "một mẫu, thường là table.xml.j2, đã bỏ hoặc đổi nội dung; so lại với mẫu gốc",
        "a template, mostly table.xml.j2, drops or changes it; compare with the shipped one",
    ),
    reason=Wording(
        "tệp Word được đọc lại bằng một chương trình khác và so với kế hoạch từng dòng, để không nhiệm vụ nào mất "
        "hay đổi mà người ký không biết",
        "the Word file is read back by another program and compared row by row, so that no task is lost or "
        "changed unknown to who signs",
    ),
)
EXTRA_ROW = Rule(
    "B102",
    "row-from-nowhere",
    Severity.ERROR,
    Wording(
        "tệp Word có {found} dòng bảng, kế hoạch có {expected}",
        "the Word file has {found} table rows, the plan {expected}",
    ),
    Wording(
        "một mẫu, thường là table.xml.j2 hoặc appendix.xml.j2, đã thêm hoặc bỏ dòng; so lại với mẫu gốc",
        "a template, mostly table.xml.j2 or appendix.xml.j2, adds or drops rows; compare with the shipped one",
    ),
    reason=Wording(
        "một dòng thừa hay thiếu trong bảng là một nhiệm vụ được giao mà kế hoạch không có, hoặc ngược lại",
        "a row too many or too few is a task that the act assigns and the plan has not, or the reverse",
    ),
)
LOST_SENTENCE = Rule(
    "B103",
    "text-not-printed",
    Severity.ERROR,
    Wording(
        "đoạn “{text}” không có trong tệp Word theo đúng thứ tự",
        "the text “{text}” is not in the Word file, in its order",
    ),
    Wording(
        "mẫu đã bỏ hoặc đảo đoạn này (cùng {others} đoạn khác); so lại với mẫu gốc",
        "a template drops or moves it (and {others} others); compare with the shipped one",
    ),
    reason=Wording(
        "mọi câu của kế hoạch phải có trong văn bản, đúng thứ tự; mẫu không được bỏ câu nào",
        "every sentence of the plan stands in the act, in its order; no template may drop one",
    ),
)
_SIGNS = " ;.,:/"


def verify(
    reading: Reading,
    plan: Plan,
    rows: Sequence[PlanRow],
    groups: Iterable[SentenceGroup],
    layouts: Mapping[str, Layout],
    places: SourceMap,
) -> Iterator[Diagnostic]:
    """What ``reading`` lacks of the plan's rows and sentences, in their order."""
    printed_tables = iter([[row for row in table if not row.header] for table in reading.tables])
    lines: list[SentenceGroup] = []
    for index, (path, table) in enumerate(plan.tables()):
        layout = layouts[table.layout]
        wanted = [row for row in rows if row.table == index]
        if layout.form == "lines":
            lines.append(tuple(_as_sentences(wanted, layout)))
        else:
            yield from _table(next(printed_tables, []), wanted, path, table, layout, places)
    extra = sum(map(len, printed_tables))
    if extra:
        yield EXTRA_ROW.at(places.value(("appendices",)), found=len(rows) + extra, expected=len(rows))
    yield from _lost_sentences(reading, (*groups, *lines), places)
    yield from _lost_notes(reading, plan, places)


def _table(
    printed: Sequence[ReadRow],
    wanted: Sequence[PlanRow],
    path: KeyPath,
    table: Table,
    layout: Layout,
    places: SourceMap,
) -> Iterator[Diagnostic]:
    """The rows of one table against those of the plan; among them may stand those that a layout derives."""
    own = [row for row in printed if not is_derived(row, layout)] if layout.totals else printed
    if len(own) != len(wanted):
        yield EXTRA_ROW.at(places.value(path), found=len(own), expected=len(wanted))
    comparison = RowComparison(table, layout)
    for printed_row, row in zip(own, wanted, strict=False):
        if not comparison.same(printed_row, row):
            yield LOST_ROW.at(places.value((*row.path, "title")), title=" ".join(row.title))


def _as_sentences(rows: Iterable[PlanRow], layout: Layout) -> Iterator[PrintedSentence]:
    """Rows that print as lines: the line of the title, then what the other columns show of each, in their order."""
    months_too = layout.one_time
    titles_first = sorted(layout.grid, key=lambda column: TITLE not in column.prints.fields)
    lines = [(line.fields, column.many is not None) for column in titles_first for line in column.prints.lines]
    for row in rows:
        for fields, joined in lines:
            beside = False
            for name, paragraphs in named_values(row, fields, months_too):
                for text in paragraphs:
                    yield PrintedSentence((*row.path, name), text, beside)
                    beside = joined
                beside = True


def _lost_sentences(reading: Reading, groups: Iterable[SentenceGroup], places: SourceMap) -> Iterator[Diagnostic]:
    """The first sentence that is lost of each group, with the number of the others: they have one cause."""
    # A footnote leaves the spaces around its place.
    printed = [" ".join(text.casefold().split()) for _, text in reading.paragraphs]
    for group in groups:
        lost = list(_missing(group, printed))
        if lost:
            yield LOST_SENTENCE.at(places.value(lost[0].path), text=lost[0].text, others=len(lost) - 1)


def _lost_notes(reading: Reading, plan: Plan, places: SourceMap) -> Iterator[Diagnostic]:
    """The footnotes to which a mark leads and that stand at no page's foot."""
    declared: dict[KeyPath, str] = {("footnotes", key): note for key, note in (plan.footnotes or {}).items()}
    for path, table in plan.tables():
        declared |= {(*path, "footnotes", key): note for key, note in (table.footnotes or {}).items()}
    if not declared:
        return
    read = (text for path, text in texts(plan) if "[^" in text and not takes_no_note(path))
    marked = {match[1] for text in read for match in MARK.finditer(text)}
    printed = [note.casefold() for note in reading.notes]
    names = reference_names(plan)
    for place, note in declared.items():
        words = _comparable(" ".join(as_printed(note, names)))
        if place[-1] in marked and not any(words in each for each in printed):
            yield LOST_SENTENCE.at(places.value(place), text=note, others=0)


def _missing(group: SentenceGroup, printed: Sequence[str]) -> Iterator[PrintedSentence]:
    position = 0
    for sentence in group:
        words = _comparable(sentence.text)
        start = max(position - 1, 0) if sentence.beside else position
        at = next((index for index in range(start, len(printed)) if words in printed[index]), None)
        if at is None:
            yield sentence
        else:
            position = at + 1


def _comparable(text: str) -> str:
    """``text`` without letter case (headings print in capitals) and the signs at its end, which templates set."""
    return " ".join(text.casefold().split()).rstrip(_SIGNS)
