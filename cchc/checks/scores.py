"""Scorecards: points stay within their maxima, maxima make a hundred, targets do not fall behind last year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from cchc.checks.context import Context, DrawnTable
from cchc.diagnostics import Diagnostic, Example, Related, Rule, Severity, Wording
from cchc.language.numbers import DecimalSign, write_decimal
from cchc.model.cells import Score
from cchc.model.fields import SCORE_PARTS
from cchc.model.inheritance import PlacedRow, placed_rows
from cchc.model.sums import figure_if_any, summed_fields

NOT_A_HUNDRED = Rule(
    "M106",
    "maxima-not-hundred",
    Severity.WARNING,
    Wording(
        "điểm tối đa của các tiêu chí cộng lại là {sum}, không phải 100",
        "the maxima of the criteria add up to {sum}, not to 100",
    ),
    Wording("kiểm tra điểm tối đa của từng lĩnh vực", "check the maximum of each criterion"),
    Wording(
        "các bộ chỉ số CCHC chấm trên thang 100; cộng gần 100 mà không phải 100 là sót hoặc nhầm một tiêu chí",
        "the indices of reform score out of 100; a sum close to it that is not 100 has a criterion missing or wrong",
    ),
    Example(
        "criteria:\n  - {title: Thể chế, score: {max: 49.5}}\n  - {title: Bộ máy, score: {max: 50}}",
        "criteria:\n  - {title: Thể chế, score: {max: 50}}\n  - {title: Bộ máy, score: {max: 50}}",
    ),
)
ABOVE_MAXIMUM = Rule(
    "M107",
    "points-above-maximum",
    Severity.WARNING,
    Wording(
        "{points} điểm ở “{part}”, cao hơn điểm tối đa {max}", "{points} points at “{part}”, above the maximum {max}"
    ),
    Wording("sửa điểm này, hoặc điểm tối đa", "change this figure, or the maximum"),
    Wording("không tiêu chí nào đạt hơn điểm tối đa của nó", "no criterion earns more than its maximum"),
    Example("score: {max: 1, achieved: 1.5}", "score: {max: 1.5, achieved: 1.5}"),
)
_MAXIMUM = Wording("điểm tối đa", "the maximum")
BELOW_ACHIEVED = Rule(
    "M108",
    "target-below-achieved",
    Severity.WARNING,
    Wording(
        "{count} tiêu chí có mục tiêu thấp hơn điểm đã đạt; ở đây là {target}, đã đạt {achieved}",
        "{count} criteria aim below what was achieved; here at {target}, with {achieved} achieved",
    ),
    Wording(
        "kiểm tra mục tiêu; nếu cố ý, ghi lý do ở “note”", "check the targets; where it is meant, say why in “note”"
    ),
    Wording(
        "kế hoạch nâng cao chỉ số mà đặt mục tiêu thấp hơn năm trước thường là nhầm số hoặc nhầm cột",
        "a plan to improve an index that aims below last year mostly has a wrong figure, or two columns mixed up",
    ),
    Example("score: {max: 1, achieved: 0.8, target: 0.7}", "score: {max: 1, achieved: 0.8, target: 0.85}"),
)
_TOO = Wording("cả ở đây", "here too")
_NEAR = (Decimal(80), Decimal(120))
"""Totals of maxima that are meant as a hundred; a table of some criteria alone has less."""
_SHOWN = 9
"""How many further places one diagnostic shows."""


def check_scores(context: Context) -> Iterator[Diagnostic]:
    """Points above their maximum, targets below what was achieved, maxima that nearly make a hundred."""
    for drawn in context.tables():
        scored = [placed for placed in placed_rows(drawn.table) if placed.row.score and not placed.continues]
        if scored:
            yield from _maxima(drawn, context)
            yield from _rows(scored, drawn, context)


def points(score: Score | None, decimal: DecimalSign) -> Mapping[str, Decimal]:
    """The points of a criterion by part; those that are no number are left out."""
    texts = ((name, getattr(score, name, None)) for name in SCORE_PARTS)
    read = ((name, figure_if_any(text, decimal)) for name, text in texts if text)
    return {name: value for name, value in read if value is not None}


def _maxima(drawn: DrawnTable, context: Context) -> Iterator[Diagnostic]:
    if "score.max" not in summed_fields(drawn.layout):
        return
    found = context.sums(drawn)
    total = found[()]["score.max"].value if "score.max" in found[()] else None
    if total is None or total == 100 or not _NEAR[0] <= total <= _NEAR[1]:
        return
    first = next(placed for placed in placed_rows(drawn.table) if "score.max" in placed.cells)
    place = context.places.value((*drawn.path, *first.where("score.max")))
    if all(figure["score.max"].agrees for figure in found.values() if "score.max" in figure):
        yield NOT_A_HUNDRED.at(place, sum=write_decimal(total.normalize(), drawn.layout.decimal))


def _rows(scored: list[PlacedRow], drawn: DrawnTable, context: Context) -> Iterator[Diagnostic]:
    places, decimal = context.places, drawn.layout.decimal
    lower: list[tuple[PlacedRow, Mapping[str, Decimal]]] = []
    for placed in scored:
        had = points(placed.row.score, decimal)
        top = had.get("max")
        for part in ("achieved", "target"):
            if top is not None and part in had and had[part] > top:
                here = places.value((*drawn.path, *placed.row_path, "score", part))
                related = (Related(places.value((*drawn.path, *placed.row_path, "score", "max")), _MAXIMUM),)
                written = {name: write_decimal(value, decimal) for name, value in had.items()}
                yield ABOVE_MAXIMUM.at(here, related=related, part=part, points=written[part], max=written["max"])
        if "achieved" in had and "target" in had and had["target"] < had["achieved"]:
            lower.append((placed, had))
    # A criterion falls behind because one inside it does: that one is shown.
    lower = [each for each in lower if not any(_inside(other[0], each[0]) for other in lower)]
    if lower:
        yield _below_achieved(lower, drawn, context)


def _inside(inner: PlacedRow, outer: PlacedRow) -> bool:
    return inner.depth > outer.depth and inner.row_path[: len(outer.row_path)] == outer.row_path


def _below_achieved(
    lower: list[tuple[PlacedRow, Mapping[str, Decimal]]], drawn: DrawnTable, context: Context
) -> Diagnostic:
    spans = [context.places.value((*drawn.path, *placed.row_path, "score", "target")) for placed, _ in lower]
    _, had = lower[0]
    return BELOW_ACHIEVED.at(
        spans[0],
        related=tuple(Related(span, _TOO) for span in spans[1 : _SHOWN + 1]),
        count=len(lower),
        target=write_decimal(had["target"], drawn.layout.decimal),
        achieved=write_decimal(had["achieved"], drawn.layout.decimal),
    )
