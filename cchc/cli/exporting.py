"""``cchc export``: tables written, what they hold and what is not among it reported."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cchc.cli.editing import Speaking
    from cchc.pipeline.exporting import ExportRequest
    from cchc.pipeline.outcomes import Surroundings
    from cchc.report.progress import Progress


def run_export(
    request: ExportRequest,
    around: Surroundings,
    speaking: Speaking,
    progress: Progress,
    shown: Callable[[Path], str],
) -> int:
    """Write the tables that ``request`` asks for. Returns the exit code."""
    from cchc.pipeline.exporting import Exported, export
    from cchc.report.exporting import exported
    from cchc.report.reporter import Reporter

    reporter = Reporter(speaking.errors, speaking.language, quiet=False)
    begun = perf_counter()
    # Closed whatever happens: an interrupted run leaves none of the files that it was writing.
    with closing(export(request, around, progress.show)) as results:
        try:
            for result in results:
                progress.hide()
                if isinstance(result, Exported):
                    reporter.report(result.outcome.diagnostics)
                    if not speaking.quiet:
                        speaking.output.print(exported(result, shown, perf_counter() - begun, speaking.language))
                    return result.outcome.exit_code
                reporter.report(result.diagnostics)
        finally:
            progress.hide()
    raise AssertionError("a run ends with what it exported")
