"""What is special in Đắk Lắk's draft for 2025: blanks, as many of everything as the act has, and no appendix."""

import re
from itertools import takewhile

import pytest

from cchc.model.plan import Plan
from tests.acts.conftest import Plans, WordFiles
from tests.acts.fixtures import act, act_lines, corrections, derived
from tests.acts.meaning import numbered_objectives

ACT = act("dak-lak-2025")
ROMAN = re.compile(r"[IVX]+\. ")
NUMBERED = re.compile(r"[0-9]+\. ")
LETTERED = re.compile(r"[a-zđ]\) ")
LETTERS = "abcdđeghikl"


@pytest.fixture(scope="module")
def parts(word_files: WordFiles) -> dict[str, list[str]]:
    """The lines of the Word file by the part of the act that its section holds."""
    return dict(zip(ACT.parts, word_files("dak-lak-2025").sections, strict=True))


@pytest.fixture(scope="module")
def sections(parts: dict[str, list[str]]) -> dict[str, list[str]]:
    """The lines below each heading of the first level, by its number."""
    plan = parts["plan"]
    starts = [at for at, line in enumerate(plan) if ROMAN.match(line)]
    ends = [*starts[1:], len(plan) - 1]
    return {plan[start].partition(".")[0]: plan[start + 1 : end] for start, end in zip(starts, ends, strict=True)}


@pytest.fixture(scope="module")
def loaded(plans: Plans) -> Plan:
    """The plan."""
    return plans("dak-lak-2025")


def below(lines: list[str], heading: re.Pattern[str]) -> dict[str, list[str]]:
    """The lines below each line with an enumerator of one kind, by that line."""
    starts = [at for at, line in enumerate(lines) if heading.match(line)]
    ends = [*starts[1:], len(lines)]
    return {lines[start]: lines[start + 1 : end] for start, end in zip(starts, ends, strict=True)}


def test_as_many_words_are_compared_as_the_act_has() -> None:
    assert {part: len(" ".join(act_lines(ACT, part)).split()) for part in ACT.parts} == {"decision": 327, "plan": 7048}
    assert sum(correction.places for correction in corrections(ACT)) == len(corrections(ACT)) == 3
    assert len(derived(ACT)) == 18


# The decision


def test_the_letterhead_has_blanks_for_number_and_day(parts: dict[str, list[str]]) -> None:
    blank_number, blank_date = "Số:         /QĐ-UBND", "Đắk Lắk, ngày      tháng 12 năm 2024"
    assert (parts["decision"][2], parts["decision"][5]) == (blank_number, blank_date)


def test_the_decision_has_three_bases_and_the_proposal(parts: dict[str, list[str]]) -> None:
    decision = parts["decision"]
    at = decision.index("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK") + 1
    *bases, proposal = takewhile(lambda line: line != "QUYẾT ĐỊNH:", decision[at:])
    assert [line.split(" ")[2] for line in bases] == ["Luật", "Chỉ", "Quyết"]
    assert proposal == "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 1026/TTr-SNV ngày 12/12/2024."


def test_the_decision_has_three_articles_the_third_with_enforcement(parts: dict[str, list[str]]) -> None:
    decision = parts["decision"]
    *articles, enforcement = decision[decision.index("QUYẾT ĐỊNH:") + 1 : decision.index("Nơi nhận:")]
    assert [line[:8] for line in articles] == ["Điều 1. ", "Điều 2. ", "Điều 3. "]
    assert enforcement.endswith(" chịu trách nhiệm thi hành Quyết định này./.")


def test_ten_recipient_lines_the_archive_included_and_nobody_who_signs(parts: dict[str, list[str]]) -> None:
    decision = parts["decision"]
    *recipients, archive = decision[decision.index("Nơi nhận:") + 1 :]
    assert len(recipients) + 1 == 10
    assert recipients[5] == "- Như Điều 3;"
    assert archive == "- Lưu: VT, KSTTHC (B_05b)."


# The plan


def test_the_theme_is_a_paragraph_of_the_objectives(loaded: Plan, sections: dict[str, list[str]]) -> None:
    assert loaded.theme is None
    before = sections["I"][sections["I"].index("2. Yêu cầu") - 1]
    assert before.startswith("Chủ đề CCHC trong năm 2025 là “")


def test_fifteen_indicators_are_numbered_in_their_own_section(sections: dict[str, list[str]]) -> None:
    assert [line.partition(".")[0] for line in sections["II"]] == [str(number) for number in range(1, 16)]


def test_eighteen_objectives_have_nineteen_figures_of_one_baseline_year_each(loaded: Plan) -> None:
    objectives = [objective for _, _, objective in numbered_objectives(loaded)]
    figures = [figure for objective in objectives for figure in objective.figures]
    assert (len(objectives), len(figures)) == (18, 19)
    assert [figure.baseline_year for figure in figures if figure.change] == [2024, 2021, 2021]
    assert {figure.baseline_year for figure in figures if not figure.change} == {None}


def test_seven_groups_of_tasks_are_lettered_as_the_alphabet_has_it(sections: dict[str, list[str]]) -> None:
    groups = below(sections["III"], NUMBERED)
    points = {heading[:2]: [line[0] for line in lines if LETTERED.match(line)] for heading, lines in groups.items()}
    lengths = {"1.": 6, "2.": 9, "3.": 4, "4.": 7, "5.": 5, "6.": 10, "7.": 7}
    assert points == {number: list(LETTERS[:length]) for number, length in lengths.items()}


def test_four_points_have_dashes_below_two_of_them_without_a_colon(sections: dict[str, list[str]]) -> None:
    found = [
        (heading[:2], point[:2], len(dashes), point.endswith(":"))
        for heading, lines in below(sections["III"], NUMBERED).items()
        for point, dashes in below(lines, LETTERED).items()
        if dashes
    ]
    assert found == [("2.", "đ)", 3, False), ("2.", "e)", 6, True), ("4.", "b)", 5, True), ("4.", "đ)", 2, False)]


def test_all_bodies_have_four_duties_and_eleven_bodies_duties_of_their_own(sections: dict[str, list[str]]) -> None:
    of_all, of_each = below(sections["V"], NUMBERED).values()
    assert [line[0] for line in of_all] == list("abcd")
    lists = below(of_each, LETTERED)
    assert [heading[0] for heading in lists] == list(LETTERS)
    assert [len(duties) for duties in lists.values()] == [2, 8, 1, 1, 5, 1, 2, 2, 1, 1, 2]


def test_the_appendix_is_announced_twice_and_absent(loaded: Plan, parts: dict[str, list[str]]) -> None:
    announced = [line for line in parts["plan"] if "Phụ lục" in line]
    assert [re.findall(r"tại Phụ lục (?:kèm theo|đính kèm)", line) for line in announced] == [
        ["tại Phụ lục kèm theo"],
        ["tại Phụ lục đính kèm"],
    ]
    assert loaded.appendices == ()


def test_page_numbers_and_the_second_address_of_a_link_are_no_lines(parts: dict[str, list[str]]) -> None:
    assert not any(line.isdigit() for line in parts["plan"])
    assert sum(line.count("vbpl.vn") for line in parts["plan"]) == 1
