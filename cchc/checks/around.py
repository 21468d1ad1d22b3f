"""What stands around a name in running text: the act that is cited, quotation marks, a sentence about the past."""

from __future__ import annotations

import re
from functools import lru_cache

from cchc.patterns import deferred
from cchc.registry.citations import citations

_PAST = (
    *("sáp nhập", "hợp nhất", "giải thể", "chấm dứt", "kết thúc hoạt động", "bỏ cấp", "bãi bỏ", "kế thừa", "đổi tên"),
    *("tổ chức lại", "bàn giao", "tiếp nhận nhiệm vụ", "chuyển giao", "chuyển về", "chuyển từ", "nay là", "nguyên là"),
    *("trước đây", "trước khi", "trước thời điểm", "trước ngày", "thời điểm trước", " cũ ", " cũ)", " cũ,", " cũ."),
    *("không còn", "không tổ chức", "sau sắp xếp", "sau khi sắp xếp", "sắp xếp đơn vị hành chính", "sắp xếp đvhc"),
    *("sắp xếp các đơn vị hành chính", "đã ban hành", "đã được", "đã thực hiện", "đã triển khai", "đã đạt"),
)
"""Words of sentences that name what is gone by right."""
_LOOKED_BACK = deferred(
    r"(?:kết quả|số liệu|tổng kết|đánh giá|thực hiện|so với)[^.;\n]*?\bnăm (?P<year>20\d\d)\b", re.IGNORECASE
)
_NAME_OF_ACT = deferred(
    r"[\s,]*(?:V/v|về\b|ban hành|phê duyệt|quy định|sửa đổi|bổ sung|công bố|hướng dẫn|giao\b|thực hiện|triển khai|"
    r"cải cách|chuyển đổi)",
    re.IGNORECASE,
)
"""How the words begin that are the name of an act behind its number, day and issuer."""
_QUOTES = (("“", "”"), ("‘", "’"), ("«", "»"))


def sentence_at(joined: str, offset: int) -> str:
    """The sentence around ``offset``; a line break ends one, a semicolon does not."""
    begin = max(joined.rfind("\n", 0, offset), joined.rfind(". ", 0, offset)) + 1
    ends = [end for end in (joined.find("\n", offset), joined.find(". ", offset)) if end >= 0]
    return joined[begin : min(ends, default=len(joined))]


def is_of_the_past(sentence: str, first_year: int) -> bool:
    """Whether ``sentence`` speaks of what was: a merger, a former name, the result of a year before ``first_year``."""
    lowered = f"{sentence.lower()} "
    if any(words in lowered for words in _PAST):
        return True
    back = _LOOKED_BACK.search(sentence) if "năm 20" in lowered else None
    return back is not None and int(back["year"]) < first_year


def is_quoted(text: str, offset: int) -> bool:
    """Whether ``offset`` stands between quotation marks."""
    before = text[:offset]
    opened = any(before.rfind(mark) > before.rfind(end) for mark, end in _QUOTES)
    return opened or (before.count('"') % 2 == 1 and '"' in text[offset:])


def is_in_cited_act(text: str, offset: int) -> bool:
    """Whether ``offset`` stands in the citation of an act: its number, its issuer, or its name behind these."""
    return any(start <= offset < end for start, end in _cited(text)) if "/" in text else False


@lru_cache(maxsize=1024)
def _cited(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(
        (found.whole.start, _end_of_name(text, max(found.whole.end, found.issuer_at.end))) for found in citations(text)
    )


def _end_of_name(text: str, at: int) -> int:
    """The end of the act's name, where one begins ``at``: a sign that ends a list or a sentence."""
    if not _NAME_OF_ACT.match(text, at):
        return at
    ends = [end for sign in (";", "\n", ". ") if (end := text.find(sign, at)) >= 0]
    return min(ends, default=len(text))
