"""What the fuzzer throws bytes at: a file through all stages that judge it, and every word that is said of it."""

from __future__ import annotations

from pathlib import Path

from cchc.diagnostics import Diagnostic
from cchc.report.terminal import diagnostic_lines
from tests.pipeline.files import found_in


def judged(folder: Path, data: bytes) -> tuple[Diagnostic, ...]:
    """What is said of a plan with ``data``; its places lie in the file, and both languages can be printed."""
    found = found_in(folder, data)
    for each in found:
        for span in (each.span, *(related.span for related in each.related)):
            assert span is None or 0 <= span.start <= span.end <= len(span.source.text), each.code
        assert all(edit.span.end <= len(edit.span.source.text) for edit in each.edits), each.code
        assert list(diagnostic_lines(each, "vi"))
        assert list(diagnostic_lines(each, "en"))
    return found
