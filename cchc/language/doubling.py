"""Words typed twice, told apart from reduplication (xa xa) and from two words that meet (quy trình trình)."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple, TypeAlias

LONGEST_PHRASE = 6
"""Words of a doubled phrase: a date in full has six."""

_TWICE = """
    xa gần từ thường ngày tháng tuần giờ phút năm người nhà ai đâu nơi dần luôn mãi đời lần rất nhiều chiều
    sáng tối đêm ngành cấp làng bản thôn xã xóm buôn xanh nhanh vừa chung riêng song đều đôi cao thấp nào
    khăng bừng rưng chuồn cào cu ba ù ầm rầm hay lâu hằm chằm đăm lăm trùng lớp tầng hàng điều thỉnh ngàn muôn
    đinh khư khơi cũng hai bốn sáu bảy tám chín mười trăm một không
"""
_REDUPLICATED = frozenset(_TWICE.split())
"""Words that stand twice by right, and numerals."""

_ENDS_AND_BEGINS = """
    trình lực chức chính hiện định tin quyết quan hình tác sản đạo bản lý gia sở bộ công tế án luật số viên
    nghị tiêu chế giá đổi thông hành phí thu dân nghiệp chí độ lượng sách quản vụ phòng thể nhân cách ban đầu
    điểm động giao học hợp kế khoa khu kiểm kinh liên lập loại mạng mẫu môn ngân ngoại nông pháp phát phân quy
    quyền sự sử tài tâm tập thi thực tổ tổng trách trường trị tuyển uỷ ủy văn việc xét xử xuất yếu đề đích
    đoàn đơn đảng đất đội cải chuyển cơ cứu dịch dự giải hóa hội hướng hệ thủ tục tuyên vận xây đồng thành
    thống tham kết
"""
_JOINING = frozenset(_ENDS_AND_BEGINS.split())
"""Words that end one compound and begin another: “theo quy trình trình Ủy ban”, “thông tin tin cậy”."""

_MEETING = frozenset(
    {("tổ", "chức"), ("chủ", "trì"), ("phối", "hợp"), ("thanh", "tra"), ("kiểm", "tra"), ("xây", "dựng"), ("cơ", "sở")}
)
"""Words of two syllables that are two words: “các tổ chức tổ chức thực hiện”, “trên cơ sở cơ sở dữ liệu quốc gia”."""

_FUNCTION = (
    *("các", "những", "mọi", "của", "và", "là", "theo", "về", "được", "cho", "với", "trong", "tại", "đến"),
    *("do", "để", "bởi", "vì", "nhằm", "khi", "nếu", "thì", "mà", "trên", "dưới", "bằng", "qua", "đã", "sẽ"),
)
_AT_THE_BEGINNING = {word.capitalize(): word for word in _FUNCTION}
"""Words that begin no name, as a sentence begins with them: “Các các sở”. “Ban ban hành” are two words."""

_AT_ONCE = 100_000
"""Characters that are read at once: the words of 10,000 tasks took 83 MB."""

_SIGNS = ',;:.()[]“”"!?…'


_Stand: TypeAlias = Callable[[tuple[str, ...]], bool]
"""Whether words stand in the text one behind the other."""


class _Bare(dict[str, str]):
    """Words without the signs around them, and small where they begin no name: a text has each of them many times."""

    def __missing__(self, written: str) -> str:
        word = written.strip(_SIGNS)
        self[written] = bare = _AT_THE_BEGINNING.get(word, word)
        return bare


class Doubled(NamedTuple):
    """The words that stand twice, once, and the stretch of the text that both fill."""

    words: str
    start: int
    end: int


def doubled(text: str) -> Iterator[Doubled]:
    """The words and phrases of up to six words that stand twice behind each other in ``text``, lines apart."""
    stand = cache(lambda words: _stand(text, words))
    bare = _Bare()
    for start, end in _stretches(text):
        yield from _doubled(text, start, end, bare, stand)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Where what is read at once begins and ends in ``text``: whole lines, as nothing is found across them."""
    start = 0
    while (end := text.find("\n", start + _AT_ONCE)) >= 0:
        yield start, end
        start = end + 1
    yield start, len(text)


def _doubled(text: str, start: int, end: int, bare: _Bare, stand: _Stand) -> Iterator[Doubled]:
    # Words keep their places: a line break counts as a space here and is looked for where something is found.
    written = text[start:end].replace("\n", " ").split(" ")
    alike = list(map(bare.__getitem__, written))
    starts: list[int] = []
    last = -1
    for at, length in _repeated(alike):
        if at < last or not _unparted(written, at, length) or not _by_mistake(alike, at, length, stand):
            continue
        starts = starts or list(accumulate((len(word) + 1 for word in written), initial=start))
        last = at + 2 * length
        found = _found(text, written, starts, at, length)
        if "\n" not in text[found.start : found.end]:
            yield found


def _repeated(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where a phrase begins that is repeated at once, and of how many words it is."""
    for first, length in _met_again(words):
        for start in range(max(0, first - length + 1), first + 1):
            if words[start : start + length] == words[start + length : start + 2 * length]:
                yield start, length
                break


def _met_again(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The words that come again within the length of a phrase, and how far apart: a repeated phrase has one."""
    met: dict[str, int] = {}
    for at, word in enumerate(words):
        first = met.get(word)
        met[word] = at
        if first is not None and at - first <= LONGEST_PHRASE:
            yield first, at - first


def _unparted(written: Sequence[str], at: int, length: int) -> bool:
    """Whether no sign stands inside: “các sở, các sở” and “thanh tra, kiểm tra, kiểm toán” are lists."""
    first, *inside, last = written[at : at + 2 * length]
    whole = all(word == word.strip(_SIGNS) for word in inside)
    return whole and first.endswith(first.strip(_SIGNS)) and last.startswith(last.strip(_SIGNS))


def _by_mistake(words: Sequence[str], at: int, length: int, stand: _Stand) -> bool:
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
    return phrase[0][0].isupper() or word not in _JOINING or _known_once(words, at, stand)


def _known_once(words: Sequence[str], at: int, stand: _Stand) -> bool:
    """Whether the words around a doubled one stand elsewhere with it once: “dịch vụ công” for “dịch vụ vụ công”."""
    if at == 0 or at + 2 >= len(words):
        return False
    before, word, after = words[at - 1], words[at], words[at + 2]
    return before.isalpha() and after.isalpha() and stand((before, word, after))


def _stand(text: str, words: tuple[str, ...]) -> bool:
    """Whether ``words`` stand in ``text`` one behind the other, whatever signs are between."""
    signs = f"[{re.escape(_SIGNS)}]*"
    gap = f"{signs}[ \\n]{signs}"
    return re.search(rf"\b{gap.join(map(re.escape, words))}\b", text) is not None


def _found(text: str, written: Sequence[str], starts: Sequence[int], at: int, length: int) -> Doubled:
    """The phrase at ``at`` and its repetition, without the signs around them."""
    last = at + 2 * length - 1
    start = starts[at] + len(written[at]) - len(written[at].lstrip(_SIGNS))
    end = starts[last] + len(written[last].rstrip(_SIGNS))
    return Doubled(text[start : starts[at + length] - 1], start, end)
