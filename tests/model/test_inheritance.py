"""Which cells a row has once the defaults around it are applied."""

from __future__ import annotations

from cchc.model.inheritance import placed_rows
from tests.plans import plan


def cells(text: str) -> dict[str, dict[str, object]]:
    made = plan(text)
    return {str(placed.row.title): dict(placed.cells) for placed in placed_rows(made.appendices[0])}


def test_the_nearest_default_wins_and_an_own_cell_before_it() -> None:
    text = """
        appendices:
          - title: Bảng
            layout: any
            defaults: {lead: Một, note: chung}
            groups:
              - title: nhóm
                defaults: {lead: Hai}
                tasks:
                  - {title: a}
                  - {title: b, lead: Ba}
              - title: nhóm khác
                tasks: [{title: c}]
    """
    assert cells(text) == {
        "nhóm": {},
        "a": {"lead": "Hai", "note": "chung"},
        "b": {"lead": "Ba", "note": "chung"},
        "nhóm khác": {},
        "c": {"lead": "Một", "note": "chung"},
    }


def test_an_empty_value_cancels_on_the_row_and_for_all_below() -> None:
    text = """
        appendices:
          - title: Bảng
            layout: any
            defaults: {lead: Một, note: chung}
            tasks:
              - {title: a, lead: }
              - title: b
                defaults: {note: }
                activities: [{title: c}]
    """
    assert cells(text) == {"a": {"note": "chung"}, "b": {}, "c": {"lead": "Một"}}


def test_a_row_that_holds_rows_takes_defaults_only_with_a_cell_of_its_own() -> None:
    text = """
        appendices:
          - title: Bảng
            layout: any
            defaults: {lead: Một}
            tasks:
              - {title: a, activities: [{title: b}]}
              - {title: c, output: Báo cáo, activities: [{title: d}]}
    """
    assert cells(text)["a"] == {}
    assert cells(text)["c"] == {"output": "Báo cáo", "lead": "Một"}


def test_months_and_a_free_phrase_are_one_answer() -> None:
    text = """
        appendices:
          - title: Bảng
            layout: any
            defaults: {when: "Thường xuyên"}
            tasks: [{title: a, start: 1, end: 2}, {title: b}]
    """
    assert cells(text) == {"a": {"start": "1", "end": "2"}, "b": {"when": "Thường xuyên"}}


def test_rows_keep_the_order_in_which_their_keys_were_written() -> None:
    text = """
        appendices:
          - title: Bảng
            layout: any
            tasks: [{title: a}]
            groups: [{title: b, activities: [{title: c}], tasks: [{title: d}]}]
    """
    made = plan(text)
    placed = list(placed_rows(made.appendices[0]))
    assert [row.row.title for row in placed] == ["a", "b", "c", "d"]
    assert placed[2].path == ("groups", 0, "activities", 0)
    assert [row.depth for row in placed] == [0, 0, 1, 1]
