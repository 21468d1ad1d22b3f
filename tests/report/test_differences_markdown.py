"""Differences as Markdown, read by markdown-it: the texts of both plans, and nothing in them is markup."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from cchc.language.word_changes import word_changes
from cchc.pipeline.comparing import compare
from cchc.pipeline.outcomes import Surroundings
from cchc.report.differences.escaping import escaped, marked, merged
from cchc.report.differences.markdown import markdown
from tests.plans import FIRST

ROOT = Path(__file__).parents[2]
READER = MarkdownIt("commonmark", {"linkify": False}).enable(["table", "strikethrough"])
HOSTILE = (
    "| ô | khác |",
    "`mã` ``mã``",
    "<b>đậm</b> <!-- --> </details> <script>",
    "@nhom-duyet và @a",
    "**đậm** __đậm__ ~~bỏ~~ *ng* _ng_",
    "# tiêu đề ##",
    "#12 !34 $5 %6 ~7 &8 a/b#9 GH-1 :smile:",
    "[x](javascript:alert(1)) ![y](z) <http://a.vn> http://b.vn www.c.vn",
    "dòng\nhai\n\n- ba\n/close",
    "a\\*b \\",
    "&lt;i&gt; &#64;ai &amp;",
    "1. một",
)


def inlines(text: str) -> Iterator[Token]:
    for block in READER.parse(text):
        yield from block.children or ()
        yield Token("softbreak", "br", 0)


def read(text: str) -> str:
    """The words that a reader of the page sees; lines that HTML ends are lines."""
    said = []
    for token in inlines(text):
        if token.type in ("text", "code_inline"):
            said.append(token.content)
        elif token.type == "softbreak" or token.content == "<br>":
            said.append("\n")
    return "".join(said)


def words(text: str) -> list[str]:
    return text.replace("\u200b", "").split()


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("around", ["- **Đoạn:** {}", "#### Nhóm › {}", "| a | b |\n|---|---|\n| x | {} |"])
def test_text_of_a_plan_is_text(text: str, around: str) -> None:
    seen = {token.type for token in inlines(around.format(escaped(text)))}
    assert seen <= {"text", "text_special", "softbreak", "strong_open", "strong_close", "html_inline"}
    html = {token.content for token in inlines(around.format(escaped(text))) if token.type == "html_inline"}
    assert html <= {"<br>"}
    assert words(read(around.format(escaped(text))))[-len(words(text)) :] == words(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_nobody_is_mentioned_and_nothing_is_linked(text: str) -> None:
    page = read("- **Đoạn:** " + escaped(text))
    assert not re.search(r"@\w|[#!$%~]\d|&\d|:\w+:|://|www\.|GH-\d", page)


def test_no_line_of_a_plan_begins_a_line() -> None:
    assert "\n" not in escaped("một\n/close\n\n# hai")


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Cf", "Co", "Cn")), min_size=1, max_size=30))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_as_it_is(text: str) -> None:
    assert words(read("- **Đoạn:** " + escaped(text))) == ["Đoạn:", *words(text)]


_WORDS = st.lists(
    st.sampled_from(["một", "hai,", "(ba)", "4%", "*5*", "–", "“sáu”", "b/c", "~~", "70.000"]), max_size=8
)


@given(_WORDS, _WORDS)
@settings(max_examples=300, deadline=None)
def test_old_and_new_can_be_read_out_of_the_marked_text(old_words: list[str], new_words: list[str]) -> None:
    old, new = " ".join(old_words), " ".join(new_words)
    text = "- **Đoạn:** " + merged(old, new, word_changes(old, new))
    before, after, mark = "", "", ""
    for token in inlines(text):
        mark = {"s_open": "s", "strong_open": "b"}.get(token.type, "" if token.type.endswith("_close") else mark)
        if token.type == "text":
            before += token.content if mark != "b" else ""
            after += token.content if mark != "s" else ""
    assert "".join(words(before)) == "".join(words(old))
    assert "".join(words(after)) == "Đoạn:" + "".join(words(new))


def test_a_whole_text_that_went_is_struck_out() -> None:
    seen = [token.type for token in inlines("- " + marked("(một) *hai*", "~~")) if token.type != "softbreak"]
    assert (seen[0], seen[-1]) == ("s_open", "s_close")
    assert not {"em_open", "strong_open"} & {*seen}


def around() -> Surroundings:
    return Surroundings(ROOT, os.environ, sys.platform, ROOT, date(2026, 1, 1))


def page(old: str, new: str) -> str:
    found = compare(old, new, around()).comparison
    assert found is not None
    return markdown(found, found, "vi")


def test_what_changed_by_field_and_what_was_only_edited_folded_away(tmp_path: Path) -> None:
    text = (ROOT / "plans/2025.yaml").read_text(encoding="utf-8")
    changed = FIRST.replace("đề cương hướng dẫn sơ kết", "hướng dẫn sơ kết @ai").replace("Sở Nội vụ", "Sở Tư pháp")
    new = tmp_path / "moi.yaml"
    new.write_text(text.replace(FIRST, changed).replace("title: Báo cáo sơ kết", "title: Báo cáo  sơ kết"), "utf-8")
    told = page("2025", str(new))
    lines = told.splitlines()
    assert lines[2] == "**3 khác biệt: 2 về nội dung, 1 về biên tập.**"
    assert "### Nhiệm vụ (2)" in lines
    [row] = [line for line in lines if line.startswith("- **Hoạt động 1.1:** ")]
    assert "Ban hành văn bản, ~~đề cương~~ hướng dẫn sơ kết **@\u200bai** <sub>plans/2025.yaml:214 → " in row
    assert lines[lines.index(row) + 1] == "  - Cơ quan chủ trì: Sở Nội vụ → Sở Tư pháp"
    opened, closed = lines.index("<details>"), lines.index("</details>")
    assert lines[opened + 1] == "<summary>Biên tập: nội dung không đổi (1)</summary>"
    assert lines[opened + 2] == lines[closed - 1] == ""
    assert opened < next(n for n, line in enumerate(lines) if "Báo cáo  sơ kết" in line) < closed
    assert "| Sở Tư pháp | +1 |  |  |" in lines


@pytest.mark.parametrize(("old", "new"), [("2024", "2025"), ("2018", "2025"), ("2025", "dak-lak-2025")])
def test_every_text_of_the_real_plans_can_be_read(old: str, new: str) -> None:
    found = compare(old, new, around()).comparison
    assert found is not None
    told = markdown(found, found, "vi")
    seen = {token.type for token in inlines(told)}
    plain = {"text", "text_special", "softbreak", "html_inline"}
    assert seen <= plain | {"strong_open", "strong_close", "s_open", "s_close"}
    html = {token.content for token in inlines(told) if token.type == "html_inline"}
    assert html <= {"<br>", "<sub>", "</sub>"}
    letters = "".join(words(read(told)))
    for entry in found.entries:
        if entry.fact.kind in ("added", "removed") and not (entry.fact.what == "article" and entry.others):
            for side in (entry.fact.old, entry.fact.new):
                assert side is None or "".join(side.text.split()) in letters


def test_equal_plans_have_no_difference() -> None:
    assert page("2025", "2025").splitlines()[2:] == ["**Không có khác biệt.**"]
