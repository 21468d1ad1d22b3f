"""Figures of the prose against the tables: points of scorecards, totals of money."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from cchc.checks.arithmetic import ROUNDED
from cchc.checks.context import Context, DrawnTable
from cchc.checks.frames import COSTS, SUMMED_COSTS
from cchc.checks.indicators import place_of
from cchc.checks.percentages import near, percent
from cchc.checks.scores import points
from cchc.diagnostics import Diagnostic, Example, Related, Rule, Severity, Wording
from cchc.language.folding import nfc
from cchc.language.marks import NUMBER
from cchc.language.numbers import NotANumber, read_prose_decimal, write_decimal
from cchc.model.blocks import sentences
from cchc.model.fields import kind_of
from cchc.model.inheritance import placed_rows
from cchc.model.sums import rounds_to
from cchc.patterns import deferred
from cchc.source import KeyPath, Span

OTHER_TOTAL = Rule(
    "M111",
    "prose-total-differs",
    Severity.WARNING,
    Wording("câu ghi {stated}, nhưng bảng cộng lại là {sum}", "the sentence says {stated}, the table adds up to {sum}"),
    Wording("sửa câu này hoặc các số trong bảng", "change the sentence, or the figures of the table"),
    Wording(
        "số trong lời văn và số trong phụ lục của một văn bản phải là một",
        "the words and the tables of one act say one thing",
    ),
    Example.within(
        "opening: Tổng kinh phí thực hiện là ___.\n"
        + SUMMED_COSTS
        + COSTS
        + "      - {title: Tập huấn, budget: 20}\n      - {title: Tuyên truyền, budget: 50}",
        wrong="80 triệu đồng",
        right="70 triệu đồng",
    ),
)
OTHER_POINTS = Rule(
    "M114",
    "prose-points-differ",
    Severity.WARNING,
    Wording(
        "“{name}” ở đây là {stated}, nhưng bảng ghi {points}/{max} điểm ({share}%)",
        "“{name}” is {stated} here, and the table has {points} of {max} points ({share}%)",
    ),
    Wording("sửa câu này hoặc điểm trong bảng", "change the sentence, or the points in the table"),
    Wording(
        "kết quả của một chỉ số nêu ở lời văn và trong bảng điểm phải là một; thường là nhầm điểm với tỷ lệ",
        "the result of an index is one, in words and in the scorecard; mostly points and percent were mixed up",
    ),
    Example.within(
        "opening: ___\n"
        "appendices:\n"
        "  - title: Bảng điểm\n"
        "    layout: scorecard\n"
        "    criteria:\n"
        "      - {title: Chỉ số hài lòng (SIPAS), score: {max: 10, achieved: 8.17}}",
        wrong="Chỉ số SIPAS đạt 8,21%.",
        right="Chỉ số SIPAS đạt 81,7%.",
    ),
)
_TABLE = Wording("điểm trong bảng", "the points in the table")
_ZEROS = {"": 0, "nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}
_YEAR = r"\b(?:19|20)\d\d\b(?!\s*(?:nghìn|ngàn|triệu|tỷ|tỉ|đồng))"
_PROSE = frozenset(("opening", "body", "closing", "act"))


def check_prose_figures(context: Context) -> Iterator[Diagnostic]:
    """What the prose says of the points in scorecards and of the money in tables, where these say something else."""
    prose = [(path, text) for path, text in context.texts if path[0] in _PROSE and "table" not in path]
    scored = [drawn for drawn in context.tables() if any(row.row.score for row in placed_rows(drawn.table))]
    if scored:
        yield from _scores(context, prose, scored)
    yield from _money(context, prose)


class _Total(NamedTuple):
    """The sums of a scorecard: its maxima, what was achieved, what is aimed at; and where the table begins."""

    max: Decimal
    others: tuple[Decimal, ...]
    place: Span


def _scores(
    context: Context, prose: Sequence[tuple[KeyPath, str]], scored: Sequence[DrawnTable]
) -> Iterator[Diagnostic]:
    totals = [total for drawn in scored if (total := _total(drawn, context))]
    criteria = tuple(_criteria(scored, context))
    for path, text in prose:
        if "/" in text and "điểm" in text:
            yield from _stated_totals(context, path, text, totals)
        if "đạt" in text:
            yield from _stated_points(context, path, text, criteria)


def _total(drawn: DrawnTable, context: Context) -> _Total | None:
    found = context.sums(drawn).get((), {})
    values = {name: figure.value for name, figure in found.items()}
    top = values.get("score.max")
    others = (values.get("score.achieved"), values.get("score.target"))
    if top is None:
        return None
    place = context.places.value((*drawn.path, "layout"))
    return _Total(top, tuple(each for each in others if each is not None), place)


_OF_POINTS = deferred(rf"(?<![\w.,/-])(?P<points>{NUMBER})\s?/\s?(?P<max>{NUMBER})\s*điểm", re.IGNORECASE)


def _stated_totals(context: Context, path: KeyPath, text: str, totals: Sequence[_Total]) -> Iterator[Diagnostic]:
    """“đạt 85.42/100 điểm” against the scorecard whose maxima make a hundred."""
    for found in _OF_POINTS.finditer(text):
        try:
            top = read_prose_decimal(found["max"], context.plan.decimal)
            stated = _read(found["points"], top, context)
        except NotANumber:
            continue
        meant = [total for total in totals if total.max == top and total.others]
        if len(meant) != 1 or stated in meant[0].others or _of_other_year(context, text[: found.start()]):
            continue
        rounded = next((each for each in meant[0].others if _rounded(each, stated)), None)
        exact = min(meant[0].others, key=lambda each: abs(each - stated)) if rounded is None else rounded
        yield (OTHER_TOTAL if rounded is None else ROUNDED).at(
            place_of(context, path, text, found.start("points"), found.end("points")),
            related=(Related(meant[0].place, Wording("bảng điểm", "the scorecard")),),
            stated=found["points"],
            sum=write_decimal(exact, "." if "." in found["points"] else context.plan.decimal),
        )


def _rounded(exact: Decimal, stated: Decimal) -> bool:
    """Whether ``stated`` is ``exact``, rounded; 0,72 tỷ is no “1 tỷ”."""
    return rounds_to(exact, stated) and 100 * abs(exact - stated) <= abs(exact)


def _read(text: str, most: Decimal, context: Context) -> Decimal:
    """The number ``text``; scorecards often have another decimal sign than the prose, and then so do the sentences on
    them: 85.415 of 100 is no thousands. Raises NotANumber."""
    value = read_prose_decimal(text, context.plan.decimal)
    other = read_prose_decimal(text, "." if context.plan.decimal == "," else ",") if value > most else value
    return other if other <= most else value


def _of_other_year(context: Context, before: str) -> bool:
    """Whether the clause before a figure speaks of another year than the plan's and the one before it."""
    clause = re.split(r"[;()\n]|\.(?=\s)", before)[-1]
    years = {int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", clause)}
    return bool(years) and years.isdisjoint((context.period.first - 1, *context.period))


class _Criterion(NamedTuple):
    """An index that a scorecard names: how prose calls it, its points, where they stand."""

    name: str
    max: Decimal
    achieved: Decimal
    target: Decimal | None
    place: Span
    decimal: str


_INDEX_NAME = deferred(r"[Cc]hỉ số\b[^()]*?\(?\b([A-ZĐ]{3,}(?: [A-Z]{3,})?)\b")


def _criteria(scored: Sequence[DrawnTable], context: Context) -> Iterator[_Criterion]:
    """The criteria that are an index with a short name of its own: “Kết quả Chỉ số hài lòng (SIPAS)”."""
    named: dict[str, list[_Criterion]] = {}
    for drawn in scored:
        for placed in placed_rows(drawn.table):
            title = " ".join(sentences(placed.row.title))
            name = _INDEX_NAME.search(title) if placed.row.score else None
            had = points(placed.row.score, drawn.layout.decimal) if name and placed.row.score else {}
            if name and "max" in had and "achieved" in had and had["max"] > 0:
                place = context.places.value((*drawn.path, *placed.row_path, "score", "achieved"))
                made = _Criterion(name[1], had["max"], had["achieved"], had.get("target"), place, drawn.layout.decimal)
                named.setdefault(name[1], []).append(made)
    yield from (each[0] for each in named.values() if len(each) == 1)


@cache
def _reached(name: str) -> re.Pattern[str]:
    return re.compile(
        rf"[Cc]hỉ số (?:[^;:.()\d]*?\()?{re.escape(name)}\b\)?(?P<words>(?:[^;:.()\d]|\b(?:19|20)\d\d\b)*?)đạt\s+"
        rf"(?P<stated>{NUMBER})\s*(?P<unit>%|điểm|/\s?(?P<max>{NUMBER}))"
    )


def _stated_points(context: Context, path: KeyPath, text: str, criteria: Sequence[_Criterion]) -> Iterator[Diagnostic]:
    """“Chỉ số SIPAS tỉnh năm 2023 đạt 8,21%” against the points of the criterion SIPAS."""
    for criterion in criteria:
        if criterion.name not in text:
            continue
        for found in _reached(criterion.name).finditer(nfc(text)):
            stated = _as_points(found, criterion, context)
            if stated is None or _of_other_year(context, found["words"]):
                continue
            years = set(re.findall(r"\b(?:19|20)\d\d\b", found["words"]))
            aims = () if str(context.period.first - 1) in years else (criterion.target,)
            meant = (criterion.achieved, *aims)
            if any(each is not None and _says(found["unit"], stated, each, criterion.max) for each in meant):
                continue
            yield OTHER_POINTS.at(
                place_of(context, path, text, found.start("stated"), found.end("unit")),
                related=(Related(criterion.place, _TABLE),),
                name=criterion.name,
                stated=text[found.start("stated") : found.end("unit")],
                points=f"{criterion.achieved}".replace(".", criterion.decimal),
                max=f"{criterion.max}".replace(".", criterion.decimal),
                share=percent(criterion.achieved, criterion.max, context.plan.decimal),
            )


def _as_points(found: re.Match[str], criterion: _Criterion, context: Context) -> Decimal | None:
    try:
        stated = _read(found["stated"], Decimal(100) if found["unit"] == "%" else criterion.max, context)
        if found["max"] and read_prose_decimal(found["max"], context.plan.decimal) != criterion.max:
            return None
    except NotANumber:
        return None
    return stated


def _says(unit: str, stated: Decimal, points_had: Decimal, top: Decimal) -> bool:
    return near(100 * points_had / top, stated) if unit == "%" else near(points_had, stated)


_MONEY = ("kinh phí", "dự toán", "chi phí", "nhu cầu vốn", "số tiền")
_OF_MONEY = deferred(
    rf"\b[Tt]ổng\s(?:[^;.()\d]{{0,40}}\s)?(?:{'|'.join(_MONEY)})"
    rf"(?:[^;.()\d]|{_YEAR}){{0,80}}?"
    rf"(?P<amount>{NUMBER})\s*(?P<size>nghìn|ngàn|triệu|tỷ|tỉ)?\s*đồng"
)


def _money(context: Context, prose: Sequence[tuple[KeyPath, str]]) -> Iterator[Diagnostic]:
    """“Tổng kinh phí … là 720 triệu đồng” against the one table whose money is added up."""
    stated = [(path, text) for path, text in prose if _may_sum_up(text) and _OF_MONEY.search(text)]
    if not stated:
        return
    totals = list(_money_totals(context))
    whole = [total for total, is_whole in totals if is_whole]
    for path, text in stated:
        for found in _OF_MONEY.finditer(text):
            try:
                amount = read_prose_decimal(found["amount"], context.plan.decimal).scaleb(_ZEROS[found["size"] or ""])
            except NotANumber:
                continue
            if len(whole) != 1 or amount in (total for total, _ in totals) or "khoảng" in found[0]:
                continue
            # normalize() keeps 700 as 7E+2; it is written whole.
            computed = whole[0].scaleb(-_ZEROS[found["size"] or ""]).normalize()
            unit = f"{found['size']} đồng" if found["size"] else "đồng"
            rounded = _rounded(computed, amount.scaleb(-_ZEROS[found["size"] or ""]))
            yield (ROUNDED if rounded else OTHER_TOTAL).at(
                place_of(context, path, text, found.start("amount"), found.end()),
                stated=text[found.start("amount") : found.end()],
                sum=f"{write_decimal(computed, context.plan.decimal)} {unit}",
            )


def _may_sum_up(text: str) -> bool:
    return "đồng" in text and "ổng" in text and any(words in text for words in _MONEY)


def _money_totals(context: Context) -> Iterator[tuple[Decimal, bool]]:
    """The sums of money of the tables, in đồng; those of groups, then that of each whole table."""
    for drawn in context.tables():
        units = {
            column.prints.field: (column.unit or drawn.table.unit or "").casefold().removesuffix("đồng").strip()
            for column in drawn.layout.grid
            if column.sum and column.prints.field and kind_of(column.prints.field, drawn.layout.fields) == "money"
        }
        for where, by_field in context.sums(drawn).items():
            for name, figure in by_field.items():
                if name in units and figure.value is not None and units[name] in _ZEROS:
                    yield figure.value.scaleb(_ZEROS[units[name]]), where == ()
