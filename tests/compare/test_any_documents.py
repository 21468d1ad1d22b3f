"""Any two small documents, with rows joined by cells: accepted their redline is the newer, rejected the older."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc.backends.docx.writer import write
from cchc.compare.by_facts import aligned
from cchc.compare.prints import Printed
from cchc.compare.redline import redline
from cchc.document.dump import dump
from cchc.document.nodes import (
    Block,
    Break,
    Cell,
    Columns,
    Document,
    Inline,
    Note,
    Paragraph,
    Row,
    Section,
    Table,
    Text,
)
from tests.backends.demo import PROPERTIES
from tests.backends.package_checks import all_problems
from tests.backends.sheet import SHEET
from tests.compare.settling import WAYS, content, differences, settled
from tests.compare.trees import tree_content

words = st.lists(
    st.sampled_from(["một", "hai", "ba", "bốn", "năm\u00a02025", "Sở", "1.", "a)"]), min_size=1, max_size=3
)
texts = st.builds(lambda each, bold: Text(" ".join(each), bold), words, st.sampled_from([None, True]))
styles = st.sampled_from(["body", "basis"])


def _filled(*between: Inline) -> st.SearchStrategy[Paragraph]:
    """Paragraphs with text, some with one of ``between`` in its midst."""
    alone = texts.map(lambda text: (text,))
    inlines = st.one_of(alone, st.tuples(texts, st.sampled_from(between), texts))
    return st.tuples(styles, inlines).map(lambda each: Paragraph(each[0], each[1]))


filled = _filled(Break(), Note("x"), Note("y"))
empty = styles.map(lambda style: Paragraph(style, ()))
paragraphs = st.one_of(filled, filled, empty)
# In LibreOffice 7.4 an empty row may stay where a row goes without any text, or one with a footnote in a cell of two
# paragraphs.
full = st.lists(_filled(Break()), min_size=1, max_size=2).map(tuple)
cells = st.one_of(full, empty.map(lambda paragraph: (paragraph,)))
columns = st.builds(lambda left, right: Columns((1, 1), (left, right)), cells, full)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Three columns; bands of up to three rows whose first cell may be one."""
    rows = [Row(tuple(Cell((Paragraph("cell", (Text(name),)),)) for name in ("A", "B", "C")), header=True)]
    for _ in range(draw(st.integers(0, 3))):
        length = draw(st.sampled_from([1, 1, 2, 3]))
        first = Cell(draw(cells), rowspan=length)
        rows.append(Row((first, Cell(draw(cells)), Cell(draw(full)))))
        for _ in range(length - 1):
            across = draw(st.booleans())
            rest = (Cell(draw(full), colspan=2),) if across else (Cell(draw(full)), Cell(draw(cells)))
            rows.append(Row(rest))
    return Table((1, 1, 1), tuple(rows))


blocks = st.lists(st.one_of(paragraphs, paragraphs, columns, tables()), min_size=1, max_size=4).map(tuple)
sections = st.lists(blocks.map(lambda each: Section(each)), min_size=1, max_size=2).map(tuple)


@st.composite
def versions(draw: st.DrawFn) -> tuple[Document, Document]:
    """Two documents; the newer has blocks of the older among its own."""
    old = draw(sections)
    pool: list[Block] = [block for section in old for block in section.blocks]
    mixed = st.lists(st.one_of(st.sampled_from(pool), paragraphs, columns, tables()), min_size=1, max_size=4).map(tuple)
    new = draw(st.lists(mixed.map(lambda each: Section(each)), min_size=1, max_size=3).map(tuple))
    return Document("cũ", old), Document("mới", new)


def redlined(old: Document, new: Document) -> Document:
    """The redline of two documents of whose plans nothing is known."""
    return redline(old, new, aligned(Printed(old), Printed(new)))


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(versions())
def test_the_tree_accepted_is_the_newer_and_rejected_the_older(pair: tuple[Document, Document]) -> None:
    old, new = pair
    merged = redlined(old, new)
    assert tree_content(merged, "accept") == tree_content(new, "accept")
    assert tree_content(merged, "reject") == tree_content(old, "accept")


CASES = 40


@pytest.mark.rendering
def test_libreoffice_settles_them_so(tmp_path: Path) -> None:
    found: list[tuple[Document, Document]] = []

    @settings(
        max_examples=CASES, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(versions())
    def collect(pair: tuple[Document, Document]) -> None:
        found.append(pair)

    collect()
    files = {str(number): write(redlined(old, new), SHEET, PROPERTIES) for number, (old, new) in enumerate(found)}
    assert {number: problems for number, data in files.items() if (problems := all_problems(data))} == {}
    results = settled(files, tmp_path)
    wrong = {
        (number, way): difference
        for number, (old, new) in enumerate(found)
        for way, plain in zip(WAYS, (new, old), strict=True)
        if (difference := differences(content(results[str(number), way]), content(write(plain, SHEET, PROPERTIES))))
    }
    assert wrong == {}, "\n".join(dump(redlined(old, new)) for old, new in [found[n] for n, _ in wrong])
