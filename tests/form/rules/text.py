"""The setting of the text and its numbering (Phụ lục I, Mục II.6đ and II.6e, Mục V)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tests.form.anatomy import LABEL, Act
from tests.form.rules.rule import rule
from tests.form.rules.title import articles

_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""Letters of the alphabet that name points, in their order; ă, â, ê, ô, ơ and ư name none."""
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_LEVELS = ("part", "muc", "khoan", "diem")


@rule("N1", "Phụ lục I, Mục II.6e")
def n1(act: Act) -> Iterator[str]:
    """The text is justified on both sides."""
    yield from (f"{line.setting.align}: {line.text[:40]!r}" for line in act.prose if line.setting.align != "both")


@rule("N2", "Phụ lục I, Mục II.6e")
def n2(act: Act) -> Iterator[str]:
    """First lines are indented 1 cm or 1.27 cm, one of them throughout."""
    indents = {round(line.setting.first, 1) for line in act.prose}
    if indents not in ({10.0}, {12.7}):
        yield f"indents {sorted(indents)}"
    yield from (f"indented: {line.text[:40]!r}" for line in act.prose if line.setting.left or line.setting.right)


@rule("N3", "Phụ lục I, Mục II.6e")
def n3(act: Act) -> Iterator[str]:
    """At least 6 pt between paragraphs."""
    for above, line in pairwise(act.prose):
        gap = max(above.setting.after, line.setting.before)
        if gap < 6 or line.setting.merges_gaps:
            yield f"{gap} pt above {line.text[:40]!r}"


@rule("N4", "Phụ lục I, Mục II.6e")
def n4(act: Act) -> Iterator[str]:
    """Lines from single to one and a half."""
    for line in act.prose:
        if line.setting.line_rule != "auto" or not 1 <= line.setting.line <= 1.5:
            yield f"{line.setting.line} {line.setting.line_rule}: {line.text[:40]!r}"


@rule("N5", "Phụ lục I, Mục II.6đ")
def n5(act: Act) -> Iterator[str]:
    """Articles count 1, 2, 3 in Arabic figures, with a full stop; so do the khoản inside."""
    if act.known.kind != "decision":
        return
    names = [line.text.split(" ")[1] for line in articles(act)]
    if names != [f"{index}." for index in range(1, len(names) + 1)] or not names:
        yield f"articles {names}"
    khoan = 0
    for line in act.articles:
        found = LABEL.match(line.text)
        khoan = 0 if line.text.startswith("Điều ") else khoan
        if found and found["khoan"]:
            khoan += 1
            if found["khoan"] != str(khoan):
                yield f"khoản {found['khoan']} instead of {khoan}"


@rule("N6", "Phụ lục I, Mục V, mẫu 6b")
def n6(act: Act) -> Iterator[str]:
    """Phần I, mục I., khoản 1., điểm a): each level counts on without a gap, and from the start below a new one."""
    counts = dict.fromkeys(_LEVELS, 0)
    for line in act.body:
        found = LABEL.match(line.text)
        level = next((name for name in _LEVELS if found and found[name]), None)
        if found is None or level is None:
            continue
        counts[level] += 1
        for deeper in _LEVELS[_LEVELS.index(level) + 1 :]:
            counts[deeper] = 0
        wanted = _name(level, counts[level])
        if found[level].removeprefix("Phần ") != wanted:
            yield f"{found[level]} instead of {wanted}: {line.text[:40]!r}"
    if act.body and not any(counts.values()):
        yield "no labels at all"


@rule("N7", "Phụ lục I, Mục II.6đ", practice=True)
def n7(act: Act) -> Iterator[str]:
    """No decimal levels such as 1.1."""
    yield from (line.text for line in act.prose if re.match(r"\d+\.\d", line.text))


@rule("N8", "Phụ lục I, Mục II.6đ")
def n8(act: Act) -> Iterator[str]:
    """Points bear letters in the Vietnamese order, đ after d, with a closing parenthesis only."""
    for line in act.prose:
        found = re.match(r"\(?([^\W\d_])[).] ", line.text)
        if found and found[1].islower() and (found[0] != f"{found[1]}) " or found[1] not in _LETTERS):
            yield f"point {found[0]!r}"


@rule("N10", "Phụ lục I, Mục II.6d", practice=True)
def n10(act: Act) -> Iterator[str]:
    """Phần and mục have a title, and no text beside it."""
    for line in (*act.labelled("part"), *act.labelled("muc")):
        if not act.is_title(line):
            yield f"not a title: {line.text[:40]!r}"


@rule("T13a", "Phụ lục I, Mục II.6đ")
def t13a(act: Act) -> Iterator[str]:
    """The word Phần with its number on a line of its own, its title in capitals on the next, both centred."""
    for line in act.labelled("part"):
        name, title = line.text.split("\n")
        if not re.fullmatch(r"Phần [IVX]+", name) or title != title.upper() or line.setting.align != "center":
            yield f"{line.text!r}"


def _name(level: str, number: int) -> str:
    match level:
        case "khoan":
            return str(number)
        case "diem":
            return _LETTERS[number - 1]
        case _:
            return _ROMAN[number - 1]
