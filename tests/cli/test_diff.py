"""``cchc diff``: the exit codes of diff(1), what is told and counted; what roll-forward did is told as it was done."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from cchc.pipeline.comparing import compare
from cchc.pipeline.outcomes import Surroundings
from tests.cli.conftest import Program
from tests.cli.test_rolled_plans import LEFT
from tests.cli.two_plans import PLAN, write
from tests.edit.plain_yaml import plain
from tests.repositories import Repo
from tests.rolling.reading import differences, without

PLANS = Path(__file__).parents[2] / "plans"


CODES = {
    "the same": (("cu", "cu"), 0),
    "others": (("cu", "moi"), 1),
    "--exit-zero": (("cu", "moi", "--exit-zero"), 0),
    "--only substantive": (("cu", "moi", "--only", "substantive"), 1),
    "--only editorial": (("cu", "moi", "--only", "editorial"), 1),
    "--fail-on what is there": (("cu", "moi", "--fail-on", "end,lead"), 1),
    "--fail-on what is not": (("cu", "moi", "--fail-on", "end,kpi-lowered"), 0),
    "--fail-on substantive": (("cu", "moi", "--fail-on", "substantive"), 1),
    "--fail-on what --only hides": (("cu", "moi", "--only", "editorial", "--fail-on", "lead"), 0),
    "no such plan": (("cu", "khong-co"), 2),
    "no such plan, --exit-zero": (("cu", "khong-co", "--exit-zero"), 2),
    "a broken plan": (("cu", "hong"), 2),
    "one plan": (("cu",), 2),
    "no such kind": (("cu", "moi", "--fail-on", "leads"), 2),
    "no such weight": (("cu", "moi", "--only", "big"), 2),
    "no such form": (("cu", "moi", "--format", "html"), 2),
}


@pytest.mark.parametrize("name", CODES)
def test_exit_codes(name: str, folder: Path, program: Program) -> None:
    write(folder, "hong", PLAN.replace("period: 2025", "period: hai"))
    arguments, code = CODES[name]
    ran = program("diff", *arguments)
    assert ran.code == code
    assert bool(ran.err) == (code == 2)


@pytest.mark.usefixtures("folder")
def test_no_difference_is_said(program: Program) -> None:
    assert program("diff", "cu", "cu").out.splitlines()[-1] == "không có khác biệt"
    assert program("diff", "cu", "cu", "--lang", "en").out.splitlines()[-1] == "no difference"


@pytest.mark.usefixtures("folder")
def test_only_hides_and_says_so(program: Program) -> None:
    out = program("diff", "cu", "moi", "--only", "editorial").out
    assert "{+Văn+}" in out
    assert "Sở Y tế" not in out
    assert "1 khác biệt khác không in, do --only" in out


def test_what_a_broken_plan_lacks_is_said_at_its_place_in_its_revision(tmp_path: Path, program: Program) -> None:
    repo = Repo(tmp_path)
    repo.commit(**{"plans/2025.yaml": PLAN.replace("end: 6", "ends: 6")})
    repo.write("plans/2025.yaml", PLAN)
    ran = program("diff", "HEAD:2025", "2025")
    assert ran.code == 2
    assert ran.err.startswith("HEAD:plans/2025.yaml:8:")
    repo.commit()
    repo.write("plans/2025.yaml", PLAN.replace("end: 6", "end: 5"))
    ran = program("diff", "HEAD:2025", "2025")
    assert (ran.code, ran.err) == (1, "")
    assert "HEAD:plans/2025.yaml:8 → plans/2025.yaml:8" in ran.out


def test_the_result_goes_into_a_file(folder: Path, program: Program) -> None:
    printed = program("diff", "cu", "moi")
    assert program("diff", "cu", "moi", "-o", "so-sanh.txt") == (1, "", "")
    assert (folder / "so-sanh.txt").read_text(encoding="utf-8") == printed.out
    assert program("diff", "cu", "moi", "-o", "khong/co/so-sanh.txt").code == 2


REAL = ("2018", "2021-2025", "2024", "2025", "dak-lak-2025")


@pytest.mark.parametrize("old", REAL)
@pytest.mark.parametrize("new", REAL)
def test_the_real_plans(old: str, new: str, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PLANS.parent)
    ran = program("diff", old, new)
    assert (ran.code, ran.err) == (int(old != new), "")
    written = int((re.search(r"(\d+) khác biệt", ran.out) or ["", "0"])[1])
    parts = [line for line in ran.out.splitlines() if line == line.upper()]
    told = sum(int(number) for line in parts for number in re.findall(r"^\S.* \((\d+)\)$", line))
    assert told == written


@pytest.fixture
def rolled(tmp_path: Path, program: Program) -> tuple[bytes, bytes]:
    """The plan of 2025 and the one of 2026 made out of it; the project has both."""
    (tmp_path / "plans").mkdir()
    before = (PLANS / "2025.yaml").read_bytes()
    (tmp_path / "plans" / "2025.yaml").write_bytes(before)
    ran = program("new", "2026", "--from", "2025", SOURCE_DATE_EPOCH="1795305600")
    assert ran.code == 0
    return before, (tmp_path / "plans" / "2026.yaml").read_bytes()


def test_roll_forward_is_told_as_it_was_done(rolled: tuple[bytes, bytes], tmp_path: Path) -> None:
    """Every value that another reader of YAML finds changed is one told, every row that is gone is, and no others."""
    old, new = map(plain, rolled)
    gone = Counter(map(any_year, titles(old))) - Counter(map(any_year, titles(new)))
    around = Surroundings(tmp_path, {}, sys.platform, tmp_path, date(2026, 11, 22))
    found = compare("2025", "2026", around).comparison
    assert found is not None
    told: set[object] = set()
    removed: Counter[str] = Counter()
    for entry in found.entries:
        fact = entry.fact
        if fact.kind == "removed":
            removed.update(map(any_year, [entry.subject.text, *(each.text for each in entry.others)]))
            continue
        assert fact.kind not in ("added", "moved", "split", "merged", "reordered")
        # What was blanked has no place in the new plan; it stands under the same keys in the old one.
        told |= {side.path for side in (fact.new or fact.old,) if side is not None}
        told |= {(*row, fact.field) for row in fact.others_new if fact.field}
    changed = {way for way, _, _ in differences(without(old, LEFT), new)}
    assert told == changed
    assert len(changed) > 50
    assert removed == gone


@pytest.mark.usefixtures("rolled")
def test_roll_forward_reads_well(program: Program) -> None:
    ran = program("diff", "2025", "2026")
    flat = " ".join(ran.out.split())
    assert (ran.code, ran.err) == (1, "")
    # Twelve successions by law: read in the two files; none of them is told as a reassignment.
    assert "phân công kế thừa theo quy định 12 " in flat
    assert "Sở Thông tin và Truyền thông → Sở Khoa học và Công nghệ (kế thừa theo quy định)" in flat
    assert "đổi cơ quan chủ trì" not in flat
    assert "bỏ họ tên người ký: Hồ Văn Mười" in flat
    assert "ngày ban hành: 30/12/2024" in flat
    assert "thời gian bắt đầu: 12/2024 → 12/2025 (chỉ chuyển năm theo kỳ kế hoạch)" in flat


def any_year(title: str) -> str:
    return re.sub(r"20\d\d", "20..", title)


def titles(tree: object) -> Iterator[str]:
    """The titles of all rows, sections and appendices."""
    if isinstance(tree, list):
        for item in tree:
            yield from titles(item)
    elif isinstance(tree, dict):
        if isinstance(tree.get("title"), str):
            yield tree["title"]
        for value in tree.values():
            yield from titles(value)
