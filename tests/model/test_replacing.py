"""Plans with other texts at some places: those, and nothing else."""

import pytest

from cchc.model.inheritance import placed_rows
from cchc.model.plan import Plan
from cchc.model.replacing import with_texts
from cchc.model.walk import texts
from tests.plans import plan

TEXT = """
opening: Mở đầu
body:
  - title: Mục
    bullets:
      - Một
      - text: Hai
        points: [a, b]
footnotes: {ghi: Chú thích}
appendices:
  - title: Phụ lục
    layout: tasks
    defaults: {lead: Sở Nội vụ}
    tasks:
      - {title: Việc, start: 1, end: 2}
      - {title: Việc, note: Ghi}
"""


@pytest.fixture
def whole() -> Plan:
    return plan(TEXT)


def test_every_text_can_be_replaced_and_no_other_changes(whole: Plan) -> None:
    before = dict(texts(whole))
    for path in before:
        after = dict(texts(with_texts(whole, {path: "khác"})))
        assert after == {**before, path: "khác"}
    assert dict(texts(whole)) == before


def test_rows_that_were_asked_for_before_are_placed_anew(whole: Plan) -> None:
    assert [row.cells.get("lead") for row in placed_rows(whole.appendices[0])] == ["Sở Nội vụ"] * 2
    changed = with_texts(whole, {("appendices", 0, "defaults", "lead"): "Sở Y tế"})
    assert [row.cells.get("lead") for row in placed_rows(changed.appendices[0])] == ["Sở Y tế"] * 2
    assert [row.cells.get("lead") for row in placed_rows(whole.appendices[0])] == ["Sở Nội vụ"] * 2


def test_a_path_that_is_not_there_is_refused(whole: Plan) -> None:
    with pytest.raises(KeyError):
        with_texts(whole, {("footnotes", "khac"): "x"})
