"""What a rule is: its name, its clause of the decree, and what it finds wrong with an act."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from tests.form.anatomy import Act, MissingError

Check: TypeAlias = Callable[[Act], Iterator[str]]
"""Yields what is wrong with an act."""


class Rule(NamedTuple):
    """A rule and its ``clause`` of Nghị định 30/2020/NĐ-CP: a ``practice`` is shown by its forms only."""

    name: str
    clause: str
    practice: bool
    check: Check

    @property
    def statement(self) -> str:
        """What the rule asks for."""
        return (self.check.__doc__ or "").strip()

    def violations(self, act: Act) -> list[str]:
        """What is wrong with ``act``; what cannot be found is."""
        try:
            return list(self.check(act))
        except MissingError as missing:
            return [f"not found: {missing}"]


RULES: dict[str, Rule] = {}
"""Every rule by its name; filled by the modules of this folder."""


def rule(name: str, clause: str, practice: bool = False) -> Callable[[Check], Check]:
    """Enters a check as the rule ``name``."""

    def enter(check: Check) -> Check:
        assert name not in RULES, name
        RULES[name] = Rule(name, clause, practice, check)
        return check

    return enter
