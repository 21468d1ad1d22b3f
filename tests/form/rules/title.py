"""Type, trích yếu, authority, bases and articles (Phụ lục I, Mục II.5 and II.6; Phụ lục III, Mẫu 1.2 and 1.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.form.anatomy import Act, longest, rule_under
from tests.form.rules.rule import rule
from tests.form.word_act import Line, WordPart

_SLACK = 0.5
_LEADS = ("Căn cứ ", "Theo ", "Thực hiện ", "Triển khai ", "Xét ", "Trên cơ sở ")


@rule("B1", "Phụ lục I, Mục II.5b")
def b1(act: Act) -> Iterator[str]:
    """The type centred across the page, the trích yếu centred right below it."""
    for part in act.headed:
        kind, subject = act.type_name(part), act.subject(part)
        if kind.text != (act.known.kind_words if part is act.first else "Kế hoạch").upper():
            yield f"type {kind.text!r}"
        if not subject.text or subject.rule is not None or subject.setting.before or kind.setting.after:
            yield "something between type and trích yếu"
        for line in (kind, subject):
            if line.setting.align != "center" or line.setting.left or line.setting.right or line.setting.first:
                yield f"{line.text!r} is not centred across the page"


@rule("B2", "Phụ lục I, Mục II.5b")
def b2(act: Act) -> Iterator[str]:
    """A drawn line of a third to a half under the trích yếu, centred."""
    yield from third_to_half(act.subject(act.first), act.first)


@rule("B3", "Phụ lục III, Mẫu 1.2 và 1.3", practice=True)
def b3(act: Act) -> Iterator[str]:
    """The trích yếu of a decision that issues another document begins with Ban hành, Phê duyệt or Về việc."""
    subject = act.subject(act.first).text
    if act.known.kind == "decision" and not subject.startswith(("Ban hành ", "Phê duyệt ", "Về việc ")):
        yield f"trích yếu {subject!r}"


@rule("B4", "Phụ lục III, Mẫu 1.3, ghi chú 6")
def b4(act: Act) -> Iterator[str]:
    """Above the bases: the title of the head who decides, or the name of the body that does."""
    if act.known.kind == "decision" and act.authority.text != act.known.authority:
        yield f"authority {act.authority.text!r}"


@rule("B5", "Phụ lục I, Mục II.7b; Phụ lục III, Mẫu 1.3, ghi chú 6", practice=True)
def b5(act: Act) -> Iterator[str]:
    """Where the body decides the signature begins with TM. and the body; where the head does it has no TM."""
    if act.known.kind != "decision":
        return
    first = act.capacity[0].text
    collective = first.startswith("TM. ")
    of_body = act.authority.text == " ".join(act.known.issuer)
    if collective != of_body or (collective and not act.authority.text.startswith(first.removeprefix("TM. "))):
        yield f"{act.authority.text!r} signed by {first!r}"


@rule("B6", "Phụ lục I, Mục II.6a")
def b6(act: Act) -> Iterator[str]:
    """Each basis a paragraph that ends with a semicolon, the last one with a full stop."""
    if act.known.kind != "decision":
        return
    bases = [line.text for line in act.bases]
    if not bases:
        yield "no bases"
    for text, sign in zip(bases, [";"] * (len(bases) - 1) + ["."], strict=True):
        if not text.startswith(_LEADS) or not re.search(rf"\w{re.escape(sign)}$", text):
            yield f"basis {text!r}"


@rule("B7", "Phụ lục III, Mẫu 1.2 và 1.3", practice=True)
def b7(act: Act) -> Iterator[str]:
    """ "Theo đề nghị của" is the last basis."""
    if act.known.kind == "decision":
        asked = [index for index, line in enumerate(act.bases) if line.text.startswith("Theo đề nghị của ")]
        if asked and asked != [len(act.bases) - 1]:
            yield "the proposal is not the last basis"


@rule("B9", "Phụ lục III, Mẫu 1.3", practice=True)
def b9(act: Act) -> Iterator[str]:
    """Bases are set as the text is: a first line indented, at least 6 pt above and none below."""
    for line in act.bases if act.known.kind == "decision" else []:
        setting = line.setting
        if setting.align != "both" or setting.first <= 0 or setting.before < 6 or setting.after:
            yield f"basis {line.text!r}"


@rule("B10", "Phụ lục III, Mẫu 1.2 và 1.3")
def b10(act: Act) -> Iterator[str]:
    """QUYẾT ĐỊNH: with a colon, centred on a line of its own."""
    if act.known.kind == "decision" and (
        act.enacting.text != "QUYẾT ĐỊNH:" or act.enacting.setting.align != "center" or act.enacting.setting.first
    ):
        yield f"{act.enacting.text!r}"


@rule("B11", "Phụ lục I, Mục II.6đ; Phụ lục III, Mẫu 1.2 và 1.3")
def b11(act: Act) -> Iterator[str]:
    """Of an article only its name, Điều and number and full stop, is bold; the text goes on in the same paragraph.

    An article of khoản alone has its name on a line of its own.
    """
    for line in articles(act):
        bold = "".join(piece.text for piece in line.pieces if piece.letters.bold).strip()
        if not re.fullmatch(r"Điều \d+\.", bold.replace("\u00a0", " ")) or not line.raw.startswith(bold):
            yield f"bold {bold!r} in {line.text[:40]!r}"
        below = act.articles[act.articles.index(line) + 1 :]
        of_khoan = re.fullmatch(r"Điều \d+\.", line.text) and below and below[0].text.startswith("1. ")
        if not of_khoan and not re.match(r"Điều \d+\. [^\W\d_]", line.text):
            yield f"no text behind {bold!r}"


@rule("B12", "Phụ lục III, Mẫu 1.3", practice=True)
def b12(act: Act) -> Iterator[str]:
    """Điều 1 issues the Kế hoạch "kèm theo Quyết định này"."""
    if act.known.attached and not re.match(
        r"Điều 1\. (?:Ban hành|Phê duyệt) kèm theo Quyết định này ", articles(act)[0].text
    ):
        yield articles(act)[0].text


@rule("B13", "Phụ lục III, Mẫu 1.2, 1.3 và 1.4", practice=True)
def b13(act: Act) -> Iterator[str]:
    """./. stands once, at the very end of the decision and of the plan, and not behind an appendix that is a table."""
    own = [act.body[-1]] if act.known.attached or act.known.kind == "plan" else []
    ends = [*([act.articles[-1]] if act.known.kind == "decision" else []), *own]
    yield from (f"no ./. behind {line.text!r}" for line in ends if not re.search(r"\w\)?\./\.$", line.text))
    for part in act.file.parts:
        signs = sum(line.text.count("./.") for line in part.lines())
        if signs != (0 if part in act.appendices else 1):
            yield f"{signs} times ./. in one document"


@rule("B14", "Phụ lục I, Mục III.1a")
def b14(act: Act) -> Iterator[str]:
    """A document points at its appendices in its text, at each by its name where there are several."""
    text = "\n".join(line.text for line in act.prose)
    for appendix in act.appendices:
        name = act.appendix_head(appendix)[0].text
        if not re.search(rf"{name}\b", text, re.IGNORECASE):
            yield f"{name} is not spoken of"


def third_to_half(line: Line, part: WordPart) -> Iterator[str]:
    """What is wrong with the drawn line under ``line``, which is to be a third to a half of its longest line."""
    drawn, whole = rule_under(line, list(part.all_lines())), longest(line)
    if drawn is None or not whole / 3 - _SLACK <= drawn <= whole / 2 + _SLACK:
        yield f"a line of {drawn} mm under {whole:.1f} mm: {line.text!r}"


def articles(act: Act) -> list[Line]:
    """The paragraphs with which the articles of a decision begin."""
    return [line for line in act.articles if line.text.startswith("Điều ")] if act.known.kind == "decision" else []
