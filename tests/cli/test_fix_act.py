"""A real act, broken in every way that ``--fix`` mends, as a clerk would meet it: shown, mended, and as it was."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from unicodedata import normalize

import pytest
import yaml

from tests.cli.conftest import Program
from tests.pipeline.files import write_plan

ROOT = Path(__file__).parents[2]
ACT = (ROOT / "plans" / "2025.yaml").read_text(encoding="utf-8")
# The act's own two ways to write “hóa” are one from the beginning, so that all that changes was broken here.
WHOLE = "".join(
    line if line.startswith("#") else line.replace("được chuẩn hoá về", "được chuẩn hóa về")
    for line in ACT.splitlines(keepends=True)
)
DRAFT = re.sub(r"^  (?:number|date): .*\n", "", WHOLE, count=2, flags=re.MULTILINE)

BREAKS = {
    "a doubled space": ("thuộc thẩm quyền của cấp tỉnh, cấp huyện", "thuộc thẩm quyền  của cấp tỉnh, cấp huyện"),
    "a space before a comma": ("sửa đổi, bổ sung, thay thế, bãi bỏ những", "sửa đổi , bổ sung, thay thế, bãi bỏ những"),
    "no space behind a comma": ("khách quan, trung thực; ít nhất", "khách quan,trung thực; ít nhất"),
    "the rarer tone style": ("được chuẩn hóa về", "được chuẩn hoá về"),
    "quotes that YAML needs": ('lead: "Các Sở: NV, KH&ĐT, TT&TT"', "lead: Các Sở: NV, KH&ĐT, TT&TT"),
    "a misspelled province": ("năm 2021 của UBND tỉnh Đắk Nông", "năm 2021 của UBND tỉnh Đăk Nông"),
    "Đ as Ð": ("output: Báo cáo của Sở Giáo dục và Đào", "output: Báo cáo của Sở Giáo dục và Ðào"),
    "an invisible character": (
        "Tổ chức triển khai có hiệu quả công tác",
        "Tổ chức triển\u200b khai có hiệu quả công tác",
    ),
    "letters typed apart": ("100% văn bản QPPL được kiểm tra", normalize("NFD", "100% văn bản QPPL được kiểm tra")),
}


def broken(text: str, *names: str) -> str:
    """``text`` with these breaks."""
    for name in names:
        right, wrong = BREAKS[name]
        assert right in text, name
        text = text.replace(right, wrong, 1)
    return text


@pytest.mark.parametrize("name", BREAKS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_draft_is_mended_to_the_letter(name: str, line_end: str, program: Program, tmp_path: Path) -> None:
    path = write_plan(tmp_path, broken(DRAFT, name).replace("\n", line_end))
    program("validate", "--fix")
    assert path.read_bytes().decode() == DRAFT.replace("\n", line_end)


@pytest.mark.parametrize("act", [DRAFT, WHOLE], ids=["draft", "signed"])
def test_an_act_broken_in_every_way_is_shown_mended_and_left_alone(act: str, program: Program, tmp_path: Path) -> None:
    text, whole = broken(act, *BREAKS), act
    path = write_plan(tmp_path, text)
    leave = ["--signed"] if act == WHOLE else []
    if leave:
        ran = program("validate", "--fix", "--lang", "en")
        assert "can be mended; a signed act" in ran.out
        assert path.read_bytes().decode() == text
    ran = program("validate", "--fix", "--dry-run", *leave)
    assert path.read_bytes().decode() == text
    changed = [pair for pair in zip(text.split("\n"), whole.split("\n"), strict=True) if pair[0] != pair[1]]
    assert len(changed) == len(BREAKS)
    shown = ran.out.split("\n")
    assert [line[1:] for line in shown if re.match(r"-(?!--)", line)] == [before for before, _ in changed]
    assert [line[1:] for line in shown if re.match(r"\+(?!\+\+)", line)] == [after for _, after in changed]
    assert "--- plans/2025.yaml" in ran.out
    program("validate", "--fix", *leave)
    assert path.read_bytes().decode() == whole
    ran = program("validate", "--fix", "--lang", "en", *leave)
    assert "mended" not in ran.out
    assert path.read_bytes().decode() == whole
    assert program("fmt", "--check").code == 0


def test_a_whole_act_in_letters_typed_apart_is_mended_and_nothing_else_changes(
    program: Program, tmp_path: Path
) -> None:
    path = write_plan(tmp_path, normalize("NFD", DRAFT))
    program("validate", "--fix")
    assert path.read_bytes().decode() == DRAFT


def forms(*kinds: str) -> list[tuple[str, set[str]]]:
    """Each form of these kinds that the registry's own file has, with all accepted names of its body."""
    file = ROOT / "cchc" / "registry" / "agencies.yaml"
    bodies = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["agencies"]
    return [
        (form, {body["name"], *body.get("aliases", ())})
        for body in bodies
        for kind in kinds
        for form in ([body[kind]] if kind == "name" else body.get(kind, ()))
    ]


def test_no_accepted_name_of_a_body_is_touched(program: Program, tmp_path: Path) -> None:
    accepted = dict(forms("name", "aliases"))
    assert len(accepted) > 300
    # Both tone styles are in these names, of which a plan has one: that is another rule's matter.
    text = plan(f'- "{form}"' for form in accepted)
    (tmp_path / "cchc.toml").write_text('[rules]\nN110 = "off"\n', encoding="utf-8")
    path = write_plan(tmp_path, text)
    ran = program("validate", "--fix", "-q")
    assert ran.code == 0
    assert path.read_text(encoding="utf-8") == text


def test_every_misspelled_name_becomes_an_accepted_one(program: Program, tmp_path: Path) -> None:
    misspelled = forms("misspelled")
    assert misspelled
    path = write_plan(tmp_path, plan(f'- "{form}"' for form, _ in misspelled))
    (tmp_path / "cchc.toml").write_text('[rules]\nN110 = "off"\n', encoding="utf-8")
    program("validate", "--fix", "-q")
    bullets = [
        line.strip(' -"') for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("      -")
    ]
    for (form, accepted), mended in zip(misspelled, bullets, strict=True):
        assert mended in accepted, form


def plan(items: Iterable[str]) -> str:
    return "period: 2026\nact: {kind: plan}\nbody:\n  - title: Một\n    bullets:\n" + "".join(
        f"      {item}\n" for item in items
    )
