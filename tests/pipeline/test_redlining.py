"""The file of a redline: the same bytes each time, nobody's work lost, and never without what both plans say."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from cchc.compare.authors import Signature
from cchc.pipeline.building import build
from cchc.pipeline.comparing import compare
from cchc.pipeline.outcomes import BuildRequest, FileOutcome, PlanOutcome, Surroundings
from cchc.pipeline.redlining import write_redline
from tests.backends.package_checks import all_problems
from tests.backends.packages import packed, parts_of
from tests.backends.wordml import W
from tests.compare.settling import content
from tests.pipeline.files import surroundings
from tests.printing import SMALL, shipped
from tests.repositories import ENVIRON, Repo

OLD = SMALL.read_text(encoding="utf-8")
NEW = OLD.replace("- Rà soát văn bản", "- Rà soát mọi văn bản")
assert NEW != OLD
WHEN = datetime(2025, 3, 1, 1, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "cu.yaml").write_text(OLD, encoding="utf-8")
    (tmp_path / "plans" / "moi.yaml").write_text(NEW, encoding="utf-8")
    return tmp_path


def made(folder: Path, *, old: str = "cu", new: str = "moi", signature: Signature | None = None) -> FileOutcome:
    return _made(surroundings(folder), folder / "out" / "moi.docx", old, new, signature or Signature())


def _made(around: Surroundings, target: Path, old: str, new: str, signature: Signature) -> FileOutcome:
    found = compare(old, new, around)
    assert found.sides is not None
    assert found.differences is not None, found.diagnostics
    return write_redline(found.sides, found.differences, signature, target, around)


def target(folder: Path) -> Path:
    return folder / "out" / "moi.docx"


def marks(data: bytes) -> list[tuple[str, str | None, str | None, str]]:
    """Every revision with its author, its date and its words."""
    body = fromstring(parts_of(data)["word/document.xml"])
    return [
        (each.tag.removeprefix(W), each.get(f"{W}author"), each.get(f"{W}date"), "".join(each.itertext()))
        for each in body.iter()
        if each.tag in (f"{W}ins", f"{W}del")
    ]


def test_what_changed_is_marked_by_the_program_without_a_date(folder: Path) -> None:
    assert made(folder).diagnostics == ()
    data = target(folder).read_bytes()
    assert marks(data) == [("ins", "cchc", None, "mọi ")]
    assert all_problems(data) == []


def test_by_whom_and_when_are_said_where_they_are_given(folder: Path) -> None:
    made(folder, signature=Signature("Nguyễn Văn A", date=WHEN))
    said = {(author, date) for _, author, date, _ in marks(target(folder).read_bytes())}
    assert said == {("Nguyễn Văn A", "2025-03-01T01:00:00Z")}


def test_the_same_input_makes_the_same_bytes(folder: Path) -> None:
    made(folder)
    first = target(folder).read_bytes()
    again = made(folder).published
    assert again is not None
    assert again.unchanged
    target(folder).unlink()
    made(folder)
    assert target(folder).read_bytes() == first


def test_one_that_was_edited_is_kept_aside_and_one_that_was_not_is_replaced(folder: Path) -> None:
    made(folder)
    replaced = made(folder, signature=Signature("B")).published
    assert replaced is not None
    assert replaced.kept_aside is None
    parts = parts_of(target(folder).read_bytes())
    edited = packed(parts | {"word/document.xml": parts["word/document.xml"].replace("Rà soát".encode(), b"Xem")})
    target(folder).write_bytes(edited)
    kept = made(folder).published
    assert kept is not None
    assert kept.kept_aside is not None
    assert kept.kept_aside.read_bytes() == edited


def built(folder: Path) -> PlanOutcome:
    request = BuildRequest(("moi",), out=folder / "out")
    return next(each for each in build(request, surroundings(folder)) if isinstance(each, PlanOutcome))


def test_neither_a_build_nor_a_redline_takes_the_other_for_its_own(folder: Path) -> None:
    made(folder)
    redlined = target(folder).read_bytes()
    outcome = built(folder)
    assert [path.read_bytes() for path in outcome.kept_aside] == [redlined]
    clean = target(folder).read_bytes()
    assert marks(clean) == []
    kept = made(folder).published
    assert kept is not None
    assert kept.kept_aside is not None
    assert kept.kept_aside.read_bytes() == clean


def test_without_differences_it_is_the_new_act(folder: Path) -> None:
    built(folder)
    clean = content(target(folder).read_bytes())
    made(folder, old="moi")
    data = target(folder).read_bytes()
    assert marks(data) == []
    assert content(data) == clean


def test_a_text_that_one_side_loses_stops_it(folder: Path) -> None:
    """A template drops words that the old act alone has: what is rejected would not be the old act."""
    lines = shipped("lines.xml.j2")
    line = "if line.last else line.text) | unbroken }}"
    assert lines.count(line) == 1
    dropping = 'if line.last else "Rà soát" if line.text == "Rà soát văn bản" else line.text) | unbroken }}'
    (folder / "templates").mkdir()
    (folder / "templates" / "lines.xml.j2").write_text(lines.replace(line, dropping), encoding="utf-8")
    found = made(folder)
    assert found.published is None
    assert [each.code for each in found.diagnostics] == ["B103"]
    assert [each.span.source.name for each in found.diagnostics if each.span] == ["plans/cu.yaml"]
    assert not target(folder).exists()


def test_a_template_that_fails_is_told(folder: Path) -> None:
    (folder / "templates").mkdir()
    (folder / "templates" / "table.xml.j2").write_text("{{ table.nothing }}")
    found = made(folder)
    assert found.published is None
    assert [each.code[0] for each in found.diagnostics] == ["T"]


def test_each_side_prints_with_the_looks_of_its_time(tmp_path: Path) -> None:
    repo = Repo(tmp_path)
    repo.write("plans/2025.yaml", OLD)
    styles = shipped("styles.yaml")
    gone = styles.replace("\nparagraphs:\n", "\nparagraphs:\n  gone: {label: Đã bỏ}\n")
    assert gone != styles
    repo.write("templates/styles.yaml", gone)
    repo.write(
        "templates/appendix.xml.j2", shipped("appendix.xml.j2").replace('style="appendix-title"', 'style="gone"')
    )
    repo.git("add", ".")
    repo.git("commit", "--quiet", "-m", "cũ")
    repo.write("plans/2025.yaml", NEW.replace("title: Nội dung, nhiệm vụ", "title: Công việc phải làm ngay"))
    (tmp_path / "templates" / "styles.yaml").unlink()
    (tmp_path / "templates" / "appendix.xml.j2").unlink()
    around = Surroundings(tmp_path, ENVIRON, sys.platform, tmp_path, surroundings(tmp_path).today)
    found = _made(around, target(tmp_path), "HEAD:2025", "2025", Signature())
    assert found.diagnostics == ()
    assert {author for _, author, _, _ in marks(target(tmp_path).read_bytes())} == {"cchc"}
