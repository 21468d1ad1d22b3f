"""Lines to a stream: in colours where somebody looks at a terminal, plain everywhere else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TextIO

from cchc.report.terminal import Styled

if TYPE_CHECKING:
    from rich.console import Console as RichConsole


class Console:
    """Writes styled lines to ``stream``; rich is loaded only where colours can be seen."""

    def __init__(self, stream: TextIO, environ: Mapping[str, str]) -> None:
        self._stream = stream
        self._coloured = stream.isatty() and "NO_COLOR" not in environ and environ.get("TERM") != "dumb"
        self._rich: RichConsole | None = None

    def print(self, lines: Iterable[list[Styled]]) -> None:
        """Print ``lines``, each made of stretches; their text is never read as markup."""
        for line in lines:
            if self._coloured:
                self._print_coloured(line)
            else:
                self._stream.write("".join(stretch.text for stretch in line) + "\n")
        self._stream.flush()

    def _print_coloured(self, line: list[Styled]) -> None:
        from rich.console import Console as RichConsole
        from rich.text import Text

        if self._rich is None:
            self._rich = RichConsole(file=self._stream, highlight=False, soft_wrap=True)
        self._rich.print(Text.assemble(*((stretch.text, stretch.style) for stretch in line)))


def use_utf8(*streams: TextIO) -> None:
    """Make ``streams`` write UTF-8 whatever the console's code page is; what no terminal can show is escaped."""
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
