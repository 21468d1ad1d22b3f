"""The command line: arguments in, pipeline called, outcome handed to the report, exit code out."""

from __future__ import annotations

from cchc.cli.entry import main

__all__ = ["main"]
