"""The terminal form: within its width, obeying nothing, and with every word of both sides in it."""

from __future__ import annotations

import re
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.language.width import columns
from cchc.language.word_changes import word_changes
from cchc.report.console import Console
from cchc.report.differences.lines import NARROWEST, wrapped
from cchc.report.differences.marking import merged, merges
from cchc.report.differences.terminal import difference_lines
from cchc.report.plain import plain
from cchc.report.terminal import Styled
from tests.compare.plans import compared

TASK = """\
appendices:
  - title: Nhiệm vụ năm
    layout: tasks
    tasks:
      - title: {title}
        lead: Sở Nội vụ
        end: {end}
"""
TEXTS = st.text(st.sampled_from("abệẩ đ ,.12 \n\x1b世[]"), max_size=120)
SENTENCES = st.lists(st.sampled_from(["rà", "soát", "thủ", "tục", "hồ", "sơ", "90%", "Sở", "vụ"]), max_size=14).map(
    " ".join
)


def text_of(lines: list[list[Styled]]) -> list[str]:
    return ["".join(piece.text for piece in line) for line in lines]


def drawn(old: str, new: str, width: int | None = None) -> str:
    found = compared(old, new)
    return "\n".join(text_of(list(difference_lines(found, found, "vi", width))))


@given(TEXTS, st.integers(10, 90), st.integers(0, 12))
def test_lines_keep_their_width_and_lose_nothing(text: str, width: int, indent: int) -> None:
    lines = text_of(list(wrapped([Styled(text)], width, indent, indent + 2)))
    assert all(columns(line) <= max(width, NARROWEST + indent + 2) for line in lines)
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", plain(text, keep_lines=True))


@given(SENTENCES, SENTENCES)
def test_both_texts_can_be_read_back_from_the_marked_one(old: str, new: str) -> None:
    changes = word_changes(old, new)
    if not merges(old, new, changes):
        return
    shown = "".join(piece.text for piece in merged(old, new, changes))
    before = re.sub(r"\{\+.*?\+\}", "", shown).replace("[-", "").replace("-]", "")
    after = re.sub(r"\[-.*?-\]", "", shown).replace("{+", "").replace("+}", "")
    assert before.split() == old.split()
    assert after.split() == new.split()


def test_what_only_follows_is_left_out_of_long_texts() -> None:
    old = " ".join(f"từ{number}" for number in range(200))
    shown = "".join(piece.text for piece in merged(old, old + " thêm", word_changes(old, old + " thêm")))
    assert shown.startswith("… ")
    assert shown.endswith("từ199 {+thêm+}")
    assert len(shown) < 200


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_change_is_shown_by_signs_too(width: int) -> None:
    old = TASK.format(title="Rà soát thủ tục hành chính trên địa bàn tỉnh", end=6)
    shown = drawn(old, TASK.format(title="Rà soát hồ sơ hành chính trên địa bàn tỉnh", end=9), width)
    flat = " ".join(shown.split())
    assert "[-thủ tục-]{+hồ sơ+}" in flat
    assert "lùi thời hạn 3 tháng: 6 → 9" in flat
    assert "(cu.yaml:8 → moi.yaml:8)" in flat
    assert max(map(columns, shown.split("\n"))) <= width


def test_nothing_of_a_plan_is_obeyed() -> None:
    hostile = '"Rà soát thủ tục [bold]đỏ[/bold] \\u202E"'
    shown = drawn(TASK.format(title="Rà soát thủ tục", end=6), TASK.format(title=hostile, end=6))
    assert "\u202e" not in shown
    assert "[bold]đỏ[/bold]" in shown
    assert "U+202E" in shown


def test_colours_come_on_top_of_signs() -> None:
    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    found = compared(TASK.format(title="Rà soát [red] A", end=6), TASK.format(title="Rà soát [red] B", end=6))
    seen, plainly = Terminal(), StringIO()
    Console(seen, {"TERM": "xterm-256color"}).print(difference_lines(found, found, "vi", 80))
    Console(plainly, {}).print(difference_lines(found, found, "vi", 80))
    assert "\x1b[" in seen.getvalue()
    assert re.sub(r"\x1b\[[0-9;]*m", "", seen.getvalue()) == plainly.getvalue()
    assert "[red] [-A-]{+B+}" in plainly.getvalue()


def test_nothing_is_told_twice() -> None:
    old = TASK.format(title="Rà soát thủ tục hành chính", end=6)
    new = TASK.format(title="Rà soát thủ tục hành chính nội bộ", end=9).replace("Sở Nội vụ", "Sở Y tế")
    shown = drawn(old, new)
    assert shown.count("Rà soát thủ tục") == 1
    assert shown.count("Sở Nội vụ → Sở Y tế") == 1


WHOLE = "Rà soát quy trình nội bộ cấp huyện và công bố danh mục dịch vụ công trực tuyến của tỉnh"
PIECES = ("Rà soát quy trình nội bộ cấp huyện", "Công bố danh mục dịch vụ công trực tuyến của tỉnh")


def tasks(*titles: str) -> str:
    rows = "".join(f"      - {{title: {title}, lead: Sở Nội vụ, end: 6}}\n" for title in (*titles, "Kiểm tra văn thư"))
    return f"appendices:\n  - title: Nhiệm vụ năm\n    layout: tasks\n    tasks:\n{rows}"


def test_pieces_stand_below_the_whole() -> None:
    split = drawn(tasks(WHOLE), tasks(*PIECES))
    assert "tách nhiệm vụ thành 2" in split
    placed = [line.strip() for line in split.splitlines()[1:] if re.search(r"\((cu|moi)\.yaml:\d+\)$", line)]
    assert [line[:2] for line in placed] == ["- ", "+ ", "+ "]
    merged_ = drawn(tasks(*PIECES), tasks(WHOLE))
    assert "gộp 2 nhiệm vụ làm một" in merged_
    for text in (WHOLE, f"{PIECES[0]} (", PIECES[1]):
        assert split.count(text) == merged_.count(text) == 1


def test_what_changed_places_is_named() -> None:
    lines = ("Rà soát thủ tục", "Công bố danh mục", "Mở dữ liệu")
    shown = drawn(tasks(*lines), tasks(lines[2], *lines[:2]))
    assert "đổi thứ tự nhiệm vụ" in shown
    assert shown.count("Mở dữ liệu") == 1
