"""What was told of a plan, as data that JSON can hold, and back: a later run tells it again without the plan."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from cchc.diagnostics import Diagnostic, Edit, Related, Severity, Wording
from cchc.pipeline.outcomes import PlanOutcome, Statistics
from cchc.source import Excerpt, Source, Span

Naming: TypeAlias = Callable[[str], str]
"""From the name of a file in one folder to its name in another."""


def as_data(outcome: PlanOutcome, naming: Naming) -> dict[str, Any]:
    """What ``outcome`` tells, but for its files; its diagnostics stand by themselves."""
    return {
        "found": [_diagnostic(each, naming) for each in outcome.diagnostics],
        "held": list(outcome.statistics) if outcome.statistics else None,
        "pages": list(outcome.pages),
        "known": outcome.known,
    }


def from_data(data: Any, plan: str, written: tuple[Path, ...], naming: Naming) -> PlanOutcome:
    """The outcome of which ``data`` was made. Raises LookupError, TypeError or ValueError for anything else."""
    return PlanOutcome(
        plan,
        tuple(_found(each, naming) for each in data["found"]),
        Statistics(*map(int, data["held"])) if data["held"] else None,
        written,
        unchanged=True,
        pages=tuple(map(int, data["pages"])),
        known=int(data["known"]),
    )


def _diagnostic(found: Diagnostic, naming: Naming) -> dict[str, Any]:
    texts: dict[Source, int] = {}

    def place(span: Span) -> list[int]:
        return [texts.setdefault(span.source, len(texts)), span.start, span.end]

    data = {
        "code": found.code,
        "severity": found.severity,
        "message": found.message,
        "span": place(found.span) if found.span else None,
        "hint": found.hint,
        "related": [[place(each.span), each.message] for each in found.related],
        "fix": found.fix,
        "edits": [[place(each.span), each.text] for each in found.edits],
    }
    excerpts = [text for text in texts if isinstance(text, Excerpt)]
    return {**data, "texts": [[naming(text.name), text.text, text.numbers] for text in excerpts]}


def _found(data: Any, naming: Naming) -> Diagnostic:
    texts = [Excerpt(naming(name), str(text), tuple(map(int, lines))) for name, text, lines in data["texts"]]

    def span(place: Any) -> Span:
        return _span(place, texts)

    return Diagnostic(
        str(data["code"]),
        Severity(data["severity"]),
        _wording(data["message"]),
        span(data["span"]) if data["span"] else None,
        _wording(data["hint"]) if data["hint"] else None,
        tuple(Related(span(place), _wording(words)) for place, words in data["related"]),
        data["fix"] if data["fix"] is None else str(data["fix"]),
        tuple(Edit(span(place), str(text)) for place, text in data["edits"]),
    )


def _span(place: Any, texts: list[Excerpt]) -> Span:
    text, start, end = map(int, place)
    return Span(texts[text], start, end)


def _wording(words: Any) -> Wording:
    vietnamese, english = words
    return Wording(str(vietnamese), str(english))
