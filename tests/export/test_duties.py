"""Whose duties the act of 2025 lays down, read from its section III as a person reads it."""

from __future__ import annotations

from pathlib import Path

from cchc.export.duties import duties
from cchc.model.plan import Plan
from cchc.registry.registry import shipped_registry
from tests.plans import plan, read

ACT = Path(__file__).parents[2] / "plans" / "2025.yaml"


def test_the_eight_duty_lists_of_2025_name_their_bodies() -> None:
    found = duties(read(ACT.read_text(encoding="utf-8"), Plan), shipped_registry())
    assert [[mention.id for mention in duty.bodies] for duty in found] == [
        ["so-ban-nganh", "ubnd-cap-huyen"],
        ["so.noi-vu"],
        ["so.tu-phap"],
        ["vp-ubnd-tinh"],
        ["so.tai-chinh"],
        ["so.thong-tin-truyen-thong"],
        ["so.ke-hoach-dau-tu"],
        ["bao-tinh", "dai-ptth-tinh", "cong-ttdt-tinh"],
    ]


def test_a_sentence_that_names_its_body_is_a_duty_by_duty_of() -> None:
    made = plan(
        """
        body:
          - title: Tổ chức thực hiện
            bullets:
              - text: Giao Sở Nội vụ theo dõi.
                duty_of: Sở Nội vụ
              - Không của riêng ai.
        """
    )
    found = list(duties(made, shipped_registry()))
    assert [(duty.path, duty.words) for duty in found] == [(("body", 0, "bullets", 0), "Sở Nội vụ")]
