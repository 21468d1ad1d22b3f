"""``cchc new``: what it writes, what it asks, what it refuses; nothing that is there is ever overwritten."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
import unicodedata
from pathlib import Path

import pytest

from cchc.model.schema import as_text
from cchc.starting.text import KINDS
from tests.cli.conftest import Program
from tests.cli.test_process import PROGRAM, WITHOUT_PRIVILEGES
from tests.pipeline.files import write_plan

NOVEMBER_2026 = "1795305600"
"""22 November 2026, as SOURCE_DATE_EPOCH counts."""

posix = pytest.mark.skipif(sys.platform == "win32", reason="terminals and permissions of POSIX")


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch, program: Program) -> None:  # noqa: ARG001  (which clears the variable)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOVEMBER_2026)


def plan(folder: Path, plan_id: str) -> str:
    return (folder / "plans" / f"{plan_id}.yaml").read_text(encoding="utf-8")


def value(text: str, key: str) -> str:
    found = re.search(rf"^ *{key}: (.+)$", text, re.MULTILINE)
    assert found
    return found[1]


def test_in_an_empty_folder_it_begins_a_project_that_builds(program: Program, tmp_path: Path) -> None:
    ran = program("new", "2026")
    assert (ran.code, ran.err) == (0, "")
    assert f"đã tạo kế hoạch {Path('plans', '2026.yaml')}" in ran.out
    assert "cchc build 2026" in ran.out
    ran = program("validate")
    assert (ran.code, ran.err) == (0, "")
    assert re.fullmatch(r"đã kiểm tra 1 kế hoạch, .*: không có lỗi\n", ran.out)
    ran = program("build")
    assert (ran.code, ran.err) == (0, "")
    assert (tmp_path / "out" / "2026.docx").is_file()


@pytest.mark.parametrize("kind", ["decision", "plan"])
def test_options_say_what_it_is_to_be(kind: str, program: Program, tmp_path: Path) -> None:
    ran = program("new", "a", "--period", "giai đoạn 2026 - 2030", "--jurisdiction", "Lâm Đồng", "--kind", kind)
    assert (ran.code, ran.err) == (0, "")
    text = plan(tmp_path, "a")
    assert [value(text, key) for key in ("period", "jurisdiction", "kind")] == ["2026-2030", "Lâm Đồng", kind]
    assert "Cải cách hành chính tỉnh Lâm Đồng giai đoạn 2026 - 2030" in text
    assert (program("validate").err, program("build").code) == ("", 0)


@pytest.mark.parametrize(
    ("plan_id", "period", "jurisdiction", "date"),
    [
        ("ke-hoach", "2027", "tỉnh …", "12/2026"),
        ("2026", "2026", "tỉnh …", "11/2026"),
        ("2025", "2025", "tỉnh …", "12/2024"),
        ("2026-2030", "2026-2030", "tỉnh …", "11/2026"),
        ("dak-lak-2025", "2025", "Đắk Lắk", "12/2024"),
        ("tinh/lam-dong/2027", "2027", "Lâm Đồng", "12/2026"),
        ("dak-nong/2027", "2027", "Lâm Đồng", "12/2026"),
        ("dak-nong/2025", "2025", "Đắk Nông", "12/2024"),
        ("2027/ho-chi-minh", "2027", "Hồ Chí Minh", "12/2026"),
    ],
)
def test_what_nobody_says_follows_from_the_id_and_today(
    plan_id: str, period: str, jurisdiction: str, date: str, program: Program, tmp_path: Path
) -> None:
    ran = program("new", plan_id)
    assert (ran.code, ran.err) == (0, "")
    text = plan(tmp_path, plan_id)
    assert [value(text, key) for key in ("period", "jurisdiction", "date")] == [period, jurisdiction, date]
    assert program("build", plan_id).code == 0


@pytest.mark.parametrize(("day", "year"), [("1790812800", "2027"), ("1790726400", "2026")])
def test_from_october_on_a_plan_is_of_the_next_year(day: str, year: str, program: Program, tmp_path: Path) -> None:
    program("new", "ke-hoach", SOURCE_DATE_EPOCH=day)
    assert value(plan(tmp_path, "ke-hoach"), "period") == year


@pytest.mark.parametrize(
    ("typed", "plan_id"),
    [
        ("Kế hoạch 2026", "ke-hoach-2026"),
        (unicodedata.normalize("NFD", "Đắk Nông/Kế hoạch"), "dak-nong/ke-hoach"),
        ("2026.yaml", "2026"),
        ("plans/2026.yml", "2026"),
        ("tinh\\2026", "tinh/2026"),
        ("CCHC_2026.v2", "CCHC_2026.v2"),
        (" 2026 ", "2026"),
    ],
)
def test_an_id_is_made_fit_for_a_file(typed: str, plan_id: str, program: Program, tmp_path: Path) -> None:
    ran = program("new", typed)
    assert (ran.code, ran.err) == (0, "")
    assert plan(tmp_path, plan_id)
    assert (f"mã kế hoạch là {plan_id}" in ran.out) is (not typed.isascii())
    assert program("build", plan_id).code == 0


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("CON", "W101"),
        ("nul/2026", "W101"),
        ("Côn", "W101"),
        ("2026.", "W101"),
        ("../2026", "W101"),
        ("/2026", "W101"),
        ("C:\\2026", "W101"),
        ("a:b", "W101"),
        ("", "W101"),
        ("a\x07b", "W101"),
        ("_nhap", "W111"),
        ("tinh/.2026", "W111"),
        ("a" * 300, "W105"),
    ],
)
def test_what_can_name_no_plan_is_refused(typed: str, code: str, program: Program, tmp_path: Path) -> None:
    ran = program("new", typed)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"lỗi {code}")
    assert "--out" not in ran.err
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize(("there", "typed"), [("2026.yaml", "2026"), ("2026.yml", "2026"), ("nam.yaml", "NAM")])
def test_a_plan_that_is_there_is_never_overwritten(there: str, typed: str, program: Program, tmp_path: Path) -> None:
    path = write_plan(tmp_path, "of somebody", there)
    ran = program("new", typed)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"lỗi W110: đã có tệp {Path('plans', there)}")
    assert path.read_text(encoding="utf-8") == "of somebody"
    assert [each.name for each in path.parent.iterdir()] == [there]


def test_whatever_stands_under_the_name_stays(program: Program, tmp_path: Path) -> None:
    (tmp_path / "plans" / "2026.yaml").mkdir(parents=True)
    assert "W110" in program("new", "2026").err
    (tmp_path / "plans" / "tinh").write_text("a file", encoding="utf-8")
    ran = program("new", "tinh/2026")
    assert (ran.code, "W106" in ran.err) == (2, True)


def test_a_file_in_place_of_the_folder(program: Program, tmp_path: Path) -> None:
    (tmp_path / "plans").write_text("a file", encoding="utf-8")
    ran = program("new", "2026")
    assert (ran.code, "W106" in ran.err) == (2, True)
    assert (tmp_path / "plans").read_text(encoding="utf-8") == "a file"


def test_another_folder_may_have_a_plan_of_that_id(program: Program, tmp_path: Path) -> None:
    program("new", "a/2026")
    assert program("new", "b/2026").code == 0
    assert plan(tmp_path, "b/2026").startswith("# yaml-language-server: $schema=../_schema.json\n")
    assert program("build").code == 0


def test_the_schema_is_beside_and_refreshed_whole(program: Program, tmp_path: Path) -> None:
    schema = tmp_path / "plans" / "_schema.json"
    assert f"đã ghi lược đồ {Path('plans', '_schema.json')}" in program("new", "a").out
    assert schema.read_text(encoding="utf-8") == as_text()
    before = schema.stat().st_mtime_ns
    assert "lược đồ" not in program("new", "b").out
    assert schema.stat().st_mtime_ns == before
    schema.write_text(json.dumps({"edited": "by hand"}), encoding="utf-8")
    assert "sửa tay trong đó không được giữ" in program("new", "c").out
    assert schema.read_text(encoding="utf-8") == as_text()


def test_a_schema_that_cannot_be_written_is_said_and_the_plan_is_there(program: Program, tmp_path: Path) -> None:
    (tmp_path / "plans" / "_schema.json").mkdir(parents=True)
    ran = program("new", "2026")
    assert (ran.code, "W106" in ran.err) == (2, True)
    assert plan(tmp_path, "2026")


def test_the_project_is_the_nearest_upwards(
    program: Program, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = project / "vanban"
    inside.mkdir()
    monkeypatch.chdir(inside)
    assert program("new", "2027").code == 0
    assert plan(tmp_path, "2027")


@pytest.mark.parametrize("name", ['xã "Tuy: Đức" # 1', "xã $unit", "xã 'A'"])
def test_signs_of_yaml_in_a_name_are_quoted(name: str, program: Program) -> None:
    ran = program("new", "2026", "--jurisdiction", name)
    assert (ran.code, ran.err) == (0, "")
    assert program("build").err == ""


def test_a_unit_that_nobody_knows_is_said_at_its_place(program: Program) -> None:
    ran = program("new", "2026", "--jurisdiction", "Lâm Đông")
    assert (ran.code, ran.err.count("A103")) == (0, 1)
    assert "có phải là “Lâm Đồng”?" in ran.err


@pytest.mark.parametrize(
    ("unit", "after"), [("Đắk Nông", " (Tỉnh Lâm Đồng)"), ("huyện Đắk Song", ""), ("thị trấn Kiến Đức", "")]
)
def test_a_unit_that_was_merged_is_said(unit: str, after: str, program: Program) -> None:
    ran = program("new", "2027", "--jurisdiction", unit)
    assert (ran.code, ran.err.count("cảnh báo S211")) == (0, 1)
    assert f"sau sắp xếp{after}, sửa" in ran.err
    assert program("new", "2025", "--jurisdiction", unit).err == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["new"], "thiếu MÃ"),
        (["new", "Kế", "hoạch"], "chỉ nhận một mã"),
        (["new", "a", "--kind", "decree"], "--kind không nhận giá trị “decree”; nhận: decision, plan"),
        (["new", "a", "--period", "năm nay"], "--period không nhận giá trị “năm nay”; nhận: 2026, 2026-2030"),
        (["new", "a", "--period", "2030-2026"], "--period không nhận"),
        (["new", "a", "--jurisdiction", "a\x1bb"], "--jurisdiction không nhận"),
        (["new", "a", "--jurisdiction", "a" * 5000], "--jurisdiction không nhận"),
        (["new", "a", "--out", "x"], "không có tùy chọn --out"),
    ],
)
def test_wrong_usage_writes_nothing(arguments: list[str], said: str, program: Program, tmp_path: Path) -> None:
    ran = program(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"lỗi: {said}")
    assert list(tmp_path.iterdir()) == []


def test_a_day_that_is_none_is_said(program: Program, tmp_path: Path) -> None:
    ran = program("new", "2026", SOURCE_DATE_EPOCH="today")
    assert (ran.code, "W201" in ran.err) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_every_kind_that_has_a_piece_is_offered_and_completed(program: Program) -> None:
    assert f"--kind {'|'.join(KINDS)}" in program("new", "--help").out
    ran = program(_CCHC_COMPLETE="complete_bash", COMP_WORDS="cchc new a --kind p", COMP_CWORD="4")
    assert ran.out.split() == ["plan"]


@posix
@pytest.mark.parametrize("forbidden", [".", "plans"])
def test_a_folder_that_may_not_be_written_is_said(forbidden: str, tmp_path: Path) -> None:
    if forbidden == "plans":
        (tmp_path / "plans").mkdir()
    (tmp_path / forbidden).chmod(0o500)
    through = WITHOUT_PRIVILEGES if os.access(tmp_path / forbidden, os.W_OK) else ()
    done = subprocess.run(
        [*through, *PROGRAM, "new", "2026"], cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    (tmp_path / forbidden).chmod(0o700)
    said = done.stderr.decode("utf-8")
    assert (done.returncode, said.count("W103")) == (2, 1), said
    assert "--out" not in said


class Terminal:
    """``cchc`` with a terminal before it; ``said`` is what it has printed since it was last asked."""

    def __init__(self, folder: Path, *arguments: str, columns: str = "100") -> None:
        self._ours, theirs = os.openpty()
        environ = {name: each for name, each in os.environ.items() if name not in ("CCHC_LANG", "NO_COLOR")}
        environ |= {"TERM": "xterm", "COLUMNS": columns}
        self._process = subprocess.Popen(
            [*PROGRAM, *arguments], cwd=folder, env=environ, stdin=theirs, stdout=theirs, stderr=theirs
        )
        os.close(theirs)

    def until(self, end: str) -> str:
        """What is printed up to ``end``."""
        said = b""
        while not said.decode("utf-8", "ignore").endswith(end):
            said += os.read(self._ours, 1)
        return said.decode("utf-8")

    def type(self, text: str) -> None:
        os.write(self._ours, text.encode("utf-8"))

    def interrupt(self) -> None:
        # The question is on the screen a moment before the program waits for the answer.
        time.sleep(0.3)
        self._process.send_signal(signal.SIGINT)

    def ended(self) -> tuple[int, str]:
        """The exit code, and what is left to read."""
        said = b""
        while True:
            try:
                read = os.read(self._ours, 4096)
            except OSError:  # Linux: the other side is closed
                read = b""
            if not read:
                break
            said += read
        os.close(self._ours)
        return self._process.wait(timeout=60), said.decode("utf-8")


@posix
def test_on_a_terminal_it_asks_for_what_no_option_says(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "new", "Kế hoạch", "--kind", "plan")
    assert terminal.until("]: ") == "Mã kế hoạch (tên tệp) [ke-hoach]: "
    terminal.type("lam-dong/2027\n")
    assert "Năm hoặc giai đoạn [2027]: " in terminal.until("]: ")
    terminal.type("hai nghìn\n")
    assert "không nhận “hai nghìn”; ví dụ: 2026, 2026-2030" in terminal.until("]: ")
    terminal.type("2028\n")
    assert "Địa phương [Lâm Đồng]: " in terminal.until("]: ")
    terminal.type("\n")
    code, said = terminal.ended()
    assert code == 0, said
    text = plan(tmp_path, "lam-dong/2027")
    assert [value(text, key) for key in ("period", "jurisdiction", "kind")] == ["2028", "Lâm Đồng", "plan"]


@posix
def test_the_kind_of_act_may_be_answered_in_vietnamese(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "new", "2027", "--period", "2027", "--jurisdiction", "Lâm Đồng")
    assert "Loại văn bản" in terminal.until("[decision]: ")
    terminal.type("Kế hoạch\n")
    assert terminal.ended()[0] == 0
    assert value(plan(tmp_path, "2027"), "kind") == "plan"


@posix
@pytest.mark.parametrize("end", ["interrupt", "end of input"])
def test_interrupted_at_a_question_it_has_written_nothing(end: str, tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "new", "2027")
    terminal.until("]: ")
    if end == "interrupt":
        terminal.interrupt()
    else:
        terminal.type("\x04")
    code, said = terminal.ended()
    assert code == 130
    assert "đã dừng theo yêu cầu" in said
    assert "Traceback" not in said
    assert list(tmp_path.iterdir()) == []


@posix
def test_what_exists_is_said_before_anything_is_asked(tmp_path: Path) -> None:
    write_plan(tmp_path, "of somebody", "2027.yaml")
    code, said = Terminal(tmp_path, "new", "2027").ended()
    assert code == 2
    assert "W110" in said
    assert "Năm hoặc" not in said


def test_two_that_begin_one_plan_at_once_do_not_overwrite(tmp_path: Path) -> None:
    started = [
        subprocess.Popen([*PROGRAM, "new", "2026"], cwd=tmp_path, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for _ in range(3)
    ]
    ended = sorted((each.communicate(timeout=60)[1].decode("utf-8").count("W110"), each.returncode) for each in started)
    assert ended == [(0, 0), (1, 2), (1, 2)]
    assert {path.name for path in (tmp_path / "plans").iterdir()} == {"2026.yaml", "_schema.json"}
