"""Sentences of signed acts with what a reader finds in them, then the rules one by one."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.language.figures import Figure, read_figures

CASES = Path(__file__).parent / "cases" / "figures.txt"


def cases() -> Iterator[tuple[str, list[str]]]:
    """The sentences of the case file, each with the lines that describe its figures."""
    text, lines = "", list[str]()
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("> "):
            text, lines = line[2:], []
        elif line.startswith("  ") and line != "  (none)":
            lines.append(line.strip())
        elif not line and text:
            yield text, lines
            text = ""


def described(text: str, figure: Figure) -> str:
    """``figure`` in the words of the case file."""
    said = {
        "change": figure.change,
        "compared_with": figure.compared_with,
        "scope": ",".join(figure.scope),
        "baseline_year": figure.baseline_year,
        "due_year": figure.due_year,
        "rate": figure.rate,
        "id": figure.id,
    }
    extra = [f"{name}={value}" for name, value in said.items() if value]
    return " | ".join([text[figure.start : figure.end], figure.bound, figure.name, *extra])


@pytest.mark.parametrize(("text", "lines"), list(cases()))
def test_sentences_of_acts(text: str, lines: list[str]) -> None:
    assert [described(text, figure) for figure in read_figures(text)] == lines


def test_a_lead_in_gives_the_due_year_and_the_name() -> None:
    lead_in = "Phấn đấu đến hết năm 2025, mức độ hài lòng:"
    figures = read_figures("Đạt tối thiểu 90%; 80% tại cấp xã.", lead_in=lead_in)
    assert [(figure.name, figure.due_year) for figure in figures] == [("mức độ hài lòng", 2025)] * 2
    assert [figure.scope for figure in figures] == [(), ("xa",)]


def test_a_clause_of_cues_and_scopes_alone_is_named_by_its_lead_in() -> None:
    text = "Trung bình tối thiểu đạt 60% trên cả 03 cấp tỉnh, huyện, xã"
    (figure,) = read_figures(text, lead_in="Tỷ lệ xử lý hồ sơ trực tuyến")
    assert (figure.name, figure.bound) == ("Tỷ lệ xử lý hồ sơ trực tuyến", "at_least")
    assert figure.scope == ("tinh", "huyen", "xa")


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("đạt 80%", "target"),
        ("đạt từ 80%", "at_least"),
        ("tăng từ 5%", "at_least"),
        ("phải đạt tối thiểu là 80%", "at_least"),
        ("đạt tỷ lệ thấp nhất 80%", "at_least"),
        ("không thấp hơn 80%", "at_least"),
        ("đạt và vượt 95%", "at_least"),
        ("Ít nhất 80%", "at_least"),
        ("80% trở lên", "at_least"),
        ("≥ 80%", "at_least"),
        ("tối đa 5%", "at_most"),
        ("không vượt quá 5%", "at_most"),
        ("không quá 5%", "at_most"),
        ("5% trở xuống", "at_most"),
        ("đạt trên 80%", "above"),
        ("vượt 80%", "above"),
        ("cao hơn bình quân 5%", "above"),
        ("dưới 5%", "below"),
        ("thấp hơn 5%", "below"),
        ("khoảng 30%", "about"),
        ("gần 30%", "about"),
        ("60 - 80%", "between"),
        ("60%-80%", "between"),
        ("từ 60% đến dưới 80%", "between"),
        ("đạt từ 60 đến 80%", "between"),
        ("từ 80%", "target"),
        ("trên tổng số hồ sơ đạt 80%", "target"),
        ("tối thiểu là số hồ sơ đạt 80%", "target"),
    ],
)
def test_bounds(words: str, bound: str) -> None:
    (figure,) = read_figures(f"Hồ sơ {words}.")
    assert figure.bound == bound


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("tăng 5%", "increase"),
        ("Tăng thêm tối thiểu 5%", "increase"),
        ("giảm thêm 5%", "decrease"),
        ("mỗi năm giảm bình quân 5%", "decrease"),
        ("cắt giảm ít nhất 20%", "decrease"),
        ("tỷ lệ tăng 5%", None),
        ("mức giảm 5%", None),
        ("nhằm tăng 5%", None),
        ("tăng sự hài lòng lên 95%", None),
        ("giảm phiền hà, đạt 95%", None),
    ],
)
def test_changes(text: str, change: str | None) -> None:
    (figure,) = read_figures(text)
    assert figure.change == change


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("100% hồ sơ tại cấp tỉnh", [("tinh",)]),
        ("Ở cấp huyện, cấp xã đạt 80%", [("huyen", "xa")]),
        ("tại cấp tỉnh 90%, cấp huyện 80%, cấp xã 70%", [("tinh",), ("huyen",), ("xa",)]),
        ("80% từ cấp tỉnh đến cấp xã", [("tinh", "huyen", "xa")]),
        ("80% ở 03 cấp tỉnh, huyện và xã", [("tinh", "huyen", "xa")]),
        ("100% công chức cấp xã đạt chuẩn", [()]),
        ("100% UBND cấp huyện", [()]),
    ],
)
def test_scopes(text: str, scopes: list[tuple[str, ...]]) -> None:
    assert [figure.scope for figure in read_figures(text)] == scopes


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Đến hết năm 2025, 80% hồ sơ", 2025),
        ("Phấn đấu đến năm 2025 đạt 80%", 2025),
        ("Năm 2026, đạt 80%", 2026),
        ("đạt 80% vào cuối năm 2027", 2027),
        ("100% nhiệm vụ tại Kế hoạch năm 2025", None),
        ("100% nhiệm vụ theo Đề án đến năm 2025, định hướng đến năm 2030", None),
    ],
)
def test_due_years(text: str, year: int | None) -> None:
    (figure,) = read_figures(text)
    assert figure.due_year == year


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("mỗi năm tăng 5%", "năm"),
        ("giảm 5%/năm", "năm"),
        ("hàng quý giảm 5%", "quý"),
        ("tăng 5% mỗi quý", "quý"),
        ("100% được đánh giá hàng năm", None),
        ("tăng 5%", None),
    ],
)
def test_rates(text: str, rate: str | None) -> None:
    (figure,) = read_figures(text)
    assert figure.rate == rate


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "Hồ sơ (trừ đất đai, xây dựng; thuế) trực tuyến đạt 80%",
            [("80", "Hồ sơ (trừ đất đai, xây dựng; thuế) trực tuyến")],
        ),
        ("Hồ sơ (đạt 70%) trực tuyến đạt 80%", [("70", "Hồ sơ"), ("80", "trực tuyến")]),
        ("Hồ sơ trực tuyến đạt 80% (trừ hồ sơ mật)", [("80", "Hồ sơ trực tuyến")]),
        ("80% hồ sơ (cấp tỉnh, cấp huyện) và 70% văn bản", [("80", "hồ sơ (cấp tỉnh, cấp huyện)"), ("70", "văn bản")]),
        ("Hồ sơ (trực tuyến <80>", [("80", "trực tuyến")]),
    ],
)
def test_a_clause_goes_on_behind_a_parenthesis_without_figures(text: str, read: list[tuple[str, str]]) -> None:
    assert [(str(figure.value), figure.name) for figure in read_figures(text)] == read


def test_marks_are_figures_of_their_own_unit() -> None:
    text = "Chỉ số PAR INDEX tăng <par=5 - 7 bậc> so với năm 2024, <1.500> hồ sơ (xem <#muc-1>)"
    rank, files = read_figures(text)
    assert described(text, rank) == (
        "5 - 7 bậc | between | Chỉ số PAR INDEX tăng so với năm 2024"
        " | change=increase | compared_with=năm 2024 | baseline_year=2024 | id=par"
    )
    assert (rank.value, rank.upper, rank.unit) == (Decimal(5), Decimal(7), "bậc")
    assert text[rank.start : rank.end] == "5 - 7 bậc"
    assert (files.value, files.unit, files.name) == (Decimal(1500), "", "hồ sơ")


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [("99.5%", ",", "99.5"), ("99,5 %", ".", "99.5"), ("1.500%", ",", "1500"), ("1.500%", ".", "1.500")],
)
def test_values_are_read_as_prose(text: str, decimal: str, value: str) -> None:
    (figure,) = read_figures(text, decimal="." if decimal == "." else ",")
    assert figure.value == Decimal(value)


@pytest.mark.parametrize(
    "text", ["", "%", "tỷ lệ %", "1.2.3%", "9" * 5000 + "%", "80 hồ sơ", "năm 2025", "<a=x>", "CP80%"]
)
def test_what_is_no_figure(text: str) -> None:
    assert read_figures(text) == ()


@given(st.lists(st.integers(0, 100), max_size=6), st.sampled_from(["; ", ", ", " và ", ". ", " (", ") hồ sơ "]))
def test_every_percentage_is_found_once(values: list[int], joint: str) -> None:
    text = joint.join(f"{value}% hồ sơ" for value in values)
    figures = read_figures(text)
    assert [int(figure.value) for figure in figures] == values
    assert [text[figure.start : figure.end] for figure in figures] == [f"{value}%" for value in values]


WORDS = (
    *("80%", "5-7%", "<a=9%>", "<x", ",", ";", ":", "(", ")", ".", "và", "từ", "đến", "năm 2025", "tại cấp tỉnh"),
    *("trở lên", "so với", "tăng", "mỗi năm", "tỷ lệ", "đạt", "hồ sơ", "trong đó"),
)


@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
def test_any_sentence_is_read(text: str) -> None:
    for figure in read_figures(text):
        assert 0 <= figure.start < figure.end <= len(text)
        assert (figure.upper is not None) == (figure.bound == "between")
        assert figure.name == figure.name.strip(" ,")


@pytest.mark.parametrize("piece", [";5%", "<5%>", "<5", ", ", "cấp tỉnh, ", "từ cấp tỉnh đến ", "1.", "("])
def test_long_texts_take_time_in_proportion(piece: str) -> None:
    """Ten thousand repetitions; an attempt that is quadratic in them would run for half a minute."""
    started = perf_counter()
    read_figures(piece * 10_000 + "5%")
    assert perf_counter() - started < 5
