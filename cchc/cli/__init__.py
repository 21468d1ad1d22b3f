"""The command line: arguments in, pipeline called, outcome handed to the report, exit code out."""

from __future__ import annotations

import os

INTERRUPTED = 130


def main() -> None:
    """Run the command line of this process and exit with its code."""
    try:
        from cchc.cli.entry import run
    except KeyboardInterrupt:  # so early that there are no words yet
        os._exit(INTERRUPTED)
    run()
