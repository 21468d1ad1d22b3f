"""What makes two titles alike: their letters, their words without the small ones, one slip, one number."""

import re
from itertools import chain
from operator import ne
from typing import NamedTuple

from cchc.language.folding import bare
from cchc.patterns import deferred


class Likeness(NamedTuple):
    """What a title is compared by, without marks and signs.

    ``words`` are its words and numbers, ``letters`` its letters alone.
    """

    words: tuple[str, ...]
    letters: str

    @property
    def numbers(self) -> str:
        """Its digits alone."""
        return "".join(filter(str.isdigit, "".join(self.words)))

    @property
    def core(self) -> tuple[str, ...]:
        """The words that matter, sorted, with abbreviations written out."""
        return _core(self.words)

    @property
    def core_weight(self) -> int:
        """A number that titles of the same core share, for a fourth of the time; others hardly ever do."""
        return sum(map(_WEIGHTS.__getitem__, self.words[_begin(self.words) :]))

    @property
    def is_step(self) -> bool:
        """Whether it is a step that many tasks have, such as drafting."""
        joined = " ".join(self.words)
        return any(step in joined for step in _STEPS)


class _Plain(dict[int, str]):
    """Characters without marks, in small letters; what is neither letter nor digit becomes a space."""

    def __missing__(self, code: int) -> str:
        plain = bare(chr(code))
        self[code] = found = plain if plain.isalnum() else " "
        return found


_PLAIN = _Plain()


class _PlainWords(dict[str, tuple[str, ...]]):
    """The plain words of what stands between two spaces: titles are made of the same few words."""

    def __missing__(self, written: str) -> tuple[str, ...]:
        self[written] = found = tuple(written.translate(_PLAIN).split())
        return found


class _Letters(dict[str, str]):
    """Plain words without their digits."""

    def __missing__(self, word: str) -> str:
        self[word] = found = word.translate(_NO_DIGITS)
        return found


_PLAIN_WORDS = _PlainWords()
_LETTERS = _Letters()
_NO_DIGITS = {ord(digit): None for digit in "0123456789"}
_SMALL = frozenset(
    (
        "cac",
        "nhung",
        "va",
        "cua",
        "viec",
        "ve",
        "tai",
        "cho",
        "theo",
        "doi",
        "voi",
        "trong",
        "de",
        "duoc",
        "nham",
        "cung",
    )
)
_BEGINNING = frozenset({"tiep tuc", "tang cuong", "day manh", "to chuc", "trien khai", "thuc hien", "cong tac"})
_LONG = {
    short: tuple(long.split())
    for short, long in {
        "tthc": "thu tuc hanh chinh",
        "cchc": "cai cach hanh chinh",
        "ubnd": "uy ban nhan dan",
        "hdnd": "hoi dong nhan dan",
        "qppl": "quy pham phap luat",
        "vbqppl": "van ban quy pham phap luat",
        "cntt": "cong nghe thong tin",
        "cbccvc": "can bo cong chuc vien chuc",
        "csdl": "co so du lieu",
        "dvctt": "dich vu cong truc tuyen",
    }.items()
}
_STEPS = ("du thao", "lay y kien", "soan thao", "de cuong", "ban hanh van ban", "hoi dong")


def likeness(title: str) -> Likeness:
    """What ``title`` is compared by."""
    words = tuple(chain.from_iterable(map(_PLAIN_WORDS.__getitem__, title.split())))
    return Likeness(words, "".join(map(_LETTERS.__getitem__, words)))


def beginning(text: str) -> str:
    """The first letters and digits of ``text``: of two texts with the same words they are the same."""
    return "".join(text[:24].translate(_PLAIN).split())[:8]


class _Weights(dict[str, int]):
    """What words add to the weight of a core: its words in any order add up to the same."""

    def __missing__(self, word: str) -> int:
        kept = () if word in _SMALL else _LONG.get(word, (word,))
        self[word] = weight = sum(hash(each) >> _SPARE_BITS for each in kept)
        return weight


_SPARE_BITS = 10
"""Sums of some hundred hashes without these stay among the small numbers, which are quick to add."""
_WEIGHTS = _Weights()


def _begin(words: tuple[str, ...]) -> int:
    """How many words come before the core."""
    begin = 0
    while len(words) > begin + 2 and f"{words[begin]} {words[begin + 1]}" in _BEGINNING:
        begin += 2
    return begin


def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    kept = [word for word in words[_begin(words) :] if word not in _SMALL]
    if not _LONG.keys().isdisjoint(kept):
        kept = [word for each in kept for word in _LONG.get(each, (each,))]
    kept.sort()
    return tuple(kept)


_SHORTEST_SLIP = 4
"""Shorter words are all near each other: "xã" and "xa", "II" and "III"."""


def is_slip(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether two titles of as many words differ in one word alone, and that by one letter."""
    if sum(map(ne, first, second)) != 1:
        return False
    left, right = next(pair for pair in zip(first, second, strict=True) if pair[0] != pair[1])
    if min(len(left), len(right)) < _SHORTEST_SLIP or not (left.isalpha() and right.isalpha()):
        return False
    return _one_letter_apart(left, right)


def _one_letter_apart(first: str, second: str) -> bool:
    """Whether one letter was changed, added, left out or swapped with its neighbour."""
    short, long = sorted((first, second), key=len)
    if len(long) - len(short) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[at + 1 : at + 2] + short[at : at + 1] + short[at + 2 :]
    return short[at + 1 :] == long[at + 1 :] or swapped == long[at:]


_COUNTED = frozenset(
    (
        *("quy", "nam", "thang", "ngay", "tuan", "dot", "ky", "lan", "doan"),
        *("so", "dieu", "khoan", "diem", "muc", "chuong", "luc", "bieu", "mau", "phan", "tap"),
        *("khoa", "lop", "nhom", "to", "doi", "thu", "loai", "hang", "bac", "buoc", "cap", "do", "de", "chi"),
        *("vung", "khu", "cum", "tuyen", "phuong", "quan", "thon", "ap", "hop", "den"),
    )
)
"""Words before a number that counts a series: quý 1, đợt 2, giai đoạn 2021, Nghị quyết số 76."""


_NUMBER = deferred(r"\d+(?:[.,]\d+)*")


def numbers_apart(first: str, second: str) -> tuple[str, str] | None:
    """The first numbers in which two titles of the same letters differ; None for titles of a series, such as years."""
    apart = None
    numbers = list(_NUMBER.finditer(first)), list(_NUMBER.finditer(second))
    if len(numbers[0]) != len(numbers[1]):
        return None
    for left, right in zip(*numbers, strict=True):
        if left[0] == right[0]:
            continue
        if _counts(left, first) or _counts(right, second):
            return None
        apart = apart or (left[0], right[0])
    return apart


def _counts(number: re.Match[str], title: str) -> bool:
    """Whether a number is one of a series: a year, part of a symbol, at the end, or behind a word such as "đợt"."""
    text, before, behind = number[0], title[: number.start()], title[number.end() :]
    year = len(text) == 4 and text.startswith(("19", "20"))
    symbol = behind.startswith(("/", "-")) or before.endswith(("/", "-", "."))
    words = before.translate(_PLAIN).split()
    return year or symbol or not behind.strip(' .;,”")') or bool(words and words[-1] in _COUNTED)
