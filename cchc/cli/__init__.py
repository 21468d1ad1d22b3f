"""The command line: arguments in, pipeline called, outcome handed to the report, exit code out."""

from __future__ import annotations

import gc
import os

INTERRUPTED = 130


def main() -> None:
    """Run the command line of this process and exit with its code."""
    # A run is short and makes hardly any cycles: collecting them costs an eighth of its time and frees nothing.
    gc.disable()
    try:
        from cchc.cli.entry import run
    except KeyboardInterrupt:  # so early that there are no words yet
        os._exit(INTERRUPTED)
    run()
