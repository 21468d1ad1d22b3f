"""The README against the program: the tour is followed as it stands, commands, options and exit codes are all there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from cchc.backends.docx.readback import read_back
from cchc.compare.judgement import Weight
from cchc.diff.facts import Kind
from cchc.workspace.settings import KEYS
from tests.docs.pages import README, codes, fences, part, rows, text
from tests.packaging.program import PYTHON, run

TOUR = part(README, "Five-minute tour")
COMMANDS = part(README, "Commands")
MACHINES = part(README, "Findings for machines")
_RULES = re.compile(r"\d+ rules of meaning")
_SECONDS = re.compile(r"\d+\.\d s$", re.MULTILINE)
_OPTION = re.compile(r"^  (-\S(?:\S| (?! ))*)", re.MULTILINE)
_COMMAND = re.compile(r"^  ([a-z]\w*) ", re.MULTILINE)


def said(arguments: list[str], folder: Path) -> tuple[str, int]:
    """What ``cchc`` prints in English, messages before results, and its exit code."""
    done = run(["-m", "cchc", *arguments], cwd=folder, python=PYTHON, environ={"CCHC_LANG": "en", "COLUMNS": "200"})
    return (done.stderr + done.stdout).replace("\\", "/"), done.returncode


def shown(step: int) -> tuple[list[str], str]:
    """The command of a block of the tour, and what the README says that it prints."""
    command, _, output = fences(TOUR, "console")[step].partition("\n")
    assert command.startswith("$ cchc ")
    return command.removeprefix("$ cchc ").split(), output


@pytest.fixture
def toured(tmp_path: Path) -> Path:
    """A folder with the plan of the tour."""
    plan = tmp_path / "plans" / "2026.yaml"
    plan.parent.mkdir()
    plan.write_text(fences(TOUR, "yaml")[0], encoding="utf-8")
    return tmp_path


def assert_step(step: int, folder: Path) -> int:
    arguments, expected = shown(step)
    printed, code = said(arguments, folder)
    assert _steady(printed) == _steady(expected)
    return code


def _steady(printed: str) -> str:
    """Without what differs from one machine, and from one rule more, to the next."""
    return _RULES.sub("… rules", _SECONDS.sub("… s", printed))


def change(folder: Path, old: str, new: str) -> None:
    plan = folder / "plans" / "2026.yaml"
    before = plan.read_text(encoding="utf-8")
    assert before.count(old) == 1
    plan.write_text(before.replace(old, new), encoding="utf-8")


def test_the_tour_goes_as_it_says(toured: Path) -> None:
    assert "write `end: 2` in the last line" in TOUR
    assert assert_step(0, toured) == 0
    built = (toured / "out" / "2026.docx").read_bytes()
    change(toured, "end: 9", "end: 2")
    assert assert_step(1, toured) == 1
    assert said(["build"], toured)[1] == 1
    assert (toured / "out" / "2026.docx").read_bytes() == built
    change(toured, "end: 2", "end: 9")
    assert assert_step(2, toured) == 0


def test_what_the_tour_says_is_derived_is_printed_and_not_typed(toured: Path) -> None:
    said(["build"], toured)
    reading = read_back((toured / "out" / "2026.docx").read_bytes())
    printed = "\n".join(
        [words for _, words in reading.paragraphs] + [str(cell) for row in reading.tables[0] for cell in row.cells]
    )
    typed = fences(TOUR, "yaml")[0]
    derived = re.findall(r"“([^”]+)”", re.split(r"Nobody typed|There is", TOUR)[1])
    assert {"Căn cứ", "Nhiệm vụ 1", "./.", "Điều 2"} <= set(derived)
    for words in derived:
        assert words in printed, words
        assert words not in typed, words


def test_number_and_date_change_only_their_places(toured: Path) -> None:
    def lines() -> list[str]:
        said(["build"], toured)
        return [words for _, words in read_back((toured / "out" / "2026.docx").read_bytes()).paragraphs]

    assert "add `number: 15` and `date: 2025-12-30`" in TOUR.replace("\n", " ")
    draft = lines()
    change(toured, "date: 12/2025", "date: 2025-12-30\n  number: 15")
    signed = lines()
    changed = [words for before, words in zip(draft, signed, strict=True) if before != words]
    assert [re.sub(r"\(.*(?=số 15/QĐ-UBND ngày 30 tháng 12 năm 2025)", "(", words) for words in changed][:2] == [
        "Số: 15/QĐ-UBND",
        "Lâm Đồng, ngày 30 tháng 12 năm 2025",
    ]
    assert len(changed) == 4
    assert all("15/QĐ-UBND ngày 30 tháng 12 năm 2025" in words for words in changed[2:])


def test_every_command_and_nothing_else_is_in_the_table(tmp_path: Path) -> None:
    named = [codes(row[0])[0].split(" [")[0] for row in rows(COMMANDS, "command")]
    known = _COMMAND.findall(said(["--help"], tmp_path)[0].partition("Commands:")[2].partition("Options:")[0])
    assert named == ["cchc", *(f"cchc {name}" for name in known)]


def test_every_option_and_nothing_else_is_in_the_table(tmp_path: Path) -> None:
    written = {(option, of) for row in rows(COMMANDS, "option") for option in codes(row[0]) for of in codes(row[1])}
    commands = [codes(row[0])[0].split(" [")[0].removeprefix("cchc").strip() for row in rows(COMMANDS, "command")]
    known = {
        (option, name or "cchc")
        for name in commands
        for option in _OPTION.findall(said([name, "--help"] if name else ["--help"], tmp_path)[0])
    }
    assert written == known


def test_exit_codes(toured: Path) -> None:
    codes_told = [int(row[0]) for row in rows(COMMANDS, "exit code")]
    change(toured, "period: 2026", "period: hai")
    met = [
        said(["--version"], toured)[1],
        said(["validate"], toured)[1],
        said(["build", "--no-such-option"], toured)[1],
    ]
    assert codes_told == [*met, 130]


def test_formats(toured: Path) -> None:
    change(toured, "end: 9", "end: 2")
    command, _, output = fences(MACHINES, "console")[0].partition("\n")
    assert said(command.removeprefix("$ cchc ").split(), toured) == (output, 1)
    refused = said(["validate", "--format", "?"], toured)[0]
    known = refused.splitlines()[0].rpartition("it takes ")[2].split(", ")
    assert ["terminal", *(codes(row[0])[0] for row in rows(MACHINES, "format"))] == known
    [line] = fences(MACHINES, "sh")
    arguments, _, _ = line.removeprefix("cchc ").partition(" > ")
    printed, code = said(arguments.split(), toured)
    assert (code, '"version": "2.1.0"' in printed) == (1, True)


def test_every_setting_is_named() -> None:
    settings = fences(COMMANDS, "toml")[0]
    assert tuple(line.split(" ")[0] for line in settings.splitlines()) == KEYS


def test_an_edited_file_is_kept_as_the_readme_shows(toured: Path) -> None:
    shown_lines = fences(part(README, "Drafts, and files edited in Word"), "text")[0]
    (toured / "out").mkdir()
    (toured / "out" / "2026.docx").write_bytes(b"not ours")
    printed = said(["build"], toured)[0].replace("2026", "2025").splitlines()
    assert [printed[0], printed[2]] == shown_lines.splitlines()


def test_make_targets_that_the_readme_names_exist() -> None:
    makefile = (README.parent / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"\bmake ([a-z]+)\b", " ".join([*codes(text(README)), *fences(text(README), "sh")])))
    assert {"build", "test", "picture"} <= named
    assert {name for name in named if f"\n{name}:" not in makefile} == set()


def test_every_kind_of_difference_is_named() -> None:
    told = codes(part(README, "Compare two plans"))
    assert set(get_args(Kind)) <= set(told)
    assert all(f"*{weight}" in part(README, "Compare two plans").lower() for weight in get_args(Weight))
