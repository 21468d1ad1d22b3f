"""Citations of acts: all that the five real plans hold, every form and slip, and laws that hold for any text.

``citations.tsv`` has every act that the plans name, in their order, taken from the plans' text by reading it: number
and symbol as written, or a law's name; the date, where one stands behind. Laws without a date are none.
"""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cchc.registry.citation_dates import DateState
from cchc.registry.citations import Citation, citations
from cchc.registry.citing_bodies import issuing_symbol

HERE = Path(__file__).parent
PLANS = HERE.parents[1] / "plans"
IDS = ("2018", "2021-2025", "2024", "2025", "dak-lak-2025")


def written(plan: str) -> str:
    """The text of a plan without its comments."""
    lines = (PLANS / f"{plan}.yaml").read_text(encoding="utf-8").split("\n")
    return "\n".join("" if line.lstrip().startswith("#") else line for line in lines)


def by_hand(plan: str) -> list[tuple[str, str]]:
    with (HERE / "citations.tsv").open(encoding="utf-8", newline="") as file:
        return [(row["act"], row["date"]) for row in csv.DictReader(file, delimiter="\t") if row["plan"] == plan]


def scalars(node: yaml.Node) -> list[tuple[int, str]]:
    """Every text of a YAML node with its place."""
    if isinstance(node, yaml.ScalarNode):
        return [(node.start_mark.index, node.value)]
    inner = [part for pair in node.value for part in pair] if isinstance(node, yaml.MappingNode) else node.value
    return [found for part in inner for found in scalars(part)]


@pytest.mark.parametrize("plan", IDS)
def test_every_act_that_a_real_plan_names_is_found(plan: str) -> None:
    root = yaml.compose(written(plan))
    assert root is not None
    found = [
        (each.name if not each.number else each.written.of(text), str(each.day or ""))
        for _, text in scalars(root)
        for each in citations(text)
    ]
    assert found == by_hand(plan)


@pytest.mark.parametrize("plan", IDS)
def test_the_table_has_every_word_that_looks_like_number_and_symbol(plan: str) -> None:
    """Counted without any grammar: words that begin with a digit and hold a slash and two capitals."""
    words = [word.strip('(),;.:"') for word in written(plan).split()]
    numbered = [word for word in words if word[:1].isdigit() and "/" in word and sum(map(str.isupper, word)) > 1]
    assert Counter(numbered) == Counter(act for act, _ in by_hand(plan) if act[:1].isdigit())


class Form(NamedTuple):
    """A text with one act: what is to be read of it."""

    text: str
    kind: str
    label: str
    day: str = ""
    issuer: str = ""
    slip: bool = False
    numbered: bool = True


FORMS = (
    Form("Quyết định số 1629/QĐ-UBND", "Quyết định", "1629/QĐ-UBND"),
    Form("Tờ trình số 558/TTr-SNV ngày 20 tháng 12 năm 2024", "Tờ trình", "558/TTr-SNV", "2024-12-20"),
    Form("Công văn số 2231/SNV-CCHC&PC ngày 05/6/2021", "Công văn", "2231/SNV-CCHC&PC", "2021-06-05"),
    Form("Nghị định số 61/2018/NĐ-CP", "Nghị định", "61/2018/NĐ-CP"),
    Form("Nghị quyết số 60/2024/UBTVQH15", "Nghị quyết", "60/2024/UBTVQH15"),
    Form("Luật số 202/2025/QH15", "Luật", "202/2025/QH15"),
    Form("Nghị quyết số 20-NQ/TU của Tỉnh ủy", "Nghị quyết", "20-NQ/TU", issuer="Tỉnh ủy"),
    Form("Nghị quyết số 30c/NQ-CP", "Nghị quyết", "30c/NQ-CP"),
    Form("Quyết định số 4255/QĐ-BNN-KHCN", "Quyết định", "4255/QĐ-BNN-KHCN"),
    Form("Nghị quyết số 66.2/2025/NQ-CP", "Nghị quyết", "66.2/2025/NQ-CP"),
    Form("Kế hoạch số 0156/KH-UBND", "Kế hoạch", "156/KH-UBND"),
    Form("Thông tư liên tịch số 163/2013/TTLT-BTC-BNV", "Thông tư liên tịch", "163/2013/TTLT-BTC-BNV"),
    Form("Quy định số 41-QĐ/TW", "Quy định", "41-QĐ/TW"),
    # A colon, the number inside brackets, a line's end inside, small letters, capitals.
    Form("Quyết định số: 66/QĐ-UBND", "Quyết định", "66/QĐ-UBND"),
    Form("Quyết định (số 66/QĐ-UBND)", "Quyết định", "66/QĐ-UBND"),
    Form("Quyết\nđịnh số\n66/QĐ-UBND\nngày 18 tháng 8\nnăm 2021", "Quyết định", "66/QĐ-UBND", "2021-08-18"),
    Form("quyết định số 66/QĐ-UBND", "quyết định", "66/QĐ-UBND"),
    Form("QUYẾT ĐỊNH SỐ 66/QĐ-UBND", "QUYẾT ĐỊNH", "66/QĐ-UBND"),
    # Words between type and number, the issuer before the number and before the date.
    Form("Chương trình hành động số 14-CTr/TU", "Chương trình", "14-CTr/TU"),
    Form("Nghị quyết của Chính phủ số 76/NQ-CP", "Nghị quyết", "76/NQ-CP"),
    Form(
        "Quyết định số 66/QĐ-UBND của UBND tỉnh Đắk Nông ngày 18/8/2021",
        *("Quyết định", "66/QĐ-UBND", "2021-08-18", "UBND tỉnh Đắk Nông"),
    ),
    # Dates with a comma, in brackets, with dots, with two figures for the year.
    Form("Quyết định số 66/QĐ-UBND, ngày 18/8/2021", "Quyết định", "66/QĐ-UBND", "2021-08-18"),
    Form("Quyết định số 66/QĐ-UBND (18/8/2021)", "Quyết định", "66/QĐ-UBND", "2021-08-18"),
    Form("Quyết định số 66/QĐ-UBND ngày 18.8.2021", "Quyết định", "66/QĐ-UBND", "2021-08-18"),
    Form("Quyết định số 66/QĐ-UBND ngày 18/8/21", "Quyết định", "66/QĐ-UBND", "2021-08-18"),
    Form("Quyết định số 66/QĐ-UBND ký ngày 18/8/2021", "Quyết định", "66/QĐ-UBND", "2021-08-18"),
    # No “số”, no year; nothing before the number.
    Form("Nghị định 108/NĐ-CP ngày 20/11/2014", "Nghị định", "108/NĐ-CP", "2014-11-20", numbered=False),
    Form("Nghị định số 64/CP ngày 27/9/1993", "Nghị định", "64/CP", "1993-09-27"),
    Form("theo 43/2006/NĐ-CP", "", "43/2006/NĐ-CP", numbered=False),
    # Slips.
    Form("Nghị định số 20/2008/NĐ CP ngày 14/02/2008", "Nghị định", "20/2008/NĐ-CP", "2008-02-14", slip=True),
    Form("Nghị định số 85/2023/NĐ- ngày 07/12/2023", "Nghị định", "85/2023/NĐ", "2023-12-07", slip=True),
    Form("Nghị quyết số 18- NQ/TW", "Nghị quyết", "18-NQ/TW", slip=True),
    Form("Chương trình số 14/CTr/TU", "Chương trình", "14-CTr/TU", slip=True),
    Form("Quyết định số 12/QD-UBND", "Quyết định", "12/QĐ-UBND", slip=True),
    Form("Tờ trình số 15 /TTr - SNV", "Tờ trình", "15/TTr-SNV", slip=True),
    # Look-alikes: a no-break hyphen, a dash, the Icelandic letter, no-break spaces.
    Form("Quyết định số 272/QĐ‑BNV ngày 10/4/2024", "Quyết định", "272/QĐ-BNV", "2024-04-10"),
    Form("Nghị quyết số 19–NQ/TW", "Nghị quyết", "19-NQ/TW"),
    Form("Quyết định số 749/QÐ-TTg", "Quyết định", "749/QĐ-TTg"),
    Form("Quyết\u00a0định số\u00a0749/QĐ-TTg", "Quyết\u00a0định", "749/QĐ-TTg"),
)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.text)
def test_a_form_is_read(form: Form) -> None:
    (found,) = citations(form.text)
    assert " ".join(found.kind.split()) == " ".join(form.kind.split())
    assert (found.label, str(found.day or ""), found.issuer) == (form.label, form.day, form.issuer)
    assert (found.slip, found.numbered) == (form.slip, form.numbered)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Nghị định số 63/2010/NĐ-CP và Nghị định số 92/2017/NĐ-CP của Chính phủ", ["63/2010/NĐ-CP", "92/2017/NĐ-CP"]),
        ("các Nghị định số 20/2008/NĐ-CP, 63/2010/NĐ-CP", ["20/2008/NĐ-CP", "63/2010/NĐ-CP"]),
        (
            "Kế hoạch số 10357/KH-UBND ngày 22/10/2021 (được sửa đổi, bổ sung tại Quyết định số 321/QĐ-UBND)",
            ["10357/KH-UBND", "321/QĐ-UBND"],
        ),
        ("Luật Viên chức ngày 15/11/2010; Luật Cán bộ, công chức", ["Luật Viên chức"]),
        ("đạt 24/24 giờ, 41/63 tỉnh, 85.42/100 điểm", []),
        ("từ ngày 15/7/2021, Cổng/Trang thông tin", []),
        ("Bộ chỉ số DTI-2025/PAR", []),
        ("giảm 5 - TTHC/năm và 10 điểm/Tiêu chí, 3/KPI", []),
        ("theo Luật Cán bộ, công chức trước ngày 30/6/2025", []),
        ("quy định của Luật này ngày 30/6/2025", []),
    ],
)
def test_several_acts_and_what_is_none(text: str, labels: list[str]) -> None:
    assert [found.label for found in citations(text)] == labels


@pytest.mark.parametrize(
    ("text", "state", "written_date"),
    [
        ("Quyết định số 5/QĐ-UBND ngày 31/6/2020", DateState.IMPOSSIBLE, "31/6/2020"),
        ("Quyết định số 5/QĐ-UBND ngày 15/13/2020 của", DateState.IMPOSSIBLE, "15/13/2020"),
        ("Quyết định số 5/QĐ-UBND ngày 15/7 của UBND tỉnh", DateState.PARTIAL, "15/7"),
        ("Quyết định số 5/QĐ-UBND ngày 15 tháng 7 của UBND tỉnh", DateState.PARTIAL, "15 tháng 7"),
        ("Quyết định số 5/QĐ-UBND ngày … tháng 12 năm 2024", DateState.PARTIAL, "… tháng 12 năm 2024"),
        ("Quyết định số 5/QĐ-UBND của UBND tỉnh về việc họp ngày 15/7/2020", DateState.NONE, ""),
        ("Quyết định số 5/QĐ-UBND báo cáo trước ngày 15/7/2020", DateState.NONE, ""),
    ],
)
def test_the_state_of_a_date(text: str, state: DateState, written_date: str) -> None:
    (found,) = citations(text)
    assert (found.dated, found.date_at.of(text), found.day) == (state, written_date, None)


def test_a_blank_of_a_draft_is_an_act_without_a_number() -> None:
    text = "Tờ trình số …/TTr-SNV ngày … tháng 12 năm 2024"
    (found,) = citations(text)
    assert (found.kind, found.number, found.symbol, found.dated) == ("Tờ trình", "", "TTr-SNV", DateState.PARTIAL)


def test_a_law_with_its_number_has_its_name() -> None:
    (found,) = citations("Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025")
    assert (found.name, found.label) == ("Luật Tổ chức chính quyền địa phương", "72/2025/QH15")
    assert found.day == date(2025, 6, 16)


@pytest.mark.parametrize(
    ("issuer", "symbol", "words"),
    [
        ("Chính phủ về kiểm soát thủ tục", "CP", "Chính phủ"),
        ("Thủ tướng Chính phủ", "TTg", "Thủ tướng Chính phủ"),
        ("Văn phòng Chính phủ", "VPCP", "Văn phòng Chính phủ"),
        ("Bộ trưởng Bộ Nội vụ", "BNV", "Bộ trưởng Bộ Nội vụ"),
        ("Chủ tịch Uỷ ban nhân dân tỉnh", "UBND", "Chủ tịch Uỷ ban nhân dân"),
        ("Ban Thường vụ Tỉnh ủy", "TU", "Ban Thường vụ Tỉnh ủy"),
        (
            "Hội nghị lần thứ năm Ban Chấp hành Trung ương Đảng",
            "TW",
            "Hội nghị lần thứ năm Ban Chấp hành Trung ương Đảng",
        ),
        ("Ủy ban Thường vụ Quốc hội", "UBTVQH", "Ủy ban Thường vụ Quốc hội"),
    ],
)
def test_who_issues(issuer: str, symbol: str, words: str) -> None:
    assert issuing_symbol(issuer) == (symbol, words)


@pytest.mark.parametrize("issuer", ["", "Văn phòng UBND tỉnh", "tỉnh", "Sở Nội vụ", "Đảng"])
def test_who_is_not_known(issuer: str) -> None:
    assert issuing_symbol(issuer) is None


KINDS = {"QĐ": "Quyết định", "KH": "Kế hoạch", "NĐ": "Nghị định", "TT": "Thông tư", "CT": "Chỉ thị", "TTr": "Tờ trình"}
TYPES = st.sampled_from(sorted(KINDS))
BODIES = st.sampled_from(["UBND", "CP", "TTg", "SNV", "BNV", "HĐND", "VPCP"])
NUMBERS = st.integers(1, 99999)
DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
AROUND = st.sampled_from(["", "Thực hiện ", "(", "theo: ", "căn cứ vào ", "tại “"])
BEHIND = st.sampled_from(["", ".", "; ", ") và", " của Chính phủ", ", báo cáo"])


@given(AROUND, TYPES, NUMBERS, st.none() | st.integers(1997, 2060), BODIES, DAYS, st.booleans(), BEHIND)
def test_what_is_written_is_read(
    before: str, type_: str, number: int, year: int | None, body: str, day: date, in_words: bool, behind: str
) -> None:
    symbol = f"{number}{f'/{year}' if year else ''}/{type_}-{body}"
    dated = f"{day.day:02} tháng {day.month} năm {day.year}" if in_words else f"{day.day}/{day.month}/{day.year}"
    cited = f"{KINDS[type_]} số {symbol} ngày {dated}"
    text = f"{before}{cited}{behind}"
    (found,) = citations(text)
    assert (found.kind, found.number, found.year, found.type, found.body) == (
        KINDS[type_],
        str(number),
        year,
        type_,
        body,
    )
    assert (found.whole.of(text), found.written.of(text), found.date_at.of(text)) == (cited, symbol, dated)
    assert (found.day, found.slip, found.numbered) == (day, False, True)


@given(st.lists(st.tuples(TYPES, NUMBERS, BODIES), min_size=1, max_size=6), st.sampled_from([", ", "; ", " và ", "\n"]))
def test_each_of_a_list_is_read_in_its_place(acts: list[tuple[str, int, str]], between: str) -> None:
    cited = [f"{KINDS[type_]} số {number}/{type_}-{body}" for type_, number, body in acts]
    text = between.join(cited)
    assert [found.whole.of(text) for found in citations(text)] == cited


PIECES = st.sampled_from(
    [
        "Nghị định",
        "số",
        " ",
        "/",
        "-",
        "12",
        "2020",
        "NĐ",
        "CP",
        "QH15",
        "ngày",
        "31/6",
        "tháng",
        "Luật",
        ";",
        "của",
        "\n",
        "…",
    ]
)


@given(st.lists(PIECES | st.text(max_size=3), max_size=40).map("".join))
def test_any_text_is_read_in_order_and_within_itself(text: str) -> None:
    found = citations(text)
    assert list(found) == sorted(found, key=lambda each: each.whole.start)
    for each in found:
        assert_inside(each, text)
    for one, other in pairwise(found):
        assert one.written.end <= other.whole.start


def assert_inside(each: Citation, text: str) -> None:
    assert 0 <= each.whole.start <= each.written.start < each.written.end <= each.whole.end <= len(text)
    for stretch in (each.date_at, each.issuer_at):
        assert each.written.end <= stretch.start <= stretch.end <= len(text)


def test_a_long_text_takes_time_in_proportion() -> None:
    text = "Luật số 12/ - " * 5000
    assert len(citations(text + "1/QĐ-UBND")) <= 5001
