"""An annotated file as LibreOffice reads it: the pages of the clean one, and every comment as a note of the PDF."""

from __future__ import annotations

import re

import docx
import pytest

from tests.acts.fixtures import PLAN
from tests.rendering.rendered import Rendered, render

pytestmark = pytest.mark.rendering


def test_every_comment_is_a_note_and_the_pages_stay(act: Rendered, tmp_path_factory: pytest.TempPathFactory) -> None:
    """plans/2025.yaml with a label that was typed in a row; something is said of its decision, which fills its page."""
    folder = tmp_path_factory.mktemp("annotated")
    text = PLAN.read_text(encoding="utf-8")
    assert text.count("title: Báo cáo sơ kết\n") == 1
    plan = folder / "plans" / PLAN.name
    plan.parent.mkdir()
    plan.write_text(text.replace("title: Báo cáo sơ kết\n", "title: 1. Báo cáo sơ kết\n"), encoding="utf-8")
    annotated = render(plan, folder / "out", ("--annotate",))
    assert annotated.pdf.name == "2025.nhan-xet.pdf"
    comments = docx.Document(str(annotated.pdf.with_suffix(".docx"))).comments
    assert len(comments) >= 1
    assert len(re.findall(rb"/Subtype ?/Text\b", annotated.pdf.read_bytes())) == len(comments)
    assert [len(document) for document in annotated.documents] == [len(document) for document in act.documents]
    for before, after in zip(act.decision + act.plan, annotated.decision + annotated.plan, strict=True):
        assert [line.text for line in after.lines] == [line.text for line in before.lines]
        assert abs(after.lines[0].top - before.lines[0].top) < 2
