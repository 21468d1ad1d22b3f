"""The processor time that parts of a process take, and the memory that each adds while it runs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import process_time

_STATUS, _RESET = Path("/proc/self/status"), Path("/proc/self/clear_refs")


class Laps:
    """Parts of a process as they are done: seconds of the processor by name, and bytes at most above what was in use.

    Only Linux tells the memory of a part, as its kernel lets a process set its own peak back.
    """

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.memory: dict[str, int] = {}

    @contextmanager
    def lap(self, name: str) -> Iterator[None]:
        """The time and memory of what is done inside belong to ``name``."""
        before = _set_back()
        began = process_time()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + process_time() - began
        if before is not None:
            self.memory[name] = max(self.memory.get(name, 0), _status("VmHWM") - before)

    def say(self) -> None:
        """Print them as one line of JSON."""
        json.dump({"seconds": self.seconds, "memory": self.memory}, sys.stdout)


def _set_back() -> int | None:
    """The bytes in use now, which from here on is the peak; None where the system does not tell."""
    try:
        _RESET.write_text("5", encoding="ascii")
        return _status("VmRSS")
    except OSError:
        return None


def _status(name: str) -> int:
    lines = _STATUS.read_text(encoding="ascii", errors="replace").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{name}:"))
