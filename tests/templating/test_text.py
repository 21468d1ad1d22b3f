"""Text of a plan in templates: whatever it holds it prints as typed, and never becomes markup."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.language.unbroken import plain
from cchc.model.plan import Plan
from cchc.syntax.characters import REFUSED
from tests.printing import printed, small_plan

HOSTILE = (
    "<b>đậm</b>",
    "a & b &amp; c",
    "]]>",
    "<![CDATA[x]]>",
    "{{ document }} {% raw %}",
    "<?at x:1?>",
    "<!-- x -->",
    "\"ngoặc\" và 'nháy'",
    "🙂 chữ 𠮷 và e\u0301",
    "</p></section>",
)


def theme(text: str) -> Plan:
    return small_plan().model_copy(update={"theme": text})


@pytest.mark.parametrize("text", HOSTILE)
def test_text_prints_as_typed(text: str) -> None:
    paragraphs = [paragraph for paragraph in printed(theme(text)).paragraphs() if paragraph.style == "theme"]
    assert [plain(paragraph.text) for paragraph in paragraphs] == [f"Chủ đề “{text}”"]


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), min_size=1, max_size=12))
@settings(max_examples=25, deadline=None)
def test_any_text_prints_as_typed(text: str) -> None:
    if REFUSED.search(text) or "<#" in text:
        return
    printed_texts = [plain(paragraph.text) for paragraph in printed(theme(f"({text})")).paragraphs()]
    assert f"Chủ đề “({plain(text)})”" in printed_texts
