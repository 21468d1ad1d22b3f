"""The fixtures of the act of 2025 agree with plans/2025.yaml, read here without the compiler."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
import yaml

from tests.acts.fixtures import ACROSS, act, corrected, printed_rows, prose, table, tables, text

ACT = act("2025")
CELLS = ("indicator", "output", "lead", "support", "start", "end", "note")
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")


@pytest.fixture(scope="module")
def plan() -> Any:
    """The plan as a tree of strings: BaseLoader keeps `09` and `12/2024` as typed."""
    return yaml.load(ACT.plan.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


# The rows


def kind(row: dict[str, str]) -> str:
    """Group, task or activity, by the printed label."""
    return {"Nhiệm": "task", "Hoạt": "activity"}.get(row["label"].split(" ")[0], "group")


def test_the_appendix_has_the_rows_counted_in_the_act() -> None:
    rows = printed_rows(ACT)
    filled = [row for row in rows if any(row[cell] for cell in CELLS)]
    heads = [row for row in rows if row not in filled]
    assert len(rows) == 128
    assert Counter(map(kind, heads)) == {"group": 16, "task": 24}
    assert Counter(map(kind, filled)) == {"task": 14, "activity": 74}
    assert sum(bool(row["start"] and row["end"]) for row in filled) == 74
    assert sum(bool(row["start"] and not row["end"]) for row in filled) == 14
    assert [row["title"] for row in filled if not row["indicator"]] == ["Các hình thức khen thưởng được công nhận"]
    assert sum((row["start"], row["end"]) == ("Tháng 12/2024", "Tháng 12/2025") for row in filled) == 3


def month(typed: str | None) -> str:
    """A month cell as printed."""
    return f"Tháng {typed}" if typed else ""


def own_cells(row: dict[str, Any], support: str) -> dict[str, str]:
    """The cells that a row of the plan prints, an inherited `support` included."""
    lead = row["lead"]
    return {
        "indicator": row.get("indicator", ""),
        "output": row["output"],
        "lead": lead["printed"] if isinstance(lead, dict) else lead,
        "support": row.get("support", support),
        "start": row.get("when") or month(row.get("start")),
        "end": month(row.get("end")),
        "note": row.get("note", ""),
    }


def heading(label: str, title: str) -> dict[str, str]:
    """A row without cells."""
    return {"label": label, "title": title} | dict.fromkeys(CELLS, "")


def planned_rows(appendix: dict[str, Any]) -> Iterator[dict[str, str]]:
    """The rows of the plan's appendix with the labels of the act's own scheme."""
    support = appendix["defaults"]["support"]
    for letter, part in zip("AB", appendix["groups"], strict=True):
        yield heading(letter, part["title"].upper())
        prefix = "LĨNH VỰC " if "rows" in part else ""
        for roman, group in zip(ROMAN, part["groups"], strict=False):
            yield heading(group.get("label", prefix + roman), group["title"].upper())
            inherited = group.get("defaults", {}).get("support", support)
            yield from planned_tasks(group["tasks"], inherited)


def planned_tasks(tasks: list[dict[str, Any]], support: str) -> Iterator[dict[str, str]]:
    """Tasks and their activities."""
    for number, task in enumerate(tasks, 1):
        label = f"Nhiệm vụ {number}"
        activities = task.get("activities", [])
        cells = dict.fromkeys(CELLS, "") if activities else own_cells(task, support)
        yield {"label": label, "title": task["title"]} | cells
        for place, activity in enumerate(activities, 1):
            yield {"label": f"Hoạt động {number}.{place}", "title": activity["title"]} | own_cells(activity, support)


def test_the_plan_has_the_rows_cell_by_cell_in_order(plan: Any) -> None:
    assert list(planned_rows(plan["appendices"][0])) == printed_rows(ACT)


# The prose


def act_lines(act: dict[str, Any], jurisdiction: str) -> Iterator[str]:
    """The decision as printed, a paragraph a line."""
    yield "QUYẾT ĐỊNH"
    yield act["subject"]
    yield f"{act['authority']} Ủy ban nhân dân tỉnh {jurisdiction}".upper()
    yield from (f"Căn cứ {basis};" for basis in act["bases"])
    yield f"Theo đề nghị của {act['proposal']}."
    yield "QUYẾT ĐỊNH:"
    first, second = act["articles"]
    yield f"Điều 1. {first}"
    yield f"Điều 2. {second['text']}"
    yield f"{second['enforcement']}./."
    yield "Nơi nhận:"
    names = {f"<#{second['id']}>": "Điều 2"}
    for recipient in act["recipients"]:
        yield "- " + re.sub(r"<#[a-z-]+>", lambda mark: names[mark[0]], recipient) + ";"
    yield f"- Lưu: {act['archive']}."
    yield act["signatory"]["title"].upper()
    yield act["signatory"]["name"]


def block_lines(block: Any) -> Iterator[str]:
    """A paragraph, a list with dashes, or a mapping of text, dashes and points."""
    if isinstance(block, str):
        yield block
    elif isinstance(block, list):
        yield from (f"- {item}" for item in block)
    else:
        yield from block_lines(block.get("text", []))
        yield from block_lines(block.get("bullets", []))
        yield from (f"{letter}) {item}" for letter, item in zip("abcdđe", block.get("points", []), strict=False))


def section_lines(section: dict[str, Any], label: str, level: int) -> Iterator[str]:
    """A section with what stands in it."""
    title = section.get("title") or section["agency"]
    yield f"{label} {title if level else title.upper()}"
    yield from block_lines(section)
    yield from block_lines(section.get("objectives", []))
    labels = (f"{number}." for number in count(1)) if level == 0 else (f"{letter})" for letter in "abcdđe")
    for inner, enumerator in zip(section.get("sections", []), labels, strict=False):
        yield from section_lines(inner, enumerator, level + 1)
    if "closing" in section:
        yield section["closing"]


def plan_lines(plan: Any) -> Iterator[str]:
    """The plan as printed, a paragraph a line."""
    yield "KẾ HOẠCH"
    yield plan["title"]
    yield f"Chủ đề “{plan['theme']}”"
    for roman, section in zip(ROMAN, plan["body"], strict=False):
        yield from section_lines(section, f"{roman}.", 0)
    yield f"{plan['closing']}./."


def test_the_decision_is_in_the_plan_file_word_by_word(plan: Any) -> None:
    assert list(act_lines(plan["act"], plan["jurisdiction"])) == prose(ACT, "decision")


def test_the_plan_is_in_the_plan_file_word_by_word(plan: Any) -> None:
    assert list(plan_lines(plan)) == prose(ACT, "plan")


def test_the_head_of_the_appendix_is_its_title(plan: Any) -> None:
    assert [plan["appendices"][0]["title"].upper()] == prose(ACT, "appendix")


def test_number_and_date_are_those_of_the_letterhead(plan: Any) -> None:
    year, month_, day = plan["act"]["date"].split("-")
    words = corrected(ACT, text(ACT, "text.txt"))
    assert f"@letterhead Số: {plan['act']['number']}/QĐ-UBND\n" in words
    assert f"@letterhead {plan['jurisdiction']}, ngày {day} tháng {month_} năm {year}\n" in words


# The tables made by reading


def objectives(plan: Any) -> dict[tuple[str, int], str]:
    """The objectives by reform content and number."""
    contents = ("the-che", "thu-tuc", "bo-may", "cong-vu", "tai-chinh", "chinh-quyen-so")
    found = {}
    for content, section in zip(contents, plan["body"][1]["sections"], strict=True):
        written = section["sections"][0]["objectives"]
        for number, objective in enumerate([written] if isinstance(written, str) else written, 1):
            found[content, number] = objective
    return found


def figures(objective: str) -> list[str]:
    """The percentages of a sentence; a range counts once."""
    joined = re.sub(r"(\d+)% đến (\d+)%", r"\1..\2%", objective)
    return re.findall(r"([\d.]+)%", joined)


def test_the_kpis_are_the_percentages_of_the_objectives_in_order(plan: Any) -> None:
    expected = [
        (content, number, figure)
        for (content, number), objective in objectives(plan).items()
        for figure in figures(objective)
    ]
    kpis = [(row["reform"], int(row["objective"]), row["value"]) for row in table(ACT, "kpis.tsv")]
    assert kpis == expected
    assert len(kpis) == 27
    assert len(objectives(plan)) == 26
    assert len({kpi[:2] for kpi in kpis}) == 21


def test_a_kpi_is_named_by_words_of_its_objective_in_order(plan: Any) -> None:
    sentences = objectives(plan)
    for row in table(ACT, "kpis.tsv"):
        words = iter(re.findall(r"\w+", sentences[row["reform"], int(row["objective"])]))
        assert all(word in words for word in re.findall(r"\w+", row["name"])), row


def test_the_bodies_are_given_for_each_of_the_88_rows() -> None:
    rows = printed_rows(ACT)
    filled = [number for number, row in enumerate(rows, 1) if row["lead"]]
    bodies = table(ACT, "bodies.tsv")
    assert [int(row["row"]) for row in bodies] == filled
    assert len(bodies) == 88


def test_the_free_timings_are_those_that_stand_across() -> None:
    [printed] = tables(ACT)
    start = printed.columns.index("start")
    rows = enumerate(printed.rows, 1)
    across = [(number, row[start]) for number, row in rows if row[start] != ACROSS and row[start + 1] == ACROSS]
    timings = table(ACT, "timings.tsv")
    assert [(int(row["row"]), row["words"]) for row in timings] == across
    for row in timings:
        named = re.search(r"tháng (\d+)$", row["words"])
        expected = f"2025-{int(named[1]):02}" if named else ""
        assert (row["first"], row["last"]) == (expected, expected)
