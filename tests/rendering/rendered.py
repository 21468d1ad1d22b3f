"""A plan built to Word and PDF by the program itself, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.rendering.pages import Page, documents, read_pages


@dataclass(frozen=True, slots=True)
class Rendered:
    """A built plan: its PDF, and the pages of its decision, its attached plan and its appendix."""

    pdf: Path
    decision: list[Page]
    plan: list[Page]
    appendix: list[Page]

    @property
    def documents(self) -> tuple[list[Page], ...]:
        """The three documents in their order."""
        return self.decision, self.plan, self.appendix

    @property
    def pages(self) -> list[Page]:
        """All pages."""
        return [page for document in self.documents for page in document]


def render(plan: Path, out: Path, options: Sequence[str] = ()) -> Rendered:
    """Build ``plan`` into ``out`` and read the one PDF that comes of it."""
    command = [sys.executable, "-m", "cchc", "build", str(plan), "--out", str(out), "--to", "docx,pdf", *options]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=240)
    [pdf] = out.glob("*.pdf")
    found = documents(read_pages(pdf))
    assert len(found) == 3, f"decision, plan and appendix, but {len(found)} pages show no number"
    return Rendered(pdf, *found)
