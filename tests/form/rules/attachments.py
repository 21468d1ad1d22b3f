"""The Kế hoạch that is issued with a decision or by itself, and appendices (Phụ lục I, Mục III.1; Phụ lục III)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.form.anatomy import ENACTING, RECIPIENTS, Act, longest, rule_under
from tests.form.rules.rule import rule
from tests.form.rules.title import third_to_half
from tests.form.word_act import Table, WordPart

_NAME = re.compile(r"Phụ lục(?: [IVXL]+)?")


@rule("A1", "Phụ lục III, Mẫu 1.3")
def a1(act: Act) -> Iterator[str]:
    """A Kế hoạch issued with a decision: letterhead without number and date, KẾ HOẠCH, trích yếu, Kèm theo and a
    drawn line, the text; no recipients and no signature."""
    if not act.known.attached:
        return
    lines = [line.text for line in act.letterhead(act.plan).lines()]
    if any(text.startswith("Số") or "ngày" in text for text in lines):
        yield f"a number or a date: {lines}"
    title = [line for line in act.title(act.plan) if line.text]
    if title[0].text != "KẾ HOẠCH" or not any(line.text.startswith("(Kèm theo Quyết định ") for line in title[2:4]):
        yield f"title {[line.text for line in title]}"
    yield from third_to_half(act.attached_lines[0][1], act.plan)
    yield from _unsigned(act, act.plan)


@rule("A2", "Phụ lục III, Mẫu 1.4")
def a2(act: Act) -> Iterator[str]:
    """A Kế hoạch that is the act itself: a number of its own, no authority, no QUYẾT ĐỊNH:, the signature last."""
    if act.known.kind != "plan":
        return
    lines = [line.text for line in act.first.lines()]
    if ENACTING in lines or any(line.text in (act.known.authority, " ".join(act.known.issuer)) for line in act.body):
        yield "it decides"
    if not act.number.text.startswith(f"Số: {act.known.number}/KH-"):
        yield f"number {act.number.text!r}"
    if act.title(act.first)[-1].text and len(act.title(act.first)) > 3:
        yield "something between trích yếu and text"
    if not act.body[-1].text.endswith("./.") or act.first.lines()[-1] is not act.signatory:
        yield "text, then signature, are not its end"


@rule("A3", "Phụ lục I, Mục V, mẫu 6b", practice=True)
def a3(act: Act) -> Iterator[str]:
    """A Kế hoạch is divided into phần, mục, khoản and điểm, not into articles."""
    yield from (line.text for line in act.body if line.text.startswith("Điều "))


@rule("A4", "Phụ lục I, Mục III.1b và III.1c; Phụ lục III, Mẫu 2.1")
def a4(act: Act) -> Iterator[str]:
    """An appendix has no Quốc hiệu: its name, its title, Kèm theo and a drawn line, all centred."""
    for appendix in act.appendices:
        lines = act.appendix_head(appendix)
        if any("CỘNG H" in line.text for line in appendix.lines()):
            yield "a Quốc hiệu"
        if not _NAME.fullmatch(lines[0].text) or not re.fullmatch(r"\([^()]+\)", lines[2].text):
            yield f"begins {[line.text for line in lines]}"
        for line in lines:
            if line.setting.align != "center" or line.setting.left or line.setting.first:
                yield f"{line.text!r} is not centred"
        drawn, whole = rule_under(lines[2], list(appendix.all_lines())), longest(lines[2])
        if drawn is None or not 0 < drawn <= whole / 2 + 0.5:
            yield f"a line of {drawn} mm under {whole:.1f} mm"


@rule("A5", "Phụ lục I, Mục III.1a")
def a5(act: Act) -> Iterator[str]:
    """One appendix has no number, several have Roman ones."""
    names = [act.appendix_head(appendix)[0].text for appendix in act.appendices]
    wanted = [f"Phụ lục {number}" for number in ("I", "II", "III", "IV")[: len(names)]]
    if names != (["Phụ lục"] if len(names) == 1 else wanted):
        yield f"{names}"


@rule("A6", "Phụ lục I, Mục III.1c")
def a6(act: Act) -> Iterator[str]:
    """Kèm theo names the act with its number, its date and who issued it."""
    known = act.known
    number, date = known.number or " *", known.date or r"ngày +tháng +năm *"
    wanted = rf"\(Kèm theo {known.kind_words} số {number}/{known.symbol} {date} của {known.issued_by}\)"
    for _, line in act.attached_lines:
        if not re.fullmatch(wanted, line.text):
            yield f"{line.text!r}"


@rule("A8", "Phụ lục I, Mục III.1đ")
def a8(act: Act) -> Iterator[str]:
    """Each appendix begins on a page of its own."""
    for appendix in act.appendices:
        if appendix.paper.begins != "nextPage":
            yield f"{act.appendix_head(appendix)[0].text!r}"


@rule("A10", "Phụ lục III, Mẫu 2.1", practice=True)
def a10(act: Act) -> Iterator[str]:
    """An appendix has no recipients and no signature of its own."""
    for appendix in act.appendices:
        yield from _unsigned(act, appendix)


@rule("A11", "Phụ lục I, Mục III.1c", practice=True)
def a11(act: Act) -> Iterator[str]:
    """Every Kèm theo line says the same, and what the letterhead says."""
    texts = {line.text for _, line in act.attached_lines}
    if len(texts) > 1:
        yield f"{texts}"
    printed = act.number.text.removeprefix("Số:").strip()
    yield from (text for text in texts if printed not in text)


def _unsigned(act: Act, part: WordPart) -> Iterator[str]:
    words = (RECIPIENTS, act.known.name, "- Lưu:")
    yield from (f"{line.text!r}" for line in part.lines() if line.text.startswith(words))
    if any(isinstance(block, Table) and not block.repeats for block in part.blocks[1:]):
        yield "columns side by side"
