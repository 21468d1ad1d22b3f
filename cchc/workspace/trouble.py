"""What is said when the disk or a program does not do its part, and when that ends the program with 2.

Codes: W0xx what is to be read, W1xx what is to be written, W2xx programs and the environment, W4xx what is to be
compared, W5xx runs over many plans and what is exported: the surroundings, exit code 2. W3xx what stands in a file is
wrong, exit code 1 like any other mistake in a plan.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from cchc.diagnostics import Diagnostic, Severity

_SURROUNDINGS = ("W0", "W1", "W2", "W4", "W5")


class WorkspaceError(Exception):
    """Something that cannot be read, written or called; ``diagnostic`` says what and the way out."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message.en)
        self.diagnostic = diagnostic


def is_trouble(diagnostic: Diagnostic) -> bool:
    """Whether ``diagnostic`` is an error of the surroundings: the program ends with 2, not 1."""
    return diagnostic.severity is Severity.ERROR and diagnostic.code.startswith(_SURROUNDINGS)


def shown(path: Path | str) -> str:
    """``path`` as messages print it: short where it is below the current folder, and fit for every stream.

    What is no Unicode, in names of POSIX, is U+FFFD.
    """
    if isinstance(path, Path) and path.is_absolute():
        with contextlib.suppress(ValueError, OSError):
            path = path.relative_to(Path.cwd())
    return "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in str(path))


def shown_from(path: Path, cwd: Path) -> str:
    """``path`` as somebody in ``cwd`` would type it; absolute on another drive."""
    try:
        return shown(os.path.relpath(path, cwd))
    except ValueError:
        return shown(str(path))
