"""Prose to lines: enumerators of sections and lists, lead-ins, references, marks."""

from __future__ import annotations

from cchc.lower.document import lower
from cchc.lower.views import LineView
from cchc.registry.registry import shipped_registry
from tests.plans import plan

BODY = """
    title: Kế hoạch
    opening: Lời mở đầu.
    body:
      - id: muc-dich
        title: Mục đích
        text:
          - Đoạn một.
          - "Đoạn hai:"
        bullets:
          - mục
          - text: "mục có mục con:"
            bullets: ["con một", "con hai"]
            closing: hết con
        sections:
          - title: Khoản
            points: [a, b, c, d, đ]
            closing: Sau các điểm.
          - agency: Sở Nội vụ
            clauses: [một]
            sections: [{title: Điểm, numbers: [x, y]}]
      - title: Sau
        numbering: ["1.1."]
        content:
          - Trước danh sách.
          - [gạch]
          - Giữa, xem mục <#muc-dich>.
          - points: [chữ]
        sections: [{title: Trong}]
    closing: "Hết <ty-le=80%>."
"""


def lines(text: str) -> tuple[LineView, ...]:
    view = lower(plan(text), {}, shipped_registry()).plan
    assert view is not None
    return tuple(item for page in view.pages for item in page.items if isinstance(item, LineView))


def test_sections_and_lists_bear_the_decrees_enumerators_in_printing_order() -> None:
    assert [f"{line.label} {line.text}".strip() for line in lines(BODY)] == [
        "Lời mở đầu.",
        "I. Mục đích",
        "Đoạn một.",
        "Đoạn hai:",
        "- mục",
        "- mục có mục con:",
        "+ con một",
        "+ con hai",
        "hết con",
        "1. Khoản",
        "a) a",
        "b) b",
        "c) c",
        "d) d",
        "đ) đ",
        "Sau các điểm.",
        "2. Sở Nội vụ",
        "1. một",
        "a) Điểm",
        "(1) x",
        "(2) y",
        "II. Sau",
        "Trước danh sách.",
        "- gạch",
        "Giữa, xem mục Phần I.",
        "a) chữ",
        "2.1. Trong",
        "Hết 80%.",
    ]


def test_what_introduces_something_is_held_with_it_and_the_last_line_is_known() -> None:
    held = [line.text for line in lines(BODY) if line.keep_next]
    assert held == ["Mục đích", "Đoạn hai:", "mục có mục con:", "Khoản", "Sở Nội vụ", "Điểm", "Sau", "Trong"]
    assert [line.text for line in lines(BODY) if line.last] == ["Hết 80%."]


def test_dashes_below_points_are_dashes_and_only_dashes_below_dashes_change() -> None:
    text = """
        body:
          - title: Một
            points:
              - text: điểm
                bullets:
                  - text: gạch
                    bullets: [cộng]
    """
    assert [(line.label, line.level) for line in lines(text)[1:]] == [("a)", 0), ("-", 1), ("+", 2)]


def test_a_reference_calls_a_section_by_the_number_it_bears() -> None:
    text = """
        numbering: ["1.", "a)"]
        body:
          - id: mot
            title: Một
            text: "<#mot>, <#diem>, <#rieng>, <#thap-phan>"
            sections:
              - {id: diem, title: Điểm}
          - {id: rieng, title: Hai, label: "Phần B."}
          - title: Ba
            numbering: ["1.1."]
            sections: [{id: thap-phan, title: x}]
    """
    assert lines(text)[1].text == "mục 1, điểm a mục 1, Phần B, mục 3.1"


def test_a_line_break_in_a_text_ends_a_paragraph() -> None:
    text = """
        body:
          - title: Một
            text: |
              dòng một

              dòng hai
    """
    assert [line.text for line in lines(text)] == ["Một", "dòng một", "dòng hai"]


def test_a_label_of_an_items_own_replaces_the_derived_one() -> None:
    text = """
        body:
          - title: Một
            label: "Phần A."
            points: [{text: x, label: "a1)"}, y, {text: z, label: none}, t]
          - title: Hai
    """
    assert [line.label for line in lines(text)] == ["Phần A.", "a1)", "b)", "", "c)", "II."]


def test_numbering_goes_on_from_the_first_labels_given() -> None:
    text = """
        numbering: ["3.", "3.1.", a)]
        body:
          - title: Ba
            sections: [{title: x, sections: [{title: y}, {title: z}]}, {title: t}]
          - title: Bốn
            sections: [{title: u}]
    """
    assert [line.label for line in lines(text)] == ["3.", "3.1.", "a)", "b)", "3.2.", "4.", "4.1."]


def test_a_section_without_a_heading_prints_its_prose_and_does_not_count() -> None:
    text = """
    title: Kế hoạch
    body:
      - title: Một
      - text: Lời dẫn.
        sections: [{title: Trong}]
      - title: Hai
        sections: [{title: Dưới}]
    """
    assert [f"{line.label} {line.text}".strip() for line in lines(text)] == [
        "I. Một",
        "Lời dẫn.",
        "1. Trong",
        "II. Hai",
        "1. Dưới",
    ]
