"""Messages of rules as people read them where no value is there yet: ``{value}`` becomes ‹value›."""

from __future__ import annotations

from string import Formatter

from cchc.diagnostics import Language, Wording

_UNNAMED = "…"
_VIETNAMESE = {
    "achieved": "số đã đạt",
    "allowed": "các giá trị",
    "amount": "số tiền",
    "archive": "nơi lưu",
    "around": "thời gian của dòng",
    "baseline": "kết quả đã có",
    "begin": "ngày bắt đầu",
    "bound": "giới hạn",
    "bracket": "dấu ngoặc",
    "brackets": "dấu ngoặc",
    "byte": "giá trị",
    "character": "ký tự",
    "characters": "các ký tự",
    "closing": "dấu đóng",
    "code": "mã",
    "codes": "mã",
    "column": "cột",
    "comment": "chú thích",
    "count": "số lượng",
    "date": "ngày",
    "day": "ngày",
    "decimal": "dấu thập phân",
    "detail": "trường",
    "differing": "chỗ khác",
    "due": "tháng đến hạn",
    "element": "thành phần",
    "encoding": "bảng mã",
    "end": "kết thúc",
    "example": "ví dụ",
    "expected": "số cần có",
    "few": "số lần",
    "field": "trường",
    "file": "tệp",
    "folder": "thư mục",
    "found": "nội dung khác",
    "id": "mã",
    "ids": "các mã",
    "issuer": "cơ quan ban hành",
    "key": "khóa",
    "keys": "các khóa",
    "kind": "loại",
    "label": "nhãn",
    "layout": "bố cục",
    "letter": "chữ cái",
    "letters": "các chữ cái",
    "limit": "giới hạn",
    "line": "dòng",
    "longest": "số lớn nhất",
    "many": "số lần",
    "mark": "dấu",
    "max": "điểm tối đa",
    "missing": "khóa còn thiếu",
    "month": "tháng",
    "most": "số lớn nhất",
    "name": "tên",
    "names": "các tên",
    "number": "số",
    "operand": "mã",
    "other": "giá trị kia",
    "parent": "thành phần",
    "part": "phần",
    "path": "đường dẫn",
    "period": "kỳ kế hoạch",
    "place": "địa danh",
    "plan": "kế hoạch",
    "points": "số điểm",
    "prefix": "quyền hạn",
    "program": "chương trình",
    "proper": "tên đúng",
    "quote": "dấu nháy",
    "rare": "cách ít gặp",
    "reason": "lý do",
    "rest": "phần còn lại",
    "right": "cách viết đúng",
    "seconds": "số",
    "share": "tỷ lệ",
    "short": "chữ viết tắt",
    "sign": "dấu",
    "size": "số",
    "start": "bắt đầu",
    "stated": "số đã ghi",
    "sum": "tổng",
    "symbol": "ký hiệu",
    "tag": "thẻ",
    "target": "mục tiêu",
    "text": "đoạn chữ",
    "title": "tiêu đề",
    "typed": "chữ đã gõ",
    "unit": "đơn vị",
    "usual": "cách hay gặp",
    "value": "giá trị",
    "what": "phần này",
    "whole": "toàn bộ",
    "word": "chữ",
    "words": "chữ",
    "written": "chữ đã gõ",
    "wrong": "ký tự",
    "year": "năm",
    "years": "các năm",
}
"""Others are shown as a gap: an English name says nothing to a Vietnamese reader."""


def legible(wording: Wording, language: Language) -> str:
    """The sentence of a rule with its places named instead of filled."""
    pieces = Formatter().parse(wording.in_(language))
    return "".join(
        words + ("" if name is None else _named(name.removesuffix(f"_{language}"), language))
        for words, name, _, _ in pieces
    )


def _named(name: str, language: Language) -> str:
    if language == "en":
        return f"‹{name.rstrip('_').replace('_', ' ')}›"
    known = _VIETNAMESE.get(name)
    return f"‹{known}›" if known else _UNNAMED
