"""Wrong ideas of the decree that are often met: none of them is printed."""

from __future__ import annotations

import re

import pytest

from tests.form.anatomy import Act, one_look
from tests.form.documents import KNOWN


@pytest.fixture(params=KNOWN)
def act(request: pytest.FixtureRequest, acts: dict[str, Act]) -> Act:
    """Each act in turn."""
    return acts[request.param]


@pytest.fixture
def text(act: Act) -> str:
    """All that it prints."""
    return "\n".join(line.text for part in act.file.parts for line in part.lines())


def test_no_zero_before_the_months_3_to_9(text: str) -> None:
    """Mục II.4b pads days and the months 1 and 2 only."""
    assert not re.search(r"tháng 0[3-9] năm", text)


def test_the_word_phu_luc_is_not_in_capitals(text: str) -> None:
    """Mục III.1b."""
    assert not re.search(r"(?m)^PHỤ LỤC\b", text)


def test_the_last_basis_does_not_end_with_a_comma(act: Act) -> None:
    """Mục II.6a."""
    if act.known.kind == "decision":
        assert not [line.text for line in act.bases if line.text.endswith(",")]


def test_bases_are_italic(act: Act) -> None:
    """Mục II.6a."""
    if act.known.kind == "decision":
        assert act.bases
        assert all(one_look(line).italic for line in act.bases)


def test_nothing_is_underlined(act: Act) -> None:
    """Mục II.1b, II.2b and II.5b ask for drawn lines; Nơi nhận: has none at all (Mục II.9d)."""
    assert "<w:u " not in act.file.xml()
    assert not [line for line in act.signature.column(0) if line.rule is not None]


def test_recipients_are_not_italic(act: Act) -> None:
    """Mục II.9d: only "Nơi nhận:" is."""
    assert act.recipients
    assert not any(one_look(line).italic for line in act.recipients)


def test_titles_of_muc_are_not_centred(act: Act) -> None:
    """Mục V, mẫu 6b: the number and the title stand on one line, in the text."""
    assert not [line.text for line in act.labelled("muc") if line.setting.align == "center"]


def test_the_authority_is_not_the_deputy_who_signs(act: Act) -> None:
    """Phụ lục III, ghi chú 6: the head decides, whoever signs."""
    if act.known.kind == "decision":
        assert not act.authority.text.startswith("PHÓ ")


def test_sizes_are_whole_points(act: Act) -> None:
    """Mục V: no Tiêu ngữ of 12.5 pt."""
    lines = [line for part in act.file.parts for line in part.lines()]
    assert {letters.size % 1 for line in lines for letters in line.letters} == {0}


def test_the_number_is_upright(act: Act) -> None:
    """Mục II.3c."""
    assert not one_look(act.number).italic


def test_the_right_margin_is_not_below_15_mm(act: Act) -> None:
    """Mục I.3: 850 twips are 14.99 mm."""
    assert all(part.paper.margins["right"] >= 851 for part in act.file.parts)


def test_the_type_has_the_abbreviation_of_the_decree(act: Act) -> None:
    """Phụ lục III, Mục I: QĐ and KH."""
    assert re.search(r"/(?:QĐ|KH)-", act.number.text)
