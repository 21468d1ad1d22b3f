"""Runs with findings as the formats for machines are given them."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from cchc.diagnostics import Diagnostic, Edit, Language, Related, Rule, Severity, Wording
from cchc.pipeline.findings import findings
from cchc.pipeline.outcomes import Outcome, PlanOutcome, Statistics
from cchc.report.result import Result
from cchc.source import Source, Span

RULE = Rule(
    "X001",
    "a-rule",
    Severity.WARNING,
    Wording("“{value}” sai, đúng là {{a: b}}", "“{value}” is wrong, {{a: b}} is right"),
    Wording("sửa {value}", "mend {value}"),
)
NOTE = Rule("X002", "a-note", Severity.NOTE, Wording("lưu ý", "noted"), reason=Wording("vì {x}", "for {x}"))
TROUBLE = Rule(
    "W001",
    "file-missing",
    Severity.ERROR,
    Wording("không có {path}", "no {path}"),
    Wording("tìm", "find it"),
)
FILE = "plans/kế hoạch 2025.yaml"
TEXT = "a: 1\ntiêu đề: 🙂 Kế hoạch\nb: |\n  một\n  hai\n\nc: 3\n"

texts = st.text(st.characters(exclude_categories=["Cs"]))
"""Whatever a plan may hold: line ends, control characters, quotes, signs of every format; surrogates are no text."""


def span(words: str, *, text: str = TEXT, file: str = FILE) -> Span:
    """The place of ``words`` in a file."""
    start = text.index(words)
    return Span(Source(file, text), start, start + len(words))


def result(
    *plans: PlanOutcome,
    said: tuple[Diagnostic, ...] = (),
    language: Language = "vi",
    command: str = "validate",
) -> Result:
    """A run over ``plans`` in which ``said`` belongs to none of them."""
    outcome = Outcome(plans, said)
    return Result(
        command=command,
        version="1.2.3",
        language=language,
        cwd=Path("/home/somebody/project"),
        exit_code=outcome.exit_code,
        plans=plans,
        found=findings(outcome),
        rules=(TROUBLE, RULE, NOTE),
        applied=2,
    )


def plan(*diagnostics: Diagnostic, file: str = FILE, tasks: int = 7) -> PlanOutcome:
    """What came of a plan."""
    return PlanOutcome("kế hoạch 2025", diagnostics, Statistics(tasks, 2, 1), file=file)


def found(
    value: str = "x",
    *,
    at: str = "Kế hoạch",
    fix: str | None = None,
    file: str = FILE,
    edits: tuple[Edit, ...] = (),
) -> Diagnostic:
    """A diagnostic with everything that one can have."""
    related = (Related(span("một", file=file), Wording("ở đây", "here")),)
    return RULE.at(span(at, file=file), value=value, fix=fix, related=related, edits=edits)
