"""Acts that are not among the real ones: each plan of this folder shows a need of other provinces and ministries.

What it must print stands beside it, written by hand from the plan and the rules of the plan language.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cchc.diagnostics import Severity
from cchc.pipeline.building import build
from cchc.pipeline.outcomes import BuildRequest, Outcome, PlanOutcome, Surroundings
from cchc.workspace.office import find_office
from tests.layouts.printed import ANYTHING, printed_lines
from tests.plans import TODAY
from tests.rendering.pages import Page, read_pages

HERE = Path(__file__).parent
PLANS = sorted((HERE / "plans").glob("*.yaml"), key=lambda plan: plan.stem)
NAMES = [plan.stem for plan in PLANS]
NOTES = {"scorecard": ["M105"]}
"""What is worth knowing of a plan: there, a criterion states 1.63 over points that add up to 1.6253."""


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, PlanOutcome]:
    """Every plan of this folder, which is a project with templates of its own, built in one run."""
    surroundings = Surroundings(HERE, {}, sys.platform, tmp_path_factory.mktemp("home"), TODAY)
    *plans, run = build(BuildRequest(out=tmp_path_factory.mktemp("out"), force=True), surroundings)
    assert isinstance(run, Outcome)
    assert run.diagnostics == ()
    return {plan.id: plan for plan in plans if isinstance(plan, PlanOutcome)}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_wrong_with_the_plan(name: str, built: dict[str, PlanOutcome]) -> None:
    assert [found for found in built[name].diagnostics if found.severity is not Severity.NOTE] == []
    assert len(built[name].written) == 1


@pytest.mark.parametrize("name", NAMES)
def test_it_prints_what_stands_beside_it(name: str, built: dict[str, PlanOutcome]) -> None:
    printed = printed_lines(built[name].written[0])
    expected = (HERE / "plans" / f"{name}.expected.txt").read_text(encoding="utf-8").splitlines()
    at = 0
    for open_end, stretch in _stretches([line for line in expected if line.strip()]):
        at = _place(stretch, printed, at) if open_end else at
        assert printed[at : at + len(stretch)] == stretch
        at += len(stretch)
    assert expected[-1] == ANYTHING or at == len(printed), printed[at:]


def _stretches(expected: list[str]) -> list[tuple[bool, list[str]]]:
    """Lines that follow one another, each with whether anything may stand before it."""
    found: list[tuple[bool, list[str]]] = [(False, [])]
    for line in expected:
        if line == ANYTHING:
            found.append((True, []))
        else:
            found[-1][1].append(line)
    return found


def _place(stretch: list[str], printed: list[str], start: int) -> int:
    """Where ``stretch`` stands in ``printed`` from ``start`` on; where it is not there, where most of it stands."""
    places = range(start, max(start, len(printed) - len(stretch)) + 1)

    def agreeing(place: int) -> int:
        return sum(line == other for line, other in zip(stretch, printed[place:], strict=False))

    return max(places, key=agreeing)


def test_every_plan_says_its_need_and_the_page_names_every_plan() -> None:
    page = (HERE / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `([a-z0-9-]+)` \|", page, re.MULTILINE) == NAMES
    assert [plan.stem for plan in PLANS if not plan.read_text(encoding="utf-8").startswith("# ")] == []
    assert len(PLANS) >= 30


@pytest.fixture(scope="session")
def pages(built: dict[str, PlanOutcome], tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    """The pages of every plan, made by one run of LibreOffice."""
    folder = tmp_path_factory.mktemp("pages")
    office = find_office(os.environ, sys.platform, Path.home())
    files = [str(plan.written[0]) for plan in built.values()]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(office), "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
    return {name: read_pages(folder / f"{name}.pdf") for name in built}


@pytest.mark.rendering
def test_no_page_is_blank(pages: dict[str, list[Page]]) -> None:
    blank = [(name, number) for name, each in pages.items() for number, page in enumerate(each, 1) if not page.words]
    assert blank == []


@pytest.mark.rendering
def test_every_letterhead_stands_at_the_top(pages: dict[str, list[Page]]) -> None:
    tops = {name: min(word.top for word in each[0].words) for name, each in pages.items()}
    highest = min(tops.values())
    assert {name: top for name, top in tops.items() if top > highest + 1.5} == {}


@pytest.mark.rendering
def test_every_date_stands_on_one_line(pages: dict[str, list[Page]]) -> None:
    dated = [name for name in pages if name != "unsigned"]
    whole = re.compile(r", ngày \d{2} tháng \d{1,2} năm \d{4}$")
    assert [name for name in dated if not any(whole.search(line.text) for line in pages[name][0].lines)] == []
