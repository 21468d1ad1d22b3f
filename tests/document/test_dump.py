"""The dump of the tree: the golden of a small plan, equal for equal trees and different for others."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from cchc.document.dump import dump
from cchc.document.nodes import Break, Cell, Document, Inline, Paragraph, Row, Section, Table, Text
from tests.printing import printed, small_plan

GOLDEN = Path(__file__).parents[1] / "goldens" / "small.txt"

emphasis = st.sampled_from((None, True, False))
texts = st.text("a*_!␣⏎\\\u00a0\u2011 -", min_size=1, max_size=4)
runs: st.SearchStrategy[Inline] = st.builds(Text, texts, emphasis, emphasis) | st.builds(Break)
paragraphs = st.builds(
    Paragraph,
    st.sampled_from(("cell", "basis")),
    st.lists(runs, min_size=1, max_size=1).map(tuple),
    st.sampled_from((0.0, 0.4, 1.0)),
    st.booleans(),
)


def test_the_small_plan_makes_the_tree_that_it_made_before(update_goldens: bool) -> None:
    text = dump(printed(small_plan()))
    if update_goldens:
        GOLDEN.write_text(text, encoding="utf-8", newline="\n")
    assert text == GOLDEN.read_text(encoding="utf-8")


@given(st.lists(paragraphs, max_size=3), st.lists(paragraphs, max_size=3))
def test_trees_that_differ_have_dumps_that_differ(one: list[Paragraph], other: list[Paragraph]) -> None:
    first, second = (Document("", (Section(tuple(blocks)),)) for blocks in (one, other))
    assert (dump(first) == dump(second)) == (first == second)


def test_spans_headers_and_what_is_kept_together_are_shown() -> None:
    cell = Cell((Paragraph("cell", (Text("a", bold=True),), keep_next=True),), colspan=2, rowspan=3)
    table = Table((30, 70), (Row((cell,), header=True), Row((), keep_next=True)))
    assert dump(Document("Tên", (Section((table,), "landscape", opens_document=False),))) == (
        "document “Tên”\n"
        "  section landscape\n"
        "    table 30 70\n"
        "      row header\n"
        "        cell across 2 down 3\n"
        "          cell keep: **a**\n"
        "      row keep\n"
    )
