"""Who signs and who receives (Phụ lục I, Mục II.7 and II.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.form.anatomy import Act
from tests.form.rules.rule import rule
from tests.form.rules.title import articles

_DEGREES = re.compile(r"\b(?:GS|PGS|TS|ThS|BS|KS|CN|NGND|NGƯT)\b\.?")
_PREFIX = re.compile(r"(?:TM|KT|TL|TUQ|Q)\. \S")


@rule("S1", "Phụ lục I, Mục II.7đ và II.9d")
def s1(act: Act) -> Iterator[str]:
    """The signature stands in the right column, its first line level with Nơi nhận:, all centred on each other."""
    table = act.signature
    if len(table.rows) != 1 or len(table.rows[0]) != 2:
        yield "recipients and signature do not stand side by side"
    first = table.rows[0][1][0]
    if first is not act.capacity[0] or first.setting.before != act.recipients_head.setting.before:
        yield "Nơi nhận: and the first line of the signature are not level"
    for line in (*act.capacity, act.signatory):
        if line.setting.align != "center" or line.setting.left or line.setting.first:
            yield f"{line.text!r} is not centred"


@rule("S2", "Phụ lục I, Mục II.7b")
def s2(act: Act) -> Iterator[str]:
    """TM. and the body, then the title of who signs; the lines are those of the act, in their order."""
    found = tuple(line.text for line in act.capacity)
    if found != act.known.capacity:
        yield f"signed as {found}"


@rule("S3", "Phụ lục I, Mục II.7b")
def s3(act: Act) -> Iterator[str]:
    """KT. stands before the title of the head, that of the deputy on the line below."""
    lines = [line.text for line in act.capacity]
    for index, text in enumerate(lines):
        if text.startswith("KT. ") and (index + 1 == len(lines) or not lines[index + 1].startswith("PHÓ ")):
            yield f"{lines}"


@rule("S5", "Phụ lục I, Mục II.7b; Điều 13", practice=True)
def s5(act: Act) -> Iterator[str]:
    """TM., KT. and the deputy's title in this order."""
    order = [found[0] for line in act.capacity if (found := re.match(r"(?:TM|KT)\.", line.text))]
    if order != sorted(order, reverse=True):
        yield f"{order}"


@rule("S6", "Phụ lục I, Mục II.7b")
def s6(act: Act) -> Iterator[str]:
    """Prefixes with a full stop and a space: TM. KT. TL. TUQ. Q."""
    for line in act.capacity:
        if re.match(r"(?:T/M|K/T|T/L|TM|KT|TL|TUQ|Q)\b", line.text) and not _PREFIX.match(line.text):
            yield f"{line.text!r}"


@rule("S7", "Phụ lục I, Mục II.7c")
def s7(act: Act) -> Iterator[str]:
    """The name of who signs, without titles and degrees."""
    if act.signatory.text != act.known.name or _DEGREES.search(act.signatory.text):
        yield f"{act.signatory.text!r}"


@rule("R1", "Phụ lục I, Mục II.9d")
def r1(act: Act) -> Iterator[str]:
    """Nơi nhận: on a line of its own, at the left margin."""
    setting = act.recipients_head.setting
    if act.recipients_head.text != "Nơi nhận:" or setting.align != "left" or setting.left or setting.first:
        yield f"{act.recipients_head.text!r}, {setting.align}"


@rule("R2", "Phụ lục I, Mục II.9d")
def r2(act: Act) -> Iterator[str]:
    """Each recipient a line, a dash at the left margin, a semicolon at the end."""
    for line in act.recipients[:-1]:
        if not re.fullmatch(r"- \w.*[\w)];", line.text):
            yield f"{line.text!r}"
    for line in act.recipients:
        if line.setting.align not in ("left", "both") or line.setting.left or line.setting.first:
            yield f"{line.text!r} does not begin at the margin"


@rule("R3", "Phụ lục I, Mục II.9d")
def r3(act: Act) -> Iterator[str]:
    """The last line: - Lưu: VT, the unit that drafted, a full stop."""
    if not re.fullmatch(r"- Lưu: VT, [\w,&() ]+\.", act.recipients[-1].text):
        yield f"{act.recipients[-1].text!r}"


@rule("R5", "Phụ lục III, Mẫu 1.2 và 1.3", practice=True)
def r5(act: Act) -> Iterator[str]:
    """A decision goes first to those of the article that says who must carry it out."""
    if act.known.kind != "decision":
        return
    named = re.fullmatch(r"- Như Điều (\d+);", act.recipients[0].text)
    if named is None or int(named[1]) != act.known.enforcing:
        yield f"{act.recipients[0].text!r}"
    paragraphs = act.articles[act.articles.index(articles(act)[act.known.enforcing - 1]) :]
    if not any("chịu trách nhiệm thi hành" in line.text for line in paragraphs):
        yield f"Điều {act.known.enforcing} enforces nothing"


@rule("R7", "Phụ lục I, Mục II.9b và II.9c")
def r7(act: Act) -> Iterator[str]:
    """Quyết định and Kế hoạch address nobody with Kính gửi."""
    yield from (line.text for part in act.file.parts for line in part.lines() if "kính gửi" in line.text.lower())
