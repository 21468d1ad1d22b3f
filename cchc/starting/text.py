"""The text of a starting plan: pieces of YAML put together, their words filled in, quoted where YAML needs it."""

from __future__ import annotations

from collections.abc import Iterator
from pkgutil import get_data
from typing import Literal, NamedTuple, TypeAlias, get_args

from cchc.language.dates import Period, YearMonth
from cchc.registry.jurisdiction import jurisdiction_of
from cchc.registry.registry import Registry
from cchc.starting.duties import gathered
from cchc.starting.words import Words, filled, words_for
from cchc.syntax.quoting import lead_length, safe

Kind: TypeAlias = Literal["decision", "plan"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""The kinds of act that have a piece of their own, ``act.<kind>.yaml``."""


class Start(NamedTuple):
    """What a starting plan is to be: its id with its folder, its period, unit and kind of act, the act's month."""

    id: str
    period: Period
    jurisdiction: str
    kind: Kind
    month: YearMonth


def starting_text(start: Start, schema: str, registry: Registry) -> str:
    """The file of the plan ``start``; ``schema`` is the name of the JSON Schema as seen from it."""
    unit = jurisdiction_of(start.jurisdiction, registry, start.month.last_day)
    words = {
        **words_for(unit, start.period, start.month, registry),
        "jurisdiction": start.jurisdiction.replace("$", "$$"),
        "unit": unit.unit.replace("$", "$$"),
        "id": start.id.replace("$", "$$"),
        "schema": schema,
    }
    pieces = ("head.yaml", f"act.{start.kind}.yaml", "body.yaml")
    return "".join(f"{line}\n" for line in gathered(line for piece in pieces for line in _lines(piece, words)))


def _lines(piece: str, words: Words) -> Iterator[str]:
    text = (get_data(__package__, piece) or b"").decode("utf-8")
    for line in text.splitlines():
        yield _line(line, words) if "$" in line else line


def _line(line: str, words: Words) -> str:
    """``line`` with its words; where they make of its value what YAML would read otherwise, it is quoted."""
    if line.lstrip().startswith("#"):
        return filled(line, words)
    length = lead_length(line)
    return line[:length] + safe(filled(line[length:], words))
