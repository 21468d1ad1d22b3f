"""What plans aim at: shares stay within the whole, bounds say what the words say, one indicator has one target."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, TypeAlias

from cchc.checks.context import Context
from cchc.checks.indicators import Target, place_of, targets, worth_comparing
from cchc.diagnostics import Diagnostic, Example, Related, Rule, Severity, Wording, excerpt
from cchc.language.bounds import DOWNWARD
from cchc.language.figures import Figure, read_figures
from cchc.language.folding import fold
from cchc.language.footnotes import without_marks
from cchc.model.blocks import Block, KpiNote, sentences
from cchc.patterns import deferred
from cchc.source import KeyPath

ABOVE_WHOLE = Rule(
    "K104",
    "share-above-whole",
    Severity.WARNING,
    Wording("tỷ lệ {share} lớn hơn 100%", "a share of {share} is more than the whole"),
    Wording(
        "kiểm tra con số; nếu là mức tăng hoặc so với kế hoạch, dự toán, viết rõ trong câu",
        "check the figure; growth, or what is measured against a plan or an estimate, is said so in the sentence",
    ),
    Wording(
        "một phần không lớn hơn toàn bộ; thường là gõ thừa một chữ số",
        "a part is never more than the whole; mostly a digit was typed twice",
    ),
    Example("objectives: 1000% hồ sơ được giải quyết đúng hạn", "objectives: 100% hồ sơ được giải quyết đúng hạn"),
)
OTHER_BOUND = Rule(
    "K105",
    "bound-against-words",
    Severity.WARNING,
    Wording(
        "ghi “bound: {stated}”, nhưng lời văn “{words}” là {read_vi}",
        "“bound: {stated}” stands here, but the words “{words}” say {read_en}",
    ),
    Wording(
        "bỏ “bound”, hoặc sửa lời văn: “bound” chỉ nói điều câu không nói",
        "leave “bound” out, or change the words: “bound” says what the sentence does not",
    ),
    Wording(
        "người đọc theo lời văn, máy tổng hợp theo “bound”; hai bên phải nói một điều",
        "people read the words, machines count by “bound”; both must say the same",
    ),
    Example(
        "text: Đạt từ <so-hoa=80%> trở lên.\nkpis:\n  so-hoa: {bound: at_most}",
        "text: Đạt từ <so-hoa=80%> trở lên.\nkpis:\n  so-hoa: {baseline: 72%}",
    ),
)
TWO_TARGETS = Rule(
    "K106",
    "two-targets",
    Severity.WARNING,
    Wording(
        "“{name}” ở đây là {here}, ở dòng {line} là {there}", "“{name}” is {here} here, and {there} on line {line}"
    ),
    Wording(
        "sửa một trong hai; nếu là hai chỉ tiêu khác nhau (cấp, năm, phạm vi), ghi rõ trong câu",
        "change one of the two; what tells two indicators apart (level, year, scope) belongs into the sentence",
    ),
    Wording(
        "một chỉ tiêu có hai mức thì không ai biết phải báo cáo theo mức nào",
        "with two targets for one indicator nobody knows which of them to report on",
    ),
    Example(
        "objectives:\n  - Tỷ lệ hồ sơ được số hóa đạt 80%.\n  - Tỷ lệ hồ sơ được số hóa đạt 60%.",
        "objectives:\n  - Tỷ lệ hồ sơ cấp tỉnh được số hóa đạt 80%.\n  - Tỷ lệ hồ sơ cấp xã được số hóa đạt 60%.",
    ),
)
_THERE = Wording("mức kia ở đây", "the other target")
BELOW_BASELINE = Rule(
    "K108",
    "target-below-baseline",
    Severity.WARNING,
    Wording(
        "mục tiêu {target} kém kết quả đã có ({baseline})", "the target {target} falls behind the baseline {baseline}"
    ),
    Wording("sửa mục tiêu, hoặc “baseline”", "change the target, or “baseline”"),
    Wording(
        "kế hoạch đặt mục tiêu thấp hơn kết quả năm trước thường là nhầm số",
        "a plan that aims below what was reached already mostly has a wrong figure",
    ),
    Example(
        "text: Đạt từ <so-hoa=80%> trở lên.\nkpis:\n  so-hoa: {baseline: 85%}",
        "text: Đạt từ <so-hoa=80%> trở lên.\nkpis:\n  so-hoa: {baseline: 72%}",
    ),
)
_BOUNDS = {
    "target": Wording("đúng mức này", "just this"),
    "at_least": Wording("ít nhất", "at least"),
    "at_most": Wording("nhiều nhất", "at most"),
    "above": Wording("trên", "above"),
    "below": Wording("dưới", "below"),
    "about": Wording("khoảng", "about"),
    "between": Wording("trong khoảng", "between"),
}
_Known: TypeAlias = dict[tuple[Any, ...], list[Target]]


def check_kpis(context: Context) -> Iterator[Diagnostic]:
    """Shares above 100 %, ``kpis`` that contradict their sentence, one indicator with two targets."""
    yield from _above_whole(context)
    for path, block, notes in context.described:
        yield from _described(context, path, block, notes)
    yield from _two_targets(context)


_MORE_THAN_HUNDRED = deferred(r"(?:[1-9][0-9]{3,}|[2-9][0-9]{2}|1[0-9][1-9]|1[1-9]0|100[.,]0*[1-9])[0-9.,]*\s*%")


_MEASURED_OTHERWISE = deferred(
    r"\b(?:tăng|giảm|vượt|so với|gấp|dự toán|kế hoạch|chỉ tiêu|tốc độ|định mức|mức lương|phụ cấp|hệ số|bằng)\b"
)
"""Words of what may be more than its whole: growth, and what a plan or an estimate measures."""


def _above_whole(context: Context) -> Iterator[Diagnostic]:
    harmless: set[str] = set()
    for path, text in context.wordings.having("%"):
        if text in harmless:
            continue
        if not _MORE_THAN_HUNDRED.search(text):
            harmless.add(text)
            continue
        for figure in read_figures(without_marks(text), decimal=context.plan.decimal):
            share = max(figure.value, figure.upper or Decimal(0))
            if figure.unit != "%" or share <= 100 or figure.change or figure.compared_with:
                continue
            if figure.bound in DOWNWARD or _MEASURED_OTHERWISE.search(fold(_said_of(context, path, text, figure))):
                continue
            place = place_of(context, path, text, figure.start, figure.end)
            yield ABOVE_WHOLE.at(place, share=text[figure.start : figure.end])


def _said_of(context: Context, path: KeyPath, text: str, figure: Figure) -> str:
    """The words of the clause around ``figure``; of a cell that says nothing else, the title of its row too."""
    before = re.split(r"[;()\n]|\.(?=\s)", text[: figure.start])[-1]
    after = re.split(r"[;()\n]|\.(?=\s|$)", text[figure.end :])[0]
    clause = f"{before} {figure.name} {after}"
    if clause.split():
        return clause
    held: Any = context.plan
    title = ""
    for step in path:
        held = held[step] if isinstance(step, int) or isinstance(held, dict) else getattr(held, step, None)
        if isinstance(found := getattr(held, "title", None), str):
            title = found
    return title


def _described(context: Context, path: KeyPath, block: Block, notes: Mapping[str, KpiNote]) -> Iterator[Diagnostic]:
    """What ``kpis`` says beside the sentence that holds the figure."""
    for text in sentences(block):
        for figure in read_figures(without_marks(text), decimal=context.plan.decimal) if "<" in text else ():
            note = notes.get(figure.id or "")
            if note is None:
                continue
            here = (*path, "kpis", figure.id or "")
            yield from _bound(context, here, note, text, figure)
            yield from _baseline(context, here, note, text, figure)


def _bound(context: Context, path: KeyPath, note: KpiNote, text: str, figure: Figure) -> Iterator[Diagnostic]:
    stated, read = note.bound, figure.bound
    if stated is None or stated == read or figure.unit.startswith("/"):
        return
    if read == "target" and stated != "between":
        return
    start = text.rfind("<", 0, figure.start)
    words = " ".join((*text[:start].split()[-3:], text[figure.start : figure.end], *_behind(text, figure)[:2]))
    vi, en = _BOUNDS[read]
    yield OTHER_BOUND.at(
        context.places.value((*path, "bound")), stated=stated, words=excerpt(words), read_vi=vi, read_en=en
    )


def _behind(text: str, figure: Figure) -> list[str]:
    return re.split(r"[;:,.()]", text[figure.end :].removeprefix(">"))[0].split()


def _baseline(context: Context, path: KeyPath, note: KpiNote, text: str, figure: Figure) -> Iterator[Diagnostic]:
    if note.baseline is None or figure.change:
        return
    read = read_figures(f"<{note.baseline}>", decimal=context.plan.decimal)
    if len(read) != 1 or read[0].unit != figure.unit:
        return
    bound = note.bound or figure.bound
    behind = figure.value > read[0].value if bound in DOWNWARD else (figure.upper or figure.value) < read[0].value
    if behind:
        where = place_of(context, path[:-2], text, figure.start, figure.end)
        related = (Related(where, Wording("mục tiêu ở đây", "the target")),)
        yield BELOW_BASELINE.at(
            context.places.value((*path, "baseline")),
            related=related,
            target=text[figure.start : figure.end],
            baseline=note.baseline,
        )


def _two_targets(context: Context) -> Iterator[Diagnostic]:
    known: _Known = {}
    for target in targets(context, worth_comparing(context)):
        for other in _same(target, known):
            if (target.figure.value, target.figure.upper) == (other.figure.value, other.figure.upper):
                continue
            there = place_of(context, other.path, other.text, other.figure.start, other.figure.end)
            yield TWO_TARGETS.at(
                place_of(context, target.path, target.text, target.figure.start, target.figure.end),
                related=(Related(there, _THERE),),
                name=excerpt(target.name),
                here=target.written,
                there=other.written,
                line=there.line,
            )
            break


_SPECIFIC = 5
"""Words of an indicator at least, where a row states it and the objectives too: “cơ quan, đơn vị thực hiện” is any."""


def _same(target: Target, known: _Known) -> Iterator[Target]:
    """The first statement of the same indicator that stands in another sentence.

    In one sentence two figures are two things: a least and a best, this year's and the last one's. Rows speak of what
    their titles name, so they are compared with rows of the same title and with the objectives.
    """
    figure = target.figure
    key = (
        *(target.words, frozenset(figure.scope), figure.unit, figure.change, figure.rate, figure.due_year),
        *(fold(figure.compared_with or ""), target.around),
    )
    places = [(key, fold(target.subject))]
    if target.subject and len(target.words) >= _SPECIFIC:
        places.append((key, ""))
    found = (other for place in places for other in known.get(place, ()) if other.path != target.path)
    first = next(found, None)
    if first is None:
        known.setdefault(places[0], []).append(target)
    else:
        yield first
