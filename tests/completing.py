"""Pieces of plans, as rules show them for examples, completed to plans.

A piece is taken apart where a line ``# …`` stands. Each part goes where its keys belong: into the plan, its act, a
section, an appendix or a row; one of list items into a section's bullets. What a plan cannot do without is added.
A line ``# 2021-2025.yaml`` begins what stands in another plan of the folder, ``# _registry.yaml`` what that file holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from textwrap import indent

from cchc.model.act import Act
from cchc.model.base import Part
from cchc.model.body import Section
from cchc.model.plan import Plan
from cchc.model.rows import Appendix, Row

_KEY = re.compile(r"^[“\"']?(?P<key>\w+)[”\"']?[ \t]*[:：]", re.MULTILINE)
_GAP = re.compile(r"^# …\n", re.MULTILINE)
_FILE = re.compile(r"^# (\S+\.yaml)\n", re.MULTILINE)
_LEFT_OUT = re.compile(r",? *…(?=\})")
_HOLDERS: Mapping[str, type[Part]] = {"plan": Plan, "act": Act, "section": Section, "appendix": Appendix, "row": Row}
_ACT = re.compile(r"^act:(?P<opens> \{|\n  )", re.MULTILINE)
_LAYOUTS: Mapping[str, tuple[str, str]] = {
    "score": ("scorecard", "criteria"),
    "budget": ("du-toan", "tasks"),
    "": ("tasks", "tasks"),
}
"""The layout that shows a field, and the rows that it has."""
_MONEY = """\
layouts:
  du-toan:
    columns:
      - {label: Nội dung, show: title, width: 60}
      - {label: Kinh phí, show: budget, width: 40, unit: triệu đồng, sum: rows}
    rows: {tasks: "1"}"""
_HERE = re.compile(r"^(?P<before>[ -]*)<piece>$", re.MULTILINE)


def files(piece: str, around: str | None = None) -> tuple[str, Mapping[str, str]]:
    """The text of the plan that ``piece`` is about, and of the files beside it by their names."""
    own, *others = _FILE.split(piece)
    named = dict(zip(others[::2], others[1::2], strict=True))
    beside = {name: text if name.startswith("_") else completed(text, name=name) for name, text in named.items()}
    return completed(own, around), beside


def completed(piece: str, around: str | None = None, name: str = "2025.yaml") -> str:
    """The text of the plan ``name`` with ``piece`` where ``around`` says ``<piece>``, or where its keys belong."""
    if around is not None:
        return _HERE.sub(lambda found: indent(piece, " " * len(found["before"])), around) + "\n"
    parts: dict[str, list[str]] = {holder: [] for holder in _HOLDERS}
    for part in _GAP.split(piece):
        part = _LEFT_OUT.sub("", part)
        if part.startswith("- "):
            parts["section"].append(f"title: Giải pháp\nbullets:\n{indent(part.rstrip(), '  ')}")
        else:
            parts[_holder(part)].append(part.rstrip("\n"))
    return "\n".join(_assembled(parts, name.removesuffix(".yaml"))) + "\n"


def _holder(part: str) -> str:
    """Where the keys of ``part`` belong: the first that knows most of them."""
    keys = {found["key"] for found in _KEY.finditer(part)}
    return max(_HOLDERS, key=lambda holder: len(keys & _keys(_HOLDERS[holder])))


def _keys(model: type[Part]) -> set[str]:
    return {field.alias or name for name, field in model.model_fields.items()}


def _assembled(parts: Mapping[str, list[str]], period: str) -> Iterator[str]:
    plan = "\n".join(parts["plan"])
    keys = {found["key"] for found in _KEY.finditer(plan)}
    if "period" not in keys:
        yield f"period: {period}"
    if "act" not in keys:
        yield "act:"
        yield indent("\n".join(_with("kind", "decision", parts["act"])), "  ")
    if plan:
        yield plan if "kind:" in plan else _ACT.sub(_with_kind, plan)
    if parts["section"]:
        yield "body:"
        yield from (_item(_with("title", "Giải pháp", [part])) for part in parts["section"])
    rows = [_item(_with("title", "Rà soát thủ tục hành chính", [part])) for part in parts["row"]]
    if parts["appendix"] or rows:
        layout, kind = _LAYOUTS[_shown("\n".join((*parts["appendix"], *rows)))]
        if layout == "du-toan":
            yield _MONEY
        table = [*parts["appendix"], *([] if not rows else [f"{kind}:", *rows])]
        yield "appendices:"
        yield _item(_with("layout", layout, _with("title", "Nhiệm vụ", table)))


def _shown(rows: str) -> str:
    """Which of the fields that the layout ``tasks`` does not show stands in ``rows``."""
    return next((field for field in _LAYOUTS if field and f"{field}:" in rows), "")


def _with_kind(act: re.Match[str]) -> str:
    """The beginning of an act that does not say of which kind it is."""
    return f"{act[0]}kind: decision" + (", " if "{" in act["opens"] else act["opens"])


def _with(key: str, value: str, lines: list[str]) -> list[str]:
    """``lines`` with ``key``, where they have it not."""
    return (
        lines if any(found["key"] == key for found in _KEY.finditer("\n".join(lines))) else [f"{key}: {value}", *lines]
    )


def _item(lines: list[str]) -> str:
    """``lines`` as an item of a list."""
    return "  - " + indent("\n".join(lines), "    ").lstrip(" ")
