"""Labels by example: the first row's label is given, all others are counted from it."""

from __future__ import annotations

import pytest

from cchc.lower.prose import ProseLowering
from cchc.lower.tables import lower_table
from tests.plans import layout, plan

TREE = """
    appendices:
      - title: Bảng
        layout: any
        groups:
          - title: một
            tasks:
              - title: một một
                activities: [{title: a}, {title: b}]
              - title: một hai
          - title: hai
            tasks:
              - title: hai một
                activities: [{title: c}]
"""


def labels(text: str, rows: str) -> list[str]:
    table = lower_table(plan(text).appendices[0], layout(rows), ProseLowering({}))
    return ["".join(line.text for line in row.cells[0].lines) for row in table.rows]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "groups: I\ntasks: Nhiệm vụ 1\nactivities: Hoạt động 1.1",
            "I|Nhiệm vụ 1|Hoạt động 1.1|Hoạt động 1.2|Nhiệm vụ 2|II|Nhiệm vụ 1|Hoạt động 1.1",
        ),
        ('groups: I\ntasks: "1.1"\nactivities: 1.1.1', "I|1.1|1.1.1|1.1.2|1.2|II|2.1|2.1.1"),
        ("groups: I\ntasks: I.1\nactivities: a)", "I|I.1|a)|b)|I.2|II|II.1|a)"),
        ('groups: A\ntasks: "5"', "A|5|||6|B|5|"),
        ("groups: {style: upper}\ntasks: 1.1", "|1|||2||1|"),
    ],
)
def test_a_row_is_counted_from_the_example_under_its_nearest_numbered_ancestors(rows: str, expected: str) -> None:
    assert "|".join(labels(TREE, rows)) == expected


def test_one_key_takes_a_rule_for_each_depth_and_the_last_for_all_below() -> None:
    text = """
        appendices:
          - title: Bảng
            layout: any
            groups:
              - title: a
                groups:
                  - title: b
                    groups: [{title: c, groups: [{title: d}]}]
              - title: e
    """
    assert labels(text, 'groups: [A, I, "1"]') == ["A", "I", "1", "1", "B"]


def test_a_row_may_relabel_what_stands_below_it() -> None:
    text = """
        appendices:
          - title: Bảng
            layout: any
            groups:
              - title: a
                groups: [{title: b}, {title: c}]
              - title: d
                rows: {groups: LĨNH VỰC I}
                groups:
                  - {title: e, tasks: [{title: f}]}
                  - {title: g, tasks: [{title: h}]}
                  - {title: i, label: III}
    """
    expected = ["A", "I", "II", "B", "LĨNH VỰC I", "1", "LĨNH VỰC II", "1", "III"]
    assert labels(text, 'groups: [A, I]\ntasks: "1"') == expected


def test_an_own_label_prints_and_counts_and_none_does_neither() -> None:
    text = """
        appendices:
          - title: Bảng
            layout: any
            tasks: [{title: a}, {title: b, label: 1a}, {title: c, label: none}, {title: d}]
    """
    assert labels(text, 'tasks: "1"') == ["1", "1a", "", "3"]
