"""Messages of rules as people read them where no value is there yet: ``{value}`` becomes ‹value›."""

from __future__ import annotations

import re

from cchc.diagnostics import Language, Wording

_PLACEHOLDER = re.compile(r"(?<!\{)\{(\w+)\}(?!\})")
_UNNAMED = "…"
_VIETNAMESE = {
    "bound": "giới hạn",
    "character": "ký tự",
    "code": "mã",
    "codes": "mã",
    "column": "cột",
    "comment": "chú thích",
    "count": "số lượng",
    "date": "ngày",
    "day": "ngày",
    "element": "thành phần",
    "end": "kết thúc",
    "example": "ví dụ",
    "expected": "số cần có",
    "field": "trường",
    "file": "tệp",
    "folder": "thư mục",
    "found": "nội dung khác",
    "id": "mã",
    "issuer": "cơ quan ban hành",
    "key": "khóa",
    "keys": "các khóa",
    "kind": "loại",
    "label": "nhãn",
    "layout": "bố cục",
    "limit": "giới hạn",
    "line": "dòng",
    "missing": "khóa còn thiếu",
    "month": "tháng",
    "name": "tên",
    "number": "số",
    "other": "giá trị kia",
    "path": "đường dẫn",
    "period": "kỳ kế hoạch",
    "plan": "kế hoạch",
    "program": "chương trình",
    "reason": "lý do",
    "rest": "phần còn lại",
    "start": "bắt đầu",
    "stated": "số đã ghi",
    "sum": "tổng",
    "symbol": "ký hiệu",
    "text": "đoạn chữ",
    "title": "tiêu đề",
    "typed": "chữ đã gõ",
    "unit": "đơn vị",
    "value": "giá trị",
    "what": "phần này",
    "word": "chữ",
    "words": "chữ",
    "written": "chữ đã gõ",
    "year": "năm",
}
"""Others are shown as a gap: an English name says nothing to a Vietnamese reader."""


def legible(wording: Wording, language: Language) -> str:
    """The sentence of a rule with its places named instead of filled."""
    filled = _PLACEHOLDER.sub(
        lambda found: _named(found[1].removesuffix(f"_{language}"), language), wording.in_(language)
    )
    return filled.replace("{{", "{").replace("}}", "}")


def _named(name: str, language: Language) -> str:
    if language == "en":
        return f"‹{name.rstrip('_').replace('_', ' ')}›"
    known = _VIETNAMESE.get(name)
    return f"‹{known}›" if known else _UNNAMED
