"""Comments by which an author lets a finding stand in a part of the file: ``# cchc: allow N104 vì …``."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from cchc.diagnostics import Diagnostic, Example, Rule, Severity, Wording, excerpt
from cchc.patterns import deferred
from cchc.source import Source, SourceMap, Span

_EXAMPLE = "theme: “Chính quyền số”  # cchc: allow D104 vì bản gốc in hai lần dấu ngoặc"
UNREADABLE = Rule(
    "Q101",
    "unreadable-allowance",
    Severity.WARNING,
    Wording(
        "không hiểu chú thích “{words}”, nên nó không có tác dụng", "“{words}” is not understood and has no effect"
    ),
    Wording("viết: # cchc: allow G101 vì (lý do)", "write: # cchc: allow G101 because (reason)"),
    Wording(
        "chú thích bắt đầu bằng “cchc:” là lời dặn chương trình; viết sai mà không báo thì tưởng là có tác dụng",
        "a comment that begins with “cchc:” speaks to the program; misspelled and unsaid, it would seem to have effect",
    ),
    Example("theme: “Chính quyền số”  # cchc: bỏ qua D104", _EXAMPLE),
)
NO_REASON = Rule(
    "Q102",
    "allowance-without-reason",
    Severity.WARNING,
    Wording(
        "bỏ qua {codes} mà không nói vì sao, nên chưa có tác dụng", "{codes} is allowed without a reason: no effect yet"
    ),
    Wording("thêm lý do: # cchc: allow {codes} vì …", "add the reason: # cchc: allow {codes} because …"),
    Wording(
        "người đọc sau phải biết vì sao cảnh báo được bỏ qua", "whoever reads it next must see why the finding stands"
    ),
    Example("theme: “Chính quyền số”  # cchc: allow D104", _EXAMPLE),
)
UNUSED = Rule(
    "Q103",
    "unused-allowance",
    Severity.WARNING,
    Wording("không còn {code} ở phần này", "there is no {code} in this part any more"),
    Wording("bỏ chú thích này", "remove the comment"),
    Wording(
        "một chú thích còn sót lại sẽ che một lỗi sau này", "an allowance left behind would hide a mistake made later"
    ),
    Example("theme: Chính quyền số  # cchc: allow D104 vì bản gốc in hai lần dấu ngoặc", "theme: Chính quyền số"),
)
TO_REVIEW = Rule(
    "Q108",
    "left-to-review",
    Severity.WARNING,
    Wording("còn chỗ phải xem lại: {what}", "still to be reviewed: {what}"),
    Wording("sửa chỗ này nếu cần, rồi xóa dòng chú thích", "change the place if need be, then delete the comment"),
    Wording(
        "cchc new --from chỉ tự đổi những gì chắc chắn; lời văn còn nói về kỳ cũ, cơ quan hay địa phương không còn thì "
        "được đánh dấu, và chưa ai xem thì chưa nên ký",
        "cchc new --from changes only what is certain; prose that still speaks of the old period, of a body or a unit "
        "that is gone is marked, and what nobody has looked at should not be signed",
    ),
    Example(
        "# cchc: xem lại – năm 2025\ntheme: Năm 2025 là năm chuyển đổi số",
        "theme: Năm 2026 là năm dữ liệu số",
    ),
)

REVIEW = "xem lại"
"""The words with which a comment to the program asks for a review: ``# cchc: xem lại – năm 2025``."""

_COMMENT = deferred(r"#[ \t]*cchc:[ \t]*(?P<words>[^\n]*)")
_ALLOW = deferred(
    r"allow[ \t]+(?P<codes>[A-Z][0-9]{3}(?:[ \t]*,[ \t]*[A-Z][0-9]{3})*)"
    r"(?:[ \t]+(?:vì|because)(?:[ \t]+(?P<reason>\S.*))?)?[ \t\r]*"
)
_CODE = deferred(r"[A-Z][0-9]{3}")
_REVIEW = deferred(rf"(?:{REVIEW}|review)(?!\w)[ \t]*[–:-]?[ \t]*(?P<what>[^\r]*)", re.IGNORECASE)


class Allowance(NamedTuple):
    """Leave to break the rule ``code``, written at ``place``, from ``start`` to ``end`` (exclusive) of its file."""

    code: str
    place: Span
    start: int
    end: int

    def covers(self, found: Diagnostic) -> bool:
        """Whether ``found`` may stand by it."""
        return found.code == self.code and found.span is not None and self.reaches(found.span)

    def reaches(self, span: Span) -> bool:
        """Whether ``span`` begins in the part of the file that it is about."""
        return span.source is self.place.source and self.start <= span.start < self.end


def allowances(source: Source, places: SourceMap) -> Iterator[Allowance | Diagnostic]:
    """The allowances in the comments of ``source``, and what is wrong with such comments.

    One behind a key or an item holds for it and all below it, one on lines of its own for what stands right below
    them, one above the first key for the whole file.
    """
    if "cchc:" not in source.text:
        return
    # Texts and keys lie apart, so the last that begins before a comment is the only one that could hold it.
    texts = sorted(_texts(places))
    starts = [start for start, _ in texts]
    for found in _COMMENT.finditer(source.text):
        index = bisect_right(starts, found.start()) - 1
        if index < 0 or found.start() >= texts[index][1]:
            yield from _read(found, source)


def _texts(places: SourceMap) -> list[tuple[int, int]]:
    """Where texts stand, in which nothing is a comment."""
    holders = {path[:-1] for path in places.values if path}
    spans = [span for path, span in places.values.items() if path not in holders]
    return [(span.start, span.end) for span in (*spans, *places.keys.values())]


def _read(found: re.Match[str], source: Source) -> Iterator[Allowance | Diagnostic]:
    place = Span(source, found.start(), found.end() - (found[0].endswith("\r")))
    allow = _ALLOW.fullmatch(found["words"])
    review = _REVIEW.match(found["words"])
    if review is not None:
        yield TO_REVIEW.at(place, what=excerpt(review["what"].strip() or "…", 160))
    elif allow is None:
        yield UNREADABLE.at(place, words=excerpt(place.text))
    elif allow["reason"] is None:
        yield NO_REASON.at(place, codes=allow["codes"])
    else:
        start, end = _reach(source, *source.position(found.start()))
        for code in _CODE.finditer(allow["codes"]):
            at = found.start("words") + allow.start("codes") + code.start()
            yield Allowance(code[0], Span(source, at, at + len(code[0])), start, end)


def _reach(source: Source, line: int, column: int) -> tuple[int, int]:
    """The offsets between which a comment on ``line`` at ``column`` holds."""
    lines = source.text.split("\n")
    if lines[line - 1][: column - 1].strip():
        first = line
    elif not any(map(_says_something, lines[: line - 1])):
        return 0, len(source.text)
    else:
        first = next((n for n, text in enumerate(lines[line:], start=line + 1) if not text.lstrip().startswith("#")), 0)
    if not first or not lines[first - 1].strip():
        return 0, 0
    return source.line_start(first), source.line_start(_end(lines, first))


def _end(lines: list[str], first: int) -> int:
    """The number of the line before which ends what begins on line ``first``."""
    depth, item = _depth(lines[first - 1]), _is_item(lines[first - 1])
    for number, text in enumerate(lines[first:], start=first + 1):
        if _says_something(text) and _depth(text) <= depth:
            # The items of a key may stand as far out as the key itself.
            if _depth(text) == depth and _is_item(text) and not item:
                continue
            return number
    return len(lines) + 1


def _says_something(line: str) -> bool:
    text = line.strip()
    return bool(text) and not text.startswith("#")


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _is_item(line: str) -> bool:
    text = line.strip()
    return text == "-" or text.startswith("- ")
