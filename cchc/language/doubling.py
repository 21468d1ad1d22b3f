"""Words typed twice, told apart from reduplication (xa xa) and from two words that meet (quy trình trình)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import eq
from typing import NamedTuple

LONGEST_PHRASE = 6
"""Words of a doubled phrase: a date in full has six."""

_TWICE = """
    xa gần từ thường ngày tháng tuần giờ phút năm người nhà ai đâu nơi dần luôn mãi đời lần rất nhiều chiều sáng tối
    đêm ngành cấp làng bản thôn xã xóm buôn xanh nhanh vừa chung riêng song đều đôi cao thấp nào khăng bừng rưng chuồn
    cào cu ba ù ầm rầm hay lâu hằm chằm đăm lăm trùng lớp tầng hàng điều thỉnh ngàn muôn đinh khư khơi cũng
    hai bốn sáu bảy tám chín mười trăm một không
"""
_REDUPLICATED = frozenset(_TWICE.split())
"""Words that stand twice by right, and numerals."""

_ENDS_AND_BEGINS = """
    trình lực chức chính hiện định tin quyết quan hình tác sản đạo bản lý gia sở bộ công tế án luật số viên nghị tiêu
    chế giá đổi thông hành phí thu dân nghiệp chí độ lượng sách quản vụ phòng thể nhân cách ban đầu điểm động giao học hợp
    kế khoa khu kiểm kinh liên lập loại mạng mẫu môn ngân ngoại nông pháp phát phân quy quyền sự sử tài tâm tập thi
    thực tổ tổng trách trường trị tuyển uỷ ủy văn việc xét xử xuất yếu đề đích đoàn đơn đảng đất đội cải chuyển cơ cứu dịch dự
    giải hóa hội hướng hệ thủ tục tuyên vận xây đồng thành thống tham kết
"""
_JOINING = frozenset(_ENDS_AND_BEGINS.split())
"""Words that end one compound and begin another: “theo quy trình trình Ủy ban”, “thông tin tin cậy”."""

_MEETING = frozenset(
    {("tổ", "chức"), ("chủ", "trì"), ("phối", "hợp"), ("thanh", "tra"), ("kiểm", "tra"), ("xây", "dựng")}
)
"""Words of two syllables that are a noun and a verb: “các cơ quan, tổ chức tổ chức thực hiện”."""

_SIGNS = ',;:.()[]“”"!?…'


class Doubled(NamedTuple):
    """The words that stand twice, once, and the stretch of the text that both fill."""

    words: str
    start: int
    end: int


def doubled(text: str) -> Iterator[Doubled]:
    """The words and phrases of up to six words that stand twice behind each other in ``text``.

    Lines of ``text`` are apart. What stands twice at several places of ``text`` comes as often.
    """
    words = _words(text)
    for length in range(1, LONGEST_PHRASE + 1):
        said: set[tuple[str, ...]] = set()
        for at in _repeated(words, length):
            phrase = tuple(words[at : at + length])
            if phrase not in said and _by_mistake(words, at, length):
                said.add(phrase)
                yield from _places(text, phrase)


def _words(text: str) -> list[str]:
    """The words of ``text``, its signs and its line breaks as words of their own."""
    text = text.replace("\n", " \n ")
    for sign in _SIGNS:
        # A sign inside a word is part of it: 28.4.2023, 08/2024/TT-BNV.
        text = text.replace(f"{sign} ", f" {sign} ").replace(f" {sign}", f" {sign} ")
    return text.split(" ")


def _repeated(words: Sequence[str], length: int) -> Iterator[int]:
    """Where ``length`` words begin that the next ``length`` words repeat."""
    same = bytes(map(eq, words, words[length:]))
    run = b"\1" * length
    at = same.find(run)
    while at >= 0:
        yield at
        at = same.find(run, at + 1)


def _by_mistake(words: Sequence[str], at: int, length: int) -> bool:
    phrase = words[at : at + length]
    if not all(word[:1].isalnum() for word in phrase) or not any(word.isalpha() for word in phrase):
        return False
    if len(set(phrase)) == 1 < length or tuple(phrase) in _MEETING:
        return False
    if length > 1:
        return True
    word = phrase[0].lower()
    if word in _REDUPLICATED or len(word) < 2:
        return False
    # A compound that meets another begins small: “cơ sở Sở Nội vụ” is no “Sở Sở”.
    return phrase[0][0].isupper() or word not in _JOINING or _known_once(words, at)


def _known_once(words: Sequence[str], at: int) -> bool:
    """Whether the text has the words around a doubled one elsewhere with it once: “dịch vụ công” for “dịch vụ vụ "
    "công”."""
    if at == 0 or at + 2 >= len(words):
        return False
    before, word, after = words[at - 1], words[at], words[at + 2]
    if not (before.isalpha() and after.isalpha()):
        return False
    return f" {before} {word} {after} " in " ".join(words)


def _places(text: str, phrase: tuple[str, ...]) -> Iterator[Doubled]:
    once = " +".join(map(re.escape, phrase))
    for match in re.finditer(rf"(?<!\w){once} +{once}(?!\w)", text):
        yield Doubled(" ".join(phrase), *match.span())
