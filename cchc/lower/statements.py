"""Statements to the texts around which templates put words and signs, or which they leave alone."""

from __future__ import annotations

from cchc.language.as_typed import AsTyped
from cchc.lower.prose import ProseLowering
from cchc.model.blocks import Statement, Verbatim


def statement(written: Statement | None, prose: ProseLowering) -> str:
    """``written`` on one line, empty where there is none; what is to print exactly so is marked for templates."""
    match written:
        case None:
            return ""
        case Verbatim():
            return AsTyped(prose.line(written.printed))
        case _:
            return prose.line(written)
