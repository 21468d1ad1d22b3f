"""Corrected lines are correct: put in place of what they correct, they are read without that complaint."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.diagnostics import Diagnostic, Severity
from tests.pipeline.files import found_in

HEAD = "period: 2025\njurisdiction: Đắk Nông\nact:\n  kind: decision\n"
ROWS = "appendices:\n  - title: Nhiệm vụ\n    layout: tasks\n    tasks:\n"
BULLETS = "body:\n  - title: Giải pháp\n    bullets:\n"

MISTAKES = {
    "a colon in a sentence": (BULLETS, "      - Trong đó: cấp tỉnh, cấp huyện\n"),
    "a colon at its end": (BULLETS, "      - Phấn đấu đến hết năm 2025:\n"),
    "a colon before a list": (BULLETS, "      - Tổ chức:\n        - rà soát\n        - công bố\n"),
    "a second colon": ("", "title: Cải cách: đợt một\n"),
    "a colon in a row": (ROWS, "      - Sơ kết: đợt một\n"),
    "a comment": (BULLETS, "      - Ban hành văn bản #1 kịp thời\n"),
    "a comma in brackets": (HEAD, "  recipients: [Như trên, CT UBND tỉnh]\n"),
    "a comma in braces": (
        HEAD + "  authority: Chủ tịch\n",
        "  signatory: {title: Chủ tịch, PCT UBND tỉnh, name: Cao Huy}\n",
    ),
    "a list without its key": (BULLETS, "      - Các việc\n        - rà soát\n        - công bố\n"),
    "curly quotes": ("", "“title”: Cải cách\n"),
    "no space after a dash": (BULLETS, "      - -Rà soát\n"),
    "no space after a colon": (BULLETS, "      - text:Rà soát\n"),
    "a no-break space after a dash": (BULLETS, "      -\u00a0Rà soát\n"),
    "text for a list": (HEAD, "  bases: Luật Tổ chức chính quyền địa phương\n"),
    "text for a row": (ROWS, "      - Sơ kết tình hình\n"),
    "a tab": (HEAD, "\tsubject: Ban hành\n"),
    "a quote in a sentence": (BULLETS, '      - "Một cửa" là nơi tiếp nhận\n'),
    "a percent sign first": (BULLETS, "      - %abc\n"),
}


def weighty(found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """The errors of ``found``: such small plans lack much that a plan should have."""
    return tuple(each for each in found if each.severity is Severity.ERROR)


@pytest.mark.parametrize("mistake", MISTAKES)
def test_the_corrected_lines_are_sound(mistake: str, tmp_path: Path) -> None:
    before, lines = MISTAKES[mistake]
    head = before if before.startswith(HEAD) else HEAD + before
    (found,) = weighty(found_in(tmp_path, head + lines))
    assert found.fix is not None
    assert weighty(found_in(tmp_path, f"{head}{found.fix}\n")) == ()
