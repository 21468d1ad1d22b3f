"""Quốc hiệu, the names of bodies, number and date (Phụ lục I, Mục II.1–4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tests.form.advances import width
from tests.form.anatomy import Act, longest, one_look, rule_under
from tests.form.rules.rule import rule
from tests.form.word_act import Line

_NUMBER = re.compile(r"Số: *(?:0[1-9]|[1-9]\d+)? *\/[A-ZĐ][\w&]*(?:-[A-ZĐ][\w&]*)+")
_DATE = re.compile(r"ngày (?:0[1-9]|[12]\d|3[01]) tháng (?:01|02|[3-9]|1[0-2]) năm \d{4}")
_BLANK_DATE = re.compile(r"ngày {2,}tháng {2,}năm {2,}")
_SLACK = 0.5
"""Millimetres by which the figures of two tables of advances may differ."""


@rule("H1", "Phụ lục I, Mục II.1a")
def h1(act: Act) -> Iterator[str]:
    """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM stands first in the right column of page 1."""
    for part in act.headed:
        if act.national_name(part).text != "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM":
            yield f"Quốc hiệu {act.national_name(part).text!r}"
        if len(act.letterhead(part).rows[0]) != 2:
            yield "not two columns"


@rule("H2", "Phụ lục I, Mục II.1b và II.1c")
def h2(act: Act) -> Iterator[str]:
    """Độc lập - Tự do - Hạnh phúc, with hyphens and spaces, centred right below, a single line apart."""
    for part in act.headed:
        motto, name = act.motto(part), act.national_name(part)
        if motto.raw != "Độc lập - Tự do - Hạnh phúc":
            yield f"Tiêu ngữ {motto.raw!r}"
        yield from _stacked([name, motto])


@rule("H3", "Phụ lục I, Mục II.1b")
def h3(act: Act) -> Iterator[str]:
    """A drawn line as long as the Tiêu ngữ under it."""
    for part in act.headed:
        motto = act.motto(part)
        drawn = rule_under(motto, list(act.letterhead(part).rows[0][1]))
        if drawn is None or abs(drawn - longest(motto)) > _SLACK:
            yield f"a line of {drawn} mm under {longest(motto):.1f} mm"


@rule("H4", "Phụ lục I, Mục II.1a", practice=True)
def h4(act: Act) -> Iterator[str]:
    """Quốc hiệu stands on one line: its column is wider than it, and the cell has no padding."""
    for part in act.headed:
        name = act.national_name(part)
        needed = width(name.text, one_look(name).size, bold=True)
        if name.room < needed:
            yield f"{needed:.1f} mm in a column of {name.room:.1f} mm"


@rule("H5", "Phụ lục I, Mục II.2a", practice=True)
def h5(act: Act) -> Iterator[str]:
    """The own name of the body is not abbreviated."""
    for part in act.headed:
        yield from (line.text for line in act.issuer(part) if re.search(r"\b(?:UBND|HĐND)\b", line.text))


@rule("H6", "Phụ lục I, Mục II.2b")
def h6(act: Act) -> Iterator[str]:
    """The superior body above, the own name below, centred, a single line apart."""
    for part in act.headed:
        own = [line for line in act.issuer(part) if line.text]
        if tuple(line.text for line in own) != act.known.issuer:
            yield f"issuer {[line.text for line in own]}"
        above = act.parent(part)
        if tuple(line.text for line in above) != act.known.parent:
            yield f"superior body {[line.text for line in above]}"
        yield from _stacked([*above, *own])


@rule("H7", "Phụ lục I, Mục II.2b")
def h7(act: Act) -> Iterator[str]:
    """A drawn line of a third to a half under the last line of the own name, and under no other."""
    for part in act.headed:
        left = list(act.letterhead(part).rows[0][0])
        *others, last = [line for line in left if line.text]
        drawn, whole = rule_under(last, left), longest(last)
        if drawn is None or not whole / 3 - _SLACK <= drawn <= whole / 2 + _SLACK:
            yield f"a line of {drawn} mm under {whole:.1f} mm"
        yield from (f"a line under {line.text!r}" for line in others if rule_under(line, left) is not None)


@rule("H9", "Phụ lục I, Mục II.3c")
def h9(act: Act) -> Iterator[str]:
    """Số: with a colon, below 10 a zero first, a slash before the symbol, hyphens without spaces in it."""
    number = act.number.raw.replace("\u00a0", " ").strip()
    if not _NUMBER.fullmatch(number):
        yield f"number {number!r}"
    if number.replace(" ", "") != f"Số:{act.known.number}/{act.known.symbol}":
        yield f"number {number!r} instead of {act.known.number}"


@rule("H10", "Phụ lục I, Mục II.3b")
def h10(act: Act) -> Iterator[str]:
    """The symbol: the abbreviation of the type, QĐ or KH, and that of the body."""
    symbol = act.number.text.partition("/")[2]
    if symbol != act.known.symbol or symbol.partition("-")[0] != {"decision": "QĐ", "plan": "KH"}[act.known.kind]:
        yield f"symbol {symbol!r}"


@rule("H13", "Phụ lục I, Mục II.4c")
def h13(act: Act) -> Iterator[str]:
    """Place and date stand on the line of the number, whatever stands above, centred, a comma after the place."""
    rows = act.letterhead(act.first).rows
    side_by_side = [row for row in rows if act.number in row[0]]
    if [row[1][0] for row in side_by_side] != [act.place_and_date] or side_by_side[0][0][0] is not act.number:
        yield "number and date do not begin a row"
    if act.number.setting.before != act.place_and_date.setting.before:
        yield "number and date are not level"
    for line in (act.number, act.place_and_date):
        if line.setting.align != "center":
            yield f"{line.text!r} is not centred"
    if not act.place_and_date.text.startswith(f"{act.known.place}, ngày"):
        yield f"{act.place_and_date.text!r}"


@rule("H14", "Phụ lục I, Mục II.4b")
def h14(act: Act) -> Iterator[str]:
    """The date in full: days below 10 and the months 1 and 2 with a zero first, other months without."""
    # The blanks of a draft stand at the end too, where "text" has none.
    line = act.place_and_date
    date = (line.text if act.known.date else line.raw.replace("\u00a0", " ")).partition(", ")[2]
    wanted = _DATE if act.known.date else _BLANK_DATE
    if not wanted.fullmatch(date):
        yield f"date {date!r}"
    if act.known.date and date != act.known.date:
        yield f"date {date!r} instead of {act.known.date!r}"


@rule("H15", "Phụ lục I, Mục II.4a", practice=True)
def h15(act: Act) -> Iterator[str]:
    """The place is the bare name of the province, and nothing of it is abbreviated."""
    if re.match(r"(?i)tỉnh|thành phố [^H]|TP\b", act.place_and_date.text):
        yield act.place_and_date.text


@rule("H17", "Phụ lục I, Mục II.1b, II.2b và II.5b", practice=True)
def h17(act: Act) -> Iterator[str]:
    """Lines are drawn: nothing is underlined."""
    for part in act.file.parts:
        for line in part.lines():
            if any(letters.underline for letters in line.letters):
                yield f"underlined: {line.text!r}"


def _stacked(lines: list[Line]) -> Iterator[str]:
    """Centred on each other, a single line apart, with nothing between."""
    for line in lines:
        setting = line.setting
        if setting.align != "center" or setting.left != setting.right or setting.first:
            yield f"{line.text!r} is not centred"
        if (setting.line, setting.line_rule) != (1, "auto"):
            yield f"{line.text!r} has {setting.line} lines"
    for above, below in pairwise(lines):
        if above.setting.after or below.setting.before:
            yield f"a gap above {below.text!r}"
