"""``cchc fmt``: what it writes and says, and when it refuses."""

from __future__ import annotations

import sys
from pathlib import Path
from unicodedata import normalize

import pytest

from tests.cli.conftest import Program
from tests.pipeline.files import write_plan

UGLY = "act:\n    kind: decision\n\n\nperiod:   '2026'\n"
NEAT = 'period: "2026"\n\nact:\n  kind: decision\n'


def test_a_plan_is_laid_out_in_place(program: Program, tmp_path: Path) -> None:
    path = write_plan(tmp_path, UGLY)
    write_plan(tmp_path, NEAT, "2027.yaml")
    ran = program("fmt")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "2025: đã định dạng plans/2025.yaml",
        "1 trong 2 kế hoạch được định dạng lại",
    ]
    assert path.read_text(encoding="utf-8") == NEAT
    assert program("fmt", "--check").code == 0


def test_a_check_writes_nothing_and_ends_with_1(program: Program, tmp_path: Path) -> None:
    path = write_plan(tmp_path, UGLY)
    ran = program("fmt", "--check", "--lang", "en")
    assert ran.code == 1
    assert ran.out.splitlines() == [
        "2025: plans/2025.yaml is not in house style",
        "1 of 1 plan(s) not in house style",
    ]
    assert path.read_text(encoding="utf-8") == UGLY


def test_the_lines_that_would_change_are_shown(program: Program, tmp_path: Path) -> None:
    path = write_plan(tmp_path, UGLY.removesuffix("\n"))
    ran = program("fmt", "--diff", "-q")
    assert ran.code == 1
    assert ran.out.splitlines() == [
        "--- plans/2025.yaml",
        "+++ plans/2025.yaml",
        "@@ -1,5 +1,4 @@",
        '+period: "2026"',
        "+",
        " act:",
        "-    kind: decision",
        "-",
        "-",
        "-period:   '2026'",
        "\\ No newline at end of file",
        "+  kind: decision",
    ]
    assert path.read_text(encoding="utf-8") == UGLY.removesuffix("\n")


def test_a_plan_that_is_no_yaml_is_refused_and_the_others_are_formatted(program: Program, tmp_path: Path) -> None:
    broken = write_plan(tmp_path, "act: a: b\n", "2024.yaml")
    path = write_plan(tmp_path, UGLY)
    ran = program("fmt")
    assert (ran.code, "plans/2024.yaml:1:7: lỗi Y033" in ran.err) == (1, True)
    assert broken.read_text(encoding="utf-8") == "act: a: b\n"
    assert path.read_text(encoding="utf-8") == NEAT


def test_quiet_says_only_what_is_wrong(program: Program, tmp_path: Path) -> None:
    write_plan(tmp_path, UGLY)
    ran = program("fmt", "--quiet")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_operands_are_ids_paths_and_folders(program: Program, tmp_path: Path) -> None:
    paths = [write_plan(tmp_path, UGLY, name) for name in ("tỉnh/2025.yaml", "xã/2026.yaml", "2027.yaml")]
    assert program("fmt", normalize("NFD", "plans/tỉnh"), "2026").code == 0
    assert [path.read_text(encoding="utf-8") == NEAT for path in paths] == [True, True, False]


def test_a_name_in_nfd_is_found(program: Program, tmp_path: Path) -> None:
    path = write_plan(tmp_path, UGLY, normalize("NFD", "tỉnh.yaml"))
    assert program("fmt", "tỉnh").code == 0
    assert path.read_text(encoding="utf-8") == NEAT


def test_an_unknown_plan_ends_with_2(program: Program, tmp_path: Path) -> None:
    write_plan(tmp_path, UGLY)
    ran = program("fmt", "2030")
    assert (ran.code, "W011" in ran.err) == (2, True)


def test_line_ends_mark_link_and_mode_stay(program: Program, tmp_path: Path) -> None:
    real = tmp_path / "kho.yaml"
    real.write_bytes(b"\xef\xbb\xbf" + UGLY.replace("\n", "\r\n").encode())
    real.chmod(0o640)
    link = tmp_path / "plans" / "2025.yaml"
    link.parent.mkdir()
    link.symlink_to(real)
    assert program("fmt").code == 0
    assert link.is_symlink()
    assert real.read_bytes() == b"\xef\xbb\xbf" + NEAT.replace("\n", "\r\n").encode()
    if sys.platform != "win32":
        assert real.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("arguments", [(), ("--check",)])
def test_a_file_that_is_read_only(arguments: tuple[str, ...], program: Program, tmp_path: Path) -> None:
    path = write_plan(tmp_path, UGLY)
    path.chmod(0o444)
    ran = program("fmt", *arguments)
    assert (ran.code, "W103" in ran.err) == ((1, False) if arguments else (2, True))
    assert path.read_text(encoding="utf-8") == UGLY


def test_a_file_in_house_style_is_not_written(program: Program, tmp_path: Path) -> None:
    path = write_plan(tmp_path, NEAT)
    path.chmod(0o444)
    assert program("fmt").code == 0


def test_the_plan_of_new_is_in_house_style(program: Program) -> None:
    assert program("new", "2026").code == 0
    assert program("fmt", "--diff").out.splitlines() == ["0 trong 1 kế hoạch chưa đúng kiểu trình bày"]
