"""What stands in the decision and the plan of 2025: as many of everything as the act has, and what is derived."""

import re
from itertools import takewhile

import pytest

from tests.acts.comparison import Difference, word_differences
from tests.acts.conftest import WordFiles
from tests.acts.fixtures import act, act_lines, corrections, derived, tagged_lines
from tests.acts.word_file import WordFile

ACT = act("2025")
PARTS = ("decision", "plan", "appendix")
ENUMERATOR = re.compile(r"(?:[IVX]+\.|[0-9]+\.|[a-zđ]\)|-) ")
REFORMS = 6


@pytest.fixture(scope="module")
def word_file(word_files: WordFiles) -> WordFile:
    """The Word file."""
    return word_files("2025")


@pytest.fixture(scope="module")
def parts(word_file: WordFile) -> dict[str, list[str]]:
    """The lines of the Word file by the part of the act that its section holds."""
    return dict(zip(PARTS, word_file.sections, strict=True))


# Word by word


def test_as_many_words_are_compared_as_the_act_has() -> None:
    words = {part: len(" ".join(act_lines(ACT, part)).split()) for part in PARTS}
    assert words == {"decision": 374, "plan": 3074, "appendix": 6283}


def test_sixteen_corrections_were_made_first() -> None:
    assert len(corrections(ACT)) == 16
    assert sum(correction.places for correction in corrections(ACT)) == 36


def test_only_what_templates_derive_differs_from_the_act_as_it_stands(word_file: WordFile) -> None:
    as_it_stands = [line for part in PARTS for line in act_lines(ACT, part)]
    letterhead = "ỦY BAN NHÂN DÂN TỈNH ĐẮK NÔNG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc"
    assert word_differences(as_it_stands, word_file.lines()) == [
        Difference("", letterhead),
        Difference("số:", "số"),
        Difference("tỉnh)", "tỉnh Đắk Nông)"),
        Difference("PHỤ LỤC", "Phụ lục"),
        Difference("số:", "số"),
        Difference("30/12/2024", "30 tháng 12 năm 2024"),
        Difference("", "Chủ tịch"),
    ]


# What templates derive


def test_what_templates_derive_is_named_as_the_act_has_it() -> None:
    tags = ("kem-theo", "label")
    in_act = [(part, tag, (line,)) for part in PARTS for tag, line in tagged_lines(ACT, part) if tag in tags]
    assert [(item.part, item.tag, item.act) for item in derived(ACT) if item.act] == in_act


def test_the_decision_begins_with_its_letterhead(parts: dict[str, list[str]]) -> None:
    assert parts["decision"][:7] == [
        *("ỦY BAN NHÂN DÂN", "TỈNH ĐẮK NÔNG", "Số: 1629/QĐ-UBND"),
        *("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        *("Đắk Nông, ngày 30 tháng 12 năm 2024", "QUYẾT ĐỊNH"),
    ]


def test_the_attached_plan_repeats_the_letterhead_without_number_and_date(parts: dict[str, list[str]]) -> None:
    assert parts["plan"][:5] == [
        *("ỦY BAN NHÂN DÂN", "TỈNH ĐẮK NÔNG"),
        *("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "KẾ HOẠCH"),
    ]


def test_each_line_of_attachment_stands_under_title_and_theme(parts: dict[str, list[str]]) -> None:
    attached = "(Kèm theo Quyết định số 1629/QĐ-UBND ngày 30 tháng 12 năm 2024 của Chủ tịch UBND tỉnh Đắk Nông)"
    assert parts["plan"][6].startswith("Chủ đề “")
    assert parts["plan"][7:9] == [attached, "I. MỤC ĐÍCH, YÊU CẦU"]
    assert parts["appendix"][0] == "Phụ lục"
    assert parts["appendix"][2:4] == [attached, "TT"]
    assert [line for part in parts.values() for line in part if line.startswith("(Kèm theo")] == [attached, attached]


# What stands in the decision


def test_the_decision_has_four_bases_and_the_proposal(parts: dict[str, list[str]]) -> None:
    decision = parts["decision"]
    at = decision.index("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐẮK NÔNG") + 1
    *bases, proposal = takewhile(lambda line: line != "QUYẾT ĐỊNH:", decision[at:])
    assert [line.split(" ")[2] for line in bases] == ["Luật", "Nghị", "Quyết", "Quyết"]
    assert all(line.startswith("Căn cứ ") and line.endswith(";") for line in bases)
    assert (proposal[:16], proposal[-1]) == ("Theo đề nghị của", ".")


def test_the_decision_has_two_articles_the_second_with_enforcement(parts: dict[str, list[str]]) -> None:
    decision = parts["decision"]
    first, second, enforcement = decision[decision.index("QUYẾT ĐỊNH:") + 1 : decision.index("Nơi nhận:")]
    assert (first[:7], second[:7]) == ("Điều 1.", "Điều 2.")
    assert enforcement.endswith(" chịu trách nhiệm thi hành Quyết định này./.")


def test_the_decision_has_twelve_recipients_the_archive_and_the_signature(parts: dict[str, list[str]]) -> None:
    decision = parts["decision"]
    *recipients, archive, capacity, name = decision[decision.index("Nơi nhận:") + 1 :]
    assert len(recipients) == 12
    assert all(line[:2] == "- " and line[-1] == ";" for line in recipients)
    assert [archive, capacity, name] == ["- Lưu: VT, TH (Dg).", "CHỦ TỊCH", "Hồ Văn Mười"]


def test_the_final_sign_stands_once_in_the_decision_and_once_at_the_end_of_the_plan(
    parts: dict[str, list[str]],
) -> None:
    assert [sum(line.count("./.") for line in parts[part]) for part in PARTS] == [1, 1, 0]
    assert parts["plan"][-1].startswith("Trên đây là Kế hoạch CCHC")
    assert parts["plan"][-1].endswith("./.")


# What stands in the plan


def enumerators(lines: list[str]) -> list[str]:
    """The enumerators of the lines that have one, a dash included."""
    return [found[0].rstrip() for line in lines if (found := ENUMERATOR.match(line))]


def test_every_section_has_its_enumerator(parts: dict[str, list[str]]) -> None:
    contents = [(f"{number}.", "a)", "b)") for number in range(1, REFORMS + 1)]
    assert [label for label in enumerators(parts["plan"]) if label != "-"] == [
        *("I.", "1.", "2."),
        *("II.", *(label for content in contents for label in content)),
        *("III.", "1.", "a)", "b)", "c)", "d)", "2.", "3.", "4.", "5.", "6.", "7.", "8."),
    ]


def blocks(lines: list[str], head: str) -> list[list[str]]:
    """What stands under each line ``head``, up to the next line with an enumerator that is no dash."""
    starts = [at + 1 for at, line in enumerate(lines) if line == head]
    return [list(takewhile(lambda line: enumerators([line]) in ([], ["-"]), lines[start:])) for start in starts]


def test_six_reform_contents_have_26_objectives_and_18_measures(parts: dict[str, list[str]]) -> None:
    plan = parts["plan"]
    remark = "(Nội dung, nhiệm vụ cụ thể có phụ lục đính kèm)."
    body = [line for line in plan if line != remark]
    assert plan[plan.index("III. TỔ CHỨC THỰC HIỆN") - 1] == remark
    assert list(map(len, blocks(body, "a) Mục tiêu"))) == [4, 9, 2, 4, 1, 6]
    assert list(map(len, blocks(body, "b) Nhiệm vụ, giải pháp"))) == [3, 3, 2, 3, 1, 6]


def test_eight_bodies_have_duties(parts: dict[str, list[str]]) -> None:
    plan = parts["plan"]
    lists = plan[plan.index("III. TỔ CHỨC THỰC HIỆN") + 1 : -1]
    assert len([line for line in lists if re.match(r"[0-9]\. ", line)]) == 8
    assert len([line for line in lists if not re.match(r"[0-9]\. ", line)]) == 13
