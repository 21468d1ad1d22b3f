"""Drafts: blanks for number and date, the mark on each document, names of their own, and nothing else that changes."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest

from cchc.backends.docx.readback import read_back
from cchc.diagnostics import Severity
from cchc.document.dump import dump
from cchc.document.nodes import Document
from cchc.language.unbroken import plain
from cchc.lower.document import Draft
from cchc.pipeline.building import build
from cchc.pipeline.outcomes import BuildRequest, Outcome
from tests.pipeline.files import surroundings, write_plan
from tests.printing import SMALL, printed, small_plan

NUMBER = "  number: 5\n"
DATE = "  date: 2025-02-03\n"
BLANK_NUMBER = "Số: " + "\u00a0" * 8 + "/QĐ-UBND"
BLANK_DAY = "ngày" + "\u00a0" * 6 + "tháng 12 năm 2024"


def lines(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs()]


def test_number_and_day_are_left_blank_where_they_will_stand() -> None:
    texts = lines(printed(small_plan(NUMBER + DATE, "  date: 12/2024\n")))
    assert plain(BLANK_NUMBER) in [plain(text) for text in texts]
    assert "Đắk Nông, " + plain(BLANK_DAY) in [plain(text) for text in texts]
    attached = [plain(text) for text in texts if text.startswith("(Kèm")]
    assert (
        attached
        == [f"(Kèm theo Quyết định số {' ' * 8}/QĐ-UBND {plain(BLANK_DAY)} của Chủ tịch UBND tỉnh Đắk Nông)"] * 2
    )


def test_without_a_date_month_and_year_are_blank_too() -> None:
    texts = [plain(text) for text in lines(printed(small_plan(NUMBER + DATE)))]
    blank = " " * 6
    assert f"Đắk Nông, ngày{blank}tháng{blank}năm{blank}".rstrip() in [text.rstrip() for text in texts]


@pytest.mark.parametrize(("draft", "mark"), [(Draft(), "DỰ THẢO"), (Draft(2), "DỰ THẢO (LẦN 2)")])
def test_the_mark_stands_once_at_the_head_of_each_document(draft: Draft, mark: str) -> None:
    document = printed(small_plan(), draft)
    opening = [section for section in document.sections if section.opens_document]
    assert len(opening) == 3
    for section in opening:
        texts = lines(Document("", (section,)))
        titles = [texts.index(text) for text in ("QUYẾT ĐỊNH", "KẾ HOẠCH", "Phụ lục") if text in texts]
        assert texts.index(mark) < min(titles)
    assert lines(document).count(mark) == 3


def test_a_clean_copy_bears_no_mark() -> None:
    assert not any("DỰ THẢO" in text for text in lines(printed(small_plan())))


def test_number_and_date_that_are_added_later_change_nothing_else() -> None:
    blank, filled = (dump(printed(plan)) for plan in (small_plan(NUMBER + DATE), small_plan()))
    assert blank != filled
    assert masked(blank) == masked(filled)


def masked(tree: str) -> str:
    """``tree`` without number and date where they stand: letterhead and "Kèm theo" lines."""
    tree = re.sub(r"(number: Số: )[␣0-9]+/", r"\1#/", tree)
    tree = re.sub(r"(theo Quyết định số␣)[␣0-9]+(/[^ ␣]+)", r"\1#\2", tree)
    return re.sub(r"ngày[ ␣]*\d*[ ␣]*tháng[ ␣]*\d*[ ␣]*năm(?:[ ␣]*2025|␣{6})(?=\n| của)", "ngày # tháng # năm #", tree)


@pytest.mark.parametrize(("round_", "name"), [(None, "2025.du-thao.docx"), (2, "2025.du-thao-2.docx")])
def test_drafts_never_bear_the_clean_name(round_: int | None, name: str, tmp_path: Path) -> None:
    write_plan(tmp_path, SMALL.read_bytes())
    outcome = built(tmp_path, BuildRequest(draft=True, round=round_))
    assert outcome.exit_code == 0
    assert [path.name for path in outcome.plans[0].written] == [name]
    assert [path.name for path in (tmp_path / "out").iterdir()] == [name]


def test_a_draft_prints_despite_errors_of_meaning_and_lists_them(tmp_path: Path) -> None:
    text = SMALL.read_text(encoding="utf-8").replace("Như <#thi-hanh>", "Như <#khong-co>")
    write_plan(tmp_path, text)
    clean = built(tmp_path, BuildRequest())
    assert (clean.exit_code, clean.plans[0].written) == (1, ())
    draft = built(tmp_path, BuildRequest(draft=True))
    assert draft.exit_code == 1
    assert [found.code for found in draft.plans[0].diagnostics if found.severity is Severity.ERROR] == ["R102"]
    (path,) = draft.plans[0].written
    assert any("<#khong-co>" in text for _, text in read_back(path.read_bytes()).paragraphs)


def test_a_draft_does_not_print_what_has_no_sound_shape(tmp_path: Path) -> None:
    write_plan(tmp_path, SMALL.read_text(encoding="utf-8").replace("theme:", "thmee:"))
    draft = built(tmp_path, BuildRequest(draft=True))
    assert (draft.exit_code, draft.plans[0].written) == (1, ())


def test_a_draft_prints_marks_without_notes_notes_out_of_place_and_sums_beyond_words(tmp_path: Path) -> None:
    write_plan(
        tmp_path,
        """\
period: 2026
act: {kind: decision}
title: Thử
body: [{title: "Mục[^khong-co] tiêu", label: "I[^a]", text: "Một [^a] hai."}]
appendices:
  - title: Việc
    layout: log-frame
    activities: [{title: "Việc [^khac] này", budget: 9999999999}]
footnotes: {a: "Ghi[^b]", b: Sâu}
""",
    )
    draft = built(tmp_path, BuildRequest(draft=True))
    assert {found.code for found in draft.plans[0].diagnostics} >= {"R106", "R108", "M104"}
    (path,) = draft.plans[0].written
    reading = read_back(path.read_bytes())
    texts = [text for _, text in reading.paragraphs]
    assert [note.strip() for note in reading.notes] == ["Ghi"]
    assert any("MỤC TIÊU" in text for text in texts)
    assert any("(Bằng chữ: 9.999.999.999)" in cell for row in rows_of(path) for cell in row)


def rows_of(path: Path) -> list[list[str]]:
    """The texts of all cells, as python-docx reads them."""
    return [[cell.text for cell in row.cells] for table in docx.Document(str(path)).tables for row in table.rows]


def built(folder: Path, request: BuildRequest) -> Outcome:
    *_, outcome = build(request, surroundings(folder))
    assert isinstance(outcome, Outcome)
    return outcome
