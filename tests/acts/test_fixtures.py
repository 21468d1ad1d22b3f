"""The fixtures of every act agree with each other, with the format, and with the header of the plan file."""

import re
from collections import Counter
from difflib import SequenceMatcher
from itertools import chain

import pytest

from tests.acts.fixtures import (
    ABOVE,
    ACROSS,
    KIND,
    REST,
    TOTAL,
    Act,
    Correction,
    act_lines,
    acts,
    corrections,
    derived,
    derived_cells,
    form,
    place,
    printed_rows,
    prose,
    table,
    tables,
    tagged_lines,
    text,
)

PARTS = re.compile(r"(decision )?plan( appendix| appendix-1( appendix-[2-9])+)?")
REASONED = ("corrections.tsv", "derived.tsv", "derived-cells.tsv")
BOUNDS = {"target", "at_least", "at_most", "above", "below", "about", "between"}
BODY = re.compile(r"(holder:[a-z-]+ )?[a-z-]+(\.[a-z-]+)*")
MONTH_OR_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def rows_files(act: Act) -> list[str]:
    """The names of the tables of rows, in the order of their numbers."""
    return [path.stem for path in sorted(act.folder.glob("rows*.tsv"))]


def test_every_act_has_a_folder() -> None:
    assert acts()
    assert [act.id for act in acts() if not act.plan.is_file()] == []


def test_the_running_text_has_the_parts_of_an_act(each: Act) -> None:
    assert PARTS.fullmatch(" ".join(each.parts))


def test_no_line_is_empty_or_has_spaces_around_it(each: Act) -> None:
    lines = [line for part in each.parts for _, line in tagged_lines(each, part)]
    assert [line for line in lines if not line or line != line.strip() or "\t" in line] == []
    assert [line for part in each.parts for line in prose(each, part) if "  " in line] == []


# The corrections


def test_every_correction_applies_as_often_as_it_says(each: Act) -> None:
    words = "".join(text(each, name) for name in ("text.txt", *(f"{name}.tsv" for name in rows_files(each))))
    for correction in corrections(each):
        assert words.count(correction.transcribed) == correction.places, correction
        words = words.replace(correction.transcribed, correction.printed)


def test_a_correction_changes_at_most_three_words(each: Act) -> None:
    for correction in corrections(each):
        old, new = correction.transcribed.split(), correction.printed.split()
        kept = sum(block.size for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks())
        assert 1 <= max(len(old), len(new)) - kept <= 3, correction


def test_every_correction_has_its_reason(each: Act) -> None:
    assert all(row["reason"] for name in REASONED for row in table(each, name))


def test_the_plan_lists_every_correction_in_its_header(each: Act) -> None:
    lines = each.plan.read_text(encoding="utf-8").partition("\nperiod:")[0].splitlines()
    header = " ".join(line.removeprefix("#").strip() for line in lines)
    listed = re.findall(r"- “([^”]+)” → “([^”]+)” \((\d+) chỗ\): ", header)
    assert tuple(Correction(old, new, int(times)) for old, new, times in listed) == corrections(each)


# What templates derive


def test_what_templates_derive_is_tagged_in_the_text(each: Act) -> None:
    for item in derived(each):
        lines = act_lines(each, item.part)
        tagged = [line for tag, line in tagged_lines(each, item.part) if tag == item.tag]
        replaced = lines[place(item, lines)]
        assert set(replaced) <= set(tagged), item
        if item.act and not item.act[0].startswith(REST) and not item.act[0].endswith(REST):
            assert tuple(replaced) == item.act


def test_what_templates_derive_is_printed_otherwise_than_the_act_has_it(each: Act) -> None:
    for item in derived(each):
        assert item.act != item.printed
        assert not any(line.endswith(REST) for line in item.printed) or item.act[0].endswith(REST), item


def test_every_form_of_a_cell_is_there_as_often_as_it_says(each: Act) -> None:
    forms = derived_cells(each)
    found = Counter(
        fits[0]
        for printed in tables(each)
        for row in printed.rows
        for column, cell in zip(printed.columns, row, strict=True)
        if (fits := form(forms, column, cell))
    )
    assert found == {item: item.places for item in forms}
    assert all(item.act != item.printed and item.act.count(REST) == item.printed.count(REST) for item in forms)


# The tables of rows


def test_every_table_of_rows_stands_once_in_the_text(each: Act) -> None:
    assert [table.name for table in tables(each)] == rows_files(each)


def test_headings_and_rows_fill_the_columns(each: Act) -> None:
    for printed in tables(each):
        assert {len(row) for row in printed.heading} <= {len(printed.columns)}
        assert len(set(printed.columns) - {""}) == len(printed.columns)


def test_a_covered_cell_has_one_that_covers_it(each: Act) -> None:
    for printed in tables(each):
        for rows in (printed.heading, printed.rows):
            assert not any(row[0] == ACROSS for row in rows)
            assert ABOVE not in chain(*rows[:1])


def test_a_row_is_a_total_or_says_nothing_of_its_kind(each: Act) -> None:
    for name in rows_files(each):
        assert {row.get(KIND, "") for row in table(each, f"{name}.tsv")} <= {"", TOTAL}


# The tables made by reading


def test_a_kpi_is_written_as_the_format_has_it(each: Act) -> None:
    for row in table(each, "kpis.tsv"):
        assert row["bound"] in BOUNDS
        assert (row["bound"] == "between") == (".." in row["value"])
        assert "%" not in row["name"]


def test_the_kpis_are_figures_of_the_act_in_the_order_of_the_text(each: Act) -> None:
    words = "\n".join(line for part in each.parts for line in act_lines(each, part)).replace(",", ".")
    at = 0
    for row in table(each, "kpis.tsv"):
        value, _, unit = row["value"].partition(" ")
        first, _, upper = value.partition("..")
        ranged = rf"%?\s*(?:-|đến|đến dưới)\s*{re.escape(upper)}" if upper else ""
        found = re.compile(rf"(?<![\d.]){re.escape(first)}{ranged}\s*{re.escape(unit or '%')}").search(words, at)
        assert found, row
        at = found.end()


def test_a_kpi_is_named_by_words_of_the_act(each: Act) -> None:
    lines = [re.findall(r"\w+", line) for part in each.parts for line in act_lines(each, part)]
    for row in table(each, "kpis.tsv"):
        name = re.findall(r"\w+", row["name"])
        assert any(_in_order(name, line) for line in lines), row


def _in_order(words: list[str], line: list[str]) -> bool:
    rest = iter(line)
    return all(word in rest for word in words)


def test_the_bodies_are_named_by_words_of_their_row_or_by_ids(each: Act) -> None:
    rows = printed_rows(each)
    for row in table(each, "bodies.tsv"):
        cells = " ".join(rows[int(row["row"]) - 1].values()).lower()
        for body in filter(None, f"{row['lead']}; {row['support']}".split("; ")):
            assert body.removeprefix("class:") in cells or BODY.fullmatch(body), row


def test_the_same_words_always_name_the_same_bodies(each: Act) -> None:
    rows = printed_rows(each)
    read: dict[str, set[str]] = {}
    for row in table(each, "bodies.tsv"):
        for column in ("lead", "support"):
            if column in rows[int(row["row"]) - 1]:
                read.setdefault(rows[int(row["row"]) - 1][column], set()).add(row[column])
    assert all(len(bodies) == 1 for bodies in read.values())


def test_the_timings_are_words_of_their_rows(each: Act) -> None:
    rows = printed_rows(each)
    for row in table(each, "timings.tsv"):
        assert row["words"] in rows[int(row["row"]) - 1].values(), row
        for end in (row["first"], row["last"]):
            assert not end or MONTH_OR_DAY.fullmatch(end), row


@pytest.mark.parametrize("name", ["extract.py", "text.txt", "corrections.tsv", "derived.tsv"])
def test_what_no_act_goes_without_is_there(each: Act, name: str) -> None:
    assert (each.folder / name).is_file()


def test_the_programs_that_extract_import_nothing_of_the_compiler(each: Act) -> None:
    for path in (each.folder / "extract.py", each.folder.parent / "transcription.py"):
        assert not re.search(r"^\s*(?:from|import) cchc\b", path.read_text(encoding="utf-8"), re.MULTILINE)
