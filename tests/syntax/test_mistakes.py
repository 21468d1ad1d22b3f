"""Every syntax error has its cause, its place and, where there is one, the corrected line."""

from __future__ import annotations

import pytest

from cchc.source import Source
from cchc.syntax.parsing import parse
from cchc.syntax.pure import PureParser
from tests.syntax.reading import data, place

_NBSP = "\u00a0"

MISTAKES = {
    # a second colon
    "title: Nội dung: chi tiết": ("Y033", 1, 16, 'title: "Nội dung: chi tiết"'),
    "- Nội dung: chi tiết: thêm": ("Y033", 1, 21, '- "Nội dung: chi tiết: thêm"'),
    'a:\n  - title: Đề án "06": C:\\x 😀: y': ("Y033", 2, 22, '  - title: "Đề án \\"06\\": C:\\\\x 😀: y"'),
    "title: Kế hoạch\n  năm nay: nhiều\n  hơn nữa\nb: c": ("Y033", 2, 10, 'title: "Kế hoạch năm nay: nhiều hơn nữa"'),
    f"- Kế{' x' * 550}: y": ("Y033", 1, 1105, f'- "Kế{" x" * 550}: y"'),
    # a first character that YAML keeps for itself
    "- % hoàn thành": ("Y032", 1, 3, '- "% hoàn thành"'),
    "- @một": ("Y032", 1, 3, '- "@một"'),
    "a: `một`": ("Y032", 1, 4, 'a: "`một`"'),
    "- *Ghi chú": ("Y032", 1, 3, '- "*Ghi chú"'),
    "- *đ": ("Y032", 1, 3, '- "*đ"'),
    "- & các đơn vị": ("Y032", 1, 3, '- "& các đơn vị"'),
    "- !đ x": ("Y032", 1, 3, '- "!đ x"'),
    "- !a!b x": ("Y032", 1, 3, '- "!a!b x"'),
    "- |x\n  b": ("Y032", 1, 3, '- "|x"'),
    "a: > 80% hồ sơ": ("Y032", 1, 4, 'a: "> 80% hồ sơ"'),
    "a: >80%": ("Y032", 1, 4, 'a: ">80%"'),
    "- [Dự thảo] Kế hoạch": ("Y032", 1, 3, '- "[Dự thảo] Kế hoạch"'),
    "- {a} b": ("Y032", 1, 3, '- "{a} b"'),
    "a: ]": ("Y032", 1, 4, 'a: "]"'),
    "- ,a": ("Y032", 1, 3, '- ",a"'),
    "- : b": ("Y032", 1, 3, '- ": b"'),
    # quotes
    '- "Một cửa" là': ("Y031", 1, 13, '- "\\"Một cửa\\" là"'),
    'title: "Một cửa" và "liên thông"': ("Y031", 1, 18, 'title: "\\"Một cửa\\" và \\"liên thông\\""'),
    "- 'a' b: c": ("Y031", 1, 7, "- \"'a' b: c\""),
    'a: b\nx: "b\ny: c\nz: "d"\n': ("Y030", 2, 4, 'x: "b"'),
    'a: "b\nc: d\n': ("Y030", 1, 4, 'a: "b"'),
    "- a\n- 'b\n- c\n": ("Y030", 2, 3, "- 'b'"),
    '- "C:\\đường\\dẫn"': ("Y034", 1, 6, '- "C:\\\\đường\\\\dẫn"'),
    '- "\\x0"': ("Y034", 1, 4, '- "\\\\x0"'),
    # brackets
    "a: [b\nc: d\n": ("Y050", 1, 4, "a: [b]"),
    "a: {b: c\nd: e\n": ("Y050", 1, 4, "a: {b: c}"),
    "a:\n  - [b": ("Y050", 2, 5, "  - [b]"),
    "[a,,b]": ("Y051", 1, 4, None),
    "[a: b: c]": ("Y051", 1, 6, None),
    "[a, [b]]]": ("Y052", 1, 9, None),
    "a: [b]]": ("Y052", 1, 7, None),
    "- a: - b": ("Y053", 1, 6, "- a:\n    - b"),
    # spaces
    "a:\n\tb: c": ("Y040", 2, 1, "  b: c"),
    "a:\n  b: c\n\t\td: e": ("Y040", 3, 1, "    d: e"),
    "- \tb": ("Y040", 1, 3, "- b"),
    "- |\n\ta": ("Y040", 2, 1, "  a"),
    "period:2025\ntitle: x": ("Y044", 1, 7, "period: 2025"),
    "title: x\nlead:y\nz: t": ("Y044", 2, 5, "lead: y"),
    "a:\n  - b\n  -c\n  d: e": ("Y044", 3, 3, "  - c"),
    "title: x\nlead：y\nz: t": ("Y045", 2, 5, "lead: y"),
    f"title: x\nlead:{_NBSP}y\nz: t": ("Y043", 2, 6, "lead: y"),
    f"a:\n  - b\n{_NBSP} - c: d: e": ("Y043", 3, 1, "  - c: d: e"),
    # a comment in the middle of a text
    "- Đề án #1 về\n  cải cách\n  tiếp\n- b": ("Y102", 1, 9, '- "Đề án #1 về cải cách tiếp"'),
    "title: Đề án  # chú thích\n  cải cách\nb: c": ("Y102", 1, 15, 'title: "Đề án  # chú thích cải cách"'),
    # indentation
    "title: x\ntiếp theo\nlead: y": ("Y041", 2, 1, "  tiếp theo"),
    "kế hoạch\ntitle: x": ("Y041", 1, 1, None),
    "- title: x\n   lead: y": ("Y042", 2, 4, "  lead: y"),
    "a:\n  - b\n c: d": ("Y042", 3, 2, "c: d"),
    "a:\n    b: c\n  d: e": ("Y042", 3, 3, "    d: e"),
    "a:\n  - b\n - c\n": ("Y042", 3, 2, "  - c"),
    "  a: b\nc: d": ("Y042", 2, 1, "  c: d"),
    "- a\nb: c": ("Y046", 2, 1, None),
    # lists below a text
    "a: b\n- c": ("Y104", 2, 1, "a:\n  text: b\n  bullets:\n    - c"),
    "- text: a\n  - b: c\n  - d": ("Y104", 2, 3, '- text: a\n  bullets:\n    - "b: c"\n    - d'),
    "- Câu:x\n  - b: c\n    d\n  - e\n": ("Y104", 2, 3, '- text: Câu:x\n  bullets:\n    - "b: c d"\n    - e'),
}


def _shown(text: str) -> str:
    return repr(text[:40])


@pytest.mark.parametrize("text", MISTAKES, ids=_shown)
def test_a_mistake_has_its_cause_place_and_correction(text: str) -> None:
    found, diagnostics = parse(Source("plan.yaml", text))
    assert found is None
    assert [(*place(each), each.fix) for each in diagnostics] == [MISTAKES[text]]


@pytest.mark.parametrize("text", MISTAKES, ids=_shown)
def test_the_python_parser_leads_to_the_same_words(text: str) -> None:
    source = Source("plan.yaml", text)
    assert parse(source, parser=PureParser) == parse(source)


def _whole_line_fixes() -> list[str]:
    return [fix for _, _, _, fix in MISTAKES.values() if fix and "c: d: e" not in fix and fix != "  a"]


@pytest.mark.parametrize("fix", _whole_line_fixes(), ids=_shown)
def test_corrections_are_yaml(fix: str) -> None:
    assert data(fix)


def test_what_cannot_be_explained_is_still_said_at_its_place() -> None:
    _, diagnostics = parse(Source("plan.yaml", "a: b\n...\nxin chào\n"))
    assert [place(each) for each in diagnostics] == [("Y059", 3, 1)]
