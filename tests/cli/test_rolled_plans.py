"""The five real plans moved on by ``cchc new --from``: what another reader of YAML finds changed, and nothing else.

The lists in ``expected`` were read line by line against the acts: each place that may change, and its words. What a
plan says elsewhere must be equal, comments and layout too.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Program
from tests.edit.plain_yaml import plain
from tests.rolling.reading import ROWS, differences, ids, told, without

PLANS = Path(__file__).parents[2] / "plans"
EXPECTED = Path(__file__).parents[1] / "rolling" / "expected"
MARK = re.compile(r" *# cchc: xem lại – \S.*")
IN_NOVEMBER = "1795305600"
"""22 November 2026, as SOURCE_DATE_EPOCH counts."""

MOVES = {
    "2018": ("2019", ()),
    "2021-2025": ("2026-2030", ("--jurisdiction", "Lâm Đồng")),
    "2024": ("cai-thien-2025", ()),
    "2025": ("2026", ("--jurisdiction", "Lâm Đồng")),
    "dak-lak-2025": ("dak-lak-2026", ()),
}

LEFT = frozenset(
    {
        "Công tác sơ kết, tổng kết",
        "Ban hành Kế hoạch CCHC của tỉnh giai đoạn 2026 - 2030",
    }
)
"""What of the plan of 2025 was for 2025 alone: final reports on older programmes, the plan of the next five years."""


@pytest.fixture(params=MOVES)
def moved(request: pytest.FixtureRequest, program: Program, tmp_path: Path) -> tuple[str, bytes, bytes]:
    """The id of a plan, its file, and that of the plan that was made out of it."""
    plan_id: str = request.param
    return plan_id, *_moved(plan_id, program, tmp_path)


def _moved(plan_id: str, program: Program, folder: Path) -> tuple[bytes, bytes]:
    (folder / "plans").mkdir()
    for path in PLANS.glob("*.yaml"):
        (folder / "plans" / path.name).write_bytes(path.read_bytes())
    name, options = MOVES[plan_id]
    ran = program("new", name, "--from", plan_id, *options, SOURCE_DATE_EPOCH=IN_NOVEMBER)
    assert (ran.code, ran.err) == (0, "")
    old, new = folder / "plans" / f"{plan_id}.yaml", folder / "plans" / f"{name}.yaml"
    assert old.read_bytes() == (PLANS / old.name).read_bytes()
    return old.read_bytes(), new.read_bytes()


def test_only_the_expected_values_are_others(moved: tuple[str, bytes, bytes]) -> None:
    plan_id, before, after = moved
    old = without(plain(before), LEFT) if plan_id == "2025" else plain(before)
    found = [told(*difference) for difference in differences(old, plain(after))]
    assert found == (EXPECTED / f"{plan_id}.txt").read_text(encoding="utf-8").splitlines()


def test_comments_and_layout_are_those_of_the_old_plan(moved: tuple[str, bytes, bytes]) -> None:
    plan_id, before, after = moved
    changed = {line.partition(" | ")[0].rpartition("/")[2] for line in _expected(plan_id)}
    old, new = before.decode().split("\n"), _without_additions(after.decode()).split("\n")
    if plan_id == "2025":
        old = _without_rows(old)
    assert len(old) == len(new)
    for one, two in zip(old, new, strict=True):
        if one != two:
            assert not one.lstrip().startswith("#")
            key = re.match(r" *(?:- )*(?:(?P<key>[a-z]+):)?", one)
            assert key
            assert key["key"] in changed or key["key"] is None
            assert one[: len(key[0])] == two[: len(key[0])]


def test_old_years_that_nobody_is_told_of_belong_to_other_acts_or_moved_there(moved: tuple[str, bytes, bytes]) -> None:
    """Read line by line: names and dates of other acts, years that came from one year before, spans that go on."""
    plan_id, _, after = moved
    years = [int(year) for year in re.findall(r"\d{4}", plan_id)]
    before = 1 if len(years) == 1 else 0
    words = re.compile("|".join(map(str, range(years[0] - before, years[-1] + 1))))
    found, above = [], ""
    for line in after.decode().partition("\nperiod:")[2].split("\n"):
        titled = re.match(r" +title:", line) and above.lstrip().startswith("- id:")
        if not MARK.fullmatch(above) and not titled and not line.lstrip().startswith("#"):
            found += [line[max(0, each.start() - 40) : each.end() + 10].strip() for each in words.finditer(line)]
        above = line
    assert found == (EXPECTED / f"{plan_id}.unmarked.txt").read_text(encoding="utf-8").splitlines()


def test_the_new_plan_has_no_errors_and_builds(
    moved: tuple[str, bytes, bytes], program: Program, tmp_path: Path
) -> None:
    plan_id, _, after = moved
    name = MOVES[plan_id][0]
    ran = program("validate", name)
    assert ran.code == 0
    assert not re.search(r": lỗi ", ran.err)
    assert len(re.findall(r"cảnh báo Q108", ran.err)) == len(MARK.findall(after.decode())) > 0
    assert program("fmt", "--check", name).code == program("fmt", "--check", plan_id).code == 0
    assert program("build", name).code == 0
    assert (tmp_path / "out" / f"{name}.docx").is_file()


def test_every_row_and_appendix_has_an_id_of_its_own(moved: tuple[str, bytes, bytes]) -> None:
    _, before, after = moved
    tree = plain(after)
    named = list(ids(tree))
    assert len(named) == len(set(named))
    assert set(ids(plain(before))) <= set(named)
    assert [row for row in _rows(tree) if "id" not in row] == []
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) and len(name) <= 51 for name in named)


def _rows(tree: Any) -> list[dict[str, Any]]:
    found = []
    if isinstance(tree, list):
        for item in tree:
            found += _rows(item)
    elif isinstance(tree, dict):
        for key, value in tree.items():
            if key in (*ROWS, "appendices"):
                found += [item for item in value if isinstance(item, dict)]
            found += _rows(value)
    return found


def _expected(plan_id: str) -> list[str]:
    return (EXPECTED / f"{plan_id}.txt").read_text(encoding="utf-8").splitlines()


def _without_additions(text: str) -> str:
    """``text`` without marks, and without the ids: ``- id: a`` and the key below it become ``- key``."""
    text = re.sub(r"(?m)^ *# cchc: xem lại – .*\n", "", text)
    return re.sub(r"(?m)^( *)- id: [a-z0-9-]+\n +(?=title:)", r"\1- ", text)


def _without_rows(lines: list[str]) -> list[str]:
    """The lines of the plan of 2025 without those of the rows that it leaves behind."""
    kept: list[str] = []
    depth = None
    for line in lines:
        inner = len(line) - len(line.lstrip(" "))
        if depth is not None and (inner > depth and line.strip()):
            continue
        depth = None
        if line.strip().removeprefix("- title: ") in LEFT:
            depth = inner
            continue
        kept.append(line)
    return kept
