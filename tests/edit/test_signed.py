"""Whether an act is signed, also where its plan is no YAML yet."""

from __future__ import annotations

import pytest

from cchc.edit.signed import is_signed
from cchc.source import Source

BROKEN = "title: Một: hai\n"
NUMBERED, DATED = "  number: 12\n", "  date: 2025-12-30\n"


@pytest.mark.parametrize("rest", ["", BROKEN])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("act", "signed"),
    [
        (NUMBERED + DATED, True),
        ("  number: '12'  # số\n\n  # ngày\n" + DATED, True),
        ("  bases:\n    - Luật\n" + DATED + NUMBERED, True),
        (NUMBERED, False),
        (DATED, False),
        ("  number:\n" + DATED, False),
        ("  number: ~\n" + DATED, False),
        ("  # number: 15\n" + DATED, False),
        ("  subject: Kế hoạch  # number: 15\n" + DATED, False),
    ],
)
def test_an_act_with_number_and_date_is_signed(act: str, signed: bool, rest: str, line_end: str) -> None:
    text = f"period: 2026\nact:\n  kind: decision\n{act}{rest}body:\n  - number: 1\n    date: 2\n"
    assert is_signed(Source("2026.yaml", text.replace("\n", line_end))) is signed


def test_an_act_in_brackets() -> None:
    assert is_signed(Source("2026.yaml", "act: {number: 1, date: 2025-12-30}\n" + BROKEN))
    assert not is_signed(Source("2026.yaml", "act: [số]\n"))
    assert not is_signed(Source("2026.yaml", "- một\n"))
