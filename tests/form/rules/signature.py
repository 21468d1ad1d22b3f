"""Who signs and who receives (Phụ lục I, Mục II.7 and II.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.form.anatomy import Act, broken_lines
from tests.form.rules.rule import rule
from tests.form.rules.title import articles
from tests.form.word_act import Line

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
        if text.startswith("KT. ") and (
            index + 1 == len(lines) or not lines[index + 1].startswith(("PHÓ ", "THỨ TRƯỞNG"))
        ):
            yield f"{lines}"


@rule("S3a", "Phụ lục I, Mục II.7đ", practice=True)
def s3a(act: Act) -> Iterator[str]:
    """An office too long for the column is broken into lines of more than one word; so are names in the letterhead."""
    names = [line for part in act.headed for line in (*act.parent(part), *act.issuer(part))]
    for line in (*act.capacity, *names):
        made = broken_lines(line)
        if len(made) > 1 and any(" " not in words for words in made):
            yield f"{made}"


@rule("S4", "Phụ lục I, Mục II.7b; Điều 13", practice=True)
def s4(act: Act) -> Iterator[str]:
    """Who signs TL. or TUQ. says below in what office; Q. stands before that office itself."""
    *above, last = [line.text for line in act.capacity]
    if re.match(r"(?:TM|KT|TL|TUQ)\.", last) or any(text.startswith("Q.") for text in above):
        yield f"{[*above, last]}"


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


@rule("S10", "Phụ lục I, Mục II.7đ", practice=True)
def s10(act: Act) -> Iterator[str]:
    """The signature is not split, and the last lines of the text stand on its page."""
    blocks = act.first.blocks
    at = next(index for index, block in enumerate(blocks) if block is act.signature)
    if not act.signature.whole:
        yield "split over two pages"
    above = list(blocks[:at])
    while above and isinstance(above[-1], Line) and not above[-1].text and above[-1].setting.stays:
        above.pop()
    if not isinstance(above[-1], Line) or not above[-1].text or not above[-1].setting.stays:
        yield "on a page without any text"


@rule("R1", "Phụ lục I, Mục II.9d")
def r1(act: Act) -> Iterator[str]:
    """Nơi nhận: on a line of its own, at the left margin."""
    setting = act.recipients_head.setting
    if act.recipients_head.text != "Nơi nhận:" or setting.align != "left" or setting.left or setting.first:
        yield f"{act.recipients_head.text!r}, {setting.align}"


@rule("R2", "Phụ lục I, Mục II.9d")
def r2(act: Act) -> Iterator[str]:
    """Each recipient a line, a dash at the left margin, a semicolon at the end; of a group "+" below its name.

    What heads recipients ends with a colon, and more than it stands below.
    """
    for above, line in zip([None, *act.recipients], act.recipients[:-1], strict=False):
        if not re.fullmatch(r"(?:[-+] \w.*[\w)];|(?:- )?\w.*\w:)", line.text):
            yield f"{line.text!r}"
        if line.text.startswith("+ ") and (above is None or not re.match(r"\+ |- .*:$", above.text)):
            yield f"{line.text!r} below no group"
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
    first = next((line.text for line in act.recipients if line.text.startswith("- ")), "")
    named = re.fullmatch(r"- Như Điều (\d+);", first)
    if named is None or int(named[1]) != act.known.enforcing:
        yield f"{first!r}"
    paragraphs = act.articles[act.articles.index(articles(act)[act.known.enforcing - 1]) :]
    if not any("chịu trách nhiệm thi hành" in line.text for line in paragraphs):
        yield f"Điều {act.known.enforcing} enforces nothing"


@rule("R7", "Phụ lục I, Mục II.9b và II.9c")
def r7(act: Act) -> Iterator[str]:
    """Quyết định and Kế hoạch address nobody with Kính gửi."""
    yield from (line.text for part in act.file.parts for line in part.lines() if "kính gửi" in line.text.lower())
