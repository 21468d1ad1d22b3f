"""What pydantic refuses, said in the author's words and at the place in the author's file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from cchc.diagnostics import Diagnostic, Rule, Wording, excerpt
from cchc.loader import declaration_rules, layout_rules, rules
from cchc.loader.corrections import as_list, as_title
from cchc.loader.known_keys import KnownKeys, keys_at, meant_key
from cchc.model.show import read_show
from cchc.source import KeyPath, SourceMap, Span
from cchc.suggestions import suggestion

_EXPECTED: dict[str, Rule] = {
    "string_type": rules.NO_TEXT,
    "string_too_short": rules.NO_TEXT,
    "tuple_type": rules.NO_LIST,
    "list_type": rules.NO_LIST,
    "too_short": rules.NO_LIST,
    "dict_type": rules.NO_MAPPING,
    "mapping_type": rules.NO_MAPPING,
    "model_type": rules.NO_MAPPING,
    "model_attributes_type": rules.NO_MAPPING,
    "dataclass_type": rules.NO_MAPPING,
    "bool_parsing": rules.NO_CHOICE,
    "string_pattern_mismatch": rules.NO_ID,
}
_OF_VALUE: dict[str, Rule] = {
    "date": rules.NO_DATE,
    "period": rules.NO_PERIOD,
    "example": layout_rules.NO_EXAMPLE,
    "shows nothing": layout_rules.EMPTY_COLUMN,
    "no width": layout_rules.NO_WIDTH,
    "no titles": layout_rules.NO_TITLES,
    "shown twice": layout_rules.SHOWN_TWICE,
    "brace": declaration_rules.STRAY_BRACE,
    "no choices": declaration_rules.NO_CHOICES,
    "no words": declaration_rules.NO_WORDS,
    "letters": declaration_rules.NO_ALPHABET,
    "key": rules.NO_KEY,
    "field name": declaration_rules.NO_FIELD_NAME,
    "field taken": declaration_rules.TAKEN_NAME,
}
_UNKNOWN_KEYS = ("extra_forbidden", "unexpected_keyword_argument")
_BOUNDS = {"greater_than_equal": ("≥ {}", "ge"), "less_than_equal": ("≤ {}", "le")}
_NOT_A_KEY = "[key]"
_TRUTHS = ("true", "false")


class Refusal(NamedTuple):
    """One thing that has the wrong shape: what to say, at which ``path`` it stands.

    ``missing`` names the key that is not there, ``meant`` the one that an unknown key stands for; ``unknown`` tells
    an unknown key, with the ``keys`` that may stand in its place.
    """

    path: KeyPath
    diagnostic: Diagnostic
    missing: str | None = None
    unknown: bool = False
    meant: str | None = None
    keys: KnownKeys | None = None


def refusals(error: ValidationError, data: Any, places: SourceMap, model: type[Any]) -> Iterator[Refusal]:
    """What ``error`` says of ``data``, which was to be a ``model``."""
    for details in error.errors(include_url=False):
        bad_key = details["loc"][-1:] == (_NOT_A_KEY,)
        kind = details["type"]
        path = written_path(details["loc"][:-1] if bad_key else details["loc"], data, lacks_last=kind == "missing")
        if kind == "too_short" and details["input"]:
            continue  # there are entries, and each is refused for itself
        if bad_key and kind == "value_error":
            yield Refusal(path, _OF_VALUE[str(details["ctx"]["error"])].at(places.key(path), value=str(path[-1])))
        elif bad_key:
            yield _no_such_choice(details, path, places)
        elif kind == "missing":
            yield _missing(str(details["loc"][-1]), path, places)
        elif kind in _UNKNOWN_KEYS:
            yield _unknown(path, keys_at(model, details["loc"][:-1]), places)
        else:
            yield Refusal(path, _diagnostic(details, path, places, model))


def written_path(loc: tuple[str | int, ...], data: Any, *, lacks_last: bool = False) -> KeyPath:
    """The part of ``loc`` that leads through ``data`` as it was written; ``lacks_last``: its last key is missing there.

    pydantic's places hold steps (tags, keys filled in) that the file has not.
    """
    path: list[str | int] = []
    value = data
    for index, step in enumerate(loc):
        if isinstance(value, dict) and isinstance(step, str):
            if step in value:
                path.append(step)
                value = value[step]
            elif lacks_last and index == len(loc) - 1:
                path.append(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            path.append(step)
            value = value[step]
    return tuple(path)


def _missing(name: str, path: KeyPath, places: SourceMap) -> Refusal:
    holder = path[:-1] if path[-1:] == (name,) else path
    return Refusal(
        (*holder, name), rules.MISSING_KEY.at(_heading(holder, places), keys=f"“{name}”", key=name), missing=name
    )


def _heading(holder: KeyPath, places: SourceMap) -> Span:
    """Where the mapping at ``holder`` is named: its own key, else the first key inside it."""
    if holder in places.keys:
        return places.keys[holder]
    inside = (span for path, span in places.keys.items() if path[:-1] == holder)
    return min(inside, key=lambda span: span.start, default=places.value(holder))


def _unknown(path: KeyPath, keys: KnownKeys, places: SourceMap) -> Refusal:
    name = str(path[-1])
    meant = meant_key(name, keys)
    hint = suggestion(meant or name, (meant,) if meant else keys)
    diagnostic = rules.UNKNOWN_KEY.at(places.key(path), key=name, hint=hint)
    return Refusal(path, diagnostic, unknown=True, meant=meant, keys=keys)


def _no_such_choice(details: ErrorDetails, path: KeyPath, places: SourceMap) -> Refusal:
    return _unknown(path, dict.fromkeys(_choices(details), ""), places)


def _choices(details: ErrorDetails) -> tuple[str, ...]:
    expected = str(details["ctx"]["expected"])
    return tuple(part.strip("'") for part in expected.replace(" or ", ", ").split(", "))


def _diagnostic(details: ErrorDetails, path: KeyPath, places: SourceMap, model: type[Any]) -> Diagnostic:
    kind, value, place = details["type"], details.get("input"), places.value(path)
    key = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    if kind == "literal_error":
        return rules.NO_CHOICE.at(place, key=key, value=excerpt(value), hint=suggestion(str(value), _choices(details)))
    if kind == "value_error":
        return _of_value(str(details["ctx"]["error"]), value, path, places)
    if kind in _BOUNDS:
        return _out_of_range(details, path, places, key)
    rule = _EXPECTED.get(kind, rules.NO_NUMBER)
    if rule is rules.NO_CHOICE:
        return rule.at(place, key=key, value=excerpt(value), hint=suggestion(str(value), _TRUTHS))
    if rule in (rules.NO_TEXT, rules.NO_LIST, rules.NO_MAPPING):
        return _of_kind(rule, value, path, places, keys_at(model, details["loc"]))
    return rule.at(place, key=key, value=excerpt(value))


def _of_value(reason: str, value: Any, path: KeyPath, places: SourceMap) -> Diagnostic:
    """What the models themselves refuse: ``reason`` names it, with a detail after a colon."""
    name, _, detail = reason.partition(": ")
    rule = _OF_VALUE[name]
    place = places.key(path) if isinstance(value, list) else places.value(path)
    if rule is layout_rules.SHOWN_TWICE:
        _, second, *_ = _showing(detail, value, path)
        place = places.value(second).of(detail)
    label = value.get("label", "") if isinstance(value, dict) else ""
    return rule.at(place, value=excerpt(value), label=label, detail=detail)


def _showing(field: str, columns: list[Any], path: KeyPath) -> Iterator[KeyPath]:
    """Where the columns at ``path`` and those below them show ``field``, in their order."""
    for index, column in enumerate(columns):
        here, show = (*path, index, "show"), column.get("show")
        lines = [((*here, line), text) for line, text in enumerate(show)] if isinstance(show, list) else [(here, show)]
        for where, text in lines:
            yield from (where for shown in read_show(text).fields if shown == field)
        yield from _showing(field, column.get("columns", []), (*path, index, "columns"))


def _out_of_range(details: ErrorDetails, path: KeyPath, places: SourceMap, key: str) -> Diagnostic:
    allowed, bound = _BOUNDS[details["type"]]
    return rules.OUT_OF_RANGE.at(
        places.value(path),
        key=key,
        value=excerpt(details["input"]),
        allowed=allowed.format(f"{details['ctx'][bound]:g}"),
    )


def _of_kind(rule: Rule, value: Any, path: KeyPath, places: SourceMap, keys: KnownKeys) -> Diagnostic:
    """Text, a list or keys are wanted and something else is there."""
    what, found = _what(path), _found(value)
    fix = None
    if isinstance(value, str) and value:
        if rule is rules.NO_LIST:
            fix = as_list(path, places)
        elif "title" in keys:
            fix = as_title(path, places)
    return rule.at(
        places.value(path),
        fix=fix,
        what_vi=what.vi,
        what_en=what.en,
        found_vi=found.vi,
        found_en=found.en,
        keys=", ".join(keys),
    )


def _what(path: KeyPath) -> Wording:
    if not path:
        return Wording("tệp", "the file")
    if isinstance(path[-1], str):
        return Wording(f"“{path[-1]}”", f"“{path[-1]}”")
    key = next((step for step in reversed(path) if isinstance(step, str)), None)
    if key is None:
        return Wording("mỗi mục", "each entry")
    return Wording(f"mỗi mục của “{key}”", f"each entry of “{key}”")


def _found(value: Any) -> Wording:
    match value:
        case None | "":
            return Wording("chỗ trống", "nothing")
        case dict():
            return Wording("các khóa", "keys")
        case list() | tuple():
            return Wording("một danh sách", "a list") if value else Wording("một danh sách trống", "an empty list")
        case _:
            return Wording("một đoạn chữ", "text")
