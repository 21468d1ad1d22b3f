"""Labels by example: the label of the first row says how all of its kind are counted."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from cchc.language.folding import nfc
from cchc.patterns import deferred

Kind: TypeAlias = Literal["roman", "lower roman", "upper letter", "lower letter", "digits"]

POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters that count points, in Vietnamese order (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.6đ)."""

_ROMAN_VALUES = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_ROMAN = deferred("M*(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_ALONE = "IVX"

# One to nine digits: a longer run is no row's number, and reading it would cost time for nothing.
_RUN = deferred(r"(?<!\w)(?P<run>(?:[0-9]{1,9}|[^\W\d_]+)(?:[.\-](?:[0-9]{1,9}|[^\W\d_]+))*)(?P<suffix>[\W_]*)$")
_LONGEST = 200
"""Characters of an example at most: no table prints a longer label, and the search may not take long on anything."""
_SEPARATOR = deferred(r"[.\-]")


class NoCounter(ValueError):  # noqa: N818  (what is missing is its name)
    """An example in which nothing counts, such as "Nhiệm vụ"."""

    def __init__(self, example: str) -> None:
        super().__init__(f"no counter at the end of {example!r}")
        self.example = example


class Counter(NamedTuple):
    """One counter of an example: its kind, the number it stands at, and the width that zeros fill ("01" is 2).

    A counter of letters counts with those of ``alphabet``.
    """

    kind: Kind
    first: int
    width: int = 1
    alphabet: str = POINT_LETTERS

    def print(self, number: int) -> str:
        """``number`` as this counter writes it; ValueError below 1 (digits: below 0)."""
        match self.kind:
            case "digits":
                if number < 0:
                    raise ValueError(f"a row cannot have the number {number}")
                return str(number).zfill(self.width)
            case "roman":
                return roman(number)
            case "lower roman":
                return roman(number).lower()
            case "upper letter":
                return letters(number, self.alphabet).upper()
            case "lower letter":
                return letters(number, self.alphabet)


class Enumerator(NamedTuple):
    """A way of counting: ``prefix``, the counters with what joins them, ``suffix``."""

    prefix: str
    counters: tuple[Counter, ...]
    separators: tuple[str, ...]
    suffix: str

    @staticmethod
    @lru_cache(maxsize=256)
    def read(example: str, alphabet: str = POINT_LETTERS) -> "Enumerator":
        """The way of counting that begins with ``example``; raises NoCounter where nothing counts.

        The counters are the whole tokens at the end: digits, roman numerals, single letters, joined by dots or
        hyphens. "I", "V", "X" and longer roman numerals are roman; any other single letter is one of ``alphabet``,
        the lower-case letters in the order in which they count (an act may count e, f, g). ValueError where
        ``alphabet`` is none.
        """
        example = nfc(example)
        if alphabet != POINT_LETTERS:
            alphabet = _checked(nfc(alphabet))
        found = _RUN.search(example) if len(example) <= _LONGEST else None
        if found is None:
            raise NoCounter(example)
        tokens = _SEPARATOR.split(found["run"])
        counters: list[Counter] = []
        for token in reversed(tokens):
            counter = _read_counter(token, alphabet)
            if counter is None:
                break
            counters.insert(0, counter)
        if not counters:
            raise NoCounter(example)
        return _assemble(example[: found.start("run")], found["run"], counters, found["suffix"])

    @property
    def depth(self) -> int:
        """How many numbers a full label shows."""
        return len(self.counters)

    def number(self, ordinal: int) -> int:
        """The number of the row that is the ``ordinal``-th (from 1) of its kind: counting starts at the example."""
        return self.counters[-1].first + ordinal - 1

    def label(self, numbers: Sequence[int]) -> str:
        """The label of a row.

        The last of ``numbers`` is the row's own ordinal, from 1; those before it are the numbers of its nearest
        numbered ancestors, outermost first, as their labels show them. Where there are fewer than counters the
        outer counters are left out; ValueError where there is none at all.
        """
        if not numbers:
            raise ValueError("a label needs the row's own number")
        shown = (*numbers[:-1], self.number(numbers[-1]))[-self.depth :]
        used = self.counters[-len(shown) :]
        pieces = [counter.print(number) for counter, number in zip(used, shown, strict=True)]
        joints = self.separators[self.depth - len(pieces) :]
        joined = "".join(joint + piece for joint, piece in zip(joints, pieces[1:], strict=True))
        return self.prefix + pieces[0] + joined + self.suffix


def _assemble(before: str, run: str, counters: list[Counter], suffix: str) -> Enumerator:
    """The enumerator of the last ``counters`` of ``run``; tokens before them that count nothing are prefix."""
    joints = _SEPARATOR.findall(run)
    tokens = _SEPARATOR.split(run)
    skipped = len(tokens) - len(counters)
    prefix = before + "".join(token + joint for token, joint in zip(tokens[:skipped], joints, strict=False))
    return Enumerator(prefix, tuple(counters), tuple(joints[skipped:]), suffix)


def _read_counter(token: str, alphabet: str) -> Counter | None:
    if token[0] in "0123456789":
        return Counter("digits", int(token), len(token) if token.startswith("0") else 1)
    upper = token.upper()
    if (len(token) > 1 or upper in _ROMAN_ALONE) and (value := read_roman(upper)) and token in (upper, upper.lower()):
        return Counter("roman" if token == upper else "lower roman", value)
    if len(token) == 1 and token.lower() in alphabet:
        kind: Kind = "upper letter" if token == upper else "lower letter"
        return Counter(kind, alphabet.index(token.lower()) + 1, alphabet=alphabet)
    return None


def _checked(alphabet: str) -> str:
    upper = alphabet.upper()
    if not (alphabet.isalpha() and alphabet == upper.lower() and len(set(alphabet)) == len(alphabet) == len(upper)):
        raise ValueError(f"not lower-case letters that all differ: {alphabet!r}")
    return alphabet


def letters(number: int, alphabet: str = POINT_LETTERS) -> str:
    """The letters of point ``number``, from 1: a, b, c, d, đ, …, y, aa, ab, …; ValueError below 1.

    ``alphabet`` holds at least one letter, all different.
    """
    if number < 1:
        raise ValueError(f"a letter cannot count {number}")
    written = ""
    while number:
        number, position = divmod(number - 1, len(alphabet))
        written = alphabet[position] + written
    return written


def roman(number: int) -> str:
    """``number`` in roman numerals (above 3999 with more than three M); ValueError below 1."""
    if number < 1:
        raise ValueError(f"a roman numeral cannot write {number}")
    written = ""
    for value, numeral in _ROMAN_VALUES:
        count, number = divmod(number, value)
        written += numeral * count
    return written


def read_roman(text: str) -> int | None:
    """The number that ``text`` writes in capital roman numerals, in their usual form; None for anything else."""
    if not text or not _ROMAN.fullmatch(text):
        return None
    total = 0
    for value, numeral in _ROMAN_VALUES:
        while text.startswith(numeral):
            total += value
            text = text[len(numeral) :]
    return total
