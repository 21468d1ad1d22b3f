"""Two texts compared line by line, as ``diff -u`` and git print it."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff

_NO_LINE_END = "\\ No newline at end of file\n"
_NOTHING = "/dev/null"


def line_difference(old: str | None, new: str | None, old_name: str, new_name: str) -> Iterator[str]:
    """The lines of a unified difference, each with its line end; none where the texts are the same.

    A text that is None is of no file: it was added, or deleted. Lines end at ``\\n`` alone, as in git: a form feed or
    a line separator inside a sentence begins no line.
    """
    names = _NOTHING if old is None else old_name, _NOTHING if new is None else new_name
    lines = unified_diff(_lines(old), _lines(new), *names, lineterm="\n")
    for line in lines:
        yield line
        if not line.endswith("\n"):
            yield f"\n{_NO_LINE_END}"


def _lines(text: str | None) -> list[str]:
    lines = (text or "").split("\n")
    last = lines.pop()
    return [f"{line}\n" for line in lines] + ([last] if last else [])
