"""The command line: arguments in, pipeline called, outcome handed to the report, exit code out."""

from __future__ import annotations

import gc
import os
import sys

INTERRUPTED = 130


def main() -> None:
    """Run the command line of this process and exit with its code."""
    sys.exit(_run())


def program() -> None:
    """As ``main``, for a process that has nothing else to do.

    It ends at once: nothing is open any more, and to take down some hundred modules one by one would cost Python a
    tenth of a build.
    """
    os._exit(_run())


def _run() -> int:
    # A run is short and makes hardly any cycles: collecting them costs an eighth of its time and frees nothing.
    gc.disable()
    try:
        from cchc.cli.entry import run
    except KeyboardInterrupt:  # so early that there are no words yet
        os._exit(INTERRUPTED)
    return run()
