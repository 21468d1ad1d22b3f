"""Syntax errors of lists: below a sentence without a key, or on the line of their key."""

from __future__ import annotations

from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording
from cchc.patterns import deferred
from cchc.source import Span
from cchc.syntax.glued import MARKER, glued_in
from cchc.syntax.quoting import KEY, indentation, lead_length
from cchc.syntax.scene import Scene

_KEY_IN_LEAD = deferred(rf"\s*(?:- +)*({KEY}):\s+")


def list_below_text(scene: Scene) -> Diagnostic | None:
    """The same where it is a syntax error: an item holds ``: ``, or the dashes stand below the key itself."""
    source, number = scene.source, scene.number(scene.offset)
    column = indentation(source.line(number))
    if scene.says("mapping values"):
        first = _line_around(scene, number)
    elif scene.says("expected key", "<block end>") and scene.column(scene.offset) == column:
        first = scene.filled_above(number) if _key_above(scene, number) == column else 0
    else:
        return None
    text_at = lead_length(source.line(first)) if first else 0
    if not text_at or not source.line(first)[text_at:]:
        return None
    last = number
    while _goes_on(source.line(last + 1), column):
        last += 1
    start = source.line_start(first) + text_at
    return glued_in(Span(source, start, source.line_start(last) + len(source.line(last))), folded=False)


def _key_above(scene: Scene, number: int) -> int | None:
    """The column of the key in the line above ``number``."""
    above = _KEY_IN_LEAD.match(scene.source.line(scene.filled_above(number) or number))
    return above.start(1) if above else None


def _line_around(scene: Scene, number: int) -> int:
    """The nearest line above ``number`` that is indented less; 0 where there is none."""
    column = indentation(scene.source.line(number))
    above = scene.filled_above(number)
    while above and indentation(scene.source.line(above)) >= column:
        above = scene.filled_above(above)
    return above


def _goes_on(line: str, column: int) -> bool:
    """Whether ``line`` belongs to a list whose markers stand in ``column``."""
    return indentation(line) > column or (indentation(line) == column and MARKER.match(line) is not None)


LIST_BESIDE_KEY = Rule(
    code="Y053",
    name="list-beside-key",
    severity=Severity.ERROR,
    message=Wording(
        "danh sách không được bắt đầu trên cùng dòng với khóa",
        "a list cannot begin on the line of its key",
    ),
    hint=Wording(
        "xuống dòng trước dấu “- ”; nếu dấu gạch thuộc về câu văn thì đặt cả câu trong dấu ngoặc kép",
        "begin a new line before “- ”; if the dash belongs to a sentence, put the sentence in double quotes",
    ),
    reason=Wording(
        "trên dòng của khóa YAML đợi một giá trị, chưa phải danh sách",
        "on a key's own line YAML expects a value, and no list yet",
    ),
    example=Example(
        wrong="body:\n  - title: Giải pháp\n    bullets: - Rà soát thủ tục",
        right="body:\n  - title: Giải pháp\n    bullets:\n      - Rà soát thủ tục",
    ),
)


def list_beside_key(scene: Scene) -> Diagnostic | None:
    """``bullets: - Sở Nội vụ``."""
    if not scene.says("sequence entries are not allowed"):
        return None
    line = scene.line(scene.offset)
    column = scene.column(scene.offset)
    fix = None
    if lead_length(line) == column:
        base = indentation(line) + line[:column].count("- ") * 2
        fix = f"{line[:column].rstrip()}\n{' ' * (base + 2)}{line[column:]}"
    return LIST_BESIDE_KEY.at(scene.span(scene.offset), fix=fix)
