"""The words that differ from one starting plan to another: by the unit, by the period, by the day of the act."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pkgutil import get_data
from typing import Any, TypeAlias

from cchc.language.dates import Period, YearMonth
from cchc.patterns import deferred
from cchc.registry.jurisdiction import Jurisdiction
from cchc.registry.registry import Registry
from cchc.registry.succession import successor_on

Words: TypeAlias = Mapping[str, str]
"""What stands for each ``$name`` of the pieces; a word may hold names of others."""

_NAME = deferred(r"\$\$|\$([a-z_0-9]+)")
_COMMUNES = ("xã", "phường", "thị trấn", "đặc khu")
_DISTRICT_KINDS = ("huyện", "quận", "thị xã", "thành phố")
_DISTRICTS = "Ủy ban nhân dân cấp huyện"
_YEARS_OF_A_PLAN = 5


def filled(text: str, words: Words) -> str:
    """``text`` with every ``$name`` replaced, also inside the words; ``$$`` is a dollar. KeyError: no such name."""
    return _NAME.sub(lambda found: filled(words[found[1]], words) if found[1] else "$", text)


def words_for(unit: Jurisdiction, period: Period, month: YearMonth, registry: Registry) -> Words:
    """The words of a plan of ``unit`` over ``period`` whose act is of ``month``."""
    data = _data()
    day = month.last_day
    single = period.only_year is not None
    return {
        **_of_unit(unit, data, day, registry),
        **_programme(data, period.first),
        **data["spans"]["year" if single else "years"],
        **{f"month_{number}": str(number) if single else _month(number, period) for number in range(1, 13)},
        "law": _law(data, day),
        "unit": unit.unit,
        "kind": unit.kind,
        "first": str(period.first),
        "last": str(period.last),
        "five_years": _five_years(period.first),
        "period": str(period),
        "date": str(month),
    }


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(get_data(__package__, "words.json") or b"")
    return data


def _of_unit(unit: Jurisdiction, data: dict[str, Any], day: date, registry: Registry) -> Words:
    """The bodies around the unit as they are on ``day``; a department that was merged is the one that took over."""
    districts = registry.find(_DISTRICTS, day)
    with_districts = districts is not None and districts.exists_on(day)
    level = _level(unit, with_districts=with_districts)
    words: dict[str, str] = data["levels"][level]
    below: dict[str, str] = data["districts" if with_districts else "communes"]
    return {
        **{name: _as_on(word, day, registry) for name, word in words.items()},
        "below": below.get(level, ""),
        "party": data["parties"].get(unit.kind, data["party"]),
    }


def _level(unit: Jurisdiction, *, with_districts: bool) -> str:
    if unit.kind in _COMMUNES:
        return "commune_below_district" if with_districts else "commune"
    return "district" if unit.body is None and unit.kind in _DISTRICT_KINDS else "province"


def _as_on(name: str, day: date, registry: Registry) -> str:
    body = registry.find(name, day)
    return successor_on(body, day, registry).name if body and body.name == name else name


def _programme(data: dict[str, Any], year: int) -> Words:
    """The programme of the Government that covers ``year``, and how it calls what others call otherwise."""
    known = (each for each in data["programmes"] if each["first"] <= year <= each["last"])
    found: dict[str, Any] = next(known, data["no_programme"])
    return {name: word for name, word in found.items() if isinstance(word, str)}


def _law(data: dict[str, Any], day: date) -> str:
    """The law on local government in force on ``day``."""
    in_force = [each["law"] for each in data["laws"] if date.fromisoformat(each["from"]) <= day]
    law: str = in_force[-1] if in_force else data["no_law"]
    return law


def _five_years(year: int) -> str:
    """The five years of planning in which ``year`` lies: 2021 - 2025, 2026 - 2030."""
    first = year - (year - 1) % _YEARS_OF_A_PLAN
    return f"{first} - {first + _YEARS_OF_A_PLAN - 1}"


def _month(number: int, period: Period) -> str:
    """A month of a plan over several years: the first half of a year in its first, the second in its last."""
    return str(YearMonth(period.first if number <= 6 else period.last, number))
