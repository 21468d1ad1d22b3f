"""The row walk: what prints, and what the words mean."""

from __future__ import annotations

from cchc.export.rows import bodies_of, leads, plan_rows
from cchc.export.sentences import printed_sentences
from cchc.language.dates import YearMonth
from cchc.registry.registry import shipped_registry
from tests.plans import plan

PLAN = plan(
    """
    title: Kế hoạch
    theme: Chủ đề
    body:
      - title: Một
        text: "Đạt <ty-le=80%>, xem <#dieu>."
        points:
          - text: a
            bullets: [b]
            closing: c
        sections: [{agency: Sở Nội vụ, objectives: d, closing: e}]
    closing: Hết.
    appendices:
      - title: Bảng
        layout: any
        groups:
          - title: nhóm
            tasks:
              - {title: một, lead: "Sở Nội vụ; Sở TC", start: 1, end: 12/2026}
              - title: hai
                lead: {printed: Các nơi, bodies: ["Sở Tư pháp", "Sở nội vụ"]}
                when: Trong tháng 10
    """,
    act="""
    bases: ["Luật A"]
    proposal: Sở
    articles: [{id: dieu, text: Điều, enforcement: Thi hành}]
    recipients: [Bộ]
    archive: VT
    """,
)


def test_a_row_has_its_words_and_its_typed_times() -> None:
    group, first, second = plan_rows(PLAN)
    assert (group.carries, first.carries, second.carries) == (False, True, True)
    assert first.path == ("appendices", 0, "groups", 0, "tasks", 0)
    assert (first.start, first.end, first.timing) == (YearMonth(2025, 1), YearMonth(2026, 12), None)
    assert second.timing is not None
    assert second.timing.kind == "within"
    assert second.cells == {"lead": ("Các nơi",), "when": ("Trong tháng 10",)}


def test_bodies_are_read_from_the_words_or_from_what_is_added() -> None:
    registry = shipped_registry()
    first, second = (row for row in PLAN.appendices[0].groups[0].tasks)
    assert [mention.id for mention in bodies_of(first.lead, registry)] == ["so.noi-vu", "so.tai-chinh"]
    assert [mention.id for mention in bodies_of(second.lead, registry)] == ["so.tu-phap", "so.noi-vu"]
    assert leads(plan_rows(PLAN), registry) == ("so.noi-vu", "so.tai-chinh", "so.tu-phap")


def test_every_sentence_stands_in_its_group_in_printing_order() -> None:
    assert [[sentence.text for sentence in group] for group in printed_sentences(PLAN)] == [
        ["Luật A", "Sở"],
        ["Điều", "Thi hành"],
        ["Bộ", "VT"],
        ["Kế hoạch", "Chủ đề", "Một", "Đạt 80%, xem Điều 1.", "a", "b", "c", "Sở Nội vụ", "d", "e", "Hết.", "Bảng"],
    ]
