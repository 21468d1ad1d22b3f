"""The plan of 2021-2025: as many of everything as the act has, the signature of a committee, the one time column."""

import re
from collections import Counter
from itertools import takewhile

import pytest

from cchc.export.duties import duties
from cchc.export.rows import plan_rows
from cchc.model.plan import Plan
from cchc.registry.registry import shipped_registry
from tests.acts.comparison import Difference, rows_of, word_differences
from tests.acts.conftest import Plans, WordFiles
from tests.acts.fixtures import act, act_lines, corrections
from tests.acts.meaning import numbered_objectives
from tests.acts.word_file import WordFile

ACT = act("2021-2025")
PARTS = ("decision", "plan", "appendix")
SIGN = re.compile(r"(?:[IVX]+\.|[0-9]+\.|[a-zđ]\)|[-+]) ")
BY_2025 = "Phấn đấu đến hết năm 2025:"


@pytest.fixture(scope="module")
def word_file(word_files: WordFiles) -> WordFile:
    """The Word file."""
    return word_files("2021-2025")


@pytest.fixture(scope="module")
def parts(word_file: WordFile) -> dict[str, list[str]]:
    """The lines of the Word file by the part of the act that its section holds."""
    return dict(zip(PARTS, word_file.sections, strict=True))


@pytest.fixture(scope="module")
def loaded(plans: Plans) -> Plan:
    """The plan."""
    return plans("2021-2025")


# Word by word


def test_as_many_words_are_compared_as_the_act_has() -> None:
    words = {part: len(" ".join(act_lines(ACT, part)).split()) for part in PARTS}
    assert words == {"decision": 305, "plan": 7982, "appendix": 736}


def test_eleven_corrections_were_made_first() -> None:
    assert len(corrections(ACT)) == 11
    assert sum(correction.places for correction in corrections(ACT)) == 21


def test_only_what_templates_derive_differs_from_the_act_as_it_stands(word_file: WordFile) -> None:
    as_it_stands = [line for part in PARTS for line in act_lines(ACT, part)]
    letterhead = "ỦY BAN NHÂN DÂN TỈNH ĐẮK NÔNG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc"
    assert word_differences(as_it_stands, word_file.lines()) == [
        Difference("", letterhead),
        Difference("(Ban hành kèm", "(Kèm"),
        Difference(
            "PHỤ LỤC Nhiệm vụ triển khai Kế hoạch cải cách hành chính giai đoạn",
            "Phụ lục NHIỆM VỤ TRIỂN KHAI KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH GIAI ĐOẠN",
        ),
        Difference("(Ban hành kèm", "(Kèm"),
    ]


# The decision


def test_the_body_decides_on_two_bases_and_a_proposal(parts: dict[str, list[str]]) -> None:
    decision = parts["decision"]
    at = decision.index("ỦY BAN NHÂN DÂN TỈNH ĐẮK NÔNG") + 1
    *bases, proposal = takewhile(lambda line: line != "QUYẾT ĐỊNH:", decision[at:])
    assert [line[:11] for line in bases] == ["Căn cứ Luật", "Căn cứ Nghị"]
    assert proposal.startswith("Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 522/TTr-SNV ")


def test_the_decision_has_two_articles_ten_lines_of_recipients_and_the_committees_signature(
    parts: dict[str, list[str]],
) -> None:
    decision = parts["decision"]
    first, second, enforcement = decision[decision.index("QUYẾT ĐỊNH:") + 1 : decision.index("Nơi nhận:")]
    assert (first[:7], second[:7]) == ("Điều 1.", "Điều 2.")
    assert enforcement.endswith(" chịu trách nhiệm thi hành Quyết định này./.")
    *recipients, body, office, name = decision[decision.index("Nơi nhận:") + 1 :]
    assert len(recipients) == 10
    assert (recipients[0], recipients[-1]) == ("- Như Điều 2;", "- Lưu: VT, NCKSTT.")
    assert [body, office, name] == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Hồ Văn Mười"]


# The plan


def signs(lines: list[str]) -> list[str]:
    """What stands before each line: its enumerator or dash, nothing for a paragraph."""
    return [found[0].rstrip() if (found := SIGN.match(line)) else "" for line in lines]


def below(lines: list[str], head: str) -> list[list[str]]:
    """The lines under each line ``head``, up to the next line with an enumerator that is no dash."""
    starts = [at + 1 for at, line in enumerate(lines) if line == head]
    return [list(takewhile(lambda line: signs([line])[0] in ("", "-", "+"), lines[start:])) for start in starts]


def test_every_section_clause_and_point_has_its_enumerator(parts: dict[str, list[str]]) -> None:
    letters = ["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k"]
    points = [4, 10, 3, 3, 2, 3, 3, 3, 3, 2, 2, 0, 2, 0]
    contents = [(f"{number}.", "a)", "b)") for number in range(1, 8)]
    listed = [(f"{number}.", *(f"{letter})" for letter in letters[:many])) for number, many in enumerate(points, 1)]
    assert [sign for sign in signs(parts["plan"]) if sign not in ("", "-", "+")] == [
        "I.",
        *("II.", *(sign for content in contents for sign in content)),
        *("III.", "1.", "2.", "3."),
        *("IV.", *(sign for duty in listed for sign in duty)),
    ]


def test_the_objectives_of_seven_contents_open_with_paragraphs(parts: dict[str, list[str]]) -> None:
    lists = below(parts["plan"], "a) Mục tiêu")
    assert [(lines.index(BY_2025), *Counter(signs(lines[lines.index(BY_2025) + 1 :])).items()) for lines in lists] == [
        *((1, ("-", 3)), (1, ("-", 9)), (1, ("+", 4)), (1, ("+", 2)), (1, ("-", 2)), (1, ("+", 8))),
        (0, ("", 1)),
    ]


def test_the_tasks_of_four_contents_are_lists_two_deep_with_three_paragraphs_between_the_items(
    parts: dict[str, list[str]],
) -> None:
    counts = [Counter(signs(lines[: _end(lines)])) for lines in below(parts["plan"], "b) Nhiệm vụ")]
    assert [(count["-"], count["+"], count[""]) for count in counts] == [
        *((4, 11, 0), (6, 2, 0), (4, 4, 0), (11, 0, 0), (4, 4, 0), (7, 17, 3), (6, 0, 0)),
    ]


def _end(lines: list[str]) -> int:
    """How many of the lines belong to a list of tasks: a heading in capitals ends the last one."""
    return next((at for at, line in enumerate(lines) if line.isupper()), len(lines))


def test_two_paragraphs_follow_an_item_and_the_next_item_follows_them(parts: dict[str, list[str]]) -> None:
    plan = parts["plan"]
    at = plan.index("- Phát triển ứng dụng, dịch vụ nội bộ:")
    assert signs(plan[at : at + 7]) == ["-", "+", "", "", "+", "+", "-"]
    assert signs(plan[plan.index("- Xây dựng, phát triển đô thị thông minh:") :][:3]) == ["-", "", "7."]


def test_fourteen_headings_say_whose_duties_follow(parts: dict[str, list[str]], loaded: Plan) -> None:
    plan = parts["plan"]
    headings = [line for line in plan[plan.index("IV. TỔ CHỨC THỰC HIỆN") :] if re.match(r"[0-9]+\. ", line)]
    assert len(headings) == 14
    assert all(line.endswith(":") for line in headings)
    read = [[body.id for body in duty.bodies] for duty in duties(loaded, shipped_registry())]
    assert read == [
        ["so-ban-nganh", "dia-phuong", "co-quan-trung-uong"],
        *(["so.noi-vu"], ["so.tu-phap"], ["vp-ubnd-tinh"], ["so.tai-chinh"], ["so.ke-hoach-dau-tu"]),
        *(["so.thong-tin-truyen-thong"], ["so.y-te"], ["so.giao-duc-dao-tao"], ["so.lao-dong-tbxh"]),
        *(["so.khoa-hoc-cong-nghe"], ["so.van-hoa-the-thao-du-lich"], ["cong-an-tinh"]),
        ["dai-ptth-tinh", "bao-tinh", "cong-ttdt-tinh", "co-quan-bao-chi"],
    ]


def test_the_final_sign_stands_once_in_the_decision_and_once_at_the_end_of_the_plan(
    parts: dict[str, list[str]],
) -> None:
    assert [sum(line.count("./.") for line in parts[part]) for part in PARTS] == [1, 1, 0]
    assert parts["plan"][-1].endswith("./.")


# What is to be reached


def test_seven_contents_have_the_objectives_of_the_act_and_37_figures_one_a_rank(loaded: Plan) -> None:
    found = list(numbered_objectives(loaded))
    assert Counter(reform for reform, _, _ in found) == {
        "-": 1,
        "the-che": 4,
        "thu-tuc": 10,
        "bo-may": 5,
        "cong-vu": 3,
        "tai-chinh": 3,
        "chinh-quyen-so": 9,
        "chi-dao": 1,
    }
    figures = [figure for _, _, objective in found for figure in objective.figures]
    assert Counter(figure.unit for figure in figures) == {"%": 36, "/63": 1}
    assert {figure.due_year for figure in figures} == {2025}


# The appendix


def test_sixteen_tasks_stand_flat_under_one_column_of_time(word_file: WordFile, loaded: Plan) -> None:
    (rows,) = rows_of(ACT, word_file)
    assert [row.cells[0].text for row in rows] == [str(number) for number in range(1, 17)]
    assert all([cell.span for cell in row.cells] == [1] * 5 for row in rows)
    assert Counter(row.cells[4].text for row in rows) == {
        "Hàng năm": 7,
        "Sau khi có hướng dẫn của Trung ương": 4,
        "Năm 2021": 3,
        "Sau khi có Kế hoạch của Trung ương": 2,
    }
    assert Counter(row.timing.kind for row in plan_rows(loaded) if row.timing) == {
        "recurring": 7,
        "after": 6,
        "within": 3,
    }
