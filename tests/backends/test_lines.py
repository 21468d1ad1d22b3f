"""Where lines end, and so how long the longest is."""

import pytest

from cchc.backends.docx.face import text_width
from cchc.backends.docx.lines import longest_line
from cchc.document.nodes import Break, Inline, Paragraph, Text
from cchc.document.style import ParagraphStyle

STYLE = ParagraphStyle(name="x", label="X", size=14)


def longest(*inlines: Inline, room: float = 1000) -> float:
    return longest_line(Paragraph("x", inlines), STYLE, room)


def width(text: str, bold: bool = False) -> float:
    return text_width(text, 14, bold)


def test_one_line_is_as_long_as_its_text() -> None:
    assert longest(Text("Ban hành Kế hoạch")) == pytest.approx(width("Ban hành Kế hoạch"))


def test_spaces_at_a_lines_end_do_not_count() -> None:
    assert longest(Text("Ban hành  ")) == pytest.approx(width("Ban hành"))


def test_a_break_ends_a_line() -> None:
    assert longest(Text("(Kèm theo"), Break(), Text("Quyết định số 15)")) == pytest.approx(width("Quyết định số 15)"))


@pytest.mark.parametrize(
    ("text", "first", "rest"),
    [
        ("Ủy ban nhân dân tỉnh", "Ủy ban nhân", "dân tỉnh"),
        ("số 15/QĐ-UBND", "số 15/QĐ-", "UBND"),
        ("a b c", "a b", "c"),
    ],
)
def test_a_line_is_filled_before_the_next_begins(text: str, first: str, rest: str) -> None:
    assert text.replace(" ", "") == (first + rest).replace(" ", "")
    assert longest(Text(text), room=width(first) + 0.01) == pytest.approx(max(width(first), width(rest)))


@pytest.mark.parametrize("text", ["số\u00a015", "QĐ\u2011UBND"])
def test_no_line_ends_at_a_no_break_character(text: str) -> None:
    assert longest(Text(text), room=1) == pytest.approx(width(text))


def test_a_word_may_run_over_two_runs() -> None:
    assert longest(Text("Kế ho"), Text("ạch", bold=True), room=1) == pytest.approx(
        width("ho") + width("ạch", bold=True)
    )


def test_runs_are_measured_in_their_own_face() -> None:
    assert longest(Text("Điều 1. ", bold=True), Text("Ban")) == pytest.approx(
        width("Điều 1. ", bold=True) + width("Ban")
    )


def test_no_text_has_no_length() -> None:
    assert longest() == longest(Text("")) == longest(Break()) == 0
