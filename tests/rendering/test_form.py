"""What a reader of the printed plan of 2025 sees of the form (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.rendering.pages import Page, Piece, rules
from tests.rendering.rendered import Rendered

pytestmark = pytest.mark.rendering

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
ISSUER = "TỈNH ĐẮK NÔNG"
ATTACHED = "(Kèm theo Quyết định số 1629/QĐ-UBND ngày 30 tháng 12 năm 2024"
ISSUED_BY = "UBND tỉnh Đắk Nông)"
SUBJECT = "Ban hành Kế hoạch cải cách hành chính tỉnh Đắk Nông năm 2025"
COUNTED = re.compile(r"(?:điều|khoản|mục|số|ngày|tháng|năm|quý|phụ lục)$", re.IGNORECASE)
COUNT = re.compile(r"[0-9]|[IVX]+\b")
UNIT = re.compile(r"(?:%|tháng\b)")


def test_the_letterhead_stands_on_one_line_each(act: Rendered) -> None:
    for page in (act.decision[0], act.plan[0]):
        assert page.line(NATION).top < page.line(MOTTO).top
        assert page.line("ỦY BAN NHÂN DÂN").top == pytest.approx(page.line(NATION).top, abs=1)
        assert page.line(ISSUER).top == pytest.approx(page.line(MOTTO).top, abs=1)
        assert page.line(MOTTO).centre == pytest.approx(page.line(NATION).centre, abs=1)
    assert sum(page.has(NATION) for page in act.pages) == 2


def test_only_the_decision_has_a_number_and_a_date_in_its_letterhead(act: Rendered) -> None:
    first = act.decision[0]
    number, date = first.line("Số: 1629/QĐ-UBND"), first.line("Đắk Nông, ngày 30 tháng 12 năm 2024")
    assert number.bottom == pytest.approx(date.bottom, abs=3)
    assert not any(line.text.startswith("Số: ") for page in (*act.plan, *act.appendix) for line in page.lines)


@pytest.mark.parametrize(
    ("document", "first", "last", "shortest", "longest"),
    [
        (0, MOTTO, MOTTO, 1.0, 1.0),
        (0, ISSUER, ISSUER, 1 / 3, 1 / 2),
        (0, SUBJECT, SUBJECT, 1 / 3, 1 / 2),
        (1, MOTTO, MOTTO, 1.0, 1.0),
        (1, ISSUER, ISSUER, 1 / 3, 1 / 2),
        (1, ATTACHED, ISSUED_BY, 1 / 3, 1 / 2),
        (2, ATTACHED, ISSUED_BY, 1 / 3, 1 / 2),
    ],
)
def test_rules_have_their_lengths(
    act: Rendered, document: int, first: str, last: str, shortest: float, longest: float
) -> None:
    """As long as the motto; from a third to a half of the longest line of the issuer, the subject, the attached act."""
    page = act.documents[document][0]
    lines = _paragraph(page, first, last)
    whole = max(line.right - line.left for line in lines)
    [rule] = _under(lines[-1], list(rules(act.pdf, act.pages.index(page) + 1)))
    assert shortest * whole - 2 < rule.right - rule.left < longest * whole + 2
    assert rule.centre == pytest.approx(lines[-1].centre, abs=2)


def test_the_signature_stands_with_the_recipients_and_the_last_lines(act: Rendered) -> None:
    page = act.decision[-1]
    recipients, title, name = page.line("Nơi nhận:"), page.line("CHỦ TỊCH"), page.line("Hồ Văn Mười")
    assert recipients.top == pytest.approx(title.top, abs=2)
    assert name.centre == pytest.approx(title.centre, abs=1)
    assert page.line("- Lưu: VT, TH (Dg).").top == max(line.top for line in page.lines)
    prose = [line for line in page.lines if line.bottom < recipients.top and not line.text.isdigit()]
    assert len(prose) >= 2
    assert prose[-1].text.endswith("thi hành Quyết định này./.")


def test_each_of_decision_and_plan_ends_once(act: Rendered) -> None:
    for document in (act.decision, act.plan):
        ends = [
            (number, line.text) for number, page in enumerate(document) for line in page.lines if "./." in line.text
        ]
        assert [number for number, _ in ends] == [len(document) - 1]
        assert ends[0][1].endswith("./.")


def test_no_heading_ends_a_page(act: Rendered) -> None:
    for page in act.plan:
        last = page.across()[-1]
        assert not re.match(r"(?:[IVX]+|[0-9]+)\. |[a-zđ]\) ", last), last


def test_no_line_ends_inside_a_name_or_a_date(act: Rendered) -> None:
    broken = [
        f"{line.text} | {following.text}"
        for page in act.pages
        for line, following in _consecutive(page)
        if (COUNTED.search(line.text) and COUNT.match(following.text))
        or (line.text[-1].isdigit() and UNIT.match(following.text))
    ]
    # A column of months is narrower than "Tháng 12/2024": kept whole it would part at its slash instead.
    assert set(broken) <= {"Tháng | 12/2024", "Tháng | 12/2025"}


def _consecutive(page: Page) -> Iterator[tuple[Piece, Piece]]:
    """Each line with the line under it in its column or cell."""
    for line, following in zip(page.lines, page.lines[1:], strict=False):
        if 0 < following.top - line.top < 1.5 * (line.bottom - line.top) and _over(line, following):
            yield line, following


def _paragraph(page: Page, first: str, last: str) -> list[Piece]:
    """The lines from the one that begins with ``first`` to the one that ends with ``last``."""
    start = next(index for index, line in enumerate(page.lines) if line.text.startswith(first))
    end = next(index for index, line in enumerate(page.lines) if index >= start and line.text.endswith(last))
    return list(page.lines[start : end + 1])


def _under(line: Piece, found: list[Piece]) -> list[Piece]:
    """The rules right under ``line``, a thick one counted once."""
    near = [rule for rule in found if line.bottom - 3 < rule.top < line.bottom + 8 and _over(rule, line)]
    return [rule for rule in near if not any(0 < rule.top - other.top < 2 for other in near)]


def _over(one: Piece, other: Piece) -> bool:
    return one.left < other.right and other.left < one.right
