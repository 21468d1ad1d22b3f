"""The printed draft: its mark, and the places that the clerk fills in (Nghị định 30/2020/NĐ-CP, Điều 10, 15)."""

from __future__ import annotations

import pytest

from tests.rendering.rendered import Rendered

pytestmark = pytest.mark.rendering

MARK = "DỰ THẢO (LẦN 2)"


def test_each_document_shows_the_mark_once_on_its_first_page(draft: Rendered) -> None:
    for document in draft.documents:
        assert [sum(MARK in line.text for line in page.lines) for page in document] == [1] + [0] * (len(document) - 1)


def test_the_mark_stands_under_the_number(draft: Rendered) -> None:
    first = draft.decision[0]
    number = next(line for line in first.lines if line.text.startswith("Số:"))
    assert 0 < first.line(MARK).top - number.top < 2.5 * (number.bottom - number.top)
    assert first.line(MARK).centre == pytest.approx(first.line("TỈNH ĐẮK NÔNG").centre, abs=2)


def test_the_clerk_finds_room_for_number_and_day(draft: Rendered) -> None:
    first = draft.decision[0]
    assert first.line("/QĐ-UBND").left - first.line("Số:").right > 20
    assert first.line("tháng").left - first.line("Đắk Nông, ngày").right > 15
