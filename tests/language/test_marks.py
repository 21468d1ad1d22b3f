from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.language.marks import printed, read_marks


@pytest.mark.parametrize(
    ("text", "id_", "value", "upper", "unit", "shown"),
    [
        ("tăng <5 - 7 bậc> so với năm 2024", None, "5", "7", "bậc", "tăng 5 - 7 bậc so với năm 2024"),
        ("đạt từ <so-hoa=80%> trở lên", "so-hoa", "80", None, "%", "đạt từ 80% trở lên"),
        ("xếp thứ <hang=40/63>", "hang", "40", None, "/63", "xếp thứ 40/63"),
        ("<≥ 80%> hồ sơ", None, "80", None, "%", "≥ 80% hồ sơ"),
        ("<1.500 hồ sơ>", None, "1.500", None, "hồ sơ", "1.500 hồ sơ"),
        ("<a=70% đến dưới 100%>", "a", "70", "100", "%", "70% đến dưới 100%"),
        ("<x=99,5>", "x", "99,5", None, "", "99,5"),
    ],
)
def test_a_mark(text: str, id_: str | None, value: str, upper: str | None, unit: str, shown: str) -> None:
    (mark,), faults = read_marks(text)
    assert (mark.id, mark.value, mark.upper, mark.unit, faults) == (id_, value, upper, unit, ())
    assert text[mark.start] + text[mark.end - 1] == "<>"
    assert text[mark.figure_start : mark.figure_end] in shown
    assert printed(text) == shown


@pytest.mark.parametrize("text", ["", "a < b", "<b>đậm</b>", "Như <#thi-hanh>", "x <= 5", "< 5 %", "<Số=5>", "80%"])
def test_any_other_sign_is_itself(text: str) -> None:
    assert read_marks(text) == ((), ())
    assert printed(text) == text


@pytest.mark.parametrize(
    ("text", "problem", "faulty"),
    [
        ("nồng độ <5 mg", "unclosed", "<"),
        ("đạt <ty-le=cao>", "no figure", "<ty-le=cao>"),
        ("<a=>", "no figure", "<a=>"),
        ("<a=5 6>", "no figure", "<a=5 6>"),
        ("<a=5 <#b>>", "nested", "<a=5 "),
        ("<a=ít nhất 80%>", "no figure", "<a=ít nhất 80%>"),
        ("<5" + " " * 5000 + "x6>", "no figure", "<5" + " " * 5000 + "x6>"),
    ],
)
def test_a_mark_that_cannot_be_read(text: str, problem: str, faulty: str) -> None:
    marks, (fault,) = read_marks(text)
    assert marks == ()
    assert (fault.problem, text[fault.start : fault.end]) == (problem, faulty)
    assert printed(text) == text


def test_a_fault_hides_no_later_mark() -> None:
    marks, faults = read_marks("<5 mg và <a=80%> và <b=>")
    assert [mark.id for mark in marks] == ["a"]
    assert [fault.problem for fault in faults] == ["nested", "no figure"]


@given(st.lists(st.tuples(st.text("abc đ,;%", max_size=8), st.integers(0, 999), st.sampled_from(["", "a=", "x-1="]))))
def test_marks_print_their_figures(pieces: list[tuple[str, int, str]]) -> None:
    text = "".join(f"{before}<{name}{number}%>" for before, number, name in pieces)
    assert printed(text) == "".join(f"{before}{number}%" for before, number, _ in pieces)
    assert len(read_marks(text)[0]) == len(pieces)


@given(st.text("<>=#5%≥ ab-/đến", max_size=30))
def test_any_text_is_read_in_order(text: str) -> None:
    marks, faults = read_marks(text)
    places = sorted([(mark.start, mark.end) for mark in marks] + [(fault.start, fault.end) for fault in faults])
    assert all(one[1] <= two[0] for one, two in pairwise(places))
    assert len(printed(text)) <= len(text)
