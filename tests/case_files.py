"""Case files: an input and what is to be said of it, together.

A file holds cases one after the other. ``--- # name`` begins one; below its text, ``# expect`` is followed by a line
``# line:column code`` for each diagnostic, in their order (``# - code`` for one without a place).

Where the text has a line ``# beside 2021-2025.yaml``, what follows is another plan of the same run, of which nothing is
expected: for rules that look at two plans.

A file named after a rule (L103.yaml) holds cases that break it and cases that keep it. There, warnings and notes of
other families are passed over: a plan of five lines has neither recipients nor a signature, and is not about them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from cchc.diagnostics import Diagnostic, Severity

CASES = Path(__file__).parent / "cases"
_CODE = re.compile(r"[A-Z][0-9]{3}")
_BEGIN = re.compile(r"^--- # (.+)\n", re.MULTILINE)
_BESIDE = re.compile(r"^# beside (.+)\n", re.MULTILINE)
_EXPECT = re.compile(r"^# expect\n", re.MULTILINE)


class Case(NamedTuple):
    """An input under a name, and what is to be said of it; ``beside`` are other plans, by the names of their files."""

    file: Path
    name: str
    text: str
    expected: tuple[str, ...]
    beside: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        return f"{self.file.stem}: {self.name}"

    @property
    def code(self) -> str | None:
        """The code of the rule that the case is about; None for one about several."""
        return self.file.stem if _CODE.fullmatch(self.file.stem) else None

    def about(self, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Those of ``diagnostics`` that the case names: errors, and all that the family of its rule says."""
        family = self.code[0] if self.code else ""
        return tuple(each for each in diagnostics if each.severity is Severity.ERROR or each.code.startswith(family))


def cases(folder: str) -> list[Case]:
    """All cases of the files in ``folder``."""
    return [case for file in sorted((CASES / folder).glob("*.yaml")) for case in _read(file)]


def said(diagnostics: Iterable[Diagnostic]) -> tuple[str, ...]:
    """``diagnostics`` as case files expect them."""
    return tuple(
        f"{found.span.line}:{found.span.column} {found.code}" if found.span else f"- {found.code}"
        for found in diagnostics
    )


def rewrite(case: Case, found: tuple[str, ...]) -> None:
    """Make ``found`` what ``case`` expects."""
    text = case.file.read_text(encoding="utf-8")
    begin = text.index(f"--- # {case.name}\n")
    after = _EXPECT.search(text, begin)
    assert after is not None, case.id
    following = _BEGIN.search(text, after.end())
    end = following.start() if following else len(text)
    lines = "".join(f"# {each}\n" for each in found)
    case.file.write_text(text[: after.end()] + lines + text[end:], encoding="utf-8", newline="\n")


def _read(file: Path) -> Iterator[Case]:
    _, *parts = _BEGIN.split(file.read_text(encoding="utf-8"))
    for name, body in zip(parts[::2], parts[1::2], strict=True):
        text, *expected = _EXPECT.split(body)
        assert len(expected) == 1, f"{file.name}: {name}"
        own, *others = _BESIDE.split(text)
        beside = tuple(zip(others[::2], others[1::2], strict=True))
        yield Case(file, name, own, tuple(line.removeprefix("# ") for line in expected[0].splitlines()), beside)
