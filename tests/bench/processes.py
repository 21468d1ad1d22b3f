"""A process and what it took: its time by our clock, its own processor time, the memory of its largest process."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import perf_counter
from typing import NamedTuple


class Run(NamedTuple):
    """One run: ``seconds`` by the clock, ``cpu`` of user and system together, ``peak`` in bytes, and what it printed.

    ``peak`` is that of the largest process among those it waited for. It cannot be less than that of this process.
    """

    seconds: float
    cpu: float
    peak: int
    output: str


class FailedError(Exception):
    """A process that did not end well, with the end of what it said."""


class TooLongError(Exception):
    """A process that was ended because it took longer than it may."""


def run(command: Sequence[str], *, cwd: Path, environ: Mapping[str, str], limit: float) -> Run:
    """``command`` run in ``cwd`` from its start to its end. Raises FailedError and, after ``limit`` s, TooLongError."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        began = perf_counter()
        process = subprocess.Popen(
            command, cwd=cwd, env=dict(environ), stdin=subprocess.DEVNULL, stdout=output, stderr=errors
        )
        late = threading.Timer(limit, process.kill)
        late.start()
        try:
            _, status, used = os.wait4(process.pid, 0)
        finally:
            late.cancel()
        seconds = perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if seconds >= limit:
            raise TooLongError(f"{limit:.0f} s")
        if process.returncode:
            errors.seek(0)
            raise FailedError(f"{' '.join(command)}: {errors.read().decode(errors='replace')[-2000:]}")
        output.seek(0)
        # macOS counts bytes, all others kilobytes.
        unit = 1 if sys.platform == "darwin" else 1024
        return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * unit, output.read().decode())
