"""Any two small documents, with rows joined by cells: accepted their redline is the newer, rejected the older."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc.backends.docx.writer import write
from cchc.compare.by_text import aligned
from cchc.compare.redline import redline
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

words = st.lists(st.sampled_from(["một", "hai", "ba", "bốn", "năm\u00a02025", "Sở", "1.", "a)"]), max_size=3)
texts = st.builds(lambda each, bold: Text(" ".join(each), bold), words, st.sampled_from([None, True]))
inlines = st.lists(st.one_of(texts, texts, st.just(Break()), st.sampled_from([Note("x"), Note("y")])), max_size=2)


def _shown(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    return tuple(inline for inline in inlines if not isinstance(inline, Text) or inline.text)


paragraphs = st.tuples(st.sampled_from(["body", "basis"]), inlines.map(_shown)).map(lambda each: Paragraph(*each))
cells = st.lists(paragraphs, min_size=1, max_size=2).map(tuple)
columns = st.builds(lambda left, right: Columns((1, 1), (left, right)), cells, cells)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Three columns; bands of up to three rows whose first cell may be one."""
    rows = [Row(tuple(Cell((Paragraph("cell", (Text(name),)),)) for name in ("A", "B", "C")), header=True)]
    for _ in range(draw(st.integers(0, 3))):
        length = draw(st.sampled_from([1, 1, 2, 3]))
        first = Cell(draw(cells), rowspan=length)
        rows.append(Row((first, Cell(draw(cells)), Cell(draw(cells)))))
        for _ in range(length - 1):
            across = draw(st.booleans())
            rest = (Cell(draw(cells), colspan=2),) if across else (Cell(draw(cells)), Cell(draw(cells)))
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


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(versions())
def test_the_tree_accepted_is_the_newer_and_rejected_the_older(pair: tuple[Document, Document]) -> None:
    old, new = pair
    merged = redline(old, new, aligned(old, new))
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
    files = {
        str(number): write(redline(old, new, aligned(old, new)), SHEET, PROPERTIES)
        for number, (old, new) in enumerate(found)
    }
    assert {number: problems for number, data in files.items() if (problems := all_problems(data))} == {}
    results = settled(files, tmp_path)
    wrong = {
        (number, way): difference
        for number, (old, new) in enumerate(found)
        for way, plain in zip(WAYS, (new, old), strict=True)
        if (difference := differences(content(results[str(number), way]), content(write(plain, SHEET, PROPERTIES))))
    }
    assert wrong == {}, [found[number] for number, _ in wrong][:2]
