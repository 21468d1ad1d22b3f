"""Starting plans: sound for every unit and period, with the bodies and acts of their day, whatever names hold."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.checks.families import check
from cchc.diagnostics import Diagnostic, Severity
from cchc.language.dates import YearMonth, read_period
from cchc.loader.loading import load
from cchc.model.act import Act
from cchc.model.objectives import objectives
from cchc.model.plan import Plan
from cchc.model.reforms import reform_of
from cchc.registry.jurisdiction import jurisdiction_of
from cchc.registry.reading import read_bodies
from cchc.registry.registry import shipped_registry
from cchc.source import Source
from cchc.starting.text import KINDS, Kind, Start, starting_text
from tests.plans import context

REGISTRY = shipped_registry()
ACT_OF_2026 = YearMonth(2025, 12)
PROVINCES = [
    body.name for body in REGISTRY.bodies if body.level == "province_unit" and body.exists_on(ACT_OF_2026.last_day)
]


def text(
    jurisdiction: str = "Lâm Đồng", period: str = "2026", month: YearMonth = ACT_OF_2026, kind: Kind = "decision"
) -> str:
    return starting_text(Start("2026", read_period(period), jurisdiction, kind, month), "_schema.json", REGISTRY)


def judged(plan_text: str) -> tuple[Plan, list[Diagnostic]]:
    """The plan, and everything but notes that the loader and the checks say of it."""
    loaded = load(Source("2026.yaml", plan_text), Plan)
    assert loaded.value is not None, loaded.diagnostics
    assert loaded.places is not None
    found = (*loaded.diagnostics, *check(context(loaded.value, loaded.places)))
    return loaded.value, [each for each in found if each.severity is not Severity.NOTE]


def test_there_are_thirty_four_provinces() -> None:
    assert len(PROVINCES) == 34  # Nghị quyết số 202/2025/QH15


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("province", PROVINCES)
def test_the_plan_of_every_province_is_sound(province: str, kind: Kind) -> None:
    proper = jurisdiction_of(province, REGISTRY).name
    plan, found = judged(text(proper, kind=kind))
    assert found == []
    assert plan.jurisdiction == proper
    assert plan.title == f"Cải cách hành chính {jurisdiction_of(province, REGISTRY).unit} năm 2026"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("unit", "period", "month"),
    [
        ("Đắk Nông", "2025", YearMonth(2024, 12)),
        ("Đắk Nông", "2018", YearMonth(2017, 12)),
        ("Đắk Nông", "2021-2025", YearMonth(2021, 8)),
        ("Lâm Đồng", "2026-2030", YearMonth(2025, 12)),
        ("Lâm Đồng", "2035", YearMonth(2034, 12)),
        ("Lâm Đồng", "2005", YearMonth(2004, 12)),
        ("huyện Đắk Song", "2025", YearMonth(2024, 12)),
        ("thành phố Gia Nghĩa", "2025", YearMonth(2024, 12)),
        ("xã Nam Dong", "2025", YearMonth(2024, 12)),
        ("xã Tuy Đức", "2026", YearMonth(2025, 12)),
        ("phường Bắc Gia Nghĩa", "2026", YearMonth(2025, 12)),
        ("tỉnh …", "2026", YearMonth(2025, 12)),
    ],
)
def test_the_plan_of_other_units_and_periods_is_sound(unit: str, period: str, month: YearMonth, kind: Kind) -> None:
    assert judged(text(unit, period, month, kind))[1] == []


def test_it_is_the_skeleton_of_a_years_plan() -> None:
    plan, _ = judged(text())
    act = plan.act
    assert all((act.bases, act.articles, act.recipients, act.archive, act.proposal, act.signatory, plan.closing))
    assert act.number is None
    reforms = [reform_of(section.title or "") for section in plan.body[1].sections]
    assert reforms == ["the-che", "thu-tuc", "bo-may", "cong-vu", "tai-chinh", "chinh-quyen-so", "chi-dao"]
    assert {reform_of(str(group.title)) for group in plan.appendices[0].groups} == set(reforms)
    figures = [figure for objective in objectives(plan) for figure in objective.figures]
    assert [(figure.id, figure.bound) for figure in figures] == [("dung-han", "at_least")]


def test_a_kind_of_act_has_a_piece_and_the_model_knows_it() -> None:
    assert set(KINDS) <= set(Act.model_fields["kind"].annotation.__args__)  # type: ignore[union-attr]
    assert all(judged(text(kind=kind))[0].act.kind == kind for kind in KINDS)


@pytest.mark.parametrize(
    ("period", "month", "act", "other"),
    [
        ("2025", YearMonth(2024, 12), "ngày 19 tháng 6 năm 2015", "ngày 16 tháng 6 năm 2025"),
        ("2025", YearMonth(2025, 4), "ngày 19 tháng 02 năm 2025", "ngày 19 tháng 6 năm 2015"),
        ("2026", YearMonth(2025, 12), "ngày 16 tháng 6 năm 2025", "ngày 19 tháng 6 năm 2015"),
        ("2026", YearMonth(2025, 12), "Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021", "30c/NQ-CP"),
        ("2018", YearMonth(2017, 12), "Nghị quyết số 30c/NQ-CP ngày 08 tháng 11 năm 2011", "76/NQ-CP"),
        ("2031", YearMonth(2030, 12), "Nghị quyết số …/NQ-CP", "76/NQ-CP"),
        ("2026", YearMonth(2025, 12), "tỉnh ban hành Kế hoạch cải cách hành chính giai đoạn 2026 - 2030", ""),
        ("2025", YearMonth(2024, 12), "tỉnh ban hành Kế hoạch cải cách hành chính giai đoạn 2021 - 2025", ""),
    ],
)
def test_the_bases_are_those_of_the_day(period: str, month: YearMonth, act: str, other: str) -> None:
    bases = " | ".join(map(str, judged(text(period=period, month=month))[0].act.bases))
    assert act in bases
    assert not other or other not in bases


def test_after_the_first_of_july_2025_there_is_no_district() -> None:
    now, before = text(), text("Đắk Nông", "2025", YearMonth(2024, 12))
    assert not re.search(r"\bhuyện|thị trấn|thị xã", now)
    assert "UBND các xã, phường, đặc khu" in now
    assert "UBND các huyện, thị xã, thành phố" in before
    assert "đặc khu" not in before


@pytest.mark.parametrize(
    ("period", "month", "digital"),
    [
        ("2026", YearMonth(2025, 12), "Sở Khoa học và Công nghệ"),
        ("2025", YearMonth(2024, 12), "Sở Thông tin và Truyền"),
    ],
)
def test_every_body_that_is_named_exists_on_the_day(period: str, month: YearMonth, digital: str) -> None:
    plan_text = text(period=period, month=month)
    named = set(re.findall(r"^ *(?:- )?(?:lead|agency): (.+)", plan_text, re.MULTILINE))
    assert any(name.startswith(digital) for name in named)
    for name in named:
        for mention in read_bodies(name, REGISTRY, month.last_day):
            assert mention.kind in ("body", "class"), name
            assert mention.kind == "class" or REGISTRY.body(mention.id or "").exists_on(month.last_day), name


def test_a_city_has_a_city_committee() -> None:
    plan_text = text("Hồ Chí Minh")
    assert "CT, các PCT UBND thành phố" in plan_text
    assert "Thường trực Thành ủy" in plan_text
    assert "tỉnh" not in re.sub(r"#.*", "", plan_text)


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=30))
def test_whatever_a_unit_is_called_stands_in_the_file_as_it_was_typed(name: str) -> None:
    typed = unicodedata.normalize("NFC", " ".join(f"xã {name}".split()))
    if not typed.isprintable() or "<" in typed:
        return  # refused by the command; or a mark of the plan language
    loaded = load(Source("2026.yaml", text(typed)), Plan)
    assert loaded.value is not None, loaded.diagnostics
    assert loaded.value.jurisdiction == typed


@pytest.mark.parametrize("name", ['xã "A": B', "xã A # b", "xã 'A'", "xã $unit", "xã \\A", "xã A:", "xã {A}, [B]"])
def test_signs_of_yaml_in_a_name_are_quoted(name: str) -> None:
    plan, found = judged(text(name))
    assert (plan.jurisdiction, found) == (name, [])


def test_every_key_of_the_upper_levels_is_explained_where_it_stands() -> None:
    for kind in KINDS:
        lines = text(kind=kind).splitlines()
        for number, line in enumerate(lines):
            if re.match(r"(?:  )?[a-z]+:", line) and not line.startswith("   "):
                assert lines[number - 1].lstrip().startswith("#"), line
