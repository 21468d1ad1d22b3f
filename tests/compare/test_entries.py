"""Facts as people look for them: weighed, under the headings of the new plan, with the bodies that they concern."""

from __future__ import annotations

import pytest

from cchc.compare.comparison import Place, drawn_once
from cchc.compare.counting import balances, count_lines
from cchc.compare.grouping import fields
from cchc.compare.wording import headline, note
from tests.compare.plans import compared, one

TASKS = """\
appendices:
  - title: Nhiệm vụ
    layout: tasks
    groups:
      - title: Cải cách thể chế
        tasks:
          - {title: Rà soát thủ tục hành chính trên địa bàn tỉnh, lead: Sở Nội vụ, start: 3, end: 6}
          - {title: Kiểm tra công tác văn thư ở cấp xã, lead: Sở Tư pháp, end: 9}
      - title: Cải cách tài chính công
        tasks:
          - {title: Công khai dự toán ngân sách năm, lead: Sở Tài chính, end: 12}
"""
OBJECTIVE = "body:\n  - title: Mục tiêu\n    objectives:\n      - {}\n"

# One edit of the text each: what it is called, whether it is of content, what is noted.
EDITS = {
    "lead": ("lead: Sở Nội vụ", "lead: Sở Y tế", "cơ quan chủ trì: Sở Nội vụ → Sở Y tế", "substantive", ""),
    "deadline later": ("end: 9", "end: 11", "lùi thời hạn 2 tháng: 9 → 11", "substantive", ""),
    "deadline earlier": ("end: 12", "end: 10", "rút ngắn thời hạn 2 tháng: 12 → 10", "substantive", ""),
    "start": ("start: 3", "start: 4", "bắt đầu muộn hơn 1 tháng: 3 → 4", "substantive", ""),
    "kind of time": ("end: 9", "when: Thường xuyên", "đổi loại thời hạn: 9 → Thường xuyên", "substantive", ""),
    "words": ("công tác văn thư", "công tác lưu trữ", "viết lại nhiệm vụ", "substantive", ""),
    "letters": ("thủ tục hành chính", "Thủ tục Hành chính", "viết lại nhiệm vụ", "editorial", "chỉ khác chữ hoa"),
    "name": ("Sở Tư pháp", "Giám đốc Sở Tư pháp", "viết lại cơ quan chủ trì", "editorial", "cùng cơ quan"),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_called_weighed_and_noted(name: str) -> None:
    old, new, said, weight, noted = EDITS[name]
    assert TASKS.count(old) == 1
    entry = one(compared(TASKS, TASKS.replace(old, new)))
    assert (headline(entry).vi, entry.weight) == (said, weight)
    assert note(entry).vi.startswith(noted)
    assert bool(note(entry).vi) == bool(noted)
    assert bool(headline(entry).en)


def test_an_entry_has_places_heading_row_and_leads() -> None:
    entry = one(compared(TASKS, "\n\n" + TASKS.replace("end: 9", "end: 11")))
    # The head has three lines; the task is the eighth of the appendix.
    column = TASKS.splitlines()[7].index("end: 9") + len("end: ") + 1
    assert (entry.old_place, entry.new_place) == (Place("cu.yaml", 11, column), Place("moi.yaml", 13, column))
    assert entry.field[-1].endswith("Cải cách thể chế")
    assert entry.subject.text == "Kiểm tra công tác văn thư ở cấp xã"
    assert entry.agencies == ("Sở Tư pháp",)
    assert (entry.part, entry.gained, entry.lost) == ("tasks", (), ())


KPIS = {
    "raised": ("80%", "90%", "nâng chỉ tiêu “hồ sơ được giải quyết đúng hạn” từ 80% lên 90%"),
    "lowered": ("80%", "75%", "hạ chỉ tiêu “hồ sơ được giải quyết đúng hạn” từ 80% xuống 75%"),
}


@pytest.mark.parametrize("name", KPIS)
def test_a_target_says_its_name_and_its_direction(name: str) -> None:
    old, new, said = KPIS[name]
    text = OBJECTIVE.format("Tối thiểu 80% hồ sơ được giải quyết đúng hạn.")
    found = compared(text, text.replace(old, new))
    entry = one(found)
    assert headline(entry).vi == said
    assert (entry.part, entry.weight) == ("targets", "substantive")


def test_a_sentence_that_two_facts_tell_is_drawn_once_and_in_one_part() -> None:
    old = OBJECTIVE.format("Tối thiểu 80% hồ sơ được giải quyết đúng hạn.")
    new = OBJECTIVE.format("Tối thiểu 90% hồ sơ của người dân được giải quyết đúng hạn.")
    found = compared(old, new)
    assert {entry.part for entry in found.entries} == {"targets"}
    assert len(list(drawn_once(found.entries))) == 1


def test_a_move_says_from_where_to_where() -> None:
    lines = TASKS.splitlines(keepends=True)
    moved = "".join([*lines[:7], *lines[8:], lines[7]])
    entry = one(compared(TASKS, moved))
    assert entry.fact.kind == "moved"
    assert entry.moved is not None
    assert entry.moved[0].endswith("Cải cách thể chế")
    assert entry.moved[1].endswith("Cải cách tài chính công")


SUCCESSIONS = {
    # Nghị quyết 18-NQ/TW: Sở TT&TT became part of Sở KH&CN about 1 March 2025; the press went to Sở VHTTDL.
    "whole": ("Sở Khoa học và Công nghệ", "kế thừa theo quy định"),
    "in part": ("Sở Văn hóa, Thể thao và Du lịch", "kế thừa một phần theo quy định"),
}


@pytest.mark.parametrize("name", SUCCESSIONS)
def test_a_succession_is_no_reassignment(name: str) -> None:
    heir, noted = SUCCESSIONS[name]
    old = TASKS.replace("Sở Tư pháp", "Sở Thông tin và Truyền thông")
    found = compared(old, TASKS.replace("Sở Tư pháp", f'"{heir}"'), (2025, 2026))
    [entry] = [each for each in found.entries if each.fact.kind == "succession"]
    assert note(entry).vi == noted
    [gains] = [each for each in balances(found.entries) if each.agency == heir]
    assert (gains.gained, gains.heir_of) == (1, (("Sở Thông tin và Truyền thông", 1),))


def test_who_gains_and_loses_tasks() -> None:
    new = TASKS.replace("lead: Sở Nội vụ", "lead: Sở Tài chính").replace(
        "          - {title: Kiểm tra công tác văn thư ở cấp xã, lead: Sở Tư pháp, end: 9}\n", ""
    )
    found = compared(TASKS, new)
    counted = {each.agency: (each.gained, each.lost) for each in balances(found.entries)}
    assert counted == {"Sở Nội vụ": (0, 1), "Sở Tài chính": (1, 0), "Sở Tư pháp": (0, 1)}
    told = {line.subject.en: {each.name.en: each.number for each in line.counts} for line in count_lines(found.entries)}
    assert told == {"tasks and activities": {"removed": 1}, "assignment": {"lead changed": 1}}


def test_a_group_that_comes_brings_its_tasks() -> None:
    group = "      - title: Chính quyền số\n        tasks:\n          - {title: Mở dữ liệu, lead: Sở Y tế, end: 5}\n"
    entry = one(compared(TASKS, TASKS + group))
    assert [(each.what, each.text, each.depth, each.leads) for each in entry.others] == [
        ("task", "Mở dữ liệu", 0, ("Sở Y tế",))
    ]
    assert entry.gained == ("Sở Y tế",)


def test_what_is_gone_is_told_under_the_heading_that_is_still_there() -> None:
    gone = TASKS.replace("          - {title: Kiểm tra công tác văn thư ở cấp xã, lead: Sở Tư pháp, end: 9}\n", "")
    found = compared(TASKS, gone.replace("title: Cải cách thể chế", "title: Cải cách thể chế hành chính"))
    removed = next(entry for entry in found.entries if entry.fact.kind == "removed")
    assert removed.field[-1].endswith("Cải cách thể chế hành chính")
    assert removed.cells == (("lead", "Sở Tư pháp"), ("end", "9"))


def test_a_cell_of_several_rows_is_told_once() -> None:
    shared = """\
appendices:
  - title: Nhiệm vụ
    layout: tasks
    defaults: {support: Sở Y tế}
    tasks:
      - {title: Rà soát thủ tục hành chính, lead: Sở Nội vụ, end: 6}
      - {title: Kiểm tra công tác văn thư, lead: Sở Tư pháp, end: 9}
"""
    found = compared(shared, shared.replace("Sở Y tế", "Sở Xây dựng"))
    items = [item for field in fields(found.entries) for item in field.items]
    assert [item.shared for item in items] == [True]


def test_a_plan_and_itself_differ_in_nothing() -> None:
    assert compared(TASKS, TASKS).entries == ()


def test_who_does_it_by_when_is_told_before_what_comes_of_it() -> None:
    old = TASKS.replace("end: 9", "end: 9, output: Báo cáo, support: Sở Y tế")
    new = TASKS.replace("Sở Tư pháp, end: 9", "Sở Xây dựng, end: 8, output: Kế hoạch, support: Công an tỉnh")
    [item] = [item for field in fields(compared(old, new).entries) for item in field.items]
    assert [entry.fact.kind for entry in item.entries] == ["lead", "support", "end", "output"]


def test_a_cell_of_several_rows_counts_for_each() -> None:
    shared = TASKS.replace("lead: Sở Nội vụ, ", "").replace("lead: Sở Tư pháp, ", "")
    shared = shared.replace("        tasks:\n", "        defaults: {lead: Sở Nội vụ}\n        tasks:\n", 1)
    counted = {
        each.agency: (each.gained, each.lost)
        for each in balances(
            compared(shared, shared.replace("defaults: {lead: Sở Nội vụ}", "defaults: {lead: Sở Y tế}")).entries
        )
    }
    assert counted == {"Sở Nội vụ": (0, 2), "Sở Y tế": (2, 0)}


def test_months_of_other_years_say_that_they_are_compared_within_them() -> None:
    new = TASKS.replace("end: 9", "end: 11")
    later = [each for each in compared(TASKS, new, (2024, 2025)).entries if each.fact.kind == "end"]
    assert [note(each).vi for each in later] == ["so theo năm của từng kế hoạch"]


def test_a_table_that_moved_into_an_appendix_keeps_its_heading() -> None:
    """What is gone from it is told under the new title, not under that of the old section."""
    rows = TASKS.split("    groups:\n")[1]
    old = "body:\n  - title: Nhiệm vụ cụ thể\n    table:\n      layout: tasks\n      groups:\n"
    old += "".join(f"  {line}\n" for line in rows.splitlines())
    group = rows.splitlines(keepends=True)
    found = compared(old, TASKS.split("    groups:\n")[0] + "    groups:\n" + "".join(group[:4]))
    [removed] = [each for each in found.entries if each.fact.kind == "removed" and each.fact.what == "group"]
    assert [title.endswith("Nhiệm vụ") for title in removed.field] == [True]
