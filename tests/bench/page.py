"""The figures of a run as the tables of a page, which stand there between two marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.bench.measuring import REAL_PLAN, Measured, Results, ratio
from tests.bench.subjects import BUILD, DOCXTPL, IMPORTS, PYTHON_DOCX, STAGES, ZIPPED
from tests.bench.targets import MB, Target, targets
from tests.bench.ways.stage_names import STAGES as STAGE_NAMES

PAGE = Path(__file__).with_name("README.md")
FIGURES, MANY = "figures", "many plans"
"""What the marks of the page are named: what is between them is written here."""


def rewritten(page: str, figures: str, name: str = FIGURES) -> str:
    """``page`` with ``figures`` between its marks called ``name``."""
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    before, _, rest = page.partition(begin)
    _, mark, after = rest.partition(end)
    if not mark:
        raise ValueError(f"the page has not the marks {begin} and {end}")
    return f"{before}{begin}\n\n{figures}\n{end}{after}"


def figures(results: Results, computer: Iterable[str]) -> str:
    """Everything that a run found, in Markdown."""
    parts = ["\n".join(f"- {line}" for line in computer)]
    parts.append("### Targets\n\n" + table(("", "wanted", "found", "met"), map(target_row, targets(results))))
    parts += [_processes(size, found) for size, found in results.items()]
    parts.append(_stages(results))
    return "\n\n".join(parts) + "\n"


def target_row(target: Target) -> tuple[str, ...]:
    """``target`` as a row of a table."""
    met = {True: "yes", False: "**no**", None: "not measured"}[target.met]
    return target.what, target.wanted, target.found, met


def _processes(size: int, found: dict[str, Measured]) -> str:
    """Whole processes; on the real plan beside the bare imports, else beside our build."""
    base = found[BUILD] if size else found[IMPORTS]
    beside = BUILD if size else IMPORTS
    head = ("", "time, s", f"times {beside}", "peak memory, MB", "file, kB")
    title = f"### {size:,} tasks" if size else "### The real plan of 2025"
    names = (name for name in found if name != ZIPPED and name != STAGES)
    return f"{title}\n\n" + table(head, (_process(name, found[name], base) for name in names))


def _process(name: str, measured: Measured, base: Measured) -> tuple[str, ...]:
    if not measured.runs:
        return name, measured.absent, "", "", ""
    times = ratio(measured, base, lambda run: run.cpu)
    return (
        name,
        _spread([run.seconds for run in measured.runs], 2),
        "" if times is None else f"{times:.2f}",
        _spread([run.peak / MB for run in measured.runs], 0),
        "" if measured.written is None else f"{measured.written / 1000:,.0f}",
    )


def _spread(values: list[float], digits: int) -> str:
    """The median, and between brackets the least and the most."""
    ordered = sorted(values)
    middle = (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
    least, most = f"{ordered[0]:,.{digits}f}", f"{ordered[-1]:,.{digits}f}"
    return f"{middle:,.{digits}f}" if least == most else f"{middle:,.{digits}f} ({least}–{most})"


def _stages(results: Results) -> str:
    """Seconds of the processor by stage, with the memory that a stage adds, and the ways that do a part of it."""
    head = ("", *("2025" if size == REAL_PLAN else f"{size:,} tasks" for size in results))
    laps = [(_laps(found, STAGES, "seconds"), _laps(found, STAGES, "memory")) for found in results.values()]
    rows = [(name, *(_lap(name, seconds, memory) for seconds, memory in laps)) for name in STAGE_NAMES]
    printing = [seconds.get("template", 0) + seconds.get("write", 0) for seconds, _ in laps]
    rows.append(("template and write", *(f"{each:.3f}" if each else "" for each in printing)))
    for name, lap in ((DOCXTPL, "table"), (PYTHON_DOCX, "table"), (ZIPPED, "zip")):
        found = [_laps(each, name, "seconds").get(lap) for each in results.values()]
        rows.append(
            (
                name if name == ZIPPED else f"{name}, same rows",
                *("" if each is None else f"{each:.3f}" for each in found),
            )
        )
    return "### Stages\n\n" + table(head, rows)


def _laps(found: dict[str, Measured], name: str, kind: str) -> dict[str, float]:
    return found[name].laps(kind) if name in found else {}


def _lap(name: str, seconds: dict[str, float], memory: dict[str, float]) -> str:
    if name not in seconds:
        return ""
    added = f", {memory[name] / MB:.0f} MB" if name in memory else ""
    return f"{seconds[name]:.3f}{added}"


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A table in Markdown."""
    return "\n".join(_lines(head, rows))


def _lines(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield "|---" * len(head) + "|"
    for row in rows:
        yield f"| {' | '.join(row)} |"
