"""A project's settings: ``cchc.toml``, or ``[tool.cchc]`` of ``pyproject.toml``."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, cast

from cchc.diagnostics import Diagnostic, Language, Rule, Severity, Wording
from cchc.language.folding import nearest, nfc
from cchc.patterns import deferred
from cchc.source import Source, Span
from cchc.suggestions import did_you_mean
from cchc.workspace.reading import read_file

FILES = {"cchc.toml": "", "pyproject.toml": "tool.cchc"}
"""The files that may hold settings, the first before the second, with the heading of the table there."""
KEYS = ("out", "templates", "lang", "baseline", "rules")
OFF = "off"
LEVELS = (OFF, *Severity)
"""What a project may make of a rule."""

BAD_TOML = Rule(
    code="W302",
    name="settings-syntax",
    severity=Severity.ERROR,
    message=Wording("tệp cài đặt sai cú pháp TOML: {reason}", "the settings are no valid TOML: {reason}"),
    hint=Wording("sửa dòng này; chuỗi phải ở trong ngoặc kép", "correct this line; a text stands in quotation marks"),
    reason=Wording(
        "cài đặt không đọc được thì lệnh chạy khác ý người dùng",
        "with settings that cannot be read a command would do other than was meant",
    ),
)
UNKNOWN_KEY = Rule(
    code="W303",
    name="unknown-setting",
    severity=Severity.WARNING,
    message=Wording("không có cài đặt nào tên “{key}”", "there is no setting “{key}”"),
    hint=Wording("các cài đặt: {keys}", "the settings are {keys}"),
    reason=Wording(
        "một khóa viết sai không có tác dụng, và người dùng tưởng đã cài đặt",
        "a misspelled key has no effect, and its author believes that it is set",
    ),
)
BAD_VALUE = Rule(
    code="W304",
    name="setting-value",
    severity=Severity.ERROR,
    message=Wording("cài đặt “{key}” không thể là {value}", "the setting “{key}” cannot be {value}"),
    hint=Wording("“{key}” nhận {wanted_vi}", "“{key}” takes {wanted_en}"),
    reason=Wording(
        "giá trị lạ không biết hiểu thế nào; đoán thì có thể ghi nhầm chỗ",
        "of another value nobody knows what it means, and a guess might write to the wrong place",
    ),
)
NOT_UTF8 = Rule(
    code="W305",
    name="settings-encoding",
    severity=Severity.ERROR,
    message=Wording("tệp cài đặt {path} không phải là văn bản UTF-8", "the settings {path} are no text in UTF-8"),
    hint=Wording("lưu lại tệp với bảng mã UTF-8", "save the file as UTF-8"),
    reason=Wording("tên thư mục có dấu trong tệp ấy sẽ đọc sai", "accented names of folders in it would be misread"),
)

_A_FOLDER = Wording('đường dẫn một thư mục, ví dụ "out"', 'the path of a folder, for example "out"')
_A_LANGUAGE = Wording('"vi" hoặc "en"', '"vi" or "en"')
_A_FILE = Wording(
    'đường dẫn một tệp, ví dụ "plans/_baseline.json"', 'the path of a file, for example "plans/_baseline.json"'
)
_RULES = Wording('một bảng, ví dụ G101 = "off"', 'a table, for example G101 = "off"')
_A_LEVEL = Wording(*(f'"{", ".join(LEVELS[:-1])}" {word} "{LEVELS[-1]}"' for word in ("hoặc", "or")))
_WANTED = {"lang": _A_LANGUAGE, "baseline": _A_FILE, "rules": _RULES}
_PLACE_IN_MESSAGE = deferred(r" ?\(at (?:line (\d+), column (\d+)|end of document)\)")


class RuleSetting(NamedTuple):
    """What the settings make of the rule ``code``: a severity, or "off"; ``place`` is that of the code."""

    code: str
    level: str
    place: Span


class Settings(NamedTuple):
    """What a project says once for every command; None where it says nothing. Paths are relative to its root."""

    out: str | None = None
    templates: str | None = None
    lang: Language | None = None
    baseline: str | None = None
    rules: tuple[RuleSetting, ...] = ()


def read_settings(root: Path) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """The settings of the project at ``root`` and what is wrong with them.

    ``cchc.toml`` is taken before ``pyproject.toml``. A setting that is wrong counts as not given. Raises
    WorkspaceError where a file is there and cannot be read.
    """
    return settings_in(lambda name: read_file(root / name) if (root / name).is_file() else None)


def settings_in(contents: Callable[[str], bytes | None]) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """As ``read_settings``, of a folder whose files ``contents`` reads by name; None where it has none of that name."""
    for name, heading in FILES.items():
        data = contents(name)
        if data is None:
            continue
        # a pyproject.toml that does not speak of us is none of ours, not even its mistakes; and TOML costs 10 ms
        if heading.encode() in data:
            return _parsed(data, name, heading)
    return Settings(), ()


def _parsed(data: bytes, name: str, heading: str) -> tuple[Settings, tuple[Diagnostic, ...]]:
    import tomllib

    try:
        source = Source(name, nfc(data.decode("utf-8-sig")).replace("\r\n", "\n"))
    except UnicodeDecodeError:
        return Settings(), (NOT_UTF8.at(None, path=name),)
    try:
        table = _below(tomllib.loads(source.text), heading)
    except tomllib.TOMLDecodeError as error:
        return Settings(), (_syntax_error(str(error), source),)
    return _settings(table, source, heading), tuple(_problems(table, source, heading))


def _below(table: dict[str, object], heading: str) -> dict[str, object]:
    """The table ``[heading]``; the whole file where the heading is empty."""
    for key in filter(None, heading.split(".")):
        inner = table.get(key)
        table = cast("dict[str, object]", inner) if isinstance(inner, dict) else {}
    return table


def _syntax_error(message: str, source: Source) -> Diagnostic:
    """tomllib gives the place inside its message only."""
    place = _PLACE_IN_MESSAGE.search(message)
    reason = _PLACE_IN_MESSAGE.sub("", message)
    if place is None or place[1] is None:
        end = len(source.text.rstrip())
        return BAD_TOML.at(Span(source, end, end), reason=reason)
    lines = source.text.split("\n")
    line, column = int(place[1]), int(place[2])
    start = sum(len(text) + 1 for text in lines[: line - 1]) + column - 1
    return BAD_TOML.at(Span(source, start, min(start + 1, len(source.text))), reason=reason)


def _problems(table: dict[str, object], source: Source, heading: str) -> Iterator[Diagnostic]:
    for key, value in table.items():
        span = _key_span(key, source, heading)
        if key not in KEYS:
            meant = nearest(key, KEYS)
            hint = did_you_mean(f"“{meant}”") if meant else None
            yield UNKNOWN_KEY.at(span, hint=hint, key=key, keys=", ".join(KEYS))
        elif not _fits(key, value):
            yield _bad_value(key, value, span, _WANTED.get(key, _A_FOLDER))
        elif isinstance(value, dict):
            for code, level in value.items():
                if level not in LEVELS:
                    yield _bad_value(code, level, _rule_span(code, source, heading), _A_LEVEL)


def _bad_value(key: str, value: object, span: Span, wanted: Wording) -> Diagnostic:
    shown = f'"{value}"' if isinstance(value, str) else str(value)
    return BAD_VALUE.at(span, key=key, value=shown, wanted_vi=wanted.vi, wanted_en=wanted.en)


def _fits(key: str, value: object) -> bool:
    if key == "rules":
        return isinstance(value, dict)
    return value in ("vi", "en") if key == "lang" else isinstance(value, str) and bool(value.strip())


def _settings(table: dict[str, object], source: Source, heading: str) -> Settings:
    fitting = {key: value for key, value in table.items() if key in KEYS and _fits(key, value)}
    rules = cast("dict[str, object]", fitting.get("rules", {}))
    return Settings(
        out=cast("str | None", fitting.get("out")),
        templates=cast("str | None", fitting.get("templates")),
        lang=cast("Language | None", fitting.get("lang")),
        baseline=cast("str | None", fitting.get("baseline")),
        rules=tuple(
            RuleSetting(code, str(level), _rule_span(code, source, heading))
            for code, level in rules.items()
            if level in LEVELS
        ),
    )


def _rule_span(code: str, source: Source, heading: str) -> Span:
    """Where the rule ``code`` is written, in a table of its own or in braces."""
    table = f"{heading}.rules" if heading else "rules"
    below = max(source.text.find(f"[{table}]"), 0)
    found = re.compile(rf"""["']?\b({re.escape(code)})["']?[ \t]*=""").search(source.text, below)
    return Span(source, found.start(1), found.end(1)) if found else _key_span("rules", source, heading)


def _key_span(key: str, source: Source, heading: str) -> Span:
    """Where ``key`` is written below ``heading``: TOML's own parser keeps no places."""
    below = source.text.find(f"[{heading}]") if heading else 0
    found = re.compile(rf"""^[ \t]*["']?({re.escape(key)})["']?[ \t]*[=.]""", re.MULTILINE).search(
        source.text, max(below, 0)
    )
    return Span(source, found.start(1), found.end(1)) if found else Span(source, max(below, 0), max(below, 0))
