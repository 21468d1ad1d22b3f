"""One plan through the stages of a build, each by itself: ``python -m tests.bench.ways.stages PLAN``.

What a stage needs at its first use (layouts, the registry, the style sheet, compiled templates) counts with it, as in a
build. Given a second file, the rows that print are written there too, for the alternatives.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import Any

from cchc import __version__
from cchc.backends.docx.properties import UNDATED, Properties
from cchc.backends.docx.readback import read_back
from cchc.backends.docx.writer import write
from cchc.checks.context import Context
from cchc.checks.families import check
from cchc.export.sentences import printed_sentences
from cchc.language.dates import read_period
from cchc.loader.validation import shaped
from cchc.lower.document import lower
from cchc.lower.views import DocumentView, TableView
from cchc.model.plan import Plan
from cchc.pipeline.opening import Opened, open_plans
from cchc.pipeline.outcomes import Surroundings
from cchc.pipeline.texts import read_source
from cchc.pipeline.verification import verify
from cchc.syntax.parsing import parse
from cchc.templating.rendering import render
from cchc.workspace.cache import cache_folder
from tests.bench.ways.laps import Laps


def compiled(plan_file: Path, laps: Laps) -> tuple[DocumentView, bytes]:
    """What is printed of the plan, and its Word file, each stage a lap. ValueError for a plan that has errors."""
    around = Surroundings(Path.cwd(), os.environ, sys.platform, Path.home(), date.today())
    opened = open_plans((str(plan_file),), None, around)
    with laps.lap("read"):
        source, _ = read_source(plan_file, plan_file.name)
    if source is None:
        raise ValueError(f"{plan_file} cannot be read")
    with laps.lap("parse"):
        node, _ = parse(source)
    if node is None:
        raise ValueError(f"{plan_file} is no YAML")
    with laps.lap("validate"):
        shape = shaped(node, Plan, opened.looks.declared_fields(node))
    if shape.value is None:
        raise ValueError(f"{plan_file} has not the shape of a plan")
    plan, places = shape.value, shape.places
    with laps.lap("validate"):
        found, _ = opened.looks.layouts(plan, places)
        period = read_period(plan.period)
        layouts = {name: layout.drawn_for(period) for name, layout in found.items()}
    with laps.lap("check"):
        context = Context(plan, places, layouts, opened.registry, opened.today)
        list(check(context))
    with laps.lap("lower"):
        view = lower(plan, layouts, opened.registry)
    document, styles = _printed(view, opened, around, laps)
    with laps.lap("write"):
        data = write(document, styles, Properties(view.title, "", UNDATED))
    with laps.lap("read back"):
        lost = list(verify(read_back(data), plan, context.rows, printed_sentences(plan), layouts, places))
    if lost:
        raise ValueError(f"{plan_file} is not in its Word file")
    return view, data


def _printed(view: DocumentView, opened: Opened, around: Surroundings, laps: Laps) -> Any:
    looks = opened.looks
    with laps.lap("template"):
        styles = looks.styles.value
        cache = cache_folder(
            __version__, looks.digest, environ=around.environ, platform=around.platform, home=around.home
        )
        document, _ = render(view, looks.template, styles.paragraphs if styles else (), bytecode=cache)
    return document, styles


def rows(view: DocumentView) -> list[list[str]]:
    """The rows of the appendices as they print, the cells of one that spans columns filled up with empty ones."""
    tables = [item for appendix in view.appendices for item in appendix.items if isinstance(item, TableView)]
    return [
        [text for cell in row.cells for text in (_text(cell), *[""] * (cell.colspan - 1))]
        for table in tables
        for row in table.rows
    ]


def _text(cell: Any) -> str:
    return "\n".join(f"{line.label} {line.text}".strip() for line in cell.lines)


def main() -> None:
    """The stages of the plan that the first argument names."""
    gc.disable()  # as the program does
    laps = Laps()
    plan, *wanted = map(Path, sys.argv[1:])
    view, data = compiled(plan, laps)
    if wanted:
        table, file = wanted
        table.write_text(json.dumps(rows(view)), encoding="utf-8")
        file.write_bytes(data)
    laps.say()


if __name__ == "__main__":
    main()
