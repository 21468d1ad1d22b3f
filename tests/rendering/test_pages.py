"""Every page of the plan of 2025: paper, margins, numbers, faces (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I)."""

from __future__ import annotations

import pytest

from tests.rendering.pages import MILLIMETRE, faces, page_number
from tests.rendering.rendered import Rendered

pytestmark = pytest.mark.rendering

TOP, RIGHT, BOTTOM, LEFT = 22, 18, 20, 30
"""The margins of the shipped styles in millimetres (the decree: 20-25, 15-20, 20-25, 30-35; khoản 3)."""


def test_each_document_has_its_pages(act: Rendered) -> None:
    """Lines break alike with every face of Times' widths; only the rows of a table may fall otherwise from one
    LibreOffice to the next. Another number means that the form has changed: look at the pages, then write it here."""
    assert (len(act.decision), len(act.plan)) == (1, 7)
    assert len(act.appendix) == pytest.approx(21, abs=1)


def test_paper_is_a4_and_only_the_appendix_lies_on_its_side(act: Rendered) -> None:
    upright = {(round(page.width / MILLIMETRE), round(page.height / MILLIMETRE)) for page in act.decision + act.plan}
    lying = {(round(page.width / MILLIMETRE), round(page.height / MILLIMETRE)) for page in act.appendix}
    assert (upright, lying) == ({(210, 297)}, {(297, 210)})


def test_no_page_is_blank(act: Rendered) -> None:
    for page in act.pages:
        assert len(page.across()) > 5


def test_documents_count_their_own_pages_and_hide_the_first_number(act: Rendered) -> None:
    for document in act.documents:
        numbers = [number.text if (number := page_number(page)) else None for page in document]
        assert numbers == [None, *map(str, range(2, len(document) + 1))]


def test_numbers_stand_in_the_middle_of_the_top_margin(act: Rendered) -> None:
    for page in act.pages:
        number = page_number(page)
        if number:
            middle = (LEFT * MILLIMETRE + page.width - RIGHT * MILLIMETRE) / 2
            assert number.centre == pytest.approx(middle, abs=1)
            assert number.bottom < TOP * MILLIMETRE


def test_nothing_but_the_number_is_printed_in_a_margin(act: Rendered) -> None:
    for page in act.pages:
        number = page_number(page)
        for word in page.words:
            assert word is number or word.top > TOP * MILLIMETRE - 1, word
            assert word.bottom < page.height - BOTTOM * MILLIMETRE + 1, word
            assert word.left > LEFT * MILLIMETRE - 1, word
            assert word.right < page.width - RIGHT * MILLIMETRE + 1, word


def test_one_face_of_the_widths_of_times_prints_every_letter(act: Rendered) -> None:
    """Another face would mean that a Vietnamese letter was missing in the first."""
    found = faces(act.pdf)
    assert all(found.values()), "every face is embedded"
    families = {name.partition("-")[0].removesuffix("PSMT") for name in found}
    assert len(families) == 1
    assert families <= {"LiberationSerif", "Tinos", "TimesNewRoman"}
