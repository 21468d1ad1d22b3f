"""The labels of a table's rows, counted from the examples of its layout."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cchc.language.enumerators import Enumerator
from cchc.model.inheritance import PlacedRow
from cchc.model.row_rules import NEVER, RowRule, RowRules

_PLAIN = RowRule.model_construct(label=None, style="plain", restart=None, cells=None)


@dataclass(slots=True)
class _Level:
    """How far the rows under one parent have been counted, and the rules in force there."""

    rules: RowRules
    numbers: tuple[int, ...]
    key_depths: Mapping[str, int]
    ordinals: dict[str, int] = field(default_factory=dict)


class RowLabels:
    """Gives each row of a table, asked in printing order, its rule and its label."""

    def __init__(self, rules: RowRules, relabelled: RowRules | None, alphabet: str) -> None:
        self._alphabet = alphabet
        self._levels = [_Level(_merged(rules, relabelled) if relabelled else rules, (), {})]
        self._counters: dict[tuple[str, str], int] = {}
        """Of rules that count on over their parents: how far, by key and the label at which they begin anew."""

    def of(self, placed: PlacedRow) -> tuple[RowRule, str]:
        """The rule and the label of ``placed``; the label is empty where it has none."""
        del self._levels[placed.depth + 1 :]
        level = self._levels[-1]
        rule = _rule(level, placed.key)
        if placed.continues:
            return rule, ""
        label, numbers = self._label(placed, rule, level)
        if placed.holds_rows:
            self._levels.append(_inner_level(placed, level, numbers))
        return rule, label

    def _label(self, placed: PlacedRow, rule: RowRule, level: _Level) -> tuple[str, tuple[int, ...]]:
        """The row's label, and the numbers that the rows below build on."""
        own = placed.row.label
        if own == "none" or (own is None and rule.label is None):
            return "", level.numbers
        if rule.label is not None and not any(map(str.isalnum, rule.label)):
            return own or rule.label, level.numbers
        ordinal = self._ordinal(placed.key, rule, level)
        if rule.label is None:
            return own or "", (*level.numbers, ordinal)
        self._begin_anew(rule.label)
        enumerator = Enumerator.read(rule.label, self._alphabet)
        label = own or enumerator.label((*level.numbers, ordinal))
        return label, (*level.numbers, enumerator.number(ordinal))

    def _ordinal(self, key: str, rule: RowRule, level: _Level) -> int:
        if rule.restart is None:
            level.ordinals[key] = level.ordinals.get(key, 0) + 1
            return level.ordinals[key]
        counter = (key, rule.restart)
        self._counters[counter] = self._counters.get(counter, 0) + 1
        return self._counters[counter]

    def _begin_anew(self, label: str) -> None:
        for counter in self._counters:
            if counter[1] == label and counter[1] != NEVER:
                self._counters[counter] = 0


def _inner_level(placed: PlacedRow, level: _Level, numbers: tuple[int, ...]) -> _Level:
    depths = {**level.key_depths, placed.key: level.key_depths.get(placed.key, 0) + 1}
    relabelled = placed.row.rows
    if relabelled is None:
        return _Level(level.rules, numbers, depths)
    # What a row says of a key replaces the layout's rules from their first depth on.
    kept = {key: depth for key, depth in depths.items() if key not in relabelled.model_fields_set}
    return _Level(_merged(level.rules, relabelled), numbers, kept)


def _merged(outer: RowRules, inner: RowRules) -> RowRules:
    return RowRules.model_copy(outer, update={key: getattr(inner, key) for key in inner.model_fields_set})


def _rule(level: _Level, key: str) -> RowRule:
    rules: tuple[RowRule, ...] | None = getattr(level.rules, key)
    if not rules:
        return _PLAIN
    return rules[min(level.key_depths.get(key, 0), len(rules) - 1)]
