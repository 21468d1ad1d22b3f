"""What an act varies: its day, number, points, appendices and signature (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from tests.form.anatomy import Act
from tests.form.building import Compile
from tests.form.documents import KNOWN
from tests.form.rules import RULES
from tests.form.word_act import WordAct

Change: TypeAlias = Callable[..., Act]


@pytest.fixture
def changed(compile_plan: Compile, tmp_path: Path) -> Change:
    """Builds a document with some of its plan replaced: pairs of a regular expression and what it becomes."""

    def change(document: str, *replacements: tuple[str, str], **known: Any) -> Act:
        about = KNOWN[document]._replace(**known)
        text = about.plan.read_text(encoding="utf-8")
        for old, new in replacements:
            assert len(re.findall(old, text)) == 1, old
            text = re.sub(old, new, text)
        plan = tmp_path / about.plan.name
        plan.write_text(text, encoding="utf-8")
        return Act(WordAct(compile_plan(plan, draft=about.draft)), about)

    return change


def held(act: Act, *names: str) -> None:
    """All rules hold, or those that are named."""
    found = {name: RULES[name].violations(act) for name in names or RULES}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        ("2025-01-01", "ngày 01 tháng 01 năm 2025"),
        ("2025-02-09", "ngày 09 tháng 02 năm 2025"),
        ("2025-03-05", "ngày 05 tháng 3 năm 2025"),
        ("2025-04-10", "ngày 10 tháng 4 năm 2025"),
        ("2025-05-19", "ngày 19 tháng 5 năm 2025"),
        ("2025-06-30", "ngày 30 tháng 6 năm 2025"),
        ("2024-07-07", "ngày 07 tháng 7 năm 2024"),
        ("2024-08-31", "ngày 31 tháng 8 năm 2024"),
        ("2024-09-02", "ngày 02 tháng 9 năm 2024"),
        ("2024-10-20", "ngày 20 tháng 10 năm 2024"),
        ("2024-11-11", "ngày 11 tháng 11 năm 2024"),
        ("2024-12-31", "ngày 31 tháng 12 năm 2024"),
    ],
)
def test_h14_the_day_in_the_letterhead_and_in_every_kem_theo(day: str, printed: str, changed: Change) -> None:
    """Mục II.4b: a zero before days below 10 and before the months 1 and 2, before no other."""
    held(changed("body-decides", ("2025-02-03", day), date=printed), "H13", "H14", "A6", "A11")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("1", "01"), ("9", "09"), ("10", "10"), ("99", "99"), ("1629", "1629"), ('"07"', "07")],
)
def test_h9_the_number_in_the_letterhead_and_in_every_kem_theo(typed: str, printed: str, changed: Change) -> None:
    """Mục II.3c: a zero before numbers below 10."""
    held(changed("body-decides", ("number: 5", f"number: {typed}"), number=printed), "H9", "A6", "A11")


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("{title: Chủ tịch, name: Nguyễn Văn An}", ("CHỦ TỊCH",)),
        (
            "{on_behalf: {TM: Ủy ban nhân dân}, title: Chủ tịch, name: Nguyễn Văn An}",
            ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        ),
        ("{on_behalf: {KT: Chủ tịch}, title: Phó Chủ tịch, name: Nguyễn Văn An}", ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        (
            "{on_behalf: {TM: Ủy ban nhân dân, KT: Chủ tịch}, title: Phó Chủ tịch, name: Nguyễn Văn An}",
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ),
        (
            "{on_behalf: {TL: Chủ tịch}, title: Chánh Văn phòng, name: Nguyễn Văn An}",
            ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
        ),
        (
            "{on_behalf: {TUQ: Chủ tịch}, title: Giám đốc Sở Nội vụ, name: Nguyễn Văn An}",
            ("TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ"),
        ),
        ("{on_behalf: {Q: Chủ tịch}, name: Nguyễn Văn An}", ("Q. CHỦ TỊCH",)),
    ],
    ids=["head", "TM", "KT", "TM and KT", "TL", "TUQ", "Q"],
)
def test_s2_s3_s4_the_lines_over_the_signature(written: str, printed: tuple[str, ...], changed: Change) -> None:
    """Mục II.7b and Điều 13: TM., KT., TL., TUQ., Q., each before whose place it is, one line each."""
    act = changed("body-decides", (r"signatory: \{.*\}\}?.*", f"signatory: {written}"), capacity=printed)
    held(act, "S1", "S2", "S3", "S5", "S6", "S7", "T21", "T22")


@pytest.mark.parametrize(
    ("document", "written", "printed"),
    [
        ("ministry", "{title: Bộ trưởng, name: Nguyễn Văn Bình}", ("BỘ TRƯỞNG",)),
        (
            "ministry",
            "{on_behalf: {KT: Bộ trưởng}, title: Thứ trưởng, name: Nguyễn Văn Bình}",
            ("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"),
        ),
        (
            "ministry",
            "{on_behalf: {TL: Bộ trưởng, KT: Vụ trưởng}, title: Phó Vụ trưởng, name: Nguyễn Văn Bình}",
            ("TL. BỘ TRƯỞNG", "KT. VỤ TRƯỞNG", "PHÓ VỤ TRƯỞNG"),
        ),
        ("carried", "{title: Giám đốc, name: Trần Văn Hai}", ("GIÁM ĐỐC",)),
        ("carried", "{on_behalf: {Q: Giám đốc}, name: Trần Văn Hai}", ("Q. GIÁM ĐỐC",)),
        (
            "carried",
            "{on_behalf: {TL: Giám đốc}, title: Trưởng phòng Kiểm soát thủ tục hành chính, name: Trần Văn Hai}",
            ("TL. GIÁM ĐỐC", "TRƯỞNG PHÒNG KIỂM SOÁT THỦ TỤC HÀNH CHÍNH"),
        ),
        (
            "commune",
            "{on_behalf: {TM: Ủy ban nhân dân}, title: Chủ tịch, name: Lê Văn Tám}",
            ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        ),
    ],
)
def test_the_signatures_of_ministries_departments_and_communes(
    document: str, written: str, printed: tuple[str, ...], changed: Change
) -> None:
    """Mục II.7b: the words of each office, and none of them alone on a line."""
    held(changed(document, (r"signatory: \{.*\}\}?.*", f"signatory: {written}"), capacity=printed))


def test_s1_where_nobody_signs_yet_the_place_stays(changed: Change) -> None:
    """Mục II.7: the right column is there, blank, and as high as without a name."""
    act = changed("body-decides", (r"  signatory: .*\n", ""))
    [[recipients, place]] = act.signature.rows
    assert recipients[0].text == "Nơi nhận:"
    assert [line.text.strip() for line in place if line.text.strip()] == []
    assert sum(1 + line.raw.count("\n") for line in place) >= 5
    held(act, "S10", "R1", "R2", "R3", "B13")


def test_words_that_a_plan_says_in_full_print_so(changed: Change) -> None:
    """The forms' own words are practice: an act that says them otherwise keeps its own."""
    own = "  proposal: {printed: 'Xét đề nghị của Giám đốc Sở Nội vụ,'}\n  archive: {printed: '- Lưu VT.'}\n"
    act = changed("appendix-only", (r"  proposal: .*\n", ""), (r"  archive: .*\n", own))
    assert act.bases[-1].text == "Xét đề nghị của Giám đốc Sở Nội vụ,"
    assert act.recipients[-1].text == "- Lưu VT."
    assert [name for name, rule in RULES.items() if rule.violations(act)] == ["B6", "R3"]


def test_a11_every_kem_theo_calls_the_issuer_as_the_plan_does(changed: Change) -> None:
    """Mục III.1c."""
    act = changed("body-decides", ("act:\n", "act:\n  issued_by: UBND tỉnh\n"), issued_by="UBND tỉnh")
    held(act)


def test_n8_points_follow_the_vietnamese_alphabet(changed: Change) -> None:
    """Mục II.6đ: đ follows d; f, j, w and z name no point, nor do ă, â, ê, ô, ơ and ư."""
    points = "".join(f"\n          - Việc thứ {number}." for number in range(1, 24))
    act = changed("body-decides", (r"points:(\n +- .*\.)+", f"points:{points}"))
    assert [line.text[0] for line in act.labelled("diem") if not act.is_title(line)] == list("abcdđeghiklmnopqrstuvxy")
    held(act)


def test_a5_three_appendices_are_numbered_in_roman_figures(changed: Change) -> None:
    """Mục III.1a."""
    third = """  - id: cuoi
    title: Việc theo dõi
    layout: tasks
    groups:
      - title: Theo dõi
        tasks:
          - {title: Theo dõi hằng quý, indicator: Đúng hạn, output: Báo cáo, lead: Sở Nội vụ, start: 4, end: 12}
"""
    act = changed("body-decides", (r"(appendices:\n)", rf"\1{third}"), ("<#viec>", "<#cuoi>, <#viec>"), appendices=3)
    assert [part.lines()[0].text for part in act.appendices] == ["Phụ lục I", "Phụ lục II", "Phụ lục III"]
    held(act)


def test_h12_a_draft_that_knows_its_month_leaves_the_day_blank(changed: Change) -> None:
    """Điều 15: number and day are given when the act is signed; what is known of its date stands."""
    act = changed("draft", ("act:\n", "act:\n  date: 2/2025\n"))
    assert re.fullmatch(r"Đắk Nông, ngày {2,}tháng 02 năm 2025", act.place_and_date.text)
    assert all(re.search(r"số +/QĐ-UBND ngày {2,}tháng 02 năm 2025 của", line.text) for _, line in act.attached_lines)


def test_s14_only_a_draft_is_marked(acts: dict[str, Act]) -> None:
    """The decree knows no mark of a draft: a clean copy has none."""
    marked = {name: [part.lines() for part in act.file.parts] for name, act in acts.items()}
    assert {name for name, parts in marked.items() if any("DỰ THẢO" in line.text for p in parts for line in p)} == {
        "draft"
    }


def test_b6_the_bases_of_a_plan_that_is_the_act_itself(changed: Change) -> None:
    """Mục II.6a: italic, each a paragraph with a semicolon, the last with a full stop."""
    bases = "act:\n  bases:\n    - Luật Tổ chức chính quyền địa phương\n    - Nghị quyết số 76/NQ-CP\n"
    act = changed("own-plan", ("act:\n", bases))
    found = [line for line in act.body if line.text.startswith("Căn cứ ")]
    assert [line.text[-1] for line in found] == [";", "."]
    assert {(letters.italic, letters.bold, letters.size) for line in found for letters in line.letters} == {
        (True, False, 14)
    }


def test_a2_an_appendix_of_a_plan_names_the_plan(acts: dict[str, Act]) -> None:
    """Mục III.1c: what is named is the act that the appendix belongs to."""
    [(_, line)] = acts["own-plan"].attached_lines
    assert line.text == "(Kèm theo Kế hoạch số 112/KH-UBND ngày 09 tháng 3 năm 2025 của UBND tỉnh Đắk Nông)"
