"""Facts of small plans, each told once and as what it is."""

from __future__ import annotations

import pytest

from cchc.diff.facts import BodyChange, Fact, NotCompared
from tests.diff.plans import between

HEAD = "period: {year}\njurisdiction: Đắk Nông\nact:\n  kind: decision\n  date: {before}-12-30\n"
ROW = """\
appendices:
  - title: Nhiệm vụ
    layout: tasks
    tasks:
      - title: Rà soát thủ tục hành chính trên địa bàn tỉnh
        output: Báo cáo
        lead: {lead}
        start: {start}
        end: {end}
"""
BODY = "body:\n  - title: Mục tiêu\n    objectives:\n      - {objective}\n"


def head(year: int) -> str:
    return HEAD.format(year=year, before=year - 1)


def told(old: str, new: str, years: tuple[int, int] = (2025, 2025)) -> list[Fact]:
    """The facts between two texts, those about the act's own years left out."""
    facts = between(head(years[0]) + old, head(years[1]) + new).facts
    return [fact for fact in facts if fact.what != "period" and fact.field != "date"]


def row(lead: str = "Sở Nội vụ", start: str = "3", end: str = "6") -> str:
    return ROW.format(lead=lead, start=start, end=end)


def kinds(facts: list[Fact]) -> list[tuple[str, str]]:
    return [(fact.kind, fact.extent) for fact in facts]


SUCCESSIONS = {
    # Nghị quyết 18-NQ/TW: Sở TT&TT became part of Sở KH&CN about 1 March 2025; the press went to Sở VHTTDL.
    "by law": ("Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ", (2025, 2026), "succession", False),
    "of a part": ("Sở Thông tin và Truyền thông", "Sở Văn hóa, Thể thao và Du lịch", (2025, 2026), "succession", True),
    "before the law": ("Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ", (2024, 2025), "lead", False),
    "backwards": ("Sở Khoa học và Công nghệ", "Sở Thông tin và Truyền thông", (2026, 2025), "lead", False),
    "of a body that goes on": ("Sở Nội vụ", "Sở Y tế", (2025, 2026), "lead", False),
}


@pytest.mark.parametrize("name", SUCCESSIONS)
def test_successions(name: str) -> None:
    old, new, years, kind, partial = SUCCESSIONS[name]
    [fact] = told(row(old), row(new), years)
    assert (fact.kind, fact.partial) == (kind, partial)
    assert fact.bodies == (BodyChange(old, new, kind == "succession", partial),)
    assert fact.old_row == fact.new_row == ("appendices", 0, "tasks", 0)


def test_a_succession_among_other_changes_is_a_change_of_lead_that_says_so() -> None:
    [fact] = told(
        row("Sở Thông tin và Truyền thông; Sở Y tế"), row("Sở Khoa học và Công nghệ; Sở Xây dựng"), (2025, 2026)
    )
    assert fact.kind == "lead"
    assert fact.bodies == (
        BodyChange("Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ", succeeds=True),
        BodyChange("Sở Y tế", "Sở Xây dựng"),
    )


def test_the_same_body_by_another_name() -> None:
    [fact] = told(row("Sở NV"), row("Sở Nội vụ"))
    assert (fact.kind, fact.extent, fact.bodies) == ("lead", "names", ())


TIMES = {
    "the same months a year later": (("3", "6"), ("3", "6"), (2024, 2025), []),
    "a year that moves on with the plan's": (
        ("12/2023", "6"),
        ("12/2024", "6"),
        (2024, 2025),
        [("start", None, "years")],
    ),
    "a year that stays": (("12/2023", "6"), ("12/2023", "6"), (2024, 2025), [("start", -12, "words")]),
    "an end two months later": (("3", "6"), ("3", "8"), (2025, 2025), [("end", 2, "words")]),
    "an earlier start": (("3", "6"), ("12/2024", "6"), (2025, 2025), [("start", -3, "words")]),
    "a zero before": (("3", "6"), ("03", "6"), (2025, 2025), [("start", None, "spelling")]),
}


@pytest.mark.parametrize("name", TIMES)
def test_times(name: str) -> None:
    old, new, years, expected = TIMES[name]
    facts = told(row(start=old[0], end=old[1]), row(start=new[0], end=new[1]), years)
    assert [(fact.kind, fact.months, fact.extent) for fact in facts] == expected


def test_another_kind_of_time() -> None:
    always = row().replace("start: 3\n        end: 6", "when: Thường xuyên")
    [fact] = told(row(), always)
    assert (fact.kind, fact.old and fact.old.text, fact.new and fact.new.text) == ("time-kind", "3 – 6", "Thường xuyên")


KPIS = {
    "raised": ("Tối thiểu 80% hồ sơ đúng hạn", "Tối thiểu 85% hồ sơ đúng hạn", ["kpi-raised"]),
    "lowered": ("Tối thiểu 80% hồ sơ đúng hạn", "Tối thiểu 75,5% hồ sơ đúng hạn", ["kpi-lowered"]),
    "bound": ("Tối thiểu 80% hồ sơ đúng hạn", "Trên 80% hồ sơ đúng hạn", ["kpi-bound"]),
    "bound behind": ("80% hồ sơ đúng hạn", "80% trở lên hồ sơ đúng hạn", ["kpi-bound"]),
    "one of two": ("Đạt 80% ở xã và 90% ở huyện", "Đạt 80% ở xã và 95% ở huyện", ["kpi-raised"]),
    "of a mark": ("Tăng <5 - 7 bậc> so với năm 2024", "Tăng <6 - 8 bậc> so với năm 2024", ["kpi-raised"]),
    "of a named mark": ("Tăng <hang=3 bậc>, xếp <nhom=2 bậc>", "Đứng <nhom=2 bậc>, tăng <hang=4 bậc>", ["kpi-raised"]),
    "words besides": ("80% hồ sơ đúng hạn tại tỉnh", "90% hồ sơ sớm hạn tại tỉnh", ["kpi-raised"]),
    "words alone": ("80% hồ sơ đúng hạn trên địa bàn tỉnh", "80% hồ sơ sớm hạn trên địa bàn tỉnh", ["reworded"]),
}  # fmt: skip


@pytest.mark.parametrize("name", KPIS)
def test_kpis(name: str) -> None:
    old, new, expected = KPIS[name]
    facts = told(BODY.format(objective=old), BODY.format(objective=new))
    assert [fact.kind for fact in facts] == expected
    assert any(fact.reworded for fact in facts) == (name in ("words besides", "of a named mark"))
    for fact in facts:
        if fact.figure and fact.old and fact.new and fact.figure.old and fact.figure.new:
            assert fact.old.text[slice(*fact.figure.old)].endswith(("%", "bậc"))
            assert fact.new.text[slice(*fact.figure.new)].endswith(("%", "bậc"))


GROUPS = """\
appendices:
  - title: Nhiệm vụ
    layout: tasks
    groups:
      - title: {first}
        tasks:
{rows}
      - title: Cải cách tài chính công
        tasks:
          - {{title: Thực hiện cơ chế tự chủ tại các đơn vị sự nghiệp, lead: Sở Tài chính, end: 12}}
{others}
"""
DRAFT = "          - {title: Xây dựng dự thảo kế hoạch rà soát văn bản, lead: Sở Tư pháp, end: 3}"
ISSUE = "          - {title: Ban hành danh mục văn bản hết hiệu lực, lead: Sở Tư pháp, end: 4}"
BOTH = DRAFT.replace("văn bản,", "văn bản; ban hành danh mục văn bản hết hiệu lực,")


def groups(*rows: str, first: str = "Cải cách thể chế", others: str = "") -> str:
    return GROUPS.format(first=first, rows="\n".join(rows), others=others)


STRUCTURE = {
    "moved": (groups(DRAFT, ISSUE), groups(DRAFT, others=ISSUE), [("moved", "task")]),
    "in another order": (groups(DRAFT, ISSUE), groups(ISSUE, DRAFT), [("reordered", "task")]),
    "added": (groups(DRAFT), groups(DRAFT, ISSUE), [("added", "task")]),
    "removed": (groups(DRAFT, ISSUE), groups(ISSUE), [("removed", "task")]),
    "split": (groups(BOTH), groups(DRAFT, ISSUE.replace("end: 4", "end: 3")), [("split", "task")]),
    "merged": (groups(DRAFT, ISSUE), groups(BOTH), [("merged", "task")]),
    "a group under another name": (
        groups(DRAFT, ISSUE),
        groups(DRAFT, ISSUE, first="Pháp chế"),
        [("reworded", "group")],
    ),
}


@pytest.mark.parametrize("name", STRUCTURE)
def test_structure(name: str) -> None:
    old, new, expected = STRUCTURE[name]
    assert [(fact.kind, fact.what) for fact in told(old, new)] == expected


def test_what_goes_with_a_group_is_told_with_it_and_what_stays_elsewhere_is_moved() -> None:
    facts = told(groups(DRAFT, ISSUE, others=""), _without_first_group(ISSUE))
    assert sorted((fact.kind, fact.what) for fact in facts) == [("moved", "task"), ("removed", "group")]
    removed = next(fact for fact in facts if fact.kind == "removed")
    assert removed.others_old == (("appendices", 0, "groups", 0, "tasks", 0),)


def _without_first_group(row: str) -> str:
    text = groups(DRAFT, others=row)
    first = text.index("      - title: Cải cách thể chế")
    return text[:first] + text[text.index("      - title: Cải cách tài chính công") :]


def test_an_id_tells_more_than_words() -> None:
    old = row().replace(
        "- title: Rà soát thủ tục hành chính trên địa bàn tỉnh", "- id: ra-soat\n        title: Rà soát thủ tục"
    )
    new = old.replace("Rà soát thủ tục", "Cắt giảm giấy phép con")
    [fact] = told(old, new)
    assert (fact.kind, fact.field) == ("reworded", "title")


def test_numbers_that_shift_are_no_change() -> None:
    table = row().partition("\n")[2].replace("- title", "- id: phu\n    title", 1)
    act = f"{BODY.format(objective='Theo <#phu>')}appendices:\n{{0}}{table}"
    more = "  - {title: Danh mục, layout: tasks, tasks: [{title: Kiểm kê}]}\n"
    facts = told(act.format(""), act.format(more))
    assert [(fact.kind, fact.what) for fact in facts] == [("added", "appendix")]


def test_years_of_the_plan_move_on_and_those_of_other_acts_do_not() -> None:
    old = BODY.format(objective="Hoàn thành kế hoạch năm 2024 theo Chương trình giai đoạn 2021 - 2030")
    assert kinds(told(old, old.replace("2024", "2025"), (2024, 2025))) == [("reworded", "years")]
    assert kinds(told(old, old.replace("2021", "2022"), (2024, 2024))) == [("reworded", "words")]


def test_a_default_is_told_once_with_every_row_at_the_place_where_it_is_written() -> None:
    old = groups(DRAFT, ISSUE).replace("    groups:", "    defaults: {support: UBND cấp huyện}\n    groups:")
    [fact] = told(old, old.replace("UBND cấp huyện", "UBND cấp xã"))
    assert fact.kind == "support"
    assert fact.old
    assert fact.old.path == ("appendices", 0, "defaults", "support")
    assert fact.others_old == fact.others_new
    assert len({fact.old_row, *fact.others_old}) == 3


FIRST = "Tối thiểu {}% hồ sơ công việc tại cấp huyện được xử lý qua mạng"
SECOND = (
    "Mọi văn bản đều có chữ ký số của người có thẩm quyền. Tối thiểu {}% hồ sơ công việc tại cấp huyện xử lý qua mạng"
)


@pytest.mark.parametrize(("old", "new", "expected"), [(80, 90, "kpi-raised"), (80, 75, "kpi-lowered"), (80, 80, None)])
def test_an_indicator_in_another_sentence(old: int, new: int, expected: str | None) -> None:
    """Under other sections, so that the sentences are not taken for one."""
    two = "body:\n  - title: {}\n    objectives:\n      - {}\n"
    facts = told(
        two.format("Cải cách thể chế trong năm", FIRST.format(old)),
        two.format("Phát triển chính quyền số tại xã", SECOND.format(new)),
    )
    found = [fact for fact in facts if fact.figure]
    assert [fact.kind for fact in found] == ([expected] if expected else [])
    for fact in found:
        sides = ((fact.old, fact.figure and fact.figure.old), (fact.new, fact.figure and fact.figure.new))
        assert [side.text[slice(*at)] for side, at in sides if side and at] == [f"{old}%", f"{new}%"]


def test_an_article_that_came_is_told_with_its_text_once() -> None:
    old = "  articles:\n    - Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính.\n"
    new = (
        old + "    - Quyết định có hiệu lực từ ngày ký.\n    - text:\n      - Giao Sở Nội vụ.\n      - Giao Sở Y tế.\n"
    )
    facts = [fact for fact in told(old, new) if fact.what == "article"]
    assert [fact.new and fact.new.text for fact in facts] == [
        "Quyết định có hiệu lực từ ngày ký.",
        "Giao Sở Nội vụ.\nGiao Sở Y tế.",
    ]
    paths = [path for fact in facts if fact.new for path in (fact.new.path, *fact.others_new)]
    assert len(set(paths)) == len(paths) == 4


SPELLINGS = {
    "letters": ("Hoà giải ở Cơ sở", "Hòa giải ở cơ sở", "spelling"),
    "an abbreviation": ("UBND tỉnh đẩy mạnh CCHC", "Uỷ ban nhân dân tỉnh đẩy mạnh cải cách hành chính", "spelling"),
    "a day in figures": ("Nghị quyết ngày 05 tháng 6 năm 2021", "Nghị quyết ngày 5/6/2021", "spelling"),
    "a sign": ("Sở Nội vụ: chủ trì, theo dõi.", "Sở Nội vụ chủ trì; theo dõi", "spelling"),
    "another day": ("Nghị quyết ngày 05 tháng 6 năm 2021", "Nghị quyết ngày 15/6/2021", "words"),
    "another figure": ("Chi 1,5 tỷ đồng", "Chi 15 tỷ đồng", "words"),
    "another number": ("Theo Nghị quyết 76/NQ-CP của Chính phủ", "Theo Nghị quyết 67/NQ-CP của Chính phủ", "words"),
}  # fmt: skip


@pytest.mark.parametrize("name", SPELLINGS)
def test_spelling_and_words(name: str) -> None:
    old, new, extent = SPELLINGS[name]
    before, after = (BODY.format(objective=f"'{text}'") for text in (old, new))
    assert kinds(told(before, after)) == [("reworded", extent)]


def test_a_table_that_became_an_appendix_moved() -> None:
    rows = "tasks: [{title: Rà soát thủ tục hành chính trên địa bàn, lead: Sở Nội vụ}]"
    inside = f"body:\n  - title: Nhiệm vụ trong năm\n    table:\n      layout: tasks\n      {rows}\n"
    behind = (
        f"body:\n  - title: Nhiệm vụ trong năm\nappendices:\n  - title: Danh mục việc\n    layout: tasks\n    {rows}\n"
    )
    [fact] = told(inside, behind)
    assert (fact.kind, fact.what) == ("moved", "appendix")
    assert (fact.old and fact.old.text, fact.new and fact.new.text) == ("Nhiệm vụ trong năm", "Danh mục việc")


def test_a_row_whose_cells_went_to_the_rows_inside_it() -> None:
    """A lead that nobody inside has is told as gone; one that they have is not."""
    inside = "\n        activities:\n          - {title: Họp lấy ý kiến, lead: Sở Nội vụ, start: 3, end: 6}\n"
    heading = row().split("        output")[0].rstrip() + inside
    facts = told(row(), heading)
    assert [(fact.kind, fact.field) for fact in facts] == [("added", None), ("output", "output")]


def test_what_a_section_says_alone_is_reworded() -> None:
    """Though half of the words are others: it is the whole duty of the same department."""
    duty = "body:\n  - agency: Sở Tư pháp\n    text: {}\n  - agency: Sở Y tế\n    text: Khám chữa bệnh cho người dân\n"
    facts = told(
        duty.format("Chủ trì tham mưu, theo dõi cải cách thể chế và kiểm soát văn bản"),
        duty.format("Tham mưu và chịu trách nhiệm về kết quả cải cách thể chế"),
    )
    assert [fact.kind for fact in facts] == ["reworded"]


def test_what_only_one_form_has_is_not_compared() -> None:
    criteria = "    layout: scorecard\n    criteria: [{title: Cải cách thể chế, score: {max: 10}}]\n"
    scores = f"appendices:\n  - title: Chỉ số\n{criteria}"
    found = between(head(2025) + scores, head(2025) + row())
    assert found.not_compared == (
        NotCompared("old", "criterion", (("appendices", 0),), 1),
        NotCompared("new", "task", (("appendices", 0),), 1),
    )
    assert sorted((fact.kind, fact.what) for fact in found.facts) == [("added", "appendix"), ("removed", "appendix")]


def test_a_field_that_only_the_other_layout_has_is_not_compared() -> None:
    budget = row().replace("layout: tasks", "layout: log-frame").replace("output: Báo cáo", "budget: 15")
    found = between(head(2025) + budget, head(2025) + row())
    assert {(each.side, each.field) for each in found.not_compared} == {("old", "budget"), ("new", "output")}
    assert [fact.kind for fact in found.facts] == ["changed"]
