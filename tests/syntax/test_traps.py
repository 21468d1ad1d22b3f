"""Prose that valid YAML would lose is caught, with the lines that keep it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.source import Source
from cchc.syntax.nodes import Mapping, Node, Scalar, Sequence
from cchc.syntax.parsing import parse
from cchc.syntax.traps import comment_after, lost_prose, quoted_key
from tests.syntax.reading import data, place, value

KEYS = ("title", "lead")

# A plan, and what is said of the first item of its list `b`.
TRAPS = {
    # a colon splits a sentence
    "a: x\nb:\n  - Trong đó: cấp tỉnh\n": ("Y101", 3, 5, '  - "Trong đó: cấp tỉnh"'),
    "b:\n  - Phấn đấu đến hết năm 2025:\n": ("Y101", 2, 5, '  - "Phấn đấu đến hết năm 2025:"'),
    "b:\n  - Khung: x\n      y\n": ("Y101", 2, 5, '  - "Khung: x y"'),
    "b:\n  - Phấn đấu:\n    - một\n    - hai\n": (
        "Y101",
        2,
        5,
        '  - text: "Phấn đấu:"\n    bullets:\n      - một\n      - hai',
    ),
    "b:\n  - Phấn đấu:\n        - một\n          nữa\n  - x\n": (
        "Y101",
        2,
        5,
        '  - text: "Phấn đấu:"\n    bullets:\n      - một\n        nữa',
    ),
    "b:\n  - Phấn đấu:\n      title: x\n": ("Y101", 2, 5, None),
    "b:\n  - Câu “một”: x\n    Câu hai: y\n": ("Y101", 2, 5, None),
    # a # cuts it
    "b:\n  - Đề án #1 là\n": ("Y102", 2, 11, '  - "Đề án #1 là"'),
    "b:\n  - Đề án # một  \n": ("Y102", 2, 11, '  - "Đề án # một"'),
    "b:\n  - Đề án  #một\n": ("Y102", 2, 12, '  - "Đề án #một"'),
    "b:\n  - x\n    y # z\n": ("Y102", 3, 7, '  - "x y # z"'),
    "b:\n  - #1 là\n": ("Y102", 2, 5, '  - "#1 là"'),
    # a comma cuts it
    "b:\n  - [CT, các PCT UBND tỉnh]\n": ("Y103", 2, 10, "  -\n    - CT\n    - các PCT UBND tỉnh"),
    "b:\n  - {support: CT, các PCT UBND tỉnh, lead: x}\n": (
        "Y103",
        2,
        19,
        "  - support: CT, các PCT UBND tỉnh\n    lead: x",
    ),
    'b:\n  - ["a: b", Sở Nội vụ,\n     [c]]\n': ("Y103", 2, 14, '  -\n    - "a: b"\n    - Sở Nội vụ\n    - [c]'),
    # a list glued to it
    "b:\n  - Câu này\n    - một\n    - hai\n      ba\n": (
        "Y104",
        3,
        5,
        "  - text: Câu này\n    bullets:\n      - một\n      - hai ba",
    ),
    "b:\n  - Câu này\n    + một\n    + hai\n": (
        "Y104",
        3,
        5,
        "  - text: Câu này\n    bullets:\n      - một\n      - hai",
    ),
    "b:\n  - Câu này\n    a) một\n    b) hai\n": (
        "Y104",
        3,
        5,
        "  - text: Câu này\n    points:\n      - một\n      - hai",
    ),
    "b:\n  - Câu này\n    1. một\n    2. hai\n": (
        "Y104",
        3,
        5,
        "  - text: Câu này\n    clauses:\n      - một\n      - hai",
    ),
    "b:\n  - Câu này\n    -Sở Nội vụ\n": ("Y104", 3, 5, "  - text: Câu này\n    bullets:\n      - Sở Nội vụ"),
    'b:\n  - "Câu này:\n    * một"\n': ("Y104", 3, 5, None),
    "b:\n  - >\n    Câu này:\n    - một\n": ("Y104", 4, 5, '  - text: "Câu này:"\n    bullets:\n      - một'),
    # spaces
    "b:\n  - -Sở Nội vụ\n": ("Y044", 2, 5, "  - Sở Nội vụ"),
    "b:\n  - lead:Sở Nội vụ\n": ("Y044", 2, 9, "  - lead: Sở Nội vụ"),
    "b:\n  - lead：Sở Nội vụ\n": ("Y045", 2, 9, "  - lead: Sở Nội vụ"),
    "b:\n  - “lead”: x\n": ("Y105", 2, 5, "  - lead: x"),
}

FINE = (
    "b:\n  - Câu  # chú thích\n",
    "b:\n  - Câu#1\n",
    "b:\n  - # chú thích\n    Câu\n",
    'b:\n  - "Trong đó: cấp tỉnh" # x\n',
    "b:\n  - title: x\n",
    "b:\n  - KT: x\n",
    "b:\n  - [CT, 12/2024, 'hai chữ', a-b]\n",
    "b:\n  - {title: Chủ tịch, name: , lead: null}\n",
    "b:\n  - giai đoạn 2021\n    - 2025 và\n",
    "b:\n  - Nghị quyết số 76/NQ\n    -CP ngày\n",
    "b:\n  - từ ngày\n    15. Sau đó\n",
    "b:\n  - |\n    Câu\n    - một\n",
    "b:\n  - -5\n",
    "b:\n  - http://dak-nong.gov.vn\n",
    "b:\n  - note:x\n",
    "b:\n  - Câu\n    dài\n",
)


@pytest.mark.parametrize("text", TRAPS, ids=repr)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_trap_is_said_at_its_place_with_the_lines_that_keep_the_text(text: str, line_end: str) -> None:
    found = lost_prose(value(text.replace("\n", line_end), "b", 0), KEYS)
    assert found is not None
    assert (*place(found), found.fix) == TRAPS[text]


@pytest.mark.parametrize("fix", [fix for _, _, _, fix in TRAPS.values() if fix], ids=repr)
def test_corrected_lines_lose_nothing(fix: str) -> None:
    corrected = value(f"b:\n{fix}\n", "b", 0)
    assert lost_prose(corrected, KEYS) is None


@pytest.mark.parametrize("text", FINE, ids=repr)
def test_what_loses_nothing_is_left_alone(text: str) -> None:
    assert lost_prose(value(text, "b", 0), KEYS) is None


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("a: #1 là\n", 'a: "#1 là"'),
        ("a: [CT, các PCT]\n", "a:\n  - CT\n  - các PCT"),
        ("a: {title: Chủ tịch, name: A, B}\n", "a:\n  title: Chủ tịch\n  name: A, B"),
        ("a: Câu\n  - một\n", "a:\n  text: Câu\n  bullets:\n    - một"),
        ("a:\n  Trong đó: x\n", '  "Trong đó: x"'),
        ("a:\n  -Sở Nội vụ\n  -Sở Tài chính\n", "  - Sở Nội vụ\n  - Sở Tài chính"),
    ],
)
def test_the_value_of_a_key_is_corrected_with_its_key(text: str, fix: str) -> None:
    found = lost_prose(value(text, "a"))
    assert found is not None
    assert found.fix == fix


def test_a_list_below_the_key_text_stays_beside_it() -> None:
    found = lost_prose(value("- text: Câu\n    - một\n", 0, "text"))
    assert found is not None
    assert found.fix == "- text: Câu\n  bullets:\n    - một"


def test_a_dash_before_a_no_break_space_is_no_dash() -> None:
    found = lost_prose(value("a:\n  -\u00a0Sở Nội vụ\n", "a"))
    assert found is not None
    assert (*place(found), found.fix) == ("Y043", 2, 4, "  - Sở Nội vụ")


def test_the_comment_behind_a_text_is_told() -> None:
    text = "a: một  # hai \nb: ba\nc: 'x' # y\n"
    found = [value(text, key) for key in "abc"]
    assert [comment_after(each) for each in found if isinstance(each, Scalar)] == ["# hai", None, None]


def test_only_a_key_in_curly_quotes_is_one() -> None:
    found, _ = parse(Source("plan.yaml", "“title”: x\n“Một cửa”: y\ntitle: z\n"))
    assert isinstance(found, Mapping)
    said = [quoted_key(entry.key) for entry in found.entries]
    assert [each.fix if each else None for each in said] == ["title: x", None, None]


def test_corrections_hold_every_word() -> None:
    text = "b:\n  - Phấn đấu:\n    - một\n    - hai\n"
    found = lost_prose(value(text, "b", 0))
    assert found is not None
    assert data(f"b:\n{found.fix}\n") == {"b": [{"text": "Phấn đấu:", "bullets": ["một", "hai"]}]}


WORDS = (*':：#-,[]{}*>“1 "\n\u00a0', "Câu", "lead", "- ", "a) ", "  ", "\n  ")


def _nodes(found: Node) -> Iterator[Node]:
    yield found
    if isinstance(found, Sequence):
        for item in found.items:
            yield from _nodes(item)
    elif isinstance(found, Mapping):
        for entry in found.entries:
            yield from _nodes(entry.value)


@given(st.lists(st.sampled_from(WORDS), max_size=24).map("".join))
def test_no_prose_raises_and_corrections_are_lines(text: str) -> None:
    found, diagnostics = parse(Source("plan.yaml", text))
    said = [lost_prose(each, KEYS) for each in _nodes(found)] if found else []
    assert all(each.fix != "" for each in (*diagnostics, *said) if each)
