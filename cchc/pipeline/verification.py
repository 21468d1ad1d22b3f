"""The comparison of a written file with its plan: nothing that the plan prints may be missing from the bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cchc.backends.docx.readback import Reading, ReadRow
from cchc.diagnostics import Diagnostic, Rule, Severity, Wording
from cchc.export.rows import PlanRow
from cchc.export.sentences import PrintedSentence, SentenceGroup
from cchc.model.layout import Layout
from cchc.model.plan import Plan
from cchc.source import SourceMap

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
    printed_rows = [[row for row in table if not row.header] for table in reading.tables]
    expected = [[row for row in rows if row.appendix == index] for index in range(len(plan.appendices))]
    if [len(table) for table in printed_rows] != [len(table) for table in expected]:
        found, wanted = sum(map(len, printed_rows)), sum(map(len, expected))
        yield EXTRA_ROW.at(places.value(("appendices",)), found=found, expected=wanted)
    for appendix, table, wanted_rows in zip(plan.appendices, printed_rows, expected, strict=False):
        fields = layouts[appendix.layout].shown
        for printed_row, row in zip(table, wanted_rows, strict=False):
            if not _same(printed_row, row, fields):
                yield LOST_ROW.at(places.value((*row.path, "title")), title=" ".join(row.title))
    yield from _lost_sentences(reading, groups, places)


def _same(printed: ReadRow, row: PlanRow, fields: Iterable[str]) -> bool:
    """Whether the cells of ``printed`` are the row's, in the columns' order; besides them only a label may stand."""
    cells = [cell for cell in printed.cells if cell]
    values = [
        row.title if name == "title" else row.cells[name] for name in fields if name == "title" or name in row.cells
    ]
    if not 0 <= len(cells) - len(values) <= 1:
        return False
    left = iter(cells)
    return all(any(_holds(cell, value) for cell in left) for value in values)


def _holds(cell: str, value: tuple[str, ...]) -> bool:
    lines = cell.split("\n")
    return len(lines) == len(value) and all(
        line.casefold().endswith(text.casefold()) for line, text in zip(lines, value, strict=True)
    )


def _lost_sentences(reading: Reading, groups: Iterable[SentenceGroup], places: SourceMap) -> Iterator[Diagnostic]:
    """The first sentence that is lost of each group, with the number of the others: they have one cause."""
    printed = [text.replace("\n", " ").casefold() for _, text in reading.paragraphs]
    for group in groups:
        lost = list(_missing(group, printed))
        if lost:
            yield LOST_SENTENCE.at(places.value(lost[0].path), text=lost[0].text, others=len(lost) - 1)


def _missing(group: SentenceGroup, printed: Sequence[str]) -> Iterator[PrintedSentence]:
    position = 0
    for sentence in group:
        words = _comparable(sentence.text)
        at = next((index for index in range(position, len(printed)) if words in printed[index]), None)
        if at is None:
            yield sentence
        else:
            position = at + 1


def _comparable(text: str) -> str:
    """``text`` without letter case (headings print in capitals) and the signs at its end, which templates set."""
    return " ".join(text.casefold().split()).rstrip(_SIGNS)
