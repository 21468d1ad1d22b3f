"""Every rule can fail: it is broken on purpose, and exactly the rules that speak of it see it."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.form.anatomy import Act
from tests.form.broken import BROKEN, PLAN, Broken
from tests.form.building import Compile
from tests.form.documents import KNOWN, ROOT
from tests.form.rules import RULES
from tests.form.word_act import WordAct


@pytest.mark.parametrize("broken", BROKEN, ids=[broken.name for broken in BROKEN])
def test_what_is_broken_is_seen(broken: Broken, compile_plan: Compile, tmp_path: Path) -> None:
    known = KNOWN[broken.document]
    act = Act(WordAct(_built(broken, compile_plan, tmp_path)), known)
    seen = {name: found for name, rule in RULES.items() if (found := rule.violations(act))}
    assert sorted(seen) == sorted(broken.seen_by.split()), seen


def test_every_rule_is_broken_once() -> None:
    assert set(RULES) == {name for broken in BROKEN for name in broken.seen_by.split()}


def _built(broken: Broken, compile_plan: Compile, folder: Path) -> Path:
    """The file of the document with the one change."""
    known = KNOWN[broken.document]
    if broken.file == PLAN:
        plan = folder / known.plan.name
        plan.write_text(broken.of(known.plan.read_text(encoding="utf-8")), encoding="utf-8")
        return compile_plan(plan, draft=known.draft)
    if broken.file.startswith("word/"):
        return _rewritten(compile_plan(known.plan, draft=known.draft), folder / "broken.docx", broken)
    template = folder / "templates" / broken.file
    template.parent.mkdir()
    template.write_text(broken.of((ROOT / "templates" / broken.file).read_text(encoding="utf-8")), encoding="utf-8")
    return compile_plan(known.plan, draft=known.draft, templates=template.parent)


def _rewritten(whole: Path, path: Path, broken: Broken) -> Path:
    """A copy of the file ``whole`` with one part changed."""
    with ZipFile(whole) as source, ZipFile(path, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, broken.of(data.decode("utf-8")).encode("utf-8") if name == broken.file else data)
    return path
