"""``cchc validate --fix``: what is mended, what waits, what is never touched."""

from __future__ import annotations

import sys
from pathlib import Path
from unicodedata import normalize

import pytest

from cchc.pipeline import fixing
from cchc.workspace import rewriting
from tests.cli.conftest import Program
from tests.pipeline.files import write_plan

HEAD = "period: 2026\njurisdiction: Đắk Nông\nact:\n  kind: decision\n  subject: Ban hành Kế hoạch\n"
SIGNED = HEAD + "  number: 12\n  date: 2025-12-30\n"
BODY = "title: Cải cách\nbody:\n  - title: Một\n    bullets:\n"


def plan(*items: str, head: str = HEAD) -> str:
    """A plan with these lines as bullets, each with its dash."""
    return head + BODY + "".join(f"      {item}\n" for item in items)


MENDED = {
    "a sentence with a colon": ("- Trong đó: cấp tỉnh", '- "Trong đó: cấp tỉnh"'),
    "a sentence that ends in a colon": ("- Đến hết năm 2026:", '- "Đến hết năm 2026:"'),
    "a sentence with two colons": ("- Trong đó: cấp tỉnh: 5", '- "Trong đó: cấp tỉnh: 5"'),
    "a value with a colon": ("- text: Trong đó: cấp tỉnh", '- text: "Trong đó: cấp tỉnh"'),
    "no space behind a known key": ("- text:Cấp tỉnh", "- text: Cấp tỉnh"),
    "quotes around the first words alone": ('- "Một cửa" là cơ chế', '- "\\"Một cửa\\" là cơ chế"'),
    "a first sign that YAML keeps": ("- @ngành phối hợp", '- "@ngành phối hợp"'),
    "a bound": ("- > 50% hồ sơ", '- "> 50% hồ sơ"'),
    "a rank, cut at #": ("- Đạt hạng #1 cả nước", '- "Đạt hạng #1 cả nước"'),
    "a colon with a comment behind": ("- Trong đó: cấp tỉnh  # chưa chốt", '- "Trong đó: cấp tỉnh"  # chưa chốt'),
    "a tab behind a dash": ("-\tCấp tỉnh", "- Cấp tỉnh"),
    "a no-break space behind a key": ("- id: mot\n        text:\xa0Cấp", "- id: mot\n        text: Cấp"),
    "a dash typed besides": ("- – Cấp tỉnh", "- Cấp tỉnh"),
    "no space behind a dash": ("-Cấp tỉnh", "- Cấp tỉnh"),
    "a key in curly quotes": ("- “text”: Cấp tỉnh", "- text: Cấp tỉnh"),
}


@pytest.mark.parametrize("name", MENDED)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_what_is_mended(name: str, line_end: str, form: str, program: Program, tmp_path: Path) -> None:
    # Letters typed apart would be joined too, all of them; here they may stand, so every byte but the mended does.
    leave = "# cchc: allow N101 vì phần mềm khác đọc tệp này\n" if form == "NFD" else ""
    before, after = (leave + plan("- Đầu", line, "- Cuối") for line in MENDED[name])
    path = write_plan(tmp_path, normalize(form, before).replace("\n", line_end))  # type: ignore[arg-type]
    ran = program("validate", "--fix", "-q")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    text = path.read_bytes().decode()
    assert normalize("NFC", text) == after.replace("\n", line_end)
    kept = normalize(form, leave + plan("- Đầu")).replace("\n", line_end)  # type: ignore[arg-type]
    assert text.startswith(kept)
    program("validate", "--fix", "-q")
    assert path.read_bytes().decode() == text


LEFT = {
    "keys on one line": "- text: lead: Sở Nội vụ",
    "a comment that may be a sentence": "- Cấp tỉnh # chưa chốt",
    "a comment in a line with two colons": "- text: Trong đó: cấp tỉnh # chưa chốt",
    "words before quotes": '- Trong đó: "một cửa"',
    "an alias that is not there": "- *ghi chú",
    "a quote that is not closed": '- "Trong đó',
    "prose in brackets": "- [CT, các PCT UBND tỉnh]",
    "a list glued to its sentence": "- Gồm có\n        - một",
    "a sentence that goes on below": "- text: Trong đó: cấp tỉnh\n          và cấp xã",
    "a label that may be spoken of elsewhere": "- title: 1. Một",
}


@pytest.mark.parametrize("name", LEFT)
def test_what_only_its_author_can_mend(name: str, program: Program, tmp_path: Path) -> None:
    path = write_plan(tmp_path, text := plan("- Đầu", LEFT[name], "- Cuối"))
    ran = program("validate", "--fix")
    assert ran.code == 1
    assert path.read_text(encoding="utf-8") == text
    assert program("validate").err == ran.err


def test_what_prints_by_itself_is_taken_away(program: Program, tmp_path: Path) -> None:
    typed = HEAD + "  recipients: [– Bộ]\n  archive: 'Lưu: VT'\ntheme: “Kỷ cương, trách nhiệm”\n"
    path = write_plan(tmp_path, typed + "title: Cải cách\n")
    program("validate", "--fix")
    mended = HEAD + "  recipients: [Bộ]\n  archive: 'VT'\ntheme: Kỷ cương, trách nhiệm\n"
    assert path.read_text(encoding="utf-8") == mended + "title: Cải cách\n"


def test_what_is_mended_and_left_is_said(program: Program, tmp_path: Path) -> None:
    write_plan(tmp_path, plan("- Trong đó: cấp tỉnh", "- [CT, các PCT]"))
    write_plan(tmp_path, plan("- Không có gì"), "2027.yaml")
    ran = program("validate", "--fix", "--lang", "en")
    assert ran.code == 1
    mended, checked = ran.out.splitlines()
    assert mended == "2025: 1 place(s) mended in plans/2025.yaml"
    assert (checked.startswith("2 plan(s) "), checked.endswith(": 1 error(s)")) == (True, True)
    assert [line.split(": ")[:2] for line in ran.err.splitlines() if "error" in line] == [
        ["plans/2025.yaml:11:14", "error Y103"]
    ]


def test_a_dry_run_shows_the_lines_and_writes_nothing(program: Program, tmp_path: Path) -> None:
    path = write_plan(tmp_path, text := plan("- Trong đó: cấp tỉnh", "- Hai"))
    ran = program("validate", "--fix", "--dry-run")
    assert ran.code == 1
    assert path.read_text(encoding="utf-8") == text
    shown = ran.out.splitlines()
    assert shown[:2] == ["--- plans/2025.yaml", "+++ plans/2025.yaml"]
    assert [line for line in shown[2:] if line[0] in "+-"] == [
        "-      - Trong đó: cấp tỉnh",
        '+      - "Trong đó: cấp tỉnh"',
    ]
    assert "2025: sẽ sửa 1 chỗ trong plans/2025.yaml" in shown
    assert "Y101" in ran.err


def test_a_dry_run_and_leave_for_signed_acts_go_with_fix(program: Program, tmp_path: Path) -> None:
    write_plan(tmp_path, plan("- Hai"))
    for option in ("--dry-run", "--signed"):
        ran = program("validate", option)
        assert (ran.code, option in ran.err) == (2, True)


@pytest.mark.parametrize("item", ["- – Cấp tỉnh", "- Trong đó: cấp tỉnh", "- text: Trong đó: cấp tỉnh"])
def test_a_signed_act_waits_for_leave(item: str, program: Program, tmp_path: Path) -> None:
    path = write_plan(tmp_path, text := plan(item, head=SIGNED))
    ran = program("validate", "--fix")
    assert path.read_text(encoding="utf-8") == text
    assert "2025: 1 chỗ sửa tự động được; văn bản đã ký" in ran.out
    ran = program("validate", "--fix", "--signed")
    assert path.read_text(encoding="utf-8") != text
    assert "2025: đã sửa 1 chỗ" in ran.out


def test_many_syntax_errors_are_mended_one_after_the_other(program: Program, tmp_path: Path) -> None:
    items = [f"- text: Trong đó: phần {number}" for number in range(50)]
    path = write_plan(tmp_path, plan(*items))
    assert program("validate", "--fix", "-q").code == 0
    assert path.read_text(encoding="utf-8").count('"') == 100


def test_a_mark_and_a_mode_and_a_link_stay(program: Program, tmp_path: Path) -> None:
    real = tmp_path / "kho.yaml"
    real.write_bytes(b"\xef\xbb\xbf" + plan("- Trong đó: cấp tỉnh").encode())
    real.chmod(0o640)
    link = tmp_path / "plans" / "2025.yaml"
    link.parent.mkdir()
    link.symlink_to(real)
    assert program("validate", "--fix", "-q").code == 0
    assert link.is_symlink()
    assert real.read_bytes() == b"\xef\xbb\xbf" + plan('- "Trong đó: cấp tỉnh"').encode()
    if sys.platform != "win32":
        assert real.stat().st_mode & 0o777 == 0o640


def test_a_file_that_is_read_only_stays(program: Program, tmp_path: Path) -> None:
    path = write_plan(tmp_path, text := plan("- Trong đó: cấp tỉnh"))
    path.chmod(0o444)
    ran = program("validate", "--fix")
    assert (ran.code, "W103" in ran.err, "--out" in ran.err) == (2, True, False)
    assert path.read_text(encoding="utf-8") == text


def test_a_file_that_somebody_saved_meanwhile_stays(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_plan(tmp_path, plan("- Trong đó: cấp tỉnh"))
    saved = plan("- Câu khác")

    def rewrite(target: Path, before: bytes, after: bytes) -> None:
        path.write_text(saved, encoding="utf-8")
        rewriting.rewrite(target, before, after)

    monkeypatch.setattr(fixing, "rewrite", rewrite)
    ran = program("validate", "--fix")
    assert (ran.code, "W112" in ran.err) == (2, True)
    assert path.read_text(encoding="utf-8") == saved
    assert [each.name for each in path.parent.iterdir()] == ["2025.yaml"]


def test_a_file_with_nothing_to_mend_is_not_written(program: Program, tmp_path: Path) -> None:
    path = write_plan(tmp_path, plan("- Một câu"))
    path.chmod(0o444)
    assert program("validate", "--fix").code == 0


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"PK\x03\x04", b"- 1\n", b"a: b: c\n", b"period: 2026\n"])
def test_what_is_no_plan_is_said_as_without_fix(data: bytes, program: Program, tmp_path: Path) -> None:
    path = write_plan(tmp_path, data)
    with_fix, without = program("validate", "--fix"), program("validate")
    assert (with_fix.code, with_fix.err) == (without.code, without.err)
    assert path.read_bytes() == data
