"""``cchc build --watch``: told round by round, until somebody presses Ctrl-C."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from time import localtime, perf_counter, strftime

from cchc.cli.building import Teller
from cchc.cli.editing import Speaking
from cchc.pipeline.outcomes import BuildRequest, Surroundings
from cchc.pipeline.watching import watch
from cchc.report.progress import Progress
from cchc.report.watching import changed, ended, waiting


def run_watch(
    request: BuildRequest,
    surroundings: Callable[[], Surroundings],
    speaking: Speaking,
    progress: Progress,
    teller: Teller,
) -> int:
    """Build whenever something changes, and say so. Returns the exit code: to be interrupted is how it is to end."""
    output, language = speaking.output, speaking.language
    try:
        with closing(watch(request, surroundings, progress.show)) as rounds:
            for number, each in enumerate(rounds):
                if each.changed and not speaking.quiet:
                    output.print([changed(each.changed, _now(), language)])
                teller.tell(each.results, perf_counter())
                if number == 0 and not speaking.quiet:
                    output.print([waiting(language)])
    except KeyboardInterrupt:
        progress.hide()
        if not speaking.quiet:
            output.print([ended(language)])
    return 0


def _now() -> str:
    return strftime("%H:%M:%S", localtime())
