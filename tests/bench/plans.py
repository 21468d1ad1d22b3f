"""Plans of any number of tasks, built from the rows of the real plan of 2025."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

ROOT = Path(__file__).parents[2]
REAL = ROOT / "plans" / "2025.yaml"

_ROW = re.compile(r"^ *- title: ", re.MULTILINE)
_OWN_WORDS = re.compile(r"^( *(?:- title|indicator|output): )(\"?)([^\"\n]+)\2$", re.MULTILINE)
_ASSIGNED = re.compile(r"^ *lead: ", re.MULTILINE)
_FIRST = ("An", "Bình", "Cư", "Đăng", "Ea", "Gia", "Hòa", "Ia", "Krông", "Long", "Minh", "Nam", "Phú", "Quảng", "Sơn")
_SECOND = ("Bang", "Chánh", "Drông", "Giang", "Hưng", "Kênh", "Lâm", "Mỹ", "Ngọc", "Pông", "Rbin", "Sin", "Trang")
_THIRD = ("Thượng", "Hạ", "Đông", "Tây", "Trung")


def plan_text(tasks: int) -> str:
    """The plan of 2025 with so many tasks: the groups of its appendix again and again, each time for another commune.

    What a commune has for itself (titles, what is asked for, what comes of it) bears its name; leads, months and what
    is left empty repeat, as they do in any plan.
    """
    above, _, groups = REAL.read_text(encoding="utf-8").partition("    groups:\n")
    written = [above, "    groups:\n"]
    left = tasks
    for commune in _communes():
        for row in _rows(_of(commune, groups)):
            written.append(row)
            left -= bool(_ASSIGNED.search(row))
            if not left:
                return "".join(written)
    raise ValueError(f"{tasks} tasks are more than there are communes for")


def _rows(groups: str) -> Iterator[str]:
    starts = [found.start() for found in _ROW.finditer(groups)]
    for start, end in zip(starts, (*starts[1:], len(groups)), strict=True):
        yield groups[start:end]


def _of(commune: str, groups: str) -> str:
    return _OWN_WORDS.sub(rf"\1\2\3 – xã {commune}\2", groups)


def _communes() -> Iterator[str]:
    for names in product(_THIRD, _FIRST, _SECOND):
        yield " ".join((*names[1:], names[0]))
