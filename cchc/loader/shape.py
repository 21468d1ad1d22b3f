"""What pydantic refuses, said in the author's words and at the place in the author's file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from cchc.diagnostics import Diagnostic, Rule, Severity, Wording
from cchc.source import KeyPath, SourceMap
from cchc.suggestions import suggestion


def _rule(code: str, name: str, vi: str, en: str, hint_vi: str = "", hint_en: str = "") -> Rule:
    hint = Wording(hint_vi, hint_en) if hint_vi else None
    return Rule(code, name, Severity.ERROR, Wording(vi, en), hint)


UNKNOWN_KEY = _rule("S101", "unknown-key", "không có khóa “{key}” ở đây", "there is no key “{key}” here")
MISSING_KEY = _rule(
    "S102",
    "missing-key",
    "thiếu khóa “{key}”",
    "the key “{key}” is missing",
    "thêm dòng “{key}: …”",
    "add a line “{key}: …”",
)
NO_TEXT = _rule(
    "S103",
    "text-expected",
    "“{key}” cần một đoạn chữ, không phải {found_vi}",
    "“{key}” takes text, not {found_en}",
    "viết nội dung sau dấu hai chấm, hoặc bỏ khóa này",
    "write the text behind the colon, or leave the key out",
)
NO_LIST = _rule(
    "S104",
    "list-expected",
    "“{key}” cần một danh sách, không phải {found_vi}",
    "“{key}” takes a list, not {found_en}",
    "viết mỗi mục trên một dòng riêng, bắt đầu bằng “- ”",
    "write each entry on a line of its own that begins with “- ”",
)
NO_MAPPING = _rule(
    "S105",
    "mapping-expected",
    "“{key}” cần các khóa bên trong, không phải {found_vi}",
    "“{key}” takes keys of its own, not {found_en}",
    "viết các khóa ở những dòng dưới, lùi vào hai dấu cách",
    "write the keys on the lines below, two spaces further in",
)
NO_CHOICE = _rule(
    "S106",
    "unknown-value",
    "“{key}” không nhận giá trị “{value}”",
    "“{key}” does not take “{value}”",
)
NO_NUMBER = _rule(
    "S107",
    "number-expected",
    "“{key}” cần một số hợp lệ, không phải “{value}”",
    "“{key}” takes a sound number, not “{value}”",
    "viết số bằng chữ số, ví dụ 12 hoặc 12.5",
    "write it in digits, such as 12 or 12.5",
)
NO_ID = _rule(
    "S108",
    "bad-id",
    "mã “{value}” không hợp lệ",
    "“{value}” is no id",
    "mã chỉ gồm a–z, 0–9 và dấu gạch nối, ví dụ so-hoa",
    "an id has only a–z, 0–9 and hyphens, such as so-hoa",
)
NO_DATE = _rule(
    "S109",
    "bad-date",
    "“{value}” không phải ngày hợp lệ",
    "“{value}” is no date",
    "viết ngày như 2024-12-30; khi dự thảo có thể chỉ viết tháng: 12/2024",
    "write a day like 2024-12-30; a draft may give only the month: 12/2024",
)
NO_PERIOD = _rule(
    "S110",
    "bad-period",
    "“{value}” không phải kỳ kế hoạch",
    "“{value}” is no period",
    "viết một năm (2025) hoặc một giai đoạn (2021-2025)",
    "write a year (2025) or a span of years (2021-2025)",
)
NO_EXAMPLE = _rule(
    "S111",
    "bad-example",
    "nhãn mẫu “{value}” không có gì để đếm",
    "nothing counts in the example label “{value}”",
    "viết nhãn của dòng đầu tiên, kết thúc bằng số, ví dụ Nhiệm vụ 1",
    "write the label of the first row, which ends in a number, such as Nhiệm vụ 1",
)
EMPTY_COLUMN = _rule(
    "S112",
    "empty-column",
    "cột “{label}” không in ra gì",
    "the column “{label}” shows nothing",
    "thêm “show: …” (một trường của dòng), hoặc các cột con trong “columns:”",
    "add “show: …” (a field of the rows), or columns of its own in “columns:”",
)
NO_WIDTH = _rule(
    "S113",
    "column-without-width",
    "cột “{label}” chưa có độ rộng",
    "the column “{label}” has no width",
    "thêm “width: …”, phần của chiều ngang trang tính trên 100",
    "add “width: …”, its share of the page's width, of 100",
)

_EXPECTED: dict[str, Rule] = {
    "string_type": NO_TEXT,
    "string_too_short": NO_TEXT,
    "tuple_type": NO_LIST,
    "list_type": NO_LIST,
    "too_short": NO_LIST,
    "dict_type": NO_MAPPING,
    "mapping_type": NO_MAPPING,
    "model_type": NO_MAPPING,
    "model_attributes_type": NO_MAPPING,
    "dataclass_type": NO_MAPPING,
    "bool_parsing": NO_CHOICE,
    "string_pattern_mismatch": NO_ID,
}
_OF_VALUE: dict[str, Rule] = {
    "date": NO_DATE,
    "period": NO_PERIOD,
    "example": NO_EXAMPLE,
    "shows nothing": EMPTY_COLUMN,
    "no width": NO_WIDTH,
}
KnownKeys = Callable[[KeyPath], tuple[str, ...]]


def shape_diagnostics(
    error: ValidationError, data: Any, places: SourceMap, model: type[Any]
) -> Iterator[tuple[KeyPath, Diagnostic]]:
    """The diagnostics of ``error``, each with the path of the value that it speaks of.

    ``data`` is what was validated: pydantic's places hold steps (tags, keys filled in) that the file has not.
    """
    for details in error.errors(include_url=False):
        path = written_path(details["loc"], data)
        yield path, _diagnostic(details, path, places, model)


def written_path(loc: tuple[str | int, ...], data: Any) -> KeyPath:
    """The part of ``loc`` that leads through ``data`` as it was written; a last key that is missing is kept."""
    path: list[str | int] = []
    value = data
    for index, step in enumerate(loc):
        if isinstance(value, dict) and isinstance(step, str):
            if step in value:
                path.append(step)
                value = value[step]
            elif index == len(loc) - 1:
                path.append(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            path.append(step)
            value = value[step]
    return tuple(path)


def _diagnostic(details: ErrorDetails, path: KeyPath, places: SourceMap, model: type[Any]) -> Diagnostic:
    kind, value = details["type"], details.get("input")
    key = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    if kind == "missing":
        return MISSING_KEY.at(places.key(path[:-1]), key=details["loc"][-1])
    if kind in ("extra_forbidden", "unexpected_keyword_argument"):
        name = str(details["loc"][-1])
        return UNKNOWN_KEY.at(places.key(path), key=name, hint=suggestion(name, _keys_at(model, details["loc"][:-1])))
    if kind == "literal_error":
        choices = tuple(part.strip("'") for part in details["ctx"]["expected"].replace(" or ", ", ").split(", "))
        return NO_CHOICE.at(places.value(path), key=key, value=_shown(value), hint=suggestion(str(value), choices))
    if kind == "value_error":
        rule = _OF_VALUE[str(details["ctx"]["error"])]
        label = value.get("label", "") if isinstance(value, dict) else ""
        return rule.at(places.value(path), value=_shown(value), label=label)
    rule = _EXPECTED.get(kind, NO_NUMBER)
    found_vi, found_en = _found(value)
    hint = suggestion(str(value), ("true", "false")) if rule is NO_CHOICE else None
    return rule.at(places.value(path), key=key, value=_shown(value), found_vi=found_vi, found_en=found_en, hint=hint)


def _shown(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _found(value: Any) -> tuple[str, str]:
    match value:
        case None | "":
            return "chỗ trống", "nothing"
        case dict():
            return "các khóa", "keys"
        case list() | tuple():
            return "một danh sách", "a list"
        case _:
            return "một đoạn chữ", "text"


def _keys_at(model: type[Any], loc: tuple[str | int, ...]) -> tuple[str, ...]:
    """The keys that the model at ``loc`` knows, following the types of the fields on the way."""
    current: Any = model
    for step in loc:
        if isinstance(step, str) and (annotation := _annotations(current).get(step)) is not None:
            current = annotation
    known = [name for candidate in _models(current) for name in _annotations(candidate)]
    return tuple(dict.fromkeys(known))


def _annotations(annotation: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for model in _models(annotation):
        if issubclass(model, BaseModel):
            found |= {name: info.annotation for name, info in model.model_fields.items()}
        else:
            found |= {entry.name: entry.type for entry in fields(model)}
    return found


def _models(annotation: Any) -> Iterator[type[Any]]:
    if isinstance(annotation, type) and (issubclass(annotation, BaseModel) or is_dataclass(annotation)):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)
