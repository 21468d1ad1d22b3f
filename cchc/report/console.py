"""Lines to a stream: in colours where somebody looks at a terminal, plain everywhere else."""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from cchc.report.terminal import Styled

if TYPE_CHECKING:
    from rich.console import Console as RichConsole


class OutputError(Exception):
    """A stream that takes no more, other than by being closed: the disk behind it is full."""


class Console:
    """Writes styled lines to ``stream``; rich is loaded only where colours can be seen."""

    def __init__(self, stream: TextIO, environ: Mapping[str, str]) -> None:
        self._stream = stream
        self._closed = False
        self._rich: RichConsole | None = None
        self.is_terminal = stream.isatty() and environ.get("TERM") != "dumb"
        self._coloured = self.is_terminal and "NO_COLOR" not in environ

    def print(self, lines: Iterable[list[Styled]]) -> None:
        """Print ``lines``, each made of stretches; their text is never read as markup.

        Where whoever reads has enough and closes the stream, the rest is for nobody. Raises OutputError.
        """
        with self._until_closed():
            for line in lines:
                if not self._closed:
                    self._print(line)
            if not self._closed:
                self._stream.flush()

    def write(self, text: str) -> None:
        """Write ``text``, our own and safe, as it stands: no line end is added. Raises OutputError as ``print``."""
        with self._until_closed():
            if not self._closed:
                self._stream.write(text)
                self._stream.flush()

    @contextmanager
    def _until_closed(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            # Windows calls a pipe that nobody reads an invalid argument.
            if error.errno not in (errno.EPIPE, errno.EINVAL):
                raise OutputError(error.strerror or str(error)) from error
            self._closed = True

    def rich(self) -> RichConsole:
        """The stream as a console of rich."""
        from rich.console import Console as RichConsole

        if self._rich is None:
            self._rich = RichConsole(file=self._stream, highlight=False, soft_wrap=True)
        return self._rich

    def _print(self, line: list[Styled]) -> None:
        if not self._coloured:
            self._stream.write("".join(stretch.text for stretch in line) + "\n")
            return
        from rich.text import Text

        self.rich().print(Text.assemble(*((stretch.text, stretch.style) for stretch in line)))


def use_utf8(*streams: TextIO) -> None:
    """Make ``streams`` write UTF-8 whatever the console's code page is; what no terminal can show is escaped."""
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
