"""The differences between what the compiler reads in a plan and what a reader found in the act; empty without any."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from cchc.export.rows import bodies_of, plan_rows
from cchc.language.figures import Figure
from cchc.language.timing import Timing
from cchc.model.objectives import Objective, objectives
from cchc.model.plan import Plan
from cchc.registry.reading import Mention
from cchc.registry.registry import shipped_registry
from tests.acts.comparison import Line, LineDifference, unequal
from tests.acts.fixtures import Act, table


def kpi_differences(act: Act, plan: Plan) -> list[LineDifference]:
    """The KPIs that the compiler reads otherwise than the act's reader."""
    return unequal(table(act, "kpis.tsv"), _kpis(plan))


def numbered_objectives(plan: Plan) -> Iterator[tuple[str, int, Objective]]:
    """Every objective with its reform content and its number there, from 1."""
    numbers: dict[str, int] = {}
    for objective in objectives(plan):
        reform = objective.reform or "-"
        numbers[reform] = numbers.get(reform, 0) + 1
        yield reform, numbers[reform], objective


def _kpis(plan: Plan) -> Iterator[Line]:
    for reform, number, objective in numbered_objectives(plan):
        for figure in objective.figures:
            yield {
                "reform": reform,
                "objective": str(number),
                "value": _value(figure),
                "bound": figure.bound,
                "change": figure.change or "-",
                "scope": ",".join(figure.scope) or "-",
                "name": figure.name,
            }


def _value(figure: Figure) -> str:
    """The value with its unit, where that is no percentage."""
    unit = "" if figure.unit == "%" else f" {figure.unit}"
    return f"{figure.value}{'' if figure.upper is None else f'..{figure.upper}'}{unit}"


def body_differences(act: Act, plan: Plan, on: date | None = None) -> list[LineDifference]:
    """The leads and supports that the compiler reads otherwise, as of a day, than the act's reader."""
    return unequal(table(act, "bodies.tsv"), _bodies(plan, on))


def _bodies(plan: Plan, on: date | None) -> Iterator[Line]:
    for number, row in enumerate(plan_rows(plan), 1):
        if "lead" in row.written or "support" in row.written:
            read = {
                column: "; ".join(map(shown, bodies_of(row.written.get(column), shipped_registry(), on)))
                for column in ("lead", "support")
            }
            yield {"row": str(number)} | read


def shown(mention: Mention) -> str:
    """A mention as the table of bodies writes it: a body by its id, a class by the act's words."""
    if mention.kind == "body":
        return mention.id or ""
    if mention.kind == "office_holder":
        return f"holder:{mention.office} {mention.id}"
    return f"{mention.kind}:{mention.printed.lower()}"


def timing_differences(act: Act, plan: Plan) -> list[LineDifference]:
    """The free timings that the compiler reads otherwise than the act's reader."""
    read = (_timing(number, row.timing) for number, row in enumerate(plan_rows(plan), 1) if row.timing)
    return unequal(map(_days, table(act, "timings.tsv")), read)


def _timing(number: int, timing: Timing) -> Line:
    return {
        "row": str(number),
        "words": timing.printed,
        "kind": timing.kind,
        "first": str(timing.first or ""),
        "last": str(timing.last or ""),
    }


def _days(row: Line) -> Line:
    """A line of the table of timings with the first and the last day of its years and months."""
    return row | {"first": _first_day(row["first"]), "last": _last_day(row["last"])}


def _first_day(written: str) -> str:
    return written and written + "-01" * (2 - written.count("-"))


def _last_day(written: str) -> str:
    if len(written) == len("2025"):
        return f"{written}-12-31"
    if len(written) == len("2025-06"):
        year, month = map(int, written.split("-"))
        return f"{written}-{monthrange(year, month)[1]}"
    return written
