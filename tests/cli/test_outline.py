"""``cchc outline``: the numbers that print, each with the line on which its part is written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cchc.backends.docx.readback import read_back
from cchc.language.unbroken import plain
from cchc.language.width import columns
from tests.acts.fixtures import PLAN, ROOT
from tests.cli.conftest import Program
from tests.cli.test_new import Terminal, posix
from tests.pipeline.files import write_plan

BROKEN = """\
period: 2025
jurisdiction: Đắk Nông
act:
  kind: decision
  articles:
    - Một.
    - text: Hai.
      enforcment: Ba.
title: Cải cách
body:
  - title: Mục tiêu
    titel: x
  - agency: Sở Nội vụ
    sections:
      - title: Một
appendices:
  - title: Nhiệm vụ
    layout: tasks
    tasks:
      - {title: a, start: 13}
      - title: b
        activities:
          - title: c
"""


def listed(out: str) -> list[tuple[str, int, str]]:
    """The file, the line number and the words of each line."""
    found = [re.fullmatch(r"(\S+?):(\d+)  +(\S.*)", line) for line in out.splitlines()]
    assert all(found), out
    return [(line[1], int(line[2]), line[3]) for line in found if line]


@pytest.fixture(scope="module")
def act_of_2025() -> list[str]:
    """The lines of plans/2025.yaml."""
    return PLAN.read_text(encoding="utf-8").splitlines()


@pytest.fixture
def outlined(program: Program, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(ROOT)
    ran = program("outline", "2025")
    assert (ran.code, "lỗi" in ran.err) == (0, False)
    return ran.out


def test_every_number_of_the_appendix_is_the_printed_one(outlined: str, program: Program, tmp_path: Path) -> None:
    """Against the Word file, read back by its own parser: label and title of every row, in its order."""
    program("build", "2025", "--out", str(tmp_path))
    rows = read_back((tmp_path / "2025.docx").read_bytes()).tables[-1]
    printed = [" ".join(plain(str(cell)) for cell in row.cells[:2]).split() for row in rows[-128:]]
    appendix = outlined[outlined.index("Phụ lục  ") :].splitlines()[1:]
    shown = [line.split(None, 1)[1].split() for line in appendix]
    assert len(shown) == 128
    assert [[word.casefold() for word in row] for row in shown] == [
        [word.casefold() for word in row] for row in printed
    ]


def test_headings_and_articles_are_the_printed_ones(outlined: str, program: Program, tmp_path: Path) -> None:
    program("build", "2025", "--out", str(tmp_path))
    printed = {
        " ".join(plain(words).split()).casefold()
        for _, words in read_back((tmp_path / "2025.docx").read_bytes()).paragraphs
    }
    until = outlined.index("Phụ lục  ")
    shown = [words for _, _, words in listed(outlined[:until].rsplit("\n", 1)[0])]
    named = [words for words in shown if not words.startswith(("Quyết định  ", "Kế hoạch  "))]
    assert len(named) > 25
    assert [words for words in named if " ".join(words.split()).casefold() not in printed] == []


def test_every_place_is_the_line_of_its_words(outlined: str, act_of_2025: list[str]) -> None:
    found = listed(outlined)
    assert {name for name, _, _ in found} == {"plans/2025.yaml"}
    for _, number, words in found:
        line = act_of_2025[number - 1]
        if words.startswith("Quyết định  "):
            assert line == "act:"
        else:
            typed = re.sub(r"^\s*(?:- )?(?:(?:title|agency|text|id): )?", "", line).strip('"')
            assert typed == "thi-hanh" or words.casefold().endswith(typed.casefold()), (number, words, line)


def test_the_act_tells_which_activity_a_line_is_in(outlined: str, act_of_2025: list[str]) -> None:
    """Hoạt động 3.1 of A.I, as the act itself numbers it."""
    number = next(n for n, line in enumerate(act_of_2025, 1) if "Ban hành hướng dẫn công tác khen thưởng" in line)
    assert re.search(rf"^plans/2025\.yaml:{number} +Hoạt động 3\.1  Ban hành", outlined, re.MULTILINE)


def test_depth_shows_the_outermost_levels(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    documents = [words.split("  ")[0] for _, _, words in listed(program("outline", "2025", "--depth", "1").out)]
    assert documents == ["Quyết định", "Kế hoạch", "Phụ lục"]
    second = listed(program("outline", "2025", "--depth", "2").out)
    assert [words.split(" ")[0] for _, _, words in second if re.match(r"[IAB]+\.? ", words)] == [
        *("I.", "II.", "III."),
        *("A", "B"),
    ]
    for wrong in ("0", "x", "100", "-1"):
        ran = program("outline", "2025", "--depth", wrong)
        assert (ran.code, f"--depth không nhận giá trị “{wrong}”" in ran.err) == (2, True)


def test_a_plan_that_is_the_act_has_no_decision(program: Program, tmp_path: Path) -> None:
    write_plan(tmp_path, "period: 2025\njurisdiction: Đắk Nông\nact: {kind: plan}\nbody:\n  - title: Một\n")
    name = Path("plans", "2025.yaml")
    assert program("outline").out == f"{name}:4  Kế hoạch\n{name}:5    I. Một\n"


def test_errors_are_said_as_by_validate_and_the_rest_is_shown(program: Program, tmp_path: Path) -> None:
    write_plan(tmp_path, BROKEN)
    ran, checked = program("outline"), program("validate")
    assert ran.code == checked.code == 1
    assert ran.err == checked.err
    assert len(re.findall(r"lỗi [A-Z]\d+", ran.err)) >= 3
    assert [(number, words) for _, number, words in listed(ran.out)] == [
        (3, "Quyết định"),
        (6, "Điều 1. Một."),
        (7, "Điều 2. Hai."),
        (9, "Kế hoạch  Cải cách"),
        (11, "I. Mục tiêu"),
        (13, "II. Sở Nội vụ"),
        (15, "1. Một"),
        (17, "Phụ lục  Nhiệm vụ"),
        (20, "Nhiệm vụ 1  a"),
        (21, "Nhiệm vụ 2  b"),
        (23, "Hoạt động 2.1  c"),
    ]


def test_an_appendix_without_its_layout_shows_titles(program: Program, tmp_path: Path) -> None:
    write_plan(tmp_path, BROKEN.replace("layout: tasks", "layout: task"))
    ran = program("outline")
    assert (ran.code, "S201" in ran.err) == (1, True)
    assert [words for _, _, words in listed(ran.out)][-4:] == ["Phụ lục  Nhiệm vụ", "a", "b", "c"]


@pytest.mark.parametrize("text", ["", "a: [", "- 1", "period: 2025\nact: 3\n", "[" * 9999])
def test_what_is_no_plan_has_no_outline(text: str, program: Program, tmp_path: Path) -> None:
    write_plan(tmp_path, text)
    ran = program("outline")
    assert ran.code == 1
    assert "Traceback" not in ran.err
    assert len(ran.out.splitlines()) <= 1


def test_a_plan_that_is_not_there(program: Program, project: Path) -> None:
    assert project.is_dir()
    ran = program("outline", "2052")
    assert (ran.code, ran.out) == (2, "")
    assert "không tìm thấy kế hoạch “2052”" in ran.err


def test_several_plans_follow_each_other(program: Program, tmp_path: Path) -> None:
    for year in ("2025", "2026"):
        write_plan(tmp_path, f"period: {year}\nact: {{kind: plan}}\ntitle: Một\n", f"{year}.yaml")
    found = [Path(name).name for name, _, _ in listed(program("outline").out)]
    assert found == ["2025.yaml", "2026.yaml"]


def test_marks_and_references_are_shown_as_they_print(program: Program, tmp_path: Path) -> None:
    text = "period: 2025\nact: {kind: plan}\nbody:\n  - {id: a, title: Đạt <x=80%>}\n  - title: Như <#a>\n"
    write_plan(tmp_path, text)
    assert [words for _, _, words in listed(program("outline").out)][1:] == ["I. Đạt 80%", "II. Như Phần I"]


def test_nothing_in_a_title_reaches_the_terminal_as_a_command(program: Program, tmp_path: Path) -> None:
    write_plan(tmp_path, 'period: 2025\nact: {kind: plan}\ntitle: "a\u202eb [red]"\n')
    assert "aU+202Eb [red]" in program("outline").out


@posix
@pytest.mark.parametrize("width", ["60", "100"])
def test_on_a_terminal_lines_are_cut_to_its_width(width: str) -> None:
    terminal = Terminal(ROOT, "outline", "2025", columns=width)
    code, said = terminal.ended()
    bare = [re.sub(r"\x1b\[[\d;]*m", "", line) for line in said.splitlines()]
    # Notes on the plan are said whole.
    lines = [line for line in bare if re.match(r"\S+?:\d+  +", line)]
    assert code == 0
    assert "\x1b[1m" in said
    assert len(lines) > 150
    assert max(map(columns, lines)) == int(width)
    assert any(line.endswith("…") for line in lines)
