"""Rules by what people call them: their code, in whatever letter case, or their name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cchc.cli import words
from cchc.diagnostics import Rule, Wording
from cchc.suggestions import likely


class UnknownRuleError(Exception):
    """A rule that there is not; ``message`` says so, with the nearest one or where they are listed."""

    def __init__(self, message: Wording) -> None:
        super().__init__(message.en)
        self.message = message


def rules_called(names: Iterable[str], rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The ``rules`` with ``names``, each once, in the order of the names. Raises UnknownRuleError."""
    called: Mapping[str, Rule] = {name: rule for rule in rules for name in (rule.code, rule.name)}
    found: dict[str, Rule] = {}
    for name in names:
        rule = called.get(name.upper()) or called.get(name.lower())
        if rule is None:
            raise UnknownRuleError(_unknown(name, called))
        found[rule.code] = rule
    return tuple(found.values())


def _unknown(name: str, known: Iterable[str]) -> Wording:
    way_out = likely(name, known) or words.RULES_ARE_LISTED
    said = words.NO_SUCH_RULE.fill({"name": name})
    return Wording(f"{said.vi}; {way_out.vi}", f"{said.en}; {way_out.en}")
